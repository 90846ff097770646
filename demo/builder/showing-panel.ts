/** Which elements show the comparison, and the attributes of the table: the panel that chooses them. Leaves the snippet to `snippets.ts`. */
import { parseAge } from 'g6-comparison/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { Store } from './store.js';
import { layouts, type Showing, type Switch, switches } from './work.js';

const elementNames = {
  table: 'The table',
  weights: 'The reader’s own weights',
  cards: 'A card for each product',
  breakdowns: 'A score breakdown for each product',
} as const;
type ElementName = keyof typeof elementNames;
type TextName = 'limit' | 'columns' | 'sort' | 'linkParams' | 'priceMaxAge';

const switchNames: { readonly [name in Switch]: string } = {
  search: 'Search',
  filters: 'Filters',
  compare: 'Compare side by side',
  export: 'Save and copy',
  share: 'Share a view',
  stability: 'How firm the ranking is',
  'structured-data': 'Tell search engines',
};

const layoutNames = {
  auto: 'By its own width',
  table: 'Always a table',
  cards: 'Always cards',
  matrix: 'Products as columns',
} as const;

/** Whether a text is an age, or says nothing. */
const isAge = (text: string): boolean => !text.trim() || parseAge(text) !== undefined;

/** Which elements, and the attributes of the table. */
export function showingPanel(store: Store): TemplateResult {
  const { showing } = store.work;
  const change = (label: string, next: (showing: Showing) => Partial<Showing>, key?: string): void =>
    store.change(label, (work) => ({ ...work, showing: { ...work.showing, ...next(work.showing) } }), key);
  const hasScores = (store.derived?.comparison?.rubric?.criteria.length ?? 0) > 0;
  const field = (name: TextName, label: string, hint: string): TemplateResult =>
    html`<div class="field">
      <label for=${`show-${name}`}>${label}</label>
      <input id=${`show-${name}`} autocomplete="off" spellcheck="false" aria-describedby=${`show-${name}-hint`} .value=${showing[name]} @input=${(
        event: InputEvent,
      ) => {
        const { value } = event.target as HTMLInputElement;
        change(`change ${label.toLowerCase()}`, () => ({ [name]: value }), name);
      }} />
      <span class="hint" id=${`show-${name}-hint`}>${hint}</span>
    </div>`;
  const names = [
    'name',
    'score',
    ...(store.derived?.plan.columns ?? []).flatMap(({ kind, id }) =>
      kind === 'spec' || kind === 'criterion' ? [id] : [],
    ),
  ];
  const unknown = [
    ...new Set(`${showing.columns} ${showing.sort}`.split(/\s+/).map((name) => name.replace(/^-/, ''))),
  ].filter((name) => name && name !== 'bestFor' && !names.includes(name));
  return html`<fieldset>
      <legend>Elements</legend>
      ${(Object.keys(elementNames) as ElementName[]).map((name) => {
        const isOn = showing.elements.includes(name);
        const needs = name === 'weights' || name === 'breakdowns';
        return html`<label class="check"><input type="checkbox" .checked=${isOn} ?disabled=${needs && !hasScores && !isOn} @change=${() =>
          change(`${isOn ? 'take away' : 'show'} ${elementNames[name].toLowerCase()}`, ({ elements }) => ({
            // In the order of the list, whichever was ticked first.
            elements: (Object.keys(elementNames) as ElementName[]).filter((other) =>
              other === name ? !isOn : elements.includes(other),
            ),
          }))} />${elementNames[name]}</label>`;
      })}
    </fieldset>
    <fieldset ?disabled=${!showing.elements.includes('table')}>
      <legend>In the table</legend>
      ${switches.map((name) => {
        const isOn = showing.on.includes(name);
        return html`<label class="check"><input type="checkbox" .checked=${isOn} @change=${() =>
          change(`switch ${switchNames[name].toLowerCase()} ${isOn ? 'off' : 'on'}`, ({ on }) => ({
            on: switches.filter((other) => (other === name ? !isOn : on.includes(other))),
          }))} />${switchNames[name]}</label>`;
      })}
      <div class="field">
        <label for="show-layout">Layout</label>
        <select id="show-layout" @change=${(event: Event) => {
          const layout = layouts[(event.target as HTMLSelectElement).selectedIndex] ?? 'auto';
          change('change the layout', () => ({ layout }));
        }}>${layouts.map(
          (layout) => html`<option ?selected=${layout === showing.layout}>${layoutNames[layout]}</option>`,
        )}</select>
      </div>
      ${field('limit', 'Rows at first', 'Such as 10; all if it is empty.')}
      ${field('columns', 'Columns', `All if it is empty. There are: ${names.join(' ')}.`)}
      ${field('sort', 'Order at first', 'Such as -score or price; best first if it is empty.')}
      ${field('linkParams', 'Added to paid links', 'Such as tag=my-shop-20; nothing if it is empty.')}
      ${field('priceMaxAge', 'How old prices may be', 'Such as 12h, 7d or 2w; if it is empty, 24 hours with a time of day and 30 days with a date.')}
      ${isAge(showing.priceMaxAge) ? nothing : html`<p class="warning" role="alert">“${showing.priceMaxAge}” is no age: write a number and h, d or w, such as 7d.</p>`}
      ${unknown.length ? html`<p class="warning" role="alert">There is no column ${unknown.map((name) => `“${name}”`).join(', ')}: it is passed over.</p>` : nothing}
    </fieldset>`;
}
