/**
 * Rank acceptability: in what share of all weightings each product takes each place, by a sample that is the same every
 * time. Leaves what can be said exactly to `stability.ts`.
 */

/** One product's scores by criterion; `undefined` where one was not scored. */
export type Row = readonly (number | undefined)[];

/** How far a share may be off, of 1: half a percentage point. */
export const acceptabilityError = 0.005;

/** Points a dimension, and for how many dimensions: the largest error found with them is three fifths of the stated one. */
const density = 8192;
const most = 16;

/** Points whose numbers are so far apart agree in their first digits: 8 × 9 × 5 × 7. */
const stride = 2520;

/** The first prime numbers. */
function primesOf(count: number): readonly number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime)) primes.push(n);
  return primes;
}

/** The digits of `index` in that base, mirrored at the point: evenly spread from 0 to 1 (van der Corput). */
function mirrored(index: number, base: number): number {
  let digits = 0;
  let unit = 1;
  for (let rest = index; rest > 0; rest = Math.floor(rest / base)) {
    digits = digits * base + (rest % base);
    unit *= base;
  }
  return digits / unit;
}

/**
 * Fills in the weights, which sum to 1, of one point of Halton's sequence: stick-breaking makes the unit cube the simplex
 * of all weightings, evenly.
 */
function fillWeights(weights: Float64Array, index: number, bases: readonly number[]): void {
  const last = bases.length;
  let rest = 1;
  for (let at = 0; at < last; at++) {
    const kept = rest * mirrored(index, bases[at] as number) ** (1 / (last - at));
    weights[at] = rest - kept;
    rest = kept;
  }
  weights[last] = rest;
}

/** Σ(weight × value) over one row of a table that is laid flat. */
function weighted(weights: Float64Array, table: Float64Array, row: number): number {
  const start = row * weights.length;
  let sum = 0;
  for (let at = 0; at < weights.length; at++) sum += (weights[at] as number) * (table[start + at] as number);
  return sum;
}

/** What rows that tie under every weighting have in common: all their scores, or being the same score throughout. */
function tieOf(row: Row): string {
  const values = new Set(row.filter((score) => score !== undefined));
  return values.size === 1 ? `${[...values]}` : row.join();
}

/** Work that can be done in steps, each of a few milliseconds at most for a hundred rows. */
export type Steps<T> = Generator<void, T, void>;

/** Does all that is left of such work. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * For each row the share of all weightings, evenly taken, in which it takes place 1, 2, 3 …; rows that tie under every
 * weighting share their place. A missing score leaves its row to the weights of the others; every row has one score at
 * least. Off by `acceptabilityError` at most, for up to 20 criteria.
 */
export function* acceptabilityOf(rows: readonly Row[]): Steps<readonly (readonly number[])[]> {
  const ties = new Map<string, number[]>();
  for (const [index, row] of rows.entries()) {
    const key = tieOf(row);
    ties.set(key, [...(ties.get(key) ?? []), index]);
  }
  const groups = [...ties.values()];
  const tied = groups.map(([first]) => rows[first as number] as Row);
  const isPartial = tied.map((row) => row.includes(undefined));
  // Flat and of one type: what is below runs some ten million times.
  const scores = Float64Array.from(tied.flatMap((row) => row.map((score) => score ?? 0)));
  const scored = Float64Array.from(tied.flatMap((row) => row.map((score) => Number(score !== undefined))));
  const sizes = Int32Array.from(groups, ({ length }) => length);
  const order = Int32Array.from(groups.keys());
  const composites = new Float64Array(groups.length);
  const counts = groups.map(() => new Float64Array(rows.length));

  const weights = new Float64Array(rows[0]?.length ?? 0);
  const bases = primesOf(weights.length - 1);
  const size = 1 + density * Math.min(most, bases.length);
  for (let first = 1; first <= Math.min(size, stride); first++) {
    for (let point = first; point <= size; point += stride) {
      fillWeights(weights, point, bases);
      // Scored in the order of the point before and sorted by insertion: in a stride that order is nearly the next one.
      for (let from = 0; from < order.length; from++) {
        const group = order[from] as number;
        const gained = weighted(weights, scores, group);
        const composite = isPartial[group] ? gained / weighted(weights, scored, group) : gained;
        let to = from;
        for (; to > 0 && (composites[to - 1] as number) < composite; to--) {
          order[to] = order[to - 1] as number;
          composites[to] = composites[to - 1] as number;
        }
        order[to] = group;
        composites[to] = composite;
      }
      let place = 0;
      for (let at = 0; at < order.length; at++) {
        const group = order[at] as number;
        const count = counts[group] as Float64Array;
        count[place] = (count[place] as number) + 1;
        place += sizes[group] as number;
      }
    }
    yield;
  }
  const shares: (readonly number[])[] = [];
  for (const [group, members] of groups.entries()) {
    for (const member of members) shares[member] = Array.from(counts[group] as Float64Array, (count) => count / size);
  }
  return shares;
}
