/**
 * Shapes: one declaration from which the type, the reading and the schema of a part of the document all follow. Reading
 * is tolerant: what fits is taken, what does not is left out and reported with its place. Leaves what the members mean,
 * and every rule between two of them, to `comparison.ts`.
 */
import { type DiagnosticCode, pointer, quote, type Report } from './diagnostic.js';
import { parseUrl } from './url.js';

/** Any value that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A form that a text must have, and what to report where it does not. */
interface Form {
  readonly fits: (text: string) => boolean;
  readonly wanted: string;
  readonly code: DiagnosticCode;
}

/** What a value has to look like. A `shorthand` names the member that a bare value stands for. */
export type Shape =
  | { readonly type: 'text'; readonly form?: Form }
  | { readonly type: 'url' | 'date' | 'number' | 'boolean' | 'json' }
  | { readonly type: 'choice'; readonly of: readonly unknown[] }
  | { readonly type: 'list'; readonly of: Shape }
  | { readonly type: 'record'; readonly of: Shape }
  | { readonly type: 'object'; readonly of: { readonly [member: string]: Shape }; readonly shorthand?: string };

/** The TypeScript type of what reading a shape gives. Every member of an object may be missing. */
export type Read<S> = S extends { type: 'text' | 'url' | 'date' }
  ? string
  : S extends { type: 'number' }
    ? number
    : S extends { type: 'boolean' }
      ? boolean
      : S extends { type: 'json' }
        ? Json
        : S extends { type: 'choice'; of: readonly (infer T)[] }
          ? T
          : S extends { type: 'list'; of: infer T }
            ? readonly Read<T>[]
            : S extends { type: 'record'; of: infer T }
              ? { readonly [key: string]: Read<T> }
              : S extends { type: 'object'; of: infer T }
                ? { readonly [K in keyof T]?: Read<T[K]> }
                : never;

export const text = { type: 'text' } as const;
export const textLike = (fits: Form['fits'], wanted: string, code: DiagnosticCode = 'wrong-type') =>
  ({ type: 'text', form: { fits, wanted, code } }) as const;
export const url = { type: 'url' } as const;
export const date = { type: 'date' } as const;
export const number = { type: 'number' } as const;
export const boolean = { type: 'boolean' } as const;
export const json = { type: 'json' } as const;
export const choice = <const T extends readonly (string | number)[]>(...of: T) => ({ type: 'choice', of }) as const;
export const list = <const T extends Shape>(of: T) => ({ type: 'list', of }) as const;
export const recordOf = <const T extends Shape>(of: T) => ({ type: 'record', of }) as const;
export const object = <const T extends { readonly [member: string]: Shape }>(of: T) =>
  ({ type: 'object', of }) as const;
/** An object for which a bare value may stand, as `9.5` stands for `{ "value": 9.5 }`. */
export const shorthand = <const T extends { readonly [member: string]: Shape }>(member: keyof T & string, of: T) =>
  ({ type: 'object', of, shorthand: member }) as const;

/** Whether a value is an object with members, not a list and not `null`. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object without a prototype: no key of a document, `__proto__` included, can reach one. */
export function record<T>(entries: Iterable<readonly [string, T]>): { readonly [key: string]: T } {
  const result: Record<string, T> = Object.create(null);
  for (const [key, value] of entries) result[key] = value;
  return result;
}

/** Freezes a value and everything in it, down to what is frozen already. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.values(Object.freeze(value)).forEach(deepFreeze);
  }
  return value;
}

/** Whether a text is a BCP 47 tag that `Intl` can work with. */
export function isLanguage(tag: string | undefined): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

// The marks that reorder text for the reader of a page without being seen: no name needs them, forgeries do.
const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What reading needs besides the value, and what it leaves behind. */
export interface Reading {
  readonly report: Report;
  /** What relative addresses are relative to; without it they stay as written. */
  readonly base?: string | undefined;
  /** Where in the document each object that was read stood. */
  readonly paths: WeakMap<object, string>;
}

/** Reads any value by its shape, into objects of its own: `undefined` for what is not there or does not fit. */
export function read<const S extends Shape>(
  shape: S,
  value: unknown,
  path: string,
  reading: Reading,
): Read<S> | undefined;
export function read(shape: Shape, value: unknown, path: string, reading: Reading): unknown {
  const { report } = reading;
  const wrong = (wanted: string, code: DiagnosticCode = 'wrong-type'): undefined => {
    report('error', code, path, `${quote(value)} is left out: ${wanted} belongs here.`);
  };
  if (value === undefined || value === null) return undefined;
  switch (shape.type) {
    case 'json':
      return copy(value);
    case 'text': {
      if (typeof value !== 'string' && typeof value !== 'number') return wrong('text in quotes');
      const text = String(value).replace(bidiControls, '').trim();
      if (text && shape.form && !shape.form.fits(text)) return wrong(shape.form.wanted, shape.form.code);
      return text || undefined;
    }
    case 'number': {
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      if (typeof value !== 'string' || !/^-?\d{1,15}(\.\d{1,15})?$/.test(value.trim())) return wrong('a number');
      report('warning', 'wrong-type', path, `${quote(value)} is text and read as a number; write it without quotes.`);
      return Number(value);
    }
    case 'boolean':
      return typeof value === 'boolean' ? value : wrong('true or false');
    case 'choice':
      return shape.of.includes(value) ? value : wrong(`one of ${shape.of.join(', ')}`);
    case 'date':
      return isDate(value) ? value : wrong('a date such as 2026-04-30');
    case 'url':
      if (typeof value !== 'string') return wrong('an address in quotes');
      return (
        parseUrl(value.trim(), reading.base) ?? wrong('an http or https address without a user name', 'unsafe-url')
      );
    case 'list': {
      // One value where a list belongs is a list of one: the commonest slip, and there is nothing to guess.
      const values = Array.isArray(value) ? value : [value];
      const items = values.map((item, index) =>
        read(shape.of, item, Array.isArray(value) ? pointer(path, index) : path, reading),
      );
      return items.filter((item) => item !== undefined);
    }
    case 'record':
      if (!isRecord(value)) return wrong('an object');
      return readMembers(value, () => shape.of, path, reading);
    case 'object': {
      if (isRecord(value)) {
        return readMembers(value, (key) => (Object.hasOwn(shape.of, key) ? shape.of[key] : undefined), path, reading);
      }
      const { shorthand } = shape;
      if (shorthand === undefined || Array.isArray(value)) return wrong('an object');
      return readMembers({ [shorthand]: value }, (key) => shape.of[key], path, reading, path);
    }
  }
}

function readMembers(
  value: Record<string, unknown>,
  shapeOf: (key: string) => Shape | undefined,
  path: string,
  reading: Reading,
  memberPath?: string,
): object {
  const result = record(
    Object.entries(value).flatMap(([key, member]) => {
      const part = read(shapeOf(key) ?? json, member, memberPath ?? pointer(path, key), reading);
      return part === undefined ? [] : [[key, part] as const];
    }),
  );
  reading.paths.set(result, path);
  return result;
}

/** Whether a text is a day or a moment of ISO 8601 that is in the calendar. */
export function isDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.test(value)) {
    return false;
  }
  const day = value.slice(0, 10);
  const time = Date.parse(day);
  // Engines disagree on 30 February: some roll it over.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) && !Number.isNaN(Date.parse(value));
}

/** A copy of what JSON could hold; functions and the like are left out. */
function copy(value: unknown): Json | undefined {
  if (Array.isArray(value)) return value.map((item) => copy(item) ?? null);
  if (isRecord(value)) {
    return record(Object.entries(value).map(([key, member]) => [key, copy(member) ?? null] as const));
  }
  const isPlain = typeof value === 'string' || typeof value === 'boolean' || value === null || Number.isFinite(value);
  return isPlain ? (value as Json) : undefined;
}
