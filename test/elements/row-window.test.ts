/** Very many products: what of them is on the page, what assistive technology is told of the others, and how to get at them. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import type { G6ComparisonTable } from '../../src/elements/g6-comparison-table.js';
import {
  byRole,
  control,
  enter,
  press,
  rowsOf,
  settled,
  soon,
  sortButton,
  theOnly,
  until,
  watchConsole,
} from '../helpers.js';

const many = (count: number): object => ({
  products: Array.from({ length: count }, (_, index) => ({
    name: `Product ${index + 1}`,
    specs: { weight: `${(index * 7) % count} g` },
  })),
});

async function tableOf(
  count: number,
  attributes: { readonly [name: string]: string } = {},
  width = 1000,
): Promise<G6ComparisonTable> {
  const root = await fixture(html`<div style="width: ${width}px"></div>`);
  const table = document.createElement('g6-comparison-table');
  for (const [name, value] of Object.entries(attributes)) table.setAttribute(name, value);
  table.comparison = many(count);
  root.append(table);
  await settled(table);
  return table;
}

const indexOf = (name: string): number => Number(name.split(' ')[1]);
const countOf = (table: Element): number => Number(theOnly(table, 'table').getAttribute('aria-rowcount'));

/** Each row says its place: it is that of the product it has in this order. */
function expectRightPlaces(table: Element): void {
  for (const cell of byRole(table, 'rowheader'))
    expect(Number(cell.parentElement?.getAttribute('aria-rowindex'))).to.equal(
      indexOf(cell.textContent?.trim() ?? '') + 1,
    );
}

describe('a table of many products', () => {
  watchConsole();
  afterEach(() => scrollTo(0, 0));

  it('has few of 10,000 rows on the page, and says how many there are', async () => {
    const table = await tableOf(10_000);
    expect(countOf(table)).to.equal(10_001);
    expect(rowsOf(table)).to.have.length.within(20, 120);
    expectRightPlaces(table);
    expect(table.getBoundingClientRect().height).to.be.above(10_000 * 24);
  });

  for (const [where, attributes, width] of [
    ['a table', {}, 1000],
    ['cards', {}, 320],
    ['cards beside one another', { layout: 'cards' }, 1000],
  ] as const) {
    it(`shows others as ${where} is scrolled`, async () => {
      const table = await tableOf(10_000, attributes, width);
      for (const share of [0.5, 0.9, 0.1]) {
        scrollTo(0, table.getBoundingClientRect().height * share);
        await until(() => {
          const boxes = byRole(table, 'rowheader').map((cell) => cell.getBoundingClientRect());
          return (
            boxes.some(({ top }) => top < 60) &&
            boxes.some(({ bottom }) => bottom > innerHeight - 60) &&
            Math.abs(indexOf(rowsOf(table)[30] ?? '') / 10_000 - share) < 0.06
          );
        }, `The rows at ${share}`);
        expect(rowsOf(table)).to.have.length.below(150);
        expectRightPlaces(table);
      }
    });
  }

  it('begins at the first rows of another order where it stands at its top', async () => {
    const table = await tableOf(10_000);
    sortButton(table, 'Weight').click();
    await settled(table);
    sortButton(table, 'Weight').click();
    await settled(table);
    expect(
      byRole(table, 'cell')
        .map((cell) => cell.textContent?.trim())
        .filter(Boolean)
        .slice(0, 2)
        .join(),
    ).to.match(/9999 g.*9998 g/s);
  });

  it('is searched, from the end of it too', async () => {
    const table = await tableOf(10_000, { search: '' });
    scrollTo(0, table.getBoundingClientRect().height);
    await soon();
    await enter(table, control(table, 'searchbox', 'Search'), 'product 777');
    await settled(table);
    const found = Array.from({ length: 10_000 }, (_, index) => index).filter(
      (index) => `${index + 1}`.includes('777') || `${(index * 7) % 10_000} g`.includes('777'),
    );
    expect(countOf(table)).to.equal(found.length + 1);
    expect(rowsOf(table)).to.deep.equal(found.map((index) => `Product ${index + 1}`));
  });

  it('has all of them when it is printed, and few again after', async () => {
    const table = await tableOf(1000, { limit: '500' });
    dispatchEvent(new Event('beforeprint'));
    await settled(table);
    expect(rowsOf(table)).to.have.length(1000);
    dispatchEvent(new Event('afterprint'));
    await settled(table);
    expect(rowsOf(table)).to.have.length.below(150);
  });

  it('has every row of two hundred', async () => {
    expect(rowsOf(await tableOf(200))).to.have.length(200);
  });

  describe('with a limit', () => {
    it('shows so many, all when asked, and so many again', async () => {
      const table = await tableOf(40, { limit: '10' });
      expect(rowsOf(table)).to.have.length(10);
      const button = control(table, 'button', 'Show all 40');
      button.focus();
      await press(table, 'button', 'Show all 40');
      expect(rowsOf(table)).to.have.length(40);
      expect(table.shadowRoot?.activeElement === button).to.equal(true);
      await press(table, 'button', 'Show fewer');
      expect(rowsOf(table)).to.have.length(10);
    });

    for (const limit of ['40', '0', '-1', 'many', '']) {
      it(`shows all with “${limit}”`, async () => {
        const table = await tableOf(40, { limit });
        expect(rowsOf(table)).to.have.length(40);
        expect(byRole(table, 'button').map((one) => one.textContent)).to.not.include('Show all 40');
      });
    }

    it('follows the property before and after', async () => {
      const table = await tableOf(40);
      table.limit = 3;
      await settled(table);
      expect(rowsOf(table)).to.have.length(3);
      table.removeAttribute('limit');
      table.limit = null;
      await settled(table);
      expect(rowsOf(table)).to.have.length(40);
    });
  });
});
