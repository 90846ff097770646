// How many bytes a page pays for the elements, against the budget and against what the README says.
//   --check          fails over the budget, and where README.md gives another figure
//   --check-readme   fails, besides, where README.md gives no figure
//   --write-readme   writes the figure into README.md, between <!-- size --> and <!-- /size -->
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const budget = 20_480;
const file = new URL('../dist/g6-comparison.min.js', import.meta.url);
const readme = new URL('../README.md', import.meta.url);

const { values } = parseArgs({
  options: { check: { type: 'boolean' }, 'check-readme': { type: 'boolean' }, 'write-readme': { type: 'boolean' } },
});

const minified = readFileSync(file);
const gzip = gzipSync(minified, { level: 9 }).length;
const brotli = brotliCompressSync(minified, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
console.log(`minified: ${minified.length} bytes`);
console.log(`gzip: ${gzip} bytes (budget ${budget})`);
console.log(`brotli: ${brotli} bytes`);

if (gzip > budget) fail(`dist/g6-comparison.min.js is ${gzip - budget} bytes over the budget of ${budget} bytes gzip.`);

const figure = `${(gzip / 1000).toFixed(1)} kB`;
const marked = /(<!-- size -->)([\s\S]*?)(<!-- \/size -->)/g;
const text = existsSync(readme) ? readFileSync(readme, 'utf8') : '';
const said = [...text.matchAll(marked)].map((match) => match[2]);
if (values['write-readme']) writeFileSync(readme, text.replace(marked, `$1${figure}$3`));
else if (values['check-readme'] && said.length === 0)
  fail('README.md has no size between <!-- size --> and <!-- /size -->.');
else if (values.check || values['check-readme']) {
  const other = said.find((words) => words.trim() !== figure);
  if (other !== undefined) fail(`README.md says the size is ${other}, it is ${figure}: npm run size -- --write-readme`);
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
