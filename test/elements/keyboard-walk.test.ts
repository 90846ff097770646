/** The walk that the README describes, from the first order to the copied link, with keys alone. */
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define.js';
import type { G6ComparisonTable } from '../../src/index.js';
import {
  announced,
  byRole,
  nameOf,
  rowsOf,
  seen,
  settled,
  shapeOf,
  shown,
  spoken,
  until,
  watchConsole,
} from '../helpers.js';

const src = '/demo/data/credit-cards.json';
const focused = (table: Element): Element | null | undefined => table.shadowRoot?.activeElement;

// In WebKit the runner has WebDriver, which presses the keys of one text together; these are its signs for them.
const signs = { Shift: '\ue008', Tab: '\ue004', Enter: '\ue007' };

async function pressWithShift(key: 'Tab' | 'Enter'): Promise<void> {
  if (!/Chrome|Firefox/.test(navigator.userAgent)) return sendKeys({ type: signs.Shift + signs[key] });
  await sendKeys({ down: 'Shift' });
  await sendKeys({ press: key });
  await sendKeys({ up: 'Shift' });
}

const ticksOf = (table: Element): number =>
  byRole(table, 'checkbox').filter((box) => (box as HTMLInputElement).checked).length;

/** Goes by Tab, or back with Shift, until the focus is on what is called so. */
async function goTo(table: Element, name: string, isBack = false): Promise<void> {
  const stops: string[] = [];
  for (let steps = 0; steps < 120; steps++) {
    await (isBack ? pressWithShift('Tab') : sendKeys({ press: 'Tab' }));
    const there = focused(table);
    if (there && nameOf(there).startsWith(name)) return;
    stops.push(there ? nameOf(there) : 'the page');
  }
  throw new Error(`Tab does not lead to “${name}”, but to ${stops.join(', ')}.`);
}

describe('a walk by keyboard', () => {
  watchConsole();
  const { href } = location;
  const { clipboard } = navigator;
  afterEach(() => {
    history.replaceState(null, '', href);
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  });

  it('sorts by two columns, filters, compares, shows only differences and copies a link that shows the same', async () => {
    const copied: string[] = [];
    const writeText = async (text: string): Promise<void> => void copied.push(text);
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    const open = async (): Promise<G6ComparisonTable> => {
      const root = await fixture(html`<div style="width: 1200px">
        <button type="button">before</button>
        <g6-comparison-table src=${src} search filters compare share></g6-comparison-table>
      </div>`);
      root.querySelector('button')?.focus();
      const table = root.querySelector('g6-comparison-table') as G6ComparisonTable;
      await shown(table);
      return table;
    };
    const table = await open();

    await goTo(table, 'Annual fee');
    await sendKeys({ press: 'Enter' });
    await until(() => /is now sorted by Annual fee, lowest first\.$/.test(announced(table)), 'The first order');
    const byFee = rowsOf(table);
    await goTo(table, 'Score', true);
    await pressWithShift('Enter');
    await until(
      () => /sorted by Annual fee, lowest first, then Score, highest first\.$/.test(announced(table)),
      'The second order',
    );
    expect(focused(table) && spoken(focused(table) as Element)).to.match(/^Score/);
    const sorted = rowsOf(table);
    expect(sorted).to.not.deep.equal(byFee);
    expect([...sorted].sort()).to.deep.equal([...byFee].sort());

    await goTo(table, 'Filters', true);
    await sendKeys({ press: 'Enter' });
    await settled(table);
    await goTo(table, 'No');
    await sendKeys({ type: ' ' });
    await until(() => /products match/.test(announced(table)), 'The number of matches');
    const left = rowsOf(table);
    expect(left.length).to.be.within(2, sorted.length - 1);
    expect(left).to.deep.equal(sorted.filter((name) => left.includes(name)));

    for (const [index, name] of [left[0], left[left.length - 1]].entries()) {
      await goTo(table, `Compare ${name}`);
      await sendKeys({ type: ' ' });
      await until(() => ticksOf(table) === index + 2, 'The tick');
    }
    await goTo(table, 'Side by side', true);
    await sendKeys({ press: 'Enter' });
    const productsOf = ([matrix]: HTMLElement[]) => matrix && byRole(matrix, 'columnheader');
    await until(() => productsOf(byRole(table, 'table'))?.length === 2, 'The two products');
    const [matrix] = byRole(table, 'table') as [HTMLElement];
    const whole = byRole(matrix, 'row').length;
    await goTo(table, 'Only differences');
    await sendKeys({ type: ' ' });
    await until(() => byRole(matrix, 'row').length < whole, 'The differences alone');
    expect(byRole(matrix, 'columnheader')).to.have.length(2);

    await goTo(table, 'Copy link');
    await sendKeys({ press: 'Enter' });
    await until(() => announced(table) === 'Copied.', 'The copy');
    expect(copied).to.deep.equal([location.href]);
    const looksOf = (element: Element): string[] =>
      byRole(element, 'table').flatMap((each) => [seen(each), shapeOf(each)]);
    const before = looksOf(table);

    table.remove();
    history.replaceState(null, '', href);
    history.replaceState(null, '', new URL(copied[0] as string).hash);
    const fresh = await open();
    expect(looksOf(fresh)).to.deep.equal(before);
  });
});
