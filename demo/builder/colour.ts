/** How well two colours can be told apart, and what a mixture of two is. Leaves which colours meet to `theme.ts`. */

/** Red, green and blue in linear light, each from 0 to 1. */
type Light = readonly [number, number, number];

/** `#rgb` or `#rrggbb` as `#rrggbb`; `undefined` for anything else. */
export function parseColour(text: string): string | undefined {
  const hex = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(text.trim())?.[1]?.toLowerCase();
  if (hex === undefined) return undefined;
  return `#${hex.length === 3 ? hex.replace(/./g, '$&$&') : hex}`;
}

function lightOf(hex: string): Light {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return [red as number, green as number, blue as number];
}

const luminanceOf = ([red, green, blue]: Light): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** The contrast ratio of two colours `#rrggbb`, from 1 to 21, as WCAG 2 defines it. */
export function contrastOf(a: string, b: string): number {
  const [low = 0, high = 0] = [luminanceOf(lightOf(a)), luminanceOf(lightOf(b))].sort((one, other) => one - other);
  return (high + 0.05) / (low + 0.05);
}

// The matrices of Oklab (Björn Ottosson, “A perceptual color space for image processing”, 2020).
function toOklab([r, g, b]: Light): Light {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab([lightness, a, b]: Light): Light {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** So much of the first colour, from 0 to 1, mixed with the second as `color-mix(in oklab, …)` does. */
export function mixOf(first: string, share: number, second: string): string {
  const [a, b] = [toOklab(lightOf(first)), toOklab(lightOf(second))];
  const mixed = fromOklab(
    [0, 1, 2].map((index) => (a[index] as number) * share + (b[index] as number) * (1 - share)) as unknown as Light,
  );
  const hex = mixed.map((part) => {
    const light = Math.min(1, Math.max(0, part));
    const value = light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${hex.join('')}`;
}
