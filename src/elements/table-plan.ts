/**
 * What a table is to show, from the snapshot and from what its page asks for: which products in which order, which
 * columns, in which layout. Leaves the drawing to the other files of the table.
 */
import { bestIn } from '../model/best.js';
import type { Comparison, Product } from '../model/comparison.js';
import { type Facet, type Filter, facetsOf, filterProducts, isFiltered, type TextOf } from '../model/filter.js';
import type { PriceDate } from '../model/offer.js';
import { orderProducts, parseSort, type SortKey } from '../model/order.js';
import { scoresByProduct } from '../model/rank.js';
import type { ProductScore, Ranking } from '../model/score.js';
import type { View } from '../model/view.js';
import { shownTexts } from './cell-text.js';
import type { Snapshot } from './context.js';
import { priceDate } from './price-moment.js';
import { remember } from './remember.js';
import type { Locale } from './strings.js';
import { columnIds, type TableColumn, tableColumns } from './table-columns.js';

/** What the page asks for; absent is what is usual. */
export interface Wishes {
  readonly columns?: string | undefined;
  readonly sort?: string | undefined;
  readonly layout?: string | undefined;
  readonly limit?: number | undefined;
  readonly canCompare: boolean;
  /** The order of the reader's that the page has overruled since. */
  readonly overruled: readonly SortKey[] | undefined;
  readonly showsAll: boolean;
  /** How old a price may be, as the attribute says it. */
  readonly maxAge: string | null | undefined;
}

export interface Plan {
  readonly comparison: Comparison;
  readonly title: string;
  readonly columns: readonly TableColumn[];
  /** When the prices of offers are looked at. */
  readonly date: PriceDate;
  readonly scores: ReadonlyMap<Product, ProductScore>;
  /** The same by the publisher's weights, where those are by the reader's. */
  readonly published: ReadonlyMap<Product, ProductScore> | undefined;
  /** The products with the best value of a column. */
  readonly best: ReadonlyMap<TableColumn, ReadonlySet<Product>>;
  /** The notes to what is shown, each once. */
  readonly notes: readonly string[];
  readonly initial: readonly SortKey[];
  readonly sort: readonly SortKey[];
  readonly filter: Filter;
  /** What there is to choose from. */
  readonly facets: () => readonly Facet[];
  /** How many products match the filter. */
  readonly matching: number;
  /** The ids of the products that are picked, as far as they are there. */
  readonly selection: readonly string[];
  /** Whether those stand side by side now. */
  readonly isCompared: boolean;
  readonly onlyDifferences: boolean;
  readonly layout: 'auto' | 'table' | 'cards' | 'matrix';
  /** The one that the reader has asked for. */
  readonly ownLayout: View['layout'];
  /** The products to show, in their order. */
  readonly products: readonly Product[];
  /** What there would be without a limit. */
  readonly all: readonly Product[];
  /** Whether there are more than the limit, shown or not. */
  readonly isLimited: boolean;
}

const layouts = ['auto', 'table', 'cards', 'matrix'] as const;

const nothing = {};
const nobody: readonly string[] = [];

/** More columns of a matrix than anybody compares, and each is drawn. */
export const mostColumns = 40;

/** The order that a table begins with: the one that is asked for, else by composite, else the document's own. */
export function initialSort(text: string, comparison: Comparison, ranking: Ranking): readonly SortKey[] {
  const ids = columnIds(comparison);
  const own = parseSort(text).filter(({ column }) => ids.has(column));
  return own.length || !ranking.some(({ exact }) => exact) ? own : [{ column: 'score', descending: true }];
}

/**
 * Makes the plans of one table. Thousands of products are ordered and filtered again only where what was asked for is
 * another than before.
 */
export function planner(): (comparison: Comparison, snapshot: Snapshot, wishes: Wishes, locale: Locale) => Plan {
  const initialOf = remember(initialSort);
  const textsOf = remember(
    (comparison: Comparison, locale: Locale): TextOf =>
      (product) =>
        shownTexts(product, comparison, locale),
  );
  const match = remember((all: Comparison, ranking: Ranking, filter: Filter, textOf: TextOf) =>
    isFiltered(filter) ? new Set(filterProducts(all, ranking, filter, textOf)) : undefined,
  );
  const facets = remember(
    (all: Comparison, ranking: Ranking, filter: Filter, columns: readonly TableColumn[], textOf: TextOf) =>
      facetsOf(
        all,
        ranking,
        filter,
        columns.map(({ id }) => id),
        textOf,
      ),
  );
  const keep = remember((ordered: readonly Product[], matching: ReadonlySet<Product> | undefined) =>
    matching ? ordered.filter((product) => matching.has(product)) : ordered,
  );
  const pick = remember(({ products }: Comparison, ids: readonly string[]) =>
    ids.flatMap((id) => products.find((product) => product.id === id) ?? []),
  );
  const lift = remember((picked: readonly Product[], matched: readonly Product[]) =>
    picked.length ? [...picked, ...matched.filter((product) => !picked.includes(product))] : matched,
  );
  const cut = remember((all: readonly Product[], limit: number) => all.slice(0, limit));
  const columnsOf = remember(tableColumns);
  const hasOffers = remember(({ products }: Comparison) => products.some(({ offers }) => offers?.length));
  const dateOf = remember((now: PriceDate['now'], maxAge: PriceDate['maxAge']): PriceDate => ({ now, maxAge }));
  // No weight changes what is best in a column.
  const bestOf = remember((comparison: Comparison, published: Ranking, columns: readonly TableColumn[]) => {
    const marked = columns.filter(({ kind, type }) => kind !== 'score' && kind !== 'offers' && type !== 'boolean');
    return new Map(marked.map((column) => [column, bestIn(comparison, published, column.id, column.better)]));
  });
  const notesOf = remember((products: readonly Product[], columns: readonly TableColumn[]) => {
    const specs = columns.filter(({ kind }) => kind === 'spec');
    return [...new Set(products.flatMap(({ cells }) => specs.flatMap(({ id }) => cells[id]?.note || [])))];
  });

  return (comparison, snapshot, wishes, locale) => {
    const { ranking, published, view } = snapshot;
    const { layout, limit, canCompare, overruled, showsAll } = wishes;
    const { filter = nothing, onlyDifferences = false, selection = nobody } = view;
    // Without offers nothing depends on the time.
    const { now, maxAge } = priceDate(snapshot, wishes.maxAge);
    const date = hasOffers(comparison) ? dateOf(now, maxAge) : nothing;
    const columns = columnsOf(comparison, wishes.columns ?? '', locale, date);
    const initial = initialOf(wishes.sort ?? '', comparison, ranking);
    const sort = view.sort && view.sort !== overruled ? view.sort : initial;
    const textOf = textsOf(comparison, locale);
    const matched = keep(orderProducts(comparison, ranking, sort, date), match(comparison, ranking, filter, textOf));
    const picked = pick(comparison, canCompare ? selection : nobody);
    const isCompared = picked.length > 1 && view.layout === 'matrix';
    const available = isCompared ? picked : lift(picked, matched);
    // Products side by side in another table of the same comparison leave this one as it is.
    const asked = view.layout === 'matrix' && selection.length > 1 ? undefined : view.layout;
    const wanted = asked ?? layouts.find((known) => known === layout) ?? 'auto';
    const most = limit ?? (wanted === 'matrix' ? mostColumns : Number.POSITIVE_INFINITY);
    const products = isCompared || showsAll || available.length <= most ? available : cut(available, most);
    return {
      comparison,
      title: comparison.title ?? locale.table,
      columns,
      date,
      scores: scoresByProduct(ranking),
      published: view.weights && scoresByProduct(published),
      best: bestOf(comparison, published, columns),
      notes: notesOf(products, columns),
      initial,
      sort,
      filter,
      facets: () => facets(comparison, ranking, filter, columns, textOf),
      matching: matched.length,
      selection: picked.map(({ id }) => id),
      isCompared,
      onlyDifferences,
      layout: isCompared ? 'matrix' : wanted,
      ownLayout: view.layout,
      products,
      all: available,
      isLimited: !isCompared && available.length > most,
    };
  };
}
