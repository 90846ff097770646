/** What readers do to a table, in the address of its page: written there, read from there, and nothing else touched. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import type { Filter } from '../../src/model/index.js';
import {
  announced,
  byPrice,
  byRole,
  byScore,
  cellsOf,
  closePages,
  columnsOf,
  expectAccessible,
  fault,
  hasFocus,
  lamps,
  leakyGut,
  rowsOf,
  settled,
  shapeOf,
  shown,
  soon,
  sortButton,
  spoken,
  until,
  watchConsole,
} from '../helpers.js';

const script = '<script src="/dist/g6-comparison.min.js" defer></script>';
const json = (body: unknown): string =>
  `<script type="application/json">${JSON.stringify(body).replaceAll('<', '\\u003c')}</script>`;
const table = (attributes = 'share', body: unknown = leakyGut): string =>
  `<g6-comparison-table ${attributes}>${json(body)}</g6-comparison-table>`;

/** The page that a test has opened, and what it has done to its address. */
interface Page {
  readonly window: Window & typeof globalThis;
  readonly tables: readonly HTMLElement[];
  readonly table: HTMLElement;
  /** The views that were asked for without a control. */
  readonly views: readonly unknown[];
  /** `push` and `replace`, each time. */
  readonly steps: readonly string[];
  /** The orders that were painted. */
  readonly seen: ReadonlySet<string>;
}

const head = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><script>
  const tests = opener ?? parent;
  for (const name of ['error', 'warn']) console[name] = (...parts) => tests.console[name](...parts);
  for (const name of ['error', 'unhandledrejection'])
    addEventListener(name, ({ message, reason }) => {
      // How often a table measures itself, in WebKit a “Script error”, is no matter of its address.
      if (!/^(ResizeObserver|Script error)/.test(message)) tests.console.error(message ?? reason);
    });
  var isWalked = false, views = [], steps = [], seen = new Set();
  addEventListener('g6-view', ({ detail }) => views.push(detail.view));
  const replace = history.replaceState;
  for (const name of ['pushState', 'replaceState']) {
    const change = history[name];
    history[name] = function (...rest) {
      steps.push(name.replace('State', ''));
      return (isWalked ? change : replace).apply(this, rest);
    };
  }
  // Each order that is there when a frame is drawn.
  (function look() {
    for (const { shadowRoot } of document.querySelectorAll('g6-comparison-table')) {
      const rows = [...(shadowRoot?.querySelectorAll('th[scope=row] [part~=name]') ?? [])].map((row) => row.textContent.trim().replace(/^Rank.*?:\\s+\\d+\\s+/, ''));
      if (rows.length) seen.add(rows.join());
    }
    requestAnimationFrame(look);
  })();
</script><body>`;

type Opened = Page['window'] & Pick<Page, 'views' | 'steps' | 'seen'>;

async function pageOf(window: Opened): Promise<Page> {
  const tables = [...window.document.querySelectorAll<HTMLElement>('g6-comparison-table')];
  for (const each of tables) await shown(each);
  await settled(...tables);
  const { views, steps, seen } = window;
  return { window, tables, table: tables[0] as HTMLElement, views, steps, seen };
}

const addressOf = (content: string, fragment: string): string =>
  fault('page', { body: head + script + content }) + fragment;

/** A page with an address of its own, opened as from a link. Steps on it are counted, but nobody can go back. */
async function open(content: string, fragment = ''): Promise<Page> {
  const frame = document.createElement('iframe');
  frame.title = 'A page';
  frame.width = '900';
  frame.height = '600';
  frame.src = addressOf(content, fragment);
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return pageOf(frame.contentWindow as Opened);
}

let leave: (() => void) | undefined;

/**
 * A page to go back and forward on: a window of its own, or where the browser opens none (WebKit) the page of the tests.
 * Pages within a page share its history, but lose their places in it as they come and go.
 */
async function walk(content: string, fragment = ''): Promise<Page> {
  const opened = window.open(addressOf(content, fragment), '_blank', 'width=900,height=600') as Opened | null;
  if (!opened) return walkHere(content, fragment);
  leave = () => opened.close();
  await until(() => opened.document.readyState === 'complete' && opened.steps, 'The window');
  Object.assign(opened, { isWalked: true });
  return pageOf(opened);
}

async function walkHere(content: string, fragment: string): Promise<Page> {
  const { href } = location;
  const { pushState, replaceState } = history;
  const steps: string[] = [];
  const views: unknown[] = [];
  const hear = (event: Event): number => views.push((event as CustomEvent<{ view: unknown }>).detail.view);
  history.pushState(null, '', fragment || href.replace(/#.*/, ''));
  Object.assign(history, {
    pushState(...rest: Parameters<typeof pushState>) {
      steps.push('push');
      pushState.apply(history, rest);
    },
    replaceState(...rest: Parameters<typeof replaceState>) {
      steps.push('replace');
      replaceState.apply(history, rest);
    },
  });
  document.addEventListener('g6-view', hear);
  const main = document.createElement('main');
  main.innerHTML = content;
  leave = () => {
    main.remove();
    document.removeEventListener('g6-view', hear);
    Object.assign(history, { pushState, replaceState });
    history.replaceState(null, '', href);
  };
  document.body.append(main);
  const tables = [...main.querySelectorAll<HTMLElement>('g6-comparison-table')];
  for (const each of tables) await shown(each);
  await settled(...tables);
  return { window, tables, table: tables[0] as HTMLElement, views, steps, seen: new Set() };
}

// In full: a fragment alone would be one of the address of the tests, which is another page.
const goTo = ({ window: { location } }: Page, fragment: string): void =>
  location.replace(location.href.replace(/#.*/, '') + fragment);

const hashOf = ({ window }: Page): string => window.location.hash;
const becomes = (page: Page, hash: string): Promise<void> =>
  until(() => hashOf(page) === hash, `The fragment ${hash}, not ${hashOf(page)},`);
const stands = (element: Element, rows: readonly string[]): Promise<void> =>
  until(() => rowsOf(element).join() === rows.join(), `The order ${rows}, not ${rowsOf(element)},`);

async function sort(element: Element, column: string): Promise<void> {
  sortButton(element, column).click();
  await settled(element);
}

async function search(element: Element, words: string): Promise<void> {
  const field = element.shadowRoot?.querySelector('input[type=search]') as HTMLInputElement;
  for (let end = 1; end <= words.length; end++) {
    field.value = words.slice(0, end);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await settled(element);
  }
}

const button = (element: Element, label: string): HTMLElement | undefined =>
  byRole(element, 'button').find(({ textContent }) => textContent?.trim() === label);

async function press(element: Element, label: string): Promise<void> {
  button(element, label)?.click();
  await settled(element);
}

async function pick(element: Element, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    element.shadowRoot?.querySelector<HTMLElement>(`input[aria-label="Compare ${name}"]`)?.click();
    await settled(element);
  }
}

/** Puts a clipboard in the place of the browser's; without `isAllowed` it refuses. Gives what is on it. */
function clipboardOf({ window }: Page, isAllowed: boolean): string[] {
  const texts: string[] = [];
  const writeText = async (text: string): Promise<void> => {
    await soon();
    if (!isAllowed) throw new DOMException('Not allowed', 'NotAllowedError');
    texts.push(text);
  };
  Object.defineProperty(window.navigator, 'clipboard', { value: { writeText }, configurable: true });
  return texts;
}

async function copy(page: Page): Promise<void> {
  await press(page.table, 'Copy link');
  await until(() => /^(Copied|This browser)/.test(announced(page.table)), 'The announcement');
  await settled(page.table);
}

/** Whether the browser tells a way back from a way on; without it, a fragment that says nothing is the initial view. */
const tellsWays = 'navigation' in window;

const names = ['Heron', 'Plover', 'Bittern'];
const lampsByPrice = ['Plover', 'Heron', 'Bittern'];

describe('a shared table', () => {
  const said = watchConsole();
  afterEach(() => {
    closePages();
    leave?.();
    leave = undefined;
  });

  describe('in the address', () => {
    it('is nowhere without the attribute, and reads nothing there', async () => {
      const page = await open(table('search compare'), '#section&g6:sort=price');
      expect(rowsOf(page.table)).to.deep.equal(byScore);
      await sort(page.table, 'Price/Serving');
      await search(page.table, 'zinc');
      expect(button(page.table, 'Copy link')).to.equal(undefined);
      expect([hashOf(page), page.steps, page.views]).to.deep.equal(['#section&g6:sort=price', [], []]);
    });

    for (const attribute of ['share="false"', 'other']) {
      it(`is nowhere with ${attribute}`, async () => {
        const page = await open(table(attribute));
        await sort(page.table, 'Price/Serving');
        expect(page.steps).to.deep.equal([]);
      });
    }

    it('is nothing at first', async () => {
      const page = await open(table());
      expect([hashOf(page), page.steps, page.views]).to.deep.equal(['', [], []]);
    });

    for (const host of ['', '#section-2', '#/route/1?x=%20y', '#a=b&c=d', '#100%&%E4%BD%A0', '#g6', '#?', '#&']) {
      it(`is a part beside the host’s own ${host || 'nothing'}, and leaves it byte for byte`, async () => {
        const page = await open(table(), host);
        await sort(page.table, 'Price/Serving');
        expect(hashOf(page)).to.match(/[#?&]g6:sort=price$/);
        expect(hashOf(page).startsWith(host || '#')).to.equal(true);
        await sort(page.table, 'Price/Serving');
        expect(hashOf(page)).to.match(/[#?&]g6:sort=-price$/);
        await sort(page.table, 'Price/Serving');
        expect(rowsOf(page.table)).to.deep.equal(byScore);
        expect(hashOf(page)).to.equal(host.length > 1 ? host : '');
        expect(page.steps).to.deep.equal(['push', 'push', 'push']);
      });
    }

    it('is still the layout of a link where only differences are asked for', async () => {
      const page = await open(table('share'), '#g6:layout=matrix');
      page.table.shadowRoot?.querySelector<HTMLElement>('[part=tools] input[type=checkbox]')?.click();
      await settled(page.table);
      expect(hashOf(page)).to.equal('#g6:layout=matrix;diff=1');
    });

    it('is what was picked, the layout, and whether it shows only differences', async () => {
      const page = await open(table('share compare'));
      await pick(page.table, byScore[1] as string, byScore[3] as string);
      expect(hashOf(page)).to.match(/^#g6:compare=[\w-]+,[\w-]+$/);
      await press(page.table, 'Side by side');
      expect(hashOf(page)).to.match(/^#g6:compare=[\w-]+,[\w-]+;layout=matrix$/);
      page.table.shadowRoot?.querySelector<HTMLElement>('[part=compare] input')?.click();
      await settled(page.table);
      expect(hashOf(page)).to.match(/;layout=matrix;diff=1$/);
      expect(page.steps).to.deep.equal(['push', 'push', 'push', 'push']);
    });

    it('follows who types without a step for each key', async () => {
      const page = await open(table('share search'));
      await search(page.table, 'zinc c');
      await becomes(page, '#g6:q=zinc+c');
      expect(page.steps).to.not.include('push');
      expect(page.steps).to.have.length.below(3);
    });

    it('has what was typed when the next step is taken, and on the way back', async () => {
      const page = await walk(table('share search'));
      await search(page.table, 'o');
      await sort(page.table, 'Price/Serving');
      expect(hashOf(page)).to.equal('#g6:sort=price;q=o');
      expect(page.steps).to.deep.equal(['replace', 'push']);
      page.window.history.back();
      await becomes(page, '#g6:q=o');
    });

    it('follows a choice of values as a step, a range as none', async () => {
      const page = await open(table('share filters'));
      const filter = async (detail: Filter): Promise<void> => {
        page.table.dispatchEvent(new CustomEvent('g6-filter', { detail: { filter: detail } }));
        await settled(page.table);
      };
      const choices = { certification: ['NSF Certified for Sport'] };
      await filter({ choices });
      expect(page.steps).to.deep.equal(['push']);
      await filter({ choices, ranges: { price: { max: 1 } } });
      await becomes(page, '#g6:f.certification=NSF+Certified+for+Sport;r.price=..1');
      expect(page.steps).to.deep.equal(['push', 'replace']);
    });

    describe('of weights', () => {
      const inScope = `<g6-comparison>${json(leakyGut)}<g6-score-weights></g6-score-weights><g6-comparison-table share columns="name score"></g6-comparison-table></g6-comparison>`;
      const says = (page: Page): string[] => [
        ...rowsOf(page.table),
        ...cellsOf(page.table, 'Score'),
        ...[
          ...(page.window.document.querySelector('g6-score-weights')?.shadowRoot?.querySelectorAll('input') ?? []),
        ].map(({ value }) => value),
      ];

      it('opens the same, with one step once the hand rests', async () => {
        const page = await open(inScope);
        const slider = page.window.document
          .querySelector('g6-score-weights')
          ?.shadowRoot?.querySelectorAll<HTMLInputElement>('input[type=range]')[2] as HTMLInputElement;
        for (const value of ['40', '52', '60']) {
          slider.value = value;
          slider.dispatchEvent(new Event('input', { bubbles: true }));
          await settled(page.table);
        }
        await becomes(page, '#g6:weights=evidence:15,transparency:12.5,value:60,performance:7.5,verification:5');
        expect(page.steps).to.deep.equal(['push']);
        const other = await open(inScope, hashOf(page));
        await until(() => says(other).join() === says(page).join(), 'The same view');
        expect(rowsOf(other.table).map((name) => name.replace(/ (up|down).*/, ''))).to.deep.equal([
          byScore[0],
          byScore[1],
          byScore[3],
          byScore[2],
        ]);
        expect(cellsOf(other.table, 'Score').join()).to.include('Publisher: 9.0');
      });

      it('is gone once they are the publisher’s again', async () => {
        const page = await open(inScope, '#g6:weights=value:60');
        expect(cellsOf(page.table, 'Score').join()).to.include('Publisher: 9.0');
        byRole(page.table, 'button')
          .find((button) => spoken(button) === 'Reset weights')
          ?.click();
        await settled(page.table);
        await becomes(page, '');
        expect(rowsOf(page.table)).to.deep.equal(byScore);
      });
    });

    it('keeps what the host has put into its history', async () => {
      const page = await open(table());
      page.window.history.replaceState({ position: 3 }, '');
      await sort(page.table, 'Price/Serving');
      expect(page.window.history.state).to.deep.equal({ position: 3 });
    });

    it('is the page’s own, whatever its base', async () => {
      const page = await open(`<base href="/elsewhere/">${table()}`);
      const { pathname, search: query } = page.window.location;
      await sort(page.table, 'Price/Serving');
      expect(hashOf(page)).to.equal('#g6:sort=price');
      expect([page.window.location.pathname, page.window.location.search]).to.deep.equal([pathname, query]);
    });

    it('has the order that the page overruled no more', async () => {
      const page = await open(table('share search'));
      await sort(page.table, 'Price/Serving');
      page.table.setAttribute('sort', 'name');
      await settled(page.table);
      await search(page.table, 'o');
      await becomes(page, '#g6:q=o');
    });
  });

  describe('of a link', () => {
    const link = '#g6:sort=price';
    const priced = async (page: Page): Promise<void> => {
      await stands(page.table, byPrice);
      expect([hashOf(page), page.steps]).to.deep.equal([link, []]);
      await until(() => page.seen.size, 'A frame');
      expect([...page.seen]).to.deep.equal([byPrice.join()]);
    };

    it('is there before the first rows are painted', async () => {
      await priced(await open(table(), link));
    });

    it('is there before the first rows are painted where the document comes later', async () => {
      const src = fault('slow', { body: leakyGut, ms: 300 });
      await priced(await open(`<g6-comparison-table share src="${src}"></g6-comparison-table>`, link));
    });

    it('is there before the first rows are painted inside a scope, and is the scope’s', async () => {
      const inner = '<g6-comparison-table share></g6-comparison-table><g6-comparison-table></g6-comparison-table>';
      const page = await open(`<g6-comparison>${json(leakyGut)}${inner}</g6-comparison>`, link);
      await priced(page);
      expect(rowsOf(page.tables[1] as Element)).to.deep.equal(byPrice);
      await sort(page.tables[1] as Element, 'Product');
      await becomes(page, '#g6:sort=name');
    });

    it('is there before the first rows are painted inside a scope whose document comes later', async () => {
      const src = fault('slow', { body: leakyGut, ms: 300 });
      await priced(
        await open(
          `<g6-comparison src="${src}"><g6-comparison-table share></g6-comparison-table></g6-comparison>`,
          link,
        ),
      );
    });

    it('is told to the page, once, as a view', async () => {
      const { views } = await open(table(), link);
      expect(views).to.deep.equal([{ sort: [{ column: 'price', descending: false }] }]);
    });

    it('is there again when the page gives another document', async () => {
      const page = await open(table('share', lamps('One')), link);
      expect(rowsOf(page.table)).to.deep.equal(lampsByPrice);
      (page.table as HTMLElement & { comparison: unknown }).comparison = leakyGut;
      await stands(page.table, byPrice);
    });

    const ids = 'compare=thorne-l-glutamine,gone,thorne-l-glutamine,trust-your-gut';
    for (const [what, fragment, rows] of [
      ['keys of later versions', '#g6:later=1;sort=price;colour=red', byPrice],
      ['columns that are gone, in an order', '#g6:sort=gone,price,-price', byPrice],
      ['columns that are all gone', '#g6:sort=gone', byScore],
      ['filters of columns that are gone', '#g6:f.gone=A;r.gone=..1', byScore],
      ['products that are gone or named twice', `#g6:${ids}`, [byScore[0], byScore[3], byScore[1], byScore[2]]],
      [
        'a comparison side by side of which one is left',
        '#g6:compare=thorne-l-glutamine,gone;layout=matrix;diff=1',
        byScore,
      ],
      ['layouts of later versions', '#g6:layout=sphere;sort=price', byPrice],
      ['nothing', '#g6:', byScore],
    ] as const) {
      it(`passes over ${what}`, async () => {
        const page = await open(table('share compare'), fragment);
        expect(rowsOf(page.table)).to.deep.equal(rows);
        expect([hashOf(page), page.steps]).to.deep.equal([fragment, []]);
      });
    }

    const hostile = [
      '%',
      '%00',
      '%E0%A4%A',
      '%FF%FE',
      '<img src=x onerror=alert(1)>',
      '"><script>alert(1)</script>',
      'javascript:alert(1)',
      '__proto__',
      'constructor',
      'toString',
      '$&',
      '../../etc/passwd',
      '-1/0',
      'NaN',
      '1e999',
      '\u202e\u2066gnp',
      '\ud800',
      '😀'.repeat(50),
      ','.repeat(99),
      '..'.repeat(99),
      'x'.repeat(100_000),
      'score,'.repeat(17_000),
      '-price,name,'.repeat(8_000),
      'a b '.repeat(25_000),
      '%'.repeat(100_000),
    ];
    const parts = ['', 'g6', 'g6:', 'g6:sort=', 'g6:q=', 'g6:compare=', 'g6:layout=', 'g6:diff=', 'g6:weights='];
    for (const [place, part] of [...parts, 'g6:f.', 'g6:f.certification=', 'g6:r.', 'g6:r.price='].entries()) {
      // Browsers allow a page few changes of its address at a time: each text comes in three parts or four.
      const some = hostile.filter((_, index) => index % 4 === place % 4);
      it(`holds against hostile texts in #${part}`, async () => {
        const page = await open(table('share search filters compare'));
        await press(page.table, 'Filters');
        const shape = (): string => shapeOf(page.table.shadowRoot?.querySelector('thead') as Element);
        const before = shape();
        for (const text of some) {
          goTo(page, `#${part}${text}${part.endsWith('.') ? '=1' : ''}`);
          await settled(page.table);
        }
        expect(columnsOf(page.table)).to.have.length(7);
        goTo(page, '#g6:sort=score');
        goTo(page, '#g6:sort=-score');
        await stands(page.table, byScore);
        expect(shape()).to.equal(before);
      });
    }

    it('holds against 100 kB of parts', async () => {
      const parts = Array.from({ length: 9_000 }, (_, index) => `f.c${index}=a`).join(';');
      const page = await open(table(), `#g6:${parts};sort=price`);
      expect(rowsOf(page.table)).to.deep.equal(byPrice);
    });
  });

  describe('on the way', () => {
    it('back and forward is as it was', async () => {
      const page = await walk(table('share compare'), '#section');
      await sort(page.table, 'Price/Serving');
      await sort(page.table, 'Product');
      const sorted = rowsOf(page.table);
      await pick(page.table, byScore[3] as string);
      const picked = rowsOf(page.table);
      const { history } = page.window;
      const stages = [byScore, byPrice, sorted, picked];
      for (const stage of [2, 1, 0]) {
        history.back();
        await stands(page.table, stages[stage] as string[]);
      }
      expect(hashOf(page)).to.equal('#section');
      for (const stage of [1, 2, 3]) {
        history.forward();
        await stands(page.table, stages[stage] as string[]);
      }
      expect(page.steps).to.deep.equal(['push', 'push', 'push']);
    });

    it('follows what the page writes into its fragment', async () => {
      const page = await open(table());
      page.window.location.hash = '#faq&g6:sort=price';
      await stands(page.table, byPrice);
      expect([hashOf(page), page.steps]).to.deep.equal(['#faq&g6:sort=price', []]);
    });

    it('follows what the page writes by a script, as soon as the browser tells', async () => {
      const page = await open(table());
      page.window.history.pushState(null, '', '#g6:sort=price');
      page.window.dispatchEvent(new PopStateEvent('popstate'));
      await stands(page.table, byPrice);
    });

    it(`${tellsWays ? 'keeps' : 'leaves'} the reader’s view where a link within the page is followed, and comes back to it`, async () => {
      const page = await walk(`<a href="#faq">FAQ</a>${table()}<p id="faq">FAQ</p>`);
      await sort(page.table, 'Price/Serving');
      page.window.document.querySelector('a')?.click();
      await becomes(page, '#faq');
      await stands(page.table, tellsWays ? byPrice : byScore);
      expect(page.steps).to.deep.equal(['push']);
      page.window.history.back();
      await becomes(page, '#g6:sort=price');
      await stands(page.table, byPrice);
      page.window.history.back();
      await becomes(page, '');
      await stands(page.table, byScore);
    });
  });

  describe('beside others', () => {
    const two = (first: string, second: string): string =>
      table(first, lamps('First')) + table(second, lamps('Second'));
    for (const [what, content, fragment] of [
      ['the attribute', two('share="a"', 'share="b" id="c"'), '#g6-a:sort=price&g6-b:sort=name'],
      [
        'the id',
        two('share id="lamps"', 'share="true" id="more lamps"'),
        '#g6-lamps:sort=price&g6-more+lamps:sort=name',
      ],
      ['a number', two('share', 'share'), '#g6:sort=price&g6-2:sort=name'],
      ['a number behind a name twice', two('share="a"', 'share="a"'), '#g6-a:sort=price&g6-a-2:sort=name'],
    ]) {
      it(`is told apart by ${what}`, async () => {
        const page = await walk(content as string);
        const [first, second] = page.tables as [HTMLElement, HTMLElement];
        await sort(first, 'Price');
        await sort(second, 'Product');
        expect(hashOf(page)).to.equal(fragment);
        expect(page.steps).to.deep.equal(['push', 'push']);
        page.window.history.back();
        await stands(second, names);
        expect(rowsOf(first)).to.deep.equal(lampsByPrice);
        const again = await open(content as string, fragment as string);
        expect(again.tables.map(rowsOf)).to.deep.equal([lampsByPrice, [...names].sort()]);
      });
    }

    it('takes one step with a table of the same document, and one back', async () => {
      const each = `<g6-comparison-table share src="${fault('json', { body: leakyGut })}"></g6-comparison-table>`;
      const page = await walk(each + each);
      await sort(page.tables[1] as Element, 'Price/Serving');
      await until(() => page.steps.length === 2, 'The part of the other');
      expect(hashOf(page).slice(1).split('&').sort()).to.deep.equal(['g6-2:sort=price', 'g6:sort=price']);
      expect(page.steps.filter((step) => step === 'push')).to.have.length(1);
      page.window.history.back();
      for (const element of page.tables) await stands(element, byScore);
      expect(hashOf(page)).to.equal('');
    });
  });

  describe('that comes and goes', () => {
    it('hears nothing once it is removed, and gives its place to the next', async () => {
      const page = await open(two());
      const [first, second] = page.tables as [HTMLElement, HTMLElement];
      first.remove();
      page.window.location.hash = '#g6:sort=price&g6-2:sort=price';
      await stands(second, lampsByPrice);
      expect(page.views).to.have.length(1);
      expect(rowsOf(first)).to.deep.equal(names);
      second.insertAdjacentHTML('afterend', table('share', lamps('Third')));
      const third = second.nextElementSibling as HTMLElement;
      await shown(third);
      expect(rowsOf(third)).to.deep.equal(lampsByPrice);
    });

    it('leaves as many listeners as there were before, after a hundred moves', async () => {
      const page = await open(`<main></main>${table()}`);
      let count = 0;
      const targets = [page.window, (page.window as { navigation?: EventTarget }).navigation].filter(
        (target) => !!target,
      );
      for (const target of targets) {
        const add = target.addEventListener;
        target.addEventListener = (type: string, listener: EventListener, options?: AddEventListenerOptions) => {
          if (options?.signal) count++;
          options?.signal?.addEventListener('abort', () => count--);
          add.call(target, type, listener, options);
        };
      }
      for (let index = 0; index < 100; index++) {
        page.window.document.querySelector(index % 2 ? 'body' : 'main')?.append(page.table);
        await settled(page.table);
      }
      expect(count).to.equal(2);
      page.table.remove();
      expect(count).to.equal(0);
    });

    it('keeps what its reader typed when it is moved', async () => {
      const page = await open(`<main></main>${table('share search')}`);
      await search(page.table, 'zinc');
      page.window.document.querySelector('main')?.append(page.table);
      await settled(page.table);
      expect(rowsOf(page.table)).to.have.length(1);
      await becomes(page, '#g6:q=zinc');
    });

    it('lets go of the address when the attribute goes', async () => {
      const page = await open(table());
      page.table.removeAttribute('share');
      await settled(page.table);
      page.window.location.hash = '#g6:sort=price';
      await sort(page.table, 'Product');
      expect([hashOf(page), page.steps, page.views]).to.deep.equal(['#g6:sort=price', [], []]);
      expect(button(page.table, 'Copy link')).to.equal(undefined);
    });

    const two = (): string => table('share', lamps('First')) + table('share', lamps('Second'));
  });

  describe('of which the link is copied', () => {
    it('is the same in a fresh page', async () => {
      const page = await open(table('share search compare'), '#section-2');
      const texts = clipboardOf(page, true);
      await search(page.table, 'e');
      // That is told when the hand rests, whatever else is done meanwhile.
      await until(() => /match/.test(announced(page.table)), 'How many products match');
      await sort(page.table, 'Price/Serving');
      await pick(page.table, byScore[1] as string, byScore[3] as string);
      await press(page.table, 'Side by side');
      await copy(page);
      expect(announced(page.table)).to.equal('Copied.');
      expect(texts).to.deep.equal([page.window.location.href]);
      const fresh = await open(table('share search compare'), new URL(texts[0] as string).hash);
      expect(byRole(fresh.table, 'table').map(shapeOf)).to.deep.equal(byRole(page.table, 'table').map(shapeOf));
      const textsOf = (table: Element) => byRole(table, 'table').map(({ textContent }) => textContent);
      expect(textsOf(fresh.table)).to.deep.equal(textsOf(page.table));
      await press(fresh.table, 'Back to the table');
      expect(fresh.table.shadowRoot?.querySelector<HTMLInputElement>('input[type=search]')?.value).to.equal('e');
    });

    it('is as it is now, even where the address has not followed yet', async () => {
      const page = await open(table('share search'));
      const texts = clipboardOf(page, true);
      await search(page.table, 'zinc');
      await copy(page);
      expect(texts.map((text) => new URL(text).hash)).to.deep.equal(['#g6:q=zinc']);
    });

    for (const [what, refuse] of [
      ['refuses', (page: Page) => clipboardOf(page, false)],
      [
        'has no clipboard',
        ({ window }: Page) =>
          Object.defineProperty(window.navigator, 'clipboard', { value: undefined, configurable: true }),
      ],
    ] as const) {
      it(`is in a selected field where the browser ${what}, until the reader goes on`, async () => {
        const page = await open(table());
        refuse(page);
        page.window.document.execCommand = () => false;
        await sort(page.table, 'Price/Serving');
        await copy(page);
        expect(announced(page.table)).to.equal('This browser did not allow copying.');
        const field = page.table.shadowRoot?.querySelector('input[readonly]') as HTMLInputElement;
        expect(field.value).to.equal(page.window.location.href);
        expect(hasFocus(field)).to.equal(true);
        expect([field.selectionStart, field.selectionEnd]).to.deep.equal([0, field.value.length]);
        await sort(page.table, 'Product');
        expect(page.table.shadowRoot?.querySelector('input[readonly]')).to.equal(null);
      });
    }
  });

  it('is accessible with its button, and with the field', async () => {
    const { clipboard } = navigator;
    const { execCommand } = document;
    const element = await fixture<HTMLElement>(
      html`<g6-comparison-table share .comparison=${lamps('Lamps')}></g6-comparison-table>`,
    );
    await expectAccessible(element);
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    document.execCommand = () => false;
    await press(element, 'Copy link');
    await until(() => element.shadowRoot?.querySelector('input[readonly]'), 'The field');
    document.execCommand = execCommand;
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    await expectAccessible(element);
  });

  describe('on a page whose fragment names a place', () => {
    const long = (place: string): string =>
      `<div style="height: 2000px"></div>${table()}<div style="height: 2000px"></div>${place}<div style="height: 2000px"></div>`;
    const isThere = (page: Page): boolean =>
      Math.abs((page.window.document.querySelector('#sec\\ tión, [name=old]') as Element).getBoundingClientRect().top) <
      2;

    for (const [place, fragment] of [
      ['<h2 id="sec tión">Here</h2>', '#sec%20ti%C3%B3n'],
      ['<a name="old">Here</a>', '#old'],
    ]) {
      it(`opens there: ${fragment}`, async () => {
        const page = await open(long(place as string), `${fragment}&g6:sort=price`);
        await until(() => isThere(page), 'The place');
        expect(rowsOf(page.table)).to.deep.equal(byPrice);
      });
    }

    it('stays at the top where there is no such place', async () => {
      const page = await open(long('<h2 id="sec tión">Here</h2>'), '#gone%&g6:sort=price');
      expect(page.window.scrollY).to.equal(0);
    });

    it(`${tellsWays ? 'goes' : 'does not go'} there by a link that sorts as well`, async () => {
      const page = await open(
        `<a href="#old&g6:sort=price">There</a>${long('<h2 name="x" id="sec tión"></h2><a name="old">Here</a>')}`,
      );
      const link = page.window.document.querySelector('a') as HTMLElement;
      link.click();
      await stands(page.table, byPrice);
      const place = page.window.document.querySelector('[name=old]') as Element;
      if (tellsWays) await until(() => Math.abs(place.getBoundingClientRect().top) < 2, 'The place');
      else expect(page.window.scrollY).to.equal(0);
    });

    it('does not move when a reader sorts', async () => {
      const page = await open(long('<h2 id="sec tión">Here</h2>'), '#sec%20ti%C3%B3n');
      page.window.scrollTo(0, 1900);
      await sort(page.table, 'Price/Serving');
      expect(hashOf(page)).to.equal('#sec%20ti%C3%B3n&g6:sort=price');
      await soon();
      expect(page.window.scrollY).to.be.closeTo(1900, 2);
    });
  });

  describe('on a page that forbids it', () => {
    it('works but for the address, and tells it once', async () => {
      const page = await open(table('share search'));
      const forbid = (): never => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
      Object.assign(page.window.history, { pushState: forbid, replaceState: forbid });
      const texts = clipboardOf(page, true);
      await sort(page.table, 'Price/Serving');
      await sort(page.table, 'Product');
      await sort(page.table, 'Price/Serving');
      expect(rowsOf(page.table)).to.deep.equal(byPrice);
      expect(hashOf(page)).to.equal('');
      await copy(page);
      const [warning = '', ...more] = said();
      expect(warning).to.match(/^g6-comparison: .*address.*SecurityError/);
      expect(more).to.deep.equal([]);
      expect(texts.map((text) => new URL(text).hash)).to.deep.equal(['#g6:sort=price']);
    });

    it('works without a link where the page has no address', async () => {
      const frame = document.createElement('iframe');
      frame.title = 'A page';
      frame.srcdoc = head + script + table();
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      document.body.append(frame);
      await loaded;
      const element = frame.contentDocument?.querySelector('g6-comparison-table') as HTMLElement;
      await shown(element);
      await sort(element, 'Price/Serving');
      expect(rowsOf(element)).to.deep.equal(byPrice);
      expect(button(element, 'Copy link')).to.equal(undefined);
      expect(frame.contentWindow?.location.href).to.equal('about:srcdoc');
    });
  });
});
