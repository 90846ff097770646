/** What the comparison table looks like: a table where there is room, cards where not, products as columns where asked. */
import { css } from './css.js';

const rules = css`
  .scroll {
    overflow: auto;
    max-height: var(--g6-max-height, 100vh);
    /* Room for the focus ring that a scrolling box would cut off. */
    margin-block: -4px;
    padding: 4px;
    position: relative;
  }
  /* What scrolls nothing lets its header stick to the page. */
  .fits {
    max-height: none;
    overflow: visible;
  }
  .frame {
    position: relative;
  }
  /* Above what sticks, which would cover the edges of the box itself. */
  .edge {
    --dark: color-mix(in oklab, currentColor 50%, transparent);
    --left: inset 0.75em 0 0.75em -0.75em var(--dark);
    --right: inset -0.75em 0 0.75em -0.75em var(--dark);
    inset: -4px 0;
    pointer-events: none;
    position: absolute;
    z-index: 3;
  }
  .more-left + .edge {
    box-shadow: var(--left);
  }
  .more-right + .edge {
    box-shadow: var(--right);
  }
  .more-left.more-right + .edge {
    box-shadow: var(--left), var(--right);
  }
  /* Collapsed borders stay behind where cells stick. */
  table {
    border-collapse: separate;
    border-spacing: 0;
  }
  thead :is(th, td) {
    border-bottom: 1px solid var(--muted);
    padding: 0.25em 0;
    vertical-align: bottom;
  }
  thead,
  .scroll:not(.fits) :is(tbody th, thead td, thead .name) {
    background: var(--g6-ground, var(--ground, Canvas));
    position: sticky;
    z-index: 1;
  }
  thead {
    top: 0;
    z-index: 2;
  }
  /* Up to the edge: the room for focus rings is not within what sticks to it. */
  .scroll:not(.fits) thead {
    top: -4px;
  }
  .scroll:not(.fits) :is(tbody th, thead td, thead .name) {
    inset-inline-start: -4px;
  }
  thead th {
    max-width: 22em;
    position: relative;
  }
  /* All of the header cell is the button's. */
  thead button::after {
    content: '';
    inset: 0;
    position: absolute;
  }
  td > div {
    max-width: 20em;
    min-width: 0;
  }
  caption {
    overflow-wrap: anywhere;
  }
  /* As wide as what can be seen of the table, and in sight however far it is scrolled. */
  .scroll:not(.fits) caption bdi {
    display: inline-block;
    inset-inline-start: 0;
    max-width: calc(100cqi - 8px);
    position: sticky;
  }
  thead button {
    box-sizing: border-box;
    border-color: transparent;
    padding: 0.5em 1.23em;
    text-align: inherit;
    width: 100%;
  }
  [aria-sort] button {
    color: var(--strong);
  }
  .units {
    display: block;
    font-style: italic;
    padding: 0 1.23em;
  }
  .mark {
    height: 0.75em;
    /* It takes no room of the line, so that it never stands on one alone. */
    margin-inline: 0.375em -0.975em;
    width: 0.6em;
  }
  .place {
    margin-inline: 1em -1.6em;
  }
  .mark path {
    fill: none;
    stroke: currentColor;
    stroke-linejoin: round;
    stroke-width: 1.5;
  }
  [aria-sort] path {
    fill: currentColor;
  }
  .ascending path + path,
  .descending path:first-child {
    visibility: hidden;
  }
  tbody :is(th, td) {
    border-bottom: 1px solid var(--line);
    max-width: 22em;
    min-width: 5em;
    padding: 0.75em 1em;
    vertical-align: top;
  }
  tbody th {
    border-inline-start: 3px solid transparent;
    min-width: 11em;
    overflow-wrap: anywhere;
  }
  .leader th {
    border-inline-start-color: var(--accent);
  }
  /* What is painted of a row is painted again only when that row has changed. */
  tbody tr {
    isolation: isolate;
  }
  tbody tr:is(:hover, :focus-within) {
    background: color-mix(in oklab, var(--accent) 8%, transparent);
  }
  .award {
    color: var(--strong);
    display: block;
    font-size: 0.8125em;
    font-weight: 600;
  }
  .title {
    display: flex;
    font-weight: 600;
    gap: 0.6em;
    overflow-wrap: anywhere;
  }
  .rank {
    flex: none;
  }
  .rank,
  .title slot {
    font-weight: 400;
  }
  td.score {
    width: 7em;
  }
  .numeral {
    font-size: 1.25em;
    font-weight: 600;
    line-height: 1.2;
  }
  .partial {
    font-weight: 400;
  }
  td .bar {
    margin: 0.375em 0;
  }
  td.offers {
    min-width: 12em;
  }
  .number {
    text-align: end;
  }
  /* Beside the number it would push the digits out of their line. */
  .number .small.best {
    display: block;
  }
  .short > div {
    white-space: nowrap;
  }
  sup {
    line-height: 0;
  }
  ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.375em;
    list-style: none;
    margin: 0;
    padding: 0;
  }
  li {
    background: color-mix(in oklab, currentColor 7%, transparent);
    border-radius: 0.75em;
    max-width: 100%;
    min-width: 0;
    padding: 0 0.625em;
  }
  ol li {
    background: none;
    padding: 0;
  }
  .tick {
    fill: none;
    height: 0.8em;
    stroke: currentColor;
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 2;
    width: 0.8em;
  }
  .tick.best {
    fill: currentColor;
    stroke: none;
  }
  .small.best {
    color: var(--strong);
    white-space: nowrap;
  }
  .clamp {
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
    display: -webkit-box;
    overflow: hidden;
  }
  .plain {
    border: 0;
    border-radius: 0.25em;
    display: block;
    min-width: 24px;
    padding: 0;
    text-align: inherit;
    width: 100%;
  }
  .plain.small {
    text-decoration: underline;
    width: auto;
  }
  .opened td {
    max-width: none;
    padding-block: 0.5em 1.5em;
  }
  /* In sight however far the table is scrolled. */
  .breakdown {
    container-type: inline-size;
    inset-inline-start: 1em;
    max-width: none;
    position: sticky;
    width: min(44em, 100cqi - 2em);
  }
  .frame + .breakdown {
    margin: 2em 4px 1em;
    position: static;
    width: auto;
  }
  .spacer td {
    border: 0;
    padding: 0;
  }
  .tools {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    margin: 0 4px 0.75em;
    position: relative;
  }
  .tools:empty {
    display: none;
  }
  .sorts {
    display: none;
    flex-wrap: wrap;
    gap: 0.5em 1em;
  }
  .with .sorts,
  .matrix .sorts {
    display: flex;
  }
  /* A finger has no shift key. */
  @media (pointer: coarse) {
    .sorts {
      display: flex;
    }
  }
  .search,
  .sorts,
  .sorts label {
    max-width: 100%;
    min-width: 0;
    white-space: nowrap;
  }
  @container (max-width: 56em) {
    .search,
    .sorts,
    .sorts label {
      flex: 1 1 14em;
    }
    :is(.sorts, .search) :is(select, input) {
      flex: 1;
      min-width: 0;
    }
  }
  label,
  .matches {
    align-items: center;
    display: inline-flex;
    gap: 0.375em;
  }
  input,
  select {
    background: none;
    border: 1px solid var(--line);
    border-radius: 0.5em;
    color: inherit;
    font: inherit;
    max-width: 100%;
    min-height: 24px;
    padding: 0.25em 0.5em;
  }
  option {
    background: Canvas;
    color: CanvasText;
  }
  input:is([type='checkbox'], [type='range']) {
    accent-color: var(--accent);
  }
  input[type='checkbox'] {
    height: 1.125em;
    margin: 0;
    min-height: 0;
    width: 1.125em;
  }
  .facets {
    display: grid;
    gap: 1em 2em;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14em), 1fr));
    margin: 0 4px 1em;
  }
  fieldset {
    border: 0;
    margin: 0;
    min-width: 0;
    padding: 0;
  }
  legend {
    font-weight: 600;
    padding: 0;
  }
  .choice {
    min-height: 24px;
  }
  fieldset .choice {
    display: flex;
  }
  /* Two handles on one track: only the handles take the pointer. */
  .handles {
    display: grid;
  }
  .handles input {
    appearance: none;
    background: linear-gradient(var(--line) 0 0) center / 100% 4px no-repeat;
    border: 0;
    grid-area: 1 / 1;
    margin: 0;
    padding: 0;
    pointer-events: none;
    width: 100%;
  }
  .handles input + input {
    background: none;
  }
  .handles input::-webkit-slider-thumb {
    appearance: none;
    background: var(--accent);
    border: 0;
    border-radius: 50%;
    height: 1.25em;
    pointer-events: auto;
    width: 1.25em;
  }
  .handles input::-moz-range-thumb {
    background: var(--accent);
    border: 0;
    border-radius: 50%;
    height: 1.25em;
    pointer-events: auto;
    width: 1.25em;
  }
  .ends {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.375em;
    white-space: nowrap;
  }
  .ends input {
    flex: 1 1 3em;
    max-width: 11em;
    min-width: 0;
    width: 3em;
  }
  .ends [type='date'] {
    flex-basis: 8.5em;
  }
  .export {
    margin-inline-start: auto;
    position: relative;
  }
  summary {
    display: block;
  }
  @container (max-width: 30em) {
    .export {
      position: static;
    }
  }
  .menu {
    background: var(--g6-ground, var(--ground, Canvas));
    border: 1px solid var(--line);
    border-radius: 0.75em;
    box-shadow: 0 0.25em 1em color-mix(in oklab, currentColor 14%, transparent);
    inset-block-start: calc(100% + 0.25em);
    inset-inline-end: 0;
    padding: 0.25em;
    position: absolute;
    width: max-content;
    z-index: 3;
  }
  .menu div + div {
    border-top: 1px solid var(--line);
    margin-top: 0.25em;
    padding-top: 0.25em;
  }
  .menu button {
    border: 0;
    border-radius: 0.5em;
    display: block;
    padding: 0.375em 0.75em;
    text-align: start;
    width: 100%;
  }
  .more.columns {
    display: none;
  }
  .label {
    display: none;
  }
  .matrix {
    tbody th {
      min-width: 8.5em;
      padding-inline: 0.5em;
      width: 9em;
    }
    tbody :is(th, td) {
      vertical-align: baseline;
    }
    .units {
      padding: 0;
    }
    thead :is(th, td) {
      padding: 0.75em 1em;
      vertical-align: top;
    }
    thead th {
      min-width: 9em;
    }
  }
  /* Two products share all of the room, each fact below its label. */
  @container (max-width: 24em) {
    .pair {
      &,
      caption,
      thead,
      tbody {
        display: block;
      }
      tr {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      tr > :is(th, td) {
        min-width: 0;
        padding: 0.5em 0 0.75em;
        padding-inline-end: 0.5em;
        width: auto;
      }
      tbody th,
      thead td,
      .opened td {
        grid-column: 1 / -1;
      }
      tbody th,
      thead td {
        border: 0;
        padding-bottom: 0;
      }
    }
  }
  /* Names leave room for what they are compared by. */
  @container (max-width: 30em) {
    .table tbody th {
      max-width: 11em;
    }
  }
  @media screen {
    @container (max-width: 70em) {
      .root:not(.wide) .extra {
        display: none;
      }
      .more.columns {
        display: block;
      }
    }
  }
  [part='weighed'] {
    margin: 0 4px 0.75em;
  }
  p[part='notes'],
  [part='footer'] {
    margin: 0.75em 4px;
  }
  /* There the transparent edges of all rows would be as strong as the leader's. */
  @media (forced-colors: active) {
    .root tbody :not(.leader, .leader *) {
      border-inline-start-color: Canvas;
    }
  }
`;

/** Rows as cards. */
const cards = css`
    table,
    caption,
    tbody {
      display: block;
      hyphens: auto;
      overflow-wrap: anywhere;
    }
    thead {
      display: none;
    }
    .sorts {
      display: flex;
    }
    .opened td,
    .spacer td {
      display: block;
    }
    tbody tr {
      border-inline-start: 3px solid transparent;
      border-top: 1px solid var(--line);
      display: grid;
      gap: 0.375em 1em;
      grid-template-columns: 1fr fit-content(6em);
      padding: 1em 0;
      padding-inline-start: 0.875em;
    }
    /* A band is a word or two, and has the room of the longer one. */
    [part='band'] {
      overflow-wrap: break-word;
    }
    tbody .leader {
      border-inline-start-color: var(--accent);
    }
    tbody :is(th, td) {
      border: 0;
      max-width: none;
      min-width: 0;
      padding: 0;
      text-align: start;
      width: auto;
    }
    td > div {
      max-width: none;
    }
    tbody td {
      align-items: baseline;
      display: grid;
      gap: 1em;
      grid-column: 1 / 3;
      grid-template-columns: 2fr 3fr;
    }
    tbody th {
      padding-bottom: 0.5em;
    }
    tbody .score.beside {
      display: block;
      grid-area: 1 / 2;
      min-width: min-content;
    }
    .label {
      display: block;
    }
    .beside.score .label,
    .offers:has(.offer) .label {
      display: none;
    }
    /* The one action of a card is as wide as the card. */
    tbody td.offers {
      display: block;
    }
    .sellers,
    .offer {
      justify-items: stretch;
    }
    .sellers > .offer slot {
      flex: 1 0 100%;
    }
    /* There are no buttons of which the caption tells those who cannot see it. */
    caption .hidden {
      display: none;
    }
    @container (max-width: 16em) {
      tbody :is(th, .score.beside) {
        grid-area: auto / 1 / auto / 3;
      }
    }
  
`;

/** Between a phone's width and a table's: facts side by side, each under its label. */
const roomyCards = css`
    tbody tr {
      grid-template-columns: repeat(3, 1fr);
    }
    tbody th {
      grid-column: 1 / 3;
    }
    tbody td {
      display: block;
      grid-column: auto;
    }
    tbody .score.beside {
      grid-column: 3;
    }
  
`;

/** Cards beside one another where they were asked for. */
const grid = css`
  tbody {
    display: grid;
    gap: 0 2em;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 24em), 1fr));
  }
  .opened,
  .spacer {
    grid-column: 1 / -1;
  }
`;

/** Rows as cards where they have no more room than that. */
export const narrow = (rows: string, room: string): string =>
  `@container (max-width: ${room}) { ${rows} { ${cards} } }
@container (min-width: 30em) and (max-width: ${room}) { ${rows} { ${roomyCards} } }`;

export const tableStyles = `${rules}
@media screen { ${narrow('.auto', '56em')} }
.cards { ${cards} }
.cards { ${grid} }`;
