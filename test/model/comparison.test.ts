/** What is read from a document and what is said about it: the contract's rules, tolerance, caps, hostile input. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { type Comparison, type ReadOptions, type ReadResult, readComparison } from '../../src/model/comparison.js';
import type { Diagnostic, DiagnosticCode } from '../../src/model/diagnostic.js';
import { orderProducts } from '../../src/model/order.js';
import { scoreProducts } from '../../src/model/rank.js';
import { showContributions } from '../../src/model/score.js';
import { leakyGut } from '../fixtures/leaky-gut.js';

function comparisonOf(document: unknown, options?: ReadOptions): Comparison {
  const { comparison, diagnostics } = readComparison(document, options);
  if (!comparison) throw new Error(diagnostics.map(({ message }) => message).join(' '));
  return comparison;
}

/** A comparison's own data without prototypes, as deep equality wants it. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null');

type Found = readonly [severity: Diagnostic['severity'], code: DiagnosticCode, path: string];

const foundIn = (document: unknown, options?: ReadOptions): Found[] =>
  readComparison(document, options).diagnostics.map(({ severity, code, path }) => [severity, code, path] as const);

/** One product that nothing is wrong with, and these members besides. */
const withMembers = (members: object): object => ({ products: ['A'], ...members });
const withProduct = (members: object): object => ({ products: [{ name: 'A', ...members }] });
const withSpecs = (...specs: readonly unknown[]): object => ({
  products: specs.map((x, index) => ({ name: `P${index}`, specs: { x } })),
});
const criteria = [
  { id: 'a', label: 'Alpha', weight: 60 },
  { id: 'b', label: 'Beta', weight: 40 },
];
const withRubric = (rubric: object, scores: object = { a: 8, b: 9 }): object => ({
  rubric: { criteria, ...rubric },
  products: [{ name: 'A', scores }],
});
const withOffer = (offer: object, members: object = {}): object => ({
  ...members,
  products: [{ name: 'A', offers: [offer] }],
});

const withPaid = (...values: readonly unknown[]): object => ({
  disclosure: 'I earn.',
  products: [{ name: 'A', offers: values.map((paid) => ({ paid })) }],
});

const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = level % 2 ? { x: value } : [value];
  return value;
};

const day = 86_400_000;
const noon = Date.parse('2026-04-30T12:00:00Z');

const sentenceless = (message: string): boolean =>
  !/^\S.*\.$/s.test(message) || message.includes('\n') || /undefined|\[object|NaN/.test(message);

describe('the article', () => {
  const { comparison, diagnostics } = readComparison(leakyGut);

  it('is told its three wrong headlines, its two columns of mixed amounts and the dose that is none', () => {
    expect(diagnostics.map(({ severity, code, path }) => [severity, code, path])).to.deep.equal([
      ['warning', 'mixed-units', '/columns/1'],
      ['info', 'value-unreadable', '/products/3/specs/dose'],
      ['warning', 'mixed-units', '/columns/3'],
      ['warning', 'score-mismatch', '/products/0/statedScore'],
      ['warning', 'score-mismatch', '/products/2/statedScore'],
      ['warning', 'score-mismatch', '/products/3/statedScore'],
    ]);
  });

  const facts = [
    ['“Dose”', '“5g/scoop”', '“75mg”'],
    ['“Various”', 'quantity'],
    ['“Price/Serving”', '“~$0.50/10g”', '“~$0.80”'],
    ['“Thorne L-Glutamine”', '8.7', '9.0', '8.975'],
    ['“Sovereign Colostrum-LD”', '8.2', '8.0'],
    ['“Ora Trust Your Gut”', '7.3', '7.5', '7.475'],
  ];
  for (const [index, words] of facts.entries()) {
    it(`is told of ${words.join(', ')}`, () => {
      for (const word of words) expect(diagnostics[index]?.message).to.include(word);
    });
  }

  it('keeps its members', () => {
    expect(comparison?.title).to.equal(leakyGut.title);
    expect(comparison?.version).to.equal(1);
    expect(comparison?.language).to.equal('en');
    expect(comparison?.currency).to.equal('USD');
    expect(comparison?.rubric?.name).to.equal('G6 Composite Score');
    expect(plain(comparison?.rubric?.criteria)).to.deep.equal(leakyGut.rubric.criteria);
    expect(comparison?.products.map(({ id }) => id)).to.deep.equal(leakyGut.products.map(({ id }) => id));
    expect(comparison?.products.map(({ statedScore }) => statedScore)).to.deep.equal(['8.7', '8.6', '8.2', '7.3']);
    expect(plain(comparison?.products[1]?.specs)).to.deep.equal(leakyGut.products[1]?.specs);
    expect(plain(comparison?.products[0]?.sources)).to.deep.equal(leakyGut.products[0]?.sources);
    expect(comparison?.products[2]?.bestFor).to.equal('Post-antibiotic; immune reset');
    expect(comparison?.columns.map(({ id, label, type }) => [id, label, type])).to.deep.equal([
      ['ingredient', 'Primary Ingredient', 'text'],
      ['dose', 'Dose', 'quantity'],
      ['certification', 'Certification', 'list'],
      ['price', 'Price/Serving', 'price'],
    ]);
  });

  it('reads the same from its JSON text', () => {
    const fromText = readComparison(JSON.stringify(leakyGut));
    expect(plain(fromText)).to.deep.equal(plain({ comparison, diagnostics }));
  });

  it('reads the same with a byte order mark and white space around it', () => {
    expect(plain(readComparison(`\ufeff \n${JSON.stringify(leakyGut)}\n\t`))).to.deep.equal(
      plain({ comparison, diagnostics }),
    );
  });
});

describe('a document that cannot be used at all', () => {
  const cases: readonly (readonly [what: string, input: unknown, code: DiagnosticCode, path?: string])[] = [
    ['empty text', '', 'invalid-json'],
    ['white space', ' \n ', 'invalid-json'],
    ['cut JSON', '{"products": [{"name": "A"', 'invalid-json'],
    ['an HTML page', '<!doctype html><title>404</title>', 'invalid-json'],
    ['curly quotes', '{“products”: [“A”]}', 'invalid-json'],
    ['quotes as entities', '{&quot;products&quot;: []}', 'invalid-json'],
    ['a trailing comma', '{"products": ["A",]}', 'invalid-json'],
    ['a single quote', "{'products': ['A']}", 'invalid-json'],
    ['a list as text', '[]', 'not-an-object'],
    ['null as text', 'null', 'not-an-object'],
    ['a number as text', '1', 'not-an-object'],
    ['a text as text', '"A"', 'not-an-object'],
    ['true as text', 'true', 'not-an-object'],
    ['a list', [{ products: ['A'] }], 'not-an-object'],
    ['null', null, 'not-an-object'],
    ['nothing', undefined, 'not-an-object'],
    ['not a number', Number.NaN, 'not-an-object'],
    ['a number', 1, 'not-an-object'],
    ['a big integer', 10n, 'not-an-object'],
    ['a symbol', Symbol('products'), 'not-an-object'],
    ['a function', () => ({ products: undefined }), 'not-an-object'],
    ['an empty object', {}, 'no-products', '/products'],
    ['products of null', { products: null }, 'no-products', '/products'],
    ['an empty list of products', { products: [] }, 'no-products', '/products'],
    ['a date', new Date(0), 'no-products', '/products'],
    ['a map', new Map([['products', ['A']]]), 'no-products', '/products'],
    ['version 2', { version: 2, products: ['A'] }, 'unknown-version', '/version'],
    ['version “2”', { version: '2', products: ['A'] }, 'unknown-version', '/version'],
    ['version 1.5', { version: 1.5, products: ['A'] }, 'unknown-version', '/version'],
    ['a version that is an object', { version: {}, products: ['A'] }, 'unknown-version', '/version'],
  ];
  for (const [what, input, code, path = ''] of cases) {
    it(`of ${what} is ${code}, and nothing else`, () => {
      const result = readComparison(input);
      expect(result).to.have.all.keys('diagnostics');
      expect(result.diagnostics.map((each) => [each.severity, each.code, each.path])).to.deep.equal([
        ['error', code, path],
      ]);
      expect(result.diagnostics.map(({ message }) => message).filter(sentenceless)).to.deep.equal([]);
    });
  }

  it('has products without a name only', () => {
    expect(foundIn({ products: [{ brand: 'A' }, { name: '' }] })).to.deep.equal([
      ['error', 'name-missing', '/products/0'],
      ['error', 'name-missing', '/products/1'],
      ['error', 'no-products', '/products'],
    ]);
  });

  const hints: readonly (readonly [what: string, input: unknown, hint: string])[] = [
    ['curly quotes', '{“products”: [“A”]}', 'CMS changed the quotes'],
    ['quotes as entities', '{&quot;products&quot;: []}', 'CMS changed the quotes'],
    ['quotes as curly entities', '{&ldquo;products&rdquo;: []}', 'CMS changed the quotes'],
    ['quotes that are curly at the end only', '{"products": ["A”]}', 'CMS changed the quotes'],
    ['single curly quotes', '{‘products’: [‘A’]}', 'CMS changed the quotes'],
    ['quotes that became marks of inches', '{″products″: [″A″]}', 'CMS changed the quotes'],
    ['curly quotes inside of text before another mistake', '{"products": ["A: “a”",]}', 'not valid JSON'],
    ['columns by their ids', { columns: { x: {} }, products: ['A'] }, 'in a list'],
    ['an HTML page', '<html></html>', 'HTML page'],
    ['a fragment of HTML', '<p class="error">Not found</p>', 'HTML page'],
    ['an HTML page with data in it', '<html><title>Shop</title><script>{"products": []}</script>', 'HTML page'],
    ['line breaks of a CMS', '{<br />\n"products": ["A"]<br />\n}', 'CMS put HTML into the JSON'],
    ['paragraphs of a CMS', '<p>{ "products": [</p>\n<p>"A"] }</p>', 'CMS put HTML into the JSON'],
    ['a list in a block of code', '<pre><code>[{ "name": "A" }]</code></pre>', 'CMS put HTML into the JSON'],
    ['paragraphs and curly quotes of a CMS', '<p>{ “products”: [“A”] }</p>', 'CMS changed the quotes'],
    ['tags inside of text before another mistake', '{"products": ["A <br> b",]}', 'not valid JSON'],
    ['empty text', '', 'no JSON'],
    ['an unknown version', { version: 2, products: ['A'] }, 'version 1'],
    ['a list', [], 'a list'],
  ];
  for (const [what, input, hint] of hints) {
    it(`of ${what} is told “${hint}”`, () => {
      expect(readComparison(input).diagnostics[0]?.message).to.include(hint);
    });
  }
});

describe('diagnostics', () => {
  const scored = { a: 8, b: 9 };
  const cases: readonly (readonly [what: string, document: unknown, found: readonly Found[], options?: ReadOptions])[] =
    [
      ['nothing but a name', withMembers({}), []],
      ['a version', withMembers({ version: 1 }), []],
      ['a version in quotes', withMembers({ version: '1' }), [['warning', 'wrong-type', '/version']]],

      ['a title that is a list', withMembers({ title: ['A'] }), [['error', 'wrong-type', '/title']]],
      ['a title that is true', withMembers({ title: true }), [['error', 'wrong-type', '/title']]],
      ['a title of null', withMembers({ title: null }), []],
      ['a product that is a number', { products: [1, 'A'] }, []],
      [
        'a product that is true',
        { products: [true, 'A'] },
        [
          ['error', 'wrong-type', '/products/0'],
          ['error', 'name-missing', '/products/0'],
        ],
      ],
      ['a product that is a list', { products: [['A'], 'A'] }, [['error', 'wrong-type', '/products/0']]],
      [
        'a name that is an object',
        { products: [{ name: {} }, 'A'] },
        [
          ['error', 'wrong-type', '/products/0/name'],
          ['error', 'name-missing', '/products/0'],
        ],
      ],
      ['specs that are a list', withProduct({ specs: ['5 g'] }), [['error', 'wrong-type', '/products/0/specs']]],
      ['scores that are text', withProduct({ scores: '9' }), [['error', 'wrong-type', '/products/0/scores']]],
      ['one text where pros belong', withProduct({ pros: 'Cheap' }), []],
      ['an object among pros', withProduct({ pros: ['Cheap', {}] }), [['error', 'wrong-type', '/products/0/pros/1']]],
      [
        'an image width in quotes',
        withProduct({ image: { src: 'a.png', width: '320' } }),
        [['warning', 'wrong-type', '/products/0/image/width']],
      ],
      [
        'a key with a slash and a tilde',
        withRubric({}, { ...scored, 'x/y~z': 1 }),
        [['warning', 'unknown-criterion', '/products/0/scores/x~1y~0z']],
      ],
      [
        'a year that is a word',
        withProduct({ sources: [{ year: 'last' }] }),
        [['error', 'wrong-type', '/products/0/sources/0/year']],
      ],
      [
        'paid in words that deny nothing',
        withPaid('true', 'yes', 'paid', 1, {}, []),
        [0, 1, 2, 3, 4, 5].map((index) => ['warning', 'wrong-type', `/products/0/offers/${index}/paid`]),
      ],
      [
        'paid in words that deny it',
        withPaid('false', ' No ', 0, ''),
        [0, 1, 2, 3].map((index) => ['warning', 'wrong-type', `/products/0/offers/${index}/paid`]),
      ],
      [
        'paid in quotes without a disclosure',
        withOffer({ paid: 'true' }),
        [
          ['warning', 'wrong-type', '/products/0/offers/0/paid'],
          ['error', 'missing-disclosure', '/disclosure'],
        ],
      ],
      [
        'a column of an unknown type',
        withMembers({ columns: [{ id: 'x', type: 'colour' }] }),
        [['error', 'wrong-type', '/columns/0/type']],
      ],
      ['an unknown way of missing', withRubric({ missing: 'zero' }), [['error', 'wrong-type', '/rubric/missing']]],
      ['a language that is none', withMembers({ language: 'en_US!' }), [['error', 'wrong-type', '/language']]],
      ['a currency that is a sign', withMembers({ currency: '$' }), [['error', 'wrong-type', '/currency']]],
      ['a currency in small letters', withMembers({ currency: 'usd' }), [['error', 'wrong-type', '/currency']]],
      ['an updated that is a word', withMembers({ updated: 'yesterday' }), [['error', 'wrong-type', '/updated']]],
      ['an author that is a name', withMembers({ author: 'Ann' }), []],
      [
        'an author without an address',
        withMembers({ author: { name: 'Ann', url: 'mailto:a@b.example' } }),
        [['error', 'unsafe-url', '/author/url']],
      ],

      [
        'two products of one id',
        {
          products: [
            { id: 'x', name: 'A' },
            { id: 'x', name: 'B' },
          ],
        },
        [['error', 'duplicate-id', '/products/1/id']],
      ],
      ['two products of one name', { products: ['A', 'A'] }, []],
      [
        'two criteria of one id',
        { rubric: { criteria: [...criteria, { id: 'a', weight: 0 }] }, products: [{ name: 'A', scores: scored }] },
        [['error', 'duplicate-id', '/rubric/criteria/2']],
      ],
      [
        'a criterion without id and label',
        { rubric: { criteria: [...criteria, { weight: 0 }] }, products: [{ name: 'A', scores: scored }] },
        [['error', 'wrong-type', '/rubric/criteria/2']],
      ],
      [
        'two columns of one id',
        withMembers({ columns: ['x', { id: 'x', type: 'number' }] }),
        [['error', 'duplicate-id', '/columns/1']],
      ],
      [
        'a column without id and label',
        withMembers({ columns: [{ type: 'number' }] }),
        [['error', 'wrong-type', '/columns/0']],
      ],
      [
        'columns by their ids',
        withMembers({ columns: { x: { type: 'number' } } }),
        [['error', 'wrong-type', '/columns']],
      ],

      ['a rubric in order', withRubric({}), []],
      [
        'a score of no criterion',
        withRubric({}, { ...scored, c: 5 }),
        [['warning', 'unknown-criterion', '/products/0/scores/c']],
      ],
      [
        'a score without a rubric',
        withProduct({ scores: { a: 5 } }),
        [['warning', 'unknown-criterion', '/products/0/scores/a']],
      ],
      [
        'a score above the scale',
        withRubric({}, { a: 8, b: 10.1 }),
        [['error', 'score-out-of-range', '/products/0/scores/b']],
      ],
      [
        'a score below the scale',
        withRubric({ scale: { min: 1, max: 5 } }, { a: 5, b: 0 }),
        [['error', 'score-out-of-range', '/products/0/scores/b']],
      ],
      [
        'a score above the scale beside one that is missing',
        withRubric({}, { b: 11 }),
        [
          ['error', 'score-out-of-range', '/products/0/scores/b'],
          ['warning', 'score-missing', '/products/0/scores'],
        ],
      ],
      [
        'a score that is an object above the scale',
        withRubric({}, { a: 8, b: { value: 11, note: 'Wow' } }),
        [['error', 'score-out-of-range', '/products/0/scores/b']],
      ],
      ['scores at both ends of the scale', withRubric({ scale: { min: -5, max: 5 } }, { a: -5, b: 5 }), []],
      ['a score of null', withRubric({}, { a: 8, b: null }), [['warning', 'score-missing', '/products/0/scores']]],
      ['a score that is not there', withRubric({}, { a: 8 }), [['warning', 'score-missing', '/products/0/scores']]],
      [
        'a score without a value',
        withRubric({}, { a: 8, b: { note: 'Not tested' } }),
        [['warning', 'score-missing', '/products/0/scores']],
      ],
      [
        'a missing score that weighs nothing',
        withRubric(
          {
            criteria: [
              { id: 'a', weight: 100 },
              { id: 'b', weight: 0 },
            ],
          },
          { a: 8 },
        ),
        [],
      ],
      ['no scores at all', withRubric({}, {}), [['warning', 'score-missing', '/products/0/scores']]],
      ['a score in quotes', withRubric({}, { a: 8, b: '9.5' }), [['warning', 'wrong-type', '/products/0/scores/b']]],
      ['a score in words', withRubric({}, { a: 8, b: 'good' }), [['error', 'wrong-type', '/products/0/scores/b']]],
      [
        'a score whose value is in words',
        withRubric({}, { a: 8, b: { value: 'good' } }),
        [['error', 'wrong-type', '/products/0/scores/b/value']],
      ],
      [
        'a score with a malformed source',
        withRubric({}, { a: 8, b: { value: 9, sources: [{ doi: 'x' }] } }),
        [['error', 'doi-malformed', '/products/0/scores/b/sources/0/doi']],
      ],

      [
        'a scale upside down',
        withRubric({ scale: { min: 10, max: 0 } }),
        [['error', 'scale-invalid', '/rubric/scale']],
      ],
      [
        'a scale of one point',
        withRubric({ scale: { min: 5, max: 5 } }),
        [['error', 'scale-invalid', '/rubric/scale']],
      ],
      ['decimals of 1.5', withRubric({ decimals: 1.5 }), [['error', 'wrong-type', '/rubric/decimals']]],
      ['decimals of -1', withRubric({ decimals: -1 }), [['error', 'wrong-type', '/rubric/decimals']]],
      ['decimals of 5', withRubric({ decimals: 5 }), [['error', 'wrong-type', '/rubric/decimals']]],
      ['decimals of 4', withRubric({ decimals: 4 }), []],

      [
        'weights that sum to 1',
        withRubric(
          {
            criteria: [
              { id: 'a', weight: 0.7 },
              { id: 'b', weight: 0.1 },
              { id: 'c', weight: 0.2 },
            ],
          },
          { ...scored, c: 1 },
        ),
        [],
      ],
      [
        'weights that sum to 7',
        withRubric({
          criteria: [
            { id: 'a', weight: 3 },
            { id: 'b', weight: 4 },
          ],
        }),
        [['warning', 'weights-sum', '/rubric/criteria']],
      ],
      [
        'weights that sum to 99.99',
        withRubric({
          criteria: [
            { id: 'a', weight: 66.66 },
            { id: 'b', weight: 33.33 },
          ],
        }),
        [['warning', 'weights-sum', '/rubric/criteria']],
      ],
      [
        'a weight below zero',
        withRubric({
          criteria: [
            { id: 'a', weight: 100 },
            { id: 'b', weight: -1 },
          ],
        }),
        [['error', 'weight-invalid', '/rubric/criteria/1/weight']],
      ],
      [
        'a criterion without a weight',
        withRubric({ criteria: [{ id: 'a', weight: 100 }, { id: 'b' }] }),
        [['error', 'weight-invalid', '/rubric/criteria/1/weight']],
      ],
      [
        'weights of zero only',
        withRubric({
          criteria: [
            { id: 'a', weight: 0 },
            { id: 'b', weight: 0 },
          ],
        }),
        [['error', 'weight-invalid', '/rubric/criteria']],
      ],
      [
        'a weight in quotes',
        withRubric({
          criteria: [
            { id: 'a', weight: '60' },
            { id: 'b', weight: 40 },
          ],
        }),
        [['warning', 'wrong-type', '/rubric/criteria/0/weight']],
      ],
      [
        'a band without a label',
        withRubric({ bands: [{ from: 8 }, { from: 5, label: 'Fair' }] }),
        [['error', 'wrong-type', '/rubric/bands/0']],
      ],
      [
        'a band without a start',
        withRubric({ bands: [{ from: 5, label: 'Fair' }, { label: 'Good' }] }),
        [['error', 'wrong-type', '/rubric/bands/1']],
      ],

      [
        'a headline that agrees',
        { ...withRubric({}), products: [{ name: 'A', scores: scored, statedScore: 8.4 }] },
        [],
      ],
      [
        'a headline that does not',
        { ...withRubric({}), products: [{ name: 'A', scores: scored, statedScore: '8.5' }] },
        [['warning', 'score-mismatch', '/products/0/statedScore']],
      ],
      ['a headline without scores', withProduct({ statedScore: 8.5 }), []],

      ['doses on two bases', withSpecs('5 g', '5 g/scoop'), [['warning', 'mixed-units', '/products/1/specs/x']]],
      [
        'amounts of two kinds in a declared column',
        { ...withSpecs('5 g', '5 ml'), columns: ['x'] },
        [['warning', 'mixed-units', '/columns/0']],
      ],
      ['prices of two currencies', withSpecs('$5', '€5'), [['warning', 'mixed-units', '/products/1/specs/x']]],
      ['doses of one kind', withSpecs('5 g', '500 mg', null), []],
      [
        'amounts of two kinds in a column of text',
        { ...withSpecs('5 g', '5 ml'), columns: [{ id: 'x', type: 'text' }] },
        [],
      ],
      ['a word among amounts', withSpecs('5 g', '6 g', 'lots'), [['info', 'value-unreadable', '/products/2/specs/x']]],
      [
        'words in a column of dates',
        { ...withSpecs('2026-01-01', 'soon'), columns: [{ id: 'x', type: 'date' }] },
        [['info', 'value-unreadable', '/products/1/specs/x']],
      ],

      [
        'an address that runs a script',
        withProduct({ url: 'javascript:alert(1)' }),
        [['error', 'unsafe-url', '/products/0/url']],
      ],
      [
        'an unsafe address of a spec',
        withSpecs({ text: 'More', url: 'javascript:alert(1)' }),
        [['error', 'unsafe-url', '/products/0/specs/x/url']],
      ],
      ['an address that is a number', withProduct({ url: 5 }), [['error', 'wrong-type', '/products/0/url']]],

      ['paid offers without a disclosure', withOffer({ paid: true }), [['error', 'missing-disclosure', '/disclosure']]],
      ['paid offers with a disclosure', withOffer({ paid: true }, { disclosure: 'I earn.' }), []],
      ...['\u200b', '\u2060\u200d', '\u00ad', '\ufeff \u034f', '\u3164', '\ufe0f\u{e0001}'].map(
        (disclosure): readonly [string, object, readonly Found[]] => [
          `paid offers with a disclosure that nobody sees, ${JSON.stringify(disclosure)} (${disclosure.codePointAt(0)})`,
          withOffer({ paid: true }, { disclosure }),
          [['error', 'missing-disclosure', '/disclosure']],
        ],
      ),
      [
        'a disclosure with what is not seen in it',
        withOffer({ paid: true }, { disclosure: 'I\u00ad earn\u200b.' }),
        [],
      ],
      ['a name that nobody sees', { products: ['A', '\u200b'] }, [['error', 'name-missing', '/products/1']]],
      ['unpaid offers without a disclosure', withOffer({ paid: false }), []],
      ['a price without a date', withOffer({ price: '$5' }), [['warning', 'price-undated', '/products/0/offers/0']]],
      ['a date without a price', withOffer({ asOf: '2000-01-01' }), [], { now: noon }],
      ['a price of 24 hours ago', withOffer({ price: '$5', asOf: '2026-04-29T12:00:00Z' }), [], { now: noon }],
      [
        'a price of a little more than 24 hours ago',
        withOffer({ price: '$5', asOf: '2026-04-29T12:00:00Z' }),
        [['warning', 'price-stale', '/products/0/offers/0/asOf']],
        { now: noon + 1 },
      ],
      [
        'a price of a day 30 days ago',
        withOffer({ price: '$5', asOf: '2026-04-30' }),
        [],
        { now: Date.parse('2026-04-30') + 30 * day },
      ],
      [
        'a price of a day a little more than 30 days ago',
        withOffer({ price: '$5', asOf: '2026-04-30' }),
        [['warning', 'price-stale', '/products/0/offers/0/asOf']],
        { now: Date.parse('2026-04-30') + 30 * day + 1 },
      ],
      ['a price of tomorrow', withOffer({ price: '$5', asOf: '2026-05-01' }), [], { now: noon }],
      [
        'a price of next year',
        withOffer({ price: '$5', asOf: '2027-04-30' }),
        [['warning', 'price-stale', '/products/0/offers/0/asOf']],
        { now: noon },
      ],
      ['a price of next year, and no clock', withOffer({ price: '$5', asOf: '2027-04-30' }), []],
      ['an old price, and no clock', withOffer({ price: '$5', asOf: '2000-01-01' }), []],

      ['a DOI', withProduct({ sources: [{ doi: '10.1136/gut.2006.102863' }] }), []],
      [
        'a DOI of no registrant',
        withProduct({ sources: [{ doi: '10./x' }] }),
        [['error', 'doi-malformed', '/products/0/sources/0/doi']],
      ],
      ['a PubMed number', withProduct({ sources: [{ pmid: 19627751 }] }), []],
      [
        'a PubMed number of nine digits',
        withProduct({ sources: [{ pmid: '196277510' }] }),
        [['error', 'pmid-malformed', '/products/0/sources/0/pmid']],
      ],
      [
        'a PubMed number that begins with a zero',
        withProduct({ sources: [{ pmid: '01962775' }] }),
        [['error', 'pmid-malformed', '/products/0/sources/0/pmid']],
      ],
      [
        'a source of next year',
        withProduct({ sources: [{ doi: '10.1136/x', year: new Date(noon).getUTCFullYear() + 1 }] }),
        [],
        { now: noon },
      ],
      [
        'a source of the year after next',
        withProduct({ sources: [{ doi: '10.1136/x', year: new Date(noon).getUTCFullYear() + 2 }] }),
        [['warning', 'year-invalid', '/products/0/sources/0/year']],
        { now: noon },
      ],
      [
        'a source of two digits',
        withProduct({ sources: [{ title: 'A leaflet', year: 19 }] }),
        [['warning', 'year-invalid', '/products/0/sources/0/year']],
      ],
      [
        'a paper of two years',
        withRubric(
          {},
          {
            a: { value: 8, sources: [{ doi: '10.1136/GUT.1', year: 2007 }] },
            b: { value: 9, sources: [{ doi: 'doi:10.1136/gut.1', pmid: 7, year: 2006 }] },
          },
        ),
        [['warning', 'year-mismatch', '/products/0/scores/b/sources/0/year']],
      ],
      [
        'a paper named twice with one year, and once without',
        withProduct({ sources: [{ pmid: 7, year: 2007 }, { pmid: 'PMID: 7', year: 2007 }, { pmid: 7 }] }),
        [],
      ],
    ];
  for (const [what, document, found, options] of cases) {
    it(`of ${what}: ${found.map(([severity, code, path]) => `${severity} ${code} at ${path}`).join(', ') || 'none'}`, () => {
      const { comparison, diagnostics } = readComparison(document, options);
      expect(diagnostics.map(({ severity, code, path }) => [severity, code, path])).to.deep.equal(found);
      expect(comparison?.products.at(-1)?.name).to.be.a('string');
      expect(diagnostics.map(({ message }) => message).filter(sentenceless)).to.deep.equal([]);
    });
  }

  it('say of a price’s date whether it is past or in the future', () => {
    for (const [asOf, words] of [
      ['2026-01-01', 'is of 2026-01-01: '],
      ['2027-01-01', 'is of 2027-01-01, in the future: '],
    ] as const)
      expect(readComparison(withOffer({ price: '$5', asOf }), { now: noon }).diagnostics[0]?.message).to.include(words);
  });

  it('have a case here for every code', () => {
    // A code that is added to the union is a compile error here until it has a case.
    const codes: Readonly<Record<DiagnosticCode, true>> = {
      'invalid-json': true,
      'too-large': true,
      'too-deep': true,
      'not-an-object': true,
      'unknown-version': true,
      'no-products': true,
      'name-missing': true,
      'wrong-type': true,
      'duplicate-id': true,
      'unknown-criterion': true,
      'scale-invalid': true,
      'score-out-of-range': true,
      'score-missing': true,
      'score-mismatch': true,
      'weights-sum': true,
      'weight-invalid': true,
      'mixed-units': true,
      'value-unreadable': true,
      'unsafe-url': true,
      'missing-disclosure': true,
      'price-undated': true,
      'price-stale': true,
      'doi-malformed': true,
      'pmid-malformed': true,
      'year-invalid': true,
      'year-mismatch': true,
    };
    const whole = ['', [], {}, { version: 2 }, 'x'.repeat(2 ** 20 + 1), '['.repeat(33)];
    const found = [
      ...whole.flatMap((input) => foundIn(input)),
      ...foundIn({ products: [{}] }),
      ...cases.flatMap(([, document, , options]) => foundIn(document, options)),
    ];
    expect([...new Set(found.map(([, code]) => code))].sort()).to.deep.equal(Object.keys(codes).sort());
  });

  it('stay short, however long what they quote is', () => {
    const long = 'x'.repeat(5000);
    const documents = [
      { title: [], [long]: 1, products: [{ name: long, scores: { [long]: 1 }, url: `javascript:${long}` }] },
      { language: long, currency: long, updated: long, products: ['A'] },
      {
        rubric: {
          criteria: [
            { id: long, label: long, weight: -1 },
            { id: 'a', label: long, weight: 5 },
          ],
        },
        products: [{ name: long }],
      },
      { ...withRubric({}), products: [{ name: 'A', scores, statedScore: `8.${long}` }] },
      { ...withRubric({}), products: [{ name: 'A', scores, statedScore: `8.${'9'.repeat(5000)}` }] },
      withSpecs('5 g', '5 g', long),
      withOffer({ price: long, asOf: '2000-01-01' }),
      { version: long },
      () => long.repeat(0) || 'a function whose source is much longer than any message ought to be, and goes on and on',
    ];
    const messages = documents.flatMap((document) =>
      readComparison(document, { now: noon }).diagnostics.map(({ message }) => message),
    );
    expect(messages.length).to.be.above(9);
    expect(messages.filter((message) => message.length > 400).map((message) => message.slice(0, 100))).to.deep.equal(
      [],
    );
  });

  const scores = { a: 8, b: 9 };
  const headlines: readonly (readonly [stated: string, said: RegExp])[] = [
    ['8.7', /\b8\.4 /],
    ['8.70', /\b8\.40 /],
    ['9', /\b8 /],
    ['8.7/10', /\b8\.4 /],
    ['8.7 out of 10.', /\b8\.4 /],
  ];
  for (const [stated, said] of headlines) {
    it(`about the headline ${stated} say the composite at the headline’s own precision`, () => {
      const { diagnostics } = readComparison({
        ...withRubric({}),
        products: [{ name: 'A', scores, statedScore: stated }],
      });
      expect(diagnostics[0]?.message).to.match(said);
    });
  }

  it('do not break a character apart where they shorten a text', () => {
    const [diagnostic] = readComparison(withMembers({ language: `${'x'.repeat(39)}😀 and more` })).diagnostics;
    expect(diagnostic?.message).not.to.match(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });

  it('hold no character that reorders or drives what shows them', () => {
    const hostile = '\u202egnp.exe\u2066\u001b[2J\u0007';
    const { diagnostics } = readComparison({
      language: hostile,
      updated: hostile,
      products: [
        { name: 'A', url: `javascript:${hostile}`, scores: { [hostile]: 1 }, specs: { x: '5 g' } },
        { name: 'B', specs: { x: '6 g' } },
        { name: 'C', specs: { x: hostile } },
      ],
    });
    expect(diagnostics.length).to.equal(5);
    for (const { message } of diagnostics)
      expect(message).not.to.match(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\p{Cc}]/u);
  });

  it('name the boolean that is no number', () => {
    const [diagnostic] = readComparison({ ...withSpecs(true, 5), columns: [{ id: 'x', type: 'number' }] }).diagnostics;
    expect(diagnostic?.message).to.include('true');
  });
});

describe('tolerance', () => {
  it('leaves one bad member out and keeps the rest', () => {
    const bad = { nonsense: [] };
    const comparison = comparisonOf({
      title: bad,
      description: 'Kept',
      language: bad,
      currency: bad,
      author: 5,
      publisher: [bad],
      updated: bad,
      disclosure: 'Kept too',
      rubric: {
        name: bad,
        scale: { min: 'low', max: 10 },
        decimals: bad,
        missing: bad,
        criteria: [bad, { id: 'a', weight: 100, description: bad }],
        bands: [bad, { from: 9, label: 'Good' }],
      },
      columns: [{ type: bad }, { id: 'x', type: bad, label: 'X' }],
      products: [
        bad,
        {
          name: 'A',
          brand: bad,
          award: 'Kept',
          url: bad,
          image: { src: bad, alt: 'Kept' },
          specs: { x: '5 g' },
          scores: { a: 8, b: bad },
          statedScore: bad,
          pros: [bad, 'Kept'],
          cons: bad,
          offers: [{ seller: 'Kept', url: bad, price: '$5', asOf: bad, paid: bad }, 5],
          sources: [{ doi: bad, title: 'Kept' }],
        },
      ],
    });
    expect(comparison.description).to.equal('Kept');
    expect(comparison.disclosure).to.equal('Kept too');
    expect(comparison.author?.name).to.equal('5');
    const { title, language, currency, updated, publisher } = comparison;
    expect([title, language, currency, updated, publisher]).to.deep.equal(Array(5).fill(undefined));
    expect(plain(comparison.rubric)).to.deep.equal({
      scale: { min: 0, max: 10 },
      decimals: 1,
      missing: 'renormalise',
      criteria: [{ id: 'a', label: 'a', weight: 100 }],
      bands: [{ from: 9, label: 'Good' }],
    });
    expect(comparison.products.length).to.equal(1);
    const [product] = comparison.products;
    expect(plain({ ...product, cells: undefined })).to.deep.equal({
      id: 'a',
      name: 'A',
      award: 'Kept',
      image: { alt: 'Kept' },
      specs: { x: '5 g' },
      scores: { a: { value: 8 } },
      pros: ['Kept'],
      cons: [],
      offers: [{ seller: 'Kept', price: '$5', paid: true }],
      sources: [{ title: 'Kept' }],
    });
    expect(product?.cells.x?.text).to.equal('5 g');
    expect(comparison.columns.map(({ id, label, type }) => [id, label, type])).to.deep.equal([['x', 'X', 'quantity']]);
  });

  it('takes a bare value for the object it stands for', () => {
    const comparison = comparisonOf({
      author: 'Ann',
      columns: ['x'],
      rubric: { criteria: { id: 'a', weight: 100 } },
      products: ['B', { name: 'A', image: 'https://a.example/a.png', scores: { a: 9.5 }, pros: 'Cheap' }],
    });
    const [, product] = comparison.products;
    expect(comparison.author?.name).to.equal('Ann');
    expect(comparison.columns[0]?.id).to.equal('x');
    expect(comparison.rubric?.criteria.length).to.equal(1);
    expect(comparison.products[0]?.name).to.equal('B');
    expect(product?.image?.src).to.equal('https://a.example/a.png');
    expect(product?.scores.a?.value).to.equal(9.5);
    expect(product?.pros).to.deep.equal(['Cheap']);
  });

  it('keeps why a score is what it is', () => {
    const score = { value: 9.5, note: 'Tested twice', sources: [{ doi: '10.1136/gut.2006.102863' }] };
    const comparison = comparisonOf(withRubric({}, { a: score, b: 9 }));
    expect(plain(comparison.products[0]?.scores)).to.deep.equal({ a: score, b: { value: 9 } });
  });

  it('takes numbers for text, and numbers in quotes for numbers', () => {
    const comparison = comparisonOf(withRubric({ scale: { min: '0', max: ' 5.0 ' } }, { a: '4.5', b: '5' }));
    expect(comparison.rubric?.scale).to.deep.equal({ min: 0, max: 5 });
    expect(comparison.products[0]?.scores.a?.value).to.equal(4.5);
    expect(comparisonOf({ products: [{ name: 365 }] }).products[0]?.name).to.equal('365');
  });

  it('has the scale 0 to 10, one decimal and renormalise where the rubric is silent', () => {
    const { rubric } = comparisonOf({ rubric: {}, products: ['A'] });
    expect(plain(rubric)).to.deep.equal({
      scale: { min: 0, max: 10 },
      decimals: 1,
      missing: 'renormalise',
      criteria: [],
      bands: [],
    });
  });

  it('orders bands from the highest', () => {
    const bands = [5, 9, 7].map((from) => ({ from, label: `${from}` }));
    expect(comparisonOf(withRubric({ bands })).rubric?.bands.map(({ from }) => from)).to.deep.equal([9, 7, 5]);
  });

  it('keeps unknown members of every object', () => {
    const extra = { 'x-note': { deep: [1, null, 'text', { more: true }] } };
    const comparison = comparisonOf({
      ...extra,
      author: { name: 'Ann', ...extra },
      rubric: { criteria: [{ id: 'a', weight: 100, ...extra }], scale: { min: 0, max: 10 }, ...extra },
      columns: [{ id: 'x', ...extra }],
      products: [
        { name: 'A', ...extra, scores: { a: { value: 8, ...extra } }, offers: [{ ...extra }], sources: [{ ...extra }] },
      ],
    });
    const [product] = comparison.products;
    const holders: readonly unknown[] = [
      comparison,
      comparison.author,
      comparison.rubric,
      comparison.rubric?.criteria[0],
      comparison.columns[0],
      product,
      product?.scores.a,
      product?.offers?.[0],
      product?.sources?.[0],
    ];
    for (const holder of holders) {
      expect(plain((holder as Record<string, unknown>)['x-note'])).to.deep.equal(extra['x-note']);
    }
  });

  it('leaves out what JSON cannot hold', () => {
    const extra = { fn: () => 1, symbol: Symbol('x'), big: 10n, nan: Number.NaN, list: [() => 1, 1], none: undefined };
    const comparison = comparisonOf(withMembers({ extra })) as unknown as { extra: typeof extra };
    const { list, ...others } = comparison.extra;
    expect(plain(list)).to.deep.equal([null, 1]);
    for (const value of Object.values(others)) expect(value ?? null).to.equal(null);
  });
});

describe('ids', () => {
  const cases: readonly (readonly [what: string, products: readonly unknown[], ids: readonly string[]])[] = [
    ['names', ['Thorne L-Glutamine', 'Ora: Trust Your Gut!'], ['thorne-l-glutamine', 'ora-trust-your-gut']],
    ['accents', ['Crème Brûlée', 'Señor Ørsted', 'İstanbul'], ['creme-brulee', 'senor-ørsted', 'istanbul']],
    ['other scripts', ['Продукт 1', '製品', 'منتج'], ['продукт-1', '製品', 'منتج']],
    ['Korean', ['삼성 갤럭시'], ['삼성-갤럭시']],
    ['Japanese with voiced sounds', ['ガラス'], ['ガラス']],
    ['Hindi', ['हिन्दी'], ['हिन्दी']],
    ['names without a letter', ['!!!', '—', '★'], ['product', 'product-2', 'product-3']],
    ['one name three times', ['A', 'a', 'A!'], ['a', 'a-2', 'a-3']],
    ['a written id that a name would have made', ['X', { id: 'x', name: 'Y' }], ['x-2', 'x']],
    ['a written id that a repeated name would have made', ['A', 'A', { id: 'a-2', name: 'B' }], ['a', 'a-3', 'a-2']],
    [
      'repeated written ids',
      [
        { id: 'x', name: 'A' },
        { id: 'x', name: 'B' },
        { id: 'x-2', name: 'C' },
      ],
      ['x', 'x-3', 'x-2'],
    ],
    ['hostile names', ['__proto__', 'constructor', 'toString'], ['proto', 'constructor', 'tostring']],
    [
      'hostile ids',
      [
        { id: '__proto__', name: 'A' },
        { id: 'constructor', name: 'B' },
      ],
      ['__proto__', 'constructor'],
    ],
    [
      'numbers as ids',
      [
        { id: 7, name: 'A' },
        { id: '7', name: 'B' },
      ],
      ['7', '7-2'],
    ],
  ];
  for (const [what, products, ids] of cases) {
    it(`of ${what} are ${ids.join(', ')}`, () => {
      expect(comparisonOf({ products }).products.map(({ id }) => id)).to.deep.equal(ids);
    });
  }

  it('are unique whatever the names and ids are', () => {
    const product = fc.record(
      {
        name: fc.constantFrom('A', 'a', 'A 2', 'a-2', 'B', '!'),
        id: fc.constantFrom('a', 'a-2', 'a-3', 'b', 'product'),
      },
      { requiredKeys: ['name'] },
    );
    fc.assert(
      fc.property(fc.array(product, { minLength: 1, maxLength: 12 }), (products) => {
        const ids = comparisonOf({ products }).products.map(({ id }) => id);
        expect(new Set(ids).size).to.equal(products.length);
      }),
    );
  });

  it('of criteria and columns are made from labels', () => {
    const comparison = comparisonOf({
      rubric: { criteria: [{ label: 'Ease of Use', weight: 100 }] },
      columns: [{ label: 'Battery Life' }],
      products: [{ name: 'A', scores: { 'ease-of-use': 8 }, specs: { 'battery-life': '10 h' } }],
    });
    expect(comparison.rubric?.criteria[0]?.id).to.equal('ease-of-use');
    expect(comparison.columns.map(({ id, label }) => [id, label])).to.deep.equal([['battery-life', 'Battery Life']]);
    expect(comparison.products[0]?.scores['ease-of-use']?.value).to.equal(8);
    expect(comparison.products[0]?.cells['battery-life']?.text).to.equal('10 h');
  });

  it('of many products of one name take steps in proportion to how many there are', () => {
    const { has } = Set.prototype;
    const products = Array.from({ length: 1000 }, () => 'A');
    let steps = 0;
    Set.prototype.has = function (value) {
      steps++;
      return has.call(this, value);
    };
    try {
      const { comparison } = readComparison({ products });
      expect(new Set(comparison?.products.map(({ id }) => id)).size).to.equal(products.length);
    } finally {
      Set.prototype.has = has;
    }
    expect(steps).to.be.below(20 * products.length);
  });
});

describe('language', () => {
  const cases: readonly (readonly [given: unknown, option: string | undefined, language: string | undefined])[] = [
    ['en', undefined, 'en'],
    ['EN-us', undefined, 'EN-us'],
    [undefined, 'sv', 'sv'],
    ['de', 'sv', 'de'],
    ['???', 'sv', 'sv'],
    [undefined, '???', undefined],
    [undefined, '', undefined],
    [undefined, undefined, undefined],
  ];
  for (const [given, option, language] of cases) {
    it(`of ${given ?? 'no member'} on a page of ${option ?? 'no language'} is ${language ?? 'none'}`, () => {
      expect(comparisonOf(withMembers({ language: given }), { language: option }).language).to.equal(language);
    });
  }
});

describe('hostile keys', () => {
  const hostile = [
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'valueOf',
    'hasOwnProperty',
    '_$litType$',
    '_$litDirective$',
    'nodeType',
    'toJSON',
    'then',
  ];
  const before = Object.getOwnPropertyNames(Object.prototype).sort();
  const polluted = (): unknown => ({}) as { polluted?: unknown };

  for (const key of hostile) {
    const name = JSON.stringify(key);
    // As text, so that "__proto__" is a member like every other.
    const text = `{
      ${name}: {"polluted": "document"},
      "author": {"name": "Ann", ${name}: {"polluted": "author"}},
      "rubric": {${name}: {"polluted": "rubric"}, "criteria": [{"id": ${name}, "weight": 100, ${name}: {"polluted": "criterion"}}]},
      "columns": [{"id": ${name}, ${name}: {"polluted": "column"}}],
      "products": [
        {"id": ${name}, "name": ${name}, ${name}: {"polluted": "product"},
         "specs": {${name}: "5 g", "other": {${name}: {"polluted": "spec"}}},
         "scores": {${name}: {"value": 8, ${name}: {"polluted": "score"}}},
         "offers": [{${name}: {"polluted": "offer"}}]}
      ]
    }`;

    for (const [how, input] of [
      ['text', text],
      ['an object', JSON.parse(text)],
    ] as const) {
      it(`such as ${key} in ${how} are members like every other`, () => {
        const { comparison } = readComparison(input);
        const own = (holder: unknown): unknown =>
          Object.getOwnPropertyDescriptor(holder as object, key)?.value?.polluted as unknown;
        const [product] = comparison?.products ?? [];
        expect(own(comparison)).to.equal('document');
        expect(own(comparison?.author)).to.equal('author');
        expect(own(comparison?.rubric)).to.equal('rubric');
        expect(own(comparison?.rubric?.criteria[0])).to.equal('criterion');
        expect(own(comparison?.columns[0])).to.equal('column');
        expect(own(product)).to.equal('product');
        expect(own(product?.offers?.[0])).to.equal('offer');
        expect(own(product?.specs?.other)).to.equal('spec');
        expect(own(product?.scores[key])).to.equal('score');
        expect(product?.id).to.equal(key);
        expect(product?.scores[key]?.value).to.equal(8);
        expect(product?.cells[key]?.text).to.equal('5 g');
        expect(comparison?.columns[0]?.id).to.equal(key);
        expect(comparison?.rubric?.criteria[0]?.id).to.equal(key);

        expect((polluted() as { polluted?: unknown }).polluted).to.equal(undefined);
        expect(Object.getOwnPropertyNames(Object.prototype).sort()).to.deep.equal(before);
        for (const each of [comparison, comparison?.rubric, product, comparison?.columns[0]]) {
          expect([null, Object.prototype]).to.include(Object.getPrototypeOf(each));
        }
        for (const each of [product?.specs, product?.scores, product?.cells]) {
          expect(Object.getPrototypeOf(each)).to.equal(null);
        }
      });

      it(`such as ${key} in ${how} are scored and sorted by`, () => {
        const comparison = comparisonOf(input);
        const ranking = scoreProducts(comparison, { [key]: 1 });
        expect(ranking[0]?.composite).to.equal('8.0');
        expect(ranking[0] && showContributions(ranking[0])?.total).to.equal('8.00');
        expect(orderProducts(comparison, ranking, [{ column: key, descending: true }])).to.have.lengthOf(1);
      });
    }

    it(`such as ${key} that no product has are not found on a prototype`, () => {
      const comparison = comparisonOf({
        columns: [{ id: key }],
        rubric: { criteria: [{ id: key, weight: 100 }] },
        products: [{ name: 'A', specs: {}, scores: {} }],
      });
      expect(comparison.products[0]?.cells[key]?.type).to.equal('missing');
      expect(scoreProducts(comparison)[0]?.exact).to.equal(undefined);
    });
  }

  it('are not templates: an object where text belongs is left out', () => {
    const template = {
      _$litType$: 1,
      strings: ['<img src=x onerror=alert(1)>'],
      values: [],
      toString: 'x',
      nodeType: 1,
    };
    const { comparison, diagnostics } = readComparison({
      title: template,
      products: [{ name: 'A', summary: template, specs: { x: template, y: [template, 'b'], z: { value: template } } }],
    });
    expect(diagnostics.map(({ path }) => path)).to.include.members(['/title', '/products/0/summary']);
    const { x, y, z } = comparison?.products[0]?.cells ?? {};
    expect([x?.text, y?.text, z?.text]).to.deep.equal(['', 'b', '']);
  });
});

describe('the snapshot', () => {
  /** The paths of all objects below `value` that are not frozen. */
  function thawed(value: unknown, path = '', found: string[] = []): string[] {
    if (typeof value !== 'object' || value === null) return found;
    if (!Object.isFrozen(value)) found.push(path || '(the whole)');
    for (const key of Reflect.ownKeys(value)) {
      thawed((value as Record<PropertyKey, unknown>)[key], `${path}/${String(key)}`, found);
    }
    return found;
  }

  const rich = {
    ...leakyGut,
    extra: { deep: [{ deeper: {} }] },
    author: { name: 'Ann', url: 'https://a.example' },
    disclosure: 'I earn.',
    rubric: { ...leakyGut.rubric, bands: [{ from: 8, label: 'Good' }] },
    products: leakyGut.products.map((product) => ({
      ...product,
      specs: {
        ...product.specs,
        weight: { value: '5–6 g', note: 'dry', url: 'https://a.example' },
        works: true,
        stars: '4/5',
        count: 3,
      },
      pros: ['Cheap'],
      offers: [{ seller: 'S', price: '$5', asOf: '2026-04-30', paid: true }],
    })),
  };

  it('is frozen through and through', () => {
    expect(thawed(readComparison(rich))).to.deep.equal([]);
    expect(thawed(readComparison(JSON.stringify(rich)))).to.deep.equal([]);
    expect(thawed(readComparison([]))).to.deep.equal([]);
  });

  it('leaves what it was read from unfrozen and unchanged', () => {
    const input = structuredClone(rich);
    const { comparison } = readComparison(input);
    expect(input).to.deep.equal(rich);
    const isFrozen = (value: unknown): boolean =>
      typeof value === 'object' && value !== null && (Object.isFrozen(value) || Object.values(value).some(isFrozen));
    expect(isFrozen(input)).to.equal(false);
    input.title = 'Changed';
    input.extra.deep = [];
    if (input.products[0]) input.products[0].specs.dose = 'Changed';
    expect(comparison?.title).to.equal(rich.title);
    expect(plain((comparison as unknown as typeof rich).extra)).to.deep.equal(rich.extra);
    expect(comparison?.products[0]?.cells.dose?.text).to.equal('5g/scoop');
  });

  it('reads a frozen input', () => {
    const input = Object.freeze({ products: Object.freeze(['A']) });
    expect(comparisonOf(input).products[0]?.name).to.equal('A');
  });

  it('passes through when it is read again, with its diagnostics', () => {
    const first = readComparison(rich);
    const second = readComparison(first.comparison, { language: 'sv', baseUrl: 'https://b.example/' });
    expect(second.comparison).to.equal(first.comparison);
    expect(second.diagnostics).to.equal(first.diagnostics);
  });

  it('reads a copy of itself as the same products, columns and rubric', () => {
    const first = comparisonOf(rich);
    const { comparison: second } = readComparison({ ...first, title: 'Renamed' });
    expect(second?.title).to.equal('Renamed');
    expect(plain(second?.products)).to.deep.equal(plain(first.products));
    expect(plain(second?.columns)).to.deep.equal(plain(first.columns));
    expect(plain(second?.rubric)).to.deep.equal(plain(first.rubric));
  });
});

describe('caps', () => {
  const mebibyte = 2 ** 20;
  const paddedText = (length: number): string => {
    const text = '{"products":["A"],"title":"x"}';
    return text.replace('"x"', `"${'x'.repeat(length - text.length + 1)}"`);
  };

  it('take a text of exactly 1 MiB', () => {
    expect(paddedText(mebibyte).length).to.equal(mebibyte);
    expect(foundIn(paddedText(mebibyte))).to.deep.equal([]);
  });

  it('refuse a text of 1 MiB and one character', () => {
    expect(foundIn(paddedText(mebibyte + 1))).to.deep.equal([['error', 'too-large', '']]);
  });

  it('refuse a text of more than 1 MiB in UTF-8, though it has fewer characters', () => {
    const text = JSON.stringify({ products: ['A'], title: '€'.repeat(mebibyte / 2) });
    expect(text.length).to.be.below(mebibyte);
    expect(foundIn(text)).to.deep.equal([['error', 'too-large', '']]);
  });

  it('take an object with texts of just less than 1 MiB', () => {
    expect(foundIn(JSON.parse(paddedText(mebibyte)))).to.deep.equal([]);
  });

  it('refuse an object with texts of more than 1 MiB', () => {
    expect(foundIn(withMembers({ title: 'x'.repeat(mebibyte + 1) }))).to.deep.equal([['error', 'too-large', '']]);
  });

  it('take an object with 2¹⁹ values', () => {
    // Two members and one product besides.
    const input = withMembers({ extra: Array.from({ length: 2 ** 19 - 3 }, () => 0) });
    expect(foundIn(input)).to.deep.equal([]);
  });

  it('refuse an object with one value more', () => {
    const input = withMembers({ extra: Array.from({ length: 2 ** 19 - 2 }, () => 0) });
    expect(foundIn(input)).to.deep.equal([['error', 'too-large', '']]);
  });

  for (const [how, write] of [
    ['as text', JSON.stringify],
    ['as an object', (value: unknown) => value],
  ] as const) {
    it(`take 32 levels ${how}`, () => {
      expect(foundIn(write(withMembers({ extra: nested(31) })))).to.deep.equal([]);
    });

    it(`refuse 33 levels ${how}`, () => {
      expect(foundIn(write(withMembers({ extra: nested(32) })))).to.deep.equal([['error', 'too-deep', '']]);
    });
  }

  it('count no brackets inside of text', () => {
    const title = `${'['.repeat(1000)}\\"${'{'.repeat(1000)}`;
    expect(foundIn(JSON.stringify(withMembers({ title })))).to.deep.equal([]);
  });

  for (const [what, text] of [
    ['lists', '['.repeat(1_000_000)],
    ['closed lists', '['.repeat(500_000) + ']'.repeat(500_000)],
    ['objects', '{"a":'.repeat(200_000)],
  ] as const) {
    it(`refuse ${text.length.toLocaleString('en')} characters of nested ${what}`, () => {
      expect(foundIn(text)).to.deep.equal([['error', 'too-deep', '']]);
    });
  }

  it('refuse an object of a million levels', () => {
    let input: unknown = {};
    for (let depth = 0; depth < 1_000_000; depth++) input = [input];
    expect(foundIn({ products: input })).to.deep.equal([['error', 'too-deep', '']]);
  });

  it('refuse an object that holds itself', () => {
    const input: Record<string, unknown> = { products: ['A'] };
    input.self = input;
    expect(foundIn(input)).to.deep.equal([['error', 'too-deep', '']]);
  });

  it('refuse an object that holds itself many times over', () => {
    const input: unknown[] = [];
    for (let count = 0; count < 100; count++) input.push(input);
    expect(foundIn({ products: input })).to.deep.equal([['error', 'too-large', '']]);
  });

  it('refuse shared objects that unfold into more than they are', () => {
    let shared: unknown = 'A';
    for (let level = 0; level < 25; level++) shared = [shared, shared];
    expect(foundIn({ products: ['A'], shared })).to.deep.equal([['error', 'too-large', '']]);
  });
});

describe('text', () => {
  const controls = [
    '\u061c',
    '\u200e',
    '\u200f',
    '\u202a',
    '\u202b',
    '\u202c',
    '\u202d',
    '\u202e',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
  ];
  for (const control of controls) {
    const code = control.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase();
    const typed = `${control}A${control}B ${control}`;
    it(`loses the bidi control U+${code}`, () => {
      const comparison = comparisonOf({
        title: typed,
        rubric: { criteria: [{ id: 'a', label: typed, weight: 100 }] },
        columns: [{ id: 'x', label: typed }],
        products: [
          { name: typed, brand: typed, pros: [typed], offers: [{ seller: typed }], sources: [{ title: typed }] },
        ],
      });
      const [product] = comparison.products;
      const texts = [
        comparison.title,
        comparison.rubric?.criteria[0]?.label,
        comparison.columns[0]?.label,
        product?.name,
        product?.brand,
        product?.pros?.[0],
        product?.offers?.[0]?.seller,
        product?.sources?.[0]?.title,
      ];
      expect(texts).to.deep.equal(texts.map(() => 'AB'));
      expect(product?.id).to.equal('ab');
    });
  }

  it('of specs and of labels made from their names loses them too', () => {
    const typed = `A${controls.join('')}B `;
    const comparison = comparisonOf(
      withProduct({ specs: { [typed]: typed, list: [typed], object: { value: typed } } }),
    );
    const cells = Object.values(comparison.products[0]?.cells ?? {});
    expect(cells.map(({ text }) => text)).to.deep.equal(['AB', 'AB', 'AB']);
    expect(comparison.columns[0]?.label).to.equal('AB');
  });

  it('of bidi controls and white space only is no text', () => {
    expect(foundIn({ products: [{ name: '\u202e \u2066' }, 'A'] })).to.deep.equal([
      ['error', 'name-missing', '/products/0'],
    ]);
  });

  it('keeps joiners, emoji and other scripts', () => {
    for (const name of ['👩‍🔬 kit', 'می‌خواهم', 'क्‍ष', '日本']) {
      expect(comparisonOf({ products: [name] }).products[0]?.name).to.equal(name);
    }
  });
});

describe('addresses', () => {
  const base = 'https://site.example/reviews/page.html';
  const cases: readonly (readonly [typed: string, alone: string | undefined, withBase: string | undefined])[] = [
    ['https://a.example/x', 'https://a.example/x', 'https://a.example/x'],
    ['http://a.example/x', 'http://a.example/x', 'http://a.example/x'],
    ['HTTPS://A.example', 'HTTPS://A.example', 'https://a.example/'],
    ['  https://a.example/  ', 'https://a.example/', 'https://a.example/'],
    ['https://bücher.example/', 'https://bücher.example/', 'https://xn--bcher-kva.example/'],
    ['//a.example/x', '//a.example/x', 'https://a.example/x'],
    ['/thorne', '/thorne', 'https://site.example/thorne'],
    ['thorne.html', 'thorne.html', 'https://site.example/reviews/thorne.html'],
    ['../a?b#c', '../a?b#c', 'https://site.example/a?b#c'],
    ['#thorne', '#thorne', 'https://site.example/reviews/page.html#thorne'],
    ['\\\\evil.test', '\\\\evil.test', 'https://evil.test/'],
    ['https:\\\\evil.test', 'https:\\\\evil.test', 'https://evil.test/'],
    ['javascript:alert(1)', undefined, undefined],
    ['JavaScript:alert(1)', undefined, undefined],
    ['java\tscript:alert(1)', undefined, undefined],
    ['java\nscript:alert(1)', undefined, undefined],
    ['\u0001javascript:alert(1)', undefined, undefined],
    [' javascript:alert(1)', undefined, undefined],
    ['javascript://a.example/%0aalert(1)', undefined, undefined],
    ['data:text/html,<script>alert(1)</script>', undefined, undefined],
    ['vbscript:msgbox(1)', undefined, undefined],
    ['blob:https://a.example/1', undefined, undefined],
    ['file:///etc/passwd', undefined, undefined],
    ['ftp://a.example/', undefined, undefined],
    ['mailto:a@b.example', undefined, undefined],
    ['https://apple.com@evil.test', undefined, undefined],
    ['https://apple.com:secret@evil.test', undefined, undefined],
    ['//apple.com@evil.test', undefined, undefined],
    ['\\\\apple.com@evil.test', undefined, undefined],
    ['https://', undefined, undefined],
    ['https://a.example:port', undefined, undefined],
    ['https://[::1', undefined, undefined],
  ];
  for (const [typed, alone, withBase] of cases) {
    it(`${JSON.stringify(typed)} is ${alone ?? 'left out'}, and on a page ${withBase ?? 'left out'}`, () => {
      for (const [baseUrl, expected] of [
        [undefined, alone],
        [base, withBase],
      ]) {
        const { comparison, diagnostics } = readComparison(
          {
            author: { url: typed },
            rubric: { url: typed },
            products: [{ name: 'A', url: typed, image: typed, offers: [{ url: typed }], sources: [{ url: typed }] }],
          },
          { baseUrl },
        );
        const [product] = comparison?.products ?? [];
        const found = [
          comparison?.author?.url,
          comparison?.rubric?.url,
          product?.url,
          product?.image?.src,
          product?.offers?.[0]?.url,
          product?.sources?.[0]?.url,
        ];
        expect(found).to.deep.equal(found.map(() => expected));
        expect(diagnostics.map(({ code }) => code)).to.deep.equal(
          expected === undefined ? found.map(() => 'unsafe-url') : [],
        );
      }
    });
  }

  it('of specs are as absolute as all others', () => {
    const comparison = comparisonOf(withSpecs({ text: 'More', url: 'more.html' }), { baseUrl: base });
    expect(comparison.products[0]?.cells.x?.url).to.equal('https://site.example/reviews/more.html');
  });
});

describe('dates', () => {
  const cases: readonly (readonly [date: unknown, isDate: boolean])[] = [
    ['2026-04-30', true],
    ['2024-02-29', true],
    ['2000-02-29', true],
    ['2026-04-30T12:00Z', true],
    ['2026-04-30T12:00:00Z', true],
    ['2026-04-30T12:00:00.123Z', true],
    ['2026-04-30T12:00:00+02:00', true],
    ['2026-04-30T12:00:00', true],
    ['2026-02-30', false],
    ['2026-02-29', false],
    ['2026-02-30T12:00:00Z', false],
    ['1900-02-29', false],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-01', false],
    ['2026-01-00', false],
    ['2026-04-30T25:00:00Z', false],
    ['2026-04-30T12:61:00Z', false],
    ['2026-4-30', false],
    ['30.04.2026', false],
    ['04/30/2026', false],
    ['April 30, 2026', false],
    ['2026', false],
    ['2026-04', false],
    ['2026-04-30 12:00', false],
    [' 2026-04-30', false],
    ['2026-04-30T', false],
    [20260430, false],
    [true, false],
  ];
  for (const [date, isDate] of cases) {
    it(`${JSON.stringify(date)} ${isDate ? 'is' : 'is not'} one`, () => {
      const { comparison, diagnostics } = readComparison(withMembers({ updated: date }));
      expect(comparison?.updated).to.equal(isDate ? date : undefined);
      expect(diagnostics.map(({ code, path }) => [code, path])).to.deep.equal(
        isDate ? [] : [['wrong-type', '/updated']],
      );
    });
  }
});

describe('whatever comes', () => {
  const check = ({ comparison, diagnostics }: ReadResult): void => {
    if (!comparison) expect(diagnostics.some(({ severity }) => severity === 'error')).to.equal(true);
    else {
      const ranking = scoreProducts(comparison);
      expect(ranking.length).to.equal(comparison.products.length);
      const keys = ['score', 'name', ...comparison.columns.map(({ id }) => id)];
      for (const column of keys) orderProducts(comparison, ranking, [{ column, descending: true }]);
      for (const score of ranking) showContributions(score);
      expect(new Set(comparison.products.map(({ id }) => id)).size).to.equal(comparison.products.length);
    }
    for (const { message, path, severity } of diagnostics) {
      expect(message).to.match(/^\S[^\n]*\.$/);
      expect(path).to.match(/^(?:\/(?:[^~/]|~[01])*)*$/s);
      expect(['error', 'warning', 'info']).to.include(severity);
    }
  };

  it('of any JSON value ends in a comparison or an error', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        check(readComparison(value));
        check(readComparison(JSON.stringify(value)));
      }),
      { numRuns: 500 },
    );
  });

  it('of any text ends in a comparison or an error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => check(readComparison(text))),
      { numRuns: 1000 },
    );
  });

  it('of any value at all ends in a comparison or an error', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
      withNullPrototype: true,
      withBoxedValues: true,
      withObjectString: true,
    });
    fc.assert(
      fc.property(anything, (value) => {
        check(readComparison(value));
        check(readComparison(withMembers({ rubric: value })));
        check(readComparison({ products: [{ name: 'A', specs: value, scores: value }] }));
      }),
      { numRuns: 300 },
    );
  });

  it('of cut text ends in a comparison or an error', () => {
    const text = JSON.stringify(leakyGut);
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(50), (at, length) => {
        check(readComparison(text.slice(0, at)));
        check(readComparison(text.slice(0, at) + text.slice(at + length)));
      }),
      { numRuns: 300 },
    );
  });

  /** Every place in a value, as the keys that lead there. */
  function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
    if (typeof value !== 'object' || value === null) return [path];
    return [path, ...Object.entries(value).flatMap(([key, member]) => placesIn(member, [...path, key]))];
  }

  const rich = {
    ...leakyGut,
    author: { name: 'Ann', url: 'https://a.example' },
    rubric: { ...leakyGut.rubric, bands: [{ from: 8, label: 'Good' }] },
    products: leakyGut.products.map((product) => ({
      ...product,
      image: { src: 'https://a.example/a.png', alt: 'A' },
      offers: [{ seller: 'S', url: 'https://s.example', price: '$5', asOf: '2026-04-30', paid: true }],
    })),
  };
  const places = placesIn(rich);

  it('of the article with members replaced or removed ends in a comparison or an error', () => {
    const strange = fc.oneof(
      fc.constantFrom<unknown>(
        undefined,
        null,
        '',
        '\u0000',
        -0,
        -1,
        1e308,
        5e-324,
        Number.NaN,
        Number.POSITIVE_INFINITY,
        '9.5',
        [],
        {},
        [[]],
        '__proto__',
        true,
        'javascript:1',
        '2026-02-30',
        '\ud800',
      ),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...places), strange), { minLength: 1, maxLength: 4 }),
        (changes) => {
          let document: unknown = structuredClone(rich);
          for (const [path, value] of changes) {
            const key = path.at(-1);
            if (key === undefined) {
              document = value;
              continue;
            }
            let holder = document;
            for (const step of path.slice(0, -1)) holder = (holder as Record<string, unknown> | undefined)?.[step];
            if (typeof holder === 'object' && holder !== null && !Object.isFrozen(holder)) {
              (holder as Record<string, unknown>)[key] = value;
            }
          }
          check(readComparison(document, { now: noon, baseUrl: 'https://site.example/' }));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('of the article with one member of another type keeps all that stands elsewhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...places.filter(({ length }) => length > 2)), (path) => {
        const document = structuredClone(rich) as unknown;
        let holder = document as Record<string, unknown>;
        for (const step of path.slice(0, -1)) holder = holder[step] as Record<string, unknown>;
        holder[path.at(-1) ?? ''] = { strange: true };
        const { comparison } = readComparison(document);
        const [member, index] = path;
        expect(comparison?.title).to.equal(rich.title);
        const expected = rich.products.filter((_, at) => member !== 'products' || `${at}` !== index);
        const names = comparison?.products.map(({ name }) => name);
        expect(names).to.include.members(expected.map(({ name }) => name));
      }),
      { numRuns: 300 },
    );
  });

  it('of an object that throws when it is looked into ends in an error', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const traps: readonly (() => unknown)[] = [
      () => ({
        get products(): unknown {
          throw new Error('Not for you.');
        },
      }),
      () => proxy,
      () => ({ products: ['A'], extra: proxy }),
    ];
    for (const trap of traps) check(readComparison(trap()));
  });
});
