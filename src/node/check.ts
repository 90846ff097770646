/** `check`: says what is wrong in comparison documents, as a publisher's continuous integration asks it. */
import { isDate } from '../model/shape.js';
import type { Command, ExitCode } from './command.js';
import { readInput } from './input.js';
import { type PlacedDiagnostic, readDocument } from './read-document.js';
import { formatCounts, formatDiagnostic } from './report.js';
import { WrongUse } from './wrong-use.js';

export const check: Command = {
  takes: 'FILE|URL…',
  about: 'Says what is wrong in comparison documents, with the line it is on.',
  notes: `FILE is a document in JSON, or - for standard input; URL an http or https address.
Errors and warnings make the exit code 1; what is only worth knowing does not.`,
  options: {
    json: { type: 'boolean', about: 'Writes JSON: for each document its file, errors, warnings, diagnostics.' },
    'as-of': { type: 'string', value: 'DATE', about: 'Judges the age of prices as of that date, not of today.' },
  },
  async run(given, { json, 'as-of': asOf }, terminal) {
    if (!given.length) throw new WrongUse('check needs a FILE or URL.');
    if (asOf !== undefined && !isDate(asOf))
      throw new WrongUse(`--as-of takes a date such as 2026-04-30, not ${asOf}.`);
    const now = asOf === undefined ? Date.now() : Date.parse(asOf);
    const results: { file: string; errors: number; warnings: number; diagnostics: readonly PlacedDiagnostic[] }[] = [];
    let exitCode: ExitCode = 0;
    for (const name of new Set(given)) {
      terminal.progress(`Checking ${name}`);
      try {
        const input = await readInput(name, terminal);
        const diagnostics = readDocument(input, now);
        const count = (wanted: string) => diagnostics.filter(({ severity }) => severity === wanted).length;
        const [errors, warnings] = [count('error'), count('warning')];
        results.push({ file: input.name, errors, warnings, diagnostics });
        if (errors + warnings && !exitCode) exitCode = 1;
        if (json) continue;
        for (const diagnostic of diagnostics) terminal.print(formatDiagnostic(input.name, diagnostic, terminal.paint));
      } catch (error) {
        // The other documents are worth checking all the same.
        if (!(error instanceof WrongUse)) throw error;
        terminal.complain(error.message);
        exitCode = 2;
      }
    }
    if (json) terminal.print(JSON.stringify(results, null, 2));
    else if (results.length) {
      const found = results.flatMap(({ diagnostics }) => diagnostics);
      terminal.say(formatCounts(found, results.length, terminal.paintAside));
    }
    return exitCode;
  },
};
