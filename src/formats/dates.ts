/** Dates as articles state them, to days of ISO 8601. Leaves dates that can be read in two ways unread. */
import { isDate } from '../model/shape.js';
import { withPlainDigits } from './marks.js';

// How the names of months begin, in English, German, French, Spanish, Italian and Portuguese, and Arabic ones.
const starts = [
  'jan|gen|ene|يناير|كانون الثاني',
  'feb|fév|fev|فبراير|شباط',
  'mar|mär|مارس|آذار',
  'apr|avr|abr|أبريل|إبريل|نيسان',
  'may|mai|mag|مايو|أيار',
  'jun|juin|giu|يونيو|حزيران',
  'jul|juil|lug|يوليو|تموز',
  'aug|aoû|ago|أغسطس|آب',
  'sep|set|سبتمبر|أيلول',
  'oct|okt|ott|out|أكتوبر|تشرين الأول',
  'nov|نوفمبر|تشرين الثاني',
  'dec|dez|déc|dic|ديسمبر|كانون الأول',
].map((words) => new RegExp(`^(?:${words})`, 'iu'));
// A whole name of a month, or what it is shortened to.
const months =
  'jan(?:uary|uar|vier|eiro)?|gen(?:naio)?|ene(?:ro)?|feb(?:ruary|ruar|rero|braio)?|f[ée]v(?:rier|ereiro)?|mar(?:ch|s|zo|ço)?|märz|apr(?:il|ile)?|avr(?:il)?|abr(?:il)?|may(?:o)?|maio?|mag(?:gio)?|june?|juni[o]?|juin|junho|giu(?:gno)?|jul(?:y|i|io|ho)?|juil(?:let)?|lug(?:lio)?|aug(?:ust)?|août|ago(?:sto)?|sep(?:t(?:ember|embre|iembre)?)?|set(?:tembre|embro)?|o[ck]t(?:ober|obre|ubre)?|ott(?:obre)?|out(?:ubro)?|nov(?:ember|embre|iembre|embro)?|de[cz](?:ember|embro)?|d[ée]c(?:embre)?|dic(?:iembre|embre)?|[\\u0600-\\u06ff]{2,12}(?: (?:الثاني|الأول))?';
const monthOf = (word: string): number => starts.findIndex((start) => start.test(word)) + 1;

const written = (year: unknown, month: number, day: unknown): string | undefined => {
  const text = `${year}-${`${month}`.padStart(2, '0')}-${`${day}`.padStart(2, '0')}`;
  return isDate(text) ? text : undefined;
};

const american = new RegExp(`(?<!\\p{L})(${months})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, 'iu');
const european = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|°|\\.)? (?:(?:of|de|di) )?(${months})\\.?,? (?:de )?(\\d{4})(?!\\d)`,
  'iu',
);

/** The day and month order of a date such as 03/04/2026; `undefined` where nothing tells. */
export type DateOrder = 'day-first' | 'month-first' | undefined;

const slashed = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})\b/;

/** The order that some dates show: one of 13 and more is a day. */
export function dateOrderOf(texts: Iterable<string>, language?: string): DateOrder {
  for (const text of texts) {
    const [, first, second] = slashed.exec(text) ?? [];
    if (Number(first) > 12) return 'day-first';
    if (Number(second) > 12) return 'month-first';
  }
  // English without a country is read in either order.
  if (!language || /^en$/i.test(language)) return undefined;
  try {
    const parts = new Intl.DateTimeFormat(language).formatToParts(0).map(({ type }) => type);
    return parts.indexOf('day') < parts.indexOf('month') ? 'day-first' : 'month-first';
  } catch {
    return undefined;
  }
}

/**
 * The first date in a text: `2026-04-30`, `April 30, 2026`, `30. April 2026`, `30 de abril de 2026`, `2026年4月30日`,
 * `30.04.2026`; `ambiguous` for `03/04/2026`, unless its order is known.
 */
export function parseDate(given: string, order?: DateOrder): string | 'ambiguous' | undefined {
  const text = withPlainDigits(given);
  const iso = /\b\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?/.exec(text)?.[0];
  if (iso) return [iso, iso.slice(0, 10)].find(isDate);
  const [, first, second, third] = american.exec(text) ?? [];
  if (first) return written(third, monthOf(first), second);
  const [, day, month, year] = european.exec(text) ?? [];
  if (month) return written(year, monthOf(month), day);
  const japanese =
    /(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日/.exec(text) ?? /(?<!\d)(\d{4})\/(\d{1,2})\/(\d{1,2})(?!\d)/.exec(text);
  if (japanese) return written(japanese[1], Number(japanese[2]), japanese[3]);
  const german = /\b(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})\b/.exec(text);
  if (german) return written(german[3], Number(german[2]), german[1]);
  const [, a, b, last] = slashed.exec(text) ?? [];
  if (!last) return undefined;
  const found = dateOrderOf([text]) ?? order;
  if (!found && a !== b) return 'ambiguous';
  return found === 'month-first' ? written(last, Number(a), b) : written(last, Number(b), a);
}

/** Whether a text is a date in figures and nothing else: `30.04.2026`, `4/30/2026`. */
export const isNumericDate = (text: string): boolean => /^\d{1,2}([./])\d{1,2}\1\d{4}$/.test(text);
