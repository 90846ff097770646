/**
 * Tables of criteria: one product, with its weights and scores. Leaves those that compare products to `table.ts`.
 */

import { quote } from '../model/diagnostic.js';
import { isSumLabel, plainHeader, weighed } from './columns.js';
import type { Draft, DraftProduct } from './draft.js';
import { bodyOf, headerOf } from './grid.js';
import { isFeatureLabel, isPlainScore, plainLabel, type Role, roleOf } from './labels.js';
import type { Cell, Grid } from './passage.js';
import { isNothing, parseRating, parseWeight } from './rating.js';

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

function rubricRows(grid: Grid, { weight: at, weighted, score }: RubricColumns): readonly RubricRow[] {
  const body = bodyOf(grid);
  return body.flatMap((cells, index) => {
    const label = plainHeader(cells[0]?.text ?? '');
    const [, name, percent] = weighed.exec(label) ?? [];
    const weight = parseWeight(cells[at]?.text ?? '') ?? (percent === undefined ? percent : parseWeight(percent));
    const isLast = index === body.length - 1;
    // A row that is shorter than the others has its sum where they have their weight.
    const isShort = !cells[score]?.text || !(cells[weighted] ?? cells[score])?.text;
    const isSum = isSumLabel(label) && (isLast || weight === undefined || weight === 100 || isShort);
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

/** The name of a rubric in the label of its headlines, where it is one of its own. */
export function rubricNameOf(label: string): string | undefined {
  const isCommon =
    /^(?:(?:our|overall|total|final|composite|expert|editor.?s?|verdict|urteil|fazit|review|product|stated|gesamt\w*|unsere?|endnote|note)\s*)*(?:scores?|ratings?|composite|overall|total|final|bewertung|wertung|note|points|punkte|stars)?$/iu;
  const name = plainHeader(label);
  return name && !isCommon.test(plainLabel(name)) && !isPlainScore(name) ? name : undefined;
}
