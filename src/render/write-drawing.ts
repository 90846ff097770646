/**
 * What an element draws, as HTML from which a parser makes the very tree that Lit makes of it in a page, comments
 * included: `adopt.ts` compares the two. Knows the templates of these elements, whose attributes hold no `>`, and of Lit's
 * directives those that draw lists. Leaves what is drawn to the elements.
 */
import type { TemplateResult } from 'lit';
import { nothing } from 'lit';
import { PartType } from 'lit/directive.js';
import { escaped } from '../formats/write-html.js';

/** How an address is written. */
export type WriteUrl = (url: string) => string;

/** One binding of a template, and the text behind it. */
interface Binding {
  /** Empty for a child. */
  readonly name: string;
  /** Of an attribute that is put together: what stands before each value, and behind the last. */
  readonly texts: readonly string[];
  readonly behind: string;
}

interface Template {
  readonly before: string;
  readonly bindings: readonly Binding[];
}

// Stands for a value; no template holds one.
const mark = '\uf8ff';
const bound = new RegExp(`\\s+([.?@]?[\\w-]+)=(?:"([^"]*${mark}[^"]*)"|([^\\s"'>]*${mark}[^\\s"'>]*))|${mark}`, 'g');

const templates = new WeakMap<TemplateStringsArray, Template>();

function templateOf(strings: TemplateStringsArray): Template {
  const known = templates.get(strings);
  if (known) return known;
  const text = strings.join(mark);
  const found = [...text.matchAll(bound)];
  const endOf = (index: number) => (found[index]?.index ?? 0) + (found[index]?.[0].length ?? 0);
  const template = {
    before: text.slice(0, found[0]?.index),
    bindings: found.map(([, name = '', quoted, plain], index) => ({
      name,
      texts: (quoted ?? plain ?? '').split(mark),
      behind: text.slice(endOf(index), found[index + 1]?.index),
    })),
  };
  templates.set(strings, template);
  return template;
}

/** A value as text or in an attribute; a line end of its own would be another to a parser. */
export const safe = (value: unknown): string => escaped(String(value)).replaceAll('\r', '&#13;');

/** An attribute as it is when Lit has set it; listeners have none, properties the one that they begin with. */
function attribute({ name, texts }: Binding, values: readonly unknown[], writeUrl: WriteUrl): string {
  const [sign, bare] = /^[.?@]/.test(name) ? [name.charAt(0), name.slice(1)] : ['', name];
  const [value] = values;
  if (sign === '@' || (texts.length === 2 && value === nothing)) return '';
  if (sign === '?' || (sign && typeof value === 'boolean')) return value ? ` ${bare}=""` : '';
  const text = texts.map((part, index) => (index ? `${values[index - 1] ?? ''}${part}` : part)).join('');
  return ` ${bare}="${safe(/^(href|src)$/.test(bare) ? writeUrl(text) : text)}"`;
}

const isTemplate = (value: object): value is TemplateResult => '_$litType$' in value;

/** A directive's result; the directives that are used here give a list. */
interface Directed {
  readonly _$litDirective$: new (part: { readonly type: number }) => { render(...values: readonly unknown[]): unknown };
  readonly values: readonly unknown[];
}

const isDirected = (value: object): value is Directed => '_$litDirective$' in value;

// Lit's marks of where a value begins, and in a list also where it ends.
const begin = '<!---->';
/** Parts two texts that are one to a parser. */
const parting = '<!--/-->';

function child(value: unknown, writeUrl: WriteUrl): string {
  if (value === nothing || value === null || value === undefined || value === '') return begin;
  if (typeof value !== 'object') return begin + safe(value);
  if (isTemplate(value)) return begin + template(value, writeUrl);
  if (isDirected(value))
    return child(new value._$litDirective$({ type: PartType.CHILD }).render(...value.values), writeUrl);
  const items = [...(value as Iterable<unknown>)].map((item) => child(item, writeUrl) + begin);
  return begin + items.join('');
}

function template({ strings, values }: TemplateResult, writeUrl: WriteUrl): string {
  const { before, bindings } = templateOf(strings);
  let html = before;
  let index = 0;
  for (const binding of bindings) {
    if (binding.name) {
      const next = index + binding.texts.length - 1;
      html += attribute(binding, values.slice(index, next), writeUrl);
      index = next;
    } else {
      html += child(values[index], writeUrl);
      index += 1;
      if (/[^>]$/.test(html) && /^[^<]/.test(binding.behind)) html += parting;
    }
    html += binding.behind;
  }
  // Behind a value that ends a template Lit has another mark.
  return strings.at(-1) ? html : html + begin;
}

/** The HTML of what an element's `render` gives; addresses are written by `writeUrl`. */
export const writeDrawing = (drawing: unknown, writeUrl: WriteUrl): string => child(drawing, writeUrl);
