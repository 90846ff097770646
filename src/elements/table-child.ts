/**
 * The page's own table in the place of a document. What it says is read; what its cells hold is slotted, node by node,
 * into what is drawn of them, as children of the element that draws. A slot of the same name keeps each cell's place, so
 * that everything finds back: when the element goes or is given another comparison, and in copies of the page that
 * others have made. Leaves the reading to the other files of the child.
 */
import type { Product } from '../model/comparison.js';
import { placeOf } from '../model/shape.js';
import { readBreakdown } from './child-breakdown.js';
import { readGrid } from './child-grid.js';
import { type ChildDocument, readProducts } from './child-products.js';
import { CellReader } from './child-text.js';

/** What a cell's content is in while it is drawn elsewhere, and who draws it. */
interface Loan {
  readonly wrapper: HTMLElement;
  readonly home: Element;
}

const everything = { childList: true, subtree: true, characterData: true } as const;

let count = 0;

export class TableChild {
  readonly #host: Element;
  readonly #onChange: () => void;
  readonly #loans = new Map<Element, Loan>();
  #observer: MutationObserver | undefined;
  #table: HTMLTableElement | null | undefined;
  #isRead = false;
  #text: string | undefined;
  /** What was read last. */
  content: ChildDocument | undefined;

  /** `onChange` is called when a script has changed the table. */
  constructor(host: Element, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
  }

  /** Follows this table, or none; gives whether it says something else than what was said last. */
  follow(table: HTMLTableElement | null | undefined, language: string | undefined): boolean {
    if (table !== this.#table) {
      this.leave();
      this.#table = table;
      if (table) this.#watch(table);
    }
    if (!table || this.#isRead) return false;
    const cells = new CellReader((cell) => {
      const { wrapper } = this.#loans.get(cell) ?? {};
      return wrapper?.parentNode ? wrapper : cell;
    }, language);
    this.#isRead = true;
    const grid = readGrid(table, cells);
    this.content = readBreakdown(grid, cells) ?? readProducts(grid, cells);
    const before = this.#text;
    this.#text = JSON.stringify(this.content.document);
    return this.#text !== before;
  }

  /** The name of the slot that an element is to draw in the place of a product's text; `undefined` where that is all. */
  slotOf(product: Product, column: string, home: Element): string | undefined {
    const place = Number(placeOf(product).replace('/products/', ''));
    return this.slotFor(this.content?.cells[place]?.get(column), home);
  }

  /** The same for a cell; one content is in one place only. */
  slotFor(cell: Element | undefined, home: Element): string | undefined {
    const loan = cell && this.#loans.get(cell);
    if (loan) return loan.home === home ? loan.wrapper.slot : undefined;
    if (!cell) return undefined;
    // Headings of rows are bold where the page has them.
    const wrapper = document.createElement(cell.localName === 'th' ? 'b' : 'span');
    wrapper.slot = `cell-${++count}`;
    this.#loans.set(cell, { wrapper, home });
    return wrapper.slot;
  }

  /** Brings the contents of the cells whose slots an element has drawn. */
  bring(home: Element): void {
    if (this.#observer?.takeRecords().length) queueMicrotask(this.#hear);
    for (const [cell, loan] of this.#loans) {
      if (loan.home !== home) continue;
      if (loan.wrapper.parentNode !== home) {
        home.append(loan.wrapper);
        this.#observer?.observe(loan.wrapper, everything);
      }
      take(cell, loan);
    }
    this.#observer?.takeRecords();
  }

  /** Gives back what an element draws, or everything, and follows the table no more. */
  leave(home?: Element): void {
    for (const [cell, loan] of this.#loans) if (!home || loan.home === home) this.#giveBack(cell, loan);
    if (home) this.#observer?.takeRecords();
    else {
      this.#observer?.disconnect();
      this.#table = undefined;
      this.#isRead = false;
    }
  }

  #watch(table: HTMLTableElement): void {
    let root: Element = table;
    while (root.parentElement && root.parentElement !== this.#host) root = root.parentElement;
    this.#observer ??= new MutationObserver(this.#hear);
    this.#observer.observe(root, everything);
    // In a copy of the page the contents are where they were drawn.
    for (const wrapper of this.#host.querySelectorAll<HTMLElement>('[slot^=cell-]')) {
      const cell = root.querySelector(`slot[name="${wrapper.slot}"]`)?.parentElement;
      count = Math.max(count, Number.parseInt(wrapper.slot.slice(5), 10) || 0);
      if (!cell) continue;
      this.#loans.set(cell, { wrapper, home: wrapper.parentElement as Element });
      this.#observer.observe(wrapper, everything);
    }
  }

  readonly #hear = (): void => {
    this.#isRead = false;
    for (const [cell, loan] of this.#loans) {
      // A row that a script has taken out may come back.
      if (!this.#table?.parentElement?.contains(cell)) this.#giveBack(cell, loan);
      else if (loan.wrapper.parentNode) take(cell, loan);
    }
    this.#observer?.takeRecords();
    this.#onChange();
  };

  #giveBack(cell: Element, { wrapper }: Loan): void {
    placeIn(cell, wrapper)?.replaceWith(...wrapper.childNodes);
    wrapper.remove();
    this.#loans.delete(cell);
  }
}

/** The slot that keeps the place of a cell's content. */
const placeIn = ({ children }: Element, { slot }: HTMLElement): Element | undefined =>
  [...children].find((child) => child instanceof HTMLSlotElement && child.name === slot);

/** Takes what a cell holds into its wrapper: beside what is there, or instead where the place is gone. */
function take(cell: Element, { wrapper }: Loan): void {
  const nodes = [...cell.childNodes];
  const place = placeIn(cell, wrapper);
  const at = place ? nodes.indexOf(place) : -1;
  if (!at && !nodes[1]) return;
  if (!place) {
    wrapper.replaceChildren();
    const slot = document.createElement('slot');
    slot.name = wrapper.slot;
    cell.append(slot);
  }
  wrapper.prepend(...nodes.slice(0, Math.max(at, 0)));
  wrapper.append(...nodes.slice(at + 1));
}
