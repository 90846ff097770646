/**
 * What the columns of a comparison hold, by their labels and by what stands in them. Leaves the cells themselves to
 * `table.ts`.
 */
import { quote } from '../model/diagnostic.js';
import { type DateOrder, dateOrderOf, isNumericDate, parseDate } from './dates.js';
import type { Draft } from './draft.js';
import { type Role, roleOf } from './labels.js';
import { withoutEmojis } from './marks.js';
import type { Cell } from './passage.js';
import { isNothing, parseRating, parseWeight } from './rating.js';

/** A label without emojis and without what ends it. */
export const plainHeader = (label: string): string => withoutEmojis(label).replace(/\s*[:*]+$/, '');

/** Whether a label says that its row or column sums up the others. */
const sum =
  /^(?:.*\s)?(?:composite|overall|total|sum|final|gesamt\p{L}*|summe|ergebnis|weighted (?:score|average|total))(?:\s.*)?$/iu;
export const isSumLabel = (label: string): boolean => sum.test(label);

/** What a column is. */
export interface Reading {
  readonly label: string;
  readonly role: Role | 'spec' | 'score' | undefined;
  readonly column: string;
  /** Whether all its values are dates in figures, and in which order they are read. */
  readonly dates?: { readonly order: DateOrder };
}

/** “Evidence (30%)”, “Evidence (30%, 0–100)”. */
export const weighed =
  /^(.+?)\s*\(\s*(\d{1,9}(?:[.,]\d{1,9})?)\s*%(?:\s*,\s*(-?\d+(?:\.\d+)?)\s*[–-]\s*(-?\d+(?:\.\d+)?))?\s*\)$/;

/** Whether a text is an address and nothing else. */
export const isAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text);

/** The column with the names: one that says so, else the first that is no rank and no picture. */
export function nameColumn(header: readonly Cell[], rows: readonly (readonly Cell[])[]): number {
  const said = header.findIndex(({ text }) => roleOf(text) === 'product');
  if (said >= 0) return said;
  const fits = (index: number) => {
    const role = roleOf(header[index]?.text ?? '');
    const texts = rows.map((row) => row[index]?.text ?? '');
    return !/^(?:rank|image|link|award|overall)$/.test(role ?? '') && texts.some((text) => /\p{L}/u.test(text));
  };
  return Math.max(
    0,
    header.findIndex((_, index) => fits(index)),
  );
}

export function readHeader(
  draft: Draft,
  cell: Cell,
  values: readonly Cell[],
  weight: number | undefined,
  isWeighing: boolean,
): Reading {
  const label = plainHeader(cell.text);
  const [, name, percent, min, max] = weighed.exec(label) ?? [];
  const isMade = (fits: (text: string) => boolean) =>
    values.some(({ text }) => fits(text)) && values.every(({ text }) => !text || fits(text));
  const filled = values.filter(({ text }) => text && !isNothing(text));
  const rated = filled.filter(({ text }) => parseRating(text)).length;
  if (name && percent && rated * 2 >= filled.length) {
    if (min !== undefined) draft.scale ??= { min: Number(min), max: Number(max) };
    return { label: name, role: 'score', column: draft.criterion(name, parseWeight(percent), cell.line) };
  }
  const isSum = weight === 100 || isSumLabel(label);
  if (weight !== undefined && !isSum)
    return { label, role: 'score', column: draft.criterion(label, weight, cell.line) };
  const criterion = draft.criterionOf(label);
  // “Price” may be a criterion, and a column of prices besides.
  const isScored = rated * 2 > filled.length || !filled.length;
  if (criterion && isScored) return { label, role: 'score', column: criterion };
  const role = weight !== undefined && isSum ? 'overall' : roleOf(label);
  const isPictures = values.some(({ images }) => images.length) && values.every(({ text }) => !text);
  const isPictured = role === 'image' && isMade(isAddress);
  if (isPictures || isPictured) return { label, role: 'image', column: '' };
  const isLinks =
    values.some(({ links }) => links.length) && values.every(({ links, text }) => links[0]?.text === text);
  if (/^url$/i.test(label)) return { label, role: 'link', column: '' };
  if (
    (role === 'link' || (!label && isLinks)) &&
    values.some(({ links, text }) => links.length || /^https?:/.test(text))
  )
    return { label, role: 'link', column: '' };
  if (role === 'overall' && isWeighing && isMade((text) => !!parseRating(text) || isNothing(text)))
    return { label, role, column: '' };
  if (role === 'rank' && isMade((text) => /^#?\d+\.?$/.test(text))) return { label, role, column: '' };
  if (role && /^(?:award|bestFor|brand|pros|cons|summary|verdict|sources)$/.test(role))
    return { label, role, column: '' };
  if (!label) {
    const found = values.find(({ text }) => text);
    if (found)
      draft.report(
        'warning',
        'cell-unreadable',
        '/columns',
        `The column of ${quote(found.text)} has no label: it is left out, write one.`,
        found.line,
      );
    return { label, role: undefined, column: '' };
  }
  if (!values.some(({ text }) => text)) return { label, role: undefined, column: '' };
  const isDates = isMade((text) => isNumericDate(text) || isNothing(text)) && filled.length > 0;
  const column = draft.newColumn(label, cell.line);
  if (!isDates) return { label, role: 'spec', column };
  const order = dateOrderOf(
    filled.map(({ text }) => text),
    draft.language,
  );
  const unclear = filled.find(({ text }) => parseDate(text, order) === 'ambiguous');
  if (unclear) {
    const message = `${quote(unclear.text)} can be read in two ways: name the language, or write it as 2026-04-30.`;
    draft.report('warning', 'date-ambiguous', '/columns', message, unclear.line);
  }
  return { label, role: 'spec', column, dates: { order } };
}
