/**
 * What offers and the links in the page look like, in every element that has them. The page's own style sheets come
 * before those of a shadow tree, unless these say `!important`: links stay usable whatever a theme does to links.
 */
import { css } from './css.js';

export const offerStyles = css`
  slot[name]::slotted(a) {
    all: unset !important;
    cursor: pointer !important;
    text-decoration: underline !important;
    text-underline-offset: 0.2em !important;
    unicode-bidi: isolate !important;
  }
  slot[name]::slotted(a:focus-visible) {
    outline: 2px solid var(--strong) !important;
    outline-offset: 2px !important;
  }
  .sellers,
  .offer {
    display: grid;
    gap: 0.125em;
    justify-items: start;
  }
  .sellers {
    gap: 0.625em;
  }
  .sellers :is(ul, li) {
    background: none;
    border-radius: 0;
    display: block;
    list-style: none;
    margin: 0;
    max-width: none;
    padding: 0;
  }
  .sellers li + li {
    margin-top: 0.625em;
  }
  .sellers b {
    font-weight: 600;
  }
  .sellers > .offer b {
    font-size: 1.0625em;
  }
  .sellers summary {
    border: 0;
    padding: 0;
    text-decoration: underline;
  }
  .sellers details[open] summary {
    margin-bottom: 0.375em;
  }
  .offer > .link {
    margin-top: 0.25em;
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.625em;
  }
  .link slot::slotted(a) {
    align-content: center !important;
    display: inline-block !important;
    min-height: 24px !important;
  }
  .sellers > .offer slot,
  .action slot {
    border: 1px solid var(--strong);
    border-radius: 2em;
    color: var(--strong);
    display: block;
    font-weight: 600;
    text-align: center;
  }
  .sellers > .offer slot:hover,
  .action slot:hover {
    background: color-mix(in oklab, var(--accent) 10%, transparent);
  }
  .sellers > .offer slot::slotted(a),
  .action slot::slotted(a) {
    border-radius: 2em !important;
    display: block !important;
    padding: 0.25em 0.875em !important;
    text-decoration: none !important;
  }
  @media (pointer: coarse) {
    .link slot::slotted(a),
    .action slot::slotted(a) {
      align-content: center !important;
      min-height: 44px !important;
    }
    .sellers > .offer slot::slotted(a) {
      box-sizing: border-box !important;
    }
  }
  @media (forced-colors: active) {
    slot[name]::slotted(a) {
      color: LinkText !important;
    }
  }
  /* What a page makes of the parts around them takes away neither of these while there is a link to be seen. */
  .paid,
  .disclosure {
    all: initial;
    color: color-mix(in oklab, currentColor 76%, transparent);
    color: oklab(from currentColor l a b / 0.76);
    font-family: inherit;
    font-size: max(0.8125em, 11px);
    line-height: 1.45;
    overflow-wrap: anywhere;
    visibility: inherit;
  }
  .paid {
    white-space: nowrap;
  }
  .disclosure {
    display: block;
    margin: 0 4px 0.75em;
  }
  .root,
  .card,
  table,
  tr,
  td,
  .sellers,
  .offer,
  slot {
    clip: auto !important;
    clip-path: none !important;
    mask: none !important;
    -webkit-mask-box-image: none !important;
    visibility: inherit !important;
  }
  .sellers,
  .offer {
    overflow: visible !important;
  }
  /* The disclosure stays above the links. */
  .root {
    flex-flow: column !important;
  }
  /* Nor does it move a link away from its words, or make it larger than they are. */
  slot {
    offset: none !important;
    position: static !important;
    rotate: none !important;
    scale: none !important;
    transform: none !important;
    translate: none !important;
    zoom: 1 !important;
  }
`;
