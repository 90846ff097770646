/**
 * Weights × scores → composite, exactly: Σ(weight × score) / Σ weight, in decimal arithmetic, and its parts so that they
 * add up in sight. Leaves places among products to `rank.ts`.
 */
import type { Criterion, Product, Rubric } from './comparison.js';
import type { Band } from './document.js';
import { Fraction, type ShownParts, showParts, wholeUnits } from './exact.js';

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

/** A rubric with each criterion's share of all weights, made exact once for all products. */
interface Weighing {
  readonly rubric: Rubric;
  readonly shares: readonly Fraction[];
  /** The same in whole units, and how many units there are. */
  readonly units: readonly bigint[];
  readonly total: bigint;
}

const one = new Fraction(1n, 1n);

/** The rubric's own weights, or the given ones; `undefined` where nothing weighs anything. */
export function weigh(rubric: Rubric, given: Weights = {}): Weighing | undefined {
  const weights = rubric.criteria.map(({ id, weight }) => {
    const value = Object.hasOwn(given, id) ? (given[id] as number) : weight;
    return Math.max(value, 0);
  });
  const units = wholeUnits(weights).units.map((unit = 0n) => unit);
  const total = units.reduce((sum, unit) => sum + unit, 0n);
  return total ? { rubric, shares: units.map((unit) => new Fraction(unit, total)), units, total } : undefined;
}

const known = new WeakMap<Product, readonly [rubric: Rubric, scores: ReturnType<typeof wholeUnits>]>();

/** A product's scores in whole units, worked out once: readers weigh them many times a second. */
function scoresOf(product: Product, rubric: Rubric): ReturnType<typeof wholeUnits> {
  const before = known.get(product);
  if (before?.[0] === rubric) return before[1];
  const scores = wholeUnits(rubric.criteria.map(({ id }) => product.scores[id]?.value));
  known.set(product, [rubric, scores]);
  return scores;
}

/** One product's composite and what each criterion adds to it, without a place. */
export function scoreProduct(product: Product, { rubric, shares, units, total }: Weighing): ProductScore {
  const { criteria, scale, decimals, missing } = rubric;
  const scores = scoresOf(product, rubric);
  // All parts have one denominator: only whole numbers are added up.
  const gains = scores.units.map((score, index) => score !== undefined && score * (units[index] as bigint));
  let scored = 0n;
  let gained = 0n;
  for (const [index, gain] of gains.entries()) {
    if (gain === false) continue;
    scored += units[index] as bigint;
    gained += gain;
  }
  const rest = total - scored;
  // A criterion that weighs nothing can be missing without making the composite partial.
  const hasComposite = scored && !(rest && missing === 'unrated');
  const whole = scored * scores.perOne;
  const contributions = criteria.map((criterion, index): Contribution => {
    const weight = shares[index] as Fraction;
    const score = product.scores[criterion.id]?.value;
    const gain = gains[index] as bigint | false;
    if (score === undefined || gain === false) return { criterion, weight };
    return hasComposite ? { criterion, weight, score, exact: new Fraction(gain, whole) } : { criterion, weight, score };
  });
  if (!hasComposite) return { product, contributions };
  const exact = new Fraction(gained, whole);
  const composite = exact.toFixed(decimals);
  if (!rest) return { product, contributions, exact, composite };
  const sum = new Fraction(gained, total * scores.perOne);
  const end = (score: number) => sum.plus((Fraction.of(score) as Fraction).times(new Fraction(rest, total)));
  const partial = { share: new Fraction(scored, total), lowest: end(scale.min), highest: end(scale.max) };
  return { product, contributions, exact, composite, partial };
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
    contributions.map((part) => part.exact ?? Fraction.zero),
    [2, 3],
  );
  return { ...shown, parts: contributions.map((part, index) => part.exact && shown.parts[index]) };
}

/**
 * Weights as percentages that sum to 100: whole ones or one decimal where that is exact, else apportioned at one. Those of
 * a partial composite are of what was scored, so that weight times score is the contribution; the others are `undefined`.
 */
export function showWeights({ contributions, partial }: ProductScore): readonly (string | undefined)[] {
  const counts = ({ exact }: Contribution) => !partial || exact;
  const hundredth = (partial?.share ?? one).over(new Fraction(100n, 1n));
  const percentages = contributions.map((part) => (counts(part) ? part.weight.over(hundredth) : Fraction.zero));
  const { parts } = showParts(percentages, percentages.every((part) => part.fits(0)) ? [0] : [1]);
  return parts.map((part, index) => (counts(contributions[index] as Contribution) ? part : undefined));
}

/** The band of a composite as it is shown, so that 9.0 is in the band from 9: the highest that it reaches. */
export const bandOf = ({ composite }: ProductScore, { bands }: Rubric): Band | undefined =>
  bands.find(({ from }) => Number(composite) >= from);

/** The composite at a headline's own precision, where that is not what the headline says. */
export function contradiction(stated: string, exact: Fraction): string | undefined {
  const [number, decimals = ''] = /^-?\d+(?:\.(\d+))?/.exec(stated) ?? [];
  const text = exact.toFixed(decimals.length);
  return text === number ? undefined : text;
}
