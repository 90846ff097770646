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

const nowhere = { links: [], images: [], lead: '' };

/** A cell of plain text, such as one of a spreadsheet; each of its lines counts. */
export function cellOf(text: string, line: number): Cell {
  const lines = text
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
