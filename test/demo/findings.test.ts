/** What there is to look at in a document, where it is in words, and what mends it. */
import { expect } from '@open-wc/testing';
import { type Finding, findingsOf, placeInWords, today, withComputedHeadlines } from '../../demo/builder/findings.js';
import { scoresByRow } from '../../demo/builder/grid-plan.js';
import { readComparison, scoreProducts } from '../../src/model/index.js';

type Document = Parameters<typeof placeInWords>[1];

function foundIn(document: Document, notes: Parameters<typeof findingsOf>[2] = []): readonly Finding[] {
  const { comparison, diagnostics } = readComparison(document);
  const scores = scoresByRow(document, comparison, comparison ? scoreProducts(comparison) : []);
  return findingsOf(document, diagnostics, notes, scores);
}

const codesOf = (document: Document): string[] => foundIn(document).map(({ code }) => code);

const document = {
  rubric: {
    criteria: [
      { id: 'speed', label: 'Speed', weight: 60 },
      { id: 'noise', label: 'Noise', weight: 30 },
    ],
  },
  columns: [{ id: 'price', label: 'Price' }],
  products: [
    {
      name: 'Heron',
      statedScore: 8.7,
      specs: { price: 3 },
      scores: { speed: 9, noise: 7, taste: 4 },
      offers: [{ seller: 'Shop', price: '$3' }],
    },
    { name: 'Plover', statedScore: 7, scores: { speed: 7, noise: 9 } },
  ],
} as const;

describe('the findings', () => {
  it('are mended one by one, until none is left', () => {
    let mended: Document = document;
    const done: string[] = [];
    for (let finding = foundIn(mended)[0]; finding; finding = foundIn(mended)[0]) {
      if (!finding.mend || done.length > 9) throw new Error(`Nothing mends ${finding.message}`);
      done.push(`${finding.code}: ${finding.mend.label}`);
      mended = finding.mend.mend(mended);
    }
    expect(done.sort()).to.deep.equal([
      'price-undated: It is of today',
      'score-mismatch: Use the computed 7.7',
      'score-mismatch: Use the computed 8.3',
      'unknown-criterion: Remove this score',
      'weights-sum: Make them add up to 100',
    ]);
    // (9 × 66.7 + 7 × 33.3) / 100 = 8.334, (7 × 66.7 + 9 × 33.3) / 100 = 7.666
    expect(scoreProducts(readComparison(mended).comparison as never).map(({ composite }) => composite)).to.deep.equal([
      '8.3',
      '7.7',
    ]);
  });

  it('have all headlines mended at once', () => {
    const mended = withComputedHeadlines(document, foundIn(document));
    expect(codesOf(mended)).to.not.include('score-mismatch');
    expect(codesOf(mended)).to.include('weights-sum');
  });

  for (const [path, words] of [
    ['', ''],
    ['/products/0/statedScore', 'Heron › Headline'],
    ['/products/1/scores/noise', 'Plover › Scores › Noise'],
    ['/products/0/specs/price', 'Heron › Specs › Price'],
    ['/products/0/offers/0/asOf', 'Heron › Offers › 1 › As of'],
    ['/products/7', '8'],
    ['/rubric/criteria', 'Rubric › Criteria'],
    ['/rubric/criteria/1/weight', 'Rubric › Criteria › Noise › Weight'],
    ['/columns/0', 'Price'],
    ['/disclosure', 'Disclosure'],
    ['/products', 'Products'],
    ['/a~1b/~0c', 'A/b › ~c'],
  ] as const) {
    it(`have places in words: ${path || 'the whole'}`, () => expect(placeInWords(path, document)).to.equal(words));
  }

  it('know the lines that reading said, and keep what only reading said', () => {
    const mismatch = foundIn(document).find(({ code }) => code === 'score-mismatch');
    if (!mismatch) throw new Error('There is no mismatch.');
    const { code, severity, path, message } = mismatch;
    const found = foundIn(document, [
      { code: code as never, severity, path, message, line: 12 },
      { code: 'scale-assumed', severity: 'info', path: '/rubric/scale', message: 'Assumed.', line: 3 },
      { code: 'score-mismatch', severity, path, message: 'Mended since.', line: 4 },
    ]);
    expect(found.find(({ message: same }) => same === message)?.line).to.equal(12);
    expect(found.filter(({ isOpen }) => !isOpen).map(({ message: said, line }) => [said, line])).to.deep.equal([
      ['Assumed.', 3],
    ]);
    expect(found.at(-1)?.message).to.equal('Assumed.');
  });

  it('begin with errors', () => {
    const found = foundIn({ ...document, products: [...document.products, { name: 'X', url: 'javascript:1' }] });
    expect(found[0]?.severity).to.equal('error');
  });

  it('know the day it is, where the author is', () => {
    expect(today(new Date(2026, 0, 5, 23, 59))).to.equal('2026-01-05');
  });
});
