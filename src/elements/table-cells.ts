/** How the cells of the table are drawn, by what they hold. Leaves their order and their columns to the table. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Cell } from '../model/cell.js';
import type { Product } from '../model/comparison.js';
import type { ProductScore } from '../model/score.js';
import { writtenValue } from './cell-text.js';
import { type OfferDrawing, offerList } from './offers.js';
import { addressOf, linkSlot, reviewSlot, valueSlot } from './page-links.js';
import type { TableColumn } from './table-columns.js';
import { bar, isolate, movedMark, numeral, placeMark, publisherScore, remark, spoken } from './templates.js';

/** What the cells of a table need to know besides. */
export interface CellDrawing extends OfferDrawing {
  /** Whether a product has the best value of a column. */
  readonly isBest: (column: TableColumn, product: Product) => boolean;
  /** Whether something was opened, by its key. */
  readonly isOpen: (key: string) => boolean;
  readonly toggle: (key: string) => void;
  /** The publisher's scores, where those shown are by the reader's weights. */
  readonly published: ReadonlyMap<Product, ProductScore> | undefined;
  /** The number of a note under the table. */
  readonly noteNumber: (note: string) => number;
  /** The slot for what the page's own table holds of a product, where that is more than a text. */
  readonly slotOf?: (product: Product, column: string) => unknown;
}

// About four lines of a cell as wide as they get.
const long = 160;

const absent = (words: string): TemplateResult => spoken(words, html`<span class="muted">&mdash;</span>`);

export const yes = html`<svg class="tick" viewBox="0 0 12 12" aria-hidden="true"><path d="M2 6.5 5 9.5 10 3"></path></svg>`;
export const no = html`<svg class="tick" viewBox="0 0 12 12" aria-hidden="true"><path d="M3 3 9 9M9 3 3 9"></path></svg>`;
const star = html`<svg class="tick best" viewBox="0 0 12 12" aria-hidden="true"><path d="M6 1 11 6 6 11 1 6z"></path></svg>`;

/** Text of any length; a long one is cut until it is asked for. */
function prose(text: string, key: string, { isOpen, toggle, locale }: CellDrawing, whole: unknown): unknown {
  if (text.length < long) return whole;
  const isWhole = isOpen(key);
  return html`<div class=${isWhole ? '' : 'clamp'}>${whole}</div>
    <button class="plain small" type="button" aria-expanded=${isWhole} @click=${() => toggle(key)}>${isWhole ? locale.less : locale.more}</button>`;
}

function specCell(id: string, product: Product, key: string, drawing: CellDrawing): unknown {
  const cell = product.cells[id] as Cell;
  const { type, text, quantity, items, checked, url } = cell;
  const { comparison, locale } = drawing;
  const { outOf, value = 0 } = quantity ?? {};
  const level = type === 'rating' && outOf ? bar(value, { min: 0, max: outOf }) : nothing;
  const content = drawing.slotOf?.(product, id);
  if (content) return html`${prose(text, key, drawing, content)}${level}`;
  const written = writtenValue(cell, comparison, locale);
  const shown = addressOf(cell) ? linkSlot(valueSlot(id, product, comparison), written, 'link', url) : isolate(written);
  switch (type) {
    case 'missing':
      return absent(locale.notStated);
    case 'boolean':
      return html`${checked ? yes : no} ${checked ? locale.yes : locale.no}`;
    case 'list':
      return html`<ul part="list">${items?.map((item) => html`<li>${isolate(item)}</li>`)}</ul>`;
    case 'text':
      return prose(text, key, drawing, shown);
  }
  return outOf && level !== nothing
    ? html`${spoken(locale.outOf(locale.number(value), locale.number(outOf)), shown)}${level}`
    : shown;
}

/** The product's cell, the header of its row or column: place, award and name. */
export function productCell(
  product: Product,
  score: ProductScore,
  { locale, published, slotOf }: CellDrawing,
): TemplateResult {
  const { award, name, url } = product;
  const { rank } = score;
  return html`${award ? html`<span class="award" part="award">${isolate(award)}</span>` : nothing}
    <span class="title" part="name">
      ${rank ? html`<span class="rank muted" part="rank">${placeMark(rank, locale)}</span>` : nothing}
      <span>${slotOf?.(product, 'name') ?? (url ? linkSlot(reviewSlot(product), name, 'product-link') : isolate(name))}${published ? html` ${movedMark(score, published.get(product), locale)}` : nothing}</span>
    </span>`;
}

/** Any cell but the product's own. */
export function dataCell(column: TableColumn, product: Product, score: ProductScore, drawing: CellDrawing): unknown {
  const { id } = column;
  const { locale, isBest, noteNumber } = drawing;
  const note = column.kind === 'spec' ? product.cells[id]?.note : undefined;
  return html`${valueCell(column, product, score, drawing)}${
    isBest(column, product) ? html` <span class="small best" part="best">${star} ${locale.best}</span>` : nothing
  }${note ? html` <sup aria-hidden="true">${noteNumber(note)}</sup><span class="hidden">(${locale.note}: ${isolate(note)})</span>` : nothing}`;
}

/** What a cell holds, without its marks and notes. */
export function valueCell(
  { id, kind }: TableColumn,
  product: Product,
  score: ProductScore,
  drawing: CellDrawing,
): unknown {
  const { locale, comparison, isOpen, toggle } = drawing;
  const { rubric } = comparison;
  const { bestFor, offers, scores } = product;
  const key = `${product.id} ${id}`;
  if (kind === 'bestFor') return bestFor ? prose(bestFor, key, drawing, isolate(bestFor)) : absent(locale.notStated);
  if (kind === 'offers') return offers?.length ? offerList(product, drawing, true) : absent(locale.notStated);
  if (kind === 'spec' || !rubric) return specCell(id, product, key, drawing);
  const { exact, composite } = score;
  const value = kind === 'score' ? exact?.toNumber() : scores[id]?.value;
  const publishers = kind === 'score' ? publisherScore(drawing.published?.get(product), locale) : nothing;
  if (value === undefined) return html`${absent(locale.notScored)} ${publishers}`;
  const text = kind === 'score' ? locale.number(composite ?? '') : locale.scoreNumber(value);
  if (kind !== 'score') {
    return html`${spoken(locale.outOf(text, locale.number(rubric.scale.max)), text)}${bar(value, rubric.scale)}`;
  }
  // The accessible name of the button begins with what is seen of it.
  return html`<button class="plain" part="score-button" type="button" aria-expanded=${isOpen(key)} @click=${() => toggle(key)}>
      ${numeral(text, rubric, locale, !!score.partial)}${bar(value, rubric.scale)}<span class="hidden">. ${locale.breakdownOf(product.name)}</span>
    </button>
    ${remark(score, rubric, locale, false)} ${publishers}`;
}
