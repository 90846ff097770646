/**
 * The links of an element that stand in the page itself, as children of the element that its shadow tree has slots for:
 * there tag managers, link rewriters, crawlers and “open in new tab” find them. Says which there are, and draws their
 * slots; knows no DOM, so that they can be written ahead. Leaves putting them there to `link-children.ts`.
 *
 * They are the offers, the products' reviews and the addresses of values, of what is drawn. Sources, and who made the
 * scores, have links of the shadow tree.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Cell } from '../model/cell.js';
import type { Comparison, Product } from '../model/comparison.js';
import { linkParamsFor, withLinkParams } from '../model/link-params.js';
import { offersOf, type PriceDate, type PricedOffer } from '../model/offer.js';
import { writtenValue } from './cell-text.js';
import type { LinkClickDetail } from './events.js';
import type { Locale } from './strings.js';
import type { TableColumn } from './table-columns.js';
import { isolate } from './templates.js';

/** What the links of an element depend on. */
export interface LinkPlan {
  readonly comparison: Comparison;
  /** The columns or facts that are drawn. */
  readonly columns: readonly Pick<TableColumn, 'kind' | 'id'>[];
  /** The products that are drawn. */
  readonly products: readonly Product[];
  /** How many are before them. */
  readonly before: number;
  readonly date: PriceDate;
  /** What is added to the addresses of paid offers, as `link-params.ts` reads it. */
  readonly linkParams: string;
  /** What the links to reviews say, where that is not the product's name. */
  readonly reviewText?: string;
}

/** A link as it stands in the page; `attributes` and `text` are all of it. */
export interface PageLink {
  readonly attributes: { readonly slot: string; readonly href: string } & {
    readonly [name in 'rel' | 'lang' | 'aria-label']?: string | undefined;
  };
  readonly text: string;
  /** What the event of a click on it tells. */
  readonly detail: Omit<LinkClickDetail, 'url'>;
}

/** What begins the name of every slot that is for such a link. */
export const slotPrefix = 'g6-';

/** The slot of the link to a product's review. */
export const reviewSlot = ({ id }: Product): string => `${slotPrefix}review-${id}`;

/** The slot of one of a product's offers. */
export const offerSlot = ({ index }: PricedOffer, { id }: Product): string => `${slotPrefix}offer-${index + 1}-${id}`;

/** The slot of the address of one of its values. */
export const valueSlot = (column: string, { id }: Product, { columns }: Pick<Comparison, 'columns'>): string =>
  `${slotPrefix}value-${columns.findIndex((other) => other.id === column) + 1}-${id}`;

/** The address of a value that is shown as a link. */
export const addressOf = ({ type, url }: Cell): string | undefined =>
  type === 'missing' || type === 'list' || type === 'boolean' ? undefined : url;

/** Whether a price is shown; another one is to be checked. */
export const isPriceShown = ({ age }: PricedOffer): boolean => age === 'current' || age === 'undated';

/** The place of a link in the shadow tree; the text stands there if a page takes the link away. */
export const linkSlot = (name: string, text: string, part: string, url?: string): TemplateResult =>
  html`<slot name=${name} part=${part} class=${text === url ? 'bare' : nothing}>${isolate(text)}</slot>`;

/** What a link to an offer says. */
export const offerText = (offer: PricedOffer, { seeAt, checkPriceAt }: Locale): string =>
  (isPriceShown(offer) ? seeAt : checkPriceAt)(offer.seller);

/** Where the link to an offer leads; what a page adds is for paid ones only. */
export const hrefOf = ({ url, paid, seller }: PricedOffer, linkParams: string): string | undefined =>
  url && paid ? withLinkParams(url, linkParamsFor(seller, linkParams)) : url;

/** All such links of what is drawn, each with a slot of its own; those that are paid say so in `rel`, and no other. */
export function linksOf(plan: LinkPlan, locale: Locale): readonly PageLink[] {
  const { comparison, columns, products, before, date, linkParams, reviewText } = plan;
  const { language } = comparison;
  return products.flatMap((product, index) => {
    const { id, name, url, cells } = product;
    const link = (slot: string, href: string, text: string, isOwn: boolean, more: object = {}): PageLink => ({
      // A page has not always the language of what is compared, nor that one the words of the elements.
      attributes: { slot, href, lang: isOwn ? language : locale.language, ...more },
      text,
      detail: { product: id, seller: undefined, position: before + index + 1 },
    });
    const named = (text: string) => ({ 'aria-label': `${text}${locale.comma}${name}` });
    return columns.flatMap(({ kind, id: column }): PageLink | readonly PageLink[] => {
      const cell = kind === 'spec' ? cells[column] : undefined;
      const address = cell && addressOf(cell);
      if (kind === 'name' && url) {
        const slot = reviewSlot(product);
        return reviewText ? link(slot, url, reviewText, false, named(reviewText)) : link(slot, url, name, true);
      }
      if (address)
        return link(valueSlot(column, product, comparison), address, writtenValue(cell, comparison, locale), true);
      if (kind !== 'offers') return [];
      return offersOf(comparison, product, date).flatMap((offer) => {
        if (!offer.url) return [];
        const { paid, seller } = offer;
        const text = offerText(offer, locale);
        const href = hrefOf(offer, linkParams) as string;
        const rel = paid ? 'sponsored nofollow noopener' : undefined;
        const one = link(offerSlot(offer, product), href, text, false, { rel, ...named(text) });
        return { ...one, detail: { ...one.detail, seller } };
      });
    });
  });
}
