/**
 * From HTML, as writers, content systems and word processors make it, to blocks with their lines. Reads tags as they
 * come, without a tree, so that no nesting costs more than its length. Leaves Markdown to `markdown.ts`, which makes HTML
 * of it, and what the blocks mean to `article.ts`.
 */
import { Parser } from 'htmlparser2';
import { layoutTables } from './layout-tables.js';
import { isVerdictImage } from './marks.js';
import {
  type Article,
  type Block,
  type Cell,
  type Grid,
  type Image,
  type Link,
  type Meta,
  maximumLines,
  maximumRows,
  type Passage,
  withoutInvisible,
} from './passage.js';

/** The attribute and the comment by which `markdown.ts` says which line a piece of HTML was made from. */
export const lineMark = 'data-g6-line';

// Deeper than any editor nests; engines stop at 512 as well.
const maximumDepth = 512;

const unread = new Set('script style template noscript nav svg iframe select textarea pre object math'.split(' '));
const withdrawn = new Set(['del', 's', 'strike']);
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const containers = new Set(
  'address article aside blockquote body caption center details div dl fieldset figcaption figure footer form header hr html main ol p section summary table td th tr ul'.split(
    ' ',
  ),
);

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const lowered = '₀₁₂₃₄₅₆₇₈₉';

/** Collects the text of one passage as it comes. */
class Collector {
  readonly line: number;
  readonly parts: string[] = [];
  readonly links: Link[] = [];
  readonly images: Image[] = [];
  begin: number | undefined;
  length = 0;
  lead = 0;
  isLed = true;

  constructor(line: number) {
    this.line = line;
  }

  get isEmpty(): boolean {
    return this.begin === undefined;
  }

  add(text: string, line: number, isStrong: boolean): void {
    const found = text.search(/\S/);
    if (found >= 0) {
      this.begin ??= line + (text.slice(0, found).match(/\n/g)?.length ?? 0);
      if (this.isLed && isStrong) this.lead = this.length + text.length;
      this.isLed &&= isStrong;
    }
    this.push(text.replace(/\s+/g, ' '));
  }

  push(text: string): void {
    this.parts.push(text);
    this.length += text.length;
  }

  breakLine(): void {
    this.push('\n');
  }

  from(length: number): string {
    let rest = this.length - length;
    let text = '';
    for (let index = this.parts.length - 1; rest > 0 && index >= 0; index--) {
      const part = this.parts[index] as string;
      text = part.slice(-rest) + text;
      rest -= part.length;
    }
    return tidy(text);
  }

  passage(): Passage {
    const whole = this.parts.join('');
    const lines = whole.split('\n').map(tidy).filter(Boolean);
    return {
      text: lines.join(' '),
      lines,
      line: this.begin ?? this.line,
      lead: tidy(whole.slice(0, this.lead)),
      links: this.links,
      images: this.images,
    };
  }
}

const tidy = (text: string): string => withoutInvisible(text).replace(/\s+/g, ' ').trim();

interface OpenCell {
  readonly collector: Collector;
  readonly isHeader: boolean;
  readonly columns: number;
  readonly rows: number;
}

interface Open {
  readonly isStrong: boolean;
  readonly name: string;
  /** How long the passage was where it began. */
  length?: number;
  /** What it says for those who do not see it. */
  label?: string;
  link?: Omit<Link, 'text'>;
  property?: { readonly name: string; readonly collector: Collector };
}

interface OpenTable {
  readonly line: number;
  readonly rows: OpenCell[][];
  readonly caption: Collector;
  cell: OpenCell | undefined;
  isInCaption: boolean;
}

/** A number that an attribute states, within what a table can span. */
const spanOf = (text: string | undefined, most: number): number => Math.min(most, Math.max(1, Number(text) || 1));

// A row with more cells is no row of a comparison.
const maximumColumns = 200;

// What a table of a page can hold; spans beyond it count for one place.
const maximumPlaces = 100_000;

/** Every place of a table filled: with the cell that spans it, or with an empty one. */
function gridOf({ line, rows, caption }: OpenTable): Grid {
  let room = maximumPlaces;
  const filled: Cell[][] = rows.map(() => []);
  const empty: Cell = { ...new Collector(line).passage(), isHeader: false };
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const { collector, isHeader, columns, rows: height } of row) {
      const cells = filled[y] as Cell[];
      while (cells[x]) x++;
      const cell = { ...collector.passage(), isHeader };
      room -= columns * height;
      const [wide, high] = room > 0 ? [columns, height] : [1, 1];
      for (let down = y; down < Math.min(rows.length, y + high); down++) {
        for (let right = x; right < x + wide; right++) (filled[down] as Cell[])[right] ??= cell;
      }
      x += wide;
    }
  }
  const width = Math.max(0, ...filled.map(({ length }) => length));
  return {
    kind: 'table',
    line,
    caption: caption.passage().text,
    rows: filled
      .slice(0, Math.ceil(maximumPlaces / Math.max(1, width)))
      .map((cells) => Array.from({ length: width }, (_, x) => cells[x] ?? { ...empty, line: cells[0]?.line ?? line })),
  };
}

/**
 * The parts of an HTML text. Never throws; what is nested too deep ends the reading. With `lastLine` it was made from
 * another text of so many lines, and its marks say which line a piece comes from.
 */
export function readHtml(html: string, lastLine?: number): Article {
  const isMarked = lastLine !== undefined;
  const blocks: Block[] = [];
  const meta: Meta[] = [];
  const tables: OpenTable[] = [];
  const layouts = layoutTables(html);
  /** Of each table that is open, whether it is one of data. */
  const kinds: boolean[] = [];
  const lists: boolean[] = [];
  const open: Open[] = [];
  let line = 1;
  let counted = 0;
  let hidden = 0;
  let strong = 0;
  let shift = '';
  let isCut = false;
  let kind: 'text' | 'heading' | 'item' = 'text';
  let level = 0;
  let current = new Collector(1);
  let property: Collector | undefined;

  const lineAt = (index: number): number => {
    for (; counted < index; counted++) if (html.charCodeAt(counted) === 10) line++;
    // What was made from another text has line ends of its own.
    if (isMarked) line = Math.min(line, lastLine);
    return line;
  };
  const target = (): Collector => {
    const table = tables.at(-1);
    return table?.cell?.collector ?? (table?.isInCaption ? table.caption : current);
  };
  const flush = (next: typeof kind = 'text'): void => {
    const passage = current.passage();
    if (passage.text || passage.images.length || passage.links.length) {
      if (kind === 'heading') blocks.push({ kind, level, ...passage });
      else if (kind === 'item') blocks.push({ kind, isOrdered: lists.at(-1) ?? false, ...passage });
      else blocks.push({ kind, ...passage });
    }
    kind = next;
    current = new Collector(line);
  };
  /** Ends what stands before a container; in a cell that is a line of it. */
  const part = (name: string): void => {
    if (tables.length || (name === 'div' && kind === 'heading' && open.some((entry) => headings.has(entry.name))))
      target().breakLine();
    else if (kind === 'text' || !current.isEmpty) flush();
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const at = lineAt(parser.startIndex);
        if (isMarked && attributes[lineMark]) line = Number(attributes[lineMark]) || line;
        if (open.length === maximumDepth || blocks.length > maximumLines) {
          isCut = true;
          parser.pause();
          return;
        }
        const style = attributes.style ?? '';
        const isStrong =
          // A term that is defined is a label, as bold words are.
          name === 'dt' ||
          ((name === 'b' || name === 'strong') && !/font-weight:\s*(normal|[1-5]00)/i.test(style)) ||
          /font-weight:\s*(bold|[6-9]00)/i.test(style);
        const entry: Open = { name, isStrong };
        open.push(entry);
        if (isStrong) strong++;
        const label = attributes['aria-label'];
        if (label && !hidden) Object.assign(entry, { label, length: target().length });
        if (unread.has(name) || withdrawn.has(name)) hidden++;
        if (hidden) return;
        readMeta(name, attributes, at);
        const { itemprop = '', content = attributes.datetime, href } = attributes;
        if (/^[a-z]+$/i.test(itemprop)) {
          if (href) meta.push({ name: `item:${itemprop}:url`, value: href, line: at });
          if (content) meta.push({ name: `item:${itemprop}`, value: content, line: at });
          else {
            property = new Collector(at);
            entry.property = { name: itemprop, collector: property };
          }
        }
        if (name === 'table') kinds.push(!layouts.has(parser.startIndex));
        if (name === 'table' && kinds.at(-1)) {
          if (!tables.length) flush();
          tables.push({
            line,
            rows: [],
            caption: new Collector(line),
            cell: undefined,
            isInCaption: false,
          });
          return;
        }
        const table = kinds.at(-1) ? tables.at(-1) : undefined;
        if (table && name === 'tr') {
          table.cell = undefined;
          if (table.rows.length < maximumRows) table.rows.push([]);
          else isCut = true;
        } else if (table && (name === 'td' || name === 'th')) {
          if (!table.rows.length) table.rows.push([]);
          table.cell = {
            collector: new Collector(line),
            isHeader: name === 'th',
            columns: spanOf(attributes.colspan, 50),
            rows: spanOf(attributes.rowspan, 500),
          };
          const row = table.rows.at(-1);
          if (row && row.length < maximumColumns && !(isCut && table.rows.length === maximumRows)) row.push(table.cell);
        } else if (table && name === 'caption') table.isInCaption = true;
        else if (name === 'br') {
          if (tables.length || kind !== 'text') target().breakLine();
          else flush();
        } else if (name === 'img') readImage(attributes);
        else if (name === 'a' && attributes.href) {
          const rel = (attributes.rel ?? '').toLowerCase().split(/\s+/);
          Object.assign(entry, { link: { url: attributes.href.trim(), rel }, length: target().length });
        } else if (name === 'sup' || name === 'sub') shift = name === 'sup' ? raised : lowered;
        else if (tables.length && (headings.has(name) || name === 'li' || name === 'dt' || containers.has(name))) {
          target().breakLine();
        } else if (
          headings.has(name) ||
          (name === 'p' && /(?:^|\s)(?:Mso)?title(?:\s|$)/i.test(attributes.class ?? ''))
        ) {
          flush('heading');
          level = Number(name.slice(1)) || 1;
        } else if (name === 'li' || name === 'dt') flush('item');
        else if (name === 'dd') {
          if (kind === 'item' && !current.isEmpty) current.push(/[:?]\s*$/.test(current.from(0)) ? ' ' : ': ');
        } else if (containers.has(name)) part(name);
        if (name === 'ul' || name === 'ol') lists.push(name === 'ol');
      },

      onclosetag(name) {
        lineAt(parser.startIndex);
        const entry = open.pop();
        if (!entry) return;
        if (entry.isStrong) strong--;
        const wasHidden = hidden > 0;
        if (unread.has(name) || withdrawn.has(name)) hidden--;
        if (hidden) return;
        const collector = target();
        if (entry.label && entry.length === collector.length) collector.add(entry.label, line, false);
        if (wasHidden) return;
        if (entry.link) {
          const text = collector.from(entry.length ?? 0);
          collector.links.push({ ...entry.link, text });
        }
        if (entry.property) {
          const { text, line: at } = entry.property.collector.passage();
          if (text) meta.push({ name: `item:${entry.property.name}`, value: text, line: at });
          property = undefined;
        }
        const table = kinds.at(-1) ? tables.at(-1) : undefined;
        if (name === 'table') kinds.pop();
        if (name === 'table' && table) {
          tables.pop();
          const grid = gridOf(table);
          isCut ||= grid.rows.length < table.rows.length;
          blocks.push(grid);
        } else if (table && (name === 'td' || name === 'th' || name === 'tr')) table.cell = undefined;
        else if (table && name === 'caption') table.isInCaption = false;
        else if (name === 'sup' || name === 'sub') shift = '';
        else if (headings.has(name) || name === 'li' || name === 'dd') {
          if (tables.length) target().breakLine();
          else flush();
        } else if (containers.has(name)) part(name);
        if (name === 'ul' || name === 'ol') lists.pop();
      },

      ontext(text) {
        const at = lineAt(parser.startIndex);
        if (hidden) return;
        if (open.at(-1)?.name === 'title') {
          meta.push({ name: 'html:title', value: tidy(text), line: at });
          return;
        }
        // A raised number that is a link is a note, not part of the number before it.
        if (shift && open.at(-1)?.name === 'a') return;
        const shifted = shift ? text.replace(/\d/g, (digit) => shift[Number(digit)] as string) : text;
        const table = tables.at(-1);
        if (table && !table.cell && !table.isInCaption) return;
        target().add(shifted, at, strong > 0);
        property?.add(shifted, at, false);
      },

      oncomment(text) {
        lineAt(parser.startIndex);
        if (isMarked && text.startsWith(lineMark)) line = Number(text.slice(lineMark.length)) || line;
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );

  function readMeta(name: string, attributes: { readonly [name: string]: string }, at: number): void {
    if (/^(?:html|body|article)$/.test(name) && attributes.lang)
      meta.push({ name: 'lang', value: attributes.lang, line: at });
    if (name === 'time' && attributes.datetime) meta.push({ name: 'time', value: attributes.datetime, line: at });
    if (name !== 'meta' || attributes.itemprop) return;
    const key = attributes.property ?? attributes.name;
    if (key && attributes.content)
      meta.push({ name: `meta:${key.toLowerCase()}`, value: tidy(attributes.content), line: at });
  }

  function readImage({ src = '', alt = '', width, height }: { readonly [name: string]: string | undefined }): void {
    const sizes = {
      ...(Number(width) > 0 && { width: Number(width) }),
      ...(Number(height) > 0 && { height: Number(height) }),
    };
    const collector = target();
    // A picture of stars or of a tick stands for words.
    if (isVerdictImage(alt)) collector.add(` ${alt} `, line, false);
    else if (/^(https?:|\/|\.|[\w-]+[./])/i.test(src)) collector.images.push({ src, alt: tidy(alt), ...sizes });
  }

  parser.write(html);
  parser.end();
  flush();
  return { blocks, meta, isCut };
}
