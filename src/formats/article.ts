/**
 * From a review as bloggers write them, in Markdown or HTML, to a comparison document: which headings are picks, and which
 * tables compare. Takes what it is sure of and says what it is not; never makes up a value. Leaves tables to `table.ts`,
 * picks to `pick.ts`, and the finding of passages to `markdown.ts` and `html.ts`.
 */
import { quote } from '../model/diagnostic.js';
import type { Json } from '../model/shape.js';
import { isEarning, readHead } from './article-head.js';
import { Draft, type DraftProduct, type ImportOptions, type ImportResult } from './draft.js';
import { bodyOf, headerOf, withHeader } from './grid.js';
import { labelled } from './headline.js';
import { readHtml } from './html.js';
import { isPartHeading, isSureAward, roleOf } from './labels.js';
import { readMarkdown } from './markdown.js';
import { withoutEmojis } from './marks.js';
import { likeness, withKnownName, wordsOf } from './names.js';
import { type Article, type Block, type Grid, maximumTables, maximumText, type Passage } from './passage.js';
import { Pick } from './pick.js';
import { readCriteria, rubricColumns } from './rubric.js';
import { hasEvidence, isPraise, isProsCons, type Section, sectionsOf } from './sections.js';
import { separatorsIn } from './separators.js';
import { readSources, sentenceOf } from './sources.js';
import { orientate, readProducts } from './table.js';
import { isHtml } from './text-format.js';
import { readWeights } from './weights.js';

/**
 * Reads a comparison out of an article in Markdown or HTML. Never throws; what it finds, what it leaves out and what it
 * is not sure of stands in the diagnostics, with the line it stands on. Texts of more than 512 Ki characters are refused.
 */
export function readArticle(text: string, options: ImportOptions = {}): ImportResult {
  const draft = new Draft(options);
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
  return draft.result(
    options,
    () => separatorsIn(amountsIn(article.blocks)),
    `${plain.trim() ? 'There is no comparison here' : 'The text is empty'}: a table of products, or headings with scores below, belong here.`,
  );
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
  #sections: readonly Section[];
  /** The tables that were understood as a whole. */
  readonly #taken = new Set<Grid>();

  constructor(draft: Draft, article: Article) {
    this.#draft = draft;
    const blocks = article.blocks.map((block) => (block.kind === 'table' ? withHeader(block) : block));
    this.#article = { ...article, blocks };
    this.#sections = sectionsOf(blocks);
  }

  read(): void {
    readHead(this.#draft, this.#article, this.#sections);
    const tables = this.#article.blocks.filter((block) => block.kind === 'table').slice(0, maximumTables);
    for (const grid of tables) {
      const columns = rubricColumns(grid);
      if (columns) readCriteria(this.#draft, grid, columns);
    }
    readWeights(this.#draft, this.#sections);
    this.#readComparisons(tables.filter((grid) => !rubricColumns(grid) && !isProsCons(grid)));
    this.#sections = this.#sections.map((section) => ({
      ...section,
      title: withKnownName(section.title, (name) =>
        isSureAward(name) ? !!this.#draft.named(name) : this.#draft.like(name).length === 1,
      ),
    }));
    const picks = this.#picks();
    for (const [section, product] of picks) new Pick(this.#draft, product, this.#taken).read(section);
    const read = new Set(picks.flatMap(([{ blocks }]) => blocks));
    if (isEarning(`${this.#draft.members.disclosure ?? ''}`)) this.#draft.tellUnmarkedOffers();
    this.#readSources(read);
    for (const grid of tables) {
      if (this.#taken.has(grid) || read.has(grid) || rubricColumns(grid)?.score === -1) continue;
      const [, label = ''] = headerOf(grid).map(({ text }) => text);
      const message = `The table ${grid.caption ? quote(grid.caption) : `with the column ${quote(label)}`} compares no product that is known: it is left out.`;
      this.#draft.report('info', 'table-skipped', '', message, grid.line);
    }
  }

  // ————— The comparison tables

  #readComparisons(grids: readonly Grid[]): void {
    const names = this.#sections
      .filter(({ heading }) => heading && heading.level > 1 && !isPartHeading(heading.text))
      .slice(0, 200)
      // What praises and may be a name as well may be the name.
      .flatMap(({ title: { name, award } }) => (award && !isSureAward(award) ? [name, award] : [name]))
      .map(wordsOf);
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
    const isKnown = draft.products.length > 0;
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
      const isWeak = !isPart && section !== main && isKnown && !isBelow && draft.like(title.name).length === 1;
      if (isOwn || isWeak) {
        current = { section: { ...section, blocks: [...section.blocks] }, isSure };
        if (award && heading.level > award.level) award.below.push(current);
        open.push(current);
      } else if (isBelow && current) current.section.blocks.push(heading, ...section.blocks);
      else current = undefined;
      if (isOwn || isWeak || isBelow) continue;
      const hasTable = section.blocks.some(({ kind }) => kind === 'table');
      award =
        section !== main && isPraise(title.name) && !hasTable
          ? { text: title.name, level: heading.level, below: [] }
          : undefined;
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
      const { title, heading } = section;
      const again = draft.named(title.name);
      if (again && taken.has(again)) {
        picks.push([section, again]);
        continue;
      }
      const match = matchOf(section);
      const product = match ?? draft.addProduct(title.name, heading?.line ?? 1);
      taken.add(product);
      picks.push([section, product]);
      if (match) this.#tellNames(section, match);
      else if (isKnown) {
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
      title
        .replace(
          /\s*(?:[:–—|(-]\s*)?\b(?:reviews?|reviewed|im test|test(?:bericht)?|avis|essai|an[aá]lisis|análise|recensione|opini[oó]n)\b.*$|\s*(?:の?(?:レビュー|評価)|を(?:徹底)?(?:検証|レビュー)).*$/iu,
          '',
        )
        .trim() || title;
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
