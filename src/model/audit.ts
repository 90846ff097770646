/**
 * What a document says against itself or leaves unsaid: headlines that contradict their own table, weights that do not
 * add up, criteria nobody scored, prices without a date, paid links without a disclosure. Changes nothing; leaves the
 * form of single members to `shape.ts`, and sources to `citation.ts`.
 */
import { auditSources } from './citation.js';
import type { Comparison } from './comparison.js';
import { quote, type Report } from './diagnostic.js';
import type { Offer } from './document.js';
import { Fraction, sumOf } from './exact.js';
import { hasPaidOffers, isStale } from './offer.js';
import { contradiction, scoreProduct, weigh } from './score.js';
import { placeOf } from './shape.js';

/** Reports every contradiction of a comparison that was read; what was left out at one of the `known` places is no other. */
export function audit(comparison: Comparison, report: Report, known: ReadonlySet<string>, now?: number): void {
  const { rubric, products, disclosure } = comparison;
  const criteria = rubric?.criteria.length ? rubric.criteria : undefined;
  const weighing = rubric && weigh(rubric);
  if (criteria) {
    const sum = sumOf(criteria.map(({ weight }) => Fraction.of(weight) as Fraction)).toNumber();
    const path = '/rubric/criteria';
    if (!sum) report('error', 'weight-invalid', path, 'All weights are 0: give one criterion a weight.');
    else if (sum !== 1 && sum !== 100) {
      report('warning', 'weights-sum', path, `The weights add up to ${sum}: make them add up to 100.`);
    }
  }
  for (const product of products) {
    const name = quote(product.name);
    const isKnown = (...keys: string[]) => known.has(placeOf(product, 'scores', ...keys));
    const missing = criteria?.filter(
      ({ id, weight }) => weight && !product.scores[id] && !isKnown(id) && !isKnown(id, 'value'),
    );
    if (missing?.length) {
      const labels = quote(missing.map(({ label }) => label).join(', '));
      report(
        'warning',
        'score-missing',
        placeOf(product, 'scores'),
        `${name} has no score for ${labels}: add it once it is tested.`,
      );
    }
    const stated = product.statedScore?.slice(0, 40);
    const exact = stated && weighing && scoreProduct(product, weighing).exact;
    const computed = exact && contradiction(stated, exact);
    if (computed) {
      report(
        'warning',
        'score-mismatch',
        placeOf(product, 'statedScore'),
        `${name} is headlined ${quote(stated)}, but its scores give ${computed} (${exact.toNumber()}): correct one of them.`,
      );
    }
    for (const offer of product.offers ?? []) auditPrice(offer, report, now);
  }
  auditSources(products, report, now ?? Number.NaN);
  if (!disclosure && hasPaidOffers(comparison)) {
    report('error', 'missing-disclosure', '/disclosure', 'There are paid offers: say here that you earn from them.');
  }
}

function auditPrice(offer: Offer, report: Report, now: number | undefined): void {
  const { price, asOf } = offer;
  if (!price) return;
  if (!asOf) report('warning', 'price-undated', placeOf(offer), `The price ${quote(price)} has no date: add “asOf”.`);
  else if (isStale(asOf, { now })) {
    report(
      'warning',
      'price-stale',
      placeOf(offer, 'asOf'),
      `The price ${quote(price)} is of ${asOf}${Date.parse(asOf) > (now as number) ? ', in the future' : ''}: look it up again.`,
    );
  }
}
