/** The audit: every diagnostic before its author's eyes, on the page and in the console, and never before a reader's. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import { readComparison } from '../../src/model/index.js';
import {
  expectAccessible,
  fault,
  leakyGut,
  newKey,
  settled,
  shapeOf,
  skipPauses,
  spoken,
  until,
  watchConsole,
} from '../helpers.js';

const panelOf = (element: Element): HTMLElement | null | undefined =>
  element.shadowRoot?.querySelector<HTMLElement>('[part~=audit]');

/** What the panel lists: by the words for each severity and its count, each message with its place. */
const listed = (element: Element): { [group: string]: (readonly [message: string, place: string])[] } =>
  Object.fromEntries(
    [...(panelOf(element)?.querySelectorAll('ul') ?? [])].map((list) => [
      spoken(panelOf(element)?.querySelector(`#${list.getAttribute('aria-labelledby')}`) as Element),
      [...list.children].map((item) => [...item.children].map(spoken) as [string, string]),
    ]),
  );

const clean = { products: [{ name: 'Heron' }] };
const tags = ['g6-comparison-table', 'g6-score-breakdown', 'g6-product-card', 'g6-comparison'] as const;

/** An element with a document, as its author sees it. */
async function audited(
  tag: string,
  document: unknown,
  attributes: { readonly [name: string]: string } = {},
): Promise<Element> {
  const element = window.document.createElement(tag) as HTMLElement & { comparison: unknown };
  for (const [name, value] of Object.entries({ audit: '', ...attributes })) element.setAttribute(name, value);
  element.comparison = document;
  (await fixture<HTMLElement>(html`<div></div>`)).append(element);
  await settled(element);
  return element;
}

describe('the audit', () => {
  watchConsole();

  describe('of the seed article', () => {
    it('lists its three headlines that its scores contradict', async () => {
      const table = await fixture<HTMLElement>(
        html`<g6-comparison-table audit src="/demo/data/leaky-gut.json"></g6-comparison-table>`,
      );
      await until(() => panelOf(table), 'The panel');
      const warnings = Object.entries(listed(table)).find(([group]) => group.startsWith('Warnings'))?.[1] ?? [];
      const mismatches = warnings.filter(([message]) => /is headlined “.*”, but its scores give/.test(message));
      expect(mismatches.map(([message, place]) => [/“([\d.]+)”/.exec(message)?.[1], place])).to.deep.equal([
        ['8.7', 'Thorne L-Glutamine › statedScore'],
        ['8.2', 'Sovereign Laboratories Colostrum-LD › statedScore'],
        ['7.3', 'Ora Organic Trust Your Gut › statedScore'],
      ]);
    });

    it('lists every diagnostic that there is, by severity, with the count of each', async () => {
      const { diagnostics } = readComparison(leakyGut);
      const table = await audited('g6-comparison-table', leakyGut);
      const of = (severity: string) =>
        diagnostics.filter((each) => each.severity === severity).map(({ message }) => message);
      const groups = listed(table);
      expect(Object.keys(groups)).to.deep.equal([
        `Warnings (${of('warning').length})`,
        `Worth knowing (${of('info').length})`,
      ]);
      expect(Object.values(groups).map((items) => items.map(([message]) => message))).to.deep.equal([
        of('warning'),
        of('info'),
      ]);
    });
  });

  describe('is there', () => {
    for (const tag of tags) {
      it(`for the author of <${tag}>, and for nobody else`, async () => {
        const element = (await audited(tag, leakyGut, { product: 'thorne-l-glutamine' })) as HTMLElement;
        expect(Object.keys(listed(element))).to.have.length(2);
        expect(spoken(panelOf(element) as Element)).to.match(/^Audit .*take away the audit attribute/);
        element.removeAttribute('audit');
        await settled(element);
        expect(panelOf(element)).to.equal(null);
        element.setAttribute('audit', 'false');
        await settled(element);
        expect(panelOf(element)).to.equal(null);
        Object.assign(element, { audit: true });
        await settled(element);
        expect(panelOf(element)).to.not.equal(null);
      });

      it(`in order, where <${tag}> has nothing to say`, async () => {
        const element = await audited(tag, clean);
        expect(listed(element)).to.deep.equal({});
        expect(spoken(panelOf(element) as Element)).to.match(/Everything is in order\.$/);
      });

      it(`for a document that <${tag}> cannot use`, async () => {
        const element = await audited(tag, '{"products":[{"brand":"Heron"}]}');
        if (tag === 'g6-comparison') return expect(Object.keys(listed(element))).to.deep.equal(['Errors (2)']);
        return expect(listed(element)['Errors (2)']?.map(([, place]) => place)).to.deep.equal([
          'products 1',
          'products',
        ]);
      });
    }

    it('not for a comparison that is still on its way', async () => {
      const table = await fixture<Element>(
        html`<g6-comparison-table audit src=${fault('hang')}></g6-comparison-table>`,
      );
      expect(panelOf(table)).to.equal(null);
    });

    it('for an address that nothing can be had from', async () => {
      skipPauses();
      const table = await fixture<Element>(
        html`<g6-comparison-table audit src=${fault('status/404')}></g6-comparison-table>`,
      );
      await until(() => panelOf(table), 'The panel');
      expect(listed(table)['Errors (1)']?.[0]?.[0]).to.match(/404/);
    });
  });

  describe('says where', () => {
    const rubric = {
      criteria: [
        { id: 'a/b', label: 'A', weight: 1 },
        { label: 'B', weight: -1 },
      ],
    };
    for (const [path, document, words] of [
      ['', '[]', 'The whole document'],
      ['/updated', { ...clean, updated: 'soon' }, 'updated'],
      ['/rubric/criteria/1/weight', { ...clean, rubric }, 'rubric › criteria 2 › weight'],
      [
        '/products/0/sources/1/doi',
        { products: [{ name: 'Heron', sources: [{}, { doi: 'x' }] }] },
        'Heron › sources 2 › doi',
      ],
      ['/products/1', { products: ['Heron', {}] }, 'products 2'],
      ['/products/1/url', { products: [{}, { name: 'Ibis', url: 'x:' }] }, 'Ibis › url'],
      [
        '/products/0/scores/a~1b',
        { rubric, products: [{ name: 'Heron', scores: { 'a/b': 11, b: 1 } }] },
        'Heron › scores › a/b',
      ],
    ] as const) {
      it(`${path || 'nothing'} is “${words}”`, async () => {
        expect(readComparison(document).diagnostics.map((each) => each.path)).to.include(path);
        const places = Object.values(listed(await audited('g6-comparison-table', document))).flat();
        expect(places.map(([, place]) => place)).to.include(words);
      });
    }
  });

  describe('of names in attributes', () => {
    it('lists those that no column has, with those that there are', async () => {
      const table = await audited('g6-comparison-table', leakyGut, {
        columns: 'name prize, score',
        sort: '-cost price',
      });
      const warnings = Object.values(listed(table))[0] ?? [];
      expect(warnings.slice(0, 2).map(([message, place]) => [/^“(\w+)”/.exec(message)?.[1], place])).to.deep.equal([
        ['prize', 'columns="…"'],
        ['cost', 'sort="…"'],
      ]);
      expect(warnings[0]?.[0]).to.match(/there are name, score, bestFor, offers, ingredient, dose, .*verification\.$/);
    });

    it('lists those of a card', async () => {
      const card = await audited('g6-product-card', clean, { columns: 'prize' });
      expect(Object.keys(listed(card))).to.deep.equal(['Warnings (1)']);
    });

    it('knows those that a comparison may come to have', async () => {
      const table = await audited('g6-comparison-table', clean, { columns: 'name score bestFor', sort: '-score' });
      expect(listed(table)).to.deep.equal({});
    });
  });

  describe('of the attributes about offers', () => {
    const url = 'https://shop.example/';
    const earning = {
      products: [
        {
          name: 'Heron',
          offers: [
            { seller: 'Tea & Co', url, price: '$1', asOf: '2026-04-30', paid: true },
            { url: 'https://www.pots.example/1', paid: true },
            { seller: 'Tea & CO', url, paid: true },
            { seller: 'A; B=C', url, paid: true },
            { seller: 'Free Shop', url },
          ],
        },
      ],
      disclosure: 'Paid.',
    };
    const sellers = 'name one of Tea & CO, pots.example, A%3B B%3DC, or write tag=mine.';
    const rows: readonly (readonly [attribute: string, text: string, ...messages: string[]])[] = [
      ['price-max-age', '12h'],
      ['price-max-age', '12 hours', '“12 hours” is no age: write one such as 12h or 7d.'],
      ['price-max-age', '-1d', '“-1d” is no age: write one such as 12h or 7d.'],
      ['link-params', 'tag=mine&sub=; tea & CO: a=1&b=2; pots.example: c=3; a%3b b%3dc: d=4;'],
      ['link-params', 'Tee & Co: tag=mine', `“Tee & Co” has no paid offer: ${sellers}`],
      ['link-params', 'Free Shop: tag=mine', `“Free Shop” has no paid offer: ${sellers}`],
      ['link-params', 'tag:me', `“tag” has no paid offer: ${sellers}`, '“me” is no parameter: write tag=mine.'],
      ['link-params', '=x&a=1', '“=x” is no parameter: write tag=mine.'],
      ['link-params', 'mine-20', '“mine-20” is no parameter: write tag=mine.'],
    ];
    for (const [attribute, text, ...messages] of rows) {
      for (const tag of ['g6-comparison-table', 'g6-product-card']) {
        it(`says ${messages.length ? messages.join(' ') : 'nothing'} of ${attribute}="${text}" in <${tag}>`, async () => {
          const found = Object.values(listed(await audited(tag, earning, { [attribute]: text }))).flat();
          expect(found.filter(([, place]) => place === `${attribute}="…"`).map(([message]) => message)).to.deep.equal(
            messages,
          );
        });
      }
    }

    it('does not say that a seller has no paid offer where nobody has', async () => {
      const table = await audited('g6-comparison-table', clean, { 'link-params': 'Tea & Co: tag=mine' });
      expect(listed(table)).to.deep.equal({});
    });
  });

  describe('of elements in other elements', () => {
    for (const tag of tags) {
      const isScope = tag === 'g6-comparison';
      it(`says ${isScope ? 'nothing' : 'what to do'} of a breakdown in <${tag}>`, async () => {
        const element = window.document.createElement(tag);
        element.append(window.document.createElement('g6-score-breakdown'), window.document.createElement('p'));
        Object.assign(element, { comparison: clean, audit: true });
        (await fixture<HTMLElement>(html`<div></div>`)).append(element);
        await settled(element);
        expect(listed(element)).to.deep.equal(
          isScope
            ? {}
            : {
                'Warnings (1)': [
                  ['It gets nothing to compare here: put both into a g6-comparison.', 'g6-score-breakdown'],
                ],
              },
        );
      });
    }
  });

  for (const tag of tags) {
    it(`has no fault that axe finds in <${tag}>`, async () => {
      await expectAccessible(await audited(tag, leakyGut, { product: 'zinc-carnosine' }));
    });
  }

  it('has the tree that it always has, whatever a document says', async () => {
    const [plain, hostile] = [
      await audited('g6-score-breakdown', { products: [{ name: 'Words', url: 'x:words' }] }),
      await audited('g6-score-breakdown', {
        products: [{ name: '<img src=x onerror=alert(1)>', url: 'x:"><svg onload=alert(1)>' }],
      }),
    ].map((element) => shapeOf(panelOf(element) as HTMLElement));
    expect(hostile).to.equal(plain);
  });

  describe('in the console', () => {
    let groups: string[][] = [];
    const { groupCollapsed, groupEnd, info } = console;
    beforeEach(() => {
      groups = [];
      let open: string[] | undefined;
      console.groupCollapsed = (title: string) => {
        open = [title];
        groups.push(open);
      };
      console.info = (line: string) => open?.push(line);
      console.groupEnd = () => {
        open = undefined;
      };
    });
    afterEach(() => Object.assign(console, { groupCollapsed, groupEnd, info }));

    it('is one group with a line for each diagnostic, by code and place', async () => {
      const name = newKey();
      await audited('g6-comparison-table', { products: [{ name, url: 'x:' }, {}] });
      expect(groups).to.have.length(1);
      const [title, ...lines] = groups[0] as string[];
      expect(title).to.equal('g6-comparison: The comparison property, remarks: 2');
      expect(lines).to.deep.equal([
        'error unsafe-url at /products/0/url: “x:” is left out: a plain http or https address belongs here.',
        'error name-missing at /products/1: an object is left out: a “name” belongs here.',
      ]);
    });

    it('is said once for all elements of an address', async () => {
      const src = fault('json', { body: { products: [{ name: 'A', url: `x:${newKey()}` }] } });
      const root = await fixture<Element>(html`<div>
        <g6-comparison-table src=${src}></g6-comparison-table>
        <g6-product-card src=${src}></g6-product-card>
        <g6-score-breakdown src=${src}></g6-score-breakdown>
        <g6-comparison src=${src}><g6-comparison-table></g6-comparison-table></g6-comparison>
      </div>`);
      await until(() => root.querySelector('g6-product-card')?.shadowRoot?.querySelector('article'), 'The card');
      expect(groups).to.have.length(1);
      expect(groups[0]?.[0]).to.match(/^g6-comparison: http.*\/__faults\/json.*, remarks: 1$/);
    });

    it('is said once for two elements that are given the same', async () => {
      const data = JSON.stringify({ products: [{ name: newKey(), url: 'x:' }, {}] });
      await audited('g6-comparison-table', undefined, { data });
      await audited('g6-product-card', undefined, { data });
      expect(groups).to.have.length(1);
    });

    it('is nothing where nothing is wrong', async () => {
      const src = fault('json', { key: newKey(), body: clean });
      const card = await fixture<Element>(html`<g6-product-card src=${src}></g6-product-card>`);
      await until(() => card.shadowRoot?.querySelector('article'), 'The card');
      expect(groups).to.deep.equal([]);
    });

    it('ends after a hundred lines, and says how many there are', async () => {
      const products = Array.from({ length: 150 }, () => ({ name: newKey(), url: 'x:' }));
      await audited('g6-comparison-table', { title: newKey(), products });
      expect(groups[0]).to.have.length(102);
      expect(groups[0]?.at(-1)).to.match(/other 50/);
    });
  });
});
