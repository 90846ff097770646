/** `snippet`: prints what to paste into a page so that it shows a comparison, with the hashes of the scripts beside it. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type SnippetElement, type SnippetOptions, type SnippetScript, writeSnippet } from '../formats/index.js';
import type { Comparison } from '../model/comparison.js';
import { parseUrl } from '../model/url.js';
import type { Command, Values } from './command.js';
import { readInput } from './input.js';
import { isOneOf } from './one-of.js';
import { plainForms, writePlain } from './plain.js';
import { formatOf, readDocument, readingOf, readingOptions } from './read-document.js';
import { exitCodeOf, formatCounts, formatDiagnostics, reportOf } from './report.js';
import { WrongUse } from './wrong-use.js';

const forms = ['script', 'wordpress', 'iframe', 'oembed', ...plainForms] as const;
const live: readonly string[] = ['script', 'wordpress'];
const frames: readonly string[] = ['iframe', 'oembed'];
const elements = ['table', 'weights', 'breakdowns', 'cards'] as const satisfies readonly SnippetElement[];

export const snippet: Command = {
  takes: 'FILE|URL',
  about: 'Prints what to paste into a page so that it shows a comparison.',
  notes: `FILE is a document in JSON, an article in Markdown or HTML, a CSV file, or - for
standard input; URL is an http or https address of one. The document is in the
snippet, unless --src, or URL itself, says where pages will find it.
The snippet is written to standard output, what is wrong in the document and what to
upload to standard error. The exit code is that of check.

Forms: script, for any page; wordpress, a block for its editor; iframe, and oembed,
an answer with that frame; html and markdown, for places that run no scripts, as
render writes them.`,
  options: {
    as: { type: 'string', value: 'FORM', about: `One of ${forms.join(', ')}; else script.` },
    src: { type: 'string', value: 'URL', about: 'Where pages find the document; else it is in the snippet.' },
    base: { type: 'string', value: 'URL', about: 'Where the files of this package are; else beside the page.' },
    show: { type: 'string', value: 'LIST', about: `Of ${elements.join(', ')}, with commas; else table.` },
    attribute: {
      type: 'string',
      short: 'a',
      multiple: true,
      value: 'NAME[=VALUE]',
      about: 'An attribute of the table, such as search or limit=10; again for more.',
    },
    theme: {
      type: 'string',
      multiple: true,
      value: 'NAME=VALUE',
      about: 'A custom property, such as accent=#7a1fa2; again for more.',
    },
    fallback: { type: 'boolean', about: 'Puts plain HTML inside, for readers without the script.' },
    floating: { type: 'boolean', about: 'Leaves the hashes out: for an address whose script changes.' },
    json: { type: 'boolean', about: 'Writes JSON: file, errors, warnings, diagnostics, snippet and scripts.' },
    ...readingOptions,
  },
  async run([name, ...others], values, terminal) {
    if (name === undefined || others.length) throw new WrongUse('snippet needs one FILE or URL.');
    const reading = readingOf(values);
    const asked = askedFor(values);
    const input = await readInput(name, terminal, reading.encoding);
    const format = reading.format ?? formatOf(input);
    const { document = input.text, comparison, diagnostics } = readDocument(input, { ...reading, format });
    const src = asked.src ?? (format === 'json' ? input.baseUrl : undefined);
    if (isOneOf(frames, asked.as) && src === undefined) {
      throw new WrongUse(`--as ${asked.as} needs --src: where the frame finds the document.`);
    }
    const scripts = filesFor(comparison?.language, asked).map((file) => scriptOf(file, asked));
    const text = comparison ? await write(document, comparison, asked, src, scripts, reading.now) : '';
    const report = reportOf(input.name, diagnostics);
    if (values.json) terminal.print(JSON.stringify({ ...report, ...(text && { snippet: text }), scripts }, null, 2));
    else {
      if (text) terminal.print(text.trimEnd());
      for (const line of formatDiagnostics(report, terminal.paintAside)) terminal.say(line);
      terminal.say(formatCounts([report], terminal.paintAside));
      if (text && scripts.length) {
        const files = filesFor(comparison?.language, asked);
        const uploaded = isOneOf(frames, asked.as) ? ['embed.html', 'g6-comparison.min.js', ...files] : files;
        const place = asked.base ? `to ${asked.base}` : 'to the folder of the page';
        terminal.say(`Upload ${uploaded.join(' and ')} from ${folder} ${place}.`);
      }
    }
    return exitCodeOf(report);
  },
};

/** Where the scripts are, beside the folder of this file in the package. */
const folder = fileURLToPath(new URL('..', import.meta.url));

/** What a value of an option that repeats is, by its name. */
function pairsOf(given: Values[string], option: string): { readonly [name: string]: string | true } {
  const list = Array.isArray(given) ? given : [];
  return Object.fromEntries(
    list.map((text) => {
      const [, name, value] = /^([^=]+)(?:=(.*))?$/s.exec(text) ?? [];
      if (name === undefined) throw new WrongUse(`--${option} takes NAME=VALUE, not ${text}.`);
      return [name, value ?? true];
    }),
  );
}

type Asked = ReturnType<typeof askedFor>;

/** What the options of the command ask for. */
function askedFor({ as = 'script', src, base = '', show = 'table', attribute, theme, fallback, floating }: Values) {
  if (!isOneOf(forms, as)) throw new WrongUse(`--as takes ${forms.join(', ')}, not ${as}.`);
  const names = `${show}`.split(/[\s,]+/).filter(Boolean);
  const strange = names.find((name) => !isOneOf(elements, name));
  if (strange || !names.length) throw new WrongUse(`--show takes ${elements.join(', ')}, not ${strange ?? 'nothing'}.`);
  if (base && !parseUrl(`${base}`)) throw new WrongUse(`--base takes an address, not ${base}.`);
  const root = base ? `${base}`.replace(/\/*$/, '/') : '';
  return {
    as,
    base: root,
    src: src === undefined ? src : `${src}`,
    show: names as SnippetElement[],
    attributes: pairsOf(attribute, 'attribute'),
    theme: Object.fromEntries(
      Object.entries(pairsOf(theme, 'theme')).map(([name, value]) => [
        `--g6-${name.replace(/^--g6-/, '')}`,
        `${value}`,
      ]),
    ),
    hasFallback: fallback === true,
    isFloating: floating === true,
  };
}

/** The scripts that a form loads: those of the elements in the document's language, or the one that minds frames. */
function filesFor(language = 'en', { as }: Asked): readonly string[] {
  if (isOneOf(frames, as)) return ['embed-host.min.js'];
  if (!isOneOf(live, as)) return [];
  const words = `languages/${/^[a-z]{2}/i.exec(language)?.[0].toLowerCase()}.js`;
  return ['g6-comparison.min.js', ...(existsSync(folder + words) ? [words] : [])];
}

/** A file of this package as a page loads it, with the hash of what it is. */
function scriptOf(file: string, { base, isFloating }: Asked): SnippetScript {
  const hash = createHash('sha384').update(readFileSync(folder + file));
  return { src: base + file, ...(!isFloating && { integrity: `sha384-${hash.digest('base64')}` }) };
}

function optionsOf(
  as: NonNullable<SnippetOptions['as']>,
  { base, show, attributes, theme }: Asked,
  src: string | undefined,
  scripts: readonly SnippetScript[],
  fallback: string | undefined,
): SnippetOptions {
  if (as === 'script' || as === 'wordpress') return { as, src, scripts, show, attributes, theme, fallback };
  const single = show.map((name) => name.replace(/(?<=card|breakdown)s$/, ''));
  if (single.join() !== show.join() && !attributes.product) {
    throw new WrongUse('A frame shows one card or breakdown: name its product with -a product=ID.');
  }
  const looks = Object.entries(theme).map(([name, value]) => [name.replace(/^--g6-/, ''), value] as const);
  const query = {
    ...(single.join() !== 'table' && { element: single.join(',') }),
    ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, `${value}`])),
    ...Object.fromEntries(looks),
  };
  return { as, src: src as string, embed: `${base}embed.html`, query, script: scripts[0] };
}

/** The snippet; a `WrongUse` where the options make none. */
async function write(
  document: unknown,
  comparison: Comparison,
  asked: Asked,
  src: string | undefined,
  scripts: readonly SnippetScript[],
  now: number,
): Promise<string> {
  const { as, hasFallback } = asked;
  if (isOneOf(plainForms, as)) return writePlain(comparison, as, { now });
  const fallback = hasFallback ? await writePlain(comparison, 'html', { now }) : undefined;
  try {
    return writeSnippet(document, optionsOf(as, asked, src, scripts, fallback));
  } catch (error) {
    if (!(error instanceof TypeError) || typeof error.cause !== 'string') throw error;
    throw new WrongUse(`${error.message.replace(error.cause, (name) => `--${name.replace(/s$/, '')}`)}.`);
  }
}
