/**
 * Which of very many rows there have to be: those that can be seen, and some around them. Leaves drawing them, and the
 * room that the others take, to the table.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { aheadIn } from './adopt.js';

/** So many rows are all there. */
export const few = 200;
/** So many are seen before anybody has looked. */
export const firstSeen = 20;
/** So many rows that were rendered ahead stay for as long as their order does; more would take too long to compare. */
const most = 1000;
/** So many rows beyond what can be seen are there, so that a scroll finds some. */
const around = 12;

export interface Window {
  readonly start: number;
  readonly end: number;
  /** The room that the rows before and after take, in pixels. */
  readonly before: number;
  readonly after: number;
}

export class RowWindow implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #body: () => HTMLElement | null | undefined;
  #height = 0;
  #first = 0;
  #visible = firstSeen;
  #count = 0;
  #ahead: readonly unknown[] | undefined;
  /** Whether the page is being printed, all of it. */
  isPrinting = false;

  /** `body` gives the element whose children are the rows and the two spacers around them. */
  constructor(host: ReactiveControllerHost & HTMLElement, body: () => HTMLElement | null | undefined) {
    this.#host = host;
    this.#body = body;
    host.addController(this);
  }

  hostConnected(): void {
    // What scrolls may be the page or anything around the table.
    document.addEventListener('scroll', this.#look, { capture: true, passive: true });
    addEventListener('resize', this.#onResize);
    addEventListener('beforeprint', this.#onPrint);
    addEventListener('afterprint', this.#onPrint);
  }

  hostDisconnected(): void {
    document.removeEventListener('scroll', this.#look, { capture: true });
    removeEventListener('resize', this.#onResize);
    removeEventListener('beforeprint', this.#onPrint);
    removeEventListener('afterprint', this.#onPrint);
  }

  /** The rows to draw of these; the same list is the same order. */
  of(rows: readonly unknown[]): Window {
    const count = rows.length;
    this.#count = count;
    if (count <= most && aheadIn(this.#host.shadowRoot)) this.#ahead = rows;
    // Servers see nothing, and who reads without a script would not get at the others.
    if (count <= few || rows === this.#ahead || this.isPrinting || !globalThis.document)
      return { start: 0, end: count, before: 0, after: 0 };
    // Whole lines of cards, however many stand beside one another, so that none changes its place on the line.
    const start = 12 * Math.floor(Math.max(0, Math.min(this.#first, count - 1) - around) / 12);
    const end = Math.min(count, this.#first + this.#visible + around);
    return { start, end, before: start * this.#height, after: (count - end) * this.#height };
  }

  hostUpdated(): void {
    const body = this.#body();
    if (!body || this.#count <= few) return;
    const rows = [...body.children].filter((row) => !row.ariaHidden);
    const [first, last] = [rows[0], rows.at(-1)].map((row) => row?.getBoundingClientRect());
    // Measured once for a width, so that the room of what is not there does not change under the reader's hand.
    if (first && last && !this.#height) {
      this.#height = (last.bottom - first.top) / rows.length;
      this.#renew();
    }
    // Lit warns of an update that asks for another.
    queueMicrotask(this.#look);
  }

  readonly #look = (): void => {
    const body = this.#body();
    if (!body || !this.#height || this.#count <= few) return;
    const { top } = body.getBoundingClientRect();
    const first = Math.max(0, Math.floor(-top / this.#height));
    const visible = Math.ceil(innerHeight / this.#height);
    // Some rows are there already.
    if (Math.abs(first - this.#first) < around / 2 && visible === this.#visible) return;
    this.#first = first;
    this.#visible = visible;
    this.#renew();
  };

  /** Draws again, after what is being drawn. */
  readonly #renew = (): void => {
    this.#host.updateComplete.then(() => this.#host.requestUpdate());
  };

  readonly #onResize = (): void => {
    this.#height = 0;
    this.hostUpdated();
  };

  readonly #onPrint = ({ type }: Event): void => {
    this.isPrinting = type === 'beforeprint';
    this.#renew();
  };
}
