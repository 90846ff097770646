/**
 * Comparisons for where there are no custom elements, newsletters, feeds, systems that strip everything, and for search
 * engines. Leaves what the plain forms say to `plain-comparison.ts`, and the terms of structured data to `src/json-ld`.
 */
import { localeFor } from '../elements/strings.js';
import { cardShowing, tableShowing } from '../elements/structured-data.js';
import { tableColumns } from '../elements/table-columns.js';
import { jsonLd, type Showing } from '../json-ld/json-ld.js';
import { scriptText } from '../json-ld/script-text.js';
import { type Comparison, type ReadOptions, readComparison } from '../model/comparison.js';
import { parseAge } from '../model/offer.js';
import { scoreProducts } from '../model/rank.js';
import { type PlainWishes, plainComparison, plainShowing } from './plain-comparison.js';
import { plainHtml } from './plain-html.js';
import { plainMarkdown } from './plain-markdown.js';

/** What a form has, and how its document is read; prices are as of the present unless `now` says otherwise. */
export interface PlainOptions extends ReadOptions, Omit<PlainWishes, 'date'> {
  /** How old a price may be to be shown, such as `12h` or `7d`; a day, or 30 where it has no time, if it is left out. */
  readonly priceMaxAge?: string | undefined;
}

/** The comparison of a document, parsed, as JSON text or read before, with what is asked for; `undefined` for none. */
function readWith(document: unknown, options: PlainOptions): readonly [Comparison, PlainWishes] | undefined {
  const { language, baseUrl, now = Date.now(), priceMaxAge = '', ...wishes } = options;
  const { comparison } = readComparison(document, { language, baseUrl, now });
  return comparison && [comparison, { ...wishes, date: { now, maxAge: parseAge(priceMaxAge) } }];
}

/**
 * A comparison as one HTML `article` without styles, scripts and classes, in its own language; every text in it is
 * escaped. With `structuredData` a script of JSON-LD follows, of all that it shows. Empty for what is no comparison.
 */
export function writePlainHtml(
  document: unknown,
  { structuredData = false, ...options }: PlainOptions & { readonly structuredData?: boolean | undefined } = {},
): string {
  const read = readWith(document, options);
  if (!read) return '';
  const json = structuredData ? written(read[0], plainShowing(...read)) : '';
  return plainHtml(plainComparison(...read)) + (json && `<script type="application/ld+json">${json}</script>\n`);
}

/** The same as GitHub Flavored Markdown, without any HTML in it. Empty for what is no comparison. */
export function writePlainMarkdown(document: unknown, options: PlainOptions = {}): string {
  const read = readWith(document, options);
  return read ? plainMarkdown(plainComparison(...read)) : '';
}

export interface JsonLdOptions extends PlainOptions {
  /**
   * What the page shows, for nothing else may be said: a `table` or a `card` as those elements are, or all that the
   * plain forms have. A table, if it is left out.
   */
  readonly shows?: 'table' | 'card' | 'all' | undefined;
  /** The id of the one product that the page shows; else it shows all. */
  readonly product?: string | undefined;
}

/** What is shown, by what shows it. */
const showings: Record<
  NonNullable<JsonLdOptions['shows']>,
  (comparison: Comparison, wishes: PlainWishes) => Showing
> = {
  table(comparison, { date, columns = '', limit, linkParams = '' }) {
    const all = tableColumns(comparison, columns, localeFor(comparison.language), date);
    return tableShowing(comparison, scoreProducts(comparison), '', all, limit, '', date, linkParams);
  },
  card: (comparison, { date, limit, linkParams = '' }) =>
    new Map(
      scoreProducts(comparison)
        .slice(0, limit)
        .flatMap(({ product }) => [...cardShowing(comparison, product, product.image?.src, date, linkParams)]),
    ),
  all: plainShowing,
};

/** Structured data of what a page shows, as JSON that a script element may hold. Empty where there is nothing to say. */
export function writeJsonLd(document: unknown, { shows = 'table', product, ...options }: JsonLdOptions = {}): string {
  const read = readWith(document, options);
  if (!read) return '';
  const showing = showings[shows](...read);
  return written(read[0], new Map([...showing].filter(([{ id }]) => product === undefined || id === product)));
}

function written(comparison: Comparison, showing: Showing): string {
  const value = jsonLd(comparison, scoreProducts(comparison), showing);
  return value ? scriptText(value) : '';
}
