/** Every event that the elements fire: names and what they carry. */
import type { Comparison } from '../model/comparison.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Filter } from '../model/filter.js';
import type { Weights } from '../model/score.js';
import type { View } from '../model/view.js';

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

/** A reader asked for other products: those that match. */
export interface FilterDetail {
  readonly filter: Filter;
}

/** A reader picked other products to compare; their ids, in the order in which they were picked. */
export interface SelectDetail {
  readonly selection: readonly string[];
}

/** A reader asked for another layout. */
export interface LayoutDetail {
  readonly layout: 'table' | 'cards' | 'matrix' | undefined;
  /** Whether a matrix shows only what differs. */
  readonly onlyDifferences: boolean;
}

/** A reader weighs the criteria anew; by criterion id, `undefined` for the publisher's own weights. */
export interface WeightsChangeDetail {
  readonly weights: Weights | undefined;
  /** What the reader did: moved a slider, typed a number, took a preset, or went back to the publisher's weights. */
  readonly source: 'slider' | 'number' | 'preset' | 'reset';
}

/** A reader opened a link, or went back or forward, to this view of a table; what is absent is as it is at first. */
export interface ViewDetail {
  readonly view: View;
}

/** A reader follows a link to a product; who cancels the event cancels the navigation. */
export interface LinkClickDetail {
  /** The id of the product. */
  readonly product: string;
  /** Who sells it there; `undefined` for links that are no offers, such as the one to its review. */
  readonly seller: string | undefined;
  /** The address that is gone to. */
  readonly url: string;
  /** The product's place among those shown, from 1. */
  readonly position: number;
}

interface Events {
  'g6-ready': CustomEvent<ReadyDetail>;
  'g6-error': CustomEvent<ErrorDetail>;
  'g6-sort': CustomEvent<SortDetail>;
  'g6-filter': CustomEvent<FilterDetail>;
  'g6-select': CustomEvent<SelectDetail>;
  'g6-layout': CustomEvent<LayoutDetail>;
  'g6-weights-change': CustomEvent<WeightsChangeDetail>;
  'g6-view': CustomEvent<ViewDetail>;
  'g6-link-click': CustomEvent<LinkClickDetail>;
}

declare global {
  interface HTMLElementEventMap extends Events {}
  interface DocumentEventMap extends Events {}
}

/**
 * Fires one of the events from an element; it bubbles, through shadow roots too. Gives `false` where it was cancelled,
 * which clicks on links can be.
 */
export function fire<T extends keyof Events>(element: Element, type: T, detail: Events[T]['detail']): boolean {
  const cancelable = type === 'g6-link-click';
  return element.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, cancelable, detail }));
}
