/**
 * The offers of a product in the terms of schema.org: those whose price is exact, in a currency that has a code, dated
 * and not too old. Leaves reading prices to the model, and the address of each to who shows it.
 */
import type { AggregateOfferLeaf, OfferLeaf } from 'schema-dts';
import type { PricedOffer } from '../model/offer.js';

/** An offer, if its price is one: what is about that much, at least that much or for a unit is not what it sells for. */
function offerOf({ seller, url, amount, age }: PricedOffer): OfferLeaf | undefined {
  const { value: price, unit = '', max, per, bound, approximate } = amount ?? {};
  if (age !== 'current' || price === undefined || !/^[A-Z]{3}$/.test(unit) || (max ?? per ?? bound) || approximate) {
    return undefined;
  }
  return {
    '@type': 'Offer',
    price,
    priceCurrency: unit,
    ...(url && { url }),
    ...(seller && { seller: { '@type': 'Organization', name: seller } }),
  };
}

/** One offer, or those of several sellers together; a list where they are in several currencies; `undefined` for none. */
export function offersTerm(
  offers: readonly PricedOffer[] = [],
): OfferLeaf | AggregateOfferLeaf | readonly OfferLeaf[] | undefined {
  const stated = offers.flatMap((offer) => offerOf(offer) ?? []);
  const [first, second] = stated;
  if (!first || !second) return first;
  const { priceCurrency } = first;
  if (stated.some((offer) => offer.priceCurrency !== priceCurrency)) return stated;
  const prices = stated.map(({ price }) => price as number);
  return {
    '@type': 'AggregateOffer',
    lowPrice: Math.min(...prices),
    highPrice: Math.max(...prices),
    priceCurrency: priceCurrency as string,
    offerCount: stated.length,
    offers: stated,
  };
}
