/**
 * Where in the HTML of a page its elements stand, and what they are given there, by the rules of the elements' own
 * `source.ts`. Reads tags as they come; the page's text stays as it is, to the letter. Leaves drawing to
 * `render-element.ts`.
 */
import { Parser } from 'htmlparser2';
import { slotPrefix } from '../elements/page-links.js';
import { isTag, type Tag } from './render-element.js';

/** A stretch of the page's text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface PageElement {
  readonly tag: Tag;
  readonly attributes: { readonly [name: string]: string };
  /** Where its children begin. */
  readonly inside: number;
  /** The nearest `lang`. */
  readonly language: string | undefined;
  /** The scope around it. */
  readonly scope: PageElement | undefined;
  /** The text of a JSON child. */
  json: string | undefined;
  /** Whether a table child is its comparison, unless something else is. */
  hasTable: boolean;
  /** Whether it holds anything for who has neither the script nor shadow trees. */
  hasFallback: boolean;
  /** Whether it stands in a paragraph, which can hold no more than lines of text. */
  readonly isInParagraph: boolean;
  /** What an earlier rendering has put into it. */
  readonly rendered: Stretch[];
}

export interface Page {
  readonly elements: readonly PageElement[];
  /** What addresses are relative to, where the page says so. */
  readonly base: string | undefined;
}

/**
 * The attributes of what is put into a page, beside the shadow trees: a document's text, what search engines read, and
 * what stands for an element where there are no shadow trees.
 */
export const inlineAttribute = 'data-g6-src';
export const dataAttribute = 'data-g6-of';
export const plainAttribute = 'data-g6-plain';

interface Open {
  readonly name: string;
  readonly start: number;
  readonly language: string | undefined;
  readonly element: PageElement | undefined;
  /** The element that this is a child of, what a CMS wraps children in left out. */
  readonly parent: PageElement | undefined;
  readonly scope: PageElement | undefined;
  readonly isInert: boolean;
  readonly isInParagraph: boolean;
  readonly isJson: boolean;
  readonly isRendered: boolean;
}

const wrappers = new Set(['p', 'figure']);

/** The elements of a page or a part of one, in their order. */
export function readPage(html: string): Page {
  const elements: PageElement[] = [];
  const open: Open[] = [];
  let base: string | undefined;
  let text = '';

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const around = open.at(-1);
        const { lang, type = '' } = attributes;
        const language = lang || around?.language;
        const host = around?.element ?? (around && wrappers.has(around.name) ? around.parent : undefined);
        const isDirect = !!around?.element;
        const isInParagraph = name === 'p' || !!around?.isInParagraph;
        const isOurs =
          ['shadowrootmode', inlineAttribute, dataAttribute, plainAttribute].some((known) => known in attributes) ||
          !!attributes.slot?.startsWith(slotPrefix);
        const isRendered = isDirect && isOurs;
        if (name === 'base') base ??= attributes.href;
        const element: PageElement | undefined =
          isTag(name) && !around?.isInert
            ? {
                tag: name,
                attributes,
                inside: parser.endIndex + 1,
                language,
                scope: around?.scope,
                json: undefined,
                hasTable: false,
                hasFallback: false,
                isInParagraph,
                rendered: [],
              }
            : undefined;
        if (element) elements.push(element);
        if (host && !isRendered) {
          if (name === 'table') host.hasTable = true;
          if (isDirect && !/^(script|style|template)$/.test(name) && !attributes.slot) host.hasFallback = true;
        }
        text = '';
        open.push({
          name,
          start: parser.startIndex,
          language,
          element,
          parent: host,
          scope: element?.tag === 'g6-comparison' ? element : around?.scope,
          isInert: !!around?.isInert || name === 'template',
          isInParagraph,
          isJson: !!host && name === 'script' && /^application\/json\u201d?$/i.test(type) && !isOurs,
          isRendered,
        });
      },
      ontext(part) {
        text += part;
        const { element } = open.at(-1) ?? {};
        if (element && part.trim()) element.hasFallback = true;
      },
      onclosetag() {
        const closed = open.pop();
        if (closed?.isJson && closed.parent) closed.parent.json ??= text;
        if (closed?.isRendered) closed.parent?.rendered.push({ start: closed.start, end: parser.endIndex + 1 });
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return { elements, base };
}
