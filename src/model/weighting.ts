/**
 * Weights as a reader sets them: percentages in tenths that sum to exactly 100, one moved while the others give way in
 * proportion. Leaves what they make of the scores to `score.ts`.
 */
import type { Rubric } from './comparison.js';
import { Fraction, showParts } from './exact.js';
import { type Weights, weigh } from './score.js';

const hundred = new Fraction(100n, 1n);
// All there is to share out, in tenths of a percent.
const all = 1000;

const add = (a: number, b: number): number => a + b;
const toTenths = (percentage: number): number => Math.round(percentage * 10);

/** Whole units in proportion to whole parts, by largest remainder (the earlier one on a tie); equal ones to nothings. */
function shareOut(units: number, parts: readonly number[]): readonly number[] {
  const sum = parts.reduce(add, 0);
  if (!sum) return parts.length ? shareOut(units, Array(parts.length).fill(1)) : [];
  const shares = parts.map((part) => Math.floor((units * part) / sum));
  const left = units - shares.reduce(add, 0);
  const remainders = parts.map((part, index) => ({ index, loss: (units * part) % sum }));
  for (const { index } of remainders.sort((a, b) => b.loss - a.loss).slice(0, left)) (shares[index] as number)++;
  return shares;
}

/**
 * What each criterion weighs, in percent, by its id: tenths that sum to exactly 100, apportioned by largest remainder
 * where need be. `weights` are relative, as `scoreProducts` takes them; `undefined` where nothing weighs anything.
 */
export function percentagesOf(rubric: Rubric, weights?: Weights): Weights | undefined {
  const shares = weigh(rubric, weights)?.shares.map((share) => share.times(hundred));
  if (!shares) return undefined;
  const { parts } = showParts(shares, [1]);
  return Object.fromEntries(rubric.criteria.map(({ id }, index) => [id, Number(parts[index])]));
}

/** What a move gives. */
export interface WeightMove {
  /** All percentages, the moved one and the others; they sum to exactly 100. */
  readonly weights: Weights;
  /** Whether what is locked kept the moved one from what was asked for. */
  readonly isBound: boolean;
}

/**
 * Moves one weight of `percentages` (as `percentagesOf` gives them) to `wanted` percent, at most 100 and rounded to a
 * tenth. The others give way in proportion, equally where all of them are zero; those that are `locked` keep theirs, and
 * leave the moved one no more than the rest, nor less where none is free to take it. An id that no criterion has, and a
 * number that is none, move nothing.
 */
export function moveWeight(
  percentages: Weights,
  id: string,
  wanted: number,
  locked: Iterable<string> = [],
): WeightMove {
  if (!Object.hasOwn(percentages, id) || Number.isNaN(wanted)) return { weights: percentages, isBound: false };
  const kept = new Set(locked);
  const others = Object.entries(percentages).filter(([other]) => other !== id);
  const free = others.filter(([other]) => !kept.has(other));
  const most = all - others.map(([other, percentage]) => (kept.has(other) ? toTenths(percentage) : 0)).reduce(add, 0);
  const asked = Math.min(all, Math.max(0, toTenths(wanted)));
  const tenths = free.length ? Math.min(asked, most) : most;
  const shares = shareOut(
    most - tenths,
    free.map(([, percentage]) => toTenths(percentage)),
  );
  const moved = new Map([[id, tenths], ...free.map(([other], index) => [other, shares[index] as number] as const)]);
  const weights = Object.entries(percentages).map(([other, percentage]) => {
    const units = moved.get(other);
    return [other, units === undefined ? percentage : units / 10] as const;
  });
  return { weights: Object.fromEntries(weights), isBound: tenths !== asked };
}

/** The same weight for every criterion, in percent; no criteria give none. */
export function equalWeights({ criteria }: Rubric): Weights {
  const shares = shareOut(
    all,
    criteria.map(() => 1),
  );
  return Object.fromEntries(criteria.map(({ id }, index) => [id, (shares[index] as number) / 10]));
}

/**
 * One criterion before all others together: it weighs 60 %, or what it does where that is more, the others in the
 * publisher's proportions. `undefined` where nothing weighs anything.
 */
export function weightsWithFirst(rubric: Rubric, id: string): Weights | undefined {
  const percentages = percentagesOf(rubric);
  return percentages && moveWeight(percentages, id, Math.max(60, percentages[id] ?? 0)).weights;
}

/** Whether two sets of percentages are the same. */
export const isSameWeights = (a: Weights = {}, b: Weights = {}): boolean =>
  Object.keys({ ...a, ...b }).every((id) => a[id] === b[id]);
