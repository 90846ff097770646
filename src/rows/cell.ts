/** One cell of a table that is written as text. Leaves what it holds to who writes, and how it is marked to the formats. */
export interface WrittenCell {
  /** More than one is a list. */
  readonly lines: readonly string[];
  readonly url?: string | undefined;
}
