// What holds of the repository as a whole: the shape of its top level, the direction of its imports, and a lock file
// that installs anywhere.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('the top level', () => {
  it('has the entries everybody expects, and dotfiles', async () => {
    const allowed =
      `src demo test rollup.config.mjs package.json package-lock.json tsconfig.json web-test-runner.config.mjs
      README.md LICENSE CHANGELOG.md CONVENTIONS.md biome.json`.split(/\s+/);
    const ignored = (await readFile(join(root, '.gitignore'), 'utf8')).split('\n').map((line) => line.replace('/', ''));
    const entries = (await readdir(root)).filter(
      (name) => !name.startsWith('.') && !ignored.includes(name) && !name.endsWith('.tgz'),
    );
    assert.deepEqual(
      entries.filter((name) => !allowed.includes(name)),
      [],
    );
  });
});

describe('the linter', () => {
  const wrong = [
    ['src/model', `import { html } from 'lit';`],
    ['src/model', `import { load } from '../load/load.js';`],
    ['src/model', `import type { G6Comparison } from '../elements/g6-comparison.js';`],
    ['src/model', `export { version } from '../index.js';`],
    ['src/model', `import { readFileSync } from 'node:fs';`],
    ['src/model', `import { x } from './../load/load.js';`],
    ['src/formats', `import { load } from '../load/load.js';`],
    ['src/formats', `import { html } from 'lit';`],
    ['src/rows', `import { readCsv } from '../formats/csv.js';`],
    ['src/rows', `import { readComparison } from '../model/index.js';`],
    ['src/model', `import { writeCsvRows } from '../rows/csv.js';`],
    ['src/formats', `import { readFileSync } from 'node:fs';`],
    ['src/schema', `import { quote } from '../model/diagnostic.js';`],
    ['src/load', `import { html } from 'lit';`],
    ['src/load', `import { context } from '../elements/context.js';`],
    ['src/load', `import { readCsv } from '../formats/csv.js';`],
    ['src/embed', `import { context } from '../elements/context.js';`],
    ['src/embed', `import { loadText } from '../load/load.js';`],
    ['src/elements', `import { parseHeight } from '../embed/height.js';`],
    ['src/elements', `import { readCsv } from '../formats/csv.js';`],
    ['src/elements', `import { render } from '../node/render.js';`],
    ['src/elements', `import '../define.js';`],
    ['src/elements', `import { version } from '../index.js';`],
    ['src/elements', `import { Task } from '@lit/task';`],
    ['src/node', `import { G6Comparison } from '../elements/g6-comparison.js';`],
    ['src/node', `import { html } from 'lit';`],
    ['demo', `import { readComparison } from '../src/index.js';`],
    ['demo', `import { readComparison } from '../dist/index.js';`],
  ];
  const right = [
    ['src/model', `import { compare } from './order.js';`],
    ['src/formats', `import { readComparison } from '../model/index.js';`],
    ['src/formats', `import { Parser } from 'htmlparser2';`],
    ['src/formats', `import MarkdownIt from 'markdown-it';`],
    ['src/model', `import { slugOf } from './comparison.js';`],
    ['src/load', `import { readComparison } from '../model/index.js';`],
    ['src/schema', `import { schemasOf } from './shape.js';`],
    ['src/embed', `import { parseUrl } from '../model/url.js';`],
    ['src/elements', `import { repeat } from 'lit/directives/repeat.js';`],
    ['src/elements', `import { createContext } from '@lit/context';`],
    ['src/elements', `import { load } from '../load/load.js';`],
    ['src/elements', `import { writeCsvRows } from '../rows/csv.js';`],
    ['src/formats', `import { writeCsvRows } from '../rows/csv.js';`],
    ['src/node', `import { readFileSync } from 'node:fs';`],
    ['src/node', `import { parse } from '@humanwhocodes/momoa';`],
    ['src/node', `import { readCsv } from '../formats/index.js';`],
    ['src/node', `import { loadText } from '../load/load.js';`],
    ['demo', `import { readComparison } from 'g6-comparison/model';`],
    ['demo', `import '../dist/g6-comparison.min.js';`],
  ];
  const planted = [...wrong, ...right].map(([folder, text], index) => ({
    file: `${folder}/planted-${index}.ts`,
    text,
  }));
  let temporary;
  let refused;

  before(async () => {
    temporary = await realpath(await mkdtemp(join(tmpdir(), 'g6-comparison-')));
    for (const name of ['biome.json', '.gitignore']) await copyFile(join(root, name), join(temporary, name));
    for (const { file, text } of planted) {
      await mkdir(join(temporary, dirname(file)), { recursive: true });
      await writeFile(join(temporary, file), `${text}\n`);
    }
    const { stdout } = spawnSync(
      process.execPath,
      [
        join(createRequire(import.meta.url).resolve('@biomejs/biome/package.json'), '../bin/biome'),
        ...['lint', '--only=style/noRestrictedImports', '--reporter=github', '--max-diagnostics=none'],
      ],
      { cwd: temporary, encoding: 'utf8' },
    );
    const files = [...stdout.matchAll(/noRestrictedImports,file=([^,]+)/g)].map(([, file]) => resolve(temporary, file));
    refused = new Set(files.map((file) => relative(temporary, file).replaceAll('\\', '/')));
  });
  after(() => rm(temporary, { recursive: true, force: true }));

  for (const [index, { file, text }] of planted.entries()) {
    const isWrong = index < wrong.length;
    it(`${isWrong ? 'refuses' : 'allows'} in ${dirname(file)}: ${text}`, () => {
      assert.equal(refused.has(file), isWrong);
    });
  }
});

describe('package-lock.json', () => {
  it('names no registry', async () => {
    assert.doesNotMatch(await readFile(join(root, 'package-lock.json'), 'utf8'), /https?:\/\/[^"]*\.tgz/);
  });

  it('holds nothing that npm 10 takes out, or an install would change it', async () => {
    assert.doesNotMatch(await readFile(join(root, 'package-lock.json'), 'utf8'), /"libc"/);
  });

  it('holds the programs for Linux, macOS and Windows', async () => {
    const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
    const names = Object.keys(packages).map((path) => path.replace(/.*node_modules\//, ''));
    for (const start of ['@biomejs/cli-', '@esbuild/', '@rollup/rollup-', '@typescript/typescript-']) {
      for (const platform of ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64']) {
        assert.ok(
          names.some((name) => name.startsWith(start + platform)),
          `${start}${platform} is missing`,
        );
      }
    }
  });
});
