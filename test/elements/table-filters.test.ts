/** How readers narrow a table down: a search field, boxes and ranges, what is said of it, and the way back. */
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define.js';
import type { G6ComparisonTable } from '../../src/elements/g6-comparison-table.js';
import {
  announced,
  byRole,
  control,
  enter,
  expectAccessible,
  fault,
  messagesOf,
  nameOf,
  newKey,
  press,
  rowsOf,
  settled,
  skipPauses,
  spoken,
  until,
  watchConsole,
} from '../helpers.js';

const lamps = {
  title: 'Lamps',
  language: 'en',
  currency: 'USD',
  columns: [
    { id: 'ports', label: 'Ports' },
    { id: 'dimmed', label: 'Dimmed' },
    { id: 'colour', label: 'Colour' },
    { id: 'price', label: 'Price' },
    { id: 'since', label: 'Since' },
  ],
  products: [
    { name: 'Éclair', specs: { ports: ['USB', 'Qi'], dimmed: true, colour: 'red', price: '$30', since: '2024-01-31' } },
    { name: 'Plover', specs: { ports: ['USB'], dimmed: false, colour: 'blue', price: '$10', since: '2025-02-28' } },
    { name: 'Straße', specs: { ports: ['Qi'], dimmed: true, colour: 'red', price: '$20', since: '2026-03-31' } },
    { name: 'Egret', specs: { ports: [], dimmed: null, colour: 'blue', price: null, since: null } },
  ],
};

const open = async (width = 1000, layout = 'auto'): Promise<G6ComparisonTable> => {
  const root = await fixture(html`<div style="width: ${width}px">
    <g6-comparison-table search filters layout=${layout} .comparison=${lamps}></g6-comparison-table>
  </div>`);
  const table = root.querySelector('g6-comparison-table') as G6ComparisonTable;
  await press(table, 'button', 'Filters');
  return table;
};

const search = (table: G6ComparisonTable, text: string): Promise<void> =>
  enter(table, control(table, 'searchbox', 'Search'), text);

const boxesOf = (table: Element): string[] => byRole(table, 'checkbox').map(nameOf);

describe('the filters of a table', () => {
  watchConsole();

  it('are not there unless they are switched on', async () => {
    const table = await fixture(html`<g6-comparison-table filters="false" .comparison=${lamps}></g6-comparison-table>`);
    for (const role of ['searchbox', 'checkbox', 'slider'] as const) expect(byRole(table, role)).to.deep.equal([]);
  });

  const finds: readonly (readonly [text: string, names: readonly string[]])[] = [
    ['ECLAIR', ['Éclair']],
    ['strasse', ['Straße']],
    ['blue egr', ['Egret']],
    ['march 31, 2026', ['Straße']],
    ['usb', ['Éclair', 'Plover']],
    ['   ', ['Éclair', 'Plover', 'Straße', 'Egret']],
    ['nothing of this', []],
  ];
  for (const [text, names] of finds) {
    it(`find ${names.join(', ') || 'nobody'} by “${text}”`, async () => {
      const table = await open();
      await search(table, text);
      expect(rowsOf(table)).to.deep.equal(names);
    });
  }

  it('offer the values of a column with how many have them', async () => {
    expect(boxesOf(await open())).to.deep.equal(['Qi 2', 'USB 2', 'Yes 2', 'No 1', 'blue 2', 'red 2']);
  });

  it('are named by their column', async () => {
    const table = await open();
    expect(byRole(table, 'group').map((group) => spoken(group.querySelector('legend') as Element))).to.deep.equal([
      'Ports',
      'Dimmed',
      'Colour',
      'Price',
      'Since',
    ]);
  });

  it('leave what has any of the chosen values of each column, and count again', async () => {
    const table = await open();
    await press(table, 'checkbox', 'USB 2');
    expect(rowsOf(table)).to.deep.equal(['Éclair', 'Plover']);
    expect(boxesOf(table)).to.deep.equal(['Qi 2', 'USB 2', 'Yes 1', 'No 1', 'blue 1', 'red 1']);
    await press(table, 'checkbox', 'red 1');
    expect(rowsOf(table)).to.deep.equal(['Éclair']);
    await press(table, 'checkbox', /^Qi/);
    expect(rowsOf(table)).to.deep.equal(['Éclair', 'Straße']);
    await press(table, 'button', 'Reset');
    expect(rowsOf(table)).to.have.length(4);
    for (const box of byRole(table, 'checkbox')) expect((box as HTMLInputElement).checked).to.equal(false);
  });

  describe('with a range', () => {
    const ends = (table: Element, column: string): string[] =>
      (['slider', 'textbox'] as const).flatMap((role) =>
        byRole(table, role).flatMap((field) =>
          nameOf(field).startsWith(column) ? (field as HTMLInputElement).value : [],
        ),
      );

    for (const role of ['slider', 'textbox'] as const) {
      it(`take the ends from a ${role}`, async () => {
        const table = await open();
        expect(ends(table, 'Price')).to.deep.equal(['10', '30', '10', '30']);
        await enter(table, control(table, role, 'Price, from'), '15');
        expect(rowsOf(table)).to.deep.equal(['Éclair', 'Straße']);
        expect(ends(table, 'Price')).to.deep.equal(['15', '30', '15', '30']);
        await enter(table, control(table, role, 'Price, to'), '20');
        expect(rowsOf(table)).to.deep.equal(['Straße']);
        await enter(table, control(table, role, 'Price, from'), '25');
        expect(ends(table, 'Price'), 'the ends do not pass each other').to.deep.equal(['20', '20', '20', '20']);
        await enter(table, control(table, role, 'Price, from'), '10');
        await enter(table, control(table, role, 'Price, to'), '30');
        expect(rowsOf(table)).to.have.length(4);
      });
    }

    for (const [language, typed, left] of [
      ['en', '12,5', '12.5'],
      ['en', '12.5', '12.5'],
      ['de', '12,5', '12,5'],
      ['de', '12.5', '12,5'],
    ] as const) {
      it(`take ${typed} in ${language}, and show ${left}`, async () => {
        const table = await open();
        table.comparison = { ...lamps, language };
        await settled(table);
        const input = byRole(table, 'textbox')[0] as HTMLInputElement;
        input.focus();
        input.select();
        await sendKeys({ type: typed });
        await sendKeys({ press: 'Tab' });
        await settled(table);
        expect(ends(table, 'Price').slice(2)).to.deep.equal([left, '30']);
        expect(rowsOf(table)).to.deep.equal(['Éclair', 'Straße']);
      });
    }

    it('keep the handle of a range where it is put, whatever a point is in the language', async () => {
      const table = await open();
      const products = [1, 3].map((price) => ({ name: `P${price}`, specs: { price: `${price} €` } }));
      table.comparison = { language: 'de', products };
      await settled(table);
      const [input] = byRole(table, 'slider') as [HTMLInputElement];
      input.step = 'any';
      await enter(table, input, '1.125');
      expect(ends(table, 'Price')).to.deep.equal(['1.125', '3', '1,125', '3']);
    });

    it('take an emptied field as all of it', async () => {
      const table = await open();
      const field = control(table, 'textbox', 'Price, from') as HTMLInputElement;
      await enter(table, field, '15');
      await enter(table, field, '');
      expect(rowsOf(table)).to.have.length(4);
      expect(field.value).to.equal('10');
    });

    it('take days as days', async () => {
      const table = await open();
      const field = [...(table.shadowRoot as ShadowRoot).querySelectorAll('input[type=date]')].find(
        (one) => nameOf(one) === 'Since, from',
      ) as HTMLInputElement;
      expect(Date.parse(field.value)).to.be.at.most(Date.parse('2024-01-31'));
      await enter(table, field, '2025-01-01');
      expect(rowsOf(table)).to.deep.equal(['Plover', 'Straße']);
    });
  });

  describe('told', () => {
    it('say how many match once the hand rests, and once only', async () => {
      const table = await open();
      const said: string[] = [];
      const region = byRole(table, 'status')[0] as Element;
      new MutationObserver(() => said.push(spoken(region))).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
      const delays = skipPauses();
      for (const text of ['p', 'pl', 'plo']) {
        const field = control(table, 'searchbox', 'Search') as HTMLInputElement;
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
      await until(() => announced(table), 'The number of matches');
      await settled(table);
      expect(said).to.deep.equal(['1 of 4 products matches.']);
      expect(delays.filter((delay) => delay === 500)).to.have.length(3);
    });

    it('show how many match beside the fields at once', async () => {
      const table = await open();
      await search(table, 'e');
      expect(table.shadowRoot?.textContent?.replace(/\s+/g, ' ')).to.include('4 of 4 products match.');
    });

    it('speak in the table that was used, and show in every table of the address', async () => {
      const src = fault('json', { key: newKey(), body: lamps });
      const root = await fixture(html`<div>
        <g6-comparison-table search src=${src}></g6-comparison-table>
        <g6-comparison-table src=${src}></g6-comparison-table>
      </div>`);
      const [one, other] = [...root.querySelectorAll('g6-comparison-table')] as [G6ComparisonTable, G6ComparisonTable];
      await until(() => rowsOf(one).length && rowsOf(other).length);
      skipPauses();
      await search(one, 'plover');
      await until(() => announced(one));
      await settled(other);
      expect(rowsOf(other)).to.deep.equal(['Plover']);
      expect(announced(other)).to.equal('');
    });
  });

  it('say so where nothing matches, and offer the way back', async () => {
    const table = await open();
    await search(table, 'nothing of this');
    expect(messagesOf(table)).to.deep.equal(['No product matches all of this. Reset']);
    await expectAccessible(table);
    byRole(table, 'button')
      .filter((one) => nameOf(one) === 'Reset')
      .at(-1)
      ?.click();
    await settled(table);
    expect(rowsOf(table)).to.have.length(4);
    expect(messagesOf(table)).to.deep.equal([]);
    expect((control(table, 'searchbox', 'Search') as HTMLInputElement).value).to.equal('');
  });

  it('fire what is asked for', async () => {
    const table = await open();
    const filters: unknown[] = [];
    table.addEventListener('g6-filter', ({ detail }) => filters.push(detail.filter));
    await press(table, 'checkbox', 'USB 2');
    await search(table, 'x');
    expect(filters).to.deep.equal([{ choices: { ports: ['USB'] } }, { choices: { ports: ['USB'] }, search: 'x' }]);
  });

  for (const scheme of ['light', 'dark']) {
    for (const width of [1280, 640, 320]) {
      for (const layout of ['table', 'cards', 'matrix']) {
        it(`have no fault that axe finds: ${layout}, ${scheme}, ${width} pixels wide`, async () => {
          const root =
            await fixture(html`<div style="color-scheme: ${scheme}; background: Canvas; color: CanvasText; width: ${width}px">
            <g6-comparison-table search filters compare layout=${layout} .comparison=${lamps}></g6-comparison-table>
          </div>`);
          const table = root.querySelector('g6-comparison-table') as G6ComparisonTable;
          await press(table, 'button', 'Filters');
          await press(table, 'checkbox', 'Compare Plover');
          await press(table, 'checkbox', 'red 2');
          await expectAccessible(root);
        });
      }
    }
  }
});
