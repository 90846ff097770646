/**
 * What an author does to a document in the grid, each as a pure function that gives a new document: typing into a cell,
 * adding, renaming, removing and moving products, columns and criteria. Leaves undoing to `history.ts`, and what stands
 * where to `grid-plan.ts`.
 */
import type { DocumentJson } from 'g6-comparison/import';
import { slugOf } from 'g6-comparison/model';
import { criteriaOf, type GridColumn, type GridPlan, type Place, pathTo, productsOf } from './grid-plan.js';
import { isRecord, type Json, listOf, moved, recordOf, textOf, valueAt, withValue } from './json.js';

/** A document, or the sentence that says why there is none. */
export type Edit = { readonly document: DocumentJson } | { readonly error: string };

const refuse = (error: string): Edit => ({ error });

/** Where the scores of a document begin and end. */
export function scaleOf(document: DocumentJson): { readonly min: number; readonly max: number } {
  const { min, max } = recordOf(recordOf(document.rubric).scale);
  const [low, high] = [typeof min === 'number' ? min : 0, typeof max === 'number' ? max : 10];
  return low < high ? { min: low, max: high } : { min: 0, max: 10 };
}

/** A number as people type it, with a comma too; `undefined` for anything else. */
export function parseNumber(text: string): number | undefined {
  const plain = text.trim().replace(/^([+-]?\d+),(\d+)$/, '$1.$2');
  return /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(plain) ? Number(plain) : undefined;
}

/** The document with a text typed into a cell. */
export function typeInto(document: DocumentJson, place: Place, text: string): Edit {
  const { row, column } = place;
  const typed = text.trim();
  if (row === 'header') return rename(document, column, typed);
  const path = pathTo(place);
  if (!path)
    return refuse(
      column.kind === 'composite'
        ? 'The score is worked out: change what it is made of.'
        : 'Nothing can be typed here.',
    );
  const known = valueAt(document, path);
  const put = (value: Json | undefined): Edit => ({ document: withValue(document, path, value) });
  switch (column.kind) {
    case 'name':
      return typed ? put(typed) : refuse('A product needs a name: type one, or remove the product.');
    case 'criterion':
      return row === 'weights' ? weight(typed, put) : score(document, column, known, typed, put);
    case 'stated':
      return stated(typed, put);
    case 'spec':
      return put(isRecord(known) ? annotated(known, typed, column.type) : specOf(typed, known, column.type));
    default:
      return put(typed || undefined);
  }
}

function weight(typed: string, put: (value: Json) => Edit): Edit {
  const value = parseNumber(typed.replace(/\s*%$/, ''));
  if (value === undefined || value < 0) return refuse(`A weight is a number from 0 up, such as 30: ${said(typed)}.`);
  return put(value);
}

const said = (typed: string): string => (typed ? `“${typed}” is none` : 'nothing is none');

function score(
  document: DocumentJson,
  { label }: GridColumn,
  known: Json | undefined,
  typed: string,
  put: (value: Json | undefined) => Edit,
): Edit {
  const { min, max } = scaleOf(document);
  const value = parseNumber(typed.replace(new RegExp(`\\s*/\\s*${max}$`), ''));
  if (!/^[–—-]?$/.test(typed)) {
    if (value === undefined) return refuse(`A score is a number such as ${(min + max) / 2}: ${said(typed)}.`);
    if (value < min || value > max) return refuse(`${label} is scored from ${min} to ${max}: ${value} is outside.`);
  }
  // Notes and sources stay with the score; where it was not tested they say why.
  if (isRecord(known)) return put({ ...known, value: value ?? null });
  return put(value);
}

function stated(typed: string, put: (value: Json | undefined) => Edit): Edit {
  if (!typed) return put(undefined);
  const plain = typed.replace(/\s*(?:\/|out of)\s*\d+$/i, '');
  const value = parseNumber(plain);
  if (value === undefined) return refuse(`A headline is the score your article states, such as 8.7: ${said(typed)}.`);
  // As a number it would lose the places of 9.0.
  return put(`${value}` === plain ? value : plain.replace(',', '.'));
}

/** What a typed text is in a column of that type; what was a number stays one where it still is. */
function specOf(typed: string, known: Json | undefined, type: string): Json | undefined {
  if (!typed) return undefined;
  if (type === 'boolean' || typeof known === 'boolean') {
    if (/^(?:yes|true|✓|✔|x)$/i.test(typed)) return true;
    if (/^(?:no|false|✗|✘)$/i.test(typed)) return false;
  }
  if (type === 'list' || Array.isArray(known)) {
    const entries = typed.split(/\s*[;\n]\s*/).filter(Boolean);
    return entries.length === 1 && !Array.isArray(known) ? (entries[0] as string) : entries;
  }
  const number = typeof known === 'number' ? parseNumber(typed) : undefined;
  return number ?? typed;
}

function annotated(known: { readonly [member: string]: Json }, typed: string, type: string): Json | undefined {
  const { text, value = text, ...beside } = known;
  const next = specOf(typed, value, type);
  return next === undefined ? (Object.keys(beside).length ? beside : undefined) : { ...beside, value: next };
}

function rename(document: DocumentJson, column: GridColumn, label: string): Edit {
  if (column.kind !== 'criterion' && column.kind !== 'spec') return refuse('This heading is fixed.');
  if (!label) return refuse('A column needs a heading: type one, or remove the column.');
  if (column.kind === 'criterion') {
    return { document: withValue(document, ['rubric', 'criteria', column.index, 'label'], label) };
  }
  const declared = declare(document, column);
  return { document: withValue(declared, ['columns', positionOf(declared, column.id), 'label'], label) };
}

const positionOf = (document: DocumentJson, id: string): number =>
  listOf(document.columns).findIndex((column) => recordOf(column).id === id);

/** With a column declared that had only values. */
function declare(document: DocumentJson, { id, label }: Pick<GridColumn, 'id' | 'label'>): DocumentJson {
  if (positionOf(document, id) >= 0) return document;
  return { ...document, columns: [...listOf(document.columns), { id, label }] };
}

/** With ids and labels wherever a document leaves them to be made: what is renamed keeps what refers to it. */
export function settle(document: DocumentJson, plan: (document: DocumentJson) => GridPlan): DocumentJson {
  const taken = new Set<string>();
  const criteria = criteriaOf(document).map((criterion) => {
    const { id, label } = recordOf(criterion);
    const name = textOf(id) || slugOf(textOf(label));
    if (!name || !isRecord(criterion) || taken.has(name)) return criterion;
    taken.add(name);
    return id === name && label !== undefined ? criterion : { ...criterion, id: name, label: textOf(label) || name };
  });
  const settled = criteria.length ? withValue(document, ['rubric', 'criteria'], criteria) : document;
  const specs = plan(settled).columns.filter(({ kind }) => kind === 'spec');
  return specs.reduce<DocumentJson>((whole, column) => declare(whole, column), settled);
}

// ————— Products, columns, criteria

const names = (items: readonly Json[]): Set<string> =>
  new Set(items.map((item) => textOf(recordOf(item).name ?? recordOf(item).id)));

/** `Column 2` where `Column` is taken. */
function free(name: string, taken: ReadonlySet<string>, between: string): string {
  if (!taken.has(name)) return name;
  let count = 2;
  while (taken.has(`${name}${between}${count}`)) count++;
  return `${name}${between}${count}`;
}

export function addProduct(document: DocumentJson): DocumentJson {
  const products = productsOf(document);
  return { ...document, products: [...products, { name: free('New product', names(products), ' ') }] };
}

export function addColumn(document: DocumentJson, label = 'New column'): DocumentJson {
  const columns = listOf(document.columns);
  const used = productsOf(document).flatMap((product) => Object.keys(recordOf(recordOf(product).specs)));
  const labels = new Set(columns.map((column) => textOf(recordOf(column).label)));
  const ids = new Set([...names(columns), ...used]);
  const name = free(label, labels, ' ');
  return { ...document, columns: [...columns, { id: free(slugOf(name) || 'column', ids, '-'), label: name }] };
}

export function addCriterion(document: DocumentJson): DocumentJson {
  const criteria = criteriaOf(document);
  const label = free('New criterion', new Set(criteria.map((one) => textOf(recordOf(one).label))), ' ');
  const criterion = { id: free(slugOf(label), names(criteria), '-'), label, weight: criteria.length ? 0 : 100 };
  return withValue(document, ['rubric', 'criteria'], [...criteria, criterion]);
}

export const removeProduct = (document: DocumentJson, row: number): DocumentJson => ({
  ...document,
  products: productsOf(document).filter((_, index) => index !== row),
});

/** Without a column or criterion, and without what every product has there. */
export function removeColumn(document: DocumentJson, column: GridColumn): DocumentJson {
  switch (column.kind) {
    case 'spec': {
      const columns = listOf(document.columns).filter((one) => recordOf(one).id !== column.id);
      return withoutMember({ ...document, columns }, ['specs', column.id]);
    }
    case 'criterion': {
      const criteria = criteriaOf(document).filter((_, index) => index !== column.index);
      return withoutMember(withValue(document, ['rubric', 'criteria'], criteria), ['scores', column.id]);
    }
    case 'stated':
      return withoutMember(document, ['statedScore']);
    case 'award':
    case 'bestFor':
      return withoutMember(document, [column.kind]);
    default:
      return document;
  }
}

const withoutMember = (document: DocumentJson, path: readonly string[]): DocumentJson => ({
  ...document,
  products: productsOf(document).map((product) => (isRecord(product) ? withValue(product, path, undefined) : product)),
});

export const moveProduct = (document: DocumentJson, from: number, to: number): DocumentJson => {
  const products = productsOf(document);
  const next = moved(products, from, to);
  return next === products ? document : { ...document, products: next };
};

/** With a column or criterion at the position of another one of its kind; the same document where that cannot be. */
export function moveColumn(document: DocumentJson, plan: GridPlan, column: GridColumn, to: GridColumn): DocumentJson {
  if (column.kind !== to.kind || column.id === to.id) return document;
  if (column.kind === 'criterion' && to.kind === 'criterion') {
    return withValue(document, ['rubric', 'criteria'], moved(criteriaOf(document), column.index, to.index));
  }
  if (column.kind !== 'spec') return document;
  const specs = plan.columns.filter(({ kind }) => kind === 'spec');
  const declared = specs.reduce<DocumentJson>((whole, one) => declare(whole, one), document);
  const columns = moved(listOf(declared.columns), positionOf(declared, column.id), positionOf(declared, to.id));
  return { ...declared, columns };
}

/** The neighbour that a column can change places with. */
export function neighbourOf({ columns }: GridPlan, column: GridColumn, step: -1 | 1): GridColumn | undefined {
  const next = columns[columns.findIndex(({ kind, id }) => kind === column.kind && id === column.id) + step];
  return next?.kind === column.kind && (column.kind === 'spec' || column.kind === 'criterion') ? next : undefined;
}

/** Weights in the same proportions that add up to 100, in tenths, by largest remainder; the same where none weighs anything. */
export function weightsTo100(document: DocumentJson): DocumentJson {
  const weights = criteriaOf(document).map((criterion) => {
    const { weight: value } = recordOf(criterion);
    return typeof value === 'number' && value > 0 ? value : 0;
  });
  const sum = weights.reduce((a, b) => a + b, 0);
  if (!sum) return document;
  const tenths = weights.map((value) => Math.floor((value * 1000) / sum));
  const left = 1000 - tenths.reduce((a, b) => a + b, 0);
  const byLoss = weights
    .map((value, index) => ({ index, loss: (value * 1000) / sum - (tenths[index] as number) }))
    .sort((a, b) => b.loss - a.loss);
  for (const { index } of byLoss.slice(0, left)) (tenths[index] as number)++;
  return withValue(
    document,
    ['rubric', 'criteria'],
    criteriaOf(document).map((criterion, index) =>
      isRecord(criterion) ? { ...criterion, weight: (tenths[index] as number) / 10 } : criterion,
    ),
  );
}
