/**
 * How a comparison is dressed: the custom properties of the elements, for light and for dark pages, ready-made ones, and
 * where their contrast is too weak. Leaves the colours themselves to `colour.ts`.
 */
import { contrastOf, mixOf } from './colour.js';

export const properties = ['accent', 'muted', 'line', 'ground', 'track'] as const;
export type Property = (typeof properties)[number];
export type Scheme = 'light' | 'dark';

/** A colour for each scheme; the elements' own where there is none. */
export type Colours = { readonly [scheme in Scheme]?: string | undefined };

/** What the page around the elements is like: the preview shows it, and contrast is judged against it. */
export interface Page {
  readonly background: { readonly [scheme in Scheme]: string };
  readonly text: { readonly [scheme in Scheme]: string };
  readonly font: Font;
}

export interface Theme {
  readonly colours: { readonly [property in Property]?: Colours };
  readonly page: Page;
}

export const fonts = {
  sans: 'system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif',
  serif: 'Charter, Georgia, "Liberation Serif", serif',
  round: 'ui-rounded, "Comic Neue", "Trebuchet MS", sans-serif',
} as const;
export type Font = keyof typeof fonts;

export const about: { readonly [property in Property]: { readonly label: string; readonly hint: string } } = {
  accent: { label: 'Accent', hint: 'Bars, the leader’s edge, marks.' },
  muted: { label: 'Secondary text', hint: 'Headers, weights, remarks.' },
  line: { label: 'Lines', hint: 'Hairlines between rows.' },
  ground: { label: 'Ground', hint: 'Behind what sticks; else the page’s own.' },
  track: { label: 'Scale', hint: 'The full scale behind a bar.' },
};

/** A colour for light pages and one for dark ones; the same for both where one is named. */
const pair = (light: string, dark = light) => ({ light, dark });

const plainPage: Page = { background: pair('#ffffff', '#16181b'), text: pair('#1c1d1f', '#e6e4df'), font: 'sans' };

export const plainTheme: Theme = { colours: {}, page: plainPage };

/** The elements' own accent. */
const ownAccent = '#0f8068';

export const presets: readonly { readonly name: string; readonly theme: Theme }[] = [
  { name: 'Plain', theme: plainTheme },
  {
    name: 'Newspaper',
    theme: {
      colours: { accent: pair('#9b1c1c', '#f0857a'), line: pair('#d9cdb8', '#4a4238') },
      page: { background: pair('#fbf5ea', '#211d18'), text: pair('#241f1a', '#ece3d4'), font: 'serif' },
    },
  },
  {
    name: 'Ink blue',
    theme: {
      colours: { accent: pair('#1d4ed8', '#93b4ff'), muted: pair('#4b5768', '#a3b0c4') },
      page: { background: pair('#ffffff', '#0f141d'), text: pair('#111827', '#e7ebf2'), font: 'sans' },
    },
  },
  {
    name: 'Dark shop',
    theme: {
      colours: { accent: pair('#5cc8ff'), muted: pair('#98a3b8'), line: pair('#232a38'), track: pair('#1d2431') },
      page: { background: pair('#0c0f16'), text: pair('#e9edf5'), font: 'sans' },
    },
  },
  {
    name: 'Playful',
    theme: {
      colours: {
        accent: pair('#c8156a', '#ff8fc4'),
        muted: pair('#7a4a86', '#d6b8e0'),
        track: pair('#ffd9a0', '#4a3570'),
      },
      page: { background: pair('#fff1d0', '#2c2046'), text: pair('#43215f', '#ffe9c9'), font: 'round' },
    },
  },
];

/** The custom properties to write down; those that are the elements' own are left out. */
export function customProperties({ colours }: Theme): { readonly [property: string]: string } {
  return Object.fromEntries(
    properties.flatMap((property) => {
      const { light, dark } = colours[property] ?? {};
      const value = light === dark || !light || !dark ? (light ?? dark) : `light-dark(${light}, ${dark})`;
      return value ? [[`--g6-${property}`, value]] : [];
    }),
  );
}

/** Whether the colours of the two schemes differ, so that the page has to say that it has both. */
export const hasSchemes = (theme: Theme): boolean =>
  Object.values(customProperties(theme)).some((value) => value.startsWith('light-dark('));

/** What a colour is in a scheme: one that is given for the other scheme only holds in both. */
const inScheme = ({ light, dark }: Colours = {}, scheme: Scheme): string | undefined =>
  scheme === 'light' ? (light ?? dark) : (dark ?? light);

/** What the elements' own colours come to on a page. */
function ownColour({ page }: Theme, property: Property, scheme: Scheme): string {
  const [background, text] = [page.background[scheme], page.text[scheme]];
  switch (property) {
    case 'accent':
      return ownAccent;
    case 'muted':
      return mixOf(text, 0.72, background);
    case 'ground':
      return background;
    default:
      return mixOf(text, 0.14, background);
  }
}

/** What a colour comes to: the theme's, else the elements' own. */
export const colourOf = (theme: Theme, property: Property, scheme: Scheme): string =>
  inScheme(theme.colours[property], scheme) ?? ownColour(theme, property, scheme);

/** A sentence for each pair of colours that readers could not tell apart, as WCAG 2.2 AA has it. */
export function weakContrasts(theme: Theme): readonly string[] {
  const { page } = theme;
  return (['light', 'dark'] as const).flatMap((scheme) => {
    const [background, text] = [page.background[scheme], page.text[scheme]];
    const accent = colourOf(theme, 'accent', scheme);
    const muted = colourOf(theme, 'muted', scheme);
    const ground = colourOf(theme, 'ground', scheme);
    const pairs: readonly (readonly [string, string, string, number])[] = [
      ['The text', text, background, 4.5],
      ['Secondary text', muted, background, 4.5],
      // The elements mix the accent with the text's colour where it is text.
      ['The accent as text', mixOf(accent, 0.62, text), background, 4.5],
      ['The accent', accent, background, 3],
      ...(ground === background ? [] : ([['Text on the ground that sticks', text, ground, 4.5]] as const)),
    ];
    return pairs.flatMap(([what, front, back, least]) => {
      const ratio = Math.floor(contrastOf(front, back) * 10) / 10;
      const remedy = isLight(back) ? 'darker' : 'lighter';
      return ratio < least
        ? [
            `${what} is too weak on ${scheme} pages: its contrast is ${ratio}, at least ${least} is needed. Make it ${remedy}.`,
          ]
        : [];
    });
  });
}

const isLight = (colour: string): boolean => contrastOf(colour, '#000000') > contrastOf(colour, '#ffffff');
