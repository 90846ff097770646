/** What the values of a document read as in the words of a language. Leaves how cells look to `table-cells.ts`. */
import type { Cell } from '../model/cell.js';
import type { Comparison, Product } from '../model/comparison.js';
import type { Locale } from './strings.js';

/** A value as it is shown: as its author typed it, but dates and bare numbers as the language writes them. */
export function writtenValue(
  { type, text, quantity }: Pick<Cell, 'type' | 'text' | 'quantity'>,
  { currency }: Pick<Comparison, 'currency'>,
  locale: Locale,
): string {
  if (type === 'date') return locale.date(text);
  const { value = Number.NaN, outOf } = quantity ?? {};
  if (text !== String(value) || /e/.test(text)) return text;
  if (outOf) return `${locale.number(value)}/${locale.number(outOf)}`;
  return type === 'price' && currency ? locale.price(value, currency) : locale.number(value);
}

/** What is shown of a product's values other than they were typed. */
export const shownTexts = ({ cells }: Product, comparison: Comparison, locale: Locale): string =>
  Object.values(cells)
    .map((cell) => writtenValue(cell, comparison, locale))
    .join('\n');
