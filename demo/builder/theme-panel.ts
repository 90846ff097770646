/** The panel of the colours. Leaves what they are, and their contrast, to `theme.ts`. */
import { html, nothing, type TemplateResult } from 'lit';
import { parseColour } from './colour.js';
import type { Store } from './store.js';
import {
  about,
  colourOf,
  type Font,
  fonts,
  presets,
  properties,
  type Scheme,
  type Theme,
  weakContrasts,
} from './theme.js';

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
    own = '#808080',
  ): TemplateResult =>
    html`<span class="swatch"><input type="color" aria-label=${label} class=${value ? '' : 'own'} .value=${value ?? own} @input=${(
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
      const { [property]: known, ...others } = theme.colours;
      const { [scheme]: _, ...other } = known ?? {};
      const own = value ? { ...other, [scheme]: value } : other;
      const colours = Object.keys(own).length ? { ...others, [property]: own } : others;
      change(`change the colour of ${label.toLowerCase()}`, { ...theme, colours }, `${property} ${scheme}`);
    };
    return html`<tr><th scope="row">${label}<span class="hint">${hint}</span></th>${schemes.map(
      (scheme) =>
        html`<td>${colour(
          `${label}, ${scheme}`,
          theme.colours[property]?.[scheme],
          (value) => put(scheme, value),
          () => put(scheme, undefined),
          colourOf(theme, property, scheme),
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
