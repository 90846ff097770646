/**
 * What can be said of a comparison, a product, a column and a criterion beside what the grid holds: the fields of the
 * forms, by where they stand in the document. Leaves drawing them to `builder-details.ts`.
 */
import type { Json, Path } from './json.js';

export interface Field {
  readonly path: Path;
  readonly label: string;
  readonly kind: 'text' | 'long' | 'lines' | 'url' | 'date' | 'number' | 'check' | 'choice';
  readonly hint?: string;
  readonly choices?: readonly (readonly [value: Json, label: string])[];
}

/** A list of things that each have fields of their own. */
export interface FieldList {
  readonly path: Path;
  readonly label: string;
  /** One of them, as on the button that adds one. */
  readonly one: string;
  readonly blank: Json;
  readonly fields: readonly Field[];
}

const text = (label: string, ...path: Path): Field => ({ path, label, kind: 'text' });
const long = (label: string, ...path: Path): Field => ({ path, label, kind: 'long' });
const url = (label: string, ...path: Path): Field => ({ path, label, kind: 'url' });
const lines = (label: string, ...path: Path): Field => ({ path, label, kind: 'lines', hint: 'One on each line.' });
const number = (label: string, ...path: Path): Field => ({ path, label, kind: 'number' });

export const wholeFields: readonly Field[] = [
  text('Title', 'title'),
  { ...text('Language', 'language'), hint: 'Such as en, de or pt-BR.' },
  { ...text('Currency', 'currency'), hint: 'For prices that name none, such as USD.' },
  { path: ['updated'], label: 'Updated', kind: 'date' },
  long('Description', 'description'),
  { ...long('Disclosure', 'disclosure'), hint: 'How you earn from it; needed as soon as an offer is paid.' },
  text('Author', 'author', 'name'),
  url('Author’s page', 'author', 'url'),
  text('Publisher', 'publisher', 'name'),
  url('Publisher’s page', 'publisher', 'url'),
];

export const rubricFields: readonly Field[] = [
  { ...text('Name of the score', 'rubric', 'name'), hint: 'Such as G6 Composite Score.' },
  url('Page that explains the method', 'rubric', 'url'),
  number('Lowest score', 'rubric', 'scale', 'min'),
  number('Highest score', 'rubric', 'scale', 'max'),
  {
    path: ['rubric', 'decimals'],
    label: 'Decimals of the score',
    kind: 'choice',
    choices: [0, 1, 2, 3, 4].map((count) => [count, `${count}`] as const),
  },
  {
    path: ['rubric', 'missing'],
    label: 'Where a score is missing',
    kind: 'choice',
    choices: [
      ['renormalise', 'The others count, and it says “partial”'],
      ['unrated', 'The product has no score'],
    ],
  },
];

export const bandList: FieldList = {
  path: ['rubric', 'bands'],
  label: 'Words for scores',
  one: 'word',
  blank: { from: 8, label: '' },
  fields: [number('From', 'from'), text('Word', 'label')],
};

export const productFields = (row: number): readonly Field[] =>
  [
    text('Name', 'name'),
    text('Brand', 'brand'),
    text('Award', 'award'),
    text('Best for', 'bestFor'),
    url('Full review', 'url'),
    long('Summary', 'summary'),
    long('Verdict', 'verdict'),
    lines('Pros', 'pros'),
    lines('Cons', 'cons'),
    url('Picture', 'image', 'src'),
    text('What the picture shows', 'image', 'alt'),
    { ...text('Id', 'id'), hint: 'Made from the name where it is empty.' },
  ].map((field) => ({ ...field, path: ['products', row, ...field.path] }));

export const productLists = (row: number): readonly FieldList[] => [
  {
    path: ['products', row, 'offers'],
    label: 'Offers',
    one: 'offer',
    blank: { seller: '' },
    fields: [
      text('Seller', 'seller'),
      url('Address', 'url'),
      text('Price', 'price'),
      { path: ['asOf'], label: 'As of', kind: 'date' },
      { path: ['paid'], label: 'I earn from this link', kind: 'check' },
    ],
  },
  {
    path: ['products', row, 'sources'],
    label: 'Sources',
    one: 'source',
    blank: { title: '' },
    fields: [
      text('Title', 'title'),
      text('DOI', 'doi'),
      text('PubMed number', 'pmid'),
      url('Address', 'url'),
      number('Year', 'year'),
      { ...text('Kind', 'kind'), hint: 'Such as RCT.' },
    ],
  },
];

export const criterionFields = (index: number): readonly Field[] =>
  [text('Heading', 'label'), number('Weight', 'weight'), long('What is judged, and how', 'description')].map(
    (field) => ({
      ...field,
      path: ['rubric', 'criteria', index, ...field.path],
    }),
  );

const types = 'text number quantity price list boolean rating date link'.split(' ');
const typeNames: { readonly [type: string]: string } = {
  quantity: 'amounts',
  price: 'prices',
  number: 'numbers',
  list: 'lists',
  boolean: 'yes or no',
  rating: 'ratings',
  date: 'dates',
  link: 'links',
};

export const columnFields = (index: number): readonly Field[] =>
  (
    [
      text('Heading', 'label'),
      {
        path: ['type'],
        label: 'Its values are',
        kind: 'choice',
        choices: types.map((type) => [type, typeNames[type] ?? type] as const),
      },
      {
        path: ['better'],
        label: 'Better is',
        kind: 'choice',
        choices: [
          ['higher', 'higher'],
          ['lower', 'lower'],
          ['none', 'neither'],
        ],
      },
      { ...number('Priority', 'priority'), hint: '1 is shown first where there is little room.' },
      long('What the column says', 'description'),
    ] satisfies readonly Field[]
  ).map((field) => ({ ...field, path: ['columns', index, ...field.path] }));
