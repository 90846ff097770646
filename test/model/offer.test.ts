/** What offers say, in which order they stand and when they are too old. Unit prices are held against fraction.js. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import Fraction from 'fraction.js';
import { readComparison } from '../../src/model/comparison.js';
import { hasPaidOffers, isStale, offersOf, type PriceDate, type PricedOffer, parseAge } from '../../src/model/offer.js';

const noon = Date.parse('2026-04-30T12:00:00Z');
const hour = 3_600_000;

function read(
  offers: readonly object[],
  date: PriceDate = { now: noon },
  members: object = {},
): readonly PricedOffer[] {
  const document = { currency: 'USD', disclosure: 'D', ...members, products: [{ name: 'A', offers }] };
  const { comparison } = readComparison(document);
  if (!comparison?.products[0]) throw new Error('No comparison.');
  return offersOf(comparison, comparison.products[0], date);
}
const today = (price: string, members: object = {}) => ({ price, asOf: '2026-04-30', ...members });
const only = (offer: object, members: object = {}): PricedOffer =>
  read([offer], { now: noon }, members)[0] as PricedOffer;

describe('offersOf', () => {
  it('gives none for a product without any', () => {
    const { comparison } = readComparison({ products: ['A'] });
    expect(comparison?.products.flatMap((product) => offersOf(comparison, product))).to.deep.equal([]);
  });

  it('gives everything that an offer says', () => {
    const offer = only({
      seller: 'Vitamin Shop',
      url: 'https://shop.example/a',
      price: '$32.77',
      size: '500 g',
      asOf: '2026-04-30T11:00:00Z',
      paid: true,
    });
    const { amount, unitPrice, ...rest } = offer;
    expect(rest).to.deep.equal({
      index: 0,
      seller: 'Vitamin Shop',
      url: 'https://shop.example/a',
      paid: true,
      price: '$32.77',
      size: '500 g',
      asOf: '2026-04-30T11:00:00Z',
      age: 'current',
    });
    expect([amount?.value, amount?.unit, amount?.kind]).to.deep.equal([32.77, 'USD', 'money']);
    expect([unitPrice?.value, unitPrice?.currency, unitPrice?.per.value, unitPrice?.per.unit]).to.deep.equal([
      6.55,
      'USD',
      100,
      'g',
    ]);
  });

  const sellers: readonly (readonly [offer: object, seller: string])[] = [
    [{ seller: 'Shop' }, 'Shop'],
    [{ seller: 'Shop', url: 'https://other.example' }, 'Shop'],
    [{ url: 'https://www.shop.example/a?b=https://x.example' }, 'shop.example'],
    [{ url: 'HTTPS://Shop.example:8080/a' }, 'Shop.example'],
    [{ url: '/go/1' }, '/go/1'],
    [{ price: '$1' }, ''],
  ];
  for (const [offer, seller] of sellers) {
    it(`calls the seller of ${JSON.stringify(offer)} “${seller}”`, () => {
      expect(only(offer).seller).to.equal(seller);
    });
  }

  const amounts: readonly (readonly [
    price: string | number,
    value: number | undefined,
    currency?: string,
    members?: object,
  ])[] = [
    ['$32.77', 32.77, 'USD'],
    ['32.77', 32.77, 'USD'],
    [32.77, 32.77, 'USD'],
    ['32.77', 32.77, 'EUR', { currency: 'EUR' }],
    ['32.77', 32.77, '', { currency: null }],
    ['1.234,50 €', 1234.5, 'EUR', { language: 'de' }],
    ['free', 0, 'USD'],
    ['from $30', 30, 'USD'],
    ['on sale', undefined],
    ['5 g', undefined],
    ['4/5', undefined],
  ];
  for (const [price, value, currency, members] of amounts) {
    it(`reads the price ${JSON.stringify(price)} as ${value} ${currency ?? ''} ${JSON.stringify(members ?? {})}`, () => {
      const { amount } = only(today(price as string), members);
      expect([amount?.value, amount?.unit]).to.deep.equal([value, currency]);
    });
  }

  const ages: readonly (readonly [what: string, offer: object, date: PriceDate, age: PricedOffer['age']])[] = [
    ['a price of 24 hours ago', { price: '$1', asOf: '2026-04-29T12:00:00Z' }, { now: noon }, 'current'],
    ['one a second older', { price: '$1', asOf: '2026-04-29T11:59:59Z' }, { now: noon }, 'stale'],
    ['one of a moment in another zone', { price: '$1', asOf: '2026-04-29T14:00:00+02:00' }, { now: noon }, 'current'],
    ['one of a day 30 days ago', { price: '$1', asOf: '2026-03-31' }, { now: Date.parse('2026-04-30') }, 'current'],
    ['one of that day, at noon', { price: '$1', asOf: '2026-03-31' }, { now: noon }, 'stale'],
    ['one of tomorrow', { price: '$1', asOf: '2026-05-01' }, { now: noon }, 'current'],
    ['one of a moment a day ahead', { price: '$1', asOf: '2026-05-01T12:00:00Z' }, { now: noon }, 'current'],
    ['one of a moment a second later', { price: '$1', asOf: '2026-05-01T12:00:01Z' }, { now: noon }, 'stale'],
    ['one of the day after tomorrow', { price: '$1', asOf: '2026-05-02' }, { now: noon }, 'stale'],
    ['one of next year', { price: '$1', asOf: '2027-04-30' }, { now: noon, maxAge: 9e4 * hour }, 'stale'],
    ['one of next year without a clock', { price: '$1', asOf: '2027-04-30' }, {}, 'current'],
    ['an old one without a clock', { price: '$1', asOf: '2000-01-01' }, {}, 'current'],
    [
      'a day’s price after 12 hours of it',
      { price: '$1', asOf: '2026-04-30' },
      { now: noon, maxAge: 12 * hour },
      'current',
    ],
    [
      'a day’s price a second later',
      { price: '$1', asOf: '2026-04-30' },
      { now: noon + 1000, maxAge: 12 * hour },
      'stale',
    ],
    [
      'a moment’s price within seven days',
      { price: '$1', asOf: '2026-04-24T00:00:00Z' },
      { now: noon, maxAge: 168 * hour },
      'current',
    ],
    [
      'any price where none may be old',
      { price: '$1', asOf: '2026-04-30T11:59:59Z' },
      { now: noon, maxAge: 0 },
      'stale',
    ],
    ['a price without a date', { price: '$1' }, { now: noon }, 'undated'],
    ['a date without a price', { asOf: '2026-04-30' }, { now: noon }, 'unstated'],
    ['nothing but a seller', { seller: 'S' }, { now: noon }, 'unstated'],
  ];
  for (const [what, offer, date, age] of ages) {
    it(`says that ${what} is ${age}`, () => {
      expect(read([offer], date)[0]?.age).to.equal(age);
    });
  }

  const unitPrices: readonly (readonly [
    price: string,
    size: string | undefined,
    wanted: string | undefined,
    language?: string,
  ])[] = [
    ['$32.77/500g', undefined, '6.55 USD per 100 g'],
    ['$32.77', '500 g', '6.55 USD per 100 g'],
    ['$32.77', '0.5 kg', '6.55 USD per 100 g'],
    ['$32.77', '500,000 mg', '6.55 USD per 100 g'],
    ['32,77 €', '1,5 kg', '2.18 EUR per 100 g', 'de'],
    ['~$0.50/10g', undefined, '≈5 USD per 100 g'],
    ['$0.50/10g', '500 g', '5 USD per 100 g'],
    ['$9', '16 oz', '0.56 USD per 1 oz'],
    ['$9', '1 lb', '0.56 USD per 1 oz'],
    ['$9', '750 ml', '1.2 USD per 100 ml'],
    ['$9', '2 l', '0.45 USD per 100 ml'],
    ['$9', '16 fl oz', '0.56 USD per 1 fl oz'],
    ['$32.77', '90 tablets', '0.36 USD per 1 tablet'],
    ['$32.77', '900 Tabletten', '0.036 USD per 1 Tabletten', 'de'],
    ['$5/month', undefined, '5 USD per 1 month'],
    ['$32.77', '2 x 250 g', '6.55 USD per 100 g'],
    ['free', '500 g', '0 USD per 100 g'],
    ['$1', '3000 capsules', '0.00033 USD per 1 capsule'],
    // 2.675 is exact, and rounds up.
    ['$2.675', '1 pouch', '2.68 USD per 1 pouch'],
    ['$32.77', undefined, undefined],
    ['$32.77', '90', undefined],
    ['$32.77', 'large', undefined],
    ['-$5', '500 g', undefined],
    ['$32.77', '$5', undefined],
    ['$32.77', '4/5', undefined],
    ['$32.77', '0 g', undefined],
    ['$32.77', '-5 g', undefined],
    ['$32.77', '400–500 g', undefined],
    ['$32.77', 'up to 500 g', undefined],
    ['$30–40', '500 g', undefined],
    ['from $30', '500 g', undefined],
    ['on sale', '500 g', undefined],
  ];
  for (const [price, size, wanted, language] of unitPrices) {
    it(`works out ${wanted ?? 'no unit price'} of ${price}${size ? ` for ${size}` : ''}`, () => {
      const { unitPrice } = only(today(price, { size }), { language });
      const { value, currency, per, approximate } = unitPrice ?? {};
      expect(unitPrice && `${approximate ? '≈' : ''}${value} ${currency} per ${per?.value} ${per?.unit}`).to.equal(
        wanted,
      );
    });
  }

  it('rounds unit prices as fractions do', () => {
    const cents = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(cents, fc.integer({ min: 1, max: 99_999 }), (price, grams) => {
        const { unitPrice } = only(today(`$${(price / 100).toFixed(2)}`, { size: `${grams} g` }));
        const exact = new Fraction(price).div(grams);
        let places = 2;
        while (exact.mul(new Fraction(10).pow(places - 1) as Fraction).compare(1) < 0) places++;
        expect(unitPrice?.value).to.equal(exact.round(places).valueOf());
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it('reads no price below nothing', () => {
    for (const price of ['-$5', '−5 USD', '$-5', '-5']) expect(only(today(price)).amount, price).to.equal(undefined);
    expect(only(today('$0')).amount?.value).to.equal(0);
  });

  const orders: readonly (readonly [
    what: string,
    offers: readonly object[],
    wanted: readonly number[],
    members?: object,
  ])[] = [
    ['what is below nothing last', [today('-$5'), today('$3'), { price: '$1' }], [1, 2, 0]],
    ['the cheapest first', [today('$3'), today('$1'), today('$2')], [1, 2, 0]],
    ['equal prices as in the document', [today('$2'), today('$1'), today('$1.00')], [1, 2, 0]],
    ['nothing by who is paid', [today('$2', { paid: true }), today('$1'), today('$3', { paid: true })], [1, 0, 2]],
    [
      'what a unit costs before what it takes to buy',
      [today('$30', { size: '500 g' }), today('$20', { size: '250 g' })],
      [0, 1],
    ],
    [
      'units of a kind, converted',
      [today('$30', { size: '500 g' }), today('$50', { size: '1 kg' }), today('$7/100g')],
      [1, 0, 2],
    ],
    ['the currency of most first', [today('€1'), today('$3'), today('$2')], [2, 1, 0]],
    ['the earliest of equally many first', [today('€5'), today('$1')], [0, 1]],
    [
      'prices that say what they buy apart',
      [today('$1'), today('$9', { size: '1 kg' }), today('$8', { size: '500 g' })],
      [1, 2, 0],
    ],
    ['undated behind dated ones', [{ price: '$1' }, today('$3'), { price: '$0.50' }], [1, 2, 0]],
    [
      'too old ones last, as in the document',
      [{ price: '$2', asOf: '2020-01-01' }, { price: '$1', asOf: '2020-01-01' }, today('$3')],
      [2, 0, 1],
    ],
    [
      'unstated and unreadable ones last',
      [{ seller: 'S' }, today('on sale'), { price: '$9' }, today('$3')],
      [3, 2, 0, 1],
    ],
    ['bare prices in the document’s currency', [today('2'), today('$1')], [1, 0]],
    ['bare prices apart where there is none', [today('2'), today('$1')], [0, 1], { currency: null }],
  ];
  for (const [what, offers, wanted, members] of orders) {
    it(`puts ${what}`, () => {
      expect(read(offers, { now: noon }, members).map(({ index }) => index)).to.deep.equal(wanted);
    });
  }

  it('has every offer once, the current before the undated before the rest, and each group in ascending order', () => {
    const price = fc.oneof(
      fc.integer({ min: 1, max: 9999 }).map((cents) => `$${(cents / 100).toFixed(2)}`),
      fc.constantFrom('€5', '€6', 'on sale', undefined),
    );
    const asOf = fc.constantFrom('2026-04-30', '2026-04-30T10:00:00Z', '2020-01-01', undefined);
    fc.assert(
      fc.property(fc.array(fc.record({ price, asOf }), { maxLength: 8 }), (offers) => {
        const found = read(offers.map((offer) => ({ ...offer })));
        expect(found.map(({ index }) => index).sort()).to.deep.equal(offers.map((_, index) => index));
        const place = ({ age, amount }: PricedOffer) =>
          amount ? ({ current: 0, undated: 1 }[age as 'current'] ?? 2) : 2;
        const places = found.map(place);
        expect(places).to.deep.equal([...places].sort());
        for (const [index, offer] of found.entries()) {
          const next = found[index + 1];
          if (!next?.amount || place(next) === 2 || place(next) !== place(offer)) continue;
          if (next.amount.unit === offer.amount?.unit) expect(offer.amount.value).to.be.at.most(next.amount.value);
        }
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

describe('parseAge', () => {
  const cases: readonly (readonly [text: string, wanted: number | undefined])[] = [
    ['12h', 12 * hour],
    ['7d', 168 * hour],
    ['2w', 336 * hour],
    [' 1.5 D ', 36 * hour],
    ['0h', 0],
    ['12', undefined],
    ['h', undefined],
    ['-1h', undefined],
    ['1h30', undefined],
    ['', undefined],
  ];
  for (const [text, wanted] of cases) {
    it(`reads ${JSON.stringify(text)} as ${wanted}`, () => {
      expect(parseAge(text)).to.equal(wanted);
    });
  }
});

describe('what the audit and the elements agree on', () => {
  it('is when a price is old', () => {
    for (const asOf of [
      '2026-04-29T12:00:00Z',
      '2026-04-29T11:59:59Z',
      '2026-03-31',
      '2026-04-01',
      '2026-05-01',
      '2027-01-01',
    ]) {
      const document = { products: [{ name: 'A', offers: [{ price: '$1', asOf }] }] };
      const codes = readComparison(document, { now: noon }).diagnostics.map(({ code }) => code);
      expect(codes.includes('price-stale'), asOf).to.equal(isStale(asOf, { now: noon }));
      expect(read([{ price: '$1', asOf }])[0]?.age === 'stale', asOf).to.equal(isStale(asOf, { now: noon }));
    }
  });

  it('is whether anything is paid', () => {
    const paid: readonly unknown[] = [
      true,
      'true',
      'TRUE',
      'yes',
      'paid',
      'not really',
      1,
      -1,
      'null',
      {},
      [],
      [false],
    ];
    const unpaid: readonly unknown[] = [false, undefined, null, 'false', ' No ', 0, '0', '', ' '];
    for (const value of [...paid, ...unpaid]) {
      const isPaid = paid.includes(value);
      const { comparison, diagnostics } = readComparison({
        products: ['B', { name: 'A', offers: [{ seller: 'S', paid: value }] }],
      });
      expect(comparison && hasPaidOffers(comparison), `${value}`).to.equal(isPaid);
      const [product] = comparison?.products.slice(1) ?? [];
      expect(comparison && product && offersOf(comparison, product)[0]?.paid, `${value}`).to.equal(isPaid);
      expect(diagnostics.map(({ code }) => code).includes('missing-disclosure'), `${value}`).to.equal(isPaid);
      const said = diagnostics.filter(({ code }) => code === 'wrong-type').map(({ message }) => message);
      expect(said.length, `${value}`).to.equal(Number(typeof (value ?? true) !== 'boolean'));
      for (const message of said) expect(message).to.include(isPaid ? 'is taken as paid' : 'is taken as not paid');
    }
  });
});
