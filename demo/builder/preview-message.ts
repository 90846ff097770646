/** What the page of the builder tells the preview in its frame, and what it hears from there. */
import type { DocumentJson, SnippetElement } from 'g6-comparison/import';

export interface PreviewMessage {
  readonly kind: 'g6-builder-show';
  readonly document: DocumentJson;
  /** The ids of the products, for the elements of single ones. */
  readonly products: readonly string[];
  readonly elements: readonly SnippetElement[];
  /** Of the table. */
  readonly attributes: { readonly [name: string]: string | true };
  readonly properties: { readonly [name: string]: string };
  readonly scheme: 'light' | 'dark';
  readonly background: string;
  readonly text: string;
  readonly font: string;
}

/** How high the preview's content is, in pixels. */
export interface HeightMessage {
  readonly kind: 'g6-builder-height';
  readonly height: number;
}

const hasKind = (value: unknown, kind: string): boolean =>
  typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === kind;

export const isPreviewMessage = (value: unknown): value is PreviewMessage => hasKind(value, 'g6-builder-show');
export const isHeightMessage = (value: unknown): value is HeightMessage =>
  hasKind(value, 'g6-builder-height') && Number.isFinite((value as HeightMessage).height);
