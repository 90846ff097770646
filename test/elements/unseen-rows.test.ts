/** A drag of a weight over a long table: what can be seen of it follows at once, and all of it when the hand rests. */
import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import '../../src/define.js';
import type { G6Comparison } from '../../src/elements/g6-comparison.js';
import type { G6ComparisonTable } from '../../src/elements/g6-comparison-table.js';
import {
  announced,
  byRole,
  choose,
  control,
  enter,
  longPauses,
  press,
  rowsOf,
  scoresOf,
  settled,
  sortLists,
  spoken,
  theOnly,
  until,
  watchConsole,
} from '../helpers.js';

const labels = { light: 'Light', build: 'Build' };

/** Products of which each gives less light than the one before, with what they get for their build. */
const many = (count: number, build: (index: number) => number): object => ({
  rubric: {
    scale: { max: count },
    criteria: Object.entries(labels).map(([id, label]) => ({ id, label, weight: 50 })),
  },
  products: Array.from({ length: count }, (_, index) => ({
    name: `Product ${index + 1}`,
    // Rows of several heights.
    bestFor: 'Whoever reads in bed, '.repeat(index % 4),
    scores: { light: count - index, build: build(index) },
    specs: { kind: index % 2 ? 'odd' : 'even' },
  })),
});

const tableIn = (scope: Element): G6ComparisonTable => scope.querySelector('g6-comparison-table') as G6ComparisonTable;

const weightsIn = (scope: Element): Element => scope.querySelector('g6-score-weights') as Element;

// By default up and down, so that weights in between mix them.
async function scopeOf(
  count: number,
  layout: string,
  build = (index: number): number => (index * 37) % count,
): Promise<G6Comparison> {
  const root = await fixture(html`<div style="width: 1000px">
    <g6-comparison .comparison=${many(count, build)}>
      <g6-comparison-table layout=${layout} search filters></g6-comparison-table>
      <g6-score-weights></g6-score-weights>
    </g6-comparison>
  </div>`);
  const scope = root.firstElementChild as G6Comparison;
  await settled(scope, tableIn(scope));
  return scope;
}

async function weigh(scope: Element, light: number): Promise<void> {
  const slider = byRole(weightsIn(scope), 'slider')[0] as HTMLInputElement;
  slider.value = `${light}`;
  slider.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await settled(scope, tableIn(scope));
}

/** Drags to a weight in eight steps: the last one is a table's turn, however often it has one. */
async function drag(scope: Element, light: number): Promise<void> {
  for (let step = 1; step < 8; step++) await weigh(scope, 20 + step);
  await weigh(scope, light);
}

/** A table of so many products in which a reader has searched between two steps of a drag. */
async function searchedInDrag(count: number, text: string): Promise<G6ComparisonTable> {
  const scope = await scopeOf(count, 'table');
  for (const light of [25, 30]) await weigh(scope, light);
  const field = theOnly(tableIn(scope), 'searchbox') as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await weigh(scope, 70);
  return tableIn(scope);
}

const rowElements = (table: Element): HTMLElement[] =>
  byRole(table, 'row').filter((row) => byRole(row, 'rowheader').length);
const isInSight = (row: Element): boolean => {
  const { top, bottom } = row.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};
const said = (row: Element): string =>
  `${row.getAttribute('aria-rowindex')}: ${[...row.children].map(spoken).join(' | ')}`;

/** What each row says where nothing was dragged. */
async function fresh(count: number, layout: string, light: number): Promise<string[]> {
  const scope = await scopeOf(count, layout);
  await enter(weightsIn(scope), control(weightsIn(scope), 'textbox', /^Light/), `${light}`);
  await settled(tableIn(scope));
  return rowElements(tableIn(scope)).map(said);
}

describe('the rows of a long table while a weight is dragged', () => {
  watchConsole();
  const { now } = performance;
  // However slow a machine is, the hand moves quickly.
  beforeEach(() => {
    longPauses();
    const start = now.call(performance);
    performance.now = () => start;
    // Firefox scrolls after a row that moves.
    document.documentElement.style.overflowAnchor = 'none';
  });
  afterEach(async () => {
    // Nobody is watched any more.
    const end = performance.now() + 1000;
    performance.now = () => end;
    await nextFrame();
    performance.now = now;
    document.documentElement.style.overflowAnchor = '';
    scrollTo(0, 0);
  });

  for (const layout of ['table', 'cards']) {
    for (const place of ['the beginning', 'the middle', 'the end']) {
      it(`follow as ${layout} where they are seen, at ${place}, and all of them when the hand rests`, async () => {
        const wanted = await fresh(60, layout, 80);
        const scope = await scopeOf(60, layout);
        const table = tableIn(scope);
        const rows = rowElements(table);
        (place === 'the beginning' ? rows[0] : place === 'the end' ? rows[59] : rows[30])?.scrollIntoView({
          block: 'center',
        });
        await drag(scope, 80);
        const dragged = rowElements(table);
        const seen = dragged.flatMap((row, index) => (isInSight(row) ? [index] : []));
        expect(seen.length).to.be.within(1, 40);
        for (const index of seen) expect(said(dragged[index] as Element)).to.equal(wanted[index]);
        expect(new Set(rowsOf(table)).size).to.equal(60);
        expect(dragged.map(said)).to.not.deep.equal(wanted);
        await until(() => rowElements(table).map(said).join() === wanted.join(), 'The order of all rows');
      });
    }
  }

  it('take turns with the list of the new order, so that no frame has both', async () => {
    const scope = await scopeOf(60, 'table');
    const drawn = () => [tableIn(scope), weightsIn(scope)].map((element) => said(rowElements(element)[0] as Element));
    let before = drawn();
    const changes: boolean[][] = [];
    for (let step = 0; step < 17; step++) {
      await weigh(scope, 30 + ((step * 11) % 59));
      const now = drawn();
      changes.push(now.map((text, index) => text !== before[index]));
      before = now;
    }
    const [first, ...others] = changes;
    expect(first).to.deep.equal([true, true]);
    expect(others.filter(([table, list]) => table && list)).to.deep.equal([]);
    for (const index of [0, 1]) expect(others.filter((drawn) => drawn[index]).length).to.be.within(2, 8);
  });

  it('follow all of them at once where something is chosen, and taken back', async () => {
    const scope = await scopeOf(60, 'table');
    const rows = () => rowElements(tableIn(scope)).map(said);
    const before = rows();
    const presets = theOnly(weightsIn(scope), 'combobox') as HTMLSelectElement;
    await choose(weightsIn(scope), presets, 'Build first');
    await settled(tableIn(scope));
    const chosen = rows();
    expect(chosen.filter((text) => before.includes(text)).length).to.be.below(6);
    await press(weightsIn(scope), 'button', 'Reset weights');
    await settled(tableIn(scope));
    expect(rows()).to.deep.equal(before);
  });

  describe('on a machine that', () => {
    const { requestAnimationFrame } = window;
    let time = 0;
    let due: FrameRequestCallback[] = [];
    beforeEach(() => {
      time = performance.now();
      due = [];
      performance.now = () => time;
    });
    afterEach(() => {
      window.requestAnimationFrame = requestAnimationFrame;
    });

    /** Drags for so many steps of so many milliseconds each, in turns; in how many of the last 16 the table and the list are drawn. */
    async function drawnIn(scope: Element, steps: number, ...gaps: readonly number[]): Promise<number[]> {
      const firsts = () =>
        [tableIn(scope), weightsIn(scope)].map((element) => said(rowElements(element)[0] as Element));
      const counts = [0, 0];
      window.requestAnimationFrame = (callback) => due.push(callback);
      for (let step = 0; step < steps; step++) {
        const before = firsts();
        await weigh(scope, 30 + ((step * 11) % 59));
        if (step >= steps - 16)
          for (const [index, text] of firsts().entries())
            if (text !== before[index]) counts[index] = (counts[index] ?? 0) + 1;
        time += gaps[step % gaps.length] as number;
        for (const callback of due.splice(0)) callback(time);
      }
      window.requestAnimationFrame = requestAnimationFrame;
      return counts;
    }

    it('has time for its frames follow every other step, else less often, so that the frames come', async () => {
      const scope = await scopeOf(60, 'table');
      expect(await drawnIn(scope, 320, 16)).to.deep.equal([8, 8]);
      expect(await drawnIn(scope, 64, 12, 28)).to.deep.equal([2, 2]);
      expect(await drawnIn(scope, 320, 16)).to.deep.equal([8, 8]);
    });

    it('has a slow screen follow every other step', async () => {
      const scope = await scopeOf(60, 'table');
      expect(await drawnIn(scope, 320, 33)).to.deep.equal([8, 8]);
    });

    it('has a slow hand wait for no more than a pause', async () => {
      const scope = await scopeOf(60, 'table');
      await drawnIn(scope, 64, 12, 28);
      expect(await drawnIn(scope, 17, 201)).to.deep.equal([16, 16]);
    });
  });

  it('follow all of them at once where they are few, in sight or not', async () => {
    const wanted = await fresh(12, 'cards', 80);
    const scope = await scopeOf(12, 'cards');
    scope.style.cssText = 'display: block; padding-block-start: 3000px';
    await drag(scope, 80);
    expect(rowElements(tableIn(scope)).filter(isInSight)).to.deep.equal([]);
    expect(rowElements(tableIn(scope)).map(said)).to.deep.equal(wanted);
  });

  it('are not touched where they are not seen, nor moved', async () => {
    const scope = await scopeOf(60, 'table');
    const table = tableIn(scope);
    for (let step = 1; step < 8; step++) await weigh(scope, 24 + step);
    const touched = new Set<Node>();
    const observer = new MutationObserver((records) => {
      for (const { target, addedNodes } of records) for (const node of [target, ...addedNodes]) touched.add(node);
    });
    observer.observe(theOnly(table, 'table'), {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    await weigh(scope, 35);
    const seen = rowElements(table).filter(isInSight);
    observer.disconnect();
    const rows = rowElements(table).filter((row) => [...touched].some((node) => row.contains(node)));
    expect(seen.length).to.be.within(1, 40);
    // One for each that has come into sight, and a few on either side.
    expect(rows.filter((row) => !seen.includes(row)).length).to.be.at.most(2 * (seen.length + 4));
    expect(rows).to.not.deep.equal([]);
  });

  it('are those of a narrower search at once', async () => {
    const table = await searchedInDrag(60, 'odd');
    expect(rowsOf(table)).to.have.length(30);
    expect(rowsOf(table).every((name) => Number.parseInt(name.split(' ')[1] ?? '', 10) % 2 === 0)).to.equal(true);
  });

  it('are in their places at once where another order is asked for', async () => {
    const scope = await scopeOf(60, 'cards');
    const table = tableIn(scope);
    for (const light of [30, 45, 60]) await weigh(scope, light);
    await choose(table, sortLists(table)[0] as HTMLSelectElement, 'Product, A to Z');
    const names = rowsOf(table).map((name) => name.replace(/ (up|down) .*/, ''));
    expect(names).to.deep.equal(Array.from({ length: 60 }, (_, index) => `Product ${index + 1}`));
  });

  it('come into the order that the page asks for in a turn of the list', async () => {
    const scope = await scopeOf(60, 'cards');
    const table = tableIn(scope);
    await choose(table, sortLists(table)[0] as HTMLSelectElement, 'Score, lowest first');
    for (const light of [25, 30]) await weigh(scope, light);
    table.sort = 'name';
    await weigh(scope, 32);
    await until(() => /^Product 1\b/.test(rowsOf(table)[0] ?? ''), 'The order of the page');
  });

  it('are those of a search among a thousand at once, of which as many can be seen', async () => {
    const table = await searchedInDrag(1000, 'even');
    const texts = rowElements(table).map(said);
    expect(texts).to.have.length.above(20);
    expect(texts.filter((text) => !/\beven\b/.test(text))).to.deep.equal([]);
  });

  it('have their scores when the hand rests where no product changes its place, and nothing is to be told', async () => {
    const scope = await scopeOf(60, 'table', (index) => 60 - index / 2);
    const table = tableIn(scope);
    await weigh(scope, 30);
    await until(() => [table, weightsIn(scope)].some(announced), 'What there is to tell');
    for (const light of [40, 50, 60, 80]) await weigh(scope, light);
    // 80 % × 1 + 20 % × 30.5, by hand.
    await until(() => scoresOf(table).at(-1)?.startsWith('6.9'), 'The last score');
  });

  it('are the best of a thousand, of which most are not there', async () => {
    const scope = await scopeOf(1000, 'table');
    const table = tableIn(scope);
    const wanted = (await fresh(1000, 'table', 90)).slice(0, 3);
    await drag(scope, 90);
    expect(rowElements(table).slice(0, 3).map(said)).to.deep.equal(wanted);
  });
});
