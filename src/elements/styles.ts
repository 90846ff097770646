/** What all elements look like alike: a guest that takes the page's font and colour and brings one accent. */
import { css } from './css.js';

export const sharedStyles = css`
  :host {
    display: block !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  /* What sizes itself by what is in it gets room for a table, but nothing has to be wider for it. */
  :host::before {
    content: '';
    display: grid;
    grid-template-columns: minmax(0, 48em);
  }
  .root {
    /* Tints of the text's own colour and an accent mixed with it keep their contrast on light and on dark pages. */
    --accent: var(--g6-accent, #0f8068);
    --strong: color-mix(in oklab, var(--accent) 62%, currentColor);
    --line: var(--g6-line, color-mix(in oklab, currentColor 14%, transparent));
    --muted: var(--g6-muted, color-mix(in oklab, currentColor 72%, transparent));
    container-type: inline-size;
    font-style: normal;
    font-variant-numeric: tabular-nums lining-nums;
    letter-spacing: normal;
    line-height: 1.45;
    overflow-wrap: break-word;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    white-space: normal;
    word-break: normal;
    word-spacing: normal;
  }
  .hidden {
    clip-path: inset(50%);
    height: 1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
    width: 1px;
  }
  table {
    border-collapse: collapse;
    width: 100%;
  }
  caption {
    font-size: 1.125em;
    font-weight: 600;
    padding-bottom: 0.75em;
    text-align: start;
    text-wrap: balance;
  }
  th {
    font-weight: inherit;
    text-align: start;
  }
  button,
  summary {
    background: none;
    border: 1px solid var(--line);
    border-radius: 2em;
    color: inherit;
    cursor: pointer;
    font: inherit;
    min-height: 24px;
    padding: 0.25em 0.875em;
  }
  @media (pointer: coarse) {
    button,
    summary {
      min-height: 44px;
    }
  }
  :is(button, summary):hover {
    background: var(--line);
  }
  a {
    color: inherit;
    text-underline-offset: 0.2em;
  }
  :focus-visible {
    outline: 2px solid var(--strong);
    outline-offset: 2px;
  }
  svg {
    overflow: visible;
  }
  .bar {
    display: block;
    height: 5px;
    width: 100%;
  }
  .bar:dir(rtl) {
    transform: scaleX(-1);
  }
  .bar rect {
    fill: var(--g6-track, var(--line));
  }
  .bar rect + rect {
    fill: var(--accent);
  }
  @media (forced-colors: active) {
    .bar rect {
      stroke: currentColor;
    }
  }
  .muted {
    color: var(--muted);
  }
  .small {
    color: var(--muted);
    font-size: 0.8125em;
  }
  [part='publisher-score'] {
    display: block;
  }
  .lines {
    background: var(--line);
    border-radius: 1em;
    height: 0.5em;
    margin-block: 1.25em;
    max-width: 32em;
  }
  .lines:nth-of-type(even) {
    max-width: 20em;
  }
  .audit {
    border: 1px dashed var(--muted);
    border-radius: 0.5em;
    margin-block: 1.5em;
    padding: 1em;
  }
  .audit p {
    margin: 0;
  }
  .audit .kind {
    font-weight: 600;
  }
  .audit * + .kind {
    margin-top: 1.25em;
  }
  .audit :is(ul, li) {
    background: none;
    border-radius: 0;
    display: block;
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .audit li {
    overflow-wrap: anywhere;
    padding-top: 0.5em;
  }
  .audit svg {
    fill: none;
    height: 1em;
    stroke: currentColor;
    vertical-align: -0.125em;
    width: 1em;
  }
`;
