/**
 * What a document says against itself or leaves unsaid: headlines that contradict their own table, weights that do not
 * add up, criteria nobody scored, prices without a date, paid links without a disclosure. Changes nothing; leaves the
 * form of single members to `shape.ts`.
 */
import type { Comparison, Product } from './comparison.js';
import { pointer, quote, type Report } from './diagnostic.js';
import { Fraction } from './exact.js';
import { isMismatch, scoreProduct, weighingOf } from './score.js';
import type { Reading } from './shape.js';

const hour = 3_600_000;

/** How old a price may be, in milliseconds: 24 hours with a time of day, 30 days with a day only. */
const maximumAge = (asOf: string): number => (asOf.length > 10 ? 24 : 30 * 24) * hour;

/** Reports every contradiction of a comparison that was read. */
export function audit(comparison: Comparison, { report, paths }: Reading, now: number | undefined): void {
  auditWeights(comparison, report);
  const weighing = weighingOf(comparison);
  for (const product of comparison.products) {
    const path = paths.get(product) ?? '';
    auditScores(comparison, product, path, report);
    const exact = weighing && scoreProduct(product, weighing).exact;
    const { statedScore, name } = product;
    if (exact && statedScore !== undefined && isMismatch(statedScore, exact)) {
      const decimals = /^-?\d+\.(\d+)/.exec(statedScore)?.[1]?.length ?? 0;
      const message = `${quote(name)} is headlined ${statedScore}, but its scores give ${exact.toFixed(decimals)} (exactly ${exact}); correct one of them.`;
      report('warning', 'score-mismatch', pointer(path, 'statedScore'), message);
    }
    auditOffers(product, { report, paths }, now);
  }
  const isPaid = comparison.products.some(({ offers = [] }) => offers.some(({ paid }) => paid));
  if (isPaid && !comparison.disclosure) {
    report(
      'error',
      'missing-disclosure',
      '/disclosure',
      'There are paid offers but no disclosure; say in “disclosure” that you earn from them.',
    );
  }
}

function auditWeights({ rubric }: Comparison, report: Report): void {
  if (!rubric?.criteria.length) return;
  const sum = rubric.criteria.reduce((a, { weight }) => a.plus(Fraction.of(weight) ?? Fraction.zero), Fraction.zero);
  const path = '/rubric/criteria';
  if (sum.n === 0n)
    report(
      'error',
      'weight-invalid',
      path,
      'All weights are 0, so nothing can be scored; give one criterion a weight.',
    );
  else if (sum.toString() !== '1' && sum.toString() !== '100') {
    report(
      'warning',
      'weights-sum',
      path,
      `The weights add up to ${sum} and are shown as shares of it; make them add up to 100.`,
    );
  }
}

function auditScores({ rubric }: Comparison, { name, scores }: Product, path: string, report: Report): void {
  if (!rubric?.criteria.length) return;
  const missing = rubric.criteria.filter(({ id, weight }) => weight > 0 && !scores[id]);
  if (!missing.length) return;
  const effect =
    rubric.missing === 'unrated' || !Object.keys(scores).length ? 'has no composite' : 'has a partial composite';
  const labels = missing.map(({ label }) => label).join(', ');
  report(
    'warning',
    'score-missing',
    pointer(path, 'scores'),
    `${quote(name)} has no score for ${labels} and so ${effect}; add it once it is tested.`,
  );
}

function auditOffers({ offers = [] }: Product, { report, paths }: Reading, now: number | undefined): void {
  for (const offer of offers) {
    const path = paths.get(offer) ?? '';
    const { asOf, price } = offer;
    if (price === undefined) continue;
    if (asOf === undefined) {
      report('warning', 'price-undated', path, `The price ${quote(price)} has no date; add “asOf”.`);
    } else if (now !== undefined && now - Date.parse(asOf) > maximumAge(asOf)) {
      report(
        'warning',
        'price-stale',
        pointer(path, 'asOf'),
        `The price ${quote(price)} of ${asOf} is too old to show; look it up again.`,
      );
    }
  }
}
