/**
 * What is wrong in a document, in the console: that is where authors look, and readers never do. Leaves the page to
 * `audit-panel.ts`.
 */
import type { Diagnostic } from '../model/diagnostic.js';

// More than anybody reads there, and a console takes its time for each.
const most = 100;

const said = new Set<string>();

/**
 * Says every diagnostic in one folded group, once for as many elements as are given the same document; nothing where
 * there is none. Never as an error or a warning: those are counted as faults of the page, which works. `where` names
 * the document.
 */
export function tellAuthor(where: string, diagnostics: readonly Diagnostic[]): void {
  const lines = diagnostics
    .slice(0, most)
    .map(({ severity, code, path, message }) => `${severity} ${code}${path && ` at ${path}`}: ${message}`);
  const { length } = diagnostics;
  const title = `g6-comparison: ${where}, remarks: ${length}`;
  const text = [title, ...lines].join('\n');
  // What a server said would stand in what it writes.
  if (!length || said.has(text) || !globalThis.document) return;
  said.add(text);
  console.groupCollapsed(title);
  for (const line of lines) console.info(line);
  if (length > most) console.info(`The audit attribute lists the other ${length - most} too.`);
  console.groupEnd();
}
