/**
 * What elements look like besides, as long as there is no script, or not yet: what can only be pressed is not there for
 * readers without scripts, and everything that it would show is. Goes with the style sheet of what was rendered ahead, so
 * no page pays for it that was not. Nothing here changes a height where the script is still to come.
 */
import { css } from '../elements/css.js';
import type { Tag } from './render-element.js';

const shared = css`
  /*
   * A script that has not come within ten seconds has been refused, as by its hash. What only it could do goes, what that
   * says stays, and nothing moves; if it comes after all, so does the rest.
   */
  @keyframes refused {
    to {
      visibility: hidden;
    }
  }
  :host(:not(:defined))
    :is(button, .tools, .more, .choice, .mark, .firm details, .legend, .legend + .small, [type='range']) {
    animation: refused 0s 10s forwards;
  }
  :host(:not(:defined)) :is(th button, .plain) :not(.mark, .mark *) {
    visibility: visible;
  }
  @media (scripting: none) {
    /* A hidden button takes no focus; what it says is there still. */
    button {
      visibility: hidden;
    }
    button * {
      visibility: visible;
    }
    .plain.small {
      display: none;
    }
    .clamp {
      display: block;
    }
  }
`;

const table = css`
  /* Until somebody has measured whether it fits, its own box scrolls a wide table, and not the page. */
  :host(:not(:defined)) .fits {
    overflow-x: auto;
  }
  /* Nothing sticks there, and nobody has found the page's colour yet. */
  :host(:not(:defined)) thead {
    background: none;
  }
  @media (scripting: none) {
    .tools,
    .more,
    .choice,
    .mark,
    .firm details,
    caption .hidden,
    button .hidden + span.hidden,
    [part='score-button'] > .hidden:last-child {
      display: none !important;
    }
    /* All of the rows, in the place of those that a reader could ask for more of. */
    noscript ~ .root {
      display: none;
    }
    /* Its words stand before it. */
    thead button {
      display: none;
    }
    .words {
      padding: 0.5em 1em;
    }
    [aria-sort] .words {
      color: var(--strong);
    }
    /* The names stay in sight. What passes under them is blurred, since nobody has found the page's colour. */
    :is(.table, .matrix) .fits tbody th {
      backdrop-filter: blur(0.75em);
      background: var(--g6-ground);
      inset-inline-start: -4px;
      position: sticky;
      z-index: 1;
    }
    @container (min-width: 56em) {
      .auto .fits tbody th {
        backdrop-filter: blur(0.75em);
        background: var(--g6-ground);
        inset-inline-start: -4px;
        position: sticky;
        z-index: 1;
      }
    }
    .extra {
      display: table-cell;
    }
    tr.extra {
      display: table-row;
    }
    .cards td.extra {
      display: grid;
    }
    @container (max-width: 56em) {
      .auto td.extra {
        display: grid;
      }
    }
    @container (min-width: 30em) and (max-width: 56em) {
      .auto td.extra {
        display: block;
      }
    }
  }
`;

const weights = css`
  @media (scripting: none) {
    .title,
    .tools,
    .lock,
    .legend,
    .legend + .small,
    .sides > div + div {
      display: none;
    }
    .criterion {
      border: 0;
    }
    [type='range'] {
      visibility: hidden;
    }
    .amount input {
      border-color: transparent;
      padding-inline: 0;
      pointer-events: none;
      width: 3em;
    }
  }
`;

const own: Partial<Record<Tag, string>> = { 'g6-comparison-table': table, 'g6-score-weights': weights };

/** The rules for an element, behind its own. */
export const aheadStyles = (tag: Tag): string => shared + (own[tag] ?? '');
