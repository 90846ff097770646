/** How readers narrow the products down: a search field, boxes to tick and ranges. Leaves what matches to the model. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ChoiceFacet, Facet, Filter, RangeFacet } from '../model/filter.js';
import type { Locale } from './strings.js';
import type { TableColumn } from './table-columns.js';
import { isolate } from './templates.js';
import { typedNumber } from './typed-number.js';

/** What the fields are drawn from. */
export interface FilterDrawing {
  readonly filter: Filter;
  readonly facets: readonly Facet[];
  readonly columns: readonly TableColumn[];
  readonly locale: Locale;
  readonly onFilter: (filter: Filter) => void;
}

/** A field for a text that what is shown must have. */
export const searchField = ({ filter, locale, onFilter }: Omit<FilterDrawing, 'facets' | 'columns'>): TemplateResult =>
  html`<label class="search">${locale.search} <input part="search" type="search" autocomplete="off" .value=${filter.search ?? ''}
    @input=${({ target }: Event) => onFilter({ ...filter, search: (target as HTMLInputElement).value })}></label>`;

/** The words for a value of a column that can be chosen. */
function wordsFor({ type }: Partial<TableColumn>, value: string, { yes, no }: Locale): string {
  return type === 'boolean' ? (value === 'true' ? yes : no) : value;
}

function choices(facet: ChoiceFacet, column: TableColumn, drawing: FilterDrawing): TemplateResult {
  const { filter, locale, onFilter } = drawing;
  const chosen = filter.choices?.[facet.column] ?? [];
  const toggle = (value: string) =>
    onFilter({
      ...filter,
      choices: {
        ...filter.choices,
        [facet.column]: chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value],
      },
    });
  return html`${facet.options.map(
    ({ value, count, isChosen }) =>
      html`<label class="choice"><input type="checkbox" .checked=${isChosen} @change=${() => toggle(value)}>
        ${isolate(wordsFor(column, value, locale))} <span class="muted">${locale.number(count)}</span></label>`,
  )}`;
}

const toDate = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

function range(facet: RangeFacet, column: TableColumn, drawing: FilterDrawing): TemplateResult {
  const { filter, locale, onFilter } = drawing;
  const { min, max, step, unit, per, outOf } = facet;
  const chosen = filter.ranges?.[facet.column] ?? {};
  const isDate = unit === 'ms';
  const write = (amount: number, type: string) =>
    type === 'date' ? toDate(amount) : type === 'range' ? String(amount) : locale.number(amount);
  const onChange = (end: 'min' | 'max') => (event: Event) => {
    const input = event.target as HTMLInputElement;
    const { value, type, valueAsNumber } = input;
    const typed = type === 'text' ? typedNumber(value, locale) : valueAsNumber;
    const { [end]: _, ...rest } = chosen;
    // The two ends do not pass each other.
    const number = end === 'min' ? Math.min(typed, chosen.max ?? max) : Math.max(typed, chosen.min ?? min);
    const isAll = !(end === 'min' ? number > min : number < max);
    input.value = write(isAll ? facet[end] : number, type);
    onFilter({ ...filter, ranges: { ...filter.ranges, [facet.column]: isAll ? rest : { ...rest, [end]: number } } });
  };
  const field = (end: 'min' | 'max', isHandle: boolean) => {
    const label = end === 'min' ? locale.rangeFrom(column.label) : locale.rangeTo(column.label);
    const value = chosen[end] ?? facet[end];
    const type = isHandle ? 'range' : isDate ? 'date' : 'text';
    return html`<input type=${type} inputmode="decimal" min=${write(min, type)} max=${write(max, type)} step=${isHandle ? step : 'any'} aria-label=${label} .value=${write(value, type)} @change=${onChange(end)}>`;
  };
  const basis = per ? `/ ${per.value === 1 ? '' : `${locale.number(per.value)} `}${per.unit}` : '';
  return html`<div class="handles">${field('min', true)}${field('max', true)}</div>
    <div class="ends">${field('min', false)} &ndash; ${field('max', false)} <span class="muted">${isolate(isDate ? '' : `${locale.unit(unit, max)} ${outOf ? `/ ${locale.number(outOf)}` : basis}`)}</span></div>`;
}

/** The boxes and ranges of every column that has any. */
export function filterFields(drawing: FilterDrawing): TemplateResult {
  return html`<div class="facets" part="filters">${drawing.columns.map((column) => {
    const facets = drawing.facets.filter((facet) => facet.column === column.id);
    return facets.length
      ? html`<fieldset><legend>${isolate(column.label)}</legend>${facets.map((facet) =>
          facet.kind === 'choice' ? choices(facet, column, drawing) : range(facet, column, drawing),
        )}</fieldset>`
      : nothing;
  })}</div>`;
}
