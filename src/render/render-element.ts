/** One element as its shadow tree in HTML. Leaves finding its comparison to `render-page.ts`. */
import type { CSSResult, PropertyValues } from 'lit';
import { G6Comparison } from '../elements/g6-comparison.js';
import { G6ComparisonTable } from '../elements/g6-comparison-table.js';
import { G6ProductCard } from '../elements/g6-product-card.js';
import { G6ScoreBreakdown } from '../elements/g6-score-breakdown.js';
import { G6ScoreWeights } from '../elements/g6-score-weights.js';
import { linksDrawn } from '../elements/link-children.js';
import { type PageLink, slotPrefix } from '../elements/page-links.js';
import type { ComparisonState } from '../elements/state.js';
import { type Locale, localeFor } from '../elements/strings.js';
import { aheadStyles } from './ahead-styles.js';
import { safe, type WriteUrl, writeDrawing } from './write-drawing.js';

/** What the elements are by their tags. */
const elements = {
  'g6-comparison': G6Comparison,
  'g6-comparison-table': G6ComparisonTable,
  'g6-score-breakdown': G6ScoreBreakdown,
  'g6-score-weights': G6ScoreWeights,
  'g6-product-card': G6ProductCard,
} as const;

export type Tag = keyof typeof elements;

/** The tags of the elements that can be rendered. */
export const tags = Object.keys(elements) as readonly Tag[];

export const isTag = (name: string): name is Tag => Object.hasOwn(elements, name);

/** How the style sheet of an element comes with it. */
export interface StyleOptions {
  /** The `nonce` of the style elements, for pages whose policy asks for one. */
  readonly nonce?: string | undefined;
  /** A folder with the style sheets as files, `g6-comparison-table.css` and so on; instead of style elements. */
  readonly styleFolder?: string | undefined;
}

/** The style sheet of an element that is rendered ahead, see `StyleOptions`. */
export const stylesOf = (tag: Tag): string => `${(elements[tag].styles as CSSResult).cssText}${aheadStyles(tag)}`;

/** What a server does with an element: gives it what it is to show, and has it draw once. */
interface Drawer {
  id: string;
  comparison: unknown;
  willUpdate(changed: PropertyValues): void;
  render(): unknown;
}

/** What an element draws of a comparison, and its links in the page. */
interface Drawn {
  readonly tree: string;
  readonly links: readonly PageLink[];
}

/** An attribute of an element, as the name of its property. */
function propertyOf(tag: Tag, attribute: string): string | undefined {
  const properties: { readonly [name: string]: { readonly attribute?: string | boolean } } = elements[tag].properties;
  return Object.entries(properties).find(([name, option]) => (option.attribute ?? name) === attribute)?.[0];
}

function draw(
  tag: Tag,
  attributes: { readonly [name: string]: string },
  state: ComparisonState,
  writeUrl: WriteUrl,
): Drawn {
  const element = elements[tag];
  // Asking makes Lit's accessors, as a registry does.
  const names = new Set(element.observedAttributes);
  const drawer = new element() as unknown as Drawer;
  for (const [name, value] of Object.entries(attributes))
    if (names.has(name)) Reflect.set(drawer, propertyOf(tag, name) ?? name, value);
  drawer.id = attributes.id ?? '';
  drawer.comparison = state;
  drawer.willUpdate(new Map());
  return { tree: writeDrawing(drawer.render(), writeUrl), links: linksDrawn(drawer) };
}

/** Words for where there are no shadow trees; no shadow tree has a place for them. */
const aside = (text: string, lang?: string): string =>
  `<small slot="${slotPrefix}paid"${lang ? ` lang="${safe(lang)}"` : ''}> ${safe(text)} </small>`;

/** A link as it stands in the page, apart from the next one; if it is paid it says so wherever it is read. */
function writeLink({ attributes, text }: PageLink, { paidLink }: Locale, writeUrl: WriteUrl): string {
  const written = Object.entries({ ...attributes, href: writeUrl(attributes.href) })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${safe(value)}"`);
  return `<a${written.join('')}>${safe(text)}</a>${attributes.rel ? aside(`(${paidLink}) ·`, attributes.lang) : aside('·')}`;
}

/**
 * A drawing with the words of the buttons in headers by themselves, too: what a hidden button says names no column. In the
 * place of the buttons, if `isStill`.
 */
const named = (tree: string, isStill: boolean): string =>
  tree.replace(/<button part="sort-button"[^>]*>(.*?)<svg.*?<\/button>/gs, (button, words) =>
    isStill ? `<div class="words">${words}</div>` : `<noscript><div class="words">${words}</div></noscript>${button}`,
  );

/**
 * What comes into an element with these attributes: its shadow tree, as the template that a parser makes it of, what is
 * shown where there are no shadow trees, and its links.
 */
export function renderElement(
  tag: Tag,
  attributes: { readonly [name: string]: string },
  state: ComparisonState,
  fallback: string,
  writeUrl: WriteUrl,
  { nonce, styleFolder }: StyleOptions,
): string {
  const styles =
    styleFolder === undefined
      ? `<style${nonce ? ` nonce="${safe(nonce)}"` : ''}>${stylesOf(tag)}</style>`
      : `<link rel="stylesheet" href="${safe(styleFolder.replace(/\/?$/, `/${tag}.css`))}">`;
  const drawn = draw(tag, attributes, state, writeUrl);
  // Who reads without a script cannot ask for the rest.
  const isCut = tag === 'g6-comparison-table' && ('limit' in attributes || attributes.layout === 'matrix');
  const whole = isCut ? draw(tag, { ...attributes, limit: `${Number.MAX_SAFE_INTEGER}` }, state, writeUrl) : drawn;
  const rest = whole.tree === drawn.tree ? '' : `<noscript>${named(whole.tree, true)}</noscript>`;
  const { disclosure, language } = state.snapshot.comparison ?? {};
  const locale = localeFor(language);
  const links = whole.links.map((link) => writeLink(link, locale, writeUrl));
  const said = disclosure ? aside(disclosure, language) : aside(locale.disclosure, locale.language);
  const paid = whole.links.some(({ attributes }) => attributes.rel) ? said : '';
  return `<template shadowrootmode="open">${styles}${rest}${named(drawn.tree, false)}</template>${fallback}${paid}${links.join('')}`;
}
