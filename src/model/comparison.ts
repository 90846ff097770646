/**
 * What a comparison is, and how one is read from whatever an author wrote: everything usable is used, everything else is
 * reported. Leaves the form of the single member to `document.ts`, and what contradicts what to `audit.ts`.
 */
import { audit } from './audit.js';
import { type Cell, readCell } from './cell.js';
import { type Column, readColumn } from './column.js';
import { type Diagnostic, quote, type Report } from './diagnostic.js';
import {
  type Band,
  type ColumnDocument,
  type ComparisonDocument,
  type CriterionDocument,
  type ProductDocument,
  readWhole,
  type Score,
} from './document.js';
import { readJson } from './json.js';
import { deepFreeze, isLanguage, isRecord, type Json, leaveOut, placeOf } from './shape.js';

export interface Criterion extends CriterionDocument {
  readonly id: string;
  readonly label: string;
  /** Relative to the other weights; zero where the document has no usable one. */
  readonly weight: number;
}

export interface Rubric {
  readonly name?: string;
  readonly url?: string;
  readonly scale: { readonly min: number; readonly max: number };
  /** Decimals of the composite as it is shown. */
  readonly decimals: number;
  /** What a missing score does: the composite over what was scored, marked partial, or no composite. */
  readonly missing: 'renormalise' | 'unrated';
  readonly criteria: readonly Criterion[];
  /** Highest first. */
  readonly bands: readonly Band[];
}

export interface Product extends ProductDocument {
  readonly id: string;
  readonly name: string;
  /** By criterion id; holds known criteria and scores within the scale only. */
  readonly scores: { readonly [criterion: string]: Score & { readonly value: number } };
  /** By column id, one for every column. */
  readonly cells: { readonly [column: string]: Cell };
}

/** A comparison that was read: deeply frozen, every id unique, every column settled. */
export interface Comparison extends Omit<ComparisonDocument, 'language' | 'rubric' | 'columns' | 'products'> {
  /** BCP 47; the document's own, else the one it was read with. */
  readonly language?: string | undefined;
  readonly rubric?: Rubric | undefined;
  readonly columns: readonly Column[];
  readonly products: readonly Product[];
}

export interface ReadOptions {
  /** BCP 47; the language of a document that names none. */
  readonly language?: string | undefined;
  /** What the document's relative addresses are relative to; without it they stay as written. */
  readonly baseUrl?: string | undefined;
  /** The moment that prices are old at, in milliseconds; without it no price is. */
  readonly now?: number | undefined;
}

export interface ReadResult {
  /** Absent where the document cannot be used at all; the diagnostics say why. */
  readonly comparison?: Comparison;
  readonly diagnostics: readonly Diagnostic[];
}

const results = new WeakMap<object, ReadResult>();

/**
 * Reads a comparison from a parsed value or from JSON text. Never throws; without `comparison` in what it gives, one
 * diagnostic at least is an error. A comparison that was read before is passed through with its diagnostics.
 */
export function readComparison(input: unknown, options: ReadOptions = {}): ReadResult {
  const known = results.get(input as object);
  if (known) return known;
  const diagnostics: Diagnostic[] = [];
  const report: Report = (severity, code, path, message) => void diagnostics.push({ code, severity, path, message });
  const value = readJson(input, report);
  const comparison = value === undefined ? value : readDocument(value, options, report, diagnostics);
  const result = deepFreeze(comparison ? { comparison, diagnostics } : { diagnostics });
  if (comparison) results.set(comparison, result);
  return result;
}

function readDocument(
  value: Json,
  { language, baseUrl, now }: ReadOptions,
  report: Report,
  diagnostics: readonly Diagnostic[],
): Comparison | undefined {
  if (!isRecord(value)) {
    return report(
      'error',
      'not-an-object',
      '',
      `${quote(value)} is no comparison: an object with “products” belongs here.`,
    );
  }
  const { version = 1 } = value;
  if (version === '1') {
    report('warning', 'wrong-type', '/version', '“1” is read as a number: write it without quotes.');
    Object.assign(value, { version: 1 });
  } else if (version !== 1) {
    return report('error', 'unknown-version', '/version', `${quote(version)} is no known version: use version 1.`);
  }
  const document = readWhole(value as Json, '', { report, base: baseUrl }) as ComparisonDocument;
  const rubric = document.rubric && readRubric(document.rubric, report);
  const products = readProducts(document.products, rubric, report);
  if (!products.length) {
    return report('error', 'no-products', '/products', 'There is no product: one with a “name” belongs here.');
  }
  const options = { language: document.language ?? (isLanguage(language) ? language : undefined), rubric, products };
  const columns = readColumns(document.columns, products, { ...document, ...options }, report);
  const comparison = Object.assign(document, options, { columns });
  audit(comparison, report, new Set(diagnostics.map(({ path }) => path)), now);
  return comparison;
}

/** The items by id, their own or one made from their label; reports and leaves out what has none or one that is taken. */
function keyed<T extends { readonly id?: string; readonly label?: string }>(
  items: readonly T[] = [],
  report: Report,
): Map<string, T> {
  const map = new Map<string, T>();
  for (const item of items) {
    const { label = '', id = slugOf(label) } = item;
    if (!id) leaveOut(report, 'wrong-type', placeOf(item), item, 'one with an “id”, in a list,');
    else if (map.has(id)) leaveOut(report, 'duplicate-id', placeOf(item), id, 'an id of its own');
    else map.set(id, item);
  }
  return map;
}

function readRubric(given: NonNullable<ComparisonDocument['rubric']>, report: Report): Rubric {
  const { decimals = 1, missing = 'renormalise', bands = [] } = given;
  let { min = 0, max = 10 } = given.scale ?? {};
  if (min >= max) {
    leaveOut(report, 'scale-invalid', '/rubric/scale', `${min} to ${max}`, 'a max above min');
    [min, max] = [0, 10];
  }
  const criteria = [...keyed(given.criteria, report)].map(([id, criterion]) => {
    const { label = id, weight = -1 } = criterion;
    if (weight < 0) {
      const path = placeOf(criterion, 'weight');
      report('error', 'weight-invalid', path, `${quote(label)} counts as 0: a weight from 0 up belongs here.`);
    }
    return Object.assign(criterion, { id, label, weight: Math.max(0, weight) });
  });
  const whole = bands.filter(
    (band) =>
      (band.from !== undefined && band.label) ||
      leaveOut(report, 'wrong-type', placeOf(band), band, 'a “from” with a “label”'),
  ) as Band[];
  whole.sort((a, b) => b.from - a.from);
  return Object.assign(given, { scale: { min, max }, decimals, missing, criteria, bands: whole });
}

/** "Thorne L-Glutamine" becomes "thorne-l-glutamine"; letters of every script stay, without accents. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .replace(/ /g, '-');

/** A product with its cells still to be filled in. */
type OpenProduct = Product & { readonly cells: Record<string, Cell> };

function readProducts(
  given: readonly ProductDocument[] = [],
  rubric: Rubric | undefined,
  report: Report,
): readonly OpenProduct[] {
  const written = new Set(given.map(({ id }) => id));
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return given.flatMap((product) => {
    const { name } = product;
    if (!name) return leaveOut(report, 'name-missing', placeOf(product), product, 'a “name”') ?? [];
    const wanted = product.id ?? (slugOf(name) || 'product');
    let id = wanted;
    let count = counts.get(wanted) ?? 1;
    // An id that was made from a name gives way to every id that was written.
    while (taken.has(id) || (id !== product.id && written.has(id))) id = `${wanted}-${++count}`;
    taken.add(id);
    counts.set(wanted, count);
    if (product.id && id !== wanted) {
      const path = placeOf(product, 'id');
      report('error', 'duplicate-id', path, `${quote(wanted)} becomes ${quote(id)}: an id of its own belongs here.`);
    }
    const scores = readScores(product, rubric, report);
    return Object.assign(product, { id, name, scores, cells: Object.create(null) });
  });
}

function readScores(product: ProductDocument, rubric: Rubric | undefined, report: Report): Product['scores'] {
  const { scores = Object.create(null) } = product;
  for (const [id, { value }] of Object.entries<Score>(scores)) {
    const path = placeOf(scores, id);
    if (!rubric?.criteria.some((criterion) => criterion.id === id)) {
      leaveOut(report, 'unknown-criterion', path, id, 'the id of a criterion', 'warning');
    } else if (value !== undefined) {
      const { min, max } = rubric.scale;
      if (value >= min && value <= max) continue;
      leaveOut(report, 'score-out-of-range', path, value, `a number from ${min} to ${max}`);
    }
    delete scores[id];
  }
  return scores;
}

function readColumns(
  given: readonly ColumnDocument[] | undefined,
  products: readonly OpenProduct[],
  options: { readonly language?: string | undefined; readonly currency?: string },
  report: Report,
): readonly Column[] {
  const declared = keyed(given, report);
  const ids = new Set([...declared.keys(), ...products.flatMap(({ specs = {} }) => Object.keys(specs))]);
  return [...ids].map((id) => {
    const author = declared.get(id);
    const values = products.map(({ specs }) => specs?.[id]);
    const found = values.map((value) => readCell(value, options));
    const { column, cells, clash } = readColumn(id, author ?? {}, found, options.currency ?? '');
    const pathTo = ({ specs }: Product) => placeOf(specs as object, id);
    if (clash) {
      const path = author ? placeOf(author) : pathTo(products[cells.indexOf(clash[1])] as Product);
      const [a, b] = clash.map(({ text }) => quote(text));
      report('warning', 'mixed-units', path, `${quote(column.label)} mixes ${a} and ${b}: use one unit and basis.`);
    }
    for (const [index, product] of products.entries()) {
      const cell = cells[index] as Cell;
      product.cells[id] = cell;
      if (cell.type === 'text' && column.type !== 'text') {
        const shown = quote(cell.text || values[index]);
        report('info', 'value-unreadable', pathTo(product), `${shown} is no ${column.type}: it sorts last.`);
      }
    }
    return column;
  });
}
