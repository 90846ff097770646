/**
 * The table on paper: black on white, everything that it shows and nothing that can only be pressed. Leaves having all
 * rows there to the table itself.
 */
import { css } from './css.js';
import { narrow } from './table-styles.js';

const rules = css`
  @media print {
    .root {
      --accent: #000;
      --ground: none;
      --line: #999;
      --muted: #333;
      --strong: #000;
      background: #fff;
      color: #000;
      color-scheme: light;
      font-size: 0.75em;
    }
    .tools,
    .facets,
    .more,
    .mark,
    .edge,
    .choice,
    .small.plain,
    p button {
      display: none !important;
    }
    .scroll {
      margin: 0;
      max-height: none;
      overflow: visible;
      padding: 0;
    }
    thead,
    .scroll tbody th {
      background: none !important;
      position: static !important;
    }
    thead {
      break-inside: avoid;
      display: table-header-group;
    }
    caption {
      break-after: avoid;
    }
    tr {
      break-inside: avoid;
    }
    tr:has(+ .opened) {
      break-after: avoid;
    }
    tbody tr:is(:hover, :focus-within) {
      background: none;
    }
    thead th {
      padding: 0.25em 1.23em;
    }
    .units {
      padding: 0;
    }
    /* A header with a box of a button in it stands on the first page only. */
    thead button {
      display: contents;
    }
    .clamp {
      display: block;
    }
    .sellers summary {
      display: none;
    }
    .sellers ::details-content {
      content-visibility: visible;
    }
    .sellers .offer slot {
      border: 0;
      text-align: start;
    }
    .sellers .offer slot::slotted(a) {
      padding: 0 !important;
    }
    li {
      background: none;
      padding: 0;
    }
    [part='list'] li:not(:last-child)::after {
      content: ';';
    }
    a {
      overflow-wrap: anywhere;
    }
    a:not(.bare)::after,
    slot[name]:not(.bare)::slotted(a)::after {
      content: '(' attr(href) ')';
      display: inline-block;
      font-size: 0.8125em;
      font-weight: 400;
      margin-inline-start: 0.4em;
      unicode-bidi: isolate;
    }
  }
`;

const rows = ':is(.auto, .table)';

/** A table where the paper has room for as many columns as there are, else cards. */
export const printStyles = `${rules}
@media print {
${narrow(rows, '36em')}
${narrow(`${rows}:not(.few)`, '56em')}
${narrow(`${rows}.many`, '84em')}
}`;
