/**
 * Blocks of cells as spreadsheets put them on the clipboard: tabs between cells, lines between rows, quotes around what
 * has either in it. Leaves where they go in the grid to `builder-grid.ts`.
 */

// What a spreadsheet would run as a formula, numbers aside; the apostrophe before it makes it a text there.
const formula = /^[=+@-](?![\d.,\s]*%?$)/;
const defused = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell);
const plainOf = (cell: string): string => (cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell);

/** The rows of a block; one cell is a block too. */
export function readBlock(text: string): readonly (readonly string[])[] {
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [[]];
  const cell = /"((?:[^"]|"")*)"(?=\t|\n|$)|([^\t\n]*)/y;
  for (let at = 0; at <= plain.length; ) {
    cell.lastIndex = at;
    const [whole = '', quoted, bare = ''] = cell.exec(plain) ?? [];
    rows[rows.length - 1]?.push(plainOf(quoted?.replaceAll('""', '"') ?? bare));
    at += whole.length;
    if (plain[at] === '\n') rows.push([]);
    at++;
  }
  return rows;
}

/** A block as text that spreadsheets take. */
export const writeBlock = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) =>
      row
        .map(defused)
        .map((cell) => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join('\t'),
    )
    .join('\n');
