/**
 * Remembers what was worked out of a comparison and its ranking: neither ever changes, and drawing asks the same again
 * and again. Leaves what is worked out to its neighbours.
 */
import type { Comparison } from './comparison.js';
import type { Ranking } from './score.js';

/** More than one page asks for at a time; beyond them all are forgotten, so that memory has an end. */
const most = 100;

/**
 * The same function, that works a result out once for the same comparison, ranking and other arguments, which are plain
 * data. Who gets a result shares it with others.
 */
export function remembered<A extends readonly unknown[], T>(
  work: (comparison: Comparison, ranking: Ranking, ...rest: A) => T,
): typeof work {
  const memory = new WeakMap<Comparison, WeakMap<Ranking, Map<string, T>>>();
  return (comparison, ranking, ...rest) => {
    const rankings = memory.get(comparison) ?? new WeakMap<Ranking, Map<string, T>>();
    const results = rankings.get(ranking) ?? new Map<string, T>();
    memory.set(comparison, rankings.set(ranking, results));
    const key = JSON.stringify(rest);
    if (results.has(key)) return results.get(key) as T;
    if (results.size === most) results.clear();
    const result = work(comparison, ranking, ...rest);
    results.set(key, result);
    return result;
  };
}
