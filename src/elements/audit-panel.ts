/**
 * What is wrong in a document, on the page, for whoever writes it: there with the `audit` attribute only, so that no
 * reader sees it. Leaves the finding to the model, and the console to `tell-author.ts`.
 */
import { html, nothing } from 'lit';
import type { Comparison } from '../model/comparison.js';
import { placeOf } from '../model/shape.js';
import type { Snapshot } from './context.js';
import { type Finding, warning } from './finding.js';
import { isOn } from './is-on.js';
import type { Locale } from './strings.js';

// A cross in a circle, a sign of warning, an i in a circle: they differ in shape.
const marks = {
  error: 'M6 .5a5.5 5.5 0 1 0 .01 0M4 4l4 4M8 4 4 8',
  warning: 'M6 1 11.5 11H.5zM6 4.5v3M6 9v.5',
  info: 'M6 .5a5.5 5.5 0 1 0 .01 0M6 5.5v3.5M6 3v.5',
};

/**
 * A JSON Pointer in words: "/products/0/sources/1/doi" is "Thorne L-Glutamine › sources 2 › doi", since people count
 * from 1 and know a product by its name. What is no pointer is given back as it is.
 */
function placeInWords(path: string, comparison: Comparison | undefined): string {
  const [whole = '', index] = /^\/products\/(\d+)/.exec(path) ?? [];
  const name = index && comparison?.products.find((product) => placeOf(product) === whole)?.name;
  const words = (name ? path.slice(whole.length) : path)
    .replace(/\/(\d+)(?=\/|$)/g, (_, number) => ` ${Number(number) + 1}`)
    .split('/')
    .map((word) => word.replaceAll('~1', '/').replaceAll('~0', '~'));
  return [name, ...words].filter(Boolean).join(' › ');
}

/** Elements that somebody has put into another one, which gives them nothing, as findings of their page. */
const strays = (host: Partial<Element>): readonly Finding[] =>
  // Servers have no children to look at.
  [...(host.children ?? [])]
    .filter(({ localName }) => localName.startsWith('g6-') && host.localName !== 'g6-comparison')
    .map(({ localName }) => warning(localName, 'It gets nothing to compare here: put both into a g6-comparison.'));

/**
 * The panel, where the element's `audit` asks for it and there is something to judge: every diagnostic by severity, or
 * that there is none; `own` are findings about the element itself.
 */
export function auditPanel(
  host: Partial<Element> & { readonly audit?: unknown },
  { status, comparison, diagnostics, error }: Snapshot,
  locale: Locale,
  own: () => readonly Finding[] = () => [],
): unknown {
  if (!isOn(host.audit) || (status !== 'ready' && status !== 'error')) return nothing;
  const unloaded: readonly Finding[] =
    error && !diagnostics.length ? [{ severity: 'error', path: '', message: error.message }] : [];
  const all = [...strays(host), ...own(), ...unloaded, ...diagnostics];
  const groups = (['error', 'warning', 'info'] as const).map((severity) => {
    const found = all.filter((finding) => finding.severity === severity);
    return found.length
      ? html`<p class="kind" id=${severity}><svg viewBox="0 0 12 12" aria-hidden="true"><path d=${marks[severity]}></path></svg> ${locale[`${severity}s`]} (${locale.number(found.length)})</p>
          <ul role="list" aria-labelledby=${severity}>${found.map(
            ({ path, message }) =>
              html`<li><div lang="en" dir="ltr">${message}</div><div class="small" dir="auto">${placeInWords(path, comparison) || locale.wholeDocument}</div></li>`,
          )}</ul>`
      : nothing;
  });
  return html`<div class="audit" part="audit" role="group" aria-labelledby="audit">
    <p class="kind" id="audit">${locale.audit}</p>
    <p class="small">${locale.auditHint}</p>
    ${all.length ? groups : html`<p class="kind">${locale.inOrder}</p>`}
  </div>`;
}
