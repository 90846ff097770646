/** The builder as an author uses it, from an article to a snippet that shows the table. Needs the build. */
import { expect } from '@open-wc/testing';
import { byScore, closePages, openPage, rowsOf, scoresOf, seen, until, watchConsole } from '../helpers.js';
import { Builder, forget, opened, readArticleText } from './builder-page.js';

describe('the builder', () => {
  watchConsole();
  beforeEach(forget);
  afterEach(closePages);

  it('leads from an article to a snippet that shows the table, over a reload, with two steps undone', async () => {
    const builder = await opened();
    expect(seen(builder.find('summary', 'Read from'))).to.match(/4 products, 5 criteria, 20 scores, 9 columns/);
    expect(builder.has('h2', 'To check')).to.equal(true);
    const [header, weights, ...rows] = builder.grid;
    expect(header?.slice(0, 5)).to.deep.equal([
      'Product',
      'Score',
      'Headline',
      'Evidence Quality',
      'Ingredient Transparency',
    ]);
    expect(weights?.slice(0, 8)).to.deep.equal(['Weight', 'Sum 100', '', '30', '25', '20', '15', '10']);
    expect(rows.map(([name]) => name)).to.deep.equal(byScore);
    expect(rows.map(([, score]) => score)).to.deep.equal(['9.0', '8.6', '8.0', '7.5']);

    // A headline is mended in its cell, a weight is changed by keys.
    await builder.type(byScore[0] as string, 'Headline', '9.0');
    await until(() => !/is headlined “8.7”/.test(seen(builder.page.body)), 'The mended headline');
    await builder.type('Weight', 'Value', '50');
    await until(() => builder.grid[1]?.[1] === 'Sum 130', 'The changed weight');
    expect(builder.has('button', 'Make them add up to 100')).to.equal(true);

    await builder.kept();
    await builder.reload();
    expect(builder.grid[1]?.[1]).to.equal('Sum 130');
    expect(builder.cell(byScore[0] as string, 'Headline').textContent).to.contain('9.0');

    builder.button('Undo: change the weight of Value').click();
    await until(() => builder.grid[1]?.[1] === 'Sum 100', 'The first step undone');
    builder.button('Undo: change Headline of Thorne L-Glutamine').click();
    await until(() => /is headlined “8.7”/.test(seen(builder.page.body)), 'The second step undone');
    builder.button('Redo').click();
    await until(() => !/is headlined “8.7”/.test(seen(builder.page.body)), 'The step done again');

    const snippet = await builder.copied('Copy the snippet');
    expect(snippet).to.match(
      /^<script src="[^"]+\/dist\/g6-comparison\.min\.js" integrity="sha384-[^"]+" crossorigin="anonymous" defer/,
    );
    const table = (await openPage(snippet)).querySelector('g6-comparison-table') as HTMLElement;
    await until(() => table.shadowRoot, 'The element of the snippet');
    await until(() => table.shadowRoot?.querySelector('table'), 'The table of the snippet');
    expect(rowsOf(table)).to.deep.equal(byScore);
    expect(scoresOf(table).map((text) => /[\d.]+/.exec(text)?.[0])).to.deep.equal(['9.0', '8.6', '8.0', '7.5']);
  });

  describe('to everybody', () => {
    const page = '/demo/builder/index.html?without-policy';

    it('is accessible while it is empty, and where nothing was found', async () => {
      const builder = await Builder.open({ page });
      expect(await builder.faults(), 'empty').to.deep.equal([]);
      builder.paste(builder.field('Your article'), 'Nothing.');
      await until(() => builder.alerts, 'A sentence');
      expect(await builder.faults(), 'nothing found').to.deep.equal([]);
    });

    it('is accessible with everything open', async () => {
      const builder = await opened({ page });
      for (const details of builder.page.querySelectorAll('details')) details.open = true;
      await until(() => builder.page.querySelector('[data-path="/title"]'), 'The forms');
      expect(await builder.faults()).to.deep.equal([]);
    });

    it('is accessible with an error in a cell', async () => {
      const builder = await opened({ page });
      await builder.type(byScore[0] as string, 'Value', '12');
      await until(() => builder.alerts, 'An error in a cell');
      expect(await builder.faults()).to.deep.equal([]);
    });
  });

  it('is no wider than a narrow screen, empty and full', async () => {
    const builder = await Builder.open({ width: 320 });
    const width = () => builder.page.documentElement.scrollWidth;
    expect(width()).to.be.at.most(320);
    builder.paste(builder.field('Your article'), await readArticleText());
    await until(() => builder.page.querySelector('[role=grid]'), 'The grid');
    for (const details of builder.page.querySelectorAll('details')) details.open = true;
    await until(() => builder.page.querySelector('[data-path="/title"]'), 'The forms');
    expect(width()).to.be.at.most(320);
  });

  describe('what is kept', () => {
    it('is told from what another tab has kept', async () => {
      const first = await opened();
      await first.kept();
      const second = await Builder.open();
      await until(() => second.grid.length === 6, 'The same work');
      await second.type(byScore[0] as string, 'Headline', '9.0');
      await until(() => second.has('button', 'Undo: change Headline'), 'A change');
      await second.kept();
      await first.type('Weight', 'Value', '50');
      await until(() => first.has('button', 'Show that'), 'The question');
      first.button('Show that').click();
      await until(() => first.grid[1]?.[1] === 'Sum 100' && /9\.0/.test(first.grid[2]?.[2] ?? ''), 'The other work');
    });

    it('may find no room: that is said, and the work goes on', async () => {
      const builder = await opened();
      await builder.kept();
      const { IDBObjectStore: Stores } = builder.frame.contentWindow as Window & typeof globalThis;
      Stores.prototype.put = () => {
        throw new DOMException('Full.', 'QuotaExceededError');
      };
      await builder.type('Weight', 'Value', '50');
      await until(() => /Not saved: this browser has no room left/.test(seen(builder.page.body)), 'The news');
      expect(builder.grid[1]?.[1]).to.equal('Sum 130');
    });
  });
});
