// What is measured inside a page, the same way for every side of it. Leaves which sides there are, how often and in which
// order to bench.mjs.
import { vanillaTable, weighedTable } from './vanilla.js';

/** The moment when what was changed until now has been painted. */
const painted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(undefined);
    });
  });

async function timed(change) {
  await painted();
  const start = performance.now();
  change();
  return (await painted()) - start;
}

const place = document.querySelector('main');
const ours = () => place.querySelector('g6-comparison-table');

/** How each side shows a document, and where its parts are then. */
const sides = {
  ours: {
    mount: (text) => {
      place.innerHTML = '<g6-comparison-table search></g6-comparison-table>';
      ours().comparison = text;
    },
    heads: () => ours().shadowRoot.querySelectorAll('thead button'),
    search: () => ours().shadowRoot.querySelector('input[type=search]'),
    names: () => [...ours().shadowRoot.querySelectorAll('tbody th bdi')],
  },
  vanilla: {
    mount: (text) => vanillaTable(place, text),
    heads: () => place.querySelectorAll('thead button'),
    search: () => place.querySelector('input'),
    names: () => [...place.querySelectorAll('tbody tr:not([hidden]) b')],
  },
};

/** How each side lets readers weigh the criteria; the peers' scripts are on the page already. */
const weighed = {
  ours: {
    mount: (text) => {
      place.innerHTML =
        '<g6-comparison><g6-score-weights></g6-score-weights><g6-comparison-table></g6-comparison-table></g6-comparison>';
      place.firstElementChild.comparison = text;
    },
    slider: () => place.querySelector('g6-score-weights').shadowRoot.querySelector('input[type=range]'),
    first: () => ours().shadowRoot.querySelector('tbody th bdi'),
  },
  tablesort: {
    mount: (text) => {
      let sorter;
      weighedTable(place, text, () => sorter.refresh());
      const table = place.querySelector('table');
      sorter = new Tablesort(table, { descending: true });
      table.tHead.rows[0].cells[1].click();
    },
    slider: () => place.querySelector('input'),
    first: () => place.querySelector('tbody b'),
  },
  'sortable-tablesort': {
    mount: (text) =>
      weighedTable(place, text, () => {
        const head = place.querySelector('thead').rows[0].cells[1];
        // Its own direction for the first click.
        head.removeAttribute('aria-sort');
        head.click();
      }),
    slider: () => place.querySelector('input'),
    first: () => place.querySelector('tbody b'),
    // It sorts a moment later.
    sorted: () => new Promise((resolve) => addEventListener('sort-end', resolve, { once: true })),
  },
};

function move(side, value) {
  const slider = weighed[side].slider();
  slider.value = String(value);
  slider.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

/** Whether the first row is of the product named; a side that shows something else has no time. */
const firstName = (side) => sides[side].names()[0]?.textContent ?? '';

window.bench = {
  /** Milliseconds from handing over the JSON text to the paint of the first rows. */
  async mount(side, text) {
    const time = await timed(() => sides[side].mount(text));
    return { time, first: firstName(side), rows: sides[side].names().length };
  },

  /** Milliseconds from a click on the heading of this index to the paint. */
  async sort(side, column) {
    const time = await timed(() => sides[side].heads()[column].click());
    return { time, first: firstName(side) };
  },

  /** Milliseconds from a key typed in the search field to the paint. */
  async type(side, text) {
    const time = await timed(() => {
      const field = sides[side].search();
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    });
    return { time, first: firstName(side) };
  },

  /** Scrolls through from end to end in `frames` frames; the longest task, and how many frames were missed. */
  async scroll(frames) {
    const tasks = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
    observer.observe({ type: 'longtask' });
    await painted();
    const times = [];
    for (let frame = 0; frame <= frames; frame++) {
      const end = document.documentElement.scrollHeight - innerHeight;
      window.scrollTo(0, (end * frame) / frames);
      times.push(await new Promise(requestAnimationFrame));
    }
    await painted();
    tasks.push(...observer.takeRecords());
    observer.disconnect();
    const gaps = times.slice(1).map((time, index) => time - times[index]);
    const dropped = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / (1000 / 60)) - 1), 0);
    return { longest: Math.max(0, ...tasks.map(({ duration }) => duration)), dropped };
  },

  /** Shows a document with a slider for its first criterion's weight; `script` is a peer's. */
  async mountWeighed(side, text, script) {
    const element = document.createElement('script');
    element.textContent = script;
    document.head.append(element);
    weighed[side].mount(text);
    await painted();
    await painted();
  },

  /** Milliseconds from a weight moved, by a hand that has rested, to the paint of the new order. */
  async weigh(side, value) {
    await new Promise((resolve) => setTimeout(resolve, 400));
    await painted();
    const start = performance.now();
    const sorted = weighed[side].sorted?.();
    move(side, value);
    await sorted;
    const time = (await painted()) - start;
    return { time, first: weighed[side].first().textContent };
  },

  /** Frames per second while the slider is moved in each frame, from end to end and back. */
  async drag(side, frames) {
    await painted();
    const start = await new Promise(requestAnimationFrame);
    let end = start;
    for (let frame = 1; frame <= frames; frame++) {
      move(side, Math.abs(100 - (200 * frame) / frames));
      end = await new Promise(requestAnimationFrame);
    }
    return (frames * 1000) / (end - start);
  },

  /** Milliseconds from a script's text to the paint of what it does to a table; `text` is JSON. */
  async mountWith(script, isOurs, text) {
    const time = await timed(() => {
      if (!isOurs) vanillaTable(place, text);
      const element = document.createElement('script');
      element.textContent = script;
      document.head.append(element);
      if (isOurs) sides.ours.mount(text);
    });
    return { time };
  },
};
