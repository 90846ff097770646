/** The controls above and below the table, as far as they are switched on. Leaves what they change to the scope. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Product } from '../model/comparison.js';
import { type Filter, isFiltered } from '../model/filter.js';
import type { SortKey } from '../model/order.js';
import type { View } from '../model/view.js';
import { mostSelected as most, type Share } from './share.js';
import type { Locale } from './strings.js';
import type { TableChild } from './table-child.js';
import { isNamed } from './table-columns.js';
import { type ExportFormat, exportMenu } from './table-export.js';
import { filterFields, searchField } from './table-filters.js';
import type { Plan } from './table-plan.js';
import { sortControl } from './table-sort.js';
import { slotted } from './templates.js';

/** What the controls can do. */
export interface Requests {
  readonly sort: (sort: readonly SortKey[]) => void;
  readonly filter: (filter: Filter) => void;
  readonly select: (selection: readonly string[]) => void;
  readonly layOut: (layout: View['layout'], onlyDifferences: boolean) => void;
  readonly toggle: (key: string) => void;
  readonly export: (format: ExportFormat, copies: boolean) => void;
  readonly copyLink: () => void;
  readonly resetWeights: () => void;
}

/** Which controls are switched on, and which of what opens is open. */
export interface Switches {
  readonly search: boolean;
  readonly filters: boolean;
  readonly compare: boolean;
  readonly export: boolean;
  readonly share: Share;
  /** What was said last. */
  readonly said: string | undefined;
  readonly isOpen: (key: string) => boolean;
}

/** A button of the controls. */
const button = (label: string, onClick: () => void): TemplateResult =>
  html`<button type="button" part="button" @click=${onClick}>${label}</button>`;

/** What leaves out the rows of a matrix that say the same of all its products. */
const differences = ({ onlyDifferences, ownLayout }: Plan, locale: Locale, ask: Requests): TemplateResult =>
  html`<label class="choice"><input type="checkbox" .checked=${onlyDifferences} @change=${() => ask.layOut(ownLayout, !onlyDifferences)}> ${locale.onlyDifferences}</label>`;

/** The button that copies the link; where the browser refuses, readers can copy it themselves. */
const linkTools = ({ refused }: Share, locale: Locale, ask: Requests): TemplateResult =>
  html`${button(locale.copyLink, ask.copyLink)} ${
    refused ? html`<input readonly dir="ltr" aria-label=${locale.copyLink} .value=${refused}>` : nothing
  }`;

/** What takes the table elsewhere: its export and its link, and what became of them. */
const outlets = (locale: Locale, { export: canExport, share, said }: Switches, ask: Requests): TemplateResult =>
  html`${canExport ? exportMenu(locale, ask.export) : nothing} ${share.isOn ? linkTools(share, locale, ask) : nothing}
    ${said === locale.copied || said === locale.notCopied ? html`<span class="small" aria-hidden="true">${said}</span>` : nothing}`;

/** The row of controls above the table. */
export function tools(plan: Plan, locale: Locale, on: Switches, ask: Requests): unknown {
  const { comparison, columns, filter, sort, matching, layout, isCompared } = plan;
  if (isCompared) return nothing;
  const isOpen = on.isOpen('filters');
  const all = comparison.products.length;
  const drawing = { filter, columns: columns.filter(isNamed), locale, onFilter: ask.filter };
  return html`<div class="tools ${on.search || on.filters || on.compare || on.export || on.share.isOn ? 'with' : ''}" part="tools">
      ${on.search ? searchField(drawing) : nothing}
      ${
        on.filters
          ? html`<button type="button" part="button" aria-expanded=${isOpen} @click=${() => ask.toggle('filters')}>${locale.filters}</button>`
          : nothing
      }
      ${all > 1 ? sortControl(columns.filter(isNamed), sort, locale, ask.sort) : nothing} ${layout === 'matrix' ? differences(plan, locale, ask) : nothing}
      ${
        isFiltered(filter)
          ? html`<span class="matches">${locale.matches(locale.number(matching), locale.number(all), matching)} ${button(locale.reset, () => ask.filter({}))}</span>`
          : nothing
      }
      ${outlets(locale, on, ask)}
    </div>
    ${on.filters && isOpen ? filterFields({ ...drawing, facets: plan.facets() }) : nothing}`;
}

/** Says that what is shown is by the reader's weights, with a way back to the publisher's. */
export const weighed = ({ published }: Plan, locale: Locale, ask: Requests): unknown =>
  published
    ? html`<p part="weighed">${locale.byYourWeights} ${button(locale.resetWeights, ask.resetWeights)}</p>`
    : nothing;

/** The bar that says what is picked, and puts it side by side; always there, so that it pushes nothing down. */
export function compareBar(plan: Plan, locale: Locale, on: Switches, ask: Requests): unknown {
  const { selection, isCompared } = plan;
  const { length } = selection;
  if (!on.compare) return nothing;
  const picked = length < most ? locale.selected(locale.number(length), length) : locale.enough;
  return html`<div class="tools" part="compare">
    <span>${length ? picked : locale.pickSome}${length === 1 ? html` &middot; ${locale.pickAnother}` : nothing}</span>
    ${
      length > 1
        ? button(isCompared ? locale.backToTable : locale.sideBySide, () =>
            ask.layOut(isCompared ? undefined : 'matrix', false),
          )
        : nothing
    }
    ${isCompared ? differences(plan, locale, ask) : nothing} ${length ? button(locale.clear, () => ask.select([])) : nothing}
    ${isCompared ? outlets(locale, on, ask) : nothing}
  </div>`;
}

/** The box that picks a product. */
export function pickBox({ id, name }: Product, { selection }: Plan, locale: Locale, ask: Requests): TemplateResult {
  const isPicked = selection.includes(id);
  return html`<label class="choice small"><input type="checkbox" aria-label=${locale.compareWith(name)} .checked=${isPicked}
    ?disabled=${!isPicked && selection.length >= most}
    @change=${() => ask.select(isPicked ? selection.filter((other) => other !== id) : [...selection, id])}> <span aria-hidden="true">${locale.compare}</span></label>`;
}

/** The way out of too narrow a filter, where nothing matches. */
export const noMatch = ({ matching, isCompared }: Plan, locale: Locale, ask: Requests): unknown =>
  matching || isCompared
    ? nothing
    : html`<p part="message">${locale.noMatch} ${button(locale.reset, () => ask.filter({}))}</p>`;

/** What comes under the table: the rest of it. */
export function more(plan: Plan, locale: Locale, on: Switches, ask: Requests): TemplateResult {
  const { columns, products, all, isLimited, layout } = plan;
  // A matrix has rows for them, which take nobody's room.
  const extra = layout === 'matrix' ? 0 : columns.filter(({ priority = 1 }) => priority > 2).length;
  const columnsLabel = on.isOpen('columns') ? locale.fewerColumns : locale.moreColumns(locale.number(extra), extra);
  const rowsLabel = products.length < all.length ? locale.showAll(locale.number(all.length)) : locale.showFewer;
  return html`${isLimited ? html`<p class="more">${button(rowsLabel, () => ask.toggle('all'))}</p>` : nothing}${
    extra ? html`<p class="more columns">${button(columnsLabel, () => ask.toggle('columns'))}</p>` : nothing
  }`;
}

/** What stands below the products of the page's own table, as an element draws it. */
export const foot = (child: TableChild | undefined, home: Element): unknown =>
  child?.content?.foot.map(
    (row) =>
      html`<p class="small" part="notes">${[...new Set(row)].map((cell) => [slotted(child.slotFor(cell, home)), ' '])}</p>`,
  );

/** The notes to values, each once, numbered as the cells number them. */
export const notes = (all: readonly string[]): unknown =>
  all.length
    ? html`<ol class="small" part="notes">${all.map((note) => html`<li><bdi>${note}</bdi></li>`)}</ol>`
    : nothing;
