/** Plain HTML and Markdown of a comparison, for every command that writes them. Leaves what they say to `src/render`. */
import type { Comparison } from '../model/comparison.js';
import type { PlainOptions } from '../render/index.js';

export const plainForms = ['html', 'markdown'] as const;
export type PlainForm = (typeof plainForms)[number];

/** A comparison in a plain form, in the words of its language. */
export async function writePlain(comparison: Comparison, as: PlainForm, options: PlainOptions): Promise<string> {
  // No page brings words of its own.
  await import('../render/words.js');
  // Drawing takes Lit, which few commands have to load.
  const { writePlainHtml, writePlainMarkdown } = await import('../render/index.js');
  return as === 'html' ? writePlainHtml(comparison, options) : writePlainMarkdown(comparison, options);
}
