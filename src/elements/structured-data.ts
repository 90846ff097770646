/**
 * Structured data for search engines, of what elements with `structured-data` show: one script for a comparison, however
 * many elements share it, and none without them. Leaves the terms to `src/json-ld`.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { jsonLd, type Showing, type Shown } from '../json-ld/json-ld.js';
import { scriptText } from '../json-ld/script-text.js';
import type { Comparison, Product } from '../model/comparison.js';
import { offersOf, type PriceDate, type PricedOffer } from '../model/offer.js';
import { orderProducts } from '../model/order.js';
import type { Ranking } from '../model/score.js';
import { isOn } from './is-on.js';
import { hrefOf } from './page-links.js';
import { few, firstSeen } from './row-window.js';
import type { ComparisonSource } from './source.js';
import type { TableColumn } from './table-columns.js';
import { initialSort, mostColumns } from './table-plan.js';
import { signerOf } from './templates.js';

/** What an element must have to write structured data. */
export interface StructuredDataHost extends ReactiveControllerHost, HTMLElement {
  /** Whether it does. */
  structuredData: boolean | string | null | undefined;
}

/** What the line below the scores says, and what of a product its name and its link do. */
const shownOf = (comparison: Comparison, { name, brand, url }: Product): Shown => ({
  ...(comparison.rubric && signerOf(comparison)),
  updated: comparison.updated,
  url,
  brand: brand && name.includes(brand) ? brand : undefined,
});

/** The offers of a product with the addresses that their links have. */
export const linkedOffers = (
  comparison: Comparison,
  product: Product,
  date: PriceDate,
  linkParams: string,
): readonly PricedOffer[] =>
  offersOf(comparison, product, date).map((offer) => ({ ...offer, url: hrefOf(offer, linkParams) }));

/** What a table shows to begin with; of very many products it has those on top. */
export function tableShowing(
  comparison: Comparison,
  published: Ranking,
  sort: string,
  columns: readonly TableColumn[],
  limit: number | undefined,
  layout: string,
  date: PriceDate,
  linkParams: string,
): Showing {
  const ordered = orderProducts(comparison, published, initialSort(sort, comparison, published), date);
  const count = Math.min(ordered.length, limit ?? (layout === 'matrix' ? mostColumns : Number.POSITIVE_INFINITY));
  const { title } = comparison;
  const has = (wanted: string) => columns.some(({ kind }) => kind === wanted);
  const score = has('score') && { score: true };
  const hasOffers = has('offers');
  return new Map(
    ordered.slice(0, count > few ? firstSeen : count).map((product) => {
      const offers = hasOffers && { offers: linkedOffers(comparison, product, date, linkParams) };
      return [product, { ...shownOf(comparison, product), title, ...score, ...offers }];
    }),
  );
}

/** What a card shows of its product; `image` is the address of the picture that is there. */
export function cardShowing(
  comparison: Comparison,
  product: Product,
  image: string | undefined,
  date: PriceDate,
  linkParams: string,
): Showing {
  const { summary, pros, cons } = product;
  const offers = linkedOffers(comparison, product, date, linkParams);
  return new Map([[product, { ...shownOf(comparison, product), score: true, summary, pros, cons, image, offers }]]);
}

/** The script about a comparison, what it is written from, and what each element shows. */
interface Entry {
  readonly comparison: Comparison;
  readonly ranking: Ranking;
  script: Element | undefined;
  readonly shown: Map<object, Showing>;
}

const entries = new Set<Entry>();

/** What its script calls a comparison, so that one that was rendered ahead is known again. */
export const nameOf = ({ title = '', products }: Comparison): string => `${products[0]?.id} ${title}`;

/** The script that was rendered ahead for a comparison and is nobody's yet. */
function aheadOf(comparison: Comparison): Element | undefined {
  const taken = new Set([...entries].map(({ script }) => script));
  return [...document.querySelectorAll<HTMLElement>('script[data-g6-of]')].find(
    (script) => script.dataset.g6Of === nameOf(comparison) && !taken.has(script),
  );
}

/** Whether two comparisons are the same, or copies of one document that elements were given each for itself. */
const isCopy = (one: Comparison, other: Comparison): boolean =>
  one === other || (nameOf(one) === nameOf(other) && JSON.stringify(one) === JSON.stringify(other));

/** A script that nothing will ever run. */
function dataScript(of: string, text: string): Element {
  // Where a page requires trusted types, a script that is to be run takes no text. The copy of one that has been run
  // never is, and so takes any.
  const run = document.querySelector('script[src], script:not([type])')?.cloneNode();
  const script = (run ?? document.createElement('script')) as HTMLScriptElement;
  for (const name of script.getAttributeNames()) script.removeAttribute(name);
  script.type = 'application/ld+json';
  script.dataset.g6Of = of;
  script.append(text);
  return script;
}

/** Writes what all elements show together. */
function write(entry: Entry): void {
  const { comparison, ranking, script, shown } = entry;
  const whole = new Map<Product, Shown>();
  for (const showing of shown.values())
    for (const [product, some] of showing) whole.set(product, { ...whole.get(product), ...some });
  const value = jsonLd(comparison, ranking, whole);
  const text = value && scriptText(value);
  if (text === script?.textContent) return;
  const next = text && dataScript(nameOf(comparison), text);
  if (script?.isConnected) script.replaceWith(...(next ? [next] : []));
  else if (next) document.head.append(next);
  entry.script = next || undefined;
}

export class StructuredData implements ReactiveController {
  readonly #host: StructuredDataHost;
  readonly #source: ComparisonSource;
  readonly #showingOf: () => Showing | undefined;
  #entry: Entry | undefined;
  #comparison: Comparison | undefined;
  #showing: Showing | undefined;

  /** `showingOf` gives the very same object for as long as the element shows the same. */
  constructor(host: StructuredDataHost, source: ComparisonSource, showingOf: () => Showing | undefined) {
    this.#host = host;
    this.#source = source;
    this.#showingOf = showingOf;
    host.addController(this);
  }

  hostUpdated(): void {
    const { comparison, published: ranking } = this.#source.snapshot;
    const showing = comparison && isOn(this.#host.structuredData) ? this.#showingOf() : undefined;
    if (showing === this.#showing && comparison === this.#comparison) return;
    if (!showing || comparison !== this.#comparison) this.hostDisconnected();
    if (!comparison || !showing) return;
    const entry = this.#entry ??
      [...entries].find((other) => isCopy(other.comparison, comparison)) ?? {
        comparison,
        ranking,
        script: aheadOf(comparison),
        shown: new Map(),
      };
    const { products } = entry.comparison;
    const own = [...showing].map(
      ([product, some]) => [products[comparison.products.indexOf(product)] as Product, some] as const,
    );
    entries.add(entry);
    entry.shown.set(this, new Map(own));
    this.#entry = entry;
    this.#comparison = comparison;
    this.#showing = showing;
    write(entry);
  }

  hostDisconnected(): void {
    const entry = this.#entry;
    this.#entry = this.#comparison = this.#showing = undefined;
    if (!entry) return;
    entry.shown.delete(this);
    if (!entry.shown.size) entries.delete(entry);
    write(entry);
  }
}
