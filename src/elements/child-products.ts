/**
 * From a table of products in the page to a comparison document: ids from labels, and kinds of columns as far as they are
 * said. Leaves the grid to `child-grid.ts`, and to the model what each value is: a text that states none stays one.
 */
import { slugOf } from '../model/comparison.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Json } from '../model/shape.js';
import type { Grid, Row } from './child-grid.js';
import type { CellReader } from './child-text.js';
import { unnamed } from './table-columns.js';

/** A document, and the cells that it was read from. */
export interface ChildDocument {
  readonly document: unknown;
  /** By the product's place in the document, then by the column's id: of columns that hold more than texts. */
  readonly cells: readonly ReadonlyMap<string, Element>[];
  /** What is said below the products. */
  readonly foot: readonly Row[];
  /** What says what the table is called, if that is more than a text. */
  readonly caption: Element | undefined;
  /** What contradicts itself there. */
  readonly found?: readonly Diagnostic[];
}

// Words of the languages that the elements speak, as far as a few letters tell them.
const names = /^(prod\w+|n[ao]mes?|mod[eè]l\w*)$/i;
const sums = /^(total\w*|sum(me)?|average|gesamt|durchschnitt|moyenne|promedio|m[eé]dia)$/i;
const prices = /^(pr(eis|ix|ecio|ezzo|eço)|cost)$/i;
const ratings =
  /^((our|overall|total|final) )?(scores?|ratings?|(gesamt)?(be)?wertung|puntuación|punteggio|voto|pontuação)$/i;
// “Score (out of 10)”, “Rating /5”.
const scale = /(?:\/|\b(?:out of|von|sur|sobre|de|su) )(5|10|100)\)?$/i;

/** The column of the names: what is called so, what has the headings of rows, else the first one of words. */
function nameColumn({ labels, rows }: Grid, cells: CellReader): number {
  const columns = [...labels.keys()];
  const isMost = (column: number, fits: (cell: Element) => boolean) =>
    rows.filter(({ [column]: cell }) => cell && fits(cell)).length * 2 > rows.length;
  return (
    columns.find((column) => names.test(labels[column] as string)) ??
    columns.find((column) => isMost(column, ({ localName }) => localName === 'th')) ??
    columns.find((column) => isMost(column, (cell) => cells.isText(cell))) ??
    0
  );
}

/** What more the values of a column are than each by itself, and what is known of the column for that. */
function settle(
  label: string,
  values: readonly Json[],
  cells: CellReader,
): readonly [column: object, values: readonly Json[]] {
  const stated = values.filter((value) => typeof value !== 'string' || cells.kind(value) !== 'missing');
  const areAll = (fits: (text: string) => boolean) => stated.length > 0 && stated.every((value) => fits(`${value}`));
  if (!areAll((text) => /^\d+([.,]\d+)?$/.test(text))) return [{}, values];
  const [, best] = scale.exec(label) ?? [];
  if (best) return [{}, values.map((value) => (stated.includes(value) ? `${value}/${best}` : value))];
  return [prices.test(label) ? { type: 'price' } : ratings.test(label) ? { better: 'higher' } : {}, values];
}

/** Reads a product from each row that has a name; a last row of sums is none. */
export function readProducts(grid: Grid, cells: CellReader): ChildDocument {
  const { labels, caption, foot } = grid;
  const nameAt = nameColumn(grid, cells);
  const nameOf = ({ [nameAt]: cell }: Row) => cell && cells.name(cell);
  const named = grid.rows.filter(nameOf);
  const total = named
    .slice(1)
    .slice(-1)
    .filter((row) => sums.test(nameOf(row) as string));
  const rows = named.slice(0, named.length - total.length);
  const found = rows.map((row) => ({
    row,
    specs: {} as Record<string, { readonly value: Json; readonly url?: string | undefined }>,
    cells: new Map<string, Element>(),
  }));
  const taken = new Set(['name']);
  const columns = labels.map((label, column) => {
    const wanted = slugOf(label) || `column-${column}`;
    let id = column === nameAt ? 'name' : wanted;
    for (let count = 2; column !== nameAt && taken.has(id); count++) id = `${wanted}-${count}`;
    taken.add(id);
    const own = rows.map(({ [column]: cell }) => (cell ? cells.value(cell) : ''));
    const [kind, values] = settle(label, own, cells);
    const isRich = rows.some(({ [column]: cell }) => cell && cells.isRich(cell));
    for (const [index, { row, specs, cells: places }] of found.entries()) {
      const { [column]: cell } = row;
      // What is merged is drawn where it begins, and is text in the other places.
      const isFirst = cell !== row[column - 1] && cell !== found[index - 1]?.row[column];
      if (cell && isFirst && isRich && !cells.isBlank(cell)) places.set(id, cell);
      if (column !== nameAt) specs[id] = { value: values[index] as Json, ...(cell && { url: cells.url(cell) }) };
    }
    return { id, label: label || unnamed, ...kind };
  });
  return {
    document: {
      title: cells.text(caption),
      columns: columns.filter(({ id, label }) => id !== 'name' || label !== unnamed),
      products: found.map(({ row, specs }) => ({ name: nameOf(row), url: cells.url(row[nameAt] as Element), specs })),
    },
    cells: found.map(({ cells: places }) => places),
    foot: [...total, ...foot],
    caption: caption && cells.isRich(caption) ? caption : undefined,
  };
}
