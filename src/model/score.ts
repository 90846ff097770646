/**
 * Weights × scores → composite, exactly: Σ(weight × score) / Σ weight, in decimal arithmetic, and its parts so that they
 * add up in sight. Leaves places among products to `rank.ts`.
 */
import type { Comparison, Criterion, Product, Rubric } from './comparison.js';
import type { Band } from './document.js';
import { Fraction, type ShownParts, showParts } from './exact.js';

/** What one criterion adds to a composite. */
export interface Contribution {
  readonly criterion: Criterion;
  /** Its share of all weights, from 0 to 1. */
  readonly weight: Fraction;
  /** Its score on the rubric's scale; absent where it was not scored. */
  readonly score?: number;
  /** Share of the scored weights × score; absent where there is no score or no composite. */
  readonly exact?: Fraction;
}

/** What a composite that lacks criteria rests on. */
export interface Partial {
  /** The share of all weights that was scored, from 0 to 1. */
  readonly share: Fraction;
  /** The composite if every missing score were the scale's lowest, and if every one were its highest. */
  readonly lowest: Fraction;
  readonly highest: Fraction;
}

/** One product's score under one set of weights. */
export interface ProductScore {
  readonly product: Product;
  /** Its place, from 1, shared on ties; absent where there is no composite. */
  readonly rank?: number;
  /** The composite, rounded half up to the rubric's decimals, such as "9.0"; absent where there is none. */
  readonly composite?: string;
  /** The composite as it is. */
  readonly exact?: Fraction;
  /** Present where criteria are missing: such a score is never shown like a full one. */
  readonly partial?: Partial;
  readonly contributions: readonly Contribution[];
}

/** Every product's score, best first, those without a composite last. */
export type Ranking = readonly ProductScore[];

/** Weights by criterion id, relative to one another. */
export type Weights = { readonly [criterion: string]: number };

/** A rubric with its weights made exact once for all products. */
interface Weighing {
  readonly rubric: Rubric;
  readonly weights: readonly Fraction[];
  readonly shares: readonly Fraction[];
  readonly total: Fraction;
}

const sum = (parts: readonly Fraction[]): Fraction => parts.reduce((a, b) => a.plus(b), Fraction.zero);

/** The rubric's own weights, or the given ones; `undefined` where nothing weighs anything. */
export function weigh(rubric: Rubric, given?: Weights): Weighing | undefined {
  const weights = rubric.criteria.map(({ id, weight }) => {
    const value = given && Object.hasOwn(given, id) ? given[id] : weight;
    return (value !== undefined && value >= 0 && Fraction.of(value)) || Fraction.zero;
  });
  const total = sum(weights);
  if (total.n === 0n) return undefined;
  return { rubric, weights, shares: weights.map((weight) => weight.over(total)), total };
}

/** One product's composite and what each criterion adds to it, without a place. */
export function scoreProduct(product: Product, { rubric, weights, shares, total }: Weighing): ProductScore {
  const { criteria, scale } = rubric;
  const scores = criteria.map(({ id }) => product.scores[id]?.value);
  const products = scores.map(
    (score, index) => score !== undefined && Fraction.of(score)?.times(weights[index] as Fraction),
  );
  const scored = sum(weights.filter((_, index) => scores[index] !== undefined));
  const missing = total.minus(scored);
  // A criterion that weighs nothing can be missing without making the composite partial.
  const exists = scored.n > 0n && (missing.n === 0n || rubric.missing === 'renormalise');
  const gained = sum(products.filter((part) => part instanceof Fraction));
  const exact = exists ? gained.over(scored) : undefined;
  const within = (end: number) => gained.plus(missing.times(Fraction.of(end) as Fraction)).over(total);
  const contributions = criteria.map((criterion, index): Contribution => {
    const score = scores[index];
    const part = products[index];
    const weight = shares[index] as Fraction;
    return {
      criterion,
      weight,
      ...(score !== undefined && { score }),
      ...(exact && part && { exact: part.over(scored) }),
    };
  });
  return {
    product,
    contributions,
    ...(exact && { exact, composite: exact.toFixed(rubric.decimals) }),
    ...(exact &&
      missing.n > 0n && {
        partial: { share: scored.over(total), lowest: within(scale.min), highest: within(scale.max) },
      }),
  };
}

/**
 * The parts of a composite as they are shown: two decimals, three where that makes them exact, else apportioned at two.
 * One text a contribution (`undefined` where it has no score), and the total they sum to; `undefined` without a composite.
 */
export function showContributions({
  contributions,
  exact,
}: ProductScore): (Omit<ShownParts, 'parts'> & { readonly parts: readonly (string | undefined)[] }) | undefined {
  if (!exact) return undefined;
  const shown = showParts(
    contributions.flatMap((part) => part.exact ?? []),
    [2, 3],
  );
  const texts = shown.parts.values();
  return { ...shown, parts: contributions.map((part) => part.exact && (texts.next().value as string)) };
}

/** Weights as percentages that sum to 100: whole ones or one decimal where that is exact, else apportioned at one. */
export function showWeights(contributions: readonly Contribution[]): readonly string[] {
  const hundred = new Fraction(100n, 1n);
  const percentages = contributions.map(({ weight }) => weight.times(hundred));
  return showParts(percentages, percentages.every((part) => part.fits(0)) ? [0] : [1]).parts;
}

/** The band of a composite as it is shown, so that 9.0 is in the band from 9: the highest that it reaches. */
export function bandOf({ composite = '' }: ProductScore, { bands }: Rubric): Band | undefined {
  return composite ? bands.find(({ from }) => Number(composite) >= from) : undefined;
}

/** Whether a headline says something else than the computed composite, at the headline's own precision. */
export function isMismatch(stated: string, exact: Fraction): boolean {
  const [number = '', decimals = ''] = /^-?\d+(?:\.(\d+))?/.exec(stated) ?? [];
  const value = Fraction.of(Number(number));
  return !number || !value || exact.toFixed(decimals.length) !== value.toFixed(decimals.length);
}

/** The weighing of a comparison's rubric; see `weigh`. */
export const weighingOf = ({ rubric }: Comparison, weights?: Weights): Weighing | undefined =>
  rubric && weigh(rubric, weights);
