/**
 * The comparison as readers will see it, in a frame of any width, with the panels that change its look. Leaves the page in
 * the frame to `preview.ts`.
 */
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { withoutPictures } from './pictures.js';
import { isHeightMessage, type PreviewMessage } from './preview-message.js';
import { showingPanel } from './showing-panel.js';
import type { Store } from './store.js';
import { customProperties, fonts } from './theme.js';
import { themePanel } from './theme-panel.js';
import { Watching } from './watching.js';
import { attributesOf } from './work.js';

const widths = [
  ['Phone', 360],
  ['Tablet', 768],
  ['Desktop', 1100],
] as const;
const [narrowest, widest] = [240, 1600];
/** How high the frame is at most; more of it is scrolled. */
const highest = 760;
/** How long the author pauses before it follows, in milliseconds. */
const pause = 150;

export class BuilderPreview extends LitElement {
  static override properties = {
    store: { attribute: false },
    height: { attribute: false },
    room: { attribute: false },
  };

  declare store: Store;
  declare protected height: number;
  /** How wide the frame may be, in pixels. */
  declare protected room: number;
  #isLoaded = false;
  #sent = '';
  #waiting: ReturnType<typeof setTimeout> | undefined;
  readonly #resize = new ResizeObserver(([entry]) => {
    if (entry) this.room = entry.contentRect.width;
  });

  constructor() {
    super();
    new Watching(this);
    this.height = 480;
    this.room = 0;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('message', this.#onMessage);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('message', this.#onMessage);
    this.#resize.disconnect();
    clearTimeout(this.#waiting);
  }

  get #frame(): HTMLIFrameElement | null {
    return this.querySelector('iframe');
  }

  #onMessage = ({ data, source, origin }: MessageEvent): void => {
    if (source !== this.#frame?.contentWindow || origin !== location.origin || !isHeightMessage(data)) return;
    this.height = Math.min(highest, Math.max(200, data.height));
  };

  protected override firstUpdated(): void {
    const stage = this.querySelector('.stage');
    if (stage) this.#resize.observe(stage);
  }

  protected override updated(_changed: PropertyValues): void {
    // A page under a strict policy has no style attributes: sizes go this way.
    const frame = this.#frame;
    const box = this.querySelector<HTMLElement>('.frame');
    if (!frame || !box) return;
    const { width } = this.store.settings;
    const scale = this.room > 0 ? Math.min(1, this.room / width) : 1;
    frame.style.setProperty('width', `${width}px`);
    frame.style.setProperty('height', `${this.height}px`);
    frame.style.setProperty('transform', scale < 1 ? `scale(${scale})` : 'none');
    box.style.setProperty('width', `${Math.floor(width * scale)}px`);
    box.style.setProperty('height', `${Math.ceil(this.height * scale)}px`);
    this.#sendSoon();
  }

  /** Sends what there is once the author pauses: drawing it must not hold up what is typed or undone. */
  #sendSoon(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#send(), this.#sent ? pause : 0);
  }

  #send(): void {
    const message = this.#message();
    const target = this.#frame?.contentWindow;
    if (!this.#isLoaded || !message || !target) return;
    // The store changes for many reasons; most are not the preview's.
    const text = JSON.stringify(message);
    if (text === this.#sent) return;
    this.#sent = text;
    target.postMessage(message, location.origin);
  }

  #message(): PreviewMessage | undefined {
    const { work, settings, derived } = this.store;
    const { document, theme, showing } = work;
    if (!document) return undefined;
    const { background, text, font } = theme.page;
    return {
      kind: 'g6-builder-show',
      document: settings.hasPictures ? document : withoutPictures(document),
      products: derived?.comparison?.products.map(({ id }) => id) ?? [],
      elements: showing.elements,
      attributes: attributesOf(showing),
      properties: customProperties(theme),
      scheme: settings.scheme,
      background: background[settings.scheme],
      text: text[settings.scheme],
      font: fonts[font],
    };
  }

  #onLoad = (): void => {
    this.#isLoaded = true;
    this.#sent = '';
    this.#send();
  };

  protected override render(): unknown {
    const { work, settings } = this.store;
    const { document } = work;
    if (!document) return nothing;
    const { width, scheme, hasPictures } = settings;
    const setWidth = (event: Event): void => {
      const next = Math.round(Number((event.target as HTMLInputElement).value));
      if (next >= narrowest && next <= widest) this.store.choose({ width: next });
    };
    return html`<div class="tools" role="group" aria-label="How it is seen">
        <span class="of">${widths.map(
          ([name, pixels]) =>
            html`<button type="button" aria-pressed=${width === pixels} @click=${() => this.store.choose({ width: pixels })}>${name}</button>`,
        )}</span>
        <label class="width">Width
          <input type="range" min=${narrowest} max=${widest} step="10" .value=${`${width}`} @input=${setWidth} />
          <input type="number" aria-label="Width in pixels" min=${narrowest} max=${widest} .value=${`${width}`} @change=${setWidth} />
        </label>
        <span class="of">${(['light', 'dark'] as const).map(
          (one) =>
            html`<button type="button" aria-pressed=${scheme === one} @click=${() => this.store.choose({ scheme: one })}>${one === 'light' ? 'Light' : 'Dark'}</button>`,
        )}</span>
        ${
          withoutPictures(document) === document
            ? nothing
            : html`<label class="check"><input type="checkbox" .checked=${hasPictures} @change=${() => this.store.choose({ hasPictures: !hasPictures })} />Load the pictures from the web</label>`
        }
      </div>
      <div class="looks">
        <details><summary>Elements and options</summary><div class="panel">${showingPanel(this.store)}</div></details>
        <details><summary>Colours</summary><div class="panel">${themePanel(this.store)}</div></details>
      </div>
      <div class="stage"><div class="frame"><iframe title="Preview" src="preview.html" @load=${this.#onLoad}></iframe></div></div>
      ${work.showing.elements.length ? nothing : html`<p class="warning">Nothing is shown: choose an element above.</p>`}`;
  }
}
