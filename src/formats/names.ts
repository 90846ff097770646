/**
 * What a heading says of a pick — rank, name, award, score — and which names are names of the same product. Leaves
 * which headings are picks to `article.ts`.
 */
import { isAward, isSureAward } from './labels.js';
import { withoutEmojis } from './marks.js';
import { parseRating, type Rating } from './rating.js';

export interface Title {
  readonly name: string;
  readonly award?: string;
  readonly rank?: number;
  readonly rating?: Rating;
  /** What follows the name and is no award, where the heading may be read without it. */
  readonly tagline?: string;
  /** The heading with its tagline, as a name. */
  readonly long?: string;
}

const ranked =
  /^(?:(?:#|no\. ?|nr\. ?|n[°º]\.? ?|number |numéro |número |platz |top )(\d{1,3})(?: ?[.):–—-])?\s+|(\d{1,3}) ?[.)]\s+|(\d{1,2}) (?:[–—-]|(?=#))\s+|第?(\d{1,3})位\s*[:：.]?\s*)/iu;
const tail =
  /[\s(–—:|[-]+(\S{1,12}(?: ?(?:\/|out of|von|sur|de|su) ?\d{1,3})(?: stars?)?|[★⭐]+½?☆*|\d{1,3}(?:[.,]\d+)? ?%)[)\]]?$/iu;
// What a heading says of the passage below it, not of the product: “Heron One review”.
const reviewed = /(?<=\p{L}.*)(?: (?:review|im test|test|testbericht|recensione)|の?レビュー)$/iu;
const separators = [/\s+[—–|]\s+/u, /:\s+/u, /\s+-\s+/u, /\s*[：｜]\s*/u];

/** The parts of a heading. Where it has no parts, the name is all of it. */
export function readTitle(heading: string): Title {
  let text = heading.replace(/^\d\ufe0f?\u20e3/u, (keycap) => `${keycap[0]}. `);
  let rating: Rating | undefined;
  const [end, score] = tail.exec(text) ?? [];
  if (end && score) {
    rating = parseRating(score);
    if (rating) text = text.slice(0, -end.length);
  }
  text = withoutEmojis(text);
  text = text.replace(reviewed, '');
  const [mark = '', ...numbers] = ranked.exec(text) ?? [];
  const rank = numbers.find(Boolean);
  const rest = { ...(rank && { rank: Number(rank) }), ...(rating && { rating }) };
  text = text
    .slice(mark.length)
    .replace(/^[\s–—:|-]+/u, '')
    .trim();
  const [, before, inside] = /^([^()]+?)\s*\(([^()]+)\)$/.exec(text) ?? [];
  if (before && inside && isAward(inside)) return { name: before, award: inside, ...rest };
  for (const separator of separators) {
    const found = separator.exec(text);
    if (!found) continue;
    const left = text.slice(0, found.index).trim();
    const right = text.slice(found.index + found[0].length).trim();
    if (!left || !right) continue;
    const isColon = /[:：]/.test(found[0]);
    // Of two that praise, the one that is no name; where that is not to be told, awards stand before colons and after dashes.
    const isLeft = isSureAward(left) === isSureAward(right) ? isColon || !isAward(right) : isSureAward(left);
    if (isAward(left) && isLeft) return { name: right, award: left, ...rest };
    if (isAward(right)) return { name: left, award: right, ...rest };
    if (!isColon) return { name: text, ...rest, tagline: right, long: left };
  }
  return { name: text, ...rest };
}

/** A title whose award is the name, where a table has it for one: “Top Dog: quiet and light”. */
export function withKnownName(title: Title, isKnown: (name: string) => boolean): Title {
  const { name, award, ...rest } = title;
  if (!award || isKnown(name) || !isKnown(award)) return title;
  return { ...rest, name: award, ...(isAward(name) ? { award: name } : { tagline: name }) };
}

/** A name as it is compared: its words without case, accents and signs. */
export const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f®™©]/g, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** How alike two names are: 2 for the same words, 1 where one has all the words of the other, else 0. */
export function likeness(a: readonly string[], b: readonly string[]): 0 | 1 | 2 {
  if (a.join(' ') === b.join(' ')) return 2;
  const [few, many] = a.length < b.length ? [a, new Set(b)] : [b, new Set(a)];
  return few.length > 0 && few.some((word) => /\p{L}/u.test(word)) && few.every((word) => many.has(word)) ? 1 : 0;
}
