/**
 * How firm the ranking is, under the table: one sentence that costs nothing, and the whole when a reader asks for it,
 * counted in slices. Leaves what is true of a ranking to the model.
 */
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Steps } from '../model/acceptability.js';
import type { Comparison, Product } from '../model/comparison.js';
import { Fraction, showParts, sumOf } from '../model/exact.js';
import type { Ranking } from '../model/score.js';
import {
  type Contest,
  type Lead,
  leadOf,
  type Overtaking,
  type PlaceStability,
  type RankStability,
  showOvertaking,
  stabilityOf,
} from '../model/stability.js';
import type { Snapshot } from './context.js';
import type { Locale } from './strings.js';
import { isolate, spoken } from './templates.js';

/** Places are counted among so many at most: with more of them it takes too long. */
const most = 50;
/** So many products and places are shown at first. */
const few = 10;

/** The names of products in one phrase; of many the first. */
function listed(products: readonly Product[], { language, comma }: Locale): string {
  const names = products.map(({ name }) => name);
  const [a = '', b = '', c = '', d] = names;
  return d ? `${[a, b, c].join(comma)} …` : new Intl.ListFormat(language).format(names);
}

/** What a criterion has to weigh for an overtaking, and what it weighs, in words. */
function bounds(change: Overtaking, decimals: number, locale: Locale): [bound: string, now: string] {
  const { weight, until, now } = showOvertaking(change, decimals);
  const isMore = change.direction === 'more';
  const ends = [weight, until ?? ''].map((end) => end && locale.percent(end));
  const [low = '', high = ''] = isMore ? ends : ends.reverse();
  const bound = until ? locale.between(low, high) : isMore ? locale.moreThan(low) : locale.lessThan(high);
  return [bound, locale.percent(now)];
}

/** The most telling thing that is true of the first place; empty where nothing exact can be said. */
function sentence({ ahead, isAlwaysFirst, isFull, changes: [change] }: Lead, locale: Locale): string {
  const names = listed(ahead, locale);
  if (ahead.length > 1) return (isAlwaysFirst ? locale.sharedAlways : locale.sharedFirst)(names);
  if (isAlwaysFirst) return locale.firstAlways(names);
  if (!change) return isFull ? locale.notUnseated(names) : '';
  const { until: _, ...first } = change;
  return locale.staysFirst(names, change.criterion.label, ...bounds(first, 0, locale));
}

/** What it takes for one product to pass the one before it, and the leader's own contest, each sentence once. */
function changes({ places, lead, neighbours }: RankStability, shown: ReadonlySet<Product>, locale: Locale): string[] {
  const below = new Map(places.map(({ score, dominates }) => [score.product, new Set(dominates)]));
  const tell = ({ ahead, behind, changes: [change] }: Contest): string => {
    const [first, second] = [listed(ahead, locale), listed(behind, locale)];
    return change
      ? locale.overtakes(change.product.name, first, change.criterion.label, ...bounds(change, 2, locale))
      : below.get(ahead[0] as Product)?.has(behind[0] as Product)
        ? locale.neverAhead(second, first)
        : locale.notOvertaking(second, first);
  };
  const pairs = neighbours.filter(({ behind: [product] }) => shown.has(product as Product)).map(tell);
  // Who would take the lead may be further behind.
  return [...new Set([...(lead.changes.length ? [tell(lead)] : []), ...pairs])];
}

/** A product's row: its shares in per cent, which sum to 100, those beyond the last header as one. */
function row({ score, acceptability }: PlaceStability, headers: readonly unknown[], locale: Locale): TemplateResult {
  const { product, rank } = score;
  const { number, percent } = locale;
  const hundredths = acceptability.map((share) => Fraction.of(share * 100) as Fraction);
  hundredths.push(sumOf(hundredths.splice(headers.length - 1)));
  const { parts } = showParts(hundredths, hundredths.every((each) => each.fits(0)) ? [0] : [1]);
  const cells = parts.map((part, index) => {
    const share = Number(part) / 100;
    // An opacity that leaves its contrast to the number.
    return html`<td role="cell" class=${index + 1 === rank ? 'own' : share ? nothing : 'muted'}><span class="label">${headers[index]} </span>${
      share
        ? html`<svg width="100%" height="100%" aria-hidden="true"><rect width="100%" height="100%" rx="3" fill-opacity=${0.06 + share * 0.4}></rect></svg>`
        : nothing
    }${spoken(percent(part), number(share ? part : 0))}</td>`;
  });
  return html`<tr role="row"><th scope="row" role="rowheader">${
    rank ? spoken(locale.rank(number(rank)), html`<span class="muted">${number(rank)}</span> `) : nothing
  }${isolate(product.name)}</th>${cells}</tr>`;
}

/** The picture, which is a table, of so many of the products, with as many places and the rest of them. */
function picture(places: readonly PlaceStability[], isWhole: boolean, locale: Locale): TemplateResult {
  const shown = isWhole ? places : places.slice(0, few);
  const { length } = shown;
  const isWide = length > few;
  const numbers = shown.map((_, index) => locale.number(index + 1));
  if (length < places.length) numbers.push(`${locale.number(length + 1)}\u2013${locale.number(places.length)}`);
  const headers = numbers.map((place) => spoken(locale.place(place), place));
  return html`<div class="places ${isWide ? 'wide' : ''}" role=${isWide ? 'region' : nothing} tabindex=${isWide ? 0 : nothing} aria-label=${isWide ? locale.placesTaken : nothing}>
    <table role="table" part="acceptability">
      <caption>${locale.placesTaken}</caption>
      <thead role="rowgroup"><tr role="row">${[locale.product, ...headers].map((header) => html`<th scope="col" role="columnheader">${header}</th>`)}</tr></thead>
      <tbody role="rowgroup">${shown.map((place) => row(place, headers, locale))}</tbody>
    </table>
  </div>`;
}

/** Everything that is known, in words, as a picture, and how it was found. */
function details(
  stability: RankStability,
  all: number,
  locale: Locale,
  isOpen: (key: string) => boolean,
  toggle: (key: string) => void,
): TemplateResult {
  const { error } = stability;
  const places = stability.places.filter((place) => place.acceptability.length);
  const { length } = places;
  const isWhole = isOpen('places');
  const shown = new Set(places.slice(0, isWhole ? length : few).map(({ score }) => score.product));
  const texts = changes(stability, shown, locale);
  return html`${picture(places, isWhole, locale)}
    <p class="small">${locale.sampled(locale.number(error * 100))} ${all > most ? locale.amongFirst(locale.number(most)) : nothing}</p>
    ${
      texts.length
        ? html`<p>${locale.oneWeight}</p>
          <ol role="list">${texts.map((text) => html`<li>${text}</li>`)}</ol>`
        : nothing
    }
    ${
      length > few
        ? html`<p><button type="button" part="button" @click=${() => toggle('places')}>${isWhole ? locale.showFewer : locale.showAll(locale.number(length))}</button></p>`
        : nothing
    }`;
}

const counted = new WeakMap<Ranking, RankStability>();

/** Knows how firm the ranking is that a table shows, once the reader's hand rests, and the whole of it once it is counted. */
export class Firmness implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #snapshot: Snapshot | undefined;
  #comparison: Comparison | undefined;
  /** The ranking that is spoken of. */
  #ranking: Ranking | undefined;
  /** What waits, or is being counted. */
  #next: Ranking | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  /** Takes the present snapshot, or none to say nothing; for the host's `willUpdate`. */
  update(snapshot: Snapshot | undefined, isOpen: boolean): void {
    this.#snapshot = snapshot;
    const { comparison, ranking } = snapshot ?? {};
    if (comparison !== this.#comparison) {
      this.#stop();
      this.#comparison = comparison;
      this.#ranking = ranking;
    }
    if (!comparison || !ranking || ranking === this.#next) return;
    if (ranking !== this.#ranking) {
      this.#wait(ranking, 300, () => {
        this.#ranking = ranking;
        this.#host.requestUpdate();
      });
    } else {
      this.#stop();
      if (isOpen && !counted.has(ranking)) this.#count(ranking, stabilityOf(comparison, ranking, most));
    }
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#next = undefined;
  }

  #wait(ranking: Ranking, delay: number, act: () => void): void {
    this.#stop();
    this.#next = ranking;
    this.#timer = setTimeout(() => {
      this.#next = undefined;
      act();
    }, delay);
  }

  /** Counts in slices that nobody feels. */
  #count(ranking: Ranking, steps: Steps<RankStability>): void {
    this.#wait(ranking, 0, () => {
      const end = performance.now() + 8;
      for (;;) {
        const { done, value } = steps.next();
        if (done) {
          counted.set(ranking, value);
          return this.#host.requestUpdate();
        }
        if (performance.now() > end) return this.#count(ranking, steps);
      }
    });
  }

  draw(locale: Locale, isOpen: (key: string) => boolean, toggle: (key: string) => void): unknown {
    const { comparison, ranking = [], published } = this.#snapshot ?? {};
    const lead = comparison && this.#ranking && leadOf(comparison, this.#ranking);
    if (!lead || !this.#ranking) return nothing;
    const text = sentence(lead, locale);
    const stability = counted.get(this.#ranking);
    const isWaiting = ranking !== this.#ranking;
    const onToggle = ({ currentTarget }: Event) => {
      if ((currentTarget as HTMLDetailsElement).open !== isOpen('firm')) toggle('firm');
    };
    return html`<div class="firm" part="stability">
      ${text ? html`<p aria-busy=${isWaiting}><span>${this.#ranking === published ? nothing : locale.withYourWeights} ${text}</span></p>` : nothing}
      <details ?open=${isOpen('firm')} @toggle=${onToggle}>
        <summary>${locale.howFirm}</summary>
        ${
          isOpen('firm')
            ? html`<div aria-busy=${isWaiting || !stability}>${stability ? details(stability, ranking.length, locale, isOpen, toggle) : locale.counting}</div>`
            : nothing
        }
      </details>
    </div>`;
  }
}
