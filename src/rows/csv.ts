/**
 * Rows of texts as CSV that spreadsheets open and run nothing of: RFC 4180, comma, CRLF. Leaves what the cells hold to
 * who writes them, and the byte order mark to who saves them.
 */

/** What makes a spreadsheet take a cell for a formula, in full width too, as those of East Asia do. */
const trigger = '(?=[\'"]*[=+\\-@\\t\\r＝＋－＠])';

// Where the language of a computer separates by semicolon, as most of Europe's do, a cell that holds one is taken for two.
const starts = '(?<=^|[;\\t\\r\\n])';
const risky = new RegExp(starts + trigger, 'g');

/** The apostrophes before what a spreadsheet would take for a formula; without them a cell is as it was. */
export const defused = new RegExp(`${starts}'${trigger}`, 'g');

/** A cell that a spreadsheet neither runs nor splits; a number is left as it is. */
function written(text: string): string {
  const isNumber = /^-?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/.test(text);
  const safe = isNumber ? text : text.replace(risky, "'");
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** The rows, the header first, each ended. */
export const writeCsvRows = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(written).join(',')}\r\n`).join('');
