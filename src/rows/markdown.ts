/** Rows of cells as a table of GitHub Flavored Markdown. Leaves what the cells hold to who writes them. */
import type { WrittenCell } from './cell.js';

const escaped = (text: string): string => text.replace(/[\\`*_[\]<>&|~]/g, '\\$&').replace(/\r\n?|\n/g, '<br>');

// The address of a link in angle brackets may hold anything but those and line ends, which no browser minds.
const written = ({ lines, url }: WrittenCell): string => {
  const text = lines.map(escaped).join('<br>');
  return url && text ? `[${text}](<${url.replace(/[\t\r\n]/g, '').replace(/[\\<>&|]/g, '\\$&')}>)` : text;
};

/** The rows, the header first, which may not be missing; a list is one cell with a `<br>` between its entries. */
export function writeMarkdownRows(rows: readonly (readonly WrittenCell[])[]): string {
  const [header, ...others] = rows.map((row) => `| ${row.map(written).join(' | ')} |\n`);
  return `${header}|${' --- |'.repeat(rows[0]?.length ?? 0)}\n${others.join('')}`;
}
