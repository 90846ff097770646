/** What the cells of a table say, by what they hold, and what opens in them. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import type { G6ComparisonTable } from '../../src/elements/g6-comparison-table.js';
import {
  byRole,
  cellsOf,
  closePages,
  control,
  expectAccessible,
  hasFocus,
  isVisible,
  leakyGut,
  nameOf,
  press,
  rowsOf,
  scoresOf,
  seen,
  settled,
  sortButton,
  spoken,
  watchConsole,
} from '../helpers.js';

async function tableOf(comparison: unknown, layout = 'table', width = 1000): Promise<G6ComparisonTable> {
  const root = await fixture(html`<div style="width: ${width}px">
    <g6-comparison-table layout=${layout} .comparison=${comparison}></g6-comparison-table>
  </div>`);
  return root.querySelector('g6-comparison-table') as G6ComparisonTable;
}

const ofValues = (values: readonly unknown[], members: object = {}, language = 'en'): object => ({
  language,
  currency: 'USD',
  columns: [{ id: 'x', label: 'X', ...members }],
  products: values.map((x, index) => ({ name: `Product ${index + 1}`, specs: { x } })),
});

const long = 'A sentence of some length that says how this lamp is to be used. '.repeat(6).trim();

describe('the cells of a table', () => {
  watchConsole();
  afterEach(closePages);

  const cases: readonly (readonly [
    what: string,
    values: readonly unknown[],
    words: readonly string[],
    type?: string,
  ])[] = [
    ['booleans', [true, false, null], ['Yes', 'No', 'not stated']],
    ['lists', [['a', 'b'], ['c']], ['a b', 'c']],
    ['stars', ['★★★★☆', '★★☆☆☆'], ['4 out of 5 best', '2 out of 5']],
    ['ratings of two scales', ['4.5/5', '8/10'], ['4.5 out of 5 best', '8 out of 10']],
    ['bare ratings', [4.5, 3], ['4.5 out of 5 best', '3 out of 5'], 'rating'],
    ['numbers', [1234.5, 2], ['1,234.5', '2']],
    ['prices', [1200, '$5.50'], ['$1,200.00', '$5.50 best'], 'price'],
    ['dates', ['2026-04-30', '2026-05-01'], ['April 30, 2026', 'May 1, 2026']],
  ];
  for (const [what, values, words, type] of cases) {
    it(`say ${what} as ${words.join(', ')}`, async () => {
      const table = await tableOf(ofValues(values, type ? { type } : {}));
      expect(cellsOf(table, 'X')).to.deep.equal(words);
    });
  }

  it('write numbers, prices and dates as the document’s language does', async () => {
    const values = { number: 1234.5, price: 9.5, date: '2026-04-30' };
    const table = await tableOf({
      language: 'de',
      currency: 'EUR',
      columns: [{ id: 'number' }, { id: 'price', type: 'price' }, { id: 'date' }],
      products: [{ name: 'Heron', specs: values }],
    });
    expect([...byRole(table, 'cell')].map(spoken)).to.deep.equal(['1.234,5', '9,50 €', '30. April 2026']);
  });

  it('show booleans by a shape beside the word, each its own', async () => {
    const table = await tableOf(ofValues([true, false]));
    const shapes = byRole(table, 'cell').map((cell) => cell.querySelector('svg'));
    for (const shape of shapes) {
      expect(isVisible(shape as Element)).to.equal(true);
      expect(shape?.getAttribute('aria-hidden')).to.equal('true');
    }
    expect(shapes[0]?.innerHTML).to.not.equal(shapes[1]?.innerHTML);
  });

  it('draw ratings as long as they are of their own scale', async () => {
    const table = await tableOf(ofValues(['4.5/5', '9/10', '★★★☆☆', 3], { type: 'rating' }));
    const shares = byRole(table, 'cell').map((cell) => {
      const [track, fill] = [...cell.querySelectorAll('[part~=bar] rect')].map(
        (bar) => bar.getBoundingClientRect().width,
      );
      return Math.round(((fill ?? 0) / (track ?? 1)) * 100);
    });
    expect(shares).to.deep.equal([90, 90, 60, 60]);
  });

  it('show “—” where nothing is stated', async () => {
    const table = await tableOf(ofValues(['a', null]));
    expect(byRole(table, 'cell').map(seen)).to.deep.equal(['a', '—']);
  });

  describe('with a long text', () => {
    it('cut it, and give it all when asked', async () => {
      const table = await tableOf(ofValues([long, 'short']));
      const cell = byRole(table, 'cell')[0] as HTMLElement;
      const { height } = cell.getBoundingClientRect();
      expect(spoken(cell)).to.equal(`${long} more`);
      expect(control(table, 'button', 'more').getAttribute('aria-expanded')).to.equal('false');
      await press(table, 'button', 'more');
      expect(cell.getBoundingClientRect().height).to.be.above(height + 16);
      const less = control(table, 'button', 'less');
      expect(less.getAttribute('aria-expanded')).to.equal('true');
      await press(table, 'button', 'less');
      expect(cell.getBoundingClientRect().height).to.equal(height);
    });

    it('keep a link that the text is', async () => {
      const value = { value: long, url: 'https://example.com/' };
      const table = await tableOf(ofValues([value, { ...value, value: 'Shop' }]));
      expect(byRole(table, 'link').map(spoken)).to.deep.equal([long, 'Shop']);
    });
  });

  describe('with the best value of their column', () => {
    const marks: readonly (readonly [
      what: string,
      values: readonly unknown[],
      better: string,
      marked: readonly number[],
    ])[] = [
      ['the lowest', ['2 kg', '900 g', '1 kg'], 'lower', [1]],
      ['the highest', ['2 kg', '900 g', '1 kg'], 'higher', [0]],
      ['two that are the same', ['1 kg', '1000 g', '3 kg'], 'lower', [0, 1]],
      ['none where all are the same', ['1 kg', '1 kg'], 'lower', []],
      ['none of one value', ['1 kg', null], 'lower', []],
      ['none where units differ', ['1 kg', '2 m'], 'lower', []],
      ['none where neither end is better', ['1 kg', '2 kg'], 'none', []],
      ['none of text that cannot be read', ['x', 'y', '1 kg'], 'lower', []],
    ];
    for (const [what, values, better, marked] of marks) {
      it(`mark ${what}`, async () => {
        const table = await tableOf(ofValues(values, { type: 'quantity', better }));
        const cells = byRole(table, 'cell');
        expect(cells.flatMap((cell, index) => (/ best$/.test(spoken(cell)) ? index : []))).to.deep.equal(marked);
        for (const index of marked) expect(cells[index]?.querySelector('[part~=best] svg')).to.not.equal(null);
      });
    }
  });

  describe('with notes', () => {
    const noted = (...notes: readonly string[]): object => ({
      columns: [
        { id: 'x', label: 'X' },
        { id: 'y', label: 'Y' },
      ],
      products: notes.map((note, index) => ({
        name: `Product ${index + 1}`,
        specs: { x: { value: `${index + 5} g`, note }, y: 'plain' },
      })),
    });

    it('number them, and list each once under the table', async () => {
      const table = await tableOf(noted('Without its lid.', 'As its maker says.', 'Without its lid.'));
      expect(cellsOf(table, 'X')).to.deep.equal([
        '5 g (note: Without its lid.)',
        '6 g (note: As its maker says.)',
        '7 g (note: Without its lid.)',
      ]);
      expect(byRole(table, 'cell').flatMap((cell) => cell.querySelector('sup')?.textContent ?? [])).to.deep.equal([
        '1',
        '2',
        '1',
      ]);
      const list = [...(table.shadowRoot as ShadowRoot).querySelectorAll('ol li')].map(spoken);
      expect(list).to.deep.equal(['Without its lid.', 'As its maker says.']);
    });

    for (const layout of ['cards', 'matrix']) {
      it(`list them in ${layout} too`, async () => {
        const table = await tableOf(noted('Without its lid.', ''), layout);
        expect([...(table.shadowRoot as ShadowRoot).querySelectorAll('ol li')].map(spoken)).to.deep.equal([
          'Without its lid.',
        ]);
      });
    }

    it('have no list where there are none', async () => {
      const table = await tableOf(ofValues(['a']));
      expect(table.shadowRoot?.querySelector('ol')).to.equal(null);
    });
  });

  describe('of a score', () => {
    const breakdowns = (table: Element): string[] =>
      byRole(table, 'caption')
        .slice(1)
        .map((caption) => spoken(caption));

    for (const layout of ['table', 'cards', 'matrix']) {
      it(`open its breakdown in place in ${layout}, and close it, where the focus stays`, async () => {
        const table = await tableOf(leakyGut, layout);
        const opener = control(table, 'button', /^9\.0 out of 10.*How the score of Thorne L-Glutamine comes about$/);
        expect(opener.getAttribute('aria-expanded')).to.equal('false');
        expect(breakdowns(table)).to.deep.equal([]);
        opener.focus();
        opener.click();
        await settled(table);
        expect(opener.getAttribute('aria-expanded')).to.equal('true');
        expect(hasFocus(opener)).to.equal(true);
        expect(breakdowns(table)).to.deep.equal(['Thorne L-Glutamine G6 Composite Score']);
        const inner = byRole(table, 'table')[1] as HTMLElement;
        expect(byRole(inner, 'row').map(spoken).slice(1, 3)).to.deep.equal([
          'Evidence Quality 30% 9.0 2.700',
          'Ingredient Transparency 25% 9.5 2.375',
        ]);
        expect(isVisible(inner)).to.equal(true);
        await expectAccessible(table);
        opener.click();
        await settled(table);
        expect(breakdowns(table)).to.deep.equal([]);
      });
    }

    it('open several, which follow their rows', async () => {
      const table = await tableOf(leakyGut);
      for (const name of ['Thorne', 'Sovereign']) await press(table, 'button', new RegExp(`score of ${name}`));
      sortButton(table, 'Score').click();
      await settled(table);
      expect(breakdowns(table).map((text) => text.split(' ')[0])).to.deep.equal(['Sovereign', 'Thorne']);
    });

    it('look as the breakdown does by itself, whatever the table around looks like', async () => {
      const root = await fixture(html`<div style="width: 700px">
        <g6-score-breakdown product="thorne-l-glutamine" .comparison=${leakyGut}></g6-score-breakdown>
      </div>`);
      const own = root.firstElementChild as HTMLElement;
      for (const [layout, width] of [
        ['table', 1000],
        ['cards', 1000],
        ['auto', 740],
      ] as const) {
        const table = await tableOf(leakyGut, layout, width);
        await press(table, 'button', /Thorne/);
        const inner = byRole(table, 'table')[1] as HTMLElement;
        for (const role of ['rowheader', 'columnheader', 'cell'] as const) {
          const [a, b] = [own, inner].map((within) =>
            byRole(within, role).map((cell) => {
              const { display, padding, borderTopWidth, borderBottomWidth, textAlign, position, fontSize, minWidth } =
                getComputedStyle(cell);
              return { display, padding, borderTopWidth, borderBottomWidth, textAlign, position, fontSize, minWidth };
            }),
          );
          expect(b, `${role} in ${layout}`).to.deep.equal(a);
        }
      }
    });

    it('are text alone where nothing was scored', async () => {
      const products = [...leakyGut.products.slice(0, 1), { name: 'None' }];
      const table = await tableOf({ ...leakyGut, products });
      expect(rowsOf(table)).to.deep.equal(['Thorne L-Glutamine', 'None']);
      expect(scoresOf(table)).to.deep.equal(['9.0 out of 10', 'not scored']);
      expect(
        byRole(table, 'button')
          .map(nameOf)
          .filter((name) => /score of/.test(name)),
      ).to.have.length(1);
    });
  });
});
