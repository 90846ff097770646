/** How diagnostics read on a terminal, in a log and as JSON. */
import type { ArticleDiagnostic } from '../formats/index.js';
import type { DiagnosticCode } from '../model/diagnostic.js';
import type { ExitCode } from './command.js';
import { type Format, oneLine, type Paint } from './terminal.js';

/** What is wrong in one input, as `--json` writes it. */
export interface Report {
  readonly file: string;
  readonly errors: number;
  readonly warnings: number;
  readonly diagnostics: readonly ArticleDiagnostic[];
}

export function reportOf(file: string, diagnostics: readonly ArticleDiagnostic[]): Report {
  const count = (wanted: string) => diagnostics.filter(({ severity }) => severity === wanted).length;
  return { file, errors: count('error'), warnings: count('warning'), diagnostics };
}

/**
 * Warnings of what may be so for good reasons, and what the page says to its readers itself: that units differ, that a
 * score is partial.
 */
const shown: readonly string[] = ['mixed-units', 'score-missing'] satisfies DiagnosticCode[];

/** 1 for errors and for warnings; those of what the page says itself count only if it `isStrict`. */
export const exitCodeOf = ({ diagnostics }: Report, isStrict = false): ExitCode =>
  diagnostics.some(
    ({ severity, code }) => severity === 'error' || (severity === 'warning' && (isStrict || !shown.includes(code))),
  )
    ? 1
    : 0;

const formats: Record<ArticleDiagnostic['severity'], Format> = { error: 'red', warning: 'yellow', info: 'blue' };

/**
 * `file:line: severity code: message`, one line for each diagnostic, as compilers write it and editors and CI services
 * read it. What is about the whole is on line 1.
 */
export const formatDiagnostics = ({ file, diagnostics }: Report, paint: Paint): readonly string[] =>
  diagnostics.map(({ line = 1, severity, code, message }) => {
    const place = paint('bold', `${oneLine(file)}:${line}:`);
    return `${place} ${paint(formats[severity], severity)} ${code}: ${oneLine(message)}`;
  });

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** "2 errors and 5 warnings in 3 documents." */
export function formatCounts(reports: readonly Report[], paint: Paint): string {
  const sum = (of: 'errors' | 'warnings') => reports.reduce((total, report) => total + report[of], 0);
  const [errors, warnings] = [sum('errors'), sum('warnings')];
  const parts = [
    errors && paint('red', plural(errors, 'error')),
    warnings && paint('yellow', plural(warnings, 'warning')),
  ];
  const found = parts.filter(Boolean).join(' and ') || paint('green', 'No errors and no warnings');
  return `${found} in ${plural(reports.length, 'document')}.`;
}
