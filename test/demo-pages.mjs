// The pages of the demo as a host of files serves them, in Chromium. Leaves what is to be found there to the tests.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findEngines } from './engines.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** The pages, by their paths in the demo. */
export const demoPages = readdirSync(join(root, 'demo'), { recursive: true }).filter((name) => name.endsWith('.html'));

/** The documents of the demo. */
export const demoDocuments = async () => {
  const names = readdirSync(join(root, 'demo/data'));
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(root, 'demo/data', name), 'utf8'))));
};

/** A browser page, `show(name)` to go to a page of the demo and wait until all of it is there, and `close`. */
export async function openDemo() {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const body = await readFile(join(root, decodeURIComponent(pathname))).catch(() => undefined);
    response.writeHead(body ? 200 : 404, { 'Content-Type': types[extname(pathname)] ?? 'text/plain' }).end(body);
  }).listen(0, '127.0.0.1');
  const [engine] = findEngines(['chromium']).found;
  assert.ok(engine, 'Chromium is needed here.');
  const browser = await chromium.launch({
    executablePath: engine.paths.browser,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await browser.newPage({ locale: 'en' });
  return {
    page,
    show: (name) => page.goto(`http://127.0.0.1:${server.address().port}/demo/${name}`, { waitUntil: 'networkidle' }),
    async close() {
      await browser.close();
      server.close();
    },
  };
}
