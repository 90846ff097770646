/**
 * Shapes: readers to put together, one for each form of value, from which the type and the reading of a part of the
 * document both follow. Reading is tolerant: what fits is taken, what does not is left out and reported with its place.
 * Leaves what the members mean, and every rule between two of them, to `comparison.ts`.
 */
import { type Diagnostic, type DiagnosticCode, pointer, quote, type Report } from './diagnostic.js';
import { parseUrl } from './url.js';

/** Any value that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What was found instead of what belongs there. */
class Misfit {
  readonly wanted: string;
  readonly code: DiagnosticCode;

  constructor(wanted: string, code: DiagnosticCode = 'wrong-type') {
    this.wanted = wanted;
    this.code = code;
  }
}

/** What reading needs besides the value. */
export interface Reading {
  readonly report: Report;
  /** What relative addresses are relative to; without it they stay as written. */
  readonly base: string | undefined;
}

/** Reads a value at its place in the document, objects and lists in place: `undefined` for what is not there. */
export type Reader<T> = (value: Json, path: string, reading: Reading) => T | Misfit | undefined;

/** The type of what a reader gives. */
export type Read<R> = R extends Reader<infer T> ? T : never;

type Holder = { [key: string]: Json };

/** Whether a value is an object with members, not a list and not `null`. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const places = new WeakMap<object, string>();

/** The JSON Pointer to where an object that was read stood, or to a member of it. */
export const placeOf = (object: object, ...keys: string[]): string =>
  keys.reduce(pointer, places.get(object) as string);

/** Reports that a value is not used, and what belongs in its place. */
export const leaveOut = (
  report: Report,
  code: DiagnosticCode,
  path: string,
  value: unknown,
  wanted: string,
  severity: Diagnostic['severity'] = 'error',
) => report(severity, code, path, `${quote(value)} is left out: ${wanted} belongs here.`);

/** A reader of values that are taken as they are or not at all. */
const fitting =
  <T>(fits: (value: unknown) => value is T, wanted: string): Reader<T> =>
  (value) =>
    fits(value) ? value : new Misfit(wanted);

/**
 * Text that fits, trimmed; what the form is, what to report otherwise, and what `core` of it is kept. Numbers are text
 * too, white space is none.
 */
export const textLike =
  (
    form: { test(text: string): boolean },
    wanted: string,
    code?: DiagnosticCode,
    core = (text: string) => text,
  ): Reader<string> =>
  (value) => {
    if (typeof value !== 'string' && typeof value !== 'number') return new Misfit('text in quotes');
    const text = `${value}`.trim();
    return !text || form.test(text) ? core(text) || undefined : new Misfit(wanted, code);
  };
/** Text that somebody sees something of. */
export const text = textLike(/^/, '', undefined, (seen) => (/^[\s\p{DI}]*$/u.test(seen) ? '' : seen));
/** Any text: headings of columns may have nothing to be seen. */
export const anyText = textLike(/^/, '');

export const number: Reader<number> = (value, path, { report }) => {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !/^\s*-?\d{1,15}(\.\d{1,15})?\s*$/.test(value)) return new Misfit('a number');
  report('warning', 'wrong-type', path, `${quote(value)} is read as a number: write it without quotes.`);
  return Number(value);
};

export const choice = <const T extends string | number | boolean>(...of: readonly T[]) =>
  fitting((value): value is T => of.includes(value as T), `one of ${of.join(', ')}`);

/** Whether something is paid: whatever is said and does not deny it, so that no slip hides it from readers. */
export const paid: Reader<boolean> = (value, path, { report }) => {
  if (typeof value === 'boolean') return value;
  const isPaid = typeof value === 'object' || !/^\s*(false|no|0)?\s*$/i.test(`${value}`);
  report(
    'warning',
    'wrong-type',
    path,
    `${quote(value)} is taken as ${isPaid ? '' : 'not '}paid: write true or false.`,
  );
  return isPaid;
};

export const date = fitting(isDate, 'a date such as 2026-04-30');

export const url: Reader<string> = (value, _path, { base }) => {
  const isText = typeof value === 'string';
  const wanted = 'a plain http or https address';
  return (isText && parseUrl(value.trim(), base)) || new Misfit(wanted, isText ? 'unsafe-url' : undefined);
};

export const json: Reader<Json> = (value) => value;

/** Reads members of a holder in place; one that was made for a bare value has that value's place. */
function readMembers<T>(
  value: Json,
  holder: Holder,
  readers: Iterable<readonly [key: string, reader: Reader<unknown>]>,
  path: string,
  reading: Reading,
): T {
  places.set(holder, path);
  for (const [key, read] of readers) {
    const member = holder[key] ?? undefined;
    const place = holder === value ? pointer(path, key) : path;
    const part = member === undefined ? member : read(member, place, reading);
    if (part instanceof Misfit) leaveOut(reading.report, part.code, place, member, part.wanted);
    if (part === undefined || part instanceof Misfit) delete holder[key];
    else holder[key] = part as Json;
  }
  return holder as T;
}

const everyMember = <T>(holder: Holder, reader: Reader<T>) => Object.keys(holder).map((key) => [key, reader] as const);

/** A list. One value is a list of one: the commonest slip, and there is nothing to guess. */
export const list =
  <T>(of: Reader<T>): Reader<readonly T[]> =>
  (value, path, reading) => {
    const holder = (Array.isArray(value) ? value : [value]) as unknown as Holder;
    return Object.values(readMembers<Record<string, T>>(value, holder, everyMember(holder, of), path, reading));
  };

/** An object with members of one form, whatever their names. */
export const recordOf =
  <T>(of: Reader<T>): Reader<{ readonly [key: string]: T }> =>
  (value, path, reading) =>
    isRecord(value)
      ? readMembers(value, value as Holder, everyMember(value as Holder, of), path, reading)
      : new Misfit('an object');

/**
 * An object with these members, any of which may be missing; others are kept as they are. With `shorthand` a bare value
 * stands for that member, as `9.5` stands for `{ "value": 9.5 }`.
 */
export const object =
  <M extends { readonly [member: string]: Reader<unknown> }>(
    members: M,
    shorthand?: keyof M & string,
  ): Reader<{ readonly [K in keyof M]?: Read<M[K]> }> =>
  (value, path, reading) => {
    if (!isRecord(value) && (!shorthand || Array.isArray(value))) return new Misfit('an object');
    const holder = (isRecord(value) ? value : { [shorthand as string]: value }) as Holder;
    return readMembers(value, holder, Object.entries(members), path, reading);
  };

/** Freezes a value and everything in it, down to what is frozen already. */
export function deepFreeze<T>(value: T): T {
  if (!Object.isFrozen(value)) Object.values(Object.freeze(value) as object).forEach(deepFreeze);
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

/** Whether a text is a day or a moment of ISO 8601 that is in the calendar. */
export function isDate(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^\d{4}-(0[1-9]|1[0-2])-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.test(value) &&
    // Engines disagree on 30 February: some roll it over.
    new Date(value.slice(0, 10)).getUTCDate() === Number(value.slice(8, 10)) &&
    Number.isFinite(Date.parse(value))
  );
}
