/**
 * Reads amounts as reviewers type them: `~$0.50/10g`, `300–600mg`, `4 billion CFU`, `★★★★☆`.
 *
 * A text is read whole or not at all, and never guessed at. Where a text has two honest readings, these rules decide:
 * - `1,234` and `1.234` go by the language's separators in prices; one that the language does not use is not read.
 * - `$` is the US dollar, `¥` the yen, `£` the pound sterling, `Rs` the Indian rupee, unless the caller's currency goes
 *   by that sign. `kr` and signs of other currencies stand for themselves unless it does.
 * - `each` is a basis of its own, as in `/each`: what a price is for is not said.
 * - Cups, gallons and fluid ounces are US customary measures. `billion` is 10⁹.
 * - `k`, `M` and `B` after a number are thousands, millions and billions; `4K` and `5G` are units of their own. At the
 *   end of a range they belong to both ends.
 * - `a/b` is a rating where b is 5, 10 or 100; so are as many stars, full and empty ones together.
 * - A word that is no known unit is a unit of its own, as it is typed: `capsule` and `capsules` are two.
 *
 * How a quantity is shown, and which currency a price without one is in, is left to others.
 */

/** What an amount is for: `/10g` is `{ value: 10, unit: 'g', kind: 'mass' }`. */
export interface Basis {
  readonly value: number;
  readonly unit: string;
  readonly kind: string;
}

export interface Quantity {
  /** The amount as printed, in `unit`; the lower end of a range. */
  readonly value: number;
  /** The upper end of a range, in `unit`. */
  readonly max?: number;
  /** The canonical symbol: `g`, `fl oz`, `USD`, `%`, `CFU`; empty for a bare number and a rating. */
  readonly unit: string;
  /** What converts into each other: a key of `UNITS` (a bare number is `number`), `rating`, else the unit itself. */
  readonly kind: string;
  /** The best possible rating: 4.5/5 is value 4.5, outOf 5. */
  readonly outOf?: number;
  readonly per?: Basis;
  /** Whether it is only said to be about that much. */
  readonly approximate: boolean;
  /** `min`: at least that much; `max`: at most. */
  readonly bound?: 'min' | 'max';
  /** The original text, trimmed. */
  readonly text: string;
}

export interface QuantityOptions {
  /** BCP 47; decides ambiguous separators. English if missing or invalid. */
  readonly language?: string | undefined;
  /** ISO 4217; decides ambiguous signs such as `$`. */
  readonly currency?: string | undefined;
}

interface Unit {
  readonly unit: string;
  readonly kind: string;
  readonly size: number;
}

const oz = 28.349523125;
const tsp = 4.92892159375;
const inch = 0.0254;

/** By kind: each unit's symbol, its other names, and its size in the first of the kind. Any other word is a unit too. */
const UNITS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  mass: { 'g|gram': 1, 'kg|kilogram': 1e3, mg: 1e-3, 'µg|μg|mcg': 1e-6, 'oz|ounce': oz, 'lb|pound': 16 * oz },
  volume: {
    ml: 1,
    cl: 10,
    dl: 100,
    'l|L|liter|litre': 1e3,
    tsp,
    tbsp: 3 * tsp,
    'fl oz|floz': 6 * tsp,
    cup: 48 * tsp,
    gallon: 768 * tsp,
    'm³': 1e6,
    'ft³': 1728 * 16.387064,
  },
  length: {
    m: 1,
    mm: 1e-3,
    cm: 0.01,
    km: 1e3,
    'in|inch|inches|"': inch,
    "ft|foot|feet|'": 12 * inch,
    'mi|mile': 63360 * inch,
  },
  area: { 'm²': 1, 'ft²|sqft': 0.09290304 },
  time: {
    's|sec|second': 1,
    ms: 1e-3,
    'min|minute': 60,
    'h|hr|hour': 3600,
    day: 86400,
    week: 604800,
    'month|mo|monat|monate': 2629800,
    'year|yr|jahr|jahre': 31557600,
  },
  power: { 'W|watt': 1, kW: 1e3 },
  temperature: { '°C': 1, '°F': 1 },
  data: {
    byte: 1,
    'kB|kb': 1e3,
    'MB|mb': 1e6,
    'GB|gb': 1e9,
    'TB|tb': 1e12,
    KiB: 1024,
    MiB: 1024 ** 2,
    GiB: 1024 ** 3,
    Mb: 125e3,
    Gb: 125e6,
  },
  money: {
    'USD|$|US$': 1,
    'EUR|€': 1,
    'GBP|£': 1,
    'JPY|¥|円': 1,
    'INR|₹|rs': 1,
    'PLN|zł': 1,
    'CZK|kč': 1,
    kr: 1,
  },
  product: { 'x|X|×': 1 },
  number: { '': 1, 'k|thousand': 1e3, 'M|million': 1e6, 'B|billion': 1e9 },
};

const units = new Map<string, Unit>(
  Object.entries(UNITS).flatMap(([kind, sizes]) =>
    Object.entries(sizes).flatMap(([names, size]) =>
      names.split('|').map((name, _, [unit = '']) => [name, { unit, kind, size }] as const),
    ),
  ),
);
const currencies = Intl.supportedValuesOf?.('currency');
const sizeOf = (unit: string): number => units.get(unit)?.size ?? 1;

/** Fifteen digits undo what decimals lose in binary floating point: 0.07 kg is 70 g. */
const tidy = (value: number): number => Number(value.toPrecision(15));

const prices: Record<string, Intl.NumberFormatPart[]> = {};
/** What a mark is in a price as the language writes it: `group`, `decimal` or `currency`, if anything. */
function roleOf(mark: string, language: string, currency: string): string | undefined {
  const options = { style: 'currency', currency, currencyDisplay: 'narrowSymbol', numberingSystem: 'latn' } as const;
  try {
    const key = language + currency;
    prices[key] ??= new Intl.NumberFormat(language, options).formatToParts(12345.5);
    return prices[key]?.find(({ value }) => value === mark)?.type;
  } catch {
    return language === 'en' ? undefined : roleOf(mark, 'en', currency);
  }
}

/**
 * The amount that the whole text states; `undefined` where it states none, more than one, or one that can be read in
 * two ways, and for texts of more than 200 characters. Never throws.
 */
export function parseQuantity(
  text: string,
  { language = 'en', currency = 'USD' }: QuantityOptions = {},
): Quantity | undefined {
  const trimmed = text.length > 200 ? '' : text.trim();
  // One spelling for each thing: no remark at the end, `≥30` for `30+`, and `4/5` for stars.
  let rest = trimmed
    .replace(/\s+/g, ' ')
    .replace(/[‐-―−]/g, '-')
    .replace(/[’′]/g, "'")
    .replace(/[”″]/g, '"')
    .replace(/ ?(\([^()]*\)|,? waived .*)$/, '')
    .replace(/(?<!\/) each$/i, '/each')
    .replace(/^(\S+ ?\p{L}*)\+(?! ?\d)/u, '≥$1')
    .replace(/cfm$/i, 'ft³/min')
    .replace(/^(★*)☆*$/, (stars, full) => `${full.length}/${stars.length}`);
  let scale = 1;

  /** Moves past the pattern if it comes next, and gives what it found. */
  const take = (pattern: RegExp): readonly string[] | null => {
    const found = pattern.exec(rest);
    if (found) rest = rest.slice(found[0].length).trimStart();
    return found;
  };
  // number = [ ( groups of three | digits ) [ ".–" ] ] [ fraction ]
  const number = (): number => {
    const found = take(
      /^(?!0\d|[.,](?!\d))([1-9]\d{0,2}([.,' ])\d{3}(\2\d{3}|(?!\2)[.,]\d+)*(?!\d)|\d*(?:[.,]\d+)?)(?:[.,]-+)? ?([¼½¾])?/,
    );
    if (!found?.[0]) return Number.NaN;
    const [, digits = '', mark = '', more, part = ' '] = found;
    const role = more || !/[.,]/.test(mark) ? 'group' : roleOf(mark, language, 'EUR');
    const decimal = role && digits.replaceAll(mark, role === 'group' ? '' : '.').replace(',', '.');
    return Number(decimal) + ' ¼½¾'.indexOf(part) / 4;
  };
  // unit = [ sign | word ]
  const unit = (): Basis => {
    // Some words stand after a number without being its unit.
    const found = take(
      /^((?:fl[. ]*oz|sq[. ]*ft)\.?|°[CF]?|["'%×]|\p{Lu}{0,2}\p{Sc}|-?(?!(to|per|an?|out)\b)\p{L}[\p{L}.²³]*)/iu,
    );
    const word = found?.[0]?.replace(/[-. ]/g, '') ?? '';
    const name = roleOf(word, 'en', currency) === 'currency' ? currency : word;
    // Words are known in any case, single letters are not: `5G` is not five grams.
    const lower = name[1] ? name.toLowerCase() : name;
    const known = units.get(name) ?? units.get(lower) ?? units.get(lower.replace(/s$/, ''));
    const isMoney = currencies?.includes(name) || /\p{Sc}/u.test(name);
    // One capsule and two capsules are of a kind, but "3 times" are no time.
    const own = name.replace(/^(\p{Ll}+[^s])s$/u, '$1');
    const kind = isMoney ? 'money' : own in UNITS || own === 'rating' ? name : own;
    return { value: 1, unit: known?.unit ?? name, kind: known?.kind ?? kind };
  };
  // measure = [ "+" | "-" ] [ money ] number [ scale ] unit [ measure ]
  const measure = (): Basis => {
    const sign = take(/^[+-](?! )/)?.[0] === '-' ? -1 : 1;
    const money = unit();
    let value = sign * number();
    // `4K` is a resolution, `$4K` is not.
    if (money.unit) rest = rest.replace(/^K\b/, 'k');
    let of = unit();
    scale = 1;
    if (of.kind === 'number' && of.unit) {
      scale = sizeOf(of.unit);
      value = tidy(value * scale);
      of = unit();
    }
    if (money.unit) {
      if (money.kind !== 'money' || of.unit) value = Number.NaN;
      of = money;
    }
    if (!of.unit || !/^\d/.test(rest)) return { ...of, value };
    if (of.unit === 'h') rest = rest.replace(/m\b/, 'min');
    const more = measure();
    // `3h 20m` and `1 lb 4 oz` are sums, `2 x 500 mg` a product; `2 x 10 cm` is no length.
    const isProduct = of.unit === 'x' && /mass|volume|IU|CFU/.test(more.kind);
    const ratio = sizeOf(of.unit) / sizeOf(more.unit);
    if (isProduct) value = tidy(value * more.value);
    else value = more.kind === of.kind && ratio > 1 ? tidy(value * ratio + sign * more.value) : Number.NaN;
    return { ...more, value };
  };

  // quantity = [ bound ] [ "~" ] measure [ ( "-" | "to" ) measure ] [ ( "/" | "per" | "out of" ) ( measure | unit ) ]
  const bound = take(/^([≥>]=?|(at least|from|min\.?|over) )/i)
    ? 'min'
    : take(/^([≤<]=?|(up to|at most|max\.?|under) )/i)
      ? 'max'
      : undefined;
  const approximate = !!take(/^([~≈]|(about|around|approx\.?|ca\.?|circa) )/i);
  const low = measure();
  const lowScale = scale;
  const high = take(/^(-|to )/i) && measure();
  // `$5–10` has its currency for both ends, and `5–10k` its scale.
  const of = high && (high.unit || low.kind !== 'money') ? high : low;
  const value = high && lowScale === 1 ? tidy(low.value * scale) : low.value;
  const max = (high ?? low).value;

  const by = take(/^(\/|(per|an?|out of) )/i) && (/^\d/.test(rest) ? measure() : unit());
  const isRating = by && !of.unit && !high && value >= 0 && /^(5|10|100)(stars?)?$/.test(by.value + by.unit);
  const outOf = isRating && by.value;
  // `120/80 mmHg` and `16 GB / 1 TB` are two amounts.
  const isBasis = by?.unit && by.kind !== of.kind && (of.unit ? by.value > 0 : by.value === 1);
  if (rest || (low.unit && low.unit !== of.unit) || !(value <= (outOf || max))) return undefined;
  if ((bound && high) || (by && !outOf && !isBasis)) return undefined;
  return {
    value,
    ...(high && { max }),
    unit: of.unit,
    kind: outOf ? 'rating' : of.kind,
    ...(outOf && { outOf }),
    ...(isBasis && { per: by }),
    approximate,
    ...(bound && { bound }),
    text: trimmed,
  };
}

/**
 * The amount in the base unit of its kind (g, ml, m, s, °C, byte; a rating as a share of 1; others as printed): what
 * quantities of one kind are ordered by. Says nothing of `per`.
 */
export function baseAmount({ value, unit, outOf = 1 }: Quantity): number {
  return tidy(unit === '°F' ? (value - 32) / 1.8 : (value * sizeOf(unit)) / outOf);
}

/** The same of the upper end, or of the value where there is no range. */
export function baseMaximum(quantity: Quantity): number {
  return baseAmount({ ...quantity, value: quantity.max ?? quantity.value });
}

/** How many base units of its kind the basis is: 10 for 10 g, 86400 for a day, 1 for a scoop. */
export function baseOf({ value, unit }: Basis): number {
  return tidy(value * sizeOf(unit));
}

/**
 * How much more a quantity is than another of its kind, in its own unit, basis and scale: $5/month against $12/year is 4.
 * `undefined` where that cannot be said: other kinds or bases, ranges, bounds, and degrees of two scales.
 */
export function differenceOf(own: Quantity, other: Quantity): number | undefined {
  const isOne = ({ max, bound }: Quantity) => max === undefined && bound === undefined;
  if (own.kind !== other.kind || own.per?.kind !== other.per?.kind || !isOne(own) || !isOne(other)) return undefined;
  if (own.kind === 'temperature') return own.unit === other.unit ? tidy(own.value - other.value) : undefined;
  const [basis, otherBasis] = [own, other].map(({ per }) => (per ? baseOf(per) : 1)) as [number, number];
  const { value, unit, outOf = 1 } = own;
  return tidy(value - tidy((baseAmount(other) / otherBasis) * basis * (outOf / sizeOf(unit))));
}
