/** Why one product beats another, as visitors find it: a sentence, and differences that add up in sight. */
import { expect, fixture, html } from '@open-wc/testing';
import fc from 'fast-check';
import Oracle from 'fraction.js';
import '../../src/define.js';
import type { G6ComparisonTable } from '../../src/elements/g6-comparison-table.js';
import type { G6ScoreBreakdown } from '../../src/elements/g6-score-breakdown.js';
import {
  byRole,
  closePages,
  columnsOf,
  expectAccessible,
  fault,
  leakyGut,
  messagesOf,
  openPage,
  press,
  settled,
  shapeOf,
  shown,
  spoken,
  watchConsole,
} from '../helpers.js';

fc.configureGlobal({ seed: 42 });

const pairOf = (comparison: unknown, product: string): Promise<G6ScoreBreakdown> =>
  fixture(html`<g6-score-breakdown .product=${product} .comparison=${comparison}></g6-score-breakdown>`);

const all = (element: Element, selector: string): HTMLElement[] => [
  ...(element.shadowRoot as ShadowRoot).querySelectorAll<HTMLElement>(selector),
];

const saidOf = (element: Element, part: string): string[] => all(element, `[part~=${part}]`).map(spoken);

/** What is spoken in each row of the last table. */
const linesOf = (element: Element): string[][] =>
  byRole(byRole(element, 'table').at(-1) as Element, 'row')
    .slice(1)
    .map((row) => [...row.children].map(spoken));

/** Criteria c0, c1 … with these weights, and the products a and b with these scores. */
const scored = (
  weights: readonly number[],
  a: readonly (number | null)[],
  b: readonly (number | null)[],
  rubric: object = {},
): object => {
  const scoresOf = (scores: readonly (number | null)[]) =>
    Object.fromEntries(scores.map((score, index) => [`c${index}`, score]));
  return {
    rubric: { criteria: weights.map((weight, index) => ({ id: `c${index}`, label: `C${index}`, weight })), ...rubric },
    products: [
      { id: 'a', name: 'Heron', scores: scoresOf(a) },
      { id: 'b', name: 'Plover', scores: scoresOf(b) },
    ],
  };
};

const thorneOverZinc = [
  ['Evidence Quality', '30%', '9.0', '9.0', '0.000'],
  ['Ingredient Transparency', '25%', '9.5', '9.0', '+0.125'],
  ['Value', '20%', '8.0', '7.5', '+0.100'],
  ['Real-World Performance', '15%', '9.0', '8.5', '+0.075'],
  ['Third-Party Verification', '10%', '9.5', '8.5', '+0.100'],
  ['Total', '', '8.975', '8.575', '+0.400'],
];

describe('two products against each other', () => {
  watchConsole();
  afterEach(closePages);

  for (const product of [
    'thorne-l-glutamine zinc-carnosine',
    'thorne-l-glutamine,zinc-carnosine',
    ' zinc-carnosine , thorne-l-glutamine ',
  ]) {
    it(`have the better one first, and differences that add up to the gap: “${product}”`, async () => {
      const element = await pairOf(leakyGut, product);
      expect(columnsOf(element)).to.deep.equal([
        ...['Criterion', 'Weight', 'Thorne L-Glutamine', 'Integrative Therapeutics Zinc-Carnosine', 'Difference'],
      ]);
      expect(linesOf(element)).to.deep.equal(thorneOverZinc);
      expect(saidOf(element, 'lead')).to.deep.equal(['Thorne L-Glutamine leads by 0.4:']);
      expect(saidOf(element, 'summary')).to.deep.equal([
        '+0.125 from Ingredient Transparency, +0.1 from Value, +0.1 from Third-Party Verification, +0.075 from Real-World Performance. Equal: Evidence Quality.',
      ]);
      await expectAccessible(element);
    });
  }

  it('say what the leader loses, last and with a minus', async () => {
    const element = await pairOf(leakyGut, 'trust-your-gut colostrum-ld');
    expect(saidOf(element, 'summary')).to.deep.equal([
      '+0.45 from Evidence Quality, +0.25 from Ingredient Transparency, +0.075 from Real-World Performance, −0.05 from Third-Party Verification, −0.2 from Value.',
    ]);
    expect(linesOf(element)[2]?.at(-1)).to.equal('−0.200');
  });

  it('have bars from a middle line to the side of the better one, as long as the difference', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const root = await fixture(html`<div dir=${dir}>
        <g6-score-breakdown product="colostrum-ld trust-your-gut" .comparison=${leakyGut}></g6-score-breakdown>
      </div>`);
      const bars = all(root.firstElementChild as Element, '[part~=bar]').map((bar) => ({
        track: bar.getBoundingClientRect(),
        fill: (bar.querySelector('rect') as Element).getBoundingClientRect(),
      }));
      // Each row has the first one's half, then the second one's: 0.45 and 0.25 of 0.525, then −0.2.
      const shares = bars.map(({ track, fill }) => Math.round((fill.width / track.width) * 1000) / 1000);
      const expected = [0.857, 0, 0.476, 0, 0, 0.381, 0.143, 0, 0, 0.095, 1, 0];
      for (const [index, share] of shares.entries()) expect(share).to.be.closeTo(expected[index] as number, 0.005);
      const [first, second] = [bars[0], bars[5]];
      if (!first || !second) throw new Error('There are no bars.');
      const [inner, outer] = dir === 'ltr' ? (['right', 'left'] as const) : (['left', 'right'] as const);
      expect(first.fill[inner]).to.be.closeTo(first.track[inner], 0.5);
      expect(second.fill[outer]).to.be.closeTo(second.track[outer], 0.5);
      expect(first.track[inner]).to.be.closeTo(second.track[outer], 2);
    }
  });

  it('are level where they are, and say what evens out', async () => {
    const same = await pairOf(scored([1, 1], [8, 8], [8, 8]), 'a b');
    expect([...saidOf(same, 'lead'), ...saidOf(same, 'summary')]).to.deep.equal([
      ...['Heron and Plover are level.', 'Equal: C0, C1.'],
    ]);
    const even = await pairOf(scored([1, 1], [9, 7], [8, 8]), 'a b');
    expect([...saidOf(even, 'lead'), ...saidOf(even, 'summary')]).to.deep.equal([
      ...['Heron and Plover are level.', '+0.5 from C0, −0.5 from C1.'],
    ]);
    expect(linesOf(even).at(-1)?.at(-1)).to.equal('0.00');
  });

  it('say what was not scored, by which weights each is, and what a partial score rests on', async () => {
    const element = await pairOf(scored([60, 40], [9, null], [8, 7]), 'a b');
    expect(saidOf(element, 'lead')).to.deep.equal(['Heron leads by 1.4:']);
    expect(saidOf(element, 'summary')).to.deep.equal(['+4.2 from C0, −2.8 from C1. Not scored for Heron: C1.']);
    expect(linesOf(element)).to.deep.equal([
      ['C0', '100% / 60%', '9.0', '8.0', '+4.20'],
      ['C1', '— / 40%', 'not scored', '7.0', '−2.80'],
      ['Total', '', '9.00', '7.60', '+1.40'],
    ]);
    expect(saidOf(element, 'partial')[0]).to.match(/^Partial: rests on 60% .* could be 5\.4 to 9\.4\.$/);
    await expectAccessible(element);
  });

  it('have scores but no lead where one has no composite', async () => {
    const element = await pairOf(scored([60, 40], [9, null], [8, 7], { missing: 'unrated' }), 'a b');
    expect(linesOf(element)).to.deep.equal([
      ['C0', '60%', '9.0', '8.0', '—'],
      ['C1', '40%', 'not scored', '7.0', '—'],
    ]);
    expect(saidOf(element, 'lead')).to.deep.equal([]);
    expect(saidOf(element, 'caption')[0]).to.include('“Heron” has no composite');
    await expectAccessible(element);
  });

  const wrong: readonly (readonly [product: string, message: RegExp])[] = [
    ['thorne-l-glutamine nobody', /no product “nobody”/],
    ['thorne-l-glutamine zinc-carnosine colostrum-ld', /no product “thorne/],
    [',', /no product “,”/],
  ];
  for (const [product, message] of wrong) {
    it(`that are not two of those that are there are told: “${product}”`, async () => {
      const element = await pairOf(leakyGut, product);
      expect(messagesOf(element)).to.have.length(1);
      expect(messagesOf(element)[0]).to.match(message);
      expect(byRole(element, 'table')).to.have.length(0);
    });
  }

  it('of which one has no score at all are told so', async () => {
    const element = await pairOf(scored([1], [9], [null]), 'a b');
    expect(messagesOf(element)).to.deep.equal(['“Plover” has no score yet.']);
  });

  it('are one where an id holds a space', async () => {
    const products = [
      { id: 'a b', name: 'Heron', scores: { c0: 9 } },
      { id: 'a', name: 'Plover', scores: { c0: 8 } },
      { id: 'b', name: 'Bittern', scores: { c0: 7 } },
    ];
    const element = await pairOf({ ...scored([1], [], []), products }, 'a b');
    expect(saidOf(element, 'caption')).to.deep.equal(['Heron Score']);
  });

  it('follow the reader’s weights, say so, and keep the publisher’s scores beside them', async () => {
    const element = await pairOf(leakyGut, 'trust-your-gut colostrum-ld');
    const weights = { evidence: 0, transparency: 0, value: 1, performance: 0, verification: 0 };
    element.dispatchEvent(
      new CustomEvent('g6-weights-change', { bubbles: true, composed: true, detail: { weights, source: 'preset' } }),
    );
    await settled(element);
    expect(saidOf(element, 'lead')).to.deep.equal(['Ora Trust Your Gut leads by 1:']);
    // What weighs nothing is no reason, and not equal either.
    expect(saidOf(element, 'summary')).to.deep.equal(['+1 from Value.']);
    expect(saidOf(element, 'weights')).to.deep.equal(['Your weights']);
    expect(saidOf(element, 'published')).to.deep.equal([
      'Publisher’s score: Ora Trust Your Gut 7.5 out of 10 · Sovereign Colostrum-LD 8.0 out of 10',
    ]);
    await expectAccessible(element);
  });

  it('have numbers and words of the document’s language', async () => {
    const element = await pairOf({ ...leakyGut, language: 'de' }, 'thorne-l-glutamine zinc-carnosine');
    expect(linesOf(element)[1]?.slice(2)).to.deep.equal(['9,5', '9,0', '+0,125']);
  });

  it('have the same tree whatever their names are', async () => {
    const named = (text: string) => {
      const { rubric, products } = scored([1, 1], [9, 8], [8, 8]) as { rubric: object; products: object[] };
      return { rubric: { ...rubric, name: text }, products: products.map((product) => ({ ...product, name: text })) };
    };
    const shape = shapeOf((await pairOf(named('Plain'), 'a b')).shadowRoot as ShadowRoot);
    for (const text of ['<img src=x onerror="ran = 1">', '"><svg onload="ran = 1">', 'a\u202Eb']) {
      expect(shapeOf((await pairOf(named(text), 'a b')).shadowRoot as ShadowRoot)).to.equal(shape);
    }
  });

  it('sum in sight to the gap for any rubric of 1 to 20 criteria on any scale', async () => {
    const generated = fc
      .record({
        scale: fc.constantFrom({ min: 0, max: 10 }, { min: 1, max: 5 }, { min: -5, max: 5 }, { min: 0, max: 100 }),
        size: fc.integer({ min: 1, max: 20 }),
      })
      .chain(({ scale, size }) => {
        const score = fc.integer({ min: scale.min * 10, max: scale.max * 10 }).map((tenths) => tenths / 10);
        const scores = fc.array(score, { minLength: size, maxLength: size });
        const weights = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: size, maxLength: size });
        return fc.record({ scale: fc.constant(scale), weights, a: scores, b: scores });
      });
    const amount = (text: string | undefined) => new Oracle((text ?? '').replace('−', '-').replace(/[+≈ ]/g, ''));
    await fc.assert(
      fc.asyncProperty(generated, async ({ scale, weights, a, b }) => {
        const element = await pairOf(scored(weights, a, b, { scale }), 'a b');
        const lines = linesOf(element);
        const sum = lines.slice(0, -1).reduce((total, line) => total.add(amount(line[4])), new Oracle(0));
        expect(`${sum}`).to.equal(`${amount(lines.at(-1)?.[4])}`);
        const whole = weights.reduce((x, y) => x + y);
        // Each total is what its product has by itself, whatever the other one has.
        const compositeOf = (scores: readonly number[]) =>
          scores
            .reduce((all, score, at) => all.add(new Oracle(score).mul(weights[at] as number)), new Oracle(0))
            .div(whole);
        const composites = [compositeOf(a), compositeOf(b)].sort((x, y) => y.compare(x));
        for (const [at, composite] of composites.entries()) {
          const text = lines.at(-1)?.[at + 2];
          const places = text?.split('.')[1]?.length ?? 0;
          const upper = composite
            .mul(10 ** places)
            .add(new Oracle(1, 2))
            .floor();
          expect(`${amount(text).mul(10 ** places)}`).to.equal(`${upper}`);
          expect(text?.startsWith('≈')).to.equal(!composite.mul(10 ** places).equals(upper));
        }
        const gap = weights.reduce(
          (total, weight, index) =>
            total.add(new Oracle(a[index] as number).sub(new Oracle(b[index] as number)).mul(weight)),
          new Oracle(0),
        );
        expect(Math.abs(sum.sub(gap.div(whole).abs()).valueOf())).to.be.at.most(0.005);
        element.remove();
      }),
      { numRuns: 60 },
    );
  });

  it('are no wider than a page of 320 pixels, and cut nothing off', async () => {
    const name = 'Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetzeskommissionsvorsitzende';
    const { rubric, products } = scored([60, 40], [9, null], [8, 7]) as { rubric: object; products: object[] };
    const body = { rubric, products: products.map((product, index) => ({ ...product, name: `${name} ${index}` })) };
    const page = await openPage(
      `<script src="/dist/g6-comparison.min.js" defer></script>
      <g6-score-breakdown product="a b" src="${fault('json', { body })}"></g6-score-breakdown>`,
      { width: 320 },
    );
    const element = page.querySelector('g6-score-breakdown') as HTMLElement;
    await shown(element);
    expect(page.documentElement.scrollWidth).to.be.at.most(page.documentElement.clientWidth);
    for (const cell of [...byRole(element, 'cell'), ...byRole(element, 'rowheader')]) {
      expect(cell.getBoundingClientRect().right).to.be.at.most(320.5);
    }
  });

  describe('side by side in a table', () => {
    const tableOf = (comparison: unknown): Promise<G6ComparisonTable> =>
      fixture(html`<g6-comparison-table compare .comparison=${comparison}></g6-comparison-table>`);

    it('have it below them, where they are two', async () => {
      const table = await tableOf(leakyGut);
      for (const name of ['Integrative Therapeutics Zinc-Carnosine', 'Thorne L-Glutamine']) {
        await press(table, 'checkbox', `Compare ${name}`);
      }
      expect(saidOf(table, 'lead')).to.deep.equal([]);
      await press(table, 'button', 'Side by side');
      expect(saidOf(table, 'lead')).to.deep.equal(['Thorne L-Glutamine leads by 0.4:']);
      expect(linesOf(table)).to.deep.equal(thorneOverZinc);
      await expectAccessible(table);
      await press(table, 'button', 'Back to the table');
      expect(saidOf(table, 'lead')).to.deep.equal([]);
    });

    it('have none where they are three, or have no scores', async () => {
      const three = await fixture(
        html`<g6-comparison-table layout="matrix" .comparison=${{ ...leakyGut, products: leakyGut.products.slice(0, 3) }}></g6-comparison-table>`,
      );
      const without = await fixture(
        html`<g6-comparison-table layout="matrix" .comparison=${{ products: ['Heron', 'Plover'] }}></g6-comparison-table>`,
      );
      for (const table of [three, without]) expect(byRole(table, 'table')).to.have.length(1);
    });
  });
});
