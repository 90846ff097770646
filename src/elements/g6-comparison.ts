/** The scope: holds one comparison for everything inside it. Leaves where it comes from to `source.ts`. */
import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing } from 'lit';
import { auditPanel } from './audit-panel.js';
import { emptySnapshot, snapshotContext } from './context.js';
import { css, sheet } from './css.js';
import { defineElement } from './define-element.js';
import { ComparisonSource, sourceProperties } from './source.js';
import { sharedStyles } from './styles.js';

/**
 * Gives one comparison, and what its reader does with it, to every element inside it.
 *
 * ```html
 * <g6-comparison src="comparison.json">
 *   <g6-comparison-table></g6-comparison-table>
 *   <g6-score-breakdown product="thorne"></g6-score-breakdown>
 * </g6-comparison>
 * ```
 *
 * @customElement g6-comparison
 * @slot - The elements that show the comparison, and anything between them.
 * @fires {CustomEvent<ReadyDetail>} g6-ready - The comparison was read.
 * @fires {CustomEvent<ErrorDetail>} g6-error - The comparison cannot be had.
 * @csspart audit - What is wrong in the document, for its author.
 */
export class G6Comparison extends LitElement {
  static define(tag = 'g6-comparison', registry = customElements): void {
    defineElement(G6Comparison, tag, registry);
  }

  static override styles = sheet(
    `${sharedStyles}${css`
    :host {
      display: contents !important;
    }
    :host::before {
      content: none;
    }
    :host([hidden]) {
      display: none !important;
    }
  `}`,
  );

  static override properties = sourceProperties;

  declare comparison: unknown;
  declare data: string | null | undefined;
  declare src: string | null | undefined;
  declare audit: boolean | string | null | undefined;

  readonly #provider = new ContextProvider(this, { context: snapshotContext, initialValue: emptySnapshot });
  readonly #source = new ComparisonSource(this, { onChange: (snapshot) => this.#provider.setValue(snapshot) });

  protected override willUpdate(): void {
    this.#source.update();
  }

  protected override render(): unknown {
    const { snapshot, locale } = this.#source;
    const panel = auditPanel(this, snapshot, locale);
    return html`<slot></slot>${panel === nothing ? panel : html`<div class="root" part="root" lang=${locale.language ?? nothing}>${panel}</div>`}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'g6-comparison': G6Comparison;
  }
}
