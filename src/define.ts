/** Registers the elements, the scope first: one that came later would find its children already looking elsewhere. */
import { G6Comparison } from './elements/g6-comparison.js';
import { G6ComparisonTable } from './elements/g6-comparison-table.js';
import { G6ProductCard } from './elements/g6-product-card.js';
import { G6ScoreBreakdown } from './elements/g6-score-breakdown.js';
import { G6ScoreWeights } from './elements/g6-score-weights.js';

for (const element of [G6Comparison, G6ComparisonTable, G6ScoreBreakdown, G6ScoreWeights, G6ProductCard])
  element.define();
