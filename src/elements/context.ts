/**
 * What every element of one comparison knows: a frozen snapshot, handed down from the scope. Leaves its making to
 * `state.ts` and its way to the elements to `source.ts`.
 */
import { createContext } from '@lit/context';
import type { Comparison } from '../model/comparison.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Ranking } from '../model/score.js';
import type { View } from '../model/view.js';
import type { TableChild } from './table-child.js';

export interface Snapshot {
  /** `empty`: nobody has said yet what to compare. */
  readonly status: 'empty' | 'loading' | 'ready' | 'error';
  /** Present when the status is `ready`. */
  readonly comparison?: Comparison | undefined;
  /** Every product's score, best first: by the reader's weights where there are any, else by the publisher's. */
  readonly ranking: Ranking;
  /** The same by the publisher's weights, whatever the reader's are. */
  readonly published: Ranking;
  /** What the reader asked for; each table has its own for what is absent. */
  readonly view: View;
  /** Whether that was by a slider, so that more is to be expected at once. */
  readonly isDragged?: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** Present when the status is `error`; its message is one sentence. */
  readonly error?: Error | undefined;
  /** Loads again what could not be loaded; absent where that cannot help. */
  readonly retry?: (() => void) | undefined;
  /** The moment that prices are looked at, in milliseconds, where it is not the present. */
  readonly now?: number | undefined;
  /** The table of the page that the comparison was read from. */
  readonly child?: TableChild | undefined;
}

export const emptySnapshot: Snapshot = Object.freeze({
  status: 'empty',
  ranking: [],
  published: [],
  view: {},
  diagnostics: [],
});

/** The context in which `<g6-comparison>` hands its snapshot to the elements inside it. */
export const snapshotContext = createContext<Snapshot>(Symbol('g6-comparison'));
