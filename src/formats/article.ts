/**
 * From a review as bloggers write them, in Markdown or HTML, to a comparison document: which headings are picks, and what
 * the passages below them say. Takes what it is sure of and says what it is not; never makes up a value. Leaves tables to
 * `table.ts`, and the finding of passages to `markdown.ts` and `html.ts`.
 */
import { quote } from '../model/diagnostic.js';
import { isLanguage, type Json } from '../model/shape.js';
import { parseDate } from './dates.js';
import { Draft, type DraftProduct, type ImportOptions, type ImportResult } from './draft.js';
import { readHtml } from './html.js';
import { isAward, isFeatureLabel, isPartHeading, type Role, roleOf } from './labels.js';
import { readMarkdown } from './markdown.js';
import { signOf, withoutEmojis } from './marks.js';
import { likeness, readTitle, type Title, wordsOf } from './names.js';
import { isOffer, offerOf } from './offers.js';
import { type Article, type Block, type Cell, type Grid, maximumTables, maximumText, type Passage } from './passage.js';
import { parseRating, parseWeight } from './rating.js';
import { separatorsIn } from './separators.js';
import { readSources, sentenceOf } from './sources.js';
import {
  bodyOf,
  headerOf,
  orientate,
  readCriteria,
  readProducts,
  readScores,
  rubricColumns,
  rubricNameOf,
  specOf,
} from './table.js';

type Heading = Block & { readonly kind: 'heading' };

/** A heading with what stands below it; the first has no heading. */
interface Section {
  readonly heading: Heading | undefined;
  readonly title: Title;
  readonly blocks: Block[];
}

// Words that a list of criteria and their weights stands below.
const scoring =
  /\b(?:scor|weigh|rubric|method|criteri|kriteri|evaluat|bewert|gewicht|how (?:we|i) (?:rate|rank|test|judge))/iu;
// A criterion with its weight, as an item of such a list.
const listed =
  /^([\p{L}][^():–—]{1,50}?)\s*(?:\((\d+(?:[.,]\d+)?) ?%\)|[:–—-]\s*(\d+(?:[.,]\d+)?) ?%)\s*(?:[:.–—-]\s*(.*))?$/u;

/** Whether an item has a criterion with its weight and a score behind it: “Evidence (30%): 9/10”. */
const isScored = (text: string): boolean => {
  const { label, value } = labelled(text);
  return !!label && /\(\d[\d.,]* ?%\)$/.test(label) && !!parseRating(value);
};

/** A text that is HTML begins with a tag, and has none of the marks of Markdown at the start of its lines. */
const isHtml = (text: string): boolean =>
  /^[\ufeff\s]*<[a-z!]/i.test(text) && !/^(?:#{1,6} |\s*\|?\s*:?-{2,}:?\s*\|)/m.test(text);

/**
 * Reads a comparison out of an article in Markdown or HTML. Never throws; what it finds, what it leaves out and what it
 * is not sure of stands in the diagnostics, with the line it stands on. Texts of more than 512 Ki characters are refused.
 */
export function readArticle(text: string, options: ImportOptions = {}): ImportResult {
  const draft = new Draft();
  if (text.length > maximumText) {
    draft.report('error', 'too-large', '', 'The article is longer than 512 Ki characters: shorten it.');
    return { diagnostics: draft.diagnostics };
  }
  const format = options.format ?? (isHtml(text) ? 'html' : 'markdown');
  const plain = text.replace(/^\ufeff/, '');
  const article = format === 'html' ? readHtml(plain) : readMarkdown(plain);
  if (article.isCut) {
    draft.report(
      'warning',
      'too-large',
      '',
      'The article is nested too deep, or too long: a part of it is left out, simplify it.',
    );
  }
  new Reading(draft, article).read();
  return draft.result(options, () => separatorsIn(amountsIn(article.blocks)));
}

/** The texts of an article that may be amounts: cells, and what stands behind a label. */
function* amountsIn(blocks: readonly Block[]): Iterable<string> {
  for (const block of blocks) {
    if (block.kind !== 'table') yield labelled(block.text).value;
    else for (const row of block.rows) for (const { text } of row) yield text;
  }
}

/** One article on its way into a draft. */
class Reading {
  readonly #draft: Draft;
  readonly #article: Article;
  readonly #sections: readonly Section[];
  /** The tables that were understood as a whole. */
  readonly #taken = new Set<Grid>();

  constructor(draft: Draft, article: Article) {
    this.#draft = draft;
    this.#article = article;
    this.#sections = sectionsOf(article.blocks);
  }

  read(): void {
    this.#readMeta();
    const tables = this.#article.blocks.filter((block) => block.kind === 'table').slice(0, maximumTables);
    for (const grid of tables) {
      const columns = rubricColumns(grid);
      if (columns) readCriteria(this.#draft, grid, columns);
    }
    this.#readWeights();
    this.#readComparisons(tables.filter((grid) => !rubricColumns(grid) && !isProsCons(grid)));
    const picks = this.#picks();
    for (const [section, product] of picks) new Pick(this.#draft, product, this.#taken).read(section);
    const read = new Set(picks.flatMap(([{ blocks }]) => blocks));
    this.#readSources(read);
    for (const grid of tables) {
      if (this.#taken.has(grid) || read.has(grid) || rubricColumns(grid)?.score === -1) continue;
      const [, label = ''] = headerOf(grid).map(({ text }) => text);
      const message = `The table ${grid.caption ? quote(grid.caption) : `with the column ${quote(label)}`} compares no product that is known: it is left out.`;
      this.#draft.report('info', 'table-skipped', '', message, grid.line);
    }
  }

  // ————— What the article says of itself

  #readMeta(): void {
    const { meta, blocks } = this.#article;
    const draft = this.#draft;
    const said = (...names: string[]) => names.map((name) => meta.find((entry) => entry.name === name)).find(Boolean);
    const heading = blocks.find((block): block is Heading => block.kind === 'heading' && block.level === 1);
    const title = said('front:title');
    const fallback = said('meta:og:title', 'html:title');
    if (title) draft.set('title', title.value, title.line);
    else if (heading) draft.set('title', heading.text, heading.line);
    else if (fallback) draft.set('title', fallback.value, fallback.line);
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
    this.#readAuthor(
      said('front:author', 'front:author.name', 'item:author', 'meta:author'),
      said('front:author.url', 'item:author:url'),
    );
    const date = said(
      ...['updated', 'lastmod', 'last_modified', 'modified', 'last-updated', 'date'].map((name) => `front:${name}`),
      ...['item:dateModified', 'meta:article:modified_time', 'meta:og:updated_time', 'item:datePublished'],
    );
    const published = said('meta:article:published_time', 'time');
    if (date) this.#readDate(date.value, date.line);
    const passages = blocks.filter((block): block is Exclude<Block, Grid> => block.kind !== 'table');
    for (const { text, line, links } of passages.slice(0, 12)) {
      const { label, value } = labelled(text);
      const role = label && roleOf(label);
      const by =
        /^(?:by|written by|reviewed by|von)\s+(\p{Lu}[\p{L}.’'-]+(?:\s+\p{Lu}[\p{L}.’'-]+){0,3})(?=$|[\s,.|·•–—]*(?:[,.|·•–—]|\b(?:last|updated|published|on|am)\b))/iu.exec(
          text,
        )?.[1];
      const author = role === 'author' ? value : by && text.length < 120 && /^\p{Lu}/u.test(by) ? by : undefined;
      if (author)
        this.#readAuthor(
          { value: author, line },
          links.map(({ url, text: name }) => ({ url, name })).find(({ name }) => name === author),
        );
      if (
        text.length < 160 &&
        (role === 'updated' ||
          /\b(?:updated|modified|published|posted|reviewed|tested|aktualisiert|stand)\b/i.test(text))
      )
        this.#readDate(text, line);
    }
    if (published) this.#readDate(published.value, published.line);
    const disclosed = said('front:disclosure');
    if (disclosed) draft.set('disclosure', disclosed.value, disclosed.line);
    const marked = passages.find(({ text }) => isDisclosureLabel(labelled(text)));
    const disclosure = marked ?? passages.find(({ text }) => text !== description?.value && isDisclosure(text));
    if (disclosure) draft.set('disclosure', marked ? labelled(marked.text).value : disclosure.text, disclosure.line);
  }

  #readAuthor(
    name: { readonly value: string; readonly line: number } | undefined,
    url: { readonly value?: string; readonly url?: string } | undefined,
  ): void {
    const address = url?.value ?? url?.url;
    if (name) this.#draft.set('author', { name: name.value, ...(address && { url: address }) }, name.line);
  }

  #readDate(text: string, line: number): void {
    const date = parseDate(text);
    if (date === 'ambiguous') {
      const message = `${quote(text)} has a date that can be read in two ways: write it as 2026-04-30.`;
      this.#draft.report('warning', 'date-ambiguous', '/updated', message, line);
    } else if (date) this.#draft.set('updated', date, line);
  }

  /** Weights in a list below words of scoring: “Evidence (30%): how much has been published”. */
  #readWeights(): void {
    for (const { heading, blocks } of this.#sections) {
      let said = heading?.text ?? '';
      for (const block of blocks) {
        if (block.kind === 'table') continue;
        const [, label, inside, outside, description] =
          (block.kind === 'item' && (scoring.test(said) || isScored(block.text)) && listed.exec(block.text)) || [];
        const weight = parseWeight(inside ?? outside ?? '');
        if (label && weight !== undefined) {
          this.#draft.criterion(
            withoutEmojis(label),
            weight,
            block.line,
            isScored(block.text) ? undefined : description,
          );
        } else if (block.kind !== 'item' && !headlineOf(block.text))
          said = `${heading?.text ?? ''} ${block.text}`.slice(0, 1000);
      }
    }
  }

  // ————— The comparison tables

  #readComparisons(grids: readonly Grid[]): void {
    const names = this.#sections
      .filter(({ heading }) => heading && heading.level > 1 && !isPartHeading(heading.text))
      .slice(0, 200)
      .map(({ title }) => wordsOf(title.name));
    const seen = new Map<string, boolean>();
    const knows = (name: string): boolean => {
      const words = wordsOf(name);
      const key = words.join(' ');
      // A single word of a heading can be anything.
      const least = words.length > 1 ? 1 : 2;
      if (!seen.has(key)) seen.set(key, words.length > 0 && names.some((other) => likeness(words, other) >= least));
      return seen.get(key) as boolean;
    };
    const found = grids
      .filter((grid) => bodyOf(grid).length > 0 && headerOf(grid).length > 1)
      .map((grid) => ({ source: grid, ...orientate(grid, knows) }))
      .filter(({ grid, matches }) => bodyOf(grid).length > 1 || matches > 0);
    const best = Math.max(0, ...found.map(({ weight }) => weight));
    const main = found.find(({ weight, source }) => weight === best && (weight > 0 || headerOf(source).length > 2));
    const hasPicks = this.#sections.some(
      (section) => hasEvidence(section) && section.heading && !isPartHeading(section.heading.text),
    );
    if (!main || (hasPicks && main.weight < 3)) return;
    if (main.weight < 1) {
      const [first] = headerOf(main.source);
      const message = `The table with the column ${quote(first?.text ?? '')} is taken for the comparison: nothing says that its rows are products.`;
      this.#draft.report('warning', 'table-assumed', '', message, main.source.line);
    }
    for (const { source, grid, matches } of [main, ...found.filter((table) => table !== main)]) {
      const rows = bodyOf(grid);
      const known = rows.filter(([cell]) => cell && this.#draft.like(cell.text).length === 1).length;
      const isProducts = headerOf(grid).some(({ text }) => roleOf(text) === 'product');
      if (source !== main.source && known * 2 < rows.length && !(isProducts && matches * 2 >= rows.length)) continue;
      this.#taken.add(source);
      readProducts(this.#draft, grid);
    }
  }

  // ————— The picks

  /** Sections of single products, with what stands in the sections below them. */
  #picks(): readonly (readonly [Section, DraftProduct])[] {
    const draft = this.#draft;
    const hasTable = draft.products.length > 0;
    const taken = new Set<DraftProduct>();
    const main = this.#sections.find(({ heading }) => heading?.level === 1);
    const open: { section: Section; isSure: boolean }[] = [];
    let current: { section: Section; isSure: boolean } | undefined;
    const awards: { readonly text: string; readonly level: number; readonly below: typeof open }[] = [];
    let award: (typeof awards)[number] | undefined;
    for (const section of this.#sections) {
      const { heading, title } = section;
      if (!heading) continue;
      const isPart = isPartHeading(heading.text);
      const isSure = !!title.name && hasEvidence(section) && !isPart && section !== main;
      const isBelow = current?.section.heading && heading.level > current.section.heading.level;
      const isOwn =
        isSure && (!isBelow || !current?.isSure || !!title.rank || !!title.award || !!draft.named(title.name));
      const isWeak = !isPart && section !== main && hasTable && !isBelow && draft.like(title.name).length === 1;
      if (isOwn || isWeak) {
        current = { section: { ...section, blocks: [...section.blocks] }, isSure };
        if (award && heading.level > award.level) award.below.push(current);
        open.push(current);
      } else if (isBelow && current) current.section.blocks.push(heading, ...section.blocks);
      else current = undefined;
      if (isOwn || isWeak || isBelow) continue;
      const isPraise = section !== main && isAward(title.name) && title.name.length <= 40;
      award = isPraise ? { text: title.name, level: heading.level, below: [] } : undefined;
      if (award) awards.push(award);
    }
    // A heading such as “Budget pick” that stands over one product is its award.
    for (const { text, below } of awards) {
      const [only, ...others] = below;
      if (!only || others.length || only.section.title.award) continue;
      only.section = { ...only.section, title: { ...only.section.title, award: text } };
    }
    const picks: [Section, DraftProduct][] = [];
    const matchOf = ({ title }: Section): DraftProduct | undefined => {
      for (const name of [title.name, title.long]) {
        const found = name ? draft.like(name).filter((product) => !taken.has(product)) : [];
        if (found.length === 1) return found[0];
      }
      return undefined;
    };
    // What has scores or specs of its own comes before what has a like name only.
    for (const { section } of open.filter(({ isSure }) => isSure)) {
      const match = matchOf(section);
      const { title, heading } = section;
      const product = match ?? draft.addProduct(title.name, heading?.line ?? 1);
      taken.add(product);
      picks.push([section, product]);
      if (match) this.#tellNames(section, match);
      else if (hasTable) {
        const message = `${quote(title.name)} has a passage, but no row in the comparison table: it is a product of its own.`;
        draft.report('info', 'product-unmatched', draft.pathOf(product), message, heading?.line);
      }
    }
    for (const { section } of open.filter(({ isSure }) => !isSure)) {
      const match = matchOf(section);
      // A heading with fewer words than the product's name speaks of more than the product.
      if (!match || wordsOf(section.title.name).length < match.words.length) continue;
      taken.add(match);
      picks.push([section, match]);
      this.#tellNames(section, match);
    }
    return picks.length || draft.products.length ? picks : this.#single(main);
  }

  #tellNames({ title, heading }: Section, product: DraftProduct): void {
    const name =
      title.long !== undefined && likeness(wordsOf(title.long), product.words) === 2 ? title.long : title.name;
    if (likeness(wordsOf(name), product.words) === 2) return;
    const message = `${quote(name)} is taken for ${quote(product.name)} of the comparison table: use one name.`;
    this.#draft.report('info', 'names-differ', this.#draft.pathOf(product), message, heading?.line);
  }

  /** A review of one product has its name in its title. */
  #single(main: Section | undefined): readonly (readonly [Section, DraftProduct])[] {
    const title = this.#draft.members.title;
    if (typeof title !== 'string' || !this.#sections.some(hasEvidence)) return [];
    const name =
      title.replace(/\s*(?:[:–—|(-]\s*)?\b(?:reviews?|reviewed|im test|test(?:bericht)?)\b.*$/iu, '').trim() || title;
    const line = main?.heading?.line ?? 1;
    const product = this.#draft.addProduct(name, line);
    const message = `No heading or table names a product: the article is taken for a review of ${quote(name)}.`;
    this.#draft.report('info', 'table-assumed', '/products/0', message, line);
    const blocks = this.#sections.flatMap((section) =>
      section.heading && section !== main ? [section.heading, ...section.blocks] : section.blocks,
    );
    return [[{ heading: main?.heading, title: { name }, blocks }, product]];
  }

  /** Sources of the article, with the words they stand by; those of a product stand with it. */
  #readSources(read: ReadonlySet<Block>): void {
    const draft = this.#draft;
    const known = new Set<string>();
    for (const { heading, blocks } of this.#sections) {
      for (const block of blocks) {
        if (read.has(block) || (block.kind === 'table' && this.#taken.has(block))) continue;
        const passages: readonly Passage[] = block.kind === 'table' ? block.rows.flat() : [block];
        for (const passage of passages) {
          for (const source of readSources(passage)) {
            const key = `${source.doi ?? source.pmid}`;
            if (known.has(key)) continue;
            known.add(key);
            const path = `/sources/${draft.sources.length}`;
            draft.lines.set(path, passage.line);
            const section = heading && withoutEmojis(heading.text);
            draft.sources.push({
              ...source,
              ...(section && { section }),
              text: sentenceOf(passage.text, source),
            } as Json);
            if (source.doi && !/^10\.\d{4,9}\/\S+$/.test(source.doi)) {
              draft.report(
                'error',
                'doi-malformed',
                path,
                `${quote(source.doi)} is no DOI: one that starts with “10.” belongs here.`,
                passage.line,
              );
            }
          }
        }
      }
    }
  }
}

/** The blocks by the headings they stand below; headings of a pick's own parts stay with it, as its blocks. */
function sectionsOf(blocks: readonly Block[]): readonly Section[] {
  const sections: Section[] = [{ heading: undefined, title: { name: '' }, blocks: [] }];
  for (const block of blocks) {
    const heading = block.kind === 'heading' ? block : asHeading(block);
    const last = sections.at(-1) as Section;
    if (!heading || (last.heading && isLabelHeading(heading, last.heading))) last.blocks.push(block);
    else sections.push({ heading, title: readTitle(heading.text), blocks: [] });
  }
  return sections;
}

const pickRoles = /^(?:pros|cons|prosCons|specs|verdict|summary|overall|bestFor|link|brand)$/;

const isLabelHeading = ({ text, level }: Heading, above: Heading): boolean => {
  if (level === 1 || (level < above.level && above.level <= 6)) return false;
  const { label = text } = labelled(text);
  return pickRoles.test(roleOf(label) ?? roleOf(text) ?? '');
};

/** A bold line that has a rank or an award is a heading in all but its tag. */
function asHeading(block: Block): Heading | undefined {
  if (
    block.kind !== 'text' ||
    block.lead !== block.text ||
    !block.text ||
    block.text.length > 100 ||
    /[:.]$/.test(block.text)
  )
    return undefined;
  const { rank, award, name } = readTitle(block.text);
  return (rank !== undefined || award) && !roleOf(block.text) && name !== block.text
    ? { ...block, kind: 'heading', level: 7 }
    : undefined;
}

const isDisclosure = (text: string): boolean =>
  text.length <= 1200 &&
  /\baffiliate (?:link|commission|partner|program|relationship)|\b(?:earn|receive|get|paid)\b.{0,40}\bcommissions?\b|\bcommissions? (?:for|from|on|when|if)\b|\bas an amazon associate\b|\bprovision\b.{0,60}\b(?:erhalten|bekommen|verdien)|\b(?:erhalten|bekommen|verdienen)\b.{0,60}\bprovision|affiliate-?links?\b|\b(?:is|are|was|were|we) not (?:paid|sponsored)\b/i.test(
    text,
  );

const isDisclosureLabel = ({ label, value }: ReturnType<typeof labelled>): boolean =>
  !!label && roleOf(label) === 'disclosure' && value.length > (/disclosure/i.test(label) ? 0 : 20);

/** A text in two: what stands before its first colon, and the rest. */
function labelled(text: string): { readonly label?: string; readonly value: string } {
  const at = text.search(/[:：](?:\s|$)/u);
  return at > 0 && at <= 60 ? { label: text.slice(0, at).trim(), value: text.slice(at + 1).trim() } : { value: text };
}

/** What a headline says: “G6 Composite Score: 8.7/10”, “Rating 4.5/5”, “★★★★☆”. */
function headlineOf(
  text: string,
): { readonly label: string; readonly rating: NonNullable<ReturnType<typeof parseRating>> } | undefined {
  if (text.length > 120) return undefined;
  // What stands before a colon is a label, digits in it or not; else the first digit or star ends it.
  const { label: said } = labelled(text);
  const from = said ? text.search(/[:：]/u) : 0;
  const at = from + text.slice(from).search(/[\d★⭐]/u);
  if (at < from) return undefined;
  const label = text
    .slice(0, at)
    .replace(/[\s:：=–—-]+$/u, '')
    .trim();
  // Words behind the score say it again.
  const number =
    /^(?:\d{1,3}(?:[.,]\d{1,3})?(?: ?(?:\/|out of|von) ?\d{1,3}| ?%)?(?: (?:stars?|points|sterne|punkte))?(?![\w/%.,]\d)|[★⭐]+[½]?☆*)/u.exec(
      text.slice(at),
    )?.[0];
  const rating = number === undefined ? undefined : parseRating(number);
  const rest = text.slice(at + (number?.length ?? 0));
  const role = roleOf(label);
  const isHeadline = role === 'overall' || (role === 'verdict' && rating?.outOf !== undefined && !rest);
  if (!rating || /^ ?\p{L}/u.test(rest) || (label && label !== '(' && !isHeadline)) return undefined;
  return label || (rating.outOf !== undefined && rest.length < 40) ? { label, rating } : undefined;
}

const isProsCons = (grid: Grid): boolean => {
  const roles = headerOf(grid).map(({ text }) => roleOf(text));
  return roles.length === 2 && roles.includes('pros') && roles.includes('cons');
};

/** Whether something below a heading says that it stands over a product. */
function hasEvidence({ title, blocks }: Section): boolean {
  if (title.rating) return true;
  return blocks.some((block, index) => {
    if (block.kind === 'table') return (rubricColumns(block)?.score ?? -1) > 0 || isProsCons(block);
    const { label = block.text } = labelled(block.text);
    const role = roleOf(label);
    const next = blocks[index + 1];
    if (role === 'specs') return next?.kind === 'item' || (next?.kind === 'table' && next.rows[0]?.length === 2);
    return role === 'pros' || role === 'cons' || (block.kind !== 'item' && !!headlineOf(block.text));
  });
}

/** The reading of one pick. */
class Pick {
  readonly #draft: Draft;
  readonly #product: DraftProduct;
  readonly #taken: ReadonlySet<Grid>;
  /** What the passage before said that this one is. */
  #mode: Role | undefined;
  /** Whether something has come since it was said. */
  #isFilled = false;

  constructor(draft: Draft, product: DraftProduct, taken: ReadonlySet<Grid>) {
    this.#draft = draft;
    this.#product = product;
    this.#taken = taken;
  }

  read({ heading, title, blocks }: Section): void {
    const line = heading?.line ?? 1;
    if (title.award) this.#draft.give(this.#product, 'award', title.award, line);
    if (title.rating) this.#draft.giveStated(this.#product, title.rating, line);
    if (heading) this.#readAround(heading, true);
    for (const block of blocks) {
      if (block.kind === 'table') this.#readTable(block);
      else {
        this.#readAround(block, false);
        if (block.kind === 'item') this.#readItem(block);
        else this.#readText(block);
      }
    }
    const { composite, members } = this.#product;
    if (composite && members.statedScore === undefined)
      this.#draft.giveStated(this.#product, composite.rating, composite.line);
  }

  #enter(role: Role | undefined): void {
    this.#mode = role;
    this.#isFilled = false;
  }

  /** What a passage holds beside its words. */
  #readAround(passage: Passage, isHeading: boolean): void {
    const { links, images, line } = passage;
    for (const source of readSources(passage)) this.#draft.giveSource(this.#product, source, line);
    for (const link of links) {
      if (isOffer(link)) this.#draft.giveOffer(this.#product, offerOf(link), line);
      else if (isHeading && link.text) this.#draft.give(this.#product, 'url', link.url, line);
    }
    if (images[0]) this.#draft.giveImage(this.#product, images[0], line);
  }

  #readText(passage: Passage & { readonly kind: string }): void {
    const { text, line, lead } = passage;
    if (!text) return;
    const headline = headlineOf(text);
    const { label = '', value } = labelled(text);
    if (this.#giveCriterion(label, value, line)) return;
    if (headline) {
      this.#draft.giveStated(this.#product, headline.rating, line);
      this.#draft.rubricName ??= rubricNameOf(headline.label);
      this.#enter(undefined);
      return;
    }
    const isHeading = passage.kind === 'heading';
    const role = roleOf(label) ?? roleOf(text);
    if (role && (label || isHeading || lead === text || text.length < 30)) {
      const rest = label ? value : '';
      if (rest) this.#give(role, rest, passage);
      this.#enter(rest ? undefined : role);
    } else if (label && value && lead.startsWith(label) && value.length <= 80 && !/[.!]$/.test(value)) {
      this.#giveSpec(label, value, line);
      this.#enter(undefined);
    } else if (signOf(text)) this.#readItem(passage);
    else if (this.#mode && !this.#isFilled && !isHeading) {
      if (this.#mode !== 'specs' && this.#mode !== 'overall') this.#give(this.#mode, text, passage);
      if (/^[-•*]\s/u.test(text)) this.#isFilled = false;
      else this.#enter(undefined);
    } else this.#enter(undefined);
  }

  /** Takes a score that the label of a criterion stands before; says whether it is one. */
  #giveCriterion(label: string | undefined, value: string, line: number): boolean {
    const [, name = label, percent = ''] = /^(.*\S)\s*\((\d[\d.,]* ?%)\)$/.exec(label ?? '') ?? [];
    const criterion = name && this.#draft.criterionOf(name);
    const score = criterion ? parseRating(value) : undefined;
    const weight = parseWeight(percent);
    if (criterion && score && weight !== undefined) this.#draft.criterion(name, weight, line);
    if (criterion && score) this.#draft.giveScore(this.#product, criterion, score, line);
    return !!score;
  }

  /** Takes a value that a label stands before. */
  #give(role: Role, text: string, { line }: Passage): void {
    if (role === 'pros' || role === 'cons') this.#draft.giveList(this.#product, role, proseItems(text), line);
    else if (/^(?:award|bestFor|brand|summary|verdict)$/.test(role)) this.#draft.give(this.#product, role, text, line);
  }

  #readItem({ text, line, lead, lines, links }: Passage): void {
    const sign = signOf(text);
    const bare = withoutEmojis(text).replace(/^[-–—−•*+✓✔✗✘✕]\s*/u, '');
    if (this.#mode === 'pros' || this.#mode === 'cons') {
      this.#draft.giveList(this.#product, this.#mode, [bare], line);
      this.#isFilled = true;
      return;
    }
    const { label, value } = labelled(text);
    const headline = headlineOf(text);
    const role = label && roleOf(label);
    if (this.#giveCriterion(label, value, line)) this.#isFilled = true;
    else if (headline?.label) this.#draft.giveStated(this.#product, headline.rating, line);
    else if (role && value && /^(?:pros|cons|award|bestFor|brand|summary|verdict)$/.test(role))
      this.#give(role, value, { text, line, lead, lines, links, images: [] });
    else if (label && value && (this.#mode === 'specs' || (lead.startsWith(label) && value.length <= 80)))
      this.#giveSpec(label, value, line);
    else if (this.#mode === 'specs') {
      const message = `${quote(text)} stands among the specs of ${quote(this.#product.name)}, but has no label: write it as “Weight: 250 g”.`;
      this.#draft.report('info', 'cell-unreadable', `${this.#draft.pathOf(this.#product)}/specs`, message, line);
    } else if (sign) this.#draft.giveList(this.#product, sign === 'pro' ? 'pros' : 'cons', [bare], line);
    this.#isFilled = true;
  }

  #giveSpec(label: string, value: Json, line: number): void {
    this.#draft.giveSpec(this.#product, this.#draft.column(withoutEmojis(label), line), value, line);
  }

  #readTable(grid: Grid): void {
    const columns = rubricColumns(grid);
    if (columns) readScores(this.#draft, grid, columns, this.#product);
    else if (isProsCons(grid)) {
      const roles = headerOf(grid).map(({ text }) => roleOf(text) as 'pros' | 'cons');
      for (const row of bodyOf(grid)) {
        for (const [index, { lines, line }] of row.entries())
          this.#draft.giveList(
            this.#product,
            roles[index] as 'pros',
            lines.map((text) => withoutEmojis(text).replace(/^[-–—•*+✓✔✗✘✕]\s*/u, '')),
            line,
          );
      }
    } else if (!this.#taken.has(grid) && grid.rows[0]?.length === 2) this.#readSpecs(grid);
  }

  /** A table of labels and values. */
  #readSpecs({ rows }: Grid): void {
    const isLabels = ([a, b]: readonly Cell[]) =>
      isFeatureLabel(a?.text ?? '') && /^(?:|values?|details?|wert|angabe|our findings)$/i.test(b?.text ?? '');
    for (const row of rows.slice(rows[0] && isLabels(rows[0]) ? 1 : 0)) {
      const [label, value] = row as [Cell, Cell];
      const role = roleOf(label.text);
      const rating = role === 'overall' ? parseRating(value.text) : undefined;
      if (!label.text || !value.text) continue;
      if (rating) this.#draft.giveStated(this.#product, rating, value.line);
      else if (role === 'pros' || role === 'cons') this.#draft.giveList(this.#product, role, value.lines, value.line);
      else if (role && /^(?:award|bestFor|brand|summary|verdict)$/.test(role)) this.#give(role, value.text, value);
      else this.#giveSpec(label.text.replace(/\s*:$/, ''), specOf(value), value.line);
    }
  }
}

/** The items of a list that is written as a sentence: parted by semicolons, else by commas. */
function proseItems(text: string): readonly string[] {
  const plain = text.replace(/^[-•*]\s+/u, '');
  const isSentences = /[.!?] \p{Lu}/u.test(plain);
  const parts = plain.includes(';') ? plain.split(';') : isSentences ? [plain] : plain.split(/,(?!\d)/);
  const items = parts.map((part) => part.trim().replace(/^(?:and|und|&)\s+/i, ''));
  // A long part is a clause, and its comma parts no items.
  if (!plain.includes(';') && items.some((item) => item.length > 60)) return [plain.trim()];
  return items
    .map((item, index) => (index === items.length - 1 ? item.replace(/(?<!\w\.\w)\.$/, '') : item))
    .filter(Boolean);
}
