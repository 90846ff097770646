/** The scope: what it gives to the elements inside it, and that it gives nothing to others. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import type { G6Comparison } from '../../src/elements/g6-comparison.js';
import type { G6ComparisonTable } from '../../src/elements/g6-comparison-table.js';
import {
  announced,
  byPrice,
  byRole,
  byScore,
  cellsOf,
  expectAccessible,
  failed,
  fault,
  isVisible,
  lamps,
  leakyGut,
  messagesOf,
  newKey,
  requestsOf,
  rowsOf,
  seen,
  settled,
  shown,
  sortButton,
  sortedBy,
  spoken,
  theOnly,
  until,
  watchConsole,
} from '../helpers.js';

const one = <T extends Element>(root: Element, selector: string): T => root.querySelector(selector) as T;

const tablesIn = (root: Element): G6ComparisonTable[] => [...root.querySelectorAll('g6-comparison-table')];

/** The title of an element's table. */
const titleOf = (element: Element): string => seen(theOnly(element, 'caption'));

/** What an element without a comparison says. */
const nothingYet = /^There is nothing to compare yet/;

describe('g6-comparison', () => {
  watchConsole();

  it('gives its comparison to every element inside it, at any depth', async () => {
    const scope = await fixture(html`<g6-comparison .comparison=${leakyGut}>
      <g6-comparison-table></g6-comparison-table>
      <section>
        <p>Words between.</p>
        <g6-score-breakdown product="zinc-carnosine"></g6-score-breakdown>
      </section>
    </g6-comparison>`);
    await settled(...scope.querySelectorAll('g6-comparison-table, g6-score-breakdown'));
    expect(rowsOf(one(scope, 'g6-comparison-table'))).to.deep.equal(byScore);
    expect(
      spoken(one<Element>(scope, 'g6-score-breakdown').shadowRoot?.querySelector('[part~=composite]') as Element),
    ).to.equal('Composite: 8.6 out of 10');
  });

  it('gives nothing to an element outside of it', async () => {
    const root = await fixture(html`<div>
      <g6-comparison .comparison=${leakyGut}></g6-comparison>
      <g6-comparison-table></g6-comparison-table>
    </div>`);
    expect(messagesOf(one(root, 'g6-comparison-table'))[0]).to.match(nothingYet);
  });

  it('gives it through a shadow root', async () => {
    const scope = await fixture(html`<g6-comparison .comparison=${leakyGut}><div></div></g6-comparison>`);
    const table = document.createElement('g6-comparison-table');
    one(scope, 'div').attachShadow({ mode: 'open' }).append(table);
    await settled(table);
    expect(rowsOf(table)).to.deep.equal(byScore);
  });

  it('gives it to elements that are added later', async () => {
    const scope = await fixture(html`<g6-comparison .comparison=${leakyGut}></g6-comparison>`);
    const table = document.createElement('g6-comparison-table');
    scope.append(table);
    await settled(table);
    expect(rowsOf(table)).to.deep.equal(byScore);
  });

  it('gives it to elements that are moved in, and takes it from those that are moved out', async () => {
    const root = await fixture(html`<div>
      <g6-comparison .comparison=${leakyGut}></g6-comparison>
      <g6-comparison id="other" .comparison=${lamps('Lamps')}></g6-comparison>
      <g6-comparison-table></g6-comparison-table>
    </div>`);
    const table = one<G6ComparisonTable>(root, 'g6-comparison-table');
    one(root, 'g6-comparison').append(table);
    await settled(table);
    expect(rowsOf(table)).to.deep.equal(byScore);
    one(root, '#other').append(table);
    await settled(table);
    expect(titleOf(table)).to.equal('Lamps');
    root.append(table);
    await settled(table);
    expect(messagesOf(table)[0]).to.match(nothingYet);
  });

  it('yields to an element’s own source, and steps in where that is taken away', async () => {
    const scope = await fixture(html`<g6-comparison .comparison=${lamps('Of the scope')}>
      <g6-comparison-table .comparison=${lamps('Of its own')}></g6-comparison-table>
      <g6-comparison-table></g6-comparison-table>
    </g6-comparison>`);
    const [own, other] = tablesIn(scope) as [G6ComparisonTable, G6ComparisonTable];
    await settled(own, other);
    expect([own, other].map(titleOf)).to.deep.equal(['Of its own', 'Of the scope']);
    own.comparison = undefined;
    await settled(own);
    expect(titleOf(own)).to.equal('Of the scope');
  });

  it('gives its elements what it is given later, and takes it back', async () => {
    const scope = await fixture<G6Comparison>(
      html`<g6-comparison><g6-comparison-table></g6-comparison-table></g6-comparison>`,
    );
    const table = one<G6ComparisonTable>(scope, 'g6-comparison-table');
    await settled(scope, table);
    expect(messagesOf(table)[0]).to.match(nothingYet);
    for (const title of ['First', 'Second']) {
      scope.comparison = lamps(title);
      await settled(scope, table);
      expect(titleOf(table)).to.equal(title);
    }
    scope.comparison = undefined;
    await settled(scope, table);
    expect(messagesOf(table)[0]).to.match(nothingYet);
  });

  it('keeps its elements when it is moved or removed and attached again', async () => {
    const scope = await fixture(
      html`<g6-comparison .comparison=${leakyGut}><g6-comparison-table></g6-comparison-table></g6-comparison>`,
    );
    const table = one<G6ComparisonTable>(scope, 'g6-comparison-table');
    const parent = scope.parentElement as Element;
    scope.remove();
    await settled(table);
    parent.append(scope);
    await settled(scope as G6Comparison, table);
    expect(rowsOf(table)).to.deep.equal(byScore);
  });

  describe('in another scope', () => {
    const nested = () =>
      fixture<G6Comparison>(html`<g6-comparison .comparison=${lamps('Outer')}>
        <g6-comparison-table></g6-comparison-table>
        <g6-comparison .comparison=${lamps('Inner')}><g6-comparison-table></g6-comparison-table></g6-comparison>
      </g6-comparison>`);

    it('gives its own comparison', async () => {
      const scope = await nested();
      const tables = tablesIn(scope);
      await settled(...tables);
      expect(tables.map(titleOf)).to.deep.equal(['Outer', 'Inner']);
    });

    it('sorts its own tables only', async () => {
      const [outer, inner] = tablesIn(await nested()) as [G6ComparisonTable, G6ComparisonTable];
      await settled(outer, inner);
      sortButton(inner, 'Price').click();
      await settled(outer, inner);
      expect(sortedBy(inner)).to.deep.equal(['Price ascending']);
      expect(sortedBy(outer)).to.deep.equal([]);
      sortButton(outer, 'Product').click();
      await settled(outer, inner);
      expect(sortedBy(inner)).to.deep.equal(['Price ascending']);
      expect(sortedBy(outer)).to.deep.equal(['Product ascending']);
    });
  });

  describe('with two tables', () => {
    const twoTables = () =>
      fixture<G6Comparison>(html`<g6-comparison .comparison=${leakyGut}>
        <g6-comparison-table></g6-comparison-table>
        <g6-comparison-table sort="name"></g6-comparison-table>
        <g6-comparison-table .comparison=${leakyGut}></g6-comparison-table>
      </g6-comparison>`);

    it('shares the reader’s order between them, but not with one of its own source', async () => {
      const tables = tablesIn(await twoTables());
      await settled(...tables);
      expect(tables.map(sortedBy)).to.deep.equal([['Score descending'], ['Product ascending'], ['Score descending']]);
      sortButton(tables[0] as Element, 'Price/Serving').click();
      await settled(...tables);
      expect(tables.map(sortedBy)).to.deep.equal([
        ['Price/Serving ascending'],
        ['Price/Serving ascending'],
        ['Score descending'],
      ]);
      expect(rowsOf(tables[1] as Element)).to.deep.equal(byPrice);
    });

    it('announces an order only in the table where it was asked for', async () => {
      const tables = tablesIn(await twoTables());
      await settled(...tables);
      sortButton(tables[1] as Element, 'Price/Serving').click();
      await settled(...tables);
      expect(tables.map((table) => announced(table) !== '')).to.deep.equal([false, true, false]);
    });

    it('gives each its own initial order back', async () => {
      const tables = tablesIn(await twoTables());
      await settled(...tables);
      for (let count = 0; count < 3; count++) {
        sortButton(tables[0] as Element, 'Price/Serving').click();
        await settled(...tables);
      }
      expect(tables.map(sortedBy)).to.deep.equal([['Score descending'], ['Product ascending'], ['Score descending']]);
    });

    it('leaves a table of its own source to sort itself', async () => {
      const tables = tablesIn(await twoTables());
      await settled(...tables);
      sortButton(tables[2] as Element, 'Price/Serving').click();
      await settled(...tables);
      expect(tables.map(sortedBy)).to.deep.equal([
        ['Score descending'],
        ['Product ascending'],
        ['Price/Serving ascending'],
      ]);
    });
  });

  describe('of a source', () => {
    const json = JSON.stringify(leakyGut);
    const fired: string[] = [];
    const hear = ({ type, target }: Event): void => {
      fired.push(`${type} of ${(target as Element).localName}`);
    };
    const inner = html`<g6-comparison-table></g6-comparison-table>`;
    const cases = {
      'the property': () => html`<g6-comparison @g6-ready=${hear} .comparison=${leakyGut}>${inner}</g6-comparison>`,
      'the data attribute': () => html`<g6-comparison @g6-ready=${hear} data=${json}>${inner}</g6-comparison>`,
      'the src attribute': () =>
        html`<g6-comparison @g6-ready=${hear} src=${fault('json', { body: json })}>${inner}</g6-comparison>`,
    };
    beforeEach(() => {
      fired.length = 0;
    });
    for (const [what, make] of Object.entries(cases)) {
      it(`takes ${what} and says once that it is ready`, async () => {
        const scope = await fixture(make());
        await shown(one(scope, 'g6-comparison-table'));
        expect(rowsOf(one(scope, 'g6-comparison-table'))).to.deep.equal(byScore);
        expect(fired).to.deep.equal(['g6-ready of g6-comparison']);
      });
    }

    it('takes a JSON script child', async () => {
      const root = await fixture(html`<div></div>`);
      root.innerHTML = `<g6-comparison><script type="application/json">${json}</script><g6-comparison-table></g6-comparison-table></g6-comparison>`;
      await shown(one(root, 'g6-comparison-table'));
      expect(rowsOf(one(root, 'g6-comparison-table'))).to.deep.equal(byScore);
    });

    it('takes a table child', async () => {
      const root = await fixture(html`<div></div>`);
      root.innerHTML = `<g6-comparison>
        <table><caption>Lamps</caption><tr><th>Name</th><th>Price</th></tr><tr><td>Heron</td><td>$20</td></tr></table>
        <g6-comparison-table></g6-comparison-table>
      </g6-comparison>`;
      await shown(one(root, 'g6-comparison-table'));
      expect(titleOf(one(root, 'g6-comparison-table'))).to.equal('Lamps');
    });

    it('keeps what a table child says apart, and its links', async () => {
      const root = await fixture(html`<div></div>`);
      root.innerHTML = `<g6-comparison>
        <table><tr><th>Name</th><th>Colours</th><th>Shop</th></tr>
          <tr><td><a href="/heron">Heron</a></td><td>black<br>white<ul><li>one</li><li>two</li></ul></td><td><a href="https://shop.example/1">Buy <b>now</b></a></td></tr>
        </table>
        <g6-comparison-table></g6-comparison-table>
      </g6-comparison>`;
      const table = one(root, 'g6-comparison-table');
      await shown(table);
      expect(cellsOf(table, 'Colours')).to.deep.equal(['black white one two']);
      expect(cellsOf(table, 'Shop')).to.deep.equal(['Buy now']);
      const links = [...table.querySelectorAll('a')].map((link) => [spoken(link), link.href]);
      expect(links).to.deep.equal([
        ['Heron', new URL('/heron', document.baseURI).href],
        ['Buy now', 'https://shop.example/1'],
      ]);
    });

    it('asks once for all elements inside it', async () => {
      const key = newKey();
      const scope = await fixture(
        html`<g6-comparison src=${fault('json', { key, body: json })}>${inner}${inner}${inner}</g6-comparison>`,
      );
      for (const table of tablesIn(scope)) await shown(table);
      expect(await requestsOf(key)).to.equal(1);
    });

    it('that fails lets every element inside it say why, and try again', async () => {
      const errors: string[] = [];
      const scope = await fixture(html`<g6-comparison
        src=${fault('status/410', { key: newKey(), times: 1, body: json })}
        @g6-error=${({ target }: Event) => errors.push((target as Element).localName)}
        >${inner}<g6-score-breakdown product="zinc-carnosine"><p>Fallback</p></g6-score-breakdown></g6-comparison>`);
      const [table, breakdown] = [
        one<G6ComparisonTable>(scope, 'g6-comparison-table'),
        one<Element>(scope, 'g6-score-breakdown'),
      ];
      await failed(table);
      await failed(breakdown);
      expect(errors).to.deep.equal(['g6-comparison']);
      for (const element of [table, breakdown]) expect(messagesOf(element)).to.have.length(1);
      expect(isVisible(one(breakdown, 'p'))).to.equal(true);
      await expectAccessible(scope);
      theOnly(table, 'button').click();
      await until(() => byRole(table, 'table').length && byRole(breakdown, 'table').length, 'The second attempt');
      expect(rowsOf(table)).to.deep.equal(byScore);
    });
  });

  describe('on a page', () => {
    it('has no box of its own', async () => {
      const root = await fixture(html`<div style="display: flex">
        <g6-comparison .comparison=${leakyGut}><p>One</p><p>Two</p></g6-comparison>
      </div>`);
      expect(getComputedStyle(one(root, 'g6-comparison')).display).to.equal('contents');
      const [first, second] = [...root.querySelectorAll('p')].map((paragraph) => paragraph.getBoundingClientRect());
      expect(first?.top).to.equal(second?.top);
    });

    it('shows what is inside it while it loads, and when it fails', async () => {
      const scope = await fixture(html`<g6-comparison src=${fault('hang')}><p>Words</p></g6-comparison>`);
      expect(isVisible(one(scope, 'p'))).to.equal(true);
      scope.setAttribute('src', fault('status/410'));
      await settled(scope as G6Comparison);
      expect(isVisible(one(scope, 'p'))).to.equal(true);
    });

    it('hides all inside it with the hidden attribute', async () => {
      const scope = await fixture(html`<g6-comparison hidden><p>Words</p></g6-comparison>`);
      expect(isVisible(one(scope, 'p'))).to.equal(false);
    });
  });
});
