// `render` on the command line, as people and build scripts run it. Needs the build.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import MarkdownIt from 'markdown-it';
import { vocabularyFaults } from '../vocabulary.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const program = join(root, manifest.bin['g6-comparison']);

const picks = JSON.stringify({
  title: 'Kettles',
  language: 'en',
  publisher: { name: 'The Kitchen' },
  disclosure: 'We earn from some links.',
  rubric: {
    criteria: [
      { id: 'a', label: 'Alpha', weight: 60 },
      { id: 'b', label: 'Beta', weight: 40 },
    ],
  },
  products: [
    { name: 'Heron', id: 'heron', url: 'heron.html', scores: { a: 9, b: 8 }, specs: { price: '$30' } },
    {
      name: 'Plover',
      scores: { a: 7, b: 10 },
      pros: ['Light', 'Quick'],
      offers: [{ seller: 'Shop', url: 'https://shop.example/p', price: '$20', asOf: '2026-04-30', paid: true }],
    },
  ],
});
const article = `# Best lamps\n\n| Product | Price |\n|---|---|\n| Heron | $20 |\n| Plover | $10 |\n`;
const page = `<!doctype html><title>Kettles</title><p>Before</p>
<g6-comparison-table src="picks.json"></g6-comparison-table><p>After</p>\n`;

let folder;
before(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'g6-comparison-')));
  await writeFile(join(folder, 'picks.json'), picks);
  await writeFile(join(folder, 'article.md'), article);
  await writeFile(join(folder, 'page.html'), page);
  await writeFile(join(folder, 'lost.html'), page.replace('picks', 'no-such') + page);
  await writeFile(join(folder, 'rooted.html'), page.replace('picks', '/picks'));
  await writeFile(join(folder, 'broken.json'), '{ "products": [');
  await writeFile(join(folder, 'flawed.json'), '{ "products": [{ "name": "Heron" }], "title": [] }');
});
after(() => rm(folder, { recursive: true, force: true }));

/** Runs `render` in the test's folder, on 1 May 2026; `input` is what it is given on standard input. */
async function render(args, input = '') {
  const child = spawn(process.execPath, [program, 'render', '--as-of', '2026-05-01', ...args], { cwd: folder });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  child.stdin.on('error', ({ code }) => assert.equal(code, 'EPIPE'));
  child.stdin.end(input);
  const [code] = await once(child, 'close');
  return { code, stdout, stderr };
}

describe('render', () => {
  it('makes plain HTML of a document, with what is wrong in it on stderr', async () => {
    const { code, stdout, stderr } = await render(['picks.json']);
    assert.deepEqual([code, stderr], [0, 'No errors and no warnings in 1 document.\n']);
    assert.match(stdout, /^<article lang="en" dir="ltr">\n<h2>Kettles<\/h2>/);
    // 9 × 0.6 + 8 × 0.4 and 7 × 0.6 + 10 × 0.4.
    assert.match(stdout, />1\. <a href="heron\.html">Heron<\/a><\/th><td[^>]*><b>8\.6<\/b>/);
    assert.match(stdout, />2\. Plover<\/th><td[^>]*><b>8\.2<\/b>/);
    assert.match(
      stdout,
      /<b>\$20<\/b> · as of April 30, 2026 · <a href="https:\/\/shop\.example\/p" rel="sponsored nofollow noopener">See at Shop<\/a> \(Paid link\)/,
    );
    assert.doesNotMatch(stdout, /style|class|script/);
  });

  it('says which columns are not there, and which sellers nothing is earned from', async () => {
    for (const as of ['html', 'elements', 'json-ld']) {
      const options = ['--as', as, '--columns', 'score,prise', '--link-params', 'tag=me; Shopp: tag=you'];
      const { code, stdout, stderr } = await render([...options, 'picks.json']);
      assert.equal(code, 0);
      assert.notEqual(stdout, '');
      assert.equal(
        stderr,
        `--columns: “prise” is passed over: no column is called so; there are name, score, bestFor, offers, price, a, b.
--link-params: “Shopp” has no paid offer: name one of Shop, or write tag=mine.
No errors and no warnings in 1 document.\n`,
      );
    }
  });

  it('makes addresses absolute in every form, in the data of elements too', async () => {
    const document = {
      publisher: { name: 'P', url: '/about' },
      rubric: { url: 'how.html', criteria: [{ id: 'url', label: 'A', weight: 1 }] },
      columns: [{ id: 'url' }, { id: 'shop' }],
      products: [
        {
          name: 'Heron',
          url: 'heron.html',
          image: { src: '//cdn.example/h.png', alt: '' },
          scores: { url: { value: 9, sources: [{ url: '../study' }] } },
          specs: { url: 'none', shop: { value: 'here', url: '#shop' } },
          offers: [{ seller: 'Shop', url: '/go', price: '$20', asOf: '2026-04-30', paid: true }],
        },
      ],
    };
    const where = 'https://publisher.example/picks/heron.json';
    for (const as of ['elements', 'html', 'markdown']) {
      const { stdout } = await render(
        ['--as', as, '--url', where, '--link-params', 'tag=me', '-'],
        JSON.stringify(document),
      );
      assert.match(stdout, /https:\/\/publisher\.example\/go\?tag=me/, as);
      assert.doesNotMatch(stdout, /(href|src)="(?!https:)/, as);
      assert.doesNotMatch(stdout, /\]\(<(?!https:)/, as);
    }
    const { stdout } = await render(['--as', 'elements', '--url', where, '-'], JSON.stringify(document));
    const data = JSON.parse(/<script type="application\/json">(.*?)<\/script>/s.exec(stdout)?.[1] ?? '');
    assert.deepEqual(data, {
      publisher: { name: 'P', url: 'https://publisher.example/about' },
      rubric: { url: 'https://publisher.example/picks/how.html', criteria: document.rubric.criteria },
      columns: document.columns,
      products: [
        {
          name: 'Heron',
          url: 'https://publisher.example/picks/heron.html',
          image: { src: 'https://cdn.example/h.png', alt: '' },
          scores: { url: { value: 9, sources: [{ url: 'https://publisher.example/study' }] } },
          specs: { url: 'none', shop: { value: 'here', url: `${where}#shop` } },
          offers: [
            { seller: 'Shop', url: 'https://publisher.example/go', price: '$20', asOf: '2026-04-30', paid: true },
          ],
        },
      ],
    });
  });

  it('loads the documents of other origins into a page that lies here', async () => {
    const server = createServer((_, response) => response.end(picks)).listen(0, '127.0.0.1');
    try {
      await once(server, 'listening');
      const address = `http://127.0.0.1:${server.address().port}/picks.json`;
      for (const url of [[], ['--url', 'https://partner.example/page.html']]) {
        const { code, stdout, stderr } = await render([...url, '-'], page.replace('picks.json', address));
        assert.deepEqual([code, stderr.split('\n').at(-2)], [0, 'No errors and no warnings in 1 document.']);
        assert.match(stdout, /<template shadowrootmode="open">.*Plover/s);
      }
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });

  it('takes no option for a page that is the elements’ own to say', async () => {
    for (const option of ['--link-params=tag=me', '--limit=2', '--structured-data']) {
      const { code, stdout, stderr } = await render([option, 'page.html']);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(
        stderr,
        /--[a-z-]+ is for documents: page\.html is a page, whose elements have attributes of their own\./,
      );
    }
  });

  it('makes Markdown of it, and of standard input', async () => {
    const { code, stdout } = await render(['--as', 'markdown', 'picks.json']);
    assert.equal(code, 0);
    assert.match(stdout, /^## Kettles\n/);
    assert.match(
      new MarkdownIt().render(stdout),
      /<td>2\. Plover<\/td>\s*<td style="text-align:right"><strong>8\.2<\/strong>/,
    );
    assert.equal((await render(['--as', 'markdown', '-'], picks)).stdout, stdout);
  });

  it('makes JSON-LD of what shows, a table if nothing is said', async () => {
    const { code, stdout } = await render(['--as', 'json-ld', 'picks.json']);
    const block = JSON.parse(stdout);
    assert.deepEqual([code, vocabularyFaults(block)], [0, []]);
    assert.deepEqual(
      block.itemListElement.map(({ item }) => item.review.reviewRating.ratingValue),
      ['8.6', '8.2'],
    );
    assert.doesNotMatch(stdout, /positiveNotes/);
    const one = JSON.parse((await render(['--as=json-ld', '--shows=card', '--product=plover', 'picks.json'])).stdout);
    assert.deepEqual(
      [one['@type'], one.name, one.review.positiveNotes.itemListElement.length],
      ['Product', 'Plover', 2],
    );
  });

  it('makes elements of a page, whose documents lie beside it, and leaves the rest of it as it is', async () => {
    const { code, stdout, stderr } = await render(['page.html']);
    assert.deepEqual([code, stderr], [0, 'No errors and no warnings in 1 document.\n']);
    assert.match(stdout, /<g6-comparison-table src="picks\.json"><template shadowrootmode="open">/);
    assert.match(stdout, /^<!doctype html><title>Kettles<\/title><p>Before<\/p>\n/);
    assert.match(stdout, /<p>After<\/p>\n$/);
    assert.match(stdout, /8\.6/);
    // Once more is the same.
    assert.equal((await render(['-'], stdout)).stdout, stdout);
  });

  it('makes elements of a document', async () => {
    const { code, stdout } = await render(['--as', 'elements', 'picks.json']);
    assert.equal(code, 0);
    assert.match(stdout, /<g6-comparison-table[^>]*><template shadowrootmode="open">/);
    assert.match(stdout, /Plover/);
  });

  it('makes all of it of an article', async () => {
    const { code, stdout } = await render(['article.md']);
    assert.equal(code, 0);
    assert.match(stdout, /<h2>Best lamps<\/h2>/);
    assert.match(stdout, /\$10 \(best\)/);
  });

  it('takes what a table takes, and makes addresses absolute', async () => {
    const { stdout } = await render([
      '--link-params',
      'tag=me',
      '--columns=name b',
      '--limit=1',
      '--heading=3',
      '--price-max-age=1h',
      '--structured-data',
      '--url=https://kitchen.example/kettles/',
      'picks.json',
    ]);
    assert.match(stdout, /<h3>Kettles<\/h3>[\s\S]*<h4>1\. Heron<\/h4>/);
    assert.match(stdout, /href="https:\/\/kitchen\.example\/kettles\/heron\.html"/);
    assert.match(stdout, /<th[^>]*>Beta<\/th>/);
    assert.doesNotMatch(stdout, /Plover/);
    assert.match(stdout, /<script type="application\/ld\+json">\{.*\}<\/script>\n$/);
    const { stdout: whole } = await render(['--link-params', 'tag=me', '--price-max-age', '1h', 'picks.json']);
    assert.match(whole, /<a href="https:\/\/shop\.example\/p\?tag=me"[^>]*>Check price at Shop</);
  });

  it('writes into a file', async () => {
    const { code, stdout } = await render(['picks.json', '-o', 'out.html']);
    assert.deepEqual([code, stdout], [0, '']);
    assert.match(await readFile(join(folder, 'out.html'), 'utf8'), /^<article[\s\S]*<\/article>\n$/);
  });

  it('writes JSON with what is wrong and what was made', async () => {
    const { code, stdout } = await render(['--json', 'flawed.json']);
    const { file, errors, diagnostics, output } = JSON.parse(stdout);
    assert.deepEqual([code, file, errors, diagnostics[0].code], [1, 'flawed.json', 1, 'wrong-type']);
    assert.match(output, /^<article/);
  });

  it('exits 1 for what is wrong in a document, and makes what can be made of it', async () => {
    const { code, stdout, stderr } = await render(['flawed.json']);
    assert.equal(code, 1);
    assert.match(stdout, /Heron/);
    assert.match(stderr, /^flawed\.json:1: error wrong-type: /);
    const broken = await render(['broken.json']);
    assert.deepEqual([broken.code, broken.stdout], [1, '']);
  });

  it('leaves elements to the script whose document is missing, renders the others, and exits 1', async () => {
    const { code, stdout, stderr } = await render(['lost.html']);
    assert.equal(code, 1);
    assert.match(stdout, /<g6-comparison-table src="no-such\.json"><\/g6-comparison-table>/);
    assert.match(stdout, /<g6-comparison-table src="picks\.json"><template shadowrootmode="open">/);
    const said =
      /^lost\.html:1: error not-loaded: no-such\.json could not be read \(.*\): .*\n1 error in 1 document\.\n$/;
    assert.match(stderr, said);
    const json = await render(['--json', '--out', 'lost-ahead.html', 'lost.html']);
    const { errors, diagnostics } = JSON.parse(json.stdout);
    assert.deepEqual([json.code, errors, diagnostics[0].code], [1, 1, 'not-loaded']);
    assert.equal((await readFile(join(folder, 'lost-ahead.html'), 'utf8')).trim(), stdout.trim());
  });

  it('finds documents whose address begins at the root beside the page', async () => {
    const { code, stdout } = await render(['rooted.html']);
    assert.equal(code, 0);
    assert.match(stdout, /<g6-comparison-table src="\/picks\.json"><template shadowrootmode="open">/);
  });

  it('loads a page and its documents from where they are', async () => {
    const server = createServer(({ url }, response) => response.end(url === '/a/picks.json' ? picks : page)).listen(
      0,
      '127.0.0.1',
    );
    await once(server, 'listening');
    try {
      const { code, stdout } = await render([`http://127.0.0.1:${server.address().port}/a/page.html`]);
      assert.equal(code, 0);
      assert.match(stdout, /<template shadowrootmode="open">[\s\S]*Plover/);
    } finally {
      server.close();
    }
  });

  const wrong = [
    [[], /render needs one FILE or URL/],
    [['a.json', 'b.json'], /render needs one FILE or URL/],
    [['no-such.json'], /no-such\.json does not exist/],
    [['--as', 'pdf', 'picks.json'], /--as takes elements, html, markdown, json-ld, not pdf/],
    [['--as', 'html', 'page.html'], /page\.html is a page with elements: it becomes elements, not html/],
    [['--shows', 'all of it', 'picks.json'], /--shows takes table, card, all, not all of it/],
    [['--product', 'owl', '--as', 'json-ld', 'picks.json'], /--product takes one of heron, plover, not owl/],
    [['--limit', '0', 'picks.json'], /--limit takes a number from 1 up, not 0/],
    [['--limit', '1e3', 'picks.json'], /--limit takes a number from 1 up, not 1e3/],
    [['--heading', '6', 'picks.json'], /--heading takes a number from 1 to 5, not 6/],
    [['--url', 'kitchen.example', 'picks.json'], /--url takes an http or https address, not kitchen\.example/],
    [['--url', 'javascript:alert(1)', 'picks.json'], /--url takes an http or https address/],
    [['--price-max-age', 'soon', 'picks.json'], /--price-max-age takes an age such as 12h or 7d, not soon/],
    [['--out', 'no/such/folder.html', 'picks.json'], /no\/such\/folder\.html cannot be written/],
  ];
  for (const [args, message] of wrong) {
    it(`${args.join(' ')} exits 2 and says why in one line`, async () => {
      const { code, stdout, stderr } = await render(args);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, message);
      assert.match(stderr, /^g6-comparison: [^\n]+\n$/);
    });
  }
});
