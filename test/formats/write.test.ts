/** What is written is read back exactly: any document that a form can hold, in CSV, Markdown and HTML. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readArticle } from '../../src/formats/article.js';
import { readCsv } from '../../src/formats/csv.js';
import { roleOf } from '../../src/formats/labels.js';
import { writeCsv } from '../../src/formats/write-csv.js';
import { writeHtml } from '../../src/formats/write-html.js';
import { writeMarkdown } from '../../src/formats/write-markdown.js';
import { slugOf } from '../../src/model/comparison.js';

// The same cases in every run: what fails here fails for everybody.
fc.configureGlobal({ seed: 42 });

const signs = [...'abz ÄßéЖ中9 -–_*|\\`<>[](){}&;:,."\'=+@#!~$%^/?…“’'];
const text = fc
  .array(fc.constantFrom(...signs), { maxLength: 14 })
  .map((parts) => parts.join('').replace(/\s+/g, ' ').trim())
  // Entries of lists lose bullets, so none begins with one.
  .map((rest) => `x${rest}`.trim());
// A cell may begin as a formula does.
const cell = fc.tuple(fc.constantFrom('', '=', '+', '-', '@', "'=", "'"), text).map((parts) => parts.join(''));
const label = text
  .map((rest) => rest.replace(/[^\p{L}\p{N} ]/gu, '').replace(/ +/g, ' '))
  .map((rest) => `Spec ${rest}`.trim());
const labels = fc.uniqueArray(label, { minLength: 1, maxLength: 4, selector: (one) => slugOf(one).replace(/s$/, '') });
const number = fc.integer({ min: 0, max: 100 }).map((tenths) => tenths / 10);
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const url = fc.constantFrom('https://a.example/?x=1&y=2', 'https://b.example/<z>', 'https://c.example/a|b\\c');
const source = fc.oneof(
  fc.record({ doi: fc.integer({ min: 1000, max: 99999 }).map((n) => `10.${n}/gut(${n})x`) }),
  fc.record({ pmid: fc.integer({ min: 1, max: 99999999 }).map(String) }),
  fc.record({ url: fc.webUrl() }).filter((one) => !/pubmed|10\.\d/.test(one.url)),
);

/** A value without members that are not there, as JSON has it. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Members in the order of products and columns, empty ones left out, as reading gives them. */
const documents = fc
  .record({
    specs: labels,
    criteria: fc.uniqueArray(
      label.map((one) => one.replace('Spec', 'Criterion')),
      { maxLength: 3, selector: slugOf },
    ),
  })
  .chain(({ specs, criteria }) =>
    fc.record({
      specs: fc.constant(specs),
      weights: fc.tuple(...criteria.map((one) => fc.record({ label: fc.constant(one), weight: number }))),
      max: fc.constantFrom(10, 5, 100),
      head: fc.record({
        title: optional(text),
        description: optional(text),
        author: optional(fc.record({ name: text, url: optional(url) })),
        updated: optional(fc.constant('2026-04-30')),
        disclosure: optional(text.map((one) => `We earn from links ${one}`)),
      }),
      products: fc.array(
        fc.record({
          name: cell,
          brand: optional(cell),
          award: optional(cell),
          bestFor: optional(cell),
          summary: optional(cell),
          verdict: optional(cell),
          url: optional(url),
          specs: fc.tuple(
            ...specs.map(() => optional(fc.oneof(cell, fc.boolean(), fc.array(text, { minLength: 2, maxLength: 3 })))),
          ),
          scores: fc.tuple(...criteria.map(() => optional(number.filter((score) => score <= 5)))),
          statedScore: optional(fc.constantFrom(4.5, 3, '4.0', '2.50')),
          pros: fc.uniqueArray(text, { maxLength: 3 }),
          cons: fc.uniqueArray(text, { maxLength: 2 }),
          sources: fc.uniqueArray(source, { maxLength: 2, selector: (one) => JSON.stringify(one) }),
        }),
        { minLength: 2, maxLength: 4 },
      ),
    }),
  )
  .map(({ specs, weights, max, head, products }) => {
    const made = products.map((product) => {
      const known = (names: readonly string[], values: readonly unknown[]) =>
        Object.fromEntries(
          names.flatMap((one, index) => (values[index] === undefined ? [] : [[slugOf(one), values[index]]])),
        );
      const members = {
        ...product,
        specs: known(specs, product.specs),
        scores: known(
          weights.map((one) => one.label),
          product.scores,
        ),
        statedScore: weights.length ? product.statedScore : undefined,
      };
      const isThere = (value: unknown) => value !== undefined && JSON.stringify(value).length > 2;
      return Object.fromEntries(
        Object.entries(members).filter(([, value]) => typeof value === 'number' || isThere(value)),
      ) as typeof members;
    });
    const used = specs.filter((one) => made.some((product) => Object.hasOwn(product.specs ?? {}, slugOf(one))));
    const rubric = {
      ...(max !== 10 && { scale: { min: 0, max } }),
      criteria: weights.map((one) => ({ id: slugOf(one.label), ...one })),
    };
    const document = {
      version: 1,
      ...(weights.length && { rubric }),
      ...(used.length && { columns: used.map((one) => ({ id: slugOf(one), label: one })) }),
      products: made,
    };
    return { head, document };
  })
  .filter(({ document }) => !(document.columns || []).some((column) => roleOf(column.label)));

const inOrder = { numRuns: 150 };

describe('writing and reading', () => {
  it('gives the same rows back from CSV', () => {
    fc.assert(
      fc.property(documents, ({ document }) => {
        expect(readCsv(writeCsv(document)).document).to.deep.equal(plain(document));
      }),
      inOrder,
    );
  });

  for (const [form, write] of [
    ['Markdown', writeMarkdown],
    ['HTML', writeHtml],
  ] as const) {
    it(`gives the same document back from ${form}`, () => {
      fc.assert(
        fc.property(documents, ({ head, document }) => {
          const whole = plain({ ...head, ...document });
          expect(readArticle(write(whole)).document).to.deep.equal(whole);
        }),
        inOrder,
      );
    });
  }

  for (const [form, write] of [
    ['CSV', writeCsv],
    ['Markdown', writeMarkdown],
    ['HTML', writeHtml],
  ] as const) {
    it(`writes nothing as ${form} for what is no comparison`, () => expect(write({ products: [] })).to.equal(''));
  }
});

describe('writeCsv', () => {
  const cells: readonly (readonly [value: string, written: string])[] = [
    ['=SUM(A1)', "'=SUM(A1)"],
    ['+49 30', "'+49 30"],
    ['-cmd', "'-cmd"],
    ['@import', "'@import"],
    ['-5', '-5'],
    ['-1.5', '-1.5'],
    ["'=x", "''=x"],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
  ];
  for (const [value, written] of cells) {
    it(`writes ${value} as ${written}`, () => {
      expect(writeCsv({ products: [{ name: 'Heron', specs: { note: value } }] })).to.equal(
        `Product,Award,Note\r\nHeron,,${written}\r\n`,
      );
    });
  }
});

describe('writeHtml', () => {
  it('holds every text as text', () => {
    const text = '<img src=x onerror=alert(1)>';
    const html = writeHtml({
      title: text,
      disclosure: text,
      products: [{ name: text, award: text, url: 'javascript:alert(1)', specs: { note: [text, text] } }],
    });
    expect(new DOMParser().parseFromString(html, 'text/html').querySelectorAll('img, a, script')).to.have.length(0);
  });
});
