/** Every public name of the package, without side effects: `main.ts` registers the elements as well. */
export type { Snapshot } from './elements/context.js';
export type {
  ErrorDetail,
  FilterDetail,
  LayoutDetail,
  ReadyDetail,
  SelectDetail,
  SortDetail,
  ViewDetail,
  WeightsChangeDetail,
} from './elements/events.js';
export { G6Comparison } from './elements/g6-comparison.js';
export { G6ComparisonTable } from './elements/g6-comparison-table.js';
export { G6ProductCard } from './elements/g6-product-card.js';
export { G6ScoreBreakdown } from './elements/g6-score-breakdown.js';
export { G6ScoreWeights } from './elements/g6-score-weights.js';
export { DocumentError } from './elements/state.js';
export { version } from './elements/version.js';
export { LoadError, type LoadErrorKind } from './load/load-error.js';
export * from './model/index.js';
