/** What the address of embed.html may say. */
import { expect } from '@open-wc/testing';
import { readRequest } from '../../src/embed/request.js';

const page = 'https://publisher.example/g6/embed.html';
const ask = (query: string) => readRequest(`${page}?${query}`);
/** Only what the query adds to a request that names its document. */
const read = (query: string) => ask(`src=a.json&${query}`);

describe('the address of the document', () => {
  for (const [given, address] of [
    ['a.json', 'https://publisher.example/g6/a.json'],
    ['/data/a.json?v=2', 'https://publisher.example/data/a.json?v=2'],
    ['https://other.example/a.json', 'https://other.example/a.json'],
    ['http://other.example/a.json', 'http://other.example/a.json'],
    ['//other.example/a.json', 'https://other.example/a.json'],
  ] as const) {
    it(`is ${address} for src=${given}`, () => {
      const { src, faults } = ask(`src=${encodeURIComponent(given)}`);
      expect([src, faults]).to.deep.equal([address, []]);
    });
  }

  for (const given of [
    '',
    ' ',
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:application/json,{}',
    'blob:https://publisher.example/1',
    'file:///etc/passwd',
    'ftp://publisher.example/a.json',
    'https://user:word@publisher.example/a.json',
    'https://apple.example@evil.example/a.json',
    'https://',
  ]) {
    it(`is none for src=${JSON.stringify(given)}, and the author is told`, () => {
      const { src, faults } = ask(`src=${encodeURIComponent(given)}`);
      expect(src).to.equal(undefined);
      expect(faults).to.deep.equal([`src has to be an http or https address, not “${given}”`]);
    });
  }

  it('is missing where there is none', () => {
    expect(ask('layout=cards').faults).to.deep.equal(['src is missing: the address of the comparison document']);
  });

  it('is the first of two', () => {
    expect(ask('src=a.json&src=b.json').src).to.equal('https://publisher.example/g6/a.json');
  });
});

describe('the attributes', () => {
  for (const [query, ...expected] of [
    ['layout=cards', 'layout', 'cards'],
    ['view=area', 'view', 'area'],
    ['columns=name+score+price', 'columns', 'name score price'],
    ['sort=-score%20name', 'sort', '-score name'],
    ['product=thorne-l-glutamine', 'product', 'thorne-l-glutamine'],
    ['limit=10', 'limit', '10'],
    ['limit=007', 'limit', '7'],
    ['heading=2', 'heading', '2'],
    ['link-params=tag%3Dreader-20%26subid%3Dx', 'link-params', 'tag=reader-20&subid=x'],
    ['price-max-age=12h', 'price-max-age', '12h'],
    ['price-max-age=1.5+W', 'price-max-age', '1.5 W'],
    ['search', 'search', ''],
    ['filters=', 'filters', ''],
    ['compare=1', 'compare', ''],
    ['export=true', 'export', ''],
    ['stability=false', 'stability', 'false'],
    ['audit=0', 'audit', 'false'],
  ] as const) {
    it(`have ${JSON.stringify(expected)} for ${query}`, () => {
      const { attributes, faults } = read(query);
      expect([...attributes]).to.deep.equal([expected]);
      expect(faults).to.deep.equal([]);
    });
  }

  for (const [query, fault] of [
    ['layout=tabel', 'layout has to be table, cards, matrix or auto, not “tabel”'],
    ['layout=', 'layout has to be table, cards, matrix or auto, not “”'],
    ['limit=-3', 'limit has to be a whole number from 1 to 100000, not “-3”'],
    ['limit=0', 'limit has to be a whole number from 1 to 100000, not “0”'],
    ['limit=1e3', 'limit has to be a whole number from 1 to 100000, not “1e3”'],
    ['heading=1', 'heading has to be a whole number from 2 to 6, not “1”'],
    ['price-max-age=12+hours', 'price-max-age has to be an age such as 12h or 7d, not “12 hours”'],
    ['price-max-age=-1d', 'price-max-age has to be an age such as 12h or 7d, not “-1d”'],
    ['search=perhaps', 'search has to be true or false, not “perhaps”'],
    ['columns=a%00b', 'columns has to be a text of at most 2000 characters, not “a\0b”'],
    ['serach=1', 'there is no parameter “serach”'],
    ['onclick=alert(1)', 'there is no parameter “onclick”'],
    ['data=%7B%7D', 'there is no parameter “data”'],
    ['style=color:red', 'there is no parameter “style”'],
    ['__proto__=1', 'there is no parameter “__proto__”'],
    ['constructor=1', 'there is no parameter “constructor”'],
    ['hasOwnProperty=1', 'there is no parameter “hasOwnProperty”'],
  ] as const) {
    it(`are left alone by ${query}, and the author is told`, () => {
      const { attributes, styles, faults } = read(query);
      expect([[...attributes], [...styles]]).to.deep.equal([[], []]);
      expect(faults).to.deep.equal([fault]);
    });
  }

  it('are no text of 2001 characters', () => {
    expect([...read(`columns=${'x'.repeat(2001)}`).attributes]).to.deep.equal([]);
    expect([...read(`columns=${'x'.repeat(2000)}`).attributes]).to.have.length(1);
  });
});

describe('the look', () => {
  for (const [query, ...expected] of [
    ['theme=light', ['color-scheme', 'light']],
    ['theme=auto', ['color-scheme', 'light dark']],
    ['accent=%230b6a5b', ['--g6-accent', '#0b6a5b']],
    ['accent=rebeccapurple', ['--g6-accent', 'rebeccapurple']],
    [
      'accent=light-dark(%23000,oklab(70%25+0.1+0.1+/+50%25))',
      ['--g6-accent', 'light-dark(#000,oklab(70% 0.1 0.1 / 50%))'],
    ],
    ['muted=gray', ['--g6-muted', 'gray']],
    ['line=rgb(0+0+0+/+0.1)', ['--g6-line', 'rgb(0 0 0 / 0.1)']],
    ['track=silver', ['--g6-track', 'silver']],
    ['text=navy', ['color', 'navy']],
    ['ground=%23fff', ['--g6-ground', '#fff'], ['background-color', '#fff']],
    ['font=serif', ['font-family', 'ui-serif, Georgia, serif']],
    ['size=18', ['font-size', '18px']],
  ] as const) {
    it(`is ${JSON.stringify(expected)} for ${query}`, () => {
      const { styles, faults } = read(query);
      expect([...styles]).to.deep.equal(expected);
      expect(faults).to.deep.equal([]);
    });
  }

  for (const query of [
    'accent=red;background:url(https://evil.example)',
    'accent=url(https://evil.example)',
    'accent=var(--x)',
    'accent=env(x)',
    'accent=attr(title)',
    'accent=expression(alert(1))',
    'accent=%230f806',
    'accent=%230f8068%20!important',
    'accent=red)%20x(',
    'accent=red/*',
    'accent=r%65%20d',
    'accent=',
    'ground=1px',
    'theme=blue',
    'theme=constructor',
    'font=Comic+Sans',
    'font=toString',
    'size=9',
    'size=18px',
  ]) {
    it(`is its own for ${query}, and the author is told`, () => {
      const { styles, faults } = read(query);
      expect([...styles]).to.deep.equal([]);
      expect(faults).to.have.length(1);
    });
  }
});

describe('the elements, the language and the target', () => {
  for (const [query, ...tags] of [
    ['', 'g6-comparison-table'],
    ['element=breakdown', 'g6-score-breakdown'],
    ['element=card', 'g6-product-card'],
    ['element=weights,table', 'g6-score-weights', 'g6-comparison-table'],
    ['element=weights+table+weights', 'g6-score-weights', 'g6-comparison-table'],
    ['element=script', 'g6-comparison-table'],
    ['element=__proto__', 'g6-comparison-table'],
    ['element=', 'g6-comparison-table'],
  ] as const) {
    it(`are ${tags.join(' and ')} for “${query}”`, () => {
      expect(read(query).tags).to.deep.equal(tags);
    });
  }

  for (const [query, language] of [
    ['lang=de', 'de'],
    ['lang=DE-ch', 'de-CH'],
    ['lang=german!', undefined],
    ['lang=', undefined],
  ] as const) {
    it(`are in ${language ?? 'no language'} for ${query}`, () => {
      expect(read(query).language).to.equal(language);
    });
  }

  for (const [query, target] of [
    ['', '_blank'],
    ['target=top', '_top'],
    ['target=_self', '_blank'],
  ] as const) {
    it(`have links that open in ${target} for “${query}”`, () => {
      expect(read(query).target).to.equal(target);
    });
  }
});
