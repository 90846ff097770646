/**
 * What a product's offers say: prices as amounts, what a unit costs, how old they are, and which stands first. Leaves
 * the addresses of links to `link-params.ts`, and how any of it is shown to the elements.
 *
 * The order is the same for whoever is paid: prices that are current, cheapest first, then those that are undated, then
 * offers whose price is unreadable, too old or not stated, as they stand in the document. Prices compare in one currency
 * where all of them say what they buy, or none does: the first are ordered by what a unit costs, the others as they are.
 * Of several such groups the largest comes first, of equally large ones that with the earliest offer.
 */
import { castCell, readCell } from './cell.js';
import { dimension } from './column.js';
import type { Comparison, Product } from './comparison.js';
import type { Offer } from './document.js';
import { Fraction } from './exact.js';
import { remembered } from './memory.js';
import { type Basis, baseAmount, baseOf, parseQuantity, type Quantity } from './quantity.js';
import type { Ranking } from './score.js';

/** When prices are looked at; a time with `now` left out makes none of them old. */
export interface PriceDate {
  /** The moment, in milliseconds. */
  readonly now?: number | undefined;
  /** How old a price may be, in milliseconds: 24 hours with a time of day, 30 days with a day only, if it is left out. */
  readonly maxAge?: number | undefined;
}

/** What so much of a product costs. */
export interface UnitPrice {
  /** Rounded half up to hundredths; to two digits where it is less than one. */
  readonly value: number;
  /** An ISO 4217 code, or whatever the price was written in; empty where nobody said. */
  readonly currency: string;
  /** What it is for: 100 g, 100 ml, an ounce, a tablet. */
  readonly per: Basis;
  readonly approximate: boolean;
}

/** An offer as it was read. */
export interface PricedOffer {
  /** Its place among the product's offers in the document, from 0. */
  readonly index: number;
  /** Who sells it: the name, else the host of the address, else the address; empty where there is none of them. */
  readonly seller: string;
  readonly url: string | undefined;
  readonly paid: boolean;
  /** The price as it is to be read; there is one unless `age` is `unstated`. Only show what is current or undated. */
  readonly price: string | undefined;
  /** The same as an amount, its unit the currency; `undefined` for what cannot be read as a price. */
  readonly amount: Quantity | undefined;
  /** How much it buys, as typed. */
  readonly size: string | undefined;
  /** What a unit costs; `undefined` for ranges, bounds, and where the price says not what it buys. */
  readonly unitPrice: UnitPrice | undefined;
  /** When the price was looked up: a day or a moment of ISO 8601. */
  readonly asOf: string | undefined;
  readonly age: 'current' | 'undated' | 'stale' | 'unstated';
}

/** What does not change as time goes by, and what the price is ordered by. */
interface Reading extends Omit<PricedOffer, 'age'> {
  /** What prices have in common that compare with it; `undefined` where it is no amount. */
  readonly group: string | undefined;
  readonly key: number;
}

const hour = 3_600_000;

/** Reads an age such as `12h`, `7d` or `2w`, in milliseconds; `undefined` for anything else. */
export function parseAge(text: string): number | undefined {
  const [, count, unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*([hdw])\s*$/i.exec(text) ?? [];
  return count === undefined
    ? undefined
    : Number(count) * { h: hour, d: 24 * hour, w: 168 * hour }[unit.toLowerCase() as 'h'];
}

/**
 * Whether a price of a day or moment is too old to be shown, or more than 24 hours ahead, where nobody can have looked it
 * up; a day begins at midnight, UTC.
 */
export function isStale(
  asOf: string,
  { now = Number.NaN, maxAge = (asOf[10] ? 1 : 30) * 24 * hour }: PriceDate,
): boolean {
  const age = now - Date.parse(asOf);
  return age > maxAge || age < -24 * hour;
}

/** Whether anything is earned from an offer of any product. */
export const hasPaidOffers = ({ products }: Comparison): boolean =>
  products.some(({ offers }) => offers?.some(({ paid }) => paid));

const hostOf = (url: string): string => /^https?:\/\/(?:www\.)?([^/?#:]+)/i.exec(url)?.[1] ?? url;

/** How much of anything unit prices are for; what is counted, is for one of it. */
function unitOf({ unit, kind }: Basis): Basis {
  if (kind === 'mass')
    return { kind, ...(/^(oz|lb)$/.test(unit) ? { value: 1, unit: 'oz' } : { value: 100, unit: 'g' }) };
  if (kind !== 'volume') return { kind, value: 1, unit: kind === unit.replace(/s$/, '') ? kind : unit };
  return { kind, ...(/^(m³|[mcd]?l)$/.test(unit) ? { value: 100, unit: 'ml' } : { value: 1, unit: 'fl oz' }) };
}

function unitPriceOf({ value, unit, max, bound, approximate }: Quantity, basis: Basis): UnitPrice | undefined {
  const per = unitOf(basis);
  const [cost, held, wanted] = [value, baseOf(basis), baseOf(per)].map((number) => Fraction.of(number));
  if (max !== undefined || bound || !cost || !wanted || !held?.n) return undefined;
  const exact = cost.times(wanted).over(held);
  // Two digits after however many zeros a price below one begins with.
  const zeros = /^0\.(0*)/.exec(exact.toFixed(20))?.[1]?.length ?? 0;
  return { value: Number(exact.toFixed(2 + Math.min(zeros, 18))), currency: unit, per, approximate };
}

function readOffer(offer: Offer, index: number, { language, currency = '' }: Comparison): Reading {
  const { seller, url, price, size, asOf, paid = false } = offer;
  const { quantity } = castCell(readCell(price, { language, currency }), 'price', currency);
  // Nothing is sold for less than nothing.
  const amount = quantity && quantity.value < 0 ? undefined : quantity;
  const held = size ? parseQuantity(size, { language }) : undefined;
  const isCounted =
    held?.unit && held.value > 0 && held.max === undefined && !held.bound && !/money|number|rating/.test(held.kind);
  const basis = amount?.per ?? (isCounted ? held : undefined);
  return {
    index,
    seller: seller ?? hostOf(url ?? ''),
    url,
    paid,
    price,
    amount,
    size,
    unitPrice: amount && basis && unitPriceOf(amount, basis),
    asOf,
    group: amount && dimension(basis ? { ...amount, per: basis } : amount),
    key: amount ? baseAmount(amount) / (basis ? baseOf(basis) : 1) : 0,
  };
}

const unranked: Ranking = Object.freeze([]);
const mixes = /* @__PURE__ */ remembered((comparison, _unranked, date: PriceDate): boolean => {
  const amounts = comparison.products.map((product) => leadingPrice(comparison, product, date));
  return new Set(amounts.flatMap((amount) => (amount ? dimension(amount) : []))).size > 1;
});

/** Whether the prices that products are ordered by differ in currency or basis. */
export const isMixed = (comparison: Comparison, date: PriceDate = {}): boolean => mixes(comparison, unranked, date);

/** The price that a product is ordered by: that of its first offer, where it is shown. */
export function leadingPrice(comparison: Comparison, product: Product, date?: PriceDate): Quantity | undefined {
  const [first] = offersOf(comparison, product, date);
  return first?.age === 'current' || first?.age === 'undated' ? first.amount : undefined;
}

const readings = new WeakMap<Product, readonly Reading[]>();

/** The offers of a product of the comparison in their order, as of a date; none where it has none. */
export function offersOf(comparison: Comparison, product: Product, date: PriceDate = {}): readonly PricedOffer[] {
  const read =
    readings.get(product) ?? (product.offers ?? []).map((offer, index) => readOffer(offer, index, comparison));
  readings.set(product, read);
  const aged = read.map((reading) => {
    const { price, asOf, group } = reading;
    const age =
      price === undefined ? 'unstated' : asOf === undefined ? 'undated' : isStale(asOf, date) ? 'stale' : 'current';
    return {
      ...reading,
      age,
      set: age === 'current' || age === 'undated' ? group && `${age} ${group}` : undefined,
    } as const;
  });
  const rows = aged.map(({ group, key, set, ...offer }) => {
    const others = aged.filter((other) => other.set === set);
    const place = set === undefined ? 2 : Number(offer.age === 'undated');
    // What compares with nothing stays as it stands in the document.
    return { offer, keys: set === undefined ? [place] : [place, -others.length, others[0]?.index ?? 0, key] };
  });
  rows.sort(({ keys: a }, { keys: b }) => a.reduce((result, value, index) => result || value - (b[index] ?? 0), 0));
  return rows.map(({ offer }) => offer);
}
