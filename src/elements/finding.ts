/** What is wrong in a page rather than in its document, for the audit. Leaves finding it to whoever reads attributes. */
import type { Diagnostic } from '../model/diagnostic.js';

/** What the audit lists: a diagnostic of the document, or something in the page, whose place is said in words. */
export type Finding = Pick<Diagnostic, 'severity' | 'path' | 'message'>;

/** What was used, and misleads. */
export const warning = (path: string, message: string): Finding => ({ severity: 'warning', path, message });
