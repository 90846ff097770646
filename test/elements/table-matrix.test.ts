/** Layouts, what of a table is seen in them, and products side by side. */
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define.js';
import type { G6ComparisonTable } from '../../src/elements/g6-comparison-table.js';
import {
  brokenWords,
  byRole,
  closePages,
  columnsOf,
  control,
  expectAccessible,
  fault,
  hasFocus,
  header,
  isVisible,
  leakyGut,
  messagesOf,
  nameOf,
  openPage,
  press,
  rowsOf,
  seen,
  settled,
  shown,
  spoken,
  theOnly,
  until,
  watchConsole,
} from '../helpers.js';

const phones = {
  title: 'Phones',
  currency: 'GBP',
  language: 'en',
  rubric: { criteria: [{ id: 'sound', label: 'Sound', weight: 1 }] },
  products: [
    {
      id: 'a',
      name: 'Heron',
      specs: { price: '£349', weight: '250 g', wired: true, rating: '4/5' },
      scores: { sound: 9 },
    },
    {
      id: 'b',
      name: 'Plover',
      specs: { price: '£279', weight: '0.25 kg', wired: true, rating: '9/10' },
      scores: { sound: 8.2 },
    },
    {
      id: 'c',
      name: 'Bittern',
      specs: { price: '£119.50', weight: null, wired: true, rating: '3/5' },
      scores: { sound: 8.2 },
    },
    ...['d', 'e', 'f'].map((id) => ({
      id,
      name: `Egret ${id}`,
      specs: { price: '£99', wired: true },
      scores: { sound: 5 },
    })),
  ],
};

async function tableOf(
  comparison: unknown,
  attributes: { readonly [name: string]: string },
  width = 1000,
): Promise<G6ComparisonTable> {
  const root = await fixture(html`<div style="width: ${width}px"></div>`);
  const table = document.createElement('g6-comparison-table');
  for (const [name, value] of Object.entries(attributes)) table.setAttribute(name, value);
  table.comparison = comparison;
  root.append(table);
  await settled(table);
  return table;
}

/** The rows of a matrix: label and what each product has. */
const matrixOf = (table: Element): string[] =>
  byRole(table, 'row')
    .slice(1)
    .map((row) => [...row.children].map(spoken).join(' | '));

const productsOf = (table: Element): string[] =>
  byRole(table, 'columnheader').map((cell) =>
    spoken(cell.querySelector('[part~=name]') ?? cell).replace(/^Rank \d+: /, ''),
  );

const pick = async (table: G6ComparisonTable, ...names: readonly string[]): Promise<void> => {
  for (const name of names) await press(table, 'checkbox', `Compare ${name}`);
};

describe('the layouts of a table', () => {
  watchConsole();
  afterEach(closePages);

  it('follow the element’s own width: a table, and cards', async () => {
    for (const [width, isTable] of [
      [1000, true],
      [600, false],
      [320, false],
    ] as const) {
      const table = await tableOf(phones, {}, width);
      expect(isVisible(header(table, 'Score')), `${width}`).to.equal(isTable);
    }
  });

  it('follow the attribute and the property, before and after they are attached', async () => {
    const table = await tableOf(phones, { layout: 'cards' });
    expect(isVisible(header(table, 'Score'))).to.equal(false);
    table.layout = 'table';
    await settled(table);
    expect(isVisible(header(table, 'Score'))).to.equal(true);
    table.setAttribute('layout', 'matrix');
    await settled(table);
    expect(productsOf(table)).to.include('Heron');
    table.layout = 'nonsense';
    await settled(table);
    expect(columnsOf(table)).to.include('Price');
  });

  describe('as cards', () => {
    for (const width of [1000, 600, 320]) {
      it(`stand in the order in which they are read, ${width} pixels wide`, async () => {
        const table = await tableOf(phones, { layout: 'cards', compare: '' }, width);
        for (const row of byRole(table, 'row').slice(1)) {
          const boxes = [...row.children].map((cell) => cell.getBoundingClientRect());
          for (const [index, box] of boxes.slice(1).entries()) {
            const before = boxes[index] as DOMRect;
            const isAfter =
              box.top >= before.bottom - 1 || (Math.abs(box.top - before.top) < 40 && box.left >= before.left);
            expect(isAfter, spoken(row)).to.equal(true);
          }
        }
      });
    }

    it('keep an order of columns in which the score is elsewhere', async () => {
      const table = await tableOf(phones, { layout: 'cards', columns: 'name price score' }, 320);
      const [name, price, score] = [...(byRole(table, 'row')[1] as Element).children].map(
        (cell) => cell.getBoundingClientRect().top,
      );
      expect([name, price, score]).to.deep.equal([name, price, score].sort((a = 0, b = 0) => a - b));
      expect(score).to.be.above(price ?? 0);
    });

    it('have labels and bars', async () => {
      const table = await tableOf(phones, { layout: 'cards' }, 320);
      expect([...(byRole(table, 'row')[1] as Element).children].map(spoken).slice(2)).to.deep.equal([
        'Price £349',
        'Weight 250 g',
        'Wired Yes',
        'Rating 4 out of 5',
      ]);
      expect(isVisible(byRole(table, 'row')[1]?.querySelector('[part~=bar]') as Element)).to.equal(true);
    });
  });

  describe('that scroll', () => {
    it('are regions with a name, in the tab sequence, with an edge; those that fit are not', async () => {
      const table = await tableOf(leakyGut, { layout: 'table' }, 400);
      const [region, ...more] = byRole(table, 'region');
      expect(more).to.deep.equal([]);
      expect(region?.getAttribute('aria-label')).to.equal('Best Leaky Gut Supplements 2026');
      expect(region?.tabIndex).to.equal(0);
      await expectAccessible(table);
      (table.parentElement as HTMLElement).style.width = '3000px';
      await until(() => !byRole(table, 'region').length, 'A table that fits');
      expect(table.shadowRoot?.querySelector('[tabindex="0"]')).to.equal(null);
      (table.parentElement as HTMLElement).style.width = '400px';
      await until(() => byRole(table, 'region').length, 'A region');
    });

    it('have the name of the document that is there now', async () => {
      const table = await tableOf(leakyGut, { layout: 'table' }, 400);
      table.comparison = { ...leakyGut, title: 'Another' };
      await settled(table);
      expect(byRole(table, 'region').map((region) => region.getAttribute('aria-label'))).to.deep.equal(['Another']);
    });

    for (const direction of ['ltr', 'rtl']) {
      it(`keep the products in sight, ${direction}`, async () => {
        const root = await fixture(html`<div dir=${direction} style="width: 500px">
          <g6-comparison-table layout="table" .comparison=${leakyGut}></g6-comparison-table>
        </div>`);
        const table = root.querySelector('g6-comparison-table') as G6ComparisonTable;
        const region = byRole(table, 'region')[0] as HTMLElement;
        const ends = (): number[] =>
          [header(table, 'Product'), byRole(table, 'rowheader')[0] as HTMLElement].map((cell) => {
            const { left, right } = cell.getBoundingClientRect();
            return Math.round(direction === 'rtl' ? right : left);
          });
        const before = ends();
        region.scrollLeft = direction === 'rtl' ? -300 : 300;
        expect(Math.abs(region.scrollLeft)).to.equal(300);
        for (const [index, end] of ends().entries()) expect(Math.abs(end - (before[index] ?? 0))).to.be.at.most(5);
      });
    }

    it('keep the header in sight', async () => {
      const many = {
        ...leakyGut,
        products: Array.from({ length: 60 }, (_, index) => ({ ...leakyGut.products[index % 4], id: `p${index}` })),
      };
      const table = await tableOf(many, { layout: 'table' }, 500);
      const region = byRole(table, 'region')[0] as HTMLElement;
      region.scrollTop = 1500;
      await settled(table);
      const offset = header(table, 'Dose').getBoundingClientRect().top - region.getBoundingClientRect().top;
      expect(offset).to.be.within(-1, 60);
    });
  });

  describe('with columns of little priority', () => {
    const comparison = {
      columns: [
        { id: 'price' },
        { id: 'colour', label: 'Colour', priority: 3 },
        { id: 'watts', label: 'Watts', priority: 4 },
      ],
      products: [{ name: 'Heron', specs: { price: '$1', colour: 'red', watts: 5 } }],
    };
    it('hide them where there is little room, behind a button', async () => {
      for (const layout of ['table', 'cards']) {
        const table = await tableOf(comparison, { layout }, 900);
        const isThere = (): boolean =>
          byRole(table, 'cell').some((cell) => /red/.test(spoken(cell)) && isVisible(cell));
        expect(isThere(), layout).to.equal(false);
        const button = control(table, 'button', '2 more columns');
        button.focus();
        button.click();
        await settled(table);
        expect(isThere(), layout).to.equal(true);
        expect(hasFocus(button)).to.equal(true);
        await press(table, 'button', 'Fewer columns');
        expect(isThere(), layout).to.equal(false);
      }
    });

    it('have rows of their own in a matrix, where they take no room', async () => {
      const table = await tableOf(comparison, { layout: 'matrix' }, 320);
      const facts = byRole(table, 'rowheader').filter(isVisible).map(seen);
      expect(facts).to.include.members(['Colour', 'Watts']);
      expect(byRole(table, 'button').filter(isVisible).map(nameOf)).to.not.include('2 more columns');
    });

    it('show them where there is room', async () => {
      const table = await tableOf(comparison, {}, 1300);
      expect(isVisible(header(table, 'Watts'))).to.equal(true);
      expect(byRole(table, 'button').filter(isVisible).map(nameOf)).to.not.include('2 more columns');
    });
  });

  describe('as a matrix', () => {
    it('has a column for each product and a row for each fact', async () => {
      const table = await tableOf(phones, { layout: 'matrix', columns: 'name score price' });
      expect(productsOf(table)).to.deep.equal(['Heron', 'Bittern', 'Plover', 'Egret d', 'Egret e', 'Egret f']);
      expect(byRole(table, 'rowheader').map(spoken)).to.deep.equal(['Score', 'Price']);
    });

    it('leaves out what is the same for all when asked', async () => {
      const table = await tableOf(phones, { layout: 'matrix' });
      expect(byRole(table, 'rowheader').map(spoken)).to.include('Wired');
      await press(table, 'checkbox', 'Only differences');
      expect(byRole(table, 'rowheader').map(spoken)).to.deep.equal(['Score', 'Price', 'Weight', 'Rating']);
      await press(table, 'checkbox', 'Only differences');
      expect(byRole(table, 'rowheader').map(spoken)).to.include('Wired');
    });

    it('breaks no word of a name that is not longer than usual', async () => {
      const name = 'Rechargeable headphones with comfortable upholstery throughout';
      const products = [1, 2, 3, 4].map((number) => ({ name: `${name} ${number}` }));
      const table = await tableOf({ products }, { layout: 'matrix' }, 360);
      for (const cell of byRole(table, 'columnheader')) expect(brokenWords(cell)).to.deep.equal([]);
    });

    describe('of two products, 300 pixels wide,', () => {
      const two = { ...phones, products: phones.products.slice(0, 2) };
      const open = (): Promise<G6ComparisonTable> => tableOf(two, { layout: 'matrix' }, 300);
      const matrix = (table: Element): Element => byRole(table, 'table')[0] as Element;

      it('has both in sight, and scrolls nowhere', async () => {
        const table = await open();
        expect(byRole(table, 'region')).to.deep.equal([]);
        const { right } = table.getBoundingClientRect();
        for (const role of ['columnheader', 'cell'] as const) {
          for (const cell of byRole(matrix(table), role))
            expect(cell.getBoundingClientRect().right).to.be.at.most(right + 1);
        }
      });

      it('has the cells of a column below one another, and each fact below its label', async () => {
        const table = await open();
        const columns = byRole(matrix(table), 'columnheader').map((cell) => cell.getBoundingClientRect());
        expect(columns).to.have.length(2);
        for (const row of byRole(matrix(table), 'row').slice(1)) {
          const [label, ...cells] = [...row.children].map((cell) => cell.getBoundingClientRect()) as [DOMRect, DOMRect];
          expect(label.height).to.be.above(10);
          for (const [index, { left, width, top }] of cells.entries()) {
            expect(left).to.be.closeTo(columns[index]?.left as number, 1);
            expect(width).to.be.closeTo(columns[index]?.width as number, 1);
            expect(top).to.be.at.least(label.bottom - 1);
          }
        }
      });

      it('is as many cells in each row as before, the headers of columns in their places', async () => {
        const table = await open();
        for (const row of byRole(matrix(table), 'row')) {
          expect([...row.children].map((cell) => getComputedStyle(cell).display)).to.not.include('none');
          expect(row.children).to.have.length(3);
        }
        await expectAccessible(table);
      });

      it('breaks no word that is not longer than usual', async () => {
        const name = 'Rechargeable headphones with comfortable upholstery';
        const products = [1, 2].map((number) => ({ name: `${name} ${number}`, specs: { price: '€ 1,249.00' } }));
        const table = await tableOf({ products }, { layout: 'matrix' }, 300);
        expect(brokenWords(theOnly(table, 'table'))).to.deep.equal([]);
      });

      it('has breakdowns as wide as itself', async () => {
        const table = await open();
        await press(table, 'button', /^9\.0 out of 10/);
        const [, breakdown] = byRole(table, 'table');
        expect(breakdown?.getBoundingClientRect().width).to.be.within(250, 300);
      });
    });
  });
});

describe('the comparing of products', () => {
  watchConsole();
  const open = (members: object = {}, width = 1000): Promise<G6ComparisonTable> =>
    tableOf({ ...phones, ...members }, { compare: '' }, width);

  it('keeps what is picked on top, in the order of picking', async () => {
    const table = await open();
    await pick(table, 'Egret e', 'Plover');
    expect(rowsOf(table).slice(0, 3)).to.deep.equal(['Egret e', 'Plover', 'Heron']);
    await pick(table, 'Egret e');
    expect(rowsOf(table).slice(0, 2)).to.deep.equal(['Plover', 'Heron']);
  });

  it('is not offered, and neither are a search and filters, where there is one product', async () => {
    const attributes = { compare: '', search: '', filters: '', export: '' };
    const table = await tableOf({ ...phones, products: phones.products.slice(0, 1) }, attributes);
    expect(byRole(table, 'checkbox')).to.deep.equal([]);
    expect(byRole(table, 'searchbox')).to.deep.equal([]);
    expect(byRole(table, 'button').map(nameOf)).to.not.include('Filters');
    expect(table.shadowRoot?.textContent).to.include('Save as CSV').and.not.include('to compare');
  });

  it('offers to put two side by side, not one', async () => {
    const table = await open();
    await pick(table, 'Heron');
    expect(byRole(table, 'button').map(nameOf)).to.not.include('Side by side');
    expect(table.shadowRoot?.textContent).to.include('Pick another one to compare.');
    await pick(table, 'Plover');
    control(table, 'button', 'Side by side');
  });

  it('takes four at most, and says so', async () => {
    const table = await open();
    await pick(table, 'Heron', 'Plover', 'Bittern', 'Egret d');
    expect((control(table, 'checkbox', 'Compare Egret e') as HTMLInputElement).disabled).to.equal(true);
    expect((control(table, 'checkbox', 'Compare Heron') as HTMLInputElement).disabled).to.equal(false);
    expect(table.shadowRoot?.textContent).to.include('Four products can be compared at most.');
  });

  it('puts them side by side, and says what differs and by how much', async () => {
    const table = await open();
    await pick(table, 'Heron', 'Plover', 'Bittern');
    await press(table, 'button', 'Side by side');
    expect(productsOf(table)).to.deep.equal(['Heron', 'Plover', 'Bittern']);
    expect(matrixOf(table).map((row) => row.replace(/ \. How the score of \w+ comes about/g, ''))).to.deep.equal([
      'Score , differs | 9.0 out of 10 | 8.2 out of 10 0.8 less than Heron | 8.2 out of 10 0.8 less than Heron',
      'Price , differs | £349 | £279 £70 less than Heron | £119.50 £229.50 less than Heron',
      'Weight , differs | 250 g | 0.25 kg | not stated',
      'Wired | Yes | Yes | Yes',
      'Rating , differs | 4 out of 5 | 9 out of 10 best 1 more than Heron | 3 out of 5 1 less than Heron',
    ]);
    await expectAccessible(table);
  });

  it('shows only the differences when asked, and says where there are none', async () => {
    const table = await open();
    await pick(table, 'Heron', 'Plover');
    await press(table, 'button', 'Side by side');
    await press(table, 'checkbox', 'Only differences');
    expect(byRole(byRole(table, 'table')[0] as Element, 'rowheader').map(spoken)).to.deep.equal([
      'Score , differs',
      'Price , differs',
      'Rating , differs',
    ]);
    const same = await open();
    await pick(same, 'Egret d', 'Egret e');
    await press(same, 'button', 'Side by side');
    await press(same, 'checkbox', 'Only differences');
    expect(messagesOf(same)).to.deep.equal(['There is no difference in what is shown.']);
  });

  it('goes back to the table, where they are still picked, and forgets them', async () => {
    const table = await open();
    await pick(table, 'Plover', 'Heron');
    await press(table, 'button', 'Side by side');
    await press(table, 'button', 'Back to the table');
    expect(rowsOf(table).slice(0, 2)).to.deep.equal(['Plover', 'Heron']);
    await press(table, 'button', 'Clear');
    expect(rowsOf(table)[0]).to.equal('Heron');
    for (const box of byRole(table, 'checkbox')) expect((box as HTMLInputElement).checked).to.equal(false);
  });

  it('ends when fewer than two are left, and begins only when asked again', async () => {
    const table = await open();
    await pick(table, 'Plover', 'Heron');
    await press(table, 'button', 'Side by side');
    await pick(table, 'Plover');
    expect(rowsOf(table)).to.have.length(6);
    await pick(table, 'Plover');
    expect(rowsOf(table)).to.have.length(6);
  });

  it('fires what is asked for', async () => {
    const table = await open();
    const heard: unknown[] = [];
    table.addEventListener('g6-select', ({ detail }) => heard.push(detail));
    table.addEventListener('g6-layout', ({ detail }) => heard.push(detail));
    await pick(table, 'Plover', 'Heron');
    await press(table, 'button', 'Side by side');
    await press(table, 'button', 'Clear');
    expect(heard).to.deep.equal([
      { selection: ['b'] },
      { selection: ['b', 'a'] },
      { layout: 'matrix', onlyDifferences: false },
      { layout: undefined, onlyDifferences: false },
      { selection: [] },
    ]);
  });

  it('is done with the keyboard alone, and the box is no part of the name', async () => {
    const table = await open();
    const [name] = byRole(table, 'rowheader') as [HTMLElement];
    control(table, 'checkbox', 'Compare Heron').focus();
    await sendKeys({ type: ' ' });
    await until(() => (control(table, 'checkbox', 'Compare Heron') as HTMLInputElement).checked, 'The tick');
    await settled(table);
    expect(spoken(name)).to.equal('Rank 1: Heron');
  });

  it('leaves another table of the same address in its layout', async () => {
    const src = fault('json', { key: crypto.randomUUID(), body: phones });
    const root = await fixture(html`<div style="width: 1000px">
      <g6-comparison-table compare src=${src}></g6-comparison-table>
      <g6-comparison-table src=${src}></g6-comparison-table>
    </div>`);
    const [one, other] = [...root.querySelectorAll('g6-comparison-table')] as [G6ComparisonTable, G6ComparisonTable];
    await shown(one);
    await shown(other);
    await pick(one, 'Plover', 'Heron');
    await press(one, 'button', 'Side by side');
    await settled(other);
    expect(rowsOf(other)).to.have.length(6);
  });
});

describe('a page with a table that has every control', () => {
  watchConsole();
  afterEach(closePages);

  for (const width of [320, 360, 640]) {
    for (const layout of ['auto', 'table', 'matrix']) {
      it(`is no wider than its ${width} pixels: ${layout}`, async () => {
        const page = await openPage(
          `<script src="/dist/g6-comparison.min.js" defer></script><g6-comparison-table search filters compare layout="${layout}" src="${fault('json', { body: leakyGut })}"></g6-comparison-table>`,
          { width },
        );
        const table = page.querySelector('g6-comparison-table') as G6ComparisonTable;
        await shown(table);
        await press(table, 'button', 'Filters');
        await pick(table, 'Thorne L-Glutamine');
        expect(page.documentElement.scrollWidth).to.be.at.most(page.documentElement.clientWidth);
      });
    }
  }
});
