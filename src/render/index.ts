/** What `g6-comparison/render` gives: pages and comparisons as HTML that needs no script. Runs in Node. */
export type { Diagnostic } from '../model/diagnostic.js';
export { renderComparison } from './render-comparison.js';
export { type StyleOptions, stylesOf, type Tag, tags } from './render-element.js';
export { type RenderedDocument, type RenderedPage, type RenderOptions, renderPage } from './render-page.js';
export {
  type JsonLdOptions,
  type PlainOptions,
  writeJsonLd,
  writePlainHtml,
  writePlainMarkdown,
} from './write-plain.js';
