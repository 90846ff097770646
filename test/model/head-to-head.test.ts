/** Why one product beats another: the article's own figures, missing scores, and an oracle in fraction.js. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import Oracle from 'fraction.js';
import { type Comparison, readComparison } from '../../src/model/comparison.js';
import type { Fraction } from '../../src/model/exact.js';
import { compareProducts, showDifferences } from '../../src/model/head-to-head.js';
import { scoreProducts } from '../../src/model/rank.js';
import type { Weights } from '../../src/model/score.js';
import { leakyGut } from '../fixtures/leaky-gut.js';

// The same cases in every run: what fails here fails for everybody.
fc.configureGlobal({ seed: 42 });

function comparisonOf(document: unknown): Comparison {
  const { comparison, diagnostics } = readComparison(document);
  if (!comparison) throw new Error(diagnostics.map(({ message }) => message).join(' '));
  return comparison;
}

/** Criteria c0, c1 … with these weights, and the products a and b with these scores (`null`: not scored). */
function pairOf(
  weights: readonly number[],
  a: readonly (number | null)[],
  b: readonly (number | null)[],
  rubric: object = {},
): Comparison {
  const scoresOf = (scores: readonly (number | null)[]) =>
    Object.fromEntries(scores.map((score, index) => [`c${index}`, score]));
  return comparisonOf({
    rubric: { criteria: weights.map((weight, index) => ({ id: `c${index}`, weight })), ...rubric },
    products: [
      { id: 'a', name: 'A', scores: scoresOf(a) },
      { id: 'b', name: 'B', scores: scoresOf(b) },
    ],
  });
}

const oracleOf = ({ n, d }: Fraction): Oracle => new Oracle(n, d);

/** Each difference as text, then the gap. */
function textsOf(comparison: Comparison, a = 'a', b = 'b', weights?: Weights): readonly string[] {
  const { differences, gap } = compareProducts(comparison, a, b, weights);
  return [...differences.map(({ exact }) => exact), gap].map((each) => `${each ?? 'none'}`);
}

describe('the article', () => {
  const article = comparisonOf(leakyGut);
  const pairs: readonly (readonly [a: string, b: string, parts: readonly string[], total: string])[] = [
    ['thorne-l-glutamine', 'zinc-carnosine', ['0.000', '0.125', '0.100', '0.075', '0.100'], '0.400'],
    ['zinc-carnosine', 'thorne-l-glutamine', ['0.000', '-0.125', '-0.100', '-0.075', '-0.100'], '-0.400'],
    ['zinc-carnosine', 'colostrum-ld', ['0.300', '0.125', '0.100', '0.000', '0.050'], '0.575'],
    ['colostrum-ld', 'trust-your-gut', ['0.450', '0.250', '-0.200', '0.075', '-0.050'], '0.525'],
    ['thorne-l-glutamine', 'trust-your-gut', ['0.75', '0.50', '0.00', '0.15', '0.10'], '1.50'],
  ];
  for (const [a, b, parts, total] of pairs) {
    it(`sets ${a} against ${b}: ${parts.join(', ')} = ${total}`, () => {
      const headToHead = compareProducts(article, a, b);
      expect(showDifferences(headToHead)).to.deep.equal({ parts, total, exact: true });
      expect(headToHead.differences.map(({ exact }) => Number(exact))).to.deep.equal(parts.map(Number));
      expect(Number(headToHead.gap)).to.equal(Number(total));
    });
  }

  it('gives places, labels, weights and scores along with the differences', () => {
    const { a, b, differences } = compareProducts(article, 'thorne-l-glutamine', 'trust-your-gut');
    expect([a.rank, a.composite, b.rank, b.composite]).to.deep.equal([1, '9.0', 4, '7.5']);
    expect(differences.map(({ criterion, weight, a, b }) => [criterion.label, `${weight}`, a, b])).to.deep.equal([
      ['Evidence Quality', '0.3', 9, 6.5],
      ['Ingredient Transparency', '0.25', 9.5, 7.5],
      ['Value', '0.2', 8, 8],
      ['Real-World Performance', '0.15', 9, 8],
      ['Third-Party Verification', '0.1', 9.5, 8.5],
    ]);
  });

  it('follows the reader’s weights', () => {
    const onlyValue = { evidence: 0, transparency: 0, value: 1, performance: 0, verification: 0 };
    expect(textsOf(article, 'thorne-l-glutamine', 'zinc-carnosine', onlyValue)).to.deep.equal([
      ...['0', '0', '0.5', '0', '0'],
      '0.5',
    ]);
  });
});

describe('missing scores', () => {
  it('leave the contributions over what was scored, and say who alone was scored', () => {
    // A: 9 over its one weight. B: 7.5 and 10 × 25 % = 2.5.
    const comparison = pairOf([3, 1], [9, null], [10, 10]);
    expect(textsOf(comparison)).to.deep.equal(['1.5', '-2.5', '-1']);
    const { a, b, differences } = compareProducts(comparison, 'a', 'b');
    expect([`${a.partial?.share}`, b.partial]).to.deep.equal(['0.75', undefined]);
    expect(differences[0]).to.have.all.keys('criterion', 'weight', 'a', 'b', 'exact');
    expect(differences[1]).to.have.all.keys('criterion', 'weight', 'b', 'only', 'exact');
    expect(differences[1]?.only).to.equal('b');
    expect(compareProducts(comparison, 'b', 'a').differences[1]?.only).to.equal('a');
  });

  it('of both products leave their criterion without a difference', () => {
    const comparison = pairOf([1, 1], [9, null], [8, null]);
    expect(textsOf(comparison)).to.deep.equal(['1', 'none', '1']);
    expect(compareProducts(comparison, 'a', 'b').differences[1]).to.have.all.keys('criterion', 'weight');
    expect(showDifferences(compareProducts(comparison, 'a', 'b'))).to.deep.equal({
      parts: ['1.00', undefined],
      total: '1.00',
      exact: true,
    });
  });

  it('leave no gap where the rubric says unrated, but the scores', () => {
    const comparison = pairOf([1, 1], [9, null], [8, 8], { missing: 'unrated' });
    const headToHead = compareProducts(comparison, 'a', 'b');
    expect(headToHead).to.have.all.keys('a', 'b', 'differences');
    expect(headToHead.differences.map(({ a, b, only, exact }) => [a, b, only, exact])).to.deep.equal([
      [9, 8, undefined, undefined],
      [undefined, 8, 'b', undefined],
    ]);
    expect(showDifferences(headToHead)).to.equal(undefined);
  });

  it('of a criterion that weighs nothing add nothing', () => {
    expect(textsOf(pairOf([1, 0], [9, null], [8, 8]))).to.deep.equal(['1', '0', '1']);
  });

  it('of everything leave no gap', () => {
    expect(textsOf(pairOf([1, 1], [null, null], [8, 8]))).to.deep.equal(['none', 'none', 'none']);
  });
});

describe('compareProducts', () => {
  it('sets a product against itself without a difference', () => {
    expect(textsOf(pairOf([1, 1], [9, 7], [8, 8]), 'a', 'a')).to.deep.equal(['0', '0', '0']);
  });

  it('has no differences and no gap without a rubric, nor where nothing weighs anything', () => {
    for (const comparison of [comparisonOf({ products: ['A', 'B'] }), pairOf([0, 0], [9, 7], [8, 8])]) {
      const headToHead = compareProducts(comparison, 'a', 'b');
      expect(headToHead).to.have.all.keys('a', 'b', 'differences');
      expect(headToHead.differences).to.deep.equal([]);
    }
  });

  const wrong: readonly (readonly [a: unknown, b: unknown, message: string])[] = [
    ['x', 'b', 'compareProducts: idA is “x”, which is the id of no product here.'],
    ['a', 'x', 'compareProducts: idB is “x”, which is the id of no product here.'],
    ['A', 'b', 'compareProducts: idA is “A”, which is the id of no product here.'],
    ['', 'b', 'compareProducts: idA is “”, which is the id of no product here.'],
    ['a', undefined, 'compareProducts: idB is nothing, which is the id of no product here.'],
    ['a', {}, 'compareProducts: idB is an object, which is the id of no product here.'],
  ];
  for (const [a, b, message] of wrong) {
    it(`refuses ${JSON.stringify(a)} and ${JSON.stringify(b)}: ${message}`, () => {
      const comparison = pairOf([1], [9], [8]);
      expect(() => compareProducts(comparison, a as string, b as string)).to.throw(TypeError, message);
    });
  }
});

describe('showDifferences', () => {
  const cases: readonly (readonly [
    weights: readonly number[],
    a: readonly number[],
    b: readonly number[],
    parts: readonly string[],
    total: string,
  ])[] = [
    [[1, 1, 1], [9, 9, 9], [8, 8, 8], ['0.34', '0.33', '0.33'], '1.00'],
    [[1, 1, 1], [8, 8, 8], [9, 9, 9], ['-0.34', '-0.33', '-0.33'], '-1.00'],
    [[1, 1, 1], [9, 8, 8], [8, 9, 8], ['0.33', '-0.33', '0.00'], '0.00'],
    // 0.0625 and -0.03125: both are rounded, and 0.03125 is shown as what they sum to.
    [[1, 1], [8.125, 8], [8, 8.0625], ['0.06', '-0.03'], '0.03'],
    [[1, 1], [8, 8.0625], [8.125, 8], ['-0.06', '0.03'], '-0.03'],
    [[1], [8.0005], [8], ['0.00'], '0.00'],
    [[1], [8], [8.0005], ['0.00'], '0.00'],
  ];
  for (const [weights, a, b, parts, total] of cases) {
    it(`shows ${a.join(', ')} against ${b.join(', ')} at ${weights.join(' : ')} as ${parts.join(' ')} = ${total}`, () => {
      const { parts: shown, total: sum } = showDifferences(compareProducts(pairOf(weights, a, b), 'a', 'b')) ?? {};
      expect([shown, sum]).to.deep.equal([parts, total]);
    });
  }
});

describe('five hundred rubrics of 1 to 20 criteria, each under two weightings', () => {
  const generated = fc
    .record({
      scale: fc.constantFrom(
        { min: 0, max: 10 },
        { min: 0, max: 5 },
        { min: 0, max: 100 },
        { min: -5, max: 5 },
        { min: 0, max: 1 },
      ),
      grain: fc.constantFrom(0.5, 0.1, 0.01, 0.0001),
      size: fc.integer({ min: 1, max: 20 }),
      missing: fc.constantFrom('renormalise' as const, 'unrated' as const),
      holes: fc.constantFrom(0, 0, 4),
    })
    .chain(({ scale, grain, size, missing, holes }) => {
      const digits = -Math.floor(Math.log10(grain));
      const score = fc
        .integer({ min: Math.ceil(scale.min / grain), max: Math.floor(scale.max / grain) })
        .map((units) => Number((units * grain).toFixed(digits)));
      const scores = fc.array(holes ? fc.option(score, { freq: holes }) : score, { minLength: size, maxLength: size });
      const weights = fc.array(
        fc.nat(1000).map((units) => units / 10),
        { minLength: size, maxLength: size },
      );
      return fc.record({ weights, readers: weights, a: scores, b: scores, rubric: fc.constant({ scale, missing }) });
    });

  const sum = (texts: readonly (Fraction | string | undefined)[]): Oracle =>
    texts.reduce<Oracle>((all, each) => all.add(each instanceof Object ? oracleOf(each) : (each ?? 0)), new Oracle(0));

  /** The composite by its definition; `undefined` without one. */
  function compositeOf(weights: readonly number[], scores: readonly (number | null)[], missing: string) {
    const zero = new Oracle(0);
    const of = (value: (index: number) => Oracle) =>
      scores.reduce<Oracle>((all, _, index) => all.add(value(index)), zero);
    const weight = (index: number) => new Oracle(`${weights[index]}`);
    const scored = of((index) => (scores[index] === null ? zero : weight(index)));
    if (scored.equals(0) || (missing === 'unrated' && !scored.equals(of(weight)))) return undefined;
    return of((index) => weight(index).mul(new Oracle(`${scores[index] ?? 0}`))).div(scored);
  }

  it('have differences that sum to the gap and contributions that sum to the composite, for any scale and weights', () => {
    fc.assert(
      fc.property(generated, ({ weights, readers, a, b, rubric }) => {
        const comparison = pairOf(weights, a, b, rubric);
        const publishers = JSON.stringify(scoreProducts(comparison));
        for (const given of [weights, readers]) {
          const reader = Object.fromEntries(given.map((weight, index) => [`c${index}`, weight]));
          const headToHead = compareProducts(comparison, 'a', 'b', given === weights ? undefined : reader);
          const { gap, differences } = headToHead;
          const oracles = [a, b].map((scores) => compositeOf(given, scores, rubric.missing));
          for (const [index, score] of [headToHead.a, headToHead.b].entries()) {
            expect(score.exact && oracleOf(score.exact).toFraction()).to.equal(oracles[index]?.toFraction());
            if (score.exact)
              expect(sum(score.contributions.map(({ exact }) => exact)).equals(oracleOf(score.exact))).to.equal(true);
          }
          const [first, second] = oracles;
          expect(gap && oracleOf(gap).toFraction()).to.equal(first && second && first.sub(second).toFraction());
          const shown = showDifferences(headToHead);
          expect(shown === undefined).to.equal(gap === undefined);
          if (!gap || !shown) continue;
          expect(sum(differences.map(({ exact }) => exact)).equals(oracleOf(gap))).to.equal(true);
          expect(sum(shown.parts).equals(new Oracle(shown.total))).to.equal(true);
          for (const [index, { weight, a: x, b: y, exact }] of differences.entries()) {
            expect(shown.parts[index] === undefined).to.equal(exact === undefined);
            if (exact)
              expect(
                oracleOf(exact)
                  .sub(new Oracle(shown.parts[index] as string))
                  .abs()
                  .lt(new Oracle(1, 100)),
              ).to.equal(true);
            if (headToHead.a.partial || headToHead.b.partial || x === undefined || y === undefined) continue;
            const product = oracleOf(weight).mul(new Oracle(`${x}`).sub(new Oracle(`${y}`)));
            expect(exact && oracleOf(exact).equals(product)).to.equal(true);
          }
          // From the other side everything is the same but for its sign.
          const turned = showDifferences(compareProducts(comparison, 'b', 'a', given === weights ? undefined : reader));
          const negative = (text: string | undefined) => text && `${new Oracle(text).neg()}`;
          expect([...(turned?.parts ?? []), turned?.total].map((text) => text && `${new Oracle(text)}`)).to.deep.equal(
            [...shown.parts, shown.total].map(negative),
          );
        }
        expect(JSON.stringify(scoreProducts(comparison))).to.equal(publishers);
      }),
      { numRuns: 500 },
    );
  });
});
