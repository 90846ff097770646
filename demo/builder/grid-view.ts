/**
 * How the grid is drawn: its cells, the tools above it, and what there is to say of the cell one is at. Leaves what is done
 * to `builder-grid.ts`, which hands it over as calls.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Finding } from './findings.js';
import { neighbourOf } from './grid-edits.js';
import { type Block, isIn, type Spot } from './grid-keys.js';
import {
  type GridColumn,
  type GridPlan,
  type GridRow,
  isEditable,
  type Place,
  pathTo,
  placeAt,
  productsOf,
  remarkOf,
  textAt,
} from './grid-plan.js';
import type { Drag } from './grid-pointer.js';
import { recordOf, textOf, valueAt } from './json.js';
import type { Store } from './store.js';

/** A cell that is being edited. */
export interface Editing extends Spot {
  readonly text: string;
  readonly error?: string | undefined;
}

/** All that a cell may depend on. */
export interface GridState {
  readonly store: Store;
  /** Its rows are those that are drawn. */
  readonly plan: GridPlan;
  readonly spot: Spot;
  /** The cells that are chosen, where those are more than one. */
  readonly block: Block | undefined;
  readonly editing: Editing | undefined;
  readonly drag: Drag | undefined;
  readonly marks: ReadonlyMap<string, readonly Finding[]>;
}

const keyOf = ({ row, column }: Place): string => `${row} ${column.kind} ${column.id}`;

/** What is found in each cell, by `keyOf`. */
export function marksOf(store: Store): ReadonlyMap<string, readonly Finding[]> {
  const { document } = store.work;
  const plan = store.derived?.plan;
  const marks = new Map<string, Finding[]>();
  if (!document || !plan) return marks;
  for (const finding of store.findings) {
    const place = finding.isOpen ? placeAt(finding.path, plan, document) : undefined;
    if (!place) continue;
    const key = keyOf(place);
    marks.set(key, [...(marks.get(key) ?? []), finding]);
  }
  return marks;
}

/** What stands in a cell of the document as it is. */
export function shownAt({ work, derived }: Store, place: Place): string {
  const score = typeof place.row === 'number' ? derived?.scores.get(place.row) : undefined;
  return work.document ? textAt(work.document, place, score?.composite) : '';
}

/** A row in words. */
export function nameOfRow({ work }: Store, row: GridRow): string {
  if (typeof row !== 'number') return row === 'weights' ? 'the weights' : 'the headings';
  const product = work.document && productsOf(work.document)[row];
  return textOf(recordOf(product).name) || `product ${row + 1}`;
}

/** What the drawing of a row depends on: where nothing of it has changed, the row stands as it is. */
export function factsOf(state: GridState): (row: GridRow, at: number) => unknown[] {
  const { store, plan, spot, block, editing, drag, marks } = state;
  const { work, derived } = store;
  const columns = JSON.stringify(plan.columns);
  const products = productsOf(work.document ?? {});
  const found = new Map<string, string>();
  for (const [key, findings] of marks) {
    const [row = ''] = key.split(' ');
    found.set(row, `${found.get(row) ?? ''} ${key} ${findings.map(({ id }) => id).join(' ')}`);
  }
  return (row, at) => {
    const score = typeof row === 'number' ? derived?.scores.get(row) : undefined;
    return [
      columns,
      row,
      // Weights are the whole document's.
      typeof row === 'number' ? products[row] : work.document,
      score?.composite,
      !!score?.partial,
      found.get(`${row}`),
      spot.row === at ? spot.column : undefined,
      block && at >= block.top && at <= block.bottom ? `${block.left} ${block.right}` : undefined,
      editing?.row === at ? editing : undefined,
      drag,
    ];
  };
}

export interface FieldCalls {
  readonly type: (text: string) => void;
  readonly leave: () => void;
}

export function gridCell(place: Place, at: Spot, state: GridState, calls: FieldCalls): TemplateResult {
  const { row, column } = place;
  const { spot, block, editing, drag, marks } = state;
  const isHere = spot.row === at.row && spot.column === at.column;
  const isChosen = block !== undefined && isIn(block, at.row, at.column);
  const found = marks.get(keyOf(place)) ?? [];
  const isWrong = found.some(({ severity }) => severity !== 'info');
  const isTarget = drag && drag.from !== drag.to && drag.to === (drag.kind === 'row' ? at.row : at.column);
  const names = [
    column.kind,
    isChosen ? 'chosen' : '',
    isWrong ? 'wrong' : '',
    isTarget ? `onto-${drag.to > drag.from ? 'end' : 'start'}` : '',
  ].join(' ');
  const isField = editing?.row === at.row && editing.column === at.column;
  const inside = isField ? field(place, editing, state.store, calls) : content(place, found, state.store);
  const tab = isHere ? '0' : '-1';
  const news = isHere ? 'cell-news' : nothing;
  if (row === 'header') {
    return html`<th role="columnheader" scope="col" class=${names} tabindex=${tab} data-row=${at.row} data-column=${at.column} aria-selected=${isChosen} aria-readonly=${!isEditable(place)} aria-describedby=${news}>${inside}</th>`;
  }
  if (column.kind === 'name') {
    return html`<th role="rowheader" scope="row" class=${names} tabindex=${tab} data-row=${at.row} data-column=${at.column} aria-selected=${isChosen} aria-invalid=${isWrong} aria-readonly=${!isEditable(place)} aria-describedby=${news}>${inside}</th>`;
  }
  return html`<td role="gridcell" class=${names} tabindex=${tab} data-row=${at.row} data-column=${at.column} aria-selected=${isChosen} aria-invalid=${isWrong} aria-readonly=${!isEditable(place)} aria-describedby=${news}>${inside}</td>`;
}

function content(place: Place, found: readonly Finding[], store: Store): unknown {
  const { row, column } = place;
  const grip = (isThere: boolean) => (isThere ? html`<span class="grip" aria-hidden="true"></span>` : nothing);
  const text = shownAt(store, place);
  if (row === 'header') return html`${grip(column.kind === 'criterion' || column.kind === 'spec')}<bdi>${text}</bdi>`;
  if (column.kind === 'name') return html`${grip(typeof row === 'number')}<bdi>${text}</bdi>`;
  if (column.kind === 'composite') {
    return row === 'weights' ? html`<span class="sum">Sum ${weightSum(store)}</span>` : composite(store, row);
  }
  const finding = column.kind === 'stated' ? found.find(({ mend }) => mend) : undefined;
  const remark = typeof row === 'number' ? remarkOf(valueAt(store.work.document, pathTo(place) ?? [])) : '';
  return html`<bdi>${text}</bdi>${row === 'weights' && text ? share(column, store) : nothing}${
    remark ? html`<span class="remark" title=${remark}>*<span class="hidden">${remark}</span></span>` : nothing
  }${
    finding?.mend
      ? html` <button type="button" tabindex="-1" class="mend" @click=${() => mendAt(store, finding)}>${finding.mend.label.replace('the computed ', '')}</button>`
      : nothing
  }`;
}

/** Mends what was found, and leads back to its cell: the button is gone then. */
function mendAt(store: Store, { mend, path }: Finding): void {
  if (!mend) return;
  store.changeDocument(mend.done, mend.mend);
  store.show(path);
}

/** What the weights add up to, without what binary fractions add to that. */
function weightSum({ derived }: Store): number {
  const weights = derived?.comparison?.rubric?.criteria.map(({ weight }) => weight) ?? [];
  return Number(weights.reduce((sum, weight) => sum + weight, 0).toFixed(6));
}

/** What part of all a weight is, where weights do not add up to 100 themselves. */
function share(column: GridColumn, store: Store): unknown {
  const sum = weightSum(store);
  const weight = store.derived?.comparison?.rubric?.criteria.find(({ id }) => id === column.id)?.weight;
  if (!sum || sum === 100 || weight === undefined) return nothing;
  return html` <span class="share">${Math.round((weight * 1000) / sum) / 10}&nbsp;%</span>`;
}

function composite({ derived }: Store, row: number): unknown {
  const score = derived?.scores.get(row);
  if (!score?.composite) return html`<span class="none">–</span>`;
  return html`<b>${score.composite}</b>${score.partial ? html` <span class="share">partial</span>` : nothing}`;
}

function field({ row, column }: Place, { text, error }: Editing, store: Store, calls: FieldCalls): TemplateResult {
  const name = row === 'header' ? `Heading of ${column.label}` : `${column.label}, ${nameOfRow(store, row)}`;
  return html`<input
      class="cell-field"
      .value=${text}
      dir="auto"
      autocomplete="off"
      spellcheck="false"
      aria-label=${name}
      aria-invalid=${error !== undefined}
      aria-describedby=${error ? 'cell-error' : nothing}
      inputmode=${column.kind === 'criterion' && row !== 'header' ? 'decimal' : nothing}
      @input=${(event: InputEvent) => calls.type((event.target as HTMLInputElement).value)}
      @blur=${calls.leave}
    />${error ? html`<span class="cell-error" id="cell-error" role="alert">${error}</span>` : nothing}`;
}

// ————— Around the grid

export type Addition = 'product' | 'column' | 'criterion';

export interface ToolCalls {
  readonly add: (what: Addition) => void;
  readonly move: (step: -1 | 1, kind: Drag['kind']) => void;
  readonly remove: (kind: Drag['kind']) => void;
}

/** What changes the grid as a whole, and the row and column one is at. */
export function gridTools({ store, plan }: GridState, place: Place | undefined, calls: ToolCalls): TemplateResult {
  const { add, move, remove } = calls;
  const count = productsOf(store.work.document ?? {}).length;
  const row = place && typeof place.row === 'number' ? place.row : undefined;
  const column = place?.column;
  const name = row === undefined ? '' : nameOfRow(store, row);
  const isRemovable = column && column.kind !== 'name' && column.kind !== 'composite';
  const sign = (text: string, label: string, isPossible: boolean, act: () => void) =>
    html`<button type="button" class="sign" aria-label=${label} title=${label} ?disabled=${!isPossible} @click=${act}>${text}</button>`;
  const before = column && neighbourOf(plan, column, -1);
  const behind = column && neighbourOf(plan, column, 1);
  return html`<div class="tools" role="group" aria-label="Change the grid">
    <button type="button" @click=${() => add('product')}>Add product</button>
    <button type="button" @click=${() => add('column')}>Add column</button>
    <button type="button" @click=${() => add('criterion')}>Add criterion</button>
    <span class="of">
      ${sign('↑', `Move ${name || 'the product'} up`, row !== undefined && row > 0, () => move(-1, 'row'))}
      ${sign('↓', `Move ${name || 'the product'} down`, row !== undefined && row < count - 1, () => move(1, 'row'))}
      <button type="button" ?disabled=${row === undefined} aria-label=${`Remove product ${name}`} @click=${() => remove('row')}>Remove product</button>
    </span>
    <span class="of">
      ${sign('←', `Move the column ${column?.label ?? ''} forward`, !!before, () => move(-1, 'column'))}
      ${sign('→', `Move the column ${column?.label ?? ''} back`, !!behind, () => move(1, 'column'))}
      <button type="button" ?disabled=${!isRemovable} aria-label=${`Remove column ${isRemovable ? column.label : ''}`} @click=${() => remove('column')}>Remove column</button>
    </span>
  </div>`;
}

/** The way from page to page, where there is more than one. */
export function gridPages(count: number, size: number, page: number, turn: (to: number) => void): unknown {
  if (count <= size) return nothing;
  const last = Math.ceil(count / size) - 1;
  return html`<p class="pages">
    <button type="button" ?disabled=${page === 0} @click=${() => turn(page - 1)}>Previous ${size}</button>
    Products ${page * size + 1} to ${Math.min(count, (page + 1) * size)} of ${count}
    <button type="button" ?disabled=${page === last} @click=${() => turn(page + 1)}>Next ${size}</button>
  </p>`;
}

/** What there is to say of the cell one is at, with what mends it. */
export function cellBar({ store, marks }: GridState, place: Place | undefined): TemplateResult {
  const found = (place && marks.get(keyOf(place))) ?? [];
  return html`<div class="cell-bar">
    <div id="cell-news">
      ${
        found.length
          ? found.map(({ message, severity }) => html`<p class=${severity}>${message}</p>`)
          : html`<p>${place && hintOf(place)}</p>`
      }
    </div>
    ${found.map((finding) =>
      finding.mend
        ? html`<button type="button" @click=${() => mendAt(store, finding)}>${finding.mend.label}</button>`
        : nothing,
    )}
  </div>`;
}

/** How a cell is filled in, in a sentence. */
function hintOf({ row, column }: Place): string {
  if (column.kind === 'composite') return 'Worked out from weights and scores; never typed.';
  if (row === 'weights')
    return column.kind === 'criterion'
      ? 'Weights are relative; best they add up to 100.'
      : 'What each criterion counts.';
  if (row === 'header') {
    return column.kind === 'criterion' || column.kind === 'spec'
      ? 'Enter renames the column, Alt and arrows move it.'
      : 'Arrows go from cell to cell.';
  }
  if (column.kind === 'stated')
    return 'The score your article states: it is checked against the computed one, and never shown.';
  if (column.kind === 'spec' && column.type === 'list') return 'Semicolons part the entries of a list.';
  if (column.kind === 'spec' && column.type === 'boolean') return 'Type yes or no.';
  return 'Enter or F2 edits, arrows move, Alt and arrows move the row or column.';
}
