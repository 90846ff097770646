/** What the comparison table looks like: a table where there is room, cards with the same sort buttons where not. */
import { css } from './css.js';

export const tableStyles = css`
  .scroll {
    overflow-x: auto;
    /* Room for the focus ring that a scrolling box would cut off. */
    margin-block: -4px;
    padding: 4px;
    position: relative;
  }
  thead th {
    border-bottom: 1px solid var(--muted);
    padding: 0.25em 0;
    vertical-align: bottom;
  }
  thead button {
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
  .mark path {
    fill: none;
    stroke: currentColor;
    stroke-linejoin: round;
    stroke-width: 1.5;
  }
  [aria-sort] path {
    fill: currentColor;
  }
  [aria-sort='ascending'] path + path,
  [aria-sort='descending'] path:first-child {
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
  }
  .leader th {
    border-inline-start-color: var(--accent);
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
  .number {
    text-align: end;
  }
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .label {
    display: none;
  }
  [part='footer'] {
    margin: 0.75em 4px;
  }
  @container (max-width: 56em) {
    table,
    caption,
    tbody {
      display: block;
      hyphens: auto;
      overflow-wrap: anywhere;
    }
    thead tr {
      align-items: baseline;
      display: flex;
      flex-wrap: wrap;
      gap: 0.25em 0.5em;
      padding-bottom: 0.75em;
    }
    thead th {
      border: 0;
      padding: 0;
    }
    thead button {
      border-color: var(--line);
      padding: 0.25em 0.875em;
      padding-inline-end: 1.875em;
      width: auto;
    }
    [aria-sort] button {
      border-color: currentColor;
    }
    .units {
      display: inline;
      padding: 0 0.5em;
    }
    tbody tr {
      border-inline-start: 3px solid transparent;
      border-top: 1px solid var(--line);
      display: grid;
      gap: 0.375em 1em;
      grid-template-columns: 1fr 5.5em;
      padding: 1em 0;
      padding-inline-start: 0.875em;
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
    tbody .score {
      display: block;
      grid-area: 1 / 2;
      width: auto;
    }
    .label {
      display: block;
    }
    .score .label {
      display: none;
    }
    .number {
      text-align: start;
    }
  }
  /* Between a phone's width and a table's: facts side by side, each under its label. */
  @container (min-width: 30em) and (max-width: 56em) {
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
    tbody .score {
      grid-column: 3;
    }
  }
  /* There the transparent edges of all rows would be as strong as the leader's. */
  @media (forced-colors: active) {
    tbody :not(.leader, .leader *) {
      border-inline-start-color: Canvas;
    }
  }
  @media print {
    .scroll {
      overflow: visible;
    }
    .mark {
      display: none;
    }
  }
`;
