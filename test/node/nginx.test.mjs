// demo/nginx.conf in a real nginx: what it answers, byte by byte, and what browsers make of that on pages of another
// origin. Needs the build; test/run.mjs sees to it that nginx is there.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { findEngines } from '../engines.mjs';
import { freePort } from '../free-port.mjs';
import { runNginx, startNginx } from '../nginx.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { name, version, floating, files } = JSON.parse(await readFile(join(root, 'dist/sri.json'), 'utf8'));
const config = await readFile(join(root, 'demo/nginx.conf'), 'utf8');
const pinned = `/${name}@${version}`;
const moving = `/${name}@${floating}`;
const document = '/comparisons/leaky-gut.json';

let temporary;
let port;
let nginx;

before(async () => {
  temporary = await realpath(await mkdtemp(join(tmpdir(), 'g6-comparison-')));
  // As in the repository: dist is what stands behind -p, and the file is found from there.
  await mkdir(join(temporary, 'dist'));
  await mkdir(join(temporary, 'demo'));
  await cp(join(root, 'dist/cdn'), join(temporary, 'dist/cdn'), { recursive: true });
  await cp(join(root, 'demo/data'), join(temporary, 'dist/cdn/comparisons'), { recursive: true });
  await writeFile(join(temporary, 'demo/nginx.conf'), config);
  port = await freePort();
  const elsewhere = config.replace('listen 127.0.0.1:8080;', `listen 127.0.0.1:${port};`);
  assert.notEqual(elsewhere, config);
  await writeFile(join(temporary, 'demo/elsewhere.conf'), elsewhere);
  nginx = await startNginx(join(temporary, 'dist'), '../demo/elsewhere.conf', port);
});

after(async () => {
  const said = await nginx?.stop();
  await rm(temporary, { recursive: true, force: true });
  assert.equal(said, '', 'nginx had something to say');
});

/** An answer as it comes over the wire: `{ status, headers, body }`. */
function ask(path, { method = 'GET', ...headers } = {}) {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => {
        const names = response.rawHeaders.filter((_, index) => index % 2 === 0).map((header) => header.toLowerCase());
        // Beside a range that cannot be, nginx writes its headers twice.
        if (response.statusCode !== 416)
          assert.equal(new Set(names).size, names.length, `a header of ${path} is there twice: ${names}`);
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) });
      });
    });
    asked.once('error', reject);
    asked.end();
  });
}

const hash = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

describe('demo/nginx.conf', () => {
  it('is what nginx takes, as the file itself says to run it', async () => {
    const { code, said } = await runNginx(
      '-t',
      '-p',
      join(temporary, 'dist'),
      '-c',
      '../demo/nginx.conf',
      '-e',
      'stderr',
    );
    assert.match(said, /test is successful/);
    assert.equal(code, 0, said);
  });

  it('names no path of one machine', () => {
    const paths = config
      .split('\n')
      .filter((line) => /^\s*(root|pid|include|\w+_path|\w+_log|load_module)\s+\//.test(line));
    assert.deepEqual(paths, []);
  });
});

describe('headers', () => {
  const year = 'public, max-age=31536000, immutable';
  const minutes = 'public, max-age=600, stale-while-revalidate=86400';
  const minute = 'public, max-age=60, stale-while-revalidate=600';
  const script = 'text/javascript; charset=utf-8';
  const json = 'application/json; charset=utf-8';
  for (const [path, type, caching] of [
    [`${pinned}/g6-comparison.min.js`, script, year],
    [`${pinned}/embed-host.min.js`, script, year],
    [`${pinned}/languages/de.js`, script, year],
    [`${pinned}/embed.html`, 'text/html; charset=utf-8', year],
    [`${pinned}/comparison.schema.json`, json, year],
    [`${pinned}/sri.json`, json, year],
    [`${pinned}/g6-comparison.min.js.LICENSE.txt`, 'text/plain; charset=utf-8', year],
    [`${moving}/g6-comparison.min.js`, script, minutes],
    [`${moving}/languages/de.js`, script, minutes],
    [`${moving}/embed.html`, 'text/html; charset=utf-8', minutes],
    [`${moving}/sri.json`, json, minutes],
    [document, json, minute],
  ]) {
    it(`of ${path} are exact, in each encoding`, async () => {
      for (const encoding of ['identity', 'gzip', 'br']) {
        const { status, headers } = await ask(path, { 'accept-encoding': encoding });
        const { date, etag, 'last-modified': modified, 'content-length': length, ...others } = headers;
        assert.equal(status, 200);
        assert.ok(date && etag && modified);
        // Brotli for documents takes a module of its own, and what is compressed as it is asked for has no length.
        const isPlain = encoding === 'identity' || (path === document && encoding === 'br');
        assert.equal(length === undefined, path === document && encoding === 'gzip');
        const isWhole = !(encoding === 'gzip');
        assert.deepEqual(others, {
          server: 'nginx',
          connection: others.connection,
          'content-type': type,
          'cache-control': caching,
          vary: 'Accept-Encoding',
          'access-control-allow-origin': '*',
          'access-control-expose-headers': 'Retry-After',
          'timing-allow-origin': '*',
          'cross-origin-resource-policy': 'cross-origin',
          'x-content-type-options': 'nosniff',
          ...(!isPlain && { 'content-encoding': encoding }),
          ...(isWhole && { 'accept-ranges': 'bytes' }),
          ...(length === undefined && { 'transfer-encoding': 'chunked' }),
          ...(path.endsWith('/embed.html') && {
            'content-security-policy': `frame-ancestors *; connect-src http://127.0.0.1:${port}; object-src 'none'; base-uri 'none'; form-action 'none'`,
          }),
        });
      }
    });
  }

  for (const path of [
    '/',
    '/nothing',
    `${pinned}/`,
    pinned,
    `${pinned}/languages/`,
    `${pinned}/nothing.js`,
    '/comparisons/nothing.json',
    `${pinned}/g6-comparison.min.js.br`,
    `${pinned}/g6-comparison.min.js.gz`,
    `${pinned}/../../nginx.pid`,
    '/../demo/nginx.conf',
  ]) {
    it(`of ${path}, which is not there, let pages of other origins read that, and nobody keep it`, async () => {
      const { status, headers } = await ask(path);
      assert.ok(status === 404 || (status === 400 && path.includes('..')), `${status}`);
      assert.equal(headers['cache-control'], undefined);
      if (status === 404) assert.equal(headers['access-control-allow-origin'], '*');
      assert.equal(headers['x-content-type-options'], 'nosniff');
    });
  }

  it('refuse what is no question', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) assert.equal((await ask(document, { method })).status, 405);
  });

  it('say no version of the server', async () => {
    assert.equal((await ask('/')).headers.server, 'nginx');
  });
});

describe('what is sent', () => {
  for (const file of Object.keys(files)) {
    it(`is ${file} as it was built, in each encoding and under both addresses`, async () => {
      const built = await readFile(join(root, 'dist', file));
      assert.equal(hash(built), files[file].integrity);
      for (const [encoding, decode, size] of [
        ['identity', (bytes) => bytes, files[file].bytes],
        ['gzip', gunzipSync, files[file].gzip],
        ['br', brotliDecompressSync, files[file].brotli],
      ]) {
        const { body } = await ask(`${pinned}/${file}`, { 'accept-encoding': encoding });
        assert.equal(body.length, size, encoding);
        assert.equal(hash(decode(body)), files[file].integrity, encoding);
        const other = await ask(`${moving}/${file}`, { 'accept-encoding': encoding });
        // The page for frames differs in where it finds the other files: in the version it belongs to.
        const text = decode(other.body).toString();
        assert.equal(text.replace(`data-files="..${pinned}/"`, 'data-files=""'), built.toString(), encoding);
        assert.equal(text === built.toString(), file !== 'embed.html');
      }
    });
  }

  for (const [accepted, expected] of [
    ['', undefined],
    ['gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br', 'br'],
    ['BR', 'br'],
    ['gzip,br;q=0.1', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['br; q=0.000, gzip', 'gzip'],
    ['gzip;q=0', undefined],
    ['brotli', undefined],
    ['x-br', undefined],
    ['*', undefined],
  ]) {
    it(`is ${expected ?? 'plain'} for “${accepted}”`, async () => {
      const { headers } = await ask(`${pinned}/g6-comparison.min.js`, { 'accept-encoding': accepted });
      assert.equal(headers['content-encoding'], expected);
    });
  }

  it('is compressed for a proxy too', async () => {
    const { headers } = await ask(document, { 'accept-encoding': 'gzip', via: '1.1 cdn' });
    assert.equal(headers['content-encoding'], 'gzip');
  });

  it('is a document compressed, which reads the same', async () => {
    const { body } = await ask(document, { 'accept-encoding': 'gzip' });
    const plain = await readFile(join(root, 'demo/data/leaky-gut.json'));
    assert.deepEqual(gunzipSync(body), plain);
    assert.ok(body.length < plain.length / 2);
  });

  it('is nothing again for who has it already, with what says so', async () => {
    for (const path of [`${moving}/g6-comparison.min.js`, `${moving}/embed.html`, document]) {
      for (const encoding of ['identity', 'gzip', 'br']) {
        const first = await ask(path, { 'accept-encoding': encoding });
        const { status, headers, body } = await ask(path, {
          'accept-encoding': encoding,
          'if-none-match': first.headers.etag,
        });
        assert.deepEqual([status, body.length], [304, 0]);
        // What is compressed as it is asked for has a weak one.
        assert.equal(headers.etag, first.headers.etag.replace('W/', ''));
        for (const header of ['cache-control', 'vary', 'access-control-allow-origin'])
          assert.equal(headers[header], first.headers[header], header);
      }
    }
  });

  it('is another thing in another encoding, and says so', async () => {
    const tags = await Promise.all(
      ['identity', 'gzip', 'br'].map(async (encoding) => {
        const { headers } = await ask(`${pinned}/g6-comparison.min.js`, { 'accept-encoding': encoding });
        return headers.etag;
      }),
    );
    assert.equal(new Set(tags).size, 3, tags.join());
  });

  it('is the headers alone for HEAD, and a part for a range', async () => {
    const path = `${pinned}/g6-comparison.min.js`;
    for (const encoding of ['identity', 'gzip', 'br']) {
      const whole = await ask(path, { 'accept-encoding': encoding });
      const head = await ask(path, { method: 'HEAD', 'accept-encoding': encoding });
      const { date: _, ...headers } = head.headers;
      const { date: __, ...wholeHeaders } = whole.headers;
      assert.deepEqual([head.status, head.body.length, headers], [200, 0, wholeHeaders]);
      if (encoding === 'gzip') continue;
      const part = await ask(path, { 'accept-encoding': encoding, range: 'bytes=10-109' });
      assert.equal(part.status, 206);
      assert.equal(part.headers['content-range'], `bytes 10-109/${whole.body.length}`);
      assert.deepEqual(part.body, whole.body.subarray(10, 110));
      const beyond = await ask(path, { 'accept-encoding': encoding, range: 'bytes=99999999-' });
      assert.equal(beyond.status, 416);
    }
  });
});

// ————— What browsers make of it

/** A page of another origin: `pages` has what it answers by path, `asked` what it was asked, with the referrer. */
async function startSite() {
  const site = { pages: new Map(), asked: [] };
  const server = createServer(({ url, headers }, response) => {
    site.asked.push({ url, referer: headers.referer });
    const body = site.pages.get(url);
    response.writeHead(body === undefined ? 404 : 200, {
      'Content-Type': url.endsWith('.json') ? 'application/json' : 'text/html; charset=utf-8',
      'Access-Control-Allow-Origin': '*',
    });
    response.end(body ?? 'Not here.');
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  site.origin = `http://localhost:${server.address().port}`;
  site.stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return site;
}

const launches = {
  chromium: ({ browser }) =>
    puppeteer.launch({ executablePath: browser, pipe: true, args: ['--no-sandbox', '--disable-gpu'] }),
  firefox: ({ browser }) => puppeteer.launch({ browser: 'firefox', executablePath: browser }),
};

for (const { id, name: engine, paths } of findEngines(Object.keys(launches)).found) {
  describe(`in ${engine}, on a page of another origin`, { timeout: 240_000 }, () => {
    let browser;
    let site;
    let cdn;

    before(async () => {
      browser = await launches[id](paths);
      site = await startSite();
      cdn = `http://127.0.0.1:${port}`;
    });
    after(async () => {
      await browser?.close();
      await site?.stop();
    });

    /** Opens a page with this in its body; gives it with what its console said, and what the site was asked. */
    async function open(body, { head = '' } = {}) {
      const path = `/${crypto.randomUUID()}`;
      site.pages.set(
        path,
        `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`,
      );
      const page = await browser.newPage();
      page.setDefaultTimeout(15_000);
      const said = [];
      // Not every browser says them by itself.
      await page.evaluateOnNewDocument(() =>
        globalThis.document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
          console.error(`violation of ${violatedDirective}: ${blockedURI}`),
        ),
      );
      page.on('console', (message) => {
        if (/^(error|warn)/.test(message.type())) said.push(message.text());
      });
      await page.goto(site.origin + path);
      return { page, said };
    }

    const script = (folder, integrity) =>
      `<script src="${cdn}/${folder}/g6-comparison.min.js"${integrity ? ` integrity="${integrity}" crossorigin="anonymous"` : ''} defer></script>`;
    const table = () => `<g6-comparison-table src="${cdn}${document}"><p>The fallback.</p></g6-comparison-table>`;
    const isUp = (page) =>
      page.waitForFunction(() =>
        [...globalThis.document.querySelectorAll('g6-comparison-table')].every((element) =>
          element.shadowRoot?.querySelector('table'),
        ),
      );
    const fallbackHeight = (page) =>
      page.$eval('g6-comparison-table p', (fallback) => fallback.getBoundingClientRect().height);

    it('the script loads with its hash, and the document with it', async () => {
      const { integrity } = files['g6-comparison.min.js'];
      const { page, said } = await open(script(pinned.slice(1), integrity) + table());
      await isUp(page);
      assert.equal(await fallbackHeight(page), 0);
      assert.deepEqual(said, []);
      await page.close();
    });

    it('the script with one byte changed is refused, and the fallback stays', async () => {
      const { integrity } = files['g6-comparison.min.js'];
      const folder = `${name}@${version}-changed`;
      const built = await readFile(join(root, 'dist/g6-comparison.min.js'));
      const changed = Buffer.from(built);
      const at = built.indexOf(version);
      changed[at] ^= 1;
      await mkdir(join(temporary, 'dist/cdn', folder), { recursive: true });
      await writeFile(join(temporary, 'dist/cdn', folder, 'g6-comparison.min.js'), changed);

      const { page, said } = await open(script(folder, integrity) + table());
      assert.equal(await page.evaluate(() => customElements.get('g6-comparison-table') === undefined), true);
      assert.ok((await fallbackHeight(page)) > 0);
      // Not every browser lets others hear why.
      if (id === 'chromium') assert.match(said.join(), /integrity/i);
      await page.close();

      // It runs where no hash is asked for: it was the hash.
      const { page: other } = await open(script(folder) + table());
      await isUp(other);
      await other.close();
    });

    it('the floating script loads without a hash', async () => {
      const { page, said } = await open(script(moving.slice(1)) + table());
      await isUp(page);
      assert.deepEqual(said, []);
      await page.close();
    });

    const allowed = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads';
    const without = (...flags) =>
      allowed
        .split(' ')
        .filter((flag) => !flags.includes(flag))
        .join(' ');

    /** Opens a page with a frame; gives the frame too, once what is in it is there. */
    async function openFrame({ sandbox = allowed, query = {}, src = document, folder = moving } = {}) {
      const address = `${cdn}${folder}/embed.html?${new URLSearchParams({ src, ...query })}`.replaceAll('&', '&amp;');
      const opened = await open(
        `<iframe src="${address}" title="A comparison" width="100%" height="200" ${sandbox === '' ? '' : `sandbox="${sandbox}"`}></iframe>`,
        { head: `<script src="${cdn}${folder}/embed-host.min.js" defer></script>` },
      );
      const { page } = opened;
      const frame = await (await page.$('iframe')).contentFrame();
      await frame.waitForFunction(() => {
        const { shadowRoot } = globalThis.document.querySelector('g6-comparison-table') ?? {};
        return shadowRoot?.querySelector('table, [part~=retry]');
      });
      return { ...opened, frame };
    }

    /** The first thing that a selector finds in the table, or else in its shadow tree. */
    const inTable = (frame, selector) =>
      frame.evaluateHandle((wanted) => {
        const table = globalThis.document.querySelector('g6-comparison-table');
        return table.querySelector(wanted) ?? table.shadowRoot.querySelector(wanted);
      }, selector);

    const link = 'a[href]';

    /** Clicks the link in a frame, and gives the tab that opens. */
    async function follow(frame, path) {
      const isTab = (other) => other.url() === site.origin + path;
      let target;
      // A frame that takes its height just then moves the link away from under the click.
      for (let tries = 1; !target; tries++) {
        await (await inTable(frame, link)).click();
        target = await browser.waitForTarget(isTab, { timeout: 6000 }).catch((error) => {
          if (tries === 5) throw error;
        });
      }
      const tab = await target.page();
      await tab.waitForFunction(() => globalThis.document.querySelector('p'));
      return tab;
    }

    /** A document whose one product links to a page of the site. */
    async function linkTo(path) {
      site.pages.set(path, '<!doctype html><title>A review</title><p>The review.</p>');
      const file = `links-${crypto.randomUUID()}.json`;
      const products = [{ name: 'Heron', url: site.origin + path }];
      await writeFile(join(temporary, 'dist/cdn/comparisons', file), JSON.stringify({ title: 'Links', products }));
      return `/comparisons/${file}`;
    }

    for (const [which, sandbox] of [
      ['without a sandbox', ''],
      ['with every flag that it can use', allowed],
      ['without an origin of its own', without('allow-same-origin')],
      ['that may run scripts and nothing else', 'allow-scripts'],
    ]) {
      it(`a frame ${which} shows its document, keeps its own policy, and gets its height`, async () => {
        const { page, said } = await openFrame({ sandbox, query: { search: '', export: '', lang: 'de' } });
        await page.waitForFunction(() => globalThis.document.querySelector('iframe').clientHeight > 300);
        assert.deepEqual(said, []);
        await page.close();
      });
    }

    it('a frame of the whole version does too', async () => {
      const { page, said } = await openFrame({ folder: pinned });
      await page.waitForFunction(() => globalThis.document.querySelector('iframe').clientHeight > 300);
      assert.deepEqual(said, []);
      await page.close();
    });

    // By the standard what has no origin gives no referrer, which networks of paid links ask for; Firefox gives it.
    const ifLost = id === 'firefox' ? 'the frame’s' : 'no';
    for (const [which, sandbox, origin, referrer] of [
      ['without a sandbox', '', 'its own', 'the frame’s'],
      ['with every flag', allowed, 'its own', 'the frame’s'],
      ['without allow-same-origin', without('allow-same-origin'), 'its own', ifLost],
      ['with allow-scripts and allow-popups alone', 'allow-scripts allow-popups', 'no', ifLost],
    ]) {
      it(`a link in a frame ${which} opens a tab with ${origin} origin and ${referrer} referrer`, async () => {
        const path = `/review-${crypto.randomUUID()}`;
        const { page, frame } = await openFrame({ sandbox, src: await linkTo(path) });
        const tab = await follow(frame, path);
        assert.equal(await tab.evaluate(() => globalThis.origin), origin === 'no' ? 'null' : site.origin);
        assert.equal(await tab.evaluate(() => globalThis.opener === null), true);
        const { referer } = site.asked.find(({ url }) => url === path);
        assert.equal(referer, referrer === 'no' ? undefined : `${cdn}/`);
        await tab.close();
        await page.close();
      });
    }

    it('a link in a frame without allow-popups opens nothing', async () => {
      const src = await linkTo('/shut');
      const shut = await openFrame({ sandbox: without('allow-popups', 'allow-popups-to-escape-sandbox'), src });
      await (await inTable(shut.frame, link)).click();
      // What would have opened, would have before this.
      const open = await openFrame({ src: await linkTo('/open') });
      const tab = await follow(open.frame, '/open');
      assert.ok(!site.asked.some(({ url }) => url === '/shut'));
      for (const { page } of [shut, open]) await page.close();
      await tab.close();
    });

    it('a frame shows no document of a server that its header does not name', async () => {
      site.pages.set('/foreign.json', '{"products":[{"name":"Foreign"}]}');
      const { page, frame } = await openFrame({ src: `${site.origin}/foreign.json` });
      const text = await (await inTable(frame, '[part~=message]')).evaluate((message) => message.textContent);
      assert.match(text, /could not be/);
      assert.ok(!site.asked.some(({ url }) => url === '/foreign.json'));
      await page.close();
    });

    if (id === 'chromium') {
      it('a frame saves files with allow-downloads only', async () => {
        const session = await browser.target().createCDPSession();
        const downloads = [];
        session.on('Browser.downloadWillBegin', (event) => downloads.push(event));
        await session.send('Browser.setDownloadBehavior', {
          behavior: 'allowAndName',
          downloadPath: temporary,
          eventsEnabled: true,
        });
        const save = async (sandbox) => {
          const { page, frame } = await openFrame({ sandbox, query: { export: '' } });
          await (await inTable(frame, 'summary')).click();
          await (await inTable(frame, '[part~=menu] button')).click();
          return page;
        };
        const shut = await save(without('allow-downloads'));
        const begun = new Promise((resolve) => session.once('Browser.downloadWillBegin', resolve));
        const open = await save(allowed);
        await begun;
        assert.equal(downloads.length, 1);
        assert.match(downloads[0].suggestedFilename, /\.csv$/);
        for (const page of [shut, open]) await page.close();
      });
    }
  });
}
