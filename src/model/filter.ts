/**
 * Which products a reader's search and filters leave, and what there is to choose from. A filter is plain data, by
 * column: the products that match every part of it are shown. Leaves the finding of words to `search.ts`, units to
 * `scale.ts`, and the order of rows to `order.ts`.
 *
 * Columns are those of a table: `name`, `score`, `bestFor`, specs, criteria; `brand` and `award` too, unless a spec or
 * a criterion goes by that id. What asks for a column that is not there, or for a range where amounts do not compare, is
 * passed over: nobody could see it to take it back.
 */
import type { Cell } from './cell.js';
import type { Column } from './column.js';
import type { Comparison, Criterion, Product, Rubric } from './comparison.js';
import { collatorFor } from './order.js';
import { columnScale, criterionScale, limitsOf, type Measure, type Scale, scoreScale } from './scale.js';
import { bandOf, type Ranking } from './score.js';
import { fold, foldedTexts, wordsOf } from './search.js';

/** From `min` to `max`, both included, in the unit that the column's facet names; without one of them it is open. */
export interface Interval {
  readonly min?: number;
  readonly max?: number;
}

/** What a reader asks for; plain data that JSON can hold. */
export interface Filter {
  /** Words that must all be found somewhere in what a product shows. */
  readonly search?: string;
  /** By column id: one of these values at least. */
  readonly choices?: { readonly [column: string]: readonly string[] };
  /** By column id: amounts that reach into this range. */
  readonly ranges?: { readonly [column: string]: Interval };
}

/** A value that can be chosen. */
export interface FacetOption {
  /** As it stands in a filter: a list's entry, a text, a band's label, `true` or `false`. */
  readonly value: string;
  /** How many products have it, of those that everything but this facet leaves. */
  readonly count: number;
  readonly isChosen: boolean;
}

export interface ChoiceFacet {
  readonly kind: 'choice';
  /** The column's id. */
  readonly column: string;
  /** In the order of the document's language; bands from the best, `true` before `false`. */
  readonly options: readonly FacetOption[];
}

/** The column's amounts lie between `min` and `max`, which are whole steps. */
export interface RangeFacet extends Measure {
  readonly kind: 'range';
  /** The column's id. */
  readonly column: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly chosen?: Interval;
}

export type Facet = ChoiceFacet | RangeFacet;

/** Short texts: what can be chosen from at a glance. */
const mostOptions = 12;
const longestOption = 30;

/** A column as filters see it, whatever it is made of. */
interface Field {
  readonly id: string;
  /** What can be chosen in a product: each value once. */
  readonly valuesOf: (product: Product) => readonly string[];
  /** Which of its values are offered: `short` for those of a text column that has few and short ones. */
  readonly offers: 'all' | 'short' | 'none';
  /** Values in their own order, where they have one. */
  readonly order?: readonly string[];
  /** Where its amounts stand, if it has any; asked for only when needed, since all products are read for it. */
  readonly scaleOf?: () => Scale | undefined;
}

const one = (value: string | undefined): readonly string[] => (value ? [value] : []);

function cellValues({ type, text, items, checked }: Cell): readonly string[] {
  if (type === 'boolean') return [`${checked}`];
  return items ? [...new Set(items)] : one(text);
}

function specField(column: Column, products: readonly Product[]): Field {
  const { id, type } = column;
  return {
    id,
    valuesOf: ({ cells }) => (cells[id]?.type === type ? cellValues(cells[id]) : []),
    offers: type === 'list' || type === 'boolean' ? 'all' : type === 'text' ? 'short' : 'none',
    ...(type === 'boolean' && { order: ['true', 'false'] }),
    scaleOf: () => columnScale(column, products),
  };
}

type TextMember = 'name' | 'brand' | 'award' | 'bestFor';
const textField = (id: TextMember): Field => ({
  id,
  valuesOf: (product) => one(product[id]),
  offers: id === 'name' ? 'none' : 'short',
});

const knownBands = new WeakMap<Ranking, ReadonlyMap<Product, string>>();

/** The bands of the composites as they are shown, by product. */
function bandsOf({ rubric }: Comparison, ranking: Ranking): ReadonlyMap<Product, string> {
  const known = knownBands.get(ranking);
  if (known) return known;
  const bands = new Map<Product, string>();
  for (const score of rubric?.bands.length ? ranking : []) {
    const label = rubric && bandOf(score, rubric)?.label;
    if (label) bands.set(score.product, label);
  }
  knownBands.set(ranking, bands);
  return bands;
}

function scoreField(comparison: Comparison, ranking: Ranking, rubric: Rubric): Field {
  const bands = bandsOf(comparison, ranking);
  return {
    id: 'score',
    valuesOf: (product) => one(bands.get(product)),
    offers: 'all',
    order: rubric.bands.map(({ label }) => label),
    scaleOf: () => scoreScale(ranking, rubric),
  };
}

const criterionField = (criterion: Criterion, products: readonly Product[]): Field => ({
  id: criterion.id,
  valuesOf: ({ scores }) => one(Object.hasOwn(scores, criterion.id) ? `${scores[criterion.id]?.value}` : undefined),
  offers: 'none',
  scaleOf: () => criterionScale(criterion, products),
});

/** Every column that can be filtered by, in the order of the default table; the criteria come last. */
function fieldsOf(comparison: Comparison, ranking: Ranking): readonly Field[] {
  const { columns, rubric, products } = comparison;
  const criteria = rubric?.criteria ?? [];
  const isScored = products.some(({ scores }) => Object.keys(scores).length);
  const hasBestFor = products.some(({ bestFor }) => bestFor);
  // The table's own columns keep their ids against specs, specs against criteria, and these against what is no column.
  const taken = new Set<string>();
  const claim = <T extends { readonly id: string }>(items: readonly T[]): readonly T[] => {
    const free = items.filter(({ id }) => !taken.has(id));
    for (const { id } of free) taken.add(id);
    return free;
  };
  const name = claim([textField('name')]);
  const score = claim(isScored && rubric ? [scoreField(comparison, ranking, rubric)] : []);
  const bestFor = claim(hasBestFor ? [textField('bestFor')] : []);
  const specs = claim(columns).map((column) => specField(column, products));
  const scores = claim(criteria).map((criterion) => criterionField(criterion, products));
  const labels = claim([textField('brand'), textField('award')]);
  return [...name, ...score, ...labels, ...specs, ...bestFor, ...scores];
}

/** One part of a filter. */
interface Constraint {
  readonly kind: 'search' | Facet['kind'];
  readonly column?: string;
  readonly admits: (product: Product) => boolean;
}

/** Texts to search in besides the document's own: what a reader sees of a product, such as dates and prices as written. */
export type TextOf = (product: Product) => string;

function ownText({ name, brand = '', award = '', bestFor = '', cells }: Product): string {
  let texts = [name, brand, award, bestFor].join('\n');
  // Joined as they come: this is done for every product before the first key has its answer.
  for (const { type, text } of Object.values(cells)) if (type !== 'missing') texts += `\n${text}`;
  return texts;
}

function searchFor(search: string, bands: ReadonlyMap<Product, string>, textOf: TextOf | undefined): Constraint {
  const words = wordsOf(search);
  const labels = new Map([...new Set(bands.values())].map((label) => [label, fold(label)]));
  const texts = [ownText, ...(textOf ? [textOf] : [])].map(foldedTexts);
  const has = (product: Product, word: string) =>
    texts.some((text) => text(product).includes(word)) || labels.get(bands.get(product) ?? '')?.includes(word);
  return { kind: 'search', admits: (product) => words.every((word) => has(product, word)) };
}

const isEnd = (end: number | undefined): end is number => end !== undefined && !Number.isNaN(end);
const isOpen = ({ min, max }: Interval): boolean => !isEnd(min) && !isEnd(max);

/** The parts of a filter that say anything here. */
function constraintsOf(
  comparison: Comparison,
  ranking: Ranking,
  { search = '', choices = {}, ranges = {} }: Filter,
  fields: readonly Field[],
  textOf: TextOf | undefined,
): readonly Constraint[] {
  const isSearched = wordsOf(search).length > 0;
  const find = (id: string) => fields.find((field) => field.id === id);
  const chosen = Object.entries(choices).flatMap(([column, values]): readonly Constraint[] => {
    const valuesOf = find(column)?.valuesOf;
    const wanted = new Set(values);
    if (!valuesOf || !wanted.size) return [];
    return [{ kind: 'choice', column, admits: (product) => valuesOf(product).some((value) => wanted.has(value)) }];
  });
  const within = Object.entries(ranges).flatMap(([column, range]): readonly Constraint[] => {
    const spans = find(column)?.scaleOf?.()?.spans;
    if (!spans || isOpen(range)) return [];
    const min = isEnd(range.min) ? range.min : -Infinity;
    const max = isEnd(range.max) ? range.max : Infinity;
    const admits = (product: Product): boolean => {
      const span = spans.get(product);
      return !!span && Math.max(span[0], min) <= Math.min(span[1], max);
    };
    return [{ kind: 'range', column, admits }];
  });
  return [...chosen, ...within, ...(isSearched ? [searchFor(search, bandsOf(comparison, ranking), textOf)] : [])];
}

/** Whether a filter asks for anything. */
export const isFiltered = ({ search = '', choices = {}, ranges = {} }: Filter): boolean =>
  wordsOf(search).length > 0 ||
  Object.values(choices).some((values) => values.length) ||
  !Object.values(ranges).every(isOpen);

/**
 * The products that match a filter, in the document's order; `ranking` is what `scoreProducts` gave for this comparison.
 * What an amount that is a range or a bound (`300–600 mg`, `up to 30 g`) could be is enough for a range. What `textOf`
 * gives is searched too; it is asked once for each product as long as it is the same function.
 */
export function filterProducts(
  comparison: Comparison,
  ranking: Ranking,
  filter: Filter,
  textOf?: TextOf,
): readonly Product[] {
  const fields = isFiltered(filter) ? fieldsOf(comparison, ranking) : [];
  const constraints = constraintsOf(comparison, ranking, filter, fields, textOf);
  return comparison.products.filter((product) => constraints.every(({ admits }) => admits(product)));
}

function choiceFacet(
  { id, valuesOf, offers, order = [] }: Field,
  { products, language }: Comparison,
  remaining: readonly Product[],
  chosen: readonly string[],
): readonly Facet[] {
  const counts = new Map<string, number>();
  let stated = 0;
  for (const product of offers === 'none' ? [] : products) {
    const values = valuesOf(product);
    if (values.length) stated++;
    for (const value of values) counts.set(value, 0);
  }
  const isShort = counts.size <= mostOptions && [...counts.keys()].every(({ length }) => length <= longestOption);
  const isOffered = counts.size > 1 && (offers === 'all' || (isShort && counts.size < stated));
  if (!isOffered && !chosen.length) return [];
  // What was chosen can be taken back, even if no product has it any more.
  const offered = isOffered || offers === 'all' ? [...counts.keys()] : [];
  const values = new Set([...offered, ...chosen]);
  for (const product of remaining) {
    for (const value of valuesOf(product)) if (values.has(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const collator = collatorFor(language);
  const place = (value: string): number => (order.includes(value) ? order.indexOf(value) : order.length);
  const options = [...values]
    .sort((a, b) => place(a) - place(b) || collator.compare(a, b))
    .map((value) => ({ value, count: counts.get(value) ?? 0, isChosen: chosen.includes(value) }));
  return [{ kind: 'choice', column: id, options }];
}

function rangeFacet({ id, scaleOf }: Field, chosen: Interval): readonly Facet[] {
  const scale = scaleOf?.();
  if (!scale || (scale.lowest === scale.highest && isOpen(chosen))) return [];
  const { unit, per, outOf, step } = scale;
  const measure = { unit, ...(per && { per }), ...(outOf && { outOf }) };
  const facet = { kind: 'range', column: id, ...limitsOf(scale), step, ...measure } as const;
  return [isOpen(chosen) ? facet : { ...facet, chosen }];
}

/**
 * What there is to choose from, in the order of the default table or of `columnIds`: lists, booleans, bands and short
 * texts as choices; amounts that compare, dates, composites and criteria as ranges. A count is of the products that
 * have that value and match the search and all other facets. A facet with nothing to choose is left out, unless
 * something is chosen. The other arguments are those of `filterProducts`.
 */
export function facetsOf(
  comparison: Comparison,
  ranking: Ranking,
  filter: Filter,
  columnIds?: readonly string[],
  textOf?: TextOf,
): readonly Facet[] {
  const fields = fieldsOf(comparison, ranking);
  const constraints = constraintsOf(comparison, ranking, filter, fields, textOf);
  const matching: Product[] = [];
  // Products that one part of the filter alone keeps out.
  const kept = new Map<Constraint, Product[]>(constraints.map((constraint) => [constraint, []]));
  for (const product of comparison.products) {
    const failing = constraints.filter(({ admits }) => !admits(product));
    if (!failing.length) matching.push(product);
    else if (!failing[1]) kept.get(failing[0] as Constraint)?.push(product);
  }
  const { choices = {}, ranges = {} } = filter;
  const own = <T>(parts: { readonly [column: string]: T }, id: string): T | undefined =>
    Object.hasOwn(parts, id) ? parts[id] : undefined;
  const shown = columnIds
    ? [...new Set(columnIds)].flatMap((id) => fields.find((field) => field.id === id) ?? [])
    : fields;
  return shown.flatMap((field) => {
    const constraint = constraints.find(({ kind, column }) => kind === 'choice' && column === field.id);
    const remaining = [...matching, ...((constraint && kept.get(constraint)) ?? [])];
    const chosen = [...new Set(own(choices, field.id))];
    return [...choiceFacet(field, comparison, remaining, chosen), ...rangeFacet(field, own(ranges, field.id) ?? {})];
  });
}
