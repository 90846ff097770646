/**
 * What a short passage says by its form: a label and its value, or the headline score of a product. Leaves whose it is
 * to `pick.ts`.
 */
import { roleOf } from './labels.js';
import { withPlainDigits } from './marks.js';
import { parseRating } from './rating.js';

/** A text in two: what stands before its first colon, and the rest. */
export function labelled(text: string): { readonly label?: string; readonly value: string } {
  const at = text.search(/:(?:\s|$)|：/u);
  return at > 0 && at <= 60 ? { label: text.slice(0, at).trim(), value: text.slice(at + 1).trim() } : { value: text };
}

// “We rated it 4.5 out of 5.”
const rated =
  /^(?:we|i)(?:.ve)? (?:have )?(?:rate|rated|give|gave|score|scored)\b[^.,;:\d]{0,40}?\b(\d{1,2}(?:\.\d)?) ?(?:\/|out of) ?(5|10|100)(?: stars| points)?[.!]?$/i;

/** What a headline says: “G6 Composite Score: 8.7/10”, “Rating 4.5/5”, “★★★★☆”. */
export function headlineOf(
  given: string,
): { readonly label: string; readonly rating: NonNullable<ReturnType<typeof parseRating>> } | undefined {
  if (given.length > 120) return undefined;
  const text = withPlainDigits(given);
  // What stands before a colon is a label, digits in it or not; else the first digit or star ends it.
  const [, stated, best] = rated.exec(text) ?? [];
  const sentence = stated && parseRating(`${stated}/${best}`);
  if (sentence) return { label: '', rating: sentence };
  const { label: said } = labelled(text);
  const from = said ? text.search(/[:：]/u) : 0;
  const at = from + text.slice(from).search(/[\d★⭐]/u);
  if (at < from) return undefined;
  const label = text
    .slice(0, at)
    .replace(/[\s:：=–—-]+$/u, '')
    .trim();
  // Words behind the score say it again.
  const number =
    /^(?:\d{1,3}(?:[.,]\d{1,3})?(?: ?(?:\/|out of|von|sur|de|su|من) ?\d{1,3}| ?%)?(?: (?:stars?|points|sterne|punkte|étoiles?|puntos|estrellas|punti|stelle|pontos|estrelas)| ?点)?(?![\w/%.,]\d)|[★⭐]+[½]?☆*)/u.exec(
      text.slice(at),
    )?.[0];
  const rating = number === undefined ? undefined : parseRating(number);
  const rest = text.slice(at + (number?.length ?? 0));
  const role = roleOf(label);
  const isHeadline = role === 'overall' || (role === 'verdict' && rating?.outOf !== undefined && !rest);
  if (!rating || /^ ?\p{L}/u.test(rest) || (label && label !== '(' && !isHeadline)) return undefined;
  return label || (rating.outOf !== undefined && rest.length < 40) ? { label, rating } : undefined;
}
