/** Lets rows glide from where they were to where they are, so that the eye can follow; not for who wants less motion. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { pace } from './pace.js';

// More than anybody follows, and too many to measure.
const most = 100;
// Frames come before motion.
const mostInDrag = 9;

// Milliseconds. No eye follows one order after another within this time: rows go there at once, and frames are kept.
const duration = 200;

/** Whether anybody can see a box, as far as the window goes. */
const isInSight = ({ top, bottom }: DOMRect): boolean => bottom > 0 && top < innerHeight;

export class Glide implements ReactiveController {
  readonly #rows: () => readonly HTMLElement[];
  #order = '';
  #places: ReadonlyMap<string, DOMRect> | undefined;
  #glides: Animation[] = [];
  #moved = Number.NEGATIVE_INFINITY;

  /** `rows` gives the present rows, each with a `data-key`. */
  constructor(host: ReactiveControllerHost, rows: () => readonly HTMLElement[]) {
    this.#rows = rows;
    host.addController(this);
  }

  /** To be called before the rows of these keys are rendered; `isDragged` where they follow a hand. */
  prepare(keys: readonly string[], isDragged: boolean): void {
    const isTooMuch = isDragged ? pace.isLate || keys.length > mostInDrag : keys.length > most;
    const order = isTooMuch ? '' : keys.join('\n');
    const isMove = order && this.#order && order !== this.#order;
    this.#order = order;
    this.#places = undefined;
    if (!isMove) return;
    const before = this.#moved;
    this.#moved = performance.now();
    for (const glide of this.#glides) glide.cancel();
    this.#glides = [];
    const isSlow = this.#moved - before > duration;
    this.#places = isSlow && !matchMedia('(prefers-reduced-motion: reduce)').matches ? this.#measure() : undefined;
  }

  hostUpdated(): void {
    const before = this.#places;
    if (!before) return;
    this.#places = undefined;
    const after = this.#measure();
    for (const row of this.#rows()) {
      const key = row.dataset.key as string;
      const [was, is] = [before.get(key), after.get(key)];
      if (!was || !is || (was.x === is.x && was.y === is.y) || !(isInSight(was) || isInSight(is))) continue;
      const from = { transform: `translate(${was.x - is.x}px, ${was.y - is.y}px)` };
      this.#glides.push(row.animate([from, {}], { duration, easing: 'ease-out' }));
    }
  }

  #measure(): ReadonlyMap<string, DOMRect> {
    return new Map(this.#rows().map((row) => [row.dataset.key as string, row.getBoundingClientRect()]));
  }
}
