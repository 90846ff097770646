/** The script that gives frames their height: which messages it believes. */
import { expect } from '@open-wc/testing';
import '../../src/embed/host.js';
import { closePages, fault, until, watchConsole } from '../helpers.js';

const elsewhere = `http://127.0.0.1:${location.port}`;

/** A page that says to the page around it, or around that, what it is told to say; and goes where it is told to go. */
const echo = `<!doctype html><title>A frame</title><script>
  addEventListener('message', ({ data, source }) => {
    if (data?.say) (data.to === 'top' ? top : parent).postMessage(data.say.value, '*');
    if (data?.go) location.href = data.go;
    if (data?.frame) {
      const frame = document.createElement('iframe');
      frame.src = data.frame;
      document.body.append(frame);
      frame.onload = () => frame.contentWindow.postMessage(data.order, '*');
    }
  });
</script><body>`;
const embedPage = (origin: string) => origin + fault('page/embed.html', { body: echo });
const otherPage = (origin: string) => origin + fault('page/other.html', { body: echo });

const right = (height: number) => ({ type: 'g6-height', version: 1, height });

async function openFrame(src: string, sandbox?: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.title = 'A frame';
  frame.height = '123';
  if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
  frame.src = src;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame;
}

const tell = (frame: HTMLIFrameElement, order: object): void => frame.contentWindow?.postMessage(order, '*');

/** Lets a frame say something, and waits until the page has heard it: messages of one window keep their order. */
async function say(frame: HTMLIFrameElement, value: unknown, to = 'parent'): Promise<void> {
  tell(frame, { say: { value }, to });
  await hear(frame);
}

async function hear(frame: HTMLIFrameElement): Promise<void> {
  const marker = crypto.randomUUID();
  const heard = new Promise<void>((resolve) => {
    const listen = ({ data }: MessageEvent): void => {
      if (data !== marker) return;
      removeEventListener('message', listen);
      resolve();
    };
    addEventListener('message', listen);
  });
  tell(frame, { say: { value: marker } });
  await heard;
}

const heightOf = (frame: HTMLIFrameElement): number => frame.clientHeight;

describe('the script beside frames', () => {
  watchConsole();
  afterEach(closePages);

  for (const [name, origin, sandbox] of [
    ['of another origin', elsewhere, undefined],
    ['of the same origin', '', undefined],
    ['with allow-same-origin in its sandbox', elsewhere, 'allow-scripts allow-same-origin'],
    ['whose sandbox takes its origin', elsewhere, 'allow-scripts'],
  ] as const) {
    it(`gives a frame ${name} its height, and the next one`, async () => {
      const frame = await openFrame(embedPage(origin), sandbox);
      for (const height of [812, 1, 20_000, 300]) {
        await say(frame, right(height));
        expect(heightOf(frame)).to.equal(height);
      }
    });
  }

  it('gives the room inside borders and padding, whatever the page says of boxes', async () => {
    const frame = await openFrame(embedPage(elsewhere));
    frame.style.cssText = 'box-sizing: border-box; border: 7px solid; height: 50px';
    await say(frame, right(300));
    expect(heightOf(frame)).to.equal(300);
    expect(frame.offsetHeight).to.equal(314);
  });

  it('tells several frames apart', async () => {
    const [one, two] = [await openFrame(embedPage(elsewhere)), await openFrame(embedPage(elsewhere))];
    await say(two, right(400));
    expect([heightOf(one), heightOf(two)]).to.deep.equal([123, 400]);
    await say(one, right(300));
    expect([heightOf(one), heightOf(two)]).to.deep.equal([300, 400]);
  });

  it('does the same where it is there twice', async () => {
    const script = document.createElement('script');
    script.src = '/dist/embed-host.min.js';
    const loaded = new Promise((resolve) => script.addEventListener('load', resolve));
    document.head.append(script);
    await loaded;
    const frame = await openFrame(embedPage(elsewhere));
    await say(frame, right(300));
    expect(heightOf(frame)).to.equal(300);
    script.remove();
  });

  it('finds a frame again that was moved, and so loaded anew', async () => {
    const frame = await openFrame(embedPage(elsewhere));
    await say(frame, right(300));
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.prepend(frame);
    await loaded;
    await say(frame, right(400));
    expect(heightOf(frame)).to.equal(400);
  });

  describe('is not moved by', () => {
    const big = 'x'.repeat(4_000_000);
    const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`member${index}`, index]));
    let deep: unknown = 300;
    for (let depth = 0; depth < 500; depth += 1) deep = { height: deep };
    const forged: readonly (readonly [name: string, value: unknown])[] = [
      ['nothing', undefined],
      ['null', null],
      ['a number', 300],
      ['a text', '300'],
      ['true', true],
      ['a BigInt', 300n],
      ['the type alone', 'g6-height'],
      ['the right message as JSON', JSON.stringify(right(300))],
      ['an empty object', {}],
      ['an empty list', []],
      ['a list of the right values', ['g6-height', 1, 300]],
      ['a list with the right members', Object.assign([], right(300))],
      ['a list of the right message', [right(300)]],
      ['a map of the right members', new Map(Object.entries(right(300)))],
      ['a date', new Date(300)],
      ['an error', new Error('g6-height')],
      ['bytes', new Uint8Array(300)],
      ['a file', new Blob(['g6-height'])],
      ['no height', { type: 'g6-height', version: 1 }],
      ['no version', { type: 'g6-height', height: 300 }],
      ['no type', { version: 1, height: 300 }],
      ['one member more', { ...right(300), width: 300 }],
      ['a member named __proto__', JSON.parse('{"type":"g6-height","version":1,"height":300,"__proto__":{}}')],
      [
        'the height in a member named __proto__',
        JSON.parse('{"type":"g6-height","version":1,"__proto__":{"height":300}}'),
      ],
      ['the right message inside another', { data: right(300) }],
      ['another type', { ...right(300), type: 'resize' }],
      ['a type in other letters', { ...right(300), type: 'G6-Height' }],
      ['a type with a space', { ...right(300), type: 'g6-height ' }],
      ['a type in a list', { ...right(300), type: ['g6-height'] }],
      ['a type as an object', { ...right(300), type: new String('g6-height') }],
      ['the question', { type: 'g6-height-wanted', version: 1 }],
      ['a later version', { ...right(300), version: 2 }],
      ['a version as a text', { ...right(300), version: '1' }],
      ['no version but true', { ...right(300), version: true }],
      ['a height of 0', right(0)],
      ['a height of -0', right(-0)],
      ['a height of -1', right(-1)],
      ['a height of -2147483648', right(-2147483648)],
      ['a height of 20001', right(20_001)],
      ['a height of 1e9', right(1e9)],
      ['a height of 2 ** 53', right(2 ** 53)],
      ['a height of 300.5', right(300.5)],
      ['a height of 5e-324', right(5e-324)],
      ['a height that is no number', right(Number.NaN)],
      ['an endless height', right(Number.POSITIVE_INFINITY)],
      ['an endless negative height', right(Number.NEGATIVE_INFINITY)],
      ['a height as a text', { ...right(1), height: '300' }],
      ['a height in pixels', { ...right(1), height: '300px' }],
      ['a height of another unit', { ...right(1), height: '100vh' }],
      ['a height with more style', { ...right(1), height: '300px; background: url(https://evil.example)' }],
      ['a height in a list', { ...right(1), height: [300] }],
      ['a height as an object', { ...right(1), height: new Number(300) }],
      ['a height as a BigInt', { ...right(1), height: 300n }],
      ['a height of null', { ...right(1), height: null }],
      ['a height of nothing', { ...right(1), height: undefined }],
      ['a height of true', { ...right(1), height: true }],
      ['a height as a date', { ...right(1), height: new Date(300) }],
      ['a height of four million letters', { ...right(1), height: big }],
      ['a height five hundred objects deep', { ...right(1), height: deep }],
      ['fifty thousand members more', { ...many, ...right(300) }],
    ];
    let frame: HTMLIFrameElement;

    // All in one frame, which is still believed afterwards: it was the message.
    it(`any of ${forged.length} messages of another shape`, async () => {
      frame = await openFrame(embedPage(elsewhere));
      for (const [name, value] of forged) {
        await say(frame, value);
        expect([name, frame.style.height, heightOf(frame)]).to.deep.equal([name, '', 123]);
      }
      await say(frame, right(300));
      expect(heightOf(frame)).to.equal(300);
    });

    it('a right message of the page itself', async () => {
      frame = await openFrame(embedPage(elsewhere));
      const heard = new Promise((resolve) => addEventListener('message', resolve, { once: true }));
      postMessage(right(300), '*');
      await heard;
      expect(heightOf(frame)).to.equal(123);
    });

    it('a right message of another frame of the same origin', async () => {
      frame = await openFrame(embedPage(elsewhere));
      const other = await openFrame(otherPage(elsewhere));
      await say(other, right(300));
      expect([heightOf(frame), heightOf(other)]).to.deep.equal([123, 123]);
    });

    it('a right message of a frame that shows something else', async () => {
      for (const src of [otherPage(elsewhere), `${otherPage('')}#/embed.html`]) {
        const other = await openFrame(src);
        await say(other, right(300));
        expect(heightOf(other)).to.equal(123);
      }
    });

    it('a right message of a frame inside the frame', async () => {
      frame = await openFrame(embedPage(elsewhere));
      const heard = new Promise((resolve) => addEventListener('message', resolve, { once: true }));
      tell(frame, { frame: embedPage(elsewhere), order: { say: { value: right(300) }, to: 'top' } });
      await heard;
      expect(heightOf(frame)).to.equal(123);
    });

    it('a right message of the frame once it has gone to another origin', async () => {
      frame = await openFrame(embedPage(elsewhere));
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      tell(frame, { go: `${location.origin}${embedPage('')}` });
      await loaded;
      await say(frame, right(300));
      expect(heightOf(frame)).to.equal(123);
    });

    it('a right message of a frame whose origin its sandbox has taken, where the page says that it has not', async () => {
      frame = await openFrame(embedPage(elsewhere), 'allow-scripts');
      // What is in it keeps the sandbox that it was loaded with.
      frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
      await say(frame, right(300));
      expect(heightOf(frame)).to.equal(123);
    });

    it('a right message of a frame with an origin, where the page says that its sandbox takes it', async () => {
      frame = await openFrame(embedPage(elsewhere));
      frame.setAttribute('sandbox', 'allow-scripts');
      await say(frame, right(300));
      expect(heightOf(frame)).to.equal(123);
    });

    it('the last words of a frame that was taken away, and put back', async () => {
      frame = await openFrame(embedPage(elsewhere));
      tell(frame, { say: { value: right(300) } });
      frame.remove();
      const other = await openFrame(embedPage(elsewhere));
      document.body.append(frame);
      await hear(other);
      expect([heightOf(frame), heightOf(other)]).to.deep.equal([123, 123]);
    });

    for (const [name, origin, from] of [
      ['another origin', 'https://evil.example', 'frame'],
      ['no origin', '', 'frame'],
      ['an origin of “null”', 'null', 'frame'],
      ['the origin with another port', 'http://localhost:1', 'frame'],
      ['the origin with another scheme', `https://localhost:${location.port}`, 'frame'],
      ['the origin with something behind it', `${location.origin}.evil.example`, 'frame'],
      ['no window', location.origin, 'nobody'],
      ['the page’s window', location.origin, 'page'],
      ['a port', location.origin, 'port'],
    ] as const) {
      it(`an event with the right message and ${name}`, async () => {
        frame = await openFrame(embedPage(''));
        const { port1 } = new MessageChannel();
        const source = { frame: frame.contentWindow, nobody: null, page: window, port: port1 }[from];
        dispatchEvent(new MessageEvent('message', { data: right(300), origin, source }));
        expect(heightOf(frame)).to.equal(123);
        dispatchEvent(
          new MessageEvent('message', { data: right(300), origin: location.origin, source: frame.contentWindow }),
        );
        expect(heightOf(frame)).to.equal(300);
      });
    }

    it('a message while the page’s own prototypes have been tampered with', async () => {
      frame = await openFrame(embedPage(elsewhere));
      const members = { type: 'g6-height', version: 1, height: 300 };
      try {
        Object.assign(Object.prototype, members);
        await say(frame, {});
        await say(frame, { width: 1 });
        expect(heightOf(frame)).to.equal(123);
      } finally {
        for (const name of Object.keys(members)) Reflect.deleteProperty(Object.prototype, name);
      }
    });
  });

  it('asks the frames that were there before it', async () => {
    const answering = `<!doctype html><title>A frame</title><script>
      addEventListener('message', ({ data }) => {
        if (data?.type === 'g6-height-wanted' && data.version === 1) parent.postMessage({ type: 'g6-height', version: 1, height: 345 }, '*');
      });
    </script>`;
    const frame = await openFrame(elsewhere + fault('page/embed.html', { body: answering }));
    expect(heightOf(frame)).to.equal(123);
    const script = document.createElement('script');
    script.src = '/dist/embed-host.min.js';
    document.head.append(script);
    await until(() => heightOf(frame) === 345, 'The height');
    script.remove();
  });
});
