/** What typing and moving make of a document. */
import { expect } from '@open-wc/testing';
import {
  addColumn,
  addCriterion,
  addProduct,
  type Edit,
  moveColumn,
  moveProduct,
  neighbourOf,
  removeColumn,
  settle,
  typeInto,
  weightsTo100,
} from '../../demo/builder/grid-edits.js';
import {
  cellText,
  type GridColumn,
  type GridPlan,
  type GridRow,
  placeAt,
  planGrid,
  textAt,
} from '../../demo/builder/grid-plan.js';
import { valueAt } from '../../demo/builder/json.js';
import { readComparison } from '../../src/model/index.js';
import { leakyGut } from '../fixtures/leaky-gut.js';

const document = {
  title: 'Kettles',
  extra: { kept: true },
  rubric: {
    criteria: [
      { id: 'speed', label: 'Speed', weight: 60 },
      { id: 'noise', label: 'Noise', weight: 30 },
    ],
  },
  columns: [{ id: 'price', label: 'Price' }],
  products: [
    {
      name: 'Heron',
      statedScore: 8.7,
      specs: { price: '$64', tags: ['steel', 'quiet'], warm: true, mass: 1.1, dose: { value: '5 g', note: 'a scoop' } },
      scores: { speed: 9, noise: { value: 7, note: 'loud' } },
    },
    { name: 'Plover', scores: { speed: 7 } },
  ],
} as const;

const plan = (of: Parameters<typeof planGrid>[0]): GridPlan => planGrid(of, readComparison(of).comparison);
const columnOf = (id: string, of: Parameters<typeof planGrid>[0] = document): GridColumn => {
  const found = plan(of).columns.find((column) => column.id === id);
  if (!found) throw new Error(`There is no column ${id}.`);
  return found;
};
const type = (row: GridRow, id: string, text: string): Edit => typeInto(document, { row, column: columnOf(id) }, text);

describe('the plan of a grid', () => {
  it('has names, scores, headlines, criteria and specs, and a row of weights', () => {
    const { columns, rows } = plan(document);
    expect(columns.map(({ id }) => id)).to.deep.equal(
      'name composite stated speed noise price tags warm mass dose'.split(' '),
    );
    expect(rows).to.deep.equal(['header', 'weights', 0, 1]);
  });

  it('has neither weights nor scores without criteria', () => {
    const { columns, rows } = plan({ products: [{ name: 'Heron', award: 'First', specs: { price: 1 } }] });
    expect([columns.map(({ id }) => id), rows]).to.deep.equal([
      ['name', 'award', 'price'],
      ['header', 0],
    ]);
  });

  for (const [pointer, row, id] of [
    ['/products/0/statedScore', 0, 'stated'],
    ['/products/1', 1, 'name'],
    ['/products/1/name', 1, 'name'],
    ['/products/0/scores/noise', 0, 'noise'],
    ['/products/0/scores/noise/value', 0, 'noise'],
    ['/products/1/scores', 1, 'noise'],
    ['/products/0/specs/price', 0, 'price'],
    ['/rubric/criteria', 'weights', 'speed'],
    ['/rubric/criteria/1/weight', 'weights', 'noise'],
    ['/rubric/criteria/1/label', 'header', 'noise'],
    ['/columns/0', 'header', 'price'],
  ] as const) {
    it(`finds the cell of ${pointer}`, () => {
      const place = placeAt(pointer, plan(document), document);
      expect([place?.row, place?.column.id]).to.deep.equal([row, id]);
    });
  }

  for (const pointer of [
    '',
    '/disclosure',
    '/products/0/offers/0',
    '/products/9',
    '/products/0/specs/none',
    '/rubric/scale',
  ]) {
    it(`has no cell for ${pointer || 'the whole'}`, () => {
      expect(placeAt(pointer, plan(document), document)).to.equal(undefined);
    });
  }

  it('finds a cell or none for every diagnostic of anything', () => {
    for (const products of [
      [null],
      ['Heron'],
      [{}, { name: 5 }],
      { name: 'x' },
      'x',
      [{ name: 'A', specs: [1], scores: 3 }],
    ]) {
      for (const rubric of [undefined, 3, { criteria: 'x' }, { criteria: [null, { label: 'L' }] }]) {
        const strange = { products, ...(rubric !== undefined && { rubric }), columns: [null, { id: 4 }] } as never;
        const { diagnostics, comparison } = readComparison(strange);
        const whole = planGrid(strange, comparison);
        for (const { path } of diagnostics) placeAt(path, whole, strange);
        for (const row of whole.rows) for (const column of whole.columns) textAt(strange, { row, column }, undefined);
      }
    }
  });
});

describe('typing into a cell', () => {
  const taken: readonly (readonly [GridRow, string, string, readonly (string | number)[], unknown])[] = [
    [0, 'name', ' Heron 2 ', ['products', 0, 'name'], 'Heron 2'],
    [0, 'speed', '8.5', ['products', 0, 'scores', 'speed'], 8.5],
    [0, 'speed', '8,5', ['products', 0, 'scores', 'speed'], 8.5],
    [0, 'speed', '8.5/10', ['products', 0, 'scores', 'speed'], 8.5],
    [0, 'speed', '', ['products', 0, 'scores', 'speed'], undefined],
    [0, 'noise', '6', ['products', 0, 'scores', 'noise'], { value: 6, note: 'loud' }],
    [0, 'noise', '–', ['products', 0, 'scores', 'noise'], { value: null, note: 'loud' }],
    [0, 'stated', '9.0', ['products', 0, 'statedScore'], '9.0'],
    [0, 'stated', '8.7/10', ['products', 0, 'statedScore'], 8.7],
    [0, 'stated', '', ['products', 0, 'statedScore'], undefined],
    ['weights', 'speed', '40 %', ['rubric', 'criteria', 0, 'weight'], 40],
    ['header', 'speed', 'Pace', ['rubric', 'criteria', 0, 'label'], 'Pace'],
    ['header', 'price', 'Cost', ['columns', 0, 'label'], 'Cost'],
    ['header', 'tags', 'Signs', ['columns', 1], { id: 'tags', label: 'Signs' }],
    [0, 'price', '64', ['products', 0, 'specs', 'price'], '64'],
    [0, 'mass', '1.2', ['products', 0, 'specs', 'mass'], 1.2],
    [0, 'mass', '1.2 kg', ['products', 0, 'specs', 'mass'], '1.2 kg'],
    [0, 'tags', 'steel; loud', ['products', 0, 'specs', 'tags'], ['steel', 'loud']],
    [0, 'tags', 'steel', ['products', 0, 'specs', 'tags'], ['steel']],
    [0, 'warm', 'no', ['products', 0, 'specs', 'warm'], false],
    [0, 'dose', '6 g', ['products', 0, 'specs', 'dose'], { note: 'a scoop', value: '6 g' }],
    [1, 'price', '$39', ['products', 1, 'specs', 'price'], '$39'],
  ];
  for (const [row, id, text, path, value] of taken) {
    it(`takes “${text}” as ${id} of ${row}`, () => {
      const edit = type(row, id, text);
      if ('error' in edit) throw new Error(edit.error);
      expect(valueAt(edit.document, path)).to.deep.equal(value);
      expect(edit.document.extra).to.equal(document.extra);
      if (row === 0) expect(valueAt(edit.document, ['products', 1])).to.equal(document.products[1]);
    });
  }

  for (const [row, id, text, why] of [
    [0, 'name', '', /needs a name/],
    [0, 'speed', '11', /from 0 to 10: 11 is outside/],
    [0, 'speed', '-1', /outside/],
    [0, 'speed', 'good', /“good” is none/],
    [0, 'stated', 'great', /“great” is none/],
    [0, 'composite', '9', /worked out/],
    ['weights', 'speed', '', /nothing is none/],
    ['weights', 'speed', '-5', /from 0 up/],
    ['header', 'speed', '', /needs a heading/],
    ['header', 'name', 'Kettle', /fixed/],
  ] as const) {
    it(`refuses “${text}” as ${id} of ${row}, and says why`, () => {
      const edit = type(row, id, text);
      expect('error' in edit ? edit.error : 'taken').to.match(why);
    });
  }

  it('leaves a cell as it is where what stands in it is typed again', () => {
    for (const column of plan(document).columns) {
      if (column.kind === 'composite') continue;
      const place = { row: 0, column };
      const edit = typeInto(document, place, textAt(document, place, undefined));
      if ('error' in edit) throw new Error(edit.error);
      expect(edit.document).to.deep.equal(document);
    }
  });

  it('shows values as they are typed', () => {
    expect([['a', 'b'], true, { value: 3, note: 'n' }, { text: 't' }, null, undefined].map(cellText)).to.deep.equal([
      'a; b',
      'yes',
      '3',
      't',
      '',
      '',
    ]);
  });
});

describe('products, columns and criteria', () => {
  it('are added under names and ids that are free', () => {
    const twice = addProduct(addProduct(document));
    expect(plan(twice).rows).to.have.length(6);
    expect([2, 3].map((row) => valueAt(twice, ['products', row, 'name']))).to.deep.equal([
      'New product',
      'New product 2',
    ]);
    const columns = addColumn(addColumn(document));
    expect(columns.columns).to.deep.equal([
      document.columns[0],
      { id: 'new-column', label: 'New column' },
      { id: 'new-column-2', label: 'New column 2' },
    ]);
    const criteria = addCriterion({ products: [{ name: 'Heron' }] });
    expect(criteria.rubric).to.deep.equal({
      criteria: [{ id: 'new-criterion', label: 'New criterion', weight: 100 }],
    });
  });

  it('are removed with what every product has of them', () => {
    const withoutNoise = removeColumn(document, columnOf('noise'));
    expect(valueAt(withoutNoise, ['products', 0, 'scores'])).to.deep.equal({ speed: 9 });
    expect(valueAt(withoutNoise, ['rubric', 'criteria'])).to.have.length(1);
    const withoutPrice = removeColumn(document, columnOf('price'));
    expect(withoutPrice.columns).to.deep.equal([]);
    expect(plan(withoutPrice).columns.map(({ id }) => id)).to.not.include('price');
    expect(valueAt(removeColumn(document, columnOf('stated')), ['products', 0, 'statedScore'])).to.equal(undefined);
  });

  it('are moved among their kind', () => {
    expect(valueAt(moveProduct(document, 0, 1), ['products', 1, 'name'])).to.equal('Heron');
    expect(moveProduct(document, 0, 2)).to.equal(document);
    const criteria = moveColumn(document, plan(document), columnOf('noise'), columnOf('speed'));
    expect(
      plan(criteria)
        .columns.map(({ id }) => id)
        .slice(3, 5),
    ).to.deep.equal(['noise', 'speed']);
    const specs = moveColumn(document, plan(document), columnOf('price'), columnOf('warm'));
    expect(
      plan(specs)
        .columns.map(({ id }) => id)
        .slice(5),
    ).to.deep.equal('tags warm price mass dose'.split(' '));
    expect(moveColumn(document, plan(document), columnOf('price'), columnOf('speed'))).to.equal(document);
    expect(neighbourOf(plan(document), columnOf('noise'), 1)).to.equal(undefined);
    expect(neighbourOf(plan(document), columnOf('noise'), -1)?.id).to.equal('speed');
  });

  for (const [weights, scaled] of [
    [
      [60, 30],
      [66.7, 33.3],
    ],
    [
      [1, 1, 1],
      [33.4, 33.3, 33.3],
    ],
    [
      [0.3, 0.7],
      [30, 70],
    ],
    [
      [0, 0],
      [0, 0],
    ],
  ] as const) {
    it(`makes weights of ${weights.join(', ')} add up to 100`, () => {
      const criteria = weights.map((weight, index) => ({ id: `${index}`, label: `${index}`, weight }));
      const { rubric } = weightsTo100({ rubric: { criteria }, products: [] }) as unknown as {
        rubric: { criteria: { weight: number }[] };
      };
      expect(rubric.criteria.map(({ weight }) => weight)).to.deep.equal(scaled);
    });
  }

  it('get the ids that a document leaves to be made, so that renaming breaks nothing', () => {
    const settled = settle(
      {
        rubric: { criteria: [{ label: 'Real-World Performance', weight: 100 }] },
        products: [{ name: 'Heron', specs: { price: 3 }, scores: { 'real-world-performance': 9 } }],
      },
      plan,
    );
    expect(settled.rubric).to.deep.equal({
      criteria: [{ label: 'Real-World Performance', weight: 100, id: 'real-world-performance' }],
    });
    expect(settled.columns).to.deep.equal([{ id: 'price', label: 'Price' }]);
    expect(settle(leakyGut as never, plan)).to.deep.equal(leakyGut);
  });
});
