/**
 * The rows of a table: its header, what stands below, and where it has none. Leaves what they say to `table.ts` and
 * `rubric.ts`.
 */
import { isOffer } from './offers.js';
import type { Cell, Grid } from './passage.js';

/** The cells of a grid below its header, without rows that are one cell across. */
export const bodyOf = ({ rows }: Grid): readonly (readonly Cell[])[] =>
  rows.slice(headerRows(rows)).filter((row) => row.some(({ text, images }) => text || images.length) && !isBand(row));

/** A row that is a single cell, where the table has more columns: it names those below it. */
export const isBand = (row: readonly Cell[]): boolean => row.length > 1 && row.every((cell) => cell === row[0]);

export function headerRows(rows: Grid['rows']): number {
  let count = 0;
  while (count < rows.length && count < 3 && rows[count]?.every(({ isHeader }) => isHeader)) count++;
  return Math.max(1, count);
}

/**
 * The row with the columns' labels: the last one of those that are headers only. Labels that stand below one that spans
 * them say that one too: “Torque: Low gear”.
 */
export function headerOf({ rows }: Grid): readonly Cell[] {
  const count = headerRows(rows);
  const header = rows[count - 1] ?? [];
  const above = count > 1 ? (rows[count - 2] as readonly Cell[]) : [];
  if (!above.length || isBand(above)) return header;
  return header.map((cell, index) => {
    const group = above[index] as Cell;
    const isSpanning = group !== cell && (above[index - 1] === group || above[index + 1] === group);
    return isSpanning && group.text && cell.text ? { ...cell, text: `${group.text}: ${cell.text}` } : cell;
  });
}

/**
 * A table with a header: where its first row is a product like the others, as in boxes of links, that is one without
 * labels.
 */
export function withHeader(grid: Grid): Grid {
  const [first = [], ...others] = grid.rows;
  if (!others.length || grid.rows.some((row) => row.some(({ isHeader }) => isHeader))) return grid;
  const isProduct = first.some(
    (cell, index) =>
      (cell.images.length && !cell.text && others.every((row) => row[index]?.images.length)) ||
      (cell.links.some(isOffer) && others.every((row) => row[index]?.links.some(isOffer))),
  );
  const blank: Cell = { text: '', lines: [], line: grid.line, lead: '', links: [], images: [], isHeader: true };
  return isProduct ? { ...grid, rows: [first.map(() => ({ ...blank })), ...grid.rows] } : grid;
}
