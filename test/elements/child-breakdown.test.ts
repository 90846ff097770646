/** A table of criteria in the page that becomes a breakdown: what is taken for one, what of it is audited, what is shown. */
import { expect } from '@open-wc/testing';
import Fraction from 'fraction.js';
import '../../src/define.js';
import type { Diagnostic } from '../../src/model/index.js';
import {
  byRole,
  columnsOf,
  expectAccessible,
  isVisible,
  messagesOf,
  rowsOf,
  scoresOf,
  seen,
  settled,
  shown,
  spoken,
  theOnly,
  watchConsole,
} from '../helpers.js';

type Cells = readonly (readonly string[])[];

let root: HTMLElement;
let found: readonly Diagnostic[] = [];
const hear = (event: Event): void => {
  found = (event as CustomEvent<{ diagnostics: readonly Diagnostic[] }>).detail.diagnostics;
};

/** A table as Markdown becomes one, with a cell for each column in every row. */
const markup = ([head = [], ...rows]: Cells, caption = ''): string =>
  `<table>${caption && `<caption>${caption}</caption>`}<thead><tr>${head.map((text) => `<th>${text}</th>`).join('')}</tr></thead>
  <tbody>${rows.map((row) => `<tr>${head.map((_, index) => `<td>${row[index] ?? ''}</td>`).join('')}</tr>`).join('')}</tbody></table>`;

function inside(tag: string, content: string): HTMLElement {
  root.innerHTML = `<${tag}>${content}</${tag}>`;
  return root.firstElementChild as HTMLElement;
}

async function shownIn(tag: string, content: string): Promise<HTMLElement> {
  const element = inside(tag, content);
  await shown(element);
  return element;
}

/** What is spoken in each row: the criteria's, then the total's. */
const linesOf = (element: Element): string[][] =>
  byRole(element, 'row')
    .filter((row) => byRole(row, 'rowheader').length)
    .map((row) => [...row.children].map(spoken));
const compositeOf = (element: Element): string =>
  spoken(element.shadowRoot?.querySelector('[part~=composite]') as Element);

/** The article's own, as its author worked it out. */
const thorne: Cells = [
  ['Criterion', 'Weight', 'Score', 'Weighted'],
  ['Evidence Quality', '30%', '9.0', '2.70'],
  ['Ingredient Transparency', '25%', '9.5', '2.38'],
  ['Value', '20%', '8.0', '1.60'],
  ['Real-World Performance', '15%', '9.0', '1.35'],
  ['Third-Party Verification', '10%', '9.5', '0.95'],
  ['<strong>Composite</strong>', '<strong>9.0/10</strong>'],
];
const withLast = (...last: string[]): Cells => [...thorne.slice(0, -1), last];

describe('a table of criteria', () => {
  watchConsole();
  beforeEach(() => {
    found = [];
    root = document.createElement('div');
    for (const type of ['g6-ready', 'g6-error']) root.addEventListener(type, hear);
    document.body.append(root);
  });
  afterEach(() => root.remove());

  it('becomes the breakdown of the product that its caption names, with a sum that adds up', async () => {
    const element = await shownIn('g6-score-breakdown', markup(thorne, 'Thorne L-Glutamine'));
    expect(seen(theOnly(element, 'caption'))).to.equal('Thorne L-Glutamine Composite');
    expect(linesOf(element)).to.deep.equal([
      ['Evidence Quality', '30%', '9.0', '2.700'],
      ['Ingredient Transparency', '25%', '9.5', '2.375'],
      ['Value', '20%', '8.0', '1.600'],
      ['Real-World Performance', '15%', '9.0', '1.350'],
      ['Third-Party Verification', '10%', '9.5', '0.950'],
      ['Total', '', '', '8.975'],
    ]);
    expect(compositeOf(element)).to.match(/^Composite: 9\.0 out of 10/);
    expect(found).to.deep.equal([]);
    await expectAccessible(element);
  });

  it('keeps the links of criteria and of what says why, as the nodes that they are', async () => {
    const cells: Cells = [
      ['Criterion', 'Weight', 'Score', 'Why'],
      ['<a href="#sound">Sound</a>', '60%', '8', 'See <a href="#test">our <em>test</em></a>.'],
      ['Comfort', '40%', '7.5', 'By hand.'],
    ];
    const element = inside('g6-score-breakdown', markup(cells, 'Lamp'));
    const links = [...element.querySelectorAll('a')];
    const [clicked]: EventTarget[][] = [[]];
    for (const link of links)
      link.addEventListener('click', ({ currentTarget }) => clicked?.push(currentTarget as Node));
    await shown(element);
    await settled(element);
    expect(linesOf(element).map(([criterion]) => criterion)).to.deep.equal(['Sound', 'Comfort', 'Total']);
    for (const details of element.shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
    const texts = [...(element.shadowRoot?.querySelectorAll('details p') ?? [])].map(spoken);
    expect(texts).to.deep.equal(['See our test.', 'By hand.']);
    for (const link of links) {
      expect(link.isConnected && isVisible(link), link.outerHTML).to.equal(true);
      link.click();
    }
    expect(clicked?.every((target, index) => target === links[index]) && clicked.length).to.equal(2);
    for (const view of ['area', 'bars']) {
      element.setAttribute('view', view);
      await settled(element);
      expect(links.every(isVisible), view).to.equal(true);
    }
    await expectAccessible(element);
    element.replaceWith(element.querySelector('table') as Element);
    expect([...root.querySelectorAll('td a')].every((link, index) => link === links[index])).to.equal(true);
    expect(root.querySelectorAll('td a').length).to.equal(2);
  });

  describe('has what it comes to', () => {
    const cases: readonly (readonly [what: string, cells: Cells, composite: string])[] = [
      ['in the last row, after an empty cell each', withLast('Composite', '', '', '9.0'), '9.0 out of 10'],
      ['beside the sum of the weights', withLast('', '100%', '', '8.98'), '8.98 out of 10'],
      ['in a word that no list has', withLast('Heureka', '9.0/10'), '9.0 out of 10'],
      ['nowhere', thorne.slice(0, -1), '9.0 out of 10'],
      [
        'after weights without a sign',
        [
          ['Criterion', 'Weight', 'Score'],
          ['Sound', '60', '8'],
          ['Comfort', '40', '7.5'],
          ['Total', '7.8'],
        ],
        '7.8 out of 10',
      ],
      [
        'on a scale of five',
        [
          ['Category', 'Weight', 'Score (out of 5)'],
          ['Sound', '60%', '4'],
          ['Comfort', '40%', '4.5'],
        ],
        '4.2 out of 5',
      ],
      [
        'on a scale that the scores name',
        [
          ['Category', 'Weight', 'Score'],
          ['Sound', '60%', '4/5'],
          ['Comfort', '40%', '4.5/5'],
          ['Overall', '', '4.2/5'],
        ],
        '4.2 out of 5',
      ],
      [
        'out of a hundred',
        [
          ['Category', 'Weight', 'Score'],
          ['Sound', '50%', '80'],
          ['Comfort', '50%', '91'],
          ['Overall', '', '86'],
        ],
        '86 out of 100',
      ],
      [
        'in German',
        [
          ['Kriterium', 'Gewichtung', 'Punkte', 'Gewichtet'],
          ['Klang', '60 %', '8,5', '5,10'],
          ['Sitz', '40 %', '7,0', '2,80'],
          ['Gesamt', '7,9'],
        ],
        '7.9 out of 10',
      ],
      [
        'in French',
        [
          ['Critère', 'Poids', 'Note', 'Pondéré'],
          ['Son', '60 %', '8,5', '5,10'],
          ['Confort', '40 %', '7', '2,80'],
          ['Total', '7,9'],
        ],
        '7.9 out of 10',
      ],
      [
        'in Spanish',
        [
          ['Criterio', 'Peso', 'Puntuación'],
          ['Sonido', '60%', '8'],
          ['Comodidad', '40%', '7'],
        ],
        '7.6 out of 10',
      ],
      [
        'in Italian',
        [
          ['Criterio', 'Peso', 'Voto'],
          ['Suono', '60%', '8'],
          ['Comodità', '40%', '7'],
        ],
        '7.6 out of 10',
      ],
      [
        'in Portuguese',
        [
          ['Critério', 'Peso', 'Nota'],
          ['Som', '60%', '8'],
          ['Conforto', '40%', '7'],
        ],
        '7.6 out of 10',
      ],
      [
        'in Japanese',
        [
          ['評価項目', '重み', 'スコア'],
          ['音質', '60%', '8'],
          ['装着感', '40%', '7'],
        ],
        '7.6 out of 10',
      ],
      [
        'in Arabic',
        [
          ['المعيار', 'الوزن', 'النتيجة'],
          ['الصوت', '60%', '8'],
          ['الراحة', '40%', '7'],
        ],
        '7.6 out of 10',
      ],
    ];
    for (const [what, cells, composite] of cases) {
      it(what, async () => {
        const element = await shownIn('g6-score-breakdown', markup(cells, 'Heron'));
        expect(compositeOf(element)).to.equal(`Composite: ${composite}`);
        expect(linesOf(element)).to.have.length(cells.length > 4 ? 6 : 3);
        expect(found.map(({ message }) => message)).to.deep.equal([]);
      });
    }
  });

  it('has exact sums, whatever its scores', async () => {
    const weights = [12.5, 37.5, 20, 30];
    for (const scores of [
      [7.1, 8.3, 9.9, 0.7],
      [10, 0, 3.33, 6.67],
      [1.05, 2.15, 3.25, 4.35],
    ]) {
      const rows = weights.map((weight, index) => [`Criterion ${index}`, `${weight}%`, `${scores[index]}`]);
      const element = await shownIn('g6-score-breakdown', markup([['Criterion', 'Weight', 'Score'], ...rows], 'Heron'));
      const exact = weights.reduce(
        (sum, weight, index) => sum.add(new Fraction(weight).mul(scores[index] ?? 0).div(100)),
        new Fraction(0),
      );
      const total = linesOf(element).at(-1)?.at(-1)?.replace('≈ ', '');
      expect(Math.abs(exact.sub(total ?? '').valueOf())).to.be.at.most(0.005);
      const shownParts = linesOf(element)
        .slice(0, -1)
        .map((line) => line.at(-1) ?? '');
      expect(shownParts.reduce((sum, part) => sum.add(part), new Fraction(0)).equals(total ?? '')).to.equal(true);
    }
  });

  describe('is audited', () => {
    it('where what it comes to is not what it says', async () => {
      const element = await shownIn('g6-score-breakdown', markup(withLast('Composite', '8.7/10'), 'Thorne'));
      expect(found.map(({ code, severity, path }) => [code, severity, path])).to.deep.equal([
        ['score-mismatch', 'warning', '/products/0/statedScore'],
      ]);
      expect(found[0]?.message).to.contain('8.7').and.to.contain('9.0 (8.975)');
      expect(spoken(element.shadowRoot?.firstElementChild as Element)).to.not.contain('8.7');
    });

    it('where a weighted score is another than it says', async () => {
      const cells = thorne.map((row) => (row[0] === 'Value' ? ['Value', '20%', '8.0', '1.70'] : row));
      await shownIn('g6-score-breakdown', markup(cells, 'Thorne'));
      expect(found.map(({ code, severity, path }) => [code, severity, path])).to.deep.equal([
        ['score-mismatch', 'warning', '/products/0/scores/value'],
      ]);
      expect(found[0]?.message).to.equal(
        '“Value” is weighted “1.70”, but its weight and score give 1.60: correct one of them.',
      );
    });

    it('where weights do not add up, and a score is missing', async () => {
      const cells = thorne.map((row) => (row[0] === 'Value' ? ['Value', '25%', '–', ''] : row));
      const element = await shownIn('g6-score-breakdown', markup(cells, 'Thorne'));
      expect(found.map(({ code }) => code).sort()).to.deep.equal(['score-mismatch', 'score-missing', 'weights-sum']);
      expect(compositeOf(element)).to.contain('Partial');
    });
  });

  it('says why where it has a column more', async () => {
    const cells = thorne.slice(0, -1).map((row, index) => [...row, index ? `Because of ${index}.` : 'Notes']);
    const element = await shownIn('g6-score-breakdown', markup(cells, 'Thorne'));
    expect([...(element.shadowRoot?.querySelectorAll('details') ?? [])].map((details) => seen(details))).to.have.length(
      5,
    );
  });

  it('without a caption is called what it sums up to', async () => {
    const element = await shownIn('g6-score-breakdown', markup(thorne));
    expect(seen(theOnly(element, 'caption'))).to.equal('Composite Score');
  });

  it('gives its product to every element of a scope', async () => {
    const scope = inside('g6-comparison', `${markup(thorne, 'Thorne')}<g6-score-breakdown></g6-score-breakdown>`);
    await shown(scope.querySelector('g6-score-breakdown') as Element);
    expect(compositeOf(scope.querySelector('g6-score-breakdown') as Element)).to.contain('9.0 out of 10');
  });

  it('in a comparison table is its one product, with a score that opens', async () => {
    const element = await shownIn('g6-comparison-table', markup(thorne, 'Thorne'));
    expect(columnsOf(element)).to.deep.equal(['Product', 'Score']);
    expect(rowsOf(element)).to.deep.equal(['Thorne']);
    expect(scoresOf(element)).to.deep.equal(['9.0 out of 10']);
  });

  describe('is not seen in', () => {
    const others: readonly (readonly [what: string, cells: Cells])[] = [
      [
        'products with weights and scores',
        [
          ['Headphones', 'Weight', 'Score'],
          ['Drift', '250 g', '8'],
          ['Ridge', '210 g', '9'],
        ],
      ],
      [
        'products with bare weights',
        [
          ['Headphones', 'Weight', 'Score'],
          ['Drift', '250', '8'],
          ['Ridge', '210', '9'],
        ],
      ],
      [
        'words for scores',
        [
          ['Criterion', 'Weight', 'Score'],
          ['Sound', '50%', 'good'],
          ['Comfort', '50%', 'bad'],
        ],
      ],
      [
        'scores without weights',
        [
          ['Criterion', 'Score'],
          ['Sound', '8'],
          ['Comfort', '7'],
        ],
      ],
    ];
    for (const [what, cells] of others) {
      it(what, async () => {
        const element = await shownIn('g6-comparison-table', markup(cells));
        expect(rowsOf(element)).to.deep.equal(cells.slice(1).map(([name]) => name));
        expect(columnsOf(element)).to.deep.equal(cells[0]);
        const breakdown = inside('g6-score-breakdown', markup(cells));
        await settled(breakdown);
        expect(messagesOf(breakdown)).to.have.length(1);
        expect(isVisible(breakdown.querySelector('table') as Element), 'the table itself').to.equal(true);
      });
    }
  });
});
