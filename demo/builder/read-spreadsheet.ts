/**
 * Files of spreadsheet programs (.xlsx, .xls, .ods) as text with tabs: the first sheet that has something in it, its cells as the
 * spreadsheet shows them, so that $9.99 keeps its currency and 30 % its sign. A chunk of its own, loaded when such a file
 * comes. Leaves what the cells mean to the package.
 */
import type { ArticleDiagnostic } from 'g6-comparison/import';
import { type Cell, type CellValue, formatValue, read } from 'hucre';
import { writeBlock } from './cell-block.js';

export interface SpreadsheetText {
  readonly text: string;
  /** Which sheets were left out, if there are others with something in them. */
  readonly notes: readonly ArticleDiagnostic[];
}

/** The text of a spreadsheet; throws an `Error` whose message says what to do instead. */
export async function textOfSpreadsheet(bytes: Uint8Array): Promise<SpreadsheetText> {
  const { sheets } = await read(bytes, { readStyles: true }).catch((error: unknown) => {
    throw new Error('This spreadsheet could not be opened: save it as CSV, or copy its cells and paste them here.', {
      cause: error,
    });
  });
  const [sheet, ...others] = sheets.filter(({ rows }) =>
    rows.some((row) => row.some((value) => value !== null && value !== '')),
  );
  if (!sheet) throw new Error('There is nothing in this spreadsheet: choose another file.');
  const text = writeBlock(
    sheet.rows.map((row, index) => row.map((value, column) => shown(value, sheet.cells?.get(`${index},${column}`)))),
  );
  const left = others.map(({ name }) => `“${name}”`).join(', ');
  const message = `The sheet “${sheet.name}” is read and ${left} left out: copy the cells of another sheet and paste them here to read that.`;
  return { text, notes: left ? [{ code: 'table-skipped', severity: 'info', path: '', message }] : [] };
}

/** A number format with its currency as plain words: `[$€-407]` also names the country whose format it is. */
const withPlainCurrency = (format: string): string =>
  format.replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, (_, currency: string) => currency && `"${currency}"`);

function shown(value: CellValue, cell: Cell | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? '✓' : '✗';
  const format = cell?.style?.numFmt;
  if (typeof value !== 'number') return `${value}`;
  // What a spreadsheet shows of a number that binary fractions are off in.
  if (!format || format === 'General') return `${Number(value.toPrecision(12))}`;
  return formatValue(value, withPlainCurrency(format)).trim();
}
