/** What the reader's weights look like: a line for each, and beside them the order that they make. */
import { css } from './css.js';

export const weightsStyles = css`
  .sides {
    display: grid;
    gap: 1.5em 3em;
    grid-template-columns: minmax(0, 1fr);
    max-width: 80em;
    /* No field makes the page wider; the padding is the focus ring's. */
    overflow-x: clip;
    padding: 4px;
  }
  @container (min-width: 52em) {
    .sides {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
  }
  .title {
    font-size: 1.125em;
    font-weight: 600;
    margin: 0;
  }
  .tools,
  .tools label,
  .amount,
  .legend {
    align-items: center;
    display: flex;
    gap: 0.5em 1em;
  }
  .tools {
    flex-wrap: wrap;
    margin-block: 0.5em 0.75em;
  }
  .tools label {
    gap: 0.5em;
    max-width: 100%;
    min-width: 0;
    white-space: nowrap;
  }
  select {
    min-width: 0;
    text-overflow: ellipsis;
  }
  .criterion {
    align-items: center;
    border-top: 1px solid var(--line);
    display: grid;
    gap: 0.25em 0.75em;
    grid-template-columns: minmax(0, 1fr) auto auto;
    padding-block: 0.5em;
  }
  .criterion > label,
  .criterion > .small {
    grid-column: 1 / -1;
    overflow-wrap: anywhere;
  }
  @container (min-width: 30em) {
    .criterion {
      grid-template-columns: minmax(0, 3fr) minmax(0, 4fr) auto auto;
    }
    .criterion > label {
      grid-column: auto;
    }
  }
  @container (max-width: 16em) {
    .criterion {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .slide {
      grid-column: 1 / -1;
    }
    .amount {
      justify-self: end;
    }
    table {
      font-size: 0.8125em;
    }
  }
  .slide {
    align-items: center;
    display: grid;
    position: relative;
  }
  .amount {
    gap: 0.25em;
  }
  input,
  select {
    background: none;
    border: 1px solid var(--line);
    border-radius: 0.5em;
    color: inherit;
    font: inherit;
    min-height: 24px;
    padding: 0.25em 0.5em;
  }
  option {
    background: Canvas;
    color: CanvasText;
  }
  .amount input {
    box-sizing: border-box;
    text-align: end;
    width: 4em;
  }
  [type='range'] {
    appearance: none;
    border: 0;
    cursor: pointer;
    margin: 0;
    min-width: 0;
    padding: 0;
    position: relative;
    width: 100%;
  }
  [type='range']::-webkit-slider-thumb {
    appearance: none;
    background: var(--accent);
    border: 2px solid transparent;
    border-radius: 50%;
    height: 1.25em;
    width: 1.25em;
  }
  [type='range']::-moz-range-thumb {
    background: var(--accent);
    border: 2px solid transparent;
    border-radius: 50%;
    box-sizing: border-box;
    height: 1.25em;
    width: 1.25em;
  }
  /* As wide as the way of the middle of the handle. */
  .scale {
    height: 1.75em;
    inset-block: 0;
    inset-inline: 0.625em;
    margin: auto;
    position: absolute;
    width: calc(100% - 1.25em);
  }
  .scale:dir(rtl) {
    transform: scaleX(-1);
  }
  .scale line {
    stroke: var(--g6-track, var(--line));
    stroke-linecap: round;
    stroke-width: 5;
  }
  .scale line + line {
    stroke: var(--accent);
  }
  .scale .tick,
  .legend line {
    stroke: currentColor;
    stroke-linecap: butt;
    stroke-width: 2;
  }
  .legend {
    gap: 0.5em;
    margin-block: 0.5em 0;
  }
  .legend + p {
    margin-block: 0.25em 0;
  }
  .legend svg {
    flex: none;
    height: 1em;
    width: 2px;
  }
  :disabled {
    cursor: default;
    opacity: 0.6;
  }
  .lock {
    display: grid;
    min-width: 2.25em;
    padding: 0.375em;
    place-items: center;
  }
  .lock svg {
    fill: none;
    height: 1.125em;
    stroke: currentColor;
    stroke-width: 1.5;
    width: 1.125em;
  }
  .lock rect {
    fill: currentColor;
  }
  .lock[aria-pressed='true'] {
    background: color-mix(in oklab, var(--accent) 14%, transparent);
    border-color: var(--strong);
    color: var(--strong);
  }
  [aria-disabled='true'],
  [aria-disabled='true']:hover {
    background: none;
    color: var(--muted);
    cursor: default;
  }
  @media (pointer: coarse) {
    input,
    select {
      min-height: 44px;
    }
    .lock {
      min-width: 44px;
    }
  }
  @media print {
    .tools,
    .lock {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .scale line {
      stroke: GrayText;
    }
    .scale line + line {
      stroke: Highlight;
    }
    .scale .tick {
      stroke: CanvasText;
    }
    [aria-disabled='true'] {
      color: GrayText;
    }
    .lock[aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
  th,
  td {
    border-bottom: 1px solid var(--line);
    padding: 0.5em 0;
    vertical-align: baseline;
  }
  th + th,
  td {
    padding-inline-start: 1em;
    text-align: end;
    width: 4em;
  }
  tbody th {
    overflow-wrap: anywhere;
  }
  /* A name has the whole line there, and the scores the next one. */
  @container (max-width: 30em) {
    table,
    thead,
    tbody,
    tr {
      display: grid;
      grid-column: 1 / -1;
      grid-template-columns: subgrid;
    }
    table {
      grid-template-columns: 1fr auto auto;
    }
    caption {
      grid-column: 1 / -1;
    }
    tr {
      border-bottom: 1px solid var(--line);
      padding-block: 0.5em;
    }
    tr > :is(th, td) {
      border: 0;
      padding-block: 0;
      width: auto;
    }
    tbody th {
      grid-column: 1 / -1;
    }
    th + td {
      grid-column: 2;
    }
  }
  .place {
    align-items: baseline;
    display: flex;
    gap: 0.5em;
  }
  .rank {
    min-width: 1em;
  }
  .name {
    flex: 1;
  }
  .numeral {
    font-size: 1.25em;
    font-weight: 600;
    line-height: 1.2;
  }
  .numeral.partial {
    font-weight: 400;
  }
  [part='partial'] {
    display: block;
  }
  [part='moved'] {
    white-space: nowrap;
  }
  .gained {
    color: var(--strong);
  }
`;
