/**
 * From what an author brings to a document: which kind it is, and what the package reads in it. Leaves files of
 * spreadsheet programs to `read-spreadsheet.ts`, and where texts come from to `builder-source.ts`.
 */
import {
  type ArticleDiagnostic,
  type DocumentJson,
  formatOf,
  readArticle,
  readCsv,
  type TextFormat,
} from 'g6-comparison/import';
import { readComparison } from 'g6-comparison/model';

/** What was brought, as it was read. */
export interface Source {
  /** What to call it: a file's name, an address, “what you pasted”. */
  readonly name: string;
  readonly format: TextFormat;
  readonly text: string;
}

export interface Reading {
  readonly source: Source;
  /** Absent where there is no comparison in it; the notes say why. */
  readonly document?: DocumentJson;
  readonly notes: readonly ArticleDiagnostic[];
}

/** Whether a file is a spreadsheet program's own, by its name. */
export const isSpreadsheet = (name: string): boolean => /\.(?:xlsx|xlsm|xlsb|xls|ods)$/i.test(name);

/** What to say of bytes that are no text. */
export const notText = (name: string): string =>
  `${name} is no text in UTF-8, UTF-16 or Windows-1252: choose another file, or save it as UTF-8.`;

/** The size that no text has that is read, in bytes. */
const maximumSize = 2 ** 21;

/** What to say of a file that is too large to be opened at all: the same as of a text that is too long. */
export function tooLarge({ name, size }: File): string | undefined {
  if (size <= maximumSize) return undefined;
  const format = formatOf('', name);
  if (format === 'json') return 'The document is larger than 1 MiB: shorten it.';
  return `The ${format === 'csv' ? 'file' : 'article'} is longer than 512 Ki characters: shorten it.`;
}

/** What the author put on the clipboard, with the richer form where that is the article and not a spreadsheet's cells. */
export function textOfClipboard(plain: string, html: string): { readonly text: string; readonly format?: TextFormat } {
  // Spreadsheets put their cells there as text with tabs as well, and that is without all their styles.
  const isSheet =
    plain.includes('\t') &&
    /<google-sheets|urn:schemas-microsoft-com:office:(?:excel|spreadsheet)|name="?(?:generator|ProgId)"? content="?(?:LibreOffice|Excel|OpenOffice)/i.test(
      html,
    );
  if (isSheet) return { text: plain, format: 'csv' };
  const hasStructure = /<(?:table|h[1-6]|li)\b/i.test(html);
  // Source code that an editor has coloured is the text itself.
  const isSource = /^\s*(?:[#{[<|]|---)/.test(plain) || /^\|.*\|\s*$/m.test(plain) || /^#{1,6} /m.test(plain);
  return hasStructure && !isSource ? { text: onLines(html), format: 'html' } : { text: plain };
}

/** HTML with a line for each block, as far as it had none: so that “line 12” says something. */
export const onLines = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/>\s*(?=<(?:h[1-6]|p|ul|ol|li|table|thead|tbody|tr|div|section|article|blockquote|figure)\b)/gi, '>\n')
    .trim();

/** Reads a text. Never throws; a text without a comparison gives notes that say why. */
export async function readInput(
  text: string,
  { name, format = formatOf(text, name), baseUrl }: { name: string; format?: TextFormat | undefined; baseUrl?: string },
): Promise<Reading> {
  const source = { name, format, text };
  const options = { now: Date.now(), ...(baseUrl !== undefined && { baseUrl }) };
  if (format === 'json') return readDocument(source, options);
  const { document, diagnostics } =
    format === 'csv' ? readCsv(text, options) : readArticle(text, { ...options, format });
  return { source, notes: diagnostics, ...(document && { document }) };
}

async function readDocument(source: Source, options: { readonly now: number }): Promise<Reading> {
  const { comparison, diagnostics } = readComparison(source.text, options);
  if (comparison) return { source, document: JSON.parse(source.text) as DocumentJson, notes: diagnostics };
  const line = diagnostics.some(({ code }) => code === 'invalid-json') ? await brokenLine(source.text) : undefined;
  return { source, notes: diagnostics.map((diagnostic) => ({ ...diagnostic, ...(line && { line }) })) };
}

/** The line at which a text stops being JSON: not every browser says. */
async function brokenLine(text: string): Promise<number | undefined> {
  const { parse } = await import('@humanwhocodes/momoa');
  try {
    parse(text);
    return undefined;
  } catch (error) {
    const { line } = error as { readonly line?: unknown };
    return typeof line === 'number' ? line : undefined;
  }
}

/** What was read, counted: “4 products, 5 criteria, 20 scores, 6 columns”. */
export function countsOf(document: DocumentJson): string {
  const { comparison } = readComparison(document);
  if (!comparison) return '';
  const { products, rubric, columns } = comparison;
  const scores = products.reduce((sum, product) => sum + Object.keys(product.scores).length, 0);
  const count = (number: number, one: string, more = `${one}s`) =>
    number ? [`${number} ${number === 1 ? one : more}`] : [];
  return [
    ...count(products.length, 'product'),
    ...count(rubric?.criteria.length ?? 0, 'criterion', 'criteria'),
    ...count(scores, 'score'),
    ...count(columns.length, 'column'),
  ].join(', ');
}
