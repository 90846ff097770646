/** Which kind of text an author has brought: by the ending of its name, else by how it begins. Leaves reading it to others. */

export const textFormats = ['json', 'markdown', 'html', 'csv'] as const;

/** What a text is written in; `csv` is any text with separators. */
export type TextFormat = (typeof textFormats)[number];

const extensions: readonly (readonly [RegExp, TextFormat])[] = [
  [/\.json$/i, 'json'],
  [/\.(?:md|markdown|mdx)$/i, 'markdown'],
  [/\.x?html?$/i, 'html'],
  [/\.(?:csv|tsv|tab)$/i, 'csv'],
];

/** What a text is, of a file or an address of that name. Files called Markdown are HTML where nothing in them is Markdown. */
export function formatOf(text: string, name = ''): TextFormat {
  const named = extensions.find(([ending]) => ending.test(name.replace(/[?#].*$/, '')))?.[1];
  if (named && named !== 'markdown') return named;
  if (!named && /^[\ufeff\s]*(?:\{|\[\s*[[{"\]])/.test(text)) return 'json';
  if (isHtml(text)) return 'html';
  return named ?? (isSeparated(text) ? 'csv' : 'markdown');
}

/** Whether a text begins with a tag, and is a whole page or has none of the marks of Markdown at the start of its lines. */
export function isHtml(text: string): boolean {
  const [, tag] = /^[\ufeff\s]*<([a-z!]+)/i.exec(text) ?? [];
  return !!tag && (/^(?:!doctype|html)$/i.test(tag) || !/^(?:#{1,6} |\s*\|?\s*:?-{2,}:?\s*\|)/m.test(text));
}

/** Whether the first lines all have the same separator, and none of them is prose or Markdown. */
function isSeparated(text: string): boolean {
  const lines = text
    .slice(0, 4000)
    .split(/\r\n?|\n/)
    .filter((line) => line.trim())
    .slice(0, 5);
  return (
    lines.length > 1 &&
    ['\t', ';', ','].some((mark) => lines.every((line) => line.includes(mark))) &&
    !lines.some((line) => /^\s*(?:#|>|[*-] )|^\s*\|.*\|\s*$|[.!?:]\s*$/.test(line))
  );
}
