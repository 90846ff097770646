/** The comparison with products as rows, and what of it is drawn as cards by style alone. */
import { html, noChange, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Comparison, Product, Rubric } from '../model/comparison.js';
import type { SortKey } from '../model/order.js';
import type { ProductScore } from '../model/score.js';
import { breakdown } from './breakdown.js';
import type { Window } from './row-window.js';
import { type CellDrawing, dataCell, productCell } from './table-cells.js';
import type { TableColumn } from './table-columns.js';
import { headerCell } from './table-sort.js';
import { isolate } from './templates.js';

/** Everything that a table is drawn from. */
export interface TableDrawing extends CellDrawing {
  readonly comparison: Comparison;
  /** The title as it is drawn. */
  readonly caption: unknown;
  readonly columns: readonly TableColumn[];
  readonly scores: ReadonlyMap<Product, ProductScore>;
  /** The same by the publisher's weights, where those are by the reader's. */
  readonly published: ReadonlyMap<Product, ProductScore> | undefined;
  /** The products to show, in their order. */
  readonly products: readonly Product[];
  readonly sort: readonly SortKey[];
  readonly onSort: (column: TableColumn, isSecond: boolean) => void;
  /** The box to pick a product for comparing with; nothing where that is off. */
  readonly pick: (product: Product) => unknown;
}

/** Amounts of one kind stand on their last digits, so that they can be compared by eye; others begin where texts do. */
const isAligned = ({ type, mixed }: TableColumn): boolean =>
  type === 'number' || ((type === 'quantity' || type === 'price') && !mixed);

export const cellClass = (column: TableColumn): string =>
  `${isAligned(column) ? 'number' : column.kind} ${(column.priority ?? 1) > 2 ? 'extra' : ''}`;

function row(product: Product, index: number, drawing: TableDrawing): TemplateResult {
  const { columns, scores, pick } = drawing;
  const score = scores.get(product) as ProductScore;
  // On a card a score that comes next to the name stands beside it.
  const beside = columns[columns.findIndex(({ kind }) => kind === 'name') + 1];
  // Ranges would break behind their dash.
  const isShort = ({ id }: TableColumn) => product.cells[id]?.quantity && product.cells[id].text.length < 16;
  const cells = columns.map((column) =>
    column.kind === 'name'
      ? html`<th part="cell" role="rowheader" scope="row">${productCell(product, score, drawing)}${pick(product)}</th>`
      : html`<td part="cell" role="cell" class="${cellClass(column)} ${column === beside ? 'beside' : isShort(column) ? 'short' : ''}">
          <span class="label small">${isolate(column.label)}</span>
          <div>${dataCell(column, product, score, drawing)}</div>
        </td>`,
  );
  return html`<tr part="row" role="row" data-key=${product.id} aria-rowindex=${index + 2} class=${score.rank === 1 && !score.partial ? 'leader' : nothing}>${cells}</tr>${openedRow(product, columns.length, drawing)}`;
}

/** The breakdown of a product's score below the row that holds it, if it is open. */
export function openedRow(product: Product, columns: number, drawing: TableDrawing): unknown {
  const { scores, published, isOpen, locale, comparison } = drawing;
  return isOpen(`${product.id} score`)
    ? html`<tr class="opened" role="row"><td role="cell" colspan=${columns}><div class="breakdown">${breakdown(scores.get(product) as ProductScore, comparison.rubric as Rubric, locale, published?.get(product))}</div></td></tr>`
    : nothing;
}

/** The room that rows which are not there take. */
const spacer = (height: number): unknown =>
  height ? html`<tr class="spacer" aria-hidden="true"><td height=${height}></td></tr>` : nothing;

/** A table with the rows of the window, of which those that are stale stay as they are; `instead` where there is none. */
export function rowsTable(
  drawing: TableDrawing,
  { start, before, after }: Window,
  rows: readonly Product[],
  isStale: (product: Product) => boolean,
  instead: unknown,
): TemplateResult {
  const { caption, columns, products, sort, locale, onSort } = drawing;
  return html`<table part="table" role="table" aria-rowcount=${(products.length || 1) + 1}>
    <caption part="caption">${caption}<span class="hidden">. ${locale.sortHint}</span></caption>
    <thead role="rowgroup"><tr class="small" role="row" aria-rowindex="1">${columns.map((column) => headerCell(column, cellClass(column), sort, locale, onSort))}</tr></thead>
    <tbody role="rowgroup">${spacer(before)}${repeat(
      rows,
      (product) => product,
      (product, index) => (isStale(product) ? noChange : row(product, start + index, drawing)),
    )}${products.length ? nothing : html`<tr role="row"><td role="cell" colspan=${columns.length}>${instead}</td></tr>`}${spacer(after)}</tbody>
  </table>`;
}
