/**
 * The sample of all weightings: within its stated error of exact shares, of fine grids and of a much larger sample that
 * was drawn in another way.
 */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import Oracle from 'fraction.js';
import { acceptabilityError, finish, type Row, acceptabilityOf as stepsOf } from '../../src/model/acceptability.js';

// The same cases in every run: what fails here fails for everybody.
fc.configureGlobal({ seed: 42 });

type Shares = readonly (readonly number[])[];

const acceptabilityOf = (rows: readonly Row[]): Shares => finish(stepsOf(rows));

/** The largest difference between two tables of shares. */
const distanceOf = (a: Shares, b: Shares): number =>
  Math.max(
    ...a.flatMap((row, index) => row.map((share, place) => Math.abs(share - (b[index]?.[place] ?? Number.NaN)))),
  );

const sumOf = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Pseudo-random numbers from 0 up to 1, the same every time (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Counts who takes which place under one weighting, by comparing each with each; ties are shared. */
function count(rows: readonly Row[], weights: ArrayLike<number>, counts: readonly Float64Array[]): void {
  const composites = rows.map((row) => {
    let [gained, share] = [0, 0];
    for (let at = 0; at < row.length; at++) {
      const score = row[at];
      if (score === undefined) continue;
      gained += score * (weights[at] as number);
      share += weights[at] as number;
    }
    return gained / share;
  });
  for (const [index, composite] of composites.entries()) {
    let place = 0;
    for (const other of composites) if (other > composite + 1e-12) place++;
    const shares = counts[index] as Float64Array;
    shares[place] = (shares[place] as number) + 1;
  }
}

const tableFor = (rows: readonly Row[]): readonly Float64Array[] => rows.map(() => new Float64Array(rows.length));

const sharesOf = (counts: readonly Float64Array[], all: number): Shares =>
  counts.map((row) => Array.from(row, (each) => each / all));

describe('acceptabilityOf', () => {
  const cases: readonly (readonly [what: string, rows: readonly Row[], shares: Shares])[] = [
    ['nothing for no rows', [], []],
    ['the first place for one row', [[7, undefined]], [[1]]],
    [
      'whole places under one criterion, whatever the order',
      [[7], [9], [8]],
      [
        [0, 0, 1],
        [1, 0, 0],
        [0, 1, 0],
      ],
    ],
    [
      'shared places to rows that are the same',
      [
        [7, 8],
        [9, 9],
        [7, 8],
        [1, 2],
      ],
      [
        [0, 1, 0, 0],
        [1, 0, 0, 0],
        [0, 1, 0, 0],
        [0, 0, 0, 1],
      ],
    ],
  ];
  for (const [what, rows, shares] of cases) {
    it(`gives ${what}`, () => {
      expect(acceptabilityOf(rows)).to.deep.equal(shares);
    });
  }

  it('gives the same every time', () => {
    const rows = [
      [9, 5, 6],
      [5, 8, 7],
      [7, 7, 5],
    ];
    expect(acceptabilityOf(rows)).to.deep.equal(acceptabilityOf(rows));
  });

  it('gives rows that sum to 1, and columns too where no two rows are the same', () => {
    const score = fc.integer({ min: 0, max: 100 }).map((units) => units / 10);
    const tables = fc.integer({ min: 1, max: 5 }).chain((criteria) =>
      fc.uniqueArray(fc.array(score, { minLength: criteria, maxLength: criteria }), {
        minLength: 1,
        maxLength: 8,
        selector: String,
      }),
    );
    fc.assert(
      fc.property(tables, (rows) => {
        const shares = acceptabilityOf(rows);
        for (const row of shares) expect(sumOf(row)).to.be.closeTo(1, 1e-9);
        for (const place of rows.keys()) {
          expect(sumOf(shares.map((row) => row[place] as number))).to.be.closeTo(1, 1e-9);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('the stated error', () => {
  it('is half a percentage point', () => {
    expect(acceptabilityError).to.equal(0.005);
  });

  /**
   * Two products: the share of the simplex in which Σ wᵢdᵢ is above zero is exactly Σ dᵢᵐ⁻¹ / Πⱼ(dᵢ − dⱼ) over the
   * differences above zero, as long as no two are the same.
   */
  function exactShareOf(differences: readonly number[]): number {
    const share = differences
      .filter((d) => d > 0)
      .map((d) => {
        const others = differences.filter((other) => other !== d).map((other) => new Oracle(d - other));
        return others.reduce((part, each) => part.mul(d).div(each), new Oracle(1));
      })
      .reduce((sum, part) => sum.add(part), new Oracle(0));
    // Both halves of the fraction are too large for numbers.
    return Number((share.n * 10n ** 15n) / share.d) / 1e15;
  }

  it('has an oracle that knows halves and quarters', () => {
    expect(exactShareOf([1, -1])).to.equal(0.5);
    expect(exactShareOf([3, -1])).to.equal(0.75);
    expect(exactShareOf([2, 1, 5])).to.equal(1);
    expect(exactShareOf([1, -1, -3])).to.equal(1 / 8);
  });

  for (const criteria of [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20]) {
    it(`is held against exact shares of two products, by ${criteria} criteria`, () => {
      const random = randomOf(criteria);
      // Evenly spread differences, one good side against many poor ones, and every other way.
      for (const shape of [
        () => random() - 0.5,
        (at: number) => (at % 2 ? 1 : -1) * (0.5 + random() / 3),
        (at: number) => (at ? -random() : criteria / 3),
      ]) {
        const differences = Array.from({ length: criteria }, (_, at) => Math.round(shape(at) * 1e4) * 32 + at + 1);
        const share = exactShareOf(differences);
        const [first] = acceptabilityOf([differences, differences.map(() => 0)]);
        expect(Math.abs((first?.[0] as number) - share)).to.be.at.most(acceptabilityError);
      }
    });
  }

  /** So many are more than seven times as many as the densest sample has. */
  const draws = 1_000_000;
  const scores = [undefined, 6, 6.5, 7, 7.5, 8, 8.5, 9, 9.5];
  for (const [criteria, products] of [
    [3, 6],
    [5, 3],
    [5, 8],
    [8, 4],
    [20, 3],
  ] as const) {
    it(`is held against a million draws, by ${criteria} criteria, for ${products} products`, () => {
      const random = randomOf(criteria * 100 + products);
      // Half points, as reviewers give them, one in twenty not given.
      const rows = Array.from({ length: products }, () =>
        Array.from({ length: criteria }, () => scores[random() < 0.05 ? 0 : 1 + Math.floor(random() * 8)]),
      );
      const counts = tableFor(rows);
      const weights = new Float64Array(criteria);
      for (let draw = 0; draw < draws; draw++) {
        // Exponentially distributed weights are evenly spread over the simplex, whatever they sum to.
        for (let at = 0; at < criteria; at++) weights[at] = -Math.log(1 - random());
        count(rows, weights, counts);
      }
      expect(distanceOf(acceptabilityOf(rows), sharesOf(counts, draws))).to.be.at.most(acceptabilityError);
    });
  }
});

describe('1,000 documents, by brute force over a fine grid of weightings', () => {
  /** The middles of the cells of a grid over all weightings. */
  function middlesOf(criteria: number, steps: number): readonly Float64Array[] {
    const middles: Float64Array[] = [];
    for (let a = 0; a < steps; a++) {
      if (criteria === 2) middles.push(Float64Array.of(a + 0.5, steps - a - 0.5));
      else {
        for (let b = 0; a + b < steps; b++) {
          const c = steps - a - b;
          middles.push(Float64Array.of(a + 1 / 3, b + 1 / 3, c - 2 / 3));
          if (c > 1) middles.push(Float64Array.of(a + 2 / 3, b + 2 / 3, c - 4 / 3));
        }
      }
    }
    return middles;
  }

  for (const [criteria, steps, runs] of [
    [2, 1499, 700],
    [3, 79, 300],
  ] as const) {
    const middles = middlesOf(criteria, steps);
    // Each line on which two products are even cuts cells in two, about one in so many of them.
    const coarseness = 1 / steps;

    it(`agree with the sample, by ${criteria} criteria`, () => {
      const score = fc.option(fc.integer({ min: 0, max: 1000 }), { nil: undefined, freq: 8 });
      const row = fc
        .array(score, { minLength: criteria, maxLength: criteria })
        .filter((each) => each.some((value) => value !== undefined));
      fc.assert(
        fc.property(fc.array(row, { minLength: 2, maxLength: 4 }), (rows) => {
          const counts = tableFor(rows);
          for (const weights of middles) count(rows, weights, counts);
          const distance = distanceOf(acceptabilityOf(rows), sharesOf(counts, middles.length));
          expect(distance).to.be.at.most(acceptabilityError + coarseness);
        }),
        { numRuns: runs },
      );
    });
  }
});
