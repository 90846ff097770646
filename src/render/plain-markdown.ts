/**
 * A plain document as GitHub Flavored Markdown without a line of HTML, for where that is stripped or shown as it is.
 * Leaves what it says to `plain-comparison.ts`.
 */
import { type Block, type Cell, type Inline, isApart, type PlainDocument } from './plain.js';

/** Text without what Markdown takes for a mark, and without what makes a link of an address or a mail address. */
const escaped = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|~]|&(?=#?\w+;)/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww(?=\.)/gi, '$&\\')
    .replace(/(?<=\S)@(?=\S)/g, '\\@');

/** The same where it begins a line: no heading, list, rule, quotation or code comes of it. */
const atStart = (line: string): string =>
  line
    .trim()
    .replace(/^[#+=-]/, '\\$&')
    .replace(/^(\d+)(?=[.)])/, '$1\\');

/** An address between angle brackets, which may hold anything but those and line ends. */
const address = (url: string): string => `<${url.replace(/[\t\r\n]/g, '').replace(/[\\<>&|]/g, '\\$&')}>`;

/** Writes a document; every text in it is escaped, and set apart by isolates where its direction is another one. */
export function plainMarkdown({ direction, blocks }: PlainDocument): string {
  const inline = (part: Inline): string => {
    if (typeof part === 'string') return escaped(part);
    if (Array.isArray(part)) return part.map(inline).join('');
    // Markdown has no element for it: U+2068 and U+2069 are the characters that HTML's bdi stands for.
    if ('data' in part) return isApart(part.data, direction) ? `\u2068${escaped(part.data)}\u2069` : escaped(part.data);
    if ('strong' in part)
      return inline(part.strong).replace(/^(\s*)(.*?)(\s*)$/s, (all, before, text, after) =>
        text ? `${before}**${text}**${after}` : all,
      );
    if ('small' in part) return inline(part.small);
    if ('link' in part) return `[${inline(part.link)}](${address(part.url)})`;
    return ' · ';
  };
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rowOf = (cells: readonly Cell[]): string => row(cells.map(({ content }) => inline(content).trim()));
  const block = (given: Block): string => {
    switch (given.kind) {
      case 'heading':
        return `${'#'.repeat(given.level)} ${inline(given.content).trim().replace(/#+$/, '\\$&')}`;
      case 'text':
      case 'small':
        return atStart(inline(given.content));
      case 'list':
        return given.items.map((item) => `- ${atStart(inline(item))}`).join('\n');
      case 'image':
        return `![${escaped(given.alt)}](${address(given.src)})`;
      case 'table': {
        const { caption, head, rows, foot } = given;
        return [
          `**${inline(caption).trim()}**`,
          '',
          rowOf(head),
          row(head.map(({ isNumber }) => (isNumber ? '---:' : '---'))),
          ...rows.map(rowOf),
          // A table has no foot there: sums stand out instead.
          ...foot.map((cells) => rowOf(cells.map((cell) => ({ content: { strong: cell.content } })))),
        ].join('\n');
      }
    }
  };
  return `${blocks.map(block).join('\n\n')}\n`;
}
