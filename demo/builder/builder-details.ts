/**
 * Forms for what the grid has no room for: the comparison as a whole, and the product and column that the author is at.
 * Leaves which fields there are to `fields.ts`.
 */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import {
  bandList,
  columnFields,
  criterionFields,
  type Field,
  type FieldList,
  productFields,
  productLists,
  rubricFields,
  wholeFields,
} from './fields.js';
import { parseNumber } from './grid-edits.js';
import { criteriaOf, placeAt, productsOf } from './grid-plan.js';
import { type Json, listOf, type Path, pathOf, recordOf, textOf, valueAt, withValue } from './json.js';
import type { Store } from './store.js';
import { Watching } from './watching.js';

type Part = 'whole' | 'product' | 'column';

export class BuilderDetails extends LitElement {
  static override properties = { store: { attribute: false }, open: { attribute: false } };

  declare store: Store;
  declare protected open: ReadonlySet<Part>;

  constructor() {
    super();
    new Watching(this);
    this.open = new Set();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    this.store.addEventListener('show', this.#onShow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.store.removeEventListener('show', this.#onShow);
  }

  /** Goes to the field of a diagnostic that the grid has no cell for. */
  #onShow = async (event: Event): Promise<void> => {
    const path = (event as CustomEvent<string>).detail;
    const { derived, work } = this.store;
    if (!derived || !work.document || placeAt(path, derived.plan, work.document)) return;
    const [first = '', second = ''] = pathOf(path);
    const part: Part = first === 'products' && second ? 'product' : first === 'columns' ? 'column' : 'whole';
    if (part === 'product') {
      const [name] = derived.plan.columns;
      if (name) this.store.goTo({ row: Number(second), column: name });
    }
    this.open = new Set([...this.open, part]);
    await this.updateComplete;
    // What is nearest: the field itself, else what is within it, else what it is within.
    const fields = [...this.querySelectorAll<HTMLElement>('[data-path]')];
    const pathsOf = (field: HTMLElement) => field.dataset.path ?? '';
    const found =
      fields.find((field) => pathsOf(field) === path) ??
      fields.find((field) => pathsOf(field).startsWith(`${path}/`)) ??
      fields.filter((field) => path.startsWith(`${pathsOf(field)}/`)).at(-1) ??
      this.querySelector<HTMLElement>(`[data-part="${part}"] summary`);
    found?.focus();
    found?.scrollIntoView({ block: 'center' });
  };

  #change(path: Path, label: string, value: Json | undefined): void {
    this.store.changeDocument(`change ${label}`, (document) => withValue(document, path, value), path.join('/'));
  }

  protected override render(): unknown {
    const { document } = this.store.work;
    if (!document) return nothing;
    const { row, column } = this.store.place ?? {};
    const at = typeof row === 'number' && row < productsOf(document).length ? row : 0;
    const name = textOf(recordOf(productsOf(document)[at]).name);
    return html`${this.#part(
      'whole',
      'The comparison',
      html`${this.#form(wholeFields)}
        ${criteriaOf(document).length ? html`${this.#form(rubricFields)}${this.#list(bandList)}` : nothing}`,
    )}
      ${name ? this.#part('product', html`Product: <bdi>${name}</bdi>`, html`${this.#form(productFields(at))}${productLists(at).map((list) => this.#list(list))}`) : nothing}
      ${
        column?.kind === 'criterion'
          ? this.#part('column', html`Criterion: <bdi>${column.label}</bdi>`, this.#form(criterionFields(column.index)))
          : column?.kind === 'spec' && column.index !== undefined
            ? this.#part('column', html`Column: <bdi>${column.label}</bdi>`, this.#form(columnFields(column.index)))
            : nothing
      }`;
  }

  #part(part: Part, name: unknown, inside: unknown): TemplateResult {
    return html`<details
      data-part=${part}
      .open=${this.open.has(part)}
      @toggle=${(event: Event) => {
        const { open } = event.target as HTMLDetailsElement;
        if (open !== this.open.has(part)) {
          this.open = new Set(open ? [...this.open, part] : [...this.open].filter((other) => other !== part));
        }
      }}
    >
      <summary>${name}</summary>
      ${this.open.has(part) ? inside : nothing}
    </details>`;
  }

  #form(fields: readonly Field[]): TemplateResult {
    return html`<div class="fields">${repeat(
      fields,
      ({ path }) => path.join('/'),
      (field) => this.#field(field),
    )}</div>`;
  }

  #list({ path, label, one, blank, fields }: FieldList): TemplateResult {
    const items = listOf(valueAt(this.store.work.document, path));
    return html`<fieldset class="list">
      <legend>${label}</legend>
      ${items.map(
        (_, index) => html`<div class="entry" role="group" aria-label=${`${one} ${index + 1}`} >
          ${this.#form(fields.map((field) => ({ ...field, path: [...path, index, ...field.path] })))}
          <button type="button" class="link" aria-label=${`Remove ${one} ${index + 1}`} @click=${() => {
            const left = items.filter((__, other) => other !== index);
            this.store.changeDocument(`remove an entry of ${label}`, (document) =>
              withValue(document, path, left.length ? left : undefined),
            );
          }}>Remove</button>
        </div>`,
      )}
      <button type="button" data-path=${`/${path.join('/')}`} @click=${() =>
        this.store.changeDocument(`add an entry to ${label}`, (document) =>
          withValue(document, path, [...items, blank]),
        )}>Add a ${one}</button>
    </fieldset>`;
  }

  #field({ path, label, kind, hint, choices }: Field): TemplateResult {
    const value = valueAt(this.store.work.document, path);
    const pointer = `/${path.join('/')}`;
    const id = `field${pointer.replaceAll('/', '-')}`;
    const note = hint ? html`<span class="hint" id=${`${id}-hint`}>${hint}</span>` : nothing;
    const described = hint ? `${id}-hint` : nothing;
    const put = (event: Event): void => {
      const field = event.target as HTMLInputElement;
      this.#change(path, label, typedIn(kind, field));
    };
    if (kind === 'check') {
      return html`<label class="check"><input type="checkbox" data-path=${pointer} .checked=${value === true} @change=${put} />${label}</label>`;
    }
    if (kind === 'choice') {
      return html`<div class="field"><label for=${id}>${label}</label><select id=${id} data-path=${pointer} aria-describedby=${described} @change=${(
        event: Event,
      ) => {
        const { selectedIndex } = event.target as HTMLSelectElement;
        this.#change(path, label, choices?.[selectedIndex - 1]?.[0]);
      }}><option ?selected=${value === undefined}>not said</option>${choices?.map(
        ([one, name]) => html`<option ?selected=${one === value}>${name}</option>`,
      )}</select>${note}</div>`;
    }
    const shown = kind === 'lines' ? listOf(value).map(textOf).join('\n') : textOf(value);
    if (kind === 'long' || kind === 'lines') {
      return html`<div class="field long"><label for=${id}>${label}</label><textarea id=${id} rows=${kind === 'lines' ? 3 : 2} dir="auto" data-path=${pointer} aria-describedby=${described} .value=${shown} @input=${put}></textarea>${note}</div>`;
    }
    return html`<div class="field"><label for=${id}>${label}</label><input id=${id} type=${kind === 'date' && isDay(shown) ? 'date' : kind === 'url' ? 'url' : 'text'} dir=${kind === 'url' ? 'ltr' : 'auto'} inputmode=${kind === 'number' ? 'decimal' : nothing} autocomplete="off" data-path=${pointer} aria-describedby=${described} .value=${shown} @input=${put} />${note}</div>`;
  }
}

/** What browsers' fields of dates can hold. */
const isDay = (text: string): boolean => text === '' || /^\d{4}-\d\d-\d\d$/.test(text);

function typedIn(kind: Field['kind'], field: HTMLInputElement): Json | undefined {
  const { value } = field;
  if (kind === 'check') return field.checked || undefined;
  if (!value) return undefined;
  if (kind === 'lines') return value.split('\n');
  // What is no number is kept as it is typed, and reported where it is read.
  return kind === 'number' ? (parseNumber(value) ?? value) : value;
}
