/**
 * Articles as other sites write them, each with the whole document that it is: beside it as JSON, checked by eye against
 * the article. What is said about them stands here, with its line.
 */
import { expect } from '@open-wc/testing';
import { readArticle } from '../../src/formats/article.js';
import { parseDate } from '../../src/formats/dates.js';
import { readTitle } from '../../src/formats/names.js';
import { offerOf } from '../../src/formats/offers.js';
import { parseRating, parseWeight } from '../../src/formats/rating.js';
import { readSources } from '../../src/formats/sources.js';

const fixture = async (name: string): Promise<string> =>
  (await fetch(new URL(`../fixtures/articles/${name}`, import.meta.url))).text();

const articles: readonly (readonly [name: string, said: readonly string[]])[] = [
  ['award-first.html.txt', ['16 price-undated']],
  ['bold-picks.md', ['5 score-unsupported', '18 score-unsupported', '26 score-unsupported']],
  ['criteria-as-rows.md', ['5 score-missing']],
  ['deutsch.md', ['9 scale-assumed']],
  ['front-matter.md', ['20 score-unsupported', '32 score-unsupported']],
  ['google-docs.html.txt', []],
  ['gutenberg-stars.html.txt', []],
  [
    'leaky-gut.md',
    [
      '21 score-mismatch',
      '47 names-differ',
      '53 score-mismatch',
      '63 names-differ',
      '68 score-mismatch',
      '79 mixed-units',
      '79 mixed-units',
      '84 value-unreadable',
    ],
  ],
  ['our-pick.html.txt', ['6 score-unsupported', '12 score-unsupported', '14 cell-unreadable']],
  ['pasted-tabs.md', []],
  ['percentages.md', ['13 score-mismatch']],
  ['products-as-columns.md', []],
  ['several-tables.md', ['5 table-skipped', '26 table-skipped']],
  ['single-review.md', ['1 table-assumed', '9 scale-assumed']],
  ['spreadsheet.html.txt', ['1 scale-assumed', '1 score-missing']],
  ['without-weights.md', ['9 score-unsupported', '17 score-unsupported']],
  ['arabiyya.md', ['5 value-unreadable']],
  ['bold-labels.md', ['7 score-unsupported', '16 score-unsupported']],
  ['callouts.html.txt', ['12 price-undated', '12 price-undated', '14 price-undated']],
  ['cards-export.html.txt', []],
  ['decimal-commas.html.txt', ['1 separators-assumed']],
  ['document-export.html.txt', []],
  ['espanol.md', ['12 score-unsupported', '22 separators-assumed']],
  ['francais.md', ['14 score-missing']],
  ['gutenberg-columns.html.txt', []],
  ['images-and-links.html.txt', ['– missing-disclosure']],
  ['italiano.md', []],
  ['layout-tables.html.txt', []],
  [
    'link-boxes.html.txt',
    [
      '3 cell-unreadable',
      '4 cell-unreadable',
      '5 cell-unreadable',
      '7 score-unsupported',
      '10 score-unsupported',
      '11 score-unsupported',
    ],
  ],
  ['merged-headers.html.txt', ['3 cell-unreadable']],
  ['newsletter-post.html.txt', ['2 score-unsupported', '2 score-unsupported']],
  ['nihongo.md', ['12 score-unsupported']],
  ['notes-export.md', []],
  ['one-product.html.txt', ['1 table-assumed', '2 score-unsupported']],
  ['org-table.md', []],
  ['portugues.md', []],
  ['rated-in-sentences.md', ['5 score-unsupported', '12 score-unsupported']],
  ['ratings-table.html.txt', []],
  ['reference-links.md', ['19 score-unsupported', '32 score-unsupported']],
  ['score-boxes.html.txt', ['4 score-unsupported', '11 score-unsupported']],
  ['scores-in-lists.md', ['9 score-unsupported', '15 score-unsupported']],
  ['tablepress.html.txt', []],
  ['tabs-inside.md', []],
  ['versus.md', []],
  ['weights-in-a-sentence.md', ['11 scale-assumed']],
  ['word-processor.html.txt', ['1 scale-assumed']],
];

const rows = (...lines: string[]): string => lines.join('\n');
const codes = (text: string): string[] =>
  readArticle(text).diagnostics.map(({ line, code }) => `${line ?? '–'} ${code}`);

describe('readArticle', () => {
  for (const [name, said] of articles) {
    it(`reads all of ${name}`, async () => {
      const { document, comparison, diagnostics } = readArticle(await fixture(name));
      expect(document).to.deep.equal(JSON.parse(await fixture(name.replace(/\..*$/, '.json'))));
      expect(diagnostics.map(({ line, code }) => `${line ?? '–'} ${code}`)).to.deep.equal(said);
      expect(comparison?.products.length).to.equal((document?.products as readonly unknown[] | undefined)?.length);
    });
  }

  it('says nothing of headlines once they are corrected', async () => {
    const text = (await fixture('leaky-gut.md'))
      .replace('Score: 8.7/10', 'Score: 9.0/10')
      .replace('Score: 8.2/10', 'Score: 8.0/10')
      .replace('Score: 7.3/10', 'Score: 7.5/10');
    const { diagnostics } = readArticle(text);
    expect(diagnostics.filter(({ code }) => code === 'score-mismatch')).to.deep.equal([]);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).to.deep.equal([]);
  });

  for (const [what, text, begins] of [
    ['an empty text', '\ufeff \n', 'The text is empty: '],
    ['a text that compares nothing', 'Just words.', 'There is no comparison here: '],
  ] as const) {
    it(`says of ${what} what belongs there`, () => {
      expect(readArticle(text).diagnostics.map(({ message }) => message)).to.deep.equal([
        `${begins}a table of products, or headings with scores below, belong here.`,
      ]);
    });
  }

  it('keeps a headline’s places: 8.0 is not 8', () => {
    const { comparison } = readArticle(rows('## Heron', 'Score: 8.0/10', '## Plover', 'Score: 8.5/10'));
    expect(comparison?.products.map(({ statedScore }) => statedScore)).to.deep.equal(['8.0', '8.5']);
  });

  it('does not take two rows of a table for one product, however alike their names are', () => {
    const { comparison } = readArticle(
      rows(
        '| Model | Price |',
        '|-|-|',
        '| Bose QC | $1 |',
        '| Bose QC Ultra | $2 |',
        '',
        '## Bose QC Ultra',
        'Pros: soft',
      ),
    );
    expect(comparison?.products.map(({ name, pros }) => [name, pros])).to.deep.equal([
      ['Bose QC', undefined],
      ['Bose QC Ultra', ['soft']],
    ]);
  });

  it('does not take two rows of a second table for one product either', () => {
    const { comparison } = readArticle(
      rows(
        ...['| Product | Price |', '|-|-|', '| Heron | $1 |', '| Plover | $2 |', ''],
        ...[
          '| Product | Noise |',
          '|-|-|',
          '| Plover | 3 dB |',
          '| Heron | 4 dB |',
          '| Kite Max | 5 dB |',
          '| Kite Max Pro | 6 dB |',
        ],
      ),
    );
    expect(comparison?.products.map(({ name }) => name)).to.deep.equal(['Heron', 'Plover', 'Kite Max', 'Kite Max Pro']);
  });

  it('does not take an ingredient’s heading for the product that is named after it', () => {
    const table = rows('| Product | Dose |', '|-|-|', '| Thorne Glutamine | 5 g |', '| Now Zinc | 75 mg |');
    const { document } = readArticle(rows('## Glutamine', 'See doi:10.1000/abc.', '', table));
    expect(document?.sources).to.deep.equal([
      { doi: '10.1000/abc', section: 'Glutamine', text: 'See doi:10.1000/abc.' },
    ]);
    expect(document?.products).to.deep.equal([
      { name: 'Thorne Glutamine', specs: { dose: '5 g' } },
      { name: 'Now Zinc', specs: { dose: '75 mg' } },
    ]);
  });

  it('reads a composition in percent as no weights', () => {
    const { document } = readArticle(rows('## Scarf', 'Pros: warm', '', 'Made of:', '', '- Wool: 70%', '- Silk: 30%'));
    expect(document).to.not.have.property('rubric');
  });

  it('takes “Price” for a criterion where it is scored, and for a spec where it is stated', () => {
    const { document } = readArticle(
      rows(
        '## Heron',
        ...['| Criterion | Weight | Score |', '|-|-|-|', '| Sound | 60% | 9/10 |', '| Price | 40% | 8/10 |', ''],
        ...['| Product | Price |', '|-|-|', '| Heron | $99 |', '| Plover | $89 |'],
      ),
    );
    expect(document?.products).to.deep.equal([
      { name: 'Heron', specs: { price: '$99' }, scores: { sound: 9, price: 8 } },
      { name: 'Plover', specs: { price: '$89' } },
    ]);
  });

  const sentences: readonly (readonly [sentence: string, weights: readonly (number | undefined)[] | undefined])[] = [
    ['We weight grip 40%, comfort 35% and price 25%.', [40, 35, 25]],
    ['The score is 40% grip, 35% comfort, and 25% price.', [40, 35, 25]],
    ['How we score: Grip (40%), Comfort (35%), Price (25%).', [40, 35, 25]],
    ['We score grip at 50 % + comfort at 50 %.', [50, 50]],
    ['Wir bewerten: Grip 40 %, Comfort 35 % und Price 25 %.', [40, 35, 25]],
    // They do not make up the whole, or are of something else.
    ['We weight grip 40%, comfort 35% and price 20%.', undefined],
    ['We weight wool 70% and silk 30%.', undefined],
    ['We scored 40% of them on grip and 60% on a treadmill.', undefined],
    ['The sole is grip 50% and comfort 50%.', undefined],
  ];
  for (const [sentence, weights] of sentences) {
    it(`reads the weights of “${sentence}” as ${weights?.join(', ') ?? 'none'}`, () => {
      const table = rows('| Shoe | Grip | Comfort | Price |', '|-|-|-|-|', '| A | 9 | 8 | 7 |', '| B | 8 | 7 | 6 |');
      const { comparison } = readArticle(rows('# Shoes', '', sentence, '', table));
      expect(comparison?.rubric?.criteria.map(({ weight }) => weight)).to.deep.equal(weights);
    });
  }

  for (const name of [
    'Budgetino',
    'Topo Phantom',
    'Pickwick',
    'Valued Co',
    'Bestway Pool',
    'Best Choice 3000',
    'Top Dog',
    'Winnerwell',
    'Overallo',
    'Editors Keys',
    'Premium Plus',
    'Favorite Daughter',
    'Value Pet',
  ]) {
    for (const heading of [`${name} — Best Value`, `Best Value: ${name}`]) {
      it(`has a product ${name} with its award, and no other, of “${heading}”`, () => {
        const pick = rows(`## 1. ${heading}: 61/100`, 'Score: 61/100');
        for (const table of ['', rows('| Product | Price |', '|-|-|', `| ${name} | $1 |`, '| Heron Two | $2 |')]) {
          const { document } = readArticle(rows(table, '', pick, '', '## 2. Heron Two: 52/100', 'Score: 52/100'));
          const products = document?.products as { name: string; award?: string; statedScore?: number }[];
          expect(products.map((product) => [product.name, product.award, product.statedScore])).to.deep.equal([
            [name, 'Best Value', 61],
            ['Heron Two', undefined, 52],
          ]);
        }
      });
    }
  }

  for (const name of ['Top Dog', 'Best Choice 3000', 'Premium Plus']) {
    it(`goes by the name in the table where a heading has ${name} and no award`, () => {
      const table = rows('| Product | Price |', '|-|-|', `| ${name} | $1 |`, '| Heron Two | $2 |');
      const { document } = readArticle(rows(table, '', `## ${name} — Quiet and light`, 'Score: 61/100'));
      const products = document?.products as { name: string; award?: string; statedScore?: number }[];
      expect(products.map((product) => [product.name, product.award, product.statedScore])).to.deep.equal([
        [name, undefined, 61],
        ['Heron Two', undefined, undefined],
      ]);
    });
  }

  for (const closing of [
    'Conclusion',
    'Verdict',
    'Our Verdict',
    'Final Verdict',
    'Our Final Verdict',
    'The Bottom Line',
  ]) {
    it(`does not take “${closing}” for the verdict on the last pick, where it is as high as the picks`, () => {
      const picks = rows('## Heron One: 8/10', 'Quiet.', '', '## Plover Air: 7/10', 'Light.');
      const { document } = readArticle(rows(picks, '', `## ${closing}`, '', 'The Heron One is the one to buy.'));
      const products = document?.products as { name: string; verdict?: string }[];
      expect(products.map(({ name, verdict }) => [name, verdict])).to.deep.equal([
        ['Heron One', undefined],
        ['Plover Air', undefined],
      ]);
    });
  }

  it('takes verdicts as high as their picks for theirs, where each has one', () => {
    const pick = (name: string) => rows(`## ${name}: 8/10`, '', '## Verdict', '', `Buy the ${name}.`, '');
    const { document } = readArticle(rows(pick('Heron One'), pick('Plover Air')));
    const products = document?.products as { verdict?: string }[];
    expect(products.map(({ verdict }) => verdict)).to.deep.equal(['Buy the Heron One.', 'Buy the Plover Air.']);
  });

  const bylines: readonly (readonly [byline: string, author: string])[] = [
    ['By Bea Barista. Updated on April 3, 2026.', 'Bea Barista'],
    ['By Dr. Bea J. Barista. Updated on April 3, 2026.', 'Dr. Bea J. Barista'],
    ['By J.R. Barista, updated on April 3, 2026', 'J.R. Barista'],
    ['Author: Bea Barista. Updated on April 3, 2026.', 'Bea Barista'],
    ['Author: Dr. Bea J. Barista', 'Dr. Bea J. Barista'],
  ];
  for (const [byline, author] of bylines) {
    it(`has the author ${author} of “${byline}”`, () => {
      const { document } = readArticle(rows('# Kettles', '', byline, '', '## Heron One: 8/10', 'Score: 8/10'));
      expect(document?.author).to.deep.equal({ name: author });
    });
  }

  const disclosures: readonly (readonly [passage: string, disclosure: string])[] = [
    ['As an affiliate we earn from qualifying purchases.', 'As an affiliate we earn from qualifying purchases.'],
    [
      'By Bea Barista. Updated on April 3, 2026. As an Amazon Associate I earn from qualifying purchases. So do my friends.',
      'As an Amazon Associate I earn from qualifying purchases. So do my friends.',
    ],
    [
      'We bought both kettles. We may earn a commission if you buy through links on this page.',
      'We bought both kettles. We may earn a commission if you buy through links on this page.',
    ],
  ];
  for (const [passage, disclosure] of disclosures) {
    for (const where of ['above', 'below']) {
      it(`finds the disclosure in “${passage}” ${where} the picks, and says that no offer is marked as paid`, () => {
        const [above, below] = where === 'above' ? [passage, ''] : ['', passage];
        const pick = rows('## Heron One: 8/10', 'Score: 8/10', '', '[Buy it at Shop](https://shop.example/x)');
        const { document, diagnostics } = readArticle(rows('# Kettles', '', above, '', pick, '', '## FAQ', '', below));
        expect(document?.disclosure).to.equal(disclosure);
        if (passage.startsWith('By') && where === 'above') {
          expect([document?.author, document?.updated]).to.deep.equal([{ name: 'Bea Barista' }, '2026-04-03']);
        }
        const said = diagnostics.filter(({ code }) => code !== 'score-unsupported');
        expect(said.map(({ line, code, path }) => `${line} ${code} ${path}`)).to.deep.equal([
          '8 paid-missing /products/0/offers/0',
        ]);
      });
    }
  }

  for (const [what, disclosure, rel] of [
    ['the article earns from no links', 'We are not paid for our reviews.', ''],
    ['an offer is marked', 'We earn a commission if you buy.', 'sponsored'],
  ] as const) {
    it(`says nothing of unmarked offers where ${what}`, () => {
      const offers = `<p><a href="https://a.example/x">Buy it at A</a> <a href="https://b.example/x" rel="${rel}">Buy it at B</a></p>`;
      const { comparison, diagnostics } = readArticle(
        `<p>${disclosure}</p><h2>Heron One: 8/10</h2><p>Score: 8/10</p>${offers}`,
      );
      expect(comparison?.products[0]?.offers).to.have.length(2);
      expect(diagnostics.filter(({ code }) => code === 'paid-missing')).to.deep.equal([]);
    });
  }

  it('takes the row that names no criterion for the headline', () => {
    const table = rows(
      '| | Heron One | Plover Air |',
      '|-|-|-|',
      '| Price | $1 | $2 |',
      '| Grip (60%) | 4/5 | 3/5 |',
      '| Comfort (40%) | 5/5 | 3/5 |',
      '| Price score | ★★★★ | ★★ |',
      '| Overall | 4.4/5 | 3/5 |',
    );
    const { document } = readArticle(table);
    const products = document?.products as { statedScore?: number; specs?: object }[];
    expect(document?.rubric).to.not.have.property('name');
    expect(products.map(({ statedScore }) => statedScore)).to.deep.equal([4.4, 3]);
    expect(products[0]?.specs).to.deep.equal({ price: '$1', 'price-score': '★★★★' });
  });

  it('does not make up a product of a section with offers and no award', () => {
    const table = rows('| Product | Price |', '|-|-|', '| A | $1 |', '| B | $2 |');
    const { comparison } = readArticle(rows(table, '', '## Spring deals', '', '[$20 at Shop](https://shop.example/x)'));
    expect(comparison?.products.map(({ name }) => name)).to.deep.equal(['A', 'B']);
  });

  const unsure: readonly (readonly [what: string, text: string, said: readonly string[]])[] = [
    ['nothing to compare', 'Just words.', ['– no-products']],
    ['an empty text', '', ['– no-products']],
    ['a pick without a name', rows('## 🏆', 'Score: 8/10'), ['– no-products']],
    [
      'a row without a name',
      rows('| Product | Price |', '|-|-|', '| \u200e | $1 |'),
      ['– no-products', '1 table-skipped'],
    ],
    [
      'a date that can be read in two ways',
      rows('Updated 03/04/2026', '', '| Product | Price |', '|-|-|', '| A | $1 |', '| B | $2 |'),
      ['1 date-ambiguous'],
    ],
    [
      'a score that is none',
      rows('## A', '| Criterion | Weight | Score |', '|-|-|-|', '| X | 50% | eight |', '| Y | 50% | 8/10 |'),
      ['4 score-unreadable', '5 score-missing'],
    ],
    [
      'weights that differ',
      rows(
        '## A',
        '| Criterion | Weight | Score |',
        '|-|-|-|',
        '| X | 100% | 8/10 |',
        '## B',
        '| Criterion | Weight | Score |',
        '|-|-|-|',
        '| X | 90% | 8/10 |',
      ),
      ['8 weights-differ'],
    ],
    [
      'sums that are wrong',
      rows(
        '## A',
        '| Criterion | Weight | Score | Weighted |',
        '|-|-|-|-|',
        '| X | 50% | 9/10 | 4.6 |',
        '| Y | 50% | 8/10 | 4.0 |',
        '| Composite | | | 8.6 |',
      ),
      ['4 weighted-differs', '6 composite-differs', '6 score-mismatch'],
    ],
    [
      'a headline on another scale',
      rows('## A', 'Score: 90/100', '| Criterion | Weight | Score |', '|-|-|-|', '| X | 100% | 8/10 |'),
      ['2 scale-differs'],
    ],
    [
      'a DOI that is none',
      rows('doi: 11.1136/x', '', '| Product | Price |', '|-|-|', '| A | $1 |', '| B | $2 |'),
      ['1 doi-malformed'],
    ],
    [
      'a row without a name',
      rows('| Product | Price |', '|-|-|', '| Heron | $1 |', '| | $2 |', '| Plover | $3 |'),
      ['4 cell-unreadable'],
    ],
    [
      'words beside a name',
      '<table><tr><th>Product<th>Price<tr><td>Heron<br>the old one<td>$1<tr><td>Plover<td>$2</table>',
      ['1 cell-unreadable'],
    ],
    ['more than it reads', 'x'.repeat(600_000), ['– too-large']],
    ['tags nested without end', '<div>'.repeat(20_000), ['– too-large', '– no-products']],
  ];
  for (const [what, text, said] of unsure) {
    it(`says so of ${what}`, () => expect(codes(text)).to.deep.equal(said));
  }
});

describe('parseRating', () => {
  const ratings: readonly (readonly [text: string, value: string | undefined, outOf?: number])[] = [
    ['8.7/10', '8.7', 10],
    ['8,5', '8.5'],
    ['9.0', '9.0'],
    ['92%', '92', 100],
    ['87 / 100', '87', 100],
    ['4.5 out of 5 stars', '4.5', 5],
    ['4 von 5', '4', 5],
    ['★★★★☆', '4', 5],
    ['⭐⭐⭐⭐½', '4.5', 5],
    ['8.7 (Excellent)', '8.7'],
    ['9.0 🏆', '9.0'],
    ['★★★★★★★★★★★', undefined],
    ['8.7/0', undefined],
    ['5 g', undefined],
    ['1,234', '1.234'],
    ['٨٫٥/١٠', '8.5', 10],
    ['８．５／１０', '8.5', 10],
    ['8,5 sur 10', '8.5', 10],
    ['9 de 10', '9', 10],
    ['4 estrellas', '4', 5],
    ['3 étoiles', '3', 5],
    ['8.5点', '8.5'],
    ['eight', undefined],
    ['8 9', undefined],
    ['', undefined],
  ];
  for (const [text, value, outOf] of ratings) {
    it(`reads “${text}” as ${value ?? 'none'}`, () => {
      const rating = parseRating(text);
      expect(rating?.text).to.equal(value);
      expect(rating?.outOf).to.equal(outOf);
    });
  }

  for (const [text, weight] of [
    ['30%', 30],
    ['0,3', 0.3],
    ['2x', 2],
    ['12.5 %', 12.5],
    ['1.2 kg', undefined],
    ['', undefined],
  ] as const) {
    it(`reads the weight “${text}” as ${weight ?? 'none'}`, () => expect(parseWeight(text)).to.equal(weight));
  }
});

describe('offerOf', () => {
  const offers: readonly (readonly [text: string, price: string | undefined, seller?: string])[] = [
    ['Buy for $20 at Shop', '$20', 'Shop'],
    ['C$30 at Shop', 'C$30', 'Shop'],
    ['A$ 30 on Shop', 'A$ 30', 'Shop'],
    ['Rs. 1,299 at Shop', 'Rs. 1,299', 'Shop'],
    ['10 zł at Shop', '10 zł', 'Shop'],
    ['See it for USD 30 on Shop', 'USD 30', 'Shop'],
    ['30 USD on Shop', '30 USD', 'Shop'],
    ['ab 4,99 € bei Shop', '4,99 €', 'Shop'],
    ['1 299,50 € bei Shop', '1 299,50 €', 'Shop'],
    ['Check price at Shop ($1,299.00)', '$1,299.00'],
    ['300円 on Shop', '300円', 'Shop'],
    ['See iPhone 15 at Shop', undefined, 'Shop'],
    ['View 12 mg at Shop', undefined, 'Shop'],
    ['Rs. 1,29,900 at Shop', undefined, 'Shop'],
    ['NOW 30 € at Shop', '30 €', 'Shop'],
  ];
  for (const [text, price, seller] of offers) {
    it(`reads “${text}” as ${price ?? 'no price'}`, () => {
      const url = 'https://shop.example/x';
      const offer = offerOf({ text, url, rel: [] });
      expect(offer).to.deep.equal({ ...(seller && { seller }), url, ...(price && { price }) });
    });
  }
});

describe('readTitle', () => {
  const titles: readonly (readonly [heading: string, name: string, award?: string | undefined, rank?: number])[] = [
    [
      '1. Thorne L-Glutamine — Best Overall Single Ingredient',
      'Thorne L-Glutamine',
      'Best Overall Single Ingredient',
      1,
    ],
    ['🥇 #1 Quire A5 – Best overall', 'Quire A5', 'Best overall', 1],
    ['1️⃣ Heron One', 'Heron One', undefined, 1],
    ['Best budget pick: Mixa Go', 'Mixa Go', 'Best budget pick'],
    ['Fjord Fold (Editor’s Choice)', 'Fjord Fold', 'Editor’s Choice'],
    ['Platz 2: Bach Komfort', 'Bach Komfort', undefined, 2],
    ['Testsieger: Bach Komfort', 'Bach Komfort', 'Testsieger'],
    ['Top pick: Heron One', 'Heron One', 'Top pick'],
    ['Best Overall — Premium Plus', 'Premium Plus', 'Best Overall'],
    ['Budget blender: Heron One', 'Heron One', 'Budget blender'],
    ['3M Respirator', '3M Respirator'],
    ['Anker 737 – Power Bank', 'Anker 737 – Power Bank'],
    ['Sony® WH-1000XM5™ 9.1/10', 'Sony® WH-1000XM5™'],
    ['Heron Sound 2 review', 'Heron Sound 2'],
    ['Reiher One im Test', 'Reiher One'],
    ['1位：ヘロン K1', 'ヘロン K1', undefined, 1],
    ['N°2 : Plover Air — Le plus léger', 'Plover Air', 'Le plus léger', 2],
    ['Heron Fry: mejor calidad-precio', 'Heron Fry', 'mejor calidad-precio'],
    ['La migliore in assoluto: Heron Bar', 'Heron Bar', 'La migliore in assoluto'],
  ];
  for (const [heading, name, award, rank] of titles) {
    it(`reads “${heading}” as “${name}”`, () => {
      const title = readTitle(heading);
      expect([title.name, title.award, title.rank]).to.deep.equal([name, award, rank]);
    });
  }
});

describe('parseDate', () => {
  const dates: readonly (readonly [text: string, date: string | undefined])[] = [
    ['Updated April 30, 2026', '2026-04-30'],
    ['30. April 2026', '2026-04-30'],
    ['Stand: 3.2.2026', '2026-02-03'],
    ['the 1st of March 2026', '2026-03-01'],
    ['2026-04-30T09:30:00Z', '2026-04-30T09:30:00Z'],
    ['31/12/2025', '2025-12-31'],
    ['12/31/2025', '2025-12-31'],
    ['Mis à jour le 3 avril 2026', '2026-04-03'],
    ['1er août 2026', '2026-08-01'],
    ['2 de marzo de 2026', '2026-03-02'],
    ['5 aprile 2026', '2026-04-05'],
    ['3 de fevereiro de 2026', '2026-02-03'],
    ['更新日：2026年4月3日', '2026-04-03'],
    ['2026/4/3', '2026-04-03'],
    ['٣ أبريل ٢٠٢٦', '2026-04-03'],
    ['03/04/2026', 'ambiguous'],
    ['February 30, 2026', undefined],
    ['sometime in 2026', undefined],
  ];
  for (const [text, date] of dates)
    it(`reads “${text}” as ${date ?? 'none'}`, () => expect(parseDate(text)).to.equal(date));
});

describe('readSources', () => {
  const sources: readonly (readonly [text: string, found: readonly object[]])[] = [
    ['(doi:10.1136/gut.48.2.211).', [{ doi: '10.1136/gut.48.2.211' }]],
    ['see https://doi.org/10.1000/abc(2019)14, too', [{ doi: '10.1000/abc(2019)14' }]],
    ['PMID: 19627751 and PMID 123', [{ pmid: '19627751' }, { pmid: '123' }]],
    ['pubmed.ncbi.nlm.nih.gov/19627751/', [{ pmid: '19627751' }]],
    ['twice 10.1000/a and 10.1000/a', [{ doi: '10.1000/a' }]],
    ['version 10.4 of 2020', []],
  ];
  for (const [text, found] of sources) {
    it(`finds in “${text}” ${found.length || 'none'}`, () =>
      expect(readSources({ text, lines: [text], line: 1, lead: '', links: [], images: [] })).to.deep.equal(found));
  }
});
