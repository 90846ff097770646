/** How one product's composite comes about. Leaves the arithmetic to the model. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Rubric } from '../model/comparison.js';
import { type ProductScore, showContributions, showWeights } from '../model/score.js';
import { breakdownStyles } from './breakdown-styles.js';
import { defineElement } from './define-element.js';
import { ComparisonSource, sourceProperties } from './source.js';
import { type Locale, localeFor } from './strings.js';
import { sharedStyles } from './styles.js';
import { bar, isolate, numeral, remark, standIn } from './templates.js';

/** The sum as a table, and the composite that it rounds to. */
function breakdown(score: ProductScore, rubric: Rubric, locale: Locale): TemplateResult {
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

/**
 * How the composite of one product comes about: each criterion's weight, score and contribution, and their sum.
 *
 * ```html
 * <g6-score-breakdown src="comparison.json" product="thorne-l-glutamine"></g6-score-breakdown>
 * ```
 *
 * @customElement g6-score-breakdown
 * @slot - What is shown until the comparison is there, and again if it cannot be had.
 * @fires {CustomEvent<ReadyDetail>} g6-ready - The comparison was read and is shown.
 * @fires {CustomEvent<ErrorDetail>} g6-error - The comparison cannot be had.
 * @csspart root - Everything.
 * @csspart table - The table.
 * @csspart caption - The product's name and the rubric's.
 * @csspart row - A criterion's row.
 * @csspart bar - The bar of a score.
 * @csspart contribution - What a criterion adds.
 * @csspart total - The exact sum.
 * @csspart composite - The line of the composite.
 * @csspart score - The composite's numeral.
 * @csspart band - Its band in words.
 * @csspart partial - What a partial composite rests on.
 * @csspart message - What is wrong, in one sentence.
 * @csspart retry - The button that tries again.
 * @cssprop [--g6-accent=#0f8068] - The one accent: bars and the composite.
 * @cssprop [--g6-muted] - The colour of secondary text; by default the text's own, softened.
 * @cssprop [--g6-line] - The colour of the hairlines; by default a tint of the text's own.
 * @cssprop [--g6-track] - The colour of the full scale behind a bar; by default a tint of the text's own.
 */
export class G6ScoreBreakdown extends LitElement {
  static define(tag = 'g6-score-breakdown', registry = customElements): void {
    defineElement(G6ScoreBreakdown, tag, registry);
  }

  static override styles = [sharedStyles, breakdownStyles];

  static override properties = { ...sourceProperties, product: {} };

  declare comparison: unknown;
  declare data: string | null | undefined;
  declare src: string | null | undefined;
  /** The id of the product; not needed where the comparison has only one. */
  declare product: string | null | undefined;

  readonly #source = new ComparisonSource(this);

  protected override willUpdate(): void {
    this.#source.update();
  }

  protected override render(): unknown {
    const { snapshot } = this.#source;
    const { comparison } = snapshot;
    const locale = localeFor(comparison?.language);
    if (!comparison) return standIn(this, snapshot, locale);
    return html`<div class="root" part="root" lang=${comparison.language ?? nothing}>${this.#content(locale)}</div>`;
  }

  #content(locale: Locale): TemplateResult {
    const { comparison, ranking } = this.#source.snapshot;
    const ids = ranking.map(({ product }) => product.id);
    const id = this.product ?? (ids[1] ? '' : ids[0]);
    const score = ranking.find(({ product }) => product.id === id);
    if (score?.contributions.some((part) => part.score !== undefined)) {
      return breakdown(score, comparison?.rubric as Rubric, locale);
    }
    const text = score ? locale.unscored(score.product.name) : locale.noProduct(id ?? '', ids.join(', '));
    return html`<p part="message">${text}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'g6-score-breakdown': G6ScoreBreakdown;
  }
}
