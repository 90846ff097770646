/**
 * The comparison document as its author writes it, version 1: the one declaration of its members. Types, reading and
 * schema follow from it. Leaves the rules between members, and what is made of them, to `comparison.ts`.
 */
import {
  boolean,
  choice,
  date,
  isLanguage,
  isRecord,
  type Json,
  json,
  list,
  number,
  object,
  type Read,
  type Reader,
  recordOf,
  text,
  textLike,
  url,
} from './shape.js';

const party = object({ name: text, url }, 'name');

const source = object({
  // The syntax of a DOI as Crossref describes it, and the form of a PubMed identifier.
  doi: textLike((doi) => /^10\.\d{4,9}\/\S+$/.test(doi), 'a DOI that starts with “10.”', 'doi-malformed'),
  pmid: textLike((pmid) => /^[1-9]\d{0,7}$/.test(pmid), 'a PubMed number of up to eight digits', 'pmid-malformed'),
  url,
  title: text,
  year: number,
  kind: text,
});

const score = object({ value: number, note: text, sources: list(source) }, 'value');

const criterion = object({ id: text, label: text, weight: number, description: text });

const band = object({ from: number, label: text });

const rubric = object({
  name: text,
  url,
  scale: object({ min: number, max: number }),
  decimals: choice(0, 1, 2, 3, 4),
  missing: choice('renormalise', 'unrated'),
  criteria: list(criterion),
  bands: list(band),
});

const column = object(
  {
    id: text,
    label: text,
    type: choice('text', 'number', 'quantity', 'price', 'list', 'boolean', 'rating', 'date', 'link'),
    better: choice('higher', 'lower', 'none'),
    priority: number,
    description: text,
  },
  'id',
);

const annotated = object({ note: text, url });
const spec: Reader<Json> = (value, ...place) =>
  isRecord(value) ? (annotated(value as Json, ...place) as Json | undefined) : value;

const offer = object({ seller: text, url, price: text, asOf: date, paid: boolean });

const product = object(
  {
    id: text,
    name: text,
    brand: text,
    award: text,
    bestFor: text,
    summary: text,
    verdict: text,
    url,
    image: object({ src: url, alt: text, width: number, height: number }, 'src'),
    specs: recordOf(spec),
    scores: recordOf(score),
    statedScore: text,
    pros: list(text),
    cons: list(text),
    offers: list(offer),
    sources: list(source),
  },
  'name',
);

/** The whole document. */
export const readWhole = object({
  version: json,
  title: text,
  description: text,
  language: textLike(isLanguage, 'a BCP 47 tag such as en or pt-BR'),
  currency: textLike((code) => /^[A-Z]{3}$/.test(code), 'an ISO 4217 code such as USD'),
  author: party,
  publisher: party,
  updated: date,
  disclosure: text,
  rubric,
  columns: list(column),
  products: list(product),
});

export type ComparisonDocument = Read<typeof readWhole>;
export type Party = Read<typeof party>;
export type Source = Read<typeof source>;
export type Score = Read<typeof score>;
export type Band = Required<Read<typeof band>>;
export type Offer = Read<typeof offer>;
export type ColumnType = NonNullable<Read<typeof column>['type']>;
export type Better = NonNullable<Read<typeof column>['better']>;
export type ProductDocument = Read<typeof product>;
export type CriterionDocument = Read<typeof criterion>;
export type ColumnDocument = Read<typeof column>;
