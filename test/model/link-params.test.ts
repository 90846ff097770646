/** What a page adds to the addresses of paid offers. The platform's own URL parser is the oracle of what a server reads. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { linkParamsFor, withLinkParams } from '../../src/model/link-params.js';

describe('withLinkParams', () => {
  const cases: readonly (readonly [what: string, url: string, params: string, wanted: string])[] = [
    ['adds to no query', 'https://s.example/p', 'tag=x', 'https://s.example/p?tag=x'],
    ['adds to a host alone', 'https://s.example', 'tag=x', 'https://s.example?tag=x'],
    ['adds behind others', 'https://s.example/p?a=1&b=2', 'tag=x', 'https://s.example/p?a=1&b=2&tag=x'],
    ['adds several in their order', 'https://s.example/p', 'tag=x&subid=y', 'https://s.example/p?tag=x&subid=y'],
    ['replaces in its place', 'https://s.example/p?tag=old&a=1', 'tag=x', 'https://s.example/p?tag=x&a=1'],
    [
      'replaces the first and drops the rest',
      'https://s.example/p?tag=1&a=2&tag=3',
      'tag=x',
      'https://s.example/p?tag=x&a=2',
    ],
    ['leaves doubles of other names', 'https://s.example/p?a=1&a=2', 'tag=x', 'https://s.example/p?a=1&a=2&tag=x'],
    ['keeps the fragment', 'https://s.example/p?a=1#reviews', 'tag=x', 'https://s.example/p?a=1&tag=x#reviews'],
    [
      'knows a query from a fragment',
      'https://s.example/#!/p?tag=old',
      'tag=x',
      'https://s.example/?tag=x#!/p?tag=old',
    ],
    ['keeps encodings', 'https://s.example/p?q=a+b%20c%2f', 'tag=x', 'https://s.example/p?q=a+b%20c%2f&tag=x'],
    ['keeps empty parameters', 'https://s.example/p?a&b=&&c', 'tag=x', 'https://s.example/p?a&b=&&c&tag=x'],
    ['makes no empty parameter behind an open query', 'https://s.example/p?', 'tag=x', 'https://s.example/p?tag=x'],
    ['makes none behind an open pair', 'https://s.example/p?a=1&', 'tag=x', 'https://s.example/p?a=1&tag=x'],
    ['keeps an open end where it replaces', 'https://s.example/p?tag=1&', 'tag=x', 'https://s.example/p?tag=x&'],
    ['replaces one without a value', 'https://s.example/p?tag', 'tag=x', 'https://s.example/p?tag=x'],
    ['replaces an encoded name', 'https://s.example/p?t%61g=1', 'tag=x', 'https://s.example/p?tag=x'],
    ['tells names by case', 'https://s.example/p?Tag=1', 'tag=x', 'https://s.example/p?Tag=1&tag=x'],
    [
      'leaves an address within the query',
      'https://go.example/?u=https%3A%2F%2Fs.example%3Ftag%3Do',
      'tag=x',
      'https://go.example/?u=https%3A%2F%2Fs.example%3Ftag%3Do&tag=x',
    ],
    ['takes the last of two of one name', 'https://s.example/p', 'tag=x&tag=y', 'https://s.example/p?tag=y'],
    ['adds an empty value', 'https://s.example/p?tag=1', 'tag=', 'https://s.example/p?tag='],
    [
      'encodes what a query cannot hold',
      'https://s.example/p',
      'tag=a b"<ü>#\'',
      'https://s.example/p?tag=a%20b%22%3C%C3%BC%3E%23%27',
    ],
    ['keeps what is encoded', 'https://s.example/p', 'tag=a%20b+c', 'https://s.example/p?tag=a%20b+c'],
    ['encodes a lone per cent sign', 'https://s.example/p', 'tag=100%', 'https://s.example/p?tag=100%25'],
    ['replaces half a character', 'https://s.example/p', 'tag=\ud83d', 'https://s.example/p?tag=%EF%BF%BD'],
    [
      'reads a badly encoded name as it is',
      'https://s.example/p?%E0%A4=1',
      'tag=x',
      'https://s.example/p?%E0%A4=1&tag=x',
    ],
    ['works on relative addresses', '/go/1?a=1', 'tag=x', '/go/1?a=1&tag=x'],
    ['adds nothing where there is nothing', 'https://s.example/p?a=1&', '', 'https://s.example/p?a=1&'],
    ['adds nothing for ampersands alone', 'https://s.example/p', '&&', 'https://s.example/p'],
  ];
  for (const [what, url, params, wanted] of cases) {
    it(`${what}: ${JSON.stringify(params)} on ${url}`, () => {
      expect(withLinkParams(url, params)).to.equal(wanted);
    });
  }

  const word = fc.string({ unit: 'grapheme', maxLength: 8 });
  const query = fc.array(fc.tuple(word, word), { maxLength: 6 });
  const write = (pairs: readonly (readonly [string, string])[]) =>
    new URLSearchParams(pairs.map((pair) => [...pair])).toString();

  it('leaves each parameter once, with the value asked for, and every other as it was, for any addresses', () => {
    fc.assert(
      fc.property(query, query, fc.option(word), (before, params, fragment) => {
        const url = new URL('https://s.example/a/b');
        url.search = write(before);
        if (fragment !== null) url.hash = fragment;
        const result = new URL(withLinkParams(url.href, write(params)));
        const asked = new Map(params);
        for (const [name, value] of asked) expect(result.searchParams.getAll(name)).to.deep.equal([value]);
        const others = (search: URLSearchParams) => [...search].filter(([name]) => !asked.has(name));
        expect(others(result.searchParams)).to.deep.equal(others(url.searchParams));
        expect([result.origin, result.pathname, result.hash]).to.deep.equal([url.origin, url.pathname, url.hash]);
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it('changes nothing the second time, and neither the host nor the path, whatever the parameters are', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.string({ unit: 'binary' }),
        (url, params) => {
          const once = withLinkParams(url, params);
          expect(withLinkParams(once, params)).to.equal(once);
          const [a, b] = [new URL(url), new URL(once)];
          expect([b.protocol, b.host, b.pathname, b.hash]).to.deep.equal([a.protocol, a.host, a.pathname, a.hash]);
        },
      ),
      { seed: 5, numRuns: 500 },
    );
  });
});

describe('linkParamsFor', () => {
  const cases: readonly (readonly [text: string, seller: string, wanted: string])[] = [
    ['tag=x&subid=y', 'Vitamin Shop', 'tag=x&subid=y'],
    [' tag=x ', 'Vitamin Shop', 'tag=x'],
    ['?tag=x', 'Vitamin Shop', 'tag=x'],
    ['tag=x; Vitamin Shop: aff=12&sub=3', 'Vitamin Shop', 'tag=x&aff=12&sub=3'],
    ['tag=x; Vitamin Shop: aff=12&sub=3', 'Other Shop', 'tag=x'],
    ['Vitamin Shop: aff=12', 'Other Shop', ''],
    ['Vitamin Shop: aff=12; Other Shop: id=9; tag=x', 'Other Shop', 'tag=x&id=9'],
    ['vitamin  SHOP:aff=12', 'Vitamin Shop', 'aff=12'],
    ['vitamin\u00a0shop: aff=12', 'Vitamin Shop', 'aff=12'],
    ['shop.example: aff=12', 'shop.example', 'aff=12'],
    ['Shop: The Good: aff=12', 'Shop: The Good', 'aff=12'],
    ['Ay%3B B%3d: tag=1; A+B: tag=2; 100%: tag=3', 'Ay; B=', 'tag=1'],
    ['Ay%3B B%3d: tag=1; A+B: tag=2; 100%: tag=3', 'A+B', 'tag=2'],
    ['Ay%3B B%3d: tag=1; A+B: tag=2; 100%: tag=3', '100%', 'tag=3'],
    ['subid=a:b', 'Vitamin Shop', 'subid=a:b'],
    ['Vitamin Shop: subid=a:b', 'Vitamin Shop', 'subid=a:b'],
    ['Vitamin Shop: aff=1; Vitamin Shop: sub=2', 'Vitamin Shop', 'aff=1&sub=2'],
    ['tag=x&amp;subid=y', 'Vitamin Shop', 'tag=x&subid=y'],
    ['tag=x&#038;subid=y; Vitamin Shop: aff=1&#38;b=2', 'Vitamin Shop', 'tag=x&subid=y&aff=1&b=2'],
    ['=mine', 'Vitamin Shop', ''],
    ['=mine&tag=x&mine-20&subid=; Vitamin Shop: =a', 'Vitamin Shop', 'tag=x&subid='],
    [';;', 'Vitamin Shop', ''],
    ['', 'Vitamin Shop', ''],
  ];
  for (const [text, seller, wanted] of cases) {
    it(`gives ${JSON.stringify(wanted)} of ${JSON.stringify(text)} for ${seller}`, () => {
      expect(linkParamsFor(seller, text)).to.equal(wanted);
    });
  }

  it('lets a seller’s own parameter overrule that of all', () => {
    const params = linkParamsFor('Vitamin Shop', 'tag=all&a=1; Vitamin Shop: tag=own');
    expect(withLinkParams('https://s.example/?tag=publisher', params)).to.equal('https://s.example/?tag=own&a=1');
  });
});
