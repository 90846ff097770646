/** Blocks of cells as spreadsheets put them on the clipboard. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readBlock, writeBlock } from '../../demo/builder/cell-block.js';

describe('a block of cells', () => {
  const cases: readonly (readonly [string, string, readonly (readonly string[])[]])[] = [
    ['one cell', 'Kettle', [['Kettle']]],
    ['nothing', '', [['']]],
    [
      'two rows, and the line end that spreadsheets add',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['line ends of old Macs', 'a\rb', [['a'], ['b']]],
    [
      'empty cells',
      '\ta\t\n\t\t',
      [
        ['', 'a', ''],
        ['', '', ''],
      ],
    ],
    ['a cell of several lines', '"a\nb"\tc', [['a\nb', 'c']]],
    ['quotes within quotes', '"6"" tall"\tx', [['6" tall', 'x']]],
    ['a quote that is none of a cell’s', '6" tall\t"x" y', [['6" tall', '"x" y']]],
    ['a text that was kept from being a formula', "'=1+1\t'-a\t'tis", [['=1+1', '-a', "'tis"]]],
  ];
  for (const [name, text, rows] of cases) {
    it(`is read: ${name}`, () => expect(readBlock(text)).to.deep.equal(rows));
  }

  for (const [cell, written] of [
    ['=SUM(A1)', "'=SUM(A1)"],
    ['@x', "'@x"],
    ['-3.5', '-3.5'],
    ['-3 dB', "'-3 dB"],
    ['+12%', '+12%'],
  ] as const) {
    it(`is written so that no spreadsheet runs it: ${cell}`, () => expect(writeBlock([[cell]])).to.equal(written));
  }

  it('reads back what was written', () => {
    // An apostrophe before what looks like a formula is the one sign that reading takes off.
    const cell = fc
      .string({ unit: fc.constantFrom('a', '"', '\t', '\n', '=', '-', "'", ' ', '1', 'é') })
      .filter((text) => !/^'[=+@-]/.test(text));
    const block = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      )
      // A last row that is one empty cell cannot be told from a line end.
      .filter((rows) => rows.length === 1 || rows.at(-1)?.join('\t') !== '');
    fc.assert(
      fc.property(block, (rows) => {
        expect(readBlock(writeBlock(rows))).to.deep.equal(rows);
      }),
      { seed: 2 },
    );
  });
});
