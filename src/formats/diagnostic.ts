/**
 * What importing says beside what reading a document says: with the line of the article it speaks of. Leaves what is
 * wrong in the document itself to the model.
 */
import type { Diagnostic, DiagnosticCode } from '../model/diagnostic.js';

/** Stable names of what an import was not sure of. */
export type ImportCode =
  | 'cell-unreadable'
  | 'composite-differs'
  | 'date-ambiguous'
  | 'encoding-assumed'
  | 'names-differ'
  | 'not-loaded'
  | 'not-text'
  | 'number-ambiguous'
  | 'paid-missing'
  | 'product-unmatched'
  | 'scale-assumed'
  | 'scale-differs'
  | 'score-differs'
  | 'score-unreadable'
  | 'score-unsupported'
  | 'separators-assumed'
  | 'separators-differ'
  | 'spec-differs'
  | 'table-assumed'
  | 'table-skipped'
  | 'weight-missing'
  | 'weights-differ'
  | 'weighted-differs';

/** One thing that is wrong or unsure in what was imported, told to its author. */
export interface ArticleDiagnostic extends Omit<Diagnostic, 'code'> {
  readonly code: DiagnosticCode | ImportCode;
  /** The line of the article or file, from 1, where there is one. */
  readonly line?: number;
}
