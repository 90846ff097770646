/** How firm the ranking is, in words and as a picture: what is said of which comparison, when it is counted, and to whom. */
import { expect, fixture, html } from '@open-wc/testing';
import fc from 'fast-check';
import '../../src/define.js';
import type { G6ComparisonTable } from '../../src/elements/g6-comparison-table.js';
import {
  byRole,
  closePages,
  expectAccessible,
  fault,
  hasFocus,
  leakyGut,
  newKey,
  openPage,
  press,
  requestsOf,
  seen,
  settled,
  shown,
  spoken,
  until,
  watchConsole,
} from '../helpers.js';

type Scores = readonly (number | null)[];

const names = ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm'];

/** Criteria Taste, Speed, Noise with these weights, and products with these scores (`null`: not scored). */
const treesOf = (weights: readonly number[], rows: readonly Scores[], rubric: object = {}): object => ({
  title: 'Trees',
  language: 'en',
  rubric: {
    criteria: ['Taste', 'Speed', 'Noise']
      .slice(0, weights.length)
      .map((label, at) => ({ id: `c${at}`, label, weight: weights[at] })),
    ...rubric,
  },
  products: rows.map((row, index) => ({
    id: `p${index}`,
    name: names[index] ?? `Tree ${index + 1}`,
    scores: Object.fromEntries(row.map((score, at) => [`c${at}`, score])),
  })),
});

const tableOf = (comparison: unknown, stability: string | null = ''): Promise<G6ComparisonTable> =>
  fixture(
    html`<g6-comparison-table layout="table" ?stability=${stability === ''} .comparison=${comparison}></g6-comparison-table>`,
  );

const part = (table: Element, name: string): HTMLElement | null =>
  table.shadowRoot?.querySelector(`[part~=${name}]`) ?? null;

const summary = (table: Element): HTMLElement => part(table, 'stability')?.querySelector('summary') as HTMLElement;

/** The sentence that is there before anything is opened; empty where there is none. */
const sentence = (table: Element): string =>
  spoken(part(table, 'stability')?.querySelector('p:first-child') ?? document.createElement('p'));

/** Opens the details, and waits until all is counted. */
async function open(table: Element): Promise<void> {
  summary(table).click();
  await until(() => part(table, 'acceptability'), 'The picture');
}

/** What is said of single weights. */
const changes = (table: Element): string[] =>
  [...(part(table, 'stability')?.querySelectorAll('[role=list] > li') ?? [])].map(spoken);

/** Each row of the picture as it is read: the product, then its shares. */
const picture = (table: Element): string[] =>
  byRole(part(table, 'acceptability') as Element, 'row')
    .slice(1)
    .map((row) => [...row.children].map(spoken).join(' | '));

const weigh = (table: Element, weights: object | undefined): boolean =>
  table.dispatchEvent(new CustomEvent('g6-weights-change', { detail: { weights, source: 'slider' }, bubbles: true }));

describe('the firmness of a ranking', () => {
  watchConsole();
  afterEach(closePages);

  for (const off of ['no attribute', 'stability="false"']) {
    it(`is not spoken of with ${off}`, async () => {
      const table = await tableOf(leakyGut, null);
      if (off !== 'no attribute') table.setAttribute('stability', 'false');
      await settled(table);
      expect(part(table, 'stability') === null).to.equal(true);
    });
  }

  describe('of the article', () => {
    it('is that of a product that is first under every weighting', async () => {
      expect(sentence(await tableOf(leakyGut))).to.equal('Thorne L-Glutamine is first under every weighting.');
    });

    it('is one of shares of all weightings, product by place', async () => {
      const table = await tableOf(leakyGut);
      await open(table);
      const rows = picture(table).map((row) => row.split(' | '));
      expect(rows.map(([name]) => name)).to.deep.equal([
        'Rank 1: Thorne L-Glutamine',
        'Rank 2: Integrative Therapeutics Zinc-Carnosine',
        'Rank 3: Sovereign Colostrum-LD',
        'Rank 4: Ora Trust Your Gut',
      ]);
      for (const [index, exact] of [100, 97.9, 77.5, 77.5].entries()) {
        const share = rows[index]?.[index + 1] as string;
        expect(share).to.match(/^\d+(\.\d)?%$/);
        expect(Number.parseFloat(share)).to.be.closeTo(exact, 0.5);
      }
    });

    it('is said of each neighbouring pair, and no single weight unseats the leader', async () => {
      const table = await tableOf(leakyGut);
      await open(table);
      expect(changes(table)).to.deep.equal([
        'Integrative Therapeutics Zinc-Carnosine is not ahead of Thorne L-Glutamine under any weighting.',
        'Sovereign Colostrum-LD is not ahead of Integrative Therapeutics Zinc-Carnosine under any weighting.',
        'Ora Trust Your Gut overtakes Sovereign Colostrum-LD once Value weighs more than 47.54% (now 20%).',
      ]);
    });

    it('says how it was counted', async () => {
      const table = await tableOf(leakyGut);
      await open(table);
      expect(spoken(part(table, 'stability') as Element)).to.include(
        'All weightings count alike, in a sample that never changes; shares are off by 0.5 percentage points at most.',
      );
    });
  });

  const sentences: readonly (readonly [what: string, comparison: object, text: string])[] = [
    [
      'one that a weight unseats by weighing more',
      treesOf(
        [4, 1],
        [
          [9, 5],
          [5, 8],
        ],
      ),
      'Alder stays first until Taste weighs less than 43% (now 80%).',
    ],
    [
      'one that a weight unseats by weighing less',
      treesOf(
        [1, 1],
        [
          [9, 5],
          [5, 8],
        ],
      ),
      'Alder stays first until Taste weighs less than 43% (now 50%).',
    ],
    [
      'a weight just above what it is',
      treesOf(
        [1000, 1001],
        [
          [9, 5],
          [5, 9],
        ].reverse(),
      ),
      'Alder stays first until Taste weighs more than 50% (now 49.98%).',
    ],
    [
      'two that are the same',
      treesOf(
        [1, 1],
        [
          [9, 9],
          [9, 9],
          [8, 8],
        ],
      ),
      'Alder and Birch share the first place under every weighting.',
    ],
    [
      'two that happen to be even',
      treesOf(
        [1, 1],
        [
          [9, 7],
          [7, 9],
          [5, 5],
        ],
      ),
      'Alder and Birch share the first place.',
    ],
    [
      'five that are even',
      treesOf(
        [1, 1],
        [
          [9, 7],
          [7, 9],
          [8, 8],
          [6, 10],
          [10, 6],
        ],
      ),
      'Alder, Birch, Cedar … share the first place.',
    ],
    [
      'a leader that no single weight unseats',
      treesOf(
        [1, 1, 1],
        [
          [7.2, 9, 8],
          [null, 8, 6],
        ],
      ),
      'Alder stays first, whatever any single criterion weighs.',
    ],
  ];
  for (const [what, comparison, text] of sentences) {
    it(`is told in one sentence of ${what}`, async () => {
      expect(sentence(await tableOf(comparison))).to.equal(text);
    });
  }

  it('says nothing in one sentence of a partial leader that only what it lacks could unseat', async () => {
    const table = await tableOf(
      treesOf(
        [1, 1],
        [
          [9, null],
          [8, 8],
        ],
      ),
    );
    await open(table);
    expect(sentence(table)).to.equal('');
    expect(changes(table)).to.deep.equal(['Birch does not overtake Alder, whatever any single criterion weighs.']);
  });

  const silent: readonly (readonly [what: string, comparison: object])[] = [
    ['one product', treesOf([1, 1], [[9, 8]])],
    ['one criterion', treesOf([1], [[9], [8]])],
    [
      'one criterion that weighs anything',
      treesOf(
        [1, 0],
        [
          [9, 1],
          [8, 2],
        ],
      ),
    ],
    ['no rubric', { products: ['Alder', 'Birch'] }],
    [
      'no scores',
      treesOf(
        [1, 1],
        [
          [null, null],
          [null, null],
        ],
      ),
    ],
    [
      'one product that is rated',
      treesOf(
        [1, 1],
        [
          [9, 8],
          [9, null],
        ],
        { missing: 'unrated' },
      ),
    ],
  ];
  for (const [what, comparison] of silent) {
    it(`is not spoken of with ${what}`, async () => {
      const table = await tableOf(comparison);
      await shown(table);
      expect(part(table, 'stability') === null).to.equal(true);
    });
  }

  it('leaves out what has no place', async () => {
    const table = await tableOf(
      treesOf(
        [1, 1],
        [
          [9, 8],
          [9, null],
          [7, 7],
        ],
        { missing: 'unrated' },
      ),
    );
    await open(table);
    expect(picture(table)).to.deep.equal(['Rank 1: Alder | 100% | 0%', 'Rank 2: Cedar | 0% | 100%']);
  });

  it('rounds an irrational weight so that its sentence is true of every percentage with two decimals', async () => {
    // With z for Taste: (9z + 5) / (z + 1) against (6z + 14) / (z + 2) is even where 3z² + 3z = 4: at 20.1769 % of 3 + z.
    const table = await tableOf(
      treesOf(
        [1, 1, 2],
        [
          [9, 5, null],
          [6, null, 7],
        ],
      ),
    );
    await open(table);
    expect(sentence(table)).to.equal('Alder stays first until Taste weighs less than 21% (now 25%).');
    expect(changes(table)).to.deep.equal(['Birch overtakes Alder once Taste weighs less than 20.18% (now 25%).']);
  });

  it('says who would take the lead from further behind', async () => {
    const table = await tableOf(
      treesOf(
        [3, 1],
        [
          [9, 5],
          [8.9, 5],
          [6, 9],
        ],
      ),
    );
    await open(table);
    expect(changes(table)).to.deep.equal([
      'Cedar overtakes Alder once Taste weighs less than 57.15% (now 75%).',
      'Birch is not ahead of Alder under any weighting.',
      'Cedar overtakes Birch once Taste weighs less than 57.98% (now 75%).',
    ]);
  });

  it('sums to 100 per cent for each product', async () => {
    const score = fc.integer({ min: 0, max: 100 }).map((units) => units / 10);
    const rows = fc.sample(fc.array(fc.tuple(score, score, score), { minLength: 4, maxLength: 14 }), {
      numRuns: 6,
      seed: 42,
    });
    for (const each of rows) {
      const table = await tableOf(treesOf([3, 2, 1], each));
      await open(table);
      const texts = picture(table);
      expect(texts.length).to.equal(Math.min(each.length, 10));
      for (const row of texts) {
        const tenths = row
          .split(' | ')
          .slice(1)
          .map((text) => Math.round(Number.parseFloat(text) * 10));
        expect(
          tenths.reduce((a, b) => a + b),
          row,
        ).to.equal(1000);
      }
    }
  });

  describe('of the reader’s weights', () => {
    const trees = treesOf(
      [4, 1],
      [
        [9, 5],
        [5, 8],
      ],
    );

    it('is said to be of them, once the hand rests, and of the publisher’s again after that', async () => {
      const table = await tableOf(trees);
      weigh(table, { c0: 1, c1: 9 });
      await settled(table);
      const text = part(table, 'stability')?.querySelector('p') as HTMLElement;
      expect([text.ariaBusy, getComputedStyle(text.firstElementChild as Element).visibility]).to.deep.equal([
        'true',
        'hidden',
      ]);
      await until(() => text.ariaBusy === 'false', 'The new sentence');
      expect(sentence(table)).to.equal(
        'With your weights: Birch stays first until Taste weighs more than 42% (now 10%).',
      );
      weigh(table, undefined);
      await until(() => sentence(table).startsWith('Alder'), 'The first sentence');
      expect(sentence(table)).to.equal('Alder stays first until Taste weighs less than 43% (now 80%).');
    });

    it('is not worked out at each step of a drag', async () => {
      const table = await tableOf(trees);
      const told = new Set<string>();
      const observer = new MutationObserver(() => told.add(sentence(table)));
      observer.observe(table.shadowRoot as ShadowRoot, { subtree: true, childList: true, characterData: true });
      for (let weight = 1; weight <= 9; weight++) {
        weigh(table, { c0: 10 - weight, c1: weight });
        await settled(table);
      }
      await until(() => sentence(table).includes('now 10%'), 'The sentence of the last weights');
      observer.disconnect();
      expect([...told].filter((text) => text.startsWith('With your weights'))).to.deep.equal([
        'With your weights: Birch stays first until Taste weighs more than 42% (now 10%).',
      ]);
    });

    it('changes what is open as well', async () => {
      const table = await tableOf(trees);
      await open(table);
      expect(changes(table)).to.deep.equal(['Birch overtakes Alder once Taste weighs less than 42.86% (now 80%).']);
      weigh(table, { c0: 1, c1: 9 });
      await until(() => changes(table)[0]?.startsWith('Alder'), 'The new words');
      expect(changes(table)).to.deep.equal(['Alder overtakes Birch once Taste weighs more than 42.85% (now 10%).']);
      expect(picture(table)[0]?.startsWith('Rank 1: Birch')).to.equal(true);
    });
  });

  it('is there in the same drawing as the table', async () => {
    const table = document.createElement('g6-comparison-table');
    table.setAttribute('stability', '');
    table.comparison = leakyGut;
    document.body.append(table);
    await table.updateComplete;
    expect(byRole(table, 'rowheader')).to.have.length(4);
    expect(sentence(table)).to.include('Thorne');
    table.remove();
  });

  it('is counted on when the table is taken away and comes back', async () => {
    const table = await tableOf(
      treesOf(
        [1, 2, 3],
        [
          [9, 5, 1],
          [5, 8, 3],
          [3, 1, 9],
          [4, 4, 4],
        ],
      ),
    );
    const parent = table.parentElement as Element;
    summary(table).click();
    await until(() => table.shadowRoot?.querySelector('[part=stability] div'), 'The details');
    table.remove();
    parent.append(table);
    await until(() => part(table, 'acceptability'), 'The picture');
    expect(picture(table)).to.have.length(4);
  });

  it('shows ten of many products and places at first, and the others when asked', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => [
      index / 6,
      10 - ((index * 7) % 60) / 6,
      ((index * 13) % 60) / 6,
    ]);
    const table = await tableOf(treesOf([5, 2, 1], rows));
    await open(table);
    expect(picture(table)).to.have.length(10);
    const headers = byRole(part(table, 'acceptability') as Element, 'columnheader').map(spoken);
    expect(headers.slice(-2)).to.deep.equal(['Place 10', 'Place 11–50']);
    expect(spoken(part(table, 'stability') as Element)).to.include('Places are counted among the first 50 products.');
    await press(table, 'button', 'Show all 50');
    expect(picture(table)).to.have.length(50);
    expect(spoken(byRole(part(table, 'acceptability') as Element, 'columnheader').at(-1) as Element)).to.equal(
      'Place 50',
    );
    await press(table, 'button', 'Show fewer');
    expect(picture(table)).to.have.length(10);
  });

  it('opens and closes by keyboard like any details, with the focus where it was', async () => {
    const table = await tableOf(leakyGut);
    summary(table).focus();
    await open(table);
    expect(hasFocus(summary(table))).to.equal(true);
    summary(table).click();
    await until(() => !part(table, 'acceptability'), 'The end of the picture');
    expect(hasFocus(summary(table))).to.equal(true);
  });

  for (const layout of ['table', 'cards', 'matrix'] as const) {
    it(`is accessible under ${layout}, closed and open`, async () => {
      const table = await fixture<G6ComparisonTable>(
        html`<g6-comparison-table stability layout=${layout} .comparison=${leakyGut}></g6-comparison-table>`,
      );
      await expectAccessible(table);
      await open(table);
      await expectAccessible(table);
      expect(sentence(table)).to.equal('Thorne L-Glutamine is first under every weighting.');
    });
  }

  it('is accessible with many products, all of them shown', async () => {
    const rows = Array.from({ length: 12 }, (_, index) => [index / 2, 10 - ((index * 7) % 12) / 2]);
    const table = await tableOf(treesOf([5, 2], rows));
    await open(table);
    await press(table, 'button', 'Show all 12');
    await expectAccessible(table);
    expect(byRole(table, 'region')).to.have.length(1);
  });

  for (const count of [4, 14]) {
    it(`has each share under its product at 320 px, with its place, for ${count} products`, async () => {
      const rows = Array.from({ length: count }, (_, index) => [index / 2, 10 - ((index * 5) % count) / 2]);
      const page = await openPage(
        `<script src="/dist/g6-comparison.min.js"></script><g6-comparison-table stability data='${JSON.stringify(treesOf([5, 2], rows))}'></g6-comparison-table>`,
        { width: 320 },
      );
      const table = page.querySelector('g6-comparison-table') as G6ComparisonTable;
      await shown(table);
      await open(table);
      const { scrollWidth, clientWidth } = page.documentElement;
      expect(scrollWidth).to.equal(clientWidth);
      const [first] = byRole(part(table, 'acceptability') as Element, 'row').slice(1) as [HTMLElement];
      const [name, ...cells] = [...first.children] as [Element, ...Element[]];
      for (const cell of cells) {
        const { left, right, top } = cell.getBoundingClientRect();
        expect(left >= 0 && right <= 320 && top >= name.getBoundingClientRect().bottom - 1).to.equal(true);
        expect(cell.scrollWidth <= cell.clientWidth + 1, seen(cell)).to.equal(true);
      }
      expect(spoken(cells[1] as Element)).to.match(/^Place 2 [\d.]+%$/);
    });
  }

  it('takes names for nothing but text', async () => {
    const hostile = '<img src=x onerror=alert(1)>{7*7}';
    const comparison = treesOf(
      [4, 1],
      [
        [9, 5],
        [5, 8],
      ],
    ) as { products: { name: string }[] };
    for (const product of comparison.products) product.name += hostile;
    const table = await tableOf(comparison);
    await open(table);
    expect(sentence(table)).to.include(hostile);
    expect(table.shadowRoot?.querySelectorAll('img').length).to.equal(0);
  });

  it('asks the server for nothing', async () => {
    const key = newKey();
    const table = await fixture<G6ComparisonTable>(
      html`<g6-comparison-table stability src=${fault('json', { key, body: leakyGut })}></g6-comparison-table>`,
    );
    await shown(table);
    await open(table);
    expect(await requestsOf(key)).to.equal(1);
  });

  it('is apart for two tables on a page', async () => {
    const root = await fixture(html`<div>
      <g6-comparison-table stability .comparison=${leakyGut}></g6-comparison-table>
      <g6-comparison-table stability .comparison=${treesOf(
        [4, 1],
        [
          [9, 5],
          [5, 8],
        ],
      )}></g6-comparison-table>
    </div>`);
    const [one, two] = [...root.children] as [Element, Element];
    await open(two);
    expect(part(one, 'acceptability') === null).to.equal(true);
    expect([sentence(one), sentence(two)].map((text) => text.split(' ')[0])).to.deep.equal(['Thorne', 'Alder']);
  });
});
