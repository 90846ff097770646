/**
 * A page with its elements rendered ahead: readable without the script, and taken over as it is by the script. Leaves
 * what an element looks like to `render-element.ts`.
 */
import { ComparisonState } from '../elements/state.js';
import { nameOf } from '../elements/structured-data.js';
import { escaped } from '../formats/write-html.js';
import { jsonLd, type Shown } from '../json-ld/json-ld.js';
import { scriptText } from '../json-ld/script-text.js';
import type { Comparison, Product } from '../model/comparison.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { fallbackOf } from './fallback.js';
import { dataAttribute, inlineAttribute, type PageElement, readPage, type Stretch } from './page-elements.js';
import { relativeUrl } from './relative-url.js';
import { renderElement, type StyleOptions } from './render-element.js';
import { showingOf } from './showing.js';

export interface RenderOptions extends StyleOptions {
  /**
   * Gives the text of the document at an address: as the page has it where the page's own address is not known, else
   * in full. Without it, elements with a `src` are left to the script.
   */
  readonly load?: ((address: string) => string | Promise<string>) | undefined;
  /** The address of the page. Without it, addresses are written relative to the page. */
  readonly url?: string | undefined;
  /** BCP 47; the language of documents that name none, where the page itself names none either. */
  readonly language?: string | undefined;
  /** The moment that prices are old at, in milliseconds; the present by default. */
  readonly now?: number | undefined;
  /** Whether search engines are told in their terms what tables and cards show; they are by default. */
  readonly structuredData?: boolean | undefined;
}

/** What became of one document of a page. */
export interface RenderedDocument {
  /** Its address as the page has it, or what else it is. */
  readonly where: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Why it could not be had, or not be used; its elements are left to the script. */
  readonly error?: Error | undefined;
}

export interface RenderedPage {
  readonly html: string;
  readonly documents: readonly RenderedDocument[];
}

// Stands for the address of a page that is not known; deep enough for addresses that go up.
const nowhere = `https://page.invalid/${'-/'.repeat(16)}`;

/** What the elements of one document have in common. */
interface Given {
  readonly state: ComparisonState;
  /** The text to put into the page, for a document that the script would ask for. */
  readonly text?: string | undefined;
}

/** Has each document of a page read once. */
class Documents {
  readonly read: RenderedDocument[] = [];
  readonly #options: RenderOptions;
  readonly #base: string;
  readonly #now: number;
  readonly #made = new Map<string, Promise<Given>>();

  constructor(options: RenderOptions, base: string) {
    this.#options = options;
    this.#base = base;
    this.#now = options.now ?? Date.now();
  }

  /** What an element is given by itself, by the rules of the elements; nothing where it is given nothing. */
  of({ attributes: { data, src }, json, language = this.#options.language }: PageElement): Promise<Given> | undefined {
    if (data !== undefined)
      return this.#once(`${language} ${data}`, () => this.#make(data, 'The data attribute', language));
    if (json !== undefined)
      return this.#once(`${language} ${json}`, () => this.#make(json, 'The JSON script', language));
    if (src === undefined || !this.#options.load) return undefined;
    const address = URL.canParse(src, this.#base) ? new URL(src, this.#base).href.replace(/#.*/, '') : src;
    return this.#once(address, () => this.#load(src, address, language));
  }

  /** What is made of one text or address, of copies in a page too, so that it is stated once. */
  #once(key: string, make: () => Promise<Given>): Promise<Given> {
    const made = this.#made.get(key) ?? make();
    this.#made.set(key, made);
    return made;
  }

  async #make(text: string, where: string, language: string | undefined, baseUrl?: string): Promise<Given> {
    const state = new ComparisonState({ language, baseUrl, now: this.#now });
    state.read(text, where);
    const { diagnostics, error } = state.snapshot;
    this.read.push({ where, diagnostics, error });
    return { state };
  }

  async #load(src: string, address: string, language: string | undefined): Promise<Given> {
    const { load, url } = this.#options;
    try {
      const text = (await load?.(url === undefined ? src : address)) ?? '';
      return { ...(await this.#make(text, src, language, address)), text };
    } catch (error) {
      this.read.push({ where: src, diagnostics: [], error: error as Error });
      return { state: new ComparisonState({}) };
    }
  }
}

/** A stretch of the page with what comes into its place. */
interface Edit extends Stretch {
  readonly text: string;
}

/** Renders every element of a page, or of a part of one, whose document can be had; rendering again is the same. */
export async function renderPage(html: string, options: RenderOptions = {}): Promise<RenderedPage> {
  const { url = nowhere, structuredData = true } = options;
  const { elements, base: own } = readPage(html);
  const base = own && URL.canParse(own, url) ? new URL(own, url).href : url;
  const writeUrl = (address: string) => (options.url === undefined ? relativeUrl(address, base) : address);
  const documents = new Documents(options, base);

  const given = new Map<PageElement, Given | undefined>();
  for (const element of elements) given.set(element, await documents.of(element));

  const shown = new Map<Comparison, { readonly at: number; readonly products: Map<Product, Shown> }>();
  const inlined = new Set<Given>();
  const edits: Edit[] = [];
  for (const element of elements) {
    const { tag, attributes, inside, scope, hasTable, rendered } = element;
    for (const old of rendered) edits.push({ ...old, text: '' });
    const found = given.get(element);
    const outer = scope && attributes.src === undefined && !hasTable ? given.get(scope) : undefined;
    const { state, text } = found ?? outer ?? {};
    const { comparison } = state?.snapshot ?? {};
    if (!state || !comparison) continue;
    let addition = renderElement(tag, attributes, state, fallbackOf(element, state, writeUrl), writeUrl, options);
    if (found && text !== undefined && !inlined.has(found)) {
      inlined.add(found);
      addition += dataScript('application/json', inlineAttribute, attributes.src ?? '', scriptText(JSON.parse(text)));
    }
    edits.push({ start: inside, end: inside, text: addition });
    const { at = inside, products = new Map<Product, Shown>() } = shown.get(comparison) ?? {};
    for (const [product, some] of showingOf(element, state) ?? [])
      products.set(product, { ...products.get(product), ...some });
    shown.set(comparison, { at, products });
  }
  for (const { state } of structuredData ? new Set([...given.values()].filter((one) => one !== undefined)) : []) {
    const { comparison, published } = state.snapshot;
    const { at, products } = (comparison && shown.get(comparison)) ?? {};
    const value = comparison && products && jsonLd(comparison, published, products);
    if (at === undefined || !value) continue;
    const text = scriptText(value).replace(/"https:\/\/page\.invalid\/[^"]*"/g, (address) =>
      scriptText(writeUrl(JSON.parse(address))),
    );
    edits.push({
      start: at,
      end: at,
      text: dataScript('application/ld+json', dataAttribute, nameOf(comparison), text),
    });
  }
  return { html: edited(html, edits), documents: documents.read };
}

const dataScript = (type: string, attribute: string, value: string, text: string): string =>
  `<script type="${type}" ${attribute}="${escaped(value)}">${text}</script>`;

/** A text with its edits made, those of one place in their order. */
function edited(text: string, edits: readonly Edit[]): string {
  let end = 0;
  const pieces = [...edits]
    .sort((one, other) => one.start - other.start)
    .map((edit) => {
      const piece = text.slice(end, edit.start) + edit.text;
      end = Math.max(end, edit.end);
      return piece;
    });
  return pieces.join('') + text.slice(end);
}
