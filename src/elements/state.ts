/**
 * The holder of one comparison and of what its reader does with it: makes the snapshots and tells its subscribers.
 * Elements with the same address share one holder, and so one request. Leaves which source an element has to
 * `source.ts`.
 */
import { loadText } from '../load/load.js';
import { type ReadOptions, readComparison } from '../model/comparison.js';
import { scoreProducts } from '../model/rank.js';
import { emptySnapshot, type Snapshot } from './context.js';
import type { TableChild } from './table-child.js';
import { tellAuthor } from './tell-author.js';

/** A document that was found but cannot be used; its message says why, the snapshot's diagnostics say where. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
}

export class ComparisonState {
  readonly #listeners = new Set<() => void>();
  readonly #options: ReadOptions;
  readonly #url: string | undefined;
  #snapshot: Snapshot = emptySnapshot;
  #request: AbortController | undefined;

  /** A state of its own, or with `url` one that loads from there. */
  constructor(options: ReadOptions, url?: string) {
    this.#options = options;
    this.#url = url;
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /** Calls `listener` after each change; gives the function that ends this. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      // An element that is moved leaves and comes back within one task.
      setTimeout(() => this.#forget());
    };
  }

  /** Makes the next snapshot: the present one with `changes`. */
  next(changes: Partial<Omit<Snapshot, 'ranking'>>): void {
    const { comparison: before, view, ranking } = this.#snapshot;
    const next = { ...this.#snapshot, ...changes };
    const { comparison, published } = next;
    const { weights } = next.view;
    const isSame = comparison === before && weights === view.weights;
    this.#snapshot = Object.freeze({
      ...next,
      ranking: isSame ? ranking : comparison && weights ? scoreProducts(comparison, weights) : published,
    });
    for (const listener of [...this.#listeners]) listener();
  }

  /** Reads a document, parsed or as text; `where` names it in the error, `child` is what else is known of where it is from. */
  read(document: unknown, where: string, child?: TableChild): void {
    const { comparison, diagnostics: known } = readComparison(document, { now: Date.now(), ...this.#options });
    const diagnostics = [...known, ...(child?.content?.found ?? [])];
    tellAuthor(where, diagnostics);
    if (comparison) {
      this.next({
        status: 'ready',
        child,
        now: this.#options.now,
        comparison,
        published: scoreProducts(comparison),
        diagnostics,
        error: undefined,
        retry: undefined,
      });
    } else {
      const message = diagnostics.find(({ severity }) => severity === 'error')?.message;
      const error = new DocumentError(`${where}: ${message}`);
      this.next({ status: 'error', child, comparison, diagnostics, retry: undefined, error });
    }
  }

  /** Loads, or loads again, what is at the address; a request under way is dropped. */
  async load(): Promise<void> {
    const url = this.#url;
    if (url === undefined) return;
    this.#request?.abort();
    this.#request = new AbortController();
    const { signal } = this.#request;
    // The button stays, and with it the focus of who has pressed it.
    this.next({ status: 'loading', error: undefined });
    try {
      const text = await loadText(url, signal);
      this.read(text, url);
    } catch (error) {
      if (!signal.aborted) this.next({ status: 'error', error: error as Error, retry: () => void this.load() });
    }
  }

  /** Drops what nobody waits for any more, so that the next one who asks asks the server again. */
  #forget(): void {
    if (this.#url === undefined || this.#listeners.size || this.#snapshot.status === 'ready') return;
    this.#request?.abort();
    if (shared.get(this.#url) === this) shared.delete(this.#url);
  }
}

const shared = new Map<string, ComparisonState>();

/** The state that all elements with this absolute address share; the first one's options read it, and the text if it has it. */
export function sharedState(url: string, options: ReadOptions, text: string | null | undefined): ComparisonState {
  const known = shared.get(url);
  if (known) return known;
  const state = new ComparisonState({ ...options, baseUrl: url }, url);
  shared.set(url, state);
  if (text) state.read(text, url);
  else void state.load();
  return state;
}
