/**
 * The order of rows: by kind and converted amount, text as people of that language sort it, what is missing or
 * unreadable last in both directions, ties in the document's order. Leaves what amounts are worth to `quantity.ts` and
 * scores to `score.ts`.
 */
import type { Cell } from './cell.js';
import type { Column } from './column.js';
import type { Comparison, Product } from './comparison.js';
import { remembered } from './memory.js';
import { isMixed, leadingPrice, type PriceDate } from './offer.js';
import { baseAmount, baseMaximum, baseOf, type Quantity } from './quantity.js';
import type { ProductScore } from './score.js';

/** One key of a sort: a column's id and its direction. */
export interface SortKey {
  readonly column: string;
  readonly descending: boolean;
}

/** Reads `-score name` into sort keys; a minus sign means descending. */
export function parseSort(text: string): readonly SortKey[] {
  const words = text.match(/-?[^\s,-][^\s,]*/g) ?? [];
  return words.map((word) => ({ column: word.replace(/^-/, ''), descending: word.startsWith('-') }));
}

/** Writes sort keys the way `parseSort` reads them. */
export const writeSort = (sort: readonly SortKey[]): string =>
  sort.map(({ column, descending }) => (descending ? '-' : '') + column).join(' ');

/** What a row is ordered by in one column, most significant first; `undefined` is last. */
export type Key = readonly (string | number)[] | undefined;

function amountKey(quantity: Quantity, mixed: boolean): Key {
  // Amounts on different bases have no common measure: they are ordered as printed.
  const basis = quantity.per && !mixed ? baseOf(quantity.per) : 1;
  // What a quotient of decimals loses in binary comes back in fifteen digits: $3.50/100 g is $0.35/10 g.
  const each = (amount: number): number => Number((amount / basis).toPrecision(15));
  return [quantity.kind, each(baseAmount(quantity)), each(baseMaximum(quantity))];
}

function cellKey({ type, text, items, quantity, checked }: Cell, { mixed }: Column): Key {
  if (type === 'boolean') return [Number(checked)];
  if (type === 'date') return [Date.parse(text)];
  // Entry by entry: a tab comes before whatever an entry could go on with.
  return quantity ? amountKey(quantity, mixed) : [items?.join('\t') ?? text];
}

/** How texts of a language are sorted: "Item 2" before "Item 10". Falls back to English for an unknown language. */
export const collatorFor = (language = 'en'): Intl.Collator => new Intl.Collator([language, 'en'], { numeric: true });

/** Negative where `a` comes first, in ascending order; zero where nothing sets them apart. */
export const compareKeys = (a: NonNullable<Key>, b: NonNullable<Key>, collator: Intl.Collator): number =>
  a.reduce<number>((result, x, index) => {
    const y = b[index];
    return result || (typeof x === 'number' ? x - (y as number) : collator.compare(x, y as string));
  }, 0);

/**
 * What a product is ordered by in a column, whatever that is made of: an id of specs or of a criterion, `name`, `score`,
 * `bestFor`, or `offers`, which are ordered by the first price as of `date`. `undefined` for what is missing or unreadable
 * there.
 */
export function keyOf(comparison: Comparison, { product, rank }: ProductScore, id: string, date?: PriceDate): Key {
  const { columns, rubric } = comparison;
  const { name, bestFor, scores, cells } = product;
  if (id === 'score' && rubric) return rank ? [-rank] : undefined;
  if (id === 'name') return [name];
  if (id === 'bestFor') return bestFor ? [bestFor] : undefined;
  if (id === 'offers') {
    const price = leadingPrice(comparison, product, date);
    return price && amountKey(price, isMixed(comparison, date));
  }
  const column = columns.find((other) => other.id === id);
  const cell = cells[id];
  if (column) return cell?.type === column.type ? cellKey(cell, column) : undefined;
  return scores[id] && [scores[id].value];
}

/** What every product is ordered by in a column; asked for once, since all products are read for it. */
export const keysOf = /* @__PURE__ */ remembered(
  (comparison, ranking, id: string, date?: PriceDate): ReadonlyMap<Product, Key> =>
    new Map(ranking.map((score) => [score.product, keyOf(comparison, score, id, date)])),
);

/**
 * The products in the order that `sort` asks for; `ranking` is what `scoreProducts` gave for this comparison. Keys of
 * columns that are not there are passed over; prices of offers are those of `date`. The list is frozen: it is worked out
 * once.
 */
export const orderProducts = /* @__PURE__ */ remembered(
  (comparison, ranking, sort: readonly SortKey[], date?: PriceDate): readonly Product[] => {
    const { products, language } = comparison;
    const collator = collatorFor(language);
    // In a ranking, products that share a place stand in the order of their names, whichever end is up.
    const rows = sort.some(({ column }) => column === 'score') ? ranking.map(({ product }) => product) : [...products];
    // Sorting is stable, so that the last to sort by is the first key.
    for (const { column, descending } of [...sort].reverse()) {
      const keys = keysOf(comparison, ranking, column, date);
      rows.sort((a, b) => {
        const [x, y] = [keys.get(a), keys.get(b)];
        return x && y ? compareKeys(x, y, collator) * (descending ? -1 : 1) : Number(!x) - Number(!y);
      });
    }
    return Object.freeze(rows);
  },
);
