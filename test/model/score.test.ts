/** Composites and their parts: the article's own figures, every scale and weighting, and an oracle in fraction.js. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import Oracle from 'fraction.js';
import type { Comparison } from '../../src/model/comparison.js';
import { readComparison } from '../../src/model/comparison.js';
import { Fraction } from '../../src/model/exact.js';
import { scoreProducts } from '../../src/model/rank.js';
import {
  bandOf,
  contradiction,
  type ProductScore,
  scoreProduct,
  showContributions,
  showWeights,
  type Weights,
  weigh,
} from '../../src/model/score.js';
import { leakyGut } from '../fixtures/leaky-gut.js';

function comparisonOf(document: unknown): Comparison {
  const { comparison, diagnostics } = readComparison(document);
  if (!comparison) throw new Error(diagnostics.map(({ message }) => message).join(' '));
  return comparison;
}

const fractionOf = (value: number): Fraction => Fraction.of(value) ?? Fraction.zero;

/** Criteria a, b, c … with these weights, and one product for each list of scores (`null`: not scored). */
function rubricOf(
  weights: readonly number[],
  products: readonly (readonly (number | null)[])[],
  rubric: object = {},
): Comparison {
  const id = (index: number) => String.fromCharCode(97 + index);
  return comparisonOf({
    rubric: { criteria: weights.map((weight, index) => ({ id: id(index), weight })), ...rubric },
    products: products.map((scores, product) => ({
      name: `Product ${product + 1}`,
      scores: Object.fromEntries(scores.map((score, index) => [id(index), score])),
    })),
  });
}

function scoreOf(comparison: Comparison, id = comparison.products[0]?.id, weights?: Weights): ProductScore {
  const score = scoreProducts(comparison, weights).find(({ product }) => product.id === id);
  if (!score) throw new Error(`There is no product ${id}.`);
  return score;
}

describe('the article', () => {
  const article = comparisonOf(leakyGut);
  const products: readonly (readonly [
    id: string,
    composite: string,
    exact: string,
    rank: number,
    parts: readonly string[],
    total: string,
  ])[] = [
    ['thorne-l-glutamine', '9.0', '8.975', 1, ['2.700', '2.375', '1.600', '1.350', '0.950'], '8.975'],
    ['zinc-carnosine', '8.6', '8.575', 2, ['2.700', '2.250', '1.500', '1.275', '0.850'], '8.575'],
    ['colostrum-ld', '8.0', '8', 3, ['2.400', '2.125', '1.400', '1.275', '0.800'], '8.000'],
    ['trust-your-gut', '7.5', '7.475', 4, ['1.950', '1.875', '1.600', '1.200', '0.850'], '7.475'],
  ];
  for (const [id, composite, exact, rank, parts, total] of products) {
    it(`gives ${id} ${composite}, exactly ${exact}, place ${rank}`, () => {
      const score = scoreOf(article, id);
      expect(score.composite).to.equal(composite);
      expect(`${score.exact}`).to.equal(exact);
      expect(score.rank).to.equal(rank);
      expect(score.partial).to.equal(undefined);
    });

    it(`shows the parts of ${id} as ${parts.join(' + ')} = ${total}`, () => {
      expect(showContributions(scoreOf(article, id))).to.deep.equal({ parts, total, exact: true });
    });
  }

  it('shows the weights as 30, 25, 20, 15 and 10 per cent', () => {
    expect(showWeights(scoreOf(article))).to.deep.equal(['30', '25', '20', '15', '10']);
  });

  it('lists contributions in the order of the rubric, with their scores', () => {
    const { contributions } = scoreOf(article);
    expect(contributions.map(({ criterion, score }) => [criterion.label, score])).to.deep.equal([
      ['Evidence Quality', 9],
      ['Ingredient Transparency', 9.5],
      ['Value', 8],
      ['Real-World Performance', 9],
      ['Third-Party Verification', 9.5],
    ]);
    expect(contributions.map(({ weight }) => `${weight}`)).to.deep.equal(['0.3', '0.25', '0.2', '0.15', '0.1']);
    expect(contributions.map(({ exact }) => `${exact}`)).to.deep.equal(['2.7', '2.375', '1.6', '1.35', '0.95']);
  });

  it('rounds 9.5 × 25 % to 2.38 and 8.5 × 15 % to 1.28', () => {
    expect(scoreOf(article, 'thorne-l-glutamine').contributions[1]?.exact?.toFixed(2)).to.equal('2.38');
    expect(scoreOf(article, 'zinc-carnosine').contributions[3]?.exact?.toFixed(2)).to.equal('1.28');
  });

  const mismatches: readonly (readonly [id: string, stated: string, isWrong: boolean])[] = [
    ['thorne-l-glutamine', '8.7', true],
    ['zinc-carnosine', '8.6', false],
    ['colostrum-ld', '8.2', true],
    ['trust-your-gut', '7.3', true],
  ];
  for (const [id, stated, isWrong] of mismatches) {
    it(`finds that the headline ${stated} of ${id} ${isWrong ? 'contradicts' : 'agrees with'} its own table`, () => {
      expect(contradiction(stated, scoreOf(article, id).exact ?? Fraction.zero) !== undefined).to.equal(isWrong);
    });
  }
});

describe('weights', () => {
  const same: readonly (readonly [what: string, weights: readonly number[]])[] = [
    ['100', [50, 30, 20]],
    ['1', [0.5, 0.3, 0.2]],
    ['7', [3.5, 2.1, 1.4]],
    ['10⁻⁶', [5e-7, 3e-7, 2e-7]],
    ['10²²', [5e21, 3e21, 2e21]],
  ];
  for (const [what, weights] of same) {
    it(`that sum to ${what} mean what they are to one another`, () => {
      const score = scoreOf(rubricOf(weights, [[9, 8, 7.5]]));
      expect(`${score.exact}`).to.equal('8.4');
      expect(showWeights(score)).to.deep.equal(['50', '30', '20']);
      expect(showContributions(score)?.parts).to.deep.equal(['4.50', '2.40', '1.50']);
    });
  }

  it('that are three equal thirds are shown with one decimal and still sum to 100', () => {
    const score = scoreOf(rubricOf([1, 1, 1], [[9, 8, 7]]));
    expect(showWeights(score)).to.deep.equal(['33.4', '33.3', '33.3']);
  });

  it('of a partial composite are those of what was scored', () => {
    // 30, 25 and 25 of 80; without a composite every weight is the rubric's own.
    const scores = [[9.1, null, 8, 7]];
    expect(showWeights(scoreOf(rubricOf([30, 20, 25, 25], scores)))).to.deep.equal(['37.5', undefined, '31.3', '31.2']);
    expect(showWeights(scoreOf(rubricOf([30, 20, 25, 25], scores, { missing: 'unrated' })))).to.deep.equal([
      '30',
      '20',
      '25',
      '25',
    ]);
  });

  it('with a half are all shown with one decimal', () => {
    const score = scoreOf(rubricOf([12.5, 87.5], [[9, 8]]));
    expect(showWeights(score)).to.deep.equal(['12.5', '87.5']);
  });

  it('of zero leave their criterion out of the composite, and its absence does not make the composite partial', () => {
    for (const missing of ['renormalise', 'unrated']) {
      const score = scoreOf(rubricOf([1, 0], [[9, null]], { missing }));
      expect(`${score.exact}`).to.equal('9');
      expect(score.partial).to.equal(undefined);
      expect(showContributions(score)?.parts).to.deep.equal(['9.00', undefined]);
    }
  });

  it('of zero contribute nothing where the criterion is scored', () => {
    const score = scoreOf(rubricOf([1, 0], [[9, 3]]));
    expect(`${score.exact}`).to.equal('9');
    expect(showContributions(score)?.parts).to.deep.equal(['9.00', '0.00']);
  });

  it('that are all zero give no composite and no place', () => {
    const score = scoreOf(rubricOf([0, 0], [[9, 3]]));
    expect(score).to.have.all.keys('product', 'contributions');
    expect(score.contributions).to.deep.equal([]);
    expect(showContributions(score)).to.equal(undefined);
    expect(showWeights(score)).to.deep.equal([]);
  });
});

describe('the reader’s weights', () => {
  const comparison = rubricOf(
    [50, 50],
    [
      [9, 5],
      [5, 9],
    ],
  );
  const cases: readonly (readonly [weights: Weights, first: string, second: string])[] = [
    [{}, '7', '7'],
    [{ a: 100, b: 0 }, '9', '5'],
    [{ a: 0, b: 0.1 }, '5', '9'],
    [{ a: 150 }, '8', '6'],
    [{ a: 150, unknown: 1000 }, '8', '6'],
    [{ a: -1 }, '5', '9'],
    [{ a: Number.NaN }, '5', '9'],
    [{ a: Number.POSITIVE_INFINITY }, '5', '9'],
  ];
  for (const [weights, first, second] of cases) {
    const input = Object.entries(weights).map((entry) => entry.join(' = '));
    it(`${input.join(', ') || 'left alone'} give ${first} and ${second}`, () => {
      expect(`${scoreOf(comparison, 'product-1', weights).exact}`).to.equal(first);
      expect(`${scoreOf(comparison, 'product-2', weights).exact}`).to.equal(second);
    });
  }

  it('that are all zero give no composite', () => {
    expect(scoreProducts(comparison, { a: 0, b: 0 }).map(({ exact, rank }) => exact ?? rank)).to.deep.equal([
      undefined,
      undefined,
    ]);
  });

  it('change neither the comparison nor the publisher’s own ranking', () => {
    const before = JSON.stringify(scoreProducts(comparison));
    scoreProducts(comparison, { a: 100, b: 1 });
    expect(JSON.stringify(scoreProducts(comparison))).to.equal(before);
  });

  it('are looked up as own members only', () => {
    const inherited = comparisonOf({
      rubric: {
        criteria: [
          { id: 'constructor', weight: 1 },
          { id: 'toString', weight: 3 },
        ],
      },
      products: [{ name: 'A', scores: { constructor: 10, toString: 6 } }],
    });
    expect(`${scoreOf(inherited, 'a', {}).exact}`).to.equal('7');
    expect(`${scoreOf(inherited, 'a', { constructor: 3 } as unknown as Weights).exact}`).to.equal('8');
  });
});

describe('scales', () => {
  const cases: readonly (readonly [min: number, max: number, scores: readonly number[], exact: string])[] = [
    [0, 5, [4.5, 3], '3.9'],
    [0, 100, [92, 81], '87.6'],
    [1, 10, [1, 10], '4.6'],
    [-5, 5, [-5, 5], '-1'],
    [-5, 5, [-2.5, -1.25], '-2'],
    [0, 0.001, [0.0005, 0.001], '0.0007'],
    [0, 1e21, [1e21, 0], '600000000000000000000'],
  ];
  for (const [min, max, scores, exact] of cases) {
    it(`from ${min} to ${max} give ${scores.join(' and ')} at 60 : 40 a composite of ${exact}`, () => {
      expect(`${scoreOf(rubricOf([60, 40], [scores], { scale: { min, max } })).exact}`).to.equal(exact);
    });
  }

  const decimals: readonly (readonly [decimals: number, composite: string])[] = [
    [0, '9'],
    [1, '9.0'],
    [2, '8.98'],
    [3, '8.975'],
    [4, '8.9750'],
  ];
  for (const [places, composite] of decimals) {
    it(`show 8.975 at ${places} decimals as ${composite}`, () => {
      expect(scoreOf(rubricOf([1], [[8.975]], { decimals: places })).composite).to.equal(composite);
    });
  }
});

describe('missing scores', () => {
  const weights = [50, 30, 20];

  it('renormalise to the weights that were scored, with the share and the interval', () => {
    const score = scoreOf(rubricOf(weights, [[9, null, 8]]));
    // (50 × 9 + 20 × 8) / 70 = 610 / 70; with 0 or 10 in the gap 610 / 100 and 910 / 100.
    expect(score.exact?.compare(new Fraction(61n, 7n))).to.equal(0);
    expect(score.composite).to.equal('8.7');
    expect(`${score.partial?.share}`).to.equal('0.7');
    expect(`${score.partial?.lowest}`).to.equal('6.1');
    expect(`${score.partial?.highest}`).to.equal('9.1');
    expect(score.rank).to.equal(1);
  });

  it('leave their criterion without a part, and the parts that are there sum to the total', () => {
    const score = scoreOf(rubricOf(weights, [[9, null, 8]]));
    expect(showContributions(score)).to.deep.equal({
      parts: ['6.43', undefined, '2.28'],
      total: '8.71',
      exact: false,
    });
    expect(score.contributions[1]).to.have.all.keys('criterion', 'weight');
  });

  it('reach from the lowest to the highest of a scale that does not start at zero', () => {
    const score = scoreOf(rubricOf(weights, [[3, null, null]], { scale: { min: -5, max: 5 } }));
    expect(`${score.exact} ${score.partial?.share}`).to.equal('3 0.5');
    expect(`${score.partial?.lowest} ${score.partial?.highest}`).to.equal('-1 4');
  });

  it('leave a product without composite, place and parts where the rubric says unrated', () => {
    const comparison = rubricOf(
      weights,
      [
        [9, null, 8],
        [5, 5, 5],
      ],
      { missing: 'unrated' },
    );
    const score = scoreOf(comparison);
    expect(score).to.have.all.keys('product', 'contributions');
    expect(score.contributions.map((part) => part.score)).to.deep.equal([9, undefined, 8]);
    expect(score.contributions.every((part) => part.exact === undefined)).to.equal(true);
    expect(showContributions(score)).to.equal(undefined);
    expect(scoreOf(comparison, 'product-2').rank).to.equal(1);
  });

  for (const missing of ['renormalise', 'unrated']) {
    it(`of every criterion give no composite with ${missing}`, () => {
      expect(scoreOf(rubricOf(weights, [[null, null, null]], { missing })).exact).to.equal(undefined);
      expect(scoreOf(rubricOf(weights, [[]], { missing })).exact).to.equal(undefined);
    });
  }

  it('of all criteria that weigh anything give no composite', () => {
    expect(scoreOf(rubricOf([1, 0], [[null, 9]])).exact).to.equal(undefined);
  });

  it('are not zeros: a score of 0 counts', () => {
    const score = scoreOf(rubricOf([1, 1], [[0, 8]]));
    expect(`${score.exact}`).to.equal('4');
    expect(score.partial).to.equal(undefined);
  });
});

describe('no rubric', () => {
  for (const [what, rubric] of [
    ['no rubric', undefined],
    ['a rubric without criteria', {}],
  ] as const) {
    it(`in a document with ${what} gives every product no score, in the document’s order`, () => {
      const comparison = comparisonOf({ rubric, products: ['B', 'A'] });
      const ranking = scoreProducts(comparison);
      expect(ranking.map(({ product }) => product.name)).to.deep.equal(['B', 'A']);
      for (const score of ranking) {
        expect(score).to.have.all.keys('product', 'contributions');
        expect(score.contributions).to.deep.equal([]);
      }
      expect(scoreProducts(comparison, { evidence: 1 }).every(({ exact }) => exact === undefined)).to.equal(true);
    });
  }
});

describe('bandOf', () => {
  const bands = [
    { from: 5, label: 'Fair' },
    { from: 8.5, label: 'Excellent' },
    { from: 7, label: 'Good' },
    { from: -2, label: 'Poor' },
  ];
  const cases: readonly (readonly [score: number | null, decimals: number, label: string | undefined])[] = [
    [10, 1, 'Excellent'],
    [8.5, 1, 'Excellent'],
    // Shown as 8.5, and so in the band of 8.5.
    [8.45, 1, 'Excellent'],
    [8.45, 2, 'Good'],
    [8.4499, 1, 'Good'],
    [7, 1, 'Good'],
    [6.9499, 1, 'Fair'],
    [5, 0, 'Fair'],
    [4.9, 1, 'Poor'],
    [-2, 1, 'Poor'],
    [-2.1, 1, undefined],
    [null, 1, undefined],
  ];
  for (const [score, decimals, label] of cases) {
    it(`puts ${score ?? 'no score'} at ${decimals} decimals in ${label ?? 'no band'}`, () => {
      const comparison = rubricOf([1], [[score]], { bands, decimals, scale: { min: -10, max: 10 } });
      expect(comparison.rubric && bandOf(scoreOf(comparison), comparison.rubric)?.label).to.equal(label);
    });
  }
});

describe('contradiction', () => {
  const cases: readonly (readonly [stated: string, exact: number, isWrong: boolean])[] = [
    ['9', 8.975, false],
    ['9.0', 8.975, false],
    ['8.98', 8.975, false],
    ['8.975', 8.975, false],
    ['8.9750', 8.975, false],
    ['8.97', 8.975, true],
    ['8.9', 8.975, true],
    ['8', 8.975, true],
    ['8.7', 8.975, true],
    ['9.0/10', 8.975, false],
    ['8.7/10', 8.975, true],
    ['8.7 out of 10', 8.7, false],
    ['-2.5', -2.5, false],
    ['2.5', -2.5, true],
    ['0', 0.4, false],
    ['excellent', 8.975, true],
    ['', 8.975, true],
  ];
  for (const [stated, exact, isWrong] of cases) {
    it(`says that “${stated}” ${isWrong ? 'contradicts' : 'agrees with'} ${exact}`, () => {
      expect(contradiction(stated, fractionOf(exact)) !== undefined).to.equal(isWrong);
    });
  }
});

describe('weigh', () => {
  it('gives shares that sum to exactly 1', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 20 }), (units) => {
        const { rubric } = rubricOf(
          units.map((unit) => unit / 1e4),
          [[]],
        );
        const shares = (rubric && weigh(rubric)?.shares) ?? [];
        const sum = shares.reduce((a, { n, d }) => a.add(new Oracle(n, d)), new Oracle(0));
        expect(sum.equals(1)).to.equal(true);
      }),
    );
  });

  it('gives what scoreProduct needs for one product alone', () => {
    const comparison = comparisonOf(leakyGut);
    const weighing = comparison.rubric && weigh(comparison.rubric);
    const product = comparison.products[1];
    expect(product && weighing && scoreProduct(product, weighing).composite).to.equal('8.6');
  });
});

describe('ten thousand rubrics', () => {
  /** A number with up to four decimals, as its ten-thousandths. */
  type Units = number;
  interface Generated {
    readonly scale: { readonly min: number; readonly max: number };
    readonly decimals: number;
    readonly missing: 'renormalise' | 'unrated';
    readonly weights: readonly Units[];
    readonly scores: readonly (readonly (Units | null)[])[];
  }
  const unit = 10_000;

  const generated: fc.Arbitrary<Generated> = fc
    .record({
      scale: fc.constantFrom(
        { min: 0, max: 10 },
        { min: 0, max: 5 },
        { min: 0, max: 100 },
        { min: 1, max: 10 },
        { min: -5, max: 5 },
        { min: 0, max: 1 },
      ),
      // Coarse numbers make the ties and the round figures that fine ones never meet.
      grain: fc.constantFrom(1, 10, 1000, 5000, unit),
      decimals: fc.nat(3),
      missing: fc.constantFrom('renormalise' as const, 'unrated' as const),
      // Most are small, for speed; the largest have 20 criteria and 8 products.
      most: fc.oneof(
        { arbitrary: fc.constant({ criteria: 5, products: 4 }), weight: 9 },
        { arbitrary: fc.constant({ criteria: 20, products: 8 }), weight: 1 },
      ),
    })
    .chain(({ scale, grain, decimals, missing, most }) => {
      const score = fc
        .integer({ min: Math.ceil((scale.min * unit) / grain), max: Math.floor((scale.max * unit) / grain) })
        .map((units) => units * grain);
      return fc
        .array(
          fc.oneof(
            { arbitrary: fc.nat(100 * (unit / grain)).map((units) => units * grain), weight: 9 },
            { arbitrary: fc.constant(0), weight: 1 },
          ),
          { minLength: 1, maxLength: most.criteria, size: 'max' },
        )
        .chain((weights) =>
          fc.record({
            scale: fc.constant(scale),
            decimals: fc.constant(decimals),
            missing: fc.constant(missing),
            weights: fc.constant(weights),
            scores: fc.array(
              fc.array(fc.option(score, { freq: 12 }), { minLength: weights.length, maxLength: weights.length }),
              { minLength: 1, maxLength: most.products, size: 'max' },
            ),
          }),
        );
    });

  const text = (value: Oracle, decimals: number): string => {
    const floor = value
      .mul(10 ** decimals)
      .add(new Oracle(1, 2))
      .floor();
    const digits = `${floor.n}`.padStart(decimals + 1, '0');
    const whole = digits.slice(0, digits.length - decimals);
    return `${floor.s < 0n ? '-' : ''}${whole}${decimals ? `.${digits.slice(-decimals)}` : ''}`;
  };

  const isSame = (ours: Fraction | undefined, oracle: Oracle): boolean =>
    ours !== undefined && ours.n * oracle.d === oracle.s * oracle.n * ours.d;

  /** Σ(weight × score) / Σ weight and all that follows from it, from ten-thousandths. */
  function judge({ scale, missing, weights, scores }: Generated) {
    const total = new Oracle(weights.reduce((a, b) => a + b, 0));
    return scores.map((row) => {
      const scored = row.reduce<number>((sum, score, index) => sum + (score === null ? 0 : (weights[index] ?? 0)), 0);
      const isPartial = !total.equals(scored);
      if (scored === 0 || (isPartial && missing === 'unrated')) return undefined;
      const parts = row.map((score, index) =>
        score === null ? undefined : new Oracle((weights[index] ?? 0) * score, unit).div(scored),
      );
      const gained = row.reduce<number>((sum, score, index) => sum + (score ?? 0) * (weights[index] ?? 0), 0);
      const composite = new Oracle(gained, unit).div(scored);
      const rest = total.sub(scored).mul(unit);
      const filled = (end: number) => rest.mul(end).add(gained).div(total.mul(unit));
      const partial = isPartial && {
        share: new Oracle(scored).div(total),
        lowest: filled(scale.min),
        highest: filled(scale.max),
      };
      return { parts, composite, partial };
    });
  }

  /** The sum of decimal texts that have the same number of places, without their points. */
  const sumOf = (texts: readonly (string | undefined)[]): number =>
    texts.reduce((sum, each) => sum + digitsOf(each ?? '0'), 0);
  const digitsOf = (decimal: string): number => Number(decimal.replace('.', ''));

  it('agree with fraction.js in composites, parts, rounding, partial shares, intervals and places', () => {
    fc.assert(
      fc.property(generated, (rubric) => {
        const { scale, decimals, missing, weights, scores } = rubric;
        const comparison = rubricOf(
          weights.map((weight) => weight / unit),
          scores.map((row) => row.map((score) => score && score / unit)),
          { scale, decimals, missing },
        );
        const judged = judge(rubric);
        const ranking = scoreProducts(comparison);
        for (const score of ranking) {
          const oracle = judged[comparison.products.indexOf(score.product)];
          if (!oracle) {
            if (score.exact || score.composite || score.rank || score.partial) return false;
            continue;
          }
          const { composite, parts, partial } = oracle;
          if (!isSame(score.exact, composite) || score.composite !== text(composite, decimals)) return false;
          // Shared places: one more than how many are better.
          const better = judged.filter((other) => other && other.composite.compare(composite) > 0);
          if (score.rank !== better.length + 1) return false;
          if (partial) {
            const { share, lowest, highest } = score.partial ?? {};
            if (!isSame(share, partial.share)) return false;
            if (!isSame(lowest, partial.lowest) || !isSame(highest, partial.highest)) return false;
          } else if (score.partial) return false;
          const shown = showContributions(score);
          if (!shown || sumOf(shown.parts) !== digitsOf(shown.total)) return false;
          if (shown.total !== text(composite, shown.total.split('.')[1]?.length ?? 0)) return false;
          for (const [index, part] of parts.entries()) {
            const contribution = score.contributions[index];
            if (part ? !isSame(contribution?.exact, part) : contribution?.exact) return false;
            if ((part === undefined) !== (shown.parts[index] === undefined)) return false;
          }
          const percentages = showWeights(score).filter((part) => part !== undefined);
          if (percentages.length !== (score.partial ? parts.filter(Boolean).length : parts.length)) return false;
          if (sumOf(percentages) !== (percentages[0]?.includes('.') ? 1000 : 100)) return false;
        }
        // Best first, and those without a composite last.
        const places = ranking.map(({ rank }) => rank ?? Number.POSITIVE_INFINITY);
        return places.every((place, index) => place >= (places[index - 1] ?? 0));
      }),
      { numRuns: 10_000 },
    );
  });
});
