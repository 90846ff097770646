/** The list of what there is to look at. Leaves what that is to `findings.ts`. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type Finding, withComputedHeadlines } from './findings.js';
import type { Store } from './store.js';

const marks = {
  error: 'M8 1.5a6.5 6.5 0 1 0 .01 0M5.5 5.5l5 5M10.5 5.5l-5 5',
  warning: 'M8 2 15 14H1zM8 6.5v3.5M8 11.8v.4',
  info: 'M8 1.5a6.5 6.5 0 1 0 .01 0M8 7.5v4M8 4.6v.4',
};
/** As many are listed; whoever has more mends those first. */
const maximum = 100;

const words = { error: 'Error', warning: 'Warning', info: 'Note' };

export function checks(store: Store): TemplateResult {
  const { findings } = store;
  const headlines = findings.filter(({ code }) => code === 'score-mismatch');
  const all = headlines.length > 1;
  return html`<section aria-labelledby="check">
    <h2 id="check" tabindex="-1">To check <span class="count">${findings.length}</span></h2>
    ${findings.length ? nothing : html`<p class="calm">Nothing contradicts itself. Everything that was read is used.</p>`}
    ${
      all
        ? html`<p><button type="button" @click=${(event: Event) => andGoOn(event, () => store.changeDocument(`use ${headlines.length} computed headlines`, (document) => withComputedHeadlines(document, headlines)))}>Use the computed score for ${headlines.length === 2 ? 'both' : `all ${headlines.length}`} headlines</button></p>`
        : nothing
    }
    <ul role="list" class="findings">${repeat(
      findings.slice(0, maximum),
      ({ id }) => id,
      (finding) => item(finding, store),
    )}</ul>
    ${findings.length > maximum ? html`<p class="calm">And ${findings.length - maximum} more.</p>` : nothing}
  </section>`;
}

function item(finding: Finding, store: Store): TemplateResult {
  const { id, severity, message, place, path, line, mend, isOpen } = finding;
  return html`<li class=${severity}>
    <svg viewBox="0 0 16 16" role="img" aria-label=${words[severity]}><path d=${marks[severity]}></path></svg>
    <div>
      <p>${message}</p>
      <div class="row">
        ${mend ? html`<button type="button" class="mend" @click=${(event: Event) => andGoOn(event, () => store.changeDocument(mend.done, mend.mend))}>${mend.label}</button>` : nothing}
        ${isOpen && path ? html`<button type="button" class="link" @click=${() => store.show(path)}>Go to <bdi>${place}</bdi></button>` : nothing}
        ${line ? html`<button type="button" class="link" @click=${() => store.showLine(line)}>Line ${line} of the text</button>` : nothing}
        ${isOpen ? nothing : html`<button type="button" class="link" @click=${(event: Event) => andGoOn(event, () => store.choose({ done: [...store.settings.done, id] }))}>Seen to</button>`}
      </div>
    </div>
  </li>`;
}

/** Does what takes a finding out of the list, and puts the focus on what comes next: its own button is gone then. */
function andGoOn({ currentTarget }: Event, act: () => void): void {
  const button = currentTarget as Element;
  const section = button.closest('section');
  const at = [...(section?.querySelectorAll('li') ?? [])].indexOf(button.closest('li') as HTMLLIElement);
  act();
  const left = [...(section?.querySelectorAll('li') ?? [])];
  const next = at < 0 ? undefined : (left[at] ?? left.at(-1))?.querySelector('button');
  (next ?? section?.querySelector('h2'))?.focus();
}
