// comparison.schema.json, judged by a validator and an editor's language service that know nothing of this package: it
// takes what is read without a word, and refuses what is reported, as far as a schema can. Needs the build.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import Ajv from 'ajv';
import fc from 'fast-check';
import languages from 'vscode-json-languageservice';
import { readComparison } from '../../dist/model/index.js';

// The same cases in every run: what fails here fails for everybody.
fc.configureGlobal({ seed: 42 });

const { getLanguageService, TextDocument } = languages;
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const schema = JSON.parse(read('dist/comparison.schema.json'));
const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictTypes: false, strictRequired: false });
const isValid = ajv.compile(schema);
const now = Date.parse('2026-05-01T00:00:00Z');

/** The codes of what is wrong in a document, without what is only worth knowing. */
const codesOf = (document) => {
  const { diagnostics } = readComparison(document, { now });
  return diagnostics.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
};

const demos = readdirSync(new URL('../../demo/data', import.meta.url)).filter((name) => name.endsWith('.json'));

const withProduct = (members) => ({ products: [{ name: 'A', ...members }] });
const withOffer = (offer) => withProduct({ offers: [{ price: '$9', asOf: '2026-04-30', ...offer }] });
const criteria = [
  { id: 'a', label: 'Alpha', weight: 60 },
  { id: 'b', label: 'Beta', weight: 40 },
];
const withRubric = (rubric, scores = { a: 8, b: 9 }) => ({
  rubric: { criteria, ...rubric },
  products: [{ name: 'A', scores }],
});

describe('the schema', () => {
  it('is valid against the schema of draft 7', () => {
    assert.equal(schema.$schema, 'http://json-schema.org/draft-07/schema#');
    assert.equal(ajv.validateSchema(schema), true);
  });

  it('describes every member', () => {
    const described = [];
    const walk = (value, path) => {
      for (const [key, part] of Object.entries(value ?? {})) {
        if (typeof part !== 'object') continue;
        const isProperties = key === 'properties' && !/\/(if|then|else|contains)\b/.test(path);
        for (const [name, member] of Object.entries(isProperties ? part : {})) {
          assert.match(member.description ?? '', /^[A-Z].{8,}\.$/, `${path}/${name}`);
          described.push(name);
        }
        walk(part, `${path}/${key}`);
      }
    };
    walk(schema, '');
    for (const name of ['products', 'bestFor', 'asOf', 'weight', 'better', 'pmid', 'alt', 'min', 'note']) {
      assert.ok(described.includes(name), name);
    }
  });
});

describe('of a document that is read without a word, the schema takes', () => {
  for (const name of demos) {
    it(`demo/data/${name}`, () => {
      assert.equal(isValid(JSON.parse(read(`demo/data/${name}`))), true, JSON.stringify(isValid.errors));
    });
  }

  const cases = [
    { products: [{ name: 'A' }] },
    { products: ['A', 'B', null] },
    { products: 'A' },
    { products: { name: 5 } },
    { $schema: './comparison.schema.json', version: 1, products: ['A'], anything: [{}] },
    { title: null, author: 'Ann', publisher: { name: 'P', url: '/about' }, updated: '2026-04-30', products: ['A'] },
    { updated: '2026-04-30T12:00', language: 'pt-BR', currency: ' USD ', products: ['A'] },
    withRubric({}),
    withRubric(
      { scale: { max: 5 }, decimals: 0, missing: 'unrated', bands: { from: 4, label: 'Good' } },
      { a: 4, b: 5 },
    ),
    withRubric({}, { a: { value: 8, note: 'why', sources: { doi: '10.1136/gut.2006.102863' } }, b: 9 }),
    withRubric({ criteria: { id: 'a', label: 'Alpha', weight: 1 } }, { a: 8 }),
    { columns: ['dose', { id: 'x', type: 'price', better: null }], products: ['A'] },
    withProduct({
      specs: { a: '5 g', b: 5, c: true, d: ['x', 1], e: null, f: { value: 1, note: 'n', url: '/x', g: {} } },
    }),
    withProduct({ statedScore: 8.7, pros: 'one', cons: ['one', 2], image: 'a.png', sources: [{ pmid: 19627751 }] }),
    withProduct({
      url: 'HTTPS://example.com/a b',
      image: { src: '//example.com/ä.png', alt: '', width: 3, height: 2 },
    }),
    withOffer({ paid: false, url: 'a:b'.replace('a:', './a:') }),
    { disclosure: 'I earn.', ...withOffer({ paid: true, seller: 'S', url: 'https://example.com/?x=1' }) },
    withProduct({ offers: { price: ' ' }, sources: [{ doi: '', pmid: ' 1 ' }] }),
  ];
  for (const document of cases) {
    it(JSON.stringify(document), () => {
      assert.deepEqual(codesOf(document), []);
      assert.equal(isValid(document), true, JSON.stringify(isValid.errors));
    });
  }

  it('whatever a document becomes in which any value is another', () => {
    const seeds = [
      ...demos.map((name) => JSON.parse(read(`demo/data/${name}`))),
      ...cases.filter((document) => Array.isArray(document.products)),
    ].map((document) => JSON.stringify(document));
    const values = [
      null,
      '',
      ' ',
      'x',
      'a:b',
      '/a',
      '2026-04-30',
      '2026-99-99',
      'USD',
      '7',
      0,
      1,
      -1,
      2.5,
      1e9,
      true,
      false,
    ];
    const value = fc.oneof(
      fc.constantFrom(...values),
      fc.constantFrom([], {}, ['x'], [null], { name: 'x' }, { value: 3 }, [{}], { note: 5 }),
      fc.jsonValue({ maxDepth: 2 }),
      fc.string(),
    );
    let silent = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        fc.array(fc.tuple(fc.nat(), value), { minLength: 1, maxLength: 2 }),
        (seed, changes) => {
          const document = JSON.parse(seed);
          for (const [place, replacement] of changes) {
            const places = placesIn(document);
            const [holder, key] = places[place % places.length];
            holder[key] = structuredClone(replacement);
          }
          const [text, codes] = [JSON.stringify(document), codesOf(document)];
          if (codes.length) return;
          silent += 1;
          assert.equal(isValid(JSON.parse(text)), true, `${text} ${JSON.stringify(isValid.errors)}`);
        },
      ),
      { numRuns: 3000 },
    );
    assert.ok(silent > 300, `only ${silent} documents had nothing to report`);
  });
});

describe('of what is reported, the schema refuses', () => {
  const refused = {
    'not-an-object': [[], 5, null, [{ products: ['A'] }]],
    'unknown-version': [
      { version: 2, products: ['A'] },
      { version: '2', products: ['A'] },
    ],
    'no-products': [{}, { products: [] }, { products: null }, { title: 'T' }],
    'name-missing': [
      { products: [{}] },
      { products: [{ name: ' ' }] },
      { products: ['A', ''] },
      { products: { name: null } },
    ],
    'wrong-type': [
      { title: ['T'], products: ['A'] },
      { version: '1', products: ['A'] },
      { currency: 'dollars', products: ['A'] },
      { language: 5, products: ['A'] },
      { updated: 'last week', products: ['A'] },
      { columns: [{ id: 'x', type: 'colour' }], products: ['A'] },
      withRubric({ decimals: 5 }),
      withRubric({ criteria: [{ id: 'a', label: 'A', weight: '60' }, criteria[1]] }),
      withRubric({ bands: [{ from: 9 }] }),
      withRubric({}, { a: '8', b: 9 }),
      withProduct({ scores: [8] }),
      withProduct({ specs: ['5 g'] }),
      withProduct({ specs: { x: { note: ['n'] } } }),
      withProduct({ pros: [{ text: 'x' }] }),
      withOffer({ paid: 'yes' }),
      withOffer({ paid: 'no' }),
      withOffer({ paid: 1 }),
    ],
    'weight-invalid': [
      withRubric({ criteria: [{ id: 'a', weight: -1 }, criteria[1]] }),
      withRubric({ criteria: [{ id: 'a' }, criteria[1]] }),
      withRubric({ criteria: [{ id: 'a', weight: null }, criteria[1]] }),
    ],
    'unsafe-url': [
      withProduct({ url: 'javascript:alert(1)' }),
      withProduct({ url: ' DATA:text/html,x' }),
      withProduct({ url: '' }),
      withProduct({ specs: { x: { value: 1, url: 'ftp://example.com' } } }),
    ],
    'missing-disclosure': [
      withOffer({ paid: true }),
      { products: { name: 'A', offers: { paid: true } }, disclosure: ' ' },
      { products: { name: 'A', offers: { paid: true } }, disclosure: '\u200b \u2060' },
    ],
    'price-undated': [withOffer({ asOf: null }), withProduct({ offers: { price: 9 } })],
    'doi-malformed': [withProduct({ sources: [{ doi: 'https://example.com/10.1136/gut.2006.102863' }] })],
    'pmid-malformed': [withProduct({ sources: { pmid: 'PMC 19627751' } })],
  };
  // What takes reading: each with a document that the schema lets pass.
  const beyond = {
    'invalid-json': ['the schema is asked about a document only once it is JSON', '{ "products": ["A", ] }'],
    'too-large': ['a schema does not count bytes', withProduct({ summary: 'x'.repeat(2 ** 20) })],
    'too-deep': [
      'a schema does not count levels',
      withProduct({ x: JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`) }),
    ],
    'duplicate-id': ['a schema cannot ask for unique members', withRubric({ criteria: [...criteria, criteria[0]] })],
    'unknown-criterion': ['a schema cannot look elsewhere', withRubric({}, { a: 8, b: 9, c: 7 })],
    'scale-invalid': ['a schema cannot compare members', withRubric({ scale: { min: 5, max: 1 } })],
    'score-out-of-range': ['a schema cannot compare members', withRubric({}, { a: 11, b: 9 })],
    'score-missing': ['a schema cannot look elsewhere', withRubric({}, { a: 8 })],
    'score-mismatch': [
      'a schema cannot calculate',
      { ...withRubric({}), products: [{ name: 'A', scores: { a: 8, b: 9 }, statedScore: 9.9 }] },
    ],
    'weights-sum': [
      'a schema cannot calculate',
      withRubric({
        criteria: [
          { id: 'a', weight: 60 },
          { id: 'b', weight: 50 },
        ],
      }),
    ],
    'mixed-units': [
      'a schema knows no units',
      {
        products: [
          { name: 'A', specs: { x: '5 g' } },
          { name: 'B', specs: { x: '5 ml' } },
        ],
      },
    ],
    'value-unreadable': [
      'worth knowing only',
      { columns: [{ id: 'x', type: 'quantity' }], products: [{ name: 'A', specs: { x: 'Various' } }] },
    ],
    'year-invalid': ['a schema has no clock', withProduct({ sources: { title: 'A', year: 20199 } })],
    'year-mismatch': [
      'a schema cannot look elsewhere',
      withProduct({
        sources: [
          { pmid: 7, year: 2007 },
          { pmid: 7, year: 2008 },
        ],
      }),
    ],
    'price-stale': ['a schema has no clock', withOffer({ asOf: '2025-01-01' })],
  };

  it('or what takes reading, every code that there is', () => {
    const declaration = /type DiagnosticCode =([^;]+);/.exec(read('src/model/diagnostic.ts'))[1];
    const codes = [...declaration.matchAll(/'([a-z-]+)'/g)].map(([, code]) => code);
    assert.ok(codes.length > 20);
    assert.deepEqual([...Object.keys(refused), ...Object.keys(beyond)].sort(), codes.sort());
  });

  for (const [code, documents] of Object.entries(refused)) {
    for (const document of documents) {
      it(`${code}: ${JSON.stringify(document)}`, () => {
        assert.ok(codesOf(document).includes(code), `${code} is not among ${codesOf(document)}`);
        assert.equal(isValid(document), false);
      });
    }
  }

  for (const [code, [reason, document]] of Object.entries(beyond)) {
    it(`not ${code}: ${reason}`, () => {
      const { diagnostics } = readComparison(document, { now });
      assert.ok(diagnostics.some((found) => found.code === code));
      if (typeof document !== 'string') assert.equal(isValid(document), true, JSON.stringify(isValid.errors));
    });
  }
});

describe('an editor that is given the schema', () => {
  const service = getLanguageService({});
  service.configure({ schemas: [{ uri: 'comparison.schema.json', fileMatch: ['*.json'], schema }] });

  /** An editor's document with the caret at the bar. */
  function open(text) {
    const document = TextDocument.create('file:///comparison.json', 'json', 1, text.replace('|', ''));
    return { document, json: service.parseJSONDocument(document), caret: document.positionAt(text.indexOf('|')) };
  }

  const completions = [
    ['{ | }', ['products', 'title', 'rubric', 'columns', 'disclosure']],
    ['{ "products": [{ "name": "A", | }] }', ['award', 'specs', 'scores', 'offers', 'statedScore']],
    ['{ "products": [{ "offers": [{ | }] }] }', ['seller', 'price', 'asOf', 'paid']],
    ['{ "products": [{ "scores": { "a": { | } } }] }', ['value', 'note', 'sources']],
    ['{ "products": [{ "specs": { "a": { | } } }] }', ['value', 'note', 'url']],
    ['{ "rubric": { "criteria": [{ | }] } }', ['id', 'label', 'weight', 'description']],
    ['{ "columns": [{ "type": | }] }', ['"price"', '"rating"', '"quantity"']],
    ['{ "rubric": { "missing": | } }', ['"renormalise"', '"unrated"']],
  ];
  for (const [text, wanted] of completions) {
    it(`completes ${text} with ${wanted.join(', ')} and the like`, async () => {
      const { document, json, caret } = open(text);
      const { items } = await service.doComplete(document, caret, json);
      const labels = items.map(({ label }) => label);
      for (const label of wanted) assert.ok(labels.includes(label), `${label} is not among ${labels}`);
    });
  }

  const hovers = [
    ['{ "products": [{ "best|For": "you" }] }', /^Whom or what it suits best/],
    ['{ "rubric": { "criteria": [{ "wei|ght": 5 }] } }', /^How much it counts/],
    ['{ "pub|lisher": "P" }', /^Who publishes it/],
  ];
  for (const [text, wanted] of hovers) {
    it(`says what it is at ${text}`, async () => {
      const { document, json, caret } = open(text);
      const { contents } = await service.doHover(document, caret, json);
      assert.match(contents.map((part) => part.value ?? part).join('\n'), wanted);
    });
  }

  const marks = [
    ['{ "products": ["A"] }', []],
    ['{ "products": [{ "name": "A", "offers": [{ "paid": "yes" }] }] }', ['"yes"']],
    ['{ "products": [{ "award": "x" }] }', ['{']],
    ['{ "products": ["A"], "rubric": { "criteria": [{ "id": "a", "weight": -1 }], "decimals": 7 } }', ['-1', '7']],
    ['{ "products": [{ "name": "A", "url": "javascript:alert(1)" }] }', ['"javascript:alert(1)"']],
  ];
  for (const [text, wanted] of marks) {
    it(`marks ${wanted.join(' and ') || 'nothing'} in ${text}`, async () => {
      const { document, json } = open(text);
      const found = await service.doValidation(document, json);
      const marked = found.map(({ range }) => document.getText(range));
      assert.deepEqual(marked.map((part) => (part.startsWith('{') ? '{' : part)).sort(), wanted, JSON.stringify(found));
    });
  }
});

/** Every place in a value but the whole, as its holder and key. */
function placesIn(value) {
  return Object.entries(value).flatMap(([key, member]) => [
    [value, key],
    ...(member && typeof member === 'object' ? placesIn(member) : []),
  ]);
}
