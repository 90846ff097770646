/**
 * What an article says of itself: title, description, language, author, publisher, date, disclosure. Leaves what it says
 * of products to `article.ts`.
 */
import { quote } from '../model/diagnostic.js';
import { isLanguage } from '../model/shape.js';
import { dateOrderOf, parseDate } from './dates.js';
import type { Draft } from './draft.js';
import { headlineOf, labelled } from './headline.js';
import { roleOf } from './labels.js';
import type { Article, Block, Grid } from './passage.js';
import { type Heading, hasEvidence, type Section } from './sections.js';

/** Whether a text is a date and nothing else, as bylines have it. */
const isDateLine = (text: string): boolean => text.length <= 30 && /\d{4}/.test(text) && parseDate(text) !== undefined;

/** Whether a bold line may be a title: it is short, and neither a sentence nor a label. */
const isTitle = (text: string): boolean =>
  text.length <= 100 && !/[.:：!]$/u.test(text) && !roleOf(text) && !isDateLine(text) && !headlineOf(text);

/** Whether a text says that its author earns from links. */
export const isEarning = (text: string): boolean =>
  text.length <= 1200 &&
  /\baffiliate (?:link|commission|partner|program|relationship)|\b(?:earn|receive|get|paid)\b.{0,40}\bcommissions?\b|\bcommissions? (?:for|from|on|when|if)\b|\bas an amazon associate\b|\bas an? (?:[\w-]+ )?(?:associate|affiliate|partner)s?\b.{0,20}\bearn|\bearn(?:s|ing)? from qualifying purchases|\bprovision\b.{0,60}\b(?:erhalten|bekommen|verdien)|\b(?:erhalten|bekommen|verdienen)\b.{0,60}\bprovision|affiliate-?links?\b|\bliens? (?:sont |est )?affilié|\b(?:commission|comisi[oó]n|comiss[aã]o|commissione)(?:s|es|ões|i)?\b.{0,80}\b(?:achet|compr|acquist|lien|enlace|link)|\b(?:achet|compr|acquist|liens?|enlaces?|links?)\b.{0,80}\b(?:commissions?|comisi[oó]n|comiss[aã]o|commissione)|アフィリエイト|広告を(?:含|利用)|روابط (?:تابعة|الإحالة|أفلييت)|عمولة/i.test(
    text,
  );

const isDisclosure = (text: string): boolean =>
  isEarning(text) || (text.length <= 1200 && /\b(?:is|are|was|were|we) not (?:paid|sponsored)\b/i.test(text));

const isDisclosureLabel = ({ label, value }: ReturnType<typeof labelled>): boolean =>
  !!label && roleOf(label) === 'disclosure' && value.length > (/disclosure/i.test(label) ? 0 : 20);

// A full stop ends a name, unless it stands for the rest of one: “Dr.”, “J. R.”
const nameWord = String.raw`(?!(?:last|updated|published)\b)(?:(?:\p{Lu}\p{L}?\.|Prof\.)+|\p{Lu}[\p{L}’'-]+)`;
const byline = new RegExp(
  String.raw`(?:^|\d\s+)(?:by|written by|reviewed by|von|par|por|di|a cura di)\s+(${nameWord}(?:\s+${nameWord}){0,3})(?=$|[\s,.|·•–—]*(?:[,.|·•–—]|\b(?:last|updated|published|on|am|le|el|il|em)\b))`,
  'iu',
);

const dated =
  /(?<!\p{L})(?:updated|modified|published|posted|reviewed|tested|edited|aktualisiert|stand|mise? à jour|publié|actualizado|publicado|aggiornat[oa]|pubblicat[oa]|atualizado)(?!\p{L})|更新|公開|تحديث|نُشر/iu;

/** A passage in two: a byline, if it begins with one, and what discloses behind it. */
function partedByline(text: string): readonly [byline: string, disclosure: string] {
  const sentences = text.split(/(?<=[.!?])\s+/u);
  const at = isDisclosure(text) ? sentences.findIndex(isDisclosure) : 0;
  const before = sentences.slice(0, at).join(' ');
  return before.length < 120 && (byline.test(before) || dated.test(before))
    ? [before, sentences.slice(at).join(' ')]
    : [text, text];
}

/** Takes what an article says of itself: in front matter and meta tags, and in its first lines. */
export function readHead(draft: Draft, { meta, blocks }: Article, sections: readonly Section[]): void {
  const said = (...names: string[]) => names.map((name) => meta.find((entry) => entry.name === name)).find(Boolean);
  const heading = blocks.find((block): block is Heading => block.kind === 'heading' && block.level === 1);
  const title = said('front:title');
  const fallback = said('meta:og:title', 'html:title');
  if (title) draft.set('title', title.value, title.line);
  else if (heading) draft.set('title', heading.text, heading.line);
  else if (fallback) draft.set('title', fallback.value, fallback.line);
  else assumeTitle(draft, blocks, sections);
  const description = said('front:description', 'item:description', 'meta:description', 'meta:og:description');
  if (description) draft.set('description', description.value, description.line);
  const language = said('front:lang', 'front:language', 'front:locale', 'lang');
  if (language && isLanguage(language.value)) draft.set('language', language.value, language.line);
  const currency = said('front:currency');
  if (currency) draft.set('currency', currency.value, currency.line);
  const publisher = said('front:publisher', 'front:publisher.name', 'item:publisher', 'meta:og:site_name');
  const home = said('front:publisher.url', 'item:publisher:url')?.value;
  if (publisher) draft.set('publisher', { name: publisher.value, ...(home && { url: home }) }, publisher.line);
  draft.rubricName = said('front:rubric.name', 'front:rubric')?.value;
  readAuthor(
    draft,
    said('front:author', 'front:author.name', 'item:author', 'meta:author'),
    said('front:author.url', 'item:author:url'),
  );
  const date = said(
    ...['updated', 'lastmod', 'last_modified', 'modified', 'last-updated', 'date'].map((name) => `front:${name}`),
    ...['item:dateModified', 'meta:article:modified_time', 'meta:og:updated_time', 'item:datePublished'],
  );
  const published = said('meta:article:published_time', 'time');
  if (date) readDate(draft, date.value, date.line);
  const passages = blocks.filter((block): block is Exclude<Block, Grid> => block.kind !== 'table');
  for (const { text: whole, line, links } of passages.slice(0, 12)) {
    const [text] = partedByline(whole);
    const { label, value } = labelled(text);
    const role = label && roleOf(label);
    const by = byline.exec(text)?.[1];
    const author =
      role === 'author'
        ? value.replace(/(?<=\p{L}{3})\.\s.*$/u, '')
        : by && text.length < 120 && /^\p{Lu}/u.test(by)
          ? by
          : undefined;
    if (author)
      readAuthor(
        draft,
        { value: author, line },
        links.map(({ url, text: name }) => ({ url, name })).find(({ name }) => name === author),
      );
    if (text.length < 160 && (role === 'updated' || isDateLine(text) || dated.test(text))) readDate(draft, text, line);
  }
  if (published) readDate(draft, published.value, published.line);
  const disclosed = said('front:disclosure');
  if (disclosed) draft.set('disclosure', disclosed.value, disclosed.line);
  const marked = passages.find(({ text }) => isDisclosureLabel(labelled(text)));
  const disclosure = marked ?? passages.find(({ text }) => text !== description?.value && isDisclosure(text));
  if (!disclosure) return;
  draft.set('disclosure', marked ? labelled(marked.text).value : partedByline(disclosure.text)[1], disclosure.line);
}

/** The first words of an article without a title, where nothing else stands as high: a heading, or a bold line. */
function assumeTitle(draft: Draft, blocks: readonly Block[], [before, first]: readonly Section[]): void {
  const headings = blocks.filter((block): block is Heading => block.kind === 'heading');
  const [opening] = before?.blocks ?? [];
  const isFirst =
    first?.heading && !opening && headings.filter(({ level }) => level <= (headings[0]?.level ?? 0)).length === 1;
  if (
    isFirst &&
    (headings.length > 1 || first.blocks.some(({ kind }) => kind === 'table')) &&
    first.heading &&
    !hasEvidence(first)
  ) {
    draft.set('title', first.heading.text, first.heading.line);
  } else if (opening?.kind === 'text' && opening.text && opening.lead === opening.text && isTitle(opening.text)) {
    draft.set('title', opening.text, opening.line);
  }
}

function readAuthor(
  draft: Draft,
  name: { readonly value: string; readonly line: number } | undefined,
  url: { readonly value?: string; readonly url?: string } | undefined,
): void {
  const address = url?.value ?? url?.url;
  if (name) draft.set('author', { name: name.value, ...(address && { url: address }) }, name.line);
}

function readDate(draft: Draft, text: string, line: number): void {
  const date = parseDate(text, dateOrderOf([], draft.language));
  if (date === 'ambiguous') {
    const message = `${quote(text)} has a date that can be read in two ways: write it as 2026-04-30.`;
    draft.report('warning', 'date-ambiguous', '/updated', message, line);
  } else if (date) draft.set('updated', date, line);
}
