/**
 * Tells a box that may be too small for what is in it which of its edges have more beyond them, and makes it a region that
 * the keyboard can scroll only where there is something to scroll. Leaves how that looks to the style sheet.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class ScrollEdge implements ReactiveController {
  readonly #box: () => HTMLElement | null | undefined;
  // What is changed as sizes are observed is seen in the next frame, else browsers report an error.
  readonly #later = (): number => requestAnimationFrame(this.#look);
  #observer: ResizeObserver | undefined;
  #table: Element | undefined;
  #title: string | undefined;
  #observed: HTMLElement | undefined;

  constructor(host: ReactiveControllerHost, box: () => HTMLElement | null | undefined) {
    this.#box = box;
    host.addController(this);
  }

  hostUpdated(): void {
    const box = this.#box() ?? undefined;
    if (box !== this.#observed) {
      this.hostDisconnected();
      this.#observed = box;
      this.#observer ??= new ResizeObserver(this.#later);
      if (box) this.#observer.observe(box);
      box?.addEventListener('scroll', this.#look, { passive: true });
    }
    // Another layout is another table.
    const table = box?.firstElementChild ?? undefined;
    const title = box?.dataset.title;
    // Where one of them has another size, it is observed.
    if (table === this.#table && title === this.#title) return;
    this.#table = table;
    this.#title = title;
    if (table) this.#observer?.observe(table);
    this.#look();
  }

  hostConnected(): void {
    this.hostUpdated();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observed?.removeEventListener('scroll', this.#look);
    this.#observed = this.#table = undefined;
  }

  readonly #look = (): void => {
    const box = this.#observed;
    if (!box) return;
    const { scrollWidth, clientWidth, scrollLeft, classList } = box;
    const room = scrollWidth - clientWidth;
    // From right to left it counts down from zero.
    const passed = getComputedStyle(box).direction === 'rtl' ? room + scrollLeft : scrollLeft;
    classList.toggle('fits', room < 2);
    classList.toggle('more-left', passed > 1);
    classList.toggle('more-right', room - passed > 1);
    const names = { role: 'region', 'aria-label': box.dataset.title ?? '', tabindex: '0' };
    for (const [name, value] of Object.entries(names)) {
      if (room < 2) box.removeAttribute(name);
      else box.setAttribute(name, value);
    }
  };
}
