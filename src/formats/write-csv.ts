/**
 * A comparison as a CSV file that spreadsheets open and `readCsv` reads back: RFC 4180, comma, CRLF. Leaves what its rows
 * hold to `rows.ts`; a comparison has no other home for its title, dates and disclosure there.
 */
import { comparisonOf, rowsOf } from './rows.js';

/** The apostrophe before a cell that a spreadsheet would take for a formula. */
export const defused = /^'(?='*[=+\-@\t\r])/;

/** A cell that a spreadsheet neither runs nor splits; a number is left as it is. */
function written(text: string): string {
  const isNumber = /^[+-]?\d+(?:[.,]\d+)?$/.test(text) && !text.startsWith('+');
  const safe = !isNumber && /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/**
 * The rows of a document, or of a comparison that was read, as CSV; a list is one cell with a line each. Empty for what
 * is no comparison.
 */
export function writeCsv(document: unknown): string {
  const comparison = comparisonOf(document);
  if (!comparison) return '';
  return rowsOf(comparison, false)
    .map((row) => `${row.map(({ lines }) => written(lines.join('\n'))).join(',')}\r\n`)
    .join('');
}
