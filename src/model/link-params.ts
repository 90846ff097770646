/**
 * What a page adds to the addresses of paid offers: `tag=partner-20&subid=x`, and more for single sellers,
 * `tag=partner-20; Vitamin Shop: aff=12`. Leaves which offers are paid to `offer.ts`.
 */

/** A name as it is looked up: whatever its case and its spaces. */
export const folded = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

/** Queries as their characters: what is not encoded well stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** The name of a parameter as servers read it. */
const nameOf = (pair: string): string => decoded(pair.replace(/=.*/s, ''));

/** What no query can hold as it is: white space, quotes, brackets, `#`, what is not ASCII, and `%` without a code. */
const encoded = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/%(?![\da-f]{2})/gi, '%25')
    .replace(/[^!$-;=?-~]/gu, encodeURIComponent)
    .replaceAll("'", '%27');

const pairsOf = (query: string): readonly string[] => query.split('&').filter(Boolean);

/** Whether it is a parameter: a name, and what it is to be. */
export const isPair = (pair: string): boolean => /.=/.test(pair);

/** What is for one seller, by the name as it is written, or for all of them. */
export interface LinkParamsPart {
  readonly seller: string | undefined;
  readonly pairs: readonly string[];
}

/** The parts of a text of parameters, in their order. */
export const linkParamsParts = (text: string): readonly LinkParamsPart[] =>
  // A system that encodes attributes twice leaves one code behind.
  text
    .replace(/&(amp|#0?38);/gi, '&')
    .split(';')
    .map((part) => {
      const [, seller, query = ''] = /^(?:([^=]*):)?\s*[?&]?(.*?)\s*$/s.exec(part) ?? [];
      return { seller, pairs: pairsOf(query) };
    });

/** Whether a part that names a seller, as it is or encoded as in an address, is for this one, whatever case and spaces. */
export const isFor = (name: string, seller: string): boolean =>
  [name, decoded(name)].some((each) => folded(each) === folded(seller));

/**
 * The parameters for a seller, as a query: those for all, then the seller's own. Parts are separated by semicolons; one
 * that begins with a name and a colon is for that seller only, whatever the case. What is no parameter is left out. Empty
 * where there is none.
 */
export function linkParamsFor(seller: string, text: string): string {
  const parts = linkParamsParts(text);
  const all = parts.filter((part) => part.seller === undefined);
  const own = parts.filter((part) => part.seller !== undefined && isFor(part.seller, seller));
  return [...all, ...own].flatMap(({ pairs }) => pairs.filter(isPair)).join('&');
}

/**
 * The address with these parameters, a query such as `tag=partner-20&subid=x`: each is there once, in the place of the
 * first one of its name, else at the end, the last one where `params` names it twice. Everything else of the address
 * stays as it is written.
 */
export function withLinkParams(url: string, params: string): string {
  const wanted = new Map(pairsOf(params).map((pair) => [nameOf(pair), encoded(pair)]));
  if (!wanted.size) return url;
  const [, address = '', query, fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(url) ?? [];
  const placed = new Set<string>();
  const kept = (query ?? '').split('&').flatMap((pair) => {
    const name = nameOf(pair);
    const own = pair ? wanted.get(name) : undefined;
    if (own === undefined) return pair;
    if (placed.has(name)) return [];
    placed.add(name);
    return own;
  });
  const added = [...wanted].flatMap(([name, pair]) => (placed.has(name) ? [] : pair));
  // No empty parameter comes to be between what was there and what is added.
  if (added[0] !== undefined && kept.at(-1) === '') kept.pop();
  return `${address}?${[...kept, ...added].join('&')}${fragment}`;
}
