/** The structured data of a page as search engines find it: once, of what is in sight, by the publisher's scores. */
import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import '../../src/define.js';
import type { G6ComparisonTable } from '../../src/elements/g6-comparison-table.js';
import type { G6ProductCard } from '../../src/elements/g6-product-card.js';
import {
  closePages,
  leakyGut,
  openPage,
  press,
  settled,
  shapeOf,
  shown,
  soon,
  spoken,
  until,
  watchConsole,
} from '../helpers.js';

const picture = '/demo/images/tablets.svg';
const selector = 'script[type="application/ld+json"]';

type Node = { readonly [name: string]: unknown };

/** The blocks of a page. */
const blocks = (page: Document = document): Node[] =>
  [...page.querySelectorAll(selector)].map(({ textContent }) => JSON.parse(textContent ?? ''));

/** What is said of each product of a list, or of the one that there is. */
const products = (block: Node | undefined): Node[] =>
  ((block?.itemListElement ?? [{ item: block }]) as { item: Node }[]).map((entry) => entry.item ?? entry);

const names = (block: Node | undefined): unknown[] => products(block).map(({ name }) => name);

/** Every text and number of a block, but the words of the vocabulary, places in a list and the ends of the scale. */
function valuesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(valuesOf);
  if (typeof value !== 'object' || !value) return [String(value)];
  const about = /^(@.*|position|bestRating|worstRating|itemListOrder)$/;
  return Object.entries(value).flatMap(([key, member]) => (about.test(key) ? [] : valuesOf(member)));
}

/** All that an element says, and its links in the page. */
const textOf = (element: Element): string =>
  [...(element.shadowRoot?.children ?? []), ...element.querySelectorAll('a')].map(spoken).join(' ');

/** The values of a block that none of the elements shows as text, link or picture. */
function unseen(block: unknown, elements: readonly Element[]): string[] {
  // Links to products stand in the page.
  const roots = elements.flatMap((element) => [element.shadowRoot as ShadowRoot, element]);
  const text = elements.map(textOf).join(' ');
  const addresses = [...roots, ...elements].flatMap((root) =>
    [...root.querySelectorAll('a[href], img')].map((node) => node.getAttribute('href') ?? node.getAttribute('src')),
  );
  const date = (value: string) => new Date(value).toLocaleDateString('en', { dateStyle: 'long', timeZone: 'UTC' });
  return valuesOf(block).filter(
    (value) =>
      !text.includes(value) && !addresses.includes(value) && !(/^\d{4}-/.test(value) && text.includes(date(value))),
  );
}

const house = { name: 'The Kitchen', url: 'https://kitchen.example/' };

/** The article's comparison with a publisher, and with all that a card shows of its second product. */
const document_ = {
  ...leakyGut,
  publisher: house,
  updated: '2026-04-30',
  products: leakyGut.products.map((product, index) => ({
    ...product,
    url: `https://kitchen.example/${product.id}`,
    summary: `The summary of ${index}.`,
    ...(index === 1 && { image: { src: picture, alt: 'Tablets' }, pros: ['Clear label'], cons: ['High price'] }),
  })),
};

const makeTable = async (attributes: Partial<G6ComparisonTable> = {}): Promise<G6ComparisonTable> => {
  const table = await fixture<G6ComparisonTable>(
    html`<g6-comparison-table .comparison=${document_} structured-data></g6-comparison-table>`,
  );
  Object.assign(table, attributes);
  await settled(table);
  return table;
};

describe('structured-data', () => {
  watchConsole();
  afterEach(() => {
    closePages();
    fixtureCleanup();
    expect(blocks(), 'left behind').to.deep.equal([]);
  });

  it('gives the page one list of what the table shows', async () => {
    const table = await makeTable();
    expect(blocks().length).to.equal(1);
    expect(document.querySelector(selector)?.getAttributeNames()).to.have.members(['type', 'data-g6-of']);
    const [block] = blocks();
    expect(block?.['@type']).to.equal('ItemList');
    expect(block?.name).to.equal('Best Leaky Gut Supplements 2026');
    // By hand from the article's tables.
    expect(
      products(block).map(({ name, review }) => [name, ((review as Node).reviewRating as Node).ratingValue]),
    ).to.deep.equal([
      ['Thorne L-Glutamine', '9.0'],
      ['Integrative Therapeutics Zinc-Carnosine', '8.6'],
      ['Sovereign Colostrum-LD', '8.0'],
      ['Ora Trust Your Gut', '7.5'],
    ]);
    expect(products(block).map(({ review }) => (review as Node).author)).to.deep.equal(
      Array(4).fill({ '@type': 'Organization', ...house }),
    );
    expect(unseen(block, [table])).to.deep.equal([]);
    // A brand is said where a product's name has it in sight.
    expect(products(block).map(({ brand }) => (brand as Node)?.name)).to.deep.equal([
      'Thorne',
      'Integrative Therapeutics',
      undefined,
      undefined,
    ]);
    expect(JSON.stringify(block)).not.to.match(/summary|Notes|8\.7/);
  });

  for (const attribute of [undefined, 'false']) {
    it(`is not there with the attribute ${attribute}`, async () => {
      const table = await makeTable();
      if (attribute) table.setAttribute('structured-data', attribute);
      else table.removeAttribute('structured-data');
      await settled(table);
      expect(blocks()).to.deep.equal([]);
    });
  }

  it('gives the page one product for a card, with its picture, its pros and cons and who has signed it', async () => {
    const card = await fixture<G6ProductCard>(
      html`<g6-product-card .comparison=${document_} product="zinc-carnosine" structured-data></g6-product-card>`,
    );
    await settled(card);
    const [block, ...others] = blocks();
    expect(others).to.deep.equal([]);
    expect(block?.['@type']).to.equal('Product');
    expect(block).to.include({ image: picture, description: 'The summary of 1.' });
    expect(block?.review).to.include.keys('author', 'dateModified', 'positiveNotes', 'negativeNotes', 'reviewRating');
    expect(unseen(block, [card])).to.deep.equal([]);
    card.structuredData = undefined;
    await settled(card);
    expect(textOf(card)).not.to.include('Scores by');
  });

  it('says nothing of a picture that could not be had', async () => {
    const products = document_.products.map((product) => ({
      ...product,
      image: { src: '/__faults/status/404', alt: 'X' },
    }));
    const card = await fixture<G6ProductCard>(
      html`<g6-product-card .comparison=${{ ...document_, products }} product="colostrum-ld" structured-data></g6-product-card>`,
    );
    await settled(card);
    card.shadowRoot?.querySelector('img')?.scrollIntoView();
    await until(() => !card.shadowRoot?.querySelector('img'), 'The end of the picture');
    await settled(card);
    expect(blocks()[0]).to.include({ name: 'Sovereign Colostrum-LD' });
    expect(blocks()[0]).not.to.include.keys('image');
  });

  it('is one for all that share a comparison, of what they show together, and shrinks with them', async () => {
    const scope = await fixture(html`<g6-comparison .comparison=${document_}>
      <g6-comparison-table structured-data></g6-comparison-table>
      <g6-product-card product="zinc-carnosine" structured-data></g6-product-card>
      <g6-product-card product="colostrum-ld"></g6-product-card>
    </g6-comparison>`);
    const [table, card] = scope.children as never as [G6ComparisonTable, G6ProductCard];
    await settled(scope, ...scope.children);
    const [block, ...others] = blocks();
    expect(others).to.deep.equal([]);
    expect(products(block).map((product) => product.description)).to.deep.equal([
      undefined,
      'The summary of 1.',
      undefined,
      undefined,
    ]);
    expect(unseen(block, [table, card])).to.deep.equal([]);
    table.remove();
    expect(names(blocks()[0])).to.deep.equal(['Integrative Therapeutics Zinc-Carnosine']);
    card.remove();
    expect(blocks()).to.deep.equal([]);
    scope.prepend(table);
    await settled(table);
    expect(names(blocks()[0])).to.have.length(4);
  });

  it('states what products sell for with the links that the page has, and only where they are shown', async () => {
    // Not today, which is less than an hour old at times.
    const asOf = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const offers = [
      { seller: 'Dear Shop', url: 'https://dear.example/?tag=own&x=1', price: '$40', asOf, paid: true },
      { seller: 'Cheap Shop', url: 'https://cheap.example/', price: '$32.50', asOf },
      { seller: 'Old Shop', url: 'https://old.example/', price: '$1', asOf: '2020-01-01', paid: true },
    ];
    const comparison = { ...document_, products: document_.products.map((product) => ({ ...product, offers })) };
    const table = await makeTable({ comparison, linkParams: 'tag=partner-20' });
    const card = await fixture<G6ProductCard>(
      html`<g6-product-card .comparison=${comparison} product="colostrum-ld" link-params="tag=z" structured-data></g6-product-card>`,
    );
    await settled(table, card);
    card.remove();
    const [first] = products(blocks()[0]);
    expect(first?.offers).to.deep.include({ '@type': 'AggregateOffer', lowPrice: 32.5, highPrice: 40, offerCount: 2 });
    expect(((first as Node).offers as { offers: Node[] }).offers.map(({ url }) => url)).to.deep.equal([
      'https://cheap.example/',
      'https://dear.example/?tag=partner-20&x=1',
    ]);
    const about = /^(offerCount|priceCurrency|lowPrice|highPrice|price)$/;
    const said = JSON.parse(JSON.stringify(blocks()[0], (key, value) => (about.test(key) ? undefined : value)));
    expect(unseen(said, [table])).to.deep.equal([]);
    table.columns = 'name score';
    await settled(table);
    expect(JSON.stringify(blocks())).not.to.match(/shop|price/i);
    table.columns = undefined;
    table.priceMaxAge = '1h';
    await settled(table);
    expect(products(blocks()[0])[0]).not.to.include.keys('offers');
  });

  it('is one for elements that have a copy of the document each, of what they show together', async () => {
    const copy = () => structuredClone(document_);
    const root = await fixture<HTMLElement>(html`<div>
      <g6-comparison-table .comparison=${copy()} structured-data></g6-comparison-table>
      <g6-product-card product="zinc-carnosine" .comparison=${copy()} structured-data></g6-product-card>
      <g6-comparison-table data=${JSON.stringify(copy())} structured-data></g6-comparison-table>
    </div>`);
    const [table, card, other] = [...root.children] as [G6ComparisonTable, G6ProductCard, G6ComparisonTable];
    await settled(table, card, other);
    expect(blocks().map((block) => products(block).length)).to.deep.equal([4]);
    const notes = () => JSON.stringify(blocks()).includes('Clear label');
    expect(notes(), 'that the card is in it').to.equal(true);
    table.remove();
    expect(blocks().map((block) => products(block).length)).to.deep.equal([4]);
    card.remove();
    expect(notes(), 'that the card is in it').to.equal(false);
    // One that is another document now is another block.
    other.data = JSON.stringify({ ...copy(), title: 'Others' });
    await settled(other);
    expect(blocks().map(({ name }) => name)).to.deep.equal(['Others']);
  });

  it('follows a document that two elements have a copy of each', async () => {
    const change = (scores: object) => ({
      ...document_,
      products: document_.products.map((product, index) => (index ? product : { ...product, scores })),
    });
    const [one, two] = [await makeTable(), await makeTable()];
    const rated = () =>
      blocks().map((block) => {
        const { review } = products(block)[0] as { review: { reviewRating: Node } };
        return review.reviewRating.ratingValue;
      });
    expect(rated()).to.deep.equal(['9.0']);
    const perfect = { evidence: 10, transparency: 10, value: 10, performance: 10, verification: 10 };
    for (const table of [one, two]) table.comparison = change(perfect);
    await settled(one, two);
    expect(rated()).to.deep.equal(['10.0']);
  });

  it('states of a table that is sorted by offers those that it begins with, by what their prices are worth today', async () => {
    const day = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
    const offer = (price: string, asOf: string) => [{ seller: 'S', url: 'https://shop.example/', price, asOf }];
    const comparison = {
      title: 'Kettles',
      currency: 'USD',
      products: [
        { name: 'Old', offers: offer('$1', day(40)) },
        { name: 'Dear', offers: offer('$9', day(1)) },
        { name: 'Cheap', offers: offer('$5', day(1)) },
      ],
    };
    const make = async (attributes: Partial<G6ComparisonTable>) => {
      const table = await makeTable({ comparison, sort: 'offers', limit: 1, ...attributes });
      const said = blocks().map(({ name }) => name);
      table.remove();
      return said;
    };
    expect(await make({})).to.deep.equal(['Cheap']);
    // An old price that is shown is the cheapest.
    expect(await make({ priceMaxAge: '9w' })).to.deep.equal(['Old']);
    expect(await make({ sort: '-offers' })).to.deep.equal(['Dear']);
  });

  it('is one for each comparison of a page', async () => {
    const other = { ...document_, title: 'Another' };
    const page = await fixture(html`<div>
      <g6-comparison-table .comparison=${document_} structured-data></g6-comparison-table>
      <g6-comparison-table .comparison=${other} structured-data></g6-comparison-table>
    </div>`);
    await settled(...page.children);
    expect(blocks().map(({ name }) => name)).to.deep.equal([document_.title, 'Another']);
  });

  it('follows the document', async () => {
    const table = await makeTable();
    table.comparison = { ...document_, products: document_.products.slice(2) };
    await settled(table);
    expect(blocks().map(names)).to.deep.equal([['Sovereign Colostrum-LD', 'Ora Trust Your Gut']]);
  });

  it('has the publisher’s scores and order, whatever the reader weighs, sorts and searches', async () => {
    const table = await makeTable({ search: true });
    const before = document.querySelector(selector)?.textContent;
    for (const [type, detail] of [
      ['g6-weights-change', { weights: { value: 100, evidence: 0, transparency: 0, performance: 0, verification: 0 } }],
      ['g6-sort', { sort: 'price' }],
      ['g6-filter', { filter: { search: 'Zinc', choices: {}, ranges: {} } }],
    ] as const) {
      table.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
      await settled(table);
      expect(document.querySelector(selector)?.textContent, type).to.equal(before);
    }
    expect(textOf(table)).to.include('Publisher');
  });

  const wishes: [wish: Partial<G6ComparisonTable>, isSaid: (block: Node | undefined) => boolean][] = [
    [{ columns: 'name price' }, (block) => names(block).length === 4 && !JSON.stringify(block).includes('Rating')],
    [{ limit: 2 }, (block) => names(block).join() === 'Thorne L-Glutamine,Integrative Therapeutics Zinc-Carnosine'],
    // The dearest and the next, the better one first.
    [{ limit: 2, sort: '-price' }, (block) => names(block).join() === 'Sovereign Colostrum-LD,Ora Trust Your Gut'],
  ];
  for (const [wish, isSaid] of wishes) {
    it(`says what a table with ${JSON.stringify(wish)} shows`, async () => {
      const table = await makeTable(wish);
      const [block] = blocks();
      expect(isSaid(block), JSON.stringify(block)).to.equal(true);
      expect(unseen(block, [table])).to.deep.equal([]);
    });
  }

  it('stays as it is when the reader shows all', async () => {
    const table = await makeTable({ limit: 2 });
    await press(table, 'button', 'Show all 4');
    expect(names(blocks()[0])).to.have.length(2);
  });

  it('speaks of the first twenty of more than two hundred products', async () => {
    const many = Array.from({ length: 201 }, (_, index) => ({ name: `Lamp ${index}` }));
    const table = await makeTable({ comparison: { products: many } });
    expect(names(blocks()[0])).to.deep.equal(many.slice(0, 20).map(({ name }) => name));
    table.comparison = { products: many.slice(1) };
    await settled(table);
    expect(names(blocks()[0])).to.have.length(200);
  });

  it('takes the script that was rendered ahead, and leaves it alone where it says the same', async () => {
    const table = await makeTable();
    const script = document.querySelector(selector) as HTMLScriptElement;
    const ahead = script.cloneNode(true) as HTMLScriptElement;
    table.remove();
    document.body.append(ahead);
    const text = ahead.firstChild;
    document.body.append(table);
    await settled(table);
    expect(document.querySelectorAll(selector).length).to.equal(1);
    expect(document.querySelector(selector) === ahead && ahead.firstChild === text).to.equal(true);
    table.comparison = { ...document_, title: 'Revised' };
    await settled(table);
    expect(blocks().map(({ name }) => name)).to.deep.equal(['Revised']);
    table.remove();
  });

  it('takes one each of those that were rendered ahead for comparisons of one name', async () => {
    const other = { ...document_, products: document_.products.slice(0, 2) };
    const page = await fixture(html`<div>
      <g6-comparison-table .comparison=${document_} structured-data></g6-comparison-table>
      <g6-comparison-table .comparison=${other} structured-data></g6-comparison-table>
    </div>`);
    await settled(...page.children);
    const ahead = [...document.querySelectorAll(selector)].map((script) => script.cloneNode(true));
    const tables = [...page.children];
    page.replaceChildren();
    document.body.append(...ahead);
    page.append(...tables);
    await settled(...tables);
    expect(blocks().map((block) => names(block).length)).to.deep.equal([4, 2]);
    expect([...document.querySelectorAll(selector)].every((script, index) => script === ahead[index])).to.equal(true);
    page.remove();
  });

  it('keeps hostile texts in its script, and the tree of the page as it is', async () => {
    const bad = '</script><img src=x onerror=alert(1)><!--<script>';
    const table = await makeTable();
    const shape = shapeOf(document);
    const own = shapeOf(table.shadowRoot as ShadowRoot);
    Object.assign(table, {
      comparison: {
        ...document_,
        title: bad,
        products: document_.products.map((product) => ({ ...product, name: bad })),
      },
    });
    await settled(table);
    expect(blocks()[0]?.name).to.equal(bad);
    expect(document.querySelector(selector)?.textContent).not.to.match(/[<>&]/);
    expect([shapeOf(document), shapeOf(table.shadowRoot as ShadowRoot)]).to.deep.equal([shape, own]);
  });

  for (const policy of [
    "script-src 'self' 'nonce-a'",
    "script-src 'nonce-a' 'strict-dynamic'; require-trusted-types-for 'script'",
    "script-src 'nonce-a'; require-trusted-types-for 'script'; trusted-types lit-html",
  ]) {
    it(`is written under the content security policy ${policy}, with no breach of it`, async () => {
      const json = JSON.stringify(document_).replaceAll("'", '&#39;');
      const page = await openPage(
        `<script nonce="a" src="/dist/g6-comparison.min.js"></script><g6-comparison-table data='${json}'></g6-comparison-table>`,
        { head: `<meta http-equiv="Content-Security-Policy" content="${policy}">` },
      );
      const table = page.querySelector('g6-comparison-table') as HTMLElement;
      await shown(table);
      const breaches: string[] = [];
      page.addEventListener('securitypolicyviolation', ({ violatedDirective }) => breaches.push(violatedDirective));
      table.setAttribute('structured-data', '');
      await settled(table);
      table.setAttribute('limit', '3');
      await settled(table);
      expect(names(blocks(page)[0])).to.have.length(3);
      await soon();
      expect(breaches).to.deep.equal([]);
    });
  }
});
