/**
 * From an address to text: one time-out over all attempts, one more attempt where a second may help, a cap on the bytes
 * while they arrive. Leaves sharing between elements to `elements/state.ts` and the meaning of the text to the model.
 */
import { maximumLength } from '../model/json.js';
import { LoadError } from './load-error.js';

/** How long loading may take in all, in milliseconds. */
const timeLimit = 10_000;
const attemptLimit = 2;
const pause = 400;

// What a server says when it may well answer the next time.
const passing = [408, 425, 429, 500, 502, 503, 504];

/** What makes text of bytes as they arrive, and then of what is left. */
export interface Decoder {
  decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string;
}

/**
 * The text at `url`. Rejects with a `LoadError` within ten seconds, or with the reason of `signal` once that is aborted.
 * Each attempt is read by a decoder of its own, of UTF-8 unless `newDecoder` makes others.
 */
export async function loadText(
  url: string,
  signal: AbortSignal,
  newDecoder: () => Decoder = () => new TextDecoder(),
): Promise<string> {
  const timer = AbortSignal.timeout(timeLimit);
  for (let attempt = 1; ; attempt++) {
    const result = await attemptText(url, AbortSignal.any([signal, timer]), newDecoder());
    signal.throwIfAborted();
    if (typeof result === 'string') return result;
    if (timer.aborted) throw new LoadError(url, 'timeout', attempt);
    if (!result) throw new LoadError(url, 'too-large', attempt);
    const { status } = result;
    if (attempt === attemptLimit || (status && !passing.includes(status))) {
      throw new LoadError(url, status ? 'status' : 'network', attempt, status);
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** The text; the status it was refused with, none where the network failed; `undefined` where it is too large. */
async function attemptText(
  url: string,
  signal: AbortSignal,
  decoder: Decoder,
): Promise<string | { status?: number } | undefined> {
  try {
    const response = await fetch(url, { signal });
    return response.ok ? await readBody(response, decoder) : response;
  } catch {
    // fetch does not tell apart what failed on the way, so that pages cannot probe a network with it.
    return {};
  }
}

async function readBody({ body }: Response, decoder: Decoder): Promise<string | undefined> {
  const reader = body?.getReader();
  let text = '';
  for (let bytes = 0; bytes <= maximumLength; ) {
    const { value } = (await reader?.read()) ?? {};
    if (!value) return text + decoder.decode();
    bytes += value.length;
    text += decoder.decode(value, { stream: true });
  }
  await reader?.cancel();
  return undefined;
}
