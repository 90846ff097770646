/**
 * Where everything begins: an article, a spreadsheet, CSV, JSON or an address is pasted, dropped, opened, typed or
 * fetched, and read; later the same text with its lines. Leaves the reading to `read-input.ts`.
 */
import { type ArticleDiagnostic, readText, type TextFormat } from 'g6-comparison/import';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { fetchText } from './fetch-text.js';
import { countsOf, isSpreadsheet, notText, readInput, textOfClipboard, tooLarge } from './read-input.js';
import { sampleArticle } from './sample-article.js';
import type { Store } from './store.js';
import { Watching } from './watching.js';
import { workOf } from './work.js';

const formatNames: { readonly [format in TextFormat]: string } = {
  markdown: 'an article',
  html: 'an article in HTML',
  csv: 'a spreadsheet',
  json: 'a document in JSON',
};

export class BuilderSource extends LitElement {
  static override properties = {
    store: { attribute: false },
    text: { attribute: false },
    name: { attribute: false },
    address: { attribute: false },
    failures: { attribute: false },
    busy: { attribute: false },
    over: { attribute: false },
  };

  declare store: Store;
  /** What stands in the field; `undefined` for the text that the work came from. */
  declare protected text: string | undefined;
  declare protected name: string;
  declare protected address: string;
  declare protected failures: readonly Pick<ArticleDiagnostic, 'message' | 'line'>[];
  declare protected busy: string;
  declare protected over: boolean;
  #fetching: AbortController | undefined;
  #shown: string | undefined;

  constructor() {
    super();
    new Watching(this);
    this.name = '';
    this.address = '';
    this.failures = [];
    this.busy = '';
    this.over = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('paste', this.#onPagePaste);
    for (const type of ['dragenter', 'dragover', 'dragleave', 'drop'] as const) {
      document.addEventListener(type, this.#onDrag);
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.store.removeEventListener('show-line', this.#onShowLine);
    document.removeEventListener('paste', this.#onPagePaste);
    for (const type of ['dragenter', 'dragover', 'dragleave', 'drop'] as const) {
      document.removeEventListener(type, this.#onDrag);
    }
  }

  protected override firstUpdated(): void {
    this.store.addEventListener('show-line', this.#onShowLine);
  }

  protected override willUpdate(): void {
    const text = this.store.work.source?.text;
    // Another text was read, or an undo brought one back: what was typed beside it is of no use any more.
    if (text !== this.#shown) {
      this.#shown = text;
      this.text = undefined;
    }
  }

  get #text(): string {
    return this.text ?? this.store.work.source?.text ?? '';
  }

  // ————— Reading

  /** Reads a text; `said` is what there was to say before it was one. */
  async #read(
    text: string,
    name: string,
    format?: TextFormat,
    said: readonly ArticleDiagnostic[] = [],
    baseUrl?: string,
  ): Promise<void> {
    if (!text.trim()) {
      this.#fail('There is nothing to read yet: paste an article or a spreadsheet.');
      return;
    }
    const found = await readInput(text, { name, format, ...(baseUrl !== undefined && { baseUrl }) });
    const reading = { ...found, notes: [...said, ...found.notes] };
    this.name = name;
    if (!reading.document) {
      // What is too long to be read is too long to be shown with its lines.
      if (!reading.notes.some(({ code }) => code === 'too-large')) this.text = text;
      this.failures = reading.notes.filter(({ severity }) => severity === 'error');
      return;
    }
    this.failures = [];
    this.store.choose({ done: [] });
    this.store.change(`read ${name}`, (work) => workOf(work, reading));
    this.store.say(`Read: ${countsOf(reading.document)}.`);
    this.dispatchEvent(new Event('read', { bubbles: true }));
  }

  #fail(message: string): void {
    this.failures = [{ message }];
  }

  async #open(file: File): Promise<void> {
    const large = isSpreadsheet(file.name) ? undefined : tooLarge(file);
    if (large) {
      this.#fail(large);
      return;
    }
    this.failures = [];
    this.busy = `Opening ${file.name} …`;
    try {
      if (isSpreadsheet(file.name)) {
        const { textOfSpreadsheet } = await import('./read-spreadsheet.js');
        const { text, notes } = await textOfSpreadsheet(new Uint8Array(await file.arrayBuffer()));
        await this.#read(text, file.name, 'csv', notes);
      } else {
        const { text, diagnostics } = readText(new Uint8Array(await file.arrayBuffer()));
        if (text === undefined) throw new Error(notText(file.name));
        await this.#read(text, file.name, undefined, diagnostics);
      }
    } catch (error) {
      this.#fail(error instanceof Error ? error.message : `${file.name} could not be opened.`);
    } finally {
      this.busy = '';
    }
  }

  async #fetch(): Promise<void> {
    const fetching = new AbortController();
    this.#fetching?.abort();
    this.#fetching = fetching;
    this.failures = [];
    this.busy = 'Fetching …';
    const found = await fetchText(this.address, fetching.signal);
    if (this.#fetching !== fetching) return;
    this.busy = '';
    if ('error' in found) this.#fail(found.error);
    else await this.#read(found.text, found.url, found.format, found.notes, found.url);
  }

  // ————— What comes

  #take(data: DataTransfer): boolean {
    const [file] = data.files;
    const { text, format } = textOfClipboard(data.getData('text/plain'), data.getData('text/html'));
    if (text.trim()) this.#read(text, 'what you pasted', format);
    else if (file) this.#open(file);
    return !!file || !!text.trim();
  }

  /** A paste anywhere on a page that is empty still. */
  #onPagePaste = (event: ClipboardEvent): void => {
    const isElsewhere = (event.target as Element | null)?.closest?.('input, textarea, [role="grid"]');
    if (event.defaultPrevented || isElsewhere || this.store.work.document || !event.clipboardData) return;
    if (this.#take(event.clipboardData)) event.preventDefault();
  };

  /** A paste in the place of all of the text is read at once; one into it is left for the author to finish. */
  #onFieldPaste = (event: ClipboardEvent): void => {
    const field = event.target as HTMLTextAreaElement;
    const isWhole = field.selectionStart === 0 && field.selectionEnd === field.value.length;
    if (isWhole && event.clipboardData && this.#take(event.clipboardData)) event.preventDefault();
  };

  #onDrag = (event: DragEvent): void => {
    const { dataTransfer: data } = event;
    const isTaken = data && (data.types.includes('Files') || data.types.includes('text/plain'));
    if (!isTaken || (event.target as Element | null)?.closest?.('input')) return;
    event.preventDefault();
    this.over = event.type === 'dragenter' || event.type === 'dragover';
    if (event.type === 'drop') this.#take(data);
  };

  // ————— Lines

  #onShowLine = (event: Event): Promise<void> => this.#showLine((event as CustomEvent<number>).detail);

  /** Shows a line of the text, and selects it. */
  async #showLine(line: number): Promise<void> {
    const details = this.querySelector('details');
    if (details) details.open = true;
    await this.updateComplete;
    const field = this.querySelector('textarea');
    if (!field) return;
    const lines = field.value.split('\n');
    const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    field.focus();
    field.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
    const { lineHeight } = getComputedStyle(field);
    field.scrollTop = Math.max(0, (line - 4) * Number.parseFloat(lineHeight));
    field.scrollLeft = 0;
    this.scrollIntoView({ block: 'start' });
  }

  #onScroll = (event: Event): void => {
    const field = event.target as HTMLTextAreaElement;
    const gutter = field.previousElementSibling;
    if (gutter) gutter.scrollTop = field.scrollTop;
  };

  // ————— What is drawn

  protected override render(): unknown {
    const { document, source } = this.store.work;
    if (!document) return this.#empty();
    const name = source ? `${formatNames[source.format]}: ${source.name}` : 'nothing yet';
    return html`<details class="source" ?open=${this.failures.length > 0 || undefined}>
      <summary><span class="from">Read from ${name}</span> <span class="counts">${countsOf(document)}</span></summary>
      ${this.#form()}
    </details>`;
  }

  #empty(): TemplateResult {
    return html`<div class="hero">
      <h1>From an article to a comparison that adds up</h1>
      <p class="standfirst">Paste a review or a spreadsheet. You get a sortable table with scores worked out in sight, everything that contradicts itself pointed out, and a snippet for your site.</p>
      ${this.#form()}
      <p class="small">Nothing you paste leaves this browser. Only an address that you fetch yourself is asked for.</p>
    </div>`;
  }

  #form(): TemplateResult {
    const hasWork = this.store.work.document !== undefined;
    const text = this.#text;
    const isChanged = text !== (this.store.work.source?.text ?? '');
    return html`<div class=${`bring ${this.over ? 'over' : ''}`}>
        <label for="bring">${hasWork ? 'The text it was read from' : 'Your article or spreadsheet'}</label>
        <div class="lined">
          <pre aria-hidden="true">${Array.from({ length: Math.max(8, text.split('\n').length) }, (_, index) => index + 1).join('\n')}</pre>
          <textarea
            id="bring"
            wrap="off"
            spellcheck="false"
            dir="auto"
            rows="10"
            placeholder="Paste it here, or drop a file anywhere"
            .value=${text}
            @input=${(event: InputEvent) => {
              this.text = (event.target as HTMLTextAreaElement).value;
            }}
            @paste=${this.#onFieldPaste}
            @scroll=${this.#onScroll}
          ></textarea>
        </div>
        <div class="row">
          <button type="button" class=${isChanged ? 'first' : ''} ?disabled=${!isChanged} @click=${() => this.#read(text, this.name || 'what you pasted')}>${hasWork ? 'Read it again' : 'Read it'}</button>
          <label class="button">
            <input
              type="file"
              accept=".md,.markdown,.txt,.html,.htm,.csv,.tsv,.json,.xlsx,.xls,.ods"
              @change=${(event: Event) => {
                const field = event.target as HTMLInputElement;
                const [file] = field.files ?? [];
                if (file) this.#open(file);
                field.value = '';
              }}
            />Open a file
          </label>
          <button type="button" class=${hasWork ? '' : 'sample'} @click=${() => this.#read(sampleArticle, 'the sample article', 'markdown')}>Try the sample article</button>
        </div>
        <form
          class="row"
          @submit=${(event: SubmitEvent) => {
            event.preventDefault();
            this.#fetch();
          }}
        >
          <label for="address">Or from an address</label>
          <input
            id="address"
            type="url"
            placeholder="https://"
            .value=${this.address}
            @input=${(event: InputEvent) => {
              this.address = (event.target as HTMLInputElement).value;
            }}
          />
          <button type="submit" ?disabled=${!this.address.trim()}>Fetch</button>
        </form>
      </div>
      <div role="status" class="busy">${this.busy}</div>
      <div role="alert" class="failures">${this.failures.map(
        ({ message, line }) =>
          html`<p>${message}${line ? html` <button type="button" @click=${() => this.#showLine(line)}>Line ${line}</button>` : nothing}</p>`,
      )}</div>`;
  }
}
