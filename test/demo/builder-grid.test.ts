/** The grid of the builder, by keys, by buttons and with the clipboard. Needs the build. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { byScore, closePages, spoken, until, watchConsole } from '../helpers.js';
import { type Builder, forget, isFirefox, nameOf, opened } from './builder-page.js';

describe('the grid of the builder', () => {
  watchConsole();
  beforeEach(forget);
  afterEach(closePages);

  /** The focus on a cell, by a click. */
  async function at(builder: Builder, row: string, column: string): Promise<void> {
    const { PointerEvent: Pointer } = builder.frame.contentWindow as Window & typeof globalThis;
    builder
      .cell(row, column)
      .dispatchEvent(new Pointer('pointerdown', { bubbles: true, button: 0, pointerType: 'mouse' }));
    builder.frame.focus();
    await until(() => builder.focused === builder.cell(row, column), 'The focus');
  }

  it('goes from cell to cell by keys, edits, and refuses what is outside the scale', async () => {
    const builder = await opened();
    await at(builder, byScore[0] as string, 'Headline');
    await builder.press('ArrowRight', 'ArrowDown');
    await until(() => builder.focused === builder.cell(byScore[1] as string, 'Evidence Quality'), 'The next cell');
    await builder.press('F2');
    await until(() => nameOf(builder.focused) === `Evidence Quality, ${byScore[1]}`, 'The field');
    await sendKeys({ type: '12' });
    await builder.press('Enter');
    await until(() => builder.alerts, 'A sentence');
    expect(builder.alerts).to.match(/scored from 0 to 10/);
    expect(builder.focused.getAttribute('aria-invalid')).to.equal('true');
    await builder.press('Escape');
    await until(() => builder.focused === builder.cell(byScore[1] as string, 'Evidence Quality'), 'The cell');
    expect(spoken(builder.focused)).to.equal('9');
    // A sign begins editing by itself, Tab takes it and goes on.
    await sendKeys({ type: '7' });
    await builder.press('Tab');
    await until(
      () => builder.focused === builder.cell(byScore[1] as string, 'Ingredient Transparency'),
      'The next cell',
    );
    expect(spoken(builder.cell(byScore[1] as string, 'Evidence Quality'))).to.equal('7');
    await builder.press('Home', 'End');
    await until(
      () => (builder.focused as HTMLTableCellElement).cellIndex === (builder.grid[0]?.length ?? 0) - 1,
      'The last cell',
    );
    expect(builder.page.querySelectorAll('[role=grid] [tabindex="0"]')).to.have.length(1);
  });

  it('copies and pastes blocks of cells, adds products for more rows, and clears', async () => {
    const builder = await opened();
    await at(builder, byScore[2] as string, 'Value');
    const { ClipboardEvent: Clipboard, DataTransfer: Data } = builder.frame.contentWindow as Window & typeof globalThis;
    builder.paste(builder.focused as HTMLElement, '1\t2\n3\t99\n5\t6');
    await until(() => builder.grid.length === 7, 'Another product');
    expect(builder.news).to.match(
      /^One cell stays as it was\. Real-World Performance is scored from 0 to 10: 99 is outside/,
    );
    expect(builder.grid.slice(4).map((row) => [row[0], ...row.slice(5, 7)])).to.deep.equal([
      [byScore[2], '1', '2'],
      [byScore[3], '3', '8'],
      ['New product', '5', '6'],
    ]);
    if (!isFirefox) {
      // Firefox lets scripts make no event that takes data along.
      const clipboardData = new Data();
      builder.focused.dispatchEvent(new Clipboard('copy', { clipboardData, bubbles: true, cancelable: true }));
      expect(clipboardData.getData('text/plain')).to.equal('1\t2\n3\t8\n5\t6');
    }
    await builder.press('Delete');
    await until(() => builder.grid.at(-1)?.[5] === '', 'Cleared cells');
    builder.button('Undo: clear cells').click();
    builder.button('Undo: paste cells').click();
    await until(() => builder.grid.length === 6, 'The cells as they were');
  });

  it('adds, renames, moves and removes products, columns and criteria', async () => {
    const builder = await opened();
    builder.focus(builder.button('Add criterion'));
    builder.button('Add criterion').click();
    await until(() => builder.focused.localName === 'input', 'The field of the heading');
    (builder.focused as HTMLInputElement).select();
    await sendKeys({ type: 'Taste' });
    await builder.press('Enter');
    await until(() => builder.grid[0]?.includes('Taste'), 'The criterion');
    expect(builder.grid[1]?.[builder.grid[0]?.indexOf('Taste') as number]).to.equal('0');
    builder.button('Move the column Taste forward').click();
    await until(() => builder.grid[0]?.indexOf('Taste') === 7, 'The moved criterion');
    builder.button('Remove column Taste').click();
    await until(() => !builder.grid[0]?.includes('Taste'), 'The removal');
    await at(builder, byScore[0] as string, 'Headline');
    builder.button(`Move ${byScore[0]} down`).click();
    await until(() => builder.grid[2]?.[0] === byScore[1], 'The moved product');
    expect(builder.news).to.equal(`${byScore[0]} is now number 2.`);
    builder.button(`Remove product ${byScore[0]}`).click();
    await until(() => builder.grid.length === 5, 'The removed product');
  });

  it('leads from a finding to its cell, and from there to what mends it', async () => {
    const builder = await opened();
    builder.button('Go to Ora Trust Your Gut › Headline').click();
    await until(() => builder.focused === builder.cell('Ora Trust Your Gut', 'Headline'), 'The cell');
    const described = builder.page.getElementById(builder.focused.getAttribute('aria-describedby') ?? '');
    expect(spoken(described as Element)).to.match(/is headlined “7.3”, but its scores give 7.5/);
    builder.button('Line 68 of the text').click();
    await until(() => builder.focused.id === 'bring', 'The text');
    const { value, selectionStart, selectionEnd } = builder.focused as HTMLTextAreaElement;
    expect(value.slice(selectionStart, selectionEnd)).to.equal('G6 Composite Score: 7.3/10');
  });

  it('says what was mended and typed, and keeps the focus where the work goes on', async () => {
    const builder = await opened();
    const mend = builder.button('Use the computed 9.0');
    const count = () => builder.page.querySelectorAll('.findings li').length;
    const before = count();
    builder.focus(mend);
    await sendKeys({ press: 'Enter' });
    await until(() => count() === before - 1, 'A shorter list');
    expect(builder.news).to.match(/^Done: use the computed headline of .+\.$/);
    expect(builder.focused.closest('.findings li')).to.not.equal(null);
    builder.button('Go to Ora Trust Your Gut › Headline').click();
    await until(() => builder.focused === builder.cell('Ora Trust Your Gut', 'Headline'), 'The cell');
    builder.focus(builder.find('.cell-bar button', 'Use the computed'));
    await sendKeys({ press: 'Enter' });
    await until(() => count() === before - 2, 'A shorter list');
    await until(() => builder.focused === builder.cell('Ora Trust Your Gut', 'Headline'), 'The cell again');
    await builder.type('Ora Trust Your Gut', 'Headline', '7.1');
    await until(() => /^Done: change Headline of Ora Trust Your Gut\.$/.test(builder.news), 'The news');
  });
});
