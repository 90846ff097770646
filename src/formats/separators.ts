/**
 * What a point and a comma are in the numbers of an article or a file: `1.250` is a thousand and a quarter in one
 * country and one and a quarter in another, and which of them shows in the other numbers. Leaves amounts themselves, and
 * what a language that is named makes of them, to the model.
 */
import { quote } from '../model/diagnostic.js';
import { parseQuantity } from '../model/quantity.js';
import type { ArticleDiagnostic } from './diagnostic.js';

type Mark = '.' | ',';

/** What the numbers of a text have shown. */
export interface Separators {
  /** The mark before decimals; `undefined` where nothing tells. */
  readonly decimal: Mark | undefined;
  /** An amount that tells it, as it is written; absent where only the form of the file does. */
  readonly example?: string;
}

/** A text of a document that may be an amount. */
export interface AmountPlace {
  readonly text: string;
  readonly path: string;
  readonly line: number | undefined;
  /** Puts another text there. */
  write(text: string): void;
}

const other = (mark: Mark): Mark => (mark === '.' ? ',' : '.');

// Thousands may be parted by a space or an apostrophe; a mark behind those is one of decimals.
const numbers = /(?<![\p{L}\d.,])(?:[1-9]\d{0,2}(?:['’\u00a0\u202f ]\d{3})+|\d+)(?:[.,]\d+)+(?![\d.,]*\d)/gu;

/** The decimal mark that a number shows; `open` where it can be read in two ways, `undefined` where it is no number. */
function decimalIn(number: string): Mark | 'open' | undefined {
  const marks = number.replace(/[^.,]/g, '');
  const [whole = '', ...parts] = number.split(/[.,]/);
  const last = marks.at(-1) as Mark;
  const areGroups = (groups: readonly string[]) =>
    /^[1-9]\d{0,2}$/.test(whole) && groups.every((group) => group.length === 3);
  if (marks.includes(other(last)))
    return marks.indexOf(last) === marks.length - 1 && areGroups(parts.slice(0, -1)) ? last : undefined;
  if (marks.length > 1) return areGroups(parts) ? other(last) : undefined;
  return areGroups(parts) ? 'open' : last;
}

interface Amount {
  readonly isOpen: boolean;
  /** The decimal mark that its numbers show. */
  readonly decimals: readonly Mark[];
}

/** A text that is an amount with a mark in it, and nothing else. */
function amountOf(text: string): Amount | undefined {
  if (text.length > 60 || !/\d[.,]\d/.test(text)) return undefined;
  const amount = parseQuantity(text) ?? parseQuantity(text, { language: 'de' });
  if (!amount) return undefined;
  const found = [...text.matchAll(numbers)].map(([number]) => ({ number, decimal: decimalIn(number) }));
  // Nobody asks for thousandths of a dollar, but of a dollar a litre.
  const isPrice = amount.kind === 'money' && !amount.per;
  const decimals = found.flatMap(({ number, decimal }) => {
    if (decimal !== 'open') return decimal ?? [];
    return isPrice ? other(number.replace(/\d/g, '') as Mark) : [];
  });
  return { isOpen: found.some(({ decimal }) => decimal === 'open'), decimals };
}

/** What the amounts among some texts show; where they show nothing, or both, what a file with this separator has. */
export function separatorsIn(texts: Iterable<string>, separator?: string): Separators {
  const found = new Map<Mark, string>();
  for (const text of texts) {
    for (const decimal of amountOf(text)?.decimals ?? []) if (!found.has(decimal)) found.set(decimal, text);
    if (found.size > 1) break;
  }
  const [first, ...others] = found;
  if (first && !others.length) return { decimal: first[0], example: first[1] };
  // Spreadsheets part cells by semicolons where the comma is taken by decimals.
  return { decimal: separator === ';' ? ',' : undefined };
}

/** The amount as it is read everywhere: `1.250 g` is `1250 g` with decimal commas, `1,250 g` is `1,25 g`. */
const settled = (text: string, decimal: Mark): string =>
  text.replace(numbers, (number) => {
    if (decimalIn(number) !== 'open') return number;
    const [whole, part = ''] = number.split(/[.,]/);
    return number.includes(decimal) ? `${whole}${decimal}${part.replace(/(?<=.)0+$/, '')}` : `${whole}${part}`;
  });

/** The mark before decimals in a language; `undefined` for another than point and comma. */
const decimalOf = (language: string): string | undefined =>
  new Intl.NumberFormat(language).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value;

/**
 * Sees to it that amounts such as `1.250 g` are read as their article means them. With a language they stay as they are,
 * and it is told where the other numbers contradict it. Without one they are written so that they can be read in one way
 * only, and what nothing tells is told. Gives what there is to say: a diagnostic of each kind at most.
 */
export function settleAmounts(
  places: readonly AmountPlace[],
  language: string | undefined,
  find: () => Separators,
): readonly ArticleDiagnostic[] {
  const open = places.flatMap((place) => {
    const amount = amountOf(place.text);
    return amount?.isOpen ? [{ ...place, own: amount.decimals[0] }] : [];
  });
  if (!open.length) return [];
  const separators = find();
  const said: ArticleDiagnostic[] = [];
  const told = new Map<ArticleDiagnostic['code'], number>();
  const tell = (
    severity: ArticleDiagnostic['severity'],
    code: ArticleDiagnostic['code'],
    { path, line }: AmountPlace,
    message: string,
  ) => {
    told.set(code, (told.get(code) ?? 0) + 1);
    if (told.get(code) === 1) said.push({ code, severity, path, message, ...(line !== undefined && { line }) });
  };
  const spoken = language && decimalOf(language);
  for (const place of open) {
    const { text, own } = place;
    const decimal = own ?? separators.decimal;
    const why = own
      ? 'a price has no thousandths'
      : separators.example
        ? `${quote(separators.example)} has a decimal ${separators.decimal === ',' ? 'comma' : 'point'}`
        : 'files with semicolons have decimal commas';
    const readsComma = text.includes(',') && !text.includes('.');
    if (language) {
      if (!decimal || !spoken || spoken === decimal || !/[.,]/.test(spoken)) continue;
      const message = `${quote(text)} is read as the language “${language}” writes numbers, but ${why}: name the language that the numbers are written in.`;
      tell('warning', 'separators-differ', place, message);
    } else if (decimal === ',') {
      const plain = settled(text, ',');
      const message = `${quote(text)} is written as ${quote(plain)}, since ${why}: name the language, and all numbers stay as they are.`;
      tell('info', 'separators-assumed', place, message);
      place.write(plain);
    } else if (!decimal) {
      const way = readsComma ? 'a comma between thousands' : 'a decimal point';
      const message = `${quote(text)} can be read in two ways, and is read with ${way}, as in English: name the language if that is wrong.`;
      // Three decimals are rarer than thousands.
      tell(readsComma ? 'info' : 'warning', 'number-ambiguous', place, message);
    }
  }
  return said;
}
