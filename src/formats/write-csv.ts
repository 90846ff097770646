/**
 * A comparison as a CSV file that spreadsheets open and `readCsv` reads back. Leaves what its rows hold to `rows.ts`; a
 * comparison has no other home for its title, dates and disclosure there.
 */
import { writeCsvRows } from '../rows/csv.js';
import { comparisonOf, rowsOf } from './rows.js';

/**
 * The rows of a document, or of a comparison that was read, as CSV; a list is one cell with a line each. Empty for what
 * is no comparison.
 */
export function writeCsv(document: unknown): string {
  const comparison = comparisonOf(document);
  if (!comparison) return '';
  return writeCsvRows(rowsOf(comparison, false).map((row) => row.map(({ lines }) => lines.join('\n'))));
}
