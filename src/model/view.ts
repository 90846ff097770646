/**
 * What a reader has made of a comparison, as text for a link: `sort=-score,price&q=zinc&f.certification=NSF+Sport`.
 * Leaves what it does to `order.ts`, `filter.ts` and `score.ts`, and when an address changes to others.
 *
 *   sort=-score,price      the keys of the order, `-` for descending
 *   q=zinc                 the words of the search
 *   f.certification=A,B    what is chosen in a column, by its id
 *   r.price=..1.5          the range of a column, `min..max`; one of them may be missing
 *   compare=thorne,ora     the selection
 *   layout=matrix          table, cards or matrix
 *   diff=1                 only the differences
 *   weights=evidence:40    the reader's weights
 *
 * What is not letters, digits or `-_.` of ASCII is percent-encoded UTF-8, but a space is `+`; so these signs have their
 * meaning only where they stand as they are, and the ids of columns cannot be taken for keys of ours. Text that is no
 * Unicode (half of a surrogate pair) becomes U+FFFD. Ids and values are never empty.
 *
 * It has no version. It grows by new keys, which old readers pass over; a key never changes its meaning, and a value
 * that an old reader would misread gets a key of its own. So every link that was ever made opens, as far as it goes.
 *
 * In a fragment it is one part, `g6:…`, or `g6-KEY:…` for one of several tables, with `;` in the place of `&`: the host's
 * own code sees one parameter more, and keeps its own apart from ours.
 */
import type { Filter, Interval } from './filter.js';
import type { SortKey } from './order.js';
import type { Weights } from './score.js';

const layouts = ['table', 'cards', 'matrix'] as const;

/** What can be shared; what is absent is as its author set it up. */
export interface View {
  readonly sort?: readonly SortKey[];
  readonly filter?: Filter;
  readonly layout?: (typeof layouts)[number];
  /** Ids of the products to compare. */
  readonly selection?: readonly string[];
  readonly onlyDifferences?: boolean;
  readonly weights?: Weights;
}

/** Text as it stands in a link. Marks that finders of links cut off are encoded where they could end one. */
const encode = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))
    .replace(/[!'()*~]|[._]$/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');

/** The text that `encode` was given; what is no encoding stands for itself. */
const decode = (text: string): string =>
  text.replaceAll('+', ' ').replace(/(%[\da-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      // Bytes that are no UTF-8 were never ours: a percent sign that somebody typed.
      return bytes;
    }
  });

const isNumber = (value: number | undefined): value is number => Number.isFinite(value);
const writeNumber = (number: number): string => String(number).replace('+', '');
function parseNumber(text: string): number | undefined {
  const number = /^-?\d*\.?\d+(e-?\d+)?$/.test(text) ? Number(text) : undefined;
  return isNumber(number) ? number : undefined;
}

const writeList = (items: readonly string[]): string => items.filter(Boolean).map(encode).join(',');
const parseList = (text: string): readonly string[] => text.split(',').filter(Boolean).map(decode);

// A minus sign that stands as it is means descending.
const writeKey = ({ column, descending }: SortKey): string =>
  (descending ? '-' : '') + encode(column).replace(/^-/, '%2D');
const parseKey = (text: string): SortKey => ({
  column: decode(text.replace(/^-/, '')),
  descending: text.startsWith('-'),
});

function writeInterval({ min, max }: Interval): string {
  const [low, high] = [min, max].map((end) => (isNumber(end) ? writeNumber(end) : ''));
  return low || high ? `${low}..${high}` : '';
}

/** Dots at the end may be lost on a link's way, and are not needed. */
function parseInterval(text: string): Interval | undefined {
  const ends = decode(text).replace(/\.+$/, '').split('..');
  const [min, max] = ends.map(parseNumber);
  const isWhole = ends.length <= 2 && ends.every((end) => !end || parseNumber(end) !== undefined);
  if (!isWhole || (min === undefined && max === undefined)) return undefined;
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

type Pair = readonly [key: string, value: string];

function writeFilter({ search = '', choices = {}, ranges = {} }: Filter): readonly Pair[] {
  const write = <T>(sign: string, parts: { readonly [column: string]: T }, writePart: (part: T) => string) =>
    Object.entries(parts).map(([column, part]): Pair => [`${sign}.${encode(column)}`, column && writePart(part)]);
  const pairs: readonly Pair[] = [
    ['q', encode(search)],
    ...write('f', choices, writeList),
    ...write('r', ranges, writeInterval),
  ];
  return pairs.filter(([, value]) => value);
}

const writeWeights = (weights: Weights): string =>
  Object.entries(weights)
    .filter(([id, weight]) => id && isNumber(weight))
    .map(([id, weight]) => `${encode(id)}:${writeNumber(weight)}`)
    .join(',');

const parseWeights = (text: string): readonly (readonly [id: string, weight: number])[] =>
  text.split(',').flatMap((pair) => {
    const [, id = '', number = ''] = /^([^:]+):(.+)$/s.exec(pair) ?? [];
    const weight = parseNumber(decode(number));
    return weight === undefined ? [] : [[decode(id), weight] as const];
  });

/** The pairs of each part of a view; the empty part as it says that there is nothing. */
function writeParts(view: View): readonly (readonly Pair[])[] {
  const { sort = [], filter = {}, selection = [], layout, onlyDifferences, weights = {} } = view;
  const keys = sort.filter(({ column }) => column);
  const filters = writeFilter(filter);
  return [
    [['sort', keys.map(writeKey).join(',')]],
    filters.length ? filters : [['q', '']],
    [['compare', writeList(selection)]],
    [['layout', layout ?? '']],
    [['diff', onlyDifferences ? '1' : '0']],
    [['weights', writeWeights(weights)]],
  ];
}

/**
 * Writes what of a view is not as in `defaults` (by default nothing: the initial order, no filter …); empty text where
 * nothing is. Numbers that are not finite, and empty ids and values, are left out.
 */
export function writeView(view: View, defaults: View = {}): string {
  const write = (pairs: readonly Pair[]): string => pairs.map((pair) => pair.join('=')).join('&');
  const usual = writeParts(defaults).map(write);
  return writeParts({ ...defaults, ...view })
    .map(write)
    .filter((text, index) => text !== usual[index])
    .join('&');
}

/**
 * Reads what `writeView` wrote, by any version of it: what it says, to be laid over the defaults. Never throws; keys that
 * are unknown and parts that are malformed are passed over, ids that nothing has any more are kept.
 */
export function parseView(text: string): View {
  const view: { -readonly [K in keyof View]: View[K] } = {};
  const choices = new Map<string, Set<string>>();
  const ranges = new Map<string, Interval>();
  let search: string | undefined;
  for (const pair of text.split(/[&;]/)) {
    const [, key = '', value = ''] = /^([^=]+)=(.*)$/s.exec(pair) ?? [];
    const [, kind, column = ''] = /^([fr])\.(.+)$/s.exec(key) ?? [];
    const id = decode(column);
    if (kind === 'f') {
      const values = choices.get(id) ?? new Set();
      for (const one of parseList(value)) choices.set(id, values.add(one));
    } else if (kind === 'r') {
      const range = parseInterval(value);
      if (range) ranges.set(id, range);
    } else if (key === 'q') {
      search = decode(value);
    } else if (key === 'sort') {
      const sort = value.split(',').map(parseKey);
      const keys = sort.filter(({ column }) => column);
      if (keys.length || !value) view.sort = keys;
    } else if (key === 'compare') {
      const selection = parseList(value);
      if (selection.length || !value) view.selection = selection;
    } else if (key === 'layout') {
      const layout = layouts.find((known) => known === value);
      if (layout) view.layout = layout;
    } else if (key === 'diff' && /^[01]$/.test(value)) {
      view.onlyDifferences = value === '1';
    } else if (key === 'weights') {
      const weights = parseWeights(value);
      if (weights.length || !value) view.weights = Object.fromEntries(weights);
    }
  }
  if (search !== undefined || choices.size || ranges.size) {
    view.filter = {
      ...(search && { search }),
      ...(choices.size && { choices: Object.fromEntries([...choices].map(([id, values]) => [id, [...values]])) }),
      ...(ranges.size && { ranges: Object.fromEntries(ranges) }),
    };
  }
  return view;
}

/** What begins the part of one table; `key` is empty or tells several tables of a page apart. */
const headOf = (key: string): string => `g6${key && `-${encode(key)}`}:`;

/** The parts of a fragment, each with the sign before it, so that they join to what they were. */
const partsOf = (hash: string): readonly string[] => hash.replace(/^#/, '').split(/(?=[&?])/);

const isOwn = (part: string, head: string): boolean => part.replace(/^[&?]/, '').startsWith(head);

/** Reads a table's view from a page's fragment, with or without its `#`; an empty one where it says nothing of it. */
export function readFragment(hash: string, key: string): View {
  const head = headOf(key);
  const own = partsOf(hash).filter((part) => isOwn(part, head));
  return parseView(own.map((part) => part.slice(part.indexOf(':') + 1)).join('&'));
}

/**
 * The page's fragment with a table's view in it, written as by `writeView`; an empty one leaves no trace. Whatever else
 * is in the fragment stays as it is. Empty text for an empty fragment, else with its `#`.
 */
export function writeFragment(hash: string, key: string, view: View, defaults?: View): string {
  const head = headOf(key);
  const text = writeView(view, defaults).replaceAll('&', ';');
  const before = partsOf(hash);
  const after: string[] = [];
  let segment = text && head + text;
  let freed: string | undefined;
  for (const part of before) {
    const [sign = ''] = /^[&?]/.exec(part) ?? [];
    if (!isOwn(part, head)) {
      // What follows a part that goes takes its place, behind the sign that it stood behind.
      after.push(freed !== undefined && sign === '&' ? freed + part.slice(1) : part);
      freed = undefined;
    } else if (segment) {
      after.push(sign + segment);
      segment = '';
    } else {
      freed ??= sign;
    }
  }
  const host = after.join('');
  if (segment) {
    // To a router, what follows a question mark is no part of the route.
    const sign = !host ? '' : /^[/!][^?]*$/.test(host) ? '?' : '&';
    after.push(sign + segment);
  }
  const fragment = after.join('');
  return fragment === before.join('') ? hash : fragment && `#${fragment}`;
}
