/**
 * DOIs and PubMed numbers in running text and in addresses. Leaves whether one is well formed to the model, and whom it
 * speaks of to `article.ts`.
 */
import type { Passage } from './passage.js';

export interface FoundSource {
  readonly doi?: string;
  readonly pmid?: string;
  readonly title?: string;
  readonly url?: string;
}

const doi = /(?:\bdoi(?:\.org\/|:)\s*|\b(?=10\.\d{4,9}\/))([\w.]+\/[^\s"<>|“”„]{1,200})/giu;
const pmid = /(?:\bPMID:?\s*|pubmed\.ncbi\.nlm\.nih\.gov\/|ncbi\.nlm\.nih\.gov\/pubmed\/)(\d{1,12})/gi;

/** A DOI without what the sentence around it adds: brackets that it does not open itself, and the sentence's own stops. */
function trimmed(text: string): string {
  let end = text.length;
  for (; end > 0; end--) {
    const last = text[end - 1] as string;
    const part = text.slice(0, end);
    if (/[.,;:!?’'”*]/u.test(last)) continue;
    const [close, open] = last === ')' ? [/\)/g, /\(/g] : last === ']' ? [/\]/g, /\[/g] : [];
    if (!close || !open || (part.match(close)?.length ?? 0) <= (part.match(open)?.length ?? 0)) break;
  }
  return text.slice(0, end);
}

function identifiersIn(text: string): readonly FoundSource[] {
  const found: (FoundSource & { at: number })[] = [];
  for (const match of text.matchAll(doi)) found.push({ at: match.index, doi: trimmed(match[1] as string) });
  for (const match of text.matchAll(pmid)) found.push({ at: match.index, pmid: match[1] as string });
  return found.sort((a, b) => a.at - b.at).map(({ at: _, ...source }) => source);
}

const unescaped = (url: string): string => {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
};

/** The sources of a passage, each once; a link's words are its title, unless they are its address or its number. */
export function readSources({ text, links }: Passage): readonly FoundSource[] {
  const found = new Map<string, FoundSource>();
  for (const link of links) {
    for (const source of identifiersIn(unescaped(link.url))) {
      const isTitle =
        /\p{L}{3}/u.test(link.text) && !/^(?:https?:|doi\b|10\.|pmid\b|pubmed$|study$|source$)/i.test(link.text);
      found.set(source.doi ?? `${source.pmid}`, { ...source, ...(isTitle && { title: link.text }) });
    }
  }
  for (const source of identifiersIn(text)) {
    const key = source.doi ?? `${source.pmid}`;
    if (!found.has(key)) found.set(key, source);
  }
  return [...found.values()];
}

/** The sentence of a text that a source stands in. */
export function sentenceOf(text: string, { doi: named, pmid: numbered }: FoundSource): string {
  const at = text.indexOf(named ?? numbered ?? '');
  if (at < 0) return text.slice(0, 400);
  const before = text.slice(0, at);
  const start = Math.max(
    0,
    ...[...before.matchAll(/(?<!\bal|\bvs|\bno|\betc)[.!?] (?=\p{Lu})/gu)].map(({ index }) => index + 2),
  );
  const end = /[.!?](?= \p{Lu}|$)/u.exec(text.slice(at));
  return text.slice(start, end ? at + end.index + 1 : undefined).slice(0, 400);
}
