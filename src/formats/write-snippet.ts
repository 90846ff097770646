/**
 * What to paste into a page so that it shows a comparison: the elements with their script, by address or with the
 * document inline, a block for WordPress, a frame or an oEmbed answer. Leaves hashing scripts to whoever has them, plain
 * HTML and Markdown to `src/render`, and what the elements do to themselves.
 */
import { type Comparison, readComparison } from '../model/comparison.js';
import { parseUrl } from '../model/url.js';
import { escaped } from './write-html.js';

/** A script of a page. */
export interface SnippetScript {
  /** Its address, as the page is to write it. */
  readonly src: string;
  /** Its hash, such as `sha384-…`: browsers refuse a script that is another one. */
  readonly integrity?: string | undefined;
}

/** An element of the snippet; there is a card and a breakdown for each product. */
export type SnippetElement = 'table' | 'weights' | 'breakdowns' | 'cards';

/** The elements themselves: in any page (`script`), or as a block of WordPress's editor. */
export interface ElementSnippet {
  readonly as?: 'script' | 'wordpress' | undefined;
  /** The address of the document; without one the document is in the snippet itself. */
  readonly src?: string | undefined;
  /** Whether a document in the snippet is in the `data` attribute, for where scripts of data are taken out. */
  readonly isInAttribute?: boolean | undefined;
  /** The script, and a language after it; the script beside the page if nothing is said. */
  readonly scripts?: readonly SnippetScript[] | undefined;
  /** Which elements, in this order; the table if nothing is said. */
  readonly show?: readonly SnippetElement[] | undefined;
  /** Attributes of the table, such as `{ search: true, limit: 10 }`. */
  readonly attributes?: { readonly [name: string]: string | number | boolean | undefined } | undefined;
  /** Custom properties, such as `{ '--g6-accent': '#0f8068' }`. */
  readonly theme?: { readonly [property: string]: string } | undefined;
  /** HTML inside the table, for readers without the script, feeds and search engines: what `writePlainHtml` gives, say. */
  readonly fallback?: string | undefined;
}

/** A frame that shows the document, or the oEmbed answer that has this frame in it. */
export interface FrameSnippet {
  readonly as: 'iframe' | 'oembed';
  /** The address of the document, for a page at `embed` to load: absolute, or relative to that page. */
  readonly src: string;
  /** The address of `embed.html`. */
  readonly embed: string;
  /** What else its query says, such as `{ layout: 'cards' }`. */
  readonly query?: { readonly [name: string]: string } | undefined;
  /** The script that gives the frame its height. */
  readonly script?: SnippetScript | undefined;
  /** The frame's height until then, in pixels; 600 if nothing is said. */
  readonly height?: number | undefined;
}

export type SnippetOptions = ElementSnippet | FrameSnippet;

/**
 * The text to paste for a document, parsed or as JSON text. Empty for what is no comparison. Throws a `TypeError` for
 * options that make no snippet: an address that is not http or https, an attribute or a property that is none. Its `cause`
 * is the option's name.
 */
export function writeSnippet(document: unknown, options: SnippetOptions = {}): string {
  const { comparison } = readComparison(document);
  if (!comparison) return '';
  switch (options.as) {
    case 'iframe':
      return lines(frame(comparison, options));
    case 'oembed':
      return lines(JSON.stringify(oembed(comparison, options), null, 2));
    case 'wordpress':
      return lines('<!-- wp:html -->', elements(document, comparison, options), '<!-- /wp:html -->');
    case 'script':
    case undefined:
      return lines(elements(document, comparison, options));
    default:
      throw refused('as', `has to be a form of snippets; it was ${(options as { as: unknown }).as}`);
  }
}

const refused = (argument: string, why: string): TypeError => new TypeError(`${argument} ${why}`, { cause: argument });

const lines = (...parts: readonly (string | undefined)[]): string =>
  `${parts.filter((part) => part !== undefined).join('\n')}\n`;

function address(url: string, argument: string): string {
  if (typeof url !== 'string' || !url.trim() || !parseUrl(url)) {
    throw refused(argument, `has to be an http or https address, or relative to the page; it was ${url}`);
  }
  return escaped(url);
}

function attribute(name: string, value: string | number | boolean | undefined): string {
  if (!/^[a-z]+(?:-[a-z]+)*$/.test(name) || /^(?:on|style$|src|data$)/.test(name)) {
    throw refused('attributes', `has to have names of the table's attributes; one was ${name}`);
  }
  if (value === undefined || value === false) return '';
  return value === true ? ` ${name}` : ` ${name}="${escaped(`${value}`)}"`;
}

function scriptTag({ src, integrity }: SnippetScript): string {
  // Browsers hold a script of another origin to its hash only where its server lets them read it.
  const pinned = integrity ? ` integrity="${escaped(integrity)}" crossorigin="anonymous"` : '';
  return `<script src="${address(src, 'scripts')}"${pinned} defer data-cfasync="false"></script>`;
}

// ————— The elements

function elements(document: unknown, comparison: Comparison, options: ElementSnippet): string {
  const { src, scripts = [{ src: 'g6-comparison.min.js' }], show = ['table'], theme, fallback } = options;
  const given = Object.entries(options.attributes ?? {});
  const tags = show.flatMap((element) =>
    tagsOf(element, comparison).map((opening) => ({
      name: opening.split(' ')[0] as string,
      opening: element === 'table' ? opening + given.map(([name, value]) => attribute(name, value)).join('') : opening,
      inside: element === 'table' && fallback ? [fallback.trim()] : [],
    })),
  );
  const isInAttribute = src === undefined && options.isInAttribute;
  const source = isInAttribute
    ? ` data="${escaped(jsonOf(document))}"`
    : src === undefined
      ? ''
      : ` src="${address(src, 'src')}"`;
  const data = src === undefined && !isInAttribute ? [jsonScript(document)] : [];
  const [only, ...others] = tags;
  if (!only) throw refused('show', 'has to name an element; it was empty');
  const whole = others.length ? 'g6-comparison' : only.name;
  const element = ({ name, opening, inside }: (typeof tags)[number]) =>
    inside.length ? `<${opening}>\n${inside.join('\n')}\n</${name}>` : `<${opening}></${name}>`;
  const body = others.length
    ? element({ name: whole, opening: whole + source, inside: [...data, ...tags.map(element)] })
    : element({ ...only, opening: only.opening + source, inside: [...data, ...only.inside] });
  return [...scripts.map(scriptTag), ...styleSheet(whole, theme), body].join('\n');
}

function tagsOf(element: SnippetElement, { products }: Comparison): readonly string[] {
  const each = (tag: string) => products.map(({ id }) => `${tag} product="${escaped(id)}"`);
  switch (element) {
    case 'table':
      return ['g6-comparison-table'];
    case 'weights':
      return ['g6-score-weights'];
    case 'breakdowns':
      return each('g6-score-breakdown');
    case 'cards':
      return each('g6-product-card');
    default:
      throw refused('show', `has to name elements of a snippet; one was ${element}`);
  }
}

const jsonScript = (document: unknown): string => `<script type="application/json">\n${jsonOf(document, 2)}\n</script>`;

/** The document as JSON that ends no script and no tag, and in which WordPress finds no short codes and no signs to make nicer. */
function jsonOf(document: unknown, indent?: number): string {
  const value = typeof document === 'string' ? JSON.parse(document) : document;
  return JSON.stringify(value, null, indent)
    .replace(/[<>&\u2028\u2029]/g, codeOf)
    .replace(/"(?:[^"\\]|\\.)*"/g, (text) => text.replace(/[[\]]/g, codeOf));
}

const codeOf = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Whether a text is a value of a custom property that ends where it should and loads nothing. */
const isValue = (text: string): boolean =>
  /^[\w#%.,()\s/-]{1,200}$/.test(text) &&
  !/\/\*|url\(/i.test(text) &&
  text.split('(').length === text.split(')').length;

function styleSheet(selector: string, theme: ElementSnippet['theme'] = {}): readonly string[] {
  const rules = Object.entries(theme).map(([property, value]) => {
    if (!/^--g6-[a-z-]+$/.test(property)) {
      throw refused('theme', `has to have properties such as --g6-accent; one was ${property}`);
    }
    if (!isValue(value)) {
      throw refused('theme', `has to have values such as #0f8068; ${property} was ${value}`);
    }
    return ` ${property}: ${value.trim()};`;
  });
  return rules.length ? [`<style>${selector} {${rules.join('')} }</style>`] : [];
}

// ————— Frames

function frame({ title = 'Comparison' }: Comparison, options: FrameSnippet): string {
  const { src, embed, query = {}, script, height = 600 } = options;
  address(src, 'src');
  address(embed, 'embed');
  const asked = Object.entries({ src, ...query }).map((pair) => pair.map(encodeURIComponent).join('='));
  // With a fragment or a query of its own the address would say something else.
  if (/[?#]/.test(embed)) throw refused('embed', `has to be an address without a query; it was ${embed}`);
  // The script that minds frames knows them by the last part of a path.
  const page = embed.includes('/') ? embed : `./${embed}`;
  return [
    `<iframe src="${escaped(`${page}?${asked.join('&')}`)}" title="${escaped(title)}" width="100%" height="${Math.round(height)}" frameborder="0" loading="lazy" sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads"></iframe>`,
    ...(script ? [scriptTag(script)] : []),
  ].join('\n');
}

/** The answer of a site that others embed by its address, as https://oembed.com asks for it. */
function oembed(comparison: Comparison, options: FrameSnippet): { readonly [member: string]: unknown } {
  const { title, author, publisher } = comparison;
  return {
    version: '1.0',
    type: 'rich',
    ...(title && { title }),
    ...(author?.name && { author_name: author.name }),
    ...(author?.url && { author_url: author.url }),
    ...(publisher?.name && { provider_name: publisher.name }),
    ...(publisher?.url && { provider_url: publisher.url }),
    cache_age: 86_400,
    width: 800,
    height: Math.round(options.height ?? 600),
    html: frame(comparison, options),
  };
}
