/**
 * The document as a grid that is edited like a spreadsheet: by keys after the grid pattern of the ARIA Authoring Practices,
 * by pointer, and with blocks of cells from the clipboard. Leaves what stands where to `grid-plan.ts`, what typing makes of
 * the document to `grid-edits.ts`, and the drawing to `grid-view.ts`.
 */
import type { DocumentJson } from 'g6-comparison/import';
import { html, LitElement, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { readBlock, writeBlock } from './cell-block.js';
import {
  addColumn,
  addCriterion,
  addProduct,
  moveColumn,
  moveProduct,
  neighbourOf,
  removeColumn,
  removeProduct,
  typeInto,
} from './grid-edits.js';
import { fillBlock, spread } from './grid-fill.js';
import { type Block, blockOf, type Spot, spotAfter } from './grid-keys.js';
import { type GridPlan, type GridRow, isEditable, type Place, placeAt, productsOf } from './grid-plan.js';
import { type Drag, GridPointer, spotOf } from './grid-pointer.js';
import {
  type Addition,
  cellBar,
  type Editing,
  factsOf,
  type GridState,
  gridCell,
  gridPages,
  gridTools,
  marksOf,
  nameOfRow,
  shownAt,
} from './grid-view.js';
import type { Store } from './store.js';
import { Watching } from './watching.js';

/** Products that are drawn at a time: a grid of thousands would be slow, and nobody edits thousands by hand. */
const pageSize = 200;

const adding: { readonly [what in Addition]: (document: DocumentJson) => DocumentJson } = {
  product: addProduct,
  column: (document) => addColumn(document),
  criterion: addCriterion,
};

export class BuilderGrid extends LitElement {
  static override properties = {
    store: { attribute: false },
    spot: { attribute: false },
    anchor: { attribute: false },
    editing: { attribute: false },
    drag: { attribute: false },
    page: { attribute: false },
  };

  declare store: Store;
  declare protected spot: Spot;
  /** The other end of a block of cells. */
  declare protected anchor: Spot | undefined;
  declare protected editing: Editing | undefined;
  declare protected drag: Drag | undefined;
  declare protected page: number;
  #wantsFocus = false;
  readonly #pointer = new GridPointer(this, {
    go: (spot, isBlock) => this.#go(spot, isBlock),
    edit: () => this.#edit(),
    drag: (drag) => {
      this.drag = drag;
    },
    drop: (drag) => this.#drop(drag),
  });

  constructor() {
    super();
    new Watching(this);
    this.spot = { row: 0, column: 0 };
    this.page = 0;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('copy', this.#onCopy);
    this.addEventListener('cut', this.#onCopy);
    this.addEventListener('paste', this.#onPaste);
  }

  protected override firstUpdated(): void {
    this.store.addEventListener('show', this.#onShow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.store.removeEventListener('show', this.#onShow);
  }

  // ————— What there is

  get #count(): number {
    return productsOf(this.store.work.document ?? {}).length;
  }

  /** The page, within what there is still. */
  get #page(): number {
    return Math.min(this.page, Math.max(0, Math.ceil(this.#count / pageSize) - 1));
  }

  /** The plan with the rows of the page alone. */
  get #plan(): GridPlan {
    const { columns = [], rows = [] } = this.store.derived?.plan ?? {};
    const fixed = rows.filter((row) => typeof row !== 'number');
    const from = fixed.length + this.#page * pageSize;
    return { columns, rows: [...fixed, ...rows.slice(from, from + pageSize)] };
  }

  #placeOf({ row, column }: Spot, { rows, columns } = this.#plan): Place | undefined {
    const [atRow, atColumn] = [rows[row], columns[column]];
    return atRow !== undefined && atColumn ? { row: atRow, column: atColumn } : undefined;
  }

  /** The spot, within what there is still. */
  get #spot(): Spot {
    return this.#within(this.spot);
  }

  #within({ row, column }: Spot): Spot {
    const { rows, columns } = this.#plan;
    return {
      row: Math.max(0, Math.min(row, rows.length - 1)),
      column: Math.max(0, Math.min(column, columns.length - 1)),
    };
  }

  get #block(): Block {
    return blockOf(this.#within(this.anchor ?? this.spot), this.#spot);
  }

  #nameOf(row: GridRow): string {
    return nameOfRow(this.store, row);
  }

  // ————— What is done

  #go(spot: Spot, isBlock = false): void {
    this.anchor = isBlock ? (this.anchor ?? this.#spot) : undefined;
    this.spot = spot;
    this.#wantsFocus = true;
    const place = this.#placeOf(spot);
    if (place) this.store.goTo(place);
  }

  #edit(text?: string): void {
    const spot = this.#spot;
    const place = this.#placeOf(spot);
    if (!place || !isEditable(place)) return;
    this.anchor = undefined;
    this.editing = { ...spot, text: text ?? shownAt(this.store, place) };
    // At once, so that the key that began it is typed into the field.
    this.performUpdate();
    const field = this.querySelector<HTMLInputElement>('.cell-field');
    field?.focus();
    field?.select();
  }

  /** Ends editing, with what was typed; whether the cell took it. */
  #commit(isLeft = false): boolean {
    const { editing } = this;
    const place = editing && this.#placeOf(editing);
    const { document } = this.store.work;
    if (!editing || !place || !document) return true;
    if (editing.text === shownAt(this.store, place)) {
      this.editing = undefined;
      return true;
    }
    const edit = typeInto(document, place, editing.text);
    if ('error' in edit) {
      // A field that is left cannot ask again.
      this.editing = isLeft ? undefined : { ...editing, error: edit.error };
      if (isLeft) this.store.say(`That was not kept. ${edit.error}`);
      return false;
    }
    this.editing = undefined;
    this.store.changeDocument(this.#labelOf(place), () => edit.document);
    return true;
  }

  #labelOf({ row, column }: Place): string {
    if (row === 'header') return `rename ${column.label}`;
    if (row === 'weights') return `change the weight of ${column.label}`;
    return column.kind === 'name' ? `rename ${this.#nameOf(row)}` : `change ${column.label} of ${this.#nameOf(row)}`;
  }

  #fill({ top, left }: Block, block: readonly (readonly string[])[], label: string): void {
    const before = this.store.work.document;
    if (!before) return;
    const { document, errors } = fillBlock(before, this.#plan, { row: top, column: left }, block);
    this.store.changeDocument(label, () => document);
    const width = Math.max(1, ...block.map((row) => row.length));
    this.anchor = { row: top, column: left };
    this.spot = { row: top + block.length - 1, column: left + width - 1 };
    this.#wantsFocus = true;
    const [first] = errors;
    if (first) {
      const what = errors.length === 1 ? 'One cell stays as it was' : `${errors.length} cells stay as they were`;
      this.store.say(`${what}. ${first}`);
    }
  }

  #clear(): void {
    const block = this.#block;
    const empty = spread([['']], block.bottom - block.top + 1, block.right - block.left + 1);
    this.#fill(block, empty, block.top === block.bottom && block.left === block.right ? 'clear a cell' : 'clear cells');
  }

  #move(step: -1 | 1, kind: Drag['kind']): void {
    const plan = this.#plan;
    const spot = this.#spot;
    const place = this.#placeOf(spot, plan);
    if (!place) return;
    const { row, column } = place;
    if (kind === 'row') {
      if (typeof row !== 'number' || row + step < 0 || row + step >= this.#count) return;
      const name = this.#nameOf(row);
      this.store.changeDocument(`move ${name}`, (document) => moveProduct(document, row, row + step));
      this.#go(this.#within({ ...spot, row: spot.row + step }));
      this.store.say(`${name} is now number ${row + step + 1}.`);
    } else {
      const to = neighbourOf(plan, column, step);
      if (!to) return;
      this.store.changeDocument(`move ${column.label}`, (document) => moveColumn(document, plan, column, to));
      this.#go({ ...spot, column: spot.column + step });
      this.store.say(`${column.label} now stands ${step < 0 ? 'before' : 'behind'} ${to.label}.`);
    }
  }

  #drop({ kind, from, to }: Drag): void {
    const plan = this.#plan;
    if (kind === 'row') {
      const [row, target] = [plan.rows[from], plan.rows[to]];
      if (typeof row !== 'number' || typeof target !== 'number') return;
      this.store.changeDocument(`move ${this.#nameOf(row)}`, (document) => moveProduct(document, row, target));
      this.#go({ row: to, column: 0 });
    } else {
      const [column, target] = [plan.columns[from], plan.columns[to]];
      if (!column || column.kind !== target?.kind) return;
      this.store.changeDocument(`move ${column.label}`, (document) => moveColumn(document, plan, column, target));
      this.#go({ row: 0, column: to });
    }
  }

  #remove(kind: Drag['kind']): void {
    const place = this.#placeOf(this.#spot);
    if (!place) return;
    const { row, column } = place;
    if (kind === 'column')
      this.store.changeDocument(`remove ${column.label}`, (document) => removeColumn(document, column));
    else if (typeof row === 'number') {
      this.store.changeDocument(`remove ${this.#nameOf(row)}`, (document) => removeProduct(document, row));
    }
    this.#go(this.#spot);
  }

  #add(what: Addition): void {
    this.store.changeDocument(`add a ${what}`, adding[what]);
    if (what === 'product') this.page = Math.floor((this.#count - 1) / pageSize);
    const { rows, columns } = this.#plan;
    const last = columns.map((column) => column.kind).lastIndexOf(what === 'column' ? 'spec' : 'criterion');
    this.#go(what === 'product' ? { row: rows.length - 1, column: 0 } : { row: 0, column: last });
    this.#edit();
  }

  /** Goes to what a diagnostic is about, if the grid has it. */
  #onShow = (event: Event): void => {
    const { document } = this.store.work;
    const plan = this.store.derived?.plan;
    const place = document && plan && placeAt((event as CustomEvent<string>).detail, plan, document);
    if (!place) return;
    if (typeof place.row === 'number') this.page = Math.floor(place.row / pageSize);
    const { rows, columns } = this.#plan;
    this.#go({ row: rows.indexOf(place.row), column: columns.indexOf(place.column) });
  };

  // ————— Keys and clipboard

  #onKeydown = (event: KeyboardEvent): void => {
    if (this.editing) {
      this.#onFieldKey(event);
      return;
    }
    const { key, shiftKey, altKey } = event;
    const isControl = event.ctrlKey || event.metaKey;
    if (altKey && /^Arrow/.test(key)) {
      event.preventDefault();
      this.#move(key === 'ArrowUp' || key === 'ArrowLeft' ? -1 : 1, /Up|Down/.test(key) ? 'row' : 'column');
      return;
    }
    const { rows, columns } = this.#plan;
    const next = spotAfter(key, this.#spot, rows.length, columns.length, isControl);
    if (next) {
      event.preventDefault();
      this.#go(next, shiftKey);
    } else if (key === 'Enter' || key === 'F2') {
      event.preventDefault();
      this.#edit();
    } else if (key === 'Delete' || key === 'Backspace') {
      event.preventDefault();
      this.#clear();
    } else if (key === 'Escape' && this.anchor) {
      this.#go(this.#spot);
    } else if (isControl && key.toLowerCase() === 'a') {
      event.preventDefault();
      this.anchor = { row: 0, column: 0 };
      this.#go({ row: rows.length - 1, column: columns.length - 1 }, true);
    } else if (!isControl && !altKey && ([...key].length === 1 || key === 'Process')) {
      this.#edit('');
    }
  };

  #onFieldKey(event: KeyboardEvent): void {
    const { key, shiftKey, isComposing } = event;
    if (isComposing) return;
    const { row, column } = this.editing as Editing;
    if (key === 'Escape') {
      event.stopPropagation();
      this.editing = undefined;
      this.#go({ row, column });
    } else if (key === 'Enter' || key === 'Tab') {
      event.preventDefault();
      if (!this.#commit()) return;
      const step = shiftKey ? -1 : 1;
      this.#go(this.#within(key === 'Enter' ? { row: row + step, column } : { row, column: column + step }));
    }
  }

  /** Whether the keys go to a cell, not to a field or button. */
  get #isAtCell(): boolean {
    const { activeElement } = document;
    return !this.editing && this.contains(activeElement) && !!activeElement?.matches('[data-row]');
  }

  #onCopy = (event: ClipboardEvent): void => {
    if (!event.clipboardData || !this.#isAtCell) return;
    event.preventDefault();
    const { top, bottom, left, right } = this.#block;
    const { rows, columns } = this.#plan;
    const block = rows
      .slice(top, bottom + 1)
      .map((row) => columns.slice(left, right + 1).map((column) => shownAt(this.store, { row, column })));
    event.clipboardData.setData('text/plain', writeBlock(block));
    const cells = (bottom - top + 1) * (right - left + 1);
    if (event.type === 'cut') this.#clear();
    this.store.say(`${cells === 1 ? 'One cell' : `${cells} cells`} ${event.type === 'cut' ? 'cut' : 'copied'}.`);
  };

  #onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain');
    if (!text || !this.#isAtCell) return;
    event.preventDefault();
    const block = this.#block;
    const cells = spread(readBlock(text), block.bottom - block.top + 1, block.right - block.left + 1);
    this.#fill(block, cells, cells.length === 1 && cells[0]?.length === 1 ? 'paste a cell' : 'paste cells');
  };

  protected override updated(): void {
    if (!this.#wantsFocus || this.editing) return;
    this.#wantsFocus = false;
    const cell = this.querySelector<HTMLElement>('[data-row][tabindex="0"]');
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  // ————— What is drawn

  protected override render(): unknown {
    const { store, editing, drag } = this;
    const plan = this.#plan;
    if (!store.work.document || !plan.columns.length) return nothing;
    const state: GridState = {
      store,
      plan,
      spot: this.#spot,
      block: this.anchor && this.#block,
      editing,
      drag,
      marks: marksOf(store),
    };
    const place = this.#placeOf(state.spot, plan);
    const fieldCalls = {
      type: (text: string) => {
        if (this.editing) this.editing = { ...this.editing, text };
      },
      leave: () => this.editing && this.#commit(true),
    };
    const cells = (row: GridRow, at: number) =>
      plan.columns.map((column, index) => gridCell({ row, column }, { row: at, column: index }, state, fieldCalls));
    const rowFacts = factsOf(state);
    return html`${gridTools(state, place, {
      add: (what) => this.#add(what),
      move: (step, kind) => this.#move(step, kind),
      remove: (kind) => this.#remove(kind),
    })}
      <div class="grid-scroll">
        <table
          role="grid"
          aria-label="Products, scores and specs"
          aria-multiselectable="true"
          aria-rowcount=${this.#count + plan.rows.filter((row) => typeof row !== 'number').length}
          aria-colcount=${plan.columns.length}
          class=${drag ? `moving-${drag.kind}` : ''}
          @keydown=${this.#onKeydown}
          @dblclick=${(event: MouseEvent) => spotOf(event.target) && this.#edit()}
          @pointerdown=${this.#pointer.down}
          @pointermove=${this.#pointer.move}
          @pointerover=${this.#pointer.over}
          @pointerup=${this.#pointer.up}
          @pointercancel=${this.#pointer.cancel}
        >
          <thead>
            <tr aria-rowindex="1">${cells('header', 0)}</tr>
          </thead>
          <tbody>
            ${plan.rows
              .slice(1)
              .map(
                (row, index) =>
                  html`<tr class=${row === 'weights' ? 'weights' : ''} aria-rowindex=${index + 2 + (row === 'weights' ? 0 : this.#page * pageSize)}>${guard(rowFacts(row, index + 1), () => cells(row, index + 1))}</tr>`,
              )}
          </tbody>
        </table>
      </div>
      ${gridPages(this.#count, pageSize, this.#page, (to) => {
        this.page = to;
        this.anchor = undefined;
      })}
      ${cellBar(state, place)}`;
  }
}
