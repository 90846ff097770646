/**
 * Comma, semicolon and tab files as spreadsheets write them: rows of cells with their lines, and the comparison they
 * make. Leaves the decoding of bytes to the caller, and what columns mean to `table.ts`.
 */
import { maximumLength } from '../model/json.js';
import { Draft, type ImportOptions, type ImportResult } from './draft.js';
import { type Cell, cellOf, type Grid } from './passage.js';
import { orientate, readProducts } from './table.js';
import { defused } from './write-csv.js';

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

/** Where a quoted cell ends: at a quote that is not doubled, or with the text. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? text.length : at;
}

/** The records of a file after RFC 4180, with line ends of any kind; each cell with the line it begins on. */
export function readRows(text: string): readonly (readonly Cell[])[] {
  const [first = '', separator] = /^\ufeff?(?:sep=(.)(?:\r\n|\r|\n))?/i.exec(text) ?? [];
  const mark = separator ?? separatorOf(text.slice(first.length));
  const plain = new RegExp(`[^${mark}\\r\\n]*`, 'y');
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let line = separator ? 2 : 1;
  for (let at = first.length; at < text.length; ) {
    const start = line;
    let value = '';
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1);
      value = text
        .slice(at + 1, end)
        .replace(/""/g, '"')
        .replace(/\r\n?/g, '\n');
      line += value.match(/\n/g)?.length ?? 0;
      at = end + 1;
    }
    // What follows a closing quote belongs to the cell, as spreadsheets have it.
    plain.lastIndex = at;
    value += plain.exec(text)?.[0] ?? '';
    at = plain.lastIndex;
    row.push(cellOf(value.replace(defused, ''), start));
    const ends = text[at] === mark ? 1 : text.startsWith('\r\n', at) ? 2 : 1;
    const isEnd = text[at] !== mark;
    at += ends;
    // A separator at the very end has an empty cell behind it.
    if (!isEnd && at < text.length) continue;
    if (!isEnd) row.push(cellOf('', line));
    rows.push(row);
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
  if (text.length > maximumLength) {
    draft.report('error', 'too-large', '', 'The file is larger than 1 MiB: shorten it.');
    return { diagnostics: draft.diagnostics };
  }
  const rows = readRows(text).filter((row) => row.some((cell) => cell.text));
  const start = rows.findIndex((row) => row.filter((cell) => cell.text).length > 1);
  const used = rows.slice(Math.max(0, start));
  const widest = Math.max(0, ...used.slice(0, 1000).map((row) => row.length));
  const places = Math.min(widest, 1000);
  const title = start > 0 ? rows[0]?.[0] : undefined;
  if (title?.text) draft.set('title', title.text, title.line);
  if (used.length > 1) {
    const grid: Grid = {
      kind: 'table',
      line: used[0]?.[0]?.line ?? 1,
      caption: '',
      rows: used
        .slice(0, Math.ceil(200_000 / Math.max(1, places)))
        .map((row) => Array.from({ length: places }, (_, index) => row[index] ?? cellOf('', row[0]?.line ?? 1))),
    };
    readProducts(draft, orientate(grid, () => false).grid);
  }
  return draft.result(options);
}
