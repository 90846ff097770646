/**
 * From Markdown, as it is written and as it is pasted, to blocks with their lines: tables that touch the text around
 * them, cells that a spreadsheet parted by tabs, articles that lost every empty line. Leaves HTML inside of it, and the
 * blocks themselves, to `html.ts`.
 */
import MarkdownIt from 'markdown-it';
import { lineMark, readHtml } from './html.js';
import { roleOf } from './labels.js';
import { signOf } from './marks.js';
import { type Article, type Meta, maximumLines } from './passage.js';
import { parseRating } from './rating.js';

interface Line {
  readonly text: string;
  /** Where it stands in what was given, from 1. */
  readonly line: number;
}

const isBlank = (text: string | undefined): boolean => text === undefined || !text.trim();
const isDelimiter = (text: string | undefined): boolean =>
  text !== undefined && /-/.test(text) && /\|/.test(text) && /^[\s|:+-]+$/.test(text);
const isPiped = (text: string | undefined): boolean => text !== undefined && /^\s*\|.*\|\s*$/.test(text);
const isRow = (text: string | undefined): boolean => text?.includes('|') ?? false;
const isItem = (text: string): boolean => /^\s*(?:[-*+•]|\d{1,3}[.)])\s/.test(text);
const tabsIn = (text: string | undefined): number => (text?.trim().includes('\t') ? text.split('\t').length - 1 : 0);
const fence = /^ {0,3}(```|~~~)/;

/** Front matter: its plain values, without lists; and the lines behind it. */
function readFrontMatter(lines: readonly Line[]): { meta: readonly Meta[]; rest: readonly Line[] } {
  const mark = lines[0]?.text.trim();
  const end = lines.findIndex(({ text }, index) => index > 0 && text.trim() === mark);
  if ((mark !== '---' && mark !== '+++') || end < 0) return { meta: [], rest: lines };
  const meta: Meta[] = [];
  let parent = '';
  for (const { text, line } of lines.slice(1, end)) {
    const [, indent = '', key, raw = ''] = /^(\s*)([\w-]+)\s*[:=]\s*(.*)$/.exec(text) ?? [];
    if (!key) continue;
    const value = raw
      .replace(/^(["'])(.*)\1\s*(?:#.*)?$/, (_, quote: string, inner: string) =>
        quote === '"' ? inner.replace(/\\(["\\])/g, '$1') : inner.replace(/''/g, "'"),
      )
      .trim();
    if (!indent) parent = value ? '' : `${key}.`;
    if (value && !/^[[{|>&*]/.test(raw))
      meta.push({ name: `front:${indent ? parent : ''}${key}`.toLowerCase(), value, line });
  }
  return { meta, rest: lines.slice(end + 1) };
}

/** A line that stands over others: short, without a full stop, no score and no label. */
const isTitle = (text: string): boolean =>
  text.length <= 100 &&
  /^[\p{Lu}\p{N}\p{Extended_Pictographic}#]/u.test(text) &&
  /\p{L}/u.test(text) &&
  !/[.:;,!]$/.test(text) &&
  !/[.!?] \p{Lu}/u.test(text.replace(/^\d+\. /, '')) &&
  !parseRating(text.replace(/^[^:]*: /, ''));

/** Lines of a text that lost its empty ones: each is a paragraph, and what stands over others is a heading. */
function parted(lines: readonly Line[]): readonly Line[] {
  const isList = (index: number) => isItem(lines[index]?.text ?? '');
  let isFirst = true;
  return lines.flatMap(({ text, line }, index) => {
    if (isBlank(text)) return [{ text, line }];
    const plain = text.trim();
    const isNumbered = /^(?:#\s?)?\d{1,3}[.)]?\s/.test(plain) && !/^#+ /.test(plain) && !isList(index + 1);
    const isOver =
      (isNumbered || !isList(index)) &&
      !isRow(text) &&
      !tabsIn(text) &&
      isTitle(plain) &&
      !isBlank(lines[index + 1]?.text);
    const marks = isFirst ? '#' : isNumbered ? '###' : '##';
    isFirst = false;
    if (isOver && !/^#{1,6} /.test(plain))
      return [
        { text: '', line },
        { text: `${marks} ${plain}`, line },
        { text: '', line },
      ];
    const goesOn =
      (isList(index) && isList(index - 1)) || (isRow(text) && isRow(lines[index - 1]?.text)) || tabsIn(text);
    return goesOn
      ? [{ text, line }]
      : [
          { text: '', line },
          { text, line },
        ];
  });
}

/** The lines with every table standing by itself, those of tabs and those without a line of dashes included. */
function loosened(lines: readonly Line[]): readonly Line[] {
  const out: Line[] = [];
  let isCode = false;
  for (let index = 0; index < lines.length; ) {
    const { text, line } = lines[index] as Line;
    if (fence.test(text)) isCode = !isCode;
    // A line with a label or a sign of its own is no continuation of the line before.
    const label = isCode ? undefined : /^\s*[*_]*([^:*_|]{2,40})[*_]*:/.exec(text)?.[1];
    const isSigned = !isCode && !isItem(text) && !isRow(text) && signOf(text.trim());
    // Nor is a label by itself, above a list.
    const isBare = !isCode && isItem(lines[index + 1]?.text ?? '') && !!roleOf(text.replace(/[*_]/g, ''));
    if (((label && roleOf(label)) || isSigned || isBare) && !isBlank(lines[index - 1]?.text))
      out.push({ text: '', line });
    const next = lines[index + 1]?.text;
    const tabs = isCode ? 0 : tabsIn(text);
    const isTabbed = tabs > 0 && tabsIn(next) > 0 && next?.split('\t').length === tabs + 1;
    const hasDelimiter = isRow(text) && isDelimiter(next);
    if (isCode || !(isTabbed || hasDelimiter || (isPiped(text) && isPiped(next)))) {
      out.push({ text, line });
      index++;
      continue;
    }
    const belongs = isTabbed
      ? (row: string | undefined) => row?.split('\t').length === tabs + 1 && !isBlank(row)
      : hasDelimiter
        ? isRow
        : isPiped;
    const start = index;
    out.push({ text: '', line });
    for (; index < lines.length && belongs(lines[index]?.text); index++) {
      const row = lines[index] as Line;
      const cells = isTabbed ? `|${row.text.replace(/[\\|]/g, '\\$&').replace(/\t/g, '|')}|` : row.text;
      // Org mode has a plus where columns meet.
      out.push({ text: isDelimiter(cells) ? cells.replace(/\+/g, '|') : cells, line: row.line });
      if (index === start && !hasDelimiter) out.push({ text: delimiterFor(cells), line: row.line });
    }
    out.push({ text: '', line: lines[index - 1]?.line ?? line });
  }
  return out;
}

const delimiterFor = (row: string): string =>
  `|${'-|'.repeat(Math.max(1, row.trim().replace(/\\./g, '').split('|').length - 2))}`;

const markdown = new MarkdownIt({ html: true });
// What is pasted is often indented, and no review shows code.
markdown.disable('code');
// Addresses stay as they are written; the model decides which of them may be used.
markdown.normalizeLink = (url) => url;
markdown.validateLink = () => true;
markdown.renderer.rules.html_block = (tokens, index) => {
  const token = tokens[index];
  return `<!--${lineMark}${token?.attrGet(lineMark) ?? 1}-->${token?.content ?? ''}`;
};

// A paragraph of that many characters is none.
const longestLine = 100_000;

/** A line without the marks of footnotes; the notes themselves are texts like others. */
const withoutNotes = (text: string): string =>
  text.includes('[^') ? text.replace(/^ {0,3}\[\^[^\]\s]{1,60}\]:\s*/, '').replace(/\[\^[^\]\s]{1,60}\]/g, '') : text;

/** The parts of a Markdown text. Never throws. */
export function readMarkdown(text: string): Article {
  const given = text.split(/\r\n|\r|\n/);
  const all = given
    .slice(0, maximumLines)
    .map((content, index) => ({ text: withoutNotes(content.slice(0, longestLine)), line: index + 1 }));
  const { meta, rest } = readFrontMatter(all);
  const content = rest.filter((line) => !isBlank(line.text));
  const isFlat =
    content.length > 10 &&
    rest.length - content.length < content.length / 20 &&
    !content.some(({ text }) => /^\s*(?:<\w|#{1,6} )/.test(text));
  const lines = loosened(isFlat ? parted(rest) : rest);
  const tokens = markdown.parse(lines.map((line) => line.text).join('\n'), {});
  let line: number | undefined;
  for (const token of tokens) {
    if (token.map) line = lines[token.map[0]]?.line;
    // A cell has no line of its own, but that of its row.
    if (line && (token.map || /^t[hd]_open$/.test(token.type))) token.attrSet(lineMark, `${line}`);
  }
  const { blocks, meta: inner, isCut } = readHtml(markdown.renderer.render(tokens, markdown.options, {}), all.length);
  return {
    blocks,
    meta: [...meta, ...inner],
    isCut: isCut || given.length > maximumLines || given.some(({ length }) => length > longestLine),
  };
}
