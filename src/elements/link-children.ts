/**
 * Puts an element's links into the page, as its children, and tells the page of clicks on them. What is there already,
 * such as what a server has written, is used again; what others do to a link stays until the link is another. Leaves
 * which links there are to `page-links.ts`.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { fire } from './events.js';
import { type PageLink, slotPrefix } from './page-links.js';

const slotsOf = (links: readonly PageLink[] | undefined): string =>
  links?.map(({ attributes }) => attributes.slot).join() ?? '';

const drawn = new WeakMap<object, readonly PageLink[] | undefined>();

/** The links of what an element has drawn last, also where there is no page for them to stand in. */
export const linksDrawn = (host: object): readonly PageLink[] => drawn.get(host) ?? [];

export class LinkChildren implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #written = new WeakMap<Element, PageLink>();
  #isUsed = false;
  #root: HTMLElement | null | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Takes the links of what the host draws, `undefined` while it has nothing to show; for its `render`. */
  draw(links: readonly PageLink[] | undefined): void {
    const before = slotsOf(drawn.get(this.#host));
    drawn.set(this.#host, links);
    // WebKit forgets all boxes of an element whose slots change, and lays the page out once without those of a container
    // for queries: it would be too short for where it is scrolled to.
    if (!before || before === slotsOf(links)) return;
    this.#root = this.#host.shadowRoot?.querySelector<HTMLElement>('.root');
    this.#root?.style.setProperty('min-height', `${this.#root.offsetHeight}px`);
  }

  hostConnected(): void {
    // The middle button's click is one of its own kind.
    for (const type of ['click', 'auxclick'] as const) this.#host.addEventListener(type, this.#onClick);
    document.addEventListener('visibilitychange', this.#onReturn);
  }

  hostDisconnected(): void {
    for (const type of ['click', 'auxclick'] as const) this.#host.removeEventListener(type, this.#onClick);
    document.removeEventListener('visibilitychange', this.#onReturn);
  }

  hostUpdated(): void {
    const links = drawn.get(this.#host);
    // What was written ahead stays until there is something to put in its place.
    if (!links && !this.#isUsed) return;
    this.#isUsed = true;
    const there = new Map<string, Element>();
    for (const child of [...this.#host.children]) {
      const { localName, slot } = child;
      if (localName !== 'a' || !slot.startsWith(slotPrefix)) continue;
      if (there.has(slot)) child.remove();
      else there.set(slot, child);
    }
    const added: Element[] = [];
    for (const link of links ?? []) {
      const { slot } = link.attributes;
      const found = there.get(slot);
      const anchor = found ?? document.createElement('a');
      there.delete(slot);
      if (!found) added.push(anchor);
      this.#write(anchor, link);
    }
    this.#host.append(...added);
    for (const anchor of there.values()) anchor.remove();
    // The boxes are there again once they are asked for.
    if (this.#root?.offsetHeight) this.#root.style.removeProperty('min-height');
    this.#root = undefined;
  }

  #write(anchor: Element, link: PageLink): void {
    const before = this.#written.get(anchor);
    const { attributes } = link;
    this.#written.set(anchor, link);
    for (const [name, value] of Object.entries(attributes)) {
      // Of one that leads elsewhere nothing stays that others have made of it: not that `rel` says nothing, either.
      if (before?.attributes.href === attributes.href && before.attributes[name as 'rel'] === value) continue;
      if (value === undefined) anchor.removeAttribute(name);
      else if (anchor.getAttribute(name) !== value) anchor.setAttribute(name, value);
    }
    if (before?.text !== link.text && anchor.textContent !== link.text) anchor.textContent = link.text;
  }

  readonly #onClick = (event: MouseEvent): void => {
    // Of the buttons besides the first only the middle one follows a link, and none one that the page holds back.
    if (event.button > 1 || event.defaultPrevented) return;
    const anchor = (event.target as Element).closest<HTMLAnchorElement>('a');
    const link = anchor?.parentElement === this.#host && this.#written.get(anchor);
    if (!link) return;
    if (!fire(this.#host, 'g6-link-click', { ...link.detail, url: anchor.href })) event.preventDefault();
  };

  /** Prices that were shown grow old while nobody looks. */
  readonly #onReturn = (): void => this.#host.requestUpdate();
}
