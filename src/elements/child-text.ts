/**
 * What cells of the page's own tables say: lines of text, and one value where a cell states one. Nothing is copied for
 * it, since the copy of an image is a request. Leaves how cells look to the page, and what values are worth to the model.
 */
import { readCell } from '../model/cell.js';
import { isDate, type Json } from '../model/shape.js';

const pictures = 'img, svg, [role=img]';
// What is said besides a value, and what is said of it for who cannot see it.
const besides = 'a, button, sup, .screen-reader-text, .sr-only';

function say(node: Node, skipped: string): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.nodeValue as string).replace(/\s+/g, ' ');
  if (node.nodeType !== Node.ELEMENT_NODE) return '';
  const element = node as Element;
  const read = (name: string) => element.getAttribute(name);
  if (element.matches(`del, s, script, style, template, noscript${skipped}`)) return '';
  if (element.matches(pictures)) {
    return read('alt') ?? read('aria-label') ?? element.querySelector('title')?.textContent ?? '';
  }
  const date = read('datetime');
  const text = isDate(date) ? date : sayAll(element, skipped);
  if (element.matches('sup')) return text.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)));
  return element.matches('br, p, div, li, ul, ol, dt, dd, h2, h3, h4, h5, h6') ? `\n${text}\n` : text;
}

const sayAll = ({ childNodes }: Element, skipped: string): string =>
  [...childNodes].map((child) => say(child, skipped)).join('');

/** What a text is by itself: `missing` for a dash, `text` where it states no value. */
export type Kind = ReturnType<typeof readCell>['type'];

export class CellReader {
  readonly #rootOf: (cell: Element) => Element;
  readonly #language: string | undefined;

  /** `rootOf` gives the element that a cell's content is in; `language`, a BCP 47 tag, is what values are read in. */
  constructor(rootOf: (cell: Element) => Element, language: string | undefined) {
    this.#rootOf = rootOf;
    this.#language = language;
  }

  /** The lines of a cell, tidied, without what `skipped`, a selector, is for; blank ones are none. */
  lines(cell: Element, skipped = ''): readonly string[] {
    return sayAll(this.#rootOf(cell), skipped && `, ${skipped}`)
      .split('\n')
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter(Boolean);
  }

  /** All that a cell says; empty where there is no cell. */
  text(cell: Element | undefined): string {
    return cell ? this.lines(cell).join(' ') : '';
  }

  /** Whether a cell holds more than a text. */
  isRich(cell: Element): boolean {
    return !!this.#rootOf(cell).firstElementChild || hintOf(cell) !== null;
  }

  /** Whether a cell shows nothing but, at most, a dash. */
  isBlank(cell: Element): boolean {
    return this.kind(this.text(cell)) === 'missing' && !this.#rootOf(cell).querySelector(':not(br, p)');
  }

  /** What a text is by itself: `missing` for a dash, `text` where it states no value. */
  kind(text: string): Kind {
    return readCell(text, { language: this.#language }).type;
  }

  /** Whether a text states a value by itself: an amount, a date, an address. */
  isValue(text: string): boolean {
    return !/^(text|missing)$/.test(this.kind(text));
  }

  /** Whether a cell says something in words, not only in pictures. */
  isText(cell: Element): boolean {
    return this.kind(this.lines(cell, pictures).join(' ')) === 'text';
  }

  /** What a cell calls its product: its first line of words, else what its picture shows. */
  name(cell: Element): string {
    return hintOf(cell) ?? this.lines(cell, `${pictures}, sup`)[0] ?? this.lines(cell)[0] ?? '';
  }

  /** The first address that a cell links to, of another page. */
  url(cell: Element): string | undefined {
    const links = [...this.#rootOf(cell).querySelectorAll<HTMLAnchorElement>('a[href]:not([href^="#"])')];
    return links.find(({ protocol }) => /^https?:/.test(protocol))?.href;
  }

  /**
   * What a cell states: the value that it is, or is but for links and footnotes, or that its first line is; else its
   * entries, where it is a list or has short lines; else its text.
   */
  value(cell: Element): Json {
    const all = this.lines(cell);
    const own = this.lines(cell, besides);
    const text = all.join(' ');
    const isList = all.length > 1 && !this.lines(cell, 'li').length;
    const value = [text, own.join(' '), own[0] ?? ''].find((candidate) => this.isValue(candidate));
    const isShort = value === undefined && all.length > 1 && all.every(({ length }) => length <= 30);
    return hintOf(cell) ?? (isList || isShort ? all : (value ?? text));
  }
}

/** What a cell is said to be worth, in the attributes that scripts which sort tables go by. */
export const hintOf = (cell: Element): string | null =>
  cell.getAttribute('data-sort') ?? cell.getAttribute('data-order') ?? cell.getAttribute('data-sort-value');
