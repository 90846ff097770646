/**
 * What a comparison is, and how one is read from whatever an author wrote: everything usable is used, everything else is
 * reported. Leaves the form of the single member to `document.ts`, and what contradicts what to `audit.ts`.
 */
import { audit } from './audit.js';
import { type Cell, readCell } from './cell.js';
import { type Column, readColumn } from './column.js';
import { type Diagnostic, pointer, quote, type Report } from './diagnostic.js';
import {
  type Band,
  type ColumnDocument,
  type ComparisonDocument,
  type CriterionDocument,
  documentShape,
  type ProductDocument,
  type Score,
  versions,
} from './document.js';
import { readJson } from './json.js';
import { deepFreeze, isLanguage, isRecord, type Reading, read, record } from './shape.js';

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
  const known = isRecord(input) && results.get(input);
  if (known) return known;
  const diagnostics: Diagnostic[] = [];
  const report: Report = (severity, code, path, message) => diagnostics.push({ code, severity, path, message });
  const value = readJson(input, report);
  const comparison = diagnostics.length ? undefined : readDocument(value, options, report);
  const result = deepFreeze(comparison ? { comparison, diagnostics } : { diagnostics });
  if (comparison) results.set(comparison, result);
  return result;
}

function readDocument(value: unknown, options: ReadOptions, report: Report): Comparison | undefined {
  if (!isRecord(value)) {
    report('error', 'not-an-object', '', `The document is ${quote(value)}; make it one object with “products”.`);
    return undefined;
  }
  const { version } = value;
  if (version !== undefined && !versions.includes(version)) {
    report(
      'error',
      'unknown-version',
      '/version',
      `Version ${quote(version)} is not understood; use version ${versions.join(', ')}.`,
    );
    return undefined;
  }
  const reading: Reading = { report, base: options.baseUrl, paths: new WeakMap() };
  const document = read(documentShape, value, '', reading) as ComparisonDocument;
  const language = document.language ?? (isLanguage(options.language) ? options.language : undefined);
  const { currency } = document;
  const rubric = document.rubric && readRubric(document.rubric, reading);
  const named = readProducts(document.products ?? [], rubric, reading);
  if (!named.length) {
    report(
      'error',
      'no-products',
      '/products',
      'There is no product; list at least one, with a name, under “products”.',
    );
    return undefined;
  }
  const { columns, cells } = readColumns(document.columns ?? [], named, { language, currency }, reading);
  const products = named.map((product, index) => {
    const whole = { ...product, cells: record(cells[index] ?? []) };
    reading.paths.set(whole, pathOf(product, reading));
    return whole;
  });
  const comparison: Comparison = { ...document, language, rubric, columns, products };
  audit(comparison, reading, options.now);
  return comparison;
}

const pathOf = (object: object, { paths }: Reading): string => paths.get(object) ?? '';

/** Gives each item an id, its own or one made from its label; reports and leaves out what has none or one that is taken. */
function keyed<T extends { readonly id?: string; readonly label?: string }>(
  items: readonly T[],
  reading: Reading,
): Map<string, T> {
  const map = new Map<string, T>();
  for (const item of items) {
    const id = item.id ?? slugOf(item.label ?? '');
    if (id && !map.has(id)) map.set(id, item);
    else
      reading.report(
        'error',
        'duplicate-id',
        pathOf(item, reading),
        `${quote(id)} is left out; give it an id of its own.`,
      );
  }
  return map;
}

function readRubric(given: NonNullable<ComparisonDocument['rubric']>, reading: Reading): Rubric {
  const { report } = reading;
  const { decimals = 1, missing = 'renormalise', bands = [] } = given;
  let { min = 0, max = 10 } = given.scale ?? {};
  if (min >= max) {
    report(
      'error',
      'scale-invalid',
      '/rubric/scale',
      `A scale from ${min} to ${max} is none, so 0 to 10 is used; make max larger.`,
    );
    [min, max] = [0, 10];
  }
  const criteria = [...keyed(given.criteria ?? [], reading)].map(([id, criterion]): Criterion => {
    const { label = id, weight = -1 } = criterion;
    if (weight < 0) {
      const path = pointer(pathOf(criterion, reading), 'weight');
      report(
        'error',
        'weight-invalid',
        path,
        `The weight of ${quote(label)} counts as 0; give it a number of 0 or more.`,
      );
    }
    return { ...criterion, id, label, weight: Math.max(0, weight) };
  });
  const whole = bands.filter((band): band is Band => band.from !== undefined && band.label !== undefined);
  return { ...given, scale: { min, max }, decimals, missing, criteria, bands: whole.sort((a, b) => b.from - a.from) };
}

/** "Thorne L-Glutamine" becomes "thorne-l-glutamine"; letters of every script stay. */
function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
}

type NamedProduct = Omit<Product, 'cells'>;

function readProducts(given: readonly ProductDocument[], rubric: Rubric | undefined, reading: Reading): NamedProduct[] {
  const { report, paths } = reading;
  const written = new Set(given.map(({ id }) => id));
  const taken = new Set<string>();
  return given.flatMap((product): NamedProduct[] => {
    const path = pathOf(product, reading);
    const { name } = product;
    if (name === undefined) {
      report('error', 'name-missing', path, 'A product without a name is left out; give it a “name”.');
      return [];
    }
    const wanted = product.id ?? (slugOf(name) || 'product');
    let id = wanted;
    // An id that was made from a name gives way to every id that was written.
    for (let count = 2; taken.has(id) || (id !== product.id && written.has(id)); count++) id = `${wanted}-${count}`;
    if (product.id !== undefined && id !== wanted) {
      report(
        'error',
        'duplicate-id',
        pointer(path, 'id'),
        `The second ${quote(wanted)} is called ${quote(id)}; give it an id of its own.`,
      );
    }
    taken.add(id);
    const named = { ...product, id, name, scores: readScores(product, path, rubric, report) };
    paths.set(named, path);
    return [named];
  });
}

function readScores(
  product: ProductDocument,
  path: string,
  rubric: Rubric | undefined,
  report: Report,
): Product['scores'] {
  const { min, max } = rubric?.scale ?? { min: 0, max: 10 };
  const scores = Object.entries(product.scores ?? {}).filter(([id, { value }]) => {
    const at = pointer(`${path}/scores`, id);
    if (!rubric?.criteria.some((criterion) => criterion.id === id)) {
      report(
        'warning',
        'unknown-criterion',
        at,
        `There is no criterion ${quote(id)}, so this score does not count; correct the id or add it to the rubric.`,
      );
      return false;
    }
    const isOutside = value !== undefined && (value < min || value > max);
    if (isOutside)
      report(
        'error',
        'score-out-of-range',
        at,
        `${value} is outside the scale from ${min} to ${max} and does not count; correct it.`,
      );
    return value !== undefined && !isOutside;
  });
  return record(scores) as Product['scores'];
}

function readColumns(
  given: readonly ColumnDocument[],
  products: readonly NamedProduct[],
  options: { language: string | undefined; currency: string | undefined },
  reading: Reading,
): { columns: Column[]; cells: (readonly [string, Cell])[][] } {
  const { report } = reading;
  const declared = keyed(given, reading);
  const ids = new Set([...declared.keys(), ...products.flatMap(({ specs }) => Object.keys(specs ?? {}))]);
  const cells: (readonly [string, Cell])[][] = products.map(() => []);
  const columns = [...ids].map((id) => {
    const author = declared.get(id);
    const found = products.map(({ specs }) => readCell(specs?.[id], options));
    const { column, cells: settled, clash } = readColumn(id, author ?? {}, found, options.currency ?? '');
    const pathTo = (cell: Cell) => pointer(`${pathOf(products[settled.indexOf(cell)] ?? {}, reading)}/specs`, id);
    if (clash) {
      const [a, b] = clash;
      const message = `${quote(column.label)} mixes units (${quote(a.text)}, ${quote(b.text)}), so it is ordered as printed and names no best; use one unit and basis.`;
      report('warning', 'mixed-units', author ? pathOf(author, reading) : pathTo(b), message);
    }
    for (const [index, cell] of settled.entries()) {
      cells[index]?.push([id, cell]);
      if (cell.type === 'text' && column.type !== 'text') {
        report(
          'info',
          'value-unreadable',
          pathTo(cell),
          `${quote(cell.text)} is no ${column.type}, so it is shown as typed and sorts last.`,
        );
      }
    }
    return column;
  });
  return { columns, cells };
}
