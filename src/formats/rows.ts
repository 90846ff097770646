/**
 * A comparison as rows of cells, a product each: what CSV, Markdown and HTML are written from. They hold names, brands,
 * awards, best uses, summaries, verdicts, addresses, headlines, pros and cons, the DOIs, PubMed numbers and addresses of
 * sources, specs that are text, a boolean or a list of two at least, and scores with the weights of their criteria and
 * their scale. Leaves what holds more than that to JSON.
 */
import { type Comparison, type Criterion, type Product, readComparison } from '../model/comparison.js';
import { isRecord, type Json } from '../model/shape.js';
import type { WrittenCell } from '../rows/cell.js';

const cell = (text: string | undefined): WrittenCell => ({ lines: text ? [text] : [] });

function specCell(value: Json | undefined): WrittenCell {
  if (isRecord(value)) {
    const { url } = value;
    const inner = (value.value ?? value.text) as Json | undefined;
    return { ...specCell(isRecord(inner) ? undefined : inner), ...(typeof url === 'string' && { url }) };
  }
  if (typeof value === 'boolean') return cell(value ? '✓' : '✗');
  if (Array.isArray(value)) return { lines: value.filter((item) => typeof item !== 'object').map(String) };
  return cell(value === null || value === undefined ? '' : String(value));
}

const plainNumber = (value: number | undefined): string =>
  value !== undefined && /^-?\d+(\.\d+)?$/.test(`${value}`) ? `${value}` : '';

/** The members of a product that have a column of their own, by its label. */
const members: readonly (readonly [label: string, (product: Product) => WrittenCell])[] = [
  ['Brand', ({ brand }) => cell(brand)],
  ['Award', ({ award }) => cell(award)],
  ['Best for', ({ bestFor }) => cell(bestFor)],
  ['Summary', ({ summary }) => cell(summary)],
  ['Verdict', ({ verdict }) => cell(verdict)],
];

/** The comparison of a document, or one that was read; `undefined` for what is none. */
export const comparisonOf = (document: unknown): Comparison | undefined => readComparison(document).comparison;

/** The header and a row for each product. With `hasLinks` a product's name carries its address, else that is a column. */
export function rowsOf(
  { products, columns, rubric }: Comparison,
  hasLinks: boolean,
): readonly (readonly WrittenCell[])[] {
  const { min = 0, max = 10 } = rubric?.scale ?? {};
  const range = min === 0 && max === 10 ? '' : `, ${min}–${max}`;
  const headerOf = ({ label, weight }: Criterion) => `${label} (${plainNumber(weight) || 0}%${range})`;
  const written: (readonly [label: string, (product: Product) => WrittenCell])[] = [
    ['Product', ({ name, url }) => ({ ...cell(name), ...(url && hasLinks && { url }) })],
    ...members,
    ...(hasLinks ? [] : [['URL', ({ url }: Product) => cell(url)] as const]),
    ...columns.map(({ id, label }) => [label, ({ specs }: Product) => specCell(specs?.[id])] as const),
    ...(rubric?.criteria ?? []).map(
      (criterion) =>
        [headerOf(criterion), ({ scores }: Product) => cell(plainNumber(scores[criterion.id]?.value))] as const,
    ),
    ...(rubric?.criteria.length
      ? [[rubric.name ?? 'Overall score', ({ statedScore }: Product) => cell(statedScore)] as const]
      : []),
    ['Pros', ({ pros = [] }) => ({ lines: pros })],
    ['Cons', ({ cons = [] }) => ({ lines: cons })],
    [
      'Sources',
      ({ sources = [] }) => ({
        lines: sources.flatMap(({ doi, pmid, url }) =>
          doi ? [`doi:${doi}`] : pmid ? [`PMID: ${pmid}`] : url ? [url] : [],
        ),
      }),
    ],
  ];
  // The column of awards is always there: it says that the names are names and nothing else. Weights need no scores.
  const kept = new Set(['Award', ...(rubric?.criteria ?? []).map(headerOf)]);
  const used = written.filter(
    ([label, cellOf]) => kept.has(label) || products.some((product) => cellOf(product).lines.length),
  );
  return [used.map(([label]) => cell(label)), ...products.map((product) => used.map(([, cellOf]) => cellOf(product)))];
}
