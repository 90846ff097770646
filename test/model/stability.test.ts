/**
 * How firm a ranking is: the article's own figures, every rule for missing scores and ties, brute force over fine grids of
 * weightings, and each overtaking weight verified by scoring at, just below and just above it.
 */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { type Comparison, type Product, readComparison } from '../../src/model/comparison.js';
import type { Fraction } from '../../src/model/exact.js';
import { scoreProducts } from '../../src/model/rank.js';
import type { Weights } from '../../src/model/score.js';
import { type Contest, type RankStability, rankStability, showOvertaking } from '../../src/model/stability.js';
import { leakyGut } from '../fixtures/leaky-gut.js';

// The same cases in every run: what fails here fails for everybody.
fc.configureGlobal({ seed: 42 });

type Scores = readonly (number | null)[];

function comparisonOf(document: unknown): Comparison {
  const { comparison, diagnostics } = readComparison(document);
  if (!comparison) throw new Error(diagnostics.map(({ message }) => message).join(' '));
  return comparison;
}

/** Criteria c0, c1 … with these weights, and products p0, p1 … with these scores (`null`: not scored). */
function rubricOf(weights: readonly number[], products: readonly Scores[], rubric: object = {}): Comparison {
  return comparisonOf({
    rubric: { criteria: weights.map((weight, index) => ({ id: `c${index}`, weight })), ...rubric },
    products: products.map((scores, product) => ({
      id: `p${product}`,
      name: `p${product}`,
      scores: Object.fromEntries(scores.map((score, index) => [`c${index}`, score])),
    })),
  });
}

const idsOf = (products: readonly { readonly id: string }[]): string => products.map(({ id }) => id).join(' ');

const percent = (share: number | Fraction): string =>
  (Number(share instanceof Object ? share.toNumber() : share) * 100).toFixed(2);

/** “p1 c0 more 47.54” for each change. */
const changesOf = ({ changes }: Contest): readonly string[] =>
  changes.map(({ product, criterion, direction, weight, until }) =>
    [product.id, criterion.id, direction, percent(weight), ...(until ? ['until', percent(until)] : [])].join(' '),
  );

const contestsOf = ({ neighbours }: RankStability): readonly (readonly string[])[] =>
  neighbours.map((contest) => [`${idsOf(contest.ahead)} | ${idsOf(contest.behind)}`, ...changesOf(contest)]);

const indexOf = ({ id }: { readonly id: string }): number => Number(id.slice(1));

/** By id, in per cent. */
const acceptabilityOf = ({ places }: RankStability): { readonly [id: string]: string } =>
  Object.fromEntries(
    places.map(({ score, acceptability }) => [
      score.product.id,
      acceptability.map((share) => percent(share)).join(' '),
    ]),
  );

const alwaysFirstOf = ({ places }: RankStability): string =>
  idsOf(places.filter(({ isAlwaysFirst }) => isAlwaysFirst).map(({ score }) => score.product));

/** By id: whom it dominates. */
const dominatedOf = ({ places }: RankStability): { readonly [id: string]: string } =>
  Object.fromEntries(
    places.map(({ score, dominates }) => [score.product.id, idsOf(dominates).split(' ').sort().join(' ')]),
  );

describe('the article', () => {
  const stability = rankStability(comparisonOf(leakyGut));

  it('has a first product that is first under every weighting', () => {
    expect(alwaysFirstOf(stability)).to.equal('thorne-l-glutamine');
  });

  it('has products that dominate others', () => {
    expect(dominatedOf(stability)).to.deep.equal({
      'thorne-l-glutamine': 'colostrum-ld trust-your-gut zinc-carnosine',
      'zinc-carnosine': 'colostrum-ld',
      'colostrum-ld': '',
      'trust-your-gut': '',
    });
  });

  const shares: readonly (readonly [place: number, share: number])[] = [
    [1, 1],
    [2, 0.979],
    [3, 0.775],
    [4, 0.775],
  ];
  for (const [place, share] of shares) {
    it(`leaves its product ${place} at place ${place} in ${share * 100} % of all weightings`, () => {
      expect(stability.places[place - 1]?.acceptability[place - 1]).to.be.closeTo(share, stability.error);
      expect(stability.places[place - 1]?.score.rank).to.equal(place);
    });
  }

  it('says that shares are off by half a percentage point at most', () => {
    expect(stability.error).to.equal(0.005);
  });

  it('has a leader that no single weight unseats', () => {
    const { ahead, behind, changes } = stability.lead;
    expect([idsOf(ahead), idsOf(behind)]).to.deep.equal([
      'thorne-l-glutamine',
      'zinc-carnosine colostrum-ld trust-your-gut',
    ]);
    expect(changes).to.deep.equal([]);
  });

  it('lets the fourth overtake the third once Value weighs more than 47.54 %, or Verification more than 56.10 %', () => {
    expect(contestsOf(stability)).to.deep.equal([
      ['thorne-l-glutamine | zinc-carnosine'],
      ['zinc-carnosine | colostrum-ld'],
      ['colostrum-ld | trust-your-gut', 'trust-your-gut value more 47.54', 'trust-your-gut verification more 56.10'],
    ]);
    const [value] = stability.neighbours[2]?.changes ?? [];
    expect([`${value?.weight}`, `${value?.shift}`, value?.criterion.label]).to.deep.equal(['29/61', '84/305', 'Value']);
  });
});

describe('a change of one weight', () => {
  const cases: readonly (readonly [
    what: string,
    weights: readonly number[],
    products: string,
    changes: readonly string[],
  ])[] = [
    ['up, and down the other', [1, 1], '9+5 5+8', ['p1 c0 less 42.86', 'p1 c1 more 57.14']],
    ['by the nearest of two', [1, 1], '9+5 5+8 4+8.5', ['p1 c0 less 42.86', 'p1 c1 more 57.14']],
    ['that only levels at its end', [1, 1], '9+8 5+8', []],
    ['of the only criterion', [1], '9 8', []],
    ['where all others weigh nothing', [1, 0], '9+9 8+8', []],
    ['by one of two that share a place', [2, 1], '9+1 6+4 6+4', ['p1 c0 less 50.00', 'p1 c1 more 50.00']],
  ];
  for (const [what, weights, scores, changes] of cases) {
    it(`${what} is found for ${scores} at ${weights.join(' : ')}: ${changes.join(', ') || 'none'}`, () => {
      const products = scores.split(' ').map((row) => row.split('+').map(Number));
      expect(changesOf(rankStability(rubricOf(weights, products)).lead)).to.deep.equal(changes);
    });
  }

  it('counts from zero where a reader has left the criterion out', () => {
    const comparison = rubricOf(
      [1, 1],
      [
        [9, 5],
        [8, 8],
      ],
    );
    expect(changesOf(rankStability(comparison, { c1: 0 }).lead)).to.deep.equal(['p1 c1 more 25.00']);
  });

  it('of the leader has to take one product past all that share the first place', () => {
    const { lead } = rankStability(
      rubricOf(
        [1, 1, 1],
        [
          [9, 3, 6],
          [3, 9, 6],
          [5, 5, 7],
        ],
      ),
    );
    expect(idsOf(lead.ahead)).to.equal('p0 p1');
    expect(changesOf(lead)).to.deep.equal(['p2 c2 more 50.00']);
  });

  it('takes a product past one of two that share a place', () => {
    const stability = rankStability(
      rubricOf(
        [1, 1, 1],
        [
          [9, 3, 6],
          [3, 9, 6],
          [5, 5, 7],
        ],
      ),
    );
    expect(contestsOf(stability)).to.deep.equal([
      ['p0 | p2', 'p2 c0 less 27.27', 'p2 c1 more 42.86', 'p2 c2 more 50.00'],
      ['p1 | p2', 'p2 c1 less 27.27', 'p2 c0 more 42.86', 'p2 c2 more 50.00'],
    ]);
  });

  it('follows the reader’s weights', () => {
    const comparison = rubricOf(
      [1, 1],
      [
        [9, 5],
        [5, 8],
      ],
    );
    expect(changesOf(rankStability(comparison, { c0: 1, c1: 9 }).lead)).to.deep.equal([
      'p0 c0 more 42.86',
      'p0 c1 less 57.14',
    ]);
  });
});

describe('ties', () => {
  it('under every weighting share their places in all weightings, as they do in the ranking', () => {
    const stability = rankStability(
      rubricOf(
        [1, 1],
        [
          [9, 9],
          [8, 7],
          [8, 7],
          [5, 5],
        ],
      ),
    );
    expect(acceptabilityOf(stability)).to.deep.equal({
      p0: '100.00 0.00 0.00 0.00',
      p1: '0.00 100.00 0.00 0.00',
      p2: '0.00 100.00 0.00 0.00',
      p3: '0.00 0.00 0.00 100.00',
    });
    expect(dominatedOf(stability)).to.deep.equal({ p0: 'p1 p2 p3', p1: 'p3', p2: 'p3', p3: '' });
    expect(stability.places.map(({ score }) => score.rank)).to.deep.equal([1, 2, 2, 4]);
  });

  it('for the first place are first under every weighting, and dominate nobody among themselves', () => {
    const stability = rankStability(
      rubricOf(
        [1, 1],
        [
          [9, 9],
          [9, 9],
          [5, 5],
        ],
      ),
    );
    expect(alwaysFirstOf(stability)).to.equal('p0 p1');
    expect(dominatedOf(stability)).to.deep.equal({ p0: 'p2', p1: 'p2', p2: '' });
  });

  it('between composites that are the same number whatever they rest on are shared', () => {
    expect(
      acceptabilityOf(
        rankStability(
          rubricOf(
            [1, 1],
            [
              [7, 7],
              [7, null],
              [6, 6],
            ],
          ),
        ),
      ),
    ).to.deep.equal({
      p0: '100.00 0.00 0.00',
      p1: '100.00 0.00 0.00',
      p2: '0.00 0.00 100.00',
    });
  });
});

describe('missing scores', () => {
  it('leave a partial composite that dominates by the weights it has', () => {
    const stability = rankStability(
      rubricOf(
        [1, 1],
        [
          [9, 9],
          [8, null],
          [7, null],
          [8.5, 5],
        ],
      ),
    );
    expect(dominatedOf(stability)).to.deep.equal({ p0: 'p1 p2 p3', p1: 'p2', p2: '', p3: '' });
    expect(alwaysFirstOf(stability)).to.equal('p0');
    expect(acceptabilityOf(stability).p0).to.equal('100.00 0.00 0.00 0.00');
  });

  it('keep a partial composite from being first under every weighting', () => {
    const stability = rankStability(
      rubricOf(
        [1, 1],
        [
          [9, null],
          [8, 8],
        ],
      ),
    );
    expect(alwaysFirstOf(stability)).to.equal('');
    expect(dominatedOf(stability)).to.deep.equal({ p0: '', p1: '' });
    expect(acceptabilityOf(stability)).to.deep.equal({ p0: '100.00 0.00', p1: '0.00 100.00' });
  });

  it('let a score that only one has stand against all scores of the other', () => {
    // 9 and 7 beat 8 in part only: weigh the second enough, and 7 is all that counts.
    expect(
      dominatedOf(
        rankStability(
          rubricOf(
            [1, 1],
            [
              [9, 7],
              [8, null],
            ],
          ),
        ),
      ).p0,
    ).to.equal('');
    expect(
      dominatedOf(
        rankStability(
          rubricOf(
            [1, 1],
            [
              [9, 8],
              [8, null],
            ],
          ),
        ),
      ).p0,
    ).to.equal('p1');
  });

  it('leave products out where the rubric says unrated, but not out of dominance where they have a place', () => {
    const products = [
      [8, 8],
      [9, null],
      [7, 7],
    ];
    const stability = rankStability(rubricOf([1, 1], products, { missing: 'unrated' }));
    expect(acceptabilityOf(stability)).to.deep.equal({ p0: '100.00 0.00', p2: '0.00 100.00', p1: '' });
    // Where only the first criterion counts, p1 is rated, and ahead.
    expect(alwaysFirstOf(stability)).to.equal('');
    expect(dominatedOf(stability)).to.deep.equal({ p0: 'p2', p2: '', p1: '' });
    expect(contestsOf(stability)).to.deep.equal([['p0 | p2']]);
  });

  it('of a criterion that is left out of account for now leave no contest about it where the rubric says unrated', () => {
    const products = [
      [9, null, 7],
      [7, 1, 9],
    ];
    const { lead } = rankStability(rubricOf([1, 1, 1], products, { missing: 'unrated' }), { c1: 0, c2: 2 });
    expect(idsOf(lead.ahead)).to.equal('p1');
    // The more c1 weighs, the lower is p1; but p0 then is unrated.
    expect(changesOf(lead)).to.deep.equal(['p0 c0 more 50.00', 'p0 c2 less 50.00']);
    const renormalised = rankStability(rubricOf([1, 1, 1], products), { c1: 0, c2: 2 });
    expect(changesOf(renormalised.lead)).to.deep.equal(['p0 c1 more 9.09', 'p0 c0 more 50.00', 'p0 c2 less 50.00']);
  });

  it('of everything leave a product without shares, contests and dominance', () => {
    const stability = rankStability(
      rubricOf(
        [1, 1],
        [
          [null, null],
          [7, 7],
        ],
      ),
    );
    expect(acceptabilityOf(stability)).to.deep.equal({ p1: '100.00', p0: '' });
    expect(dominatedOf(stability)).to.deep.equal({ p1: '', p0: '' });
    expect(alwaysFirstOf(stability)).to.equal('p1');
    expect(stability.neighbours).to.deep.equal([]);
  });

  it('in different criteria give exact weights where these are fractions', () => {
    // With z for c1: (8 + 6z) / (1 + z) against 7.5 is even at z = 1/3.
    const stability = rankStability(
      rubricOf(
        [4, 1],
        [
          [8, 6],
          [7.5, null],
        ],
      ),
    );
    expect(contestsOf(stability)).to.deep.equal([['p0 | p1', 'p1 c0 less 75.00', 'p1 c1 more 25.00']]);
  });

  it('in different criteria are told where they are even at an irrational weight', () => {
    // With z for c0: (9z + 5) / (z + 1) against (6z + 14) / (z + 2) is even where 3z² + 3z = 4, of 3 + z.
    const { lead } = rankStability(
      rubricOf(
        [1, 1, 2],
        [
          [9, 5, null],
          [6, null, 7],
        ],
      ),
    );
    expect(changesOf(lead)).to.deep.equal(['p1 c0 less 20.18', 'p1 c1 more 31.82']);
    const [{ n, d }] = lead.changes.map(({ weight }) => weight) as [Fraction, Fraction];
    const fine = 10n ** 30n;
    /** 3z² + 3z − 4 so many 10⁻³⁰ beside the share that is told, times the square of what z is divided by. */
    const curveAt = (side: bigint): bigint => {
      const share = n * fine + side * d;
      const [z, unit] = [3n * share, d * fine - share];
      return 3n * z * z + 3n * z * unit - 4n * unit * unit;
    };
    expect([curveAt(-1n) < 0n, curveAt(1n) > 0n]).to.deep.equal([true, true]);
  });

  it('lead the others where the nearest one is at an irrational weight', () => {
    // By the weights 40 : 18 : 33 : 31, p1 is ahead once c3 weighs more than 27.26 %, long before c2 weighs less than 18 %.
    const { lead } = rankStability(
      rubricOf(
        [40, 18, 33, 31],
        [
          [10, 3, 8, 3],
          [4.5, 6.5, null, 9],
          [7.5, 3, 2.5, 6],
          [5.5, 1.5, 1.5, 10],
        ],
      ),
    );
    expect(changesOf(lead)[0]).to.equal('p1 c3 more 27.26');
  });

  for (const [weight, change] of [
    [0.5, 'p1 c0 more 16.67 until 28.57'],
    [3, 'p1 c0 less 28.57 until 16.67'],
  ] as const) {
    it(`in different criteria can put a product ahead between two weights: ${change}`, () => {
      // With z for c0: (6z + 8) / (z + 1) against (5z + 30) / (z + 4) is even where z² - 3z + 2 = 0, at 1 and 2 of 5.
      const { lead } = rankStability(
        rubricOf(
          [weight, 1, 4],
          [
            [6, 8, null],
            [5, null, 7.5],
          ],
        ),
      );
      expect(idsOf(lead.ahead)).to.equal('p0');
      expect(changesOf(lead).filter((text) => text.includes('c0'))).to.deep.equal([change]);
    });
  }

  const shared: readonly (readonly [what: string, second: Scores, changes: readonly string[]])[] = [
    // Even with 6.05z + 7.975 over z + 1 where z is 4/3 and 19/14 of 5.
    ['where it is ahead of both', [6.05, 7.975, null], ['p2 c0 more 21.05 until 21.35']],
    // Even with 4.8z + 30.6 over z + 4 where z is 3 of 5, beyond the other span.
    ['nowhere where it is never ahead of both', [4.8, null, 7.65], []],
  ];
  for (const [what, second, changes] of shared) {
    it(`in different criteria put a product ahead of two that share the first place ${what}`, () => {
      const { lead } = rankStability(rubricOf([0.5, 1, 4], [[6, 8, null], second, [5, null, 7.5]]));
      expect(idsOf(lead.ahead)).to.equal('p0 p1');
      expect(changesOf(lead).filter((text) => text.includes('c0'))).to.deep.equal(changes);
    });
  }
});

describe('what is missing altogether', () => {
  const documents: readonly (readonly [what: string, comparison: Comparison])[] = [
    ['no rubric', comparisonOf({ products: ['A', 'B'] })],
    ['no criteria', comparisonOf({ rubric: {}, products: ['A', 'B'] })],
    [
      'no weights',
      rubricOf(
        [0, 0],
        [
          [9, 8],
          [7, 6],
        ],
      ),
    ],
    [
      'no scores',
      rubricOf(
        [1, 1],
        [
          [null, null],
          [null, null],
        ],
      ),
    ],
  ];
  for (const [what, comparison] of documents) {
    it(`as in a document with ${what}, leaves nothing to say but the products`, () => {
      const { places, lead, neighbours } = rankStability(comparison);
      for (const { score, ...rest } of places) {
        expect(score.rank).to.equal(undefined);
        expect(rest).to.deep.equal({ isAlwaysFirst: false, dominates: [], acceptability: [] });
      }
      expect(places.length).to.equal(2);
      expect([lead.ahead, lead.behind, lead.changes, neighbours]).to.deep.equal([[], [], [], []]);
    });
  }

  it('as with a single product, leaves it first', () => {
    const stability = rankStability(rubricOf([3, 1], [[9, 5]]));
    expect([alwaysFirstOf(stability), acceptabilityOf(stability)]).to.deep.equal(['p0', { p0: '100.00' }]);
    expect(idsOf(stability.lead.ahead)).to.equal('p0');
    expect(stability.lead.changes).to.deep.equal([]);
  });

  it('as with a criterion that weighs nothing, leaves it out of all weightings until a reader gives it weight', () => {
    const comparison = rubricOf(
      [1, 0],
      [
        [9, 5],
        [8, 8],
      ],
    );
    expect(alwaysFirstOf(rankStability(comparison))).to.equal('p0');
    expect(rankStability(comparison).lead.changes).to.deep.equal([]);
    const readers = rankStability(comparison, { c1: 0.1 });
    expect([alwaysFirstOf(readers), changesOf(readers.lead)]).to.deep.equal([
      '',
      ['p1 c0 less 75.00', 'p1 c1 more 25.00'],
    ]);
    expect(Number(acceptabilityOf(readers).p0?.split(' ')[0])).to.be.closeTo(25, 0.5);
  });
});

describe('the reader’s weights', () => {
  it('change neither the publisher’s ranking nor what is said of all weightings', () => {
    const comparison = comparisonOf(leakyGut);
    const publishers = JSON.stringify(scoreProducts(comparison));
    const before = rankStability(comparison);
    const after = rankStability(comparison, {
      evidence: 1,
      transparency: 0,
      value: 70,
      performance: 2,
      verification: 3,
    });
    expect(after.places[0]?.score.product.id).to.equal('thorne-l-glutamine');
    expect(after.places[1]?.score.product.id).to.equal('trust-your-gut');
    expect(acceptabilityOf(after)).to.deep.equal(acceptabilityOf(before));
    expect(dominatedOf(after)).to.deep.equal(dominatedOf(before));
    expect(rankStability(comparison)).to.deep.equal(before);
    expect(JSON.stringify(scoreProducts(comparison))).to.equal(publishers);
  });
});

/** A product's scores in whole units, and where it has a place: the rule itself, written anew for whole numbers. */
interface Grid {
  readonly weights: readonly number[];
  readonly rows: readonly Scores[];
  readonly isUnrated: boolean;
}

interface Composite {
  readonly gained: number;
  readonly weighed: number;
}

/** What a product has under weights in whole numbers; `undefined` where it has no composite. */
function compositeOf({ isUnrated }: Grid, weights: readonly number[], row: Scores): Composite | undefined {
  let [gained, weighed, all] = [0, 0, 0];
  for (let at = 0; at < weights.length; at++) {
    const weight = weights[at] as number;
    const score = row[at] ?? null;
    all += weight;
    if (score === null) continue;
    gained += weight * score;
    weighed += weight;
  }
  return weighed && (!isUnrated || weighed === all) ? { gained, weighed } : undefined;
}

/** Below zero where b is ahead of a; `undefined` where one of them has no composite. */
const gapOf = (a: Composite | undefined, b: Composite | undefined): number | undefined =>
  a && b && a.gained * b.weighed - b.gained * a.weighed;

/** All weightings of so many criteria in steps of 1/steps, corners and edges among them. */
function weightingsOf(criteria: number, steps: number): readonly (readonly number[])[] {
  if (criteria === 1) return [[steps]];
  return Array.from({ length: steps + 1 }, (_, first) => first).flatMap((first) =>
    weightingsOf(criteria - 1, steps - first).map((rest) => [first, ...rest]),
  );
}

const gridsOf = (criteria: number): fc.Arbitrary<Grid> =>
  fc
    .record({ holes: fc.constantFrom(0, 0, 3), isUnrated: fc.boolean(), most: fc.constantFrom(4, 20) })
    .chain(({ holes, isUnrated, most }) => {
      const score = fc.nat(most);
      const row = fc.array(holes ? fc.option(score, { freq: holes }) : score, {
        minLength: criteria,
        maxLength: criteria,
      });
      return fc.record({
        weights: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: criteria, maxLength: criteria }),
        rows: fc.array(row, { minLength: 2, maxLength: 4 }),
        isUnrated: fc.constant(isUnrated),
      });
    });

const rubricOfGrid = ({ weights, rows, isUnrated }: Grid): Comparison =>
  rubricOf(weights, rows, { scale: { min: 0, max: 20 }, missing: isUnrated ? 'unrated' : 'renormalise' });

/** The weights with the criterion `at` at numerator/denominator of all, the others in proportion: whole numbers again. */
function movedTo(weights: readonly number[], at: number, numerator: number, denominator: number): readonly number[] {
  const others = weights.reduce((sum, weight, index) => sum + (index === at ? 0 : weight), 0);
  return weights.map((weight, index) => (index === at ? numerator * others : weight * (denominator - numerator)));
}

describe('1,200 documents, by brute force over a grid of weightings', () => {
  for (const [criteria, steps] of [
    [2, 48],
    [3, 24],
  ] as const) {
    const weightings = weightingsOf(criteria, steps);

    it(`of ${criteria} criteria dominate, are first and overtake just where the grid says so`, () => {
      fc.assert(
        fc.property(gridsOf(criteria), (grid) => {
          const { rows } = grid;
          const stability = rankStability(rubricOfGrid(grid));
          const table = weightings.map((weights) => rows.map((row) => compositeOf(grid, weights, row)));
          for (const { score, dominates, isAlwaysFirst } of stability.places) {
            const a = indexOf(score.product);
            const isFirst = table.every((each) => each[a] && each.every((b) => (gapOf(each[a], b) ?? 0) >= 0));
            expect(isAlwaysFirst, `${score.product.id} is always first`).to.equal(isFirst);
            const dominated = rows.flatMap((_, b) => {
              const gaps = table.filter((each) => each[b]).map((each) => gapOf(each[a], each[b]));
              return gaps.every((gap) => gap !== undefined && gap >= 0) && gaps.some((gap) => gap) ? [`p${b}`] : [];
            });
            expect(idsOf(dominates).split(' ').sort().join(' ')).to.equal(dominated.join(' '));
          }
          for (const contest of [stability.lead, ...stability.neighbours]) {
            for (let at = 0; at < criteria; at++) judgeContest(grid, contest, at);
          }
        }),
        { numRuns: 600 },
      );
    });
  }

  /** Walks one weight from 0 to 1 and sees who is ahead. */
  function judgeContest(grid: Grid, contest: Contest, at: number): void {
    const { rows, weights } = grid;
    const { ahead, behind, changes } = contest;
    const steps = 97;
    const now = (weights[at] as number) / weights.reduce((a, b) => a + b, 0);
    const own = changes
      .filter(({ criterion }) => criterion.id === `c${at}`)
      .map(({ weight, until, ...rest }) => ({ ...rest, from: weight.toNumber(), until: until?.toNumber() }));
    const wrong: number[] = [];
    for (let step = 1; step < steps; step++) {
      const share = step / steps;
      const moved = movedTo(weights, at, step, steps);
      const composites = rows.map((row) => compositeOf(grid, moved, row));
      const isPast = (product: Product): boolean =>
        ahead.every((other) => (gapOf(composites[indexOf(other)], composites[indexOf(product)]) ?? 0) < 0);
      const side = own.find(({ direction }) => direction === (share > now ? 'more' : 'less'));
      const isBeyond = (end: number): boolean => (share > now ? share > end : share < end);
      if (side && isBeyond(side.from)) {
        // Beyond where the first to overtake falls back, another may be ahead.
        if (!isPast(side.product) && !(side.until !== undefined && isBeyond(side.until))) wrong.push(share);
      } else if (behind.some(isPast)) wrong.push(share);
    }
    expect(wrong, `c${at} in ${JSON.stringify({ rows, weights })}, ${changesOf(contest)}`).to.deep.equal([]);
  }
});

describe('overtaking weights', () => {
  const documents = fc.integer({ min: 2, max: 6 }).chain((criteria) =>
    fc.record({
      weights: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: criteria, maxLength: criteria }),
      rows: fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: criteria, maxLength: criteria }), {
        minLength: 2,
        maxLength: 3,
      }),
    }),
  );

  it('are a tie when scored with them, no change just below them, and an overtaking just above', () => {
    let count = 0;
    fc.assert(
      fc.property(documents, ({ weights, rows }) => {
        const comparison = rubricOf(
          weights,
          rows.map((row) => row.map((units) => units / 2)),
        );
        const stability = rankStability(comparison);
        for (const { ahead, changes } of [stability.lead, ...stability.neighbours]) {
          for (const { criterion, direction, weight, product } of changes) {
            count++;
            const at = Number(criterion.id.slice(1));
            /** The signs of the gaps to those ahead, as the weight is a little more (1) or less (-1) than said, or as said. */
            const gapsAt = (side: number): readonly number[] => {
              const fine = 10_000;
              const moved = movedTo(weights, at, Number(weight.n) * fine + side, Number(weight.d) * fine);
              for (const each of moved) expect(each >= 0 && Number.isSafeInteger(each)).to.equal(true);
              const given: Weights = Object.fromEntries(moved.map((each, index) => [`c${index}`, each]));
              const ranking = scoreProducts(comparison, given);
              const exactOf = (id: string) => ranking.find((score) => score.product.id === id)?.exact as Fraction;
              return ahead.map(({ id }) => Math.sign(exactOf(product.id).compare(exactOf(id))));
            };
            const outwards = direction === 'more' ? 1 : -1;
            expect(Math.min(...gapsAt(0))).to.equal(0);
            expect(Math.min(...gapsAt(-outwards))).to.equal(-1);
            expect(Math.min(...gapsAt(outwards))).to.equal(1);
          }
        }
      }),
      { numRuns: 250 },
    );
    expect(count).to.be.above(1000);
  });
});

describe('showOvertaking', () => {
  const cases: readonly (readonly [
    weights: readonly number[],
    rows: readonly Scores[],
    criterion: string,
    decimals: number,
    text: string,
  ])[] = [
    [
      [4, 1],
      [
        [9, 5],
        [5, 8],
      ],
      'c1',
      0,
      'more 57 now 20',
    ],
    [
      [4, 1],
      [
        [9, 5],
        [5, 8],
      ],
      'c1',
      2,
      'more 57.14 now 20',
    ],
    [
      [4, 1],
      [
        [9, 5],
        [5, 8],
      ],
      'c0',
      0,
      'less 43 now 80',
    ],
    [
      [4, 1],
      [
        [9, 5],
        [5, 8],
      ],
      'c0',
      2,
      'less 42.86 now 80',
    ],
    [
      [1000, 1001],
      [
        [9, 5],
        [5, 9],
      ],
      'c0',
      0,
      'more 50 now 49.98',
    ],
    [
      [0.5, 1, 4],
      [
        [6, 8, null],
        [5, null, 7.5],
      ],
      'c0',
      2,
      'more 16.66 until 28.58 now 9.09',
    ],
    [
      [3, 1, 4],
      [
        [6, 8, null],
        [5, null, 7.5],
      ],
      'c0',
      0,
      'less 29 until 16 now 38',
    ],
  ];
  for (const [weights, rows, id, decimals, text] of cases) {
    it(`gives “${text}” for ${id} with ${decimals} decimals`, () => {
      const change = rankStability(rubricOf(weights, rows)).lead.changes.find(({ criterion }) => criterion.id === id);
      if (!change) throw new Error('There is no such change.');
      const { weight, until, now } = showOvertaking(change, decimals);
      expect([change.direction, weight, ...(until ? ['until', until] : []), 'now', now].join(' ')).to.equal(text);
    });
  }

  it('is true of every percentage with as many decimals', () => {
    const trial = fc.record({
      weights: fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 })),
      rows: fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 2, maxLength: 3 }),
    });
    let count = 0;
    fc.assert(
      fc.property(trial, ({ weights, rows }) => {
        const comparison = rubricOf(weights, rows, { scale: { min: 0, max: 20 } });
        const { ahead, changes } = rankStability(comparison).lead;
        for (const change of changes) {
          const { weight } = showOvertaking(change, 1);
          const isMore = change.direction === 'more';
          const tenths = Math.round(Number(weight) * 10);
          const at = indexOf(change.criterion);
          const isPast = (share: number): boolean => {
            const [first = 0, second = 0] = movedTo(weights, at, share, 1000);
            const ranking = scoreProducts(comparison, { c0: first, c1: second });
            const exactOf = (id: string) => ranking.find((score) => score.product.id === id)?.exact as Fraction;
            return ahead.every(({ id }) => exactOf(change.product.id).compare(exactOf(id)) > 0);
          };
          // More decimals than these tell it from what it is now.
          if (tenths !== Number(weight) * 10) continue;
          count++;
          expect(isPast(tenths)).to.equal(false);
          const beyond = tenths + (isMore ? 1 : -1);
          if (beyond >= 0 && beyond <= 1000) expect(isPast(beyond)).to.equal(true);
        }
      }),
      { numRuns: 200 },
    );
    expect(count).to.be.above(100);
  });
});
