/** What is best in a column, as a reader of the column would say it. */
import { expect } from '@open-wc/testing';
import { bestIn } from '../../src/model/best.js';
import { type Comparison, readComparison } from '../../src/model/comparison.js';
import { scoreProducts } from '../../src/model/rank.js';

describe('bestIn', () => {
  for (const [better, values, best] of [
    ['higher', '60 km, 90 km, 70 km', '90 km'],
    ['lower', '60 km, 90 km, 70 km', '60 km'],
    ['higher', '5 g, 5000 mg, 4 g', '5 g, 5000 mg'],
    ['higher', '5 g, 5 g', ''],
    ['higher', '5 g', ''],
    ['higher', '5 g, –', ''],
    // What ranges and bounds may reach counts for them nowhere, and against others everywhere.
    ['higher', 'up to 90 km, 50–200 km, 60 km', ''],
    ['higher', '<70 km, 60 km', ''],
    ['higher', '<70 km, 70 km, 60 km', '70 km'],
    ['higher', '≥100 km, 80–120 km', ''],
    ['higher', '≥100 km, 80–100 km', '≥100 km'],
    ['lower', '0.8–1.1 kg, 2 lb, 950 g', ''],
    ['lower', '3–4 kg, 5 kg, 4 kg', '3–4 kg'],
    ['lower', 'from 3 kg, 4 kg', ''],
    ['lower', 'at most 3 kg, 4 kg', 'at most 3 kg'],
    ['lower', '$5–6/month, $48/year, $7/month', '$48/year'],
    ['none', '1 g, 2 g', ''],
  ] as const) {
    it(`of ${values} is ${best || 'none'}, where the ${better} is better`, () => {
      const products = values.split(', ').map((amount, index) => ({ name: `Product ${index}`, specs: { amount } }));
      const { comparison } = readComparison({ columns: [{ id: 'amount', better }], products });
      const found = bestIn(comparison as Comparison, scoreProducts(comparison as Comparison), 'amount', better);
      expect([...found].map(({ cells }) => cells.amount?.text).join(', ')).to.equal(best);
    });
  }
});
