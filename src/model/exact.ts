/**
 * Exact arithmetic on decimal numbers, and the two ways in which exact numbers become text that can be trusted:
 * rounding half up, and rounding several parts so that they still add up. Leaves what is added and why to `score.ts`.
 */

const powers: bigint[] = [];
const power = (exponent: number): bigint => (powers[exponent] ??= 10n ** BigInt(exponent));

/** The remainder from zero up, and the quotient that goes with it; `d` is above zero. */
const modulo = (n: bigint, d: bigint): bigint => ((n % d) + d) % d;
const floor = (n: bigint, d: bigint): bigint => (n < 0n ? (n - modulo(n, d)) / d : n / d);

/** An exact rational number. It is never rounded until it is shown. */
export class Fraction {
  static readonly zero = new Fraction(0n, 1n);

  /** What stands above the line. */
  readonly n: bigint;
  /** What stands below it: above zero, and not always in lowest terms. */
  readonly d: bigint;

  constructor(n: bigint, d: bigint) {
    this.n = n;
    this.d = d;
  }

  /**
   * The decimal number that a finite `value` is written as: 8.5 is exactly 85/10, not the nearest binary fraction.
   * Gives `undefined` for NaN and the infinities.
   */
  static of(value: number): Fraction | undefined {
    const [, sign, whole, part = '', exponent = '0'] =
      /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
    if (whole === undefined) return undefined;
    const n = BigInt(`${sign}${whole}${part}`);
    const shift = part.length - Number(exponent);
    return shift > 0 ? new Fraction(n, power(shift)) : new Fraction(n * power(-shift), 1n);
  }

  plus(other: Fraction): Fraction {
    // Equal decimals are the rule, and the numbers stay small.
    if (this.d === other.d) return new Fraction(this.n + other.n, this.d);
    return new Fraction(this.n * other.d + other.n * this.d, this.d * other.d);
  }

  minus(other: Fraction): Fraction {
    return this.plus(new Fraction(-other.n, other.d));
  }

  times(other: Fraction): Fraction {
    return new Fraction(this.n * other.n, this.d * other.d);
  }

  /** The quotient; `other` is above zero. */
  over(other: Fraction): Fraction {
    return new Fraction(this.n * other.d, this.d * other.n);
  }

  /** Below zero where this is the smaller, zero where both are the same number, above zero where this is the larger. */
  compare(other: Fraction): number {
    const [a, b] = this.d === other.d ? [this.n, other.n] : [this.n * other.d, other.n * this.d];
    return a < b ? -1 : Number(a > b);
  }

  /** Whether `decimals` places show the number as it is. */
  fits(decimals: number): boolean {
    return (this.n * power(decimals)) % this.d === 0n;
  }

  /** Decimal text with so many places, rounded half up: 2.375 gives "2.38" at two. */
  toFixed(decimals: number): string {
    const units = floor(this.n * power(decimals) * 2n + this.d, this.d * 2n);
    const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
    const whole = digits.length - decimals;
    return (units < 0n ? '-' : '') + digits.slice(0, whole) + (decimals ? `.${digits.slice(whole)}` : '');
  }

  /** The nearest binary number: for drawing and for `Intl`, never for deciding. */
  toNumber(): number {
    // As decimal text, so that neither half can overflow on its own, with more digits than a binary number tells apart.
    return Number(this.toFixed(Math.max(0, String(this.d).length - String(this.n).length) + 25));
  }

  /** The exact number as text, a decimal where it is one within 20 places, else "n/d". */
  toString(): string {
    for (let decimals = 0; decimals <= 20; decimals++) if (this.fits(decimals)) return this.toFixed(decimals);
    return `${this.n}/${this.d}`;
  }

  toJSON(): string {
    return `${this}`;
  }
}

/** Decimal numbers in whole units of one size, as many of which make 1 as `perOne` says; `undefined` stays. */
export function wholeUnits(decimals: readonly (number | undefined)[]): {
  readonly units: readonly (bigint | undefined)[];
  readonly perOne: bigint;
} {
  const fractions = decimals.map((value) => (value === undefined ? undefined : Fraction.of(value)));
  // Most numbers have one decimal: then those of many lists have units of one size.
  const perOne = fractions.reduce((most, part) => (part && part.d > most ? part.d : most), 10n);
  return { units: fractions.map((part) => part && part.n * (perOne / part.d)), perOne };
}

/** The sum of fractions; zero for none. */
export const sumOf = (parts: readonly Fraction[]): Fraction => parts.reduce((a, b) => a.plus(b), Fraction.zero);

/** Parts of a sum as they are shown. */
export interface ShownParts {
  /** One decimal text a part, all with the same number of places. */
  readonly parts: readonly string[];
  /** Their sum, to the same places: always exactly the sum of the texts in `parts`. */
  readonly total: string;
  /** Whether the texts are the exact numbers, not rounded ones. */
  readonly exact: boolean;
}

/**
 * Shows parts so that they add up in sight: with the fewest of the `places` offered that shows each exactly; where none
 * does, rounded at the first of them by largest remainder, the total half up and the units left over going to the
 * parts that lost most (the earlier one on a tie).
 */
export function showParts(parts: readonly Fraction[], places: readonly number[]): ShownParts {
  const fitting = places.find((decimals) => parts.every((part) => part.fits(decimals)));
  const decimals = fitting ?? (places[0] as number);
  const scale = power(decimals);
  const total = sumOf(parts).toFixed(decimals);
  const rows = parts.map(({ n, d }) => ({ units: floor(n * scale, d), loss: new Fraction(modulo(n * scale, d), d) }));
  const left = rows.reduce((rest, { units }) => rest - units, BigInt(total.replace('.', '')));
  for (const row of [...rows].sort((a, b) => b.loss.compare(a.loss)).slice(0, Number(left))) row.units++;
  const shown = rows.map(({ units }) => new Fraction(units, scale).toFixed(decimals));
  return { parts: shown, total, exact: fitting !== undefined };
}
