/**
 * How believable a ranking is: who is ahead under every weighting, in what share of all weightings each product takes each
 * place, and how far a single weight may move before places change. Leaves the ranking itself to `rank.ts`.
 */
import { acceptabilityError, acceptabilityOf, finish, type Row, type Steps } from './acceptability.js';
import type { Comparison, Criterion, Product } from './comparison.js';
import { Fraction } from './exact.js';
import { remembered } from './memory.js';
import { scoreProducts } from './rank.js';
import type { Contribution, ProductScore, Ranking, Weights } from './score.js';

/** How firm one product's place is. */
export interface PlaceStability {
  readonly score: ProductScore;
  /** Whether it is first, alone or together with others, under every weighting there is. */
  readonly isAlwaysFirst: boolean;
  /** Whom it dominates: wherever such a product has a place, this one has one too, never behind it and ahead somewhere. */
  readonly dominates: readonly Product[];
  /**
   * The share of all weightings, from 0 to 1, in which it takes place 1, 2, 3 …; places are shared on exact ties. Empty
   * where it has a composite under hardly any weighting: without a score, or with `unrated` and without one of them.
   */
  readonly acceptability: readonly number[];
}

/** A change of one criterion's weight, the others in proportion, that takes one product past others. */
export interface Overtaking {
  readonly criterion: Criterion;
  /** Whether that criterion has to weigh more or less than it does. */
  readonly direction: 'more' | 'less';
  /**
   * Its share of all weights, from 0 to 1, at which there is a tie; beyond it the product is ahead. Between composites that
   * lack different scores it can be irrational: then it is off by less than 10⁻³⁰, and rounds as it would in full.
   */
  readonly weight: Fraction;
  /** Beyond this share it is ahead no longer; mostly absent, as this takes partial composites. */
  readonly until?: Fraction;
  /** How far `weight` is from what the criterion weighs now, from 0 to 1. */
  readonly shift: Fraction;
  /** Who overtakes; the better placed where two do at once. */
  readonly product: Product;
}

/** What it takes for one of those behind to pass all of those ahead. */
export interface Contest {
  readonly ahead: readonly Product[];
  readonly behind: readonly Product[];
  /** The first overtaking in each direction of each criterion, the smallest shift first; none where no weight will do. */
  readonly changes: readonly Overtaking[];
}

/** What it takes to unseat who is first. */
export interface Lead extends Contest {
  /** Whether all of those in the first place are there under every weighting there is. */
  readonly isAlwaysFirst: boolean;
  /** Whether none of those in the first place is partial, which has no place where only what it lacks weighs anything. */
  readonly isFull: boolean;
}

export interface RankStability {
  /** One a product, in the order of the ranking. */
  readonly places: readonly PlaceStability[];
  /** The products in the first place against all others that have a place. */
  readonly lead: Contest;
  /** Each product against each in the next place. */
  readonly neighbours: readonly Contest[];
  /** How far the shares in `acceptability` may be off, of 1. */
  readonly error: number;
}

const add = (a: bigint, b: bigint): bigint => a + b;
const gcd = (a: bigint, b: bigint): bigint => (b ? gcd(b, a % b) : a);

/** n/d in lowest terms; both are zero or above. */
const ratio = (n: bigint, d: bigint): Fraction => new Fraction(n / gcd(n, d), d / gcd(n, d));

/** Numbers in whole units, the largest unit that fits them all. */
function wholesOf(numbers: readonly (Fraction | undefined)[]): readonly bigint[] {
  const unit = numbers.reduce((d, number) => (number ? (d / gcd(d, number.d)) * number.d : d), 1n);
  return numbers.map((number) => (number ? number.n * (unit / number.d) : 0n));
}

/** The whole square root, rounded down. */
function rootOf(square: bigint): bigint {
  let root = 1n << BigInt((square.toString(2).length + 1) >> 1);
  for (let next = root; ; root = next) {
    next = (root + square / root) >> 1n;
    if (next >= root) return root;
  }
}

/** So many binary places of a root are worked out where it has no end: far more than anybody prints. */
const places = 128n;

/** The positive numbers, in order, at which c + bz + az² changes its sign; irrational ones are cut. */
function signChanges(c: bigint, b: bigint, a: bigint): readonly Fraction[] {
  const positive = (n: bigint, d: bigint): Fraction[] => (n * d > 0n ? [ratio(n < 0n ? -n : n, d < 0n ? -d : d)] : []);
  if (!a) return b ? positive(-c, b) : [];
  const square = b * b - 4n * a * c;
  // Where no two neighbouring signs differ (Descartes), or where the curve only touches zero.
  if (square <= 0n || (a * b >= 0n && a * c >= 0n && b * c >= 0n)) return [];
  const root = rootOf(square << (2n * places));
  const [middle, unit] = [-b << places, (2n * a) << places];
  return [...positive(middle - root, unit), ...positive(middle + root, unit)].sort((x, y) => x.compare(y));
}

/** A product that has a place, in whole units of weights and scores. */
interface Standing {
  readonly score: ProductScore;
  /** By criterion; what was not scored is zero, and counts for nothing. */
  readonly scores: readonly bigint[];
  readonly isScored: readonly boolean[];
  /** Σ(weight × score) and Σ weight of what was scored. */
  readonly gained: bigint;
  readonly weighed: bigint;
}

/** The shares between which one product is ahead of another: beyond `from`, up or down, until `until`. */
interface Span {
  readonly from: Fraction;
  readonly until?: Fraction | undefined;
}

const directions = ['more', 'less'] as const;
type Spans = { readonly [direction in (typeof directions)[number]]?: Span | undefined };

/** Everything about the weights that overtakings are worked out from. */
interface Setting {
  readonly criteria: readonly Criterion[];
  readonly weights: readonly bigint[];
  readonly total: bigint;
  readonly isUnrated: boolean;
}

/** Where B is ahead of A, that is ahead of it now, if only this criterion's weight moves. */
function spansOf(a: Standing, b: Standing, at: number, { weights, total, isUnrated }: Setting): Spans {
  const weight = weights[at] as bigint;
  const others = total - weight;
  const [isA, isB] = [a.isScored[at], b.isScored[at]];
  // With nothing beside it there is no proportion to keep; what becomes unrated is not overtaken.
  if (!others || (isUnrated && !(isA && isB))) return {};
  // As z is what the criterion weighs, each composite is (n + sz) / (w + z), without the z where it was not scored.
  const parts = ({ scores, gained, weighed }: Standing, isScored: boolean | undefined) => {
    const s = scores[at] as bigint;
    return isScored ? ([gained - weight * s, s, weighed - weight, 1n] as const) : ([gained, 0n, weighed, 0n] as const);
  };
  const [an, as, aw, az] = parts(a, isA);
  const [bn, bs, bw, bz] = parts(b, isB);
  const changes = signChanges(an * bw - bn * aw, an * bz + as * bw - bn * az - bs * aw, as * bz - bs * az);
  const now = new Fraction(weight, 1n);
  const share = (z: Fraction | undefined) => z && ratio(z.n, z.n + others * z.d);
  const spanOf = ([from, until]: readonly Fraction[]): Span | undefined =>
    from && { from: share(from) as Fraction, until: share(until) };
  return {
    more: spanOf(changes.filter((z) => z.compare(now) > 0)),
    less: spanOf(changes.filter((z) => z.compare(now) < 0).reverse()),
  };
}

/** Where both spans are; `undefined` where that is nowhere. */
function overlap(a: Span | undefined, b: Span | undefined, direction: 'more' | 'less'): Span | undefined {
  if (!a || !b) return undefined;
  const isBeyond = (x: Fraction, y: Fraction): boolean => x.compare(y) * (direction === 'more' ? 1 : -1) > 0;
  const from = isBeyond(a.from, b.from) ? a.from : b.from;
  const until = a.until && b.until ? (isBeyond(a.until, b.until) ? b.until : a.until) : (a.until ?? b.until);
  return until && !isBeyond(until, from) ? undefined : { from, until };
}

function contestOf(ahead: readonly Standing[], behind: readonly Standing[], setting: Setting): Contest {
  const { criteria, weights, total } = setting;
  const changes = criteria.flatMap((criterion, at): Overtaking[] => {
    const now = new Fraction(weights[at] as bigint, total);
    const spans = behind.map((b) => ahead.map((a) => spansOf(a, b, at, setting)));
    return directions.flatMap((direction) => {
      const found = behind.flatMap(({ score: { product } }, index): Overtaking[] => {
        const span = (spans[index] as readonly Spans[])
          .map((each) => each[direction])
          .reduce((x, y) => overlap(x, y, direction));
        if (!span) return [];
        const { from: weight, until } = span;
        const shift = direction === 'more' ? weight.minus(now) : now.minus(weight);
        return [{ criterion, direction, weight, ...(until && { until }), shift: ratio(shift.n, shift.d), product }];
      });
      return found.sort((a, b) => a.shift.compare(b.shift)).slice(0, 1);
    });
  });
  const productsOf = (standings: readonly Standing[]) => standings.map(({ score }) => score.product);
  return {
    ahead: productsOf(ahead),
    behind: productsOf(behind),
    changes: changes.sort((a, b) => a.shift.compare(b.shift)),
  };
}

/**
 * How A stands to B wherever B has a place: never behind, and ahead somewhere. Exact: the gap, times the weight of what
 * each was scored in, is Σ wᵢwⱼ(aᵢ − bⱼ) over what A and B were scored in, and such a sum stays from zero up just if all
 * its coefficients do. `undefined` where A may be behind, or without a place.
 */
function lookDown(a: Row, b: Row, isUnrated: boolean): { readonly isAhead: boolean } | undefined {
  let isAhead = false;
  for (const [at, behind] of b.entries()) {
    if (behind === undefined) continue;
    for (const [other, ahead] of a.entries()) {
      // What only A was scored in is weighed against all that B was scored in.
      if (other !== at && (isUnrated || ahead === undefined || b[other] !== undefined)) continue;
      if (ahead === undefined || ahead < behind) return undefined;
      isAhead ||= ahead > behind;
    }
  }
  return { isAhead };
}

/** The criteria that weigh anything, with the publisher or now, and what each product was scored by them. */
interface Field {
  readonly isUnrated: boolean;
  readonly played: readonly Contribution[];
  readonly rows: ReadonlyMap<ProductScore, Row>;
}

function fieldOf({ rubric }: Comparison, ranking: Ranking): Field {
  const isPlayed =
    ranking[0]?.contributions.map(({ criterion, weight }) => criterion.weight > 0 || weight.n > 0n) ?? [];
  const playedOf = ({ contributions }: ProductScore) => contributions.filter((_, at) => isPlayed[at]);
  return {
    isUnrated: rubric?.missing === 'unrated',
    played: ranking[0] ? playedOf(ranking[0]) : [],
    rows: new Map(ranking.map((score) => [score, playedOf(score).map((part) => part.score)])),
  };
}

const isFull = (row: Row): boolean => row.length > 0 && !row.includes(undefined);

const isAlwaysFirst = (score: ProductScore, { rows, isUnrated }: Field): boolean => {
  const row = rows.get(score) as Row;
  // Who is so now as well.
  return score.rank === 1 && isFull(row) && [...rows.values()].every((other) => lookDown(row, other, isUnrated));
};

/** Makes the contests among these products, that all have a place: of some of them against others. */
function contestsAmong(
  scores: Ranking,
  { rows, played, isUnrated }: Field,
): (ahead: Ranking, behind: Ranking) => Contest {
  const weights = wholesOf(played.map(({ weight }) => weight));
  const criteria = played.map(({ criterion }) => criterion);
  const setting: Setting = { criteria, weights, total: weights.reduce(add, 0n), isUnrated };
  const numbers = scores.flatMap((score) => rows.get(score) as Row);
  const wholes = wholesOf(numbers.map((score) => (score === undefined ? score : Fraction.of(score))));
  const standings = new Map(
    scores.map((score, index): [ProductScore, Standing] => {
      const isScored = (rows.get(score) as Row).map((each) => each !== undefined);
      const own = wholes.slice(index * weights.length, (index + 1) * weights.length);
      const weighed = weights.map((weight, at) => (isScored[at] ? weight : 0n));
      const gained = weighed.map((weight, at) => weight * (own[at] as bigint));
      return [
        score,
        { score, scores: own, isScored, gained: gained.reduce(add, 0n), weighed: weighed.reduce(add, 0n) },
      ];
    }),
  );
  const all = (some: Ranking) => some.map((score) => standings.get(score) as Standing);
  return (ahead, behind) => contestOf(all(ahead), all(behind), setting);
}

function leadIn(ranking: Ranking, field: Field): Lead {
  const { rows, isUnrated } = field;
  const ranked = ranking.filter(({ exact }) => exact);
  const ahead = ranked.filter(({ rank }) => rank === 1);
  const behind = ranked.slice(ahead.length);
  // Most products stand below another whatever the weights are, and nobody passes anybody before that one does.
  const isBelow = (b: ProductScore) => (a: ProductScore) => lookDown(rows.get(a) as Row, rows.get(b) as Row, isUnrated);
  const rivals: ProductScore[] = [];
  for (const score of behind) if (!ahead.some(isBelow(score)) && !rivals.some(isBelow(score))) rivals.push(score);
  return {
    ...contestsAmong([...ahead, ...rivals], field)(ahead, rivals),
    behind: behind.map(({ product }) => product),
    isAlwaysFirst: ahead.length > 0 && ahead.every((score) => isAlwaysFirst(score, field)),
    isFull: ahead.every((score) => isFull(rows.get(score) as Row)),
  };
}

/**
 * The same of the first place alone, and without a sample: a matter of a few milliseconds for a thousand products.
 * `undefined` where there is nothing to say, with fewer than two products that have a place, or fewer than two criteria
 * that weigh anything.
 */
export const leadOf = remembered((comparison, ranking): Lead | undefined => {
  const field = fieldOf(comparison, ranking);
  return ranking[1]?.exact && field.played.length > 1 ? leadIn(ranking, field) : undefined;
});

const samples = new WeakMap<Comparison, { readonly key: string; readonly shares: readonly (readonly number[])[] }>();

/** The shares of these rows of a comparison: most often a reader's weights change none of them, and no new sample is due. */
function* sharesOf(comparison: Comparison, rows: readonly Row[]): Steps<readonly (readonly number[])[]> {
  const key = JSON.stringify(rows);
  const sample = samples.get(comparison);
  if (sample?.key === key) return sample.shares;
  const shares = yield* acceptabilityOf(rows);
  samples.set(comparison, { key, shares });
  return shares;
}

/**
 * `rankStability` in steps, of a ranking that is there already. With `most`, `places` and `neighbours` are those of so
 * many products at the head of the ranking, as if there were no others; `lead` and `isAlwaysFirst` are of all.
 */
export function* stabilityOf(comparison: Comparison, ranking: Ranking, most = ranking.length): Steps<RankStability> {
  const field = fieldOf(comparison, ranking);
  const { rows, isUnrated } = field;
  const head = ranking.slice(0, most);
  const rowOf = (score: ProductScore) => rows.get(score) as Row;
  const known = new Map(head.map((score) => [score.product, rowOf(score)]));
  // In the document's order, which no weight changes.
  const placed = comparison.products.filter((product) => {
    const row = known.get(product);
    return row && (isUnrated ? isFull(row) : row.some((score) => score !== undefined));
  });
  const shares = yield* sharesOf(
    comparison,
    placed.map((product) => known.get(product) as Row),
  );
  const places = head.map((score): PlaceStability => {
    const { product } = score;
    return {
      score,
      isAlwaysFirst: isAlwaysFirst(score, field),
      dominates: head.flatMap((other) =>
        lookDown(rowOf(score), rowOf(other), isUnrated)?.isAhead ? [other.product] : [],
      ),
      acceptability: shares[placed.indexOf(product)] ?? [],
    };
  });
  yield;
  const ranked = head.filter(({ exact }) => exact);
  const contest = contestsAmong(ranked, field);
  const groups = [...new Set(ranked.map(({ rank }) => rank))].map((rank) =>
    ranked.filter((score) => score.rank === rank),
  );
  return {
    places,
    lead: leadOf(comparison, ranking) ?? leadIn(ranking, field),
    neighbours: groups.flatMap((group, index) =>
      group.flatMap((a) => (groups[index + 1] ?? []).map((b) => contest([a], [b]))),
    ),
    error: acceptabilityError,
  };
}

/**
 * How firm the ranking is, with the publisher's weights or with others (as `scoreProducts` takes them). “All weightings”
 * are those of the criteria that weigh anything, with the publisher or now. Everything is exact but `acceptability`.
 *
 * Products are ranked by the rubric's own rule for missing scores, and what is said here is of that ranking: a partial
 * composite moves over the weights it has, and can dominate and overtake, but is not first under every weighting, as it
 * has no place where only the missing criterion counts. What has no composite now takes no part in contests, and products
 * that share a place have none between them. Without a rubric, or where nothing weighs anything, nothing is said but the
 * scores.
 */
export const rankStability = (comparison: Comparison, weights?: Weights): RankStability =>
  finish(stabilityOf(comparison, scoreProducts(comparison, weights)));

const hundred = new Fraction(100n, 1n);

/** What an overtaking looks like in per cent, as decimal text. */
export interface ShownOvertaking {
  readonly weight: string;
  readonly until?: string;
  /** What the criterion weighs now. */
  readonly now: string;
}

/**
 * The weights of an overtaking in per cent with so many decimals, fewer where that is exact, and more where that takes to
 * tell `weight` from `now`. “More than 47.54” is rounded down and “less than” up, so that it is true of every percentage
 * with as many decimals.
 */
export function showOvertaking({ direction, weight, until, shift }: Overtaking, decimals: number): ShownOvertaking {
  const isMore = direction === 'more';
  const show = (share: Fraction, places: number, round: -1n | 0n | 1n): string => {
    const percentage = share.times(hundred);
    for (let fewer = 0; fewer < places; fewer++) if (percentage.fits(fewer)) return percentage.toFixed(fewer);
    const half = new Fraction(percentage.fits(places) ? 0n : round, 2n * 10n ** BigInt(places));
    return percentage.plus(half).toFixed(places);
  };
  const now = isMore ? weight.minus(shift) : weight.plus(shift);
  for (let places = decimals; ; places++) {
    const shown = {
      weight: show(weight, places, isMore ? -1n : 1n),
      ...(until && { until: show(until, places, isMore ? 1n : -1n) }),
      now: show(now, places, 0n),
    };
    // There is a shift, but it may be smaller than what anybody reads.
    if (places > 9 || (isMore ? +shown.weight > +shown.now : +shown.weight < +shown.now)) return shown;
  }
}
