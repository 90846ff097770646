/**
 * Tables of a comparison: which of them is what, and what their cells say of the products. The same for an article's
 * tables and for a spreadsheet's rows. Leaves the text around tables to `article.ts`.
 */
import { quote } from '../model/diagnostic.js';
import type { Json } from '../model/shape.js';
import type { Draft, DraftProduct } from './draft.js';
import { isAward, isCommonSpec, isFeatureLabel, isPlainScore, plainLabel, type Role, roleOf } from './labels.js';
import { parseMark, withoutEmojis } from './marks.js';
import { readTitle } from './names.js';
import { isOffer, offerOf } from './offers.js';
import { type Cell, type Grid, transposed } from './passage.js';
import { isNothing, parseRating, parseWeight } from './rating.js';
import { readSources } from './sources.js';

/** The cells of a grid below its header, without rows that are one cell across. */
export const bodyOf = ({ rows }: Grid): readonly (readonly Cell[])[] =>
  rows.slice(headerRows(rows)).filter((row) => row.some(({ text, images }) => text || images.length) && !isBand(row));

/** A row that is a single cell, where the table has more columns: it names those below it. */
const isBand = (row: readonly Cell[]): boolean => row.length > 1 && row.every((cell) => cell === row[0]);

function headerRows(rows: Grid['rows']): number {
  let count = 0;
  while (count < rows.length && count < 3 && rows[count]?.every(({ isHeader }) => isHeader)) count++;
  return Math.max(1, count);
}

/**
 * The row with the columns' labels: the last one of those that are headers only. Labels that stand below one that spans
 * them say that one too: “Torque: Low gear”.
 */
export function headerOf({ rows }: Grid): readonly Cell[] {
  const count = headerRows(rows);
  const header = rows[count - 1] ?? [];
  const above = count > 1 ? (rows[count - 2] as readonly Cell[]) : [];
  if (!above.length || isBand(above)) return header;
  return header.map((cell, index) => {
    const group = above[index] as Cell;
    const isSpanning = group !== cell && (above[index - 1] === group || above[index + 1] === group);
    return isSpanning && group.text && cell.text ? { ...cell, text: `${group.text}: ${cell.text}` } : cell;
  });
}

/**
 * A table with a header: where its first row is a product like the others, as in boxes of links, that is one without
 * labels.
 */
export function withHeader(grid: Grid): Grid {
  const [first = [], ...others] = grid.rows;
  if (!others.length || grid.rows.some((row) => row.some(({ isHeader }) => isHeader))) return grid;
  const isProduct = first.some(
    (cell, index) =>
      (cell.images.length && !cell.text && others.every((row) => row[index]?.images.length)) ||
      (cell.links.some(isOffer) && others.every((row) => row[index]?.links.some(isOffer))),
  );
  const blank: Cell = { text: '', lines: [], line: grid.line, lead: '', links: [], images: [], isHeader: true };
  return isProduct ? { ...grid, rows: [first.map(() => ({ ...blank })), ...grid.rows] } : grid;
}

// ————— Rubrics: one product, a criterion a row

interface RubricColumns {
  readonly label: number;
  readonly weight: number;
  readonly score: number;
  readonly weighted: number;
  readonly description: number;
}

const isScoreLabel = (label: string): boolean => roleOf(label) === 'overall';

/** Which column is what in a table of criteria; `undefined` for a table of anything else. */
export function rubricColumns(grid: Grid): RubricColumns | undefined {
  const header = headerOf(grid);
  const roles = header.map(({ text }) => roleOf(text));
  const find = (role: Role) => roles.indexOf(role);
  const weighted = find('weighted');
  const weight = find('weight');
  const score = header.findIndex(({ text }, index) => index > 0 && index !== weighted && isScoreLabel(text));
  const body = bodyOf(grid);
  if (header.length < 2 || !body.length || roles[0] === 'product') return undefined;
  const columns = { label: 0, weight, score, weighted, description: find('description') };
  const mostly = (index: number, fits: (text: string) => boolean) =>
    body.filter((row) => fits(row[index]?.text ?? '')).length * 2 >= body.length;
  const isScored = score > 0 && mostly(score, (text) => !!parseRating(text) || isNothing(text));
  const isWeighed = weight > 0 && mostly(weight, (text) => parseWeight(text) !== undefined);
  // Beside weights there may be a column for each product, which makes it a comparison.
  const others = roles.filter((role, index) => index > 0 && role === undefined && index !== score).length;
  if (isScored && (isWeighed || roles[0] === 'criterion' || isFeatureLabel(header[0]?.text ?? '')) && others === 0)
    return columns;
  return isWeighed && roles[0] === 'criterion' && score < 0 && others === 0 ? columns : undefined;
}

/** A row of a table of criteria. */
interface RubricRow {
  readonly label: string;
  readonly weight: number | undefined;
  readonly cells: readonly Cell[];
  readonly line: number;
  /** Whether it sums up the others. */
  readonly isSum: boolean;
}

const sum =
  /^(?:.*\s)?(?:composite|overall|total|sum|final|gesamt\p{L}*|summe|ergebnis|weighted (?:score|average|total))(?:\s.*)?$/iu;

function rubricRows(grid: Grid, { weight: at, weighted, score }: RubricColumns): readonly RubricRow[] {
  const body = bodyOf(grid);
  return body.flatMap((cells, index) => {
    const label = plain(cells[0]?.text ?? '');
    const [, name, percent] = weighed.exec(label) ?? [];
    const weight = parseWeight(cells[at]?.text ?? '') ?? (percent === undefined ? percent : parseWeight(percent));
    const isLast = index === body.length - 1;
    // A row that is shorter than the others has its sum where they have their weight.
    const isShort = !cells[score]?.text || !(cells[weighted] ?? cells[score])?.text;
    const isSum = sum.test(label) && (isLast || weight === undefined || weight === 100 || isShort);
    return label ? [{ label: name ?? label, weight, cells, line: cells[0]?.line ?? grid.line, isSum }] : [];
  });
}

/** Takes what a table of criteria says for everybody: their labels and weights. */
export function readCriteria(draft: Draft, grid: Grid, columns: RubricColumns): void {
  for (const { label, weight, cells, line, isSum } of rubricRows(grid, columns)) {
    if (isSum) continue;
    if (weight !== undefined) draft.criterion(label, weight, line, cells[columns.description]?.text);
    else if (columns.weight > 0) {
      const message = `${quote(label)} has no weight that can be read: write one such as 25%.`;
      draft.report('warning', 'weight-missing', '/rubric/criteria', message, line);
    }
  }
}

/** Takes what a table of criteria says of its product: scores, and the sums that its author worked out. */
export function readScores(draft: Draft, grid: Grid, columns: RubricColumns, product: DraftProduct): void {
  if (columns.score < 0) return;
  for (const { label, cells, line, isSum } of rubricRows(grid, columns)) {
    if (isSum) {
      const [text] = [...cells.slice(1)].reverse().flatMap((cell) => (cell.text ? [parseRating(cell.text)] : []));
      if (text) product.composite = { rating: text, line };
      continue;
    }
    const { text } = cells[columns.score] as Cell;
    const criterion = draft.criterionOf(label);
    const rating = parseRating(text);
    if (!criterion) {
      // Without a weight a score takes part in no composite; it is a rating like any other.
      if (text && columns.weight < 0) draft.giveSpec(product, draft.column(label, line), text, line);
    } else if (rating) {
      draft.giveScore(product, criterion, rating, line);
      const part = parseRating(cells[columns.weighted]?.text ?? '');
      if (part) product.parts.push({ criterion, text: part.text, line });
    } else if (!isNothing(text)) draft.scoreUnreadable(product, criterion, text, line);
  }
}

const plain = (label: string): string => withoutEmojis(label).replace(/\s*[:*]+$/, '');

// ————— Comparisons: a product a row, or a column

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

interface Reading {
  readonly label: string;
  readonly role: Role | 'spec' | 'score' | undefined;
  readonly column: string;
}

// “Evidence (30%)”, “Evidence (30%, 0–100)”.
const weighed =
  /^(.+?)\s*\(\s*(\d{1,9}(?:[.,]\d{1,9})?)\s*%(?:\s*,\s*(-?\d+(?:\.\d+)?)\s*[–-]\s*(-?\d+(?:\.\d+)?))?\s*\)$/;

/** Takes a table that has its products as rows. */
export function readProducts(draft: Draft, grid: Grid): readonly DraftProduct[] {
  const header = headerOf(grid);
  const body = bodyOf(grid);
  const weights = body.find(
    (row) => isWeights(row[0]?.text ?? '') && row.slice(1).some(({ text }) => parseWeight(text) !== undefined),
  );
  const products = body.filter((row) => row !== weights);
  const nameAt = nameColumn(header, products);
  const hasAwards = header.some(({ text }) => roleOf(text) === 'award');
  const isWeighing = draft.hasCriteria || !!weights || header.some(({ text }) => weighed.test(plain(text)));
  const readings = header.map((cell, index): Reading => {
    const values = products.slice(0, 200).map((row) => row[index] as Cell);
    return index === nameAt
      ? { label: '', role: 'product', column: '' }
      : readHeader(draft, cell, values, parseWeight(weights?.[index]?.text ?? ''), isWeighing);
  });
  const overall = readings.filter(({ role }) => role === 'overall');
  const before = draft.products.length;
  tellBands(draft, grid);
  return products.flatMap((row) => {
    const product = readName(draft, row[nameAt] as Cell, hasAwards, before);
    if (!product) {
      const found = row.find(({ text }) => text) as Cell | undefined;
      const message = `The row of ${quote(found?.text)} names no product: it is left out.`;
      if (found) draft.report('info', 'cell-unreadable', '/products', message, found.line);
      return [];
    }
    for (const [index, reading] of readings.entries()) {
      const cell = row[index] as Cell;
      if (index !== nameAt) readCell(draft, product, reading, cell, overall[0] === reading);
      for (const source of readSources(cell)) draft.giveSource(product, source, cell.line);
    }
    return [product];
  });
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

/** The column with the names: one that says so, else the first that is no rank and no picture. */
function nameColumn(header: readonly Cell[], rows: readonly (readonly Cell[])[]): number {
  const said = header.findIndex(({ text }) => roleOf(text) === 'product');
  if (said >= 0) return said;
  const fits = (index: number) => {
    const role = roleOf(header[index]?.text ?? '');
    const texts = rows.map((row) => row[index]?.text ?? '');
    return !/^(?:rank|image|link|award|overall)$/.test(role ?? '') && texts.some((text) => /\p{L}/u.test(text));
  };
  return Math.max(
    0,
    header.findIndex((_, index) => fits(index)),
  );
}

function readHeader(
  draft: Draft,
  cell: Cell,
  values: readonly Cell[],
  weight: number | undefined,
  isWeighing: boolean,
): Reading {
  const label = plain(cell.text);
  const [, name, percent, min, max] = weighed.exec(label) ?? [];
  const isMade = (fits: (text: string) => boolean) =>
    values.some(({ text }) => fits(text)) && values.every(({ text }) => !text || fits(text));
  if (name && percent && values.every(({ text }) => !text || !!parseRating(text) || isNothing(text))) {
    if (min !== undefined) draft.scale ??= { min: Number(min), max: Number(max) };
    return { label: name, role: 'score', column: draft.criterion(name, parseWeight(percent), cell.line) };
  }
  const isSum = weight === 100 || sum.test(label);
  if (weight !== undefined && !isSum)
    return { label, role: 'score', column: draft.criterion(label, weight, cell.line) };
  const criterion = draft.criterionOf(label);
  const filled = values.filter(({ text }) => text && !isNothing(text));
  // “Price” may be a criterion, and a column of prices besides.
  const isScored = filled.filter(({ text }) => parseRating(text)).length * 2 > filled.length || !filled.length;
  if (criterion && isScored) return { label, role: 'score', column: criterion };
  const role = weight !== undefined && isSum ? 'overall' : roleOf(label);
  const isPictures = values.some(({ images }) => images.length) && values.every(({ text }) => !text);
  if (isPictures) return { label, role: 'image', column: '' };
  const isLinks =
    values.some(({ links }) => links.length) && values.every(({ links, text }) => links[0]?.text === text);
  if (/^url$/i.test(label)) return { label, role: 'link', column: '' };
  if (
    (role === 'link' || (!label && isLinks)) &&
    values.some(({ links, text }) => links.length || /^https?:/.test(text))
  )
    return { label, role: 'link', column: '' };
  if (role === 'overall' && isWeighing && isMade((text) => !!parseRating(text) || isNothing(text)))
    return { label, role, column: '' };
  if (role === 'rank' && isMade((text) => /^#?\d+\.?$/.test(text))) return { label, role, column: '' };
  if (role && /^(?:award|bestFor|brand|pros|cons|summary|verdict|sources)$/.test(role))
    return { label, role, column: '' };
  if (!label) {
    const found = values.find(({ text }) => text);
    if (found)
      draft.report(
        'warning',
        'cell-unreadable',
        '/columns',
        `The column of ${quote(found.text)} has no label: it is left out, write one.`,
        found.line,
      );
    return { label, role: undefined, column: '' };
  }
  if (!values.some(({ text }) => text)) return { label, role: undefined, column: '' };
  return { label, role: 'spec', column: draft.newColumn(label, cell.line) };
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
    const [praise, ...others] = cell.lines.filter((line) => isAward(line));
    const rest = cell.lines.filter((line) => line !== praise);
    if (praise && rest.length) [name, award, left] = [rest[0] as string, withoutEmojis(praise), rest.slice(1)];
    else if (others.length || cell.lines.length > 1) [name, left] = [cell.lines[0] as string, cell.lines.slice(1)];
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
  { label, role, column }: Reading,
  cell: Cell,
  isFirst: boolean,
): void {
  const { text, lines, line, links, images } = cell;
  if (role === 'image') {
    if (images[0]) draft.giveImage(product, images[0], line);
    return;
  }
  if (role === 'link') {
    for (const link of links) draft.giveOffer(product, offerOf(link), line);
    if (!links.length && /^\S+$/.test(text)) draft.give(product, 'url', text, line);
    return;
  }
  if (!text) return;
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
  else if (role === 'spec') draft.giveSpec(product, column, specOf(cell), line);
}

/** The name of a rubric in the label of its headlines, where it is one of its own. */
export function rubricNameOf(label: string): string | undefined {
  const isCommon =
    /^(?:(?:our|overall|total|final|composite|expert|editor.?s?|verdict|urteil|fazit|review|product|stated|gesamt\w*|unsere?|endnote|note)\s*)*(?:scores?|ratings?|composite|overall|total|final|bewertung|wertung|note|points|punkte|stars)?$/iu;
  const name = plain(label);
  return name && !isCommon.test(plainLabel(name)) && !isPlainScore(name) ? name : undefined;
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
