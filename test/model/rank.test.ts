/** Places: shared on ties, ties in the order of names in the document's language, what has no score last. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { type Comparison, readComparison } from '../../src/model/comparison.js';
import { scoreProducts } from '../../src/model/rank.js';
import { leakyGut } from '../fixtures/leaky-gut.js';

function comparisonOf(document: unknown): Comparison {
  const { comparison, diagnostics } = readComparison(document);
  if (!comparison) throw new Error(diagnostics.map(({ message }) => message).join(' '));
  return comparison;
}

/** Products with one score each; `null` was not scored. */
function scoredOf(products: readonly (readonly [name: string, score: number | null])[], language = 'en'): Comparison {
  return comparisonOf({
    language,
    rubric: { criteria: [{ id: 'overall', weight: 100 }] },
    products: products.map(([name, overall]) => ({ name, scores: { overall } })),
  });
}

const placesOf = (comparison: Comparison): readonly (readonly [string, number | undefined])[] =>
  scoreProducts(comparison).map(({ product, rank }) => [product.name, rank] as const);

describe('scoreProducts', () => {
  it('ranks the article’s products', () => {
    const ranking = scoreProducts(comparisonOf(leakyGut));
    expect(ranking.map(({ product, rank, composite }) => [product.id, rank, composite])).to.deep.equal([
      ['thorne-l-glutamine', 1, '9.0'],
      ['zinc-carnosine', 2, '8.6'],
      ['colostrum-ld', 3, '8.0'],
      ['trust-your-gut', 4, '7.5'],
    ]);
  });

  it('ranks the article’s products by the reader’s weights', () => {
    const ranking = scoreProducts(comparisonOf(leakyGut), {
      evidence: 0,
      transparency: 0,
      value: 1,
      performance: 0,
      verification: 0,
    });
    expect(ranking.map(({ product, rank, composite }) => [product.id, rank, composite])).to.deep.equal([
      ['trust-your-gut', 1, '8.0'],
      ['thorne-l-glutamine', 1, '8.0'],
      ['zinc-carnosine', 3, '7.5'],
      ['colostrum-ld', 4, '7.0'],
    ]);
  });

  const cases: readonly (readonly [scores: readonly (number | null)[], places: readonly (number | undefined)[]])[] = [
    [
      [9, 8, 8, 7],
      [1, 2, 2, 4],
    ],
    [
      [8, 8, 7, 6],
      [1, 1, 3, 4],
    ],
    [
      [9, 8, 7, 7],
      [1, 2, 3, 3],
    ],
    [
      [5, 5, 5],
      [1, 1, 1],
    ],
    [
      [0, 0],
      [1, 1],
    ],
    [[7], [1]],
    [
      [9, null, 8],
      [1, 2, undefined],
    ],
    [
      [null, 8, null, 8],
      [1, 1, undefined, undefined],
    ],
    [
      [null, null],
      [undefined, undefined],
    ],
  ];
  for (const [scores, places] of cases) {
    it(`gives the scores ${scores.map((score) => score ?? 'none').join(', ')} the places ${places.map((place) => place ?? 'none').join(', ')}`, () => {
      const comparison = scoredOf(scores.map((score, index) => [`Product ${index}`, score]));
      expect(placesOf(comparison).map(([, place]) => place)).to.deep.equal(places);
    });
  }

  it('decides ties on exact values, not on what is shown', () => {
    const comparison = scoredOf([
      ['A', 8.9501],
      ['B', 8.9502],
      ['C', 8.95],
    ]);
    const ranking = scoreProducts(comparison);
    expect(ranking.map(({ product, rank, composite }) => [product.name, rank, composite])).to.deep.equal([
      ['B', 1, '9.0'],
      ['A', 2, '9.0'],
      ['C', 3, '9.0'],
    ]);
  });

  it('finds ties that binary floating point misses', () => {
    // 0.1 × 3 + 0.2 × 3 is 0.9000000000000001 in binary, 0.3 × 3 is 0.8999999999999999.
    const comparison = comparisonOf({
      rubric: {
        scale: { min: 0, max: 1 },
        criteria: [
          { id: 'a', weight: 0.1 },
          { id: 'b', weight: 0.2 },
          { id: 'c', weight: 0.3 },
        ],
      },
      products: [
        { name: 'Both', scores: { a: 0.3, b: 0.3, c: 0 } },
        { name: 'One', scores: { a: 0, b: 0, c: 0.3 } },
      ],
    });
    expect(placesOf(comparison)).to.deep.equal([
      ['Both', 1],
      ['One', 1],
    ]);
  });

  const languages: readonly (readonly [language: string, names: readonly string[]])[] = [
    ['sv', ['Anka', 'Zebra', 'Åke', 'Ärla', 'Ödla']],
    ['de', ['Anker', 'Ärger', 'Öse', 'Oslo', 'Zebra']],
    ['da', ['Abe', 'Zebra', 'Æble', 'Øre', 'Ål']],
    ['en', ['apple', 'Banana', 'cherry', 'Éclair', 'Zebra']],
    ['es', ['nube', 'nutria', 'ñandú', 'oso']],
    ['en', ['Item 1', 'Item 2', 'Item 10']],
    ['cs', ['Cibule', 'Had', 'Chata', 'Iva']],
  ];
  for (const [language, names] of languages) {
    it(`puts ties in the order of ${language}: ${names.join(', ')}`, () => {
      fc.assert(
        fc.property(fc.shuffledSubarray([...names], { minLength: names.length }), (shuffled) => {
          const comparison = scoredOf(
            shuffled.map((name) => [name, 8]),
            language,
          );
          expect(placesOf(comparison)).to.deep.equal(names.map((name) => [name, 1]));
        }),
        { numRuns: 20 },
      );
    });
  }

  it('puts ties in the order of the language that is passed where the document names none', () => {
    const { comparison } = readComparison(
      {
        rubric: { criteria: [{ id: 'a', weight: 1 }] },
        products: ['Ärla', 'Zebra', 'Anka'].map((name) => ({ name, scores: { a: 5 } })),
      },
      { language: 'sv' },
    );
    expect(comparison && placesOf(comparison).map(([name]) => name)).to.deep.equal(['Anka', 'Zebra', 'Ärla']);
  });

  it('leaves ties of the same name in the document’s order', () => {
    const ranking = scoreProducts(
      scoredOf([
        ['Twin', 8],
        ['Twin', 8],
        ['Twin', 8],
      ]),
    );
    expect(ranking.map(({ product }) => product.id)).to.deep.equal(['twin', 'twin-2', 'twin-3']);
  });

  it('puts what has no score last, in the document’s order, without a place', () => {
    expect(
      placesOf(
        scoredOf([
          ['Zulu', null],
          ['Low', 1],
          ['Alpha', null],
          ['High', 9],
        ]),
      ),
    ).to.deep.equal([
      ['High', 1],
      ['Low', 2],
      ['Zulu', undefined],
      ['Alpha', undefined],
    ]);
  });

  it('leaves the comparison’s own order alone', () => {
    const comparison = scoredOf([
      ['Low', 1],
      ['High', 9],
    ]);
    scoreProducts(comparison);
    expect(comparison.products.map(({ name }) => name)).to.deep.equal(['Low', 'High']);
  });
});
