/**
 * Blocks of texts that go into a grid at once, from the clipboard for instance. Leaves what one text makes of the document
 * to `grid-edits.ts`.
 */
import type { DocumentJson } from 'g6-comparison/import';
import { addColumn, addProduct, typeInto } from './grid-edits.js';
import type { Spot } from './grid-keys.js';
import { type GridColumn, type GridPlan, type GridRow, isEditable, productsOf, textAt } from './grid-plan.js';
import { listOf, recordOf, textOf } from './json.js';

export interface Filled {
  readonly document: DocumentJson;
  /** Why cells stay as they were, a sentence each. */
  readonly errors: readonly string[];
}

/** The document with a block from a spot on; products and columns that are not there yet are added. */
export function fillBlock(
  document: DocumentJson,
  { rows, columns }: GridPlan,
  { row, column }: Spot,
  block: readonly (readonly string[])[],
): Filled {
  const errors: string[] = [];
  const width = Math.max(0, ...block.map((texts) => texts.length));
  const added = Math.max(0, row + block.length - rows.length);
  const next = productsOf(document).length;
  const targets: readonly GridRow[] = [...rows, ...Array.from({ length: added }, (_, index) => next + index)];
  let filled = document;
  for (let count = 0; count < added; count++) filled = addProduct(filled);
  const all: GridColumn[] = [...columns];
  while (all.length < column + width) {
    filled = addColumn(filled, 'Column');
    const list = listOf(filled.columns);
    const { id, label } = recordOf(list[list.length - 1]);
    all.push({ kind: 'spec', id: textOf(id), label: textOf(label), index: list.length - 1, type: 'text' });
  }
  for (const [down, texts] of block.entries()) {
    for (const [across, text] of texts.entries()) {
      const place = { row: targets[row + down] as GridRow, column: all[column + across] as GridColumn };
      if (!isEditable(place) || (place.row !== 'header' && text === textAt(filled, place, undefined))) continue;
      const edit = typeInto(filled, place, text);
      if ('error' in edit) errors.push(edit.error);
      else filled = edit.document;
    }
  }
  return { document: filled, errors };
}

/** Of a block of one cell, as many as are to be filled. */
export function spread(
  block: readonly (readonly string[])[],
  rows: number,
  columns: number,
): readonly (readonly string[])[] {
  const [[only, ...more] = [], ...others] = block;
  if (only === undefined || more.length || others.length) return block;
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => only));
}
