/**
 * A page with its elements rendered ahead: readable without the script, and taken over as it is by the script. Leaves
 * what an element looks like to `render-element.ts`.
 */
import { ComparisonState } from '../elements/state.js';
import { escaped } from '../formats/write-html.js';
import { scriptText } from '../json-ld/script-text.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { inlineAttribute, type PageElement, readPage } from './page-elements.js';
import { relativeUrl } from './relative-url.js';
import { renderElement, type StyleOptions } from './render-element.js';

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

/** Everything the same documents of a page have in common. */
interface Given {
  readonly state: ComparisonState;
  /** The text to put into the page, for a document that the script would ask for. */
  readonly text?: string | undefined;
}

/** Renders every element of a page, or of a part of one, whose document can be had; rendering again is the same. */
export async function renderPage(html: string, options: RenderOptions = {}): Promise<RenderedPage> {
  const { load, url = nowhere, now = Date.now(), language: fallback } = options;
  const page = readPage(html);
  const base = page.base && URL.canParse(page.base, url) ? new URL(page.base, url).href : url;
  const writeUrl = (address: string) => (options.url === undefined ? relativeUrl(address, base) : address);
  const known = new Map<string, Promise<Given>>();
  const documents: RenderedDocument[] = [];

  const read = (text: string, where: string, language: string | undefined, baseUrl?: string): Given => {
    const state = new ComparisonState({ language, baseUrl, now });
    state.read(text, where);
    const { diagnostics, error } = state.snapshot;
    documents.push({ where, diagnostics, error });
    return { state };
  };
  const fetched = async (src: string, address: string, language: string | undefined): Promise<Given> => {
    try {
      const text = (await load?.(options.url === undefined ? src : address)) ?? '';
      return { ...read(text, src, language, address), text };
    } catch (error) {
      documents.push({ where: src, diagnostics: [], error: error as Error });
      return { state: new ComparisonState({}) };
    }
  };
  const given = async (element: PageElement): Promise<Given | undefined> => {
    const { attributes, json, language = fallback } = element;
    const { data, src } = attributes;
    if (data !== undefined) return read(data, 'The data attribute', language);
    if (json !== undefined) return read(json, 'The JSON script', language);
    if (src !== undefined && load) {
      const address = URL.canParse(src, base) ? new URL(src, base).href.replace(/#.*/, '') : src;
      const found = known.get(address) ?? fetched(src, address, language);
      known.set(address, found);
      return found;
    }
    return undefined;
  };

  const own = new Map<PageElement, Given | undefined>();
  for (const element of page.elements) own.set(element, await given(element));

  const written = new Set<Given>();
  const pieces: string[] = [];
  let end = 0;
  const keepTo = (start: number, next: number) => {
    pieces.push(html.slice(end, start));
    end = next;
  };
  for (const element of page.elements) {
    const { tag, attributes, inside, scope, hasTable, rendered } = element;
    keepTo(inside, inside);
    const found = own.get(element);
    const outer = scope && attributes.src === undefined && !hasTable ? own.get(scope) : undefined;
    const { state, text } = found ?? outer ?? {};
    if (state?.snapshot.comparison) {
      pieces.push(renderElement(tag, attributes, state, writeUrl, options));
      if (found && text !== undefined && !written.has(found)) {
        written.add(found);
        const address = escaped(attributes.src ?? '');
        pieces.push(
          `<script type="application/json" ${inlineAttribute}="${address}">${scriptText(JSON.parse(text))}</script>`,
        );
      }
    }
    // What stands first in it is what an earlier rendering has put there.
    for (const old of rendered) keepTo(old.start, old.end);
  }
  keepTo(html.length, html.length);
  return { html: pieces.join(''), documents };
}
