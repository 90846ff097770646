/**
 * What an article is made of, whatever it is written in: a flat list of blocks with the lines they stand on. Leaves
 * how they are found to `html.ts` and `markdown.ts`, and what they mean to `article.ts`.
 */

/** A link in a passage. */
export interface Link {
  readonly text: string;
  readonly url: string;
  /** What `rel` says of it, in words. */
  readonly rel: readonly string[];
}

/** An image in a passage. */
export interface Image {
  readonly src: string;
  readonly alt: string;
  readonly width?: number;
  readonly height?: number;
}

/** Running text: white space in runs is one space, and a line break starts another of `lines`. */
export interface Passage {
  readonly text: string;
  readonly lines: readonly string[];
  /** Where it begins, from 1. */
  readonly line: number;
  /** The bold words it begins with; all of it where the whole is bold. */
  readonly lead: string;
  readonly links: readonly Link[];
  readonly images: readonly Image[];
}

/** A cell of a table; those of one that spans several places stand in each of them. */
export interface Cell extends Passage {
  readonly isHeader: boolean;
}

/** A table: every row has as many cells as the others. */
export interface Grid {
  readonly kind: 'table';
  readonly line: number;
  readonly caption: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** What a text says of itself outside of its sentences, with the line it says it on. */
export interface Meta {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

export type Block =
  | ({ readonly kind: 'heading'; readonly level: number } & Passage)
  | ({ readonly kind: 'text' } & Passage)
  | ({ readonly kind: 'item'; readonly isOrdered: boolean } & Passage)
  | Grid;

/** A text in its parts. */
export interface Article {
  readonly blocks: readonly Block[];
  readonly meta: readonly Meta[];
  /** Whether it is nested so deep that its end was left unread. */
  readonly isCut: boolean;
}

const invisible = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** The text without soft hyphens, spaces of no width and marks of direction. */
export const withoutInvisible = (text: string): string => text.replace(invisible, '');

const nowhere = { links: [], images: [], lead: '' };

/** A cell of plain text, such as one of a spreadsheet; each of its lines counts. */
export function cellOf(text: string, line: number): Cell {
  const lines = withoutInvisible(text)
    .split('\n')
    .map((part) => part.trim())
    .filter(Boolean);
  return { ...nowhere, text: lines.join(' '), lines, line, isHeader: false };
}

/** The cells of a grid with rows and columns exchanged. */
export const transposed = ({ rows, ...grid }: Grid): Grid => ({
  ...grid,
  rows: (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] as Cell)),
});

/** The longest text that is read, in characters: 512 Ki. No review is longer, and no form of it may keep a page waiting. */
export const maximumText = 2 ** 19;
/** As many lines, blocks or rows of one table as are read; what comes behind them is told and left out. */
export const maximumLines = 10_000;
export const maximumRows = 1000;
export const maximumTables = 100;
