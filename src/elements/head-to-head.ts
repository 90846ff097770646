/** The drawing of why one product beats another, wherever it stands. Leaves the arithmetic to the model. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Comparison, Product, Rubric } from '../model/comparison.js';
import type { Fraction } from '../model/exact.js';
import { compareProducts, type Difference, showDifferences } from '../model/head-to-head.js';
import { scoresByProduct } from '../model/rank.js';
import { type Contribution, type ProductScore, showWeights } from '../model/score.js';
import { publishedScores, rubricName } from './breakdown.js';
import type { Snapshot } from './context.js';
import type { Locale } from './strings.js';
import { isolate, remark } from './templates.js';

/** The half of a row that is a product's own: its score, and the bar that leaves the middle line to its side. */
const half = (text: unknown, width: number, isFirst: boolean): TemplateResult =>
  html`<td class=${isFirst ? 'first' : 'second'} role="cell"><div class="measure"><span class="value">${text}</span><svg class="bar" part="bar" aria-hidden="true"><rect x="${isFirst ? 100 - width : 0}%" width="${width}%" height="5" rx="2.5"></rect></svg></div></td>`;

const isScored = ({ score }: Contribution): boolean => score !== undefined;

/** Why a product leads, in words: what it gains and what it loses, what is equal and what is missing. */
function summary(
  differences: readonly Difference[],
  parts: readonly (string | undefined)[],
  names: { readonly a: string; readonly b: string },
  locale: Locale,
): string {
  const { from, signed, comma, equalOn, notScoredFor } = locale;
  const labels = (wanted: (difference: Difference) => unknown) =>
    differences
      .filter(wanted)
      .map(({ criterion }) => criterion.label)
      .join(comma);
  const changes = differences
    .map(({ exact, criterion }, index) => ({ exact, label: criterion.label, amount: Number(parts[index]) }))
    .filter(({ exact }) => exact?.n)
    .sort((one, other) => other.amount - one.amount)
    .map(({ amount, label }) => from(signed(amount), label));
  const same = labels(({ a, b, exact }) => a !== undefined && a === b && !exact?.n);
  const missing = (['a', 'b'] as const).map((side) => {
    const all = labels((difference) => difference[side] === undefined);
    return all && notScoredFor(all, names[side]);
  });
  return [changes.length && `${changes.join(comma)}.`, same && equalOn(same), ...missing].filter(Boolean).join(' ');
}

/** Whether products are two that can be set against each other: both scored on something. */
export const isHeadToHead = ({ ranking }: Snapshot, products: readonly Product[]): boolean =>
  products.length === 2 &&
  products.every((product) => scoresByProduct(ranking).get(product)?.contributions.some(isScored));

/**
 * Two products, the better one first: what each criterion adds to the gap, from a middle line to the side of the better
 * product. By the reader's weights where there are any, with the publisher's scores beside them.
 */
export function headToHead(
  comparison: Comparison,
  products: readonly Product[],
  { ranking, published, view }: Snapshot,
  locale: Locale,
): TemplateResult {
  const rubric = comparison.rubric as Rubric;
  const { number, signed } = locale;
  const isReaders = ranking !== published;
  const [one, other] = products.map((product) => scoresByProduct(ranking).get(product)) as [ProductScore, ProductScore];
  const isTurned = (one.rank ?? 0) > (other.rank ?? 0);
  const [first, second] = isTurned ? [other, one] : [one, other];
  const compared = compareProducts(
    comparison,
    first.product.id,
    second.product.id,
    isReaders ? view.weights : undefined,
  );
  const { a, b, gap, differences } = compared;
  const both: readonly ProductScore[] = [a, b];
  const shown = showDifferences(compared);
  const names = { a: a.product.name, b: b.product.name };
  const sizes = differences.map(({ exact }) => exact?.toNumber() ?? 0);
  const size = gap?.toNumber() ?? 0;
  const most = Math.max(size, ...sizes.map(Math.abs)) || 1;
  // A partial composite is over weights of its own.
  const weights = both.map(showWeights);
  const weightsOf = (index: number) => [
    ...new Set(weights.map((all) => (all[index] ? locale.percent(all[index]) : '—'))),
  ];
  const width = (amount: number) => (Math.max(0, amount) / most) * 100;
  const pair = (texts: readonly unknown[], amount: number) => [
    half(texts[0], width(amount), true),
    half(texts[1], width(-amount), false),
  ];
  // Each as it is by itself, as in a breakdown of its own: what is rounded says so.
  const places = shown?.total.split('.')[1]?.length ?? 0;
  const rounded = (exact: Fraction | undefined, text: string) => `${exact?.fits(places) ? '' : '≈ '}${text}`;
  const scoreOf = (value: number | undefined) =>
    value === undefined ? html`<span class="muted">${locale.notScored}</span>` : locale.scoreNumber(value);
  return html`<table class="versus" part="table" role="table">
      <caption part="caption">${
        shown
          ? html`<span part="lead">${size ? locale.leadsBy(names.a, rounded(gap, number(Number(shown.total) || size))) : locale.level(names.a, names.b)}</span>
            <span class="reasons" part="summary">${summary(differences, shown.parts, names, locale)}</span>`
          : both.map(({ composite, product: { name } }) =>
              composite
                ? nothing
                : html`${rubric.missing === 'unrated' || isReaders ? locale.noComposite(name) : locale.unscored(name)} `,
            )
      }${rubricName(rubric, isReaders, locale)}</caption>
      <thead role="rowgroup"><tr class="small" role="row">
        <th scope="col" role="columnheader">${locale.criterion}</th>
        <th scope="col" role="columnheader" class="weight">${locale.weight}</th>
        <th scope="col" role="columnheader" class="first">${isolate(names.a)}</th>
        <th scope="col" role="columnheader" class="second">${isolate(names.b)}</th>
        <th scope="col" role="columnheader" class="contribution">${locale.gap}</th>
      </tr></thead>
      <tbody role="rowgroup">${differences.map(({ criterion, a, b }, index) => {
        const text = shown?.parts[index];
        return html`<tr part="row" role="row">
          <th scope="row" role="rowheader">${isolate(criterion.label)}</th>
          <td class="weight" role="cell"><span class="muted">${weightsOf(index).join(' / ')}</span></td>
          ${pair([scoreOf(a), scoreOf(b)], sizes[index] as number)}
          <td class="contribution" part="difference" role="cell">${text ? signed(text) : '—'}</td>
        </tr>`;
      })}</tbody>
      ${
        shown
          ? html`<tfoot role="rowgroup"><tr role="row">
              <th scope="row" role="rowheader">${locale.total}</th>
              <td role="cell" class="weight"></td>
              ${pair(
                both.map(({ exact }) => rounded(exact, number(exact?.toFixed(places) ?? ''))),
                size,
              )}
              <td role="cell" class="contribution" part="total">${rounded(gap, signed(shown.total))}</td>
            </tr></tfoot>`
          : nothing
      }
    </table>
    ${both.map((score) => (score.partial ? html`<p>${isolate(score.product.name)}: ${remark(score, rubric, locale, true)}</p>` : nothing))}
    ${publishedScores(isReaders ? both.flatMap(({ product }) => scoresByProduct(published).get(product) ?? []) : [], rubric, locale)}
    ${shown && !shown.exact ? html`<p class="small">${locale.apportioned}</p>` : nothing}`;
}
