/** Every public name of `g6-comparison/model`: pure functions that run in Node as in a browser. */
export type { Cell } from './cell.js';
export { type Citation, cite } from './citation.js';
export type { Column } from './column.js';
export {
  type Comparison,
  type Criterion,
  type Product,
  type ReadOptions,
  type ReadResult,
  type Rubric,
  readComparison,
  slugOf,
} from './comparison.js';
export type { Diagnostic, DiagnosticCode } from './diagnostic.js';
export type { Band, Better, ColumnType, ComparisonDocument, Offer, Party, Score, Source } from './document.js';
export { Fraction, type ShownParts } from './exact.js';
export {
  type ChoiceFacet,
  type Facet,
  type FacetOption,
  type Filter,
  facetsOf,
  filterProducts,
  type Interval,
  isFiltered,
  type RangeFacet,
  type TextOf,
} from './filter.js';
export { compareProducts, type Difference, type HeadToHead, showDifferences } from './head-to-head.js';
export { linkParamsFor, withLinkParams } from './link-params.js';
export {
  hasPaidOffers,
  isStale,
  offersOf,
  type PriceDate,
  type PricedOffer,
  parseAge,
  type UnitPrice,
} from './offer.js';
export { orderProducts, parseSort, type SortKey, writeSort } from './order.js';
export { type Basis, parseQuantity, type Quantity, type QuantityOptions } from './quantity.js';
export { placesGained, scoreProducts } from './rank.js';
export {
  bandOf,
  type Contribution,
  type Partial as PartialScore,
  type ProductScore,
  type Ranking,
  showContributions,
  showWeights,
  type Weights,
} from './score.js';
export {
  type Contest,
  type Overtaking,
  type PlaceStability,
  type RankStability,
  rankStability,
  type ShownOvertaking,
  showOvertaking,
} from './stability.js';
export { parseView, readFragment, type View, writeFragment, writeView } from './view.js';
export {
  equalWeights,
  moveWeight,
  percentagesOf,
  type WeightMove,
  weightsWithFirst,
} from './weighting.js';
