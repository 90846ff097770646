/** How one product's composite comes about. Leaves the arithmetic to the model. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Rubric } from '../model/comparison.js';
import { breakdown } from './breakdown.js';
import { breakdownStyles } from './breakdown-styles.js';
import { sheet } from './css.js';
import { defineElement } from './define-element.js';
import { ComparisonSource, sourceProperties } from './source.js';
import type { Locale } from './strings.js';
import { sharedStyles } from './styles.js';
import { standIn } from './templates.js';

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

  static override styles = sheet(sharedStyles + breakdownStyles);

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
    const { snapshot, locale } = this.#source;
    if (!snapshot.comparison) return standIn(this, snapshot, locale);
    return html`<div class="root" part="root" lang=${locale.language ?? nothing}><div class="breakdown">${this.#content(locale)}</div></div>`;
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
