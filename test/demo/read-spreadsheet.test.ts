/** What cells of spreadsheets are as text, and which sheets are read. */
import { expect } from '@open-wc/testing';
import { writeXlsx } from 'hucre';
import { textOfSpreadsheet } from '../../demo/builder/read-spreadsheet.js';

describe('a spreadsheet', () => {
  for (const [format, value, text] of [
    ['$#,##0.00', 9.99, '$9.99'],
    ['[$$-409]#,##0.00', 9.99, '$9.99'],
    ['#,##0.00 [$€-407]', 1234.5, '1,234.50 €'],
    ['[$CHF] #,##0.00', 5, 'CHF 5.00'],
    ['[$-409]0.0', 5, '5.0'],
  ] as const) {
    it(`keeps the currency of ${value} in ${format}`, async () => {
      const sheet = { name: 'Kettles', rows: [[value]], columns: [{ numFmt: format }] };
      expect(await textOfSpreadsheet(await writeXlsx({ sheets: [sheet] }))).to.deep.equal({ text, notes: [] });
    });
  }

  it('says which sheet is read, and which are not', async () => {
    const sheets = ['Empty', 'Kettles', 'Mugs', 'Notes'].map((name) => ({
      name,
      rows: name === 'Empty' ? [] : [[name]],
    }));
    const { text, notes } = await textOfSpreadsheet(await writeXlsx({ sheets }));
    expect(text).to.equal('Kettles');
    expect(notes.map(({ severity, message }) => [severity, message])).to.deep.equal([
      [
        'info',
        'The sheet “Kettles” is read and “Mugs”, “Notes” left out: copy the cells of another sheet and paste them here to read that.',
      ],
    ]);
  });
});
