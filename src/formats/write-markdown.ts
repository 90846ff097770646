/**
 * A comparison as Markdown that any site renders and `readArticle` reads back: front matter and one table. Leaves what
 * its rows hold to `rows.ts`.
 */
import type { Comparison } from '../model/comparison.js';
import { writeMarkdownRows } from '../rows/markdown.js';
import { comparisonOf, rowsOf } from './rows.js';

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

function frontMatter({
  title,
  description,
  language,
  currency,
  author,
  publisher,
  updated,
  disclosure,
  rubric,
}: Comparison): string {
  const party = (
    key: string,
    { name, url }: { readonly name?: string; readonly url?: string } = {},
  ): readonly string[] =>
    name ? [`${key}:`, `  name: ${quoted(name)}`, ...(url ? [`  url: ${quoted(url)}`] : [])] : [];
  const plain = (key: string, text: string | undefined): readonly string[] => (text ? [`${key}: ${quoted(text)}`] : []);
  const lines = [
    ...plain('title', title),
    ...plain('description', description),
    ...plain('language', language),
    ...plain('currency', currency),
    ...party('author', author),
    ...party('publisher', publisher),
    ...plain('updated', updated),
    ...plain('disclosure', disclosure),
    ...plain('rubric', rubric?.name),
  ];
  return lines.length ? `---\n${lines.join('\n')}\n---\n\n` : '';
}

/**
 * A document, or a comparison that was read, as Markdown; a list is one cell with a `<br>` between its entries. Empty for
 * what is no comparison.
 */
export function writeMarkdown(document: unknown): string {
  const comparison = comparisonOf(document);
  if (!comparison) return '';
  return `${frontMatter(comparison)}${writeMarkdownRows(rowsOf(comparison, true))}`;
}
