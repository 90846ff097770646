/** What is wrong in the attributes about offers, for the audit. Leaves reading them to the model. */
import type { Comparison } from '../model/comparison.js';
import { quote } from '../model/diagnostic.js';
import { folded, isFor, isPair, linkParamsParts } from '../model/link-params.js';
import { offersOf, parseAge } from '../model/offer.js';
import { type Finding, warning } from './finding.js';

/** The ages that are none, the sellers that nothing is earned from, and what is no parameter, as findings of their page. */
export function offerFindings(
  comparison: Comparison,
  { priceMaxAge, linkParams }: { readonly [name in 'priceMaxAge' | 'linkParams']: string | null | undefined },
): readonly Finding[] {
  const paid = comparison.products.flatMap((product) => offersOf(comparison, product).filter((offer) => offer.paid));
  // One seller may be written in several ways.
  const sellers = [...new Map(paid.map(({ seller }) => [folded(seller), seller])).values()];
  const names = sellers.map((seller) => seller.replace(/[;=]/g, encodeURIComponent)).join(', ');
  return [
    ...(priceMaxAge && parseAge(priceMaxAge) === undefined
      ? [warning('price-max-age="…"', `${quote(priceMaxAge)} is no age: write one such as 12h or 7d.`)]
      : []),
    ...linkParamsParts(linkParams ?? '')
      .flatMap(({ seller: name, pairs }) => [
        ...(name !== undefined && sellers[0] && !sellers.some((seller) => isFor(name, seller))
          ? [`${quote(name.trim())} has no paid offer: name one of ${names}, or write tag=mine.`]
          : []),
        ...pairs.filter((pair) => !isPair(pair)).map((pair) => `${quote(pair)} is no parameter: write tag=mine.`),
      ])
      .map((message) => warning('link-params="…"', message)),
  ];
}
