/**
 * What stands in an element that was rendered ahead for who has neither its shadow tree nor the script: old browsers,
 * readers of feeds, whoever turns pages into text. Nobody else sees it. Leaves its words to `plain-comparison.ts`.
 */
import { priceDate } from '../elements/price-moment.js';
import type { ComparisonState } from '../elements/state.js';
import { type PageElement, plainAttribute } from './page-elements.js';
import { type PlainWishes, plainPart } from './plain-comparison.js';
import { plainHtml } from './plain-html.js';
import type { Tag } from './render-element.js';
import type { WriteUrl } from './write-drawing.js';

const parts: { readonly [tag in Tag]?: Parameters<typeof plainPart>[1] } = {
  'g6-comparison-table': 'ranking',
  'g6-product-card': 'cards',
  'g6-score-breakdown': 'breakdowns',
};

// More rows than anybody reads there.
const mostRows = 50;

/** A plain form of what an element shows; empty for elements that their author has given something else to show. */
export function fallbackOf(
  { tag, attributes, hasFallback, isInParagraph }: PageElement,
  { snapshot }: ComparisonState,
  writeUrl: WriteUrl,
): string {
  const { comparison } = snapshot;
  const part = parts[tag];
  // A paragraph would end before it, and the element with it.
  if (!comparison || !part || hasFallback || isInParagraph) return '';
  const ids = attributes.product?.match(/[^\s,]+/g);
  const wishes: PlainWishes = {
    date: priceDate(snapshot, attributes['price-max-age']),
    linkParams: attributes['link-params'],
    columns: part === 'ranking' ? attributes.columns : undefined,
    limit: mostRows,
    heading: (Number(attributes.heading) || 3) - 1,
  };
  const document = plainPart(comparison, part, ({ id }) => part === 'ranking' || (ids?.includes(id) ?? true), wishes);
  return document.blocks.length
    ? plainHtml(document, writeUrl).trim().replace('<article', `<article ${plainAttribute}=""`)
    : '';
}
