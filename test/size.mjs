// How many bytes a page pays for the elements; fails over the limit.
//   --check-readme   fails, besides, unless README.md gives the figure, between <!-- size --> and <!-- /size -->
//   --write-readme   writes it there
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const limit = 56_000;
const file = new URL('../dist/g6-comparison.min.js', import.meta.url);
const readme = new URL('../README.md', import.meta.url);

const { values } = parseArgs({
  options: { 'check-readme': { type: 'boolean' }, 'write-readme': { type: 'boolean' } },
});

if (!existsSync(file)) {
  console.error('There is no dist/g6-comparison.min.js to weigh: npm run build makes it.');
  process.exit(1);
}
const minified = readFileSync(file);
const gzip = gzipSync(minified, { level: 9 }).length;
const brotli = brotliCompressSync(minified, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
console.log(`minified: ${minified.length} bytes`);
console.log(`gzip: ${gzip} bytes (limit ${limit})`);
console.log(`brotli: ${brotli} bytes`);

if (gzip > limit) fail(`dist/g6-comparison.min.js is ${gzip - limit} bytes over the limit of ${limit} bytes gzip.`);

const figure = `${(gzip / 1000).toFixed(1)} kB`;
const marked = /(<!-- size -->)([\s\S]*?)(<!-- \/size -->)/g;
const text = existsSync(readme) ? readFileSync(readme, 'utf8') : '';
const said = [...text.matchAll(marked)].map((match) => match[2].trim());
if (values['write-readme']) writeFileSync(readme, text.replace(marked, `$1${figure}$3`));
else if (values['check-readme'] && (said.length === 0 || !said.every(isTrue))) {
  const found = said.length === 0 ? 'nothing between <!-- size --> and <!-- /size -->' : said.join(' and ');
  fail(`README.md says ${found}, the size is ${figure}: npm run size -- --write-readme`);
}

/** One Node compresses a few bytes better than another, which may tip the last digit. */
function isTrue(words) {
  return /^\d+\.\d kB$/.test(words) && Math.abs(Number.parseFloat(words) * 1000 - gzip) <= 100;
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
