/**
 * What a column of specs is: its type, which end of it is better, and whether its amounts can be compared at all. Leaves
 * the single value to `cell.ts` and the order of rows to `order.ts`.
 */
import { type Cell, castCell } from './cell.js';
import type { Better, ColumnDocument, ColumnType } from './document.js';
import type { Quantity } from './quantity.js';

export interface Column {
  readonly id: string;
  readonly label: string;
  readonly type: ColumnType;
  readonly better: Better;
  /** Whether its amounts differ in kind, currency or basis, so that no order of them is more than one as printed. */
  readonly mixed: boolean;
  readonly priority?: number;
  readonly description?: string;
}

/** Whether cells of a type hold amounts. */
export const isAmount = (type: string): boolean => /^(number|quantity|price|rating)$/.test(type);

/**
 * The type that more than half of the stated values have; a single list makes a column of lists. Words for yes and no are
 * booleans where there is nothing else.
 */
function inferType(id: string, cells: readonly Cell[]): ColumnType {
  const stated = cells.filter(({ type }) => type !== 'missing');
  const types = stated.map(({ type }) => type as ColumnType);
  if (stated[0] && stated.every((cell) => castCell(cell, 'boolean', '').type === 'boolean')) return 'boolean';
  if (types.includes('list')) return 'list';
  const isMost = (matches: (type: string) => boolean) => types.filter(matches).length * 2 > types.length;
  const most = types.find((type) => isMost((other) => other === type)) ?? (isMost(isAmount) ? 'quantity' : 'text');
  return most === 'number' && id === 'price' ? 'price' : most;
}

/** What must agree for two amounts to be comparable. */
export const dimension = ({ kind, unit, per }: Quantity): string =>
  `${kind} ${kind === 'money' ? unit : ''} ${per?.kind ?? ''}`;

/** "batteryLife" and "battery_life" read as "Battery life". */
const labelOf = (id: string): string =>
  id
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, (_, a, b) => `${a} ${b.toLowerCase()}`)
    .replace(/[_-]+/g, ' ')
    .trim()
    .replace(/^./u, (first) => first.toUpperCase()) || id;

/**
 * Settles a column from what its author said of it and what its values are; gives the values as that column
 * understands them, and the first two amounts that cannot be compared, if any.
 */
export function readColumn(
  id: string,
  given: ColumnDocument,
  found: readonly Cell[],
  currency: string,
): { column: Column; cells: readonly Cell[]; clash: readonly [Cell, Cell] | undefined } {
  const { type = inferType(id, found) } = given;
  const cells = found.map((cell) => castCell(cell, type, currency));
  const dimensionOf = ({ quantity }: Cell) => quantity && dimension(quantity);
  const [first, ...others] = cells.filter(dimensionOf);
  const other = first && others.find((cell) => dimensionOf(cell) !== dimensionOf(first));
  const better = type === 'price' ? 'lower' : type === 'rating' || type === 'boolean' ? 'higher' : 'none';
  const column = { label: labelOf(id), better, ...given, id, type, mixed: !!other } as const;
  return { column, cells, clash: other && [first, other] };
}
