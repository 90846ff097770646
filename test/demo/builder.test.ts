/**
 * The builder as an author uses it, on its own page within a page: from an article to a snippet that shows the table.
 * Needs the build.
 */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { AxeResults } from 'axe-core';
import {
  byScore,
  closePages,
  openPage,
  rowsOf,
  scoresOf,
  seen,
  spoken,
  until as untilSoon,
  watchConsole,
} from '../helpers.js';

const articleUrl = new URL('../fixtures/articles/leaky-gut.md', import.meta.url).href;

/** A whole page takes longer than an element. */
const until = (isSo: () => unknown, what: string): Promise<void> => untilSoon(isSo, what, 20_000);

/** Forgets what the builder has kept. */
function forget(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('keyval-store');
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

/** The builder in a frame. */
class Builder {
  readonly frame: HTMLIFrameElement;

  private constructor(frame: HTMLIFrameElement) {
    this.frame = frame;
  }

  static async open(width = 1200): Promise<Builder> {
    const frame = document.createElement('iframe');
    frame.title = 'The builder';
    frame.width = `${width}`;
    frame.height = '900';
    frame.style.border = '0';
    frame.src = '/demo/builder/index.html';
    document.body.append(frame);
    const builder = new Builder(frame);
    await builder.ready();
    return builder;
  }

  get page(): Document {
    return this.frame.contentDocument as Document;
  }

  ready(): Promise<void> {
    return until(
      () => this.page?.querySelector('main')?.getAttribute('aria-busy') === null && this.page.querySelector('main'),
      'The builder',
    );
  }

  async reload(): Promise<void> {
    const loaded = new Promise((resolve) => this.frame.addEventListener('load', resolve, { once: true }));
    this.frame.contentWindow?.location.reload();
    await loaded;
    await this.ready();
  }

  /** What has this role and, if that is said, this name or one that begins so. */
  find(selector: string, name?: string): HTMLElement {
    const all = [...this.page.querySelectorAll<HTMLElement>(selector)];
    const found = name === undefined ? all : all.filter((one) => nameOf(one).startsWith(name));
    if (!found[0]) throw new Error(`There is no ${name ?? selector}, but ${all.map(nameOf).join('; ')}.`);
    return found[0];
  }

  button(name: string): HTMLButtonElement {
    return this.find('button', name) as HTMLButtonElement;
  }

  has(selector: string, name: string): boolean {
    return [...this.page.querySelectorAll(selector)].some((one) => nameOf(one).startsWith(name));
  }

  field(label: string): HTMLInputElement {
    const found = [...this.page.querySelectorAll('label')].find((one) => spoken(one).startsWith(label));
    if (!found?.control) throw new Error(`There is no field ${label}.`);
    return found.control as HTMLInputElement;
  }

  /** Puts the focus into the page of the builder, as a click does. */
  focus(element: HTMLElement): void {
    this.frame.focus();
    this.frame.contentWindow?.focus();
    element.focus();
  }

  get focused(): Element {
    return this.page.activeElement as Element;
  }

  /** The rows of the grid, cell by cell. */
  get grid(): string[][] {
    return [...this.page.querySelectorAll('[role=grid] tr')].map((row) => [...row.children].map(spoken));
  }

  cell(row: string, column: string): HTMLElement {
    const [header = []] = this.grid;
    const [at, index] = [this.grid.findIndex(([first]) => first === row), header.indexOf(column)];
    const cell = this.page.querySelectorAll('[role=grid] tr')[at]?.children[index];
    if (!cell) throw new Error(`There is no cell ${row}, ${column} in ${JSON.stringify(this.grid)}.`);
    return cell as HTMLElement;
  }

  /** Types into a cell by keys alone, from a click on it. */
  async type(row: string, column: string, text: string): Promise<void> {
    const cell = this.cell(row, column);
    const { PointerEvent: Pointer } = this.frame.contentWindow as Window & typeof globalThis;
    cell.dispatchEvent(new Pointer('pointerdown', { bubbles: true, button: 0, pointerType: 'mouse' }));
    this.frame.focus();
    await until(() => this.focused === this.cell(row, column), `The focus on ${row}, ${column}`);
    await sendKeys({ press: 'Enter' });
    await until(() => this.focused.localName === 'input', 'The field of the cell');
    (this.focused as HTMLInputElement).select();
    await sendKeys({ type: text });
    await sendKeys({ press: 'Enter' });
  }

  paste(target: HTMLElement, text: string, html = ''): void {
    const { ClipboardEvent: Clipboard, DataTransfer: Data } = this.frame.contentWindow as Window & typeof globalThis;
    const clipboardData = new Data();
    clipboardData.setData('text/plain', text);
    if (html) clipboardData.setData('text/html', html);
    // Firefox takes one text for an event of scripts, in its own way.
    const own = { data: html || text, dataType: html ? 'text/html' : 'text/plain' };
    target.dispatchEvent(new Clipboard('paste', { ...own, clipboardData, bubbles: true, cancelable: true }));
  }

  /** What a button copies. */
  async copied(name: string): Promise<string> {
    const { navigator: own } = this.frame.contentWindow as Window;
    let text: string | undefined;
    const writeText = async (given: string): Promise<void> => {
      text = given;
    };
    Object.defineProperty(own, 'clipboard', { configurable: true, value: { writeText } });
    this.button(name).click();
    await until(() => text !== undefined, 'The copy');
    return text as string;
  }

  /** The elements in the preview's frame. */
  get preview(): Document {
    return (this.find('iframe') as HTMLIFrameElement).contentDocument as Document;
  }

  /** Waits until the work is kept, so that a reload brings all of it back. */
  kept(): Promise<void> {
    return until(() => /Saved in this browser/.test(seen(this.page.body)), 'That the work is kept');
  }

  async faults(): Promise<string[]> {
    const own = this.frame.contentWindow as Window & { axe?: { run(): Promise<AxeResults> } };
    if (!own.axe) {
      const script = this.page.createElement('script');
      script.src = '/node_modules/axe-core/axe.min.js';
      const loaded = new Promise((resolve) => script.addEventListener('load', resolve, { once: true }));
      this.page.head.append(script);
      await loaded;
    }
    const { violations = [] } = (await own.axe?.run()) ?? {};
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
  }
}

const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? spoken(element);

describe('the builder', function () {
  this.timeout(60_000);
  watchConsole();
  let article: string;
  before(async () => {
    article = await (await fetch(articleUrl)).text();
  });
  beforeEach(forget);
  afterEach(closePages);

  /** The builder with the article in it. */
  async function opened(width?: number): Promise<Builder> {
    const builder = await Builder.open(width);
    builder.paste(builder.field('Your article'), article);
    await until(() => builder.page.querySelector('[role=grid]'), 'The grid');
    return builder;
  }

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
});
