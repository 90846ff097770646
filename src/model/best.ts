/**
 * Which products are best in a column, where that can be said at all. Leaves what values are worth to `order.ts`, and how
 * the best is marked to the elements.
 */

import type { Product } from './comparison.js';
import type { Better } from './document.js';
import { remembered } from './memory.js';
import { type Key, keysOf } from './order.js';

/** From the least to the most that a product's value may be: ranges have two ends, and bounds leave one open. */
function endsOf({ cells }: Product, id: string, key: NonNullable<Key>): readonly [number, number] {
  const { bound } = cells[id]?.quantity ?? {};
  const [first, least = first, most = least] = key as readonly (number | undefined)[];
  return [
    bound === 'max' ? Number.NEGATIVE_INFINITY : (least as number),
    bound === 'min' ? Number.POSITIVE_INFINITY : (most as number),
  ];
}

/**
 * The products with the best value of a column whose better end is known: those that no other one may surpass, whatever
 * its range. None where amounts cannot be compared, where fewer than two products have a value, or where every product
 * has the same.
 */
export const bestIn = /* @__PURE__ */ remembered(
  (comparison, ranking, id: string, better: Better | undefined): ReadonlySet<Product> => {
    const { mixed } = comparison.columns.find((column) => column.id === id) ?? {};
    if (mixed || (better !== 'higher' && better !== 'lower')) return new Set();
    const keys = keysOf(comparison, ranking, id);
    const stated = ranking.flatMap(({ product, partial }) => {
      const key = keys.get(product);
      if (typeof key?.at(-1) !== 'number' || (id === 'score' && partial)) return [];
      const [least, most] = endsOf(product, id, key);
      return [better === 'higher' ? { product, sure: least, reach: most } : { product, sure: -most, reach: -least }];
    });
    const [furthest, next = furthest] = stated.map(({ reach }) => reach).sort((a, b) => b - a);
    const best = stated.filter(({ sure, reach }) => sure >= ((reach === furthest ? next : furthest) as number));
    return new Set(best.length < stated.length ? best.map(({ product }) => product) : []);
  },
);
