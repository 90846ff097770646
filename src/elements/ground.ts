/**
 * Finds the colour that the page has behind an element, so that what sticks can cover what passes under it. Leaves where
 * that is used to the style sheets, which read it as `--ground`.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The first background colour from an element outwards that hides what is behind it; the canvas's own otherwise. */
function groundOf(start: Element): string {
  let element: Element | null | undefined = start;
  while (element) {
    const { backgroundColor }: CSSStyleDeclaration = getComputedStyle(element);
    if (!/^(transparent|.*[,/] ?0(\.\d+)?\))$/.test(backgroundColor)) return backgroundColor;
    element = element.assignedSlot ?? element.parentElement ?? outside(element);
  }
  return 'Canvas';
}

/** The element whose shadow tree another stands in. */
const outside = (element: Element): Element | undefined => (element.getRootNode() as Partial<ShadowRoot>).host;

export class Ground implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #root: () => HTMLElement | null | undefined;
  #colored: HTMLElement | undefined;
  readonly #dark = globalThis.matchMedia?.('(prefers-color-scheme: dark)');

  /** `root` gives the element that the colour is set on. */
  constructor(host: ReactiveControllerHost & HTMLElement, root: () => HTMLElement | null | undefined) {
    this.#host = host;
    this.#root = root;
    host.addController(this);
  }

  hostConnected(): void {
    this.#dark?.addEventListener('change', this.#look);
    // Pages change their colours with a class on anything; what sticks is seen while scrolling.
    document.addEventListener('scrollend', this.#look, { capture: true });
  }

  hostDisconnected(): void {
    this.#dark?.removeEventListener('change', this.#look);
    document.removeEventListener('scrollend', this.#look, { capture: true });
  }

  hostUpdated(): void {
    if (this.#root() !== this.#colored) this.#look();
  }

  readonly #look = (): void => {
    this.#colored = this.#root() ?? undefined;
    this.#colored?.style.setProperty('--ground', groundOf(this.#host));
  };
}
