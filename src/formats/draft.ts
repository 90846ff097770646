/**
 * A document as it grows while an article or a file is read: products by their names, columns and criteria by their
 * labels, and the line that each of its members comes from. Leaves the finding to its readers, and what the whole means
 * to the model.
 */
import { type Comparison, type ReadOptions, readComparison, slugOf } from '../model/comparison.js';
import { type Diagnostic, pointer, quote } from '../model/diagnostic.js';
import { Fraction, sumOf } from '../model/exact.js';
import { parseQuantity } from '../model/quantity.js';
import { contradiction } from '../model/score.js';
import { isLanguage, isRecord, type Json } from '../model/shape.js';
import type { ArticleDiagnostic } from './diagnostic.js';
import { isPriceLabel } from './labels.js';
import { likeness, wordsOf } from './names.js';
import type { Image } from './passage.js';
import type { Rating } from './rating.js';
import { type AmountPlace, type Separators, settleAmounts } from './separators.js';
import type { FoundSource } from './sources.js';

/** A plain JSON document; what reading found and nothing else. */
export type DocumentJson = { readonly [member: string]: Json };

export interface ImportOptions extends ReadOptions {
  /** What an article is written in, where it is known; else it is told by how it begins. */
  readonly format?: 'markdown' | 'html' | undefined;
}

export interface ImportResult {
  /** The document that was found: plain JSON, to be kept and edited. Absent where there is no product. */
  readonly document?: DocumentJson;
  /** The same as it is read; absent where the diagnostics of it say why. */
  readonly comparison?: Comparison;
  /** In the order of their lines; those of the whole first. */
  readonly diagnostics: readonly ArticleDiagnostic[];
}

export interface DraftProduct {
  readonly index: number;
  readonly name: string;
  readonly words: readonly string[];
  readonly line: number;
  readonly members: { [member: string]: Json };
  readonly specs: { [column: string]: Json };
  readonly scores: { [criterion: string]: number };
  /** Where a member stands, by its pointer within the product. */
  readonly lines: Map<string, number>;
  /** The composite that an author worked out, with the line it is on. */
  composite?: { readonly rating: Rating; readonly line: number };
  readonly parts: { readonly criterion: string; readonly text: string; readonly line: number }[];
}

interface Label {
  readonly id: string;
  readonly label: string;
  readonly line: number;
}

interface DraftCriterion extends Label {
  weight?: number;
  description?: string;
}

// In the order in which a person would write them.
const order =
  'name brand award bestFor summary verdict url image specs scores statedScore pros cons offers sources'.split(' ');
const wholeOrder =
  'version title description language currency author publisher updated disclosure rubric columns products sources'.split(
    ' ',
  );

// What the table calls its own columns; a column of an article gets another id.
const reserved = new Set(['name', 'score', 'bestFor', '']);

const ordered = (members: { readonly [member: string]: Json | undefined }, by: readonly string[]): DocumentJson =>
  Object.fromEntries(
    by.flatMap((key) => {
      const value = members[key];
      const isEmpty =
        value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
      return isEmpty ? [] : [[key, value as Json] as const];
    }),
  );

/** What stands in a column of prices and cannot be read as one, where the model takes the column for one of texts. */
const unreadPrices = ({ columns, products, language, currency }: Comparison): readonly Diagnostic[] =>
  columns
    .filter(({ type, label }) => type === 'text' && isPriceLabel(label))
    .flatMap(({ id }) =>
      products.flatMap(({ cells }, index): readonly Diagnostic[] => {
        const text = cells[id]?.text ?? '';
        if (!/\p{Nd}/u.test(text) || parseQuantity(text, { language, currency })) return [];
        const message = `${quote(text)} is read as text, not as a price: write it with a sign or code, such as 20 € or 20 MYR.`;
        return [{ code: 'value-unreadable', severity: 'info', path: pointer(`/products/${index}/specs`, id), message }];
      }),
    );

const singular = (slug: string): string => slug.replace(/(?<=[^s])s$/, '');

export class Draft {
  readonly members: { [member: string]: Json } = {};
  readonly lines = new Map<string, number>();
  readonly products: DraftProduct[] = [];
  readonly diagnostics: ArticleDiagnostic[] = [];
  readonly sources: Json[] = [];
  readonly #columns = new Map<string, Label>();
  readonly #columnIds = new Set<string>();
  readonly #criteria = new Map<string, DraftCriterion>();
  readonly #byName = new Map<string, DraftProduct>();
  readonly #outOf = new Map<number, number>();
  readonly #scored: { line: number; outOf: number | undefined }[] = [];
  rubricName: string | undefined;
  /** The language that a caller names, of what names none itself. */
  readonly #given: string | undefined;
  scale: { readonly min: number; readonly max: number } | undefined;

  constructor({ language }: ReadOptions = {}) {
    this.#given = language && isLanguage(language) ? language : undefined;
  }

  /** The language of the texts, as far as it is known. */
  get language(): string | undefined {
    return (this.members.language as string | undefined) ?? this.#given;
  }

  report(
    severity: ArticleDiagnostic['severity'],
    code: ArticleDiagnostic['code'],
    path: string,
    message: string,
    line?: number,
  ): void {
    this.diagnostics.push({ code, severity, path, message, ...(line !== undefined && { line }) });
  }

  /** A member of the document; the first that is found stays. */
  set(member: string, value: Json, line: number): void {
    if (Object.hasOwn(this.members, member)) return;
    this.members[member] = value;
    this.lines.set(`/${member}`, line);
  }

  // ————— Products

  pathOf(product: DraftProduct): string {
    return `/products/${product.index}`;
  }

  addProduct(name: string, line: number): DraftProduct {
    const product: DraftProduct = {
      index: this.products.length,
      name,
      words: wordsOf(name),
      line,
      members: { name },
      specs: {},
      scores: {},
      lines: new Map([['', line]]),
      parts: [],
    };
    this.products.push(product);
    const key = product.words.join(' ') || name;
    if (!this.#byName.has(key)) this.#byName.set(key, product);
    return product;
  }

  /** The product of exactly this name, whatever its case and signs. */
  named(name: string): DraftProduct | undefined {
    return this.#byName.get(wordsOf(name).join(' ') || name);
  }

  /** Every product whose name has all the words of this one, or the other way round. */
  like(name: string): readonly DraftProduct[] {
    const exact = this.named(name);
    if (exact) return [exact];
    const words = wordsOf(name);
    // Among more products than a person compares, only the same name is the same product.
    return this.products.length > 60 ? [] : this.products.filter((product) => likeness(product.words, words) > 0);
  }

  /** Another name of a product. */
  alias(product: DraftProduct, name: string): void {
    const key = wordsOf(name).join(' ');
    if (key && !this.#byName.has(key)) this.#byName.set(key, product);
  }

  /** A member of a product; the first that is found stays. */
  give(product: DraftProduct, member: string, value: Json, line: number): void {
    if (Object.hasOwn(product.members, member)) return;
    product.members[member] = value;
    product.lines.set(`/${member}`, line);
  }

  giveList(product: DraftProduct, member: 'pros' | 'cons', items: readonly string[], line: number): void {
    const list = (product.members[member] ?? []) as readonly Json[];
    const added = items.filter((item) => item && !list.includes(item));
    if (!added.length) return;
    if (!list.length) product.lines.set(`/${member}`, line);
    product.members[member] = [...list, ...added];
  }

  giveOffer(product: DraftProduct, offer: { readonly [member: string]: Json }, line: number): void {
    const offers = (product.members.offers ?? []) as readonly DocumentJson[];
    if (offers.some(({ url }) => url === offer.url)) return;
    product.lines.set(`/offers/${offers.length}`, line);
    product.members.offers = [...offers, offer];
  }

  /** Says at the first offer that none says whether it is paid for, where some are. */
  tellUnmarkedOffers(): void {
    const offers = this.products.flatMap((product) =>
      ((product.members.offers ?? []) as readonly DocumentJson[]).map(({ paid }, index) => ({ product, paid, index })),
    );
    const [first] = offers;
    if (!first || offers.some(({ paid }) => paid)) return;
    const place = `/offers/${first.index}`;
    const message =
      'The article says that it earns from links, but not from which of those to sellers: mark the paid ones with “paid”.';
    this.report('warning', 'paid-missing', this.pathOf(first.product) + place, message, first.product.lines.get(place));
  }

  giveSource(product: DraftProduct, source: FoundSource, line: number): void {
    const sources = (product.members.sources ?? []) as readonly FoundSource[];
    const isKnown = sources.some(
      ({ doi, pmid, url }) =>
        (doi && doi === source.doi) || (pmid && pmid === source.pmid) || (url && url === source.url),
    );
    if (isKnown) return;
    product.lines.set(`/sources/${sources.length}`, line);
    product.members.sources = [...sources, source] as unknown as Json;
  }

  giveImage(product: DraftProduct, { src, alt, ...sizes }: Image, line: number): void {
    this.give(product, 'image', { src, ...(alt && { alt }), ...sizes }, line);
  }

  /** The headline of a product; another one that says otherwise is reported. */
  giveStated(product: DraftProduct, rating: Rating, line: number): void {
    const { text, value, outOf } = rating;
    const known = product.members.statedScore;
    if (known === undefined) {
      // A number that keeps its places is one; `9.0` keeps them as text only.
      this.give(product, 'statedScore', `${value}` === text ? value : text, line);
      product.members[' outOf'] = outOf ?? null;
    } else if (Number(known) !== value) {
      const message = `${quote(product.name)} is headlined ${known} and ${text}: the first is used, correct one of them.`;
      this.report('warning', 'score-differs', `${this.pathOf(product)}/statedScore`, message, line);
    }
  }

  // ————— Specs

  /** The id of the column with this label; made if there is none. Singular and plural are one label. */
  column(label: string, line: number): string {
    const slug = slugOf(label) || 'column';
    const known = this.#columns.get(singular(slug));
    if (known) return known.id;
    const id = this.#free(reserved.has(slug) ? `${slug}-2` : slug, this.#columnIds);
    this.#columns.set(singular(slug), { id, label, line });
    return id;
  }

  /** Another column, whatever its label. */
  newColumn(label: string, line: number): string {
    const slug = slugOf(label) || 'column';
    if (!this.#columns.has(singular(slug))) return this.column(label, line);
    const id = this.#free(slug, this.#columnIds);
    this.#columns.set(`${singular(slug)} ${id}`, { id, label, line });
    return id;
  }

  #free(id: string, taken: Set<string>): string {
    let free = id;
    for (let count = 2; taken.has(free); count++) free = `${id}-${count}`;
    taken.add(free);
    return free;
  }

  giveSpec(product: DraftProduct, id: string, value: Json, line: number): void {
    const known = product.specs[id];
    if (known === undefined) {
      product.specs[id] = value;
      product.lines.set(`/specs/${id}`, line);
      return;
    }
    const text = typeof value === 'string' ? value : '';
    const isSame = JSON.stringify(known) === JSON.stringify(value);
    // The table's words stay, the pick's own stand beside them.
    if (text && typeof known === 'string' && !isSame) product.specs[id] = { value: known, note: text };
    else if (!isSame) {
      const message = `${quote(product.name)} has two values for ${quote(id)}: the first is used, correct one of them.`;
      this.report('warning', 'spec-differs', `${this.pathOf(product)}/specs/${id}`, message, line);
    }
  }

  // ————— Scores

  get hasCriteria(): boolean {
    return this.#criteria.size > 0;
  }

  criterionOf(label: string): string | undefined {
    const id = slugOf(label);
    return this.#criteria.has(id) ? id : undefined;
  }

  /** The id of a criterion, with what this place says of it. */
  criterion(label: string, weight: number | undefined, line: number, description?: string): string {
    const id = slugOf(label) || 'criterion';
    const known = this.#criteria.get(id) ?? { id, label, line };
    this.#criteria.set(id, known);
    if (description) known.description ??= description;
    if (weight !== undefined && known.weight !== undefined && weight !== known.weight) {
      const message = `${quote(known.label)} weighs ${known.weight} in one place and ${weight} in another: the first is used, correct one of them.`;
      this.report('warning', 'weights-differ', '/rubric/criteria', message, line);
    } else if (weight !== undefined) known.weight = weight;
    return id;
  }

  giveScore(product: DraftProduct, criterion: string, { value, outOf }: Rating, line: number): void {
    const known = product.scores[criterion];
    if (known !== undefined && known !== value) {
      const message = `${quote(product.name)} has the scores ${known} and ${value} for ${quote(criterion)}: the first is used, correct one of them.`;
      this.report('warning', 'score-differs', `${this.pathOf(product)}/scores/${criterion}`, message, line);
      return;
    }
    if (known !== undefined) return;
    product.scores[criterion] = value;
    product.lines.set(`/scores/${criterion}`, line);
    product.lines.set(`/scores`, product.lines.get('/scores') ?? line);
    this.#scored.push({ line, outOf });
    if (outOf !== undefined) this.#outOf.set(outOf, (this.#outOf.get(outOf) ?? 0) + 1);
  }

  scoreUnreadable(product: DraftProduct, criterion: string, text: string, line: number): void {
    const message = `${quote(text)} is no score of ${quote(product.name)}: write a number such as 8.5 or 8.5/10.`;
    this.report('warning', 'score-unreadable', `${this.pathOf(product)}/scores/${criterion}`, message, line);
  }

  // ————— The whole

  /** The end of the scale that the scores stand on: said by one of them, else by a headline, else not at all. */
  #readScale(): { readonly min: number; readonly max: number } | undefined {
    if (this.scale || !this.#criteria.size) return this.scale;
    const [said, ...others] = [...this.#outOf].sort((a, b) => b[1] - a[1]).map(([outOf]) => outOf);
    if (said !== undefined) {
      for (const outOf of others) {
        const line = this.#scored.find((score) => score.outOf === outOf)?.line;
        this.report(
          'warning',
          'scale-differs',
          '/rubric/scale',
          `Scores are out of ${said} and out of ${outOf}: use one scale.`,
          line,
        );
      }
      return said === 10 ? undefined : { min: 0, max: said };
    }
    const stated = this.products.map(({ members }) => members[' outOf']).find((outOf) => typeof outOf === 'number');
    const most = Math.max(0, ...this.products.flatMap(({ scores }) => Object.values(scores)).slice(0, 10_000));
    if (typeof stated === 'number' && most <= stated) return stated === 10 ? undefined : { min: 0, max: stated };
    if (!this.#scored.length) return undefined;
    const max = most > 10 && most <= 100 ? 100 : 10;
    const message = `No score says what it is out of: they are taken as out of ${max}.`;
    this.report('info', 'scale-assumed', '/rubric/scale', message, this.#scored[0]?.line);
    return max === 10 ? undefined : { min: 0, max };
  }

  /** Headlines on another scale than the scores' cannot be audited. */
  #auditHeadlines(max: number): void {
    for (const product of this.products) {
      const outOf = product.members[' outOf'];
      delete product.members[' outOf'];
      const stated = product.members.statedScore;
      if (stated === undefined) continue;
      const path = `${this.pathOf(product)}/statedScore`;
      const line = product.lines.get('/statedScore');
      if (!this.#criteria.size) {
        const message = `${quote(product.name)} is headlined ${stated}, but no criteria with weights and scores say how it comes about: it is kept, but not shown.`;
        this.report('info', 'score-unsupported', path, message, line);
      } else if (typeof outOf === 'number' && outOf !== max) {
        const message = `The headline ${stated} of ${quote(product.name)} is out of ${outOf}, its scores are out of ${max}: it is left out, use one scale.`;
        this.report('warning', 'scale-differs', path, message, line);
        delete product.members.statedScore;
      }
    }
  }

  /** Sums that an author worked out, against what their scores and weights give. */
  #auditSums(): void {
    const weights = new Map(
      [...this.#criteria].map(([id, { weight = 0 }]) => [id, Fraction.of(weight) ?? Fraction.zero]),
    );
    for (const product of this.products) {
      const scored = Object.entries(product.scores);
      const total = sumOf(scored.map(([id]) => weights.get(id) as Fraction));
      if (!total.n) continue;
      const parts = new Map(
        scored.map(([id, score]) => [
          id,
          (Fraction.of(score) as Fraction).times(weights.get(id) as Fraction).over(total),
        ]),
      );
      for (const { criterion, text, line } of product.parts) {
        const part = parts.get(criterion);
        const computed = part && contradiction(text, part);
        if (computed) {
          const message = `${quote(product.name)} has ${text} for ${quote(criterion)}, but weight × score gives ${computed}: correct the table.`;
          this.report('info', 'weighted-differs', `${this.pathOf(product)}/scores/${criterion}`, message, line);
        }
      }
      const computed = product.composite && contradiction(product.composite.rating.text, sumOf([...parts.values()]));
      if (computed && product.composite) {
        const message = `The table of ${quote(product.name)} ends in ${product.composite.rating.text}, but its scores give ${computed}: correct the table.`;
        this.report('warning', 'composite-differs', `${this.pathOf(product)}/scores`, message, product.composite.line);
      }
    }
  }

  #rubric(scale: { readonly min: number; readonly max: number } | undefined): DocumentJson | undefined {
    if (!this.#criteria.size) return undefined;
    const criteria = [...this.#criteria.values()].map(({ id, label, weight, description }, index) => {
      this.lines.set(`/rubric/criteria/${index}`, this.#criteria.get(id)?.line ?? 0);
      return {
        id,
        label,
        ...(weight !== undefined && { weight }),
        ...(description && { description }),
      };
    });
    this.lines.set('/rubric', [...this.#criteria.values()][0]?.line ?? 0);
    return { ...(this.rubricName && { name: this.rubricName }), ...(scale && { scale: { ...scale } }), criteria };
  }

  /** Every text of the products that may be an amount. */
  #amounts(): readonly AmountPlace[] {
    const places: AmountPlace[] = [];
    const visit = (holder: { [key: string]: Json }, key: string, path: string, line: number | undefined): void => {
      const value = holder[key];
      if (typeof value === 'string') {
        const write = (text: string) => {
          holder[key] = text;
        };
        places.push({ text: value, path, line, write });
      } else if (Array.isArray(value)) {
        for (const index of value.keys()) visit(value as unknown as typeof holder, `${index}`, path, line);
      } else if (isRecord(value)) visit(value as typeof holder, 'value', path, line);
    };
    for (const product of this.products) {
      const { specs, members, lines } = product;
      const at = (place: string) => [this.pathOf(product) + place, lines.get(place)] as const;
      for (const id of Object.keys(specs)) visit(specs, id, ...at(pointer('/specs', id)));
      for (const [index, offer] of ((members.offers ?? []) as (typeof specs)[]).entries())
        visit(offer, 'price', ...at(`/offers/${index}`));
    }
    return places;
  }

  /**
   * The document, the comparison it is, and everything there is to say about both. `separators` says, where it is asked,
   * what the numbers of the whole text show, and `missing` what there is to say where there is no product.
   */
  result(options: ReadOptions, separators: () => Separators, missing: string): ImportResult {
    const scale = this.#readScale();
    this.#auditHeadlines(scale?.max ?? 10);
    this.#auditSums();
    if (!this.products.length) {
      this.report('error', 'no-products', '', missing);
      return { diagnostics: this.#sorted() };
    }
    const { language } = this;
    if (language) this.members.language = language;
    this.diagnostics.push(...settleAmounts(this.#amounts(), language, separators));
    const rubric = this.#rubric(scale);
    const columns = [...this.#columns.values()].filter(({ id }) =>
      this.products.some(({ specs }) => Object.hasOwn(specs, id)),
    );
    for (const [index, { line }] of columns.entries()) this.lines.set(`/columns/${index}`, line);
    const products = this.products.map(({ members, specs, scores, lines }, index) => {
      for (const [path, line] of lines) this.lines.set(`/products/${index}${path}`, line);
      return ordered({ ...members, specs, scores }, order);
    });
    const document = ordered(
      {
        ...this.members,
        version: 1,
        ...(rubric && { rubric }),
        columns: columns.map(({ id, label }) => ({ id, label })),
        products,
        sources: this.sources,
      },
      wholeOrder,
    );
    const { comparison, diagnostics } = readComparison(document, options);
    for (const diagnostic of [...diagnostics, ...(comparison ? unreadPrices(comparison) : [])]) {
      const line = this.#lineOf(diagnostic.path);
      this.diagnostics.push({ ...diagnostic, ...(line && { line }) });
    }
    return { document, ...(comparison && { comparison }), diagnostics: this.#sorted() };
  }

  /** The line of a member, or of what it is a member of. */
  #lineOf(path: string): number | undefined {
    for (let at = path; at; at = at.slice(0, at.lastIndexOf('/'))) {
      const line = this.lines.get(at);
      if (line) return line;
    }
    return undefined;
  }

  #sorted(): readonly ArticleDiagnostic[] {
    return [...this.diagnostics].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  }
}
