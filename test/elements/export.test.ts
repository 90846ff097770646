/** What readers take along: files and copies of what a table shows, read back by parsers of others; and its print. */
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { parse } from 'csv-parse/browser/esm/sync';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import '../../src/define.js';
import type { G6ComparisonTable } from '../../src/elements/g6-comparison-table.js';
import {
  announced,
  byRole,
  byScore,
  cellsOf,
  columnsOf,
  expectAccessible,
  hasFocus,
  isVisible,
  lamps,
  leakyGut,
  rowsOf,
  seen,
  settled,
  sortButton,
  spoken,
  until,
  watchConsole,
} from '../helpers.js';

type Format = 'CSV' | 'Markdown' | 'JSON';

const tableOf = (comparison: unknown): Promise<G6ComparisonTable> =>
  fixture(
    html`<div style="width: 1200px"><g6-comparison-table export .comparison=${comparison}></g6-comparison-table></div>`,
  ).then((root) => root.querySelector('g6-comparison-table') as G6ComparisonTable);

/** The button that opens the menu. */
function opener(table: Element): HTMLElement {
  const found = table.shadowRoot?.querySelector('summary');
  if (!found) throw new Error('There is no button to export with.');
  return found;
}

/** The entries of the menu that can be seen. */
const entries = (table: Element): HTMLElement[] =>
  byRole(table, 'button').filter((button) => / as /.test(spoken(button)) && button.checkVisibility());

function choose(table: Element, name: string): void {
  opener(table).click();
  const entry = entries(table).find((button) => spoken(button) === name);
  if (!entry) throw new Error(`There is no ${name}, but ${entries(table).map(spoken).join(', ')}.`);
  entry.click();
}

interface Download {
  readonly name: string;
  readonly type: string;
  readonly text: string;
  /** Whether the file begins with a byte order mark, which is not in the text. */
  readonly isMarked: boolean;
}

/** What the page is given to save while `action` runs; nothing reaches the disk. */
async function downloadsDuring(action: () => unknown): Promise<Download[]> {
  const found: { name: string; blob: Blob }[] = [];
  const blobs = new Map<string, Blob>();
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  URL.createObjectURL = (blob: Blob) => {
    const url = createObjectURL.call(URL, blob);
    blobs.set(url, blob);
    return url;
  };
  HTMLAnchorElement.prototype.click = function () {
    const blob = blobs.get(this.href);
    if (blob) found.push({ name: this.download, blob });
  };
  try {
    await action();
  } finally {
    Object.assign(URL, { createObjectURL });
    Object.assign(HTMLAnchorElement.prototype, { click });
  }
  return Promise.all(
    found.map(async ({ name, blob }) => {
      const bytes = new Uint8Array(await blob.arrayBuffer());
      const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
      return { name, type: blob.type, isMarked, text: new TextDecoder().decode(bytes) };
    }),
  );
}

/** The one file that is saved as a format. */
async function saved(table: Element, format: Format): Promise<Download> {
  const [file, ...more] = await downloadsDuring(() => choose(table, `Save as ${format}`));
  if (!file || more.length) throw new Error(`There is not one file, but ${more.length + (file ? 1 : 0)}.`);
  return file;
}

const csv = async (table: Element): Promise<string[][]> =>
  parse((await saved(table, 'CSV')).text, { record_delimiter: '\r\n' });
const json = async (table: Element): Promise<{ [id: string]: unknown }[]> =>
  JSON.parse((await saved(table, 'JSON')).text);

/** Puts a clipboard in the place of the browser's for one action; gives what was put there. */
async function copied(action: () => unknown, writeText: (text: string) => Promise<void>): Promise<void> {
  const own = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  await action();
  if (own) Object.defineProperty(navigator, 'clipboard', own);
  else Reflect.deleteProperty(navigator, 'clipboard');
}

const kinds = {
  title: 'Kinds',
  currency: 'USD',
  language: 'de',
  rubric: { criteria: ['a', 'b'].map((id) => ({ id, label: id.toUpperCase(), weight: 50 })), decimals: 2 },
  columns: [
    { id: 'dose', label: 'Dose' },
    { id: 'price', label: 'Price', type: 'price' },
    { id: 'count', label: 'Count', type: 'number' },
    { id: 'tags', label: 'Tags', type: 'list' },
    { id: 'vegan', label: 'Vegan', type: 'boolean' },
    { id: 'tested', label: 'Tested', type: 'date' },
    { id: 'shop', label: 'Shop', type: 'link' },
  ],
  products: [
    {
      name: 'Heron',
      url: 'https://example.com/heron',
      bestFor: 'Nights',
      specs: {
        dose: '5g/scoop',
        price: 29.5,
        count: '1.200',
        tags: ['x', 'y; z'],
        vegan: true,
        tested: '2026-01-31',
        shop: { text: 'The shop', url: 'https://example.com/shop' },
      },
      scores: { a: 9, b: 8.5 },
    },
    { name: 'Plover', specs: { dose: null, price: '~$0.50', count: -3, vegan: false, tags: 'x' }, scores: { a: 7 } },
  ],
};

describe('export', () => {
  watchConsole();

  describe('by a reader’s weights', () => {
    const weighed = async (
      document: unknown,
      weights: { readonly [id: string]: number },
    ): Promise<G6ComparisonTable> => {
      const table = await tableOf(document);
      table.dispatchEvent(new CustomEvent('g6-weights-change', { detail: { weights, source: 'slider' } }));
      await settled(table);
      return table;
    };

    it('has the publisher’s scores beside the reader’s, each under its name, in CSV', async () => {
      const [head = [], ...rows] = await csv(
        await weighed(leakyGut, { evidence: 0, transparency: 0, value: 60, performance: 0, verification: 0 }),
      );
      expect(head.slice(0, 3)).to.deep.equal(['Product', 'Your score', 'Publisher’s score']);
      for (const [name, own, published] of rows) {
        const product = leakyGut.products.find((each) => each.name === name);
        expect(own).to.equal(product?.scores.value.toFixed(1));
        expect(published).to.equal(['9.0', '8.6', '8.0', '7.5'][byScore.indexOf(name ?? '')]);
      }
    });

    it('and in Markdown', async () => {
      const { text } = await saved(await weighed(leakyGut, { value: 100 }), 'Markdown');
      expect(text.split('\n')[0]).to.match(/^\| Product \| Your score \| Publisher’s score \|/);
    });

    it('has under “score” in JSON what it always has, the publisher’s, and marks what is partial of each', async () => {
      const [heron, plover] = await json(await weighed(kinds, { a: 25, b: 75 }));
      // 25 % × 9 + 75 % × 8.5 = 8.625.
      expect([heron?.scoreByReader, heron?.score]).to.deep.equal([8.63, 8.75]);
      expect([plover?.scoreByReader, plover?.scoreByReaderRestsOn, plover?.score, plover?.scoreRestsOn]).to.deep.equal([
        7, 0.25, 7, 0.5,
      ]);
    });

    it('is as it was once the weights are the publisher’s again', async () => {
      const table = await weighed(leakyGut, { value: 100 });
      table.dispatchEvent(new CustomEvent('g6-weights-change', { detail: { weights: undefined, source: 'reset' } }));
      await settled(table);
      const [head = []] = await csv(table);
      expect(head).to.include('Score').and.not.include('Your score');
    });
  });

  describe('the menu', () => {
    it('is not there unless it is asked for', async () => {
      const table = await fixture<G6ComparisonTable>(
        html`<g6-comparison-table .comparison=${leakyGut}></g6-comparison-table>`,
      );
      expect(table.shadowRoot?.querySelector('summary')).to.equal(null);
      table.export = true;
      await settled(table);
      expect(seen(opener(table))).to.equal('Export');
    });

    it('has six entries, which are not there before it opens', async () => {
      const table = await tableOf(leakyGut);
      expect(entries(table)).to.have.length(0);
      opener(table).click();
      expect(entries(table).map(seen)).to.deep.equal([
        'Save as CSV',
        'Save as Markdown',
        'Save as JSON',
        'Copy as CSV',
        'Copy as Markdown',
        'Copy as JSON',
      ]);
    });

    it('opens, is walked through and is left by keyboard alone', async () => {
      const table = await tableOf(lamps('Lamps'));
      const lists = byRole(table, 'combobox').filter(isVisible);
      lists.at(-1)?.focus();
      await sendKeys({ press: 'Tab' });
      expect(hasFocus(opener(table))).to.equal(true);
      await sendKeys({ press: 'Enter' });
      await until(() => entries(table).length === 6, 'The menu');
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Tab' });
      expect(hasFocus(entries(table)[1] as HTMLElement)).to.equal(true);
      await sendKeys({ press: 'Escape' });
      expect(entries(table)).to.have.length(0);
      expect(hasFocus(opener(table))).to.equal(true);
    });

    it('saves by keyboard, closes and gives the focus back', async () => {
      const table = await tableOf(lamps('Lamps'));
      opener(table).focus();
      const files = await downloadsDuring(async () => {
        await sendKeys({ press: 'Enter' });
        await until(() => entries(table).length === 6, 'The menu');
        await sendKeys({ press: 'Tab' });
        await sendKeys({ press: 'Enter' });
        await until(() => entries(table).length === 0, 'The end of the menu');
      });
      expect(files.map(({ name }) => name)).to.deep.equal(['lamps.csv']);
      expect(hasFocus(opener(table))).to.equal(true);
    });

    it('closes when the focus goes elsewhere', async () => {
      const table = await tableOf(lamps('Lamps'));
      opener(table).click();
      await until(() => hasFocus(opener(table)), 'The focus');
      sortButton(table, 'Price').focus();
      expect(entries(table)).to.have.length(0);
    });

    it('lies within the table at 320 pixels, from right to left too', async () => {
      for (const direction of ['ltr', 'rtl']) {
        const root = await fixture(
          html`<div dir=${direction} style="width: 320px"><g6-comparison-table export .comparison=${leakyGut}></g6-comparison-table></div>`,
        );
        const table = root.firstElementChild as Element;
        opener(table).click();
        const { left, right } = root.getBoundingClientRect();
        for (const entry of entries(table)) {
          const box = entry.getBoundingClientRect();
          expect(box.left, direction).to.be.at.least(left);
          expect(box.right, direction).to.be.at.most(right);
        }
      }
    });

    for (const scheme of ['light', 'dark']) {
      it(`has no fault that axe finds when open, in ${scheme}`, async () => {
        const root = await fixture(
          html`<main style="color-scheme: ${scheme}; background: Canvas; color: CanvasText"><g6-comparison-table export .comparison=${leakyGut}></g6-comparison-table></main>`,
        );
        opener(root.firstElementChild as Element).click();
        await expectAccessible(root);
      });
    }
  });

  describe('as CSV', () => {
    it('is what the table shows: amounts as typed, numbers with a dot, composites as shown', async () => {
      expect(await csv(await tableOf(kinds))).to.deep.equal([
        ['Product', 'Score', 'Dose', 'Price', 'Count', 'Tags', 'Vegan', 'Tested', 'Shop', 'Best for'],
        [
          'Heron',
          '8.75',
          '5g/scoop',
          '29.5',
          '1.200',
          'x; y; z',
          'Yes',
          '2026-01-31',
          'https://example.com/shop',
          'Nights',
        ],
        ['Plover', '7.00 (partial, 50\u00a0%)', '', '~$0.50', '-3', 'x', 'No', '', '', ''],
      ]);
    });

    it('begins with the mark by which spreadsheets know UTF-8, and says its type', async () => {
      const { isMarked, type } = await saved(await tableOf(kinds), 'CSV');
      expect([isMarked, type]).to.deep.equal([true, 'text/csv;charset=utf-8']);
    });

    it('equals the table for hostile texts, but for the apostrophes before what would be a formula', async () => {
      const text = fc
        .array(fc.constantFrom(...'=+-@\n\'",;|<&a1ß漢'), { minLength: 1, maxLength: 8 })
        .map((parts) => `${parts.join('').trim()}z`);
      const tables = fc.array(fc.record({ name: text, x: text, y: text }), { minLength: 1, maxLength: 5 });
      const table = await tableOf(lamps('Lamps'));
      await fc.assert(
        fc.asyncProperty(tables, text, async (rows, label) => {
          table.comparison = {
            columns: [
              { id: 'x', label, type: 'text' },
              { id: 'y', label: 'Y', type: 'text' },
            ],
            products: rows.map(({ name, ...specs }) => ({ name, specs })),
          };
          await settled(table);
          const [header = [], ...found] = await csv(table);
          const plain = (cell: string) =>
            cell
              .replace(/(?<=^|[;\t\r\n])'(?=['"]*[=+\-@\t\r])/g, '')
              .replace(/\s+/g, ' ')
              .trim();
          expect(header.map(plain)).to.deep.equal(columnsOf(table));
          expect(found.map((row) => plain(row[0] as string))).to.deep.equal(rowsOf(table));
          expect(found.map((row) => plain(row[2] as string))).to.deep.equal(cellsOf(table, 'Y'));
          expect([header, ...found].flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).to.deep.equal([]);
        }),
        { numRuns: 25 },
      );
    });
  });

  describe('as Markdown', () => {
    it('is what the table shows, with links as links', async () => {
      const { text, isMarked } = await saved(await tableOf(kinds), 'Markdown');
      const page = new DOMParser().parseFromString(new MarkdownIt({ html: true }).render(text), 'text/html');
      for (const end of page.querySelectorAll('br')) end.replaceWith('; ');
      const found = [...page.querySelectorAll('tr')].map((row) => [...row.cells].map((cell) => cell.textContent));
      expect(isMarked).to.equal(false);
      expect(found).to.deep.equal([
        ['Product', 'Score', 'Dose', 'Price', 'Count', 'Tags', 'Vegan', 'Tested', 'Shop', 'Best for'],
        ['Heron', '8.75', '5g/scoop', '29.5', '1.200', 'x; y; z', 'Yes', '2026-01-31', 'The shop', 'Nights'],
        ['Plover', '7.00 (partial, 50\u00a0%)', '', '~$0.50', '-3', 'x', 'No', '', '', ''],
      ]);
      expect([...page.links].map((link) => link.getAttribute('href'))).to.deep.equal([
        'https://example.com/heron',
        'https://example.com/shop',
      ]);
    });

    it('names relative addresses in full, for it leaves the page', async () => {
      const table = await tableOf({ products: [{ name: 'Heron', url: 'heron?a=1' }] });
      const { text } = await saved(table, 'Markdown');
      expect(text).to.contain(`[Heron](<${new URL('heron?a=1', document.baseURI).href}>)`);
    });
  });

  describe('as JSON', () => {
    it('has the values themselves by the ids of their columns', async () => {
      expect(await json(await tableOf(kinds))).to.deep.equal([
        {
          name: 'Heron',
          score: 8.75,
          dose: '5g/scoop',
          price: 29.5,
          count: 1200,
          tags: ['x', 'y; z'],
          vegan: true,
          tested: '2026-01-31',
          shop: 'The shop',
          bestFor: 'Nights',
        },
        {
          name: 'Plover',
          score: 7,
          scoreRestsOn: 0.5,
          dose: null,
          price: '~$0.50',
          count: -3,
          tags: ['x'],
          vegan: false,
          tested: null,
          shop: null,
          bestFor: null,
        },
      ]);
    });

    it('says no more than was said: ranges, bounds and guesses are no numbers', async () => {
      const values = [5, '5', '~5', '>5', '3–5', 'five'];
      const table = await tableOf({
        columns: [{ id: 'x', type: 'number' }],
        products: values.map((x, index) => ({ name: `P${index}`, specs: { x } })),
      });
      expect((await json(table)).map(({ x }) => x)).to.deep.equal([5, 5, ...values.slice(2)]);
    });

    it('holds where a page has changed how arrays are written', async () => {
      Object.assign(Array.prototype, { toJSON: () => 'broken' });
      try {
        expect((await json(await tableOf(kinds)))[0]?.tags).to.deep.equal(['x', 'y; z']);
      } finally {
        Reflect.deleteProperty(Array.prototype, 'toJSON');
      }
    });
  });

  describe('what is in it', () => {
    const names = async (table: Element): Promise<unknown[]> => (await json(table)).map(({ name }) => name);

    it('is every product in the present order, whatever the limit', async () => {
      const table = await tableOf(leakyGut);
      table.limit = 1;
      await settled(table);
      sortButton(table, 'Product').click();
      await settled(table);
      expect(rowsOf(table)).to.have.length(1);
      expect(await names(table)).to.deep.equal(leakyGut.products.map(({ name }) => name).sort());
    });

    it('is what matches', async () => {
      const table = await tableOf(lamps('Lamps'));
      table.dispatchEvent(new CustomEvent('g6-filter', { detail: { filter: { search: 'plov' } }, bubbles: true }));
      await settled(table);
      expect(await names(table)).to.deep.equal(['Plover']);
      expect(rowsOf(table)).to.deep.equal(['Plover']);
    });

    it('is the columns that are asked for, those that a narrow table hides among them', async () => {
      const table = await tableOf({
        columns: [{ id: 'x', label: 'X', priority: 3 }],
        products: [{ name: 'Heron', specs: { x: 'a', y: 'b' } }],
      });
      table.style.width = '300px';
      table.columns = 'x name';
      await settled(table);
      expect(await csv(table)).to.deep.equal([
        ['X', 'Product'],
        ['a', 'Heron'],
      ]);
    });

    it('is only what differs where only that is shown', async () => {
      const table = await tableOf({
        products: ['Heron', 'Plover'].map((name) => ({ name, specs: { same: 'a', other: name } })),
      });
      table.layout = 'matrix';
      table.dispatchEvent(new CustomEvent('g6-layout', { detail: { onlyDifferences: true }, bubbles: true }));
      await settled(table);
      expect((await csv(table))[0]).to.deep.equal(['Product', 'Other']);
    });

    it('is 10,000 products in order, of which few are drawn', async () => {
      const count = 10_000;
      const prices = Array.from({ length: count }, (_, index) => (index * 7919) % count);
      const table = await tableOf({
        products: prices.map((price) => ({ name: `P${price}`, specs: { price: String(price) } })),
      });
      table.sort = 'price';
      await settled(table);
      const [, ...rows] = await csv(table);
      expect(rowsOf(table).length).to.be.below(count);
      expect(rows.map(([name]) => name)).to.deep.equal(prices.map((_, index) => `P${index}`));
    });
  });

  describe('of offers', () => {
    const asOf = new Date().toISOString().slice(0, 10);
    const sold = {
      currency: 'USD',
      disclosure: 'D',
      products: [
        {
          name: 'Heron',
          offers: [
            { seller: '=Shop', url: 'https://shop.example/a', price: '$40', asOf },
            { seller: 'Tea', url: 'https://tea.example/a', price: 30, asOf, paid: true },
            { seller: 'Old', url: 'https://old.example/a', price: '$1', asOf: '2020-01-01' },
            { seller: 'Any', price: '$2' },
          ],
        },
        { name: 'Jay' },
      ],
    };

    it('has in CSV and Markdown what is shown of each, the cheapest first, and no paid links', async () => {
      const table = await tableOf(structuredClone(sold));
      const lines = [
        `Tea: $30.00 (as of ${asOf})`,
        `=Shop: $40 (as of ${asOf})`,
        'Any: $2 (date unknown)',
        'Check price at Old',
      ];
      expect((await csv(table)).map((row) => row[1])).to.deep.equal(['Offers', lines.join('; '), '']);
      const { text } = await saved(table, 'Markdown');
      expect(text).to.include(`| Heron | ${lines.join('<br>')} |`);
      expect(text).to.not.include('https:');
    });

    it('has in JSON what the document says of each, in the order that is shown', async () => {
      const [heron, jay] = await json(await tableOf(structuredClone(sold)));
      const [dear, cheap, old, undated] = sold.products[0]?.offers ?? [];
      expect(heron?.offers).to.deep.equal([{ ...cheap, price: '30' }, dear, undated, old]);
      expect(jay?.offers).to.deep.equal([]);
    });
  });

  describe('the name of a file', () => {
    const titles: readonly (readonly [title: string | undefined, name: string])[] = [
      ['Leaky gut supplements', 'leaky-gut-supplements'],
      ['Kopfhörer: die besten', 'kopfhorer-die-besten'],
      ['最高のヘッドホン', '最高のヘッドホン'],
      ['أفضل السماعات', 'أفضل-السماعات'],
      ['../../etc/passwd', 'etc-passwd'],
      ['a\u202Egpj.exe', 'agpj-exe'],
      ['C:\\x|y?*"<>', 'c-x-y'],
      ['🎧', 'comparison'],
      [undefined, 'comparison'],
      ['漢'.repeat(200), '漢'.repeat(60)],
    ];
    for (const [title, name] of titles) {
      it(`is ${name} for ${title}`, async () => {
        const table = await tableOf({ title, products: [{ name: 'Heron' }] });
        expect((await saved(table, 'JSON')).name.normalize()).to.equal(`${name}.json`.normalize());
      });
    }

    it('ends by its format', async () => {
      const table = await tableOf(lamps('Lamps'));
      const files = [];
      for (const format of ['CSV', 'Markdown', 'JSON'] as const) files.push((await saved(table, format)).name);
      expect(files).to.deep.equal(['lamps.csv', 'lamps.md', 'lamps.json']);
    });

    it('goes with an address that is given back', async () => {
      const table = await tableOf(lamps('Lamps'));
      const revoked: string[] = [];
      const later: (() => void)[] = [];
      const { revokeObjectURL } = URL;
      const { setTimeout: setTimer } = window;
      URL.revokeObjectURL = (url) => revoked.push(url);
      Object.assign(window, { setTimeout: (handler: () => void) => later.push(handler) });
      try {
        await downloadsDuring(() => choose(table, 'Save as CSV'));
        for (const handler of later) handler();
      } finally {
        Object.assign(window, { setTimeout: setTimer });
        Object.assign(URL, { revokeObjectURL });
      }
      expect(revoked.map((url) => url.slice(0, 5))).to.deep.equal(['blob:']);
    });
  });

  describe('copying', () => {
    for (const format of ['CSV', 'Markdown', 'JSON'] as const) {
      it(`gives the clipboard the ${format}, without a byte order mark, and says so`, async () => {
        const table = await tableOf(kinds);
        const texts: string[] = [];
        await copied(
          () => choose(table, `Copy as ${format}`),
          async (text) => void texts.push(text),
        );
        await until(() => announced(table) === 'Copied.', 'The word');
        expect(texts).to.deep.equal([(await saved(table, format)).text]);
        expect(hasFocus(opener(table))).to.equal(true);
      });
    }

    it('says so anew each time', async () => {
      const table = await tableOf(lamps('Lamps'));
      const status = table.shadowRoot?.querySelector('[role=status]') as Element;
      await copied(
        async () => {
          await choose(table, 'Copy as CSV');
          await until(() => announced(table) === 'Copied.', 'The word');
          const said: (string | null)[] = [];
          const observer = new MutationObserver(() => said.push(status.textContent));
          observer.observe(status, { childList: true, characterData: true, subtree: true });
          await choose(table, 'Copy as CSV');
          await until(() => said.at(-1) === 'Copied.', 'The word, once more');
          observer.disconnect();
          expect(said).to.deep.equal(['', 'Copied.']);
        },
        async () => undefined,
      );
    });

    it('takes the old way where the new one is closed', async () => {
      const table = await tableOf(lamps('Lamps'));
      const { execCommand } = document;
      const heard: string[] = [];
      document.execCommand = () => {
        const event = new ClipboardEvent('copy', {
          clipboardData: new DataTransfer(),
          bubbles: true,
          cancelable: true,
        });
        document.body.dispatchEvent(event);
        heard.push(event.clipboardData?.getData('text/plain') ?? '');
        return true;
      };
      try {
        await copied(
          () => choose(table, 'Copy as JSON'),
          () => Promise.reject(new DOMException('no', 'NotAllowedError')),
        );
        await until(() => announced(table) === 'Copied.', 'The word');
      } finally {
        Reflect.deleteProperty(document, 'execCommand');
      }
      expect(document.execCommand).to.equal(execCommand);
      expect(heard).to.deep.equal([(await saved(table, 'JSON')).text]);
    });

    it('says where the browser allows neither, to the eye too', async () => {
      const table = await tableOf(lamps('Lamps'));
      document.execCommand = () => false;
      try {
        await copied(
          () => choose(table, 'Copy as CSV'),
          () => Promise.reject(new DOMException('no', 'NotAllowedError')),
        );
        await until(() => announced(table) === 'This browser did not allow copying.', 'The word');
      } finally {
        Reflect.deleteProperty(document, 'execCommand');
      }
      expect(seen(table.shadowRoot?.querySelector('[part~=tools]') as Node)).to.contain(
        'This browser did not allow copying.',
      );
    });
  });

  describe('printing', () => {
    const printed = async (table: Element, action: () => unknown): Promise<void> => {
      dispatchEvent(new Event('beforeprint'));
      // A browser prints what is there when its listeners have come to an end.
      await settled(table);
      await action();
      dispatchEvent(new Event('afterprint'));
      await settled(table);
    };

    it('has all rows there, whatever the limit, and only then', async () => {
      const table = await tableOf(leakyGut);
      table.limit = 2;
      await settled(table);
      await printed(table, () => expect(rowsOf(table)).to.have.length(4));
      expect(rowsOf(table)).to.have.length(2);
    });

    it('has all of many rows there, which the window leaves out', async () => {
      const table = await tableOf({ products: Array.from({ length: 300 }, (_, index) => ({ name: `P${index}` })) });
      const before = rowsOf(table).length;
      await printed(table, () => expect(rowsOf(table)).to.have.length(300));
      expect(before).to.be.below(300);
    });

    it('keeps what was opened', async () => {
      const table = await tableOf(leakyGut);
      byRole(table, 'button')
        .find((button) => /breakdown|comes about/.test(spoken(button)))
        ?.click();
      await settled(table);
      const opened = byRole(table, 'table').length;
      await printed(table, () => expect(byRole(table, 'table')).to.have.length(opened));
      expect(opened).to.equal(2);
    });

    /** Makes an element look as it does on paper; gives what makes it look as before. */
    const onPaper = (table: Element): (() => void) => {
      const undo: (() => void)[] = [];
      const turn = (rules: CSSRuleList): void => {
        for (const rule of rules as Iterable<CSSRule & Partial<CSSMediaRule>>) {
          const { media, cssRules } = rule;
          const text = media?.mediaText ?? '';
          const turned = { print: 'all', screen: 'not all' }[text];
          if (media && turned) {
            media.mediaText = turned;
            undo.push(() => {
              media.mediaText = text;
            });
          }
          if (cssRules) turn(cssRules);
        }
      };
      for (const { cssRules } of table.shadowRoot?.adoptedStyleSheets ?? []) turn(cssRules);
      return () => {
        for (const step of undo) step();
      };
    };

    for (const layout of ['auto', 'cards']) {
      it(`keeps the layout of a breakdown that is open in a card: ${layout}`, async () => {
        const table = await tableOf(leakyGut);
        table.layout = layout;
        (table.parentElement as HTMLElement).style.width = '500px';
        await settled(table);
        byRole(table, 'button')
          .find((button) => /comes about/.test(spoken(button)))
          ?.click();
        await settled(table);
        const undo = onPaper(table);
        const looks = byRole(table, 'table').map((part) =>
          [part, ...part.querySelectorAll(':scope > :is(thead, tbody), :scope > tbody > tr')]
            .map((node) => getComputedStyle(node).display)
            .slice(0, 4)
            .join(),
        );
        undo();
        expect(looks).to.deep.equal([
          `block,none,${layout === 'cards' ? 'grid' : 'block'},grid`,
          'table,table-header-group,table-row-group,table-row',
        ]);
      });
    }

    it('has a sign between the chips of a list, and none in the audit', async () => {
      const table = await tableOf({ products: [{ name: 'P', specs: { made: ['red', 'blue'] }, url: 'x:y' }, {}, {}] });
      table.audit = '';
      await settled(table);
      const undo = onPaper(table);
      const signs = ['[part=list] li', '.audit li'].map((selector) =>
        [...(table.shadowRoot?.querySelectorAll(selector) ?? [])].map(
          (item) => getComputedStyle(item, '::after').content,
        ),
      );
      undo();
      expect(signs).to.deep.equal([
        ['";"', 'none'],
        ['none', 'none', 'none'],
      ]);
    });

    it('puts many products into rows, for which no paper is too narrow', async () => {
      const table = await tableOf({ products: Array.from({ length: 8 }, (_, index) => ({ name: `P${index}` })) });
      table.layout = 'matrix';
      await settled(table);
      await printed(table, () => expect(rowsOf(table)).to.deep.equal(['P0', 'P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7']));
      expect(rowsOf(table)).to.deep.equal([]);
    });
  });
});
