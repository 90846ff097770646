/** Numbers as readers type them, whatever the language of their browser. Leaves what a number is to the model. */
import { parseQuantity } from '../model/quantity.js';
import type { Locale } from './strings.js';

// What Arabic and Persian write with, by the last four bits of their codes.
const signs = '0123456789 .';

/**
 * The number that a text is, in any of these digits, with a comma or a point before its decimals; what could be thousands
 * as well goes by the language. `NaN` for what is no number.
 */
export const typedNumber = (text: string, { language }: Locale): number =>
  parseQuantity(
    text.replace(/[٠-٬۰-۹]/g, (sign) => signs.charAt(sign.charCodeAt(0) & 15)),
    { language },
  )?.value ?? Number.NaN;
