// A comparison of as many desk lamps as are asked for, every one invented: words from short lists, figures from a fixed
// seed, so that each visit sees the same. Ten thousand of them are just under the 1 MiB that a document may have.

const makers =
  `Alba Belo Cirro Dovo Elvi Fjara Galo Heron Ilmo Jura Kandi Lumo Miro Nova Orlo Plover Quill Rhea Sola Tarn
  Ulla Vesta Wren Yarrow Zenno`.split(/\s+/);
const colours = ['black', 'brass', 'oak', 'red', 'sage'];

/** Whole numbers from 0 up to `end`, not included: the same ones in the same order for the same seed. */
function dice(seed) {
  let state = seed;
  return (end) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
}

/** A document with `count` lamps, 1 to 10,000. Every 15th has not stated its light. */
export function lamps(count) {
  const roll = dice(count);
  const products = Array.from({ length: count }, (_, index) => {
    const light = 200 + 25 * roll(60);
    return {
      name: `${makers[index % makers.length]} ${Math.floor(index / makers.length) + 1}`,
      specs: {
        price: 19 + 5 * roll(40),
        hue: colours[roll(colours.length)],
        ...(index % 15 !== 14 && { lm: `${light} lm` }),
        dim: roll(3) > 0,
      },
      scores: { l: 40 + roll(60), b: 40 + roll(60) },
    };
  });
  return {
    title: `${count.toLocaleString('en')} desk lamps`,
    language: 'en',
    currency: 'EUR',
    rubric: {
      scale: { min: 0, max: 100 },
      criteria: [
        { id: 'l', label: 'Light', weight: 60 },
        { id: 'b', label: 'Build', weight: 40 },
      ],
      bands: [
        { from: 85, label: 'Excellent' },
        { from: 70, label: 'Good' },
        { from: 55, label: 'Fair' },
        { from: 0, label: 'Weak' },
      ],
    },
    columns: [
      { id: 'price', label: 'Price' },
      { id: 'lm', label: 'Light output', better: 'higher' },
      { id: 'hue', label: 'Colour' },
      { id: 'dim', label: 'Dimmable' },
    ],
    products,
  };
}
