/** What a product's card looks like: handsome alone and in a row, by its own width; in a row its last lines line up. */
import { css } from './css.js';

export const productCardStyles = css`
  /* The card is as high as what holds it: in a row, as the highest. */
  :host {
    display: flex !important;
    flex-flow: column !important;
    place-content: normal !important;
    place-items: normal !important;
  }
  .root {
    display: grid;
    flex: 1;
  }
  .card {
    border: 1px solid var(--line);
    border-radius: 0.75em;
    border-top: 3px solid var(--line);
    display: flex;
    flex-direction: column;
    gap: 1.25em;
    min-width: 0;
    padding: 1.25em;
  }
  .leader {
    border-top-color: var(--accent);
  }
  .body {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 1.125em;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  p,
  dl,
  dd,
  ul,
  :is(h2, h3, h4, h5, h6) {
    margin: 0;
    padding: 0;
  }
  :is(h2, h3, h4, h5, h6) {
    font-size: 1.25em;
    font-weight: 600;
    hyphens: auto;
    line-height: 1.25;
    text-wrap: balance;
  }
  .award {
    color: var(--strong);
    font-size: 0.8125em;
    font-weight: 600;
    margin-bottom: 0.25em;
  }
  .picture {
    align-items: center;
    background: color-mix(in oklab, currentColor 5%, transparent);
    border-radius: 0.5em;
    display: flex;
    /* Known before the image is there, so that nothing moves when it comes. */
    height: min(13em, 60cqi);
    justify-content: center;
    overflow: hidden;
    text-align: center;
  }
  .picture span {
    padding: 1em;
  }
  img {
    display: block;
    height: 100%;
    object-fit: scale-down;
    width: 100%;
  }
  .head {
    display: flex;
    flex-direction: column;
    gap: 0.75em;
  }
  .numeral {
    color: var(--strong);
    font-size: 2em;
    font-weight: 600;
    line-height: 1.2;
  }
  .small :is(.numeral, .muted, .small) {
    color: inherit;
    font-size: 1em;
  }
  .numeral.partial {
    color: inherit;
    font-weight: 400;
  }
  .named {
    display: block;
  }
  .rating .bar {
    margin: 0.25em 0;
  }
  dl {
    display: grid;
    gap: 0.375em 1em;
  }
  dl > div {
    align-items: baseline;
    border-top: 1px solid var(--line);
    display: grid;
    hyphens: auto;
    padding-top: 0.375em;
  }
  ul {
    list-style: none;
  }
  dd ul {
    display: flex;
    flex-wrap: wrap;
  }
  dd li:not(:last-child)::after {
    content: ',\\a0';
  }
  .points {
    display: grid;
    gap: 1em 2em;
  }
  .label {
    font-weight: 600;
    margin-bottom: 0.25em;
  }
  .points li {
    display: flex;
    gap: 0.625em;
    padding: 0.125em 0;
  }
  .tick {
    color: var(--muted);
    fill: none;
    flex: none;
    height: 0.8em;
    margin-top: 0.325em;
    stroke: currentColor;
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 2;
    width: 0.8em;
  }
  dd .tick {
    margin: 0;
  }
  [part='pros'] .tick {
    color: var(--strong);
  }
  @media (forced-colors: active) {
    .card .tick {
      color: CanvasText;
    }
  }
  .clamp {
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
    display: -webkit-box;
    overflow: hidden;
  }
  .plain {
    border: 0;
    padding: 0;
    text-decoration: underline;
  }
  .foot {
    display: grid;
    gap: 0.875em;
    margin-top: auto;
  }
  [part='sources'] {
    font-size: 0.8125em;
  }
  [part='sources'] summary {
    border: 0;
    color: var(--muted);
    padding: 0.25em 0;
  }
  [part='sources'] li {
    padding: 0.25em 0;
  }
  .foot .disclosure {
    margin: 0;
  }
  /* One action is as wide as the card. */
  .foot :is(.sellers, .sellers > .offer) {
    justify-items: stretch;
  }
  .sellers > .offer slot {
    flex: 1 0 100%;
  }
  /* Labels beside their values where there is room for both, above them in less and in more. */
  @container (min-width: 20em) and (max-width: 33.99em) {
    dl > div {
      gap: 1em;
      grid-template-columns: 2fr 3fr;
    }
  }
  @container (min-width: 34em) {
    .head {
      display: grid;
      gap: 2em;
      grid-template-columns: 1fr 11em;
    }
    .points {
      grid-auto-columns: 1fr;
      grid-auto-flow: column;
    }
    dl {
      gap: 0.75em 2em;
      grid-template-columns: repeat(auto-fill, minmax(14em, 1fr));
    }
    dl > div {
      align-content: start;
    }
    .body > p {
      max-width: 40em;
    }
    .foot :is(.sellers, .sellers > .offer, .action) {
      justify-items: start;
      justify-self: start;
    }
    .sellers > .offer slot {
      flex: none;
    }
  }
  @container (min-width: 48em) {
    .card {
      flex-direction: row;
      gap: 2em;
      padding: 1.75em;
    }
    .picture {
      flex: none;
      width: 30%;
    }
  }
`;
