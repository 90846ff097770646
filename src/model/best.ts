/**
 * Which products are best in a column, where that can be said at all. Leaves what values are worth to `order.ts`, and how
 * the best is marked to the elements.
 */

import type { Product } from './comparison.js';
import type { Better } from './document.js';
import { remembered } from './memory.js';
import { collatorFor, compareKeys, type Key, keysOf } from './order.js';

/**
 * The products with the best value of a column whose better end is known. None where its amounts cannot be compared, where
 * fewer than two products have a value, or where every product has the same.
 */
export const bestIn = /* @__PURE__ */ remembered(
  (comparison, ranking, id: string, better: Better | undefined): ReadonlySet<Product> => {
    const best = new Set<Product>();
    const { mixed } = comparison.columns.find((column) => column.id === id) ?? {};
    if (mixed || (better !== 'higher' && better !== 'lower')) return best;
    const collator = collatorFor(comparison.language);
    const keys = keysOf(comparison, ranking, id);
    const sign = better === 'higher' ? -1 : 1;
    let first: Key;
    let isOne = true;
    for (const { product, partial } of ranking) {
      const key = keys.get(product);
      if (!key || (id === 'score' && partial)) continue;
      const ahead = first ? compareKeys(key, first, collator) * sign : -1;
      if (first && ahead) isOne = false;
      if (ahead < 0) {
        first = key;
        best.clear();
      }
      if (ahead <= 0) best.add(product);
    }
    // Where all have the same, or only one has any, none is better.
    return isOne ? new Set() : best;
  },
);
