/**
 * One spec of one product as its column understands it: what kind of value it is, what it reads as, and what it is
 * ordered by. Leaves the reading of amounts to `quantity.ts`, and what the column as a whole says to `column.ts`.
 */
import type { ColumnType } from './document.js';
import { parseQuantity, type Quantity, type QuantityOptions } from './quantity.js';
import { isDate, isRecord, type Json } from './shape.js';
import { parseUrl } from './url.js';

export interface Cell {
  /** What the value was read as; `text` in a column of another type is a value that could not be read as that type. */
  readonly type: ColumnType | 'missing';
  /** What it reads as, as its author typed it. */
  readonly text: string;
  /** The amount, where the type is number, quantity, price or rating. */
  readonly quantity?: Quantity;
  /** The entries of a list. */
  readonly items?: readonly string[];
  readonly checked?: boolean;
  /** The address of a link, or of a value that has one. */
  readonly url?: string | undefined;
  /** A remark that belongs to the value. */
  readonly note?: string | undefined;
}

// One for all: a document with many columns is mostly made of these.
const absent: Cell = Object.freeze({ type: 'missing', text: '' });

// What people type for a boolean, in the languages that the elements speak.
const yes = /^[✓✔✅☑○]?\ufe0f? ?(yes|true|ja|oui|s[iíìm]+|はい|あり|نعم)?$/i;
const no = /^[✗✘❌✕✖×]?\ufe0f? ?(non?|false|nein|não|いいえ|なし|لا)?$/i;

// What people type where there is nothing to say.
const nothing = /^(?:[-–—?.]*|n\.?\/?a\.?|tbd|tba)$/i;

/** Reads a value as what it looks like by itself; `column.ts` then settles what the column is. */
export function readCell(value: Json | undefined, options: QuantityOptions): Cell {
  if (value === undefined) return absent;
  if (isRecord(value)) {
    const { note, url } = value;
    return {
      ...readCell((value.value ?? value.text) as Json | undefined, options),
      ...(typeof note === 'string' && { note }),
      ...(typeof url === 'string' && parseUrl(url) && { url }),
    };
  }
  if (typeof value === 'boolean') return { type: 'boolean', text: '', checked: value };
  const items = Array.isArray(value)
    ? value.filter((item) => typeof item !== 'object').map((item) => `${item}`.trim())
    : [];
  if (items.length) return { type: 'list', text: items.join(', '), items };
  const text = Array.isArray(value) ? '' : String(value ?? '').trim();
  if (nothing.test(text)) return { type: 'missing', text };
  const quantity: Quantity | undefined =
    typeof value === 'number'
      ? { value, unit: '', kind: 'number', approximate: false, text }
      : parseQuantity(text, options);
  if (quantity) {
    const { kind } = quantity;
    const type = kind === 'money' ? 'price' : kind === 'rating' || kind === 'number' ? kind : 'quantity';
    return { type, text, quantity };
  }
  if (isDate(text)) return { type: 'date', text };
  return /^https?:/i.test(text) && parseUrl(text) ? { type: 'link', text, url: text } : { type: 'text', text };
}

/** The same value as a column of `type` understands it; what that type cannot hold becomes text. */
export function castCell(cell: Cell, type: ColumnType, currency: string): Cell {
  const { type: found, quantity, text, items = [text], url, note } = cell;
  if (found === 'missing' || found === type) return cell;
  const as = (members: object): Cell => ({ type, text, url, note, ...members });
  if (type === 'list') return as({ items });
  if (type === 'link' && url) return as({});
  if (type === 'boolean' && found === 'text' && (yes.test(text) || no.test(text)))
    return as({ checked: yes.test(text) });
  if (type === 'quantity' && quantity) return as({ quantity });
  if (type === 'price' && /^(none|free)$/i.test(text)) {
    return as({ quantity: { value: 0, unit: currency, kind: 'money', approximate: false, text } });
  }
  if (quantity?.kind === 'number') {
    // A bare number in a column of prices is in the document's currency; in one of ratings it counts stars of five.
    const { value, max = value } = quantity;
    if (type === 'price') return as({ quantity: { ...quantity, kind: 'money', unit: currency } });
    if (type === 'rating' && value >= 0 && max <= 5) return as({ quantity: { ...quantity, kind: 'rating', outOf: 5 } });
  }
  return as({ type: 'text' });
}
