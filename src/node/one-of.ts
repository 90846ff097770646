/** What an option takes, where it is one of a few words. */

export const isOneOf = <const T extends readonly string[]>(list: T, value: unknown): value is T[number] =>
  list.includes(value as string);
