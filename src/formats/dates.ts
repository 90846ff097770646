/** Dates as articles state them, to days of ISO 8601. Leaves dates that can be read in two ways unread. */
import { isDate } from '../model/shape.js';

const months =
  'jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sep(?:t(?:ember)?)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?';
const starts = ['jan', 'feb', 'm[aä]r', 'apr', 'ma[yi]', 'jun', 'jul', 'aug', 'sep', 'o[ck]t', 'nov', 'de[cz]'];
const monthOf = (word: string): number => starts.findIndex((start) => new RegExp(`^${start}`, 'i').test(word)) + 1;

const written = (year: unknown, month: number, day: unknown): string | undefined => {
  const text = `${year}-${`${month}`.padStart(2, '0')}-${`${day}`.padStart(2, '0')}`;
  return isDate(text) ? text : undefined;
};

/** The first date in a text: `2026-04-30`, `April 30, 2026`, `30. April 2026`, `30.04.2026`; `ambiguous` for `03/04/2026`. */
export function parseDate(text: string): string | 'ambiguous' | undefined {
  const iso = /\b\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?/.exec(text)?.[0];
  if (iso) return [iso, iso.slice(0, 10)].find(isDate);
  const american = new RegExp(`\\b(${months})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'i').exec(text);
  if (american) return written(american[3], monthOf(american[1] as string), american[2]);
  const european = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th|\\.)? (?:of )?(${months})\\.?,? (\\d{4})\\b`, 'i').exec(
    text,
  );
  if (european) return written(european[3], monthOf(european[2] as string), european[1]);
  const german = /\b(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})\b/.exec(text);
  if (german) return written(german[3], Number(german[2]), german[1]);
  const [, a, b, year] = /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(text) ?? [];
  if (!year) return undefined;
  const [first, second] = [Number(a), Number(b)];
  if (first === second || first > 12) return written(year, second, first);
  return second > 12 ? written(year, first, second) : 'ambiguous';
}
