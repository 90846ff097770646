/** `check`: says what is wrong in comparisons, as a publisher's continuous integration asks it. */
import type { Command, ExitCode } from './command.js';
import { readInput } from './input.js';
import { readDocument, readingOf, readingOptions } from './read-document.js';
import { exitCodeOf, formatCounts, formatDiagnostics, type Report, reportOf } from './report.js';
import { WrongUse } from './wrong-use.js';

export const check: Command = {
  takes: 'FILE|URL…',
  about: 'Says what is wrong in comparisons, with the line it is on.',
  notes: `FILE is a document in JSON, an article in Markdown or HTML, a CSV file, or - for
standard input; URL is an http or https address of one.
Errors and warnings make the exit code 1. What is only worth knowing does not, nor does
what the page says to its readers itself: mixed-units and score-missing.`,
  options: {
    json: { type: 'boolean', about: 'Writes JSON: for each input its file, errors, warnings, diagnostics.' },
    strict: { type: 'boolean', about: 'Makes every warning count.' },
    ...readingOptions,
  },
  async run(given, values, terminal) {
    if (!given.length) throw new WrongUse('check needs a FILE or URL.');
    const reading = readingOf(values);
    const reports: Report[] = [];
    let exitCode: ExitCode = 0;
    const names = [...new Set(given)];
    for (const [index, name] of names.entries()) {
      if (names.length > 1) terminal.progress(`${index + 1} of ${names.length}: ${name}`);
      try {
        const input = await readInput(name, terminal, reading.encoding);
        const report = reportOf(input.name, readDocument(input, reading).diagnostics);
        reports.push(report);
        exitCode ||= exitCodeOf(report, values.strict === true);
        if (!values.json) for (const line of formatDiagnostics(report, terminal.paint)) terminal.print(line);
      } catch (error) {
        // The others are worth checking all the same.
        if (!(error instanceof WrongUse)) throw error;
        terminal.complain(error.message);
        exitCode = 2;
      }
    }
    if (values.json) terminal.print(JSON.stringify(reports, null, 2));
    else if (reports.length) terminal.say(formatCounts(reports, terminal.paintAside));
    return exitCode;
  },
};
