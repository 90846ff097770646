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
  readonly url?: string;
  /** A remark that belongs to the value. */
  readonly note?: string;
}

/** Reads a value as what it looks like by itself; `column.ts` then settles what the column is. */
export function readCell(value: Json | undefined, options: QuantityOptions): Cell {
  if (value === null || value === undefined) return { type: 'missing', text: '' };
  if (typeof value === 'boolean') return { type: 'boolean', text: '', checked: value };
  if (typeof value === 'number') {
    const text = String(value);
    return { type: 'number', text, quantity: { value, unit: '', kind: 'number', approximate: false, text } };
  }
  if (typeof value === 'string') return readText(value.trim(), options);
  if (isRecord(value)) {
    const { note, url } = value;
    return {
      ...readCell((value.value ?? value.text) as Json | undefined, options),
      ...(typeof note === 'string' && { note }),
      ...(typeof url === 'string' && parseUrl(url) !== undefined && { url }),
    };
  }
  const items = value.flatMap((item) => (typeof item === 'object' ? [] : [String(item)]));
  return items.length ? { type: 'list', text: items.join(', '), items } : { type: 'missing', text: '' };
}

// What people type where there is nothing to say.
const nothing = /^(?:[-–—?.]*|n\.?\/?a\.?|tbd|tba)$/i;

function readText(text: string, options: QuantityOptions): Cell {
  if (nothing.test(text)) return { type: 'missing', text };
  const quantity = parseQuantity(text, options);
  if (quantity) {
    const { kind } = quantity;
    const type = kind === 'money' ? 'price' : kind === 'rating' || kind === 'number' ? kind : 'quantity';
    return { type, text, quantity };
  }
  if (isDate(text)) return { type: 'date', text };
  if (/^https?:/i.test(text) && parseUrl(text) !== undefined) return { type: 'link', text, url: text };
  return { type: 'text', text };
}

/** The same value as a column of `type` understands it; what that type cannot hold becomes text. */
export function castCell(cell: Cell, type: ColumnType, currency: string): Cell {
  const { type: found, quantity, text } = cell;
  if (found === 'missing' || found === type) return cell;
  const items = type === 'list' && (cell.items ?? [text]);
  if (items) return { ...cell, type, items };
  if (quantity && type === 'quantity') return { ...cell, type };
  if (quantity?.kind === 'number' && (type === 'price' || type === 'rating')) {
    // A bare number in a column of prices is in the document's currency; in one of ratings it counts stars of five.
    const as = type === 'price' ? { kind: 'money', unit: currency } : { kind: 'rating', outOf: 5 };
    return { ...cell, type, quantity: { ...quantity, ...as } };
  }
  if (type === 'link' && cell.url) return { ...cell, type };
  return { ...cell, type: 'text' };
}
