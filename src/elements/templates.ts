/** What several elements draw alike: bars, names, scores, and what stands in for a comparison that is not there. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Comparison, Rubric } from '../model/comparison.js';
import { Fraction } from '../model/exact.js';
import { placesGained } from '../model/rank.js';
import { bandOf, type Partial, type ProductScore } from '../model/score.js';
import { aheadIn } from './adopt.js';
import { auditPanel } from './audit-panel.js';
import type { Snapshot } from './context.js';
import type { Locale } from './strings.js';

/** What drawing anything of a comparison needs to know. */
export interface Drawing {
  readonly comparison: Comparison;
  readonly locale: Locale;
}

/** A bar on a full-scale track; hidden from assistive technology, which has the number. */
export function bar(value: number, { min, max }: Rubric['scale']): TemplateResult {
  // Percentages as SVG attributes: no content security policy forbids them, as some do styles.
  return html`<svg class="bar" part="bar" aria-hidden="true"><rect width="100%" height="5" rx="2.5"></rect><rect width="${((value - min) / (max - min)) * 100}%" height="5" rx="2.5"></rect></svg>`;
}

/** Text set apart from the direction of what surrounds it. */
export const isolate = (text: string): TemplateResult => html`<bdi>${text}</bdi>`;

/** Text for the eye only, and the words that assistive technology has instead. */
export const spoken = (words: string, shown: unknown): TemplateResult =>
  html`<span class="hidden">${words}</span> <span aria-hidden="true">${shown}</span>`;

/** What the page itself holds, in the place of a text. */
export const slotted = (name: string | undefined): TemplateResult | undefined =>
  name ? html`<bdi><slot name=${name}></slot></bdi>` : undefined;

/** A link where there is an address, else the text alone. */
export const link = (text: string, url: string | undefined, part: string): TemplateResult =>
  url ? html`<a part=${part} class=${text === url ? 'bare' : nothing} href=${url}>${isolate(text)}</a>` : isolate(text);

/** A score's numeral; its scale is said, not shown. */
export const numeral = (
  text: string,
  { scale }: Rubric,
  { number, outOf }: Locale,
  isPartial = false,
): TemplateResult =>
  spoken(
    outOf(text, number(scale.max)),
    html`<span class="numeral ${isPartial ? 'partial' : ''}" part="score">${text}</span>`,
  );

/** A product's place, said to be one. */
export const placeMark = (rank: number, { rank: words, number }: Locale): TemplateResult =>
  spoken(words(number(rank)), number(rank));

const hundred = new Fraction(100n, 1n);

/** The share of the weight that a partial composite rests on: neither none of it nor all. */
export function shareOf({ share }: Partial, { percent }: Locale): string {
  const texts = [0, 1, 2, 3].map((places) => share.times(hundred).toFixed(places));
  return percent(texts.find((text) => Number(text) > 0 && Number(text) < 100) ?? texts.at(-1) ?? '');
}

/** What stands beside a composite: the band's words, or what a partial one rests on, at length if `isLong`. */
export function remark(score: ProductScore, rubric: Rubric, locale: Locale, isLong: boolean): unknown {
  const { partial } = score;
  if (!partial) {
    const band = bandOf(score, rubric);
    return band ? html`<span class="small" part="band">${isolate(band.label)}</span>` : nothing;
  }
  const share = shareOf(partial, locale);
  const [lowest = '', highest = ''] = [partial.lowest, partial.highest].map((end) =>
    locale.number(end.toFixed(rubric.decimals)),
  );
  return html`<span class="small" part="partial">${isLong ? locale.partialNote(share, lowest, highest) : locale.partial(share)}</span>`;
}

/** A composite with its scale, and with what stands beside it. */
export const compositeText = (
  composite: string,
  score: ProductScore,
  rubric: Rubric,
  locale: Locale,
  isLong: boolean,
): TemplateResult =>
  html`${numeral(locale.number(composite), rubric, locale, !!score.partial)}
    <span class="muted" aria-hidden="true">/ ${locale.number(rubric.scale.max)}</span> ${remark(score, rubric, locale, isLong)}`;

/** Who is named as the maker of the scores: the house, else the writer. */
export const signerOf = ({ publisher, author }: Comparison): Pick<Comparison, 'publisher' | 'author'> =>
  publisher?.name ? { publisher } : author ? { author } : {};

/** Who made the scores, when, and how; names and dates keep their own direction. */
export function byline(comparison: Comparison, locale: Locale): unknown {
  const { updated, rubric } = comparison;
  const { publisher, author = publisher } = signerOf(comparison);
  const parts = [
    rubric && author?.name && html`${locale.scoresBy} ${link(author.name, author.url, 'link')}`,
    updated && html`${locale.updated} ${isolate(locale.date(updated))}`,
    rubric?.url && link(locale.howScored, rubric.url, 'link'),
  ].filter(Boolean);
  return parts.length
    ? html`<p class="small" part="footer"><span dir="auto">${parts.map((part, index) => [index ? ' · ' : '', part])}</span></p>`
    : nothing;
}

/** How many places a product has gained or lost against the publisher's ranking; empty for none. */
export function movedMark(score: ProductScore, before: ProductScore | undefined, locale: Locale): unknown {
  const gained = placesGained(score, before);
  if (!gained) return nothing;
  const places = Math.abs(gained);
  const count = locale.number(places);
  return html`<span class="small ${gained > 0 ? 'gained' : ''}" part="moved">${
    gained > 0
      ? spoken(locale.gained(count, places), html`&#9650;${count}`)
      : spoken(locale.lost(count, places), html`&#9660;${count}`)
  }</span>`;
}

/** The publisher's score, named as such, for beside a reader's; nothing where there is none. */
export function publisherScore(score: ProductScore | undefined, locale: Locale): unknown {
  const { composite, partial } = score ?? {};
  if (!composite) return nothing;
  const text = locale.number(composite) + (partial ? ` (${locale.partial(shareOf(partial, locale))})` : '');
  return html`<span class="small" part="publisher-score">${locale.byPublisher(text)}</span>`;
}

/** What is shown while there is no comparison: the page's own fallback, else quiet lines; what went wrong, and a retry. */
export function standIn(host: Element & { audit?: unknown }, snapshot: Snapshot, locale: Locale): unknown {
  const { status, error, retry } = snapshot;
  // What was rendered ahead, with a style sheet of its own, stays until there is something to compare it with.
  if (!error && aheadIn(host.shadowRoot)) return nothing;
  // What there is to compare may be further down the page.
  const isLoading = status === 'loading' || (status === 'empty' && globalThis.document?.readyState === 'loading');
  const hasFallback = host.querySelector?.(':scope > :not(script, style, template, [slot])');
  return html`<div class="root" part="root" lang=${locale.language || nothing} aria-busy=${isLoading}>
    <p class=${isLoading ? 'hidden' : ''} part="message" role="status">${isLoading ? locale.loading : error ? html`${locale.failed} <span lang="en">${error.message}</span>` : locale.empty}</p>
    ${retry ? html`<button part="retry" type="button" @click=${retry}>${locale.retry}</button>` : nothing}
    <slot></slot>
    ${isLoading && !hasFallback ? [1, 2, 3, 4, 5].map(() => html`<div class="lines"></div>`) : nothing}
    ${auditPanel(host, snapshot, locale)}
  </div>`;
}
