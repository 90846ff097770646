/**
 * The builder on its own page within a page, as its tests look at it: by role and name, by keys, by what it hands out. Needs
 * the build.
 */
import { sendKeys } from '@web/test-runner-commands';
import type { AxeResults, RunOptions } from 'axe-core';
import { seen, soon, spoken, until } from '../helpers.js';

const articleUrl = new URL('../fixtures/articles/leaky-gut.md', import.meta.url).href;

/** The article that tests bring. */
export const readArticleText = async (): Promise<string> => (await fetch(articleUrl)).text();

export const isFirefox = navigator.userAgent.includes('Firefox');

/** What holds of a page as a whole. */
const pageRules =
  'bypass document-title duplicate-id-aria heading-order html-has-lang landmark-one-main landmark-unique page-has-heading-one region skip-link'.split(
    ' ',
  );

/** Forgets what the builder has kept. */
export function forget(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('keyval-store');
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

/** The builder in a frame. */
export class Builder {
  readonly frame: HTMLIFrameElement;

  private constructor(frame: HTMLIFrameElement) {
    this.frame = frame;
  }

  static async open({ width = 1200, page = '/demo/builder/index.html' } = {}): Promise<Builder> {
    const frame = document.createElement('iframe');
    frame.title = 'The builder';
    frame.width = `${width}`;
    frame.height = '900';
    frame.style.border = '0';
    frame.src = page;
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

  /** What axe finds wrong; the page has to come without its policy. */
  async faults(): Promise<string[]> {
    const own = this.frame.contentWindow as Window & {
      axe?: { run(context: object, options: RunOptions): Promise<AxeResults> };
    };
    if (!own.axe) {
      const script = this.page.createElement('script');
      script.src = '/node_modules/axe-core/axe.min.js';
      const loaded = new Promise((resolve) => script.addEventListener('load', resolve, { once: true }));
      this.page.head.append(script);
      await loaded;
    }
    // Part by part, so that no engine is held up for long; the elements in the preview have tests of their own.
    const found: string[] = [];
    const parts = [...this.page.querySelectorAll('header, main > *, .looks details, builder-details details')];
    for (const part of [this.page.documentElement, ...parts]) {
      const rules = part === this.page.documentElement ? { runOnly: pageRules } : {};
      const { violations = [] } =
        (await own.axe?.run(
          { include: part, exclude: 'iframe' },
          { ...rules, iframes: false, resultTypes: ['violations'] },
        )) ?? {};
      for (const { id, nodes } of violations) {
        for (const { html, failureSummary } of nodes) found.push(`${id}: ${html} ${failureSummary}`);
      }
      await soon();
    }
    return [...new Set(found)];
  }

  /** Presses keys, which go to what has the focus in the frame. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await sendKeys({ press: key });
  }

  /** Opens a file, as the dialog for that does. */
  openFile(name: string, bytes: BlobPart): void {
    const { DataTransfer: Data, File: OwnFile } = this.frame.contentWindow as Window & typeof globalThis;
    const data = new Data();
    data.items.add(new OwnFile([bytes], name));
    const field = this.page.querySelector('input[type=file]') as HTMLInputElement;
    field.files = data.files;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** Gives a field a text, as a person does who types. */
  enter(label: string, text: string): void {
    const field = this.field(label);
    field.value = text;
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
  }

  get alerts(): string {
    return [...this.page.querySelectorAll('[role=alert]')].map(spoken).join(' ').trim();
  }

  get news(): string {
    return spoken(this.find('[role=status]'));
  }
}

export const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? spoken(element);

/** The builder with the article in it. */
export async function opened(options?: Parameters<typeof Builder.open>[0]): Promise<Builder> {
  const builder = await Builder.open(options);
  builder.paste(builder.field('Your article'), await readArticleText());
  await until(() => builder.page.querySelector('[role=grid]'), 'The grid');
  return builder;
}
