/** The comparison with products as columns, and what sets them apart. Leaves the cells to `table-cells.ts`. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Product } from '../model/comparison.js';
import { offersOf } from '../model/offer.js';
import { keyOf } from '../model/order.js';
import { differenceOf, type Quantity } from '../model/quantity.js';
import type { ProductScore } from '../model/score.js';
import type { Locale } from './strings.js';
import { dataCell, productCell } from './table-cells.js';
import type { TableColumn } from './table-columns.js';
import { openedRow, type TableDrawing } from './table-rows.js';
import { isolate } from './templates.js';

/** Whether what a column says is not the same for all products shown. */
export function hasDifference(
  { comparison, products, scores, date }: Pick<TableDrawing, 'comparison' | 'products' | 'scores' | 'date'>,
  { id, kind }: TableColumn,
): boolean {
  const offers = (product: Product) =>
    offersOf(comparison, product, date).map(({ seller, price, age }) => [seller, price, age]);
  const shown = products.map((product) => {
    const cell = product.cells[id];
    const value = kind === 'offers' ? offers(product) : keyOf(comparison, scores.get(product) as ProductScore, id);
    return JSON.stringify(value ?? cell?.text ?? '');
  });
  return new Set(shown).size > 1;
}

/** A difference as an amount: one decimal more than anybody prints is as much as converting gives. */
function writeSize(size: number, { kind, unit, per }: Quantity, locale: Locale): string {
  const exact = Number(size.toPrecision(12));
  const value = String(exact).length > 8 ? Number(size.toPrecision(3)) : exact;
  const amount =
    kind === 'money' && unit
      ? locale.price(value, unit, true)
      : unit === '%'
        ? locale.points(locale.number(value), value)
        : locale.amount(value, unit);
  return amount + (per ? `/${per.value === 1 ? '' : `${locale.number(per.value)} `}${per.unit}` : '');
}

/** How far a product's value is from the first one's, in words; nothing where that cannot be said. */
function differenceTo(first: ProductScore, score: ProductScore, column: TableColumn, drawing: TableDrawing): unknown {
  const { comparison, locale } = drawing;
  const [a, b] = [keyOf(comparison, first, column.id), keyOf(comparison, score, column.id)];
  if (first === score || !a || !b || column.mixed) return nothing;
  const { name } = first.product;
  if (column.kind === 'score' && first.exact && score.exact) {
    // Of the composites as shown, so that a reader who subtracts gets the same.
    const gap = Number(score.composite) - Number(first.composite);
    const amount = Math.abs(gap).toFixed(comparison.rubric?.decimals);
    return gap ? locale.difference(locale.number(amount), gap > 0, name) : nothing;
  }
  if (column.kind === 'criterion') {
    const difference = Number(b[0]) - Number(a[0]);
    return difference
      ? locale.difference(locale.number(Math.abs(Number(difference.toPrecision(12)))), difference > 0, name)
      : nothing;
  }
  const [own, other] = [score, first].map(({ product }) => product.cells[column.id]?.quantity);
  const difference = own && other && differenceOf(own, other);
  if (!difference) return nothing;
  return locale.difference(writeSize(Math.abs(difference), own, locale), difference > 0, name);
}

/** The columns that a matrix shows; what readers buy by stays, also where it is the same. */
export const matrixColumns = (
  plan: Parameters<typeof hasDifference>[0] & Pick<TableDrawing, 'columns'>,
  onlyDifferences: boolean,
): readonly TableColumn[] =>
  plan.columns.filter(
    (column) => !onlyDifferences || /^(name|offers)$/.test(column.kind) || hasDifference(plan, column),
  );

/** A table with a column for each product; `isCompared` marks what differs from the first. */
export function matrixTable(
  drawing: TableDrawing,
  { isCompared, onlyDifferences }: { readonly isCompared: boolean; readonly onlyDifferences: boolean },
): TemplateResult {
  const { caption, products, scores, locale, pick } = drawing;
  const rows = matrixColumns(drawing, onlyDifferences).filter(({ kind }) => kind !== 'name');
  const first = scores.get(products[0] as (typeof products)[0]) as ProductScore;
  return html`<table part="table" class="matrix ${products.length === 2 ? 'pair' : ''}" role="table">
      <caption part="caption">${caption}</caption>
      <thead role="rowgroup"><tr role="row"><td role="cell"></td>${products.map((product) => {
        const score = scores.get(product) as ProductScore;
        return html`<th part="header" scope="col" role="columnheader" class=${score.rank === 1 && !score.partial ? 'leader' : nothing}>${productCell(product, score, drawing)}${pick(product)}</th>`;
      })}</tr></thead>
      <tbody role="rowgroup">${rows.map(
        (column) => html`<tr part="row" role="row">
          <th scope="row" role="rowheader" class="small">${isolate(column.label)}${isCompared && hasDifference(drawing, column) ? html` <span class="best" aria-hidden="true">&ne;</span><span class="hidden">, ${locale.differs}</span>` : nothing}${column.mixed ? html`<span class="units">${locale.unitsDiffer}</span>` : nothing}</th>
          ${products.map((product) => {
            const score = scores.get(product) as ProductScore;
            const words = isCompared ? differenceTo(first, score, column, drawing) : nothing;
            return html`<td part="cell" role="cell" class=${column.kind}><div>${dataCell(column, product, score, drawing)}</div>${words === nothing ? nothing : html`<div class="small">${words}</div>`}</td>`;
          })}
        </tr>${column.kind === 'score' ? products.map((product) => openedRow(product, products.length + 1, drawing)) : nothing}`,
      )}</tbody>
    </table>
    ${rows.some(({ kind }) => kind !== 'offers') ? nothing : html`<p part="message">${locale.allSame}</p>`}`;
}
