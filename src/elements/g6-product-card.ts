/** One pick of a comparison as a card. Leaves its drawing to `product-card.ts` and the arithmetic to the model. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { ProductScore } from '../model/score.js';
import { auditPanel } from './audit-panel.js';
import { sheet } from './css.js';
import { defineElement } from './define-element.js';
import { isOn } from './is-on.js';
import { productCard } from './product-card.js';
import { productCardStyles } from './product-card-styles.js';
import { remember } from './remember.js';
import { ComparisonSource, sourceProperties } from './source.js';
import { cardShowing, StructuredData } from './structured-data.js';
import { sharedStyles } from './styles.js';
import { unknownNames } from './table-columns.js';
import { standIn } from './templates.js';

/**
 * One product as a card: award, picture, name, score, facts, what speaks for and against it, verdict, sources and the
 * link to its review. A row of them makes the top picks of an article.
 *
 * ```html
 * <g6-product-card src="comparison.json" product="thorne-l-glutamine" heading="2"></g6-product-card>
 * ```
 *
 * @customElement g6-product-card
 * @slot - What is shown until the comparison is there, and again if it cannot be had.
 * @fires {CustomEvent<ReadyDetail>} g6-ready - The comparison was read and is shown.
 * @fires {CustomEvent<ErrorDetail>} g6-error - The comparison cannot be had.
 * @csspart root - Everything.
 * @csspart card - The card.
 * @csspart picture - The place of the image.
 * @csspart image - The image.
 * @csspart award - The product's award.
 * @csspart name - Its name, a heading.
 * @csspart rating - Its score with all that belongs to it.
 * @csspart score - A composite's numeral.
 * @csspart bar - The bar of a score.
 * @csspart band - A composite's band in words.
 * @csspart partial - The mark of a partial composite.
 * @csspart published - The publisher's score, where the one above is the reader's.
 * @csspart summary - What the product is.
 * @csspart facts - The list of facts.
 * @csspart list - A list in one of them.
 * @csspart link - A link in one of them.
 * @csspart pros - What speaks for it.
 * @csspart cons - What speaks against it.
 * @csspart verdict - The conclusion.
 * @csspart sources - The sources, folded.
 * @csspart source - The link of a source.
 * @csspart review-link - The link to the full review.
 * @csspart footer - Who made the scores, and when, with `structured-data`.
 * @csspart audit - What is wrong in the document, for its author.
 * @csspart message - What is wrong, in one sentence.
 * @csspart retry - The button that tries again.
 * @cssprop [--g6-accent=#0f8068] - The one accent: the score, the award, the leader's edge.
 * @cssprop [--g6-muted] - The colour of secondary text; by default the text's own, softened.
 * @cssprop [--g6-line] - The colour of the hairlines; by default a tint of the text's own.
 * @cssprop [--g6-track] - The colour of the full scale behind a bar; by default a tint of the text's own.
 */
export class G6ProductCard extends LitElement {
  static define(tag = 'g6-product-card', registry = customElements): void {
    defineElement(G6ProductCard, tag, registry);
  }

  static override styles = sheet(sharedStyles + productCardStyles);

  static override properties = {
    ...sourceProperties,
    product: {},
    columns: {},
    heading: {},
    structuredData: { attribute: 'structured-data' },
    opened: { attribute: false },
    lost: { attribute: false },
  };

  declare comparison: unknown;
  declare data: string | null | undefined;
  declare src: string | null | undefined;
  declare audit: boolean | string | null | undefined;
  /** The id of the product; not needed where the comparison has only one. */
  declare product: string | null | undefined;
  /** Which facts, in which order, as in the table's `columns`; by default those of the highest priority. */
  declare columns: string | null | undefined;
  /** The level of the name's heading, from 2 to 6; 3 by default. */
  declare heading: number | string | null | undefined;
  /** Whether the page gets structured data of what the card shows, for search engines; it is signed then. */
  declare structuredData: boolean | string | null | undefined;

  /** The key of the long text that the reader has opened last. */
  declare protected opened: string | undefined;
  /** The address of the image that could not be had. */
  declare protected lost: string | undefined;

  readonly #source = new ComparisonSource(this);

  constructor() {
    super();
    const showing = remember(cardShowing);
    new StructuredData(this, this.#source, () => {
      const { comparison } = this.#source.snapshot;
      const product = this.#score?.product;
      const { src } = product?.image ?? {};
      return comparison && product && showing(comparison, product, src === this.lost ? undefined : src);
    });
  }

  /** The product's score; `undefined` where there is no such product. */
  get #score(): ProductScore | undefined {
    const { ranking } = this.#source.snapshot;
    const id = this.product ?? (ranking[1] ? '' : ranking[0]?.product.id);
    return ranking.find(({ product }) => product.id === id);
  }

  protected override willUpdate(): void {
    this.#source.update();
  }

  protected override render(): unknown {
    const { snapshot, locale } = this.#source;
    const { comparison } = snapshot;
    if (!comparison) return standIn(this, snapshot, locale);
    const columns = this.columns ?? '';
    return html`<div class="root" part="root" lang=${locale.language ?? nothing}>
      ${this.#content(columns)}${auditPanel(this, snapshot, locale, () => unknownNames(comparison, columns, ''))}
    </div>`;
  }

  #content(columns: string): TemplateResult {
    const { snapshot, locale } = this.#source;
    const { comparison, published, view } = snapshot;
    const score = this.#score;
    if (!comparison || !score) {
      const ids = comparison?.products.map(({ id }) => id) ?? [];
      return html`<p part="message">${locale.noProduct(this.product ?? '', ids.join(', '))}</p>`;
    }
    return productCard({
      comparison,
      locale,
      score,
      publishers: view.weights && published.find(({ product }) => product === score.product),
      published: undefined,
      columns,
      level: Number(this.heading),
      isBest: () => false,
      isOpen: (key) => key === this.opened,
      toggle: (key) => {
        this.opened = key === this.opened ? undefined : key;
      },
      noteNumber: () => 0,
      isLost: (src) => src === this.lost,
      onLost: (src) => {
        this.lost = src;
      },
      isSigned: isOn(this.structuredData),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'g6-product-card': G6ProductCard;
  }
}
