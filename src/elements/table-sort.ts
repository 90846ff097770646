/** How readers ask for another order: buttons in the headers, and lists to choose from where there are no headers. */
import { html, nothing, type TemplateResult } from 'lit';
import { type SortKey, writeSort } from '../model/order.js';
import type { Locale } from './strings.js';
import { isNamed, type TableColumn } from './table-columns.js';
import { isolate } from './templates.js';

/** Both arrows where the column is not sorted, one filled arrow where it is: they differ in shape. */
const sortMark = html`<svg class="mark" viewBox="0 0 8 11" aria-hidden="true"><path d="M1 4 4 1 7 4z"></path><path d="M1 7 4 10 7 7z"></path></svg>`;

/** An order in words: "Price, lowest first, then Score, highest first". */
export function describeSort(
  sort: readonly SortKey[],
  columns: readonly TableColumn[],
  { comma, andThen }: Locale,
): string {
  return sort
    .flatMap(({ column, descending }) => {
      const found = columns.find(({ id }) => id === column);
      return found ? `${found.label}${comma}${found.directions[descending ? 1 : 0]}` : [];
    })
    .join(comma + andThen);
}

/** A header cell whose button fills it; with the shift key the column becomes the second key. */
export function headerCell(
  column: TableColumn,
  className: string,
  sort: readonly SortKey[],
  locale: Locale,
  onSort: (column: TableColumn, isSecond: boolean) => void,
): TemplateResult {
  const place = sort.findIndex((key) => key.column === column.id);
  // Not in every engine does the click that a key makes tell of the shift key.
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.shiftKey) return;
    event.preventDefault();
    onSort(column, true);
  };
  const direction = sort[place]?.descending ? 'descending' : 'ascending';
  return html`<th part="header" class="${className} ${place < 0 ? '' : direction}" role="columnheader" scope="col" aria-sort=${place ? nothing : direction}>
    ${isNamed(column) ? html`<button part="sort-button" type="button" @keydown=${onKey} @click=${(event: MouseEvent) => onSort(column, event.shiftKey)}>${isolate(column.label)}${sortMark}${place > 0 ? html`<span class="hidden">${locale.comma}${locale.number(2)}${locale.comma}${column.directions[direction === 'descending' ? 1 : 0]}</span><span class="place" aria-hidden="true">${locale.number(2)}</span>` : nothing}</button>` : column.label}
    ${column.mixed ? html`<span class="units">${locale.unitsDiffer}</span>` : nothing}
  </th>`;
}

/** Two lists to choose a first and a second key from, each column in both directions, the better one first. */
export function sortControl(
  columns: readonly TableColumn[],
  sort: readonly SortKey[],
  { sortBy, thenBy, initialOrder, unsortedChoice, comma }: Locale,
  onSort: (sort: readonly SortKey[]) => void,
): TemplateResult {
  const choices = columns.flatMap(({ id, label, better, directions }) => {
    const descending = better === 'higher';
    return [descending, !descending].map((down) => ({
      key: { column: id, descending: down },
      label: `${label}${comma}${directions[down ? 1 : 0]}`,
    }));
  });
  const list = (label: string, index: number) => {
    const chosen = sort[index] ? writeSort([sort[index]]) : '';
    const others = choices.filter(({ key }) => index === 0 || key.column !== sort[0]?.column);
    const onChange = ({ target }: Event) => {
      const { key } = others[(target as HTMLSelectElement).selectedIndex - 1] ?? {};
      // Without a first key there is no second one either.
      if (!key && !index) onSort([]);
      else
        onSort([
          ...sort.slice(0, index),
          ...(key ? [key] : []),
          ...sort.slice(index + 1).filter((other) => other.column !== key?.column),
        ]);
    };
    const isChosen = others.map(({ key }) => writeSort([key]) === chosen);
    return html`<label>${label} <select @change=${onChange}><option .selected=${!isChosen.includes(true)}>${index ? unsortedChoice : initialOrder}</option>${others.map(
      (choice, place) => html`<option .selected=${isChosen[place]}>${choice.label}</option>`,
    )}</select></label>`;
  };
  return html`<div class="sorts" part="sorts">${list(sortBy, 0)}${sort.length ? list(thenBy, 1) : nothing}</div>`;
}
