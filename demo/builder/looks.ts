/** What is shown of the comparison, and how it is dressed: the panels beside the preview. Leaves the theme's rules to `theme.ts`. */
import { html, nothing, type TemplateResult } from 'lit';
import { parseColour } from './colour.js';
import type { Store } from './store.js';
import { about, type Font, fonts, presets, properties, type Scheme, type Theme, weakContrasts } from './theme.js';
import { layouts, type Showing, type Switch, switches } from './work.js';

const elementNames = {
  table: 'The table',
  weights: 'The reader’s own weights',
  cards: 'A card for each product',
  breakdowns: 'A score breakdown for each product',
} as const;
type ElementName = keyof typeof elementNames;

const switchNames: { readonly [name in Switch]: string } = {
  search: 'Search',
  filters: 'Filters',
  compare: 'Compare side by side',
  export: 'Save and copy',
  share: 'Share a view',
  stability: 'How firm the ranking is',
};

const layoutNames = {
  auto: 'By its own width',
  table: 'Always a table',
  cards: 'Always cards',
  matrix: 'Products as columns',
} as const;

/** Which elements, and the attributes of the table. */
export function showingPanel(store: Store): TemplateResult {
  const { showing } = store.work;
  const change = (label: string, next: Partial<Showing>, key?: string): void =>
    store.change(label, (work) => ({ ...work, showing: { ...work.showing, ...next } }), key);
  const hasScores = (store.derived?.comparison?.rubric?.criteria.length ?? 0) > 0;
  const field = (name: 'limit' | 'columns' | 'sort', label: string, hint: string): TemplateResult =>
    html`<div class="field">
      <label for=${`show-${name}`}>${label}</label>
      <input id=${`show-${name}`} autocomplete="off" spellcheck="false" aria-describedby=${`show-${name}-hint`} .value=${showing[name]} @input=${(
        event: InputEvent,
      ) => change(`change ${label.toLowerCase()}`, { [name]: (event.target as HTMLInputElement).value }, name)} />
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
          change(`${isOn ? 'take away' : 'show'} ${elementNames[name].toLowerCase()}`, {
            // In the order of the list, whichever was ticked first.
            elements: (Object.keys(elementNames) as ElementName[]).filter((other) =>
              other === name ? !isOn : showing.elements.includes(other),
            ),
          })} />${elementNames[name]}</label>`;
      })}
    </fieldset>
    <fieldset ?disabled=${!showing.elements.includes('table')}>
      <legend>In the table</legend>
      ${switches.map((name) => {
        const isOn = showing.on.includes(name);
        return html`<label class="check"><input type="checkbox" .checked=${isOn} @change=${() =>
          change(`switch ${switchNames[name].toLowerCase()} ${isOn ? 'off' : 'on'}`, {
            on: switches.filter((other) => (other === name ? !isOn : showing.on.includes(other))),
          })} />${switchNames[name]}</label>`;
      })}
      <div class="field">
        <label for="show-layout">Layout</label>
        <select id="show-layout" @change=${(event: Event) =>
          change('change the layout', {
            layout: layouts[(event.target as HTMLSelectElement).selectedIndex] ?? 'auto',
          })}>${layouts.map(
          (layout) => html`<option ?selected=${layout === showing.layout}>${layoutNames[layout]}</option>`,
        )}</select>
      </div>
      ${field('limit', 'Rows at first', 'Such as 10; all if it is empty.')}
      ${field('columns', 'Columns', `All if it is empty. There are: ${names.join(' ')}.`)}
      ${field('sort', 'Order at first', 'Such as -score or price; best first if it is empty.')}
      ${unknown.length ? html`<p class="warning" role="alert">There is no column ${unknown.map((name) => `“${name}”`).join(', ')}: it is passed over.</p>` : nothing}
    </fieldset>`;
}

/** The colours of the elements, and the page they are seen on. */
export function themePanel(store: Store): TemplateResult {
  const { theme } = store.work;
  const change = (label: string, next: Theme, key?: string): void =>
    store.change(label, (work) => ({ ...work, theme: next }), key);
  const schemes = ['light', 'dark'] as const;
  const weak = weakContrasts(theme);
  const colour = (
    label: string,
    value: string | undefined,
    put: (value: string) => void,
    clear?: () => void,
  ): TemplateResult =>
    html`<span class="swatch"><input type="color" aria-label=${label} class=${value ? '' : 'own'} .value=${value ?? '#808080'} @input=${(
      event: InputEvent,
    ) => {
      const found = parseColour((event.target as HTMLInputElement).value);
      if (found) put(found);
    }} />${value && clear ? html`<button type="button" class="link" aria-label=${`${label}: as it is by itself`} title="As it is by itself" @click=${clear}>×</button>` : nothing}</span>`;
  const page = (part: 'background' | 'text', label: string): TemplateResult =>
    html`<tr><th scope="row">${label}</th>${schemes.map(
      (scheme) =>
        html`<td>${colour(`${label}, ${scheme}`, theme.page[part][scheme], (value) =>
          change(
            `change the ${label.toLowerCase()}`,
            { ...theme, page: { ...theme.page, [part]: { ...theme.page[part], [scheme]: value } } },
            `${part} ${scheme}`,
          ),
        )}</td>`,
    )}</tr>`;
  const own = (property: (typeof properties)[number]): TemplateResult => {
    const { label, hint } = about[property];
    const put = (scheme: Scheme, value: string | undefined) => {
      const { [scheme]: _, ...others } = theme.colours[property] ?? {};
      const colours = value ? { ...others, [scheme]: value } : others;
      change(
        `change the colour of ${label.toLowerCase()}`,
        { ...theme, colours: { ...theme.colours, [property]: colours } },
        `${property} ${scheme}`,
      );
    };
    return html`<tr><th scope="row">${label}<span class="hint">${hint}</span></th>${schemes.map(
      (scheme) =>
        html`<td>${colour(
          `${label}, ${scheme}`,
          theme.colours[property]?.[scheme],
          (value) => put(scheme, value),
          () => put(scheme, undefined),
        )}</td>`,
    )}</tr>`;
  };
  return html`<div class="row" role="group" aria-label="Ready-made themes">${presets.map(
    ({ name, theme: preset }) =>
      html`<button type="button" aria-pressed=${preset === theme || JSON.stringify(preset) === JSON.stringify(theme)} @click=${() => change(`take the theme ${name}`, preset)}>${name}</button>`,
  )}</div>
    <table class="colours">
      <thead><tr><td></td><th scope="col">Light</th><th scope="col">Dark</th></tr></thead>
      <tbody>${properties.map(own)}</tbody>
      <tbody>
        <tr><th colspan="3" scope="rowgroup" class="part">Your page, as the preview shows it</th></tr>
        ${page('background', 'Background')}${page('text', 'Text')}
      </tbody>
    </table>
    <div class="field">
      <label for="font">Its font</label>
      <select id="font" @change=${(event: Event) =>
        change('change the font', {
          ...theme,
          page: {
            ...theme.page,
            font: (Object.keys(fonts) as Font[])[(event.target as HTMLSelectElement).selectedIndex] ?? 'sans',
          },
        })}>${(Object.keys(fonts) as Font[]).map(
        (font) =>
          html`<option ?selected=${font === theme.page.font}>${{ sans: 'Sans serif', serif: 'Serif', round: 'Rounded' }[font]}</option>`,
      )}</select>
    </div>
    <div role="status">${weak.map((sentence) => html`<p class="warning">${sentence}</p>`)}</div>`;
}
