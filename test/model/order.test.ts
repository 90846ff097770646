/** The order of rows: the article's columns by hand, every kind of value, and a brute-force oracle. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { type Comparison, readComparison } from '../../src/model/comparison.js';
import { collatorFor, orderProducts, parseSort, writeSort } from '../../src/model/order.js';
import { scoreProducts } from '../../src/model/rank.js';
import { leakyGut } from '../fixtures/leaky-gut.js';

function comparisonOf(document: unknown): Comparison {
  const { comparison, diagnostics } = readComparison(document);
  if (!comparison) throw new Error(diagnostics.map(({ message }) => message).join(' '));
  return comparison;
}

const order = (comparison: Comparison, sort: string): readonly string[] =>
  orderProducts(comparison, scoreProducts(comparison), parseSort(sort)).map(({ id }) => id);

/** Values of one column, in the order that `sort` puts them. */
function orderValues(values: readonly unknown[], sort: string, column: object = {}, members: object = {}): unknown[] {
  const comparison = comparisonOf({
    currency: 'USD',
    ...members,
    columns: [{ id: 'x', ...column }],
    products: values.map((x, index) => ({ id: `${index}`, name: `Product ${index}`, specs: { x } })),
  });
  return order(comparison, sort).map((id) => values[Number(id)]);
}

describe('the article', () => {
  const article = comparisonOf(leakyGut);
  const [thorne, zinc, colostrum, ora] = ['thorne-l-glutamine', 'zinc-carnosine', 'colostrum-ld', 'trust-your-gut'];
  const cases: readonly (readonly [sort: string, reason: string, ids: readonly (string | undefined)[]])[] = [
    ['', 'document', [thorne, zinc, colostrum, ora]],
    ['price', '$0.50, $0.80, $1.00, $1.50', [thorne, zinc, ora, colostrum]],
    ['-price', '$1.50, $1.00, $0.80, $0.50', [colostrum, ora, zinc, thorne]],
    ['dose', '75mg, 2g, 5g/scoop, Various', [zinc, colostrum, thorne, ora]],
    ['-dose', '5g/scoop, 2g, 75mg, Various', [thorne, colostrum, zinc, ora]],
    ['score', '7.5, 8.0, 8.6, 9.0', [ora, colostrum, zinc, thorne]],
    ['-score', '9.0, 8.6, 8.0, 7.5', [thorne, zinc, colostrum, ora]],
    ['name', 'Integrative, Ora, Sovereign, Thorne', [zinc, ora, colostrum, thorne]],
    ['-name', 'Thorne, Sovereign, Ora, Integrative', [thorne, colostrum, ora, zinc]],
    ['ingredient', 'L-Glutamine, Liposomal, Multi-, Zinc', [thorne, colostrum, ora, zinc]],
    ['-ingredient', 'Zinc, Multi-, Liposomal, L-Glutamine', [zinc, ora, colostrum, thorne]],
    ['certification', 'BGH-free, GMP, NSF, Organic', [colostrum, zinc, thorne, ora]],
    ['-certification', 'Organic, NSF, GMP, BGH-free', [ora, thorne, zinc, colostrum]],
    ['bestFor', 'All-in-one, Best, Mucosal, Post-', [ora, thorne, zinc, colostrum]],
    ['-bestFor', 'Post-, Mucosal, Best, All-in-one', [colostrum, zinc, thorne, ora]],
    ['evidence', '6.5, 8, 9, 9', [ora, colostrum, thorne, zinc]],
    ['-evidence', '9, 9, 8, 6.5', [thorne, zinc, colostrum, ora]],
    ['value', '7, 7.5, 8, 8', [colostrum, zinc, thorne, ora]],
    ['-value', '8, 8, 7.5, 7', [thorne, ora, zinc, colostrum]],
    ['-value -price', '8 and $1.00, 8 and $0.50, 7.5, 7', [ora, thorne, zinc, colostrum]],
    ['-evidence price', '9 and $0.50, 9 and $0.80, 8, 6.5', [thorne, zinc, colostrum, ora]],
    ['-evidence -price', '9 and $0.80, 9 and $0.50, 8, 6.5', [zinc, thorne, colostrum, ora]],
  ];
  for (const [sort, reason, ids] of cases) {
    it(`sorted by “${sort}” stands in the order ${reason}`, () => {
      expect(order(article, sort)).to.deep.equal(ids);
    });
  }

  it('says of its prices and doses that they cannot be compared', () => {
    expect(article.columns.filter(({ mixed }) => mixed).map(({ id }) => id)).to.deep.equal(['dose', 'price']);
  });

  it('passes over columns that are not there', () => {
    expect(order(article, 'nonsense')).to.deep.equal([thorne, zinc, colostrum, ora]);
    expect(order(article, 'nonsense -score')).to.deep.equal(order(article, '-score'));
    expect(order(article, '__proto__ constructor toString price')).to.deep.equal(order(article, 'price'));
  });

  it('is ordered by a given ranking', () => {
    const ranking = scoreProducts(article, { evidence: 0, transparency: 0, performance: 0, verification: 0 });
    const ids = orderProducts(article, ranking, parseSort('-score')).map(({ id }) => id);
    expect(ids).to.deep.equal([ora, thorne, zinc, colostrum]);
  });

  it('keeps its own order', () => {
    order(article, '-price');
    expect(article.products.map(({ id }) => id)).to.deep.equal([thorne, zinc, colostrum, ora]);
  });
});

describe('a column', () => {
  const cases: readonly (readonly [
    what: string,
    values: readonly unknown[],
    ascending: readonly unknown[],
    descending: readonly unknown[],
    column?: object,
    members?: object,
  ])[] = [
    ['numbers', [10, 9, -1, 0.5, 0], [-1, 0, 0.5, 9, 10], [10, 9, 0.5, 0, -1]],
    ['numbers as text', ['10', '9', '0.25', '0.5'], ['0.25', '0.5', '9', '10'], ['10', '9', '0.5', '0.25']],
    [
      'units of one kind',
      ['1 kg', '500 g', '75mg', '900 µg'],
      ['900 µg', '75mg', '500 g', '1 kg'],
      ['1 kg', '500 g', '75mg', '900 µg'],
    ],
    ['volumes', ['1 l', '330 ml', '5 cl'], ['5 cl', '330 ml', '1 l'], ['1 l', '330 ml', '5 cl']],
    [
      'times',
      ['90 min', '1 h', '30 s', '2 days'],
      ['30 s', '1 h', '90 min', '2 days'],
      ['2 days', '90 min', '1 h', '30 s'],
    ],
    [
      'prices per amounts of one kind',
      ['$1/100g', '$5/kg', '$0.02/g'],
      ['$5/kg', '$1/100g', '$0.02/g'],
      ['$0.02/g', '$1/100g', '$5/kg'],
    ],
    ['prices', ['~$10', '$9.99', '$1,200'], ['$9.99', '~$10', '$1,200'], ['$1,200', '~$10', '$9.99']],
    ['bare numbers among prices', ['$10', 9, '$8'], ['$8', 9, '$10'], ['$10', 9, '$8']],
    ['prices on two bases, as printed', ['$5/10g', '$3', '$1'], ['$1', '$3', '$5/10g'], ['$5/10g', '$3', '$1']],
    ['prices of two currencies, as printed', ['€5', '$4', '€3'], ['€3', '$4', '€5'], ['€5', '$4', '€3']],
    ['ratings of different scales', ['4/5', '7/10', '95/100'], ['7/10', '4/5', '95/100'], ['95/100', '4/5', '7/10']],
    ['stars', ['★★★☆☆', '★★★★★', '★★★★☆'], ['★★★☆☆', '★★★★☆', '★★★★★'], ['★★★★★', '★★★★☆', '★★★☆☆']],
    ['booleans', [true, false, true], [false, true, true], [true, true, false]],
    [
      'dates',
      ['2026-04-30', '2025-12-31', '2026-05-01'],
      ['2025-12-31', '2026-04-30', '2026-05-01'],
      ['2026-05-01', '2026-04-30', '2025-12-31'],
    ],
    [
      'lists',
      [
        ['b', 'a'],
        ['a', 'z'],
        ['a', 'b'],
      ],
      [
        ['a', 'b'],
        ['a', 'z'],
        ['b', 'a'],
      ],
      [
        ['b', 'a'],
        ['a', 'z'],
        ['a', 'b'],
      ],
    ],
    [
      'text with numbers in it',
      ['Item 10', 'Item 9', 'item 1'],
      ['item 1', 'Item 9', 'Item 10'],
      ['Item 10', 'Item 9', 'item 1'],
    ],
    ['text of Swedish', ['öl', 'zebra', 'ål'], ['zebra', 'ål', 'öl'], ['öl', 'ål', 'zebra'], {}, { language: 'sv' }],
    [
      'text of German',
      ['öl', 'zebra', 'osten'],
      ['öl', 'osten', 'zebra'],
      ['zebra', 'osten', 'öl'],
      {},
      { language: 'de' },
    ],
    [
      'numbers of German',
      ['1.000 g', '2,5 g', '10 g'],
      ['2,5 g', '10 g', '1.000 g'],
      ['1.000 g', '10 g', '2,5 g'],
      {},
      { language: 'de' },
    ],
    [
      'ranges by their lower, then their upper end',
      ['5–10g', '5–6g', '4–20g'],
      ['4–20g', '5–6g', '5–10g'],
      ['5–10g', '5–6g', '4–20g'],
    ],
    [
      'links',
      ['https://b.example', 'https://a.example'],
      ['https://a.example', 'https://b.example'],
      ['https://b.example', 'https://a.example'],
    ],
    // What a column of text holds is text, whatever it looks like by itself.
    [
      'text that looks like amounts here and there',
      ['medium', '10 g', 'large', '2 g', 'small'],
      ['2 g', '10 g', 'large', 'medium', 'small'],
      ['small', 'medium', 'large', '10 g', '2 g'],
    ],
    [
      'text of which less than half are amounts',
      ['9 lives', '10 g', '1st of all', 'none at all', '2 g'],
      ['1st of all', '2 g', '9 lives', '10 g', 'none at all'],
      ['none at all', '10 g', '9 lives', '2 g', '1st of all'],
      { type: 'text' },
    ],
    [
      'declared text',
      ['b', '10 g', 'a', 3, '2 g'],
      ['2 g', 3, '10 g', 'a', 'b'],
      ['b', 'a', '10 g', 3, '2 g'],
      { type: 'text' },
    ],
    ['lists and single amounts', [['b'], '5 g', ['a']], ['5 g', ['a'], ['b']], [['b'], ['a'], '5 g']],
  ];
  for (const [what, values, ascending, descending, column, members] of cases) {
    it(`of ${what} orders ${JSON.stringify(values)} both ways`, () => {
      expect(orderValues(values, 'x', column, members)).to.deep.equal(ascending);
      expect(orderValues(values, '-x', column, members)).to.deep.equal(descending);
    });
  }

  const missing: readonly (readonly [what: string, values: readonly unknown[], column?: object])[] = [
    ['null', [null, 2, 1]],
    ['an empty text', ['', 2, 1]],
    ['a dash', ['—', 2, 1]],
    ['n/a', ['n/a', 2, 1]],
    ['an empty list', [[], ['b'], ['a']]],
    ['what cannot be read', ['lots', 2, 1]],
    ['text among dates', ['soon', '2026-02-01', '2026-01-01']],
    ['text among booleans', ['maybe', true, false]],
    ['a missing text', [null, 'b', 'a']],
  ];
  for (const [what, values, column] of missing) {
    it(`puts ${what} last in both directions`, () => {
      const [last, large, small] = values;
      expect(orderValues(values, 'x', column)).to.deep.equal([small, large, last]);
      expect(orderValues(values, '-x', column)).to.deep.equal([large, small, last]);
    });
  }

  const equals: readonly (readonly [what: string, values: readonly unknown[]])[] = [
    ['prices', ['$3.50/100g', '$0.35/10 g', '$35/kg', '$0.035/g']],
    ['masses', ['3 mg', '3000 µg', '0.003 g', '0.000003 kg']],
    ['lengths', ['0.07 m', '70 mm', '7 cm']],
    ['ratings', ['3.5/5', '7/10', '70/100']],
  ];
  for (const [what, values] of equals) {
    it(`of equal ${what} leaves ${values.join(', ')} in the document’s order, whichever that is`, () => {
      for (const sort of ['x', '-x']) {
        expect(orderValues(values, sort)).to.deep.equal(values);
        expect(orderValues([...values].reverse(), sort)).to.deep.equal([...values].reverse());
      }
    });
  }

  for (const sort of ['x', '-x']) {
    it(`sorted by “${sort}” keeps ties in the document’s order`, () => {
      const values = ['1 g', '1000 mg', null, '0.001 kg', '—', '1g'];
      expect(orderValues(values, sort)).to.deep.equal(['1 g', '1000 mg', '0.001 kg', '1g', null, '—']);
    });
  }
});

describe('scores and criteria', () => {
  const comparison = comparisonOf({
    rubric: { criteria: [{ id: 'a', weight: 1 }] },
    products: [
      { id: 'none', name: 'None', specs: { price: '$1' } },
      { id: 'zulu', name: 'Zulu', scores: { a: 8 }, specs: { price: '$2' } },
      { id: 'alpha', name: 'Alpha', scores: { a: 8 }, specs: { price: '$3' } },
      { id: 'low', name: 'Low', scores: { a: 0 }, specs: { price: '$4' } },
    ],
  });
  const cases: readonly (readonly [sort: string, ids: readonly string[]])[] = [
    ['-score', ['alpha', 'zulu', 'low', 'none']],
    ['score', ['low', 'alpha', 'zulu', 'none']],
    ['-a', ['zulu', 'alpha', 'low', 'none']],
    ['a', ['low', 'zulu', 'alpha', 'none']],
    ['-a name', ['alpha', 'zulu', 'low', 'none']],
    ['-score name', ['alpha', 'zulu', 'low', 'none']],
    ['-score -name', ['zulu', 'alpha', 'low', 'none']],
    ['-score price', ['zulu', 'alpha', 'low', 'none']],
    ['-score -price', ['alpha', 'zulu', 'low', 'none']],
  ];
  for (const [sort, ids] of cases) {
    it(`sorted by “${sort}” stand in the order ${ids.join(', ')}`, () => {
      expect(order(comparison, sort)).to.deep.equal(ids);
    });
  }

  it('without a rubric leave the document’s order', () => {
    expect(order(comparisonOf({ products: ['B', 'A', 'C'] }), '-score')).to.deep.equal(['b', 'a', 'c']);
  });
});

describe('parseSort', () => {
  const cases: readonly (readonly [text: string, keys: readonly (readonly [string, boolean])[]])[] = [
    ['', []],
    ['   ', []],
    ['-', []],
    ['price', [['price', false]]],
    ['-price', [['price', true]]],
    [
      '-score name',
      [
        ['score', true],
        ['name', false],
      ],
    ],
    [
      ' -score,\tname\n',
      [
        ['score', true],
        ['name', false],
      ],
    ],
    ['battery-life', [['battery-life', false]]],
    ['-__proto__', [['__proto__', true]]],
  ];
  for (const [text, keys] of cases) {
    it(`reads ${JSON.stringify(text)} as ${keys.length} keys`, () => {
      expect(parseSort(text)).to.deep.equal(keys.map(([column, descending]) => ({ column, descending })));
    });
  }
});

describe('writeSort', () => {
  it('writes what parseSort reads', () => {
    const key = fc.record({ column: fc.stringMatching(/^[a-z_][\w-]*$/), descending: fc.boolean() });
    fc.assert(
      fc.property(fc.array(key), (keys) => {
        // Records of fast-check have no prototype, which deep equality would count as a difference.
        expect(parseSort(writeSort(keys))).to.deep.equal(keys.map((each) => ({ ...each })));
      }),
    );
  });

  it('writes -score name', () => {
    expect(writeSort(parseSort(' -score , name'))).to.equal('-score name');
  });
});

describe('collatorFor', () => {
  for (const [language, locale] of [
    [undefined, 'en'],
    ['sv', 'sv'],
    ['tlh', 'en'],
  ] as const) {
    it(`sorts ${language ?? 'no language'} as ${locale}`, () => {
      expect(collatorFor(language).resolvedOptions().locale).to.equal(locale);
    });
  }
});

describe('generated columns', () => {
  /** A value as the document holds it and what it is worth, in units so small that it is whole; absent if missing. */
  interface Value {
    readonly text: unknown;
    readonly worth?: number;
  }

  /** Insertion sort: only ever passes over what is strictly larger, so that ties stay as they were. */
  function sorted(values: readonly Value[], descending: boolean): readonly Value[] {
    const result: Value[] = [];
    for (const value of values) {
      let at = result.length;
      const goesBefore = (other: Value | undefined): boolean => {
        if (other === undefined || value.worth === undefined) return false;
        if (other.worth === undefined) return true;
        return descending ? value.worth > other.worth : value.worth < other.worth;
      };
      while (goesBefore(result[at - 1])) at--;
      result.splice(at, 0, value);
    }
    return result;
  }

  const missing: fc.Arbitrary<Value> = fc.constantFrom(null, '', '—', 'n/a', 'TBD').map((text) => ({ text }));
  const amounts = (...units: readonly (readonly [unit: string, worth: number])[]): fc.Arbitrary<Value> =>
    fc
      .tuple(fc.integer({ min: 0, max: 2000 }), fc.constantFrom(...units))
      .map(([value, [unit, worth]]) => ({ text: `${value} ${unit}`, worth: value * worth }));
  const hundredths = fc.integer({ min: 0, max: 500 });

  const columns: Readonly<Record<string, readonly [column: object, value: fc.Arbitrary<Value>]>> = {
    masses: [{ type: 'quantity' }, amounts(['µg', 1], ['mg', 1e3], ['g', 1e6], ['kg', 1e9])],
    volumes: [{ type: 'quantity' }, amounts(['ml', 1], ['cl', 10], ['l', 1000])],
    times: [{ type: 'quantity' }, amounts(['s', 1], ['min', 60], ['h', 3600], ['days', 86400])],
    data: [{ type: 'quantity' }, amounts(['MB', 1e6], ['GB', 1e9], ['TB', 1e12])],
    numbers: [{ type: 'number' }, hundredths.map((worth) => ({ text: worth / 100 - 2, worth }))],
    prices: [
      { type: 'price' },
      hundredths.map((cents) => ({
        text: cents % 3 ? `~$${(cents / 100).toFixed(2)}` : cents / 100,
        worth: cents,
      })),
    ],
    'prices per mass': [
      { type: 'price' },
      // Thousandths of a cent a kilogram: a price for 1 g is a thousand times that for 1 kg.
      fc
        .tuple(
          hundredths,
          fc.constantFrom(['g', 1000] as const, ['10 g', 100] as const, ['100g', 10] as const, ['kg', 1] as const),
        )
        .map(([cents, [basis, times]]) => ({ text: `$${(cents / 100).toFixed(2)}/${basis}`, worth: cents * times })),
    ],
    ratings: [
      { type: 'rating' },
      fc
        .constantFrom(5, 10, 100)
        .chain((best) => fc.nat(best).map((value) => ({ text: `${value}/${best}`, worth: (value * 100) / best }))),
    ],
    booleans: [{ type: 'boolean' }, fc.boolean().map((text) => ({ text, worth: text ? 1 : 0 }))],
    dates: [
      { type: 'date' },
      fc
        .tuple(fc.integer({ min: 1990, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
        .map(([year, month, day]) => ({
          text: `${year}-${`${month}`.padStart(2, '0')}-${`${day}`.padStart(2, '0')}`,
          worth: year * 10_000 + month * 100 + day,
        })),
    ],
  };
  for (const [what, [column, value]] of Object.entries(columns)) {
    it(`of ${what} stand as an insertion sort puts them, both ways`, () => {
      const values = fc.array(fc.oneof({ arbitrary: value, weight: 5 }, { arbitrary: missing, weight: 1 }), {
        minLength: 1,
        maxLength: 12,
      });
      fc.assert(
        fc.property(values, (list) => {
          const texts = list.map(({ text }) => text);
          for (const descending of [false, true]) {
            const expected = sorted(list, descending).map(({ text }) => text);
            expect(orderValues(texts, descending ? '-x' : 'x', column)).to.deep.equal(expected);
          }
        }),
        { numRuns: 300 },
      );
    });
  }

  it('sorted by two keys stand as sorted by the second, then by the first', () => {
    const row = fc.record({ a: fc.nat(3), b: fc.option(fc.nat(3)) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 15 }), fc.boolean(), fc.boolean(), (rows, downA, downB) => {
        const comparison = comparisonOf({
          products: rows.map((specs, index) => ({ id: `${index}`, name: 'Same', specs })),
        });
        const worthOf =
          (key: 'a' | 'b') =>
          (index: number): Value => {
            const worth = rows[index]?.[key] ?? undefined;
            return { text: index, ...(worth !== undefined && { worth }) };
          };
        const indices = rows.map((_, index) => index);
        const bySecond = sorted(indices.map(worthOf('b')), downB).map(({ text }) => text as number);
        const byBoth = sorted(bySecond.map(worthOf('a')), downA).map(({ text }) => `${text}`);
        expect(order(comparison, `${downA ? '-' : ''}a ${downB ? '-' : ''}b`)).to.deep.equal(byBoth);
      }),
      { numRuns: 300 },
    );
  });
});
