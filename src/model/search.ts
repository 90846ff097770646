/**
 * Finding words in texts as people type them: without regard to case, accents, ligatures, width and the kind of dash or
 * quotation mark. Leaves which texts a product has to `filter.ts`.
 *
 * Marks that only accent or vowel a letter (Latin, Greek, Cyrillic, Hebrew, Arabic) are passed over; those that make it
 * another one (が and か, क and की) are not. Every i is one, dotted or not, in capitals or not, whatever the language.
 */

/** Accents and vowel points, the Arabic stretch, and what is not seen at all, such as soft hyphens. */
const marks =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]|\p{Default_Ignorable_Code_Point}/gu;

/** Letters and signs that Unicode does not take apart, and people type otherwise. */
const spellings: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'O',
  Ł: 'L',
  Đ: 'D',
  Ð: 'D',
  Þ: 'TH',
  Ħ: 'H',
  Ŧ: 'T',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  '⁄': '/',
  '‘': "'",
  '’': "'",
  '′': "'",
  '“': '"',
  '”': '"',
  '„': '"',
};
const others = /[ÆŒØŁĐÐÞĦŦىیکة⁄‘’′“”„]/g;

/** The text as it is searched in and for; white space stays. */
export function fold(text: string): string {
  if (/^[ -~\t-\r]*$/.test(text)) return text.toUpperCase();
  return (
    text
      .normalize('NFKD')
      .replace(marks, '')
      // Down and up again: ẞ is ß is SS, and every sigma is one.
      .toLowerCase()
      .toUpperCase()
      .replace(others, (sign) => spellings[sign] as string)
      .replace(/[‐-―−]/g, '-')
      .replace(/[٠-٩۰-۹]/g, (digit) => `${digit.charCodeAt(0) & 15}`)
      .normalize()
  );
}

/** The words that a search asks for, as they are looked up in what `fold` gives; none for white space. */
export const wordsOf = (search: string): readonly string[] => fold(search).match(/\S+/g) ?? [];

const known = new WeakMap<object, WeakMap<object, string>>();

/** What a reader of texts gives for an item, folded: it is asked once for each item, as long as it is the same one. */
export function foldedTexts<T extends object>(textOf: (item: T) => string): (item: T) => string {
  const texts = known.get(textOf) ?? new WeakMap<object, string>();
  known.set(textOf, texts);
  return (item) => {
    const text = texts.get(item) ?? fold(textOf(item));
    texts.set(item, text);
    return text;
  };
}
