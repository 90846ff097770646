/**
 * Follows a weight that is dragged, and shares the time of its frames among what is drawn by it: the list of the new order
 * follows in one, a table in another, and both when the hand rests. Leaves how often to `pace.ts`.
 */
import type { ReactiveControllerHost } from 'lit';
import type { Snapshot } from './context.js';
import { pace } from './pace.js';

// Milliseconds without another step after which a hand rests; nobody waits for a turn any longer.
const rest = 200;

export class Drag {
  readonly #host: ReactiveControllerHost;
  readonly #isHalfway: boolean;
  #weights: unknown;
  #steps = 0;
  #drawn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether what is drawn by the last step waits for its turn. */
  waits = false;

  /** `turn` is the host's: where steps are counted anew, or halfway from there. */
  constructor(host: ReactiveControllerHost, turn: 'first' | 'halfway') {
    this.#host = host;
    this.#isHalfway = turn === 'halfway';
  }

  get isUnderWay(): boolean {
    return this.#steps > 0;
  }

  /** To be called with each snapshot; says whether the host is not to be drawn by it yet. */
  follow({ view: { weights }, isDragged }: Snapshot): boolean {
    const isStep = isDragged && weights !== this.#weights;
    this.#weights = weights;
    clearTimeout(this.#timer);
    if (!isStep) return this.#end();
    this.#steps++;
    const now = performance.now();
    const { steps } = pace;
    // The first step may be the only one.
    this.waits =
      this.#steps > 1 && this.#steps % steps !== (this.#isHalfway ? steps / 2 : 0) && now - this.#drawn < rest;
    if (!this.waits) this.#drawn = now;
    pace.watch(rest);
    this.#timer = setTimeout(() => {
      this.#end();
      this.#host.requestUpdate();
    }, rest);
    return this.waits;
  }

  #end(): false {
    this.#steps = 0;
    this.waits = false;
    return false;
  }
}
