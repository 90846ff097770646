/**
 * A comparison as schema.org data: what a page shows of it, nothing else, and the publisher's scores whatever the
 * reader's weights. Leaves what is shown to who shows it, offers to `offers.ts`, and its
 * text to `script-text.ts`.
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
import type { PricedOffer } from '../model/offer.js';
import type { ProductScore, Ranking } from '../model/score.js';
import { offersTerm } from './offers.js';

/** What a page shows of a comparison and of a product in it, as far as there is a term for it; a name is always shown. */
export interface Shown {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly author?: Party | undefined;
  readonly publisher?: Party | undefined;
  readonly updated?: string | undefined;
  readonly brand?: string | undefined;
  readonly url?: string | undefined;
  /** The address of its picture. */
  readonly image?: string | undefined;
  readonly summary?: string | undefined;
  /** Whether its composite is. */
  readonly score?: boolean;
  readonly pros?: readonly string[] | undefined;
  readonly cons?: readonly string[] | undefined;
  /** Those that are shown, each with the address that its link has there. */
  readonly offers?: readonly PricedOffer[] | undefined;
}

/** The products that a page shows, each with what it shows of them. */
export type Showing = ReadonlyMap<Product, Shown>;

/** The members of a node, each with its known terms only; those that are `undefined` are not written. */
const node = <T>(members: { [K in keyof T]: T[K] | undefined }): T => members as T;

const named = <T>(type: string, { name, url }: Party = {}): T | undefined =>
  name ? ({ '@type': type, name, url } as T) : undefined;

/** A list of what stands in it, each in its place. */
const listOf = (entries: readonly Partial<ListItemLeaf>[]): ItemListLeaf => ({
  '@type': 'ItemList',
  itemListElement: entries.map((entry, index) => ({ '@type': 'ListItem', position: index + 1, ...entry })),
});

/** A product with its review as far as they are shown; `undefined` where there is nothing to say of it but its name. */
function productOf(
  { product: { name }, composite, partial }: ProductScore,
  shown: Shown,
  comparison: Comparison,
): ProductLeaf | undefined {
  const { author, publisher, updated, brand, url, image, summary, score, pros = [], cons = [] } = shown;
  const { scale } = comparison.rubric ?? {};
  const house = named<OrganizationLeaf>('Organization', publisher);
  // Who is called as the house is no person.
  const by = (author?.name !== publisher?.name && named<PersonLeaf>('Person', author)) || house;
  // A partial composite would be read like a full one.
  const isRated = scale && score && composite && !partial;
  const notes = (texts: readonly string[]) =>
    texts[0] && pros.length + cons.length > 1 ? listOf(texts.map((text) => ({ name: text }))) : undefined;
  const positiveNotes = notes(pros);
  const negativeNotes = notes(cons);
  const review = by && (isRated || positiveNotes || negativeNotes);
  const offers = offersTerm(shown.offers);
  if (!review && !offers) return undefined;
  return node<ProductLeaf>({
    '@type': 'Product',
    name,
    url,
    brand: brand ? named<BrandLeaf>('Brand', { name: brand }) : undefined,
    image,
    description: summary,
    offers,
    review: review
      ? node<ReviewLeaf>({
          '@type': 'Review',
          author: by,
          publisher: house,
          dateModified: updated,
          reviewRating: isRated
            ? ({
                '@type': 'Rating',
                ratingValue: composite as `${number}`,
                bestRating: scale.max,
                worstRating: scale.min,
              } satisfies RatingLeaf)
            : undefined,
          positiveNotes,
          negativeNotes,
        })
      : undefined,
  });
}

/**
 * The products that are shown, in the order of `ranking`, which is the publisher's: a list of them, or the one that there
 * is. `undefined` where nothing is to be said. Members that are `undefined` are not there.
 */
export function jsonLd(comparison: Comparison, ranking: Ranking, showing: Showing): object | undefined {
  const whole: Shown = Object.assign({}, ...showing.values());
  const entries = ranking.flatMap((score) => {
    const { product } = score;
    const shown = showing.get(product);
    if (!shown) return [];
    const item = productOf(score, shown, comparison);
    return node<Partial<ListItemLeaf>>(item ? { item } : { name: product.name, url: shown.url });
  });
  const context = { '@context': 'https://schema.org' } as const;
  if (entries.length < 2) {
    const only = entries[0]?.item as ProductLeaf | undefined;
    return only && ({ ...context, ...only } satisfies WithContext<ProductLeaf>);
  }
  return {
    ...context,
    ...listOf(entries),
    ...node<Omit<ItemListLeaf, '@type'>>({
      name: whole.title,
      description: whole.description,
      itemListOrder: ranking[0]?.exact ? 'https://schema.org/ItemListOrderDescending' : undefined,
    }),
  } satisfies WithContext<ItemListLeaf>;
}
