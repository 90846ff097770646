// The command line as people and CI services run it: the built program, as a process of its own. Needs the build.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const program = join(root, manifest.bin['g6-comparison']);

const good = '{ "products": [{ "name": "Kettle", "specs": { "price": "$32" } }] }\n';
const bad = `{
  "rubric": {
    "criteria": [
      { "id": "a", "label": "Alpha", "weight": 60 },
      { "id": "b", "label": "Beta", "weight": 40 }
    ]
  },
  "products": [
    { "name": "One", "scores": { "a": 8, "b": 9 },
      "statedScore": 9.9 },
    { "name": "Two",
      "url": "javascript:alert(1)",
      "scores": { "a": 8 } },
    { "name": "Three", "offers": [{ "price": "$9",
      "asOf": "2026-04-30" }] }
  ]
}
`;

let folder;
before(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'g6-comparison-')));
});
after(() => rm(folder, { recursive: true, force: true }));

/** Runs the program in the test's folder; `input` is what it is given on standard input. */
async function run(args, { input = '', env = {}, files = {} } = {}) {
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  const { FORCE_COLOR, NO_COLOR, ...inherited } = process.env;
  const child = spawn(process.execPath, [program, ...args], { cwd: folder, env: { ...inherited, ...env } });
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

/** The place, severity and code of each line. */
const partsOf = (stdout) =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [, file, place, severity, code] = /^(.+):(\d+): (error|warning|info) ([a-z-]+): \S.*\.$/.exec(line) ?? [
        line,
      ];
      return [file, place, severity, code];
    });

describe('g6-comparison', () => {
  const helps = [['--help'], ['-h']];
  for (const args of helps) {
    it(`${args.join(' ')} lists the commands there are, and no others`, async () => {
      const { code, stdout, stderr } = await run(args);
      assert.deepEqual([code, stderr], [0, '']);
      assert.match(stdout, /^Usage: g6-comparison COMMAND/);
      const commands = [...stdout.matchAll(/^ {2}([a-z]+) [A-Z]/gm)].map(([, name]) => name);
      assert.deepEqual(commands, ['import', 'check', 'snippet', 'render']);
      for (const name of commands) assert.equal((await run([name, '--help'])).code, 0, name);
      for (const line of stdout.split('\n')) assert.ok(line.length <= 100, line);
    });
  }

  it('check --help says what it takes, every option and the exit code', async () => {
    const { code, stdout } = await run(['check', '--help']);
    assert.equal(code, 0);
    for (const word of ['FILE|URL', '--json', '--as-of DATE', '--help', 'exit code'])
      assert.ok(stdout.includes(word), word);
  });

  for (const args of [['--version'], ['-v']]) {
    it(`${args} gives the version of the package`, async () => {
      assert.deepEqual(await run(args), { code: 0, stdout: `${manifest.version}\n`, stderr: '' });
    });
  }

  it('without a command shows the help on stderr and exits 2', async () => {
    const { code, stdout, stderr } = await run([]);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /^Usage: /);
  });

  const wrong = [
    [['chekc', 'x.json'], /chekc is no command\. Did you mean check\?/],
    [['frobnicate'], /frobnicate is no command\. See/],
    [['constructor'], /constructor is no command\. See/],
    [['good.json'], /good\.json is no command\. Did you mean check good\.json\?/],
    [['--hlep'], /Unknown option '--hlep'\. Did you mean --help\?/],
    [['check'], /check needs a FILE or URL/],
    [['check', '--jsno', 'good.json'], /Unknown option '--jsno'\. Did you mean --json\?/],
    [['check', '--json=yes', 'good.json'], /'--json' does not take an argument/],
    [['check', '--format', 'yaml', 'good.json'], /--format takes json, markdown, html, csv, not yaml/],
    [['check', '--language', 'klingon!', 'good.json'], /--language takes a tag such as de or pt-BR, not klingon!/],
    [['check', '--encoding', 'utf-9', 'good.json'], /--encoding takes a name such as .*, not utf-9/],
    [['import'], /import needs one FILE or URL/],
    [['import', 'a.md', 'b.md'], /import needs one FILE or URL/],
    [['import', 'good.json'], /good\.json is JSON: import takes articles and spreadsheets/],
    [['imprt', 'a.md'], /Did you mean import\?/],
    [['snippet'], /snippet needs one FILE or URL/],
    [['snippet', 'good.json', '--as', 'pdf'], /--as takes script, wordpress, iframe, oembed, html, markdown, not pdf/],
    [['snippet', 'good.json', '--as', 'iframe'], /--as iframe needs --src: /],
    [['snippet', 'good.json', '--show', 'chart'], /--show takes table, weights, breakdowns, cards, not chart/],
    [['snippet', 'good.json', '--show', ','], /--show takes .*, not nothing/],
    [['snippet', 'good.json', '--base', 'javascript:0'], /--base takes an address, not javascript:0/],
    [
      ['snippet', 'good.json', '--src', 'javascript:0'],
      /--src has to be an http or https address.*; it was javascript:0/,
    ],
    [['snippet', 'good.json', '--attribute', '=x'], /--attribute takes NAME=VALUE, not =x/],
    [
      ['snippet', 'good.json', '-a', 'onclick=x'],
      /--attribute has to have names of the table's attributes; one was onclick/,
    ],
    [['snippet', 'good.json', '--theme', 'accent=}'], /--theme has to have values such as #0f8068; --g6-accent was }/],
    [['check', 'good.json', '--as-of'], /'--as-of <value>' argument missing/],
    [['check', 'good.json', '--as-of', '2026-02-30'], /--as-of takes a date such as 2026-04-30, not 2026-02-30/],
  ];
  for (const [args, message] of wrong) {
    it(`${args.join(' ')} exits 2 and says why in one line`, async () => {
      const { code, stdout, stderr } = await run(args, { files: { 'good.json': good } });
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, message);
      assert.match(stderr, /^g6-comparison: [^\n]+\n$/);
    });
  }
});

describe('check', () => {
  it('exits 0 for a document that nothing is wrong with', async () => {
    assert.deepEqual(await run(['check', 'good.json'], { files: { 'good.json': good } }), {
      code: 0,
      stdout: '',
      stderr: 'No errors and no warnings in 1 document.\n',
    });
  });

  it('exits 1 and names file, line, severity and code of what is wrong', async () => {
    const { code, stdout, stderr } = await run(['check', '--as-of', '2026-05-01', 'bad.json'], {
      files: { 'bad.json': bad },
    });
    assert.equal(code, 1);
    assert.deepEqual(partsOf(stdout), [
      ['bad.json', '10', 'warning', 'score-mismatch'],
      ['bad.json', '12', 'error', 'unsafe-url'],
      ['bad.json', '13', 'warning', 'score-missing'],
      ['bad.json', '14', 'warning', 'score-missing'],
    ]);
    assert.equal(stderr, '1 error and 3 warnings in 1 document.\n');
  });

  it('exits 1 for the demo’s article and names its three headlines and two columns of mixed units', async () => {
    const file = join(root, 'demo/data/leaky-gut.json');
    const { code, stdout } = await run(['check', file]);
    const lines = (await readFile(file, 'utf8')).split('\n');
    assert.equal(code, 1);
    const found = partsOf(stdout).map(([, line, , name]) => [name, lines[line - 1].trim()]);
    assert.deepEqual(
      found.filter(([name]) => name === 'score-mismatch').map(([, line]) => line),
      ['"statedScore": 8.7,', '"statedScore": 8.2,', '"statedScore": 7.3,'],
    );
    assert.equal(found.filter(([name]) => name === 'mixed-units').length, 2);
  });

  const article = ({ headline, unit }) => `# Two kettles compared

| Product | Volume |
|---|---|
| Alpha | 1.5 l |
| Beta | 2 ${unit} |

## 1. Alpha

**Kettle Score: ${headline}/10**

| Criterion | Weight | Score | Weighted |
|---|---|---|---|
| Speed | 60% | 8 | 4.8 |
| Noise | 40% | 9 | 3.6 |
`;
  const articles = [
    ['a headline that the scores contradict', { headline: '9.1', unit: 'g' }, 1, ['score-mismatch', 'mixed-units']],
    ['the same, corrected', { headline: '8.4', unit: 'g' }, 0, ['mixed-units']],
    ['one unit too', { headline: '8.4', unit: 'l' }, 0, []],
  ];
  for (const [name, members, expected, codes] of articles) {
    it(`exits ${expected} for an article with ${name}`, async () => {
      const text = article(members);
      const { code, stdout } = await run(['check', 'kettles.md'], { files: { 'kettles.md': text } });
      const found = partsOf(stdout).filter(([, , severity, named]) => severity !== 'info' && named !== 'score-missing');
      assert.deepEqual(found.map(([, , , named]) => named).sort(), codes.sort(), stdout);
      assert.equal(code, expected, stdout);
      const mismatch = found.find(([, , , named]) => named === 'score-mismatch');
      if (mismatch) assert.match(text.split('\n')[mismatch[1] - 1], /Kettle Score/);
    });
  }

  const shown = [
    ['score-missing', '{ "rubric": { "criteria": [{ "id": "a", "weight": 100 }] }, "products": ["A"] }'],
    [
      'mixed-units',
      '{ "products": [{ "name": "A", "specs": { "x": "5 g" } }, { "name": "B", "specs": { "x": "5 l" } }] }',
    ],
  ];
  for (const [name, text] of shown) {
    it(`exits 0 for ${name}, which the page says itself, and 1 with --strict`, async () => {
      const { code, stdout } = await run(['check', 'shown.json'], { files: { 'shown.json': text } });
      assert.deepEqual([code, partsOf(stdout)], [0, [['shown.json', '1', 'warning', name]]]);
      assert.equal((await run(['check', '--strict', 'shown.json'])).code, 1);
    });
  }

  it('exits 0 where something is worth knowing only, with --strict too', async () => {
    const text =
      '{ "columns": [{ "id": "x", "type": "quantity" }],\n"products": [{ "name": "A", "specs": { "x": "Various" } }] }';
    const { code, stdout } = await run(['check', '--strict', 'info.json'], { files: { 'info.json': text } });
    assert.deepEqual([code, partsOf(stdout)], [0, [['info.json', '2', 'info', 'value-unreadable']]]);
  });

  it('judges the age of prices as of today, or of the date it is told', async () => {
    const files = {
      'old.json': '{ "products": [{ "name": "A", "offers": [{ "price": "$9", "asOf": "2020-01-01" }] }] }',
    };
    const today = await run(['check', 'old.json'], { files });
    assert.deepEqual([today.code, partsOf(today.stdout)], [1, [['old.json', '1', 'warning', 'price-stale']]]);
    assert.equal((await run(['check', 'old.json', '--as-of', '2020-01-02'])).code, 0);
  });

  it('takes several documents, and adds up what is wrong in them', async () => {
    const files = { 'a.json': '{ "products": [] }', 'b.json': good, 'c.json': '{ "products": ["A"],\n"title": [] }' };
    const { code, stdout, stderr } = await run(['check', 'a.json', 'b.json', 'c.json', 'a.json'], { files });
    assert.equal(code, 1);
    assert.deepEqual(partsOf(stdout), [
      ['a.json', '1', 'error', 'no-products'],
      ['c.json', '2', 'error', 'wrong-type'],
    ]);
    assert.equal(stderr, '2 errors in 3 documents.\n');
  });

  it('checks the others where one cannot be read, and exits 2', async () => {
    const { code, stdout, stderr } = await run(['check', 'none.json', 'bad.json'], { files: { 'bad.json': bad } });
    assert.equal(code, 2);
    assert.match(stdout, /^bad\.json:10: warning score-mismatch: /m);
    assert.match(stderr, /^g6-comparison: none\.json does not exist\.\n1 error and /);
  });

  it('reads standard input where it is given -', async () => {
    const { code, stdout } = await run(['check', '-'], { input: '{ "products": [\n{}, "A"] }' });
    assert.deepEqual([code, partsOf(stdout)], [1, [['<stdin>', '2', 'error', 'name-missing']]]);
  });

  const places = [
    ['CRLF', '{\r\n"products": ["A"],\r\n"title": []\r\n}', [['3', 'wrong-type']]],
    ['a BOM', '\ufeff{\n"products": ["A"],\n"title": [] }', [['3', 'wrong-type']]],
    ['UTF-16', Buffer.from('\ufeff{\n"products": ["A"], "title": [] }', 'utf16le'), [['2', 'wrong-type']]],
    ['a member twice', '{ "title": [],\n"products": ["A"],\n"title": [] }', [['3', 'wrong-type']]],
    [
      'keys with / and ~',
      '{ "products": [{ "name": "A", "specs": {\n"a/b~": {\n"url": 5 } } }] }',
      [['3', 'wrong-type']],
    ],
    [
      'what is not there',
      '\n{ "products": [\n{ "name": "A",\n"offers": [{\n"paid": true }] }] }',
      [['2', 'missing-disclosure']],
    ],
    ['nothing', '', [['1', 'invalid-json']]],
    ['white space', '\n\n', [['1', 'invalid-json']]],
    ['a comma too many', '{ "products": [\n"A",\n] }', [['3', 'invalid-json']]],
    ['a comma too few', '{ "title": "T"\n"products": ["A"] }', [['2', 'invalid-json']]],
    ['a line break in a text', '{ "products": ["A"],\n"title": "T\nU",\n"x": tru }', [['2', 'invalid-json']]],
    ['a tab in a text', '{ "products": ["A"],\n"title": "\\u0041\tU" }', [['2', 'invalid-json']]],
    ['no end', '{ "products": [\n"A"\n', [['2', 'invalid-json']]],
    ['a long text', `{ "title": "${'x'.repeat(1_000_000)}",\n"products": ["A",\n] }`, [['3', 'invalid-json']]],
    ['HTML', '<!doctype html>\n<title>404</title>', [['1', 'invalid-json']]],
    ['a list', '\n["A"]', [['2', 'not-an-object']]],
    ['depth', `{ "products": ["A"],\n"x": ${'['.repeat(100_000)}${']'.repeat(100_000)} }`, [['1', 'too-deep']]],
    ['unfinished depth', `{ "products": ["A"],\n"x": "\n${'['.repeat(100_000)}`, [['2', 'invalid-json']]],
    ['size', JSON.stringify({ products: ['A'], title: 'x'.repeat(2 ** 20) }), [['1', 'too-large']]],
  ];
  for (const [name, content, expected] of places) {
    it(`finds the line in a document with ${name}`, async () => {
      const { code, stdout, stderr } = await run(['check', 'place.json'], { files: { 'place.json': content } });
      assert.deepEqual(
        partsOf(stdout).map(([, line, , found]) => [line, found]),
        expected,
        stdout.slice(0, 300) + stderr.slice(0, 300),
      );
      assert.equal(code, 1);
    });
  }

  const unreadable = [
    ['none.json', undefined, /none\.json does not exist\./],
    ['folder', undefined, /folder is a directory: name a file in it\./],
    [
      'binary.json',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe]),
      /binary\.json is no text in UTF-8, UTF-16 or/,
    ],
    ['picture.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), /picture\.csv is no text in/],
    ['nul.json', Buffer.from('{ "products": ["\0"] }'), /nul\.json is no text in UTF-8/],
    ['latin.json', Buffer.from('{ "products": ["Käse"] }', 'latin1'), /latin\.json is JSON, but no text in UTF-8/],
    ['huge.json', Buffer.alloc(2 ** 24 + 1, ' '), /huge\.json is larger than 16 MiB/],
    ['ftp://example.com/x.json', undefined, /is no http or https address/],
    ['\u001b[2Jnone.json', undefined, /^g6-comparison: {2}\[2Jnone\.json does not exist/],
  ];
  for (const [name, content, message] of unreadable) {
    it(`exits 2 for ${JSON.stringify(name)}`, async () => {
      await mkdir(join(folder, 'folder'), { recursive: true });
      const { code, stdout, stderr } = await run(
        ['check', name],
        content === undefined ? {} : { files: { [name]: content } },
      );
      assert.deepEqual([code, stdout], [2, ''], stderr);
      assert.match(stderr, message);
      assert.equal(stderr.split('\n').length, 2, stderr);
    });
  }

  it('--json writes the same as JSON, and nothing else', async () => {
    const files = { 'good.json': good, 'bad.json': bad };
    const { code, stdout, stderr } = await run(['check', '--json', 'good.json', 'bad.json'], { files });
    assert.deepEqual([code, stderr], [1, '']);
    const [first, second, ...others] = JSON.parse(stdout);
    assert.deepEqual(others, []);
    assert.deepEqual(first, { file: 'good.json', errors: 0, warnings: 0, diagnostics: [] });
    assert.deepEqual([second.file, second.errors, second.warnings], ['bad.json', 1, second.diagnostics.length - 1]);
    const { message, ...mismatch } = second.diagnostics.find((found) => found.code === 'score-mismatch');
    assert.match(message, /9\.9/);
    assert.deepEqual(mismatch, {
      code: 'score-mismatch',
      severity: 'warning',
      path: '/products/0/statedScore',
      line: 10,
    });
  });

  it('--json writes JSON where a document cannot be read too', async () => {
    const { code, stdout, stderr } = await run(['check', '--json', 'none.json']);
    assert.deepEqual([code, JSON.parse(stdout)], [2, []]);
    assert.match(stderr, /does not exist/);
  });
});

describe('import', () => {
  const csv = 'Product,Price\nAlpha,$30\nBeta,$40\n';
  const products = ['Alpha', 'Beta'];
  const texts = [
    ['kettles.csv', csv],
    ['kettles.tsv', csv.replaceAll(',', '\t')],
    ['kettles.csv', Buffer.from(`\ufeff${csv.replaceAll(',', '\t')}`, 'utf16le')],
    ['kettles.md', '| Product | Price |\r\n|---|---|\r\n| Alpha | $30 |\r\n| Beta | $40 |\r\n'],
    ['kettles.html', '<table><tr><th>Product<th>Price<tr><td>Alpha<td>$30<tr><td>Beta<td>$40</table>'],
    ['-', csv],
    ['-', csv.replaceAll(',', ';')],
    ['-', csv.replaceAll(',', '\t')],
    ['-', '<table><tr><th>Product<th>Price<tr><td>Alpha<td>$30<tr><td>Beta<td>$40</table>'],
    ['-', '| Product | Price |\n|---|---|\n| Alpha | $30 |\n| Beta | $40 |'],
  ];
  for (const [name, content] of texts) {
    it(`makes a document of ${name}: ${JSON.stringify(content.toString(name === '-' ? undefined : 'latin1')).slice(0, 60)}`, async () => {
      const given = name === '-' ? { input: content } : { files: { [name]: content } };
      const { code, stdout, stderr } = await run(['import', name], given);
      assert.equal(code, 0, stderr);
      const document = JSON.parse(stdout);
      assert.deepEqual(
        document.products.map((product) => product.name),
        products,
      );
      assert.deepEqual(
        document.products.map(({ specs }) => specs.price),
        ['$30', '$40'],
      );
      assert.match(stderr, /No errors and no warnings in 1 document\.\n$/);
      const checked = await run(['check', '-'], { input: stdout });
      assert.deepEqual([checked.code, checked.stdout], [0, '']);
    });
  }

  const german = 'Gerät;Gewicht\r\nHeiß;1.250 g\r\nKühl;300 g\r\n';
  const windows = Buffer.from(german, 'latin1');

  it('reads what Excel saves on Windows, and says that it takes it for Windows-1252', async () => {
    const { code, stdout, stderr } = await run(['import', '--language', 'de', 'excel.csv'], {
      files: { 'excel.csv': windows },
    });
    assert.equal(code, 0, stderr);
    const document = JSON.parse(stdout);
    assert.deepEqual(
      document.products.map(({ name }) => name),
      ['Heiß', 'Kühl'],
    );
    assert.deepEqual([document.language, document.products[0].specs.gewicht], ['de', '1.250 g']);
    assert.match(stderr, /^excel\.csv:1: info encoding-assumed: “Gerät” is read as Windows-1252.+\n.+\.\n$/);
  });

  it('reads the euros and dashes of Windows-1252, guessed and told', async () => {
    const files = {
      'euro.csv': Buffer.from([
        ...Buffer.from('Name;Preis\r\nA;12,99 '),
        0x80,
        13,
        10,
        ...Buffer.from('B '),
        0x96,
        ...Buffer.from(' C;9,50 '),
        0x80,
      ]),
    };
    for (const encoding of [[], ['--encoding', 'windows-1252']]) {
      const { code, stdout, stderr } = await run(['import', '--language', 'de', ...encoding, 'euro.csv'], { files });
      assert.equal(code, 0, stderr);
      const { products } = JSON.parse(stdout);
      assert.deepEqual(
        products.map(({ name, specs }) => `${name}: ${specs.preis}`),
        ['A: 12,99 €', 'B – C: 9,50 €'],
      );
    }
  });

  it('reads the encoding that it is told', async () => {
    const files = {
      'russian.csv': Buffer.from([
        0xc8, 0xec, 0xff, 0x3b, 0xd6, 0xe5, 0xed, 0xe0, 10, 0xc0, 0x3b, 0x31, 10, 0xc1, 0x3b, 0x32,
      ]),
    };
    const { code, stdout, stderr } = await run(['import', '--encoding', 'windows-1251', 'russian.csv'], { files });
    assert.equal(code, 0, stderr);
    assert.match(stdout, /"label": "Цена"/);
    const wrong = await run(['import', '--encoding', 'utf-8', 'russian.csv']);
    assert.deepEqual([wrong.code, wrong.stdout], [2, '']);
    assert.match(wrong.stderr, /russian\.csv is no text in utf-8: name its --encoding/);
  });

  it('tells what 1.250 g is in a file without a language, and how to say it', async () => {
    const { code, stdout, stderr } = await run(['import', '-'], { input: german });
    assert.equal(code, 0, stderr);
    assert.equal(JSON.parse(stdout).products[0].specs.gewicht, '1250 g');
    assert.match(
      stderr,
      /^<stdin>:2: info separators-assumed: “1\.250 g” is written as “1250 g”, since .+ name the language/,
    );
    const unclear = await run(['import', '-'], { input: german.replaceAll(';', '\t') });
    assert.equal(unclear.code, 1);
    assert.match(unclear.stderr, /^<stdin>:2: warning number-ambiguous: “1\.250 g” can be read in two ways/);
  });

  it('takes what it is told the input is', async () => {
    const { code, stdout } = await run(['import', '--format', 'csv', 'kettles.txt'], { files: { 'kettles.txt': csv } });
    assert.deepEqual([code, JSON.parse(stdout).products.length], [0, 2]);
  });

  for (const text of ['', 'Nothing to compare here.', '<p>Nor here.']) {
    it(`exits 1 and writes no document for ${JSON.stringify(text)}`, async () => {
      const { code, stdout, stderr } = await run(['import', '-'], { input: text });
      assert.deepEqual([code, stdout], [1, '']);
      assert.match(stderr, /^<stdin>:1: error no-products: /);
    });
  }

  it('--json writes the document and the diagnostics as JSON, and nothing else', async () => {
    const { code, stdout, stderr } = await run(['import', '--json', '-'], { input: csv });
    assert.deepEqual([code, stderr], [0, '']);
    const { document, ...report } = JSON.parse(stdout);
    assert.deepEqual(report, { file: '<stdin>', errors: 0, warnings: 0, diagnostics: [] });
    assert.equal(document.products.length, 2);
  });

  it('--json without a product writes JSON too', async () => {
    const { code, stdout } = await run(['import', '--json', '-'], { input: 'Nothing.' });
    assert.deepEqual([code, JSON.parse(stdout).errors, JSON.parse(stdout).document], [1, 1, undefined]);
  });
});

describe('snippet', () => {
  const hashOf = async (file) =>
    `sha384-${createHash('sha384')
      .update(await readFile(join(root, 'dist', file)))
      .digest('base64')}`;

  it('prints the script with its hash and the table with the document in it, and says what to upload', async () => {
    const { code, stdout, stderr } = await run(['snippet', 'good.json'], { files: { 'good.json': good } });
    assert.equal(code, 0);
    const [, script, json] =
      /^(<script .+><\/script>)\n<g6-comparison-table>\n<script type="application\/json">\n([\s\S]+)\n<\/script>\n<\/g6-comparison-table>\n$/.exec(
        stdout,
      ) ?? assert.fail(stdout);
    assert.deepEqual(JSON.parse(json), JSON.parse(good));
    assert.equal(
      script,
      `<script src="g6-comparison.min.js" integrity="${await hashOf('g6-comparison.min.js')}" crossorigin="anonymous" defer data-cfasync="false"></script>`,
    );
    assert.match(
      stderr,
      /^No errors and no warnings in 1 document\.\nUpload g6-comparison\.min\.js from .+ to the folder of the page\.\n$/,
    );
  });

  it('names addresses, attributes, elements and colours as it is told', async () => {
    const args = ['--src', '/c.json', '--base', 'https://a.example/g6', '-a', 'search', '-a', 'limit=3', '--floating'];
    const { code, stdout } = await run(
      ['snippet', 'good.json', ...args, '--theme', 'accent=#123', '--show', 'table,cards'],
      {
        files: { 'good.json': good },
      },
    );
    assert.equal(code, 0);
    assert.equal(
      stdout,
      [
        '<script src="https://a.example/g6/g6-comparison.min.js" defer data-cfasync="false"></script>',
        '<style>g6-comparison { --g6-accent: #123; }</style>',
        '<g6-comparison src="/c.json">',
        '<g6-comparison-table search limit="3"></g6-comparison-table>',
        '<g6-product-card product="kettle"></g6-product-card>',
        '</g6-comparison>',
        '',
      ].join('\n'),
    );
  });

  it('brings the words of the document’s language', async () => {
    const files = { 'de.json': '{ "language": "de-CH", "products": ["A"] }' };
    const { stdout, stderr } = await run(['snippet', '--src', 'de.json', 'de.json'], { files });
    assert.ok(stdout.includes(`<script src="languages/de.js" integrity="${await hashOf('languages/de.js')}"`), stdout);
    assert.match(stderr, /Upload g6-comparison\.min\.js and languages\/de\.js from /);
  });

  const forms = [
    ['wordpress', /^<!-- wp:html -->\n/],
    ['iframe', /^<iframe src="https:\/\/a\.example\/embed\.html\?src=https%3A%2F%2Fb\.example%2Fc\.json"/],
    ['oembed', /^\{\n {2}"version": "1\.0"/],
    ['html', /^<article dir="ltr">\n[\s\S]*<th scope="row" [^>]+>Kettle</],
    ['markdown', /^[\s\S]*\| Kettle \|/],
  ];
  for (const [form, wanted] of forms) {
    it(`prints the form ${form}`, async () => {
      const args = ['--as', form, '--src', 'https://b.example/c.json', '--base', 'https://a.example/'];
      const { code, stdout } = await run(['snippet', 'good.json', ...args], { files: { 'good.json': good } });
      assert.equal(code, 0);
      assert.match(stdout, wanted);
    });
  }

  it('asks for the same in a frame, with the script that minds its height', async () => {
    const args = [
      '--as',
      'iframe',
      '--src',
      'c.json',
      '-a',
      'search',
      '--theme',
      'accent=#123',
      '--theme',
      'theme=dark',
    ];
    const { code, stdout, stderr } = await run(['snippet', 'good.json', ...args], { files: { 'good.json': good } });
    assert.equal(code, 0);
    const [, src] = /^<iframe src="([^"]+)"/.exec(stdout) ?? assert.fail(stdout);
    const url = new URL(src.replaceAll('&amp;', '&'), 'https://a.example/page/');
    assert.equal(url.pathname, '/page/embed.html');
    assert.deepEqual(
      [...url.searchParams],
      [
        ['src', 'c.json'],
        ['search', 'true'],
        ['accent', '#123'],
        ['theme', 'dark'],
      ],
    );
    assert.ok(
      stdout.includes(`\n<script src="embed-host.min.js" integrity="${await hashOf('embed-host.min.js')}"`),
      stdout,
    );
    assert.match(stderr, /Upload embed\.html and g6-comparison\.min\.js and embed-host\.min\.js from /);
    const card = ['snippet', 'good.json', '--as', 'iframe', '--src', 'c.json', '--show', 'table,cards'];
    assert.match(
      (await run(card)).stderr,
      /A frame shows one card or breakdown: name its product with -a product=ID\./,
    );
    assert.match(
      (await run([...card, '-a', 'product=kettle'])).stdout,
      /&amp;element=table%2Ccard&amp;product=kettle"/,
    );
  });

  it('takes an article and a spreadsheet too', async () => {
    for (const [input, format] of [
      ['| Product | Price |\n|---|---|\n| A | $1 |\n| B | $2 |', 'markdown'],
      ['Product,Price\nA,$1\nB,$2\n', 'csv'],
    ]) {
      const { code, stdout } = await run(['snippet', '--format', format, '-'], { input });
      assert.equal(code, 0);
      assert.match(stdout, /"name": "B"/);
    }
  });

  it('exits 1 and says what is wrong, with the snippet where there is one', async () => {
    const files = { 'bad.json': bad };
    const wrong = await run(['snippet', 'bad.json'], { files });
    assert.equal(wrong.code, 1);
    assert.match(wrong.stdout, /^<script /);
    assert.match(wrong.stderr, /^bad\.json:10: warning score-mismatch: /);
    const none = await run(['snippet', '-'], { input: '{ "products": [] }' });
    assert.deepEqual([none.code, none.stdout], [1, '']);
    assert.match(none.stderr, /^<stdin>:1: error no-products: .+\n1 error in 1 document\.\n$/);
  });

  it('--json writes the snippet, the scripts and the diagnostics as JSON, and nothing else', async () => {
    const { code, stdout, stderr } = await run(['snippet', '--json', 'good.json'], { files: { 'good.json': good } });
    assert.deepEqual([code, stderr], [0, '']);
    const { snippet, scripts, ...report } = JSON.parse(stdout);
    assert.deepEqual(report, { file: 'good.json', errors: 0, warnings: 0, diagnostics: [] });
    assert.deepEqual(scripts, [{ src: 'g6-comparison.min.js', integrity: await hashOf('g6-comparison.min.js') }]);
    assert.ok(snippet.includes(scripts[0].integrity));
  });
});

describe('colours', () => {
  const control = '\u001b[';
  const cases = [
    ['none behind a pipe', {}, false],
    ['some behind a pipe with FORCE_COLOR=1', { FORCE_COLOR: '1' }, true],
    ['some behind a pipe with FORCE_COLOR empty', { FORCE_COLOR: '' }, true],
    ['none with FORCE_COLOR=0', { FORCE_COLOR: '0' }, false],
    ['none with NO_COLOR=1', { NO_COLOR: '1' }, false],
    ['some with FORCE_COLOR=1 in spite of NO_COLOR=1', { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
  ];
  for (const [name, env, hasColours] of cases) {
    it(name, async () => {
      const { stdout, stderr } = await run(['check', 'bad.json'], { files: { 'bad.json': bad }, env });
      assert.equal(stdout.includes(control), hasColours);
      assert.equal(stderr.includes(control), hasColours);
    });
  }

  it('none in JSON', async () => {
    const { stdout } = await run(['check', '--json', 'bad.json'], {
      files: { 'bad.json': bad },
      env: { FORCE_COLOR: '1' },
    });
    assert.ok(!stdout.includes(control));
  });
});

describe('a reader that stops', () => {
  it('changes nothing about the exit code, and is no error', async () => {
    const products = Array.from({ length: 5000 }, (_, index) => ({ name: `P${index}`, url: 'javascript:0' }));
    await writeFile(join(folder, 'many.json'), JSON.stringify({ products }));
    const child = spawn(process.execPath, [program, 'check', 'many.json'], { cwd: folder });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = await once(child, 'exit');
    assert.equal(code, 1);
    assert.match(stderr, /^(5000 errors in 1 document\.\n)?$/);
  });
});

describe('check of an address', () => {
  let server;
  let address;
  before(async () => {
    server = createServer((request, response) => {
      const answers = {
        '/good.json': [200, good],
        '/bad': [200, '{ "products": ["A"],\n"title": [] }'],
        '/large.json': [200, ' '.repeat(2 ** 20 + 1)],
        '/page.json': [200, '<!doctype html>'],
        '/review': [
          200,
          '<!doctype html><h1>Kettles</h1><table><tr><th>Product<th>Price<tr><td>A<td>$1<tr><td>B<td>$2</table>',
        ],
        '/mark.json': [200, `\ufeff${good}`],
        '/excel.csv': [200, Buffer.from('Ger\xe4t;Preis\nA;1,50 \x80\nB;2,50 \x80\n', 'latin1')],
        '/russian.csv': [200, Buffer.from('Product;Color\nA;\xea\xf0\xe0\xf1\xed\xfb\xe9\nB;x\n', 'latin1')],
        '/photo.md': [200, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 1, 2, 3])],
      };
      if (request.url === '/broken.json') return request.socket.destroy();
      if (request.url === '/moved.json') return response.writeHead(302, { location: '/good.json?x=1' }).end();
      const [status, body] = answers[request.url.replace(/\?.*/, '')] ?? [404, 'not here'];
      response.writeHead(status).end(body);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    address = `http://127.0.0.1:${server.address().port}`;
  });
  after(() => server.close());

  const answers = [
    ['/good.json', 0, '', /^No errors/],
    ['/good.json?version=2', 0, '', /^No errors/],
    ['/mark.json', 0, '', /^No errors/],
    ['/moved.json', 0, '', /^No errors/],
    ['/review', 0, '', /^No errors/],
    ['/bad', 1, /\/bad:2: error wrong-type: /, /^1 error in 1 document/],
    ['/page.json', 1, /:1: error invalid-json: This is an HTML page/, /^1 error/],
    ['/none.json', 2, '', /none\.json answered with an error \(404\)\.\n$/],
    ['/large.json', 2, '', /large\.json is larger than 1 MiB/],
    ['/excel.csv', 0, /excel\.csv:1: info encoding-assumed: “Gerät” is read as Windows-1252/, /^No errors/],
    ['/photo.md', 2, '', /photo\.md is no text in UTF-8, UTF-16 or Windows-1252: name its --encoding/],
    ['/broken.json', 2, '', /broken\.json could not be fetched: check the address and the connection\.\n$/],
  ];
  for (const [path, code, stdout, stderr] of answers) {
    it(`exits ${code} for ${path}`, async () => {
      const result = await run(['check', `${address}${path}`]);
      assert.equal(result.code, code, result.stderr);
      assert.match(result.stderr, stderr);
      if (stdout) assert.match(result.stdout, stdout);
      else assert.equal(result.stdout, '');
    });
  }

  it('is read in the encoding that is told', async () => {
    const { stdout } = await run(['import', '--encoding', 'windows-1251', `${address}/russian.csv`]);
    assert.match(stdout, /"красный"/);
  });
});

describe('README.md', () => {
  it('shows commands that run, in the workflow too', async () => {
    const readme = await readFile(join(root, 'README.md'), 'utf8');
    const commands = [...readme.matchAll(/^(?: *- run: )?npx (?:--yes )?g6-comparison (.+?)(?: +#.*)?$/gm)];
    assert.ok(commands.length > 2);
    for (const [line, command] of commands) {
      const args = command
        .replace(/ > .*/, '')
        .split(' ')
        .map((arg) => arg.replace(/^.+\.(json|md)$/, 'good.$1'));
      const files = { 'good.json': good, 'good.md': '| Product | Price |\n|---|---|\n| A | $1 |\n| B | $2 |' };
      const { code, stderr } = await run(args, { files });
      assert.equal(code, 0, `${line}: ${stderr}`);
    }
  });
});
