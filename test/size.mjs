// How many bytes a page pays for the elements, and what that makes for whoever serves them; fails over the limits.
//   --check-readme   fails, besides, unless README.md gives the figures: that of the script between <!-- size --> and
//                    <!-- /size -->, those of its traffic between <!-- traffic --> and <!-- /traffic -->
//   --write-readme   writes them there
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { writeTraffic } from './traffic.mjs';

/** Of the script beside frames, as it is. */
const hostLimit = 1000;
const limit = 67_200;
const file = new URL('../dist/g6-comparison.min.js', import.meta.url);
const readme = new URL('../README.md', import.meta.url);

const { values } = parseArgs({
  options: { 'check-readme': { type: 'boolean' }, 'write-readme': { type: 'boolean' } },
});

if (!existsSync(file) || !existsSync(new URL('../dist/sri.json', import.meta.url))) {
  console.error('There is no dist to weigh, or not all of it: npm run build makes it.');
  process.exit(1);
}
const minified = readFileSync(file);
const gzip = gzipSync(minified, { level: 9 }).length;
const brotli = brotliCompressSync(minified, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
console.log(`minified: ${minified.length} bytes`);
console.log(`gzip: ${gzip} bytes (limit ${limit})`);
console.log(`brotli: ${brotli} bytes`);

if (gzip > limit) fail(`dist/g6-comparison.min.js is ${gzip - limit} bytes over the limit of ${limit} bytes gzip.`);

const host = readFileSync(new URL('../dist/embed-host.min.js', import.meta.url)).length;
console.log(`beside frames: ${host} bytes (limit ${hostLimit})`);
if (host > hostLimit) fail(`dist/embed-host.min.js is ${host - hostLimit} bytes over the limit of ${hostLimit} bytes.`);

const traffic = writeTraffic();
console.log(`\n${traffic}`);

const figure = `${(gzip / 1000).toFixed(1)} kB`;
const marked = /(<!-- size -->)([\s\S]*?)(<!-- \/size -->)/g;
const text = existsSync(readme) ? readFileSync(readme, 'utf8') : '';
const said = [...text.matchAll(marked)].map((match) => match[2].trim());
const trafficMarked = /(<!-- traffic -->)([\s\S]*?)(<!-- \/traffic -->)/;
const trafficSaid = trafficMarked.exec(text)?.[2].trim() ?? '';
if (values['write-readme']) {
  writeFileSync(readme, text.replace(marked, `$1${figure}$3`).replace(trafficMarked, `$1\n\n${traffic}\n\n$3`));
} else if (values['check-readme'] && !isNear(trafficSaid, traffic)) {
  fail('README.md says other figures of traffic than these: npm run size -- --write-readme');
} else if (values['check-readme'] && (said.length === 0 || !said.every(isTrue))) {
  const found = said.length === 0 ? 'nothing between <!-- size --> and <!-- /size -->' : said.join(' and ');
  fail(`README.md says ${found}, the size is ${figure}: npm run size -- --write-readme`);
}

/** One Node compresses a few bytes better than another, which may tip the last digit. */
function isTrue(words) {
  return /^\d+\.\d kB$/.test(words) && Math.abs(Number.parseFloat(words) * 1000 - gzip) <= 100;
}

/** Whether two texts differ in their numbers alone, and in those by a twentieth, or the last digit, at most. */
function isNear(one, other) {
  const words = /\d+(\.\d+)?/g;
  const numbers = (text_) => text_.match(words)?.map(Number) ?? [];
  const others = numbers(other);
  return (
    one.replace(words, '') === other.replace(words, '') &&
    numbers(one).every((number, index) => Math.abs(number - others[index]) <= Math.max(0.101, number / 20))
  );
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
