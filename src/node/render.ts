/**
 * `render`: a comparison, or a page with elements, as HTML that needs no script, as plain HTML or Markdown, or as what
 * search engines read. Leaves all of that to `src/render`.
 */
import { promises } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ArticleDiagnostic } from '../formats/index.js';
import { escaped } from '../formats/write-html.js';
import { scriptText } from '../json-ld/script-text.js';
import { loadText } from '../load/load.js';
import { parseAge } from '../model/offer.js';
import { parseUrl } from '../model/url.js';
import { withAbsoluteUrls } from './absolute.js';
import type { Command, Values } from './command.js';
import { type Input, readInput } from './input.js';
import { isOneOf } from './one-of.js';
import { writePlain } from './plain.js';
import { formatOf, type Reading, readDocument, readingOf, readingOptions } from './read-document.js';
import { exitCodeOf, formatCounts, formatDiagnostics, type Report, reportOf } from './report.js';
import type { Terminal } from './terminal.js';
import { WrongUse } from './wrong-use.js';

const forms = ['elements', 'html', 'markdown', 'json-ld'] as const;
const showings = ['table', 'card', 'all'] as const;

/** The options that say how a document is shown. */
const ofDocuments = [
  'link-params',
  'price-max-age',
  'columns',
  'limit',
  'heading',
  'structured-data',
  'shows',
  'product',
] as const;

export const render: Command = {
  takes: 'FILE|URL',
  about: 'Writes a comparison ahead, for readers without scripts.',
  notes: `FILE is a document in JSON, an article in Markdown or HTML, a CSV file, a page with
elements in it, or - for standard input; URL is an http or https address of one.
What is made of it is written to standard output, or to a file with --out; what is
wrong in it to standard error. The exit code is that of check.

Forms: elements, as they look, readable without the script; html and markdown, for
newsletters, feeds and whatever strips the rest; json-ld, for search engines. A page
with elements always becomes elements; anything else html, unless --as says so.`,
  options: {
    as: { type: 'string', value: 'FORM', about: `One of ${forms.join(', ')}.` },
    out: { type: 'string', short: 'o', value: 'FILE', about: 'Writes into that file.' },
    url: { type: 'string', value: 'URL', about: 'Where readers find the input: makes its addresses absolute.' },
    'link-params': { type: 'string', value: 'QUERY', about: 'Added to paid links, as the attribute of a table is.' },
    'price-max-age': { type: 'string', value: 'AGE', about: 'How old a price may be to be shown, such as 12h or 7d.' },
    columns: { type: 'string', value: 'IDS', about: 'The columns of the first table, as the attribute of a table.' },
    limit: { type: 'string', value: 'COUNT', about: 'How many products there are at most, the best ones.' },
    heading: { type: 'string', value: 'LEVEL', about: 'The level of the title, from 1 to 5; else 2.' },
    'structured-data': { type: 'boolean', about: 'With html: a script for search engines after it.' },
    shows: {
      type: 'string',
      value: 'WHAT',
      about: `With json-ld: what the page shows, ${showings.join(', ')}; else table.`,
    },
    product: { type: 'string', value: 'ID', about: 'With json-ld: the only product that the page shows.' },
    json: { type: 'boolean', about: 'Writes JSON: file, errors, warnings, diagnostics and output.' },
    ...readingOptions,
  },
  async run([name, ...others], values, terminal) {
    if (name === undefined || others.length) throw new WrongUse('render needs one FILE or URL.');
    const reading = readingOf(values);
    const asked = askedFor(values);
    const given = await readInput(name, terminal, reading.encoding);
    const input = asked.url === undefined ? given : { ...given, baseUrl: asked.url };
    const isPage = (reading.format ?? formatOf(input)) === 'html' && /<g6-[a-z]/i.test(input.text);
    if (isPage && asked.as !== undefined && asked.as !== 'elements') {
      throw new WrongUse(`${input.name} is a page with elements: it becomes elements, not ${asked.as}.`);
    }
    const strange = isPage ? ofDocuments.find((option) => values[option] !== undefined) : undefined;
    if (strange !== undefined) {
      throw new WrongUse(
        `--${strange} is for documents: ${input.name} is a page, whose elements have attributes of their own.`,
      );
    }
    const {
      output,
      report,
      findings = [],
    } = isPage ? await fromPage(input, name, asked, reading, terminal) : await fromDocument(input, asked, reading);
    if (asked.out !== undefined && output) await save(asked.out, output);
    for (const finding of findings) terminal.say(finding);
    if (values.json) terminal.print(JSON.stringify({ ...report, ...(output && { output }) }, null, 2));
    else {
      if (asked.out === undefined && output) terminal.print(output.trimEnd());
      for (const line of formatDiagnostics(report, terminal.paintAside)) terminal.say(line);
      terminal.say(formatCounts([report], terminal.paintAside));
    }
    return exitCodeOf(report);
  },
};

type Asked = ReturnType<typeof askedFor>;

interface Made {
  /** Empty where there is nothing that it could be made of. */
  readonly output: string;
  readonly report: Report;
  /** What is wrong in the options, a sentence each. */
  readonly findings?: readonly string[];
}

/** A number from an option, within bounds; `undefined` where nothing is said. */
function numberOf(values: Values, option: string, least: number, most: number): number | undefined {
  const { [option]: text } = values;
  if (text === undefined) return undefined;
  const number = /^\d{1,6}$/.test(`${text}`) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  const range = most < 100 ? `a number from ${least} to ${most}` : `a number from ${least} up`;
  throw new WrongUse(`--${option} takes ${range}, not ${text}.`);
}

/** What the options of the command ask for. */
function askedFor(values: Values) {
  const text = (option: string): string | undefined => (values[option] === undefined ? undefined : `${values[option]}`);
  const as = text('as');
  const shows = text('shows');
  const url = text('url');
  const priceMaxAge = text('price-max-age');
  if (as !== undefined && !isOneOf(forms, as)) throw new WrongUse(`--as takes ${forms.join(', ')}, not ${as}.`);
  if (shows !== undefined && !isOneOf(showings, shows)) {
    throw new WrongUse(`--shows takes ${showings.join(', ')}, not ${shows}.`);
  }
  if (url !== undefined && !(/^https?:/i.test(url) && parseUrl(url))) {
    throw new WrongUse(`--url takes an http or https address, not ${url}.`);
  }
  if (priceMaxAge !== undefined && parseAge(priceMaxAge) === undefined) {
    throw new WrongUse(`--price-max-age takes an age such as 12h or 7d, not ${priceMaxAge}.`);
  }
  return {
    as,
    shows,
    url,
    priceMaxAge,
    out: text('out'),
    product: text('product'),
    linkParams: text('link-params'),
    columns: text('columns'),
    limit: numberOf(values, 'limit', 1, 999_999),
    heading: numberOf(values, 'heading', 1, 5),
    structuredData: values['structured-data'] === true,
  };
}

/** Writes a file; a `WrongUse` where it cannot be. */
async function save(path: string, text: string): Promise<void> {
  try {
    await promises.writeFile(path, text);
  } catch (error) {
    throw new WrongUse(`${path} cannot be written (${(error as Error).message}).`);
  }
}

/** A document in the form that is asked for. */
async function fromDocument(input: Input, asked: Asked, reading: Reading): Promise<Made> {
  const { comparison, document = input.text, diagnostics } = readDocument(input, reading);
  const report = reportOf(input.name, diagnostics);
  if (!comparison) return { output: '', report };
  if (asked.product !== undefined && !comparison.products.some(({ id }) => id === asked.product)) {
    const ids = comparison.products.map(({ id }) => id).join(', ');
    throw new WrongUse(`--product takes one of ${ids}, not ${asked.product}.`);
  }
  const { now } = reading;
  const options = { ...asked, now };
  const { wishFindings } = await import('../render/wish-findings.js');
  const made = { report, findings: wishFindings(comparison, options) };
  switch (asked.as) {
    case 'elements': {
      const { renderPage } = await import('../render/index.js');
      const value = typeof document === 'string' ? JSON.parse(document.trim()) : document;
      const json = scriptText(input.baseUrl === undefined ? value : withAbsoluteUrls(value, input.baseUrl));
      const asIn = {
        columns: asked.columns,
        limit: asked.limit,
        'link-params': asked.linkParams,
        'price-max-age': asked.priceMaxAge,
      };
      const attributes = Object.entries(asIn).flatMap(([name, value]) =>
        value === undefined ? [] : ` ${name}="${escaped(`${value}`)}"`,
      );
      const page = `<g6-comparison-table${attributes.join('')}><script type="application/json">${json}</script></g6-comparison-table>`;
      const { html } = await renderPage(page, { now, url: input.baseUrl });
      return { output: html, ...made };
    }
    case 'json-ld': {
      await import('../render/words.js');
      const { writeJsonLd } = await import('../render/index.js');
      return { output: writeJsonLd(comparison, options), ...made };
    }
    default:
      return { output: await writePlain(comparison, asked.as ?? 'html', options), ...made };
  }
}

/** A page with its elements rendered, whose documents lie beside it or at their addresses. */
async function fromPage(
  input: Input,
  name: string,
  { url }: Asked,
  { now, language }: Reading,
  terminal: Terminal,
): Promise<Made> {
  const { renderPage } = await import('../render/index.js');
  // The script would draw anew what is in words that the page does not bring.
  if (/languages\/[a-z]{2}\.js/.test(input.text)) await import('../render/words.js');
  // Documents that it names are where the page was read, whatever its address is to be.
  const isRemote = /^https?:/i.test(name);
  const load = async (address: string): Promise<string> => {
    terminal.progress(`Loading ${address}`);
    if (isRemote || /^https?:/i.test(address)) {
      return loadText(isRemote ? new URL(address, name).href : address, new AbortController().signal);
    }
    // Nobody knows where the site has its root: the page's folder is the nearest guess.
    return promises.readFile(
      join(name === '-' ? '.' : dirname(name), decodeURIComponent(address.replace(/[?#].*/s, ''))),
      'utf8',
    );
  };
  const { html, documents } = await renderPage(input.text, {
    load,
    now,
    language,
    url: isRemote ? input.baseUrl : url,
  });
  const diagnostics = documents.flatMap(({ where, diagnostics, error }): readonly ArticleDiagnostic[] => {
    if (!error || diagnostics.length) {
      return diagnostics.map((diagnostic) => ({ ...diagnostic, message: `${where}: ${diagnostic.message}` }));
    }
    const message = `${where} could not be read (${error.message}): its elements are left to the script.`;
    return [{ code: 'not-loaded', severity: 'error', path: '', message }];
  });
  return { output: html, report: reportOf(input.name, diagnostics) };
}
