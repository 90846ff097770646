/**
 * Comma, semicolon and tab files as spreadsheets write them: rows of cells with their lines, and the comparison they
 * make. Leaves the decoding of bytes to the caller, and what columns mean to `table.ts`.
 */
import { parseQuantity } from '../model/quantity.js';
import { defused } from '../rows/csv.js';
import { Draft, type ImportOptions, type ImportResult } from './draft.js';
import { type Cell, cellOf, type Grid, maximumRows, maximumText } from './passage.js';
import { separatorsIn } from './separators.js';
import { orientate, readProducts } from './table.js';

// A spreadsheet with more of them compares something else.
const maximumColumns = 200;

/** Where a quoted cell ends: at a quote that is not doubled, or with the text. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? text.length : at;
}

/** A spreadsheet's file as rows of cells. */
export interface Rows {
  /** What parts its cells. */
  readonly separator: string;
  /** Those that are not empty; each cell with the line it begins on. */
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * The records of a file after RFC 4180, with line ends of any kind. The separator is the one that the file names, else
 * the one by which most of its first records have as many cells. `onOpen` is told the line of a quote that is never
 * closed: its cell goes to the end of the file.
 */
export function readRows(text: string, onOpen: (line: number) => void = () => {}): Rows {
  const [first = '', named] = /^\ufeff?(?:sep=(.)(?:\r\n|\r|\n))?/i.exec(text) ?? [];
  const rest = text.slice(first.length);
  const separator = named ?? separatorOf(rest.slice(0, 10_000));
  return { separator, rows: recordsOf(rest, separator, named ? 2 : 1, maximumRows, onOpen) };
}

function separatorOf(text: string): string {
  let best = { mark: ',', share: 0, cells: 0 };
  // Of two that part as well the rarer one in texts and numbers does.
  for (const mark of ['\t', ';', ',']) {
    const counts = new Map<number, number>();
    const records = recordsOf(text, mark, 1, 30);
    for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
    counts.delete(1);
    for (const [cells, count] of counts) {
      const share = count / records.length;
      if (share > best.share || (share === best.share && cells > best.cells)) best = { mark, share, cells };
    }
  }
  return best.mark;
}

function recordsOf(
  text: string,
  mark: string,
  firstLine: number,
  most: number,
  onOpen: (line: number) => void = () => {},
): readonly (readonly Cell[])[] {
  const plain = new RegExp(`[^${mark.replace(/[\\\]^-]/, '\\$&')}\\r\\n]*`, 'y');
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let line = firstLine;
  for (let at = 0; at < text.length && rows.length <= most; ) {
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
 * The rows with one header: a second one that stands below labels for several columns is part of it, and where the first
 * row is one of values like the others there is none.
 */
function withLabels(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const [first = [], second = [], ...others] = rows;
  const kindOf = ({ text }: Cell) => {
    const { unit = '', kind } = parseQuantity(text) ?? {};
    return unit && kind;
  };
  const isBelow =
    others.length > 0 &&
    !second[0]?.text &&
    second.some((cell, index) => cell.text && !first[index]?.text) &&
    !second.some(({ text }) => /\d/.test(text));
  if (isBelow) {
    let group = '';
    const header = first.map((cell, index) => {
      const { text = '', line = cell.line } = second[index] ?? {};
      group = cell.text || (text ? group : '');
      return cellOf([group, text].filter(Boolean).join(': '), line);
    });
    return [header, ...others];
  }
  const isValues = first.some((cell, index) => kindOf(cell) && kindOf(cell) === kindOf(second[index] as Cell));
  return isValues ? [first.map(({ line }) => cellOf('', line)), ...rows] : rows;
}

/**
 * Reads a comparison out of a spreadsheet's file, already decoded: the first row with more than one cell names the
 * columns. Never throws; what it leaves out and is not sure of stands in the diagnostics, with its line.
 */
export function readCsv(text: string, options: ImportOptions = {}): ImportResult {
  const draft = new Draft(options);
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
  const { separator, rows } = readRows(text, onOpen);
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
    const filled = used.map((row) =>
      Array.from({ length: places }, (_, index) => row[index] ?? cellOf('', row[0]?.line ?? 1)),
    );
    const grid: Grid = {
      kind: 'table',
      line: used[0]?.[0]?.line ?? 1,
      caption: '',
      rows: withLabels(filled),
    };
    readProducts(draft, orientate(grid, () => false).grid);
  }
  const texts = rows.flatMap((row) => row.map((cell) => cell.text));
  return draft.result(
    options,
    () => separatorsIn(texts, separator),
    `${texts.length ? 'There is no comparison here' : 'The file is empty'}: a row that names the columns, and one for each product, belong here.`,
  );
}
