/** Colours, their contrast, and the properties that are written down. */
import { expect } from '@open-wc/testing';
import { contrastOf, mixOf, parseColour } from '../../demo/builder/colour.js';
import {
  colourOf,
  customProperties,
  hasSchemes,
  plainTheme,
  presets,
  weakContrasts,
} from '../../demo/builder/theme.js';

describe('a colour', () => {
  for (const [text, colour] of [
    ['#0F8068', '#0f8068'],
    ['abc', '#aabbcc'],
    [' #fff ', '#ffffff'],
    ['#ffff', undefined],
    ['red', undefined],
    ['', undefined],
  ] as const) {
    it(`is read: “${text}”`, () => expect(parseColour(text)).to.equal(colour));
  }

  // By the formula of WCAG 2.2, worked out with other tools.
  for (const [a, b, ratio] of [
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#ffffff', '#767676', 4.54],
    ['#ff0000', '#ffffff', 4],
    ['#0f8068', '#0f8068', 1],
  ] as const) {
    it(`has the contrast ${ratio}: ${a} on ${b}`, () => expect(contrastOf(a, b)).to.be.closeTo(ratio, 0.005));
  }

  it('is mixed as the browser mixes it', () => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('There is no canvas.');
    for (const [a, share, b] of [
      ['#0f8068', 0.62, '#1c1d1f'],
      ['#ff0000', 0.5, '#0000ff'],
      ['#5cc8ff', 0.14, '#0c0f16'],
      ['#ffffff', 0.72, '#000000'],
    ] as const) {
      context.fillStyle = `color-mix(in oklab, ${a} ${share * 100}%, ${b})`;
      context.fillRect(0, 0, 1, 1);
      const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
      const mixed = mixOf(a, share, b);
      const parts = [1, 3, 5].map((at) => Number.parseInt(mixed.slice(at, at + 2), 16));
      for (const [index, part] of [red, green, blue].entries())
        expect(parts[index], mixed).to.be.closeTo(part as number, 1);
    }
  });
});

describe('a theme', () => {
  it('writes nothing down that is the elements’ own', () => {
    expect([customProperties(plainTheme), hasSchemes(plainTheme)]).to.deep.equal([{}, false]);
  });

  it('writes a colour for each scheme where they differ', () => {
    const theme = {
      ...plainTheme,
      colours: {
        accent: { light: '#111111', dark: '#eeeeee' },
        muted: { light: '#222222', dark: '#222222' },
        line: { dark: '#333333' },
      },
    };
    expect(customProperties(theme)).to.deep.equal({
      '--g6-accent': 'light-dark(#111111, #eeeeee)',
      '--g6-muted': '#222222',
      '--g6-line': '#333333',
    });
    expect(hasSchemes(theme)).to.equal(true);
    expect([colourOf(theme, 'line', 'light'), colourOf(theme, 'ground', 'dark')]).to.deep.equal([
      '#333333',
      plainTheme.page.background.dark,
    ]);
  });

  for (const { name, theme } of presets) {
    it(`can be read in light and in dark: ${name}`, () => expect(weakContrasts(theme)).to.deep.equal([]));
  }

  it('is warned of, with what to do', () => {
    const theme = {
      ...plainTheme,
      colours: { accent: { light: '#ffee88', dark: '#203040' }, muted: { light: '#aaaaaa' } },
    };
    expect(weakContrasts(theme).map((sentence) => sentence.replace(/[\d.]+, at/, 'N, at'))).to.deep.equal([
      'Secondary text is too weak on light pages: its contrast is N, at least 4.5 is needed. Make it darker.',
      'The accent as text is too weak on light pages: its contrast is N, at least 4.5 is needed. Make it darker.',
      'The accent is too weak on light pages: its contrast is N, at least 3 is needed. Make it darker.',
      'The accent as text is too weak on dark pages: its contrast is N, at least 4.5 is needed. Make it lighter.',
      'The accent is too weak on dark pages: its contrast is N, at least 3 is needed. Make it lighter.',
    ]);
  });
});
