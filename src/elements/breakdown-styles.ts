/** What the score breakdown looks like: a sum, set like one, with its bars on one full scale. */
import { css } from './css.js';

/** How wide a column is, in em, so that a label whose longest word has so many letters stands in it. */
export const roomForWords = [
  [4, 3],
  [6, 4.5],
  [8, 5.75],
  [11, 7.75],
  [15, 10],
] as const;

const rules = css`
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
    display: table;
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
  .bars .score {
    width: 55%;
  }
  .bars .value {
    min-width: 4em;
  }
  .bar .open,
  .columns rect + .open {
    fill: none;
    stroke: var(--strong);
    stroke-dasharray: 3 2;
  }
  tr:has(+ .why) > * {
    padding-bottom: 0;
  }
  .why td {
    border: 0;
    padding: 0 0 0.25em;
  }
  summary {
    border: 0;
    display: list-item;
    list-style-position: inside;
    min-height: 24px;
    padding: 0.25em 0;
    width: fit-content;
  }
  @media (pointer: coarse) {
    summary {
      line-height: 2;
      min-height: 44px;
    }
  }
  summary:hover {
    background: none;
    text-decoration: underline;
  }
  details :is(p, ul) {
    margin: 0.25em 0;
    max-width: 40em;
    overflow-wrap: anywhere;
  }
  ul {
    padding-inline-start: 1.25em;
  }
  .columns {
    margin-bottom: 1em;
    max-width: none;
    table-layout: fixed;
  }
  .columns tr {
    color: inherit;
    font-size: 1em;
  }
  .columns td {
    border: 0;
    padding: 0 1px;
    vertical-align: top;
  }
  .columns svg {
    display: block;
  }
  .columns rect {
    fill: var(--g6-track, var(--line));
  }
  .columns rect + rect {
    fill: var(--accent);
  }
  .key {
    container-type: inline-size;
    line-height: 1.25;
    padding-top: 0.375em;
    text-align: center;
  }
  .key > * {
    display: none;
  }
  @container (min-width: 1.25em) {
    .number {
      display: block;
    }
  }
  @container (min-width: 2em) {
    .key b {
      display: block;
    }
  }
  .versus tr > :first-child {
    min-width: 7em;
  }
  .versus .value {
    min-width: 3.25em;
  }
  .versus .first {
    padding-inline: 1em 0;
    width: 26%;
  }
  .versus .second {
    text-align: end;
    width: 26%;
  }
  .versus :is(tbody, tfoot) .first {
    border-inline-end: 1px solid;
  }
  .versus .second .measure {
    flex-direction: row-reverse;
  }
  .versus .bar rect {
    fill: var(--accent);
  }
  .versus .second .bar rect {
    fill: var(--muted);
  }
  .reasons {
    display: block;
    font-size: 0.8889em;
    font-weight: 400;
    padding-block: 0.25em;
    text-wrap: wrap;
  }
  @media print {
    ::details-content {
      content-visibility: visible;
    }
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
    .bars tr {
      grid-template-columns: 1fr auto auto;
    }
    .bars .score,
    [colspan] {
      grid-column: 1 / -1;
    }
    tr:has(+ .why) {
      padding-bottom: 0;
    }
    .why {
      border: 0;
      padding: 0 0 0.25em !important;
    }
    .versus tr {
      gap: 0;
      grid-template-areas: 'c c c c c w w w d d d d' 'a a a a a a b b b b b b';
      grid-template-columns: repeat(12, minmax(0, 1fr));
    }
    .versus tr > :first-child {
      grid-area: c;
    }
    .versus .weight {
      grid-area: w;
      white-space: normal;
    }
    .versus .contribution {
      grid-area: d;
    }
    .versus .first {
      grid-area: a;
    }
    .versus :is(tbody, tfoot) .first {
      border-inline-end: 1px solid !important;
    }
    .versus .second {
      grid-area: b;
    }
    .versus .value {
      min-width: 2.5em;
      text-align: start;
    }
    .versus .second .value {
      text-align: end;
    }
    .columns {
      display: table;
    }
    .columns tbody {
      display: table-row-group;
    }
    .columns tr {
      border: 0;
      display: table-row;
    }
    .columns td {
      padding: 0 1px !important;
    }
    td:empty {
      display: none;
    }
  }
}
`;

/** A label stands in the place of its number where there is room for it. */
const labels = roomForWords.map(
  ([letters, room]) => `@container (min-width: ${room}em) {
.breakdown { .word-${letters} { display: block } .number:has(+ .word-${letters}) { display: none } }
}`,
);

export const breakdownStyles = rules + labels.join('');
