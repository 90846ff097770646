/** How one product's composite comes about, and why it beats another's. Leaves the drawing to `breakdown.ts`, `head-to-head.ts`. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Comparison, Rubric } from '../model/comparison.js';
import { scoresByProduct } from '../model/rank.js';
import { auditPanel } from './audit-panel.js';
import { breakdown } from './breakdown.js';
import { breakdownStyles } from './breakdown-styles.js';
import type { Snapshot } from './context.js';
import { sheet } from './css.js';
import { defineElement } from './define-element.js';
import { headToHead, isHeadToHead } from './head-to-head.js';
import { ComparisonSource, sourceProperties } from './source.js';
import type { Locale } from './strings.js';
import { sharedStyles } from './styles.js';
import { slotted, standIn } from './templates.js';

/**
 * How the composite of one product comes about: each criterion's weight, score and contribution, and their sum; with
 * the ids of two products, why one beats the other.
 *
 * ```html
 * <g6-score-breakdown src="comparison.json" product="thorne-l-glutamine" view="bars"></g6-score-breakdown>
 * <g6-score-breakdown src="comparison.json" product="thorne-l-glutamine zinc-carnosine"></g6-score-breakdown>
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
 * @csspart area - The drawing of the area view.
 * @csspart why - What opens a criterion's note and sources.
 * @csspart sources - What opens the product's sources.
 * @csspart source - The link of a source.
 * @csspart weights - The words that the weights are the reader's.
 * @csspart published - The publisher's score, beside one by the reader's weights.
 * @csspart lead - Of two products, which one leads, and by how much.
 * @csspart summary - What that is made of, in words.
 * @csspart difference - What a criterion adds to it.
 * @csspart audit - What is wrong in the document, for its author.
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

  static override properties = { ...sourceProperties, product: {}, view: {} };

  declare comparison: unknown;
  declare data: string | null | undefined;
  declare src: string | null | undefined;
  declare audit: boolean | string | null | undefined;
  /** The id of the product, not needed where the comparison has only one; two ids for why one beats the other. */
  declare product: string | null | undefined;
  /** `table`, `bars` (contributions that run to the composite) or `area` (columns, weight by score). */
  declare view: string | null | undefined;

  readonly #source = new ComparisonSource(this);

  protected override willUpdate(): void {
    this.#source.update();
  }

  protected override render(): unknown {
    const { snapshot, locale } = this.#source;
    if (!snapshot.comparison) return standIn(this, snapshot, locale);
    return html`<div class="root" part="root" lang=${locale.language ?? nothing}><div class="breakdown">${this.#content(locale)}</div>${auditPanel(this, snapshot, locale)}</div>`;
  }

  #content(locale: Locale): TemplateResult {
    const { snapshot } = this.#source;
    const { comparison, ranking, published } = snapshot as Snapshot & { readonly comparison: Comparison };
    const ids = ranking.map(({ product }) => product.id);
    const asked = this.product ?? (ids[1] ? '' : (ids[0] as string));
    const find = (id: string) => ranking.filter(({ product }) => product.id === id);
    // An id may hold a space or a comma.
    const alone = find(asked);
    const found = alone.length ? alone : asked.split(/[\s,]+/).flatMap(find);
    const unknown = asked.split(/[\s,]+/).find((id) => id && !find(id).length);
    const isKnown = alone.length || found.length === asked.split(/[\s,]+/).filter(Boolean).length;
    const [score, other] = isKnown ? found : [];
    const products = found.map(({ product }) => product);
    if (score && other && isHeadToHead(snapshot, products)) return headToHead(comparison, products, snapshot, locale);
    const silent = found.find(({ contributions }) => !contributions.some((part) => part.score !== undefined));
    if (score && !silent && !other) {
      const own = ranking === published ? undefined : scoresByProduct(published).get(score.product);
      const view = (['bars', 'area'] as const).find((known) => known === this.view);
      return breakdown(score, comparison.rubric as Rubric, locale, own, view, (product, cell) =>
        slotted(snapshot.child?.slotOf(product, cell, this)),
      );
    }
    const text =
      score && silent ? locale.unscored(silent.product.name) : locale.noProduct(unknown ?? asked, ids.join(', '));
    return html`<p part="message">${text}</p><slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'g6-score-breakdown': G6ScoreBreakdown;
  }
}
