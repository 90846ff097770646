/** The comparison table as its visitors find it: its order and their requests for another, its cells, its manners. */
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define.js';
import type { G6ComparisonTable } from '../../src/elements/g6-comparison-table.js';
import {
  announced,
  byPrice,
  byRole,
  byScore,
  cellsOf,
  choose,
  closePages,
  columnsOf,
  expectAccessible,
  fault,
  hasFocus,
  header,
  isVisible,
  lamps,
  leakyGut,
  messagesOf,
  openPage,
  optionsOf,
  rowsOf,
  scoresOf,
  seen,
  settled,
  shapeOf,
  shown,
  sortButton,
  sortedBy,
  sortLists,
  spoken,
  theOnly,
  watchConsole,
} from '../helpers.js';

/** A table with room for its columns. */
const tableOf = async (comparison: unknown): Promise<G6ComparisonTable> => {
  const root = await fixture(html`<div style="width: 1000px">
    <g6-comparison-table .comparison=${comparison}></g6-comparison-table>
  </div>`);
  return root.querySelector('g6-comparison-table') as G6ComparisonTable;
};

async function activate(table: G6ComparisonTable, column: string): Promise<void> {
  sortButton(table, column).click();
  await settled(table);
}

/** Everything that is asked of the page with `g6-sort` while `action` runs. */
async function sortsDuring(action: () => Promise<unknown>): Promise<string[]> {
  const sorts: string[] = [];
  const hear = (event: Event): number => sorts.push((event as CustomEvent<{ sort: string }>).detail.sort);
  document.addEventListener('g6-sort', hear);
  await action();
  document.removeEventListener('g6-sort', hear);
  return sorts;
}

/** A comparison of one column of specs, its products named after their values. */
const ofValues = (values: readonly unknown[], members: object = {}): object => ({
  columns: [{ id: 'x', label: 'X', ...members }],
  products: values.map((x, index) => ({ name: `Product ${index + 1}`, specs: { x } })),
});

const rubric = {
  criteria: [
    { id: 'light', label: 'Light', weight: 70 },
    { id: 'build', label: 'Build', weight: 30 },
  ],
};

const partial = {
  rubric,
  products: [
    { name: 'Half', scores: { light: 9 } },
    { name: 'Whole', scores: { light: 8, build: 8 } },
    { name: 'None' },
  ],
};

describe('g6-comparison-table', () => {
  watchConsole();
  afterEach(closePages);

  describe('at first', () => {
    it('stands in the order of the composites, best first', async () => {
      const table = await tableOf(leakyGut);
      expect(rowsOf(table)).to.deep.equal(byScore);
      expect(cellsOf(table, 'Score').map((cell) => parseFloat(cell))).to.deep.equal([9.0, 8.6, 8.0, 7.5]);
      expect(sortedBy(table)).to.deep.equal(['Score descending']);
    });

    it('has a silent live region', async () => {
      const table = await tableOf(leakyGut);
      expect(theOnly(table, 'status').textContent).to.equal('');
    });

    it('is titled by its caption', async () => {
      const table = await tableOf(leakyGut);
      expect(spoken(theOnly(table, 'caption'))).to.match(/^Best Leaky Gut Supplements 2026\b.* sort /);
      expect(seen(theOnly(table, 'caption'))).to.equal('Best Leaky Gut Supplements 2026');
    });

    it('is titled in general words where the comparison has no title', async () => {
      const table = await tableOf(ofValues(['a']));
      expect(seen(theOnly(table, 'caption'))).to.equal('Comparison');
    });

    it('shows every column but the single criteria', async () => {
      const table = await tableOf(leakyGut);
      expect(columnsOf(table)).to.deep.equal([
        'Product',
        'Score',
        'Primary Ingredient',
        'Dose',
        'Certification',
        'Price/Serving',
        'Best for',
      ]);
    });

    it('shows each spec under its own column, as it was typed', async () => {
      const table = await tableOf(leakyGut);
      expect(cellsOf(table, 'Price/Serving')).to.deep.equal(['~$0.50/10g', '~$0.80', '~$1.50', '~$1.00']);
      expect(cellsOf(table, 'Dose')).to.deep.equal(['5g/scoop', '75mg', '2g', 'Various']);
      expect(cellsOf(table, 'Certification')[1]).to.equal('GMP 3rd-party');
      expect(cellsOf(table, 'Best for')[2]).to.equal('Post-antibiotic; immune reset');
    });

    it('heads each row by its product, with its award and its rank', async () => {
      const table = await tableOf(leakyGut);
      const heads = byRole(table, 'rowheader');
      expect(heads).to.have.length(4);
      expect(spoken(heads[0] as Element)).to.equal('Best Overall Single Ingredient Rank 1: Thorne L-Glutamine');
      for (const row of byRole(table, 'row').slice(1))
        expect(row.firstElementChild).to.equal(byRole(row, 'rowheader')[0]);
    });

    it('says a score once, as one text, and hides its graphic from assistive technology', async () => {
      const table = await tableOf(leakyGut);
      expect(scoresOf(table)).to.deep.equal(['9.0 out of 10', '8.6 out of 10', '8.0 out of 10', '7.5 out of 10']);
      const graphics = [...(table.shadowRoot as ShadowRoot).querySelectorAll('svg')];
      expect(graphics).to.have.length.above(4);
      for (const graphic of graphics) expect(graphic.getAttribute('aria-hidden')).to.equal('true');
    });

    it('draws a bar as long as the score is of the full scale', async () => {
      const table = await tableOf({ rubric, products: [{ name: 'Heron', scores: { light: 9, build: 9 } }] });
      const [track, fill] = [...(table.shadowRoot as ShadowRoot).querySelectorAll('[part~=bar] rect')];
      const share = (fill as Element).getBoundingClientRect().width / (track as Element).getBoundingClientRect().width;
      expect(share).to.be.closeTo(0.9, 0.01);
    });

    it('names the band of a score', async () => {
      const bands = [
        { from: 0, label: 'Weak' },
        { from: 9, label: 'Outstanding' },
      ];
      const table = await tableOf({ ...leakyGut, rubric: { ...leakyGut.rubric, bands } });
      expect(scoresOf(table).slice(0, 2)).to.deep.equal(['9.0 out of 10 Outstanding', '8.6 out of 10 Weak']);
    });

    it('never shows the headline that a human typed', async () => {
      const table = await tableOf(leakyGut);
      for (const stated of ['8.7', '8.2', '7.3']) expect(table.shadowRoot?.textContent).to.not.include(stated);
    });
  });

  describe('activated by a header', () => {
    it('sorts by price from $0.50 to $1.50, then back, then as at first', async () => {
      const table = await tableOf(leakyGut);
      await activate(table, 'Price/Serving');
      expect(cellsOf(table, 'Price/Serving')).to.deep.equal(['~$0.50/10g', '~$0.80', '~$1.00', '~$1.50']);
      expect(rowsOf(table)).to.deep.equal(byPrice);
      await activate(table, 'Price/Serving');
      expect(rowsOf(table)).to.deep.equal([...byPrice].reverse());
      await activate(table, 'Price/Serving');
      expect(rowsOf(table)).to.deep.equal(byScore);
    });

    it('has aria-sort on the sorted header only', async () => {
      const table = await tableOf(leakyGut);
      const states: string[][] = [];
      for (const column of ['Price/Serving', 'Price/Serving', 'Price/Serving', 'Product', 'Score', 'Score']) {
        await activate(table, column);
        states.push(sortedBy(table));
      }
      expect(states).to.deep.equal([
        ['Price/Serving ascending'],
        ['Price/Serving descending'],
        ['Score descending'],
        ['Product ascending'],
        ['Score descending'],
        ['Score ascending'],
      ]);
    });

    it('announces the column and the direction', async () => {
      const table = await tableOf(leakyGut);
      const region = theOnly(table, 'status');
      const sentences: string[] = [];
      for (const column of ['Price/Serving', 'Price/Serving', 'Price/Serving', 'Product', 'Product', 'Score']) {
        await activate(table, column);
        sentences.push(announced(table));
      }
      const title = 'The table “Best Leaky Gut Supplements 2026” is';
      expect(sentences).to.deep.equal([
        `${title} now sorted by Price/Serving, lowest first.`,
        `${title} now sorted by Price/Serving, highest first.`,
        `${title} back in its initial order.`,
        `${title} now sorted by Product, A to Z.`,
        `${title} now sorted by Product, Z to A.`,
        `${title} now sorted by Score, highest first.`,
      ]);
      expect(theOnly(table, 'status'), 'the live region').to.equal(region);
    });

    it('announces a table without a title', async () => {
      const table = await tableOf(ofValues(['b', 'a']));
      await activate(table, 'X');
      expect(announced(table)).to.equal('The table “Comparison” is now sorted by X, A to Z.');
    });

    it('fires g6-sort once for each action, through shadow roots, with the order it is asked for', async () => {
      const table = await tableOf(leakyGut);
      const sorts = await sortsDuring(async () => {
        for (const column of ['Price/Serving', 'Price/Serving', 'Price/Serving', 'Score'])
          await activate(table, column);
      });
      expect(sorts).to.deep.equal(['price', '-price', '', 'score']);
      setTimeout(() => sortButton(table, 'Product').click());
      expect(await oneEvent(table, 'g6-sort')).to.include({ bubbles: true, composed: true });
    });

    it('sorts what is better the higher from its better end', async () => {
      const table = await tableOf(ofValues(['1 h', '3 h', '2 h'], { better: 'higher' }));
      await activate(table, 'X');
      expect(cellsOf(table, 'X')).to.deep.equal(['3 h best', '2 h', '1 h']);
      await activate(table, 'X');
      expect(cellsOf(table, 'X')).to.deep.equal(['1 h', '2 h', '3 h best']);
    });

    const directions: readonly (readonly [string, readonly unknown[], string, string])[] = [
      ['numbers', [2, 1], '1 2', 'lowest first'],
      ['amounts', ['2 kg', '900 g'], '900 g 2 kg', 'lowest first'],
      ['prices', ['$2', '$1'], '$1 best $2', 'lowest first'],
      ['words', ['b', 'a'], 'a b', 'A to Z'],
      ['dates', ['2026-05-01', '2026-04-30'], 'April 30, 2026 May 1, 2026', 'oldest first'],
      ['yes and no', [false, true], 'Yes No', '“yes” first'],
    ];
    for (const [what, values, cells, words] of directions) {
      it(`sorts ${what}, ${words}`, async () => {
        const table = await tableOf({ ...ofValues(values), language: 'en' });
        await activate(table, 'X');
        expect(cellsOf(table, 'X').join(' ')).to.equal(cells);
        expect(announced(table)).to.equal(`The table “Comparison” is now sorted by X, ${words}.`);
      });
    }

    it('puts missing values last both ways', async () => {
      const table = await tableOf(ofValues([null, '$2', 'n/a', '$1', '—', '$3']));
      await activate(table, 'X');
      expect(cellsOf(table, 'X').slice(0, 3)).to.deep.equal(['$1 best', '$2', '$3']);
      expect(cellsOf(table, 'X').slice(3)).to.deep.equal(['not stated', 'not stated', 'not stated']);
      await activate(table, 'X');
      expect(cellsOf(table, 'X').slice(0, 3)).to.deep.equal(['$3', '$2', '$1 best']);
      expect(cellsOf(table, 'X').slice(3)).to.deep.equal(['not stated', 'not stated', 'not stated']);
    });

    it('keeps every name whole while it sorts', async () => {
      const table = await tableOf(leakyGut);
      for (const column of columnsOf(table)) {
        await activate(table, column);
        expect(rowsOf(table)).to.have.members(byScore);
        const prices = Object.fromEntries(
          rowsOf(table).map((name, row) => [name, cellsOf(table, 'Price/Serving')[row]]),
        );
        expect(prices, column).to.deep.equal(
          Object.fromEntries(leakyGut.products.map(({ name, specs }) => [name, specs.price])),
        );
      }
    });
  });

  describe('by keyboard alone', () => {
    const few = {
      ...leakyGut,
      products: leakyGut.products.map((product) => ({ ...product, url: 'https://example.com/' })),
    };

    it('is walked through with Tab: headers, then links and scores, row by row', async () => {
      const root = await fixture(html`<div style="width: 1000px">
        <button type="button">before</button>
        <g6-comparison-table columns="name score price" .comparison=${few}></g6-comparison-table>
        <button type="button">after</button>
      </div>`);
      const [before, after] = root.querySelectorAll('button');
      const table = root.querySelector('g6-comparison-table') as G6ComparisonTable;
      before?.focus();
      const stops: string[] = [];
      while (document.activeElement !== after && stops.length < 20) {
        await sendKeys({ press: 'Tab' });
        const stop = document.activeElement === table ? table.shadowRoot?.activeElement : document.activeElement;
        if (stop && table.contains(document.activeElement)) stops.push(spoken(stop));
      }
      const scores = ['9.0', '8.6', '8.0', '7.5'].map((score) => `${score} out of 10`);
      expect(stops.map((stop) => stop.replace(/ \. How .*/, ''))).to.deep.equal([
        'Product',
        'Score',
        'Price/Serving',
        ...byScore.flatMap((name, row) => [name, scores[row]]),
      ]);
    });

    for (const [name, press] of [
      ['Enter', { press: 'Enter' }],
      ['Space', { type: ' ' }],
    ] as const) {
      it(`sorts with ${name}, and the focus stays where it is`, async () => {
        const table = await tableOf(leakyGut);
        const button = sortButton(table, 'Price/Serving');
        button.focus();
        await sendKeys(press);
        await settled(table);
        expect(rowsOf(table)).to.deep.equal(byPrice);
        expect(hasFocus(button)).to.equal(true);
        await sendKeys(press);
        await settled(table);
        expect(sortedBy(table)).to.deep.equal(['Price/Serving descending']);
      });
    }
  });

  describe('with columns', () => {
    const cases: readonly (readonly [columns: string, labels: readonly string[]])[] = [
      ['name price score', ['Product', 'Price/Serving', 'Score']],
      ['price', ['Product', 'Price/Serving']],
      ['price name', ['Price/Serving', 'Product']],
      ['score, dose', ['Product', 'Score', 'Dose']],
      ['name nonsense dose', ['Product', 'Dose']],
      ['nonsense', ['Product']],
      ['name name dose dose', ['Product', 'Dose']],
      ['evidence value', ['Product', 'Evidence Quality', 'Value']],
      ['bestFor', ['Product', 'Best for']],
    ];
    for (const [columns, labels] of cases) {
      it(`“${columns}” shows ${labels.join(', ')}`, async () => {
        const table = await fixture(
          html`<g6-comparison-table columns=${columns} .comparison=${leakyGut}></g6-comparison-table>`,
        );
        expect(columnsOf(table)).to.deep.equal(labels);
        for (const label of labels) expect(cellsOf(table, label)).to.have.length(4);
      });
    }

    it('shows and sorts the scores of one criterion', async () => {
      const table = await fixture<G6ComparisonTable>(
        html`<g6-comparison-table columns="name value" .comparison=${leakyGut}></g6-comparison-table>`,
      );
      await activate(table, 'Value');
      expect(cellsOf(table, 'Value')).to.deep.equal([
        '8.0 out of 10 best',
        '8.0 out of 10 best',
        '7.5 out of 10',
        '7.0 out of 10',
      ]);
      expect(sortedBy(table)).to.deep.equal(['Value descending']);
    });

    it('follows the property before it is attached and after', async () => {
      const table = document.createElement('g6-comparison-table');
      table.comparison = leakyGut;
      table.columns = 'name dose';
      const root = await fixture(html`<div></div>`);
      root.append(table);
      await settled(table);
      expect(columnsOf(table)).to.deep.equal(['Product', 'Dose']);
      table.columns = 'name score';
      await settled(table);
      expect(columnsOf(table)).to.deep.equal(['Product', 'Score']);
      table.setAttribute('columns', 'price');
      await settled(table);
      expect(columnsOf(table)).to.deep.equal(['Product', 'Price/Serving']);
      table.removeAttribute('columns');
      await settled(table);
      expect(columnsOf(table)).to.have.length(7);
    });

    it('says that units differ in the header of a mixed column, and not in another', async () => {
      const table = await tableOf(leakyGut);
      expect(spoken(header(table, 'Price/Serving'))).to.equal('Price/Serving units differ');
      expect(spoken(header(table, 'Best for'))).to.equal('Best for');
      expect(seen(header(table, 'Price/Serving'))).to.equal('Price/Serving units differ');
    });
  });

  describe('with an initial order', () => {
    const cases: readonly (readonly [sort: string, rows: readonly string[], sorted: readonly string[]])[] = [
      ['price', byPrice, ['Price/Serving ascending']],
      ['-price', [...byPrice].reverse(), ['Price/Serving descending']],
      ['score', [...byScore].reverse(), ['Score ascending']],
      ['nonsense', byScore, ['Score descending']],
      ['nonsense price', byPrice, ['Price/Serving ascending']],
      ['', byScore, ['Score descending']],
    ];
    for (const [sort, rows, sorted] of cases) {
      it(`“${sort}” starts with ${rows[0]}`, async () => {
        const table = await fixture(
          html`<g6-comparison-table sort=${sort} .comparison=${leakyGut}></g6-comparison-table>`,
        );
        expect(rowsOf(table)).to.deep.equal(rows);
        expect(sortedBy(table)).to.deep.equal(sorted);
      });
    }

    it('follows the property before it is attached and after, without an event and without a word', async () => {
      const table = document.createElement('g6-comparison-table');
      table.comparison = leakyGut;
      table.sort = 'price';
      const root = await fixture(html`<div></div>`);
      const sorts = await sortsDuring(async () => {
        root.append(table);
        await settled(table);
        expect(rowsOf(table)).to.deep.equal(byPrice);
        table.sort = '-price';
        await settled(table);
        expect(rowsOf(table)).to.deep.equal([...byPrice].reverse());
        table.setAttribute('sort', 'price');
        await settled(table);
        expect(rowsOf(table)).to.deep.equal(byPrice);
        table.removeAttribute('sort');
        await settled(table);
        expect(rowsOf(table)).to.deep.equal(byScore);
      });
      expect(sorts).to.deep.equal([]);
      expect(announced(table)).to.equal('');
    });

    it('returns to it at the third activation', async () => {
      const table = await fixture<G6ComparisonTable>(
        html`<g6-comparison-table sort="price" .comparison=${leakyGut}></g6-comparison-table>`,
      );
      for (const column of ['Product', 'Product', 'Product']) await activate(table, column);
      expect(sortedBy(table)).to.deep.equal(['Price/Serving ascending']);
    });

    it('overrules what the reader had asked for when the page sets it later', async () => {
      const table = await tableOf(leakyGut);
      await activate(table, 'Product');
      table.sort = '-price';
      await settled(table);
      expect(sortedBy(table)).to.deep.equal(['Price/Serving descending']);
      await activate(table, 'Product');
      expect(sortedBy(table)).to.deep.equal(['Product ascending']);
    });
  });

  describe('of incomplete scores', () => {
    it('marks a partial score, with the share that it rests on', async () => {
      const table = await tableOf(partial);
      expect(rowsOf(table)).to.deep.equal(['Half', 'Whole', 'None']);
      expect(scoresOf(table)).to.deep.equal(['9.0 out of 10 partial, 70%', '8.0 out of 10', 'not scored']);
    });

    it('has no composite where the rubric wants all criteria', async () => {
      const table = await tableOf({ ...partial, rubric: { ...rubric, missing: 'unrated' } });
      expect(rowsOf(table)).to.deep.equal(['Whole', 'Half', 'None']);
      expect(scoresOf(table)).to.deep.equal(['8.0 out of 10', 'not scored', 'not scored']);
      await activate(table, 'Score');
      expect(rowsOf(table)).to.deep.equal(['Whole', 'Half', 'None']);
    });

    it('is in the document’s order and has no score column where nothing is scored', async () => {
      const table = await tableOf(lamps('Lamps'));
      expect(rowsOf(table)).to.deep.equal(['Heron', 'Plover', 'Bittern']);
      expect(columnsOf(table)).to.deep.equal(['Product', 'Price']);
      expect(sortedBy(table)).to.deep.equal([]);
    });

    it('returns to the document’s order at the third activation', async () => {
      const table = await tableOf(lamps('Lamps'));
      for (let count = 0; count < 3; count++) await activate(table, 'Price');
      expect(rowsOf(table)).to.deep.equal(['Heron', 'Plover', 'Bittern']);
      expect(announced(table)).to.equal('The table “Lamps” is back in its initial order.');
    });

    it('shows a scale of 0 to 5 as such', async () => {
      const table = await tableOf({
        rubric: { ...rubric, scale: { min: 0, max: 5 } },
        products: [{ name: 'Heron', scores: { light: 4.5, build: 4.5 } }],
      });
      expect(scoresOf(table)).to.deep.equal(['4.5 out of 5']);
    });
  });

  describe('of one product', () => {
    it('is a table of one row that can be sorted', async () => {
      const table = await tableOf({ ...leakyGut, products: leakyGut.products.slice(0, 1) });
      expect(rowsOf(table)).to.deep.equal(byScore.slice(0, 1));
      await activate(table, 'Price/Serving');
      expect(rowsOf(table)).to.deep.equal(byScore.slice(0, 1));
      await expectAccessible(table);
    });
  });

  describe('on a page', () => {
    it('keeps the reader’s order when it is removed and attached again', async () => {
      const table = await tableOf(leakyGut);
      const parent = table.parentElement as Element;
      await activate(table, 'Price/Serving');
      table.remove();
      await settled(table);
      parent.append(table);
      await settled(table);
      expect(sortedBy(table)).to.deep.equal(['Price/Serving ascending']);
      expect(rowsOf(table)).to.deep.equal(byPrice);
    });

    it('keeps the reader’s order when it is moved', async () => {
      const root = await fixture(
        html`<div><g6-comparison-table .comparison=${leakyGut}></g6-comparison-table><p></p></div>`,
      );
      const table = root.querySelector('g6-comparison-table') as G6ComparisonTable;
      await activate(table, 'Price/Serving');
      root.querySelector('p')?.after(table);
      await settled(table);
      expect(rowsOf(table)).to.deep.equal(byPrice);
    });

    it('can be attached many times and still answers a click once', async () => {
      const table = await tableOf(leakyGut);
      const parent = table.parentElement as Element;
      for (let count = 0; count < 5; count++) {
        table.remove();
        parent.append(table);
      }
      await settled(table);
      expect(await sortsDuring(() => activate(table, 'Price/Serving'))).to.deep.equal(['price']);
      expect(rowsOf(table)).to.deep.equal(byPrice);
    });

    it('is independent of another of the same document', async () => {
      const root = await fixture(html`<div>
        <g6-comparison-table .comparison=${leakyGut}></g6-comparison-table>
        <g6-comparison-table .comparison=${leakyGut}></g6-comparison-table>
      </div>`);
      const [first, second] = root.querySelectorAll('g6-comparison-table');
      await activate(first as G6ComparisonTable, 'Price/Serving');
      expect(rowsOf(first as Element)).to.deep.equal(byPrice);
      expect(rowsOf(second as Element)).to.deep.equal(byScore);
      expect(announced(second as Element)).to.equal('');
    });

    it('shows another comparison when it is given one', async () => {
      const table = await tableOf(leakyGut);
      await activate(table, 'Price/Serving');
      table.comparison = lamps('Lamps');
      await settled(table);
      expect(seen(theOnly(table, 'caption'))).to.equal('Lamps');
      expect(rowsOf(table)).to.deep.equal(['Heron', 'Plover', 'Bittern']);
      expect(sortedBy(table)).to.deep.equal([]);
    });

    it('is a block, and is not there with the hidden attribute', async () => {
      const table = await tableOf(leakyGut);
      expect(getComputedStyle(table).display).to.equal('block');
      expect(isVisible(table)).to.equal(true);
      table.hidden = true;
      expect(isVisible(table)).to.equal(false);
    });

    it('stays visible under a style sheet that hides everything', async () => {
      const root = await fixture(html`<div class="host" style="width: 1000px">
        <style>
          .host *,
          .host g6-comparison-table {
            display: none !important;
          }
        </style>
        <g6-comparison-table .comparison=${leakyGut}></g6-comparison-table>
      </div>`);
      const table = root.querySelector('g6-comparison-table') as G6ComparisonTable;
      expect(isVisible(table)).to.equal(true);
      expect(isVisible(sortButton(table, 'Score'))).to.equal(true);
      table.hidden = true;
      expect(isVisible(table)).to.equal(false);
    });

    it('keeps its texts readable among a page’s odd text styles', async () => {
      const root = await fixture(html`<div
        style="white-space: nowrap; text-transform: uppercase; letter-spacing: 1em; text-indent: -99em; line-height: 0; word-break: break-all"
      >
        <g6-comparison-table .comparison=${leakyGut}></g6-comparison-table>
      </div>`);
      const cell = byRole(root.querySelector('g6-comparison-table') as Element, 'cell')[0] as Element;
      const { whiteSpace, wordBreak, textTransform, letterSpacing, textIndent, lineHeight } = getComputedStyle(cell);
      expect({ whiteSpace, wordBreak, textTransform, textIndent }).to.deep.equal({
        whiteSpace: 'normal',
        wordBreak: 'normal',
        textTransform: 'none',
        textIndent: '0px',
      });
      expect(parseFloat(letterSpacing) || 0).to.equal(0);
      expect(parseFloat(lineHeight)).to.be.above(16);
    });

    it('takes the page’s font and colour', async () => {
      const root = await fixture(html`<div style="font: 21px Georgia, serif; color: rgb(10, 20, 30)">
        <g6-comparison-table .comparison=${leakyGut}></g6-comparison-table>
      </div>`);
      const name = byRole(root.querySelector('g6-comparison-table') as Element, 'rowheader')[0] as Element;
      const { fontFamily, fontSize, color } = getComputedStyle(name);
      expect({ fontFamily, fontSize, color }).to.deep.equal({
        fontFamily: 'Georgia, serif',
        fontSize: '21px',
        color: 'rgb(10, 20, 30)',
      });
    });
  });

  describe('from right to left', () => {
    it('begins at the right, in its columns and in its bars', async () => {
      const root = await fixture(html`<div dir="rtl" style="width: 1000px">
        <g6-comparison-table .comparison=${leakyGut}></g6-comparison-table>
      </div>`);
      const table = root.querySelector('g6-comparison-table') as G6ComparisonTable;
      const [product, score] = ['Product', 'Score'].map((label) => header(table, label).getBoundingClientRect());
      expect(product?.left).to.be.at.least(score?.right ?? Infinity);
      const [track, fill] = [...(table.shadowRoot as ShadowRoot).querySelectorAll('[part~=bar] rect')].map((bar) =>
        bar.getBoundingClientRect(),
      );
      expect(fill?.right).to.be.closeTo(track?.right ?? 0, 0.5);
      expect(fill?.left).to.be.above((track?.left ?? 0) + 2);
      await expectAccessible(table);
    });

    it('sets names of either direction apart from what surrounds them', async () => {
      const table = await tableOf({ title: 'مقارنة', products: [{ name: 'سماعة X1' }, { name: 'Heron' }] });
      expect(rowsOf(table)).to.deep.equal(['سماعة X1', 'Heron']);
      for (const cell of byRole(table, 'rowheader')) expect(cell.querySelector('bdi')).to.not.equal(null);
    });
  });

  describe('320 pixels wide', () => {
    const open = async (body: object): Promise<{ table: HTMLElement; page: HTMLElement }> => {
      const page = await openPage(
        `<script src="/dist/g6-comparison.min.js" defer></script><g6-comparison-table src="${fault('json', { body })}"></g6-comparison-table>`,
        { width: 320 },
      );
      const table = page.querySelector('g6-comparison-table') as HTMLElement;
      await shown(table);
      return { table, page: page.documentElement };
    };

    it('is no wider than the page and can be sorted by every column, both ways', async () => {
      const { table, page } = await open(leakyGut);
      expect(page.scrollWidth).to.be.at.most(page.clientWidth);
      for (const list of sortLists(table)) {
        const { left, right, height } = list.getBoundingClientRect();
        expect(left).to.be.at.least(0);
        expect(right).to.be.at.most(320.5);
        expect(height).to.be.at.least(24);
      }
      const [first] = sortLists(table) as [HTMLSelectElement];
      expect(optionsOf(first)).to.deep.equal([
        'Initial order',
        ...['Product, A to Z', 'Product, Z to A', 'Score, highest first', 'Score, lowest first'],
        ...['Primary Ingredient, A to Z', 'Primary Ingredient, Z to A', 'Dose, lowest first', 'Dose, highest first'],
        ...['Certification, A to Z', 'Certification, Z to A', 'Price/Serving, lowest first'],
        ...['Price/Serving, highest first', 'Best for, A to Z', 'Best for, Z to A'],
      ]);
      await choose(table, first, 'Price/Serving, lowest first');
      expect(rowsOf(table)).to.deep.equal(byPrice);
      await choose(table, first, 'Initial order');
      expect(rowsOf(table)).to.deep.equal(byScore);
    });

    for (const [what, before, after] of [
      ['a grid', '<main style="display: grid">', '</main>'],
      ['a cell of a grid', '<main style="display: grid; grid-template-columns: 1fr 1fr"><div>', '</div></main>'],
      ['a row of flexible boxes', '<main style="display: flex"><div style="flex: 1">', '</div><p>Aside</p></main>'],
      ['rows of flexible boxes', '<main style="display: flex; flex-wrap: wrap">', '</main>'],
      ['a cell of a table', '<table><tr><td style="padding: 24px">', '</td></tr></table>'],
      ['a padded box in a line', '<main style="display: inline-block; padding: 20px">', '</main>'],
      ['a box that fits what is in it', '<main style="width: fit-content">', '</main>'],
      ['a box that floats', '<main style="float: left">', '</main>'],
    ] as const) {
      it(`is as wide as it can be in ${what}, and the page no wider for it`, async () => {
        const page = await openPage(
          `<script src="/dist/g6-comparison.min.js" defer></script>${before}<g6-comparison-table src="${fault('json', { body: leakyGut })}"></g6-comparison-table>${after}`,
          { width: 320 },
        );
        const table = page.querySelector('g6-comparison-table') as Element;
        await shown(table);
        expect(page.documentElement.scrollWidth).to.be.at.most(page.documentElement.clientWidth);
        expect(table.getBoundingClientRect().width).to.be.above(100);
      });
    }

    it('cuts nothing off: every cell is within the page', async () => {
      const { table } = await open(leakyGut);
      for (const cell of [...byRole(table, 'cell'), ...byRole(table, 'rowheader')]) {
        expect(cell.getBoundingClientRect().right).to.be.at.most(320.5);
        expect(cell.scrollWidth).to.be.at.most(Math.ceil(cell.getBoundingClientRect().width));
      }
    });

    it('still is a table to assistive technology, its cells labelled to the eye', async () => {
      const { table } = await open(leakyGut);
      expect(theOnly(table, 'table').getAttribute('role')).to.equal('table');
      expect(cellsOf(table, 'Dose')[0]).to.equal('5g/scoop');
      const dose = byRole(table, 'cell').find((cell) => spoken(cell) === 'Dose 5g/scoop') as Element;
      expect(seen(dose)).to.equal('Dose 5g/scoop');
    });

    for (const [what, name] of [
      ['words', 'The longest name that a product was ever given by a maker of lamps for desks, beds and more'],
      ['one word', 'Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetzeskommissionsvorsitzende'],
    ] as const) {
      it(`wraps a name of ${name.length} characters in ${what}`, async () => {
        const { table, page } = await open({
          title: name,
          products: [{ name, award: name, bestFor: name, specs: { [name]: name } }],
        });
        expect(page.scrollWidth).to.be.at.most(page.clientWidth);
        expect(theOnly(table, 'rowheader').scrollWidth).to.be.at.most(320);
      });
    }
  });

  it('wraps a name of 90 characters in a wide table too', async () => {
    const name = 'The longest name that a product was ever given by a maker of lamps for desks, beds and more';
    const root = await fixture(html`<div style="width: 1000px">
      <g6-comparison-table .comparison=${{ products: [{ name, specs: { a: name, b: name, c: name } }, { name: 'Ox' }] }}></g6-comparison-table>
    </div>`);
    const [long, short] = byRole(root.querySelector('g6-comparison-table') as Element, 'rowheader');
    const line = (short as Element).getBoundingClientRect().height;
    expect((long as Element).getBoundingClientRect().height).to.be.above(line * 1.5);
    expect((long as Element).getBoundingClientRect().width).to.be.below(500);
  });

  describe('of hostile strings', () => {
    const ran = (): unknown => (window as { ran?: unknown }).ran;
    afterEach(() => {
      delete (window as { ran?: unknown }).ran;
    });

    /** A document with a text in every place that can hold one. */
    const everywhere = (text: string): object => ({
      title: text,
      description: text,
      publisher: { name: text },
      disclosure: text,
      rubric: {
        name: text,
        criteria: [{ id: 'light', label: text, weight: 1, description: text }],
        bands: [{ from: 0, label: text }],
      },
      columns: [
        { id: 'spec', label: text, description: text },
        { id: 'list', label: text },
        { id: 'noted', label: text },
      ],
      products: [
        {
          name: text,
          brand: text,
          award: text,
          bestFor: text,
          summary: text,
          verdict: text,
          specs: { spec: text, list: [text, text], noted: { value: text, note: text } },
          scores: { light: { value: 9, note: text } },
          statedScore: text,
          pros: [text],
          cons: [text],
        },
      ],
    });

    /** The tree, whether it has to scroll or not. */
    const treeOf = (table: Element): string =>
      shapeOf(table.shadowRoot as ShadowRoot).replace(
        ' aria-label class data-title role tabindex',
        ' class data-title',
      );

    const strings: readonly (readonly [what: string, text: string])[] = [
      ['an image with a handler', '<img src=x onerror="ran = 1">'],
      ['a script', '<script>ran = 1</script>'],
      ['the end of an attribute', '"><svg onload="ran = 1">'],
      ['the end of a comment', '--><iframe srcdoc="<script>parent.ran = 1</script>"></iframe><!--'],
      ['the end of a style sheet', '</style><body onload="ran = 1">'],
      ['a template', `${'$'}{ran = 1}{{ran = 1}}<?lit$0$?>`],
      ['a script’s address', 'javascript:ran=1'],
      ['entities', '&lt;b&gt; &amp; &#x3c;i&#x3e;'],
      ['controls of direction', 'a\u202Eb\u2066c\u200Fd'],
      ['controls of other kinds', 'a\u0000b\u0007c\u001Bd\uFFFE'],
      ['half of a letter', 'a\uD800b'],
      ['names of an object’s members', '__proto__'],
      ['marks on marks', `Z${'\u0300'.repeat(500)}`],
      ['10,000 characters', 'x'.repeat(10_000)],
    ];
    for (const [what, text] of strings) {
      it(`has the tree that it always has with ${what}`, async () => {
        // A long text can be read in full by a button of its own, whatever it says.
        const plain = await tableOf(everywhere('Plain words '.repeat(text.length > 200 ? 50 : 1)));
        const shape = treeOf(plain);
        const table = await tableOf(everywhere(text));
        expect(rowsOf(table)).to.have.length(1);
        expect(treeOf(table)).to.equal(shape);
        await activate(table, columnsOf(table)[2] as string);
        expect(treeOf(table).replace(/ aria-sort/, '')).to.equal(shape.replace(/ aria-sort/, ''));
        expect(ran()).to.equal(undefined);
      });
    }

    it('takes the controls of direction out of names, and keeps those of a value to that value', async () => {
      const table = await tableOf(everywhere('a\u202Eb\u2066c\u200Fd'));
      expect(rowsOf(table)).to.deep.equal(['abcd']);
      const texts = document.createTreeWalker(table.shadowRoot as ShadowRoot, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        if (/[\u202A-\u202E\u2066-\u2069\u200E\u200F]/.test(texts.currentNode.nodeValue ?? ''))
          expect(texts.currentNode.parentElement?.closest('bdi')).to.not.equal(null);
      }
    });

    for (const url of [
      'javascript:ran=1',
      'java\tscript:ran=1',
      ' javascript:ran=1',
      'JaVaScRiPt:ran=1',
      'data:text/html,<script>parent.ran=1</script>',
      'vbscript:ran=1',
      'https://apple.com@evil.test/',
      'file:///etc/passwd',
      'blob:https://evil.test/1',
    ]) {
      it(`makes no link of ${JSON.stringify(url)}`, async () => {
        const table = await tableOf({
          publisher: { name: 'Press', url },
          rubric: { ...rubric, url },
          updated: '2026-04-30',
          columns: [{ id: 'link', type: 'link' }, { id: 'plain' }, { id: 'with' }],
          products: [{ name: 'Heron', url, specs: { link: url, plain: url, with: { value: 'Shop', url } } }],
        });
        expect(rowsOf(table)).to.deep.equal(['Heron']);
        expect(byRole(table, 'link').map((link) => link.getAttribute('href'))).to.deep.equal([]);
      });
    }

    it('makes links of addresses that are good', async () => {
      const url = 'https://example.com/';
      const table = await tableOf({
        rubric: { url },
        publisher: { name: 'Press', url },
        products: [{ name: 'Heron', url, specs: { link: url, with: { value: 'Shop', url } } }],
      });
      expect(byRole(table, 'link').map((link) => `${spoken(link)} ${link.getAttribute('href')}`)).to.deep.equal([
        `Heron ${url}`,
        `${url} ${url}`,
        `Shop ${url}`,
        `Press ${url}`,
        `How scores are made ${url}`,
      ]);
    });

    const objects: readonly (readonly [what: string, make: () => unknown])[] = [
      ['a template’s', () => ({ _$litType$: 1, strings: Object.assign(['<b>'], { raw: ['<b>'] }), values: [] })],
      ['a compiled template’s', () => ({ _$litType$: { h: '<b></b>', parts: [] }, values: [] })],
      ['a directive’s', () => ({ _$litDirective$: class {}, values: [] })],
      ['a node’s', () => ({ nodeType: 1, ownerDocument: document })],
      ['a text’s', () => ({ toString: 1, valueOf: null })],
      [
        'a throwing text’s',
        () => ({
          toString: () => {
            throw new Error('thrown');
          },
        }),
      ],
      ['a list’s of lists', () => [[[['<b>']]]]],
      ['a function', () => () => '<b>'],
      ['a symbol', () => Symbol('b')],
      ['a real node', () => document.createElement('b')],
    ];
    for (const [what, make] of objects) {
      it(`shows the rest where every text is ${what}`, async () => {
        const document = everywhere('Plain') as { products: object[] };
        const poisoned = (value: unknown): unknown => {
          if (value === 'Plain') return make();
          if (Array.isArray(value)) return value.map(poisoned);
          if (typeof value !== 'object' || value === null) return value;
          return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, poisoned(member)]));
        };
        const poison = poisoned(document) as { products: object[] };
        const products = poison.products.map((product) => ({ ...product, name: 'Heron' }));
        const table = await tableOf({ ...poison, products });
        await shown(table);
        expect(rowsOf(table)).to.deep.equal(['Heron']);
        expect(scoresOf(table)).to.deep.equal(['9.0 out of 10']);
        expect(table.shadowRoot?.querySelector('b')).to.equal(null);
      });
    }

    it('says so where the whole document is an object that is none', async () => {
      const table = await tableOf({ _$litType$: 1, strings: ['<b>'], values: [] });
      expect(messagesOf(table)).to.have.length(1);
      expect(table.shadowRoot?.querySelector('b')).to.equal(null);
    });
  });
});
