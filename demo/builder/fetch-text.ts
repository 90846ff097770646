/** Fetches a text that the author has asked for by its address, and says what to do where that cannot be. */
import { type ArticleDiagnostic, readText, type TextFormat } from 'g6-comparison/import';
import { notText } from './read-input.js';

/** How long a server may take, in milliseconds. */
const patience = 15_000;
/** The longest text that is taken, in bytes. */
const maximum = 2 ** 21;

export type Fetched =
  | {
      readonly text: string;
      readonly url: string;
      readonly format: TextFormat | undefined;
      /** What there is to say about how its bytes were read. */
      readonly notes: readonly ArticleDiagnostic[];
    }
  | { readonly error: string };

const fail = (error: string): Fetched => ({ error });

/** The text at an address; never throws. */
export async function fetchText(address: string, signal: AbortSignal): Promise<Fetched> {
  const given = address.trim();
  const url = URL.parse(/^[a-z]+:/i.test(given) ? given : `https://${given}`);
  if (!url || !/^https?:$/.test(url.protocol)) return fail('This is no http or https address: correct it.');
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    });
    if (!response.ok) return fail(`${url.host} answers ${response.status}: check the address, or paste the text here.`);
    if (Number(response.headers.get('content-length')) > maximum)
      return fail('This is more than 2 MiB: paste the part with the comparison.');
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > maximum) return fail('This is more than 2 MiB: paste the part with the comparison.');
    const { text, diagnostics: notes } = readText(bytes);
    if (text === undefined) return fail(notText(url.href));
    const format = formatOfType(response.headers.get('content-type') ?? '');
    return { text, url: response.url || url.href, format, notes };
  } catch (error) {
    if ((error as Partial<DOMException>).name === 'TimeoutError') {
      return fail(`${url.host} has not answered for 15 seconds: try again, or paste the text here.`);
    }
    // Browsers do not tell which of the two it was.
    return fail(
      `${url.host} could not be read from this page: most sites do not let other pages read them. Open the address in a tab, copy the article and paste it here.`,
    );
  }
}

function formatOfType(type: string): TextFormat | undefined {
  if (/json/.test(type)) return 'json';
  if (/csv|tab-separated/.test(type)) return 'csv';
  return /html/.test(type) ? 'html' : undefined;
}
