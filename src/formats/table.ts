/**
 * Tables that compare products: which way round they are, and what their cells say. The same for an article's tables and
 * for a spreadsheet's rows. Leaves columns to `columns.ts`, tables of criteria to `rubric.ts`, and the text around tables
 * to `article.ts`.
 */
import { quote } from '../model/diagnostic.js';
import type { Json } from '../model/shape.js';
import { isAddress, nameColumn, plainHeader, type Reading, readHeader, weighed } from './columns.js';
import { parseDate } from './dates.js';
import type { Draft, DraftProduct } from './draft.js';
import { bodyOf, headerOf, headerRows, isBand } from './grid.js';
import { isAward, isCommonSpec, isFeatureLabel, isSureAward, roleOf } from './labels.js';
import { isSpreadsheetError, parseMark, withoutEmojis } from './marks.js';
import { readTitle } from './names.js';
import { offerOf } from './offers.js';
import { type Cell, type Grid, transposed } from './passage.js';
import { isNothing, parseRating, parseWeight } from './rating.js';
import { rubricNameOf } from './rubric.js';
import { readSources } from './sources.js';

/** What speaks for a table being one of products, in this orientation; 0 where nothing does. */
export interface Comparing {
  readonly grid: Grid;
  readonly weight: number;
  /** How many of its names are known. */
  readonly matches: number;
}

const isWeights = (label: string): boolean => roleOf(label) === 'weight';

/** A grid with its products as rows, and how sure that is. */
export function orientate(grid: Grid, knows: (name: string) => boolean): Comparing {
  const header = headerOf(grid);
  const first = header[0]?.text ?? '';
  const body = bodyOf(grid);
  const across = header.slice(1).filter(({ text }) => knows(text)).length;
  const nameAt = nameColumn(header, body);
  const down = body.filter((row) => knows(row[nameAt]?.text ?? '')).length;
  const isNamed = header.some(({ text }) => roleOf(text) === 'product');
  const common = header.filter(({ text }) => isCommonSpec(text) || roleOf(text)).length;
  const commonDown = body.filter((row) => isCommonSpec(row[0]?.text ?? '') || roleOf(row[0]?.text ?? '')).length;
  const isAcross =
    !isNamed &&
    (across > down ||
      (across === down && isFeatureLabel(first) && (commonDown > 0 || first !== '') && commonDown >= common - 1));
  if (isAcross) {
    const kept = header.map((_, index) => index === 0 || !isJudging(index, header, body));
    const only = (row: readonly Cell[]) => row.filter((_, index) => kept[index]);
    return {
      grid: transposed({ ...grid, rows: [only(header), ...body.map(only)] }),
      matches: across,
      weight: across * 3 + Math.min(2, commonDown) + (first ? 1 : 0),
    };
  }
  return { grid, matches: down, weight: down * 3 + (isNamed ? 3 : 0) + Math.min(2, common) };
}

/** Whether a column of a table with products as columns names one of them in each row: the winner. */
function isJudging(index: number, header: readonly Cell[], body: readonly (readonly Cell[])[]): boolean {
  const names = new Set(header.map(({ text }, at) => (at === 0 || at === index ? '' : text.toLowerCase())));
  const found = body
    .map((row) => row[index]?.text.toLowerCase() ?? '')
    .filter((text) => !/^(?:|tie|draw|both|–|-)$/.test(text));
  return found.length > 0 && found.every((text) => names.has(text));
}

/** Takes a table that has its products as rows. */
export function readProducts(draft: Draft, grid: Grid): readonly DraftProduct[] {
  const header = headerOf(grid);
  const body = bodyOf(grid);
  const weights = body.find(
    (row) => isWeights(row[0]?.text ?? '') && row.slice(1).some(({ text }) => parseWeight(text) !== undefined),
  );
  const rows = body.filter((row) => row !== weights);
  const nameAt = nameColumn(header, rows);
  const products = rows.filter((row) => isNamed(draft, row, nameAt, row === rows.at(-1)));
  const hasAwards = header.some(({ text }) => roleOf(text) === 'award');
  const isWeighing = draft.hasCriteria || !!weights || header.some(({ text }) => weighed.test(plainHeader(text)));
  const readings = header.map((cell, index): Reading => {
    const values = products.slice(0, 200).map((row) => row[index] as Cell);
    return index === nameAt
      ? { label: '', role: 'product', column: '' }
      : readHeader(draft, cell, values, parseWeight(weights?.[index]?.text ?? ''), isWeighing);
  });
  const headlines = readings.filter(({ role }) => role === 'overall');
  // “Price score” is one of a criterion, where “Overall” stands beside it.
  const headline = headlines.find(({ label }) => !rubricNameOf(label)) ?? headlines[0];
  const before = draft.products.length;
  tellBands(draft, grid);
  return products.flatMap((row) => {
    const product = readName(draft, row[nameAt] as Cell, hasAwards, before);
    if (!product) return [];
    for (const [index, reading] of readings.entries()) {
      const cell = row[index] as Cell;
      if (index !== nameAt) readCell(draft, product, reading, cell, headline === reading);
      for (const source of readSources(cell)) draft.giveSource(product, source, cell.line);
    }
    return [product];
  });
}

// What a last row is called that sums up the others.
const totals =
  /^(?:(?:grand )?total|sum|average|mean|median|summe|gesamt|durchschnitt|mittelwert|schnitt|moyenne|somme|promedio|media|suma|totale|somma|média|soma|合計|平均|المجموع|المتوسط)s?:?$/iu;

/** Whether a row is one of a product: it has a name, and is neither a sum nor a remark; what is none is told. */
function isNamed(draft: Draft, row: readonly Cell[], nameAt: number, isLast: boolean): boolean {
  const name = row[nameAt]?.text ?? '';
  const [found, ...others] = row.filter(({ text }) => text);
  const isRemark = row.length > 2 && !others.length && /[:：]\s|[.:：]$|^[*†‡(]|.{60}/u.test(name);
  const isSum = isLast && totals.test(name);
  if (name && !isRemark && !isSum) return true;
  const message = `The row of ${quote(found?.text)} ${isSum ? 'sums up the others' : 'names no product'}: it is left out.`;
  if (found) draft.report('info', 'cell-unreadable', '/products', message, found.line);
  return false;
}

/** Rows that are one cell across part a table for its readers; what they say is no value of a product. */
function tellBands(draft: Draft, { rows }: Grid): void {
  for (const row of rows.slice(headerRows(rows))) {
    const [cell] = row;
    if (!cell?.text || !isBand(row)) continue;
    const message = `${quote(cell.text)} stands across the table: it is left out, make it a column if it says something of the products.`;
    draft.report('info', 'cell-unreadable', '/columns', message, cell.line);
  }
}

/**
 * The product that a cell names, with the award, link and picture beside the name: one of the first so many if it is
 * among them, since two rows of a table are two products.
 */
function readName(draft: Draft, cell: Cell, isBare: boolean, before: number): DraftProduct | undefined {
  let name = cell.text;
  let award: string | undefined;
  let left: readonly string[] = [];
  if (!isBare && cell.text) {
    const praises = cell.lines.filter(isAward);
    const praise = praises.find(isSureAward) ?? praises[0];
    const rest = cell.lines.filter((line) => line !== praise);
    if (praise && rest.length) [name, award, left] = [rest[0] as string, withoutEmojis(praise), rest.slice(1)];
    else if (cell.lines.length > 1) [name, left] = [cell.lines[0] as string, cell.lines.slice(1)];
    const title = readTitle(name);
    name = title.name || name;
    award ??= title.award;
  }
  if (!name) return undefined;
  const product = matching(draft, name, before, cell.line) ?? draft.addProduct(name, cell.line);
  if (award) draft.give(product, 'award', award, cell.line);
  if (left.length) {
    const message = `${quote(left.join(' '))} beside the name of ${quote(product.name)} is left out: give it a column of its own.`;
    draft.report('info', 'cell-unreadable', draft.pathOf(product), message, cell.line);
  }
  const [link] = cell.links.filter(({ url, text }) => text && /^(?:https?:)?\/|^[\w./-]+$/.test(url));
  if (link && !link.rel.includes('sponsored')) draft.give(product, 'url', link.url, cell.line);
  else if (link) draft.giveOffer(product, offerOf(link), cell.line);
  if (cell.images[0]) draft.giveImage(product, cell.images[0], cell.line);
  return product;
}

/** The product of this name, or the only one whose name is like it; the likeness is told. */
function matching(draft: Draft, name: string, before: number, line: number): DraftProduct | undefined {
  const [found, ...others] = before ? draft.like(name).filter(({ index }) => index < before) : [];
  if (!found || others.length) return undefined;
  if (!draft.named(name)) {
    draft.report(
      'info',
      'names-differ',
      draft.pathOf(found),
      `${quote(name)} is taken for ${quote(found.name)}: use one name.`,
      line,
    );
    draft.alias(found, name);
  }
  return found;
}

function readCell(
  draft: Draft,
  product: DraftProduct,
  { label, role, column, dates }: Reading,
  cell: Cell,
  isFirst: boolean,
): void {
  const { text, lines, line, links, images } = cell;
  if (role === 'image') {
    if (images[0]) draft.giveImage(product, images[0], line);
    else if (isAddress(text)) draft.giveImage(product, { src: text, alt: '' }, line);
    return;
  }
  if (role === 'link') {
    for (const link of links) draft.giveOffer(product, offerOf(link), line);
    if (!links.length && /^\S+$/.test(text)) draft.give(product, 'url', text, line);
    return;
  }
  if (!text) return;
  if (isSpreadsheetError(text)) {
    const message = `${quote(text)} is what a spreadsheet shows where it could not calculate: it is left out of ${quote(label)}.`;
    draft.report('info', 'cell-unreadable', draft.pathOf(product), message, line);
    return;
  }
  if (role === 'score') {
    const rating = parseRating(text);
    if (rating) draft.giveScore(product, column, rating, line);
    else if (!isNothing(text)) draft.scoreUnreadable(product, column, text, line);
  } else if (role === 'overall') {
    const rating = parseRating(text);
    if (draft.hasCriteria && isFirst) {
      if (rating) draft.giveStated(product, rating, line);
      draft.rubricName ??= rubricNameOf(label);
    } else draft.giveSpec(product, draft.column(label, line), text, line);
  } else if (role === 'pros' || role === 'cons') draft.giveList(product, role, lines.map(withoutBullet), line);
  else if (role === 'sources') {
    for (const text of lines) {
      const found = readSources({ ...cell, text, links: [] });
      const isUrl = !found.length && /^https?:\/\/\S+$/.test(text);
      for (const source of isUrl ? [{ url: text }] : found) draft.giveSource(product, source, line);
    }
  } else if (role && /^(?:award|bestFor|brand|summary|verdict)$/.test(role)) draft.give(product, role, text, line);
  else if (role === 'spec') {
    const date = dates && parseDate(text, dates.order);
    draft.giveSpec(product, column, date && date !== 'ambiguous' ? date : specOf(cell), line);
  }
}

const withoutBullet = (text: string): string => withoutEmojis(text).replace(/^[-–—•*+✓✔✗✘✕]\s+/u, '');

/** A cell as the value of a spec: a tick is a boolean, several lines are a list, a text that is one link has its address. */
export function specOf({ text, lines, links }: Cell): Json {
  const mark = parseMark(text);
  if (mark !== undefined) return mark;
  if (lines.length > 1) return lines.map(withoutBullet);
  const [link] = links;
  return links.length === 1 && link?.text === text && /^(?:https?:)?\/|^[\w./-]+$/.test(link.url)
    ? { value: text, url: link.url }
    : text;
}
