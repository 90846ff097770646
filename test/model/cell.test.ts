/** What one value of a document is read as, by itself and in a column of a type. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { type Cell, castCell, readCell } from '../../src/model/cell.js';
import type { ColumnType } from '../../src/model/document.js';
import type { QuantityOptions } from '../../src/model/quantity.js';
import type { Json } from '../../src/model/shape.js';

const usd: QuantityOptions = { language: 'en', currency: 'USD' };

describe('readCell', () => {
  const types: readonly (readonly [value: Json | undefined, type: Cell['type'], text: string])[] = [
    [undefined, 'missing', ''],
    [null, 'missing', ''],
    ['', 'missing', ''],
    ['   ', 'missing', ''],
    ['-', 'missing', '-'],
    ['–', 'missing', '–'],
    ['—', 'missing', '—'],
    ['---', 'missing', '---'],
    ['?', 'missing', '?'],
    ['…', 'text', '…'],
    ['...', 'missing', '...'],
    ['n/a', 'missing', 'n/a'],
    ['N/A', 'missing', 'N/A'],
    ['n.a.', 'missing', 'n.a.'],
    ['TBD', 'missing', 'TBD'],
    ['tba', 'missing', 'tba'],
    ['none', 'text', 'none'],
    ['nada', 'text', 'nada'],
    ['no', 'text', 'no'],
    [true, 'boolean', ''],
    [false, 'boolean', ''],
    [0, 'number', '0'],
    [-0, 'number', '0'],
    [0.5, 'number', '0.5'],
    [-3, 'number', '-3'],
    [1e21, 'number', '1e+21'],
    ['5', 'number', '5'],
    [' 5 g ', 'quantity', '5 g'],
    ['5g/scoop', 'quantity', '5g/scoop'],
    ['75mg', 'quantity', '75mg'],
    ['Various', 'text', 'Various'],
    ['~$0.50/10g', 'price', '~$0.50/10g'],
    ['€5', 'price', '€5'],
    ['4.5/5', 'rating', '4.5/5'],
    ['★★★★☆', 'rating', '★★★★☆'],
    ['2026-04-30', 'date', '2026-04-30'],
    ['2026-04-30T12:00:00Z', 'date', '2026-04-30T12:00:00Z'],
    ['2026-02-30', 'text', '2026-02-30'],
    ['2026-13-01', 'text', '2026-13-01'],
    ['2026-04-30 or later', 'text', '2026-04-30 or later'],
    ['30.04.2026', 'text', '30.04.2026'],
    ['https://a.example/x', 'link', 'https://a.example/x'],
    ['HTTP://a.example', 'link', 'HTTP://a.example'],
    ['javascript:alert(1)', 'text', 'javascript:alert(1)'],
    ['https://apple.com@evil.test', 'text', 'https://apple.com@evil.test'],
    ['a.example', 'text', 'a.example'],
    [[], 'missing', ''],
    [['a', 'b'], 'list', 'a, b'],
    [['a', 5, true], 'list', 'a, 5, true'],
    [[null, { a: 1 }, ['b']], 'missing', ''],
    [['a', null, { a: 1 }], 'list', 'a'],
    [{}, 'missing', ''],
    [{ value: '5 g' }, 'quantity', '5 g'],
    [{ text: 'Yes, mostly' }, 'text', 'Yes, mostly'],
    [{ value: 5, text: 'five' }, 'number', '5'],
    [{ value: null, text: 'five' }, 'text', 'five'],
    [{ value: ['a'] }, 'list', 'a'],
    [{ value: { value: true } }, 'boolean', ''],
    [{ other: 1 }, 'missing', ''],
  ];
  for (const [value, type, text] of types) {
    it(`reads ${Object.is(value, -0) ? '-0' : (JSON.stringify(value) ?? 'nothing')} as ${type}`, () => {
      const cell = readCell(value, usd);
      expect([cell.type, cell.text]).to.deep.equal([type, text]);
    });
  }

  it('gives an amount to what is one, and to nothing else', () => {
    for (const [value, type] of types) {
      const isAmount = ['number', 'quantity', 'price', 'rating'].includes(type);
      expect(readCell(value, usd).quantity !== undefined, JSON.stringify(value)).to.equal(isAmount);
    }
  });

  it('reads amounts in the document’s language and currency', () => {
    expect(readCell('1.234 g', { language: 'de' }).quantity?.value).to.equal(1234);
    expect(readCell('1.234 g', { language: 'en' }).quantity?.value).to.equal(1.234);
    expect(readCell('$5', { currency: 'CAD' }).quantity?.unit).to.equal('CAD');
    expect(readCell('$5', {}).quantity?.unit).to.equal('USD');
  });

  it('reads a number as the bare amount that it is', () => {
    expect(readCell(7.5, usd).quantity).to.deep.equal({
      value: 7.5,
      unit: '',
      kind: 'number',
      approximate: false,
      text: '7.5',
    });
  });

  it('says whether a boolean is true', () => {
    expect([true, false].map((value) => readCell(value, usd).checked)).to.deep.equal([true, false]);
  });

  it('lists the entries of a list', () => {
    expect(readCell(['NSF', '3rd-party', 5, null], usd).items).to.deep.equal(['NSF', '3rd-party', '5']);
  });

  it('gives a link its address', () => {
    expect(readCell('https://a.example/x', usd).url).to.equal('https://a.example/x');
  });

  it('keeps the remark and the address of a value', () => {
    const cell = readCell({ value: '5 g', note: 'per scoop', url: 'https://a.example' }, usd);
    expect([cell.text, cell.note, cell.url]).to.deep.equal(['5 g', 'per scoop', 'https://a.example']);
  });

  for (const url of ['javascript:alert(1)', 'java\tscript:alert(1)', 'https://apple.com@evil.test', 5, null, {}]) {
    it(`gives a value no address where it has ${JSON.stringify(url)}`, () => {
      expect(readCell({ text: 'More', url }, usd).url).to.equal(undefined);
    });
  }

  it('keeps no remark that is not text', () => {
    expect(readCell({ value: 5, note: { _$litType$: 1 } }, usd).note).to.equal(undefined);
  });

  it('reads any JSON value as something with text', () => {
    const kinds = ['missing', 'text', 'number', 'quantity', 'price', 'list', 'boolean', 'rating', 'date', 'link'];
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const cell = readCell(value as Json, usd);
        return typeof cell.text === 'string' && kinds.includes(cell.type);
      }),
      { numRuns: 500 },
    );
  });
});

describe('castCell', () => {
  const cases: readonly (readonly [value: Json, type: ColumnType, becomes: Cell['type']])[] = [
    [null, 'price', 'missing'],
    ['n/a', 'text', 'missing'],
    ['5 g', 'quantity', 'quantity'],
    ['5 g', 'text', 'text'],
    ['5 g', 'number', 'text'],
    ['5 g', 'price', 'text'],
    ['5 g', 'rating', 'text'],
    ['5 g', 'boolean', 'text'],
    ['5 g', 'date', 'text'],
    ['5 g', 'link', 'text'],
    ['5 g', 'list', 'list'],
    ['$5', 'price', 'price'],
    ['$5', 'quantity', 'quantity'],
    ['$5', 'number', 'text'],
    [5, 'number', 'number'],
    [5, 'quantity', 'quantity'],
    [5, 'price', 'price'],
    [5, 'rating', 'rating'],
    ['5', 'price', 'price'],
    [5.5, 'rating', 'text'],
    [-1, 'rating', 'text'],
    [5, 'text', 'text'],
    [5, 'date', 'text'],
    ['4/5', 'rating', 'rating'],
    ['4/5', 'number', 'text'],
    ['4/5', 'quantity', 'quantity'],
    ['Various', 'quantity', 'text'],
    ['Various', 'text', 'text'],
    ['Various', 'list', 'list'],
    ['Various', 'boolean', 'text'],
    ['Yes', 'boolean', 'boolean'],
    ['no', 'text', 'text'],
    ['yes, mostly', 'boolean', 'text'],
    ['None', 'boolean', 'text'],
    [[''], 'boolean', 'text'],
    [true, 'boolean', 'boolean'],
    [true, 'text', 'text'],
    [true, 'number', 'text'],
    [['a', 'b'], 'list', 'list'],
    [['a', 'b'], 'text', 'text'],
    [['a', 'b'], 'number', 'text'],
    ['2026-04-30', 'date', 'date'],
    ['2026-04-30', 'text', 'text'],
    ['soon', 'date', 'text'],
    ['https://a.example', 'link', 'link'],
    ['https://a.example', 'text', 'text'],
    ['a.example', 'link', 'text'],
    [{ text: 'More', url: 'https://a.example' }, 'link', 'link'],
    [{ text: 'More', url: 'javascript:alert(1)' }, 'link', 'text'],
  ];
  for (const [value, type, becomes] of cases) {
    it(`makes ${JSON.stringify(value)} in a column of ${type} ${becomes}`, () => {
      const cell = readCell(value, usd);
      const cast = castCell(cell, type, 'USD');
      expect(cast.type).to.equal(becomes);
      expect(cast.text).to.equal(cell.text);
    });
  }

  it('keeps an amount only where the type is one of amounts', () => {
    for (const [value, type] of cases) {
      const cast = castCell(readCell(value, usd), type, 'USD');
      const isAmount = ['number', 'quantity', 'price', 'rating'].includes(cast.type);
      expect(cast.quantity !== undefined, `${JSON.stringify(value)} in a column of ${type}`).to.equal(isAmount);
    }
  });

  it('gives a bare number among prices the document’s currency', () => {
    expect(castCell(readCell(5, usd), 'price', 'EUR').quantity).to.include({ value: 5, unit: 'EUR', kind: 'money' });
    expect(castCell(readCell('€5', usd), 'price', 'USD').quantity).to.include({ value: 5, unit: 'EUR', kind: 'money' });
    expect(castCell(readCell(5, {}), 'price', '').quantity).to.include({ value: 5, unit: '', kind: 'money' });
  });

  it('makes a bare number among ratings stars of five', () => {
    expect(castCell(readCell(4.5, usd), 'rating', '').quantity).to.include({ value: 4.5, outOf: 5, kind: 'rating' });
  });

  const words: readonly (readonly [checked: boolean, words: readonly string[]])[] = [
    [true, ['yes', 'Ja', 'OUI', 'sí', 'Si', 'sì', 'sim', 'はい', 'あり', 'نعم', 'True', '✓', '✔️', '✅ Yes', '○']],
    [false, ['No', 'nein', 'non', 'não', 'いいえ', 'なし', 'لا', 'FALSE', '✗', '❌ no', '×']],
  ];
  for (const [checked, all] of words) {
    for (const word of all) {
      it(`takes “${word}” for ${checked} in a column of booleans`, () => {
        expect(castCell(readCell(word, usd), 'boolean', '')).to.include({ type: 'boolean', checked, text: word });
      });
    }
  }

  it('makes a single value a list of one, and a list in a column of text its text', () => {
    expect(castCell(readCell('5 g', usd), 'list', '').items).to.deep.equal(['5 g']);
    expect(castCell(readCell(['a', 'b'], usd), 'text', '').text).to.equal('a, b');
  });

  it('keeps the remark and the address', () => {
    const cell = readCell({ value: '5 g', note: 'dry', url: 'https://a.example' }, usd);
    expect(castCell(cell, 'text', '')).to.include({ note: 'dry', url: 'https://a.example', text: '5 g' });
  });

  it('leaves the cell it was given as it was', () => {
    const cell = Object.freeze(readCell('5 g', usd));
    const before = JSON.stringify(cell);
    castCell(cell, 'list', 'USD');
    castCell(cell, 'text', 'USD');
    expect(JSON.stringify(cell)).to.equal(before);
  });
});
