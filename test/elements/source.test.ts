/** Where an element's comparison comes from, what is shown until it is there, and what is said when it never comes. */
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../src/define.js';
import type { G6ComparisonTable } from '../../src/elements/g6-comparison-table.js';
import type { Comparison, Diagnostic } from '../../src/model/index.js';
import {
  byRole,
  byScore,
  cellsOf,
  closePages,
  columnsOf,
  failed,
  fault,
  hasFocus,
  isBusy,
  isVisible,
  lamps,
  leakyGut,
  messagesOf,
  newKey,
  openPage,
  requestsOf,
  rowsOf,
  seen,
  settled,
  shown,
  skipPauses,
  skipTimeLimits,
  soon,
  sortButton,
  sortedBy,
  spoken,
  theOnly,
  until,
  watchConsole,
} from '../helpers.js';

type Told = CustomEvent<{ comparison?: Comparison; error?: Error; diagnostics: readonly Diagnostic[] }>;

/** What every element tells the page, from now to the end of the test. */
let told: Told[] = [];
const hear = (event: Event): void => {
  told.push(event as Told);
};
const typesTold = (): string[] => told.map(({ type }) => type);

const titleOf = (element: Element): string => seen(theOnly(element, 'caption'));
const json = (title: string): string => JSON.stringify(lamps(title));
const script = (text: string): string => `<script type="application/json">${text}</script>`;
const plainTable = '<table><caption>Table</caption><tr><th>Name</th></tr><tr><td>Heron</td></tr></table>';

/** An element with a fallback paragraph and these attributes, on the page. */
async function tableWith(attributes: { readonly [name: string]: string }, children = ''): Promise<G6ComparisonTable> {
  const table = document.createElement('g6-comparison-table');
  table.innerHTML = `${children}<p>Fallback</p>`;
  for (const [name, value] of Object.entries(attributes)) table.setAttribute(name, value);
  const root = await fixture(html`<div></div>`);
  root.append(table);
  return table;
}

const fallbackOf = (table: Element): Element => table.querySelector('p') as Element;

describe('a comparison’s source', () => {
  watchConsole();
  beforeEach(() => {
    told = [];
    for (const type of ['g6-ready', 'g6-error']) document.addEventListener(type, hear);
  });
  afterEach(() => {
    for (const type of ['g6-ready', 'g6-error']) document.removeEventListener(type, hear);
    closePages();
  });

  describe('is the first of', () => {
    it('property, data, script, src, table and scope', async () => {
      const scope = await fixture(html`<g6-comparison .comparison=${lamps('Scope')}></g6-comparison>`);
      const table = document.createElement('g6-comparison-table');
      table.innerHTML = script(json('Script')) + plainTable;
      table.data = json('Data');
      table.src = fault('json', { body: json('Source') });
      table.comparison = lamps('Property');
      scope.append(table);
      const titles: string[] = [];
      const look = async (): Promise<void> => {
        await settled(table);
        await shown(table);
        titles.push(titleOf(table));
      };
      await look();
      for (const removeOne of [
        () => {
          table.comparison = undefined;
        },
        () => table.removeAttribute('data'),
        () => {
          table.data = null;
        },
        () => table.querySelector('script')?.remove(),
        () => {
          table.src = null;
        },
        () => table.querySelector('table')?.remove(),
      ]) {
        removeOne();
        await look();
      }
      expect([...new Set(titles)]).to.deep.equal(['Property', 'Data', 'Script', 'Source', 'Table', 'Scope']);
    });

    it('and the element says what it lacks where there is none', async () => {
      const table = await tableWith({});
      await settled(table);
      expect(messagesOf(table)).to.have.length(1);
      expect(messagesOf(table)[0]).to.match(/^There is nothing to compare yet: .*\.$/);
      expect(isVisible(fallbackOf(table))).to.equal(true);
      expect(typesTold()).to.deep.equal([]);
    });

    it('which may be given again and again', async () => {
      const table = await tableWith({});
      for (const title of ['First', 'Second', 'Third']) {
        table.setAttribute('data', json(title));
        await settled(table);
        expect(titleOf(table)).to.equal(title);
      }
      expect(typesTold()).to.deep.equal(['g6-ready', 'g6-ready', 'g6-ready']);
    });

    it('which is read anew when an address is moved from data, where it does not belong, to src', async () => {
      const url = fault('json', { body: json('Lamps') });
      const table = await tableWith({ data: url });
      await failed(table);
      table.removeAttribute('data');
      table.setAttribute('src', url);
      await shown(table);
      expect(titleOf(table)).to.equal('Lamps');
    });

    it('which may be taken away, or changed, while the element is off the page', async () => {
      const scope = await fixture(html`<g6-comparison .comparison=${lamps('Scope')}></g6-comparison>`);
      const table = await tableWith({ data: json('First') });
      const parent = table.parentElement as Element;
      await shown(table);
      table.remove();
      table.data = json('Second');
      parent.append(table);
      await settled(table);
      expect(titleOf(table)).to.equal('Second');
      table.remove();
      table.removeAttribute('data');
      parent.append(table);
      await settled(table);
      expect(messagesOf(table)[0]).to.match(/^There is nothing to compare yet/);
      scope.append(table);
      await settled(table);
      expect(titleOf(table)).to.equal('Scope');
    });

    it('and a property may be JSON text or a comparison that was read before', async () => {
      const table = await tableWith({});
      table.comparison = json('Text');
      await settled(table);
      expect(titleOf(table)).to.equal('Text');
      const other = await tableWith({});
      other.comparison = told[0]?.detail.comparison;
      await settled(other);
      expect(titleOf(other)).to.equal('Text');
    });
  });

  describe('that is a JSON script', () => {
    for (const [what, child, title] of [
      ['a JSON script in a paragraph', `<p>${script(json('Script'))}</p>`, 'Script'],
      ['a table in a figure', `<figure class="wp-block-table">${plainTable}</figure>`, 'Table'],
    ] as const) {
      it(`is found where a CMS has put it: ${what}`, async () => {
        const table = await tableWith({}, child);
        await shown(table);
        expect(titleOf(table)).to.equal(title);
      });
    }

    it('is found among other children', async () => {
      const table = await tableWith({}, `<script type="text/plain">no</script>${script(json('Script'))}`);
      await shown(table);
      expect(titleOf(table)).to.equal('Script');
      expect(isVisible(fallbackOf(table))).to.equal(false);
    });

    it('is found when it is added later', async () => {
      const table = await tableWith({});
      await settled(table);
      table.insertAdjacentHTML('beforeend', script(json('Later')));
      await shown(table);
      expect(titleOf(table)).to.equal('Later');
    });

    it('is read when the parser comes to its end, not before', async () => {
      const bundle = await (await fetch('/dist/g6-comparison.min.js')).text();
      const page = await openPage('');
      page.open();
      // Within the page, so that its parser waits for nothing but for what the test writes.
      page.write(`<!doctype html><body><script>${bundle}</script>`);
      const types: string[] = [];
      for (const type of ['g6-ready', 'g6-error']) page.addEventListener(type, () => types.push(type));
      page.write('<g6-comparison-table>');
      await soon();
      page.write('<script type="application/json">{"title":"In two ');
      await soon();
      await soon();
      page.write('parts","products":[{"name":"Heron"}]}</script>');
      await soon();
      page.write('</g6-comparison-table>');
      page.close();
      const table = page.querySelector('g6-comparison-table') as Element;
      await shown(table);
      expect(titleOf(table)).to.equal('In two parts');
      expect(types).to.deep.equal(['g6-ready']);
    });
  });

  describe('that is a table', () => {
    const markup = `<table>
      <caption>Desk <b>lamps</b></caption>
      <thead><tr><th>Lamp</th><th>Price</th><th>Shade</th></tr></thead>
      <tbody>
        <tr><td><a href="https://example.com/heron">Heron</a></td><td>$20</td><td>Steel</td></tr>
        <tr><th scope="row">Plover</th><td>$10</td><td>–</td></tr>
      </tbody>
    </table>`;

    it('becomes one that can be sorted, with its caption, columns and links', async () => {
      const table = await tableWith({}, markup);
      await shown(table);
      expect(titleOf(table)).to.equal('Desk lamps');
      expect(columnsOf(table).slice(1)).to.deep.equal(['Price', 'Shade']);
      expect(rowsOf(table)).to.deep.equal(['Heron', 'Plover']);
      expect(cellsOf(table, 'Shade')).to.deep.equal(['Steel', 'not stated']);
      sortButton(table, 'Price').click();
      await settled(table);
      expect(rowsOf(table)).to.deep.equal(['Plover', 'Heron']);
      expect(typesTold()).to.deep.equal(['g6-ready']);
    });

    it('is not shown beside what became of it', async () => {
      const table = await tableWith({}, markup);
      await shown(table);
      expect(isVisible(table.querySelector('table') as Element)).to.equal(false);
    });

    it('stays as it is where it has no products', async () => {
      const table = await tableWith({}, '<table><tr><td>Nothing</td></tr></table>');
      await failed(table);
      expect(messagesOf(table)[0]).to.match(/^The table: There is no product/);
      expect(isVisible(table.querySelector('table') as Element)).to.equal(true);
    });
  });

  describe('that is an address', () => {
    it('is asked once by five elements, wherever they stand and however it is written', async () => {
      const key = newKey();
      const url = fault('slow', { key, ms: 50, body: json('Shared') });
      const root = await fixture(html`<div>
        <g6-comparison-table src=${url}></g6-comparison-table>
        <p><g6-comparison-table src=${url}></g6-comparison-table></p>
        <g6-comparison-table src=${new URL(url, document.baseURI).href}></g6-comparison-table>
        <g6-score-breakdown src=${`${url}#part`} product="heron"></g6-score-breakdown>
        <g6-comparison src=${url}><g6-comparison-table></g6-comparison-table></g6-comparison>
      </div>`);
      const tables = [...root.querySelectorAll('g6-comparison-table')];
      for (const table of tables) await shown(table);
      await until(() => told.length === 5, 'Five times g6-ready');
      expect(await requestsOf(key)).to.equal(1);
      expect(told.map(({ type, target }) => `${type} ${(target as Element).localName}`).sort()).to.deep.equal([
        'g6-ready g6-comparison',
        'g6-ready g6-comparison-table',
        'g6-ready g6-comparison-table',
        'g6-ready g6-comparison-table',
        'g6-ready g6-score-breakdown',
      ]);
    });

    it('is not asked again by an element that is moved, while it loads or after', async () => {
      const key = newKey();
      const table = await tableWith({ src: fault('slow', { key, ms: 50, body: json('Moved') }) });
      const other = await fixture(html`<div></div>`);
      other.append(table);
      await shown(table);
      table.parentElement?.before(table);
      await settled(table);
      await shown(table);
      expect(titleOf(table)).to.equal('Moved');
      expect(await requestsOf(key)).to.equal(1);
    });

    it('is not asked again by an element that comes later', async () => {
      const key = newKey();
      const src = fault('json', { key, body: json('Shared') });
      await shown(await tableWith({ src }));
      await shown(await tableWith({ src }));
      expect(await requestsOf(key)).to.equal(1);
    });

    it('shares the reader’s order among its elements, also with those that come later', async () => {
      const src = fault('json', { key: newKey(), body: json('Shared') });
      const [first, second] = [await tableWith({ src }), await tableWith({ src })];
      await shown(first);
      await shown(second);
      sortButton(first, 'Price').click();
      await settled(first, second);
      expect(sortedBy(second)).to.deep.equal(['Price ascending']);
      expect(rowsOf(second)).to.deep.equal(['Plover', 'Heron', 'Bittern']);
      const third = await tableWith({ src });
      await shown(third);
      expect(sortedBy(third)).to.deep.equal(['Price ascending']);
    });

    it('keeps the reader’s order when its element is removed and attached again', async () => {
      const table = await tableWith({ src: fault('json', { key: newKey(), body: json('Kept') }) });
      const parent = table.parentElement as Element;
      await shown(table);
      sortButton(table, 'Price').click();
      await settled(table);
      table.remove();
      await settled(table);
      parent.append(table);
      await shown(table);
      expect(sortedBy(table)).to.deep.equal(['Price ascending']);
    });

    it('that is changed while it loads is forgotten: the last wins', async () => {
      const slow = fault('slow', { ms: 200, body: json('Late') });
      const table = await tableWith({ src: slow });
      await settled(table);
      table.src = fault('json', { body: json('Last') });
      await shown(table);
      expect(titleOf(table)).to.equal('Last');
      // An answer that was asked for after the late one has come: so has the late one.
      await (await fetch(slow)).text();
      await settled(table);
      expect(titleOf(table)).to.equal('Last');
      expect(typesTold()).to.deep.equal(['g6-ready']);
    });

    it('that is changed to and fro shows what it was changed to at the end', async () => {
      const [slow, fast] = [fault('slow', { ms: 50, body: json('Slow') }), fault('json', { body: json('Fast') })];
      const table = await tableWith({ src: slow });
      for (const src of [fast, slow, fast, slow]) {
        table.src = src;
        await settled(table);
      }
      await until(() => byRole(table, 'table').length && titleOf(table) === 'Slow', 'The last address');
      expect(typesTold()).to.include('g6-ready').and.not.include('g6-error');
    });

    it('is let go when its element is removed while it loads', async () => {
      const { fetch: original } = window;
      const signals: (AbortSignal | null | undefined)[] = [];
      window.fetch = (input, init) => {
        signals.push(init?.signal);
        return original(input, init);
      };
      const key = newKey();
      const table = await tableWith({ src: fault('hang', { key }) });
      await until(() => signals.length, 'The request');
      const parent = table.parentElement as Element;
      table.remove();
      await until(() => signals[0]?.aborted, 'The end of the request');
      parent.append(table);
      await until(() => signals.length === 2, 'The second request');
      window.fetch = original;
      expect(isBusy(table)).to.equal(true);
      expect(typesTold()).to.deep.equal([]);
    });
  });

  describe('that can be read', () => {
    it('is told once, with the comparison and what its author has to know', async () => {
      const table = await tableWith({ data: JSON.stringify(leakyGut) });
      await shown(table);
      expect(typesTold()).to.deep.equal(['g6-ready']);
      const event = told[0] as Told;
      expect(event).to.include({ target: table, bubbles: true, composed: true });
      const { comparison, diagnostics } = event.detail;
      expect(comparison?.products.map(({ name }) => name)).to.deep.equal(byScore);
      expect(comparison).to.satisfy(Object.isFrozen);
      const mismatches = diagnostics.filter(({ code }) => code === 'score-mismatch');
      expect(mismatches.map(({ path, severity }) => `${severity} ${path}`)).to.deep.equal([
        'warning /products/0/statedScore',
        'warning /products/2/statedScore',
        'warning /products/3/statedScore',
      ]);
      for (const { message } of mismatches) expect(message).to.match(/headlined .* but its scores give .*\.$/);
      sortButton(table, 'Price/Serving').click();
      table.setAttribute('columns', 'name');
      await settled(table);
      expect(typesTold()).to.deep.equal(['g6-ready']);
    });

    for (const [what, url] of [
      ['of another content type', fault('type', { body: lamps('Lamps') })],
      ['after a byte order mark', fault('bom', { body: lamps('Lamps') })],
      ['behind a redirect', fault('redirect', { body: lamps('Lamps') })],
      ['of nearly 1 MiB', fault('big', { bytes: 2 ** 20 - 1000, body: lamps('Lamps') })],
    ] as const) {
      it(`is shown: JSON ${what}`, async () => {
        const table = await tableWith({ src: url });
        await shown(table);
        expect(titleOf(table)).to.equal('Lamps');
        expect(typesTold()).to.deep.equal(['g6-ready']);
      });
    }

    it('has its relative links from the document’s place where it has one, else from the page’s', async () => {
      const body = { products: [{ name: 'Heron', url: 'heron.html' }] };
      const [loaded, inline] = [
        await tableWith({ src: fault('json', { body }) }),
        await tableWith({ data: JSON.stringify(body) }),
      ];
      await shown(loaded);
      await shown(inline);
      const hrefs = [loaded, inline].map((table) => (theOnly(table, 'link') as HTMLAnchorElement).href);
      expect(hrefs).to.deep.equal([
        new URL('/__faults/heron.html', location.href).href,
        new URL('heron.html', document.baseURI).href,
      ]);
    });

    it('is in the language of the nearest lang attribute where it names none', async () => {
      const root = await fixture(html`<div lang="de">
        <g6-comparison-table .comparison=${{ products: [{ name: 'Reiher', specs: { mass: 1.5 } }] }}></g6-comparison-table>
      </div>`);
      const table = root.querySelector('g6-comparison-table') as Element;
      expect(cellsOf(table, 'Mass')).to.deep.equal(['1,5']);
      expect(table.shadowRoot?.querySelector('[lang=de]')).to.not.equal(null);
    });

    it('takes the place of the fallback', async () => {
      const table = await tableWith({ src: fault('slow', { ms: 50, body: json('Lamps') }) });
      await settled(table);
      expect(isVisible(fallbackOf(table))).to.equal(true);
      await shown(table);
      expect(isVisible(fallbackOf(table))).to.equal(false);
      expect(isBusy(table)).to.equal(false);
    });
  });

  describe('while it loads', () => {
    it('is announced as such, with the fallback in sight', async () => {
      const table = await tableWith({ src: fault('hang') });
      await settled(table);
      expect(spoken(theOnly(table, 'status'))).to.match(/^Loading\b.*…$/);
      expect(isBusy(table)).to.equal(true);
      expect(isVisible(fallbackOf(table))).to.equal(true);
      expect(fallbackOf(table).assignedSlot).to.not.equal(null);
      expect(typesTold()).to.deep.equal([]);
    });

    it('has quiet lines in its place where there is no fallback', async () => {
      const root = await fixture(html`<div><g6-comparison-table src=${fault('hang')}></g6-comparison-table></div>`);
      const table = root.querySelector('g6-comparison-table') as Element;
      expect(table.getBoundingClientRect().height).to.be.above(50);
      expect(seen(table.shadowRoot?.querySelector('[part~=root]') as Element)).to.equal('');
    });
  });

  describe('that cannot be read', () => {
    const deep = `${'['.repeat(33)}${']'.repeat(33)}`;
    const wrong: readonly (readonly [what: string, text: string, sentence: RegExp, code: string])[] = [
      ['cut off', '{"products":[', /valid JSON/, 'invalid-json'],
      ['with curly quotes', '{“products”: [{“name”: “Heron”}]}', /Your CMS changed the quotes/, 'invalid-json'],
      ['with quotes as entities', '{&quot;products&quot;: []}', /Your CMS changed the quotes/, 'invalid-json'],
      ['empty', '', /no JSON/, 'invalid-json'],
      ['an HTML page', '<!doctype html><p>Hello</p>', /HTML page/, 'invalid-json'],
      ['a list', '["Heron"]', /object with “products”/, 'not-an-object'],
      ['a text', '"Heron"', /object with “products”/, 'not-an-object'],
      ['null', 'null', /object with “products”/, 'not-an-object'],
      [
        'of an unknown version',
        '{"version":2,"products":[{"name":"Heron"}]}',
        /\b2\b.*use version 1/,
        'unknown-version',
      ],
      ['without products', '{"title":"Lamps","products":[]}', /no product/, 'no-products'],
      ['of products without names', '{"products":[{"brand":"Heron"}]}', /\bname\b/, 'no-products'],
      ['nested too deep', `{"products":${deep}}`, /deeper than 32/, 'too-deep'],
    ];
    const expectFailure = async (table: Element, sentence: RegExp): Promise<Told> => {
      await failed(table);
      await soon();
      expect(messagesOf(table)).to.have.length(1);
      expect(messagesOf(table)[0]).to.match(sentence).and.match(/\.$/);
      expect(byRole(table, 'table')).to.deep.equal([]);
      expect(isVisible(fallbackOf(table)), 'the fallback').to.equal(true);
      expect(fallbackOf(table).assignedSlot).to.not.equal(null);
      expect(isBusy(table)).to.equal(false);
      expect(typesTold()).to.deep.equal(['g6-error']);
      const event = told[0] as Told;
      expect(event).to.include({ target: table, bubbles: true, composed: true });
      expect(event.detail.error).to.be.instanceOf(Error);
      expect(event.detail.error?.message).to.equal(messagesOf(table)[0]);
      return event;
    };
    for (const [what, text, sentence, code] of wrong) {
      for (const [place, make] of [
        ['data', () => tableWith({ data: text })],
        ['a script', () => tableWith({}, script(text))],
        ['an address', () => tableWith({ src: fault('json', { body: text || ' ' }) })],
      ] as const) {
        it(`is told in one sentence: ${what}, in ${place}`, async () => {
          const { detail } = await expectFailure(await make(), sentence);
          expect(detail.error?.name).to.equal('DocumentError');
          expect(detail.diagnostics.map((diagnostic) => diagnostic.code)).to.include(code);
        });
      }
    }

    it('is told in one sentence: with curly quotes around the type of its script too', async () => {
      const curly = '<script type=”application/json”>{“products”: [“Heron”]}</script>';
      await expectFailure(await tableWith({}, curly), /^The JSON script: Your CMS changed the quotes/);
    });

    it('is told in one sentence: over 1 MiB', async () => {
      const table = await tableWith({ data: `{"padding":"${'x'.repeat(2 ** 20)}","products":[{"name":"Heron"}]}` });
      const { detail } = await expectFailure(table, /larger than 1 MiB/);
      expect(detail.diagnostics.map(({ code }) => code)).to.deep.equal(['too-large']);
    });

    const lost: readonly (readonly [what: string, url: () => string, sentence: RegExp, kind: string])[] = [
      ['404', () => fault('status/404'), /\b404\b/, 'status'],
      ['500', () => fault('status/500'), /\b500\b/, 'status'],
      [
        'an answer cut off',
        () => fault('truncated', { body: lamps('Lamps') }),
        /could not be fetched.*CORS/,
        'network',
      ],
      ['a server that is not there', () => 'http://localhost:1/', /could not be fetched.*CORS/, 'network'],
      ['an address that is none', () => 'http://', /could not be fetched/, 'network'],
      ['over 1 MiB', () => fault('big'), /larger than 1 MiB/, 'too-large'],
    ];
    for (const [what, url, sentence, kind] of lost) {
      it(`is told in one sentence, with a button that tries again: ${what}`, async () => {
        skipPauses();
        const table = await tableWith({ src: url() });
        const { detail } = await expectFailure(table, sentence);
        expect(detail.error).to.include({ name: 'LoadError', kind });
        expect(detail.diagnostics).to.deep.equal([]);
        expect(spoken(theOnly(table, 'button'))).to.equal('Try again');
      });
    }

    it('keeps the focus on the button while it tries again, and when that fails too', async () => {
      const table = await tableWith({ src: fault('status/404') });
      await failed(table);
      const button = theOnly(table, 'button');
      button.focus();
      const again = oneEvent(table, 'g6-error');
      button.click();
      await settled(table);
      expect(hasFocus(button)).to.equal(true);
      await again;
      expect(hasFocus(button)).to.equal(true);
    });

    it('is told in one sentence, with a button that tries again: no answer within ten seconds', async () => {
      const delays = skipTimeLimits();
      const table = await tableWith({ src: fault('hang') });
      const { detail } = await expectFailure(table, /did not answer in time/);
      expect(detail.error).to.include({ name: 'LoadError', kind: 'timeout' });
      expect(Math.max(...delays)).to.be.at.most(10_000);
    });

    it('is told by each of its elements, once', async () => {
      const src = fault('json', { key: newKey(), body: '{' });
      const tables = [await tableWith({ src }), await tableWith({ src })];
      for (const table of tables) await failed(table);
      expect(typesTold()).to.deep.equal(['g6-error', 'g6-error']);
      expect(tables.map((table) => told.filter(({ target }) => target === table).length)).to.deep.equal([1, 1]);
    });

    it('leaves an element that recovers when it is given a good one', async () => {
      const table = await tableWith({ data: '{' });
      await failed(table);
      table.data = json('Good');
      await settled(table);
      expect(titleOf(table)).to.equal('Good');
      expect(messagesOf(table)).to.deep.equal([]);
      expect(typesTold()).to.deep.equal(['g6-error', 'g6-ready']);
    });

    it('takes the place of a comparison that was there before, and the fallback comes back', async () => {
      const table = await tableWith({ data: json('Good') });
      await shown(table);
      table.data = '{';
      await failed(table);
      expect(byRole(table, 'table')).to.deep.equal([]);
      expect(isVisible(fallbackOf(table))).to.equal(true);
    });
  });

  describe('that is tried again', () => {
    it('recovers, in every element of its address', async () => {
      skipPauses();
      const key = newKey();
      const src = fault('status/503', { key, times: 2, body: json('Recovered') });
      const [first, second] = [await tableWith({ src }), await tableWith({ src })];
      await failed(first);
      await failed(second);
      expect(await requestsOf(key)).to.equal(2);
      theOnly(first, 'button').click();
      await shown(first);
      await shown(second);
      expect([first, second].map(titleOf)).to.deep.equal(['Recovered', 'Recovered']);
      expect(isVisible(fallbackOf(first))).to.equal(false);
      expect(await requestsOf(key)).to.equal(3);
      expect(typesTold()).to.deep.equal(['g6-error', 'g6-error', 'g6-ready', 'g6-ready']);
    });

    it('keeps the focus in the element when the button goes', async () => {
      const table = await tableWith({ src: fault('status/410', { key: newKey(), times: 1, body: json('Here') }) });
      await failed(table);
      const button = theOnly(table, 'button');
      button.focus();
      button.click();
      await shown(table);
      await settled(table);
      expect(hasFocus(table.shadowRoot?.querySelector('[part~=root]') as Element)).to.equal(true);
    });

    it('says that it is at work meanwhile', async () => {
      const table = await tableWith({ src: fault('status/410', { key: newKey() }) });
      await failed(table);
      theOnly(table, 'button').click();
      await (table as G6ComparisonTable).updateComplete;
      expect(isBusy(table)).to.equal(true);
      await failed(table);
      expect(typesTold()).to.deep.equal(['g6-error', 'g6-error']);
    });

    it('is asked anew by an element that comes after a failure was taken away', async () => {
      const src = fault('status/410', { key: newKey(), times: 1, body: json('Second') });
      const table = await tableWith({ src });
      await failed(table);
      table.remove();
      await soon();
      const other = await tableWith({ src });
      await shown(other);
      expect(titleOf(other)).to.equal('Second');
    });
  });
});
