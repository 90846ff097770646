/** What the score breakdown looks like: a sum, set like one, with its bars on one full scale. */
import { css } from './css.js';

export const breakdownStyles = css`
  /* Nothing of the table that it may stand in. */
  :where(.breakdown :is(caption, thead, tbody, tfoot, tr, th, td)) {
    all: revert;
    text-align: start;
  }
  .breakdown {
  th {
    font-weight: inherit;
  }
  caption {
    font-size: 1.125em;
    font-weight: 600;
    padding-bottom: 0.75em;
  }
  thead tr {
    color: var(--muted);
    font-size: 0.8125em;
  }
  table {
    border-collapse: collapse;
  }
  table,
  .composite {
    max-width: 44em;
  }
  caption .small {
    display: block;
    font-weight: 400;
  }
  th,
  td {
    padding: 0.5em 0;
    vertical-align: baseline;
  }
  tbody :is(th, td) {
    border-top: 1px solid var(--line);
  }
  tbody th {
    overflow-wrap: anywhere;
  }
  .weight,
  .contribution {
    padding-inline-start: 1em;
    text-align: end;
    white-space: nowrap;
    width: 1%;
  }
  .score {
    padding-inline-start: 1em;
    width: 45%;
  }
  .measure {
    align-items: baseline;
    display: flex;
    gap: 0.75em;
  }
  .bar {
    align-self: center;
    flex: 1;
    min-width: 0;
  }
  .value {
    min-width: 2em;
    text-align: end;
  }
  tfoot :is(th, td) {
    border-top: 2px solid;
    font-weight: 600;
  }
  .composite {
    margin: 0.5em 0 0;
  }
  .numeral {
    color: var(--strong);
    font-size: 2em;
    font-weight: 600;
    line-height: 1.2;
  }
  .composite .numeral.partial {
    color: inherit;
    font-weight: 400;
  }
  @container (max-width: 30em) {
    table,
    caption,
    thead,
    tbody,
    tfoot {
      display: block;
      hyphens: auto;
      overflow-wrap: anywhere;
    }
    tr {
      border-top: 1px solid var(--line);
      display: grid;
      gap: 0 1em;
      grid-template-columns: 1fr auto;
      padding: 0.5em 0;
    }
    thead tr {
      border: 0;
    }
    tfoot tr {
      border-top: 2px solid;
    }
    tr > * {
      border: 0 !important;
      padding: 0 !important;
      width: auto !important;
    }
    .score {
      grid-column: 1;
    }
    td:empty {
      display: none;
    }
  }
}
`;
