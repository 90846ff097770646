/** The sortable comparison table. Leaves order, scores and amounts to the model, and the drawing of cells to its own. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Product } from '../model/comparison.js';
import { orderProducts, parseSort, type SortKey, writeSort } from '../model/order.js';
import type { ProductScore } from '../model/score.js';
import { defineElement } from './define-element.js';
import { fire } from './events.js';
import { ComparisonSource, sourceProperties } from './source.js';
import { type Locale, localeFor } from './strings.js';
import { sharedStyles } from './styles.js';
import { dataCell, productCell } from './table-cells.js';
import { nextSort, type TableColumn, tableColumns } from './table-columns.js';
import { tableStyles } from './table-styles.js';
import { type Drawing, isolate, link, standIn } from './templates.js';

/** Both arrows where the column is not sorted, one filled arrow where it is: they differ in shape. */
const sortMark = html`<svg class="mark" viewBox="0 0 8 11" aria-hidden="true"><path d="M1 4 4 1 7 4z"></path><path d="M1 7 4 10 7 7z"></path></svg>`;

const cellClass = ({ kind, type }: TableColumn): string => (type === 'number' ? type : kind);

function row(product: Product, score: ProductScore, columns: readonly TableColumn[], drawing: Drawing): TemplateResult {
  return html`<tr part="row" role="row" class=${score.rank === 1 && !score.partial ? 'leader' : nothing}>${columns.map(
    (column) =>
      column.kind === 'name'
        ? html`<th part="cell" role="rowheader" scope="row">${productCell(product, score, drawing)}</th>`
        : html`<td part="cell" role="cell" class=${cellClass(column)}>
          <span class="label small" aria-hidden="true">${isolate(column.label)}</span>
          <div>${dataCell(column, product, score, drawing)}</div>
        </td>`,
  )}</tr>`;
}

/** Who made the scores, when, and how; names and dates keep their own direction. */
function footer({ comparison: { publisher, updated, rubric }, locale }: Drawing): unknown {
  const parts = [
    rubric && publisher?.name && html`${locale.scoresBy} ${link(publisher.name, publisher.url, 'link')}`,
    updated && html`${locale.updated} ${isolate(locale.date(updated))}`,
    rubric?.url && link(locale.howScored, rubric.url, 'link'),
  ].filter(Boolean);
  return parts.length
    ? html`<p class="small" part="footer"><bdi>${parts.map((part, index) => [index ? ' · ' : '', part])}</bdi></p>`
    : nothing;
}

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
 * @csspart root - Everything.
 * @csspart table - The table.
 * @csspart caption - Its title.
 * @csspart header - A header cell.
 * @csspart sort-button - The button that fills a header cell.
 * @csspart row - A product's row or card.
 * @csspart cell - Any cell of it.
 * @csspart award - The product's award.
 * @csspart rank - Its place.
 * @csspart name - Its name.
 * @csspart product-link - The link to its review.
 * @csspart score - The composite's numeral.
 * @csspart bar - The bar of a score.
 * @csspart band - The composite's band in words.
 * @csspart partial - The mark of a partial composite.
 * @csspart list - A list in a cell.
 * @csspart link - A link in a cell.
 * @csspart footer - Who made the scores, and when.
 * @csspart message - What is wrong, in one sentence.
 * @csspart retry - The button that tries again.
 * @cssprop [--g6-accent=#0f8068] - The one accent: bars, the leader's edge, awards.
 * @cssprop [--g6-muted] - The colour of secondary text; by default the text's own, softened.
 * @cssprop [--g6-line] - The colour of the hairlines; by default a tint of the text's own.
 * @cssprop [--g6-track] - The colour of the full scale behind a bar; by default a tint of the text's own.
 */
export class G6ComparisonTable extends LitElement {
  static define(tag = 'g6-comparison-table', registry = customElements): void {
    defineElement(G6ComparisonTable, tag, registry);
  }

  static override styles = [sharedStyles, tableStyles];

  static override properties = { ...sourceProperties, columns: {}, sort: {}, announcement: { attribute: false } };

  declare comparison: unknown;
  declare data: string | null | undefined;
  declare src: string | null | undefined;
  /** Which columns, in which order: ids of specs and criteria, `name`, `score`, `bestFor`; all but criteria by default. */
  declare columns: string | null | undefined;
  /** The initial order, `-` for descending, such as `-score name`; by default by composite, best first. */
  declare sort: string | null | undefined;

  declare protected announcement: string | undefined;

  readonly #source = new ComparisonSource(this);
  #initial: readonly SortKey[] = [];
  #current: readonly SortKey[] = [];
  #overruled: readonly SortKey[] | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#source.update();
    const { ranking, sort } = this.#source.snapshot;
    // An order that the page sets later overrules the one that the reader had asked for until then.
    if (this.hasUpdated && changed.has('sort')) this.#overruled = sort;
    const own = parseSort(this.sort ?? '');
    const best = ranking.some(({ exact }) => exact) ? [{ column: 'score', descending: true }] : [];
    this.#initial = own.length ? own : best;
    this.#current = sort && sort !== this.#overruled ? sort : this.#initial;
  }

  protected override render(): unknown {
    const { snapshot } = this.#source;
    const { comparison, ranking } = snapshot;
    const locale = localeFor(comparison?.language);
    if (!comparison) return standIn(this, snapshot, locale);
    const { title = locale.table, language } = comparison;
    const columns = tableColumns(comparison, this.columns ?? '', locale);
    const scores = new Map(ranking.map((score) => [score.product, score]));
    const products = orderProducts(comparison, ranking, this.#current);
    const drawing = { comparison, locale };
    return html`<div class="root" part="root" lang=${language ?? nothing}>
      <p class="hidden" role="status">${this.announcement}</p>
      <div class="scroll">
        <table part="table" role="table">
          <caption part="caption">${isolate(title)}<span class="hidden">. ${locale.sortHint}</span></caption>
          <thead role="rowgroup"><tr class="small" role="row">${columns.map((column) => this.#header(column, title, locale))}</tr></thead>
          <tbody role="rowgroup">${products.map((product) => row(product, scores.get(product) as ProductScore, columns, drawing))}</tbody>
        </table>
      </div>
      ${footer(drawing)}
    </div>`;
  }

  #header(column: TableColumn, title: string, { unitsDiffer, sorted, unsorted }: Locale): TemplateResult {
    const key = this.#current[0]?.column === column.id ? this.#current[0] : undefined;
    const onClick = () => {
      const next = nextSort(column, this.#current, this.#initial);
      const [first] = next;
      this.announcement = first
        ? sorted(title, column.label, column.directions[first.descending ? 1 : 0])
        : unsorted(title);
      fire(this, 'g6-sort', { sort: writeSort(next) });
    };
    return html`<th part="header" class=${cellClass(column)} role="columnheader" scope="col"
      aria-sort=${key ? (key.descending ? 'descending' : 'ascending') : nothing}>
      <button part="sort-button" type="button" @click=${onClick}>${isolate(column.label)}${sortMark}</button>
      ${column.mixed ? html`<span class="units">${unitsDiffer}</span>` : nothing}
    </th>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'g6-comparison-table': G6ComparisonTable;
  }
}
