/** The builder's page: its parts, the steps back and forth, and what is said. Leaves the parts to their own files. */
import { html, nothing, render } from 'lit';
import { BuilderDetails } from './builder-details.js';
import { BuilderGrid } from './builder-grid.js';
import { BuilderPreview } from './builder-preview.js';
import { BuilderPublish } from './builder-publish.js';
import { BuilderSource } from './builder-source.js';
import { checks } from './checks.js';
import { firstSettings } from './settings.js';
import { type Saving, Store } from './store.js';
import { emptyWork } from './work.js';

customElements.define('builder-source', BuilderSource);
customElements.define('builder-grid', BuilderGrid);
customElements.define('builder-details', BuilderDetails);
customElements.define('builder-preview', BuilderPreview);
customElements.define('builder-publish', BuilderPublish);

const savings: { readonly [saving in Saving]: string } = {
  saving: 'Saving …',
  kept: 'Saved in this browser',
  elsewhere: 'Changed in another tab',
  full: 'Not saved: this browser has no room left. Save the document.',
  impossible: 'Not saved: this browser keeps nothing here. Save the document.',
};

const store = new Store(firstSettings(new URL('../../dist/', location.href).href));
const root = document.querySelector('main') as HTMLElement;

function page(): unknown {
  const { undoable, redoable, saving, work, message } = store;
  const title = typeof work.document?.title === 'string' ? work.document.title : '';
  const step = (name: string, what: string | undefined, act: () => void) =>
    html`<button type="button" ?disabled=${what === undefined} aria-label=${what === undefined ? name : `${name}: ${what}`} title=${what === undefined ? name : `${name}: ${what}`} @click=${act}>${name}</button>`;
  const isUntouched = !work.document && undoable === undefined && redoable === undefined && saving === 'kept';
  return html`<div class="bar" ?hidden=${isUntouched}>
      ${work.document ? html`<h1 class="title"><bdi>${title || 'A comparison without a title'}</bdi></h1>` : html`<p class="title">No comparison yet</p>`}
      <p role="status" class="news">${message}</p>
      ${step('Undo', undoable, () => store.undo())} ${step('Redo', redoable, () => store.redo())}
      ${work.document ? html`<button type="button" @click=${startAgain}>Start again</button>` : nothing}
      <p class=${`saving ${saving}`}>${work.document || saving !== 'kept' ? savings[saving] : ''}</p>
      ${
        saving === 'elsewhere'
          ? html`<button type="button" @click=${() => store.takeOther()}>Show that</button> <button type="button" @click=${() => store.keepThis()}>Keep this</button>`
          : nothing
      }
    </div>
    <builder-source .store=${store}></builder-source>
    ${
      work.document
        ? html`${checks(store)}
          <section aria-labelledby="edit">
            <h2 id="edit">Edit</h2>
            <builder-grid .store=${store}></builder-grid>
            <builder-details .store=${store}></builder-details>
          </section>
          <section aria-labelledby="look">
            <h2 id="look">Look</h2>
            <builder-preview .store=${store}></builder-preview>
          </section>
          <section aria-labelledby="take">
            <h2 id="take">Take it along</h2>
            <builder-publish .store=${store}></builder-publish>
          </section>`
        : nothing
    }`;
}

function startAgain(): void {
  store.change('start again', ({ theme }) => ({ ...emptyWork, theme }));
  draw();
  document.querySelector<HTMLElement>('#bring')?.focus();
}

function draw(): void {
  render(page(), root);
}

/** Whether a field undoes what is typed in it by itself: the text that is read, and a cell that is being edited. */
const undoesItself = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('#bring, #address, .cell-field, [type="number"]');

document.addEventListener('keydown', (event) => {
  const key = event.key.toLowerCase();
  if (!(event.ctrlKey || event.metaKey) || event.altKey || undoesItself(event.target)) return;
  const isUndo = key === 'z' && !event.shiftKey;
  if (!isUndo && key !== 'y' && key !== 'z') return;
  event.preventDefault();
  if (isUndo) store.undo();
  else store.redo();
});

root.addEventListener('read', async ({ target }) => {
  draw();
  // Where it was read takes less room then.
  await (target as BuilderSource).updateComplete;
  document.querySelector<HTMLElement>('#check')?.focus({ preventScroll: true });
  scrollTo(0, 0);
});

await store.load();
root.replaceChildren();
store.addEventListener('change', draw);
draw();
root.removeAttribute('aria-busy');
