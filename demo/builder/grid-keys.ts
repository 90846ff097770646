/**
 * Where a key leads in a grid, after the grid pattern of the ARIA Authoring Practices. Leaves the focus, and what a key does to
 * cells, to `builder-grid.ts`.
 */

export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** A block of cells, from its first row and column to its last. */
export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export const blockOf = (a: Spot, b: Spot): Block => ({
  top: Math.min(a.row, b.row),
  bottom: Math.max(a.row, b.row),
  left: Math.min(a.column, b.column),
  right: Math.max(a.column, b.column),
});

export const isIn = ({ top, bottom, left, right }: Block, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

/** How many rows a page key goes. */
const page = 10;

/**
 * The spot a key leads to within so many rows and columns; `undefined` for keys that lead nowhere. `isFar` is whether
 * Control is held: then Home and End go to the ends of the grid, and arrows to its edges.
 */
export function spotAfter(
  key: string,
  { row, column }: Spot,
  rows: number,
  columns: number,
  isFar: boolean,
): Spot | undefined {
  const at = (toRow: number, toColumn: number): Spot => ({
    row: Math.min(rows - 1, Math.max(0, toRow)),
    column: Math.min(columns - 1, Math.max(0, toColumn)),
  });
  const step = isFar ? Number.POSITIVE_INFINITY : 1;
  switch (key) {
    case 'ArrowUp':
      return at(row - step, column);
    case 'ArrowDown':
      return at(row + step, column);
    case 'ArrowLeft':
      return at(row, column - step);
    case 'ArrowRight':
      return at(row, column + step);
    case 'Home':
      return at(isFar ? 0 : row, 0);
    case 'End':
      return at(isFar ? rows - 1 : row, columns - 1);
    case 'PageUp':
      return at(row - page, column);
    case 'PageDown':
      return at(row + page, column);
    default:
      return undefined;
  }
}
