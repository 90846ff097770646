/**
 * The comparison document as its author writes it, version 1: the one declaration of its members. Types, reading and
 * schema follow from it; every member has a comment, which is what an editor shows of it. Leaves the rules between
 * members, and what is made of them, to `comparison.ts`.
 */
import {
  anyText,
  choice,
  date,
  isLanguage,
  isRecord,
  type Json,
  json,
  list,
  number,
  object,
  paid,
  type Read,
  type Reader,
  recordOf,
  text,
  textLike,
  url,
} from './shape.js';

export const party = object(
  {
    /** Who it is, as it should be read. */
    name: text,
    /** Their page: an http or https address. */
    url,
  },
  'name',
);

export const source = object({
  // The syntax of a DOI as Crossref and the DOI Handbook describe it, and the form of a PubMed identifier as MEDLINE does.
  /** The DOI of a paper, such as 10.1136/gut.2006.102863, with doi: or https://doi.org/ before it or without. */
  doi: textLike(
    /^(?:(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|[Dd][Oo][Ii]:\s*)?10\.\d{4,9}(?:\.\d+)*\/\S+$/,
    'a DOI that starts with “10.”',
    'doi-malformed',
    (text) => text.slice(text.indexOf('10.')),
  ),
  /** The PubMed number of a paper, such as 19627751, with PMID: before it or without. */
  pmid: textLike(
    /^(?:[Pp][Mm][Ii][Dd]:?\s*)?[1-9]\d{0,7}$/,
    'a PubMed number of up to eight digits',
    'pmid-malformed',
    (text) => text.replace(/\D+/, ''),
  ),
  /** Where the source is read: an http or https address. */
  url,
  /** What the source is called. */
  title: text,
  /** When it was published, such as 2019. */
  year: number,
  /** What kind of source it is, such as RCT, meta-analysis or manufacturer. */
  kind: text,
});

export const score = object(
  {
    /** The score, a number on the rubric's scale; null where it was not tested, which is not the same as 0. */
    value: number,
    /** Why the score is what it is, in a sentence. */
    note: text,
    /** What the score rests on. */
    sources: list(source),
  },
  'value',
);

export const band = object({
  /** The lowest composite, as it is shown, that the word is for. */
  from: number,
  /** The word, such as Excellent. */
  label: text,
});

export const criterion = object({
  /** The name that the products' scores use; made from the label where it is left out. */
  id: text,
  /** The name that readers see. */
  label: text,
  /** How much it counts, from 0 up, relative to the other weights; together they are best 100. */
  weight: number,
  /** What is judged, and how. */
  description: text,
});

export const rubric = object({
  /** What the score is called, such as G6 Composite Score. */
  name: text,
  /** The page that explains the method: an http or https address. */
  url,
  /** What the scores run from and to; 0 to 10 if it is left out. */
  scale: object({
    /** The lowest score there can be; 0 if it is left out. */
    min: number,
    /** The highest score there can be; 10 if it is left out. */
    max: number,
  }),
  /** How many decimals the composite is shown with; 1 if it is left out. */
  decimals: choice(0, 1, 2, 3, 4),
  /**
   * What a missing score does: the composite is over what was scored and marked partial (renormalise, if it is left
   * out), or there is none (unrated).
   */
  missing: choice('renormalise', 'unrated'),
  /** What is judged, each with its weight, in the order they are shown. */
  criteria: list(criterion),
  /** Words for composites from a value up. */
  bands: list(band),
});

export const column = object(
  {
    /** The name that the products' specs use. */
    id: text,
    /** The header that readers see; made from the id where it is left out. */
    label: anyText,
    /** What the values are; what most of them are if it is left out. */
    type: choice('text', 'number', 'quantity', 'price', 'list', 'boolean', 'rating', 'date', 'link'),
    /** Which end is better, and comes first when readers sort by it; for prices lower, for ratings higher. */
    better: choice('higher', 'lower', 'none'),
    /** How early the column is wanted where there is little room; 1 is first. */
    priority: number,
    /** What the column says, for readers who do not know the term. */
    description: text,
  },
  'id',
);

const annotated = object({
  /** A remark that belongs to the value. */
  note: text,
  /** Where the value links to: an http or https address. */
  url,
});
export const spec: Reader<Json> = (value, ...place) =>
  isRecord(value) ? (annotated(value as Json, ...place) as Json | undefined) : value;

export const offer = object({
  /** Who sells it. */
  seller: text,
  /** Where it is sold: an http or https address. */
  url,
  /** The price as it should be read, such as $32.77, or $32.77/500g with what it buys. */
  price: text,
  /** How much of it that price buys, such as 500 g or 90 tablets; then what a unit costs is shown as well. */
  size: text,
  /** When the price was looked up: a day such as 2026-04-30, or a moment such as 2026-04-30T12:00:00Z. */
  asOf: date,
  /** Whether you earn from the link; then the document needs a disclosure. */
  paid,
});

export const product = object(
  {
    /** Its name in addresses and attributes; made from the name where it is left out. */
    id: text,
    /** What the product is called: the one member that it has to have. */
    name: text,
    /** Who makes it. */
    brand: text,
    /** What it is picked for, such as Best overall. */
    award: text,
    /** Whom or what it suits best. */
    bestFor: text,
    /** What it is, in a sentence or two. */
    summary: text,
    /** What you conclude, in a sentence or two. */
    verdict: text,
    /** Your full review of it: an http or https address. */
    url,
    /** A picture of it. */
    image: object(
      {
        /** The address of the image. */
        src: url,
        /** What the image shows, for readers who do not see it. */
        alt: text,
        /** Its width in pixels. */
        width: number,
        /** Its height in pixels. */
        height: number,
      },
      'src',
    ),
    /** What is known of it, by column: text as you would type it, a number, true or false, a list; null if unknown. */
    specs: recordOf(spec),
    /** Its scores, by the id of the criterion: a number, or an object that says why; null where it was not tested. */
    scores: recordOf(score),
    /** The score that your article states; it is checked against the composite and never shown. */
    statedScore: text,
    /** What speaks for it, a few words each. */
    pros: list(text),
    /** What speaks against it, a few words each. */
    cons: list(text),
    /** Where it is sold, and for how much. */
    offers: list(offer),
    /** What you say of it rests on these. */
    sources: list(source),
  },
  'name',
);

/** The whole document. */
export const readWhole = object({
  /** The version of this format: 1, also if it is left out. */
  version: json,
  /** What is compared, such as Leaky gut supplements: the caption of the table. */
  title: text,
  /** What the comparison is about, in a sentence or two. */
  description: text,
  /** The language of the texts as a BCP 47 tag, such as en or pt-BR; the page's if it is left out. */
  language: textLike({ test: isLanguage }, 'a BCP 47 tag such as en or pt-BR'),
  /** The currency of prices that name none, as an ISO 4217 code such as USD. */
  currency: textLike(/^[A-Z]{3}$/, 'an ISO 4217 code such as USD'),
  /** Who wrote it. */
  author: party,
  /** Who publishes it. */
  publisher: party,
  /** When it was last revised: a day such as 2026-04-30, or a moment such as 2026-04-30T12:00:00Z. */
  updated: date,
  /** How you earn from it, as your readers should know it; needed as soon as an offer is paid. */
  disclosure: text,
  /** How the scores are made: scale, criteria, weights. */
  rubric,
  /** The order, labels and types of the specs; as they first appear if it is left out. */
  columns: list(column),
  /** What is compared, one at least. */
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
