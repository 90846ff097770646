/** What a column is: its type, its label, which end is better, and whether its amounts can be compared. */
import { expect } from '@open-wc/testing';
import { readCell } from '../../src/model/cell.js';
import { isAmount, readColumn } from '../../src/model/column.js';
import type { ColumnDocument, ColumnType } from '../../src/model/document.js';
import type { Json } from '../../src/model/shape.js';

const columnOf = (values: readonly Json[], given: ColumnDocument = {}, id = 'x', currency = 'USD') =>
  readColumn(
    id,
    given,
    values.map((value) => readCell(value, { language: 'en', currency })),
    currency,
  );

describe('the type of a column', () => {
  const cases: readonly (readonly [values: readonly Json[], type: ColumnType, id?: string])[] = [
    [[], 'text'],
    [[null, 'n/a', ''], 'text'],
    [['Zinc', 'Whey'], 'text'],
    [['5 g', '75mg'], 'quantity'],
    [['5g/scoop', '75mg', '2g', 'Various'], 'quantity'],
    [['5 g', 'Various'], 'text'],
    [['5 g', 'Various', null], 'text'],
    [['5 g', null, null, null], 'quantity'],
    [['$5', '~$0.50/10g'], 'price'],
    [['$5', '€5', 'on request'], 'price'],
    [[1, 2.5, '3'], 'number'],
    [[1, '5 g', '$5'], 'quantity'],
    [[1, '5 g'], 'quantity'],
    [[1, '5 g', 'many', 'few'], 'text'],
    [[1, '5 g', 'many'], 'quantity'],
    [['4/5', '★★★☆☆'], 'rating'],
    [[true, false], 'boolean'],
    [[true, false, 'partly'], 'boolean'],
    [[true, 'partly'], 'text'],
    [['Yes', 'no', null, 'n/a'], 'boolean'],
    [['ja', '✗', true], 'boolean'],
    [['Yes', 'Yes', 'No', 'partly'], 'text'],
    [['Yes (2 years)', 'No'], 'text'],
    [['Y', 'N'], 'text'],
    [['yes', ['no']], 'list'],
    [['2026-04-30', '2026-05-01'], 'date'],
    [['https://a.example', 'https://b.example'], 'link'],
    [[['a', 'b'], 'c', 'd', 'e'], 'list'],
    [[['a'], '5 g', '6 g'], 'list'],
    [[[], 'c', 'd'], 'text'],
    [[5, 10, 15], 'price', 'price'],
    [['$5', 10], 'quantity', 'price'],
    [['$5', '$6', 10], 'price', 'price'],
    [['5 g', '6 g'], 'quantity', 'price'],
    [[5, 10], 'number', 'prices'],
  ];
  for (const [values, type, id = 'x'] of cases) {
    it(`${id} of ${JSON.stringify(values)} is ${type}`, () => {
      expect(columnOf(values, {}, id).column.type).to.equal(type);
    });
  }

  const types = ['text', 'number', 'quantity', 'price', 'list', 'boolean', 'rating', 'date', 'link'] as const;
  for (const type of types) {
    it(`is ${type} where its author says so`, () => {
      const { column, cells } = columnOf(['5 g', '$5', 5, '4/5', true, 'a', ['b'], '2026-04-30', null], { type });
      expect(column.type).to.equal(type);
      for (const cell of cells) expect([type, 'text', 'missing']).to.include(cell.type);
      expect(cells.length).to.equal(9);
    });
  }
});

describe('bare prices', () => {
  it('are in the document’s currency', () => {
    const { cells, column } = columnOf([5, '10'], {}, 'price', 'EUR');
    expect(cells.map(({ quantity }) => quantity?.unit)).to.deep.equal(['EUR', 'EUR']);
    expect(column.mixed).to.equal(false);
  });

  it('compare with prices that name that currency', () => {
    expect(columnOf([5, '€10'], { type: 'price' }, 'x', 'EUR').column.mixed).to.equal(false);
  });

  it('do not compare with prices of another currency, nor where the document has none', () => {
    expect(columnOf([5, '$10'], { type: 'price' }, 'x', 'EUR').column.mixed).to.equal(true);
    expect(columnOf([5, '$10'], { type: 'price' }, 'x', '').column.mixed).to.equal(true);
    expect(columnOf([5, 10], { type: 'price' }, 'x', '').column.mixed).to.equal(false);
  });
});

describe('the label of a column', () => {
  const cases: readonly (readonly [id: string, label: string])[] = [
    ['dose', 'Dose'],
    ['batteryLife', 'Battery life'],
    ['battery_life', 'Battery life'],
    ['battery-life', 'Battery life'],
    ['batteryLifeHours', 'Battery life hours'],
    ['Battery Life', 'Battery Life'],
    ['price/serving', 'Price/serving'],
    ['USB', 'USB'],
    ['wifi6Speed', 'Wifi6 speed'],
    ['öffnungsZeiten', 'Öffnungs zeiten'],
    ['продукт', 'Продукт'],
    ['x', 'X'],
    ['__proto__', 'Proto'],
    ['_dose_', 'Dose'],
    ['--', '--'],
  ];
  for (const [id, label] of cases) {
    it(`${id} is ${label} where its author gives none`, () => {
      expect(columnOf(['a'], {}, id).column.label).to.equal(label);
    });
  }

  it('is what its author says', () => {
    expect(columnOf(['a'], { label: 'Main ingredient' }, 'ingredient').column.label).to.equal('Main ingredient');
  });
});

describe('the better end of a column', () => {
  const cases: readonly (readonly [type: ColumnType, better: string])[] = [
    ['price', 'lower'],
    ['rating', 'higher'],
    ['boolean', 'higher'],
    ['number', 'none'],
    ['quantity', 'none'],
    ['text', 'none'],
    ['list', 'none'],
    ['date', 'none'],
    ['link', 'none'],
  ];
  for (const [type, better] of cases) {
    it(`is ${better} for ${type} where its author is silent`, () => {
      expect(columnOf(['$5', '4/5', true], { type }).column.better).to.equal(better);
    });
  }

  for (const better of ['higher', 'lower', 'none'] as const) {
    it(`is ${better} where its author says so`, () => {
      expect(columnOf(['$5'], { better }).column.better).to.equal(better);
    });
  }
});

describe('mixed', () => {
  const cases: readonly (readonly [values: readonly Json[], mixed: boolean, given?: ColumnDocument])[] = [
    [[], false],
    [['5 g'], false],
    [['5 g', '75mg', '1 kg', '1 oz'], false],
    [['5 g', '5 ml'], true],
    [['5 g', '5'], true],
    [['5 g', '5 g/scoop'], true],
    [['5 g/scoop', '6 g/scoop'], false],
    [['5 g/scoop', '6 g/tablet'], true],
    [['5 g', 'Various', null], false],
    [['$5', '$10'], false],
    [['$5', '€5'], true],
    [['~$0.50/10g', '~$0.80'], true],
    [['$1/100g', '$5/kg'], false],
    [['$1/100g', '$5/l'], true],
    [['4/5', '8/10'], false],
    [['10 %', '20 %'], false],
    [['10 %', '20 IU'], true],
    [[1, 2], false],
    [['a', 'b'], false],
    [['5 g', '5 ml'], false, { type: 'text' }],
    [[['5 g'], '5 g', '5 ml'], false],
    [['5 g', '5 ml', 'a', 'b', 'c'], false],
    [['5 g', '$5'], false, { type: 'price' }],
  ];
  for (const [values, mixed, given] of cases) {
    it(`is ${mixed} for ${JSON.stringify(values)}${given?.type ? ` in a column of ${given.type}` : ''}`, () => {
      const { column, clash } = columnOf(values, given);
      expect(column.mixed).to.equal(mixed);
      expect(clash !== undefined).to.equal(mixed);
    });
  }

  it('names the first two amounts that differ', () => {
    const { clash } = columnOf(['Various', '5 g', '6 g', '7 ml', '8 l']);
    expect(clash?.map(({ text }) => text)).to.deep.equal(['5 g', '7 ml']);
  });
});

describe('readColumn', () => {
  it('keeps what the author said', () => {
    const given = { label: 'Dose', priority: 2, description: 'Per day.' };
    expect(columnOf(['5 g'], given, 'dose').column).to.deep.equal({
      id: 'dose',
      type: 'quantity',
      better: 'none',
      mixed: false,
      ...given,
    });
  });

  it('gives the values in the order that they came in', () => {
    const values = ['c', null, 'a', 'b'];
    expect(columnOf(values).cells.map(({ text }) => text)).to.deep.equal(['c', '', 'a', 'b']);
  });
});

describe('isAmount', () => {
  for (const type of ['number', 'quantity', 'price', 'rating']) {
    it(`says yes to ${type}`, () => expect(isAmount(type)).to.equal(true));
  }
  for (const type of ['text', 'list', 'boolean', 'date', 'link', 'missing', '', 'constructor']) {
    it(`says no to ${type || 'nothing'}`, () => expect(isAmount(type)).to.equal(false));
  }
});
