/**
 * From text, or from what a script hands over, to a value that is safe to walk: of limited size and depth, plain data
 * without prototypes, and the reader's own. Leaves what the value means to `comparison.ts`.
 */
import type { DiagnosticCode, Report } from './diagnostic.js';
import type { Json } from './shape.js';

// Every runtime of ES2022 modules has TextEncoder, but TypeScript knows it from the DOM library only.
declare const TextEncoder: { new (): { encode(text: string): { readonly length: number } } };

/** The longest text that is read, in bytes: 1 MiB. */
export const maximumLength = 2 ** 20;
/** How deep lists and objects may be nested. */
export const maximumDepth = 32;

// The marks that reorder text for the reader of a page without being seen: no name needs them, forgeries do.
const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const clean = (text: string): string => text.replace(bidiControls, '');

/**
 * A value of the caller's own, from JSON text or from a parsed value. Its objects have no prototype, its texts no bidi
 * controls, and `null` stands for what JSON cannot hold. Reports, and gives `undefined`, beyond the caps and for text
 * that is no JSON.
 */
export function readJson(input: unknown, report: Report): Json | undefined {
  const refuse = (code: DiagnosticCode, message: string) => report('error', code, '', message);
  const deep = () => refuse('too-deep', `The document is nested deeper than ${maximumDepth} levels: flatten it.`);
  const large = () => refuse('too-large', 'The document is larger than 1 MiB: shorten it.');
  const text = typeof input === 'string' ? input.trim() : '{}';
  const root: Record<string, Json> = {};
  let room = maximumLength;
  try {
    if (new TextEncoder().encode(text).length > maximumLength) return large();
    if (isDeep(text)) return deep();
    // Level by level, so that what holds itself ends at a cap soon.
    let level: (readonly [holder: Record<string, Json>, key: string, value: unknown])[] = [
      [root, '', typeof input === 'string' ? JSON.parse(text) : input],
    ];
    for (let depth = 0; level.length; depth++) {
      const next: typeof level = [];
      for (const [holder, key, value] of level) {
        if (typeof value !== 'object' || value === null) {
          const isPlain = typeof value === 'boolean' || Number.isFinite(value);
          holder[key] = typeof value === 'string' ? clean(value) : isPlain ? (value as Json) : null;
          continue;
        }
        if (depth === maximumDepth) return deep();
        const copy = Array.isArray(value) ? [] : Object.create(null);
        holder[key] = copy;
        for (const [name, member] of Object.entries(value)) {
          // The least that it takes as JSON: a text its characters, anything else a character and a comma.
          room -= Math.max(2, typeof member === 'string' ? member.length : 0);
          if (room < 0) return large();
          next.push([copy, clean(name), member]);
        }
      }
      level = next;
    }
  } catch (error) {
    return refuse('invalid-json', explain(text, error));
  }
  return root[''];
}

function explain(text: string, error: unknown): string {
  if (!text) return 'There is no JSON here: a comparison belongs here.';
  // Quotes other than straight ones, and tags, are fine inside of text only.
  const bare = text.replace(/"[^"\\]*(\\.[^"\\]*)*"/gs, '');
  const untagged = bare.replace(/<[^<>]*>/g, '').trim();
  const change = /[“”„‟″‘’]|&(quot|[lr][sd]quo|#34|#8\d{3});/.test(untagged)
    ? 'changed the quotes'
    : untagged !== bare.trim() && 'put HTML into the JSON';
  // A page begins with tags and goes on otherwise.
  if (text.startsWith('<') && !/^[[{]/.test(untagged)) return 'This is an HTML page, not JSON: check the address.';
  if (change) {
    return `Your CMS ${change}: load the document with src, or put it, with straight quotes, where the CMS leaves it as it is (a block for HTML).`;
  }
  return `This is not valid JSON (${String(error).split('\n', 1)}): correct it there.`;
}

/** Whether brackets outside of strings nest too deep: a scan, since parsers follow them all the way down. */
function isDeep(text: string): boolean {
  let depth = 0;
  const brackets = text.replace(/\\./gs, '').replace(/"[^"]*"?|[^[\]{}"]+/g, '');
  return [...brackets].some((bracket) => {
    depth += '[{'.includes(bracket) ? 1 : -1;
    return depth > maximumDepth;
  });
}
