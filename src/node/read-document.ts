/**
 * From an input to a document and what is wrong with it, by line. What an input is, `--format` says, else its name, else
 * its text. Leaves the reading to the model and the formats.
 */
import { type ArticleDiagnostic, type DocumentJson, readArticle, readCsv } from '../formats/index.js';
import { type Comparison, readComparison } from '../model/comparison.js';
import { isDate } from '../model/shape.js';
import type { Options, Values } from './command.js';
import type { Input } from './input.js';
import { linesOf } from './lines.js';
import { WrongUse } from './wrong-use.js';

export interface Found {
  /** The document that an article or a spreadsheet has in it, if there is one. */
  readonly document?: DocumentJson;
  /** What the document is, read; absent where it cannot be used at all. */
  readonly comparison?: Comparison;
  /** In the order of their lines. */
  readonly diagnostics: readonly ArticleDiagnostic[];
}

const formats = ['json', 'markdown', 'html', 'csv'] as const;
type Format = (typeof formats)[number];

export interface Reading {
  readonly format: Format | undefined;
  /** The moment that prices are old at, in milliseconds. */
  readonly now: number;
}

/** The options of every command that reads documents. */
export const readingOptions: Options = {
  format: {
    type: 'string',
    value: 'FORMAT',
    about: `Reads it as ${formats.join(', ')}; else its name or its text tells.`,
  },
  'as-of': { type: 'string', value: 'DATE', about: 'Judges the age of prices as of that date, not of today.' },
};

/** What the options of a command ask for. */
export function readingOf({ format, 'as-of': asOf }: Values): Reading {
  if (format !== undefined && !isFormat(format)) {
    throw new WrongUse(`--format takes ${formats.join(', ')}, not ${format}.`);
  }
  if (asOf !== undefined && !isDate(asOf)) throw new WrongUse(`--as-of takes a date such as 2026-04-30, not ${asOf}.`);
  return { format, now: asOf === undefined ? Date.now() : Date.parse(asOf) };
}

const isFormat = (value: unknown): value is Format => formats.includes(value as Format);

const extensions: readonly [RegExp, Format][] = [
  [/\.json$/i, 'json'],
  [/\.(md|markdown|mdx)$/i, 'markdown'],
  [/\.(html?|xhtml)$/i, 'html'],
  [/\.(csv|tsv|tab)$/i, 'csv'],
];

/** What an input is by its name, or by how its text begins. */
export function formatOf({ name, text, baseUrl }: Input): Format {
  const path = baseUrl ? new URL(baseUrl).pathname : name;
  const named = extensions.find(([ending]) => ending.test(path))?.[1];
  if (named) return named;
  if (/^\s*(\{|\[\s*[[{"\]])/.test(text)) return 'json';
  if (/^\s*<[a-z!]/i.test(text)) return 'html';
  return isSeparated(text) ? 'csv' : 'markdown';
}

/** Whether the first lines all have the same separator, and none of them is prose or Markdown. */
function isSeparated(text: string): boolean {
  const lines = text.slice(0, 4000).split(/\r?\n/).filter(Boolean).slice(0, 5);
  return (
    lines.length > 1 &&
    ['\t', ';', ','].some((mark) => lines.every((line) => line.includes(mark))) &&
    !lines.some((line) => /^\s*[#|>*-]|[.!?:]\s*$/.test(line))
  );
}

/** What an input has in it and what is wrong with it. Gives no `document` for JSON: the input is one. */
export function readDocument(input: Input, { format = formatOf(input), now }: Reading): Found {
  const { text, baseUrl } = input;
  const options = { now, baseUrl };
  if (format === 'csv') return readCsv(text, options);
  if (format !== 'json') return readArticle(text, { ...options, format });
  const lineOf = linesOf(text);
  const { comparison, diagnostics: found } = readComparison(text, options);
  const diagnostics = found.map((diagnostic) => {
    // What is too much to read has no lines to look up.
    const isTooMuch = diagnostic.code === 'too-large' || diagnostic.code === 'too-deep';
    return { ...diagnostic, line: isTooMuch ? 1 : lineOf(diagnostic.path) };
  });
  return { ...(comparison && { comparison }), diagnostics: diagnostics.sort((a, b) => a.line - b.line) };
}
