/**
 * Comma, semicolon and tab files as spreadsheets write them: rows of cells with their lines, and the comparison they
 * make. Leaves the decoding of bytes to the caller, and what columns mean to `table.ts`.
 */
import { defused } from '../rows/csv.js';
import { Draft, type ImportOptions, type ImportResult } from './draft.js';
import { type Cell, cellOf, type Grid, maximumRows, maximumText } from './passage.js';
import { orientate, readProducts } from './table.js';

/** The separator: the one that the file names, else the one that parts its first record most. */
function separatorOf(text: string): string {
  const counts = new Map([
    [',', 0],
    [';', 0],
    ['\t', 0],
  ]);
  let isQuoted = false;
  for (const char of text.slice(0, 10_000)) {
    if (char === '"') isQuoted = !isQuoted;
    else if (!isQuoted && /[\r\n]/.test(char) && [...counts.values()].some(Boolean)) break;
    else if (!isQuoted && counts.has(char)) counts.set(char, (counts.get(char) as number) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] > 0 ? best[0] : ',';
}

// A spreadsheet with more of them compares something else.
const maximumColumns = 200;

/** Where a quoted cell ends: at a quote that is not doubled, or with the text. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? text.length : at;
}

/**
 * The records of a file after RFC 4180 that are not empty, with line ends of any kind; each cell with the line it begins on. `onOpen` is
 * told the line of a quote that is never closed: its cell goes to the end of the file.
 */
export function readRows(text: string, onOpen: (line: number) => void = () => {}): readonly (readonly Cell[])[] {
  const [first = '', separator] = /^\ufeff?(?:sep=(.)(?:\r\n|\r|\n))?/i.exec(text) ?? [];
  const mark = separator ?? separatorOf(text.slice(first.length));
  const plain = new RegExp(`[^${mark}\\r\\n]*`, 'y');
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let line = separator ? 2 : 1;
  for (let at = first.length; at < text.length && rows.length <= maximumRows; ) {
    if (!row.length && (text[at] === '\n' || text[at] === '\r')) {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      line++;
      continue;
    }
    const start = line;
    let value = '';
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1);
      if (end === text.length) onOpen(start);
      value = text
        .slice(at + 1, end)
        .replace(/""/g, '"')
        .replace(/\r\n?/g, '\n');
      line += value.match(/\n/g)?.length ?? 0;
      at = Math.min(text.length, end + 1);
    }
    // What follows a closing quote belongs to the cell, as spreadsheets have it.
    plain.lastIndex = at;
    value += plain.exec(text)?.[0] ?? '';
    at = plain.lastIndex;
    if (row.length < maximumColumns) row.push(cellOf(value.replace(defused, ''), start));
    const ends = text[at] === mark ? 1 : text.startsWith('\r\n', at) ? 2 : 1;
    const isEnd = text[at] !== mark;
    at += ends;
    // A separator at the very end has an empty cell behind it.
    if (!isEnd && at < text.length) continue;
    if (!isEnd) row.push(cellOf('', line));
    if (row.some((cell) => cell.text)) rows.push(row);
    row = [];
    line++;
  }
  return rows;
}

/**
 * Reads a comparison out of a spreadsheet's file, already decoded: the first row with more than one cell names the
 * columns. Never throws; what it leaves out and is not sure of stands in the diagnostics, with its line.
 */
export function readCsv(text: string, options: ImportOptions = {}): ImportResult {
  const draft = new Draft();
  if (text.length > maximumText) {
    draft.report('error', 'too-large', '', 'The file is longer than 512 Ki characters: shorten it.');
    return { diagnostics: draft.diagnostics };
  }
  const onOpen = (line: number) =>
    draft.report(
      'warning',
      'cell-unreadable',
      '',
      'A quote is never closed: the rest of the file is one cell, close it.',
      line,
    );
  const rows = readRows(text, onOpen);
  if (rows.length > maximumRows) {
    const message = `The file has more than ${maximumRows} rows: those behind them are left out.`;
    draft.report('warning', 'too-large', '', message, rows.at(-1)?.[0]?.line);
  }
  const start = rows.findIndex((row) => row.filter((cell) => cell.text).length > 1);
  const used = rows.slice(Math.max(0, start));
  const places = Math.max(0, ...used.map((row) => row.length));
  const title = start > 0 ? rows[0]?.[0] : undefined;
  if (title?.text) draft.set('title', title.text, title.line);
  if (used.length > 1) {
    const grid: Grid = {
      kind: 'table',
      line: used[0]?.[0]?.line ?? 1,
      caption: '',
      rows: used.map((row) =>
        Array.from({ length: places }, (_, index) => row[index] ?? cellOf('', row[0]?.line ?? 1)),
      ),
    };
    readProducts(draft, orientate(grid, () => false).grid);
  }
  return draft.result(options);
}
