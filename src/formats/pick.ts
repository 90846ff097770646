/**
 * What the passages of one pick say of its product: headline, specs, pros and cons, verdict, offers, sources. Leaves
 * finding picks to `article.ts` and their tables of criteria to `table.ts`.
 */
import { quote } from '../model/diagnostic.js';
import { parseQuantity } from '../model/quantity.js';
import type { Json } from '../model/shape.js';
import type { Draft, DraftProduct } from './draft.js';
import { bodyOf, headerOf } from './grid.js';
import { headlineOf, labelled } from './headline.js';
import { isCommonSpec, isFeatureLabel, type Role, roleOf } from './labels.js';
import { signOf, withoutEmojis } from './marks.js';
import { isOffer, offerOf } from './offers.js';
import type { Cell, Grid, Passage } from './passage.js';
import { parseRating, parseWeight } from './rating.js';
import { readScores, rubricColumns, rubricNameOf } from './rubric.js';
import { isProsCons, type Section } from './sections.js';
import { readSources } from './sources.js';
import { specOf } from './table.js';

/** The reading of one pick. */
export class Pick {
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
    for (const [index, block] of blocks.entries()) {
      if (block.kind === 'table') this.#readTable(block);
      else {
        this.#readAround(block, false);
        const next = blocks[index + 1];
        // The words may stand below the number.
        const rating = next?.kind === 'text' && roleOf(next.text) === 'overall' ? parseRating(block.text) : undefined;
        if (rating) this.#draft.giveStated(this.#product, rating, block.line);
        else if (block.kind === 'item') this.#readItem(block);
        else for (const passage of factsIn(block)) this.#readText(passage);
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
    // “Verdict: 3.5/5 – fun but thin.”
    const [, scored = '', rest = ''] = (role === 'verdict' && /^(\S{1,12}) [–—-] (.+)$/.exec(value)) || [];
    const rating = parseRating(scored || (this.#mode === 'overall' && !this.#isFilled ? text : ''));
    if (rating && (rest || this.#mode === 'overall')) {
      this.#draft.giveStated(this.#product, rating, line);
      if (rest) this.#give('verdict', rest, passage);
      this.#enter(undefined);
      return;
    }
    const fact = factOf(passage);
    if (role && (label || isHeading || lead === text || text.length < 30)) {
      const given = label ? value : '';
      if (given) this.#give(role, given, passage);
      this.#enter(given ? undefined : role);
    } else if (fact && !isHeading) {
      this.#giveFact(fact, passage);
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

  #readItem(passage: Passage): void {
    const { text, line, lead } = passage;
    const fact = factOf(passage);
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
      this.#give(role, value, passage);
    else if (label && value && (this.#mode === 'specs' || (lead.startsWith(label) && value.length <= 80)))
      this.#giveSpec(label, value, line);
    else if (fact) this.#giveFact(fact, passage);
    else if (this.#mode === 'specs') {
      const message = `${quote(text)} stands among the specs of ${quote(this.#product.name)}, but has no label: write it as “Weight: 250 g”.`;
      this.#draft.report('info', 'cell-unreadable', `${this.#draft.pathOf(this.#product)}/specs`, message, line);
    } else if (sign) this.#draft.giveList(this.#product, sign === 'pro' ? 'pros' : 'cons', [bare], line);
    this.#isFilled = true;
  }

  #giveFact({ label, value }: Fact, passage: Passage): void {
    const role = roleOf(label);
    if (role && /^(?:pros|cons|award|bestFor|brand|summary|verdict)$/.test(role)) this.#give(role, value, passage);
    else this.#giveSpec(label, value, passage.line);
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

/** A label and its value, however they are parted. */
interface Fact {
  readonly label: string;
  readonly value: string;
}

/**
 * What a passage says of a product in so many words: “**Weight** 1.9 kg”, “Price: $399”, “Speed 9.0”. A sentence is no
 * fact.
 */
function factOf({ text, lead }: Passage): Fact | undefined {
  const { label, value } = labelled(text);
  if (label && value) {
    const isSaid = lead.startsWith(label)
      ? !/[.!]$/.test(value)
      : isCommonSpec(label) || !!parseQuantity(value) || isOutOf(value);
    return isSaid && value.length <= 80 ? { label, value } : undefined;
  }
  const rest = text.slice(lead.length).trim();
  if (lead && rest && lead.length <= 40 && rest.length <= 60 && text.startsWith(lead) && !/[.!?:]$/.test(rest)) {
    const plain = rest.replace(/^[–—-]\s+/, '');
    // Words that go on in lower case are a sentence, unless a dash parts them.
    return plain !== rest || !/^\p{Ll}/u.test(plain) ? { label: lead, value: plain } : undefined;
  }
  const [, name, score] =
    /^(\p{L}[\p{L} /&-]{1,30}) (\d{1,2}[.,]\d|\d{1,3}(?:[.,]\d)? ?\/ ?\d{1,3})$/u.exec(text) ?? [];
  return name && score ? { label: name, value: score } : undefined;
}

/** Whether a text is a score that says what it is out of. */
const isOutOf = (text: string): boolean => parseRating(text)?.outOf !== undefined;

/** A line of several facts in its parts: “Price: $39 | Weight: 0.8 kg”. */
function factsIn<P extends Passage>(passage: P): readonly P[] {
  const parts = passage.text.split(/\s+[|·•]\s+/u);
  if (parts.length < 2 || !parts.every((part) => labelled(part).label)) return [passage];
  return parts.map((text) => ({
    ...passage,
    text,
    lines: [text],
    lead: passage.lead && (labelled(text).label as string),
  }));
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
