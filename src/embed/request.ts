/**
 * What the address of `embed.html` asks for, such as `?src=comparison.json&layout=cards&theme=dark`: every value is
 * checked, and what is not known is left out and said. Leaves showing it to `frame.ts`.
 */
import { parseUrl } from '../model/url.js';

/** One parameter: `read` gives its value as it is used, `undefined` for what it cannot be; `takes` says what it can. */
interface Parameter {
  readonly takes: string;
  read(text: string): string | undefined;
}

const tags: { readonly [element: string]: string } = {
  table: 'g6-comparison-table',
  breakdown: 'g6-score-breakdown',
  weights: 'g6-score-weights',
  card: 'g6-product-card',
};

const listed = (words: readonly string[]): string => `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

const oneOf = (...words: readonly string[]): Parameter => ({
  takes: listed(words),
  read: (text) => (words.includes(text) ? text : undefined),
});

/** A word for a value. */
const named = (values: { readonly [word: string]: string }): Parameter => ({
  takes: listed(Object.keys(values)),
  read: (given) => (Object.hasOwn(values, given) ? values[given] : undefined),
});

/** What the elements read themselves: ids, lists of them, parameters of links. */
const text: Parameter = {
  takes: 'a text of at most 2000 characters',
  read: (given) => (/^\P{Cc}{1,2000}$/u.test(given) ? given : undefined),
};

const flag: Parameter = {
  takes: 'true or false',
  read: (given) => (/^(true|1)?$/.test(given) ? '' : /^(false|0)$/.test(given) ? 'false' : undefined),
};

const age: Parameter = {
  takes: 'an age such as 12h or 7d',
  read: (given) => (/^\d{1,6}(\.\d{1,6})? ?[hdw]$/i.test(given) ? given : undefined),
};

const number = (from: number, to: number): Parameter => ({
  takes: `a whole number from ${from} to ${to}`,
  read: (given) => (/^\d{1,6}$/.test(given) && +given >= from && +given <= to ? `${+given}` : undefined),
});

/** The attributes of the elements. */
const attributes: { readonly [name: string]: Parameter } = {
  layout: oneOf('table', 'cards', 'matrix', 'auto'),
  view: oneOf('table', 'bars', 'area'),
  columns: text,
  sort: text,
  product: text,
  limit: number(1, 100_000),
  heading: number(2, 6),
  'link-params': text,
  'price-max-age': age,
  search: flag,
  filters: flag,
  compare: flag,
  export: flag,
  share: flag,
  stability: flag,
  audit: flag,
};

const color: Parameter = {
  takes: 'a colour of CSS, such as #0f8068',
  // What the page's own properties say, and what is asked for from elsewhere, is no colour of somebody's choice.
  read: (given) =>
    /^[\w#\s.,%/()+-]{1,100}$/.test(given) && !/var|env|attr|url/i.test(given) && CSS.supports('color', given)
      ? given
      : undefined,
};

/** What the frame's page looks like, by the CSS properties that say so. */
const styles: { readonly [name: string]: Parameter & { readonly properties: readonly string[] } } = {
  accent: { ...color, properties: ['--g6-accent'] },
  muted: { ...color, properties: ['--g6-muted'] },
  line: { ...color, properties: ['--g6-line'] },
  ground: { ...color, properties: ['--g6-ground', 'background-color'] },
  track: { ...color, properties: ['--g6-track'] },
  text: { ...color, properties: ['color'] },
  font: {
    ...named({ sans: 'system-ui, sans-serif', serif: 'ui-serif, Georgia, serif', mono: 'ui-monospace, monospace' }),
    properties: ['font-family'],
  },
  size: {
    takes: number(10, 32).takes,
    read: (given) => (number(10, 32).read(given) ? `${+given}px` : undefined),
    properties: ['font-size'],
  },
  theme: { ...named({ light: 'light', dark: 'dark', auto: 'light dark' }), properties: ['color-scheme'] },
};

const others: { readonly [name: string]: Parameter } = {
  element: {
    takes: `${Object.keys(tags).join(', ')}, or several of them`,
    read: (given) => {
      const names = given.split(/[\s,]+/);
      return names.every((name) => Object.hasOwn(tags, name)) ? [...new Set(names)].join(' ') : undefined;
    },
  },
  lang: {
    takes: 'a language tag, such as de',
    read: (given) => {
      try {
        return Intl.getCanonicalLocales(given)[0];
      } catch {
        // What is no tag throws.
        return undefined;
      }
    },
  },
  target: oneOf('blank', 'top'),
};

/** What a frame is to show. */
export interface EmbedRequest {
  /** The address of the document; `undefined` where there is none that may be asked for. */
  readonly src: string | undefined;
  /** The elements' tags, in their order. */
  readonly tags: readonly string[];
  readonly attributes: ReadonlyMap<string, string>;
  /** CSS properties of the page. */
  readonly styles: ReadonlyMap<string, string>;
  /** A canonical language tag. */
  readonly language: string | undefined;
  /** Where links open. */
  readonly target: string;
  /** What is wrong in the address, a sentence without its dot each. */
  readonly faults: readonly string[];
}

/** Reads the address of the frame. Of a parameter that is there twice the first counts; needs the browser's CSS. */
export function readRequest(address: string): EmbedRequest {
  const known: { readonly [name: string]: Parameter } = { ...attributes, ...styles, ...others };
  const given = new Set<string>();
  const read = new Map<string, string>();
  const faults: string[] = [];
  let src: string | undefined;
  for (const [name, value] of new URL(address).searchParams) {
    if (given.has(name)) continue;
    given.add(name);
    if (name === 'src') {
      src = value.trim() ? parseUrl(value, address) : undefined;
      if (!src) faults.push(`src has to be an http or https address, not “${value}”`);
      continue;
    }
    const parameter = Object.hasOwn(known, name) ? known[name] : undefined;
    const result = parameter?.read(value);
    if (result !== undefined) read.set(name, result);
    else if (parameter) faults.push(`${name} has to be ${parameter.takes}, not “${value}”`);
    else faults.push(`there is no parameter “${name}”`);
  }
  if (!given.has('src')) faults.push('src is missing: the address of the comparison document');
  const of = (table: object) => [...read].filter(([name]) => Object.hasOwn(table, name));
  return {
    src,
    tags: (read.get('element') ?? 'table').split(' ').map((name) => tags[name] as string),
    attributes: new Map(of(attributes)),
    styles: new Map(
      of(styles).flatMap(([name, value]) => (styles[name]?.properties ?? []).map((property) => [property, value])),
    ),
    language: read.get('lang'),
    target: `_${read.get('target') ?? 'blank'}`,
    faults,
  };
}
