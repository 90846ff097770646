/** The drawing of a breakdown, wherever one stands, in its three views. Leaves the arithmetic to the model. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Product, Rubric } from '../model/comparison.js';
import { type ProductScore, showContributions, showWeights } from '../model/score.js';
import { roomForWords } from './breakdown-styles.js';
import { reasonOf } from './child-breakdown.js';
import { sourceList } from './sources.js';
import type { Locale } from './strings.js';
import { bar, compositeText, isolate, remark, spoken } from './templates.js';

/** How a breakdown is drawn: bars of the contributions, each from where the last one ends; an area; bars of the scores. */
export type BreakdownView = 'bars' | 'area' | 'table';

/** The slot for what the page's own table holds of a criterion, where that is more than a text. */
type SlotOf = (product: Product, cell: string) => unknown;

/** Where a value stands on a scale, in per cent. */
const place = (value: number, { min, max }: Rubric['scale']): number => ((value - min) / (max - min)) * 100;

/** A bar from one value to another; what a partial score could still be is outlined on it. */
function stretch(from: number, to: number, scale: Rubric['scale'], { partial }: Partial<ProductScore>): TemplateResult {
  const [start, end, low, high] = [from, to, partial?.lowest.toNumber() ?? 0, partial?.highest.toNumber() ?? 0].map(
    (value) => place(value, scale),
  ) as [number, number, number, number];
  return html`<svg class="bar" part="bar" aria-hidden="true"><rect width="100%" height="5" rx="2.5"></rect><rect x="${start}%" width="${Math.max(0, end - start)}%" height="5" rx="2.5"></rect><rect class="open" x="${low}%" width="${high - low}%" y="-2.5" height="10" rx="2.5"></rect></svg>`;
}

/** What a criterion's score rests on, behind a disclosure; nothing where nothing is said. */
function reason(
  { product }: ProductScore,
  { id, label }: Rubric['criteria'][number],
  locale: Locale,
  slotOf: SlotOf | undefined,
): unknown {
  const { note, sources } = product.scores[id] ?? {};
  return note || sources?.length
    ? html`<tr class="why" role="row"><td role="cell" colspan="4"><details part="why">
        <summary class="small">${locale.why}<span class="hidden">: ${label}</span></summary>
        ${note ? html`<p>${slotOf?.(product, reasonOf(id)) ?? isolate(note)}</p>` : nothing}${sourceList(sources)}
      </details></td></tr>`
    : nothing;
}

/** Columns as wide as the weight and as high as the score; what was not scored is outlined. The table has the numbers. */
function area({ contributions }: ProductScore, { scale }: Rubric, { number, scoreNumber }: Locale): TemplateResult {
  const columns = contributions
    .map((part, index) => ({ ...part, key: index + 1, share: part.weight.toNumber() * 100 }))
    .filter(({ share }) => share);
  return html`<tr role="none" aria-hidden="true"><td colspan="4"><table class="columns" part="area" role="none">
      ${columns.map(({ share }) => html`<colgroup><col width="${share}%"></colgroup>`)}
      <tbody><tr>${columns.map(({ key, criterion: { label }, score }) => {
        const height = score === undefined ? 100 : place(score, scale);
        const longest = Math.max(...label.split(/[\s\-–/]+/).map((word) => word.length));
        return html`<td><svg width="100%" height="160"><rect width="100%" height="100%"></rect><rect class=${score === undefined ? 'open' : nothing} y="${100 - height}%" width="100%" height="${height}%"></rect></svg>
          <div class="key"><b>${score === undefined ? html`&mdash;` : scoreNumber(score)}</b><span class="number">${number(key)}</span><span class="name word-${roomForWords.find(([letters]) => longest <= letters)?.[0]}">${isolate(label)}</span></div></td>`;
      })}</tr></tbody>
    </table></td></tr>`;
}

/** The publisher's own scores, beside the reader's, with the names of the products where there are several. */
export function publishedScores(scores: readonly ProductScore[], rubric: Rubric, locale: Locale): unknown {
  const { number, outOf, notScored } = locale;
  const one = (score: ProductScore, index: number) => {
    const text = score.composite && number(score.composite);
    return html`${index ? ' · ' : ''}${scores[1] ? html`${isolate(score.product.name)} ` : nothing}${
      text
        ? html`${spoken(outOf(text, number(rubric.scale.max)), text)} ${remark(score, rubric, locale, false)}`
        : notScored
    }`;
  };
  return scores.length ? html`<p part="published">${locale.publishedScore}${scores.map(one)}</p>` : nothing;
}

/** What the scores are called, and by whose weights they are. */
export const rubricName = ({ name }: Rubric, isReaders: boolean, locale: Locale): TemplateResult =>
  html`<span class="small">${isolate(name ?? locale.score)}${isReaders ? html` &middot; <b part="weights">${locale.yourWeights}</b>` : nothing}</span>`;

/**
 * The sum as a table, and the composite that it rounds to. `published` is the same product's score by the publisher's
 * weights, where the breakdown is by the reader's; `slotOf` has what the page's own table holds of it.
 */
export function breakdown(
  score: ProductScore,
  rubric: Rubric,
  locale: Locale,
  published?: ProductScore,
  view: BreakdownView = 'table',
  slotOf?: SlotOf,
): TemplateResult {
  const { product, contributions, composite, partial, exact } = score;
  const { scale } = rubric;
  const { criterion, weight, notScored, contribution, total, number } = locale;
  const shown = showContributions(score);
  const weights = showWeights(score);
  const isBars = view === 'bars';
  const scoreClass = view === 'table' ? 'score' : 'weight';
  const contributionClass = isBars ? 'score' : 'contribution';
  const measure = (drawing: unknown, text: string) =>
    html`<div class="measure">${drawing}<span class="value">${text}</span></div>`;
  let end = scale.min;
  const rows = contributions.map((part, index) => {
    const start = end;
    const text = shown?.parts[index];
    if (part.exact)
      end += (part.weight.toNumber() / (partial?.share.toNumber() ?? 1)) * ((part.score ?? 0) - scale.min);
    const given = part.score === undefined ? '' : locale.scoreNumber(part.score);
    return html`<tr part="row" role="row">
      <th scope="row" role="rowheader">${view === 'area' ? html`<span class="muted" aria-hidden="true">${number(index + 1)}</span> ` : nothing}${slotOf?.(product, part.criterion.id) ?? isolate(part.criterion.label)}</th>
      <td class="weight" role="cell"><span class="muted">${weights[index] ? locale.percent(weights[index]) : '—'}</span></td>
      <td class=${scoreClass} role="cell">${
        part.score === undefined
          ? html`<span class="muted">${notScored}</span>`
          : view === 'table'
            ? measure(bar(part.score, scale), given)
            : given
      }</td>
      <td class=${contributionClass} part="contribution" role="cell">${
        text ? (isBars ? measure(stretch(start, end, scale, {}), number(text)) : number(text)) : '—'
      }</td>
    </tr>${reason(score, part.criterion, locale, slotOf)}`;
  });
  const sum = shown && `${shown.exact || exact?.fits(2) ? '' : '≈ '}${number(shown.total)}`;
  // A space has the line that the bar stands on.
  const whole = (text = '\u00a0') => measure(stretch(scale.min, exact?.toNumber() ?? 0, scale, score), text);
  return html`<table part="table" class=${view} role="table">
      <caption part="caption">${isolate(product.name)}${rubricName(rubric, !!published, locale)}</caption>
      <thead role="rowgroup">${view === 'area' ? area(score, rubric, locale) : nothing}<tr class="small" role="row">
        <th scope="col" role="columnheader">${criterion}</th>
        <th scope="col" role="columnheader" class="weight">${weight}</th>
        <th scope="col" role="columnheader" class=${scoreClass}>${locale.score}</th>
        <th scope="col" role="columnheader" class=${contributionClass}>${contribution}</th>
      </tr></thead>
      <tbody role="rowgroup">${rows}</tbody>
      ${
        sum
          ? html`<tfoot role="rowgroup"><tr role="row">
              <th scope="row" role="rowheader">${total}</th>
              <td role="cell" class="weight"></td><td role="cell" class=${scoreClass}>${partial && view === 'table' ? whole() : nothing}</td>
              <td role="cell" class=${contributionClass} part="total">${isBars ? whole(sum) : sum}</td>
            </tr></tfoot>`
          : nothing
      }
    </table>
    <p class="composite" part="composite">${
      composite
        ? html`<span class="hidden">${locale.composite}</span>${compositeText(composite, score, rubric, locale, true)}`
        : rubric.missing === 'unrated' || published?.composite
          ? locale.noComposite(product.name)
          : locale.unscored(product.name)
    }</p>
    ${publishedScores(published ? [published] : [], rubric, locale)}
    ${shown && !shown.exact ? html`<p class="small">${locale.apportioned}</p>` : nothing}
    ${
      product.sources?.length
        ? html`<details part="sources"><summary class="small">${locale.sources}</summary>${sourceList(product.sources)}</details>`
        : nothing
    }`;
}
