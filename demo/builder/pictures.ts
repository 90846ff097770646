/** The pictures of a document, which come from the web: nothing is asked for there unless the author wants it. */
import type { DocumentJson } from 'g6-comparison/import';
import { productsOf } from './grid-plan.js';
import { isRecord } from './json.js';

const made = new WeakMap<DocumentJson, DocumentJson>();

/** A document without its pictures; the same one where it has none. */
export function withoutPictures(document: DocumentJson): DocumentJson {
  const known = made.get(document);
  if (known) return known;
  const products = productsOf(document);
  const hasPictures = products.some((product) => isRecord(product) && product.image !== undefined);
  const plain = hasPictures
    ? {
        ...document,
        products: products.map((product) => {
          if (!isRecord(product)) return product;
          const { image: _, ...others } = product;
          return others;
        }),
      }
    : document;
  made.set(document, plain);
  return plain;
}
