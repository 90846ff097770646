/**
 * Keeps what the reader of a table sees in the fragment of the page's address, and reads it from there: when a link is
 * opened, on the way back and forward, and when the page itself changes it. Leaves the format to the model's `view.ts`,
 * and the view to who owns the comparison: it asks for one by an event, as readers do.
 */
import type { ReactiveController } from 'lit';
import type { Comparison } from '../model/comparison.js';
import type { SortKey } from '../model/order.js';
import { weigh } from '../model/score.js';
import { parseView, readFragment, type View, writeFragment, writeView } from '../model/view.js';
import { copyText } from './clipboard.js';
import type { Drag } from './drag.js';
import { fire } from './events.js';
import type { ComparisonSource, SourceHost } from './source.js';
import { columnIds } from './table-columns.js';

/** As many products as can be told apart side by side. */
export const mostSelected = 4;

// Milliseconds without a key until the address follows: browsers refuse to change it too often.
const pause = 200;

// What the tables of a page must know of each other, for it has one address: whose part is whose, and which views are
// in it already, so that a step of several tables with one view is one step.
const taken = new Set<string>();
const known = new WeakSet<View>();
let isWriting = false;
let isTold = false;
let scrolledTo = 0;

// In full: to a fragment alone, a `<base>` would give another page.
const addressWith = (fragment: string): string => location.href.replace(/#.*/s, '') + fragment;

/** Changes the page's address, with `isStep` so that there is a way back. What the host keeps with it stays. */
function setFragment(fragment: string, isStep: boolean): void {
  if (fragment === location.hash) return;
  isWriting = true;
  try {
    history[isStep ? 'pushState' : 'replaceState'](history.state, '', addressWith(fragment));
  } catch (error) {
    if (!isTold) console.warn(`g6-comparison: What readers do is not kept in the address of this page: ${error}`);
    isTold = true;
  } finally {
    isWriting = false;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A percent sign that encodes nothing stands for itself.
    return text;
  }
}

/** Whether the page is being opened, and its reader has not gone elsewhere in it. */
function isOpening(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.type === 'navigate' && Math.abs(scrollY - scrolledTo) < 1;
}

/** Scrolls to what the host's own fragment names, as browsers do where nothing of ours is behind it; tells whether. */
function reveal(isAtFirst: boolean): boolean {
  const [name, own] = location.hash.slice(1).split(/[&?](?=g6[-:])/);
  if (!name || !own || (isAtFirst && !isOpening())) return false;
  const find = (id: string) => document.getElementById(id) ?? document.getElementsByName(id)[0];
  (find(name) ?? find(decode(name)))?.scrollIntoView();
  scrolledTo = scrollY;
  return true;
}

/** What of a view there is in a comparison: a link may be older than it, and anybody can write one. */
function present(view: View, comparison: Comparison): View {
  const { rubric, products } = comparison;
  const ids = columnIds(comparison);
  const own = <T>(parts: { readonly [column: string]: T } = {}) =>
    Object.fromEntries(Object.entries(parts).filter(([id]) => ids.has(id)));
  // The first key of a column is the one that counts.
  const sort = [
    ...new Map([...(view.sort ?? [])].reverse().map((key): [string, SortKey] => [key.column, key])).values(),
  ]
    .reverse()
    .filter(({ column }) => ids.has(column));
  const { sort: _, filter, selection, weights, ...rest } = view;
  const criteria = new Set(rubric?.criteria.map(({ id }) => id));
  const known = Object.fromEntries(
    Object.entries(weights ?? {}).filter(([id, weight]) => criteria.has(id) && weight >= 0),
  );
  const productIds = new Set(products.map(({ id }) => id));
  const selected = [...new Set(selection)].filter((id) => productIds.has(id)).slice(0, mostSelected);
  // What stood side by side stands so no more where there are not two of it.
  const { layout, onlyDifferences, ...other } = rest;
  return {
    ...(selection && selected.length < 2 ? other : rest),
    ...(sort.length && { sort }),
    // Where nothing would weigh anything, the publisher's weights count.
    ...(rubric && Object.keys(known).length && weigh(rubric, known) && { weights: known }),
    ...(filter && { filter: { ...filter, choices: own(filter.choices), ranges: own(filter.ranges) } }),
    ...(selection && { selection: selected }),
  };
}

/** What of a view is not typed or dragged, as text. */
const stepOf = (view: View): string =>
  writeView({ ...view, weights: {}, filter: { choices: view.filter?.choices ?? {} } });

export class Share implements ReactiveController {
  readonly #host: SourceHost;
  readonly #source: ComparisonSource;
  readonly #drag: Drag;
  readonly #name: () => string | undefined;
  readonly #shown: (view: View) => View;
  /** The name that the key was made of; without one nothing is shared. */
  #given: string | undefined;
  #key = '';
  #ending: AbortController | undefined;
  #comparison: Comparison | undefined;
  #view: View = {};
  /** What the address says, as written by `writeView`. */
  #text = '';
  #typed: View | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isNew = false;
  #isAwaited = false;
  #navigation: NavigationType | undefined;
  /** The link that the browser did not allow to be copied, until the reader goes on. */
  refused: string | undefined;

  /**
   * `name` gives what tells the table from others on its page, empty if nothing does, `undefined` if it is not to be
   * shared; `shown` gives of a view what the table shows. While a hand drags, the address waits until it rests.
   */
  constructor(
    host: SourceHost,
    source: ComparisonSource,
    drag: Drag,
    name: () => string | undefined,
    shown: (view: View) => View,
  ) {
    this.#host = host;
    this.#source = source;
    this.#drag = drag;
    this.#name = name;
    this.#shown = shown;
    host.addController(this);
  }

  get isOn(): boolean {
    return this.#given !== undefined;
  }

  /** Asks for the view that the address names; for the host's `willUpdate`, so that no other is seen before. */
  update(): void {
    // Servers have none at all; the page will.
    if (!globalThis.location) {
      this.#given = this.#name();
      return;
    }
    // What is not on a page has no address, nor has a page that nobody can open.
    const hasAddress = this.#host.isConnected && /^(http|file)/.test(location.protocol);
    const name = hasAddress ? this.#name() : undefined;
    if (name !== this.#given) {
      this.hostDisconnected();
      if (name !== undefined) this.#begin(name);
    }
    const { comparison, view } = this.#source.snapshot;
    if (!this.isOn || !comparison) return;
    if (comparison !== this.#comparison) {
      this.#comparison = comparison;
      this.#view = view;
      this.#isNew = true;
      const own = this.#read();
      this.#text = writeView(own);
      if (this.#text) this.#ask(own);
    } else if (view !== this.#view) {
      this.refused = undefined;
    }
  }

  hostUpdated(): void {
    if (this.#isAwaited) {
      this.#isAwaited = false;
      const field = this.#host.shadowRoot?.querySelector<HTMLInputElement>('input[readonly]');
      field?.focus();
      field?.select();
    }
    if (this.#isNew) {
      // Tables measure themselves, and may be of another height then.
      if (reveal(true)) requestAnimationFrame(() => requestAnimationFrame(() => reveal(true)));
    }
    this.#isNew = false;
    const { view } = this.#source.snapshot;
    if (!this.isOn || !this.#comparison || view === this.#view || this.#drag.isUnderWay) return;
    const [before, after] = [this.#view, view].map(stepOf);
    const isKnown = known.has(view);
    this.#view = view;
    known.add(view);
    clearTimeout(this.#timer);
    if (before === after && !isKnown) {
      this.#typed = view;
      this.#timer = setTimeout(this.#flush, pause);
    } else {
      this.#flush();
      this.#write(view, !isKnown);
    }
  }

  hostDisconnected(): void {
    if (!this.isOn) return;
    this.#flush();
    this.#ending?.abort();
    taken.delete(this.#key);
    this.#given = this.#comparison = undefined;
  }

  /** Copies the address of the page with the present view; without success, the field with it is there to be copied. */
  async copy(): Promise<boolean> {
    this.#flush();
    const link = addressWith(writeFragment(location.hash, this.#key, this.#shown(this.#source.snapshot.view)));
    const isCopied = await copyText(link);
    this.refused = isCopied ? undefined : link;
    this.#isAwaited = !isCopied;
    this.#host.requestUpdate();
    return isCopied;
  }

  #begin(name: string): void {
    this.#given = name;
    this.#key = name;
    for (let number = 2; taken.has(this.#key); number++) this.#key = name ? `${name}-${number}` : `${number}`;
    taken.add(this.#key);
    this.#ending = new AbortController();
    const { signal } = this.#ending;
    // Only this tells a way back from a new one, and of changes by the page's own script.
    const navigation = (window as Partial<Window>).navigation;
    const hasEntries = !!navigation?.currentEntry;
    if (hasEntries) navigation.addEventListener('currententrychange', this.#onAddress, { signal });
    else addEventListener('popstate', this.#onAddress, { signal });
    addEventListener('hashchange', hasEntries ? this.#onLink : this.#onAddress, { signal });
    this.#isNew = true;
  }

  #read(): View {
    return readFragment(location.hash, this.#key);
  }

  /** Writes what was typed, unless the page has gone elsewhere since. */
  readonly #flush = (): void => {
    const typed = this.#typed;
    this.#typed = undefined;
    clearTimeout(this.#timer);
    if (!typed || writeView(this.#read()) !== this.#text) return;
    const weightsOf = ({ weights = {} }: View) => writeView({ weights });
    // Weights are one step each time the hand rests, so that there is a way back to them.
    this.#write(typed, weightsOf(typed) !== weightsOf(parseView(this.#text)));
  };

  #write(view: View, isStep: boolean): void {
    setFragment(writeFragment(location.hash, this.#key, this.#shown(view)), isStep);
    this.#text = writeView(this.#read());
  }

  #ask(own: View): void {
    const view = present(own, this.#comparison as Comparison);
    if (writeView(view) !== writeView(this.#shown(this.#source.snapshot.view))) fire(this.#host, 'g6-view', { view });
    this.#view = this.#source.snapshot.view;
    known.add(this.#view);
    this.refused = undefined;
  }

  readonly #onAddress = (event: Event): void => {
    if (isWriting) return;
    const { navigationType } = event as Partial<NavigationCurrentEntryChangeEvent>;
    this.#navigation = navigationType ?? undefined;
    const own = this.#read();
    const text = writeView(own);
    if (text === this.#text) return;
    this.#text = text;
    this.#typed = undefined;
    clearTimeout(this.#timer);
    // Who follows a link within the page, which says nothing of the table, has not left the view.
    const isElsewhere = !text && navigationType && navigationType !== 'traverse';
    if (this.#comparison && !isElsewhere) this.#ask(own);
  };

  readonly #onLink = (): void => {
    if (this.#navigation !== 'traverse') reveal(false);
  };
}
