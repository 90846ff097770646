/**
 * Which columns a table shows and in which direction each is better: from the `columns` attribute and the comparison.
 * Leaves what the cells hold to the model and how they look to `table-cells.ts`.
 */
import type { Column } from '../model/column.js';
import type { Comparison } from '../model/comparison.js';
import { quote } from '../model/diagnostic.js';
import { isMixed, type PriceDate } from '../model/offer.js';
import { parseSort, type SortKey } from '../model/order.js';
import { type Finding, warning } from './finding.js';
import { directionsOf, type Locale } from './strings.js';

/** What a column is called of which nothing is said. It is seen and heard as nothing, and sorted by neither. */
export const unnamed = '\u200b';

export const isNamed = ({ label }: TableColumn): boolean => label !== unnamed;

/** One column of the table, whatever it is made of; a column of specs has what the model says of it. */
export interface TableColumn extends Partial<Omit<Column, 'id' | 'label'>> {
  readonly id: string;
  readonly label: string;
  readonly kind: 'name' | 'score' | 'bestFor' | 'criterion' | 'spec' | 'offers';
  /** Words for the two directions of its order, ascending first. */
  readonly directions: readonly [string, string];
}

/** Every column that can be asked for, in the order of the default table; the criteria come last. */
function availableColumns(comparison: Comparison, locale: Locale, date: PriceDate): readonly TableColumn[] {
  const { columns, rubric, products } = comparison;
  const { amounts, texts, prices, product, score, bestFor, offers } = locale;
  const isScored = products.some(({ scores }) => Object.keys(scores).length);
  // A column of the document that goes by the name of one of the table's own says what that is called.
  const own = (id: string, label: string) => columns.find((column) => column.id === id)?.label ?? label;
  const all: (TableColumn | false)[] = [
    { id: 'name', label: own('name', product), kind: 'name', directions: texts },
    isScored && { id: 'score', label: score, kind: 'score', directions: amounts, better: 'higher' },
    ...columns.map((spec): TableColumn => ({ ...spec, kind: 'spec', directions: directionsOf(spec.type, locale) })),
    products.some((item) => item.bestFor) && { id: 'bestFor', label: bestFor, kind: 'bestFor', directions: texts },
    products.some((item) => item.offers?.length) && {
      id: 'offers',
      label: offers,
      kind: 'offers',
      directions: prices,
      better: 'lower',
      mixed: isMixed(comparison, date),
    },
    ...(rubric?.criteria ?? []).map(
      ({ id, label }): TableColumn => ({ id, label, kind: 'criterion', directions: amounts, better: 'higher' }),
    ),
  ];
  const there = all.filter((column) => column !== false);
  // The first of a name keeps it: the table's own columns before specs, specs before criteria.
  return there.filter(({ id }, index) => there.findIndex((other) => other.id === id) === index);
}

/**
 * The columns to show: those that `wanted` names, in its order, else all but the single criteria. The product's name
 * comes first unless it is named elsewhere; names that no column has are passed over.
 */
export function tableColumns(
  comparison: Comparison,
  wanted: string,
  locale: Locale,
  date: PriceDate,
): readonly TableColumn[] {
  const available = availableColumns(comparison, locale, date);
  const ids = wanted.match(/[^\s,]+/g);
  if (!ids) return available.filter(({ kind }) => kind !== 'criterion');
  const named = new Set(ids.includes('name') ? ids : ['name', ...ids]);
  return [...named].flatMap((id) => available.find((column) => column.id === id) ?? []);
}

/** What a column can be called; `score`, `bestFor` and `offers` always, since a page may be written before there are any. */
export const columnIds = ({ columns, rubric }: Comparison): ReadonlySet<string> =>
  new Set(['name', 'score', 'bestFor', 'offers', ...[...columns, ...(rubric?.criteria ?? [])].map(({ id }) => id)]);

/** The names in an element's `columns` and `sort` that no column has, as findings of its page, with those that there are. */
export function unknownNames(comparison: Comparison, columns: string, sort: string): readonly Finding[] {
  const known = columnIds(comparison);
  const of = (attribute: string, names: readonly string[]) =>
    names
      .filter((name) => !known.has(name))
      .map((name) => {
        const there = [...known].join(', ');
        return warning(attribute, `${quote(name)} is passed over: no column is called so; there are ${there}.`);
      });
  return [
    ...of('columns="…"', columns.match(/[^\s,]+/g) ?? []),
    ...of(
      'sort="…"',
      parseSort(sort).map(({ column }) => column),
    ),
  ];
}

/**
 * The order after a column's header was activated: its better direction first, then the other, then the initial order
 * (an empty list), unless that is one of the two already.
 */
export function nextSort(
  { id, better }: TableColumn,
  current: readonly SortKey[],
  initial: readonly SortKey[],
): readonly SortKey[] {
  const descending = better === 'higher';
  const first = current[0];
  if (first?.column !== id) return [{ column: id, descending }];
  if (first.descending === descending) return [{ column: id, descending: !descending }];
  return initial[0]?.column === id ? [{ column: id, descending }] : [];
}
