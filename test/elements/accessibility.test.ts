/** What every element owes to everybody: no fault that axe finds in any state, targets, focus, and a page that stands still. */
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define.js';
import type { G6ComparisonTable } from '../../src/elements/g6-comparison-table.js';
import {
  axeFaults,
  byRole,
  enter,
  failed,
  fault,
  isBusy,
  isVisible,
  leakyGut,
  newKey,
  press,
  seen,
  settled,
  shown,
  sortButton,
  theOnly,
  until,
  watchConsole,
} from '../helpers.js';

const url = 'https://example.com/';

/** Two products of the article with everything on them that can be drawn. */
const full = {
  ...leakyGut,
  updated: '2026-04-30',
  publisher: { name: 'Press', url },
  rubric: { ...leakyGut.rubric, url, bands: [{ from: 0, label: 'Good' }] },
  products: leakyGut.products.slice(0, 2).map((product) => ({
    ...product,
    url,
    specs: { ...product.specs, vegan: product.id !== 'zinc-carnosine', tested: '2026-01-31', shop: url, mass: null },
  })),
};

const partial = {
  ...leakyGut,
  products: leakyGut.products
    .slice(0, 2)
    .map((product, index) => (index === 0 ? { ...product, scores: { evidence: 9 } } : product)),
};

/** The same, with paid offers: one with a price, one whose price is too old, one without a link. */
const sold = (title: string): object => ({
  ...full,
  title,
  disclosure: 'We earn from paid links.',
  products: full.products.map((product) => ({
    ...product,
    offers: [
      { seller: 'Shop', url, price: '$32.77', size: '500 g', asOf: new Date().toISOString().slice(0, 10), paid: true },
      { seller: 'Old Shop', url, price: '$30', asOf: '2020-01-01', paid: true },
      { seller: 'Closed Shop', price: '$31' },
    ],
  })),
});

const withoutScores = { ...leakyGut, rubric: undefined, products: leakyGut.products.slice(0, 2) };

type State = readonly [
  name: string,
  make: () => ReturnType<typeof html>,
  isThere: (element: Element) => unknown,
  act?: (element: Element) => Promise<unknown>,
];

/** The same under another title: regions that scroll are told apart by it. */
const called = (title: string): object => ({ ...full, title });
const pick = async (element: Element): Promise<void> => {
  for (const { name } of full.products) await press(element, 'checkbox', `Compare ${name}`);
};

const isShown = (element: Element): boolean => byRole(element, 'table').length > 0;
const isFailed = (element: Element): boolean => !isShown(element) && !isBusy(element);

const states: readonly State[] = [
  ['loading', () => html`<g6-comparison-table src=${fault('hang')}></g6-comparison-table>`, isBusy],
  [
    'loading with a fallback',
    () => html`<g6-comparison-table src=${fault('hang')}><p>Fallback</p></g6-comparison-table>`,
    isBusy,
  ],
  ['ready', () => html`<g6-comparison-table .comparison=${full}></g6-comparison-table>`, isShown],
  [
    'with criteria',
    () => html`<g6-comparison-table columns="name evidence value" .comparison=${full}></g6-comparison-table>`,
    isShown,
  ],
  ['error', () => html`<g6-comparison-table src=${fault('status/410')}></g6-comparison-table>`, isFailed],
  ['wrong document', () => html`<g6-comparison-table data="{"></g6-comparison-table>`, isFailed],
  ['empty', () => html`<g6-comparison-table></g6-comparison-table>`, isFailed],
  ['partial', () => html`<g6-comparison-table .comparison=${partial}></g6-comparison-table>`, isShown],
  ['no scores', () => html`<g6-comparison-table .comparison=${withoutScores}></g6-comparison-table>`, isShown],
  [
    'as cards',
    () => html`<g6-comparison-table layout="cards" .comparison=${called('Cards')}></g6-comparison-table>`,
    isShown,
  ],
  [
    'as a table in any room',
    () => html`<g6-comparison-table layout="table" .comparison=${called('Table')}></g6-comparison-table>`,
    isShown,
  ],
  [
    'as a matrix',
    () => html`<g6-comparison-table layout="matrix" .comparison=${called('Matrix')}></g6-comparison-table>`,
    isShown,
  ],
  [
    'with every control, filters and menu open',
    () =>
      html`<g6-comparison-table search filters compare share export limit="1" .comparison=${called('Controls')}></g6-comparison-table>`,
    isShown,
    async (element) => {
      await press(element, 'button', 'Filters');
      element.shadowRoot?.querySelector('summary')?.click();
    },
  ],
  [
    'without a match',
    () => html`<g6-comparison-table search .comparison=${called('Search')}></g6-comparison-table>`,
    isShown,
    (element) => enter(element, theOnly(element, 'searchbox'), 'nowhere'),
  ],
  [
    'with products picked',
    () => html`<g6-comparison-table compare .comparison=${called('Picked')}></g6-comparison-table>`,
    isShown,
    pick,
  ],
  [
    'side by side',
    () => html`<g6-comparison-table compare .comparison=${called('Beside')}></g6-comparison-table>`,
    isShown,
    async (element) => {
      await pick(element);
      await press(element, 'button', 'Side by side');
    },
  ],
  [
    'with a breakdown in it',
    () => html`<g6-comparison-table columns="name score" .comparison=${called('Opened')}></g6-comparison-table>`,
    isShown,
    (element) => press(element, 'button', /How the score of Thorne/),
  ],
  [
    'breakdown',
    () => html`<g6-score-breakdown product="thorne-l-glutamine" .comparison=${full}></g6-score-breakdown>`,
    isShown,
  ],
  [
    'partial breakdown',
    () => html`<g6-score-breakdown product="thorne-l-glutamine" .comparison=${partial}></g6-score-breakdown>`,
    isShown,
  ],
  [
    'breakdown as bars',
    () =>
      html`<g6-score-breakdown view="bars" product="thorne-l-glutamine" .comparison=${partial}></g6-score-breakdown>`,
    isShown,
  ],
  [
    'breakdown as an area',
    () =>
      html`<g6-score-breakdown view="area" product="thorne-l-glutamine" .comparison=${partial}></g6-score-breakdown>`,
    isShown,
  ],
  [
    'head to head',
    () =>
      html`<g6-score-breakdown product="thorne-l-glutamine zinc-carnosine" .comparison=${full}></g6-score-breakdown>`,
    isShown,
  ],
  [
    'with how firm its ranking is, opened',
    () => html`<g6-comparison-table stability .comparison=${called('Firmness')}></g6-comparison-table>`,
    isShown,
    async (element) => {
      const details = element.shadowRoot?.querySelector('details') as HTMLDetailsElement;
      details.open = true;
      await until(() => byRole(element, 'table').length > 1, 'The shares of the places');
    },
  ],
  [
    'with an audit',
    () => html`<g6-comparison-table audit .comparison=${called('Audit')}></g6-comparison-table>`,
    isShown,
  ],
  [
    'card',
    () => html`<g6-product-card product="thorne-l-glutamine" .comparison=${full}></g6-product-card>`,
    (element) => element.shadowRoot?.querySelector('article'),
  ],
  [
    'partial card with an audit',
    () => html`<g6-product-card audit product="thorne-l-glutamine" .comparison=${partial}></g6-product-card>`,
    (element) => element.shadowRoot?.querySelector('article'),
  ],
  [
    'with offers',
    () => html`<g6-comparison-table layout="table" .comparison=${sold('Offers')}></g6-comparison-table>`,
    isShown,
  ],
  [
    'cards with offers',
    () => html`<g6-comparison-table layout="cards" .comparison=${sold('Offers on cards')}></g6-comparison-table>`,
    isShown,
  ],
  [
    'card with offers',
    () => html`<g6-product-card product="thorne-l-glutamine" .comparison=${sold('Card')}></g6-product-card>`,
    (element) => element.shadowRoot?.querySelector('article'),
  ],
  ['weights', () => html`<g6-score-weights .comparison=${full}></g6-score-weights>`, isShown],
  ['weights of nothing', () => html`<g6-score-weights .comparison=${withoutScores}></g6-score-weights>`, isFailed],
  ['breakdown without a product', () => html`<g6-score-breakdown .comparison=${full}></g6-score-breakdown>`, isFailed],
];

/** All states at once, one below the other. */
async function showAll(width: number, style = ''): Promise<Element[]> {
  const root = await fixture(html`<main style=${`width: ${width}px; ${style}`}>
    ${states.map(([, make]) => html`<section>${make()}</section>`)}
  </main>`);
  const elements = [...root.querySelectorAll('section')].map((section) => section.firstElementChild as Element);
  await until(() => elements.every((element, index) => states[index]?.[2](element)), 'Every state');
  for (const [index, element] of elements.entries()) await states[index]?.[3]?.(element);
  await settled(...elements);
  return elements;
}

describe('accessibility', () => {
  watchConsole();

  for (const scheme of ['light', 'dark']) {
    for (const width of [1280, 640, 320]) {
      describe(`in ${scheme}, ${width} pixels wide`, () => {
        let elements: Element[] = [];
        let faults: Awaited<ReturnType<typeof axeFaults>> = [];

        // One look at all states at once: each look costs more than everything that it looks at.
        before(async () => {
          elements = await showAll(width, `color-scheme: ${scheme}; background: Canvas; color: CanvasText`);
          faults = await axeFaults(elements[0]?.closest('main') as Element);
        });

        for (const [index, [state]] of states.entries()) {
          it(`has no fault that axe finds: ${state}`, () => {
            const element = elements[index] as Element;
            const own = faults.filter(
              ({ node }) => element.contains(node) || node.getRootNode() === element.shadowRoot,
            );
            expect(own.map(({ fault }) => fault)).to.deep.equal([]);
          });
        }

        it('has no other fault', () => {
          const roots = new Set<Node | null>(elements.map((element) => element.shadowRoot));
          const others = faults.filter(({ node }) => !roots.has(node.getRootNode()));
          expect(others.map(({ fault }) => fault)).to.deep.equal([]);
        });
      });
    }
  }

  for (const width of [1280, 640, 320]) {
    it(`has no button, list or field smaller than 24 pixels, ${width} pixels wide`, async () => {
      const elements = await showAll(width);
      const buttons = elements.flatMap((element) =>
        (['button', 'combobox', 'searchbox', 'textbox'] as const)
          .flatMap((role) => byRole(element, role))
          .filter(isVisible),
      );
      expect(buttons).to.have.length.above(10);
      for (const button of buttons) {
        const box = button.getBoundingClientRect();
        expect(Math.min(box.width, box.height), seen(button)).to.be.at.least(24);
      }
    });
  }

  it('shows where the focus is', async () => {
    const root = await fixture(html`<div style="width: 1280px">
      <button type="button">before</button>
      <g6-comparison-table columns="name price" .comparison=${full}></g6-comparison-table>
      <g6-comparison-table src=${fault('status/410')}></g6-comparison-table>
      <button type="button">after</button>
    </div>`);
    const [table, broken] = root.querySelectorAll('g6-comparison-table');
    const [before, after] = root.querySelectorAll('button');
    await shown(table as Element);
    await failed(broken as Element);
    before?.focus();
    const stops: string[] = [];
    for (let count = 0; count < 12; count++) {
      await sendKeys({ press: 'Tab' });
      if (document.activeElement === after) break;
      const focused = document.activeElement?.shadowRoot?.activeElement ?? (document.activeElement as Element);
      stops.push(seen(focused));
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(focused);
      expect(outlineStyle, seen(focused)).to.equal('solid');
      expect(parseFloat(outlineWidth), seen(focused)).to.be.at.least(2);
      expect(outlineColor, seen(focused)).to.not.match(/\/ 0\)|, 0\)|transparent/);
    }
    expect(stops).to.include.members(['Product', 'Price/Serving', 'Thorne L-Glutamine', 'Try again']);
  });

  it('keeps the table’s roles where its layout is another', async () => {
    for (const width of [1280, 320]) {
      const elements = await showAll(width);
      for (const element of elements.filter((each) => byRole(each, 'rowheader').length > 0)) {
        const root = element.shadowRoot as ShadowRoot;
        const roles = (selector: string): (string | null)[] => [
          ...new Set(
            [...root.querySelectorAll(selector)]
              .filter((part) => !part.closest('[aria-hidden=true]'))
              .map((part) => part.getAttribute('role')),
          ),
        ];
        expect(roles('table')).to.deep.equal(['table']);
        expect(roles('tr')).to.deep.equal(['row']);
        expect(roles('td')).to.deep.equal(['cell']);
        expect(roles('th[scope=row]')).to.deep.equal(['rowheader']);
        expect(roles('th[scope=col]')).to.deep.equal(['columnheader']);
      }
    }
  });

  describe('of a page that stands still', () => {
    const open = async (src: string): Promise<{ table: G6ComparisonTable; below: Element }> => {
      const root = await fixture(html`<div style="width: 1000px">
        <g6-comparison-table style="min-height: 700px" src=${src}></g6-comparison-table>
        <p>Below</p>
      </div>`);
      return {
        table: root.querySelector('g6-comparison-table') as G6ComparisonTable,
        below: root.querySelector('p') as Element,
      };
    };

    it('moves nothing below an element that has its height reserved', async () => {
      const { table, below } = await open(fault('slow', { ms: 50, key: newKey(), body: leakyGut }));
      await settled(table);
      const { top } = below.getBoundingClientRect();
      await shown(table);
      expect(below.getBoundingClientRect().top).to.equal(top);
      sortButton(table, 'Price/Serving').click();
      await settled(table);
      expect(below.getBoundingClientRect().top).to.equal(top);
    });

    it('moves nothing below an element that fails', async () => {
      const { table, below } = await open(fault('status/410', { key: newKey() }));
      const { top } = below.getBoundingClientRect();
      await failed(table);
      expect(below.getBoundingClientRect().top).to.equal(top);
    });

    it('has headers that stay where they are while it is sorted', async () => {
      const { table } = await open(fault('json', { key: newKey(), body: leakyGut }));
      await shown(table);
      const boxes = (): DOMRect[] => byRole(table, 'columnheader').map((cell) => cell.getBoundingClientRect());
      const before = boxes();
      for (const column of ['Price/Serving', 'Price/Serving', 'Product']) {
        sortButton(table, column).click();
        await settled(table);
        for (const [index, { left, top, width, height }] of boxes().entries()) {
          const was = before[index] as DOMRect;
          expect(Math.abs(left - was.left)).to.be.below(0.5);
          expect(Math.abs(width - was.width)).to.be.below(0.5);
          expect([top, height]).to.deep.equal([was.top, was.height]);
        }
      }
    });

    // The other engines have no such measure; for them the boxes above speak.
    if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
      it('counts no layout shift', async () => {
        let shift = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shift += (entry as PerformanceEntry & { value: number }).value;
        });
        const { table } = await open(fault('slow', { ms: 50, key: newKey(), body: leakyGut }));
        await settled(table);
        await nextFrame();
        observer.observe({ type: 'layout-shift' });
        await shown(table);
        await nextFrame();
        for (const entry of observer.takeRecords()) shift += (entry as PerformanceEntry & { value: number }).value;
        observer.disconnect();
        expect(shift).to.equal(0);
      });
    }
  });

  it('has one thing only to say at a time', async () => {
    for (const element of await showAll(640)) {
      const regions = [...byRole(element, 'status'), ...byRole(element, 'alert')];
      expect(regions).to.have.length.at.most(1);
    }
  });

  it('labels the button that tries again', async () => {
    const table = await fixture(html`<g6-comparison-table src=${fault('status/410')}></g6-comparison-table>`);
    await failed(table);
    expect(theOnly(table, 'button').textContent?.trim()).to.equal('Try again');
  });
});

/** Two frames: what was rendered before is on the screen. */
const nextFrame = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
