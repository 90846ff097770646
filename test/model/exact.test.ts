/** Exact arithmetic and the two ways of rounding, judged by fraction.js. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import Oracle from 'fraction.js';
import { Fraction, showParts } from '../../src/model/exact.js';

const of = (value: number): Fraction => {
  const fraction = Fraction.of(value);
  if (!fraction) throw new Error(`${value} is no number.`);
  return fraction;
};

const oracleOf = ({ n, d }: Fraction): Oracle => new Oracle(n, d);

/** The integer that is nearest to a rational number, the upper one of two, as fraction.js sees it. */
const nearest = (value: Oracle): bigint => {
  const floor = value.add(new Oracle(1, 2)).floor();
  return floor.s * floor.n;
};

/** Decimal text made from digits only, so that no number format has a say. */
const decimalText = (units: bigint, decimals: number): string => {
  const digits = `${units < 0n ? -units : units}`.padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return `${units < 0n ? '-' : ''}${decimals ? `${whole}.${digits.slice(-decimals)}` : whole}`;
};

const roundedByOracle = (value: Oracle, decimals: number): string =>
  decimalText(nearest(value.mul(new Oracle(10n ** BigInt(decimals), 1n))), decimals);

const sumOf = (texts: readonly string[]): Oracle => texts.reduce((sum, text) => sum.add(text), new Oracle(0));

const fraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([n, d]) => new Fraction(n, d));

describe('Fraction', () => {
  describe('of', () => {
    const decimals: readonly (readonly [value: number, n: bigint, d: bigint])[] = [
      [0, 0n, 1n],
      [-0, 0n, 1n],
      [8.5, 85n, 10n],
      [-8.5, -85n, 10n],
      [-0.5, -5n, 10n],
      [100, 100n, 1n],
      [0.1, 1n, 10n],
      [1e-7, 1n, 10n ** 7n],
      [-1.5e-10, -15n, 10n ** 11n],
      [1e21, 10n ** 21n, 1n],
      [1.25e21, 125n * 10n ** 19n, 1n],
      [Number.MAX_SAFE_INTEGER, 9007199254740991n, 1n],
      [5e-324, 5n, 10n ** 324n],
      [Number.MAX_VALUE, 17976931348623157n * 10n ** 292n, 1n],
    ];
    for (const [value, n, d] of decimals) {
      it(`takes ${Object.is(value, -0) ? '-0' : value} as the decimal number it is written as`, () => {
        const { n: top, d: bottom } = of(value);
        expect(top * d).to.equal(n * bottom);
        expect(bottom > 0n).to.equal(true);
      });
    }

    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      it(`gives nothing for ${value}`, () => {
        expect(Fraction.of(value)).to.equal(undefined);
      });
    }

    it('is the number that its shortest text says, for every finite number', () => {
      fc.assert(
        fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
          const { n, d } = of(value);
          // The text is read in two halves: fraction.js has no grammar for exponents.
          const [mantissa = '', exponent = '0'] = String(value).split('e');
          const oracle = new Oracle(mantissa).mul(new Oracle(10).pow(Number(exponent)));
          return new Oracle(n, d).equals(oracle);
        }),
      );
    });
  });

  describe('toFixed', () => {
    const cases: readonly (readonly [what: string, value: Fraction, decimals: number, text: string])[] = [
      ['2.375', of(2.375), 2, '2.38'],
      ['1.275', of(1.275), 2, '1.28'],
      ['8.5 × 0.15', of(8.5).times(of(0.15)), 2, '1.28'],
      ['9.5 × 0.25', of(9.5).times(of(0.25)), 2, '2.38'],
      ['1.005', of(1.005), 2, '1.01'],
      ['8.975', of(8.975), 1, '9.0'],
      ['8.95', of(8.95), 1, '9.0'],
      ['8.9499999', of(8.9499999), 1, '8.9'],
      ['0.1 + 0.2', of(0.1).plus(of(0.2)), 20, '0.30000000000000000000'],
      ['0.3 − 0.1', of(0.3).minus(of(0.1)), 1, '0.2'],
      ['0.5', of(0.5), 0, '1'],
      ['2.5', of(2.5), 0, '3'],
      ['-2.5', of(-2.5), 0, '-2'],
      ['-2.375', of(-2.375), 2, '-2.37'],
      ['-2.376', of(-2.376), 2, '-2.38'],
      ['-0.004', of(-0.004), 2, '0.00'],
      ['-0.005', of(-0.005), 2, '0.00'],
      ['-0.0051', of(-0.0051), 2, '-0.01'],
      ['1e-7', of(1e-7), 7, '0.0000001'],
      ['1e-7', of(1e-7), 6, '0.000000'],
      ['5e-7', of(5e-7), 6, '0.000001'],
      ['1e21', of(1e21), 2, '1000000000000000000000.00'],
      ['1 / 3', of(1).over(of(3)), 4, '0.3333'],
      ['2 / 3', of(2).over(of(3)), 4, '0.6667'],
      ['0', of(0), 0, '0'],
      ['0', of(0), 3, '0.000'],
      ['9.995', of(9.995), 2, '10.00'],
      ['0.05', of(0.05), 2, '0.05'],
    ];
    for (const [what, value, decimals, text] of cases) {
      it(`shows ${what} at ${decimals} decimals as ${text}`, () => {
        expect(value.toFixed(decimals)).to.equal(text);
      });
    }

    it('rounds half up as fraction.js does', () => {
      fc.assert(
        fc.property(
          fraction,
          fc.nat(6),
          (value, decimals) => value.toFixed(decimals) === roundedByOracle(oracleOf(value), decimals),
        ),
        { numRuns: 2000 },
      );
    });

    it('rounds every tie up', () => {
      fc.assert(
        fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(4), (units, decimals) => {
          const tie = new Fraction(BigInt(units) * 2n + 1n, 2n * 10n ** BigInt(decimals));
          expect(tie.toFixed(decimals)).to.equal(decimalText(BigInt(units) + 1n, decimals));
        }),
      );
    });
  });

  describe('arithmetic', () => {
    it('adds, subtracts, multiplies, divides and compares as fraction.js does', () => {
      fc.assert(
        fc.property(fraction, fraction, (a, b) => {
          const [x, y] = [oracleOf(a), oracleOf(b)];
          expect(oracleOf(a.plus(b)).equals(x.add(y))).to.equal(true);
          expect(oracleOf(a.minus(b)).equals(x.sub(y))).to.equal(true);
          expect(oracleOf(a.times(b)).equals(x.mul(y))).to.equal(true);
          if (b.n > 0n) expect(oracleOf(a.over(b)).equals(x.div(y))).to.equal(true);
          expect(Math.sign(a.compare(b))).to.equal(Math.sign(x.compare(y)));
        }),
        { numRuns: 2000 },
      );
    });

    it('keeps what stands below the line above zero', () => {
      fc.assert(
        fc.property(fraction, fraction, (a, b) => {
          const results = [a.plus(b), a.minus(b), a.times(b), ...(b.n > 0n ? [a.over(b)] : [])];
          return results.every(({ d }) => d > 0n);
        }),
      );
    });

    it('compares numbers whose difference no binary number holds', () => {
      expect(of(1e21).compare(of(1e21).plus(of(1e-7)))).to.be.below(0);
      expect(of(0.1).plus(of(0.2)).compare(of(0.3))).to.equal(0);
    });
  });

  describe('fits', () => {
    const cases: readonly (readonly [value: Fraction, decimals: number, isExact: boolean])[] = [
      [of(2.375), 3, true],
      [of(2.375), 2, false],
      [of(8), 0, true],
      [of(-1.5), 1, true],
      [of(-1.5), 0, false],
      [of(1).over(of(3)), 20, false],
      [of(0), 0, true],
    ];
    for (const [value, decimals, isExact] of cases) {
      it(`says that ${decimals} decimals ${isExact ? 'show' : 'do not show'} ${value} exactly`, () => {
        expect(value.fits(decimals)).to.equal(isExact);
      });
    }
  });

  describe('toString', () => {
    const cases: readonly (readonly [value: Fraction, text: string])[] = [
      [of(8.975), '8.975'],
      [of(8), '8'],
      [new Fraction(800n, 100n), '8'],
      [of(-0.5), '-0.5'],
      [of(1e-7), '0.0000001'],
      [of(1).over(of(3)), '1/3'],
    ];
    for (const [value, text] of cases) {
      it(`writes ${value.n}/${value.d} as ${text}`, () => {
        expect(`${value}`).to.equal(text);
        expect(JSON.stringify({ value })).to.equal(`{"value":"${text}"}`);
      });
    }
  });

  describe('toNumber', () => {
    for (const value of [0, 8.975, -7.475, 0.1, 1e-7, 1e21, 123456.789, 0.0012345678901234567, 1e-20, 5e-324]) {
      it(`gives ${value} back`, () => {
        expect(of(value).toNumber()).to.equal(value);
      });
    }

    it('gives the nearest number to a third, and to numbers too large to halve', () => {
      expect(of(1).over(of(3)).toNumber()).to.equal(1 / 3);
      expect(new Fraction(10n ** 400n, 10n ** 399n).toNumber()).to.equal(10);
    });
  });
});

describe('showParts', () => {
  const cases: readonly (readonly [
    parts: readonly Fraction[],
    places: readonly number[],
    shown: readonly string[],
    total: string,
    exact: boolean,
  ])[] = [
    [[of(2.7), of(2.25), of(1.5), of(1.27), of(0.85)], [2, 3], ['2.70', '2.25', '1.50', '1.27', '0.85'], '8.57', true],
    [
      [of(2.7), of(2.375), of(1.6), of(1.35), of(0.95)],
      [2, 3],
      ['2.700', '2.375', '1.600', '1.350', '0.950'],
      '8.975',
      true,
    ],
    [[of(1).over(of(3)), of(1).over(of(3)), of(1).over(of(3))], [2, 3], ['0.34', '0.33', '0.33'], '1.00', false],
    [[of(10).over(of(3)), of(20).over(of(3))], [2, 3], ['3.33', '6.67'], '10.00', false],
    [[of(0.0001), of(0.0002)], [2, 3], ['0.00', '0.00'], '0.00', false],
    // Four halves of a hundredth: each alone rounds up, and together they are two hundredths.
    [[of(0.0051), of(0.0052), of(0.0053), of(0.0044)], [2, 3], ['0.00', '0.01', '0.01', '0.00'], '0.02', false],
    [[of(-1.2345), of(3.4567)], [2, 3], ['-1.24', '3.46'], '2.22', false],
    [[of(-1.5), of(-2.125)], [2, 3], ['-1.500', '-2.125'], '-3.625', true],
    [[of(30), of(25)], [0], ['30', '25'], '55', true],
    [[of(1.5)], [0, 1], ['1.5'], '1.5', true],
    [[], [2, 3], [], '0.00', true],
  ];
  for (const [parts, places, shown, total, exact] of cases) {
    it(`shows ${parts.join(' + ') || 'no parts'} at ${places.join(' or ')} places as ${shown.join(' + ')} = ${total}`, () => {
      expect(showParts(parts, places)).to.deep.equal({ parts: shown, total, exact });
    });
  }

  const list = fc.array(fraction, { maxLength: 20 });
  const decimalList = fc.array(
    fc.integer({ min: -1e6, max: 1e6 }).map((units) => new Fraction(BigInt(units), 1000n)),
    { maxLength: 20 },
  );

  it('always sums to the total it shows', () => {
    fc.assert(
      fc.property(fc.oneof(list, decimalList), (parts) => {
        const shown = showParts(parts, [2, 3]);
        expect(sumOf(shown.parts).equals(new Oracle(shown.total))).to.equal(true);
        const places = new Set([...shown.parts, shown.total].map((text) => text.split('.')[1]?.length));
        expect(places.size).to.equal(1);
      }),
      { numRuns: 2000 },
    );
  });

  it('rounds the total half up, and no part by a whole unit or more', () => {
    fc.assert(
      fc.property(fc.oneof(list, decimalList), (parts) => {
        const shown = showParts(parts, [2, 3]);
        const decimals = shown.total.split('.')[1]?.length ?? 0;
        const sum = parts.reduce((a, part) => a.add(oracleOf(part)), new Oracle(0));
        expect(shown.total).to.equal(roundedByOracle(sum, decimals));
        const unit = new Oracle(1, 10 ** decimals);
        for (const [index, part] of parts.entries()) {
          const error = oracleOf(part)
            .sub(new Oracle(shown.parts[index] ?? ''))
            .abs();
          expect(error.lt(unit)).to.equal(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is exact where two or three decimals suffice, and gives the units left over to the largest remainders', () => {
    fc.assert(
      fc.property(fc.oneof(list, decimalList), (parts) => {
        const shown = showParts(parts, [2, 3]);
        const oracles = parts.map(oracleOf);
        const fit = [2, 3].find((places) => oracles.every((part) => part.mul(10 ** places).d === 1n));
        expect(shown.exact).to.equal(fit !== undefined);
        if (fit !== undefined) {
          expect(shown.parts).to.deep.equal(oracles.map((part) => roundedByOracle(part, fit)));
          return;
        }
        // Apportioned by hand: floors first, then one unit at a time to the largest remainder, the earlier on a tie.
        const scaled = oracles.map((part) => part.mul(100));
        const floors = scaled.map((part) => part.floor());
        const remainders = scaled.map((part, index) => part.sub(floors[index] ?? 0));
        const units = floors.map(({ s, n }) => s * n);
        const wanted = nearest(scaled.reduce((a, b) => a.add(b), new Oracle(0)));
        const given = new Set<number>();
        for (let left = wanted - units.reduce((a, b) => a + b, 0n); left > 0n; left--) {
          let best = -1;
          for (const [index, remainder] of remainders.entries()) {
            if (!given.has(index) && (best < 0 || remainder.gt(remainders[best] ?? 0))) best = index;
          }
          given.add(best);
          units[best] = (units[best] ?? 0n) + 1n;
        }
        expect(shown.parts).to.deep.equal(units.map((each) => decimalText(each, 2)));
      }),
      { numRuns: 1000 },
    );
  });
});
