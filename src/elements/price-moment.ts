/** The clock that prices grow old by, and the attribute that says how old they may be. */
import { type PriceDate, parseAge } from '../model/offer.js';
import type { Snapshot } from './context.js';

const minute = 60_000;

/**
 * When prices are looked at: at the moment that the comparison was read for, else in the present minute, so that drawing
 * again within it asks for nothing new; `age` is what a `price-max-age` attribute says.
 */
export const priceDate = ({ now }: Snapshot, age: string | null | undefined): PriceDate => ({
  now: now ?? Math.floor(Date.now() / minute) * minute,
  maxAge: parseAge(age ?? ''),
});
