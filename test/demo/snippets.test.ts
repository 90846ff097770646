/** What is handed out for each form, and the sentences where there is nothing. */
import { expect } from '@open-wc/testing';
import { type Addresses, type Form, fileName, forms, remarkOf, snippetOf } from '../../demo/builder/snippets.js';
import { presets } from '../../demo/builder/theme.js';
import { emptyWork, type Work } from '../../demo/builder/work.js';
import { leakyGut } from '../helpers.js';

const integrity = {
  'g6-comparison.min.js': 'sha384-A',
  'embed-host.min.js': 'sha384-B',
  'languages/de.js': 'sha384-C',
};
const document = { title: 'Kettles', products: [{ name: 'Heron', specs: { price: '$64' } }] };
const work: Work = { ...emptyWork, document };
const at: Addresses = { base: 'https://example.com/g6', src: 'kettles.json' };

function textOf(form: Form, given: Work = work, addresses = at, hasFallback = false): string {
  const snippet = snippetOf(given, form, addresses, integrity, hasFallback);
  return 'text' in snippet ? snippet.text : `! ${snippet.error}`;
}

describe('snippets', () => {
  it('name the script with its hash, in the folder that was said, with a slash or without', () => {
    const tag =
      '<script src="https://example.com/g6/g6-comparison.min.js" integrity="sha384-A" crossorigin="anonymous" defer data-cfasync="false"></script>';
    for (const base of [at.base, `${at.base}/`, ` ${at.base}/ `]) {
      expect(textOf('address', work, { ...at, base })).to.equal(
        `${tag}\n<g6-comparison-table src="kettles.json"></g6-comparison-table>`,
      );
    }
    expect(textOf('address', work, { ...at, base: '' })).to.match(/^<script src="g6-comparison\.min\.js"/);
  });

  it('bring the words of the document’s language where there are some', () => {
    const scripts = (language: string) =>
      textOf('address', { ...work, document: { ...document, language } }).match(/src="[^"]*\.js" integrity="[^"]*"/g);
    expect(scripts('de-CH')?.[1]).to.equal('src="https://example.com/g6/languages/de.js" integrity="sha384-C"');
    expect(scripts('fi')).to.have.length(1);
  });

  it('ask a frame for what it can show', () => {
    const showing = {
      ...work.showing,
      elements: ['table', 'weights', 'cards'],
      on: ['search', 'structured-data'],
      limit: '5',
    } as const;
    const theme = presets[1]?.theme as Work['theme'];
    const given = { ...work, showing, theme };
    const url = new URL(/src="([^"]*)"/.exec(textOf('iframe', given))?.[1]?.replaceAll('&amp;', '&') ?? '');
    expect(url.origin + url.pathname).to.equal('https://example.com/g6/embed.html');
    expect(Object.fromEntries(url.searchParams)).to.deep.equal({
      src: 'kettles.json',
      element: 'table weights',
      limit: '5',
      search: 'true',
      accent: 'light-dark(#9b1c1c, #f0857a)',
      line: 'light-dark(#d9cdb8, #4a4238)',
    });
    expect(textOf('iframe', given)).to.match(/embed-host\.min\.js" integrity="sha384-B"/);
    expect(remarkOf(given, 'iframe')).to.match(/cards and breakdowns are left out/);
    expect(remarkOf(given, 'inline')).to.match(/color-scheme: light dark/);
    expect(remarkOf(work, 'inline')).to.equal('');
  });

  it('have plain HTML inside where that is wanted', () => {
    expect(textOf('inline', work, at, true)).to.match(/<\/script>\n<article [\s\S]*>Heron</);
    expect(textOf('inline')).to.not.match(/<article/);
  });

  it('have the scores that are computed in plain forms, and no headline', () => {
    for (const form of ['html', 'markdown'] as const) {
      const text = textOf(form, { ...work, document: leakyGut as Work['document'] });
      for (const score of ['9.0', '8.6', '8.0', '7.5']) expect(text).to.include(score);
      for (const headline of ['8.7', '8.2', '7.3'])
        expect(text).not.to.match(new RegExp(`[>|] ?${headline} ?[<|]`.replace('.', '\\.')));
      expect(text).not.to.match(/<script|<g6-/);
    }
  });

  it('say in plain forms what a partial score rests on, in the document’s own words', () => {
    const criteria = [
      { id: 'x', label: 'X', weight: 60 },
      { id: 'y', label: 'Y', weight: 40 },
    ];
    const partial = { products: [{ name: 'Heron', scores: { x: 8 } }], rubric: { criteria } };
    const textIn = (form: Form, language: string) => textOf(form, { ...work, document: { ...partial, language } });
    for (const form of ['html', 'markdown'] as const) {
      expect(textIn(form, 'en')).to.match(/60\s?% of the weight/);
      expect(textIn(form, 'de')).to.match(/60\s?% der Gewichte/);
    }
  });

  it('have the products, links and prices in plain forms that the table is to have', () => {
    const offers = [{ url: 'https://shop.example/', price: '$64', asOf: '2026-01-01', paid: true }];
    const products = ['Heron', 'Plover'].map((name) => ({ name, offers }));
    const showing = { ...work.showing, limit: '1', linkParams: 'tag=mine-20', priceMaxAge: '1000w' };
    const text = textOf('markdown', { ...work, document: { products, disclosure: 'We earn.' }, showing });
    expect(text)
      .to.match(/Heron/)
      .and.to.match(/shop\.example\/\?tag=mine-20/)
      .and.to.match(/\$64/);
    expect(text).to.not.match(/Plover/);
  });

  it('ask the elements for prices of an age', () => {
    const showing = { ...work.showing, priceMaxAge: ' 7d ' };
    expect(textOf('address', { ...work, showing })).to.include('<g6-comparison-table price-max-age="7d" src=');
    expect(textOf('iframe', { ...work, showing })).to.include('&amp;price-max-age=7d"');
  });

  for (const form of forms) {
    it(`say that there is nothing to show yet: ${form}`, () => {
      expect(textOf(form, emptyWork)).to.equal('! There is nothing to show yet.');
      expect(textOf(form, { ...work, document: { products: [] } })).to.match(/^! /);
    });
  }

  for (const [what, form, given, addresses, sentence] of [
    ['the document’s address is missing', 'address', work, { ...at, src: ' ' }, /Upload the document/],
    ['it is none', 'address', work, { ...at, src: 'javascript:alert(1)' }, /document’s address has to be/],
    ['the script’s is none', 'inline', work, { ...at, base: 'data:x,' }, /script’s address has to be/],
    ['that of the frame’s page has a query', 'iframe', work, { ...at, base: 'https://x.test/?a=' }, /without “\?”/],
    [
      'no element is chosen',
      'inline',
      { ...work, showing: { ...work.showing, elements: [] } },
      at,
      /Choose an element/,
    ],
  ] as const) {
    it(`say what to do where ${what}`, () => expect(textOf(form, given, addresses)).to.match(sentence));
  }

  for (const [title, name] of [
    ['Electric Kettles 2026: Four', 'electric-kettles-2026-four.json'],
    ['قارن الغلايات', 'قارن-الغلايات.json'],
    ['../../x', 'x.json'],
    ['', 'comparison.json'],
    [undefined, 'comparison.json'],
  ] as const) {
    it(`are saved under a name made of the title: ${title}`, () => {
      expect(fileName({ products: [], ...(title !== undefined && { title }) }, 'json')).to.equal(name);
    });
  }
});
