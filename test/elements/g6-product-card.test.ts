/** The product card as its visitors find it: whole, with almost nothing on it, alone and in a row, at any width. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import type { G6ProductCard } from '../../src/elements/g6-product-card.js';
import {
  byRole,
  closePages,
  expectAccessible,
  fault,
  messagesOf,
  newKey,
  openPage,
  requestsOf,
  seen,
  settled,
  shapeOf,
  spoken,
  theOnly,
  until,
  watchConsole,
} from '../helpers.js';

const picture = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>')}`;
const url = 'https://example.com/heron';

/** A product with everything on it. */
const whole = {
  id: 'heron',
  name: 'Heron 3',
  award: 'Best of all',
  bestFor: 'Long flights',
  summary: 'Headphones that close.',
  verdict: 'The quietest of them.',
  url,
  specs: { weight: '250 g', price: '$99', codecs: ['AAC', 'LDAC'], wired: true, colour: 'Grey' },
  scores: { sound: 9, build: 8 },
  pros: ['Quiet', 'Light'],
  cons: ['No bag'],
  sources: [
    { doi: '10.1136/gut.2006.102863', title: 'A trial', kind: 'RCT', year: 2007 },
    { pmid: '19627751' },
    { url: 'https://example.com/manual' },
  ],
};

const comparison = {
  title: 'Headphones',
  language: 'en',
  rubric: {
    criteria: [
      { id: 'sound', label: 'Sound', weight: 60 },
      { id: 'build', label: 'Build', weight: 40 },
    ],
    bands: [{ from: 8, label: 'Very good' }],
  },
  columns: [
    { id: 'weight', label: 'Weight', priority: 2 },
    { id: 'price', label: 'Price', priority: 1 },
    { id: 'codecs', label: 'Codecs', priority: 3 },
    { id: 'wired', label: 'Wired', priority: 4 },
    { id: 'colour', label: 'Colour', priority: 5 },
  ],
  products: [whole, { id: 'ox', name: 'Ox', scores: { sound: 4, build: 4 } }],
};

/** A document of one product, without scores unless there are some. */
const only = (product: object, members: object = {}): object => ({ ...members, products: [product] });

const cardOf = (document: unknown, product?: string): Promise<G6ProductCard> =>
  fixture(html`<g6-product-card .product=${product ?? null} .comparison=${document}></g6-product-card>`);

const find = <T extends Element = HTMLElement>(card: Element, selector: string): T | null =>
  (card.shadowRoot as ShadowRoot).querySelector<T>(selector);
const articleOf = (card: Element): HTMLElement => find(card, 'article') as HTMLElement;
const headingOf = (card: Element): HTMLElement => find(card, 'h1, h2, h3, h4, h5, h6') as HTMLElement;
const part = (card: Element, name: string): HTMLElement | null => find(card, `[part~=${name}]`);

/** What is spoken of each fact. */
const factsOf = (card: Element): string[] =>
  [...(card.shadowRoot as ShadowRoot).querySelectorAll('dl > div')].map((fact) =>
    [...fact.children].map(spoken).join(': '),
  );

/** The lists of the card by their labels, but for those inside of facts. */
const listsOf = (card: Element): (readonly [label: string, items: string[]])[] =>
  [...(card.shadowRoot as ShadowRoot).querySelectorAll('ul[aria-labelledby]')].map((list) => [
    spoken(find(card, `#${list.getAttribute('aria-labelledby')}`) as Element),
    [...list.children].map(spoken),
  ]);

/** Weighs the criteria anew, as a reader does. */
async function weigh(card: Element, weights: object | undefined): Promise<void> {
  const detail = { weights, source: weights ? 'slider' : 'reset' };
  card.dispatchEvent(new CustomEvent('g6-weights-change', { bubbles: true, composed: true, detail }));
  await settled(card);
}

describe('g6-product-card', () => {
  watchConsole();
  afterEach(closePages);

  describe('of a product with everything on it', () => {
    it('reads from the award to the link', async () => {
      const card = await cardOf(comparison, 'heron');
      const parts = [...(card.shadowRoot as ShadowRoot).querySelectorAll('[part]')].map((each) => each.part[0]);
      const order = [
        'award',
        'name',
        'rating',
        'summary',
        'facts',
        'pros',
        'cons',
        'verdict',
        'sources',
        'review-link',
      ];
      expect(parts.filter((name) => order.includes(name as string))).to.deep.equal(order);
      // 9 × 60 % + 8 × 40 % = 8.6.
      expect(spoken(part(card, 'rating') as Element)).to.equal('Score 8.6 out of 10 Very good');
      expect(seen(part(card, 'rating') as Element)).to.equal('8.6 / 10 Very good');
      expect(spoken(part(card, 'award') as Element)).to.equal('Best of all');
      expect(spoken(part(card, 'summary') as Element)).to.equal('Headphones that close.');
      expect(spoken(part(card, 'verdict') as Element)).to.equal('The quietest of them.');
    });

    it('is an article that is named by its heading', async () => {
      const card = await cardOf(comparison, 'heron');
      expect(articleOf(card).getAttribute('aria-labelledby')).to.equal(headingOf(card).id);
      expect(spoken(headingOf(card))).to.equal('Heron 3');
    });

    it('says what speaks for it and against it in words, in lists, with marks of two shapes', async () => {
      const card = await cardOf(comparison, 'heron');
      expect(listsOf(card)).to.deep.equal([
        ['Pros', ['Quiet', 'Light']],
        ['Cons', ['No bag']],
      ]);
      const shapes = ['pros', 'cons'].map((name) => part(card, name)?.querySelector('svg path')?.getAttribute('d'));
      expect(shapes[0]).to.be.a('string');
      expect(shapes[0]).to.not.equal(shapes[1]);
    });

    it('has a link to the review whose name says of what', async () => {
      const [link] = byRole(part(await cardOf(comparison, 'heron'), 'review-link')?.parentElement as Element, 'link');
      if (!(link instanceof HTMLAnchorElement)) throw new Error('There is no link.');
      expect(link.href).to.equal(url);
      expect(spoken(link)).to.equal('Read the full review, Heron 3');
      expect(seen(link)).to.equal('Read the full review');
    });

    it('lists its sources, folded, each with a link to where it is read', async () => {
      const sources = part(await cardOf(comparison, 'heron'), 'sources') as HTMLDetailsElement;
      expect(sources.open).to.equal(false);
      expect(spoken(sources.querySelector('summary') as Element)).to.equal('Sources (3)');
      sources.open = true;
      expect([...sources.querySelectorAll('li')].map(spoken)).to.deep.equal([
        'A trial · https://doi.org/10.1136/gut.2006.102863 · RCT · 2007',
        'PMID 19627751',
        'https://example.com/manual',
      ]);
      expect([...sources.querySelectorAll('a')].map(({ href }) => href)).to.deep.equal([
        'https://doi.org/10.1136/gut.2006.102863',
        'https://pubmed.ncbi.nlm.nih.gov/19627751/',
        'https://example.com/manual',
      ]);
    });

    it('keeps a DOI of any signs within the address of its resolver', async () => {
      const sources = [{ doi: '10.1000/a#b?c=../../<d>%2e' }, { doi: '10.1000/javascript:alert(1)' }];
      const card = await cardOf(only({ name: 'Heron', sources }));
      const links = byRole(card, 'link') as HTMLAnchorElement[];
      expect(links.map(({ origin, hash, search }) => [origin, hash, search])).to.deep.equal([
        ['https://doi.org', '', ''],
        ['https://doi.org', '', ''],
      ]);
      expect(decodeURIComponent((links[1] as HTMLAnchorElement).pathname)).to.equal('/10.1000/javascript:alert(1)');
    });
  });

  describe('of a product with little on it', () => {
    it('is its name, where there is nothing else', async () => {
      const card = await cardOf(only({ name: 'Ox' }));
      expect(spoken(articleOf(card))).to.equal('Ox');
      expect(card.shadowRoot?.querySelectorAll('article :is(p, dl, ul, img, svg, a, details)').length).to.equal(0);
      await expectAccessible(card);
    });

    it('has one con and no word of pros', async () => {
      const card = await cardOf(only({ name: 'Ox', cons: ['Slow'] }));
      expect(listsOf(card)).to.deep.equal([['Cons', ['Slow']]]);
    });

    it('says that it is not scored where others are', async () => {
      const card = await cardOf({ ...comparison, products: [whole, { id: 'ox', name: 'Ox' }] }, 'ox');
      expect(spoken(part(card, 'rating') as Element)).to.equal('Score not scored');
    });

    it('marks a partial score as one, without a band', async () => {
      const card = await cardOf({ ...comparison, products: [{ ...whole, scores: { sound: 9 } }] });
      expect(spoken(part(card, 'rating') as Element)).to.equal('Score 9.0 out of 10 partial, 60%');
    });
  });

  describe('of facts', () => {
    it('states whom it suits and the four of the highest priority', async () => {
      expect(factsOf(await cardOf(comparison, 'heron'))).to.deep.equal([
        'Best for: Long flights',
        'Price: $99',
        'Weight: 250 g',
        'Codecs: AAC LDAC',
        'Wired: Yes',
      ]);
    });

    it('leaves out what is not stated', async () => {
      const card = await cardOf(
        { ...comparison, products: [{ ...whole, specs: { colour: 'Red', price: '$9' } }, whole] },
        'heron',
      );
      expect(factsOf(card)).to.deep.equal(['Best for: Long flights', 'Price: $9']);
    });

    for (const [columns, facts] of [
      ['colour price', ['Colour: Grey', 'Price: $99']],
      ['name score wired', ['Wired: Yes']],
      ['sound, bestFor', ['Sound: 9.0 out of 10', 'Best for: Long flights']],
      ['no-such', []],
    ] as const) {
      it(`states those that columns="${columns}" names, in its order`, async () => {
        const card = await cardOf(comparison, 'heron');
        card.setAttribute('columns', columns);
        await settled(card);
        expect(factsOf(card)).to.deep.equal(facts);
      });
    }

    it('says of one that was asked for that it is not stated', async () => {
      const card = await cardOf(comparison, 'ox');
      card.columns = 'price';
      await settled(card);
      expect(factsOf(card)).to.deep.equal(['Price: not stated']);
    });

    it('cuts a long text until it is asked for, and gives remarks beside their values', async () => {
      const specs = { story: 'word '.repeat(60), size: { value: '3 m', note: 'with stand' } };
      const card = await cardOf(only({ name: 'Heron', specs }));
      expect(factsOf(card)[1]).to.equal('Size: 3 m with stand');
      const button = theOnly(card, 'button');
      const text = card.shadowRoot?.querySelector('dd') as HTMLElement;
      const height = text.offsetHeight;
      button.click();
      await settled(card);
      expect(theOnly(card, 'button').getAttribute('aria-expanded')).to.equal('true');
      expect(text.offsetHeight).to.be.above(height);
    });
  });

  describe('of a picture', () => {
    const withImage = (image: object): object => only({ name: 'Heron', image }, {});
    const imageOf = (card: Element) => find<HTMLImageElement>(card, 'img');

    it('is asked for when it is near, and has its size and its words from the document', async () => {
      const card = await cardOf(withImage({ src: '/demo/favicon.svg', alt: 'A heron', width: 320, height: 200 }));
      const image = imageOf(card) as HTMLImageElement;
      expect(image.getAttribute('src')).to.equal('/demo/favicon.svg');
      expect([image.alt, image.loading, image.decoding]).to.deep.equal(['A heron', 'lazy', 'async']);
      expect([image.getAttribute('width'), image.getAttribute('height')]).to.deep.equal(['320', '200']);
    });

    it('moves nothing when it comes', async () => {
      const card = await cardOf(withImage({ src: fault('hang'), alt: 'A heron' }));
      expect(part(card, 'picture')?.offsetHeight).to.be.above(100);
      const top = headingOf(card).getBoundingClientRect().top;
      card.comparison = withImage({ src: '/demo/favicon.svg', alt: 'A heron' });
      await settled(card);
      await until(() => imageOf(card)?.complete && imageOf(card)?.naturalWidth, 'The image');
      expect(headingOf(card).getBoundingClientRect().top).to.equal(top);
    });

    it('that cannot be had leaves its words, and everything where it was', async () => {
      const card = await cardOf(withImage({ src: fault('status/404'), alt: 'A heron' }));
      const top = headingOf(card).getBoundingClientRect().top;
      await until(() => !imageOf(card), 'The words for the image');
      expect(spoken(part(card, 'picture') as Element)).to.equal('A heron');
      expect(headingOf(card).getBoundingClientRect().top).to.equal(top);
      // Another one gets its chance.
      card.comparison = withImage({ src: '/demo/favicon.svg', alt: 'A heron' });
      await settled(card);
      expect(imageOf(card)).to.not.equal(null);
    });

    it('is no address that is not one of the web', async () => {
      const card = await cardOf(withImage({ src: picture, alt: 'A heron' }));
      expect(imageOf(card)).to.equal(null);
      expect(part(card, 'picture')).to.equal(null);
    });
  });

  describe('the level of its heading', () => {
    for (const [heading, tag] of [
      [undefined, 'H3'],
      ['2', 'H2'],
      ['3', 'H3'],
      ['4', 'H4'],
      ['5', 'H5'],
      ['6', 'H6'],
      ['1', 'H3'],
      ['7', 'H3'],
      ['high', 'H3'],
    ] as const) {
      it(`is ${tag} for heading="${heading}"`, async () => {
        const card = await cardOf(comparison, 'heron');
        if (heading) card.setAttribute('heading', heading);
        await settled(card);
        expect(headingOf(card).tagName).to.equal(tag);
        expect(spoken(headingOf(card))).to.equal('Heron 3');
      });
    }
  });

  describe('of the reader’s own weights', () => {
    it('shows the reader’s score, named so, and the publisher’s beside it', async () => {
      const card = await cardOf(comparison, 'heron');
      await weigh(card, { sound: 0, build: 100 });
      expect(spoken(part(card, 'rating') as Element)).to.equal(
        'Your score 8.0 out of 10 Very good Publisher’s score 8.6 out of 10 Very good',
      );
      await weigh(card, undefined);
      expect(spoken(part(card, 'rating') as Element)).to.equal('Score 8.6 out of 10 Very good');
    });

    it('says once of a product that nobody has scored that it is not', async () => {
      const card = await cardOf({ ...comparison, products: [whole, { id: 'ox', name: 'Ox' }] }, 'ox');
      await weigh(card, { sound: 10 });
      expect(spoken(part(card, 'rating') as Element)).to.equal('Score not scored');
    });

    it('shows the publisher’s where all weights of the reader’s are nothing', async () => {
      const card = await cardOf(comparison, 'heron');
      await weigh(card, { sound: 0, build: 0 });
      expect(spoken(part(card, 'rating') as Element)).to.equal(
        'Your score not scored Publisher’s score 8.6 out of 10 Very good',
      );
    });
  });

  describe('of a product', () => {
    it('follows the property before it is attached and after', async () => {
      const card = document.createElement('g6-product-card');
      card.comparison = comparison;
      card.product = 'ox';
      const root = await fixture(html`<div></div>`);
      root.append(card);
      await settled(card);
      expect(spoken(headingOf(card))).to.equal('Ox');
      card.setAttribute('product', 'heron');
      await settled(card);
      expect(spoken(headingOf(card))).to.equal('Heron 3');
      card.remove();
      root.append(card);
      await settled(card);
      expect(spoken(headingOf(card))).to.equal('Heron 3');
    });

    for (const [what, product, sentence] of [
      ['that is not there is told with those that are', 'crane', /no product “crane”.*heron, ox\.$/],
      ['that is not said is asked for', undefined, /product attribute.*heron, ox\.$/],
    ] as const) {
      it(what, async () => {
        const card = await cardOf(comparison, product);
        expect(messagesOf(card)).to.have.length(1);
        expect(messagesOf(card)[0]).to.match(sentence);
        expect(find(card, 'article')).to.equal(null);
      });
    }

    it('needs no saying where there is only one', async () => {
      expect(spoken(headingOf(await cardOf(only({ name: 'Heron' }))))).to.equal('Heron');
    });

    it('comes with one request for all cards of an address', async () => {
      const key = newKey();
      const src = fault('json', { key, body: comparison });
      const root = await fixture(html`<div>
        <g6-product-card product="heron" src=${src}></g6-product-card>
        <g6-product-card product="ox" src=${src}></g6-product-card>
      </div>`);
      const cards = [...root.querySelectorAll('g6-product-card')];
      await until(() => cards.every((card) => find(card, 'article')), 'Both cards');
      expect(cards.map((card) => spoken(headingOf(card)))).to.deep.equal(['Heron 3', 'Ox']);
      expect(await requestsOf(key)).to.equal(1);
    });
  });

  describe('in a row', () => {
    for (const layout of [
      'display: grid; grid-template-columns: repeat(2, 1fr)',
      'display: flex',
      'display: flex; min-height: 900px',
    ]) {
      it(`is as high as the others, and has its link where they have theirs: ${layout}`, async () => {
        const ox = { id: 'ox', name: 'Ox', url };
        const row = await fixture(html`<div style="width: 700px; ${layout}">
          <g6-comparison .comparison=${{ ...comparison, products: [whole, ox] }}>
            <g6-product-card product="heron"></g6-product-card>
            <g6-product-card product="ox"></g6-product-card>
          </g6-comparison>
        </div>`);
        const cards = [...row.querySelectorAll('g6-product-card')];
        await settled(...cards);
        const [a, b] = cards.map((card) => articleOf(card).getBoundingClientRect());
        expect(a?.top).to.equal(b?.top);
        expect(a?.bottom).to.equal(b?.bottom);
        expect(a?.width).to.equal(b?.width);
        const [c, d] = cards.map((card) => part(card, 'review-link')?.getBoundingClientRect().top);
        expect(c).to.be.closeTo(d as number, 0.5);
      });
    }
  });

  for (const reset of [
    '* { all: revert }',
    '* { all: unset }',
    'g6-product-card { all: revert }',
    '* { flex-direction: row !important; flex-wrap: wrap-reverse !important }',
    '* { align-items: center !important; justify-content: center !important }',
    '*:where(:not(iframe, canvas, img, svg, video):not(svg *)) { all: unset; display: revert }',
  ])
    it(`fills its place under ${reset}`, async () => {
      const page = await openPage(
        `<style>${reset}</style><script src="/dist/g6-comparison.min.js" defer></script>
        <g6-product-card data='${JSON.stringify({ ...comparison, products: [whole] })}'></g6-product-card>`,
        { width: 390 },
      );
      const card = page.querySelector('g6-product-card') as HTMLElement;
      await until(() => card.shadowRoot?.querySelector('article'), 'The card');
      const [outer, inner] = [card, articleOf(card)].map((element) => element.getBoundingClientRect());
      expect(inner?.width).to.be.above(300).and.equal(outer?.width);
      expect(inner?.left).to.equal(outer?.left);
      expect(inner?.height)
        .to.be.above(300)
        .and.closeTo(outer?.height as number, 1);
    });

  const name = 'The Extraordinarily Comprehensive Noise-Cancelling Over-Ear Headphones for Families, Mk. 3';
  for (const width of [280, 320, 700, 1280]) {
    it(`is no wider than a page of ${width} pixels, and cuts nothing off`, async () => {
      const word = 'Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetz';
      const product = { ...whole, name, award: word, pros: [word], image: { src: '/demo/favicon.svg' } };
      const page = await openPage(
        `<script src="/dist/g6-comparison.min.js" defer></script>
        <g6-product-card data='${JSON.stringify({ ...comparison, products: [product] })}'></g6-product-card>`,
        { width },
      );
      const card = page.querySelector('g6-product-card') as HTMLElement;
      await until(() => card.shadowRoot?.querySelector('article'), 'The card');
      expect(page.documentElement.scrollWidth).to.be.at.most(page.documentElement.clientWidth);
      const edge = articleOf(card).getBoundingClientRect().right;
      for (const element of articleOf(card).querySelectorAll('p, h3, li, dt, dd, a')) {
        expect(element.scrollWidth, element.outerHTML).to.be.at.most(
          Math.ceil(element.getBoundingClientRect().width) + 1,
        );
        expect(element.getBoundingClientRect().right, element.outerHTML).to.be.at.most(edge);
      }
      // Beside the picture where there is room, below it where there is not.
      const [image, title] = [part(card, 'picture'), headingOf(card)].map((each) => each?.getBoundingClientRect());
      if (width === 1280) expect(title?.left).to.be.above(image?.right as number);
      else expect(title?.top).to.be.above(image?.bottom as number);
    });
  }

  it('begins at the right where the page does', async () => {
    const root = await fixture(html`<div dir="rtl" style="width: 600px">
      <g6-product-card product="heron" .comparison=${comparison}></g6-product-card>
    </div>`);
    const card = root.querySelector('g6-product-card') as G6ProductCard;
    const [pros, cons] = ['pros', 'cons'].map((each) => part(card, each)?.getBoundingClientRect());
    expect(pros?.left).to.be.above(cons?.right as number);
    const [title, rating] = [headingOf(card), part(card, 'rating') as HTMLElement].map((each) =>
      each.getBoundingClientRect(),
    );
    expect(title?.right).to.be.above(rating?.right as number);
    const [track, fill] = [...(card.shadowRoot as ShadowRoot).querySelectorAll('[part~=bar] rect')].map((bar) =>
      bar.getBoundingClientRect(),
    );
    expect(fill?.right).to.be.closeTo(track?.right ?? 0, 0.5);
    expect(fill?.left).to.be.above((track?.left ?? 0) + 2);
  });

  describe('accessibility', () => {
    const states: readonly (readonly [state: string, document: unknown, product?: string])[] = [
      ['whole', comparison, 'heron'],
      ['little', comparison, 'ox'],
      ['partial', { ...comparison, products: [{ ...whole, scores: { sound: 9 } }] }],
      ['picture', only({ ...whole, image: { src: '/demo/favicon.svg', alt: 'A heron' } }, comparison)],
      ['broken picture', only({ ...whole, image: { src: fault('status/404'), alt: 'A heron' } }, comparison)],
      ['unknown product', comparison, 'crane'],
      ['wrong document', '{'],
      ['no source', undefined],
    ];
    for (const scheme of ['light', 'dark']) {
      for (const [state, document, product] of states) {
        it(`has no fault that axe finds, in ${scheme}: ${state}`, async () => {
          const root = await fixture(html`<main style="color-scheme: ${scheme}; background: Canvas; color: CanvasText">
            <h1>Picks</h1>
            <g6-product-card heading="2" .product=${product ?? null} .comparison=${document}></g6-product-card>
          </main>`);
          await expectAccessible(root);
        });
      }
    }

    it('has no fault by the reader’s own weights, nor with its sources open', async () => {
      const card = await cardOf(comparison, 'heron');
      await weigh(card, { sound: 20 });
      (part(card, 'sources') as HTMLDetailsElement).open = true;
      await expectAccessible(card);
    });

    it('has no target smaller than 24 pixels', async () => {
      const card = await cardOf(comparison, 'heron');
      for (const target of [part(card, 'review-link'), find(card, 'summary')]) {
        expect((target as HTMLElement).getBoundingClientRect().height).to.be.at.least(24);
      }
    });
  });

  describe('of hostile strings', () => {
    afterEach(() => {
      delete (window as { ran?: unknown }).ran;
    });

    const hostile = (text: string): object => ({
      title: text,
      rubric: { criteria: [{ id: 'a', label: text, weight: 1 }], bands: [{ from: 0, label: text }] },
      columns: [{ id: 'x', label: text }],
      products: [
        {
          id: 'a',
          name: text,
          award: text,
          bestFor: text,
          summary: text,
          verdict: text,
          pros: [text],
          cons: [text],
          specs: { x: [text] },
          scores: { a: 9 },
          url,
          image: { src: '/demo/favicon.svg', alt: text },
          sources: [{ title: text, kind: text, url }],
        },
      ],
    });
    for (const [what, text] of [
      ['an image with a handler', '<img src=x onerror="ran = 1">'],
      ['the end of an attribute', '"><svg onload="ran = 1">'],
      ['a script’s address', 'javascript:ran=1'],
      ['controls of direction', 'a\u202Eb\u2066c\u200Fd'],
    ] as const) {
      it(`has the tree that it always has with ${what}`, async () => {
        const shape = shapeOf((await cardOf(hostile('Plain words'))).shadowRoot as ShadowRoot);
        const card = await cardOf(hostile(text));
        expect(shapeOf(card.shadowRoot as ShadowRoot)).to.equal(shape);
        expect((window as { ran?: unknown }).ran).to.equal(undefined);
      });
    }

    it('makes no link of an address that is none of the web', async () => {
      const card = await cardOf(
        only({ ...whole, url: 'javascript:alert(1)', sources: [{ title: 'S', url: 'data:,x' }] }),
      );
      expect(byRole(card, 'link')).to.deep.equal([]);
    });
  });
});
