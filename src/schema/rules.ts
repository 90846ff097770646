/**
 * What `model/comparison.ts` and `model/audit.ts` ask between members, as far as a schema can say it: keywords to add,
 * by the name of the shape in `model/document.ts`. What it cannot say, such as that ids are unique or that a headline is
 * what the scores give, takes `readComparison`.
 */
import type { Schema } from './shape.js';

/** Text that is not empty, nor of such as nobody sees; a number is text. */
const stated: Schema = { type: ['string', 'number'], pattern: '[^\\s\\u00ad\\u200b-\\u200f\\u2060-\\u206f]' };

const has = (name: string, schema: Schema): Schema => ({
  type: 'object',
  properties: { [name]: schema },
  required: [name],
});

/** A list of these, one of which at least is so, or one such value by itself. */
const some = (schema: Schema): Schema => ({ anyOf: [{ type: 'array', contains: schema }, schema] });

const paid = has('offers', some(has('paid', { const: true })));

export const rules: { readonly [name: string]: Schema } = {
  readWhole: {
    type: 'object',
    required: ['products'],
    properties: {
      version: { const: 1 },
      products: { type: ['array', 'object', 'string', 'number'], minItems: 1 },
    },
    if: has('products', some(paid)),
    then: has('disclosure', stated),
  },
  // A bare text is a product's name.
  product: { required: ['name'], properties: { name: stated }, pattern: '\\S' },
  criterion: { required: ['weight'], properties: { weight: { type: 'number', minimum: 0 } } },
  band: { required: ['from', 'label'], properties: { from: { type: 'number' }, label: stated } },
  offer: {
    if: has('price', stated),
    then: has('asOf', { type: 'string' }),
  },
  spec: {
    properties: {
      value: { description: 'The value itself: text as you would type it, a number, true or false, a list.' },
    },
  },
};
