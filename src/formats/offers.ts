/** Links that lead to a seller, and what their words and their `rel` say of the offer. Leaves prices' age to the model. */
import { parseQuantity } from '../model/quantity.js';
import type { Json } from '../model/shape.js';
import type { Link } from './passage.js';

const words =
  /^(?:(?:check|see|view|get|compare)\b.*\b(?:price|deal|offer)s?\b.*|(?:buy|shop|order|view|available)\b.*|.*\b(?:at|on|from|bei) [\p{Lu}].*|zum (?:shop|angebot)\b.*|.*\bpreis prüfen\b.*|(?:jetzt )?kaufen\b.*)$/iu;

// A number with a sign or word before or behind it: whether that is a currency, reading it tells.
const number = "\\d+(?:[.,'’\u00a0\u202f]\\d{3})*(?:[.,]\\d+)?";
const amounts = new RegExp(
  `(?<![\\p{L}\\d.,])(?:(?:\\p{Lu}{0,3}\\p{Sc}|\\p{Lu}{3}|Rs\\.?|kr\\.?)\\s?${number}(?![.,]?\\d|\\s?\\p{Sc})|(?:\\d{1,3} (?=\\d{3}))*${number}\\s?(?:\\p{Sc}|円|\\p{L}{2,3}(?!\\p{L})))`,
  'gu',
);

/** Whether a link leads to where the product is sold. */
export const isOffer = ({ text, url, rel }: Link): boolean =>
  /^https?:/.test(url) && (rel.includes('sponsored') || (text.length <= 60 && words.test(text)));

/** The offer that a link makes: who sells, at what price, whether it is paid for; only what it says. */
export function offerOf({ text, url, rel }: Link): { readonly [member: string]: Json } {
  const seller = /\b(?:at|on|from|bei|auf)\s+(\p{L}[\p{L}\p{N}.&’' -]{1,40})$/u.exec(text)?.[1]?.trim();
  const price = text
    .slice(0, 200)
    .match(amounts)
    ?.find((amount) => parseQuantity(amount)?.kind === 'money');
  return {
    ...(seller && { seller }),
    url,
    ...(price && { price }),
    ...(rel.includes('sponsored') && { paid: true }),
  };
}
