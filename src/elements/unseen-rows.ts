/**
 * While a weight is dragged, only the rows that can be seen follow; the others stay as they were drawn last until the hand
 * rests. So a drag costs what a reader sees of it, however long the table is. Leaves the order to `table-plan.ts`, when it
 * is a drag to `drag.ts`, and the drawing to the table.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Product } from '../model/comparison.js';
import type { Drag } from './drag.js';
import { isInSight } from './in-sight.js';
import type { Window } from './row-window.js';

export class UnseenRows implements ReactiveController {
  readonly #drag: Drag;
  readonly #rows: () => readonly HTMLElement[];
  #drawn: readonly Product[] = [];
  #stale: ReadonlySet<Product> = new Set();
  /** From which row on, and up to which, they can be seen. */
  #sight: readonly [number, number] = [0, 0];

  /** `rows` gives the present rows of products. */
  constructor(host: ReactiveControllerHost, drag: Drag, rows: () => readonly HTMLElement[]) {
    this.#drag = drag;
    this.#rows = rows;
    host.addController(this);
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
    if (!this.#drag.isUnderWay || before.length !== all.length) return all;
    const known = new Set(products);
    if (!before.every((product) => known.has(product))) return all;
    const isSeen = (_: Product, index: number) => index >= this.#sight[0] && index < this.#sight[1];
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

  hostUpdated(): void {
    if (!this.#drag.isMoved) return;
    const rows = this.#rows().map((row) => isInSight(row.getBoundingClientRect()));
    // Some more, since a row may grow or shrink by what changes in it.
    this.#sight = [rows.indexOf(true) - 2, rows.lastIndexOf(true) + 3];
  }
}
