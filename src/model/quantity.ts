/**
 * Reads amounts as reviewers type them: `~$0.50/10g`, `300–600mg`, `4 billion CFU`, `★★★★☆`.
 *
 * A text is read whole or not at all, and never guessed at. Where a text has two honest readings, these rules decide:
 * - `1,234` and `1.234` go by the language's separators in prices; one that the language does not use is not read.
 * - `$` is the US dollar, `¥` the yen, `£` the pound sterling, unless the caller's currency goes by that sign; `kr`
 *   stays `kr` unless the caller's currency is a krone, for nothing else says which.
 * - Cups, pints, quarts, gallons and fluid ounces are US customary measures. `billion` is 10⁹, and read in English only.
 * - `k`, `M` and `B` after a number are thousands, millions and billions; `4K` and `5G` are units of their own. After a
 *   range they belong to both ends unless that turns it round: `5–10k`, but `900–1.2k`.
 * - `a/b` is a rating where b is 5, 10 or 100, a fraction where a unit follows: `4/5`, `1/2 cup`. Stars without empty
 *   ones are out of five.
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
  /** What converts into each other: a key of `UNITS`, `rating` or `number` (bare), else the unit itself. */
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
  /** What a sign for money may stand for, the likeliest first. */
  readonly codes: readonly string[];
}
interface Amount {
  readonly value: number;
  readonly max?: number;
  readonly of: Unit;
}

/**
 * By kind: symbols, other names (`_` for a space) and, after `=`, the size in base units or in an earlier unit. For
 * money: what the sign may stand for, the likeliest first. Any other word is a unit too; the last row is for spelling.
 */
const UNITS: Readonly<Record<string, string>> = {
  mass: 'g gram=1,kg kilogram=1e3,mg milligram=1e-3,µg mcg ug microgram=1e-6,ng=1e-9,oz ounce=28.349523125,lb pound=16 oz',
  volume:
    'ml milliliter millilitre=1,cl=10,dl=100,l L liter litre=1e3,tsp teaspoon=4.92892159375,tbsp tablespoon=3 tsp,fl_oz floz fluid_ounce=6 tsp,cup=48 tsp,pint=96 tsp,quart=192 tsp,gallon=768 tsp',
  length:
    'm meter metre=1,cm=.01,mm=1e-3,µm=1e-6,nm=1e-9,km=1e3,in " inch inches=.0254,ft \' foot feet=12 in,yd yard=3 ft,mi mile=1760 yd',
  time: 's sec sek second=1,ms=1e-3,min minute=60,h hr hour stunde=3600,day d tag=24 h,week wk woche=7 day,month mo monat=2629800,year yr jahr=12 month',
  temperature: '°C=1,°F=.5555555555555556',
  data: 'byte=1,kB=1e3,MB=1e6,GB=1e9,TB=1e12,KiB=1024,MiB=1024 KiB,GiB=1024 MiB,TiB=1024 GiB',
  money:
    '$ dollar=USD CAD AUD NZD SGD HKD MXN TWD ARS CLP COP,US$=USD,CA$ C$=CAD,A$ AU$=AUD,€ euro=EUR,£=GBP EGP,¥=JPY CNY,kr=kr SEK NOK DKK ISK,₹=INR,₩=KRW,zł=PLN,R$=BRL,fr=CHF,Kč=CZK,ZAR=ZAR',
  '': '% percent,IU,CFU,Hz,kHz,MHz,GHz,W w watt,mW,MW,kW,Wh,kWh,mWh,MWh,V v volt,A amp,mA,mAh,Ah,dB,Nm,Kb,Mb,Gb,MB/s,GB/s,Mbps Mb/s Mbit/s,Gbps Gb/s Gbit/s,km/h,mph,m/s,m²,m³,m³/h,cd/m²,sq_ft,px pixel,calorie calories,x ×,star ★ ⭐,°',
};
const BARE: Unit = { unit: '', kind: 'number', size: 1, codes: [] };

/** Words are known in any case, single letters are not: `5G` is not five grams. */
const fold = (word: string): string => (word[1] ? word.toLowerCase() : word);
const units = new Map<string, Unit>();
const sizeOf = (unit: string): number => units.get(unit)?.size ?? 1;
for (const [kind, rows] of Object.entries(UNITS)) {
  for (const row of rows.split(',')) {
    const [names = [], codes = []] = row
      .split('=')
      .map((side) => side.split(' ').map((word) => word.replace('_', ' ')));
    const [unit = ''] = names;
    const [size, of = ''] = codes;
    if (kind === 'money') for (const code of codes) units.set(code, { unit: code, kind, size: 1, codes: [code] });
    for (const name of names)
      units.set(name, { unit, kind: kind || unit, size: Number(size) * sizeOf(of) || 1, codes });
  }
}
// After every exact spelling, so that `mW` and `MW` stay apart while `MG` is found.
for (const [name, unit] of [...units]) if (!units.has(fold(name))) units.set(fold(name), unit);

/** Fifteen digits undo what decimals lose in binary floating point: 0.07 kg is 70 g. */
const tidy = (value: number): number => Number(value.toPrecision(15));
const multiply = (value: number, by: number): number => (by === 1 ? value : tidy(value * by));
/** The value in another unit of its kind; NaN where no factor leads there. */
const convert = (value: number, from: Unit, to: Unit): number =>
  from.unit === to.unit || (from.kind === to.kind && !/^(money|temp)/.test(to.kind))
    ? multiply(value, from.size / to.size)
    : Number.NaN;

const separators = new Map<string, readonly unknown[]>();
/** The language's decimal and its group separator, those of prices: Austria sets `1.234 €`, but `1 234 g`. */
function separatorsOf(language: string): readonly unknown[] {
  let found = separators.get(language);
  if (!found) {
    try {
      const format = new Intl.NumberFormat(language, { numberingSystem: 'latn', style: 'currency', currency: 'EUR' });
      const parts = format.formatToParts(1234567.5);
      found = ['decimal', 'group'].map((type) => parts.find((part) => part.type === type)?.value);
    } catch {
      found = ['.', ','];
    }
    separators.set(language, found);
  }
  return found;
}

/** The number that digits and separators spell in the language; NaN where they spell none, or may spell two. */
function decimal(digits: string, language: string): number {
  const marks = digits.replace(/\d/g, '');
  const mark = marks.slice(-1);
  let point = /[.,]/.test(mark) && marks.indexOf(mark) === marks.length - 1;
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)) {
    const known = separatorsOf(language).indexOf(mark);
    if (known < 0) return Number.NaN;
    point = !known;
  }
  const end = point ? digits.lastIndexOf(mark) : digits.length;
  const whole = digits.slice(0, end);
  return WHOLE.test(whole) ? Number(`${whole.replace(/\D/g, '')}.${digits.slice(end + 1)}`) : Number.NaN;
}

const NUMBER = /^\.?\d+([.,]\d+|[' ]\d{3}(?!\d))*/;
/** Nothing (`.5`), plain digits, groups of three by one separator, or Indian groups. */
const WHOLE = /^(0|[1-9]\d*|[1-9]\d{0,2}([.,' ])\d{3}(\2\d{3})*|[1-9]\d?(,\d\d)+,\d{3})?$/;
const FRACTION = /^(\d+)(?:⁄|\/(?=(?:[23468]|16|32|64) ?(?!stars?\b)[\p{L}"']))(\d+)/u;
const SCALE = /^(?:(k|thousand)|(m|mio|million)|(b|bn|mrd|billion)|trillion)(?!\p{L})\.?/iu;
const STARS = /^(?=[★⭐☆])([★⭐]*)( 1⁄2)?(☆*)$/;
const RATING = /^(?:\/ ?(?=(?:5|10|100)\b|\d+ stars?$)|out of )([1-9]\d*)(?: stars?$)?/i;
const PHONE = /^(\+\d+ \d|\d{3}-\d{4}$)/;
/** Words that stand after a number without being its unit. */
const NO_UNIT = /^(st|[nr]d|th|[ap]m|to|and|or|per|pro|an?|out|max|maximum|minimum|approx)$/i;
/** About, at least, at most: before and after an amount. */
const BEFORE =
  /^(?:([~≈]|(?:about|around|approx(?:imately)?|ca|circa)\b(?!\$))|([≥>]=?|(?:at least|from|min(?:imum)?|over)\b)|([≤<]=?|(?:up to|at most|max(?:imum)?|under)\b))\.?/i;
const AFTER = /^(?:(approx\b)|(\+|(?:or more|minimum)\b)|(?:or less|max(?:imum)?)\b)\.?/i;

/** One spelling for each sign, and no trailing remark: `1000 mg (2 capsules)` is 1000 mg. */
const normalise = (text: string): string =>
  text
    .replace(/[¼-¾⅐-⅞]/g, (fraction) => ` ${fraction.normalize('NFKC')}`)
    .replace(/\uFE0F/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[‐-―−]/g, '-')
    .replace(/[’′]/g, "'")
    .replace(/''|[”″]/g, '"')
    .replace(/μ/g, 'µ')
    .replace(/\([^()]*\) ?$/, '')
    .trim();

/**
 * The amount that the whole text states; `undefined` where it states none, more than one, or one that can be read in
 * two ways, and for texts of more than 200 characters. Never throws.
 */
export function parseQuantity(text: string, options: QuantityOptions = {}): Quantity | undefined {
  let rest = text.length > 200 ? '' : normalise(text);
  if (!rest || PHONE.test(rest)) return undefined;
  const { language = 'en', currency = '' } = options;
  const said = new Set<string>();

  /** Moves past the pattern if it comes next and means something, and gives the meaning. */
  const takeIf = <T>(pattern: RegExp, meaning: (...found: string[]) => T | undefined): T | undefined => {
    const from = rest.trimStart();
    const found = pattern.exec(from);
    const meant = found ? meaning(...found) : undefined;
    if (found && meant !== undefined) rest = from.slice(found[0].length);
    return meant;
  };
  const take = (pattern: RegExp): string[] | undefined => takeIf(pattern, (...found) => found);

  // hedges = { "~" | "about" | "at least" | "up to" | … }
  const hedges = (pattern: RegExp): void => {
    while (takeIf(pattern, (_, about, min) => said.add(about ? 'about' : min ? 'min' : 'max')));
  };
  // fraction = digits "/" digits
  const fraction = (): number => {
    const [, top = 0, bottom = 1] = take(FRACTION) ?? [];
    const value = Number(top) / Number(bottom);
    return value < 1 ? value : Number.NaN;
  };
  // number = fraction | decimal [ ".–" | fraction ]
  const number = (price = false): number => {
    // `$5/2 scoops` is no fraction.
    const part = price ? 0 : fraction();
    if (part) return part;
    const whole = decimal(take(NUMBER)?.[0] ?? '', language);
    take(/^[.,]-+(?!\d)/);
    return Number.isInteger(whole) ? whole + fraction() : whole;
  };
  // scale = "k" | "million" | …
  const scale = (price: boolean): number =>
    takeIf(SCALE, (word, thousand, million, billion) => {
      if (!price && /^[Kmb]\.?$/.test(word)) return undefined;
      // Elsewhere a billion has twelve zeros.
      if (/illion/i.test(word) && !million && !/^en\b/i.test(language)) return Number.NaN;
      return thousand ? 1e3 : million ? 1e6 : billion ? 1e9 : 1e12;
    }) ?? 1;
  const named = (words: string): Unit | undefined => {
    const name = words
      .replace(/[. ]+/g, ' ')
      .replace(/ ?([°/]) ?/, '$1')
      .trim();
    const found = units.get(name) ?? units.get(fold(name)) ?? units.get(fold(name).replace(/(..)s$/, '$1'));
    if (found?.kind !== 'money') return found;
    return { ...found, unit: found.codes.find((code) => code === currency) ?? found.codes[0] ?? '' };
  };
  // money = "$" | "CA$" | "EUR" | …
  const money = (): Unit | undefined =>
    takeIf(/^(\p{L}{0,2}\p{Sc}|\p{L}+\.?)/u, (sign) => {
      const found = named(sign);
      return found?.kind === 'money' ? found : undefined;
    });
  // unit = known | word
  const unit = (): Unit | undefined =>
    takeIf(/^\p{L}+[. /]*\p{L}+[²³]?\.?/u, named) ??
    takeIf(/^(?:° ?[CF]\b|(\p{L}+)\.?(?![²³])|\p{L}+.|.)/iu, (found, word = '') => {
      // Only where dropping the "s" leaves the singular: neither "glas" nor "boxe".
      const name = fold(word).replace(/^(?!.*([hx]|i|ss)es$)(.+[^isu])s$/, '$2');
      // "3 times" are no duration and "20 ratings" no rating.
      const own = Object.hasOwn(UNITS, name) || /^(number|rating)$/.test(name) ? `${name}s` : name;
      return named(found) ?? (!word || NO_UNIT.test(word) ? undefined : { ...BARE, unit: own, kind: own });
    });
  // measure = [ sign ] ( count "x" measure | money number [ scale ] [ money ] | number [ scale ] ( money | unit { number unit } ) )
  const measure = (price = false): Amount & { readonly scale: number } => {
    const sign = take(/^[+-](?! )/)?.[0] === '-' ? -1 : 1;
    const before = money();
    const count = number(!!before);
    if (take(/^[x×](?= ?\d)/i)) {
      const each = measure();
      // 10 x 20 cm is no length.
      const sums =
        !before && sign * count > 0 && Number.isInteger(count) && /^(mass|volume|time|data|IU|CFU)$/.test(each.of.kind);
      return { ...each, value: sums ? multiply(each.value, count) : Number.NaN };
    }
    const times = scale(price || !!before);
    let value = multiply(count, times);
    if (take(/^\+/)) said.add('min');
    if (/^-\p{L}/u.test(rest)) rest = rest.slice(1);
    const after = money();
    // `$5 CAD` says which dollar; `$5 €` says nothing.
    if (before && after && !before.codes.includes(after.unit)) value = Number.NaN;
    let of = after ?? before ?? unit() ?? BARE;
    while (of.unit && /^ ?\d/.test(rest)) {
      const more = number();
      const smaller: Unit = (of.unit === 'h' && take(/^m\b/) && units.get('min')) || unit() || BARE;
      value = smaller.size < of.size ? tidy(convert(value, of, smaller) + more) : Number.NaN;
      of = smaller;
    }
    return { value: sign * value + 0, of, scale: times };
  };
  // range = measure [ ( "-" | "to" ) measure ] | "between" measure "and" measure
  const range = (): Amount => {
    const between = take(/^between\b/i);
    const low = measure();
    if (!take(between ? /^and\b/i : /^(-|to\b)/i)) return between ? { ...low, value: Number.NaN } : low;
    const price = low.of.kind === 'money';
    const high = measure(price);
    const from = low.of.unit ? low.of : high.of;
    const to = price && !high.of.unit ? low.of : high.of;
    const of = from.size < to.size ? from : to;
    const max = convert(high.value, to, of);
    const value = convert(low.value, from, of);
    const scaled = low.scale === 1 && (price || !low.of.unit) ? multiply(value, high.scale) : value;
    // "from 5 to 10" is the range; "over 5 to 10" is nothing.
    if (/^\s*from/i.test(text)) said.delete('min');
    return {
      value: said.has('min') || said.has('max') || value > max ? Number.NaN : scaled > max ? value : scaled,
      max,
      of,
    };
  };
  // basis = ( "/" | "per" ) [ number ] unit
  const basis = (of: Unit): Basis | undefined => {
    const by = take(/^(\/|(per|pro|an?)\b)/i)?.[0];
    if (!by) return undefined;
    const counted = /^ ?[\d.]/.test(rest);
    const value = counted ? number() : 1;
    const { unit: symbol, kind } = unit() ?? BARE;
    // `120/80 mmHg` and `16 GB / 512 GB` are two amounts.
    const two = counted && by === '/' && (of.kind === 'number' || of.kind === kind);
    return { value: (symbol && !two && value) || Number.NaN, unit: symbol, kind };
  };

  // quantity = stars | hedges range hedges [ ( "/" | "out of" ) digits | basis ] hedges
  hedges(BEFORE);
  const [stars, full = '', half, empty] = take(STARS) ?? [];
  const { value, max, of } = stars ? { value: full.length + (half ? 0.5 : 0), of: BARE } : range();
  hedges(AFTER);
  const bare = of.kind === 'number';
  const best = stars
    ? empty
      ? Math.ceil(value) + empty.length
      : 5
    : bare && max === undefined && Number(take(RATING)?.[1] ?? 0);
  const per = basis(of);
  hedges(AFTER);

  if (!/^ ?\.?$/.test(rest) || !Number.isFinite(value + (max ?? 0) + (per?.value ?? 0))) return undefined;
  if ((said.has('min') && said.has('max')) || (best && (value < 0 || value > best))) return undefined;
  return {
    value,
    ...(max !== undefined && { max }),
    unit: of.unit,
    ...(best ? { kind: 'rating', outOf: best } : { kind: of.kind }),
    ...(per && { per }),
    approximate: said.has('about'),
    ...(said.has('min') ? { bound: 'min' } : said.has('max') && { bound: 'max' }),
    text: text.trim(),
  };
}

/**
 * The amount in the base unit of its kind (g, ml, m, s, °C, byte; a rating as a share of 1; others as printed): what
 * quantities of one kind are ordered by. Says nothing of `per`.
 */
export function baseAmount({ value, unit, outOf = 1 }: Quantity): number {
  return tidy(((value - (unit === '°F' ? 32 : 0)) * sizeOf(unit)) / outOf);
}

/** The same of the upper end, or of the value where there is no range. */
export function baseMaximum(quantity: Quantity): number {
  return baseAmount({ ...quantity, value: quantity.max ?? quantity.value });
}

/** How many base units of its kind the basis is: 10 for 10 g, 86400 for a day, 1 for a scoop. */
export function baseOf({ value, unit }: Basis): number {
  return tidy(value * sizeOf(unit));
}
