// Measures the table against one written by hand, and against the two leanest sorters of tables on npm, side by side in one
// run in Chromium: interleaved, repeated, medians. It prints ratios: times alone say more about the machine. No test
// rests on any of it.
//
//   npm run bench            everything, on a fresh build
//   npm run bench -- --runs 3
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { lamps } from '../../demo/sizes/lamps.js';
import { findEngines } from '../engines.mjs';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '7' } } });
const runs = Number.parseInt(values.runs, 10);

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const script = 'dist/g6-comparison.min.js';
const peers = {
  'sortable-tablesort': ['node_modules/sortable-tablesort/dist/sortable.min.js'],
  tablesort: [
    'node_modules/tablesort/dist/tablesort.min.js',
    'node_modules/tablesort/dist/sorts/tablesort.number.min.js',
  ],
};

const types = { '.html': 'text/html', '.js': 'text/javascript' };
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>
  <style>body { font: 16px/1.45 sans-serif; margin: 16px } table { border-collapse: collapse }
    :is(th, td) { padding: 12px 16px; text-align: start; border-bottom: 1px solid silver }
    i { display: block; height: 5px; background: green }</style>
  <main></main><script src="/test/bench/page.js" type="module"></script>`;
const server = createServer(({ url }, response) => {
  const isPage = url === '/' || url === '/bare';
  response.setHeader('content-type', `${isPage ? types['.html'] : types[extname(url)]}; charset=utf-8`);
  try {
    response.end(isPage ? page + (url === '/' ? `<script src="/${script}" defer></script>` : '') : read(url.slice(1)));
  } catch {
    response.writeHead(404).end();
  }
}).listen(0, '127.0.0.1');

const [engine] = findEngines(['chromium']).found;
if (!engine) throw new Error('There is no Chromium to measure in: set CHROME_PATH.');
const browser = await chromium.launch({ executablePath: engine.paths.browser, args: ['--no-sandbox'] });

/** Does `job` in a page of its own. */
async function inPage(path, job, throttling = 1) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const tab = await context.newPage();
  await tab.goto(`http://127.0.0.1:${server.address().port}${path}`);
  await tab.waitForFunction(() => window.bench);
  if (throttling > 1) {
    const session = await context.newCDPSession(tab);
    await session.send('Emulation.setCPUThrottlingRate', { rate: throttling });
  }
  const result = await job((name, ...args) =>
    tab.evaluate(([method, given]) => window.bench[method](...given), [name, args]),
  );
  await context.close();
  return result;
}

const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle) - 1]) / 2;
};

/** Does each job so many times, in turns, the first one first in every other turn. */
async function inTurns(jobs) {
  const names = Object.keys(jobs);
  const results = Object.fromEntries(names.map((name) => [name, []]));
  for (let run = 0; run < runs; run++) {
    for (const name of run % 2 ? [...names].reverse() : names) results[name].push(await jobs[name]());
  }
  return results;
}

const ratio = (a, b) => `${(a / b).toFixed(2)}×`;
const ms = (time) => `${time.toFixed(0)} ms`;
const line = (what, a, b, than = 'by hand') =>
  console.log(`  ${what.padEnd(34)} ${ratio(a, b).padStart(8)}   (${ms(a)} : ${ms(b)} ${than})`);

const many = JSON.stringify(lamps(10_000));
console.log(`Chromium ${browser.version()}, medians of ${runs}; ours : theirs, below 1 ours is the faster.\n`);
console.log(`10,000 products (${many.length.toLocaleString('en')} bytes of JSON), against a table written by hand`);

const columns = { Product: 0, Price: 2, 'Light output': 3, Colour: 4 };
const all = await inTurns(
  Object.fromEntries(
    ['ours', 'vanilla'].map((side) => [
      side,
      () =>
        inPage('/', async (bench) => {
          const mount = await bench('mount', side, many);
          const sorts = {};
          for (const [name, column] of Object.entries(columns)) sorts[name] = await bench('sort', side, column);
          const again = await bench('sort', side, columns.Colour);
          const keys = [];
          for (const text of ['v', 've', 'ves']) keys.push(await bench('type', side, text));
          await bench('type', side, '');
          const scroll = await bench('scroll', 120);
          return { mount, sorts: { ...sorts, 'Colour, reversed': again }, keys, scroll };
        }),
    ]),
  ),
);
const both = (pick) => [median(all.ours.map(pick)), median(all.vanilla.map(pick))];

line('first paint', ...both(({ mount }) => mount.time));
for (const name of [...Object.keys(columns), 'Colour, reversed'])
  line(`sort by ${name}`, ...both(({ sorts }) => sorts[name].time));
line('first key in the search', ...both(({ keys }) => keys[0].time));
line('next keys', ...both(({ keys }) => median(keys.slice(1).map(({ time }) => time))));
const [longest, theirLongest] = both(({ scroll }) => scroll.longest);
const [dropped, theirDropped] = both(({ scroll }) => scroll.dropped);
const task = (time) => (time ? ms(time) : 'under 50 ms');
console.log(`  ${'longest task of scrolling'.padEnd(34)} ${task(longest)} : ${task(theirLongest)} by hand`);
console.log(`  ${'frames dropped of 120'.padEnd(34)} ${dropped} : ${theirDropped} by hand`);

// A side that shows something else than the other has no time worth comparing.
for (const [index, { sorts }] of all.ours.entries()) {
  for (const name of Object.keys(columns)) {
    const [a, b] = [sorts[name].first, all.vanilla[index].sorts[name].first];
    if (name === 'Product' && !b.endsWith(a)) console.log(`  Not the same first row by ${name}: ${a}, ${b}`);
  }
}

for (const count of [4, 40]) {
  const text = JSON.stringify(lamps(count));
  const mountOf = (paths, isOurs) => () => {
    const start = isOurs ? '' : ';window.Tablesort && new Tablesort(document.querySelector("table"))';
    return inPage('/bare', (bench) => bench('mountWith', paths.map(read).join('\n') + start, isOurs, text), 6);
  };
  const sides = {
    ours: mountOf([script], true),
    ...Object.fromEntries(Object.entries(peers).map(([name, paths]) => [name, mountOf(paths, false)])),
  };
  const times = await inTurns(sides);
  const own = median(times.ours.map(({ time }) => time));
  console.log(`\n${count} products on a processor six times as slow, from the script's text to the paint`);
  for (const name of Object.keys(peers))
    line(`against ${name}`, own, median(times[name].map(({ time }) => time)), 'theirs');
}

const scripts = {
  ours: '',
  ...Object.fromEntries(Object.entries(peers).map(([name, paths]) => [name, paths.map(read).join('\n')])),
};
const weigh = (count, job) =>
  inTurns(
    Object.fromEntries(
      Object.keys(scripts).map((side) => [
        side,
        () =>
          inPage(side === 'ours' ? '/' : '/bare', async (bench) => {
            await bench('mountWeighed', side, JSON.stringify(lamps(count)), scripts[side]);
            return job(bench, side);
          }),
      ]),
    ),
  );
const moves = [80, 35, 55, 10];
const weighings = await weigh(1000, async (bench, side) => {
  const found = [];
  for (const value of moves) found.push(await bench('weigh', side, value));
  return found;
});
const timeOf = (side) => median(weighings[side].flat().map(({ time }) => time));
console.log('\nOne weight moved among 1,000 products, to the paint of the new order');
for (const name of Object.keys(peers)) line(`against ${name}`, timeOf('ours'), timeOf(name), 'theirs');
for (const [index, { first }] of weighings.ours[0].entries()) {
  const others = Object.keys(peers).map((name) => weighings[name][0][index].first);
  if (others.some((other) => other !== first))
    console.log(`  Not the same first row at ${moves[index]} %: ${first}, ${others}`);
}
const drags = await weigh(50, (bench, side) => bench('drag', side, 240));
const rate = (side) => `${median(drags[side]).toFixed(0)} ${side}`;
console.log('\nFrames a second while a weight is dragged among 50 products');
console.log(`  ${rate('ours')} : ${Object.keys(peers).map(rate).join(' : ')}`);

const sizeOf = (paths) => gzipSync(paths.map(read).join('\n'), { level: 9 }).length;
const own = sizeOf([script]);
console.log('\nBytes of script, gzip');
for (const [name, paths] of Object.entries(peers)) {
  const size = sizeOf(paths);
  console.log(`  ${`against ${name}`.padEnd(34)} ${ratio(own, size).padStart(8)}   (${own} : ${size} bytes)`);
}

await browser.close();
server.close();
server.closeAllConnections();
