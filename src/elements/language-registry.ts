/**
 * The words of further languages, that files of their own bring: before the elements, after them, or twice. Leaves the
 * words to `src/languages`, and what of them is used to `strings.ts`.
 */
import type { Words } from './strings.js';

const key = Symbol.for('g6-comparison.languages');

const page = globalThis as { [key]?: Map<string, Partial<Words>> };

/** By BCP 47 tag, in small letters. All scripts of the page share it; words of another version may lack some. */
export const languages = page[key] ?? new Map<string, Partial<Words>>();
page[key] = languages;

/** The event of the document after which there are more words. */
export const arrival = 'g6-language';
