/** Snippets, judged by what a page shows into which one was pasted, with the built script. Needs the build. */
import { expect } from '@open-wc/testing';
import { type SnippetOptions, writeSnippet } from '../../src/formats/write-snippet.js';
import { writePlainHtml } from '../../src/render/write-plain.js';
import { byScore, closePages, leakyGut, openPage, rowsOf, until, watchConsole } from '../helpers.js';

const address = new URL('/dist/g6-comparison.min.js', location.href).href;
const documentAddress = new URL('../../demo/data/leaky-gut.json', import.meta.url).href;
const published = [
  'Thorne L-Glutamine',
  'Integrative Therapeutics Zinc-Carnosine',
  'Sovereign Laboratories Colostrum-LD',
  'Ora Organic Trust Your Gut',
];

async function hashOf(url: string): Promise<string> {
  const bytes = await (await fetch(url)).arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-384', bytes));
  return `sha384-${btoa(String.fromCharCode(...hash))}`;
}

const scripts = async (): Promise<readonly [{ src: string; integrity: string }]> => [
  { src: address, integrity: await hashOf(address) },
];

/** The one element with this tag in a page, once it shows something. */
async function shownIn(page: Document, tag: string): Promise<Element> {
  const found = () => page.querySelector(tag);
  await until(() => found()?.shadowRoot?.querySelector('table, h3'), `What ${tag} shows`);
  return found() as Element;
}

const parsed = (snippet: string): Document => new DOMParser().parseFromString(snippet, 'text/html');

describe('writeSnippet', () => {
  watchConsole();
  afterEach(closePages);

  it('is the script and the table with the document in it, if nothing is said', () => {
    expect(writeSnippet({ products: [{ name: 'Kettle' }] })).to.equal(
      [
        '<script src="g6-comparison.min.js" defer data-cfasync="false"></script>',
        '<g6-comparison-table>',
        '<script type="application/json">',
        '{',
        '  "products": [',
        '    {',
        '      "name": "Kettle"',
        '    }',
        '  ]',
        '}',
        '</script>',
        '</g6-comparison-table>',
        '',
      ].join('\n'),
    );
  });

  for (const as of ['script', 'wordpress'] as const) {
    for (const src of [undefined, documentAddress]) {
      const how = `${as} ${src ? 'by address' : 'inline'}`;
      it(`shows the table in an empty page: ${how}`, async () => {
        const page = await openPage(writeSnippet(leakyGut, { as, src, scripts: await scripts() }));
        const table = await shownIn(page, 'g6-comparison-table');
        expect(rowsOf(table)).to.deep.equal(src ? published : byScore);
      });
    }
  }

  it('shows the table from an attribute, where no sign ends it and nothing looks like a short code', async () => {
    const title = 'A "b" \'c\' <d> & [gallery]';
    const snippet = writeSnippet({ ...leakyGut, title }, { isInAttribute: true, scripts: await scripts() });
    expect(snippet).to.not.match(/<script type|\[gallery\]|data="[^"]*[<>]/);
    const table = await shownIn(await openPage(snippet), 'g6-comparison-table');
    expect(rowsOf(table)).to.deep.equal(byScore);
    expect(table.shadowRoot?.querySelector('caption')?.textContent).to.include(title);
  });

  it('has what is given inside the table, for readers without the script', async () => {
    const fallback = writePlainHtml(leakyGut);
    const page = await openPage(writeSnippet(leakyGut, { fallback, scripts: [] }));
    const names = [...(page.querySelector('table')?.tBodies[0]?.rows ?? [])].map(({ cells: [, name] }) => name);
    expect(page.querySelector('g6-comparison-table > article')?.textContent).to.include('Thorne L-Glutamine');
    expect(names).to.have.length(byScore.length);
    const live = await openPage(writeSnippet(leakyGut, { fallback, scripts: await scripts() }));
    expect(rowsOf(await shownIn(live, 'g6-comparison-table'))).to.deep.equal(byScore);
  });

  it('shows every element that is asked for, by one comparison', async () => {
    const show = ['cards', 'weights', 'table', 'breakdowns'] as const;
    for (const src of [undefined, documentAddress]) {
      const page = await openPage(writeSnippet(leakyGut, { show, src, scripts: await scripts() }));
      await shownIn(page, 'g6-comparison-table');
      const tags = [...page.querySelectorAll('g6-comparison > *:not(script)')].map(({ localName }) => localName);
      expect(tags).to.deep.equal([
        ...Array(4).fill('g6-product-card'),
        'g6-score-weights',
        'g6-comparison-table',
        ...Array(4).fill('g6-score-breakdown'),
      ]);
      expect(page.querySelector('g6-product-card')?.shadowRoot?.textContent).to.include('Thorne L-Glutamine');
    }
  });

  it('gives the table its attributes, and all of it a theme', async () => {
    const snippet = writeSnippet(leakyGut, {
      attributes: { layout: 'matrix', search: true, filters: false, limit: 3, sort: undefined },
      theme: { '--g6-accent': 'light-dark(rgb(200 0 0), hsl(120deg 50% 50% / .5))', '--g6-line': '#ccc' },
      scripts: await scripts(),
    });
    expect(snippet).to.include('<g6-comparison-table layout="matrix" search limit="3">');
    const page = await openPage(snippet);
    const table = await shownIn(page, 'g6-comparison-table');
    expect(table.shadowRoot?.querySelector('input[type=search]')).not.to.equal(null);
    const style = page.defaultView?.getComputedStyle(table);
    expect(style?.getPropertyValue('--g6-line')).to.equal('#ccc');
    expect(style?.getPropertyValue('--g6-accent')).to.equal('light-dark(rgb(200 0 0), hsl(120deg 50% 50% / .5))');
  });

  it('asks embed.html for the document in a frame', () => {
    const snippet = writeSnippet(
      { title: 'Tea & “<kettles>”', products: ['A'] },
      {
        as: 'iframe',
        src: 'https://a.example/c.json?x=1&y=2#z',
        embed: 'https://b.example/embed.html',
        query: { layout: 'cards' },
        height: 400.4,
      },
    );
    const frame = parsed(snippet).querySelector('iframe');
    expect(frame?.title).to.equal('Tea & “<kettles>”');
    expect(frame?.height).to.equal('400');
    const url = new URL(frame?.src ?? '');
    expect(url.href.replace(/\?.*/, '')).to.equal('https://b.example/embed.html');
    expect([...url.searchParams]).to.deep.equal([
      ['src', 'https://a.example/c.json?x=1&y=2#z'],
      ['layout', 'cards'],
    ]);
  });

  it('writes an oEmbed answer with that frame', () => {
    const frame = { src: 'https://a.example/c.json', embed: 'https://b.example/embed.html' };
    const answer = JSON.parse(writeSnippet(leakyGut, { as: 'oembed', ...frame }));
    expect(answer).to.include({ version: '1.0', type: 'rich', title: 'Best Leaky Gut Supplements 2026' });
    expect(`${answer.html}\n`).to.equal(writeSnippet(leakyGut, { as: 'iframe', ...frame }));
    for (const size of ['width', 'height']) expect(answer[size]).to.be.above(0);
  });

  const forms: readonly SnippetOptions[] = [
    { as: 'script' },
    { as: 'script', show: ['table', 'cards', 'weights', 'breakdowns'] },
    { as: 'wordpress', src: 'c.json' },
    { as: 'iframe', src: 'c.json', embed: 'embed.html' },
  ];
  const hostile = [
    '</script><img src=x onerror=alert(1)>',
    '<!--<script>',
    '"><img src=x>',
    ']]>',
    '-->',
    '\u2028&lt;img src=x>&#60;',
    '[gallery] [caption]x[/caption]',
    '\\"[x]\\',
  ];
  for (const options of forms) {
    it(`holds every text as text: ${JSON.stringify(options)}`, () => {
      for (const text of hostile) {
        const document = {
          title: text,
          disclosure: text,
          products: [{ name: text, award: text, id: text, specs: { [text]: text, list: [text, text] } }],
        };
        const page = parsed(writeSnippet(document, options));
        expect(page.querySelectorAll('img, a, script:not([src], [type])'), text).to.have.length(0);
        const json = page.querySelector('script[type]')?.textContent;
        if (json) expect(JSON.parse(json)).to.deep.equal(document);
      }
    });
  }

  it('leaves WordPress no brackets in texts to take for its short codes', () => {
    const snippet = writeSnippet({ products: [{ name: 'A [gallery] & <B>' }] }, { as: 'wordpress' });
    expect(snippet).to.match(/^<!-- wp:html -->\n[\s\S]*\n<!-- \/wp:html -->\n$/);
    expect(snippet).not.to.match(/\[gallery|&|<B>|\n\s*\n/);
  });

  it('takes a document as text too', () => {
    expect(writeSnippet('{"products":["A"]}')).to.equal(writeSnippet({ products: ['A'] }));
  });

  for (const as of ['script', 'wordpress'] as const) {
    for (const document of [{ products: [] }, 'no JSON', undefined, 5]) {
      it(`is empty as ${as} for ${JSON.stringify(document)}`, () => {
        expect(writeSnippet(document, { as })).to.equal('');
      });
    }
  }

  const refused: readonly (readonly [options: unknown, message: RegExp])[] = [
    [{ as: 'pdf' }, /^as .* pdf$/],
    [{ src: 'javascript:alert(1)' }, /^src .* javascript:alert\(1\)$/],
    [{ scripts: [{ src: 'data:,x' }] }, /^scripts .* data:,x$/],
    [{ show: [] }, /^show /],
    [{ show: ['script'] }, /^show .* script$/],
    [{ attributes: { onclick: 'x' } }, /onclick$/],
    [{ attributes: { 'a b': 'x' } }, /a b$/],
    [{ attributes: { src: 'x' } }, /src$/],
    [{ theme: { color: 'red' } }, /^theme .* color$/],
    [{ theme: { '--g6-accent': 'red; } body { display: none' } }, /^theme .* --g6-accent was /],
    [{ theme: { '--g6-accent': 'url(https://a.example)' } }, /^theme .* --g6-accent was /],
    [{ theme: { '--g6-accent': 'rgb(1 2 3' } }, /^theme .* --g6-accent was /],
    [{ theme: { '--g6-accent': 'red /*' } }, /^theme .* --g6-accent was /],
    [{ as: 'iframe', embed: 'embed.html' }, /^src /],
    [{ as: 'iframe', src: 'c.json' }, /^embed /],
    [{ as: 'oembed', src: 'c.json', embed: 'embed.html?x' }, /^embed /],
  ];
  for (const [options, message] of refused) {
    it(`throws a TypeError that names what is wrong: ${JSON.stringify(options)}`, () => {
      expect(() => writeSnippet({ products: ['A'] }, options as SnippetOptions)).to.throw(TypeError, message);
    });
  }
});
