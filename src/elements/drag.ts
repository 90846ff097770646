/**
 * Tells the drag of a weight from a choice, by how quickly weights follow one another. What is drawn by weights shares the
 * time of its frames then: the list of the new order follows in one, a table in the next, and both when the hand rests.
 */
import type { ReactiveControllerHost } from 'lit';

// Milliseconds without another change after which a hand rests.
const rest = 200;

/** Who has the odd turns of a drag, and who the even ones. */
export const turns = { list: 1, table: 0 } as const;

export class Drag {
  readonly #host: ReactiveControllerHost;
  readonly #own: number;
  #weights: unknown;
  #moved = Number.NEGATIVE_INFINITY;
  #moves = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `turn` says which turns are the host's. */
  constructor(host: ReactiveControllerHost, turn: 0 | 1) {
    this.#host = host;
    this.#own = turn;
  }

  /** Whether weights have moved with the last update, by a drag or a choice. */
  get isMoved(): boolean {
    return this.#moves > 0;
  }

  /** Whether they are being dragged; a choice, and the way back from it, are no drag. */
  get isUnderWay(): boolean {
    return this.#moves > 2;
  }

  /** Whether this turn is another one's. */
  get waits(): boolean {
    return this.isUnderWay && this.#moves % 2 !== this.#own;
  }

  /** To be called with the weights of each update; there will be one when the hand rests. */
  follow(weights: unknown): void {
    const now = performance.now();
    if (weights === this.#weights) this.#moves = 0;
    else this.#moves = now - this.#moved > rest ? 1 : this.#moves + 1;
    this.#weights = weights;
    this.#moved = this.#moves ? now : Number.NEGATIVE_INFINITY;
    clearTimeout(this.#timer);
    if (this.isUnderWay) this.#timer = setTimeout(() => this.#host.requestUpdate(), rest);
  }
}
