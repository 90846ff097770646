/**
 * Says, once the hand rests, what other weights have done to the ranking. Several elements of one comparison see the same
 * change: one of them says it.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Comparison } from '../model/comparison.js';
import { scoresByProduct } from '../model/rank.js';
import type { View } from '../model/view.js';
import type { Snapshot } from './context.js';
import type { ComparisonSource } from './source.js';
import type { Locale } from './strings.js';

const told = new WeakSet<View>();

/** Who has said something last, of each comparison. */
const tellers = new WeakMap<Comparison, WeightNews>();

/** Who is first, and how many products are not where the publisher has them; empty where nobody has a place. */
function newsOf({ ranking, published, view }: Snapshot, locale: Locale): string {
  const first = ranking.filter(({ rank }) => rank === 1).map(({ product }) => product.name);
  if (!first.length) return '';
  const names = first.join(locale.comma);
  if (!view.weights) return locale.firstByPublishers(names);
  const before = scoresByProduct(published);
  const placed = ranking.filter(({ rank, product }) => rank || before.get(product)?.rank);
  const moved = placed.filter((score) => score.rank !== before.get(score.product)?.rank).length;
  return `${locale.firstByYours(names)} ${locale.moved(locale.number(moved), locale.number(placed.length), moved)}`;
}

export class WeightNews implements ReactiveController {
  readonly #source: ComparisonSource;
  readonly #say: (news: string) => void;
  #last: Snapshot | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, source: ComparisonSource, say: (news: string) => void) {
    this.#source = source;
    this.#say = say;
    host.addController(this);
  }

  hostUpdated(): void {
    const { snapshot } = this.#source;
    const last = this.#last;
    this.#last = snapshot;
    // What a comparison comes with is no news.
    if (snapshot.comparison !== last?.comparison || snapshot.view.weights === last?.view.weights) return;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      const { snapshot, locale } = this.#source;
      if (told.has(snapshot.view)) return;
      told.add(snapshot.view);
      const { comparison } = snapshot;
      const teller = comparison && tellers.get(comparison);
      // What another one has said is so no longer.
      if (teller && teller !== this) teller.#say('');
      if (comparison) tellers.set(comparison, this);
      this.#say(newsOf(snapshot, locale));
    }, 500);
  }

  hostDisconnected(): void {
    clearTimeout(this.#rest);
  }
}
