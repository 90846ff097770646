// The import as a build script uses it, on what was built: that it loads alone, and that nothing anybody pastes can make it
// throw. Needs the build; `npm test` makes it first.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readArticle, readCsv, readText, writeCsv } from 'g6-comparison/import';
import { readDocument } from '../../dist/node/read-document.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}test/fixtures/articles/`;
const articles = readdirSync(folder)
  .filter((name) => !name.endsWith('.json'))
  .map((name) => readFileSync(folder + name, 'utf8'));
const files = articles.map((text) => writeCsv(readArticle(text).document));

describe('g6-comparison/import', () => {
  it('loads in Node without Lit, a DOM or a word on the console', () => {
    const script = `
      import { readArticle } from 'g6-comparison/import';
      const { comparison } = readArticle('| Product | Price |\\n|-|-|\\n| Heron | $1 |\\n| Plover | $2 |');
      console.log(comparison.products.length, typeof HTMLElement, typeof customElements);`;
    const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    assert.equal(said, '2 undefined undefined\n');
  });

  it('is not in the embedded script', () => {
    assert.doesNotMatch(readFileSync(`${root}dist/g6-comparison.min.js`, 'utf8'), /score-unsupported|data-g6-line/);
  });
});

// What breaks readers: ends and beginnings of everything that they look for.
const pieces =
  `| \n \n\n " <table> </table> <tr> <td> </td> <td\u2007colspan=9\u2007rowspan=9> ** # -\u2007 ★ 8/10 30% : \t ; , <br> \` \`\`\` [ ]( 10.1/
  doi: PMID:\u2007 & &#0; \u0000 \ud800 ---\n <!-- --> <b> ( ) = ' Composite Weight Pros: Cons \r Score:\u20079/10 ## <ul> <li> </p> ~~~ + sep=; ＝`
    .split(' ')
    .map((piece) => piece.replaceAll('\u2007', ' '));

/** Numbers from 0 to below 1 that are the same in every run. */
function* numbers(seed) {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

function mutated(text, pick) {
  let out = text;
  for (let count = 1 + pick(6); count > 0; count--) {
    const from = pick(out.length + 1);
    const to = Math.min(out.length, from + pick(60));
    const other = articles[pick(articles.length)];
    const start = pick(other.length);
    const middle = [
      '',
      pieces[pick(pieces.length)].repeat(1 + pick(3)),
      out.slice(from, to).repeat(2),
      out.slice(start, start + 80),
      other.slice(start, start + 200),
    ][pick(5)];
    out = out.slice(0, from) + middle + out.slice(to);
  }
  return out;
}

describe('12,000 mutations', () => {
  for (const [what, read, texts, seed] of [
    ['articles', (text) => readArticle(text), articles, 1],
    ['articles read as HTML', (text) => readArticle(text, { format: 'html' }), articles, 2],
    ['files of spreadsheets', readCsv, files, 3],
  ]) {
    it(`of ${what} end in a document or in diagnostics that say why not`, () => {
      const source = numbers(seed);
      const pick = (below) => Math.floor(source.next().value * below);
      let documents = 0;
      for (let run = 0; run < 4000; run++) {
        const text = mutated(texts[pick(texts.length)], pick);
        const { document, comparison, diagnostics } = read(text);
        const lines = text.split(/\r\n|\r|\n/).length;
        assert.ok(comparison || diagnostics.some(({ severity }) => severity === 'error'), `run ${run} says nothing`);
        assert.equal(document !== undefined, comparison !== undefined, `run ${run} has a document that is none`);
        for (const { line = 1, code } of diagnostics) {
          assert.ok(
            Number.isInteger(line) && line >= 1 && line <= lines,
            `run ${run}: ${code} in line ${line} of ${lines}`,
          );
        }
        if (document) documents++;
      }
      assert.ok(documents > 1000, `only ${documents} are documents`);
    });
  }
});

// Bytes that begin, end and part letters in one encoding and another.
const units = [
  [0],
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0xef, 0xbb, 0xbf],
  [0x80],
  [0xc3],
  [0xe2, 0x82, 0xac],
  [0xd8, 0x00],
  [0x90],
];
const encoded = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-16': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16, the other way round': (text) => Buffer.from(text, 'utf16le').swap16(),
  'Windows-1252': (text) => Buffer.from(text, 'latin1'),
};

function mutatedBytes(bytes, pick) {
  let out = bytes;
  for (let count = pick(5); count > 0; count--) {
    const from = pick(out.length + 1);
    const to = Math.min(out.length, from + pick(40));
    const middle = [
      Buffer.alloc(0),
      Buffer.from(units[pick(units.length)]),
      out.subarray(to, to + 60),
      Buffer.from(pieces[pick(pieces.length)]),
    ][pick(4)];
    out = Buffer.concat([out.subarray(0, from), middle, out.subarray(to)]);
  }
  return out;
}

describe('8,000 mutations of files that nobody names the encoding or format of', () => {
  const documents = readdirSync(`${root}demo/data`)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(`${root}demo/data/${name}`, 'utf8').slice(0, 6000));
  for (const [index, [encoding, encode]] of Object.entries(encoded).entries()) {
    it(`in ${encoding} end in a text that is read as one format, or in why they are no text`, () => {
      const source = numbers(10 + index);
      const pick = (below) => Math.floor(source.next().value * below);
      const all = [articles, files, documents];
      let texts = 0;
      let comparisons = 0;
      for (let run = 0; run < 2000; run++) {
        const kind = all[pick(all.length)];
        const bytes = mutatedBytes(encode(kind[pick(kind.length)]), pick);
        const { text, diagnostics } = readText(bytes);
        const isRefused = diagnostics.some(({ code }) => code === 'not-text');
        assert.equal(text === undefined, isRefused, `run ${run} says nothing`);
        if (text === undefined) continue;
        texts++;
        const found = readDocument({ name: '<stdin>', text, encoding: 'utf-8', diagnostics }, { now: 0 });
        const isWrong = found.diagnostics.some(({ severity }) => severity === 'error');
        assert.ok(found.comparison || isWrong, `run ${run} is neither a document nor wrong`);
        const lines = text.split(/\r\n|\r|\n/).length;
        for (const { line = 1, code } of found.diagnostics)
          assert.ok(line >= 1 && line <= lines, `run ${run}: ${code} in line ${line} of ${lines}`);
        if (found.comparison) comparisons++;
      }
      assert.ok(texts > 500 && comparisons > 300, `only ${texts} are texts, ${comparisons} comparisons`);
    });
  }
});
