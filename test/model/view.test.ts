/**
 * Views as text: what is written by hand and by people’s software, that what was written reads as it was, and that the
 * fragment of a host’s page stays the host’s.
 */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parseView, readFragment, type View, writeFragment, writeView } from '../../src/model/view.js';

// The same cases in every run: what fails here fails for everybody.
fc.configureGlobal({ seed: 42 });

const cases: readonly (readonly [text: string, view: View])[] = [
  ['', {}],
  [
    'sort=-score,price',
    {
      sort: [
        { column: 'score', descending: true },
        { column: 'price', descending: false },
      ],
    },
  ],
  [
    'sort=%2Dx,-%2Dy',
    {
      sort: [
        { column: '-x', descending: false },
        { column: '-y', descending: true },
      ],
    },
  ],
  ['q=zinc', { filter: { search: 'zinc' } }],
  ['q=+50%25+a%2Bb%26c', { filter: { search: ' 50% a+b&c' } }],
  ['f.certification=NSF+Sport,GMP', { filter: { choices: { certification: ['NSF Sport', 'GMP'] } } }],
  ['f.tags=a%2Cb,c%3Bd', { filter: { choices: { tags: ['a,b', 'c;d'] } } }],
  ['r.price=..1.5', { filter: { ranges: { price: { max: 1.5 } } } }],
  ['r.price=-2..1e-7', { filter: { ranges: { price: { min: -2, max: 1e-7 } } } }],
  ['r.price=1e21..', { filter: { ranges: { price: { min: 1e21 } } } }],
  ['f.score=Good&r.score=8..', { filter: { choices: { score: ['Good'] }, ranges: { score: { min: 8 } } } }],
  [
    'f.sort=a&f.f.x=b&f.q=c&r.weights=0..1',
    { filter: { choices: { sort: ['a'], 'f.x': ['b'], q: ['c'] }, ranges: { weights: { min: 0, max: 1 } } } },
  ],
  ['f.__proto_%5F=a&f.constructor=b', { filter: { choices: { ['__proto__']: ['a'], constructor: ['b'] } } }],
  ['compare=thorne,ora', { selection: ['thorne', 'ora'] }],
  ['compare=%E6%9D%B1%E4%BA%AC,a%3Ab', { selection: ['東京', 'a:b'] }],
  ['layout=matrix', { layout: 'matrix' }],
  ['diff=1', { onlyDifferences: true }],
  ['weights=evidence:40,value:0.5', { weights: { evidence: 40, value: 0.5 } }],
  ['weights=a%3Ab:1,c%2Cd:2', { weights: { 'a:b': 1, 'c,d': 2 } }],
  [
    'sort=-score&q=zinc&f.a=b&r.c=1..&compare=d,e&layout=cards&diff=1&weights=f:1',
    {
      sort: [{ column: 'score', descending: true }],
      filter: { search: 'zinc', choices: { a: ['b'] }, ranges: { c: { min: 1 } } },
      selection: ['d', 'e'],
      layout: 'cards',
      onlyDifferences: true,
      weights: { f: 1 },
    },
  ],
  ['q=Dr%2E', { filter: { search: 'Dr.' } }],
  ['compare=Dr.No,a_b,a%5F', { selection: ['Dr.No', 'a_b', 'a_'] }],
  ['q=%28a%29%21%2A%27%7E', { filter: { search: "(a)!*'~" } }],
];

describe('a view', () => {
  for (const [text, view] of cases) {
    it(`is written as “${text}”`, () => {
      expect(writeView(view)).to.equal(text);
    });
    it(`is read from “${text}”`, () => {
      expect(parseView(text)).to.deep.equal(view);
    });
  }

  const tolerated: readonly (readonly [text: string, view: View])[] = [
    ['unknown=1&q=zinc&f=2&r=3&f.=4&r.=..5&=6&&7', { filter: { search: 'zinc' } }],
    ['Q=zinc&SORT=a', {}],
    ['layout=hexagons', {}],
    ['layout=', {}],
    ['diff=yes', {}],
    ['sort=-', {}],
    ['sort=-,,a,', { sort: [{ column: 'a', descending: false }] }],
    ['r.price=cheap', {}],
    ['r.price=..', {}],
    ['r.price=', {}],
    ['r.price=1..b', {}],
    ['r.price=1..2..3', {}],
    ['r.price=1e999..', {}],
    ['r.price=NaN..Infinity', {}],
    ['r.price=8', { filter: { ranges: { price: { min: 8 } } } }],
    ['r.price=8.', { filter: { ranges: { price: { min: 8 } } } }],
    ['r.price=8%2E%2E9', { filter: { ranges: { price: { min: 8, max: 9 } } } }],
    ['r.price=.5...9', { filter: { ranges: { price: { min: 0.5, max: 0.9 } } } }],
    ['f.a=b&f.a=c,d', { filter: { choices: { a: ['b', 'c', 'd'] } } }],
    ['f.a=,,', {}],
    ['q=100%', { filter: { search: '100%' } }],
    ['q=%E6%9D', { filter: { search: '%E6%9D' } }],
    ['q=%ZZ=&compare=a', { filter: { search: '%ZZ=' }, selection: ['a'] }],
    ['q=東京', { filter: { search: '東京' } }],
    ['weights=a', {}],
    ['weights=a:b,:1,c:2', { weights: { c: 2 } }],
    ['weights=a:1e999', {}],
    ['sort=a;q=b', { sort: [{ column: 'a', descending: false }], filter: { search: 'b' } }],
    ['q=one&q=two', { filter: { search: 'two' } }],
  ];
  for (const [text, view] of tolerated) {
    it(`is read from “${text}” as far as it goes`, () => {
      expect(parseView(text)).to.deep.equal(view);
    });
  }

  const dropped: readonly View[] = [
    { sort: [], filter: {}, selection: [], onlyDifferences: false, weights: {} },
    { filter: { search: '', choices: { a: [] }, ranges: { b: {} } } },
    { filter: { choices: { a: [''], '': ['b'] }, ranges: { b: { min: Number.NaN, max: Infinity } } } },
    { sort: [{ column: '', descending: true }], selection: [''], weights: { '': 1, a: Number.NaN } },
  ];
  for (const view of dropped) {
    it(`${JSON.stringify(view)} is empty`, () => {
      expect(writeView(view)).to.equal('');
    });
  }

  it('tells only what differs from its defaults', () => {
    const defaults: View = {
      sort: [{ column: 'price', descending: false }],
      filter: { search: 'zinc', choices: { a: ['b'] } },
      selection: ['c'],
      layout: 'matrix',
      onlyDifferences: true,
      weights: { d: 1 },
    };
    expect(writeView(defaults, defaults)).to.equal('');
    expect(writeView({}, defaults)).to.equal('');
    expect(writeView({ layout: 'table', filter: { search: 'zinc' } }, defaults)).to.equal('q=zinc&layout=table');
    const bare: View = { sort: [], filter: {}, selection: [], layout: 'cards', onlyDifferences: false, weights: {} };
    const text = writeView(bare, defaults);
    expect(text).to.equal('sort=&q=&compare=&layout=cards&diff=0&weights=');
    expect({ ...defaults, ...parseView(text) }).to.deep.equal(bare);
  });

  it('writes half a surrogate pair as U+FFFD', () => {
    expect(parseView(writeView({ selection: ['a\ud800b'] }))).to.deep.equal({ selection: ['a\ufffdb'] });
  });
});

const nasty = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'sort',
  'q',
  'f.x',
  'r.',
  '-',
  '--',
  '-x',
  '+',
  '%',
  '%2C',
  '%ZZ',
  '&',
  '=',
  '&q=x',
  ';',
  ',',
  ':',
  '..',
  '.',
  '1..2',
  '?',
  '#',
  '/',
  '\\',
  ' ',
  '\t',
  '\n',
  '\0',
  '"',
  "'",
  '<script>',
  '`',
  '{}',
  '[]',
  'g6:',
  '&g6:q=1',
  '?g6-a:',
  '東京',
  'مرحبا',
  'שלום',
  'ﬁ',
  'İ',
  '😀',
  '👩‍👩‍👧',
  'e\u0301',
  '\u202e',
  '\ufeff',
  '\u2028',
  '_',
  '~',
  '!',
];
const text = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.array(fc.constantFrom(...nasty), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
);
// What JSON can hold: no NaN, no infinity, no negative zero.
const number = fc
  .oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: 0, max: 1000 }).map((n) => n / 100),
  )
  .map((value) => value + 0);
const dictionary = <T>(value: fc.Arbitrary<T>) =>
  fc.dictionary(text, value, { minKeys: 1, maxKeys: 4, noNullPrototype: true });
const texts = fc.array(text, { minLength: 1, maxLength: 4 });
const interval = fc.oneof(
  fc.record({ min: number }),
  fc.record({ max: number }),
  fc.record({ min: number, max: number }),
);
/** An object with at least one of the members. */
const members = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(model, { requiredKeys: [] }).filter((value) => Object.keys(value).length > 0);
const view: fc.Arbitrary<View> = fc.record(
  {
    sort: fc.array(fc.record({ column: text, descending: fc.boolean() }), { minLength: 1, maxLength: 3 }),
    filter: members({
      search: text,
      choices: dictionary(fc.uniqueArray(text, { minLength: 1, maxLength: 4 })),
      ranges: dictionary(interval),
    }),
    layout: fc.constantFrom('table' as const, 'cards' as const, 'matrix' as const),
    selection: texts,
    onlyDifferences: fc.constant(true),
    weights: dictionary(number),
  },
  { requiredKeys: [] },
);
/** The characters of a fragment, RFC 3986, section 3.5. */
const isFragment = (fragment: string): boolean => /^(?:[\w.~!$&'()*+,;=:@/?-]|%[\dA-F]{2})*$/.test(fragment);

describe('for any view', () => {
  it('what is written reads as it was', () => {
    fc.assert(
      fc.property(view, (given) => {
        expect(parseView(writeView(given))).to.deep.equal(given);
      }),
      { numRuns: 1000 },
    );
  });

  it('what is written over any defaults reads as it was over them', () => {
    fc.assert(
      fc.property(view, view, (given, defaults) => {
        const whole = { ...defaults, ...given };
        expect({ ...defaults, ...parseView(writeView(whole, defaults)) }).to.deep.equal(whole);
      }),
    );
  });

  it('what is written is a fragment, and its end survives those who look for links in texts', () => {
    fc.assert(
      fc.property(view, (given) => {
        const written = writeView(given);
        expect(written).to.satisfy(isFragment);
        expect(parseView(written.replace(/[?!.,:*_~'");]+$/, ''))).to.deep.equal(given);
      }),
    );
  });

  it('any text reads as some view that JSON can hold', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom(...nasty, 'sort=', 'q=', 'f.a=', 'r.a=', 'weights=', 'compare='))
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(anything, (anyText) => {
        const read = parseView(anyText);
        expect(JSON.parse(JSON.stringify(read))).to.deep.equal(read);
      }),
    );
  });
});

describe('a fragment', () => {
  const zinc: View = { filter: { search: 'zinc' }, layout: 'matrix' };
  const table: readonly (readonly [hash: string, key: string, written: string])[] = [
    ['', '', '#g6:q=zinc;layout=matrix'],
    ['#', '', '#g6:q=zinc;layout=matrix'],
    ['', 'top', '#g6-top:q=zinc;layout=matrix'],
    ['#section-2', '', '#section-2&g6:q=zinc;layout=matrix'],
    ['#/route?x=1', '', '#/route?x=1&g6:q=zinc;layout=matrix'],
    ['#/route', '', '#/route?g6:q=zinc;layout=matrix'],
    ['#!foo', 'a', '#!foo?g6-a:q=zinc;layout=matrix'],
    ['#a=1&b=2', '', '#a=1&b=2&g6:q=zinc;layout=matrix'],
    ['#a=1&', '', '#a=1&&g6:q=zinc;layout=matrix'],
    ['#g6-b:sort=x', 'a', '#g6-b:sort=x&g6-a:q=zinc;layout=matrix'],
    ['#g6:sort=x&b=2', '', '#g6:q=zinc;layout=matrix&b=2'],
    ['#a&g6:sort=x&b=2', '', '#a&g6:q=zinc;layout=matrix&b=2'],
    ['#a&g6:sort=x&b&g6:q=y', '', '#a&g6:q=zinc;layout=matrix&b'],
    ['#/r?g6:sort=x&b', '', '#/r?g6:q=zinc;layout=matrix&b'],
    ['', 'größe 1', '#g6-gr%C3%B6%C3%9Fe+1:q=zinc;layout=matrix'],
  ];
  for (const [hash, key, written] of table) {
    it(`“${hash}” with the view of “${key}” is “${written}”`, () => {
      expect(writeFragment(hash, key, zinc)).to.equal(written);
      expect(readFragment(written, key)).to.deep.equal(zinc);
      expect(readFragment(written.slice(1), key)).to.deep.equal(zinc);
    });
  }

  const removed: readonly (readonly [hash: string, left: string])[] = [
    ['', ''],
    ['#', '#'],
    ['#g6:q=x', ''],
    ['#g6:q=x&b=2', '#b=2'],
    ['#g6:q=x&a&b', '#a&b'],
    ['#g6:q=x&g6-b:q=y', '#g6-b:q=y'],
    ['#g6:q=x&g6:q=y&b', '#b'],
    ['#a&g6:q=x', '#a'],
    ['#a&g6:q=x&b', '#a&b'],
    ['#/r?g6:q=x', '#/r'],
    ['#/r?g6:q=x&g6-b:q=y', '#/r?g6-b:q=y'],
    ['#/r?&g6:q=x', '#/r?'],
    ['#g6', '#g6'],
    ['#my-g6:q=x', '#my-g6:q=x'],
    ['#g6x:q=x&xg6:q=y', '#g6x:q=x&xg6:q=y'],
  ];
  for (const [hash, left] of removed) {
    it(`“${hash}” without a view is “${left}”`, () => {
      expect(writeFragment(hash, '', {})).to.equal(left);
    });
  }

  it('reads nothing of another table, and nothing from a host’s own parameters', () => {
    for (const hash of ['', '#', '#q=zinc', '#/r?q=zinc&sort=x', '#g6-a:q=zinc', '#g6-b-a:q=zinc', '#xg6-b:q=zinc']) {
      expect(readFragment(hash, ''), hash).to.deep.equal({});
      expect(readFragment(hash, 'b'), hash).to.deep.equal({});
    }
  });

  it('tells only what differs from the defaults', () => {
    expect(writeFragment('#a', '', zinc, { layout: 'matrix' })).to.equal('#a&g6:q=zinc');
    expect(writeFragment('#a&g6:q=x', '', zinc, zinc)).to.equal('#a');
  });

  const host = fc
    .oneof(
      fc.constantFrom(
        '',
        'section-2',
        '/route?x=1',
        '/route',
        '!foo',
        'a=1&b=2',
        '&',
        '?',
        '&&',
        '?&',
        'a&',
        '/?',
        '!',
        '#',
      ),
      fc.string({ unit: 'grapheme' }),
      fc
        .array(fc.constantFrom('&', '?', '#', '/', '!', '=', 'g6', '-', 'a', ';', '%20', ' '))
        .map((parts) => parts.join('')),
    )
    .filter((fragment) => !/(?:^|[&?])g6(?:-[^&?]*)?:/.test(fragment));
  const key = fc.oneof(fc.constantFrom('', 'top', 'a', 'a-b'), text);

  it('of any host stays as it is, whatever views come and go in any order', () => {
    const step = fc.record({ key, view: fc.oneof(view, fc.constant({})) });
    fc.assert(
      fc.property(host, fc.array(step, { minLength: 1, maxLength: 6 }), (fragment, steps) => {
        const before = fragment && `#${fragment}`;
        let hash = before;
        const views = new Map<string, View>();
        for (const { key: name, view: next } of steps) {
          hash = writeFragment(hash, name, next);
          views.set(name, next);
          expect(hash.startsWith(before), hash).to.equal(true);
          for (const [known, shown] of views) expect(readFragment(hash, known)).to.deep.equal(shown);
          expect(writeFragment(hash, name, next)).to.equal(hash);
        }
        for (const name of views.keys()) hash = writeFragment(hash, name, {});
        expect(hash).to.equal(before);
      }),
      { numRuns: 500 },
    );
  });
});
