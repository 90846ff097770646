/**
 * While weights change from frame to frame, only the rows that can be seen follow; the others stay as they were drawn last
 * until the hand rests. So a drag costs what a reader sees of it, however long the table is. Leaves the order to
 * `table-plan.ts`, and the drawing to the table.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Product } from '../model/comparison.js';
import { isInSight } from './in-sight.js';
import type { Window } from './row-window.js';

// Milliseconds without another change after which a hand rests.
const rest = 200;

export class UnseenRows implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #rows: () => readonly HTMLElement[];
  #drawn: readonly Product[] = [];
  #stale: ReadonlySet<Product> = new Set();
  #weights: unknown;
  #moved = Number.NEGATIVE_INFINITY;
  /** How many times weights have moved since the hand has rested. */
  #moves = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** From which row on, and up to which, they can be seen. */
  #sight: readonly [number, number] = [0, 0];

  /** `rows` gives the present rows of products. */
  constructor(host: ReactiveControllerHost, rows: () => readonly HTMLElement[]) {
    this.#host = host;
    this.#rows = rows;
    host.addController(this);
  }

  /** Whether the row of a product that is to be drawn stays as it is. */
  readonly isStale = (product: Product): boolean => this.#stale.has(product);

  /**
   * The products of the rows to draw, in their order: those in the window, of `products` in the order of `weights`. Without
   * a window there are no rows.
   */
  follow(products: readonly Product[], window: Window | undefined, weights: unknown): readonly Product[] {
    const [before, lastMove, isMoved] = [this.#drawn, this.#moved, weights !== this.#weights];
    const all = window ? products.slice(window.start, window.end) : [];
    this.#weights = weights;
    this.#moved = isMoved ? performance.now() : Number.NEGATIVE_INFINITY;
    this.#moves = this.#moved - lastMove > rest ? 1 : this.#moves + 1;
    this.#drawn = all;
    this.#stale = new Set();
    clearTimeout(this.#timer);
    // A choice, and the way back from it, are no drag.
    if (!isMoved || this.#moves < 3 || before.length !== all.length) return all;
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
    this.#timer = setTimeout(() => this.#host.requestUpdate(), rest);
    return this.#drawn;
  }

  hostUpdated(): void {
    if (this.#moved < 0) return;
    const rows = this.#rows().map((row) => isInSight(row.getBoundingClientRect()));
    // Some more, since a row may grow or shrink by what changes in it.
    this.#sight = [rows.indexOf(true) - 2, rows.lastIndexOf(true) + 3];
  }
}
