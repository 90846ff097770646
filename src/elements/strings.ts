/**
 * Every sentence that a reader sees or hears, and numbers and dates as a language writes them. Leaves what authors read
 * to the diagnostics and errors.
 */
import type { ColumnType } from '../model/document.js';

const english = {
  product: 'Product',
  score: 'Score',
  bestFor: 'Best for',
  rank: (rank: number) => `Rank ${rank}: `,
  outOf: (value: string, max: string) => `${value} out of ${max}`,
  notStated: 'not stated',
  notScored: 'not scored',
  yes: 'Yes',
  no: 'No',
  unitsDiffer: 'units differ',
  table: 'Comparison',
  sortHint: 'Column headers with buttons sort the table.',
  /** The two directions of an order, ascending first, by what its values are. */
  amounts: ['lowest first', 'highest first'] as const,
  texts: ['A to Z', 'Z to A'] as const,
  dates: ['oldest first', 'newest first'] as const,
  booleans: ['“no” first', '“yes” first'] as const,
  sorted: (title: string, column: string, direction: string) =>
    `The table “${title}” is now sorted by ${column}, ${direction}.`,
  unsorted: (title: string) => `The table “${title}” is back in its initial order.`,
  partial: (share: string) => `partial, ${share}`,
  partialNote: (share: string, lowest: string, highest: string) =>
    `Partial: rests on ${share} of the weight, counted as the whole; the full score could be ${lowest} to ${highest}.`,
  scoresBy: 'Scores by',
  updated: 'updated',
  howScored: 'How scores are made',
  loading: 'Loading the comparison…',
  retry: 'Try again',
  empty: 'There is nothing to compare yet: give this element a src or data attribute.',
  criterion: 'Criterion',
  weight: 'Weight',
  contribution: 'Contribution',
  total: 'Total',
  composite: 'Composite: ',
  apportioned: 'Parts are rounded so that they add up to the total.',
  unscored: (product: string) => `“${product}” has no score yet.`,
  noComposite: (product: string) => `“${product}” has no composite, because not every criterion was scored.`,
  noProduct: (id: string, ids: string) => `There is no product “${id}”; the product attribute takes one of ${ids}.`,
};

/** The sentences of a language, and how it writes numbers and dates. */
export interface Locale extends Readonly<typeof english> {
  /** A number with the decimals it is written with ("9.0" stays "9.0", "9,0" in German). */
  readonly number: (value: number | string) => string;
  /** An amount of an ISO 4217 currency, with its decimals at least. */
  readonly price: (value: number, currency: string) => string;
  /** A score, with one decimal at least. */
  readonly scoreNumber: (value: number) => string;
  /** Decimal text that counts hundredths: "30" gives "30%", "30 %" in German. */
  readonly percent: (hundredths: string) => string;
  /** A day of ISO 8601, written out. */
  readonly date: (day: string) => string;
}

const locales = new Map<string | undefined, Locale>();

/** The locale of a BCP 47 tag; its sentences are English where there are none in that language. */
export function localeFor(language: string | undefined): Locale {
  const known = locales.get(language);
  if (known) return known;
  // Making a format costs more than using it a hundred times.
  const formats = new Map<string, Intl.NumberFormat>();
  const write = (value: number | string, options: Intl.NumberFormatOptions): string => {
    const decimals = (String(value).split('.')[1] ?? '').length;
    const key = Object.values(options).join() + decimals;
    const format =
      formats.get(key) ??
      new Intl.NumberFormat(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals, ...options });
    formats.set(key, format);
    return format.format(Number(value));
  };
  const locale: Locale = {
    ...english,
    number: (value) => write(value, {}),
    scoreNumber: (value) => write(/[.e]/.test(String(value)) ? value : `${value}.0`, {}),
    percent: (hundredths) => write(hundredths, { style: 'unit', unit: 'percent' }),
    price: (value, currency) =>
      write(value, { style: 'currency', currency, minimumFractionDigits: undefined, maximumFractionDigits: 10 }),
    date: (day) => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(day)),
  };
  locales.set(language, locale);
  return locale;
}

/** The words for the two directions of a column's order. */
export const directionsOf = (
  type: ColumnType,
  { amounts, texts, dates, booleans }: Locale,
): readonly [string, string] =>
  type === 'date' ? dates : type === 'boolean' ? booleans : /^[tl]/.test(type) ? texts : amounts;
