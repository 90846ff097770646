/** From an input to a comparison and what is wrong with it, by line. What it is, its name says, else its text. */
import { readComparison } from '../model/comparison.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Input } from './input.js';
import { linesOf } from './lines.js';
import { WrongUse } from './wrong-use.js';

/** A diagnostic with its line in the input, from 1. */
export interface PlacedDiagnostic extends Diagnostic {
  readonly line: number;
}

/** What is wrong in an input, in the order of its lines; `now` is the moment that prices are old at. */
export function readDocument({ name, text, baseUrl }: Input, now: number): readonly PlacedDiagnostic[] {
  if (!isJson(baseUrl ? new URL(name).pathname : name, text))
    throw new WrongUse(`${name} is no JSON: name a comparison document.`);
  const lineOf = linesOf(text);
  const { diagnostics } = readComparison(text, { now, baseUrl });
  const placed = diagnostics.map((diagnostic) => {
    // What is too much to read has no lines to look up.
    const isTooMuch = diagnostic.code === 'too-large' || diagnostic.code === 'too-deep';
    return { ...diagnostic, line: isTooMuch ? 1 : lineOf(diagnostic.path) };
  });
  return placed.sort((a, b) => a.line - b.line);
}

const isJson = (name: string, text: string): boolean =>
  /\.json$/i.test(name) || (!/\.(md|markdown|html?|csv|tsv)$/i.test(name) && /^\s*([[{"]|$)/.test(text));
