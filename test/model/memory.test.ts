/** What is worked out once: for the same comparison, ranking and arguments, and never for others. */
import { expect } from '@open-wc/testing';
import { type Comparison, readComparison } from '../../src/model/comparison.js';
import { remembered } from '../../src/model/memory.js';
import { orderProducts } from '../../src/model/order.js';
import { scoreProducts } from '../../src/model/rank.js';

const kettles = (): Comparison =>
  readComparison({
    products: [
      { name: 'Bo', specs: { price: 9 } },
      { name: 'Al', specs: { price: 12 } },
    ],
  }).comparison as Comparison;

/** A function that says how often it was really asked. */
function counted() {
  let asked = 0;
  return remembered((_comparison, _ranking, ...rest: readonly unknown[]) => `${++asked} ${rest.join()}`);
}

describe('remembered', () => {
  const one = kettles();
  const ranking = scoreProducts(one);

  it('works the same out once', () => {
    const ask = counted();
    expect([ask(one, ranking, 'price', 1), ask(one, ranking, 'price', 1)]).to.deep.equal(['1 price,1', '1 price,1']);
  });

  const others: readonly (readonly [what: string, ask: (asking: ReturnType<typeof counted>) => string])[] = [
    ['another comparison', (ask) => ask(kettles(), ranking, 'price')],
    ['another ranking', (ask) => ask(one, scoreProducts(one), 'price')],
    ['other arguments', (ask) => ask(one, ranking, 'name')],
    ['more arguments', (ask) => ask(one, ranking, 'price', 'name')],
  ];
  for (const [what, askAnother] of others) {
    it(`works it out anew for ${what}`, () => {
      const ask = counted();
      ask(one, ranking, 'price');
      expect(askAnother(ask)).to.match(/^2 /);
      expect(ask(one, ranking, 'price')).to.equal('1 price');
    });
  }

  it('forgets after a hundred, and works out what is asked again', () => {
    const ask = counted();
    for (let index = 0; index <= 100; index++) ask(one, ranking, index);
    expect([ask(one, ranking, 100), ask(one, ranking, 0)]).to.deep.equal(['101 100', '102 0']);
  });

  it('gives every caller the same order, which none can change', () => {
    const sort = [{ column: 'price', descending: true }];
    const order = orderProducts(one, ranking, sort);
    expect(orderProducts(one, ranking, [...sort])).to.equal(order);
    expect(order.map(({ name }) => name)).to.deep.equal(['Al', 'Bo']);
    expect(order).to.be.frozen;
  });
});
