/**
 * What searching and filtering leave, and what there is to choose from: tables by hand, a brute-force oracle that works
 * on how documents were made instead of on how they are read, and counts against filtering itself.
 */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { type Comparison, readComparison } from '../../src/model/comparison.js';
import { type Facet, type Filter, facetsOf, filterProducts, isFiltered } from '../../src/model/filter.js';
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

/** Ids of the products that match, in order. */
const idsOf = (comparison: Comparison, filter: Filter, weights?: Weights): readonly string[] =>
  filterProducts(comparison, scoreProducts(comparison, weights), filter).map(({ id }) => id);

const facets = (comparison: Comparison, filter: Filter = {}, columnIds?: readonly string[]): readonly Facet[] =>
  facetsOf(comparison, scoreProducts(comparison), filter, columnIds);

/** Products 0, 1, 2 … with one value each in a column `x`. */
const columnOf = (values: readonly unknown[], column: object = {}, members: object = {}): Comparison =>
  comparisonOf({
    currency: 'USD',
    ...members,
    columns: [{ id: 'x', ...column }],
    products: values.map((x, index) => ({ id: `${index}`, name: `Product ${index}`, specs: { x } })),
  });

/** “A 2, B 1 chosen” or “0.5..1.5 by 0.1 USD”. */
const say = (facet: Facet | undefined): string => {
  if (facet?.kind === 'choice') {
    return facet.options
      .map(({ value, count, isChosen }) => `${value} ${count}${isChosen ? ' chosen' : ''}`)
      .join(', ');
  }
  if (!facet) return 'none';
  const { min, max, step, unit, per, outOf, chosen } = facet;
  const basis = per ? `/${per.value} ${per.unit}` : outOf ? `/${outOf}` : '';
  return `${min}..${max} by ${`${step} ${unit}`.trim()}${basis}${chosen ? ` chosen ${JSON.stringify(chosen)}` : ''}`;
};

const article = comparisonOf(leakyGut);
const [thorne, zinc, colostrum, ora] = ['thorne-l-glutamine', 'zinc-carnosine', 'colostrum-ld', 'trust-your-gut'];

describe('a search', () => {
  const cases: readonly (readonly [text: string, search: string, isFound: boolean])[] = [
    ['Café crème', 'cafe', true],
    ['Cafe creme', 'CAFÉ CRÈME', true],
    ['Café', 'cafe\u0301', true],
    ['Zinc Carnosine', 'zinc', true],
    ['Zinc Carnosine', 'carn zi', true],
    ['Zinc Carnosine', 'zinc copper', false],
    ['Zinc Carnosine', 'zincc', false],
    ['Zinc Carnosine', '   ', true],
    ['Zinc Carnosine', '\u200b', true],
    ['İstanbul', 'istanbul', true],
    ['Istanbul', 'İSTANBUL', true],
    ['ısırgan', 'ISIRGAN', true],
    ['ısırgan', 'isirgan', true],
    ['Straße', 'strasse', true],
    ['STRASSE', 'straße', true],
    ['GROẞ', 'groß', true],
    ['Müller', 'muller', true],
    ['Smörgåsbord', 'smorgas', true],
    ['Łódź', 'lodz', true],
    ['Øre', 'ore', true],
    ['Œuvre', 'oeuvre', true],
    ['Æther', 'aether', true],
    ['Đặng', 'dang', true],
    ['ﬁne ﬂour', 'fine flour', true],
    ['Ｖｉｔａｍｉｎ　Ｃ', 'vitamin c', true],
    ['vitamin c', 'ＶＩＴＡＭＩＮ', true],
    ['ｶﾞﾗｽ', 'ガラス', true],
    ['ガラス', 'カラス', false],
    ['か', 'が', false],
    ['が', 'か', false],
    ['東京都', '京', true],
    ['東京都', '京東', false],
    ['각', '가', false],
    ['한국어', '한국', true],
    ['ΟΔΟΣ', 'οδος', true],
    ['οδοσήμανση', 'ΟΔΟΣ', true],
    ['Ёлка', 'елка', true],
    ['كِتَابٌ', 'كتاب', true],
    ['كتاب', 'كِتَاب', true],
    ['أحمد', 'احمد', true],
    ['كـــتاب', 'كتاب', true],
    ['מַיִם', 'מים', true],
    ['की', 'का', false],
    ['٥٠ ملغ', '50', true],
    ['50 mg', '۵۰', true],
    ['L‑Glutamine', 'l-glutamine', true],
    ['Doctor’s Best', "doctor's", true],
    ['co\u00adop\u00aderate', 'cooperate', true],
    ['½ cup', '1/2', true],
    ['10 µg', '10 μg', true],
    ['a.c', 'abc', false],
    ['(50%) [x]', '(50%)', true],
    ['one two', 'onetwo', false],
  ];
  for (const [text, search, isFound] of cases) {
    it(`for “${search}” ${isFound ? 'finds' : 'does not find'} “${text}”`, () => {
      const comparison = comparisonOf({ products: [{ name: text }] });
      expect(idsOf(comparison, { search })).to.have.length(isFound ? 1 : 0);
    });
  }

  it('looks at name, brand, award, best for, texts, entries and the band, and at nothing else', () => {
    const comparison = comparisonOf({
      rubric: { criteria: [{ id: 'evidence', weight: 1 }], bands: [{ from: 8, label: 'Excellent' }] },
      products: [
        {
          id: 'a',
          name: 'Nnn',
          brand: 'Bbb',
          award: 'Aaa',
          bestFor: 'Fff',
          summary: 'Sss',
          verdict: 'Vvv',
          scores: { evidence: 9 },
          specs: { dose: '5 g', made: 'Ttt', tags: ['Lll', 'Mmm'], none: 'n/a' },
        },
        { id: 'b', name: 'Other', scores: { evidence: 2 } },
      ],
    });
    const ranking = scoreProducts(comparison);
    const found = (search: string): string =>
      filterProducts(comparison, ranking, { search })
        .map(({ id }) => id)
        .join();
    for (const word of ['nnn', 'bbb', 'aaa', 'fff', '5 g', 'ttt', 'lll', 'mmm', 'excell', 'mmm excellent nnn']) {
      expect(found(word), word).to.equal('a');
    }
    for (const word of ['sss', 'vvv', 'n/a', 'evidence', 'undefined']) expect(found(word), word).to.equal('');
  });

  it('follows the bands of the given ranking', () => {
    const comparison = comparisonOf({
      rubric: { criteria: [{ id: 'x' }, { id: 'y', weight: 1 }], bands: [{ from: 8, label: 'Excellent' }] },
      products: [{ id: 'a', name: 'A', scores: { x: 9, y: 1 } }],
    });
    expect(idsOf(comparison, { search: 'excellent' })).to.deep.equal([]);
    expect(idsOf(comparison, { search: 'excellent' }, { x: 1, y: 0 })).to.deep.equal(['a']);
  });

  it('looks at the texts that a caller adds too, and asks for each once', () => {
    const asked: string[] = [];
    const textOf = ({ id }: { readonly id: string }): string => {
      asked.push(id);
      return id === zinc ? '30 de abril' : '';
    };
    const ranking = scoreProducts(article);
    for (const search of ['abril', 'ABR zinc', 'abril carnosine']) {
      expect(filterProducts(article, ranking, { search }, textOf).map(({ id }) => id)).to.deep.equal([zinc]);
    }
    expect(filterProducts(article, ranking, { search: 'abril' })).to.deep.equal([]);
    expect(asked).to.have.members([thorne, zinc, colostrum, ora]);
    const colors = columnOf(['red', 'blue', 'red']);
    const counted = facetsOf(colors, [], { search: 'first' }, ['x'], (product) => (product.id === '0' ? 'First' : ''));
    expect(counted.map(say)).to.deep.equal(['blue 0, red 1']);
  });

  // Each is one word, whichever way it is written; none is part of another.
  const spellings: readonly (readonly string[])[] = [
    ['café', 'CAFE', 'Cafe\u0301'],
    ['straße', 'STRASSE', 'Strasse'],
    ['İzmir', 'izmir', 'IZMIR', 'ızmir'],
    ['ﬂax', 'flax', 'ＦＬＡＸ'],
    ['ガラス', 'ｶﾞﾗｽ'],
    ['كِتَاب', 'كتاب'],
    ['東京'],
    ['ΟΔΟΣ', 'οδος', 'οδοσ'],
  ];
  const word = fc.integer({ min: 0, max: spellings.length - 1 });
  const spelt = (words: readonly number[], variant: number): string =>
    words.map((index) => spellings[index]?.at(variant % (spellings[index]?.length ?? 1))).join(' ');

  it('finds exactly the products that have every word, however both are written', () => {
    const product = fc.tuple(fc.array(word, { minLength: 1, maxLength: 4 }), fc.nat(11));
    const query = fc.tuple(fc.array(word, { maxLength: 3 }), fc.nat(11));
    fc.assert(
      fc.property(fc.array(product, { minLength: 1, maxLength: 6 }), query, (products, [wanted, variant]) => {
        const comparison = comparisonOf({
          products: products.map(([words, spelling], id) => ({ id: `${id}`, name: spelt(words, spelling) })),
        });
        const expected = products.flatMap(([words], id) => (wanted.every((w) => words.includes(w)) ? [`${id}`] : []));
        expect(idsOf(comparison, { search: spelt(wanted, variant) })).to.deep.equal(expected);
      }),
    );
  });

  it('finds any product by its own name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        const { comparison } = readComparison({ products: [{ name }] });
        if (comparison) expect(idsOf(comparison, { search: name })).to.have.length(1);
      }),
    );
  });
});

describe('a choice', () => {
  const cases: readonly (readonly [
    what: string,
    values: readonly unknown[],
    chosen: readonly string[],
    ids: string,
  ])[] = [
    ['of a text', ['red', 'blue', 'Red', null], ['red'], '0'],
    ['of two texts', ['red', 'blue', 'green'], ['blue', 'red'], '0 1'],
    ['of a list’s entry', [['NSF', 'GMP'], ['GMP'], 'NSF', []], ['NSF'], '0 2'],
    ['of two entries', [['NSF', 'GMP'], ['GMP'], ['USP']], ['NSF', 'USP'], '0 2'],
    ['of yes', [true, false, true, null], ['true'], '0 2'],
    ['of no', [true, false, true, null], ['false'], '1'],
    ['of both', [true, false, 'maybe', null, true], ['false', 'true'], '0 1 4'],
    ['of what is no boolean', [true, false, 'maybe', true], ['maybe'], ''],
    ['of nothing', ['red', 'blue'], [], '0 1'],
    ['of what is not there', ['red', 'blue'], ['green'], ''],
    ['of a part of a text', ['red', 'reddish'], ['redd'], ''],
  ];
  for (const [what, values, chosen, ids] of cases) {
    it(`${what} in ${JSON.stringify(values)} leaves ${ids || 'nothing'}`, () => {
      expect(idsOf(columnOf(values), { choices: { x: chosen } }).join(' ')).to.equal(ids);
    });
  }

  it('of bands goes by the composite as shown', () => {
    const comparison = comparisonOf({
      rubric: {
        criteria: [{ id: 'x', weight: 1 }],
        bands: [
          { from: 9, label: 'Superb' },
          { from: 0, label: 'Fair' },
        ],
      },
      products: [8.975, 8.9, null].map((x, id) => ({ id: `${id}`, name: `${id}`, scores: { x } })),
    });
    expect(idsOf(comparison, { choices: { score: ['Superb'] } })).to.deep.equal(['0']);
    expect(idsOf(comparison, { ranges: { score: { min: 9 } } })).to.deep.equal(['0']);
    expect(idsOf(comparison, { choices: { score: ['Fair', 'Superb'] } })).to.deep.equal(['0', '1']);
  });

  it('of the article’s columns leaves what matches all of them', () => {
    expect(idsOf(article, { choices: { certification: ['GM', 'nothing'] } })).to.deep.equal([]);
    const { text = '' } = article.products[0]?.cells.certification ?? {};
    expect(idsOf(article, { choices: { certification: [text] } })).to.deep.equal([thorne]);
    expect(idsOf(article, { choices: { certification: [text] }, ranges: { score: { max: 8.9 } } })).to.deep.equal([]);
    expect(idsOf(article, { ranges: { evidence: { min: 8 } } })).to.deep.equal([thorne, zinc, colostrum]);
    expect(idsOf(article, { ranges: { evidence: { min: 8 }, value: { max: 7.5 } } })).to.deep.equal([zinc, colostrum]);
  });

  it('in a column that is not there is passed over', () => {
    const names = ['nonsense', '__proto__', 'constructor', 'toString'];
    for (const name of names) {
      expect(idsOf(article, { choices: { [name]: ['x'] }, ranges: { [name]: { min: 1 } } })).to.have.length(4);
    }
  });
});

describe('a range', () => {
  const cases: readonly (readonly [
    values: readonly unknown[],
    range: object,
    ids: string,
    column?: object,
    members?: object,
  ])[] = [
    [[1, 2, 3, null], { min: 2 }, '1 2'],
    [[1, 2, 3, null], { max: 2 }, '0 1'],
    [[1, 2, 3], { min: 2, max: 2 }, '1'],
    [[1, 2, 3], { min: 3, max: 1 }, ''],
    [[1, 2, 3], {}, '0 1 2'],
    [[1, 2, 3], { min: Number.NaN }, '0 1 2'],
    [[-1, 0, 1], { min: -0.5, max: 0 }, '1'],
    [['100 g', '0.2 kg', '300 g', '1 lb'], { min: 200, max: 400 }, '1 2'],
    [['1 kg', '500 g', '2 kg'], { min: 0.5, max: 1 }, '0 1'],
    [['300–600 mg', '100 mg', '700 mg'], { min: 500 }, '0 2'],
    [['300–600 mg', '100 mg', '700 mg'], { min: 100, max: 300 }, '0 1'],
    [['300–600 mg', '100 mg'], { min: 500, max: 400 }, ''],
    [['up to 30 g', '40 g', '10 g'], { max: 5 }, '0'],
    [['up to 30 g', '40 g', '10 g'], { min: 30 }, '0 1'],
    [['up to 30 g', '40 g', '10 g'], { min: 31 }, '1'],
    [['≥25 %', '20 %', '90 %'], { min: 80 }, '0 2'],
    [['≥25 %', '20 %', '90 %'], { max: 24 }, '1'],
    [['$0.50', '~$1', '$2'], { max: 1 }, '0 1'],
    [['$5/100 g', '$1/100 g', '$0.02/g'], { min: 2, max: 4 }, '2'],
    [['4/5', '4.5/5', '9.2/10'], { min: 4.5 }, '1 2'],
    [['★★★☆☆', '★★★★☆'], { min: 3.5 }, '1'],
    [['20 °C', '25 °C', '68 °F'], { max: 20 }, '0 2'],
    [['68 °F', '77 °F', '20 °C'], { min: 77 }, '1'],
    [['68 °F', '77 °F', '20 °C'], { min: 60, max: 70 }, '0 2'],
    [['5 g', 'Various', '9 g'], { min: 0 }, '0 2'],
    [['5 g', '3 scoops', '9 g'], { min: 6 }, '0 1 2'],
    [['2025-01-01', '2025-06-01', '2026-01-01'], { min: Date.UTC(2025, 5, 1) }, '1 2'],
    [['2025-06-01', '2025-06-01T23:30'], { min: Date.UTC(2025, 5, 1), max: Date.UTC(2025, 5, 1) }, '0 1'],
    [['a', 'b'], { min: 0 }, '0 1'],
    [[{ value: 3, note: 'n' }, 4], { max: 3 }, '0'],
    [['1.234,50 €', '99 €'], { min: 1234.5 }, '0', {}, { language: 'de', currency: 'EUR' }],
  ];
  for (const [values, range, ids, column, members] of cases) {
    it(`${JSON.stringify(range)} of ${JSON.stringify(values)} leaves ${ids || 'nothing'}`, () => {
      expect(idsOf(columnOf(values, column, members), { ranges: { x: range } }).join(' ')).to.equal(ids);
    });
  }
});

describe('the facet of a column', () => {
  const long = 'a text that is too long to be chosen at a glance';
  const cases: readonly (readonly [values: readonly unknown[], facet: string, filter?: Filter, members?: object])[] = [
    [[['b', 'a'], ['a'], 'c'], 'a 2, b 1, c 1'],
    [[['a', 'a'], ['b']], 'a 1, b 1'],
    [[['Item 10'], ['Item 2'], ['Item 1']], 'Item 1 1, Item 2 1, Item 10 1'],
    [[['Zebra'], ['Ähre'], ['Aal']], 'Aal 1, Ähre 1, Zebra 1', {}, { language: 'de' }],
    [[['Zebra'], ['Ängel'], ['Al']], 'Al 1, Zebra 1, Ängel 1', {}, { language: 'sv' }],
    [[true, false, true], 'true 2, false 1'],
    [[true, true], 'none'],
    [[true, false, 'maybe'], 'true 1, false 1'],
    [[true, true], 'true 2 chosen', { choices: { x: ['true'] } }],
    [['red', 'blue', 'red'], 'blue 1, red 2'],
    [['red', 'blue', 'green'], 'none'],
    [['red', 'blue', null], 'none'],
    [['red', 'red', null], 'none'],
    [['red', 'blue', 'green'], 'blue 1 chosen', { choices: { x: ['blue'] } }],
    [['red', 'blue', 'red'], 'blue 1, gone 0 chosen, red 2', { choices: { x: ['gone'] } }],
    [['red', 'red', long], 'none'],
    [Array.from({ length: 26 }, (_, index) => `t${index % 13}`), 'none'],
    [
      Array.from({ length: 24 }, (_, index) => `t${index % 12}`),
      Array.from({ length: 12 }, (_, i) => `t${i} 2`).join(', '),
    ],
    [['red', 'blue', 'red'], 'blue 0, red 1', { search: '2' }],
    [['$0.50', '$0.80', '$1', '$1.50'], '0.5..1.5 by 0.1 USD'],
    [['$0.50', '$0.80'], '0.5..0.8 by 0.1 USD chosen {"max":0.6}', { ranges: { x: { max: 0.6 } } }],
    [['$5', '$5'], 'none'],
    [['$5', '$5'], '5..5 by 1 USD chosen {"min":4}', { ranges: { x: { min: 4 } } }],
    [['$5', '€6'], 'none'],
    [[10, 250, 5003], '0..5050 by 50'],
    [[0, 100], '0..100 by 1'],
    [[0, 101], '0..102 by 2'],
    [[0.1, 0.7], '0.1..0.7 by 0.1'],
    [[-3, 1e6], '-20000..1000000 by 20000'],
    [['1 kg', '500 g', '250 g'], '250..1000 by 10 g'],
    [['1 kg', '500 g', '0.3 kg'], '0.3..1 by 0.1 kg'],
    [['300–600 mg', 'up to 900 mg'], '300..900 by 10 mg'],
    [['$5/100 g', '$0.02/g', '$1/100 g'], '1..5 by 1 USD/100 g'],
    [['4/5', '9/10', '3.5/5'], '3.5..4.5 by 0.1/5'],
    [['2025-01-01', '2025-01-11'], `${Date.UTC(2025, 0, 1)}..${Date.UTC(2025, 0, 11)} by 86400000 ms`],
    [[1e99, 1, 1e100, 1e200], '0..1e+99 by 1e+97'],
    [['https://a.example', 'https://b.example', 'https://a.example'], 'none'],
  ];
  for (const [values, facet, filter, members] of cases) {
    it(`of ${JSON.stringify(values).slice(0, 60)} with ${JSON.stringify(filter ?? {})} is “${facet}”`, () => {
      expect(
        facets(columnOf(values, {}, members), filter, ['x'])
          .map(say)
          .join(' | ') || 'none',
      ).to.equal(facet);
    });
  }

  it('of the score has its bands, best first, and its composites', () => {
    const comparison = comparisonOf({
      rubric: {
        criteria: [{ id: 'x', weight: 1 }],
        bands: [
          { from: 0, label: 'Zero' },
          { from: 9, label: 'Nine' },
          { from: 5, label: 'Five' },
        ],
      },
      products: [9, 5.5, 6, 1, null].map((x, id) => ({ id: `${id}`, name: `${id}`, scores: { x } })),
    });
    expect(facets(comparison, {}, ['score']).map(say)).to.deep.equal(['Nine 1, Five 2, Zero 1', '1..9 by 0.1']);
    // Bands and composites are two facets: each counts with the other applied.
    const filter = { choices: { score: ['Five'] }, ranges: { score: { min: 6 } } };
    expect(facets(comparison, filter, ['score']).map(say)).to.deep.equal([
      'Nine 1, Five 1 chosen, Zero 0',
      '1..9 by 0.1 chosen {"min":6}',
    ]);
  });

  it('stands in the order of the table, or in the order asked for', () => {
    const comparison = comparisonOf({
      rubric: {
        criteria: [
          { id: 'x', weight: 1 },
          { id: 'tags', weight: 1 },
        ],
      },
      products: [1, 2, 3].map((x) => ({
        name: `${x}`,
        brand: x < 3 ? 'A' : 'B',
        bestFor: x < 3 ? 'C' : 'D',
        scores: { x, tags: x },
        specs: { award: x, tags: [`t${x}`] },
      })),
    });
    const columnsOf = (ids?: readonly string[]) =>
      facets(comparison, {}, ids).map(({ column, kind }) => column + kind[0]);
    expect(columnsOf()).to.deep.equal(['scorer', 'brandc', 'awardr', 'tagsc', 'bestForc', 'xr']);
    expect(columnsOf(['x', 'nonsense', 'tags', 'x', 'name'])).to.deep.equal(['xr', 'tagsc']);
    expect(columnsOf([])).to.deep.equal([]);
  });

  it('of a criterion with the name of a member of every object holds scores only', () => {
    const ids = ['constructor', 'toString', 'valueOf'];
    const comparison = comparisonOf({
      rubric: { criteria: ids.map((id) => ({ id, weight: 1 })) },
      products: [{ name: 'a', scores: { toString: 1 } }, { name: 'b', scores: { toString: 2 } }, { name: 'c' }],
    });
    expect(facets(comparison, { choices: { constructor: ['1'] } }, ids).map(say)).to.deep.equal([
      '1 0 chosen',
      '1..2 by 1',
    ]);
    expect(idsOf(comparison, { choices: { constructor: ['undefined'] } })).to.deep.equal([]);
    expect(idsOf(comparison, { ranges: { toString: { min: 2 } } })).to.deep.equal(['b']);
  });
});

describe('a filter', () => {
  const empty: readonly Filter[] = [
    {},
    { search: ' \u00a0' },
    { choices: {} },
    { choices: { x: [] }, ranges: { y: {} } },
    { ranges: { y: { min: Number.NaN } } },
  ];
  for (const filter of empty) {
    it(`${JSON.stringify(filter)} asks for nothing`, () => {
      expect(isFiltered(filter)).to.equal(false);
      expect(idsOf(article, filter)).to.have.length(4);
    });
  }
  const full: readonly Filter[] = [{ search: 'x' }, { choices: { x: ['y'] } }, { ranges: { x: { max: 0 } } }];
  for (const filter of full) {
    it(`${JSON.stringify(filter)} asks for something`, () => {
      expect(isFiltered(filter)).to.equal(true);
    });
  }

  it('keeps the document’s order', () => {
    expect(idsOf(article, { ranges: { score: { min: 7.6 } } })).to.deep.equal([thorne, zinc, colostrum]);
  });
});

/** A product as it was made, in whole milligrams: what the oracle looks at. */
interface Made {
  readonly color: string | null;
  readonly tags: readonly string[];
  readonly isVegan: boolean | null;
  readonly mass: {
    readonly low: number;
    readonly more: number;
    readonly unit: keyof typeof milligrams;
    readonly form: string;
  } | null;
  readonly score: number | null;
}

const milligrams = { mg: 1, g: 1000, kg: 1_000_000 };
const some = (...values: readonly string[]) => fc.constantFrom(...values);
const made: fc.Arbitrary<Made> = fc.record({
  color: fc.option(some('red', 'blue', 'green')),
  tags: fc.uniqueArray(some('a', 'b', 'c', 'd'), { maxLength: 3 }),
  isVegan: fc.option(fc.boolean()),
  mass: fc.option(
    fc.record({
      low: fc.integer({ min: 1, max: 40 }),
      more: fc.integer({ min: 1, max: 9 }),
      unit: fc.constantFrom(...(Object.keys(milligrams) as (keyof typeof milligrams)[])),
      form: some('exact', 'exact', 'range', 'atLeast', 'atMost'),
    }),
  ),
  score: fc.option(fc.integer({ min: 0, max: 10 })),
});
const end = fc.option(fc.integer({ min: -1, max: 45 }), { nil: undefined });
interface Wanted {
  readonly colors: readonly string[];
  readonly tags: readonly string[];
  readonly vegan: readonly string[];
  readonly bands: readonly string[];
  readonly mass: readonly [min: number | undefined, max: number | undefined];
  readonly score: readonly [min: number | undefined, max: number | undefined];
  readonly word: string;
}
const wanted: fc.Arbitrary<Wanted> = fc.record({
  colors: fc.subarray(['red', 'blue', 'green', 'gone'], { maxLength: 2 }),
  tags: fc.subarray(['a', 'b', 'c', 'd'], { maxLength: 2 }),
  vegan: fc.subarray(['true', 'false']),
  bands: fc.subarray(['High', 'Low'], { maxLength: 1 }),
  mass: fc.tuple(end, end),
  score: fc.tuple(end, end),
  word: some('', '', 'RED', 'product'),
});

const textOfMass = ({ low, more, unit, form }: NonNullable<Made['mass']>): string =>
  form === 'range' ? `${low}–${low + more} ${unit}` : `${{ atLeast: '≥', atMost: 'up to ' }[form] ?? ''}${low} ${unit}`;

const documentOf = (products: readonly Made[]): Comparison =>
  comparisonOf({
    rubric: {
      criteria: [{ id: 'x', weight: 1 }],
      bands: [
        { from: 5, label: 'High' },
        { from: 0, label: 'Low' },
      ],
    },
    columns: [
      'color',
      { id: 'tags', type: 'list' },
      { id: 'vegan', type: 'boolean' },
      { id: 'mass', type: 'quantity' },
    ],
    products: products.map(({ color, tags, isVegan, mass, score }, id) => ({
      id: `${id}`,
      name: `Product ${id}`,
      scores: { x: score },
      specs: { color, tags, vegan: isVegan, mass: mass && textOfMass(mass) },
    })),
  });

const range = ([min, max]: Wanted['mass']) => ({
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
});
const filterOf = ({ colors, tags, vegan, bands, mass, score, word }: Wanted): Filter => ({
  search: word,
  choices: { color: colors, tags, vegan, score: bands },
  ranges: { mass: range(mass), score: range(score) },
});

/** The unit that most masses are in, the earlier one on a tie. */
function mainUnit(products: readonly Made[]): keyof typeof milligrams | undefined {
  const units = products.flatMap(({ mass }) => mass?.unit ?? []);
  const uses = (unit: string): number => units.filter((other) => other === unit).length;
  return units.find((unit) => units.every((other) => uses(other) <= uses(unit)));
}

function matches(
  { color, tags, isVegan, mass, score }: Made,
  want: Wanted,
  unit: keyof typeof milligrams | undefined,
): boolean {
  const meets = (chosen: readonly string[], has: (value: string) => boolean) => !chosen.length || chosen.some(has);
  const reaches = ([min, max]: Wanted['mass'], size: number, low?: number, high = low): boolean =>
    (min === undefined && max === undefined) ||
    (low !== undefined &&
      high !== undefined &&
      (min === undefined || high >= min * size) &&
      (max === undefined || low <= max * size) &&
      // A range whose ends are crossed holds nothing.
      (min === undefined || max === undefined || min <= max));
  const [size, own] = [unit ? milligrams[unit] : 1, mass ? milligrams[mass.unit] : 1];
  const low = mass && (mass.form === 'atMost' ? -Infinity : mass.low * own);
  const high =
    mass && (mass.form === 'atLeast' ? Infinity : (mass.low + (mass.form === 'range' ? mass.more : 0)) * own);
  return (
    meets(want.colors, (value) => value === color) &&
    meets(want.tags, (value) => tags.includes(value)) &&
    meets(want.vegan, (value) => value === `${isVegan}`) &&
    meets(want.bands, (value) => score !== null && value === (score >= 5 ? 'High' : 'Low')) &&
    (!unit || reaches(want.mass, size, low ?? undefined, high ?? undefined)) &&
    reaches(want.score, 1, score ?? undefined) &&
    (want.word !== 'RED' || color === 'red')
  );
}

describe('for any products and any filter', () => {
  const products = fc.array(made, { minLength: 1, maxLength: 12 });

  it('what is left is what matches by how it was made', () => {
    fc.assert(
      fc.property(products, wanted, (items, want) => {
        const comparison = documentOf(items);
        // Without any score there is no column of scores, and so nothing to filter by.
        const isScored = items.some(({ score }) => score !== null);
        const seen: Wanted = isScored ? want : { ...want, bands: [], score: [undefined, undefined] };
        const unit = mainUnit(items);
        const expected = items.flatMap((item, id) => (matches(item, seen, unit) ? [`${id}`] : []));
        expect(idsOf(comparison, filterOf(want))).to.deep.equal(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('a count is how many products are left with that value alone chosen in its column', () => {
    fc.assert(
      fc.property(products, wanted, (items, want) => {
        const comparison = documentOf(items);
        const filter = filterOf(want);
        for (const facet of facets(comparison, filter)) {
          if (facet.kind === 'range') continue;
          const chosen = filter.choices?.[facet.column] ?? [];
          expect(chosen.every((value) => facet.options.some((option) => option.value === value))).to.equal(true);
          for (const { value, count, isChosen } of facet.options) {
            const alone = { ...filter, choices: { ...filter.choices, [facet.column]: [value] } };
            expect(count, `${facet.column} ${value}`).to.equal(idsOf(comparison, alone).length);
            expect(isChosen).to.equal(chosen.includes(value));
          }
        }
      }),
    );
  });

  it('the range of a facet holds every amount, in whole steps, a hundred or so', () => {
    fc.assert(
      fc.property(products, (items) => {
        const comparison = documentOf(items);
        for (const facet of facets(comparison)) {
          if (facet.kind === 'choice') continue;
          const { column, min, max, step } = facet;
          const steps = (max - min) / step;
          expect(steps).to.be.within(1, 102);
          expect(Math.abs(steps - Math.round(steps))).to.be.below(1e-6);
          const stated = comparison.products.filter(({ cells, scores }) =>
            column === 'mass' ? cells.mass?.quantity : scores.x,
          );
          expect(idsOf(comparison, { ranges: { [column]: { min, max } } })).to.have.length(stated.length);
        }
      }),
    );
  });

  it('what a filter says does not break it', () => {
    const name = fc.oneof(some('mass', 'color', 'score', 'x', '__proto__', 'constructor'), fc.string());
    const anything = fc.record({
      search: fc.string({ unit: 'binary' }),
      choices: fc.dictionary(name, fc.array(fc.string())),
      ranges: fc.dictionary(name, fc.record({ min: fc.double(), max: fc.double() }, { requiredKeys: [] })),
    });
    fc.assert(
      fc.property(products, anything, (items, filter) => {
        const comparison = documentOf(items);
        const left = idsOf(comparison, filter);
        expect(left.length).to.be.at.most(items.length);
        expect(JSON.parse(JSON.stringify(facets(comparison)))).to.deep.equal(facets(comparison));
        for (const facet of facets(comparison, filter)) expect(say(facet)).to.be.a('string');
      }),
    );
  });
});
