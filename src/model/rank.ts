/**
 * Places: every product's score in order, the same place for the same exact score. Leaves the scores themselves to
 * `score.ts`.
 */
import type { Comparison, Product } from './comparison.js';
import { collatorFor } from './order.js';
import { type ProductScore, type Ranking, scoreProduct, type Weights, weigh } from './score.js';

/**
 * Scores and ranks every product, with the publisher's weights or with others (relative, by criterion id; a criterion
 * that is not named keeps its own). Best first; places are shared on exact ties (1, 2, 2, 4), those in the order of
 * their names; products without a composite come last, without a place. Without a rubric nothing has a score.
 */
export function scoreProducts(comparison: Comparison, weights?: Weights): Ranking {
  const { rubric, products, language } = comparison;
  const weighing = rubric && weigh(rubric, weights);
  const collator = collatorFor(language);
  let rank = 0;
  return products
    .map((product): ProductScore => (weighing ? scoreProduct(product, weighing) : { product, contributions: [] }))
    .sort((a, b) =>
      a.exact && b.exact
        ? b.exact.compare(a.exact) || collator.compare(a.product.name, b.product.name)
        : Number(!a.exact) - Number(!b.exact),
    )
    .map((score, index, all) => {
      if (!score.exact) return score;
      const previous = all[index - 1];
      if (!previous?.exact || score.exact.compare(previous.exact)) rank = index + 1;
      return Object.assign(score, { rank });
    });
}

/** How many places a product has gained from one ranking to another, below zero for lost ones; 0 where either has none. */
export const placesGained = ({ rank = 0 }: ProductScore, before: ProductScore | undefined): number =>
  rank && before?.rank ? before.rank - rank : 0;

const maps = new WeakMap<Ranking, ReadonlyMap<Product, ProductScore>>();

/** The scores of a ranking by their products. */
export function scoresByProduct(ranking: Ranking): ReadonlyMap<Product, ProductScore> {
  const known = maps.get(ranking) ?? new Map(ranking.map((score) => [score.product, score]));
  maps.set(ranking, known);
  return known;
}
