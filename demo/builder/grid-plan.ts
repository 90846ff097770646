/**
 * A document as a grid: which columns and rows it has, what stands in each cell, and where the place of a diagnostic is.
 * Leaves what a typed text makes of the document to `grid-edits.ts`, and the drawing to `builder-grid.ts`.
 */
import type { DocumentJson } from 'g6-comparison/import';
import type { Comparison, ProductScore } from 'g6-comparison/model';
import { isRecord, type Json, listOf, type Path, pathOf, recordOf, textOf, valueAt } from './json.js';

/** `index` is the position in the document's list of criteria or columns; a spec that none declares has none. */
export type GridColumn =
  | {
      readonly kind: 'name' | 'award' | 'bestFor' | 'stated' | 'composite';
      readonly id: string;
      readonly label: string;
    }
  | { readonly kind: 'criterion'; readonly id: string; readonly label: string; readonly index: number }
  | {
      readonly kind: 'spec';
      readonly id: string;
      readonly label: string;
      readonly index: number | undefined;
      readonly type: string;
    };

/** The header, the weights, or a product by its position. */
export type GridRow = 'header' | 'weights' | number;

export interface GridPlan {
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
}

export interface Place {
  readonly row: GridRow;
  readonly column: GridColumn;
}

export const productsOf = (document: DocumentJson): readonly Json[] => listOf(document.products);
export const criteriaOf = (document: DocumentJson): readonly Json[] => listOf(recordOf(document.rubric).criteria);

/** The columns and rows of a document; of the comparison it is, the labels and types that it leaves out. */
export function planGrid(document: DocumentJson, comparison: Comparison | undefined): GridPlan {
  const products = productsOf(document);
  const has = (member: string) => products.some((product) => recordOf(product)[member] !== undefined);
  const criteria = criteriaOf(document).flatMap((criterion, index): readonly GridColumn[] => {
    const { id, label } = recordOf(criterion);
    const name = textOf(id);
    return name ? [{ kind: 'criterion', id: name, label: textOf(label) || name, index }] : [];
  });
  const settled = new Map(comparison?.columns.map((column) => [column.id, column]));
  const spec = (id: string, label: string, index: number | undefined): GridColumn => ({
    kind: 'spec',
    id,
    label: label || settled.get(id)?.label || id,
    index,
    type: settled.get(id)?.type ?? 'text',
  });
  const declared = listOf(document.columns).flatMap((column, index) => {
    const id = textOf(recordOf(column).id);
    return id ? [spec(id, textOf(recordOf(column).label), index)] : [];
  });
  const known = new Set(declared.map(({ id }) => id));
  const others = new Set(products.flatMap((product) => Object.keys(recordOf(recordOf(product).specs))));
  const isScored = criteria.length > 0;
  const columns: readonly GridColumn[] = [
    { kind: 'name', id: 'name', label: 'Product' },
    ...(isScored ? [{ kind: 'composite', id: 'composite', label: 'Score' } as const] : []),
    ...(isScored || has('statedScore') ? [{ kind: 'stated', id: 'stated', label: 'Headline' } as const] : []),
    ...criteria,
    ...(has('award') ? [{ kind: 'award', id: 'award', label: 'Award' } as const] : []),
    ...(has('bestFor') ? [{ kind: 'bestFor', id: 'bestFor', label: 'Best for' } as const] : []),
    ...declared,
    ...[...others].filter((id) => !known.has(id)).map((id) => spec(id, '', undefined)),
  ];
  return { columns, rows: ['header', ...(isScored ? ['weights' as const] : []), ...products.keys()] };
}

/** Whether what stands there can be changed there. */
export const isEditable = ({ row, column }: Place): boolean =>
  column.kind === 'composite'
    ? false
    : row === 'header'
      ? column.kind === 'criterion' || column.kind === 'spec'
      : row === 'weights'
        ? column.kind === 'criterion'
        : true;

/** Where a cell's value stands in the document; `undefined` for cells that are worked out. */
export function pathTo({ row, column }: Place): Path | undefined {
  if (column.kind === 'composite') return undefined;
  if (row === 'header') {
    if (column.kind === 'criterion') return ['rubric', 'criteria', column.index, 'label'];
    if (column.kind === 'spec' && column.index !== undefined) return ['columns', column.index, 'label'];
    return undefined;
  }
  if (row === 'weights')
    return column.kind === 'criterion' ? ['rubric', 'criteria', column.index, 'weight'] : undefined;
  const product = ['products', row];
  switch (column.kind) {
    case 'criterion':
      return [...product, 'scores', column.id];
    case 'spec':
      return [...product, 'specs', column.id];
    case 'stated':
      return [...product, 'statedScore'];
    default:
      return [...product, column.kind];
  }
}

/** A value as one types it into a cell: entries with semicolons between them, yes and no. */
export function cellText(value: Json | undefined): string {
  if (Array.isArray(value)) return (value as readonly Json[]).map(cellText).filter(Boolean).join('; ');
  if (isRecord(value)) return cellText(value.value ?? value.text);
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : textOf(value);
}

/** What a value has beside it: a remark, or an address. */
export const remarkOf = (value: Json | undefined): string =>
  [recordOf(value).note, recordOf(value).url].map(textOf).filter(Boolean).join(' · ');

/** What stands in a cell; `scores` are those of the document's comparison by the id of the product. */
export function textAt(document: DocumentJson, place: Place, composite: string | undefined): string {
  const { row, column } = place;
  if (row === 'header') return column.label;
  if (column.kind === 'composite') return row === 'weights' ? '' : (composite ?? '');
  if (row === 'weights' && column.kind === 'name') return 'Weight';
  const path = pathTo(place);
  return path ? cellText(valueAt(document, path)) : '';
}

/** The scores of the comparison by the position of the product in the document. */
export function scoresByRow(
  document: DocumentJson,
  comparison: Comparison | undefined,
  ranking: readonly ProductScore[],
): ReadonlyMap<number, ProductScore> {
  const scores = new Map(ranking.map((score) => [score.product, score]));
  const found = new Map<number, ProductScore>();
  for (const [row, product] of rowsOfProducts(document, comparison)) {
    const score = scores.get(product);
    if (score) found.set(row, score);
  }
  return found;
}

/** Products as they were read, by their position in the document: what has no name was left out. */
export function rowsOfProducts(
  document: DocumentJson,
  comparison: Comparison | undefined,
): ReadonlyMap<number, Comparison['products'][number]> {
  const rest = [...(comparison?.products ?? [])];
  const found = new Map<number, Comparison['products'][number]>();
  for (const [row, product] of productsOf(document).entries()) {
    const name = isRecord(product) ? textOf(product.name) : textOf(product);
    const next = rest[0];
    if (!next || !name.trim()) continue;
    rest.shift();
    found.set(row, next);
  }
  return found;
}

/** The cell that a diagnostic's place is in, as near as there is one; `undefined` for what the grid does not show. */
export function placeAt(pointer: string, plan: GridPlan, document: DocumentJson): Place | undefined {
  const [part, second = '', member, key = ''] = pathOf(pointer);
  const column = (isIt: (column: GridColumn) => boolean) => plan.columns.find(isIt);
  const at = (row: GridRow, found: GridColumn | undefined): Place | undefined =>
    found && plan.rows.includes(row) ? { row, column: found } : undefined;
  const ofKind = (kind: GridColumn['kind']) => column((one) => one.kind === kind);
  if (part === 'rubric' && second === 'criteria') {
    const row = key === 'label' || key === 'id' ? 'header' : 'weights';
    if (member === undefined)
      return at(
        row,
        column(({ kind }) => kind === 'criterion'),
      );
    return at(
      row,
      column((one) => one.kind === 'criterion' && one.index === Number(member)),
    );
  }
  if (part === 'columns')
    return at(
      'header',
      column((one) => one.kind === 'spec' && one.index === Number(second)),
    );
  if (part !== 'products' || second === '') return undefined;
  const row = Number(second);
  switch (member) {
    case undefined:
    case 'name':
      return at(row, ofKind('name'));
    case 'award':
    case 'bestFor':
      return at(row, ofKind(member));
    case 'statedScore':
      return at(row, ofKind('stated'));
    case 'scores': {
      if (key)
        return at(
          row,
          column((one) => one.kind === 'criterion' && one.id === key),
        );
      const scores = recordOf(valueAt(document, ['products', row, 'scores']));
      const isMissing = ({ id }: GridColumn) => cellText(scores[id]) === '';
      return at(row, column((one) => one.kind === 'criterion' && isMissing(one)) ?? ofKind('criterion'));
    }
    case 'specs':
      return at(
        row,
        column((one) => one.kind === 'spec' && one.id === key),
      );
    default:
      return undefined;
  }
}
