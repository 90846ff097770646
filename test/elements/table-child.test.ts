/** A plain table of the page that becomes the sortable one: what is read of it, and that what its cells hold is kept. */
import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { G6ComparisonTable } from '../../src/elements/g6-comparison-table.js';
import { tables } from '../fixtures/tables.js';
import {
  announced,
  byRole,
  cellsOf,
  closePages,
  columnsOf,
  enter,
  expectAccessible,
  isVisible,
  lamps,
  openPage,
  press,
  rowsOf,
  seen,
  settled,
  shown,
  sortButton,
  sortedBy,
  sortLists,
  spoken,
  theOnly,
  until,
  watchConsole,
} from '../helpers.js';

// What is neither seen nor heard.
const unnamed = '\u200b';

type Attributes = { readonly [name: string]: string };

let root: HTMLElement;

/** The element around markup, as a page has it. */
function around(markup: string, attributes: Attributes = {}): G6ComparisonTable {
  const table = document.createElement('g6-comparison-table');
  table.innerHTML = markup;
  for (const [name, value] of Object.entries(attributes)) table.setAttribute(name, value);
  root.append(table);
  return table;
}

async function shownAround(markup: string, attributes: Attributes = {}): Promise<G6ComparisonTable> {
  const table = around(markup, attributes);
  await shown(table);
  return table;
}

const find = <T extends Element = HTMLElement>(within: ParentNode, selector: string): T => {
  const found = within.querySelector<T>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
};

async function sortBy(table: Element, label: string): Promise<string[]> {
  sortButton(table, label).click();
  await settled(table);
  return rowsOf(table);
}

const sentence = /^The table “(.*)” is now sorted/;

describe('a plain table', () => {
  watchConsole();
  beforeEach(() => {
    root = document.createElement('div');
    document.body.append(root);
  });
  afterEach(() => root.remove());

  describe('is read', () => {
    const cases: readonly {
      readonly name: keyof typeof tables;
      readonly title?: string;
      readonly columns: readonly string[];
      readonly rows: readonly string[];
      /** The order that a first activation of a column's header makes. */
      readonly orders: Readonly<Record<string, readonly string[]>>;
    }[] = [
      {
        name: 'gutenberg',
        title: 'Three supplements, compared',
        columns: ['Supplement', 'Price', 'Certified', 'Best for', unnamed],
        rows: ['Thorne L-Glutamine', 'Ora Trust Your Gut', 'Sovereign Colostrum-LD'],
        orders: {
          Supplement: ['Ora Trust Your Gut', 'Sovereign Colostrum-LD', 'Thorne L-Glutamine'],
          Price: ['Ora Trust Your Gut', 'Thorne L-Glutamine', 'Sovereign Colostrum-LD'],
          Certified: ['Thorne L-Glutamine', 'Sovereign Colostrum-LD', 'Ora Trust Your Gut'],
          'Best for': ['Thorne L-Glutamine', 'Ora Trust Your Gut', 'Sovereign Colostrum-LD'],
        },
      },
      {
        name: 'googleDocs',
        columns: ['Kettle', 'Capacity', 'Price', 'Rating'],
        rows: ['Heron', 'Plover', 'Bittern'],
        orders: {
          Capacity: ['Plover', 'Bittern', 'Heron'],
          Price: ['Bittern', 'Heron', 'Plover'],
          Rating: ['Heron', 'Bittern', 'Plover'],
        },
      },
      {
        name: 'tablePress',
        title: 'Desk lamps of this winter',
        columns: ['#', 'Photo', 'Lamp', 'Light (lumen)', 'Score (out of 10)'],
        rows: ['Heron', 'Plover', 'Bittern'],
        orders: {
          'Light (lumen)': ['Plover', 'Bittern', 'Heron'],
          'Score (out of 10)': ['Plover', 'Heron', 'Bittern'],
        },
      },
      {
        name: 'markdown',
        columns: ['Plan', 'Storage', 'Per month', 'Backups'],
        rows: ['small', 'large', 'free'],
        orders: {
          Storage: ['free', 'small', 'large'],
          'Per month': ['free', 'small', 'large'],
          Backups: ['large', 'small', 'free'],
        },
      },
      {
        name: 'merged',
        columns: ['Purifier', 'Price – Device', 'Price – Filter', 'Filters'],
        rows: ['Heron', 'Plover', 'Bittern'],
        orders: {
          'Price – Device': ['Plover', 'Bittern', 'Heron'],
          'Price – Filter': ['Heron', 'Plover', 'Bittern'],
          Filters: ['Bittern', 'Heron', 'Plover'],
        },
      },
      {
        name: 'shop',
        columns: ['Model', 'Price', 'Rating', 'In the box', 'Tested'],
        rows: ['Drift', 'Ridge', 'Slope'],
        orders: {
          Price: ['Slope', 'Drift', 'Ridge'],
          Rating: ['Drift', 'Ridge', 'Slope'],
          'In the box': ['Ridge', 'Drift', 'Slope'],
          Tested: ['Ridge', 'Drift', 'Slope'],
        },
      },
    ];

    for (const { name, title, columns, rows, orders } of cases) {
      it(`as ${name} has it: title, columns, products`, async () => {
        const table = await shownAround(tables[name]);
        expect(columnsOf(table).filter((label) => label !== columns[0]).length).to.equal(columns.length - 1);
        expect([...columnsOf(table)].sort()).to.deep.equal([...columns].sort());
        expect(rowsOf(table)).to.deep.equal(rows);
        expect(seen(theOnly(table, 'caption'))).to.equal(title ?? '');
        await expectAccessible(table);
      });

      for (const [label, order] of Object.entries(orders)) {
        it(`as ${name} has it, sorted by ${label}`, async () => {
          const table = await shownAround(tables[name]);
          expect(await sortBy(table, label)).to.deep.equal(order);
          expect(sortedBy(table)).to.have.length(1);
          expect(announced(table)).to.match(sentence);
        });
      }
    }
  });
  describe('has its headings', () => {
    const row = (tag: string, cells: readonly string[]) =>
      `<tr>${cells.map((text) => `<${tag}>${text}</${tag}>`).join('')}</tr>`;
    const cases: readonly (readonly [
      what: string,
      rows: string,
      columns: readonly string[],
      products: readonly string[],
    ])[] = [
      [
        'in bold',
        row('td', ['<b>2023</b>', '<b>2024</b>']) + row('td', ['Heron', '5']) + row('td', ['Plover', '6']),
        ['2023', '2024'],
        ['Heron', 'Plover'],
      ],
      [
        'in a first row without a value',
        row('td', ['Lamp', 'Light']) + row('td', ['Heron', '500 lm']),
        ['Lamp', 'Light'],
        ['Heron'],
      ],
      [
        'nowhere, where the first row has values',
        row('td', ['Heron', '500 lm']) + row('td', ['Plover', '600 lm']),
        ['Product', unnamed],
        ['Heron', 'Plover'],
      ],
      [
        'below a row that is one cell across',
        `<tr><td colspan="2">All lamps</td></tr>${row('th', ['Lamp', 'Light'])}${row('td', ['Heron', '500 lm'])}`,
        ['Lamp', 'Light'],
        ['Heron'],
      ],
      [
        'again between the rows',
        row('th', ['Lamp', 'Light']) +
          row('td', ['Heron', '5 lm']) +
          row('th', ['Lamp', 'Light']) +
          row('td', ['Plover', '6 lm']),
        ['Lamp', 'Light'],
        ['Heron', 'Plover'],
      ],
      [
        'twice of one name',
        row('th', ['Lamp', 'Light', 'Light']) + row('td', ['Heron', '5 lm', '6 lm']),
        ['Lamp', 'Light', 'Light'],
        ['Heron'],
      ],
      [
        'that go by the names of the table’s own',
        row('th', ['Lamp', 'Name', 'Score']) + row('td', ['Heron', 'H1', '8']) + row('td', ['Plover', 'P1', '9']),
        ['Name', 'Lamp', 'Score'],
        ['H1', 'P1'],
      ],
    ];
    for (const [what, rows, columns, products] of cases) {
      it(what, async () => {
        const table = await shownAround(`<table>${rows}</table>`);
        expect(columnsOf(table)).to.deep.equal(columns);
        expect(rowsOf(table)).to.deep.equal(products);
      });
    }

    it('as ids, by which pages name columns', async () => {
      const table = await shownAround(tables.googleDocs, { columns: 'name rating price', sort: '-price' });
      expect(columnsOf(table)).to.deep.equal(['Kettle', 'Rating', 'Price']);
      expect(rowsOf(table)).to.deep.equal(['Plover', 'Heron', 'Bittern']);
    });

    it('of a score, by which it is sorted and the most is best', async () => {
      const markup =
        '<table><tr><th>Lamp</th><th>Score</th></tr><tr><td>Heron</td><td>8.5</td></tr><tr><td>Plover</td><td>9</td></tr></table>';
      const table = await shownAround(markup, { sort: '-score' });
      expect(rowsOf(table)).to.deep.equal(['Plover', 'Heron']);
      expect(cellsOf(table, 'Score')).to.deep.equal(['9 best', '8.5']);
    });
  });

  describe('has what documents have', () => {
    it('choices and ranges to filter by', async () => {
      const table = await shownAround(tables.gutenberg, { filters: '' });
      await press(table, 'button', 'Filters');
      expect(byRole(table, 'group').map((group) => spoken(find(group, 'legend')))).to.deep.equal([
        'Price',
        'Certified',
        'Best for',
      ]);
      await press(table, 'checkbox', /^No/);
      expect(rowsOf(table)).to.deep.equal(['Ora Trust Your Gut']);
      expect(isVisible(find(table, '#thorne'))).to.equal(false);
    });

    it('a search through its texts', async () => {
      const table = await shownAround(tables.gutenberg, { search: '' });
      await enter(table, theOnly(table, 'searchbox'), 'athletes');
      expect(rowsOf(table)).to.deep.equal(['Thorne L-Glutamine']);
    });
  });

  describe('on a phone', () => {
    afterEach(closePages);

    for (const [what, direction] of [
      ['left to right', 'ltr'],
      ['right to left', 'rtl'],
    ] as const) {
      it(`becomes cards that hold its content, ${what}`, async () => {
        const page = await openPage(
          `<div dir="${direction}"><g6-comparison-table>${tables.gutenberg}</g6-comparison-table></div>`,
          {
            width: 320,
            head: '<script src="/dist/g6-comparison.min.js"></script>',
          },
        );
        const table = page.querySelector('g6-comparison-table') as Element;
        await shown(table);
        expect(page.documentElement.scrollWidth).to.be.at.most(320);
        expect([...table.querySelectorAll('a')].filter(isVisible)).to.have.length(7);
        expect(sortLists(table)).to.have.length(1);
        const link = find(table, '#thorne').getBoundingClientRect();
        expect(direction === 'ltr' ? link.left : 320 - link.right).to.be.within(0, 40);
      });
    }
  });

  describe('keeps what its cells hold', () => {
    it('as the very same nodes, in the page, with their listeners and attributes', async () => {
      const table = around(tables.gutenberg);
      const links = [...table.querySelectorAll('a')];
      const clicked: EventTarget[] = [];
      const onClick = (event: Event) => {
        event.preventDefault();
        clicked.push(event.target as EventTarget);
      };
      find(table, '#thorne').addEventListener('click', onClick);
      document.addEventListener('click', onClick);
      await shown(table);
      expect([...table.querySelectorAll('a')].every((link) => links.includes(link))).to.equal(true);
      expect(links.every((link) => link.isConnected && link.getRootNode() === document)).to.equal(true);
      expect(links.filter(isVisible).map(seen)).to.deep.equal([
        'Thorne L-Glutamine',
        'Check price',
        'Ora Trust Your Gut',
        'Amazon',
        'iHerb',
        'Check price',
        'How we earn',
      ]);
      find(table, '#thorne').click();
      document.removeEventListener('click', onClick);
      expect(clicked.map((target) => (target as Element).id)).to.deep.equal(['thorne', 'thorne']);
      expect(find(table, '[data-asin]').outerHTML).to.equal(
        '<a class="wp-block-button__link" href="https://shop.example/thorne?tag=x-20" rel="nofollow sponsored" data-asin="B0">Check price</a>',
      );
    });

    it('through sorting, cards, a matrix, a search and a limit', async () => {
      const table = await shownAround(tables.gutenberg, { search: '' });
      const link = find(table, '[data-asin]');
      const isThere = () => isVisible(link) && (link.assignedSlot ?? link.parentElement?.assignedSlot) !== null;
      for (const layout of ['cards', 'matrix', 'table']) {
        table.layout = layout;
        await settled(table);
        expect(isThere(), layout).to.equal(true);
      }
      await sortBy(table, 'Price');
      expect(isThere(), 'sorted').to.equal(true);
      table.limit = 1;
      await settled(table);
      expect(rowsOf(table)).to.deep.equal(['Ora Trust Your Gut']);
      expect(isVisible(link)).to.equal(false);
      table.limit = undefined;
      await settled(table);
      expect(isThere(), 'without a limit').to.equal(true);
    });

    it('as bold as a heading of a row is, and no other', async () => {
      const table = await shownAround(
        '<table><tr><th>Lamp</th><th>Link</th></tr><tr><th><i>Heron</i></th><td><i>A</i> <a href="#a">a</a></td></tr></table>',
      );
      const weights = [...table.querySelectorAll('[slot] > i')].map((each) => getComputedStyle(each).fontWeight);
      expect(weights.map((weight) => Number(weight) > 500)).to.deep.equal([true, false]);
    });

    it('in the cell that has it, words and all', async () => {
      const table = await shownAround(tables.shop);
      expect(cellsOf(table, 'Price')).to.deep.equal([
        'Original price was: $90.Current price is: $45.',
        '$50 Buy',
        '$91 best',
      ]);
      expect(cellsOf(table, 'In the box')).to.deep.equal(['Case Cable', 'Case', 'not stated']);
    });

    it('where cells are merged, in one of them, and its text in the others', async () => {
      const table = await shownAround(tables.merged);
      expect(cellsOf(table, 'Filters')).to.deep.equal(['HEPA', 'HEPA', 'Carbon']);
      expect([...table.querySelectorAll('a')].filter(isVisible)).to.have.length(1);
    });

    it('without a word of it being made markup', async () => {
      const hostile = '&lt;img src=x onerror=alert(1)&gt;';
      const table = await shownAround(
        `<table><caption>${hostile}</caption><tr><th>${hostile}</th><th>A</th></tr><tr><td>${hostile}</td><td>${hostile}</td></tr></table>`,
      );
      expect(rowsOf(table)).to.deep.equal(['<img src=x onerror=alert(1)>']);
      expect(columnsOf(table)[0]).to.equal('<img src=x onerror=alert(1)>');
      expect(table.shadowRoot?.querySelector('img')).to.equal(null);
    });
  });

  describe('is as it was', () => {
    for (const name of Object.keys(tables) as (keyof typeof tables)[]) {
      it(`when the element goes: ${name}`, async () => {
        const table = around(tables[name], { search: '' });
        const before = table.innerHTML;
        await shown(table);
        expect(table.innerHTML === before).to.equal(false);
        table.remove();
        expect(table.innerHTML).to.equal(before);
      });
    }

    it('when its own page takes the element away around it', async () => {
      const table = around(tables.gutenberg);
      const before = table.innerHTML;
      await shown(table);
      table.replaceWith(...table.childNodes);
      expect(root.innerHTML).to.equal(before);
    });

    it('while another comparison is shown, and is taken again after', async () => {
      const table = around(tables.gutenberg);
      const before = table.innerHTML;
      await shown(table);
      table.comparison = lamps('Lamps');
      await settled(table);
      expect(rowsOf(table)).to.deep.equal(['Heron', 'Plover', 'Bittern']);
      expect(table.innerHTML).to.equal(before);
      table.comparison = undefined;
      await settled(table);
      expect(rowsOf(table)).to.have.length(3);
      expect(isVisible(find(table, '#thorne'))).to.equal(true);
    });

    it('when it goes elsewhere in the page', async () => {
      const table = await shownAround(tables.markdown);
      const plain = find(table, 'table');
      root.append(plain);
      await settled(table);
      expect(seen(plain)).to.contain('small 500 GB');
      expect(find<HTMLAnchorElement>(plain, 'td a').href).to.equal('https://example.com/small');
    });

    it('where it turns out to be nothing to compare', async () => {
      const table = await shownAround(tables.markdown);
      for (const row of [...(find<HTMLTableElement>(table, 'table').tBodies[0]?.rows ?? [])]) row.remove();
      await until(() => isVisible(find(table, 'table')));
      expect(rowsOf(table)).to.deep.equal([]);
    });

    it('in an editor', async () => {
      root.contentEditable = 'true';
      const table = around(tables.markdown);
      const before = table.innerHTML;
      await settled(table);
      expect(table.innerHTML).to.equal(before);
      expect(isVisible(find(table, 'table'))).to.equal(true);
    });
  });

  describe('lives on', () => {
    it('in a copy of the page, and in its markup', async () => {
      const table = await shownAround(tables.gutenberg);
      const copies = [table.cloneNode(true) as Element, document.createElement('div')];
      (copies[1] as Element).innerHTML = table.outerHTML;
      table.remove();
      root.append(...copies);
      for (const copy of root.querySelectorAll('g6-comparison-table')) {
        await shown(copy);
        expect(rowsOf(copy)).to.deep.equal(['Thorne L-Glutamine', 'Ora Trust Your Gut', 'Sovereign Colostrum-LD']);
        expect([...copy.querySelectorAll('a')].filter(isVisible)).to.have.length(7);
        expect(await sortBy(copy, 'Price')).to.deep.equal([
          'Ora Trust Your Gut',
          'Thorne L-Glutamine',
          'Sovereign Colostrum-LD',
        ]);
      }
    });

    it('where the element is moved, with the order that its reader made', async () => {
      const table = await shownAround(tables.gutenberg);
      const link = find(table, '#thorne');
      await sortBy(table, 'Price');
      const elsewhere = document.createElement('section');
      root.prepend(elsewhere);
      elsewhere.append(table);
      await settled(table);
      expect(rowsOf(table)[0]).to.equal('Ora Trust Your Gut');
      expect(isVisible(link) && link.isConnected).to.equal(true);
      expect(sortedBy(table)).to.deep.equal(['Price ascending']);
    });

    it('beside another one', async () => {
      const [one, two] = [await shownAround(tables.gutenberg), await shownAround(tables.markdown)];
      await sortBy(one, 'Price');
      expect(rowsOf(two)).to.deep.equal(['small', 'large', 'free']);
      expect([...root.querySelectorAll('a')].every(isVisible)).to.equal(true);
    });
  });

  describe('that a script changes', () => {
    it('by a row, has it, in the order that the reader made', async () => {
      const table = await shownAround(tables.gutenberg);
      await sortBy(table, 'Price');
      const body = find(table, 'tbody');
      const row = document.createElement('tr');
      row.innerHTML = '<td><a href="https://example.com/new">New</a></td><td>$20</td><td>✓</td><td></td><td></td>';
      body.append(row);
      await until(() => rowsOf(table).length === 4);
      expect(rowsOf(table)).to.deep.equal([
        'Ora Trust Your Gut',
        'New',
        'Thorne L-Glutamine',
        'Sovereign Colostrum-LD',
      ]);
      expect(isVisible(find(table, 'a[href$=new]'))).to.equal(true);
      row.remove();
      await until(() => rowsOf(table).length === 3);
      expect(row.innerHTML).to.contain('<a href="https://example.com/new">New</a>');
      body.prepend(row);
      await until(() => rowsOf(table).length === 4);
    });

    it('by a price that is drawn, sorts by the new one', async () => {
      const table = await shownAround(tables.shop);
      find(table, 'ins bdi').textContent = '$5';
      await until(() => cellsOf(table, 'Price')[0]?.includes('best'));
      expect(await sortBy(table, 'Price')).to.deep.equal(['Drift', 'Slope', 'Ridge']);
    });

    it('by giving a cell of the hidden table other content, or more of it, draws that', async () => {
      const table = await shownAround(tables.gutenberg);
      const rows = [...(find<HTMLTableElement>(table, 'table').tBodies[0]?.rows ?? [])];
      const [cell] = rows.map(({ cells }) => cells[4] as HTMLElement);
      if (cell) cell.innerHTML = '<a href="https://shop.example/2">Buy now</a>';
      await until(() => cellsOf(table, unnamed)[0] === 'Buy now');
      cell?.insertAdjacentHTML('beforeend', ' <b>today</b>');
      await until(() => cellsOf(table, unnamed)[0] === 'Buy now today');
      cell?.insertAdjacentHTML('afterbegin', '<i>Yes:</i> ');
      await until(() => cellsOf(table, unnamed)[0] === 'Yes: Buy now today');
      table.remove();
      expect(cell?.innerHTML).to.equal('<i>Yes:</i> <a href="https://shop.example/2">Buy now</a> <b>today</b>');
    });
  });

  describe('in a scope', () => {
    it('lends its content to the first table there, and its texts to others', async () => {
      root.innerHTML = `<g6-comparison>${tables.markdown}<g6-comparison-table></g6-comparison-table><g6-comparison-table></g6-comparison-table></g6-comparison>`;
      const scope = find(root, 'g6-comparison');
      const [one, two] = [...root.querySelectorAll('g6-comparison-table')] as Element[] as [Element, Element];
      await shown(one);
      await shown(two);
      expect(rowsOf(one)).to.deep.equal(['small', 'large', 'free']);
      expect(rowsOf(two)).to.deep.equal(['small', 'large', 'free']);
      expect(one.querySelectorAll('code')).to.have.length(3);
      expect([...scope.querySelectorAll('code')].every(isVisible)).to.equal(true);
      one.remove();
      await settled(two);
      expect(scope.querySelectorAll('table code')).to.have.length(3);
      const before = scope.querySelector('table')?.outerHTML;
      expect(before).to.not.contain('slot');
    });
  });
});
