/** The page for frames, as it is built: what it shows for its address, and what it says of its height. */
import { expect } from '@open-wc/testing';
import {
  byRole,
  closePages,
  fault,
  newKey,
  press,
  requestsOf,
  rowsOf,
  seen,
  shown,
  spoken,
  until,
} from '../helpers.js';

const elsewhere = `http://127.0.0.1:${location.port}`;

const leaky = (options: object = {}): string => fault('json', { file: 'leaky-gut.json', ...options });
/** Its products, best first. */
const names = [
  'Thorne L-Glutamine',
  'Integrative Therapeutics Zinc-Carnosine',
  'Sovereign Laboratories Colostrum-LD',
  'Ora Organic Trust Your Gut',
];
const lamps = { title: 'Lamps', products: [{ name: 'Heron', specs: { price: '$20' } }] };

interface Opened {
  readonly frame: HTMLIFrameElement;
  /** Every height that it has said. */
  readonly heights: number[];
}

let listening: ((event: MessageEvent) => void)[] = [];

function openFrame(query: object, { origin = '', width = '800', sandbox = '' } = {}): Opened {
  const frame = document.createElement('iframe');
  frame.title = 'A comparison';
  frame.width = width;
  frame.height = '200';
  frame.style.border = '0';
  if (sandbox) frame.setAttribute('sandbox', sandbox);
  frame.src = `${origin}/dist/embed.html?${new URLSearchParams(query as Record<string, string>)}`;
  const heights: number[] = [];
  const listen = ({ source, data }: MessageEvent): void => {
    if (source !== frame.contentWindow) return;
    expect(data).to.deep.equal({ type: 'g6-height', version: 1, height: data.height });
    heights.push(data.height);
  };
  addEventListener('message', listen);
  listening.push(listen);
  document.body.append(frame);
  return { frame, heights };
}

/** The one element of a tag in a frame of the same origin, once it is there. */
async function inside(frame: HTMLIFrameElement, tag = 'g6-comparison-table'): Promise<Element> {
  await until(() => frame.contentDocument?.querySelector(tag), `<${tag}>`);
  return frame.contentDocument?.querySelector(tag) as Element;
}

const alertOf = (frame: HTMLIFrameElement): string =>
  spoken(frame.contentDocument?.querySelector('[role=alert]') ?? document.createElement('p'));

describe('embed.html', () => {
  afterEach(() => {
    closePages();
    for (const listen of listening) removeEventListener('message', listen);
    listening = [];
  });

  it('shows the table of its document, and asks for it once', async () => {
    const key = newKey();
    const { frame } = openFrame({ src: leaky({ key }) });
    const table = await inside(frame);
    await shown(table);
    expect(rowsOf(table)).to.deep.equal(names);
    expect(await requestsOf(key)).to.equal(1);
    expect(frame.contentDocument?.title).to.equal(spoken(byRole(table, 'caption')[0] as Element));
  });

  it('gives the element what its address says', async () => {
    const { frame } = openFrame({ src: leaky(), search: '', sort: 'name', columns: 'name score', limit: '2' });
    const table = await inside(frame);
    await shown(table);
    expect(byRole(table, 'searchbox')).to.have.length(1);
    expect(byRole(table, 'columnheader')).to.have.length(2);
    expect(rowsOf(table)).to.deep.equal([...names].sort().slice(0, 2));
  });

  it('shows several elements that share what the reader does', async () => {
    const { frame } = openFrame({ src: leaky(), element: 'weights,table' });
    const table = await inside(frame);
    await shown(table);
    const weights = await inside(frame, 'g6-score-weights');
    expect(weights.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING).not.to.equal(0);
    const [slider] = byRole(weights, 'slider') as HTMLInputElement[];
    if (!slider) throw new Error('There is no slider.');
    slider.value = '0';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await until(
      () => /by your weights/.test(seen(table.shadowRoot?.firstElementChild as Element)),
      'The reader’s weights',
    );
  });

  it('shows one product’s breakdown', async () => {
    const { frame } = openFrame({ src: leaky(), element: 'breakdown', product: 'thorne-l-glutamine' });
    const breakdown = await inside(frame, 'g6-score-breakdown');
    await shown(breakdown);
    expect(spoken(byRole(breakdown, 'table')[0] as Element)).to.include('8.975');
  });

  it('shows one product’s card', async () => {
    const { frame } = openFrame({ src: leaky(), element: 'card', product: 'thorne-l-glutamine' });
    const card = await inside(frame, 'g6-product-card');
    await until(() => card.shadowRoot?.querySelector('h3'), 'The heading');
    expect(spoken(card.shadowRoot?.querySelector('h3') as Element)).to.include('Thorne L-Glutamine');
  });

  it('opens links outside itself', async () => {
    for (const [target, expected] of [
      ['blank', '_blank'],
      ['top', '_top'],
    ]) {
      const { frame } = openFrame({ src: leaky(), target });
      await shown(await inside(frame));
      expect([...(frame.contentDocument?.querySelectorAll('base') ?? [])].map((base) => base.target)).to.deep.equal([
        expected,
      ]);
    }
  });

  it('takes colours, font and scheme from its address', async () => {
    const { frame } = openFrame({ src: leaky(), theme: 'dark', accent: '#ff8800', ground: 'rgb(1, 2, 3)', size: '20' });
    const table = await inside(frame);
    const { colorScheme, fontSize } = getComputedStyle(table);
    expect([colorScheme, fontSize]).to.deep.equal(['dark', '20px']);
    expect(getComputedStyle(table).getPropertyValue('--g6-accent')).to.equal('#ff8800');
    expect(getComputedStyle(frame.contentDocument?.documentElement as Element).backgroundColor).to.equal(
      'rgb(1, 2, 3)',
    );
  });

  it('gets the words of the language in its address', async () => {
    const { frame } = openFrame({ src: fault('json', { body: lamps }), lang: 'de-CH' });
    const table = await inside(frame);
    await shown(table);
    await until(() => spoken(byRole(table, 'columnheader')[0] as Element).startsWith('Produkt'), 'German');
    expect(frame.contentDocument?.documentElement.lang).to.equal('de-CH');
  });

  it('gets the words of the document’s language, and its direction', async () => {
    const { frame } = openFrame({ src: fault('json', { body: { ...lamps, language: 'ar-EG' } }) });
    const table = await inside(frame);
    await shown(table);
    await until(() => /\p{Script=Arabic}/u.test(spoken(byRole(table, 'columnheader')[0] as Element)), 'Arabic');
    expect(getComputedStyle(table).direction).to.equal('rtl');
  });

  for (const [query, sentence] of [
    [{}, 'This frame has nothing to show: src is missing: the address of the comparison document.'],
    [
      { src: 'javascript:alert(1)' },
      'This frame has nothing to show: src has to be an http or https address, not “javascript:alert(1)”.',
    ],
    [
      { src: 'file:///comparison.json', layout: 'cards' },
      'This frame has nothing to show: src has to be an http or https address, not “file:///comparison.json”.',
    ],
    [{ src: '"><img src=x onerror=alert(1)>:' }, undefined],
  ] as const) {
    it(`says in one sentence what is wrong with ${JSON.stringify(query)}`, async () => {
      const { frame, heights } = openFrame(query);
      if (sentence) {
        await until(() => alertOf(frame), 'The sentence');
        expect(alertOf(frame)).to.equal(sentence);
        expect(frame.contentDocument?.querySelector('g6-comparison-table')).to.equal(null);
      } else {
        // It is an address, of a file that is not there.
        const table = await inside(frame);
        await until(() => table.shadowRoot?.querySelector('[part~=retry]'), 'The retry');
        expect(frame.contentDocument?.querySelector('img')).to.equal(null);
      }
      await until(() => heights.length, 'A height');
    });
  }

  it('says that there is nothing to compare where the document cannot be had, with a way to try again', async () => {
    const key = newKey();
    const { frame } = openFrame({ src: fault('status/404', { key, times: 1, file: 'leaky-gut.json' }) });
    const table = await inside(frame);
    await until(() => byRole(table, 'button').length === 1, 'The retry');
    await press(table, 'button', /again/);
    await shown(table);
  });

  describe('tells the page how high it is', () => {
    for (const [name, origin, sandbox] of [
      ['of the same origin', '', ''],
      ['of another origin', elsewhere, ''],
      ['of another origin, in a sandbox with allow-same-origin', elsewhere, 'allow-scripts allow-same-origin'],
      ['in a sandbox that takes its origin', elsewhere, 'allow-scripts'],
    ] as const) {
      it(name, async () => {
        const { heights } = openFrame({ src: origin + leaky({ cors: '' }) }, { origin, sandbox });
        await until(() => (heights.at(-1) ?? 0) > 300, 'The height of the table');
      });
    }

    it('as high as all of it', async () => {
      const { frame, heights } = openFrame({ src: leaky(), search: '', filters: '' });
      await shown(await inside(frame));
      await until(() => {
        frame.height = `${heights.at(-1)}`;
        const { scrollHeight = 0 } = frame.contentDocument?.documentElement ?? {};
        return (heights.at(-1) ?? 0) > 300 && scrollHeight === frame.clientHeight;
      }, 'A height with nothing below it');
    });

    it('again as it grows and shrinks, and not once it rests', async () => {
      const { frame, heights } = openFrame({ src: leaky(), columns: 'name score' });
      const table = await inside(frame);
      await shown(table);
      await until(() => (heights.at(-1) ?? 0) > 200, 'The height of the table');
      const closed = heights.at(-1) as number;
      const [score] = byRole(table, 'button').filter((button) => button.ariaExpanded === 'false');
      score?.click();
      await until(() => (heights.at(-1) ?? 0) > closed + 100, 'A greater height');
      score?.click();
      await until(() => heights.at(-1) === closed, 'The height from before');
      expect(new Set(heights).size, 'no height is said twice in a row').to.be.greaterThan(1);
      for (const [index, height] of heights.entries()) expect(height).not.to.equal(heights[index - 1]);
    });

    it('with a menu that hangs out below', async () => {
      const { frame, heights } = openFrame({ src: fault('json', { body: lamps }), export: '' });
      const table = await inside(frame);
      await shown(table);
      await until(() => heights.length, 'A height');
      const closed = heights.at(-1) as number;
      table.shadowRoot?.querySelector('summary')?.click();
      await until(() => (heights.at(-1) ?? 0) > closed, 'A greater height');
    });

    it('without climbing step by step where a table is wider than the frame', async () => {
      const { frame, heights } = openFrame({ src: fault('json', { many: 40, specs: 12 }), layout: 'table' });
      await shown(await inside(frame));
      await until(() => (heights.at(-1) ?? 0) > 1000, 'The height of the whole table');
      expect(heights.filter((height) => height > 300)).to.have.length.below(3);
    });

    it('again when the page asks', async () => {
      const { frame, heights } = openFrame({ src: leaky() });
      await shown(await inside(frame));
      await until(() => (heights.at(-1) ?? 0) > 300, 'The height of the table');
      const before = heights.length;
      // What is no question, and questions of others, get no answer; what is, gets one.
      const { contentWindow: frameWindow } = frame;
      for (const data of [
        null,
        'g6-height-wanted',
        { type: 'g6-height-wanted' },
        { type: 'g6-height-wanted', version: 2 },
      ])
        frameWindow?.postMessage(data, '*');
      const stranger = document.createElement('iframe');
      stranger.title = 'A stranger';
      document.body.append(stranger);
      const asks = new (stranger.contentWindow as Window & typeof globalThis).Function(
        'to',
        'data',
        'to.postMessage(data, "*")',
      );
      asks(frameWindow, { type: 'g6-height-wanted', version: 1 });
      frameWindow?.postMessage({ type: 'g6-height-wanted', version: 1 }, '*');
      await until(() => heights.length > before, 'An answer');
      expect(heights.slice(before)).to.deep.equal([heights[before - 1]]);
    });

    it('at most 20000 of it, and scrolls what is more', async () => {
      const { frame, heights } = openFrame({ src: fault('json', { many: 900 }) });
      await shown(await inside(frame));
      await until(() => heights.at(-1) === 20_000, 'The greatest height');
      frame.height = '600';
      expect(getComputedStyle(frame.contentDocument?.documentElement as Element).overflowY).to.equal('visible');
    });
  });

  it('needs no script of the page: it scrolls, until it is high enough', async () => {
    const { frame, heights } = openFrame({ src: leaky() });
    await shown(await inside(frame));
    await until(() => (heights.at(-1) ?? 0) > 300, 'The height of the table');
    const root = frame.contentDocument?.documentElement as HTMLElement;
    await until(() => getComputedStyle(root).overflowY === 'visible', 'A scrollbar');
    root.scrollTop = 50;
    expect(root.scrollTop).to.equal(50);
    frame.height = `${heights.at(-1)}`;
    await until(() => getComputedStyle(root).overflowY === 'hidden', 'No scrollbar');
    frame.height = '200';
    await until(() => getComputedStyle(root).overflowY === 'visible', 'A scrollbar');
  });
});
