/** The clock that prices grow old by, and the attribute that says how old they may be. */
import { quote } from '../model/diagnostic.js';
import { type PriceDate, parseAge } from '../model/offer.js';
import type { Finding } from './audit-panel.js';
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

/** That an age is none, as a finding of its page. */
export const unreadableAge = (age: string | null | undefined): readonly Finding[] =>
  age && parseAge(age) === undefined
    ? [
        {
          severity: 'warning',
          path: 'price-max-age="…"',
          message: `${quote(age)} is no age: write one such as 12h or 7d.`,
        },
      ]
    : [];
