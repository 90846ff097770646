// Pages rendered ahead: what is written into them, and what a browser makes of that without the script, with it, and with
// another one. Needs the build, and Chromium.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import 'g6-comparison/languages/de';
import { renderComparison, renderPage, stylesOf, tags } from 'g6-comparison/render';
import { chromium } from 'playwright-core';
import { findEngines } from '../engines.mjs';

const root = new URL('../../', import.meta.url);
const read = (path) => readFile(new URL(path, root), 'utf8');

const lamps = {
  title: 'Desk lamps',
  products: [
    { name: 'Heron', specs: { Price: '$64', Light: '700 lm' } },
    { name: 'Plover', specs: { Price: '$39.50', Light: '450 lm' } },
    { name: 'Bittern', specs: { Price: '$120', Light: '1,100 lm' } },
  ],
};
const json = JSON.stringify(lamps);

/** The shadow trees in some HTML, without their style sheets. */
const treesOf = (html) =>
  [...html.matchAll(/<template shadowrootmode="open">(.*?)<\/template>/gs)].map(([, tree]) =>
    tree.replace(/<style[^>]*>.*?<\/style>/s, ''),
  );

const textOf = (html) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('renderPage', () => {
  it('changes nothing of a page but what it puts into its elements', async () => {
    const page = await read('demo/article.html');
    const { html } = await renderPage(page, { load: (address) => read(`demo/${address}`) });
    const added =
      /<template shadowrootmode="open">.*?<\/template>|<script type="application\/(ld\+)?json" data-g6.*?<\/script>|<(a|small) slot="g6-.*?<\/\2>/gs;
    assert.equal(html.replace(added, ''), page);
    const links = html.match(added).filter((one) => /^<(a|small) /.test(one));
    assert.equal(html.match(added).length - links.length, 7 + 2);
  });

  it('gives the same when it renders what it has rendered', async () => {
    const load = (address) => read(`demo/${address}`);
    const once = await renderPage(await read('demo/article.html'), { load, now: 0 });
    const twice = await renderPage(once.html, { load, now: 0 });
    assert.equal(twice.html, once.html);
  });

  it('asks for each document once, and has its text in the page once', async () => {
    const asked = [];
    const { html } = await renderPage(
      '<g6-comparison-table src="a.json"></g6-comparison-table><g6-product-card product="heron" src="./a.json#x"></g6-product-card><g6-comparison-table src="b.json"></g6-comparison-table>',
      {
        load: (address) => {
          asked.push(address);
          return json;
        },
      },
    );
    assert.deepEqual(asked, ['a.json', 'b.json']);
    assert.deepEqual(
      [...html.matchAll(/data-g6-src="(.*?)"/g)].map(([, address]) => address),
      ['a.json', 'b.json'],
    );
    assert.equal(treesOf(html).length, 3);
  });

  const found = (what, page, texts, options) =>
    it(what, async () => {
      const { html } = await renderPage(page, { load: () => json, ...options });
      assert.deepEqual(
        treesOf(html).map((tree) => /Heron|Kettle/.exec(textOf(tree))?.[0] ?? ''),
        texts,
      );
    });
  found('takes the data attribute', `<g6-comparison-table data='${json}'></g6-comparison-table>`, ['Heron']);
  found(
    'takes a JSON child, also one that a CMS has wrapped',
    `<g6-comparison-table><p><script type="application/json">${json}</script></p></g6-comparison-table>`,
    ['Heron'],
  );
  found(
    'takes the scope around an element, for itself too',
    '<g6-comparison src="x"><div><g6-comparison-table></g6-comparison-table></div></g6-comparison>',
    ['', 'Heron'],
  );
  found(
    'takes what an element has itself before its scope',
    `<g6-comparison src="x"><g6-comparison-table data='{"products":["Kettle"]}'></g6-comparison-table></g6-comparison>`,
    ['', 'Kettle'],
  );
  found(
    'leaves a table child to the script, in a scope too',
    '<g6-comparison src="x"><g6-comparison-table><table><tr><th>Name</table></g6-comparison-table></g6-comparison>',
    [''],
  );
  found('leaves what has no document to the script', '<g6-comparison-table></g6-comparison-table>', []);
  found(
    'leaves what is in a template alone',
    '<template><g6-comparison-table src="x"></g6-comparison-table></template>',
    [],
  );
  found(
    'leaves what is in a comment or a text alone',
    '<!-- <g6-comparison-table src="x"> --> &lt;g6-comparison-table src="x">',
    [],
  );
  found(
    'leaves an address to the script where nobody loads it',
    '<g6-comparison-table src="x"></g6-comparison-table>',
    [],
    {
      load: undefined,
    },
  );

  it('reports each document, and leaves what cannot be had or used to the script', async () => {
    const page = `<g6-comparison-table src="none.json"></g6-comparison-table>
      <g6-comparison-table data="{}"></g6-comparison-table>
      <g6-comparison-table data='{"products":[{"name":"Kettle","url":"javascript:x"}]}'></g6-comparison-table>`;
    const { html, documents } = await renderPage(page, {
      load: () => {
        throw new Error('There is no such file.');
      },
    });
    assert.deepEqual(
      documents.map(({ where, diagnostics, error }) => [
        where,
        diagnostics.map(({ code }) => code).join(),
        error?.message,
      ]),
      [
        ['none.json', '', 'There is no such file.'],
        ['The data attribute', 'no-products', documents[1].error.message],
        ['The data attribute', 'unsafe-url', undefined],
      ],
    );
    assert.match(documents[1].error.message, /^The data attribute: There is no product/);
    assert.equal(treesOf(html).length, 1);
  });

  const linked = JSON.stringify({
    products: [
      { name: 'A', url: '../reviews/a.html?b#c' },
      { name: 'B', url: '/b' },
      { name: 'C', url: 'https://other.example/c' },
      { name: 'D', url: 'd.html' },
    ],
  });
  for (const [what, options, base, links] of [
    ['relative to the page', {}, '', ['reviews/a.html?b#c', '/b', 'https://other.example/c', 'data/d.html']],
    [
      'relative to what the page says it is relative to',
      {},
      '<base href="deep/er/">',
      ['reviews/a.html?b#c', '/b', 'https://other.example/c', 'data/d.html'],
    ],
    [
      'in full where the page’s address is known',
      { url: 'https://page.example/x/y.html' },
      '',
      [
        'https://page.example/x/reviews/a.html?b#c',
        'https://page.example/b',
        'https://other.example/c',
        'https://page.example/x/data/d.html',
      ],
    ],
  ]) {
    it(`writes addresses ${what}`, async () => {
      const { html } = await renderPage(`${base}<g6-comparison-table src="data/x.json"></g6-comparison-table>`, {
        load: () => linked,
        ...options,
      });
      assert.deepEqual(
        [...html.matchAll(/<a slot="g6-[^"]*" href="(.*?)"/g)].map(([, link]) => link),
        links,
      );
      assert.doesNotMatch(html, /page\.invalid/);
    });
  }

  it('asks for documents by their full address where the page’s own is known', async () => {
    const asked = [];
    const load = (address) => {
      asked.push(address);
      return json;
    };
    const page = '<g6-comparison-table src="../data/x.json"></g6-comparison-table>';
    await renderPage(page, { load, url: 'https://page.example/x/y.html' });
    await renderPage(page, { load });
    assert.deepEqual(asked, ['https://page.example/data/x.json', '../data/x.json']);
  });

  it('lets no text of a document out of its place', async () => {
    const text = '</script></template><script>alert(1)</script><!--';
    const hostile = JSON.stringify({ title: text, products: [{ name: text, award: text, specs: { [text]: text } }] });
    const { html } = await renderPage('<g6-comparison-table src="x"></g6-comparison-table>', { load: () => hostile });
    assert.equal(html.match(/<\/template>/g).length, 1);
    assert.equal(html.match(/<script/g).length, html.match(/<\/script>/g).length);
    assert.doesNotMatch(html, /<script>|alert\(1\)<|<!--[^->/]/);
  });

  it('judges prices as of the moment it is given', async () => {
    const offer = { seller: 'Shop', url: 'https://shop.example/', price: '$9', asOf: '2026-04-30', paid: false };
    const page = `<g6-comparison-table data='${JSON.stringify({ products: [{ name: 'Kettle', offers: [offer] }] })}'></g6-comparison-table>`;
    const codes = async (now) =>
      (await renderPage(page, { now })).documents[0].diagnostics.map(({ code }) => code).join();
    assert.equal(await codes(Date.parse('2026-05-01')), '');
    assert.equal(await codes(Date.parse('2026-12-01')), 'price-stale');
  });

  it('writes in the language of the document, else of the page, else of the options', async () => {
    const german = (page) =>
      renderPage(page, { language: 'de' }).then(({ html }) => /Wähl|Produkt/.test(treesOf(html)[0]));
    assert.equal(await german(`<g6-comparison-table data='${json}'></g6-comparison-table>`), true);
    assert.equal(await german(`<p lang="en"><g6-comparison-table data='${json}'></g6-comparison-table>`), false);
    const own = JSON.stringify({ ...lamps, language: 'de' });
    assert.equal(await german(`<p lang="en"><g6-comparison-table data='${own}'></g6-comparison-table>`), true);
  });

  it('tells search engines once what tables and cards show, unless it is not to', async () => {
    const page =
      '<g6-comparison-table src="x"></g6-comparison-table><g6-product-card src="x" product="colostrum-ld"></g6-product-card>';
    const load = () => read('demo/data/leaky-gut.json');
    const { html } = await renderPage(page, { load, url: 'https://page.example/' });
    const [[, text], ...more] = html.matchAll(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/gs);
    assert.equal(more.length, 0);
    const { itemListElement: items } = JSON.parse(text);
    assert.deepEqual(
      items.map(({ name, item }) => name ?? item.name),
      [
        'Thorne L-Glutamine',
        'Integrative Therapeutics Zinc-Carnosine',
        'Sovereign Laboratories Colostrum-LD',
        'Ora Organic Trust Your Gut',
      ],
    );
    assert.doesNotMatch((await renderPage(page, { load, structuredData: false })).html, /ld\+json/);
  });

  const shop = JSON.stringify({
    ...lamps,
    disclosure: 'We earn from links marked as paid.',
    rubric: { criteria: [{ id: 'light', label: 'Light', weight: 1 }] },
    products: [
      {
        id: 'heron',
        name: 'Heron',
        url: 'reviews/heron.html',
        scores: { light: 9 },
        image: { src: 'heron.png', alt: 'A lamp' },
        offers: [
          { seller: 'Tea & Co', url: 'https://shop.example/1', paid: true },
          { seller: 'Free', url: 'https://free.example/1' },
        ],
      },
      { id: 'ibis', name: 'Ibis', scores: { light: 8 } },
    ],
  });
  /** The plain forms that stand in the elements of some HTML. */
  const plainOf = (html) => [...html.matchAll(/<article data-g6-plain="".*?<\/article>/gs)].map(([all]) => all);

  it('writes a plain form into elements that their author has put nothing into', async () => {
    const page = `<g6-comparison src="x">
      <g6-comparison-table columns="name score offers"></g6-comparison-table>
      <g6-product-card product="heron"></g6-product-card>
      <g6-score-breakdown product="ibis"></g6-score-breakdown>
      <g6-score-weights></g6-score-weights>
    </g6-comparison>`;
    const { html } = await renderPage(page, { load: () => shop, language: 'en' });
    const [table, card, breakdown, ...more] = plainOf(html);
    assert.deepEqual(more, []);
    assert.match(
      textOf(table),
      /^We earn from links marked as paid\. Desk lamps Product Score Offers 1\. Heron 9\.0 Check|See at Tea &amp; Co \(Paid link\) 2\. Ibis 8\.0 —$/,
    );
    assert.match(table, /<a href="reviews\/heron.html">Heron<\/a>/);
    assert.match(table, /<a href="https:\/\/shop.example\/1" rel="sponsored nofollow noopener">/);
    assert.match(textOf(card), /^We earn .* 1\. Heron .*Tea &amp; Co \(Paid link\)/);
    assert.doesNotMatch(textOf(card), /Ibis/);
    // It would be asked for, though nobody sees it.
    assert.doesNotMatch(plainOf(html).join(), /<img/);
    assert.match(textOf(breakdown), /Ibis comes about Criterion Weight Score Contribution Light 100% 8.0 8.00 Total/);
    assert.doesNotMatch(breakdown, /Heron/);
  });

  for (const [what, page] of [
    ['an element', '<g6-comparison-table src="x"><p>Four lamps.</p></g6-comparison-table>'],
    ['a text', '<g6-comparison-table src="x">Four lamps.</g6-comparison-table>'],
    ['an element in a paragraph', '<p>See <g6-comparison-table src="x"></g6-comparison-table></p>'],
  ]) {
    it(`writes none into ${what}`.replace('none into an element in', 'none into one in'), async () => {
      const { html } = await renderPage(page, { load: () => shop });
      assert.equal(treesOf(html).length, 1);
      assert.deepEqual(plainOf(html), []);
    });
  }

  it('writes it once, however often it renders', async () => {
    const options = { load: () => shop, now: 0 };
    const once = await renderPage('<g6-comparison-table src="x"></g6-comparison-table>', options);
    assert.equal(plainOf(once.html).length, 1);
    assert.equal((await renderPage(once.html, options)).html, once.html);
  });

  it('says of copies of one document in a page once what search engines read', async () => {
    const page = `<g6-comparison-table data='${json}'></g6-comparison-table><g6-comparison-table data='${json}'></g6-comparison-table>`;
    const { html, documents } = await renderPage(page);
    assert.equal(html.match(/application\/ld\+json/g)?.length, 1);
    assert.equal(documents.length, 1);
  });

  it('has every row for readers without scripts, and as many as the limit allows for the others', async () => {
    const { html } = await renderPage(`<g6-comparison-table limit="2" data='${json}'></g6-comparison-table>`);
    const [tree] = treesOf(html);
    const [, all] = /<noscript>(.*?)<\/noscript>/s.exec(tree);
    assert.equal(all.match(/data-key/g).length, 3);
    assert.equal(tree.replace(all, '').match(/data-key/g).length, 2);
    assert.match(textOf(tree.replace(all, '')), /Show all 3/);
    assert.doesNotMatch(textOf(all), /Show all/);
  });

  it('has every row of very many', async () => {
    const products = Array.from({ length: 300 }, (_, index) => `Lamp ${index}`);
    const { html } = await renderPage(
      `<g6-comparison-table data='${JSON.stringify({ products })}'></g6-comparison-table>`,
    );
    assert.equal(html.match(/data-key/g).length, 300);
  });

  it('takes style sheets from files, or gives style elements a nonce', async () => {
    const page = `<g6-comparison-table data='${json}'></g6-comparison-table>`;
    const { html } = await renderPage(page, { styleFolder: '/styles' });
    assert.match(
      html,
      /<template shadowrootmode="open"><link rel="stylesheet" href="\/styles\/g6-comparison-table.css">/,
    );
    assert.match((await renderPage(page, { nonce: 'a"b' })).html, /<style nonce="a&quot;b">/);
    for (const tag of tags) assert.match(stylesOf(tag), /:host\{display:/);
  });
});

describe('renderComparison', () => {
  it('makes a piece of a page of a document, parsed or as text', async () => {
    const parsed = await renderComparison(lamps);
    const text = await renderComparison(JSON.stringify(lamps));
    assert.equal(parsed.html, text.html);
    assert.equal(treesOf(parsed.html).length, 2);
    assert.match(textOf(treesOf(parsed.html)[1]), /Desk lamps .* Heron/);
  });

  it('takes the elements and what stands between them', async () => {
    const content = '<h2>One</h2><g6-product-card product="plover"></g6-product-card>';
    const { html, documents } = await renderComparison(lamps, content, { language: 'en' });
    assert.equal(documents.length, 1);
    assert.match(html, /<h2>One<\/h2><g6-product-card product="plover"><template/);
    assert.match(textOf(treesOf(html)[1]), /Plover/);
  });
});

const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

describe('a page rendered ahead', () => {
  let server;
  let browser;
  let address;
  /** What the server has been asked for, and what it answers in the place of files. */
  const requests = [];
  const answers = new Map();
  let gate = Promise.resolve();
  let open = () => {};

  before(async () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['demo/render-ahead.mjs', 'article.html'], {
      cwd: fileURLToPath(root),
      encoding: 'utf8',
    });
    assert.deepEqual([status, stderr], [0, '']);
    answers.set('/demo/article-ahead.html', { body: stdout });
    answers.set('/favicon.ico', { body: '' });
    for (const tag of tags) answers.set(`/styles/${tag}.css`, { body: stylesOf(tag) });
    server = createServer(async ({ url }, response) => {
      const { pathname } = new URL(url, 'http://localhost');
      requests.push(pathname);
      // Scripts come late, as they do.
      if (extname(pathname) === '.js') await gate;
      const { body, headers } = answers.get(pathname) ?? {};
      response.setHeader('content-type', `${types[extname(pathname)]}; charset=utf-8`);
      for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
      const text = body ?? (await read(pathname.slice(1)).catch(() => undefined));
      if (text === undefined) response.writeHead(404);
      response.end(text);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    address = `http://127.0.0.1:${server.address().port}`;
    const [engine] = findEngines(['chromium']).found;
    if (!engine) throw new Error('There is no Chromium: set CHROME_PATH.');
    browser = await chromium.launch({ executablePath: engine.paths.browser, args: ['--no-sandbox', '--disable-gpu'] });
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  /** A page as it is before its scripts have come, with everything that is said of it. */
  async function openPage(path, { width = 1280, hash = '' } = {}) {
    requests.length = 0;
    gate = new Promise((resolve) => {
      open = resolve;
    });
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    const said = [];
    page.on('console', (message) => {
      if (/^(error|warning)$/.test(message.type())) said.push(message.text());
    });
    page.on('pageerror', (error) => said.push(error.message));
    await page.addInitScript(() => {
      window.shifts = [];
      new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value))).observe({
        type: 'layout-shift',
        buffered: true,
      });
    });
    await page.goto(`${address}${path}${hash}`, { waitUntil: 'commit' });
    await page.waitForFunction(() => document.readyState === 'interactive');
    await painted(page);
    const hosts = await page.evaluate(() => {
      const trees = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
      window.kept = trees.map((tree) => [...tree.querySelectorAll(':not(style, noscript)')]);
      return trees.length;
    });
    return { page, said, hosts };
  }

  /** Lets the scripts come, and everything that is due after them. */
  async function runScripts(page) {
    open();
    await page.waitForFunction(() => document.readyState === 'complete');
    await painted(page);
  }

  /** Until what is due now has been painted, measured and painted again. */
  const painted = (page) =>
    page.evaluate(async () => {
      for (let frame = 0; frame < 4; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => setTimeout(resolve));
    });

  /** All that is written in the page, in shadow trees too. */
  const allText = (page) =>
    page.evaluate(() => {
      const left = /^(STYLE|SCRIPT|NOSCRIPT|TEMPLATE|LINK)$/;
      const textOf = (node) => {
        if (node.nodeType === Node.TEXT_NODE) return node.data;
        if (left.test(node.nodeName)) return '';
        return [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes].map(textOf).join('');
      };
      return textOf(document.body).replace(/\s+/g, ' ');
    });

  const shiftOf = (page) => page.evaluate(() => window.shifts.reduce((sum, value) => sum + value, 0));

  /** How many nodes of the shadow trees have gone since the page was opened. */
  const lostNodes = (page) =>
    page.evaluate(() => window.kept.flat().length && window.kept.flat().filter((node) => !node.isConnected).length);

  const plainIn = (html) => html.match(/data-g6-plain/g)?.length;

  const namesIn = (page) =>
    page.locator('g6-comparison-table').first().locator('tbody [part=name] bdi').allTextContents();

  const order = [
    'Thorne L-Glutamine',
    'Integrative Therapeutics Zinc-Carnosine',
    'Sovereign Laboratories Colostrum-LD',
    'Ora Organic Trust Your Gut',
  ];

  it('shows its full tables and working links with scripts off, and nothing to press', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(`${address}/demo/article-ahead.html`);
    const table = page.getByRole('table', { name: 'Leaky gut supplements' });
    assert.deepEqual(await table.getByRole('columnheader').allInnerTexts(), [
      'Product',
      'Score',
      'Primary ingredient',
      'Dose\nunits differ',
      'Certification',
      'Price per serving\nunits differ',
      'Best for',
    ]);
    const cells = (part) => table.locator(`[part=${part}]`).filter({ visible: true }).allInnerTexts();
    assert.deepEqual(await cells('score'), ['9.0', '8.6', '8.0', '7.5']);
    const tree = await table.ariaSnapshot();
    const places = order.map((name) => tree.indexOf(name));
    assert.ok(
      places.every((place, index) => place > (places[index - 1] ?? 0)),
      tree,
    );
    const totals = page.locator('g6-score-breakdown').filter({ visible: true }).locator('[part=total]');
    assert.deepEqual(await totals.allInnerTexts(), ['8.975', '8.575', '+0.400', '8.000', '7.475']);
    assert.deepEqual(await page.locator('g6-score-weights label').filter({ visible: true }).allInnerTexts(), [
      'Evidence Quality',
      'Ingredient Transparency',
      'Value',
      'Real-World Performance',
      'Third-Party Verification',
    ]);
    for (const role of ['button', 'combobox', 'slider', 'checkbox', 'searchbox'])
      assert.equal(await page.getByRole(role).count(), 0, role);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));

    await page.getByRole('link', { name: order[2] }).first().click();
    assert.equal(page.url(), `${address}/demo/article.html#colostrum-ld`);
    await context.close();
  });

  /** A page without scripts, with this in its body. */
  async function openStill(body, { width = 1280 } = {}) {
    answers.set('/still.html', {
      body: `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Lamps</title>${body}`,
    });
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width, height: 800 } });
    const page = await context.newPage();
    await page.goto(`${address}/still.html`);
    return page;
  }

  for (const attributes of ['', 'limit="1"']) {
    it(`names the columns with scripts off too, in a table ${attributes || 'without a limit'}`, async () => {
      const { html } = await renderComparison(lamps, `<g6-comparison-table ${attributes}></g6-comparison-table>`, {
        language: 'en',
      });
      const page = await openStill(html);
      // As the browser itself tells assistive technology.
      const devtools = await page.context().newCDPSession(page);
      const { nodes } = await devtools.send('Accessibility.getFullAXTree');
      const named = nodes.filter(({ ignored, role }) => !ignored && role.value === 'columnheader');
      assert.deepEqual(
        named.map(({ name }) => name.value),
        ['Product', 'Price', 'Light'],
      );
      assert.equal(nodes.filter(({ ignored, role }) => !ignored && role.value === 'button').length, 0);
      await page.context().close();
    });
  }

  it('keeps the names in sight where a table is wider than its place, with scripts off too', async () => {
    const specs = Object.fromEntries(Array.from({ length: 14 }, (_, index) => [`Column number ${index}`, 'A value']));
    const wide = { title: 'Wide', products: ['Heron', 'Ibis'].map((name) => ({ name, specs })) };
    const { html } = await renderComparison(wide, undefined, { language: 'en' });
    const page = await openStill(html, { width: 1000 });
    const name = page.getByRole('rowheader', { name: 'Heron' });
    const before = await name.boundingBox();
    const scrolled = await name.evaluate((cell) => {
      const box = cell.closest('table').parentElement;
      box.scrollLeft = 300;
      return box.scrollLeft;
    });
    assert.equal(scrolled, 300);
    assert.ok(Math.abs((await name.boundingBox()).x - before.x) < 10);
    await page.context().close();
  });

  it('is whole and says which links are paid where there are neither shadow trees nor scripts', async () => {
    const document = {
      ...lamps,
      disclosure: 'We earn from links marked as paid.',
      products: [
        {
          name: 'Heron',
          offers: [
            { seller: 'Tea & Co', url: 'https://shop.example/1', price: '$1', paid: true },
            { seller: 'Free', url: 'https://free.example/1' },
          ],
        },
      ],
    };
    const { html } = await renderComparison(document, undefined, { language: 'en' });
    const page = await openStill(html.replace(/<template.*?<\/template>/gs, ''));
    const [text] = await page.locator('body').allInnerTexts();
    const words = text.replace(/\s+/g, ' ');
    const [earning, ...others] = words.matchAll(/See at Tea & Co ?\S* ?\S*/g);
    for (const [found] of [earning, ...others]) assert.equal(found, 'See at Tea & Co (Paid link)');
    assert.equal(others.length, 1);
    assert.ok(words.indexOf('We earn') < earning.index, words);
    assert.doesNotMatch(words, /Free \(Paid link\)/);
    // Nobody else sees any of that.
    const whole = await openStill(html);
    for (const words of ['See at Tea & Co', 'We earn', 'Paid link'])
      assert.equal(await whole.getByText(words).filter({ visible: true }).count(), 1, words);
    await page.context().close();
    await whole.context().close();
  });

  it('takes over elements with a plain form in them, of which nothing is drawn', async () => {
    const { html } = await renderComparison(lamps, undefined, { language: 'en' });
    assert.equal(plainIn(html), 1);
    answers.set('/plain.html', {
      body: `<!doctype html><html lang="en"><title>Lamps</title><script src="/dist/g6-comparison.min.js" defer></script>${html}<p>Behind it`,
    });
    const { page, said } = await openPage('/plain.html');
    const before = await allText(page);
    assert.equal(await page.locator('article').isVisible(), false);
    await runScripts(page);
    assert.equal(await allText(page), before);
    assert.equal(await lostNodes(page), 0);
    assert.equal(await shiftOf(page), 0);
    assert.deepEqual(said, []);
    assert.equal(await page.locator('article').isVisible(), false);
    await page.close();
  });

  for (const width of [1280, 768, 320]) {
    it(`is taken over in place at ${width} pixels: nothing moves, is fetched, or is drawn twice`, async () => {
      const { page, said, hosts } = await openPage('/demo/article-ahead.html', { width });
      assert.equal(hosts, 7);
      const before = await allText(page);
      await runScripts(page);
      assert.equal(await lostNodes(page), 0);
      assert.equal(await allText(page), before);
      assert.equal(await shiftOf(page), 0);
      assert.deepEqual(requests.filter((path) => !/favicon/.test(path)).sort(), [
        '/demo/article-ahead.html',
        '/demo/demo.css',
        '/dist/g6-comparison.min.js',
      ]);
      assert.deepEqual(said, []);
      assert.deepEqual(await namesIn(page), order);
      // And it is alive.
      const first = page.locator('g6-comparison-table');
      if (width === 1280) await first.getByRole('button', { name: 'Price per serving' }).click();
      else await first.getByRole('combobox').first().selectOption('Price per serving, lowest first');
      assert.notDeepEqual(await namesIn(page), order);
      await page.close();
    });
  }

  it('ends well with another version of the script', async () => {
    const other = (await read('dist/g6-comparison.min.js'))
      .replaceAll('class="frame"', 'class="frame" data-other')
      .replaceAll('part="band"', 'part="band other"');
    answers.set('/dist/g6-comparison.min.js', { body: other });
    const { page, said } = await openPage('/demo/article-ahead.html');
    const before = await allText(page);
    await runScripts(page);
    answers.delete('/dist/g6-comparison.min.js');
    assert.ok((await lostNodes(page)) > 0);
    assert.equal(await allText(page), before);
    assert.equal(await page.locator('[data-other]').count(), 1);
    assert.equal(await page.locator('g6-comparison-table table').count(), 1);
    assert.deepEqual(said, []);
    await page.getByRole('button', { name: 'Price per serving' }).click();
    assert.notDeepEqual(await namesIn(page), order);
    await page.close();
  });

  it('ends well in another language than it was rendered in', async () => {
    const { html } = await renderComparison(
      { ...lamps, language: 'de' },
      '<g6-comparison-table search></g6-comparison-table>',
    );
    answers.set('/alone.html', {
      body: `<!doctype html><html lang="de"><title>Lampen</title><script src="/dist/g6-comparison.min.js" defer></script>${html}`,
    });
    const { page, said } = await openPage('/alone.html');
    assert.match(await allText(page), /Suche/);
    await runScripts(page);
    assert.match(await allText(page), /Search/);
    assert.deepEqual(said, []);
    assert.deepEqual(await namesIn(page), ['Heron', 'Plover', 'Bittern']);
    await page.close();
  });

  it('waits for words that come behind the script', async () => {
    const { html } = await renderComparison(
      { ...lamps, language: 'de' },
      '<g6-comparison-table search></g6-comparison-table><g6-product-card product="heron"></g6-product-card>',
    );
    answers.set('/german.html', {
      body: `<!doctype html><html lang="de"><title>Lampen</title>
        <script src="/dist/g6-comparison.min.js" defer></script><script src="/dist/languages/de.js" defer></script>${html}`,
    });
    const { page, said } = await openPage('/german.html');
    const before = await allText(page);
    await runScripts(page);
    assert.equal(await allText(page), before);
    assert.equal(await lostNodes(page), 0);
    assert.equal(await shiftOf(page), 0);
    assert.deepEqual(said, []);
    await page.getByRole('searchbox').fill('plover');
    await page.waitForFunction(() =>
      document.querySelector('g6-comparison-table').shadowRoot.textContent.includes('1 von 3'),
    );
    await page.close();
  });

  it('shows the view that a link names', async () => {
    const { html } = await renderComparison(lamps, '<g6-comparison-table share></g6-comparison-table>', {
      language: 'en',
    });
    answers.set('/share.html', {
      body: `<!doctype html><html lang="en"><title>Lamps</title><script src="/dist/g6-comparison.min.js" defer></script>${html}`,
    });
    const { page, said } = await openPage('/share.html', { hash: '#g6:sort=Price' });
    assert.deepEqual(await namesIn(page), ['Heron', 'Plover', 'Bittern']);
    await runScripts(page);
    assert.deepEqual(await namesIn(page), ['Plover', 'Heron', 'Bittern']);
    assert.equal(page.url(), `${address}/share.html#g6:sort=Price`);
    assert.deepEqual(said, []);
    await page.close();
  });

  for (const [what, policy, options] of [
    ['style sheets of its own', "style-src 'self'", { styleFolder: '/styles' }],
    ['a nonce', "style-src 'nonce-abc'", { nonce: 'abc' }],
  ]) {
    it(`looks the same before and after the script under a policy that allows ${what}`, async () => {
      const { html } = await renderComparison(lamps, '<g6-comparison-table></g6-comparison-table>', {
        language: 'en',
        ...options,
      });
      answers.set('/policy.html', {
        body: `<!doctype html><html lang="en"><title>Lamps</title><script src="/dist/g6-comparison.min.js" defer></script>${html}<p>Behind it`,
        headers: { 'content-security-policy': `default-src 'self'; ${policy}` },
      });
      const { page, said } = await openPage('/policy.html');
      const place = () => page.locator('p', { hasText: 'Behind it' }).boundingBox();
      const before = await place();
      assert.equal(
        await page.locator('g6-comparison-table').evaluate((element) => getComputedStyle(element).display),
        'block',
      );
      await runScripts(page);
      assert.deepEqual(await place(), before);
      assert.equal(
        await lostNodes(page),
        await page.evaluate(() => window.kept.flat().filter((node) => node.localName === 'link').length),
      );
      assert.deepEqual(said, []);
      await page.close();
    });
  }

  it('is drawn by a script that has come before it', async () => {
    const { html } = await renderComparison(lamps, '<g6-comparison-table></g6-comparison-table>', { language: 'en' });
    answers.set('/early.html', {
      body: `<!doctype html><html lang="en"><title>Lamps</title><script src="/dist/g6-comparison.min.js"></script>${html}`,
    });
    requests.length = 0;
    gate = Promise.resolve();
    const page = await browser.newPage();
    await page.goto(`${address}/early.html`);
    await painted(page);
    assert.deepEqual(await namesIn(page), ['Heron', 'Plover', 'Bittern']);
    assert.equal(await page.locator('g6-comparison-table table').filter({ visible: true }).count(), 1);
    await page.close();
  });
});
