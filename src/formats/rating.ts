/**
 * Scores and weights as reviewers type them: `8.7/10`, `8,5`, `92%`, `★★★★☆`, `4.5 out of 5 stars`; `30%`, `2x`. Leaves
 * on what scale a bare number stands to `rubric.ts`, and amounts of anything else to the model.
 */
import { isSpreadsheetError, withoutEmojis, withPlainDigits } from './marks.js';

export interface Rating {
  /** As typed, with a decimal point: `8.70` keeps its places. */
  readonly text: string;
  readonly value: number;
  /** The best possible, where it is said. */
  readonly outOf?: number;
}

// Words behind a score; those for stars say that it is out of five.
const unit =
  '(?:stars?|sterne|étoiles?|estrellas?|stelle|estrelas?|نجوم|نجمة)|points?|pts?\\.?|punkte|puntos?|punti|pontos?|点|نقطة|نقاط';
const number = '(-?\\d{1,3}(?:[.,]\\d{1,4})?)';
const whole = new RegExp(
  `^(?:rated |rating:? ?)?${number}(?: ?(?:(?:/|out of|von|of|sur|de|su|من) ?(\\d{1,3})|(%|％|٪))?)? ?(${unit})?$`,
  'iu',
);
const stars = /^([★⭐🌟]*)([½⯪⯨]?)([☆✩]*)$/u;

/** The score that the whole text states; `undefined` where it states none or something besides. */
export function parseRating(text: string): Rating | undefined {
  if (text.length > 80) return undefined;
  const bare = withPlainDigits(text)
    .replace(/\ufe0f/g, '')
    .trim();
  const [, full = '', half = '', empty = ''] = stars.exec(bare.replace(/\s+/g, '')) ?? [];
  const count = [...full].length;
  if (count) {
    const value = count + (half ? 0.5 : 0);
    const total = count + (half ? 1 : 0) + [...empty].length;
    return total > 10 ? undefined : { text: `${value}`, value, outOf: empty ? total : Math.max(5, total) };
  }
  const plain = withoutEmojis(
    bare.replace(/[★⭐🌟☆]+$/u, (found) => (/\d/.test(bare) && found.length === 1 ? ' stars' : found)),
  );
  const [, digits, best, percent, word = ''] = whole.exec(plain.replace(/ ?\([^()]*\)$/, '')) ?? [];
  if (digits === undefined) return undefined;
  const decimal = digits.replace(',', '.');
  const value = Number(decimal);
  const outOf = best ? Number(best) : percent ? 100 : /^(?:st|ét|est|نج)/iu.test(word) ? 5 : undefined;
  return outOf === 0 ? undefined : { text: decimal, value, ...(outOf !== undefined && { outOf }) };
}

/** The weight that the whole text states: `30%` is 30, `0,3` is 0.3, `2x` is 2; `undefined` for anything else. */
export function parseWeight(text: string): number | undefined {
  const found = /^(\d{1,9}(?:[.,]\d{1,9})?) ?(?:%|％|٪|x|×|pts?\.?|points?|punkte)?$/i.exec(
    withPlainDigits(text).trim(),
  );
  return found ? Number((found[1] as string).replace(',', '.')) : undefined;
}

/** Whether a text says that there is nothing: `–`, `n/a`. */
export const isNothing = (text: string): boolean =>
  isSpreadsheetError(text.trim()) ||
  /^(?:[-–—?.]*|n\.? ?\/ ?a\.?|none|not (?:rated|tested)|tbd|tba|k\. ?a\.|nc|s\/d|n\.? ?d\.?|なし|未評価)$/i.test(
    text.trim(),
  );
