/**
 * What an author has to look at: the diagnostics of the document as it stands and of the reading it came from, each with
 * its place in words, its line in the text, and the mend that one click can make. Leaves finding them to the package.
 */
import type { ArticleDiagnostic, DocumentJson } from 'g6-comparison/import';
import type { Diagnostic, ProductScore } from 'g6-comparison/model';
import { weightsTo100 } from './grid-edits.js';
import { criteriaOf, productsOf } from './grid-plan.js';
import { type JsonRecord, pathOf, recordOf, textOf, valueAt, withValue } from './json.js';

/** A mend, with the words on its button and after “Undo”. */
export interface Mend {
  readonly label: string;
  readonly done: string;
  readonly mend: (document: DocumentJson) => DocumentJson;
}

export interface Finding extends Pick<ArticleDiagnostic, 'code' | 'severity' | 'path' | 'message'> {
  /** The same for the same finding. */
  readonly id: string;
  /** Of the text that the document was read from. */
  readonly line?: number | undefined;
  /** Where it is, in words. */
  readonly place: string;
  /** Whether it is of the document as it stands; else it was said once, when the text was read. */
  readonly isOpen: boolean;
  readonly mend?: Mend | undefined;
}

const weightOf = { error: 0, warning: 1, info: 2 };

/**
 * Everything to look at, errors first: what is wrong in the document now, then what its reading said besides. `scores` are
 * by the position of the product.
 */
export function findingsOf(
  document: DocumentJson,
  diagnostics: readonly Diagnostic[],
  notes: readonly ArticleDiagnostic[],
  scores: ReadonlyMap<number, ProductScore>,
): readonly Finding[] {
  const key = ({ code, message }: Pick<ArticleDiagnostic, 'code' | 'message'>) => `${code} ${message}`;
  const lines = new Map(notes.map((note) => [key(note), note.line]));
  const open = diagnostics.map((diagnostic) => ({
    ...diagnostic,
    id: `open ${diagnostic.path} ${key(diagnostic)}`,
    line: lines.get(key(diagnostic)),
    place: placeInWords(diagnostic.path, document),
    isOpen: true,
    mend: mendOf(diagnostic, document, scores),
  }));
  const said = notes.filter(({ code }) => !isOfDocument.has(code));
  const once = said.map((note, index) => ({ ...note, id: `said ${index} ${key(note)}`, place: '', isOpen: false }));
  return [...open, ...once].sort(
    (a, b) => Number(b.isOpen) - Number(a.isOpen) || weightOf[a.severity] - weightOf[b.severity],
  );
}

/** Codes that reading the document gives again as long as they hold. */
const isOfDocument: ReadonlySet<string> = new Set<Diagnostic['code']>([
  'invalid-json',
  'too-deep',
  'not-an-object',
  'unknown-version',
  'no-products',
  'name-missing',
  'wrong-type',
  'duplicate-id',
  'unknown-criterion',
  'scale-invalid',
  'score-out-of-range',
  'score-missing',
  'score-mismatch',
  'weights-sum',
  'weight-invalid',
  'mixed-units',
  'value-unreadable',
  'unsafe-url',
  'missing-disclosure',
  'price-undated',
  'price-stale',
  'doi-malformed',
  'pmid-malformed',
  'year-invalid',
  'year-mismatch',
]);

const words: { readonly [member: string]: string } = {
  statedScore: 'Headline',
  bestFor: 'Best for',
  asOf: 'As of',
  pmid: 'PubMed number',
  doi: 'DOI',
  url: 'Address',
  src: 'Address',
};

/** “Thorne L-Glutamine › Scores › Value”: people count from 1, and know things by their names. */
export function placeInWords(pointer: string, document: DocumentJson): string {
  const path = pathOf(pointer);
  return path
    .flatMap((part, index) => {
      const [first] = path;
      const whole = path.slice(0, index + 1);
      if (/^\d+$/.test(part)) {
        const { name, label, id } = recordOf(valueAt(document, whole));
        return textOf(name ?? label ?? id) || `${Number(part) + 1}`;
      }
      if (index === 0 && (first === 'products' || first === 'columns')) return path.length > 1 ? [] : titled(part);
      if (path[index - 1] === 'scores' || path[index - 1] === 'specs') return labelOf(document, path[index - 1], part);
      return words[part] ?? titled(part);
    })
    .join(' › ');
}

const titled = (member: string): string => member.charAt(0).toUpperCase() + member.slice(1);

function labelOf(document: DocumentJson, kind: string | undefined, id: string): string {
  const list = kind === 'scores' ? criteriaOf(document) : Array.isArray(document.columns) ? document.columns : [];
  const found = list.map((item) => recordOf(item as JsonRecord)).find((item) => item.id === id);
  return textOf(found?.label) || id;
}

/** The headline that the computed score makes: with as many places as it is shown with. */
export const computedHeadline = (score: ProductScore | undefined): string | undefined => score?.composite;

function mendOf(
  { code, path }: Diagnostic,
  document: DocumentJson,
  scores: ReadonlyMap<number, ProductScore>,
): Mend | undefined {
  const keys = pathOf(path);
  const [, row = ''] = keys;
  const name = textOf(recordOf(productsOf(document)[Number(row)]).name);
  switch (code) {
    case 'score-mismatch': {
      const computed = computedHeadline(scores.get(Number(row)));
      return (computed && {
        label: `Use the computed ${computed}`,
        done: `use the computed headline of ${name}`,
        mend: (whole: DocumentJson) => withValue(whole, ['products', Number(row), 'statedScore'], computed),
      }) as Mend | undefined;
    }
    case 'weights-sum':
      return { label: 'Make them add up to 100', done: 'make the weights add up to 100', mend: weightsTo100 };
    case 'unknown-criterion':
      return {
        label: 'Remove this score',
        done: `remove a score of ${name}`,
        mend: (whole) => withValue(whole, keys, undefined),
      };
    case 'price-undated':
      return {
        label: 'It is of today',
        done: `date a price of ${name}`,
        mend: (whole) => withValue(whole, [...keys, 'asOf'], today()),
      };
    default:
      return undefined;
  }
}

/** The day it is, where the author is. */
export function today(now = new Date()): string {
  const two = (number: number) => `${number}`.padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** All headlines that contradict their scores, made the computed ones at once; the same document where none does. */
export const withComputedHeadlines = (document: DocumentJson, findings: readonly Finding[]): DocumentJson =>
  findings
    .filter(({ code, mend }) => code === 'score-mismatch' && mend)
    .reduce((whole, { mend }) => mend?.mend(whole) ?? whole, document);
