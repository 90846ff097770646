/**
 * What the script begins with, so that it is small on its way. A compressor finds again what it has seen within 32 KiB, and
 * style sheets are most like each other, then what computes, then what draws: they stand together, in this order. Leaves
 * what is defined to `src/define.ts`.
 */
import '../elements/styles.js';
import '../elements/breakdown-styles.js';
import '../elements/offer-styles.js';
import '../elements/product-card-styles.js';
import '../elements/weights-styles.js';
import '../elements/stability-styles.js';
import '../elements/table-styles.js';
import '../elements/print-styles.js';
import '../model/index.js';
import '../define.js';
