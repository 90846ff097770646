/** How readers ask for another order: a second key, lists to choose from, rows that glide and keep their focus. */
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define.js';
import type { G6ComparisonTable } from '../../src/elements/g6-comparison-table.js';
import {
  announced,
  byRole,
  choose,
  control,
  hasFocus,
  header,
  leakyGut,
  optionsOf,
  rowsOf,
  settled,
  shown,
  sortButton,
  sortedBy,
  sortLists,
  spoken,
  until,
  watchConsole,
} from '../helpers.js';

const url = 'https://example.com/';

/** Two of each colour, so that a second key has something to order. */
const lamps = {
  title: 'Lamps',
  currency: 'USD',
  products: [
    { name: 'Heron', url, specs: { colour: 'red', price: '$30', watts: 5 } },
    { name: 'Plover', url, specs: { colour: 'blue', price: '$10', watts: 9 } },
    { name: 'Bittern', url, specs: { colour: 'red', price: '$20', watts: 7 } },
    { name: 'Egret', url, specs: { colour: 'blue', price: '$40', watts: 1 } },
  ],
};

async function tableOf(
  width = 1000,
  attributes: { readonly [name: string]: string } = {},
  comparison: object = lamps,
): Promise<G6ComparisonTable> {
  const root = await fixture(html`<div style="width: ${width}px"></div>`);
  const table = document.createElement('g6-comparison-table');
  for (const [name, value] of Object.entries(attributes)) table.setAttribute(name, value);
  table.comparison = comparison;
  root.append(table);
  await settled(table);
  return table;
}

async function activate(table: G6ComparisonTable, column: string, shiftKey = false): Promise<void> {
  sortButton(table, column).dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey }));
  await settled(table);
}

const button = (table: Element, label: string): HTMLElement =>
  byRole(table, 'columnheader')
    .flatMap((cell) => byRole(cell, 'button'))
    .find((one) => spoken(one).startsWith(label)) as HTMLElement;

async function activateSecond(table: G6ComparisonTable, column: string): Promise<void> {
  button(table, column).dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }));
  await settled(table);
}

describe('the sorting of a table', () => {
  watchConsole();

  describe('by a second key', () => {
    it('adds it with shift, reverses it, and takes it away', async () => {
      const table = await tableOf();
      await activate(table, 'Colour');
      await activateSecond(table, 'Price');
      expect(rowsOf(table)).to.deep.equal(['Plover', 'Egret', 'Bittern', 'Heron']);
      expect(announced(table)).to.equal('The table “Lamps” is now sorted by Colour, A to Z, then Price, lowest first.');
      await activateSecond(table, 'Price');
      expect(rowsOf(table)).to.deep.equal(['Egret', 'Plover', 'Heron', 'Bittern']);
      expect(announced(table)).to.match(/by Colour, A to Z, then Price, highest first\.$/);
      await activateSecond(table, 'Price');
      expect(rowsOf(table)).to.deep.equal(['Plover', 'Egret', 'Heron', 'Bittern']);
      expect(announced(table)).to.equal('The table “Lamps” is now sorted by Colour, A to Z.');
    });

    it('has aria-sort on the first column only, and says the second in its button', async () => {
      const table = await tableOf();
      await activate(table, 'Colour');
      await activateSecond(table, 'Price');
      expect(sortedBy(table)).to.deep.equal(['Colour ascending']);
      expect(spoken(button(table, 'Price'))).to.match(/^Price ?, 2, lowest first$/);
    });

    it('drops it when a header is activated without shift', async () => {
      const table = await tableOf();
      await activate(table, 'Colour');
      await activateSecond(table, 'Price');
      await activate(table, 'Watts');
      expect(rowsOf(table)).to.deep.equal(['Egret', 'Heron', 'Bittern', 'Plover']);
      expect(sortedBy(table)).to.deep.equal(['Watts ascending']);
      expect(spoken(button(table, 'Price'))).to.equal('Price');
    });

    it('fires the order with both keys', async () => {
      const table = await tableOf();
      await activate(table, 'Colour');
      const sorts: string[] = [];
      table.addEventListener('g6-sort', ({ detail }) => sorts.push(detail.sort));
      await activateSecond(table, 'Price');
      expect(sorts).to.deep.equal(['colour price']);
    });

    it('says how in the caption', async () => {
      const table = await tableOf();
      expect(spoken(byRole(table, 'caption')[0] as Element)).to.match(/Shift/);
    });

    it('is asked for with Shift and Enter, where the focus stays', async () => {
      const table = await tableOf();
      await activate(table, 'Colour');
      button(table, 'Price').focus();
      if (/Chrome|Firefox/.test(navigator.userAgent)) {
        await sendKeys({ down: 'Shift' });
        await sendKeys({ press: 'Enter' });
        await sendKeys({ up: 'Shift' });
      } else {
        // There no test can hold a key down.
        const keys = { key: 'Enter', shiftKey: true, bubbles: true, cancelable: true };
        expect(button(table, 'Price').dispatchEvent(new KeyboardEvent('keydown', keys)), 'a click besides').to.equal(
          false,
        );
      }
      await settled(table);
      expect(rowsOf(table)).to.deep.equal(['Plover', 'Egret', 'Bittern', 'Heron']);
      expect(hasFocus(button(table, 'Price'))).to.equal(true);
    });
  });

  describe('by lists', () => {
    for (const [where, width, attributes] of [
      ['cards', 400, {}],
      ['cards that were asked for', 1000, { layout: 'cards' }],
      ['a matrix', 1000, { layout: 'matrix' }],
      ['a table with a search field', 1000, { search: '' }],
    ] as const) {
      it(`is there in ${where}, with a second key`, async () => {
        const table = await tableOf(width, attributes);
        const names = (): string[] =>
          rowsOf(table).length === 4 && attributes && !('layout' in attributes && attributes.layout === 'matrix')
            ? rowsOf(table)
            : byRole(table, 'columnheader').map((cell) => spoken(byRole(cell, 'link')[0] as Element));
        const [first] = sortLists(table) as [HTMLSelectElement];
        expect(first.value).to.equal('Initial order');
        await choose(table, first, 'Colour, A to Z');
        const second = sortLists(table)[1] as HTMLSelectElement;
        expect(optionsOf(second)).to.not.include('Colour, A to Z');
        await choose(table, second, 'Price, highest first');
        expect(names()).to.deep.equal(['Egret', 'Plover', 'Heron', 'Bittern']);
        expect([first.value, second.value]).to.deep.equal(['Colour, A to Z', 'Price, highest first']);
        expect(announced(table)).to.match(/by Colour, A to Z, then Price, highest first\.$/);
        await choose(table, second, 'nothing else');
        expect(names()).to.deep.equal(['Plover', 'Egret', 'Heron', 'Bittern']);
        await choose(table, first, 'Initial order');
        expect(names()).to.deep.equal(['Heron', 'Plover', 'Bittern', 'Egret']);
      });
    }

    it('takes the second key away with the first', async () => {
      const table = await tableOf(1000, { search: '' });
      const [first] = sortLists(table) as [HTMLSelectElement];
      await choose(table, first, 'Colour, A to Z');
      await choose(table, sortLists(table)[1] as HTMLSelectElement, 'Price, highest first');
      await choose(table, first, 'Initial order');
      expect(first.value).to.equal('Initial order');
      expect(rowsOf(table)).to.deep.equal(['Heron', 'Plover', 'Bittern', 'Egret']);
    });

    it('shows what the headers have asked for', async () => {
      const table = await tableOf(1000, { search: '' });
      await activate(table, 'Price');
      expect(sortLists(table).map(({ value }) => value)).to.deep.equal(['Price, lowest first', 'nothing else']);
    });

    it('is not there in a plain table, which has its headers', async () => {
      expect(sortLists(await tableOf())).to.deep.equal([]);
    });

    it('has names', async () => {
      const table = await tableOf(400, { sort: 'price' });
      for (const [index, name] of ['Sort by', 'then by'].entries())
        expect(spoken(sortLists(table)[index]?.closest('label') as Element).startsWith(name)).to.equal(true);
    });
  });

  describe('of rows', () => {
    it('keeps the focus in its row', async () => {
      const table = await tableOf();
      const link = byRole(table, 'link')[0] as HTMLElement;
      link.focus();
      await activate(table, 'Price');
      await activate(table, 'Price');
      expect(rowsOf(table)[1]).to.equal('Heron');
      expect(hasFocus(link)).to.equal(true);
    });

    it('keeps the focus where a product is picked, and its row moves to the top', async () => {
      const table = await tableOf(1000, { compare: '' });
      const box = control(table, 'checkbox', 'Compare Egret');
      box.focus();
      await sendKeys({ type: ' ' });
      await until(() => rowsOf(table)[0] === 'Egret', 'The product on top');
      expect(hasFocus(box)).to.equal(true);
    });

    it('is the same row elsewhere, not another in its place', async () => {
      const table = await tableOf();
      const rows = new Map(byRole(table, 'rowheader').map((cell) => [spoken(cell), cell.parentElement]));
      await activate(table, 'Price');
      for (const cell of byRole(table, 'rowheader'))
        expect(rows.get(spoken(cell)) === cell.parentElement).to.equal(true);
    });
  });

  describe('with motion', () => {
    const { matchMedia } = window;
    const { animate } = Element.prototype;
    let moved: string[] = [];
    const wish = (isReduced: boolean): void => {
      window.matchMedia = (query) => {
        const list = matchMedia.call(window, query);
        return /reduced-motion/.test(query) ? Object.create(list, { matches: { value: isReduced } }) : list;
      };
    };
    beforeEach(() => {
      moved = [];
      Element.prototype.animate = function (...given) {
        moved.push(spoken(byRole(this, 'rowheader')[0] as Element));
        return animate.apply(this, given);
      };
    });
    afterEach(() => {
      window.matchMedia = matchMedia;
      Element.prototype.animate = animate;
    });

    it('glides the rows that move, and these only', async () => {
      wish(false);
      const table = await tableOf(1000, { sort: 'price' });
      expect(moved).to.deep.equal([]);
      // Plover, Bittern, Heron, Egret by price; Plover, Bittern, Heron, Egret by watts, highest first.
      await activate(table, 'Watts');
      expect(moved).to.have.members(['Plover', 'Bittern', 'Heron', 'Egret']);
      moved = [];
      await activate(table, 'Watts');
      await activate(table, 'Watts');
      expect(rowsOf(table)).to.deep.equal(['Plover', 'Bittern', 'Heron', 'Egret']);
    });

    it('glides no rows to an order that comes while they glide', async () => {
      wish(false);
      const table = await tableOf(1000, { sort: 'price' });
      const { now } = performance;
      const start = performance.now();
      let passed = 0;
      performance.now = () => start + passed;
      try {
        const counts: number[] = [];
        for (const after of [0, 100, 100, 201]) {
          passed += after;
          moved = [];
          await activate(table, 'Watts');
          counts.push(moved.length);
        }
        expect(counts.map(Boolean)).to.deep.equal([true, false, false, true]);
      } finally {
        performance.now = now;
      }
    });

    it('glides what weights move where they are chosen, and few rows only where they are dragged', async () => {
      wish(false);
      const counts: boolean[] = [];
      for (const [count, source] of [
        [20, 'preset'],
        [20, 'slider'],
        [9, 'slider'],
      ] as const) {
        const table = await tableOf(
          1000,
          {},
          {
            rubric: { criteria: ['a', 'b'].map((id) => ({ id, label: id, weight: 50 })) },
            products: Array.from({ length: count }, (_, index) => ({
              name: `Lamp ${index}`,
              scores: { a: 9 - index / 10, b: index / 10 },
            })),
          },
        );
        moved = [];
        const detail = { weights: { a: 10, b: 90 }, source };
        table.dispatchEvent(new CustomEvent('g6-weights-change', { bubbles: true, detail }));
        await settled(table);
        expect(rowsOf(table)[0]).to.match(new RegExp(`^Lamp ${count - 1}\\b`));
        counts.push(moved.length > 0);
        table.remove();
      }
      expect(counts).to.deep.equal([true, false, true]);
    });

    it('moves nothing where the reader wants less motion', async () => {
      wish(true);
      const table = await tableOf();
      await activate(table, 'Price');
      expect(rowsOf(table)[0]).to.equal('Plover');
      expect(moved).to.deep.equal([]);
    });

    it('moves nothing where the order stays', async () => {
      wish(false);
      const table = await tableOf();
      table.search = true;
      await settled(table);
      expect(moved).to.deep.equal([]);
    });
  });

  it('has a button as large as its header cell', async () => {
    const table = await tableOf(700, { layout: 'table' });
    table.scrollIntoView();
    for (const label of ['Product', 'Colour', 'Price']) {
      const { left, right, top, bottom } = header(table, label).getBoundingClientRect();
      const own = sortButton(table, label);
      for (const x of [left + 2, right - 2])
        for (const y of [top + 2, bottom - 2])
          expect(table.shadowRoot?.elementFromPoint(x, y)?.closest('button') === own, `${label} ${x} ${y}`).to.equal(
            true,
          );
    }
  });

  it('sorts two tables of one address alike, and speaks in the one that was used', async () => {
    const src = `/__faults/json?${new URLSearchParams({ key: crypto.randomUUID(), body: JSON.stringify(leakyGut) })}`;
    const root = await fixture(html`<div style="width: 1000px">
      <g6-comparison-table src=${src} search></g6-comparison-table>
      <g6-comparison-table src=${src} layout="cards"></g6-comparison-table>
    </div>`);
    const [one, other] = [...root.querySelectorAll('g6-comparison-table')] as [G6ComparisonTable, G6ComparisonTable];
    await shown(one);
    await shown(other);
    await activate(one, 'Price/Serving');
    await settled(other);
    expect(rowsOf(other)).to.deep.equal(rowsOf(one));
    expect(sortLists(other)[0]?.value).to.equal('Price/Serving, lowest first');
    expect(announced(one)).to.not.equal('');
    expect(announced(other)).to.equal('');
  });
});
