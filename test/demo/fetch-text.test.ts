/** What an address answers, as text. The tests' own server sends text in UTF-8 only, and is stood in for. */
import { expect } from '@open-wc/testing';
import { fetchText } from '../../demo/builder/fetch-text.js';

describe('what the builder fetches', () => {
  const { fetch } = globalThis;
  afterEach(() => {
    globalThis.fetch = fetch;
  });

  const answer = (bytes: string): void => {
    const body = Uint8Array.from(bytes, (sign) => sign.charCodeAt(0));
    globalThis.fetch = async () => new Response(body);
  };
  const fetched = () => fetchText('https://a.example/x', new AbortController().signal);

  it('is read in the encoding that its bytes tell, which is said', async () => {
    answer('Ger\xe4t;Preis\nA;1,50 \x80');
    const found = await fetched();
    if ('error' in found) throw new Error(found.error);
    expect(found.text).to.equal('Gerät;Preis\nA;1,50 €');
    expect(found.notes.map(({ code, line }) => [code, line])).to.deep.equal([['encoding-assumed', 1]]);
  });

  it('is refused where it is no text', async () => {
    answer('\xff\xd8\xff\xe0\0\x10\x01\x02');
    expect(await fetched())
      .to.have.property('error')
      .that.matches(/^https:\/\/a\.example\/x is no text in UTF-8/);
  });
});
