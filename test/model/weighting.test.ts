/** Weights as readers set them: an oracle in whole tenths, and what must hold of every move. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import Oracle from 'fraction.js';
import { type Comparison, type Rubric, readComparison } from '../../src/model/comparison.js';
import { placesGained, scoreProducts } from '../../src/model/rank.js';
import type { ProductScore, Weights } from '../../src/model/score.js';
import { equalWeights, moveWeight, percentagesOf, weightsWithFirst } from '../../src/model/weighting.js';
import { leakyGut } from '../fixtures/leaky-gut.js';

const idOf = (index: number): string => String.fromCharCode(97 + index);

function comparisonOf(weights: readonly number[], scores: readonly (readonly (number | null)[])[] = [[]]): Comparison {
  const { comparison } = readComparison({
    rubric: { criteria: weights.map((weight, index) => ({ id: idOf(index), weight })) },
    products: scores.map((own, index) => ({
      name: `Product ${index}`,
      scores: Object.fromEntries(own.map((score, at) => [idOf(at), score])),
    })),
  });
  if (!comparison) throw new Error('This is no comparison.');
  return comparison;
}

const rubricOf = (weights: readonly number[]): Rubric => comparisonOf(weights).rubric as Rubric;
const byLetter = (weights: readonly number[]): Weights =>
  Object.fromEntries(weights.map((weight, index) => [idOf(index), weight]));

/** Whole tenths; fails where a weight is no tenth. */
const tenthsOf = (weights: Weights): { readonly [id: string]: number } =>
  Object.fromEntries(
    Object.entries(weights).map(([id, weight]) => {
      const tenths = Math.round(weight * 10);
      expect(weight, id).to.equal(tenths / 10);
      return [id, tenths];
    }),
  );
const sumOf = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Percentages of 1 to 20 criteria, in tenths that sum to 100. */
const percentages = fc
  .array(fc.oneof(fc.constant(0), fc.nat(1000)), { minLength: 1, maxLength: 20 })
  .filter((weights) => sumOf(weights) > 0)
  .map((weights) => percentagesOf(rubricOf(weights)) as Weights);

describe('percentagesOf', () => {
  const cases: readonly (readonly [weights: readonly number[], shown: readonly number[] | undefined])[] = [
    [
      [30, 25, 20, 15, 10],
      [30, 25, 20, 15, 10],
    ],
    [
      [0.5, 0.25, 0.25],
      [50, 25, 25],
    ],
    [
      [1, 1, 1],
      [33.4, 33.3, 33.3],
    ],
    [
      [2, 1],
      [66.7, 33.3],
    ],
    [[7], [100]],
    [
      [0, 3],
      [0, 100],
    ],
    [[0, 0], undefined],
    [[], undefined],
  ];
  for (const [weights, shown] of cases) {
    it(`gives ${shown?.join(' + ') ?? 'nothing'} for ${weights.join(', ') || 'no criteria'}`, () => {
      expect(percentagesOf(rubricOf(weights))).to.deep.equal(shown && byLetter(shown));
    });
  }

  it('lays a reader’s weights over the publisher’s', () => {
    expect(percentagesOf(rubricOf([50, 50]), { a: 150 })).to.deep.equal({ a: 75, b: 25 });
  });

  it('sums to 100, and is off by less than a tenth, for any weights', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1e6), { minLength: 1, maxLength: 20 }), (weights) => {
        const all = sumOf(weights);
        const shown = percentagesOf(rubricOf(weights));
        if (!all) return shown === undefined;
        const tenths = Object.values(tenthsOf(shown as Weights));
        expect(sumOf(tenths)).to.equal(1000);
        return tenths.every((own, index) => {
          const exact = new Oracle(weights[index] ?? 0, all).mul(1000);
          return exact.sub(own).abs().lt(1);
        });
      }),
    );
  });
});

describe('moveWeight', () => {
  const cases: readonly (readonly [
    what: string,
    from: readonly number[],
    wanted: number,
    locked: readonly string[],
    to: readonly number[],
    isBound?: boolean,
  ])[] = [
    ['lets the others give way in proportion', [30, 25, 20, 15, 10], 40, [], [40, 21.4, 17.1, 12.9, 8.6]],
    ['gives back in proportion', [40, 30, 20, 10], 10, [], [10, 45, 30, 15]],
    ['takes all', [30, 50, 20], 100, [], [100, 0, 0]],
    ['gives all away', [30, 56, 14], 0, [], [0, 80, 20]],
    ['shares equally where all others are zero', [100, 0, 0, 0], 40, [], [40, 20, 20, 20]],
    ['shares equally as far as tenths go', [100, 0, 0, 0], 0, [], [0, 33.4, 33.3, 33.3]],
    ['leaves what is locked', [30, 50, 20], 40, ['b'], [40, 50, 10]],
    ['is bound by what is locked', [30, 50, 20], 60, ['b'], [50, 50, 0], true],
    ['is not bound where it just fits', [30, 50, 20], 50, ['b'], [50, 50, 0]],
    ['stays where nothing is free to give way', [30, 50, 20], 40, ['b', 'c'], [30, 50, 20], true],
    ['stays where nothing is free to take', [30, 50, 20], 20, ['b', 'c'], [30, 50, 20], true],
    ['does not mind a lock of its own', [30, 50, 20], 40, ['a'], [40, 42.9, 17.1]],
    ['does not mind locks of strangers', [30, 70], 40, ['x'], [40, 60]],
    ['takes 100 for more', [30, 70], 400, [], [100, 0]],
    ['takes 0 for less', [30, 70], -5, [], [0, 100]],
    ['rounds to a tenth', [30, 70], 33.333, [], [33.3, 66.7]],
    ['moves nothing to what is no number', [30, 70], Number.NaN, [], [30, 70]],
    ['leaves a single weight at 100', [100], 40, [], [100], true],
  ];
  for (const [what, from, wanted, locked, to, isBound = false] of cases) {
    it(`${what}: ${from.join(', ')}, the first to ${wanted}${locked.length ? `, ${locked.join(' and ')} locked` : ''}`, () => {
      expect(moveWeight(byLetter(from), 'a', wanted, locked)).to.deep.equal({ weights: byLetter(to), isBound });
    });
  }

  it('moves nothing by an id that no criterion has', () => {
    for (const id of ['x', 'toString', '__proto__']) {
      expect(moveWeight({ a: 30, b: 70 }, id, 50)).to.deep.equal({ weights: { a: 30, b: 70 }, isBound: false });
    }
  });

  it('moves a criterion of any id', () => {
    const from = Object.fromEntries([
      ['__proto__', 30],
      ['constructor', 70],
    ]);
    const { weights } = moveWeight(from, '__proto__', 40);
    expect(Object.entries(weights)).to.deep.equal([
      ['__proto__', 40],
      ['constructor', 60],
    ]);
  });

  it('sums to 100, leaves what is locked, does as it is asked or tells, and keeps proportions', () => {
    fc.assert(
      fc.property(
        percentages,
        fc.nat(19),
        fc.integer({ min: 0, max: 1000 }),
        fc.array(fc.nat(19)),
        (from, at, asked, lockedAt) => {
          const ids = Object.keys(from);
          const id = ids[at % ids.length] as string;
          const locked = new Set(lockedAt.map(idOf));
          locked.delete(id);
          const { weights, isBound } = moveWeight(from, id, asked / 10, locked);
          const [before, after] = [tenthsOf(from), tenthsOf(weights)];
          expect(Object.keys(after)).to.deep.equal(ids);
          expect(sumOf(Object.values(after))).to.equal(1000);
          const others = ids.filter((other) => other !== id);
          for (const other of others) if (locked.has(other)) expect(after[other]).to.equal(before[other]);
          const free = others.filter((other) => !locked.has(other));
          // What the locked ones leave.
          const most = 1000 - sumOf(others.filter((other) => locked.has(other)).map((other) => before[other] ?? 0));
          expect(after[id]).to.equal(free.length ? Math.min(asked, most) : most);
          expect(isBound).to.equal(after[id] !== asked);
          const left = most - (after[id] ?? 0);
          const whole = sumOf(free.map((other) => before[other] ?? 0));
          for (const other of free) {
            expect(after[other]).to.be.at.least(0);
            const exact = whole ? new Oracle(left).mul(before[other] ?? 0).div(whole) : new Oracle(left, free.length);
            expect(
              exact
                .sub(after[other] ?? 0)
                .abs()
                .lt(1),
            ).to.equal(true);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('gives the same for the same, and back where it began', () => {
    fc.assert(
      fc.property(percentages, fc.nat(1000), (from, asked) => {
        expect(moveWeight(from, 'a', asked / 10)).to.deep.equal(moveWeight(from, 'a', asked / 10));
        expect(moveWeight(from, 'a', from.a ?? 0).weights).to.deep.equal(from);
      }),
    );
  });
});

describe('the presets', () => {
  const rubric = readComparison(leakyGut).comparison?.rubric as Rubric;

  it('weigh all criteria alike, to a tenth', () => {
    expect(Object.values(equalWeights(rubric))).to.deep.equal([20, 20, 20, 20, 20]);
    expect(equalWeights(rubricOf([5, 1, 1]))).to.deep.equal({ a: 33.4, b: 33.3, c: 33.3 });
    expect(equalWeights(rubricOf([]))).to.deep.equal({});
  });

  it('put one criterion before all others together, those in the publisher’s proportions', () => {
    expect(Object.values(weightsWithFirst(rubric, 'value') ?? {})).to.deep.equal([15, 12.5, 60, 7.5, 5]);
    expect(weightsWithFirst(rubricOf([1, 1]), 'b')).to.deep.equal({ a: 40, b: 60 });
  });

  it('leave one that weighs more than that as it is', () => {
    expect(weightsWithFirst(rubricOf([8, 2]), 'a')).to.deep.equal({ a: 80, b: 20 });
  });

  it('have none first where nothing weighs anything', () => {
    expect(weightsWithFirst(rubricOf([0, 0]), 'a')).to.equal(undefined);
  });

  it('sum to 100 for any rubric', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100), { minLength: 1, maxLength: 20 }), (weights) => {
        const any = rubricOf(weights);
        for (const preset of [equalWeights(any), ...any.criteria.map(({ id }) => weightsWithFirst(any, id))])
          if (preset) expect(sumOf(Object.values(tenthsOf(preset)))).to.equal(1000);
      }),
    );
  });
});

describe('a reader’s weights', () => {
  const documents = fc
    .tuple(
      fc.array(fc.nat(100), { minLength: 1, maxLength: 6 }),
      fc.array(fc.array(fc.option(fc.nat(100).map((tenths) => tenths / 10)), { minLength: 6, maxLength: 6 }), {
        minLength: 1,
        maxLength: 6,
      }),
    )
    .map(([weights, scores]) =>
      comparisonOf(
        weights,
        scores.map((own) => own.slice(0, weights.length)),
      ),
    );

  it('never alter the publisher’s scores, nor the weights that make them', () => {
    fc.assert(
      fc.property(documents, percentages, (comparison, own) => {
        const before = JSON.stringify([scoreProducts(comparison), comparison.rubric]);
        const first = JSON.stringify(scoreProducts(comparison, own));
        expect(JSON.stringify([scoreProducts(comparison), comparison.rubric])).to.equal(before);
        expect(JSON.stringify(scoreProducts(comparison, own))).to.equal(first);
      }),
    );
  });

  it('change no place where they are the publisher’s own', () => {
    fc.assert(
      fc.property(documents, (comparison) => {
        const weights = Object.fromEntries(
          (comparison.rubric as Rubric).criteria.map(({ id, weight }) => [id, 3 * weight]),
        );
        const published = scoreProducts(comparison);
        return scoreProducts(comparison, weights).every(
          (score, index) =>
            placesGained(score, published[index]) === 0 && score.composite === published[index]?.composite,
        );
      }),
    );
  });

  it('make for places gained and lost', () => {
    const at = (rank?: number): ProductScore => ({ ...(rank && { rank }) }) as ProductScore;
    expect(placesGained(at(1), at(3))).to.equal(2);
    expect(placesGained(at(3), at(2))).to.equal(-1);
    expect(placesGained(at(3), at(3))).to.equal(0);
    expect(placesGained(at(), at(3))).to.equal(0);
    expect(placesGained(at(3), at())).to.equal(0);
    expect(placesGained(at(3), undefined)).to.equal(0);
  });
});
