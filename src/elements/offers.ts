/**
 * How offers are drawn: price, what a unit costs, its date, the link, and that it is paid. Leaves their order and their
 * age to the model, and the links themselves to `page-links.ts`.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Comparison, Product } from '../model/comparison.js';
import { offersOf, type PriceDate, type PricedOffer } from '../model/offer.js';
import { writtenValue } from './cell-text.js';
import { isPriceShown, linkSlot, offerSlot, offerText } from './page-links.js';
import type { Locale } from './strings.js';
import { type Drawing, isolate } from './templates.js';

/** What drawing offers needs to know besides. */
export interface OfferDrawing extends Drawing {
  readonly date: PriceDate;
}

/** The price of an offer as it is shown. */
export const writtenPrice = (
  { price = '', amount: quantity }: PricedOffer,
  comparison: Comparison,
  locale: Locale,
): string => writtenValue({ type: 'price', text: price, ...(quantity && { quantity }) }, comparison, locale);

/** What a unit costs, in words; nothing where the price says the same. */
export function writtenUnitPrice({ unitPrice, amount }: PricedOffer, locale: Locale): string | undefined {
  if (!unitPrice || unitPrice.value === amount?.value) return undefined;
  const { value, currency, per, approximate } = unitPrice;
  const unit = per.value === 1 ? locale.unit(per.unit, 1) : locale.amount(per.value, per.unit);
  return locale.per(`${approximate ? '≈ ' : ''}${locale.price(value, currency)}`, unit);
}

function drawOffer(offer: PricedOffer, product: Product, { comparison, locale }: OfferDrawing): TemplateResult {
  const { seller, url, size, asOf, age, paid } = offer;
  const isShown = isPriceShown(offer);
  const remarks = [
    writtenUnitPrice(offer, locale),
    age === 'undated' ? locale.undated : asOf && locale.asOf(locale.moment(asOf)),
  ].filter((remark) => remark !== undefined);
  // What says that a link is paid is no part: no style sheet of the page reaches it.
  return html`<div class="offer" part="offer">
    ${
      isShown
        ? html`<div><b part="price">${isolate(writtenPrice(offer, comparison, locale))}</b>${size ? html` <span class="small">${isolate(size)}</span>` : nothing}</div>
          ${remarks.map((remark) => html`<div class="small">${isolate(remark)}</div>`)}`
        : nothing
    }
    <div class="link">${url ? linkSlot(offerSlot(offer, product), offerText(offer, locale), 'offer-link') : isolate(seller)}${
      paid && url ? html` <span class="paid">${locale.paidLink}</span>` : nothing
    }</div>
  </div>`;
}

/** The offers of a product: the first one, and the others as a list, behind a disclosure if `isFolded`. */
export function offerList(product: Product, drawing: OfferDrawing, isFolded: boolean): TemplateResult {
  const { comparison, locale, date } = drawing;
  const [first, ...others] = offersOf(comparison, product, date);
  const list = html`<ul role="list">${others.map((offer) => html`<li>${drawOffer(offer, product, drawing)}</li>`)}</ul>`;
  const { length } = others;
  return html`<div class="sellers" part="offers">${first ? drawOffer(first, product, drawing) : nothing}${
    length && isFolded
      ? html`<details><summary class="small">${locale.moreSellers(locale.number(length), length)}<span class="hidden">${locale.comma}${isolate(product.name)}</span></summary>${list}</details>`
      : length
        ? list
        : nothing
  }</div>`;
}

/** Says how the links are paid: what the document says, else in general. */
export const disclosure = ({ comparison, locale }: Drawing): TemplateResult =>
  html`<p class="disclosure">${isolate(comparison.disclosure ?? locale.disclosure)}</p>`;
