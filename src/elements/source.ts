/**
 * Where an element's comparison comes from, the same for every element: its own property, attribute, child or address,
 * else the scope around it. Owns the state of what is its own, and hears the requests for it. Leaves holding and
 * sharing that state to `state.ts`.
 */
import { type ContextCallback, ContextEvent } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { parseSort } from '../model/order.js';
import type { View } from '../model/view.js';
import { adopt, aheadIn } from './adopt.js';
import { emptySnapshot, type Snapshot, snapshotContext } from './context.js';
import { fire } from './events.js';
import { arrival } from './language-registry.js';
import { slotPrefix } from './page-links.js';
import { ComparisonState, sharedState } from './state.js';
import { type Locale, localeFor } from './strings.js';
import { TableChild } from './table-child.js';

/** What an element must have so that a comparison can be given to it. */
export interface SourceHost extends ReactiveControllerHost, HTMLElement {
  /** The comparison document, parsed or as JSON text. */
  comparison: unknown;
  /** The comparison document as JSON text. */
  data: string | null | undefined;
  /** The address of the comparison document, relative to the page. */
  src: string | null | undefined;
  /** Whether a panel lists, for the author of the page, what is wrong in the document. */
  audit?: boolean | string | null | undefined;
}

/** The properties that `SourceHost` asks for, for an element's `static properties`. */
export const sourceProperties = { comparison: { attribute: false }, data: {}, src: {}, audit: {} } as const;

/** What an element was given: a document or an address; `key` tells whether it is still the same. */
interface Given {
  readonly key: unknown;
  /** What an error calls it. */
  readonly where: string;
  readonly document?: unknown;
  readonly url?: string;
  readonly table?: HTMLTableElement;
}

/** The events by which readers ask for another view. */
const requests = ['g6-sort', 'g6-filter', 'g6-select', 'g6-layout', 'g6-weights-change', 'g6-view'] as const;

/** What one of them carries: a change of the view, or the whole of it. */
interface Request extends Partial<Omit<View, 'sort'>> {
  readonly sort?: string;
  readonly view?: View;
  readonly source?: unknown;
}

// An event that its owner has answered must not be answered again by a scope further up.
const answered = new WeakSet<Event>();

export class ComparisonSource implements ReactiveController {
  readonly #host: SourceHost;
  readonly #onChange: ((snapshot: Snapshot) => void) | undefined;
  readonly #waits: ((snapshot: Snapshot) => boolean) | undefined;
  readonly #child: TableChild;
  #outer: Snapshot | undefined;
  #unsubscribe: (() => void) | undefined;
  #children: MutationObserver | undefined;
  #key: unknown;
  #state: ComparisonState | undefined;
  #release: (() => void) | undefined;
  #told: Snapshot['status'] | undefined;
  #focused: readonly [element: HTMLElement, isSeen: boolean] | undefined;

  /**
   * `onChange` is called with each snapshot of a comparison of the element's own; `waits` with each one there is, and says
   * whether the host is not to be drawn by it yet.
   */
  constructor(
    host: SourceHost,
    { onChange, waits }: { onChange?: (snapshot: Snapshot) => void; waits?: (snapshot: Snapshot) => boolean } = {},
  ) {
    this.#host = host;
    this.#onChange = onChange;
    this.#waits = waits;
    this.#child = new TableChild(host, () => host.requestUpdate());
    host.addController(this);
  }

  /** The present snapshot: of the element's own comparison, else of the scope around it. */
  get snapshot(): Snapshot {
    const snapshot = this.#state?.snapshot ?? this.#outer ?? emptySnapshot;
    const ahead = aheadIn(this.#host.shadowRoot);
    // The words of what was rendered ahead may be in a script that is still to come.
    return ahead && document.readyState !== 'complete' && ahead.lang !== (this.#localeOf(snapshot).language ?? '')
      ? emptySnapshot
      : snapshot;
  }

  /** In the comparison's language; while there is none, in the page's. */
  get locale(): Locale {
    return this.#localeOf(this.snapshot);
  }

  #localeOf({ comparison }: Snapshot): Locale {
    return localeFor(comparison ? comparison.language : this.#language);
  }

  /** The page's language here. Servers have no page to ask. */
  get #language(): string | undefined {
    return this.#host.closest?.('[lang]')?.getAttribute('lang') || globalThis.document?.documentElement.lang;
  }

  hostConnected(): void {
    for (const type of requests) this.#host.addEventListener(type, this.#onRequest);
    this.#host.dispatchEvent(new ContextEvent(snapshotContext, this.#host, this.#onContext, true));
    this.#children = new MutationObserver(this.#onChildren);
    this.#children.observe(this.#host, { childList: true });
    // The parser may have come no further than the start tag.
    document.addEventListener('readystatechange', this.#onParsed);
    document.addEventListener(arrival, this.#onParsed);
    this.#onParsed();
  }

  hostDisconnected(): void {
    for (const type of requests) this.#host.removeEventListener(type, this.#onRequest);
    this.#children?.disconnect();
    this.#child.leave();
    this.snapshot.child?.leave(this.#host);
    document.removeEventListener('readystatechange', this.#onParsed);
    document.removeEventListener(arrival, this.#onParsed);
    this.#release?.();
    this.#unsubscribe?.();
    this.#release = this.#unsubscribe = this.#outer = undefined;
  }

  /** Settles where the comparison comes from; for the host's `willUpdate`, since servers run nothing later. */
  update(): void {
    const focused = this.#host.shadowRoot?.activeElement as HTMLElement | null | undefined;
    this.#focused = focused ? [focused, focused.matches(':focus-visible')] : undefined;
    const given = this.#find();
    const isChanged = this.#child.follow(given?.table, this.#language);
    if (!isChanged && (this.#release ? given?.key === this.#key : !given && !this.#state)) return;
    this.#release?.();
    this.#release = undefined;
    const options = { language: this.#language };
    // An element that comes back with the same document finds it as its reader left it.
    const own = given?.key === this.#key && this.#state;
    const { document, url } = given ?? {};
    const state =
      document instanceof ComparisonState
        ? document
        : url
          ? sharedState(url, options, inlined(url))
          : own || new ComparisonState(options);
    if (state !== this.#state) this.#told = undefined;
    this.#key = given?.key;
    this.#state = given && state;
    if (given) {
      if (given.table) {
        if (isChanged || !own) state.read(this.#child.content?.document, given.where, this.#child);
      } else if (!url && !own && state !== document) state.read(document, given.where);
      this.#release = state.subscribe(() => {
        this.#onChange?.(state.snapshot);
        this.#renew();
      });
    }
    this.#onChange?.(state.snapshot);
  }

  /** Keeps the focus where the reader was, and tells the page what became of the element's own comparison. */
  hostUpdated(): void {
    const { shadowRoot } = this.#host;
    if (shadowRoot) adopt(shadowRoot);
    const [focused, isSeen] = this.#focused ?? [];
    if (focused?.isConnected === false) {
      const root = shadowRoot?.querySelector<HTMLElement>('.root');
      root?.setAttribute('tabindex', '-1');
      root?.focus({ preventScroll: true });
    } else if (focused !== shadowRoot?.activeElement) {
      // A row that has moved loses it; only who walks by keyboard has to see it at once.
      focused?.focus({ preventScroll: !isSeen });
    }
    const { status, comparison, diagnostics, error, child } = this.snapshot;
    if (this.#children?.takeRecords().some(isNews)) queueMicrotask(this.#onParsed);
    if (comparison) child?.bring(this.#host);
    else child?.leave(this.#host);
    // Nobody has to be told of that.
    this.#children?.takeRecords();
    const { locale } = this;
    // Where the words are not in the document's language, its texts say which one they are in.
    if (comparison?.language && comparison.language !== locale.language) {
      const own: unknown[] = Object.values(locale);
      for (const text of this.#host.shadowRoot?.querySelectorAll('bdi') ?? [])
        text.lang = (own.includes(text.textContent) && locale.language) || comparison.language;
    }
    if (!this.#state || status === this.#told) return;
    this.#told = status;
    if (comparison && status === 'ready') fire(this.#host, 'g6-ready', { comparison, diagnostics });
    if (error) fire(this.#host, 'g6-error', { error, diagnostics });
  }

  #find(): Given | undefined {
    const { comparison, data, src } = this.#host;
    // Servers have no children to look at; what CMSs wrap them in makes no difference.
    const child = (selector: string) =>
      this.#host.querySelector?.(
        `:scope > ${selector}, :scope > :is(p, figure, div) > ${selector}, :scope > figure > div > ${selector}`,
      );
    if (comparison != null) return { key: comparison, where: 'The comparison property', document: comparison };
    if (data != null) return { key: data, where: 'The data attribute', document: data };
    // A CMS that makes quotes curly does so around the type too.
    const script = child(
      'script:is([type="application/json" i], [type$="application/json\u201d" i]):not([data-g6-src])',
    );
    if (script && isWhole(script)) {
      const { textContent } = script;
      return { key: textContent, where: 'The JSON script', document: textContent };
    }
    if (src != null) return { key: `src ${src}`, where: src, url: absolute(src) };
    const table = child('table') as HTMLTableElement | null;
    // In an editor a table stays what is edited.
    return table && isWhole(table) && !table.isContentEditable ? { key: table, where: 'The table', table } : undefined;
  }

  readonly #onContext: ContextCallback<Snapshot> = (snapshot, unsubscribe) => {
    // A scope that came later takes over from one further out.
    if (unsubscribe !== this.#unsubscribe) this.#unsubscribe?.();
    this.#unsubscribe = unsubscribe;
    this.#outer = snapshot;
    this.#renew();
  };

  #renew(): void {
    if (!this.#waits?.(this.snapshot)) this.#host.requestUpdate();
  }

  readonly #onParsed = () => this.#host.requestUpdate();

  readonly #onChildren = (records: readonly MutationRecord[]) => {
    if (records.some(isNews)) this.#onParsed();
  };

  readonly #onRequest = (event: Event) => {
    if (!this.#state || answered.has(event)) return;
    answered.add(event);
    const { sort, view, source, ...changes } = (event as CustomEvent<Request>).detail;
    if (sort !== undefined) Object.assign(changes, { sort: sort ? parseSort(sort) : undefined });
    if (view) this.#state.next({ view: Object.freeze(view), isDragged: false });
    else this.look(changes, source === 'slider');
  };

  /** Shows the element's own comparison in another way. */
  look(view: View, isDragged = false): void {
    this.#state?.next({ view: Object.freeze({ ...this.snapshot.view, ...view }), isDragged });
  }
}

/** Whether more has come or gone than the links that elements put into the page themselves. */
const isNews = ({ addedNodes, removedNodes }: MutationRecord): boolean =>
  [...addedNodes, ...removedNodes].some((node) => !(node as Partial<Element>).slot?.startsWith(slotPrefix));

/** Whether the parser has gone past an element, so that nothing more can come to be in it. */
const isWhole = (element: Element): boolean =>
  document.readyState !== 'loading' || !!(element.nextSibling ?? element.parentElement?.nextSibling);

/** The text of the document at an address, where the page has it in itself. */
const inlined = (url: string): string | null | undefined =>
  [...document.querySelectorAll<HTMLElement>('script[data-g6-src]')].find(
    (script) => absolute(script.dataset.g6Src as string) === url && isWhole(script),
  )?.textContent;

/** The address without its fragment, which no server sees; what cannot be parsed is left to the request to refuse. */
function absolute(src: string): string {
  return URL.canParse(src, document.baseURI) ? new URL(src, document.baseURI).href.replace(/#.*/, '') : src;
}
