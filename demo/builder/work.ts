/**
 * Everything an author has made: the document, where it came from, which elements show it and how they are dressed. Leaves
 * its steps to `history.ts`, and keeping it to `keep.ts`.
 */
import type { ArticleDiagnostic, DocumentJson, SnippetElement } from 'g6-comparison/import';
import { settle } from './grid-edits.js';
import { planGrid } from './grid-plan.js';
import type { Reading, Source } from './read-input.js';
import { plainTheme, type Theme } from './theme.js';

/** Switches of the table that are on or off. */
export const switches = ['search', 'filters', 'compare', 'export', 'share', 'stability', 'structured-data'] as const;
export type Switch = (typeof switches)[number];
export const layouts = ['auto', 'table', 'cards', 'matrix'] as const;

/** What a page shows of the document. */
export interface Showing {
  readonly elements: readonly SnippetElement[];
  readonly on: readonly Switch[];
  readonly layout: (typeof layouts)[number];
  /** Rows before “Show all”, as typed; empty for all. */
  readonly limit: string;
  /** As the table's attributes have them; empty for the default. */
  readonly columns: string;
  readonly sort: string;
  /** What is added to the addresses of paid links, as in a query; empty for nothing. */
  readonly linkParams: string;
  /** How old a price may be to be shown, such as `12h`; empty for the default. */
  readonly priceMaxAge: string;
}

export interface Work {
  readonly document?: DocumentJson | undefined;
  readonly source?: Source | undefined;
  /** What reading the source said, with its lines. */
  readonly notes: readonly ArticleDiagnostic[];
  readonly showing: Showing;
  readonly theme: Theme;
}

export const emptyWork: Work = {
  notes: [],
  showing: {
    elements: ['table'],
    on: [],
    layout: 'auto',
    limit: '',
    columns: '',
    sort: '',
    linkParams: '',
    priceMaxAge: '',
  },
  theme: plainTheme,
};

/** The work with what was read in the place of what there was; how it is shown and dressed stays. */
export const workOf = (work: Work, { document, source, notes }: Reading): Work => ({
  ...work,
  document: document && settle(document, (settled) => planGrid(settled, undefined)),
  source,
  notes,
  // Columns of another document would be found wanting.
  showing: { ...work.showing, columns: '', sort: '' },
});

/** The attributes of the table, those that say nothing left out. */
export function attributesOf({ on, layout, limit, columns, sort, linkParams, priceMaxAge }: Showing): {
  readonly [name: string]: string | true;
} {
  const text = (name: string, value: string) => (value.trim() ? { [name]: value.trim() } : {});
  return {
    ...text('columns', columns),
    ...text('sort', sort),
    ...(layout === 'auto' ? {} : { layout }),
    ...text('limit', limit),
    ...text('link-params', linkParams),
    ...text('price-max-age', priceMaxAge),
    ...Object.fromEntries(switches.filter((name) => on.includes(name)).map((name) => [name, true as const])),
  };
}
