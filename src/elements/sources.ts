/** What scores and products rest on, as a list of citations with links. Leaves making them to the model's `citation.ts`. */
import { html, nothing, type TemplateResult } from 'lit';
import { cite } from '../model/citation.js';
import type { Source } from '../model/document.js';
import { isolate } from './templates.js';

/** What a source is called, and where it is read. */
function source(given: Source): TemplateResult {
  const { title, facts, links } = cite(given);
  const parts = [
    title && isolate(title),
    ...links.map(({ text, url }) => html`<a part="source" href=${url}>${isolate(text)}</a>`),
    ...facts.map(isolate),
  ].filter(Boolean);
  return html`<li>${parts.map((part, index) => [index ? ' · ' : '', part])}</li>`;
}

/** The list; nothing where there is no source. */
export const sourceList = (sources: readonly Source[] = []): unknown =>
  sources.length ? html`<ul role="list">${sources.map(source)}</ul>` : nothing;
