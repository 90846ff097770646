/** How diagnostics read on a terminal and in a log. */
import type { Diagnostic } from '../model/diagnostic.js';
import type { PlacedDiagnostic } from './read-document.js';
import { type Format, oneLine, type Paint } from './terminal.js';

const formats: Record<Diagnostic['severity'], Format> = { error: 'red', warning: 'yellow', info: 'blue' };

/** `file:line: severity code: message`, one line, as compilers write it and editors and CI services read it. */
export function formatDiagnostic(file: string, diagnostic: PlacedDiagnostic, paint: Paint): string {
  const { line, severity, code, message } = diagnostic;
  return `${paint('bold', `${oneLine(file)}:${line}:`)} ${paint(formats[severity], severity)} ${code}: ${oneLine(message)}`;
}

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** "2 errors and 5 warnings in 3 documents." */
export function formatCounts(diagnostics: readonly Diagnostic[], documents: number, paint: Paint): string {
  const count = (wanted: string) => diagnostics.filter(({ severity }) => severity === wanted).length;
  const [errors, warnings] = [count('error'), count('warning')];
  const parts = [
    errors && paint('red', plural(errors, 'error')),
    warnings && paint('yellow', plural(warnings, 'warning')),
  ];
  const found = parts.filter(Boolean).join(' and ') || paint('green', 'No errors and no warnings');
  return `${found} in ${plural(documents, 'document')}.`;
}
