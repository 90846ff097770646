/** What the file of a language does: hands its words to the elements, whether they are there already or not. */
import { arrival, languages } from '../elements/language-registry.js';
import type { Words } from '../elements/strings.js';

export type { Words } from '../elements/strings.js';

/** Gives the page the words of a BCP 47 tag, in small letters; elements that are there show them at once. */
export function register(tag: string, words: Words): void {
  languages.set(tag, words);
  // Servers have no page.
  globalThis.document?.dispatchEvent(new Event(arrival));
}
