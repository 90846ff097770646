/**
 * The document as a grid that is edited like a spreadsheet: by keys after the grid pattern of the ARIA Authoring Practices,
 * by pointer, and with blocks of cells from the clipboard. Leaves what stands where to `grid-plan.ts`, and what typing
 * makes of the document to `grid-edits.ts`.
 */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { readBlock, writeBlock } from './cell-block.js';
import type { Finding } from './findings.js';
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
import { type Block, blockOf, isIn, type Spot, spotAfter } from './grid-keys.js';
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
import { recordOf, textOf, valueAt } from './json.js';
import type { Derived, Store } from './store.js';
import { Watching } from './watching.js';

interface Editing extends Spot {
  readonly text: string;
  readonly error?: string | undefined;
}

/** Rows and columns on their way to another place, by pointer. */
interface Drag {
  readonly kind: 'row' | 'column';
  readonly from: number;
  readonly to: number;
}

/** Products that are drawn at a time: a grid of thousands would be slow, and nobody edits thousands by hand. */
const pageSize = 200;

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
  #pointer = '';

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
    this.store.addEventListener('show', (event) => this.#show((event as CustomEvent<string>).detail));
  }

  // ————— What there is

  get #derived(): Derived | undefined {
    return this.store.derived;
  }

  get #plan(): GridPlan {
    const plan = this.#derived?.plan ?? { columns: [], rows: [] };
    const fixed = plan.rows.filter((row) => typeof row !== 'number');
    const products = plan.rows.slice(fixed.length);
    // Products that were removed may have left the last page empty.
    const last = Math.max(0, Math.ceil(products.length / pageSize) - 1);
    const from = Math.min(this.page, last) * pageSize;
    return { ...plan, rows: [...fixed, ...products.slice(from, from + pageSize)] };
  }

  #placeOf({ row, column }: Spot, plan = this.#plan): Place | undefined {
    const [atRow, atColumn] = [plan.rows[row], plan.columns[column]];
    return atRow !== undefined && atColumn ? { row: atRow, column: atColumn } : undefined;
  }

  /** The spot, within what there is still. */
  #spotIn({ rows, columns }: GridPlan): Spot {
    const { row, column } = this.spot;
    return {
      row: Math.max(0, Math.min(row, rows.length - 1)),
      column: Math.max(0, Math.min(column, columns.length - 1)),
    };
  }

  #textAt(place: Place): string {
    const { document } = this.store.work;
    const score = typeof place.row === 'number' ? this.#derived?.scores.get(place.row) : undefined;
    return document ? textAt(document, place, score?.composite) : '';
  }

  #nameOf(row: GridRow): string {
    const { document } = this.store.work;
    if (typeof row !== 'number') return row === 'weights' ? 'the weights' : 'the headings';
    const product = document && productsOf(document)[row];
    return textOf(recordOf(product).name) || `product ${row + 1}`;
  }

  // ————— What is done

  #go(spot: Spot, isBlock = false): void {
    this.anchor = isBlock ? (this.anchor ?? this.#spotIn(this.#plan)) : undefined;
    this.spot = spot;
    this.#wantsFocus = true;
    const place = this.#placeOf(spot);
    if (place) this.store.goTo(place);
  }

  #edit(text?: string): void {
    const spot = this.#spotIn(this.#plan);
    const place = this.#placeOf(spot);
    if (!place || !isEditable(place)) return;
    this.anchor = undefined;
    this.editing = { ...spot, text: text ?? this.#textAt(place) };
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
    if (editing.text === this.#textAt(place)) {
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

  /** A block of texts from a cell on; products and columns that are not there yet are added. */
  #fill(spot: Spot, block: readonly (readonly string[])[], label: string): void {
    const before = this.store.work.document;
    if (!before) return;
    let document = before;
    const wrong: string[] = [];
    const { rows, columns } = this.#plan;
    const width = Math.max(0, ...block.map((row) => row.length));
    const { row: firstRow, column: firstColumn } = spot;
    const added = Math.max(0, firstRow + block.length - rows.length);
    const next = productsOf(document).length;
    for (let count = 0; count < added; count++) document = addProduct(document);
    const targets: readonly GridRow[] = [...rows, ...Array.from({ length: added }, (_, index) => next + index)];
    const all: GridColumn[] = [...columns];
    while (all.length < firstColumn + width) {
      document = addColumn(document, 'Column');
      const list = document.columns as readonly { readonly id: string; readonly label: string }[];
      const { id, label: name } = list[list.length - 1] as { id: string; label: string };
      all.push({ kind: 'spec', id, label: name, index: list.length - 1, type: 'text' });
    }
    for (const [down, texts] of block.entries()) {
      for (const [across, text] of texts.entries()) {
        const place = { row: targets[firstRow + down] as GridRow, column: all[firstColumn + across] as GridColumn };
        if (!isEditable(place) || (place.row !== 'header' && text === textAt(document, place, undefined))) continue;
        const edit = typeInto(document, place, text);
        if ('error' in edit) wrong.push(edit.error);
        else document = edit.document;
      }
    }
    this.store.changeDocument(label, () => document);
    this.anchor = spot;
    this.spot = { row: firstRow + block.length - 1, column: firstColumn + width - 1 };
    this.#wantsFocus = true;
    if (wrong.length) {
      this.store.say(
        `${wrong.length === 1 ? 'One cell stays as it was' : `${wrong.length} cells stay as they were`}. ${wrong[0]}`,
      );
    }
  }

  #clear(): void {
    const { top, bottom, left, right } = this.#block;
    const rows = Array.from({ length: bottom - top + 1 }, () => Array.from({ length: right - left + 1 }, () => ''));
    const { anchor, spot } = this;
    this.#fill({ row: top, column: left }, rows, 'clear cells');
    this.anchor = anchor;
    this.spot = spot;
  }

  get #block(): Block {
    const spot = this.#spotIn(this.#plan);
    return blockOf(this.anchor ?? spot, spot);
  }

  #move(step: -1 | 1, kind: Drag['kind']): void {
    const plan = this.#plan;
    const spot = this.#spotIn(plan);
    const place = this.#placeOf(spot, plan);
    if (!place) return;
    const { row, column } = place;
    if (kind === 'row') {
      if (typeof row !== 'number' || row + step < 0 || row + step >= this.#count) return;
      this.store.changeDocument(`move ${this.#nameOf(row)}`, (document) => moveProduct(document, row, row + step));
      this.#go({ ...spot, row: Math.min(Math.max(spot.row + step, 0), plan.rows.length - 1) });
      this.store.say(`${this.#nameOf(row + step)} is now number ${row + step + 1}.`);
    } else {
      const to = neighbourOf(plan, column, step);
      if (!to) return;
      this.store.changeDocument(`move ${column.label}`, (document) => moveColumn(document, plan, column, to));
      this.#go({ ...spot, column: spot.column + step });
      this.store.say(`${column.label} now stands ${step < 0 ? 'before' : 'behind'} ${to.label}.`);
    }
  }

  get #count(): number {
    const { document } = this.store.work;
    return document ? productsOf(document).length : 0;
  }

  #remove(kind: Drag['kind']): void {
    const place = this.#placeOf(this.#spotIn(this.#plan));
    if (!place) return;
    const { row, column } = place;
    if (kind === 'column')
      this.store.changeDocument(`remove ${column.label}`, (document) => removeColumn(document, column));
    else if (typeof row === 'number') {
      this.store.changeDocument(`remove ${this.#nameOf(row)}`, (document) => removeProduct(document, row));
    }
    this.#go(this.#spotIn(this.#plan));
  }

  #add(kind: 'product' | 'column' | 'criterion'): void {
    const adding = {
      product: addProduct,
      column: (one: Parameters<typeof addColumn>[0]) => addColumn(one),
      criterion: addCriterion,
    };
    this.store.changeDocument(`add a ${kind}`, adding[kind]);
    this.page = kind === 'product' ? Math.floor((this.#count - 1) / pageSize) : this.page;
    const { rows, columns } = this.#plan;
    const last = columns.map((column) => column.kind).lastIndexOf(kind === 'column' ? 'spec' : 'criterion');
    this.#go(kind === 'product' ? { row: rows.length - 1, column: 0 } : { row: 0, column: last });
    this.#edit();
  }

  /** Goes to what a diagnostic is about, if the grid has it. */
  #show(path: string): void {
    const { document } = this.store.work;
    const whole = this.#derived?.plan;
    const place = document && whole && placeAt(path, whole, document);
    if (!place) return;
    if (typeof place.row === 'number') this.page = Math.floor(place.row / pageSize);
    const { rows, columns } = this.#plan;
    this.#go({ row: rows.indexOf(place.row), column: columns.indexOf(place.column) });
  }

  // ————— Keys, pointer, clipboard

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
    const next = spotAfter(key, this.#spotIn(this.#plan), rows.length, columns.length, isControl);
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
      this.#go(this.#spotIn(this.#plan));
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
      const { rows, columns } = this.#plan;
      const step = shiftKey ? -1 : 1;
      const to = key === 'Enter' ? { row: row + step, column } : { row, column: column + step };
      this.#go({
        row: Math.min(rows.length - 1, Math.max(0, to.row)),
        column: Math.min(columns.length - 1, Math.max(0, to.column)),
      });
    }
  }

  /** The spot of the cell around something in the grid. */
  #spotOf(target: EventTarget | null): Spot | undefined {
    const cell = (target as Element | null)?.closest?.<HTMLElement>('[data-row]');
    return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : undefined;
  }

  #onPointerdown = (event: PointerEvent): void => {
    const target = event.target as HTMLElement;
    const spot = this.#spotOf(target);
    this.#pointer = event.pointerType;
    if (!spot || event.button !== 0 || target.closest('input, button')) return;
    if (target.closest('.grip')) {
      event.preventDefault();
      const kind = spot.row === 0 ? 'column' : 'row';
      const from = kind === 'row' ? spot.row : spot.column;
      this.drag = { kind, from, to: from };
      this.setPointerCapture(event.pointerId);
      return;
    }
    const now = this.#spotIn(this.#plan);
    // A second tap edits: fingers have no double click.
    const isAgain = event.pointerType !== 'mouse' && now.row === spot.row && now.column === spot.column;
    if (isAgain && this.contains(document.activeElement)) {
      event.preventDefault();
      this.#edit();
    } else this.#go(spot, event.shiftKey);
  };

  #onPointermove = (event: PointerEvent): void => {
    if (!this.drag) return;
    const spot = this.#spotOf(document.elementFromPoint(event.clientX, event.clientY));
    if (!spot) return;
    const to = this.drag.kind === 'row' ? spot.row : spot.column;
    if (to !== this.drag.to) this.drag = { ...this.drag, to };
  };

  #onPointerover = (event: PointerEvent): void => {
    if (this.drag || this.editing || this.#pointer !== 'mouse' || event.buttons !== 1) return;
    const spot = this.#spotOf(event.target);
    if (spot && this.contains(document.activeElement)) this.#go(spot, true);
  };

  #onPointerup = (): void => {
    const { drag } = this;
    this.drag = undefined;
    if (!drag || drag.from === drag.to) return;
    const plan = this.#plan;
    if (drag.kind === 'row') {
      const [from, to] = [plan.rows[drag.from], plan.rows[drag.to]];
      if (typeof from !== 'number' || typeof to !== 'number') return;
      this.store.changeDocument(`move ${this.#nameOf(from)}`, (document) => moveProduct(document, from, to));
    } else {
      const [from, to] = [plan.columns[drag.from], plan.columns[drag.to]];
      if (!from || !to || from.kind !== to.kind) return;
      this.store.changeDocument(`move ${from.label}`, (document) => moveColumn(document, plan, from, to));
    }
    this.#go(drag.kind === 'row' ? { row: drag.to, column: 0 } : { row: 0, column: drag.to });
  };

  #onCopy = (event: ClipboardEvent): void => {
    if (this.editing || !event.clipboardData || !this.#hasFocus) return;
    event.preventDefault();
    const { top, bottom, left, right } = this.#block;
    const { rows, columns } = this.#plan;
    const block = rows
      .slice(top, bottom + 1)
      .map((row) => columns.slice(left, right + 1).map((column) => this.#textAt({ row, column })));
    event.clipboardData.setData('text/plain', writeBlock(block));
    const cells = block.reduce((sum, row) => sum + row.length, 0);
    if (event.type === 'cut') this.#clear();
    this.store.say(`${cells === 1 ? 'One cell' : `${cells} cells`} ${event.type === 'cut' ? 'cut' : 'copied'}.`);
  };

  #onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain');
    if (this.editing || !text || !this.#hasFocus) return;
    event.preventDefault();
    const { top, left, bottom, right } = this.#block;
    let block = readBlock(text);
    // One cell fills all that are chosen.
    if (block.length === 1 && block[0]?.length === 1) {
      const [[only]] = block as [[string]];
      block = Array.from({ length: bottom - top + 1 }, () => Array.from({ length: right - left + 1 }, () => only));
    }
    this.#fill(
      { row: top, column: left },
      block,
      block.length === 1 && block[0]?.length === 1 ? 'paste a cell' : 'paste cells',
    );
  };

  get #hasFocus(): boolean {
    return !!document.activeElement?.closest('[data-row]') && this.contains(document.activeElement);
  }

  protected override updated(): void {
    if (!this.#wantsFocus || this.editing) return;
    this.#wantsFocus = false;
    const cell = this.querySelector<HTMLElement>('[data-row][tabindex="0"]');
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  // ————— What is drawn

  protected override render(): unknown {
    const { document } = this.store.work;
    const plan = this.#plan;
    if (!document || !plan.columns.length) return nothing;
    const spot = this.#spotIn(plan);
    const block = this.#block;
    const isBlock = this.anchor !== undefined;
    const marks = this.#marks(plan);
    const cells = (row: GridRow, at: number) =>
      plan.columns.map((column, index) =>
        this.#cell({ row, column }, { row: at, column: index }, spot, isBlock && isIn(block, at, index), marks),
      );
    return html`${this.#tools(this.#placeOf(spot, plan), plan)}
      <div class="grid-scroll">
        <table
          role="grid"
          aria-label="Products, scores and specs"
          aria-multiselectable="true"
          aria-rowcount=${this.#count + plan.rows.filter((row) => typeof row !== 'number').length}
          aria-colcount=${plan.columns.length}
          class=${this.drag ? `moving-${this.drag.kind}` : ''}
          @keydown=${this.#onKeydown}
          @dblclick=${(event: MouseEvent) => this.#spotOf(event.target) && this.#edit()}
          @pointerdown=${this.#onPointerdown}
          @pointermove=${this.#onPointermove}
          @pointerover=${this.#onPointerover}
          @pointerup=${this.#onPointerup}
          @pointercancel=${() => {
            this.drag = undefined;
          }}
        >
          <thead>
            <tr>${cells('header', 0)}</tr>
          </thead>
          <tbody>
            ${plan.rows
              .slice(1)
              .map((row, index) => html`<tr class=${row === 'weights' ? 'weights' : ''}>${cells(row, index + 1)}</tr>`)}
          </tbody>
        </table>
      </div>
      ${this.#pages()} ${this.#bar(this.#placeOf(spot, plan), marks)}`;
  }

  /** What is found in each cell, by `row column`. */
  #marks(plan: GridPlan): ReadonlyMap<string, readonly Finding[]> {
    const { document } = this.store.work;
    const marks = new Map<string, Finding[]>();
    for (const finding of this.store.findings) {
      const place =
        finding.isOpen && document ? placeAt(finding.path, this.#derived?.plan ?? plan, document) : undefined;
      if (!place) continue;
      const key = keyOf(place);
      marks.set(key, [...(marks.get(key) ?? []), finding]);
    }
    return marks;
  }

  #cell(
    place: Place,
    at: Spot,
    spot: Spot,
    isChosen: boolean,
    marks: ReadonlyMap<string, readonly Finding[]>,
  ): TemplateResult {
    const { row, column } = place;
    const { editing, drag } = this;
    const isHere = spot.row === at.row && spot.column === at.column;
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
    const inside = isField ? this.#field(place, editing) : this.#content(place, found);
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

  #content(place: Place, found: readonly Finding[]): unknown {
    const { row, column } = place;
    const grip = (isThere: boolean) => (isThere ? html`<span class="grip" aria-hidden="true"></span>` : nothing);
    const text = this.#textAt(place);
    if (row === 'header') return html`${grip(column.kind === 'criterion' || column.kind === 'spec')}<bdi>${text}</bdi>`;
    if (column.kind === 'name') return html`${grip(typeof row === 'number')}<bdi>${text}</bdi>`;
    if (column.kind === 'composite') return row === 'weights' ? this.#sum() : this.#composite(row as number);
    const mend = found.find((finding) => finding.mend)?.mend;
    const remark = typeof row === 'number' ? remarkOf(valueAt(this.store.work.document, pathTo(place) ?? [])) : '';
    return html`<bdi>${text}</bdi>${row === 'weights' && text ? this.#share(column) : nothing}${
      remark ? html`<span class="remark" title=${remark}>*<span class="hidden">${remark}</span></span>` : nothing
    }${
      mend && column.kind === 'stated'
        ? html` <button type="button" tabindex="-1" class="mend" @click=${() => this.store.changeDocument(mend.done, mend.mend)}>${mend.label.replace('the computed ', '')}</button>`
        : nothing
    }`;
  }

  #weights(): readonly number[] {
    return (this.#derived?.comparison?.rubric?.criteria ?? []).map(({ weight }) => weight);
  }

  #total(): number {
    return Number(
      this.#weights()
        .reduce((sum, weight) => sum + weight, 0)
        .toFixed(6),
    );
  }

  #sum(): TemplateResult {
    const sum = this.#total();
    return html`<span class="sum">Sum ${sum}</span>`;
  }

  /** What part of all a weight is, where weights do not add up to 100 themselves. */
  #share(column: GridColumn): unknown {
    const sum = this.#total();
    const weight = this.#derived?.comparison?.rubric?.criteria.find(({ id }) => id === column.id)?.weight;
    if (!sum || sum === 100 || weight === undefined) return nothing;
    return html` <span class="share">${Math.round((weight * 1000) / sum) / 10}&nbsp;%</span>`;
  }

  #composite(row: number): unknown {
    const score = this.#derived?.scores.get(row);
    if (!score?.composite) return html`<span class="none">–</span>`;
    return html`<b>${score.composite}</b>${score.partial ? html` <span class="share">partial</span>` : nothing}`;
  }

  #field(place: Place, editing: Editing): TemplateResult {
    const { row, column } = place;
    const { error } = editing;
    const name = row === 'header' ? `Heading of ${column.label}` : `${column.label}, ${this.#nameOf(row)}`;
    return html`<input
        class="cell-field"
        .value=${editing.text}
        dir="auto"
        autocomplete="off"
        spellcheck="false"
        aria-label=${name}
        aria-invalid=${error !== undefined}
        aria-describedby=${error ? 'cell-error' : nothing}
        inputmode=${column.kind === 'criterion' && row !== 'header' ? 'decimal' : nothing}
        @input=${(event: InputEvent) => {
          this.editing = { ...editing, text: (event.target as HTMLInputElement).value };
        }}
        @blur=${() => this.editing && this.#commit(true)}
      />${error ? html`<span class="cell-error" id="cell-error" role="alert">${error}</span>` : nothing}`;
  }

  #tools(place: Place | undefined, plan: GridPlan): TemplateResult {
    const row = place && typeof place.row === 'number' ? place.row : undefined;
    const column = place?.column;
    const name = row === undefined ? '' : this.#nameOf(row);
    const isRemovable = column && column.kind !== 'name' && column.kind !== 'composite';
    const button = (sign: string, label: string, isPossible: boolean, act: () => void) =>
      html`<button type="button" class="sign" aria-label=${label} title=${label} ?disabled=${!isPossible} @click=${act}>${sign}</button>`;
    const before = column && neighbourOf(plan, column, -1);
    const behind = column && neighbourOf(plan, column, 1);
    return html`<div class="tools" role="group" aria-label="Change the grid">
      <button type="button" @click=${() => this.#add('product')}>Add product</button>
      <button type="button" @click=${() => this.#add('column')}>Add column</button>
      <button type="button" @click=${() => this.#add('criterion')}>Add criterion</button>
      <span class="of">
        ${button('↑', `Move ${name || 'the product'} up`, row !== undefined && row > 0, () => this.#move(-1, 'row'))}
        ${button('↓', `Move ${name || 'the product'} down`, row !== undefined && row < this.#count - 1, () => this.#move(1, 'row'))}
        <button type="button" ?disabled=${row === undefined} aria-label=${`Remove ${name || 'the product'}`} @click=${() => this.#remove('row')}>Remove product</button>
      </span>
      <span class="of">
        ${button('←', `Move the column ${column?.label ?? ''} forward`, !!before, () => this.#move(-1, 'column'))}
        ${button('→', `Move the column ${column?.label ?? ''} back`, !!behind, () => this.#move(1, 'column'))}
        <button type="button" ?disabled=${!isRemovable} aria-label=${`Remove the column ${column?.label ?? ''}`} @click=${() => this.#remove('column')}>Remove column</button>
      </span>
    </div>`;
  }

  #pages(): unknown {
    const count = this.#count;
    if (count <= pageSize) return nothing;
    const last = Math.ceil(count / pageSize) - 1;
    const page = Math.min(this.page, last);
    const turn = (to: number) => {
      this.page = to;
      this.anchor = undefined;
    };
    return html`<p class="pages">
      <button type="button" ?disabled=${page === 0} @click=${() => turn(page - 1)}>Previous ${pageSize}</button>
      Products ${page * pageSize + 1} to ${Math.min(count, (page + 1) * pageSize)} of ${count}
      <button type="button" ?disabled=${page === last} @click=${() => turn(page + 1)}>Next ${pageSize}</button>
    </p>`;
  }

  /** What there is to say of the cell one is at. */
  #bar(place: Place | undefined, marks: ReadonlyMap<string, readonly Finding[]>): unknown {
    const found = (place && marks.get(keyOf(place))) ?? [];
    const hint = place && hintOf(place);
    return html`<div class="cell-bar">
      <div id="cell-news">
        ${found.length ? found.map(({ message, severity }) => html`<p class=${severity}>${message}</p>`) : html`<p>${hint}</p>`}
      </div>
      ${found.map(({ mend }) =>
        mend
          ? html`<button type="button" @click=${() => this.store.changeDocument(mend.done, mend.mend)}>${mend.label}</button>`
          : nothing,
      )}
    </div>`;
  }
}

const keyOf = ({ row, column }: Place): string => `${row} ${column.kind} ${column.id}`;

/** How a cell is filled in, in a sentence. */
function hintOf({ row, column }: Place): string {
  if (column.kind === 'composite') return 'Worked out from weights and scores; never typed.';
  if (row === 'weights') return column.kind === 'criterion' ? 'Weights are relative; best they add up to 100.' : '';
  if (row === 'header') {
    return column.kind === 'criterion' || column.kind === 'spec' ? 'Enter renames the column.' : '';
  }
  if (column.kind === 'stated')
    return 'The score your article states: it is checked against the computed one, and never shown.';
  if (column.kind === 'spec' && column.type === 'list') return 'Semicolons part the entries of a list.';
  if (column.kind === 'spec' && column.type === 'boolean') return 'Type yes or no.';
  return 'Enter or F2 edits, arrows move, Alt and arrows move the row or column.';
}
