/**
 * While a weight is dragged, only the rows that can be seen follow; the others stay as they were drawn last until the hand
 * rests. So a drag costs what a reader sees of it, however long the table is. Leaves the order to `table-plan.ts`, when it
 * is a drag to `drag.ts`, and the drawing to the table.
 */
import type { Product } from '../model/comparison.js';
import type { Drag } from './drag.js';
import type { Window } from './row-window.js';

// So few rows are seen all of them, or as good as.
const few = 12;
// So many rows more on either side, since rows may grow or shrink by what changes in them.
const around = 2;

/** The index of the first element for which this is so, as it is then for all after it; their number where there is none. */
function firstIndex<T>(list: readonly T[], isSo: (element: T) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(list[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

export class UnseenRows {
  readonly #drag: Drag;
  readonly #rows: () => readonly HTMLElement[];
  #drawn: readonly Product[] = [];
  #stale: ReadonlySet<Product> = new Set();

  /** `rows` gives the present rows of products. */
  constructor(drag: Drag, rows: () => readonly HTMLElement[]) {
    this.#drag = drag;
    this.#rows = rows;
  }

  /** Whether the row of a product that is to be drawn stays as it is. */
  readonly isStale = (product: Product): boolean => this.#stale.has(product);

  /**
   * The products of the rows to draw, in their order: those in the window, of `products` in the order of the weights.
   * Without a window there are no rows.
   */
  follow(products: readonly Product[], window: Window | undefined): readonly Product[] {
    const before = this.#drawn;
    const all = window ? products.slice(window.start, window.end) : [];
    this.#drawn = all;
    this.#stale = new Set();
    if (!this.#drag.isUnderWay || all.length <= few || before.length !== all.length) return all;
    const known = new Set(products);
    if (!before.every((product) => known.has(product))) return all;
    const [first, end] = this.#sight();
    const isSeen = (_: Product, index: number) => index >= first && index < end;
    const seen = new Set(all.filter(isSeen));
    // One that comes into sight changes places with one that goes, so that nothing between them moves.
    const leaving = before.filter((product, index) => isSeen(product, index) && !seen.has(product));
    this.#drawn = before.map(
      (product, index) =>
        (isSeen(product, index) ? all[index] : seen.has(product) ? leaving.pop() : product) as Product,
    );
    this.#stale = new Set(this.#drawn.filter((product) => !seen.has(product)));
    return this.#drawn;
  }

  /** From which row on, and up to which, they can be seen. */
  #sight(): readonly [number, number] {
    const rows = this.#rows();
    const first = firstIndex(rows, (row) => row.getBoundingClientRect().bottom > 0);
    const end = firstIndex(rows, (row) => row.getBoundingClientRect().top >= innerHeight);
    return [first - around, end + around];
  }
}
