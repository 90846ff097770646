/**
 * The plain forms as their readers find them: in a parser of HTML and behind a renderer of Markdown, in every language,
 * with figures worked out by hand, and with texts that would like to be more than texts.
 */
import { expect } from '@open-wc/testing';
import Fraction from 'fraction.js';
import MarkdownIt from 'markdown-it';
import { localeFor } from '../../src/elements/strings.js';
import { type PlainOptions, writeJsonLd, writePlainHtml, writePlainMarkdown } from '../../src/render/write-plain.js';
import '../../src/render/words.js';
import { leakyGut } from '../fixtures/leaky-gut.js';
import { shapeOf } from '../helpers.js';

const now = Date.parse('2026-05-01T00:00:00Z');

const house = { name: 'The Kitchen', url: 'https://kitchen.example/' };

/** The article's comparison with all that a document can have besides. */
const whole = {
  ...leakyGut,
  author: { name: 'Robin Vale' },
  publisher: house,
  updated: '2026-04-30',
  disclosure: 'We earn from some links.',
  rubric: {
    ...leakyGut.rubric,
    url: 'https://kitchen.example/method',
    bands: [
      { from: 8.5, label: 'Excellent' },
      { from: 7, label: 'Good' },
    ],
  },
  products: leakyGut.products.map((product, index) => ({
    ...product,
    url: `https://kitchen.example/${product.id}`,
    summary: `The summary of ${product.id}.`,
    verdict: `The verdict on ${product.id}.`,
    image: {
      src: `https://kitchen.example/${product.id}.png`,
      alt: `A picture of ${product.id}`,
      width: 320,
      height: 240,
    },
    pros: [`A pro of ${product.id}`, 'Another'],
    cons: [`A con of ${product.id}`],
    scores: { ...product.scores, evidence: { value: product.scores.evidence, note: `A note on ${product.id}` } },
    offers: [
      {
        seller: 'Dear Shop',
        url: 'https://dear.example/?tag=own&x=1',
        price: '$40',
        size: '500 g',
        asOf: '2026-04-30',
        paid: true,
      },
      {
        seller: 'Cheap Shop',
        url: `https://cheap.example/${index}`,
        price: '$32.50',
        size: '500 g',
        asOf: '2026-04-29',
      },
      { seller: 'Old Shop', url: 'https://old.example/', price: '$11.11', asOf: '2026-01-01', paid: true },
    ],
  })),
};

const parse = (html: string): HTMLElement => new DOMParser().parseFromString(html, 'text/html').body;
const htmlOf = (document: unknown, options: PlainOptions = {}): HTMLElement =>
  parse(writePlainHtml(document, { now, ...options }));
// As forgiving as hosts are: HTML counts, and addresses become links.
const markdown = new MarkdownIt({ html: true, linkify: true });
const markdownOf = (document: unknown, options: PlainOptions = {}): HTMLElement =>
  parse(markdown.render(writePlainMarkdown(document, { now, ...options })));

/** Text without the marks of direction, and with one space for whatever parts two texts. */
const textOf = (node: Node | null | undefined): string =>
  (node?.textContent ?? '')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The texts of a table's cells, row by row. */
const cellsOf = (table: Element | undefined): string[][] =>
  [...(table?.querySelectorAll('tr') ?? [])].map((row) =>
    [...row.children].map((cell) => {
      const copy = cell.cloneNode(true) as Element;
      for (const end of copy.querySelectorAll('br')) end.replaceWith(' · ');
      return textOf(copy);
    }),
  );

const tablesOf = (body: Element): string[][][] => [...body.querySelectorAll('table')].map(cellsOf);
const headingsOf = (body: Element): string[] => [...body.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(textOf);
const linksOf = (body: Element): string[][] =>
  [...body.querySelectorAll('a')].map((link) => [textOf(link), link.getAttribute('href') ?? '']);

// By hand, from the tables of the article: weight × score, and their sum.
const worked: [name: string, composite: string, total: string, parts: string[]][] = [
  ['Thorne L-Glutamine', '9.0', '8.975', ['2.700', '2.375', '1.600', '1.350', '0.950']],
  ['Integrative Therapeutics Zinc-Carnosine', '8.6', '8.575', ['2.700', '2.250', '1.500', '1.275', '0.850']],
  ['Sovereign Colostrum-LD', '8.0', '8.000', ['2.400', '2.125', '1.400', '1.275', '0.800']],
  ['Ora Trust Your Gut', '7.5', '7.475', ['1.950', '1.875', '1.600', '1.200', '0.850']],
];

const forms: [form: string, bodyOf: (document: unknown, options?: PlainOptions) => HTMLElement][] = [
  ['HTML', htmlOf],
  ['Markdown', markdownOf],
];

for (const [form, bodyOf] of forms) {
  describe(`the plain form in ${form}`, () => {
    it('begins with title, description and disclosure, before the first link that is paid', () => {
      const body = bodyOf(whole);
      const [heading, ...others] = headingsOf(body);
      expect(heading).to.equal('Best Leaky Gut Supplements 2026');
      expect(others).to.deep.equal(worked.map(([name], index) => `${index + 1}. ${name}`));
      const text = textOf(body);
      const places = ['Four supplements, scored', 'We earn from some links.', '(Paid link)'].map((part) =>
        text.indexOf(part),
      );
      expect(
        places.every((place, index) => place > (places[index - 1] ?? 0)),
        places.join(),
      ).to.equal(true);
    });

    it('has the products by their composites in the first table, with awards and bands', () => {
      const [header, ...rows] = tablesOf(bodyOf(whole))[0] as string[][];
      expect(header?.slice(0, 2)).to.deep.equal(['Product', 'Score']);
      expect(rows.map(([name, score]) => [name, score])).to.deep.equal([
        ['1. Thorne L-Glutamine · Best Overall Single Ingredient', '9.0 · Excellent'],
        ['2. Integrative Therapeutics Zinc-Carnosine · Best Targeted Mucosal Repair', '8.6 · Excellent'],
        ['3. Sovereign Colostrum-LD · Best Colostrum', '8.0 · Good'],
        ['4. Ora Trust Your Gut · Best All-in-One Stack', '7.5 · Good'],
      ]);
    });

    for (const [index, [name, composite, total, parts]] of worked.entries()) {
      it(`shows how ${composite} of ${name} comes about, and its parts add up`, () => {
        const rows = tablesOf(bodyOf(whole))[index + 1]?.slice(1) ?? [];
        expect(rows.map((row) => row.at(-1))).to.deep.equal([...parts, total, composite]);
        expect(rows.slice(0, 5).map((row) => row[1])).to.deep.equal(['30%', '25%', '20%', '15%', '10%']);
        const shown = rows.slice(0, 5).map((row) => row.at(-1) ?? '');
        expect(shown.reduce((sum, part) => sum.add(part), new Fraction(0)).equals(total)).to.equal(true);
        // Weight × score, once more and exactly.
        for (const [, weight = '', score = '', part = ''] of rows.slice(0, 5))
          expect(new Fraction(weight.replace('%', '')).div(100).mul(score).equals(part), part).to.equal(true);
      });
    }

    it('never has a headline that was typed', () => {
      const texts = bodyOf(whole).innerHTML.split(/<[^>]*>/);
      expect(texts.filter((text) => /(?<!\d)(8\.7|8\.2|7\.3)(?!\d)/.test(text))).to.deep.equal([]);
    });

    it('has all that there is of a product', () => {
      const text = textOf(bodyOf(whole));
      for (const words of ['summary of', 'verdict on', 'A pro of', 'A con of', 'A note on']) {
        for (const { id } of leakyGut.products) expect(text).to.include(`${words} ${id}`);
      }
      for (const words of ['NSF Sport', '5g/scoop', '~$0.50/10g', 'Best glutamine; acute repair', 'RCT', '2019'])
        expect(text).to.include(words);
      const links = linksOf(bodyOf(whole)).map(([, url]) => url);
      expect(links).to.include.members([
        'https://pubmed.ncbi.nlm.nih.gov/19627751/',
        'https://doi.org/10.1136/gut.2006.102863',
        'https://kitchen.example/method',
        'https://kitchen.example/zinc-carnosine',
      ]);
      const images = [...bodyOf(whole).querySelectorAll('img')].map(({ src, alt }) => [src, alt]);
      expect(images[3]).to.deep.equal(['https://kitchen.example/trust-your-gut.png', 'A picture of trust-your-gut']);
    });

    it('ends with who made the scores, when, and how', () => {
      expect(textOf(bodyOf(whole).querySelector('p:last-of-type'))).to.equal(
        'Scores by The Kitchen, Robin Vale · updated April 30, 2026 · How scores are made',
      );
    });

    it('has the offers in their order, the current ones with price, unit price and date', () => {
      const body = bodyOf(whole);
      const lines = [...body.querySelectorAll('li')].map(textOf).filter((line) => /Shop/.test(line));
      expect(lines.slice(0, 3)).to.deep.equal([
        '$32.50 500 g · $6.50 per 100 g · as of April 29, 2026 · See at Cheap Shop',
        '$40 500 g · $8.00 per 100 g · as of April 30, 2026 · See at Dear Shop (Paid link)',
        'Check price at Old Shop (Paid link)',
      ]);
      expect(textOf(body)).not.to.include('11.11');
    });

    it('says beside each paid link, and no other, that it is paid', () => {
      const body = bodyOf(whole);
      for (const link of body.querySelectorAll('a')) {
        const isPaid = /dear|old/.test(link.hostname);
        const isSaid = textOf(link.nextSibling).startsWith('(Paid link)');
        expect(isSaid, link.href).to.equal(isPaid);
        if (form === 'HTML')
          expect(link.getAttribute('rel'), link.href).to.equal(isPaid ? 'sponsored nofollow noopener' : null);
      }
    });

    it('says that links are paid where the document does not', () => {
      const text = textOf(bodyOf({ ...whole, disclosure: undefined }));
      expect(text.indexOf(localeFor('en').disclosure)).to.be.within(0, text.indexOf('(Paid link)'));
    });

    it('adds parameters to paid links only, in the place of their own', () => {
      const urls = linksOf(bodyOf(whole, { linkParams: 'tag=partner-20&sub=x; Old Shop: aff=1' })).map(
        ([, url]) => url,
      );
      expect(urls.filter((url) => /dear|cheap|old/.test(url ?? ''))).to.include.members([
        'https://cheap.example/0',
        'https://dear.example/?tag=partner-20&x=1&sub=x',
        'https://old.example/?tag=partner-20&sub=x&aff=1',
      ]);
    });

    it('shows no price that is older than it may be', () => {
      expect(textOf(bodyOf(whole, { priceMaxAge: '1d' })))
        .to.include('See at Dear Shop')
        .and.include('Check price at Cheap Shop');
      expect(textOf(bodyOf(whole, { now: Date.parse('2027-01-01') }))).not.to.match(/\$(40|32)/);
    });

    it('has the columns, the number of products and the level of headings that are asked for', () => {
      const body = bodyOf(whole, { columns: 'name price evidence', limit: 2, heading: 4 });
      expect(tablesOf(body)[0]?.[0]).to.deep.equal(['Product', 'Price/Serving (units differ)', 'Evidence Quality']);
      expect(headingsOf(body)).to.have.length(3);
      expect([body.querySelectorAll('h4').length, body.querySelectorAll('h5').length]).to.deep.equal([1, 2]);
    });

    it('marks the best in words', () => {
      const document = {
        columns: [{ id: 'weight', better: 'lower' }],
        products: [
          { name: 'Heron', specs: { weight: '250 g' } },
          { name: 'Plover', specs: { weight: '0.2 kg' } },
        ],
      };
      const body = bodyOf(document);
      expect(tablesOf(body)[0]?.slice(1)).to.deep.equal([
        ['Heron', '250 g'],
        ['Plover', '0.2 kg (best)'],
      ]);
      expect([...body.querySelectorAll('li')].map(textOf)).to.deep.equal(['Weight 250 g', 'Weight 0.2 kg (best)']);
    });

    it('never shows a partial composite like a full one', () => {
      const products = [{ name: 'Half', scores: { a: 8 } }, { name: 'None' }];
      const rubric = {
        criteria: [
          { id: 'a', label: 'A', weight: 60 },
          { id: 'b', label: 'B', weight: 40 },
        ],
      };
      const body = bodyOf({ rubric, products });
      expect(tablesOf(body)[0]?.slice(1)).to.deep.equal([
        ['1. Half', '8.0 · partial, 60%'],
        ['None', '—'],
      ]);
      // 0.6 × 8 = 4.8, and 0.4 × 10 more at best.
      expect(textOf(body)).to.include(
        'Score 8.0 out of 10 · Partial: rests on 60% of the weight, counted as the whole; the full score could be 4.8 to 8.8.',
      );
      expect(textOf(body)).to.include('Score not scored');
      expect(tablesOf(body)[1]?.slice(1)).to.deep.equal([
        ['A', '100%', '8.0', '8.00'],
        ['B', '—', 'not scored', '—'],
        ['Total', '', '', '8.00'],
        ['Score', '', '', '8.0'],
      ]);
      expect(textOf(bodyOf({ rubric: { ...rubric, missing: 'unrated' }, products }))).not.to.include('8.0 out of');
    });

    it('makes addresses absolute where it is told where the document is', () => {
      const document = { products: [{ name: 'A', url: '../a?b=c', image: { src: 'a.png', alt: '' } }] };
      const body = bodyOf(document, { baseUrl: 'https://kitchen.example/data/x.json' });
      expect(linksOf(body).map(([, url]) => url)).to.include('https://kitchen.example/a?b=c');
      expect(body.querySelector('img')?.getAttribute('src')).to.equal('https://kitchen.example/data/a.png');
    });

    for (const language of ['ar', 'de', 'es', 'fr', 'it', 'ja', 'pt']) {
      it(`is in the words and numbers of ${language}`, () => {
        const body = bodyOf({ ...whole, language });
        const words = localeFor(language);
        expect(words.product).not.to.equal('Product');
        const [header] = tablesOf(body)[0] as [string[]];
        expect(header.slice(0, 2)).to.deep.equal([words.product, words.score]);
        const [, ...rows] = tablesOf(body)[1] as string[][];
        expect(rows.at(-1)?.at(-1)).to.equal(words.number('9.0'));
        expect(rows[0]?.at(-1)).to.equal(words.number('2.700'));
        const text = textOf(body);
        for (const key of [
          'paidLink',
          'pros',
          'cons',
          'sources',
          'scoresBy',
          'updated',
          'total',
          'readReview',
        ] as const)
          expect(text).to.include(words[key]);
        for (const sentence of ['See at', 'Paid', 'out of', 'as of', 'Scores by', 'Read the', 'How the score'])
          expect(text).not.to.include(sentence);
      });
    }

    const hostile = [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      '</td></table><h1>x',
      '[x](javascript:alert(1))',
      '![x](https://evil.example/x.png)',
      '| a | b |',
      '`code`',
      '**bold** _em_ ~~no~~',
      '# heading',
      '- item',
      '+ item',
      '1. item',
      '1) item',
      '> quote',
      '===',
      '---',
      '    indented',
      'a\n\n# b\n\n- c',
      '&lt;b&gt; &#60;b>',
      'see https://evil.example/ www.evil.example a@evil.example',
      '<https://evil.example>',
      'a\\',
      '\\',
      '[ref]: https://evil.example',
      '[^1]',
      '::: note',
      '$x$',
      '\u202eevil\u2066',
      'עברית (1)',
      '#',
      'x #',
    ];
    for (const text of hostile) {
      it(`keeps the text ${JSON.stringify(text)} a text, wherever it stands`, () => {
        const filled = (given: string) => {
          const products = whole.products.slice(0, 2).map((product, index) => ({
            ...product,
            name: `${given}${index ? ' 2' : ''}`,
            brand: given,
            award: given,
            bestFor: given,
            summary: given,
            verdict: given,
            pros: [given, given],
            cons: [given],
            image: { ...product.image, alt: given },
            specs: { ingredient: `x ${given}`, certification: [given, given], price: { value: '$1', note: given } },
            scores: {
              ...product.scores,
              evidence: { value: 9, note: given, sources: [{ title: given, doi: '10.1000/x', kind: given }] },
            },
            offers: [
              {
                seller: given,
                url: 'https://shop.example/',
                price: given,
                size: given,
                asOf: '2026-04-30',
                paid: true,
              },
            ],
          }));
          const label = (members: object) => ({ ...members, label: given });
          return {
            ...whole,
            title: given,
            description: given,
            disclosure: given,
            author: { name: `${given}!` },
            publisher: { name: given, url: 'https://kitchen.example/' },
            rubric: {
              ...whole.rubric,
              name: given,
              criteria: whole.rubric.criteria.map(label),
              bands: [{ from: 0, label: given }],
            },
            columns: whole.columns.map(label),
            products,
          };
        };
        const plain = bodyOf(filled('xyz'));
        const body = bodyOf(filled(text));
        const bare = (node: Element) => shapeOf(node).replaceAll('<bdi></>', '');
        expect(bare(body)).to.equal(bare(plain));
        const kept = text
          .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
          .replace(/\s+/g, ' ')
          .trim();
        expect(headingsOf(body)).to.deep.equal([kept, `1. ${kept}`, `2. ${kept} 2`]);
        expect(textOf(body).split(kept).length).to.be.greaterThan(40);
      });
    }
  });
}

describe('the plain forms', () => {
  it('say the same', () => {
    const [html, text] = [htmlOf(whole), markdownOf(whole)];
    expect(headingsOf(text)).to.deep.equal(headingsOf(html));
    expect(linksOf(text)).to.deep.equal(linksOf(html));
    expect(tablesOf(text)).to.deep.equal(tablesOf(html));
    expect([...text.querySelectorAll('li')].map(textOf)).to.deep.equal([...html.querySelectorAll('li')].map(textOf));
  });

  it('have no style, script, class or handler, and only what mail programs keep', () => {
    const tags = new Set<string>();
    const attributes = new Set<string>();
    for (const element of htmlOf(whole).querySelectorAll('*')) {
      tags.add(element.localName);
      for (const name of element.getAttributeNames()) attributes.add(name);
    }
    expect([...tags].sort().join(' ')).to.equal(
      'a article b br caption div h2 h3 img li p small table tbody td tfoot th thead tr ul',
    );
    expect([...attributes].sort().join(' ')).to.equal(
      'align alt cellpadding cellspacing dir frame height href lang rel rules scope src valign width',
    );
    expect(writePlainMarkdown(whole, { now })).not.to.match(/<(?!https?:)/);
  });

  it('say which language and direction they are in, and set apart what is in another', () => {
    const article = (document: object) =>
      htmlOf({ products: [{ name: 'غلاية Pro', award: 'Best' }], ...document }).querySelector<HTMLElement>('article');
    const parts = (element: HTMLElement | null) => [
      element?.lang,
      element?.dir,
      element?.querySelectorAll('bdi').length,
    ];
    // The name twice in both, what is all Latin letters only where that is the other direction.
    expect(parts(article({ language: 'ar' }))).to.deep.equal(['ar', 'rtl', 4]);
    expect(parts(article({ language: 'en' }))).to.deep.equal(['en', 'ltr', 2]);
    expect(writePlainMarkdown({ language: 'en', products: [{ name: 'غلاية Pro' }] })).to.include(
      '\u2068غلاية Pro\u2069',
    );
    // Where there are no words of a language they are English, and said to be.
    const dutch = article({ language: 'nl' });
    expect([dutch?.lang, dutch?.querySelector('bdi')?.lang]).to.deep.equal(['en', 'nl']);
  });

  for (const document of [undefined, null, '', '{', [], {}, { products: [] }]) {
    it(`are empty for ${JSON.stringify(document)}`, () => {
      expect([writePlainHtml(document), writePlainMarkdown(document), writeJsonLd(document)]).to.deep.equal([
        '',
        '',
        '',
      ]);
    });
  }

  it('have a name and nothing else where there is nothing else', () => {
    const body = htmlOf({ products: [{ name: 'Ox' }] });
    expect(textOf(body)).to.equal('Comparison Product Ox Ox');
    expect(body.querySelectorAll('p, ul, img').length).to.equal(0);
  });

  it('read a comparison from text too', () => {
    expect(writePlainHtml(JSON.stringify(whole), { now })).to.equal(writePlainHtml(whole, { now }));
  });
});

/** Every text and number of structured data, but the words of the vocabulary, places in a list and the ends of the scale. */
function valuesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(valuesOf);
  if (typeof value !== 'object' || !value) return [String(value)];
  const about = /^(@.*|position|bestRating|worstRating|itemListOrder|offerCount|priceCurrency)$/;
  return Object.entries(value).flatMap(([key, member]) => (about.test(key) ? [] : valuesOf(member)));
}

describe('structured data beside them', () => {
  it('says all that the plain HTML shows, and nothing else', () => {
    const body = parse(writePlainHtml(whole, { now, structuredData: true, linkParams: 'tag=z' }));
    const json = JSON.parse(body.querySelector('script')?.textContent ?? '');
    body.querySelector('script')?.remove();
    const text = textOf(body);
    const addresses = [...body.querySelectorAll('[href], [src]')].map(
      (node) => node.getAttribute('href') ?? node.getAttribute('src'),
    );
    const isSeen = (value: string) =>
      text.includes(value) || addresses.includes(value) || (value === '2026-04-30' && text.includes('April 30, 2026'));
    const values = valuesOf(json);
    expect(values.length).to.be.greaterThan(80);
    expect(values.filter((value) => !isSeen(value.replace(/^32\.5$/, '32.50')))).to.deep.equal([]);
    expect(json.itemListElement[0].item).to.include.keys('brand', 'image', 'description', 'offers', 'review');
    expect(json.itemListElement[0].item.offers).to.include({ lowPrice: 32.5, highPrice: 40, offerCount: 2 });
  });

  const all = ['name', 'url', 'review', 'description', 'image', 'offers', 'brand'];
  const shown: [shows: 'table' | 'card' | 'all', keys: string[]][] = [
    ['table', ['name', 'url', 'review', 'offers', 'brand']],
    ['card', all],
    ['all', all],
  ];
  for (const [shows, keys] of shown) {
    it(`says what shows as ${shows}`, () => {
      const json = JSON.parse(writeJsonLd(whole, { now, shows }));
      expect(json.itemListElement).to.have.length(4);
      expect(json.itemListElement[0].item).to.have.all.keys('@type', ...keys);
      const one = JSON.parse(writeJsonLd(whole, { now, shows, product: 'colostrum-ld' }));
      expect([one['@type'], one.name]).to.deep.equal(['Product', 'Sovereign Colostrum-LD']);
    });
  }

  it('says nothing of a product that is not there', () => {
    expect(writeJsonLd(whole, { now, product: 'no-such' })).to.equal('');
  });
});
