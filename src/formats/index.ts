/** Every public name of `g6-comparison/import`: pure functions that run in Node as in a browser. */
export { readArticle } from './article.js';
export { readCsv } from './csv.js';
export type { ArticleDiagnostic, ImportCode } from './diagnostic.js';
export type { DocumentJson, ImportOptions, ImportResult } from './draft.js';
export { readText, type TextResult } from './read-text.js';
export { formatOf, type TextFormat } from './text-format.js';
export { writeCsv } from './write-csv.js';
export { writeHtml } from './write-html.js';
export { writeMarkdown } from './write-markdown.js';
export {
  type ElementSnippet,
  type FrameSnippet,
  type SnippetElement,
  type SnippetOptions,
  type SnippetScript,
  writeSnippet,
} from './write-snippet.js';
