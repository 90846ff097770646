/** A comparison as a piece of a page, for whoever makes pages of documents. Leaves the rendering to `render-page.ts`. */
import { scriptText } from '../json-ld/script-text.js';
import { type RenderedPage, type RenderOptions, renderPage } from './render-page.js';

/**
 * A document, parsed or as JSON text, as HTML to put into a page: a scope that holds it, with these elements, and whatever
 * stands between them, rendered ahead.
 */
export function renderComparison(
  document: unknown,
  content = '<g6-comparison-table></g6-comparison-table>',
  options: RenderOptions = {},
): Promise<RenderedPage> {
  const json = typeof document === 'string' ? document.replaceAll('<', '\\u003c') : scriptText(document);
  return renderPage(
    `<g6-comparison><script type="application/json">${json}</script>${content}</g6-comparison>`,
    options,
  );
}
