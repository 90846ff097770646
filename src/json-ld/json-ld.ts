/**
 * A comparison as schema.org data: what a page shows of it, nothing else, and the publisher's scores whatever the
 * reader's weights. Leaves what is shown to who shows it, and its text to `script-text.ts`.
 *
 * Google's rules that are built in: a rating is of one product, never of the list; a review has a named author; pros and
 * cons are at least two statements together; a product without a review and without an offer is an entry by its name.
 */
import type {
  BrandLeaf,
  ItemListLeaf,
  ListItemLeaf,
  OrganizationLeaf,
  PersonLeaf,
  ProductLeaf,
  RatingLeaf,
  ReviewLeaf,
  WithContext,
} from 'schema-dts';
import type { Comparison, Product } from '../model/comparison.js';
import type { Party } from '../model/document.js';
import type { ProductScore, Ranking } from '../model/score.js';

/** What of a comparison or a product a page shows, as far as the vocabulary has a term for it; a name is always shown. */
export type Part =
  | 'title'
  | 'description'
  | 'author'
  | 'publisher'
  | 'updated'
  | 'url'
  | 'brand'
  | 'image'
  | 'summary'
  | 'score'
  | 'points';

/** The products that a page shows, each with what it shows of them. */
export type Showing = ReadonlyMap<Product, ReadonlySet<Part>>;

/** The members of a node, each with its known terms only; those that are `undefined` are not written. */
const node = <T>(members: { [K in keyof T]: T[K] | undefined }): T => members as T;

const person = ({ name, url }: Party): PersonLeaf => node<PersonLeaf>({ '@type': 'Person', name, url });
const team = ({ name, url }: Party): OrganizationLeaf => node<OrganizationLeaf>({ '@type': 'Organization', name, url });

const entries = (items: readonly ListItemLeaf[]): ItemListLeaf => ({ '@type': 'ItemList', itemListElement: items });

/** Statements for or against a product, in their order. */
const statements = (texts: readonly string[]): ItemListLeaf | undefined =>
  texts.length
    ? entries(texts.map((name, index) => node<ListItemLeaf>({ '@type': 'ListItem', position: index + 1, name })))
    : undefined;

/** The review that a page shows of a product: with a full composite, or with statements, and with who says it. */
function reviewOf(
  { product: { pros = [], cons = [] }, composite, partial }: ProductScore,
  { author, publisher, updated, rubric }: Comparison,
  shows: ReadonlySet<Part>,
): ReviewLeaf | undefined {
  const house = shows.has('publisher') && publisher?.name ? publisher : undefined;
  // Who is called as the house is no person.
  const writer = shows.has('author') && author?.name && author.name !== house?.name ? person(author) : undefined;
  const by = writer ?? (house && team(house));
  // A partial composite would be read like a full one.
  const isRated = rubric && composite && !partial && shows.has('score');
  const isWeighed = shows.has('points') && pros.length + cons.length > 1;
  if (!by || !(isRated || isWeighed)) return undefined;
  return node<ReviewLeaf>({
    '@type': 'Review',
    author: by,
    publisher: house && team(house),
    dateModified: shows.has('updated') ? updated : undefined,
    reviewRating: isRated
      ? node<RatingLeaf>({
          '@type': 'Rating',
          ratingValue: composite as `${number}`,
          bestRating: rubric.scale.max,
          worstRating: rubric.scale.min,
        })
      : undefined,
    positiveNotes: isWeighed ? statements(pros) : undefined,
    negativeNotes: isWeighed ? statements(cons) : undefined,
  });
}

/** A product with its review, as far as it is shown; `undefined` where there is nothing to say of it but its name. */
function productOf(score: ProductScore, comparison: Comparison, shows: ReadonlySet<Part>): ProductLeaf | undefined {
  const { name, brand, url, image, summary } = score.product;
  const review = reviewOf(score, comparison, shows);
  if (!review) return undefined;
  return node<ProductLeaf>({
    '@type': 'Product',
    name,
    // A name may have it in it.
    brand:
      brand && (shows.has('brand') || name.includes(brand))
        ? node<BrandLeaf>({ '@type': 'Brand', name: brand })
        : undefined,
    url: shows.has('url') ? url : undefined,
    image: shows.has('image') ? image?.src : undefined,
    description: shows.has('summary') ? summary : undefined,
    review,
  });
}

/**
 * The products that are shown, in the order of `ranking`, which is the publisher's: a list of them, or the one that there
 * is. `undefined` where nothing is to be said. Members that are `undefined` are not there.
 */
export function jsonLd(comparison: Comparison, ranking: Ranking, showing: Showing): object | undefined {
  const shown = ranking.filter(({ product }) => showing.has(product));
  const [first, second] = shown;
  const partsOf = ({ product }: ProductScore) => showing.get(product) as ReadonlySet<Part>;
  if (!first) return undefined;
  if (!second) {
    const only = productOf(first, comparison, partsOf(first));
    return only && ({ '@context': 'https://schema.org', ...only } satisfies WithContext<ProductLeaf>);
  }
  const { title, description } = comparison;
  const isShown = (part: Part) => shown.some((score) => partsOf(score).has(part));
  const list = node<ItemListLeaf>({
    ...entries(
      shown.map((score, index) => {
        const { name, url } = score.product;
        const item = productOf(score, comparison, partsOf(score));
        return node<ListItemLeaf>({
          '@type': 'ListItem',
          position: index + 1,
          item,
          name: item ? undefined : name,
          url: !item && partsOf(score).has('url') ? url : undefined,
        });
      }),
    ),
    name: isShown('title') ? title : undefined,
    description: isShown('description') ? description : undefined,
    itemListOrder: first.exact ? 'https://schema.org/ItemListOrderDescending' : undefined,
  });
  return { '@context': 'https://schema.org', ...list } satisfies WithContext<ItemListLeaf>;
}
