/**
 * Why one product beats another: what each criterion adds to the gap between two composites, so that it adds up in
 * sight. Leaves the composites to `score.ts`, and what other weights would change to `stability.ts`.
 */
import type { Comparison, Criterion } from './comparison.js';
import { quote } from './diagnostic.js';
import { Fraction, type ShownParts, showParts } from './exact.js';
import { scoreProducts } from './rank.js';
import type { Contribution, ProductScore, Weights } from './score.js';

/** What one criterion adds to the gap between two products. */
export interface Difference {
  readonly criterion: Criterion;
  /** Its share of all weights, from 0 to 1. */
  readonly weight: Fraction;
  /** The scores on the rubric's scale; absent where one was not scored. */
  readonly a?: number;
  readonly b?: number;
  /** Which of the two alone was scored: the difference is then all that this criterion adds to its composite. */
  readonly only?: 'a' | 'b';
  /** Above zero in favour of A, below zero in favour of B; absent without a gap, and where neither was scored. */
  readonly exact?: Fraction;
}

/** Two products, criterion by criterion. */
export interface HeadToHead {
  readonly a: ProductScore;
  readonly b: ProductScore;
  /** One a criterion, in the rubric's order. */
  readonly differences: readonly Difference[];
  /** The composite of A less that of B: exactly the sum of the differences; absent where one has no composite. */
  readonly gap?: Fraction;
}

/**
 * Sets A against B, with the publisher's weights or with others (as `scoreProducts` takes them). Where both have every
 * score, a difference is weight × (a − b). A partial composite is over its own scored weights, so its differences are
 * those of the contributions, and hold what the missing scores shift as well: `a.partial` and `b.partial` say so. Without
 * a rubric there are no differences. Throws a `TypeError` for an id that no product has.
 */
export function compareProducts(comparison: Comparison, idA: string, idB: string, weights?: Weights): HeadToHead {
  const ranking = scoreProducts(comparison, weights);
  const find = (id: string, argument: string): ProductScore => {
    const found = ranking.find(({ product }) => product.id === id);
    if (found) return found;
    throw new TypeError(`compareProducts: ${argument} is ${quote(id)}, which is the id of no product here.`);
  };
  const [a, b] = [find(idA, 'idA'), find(idB, 'idB')];
  const gap = a.exact && b.exact && a.exact.minus(b.exact);
  const differences = a.contributions.map(({ criterion, weight, score, exact = Fraction.zero }, index): Difference => {
    const { score: other, exact: less = Fraction.zero } = b.contributions[index] as Contribution;
    const [isA, isB] = [score !== undefined, other !== undefined];
    return {
      criterion,
      weight,
      ...(isA && { a: score }),
      ...(isB && { b: other }),
      ...(isA !== isB && { only: isA ? 'a' : 'b' }),
      ...(gap && (isA || isB) && { exact: exact.minus(less) }),
    };
  });
  return { a, b, differences, ...(gap && { gap }) };
}

/**
 * The differences as they are shown, by the rules of contributions; `-0.125` is in favour of B. One text a criterion
 * (`undefined` where neither was scored), and the gap they sum to; `undefined` without a gap. Seen from the other
 * product, every text is the same but for its sign.
 */
export function showDifferences({
  differences,
  gap,
}: HeadToHead): (Omit<ShownParts, 'parts'> & { readonly parts: readonly (string | undefined)[] }) | undefined {
  if (!gap) return undefined;
  const parts = differences.map(({ exact }) => exact ?? Fraction.zero);
  // Half up is not half down: the side that leads is the one that is rounded.
  const isTurned = ([gap, ...parts].find(({ n }) => n)?.n ?? 0n) < 0n;
  const shown = showParts(isTurned ? parts.map((part) => Fraction.zero.minus(part)) : parts, [2, 3]);
  const turn = (text: string): string =>
    isTurned && /[1-9]/.test(text) ? text.replace(/^-?/, (sign) => (sign ? '' : '-')) : text;
  return {
    parts: differences.map(({ exact }, index) => exact && turn(shown.parts[index] as string)),
    total: turn(shown.total),
    exact: shown.exact,
  };
}
