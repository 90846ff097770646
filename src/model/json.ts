/**
 * From text to a value that is safe to walk: caps on size and depth are checked before anything is parsed or followed.
 * Leaves what the value means to `comparison.ts`.
 */
import type { Report } from './diagnostic.js';

/** The longest text that is read: 1 MiB. */
export const maximumLength = 2 ** 20;
/** How deep lists and objects may be nested. */
export const maximumDepth = 32;
// A text within the size cap cannot hold more values than this; an object graph handed over by a script can.
const maximumValues = 2 ** 19;

/** Parses JSON text, or passes a parsed value on, within the caps. Reports, and gives `undefined`, beyond them. */
export function readJson(input: unknown, report: Report): unknown {
  const deep = () =>
    report('error', 'too-deep', '', `The document is nested deeper than ${maximumDepth} levels; flatten it.`);
  const large = () =>
    report('error', 'too-large', '', 'The document is larger than 1 MiB; split it or shorten its texts.');
  if (typeof input !== 'string') {
    const excess = excessOf(input);
    if (excess) (excess === 'depth' ? deep : large)();
    return excess ? undefined : input;
  }
  const text = input.replace(/^\ufeff/, '').trim();
  if (text.length > maximumLength) return large();
  if (isDeep(text)) return deep();
  try {
    return JSON.parse(text);
  } catch (error) {
    report('error', 'invalid-json', '', explain(text, error));
    return undefined;
  }
}

function explain(text: string, error: unknown): string {
  if (!text) return 'There is no JSON here; put the comparison document in its place.';
  if (text.startsWith('<')) return 'This is an HTML page, not JSON; check the address.';
  if (/[[{:,]\s*(?:[“”„″]|&(?:quot|#34|#822\d);)/.test(text)) {
    return 'Your CMS changed the quotes; put the document in a <script type="application/json"> child or load it with src.';
  }
  const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return `This is not valid JSON (${reason}); correct it there.`;
}

/** Whether brackets outside of strings nest too deep: a scan, since parsers follow them all the way down. */
function isDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const char = text[index];
    if (quoted) {
      if (char === '\\') index++;
      else quoted = char !== '"';
    } else if (char === '"') quoted = true;
    else if (char === '[' || char === '{') {
      if (++depth > maximumDepth) return true;
    } else if (char === ']' || char === '}') depth--;
  }
  return false;
}

function excessOf(value: unknown): 'depth' | 'size' | undefined {
  let level = [value];
  let count = 0;
  for (let depth = 0; level.length; depth++) {
    const next: unknown[] = [];
    for (const item of level) {
      if (typeof item !== 'object' || item === null) continue;
      if (depth >= maximumDepth) return 'depth';
      for (const member of Object.values(item)) {
        if (++count > maximumValues) return 'size';
        next.push(member);
      }
    }
    level = next;
  }
  return undefined;
}
