/** One pick of a comparison as a card. Leaves its drawing to `product-card.ts` and the arithmetic to the model. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Comparison, Product } from '../model/comparison.js';
import type { PriceDate } from '../model/offer.js';
import { scoresByProduct } from '../model/rank.js';
import type { ProductScore } from '../model/score.js';
import { auditPanel } from './audit-panel.js';
import { sheet } from './css.js';
import { defineElement } from './define-element.js';
import { isOn } from './is-on.js';
import { LinkChildren } from './link-children.js';
import { offerFindings } from './offer-findings.js';
import { offerStyles } from './offer-styles.js';
import { linksOf, type PageLink } from './page-links.js';
import { priceDate } from './price-moment.js';
import { factsOf, productCard } from './product-card.js';
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
 * @fires {CustomEvent<LinkClickDetail>} g6-link-click - A reader follows a link to the product; cancelable.
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
 * @csspart offers - All offers.
 * @csspart offer - One of them.
 * @csspart price - Its price.
 * @csspart offer-link - Its link.
 * @csspart review-link - The link to the full review.
 * @csspart footer - Who made the scores, and when, beside offers and with `structured-data`.
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

  static override styles = sheet(sharedStyles + offerStyles + productCardStyles);

  static override properties = {
    ...sourceProperties,
    product: {},
    columns: {},
    heading: {},
    structuredData: { attribute: 'structured-data' },
    linkParams: { attribute: 'link-params' },
    priceMaxAge: { attribute: 'price-max-age' },
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
  /** What is added to the addresses of paid offers, as in the table's `link-params`. */
  declare linkParams: string | null | undefined;
  /** How old a price may be to be shown, as in the table's `price-max-age`. */
  declare priceMaxAge: string | null | undefined;

  /** The key of the long text that the reader has opened last. */
  declare protected opened: string | undefined;
  /** The address of the image that could not be had. */
  declare protected lost: string | undefined;

  readonly #source = new ComparisonSource(this);
  readonly #links = new LinkChildren(this);

  constructor() {
    super();
    const showing = remember(cardShowing);
    const dateOf = remember((now: number | undefined, maxAge: number | undefined): PriceDate => ({ now, maxAge }));
    new StructuredData(this, this.#source, () => {
      const { comparison } = this.#source.snapshot;
      const product = this.#score?.product;
      const { src } = product?.image ?? {};
      const image = src === this.lost ? undefined : src;
      const { now, maxAge } = this.#date;
      return comparison && product && showing(comparison, product, image, dateOf(now, maxAge), this.linkParams ?? '');
    });
  }

  /** The product's score; `undefined` where there is no such product. */
  get #score(): ProductScore | undefined {
    const { ranking } = this.#source.snapshot;
    const id = this.product ?? (ranking[1] ? '' : ranking[0]?.product.id);
    return ranking.find(({ product }) => product.id === id);
  }

  /** When the prices of offers are looked at. */
  get #date(): PriceDate {
    return priceDate(this.#source.snapshot, this.priceMaxAge);
  }

  protected override willUpdate(): void {
    this.#source.update();
  }

  protected override render(): unknown {
    const { snapshot, locale } = this.#source;
    const { comparison } = snapshot;
    const score = this.#score;
    this.#links.draw(comparison && score && this.#linksOf(comparison, score.product));
    if (!comparison) return standIn(this, snapshot, locale);
    const columns = this.columns ?? '';
    return html`<div class="root" part="root" lang=${locale.language ?? nothing}>
      ${this.#content(comparison, score)}${auditPanel(this, snapshot, locale, () => [...unknownNames(comparison, columns, ''), ...offerFindings(comparison, this)])}
    </div>`;
  }

  /** The links of the card; the one to its review is named by what it leads to. */
  #linksOf(comparison: Comparison, product: Product): readonly PageLink[] {
    const { locale } = this.#source;
    const date = this.#date;
    const facts = factsOf({ comparison, columns: this.columns ?? '', locale, date }, product);
    return linksOf(
      {
        comparison,
        columns: [{ kind: 'name', id: '' }, { kind: 'offers', id: '' }, ...facts],
        products: [product],
        before: 0,
        date,
        linkParams: this.linkParams ?? '',
        reviewText: locale.readReview,
      },
      locale,
    );
  }

  #content(comparison: Comparison, score: ProductScore | undefined): TemplateResult {
    const { snapshot, locale } = this.#source;
    const { published, view } = snapshot;
    if (!score) {
      const ids = comparison.products.map(({ id }) => id);
      return html`<p part="message">${locale.noProduct(this.product ?? '', ids.join(', '))}</p>`;
    }
    return productCard({
      comparison,
      date: this.#date,
      locale,
      score,
      publishers: view.weights && scoresByProduct(published).get(score.product),
      published: undefined,
      columns: this.columns ?? '',
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
      isSigned: isOn(this.structuredData) || !!score.product.offers?.length,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'g6-product-card': G6ProductCard;
  }
}
