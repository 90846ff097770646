/** One element as its shadow tree in HTML. Leaves finding its comparison to `render-page.ts`. */
import type { CSSResult, PropertyValues } from 'lit';
import { G6Comparison } from '../elements/g6-comparison.js';
import { G6ComparisonTable } from '../elements/g6-comparison-table.js';
import { G6ProductCard } from '../elements/g6-product-card.js';
import { G6ScoreBreakdown } from '../elements/g6-score-breakdown.js';
import { G6ScoreWeights } from '../elements/g6-score-weights.js';
import type { ComparisonState } from '../elements/state.js';
import { aheadStyles } from './ahead-styles.js';
import { type WriteUrl, writeDrawing } from './write-drawing.js';

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

/** The shadow tree of an element with these attributes, as the template that a parser makes it of. */
export function renderElement(
  tag: Tag,
  attributes: { readonly [name: string]: string },
  state: ComparisonState,
  writeUrl: WriteUrl,
  { nonce, styleFolder }: StyleOptions,
): string {
  const element = elements[tag];
  // Makes Lit's accessors, as a registry does.
  const names = new Set(element.observedAttributes);
  const drawer = new element() as unknown as Drawer;
  for (const [name, value] of Object.entries(attributes)) if (names.has(name)) Reflect.set(drawer, name, value);
  drawer.id = attributes.id ?? '';
  drawer.comparison = state;
  drawer.willUpdate(new Map());
  const drawing = writeDrawing(drawer.render(), writeUrl);
  const styles =
    styleFolder === undefined
      ? `<style${nonce ? ` nonce="${nonce}"` : ''}>${stylesOf(tag)}</style>`
      : `<link rel="stylesheet" href="${styleFolder.replace(/\/?$/, `/${tag}.css`)}">`;
  return `<template shadowrootmode="open">${styles}${drawing}</template>`;
}
