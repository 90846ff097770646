/**
 * The signs that stand for words: ticks and crosses, stars, emojis, medals. Leaves what a rating is worth to
 * `rating.ts`.
 */

const emoji =
  /(?![©®™‼⁉★])\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u{1f1e6}-\u{1f1ff}]|[\ufe0e\ufe0f\u20e3]|\u200d/gu;

// Most labels are, and then there is nothing to look for.
const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text);

/** The text without emojis, and with keycaps as the digits they show; trimmed. */
export const withoutEmojis = (text: string): string =>
  (isAscii(text) ? text : text.replace(emoji, ' ')).replace(/\s+/g, ' ').trim();

/** The text with the digits and marks of other scripts as those of Latin ones: `٨٫٥` and `８．５` are `8.5`. */
export const withPlainDigits = (text: string): string =>
  isAscii(text)
    ? text
    : text
        .replace(
          /[٠-٩۰-۹０-９]/g,
          (digit) => `${(digit.charCodeAt(0) - (digit < '۰' ? 0x660 : digit < '０' ? 0x6f0 : 0xff10)) % 10}`,
        )
        .replace(/(?<=\d)[٫．](?=\d)/g, '.')
        .replace(/(?<=\d)٬(?=\d)/g, ',')
        .replace(/／/g, '/');

/** What a tick, a cross or the TRUE of a spreadsheet says; `undefined` for any other text. */
export function parseMark(text: string): boolean | undefined {
  const mark = text.replace(/\ufe0f/g, '');
  if (/^(?:TRUE|WAHR|VRAI|VERDADERO|VERO|VERDADEIRO)$/.test(mark)) return true;
  if (/^(?:FALSE|FALSCH|FAUX|FALSO)$/.test(mark)) return false;
  if (/^[✓✔✅☑🗸]$/u.test(mark)) return true;
  return /^[✗✘❌✕✖❎☒]$/u.test(mark) ? false : undefined;
}

/** Whether an item of a list begins with a sign that praises, or with one that blames. */
export function signOf(text: string): 'pro' | 'con' | undefined {
  if (/^(?:[✓✔✅☑👍➕]|\+ )/u.test(text)) return 'pro';
  return /^(?:[✗✘❌✕✖❎☒👎➖]|[−–] )/u.test(text) ? 'con' : undefined;
}

/** Whether the words behind a picture say what the picture shows of a rating: “4.5 out of 5 stars”. */
export const isVerdictImage = (alt: string): boolean =>
  alt.length < 60 &&
  /^(?:rat(?:ed|ing):?\s*)?\d+(?:[.,]\d+)?\s*(?:\/|out of|von|sur|de|su)\s*\d+|^\d(?:[.,]\d)?\s*(?:stars?|sterne|étoiles?|estrellas?|stelle|estrelas?)$|^[✓✔✅☑✗✘❌✕✖★⭐]/iu.test(
    alt.trim(),
  );

/** Whether a text is what a spreadsheet shows where it could not calculate: `#N/A`, `#DIV/0!`, `#WERT!`. */
export const isSpreadsheetError = (text: string): boolean =>
  /^#(?:[A-ZÄÖÜÇÃÓÍ]{2,9}[!?]|DIV\/0!|N\/[AD]|NV)$/.test(text);
