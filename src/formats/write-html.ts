/**
 * A comparison as an HTML table that needs no script: the fallback inside an element, or a page of its own, and what
 * `readArticle` reads back. Leaves what its rows hold to `rows.ts`.
 */
import type { Comparison } from '../model/comparison.js';
import { parseUrl } from '../model/url.js';
import type { WrittenCell } from '../rows/cell.js';
import { comparisonOf, rowsOf } from './rows.js';

const escapes: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Text as it may stand between tags and in an attribute with double quotes. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] as string);

function written({ lines, url }: WrittenCell): string {
  const texts = lines.map(escaped);
  const text = texts.length > 1 ? `<ul>${texts.map((item) => `<li>${item}</li>`).join('')}</ul>` : texts.join('');
  return url && text && parseUrl(url) ? `<a href="${escaped(url)}">${text}</a>` : text;
}

function head({ title, description, author, publisher, updated, disclosure }: Comparison): readonly string[] {
  const party = (
    property: string,
    { name, url }: { readonly name?: string; readonly url?: string } = {},
  ): readonly string[] => {
    if (!name) return [];
    const [tag, address] = url ? ['a', ` href="${escaped(url)}"`] : ['span', ''];
    return [`<p><${tag} itemprop="${property}"${address}>${escaped(name)}</${tag}></p>`];
  };
  return [
    ...(title ? [`<h1>${escaped(title)}</h1>`] : []),
    ...(description ? [`<p itemprop="description">${escaped(description)}</p>`] : []),
    ...party('author', author),
    ...party('publisher', publisher),
    ...(updated
      ? [`<p><time itemprop="dateModified" datetime="${escaped(updated)}">${escaped(updated.slice(0, 10))}</time></p>`]
      : []),
    ...(disclosure ? [`<p><strong>Disclosure:</strong> ${escaped(disclosure)}</p>`] : []),
  ];
}

/** A document, or a comparison that was read, as HTML; every text in it is escaped. Empty for what is no comparison. */
export function writeHtml(document: unknown): string {
  const comparison = comparisonOf(document);
  if (!comparison) return '';
  const [header = [], ...rows] = rowsOf(comparison, true);
  const { language } = comparison;
  return `${[
    `<article${language ? ` lang="${escaped(language)}"` : ''}>`,
    ...head(comparison),
    '<table>',
    `<thead><tr>${header.map((cell) => `<th scope="col">${written(cell)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map(
      (row) =>
        `<tr>${row.map((cell, index) => (index ? `<td>${written(cell)}</td>` : `<th scope="row">${written(cell)}</th>`)).join('')}</tr>`,
    ),
    '</tbody>',
    '</table>',
    '</article>',
  ].join('\n')}\n`;
}
