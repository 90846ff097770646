/** The drawing of a breakdown, wherever one stands. Leaves the arithmetic to the model. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Rubric } from '../model/comparison.js';
import { type ProductScore, showContributions, showWeights } from '../model/score.js';
import type { Locale } from './strings.js';
import { bar, isolate, numeral, remark } from './templates.js';

/** The sum as a table, and the composite that it rounds to. */
export function breakdown(score: ProductScore, rubric: Rubric, locale: Locale): TemplateResult {
  const { product, contributions, composite, partial } = score;
  const { criterion, weight, notScored, contribution, total, number } = locale;
  const shown = showContributions(score);
  const weights = showWeights(score);
  const rows = contributions.map(
    (part, index) => html`<tr part="row" role="row">
      <th scope="row" role="rowheader">${isolate(part.criterion.label)}</th>
      <td class="weight" role="cell"><span class="muted">${weights[index] ? locale.percent(weights[index]) : '—'}</span></td>
      <td class="score" role="cell"><div class="measure">${
        part.score === undefined
          ? html`<span class="muted">${notScored}</span>`
          : html`${bar(part.score, rubric.scale)}<span class="value">${locale.scoreNumber(part.score)}</span>`
      }</div></td>
      <td class="contribution" part="contribution" role="cell">${shown?.parts[index] ? number(shown.parts[index]) : '—'}</td>
    </tr>`,
  );
  return html`<table part="table" role="table">
      <caption part="caption">${isolate(product.name)}<span class="small">${isolate(rubric.name ?? locale.score)}</span></caption>
      <thead role="rowgroup"><tr class="small" role="row">
        <th scope="col" role="columnheader">${criterion}</th>
        <th scope="col" role="columnheader" class="weight">${weight}</th>
        <th scope="col" role="columnheader" class="score">${locale.score}</th>
        <th scope="col" role="columnheader" class="contribution">${contribution}</th>
      </tr></thead>
      <tbody role="rowgroup">${rows}</tbody>
      ${
        shown
          ? html`<tfoot role="rowgroup"><tr role="row">
              <th scope="row" role="rowheader">${total}</th>
              <td role="cell" class="weight"></td><td role="cell" class="score"></td>
              <td role="cell" class="contribution" part="total">${shown.exact || score.exact?.fits(2) ? nothing : '≈ '}${number(shown.total)}</td>
            </tr></tfoot>`
          : nothing
      }
    </table>
    <p class="composite" part="composite">${
      composite
        ? html`<span class="hidden">${locale.composite}</span>${numeral(number(composite), rubric, locale, !!partial)}
          <span class="muted" aria-hidden="true">/ ${number(rubric.scale.max)}</span> ${remark(score, rubric, locale, true)}`
        : locale.noComposite(product.name)
    }</p>
    ${shown && !shown.exact ? html`<p class="small">${locale.apportioned}</p>` : nothing}`;
}
