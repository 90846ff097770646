/**
 * The signs that stand for words: ticks and crosses, stars, emojis, medals. Leaves what a rating is worth to
 * `rating.ts`.
 */

const emoji =
  /(?![©®™‼⁉★])\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u{1f1e6}-\u{1f1ff}]|[\ufe0e\ufe0f\u20e3]|\u200d/gu;

/** The text without emojis, and with keycaps as the digits they show; trimmed. */
export const withoutEmojis = (text: string): string => text.replace(emoji, ' ').replace(/\s+/g, ' ').trim();

/** What a tick or a cross says; `undefined` for any other text. */
export function parseMark(text: string): boolean | undefined {
  const mark = text.replace(/\ufe0f/g, '');
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
  /^(?:rat(?:ed|ing):?\s*)?\d+(?:[.,]\d+)?\s*(?:\/|out of|von)\s*\d+|^\d(?:[.,]\d)?\s*stars?$|^[✓✔✅☑✗✘❌✕✖★⭐]/iu.test(
    alt.trim(),
  );
