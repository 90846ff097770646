/**
 * How every layer says what is wrong in the data. Leaves the finding to the readers, and the showing to the elements
 * and the command line.
 */

/** Stable names of what can be wrong in a document. */
export type DiagnosticCode =
  | 'invalid-json'
  | 'too-large'
  | 'too-deep'
  | 'not-an-object'
  | 'unknown-version'
  | 'no-products'
  | 'name-missing'
  | 'wrong-type'
  | 'duplicate-id'
  | 'unknown-criterion'
  | 'scale-invalid'
  | 'score-out-of-range'
  | 'score-missing'
  | 'score-mismatch'
  | 'weights-sum'
  | 'weight-invalid'
  | 'mixed-units'
  | 'value-unreadable'
  | 'unsafe-url'
  | 'missing-disclosure'
  | 'price-undated'
  | 'price-stale'
  | 'doi-malformed'
  | 'pmid-malformed'
  | 'year-invalid'
  | 'year-mismatch';

/** One thing that is wrong in a document, told to its author. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  /** `error`: something could not be used; `warning`: it was used and misleads; `info`: worth knowing. */
  readonly severity: 'error' | 'warning' | 'info';
  /** Where: a JSON Pointer (RFC 6901) into the document; the empty text is the whole of it. */
  readonly path: string;
  /** What is wrong and what to do, in one sentence. */
  readonly message: string;
}

/** Takes a diagnostic; every reader is handed one. It gives nothing, so that a reader can give that in turn. */
export type Report = (
  severity: Diagnostic['severity'],
  code: DiagnosticCode,
  path: string,
  message: string,
) => undefined;

/** The pointer to a member of what `path` points to, escaped as RFC 6901 asks. */
export const pointer = (path: string, key: string): string => `${path}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`;

/** A value as it may be quoted in a message: short, and one line. */
export function quote(value: unknown): string {
  if (typeof value !== 'string') {
    return Array.isArray(value) ? 'a list' : value && typeof value === 'object' ? 'an object' : `${value ?? 'nothing'}`;
  }
  const line = value.replace(/[\s\p{C}]+/gu, ' ');
  return `“${line.replace(/^(.{40}).+/u, '$1…')}”`;
}
