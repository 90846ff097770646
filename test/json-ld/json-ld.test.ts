/** What is said of a comparison in schema.org's terms: what is shown, by the publisher's scores, by Google's rules. */
import { expect } from '@open-wc/testing';
import { jsonLd, type Shown } from '../../src/json-ld/json-ld.js';
import { scriptText } from '../../src/json-ld/script-text.js';
import { type Comparison, type Product, readComparison } from '../../src/model/comparison.js';
import { offersOf } from '../../src/model/offer.js';
import { scoreProducts } from '../../src/model/rank.js';
import { leakyGut } from '../fixtures/leaky-gut.js';

const read = (document: unknown): Comparison => readComparison(document).comparison as Comparison;

type Part = keyof Shown;

const everything: readonly Part[] = [
  'title',
  'description',
  'author',
  'publisher',
  'updated',
  'url',
  'brand',
  'image',
  'summary',
  'score',
  'pros',
  'cons',
];

/** What is said of the products of a document, of each of which the parts are shown; as JSON gives it back. */
function said(document: unknown, parts: readonly Part[] = everything, ids?: readonly string[]): unknown {
  const comparison = read(document);
  const shown = comparison.products.filter(({ id }) => ids?.includes(id) ?? true);
  const showing = new Map(
    shown.map((product) => {
      const all = { ...comparison, ...product, image: product.image?.src, score: true };
      return [product, Object.fromEntries(parts.map((part) => [part, all[part]])) as Shown];
    }),
  );
  const value = jsonLd(comparison, scoreProducts(comparison), showing);
  return value && JSON.parse(scriptText(value));
}

const house = { name: 'The Kitchen', url: 'https://kitchen.example/' };

const pick = {
  title: 'Picks',
  publisher: house,
  author: { name: 'Robin Vale' },
  updated: '2026-04-30',
  rubric: {
    scale: { min: 1, max: 5 },
    criteria: [
      { id: 'a', label: 'A', weight: 3 },
      { id: 'b', label: 'B', weight: 1 },
    ],
  },
  products: [
    {
      name: 'Kettle',
      brand: 'Boil',
      url: 'https://kitchen.example/kettle',
      image: { src: 'https://kitchen.example/kettle.png', alt: 'A kettle' },
      summary: 'A kettle of steel.',
      verdict: 'Buy it.',
      scores: { a: 4, b: 3 },
      statedScore: 4.9,
      pros: ['Quick', 'Quiet'],
      cons: ['Heavy'],
    },
  ],
};

/** The same with other members of its one product. */
const withProduct = (members: object): typeof pick => ({
  ...pick,
  products: [{ ...pick.products[0], ...members } as never],
});

describe('jsonLd', () => {
  it('gives the whole of one product as a product with its editorial review', () => {
    // 4 × ¾ + 3 × ¼ = 3.75, half up.
    expect(said(pick)).to.deep.equal({
      '@context': 'https://schema.org',
      '@type': 'Product',
      name: 'Kettle',
      brand: { '@type': 'Brand', name: 'Boil' },
      url: 'https://kitchen.example/kettle',
      image: 'https://kitchen.example/kettle.png',
      description: 'A kettle of steel.',
      review: {
        '@type': 'Review',
        author: { '@type': 'Person', name: 'Robin Vale' },
        publisher: { '@type': 'Organization', ...house },
        dateModified: '2026-04-30',
        reviewRating: { '@type': 'Rating', ratingValue: '3.8', bestRating: 5, worstRating: 1 },
        positiveNotes: {
          '@type': 'ItemList',
          itemListElement: [
            { '@type': 'ListItem', position: 1, name: 'Quick' },
            { '@type': 'ListItem', position: 2, name: 'Quiet' },
          ],
        },
        negativeNotes: {
          '@type': 'ItemList',
          itemListElement: [{ '@type': 'ListItem', position: 1, name: 'Heavy' }],
        },
      },
    });
  });

  it('gives the article’s products as a list in the order of their composites, never of their headlines', () => {
    const list = said({ ...leakyGut, publisher: house }, ['title', 'publisher', 'score']) as never as {
      name: string;
      itemListElement: { position: number; item: { name: string; brand: unknown; review: { reviewRating: object } } }[];
    };
    expect(list.name).to.equal('Best Leaky Gut Supplements 2026');
    expect(
      list.itemListElement.map(({ position, item }) => [position, item.name, item.review.reviewRating]),
    ).to.deep.equal(
      [
        // 8.975, 8.575, 8.000 and 7.475: worked out by hand from the article’s tables.
        ['Thorne L-Glutamine', '9.0'],
        ['Integrative Therapeutics Zinc-Carnosine', '8.6'],
        ['Sovereign Colostrum-LD', '8.0'],
        ['Ora Trust Your Gut', '7.5'],
      ].map(([name, ratingValue], index) => [
        index + 1,
        name,
        { '@type': 'Rating', ratingValue, bestRating: 10, worstRating: 0 },
      ]),
    );
  });

  it('says nothing of the order of a list in which nothing is scored', () => {
    const list = said({ ...pick, products: [{ name: 'One' }, { name: 'Two' }] });
    expect(list).to.include({ '@type': 'ItemList' }).and.not.have.property('itemListOrder');
  });

  it('orders a list by the ranking that it is given, and says that the best is first', () => {
    const document = {
      publisher: house,
      rubric: { criteria: [{ id: 'a', label: 'A', weight: 1 }] },
      products: [{ name: 'Low', scores: { a: 1 } }, { name: 'High', scores: { a: 9 } }, { name: 'None' }],
    };
    const list = said(document, ['publisher', 'score']) as { itemListOrder: string; itemListElement: object[] };
    expect(list.itemListOrder).to.equal('https://schema.org/ItemListOrderDescending');
    // What has no review is an entry by its name: as a product it would be an error to search engines.
    expect(list.itemListElement[2]).to.deep.equal({ '@type': 'ListItem', position: 3, name: 'None' });
    expect(list.itemListElement.map((entry) => JSON.stringify(entry).match(/High|Low|None/)?.[0])).to.deep.equal([
      'High',
      'Low',
      'None',
    ]);
  });

  const missing: [part: Part, words: readonly string[]][] = [
    ['author', ['Robin Vale']],
    ['publisher', ['kitchen.example/"', 'The Kitchen']],
    ['updated', ['2026-04-30']],
    ['url', ['kettle"']],
    ['brand', ['Boil']],
    ['image', ['kettle.png']],
    ['summary', ['steel']],
    ['score', ['3.8', 'Rating']],
    ['pros', ['Quick', 'Quiet', 'positiveNotes']],
    ['cons', ['Heavy', 'negativeNotes']],
  ];
  for (const [part, words] of missing) {
    it(`says nothing of what is not shown: ${part}`, () => {
      const whole = JSON.stringify(said(pick));
      const text = JSON.stringify(
        said(
          pick,
          everything.filter((other) => other !== part),
        ),
      );
      for (const word of words) {
        expect(whole).to.include(word);
        expect(text).not.to.include(word);
      }
    });
  }

  it('never has the headline, the verdict or the name of the rubric', () => {
    expect(JSON.stringify(said(pick))).not.to.match(/4\.9|Buy it/);
  });

  it('takes the publisher for the author where nobody else is named', () => {
    for (const document of [
      { ...pick, author: undefined },
      { ...pick, author: house },
    ]) {
      const { review } = said(document) as { review: { author: unknown } };
      expect(review.author).to.deep.equal({ '@type': 'Organization', ...house });
    }
  });

  it('has no review that nobody has written', () => {
    expect(said(pick, ['score', 'pros', 'cons', 'updated'])).to.equal(undefined);
    expect(said({ ...pick, author: undefined, publisher: undefined })).to.equal(undefined);
  });

  const notes: [pros: string[], cons: string[], isSaid: boolean][] = [
    [['Quick'], ['Heavy'], true],
    [['Quick', 'Quiet'], [], true],
    [[], ['Heavy', 'Loud'], true],
    [['Quick'], [], false],
    [[], ['Heavy'], false],
    [[], [], false],
  ];
  for (const [pros, cons, isSaid] of notes) {
    it(`says ${pros.length} pros and ${cons.length} cons: ${isSaid}`, () => {
      const text = JSON.stringify(said(withProduct({ pros, cons })));
      expect([text.includes('positiveNotes'), text.includes('negativeNotes')]).to.deep.equal([
        isSaid && pros.length > 0,
        isSaid && cons.length > 0,
      ]);
    });
  }

  it('rates nothing by a partial composite, and still says what speaks for it', () => {
    const { review } = said(withProduct({ scores: { a: 4 } })) as { review: object };
    expect(review).to.include.keys('positiveNotes', 'author').and.not.include.keys('reviewRating');
    expect(said(withProduct({ scores: { a: 4 }, pros: [], cons: [] }))).to.equal(undefined);
  });

  const now = Date.parse('2026-05-01T00:00:00Z');
  const shop = {
    seller: 'Shop',
    url: 'https://shop.example/?id=1&tag=x',
    price: '$32.77',
    asOf: '2026-04-30',
    paid: true,
  };

  /** What is said of one product's offers. */
  function offersSaid(...offers: object[]): unknown {
    const comparison = read({ currency: 'USD', products: [{ name: 'Kettle', offers }] });
    const [product] = comparison.products as [Product];
    const showing = new Map([[product, { offers: offersOf(comparison, product, { now }) }]]);
    const value = jsonLd(comparison, scoreProducts(comparison), showing);
    return (value && JSON.parse(scriptText(value)))?.offers;
  }

  it('states an offer with its price, currency, address and seller', () => {
    expect(offersSaid(shop)).to.deep.equal({
      '@type': 'Offer',
      price: 32.77,
      priceCurrency: 'USD',
      url: 'https://shop.example/?id=1&tag=x',
      seller: { '@type': 'Organization', name: 'Shop' },
    });
  });

  it('states those of several sellers together, from the lowest price to the highest', () => {
    const all = offersSaid(
      shop,
      { ...shop, seller: 'B', price: 'US$ 1,030.50' },
      { ...shop, seller: 'C', price: '40' },
    );
    expect(all).to.deep.include({
      '@type': 'AggregateOffer',
      lowPrice: 32.77,
      highPrice: 1030.5,
      priceCurrency: 'USD',
      offerCount: 3,
    });
    expect((all as { offers: { price: number }[] }).offers.map(({ price }) => price)).to.deep.equal([
      32.77, 40, 1030.5,
    ]);
  });

  it('keeps prices of two currencies apart', () => {
    const all = offersSaid(shop, { ...shop, price: '€20' }) as { priceCurrency: string }[];
    expect(all.map(({ priceCurrency }) => priceCurrency).sort()).to.deep.equal(['EUR', 'USD']);
  });

  const unstated: [what: string, offer: object][] = [
    ['a price that is too old', { ...shop, asOf: '2026-03-01' }],
    ['a price of yesterday noon', { ...shop, asOf: '2026-04-29T12:00:00Z' }],
    ['a price without a date', { ...shop, asOf: undefined }],
    ['no price', { ...shop, price: undefined }],
    ['a price below nothing', { ...shop, price: '-$5' }],
    ['a price of a time to come', { ...shop, asOf: '2027-01-01' }],
    ['about a price', { ...shop, price: '~$30' }],
    ['a range of prices', { ...shop, price: '$30–40' }],
    ['a lowest price', { ...shop, price: 'from $30' }],
    ['a price for a unit', { ...shop, price: '$0.50/10g' }],
    ['a currency that has no code', { ...shop, price: '300 kr' }],
    ['a price that nobody can read', { ...shop, price: 'cheap' }],
  ];
  for (const [what, offer] of unstated) {
    it(`does not state ${what}`, () => {
      expect(offersSaid(offer)).to.equal(undefined);
      expect(offersSaid(offer, shop)).to.include({ '@type': 'Offer', price: 32.77 });
    });
  }

  it('speaks of the products that are shown only', () => {
    const text = JSON.stringify(said({ ...leakyGut, publisher: house }, everything, ['zinc-carnosine']));
    expect(text).to.match(/^\{"@context":"https:\/\/schema.org","@type":"Product","name":"Integrative/);
    expect(said(leakyGut, everything, [])).to.equal(undefined);
  });
});

describe('scriptText', () => {
  it('gives back what it was given, in JSON', () => {
    const value = { a: [1, -2.5, 'x', '', []], b: { c: '"\\\n\u2028é😀' }, d: undefined };
    const { d, ...rest } = value;
    expect(JSON.parse(scriptText(value))).to.deep.equal(rest);
  });

  const hostile = ['</script><script>alert(1)</script>', '<!--<script>', ']]>', '&lt;', '\u2028\u2029'];
  for (const text of hostile) {
    it(`keeps ${JSON.stringify(text)} within its script`, () => {
      const written = scriptText({ [text]: [text] });
      expect(written).not.to.match(/[<>&\u2028\u2029]/);
      expect(JSON.parse(written)).to.deep.equal({ [text]: [text] });
      const page = new DOMParser().parseFromString(
        `<script type="application/ld+json">${written}</script><p>after</p>`,
        'text/html',
      );
      expect([page.scripts.length, page.querySelector('p')?.textContent]).to.deep.equal([1, 'after']);
    });
  }

  it('is what it is on pages that have changed what JSON.stringify makes of lists', () => {
    const lists = Array.prototype as { toJSON?: unknown };
    lists.toJSON = () => 'broken';
    try {
      expect(scriptText({ a: ['b'] })).to.equal('{"a":["b"]}');
    } finally {
      delete lists.toJSON;
    }
  });
});
