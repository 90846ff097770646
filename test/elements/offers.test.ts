/** Offers and links as their visitors find them: readers, analytics, link rewriters, crawlers and whoever pays. */
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../src/define.js';
import type { LinkClickDetail } from '../../src/elements/events.js';
import type { G6ComparisonTable } from '../../src/elements/g6-comparison-table.js';
import type { G6ProductCard } from '../../src/elements/g6-product-card.js';
import {
  byRole,
  cellsOf,
  closePages,
  columnsOf,
  expectAccessible,
  failed,
  isVisible,
  messagesOf,
  openPage,
  rowsOf,
  seen,
  settled,
  sortButton,
  sortedBy,
  spoken,
  until,
  watchConsole,
} from '../helpers.js';

const day = 86_400_000;
const now = Date.now();
/** A day, or a moment, so many days ago. */
const dayAgo = (days: number): string => new Date(now - days * day).toISOString().slice(0, 10);
const momentAgo = (days: number): string => new Date(now - days * day).toISOString();

const shop = (path: string) => `https://shop.example/${path}`;

const kettles = {
  title: 'Kettles',
  language: 'en',
  currency: 'USD',
  publisher: { name: 'The Kitchen' },
  updated: '2026-04-30',
  disclosure: 'We earn from links marked as paid.',
  rubric: { criteria: [{ id: 'taste', label: 'Taste', weight: 1 }] },
  products: [
    {
      id: 'heron',
      name: 'Heron',
      url: 'https://kitchen.example/heron',
      scores: { taste: 9 },
      offers: [
        { seller: 'Dear Shop', url: shop('dear'), price: '$40', asOf: dayAgo(1) },
        { seller: 'Tea & Co', url: shop('heron?tag=publisher&a=1#top'), price: '$30', asOf: dayAgo(1), paid: true },
        { seller: 'Old Shop', url: shop('old'), price: '$1', asOf: dayAgo(40), paid: true },
      ],
    },
    {
      id: 'ibis',
      name: 'Ibis',
      scores: { taste: 8 },
      offers: [{ seller: 'Tea & Co', url: shop('ibis'), price: '$20', asOf: dayAgo(2), paid: true }],
    },
    { id: 'jay', name: 'Jay', url: 'https://kitchen.example/jay', scores: { taste: 7 } },
  ],
};

type Attributes = { readonly [name: string]: string };

async function made<T extends HTMLElement>(
  tag: string,
  document_: unknown,
  attributes: Attributes,
  width = 1200,
): Promise<T> {
  const root = await fixture(html`<div style="width: ${width}px"></div>`);
  const element = document.createElement(tag) as T & { comparison: unknown };
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.comparison = structuredClone(document_);
  root.append(element);
  await settled(element);
  return element;
}
const tableOf = (
  document_: unknown = kettles,
  attributes: Attributes = {},
  width?: number,
): Promise<G6ComparisonTable> => made('g6-comparison-table', document_, attributes, width);
const cardOf = (product: string, attributes: Attributes = {}, document_: unknown = kettles): Promise<G6ProductCard> =>
  made('g6-product-card', document_, { product, ...attributes });

const withOffers = (offers: readonly object[], members: object = {}): object => ({
  ...kettles,
  ...members,
  products: [{ id: 'heron', name: 'Heron', scores: { taste: 9 }, offers }],
});

/** The links that stand in the page, in an element. */
const linksIn = (element: Element): HTMLAnchorElement[] => [...element.querySelectorAll<HTMLAnchorElement>('a')];
const linkTo = (element: Element, text: string): HTMLAnchorElement => {
  const found = linksIn(element).filter(({ textContent }) => textContent === text);
  if (found.length !== 1)
    throw new Error(`There are ${found.length} “${text}”, of ${linksIn(element).map((a) => a.textContent)}.`);
  return found[0] as HTMLAnchorElement;
};

/** Every element of a shadow tree with this text and no more, the innermost of them. */
const withText = (element: Element, text: string): Element[] =>
  [...(element.shadowRoot as ShadowRoot).querySelectorAll('*')].filter(
    (each) =>
      each.textContent?.trim() === text && ![...each.children].some((child) => child.textContent?.trim() === text),
  );

/** What stands on the line of a link, in its own tree. */
const lineOf = (anchor: Element): Element => anchor.assignedSlot?.parentElement as Element;

/** Fails unless every paid link says so, beside itself, with the disclosure before it. */
function expectDisclosed(element: Element, text = kettles.disclosure): void {
  const paid = linksIn(element).filter(({ rel }) => rel);
  const [said, ...more] = withText(element, text);
  expect(more, 'disclosures').to.deep.equal([]);
  expect(said && isVisible(said), 'that the disclosure is seen').to.equal(true);
  for (const anchor of paid) {
    expect(anchor.rel).to.equal('sponsored nofollow noopener');
    expect(seen(lineOf(anchor))).to.match(/Paid link$/);
    const order = said?.compareDocumentPosition(anchor.assignedSlot as Element) ?? 0;
    expect(!!(order & Node.DOCUMENT_POSITION_FOLLOWING), 'that the disclosure comes first').to.equal(true);
  }
}

/** Listens for clicks on links, and keeps the page where it is. */
function listen(on: EventTarget = document): { clicks: LinkClickDetail[]; targets: EventTarget[] } {
  const heard = { clicks: [] as LinkClickDetail[], targets: [] as EventTarget[] };
  const onClick = (event: Event) => {
    heard.targets.push(event.target as EventTarget);
    event.preventDefault();
  };
  const onLink = (event: Event) => heard.clicks.push((event as CustomEvent<LinkClickDetail>).detail);
  on.addEventListener('click', onClick);
  on.addEventListener('auxclick', onClick);
  on.addEventListener('g6-link-click', onLink);
  stops.push(() => {
    on.removeEventListener('click', onClick);
    on.removeEventListener('auxclick', onClick);
    on.removeEventListener('g6-link-click', onLink);
  });
  return heard;
}
const stops: (() => void)[] = [];

describe('offers', () => {
  watchConsole();
  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
    closePages();
  });

  describe('as links', () => {
    const layouts: readonly (readonly [what: string, make: () => Promise<HTMLElement>])[] = [
      ['a table', () => tableOf()],
      ['the cards of a table', () => tableOf(kettles, {}, 320)],
      ['a matrix', () => tableOf(kettles, { layout: 'matrix' })],
      ['a card', () => cardOf('heron')],
    ];
    for (const [what, make] of layouts) {
      it(`stand in the page, in ${what}, and say in words and in rel that they are paid`, async () => {
        const element = await make();
        const links = linksIn(element).filter(({ href }) => href.includes('shop.example/'));
        expect(links.length).to.be.at.least(3);
        const inPage = new Set(document.querySelectorAll('a'));
        for (const link of links) {
          expect(inPage.has(link)).to.equal(true);
          expect(link.parentElement === element && !!link.assignedSlot).to.equal(true);
          expect(link.hasAttribute('target')).to.equal(false);
        }
        expect(linkTo(element, 'See at Dear Shop').rel).to.equal('');
        expect(seen(lineOf(linkTo(element, 'See at Dear Shop')))).to.equal('See at Dear Shop');
        expectDisclosed(element);
      });

      it(`are axe’s friends in ${what}`, async () => {
        await expectAccessible(await make());
      });
    }

    it('name the seller, and the product for those who hear them alone', async () => {
      const table = await tableOf();
      expect(linksIn(table).map((link) => [link.textContent, spoken(link)])).to.deep.equal([
        ['Heron', 'Heron'],
        ['See at Tea & Co', 'See at Tea & Co, Heron'],
        ['See at Dear Shop', 'See at Dear Shop, Heron'],
        ['Check price at Old Shop', 'Check price at Old Shop, Heron'],
        ['See at Tea & Co', 'See at Tea & Co, Ibis'],
        ['Jay', 'Jay'],
      ]);
    });

    it('keep those of two elements apart', async () => {
      const root = await fixture(html`<g6-comparison .comparison=${structuredClone(kettles)}>
        <g6-comparison-table></g6-comparison-table><g6-comparison-table></g6-comparison-table>
        <g6-product-card product="heron"></g6-product-card>
      </g6-comparison>`);
      const elements = [...root.children];
      await settled(...elements);
      expect(elements.map((element) => linksIn(element).length)).to.deep.equal([6, 6, 4]);
      expect(root.querySelectorAll('a')).to.have.length(16);
      expect(
        [...root.querySelectorAll('a')].every(
          (link) => link.assignedSlot?.getRootNode() === link.parentElement?.shadowRoot,
        ),
      ).to.equal(true);
    });

    it('go with the data, and leave nothing behind', async () => {
      const table = await tableOf();
      const before = linkTo(table, 'Heron');
      table.comparison = { ...structuredClone(kettles), products: structuredClone(kettles.products.slice(0, 1)) };
      await settled(table);
      expect(linksIn(table).map(({ textContent }) => textContent)).to.deep.equal([
        'Heron',
        'See at Tea & Co',
        'See at Dear Shop',
        'Check price at Old Shop',
      ]);
      expect(linkTo(table, 'Heron') === before).to.equal(true);
      table.comparison = { products: ['Heron'] };
      await settled(table);
      expect(table.childNodes).to.have.length(0);
    });

    it('go where there is nothing to compare any more, and the fallback comes', async () => {
      const table = await tableOf();
      const fallback = document.createElement('p');
      fallback.textContent = 'The comparison of the kettles.';
      table.append(fallback);
      table.comparison = { products: [] };
      await failed(table);
      expect(linksIn(table)).to.deep.equal([]);
      expect(isVisible(fallback)).to.equal(true);
      expect(messagesOf(table)).to.have.length(1);
      table.comparison = structuredClone(kettles);
      await settled(table);
      expect(linksIn(table)).to.have.length(6);
      expect(isVisible(fallback)).to.equal(false);
    });

    it('use again what was written ahead, once, and take away what is not theirs any more', async () => {
      const root = await fixture<HTMLElement>(html`<div></div>`);
      root.innerHTML = `<g6-comparison-table>
        <a slot="g6-review-heron" href="https://kitchen.example/heron" id="ahead">Heron</a>
        <a slot="g6-review-heron" href="https://kitchen.example/twice">Twice</a>
        <a slot="g6-offer-1-gone" href="https://shop.example/gone" rel="sponsored">Gone</a>
        <a slot="g6-offer-1-ibis" href="https://shop.example/other">See elsewhere</a>
      </g6-comparison-table>`;
      const table = root.firstElementChild as G6ComparisonTable;
      const ahead = root.querySelector('#ahead');
      await settled(table);
      expect(linksIn(table), 'while there is nothing to compare').to.have.length(4);
      table.comparison = structuredClone(kettles);
      await settled(table);
      expect(linkTo(table, 'Heron') === ahead).to.equal(true);
      expect(linksIn(table)).to.have.length(6);
      const [, , , , ibis] = linksIn(table).sort((a, b) => Number(a.href > b.href) - 0.5);
      expect(ibis?.href).to.equal(shop('ibis'));
      expect(linksIn(table).filter(({ textContent }) => /Gone|Twice|elsewhere/.test(textContent ?? ''))).to.deep.equal(
        [],
      );
      expectDisclosed(table);
    });

    it('are no fallback, so that the lines of a loading element stay', async () => {
      const root = await fixture<HTMLElement>(html`<div></div>`);
      root.innerHTML =
        '<g6-comparison-table src="/__faults/hang"><a slot="g6-review-heron" href="#">Heron</a></g6-comparison-table>';
      const table = root.firstElementChild as G6ComparisonTable;
      await settled(table);
      const plain = await fixture<G6ComparisonTable>(
        html`<g6-comparison-table src="/__faults/hang"></g6-comparison-table>`,
      );
      await settled(plain);
      const shapeOf = (element: Element) => [...(element.shadowRoot as ShadowRoot).querySelectorAll('div')].length;
      expect(shapeOf(table)).to.equal(shapeOf(plain));
    });

    it('make the element draw no more often than it would', async () => {
      const table = await tableOf({ ...kettles, products: ['Jay'] });
      let updates = 0;
      const { requestUpdate } = table;
      table.requestUpdate = (...given: Parameters<typeof requestUpdate>) => {
        updates++;
        return requestUpdate.apply(table, given);
      };
      table.comparison = structuredClone(kettles);
      for (let turn = 0; turn < 5; turn++) await settled(table);
      expect(linksIn(table)).to.have.length(6);
      const withLinks = updates;
      updates = 0;
      table.comparison = { products: ['Jay', 'Ibis'] };
      for (let turn = 0; turn < 5; turn++) await settled(table);
      // Taking links away and putting them there are alike, and neither is news.
      expect(withLinks).to.equal(updates);
    });

    it('leave to link rewriters what they have made of a link, until it is another', async () => {
      const table = await tableOf();
      const link = linkTo(table, 'See at Dear Shop');
      link.href = 'https://rewriter.example/?to=dear';
      sortButton(table, 'Score').click();
      await settled(table);
      expect(link.href).to.equal('https://rewriter.example/?to=dear');
      table.comparison = withOffers([{ seller: 'Dear Shop', url: shop('dearer'), price: '$41', asOf: dayAgo(0) }]);
      await settled(table);
      expect(linkTo(table, 'See at Dear Shop').href).to.equal(shop('dearer'));
    });

    it('have the rel of their own again once they lead elsewhere', async () => {
      const paid = (path: string) => [
        { seller: 'Tea & Co', url: shop(path), price: '$1', asOf: dayAgo(0), paid: true },
      ];
      const table = await tableOf(withOffers(paid('one')));
      const link = linkTo(table, 'See at Tea & Co');
      link.removeAttribute('rel');
      sortButton(table, 'Score').click();
      await settled(table);
      expect(link.rel).to.equal('');
      table.comparison = withOffers(paid('two'));
      await settled(table);
      expect(linkTo(table, 'See at Tea & Co') === link && link.rel).to.equal('sponsored nofollow noopener');
    });

    it('come back, if a page takes one away, and their words stay meanwhile', async () => {
      const table = await tableOf();
      linkTo(table, 'Heron').remove();
      expect(rowsOf(table)).to.deep.equal(['Heron', 'Ibis', 'Jay']);
      sortButton(table, 'Score').click();
      await settled(table);
      expect(linkTo(table, 'Heron').href).to.equal('https://kitchen.example/heron');
    });

    it('are there for the rows that are drawn, of thousands', async () => {
      const products = Array.from({ length: 5000 }, (_, index) => ({
        name: `P${index}`,
        url: shop(`review-${index}`),
        offers: [{ seller: 'S', url: shop(`${index}`) }],
      }));
      const table = await tableOf({ products });
      const named = () => new Set(rowsOf(table));
      expect(linksIn(table)).to.have.length(2 * named().size);
      expect(named().size).to.be.below(150);
      scrollTo(0, table.getBoundingClientRect().height / 2);
      await until(() => !named().has('P0') && linksIn(table).length === 2 * named().size, 'The links of other rows');
      const isOfRow = ({ slot }: Element) => named().has(`P${/p(\d+)$/.exec(slot)?.[1]}`);
      expect(linksIn(table).every(isOfRow)).to.equal(true);
      scrollTo(0, 0);
    });

    it('stay under a theme that reaches for all links', async () => {
      const hostile = `<style>
        a { display: none !important; position: absolute !important; inset: -999px; opacity: 0 !important; visibility: hidden !important; pointer-events: none !important; font-size: 0 !important; }
        * { text-transform: uppercase !important; float: right !important; min-height: 0 !important; height: 0 !important; }
      </style>`;
      const page = await openPage(
        `<g6-comparison-table></g6-comparison-table><script src="/dist/g6-comparison.min.js"></script>`,
        { width: 1000, head: hostile },
      );
      const table = page.querySelector('g6-comparison-table') as G6ComparisonTable;
      table.comparison = structuredClone(kettles);
      await settled(table);
      const links = ['Heron', 'See at Tea & Co'].map((text) =>
        linksIn(table).find((link) => link.textContent === text),
      );
      for (const link of links as HTMLAnchorElement[]) {
        const { left, top, width, height } = link.getBoundingClientRect();
        expect(width).to.be.above(30);
        expect(height).to.be.above(12);
        link.scrollIntoView({ block: 'center' });
        const box = link.getBoundingClientRect();
        expect(page.elementFromPoint(box.left + width / 2, box.top + height / 2) === link, `${left}, ${top}`).to.equal(
          true,
        );
        const { textTransform, opacity, fontSize, visibility } = page.defaultView?.getComputedStyle(link) ?? {};
        expect([textTransform, opacity, visibility]).to.deep.equal(['none', '1', 'visible']);
        expect(Number.parseFloat(fontSize ?? '')).to.be.above(11);
      }
    });

    it('are 24 pixels high at least', async () => {
      for (const element of [await tableOf(), await tableOf(kettles, {}, 320), await cardOf('heron')]) {
        for (const details of element.shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
        for (const link of linksIn(element).filter(({ href }) => href.includes('shop.example')))
          expect(link.getBoundingClientRect().height, link.textContent ?? '').to.be.at.least(24);
      }
    });

    it('say of words in another language than the page’s which it is', async () => {
      const german = { ...kettles, language: 'de', products: kettles.products.slice(0, 1) };
      const table = await tableOf(german);
      // There are no German words here, so that the elements speak English.
      expect(linksIn(table).map(({ lang }) => lang)).to.deep.equal(['de', 'en', 'en', 'en']);
    });

    it('stand for the addresses of values too', async () => {
      const table = await tableOf({
        language: 'en',
        columns: [{ id: 'shop', type: 'link' }],
        products: [
          {
            name: 'Heron',
            specs: {
              shop: shop('direct'),
              lid: { value: 'Glass', url: shop('lid') },
              list: { value: ['A', 'B'], url: shop('list') },
            },
          },
        ],
      });
      expect(linksIn(table).map(({ textContent, href, rel }) => [textContent, href, rel])).to.deep.equal([
        [shop('direct'), shop('direct'), ''],
        ['Glass', shop('lid'), ''],
      ]);
    });
  });

  describe('that are paid', () => {
    it('are disclosed in the reader’s words where the document has none', async () => {
      const words = 'Links marked as paid earn a commission for this page if you buy through them.';
      for (const disclosure of [undefined, '', '\u200b', '\u2060\u200d', '\u00ad']) {
        const table = await tableOf({ ...kettles, disclosure });
        expectDisclosed(table, words);
      }
    });

    it('say so whatever the page asks for', async () => {
      for (const attributes of [
        { 'link-params': 'rel=&paid=0;disclosure=' },
        { layout: 'matrix', columns: 'name offers' },
        { columns: 'offers', limit: '1', sort: 'offers' },
        { 'price-max-age': '0h' },
      ]) {
        const table = await tableOf(kettles, attributes as Attributes);
        expect(linksIn(table).some(({ rel }) => rel)).to.equal(true);
        expectDisclosed(table);
      }
    });

    it('say so whatever the page’s style sheet does to what it can reach', async () => {
      const table = await tableOf();
      const sheet = new CSSStyleSheet();
      const parts = [...(table.shadowRoot as ShadowRoot).querySelectorAll('[part]')].flatMap(({ part }) => [...part]);
      const root = table.getRootNode() as Document;
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      stops.push(() => {
        root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
      });
      const words = [...withText(table, 'Paid link'), ...withText(table, kettles.disclosure)];
      expect(words).to.have.length.at.least(3);
      for (const word of words) expect(word.closest('[part~=offer-link]') ?? word.part.length).to.equal(0);
      sheet.replaceSync(
        'g6-comparison-table { --g6-muted: transparent; --g6-line: transparent; --g6-accent: transparent }',
      );
      for (const word of words) expect(getComputedStyle(word).color).to.not.match(/[,/] ?0\)$/);
      expect(parts).to.include.members(['offers', 'offer', 'price', 'offer-link']);
    });

    const partsAround = ['root', 'card', 'table', 'row', 'cell', 'offers', 'offer'];
    // Of each part alone, what is inside it being set right again: that is how a link is left without its words.
    const hostile = [
      'color: transparent',
      '-webkit-text-fill-color: transparent',
      'font-size: 0',
      'font-size-adjust: 0',
      'letter-spacing: -9em',
      'line-height: 0',
      'text-indent: -999em',
      'clip-path: inset(0 0 0 99%)',
      'clip-path: inset(4em 0 0 0)',
      'opacity: 0',
      'visibility: hidden',
      'display: none',
    ].flatMap((declaration) =>
      partsAround.map((part, index): readonly [what: string, sheet: string] => {
        const inner = [...partsAround.slice(index + 1), 'offer-link'].map((each) => `::part(${each})`).join();
        return [
          `${declaration} of ${part}`,
          `::part(${part}) { ${declaration} !important }
          ${inner} { visibility: visible !important; text-indent: 0 !important }
          ::part(offer-link) { color: #a00 !important; -webkit-text-fill-color: #a00 !important;
            font: 16px serif !important; font-size-adjust: none !important; letter-spacing: 0 !important }`,
        ];
      }),
    );
    // What makes a part small, moves it off or masks it, the link being made large or moved back again.
    const undone = [
      ['scale: 0.01', 'scale: 100'],
      ['zoom: 0.01', 'zoom: 100'],
      ['transform: scale(0.01)', 'transform: scale(100)'],
      ['transform: translateX(-9999px)', 'transform: translateX(9999px)'],
      ['translate: -9999px', 'translate: 9999px'],
      ['rotate: y 90deg', 'rotate: y -90deg'],
      ['offset: path("M -9999 0 h 1") 0', 'offset: path("M 9999 0 h 1") 0'],
      ['position: relative; left: -9999px', 'position: relative; left: 9999px'],
      ['filter: opacity(0)', 'filter: none'],
      ['mask: linear-gradient(#000, #000) 0 100% / 12em 2.2em no-repeat', 'mask: none'],
      ['mask: linear-gradient(#000, #000) 0 100% / 100% 1.5em no-repeat', 'mask: none'],
      ['-webkit-mask-box-image: linear-gradient(#0000 60%, #000 60%)', 'mask: none'],
      ['-webkit-mask-box-image: linear-gradient(90deg, #000 40%, #0000 41%) 0 fill', 'mask: none'],
    ];
    for (const [declaration, inverse] of undone)
      for (const part of partsAround)
        hostile.push([
          `${declaration} of ${part}`,
          `::part(${part}) { ${declaration?.replaceAll(';', ' !important;')} !important }
          ::part(offer-link) { ${inverse?.replaceAll(';', ' !important;')} !important }`,
        ]);
    for (const declaration of [
      'scale: 100',
      'position: fixed; inset: 0 auto auto 0',
      'position: relative; top: 9em',
      'translate: 0 9em',
      'float: right',
      'mask: none',
    ])
      hostile.push([
        `${declaration} of the link`,
        `::part(offer-link) { ${declaration.replaceAll(';', ' !important;')} !important }`,
      ]);
    hostile.push(['an old clip of offer', '::part(offer) { position: absolute; clip: rect(0, 8em, 99em, 0) }']);
    for (const part of ['offer', 'offers'])
      for (const box of ['width: 215px; height: 92px', 'grid-template-columns: 600px; width: 215px'])
        hostile.push([`${box} of ${part}, which cuts off`, `::part(${part}) { ${box}; overflow: hidden }`]);
    /** Whether an element is seen: not hidden, not cut off, not transparent, and large enough to be read. */
    const isSeen = (element: Element): boolean => {
      if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) return false;
      element.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const isOpaque = ['color', '-webkit-text-fill-color'].every(
        (name) => !/^rgba.*, 0(\.[0-2]\d*)?\)$|\/ 0(\.[0-2]\d*)?\)$/.test(style.getPropertyValue(name)),
      );
      const found = (element.getRootNode() as ShadowRoot).elementFromPoint(left + width / 2, top + height / 2);
      return isOpaque && width > 30 && height > 8 && element.contains(found);
    };
    for (const [what, make] of [
      ['a table', () => tableOf()],
      ['the cards of a table', () => tableOf(kettles, {}, 320)],
      ['a card', () => cardOf('heron')],
    ] as const) {
      it(`leave no link without its words in ${what}, whatever becomes of the parts around it`, async () => {
        const element = await make();
        const sheet = new CSSStyleSheet();
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        stops.push(() => {
          document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
        });
        let count = 0;
        for (const [name, text] of hostile) {
          sheet.replaceSync(text);
          for (const anchor of linksIn(element).filter(({ rel }) => rel)) {
            if (!isSeen(anchor)) continue;
            count++;
            const [label] = withText(element, 'Paid link').filter((each) => lineOf(anchor).contains(each));
            expect(isSeen(label as Element), `“Paid link” beside ${anchor.textContent}, ${name}`).to.equal(true);
            const [said] = withText(element, kettles.disclosure);
            expect(isSeen(said as Element), `the disclosure, ${name}`).to.equal(true);
          }
        }
        // Nothing would be proved of links that are hidden themselves.
        expect(count).to.be.above(hostile.length / 2);
      });
    }

    it('come below the disclosure whichever way the parts around them flow', async () => {
      for (const element of [await tableOf(), await cardOf('heron')]) {
        const sheet = new CSSStyleSheet();
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        stops.push(() => {
          document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
        });
        for (const flow of ['column-reverse', 'row-reverse', 'row wrap-reverse']) {
          sheet.replaceSync(`::part(root) { display: flex; flex-flow: ${flow} }`);
          const [said] = withText(element, kettles.disclosure);
          const links = linksIn(element).filter((anchor) => anchor.rel && isSeen(anchor));
          expect(links.length).to.be.above(0);
          for (const link of links)
            expect(said?.getBoundingClientRect().bottom).to.be.at.most(link.getBoundingClientRect().top);
        }
      }
    });

    it('are not spoken of where there is none', async () => {
      const table = await tableOf(withOffers([{ seller: 'S', url: shop('s'), price: '$1', asOf: dayAgo(0) }]));
      expect(withText(table, kettles.disclosure)).to.deep.equal([]);
      expect(spoken(table.shadowRoot?.querySelector('[part=root]') as Element)).to.not.include('Paid link');
      expect(linkTo(table, 'See at S').rel).to.equal('');
    });

    it('carry the page’s own parameters, each once, and others none', async () => {
      const table = await tableOf(kettles, { 'link-params': 'subid=page&tag=all; tea & co: tag=mine' });
      expect(linksIn(table).map(({ href }) => href)).to.deep.equal([
        'https://kitchen.example/heron',
        shop('heron?tag=mine&a=1&subid=page#top'),
        shop('dear'),
        shop('old?subid=page&tag=all'),
        shop('ibis?subid=page&tag=mine'),
        'https://kitchen.example/jay',
      ]);
      table.setAttribute('link-params', 'tag=new');
      await settled(table);
      expect(linkTo(table, 'Check price at Old Shop').href).to.equal(shop('old?tag=new'));
      table.removeAttribute('link-params');
      await settled(table);
      expect(linkTo(table, 'Check price at Old Shop').href).to.equal(shop('old'));
      const card = await cardOf('ibis', { 'link-params': 'tag=mine' });
      expect(linksIn(card).map(({ href }) => href)).to.deep.equal([shop('ibis?tag=mine')]);
    });

    it('leave the publisher’s name, date and scores as they are', async () => {
      const attributes = { 'link-params': 'publisher=Me&updated=2030-01-01&score=1' };
      for (const element of [await tableOf(kettles, attributes), await cardOf('heron', attributes)]) {
        const text = seen(element.shadowRoot?.querySelector('[part=root]') as Element);
        expect(text).to.match(/Scores by The Kitchen · updated April 30, 2026/);
        expect(text).to.include('9.0');
      }
    });
  });

  describe('that are clicked', () => {
    it('tell the page once, which sees the link itself as what was clicked', async () => {
      const heard = listen();
      const table = await tableOf();
      const link = linkTo(table, 'See at Dear Shop');
      (table.shadowRoot?.querySelector('details') as HTMLDetailsElement).open = true;
      link.click();
      expect(heard.targets.map((target) => target === link)).to.deep.equal([true]);
      expect(heard.clicks).to.deep.equal([{ product: 'heron', seller: 'Dear Shop', url: shop('dear'), position: 1 }]);
    });

    it('tell of reviews, without a seller, and of the place that the product has now', async () => {
      const heard = listen();
      const table = await tableOf();
      linkTo(table, 'Jay').click();
      sortButton(table, 'Score').click();
      await settled(table);
      expect(rowsOf(table)).to.deep.equal(['Jay', 'Ibis', 'Heron']);
      heard.clicks.length = 0;
      for (const link of linksIn(table).filter(({ textContent }) => textContent === 'Jay')) link.click();
      expect(heard.clicks).to.deep.equal([
        { product: 'jay', seller: undefined, url: 'https://kitchen.example/jay', position: 1 },
      ]);
    });

    it('tell the address that is gone to, with what others have made of it', async () => {
      const heard = listen();
      const table = await tableOf(kettles, { 'link-params': 'tag=mine' });
      const link = linkTo(table, 'Check price at Old Shop');
      link.click();
      link.href = 'https://rewriter.example/';
      link.click();
      expect(heard.clicks.map(({ url }) => url)).to.deep.equal([shop('old?tag=mine'), 'https://rewriter.example/']);
    });

    it('tell of clicks on what others have put into the link', async () => {
      const heard = listen();
      const table = await tableOf();
      const icon = document.createElement('i');
      linkTo(table, 'Jay').append(icon);
      icon.click();
      expect(heard.clicks.map(({ product }) => product)).to.deep.equal(['jay']);
    });

    it('are not followed where the page cancels the event, and are where it does not', async () => {
      const table = await tableOf();
      const link = linkTo(table, 'Heron');
      const prevented: boolean[] = [];
      const onClick = (event: Event) => {
        prevented.push(event.defaultPrevented);
        event.preventDefault();
      };
      document.addEventListener('click', onClick);
      stops.push(() => document.removeEventListener('click', onClick));
      link.click();
      table.addEventListener('g6-link-click', (event) => event.preventDefault());
      link.click();
      expect(prevented).to.deep.equal([false, true]);
    });

    it('tell nothing of a click that the page itself has held back before', async () => {
      const heard = listen();
      const table = await tableOf();
      const link = linkTo(table, 'Jay');
      const hold = (event: Event) => event.preventDefault();
      for (const [target, isEarly] of [
        [link, false],
        [document, true],
      ] as const) {
        target.addEventListener('click', hold, isEarly);
        link.click();
        target.removeEventListener('click', hold, isEarly);
      }
      expect(heard.targets).to.have.length(2);
      expect(heard.clicks).to.deep.equal([]);
      link.click();
      expect(heard.clicks).to.have.length(1);
    });

    it('tell of the keyboard, once', async () => {
      const heard = listen();
      const table = await tableOf();
      linkTo(table, 'Jay').focus();
      await sendKeys({ press: 'Enter' });
      await settled(table);
      expect(heard.clicks.map(({ product }) => product)).to.deep.equal(['jay']);
    });

    it('tell of the middle button, which opens another tab, and not of the right one', async () => {
      const heard = listen();
      const table = await tableOf();
      const link = linkTo(table, 'Jay');
      for (const button of [1, 2])
        link.dispatchEvent(new MouseEvent('auxclick', { button, bubbles: true, composed: true, cancelable: true }));
      expect(heard.clicks.map(({ product }) => product)).to.deep.equal(['jay']);
    });

    it('tell of a real pointer’s click, through the shadow tree', async () => {
      const heard = listen();
      const table = await tableOf();
      const { left, top, width, height } = linkTo(table, 'Jay').getBoundingClientRect();
      await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
      expect(heard.clicks.map(({ product }) => product)).to.deep.equal(['jay']);
      expect(heard.targets.map((target) => target === linkTo(table, 'Jay'))).to.deep.equal([true]);
    });

    it('fire nothing once the element has left the page, nor for links that are not its own', async () => {
      const heard = listen();
      const table = await tableOf();
      const other = document.createElement('a');
      other.href = '#';
      table.append(other);
      other.click();
      expect(heard.clicks).to.deep.equal([]);
    });
  });

  describe('with prices', () => {
    const shownOf = async (
      offers: readonly object[],
      attributes: Attributes = {},
      members: object = {},
    ): Promise<string> => {
      const table = await tableOf(withOffers(offers, members), { columns: 'offers', ...attributes });
      for (const details of table.shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
      return cellsOf(table, 'Offers')[0] ?? '';
    };
    // The year too: what was rendered ahead is read in another one.
    const dated = (date: string, options: Intl.DateTimeFormatOptions = {}) =>
      new Intl.DateTimeFormat('en', {
        timeZone: 'UTC',
        month: 'long',
        day: 'numeric',
        year: 'numeric',
        ...options,
      }).format(Date.parse(date));

    it('show the price, its size, what a unit costs, and its date with the year', async () => {
      const asOf = dayAgo(3);
      const text = await shownOf([{ seller: 'S', url: shop('s'), price: '$32.77', size: '500 g', asOf }]);
      expect(text).to.equal(`$32.77 500 g $6.55 per 100 g as of ${dated(asOf)} See at S, Heron`);
    });

    it('show a moment with its time', async () => {
      const asOf = momentAgo(0.25);
      const text = await shownOf([{ seller: 'S', url: shop('s'), price: '$32.77', asOf }]);
      const time = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;
      expect(text).to.equal(`$32.77 as of ${dated(asOf, time)} See at S, Heron`.replace(/\s/g, ' '));
    });

    it('write bare prices as the language does', async () => {
      expect(await shownOf([{ seller: 'S', url: shop('s'), price: 1234.5 }])).to.equal(
        '$1,234.50 date unknown See at S, Heron',
      );
    });

    const ages: readonly (readonly [
      what: string,
      asOf: string | undefined,
      attributes: Attributes,
      isShown: boolean,
    ])[] = [
      ['a day’s price of 29 days ago', dayAgo(29), {}, true],
      ['one of 31 days ago', dayAgo(31), {}, false],
      ['a moment’s price of 23 hours ago', momentAgo(23 / 24), {}, true],
      ['one of 25 hours ago', momentAgo(25 / 24), {}, false],
      ['one of 25 hours ago, where two days are allowed', momentAgo(25 / 24), { 'price-max-age': '2d' }, true],
      ['one of 13 hours ago, where twelve are', momentAgo(13 / 24), { 'price-max-age': '12h' }, false],
      ['a day’s price of 8 days ago, where a week is', dayAgo(8), { 'price-max-age': '1w' }, false],
      ['one of 29 days ago, where the age is none', dayAgo(29), { 'price-max-age': 'soon' }, true],
      ['an undated price', undefined, {}, true],
    ];
    for (const [what, asOf, attributes, isShown] of ages) {
      it(`${isShown ? 'show' : 'have readers check'} ${what}`, async () => {
        const text = await shownOf([{ seller: 'S', url: shop('s'), price: '$32.77', asOf }], attributes);
        expect(text.includes('$32.77')).to.equal(isShown);
        expect(text).to.match(isShown ? /See at S, Heron$/ : /^Check price at S, Heron$/);
      });
    }

    it('follow price-max-age as it changes', async () => {
      const table = await tableOf(withOffers([{ seller: 'S', url: shop('s'), price: '$1', asOf: momentAgo(0.75) }]));
      expect(linksIn(table).map(({ textContent }) => textContent)).to.deep.equal(['See at S']);
      table.setAttribute('price-max-age', '1h');
      await settled(table);
      expect(linksIn(table).map(({ textContent }) => textContent)).to.deep.equal(['Check price at S']);
    });

    it('tell the author of an age that is none', async () => {
      const table = await tableOf(kettles, { 'price-max-age': 'soon', audit: '' });
      const panel = table.shadowRoot?.querySelector('[part=audit]') as Element;
      expect(spoken(panel)).to.include('“soon” is no age: write one such as 12h or 7d.');
    });

    it('name the seller where there is no link, and the host where there is no name', async () => {
      expect(await shownOf([{ seller: 'S', price: '$1', asOf: dayAgo(0), paid: true }])).to.match(/ S$/);
      expect(await shownOf([{ url: 'https://www.tea.example/x', price: '$1' }])).to.match(
        /See at tea\.example, Heron$/,
      );
    });

    it('have the cheapest first and the others behind a button that says how many, in a table', async () => {
      const table = await tableOf();
      const [first = ''] = cellsOf(table, 'Offers');
      expect(first).to.match(/^\$30 .* See at Tea & Co, Heron Paid link 2 more sellers ?, Heron/);
      const hidden = linkTo(table, 'See at Dear Shop');
      expect(hidden.checkVisibility()).to.equal(false);
      const summary = table.shadowRoot?.querySelector('summary') as HTMLElement;
      expect(seen(summary)).to.equal('2 more sellers');
      summary.click();
      await settled(table);
      expect(hidden.checkVisibility()).to.equal(true);
    });

    it('are a list on a card, the first one as wide as the card', async () => {
      const root = await fixture(
        html`<div style="width: 20rem"><g6-product-card product="heron" .comparison=${structuredClone(kettles)}></g6-product-card></div>`,
      );
      const card = root.firstElementChild as G6ProductCard;
      await settled(card);
      const [first, second] = ['See at Tea & Co', 'See at Dear Shop'].map(
        (text) => linkTo(card, text).getBoundingClientRect().width,
      );
      expect(first).to.be.above(230);
      expect(second).to.be.below(first as number);
      expect(['See at Dear Shop', 'Check price at Old Shop'].every((text) => isVisible(linkTo(card, text)))).to.equal(
        true,
      );
    });
  });

  describe('as a column', () => {
    it('is there where a product has offers, the last one, and can be named', async () => {
      expect(columnsOf(await tableOf())).to.deep.equal(['Product', 'Score', 'Offers']);
      expect(columnsOf(await tableOf(kettles, { columns: 'offers name' }))).to.deep.equal(['Offers', 'Product']);
      expect(columnsOf(await tableOf({ ...kettles, products: ['Jay'] }))).to.deep.equal(['Product']);
    });

    it('is not there where a page names others, and no disclosure either', async () => {
      const table = await tableOf(kettles, { columns: 'name score' });
      expect(linksIn(table).map(({ textContent }) => textContent)).to.deep.equal(['Heron', 'Jay']);
      expect(withText(table, kettles.disclosure)).to.deep.equal([]);
    });

    it('is sorted by the price that is shown first, what has none last both ways', async () => {
      const table = await tableOf();
      sortButton(table, 'Offers').click();
      await settled(table);
      expect(rowsOf(table)).to.deep.equal(['Ibis', 'Heron', 'Jay']);
      expect(sortedBy(table)).to.deep.equal(['Offers ascending']);
      sortButton(table, 'Offers').click();
      await settled(table);
      expect(rowsOf(table)).to.deep.equal(['Heron', 'Ibis', 'Jay']);
      expect(rowsOf(await tableOf(kettles, { sort: 'offers' }))).to.deep.equal(['Ibis', 'Heron', 'Jay']);
    });

    it('is not sorted by a price that is too old to be shown', async () => {
      const products = [
        { name: 'Old', offers: [{ seller: 'S', price: '$1', asOf: dayAgo(40) }] },
        { name: 'New', offers: [{ seller: 'S', price: '$2', asOf: dayAgo(1) }] },
      ];
      expect(rowsOf(await tableOf({ products }, { sort: 'offers' }))).to.deep.equal(['New', 'Old']);
      expect(rowsOf(await tableOf({ products }, { sort: 'offers', 'price-max-age': '9w' }))).to.deep.equal([
        'Old',
        'New',
      ]);
    });

    it('says that currencies differ', async () => {
      const offer = (price: string) => [{ seller: 'S', price, asOf: dayAgo(0) }];
      const products = [
        { name: 'A', offers: offer('$1') },
        { name: 'B', offers: offer('€1') },
      ];
      const table = await tableOf({ products });
      expect(spoken(byRole(table, 'columnheader').at(-1) as Element)).to.match(/units differ$/);
    });
  });
});
