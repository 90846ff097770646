/** What is under the table about the firmness of its ranking: a sentence, and a picture that is a table. */
import { css } from './css.js';

export const stabilityStyles = css`
  /* Nothing of the table above it. */
  :where(.firm :is(caption, thead, tbody, tr, th, td)) {
    all: revert;
    text-align: start;
  }
  .firm {
    margin: 0.75em 4px;
    p {
      margin: 0 0 0.5em;
    }
    p,
    ol {
      max-width: 44em;
    }
    .small {
      margin-bottom: 1.25em;
    }
    /* What is being counted again keeps its room. */
    [aria-busy='true'] > * {
      visibility: hidden;
    }
    summary {
      align-content: center;
      color: var(--muted);
      font-size: 0.8125em;
      width: fit-content;
    }
    [open] > summary {
      margin-bottom: 1em;
    }
    ol {
      font-size: 0.9375em;
      list-style: none;
      margin: 0 0 0.5em;
      padding: 0;
    }
    ol li {
      overflow-wrap: anywhere;
      padding: 0.25em 0;
    }
  }
  .places {
    margin: -4px -4px 0.5em;
    overflow-x: auto;
    padding: 4px;
    table {
      border-collapse: separate;
      border-spacing: 2px;
      font-size: 0.8125em;
      width: auto;
    }
    caption {
      color: var(--muted);
      font-size: 1em;
      font-weight: 400;
      padding-bottom: 0.5em;
      text-wrap: balance;
    }
    thead {
      color: var(--muted);
    }
    :is(th, td) {
      font-weight: 400;
      padding: 0;
      position: relative;
      text-align: center;
      vertical-align: middle;
      min-width: 3em;
    }
    tr > :first-child {
      font-size: 1.0769em;
      overflow-wrap: anywhere;
      padding-block: 0.25em;
      padding-inline-end: 0.75em;
      text-align: start;
      min-width: 6em;
      width: 12em;
    }
    td {
      height: 2.5em;
      z-index: 0;
    }
    .own {
      font-weight: 700;
      outline: 1px solid var(--strong);
      outline-offset: -1px;
    }
    svg {
      inset: 0;
      position: absolute;
      z-index: -1;
    }
    rect {
      fill: var(--accent);
    }
  }
  .places .label {
    display: none;
  }
  /* Each product's places under its name, each with its number in the corner. */
  @container (max-width: 38em) {
    .places:not(.wide) {
      :is(table, caption, tbody) {
        display: block;
      }
      thead {
        display: none;
      }
      tr {
        display: grid;
        gap: 2px;
        grid-template-columns: repeat(auto-fit, minmax(3em, 1fr));
      }
      td {
        align-content: end;
        height: auto;
        min-width: 0;
        padding: 1em 0 0.25em;
        width: auto;
      }
      tr > :first-child {
        grid-column: 1 / -1;
        padding-block: 0.5em 0.125em;
        width: auto;
      }
      .label {
        color: var(--muted);
        display: block;
        font-size: 0.8em;
        font-weight: 400;
        inset: 0 auto auto 0.5em;
        position: absolute;
      }
    }
  }
  /* The numbers say it all. */
  @media (forced-colors: active) {
    .places rect {
      display: none;
    }
  }
  @media print {
    .firm > details:not([open]) {
      display: none;
    }
    .firm summary {
      border: 0;
      padding: 0;
    }
    .places {
      overflow: visible;
    }
  }
`;
