/** The score breakdown as its visitors find it: a sum that can be checked by hand, in every state of its scores. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import type { G6ScoreBreakdown } from '../../src/elements/g6-score-breakdown.js';
import {
  byRole,
  closePages,
  expectAccessible,
  fault,
  leakyGut,
  messagesOf,
  openPage,
  seen,
  settled,
  shapeOf,
  shown,
  spoken,
  theOnly,
  watchConsole,
} from '../helpers.js';

const breakdownOf = (comparison: unknown, product?: string): Promise<G6ScoreBreakdown> =>
  fixture(html`<g6-score-breakdown .product=${product ?? null} .comparison=${comparison}></g6-score-breakdown>`);

/** What is spoken in each row: the criteria's, then the total's. */
const linesOf = (element: Element): string[][] =>
  byRole(element, 'row')
    .filter((row) => byRole(row, 'rowheader').length)
    .map((row) => [...row.children].map(spoken));

/** The line of the composite. */
const compositeOf = (element: Element): Element => element.shadowRoot?.querySelector('[part~=composite]') as Element;

/** A document of one product with these scores by criterion, each with its weight. */
const ofScores = (
  scores: { readonly [label: string]: readonly [weight: number, score?: number | null] },
  rubric: object = {},
): object => ({
  rubric: {
    criteria: Object.entries(scores).map(([label, [weight]]) => ({ id: label.toLowerCase(), label, weight })),
    ...rubric,
  },
  products: [
    {
      id: 'heron',
      name: 'Heron',
      scores: Object.fromEntries(
        Object.entries(scores).map(([label, [, score]]) => [label.toLowerCase(), score ?? null]),
      ),
    },
  ],
});

describe('g6-score-breakdown', () => {
  watchConsole();
  afterEach(closePages);

  describe('of the article’s products', () => {
    it('shows every criterion’s weight, score and contribution, their sum, and the composite', async () => {
      const element = await breakdownOf(leakyGut, 'thorne-l-glutamine');
      expect(linesOf(element)).to.deep.equal([
        ['Evidence Quality', '30%', '9.0', '2.700'],
        ['Ingredient Transparency', '25%', '9.5', '2.375'],
        ['Value', '20%', '8.0', '1.600'],
        ['Real-World Performance', '15%', '9.0', '1.350'],
        ['Third-Party Verification', '10%', '9.5', '0.950'],
        ['Total', '', '', '8.975'],
      ]);
      expect(spoken(compositeOf(element))).to.equal('Composite: 9.0 out of 10');
      expect(seen(compositeOf(element))).to.equal('9.0 / 10');
    });

    const composites: readonly (readonly [id: string, total: string, composite: string])[] = [
      ['thorne-l-glutamine', '8.975', '9.0'],
      ['zinc-carnosine', '8.575', '8.6'],
      ['colostrum-ld', '8.000', '8.0'],
      ['trust-your-gut', '7.475', '7.5'],
    ];
    for (const [id, total, composite] of composites) {
      it(`adds up to ${total} and rounds to ${composite} for ${id}`, async () => {
        const element = await breakdownOf(leakyGut, id);
        const lines = linesOf(element);
        expect(lines.at(-1)).to.deep.equal(['Total', '', '', total]);
        expect(spoken(compositeOf(element))).to.equal(`Composite: ${composite} out of 10`);
        // By hand, in whole thousandths: weight in percent × score in tenths.
        const product = leakyGut.products.find((other) => other.id === id);
        const scores: { readonly [criterion: string]: number } = product?.scores ?? {};
        const thousandths = leakyGut.rubric.criteria.map(
          (criterion) => criterion.weight * Math.round((scores[criterion.id] as number) * 10),
        );
        const written = thousandths.map((part) => `${Math.floor(part / 1000)}.${`${part % 1000}`.padStart(3, '0')}`);
        expect(lines.slice(0, -1).map((line) => line[3])).to.deep.equal(written);
        expect(thousandths.reduce((a, b) => a + b)).to.equal(Number(total.replace('.', '')));
      });
    }

    it('never shows the headline that a human typed', async () => {
      const element = await breakdownOf(leakyGut, 'thorne-l-glutamine');
      expect(element.shadowRoot?.textContent).to.not.include('8.7');
    });

    it('is titled by the product and the rubric', async () => {
      const element = await breakdownOf(leakyGut, 'thorne-l-glutamine');
      expect(spoken(theOnly(element, 'caption'))).to.match(/^Thorne L-Glutamine .*G6 Composite Score$/);
      expect(byRole(element, 'columnheader').map(spoken)).to.deep.equal([
        'Criterion',
        'Weight',
        'Score',
        'Contribution',
      ]);
    });

    it('draws each bar as long as the score is of the full scale, and hides it from assistive technology', async () => {
      const element = await breakdownOf(leakyGut, 'thorne-l-glutamine');
      const bars = [...(element.shadowRoot as ShadowRoot).querySelectorAll('[part~=bar]')];
      const shares = bars.map((bar) => {
        const [track, fill] = [...bar.querySelectorAll('rect')].map((rect) => rect.getBoundingClientRect().width);
        return Math.round(((fill ?? 0) / (track ?? 0)) * 100);
      });
      expect(shares).to.deep.equal([90, 95, 80, 90, 95]);
      for (const bar of bars) expect(bar.getAttribute('aria-hidden')).to.equal('true');
    });
  });

  describe('of a product', () => {
    it('follows the property before it is attached and after', async () => {
      const element = document.createElement('g6-score-breakdown');
      element.comparison = leakyGut;
      element.product = 'zinc-carnosine';
      const root = await fixture(html`<div></div>`);
      root.append(element);
      await settled(element);
      expect(spoken(compositeOf(element))).to.include('8.6 out of 10');
      element.product = 'colostrum-ld';
      await settled(element);
      expect(spoken(compositeOf(element))).to.include('8.0 out of 10');
      element.setAttribute('product', 'trust-your-gut');
      await settled(element);
      expect(spoken(compositeOf(element))).to.include('7.5 out of 10');
    });

    it('that is not there is told with those that are', async () => {
      const element = await breakdownOf(leakyGut, 'no-such');
      expect(messagesOf(element)).to.have.length(1);
      expect(messagesOf(element)[0]).to.match(/no product “no-such”.*thorne-l-glutamine, zinc-carnosine, .*\.$/);
      expect(byRole(element, 'table')).to.deep.equal([]);
    });

    it('that is not said is asked for', async () => {
      const element = await breakdownOf(leakyGut);
      expect(messagesOf(element)).to.have.length(1);
      expect(messagesOf(element)[0]).to.match(/product attribute.*thorne-l-glutamine, zinc-carnosine, .*\.$/);
    });

    it('needs no saying where there is only one', async () => {
      const element = await breakdownOf({ ...leakyGut, products: leakyGut.products.slice(1, 2) });
      expect(spoken(compositeOf(element))).to.equal('Composite: 8.6 out of 10');
    });

    it('is found by the id that was made from its name', async () => {
      const products = leakyGut.products.map(({ id, ...product }) => product);
      const element = await breakdownOf({ ...leakyGut, products }, 'ora-trust-your-gut');
      expect(spoken(compositeOf(element))).to.equal('Composite: 7.5 out of 10');
    });
  });

  describe('of incomplete scores', () => {
    it('says of a partial composite what it rests on and where the full one could fall', async () => {
      const element = await breakdownOf(ofScores({ Light: [70, 9], Build: [30] }));
      expect(linesOf(element)).to.deep.equal([
        ['Light', '100%', '9.0', '9.00'],
        ['Build', '—', 'not scored', '—'],
        ['Total', '', '', '9.00'],
      ]);
      // 70 % × 9 + 30 % × 0 = 6.3; 70 % × 9 + 30 % × 10 = 9.3.
      expect(spoken(compositeOf(element))).to.equal(
        'Composite: 9.0 out of 10 Partial: rests on 70% of the weight, counted as the whole; the full score could be 6.3 to 9.3.',
      );
    });

    it('names no band of a partial composite', async () => {
      const bands = [{ from: 0, label: 'Outstanding' }];
      const [half, whole] = [
        await breakdownOf(ofScores({ Light: [70, 9], Build: [30] }, { bands })),
        await breakdownOf(ofScores({ Light: [70, 9], Build: [30, 9] }, { bands })),
      ];
      expect(spoken(compositeOf(half))).to.not.include('Outstanding');
      expect(spoken(compositeOf(whole))).to.equal('Composite: 9.0 out of 10 Outstanding');
    });

    it('shows the scores but no composite where the rubric wants all of them', async () => {
      const element = await breakdownOf(ofScores({ Light: [70, 9], Build: [30] }, { missing: 'unrated' }));
      expect(linesOf(element)).to.deep.equal([
        ['Light', '70%', '9.0', '—'],
        ['Build', '30%', 'not scored', '—'],
      ]);
      expect(spoken(compositeOf(element) ?? element.shadowRoot)).to.include(
        '“Heron” has no composite, because not every criterion was scored.',
      );
      expect(element.shadowRoot?.textContent).to.not.include('out of');
    });

    const unscored: readonly (readonly [what: string, document: object])[] = [
      ['without a score', ofScores({ Light: [70], Build: [30] })],
      ['without a rubric', { products: [{ name: 'Heron' }] }],
      ['of a rubric without criteria', { rubric: {}, products: [{ name: 'Heron', scores: { light: 9 } }] }],
    ];
    for (const [what, document] of unscored) {
      it(`says of a product ${what} that it has no score yet`, async () => {
        const element = await breakdownOf(document);
        expect(spoken(element.shadowRoot?.querySelector('[part~=root]') as Element)).to.equal(
          '“Heron” has no score yet.',
        );
        await expectAccessible(element);
      });
    }

    it('leaves out a score that is outside the scale', async () => {
      const element = await breakdownOf(ofScores({ Light: [70, 9], Build: [30, 11] }));
      expect(linesOf(element)[1]).to.deep.equal(['Build', '—', 'not scored', '—']);
      expect(spoken(compositeOf(element))).to.include('Partial: rests on 70% of the weight');
    });
  });

  describe('of parts that no two or three decimals hold', () => {
    it('marks a total that is rounded itself, beside the composite of the exact one', async () => {
      const element = await breakdownOf(ofScores({ A: [1, 8], B: [1, 8], C: [1, 9.34] }));
      // (8 + 8 + 9.34) ÷ 3 = 8.4466…
      expect(linesOf(element).at(-1)).to.deep.equal(['Total', '', '', '≈ 8.45']);
      expect(spoken(compositeOf(element))).to.equal('Composite: 8.4 out of 10');
    });

    it('apportions them at two, so that they add up in sight, and says so', async () => {
      const element = await breakdownOf(ofScores({ A: [1, 9.1], B: [1, 8.2], C: [1, 7.3] }));
      const lines = linesOf(element);
      const cents = lines.map((line) => Math.round(Number(line[3]) * 100));
      // (9.1 + 8.2 + 7.3) ÷ 3 = 8.2 exactly.
      expect(lines.at(-1)).to.deep.equal(['Total', '', '', '8.20']);
      expect(cents.slice(0, -1).reduce((a, b) => a + b)).to.equal(820);
      const weights = lines.slice(0, -1).map((line) => Math.round(parseFloat(line[1] as string) * 10));
      expect(weights.reduce((a, b) => a + b)).to.equal(1000);
      expect(spoken(element.shadowRoot?.querySelector('[part~=root]') as Element)).to.include(
        'Parts are rounded so that they add up to the total.',
      );
      await expectAccessible(element);
    });

    it('says nothing of it where they are exact', async () => {
      const element = await breakdownOf(leakyGut, 'thorne-l-glutamine');
      expect(element.shadowRoot?.textContent).to.not.include('rounded');
    });

    it('shows 8.5 at 15 % as 1.275, which binary arithmetic has not', async () => {
      const element = await breakdownOf(leakyGut, 'zinc-carnosine');
      expect(linesOf(element)[3]).to.deep.equal(['Real-World Performance', '15%', '8.5', '1.275']);
    });
  });

  describe('on another scale', () => {
    const scales: readonly (readonly [
      min: number,
      max: number,
      scores: readonly [number, number],
      composite: string,
      share: number,
    ])[] = [
      [0, 5, [4.5, 4], '4.4', 0.9],
      [0, 100, [90, 80], '87.0', 0.9],
      [1, 5, [4, 3], '3.7', 0.75],
      [0, 10, [10, 10], '10.0', 1],
      [0, 10, [0, 0], '0.0', 0],
    ];
    for (const [min, max, [light, build], composite, share] of scales) {
      it(`from ${min} to ${max} gives ${composite} for ${light} and ${build}`, async () => {
        const element = await breakdownOf(
          ofScores({ Light: [70, light], Build: [30, build] }, { scale: { min, max } }),
        );
        expect(spoken(compositeOf(element))).to.equal(`Composite: ${composite} out of ${max}`);
        const [track, fill] = [...(element.shadowRoot as ShadowRoot).querySelectorAll('[part~=bar] rect')].map(
          (rect) => rect.getBoundingClientRect().width,
        );
        expect((fill ?? 0) / (track ?? 0)).to.be.closeTo(share, 0.01);
      });
    }

    it('shows weights that sum to anything as shares of it', async () => {
      const element = await breakdownOf(ofScores({ Light: [3, 9], Build: [1, 7] }));
      expect(linesOf(element)).to.deep.equal([
        ['Light', '75%', '9.0', '6.75'],
        ['Build', '25%', '7.0', '1.75'],
        ['Total', '', '', '8.50'],
      ]);
    });

    it('shows as many decimals of the composite as the rubric asks for', async () => {
      const element = await breakdownOf(
        { ...leakyGut, rubric: { ...leakyGut.rubric, decimals: 2 } },
        'thorne-l-glutamine',
      );
      expect(spoken(compositeOf(element))).to.equal('Composite: 8.98 out of 10');
    });

    it('writes numbers as the document’s language does', async () => {
      const element = await breakdownOf({ ...leakyGut, language: 'de' }, 'thorne-l-glutamine');
      expect(linesOf(element)[1]?.slice(2)).to.deep.equal(['9,5', '2,375']);
      expect(spoken(compositeOf(element))).to.include('9,0');
      expect(element.shadowRoot?.querySelector('[lang=de]')).to.not.equal(null);
    });
  });

  describe('accessibility', () => {
    const states: readonly (readonly [state: string, document: unknown, product?: string])[] = [
      ['whole', leakyGut, 'thorne-l-glutamine'],
      ['partial', ofScores({ Light: [70, 9], Build: [30] })],
      ['unrated', ofScores({ Light: [70, 9], Build: [30] }, { missing: 'unrated' })],
      ['unknown product', leakyGut, 'no-such'],
      ['missing product', leakyGut],
      ['wrong document', '{'],
      ['no source', undefined],
    ];
    for (const [state, document, product] of states) {
      it(`has no fault that axe finds: ${state}`, async () => {
        await expectAccessible(await breakdownOf(document, product));
      });
    }
  });

  it('begins at the right where the page does, in its columns and in its bars', async () => {
    const root = await fixture(html`<div dir="rtl">
      <g6-score-breakdown product="thorne-l-glutamine" .comparison=${leakyGut}></g6-score-breakdown>
    </div>`);
    const element = root.querySelector('g6-score-breakdown') as G6ScoreBreakdown;
    const [criterion, weight] = byRole(element, 'columnheader').map((cell) => cell.getBoundingClientRect());
    expect(criterion?.left).to.be.at.least(weight?.right ?? Infinity);
    const [track, fill] = [...(element.shadowRoot as ShadowRoot).querySelectorAll('[part~=bar] rect')].map((bar) =>
      bar.getBoundingClientRect(),
    );
    expect(fill?.right).to.be.closeTo(track?.right ?? 0, 0.5);
    expect(fill?.left).to.be.above((track?.left ?? 0) + 2);
  });

  it('is no wider than a page of 320 pixels, and cuts nothing off', async () => {
    const name = 'Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetzeskommissionsvorsitzende';
    const document = ofScores({ Light: [70, 9], [name]: [30] }, { name });
    for (const [body, product] of [
      [leakyGut, 'thorne-l-glutamine'],
      [document, 'heron'],
    ] as const) {
      const page = await openPage(
        `<script src="/dist/g6-comparison.min.js" defer></script>
        <g6-score-breakdown product="${product}" src="${fault('json', { body })}"></g6-score-breakdown>`,
        { width: 320 },
      );
      const element = page.querySelector('g6-score-breakdown') as HTMLElement;
      await shown(element);
      expect(page.documentElement.scrollWidth).to.be.at.most(page.documentElement.clientWidth);
      for (const cell of [...byRole(element, 'cell'), ...byRole(element, 'rowheader')]) {
        expect(cell.getBoundingClientRect().right).to.be.at.most(320.5);
      }
      expect(linesOf(element).at(-1)?.[0]).to.equal('Total');
      closePages();
    }
  });

  describe('of hostile strings', () => {
    afterEach(() => {
      delete (window as { ran?: unknown }).ran;
    });

    const hostile = (text: string): object => ({
      title: text,
      rubric: {
        name: text,
        criteria: [
          { id: 'light', label: text, weight: 70, description: text },
          { id: 'build', label: text, weight: 30 },
        ],
        bands: [{ from: 0, label: text }],
      },
      products: [{ id: 'a', name: text, scores: { light: { value: 9, note: text }, build: 9 } }],
    });
    for (const [what, text] of [
      ['an image with a handler', '<img src=x onerror="ran = 1">'],
      ['the end of an attribute', '"><svg onload="ran = 1">'],
      ['a script’s address', 'javascript:ran=1'],
      ['controls of direction', 'a\u202Eb\u2066c\u200Fd'],
      ['10,000 characters', 'x'.repeat(10_000)],
    ] as const) {
      it(`has the tree that it always has with ${what}`, async () => {
        const shape = shapeOf((await breakdownOf(hostile('Plain words'))).shadowRoot as ShadowRoot);
        const element = await breakdownOf(hostile(text));
        expect(linesOf(element)).to.have.length(3);
        expect(shapeOf(element.shadowRoot as ShadowRoot)).to.equal(shape);
        expect((window as { ran?: unknown }).ran).to.equal(undefined);
      });

      it(`says that there is no product called ${what}`, async () => {
        const element = await breakdownOf(leakyGut, text);
        expect(messagesOf(element)).to.have.length(1);
        expect(element.shadowRoot?.querySelector('img, svg')).to.equal(null);
        expect((window as { ran?: unknown }).ran).to.equal(undefined);
      });
    }
  });
});
