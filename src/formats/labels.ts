/**
 * What the labels of a comparison say: of columns, of the passages of a pick, of headings that are no product. Leaves the
 * words themselves to `words.ts`, and everything that is not on its lists to be a spec.
 */
import { withoutEmojis } from './marks.js';
import {
  awardWords,
  commonSpecWords,
  featureWords,
  partSigns,
  partWords,
  priceWords,
  type Role,
  roleWords,
  sureAwardWords,
} from './words.js';

export type { Role };

const anyOf = (words: { readonly [language: string]: string }): string => `(?:${Object.values(words).join('|')})`;
const whole = (words: { readonly [language: string]: string }): RegExp => new RegExp(`^${anyOf(words)}$`, 'u');

const roles = roleWords.map(([role, words]) => [role, whole(words)] as const);
const { en: _, ...commonScores } = roleWords.find(([role]) => role === 'overall')?.[1] ?? {};
const plainScores = whole(commonScores);
const features = whole(featureWords);
const commonSpecs = new RegExp(`^${anyOf(commonSpecWords)}(?![\\p{L}\\p{N}])`, 'u');
const prices = new RegExp(`(?<![\\p{L}\\p{N}])${anyOf(priceWords)}(?![\\p{L}\\p{N}])`, 'u');
const awards = new RegExp(`^${anyOf(awardWords)}`, 'iu');
const { en: englishAwards = '', ...otherAwards } = awardWords;
const sureAwards = new RegExp(`^${anyOf(otherAwards)}|^(?=${englishAwards})(?:.*(?:${sureAwardWords}))`, 'iu');
const parts = new RegExp(`\\?$|？$|(?<!\\p{L})${anyOf(partWords)}(?!\\p{L})|${partSigns}`, 'u');

/** A label as it is compared: lower case, without emojis and without what ends it. */
export const plainLabel = (label: string): string =>
  withoutEmojis(label)
    .toLowerCase()
    .replace(/^[【《「[]+|[\s:：*–—】》」\]-]+$/gu, '')
    .trim();

const known = new Map<string, Role | undefined>();

/** What a label says that something is; `undefined` for what is on no list. */
export function roleOf(label: string): Role | undefined {
  if (label.length > 60) return undefined;
  const plain = plainLabel(label);
  if (!known.has(plain)) {
    if (known.size > 2000) known.clear();
    known.set(plain, roles.find(([, words]) => words.test(plain))?.[0]);
  }
  return known.get(plain);
}

/** Whether a label says that it is a score and nothing of its own besides, in another language than English. */
export const isPlainScore = (label: string): boolean => plainScores.test(plainLabel(label));

/** Whether a label stands over the names of specs, in a table that has the products as columns. */
export const isFeatureLabel = (label: string): boolean => {
  const plain = plainLabel(label);
  return !plain || features.test(plain);
};

/** Whether a label is one that specs of many kinds of products have: what stands in the first column of such a table. */
export const isCommonSpec = (label: string): boolean => commonSpecs.test(plainLabel(label));

/** Whether a label is one of prices. */
export const isPriceLabel = (label: string): boolean => prices.test(plainLabel(label));

/** Whether words praise a pick rather than name it: “Best overall”, “Runner-up”, “Testsieger”. */
export const isAward = (text: string): boolean => text.length <= 80 && awards.test(withoutEmojis(text));

/** Whether such words are hardly a name as well: “Best value”, but not “Top Dog” or “Best Choice 3000”. */
export const isSureAward = (text: string): boolean => isAward(text) && sureAwards.test(withoutEmojis(text));

/** Whether a heading stands over a part of the article, not over a product. */
export const isPartHeading = (text: string): boolean => {
  const plain = plainLabel(text);
  const role = roleOf(plain);
  return (role !== undefined && !/^(?:award|product|rank|author|updated)$/.test(role)) || parts.test(plain);
};
