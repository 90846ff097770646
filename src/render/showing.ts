/** What of a comparison an element shows, for search engines: the elements' own answer, without a page. */
import { priceDate } from '../elements/price-moment.js';
import type { ComparisonState } from '../elements/state.js';
import { localeFor } from '../elements/strings.js';
import { cardShowing, tableShowing } from '../elements/structured-data.js';
import { tableColumns } from '../elements/table-columns.js';
import type { Showing } from '../json-ld/json-ld.js';
import type { PageElement } from './page-elements.js';

/** What a table or a card shows of a comparison; nothing for the other elements, and for a product that is not there. */
export function showingOf({ tag, attributes }: PageElement, { snapshot }: ComparisonState): Showing | undefined {
  const { comparison, published } = snapshot;
  const { product: id, columns = '', sort = '', limit, layout = '' } = attributes;
  if (!comparison) return undefined;
  const { products, language } = comparison;
  const date = priceDate(snapshot, attributes['price-max-age']);
  const linkParams = attributes['link-params'] ?? '';
  if (tag === 'g6-comparison-table') {
    const most = Number.parseInt(limit ?? '', 10);
    const all = tableColumns(comparison, columns, localeFor(language), date);
    return tableShowing(comparison, published, sort, all, most > 0 ? most : undefined, layout, date, linkParams);
  }
  const product = products.length > 1 || id !== undefined ? products.find((one) => one.id === id) : products[0];
  return tag === 'g6-product-card' && product
    ? cardShowing(comparison, product, product.image?.src, date, linkParams)
    : undefined;
}
