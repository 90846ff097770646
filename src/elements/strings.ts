/**
 * Every sentence that a reader sees or hears, in English, and numbers and dates as a language writes them. Leaves the
 * words of other languages to `src/languages`, and what authors read to the diagnostics and errors.
 */
import type { ColumnType } from '../model/document.js';
import { languages } from './language-registry.js';

const english = {
  product: 'Product',
  score: 'Score',
  bestFor: 'Best for',
  rank: (rank: string) => `Rank ${rank}: `,
  outOf: (value: string, max: string) => `${value} out of ${max}`,
  notStated: 'not stated',
  notScored: 'not scored',
  yes: 'Yes',
  no: 'No',
  unitsDiffer: 'units differ',
  table: 'Comparison',
  sortHint: 'Column headers with buttons sort the table; with Shift held, they add a second order.',
  /** The two directions of an order, ascending first, by what its values are. */
  amounts: ['lowest first', 'highest first'] as readonly [string, string],
  texts: ['A to Z', 'Z to A'] as readonly [string, string],
  dates: ['oldest first', 'newest first'] as readonly [string, string],
  booleans: ['“no” first', '“yes” first'] as readonly [string, string],
  /** Between a column and its direction, and between keys of an order. */
  comma: ', ',
  sortedThen: (title: string, order: string) => `The table “${title}” is now sorted by ${order}.`,
  unsorted: (title: string) => `The table “${title}” is back in its initial order.`,
  andThen: 'then ',
  sortBy: 'Sort by',
  thenBy: 'then by',
  unsortedChoice: 'nothing else',
  initialOrder: 'Initial order',
  search: 'Search',
  filters: 'Filters',
  rangeFrom: (column: string) => `${column}, from`,
  rangeTo: (column: string) => `${column}, to`,
  reset: 'Reset',
  // Counts come as written, and as what they are where the words depend on it.
  matches: (count: string, all: string, amount: number) =>
    `${count} of ${all} products ${amount === 1 ? 'matches' : 'match'}.`,
  noMatch: 'No product matches all of this.',
  showAll: (count: string) => `Show all ${count}`,
  showFewer: 'Show fewer',
  moreColumns: (count: string, amount: number) => `${count} more ${amount === 1 ? 'column' : 'columns'}`,
  fewerColumns: 'Fewer columns',
  more: 'more',
  less: 'less',
  best: 'best',
  note: 'note',
  breakdownOf: (product: string) => `How the score of ${product} comes about`,
  compare: 'Compare',
  compareWith: (product: string) => `Compare ${product}`,
  selected: (count: string, _amount: number) => `${count} selected`,
  pickSome: 'Pick two to four products to compare.',
  pickAnother: 'Pick another one to compare.',
  enough: 'Four products can be compared at most.',
  sideBySide: 'Side by side',
  backToTable: 'Back to the table',
  clear: 'Clear',
  onlyDifferences: 'Only differences',
  allSame: 'There is no difference in what is shown.',
  points: (count: string, amount: number) => `${count} percentage ${amount === 1 ? 'point' : 'points'}`,
  difference: (amount: string, isMore: boolean, other: string) => `${amount} ${isMore ? 'more' : 'less'} than ${other}`,
  differs: 'differs',
  copyLink: 'Copy link',
  copied: 'Copied.',
  notCopied: 'This browser did not allow copying.',
  export: 'Export',
  save: (format: string) => `Save as ${format}`,
  copy: (format: string) => `Copy as ${format}`,
  partial: (share: string) => `partial, ${share}`,
  partialNote: (share: string, lowest: string, highest: string) =>
    `Partial: rests on ${share} of the weight, counted as the whole; the full score could be ${lowest} to ${highest}.`,
  offers: 'Offers',
  prices: ['cheapest first', 'dearest first'] as readonly [string, string],
  seeAt: (seller: string) => `See at ${seller}`,
  checkPriceAt: (seller: string) => `Check price at ${seller}`,
  paidLink: 'Paid link',
  disclosure: 'Links marked as paid earn a commission for this page if you buy through them.',
  /** When a price was looked up. */
  asOf: (moment: string) => `as of ${moment}`,
  undated: 'date unknown',
  /** "$6.55" and "100 g", or "tablet". */
  per: (price: string, unit: string) => `${price} per ${unit}`,
  moreSellers: (count: string, amount: number) => `${count} more ${amount === 1 ? 'seller' : 'sellers'}`,
  scoresBy: 'Scores by',
  updated: 'updated',
  howScored: 'How scores are made',
  firstAlways: (product: string) => `${product} is first under every weighting.`,
  sharedAlways: (products: string) => `${products} share the first place under every weighting.`,
  sharedFirst: (products: string) => `${products} share the first place.`,
  moreThan: (weight: string) => `more than ${weight}`,
  lessThan: (weight: string) => `less than ${weight}`,
  between: (low: string, high: string) => `more than ${low}, but less than ${high}`,
  /** `bound` is one of the three above. */
  staysFirst: (product: string, criterion: string, bound: string, now: string) =>
    `${product} stays first until ${criterion} weighs ${bound} (now ${now}).`,
  notUnseated: (product: string) => `${product} stays first, whatever any single criterion weighs.`,
  withYourWeights: 'With your weights:',
  howFirm: 'How firm is this ranking?',
  oneWeight: 'If one weight changes and the others keep their proportions:',
  overtakes: (product: string, other: string, criterion: string, bound: string, now: string) =>
    `${product} overtakes ${other} once ${criterion} weighs ${bound} (now ${now}).`,
  neverAhead: (product: string, other: string) => `${product} is not ahead of ${other} under any weighting.`,
  notOvertaking: (product: string, other: string) =>
    `${product} does not overtake ${other}, whatever any single criterion weighs.`,
  placesTaken: 'Percentage of all weightings in which each product takes each place; in bold, the place it has',
  place: (place: string) => `Place ${place}`,
  sampled: (error: string) =>
    `All weightings count alike, in a sample that never changes; shares are off by ${error} percentage points at most.`,
  amongFirst: (count: string) => `Places are counted among the first ${count} products.`,
  counting: 'Counting places…',
  loading: 'Loading the comparison…',
  retry: 'Try again',
  /** Before an error, whose own sentence is English. */
  failed: '',
  pros: 'Pros',
  cons: 'Cons',
  sources: 'Sources',
  readReview: 'Read the full review',
  yourScore: 'Your score',
  publishersScore: 'Publisher’s score',
  /** For whoever writes the page. */
  audit: 'Audit of this comparison',
  auditHint: 'Only whoever writes this page should see this list: take away the audit attribute before readers come.',
  inOrder: 'Everything is in order.',
  errors: 'Errors',
  warnings: 'Warnings',
  infos: 'Worth knowing',
  wholeDocument: 'The whole document',
  empty: 'There is nothing to compare yet: give this element a src or data attribute.',
  criterion: 'Criterion',
  weight: 'Weight',
  contribution: 'Contribution',
  total: 'Total',
  composite: 'Composite: ',
  apportioned: 'Parts are rounded so that they add up to the total.',
  yourWeights: 'Your weights',
  weightsHint: 'Move one, and the others give way in proportion. Locked ones stay.',
  percentOf: (criterion: string) => `${criterion}, percent`,
  lock: (criterion: string) => `Lock ${criterion}`,
  startFrom: 'Start from',
  publishersWeights: 'The publisher’s weights',
  equalWeights: 'All equal',
  weighedFirst: (criterion: string) => `${criterion} first`,
  ownWeights: 'Weights of my own',
  resetWeights: 'Reset weights',
  byYourWeights: 'Scores and places are by your weights.',
  yourOrder: 'Your order',
  byPublisher: (value: string) => `Publisher: ${value}`,
  gained: (count: string, amount: number) => `up ${count} ${amount === 1 ? 'place' : 'places'}`,
  lost: (count: string, amount: number) => `down ${count} ${amount === 1 ? 'place' : 'places'}`,
  firstByYours: (products: string) => `First with your weights: ${products}.`,
  firstByPublishers: (products: string) => `First with the publisher’s weights: ${products}.`,
  moved: (count: string, all: string, amount: number) =>
    `${count} of ${all} products ${amount === 1 ? 'changes' : 'change'} places.`,
  bound: (criterion: string, most: string) => `What is locked leaves ${most} for ${criterion}.`,
  noWeights: 'There is nothing to weigh: this comparison has no criteria with weights.',
  unscored: (product: string) => `“${product}” has no score yet.`,
  noComposite: (product: string) => `“${product}” has no composite, because not every criterion was scored.`,
  noProduct: (id: string, ids: string) => `There is no product “${id}”; the product attribute takes one of ${ids}.`,
  why: 'Why this score',
  publishedScore: 'Publisher’s score: ',
  gap: 'Difference',
  /** Before what the lead is made of. */
  leadsBy: (product: string, gap: string) => `${product} leads by ${gap}: `,
  level: (a: string, b: string) => `${a} and ${b} are level. `,
  from: (amount: string, criterion: string) => `${amount} from ${criterion}`,
  equalOn: (criteria: string) => `Equal: ${criteria}.`,
  notScoredFor: (criteria: string, product: string) => `Not scored for ${product}: ${criteria}.`,
};

/** Every sentence of a language. */
export type Words = Readonly<typeof english>;

/** The sentences of a language, and how it writes numbers and dates. */
export interface Locale extends Words {
  /** The BCP 47 tag of what the sentences are in; absent where nobody has named a language. */
  readonly language: string | undefined;
  /** A number with the decimals it is written with ("9.0" stays "9.0", "9,0" in German). */
  readonly number: (value: number | string) => string;
  /** An amount of a currency, by its ISO 4217 code with its decimals at least, or with none where it is whole and `isShort`. */
  readonly price: (value: number, currency: string, isShort?: boolean) => string;
  /** An amount and its unit: days, weeks, months and years in words, other units as they are. */
  readonly amount: (value: number, unit: string) => string;
  /** The unit beside so many of it. */
  readonly unit: (unit: string, value: number) => string;
  /** Decimal text with its sign, which zero has none of. */
  readonly signed: (value: number | string) => string;
  /** A score, with one decimal at least. */
  readonly scoreNumber: (value: number) => string;
  /** Decimal text that counts hundredths: "30" gives "30%", "30 %" in German. */
  readonly percent: (hundredths: string) => string;
  /** A day of ISO 8601, written out. */
  readonly date: (day: string) => string;
  /** A day or moment of ISO 8601, at UTC; with its year, since pages are read long after they were made. */
  readonly moment: (moment: string) => string;
}

const locales = new Map<string, Locale>();

const isSpelled = (unit: string): boolean => /^(day|week|month|year)$/.test(unit);

/** The words of a tag, else of what it narrows down: those of `de` for `de-ch-1996`. */
const wordsOf = (tag: string): Partial<Words> | undefined =>
  /^en\b/.test(tag) ? english : languages.get(tag) || (tag ? wordsOf(tag.replace(/-?[^-]*$/, '')) : undefined);

/** The locale of a BCP 47 tag; its sentences are English where there are none in that language. */
export function localeFor(language: string | undefined): Locale {
  // More words may have come since.
  const name = `${language} ${languages.size}`;
  const known = locales.get(name);
  if (known) return known;
  const words = wordsOf((language ?? '').toLowerCase());
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
  const dates = new Map<string, Intl.DateTimeFormat>();
  const writeDate = (text: string, options: Intl.DateTimeFormatOptions): string => {
    const key = Object.keys(options).join();
    const format = dates.get(key) ?? new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options });
    dates.set(key, format);
    return format.format(Date.parse(text));
  };
  const locale: Locale = {
    ...english,
    ...words,
    language: words || !language ? language : 'en',
    number: (value) => write(value, {}),
    amount: (value, unit) =>
      isSpelled(unit)
        ? write(value, { style: 'unit', unit, unitDisplay: 'long' })
        : `${write(value, {})} ${unit}`.trim(),
    unit: (unit, value) =>
      (isSpelled(unit) &&
        new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' })
          .formatToParts(value)
          .find(({ type }) => type === 'unit')?.value) ||
      unit,
    // A minus is no hyphen, to the ear either.
    signed: (value) => write(value, { signDisplay: 'exceptZero' }).replace('-', '−'),
    scoreNumber: (value) => write(/[.e]/.test(String(value)) ? value : `${value}.0`, {}),
    percent: (hundredths) => write(hundredths, { style: 'unit', unit: 'percent' }),
    price: (value, currency, isShort) =>
      // Other signs stand for themselves.
      /^[A-Z]{3}$/.test(currency)
        ? write(value, {
            style: 'currency',
            currency,
            minimumFractionDigits: isShort && Number.isInteger(value) ? 0 : undefined,
            maximumFractionDigits: 10,
          })
        : `${write(value, {})} ${currency}`.trim(),
    date: (day) => writeDate(day, { dateStyle: 'long' }),
    moment: (moment) =>
      writeDate(moment, {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        ...(moment[10] && { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' }),
      }),
  };
  locales.set(name, locale);
  return locale;
}

/** The words for the two directions of a column's order. */
export const directionsOf = (
  type: ColumnType,
  { amounts, texts, dates, booleans }: Locale,
): readonly [string, string] =>
  type === 'date' ? dates : type === 'boolean' ? booleans : /^[tl]/.test(type) ? texts : amounts;
