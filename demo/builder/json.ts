/** Changing plain JSON without touching what is there: each change gives a new value that shares the rest. */
import type { DocumentJson } from 'g6-comparison/import';

export type Json = DocumentJson[string];
export type JsonRecord = { readonly [member: string]: Json };
/** Members and positions, from the outside in. */
export type Path = readonly (string | number)[];

export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list as it is, and nothing as none. */
export const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
/** The members of an object; of anything else, none. */
export const recordOf = (value: Json | undefined): JsonRecord => (isRecord(value) ? value : {});
/** A text as it would be typed: numbers are texts too, anything else is none. */
export const textOf = (value: Json | undefined): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? `${value}` : '';

/** What stands at a path; `undefined` where nothing does. */
export function valueAt(value: Json | undefined, path: Path): Json | undefined {
  let found: Json | undefined = value;
  for (const key of path) {
    if (Array.isArray(found)) found = (found as readonly Json[])[Number(key)];
    else if (isRecord(found) && Object.hasOwn(found, key)) found = found[key];
    else return undefined;
  }
  return found;
}

/**
 * With a value at a path, and everything on the way there that was not; `undefined` takes a member away, and an object
 * that has none left goes with it, the outermost stays.
 */
export function withValue<T extends Json>(whole: T, path: Path, value: Json | undefined): T {
  return (put(whole, path, value) ?? (Array.isArray(whole) ? [] : {})) as T;
}

function put(whole: Json | undefined, [name, ...rest]: Path, value: Json | undefined): Json | undefined {
  if (name === undefined) return value;
  // Pointers write positions as texts.
  const key = Array.isArray(whole) && /^\d+$/.test(`${name}`) ? Number(name) : name;
  const inner = put(valueAt(whole, [key]), rest, value);
  if (typeof key === 'number') {
    const list = [...listOf(whole)];
    if (inner === undefined && rest.length === 0) list.splice(key, 1);
    else list[key] = inner ?? {};
    return list;
  }
  const { [key]: _, ...others } = recordOf(whole);
  // A member that was there keeps its place.
  const members =
    inner === undefined
      ? others
      : isRecord(whole) && Object.hasOwn(whole, key)
        ? Object.fromEntries(Object.entries(whole).map(([name, member]) => [name, name === key ? inner : member]))
        : { ...others, [key]: inner };
  return Object.keys(members).length ? members : undefined;
}

/** A list with one of its items at another position; the same where that is none. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  if (from === to || from < 0 || to < 0 || from >= list.length || to >= list.length) return list;
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), list[from] as T, ...rest.slice(to)];
}

/** The members and positions that a JSON Pointer names. */
export const pathOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
