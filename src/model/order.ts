/**
 * The order of rows: by kind and converted amount, text as people of that language sort it, what is missing or
 * unreadable last in both directions, ties in the document's order. Leaves what amounts are worth to `quantity.ts` and
 * scores to `score.ts`.
 */
import type { Cell } from './cell.js';
import { type Column, isAmount } from './column.js';
import type { Comparison, Product } from './comparison.js';
import { baseAmount, baseMaximum, baseOf, type Quantity } from './quantity.js';
import type { ProductScore, Ranking } from './score.js';

/** One key of a sort: a column's id and its direction. */
export interface SortKey {
  readonly column: string;
  readonly descending: boolean;
}

/** Reads `-score name` into sort keys; a minus sign means descending. */
export function parseSort(text: string): readonly SortKey[] {
  return text
    .split(/[\s,]+/)
    .filter((word) => word && word !== '-')
    .map((word) => ({ column: word.replace(/^-/, ''), descending: word.startsWith('-') }));
}

/** Writes sort keys the way `parseSort` reads them. */
export const writeSort = (sort: readonly SortKey[]): string =>
  sort.map(({ column, descending }) => (descending ? '-' : '') + column).join(' ');

/** What a row is ordered by in one column: amounts by kind and size, all else by its text; `undefined` is last. */
type Key = { readonly kind: string; readonly size: number; readonly end: number } | string | undefined;

function amountKey(quantity: Quantity, mixed: boolean): Key {
  const { kind, per } = quantity;
  // Amounts on different bases have no common measure: they are ordered as printed.
  const basis = mixed || !per ? 1 : baseOf(per);
  // What a quotient of decimals loses in binary comes back in fifteen digits: $3.50/100 g is $0.35/10 g.
  const each = (amount: number): number => Number((amount / basis).toPrecision(15));
  return { kind, size: each(baseAmount(quantity)), end: each(baseMaximum(quantity)) };
}

function cellKey(cell: Cell | undefined, { type, mixed }: Column): Key {
  if (!cell || cell.type !== type) return undefined;
  if (cell.quantity && isAmount(type)) return amountKey(cell.quantity, mixed);
  const size = type === 'boolean' ? Number(cell.checked) : type === 'date' ? Date.parse(cell.text) : undefined;
  return size === undefined ? cell.text : { kind: type, size, end: size };
}

function compareKeys(a: Key, b: Key, collator: Intl.Collator): number {
  if (typeof a === 'object' && typeof b === 'object') {
    return (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) || a.size - b.size || a.end - b.end;
  }
  return collator.compare(a as string, b as string);
}

/** How texts of a language are sorted: "Item 2" before "Item 10". Falls back to English for an unknown language. */
export function collatorFor(language: string | undefined): Intl.Collator {
  return new Intl.Collator(language === undefined ? 'en' : [language, 'en'], { numeric: true });
}

/** A comparison of two products by one column, for `Array.prototype.sort`; `undefined` for a column that is not there. */
function comparatorFor(
  { column: id, descending }: SortKey,
  comparison: Comparison,
  scores: ReadonlyMap<string, ProductScore>,
  collator: Intl.Collator,
): ((a: Product, b: Product) => number) | undefined {
  const direction = descending ? -1 : 1;
  if (id === 'score') {
    return (a, b) => {
      const [x, y] = [scores.get(a.id)?.exact, scores.get(b.id)?.exact];
      // Products that share a place stand in the order of their names, whichever end is up.
      if (x && y) return x.compare(y) * direction || collator.compare(a.name, b.name);
      return Number(!x) - Number(!y);
    };
  }
  const column = comparison.columns.find((other) => other.id === id);
  const isCriterion = comparison.rubric?.criteria.some((criterion) => criterion.id === id);
  const keyOf = (product: Product): Key => {
    if (id === 'name') return product.name;
    if (id === 'bestFor') return product.bestFor;
    if (column) return cellKey(product.cells[id], column);
    const size = product.scores[id]?.value;
    return size === undefined ? undefined : { kind: '', size, end: size };
  };
  if (!column && !isCriterion && id !== 'name' && id !== 'bestFor') return undefined;
  const keys = new Map(comparison.products.map((product) => [product, keyOf(product)]));
  return (a, b) => {
    const [x, y] = [keys.get(a), keys.get(b)];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
    return compareKeys(x, y, collator) * direction;
  };
}

/** The products in the order that `sort` asks for; keys of columns that are not there are passed over. */
export function orderProducts(comparison: Comparison, ranking: Ranking, sort: readonly SortKey[]): readonly Product[] {
  const collator = collatorFor(comparison.language);
  const scores = new Map(ranking.map((score) => [score.product.id, score]));
  const comparators = sort.flatMap((key) => comparatorFor(key, comparison, scores, collator) ?? []);
  return [...comparison.products].sort((a, b) => {
    for (const compare of comparators) {
      const result = compare(a, b);
      if (result) return result;
    }
    return 0;
  });
}
