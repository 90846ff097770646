/** From an address to text, against a server that misbehaves on request. */
import { expect } from '@open-wc/testing';
import { loadText } from '../../src/load/load.js';
import type { LoadError } from '../../src/load/load-error.js';
import { fault, newKey, requestsOf, skipPauses, skipTimeLimits, watchConsole } from '../helpers.js';

const mebibyte = 2 ** 20;

/** What comes of loading an address: the text, or the error. */
const load = (url: string, signal = new AbortController().signal): Promise<string | LoadError> =>
  loadText(url, signal).catch((error) => error);

describe('loadText', () => {
  watchConsole();

  const texts: readonly (readonly [what: string, url: string, text: string])[] = [
    ['what the server answers', fault('json', { body: '{"products":[]}' }), '{"products":[]}'],
    [
      'letters of more than one byte as they are',
      fault('json', { body: '{"name":"Größe 🙂"}' }),
      '{"name":"Größe 🙂"}',
    ],
    ['an HTML page as text', fault('html'), '<!doctype html><title>A page</title><p>This is not a comparison.</p>'],
    ['what has another content type', fault('type', { body: '{}' }), '{}'],
    ['what starts with a byte order mark, without it', fault('bom', { body: '{}' }), '{}'],
    ['what is behind a redirect', fault('redirect', { body: '{"a":1}' }), '{"a":1}'],
    ['what comes late', fault('slow', { ms: 50, body: '{}' }), '{}'],
  ];
  for (const [what, url, text] of texts) {
    it(`gives ${what}`, async () => {
      expect(await load(url)).to.equal(text);
    });
  }

  it('gives all of a text just under the cap', async () => {
    const bytes = mebibyte - 1000;
    expect(await load(fault('big', { bytes }))).to.have.length.within(bytes, mebibyte);
  });

  it('refuses a text over the cap', async () => {
    const key = newKey();
    const error = await load(fault('big', { key }));
    expect(error).to.include({ name: 'LoadError', kind: 'too-large', attempts: 1 });
    expect(error)
      .to.have.property('message')
      .that.matches(/ is larger than 1 MiB; .+\.$/);
    expect(await requestsOf(key)).to.equal(1);
  });

  for (const status of [400, 401, 403, 404, 410, 501]) {
    it(`asks once for what is answered with status ${status}`, async () => {
      const key = newKey();
      const url = fault(`status/${status}`, { key });
      expect(await load(url)).to.include({ name: 'LoadError', kind: 'status', status, attempts: 1, url });
      expect(await requestsOf(key)).to.equal(1);
    });
  }

  for (const status of [425, 429, 500, 502, 503, 504]) {
    it(`asks twice for what is answered with status ${status}`, async () => {
      skipPauses();
      const key = newKey();
      expect(await load(fault(`status/${status}`, { key }))).to.include({ kind: 'status', status, attempts: 2 });
      expect(await requestsOf(key)).to.equal(2);
    });
  }

  // Chromium asks several times by itself after a 408, so requests are not counted.
  it('asks again for what is answered with status 408', async () => {
    skipPauses();
    expect(await load(fault('status/408'))).to.include({ kind: 'status', status: 408, attempts: 2 });
  });

  it('gives what the second attempt brings', async () => {
    skipPauses();
    expect(await load(fault('status/503', { key: newKey(), times: 1, body: '{"a":1}' }))).to.equal('{"a":1}');
  });

  it('says the status and what to do', async () => {
    const url = fault('status/404');
    const { message } = (await load(url)) as LoadError;
    expect(message.startsWith(`${url} `)).to.equal(true);
    expect(message)
      .to.match(/\b404\b.*\.$/)
      .and.include('check the address');
  });

  const cut: readonly (readonly [what: string, url: () => string])[] = [
    ['an answer that is cut off', () => fault('truncated', { body: '{"products":[{"name":"Example"}]}' })],
    ['an answer of another origin that does not allow it', () => `http://127.0.0.1:${location.port}${fault('json')}`],
    ['a server that is not there', () => 'http://localhost:1/'],
    ['an address that is none', () => 'http://'],
  ];
  for (const [what, url] of cut) {
    it(`tries ${what} twice and names the three likely causes`, async () => {
      skipPauses();
      const error = await load(url());
      expect(error).to.include({ name: 'LoadError', kind: 'network', attempts: 2 });
      expect(error)
        .to.have.property('message')
        .that.matches(/address is wrong.*connection is down.*\(CORS\)\.$/);
    });
  }

  it('ends what is never answered within ten seconds', async () => {
    const delays = skipTimeLimits();
    const error = await load(fault('hang'));
    expect(error).to.include({ name: 'LoadError', kind: 'timeout' });
    expect(error)
      .to.have.property('message')
      .that.matches(/ did not answer in time; .+\.$/);
    expect(Math.max(...delays)).to.be.at.most(10_000);
  });

  it('ends at once when it is aborted', async () => {
    const controller = new AbortController();
    const result = load(fault('hang'), controller.signal);
    controller.abort();
    expect(await result).to.have.property('name', 'AbortError');
  });

  it('does not ask again after an abort', async () => {
    const controller = new AbortController();
    const key = newKey();
    const result = load(fault('status/503', { key }), controller.signal);
    while ((await requestsOf(key)) === 0);
    controller.abort();
    expect(await result).to.have.property('name', 'AbortError');
    expect(await requestsOf(key)).to.equal(1);
  });
});
