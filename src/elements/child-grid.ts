/**
 * A table of the page as a grid: what its columns are called, which rows stand below, and what of them is no product;
 * merged cells in every place that they take. Leaves what cells say to `child-text.ts`.
 */
import type { CellReader } from './child-text.js';

export type Row = readonly (Element | undefined)[];

export interface Grid {
  /** What the columns are called, after the heading that stands above several; empty where nothing is said. */
  readonly labels: readonly string[];
  readonly rows: readonly Row[];
  /** What stands below them: the foot, and what reaches across at the end. */
  readonly foot: readonly Row[];
  /** What says what the table is called. */
  readonly caption: Element | undefined;
}

/** The rows of one part of the table, beyond which no merged cell reaches. */
function expand(rows: readonly HTMLTableRowElement[]): readonly Row[] {
  const grid: Element[][] = rows.map(() => []);
  for (const [y, { cells }] of rows.entries()) {
    let x = 0;
    for (const cell of cells) {
      while (grid[y]?.[x]) x++;
      for (const places of grid.slice(y, y + cell.rowSpan || rows.length))
        for (let column = x; column < x + cell.colSpan; column++) places[column] = cell;
    }
  }
  return grid;
}

const isHeading = (row: Row): boolean =>
  row.every((cell) => !cell || (cell.localName === 'th' && !/^row/.test(cell.getAttribute('scope') ?? '')));

/**
 * Reads a table. Its headings are its head, else its first rows of header cells, else a first row that is bold or states
 * no value; else there are none.
 */
export function readGrid(table: HTMLTableElement, cells: CellReader): Grid {
  const all = [...table.rows];
  const parts = [...new Set(all.map(({ parentElement }) => parentElement))].map((part) => ({
    kind: part?.localName ?? '',
    rows: expand(all.filter(({ parentElement }) => parentElement === part)).filter((row) =>
      row.some((cell) => cells.text(cell)),
    ),
  }));
  const rowsOf = (kinds: RegExp) => parts.flatMap(({ kind, rows }) => (kinds.test(kind) ? rows : []));
  const [head, body, foot] = [rowsOf(/thead/), rowsOf(/tbody|table/), rowsOf(/tfoot/)];
  const width = Math.max(0, ...[...head, ...body].map(({ length }) => length));
  const isBand = (row: Row) => width > 1 && row.length === width && new Set(row).size === 1;
  const isHead = (row: Row) =>
    isHeading(row) ||
    row.every((cell) => !cell || !cells.lines(cell, 'b, strong').length) ||
    !row.some((cell) => cells.isValue(cells.text(cell)));
  if (!head.length) {
    while (body[0] && isBand(body[0])) head.push(...body.splice(0, 1));
    if (body[0] && isHead(body[0])) head.push(...body.splice(0, 1));
    while (body[0] && isHeading(body[0])) head.push(...body.splice(0, 1));
  }
  let end = body.length;
  while (end && isBand(body[end - 1] as Row)) end--;
  const headings = head.filter((row) => !isBand(row));
  return {
    labels: Array.from({ length: width }, (_, column) =>
      [...new Set(headings.map((row) => row[column]))]
        .map((cell) => cells.text(cell))
        .filter(Boolean)
        .join(' – '),
    ),
    // A heading that is repeated, or stands across, is of no product.
    rows: body.slice(0, end).filter((row) => !isBand(row) && !(width > 1 && isHeading(row))),
    foot: [...body.slice(end), ...foot],
    caption: table.caption ?? table.closest('figure')?.querySelector('figcaption') ?? head.find(isBand)?.[0],
  };
}
