/** How the cells of the table are drawn, by what they hold. Leaves their order and their columns to the table. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Cell } from '../model/cell.js';
import type { Product } from '../model/comparison.js';
import type { ProductScore } from '../model/score.js';
import type { TableColumn } from './table-columns.js';
import { bar, type Drawing, isolate, link, numeral, remark, spoken } from './templates.js';

const absent = (words: string): TemplateResult => spoken(words, html`<span class="muted">—</span>`);

function specCell({ type, text, quantity, items, checked, url }: Cell, { comparison, locale }: Drawing): unknown {
  switch (type) {
    case 'missing':
      return absent(locale.notStated);
    case 'boolean':
      return checked ? locale.yes : locale.no;
    case 'list':
      return html`<ul part="list">${items?.map((item) => html`<li>${isolate(item)}</li>`)}</ul>`;
    case 'date':
      return locale.date(text);
  }
  // What its author typed is shown as typed; bare numbers are written as the language writes them.
  const value = Number(text);
  if (text !== String(quantity?.value) || /e/.test(text)) return link(text, url, 'link');
  return type === 'price' && comparison.currency ? locale.price(value, comparison.currency) : locale.number(value);
}

/** The product's cell, the header of its row: place, award and name. */
export function productCell(
  { award, name, url }: Product,
  { rank }: ProductScore,
  { locale }: Drawing,
): TemplateResult {
  return html`${award ? html`<span class="award" part="award">${isolate(award)}</span>` : nothing}
    <span class="title" part="name">
      ${rank ? html`<span class="rank muted" part="rank">${spoken(locale.rank(rank), rank)}</span>` : nothing}
      <span>${link(name, url, 'product-link')}</span>
    </span>`;
}

/** Any cell but the product's own. */
export function dataCell({ id, kind }: TableColumn, product: Product, score: ProductScore, drawing: Drawing): unknown {
  const { locale, comparison } = drawing;
  const { rubric } = comparison;
  const { bestFor, cells, scores } = product;
  if (kind === 'bestFor') return bestFor ? isolate(bestFor) : absent(locale.notStated);
  if (kind === 'spec' || !rubric) return specCell(cells[id] as Cell, drawing);
  const { exact, composite } = score;
  const value = kind === 'score' ? exact?.toNumber() : scores[id]?.value;
  if (value === undefined) return absent(locale.notScored);
  const text = kind === 'score' ? locale.number(composite ?? '') : locale.scoreNumber(value);
  return html`${kind === 'score' ? numeral(text, rubric, locale, !!score.partial) : spoken(locale.outOf(text, locale.number(rubric.scale.max)), text)}
    ${bar(value, rubric.scale)}
    ${kind === 'score' ? remark(score, rubric, locale, false) : nothing}`;
}
