/** The views of a breakdown: bars that run to the composite, an area that is it, what scores rest on, whose weights. */
import { expect, fixture, html } from '@open-wc/testing';
import fc from 'fast-check';
import Oracle from 'fraction.js';
import '../../src/define.js';
import type { G6ScoreBreakdown } from '../../src/elements/g6-score-breakdown.js';
import {
  byRole,
  closePages,
  expectAccessible,
  fault,
  isVisible,
  leakyGut,
  openPage,
  seen,
  settled,
  shown,
  spoken,
  watchConsole,
} from '../helpers.js';

fc.configureGlobal({ seed: 42 });

async function breakdownOf(comparison: unknown, view: string | null, product = 'thorne-l-glutamine', width = 800) {
  const root = await fixture(html`<div style="width: ${width}px">
    <g6-score-breakdown .view=${view} .product=${product} .comparison=${comparison}></g6-score-breakdown>
  </div>`);
  return root.firstElementChild as G6ScoreBreakdown;
}

const linesOf = (element: Element): string[][] =>
  byRole(element, 'row')
    .filter((row) => byRole(row, 'rowheader').length)
    .map((row) => [...row.children].map(spoken));

const all = (element: Element, selector: string): HTMLElement[] => [
  ...(element.shadowRoot as ShadowRoot).querySelectorAll<HTMLElement>(selector),
];

/** Where the filled part of each bar begins and ends, as a share of its track, from where reading begins. */
const spansOf = (element: Element, isRtl = false): [start: number, end: number][] =>
  all(element, '[part~=bar]').map((bar) => {
    const [track, fill] = [...bar.querySelectorAll('rect')].map((rect) => rect.getBoundingClientRect());
    if (!track || !fill) throw new Error('There is no bar.');
    return isRtl
      ? [(track.right - fill.right) / track.width, (track.right - fill.left) / track.width]
      : [(fill.left - track.left) / track.width, (fill.right - track.left) / track.width];
  });

/** One product of two scored criteria and one that was not, with a note and sources of every form. */
const heron = {
  publisher: { name: 'Press' },
  rubric: {
    criteria: [
      { id: 'light', label: 'Light', weight: 50 },
      { id: 'build', label: 'Build', weight: 30 },
      { id: 'noise', label: 'Noise', weight: 20 },
    ],
  },
  products: [
    {
      id: 'heron',
      name: 'Heron',
      scores: {
        light: { value: 9, note: 'Measured twice.', sources: [{ doi: 'doi:10.1136/gut.1', year: 2007, kind: 'RCT' }] },
        build: {
          value: 6,
          sources: [{ url: 'https://example.com/report', title: 'A report' }, { title: 'A leaflet' }],
        },
      },
      sources: [{ pmid: 'PMID: 19627751', title: 'Permeability' }],
    },
  ],
};

describe('the views of a breakdown', () => {
  watchConsole();
  afterEach(closePages);

  for (const view of ['bars', 'area', 'table', 'nonsense', null]) {
    it(`have the same numbers: ${view}`, async () => {
      const element = await breakdownOf(leakyGut, view);
      expect(linesOf(element)).to.deep.equal([
        ['Evidence Quality', '30%', '9.0', '2.700'],
        ['Ingredient Transparency', '25%', '9.5', '2.375'],
        ['Value', '20%', '8.0', '1.600'],
        ['Real-World Performance', '15%', '9.0', '1.350'],
        ['Third-Party Verification', '10%', '9.5', '0.950'],
        ['Total', '', '', '8.975'],
      ]);
      expect(all(element, '[part~=area]').length).to.equal(view === 'area' ? 1 : 0);
      await expectAccessible(element);
    });
  }

  it('follow the attribute and the property', async () => {
    const element = await breakdownOf(leakyGut, 'area');
    element.setAttribute('view', 'bars');
    await settled(element);
    expect(all(element, '[part~=area]').length).to.equal(0);
    expect(spansOf(element)).to.have.length(6);
    element.view = 'area';
    await settled(element);
    expect(all(element, '[part~=area]').length).to.equal(1);
  });

  describe('as bars', () => {
    for (const dir of ['ltr', 'rtl']) {
      it(`begin where the last one ends, and end at the composite: ${dir}`, async () => {
        const root = await fixture(html`<div dir=${dir}>
          <g6-score-breakdown view="bars" product="thorne-l-glutamine" .comparison=${leakyGut}></g6-score-breakdown>
        </div>`);
        const spans = spansOf(root.querySelector('g6-score-breakdown') as Element, dir === 'rtl');
        const ends = [0, 0.27, 0.5075, 0.6675, 0.8025, 0.8975];
        for (const [index, [start, end]] of spans.slice(0, 5).entries()) {
          expect(start).to.be.closeTo(ends[index] as number, 0.005);
          expect(end).to.be.closeTo(ends[index + 1] as number, 0.005);
        }
        expect(spans[5]?.[1]).to.be.closeTo(0.8975, 0.005);
      });
    }

    it('outline what a partial score could still be', async () => {
      const element = await breakdownOf(heron, 'bars', 'heron');
      // (50 × 9 + 30 × 6) ÷ 80 = 7.875; from 6.3 to 8.3 with the rest.
      const spans = spansOf(element);
      expect(spans[1]?.[1]).to.be.closeTo(0.7875, 0.005);
      const [track, , open] = [...(all(element, '[part~=bar]').at(-1) as Element).querySelectorAll('rect')].map(
        (rect) => rect.getBoundingClientRect(),
      );
      if (!track || !open) throw new Error('There is no outline.');
      expect((open.left - track.left) / track.width).to.be.closeTo(0.63, 0.01);
      expect((open.right - track.left) / track.width).to.be.closeTo(0.83, 0.01);
      expect(spoken(all(element, '[part~=composite]')[0] as Element)).to.include('the full score could be 6.3 to 8.3');
    });

    it('do so for any rubric of 1 to 20 criteria on any scale, with parts that sum to the total in sight', async () => {
      const generated = fc
        .record({
          scale: fc.constantFrom({ min: 0, max: 10 }, { min: 1, max: 5 }, { min: -5, max: 5 }, { min: 0, max: 100 }),
          size: fc.integer({ min: 1, max: 20 }),
        })
        .chain(({ scale, size }) => {
          const score = fc.integer({ min: scale.min * 10, max: scale.max * 10 }).map((tenths) => tenths / 10);
          return fc.record({
            scale: fc.constant(scale),
            weights: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: size, maxLength: size }),
            scores: fc.array(fc.option(score, { freq: 6 }), { minLength: size, maxLength: size }),
          });
        });
      await fc.assert(
        fc.asyncProperty(generated, async ({ scale, weights, scores }) => {
          fc.pre(scores.some((score) => score !== null));
          const element = await breakdownOf(
            {
              rubric: {
                scale,
                criteria: weights.map((weight, index) => ({ id: `c${index}`, label: `C${index}`, weight })),
              },
              products: [
                { id: 'a', name: 'A', scores: Object.fromEntries(scores.map((score, index) => [`c${index}`, score])) },
              ],
            },
            'bars',
            'a',
          );
          const lines = linesOf(element);
          const total = lines.pop()?.[3] ?? '';
          const sum = (column: number) =>
            lines.reduce<Oracle>((sum, line) => {
              const text = (line[column] as string).replace('%', '');
              return sum.add(text === '—' ? 0 : text);
            }, new Oracle(0));
          expect(`${sum(3)}`).to.equal(`${new Oracle(total.replace('≈ ', ''))}`);
          expect(`${sum(1)}`).to.equal('100');
          const of = (value: (index: number) => number) =>
            scores.reduce<number>((total, score, index) => total + (score === null ? 0 : value(index)), 0);
          const composite =
            of((index) => (weights[index] as number) * (scores[index] as number)) /
            of((index) => weights[index] as number);
          const spans = spansOf(element);
          const end = (composite - scale.min) / (scale.max - scale.min);
          let last = 0;
          for (const [start, stop] of spans.slice(0, -1)) {
            // A bar of no length has no box.
            if (!stop || stop <= start) continue;
            expect(start).to.be.closeTo(last, 0.01);
            last = stop;
          }
          expect(last).to.be.closeTo(end, 0.01);
          element.parentElement?.remove();
        }),
        { numRuns: 60 },
      );
    });
  });

  describe('as an area', () => {
    /** The boxes of the columns: the whole scale's, and the score's. */
    const boxesOf = (element: Element): DOMRect[][] =>
      all(element, '[part~=area] svg').map((svg) =>
        [...svg.querySelectorAll('rect')].map((rect) => rect.getBoundingClientRect()),
      );

    it('has columns as wide as the weights and as high as the scores, whose area is the composite', async () => {
      const boxes = boxesOf(await breakdownOf(leakyGut, 'area'));
      const width = boxes.reduce((sum, [track]) => sum + (track?.width ?? 0), 0);
      expect(boxes.map(([track]) => Math.round(((track?.width ?? 0) / width) * 100))).to.deep.equal([
        30, 25, 20, 15, 10,
      ]);
      expect(boxes.map(([track, fill]) => ((fill?.height ?? 0) / (track?.height ?? 1)).toFixed(2))).to.deep.equal([
        ...['0.90', '0.95', '0.80', '0.90', '0.95'],
      ]);
      for (const [track, fill] of boxes) expect(fill?.bottom).to.be.closeTo(track?.bottom ?? 0, 0.5);
      const [filled, whole] = [1, 0].map((which) =>
        boxes.reduce((sum, column) => sum + (column[which]?.width ?? 0) * (column[which]?.height ?? 0), 0),
      ) as [number, number];
      expect(filled / whole).to.be.closeTo(0.8975, 0.005);
    });

    it('is hidden from assistive technology, which has the table', async () => {
      const element = await breakdownOf(leakyGut, 'area');
      expect(all(element, '[part~=area]').map((area) => area.closest('[aria-hidden=true]') !== null)).to.deep.equal([
        true,
      ]);
      expect(spoken(byRole(element, 'rowheader')[0] as Element)).to.equal('Evidence Quality');
      expect(seen(byRole(element, 'rowheader')[0] as Element)).to.equal('1 Evidence Quality');
    });

    for (const width of [260, 320, 450, 700]) {
      it(`has labels that stay in their columns, else a number that the table explains: ${width} pixels`, async () => {
        const criteria = [
          'Sound',
          'Extraordinarily long-winded naming',
          'C',
          'Value for the money',
          'Warranty',
          'F',
          'G',
          'H',
        ];
        const weights = [40, 20, 10, 10, 10, 5, 4, 1];
        const comparison = {
          rubric: { criteria: criteria.map((label, index) => ({ id: `c${index}`, label, weight: weights[index] })) },
          products: [
            { id: 'a', name: 'A', scores: Object.fromEntries(criteria.map((_, index) => [`c${index}`, index])) },
          ],
        };
        const element = await breakdownOf(comparison, 'area', 'a', width);
        const columns = all(element, '[part~=area] td');
        expect(columns).to.have.length(8);
        const words = columns.map((column) => {
          const { left, right } = column.getBoundingClientRect();
          const range = document.createRange();
          for (const label of column.querySelectorAll<HTMLElement>('div > *')) {
            if (!isVisible(label)) continue;
            range.selectNodeContents(label);
            for (const box of range.getClientRects()) {
              expect(box.left).to.be.at.least(left - 0.5);
              expect(box.right).to.be.at.most(right + 0.5);
            }
          }
          return [...column.querySelectorAll<HTMLElement>('div > :not(b)')].filter(isVisible).map(seen).join();
        });
        expect(words[0]).to.equal('Sound');
        expect(words[1]).to.equal(width === 700 ? 'Extraordinarily long-winded naming' : '2');
        expect(words.at(-1)).to.equal('');
      });
    }

    it('outlines what was not scored', async () => {
      const element = await breakdownOf(heron, 'area', 'heron');
      const dashes = all(element, '[part~=area] svg').map(
        (svg) => getComputedStyle(svg.querySelector('rect:last-child') as Element).strokeDasharray !== 'none',
      );
      expect(dashes).to.deep.equal([false, false, true]);
      await expectAccessible(element);
    });
  });

  describe('with notes and sources', () => {
    it('have them behind a disclosure of each criterion, and the product’s own', async () => {
      const element = await breakdownOf(heron, null, 'heron');
      const summaries = all(element, 'summary');
      expect(summaries.map(spoken)).to.deep.equal(['Why this score : Light', 'Why this score : Build', 'Sources']);
      expect(all(element, 'details').map((details) => (details as HTMLDetailsElement).open)).to.deep.equal([
        ...[false, false, false],
      ]);
      for (const summary of summaries) summary.click();
      await settled(element);
      expect(
        all(element, 'details').map((details) => spoken(details).replace(/^.*?(Light|Build|Sources) /, '')),
      ).to.deep.equal([
        'Measured twice. https://doi.org/10.1136/gut.1 · RCT · 2007',
        'A report A leaflet',
        'Permeability · PMID 19627751',
      ]);
      expect(byRole(element, 'link').map((link) => (link as HTMLAnchorElement).href)).to.deep.equal([
        'https://doi.org/10.1136/gut.1',
        'https://example.com/report',
        'https://pubmed.ncbi.nlm.nih.gov/19627751/',
      ]);
      for (const summary of summaries) expect(summary.getBoundingClientRect().height).to.be.at.least(24);
      await expectAccessible(element);
    });

    it('have no disclosure where nothing is said', async () => {
      const element = await breakdownOf(
        { ...heron, products: [{ name: 'Heron', scores: { light: 9 } }] },
        null,
        'heron',
      );
      expect(all(element, 'details')).to.have.length(0);
    });
  });

  describe('by the reader’s weights', () => {
    const weigh = async (weights: object | undefined, view: string, product = 'thorne-l-glutamine') => {
      const element = await breakdownOf({ ...leakyGut, publisher: { name: 'Press' } }, view, product);
      element.dispatchEvent(
        new CustomEvent('g6-weights-change', { bubbles: true, composed: true, detail: { weights, source: 'preset' } }),
      );
      await settled(element);
      return element;
    };
    const onlyValue = { evidence: 0, transparency: 0, value: 1, performance: 0, verification: 0 };

    for (const view of ['bars', 'area', 'table']) {
      it(`say so, and keep the publisher’s score beside it: ${view}`, async () => {
        const element = await weigh(onlyValue, view);
        expect(linesOf(element)[2]).to.deep.equal(['Value', '100%', '8.0', '8.00']);
        expect(spoken(all(element, '[part~=composite]')[0] as Element)).to.include('8.0 out of 10');
        expect(all(element, '[part~=weights]').map(spoken)).to.deep.equal(['Your weights']);
        expect(all(element, '[part~=published]').map(spoken)).to.deep.equal(['Publisher’s score: 9.0 out of 10']);
        await expectAccessible(element);
      });
    }

    it('are not spoken of where they are the publisher’s', async () => {
      const element = await weigh(undefined, 'bars');
      expect(all(element, '[part~=weights], [part~=published]')).to.have.length(0);
    });
  });

  for (const view of ['bars', 'area']) {
    it(`are no wider than a page of 320 pixels: ${view}`, async () => {
      const page = await openPage(
        `<script src="/dist/g6-comparison.min.js" defer></script>
        <g6-score-breakdown view="${view}" product="heron" src="${fault('json', { body: heron })}"></g6-score-breakdown>`,
        { width: 320 },
      );
      const element = page.querySelector('g6-score-breakdown') as HTMLElement;
      await shown(element);
      expect(page.documentElement.scrollWidth).to.be.at.most(page.documentElement.clientWidth);
      for (const cell of [...byRole(element, 'cell'), ...byRole(element, 'rowheader')]) {
        expect(cell.getBoundingClientRect().right).to.be.at.most(320.5);
      }
    });
  }
});
