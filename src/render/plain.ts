/**
 * A document of few means: headings, paragraphs, lists, tables, links. Every mail program, feed reader and system that
 * strips the rest has them. Leaves what it says to `plain-comparison.ts`, and its marks to `plain-html.ts` and
 * `plain-markdown.ts`.
 */

/** Words of the language, or a part of a line; a list is one after the other. */
export type Inline = string | Data | Strong | Small | Link | Break | readonly Inline[];

/** A text of the document's author, which may be anything. */
export interface Data {
  readonly data: string;
}

export interface Strong {
  readonly strong: Inline;
}

export interface Small {
  readonly small: Inline;
}

export interface Link {
  readonly link: Inline;
  /** An http or https address. */
  readonly url: string;
  readonly rel?: string | undefined;
}

/** Where a line ends within a cell. */
export interface Break {
  readonly isBreak: true;
}

export interface Cell {
  readonly content: Inline;
  /** Whether it is of numbers, which stand below one another. */
  readonly isNumber?: boolean;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly content: Inline }
  | { readonly kind: 'text' | 'small'; readonly content: Inline }
  | { readonly kind: 'list'; readonly items: readonly Inline[] }
  | {
      readonly kind: 'image';
      readonly src: string;
      readonly alt: string;
      readonly width?: number | undefined;
      readonly height?: number | undefined;
    }
  | {
      readonly kind: 'table';
      readonly caption: Inline;
      readonly head: readonly Cell[];
      /** The first cell of each names the row. */
      readonly rows: readonly (readonly Cell[])[];
      /** Sums. */
      readonly foot: readonly (readonly Cell[])[];
    };

export interface PlainDocument {
  /** The BCP 47 tag of the words; absent where nobody has named a language. */
  readonly language: string | undefined;
  /** That of the author's texts, where it is another one. */
  readonly dataLanguage: string | undefined;
  readonly direction: 'ltr' | 'rtl';
  readonly blocks: readonly Block[];
}

/** Where a line ends within a cell. */
export const lineBreak: Break = { isBreak: true };

/** A text of the author's; nothing for none. */
export const data = (text: string | undefined): Inline => (text ? { data: text } : []);

/** Parts with something between them; those that are empty are left out. */
export function joined(parts: readonly Inline[], separator: Inline): Inline {
  const there = parts.filter((part) => !isEmpty(part));
  return there.flatMap((part, index) => (index ? [separator, part] : [part]));
}

/** Whether a part says nothing. */
export const isEmpty = (part: Inline): boolean =>
  typeof part === 'string' ? !part : Array.isArray(part) ? part.every(isEmpty) : false;

/** The scripts that are written from right to left, as those of ISO 15924 that are in use. */
const rightToLeft =
  /[\p{Script=Arab}\p{Script=Hebr}\p{Script=Syrc}\p{Script=Thaa}\p{Script=Nkoo}\p{Script=Adlm}\p{Script=Rohg}]/u;

/** The direction of a language, by the script that it is usually written in. */
export const directionOf = (language: string | undefined): PlainDocument['direction'] =>
  /^(Arab|Hebr|Syrc|Thaa|Nkoo|Adlm|Rohg)$/.test(new Intl.Locale(language ?? 'en').maximize().script ?? '')
    ? 'rtl'
    : 'ltr';

/** Whether a text has to stand apart, so that nothing around it changes places with a part of it. */
export const isApart = (text: string, direction: PlainDocument['direction']): boolean =>
  direction === 'rtl' || rightToLeft.test(text);
