/**
 * From an input to a document and what is wrong with it, by line. What an input is, `--format` says, else its name, else
 * its text. Leaves the reading to the model and the formats.
 */
import { type ArticleDiagnostic, type DocumentJson, readArticle, readCsv } from '../formats/index.js';
import { formatOf as formatOfText, type TextFormat, textFormats } from '../formats/text-format.js';
import { type Comparison, readComparison } from '../model/comparison.js';
import { isDate, isLanguage } from '../model/shape.js';
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

export interface Reading {
  readonly format: TextFormat | undefined;
  /** The moment that prices are old at, in milliseconds. */
  readonly now: number;
  /** The language of what names none, as a BCP 47 tag. */
  readonly language: string | undefined;
  /** What inputs are written in, where their bytes do not tell. */
  readonly encoding: string | undefined;
}

/** The options of every command that reads documents. */
export const readingOptions: Options = {
  format: {
    type: 'string',
    value: 'FORMAT',
    about: `Reads it as ${textFormats.join(', ')}; else its name or its text tells.`,
  },
  language: {
    type: 'string',
    value: 'TAG',
    about: 'The language of what names none, such as de: it decides what 1.250 g is.',
  },
  encoding: {
    type: 'string',
    value: 'NAME',
    about: 'What it is written in, such as windows-1251; else its bytes tell.',
  },
  'as-of': { type: 'string', value: 'DATE', about: 'Judges the age of prices as of that date, not of today.' },
};

/** What the options of a command ask for. */
export function readingOf({ format, language, encoding, 'as-of': asOf }: Values): Reading {
  if (format !== undefined && !isFormat(format)) {
    throw new WrongUse(`--format takes ${textFormats.join(', ')}, not ${format}.`);
  }
  if (asOf !== undefined && !isDate(asOf)) throw new WrongUse(`--as-of takes a date such as 2026-04-30, not ${asOf}.`);
  if (language !== undefined && !isLanguage(`${language}`)) {
    throw new WrongUse(`--language takes a tag such as de or pt-BR, not ${language}.`);
  }
  if (encoding !== undefined && !isEncoding(`${encoding}`)) {
    throw new WrongUse(`--encoding takes a name such as windows-1252 or shift_jis, not ${encoding}.`);
  }
  return {
    format,
    now: asOf === undefined ? Date.now() : Date.parse(asOf),
    language: language === undefined ? language : `${language}`,
    encoding: encoding === undefined ? encoding : `${encoding}`,
  };
}

function isEncoding(name: string): boolean {
  try {
    return !!new TextDecoder(name);
  } catch {
    return false;
  }
}

const isFormat = (value: unknown): value is TextFormat => textFormats.includes(value as TextFormat);

/** What an input is by its name, or by how its text begins. */
export const formatOf = ({ name, text, baseUrl }: Input): TextFormat =>
  formatOfText(text, baseUrl ? new URL(baseUrl).pathname : name);

/** What an input has in it and what is wrong with it. Gives no `document` for JSON: the input is one. */
export function readDocument(input: Input, { format = formatOf(input), now, language }: Reading): Found {
  const { text, encoding, baseUrl } = input;
  const options = { now, baseUrl, language };
  if (format !== 'json') {
    const found = format === 'csv' ? readCsv(text, options) : readArticle(text, { ...options, format });
    return { ...found, diagnostics: byLine([...input.diagnostics, ...found.diagnostics]) };
  }
  // What pages load is always read as UTF-8.
  if (!/^utf-/i.test(encoding)) throw new WrongUse(`${input.name} is JSON, but no text in UTF-8: save it as that.`);
  const lineOf = linesOf(text);
  const { comparison, diagnostics } = readComparison(text, options);
  const placed = diagnostics.map((diagnostic) => {
    // What is too much to read has no lines to look up.
    const isTooMuch = diagnostic.code === 'too-large' || diagnostic.code === 'too-deep';
    return { ...diagnostic, line: isTooMuch ? 1 : lineOf(diagnostic.path) };
  });
  return { ...(comparison && { comparison }), diagnostics: byLine(placed) };
}

const byLine = (diagnostics: readonly ArticleDiagnostic[]): readonly ArticleDiagnostic[] =>
  [...diagnostics].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
