/**
 * A plain document as HTML for where nothing is left of styles, scripts and classes: semantic elements, and the few
 * attributes of old that make a table of it in mail programs. Leaves what it says to `plain-comparison.ts`.
 */
import { type Block, type Cell, type Inline, isApart, isEmpty, type PlainDocument } from './plain.js';

const escapes: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] as string);

/** An attribute, or nothing without a value. */
const attribute = (name: string, value: string | number | undefined): string =>
  value === undefined ? '' : ` ${name}="${escaped(String(value))}"`;

/** The cells of a sum. */
const inBold = (cells: readonly Cell[]): readonly Cell[] =>
  cells.map(({ content, isNumber = false }) => ({
    content: isEmpty(content) ? content : { strong: content },
    isNumber,
  }));

/**
 * Writes a document as one `article`; every text in it is escaped, and stands apart from the direction around it.
 * `writeUrl` says how an address is written.
 */
export function plainHtml(
  { language, dataLanguage, direction, blocks }: PlainDocument,
  writeUrl = (url: string): string => url,
): string {
  const inline = (part: Inline): string => {
    if (typeof part === 'string') return escaped(part);
    if (Array.isArray(part)) return part.map(inline).join('');
    if ('data' in part) {
      const isBare = !dataLanguage && !isApart(part.data, direction);
      return isBare ? escaped(part.data) : `<bdi${attribute('lang', dataLanguage)}>${escaped(part.data)}</bdi>`;
    }
    if ('strong' in part) return `<b>${inline(part.strong)}</b>`;
    if ('small' in part) return `<small>${inline(part.small)}</small>`;
    if ('link' in part) {
      return `<a${attribute('href', writeUrl(part.url))}${attribute('rel', part.rel)}>${inline(part.link)}</a>`;
    }
    return '<br>';
  };
  // The ends of a line are named by where they are, in attributes.
  const [start, end] = direction === 'rtl' ? ['right', 'left'] : ['left', 'right'];
  const cell = (tag: string, scope: string, { content, isNumber }: Cell): string =>
    `<${tag}${scope && ` scope="${scope}"`} align="${isNumber ? end : start}" valign="top">${inline(content)}</${tag}>`;
  const row = ([name, ...others]: readonly Cell[]): string =>
    `<tr>${name ? cell('th', 'row', name) : ''}${others.map((other) => cell('td', '', other)).join('')}</tr>`;
  const rows = (tag: string, all: readonly (readonly Cell[])[]): readonly string[] =>
    all.length ? [`<${tag}>`, ...all.map(row), `</${tag}>`] : [];
  const block = (given: Block): string => {
    switch (given.kind) {
      case 'heading':
        return `<h${given.level}>${inline(given.content)}</h${given.level}>`;
      case 'text':
        return `<p>${inline(given.content)}</p>`;
      case 'small':
        return `<p><small>${inline(given.content)}</small></p>`;
      case 'list':
        return ['<ul>', ...given.items.map((item) => `<li>${inline(item)}</li>`), '</ul>'].join('\n');
      case 'image': {
        const { src, alt, width, height } = given;
        const size = attribute('width', width) + attribute('height', height);
        return `<p><img${attribute('src', writeUrl(src))}${attribute('alt', alt)}${size}></p>`;
      }
      case 'table':
        return [
          '<table width="100%" cellpadding="8" cellspacing="0" frame="hsides" rules="rows">',
          `<caption><div align="${start}"><b>${inline(given.caption)}</b></div></caption>`,
          `<thead><tr>${given.head.map((each) => cell('th', 'col', each)).join('')}</tr></thead>`,
          ...rows('tbody', given.rows),
          ...rows('tfoot', given.foot.map(inBold)),
          '</table>',
        ].join('\n');
    }
  };
  return `<article${attribute('lang', language)} dir="${direction}">\n${blocks.map(block).join('\n')}\n</article>\n`;
}
