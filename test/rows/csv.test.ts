/** Rows as CSV, read back by a parser of others; what a spreadsheet must not run. */
import { expect } from '@open-wc/testing';
import { parse } from 'csv-parse/browser/esm/sync';
import fc from 'fast-check';
import { defused, writeCsvRows } from '../../src/rows/csv.js';

/** What a strict reader of RFC 4180 finds. */
const read = (text: string): string[][] => parse(text, { record_delimiter: '\r\n' });

const nasty = fc
  .array(fc.oneof(fc.constantFrom(...'=+-@\t\r\n\'",; |a1＝﹣'), fc.string({ unit: 'binary', maxLength: 2 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

const tables = fc
  .integer({ min: 2, max: 4 })
  .chain((width) => fc.array(fc.array(nasty, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));

/** The cells that the spreadsheets of a language make of a text, each by its own separator and the same quotes. */
function cellsBy(separator: string, text: string): string[] {
  const cells: string[] = [];
  for (let at = 0; at <= text.length; ) {
    const quoted = new RegExp(`"((?:[^"]|"")*)"([^${separator}\\r\\n]*)`, 'y');
    const plain = new RegExp(`[^${separator}\\r\\n]*`, 'y');
    quoted.lastIndex = plain.lastIndex = at;
    const found = quoted.exec(text);
    const [all = ''] = found ?? plain.exec(text) ?? [];
    cells.push(found ? `${found[1]?.replace(/""/g, '"')}${found[2]}` : all);
    at += all.length + 1;
  }
  return cells;
}

describe('writeCsvRows', () => {
  it('gives an independent parser back every text, but for the apostrophes', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const found = read(writeCsvRows(rows)).map((row) => row.map((text) => text.replace(defused, '')));
        expect(found).to.deep.equal(rows);
      }),
      { numRuns: 500 },
    );
  });

  for (const [separator, name] of [
    [',', 'commas'],
    [';', 'semicolons'],
    ['\\t', 'tabs'],
  ] as const) {
    it(`leaves no formula to a spreadsheet that separates by ${name}`, () => {
      fc.assert(
        fc.property(tables, (rows) => {
          const cells = cellsBy(separator, writeCsvRows(rows));
          expect(
            cells.filter((cell) => /^[\t\r\n]*[=+\-@＝＋－＠]/.test(cell) && !/^[\t\r\n]*-\d+(,|$)/.test(cell)),
          ).to.deep.equal([]);
        }),
        { numRuns: 500 },
      );
    });
  }

  const cells: readonly (readonly [text: string, written: string])[] = [
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1+1', "'-1+1"],
    ['-', "'-"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', `"'\t'=1"`],
    ['\r=1', `"'\r'=1"`],
    ['＝1+1', "'＝1+1"],
    ["'=1", "''=1"],
    ['a;=1;b', `"a;'=1;b"`],
    ['a\n@b', `"a\n'@b"`],
    ['a = b', 'a = b'],
    ['-5', '-5'],
    ['-0.5', '-0.5'],
    ['-1e-7', '-1e-7'],
    ['-1,5', '"-1,5"'],
    ['-5 °C', "'-5 °C"],
    ['', ''],
    [' a', '" a"'],
    ['"', '""""'],
  ];
  for (const [text, written] of cells) {
    it(`writes ${JSON.stringify(text)} as ${JSON.stringify(written)}`, () =>
      expect(writeCsvRows([[text, 'x']])).to.equal(`${written},x\r\n`));
  }
});
