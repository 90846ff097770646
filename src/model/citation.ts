/**
 * What a score rests on, as it is cited: a DOI, a PubMed number or an address becomes a link, and what contradicts
 * itself is reported. Leaves the form of DOIs and PubMed numbers to `document.ts`.
 */
import type { Product } from './comparison.js';
import type { Report } from './diagnostic.js';
import type { Source } from './document.js';
import { placeOf } from './shape.js';
import { parseUrl } from './url.js';

/** A source as it is shown. */
export interface Citation {
  /** What it is called; absent where it has no title, or only an address, whose link is then called so. */
  readonly title?: string;
  /** Its kind and its year, such as "RCT" and "2007", as far as they are known. */
  readonly facts: readonly string[];
  /** Where it is read: its DOI first, then PubMed, then its own address; empty where nothing leads to it. */
  readonly links: readonly { readonly text: string; readonly url: string }[];
}

/**
 * Cites a source. A DOI is shown as the address that it is, as Crossref's display guidelines ask, with what an address
 * cannot hold in percent notation; a PubMed number as "PMID 19627751". Links are https, or the source's own address.
 */
export function cite({ doi, pmid, url, title, year, kind }: Source): Citation {
  const name = doi?.replace(/%(?![\da-f]{2})|[#?\\]/gi, encodeURIComponent);
  const links = [
    [`https://doi.org/${doi}`, name && parseUrl(name, 'https://doi.org/')],
    [`PMID ${pmid}`, pmid && `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`],
    [(!doi && !pmid && title) || url, url],
  ].flatMap(([text, url]) => (text && url ? { text, url } : []));
  return {
    ...(title && links[0]?.text !== title && { title }),
    facts: [kind, year].filter((fact) => fact !== undefined).map(String),
    links,
  };
}

/** Reports years that cannot be, and papers that are of two years; a year may be the next of `now`, in milliseconds. */
export function auditSources(products: readonly Product[], report: Report, now: number): void {
  const known = new Map<string, readonly [year: number, path: string]>();
  const latest = now ? new Date(now).getUTCFullYear() + 1 : 9999;
  const all = products.flatMap(({ sources = [], scores }) => [
    ...sources,
    ...Object.values(scores).flatMap((score) => score.sources ?? []),
  ]);
  for (const source of all) {
    const { doi, pmid, year } = source;
    if (year === undefined) continue;
    const path = placeOf(source, 'year');
    if (!Number.isInteger(year) || year < 1000 || year > latest) {
      report('warning', 'year-invalid', path, `${year} is no year of a source: write its four digits.`);
      continue;
    }
    const names = [doi && `DOI ${doi}`, pmid && `PMID ${pmid}`].filter(Boolean) as string[];
    const name = names.find((each) => (known.get(each.toLowerCase())?.[0] ?? year) !== year);
    if (name) {
      const [other, place] = known.get(name.toLowerCase()) as [number, string];
      report('warning', 'year-mismatch', path, `${name} is of ${year} here and of ${other} at ${place}: correct one.`);
    }
    for (const each of names) if (!known.has(each.toLowerCase())) known.set(each.toLowerCase(), [year, path]);
  }
}
