/** Every event that the elements fire: names and what they carry. */
import type { Comparison } from '../model/comparison.js';
import type { Diagnostic } from '../model/diagnostic.js';

/** The comparison was read and is on the page. */
export interface ReadyDetail {
  readonly comparison: Comparison;
  readonly diagnostics: readonly Diagnostic[];
}

/** The comparison cannot be had; `error` is a `LoadError` or a `DocumentError`. */
export interface ErrorDetail {
  readonly error: Error;
  readonly diagnostics: readonly Diagnostic[];
}

/** A reader asked for another order; written as in the `sort` attribute, empty for the initial order. */
export interface SortDetail {
  readonly sort: string;
}

interface Events {
  'g6-ready': CustomEvent<ReadyDetail>;
  'g6-error': CustomEvent<ErrorDetail>;
  'g6-sort': CustomEvent<SortDetail>;
}

declare global {
  interface HTMLElementEventMap extends Events {}
  interface DocumentEventMap extends Events {}
}

/** Fires one of the events from an element; it bubbles, through shadow roots too. */
export function fire<T extends keyof Events>(element: Element, type: T, detail: Events[T]['detail']): void {
  element.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
}
