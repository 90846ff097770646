/** The elements' definition, by module and by the built script, on pages where others were before. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import { G6Comparison } from '../../src/elements/g6-comparison.js';
import { G6ComparisonTable } from '../../src/elements/g6-comparison-table.js';
import { G6ProductCard } from '../../src/elements/g6-product-card.js';
import { G6ScoreBreakdown } from '../../src/elements/g6-score-breakdown.js';
import { G6ScoreWeights } from '../../src/elements/g6-score-weights.js';
import { version } from '../../src/elements/version.js';
import {
  byPrice,
  byScore,
  closePages,
  fault,
  leakyGut,
  openPage,
  rowsOf,
  settled,
  shown,
  sortButton,
  spoken,
  watchConsole,
} from '../helpers.js';

const stamp = Symbol.for('g6-comparison.version');

/** A tag that another script has taken; with `other`, another version of this package. */
function takenTag(other?: string): string {
  const tag = `g6-taken-${crypto.randomUUID()}`;
  const element = class extends HTMLElement {};
  if (other !== undefined) Object.defineProperty(element, stamp, { value: other });
  customElements.define(tag, element);
  return tag;
}

describe('the definition of the elements', () => {
  const said = watchConsole();

  for (const [tag, element] of [
    ['g6-comparison', G6Comparison],
    ['g6-comparison-table', G6ComparisonTable],
    ['g6-score-breakdown', G6ScoreBreakdown],
    ['g6-score-weights', G6ScoreWeights],
    ['g6-product-card', G6ProductCard],
  ] as const) {
    it(`registers <${tag}>`, () => {
      expect(customElements.get(tag)).to.equal(element);
      expect(document.createElement(tag)).to.be.instanceOf(element);
    });

    it(`is silent the second time for <${tag}>`, () => {
      element.define();
      element.define();
      expect(customElements.get(tag)).to.equal(element);
    });

    it(`leaves a <${tag}> of another version as it is, and warns with both`, () => {
      const taken = takenTag('0.0.1-other');
      const before = customElements.get(taken);
      element.define(taken);
      expect(customElements.get(taken)).to.equal(before);
      const warnings = said();
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.include(`<${taken}>`).and.include('0.0.1-other').and.include(version);
    });

    it(`is silent about a <${tag}> of the same version that came with another script`, () => {
      element.define(takenTag(version));
    });

    it(`warns of a <${tag}> that is not one of these elements`, () => {
      element.define(takenTag());
      const warnings = said();
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.include('another script').and.include(version);
    });
  }

  it('takes another tag, beside the first', async () => {
    const tag = `own-${crypto.randomUUID()}`;
    G6ComparisonTable.define(tag);
    G6ComparisonTable.define(tag);
    const root = await fixture(html`<div></div>`);
    const table = document.createElement(tag) as G6ComparisonTable;
    table.comparison = leakyGut;
    root.append(table);
    await settled(table);
    expect(rowsOf(table)).to.deep.equal(byScore);
    sortButton(table, 'Price/Serving').click();
    await settled(table);
    expect(rowsOf(table)).to.deep.equal(byPrice);
  });
});

describe('the built script', () => {
  watchConsole();
  afterEach(closePages);

  const file = '/dist/g6-comparison.min.js';
  const text = JSON.stringify(leakyGut);
  const json = text.replaceAll("'", '&#39;').replaceAll('<', '&lt;');
  const table = `<g6-comparison-table src="${fault('json', { body: text })}"></g6-comparison-table>`;

  const pages: readonly (readonly [what: string, content: string, head?: string])[] = [
    ['works as a classic script', `<script src="${file}" defer></script>${table}`],
    ['works as a module', `<script type="module" src="${file}"></script>${table}`],
    ['works without defer, before its elements', `<script src="${file}"></script>${table}`],
    ['works at the end, after its elements', `${table}<script src="${file}"></script>`],
    ['works twice', `<script src="${file}" defer></script>${table}<script src="${file}" defer></script>`],
    [
      'works as a classic script and as a module',
      `<script src="${file}"></script>${table}<script type="module" src="${file}"></script>`,
    ],
    [
      'works as it was and as it is, with another address',
      `<script src="${file}"></script><script src="${file}?2"></script>${table}`,
    ],
    [
      'works with a data attribute',
      `<script src="${file}" defer></script><g6-comparison-table data='${json}'></g6-comparison-table>`,
    ],
    [
      'works with a JSON script child',
      `<script src="${file}" defer></script><g6-comparison-table><script type="application/json">${text}</script></g6-comparison-table>`,
    ],
    [
      'works with a JSON script child that is parsed after the start tag',
      `<script src="${file}"></script><g6-comparison-table><script type="application/json">${text}</script></g6-comparison-table>`,
    ],
    [
      'works in a scope',
      `<script src="${file}" defer></script><g6-comparison data='${json}'><g6-comparison-table></g6-comparison-table></g6-comparison>`,
    ],
    [
      'works in a scope that is parsed after the script',
      `<script src="${file}"></script><g6-comparison data='${json}'><g6-comparison-table></g6-comparison-table></g6-comparison>`,
    ],
    ...[
      "style-src 'self'",
      "style-src 'none'",
      "img-src 'none'; font-src 'none'",
      "require-trusted-types-for 'script'",
      "require-trusted-types-for 'script'; trusted-types lit-html",
      'trusted-types foo',
    ].map(
      (policy) =>
        [
          `works under the content security policy ${policy}`,
          `<script src="${file}" defer></script>${table}`,
          `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
        ] as const,
    ),
  ];
  for (const [what, content, head = ''] of pages) {
    it(what, async () => {
      const page = await openPage(content, { width: 1000, head });
      const element = page.querySelector('g6-comparison-table') as HTMLElement;
      await shown(element);
      expect(rowsOf(element)).to.deep.equal(byScore);
      expect(getComputedStyle(element).display).to.equal('block');
      sortButton(element, 'Price/Serving').click();
      await settled(element);
      expect(rowsOf(element)).to.deep.equal(byPrice);
    });
  }

  it('defines every element', async () => {
    const page = await openPage(`<script src="${file}" defer></script>
      <g6-score-breakdown product="thorne-l-glutamine" data='${json}'></g6-score-breakdown>`);
    const element = page.querySelector('g6-score-breakdown') as HTMLElement;
    await shown(element);
    expect(spoken(element.shadowRoot?.querySelector('[part~=composite]') as Element)).to.equal(
      'Composite: 9.0 out of 10',
    );
    expect(page.defaultView?.customElements.get('g6-comparison')).to.be.a('function');
  });

  it('leaves nothing behind in the page’s global names', async () => {
    const names = (page: Document): string[] => Object.getOwnPropertyNames(page.defaultView as Window);
    const bare = new Set(names(await openPage('')));
    const page = await openPage(`<script src="${file}"></script>`);
    const added = names(page).filter((name) => !bare.has(name) && !/^\d+$/.test(name));
    // Lit keeps there what its copies on one page have to know of each other.
    expect(added.filter((name) => !/^(lit|reactiveElement)/.test(name))).to.deep.equal([]);
  });
});
