/**
 * From a table of criteria in the page to a comparison document of one product: weights, scores, and what its author
 * worked out, which is audited and never shown. Leaves the arithmetic to the model.
 */
import { slugOf } from '../model/comparison.js';
import { type Diagnostic, pointer, quote } from '../model/diagnostic.js';
import { Fraction } from '../model/exact.js';
import { contradiction } from '../model/score.js';
import type { Json } from '../model/shape.js';
import type { Grid } from './child-grid.js';
import type { ChildDocument } from './child-products.js';
import type { CellReader } from './child-text.js';

// Words of the languages that the elements speak, as far as a few letters tell them.
const headings = [
  /weighted|gewichtet|contrib|beitrag|pond[eé]r(é|ad)/i,
  /weight|gewicht|poids|peso|pond[eé]ra|重み|الوزن/i,
  /score|rating|wertung|p[ou]i?nt|punkt|not[ae]|voto|スコア|النتيجة/i,
  // What else there is says why.
  /^/,
];
const criteria = /crit[eéè]r|kriteri|基準|معيار/i;
const sums = /composite|total|overall|sum|gesamt|ergebnis/i;

/** The digits of a number, with a decimal point, and what stands behind them: `%`, `/10`. */
function parse(text = ''): readonly [digits?: string, unit?: string] {
  const [, digits, unit = ''] = /^(\d+(?:[.,]\d+)?) ?(%|\/ ?\d+)?$/.exec(text) ?? [];
  return digits ? [digits.replace(',', '.'), unit] : [];
}

/** What says why a criterion has its score, among the cells of a product. */
export const reasonOf = (criterion: string): string => `${criterion} why`;

/** Reads a criterion from each row, and from the last one what they come to; `undefined` for a table of anything else. */
export function readBreakdown({ labels, rows, foot, caption }: Grid, cells: CellReader): ChildDocument | undefined {
  const taken = [0];
  for (const heading of headings) {
    taken.push(labels.findIndex((label, column) => heading.test(label) && !taken.includes(column)));
  }
  const [, weightedAt = 0, weightAt = 0, scoreAt = 0, noteAt = 0] = taken;
  const isSaid = (mark: string) => mark || weightedAt > 0 || criteria.test(labels[0] as string);
  const lines = [...rows, ...foot.filter((row) => new Set(row).size > 1)].map((row) => {
    const texts = Array.from(row, (cell) => cells.text(cell));
    const [weight, unit] = parse(texts[weightAt]);
    const [score, best] = parse(texts[scoreAt]);
    return { row, texts, weight: Number(weight), unit, score, best, weighted: parse(texts[weightedAt])[0] };
  });
  const mark = lines.some(({ unit }) => unit === '%') ? '%' : '';
  const last = lines.at(-1);
  const others = lines.slice(0, -1);
  const isWhole = last && Math.abs(others.reduce((rest, { weight }) => rest - weight, last.weight)) < 1e-9;
  const isSum = last && (isWhole || last.unit !== mark || (sums.test(last.texts[0] as string) && !last.score));
  const parts = isSum ? others : lines;
  const scored = parts.filter(({ score }) => score);
  const isBreakdown = weightAt > 0 && scoreAt > 0 && isSaid(mark) && parts.every(({ unit }) => unit === mark);
  if (!isBreakdown || scored.length * 2 <= parts.length) return undefined;

  const [name = '', ...totals] = isSum ? last.texts : [];
  const title = cells.text(caption);
  const stated = totals
    .map((text, index) => (isWhole && index + 1 === weightAt ? [] : parse(text)))
    .filter(([digits]) => digits)
    .at(-1);
  const said = [...scored.map(({ best }) => best), stated?.[1], labels[scoreAt]]
    .map((text) => /(\d+)\)?$/.exec(text ?? '')?.[1])
    .find(Boolean);
  const isOfHundred = scored.some(({ score }) => Number(score) > 10);
  const weights = Number(parts.reduce((sum, { weight }) => sum + weight, 0).toPrecision(12));
  const whole = Fraction.of(mark ? 100 : weights === 1 ? 1 : weights === 100 ? 100 : Number.NaN);
  const found: Diagnostic[] = [];
  const scores: Record<string, Json> = {};
  const rich = new Map<string, Element>();
  const rubric = parts.map(({ row, texts, weight, score, weighted }) => {
    const [label = ''] = texts;
    const id = slugOf(label);
    for (const [key, cell] of [
      [id, row[0]],
      [reasonOf(id), row[noteAt]],
    ] as const)
      if (cell && cells.isRich(cell)) rich.set(key, cell);
    scores[id] = { value: score ? Number(score) : null, note: texts[noteAt] ?? '' };
    const exact =
      score &&
      whole &&
      Fraction.of(weight)
        ?.times(Fraction.of(Number(score)) as Fraction)
        .over(whole);
    const computed = weighted && exact && contradiction(weighted, exact);
    if (computed) {
      const message = `${quote(label)} is weighted ${quote(weighted)}, but its weight and score give ${computed}: correct one of them.`;
      found.push({ code: 'score-mismatch', severity: 'warning', path: pointer('/products/0/scores', id), message });
    }
    return { id, label, weight };
  });
  return {
    document: {
      rubric: {
        name: title && name,
        scale: { max: Number(said ?? (isOfHundred ? 100 : 10)) },
        decimals: Math.min(4, (stated?.[0] ?? '.0').split('.')[1]?.length ?? 0),
        criteria: rubric,
      },
      products: [{ name: title || name || labels[0] || labels[scoreAt], scores, statedScore: stated?.[0] }],
    },
    cells: [rich],
    foot: [],
    caption: undefined,
    found,
  };
}
