/**
 * What the amounts of a column are measured with: one unit for all of them, the one that most are printed in, and where
 * on that scale each product stands. Leaves what an amount is to `quantity.ts`, and who is between two ends to
 * `filter.ts`.
 */
import { type Column, isAmount } from './column.js';
import type { Criterion, Product, Rubric } from './comparison.js';
import { type Basis, baseAmount, baseMaximum, baseOf, type Quantity } from './quantity.js';
import type { Ranking } from './score.js';

/** From the lower to the upper end of an amount; infinite where it is said to be at least or at most so much. */
export type Span = readonly [low: number, high: number];

/** What the numbers of a scale count. */
export interface Measure {
  /**
   * The canonical symbol, as in `Quantity`: `g`, `USD`, `%`; empty for bare numbers, ratings and scores. `ms` for dates:
   * the milliseconds from 1970 to the first of that day in UTC.
   */
  readonly unit: string;
  /** What each amount is for: 10 g in `$0.50/10g`. */
  readonly per?: Basis;
  /** The best possible rating. */
  readonly outOf?: number;
}

export interface Scale extends Measure {
  /** Where each product stands that stands anywhere. */
  readonly spans: ReadonlyMap<Product, Span>;
  /** The ends of all amounts as printed. */
  readonly lowest: number;
  readonly highest: number;
  /** A step that divides all that lies between them into a hundred parts at most, and none that no amount has. */
  readonly step: number;
}

const day = 86_400_000;

/** Twelve digits undo what a conversion loses in binary floating point. */
const neat = (value: number): number => Number(value.toPrecision(12));

/** Beyond that no slider makes sense, and sums of floating point run over. */
const isReadable = (value: number): boolean => Math.abs(value) < 1e100;

/** The decimals that a number is written with, up to twelve. */
function decimalsOf(value: number): number {
  let decimals = 0;
  while (decimals < 12 && Number(value.toFixed(decimals)) !== value) decimals++;
  return decimals;
}

/** The next of 1, 2, 5, 10, 20, 50 … from `count` up. */
function roundUp(count: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(count)));
  return ([1, 2, 5].find((digit) => count <= digit * power) ?? 10) * power;
}

/** Settles a scale from the ends of all amounts; `grain` is the least that two of them differ by, if that is known. */
function settle(
  measure: Measure,
  spans: ReadonlyMap<Product, Span>,
  ends: readonly number[],
  grain = Number(`1e-${[...new Set(ends)].reduce((most, end) => Math.max(most, decimalsOf(end)), 0)}`),
): Scale | undefined {
  if (!ends.length) return undefined;
  // One by one: a call does not have as many arguments as there are amounts.
  const lowest = ends.reduce((a, b) => Math.min(a, b));
  const highest = ends.reduce((a, b) => Math.max(a, b));
  const step = neat(grain * roundUp((highest - lowest) / grain / 100));
  return { ...measure, spans, lowest, highest, step };
}

/** A scale of single numbers, of the products that have one. */
function settleNumbers(
  unit: string,
  products: readonly Product[],
  numberOf: (product: Product) => number | undefined,
  grain?: number,
): Scale | undefined {
  const spans = new Map<Product, Span>();
  const ends: number[] = [];
  for (const product of products) {
    const number = numberOf(product);
    if (number === undefined || !isReadable(number)) continue;
    spans.set(product, [number, number]);
    ends.push(number);
  }
  return settle({ unit }, spans, ends, grain);
}

/** From the last step at or below the lowest amount to the first at or above the highest. */
export function limitsOf({ lowest, highest, step }: Scale): { readonly min: number; readonly max: number } {
  const at = (round: (value: number) => number, end: number) => neat(round(neat(end / step)) * step);
  return { min: Math.min(lowest, at(Math.floor, lowest)), max: Math.max(highest, at(Math.ceil, highest)) };
}

/** The same for amounts of the same measure; a unit holds no tab. */
const measureKey = ({ unit, per, outOf }: Measure): string =>
  `${unit}\t${outOf ?? ''}${per ? `\t${per.value}\t${per.unit}` : ''}`;

/** The quantities whose measure is the commonest, the earlier one on a tie: the first of them. */
function commonest(quantities: Iterable<Quantity>): Quantity | undefined {
  const groups = new Map<string, Quantity[]>();
  for (const quantity of quantities) {
    const key = measureKey(quantity);
    const group = groups.get(key);
    if (group) group.push(quantity);
    else groups.set(key, [quantity]);
  }
  return [...groups.values()].reduce<Quantity[]>((most, group) => (group.length > most.length ? group : most), [])[0];
}

/** Reads the printed ends of an amount in the measure of another one of its kind. */
function inMeasureOf(model: Quantity): (quantity: Quantity) => Span {
  const key = measureKey(model);
  const zero = baseAmount({ ...model, value: 0 });
  const one = baseAmount({ ...model, value: 1 }) - zero;
  return (quantity) => {
    const { value, max = value, per } = quantity;
    if (measureKey(quantity) === key) return [value, max];
    const ratio = per && model.per ? baseOf(model.per) / baseOf(per) : 1;
    const convert = (amount: number): number => neat((amount * ratio - zero) / one);
    return [convert(baseAmount(quantity)), convert(baseMaximum(quantity))];
  };
}

function readScale({ id, type, mixed }: Column, products: readonly Product[]): Scale | undefined {
  if (type === 'date') {
    // The day as it is written, whatever the time and the place.
    const dayOf = ({ cells }: Product) =>
      cells[id]?.type === type ? Date.parse(cells[id].text.slice(0, 10)) : undefined;
    return settleNumbers('ms', products, dayOf, day);
  }
  if (!isAmount(type) || mixed) return undefined;
  const found = new Map<Product, Quantity>();
  for (const product of products) {
    const quantity = product.cells[id]?.quantity;
    if (quantity && isReadable(quantity.value) && isReadable(quantity.max ?? 0)) found.set(product, quantity);
  }
  const model = commonest(found.values());
  if (!model) return undefined;
  const { unit, per, outOf } = model;
  const read = inMeasureOf(model);
  const spans = new Map<Product, Span>();
  const ends: number[] = [];
  for (const [product, quantity] of found) {
    const [low, high] = read(quantity);
    const { bound } = quantity;
    ends.push(low, high);
    spans.set(product, [bound === 'max' ? -Infinity : low, bound === 'min' ? Infinity : high]);
  }
  return settle({ unit, ...(per && { per }), ...(outOf && { outOf }) }, spans, ends);
}

const scales = new WeakMap<object, Scale | undefined>();

function remember(key: object, make: () => Scale | undefined): Scale | undefined {
  if (!scales.has(key)) scales.set(key, make());
  return scales.get(key);
}

/** The scale of a column of amounts or dates; `undefined` for other columns and where amounts do not compare. */
export const columnScale = (column: Column, products: readonly Product[]): Scale | undefined =>
  remember(column, () => readScale(column, products));

/** The scale of a criterion's scores; `undefined` where there is none. */
export const criterionScale = (criterion: Criterion, products: readonly Product[]): Scale | undefined =>
  remember(criterion, () => settleNumbers('', products, ({ scores }) => scores[criterion.id]?.value));

/** The scale of composites as they are shown, so that 9.0 is found from 9 up; `undefined` where there is none. */
export const scoreScale = (ranking: Ranking, { decimals }: Rubric): Scale | undefined =>
  remember(ranking, () => {
    const composites = new Map(ranking.map(({ product, composite }) => [product, composite]));
    const numberOf = (product: Product) => (composites.get(product) ? Number(composites.get(product)) : undefined);
    return settleNumbers('', [...composites.keys()], numberOf, Number(`1e-${decimals}`));
  });
