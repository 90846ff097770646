/**
 * What a pointer does to a grid: a press goes to a cell, a stroke chooses a block, a second tap edits, a grip moves its row or
 * column. Leaves what that means to `builder-grid.ts`, which hands it over as calls.
 */
import type { Spot } from './grid-keys.js';

/** A row or column on its way to another place. */
export interface Drag {
  readonly kind: 'row' | 'column';
  readonly from: number;
  readonly to: number;
}

export interface PointerCalls {
  readonly go: (spot: Spot, isBlock: boolean) => void;
  readonly edit: () => void;
  /** On the way; `undefined` at the end of it. */
  readonly drag: (drag: Drag | undefined) => void;
  readonly drop: (drag: Drag) => void;
}

/** The spot of the cell around something in a grid. */
export function spotOf(target: EventTarget | null): Spot | undefined {
  const cell = (target as Element | null)?.closest?.<HTMLElement>('[data-row]');
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : undefined;
}

export class GridPointer {
  readonly #grid: HTMLElement;
  readonly #calls: PointerCalls;
  #drag: Drag | undefined;
  #last: Spot | undefined;
  #isStroke = false;

  constructor(grid: HTMLElement, calls: PointerCalls) {
    this.#grid = grid;
    this.#calls = calls;
  }

  readonly down = (event: PointerEvent): void => {
    const target = event.target as HTMLElement;
    const spot = spotOf(target);
    if (!spot || event.button !== 0 || target.closest('input, button')) return;
    if (target.closest('.grip')) {
      event.preventDefault();
      const kind = spot.row === 0 ? 'column' : 'row';
      const from = kind === 'row' ? spot.row : spot.column;
      this.#grid.setPointerCapture(event.pointerId);
      this.#pull({ kind, from, to: from });
      return;
    }
    const isMouse = event.pointerType === 'mouse';
    // Fingers have no double click: a second tap edits.
    const isAgain = !isMouse && this.#last?.row === spot.row && this.#last.column === spot.column;
    this.#last = spot;
    this.#isStroke = isMouse;
    if (isAgain && this.#grid.contains(document.activeElement)) {
      event.preventDefault();
      this.#calls.edit();
    } else this.#calls.go(spot, event.shiftKey);
  };

  readonly over = (event: PointerEvent): void => {
    if (!this.#isStroke || event.buttons !== 1 || document.activeElement?.matches('input')) return;
    const spot = spotOf(event.target);
    if (spot && this.#grid.contains(document.activeElement)) this.#calls.go(spot, true);
  };

  readonly move = (event: PointerEvent): void => {
    if (!this.#drag) return;
    const spot = spotOf(document.elementFromPoint(event.clientX, event.clientY));
    if (!spot) return;
    const to = this.#drag.kind === 'row' ? spot.row : spot.column;
    if (to !== this.#drag.to) this.#pull({ ...this.#drag, to });
  };

  readonly up = (): void => {
    const drag = this.#drag;
    this.#isStroke = false;
    if (!drag) return;
    this.#pull(undefined);
    if (drag.from !== drag.to) this.#calls.drop(drag);
  };

  readonly cancel = (): void => {
    this.#isStroke = false;
    this.#pull(undefined);
  };

  #pull(drag: Drag | undefined): void {
    this.#drag = drag;
    this.#calls.drag(drag);
  }
}
