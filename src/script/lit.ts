/**
 * What the script has in the place of `lit`: Lit's rendering as it is, and of its element class as much as these elements
 * ask for. Attributes are text and named like their properties, with a hyphen for what is a capital there, nothing is
 * reflected, and styles are constructed style sheets. The npm modules have Lit's own class; the element tests run on both.
 */
import { render } from 'lit-html';

export { html, noChange, nothing } from 'lit-html';

interface Controller {
  hostConnected?(): void;
  hostDisconnected?(): void;
  hostUpdated?(): void;
}

/** The style sheet as `static styles` takes it. */
export function unsafeCSS(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

export abstract class LitElement extends HTMLElement {
  declare static properties: { readonly [name: string]: { readonly attribute?: false | string } };
  declare static styles: CSSStyleSheet | CSSStyleSheet[];

  /** The names of the attributes. The registry asks for them once, before there is an element: the accessors are made then. */
  static get observedAttributes(): string[] {
    return Object.entries(this.properties).flatMap(([name, { attribute }]) => {
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        get(this: LitElement) {
          return this.#values[name];
        },
        set(this: LitElement, value: unknown) {
          const old = this.#values[name];
          this.#values[name] = value;
          if (!Object.is(old, value)) this.requestUpdate(name, old);
        },
      });
      return attribute === false ? [] : (attribute ?? name);
    });
  }

  hasUpdated = false;
  declare renderRoot: ShadowRoot;
  // What was rendered ahead: the drawing begins before it.
  #ahead: ChildNode | null = null;
  readonly #controllers: Controller[] = [];
  readonly #values: { [name: string]: unknown } = {};
  #changed = new Map<string, unknown>();
  #isPending = false;
  #enable: (() => void) | undefined;
  // The first update waits for the page.
  #complete = new Promise<void>((resolve) => {
    this.#enable = resolve;
  });

  constructor() {
    super();
    // What a page has set on an element before its tag was defined would hide the accessors.
    for (const name of Object.keys((this.constructor as typeof LitElement).properties)) {
      const own = Object.getOwnPropertyDescriptor(this, name);
      if (own && Reflect.deleteProperty(this, name)) Reflect.set(this, name, own.value);
    }
    this.requestUpdate();
  }

  get updateComplete(): Promise<void> {
    return this.#complete;
  }

  addController(controller: Controller): void {
    this.#controllers.push(controller);
  }

  attributeChangedCallback(name: string, _old: string | null, value: string | null): void {
    Reflect.set(
      this,
      name.replace(/-./g, ([, letter = '']) => letter.toUpperCase()),
      value,
    );
  }

  connectedCallback(): void {
    if (!this.renderRoot) {
      this.#ahead = this.shadowRoot?.firstChild ?? null;
      this.renderRoot = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      this.renderRoot.adoptedStyleSheets = [(this.constructor as typeof LitElement).styles].flat();
    }
    this.#enable?.();
    for (const controller of this.#controllers) controller.hostConnected?.();
  }

  disconnectedCallback(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  requestUpdate(name?: string, old?: unknown): void {
    if (name && !this.#changed.has(name)) this.#changed.set(name, old);
    if (!this.#isPending) this.#complete = this.#update().catch(reportError);
  }

  async #update(): Promise<void> {
    this.#isPending = true;
    await this.#complete;
    const changed = this.#changed;
    let result: unknown;
    try {
      this.willUpdate(changed);
      result = this.render();
    } finally {
      this.#changed = new Map();
      this.#isPending = false;
    }
    render(result, this.renderRoot, { renderBefore: this.#ahead });
    for (const controller of this.#controllers) controller.hostUpdated?.();
    this.hasUpdated = true;
  }

  protected abstract willUpdate(changed: Map<string, unknown>): void;

  protected abstract render(): unknown;
}
