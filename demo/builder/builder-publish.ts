/** What the author takes along: the snippets to copy, and the files to save. Leaves their text to `snippets.ts`. */
import { writeCsv } from 'g6-comparison/import';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { integrity } from 'script-facts';
import { about, fileName, forms, isLive, needsFile, remarkOf, snippetOf } from './snippets.js';
import type { Store } from './store.js';
import { Watching } from './watching.js';

export class BuilderPublish extends LitElement {
  static override properties = { store: { attribute: false } };

  declare store: Store;

  constructor() {
    super();
    new Watching(this);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  async #copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.store.say('Copied.');
    } catch {
      // Pages without TLS, and browsers that forbid it, leave the old way.
      const code = this.querySelector('pre code');
      if (code) getSelection()?.selectAllChildren(code);
      this.store.say(
        document.execCommand('copy')
          ? 'Copied.'
          : 'This browser does not let pages copy: the snippet is selected, press Ctrl and C.',
      );
    }
  }

  #save(text: string, extension: string, type: string): void {
    const { document: comparison } = this.store.work;
    if (!comparison) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = fileName(comparison, extension);
    link.click();
    // The browser has taken it once this task is over.
    setTimeout(() => URL.revokeObjectURL(link.href));
    this.store.say(`Saved as ${link.download}.`);
  }

  protected override render(): unknown {
    const { work, settings } = this.store;
    const { document } = work;
    if (!document) return nothing;
    const { form, base, src, hasFallback } = settings;
    const snippet = snippetOf(work, form, { base, src }, integrity, hasFallback);
    const { length: open } = this.store.findings;
    const { use, host } = about[form];
    return html`<div class="publish">
      <fieldset class="forms">
        <legend>Where it goes</legend>
        ${forms.map(
          (one) =>
            html`<label><input type="radio" name="form" .checked=${one === form} @change=${() => this.store.choose({ form: one })} />${about[one].name}</label>`,
        )}
      </fieldset>
      <div>
        <p class="use">${use}</p>
        ${this.#addresses()}
        ${
          isLive(form)
            ? html`<label class="check"><input type="checkbox" .checked=${hasFallback} @change=${() => this.store.choose({ hasFallback: !hasFallback })} />With plain HTML inside, for feeds and for readers without scripts</label>`
            : nothing
        }
        ${
          'text' in snippet
            ? html`<pre tabindex="0" dir="ltr" role="region" aria-label="Snippet"><code>${snippet.text}</code></pre>
                <div class="row"><button type="button" class="first" @click=${() => this.#copy(snippet.text)}>Copy the snippet</button>
                ${open ? html`<span class="warning">${open === 1 ? 'One thing is' : `${open} things are`} still to be checked.</span>` : nothing}</div>`
            : html`<p class="warning" role="alert">${snippet.error}</p>`
        }
        <p class="small"><b>What the site has to allow.</b> ${host} ${remarkOf(work, form)}</p>
        <div class="row saves">
          <button type="button" @click=${() => this.#save(`${JSON.stringify(document, null, 2)}\n`, 'json', 'application/json')}>Save the document (JSON)</button>
          <button type="button" @click=${() => this.#save(`\ufeff${writeCsv(document)}`, 'csv', 'text/csv')}>Save for a spreadsheet (CSV)</button>
        </div>
      </div>
    </div>`;
  }

  #addresses(): TemplateResult {
    const { form, base, src } = this.store.settings;
    const field = (name: 'base' | 'src', label: string, value: string, hint: unknown): TemplateResult =>
      html`<div class="field">
        <label for=${`at-${name}`}>${label}</label>
        <input id=${`at-${name}`} inputmode="url" dir="ltr" autocomplete="off" spellcheck="false" aria-describedby=${`at-${name}-hint`} .value=${value} @input=${(
          event: InputEvent,
        ) => this.store.choose({ [name]: (event.target as HTMLInputElement).value })} />
        <span class="hint" id=${`at-${name}-hint`}>${hint}</span>
      </div>`;
    return html`<div class="fields">
      ${
        isLive(form) || form === 'iframe'
          ? field(
              'base',
              form === 'iframe' ? 'Folder of embed.html' : 'Folder of the script',
              base,
              html`Best your own site: save <a href="../../dist/g6-comparison.min.js" download>g6-comparison.min.js</a>, upload it, and write its folder here. Empty means beside the page.`,
            )
          : nothing
      }
      ${needsFile(form) ? field('src', 'Address of the document', src, 'Save the document below, upload it, and write its address here.') : nothing}
    </div>`;
  }
}
