/**
 * What an author takes along: every form of snippet with what it is for and what its host has to allow, and the files to
 * save. Leaves the writing to the package.
 */
import { type DocumentJson, type SnippetOptions, type SnippetScript, writeSnippet } from 'g6-comparison/import';
import { type PlainOptions, writePlainHtml, writePlainMarkdown } from 'g6-comparison/render';
import './languages.js';
import { customProperties, hasSchemes } from './theme.js';
import { attributesOf, type Work } from './work.js';

/** Where things will be, as the author says. */
export interface Addresses {
  /** The folder of the script, with a slash at its end. */
  readonly base: string;
  /** Of the document. */
  readonly src: string;
}

export const forms = ['inline', 'address', 'attribute', 'wordpress', 'iframe', 'html', 'markdown'] as const;
export type Form = (typeof forms)[number];

export const about: {
  readonly [form in Form]: { readonly name: string; readonly use: string; readonly host: string };
} = {
  inline: {
    name: 'Any page',
    use: 'Everything in one piece: paste it where the comparison should stand.',
    host: 'The page has to let you write HTML with scripts. A content security policy has to allow the script’s address (script-src); the data needs no permission.',
  },
  address: {
    name: 'With a file',
    use: 'The document is a file of its own, which several pages and several elements share.',
    host: 'Upload the document and write its address above. A content security policy has to allow it (connect-src); on another site, that site has to send Access-Control-Allow-Origin.',
  },
  attribute: {
    name: 'In an attribute',
    use: 'For systems that take scripts out of what you paste but leave attributes alone.',
    host: 'The first line, the script, goes into the site’s own header or theme; the element goes into the post. The system has to leave unknown tags and their data attribute as they are.',
  },
  wordpress: {
    name: 'WordPress',
    use: 'A block for the editor: switch to the code editor, or paste it into a post as it is.',
    host: 'Your role has to have the right to write unfiltered HTML (administrators and editors of a single site do). If a caching plugin delays scripts, exclude this one.',
  },
  iframe: {
    name: 'Frame',
    use: 'For places that allow nothing but frames: newsletters on the web, forums, page builders.',
    host: 'Upload the document and embed.html. The page has to allow frames from there (frame-src), and that site must not forbid being framed.',
  },
  html: {
    name: 'Plain HTML',
    use: 'The ranking and every product without any script: for newsletters, feeds, and as a fallback.',
    host: 'Nothing: it is text and tables. Sorting and the reader’s weights are not in it.',
  },
  markdown: {
    name: 'Markdown',
    use: 'For a README, a static site, or a forum.',
    host: 'The site has to understand tables in Markdown, as GitHub does.',
  },
};

/** Whether a form takes the elements, their attributes and their theme along. */
export const isLive = (form: Form): boolean => form !== 'html' && form !== 'markdown' && form !== 'iframe';
/** Whether a form needs the document at an address. */
export const needsFile = (form: Form): boolean => form === 'address' || form === 'iframe';

/** A snippet, or the sentence that says why there is none. */
export type Snippet = { readonly text: string } | { readonly error: string };

/** What to paste. `integrity` has the hashes of the scripts by their names, `hasFallback` puts plain HTML inside. */
export function snippetOf(
  work: Work,
  form: Form,
  { base, src }: Addresses,
  integrity: { readonly [name: string]: string },
  hasFallback: boolean,
): Snippet {
  const { document, showing, theme } = work;
  if (!document) return { error: 'There is nothing to show yet.' };
  if (isLive(form) && !showing.elements.length) return { error: 'Choose an element to show: the table, for instance.' };
  if (needsFile(form) && !src.trim()) return { error: 'Upload the document, and write its address above.' };
  const plain = plainOptionsOf(showing);
  const options: SnippetOptions =
    form === 'iframe'
      ? {
          as: 'iframe',
          src: src.trim(),
          embed: `${folder(base)}embed.html`,
          query: queryOf(work),
          script: { src: `${folder(base)}${hostScript}`, integrity: integrity[hostScript] },
        }
      : {
          as: form === 'wordpress' ? 'wordpress' : 'script',
          ...(form === 'address' && { src: src.trim() }),
          isInAttribute: form === 'attribute',
          scripts: scriptsOf(document, folder(base), integrity),
          show: showing.elements,
          attributes: attributesOf(showing),
          theme: customProperties(theme),
          ...(hasFallback && { fallback: writePlainHtml(document, plain) }),
        };
  try {
    const text = (
      form === 'html'
        ? writePlainHtml(document, plain)
        : form === 'markdown'
          ? writePlainMarkdown(document, plain)
          : writeSnippet(document, options)
    ).trimEnd();
    return text ? { text } : { error: 'There is no comparison to show yet: see what is to be checked.' };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { error: wrong[`${error.cause}`] ?? `${error.message}.` };
  }
}

/** What of the table's attributes there is in plain forms. */
const plainOptionsOf = ({ columns, limit, linkParams, priceMaxAge }: Work['showing']): PlainOptions => ({
  ...(columns.trim() && { columns }),
  ...(Number.parseInt(limit, 10) > 0 && { limit: Number.parseInt(limit, 10) }),
  linkParams,
  priceMaxAge,
});

/** What a frame is asked to show: it has elements of the whole comparison only, and takes colours one by one. */
function queryOf({ showing, theme }: Work): { readonly [name: string]: string } {
  const elements = showing.elements.filter((name) => name === 'table' || name === 'weights');
  const colours = Object.entries(customProperties(theme)).map(([name, value]) => [name.replace('--g6-', ''), value]);
  const attributes = Object.entries(attributesOf(showing))
    .filter(([name]) => name !== 'structured-data')
    .map(([name, value]) => [name, value === true ? 'true' : value]);
  return {
    ...(elements.join() !== 'table' && elements.length && { element: elements.join(' ') }),
    ...Object.fromEntries([...attributes, ...colours]),
  };
}

const wrong: { readonly [option: string]: string } = {
  src: 'The document’s address has to be an http or https address, or relative to the page: correct it above.',
  scripts: 'The script’s address has to be an http or https address, or relative to the page: correct it above.',
  embed: 'The script’s address has to be a folder without “?” and “#”: correct it above.',
};

/** Gives frames their height. */
const hostScript = 'embed-host.min.js';

const folder = (base: string): string => {
  const plain = base.trim();
  return plain === '' || plain.endsWith('/') ? plain : `${plain}/`;
};

/** The script, and the words of the document's language where there are some. */
function scriptsOf(
  { language }: DocumentJson,
  base: string,
  integrity: { readonly [name: string]: string },
): readonly SnippetScript[] {
  const [tag = ''] = `${language ?? ''}`.toLowerCase().split('-');
  const names = ['g6-comparison.min.js', `languages/${tag}.js`].filter((name) => Object.hasOwn(integrity, name));
  return names.map((name) => ({ src: base + name, integrity: integrity[name] }));
}

/** What the snippet's page has to say besides, if anything. */
export function remarkOf({ theme, showing }: Work, form: Form): string {
  if (isLive(form) && hasSchemes(theme)) {
    return 'Your colours differ in light and dark: the page’s style has to say “color-scheme: light dark”, or only the light ones are used.';
  }
  const isLeftOut = showing.elements.includes('cards') || showing.elements.includes('breakdowns');
  return form === 'iframe' && isLeftOut
    ? 'A frame shows the table and the reader’s weights; cards and breakdowns are left out.'
    : '';
}

/** A file's name made of the title, for one kind of file. */
export function fileName({ title }: DocumentJson, extension: string): string {
  const name = `${title ?? ''}`
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return `${name.toLowerCase() || 'comparison'}.${extension}`;
}
