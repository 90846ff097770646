/**
 * Weights of criteria that an article states outside of its tables. Leaves those in tables to `table.ts`.
 */
import { slugOf } from '../model/comparison.js';
import type { Draft } from './draft.js';
import { headerOf } from './grid.js';
import { headlineOf, labelled } from './headline.js';
import { withoutEmojis } from './marks.js';
import { parseRating, parseWeight } from './rating.js';
import type { Section } from './sections.js';

// Words that a list of criteria and their weights stands below.
const scoring =
  /(?<!\p{L})(?:scor|weigh|rubric|m[eé]t[h]?od|crit[eè]r|kriteri|[eé]valu|valut|avalia|bewert|gewicht|pond[eé]r|calific|punt|pontu|how (?:we|i) (?:rate|rank|test|judge))|評価|配点|المعايير|التقييم/iu;
// A criterion with its weight, as an item of such a list.
const listed =
  /^([\p{L}][^():–—]{1,50}?)\s*(?:\((\d+(?:[.,]\d+)?) ?%\)|[:–—-]\s*(\d+(?:[.,]\d+)?) ?%)\s*(?:[:.–—-]\s*(.*))?$/u;

/** Whether an item has a criterion with its weight and a score behind it: “Evidence (30%): 9/10”. */
const isScored = (text: string): boolean => {
  const { label, value } = labelled(text);
  return !!label && /\(\d[\d.,]* ?%\)$/.test(label) && !!parseRating(value);
};

/** Weights in a list below words of scoring: “Evidence (30%): how much has been published”. */
export function readWeights(draft: Draft, sections: readonly Section[]): void {
  let labels: ReadonlyMap<string, string> | undefined;
  for (const { heading, blocks } of sections) {
    let said = heading?.text ?? '';
    for (const block of blocks) {
      if (block.kind === 'table') continue;
      const [, label, inside, outside, description] =
        (block.kind === 'item' && (scoring.test(said) || isScored(block.text)) && listed.exec(block.text)) || [];
      const weight = parseWeight(inside ?? outside ?? '');
      if (label && weight !== undefined) {
        draft.criterion(withoutEmojis(label), weight, block.line, isScored(block.text) ? undefined : description);
        continue;
      }
      const words = `${heading?.text ?? ''} ${block.text}`.slice(0, 1000);
      if (block.kind !== 'item' && !headlineOf(block.text)) said = words;
      if (/[%％]/.test(words) && scoring.test(words)) {
        labels ??= labelsOf(sections);
        readSentence(draft, block.text, block.line, labels);
      }
    }
  }
}

// What stands before the first criterion in a sentence, and between a criterion and its weight.
const introduction =
  /^.*(?:[:：]|(?<!\p{L})(?:weighs?|weighted|weight|scores?|counts?|is|are|of|from|by|gewichten|zählen|aus)(?!\p{L}))\s*/iu;
const between =
  /(?<!\p{L})(?:for|at|to|on|with|of|the|goes|zu|mit|auf|für|pour|à|para|con|per|com)(?!\p{L})|[()=:–—-]/giu;
const percent = /(\d{1,3}(?:[.,]\d+)?) ?[%％]/g;

/**
 * Weights in a sentence: “We weight grip 40%, comfort 35% and durability 25%.” They are taken where they make 100 % and
 * tables have columns or rows of all these names.
 */
function readSentence(draft: Draft, text: string, line: number, known: ReadonlyMap<string, string>): void {
  for (const sentence of text.slice(0, 2000).split(/(?<=[.!?])\s+(?=\p{Lu})/u)) {
    const parts = sentence
      .split(/\s*[,;+&]\s*(?:and |und |et |y |e )?|\s+(?:and|und|et|y|e|plus)\s+/iu)
      .filter(Boolean);
    if (parts.length < 2 || parts.length > 20) continue;
    const found = parts.map((part) => {
      const [weight, ...others] = [...part.matchAll(percent)].map(([, digits = '']) => parseWeight(digits) ?? 0);
      const words = part.replace(percent, ' ').replace(/[.!]$/, '');
      const label = [words, words.replace(introduction, '')]
        .map((one) => known.get(slugOf(one.replace(between, ' '))))
        .find(Boolean);
      return weight !== undefined && !others.length && label ? { label, weight } : undefined;
    });
    const sum = found.reduce((total, one) => total + (one?.weight ?? Number.NaN), 0);
    if (Math.abs(sum - 100) > 0.01) continue;
    for (const one of found) if (one) draft.criterion(one.label, one.weight, line);
  }
}

/** The labels of all tables, by their words. */
function labelsOf(sections: readonly Section[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const { blocks } of sections) {
    for (const block of blocks) {
      const cells = block.kind === 'table' ? [...headerOf(block), ...block.rows.map(([cell]) => cell)] : [];
      for (const cell of cells.slice(0, 1000)) {
        const text = withoutEmojis(cell?.text ?? '');
        if (text && text.length <= 40 && !labels.has(slugOf(text))) labels.set(slugOf(text), text);
      }
    }
  }
  return labels;
}
