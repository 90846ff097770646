/** `import`: makes a comparison document of an article or a spreadsheet. */
import type { Command } from './command.js';
import { readInput } from './input.js';
import { formatOf, readDocument, readingOf, readingOptions } from './read-document.js';
import { exitCodeOf, formatCounts, formatDiagnostics, reportOf } from './report.js';
import { WrongUse } from './wrong-use.js';

export const importDocument: Command = {
  takes: 'FILE|URL',
  about: 'Makes a document of an article or a spreadsheet.',
  notes: `FILE is an article in Markdown or HTML, a CSV file, or - for standard input; URL is
an http or https address of one. The document is written to standard output, what
is wrong or unsure in it to standard error.
The exit code is that of check.`,
  options: {
    json: { type: 'boolean', about: 'Writes JSON: file, errors, warnings, diagnostics and document.' },
    ...readingOptions,
  },
  async run([name, ...others], values, terminal) {
    if (name === undefined || others.length) throw new WrongUse('import needs one FILE or URL.');
    const reading = readingOf(values);
    const input = await readInput(name, terminal, reading.encoding);
    const format = reading.format ?? formatOf(input);
    if (format === 'json') throw new WrongUse(`${input.name} is JSON: import takes articles and spreadsheets.`);
    const { document, diagnostics } = readDocument(input, { ...reading, format });
    const report = reportOf(input.name, diagnostics);
    if (values.json) terminal.print(JSON.stringify({ ...report, document }, null, 2));
    else {
      if (document) terminal.print(JSON.stringify(document, null, 2));
      for (const line of formatDiagnostics(report, terminal.paintAside)) terminal.say(line);
      terminal.say(formatCounts([report], terminal.paintAside));
    }
    return exitCodeOf(report);
  },
};
