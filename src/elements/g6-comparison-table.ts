/** The sortable comparison table. Leaves what it shows to `table-plan.ts`, and the drawing to its other files. */
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Product } from '../model/comparison.js';
import { hasPaidOffers } from '../model/offer.js';
import { type SortKey, writeSort } from '../model/order.js';
import { aheadIn } from './adopt.js';
import { auditPanel } from './audit-panel.js';
import { breakdownStyles } from './breakdown-styles.js';
import { copyText } from './clipboard.js';
import { sheet } from './css.js';
import { defineElement } from './define-element.js';
import { Drag } from './drag.js';
import { fire } from './events.js';
import { Glide } from './glide.js';
import { Ground } from './ground.js';
import { headToHead, isHeadToHead } from './head-to-head.js';
import { isOn } from './is-on.js';
import { LinkChildren } from './link-children.js';
import { offerFindings } from './offer-findings.js';
import { offerStyles } from './offer-styles.js';
import { disclosure } from './offers.js';
import { linksOf, type PageLink } from './page-links.js';
import { printStyles } from './print-styles.js';
import { remember } from './remember.js';
import { RowWindow, type Window } from './row-window.js';
import { ScrollEdge } from './scroll-edge.js';
import { Share } from './share.js';
import { ComparisonSource, sourceProperties } from './source.js';
import { stabilityStyles } from './stability-styles.js';
import { StructuredData, tableShowing } from './structured-data.js';
import { sharedStyles } from './styles.js';
import { nextSort, type TableColumn, unknownNames } from './table-columns.js';
import { saveFile, writeTable } from './table-export.js';
import { matrixColumns, matrixTable } from './table-matrix.js';
import { type Plan, planner } from './table-plan.js';
import { rowsTable, type TableDrawing } from './table-rows.js';
import { describeSort } from './table-sort.js';
import { Firmness } from './table-stability.js';
import { tableStyles } from './table-styles.js';
import { compareBar, foot, more, noMatch, notes, pickBox, type Requests, tools, weighed } from './table-tools.js';
import { byline, isolate, slotted, standIn } from './templates.js';
import { UnseenRows } from './unseen-rows.js';
import { WeightNews } from './weight-news.js';

/** What tells a table from others on its page: what is said by the attribute that shares it, else its id. */
const nameOf = ({ share, id }: G6ComparisonTable): string =>
  typeof share === 'string' && share && share !== 'true' ? share : id;

/**
 * A sortable table of the products of one comparison, that turns into cards where there is little room.
 *
 * ```html
 * <g6-comparison-table src="comparison.json" columns="name score price" sort="price"></g6-comparison-table>
 * ```
 *
 * @customElement g6-comparison-table
 * @slot - What is shown until the comparison is there, and again if it cannot be had.
 * @fires {CustomEvent<ReadyDetail>} g6-ready - The comparison was read and is shown.
 * @fires {CustomEvent<ErrorDetail>} g6-error - The comparison cannot be had.
 * @fires {CustomEvent<SortDetail>} g6-sort - A reader asked for another order.
 * @fires {CustomEvent<FilterDetail>} g6-filter - A reader asked for other products.
 * @fires {CustomEvent<SelectDetail>} g6-select - A reader picked products to compare.
 * @fires {CustomEvent<LayoutDetail>} g6-layout - A reader asked for another layout.
 * @fires {CustomEvent<WeightsChangeDetail>} g6-weights-change - A reader went back to the publisher's weights.
 * @fires {CustomEvent<LinkClickDetail>} g6-link-click - A reader follows a link to a product; cancelable.
 * @fires {CustomEvent<ViewDetail>} g6-view - A reader opened a link, or went back or forward.
 * @csspart root - Everything.
 * @csspart table - The table.
 * @csspart caption - Its title.
 * @csspart header - A header cell.
 * @csspart sort-button - The button that fills a header cell.
 * @csspart row - A product's row or card.
 * @csspart cell - Any cell of it.
 * @csspart award - The product's award.
 * @csspart rank - Its place.
 * @csspart moved - How far that is from where the publisher has it.
 * @csspart name - Its name.
 * @csspart product-link - The link to its review.
 * @csspart score - The composite's numeral.
 * @csspart publisher-score - The publisher's score, beside one by the reader's weights.
 * @csspart weighed - The line that says that scores are by the reader's weights.
 * @csspart bar - The bar of a score.
 * @csspart band - The composite's band in words.
 * @csspart partial - The mark of a partial composite.
 * @csspart list - A list in a cell.
 * @csspart link - A link in a cell.
 * @csspart offers - All offers of a product.
 * @csspart offer - One of them.
 * @csspart price - Its price.
 * @csspart offer-link - Its link.
 * @csspart best - The mark of the best in its column.
 * @csspart score-button - What opens a product's breakdown.
 * @csspart tools - The row of controls.
 * @csspart search - The search field.
 * @csspart filters - The filters.
 * @csspart sorts - The lists to sort by, beside cards.
 * @csspart compare - The bar of picked products.
 * @csspart button - Any button of the controls.
 * @csspart lead - Below two products side by side: which one leads, and by how much.
 * @csspart summary - What the lead is made of, in words.
 * @csspart difference - What a criterion adds to it.
 * @csspart export - What opens the menu of exports, with the menu.
 * @csspart menu - That menu.
 * @csspart notes - The notes to values, and what stands below the page's own table.
 * @csspart stability - How firm the ranking is.
 * @csspart acceptability - In what share of all weightings each product takes each place.
 * @csspart footer - Who made the scores, and when.
 * @csspart audit - What is wrong in the document, for its author.
 * @csspart message - What is wrong, in one sentence.
 * @csspart retry - The button that tries again.
 * @cssprop [--g6-accent=#0f8068] - The one accent: bars, the leader's edge, awards.
 * @cssprop [--g6-muted] - The colour of secondary text; by default the text's own, softened.
 * @cssprop [--g6-line] - The colour of the hairlines; by default a tint of the text's own.
 * @cssprop [--g6-ground] - The colour behind what sticks; by default the page's, as far as it can be found.
 * @cssprop [--g6-track] - The colour of the full scale behind a bar; by default a tint of the text's own.
 */
export class G6ComparisonTable extends LitElement {
  static define(tag = 'g6-comparison-table', registry = customElements): void {
    defineElement(G6ComparisonTable, tag, registry);
  }

  static override styles = sheet(
    `@layer{${sharedStyles}${offerStyles}${tableStyles}${printStyles}}${breakdownStyles}${stabilityStyles}`,
  );

  static override properties = {
    ...sourceProperties,
    columns: {},
    sort: {},
    layout: {},
    search: {},
    filters: {},
    compare: {},
    export: {},
    limit: {},
    share: {},
    stability: {},
    structuredData: { attribute: 'structured-data' },
    linkParams: { attribute: 'link-params' },
    priceMaxAge: { attribute: 'price-max-age' },
    announcement: { attribute: false },
    opened: { attribute: false },
  };

  declare comparison: unknown;
  declare data: string | null | undefined;
  declare src: string | null | undefined;
  declare audit: boolean | string | null | undefined;
  /** Which columns, in which order: ids of specs and criteria, `name`, `score`, `bestFor`; all but criteria by default. */
  declare columns: string | null | undefined;
  /** The initial order, `-` for descending, such as `-score name`; by default by composite, best first. */
  declare sort: string | null | undefined;
  /** `table`, `cards`, `matrix` (products as columns), or `auto`: cards where the element itself has little room. */
  declare layout: string | null | undefined;
  /** Whether there is a search field. */
  declare search: boolean | string | null | undefined;
  /** Whether there are filters. */
  declare filters: boolean | string | null | undefined;
  /** Whether products can be picked and put side by side. */
  declare compare: boolean | string | null | undefined;
  /** Whether what is shown can be saved and copied. */
  declare export: boolean | string | null | undefined;
  /** How many rows there are before all of them are asked for. */
  declare limit: number | string | null | undefined;
  /** Whether the address of the page follows the reader; a text tells the table from others on the page. */
  declare share: boolean | string | null | undefined;
  /** Whether it is said below the table how firm the ranking is. */
  declare stability: boolean | string | null | undefined;
  /** Whether the page gets structured data of what the table shows, for search engines. */
  declare structuredData: boolean | string | null | undefined;
  /** What is added to the addresses of paid offers, as `tag=x&subid=y`; after `; Name of a seller:` to that one's only. */
  declare linkParams: string | null | undefined;
  /** How old a price may be to be shown, such as `12h` or `7d`; by default a day, or 30 where it has no time. */
  declare priceMaxAge: string | null | undefined;

  declare protected announcement: string | undefined;
  /** The keys of what the reader has opened. */
  declare protected opened: readonly string[] | undefined;

  readonly #drag = new Drag(this, 'first');
  readonly #source = new ComparisonSource(this, { waits: (snapshot) => this.#drag.follow(snapshot) });
  readonly #links = new LinkChildren(this);
  readonly #rows = (): readonly HTMLElement[] => [
    ...(this.renderRoot?.querySelectorAll<HTMLElement>('tr[data-key]') ?? []),
  ];
  readonly #glide = new Glide(this, this.#rows);
  readonly #window = new RowWindow(this, () => this.renderRoot?.querySelector('tbody'));
  readonly #unseen = new UnseenRows(this.#drag, this.#rows);
  readonly #makePlan = planner();
  readonly #firmness = new Firmness(this);
  readonly #share = new Share(
    this,
    this.#source,
    this.#drag,
    () => (isOn(this.share) ? nameOf(this) : undefined),
    (view) => (view.sort && view.sort === this.#overruled ? { ...view, sort: [] } : view),
  );
  #plan: Plan | undefined;
  #span: Window | undefined;
  /** The products that have rows, in their order. */
  #drawn: readonly Product[] = [];
  #rest: ReturnType<typeof setTimeout> | undefined;
  #overruled: readonly SortKey[] | undefined;

  constructor() {
    super();
    new ScrollEdge(this, () => this.#part('.scroll'));
    new WeightNews(this, this.#source, (news) => {
      this.announcement = news;
    });
    new Ground(this, () => this.#part('.root'));
    const showing = remember(tableShowing);
    new StructuredData(this, this.#source, () => {
      const { comparison, columns, layout, date } = this.#plan as Plan;
      const { published } = this.#source.snapshot;
      const [sort, params] = [this.sort ?? '', this.linkParams ?? ''];
      return showing(comparison, published, sort, columns, this.#limit, layout, date, params);
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#source.update();
    this.#share.update();
    const { snapshot } = this.#source;
    const { comparison, view } = snapshot;
    // An order that the page sets later overrules the one that the reader had asked for until then.
    if (this.hasUpdated && changed.has('sort')) this.#overruled = view.sort;
    this.#plan =
      comparison &&
      this.#makePlan(
        comparison,
        snapshot,
        {
          columns: this.columns ?? undefined,
          sort: this.sort ?? undefined,
          layout: this.layout ?? undefined,
          limit: this.#limit,
          canCompare: isOn(this.compare),
          overruled: this.#overruled,
          showsAll: this.#isOpen('all') || this.#window.isPrinting,
          maxAge: this.priceMaxAge,
        },
        this.#source.locale,
      );
    const { products = [] } = this.#plan ?? {};
    this.#span = this.#plan && !this.#isMatrix(this.#plan) ? this.#window.of(products) : undefined;
    this.#drawn = this.#unseen.follow(products, this.#span);
    this.#firmness.update(isOn(this.stability) ? snapshot : undefined, this.#isOpen('firm'));
    this.#glide.prepare(this.#span ? products.map(({ id }) => id) : [], this.#drag.isUnderWay);
  }

  protected override render(): unknown {
    const { snapshot } = this.#source;
    const { locale } = this.#source;
    const plan = this.#plan;
    this.#links.draw(plan && this.#linksOf(plan));
    if (!plan) return standIn(this, snapshot, locale);
    const { layout, products } = plan;
    // One product alone is compared with nothing, and found without a search.
    const isOffered = (value: unknown) => plan.comparison.products.length > 1 && isOn(value);
    const switches = {
      search: isOffered(this.search),
      filters: isOffered(this.filters),
      compare: isOffered(this.compare),
      export: isOn(this.export),
      share: this.#share,
      said: this.announcement,
      isOpen: this.#isOpen,
    };
    const drawing: TableDrawing = {
      ...plan,
      locale,
      isBest: (column, product) => !!plan.best.get(column)?.has(product),
      isOpen: this.#isOpen,
      toggle: this.#ask.toggle,
      noteNumber: (note) => plan.notes.indexOf(note) + 1,
      slotOf: (product, column) => slotted(snapshot.child?.slotOf(product, column, this)),
      caption:
        slotted(snapshot.child?.slotFor(snapshot.child.content?.caption, this)) ??
        // A table that has no title where it comes from shows none here.
        (snapshot.child && !plan.comparison.title
          ? html`<span class="hidden">${plan.title}</span>`
          : isolate(plan.title)),
      onSort: (column, isSecond) => this.#onSort(plan, column, isSecond),
      pick: (product) => (switches.compare ? pickBox(product, plan, locale, this.#ask) : nothing),
    };
    const empty = noMatch(plan, locale, this.#ask);
    const isMatrix = !this.#span;
    const table = this.#span
      ? rowsTable(drawing, this.#span, this.#drawn, this.#unseen.isStale, empty)
      : matrixTable(drawing, plan);
    const room = plan.columns.length < 5 ? 'few' : plan.columns.length > 8 ? 'many' : '';
    return html`<div class="root ${isMatrix || layout !== 'matrix' ? layout : 'auto'} ${room} ${this.#isOpen('columns') ? 'wide' : ''}" part="root" lang=${locale.language ?? nothing}>
      <p class="hidden" role="status">${this.announcement}</p>
      ${weighed(plan, locale, this.#ask)} ${tools(plan, locale, switches, this.#ask)} ${compareBar(plan, locale, switches, this.#ask)}
      ${plan.columns.some(({ kind }) => kind === 'offers') && hasPaidOffers(plan.comparison) ? disclosure(drawing) : nothing}
      <div class="frame"><div class="scroll fits" data-title=${plan.title}>${table}</div><div class="edge"></div></div>
      ${isMatrix && isHeadToHead(snapshot, products) ? html`<div class="breakdown">${headToHead(plan.comparison, products, snapshot, locale)}</div>` : nothing}
      ${isMatrix || products.length ? empty : nothing} ${more(plan, locale, switches, this.#ask)} ${notes(plan.notes)} ${foot(snapshot.child, this)}
      ${this.#firmness.draw(locale, this.#isOpen, this.#ask.toggle)} ${byline(plan.comparison, locale)}
      ${auditPanel(this, snapshot, locale, () => [
        ...unknownNames(plan.comparison, this.columns ?? '', this.sort ?? ''),
        ...offerFindings(plan.comparison, this),
      ])}
    </div>`;
  }

  /** A part of the table, not of what was rendered ahead and is not its own yet: that stays as it is until then. */
  #part(selector: string): HTMLElement | null | undefined {
    return aheadIn(this.shadowRoot) ? undefined : this.renderRoot?.querySelector<HTMLElement>(selector);
  }

  get #limit(): number | undefined {
    const limit = Number.parseInt(String(this.limit), 10);
    return limit > 0 ? limit : undefined;
  }

  // No paper is as wide as a matrix may be.
  #isMatrix({ layout, products }: Plan): boolean {
    return layout === 'matrix' && !(this.#window.isPrinting && products.length > 5);
  }

  /** The links of what is drawn of the plan. */
  #linksOf(plan: Plan): readonly PageLink[] {
    // The page's own table has its links in the page already.
    if (this.#source.snapshot.child) return [];
    return linksOf(
      {
        ...plan,
        columns: this.#span ? plan.columns : matrixColumns(plan, plan.onlyDifferences),
        products: this.#span ? this.#drawn : plan.products,
        before: this.#span?.start ?? 0,
        linkParams: this.linkParams ?? '',
      },
      this.#source.locale,
    );
  }

  readonly #isOpen = (key: string): boolean => !!this.opened?.includes(key);

  readonly #ask: Requests = {
    sort: (sort) => {
      const { locale } = this.#source;
      const { title = '', columns = [], initial = [] } = this.#plan ?? {};
      const isInitial = writeSort(sort) === writeSort(initial);
      const words = describeSort(sort, columns, locale);
      this.announcement = sort.length ? locale.sortedThen(title, words) : locale.unsorted(title);
      fire(this, 'g6-sort', { sort: isInitial ? '' : writeSort(sort) });
    },
    filter: (filter) => {
      fire(this, 'g6-filter', { filter });
      // Not at each letter, but when the hand rests.
      clearTimeout(this.#rest);
      this.#rest = setTimeout(() => {
        const { matching = 0, comparison } = this.#plan ?? {};
        const { matches, number } = this.#source.locale;
        this.announcement = matches(number(matching), number(comparison?.products.length ?? 0), matching);
      }, 500);
    },
    select: (selection) => {
      // One alone is beside nothing.
      if (this.#plan?.isCompared && selection.length < 2) this.#ask.layOut(undefined, false);
      fire(this, 'g6-select', { selection });
      const { selected, number } = this.#source.locale;
      this.announcement = selected(number(selection.length), selection.length);
    },
    layOut: (layout, onlyDifferences) => {
      fire(this, 'g6-layout', { layout, onlyDifferences });
      const { sideBySide, backToTable, onlyDifferences: only } = this.#source.locale;
      this.announcement = onlyDifferences ? only : layout ? sideBySide : backToTable;
    },
    export: async (format, copies) => {
      const plan = this.#plan;
      if (!plan) return;
      const text = writeTable(plan, format, this.#source.locale);
      if (copies) this.#tellCopied(await copyText(text));
      else saveFile(text, plan.title, format);
    },
    resetWeights: () => fire(this, 'g6-weights-change', { weights: undefined, source: 'reset' }),
    copyLink: async () => this.#tellCopied(await this.#share.copy()),
    toggle: (key) => {
      this.opened = this.#isOpen(key) ? this.opened?.filter((other) => other !== key) : [...(this.opened ?? []), key];
    },
  };

  async #tellCopied(isCopied: boolean): Promise<void> {
    const { copied, notCopied } = this.#source.locale;
    // What stands there already is not heard again.
    this.announcement = '';
    await this.updateComplete;
    this.announcement = isCopied ? copied : notCopied;
  }

  #onSort({ initial, sort }: Plan, column: TableColumn, isSecond: boolean): void {
    const [first, second] = sort;
    if (isSecond && first && first.column !== column.id) {
      const own = second?.column === column.id ? second : undefined;
      const key = { column: column.id, descending: column.better === 'higher' };
      if (own) key.descending = !own.descending;
      // Its better direction, the other, none.
      this.#ask.sort(own && own.descending !== (column.better === 'higher') ? [first] : [first, key]);
    } else {
      this.#ask.sort(nextSort(column, sort, initial));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'g6-comparison-table': G6ComparisonTable;
  }
}
