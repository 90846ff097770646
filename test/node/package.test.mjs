// The package as its users get it: packed, installed into an empty folder, imported, bundled and type-checked there.
// Needs the build; `npm test` makes it first.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

let temporary;
let consumer;
let installed;
let packed;

before(async () => {
  temporary = await realpath(await mkdtemp(join(tmpdir(), 'g6-comparison-')));
  consumer = join(temporary, 'consumer');
  // The scripts would build again.
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', temporary], {
    cwd: root,
  });
  const said = JSON.parse(stdout);
  const [{ filename, files }] = Array.isArray(said) ? said : Object.values(said);
  packed = files.map(({ path }) => path);
  await mkdir(consumer);
  await write('package.json', JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  await run(
    'npm',
    ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', join(temporary, basename(filename))],
    { cwd: consumer },
  );
  installed = join(consumer, 'node_modules/g6-comparison');
});

after(() => rm(temporary, { recursive: true, force: true }));

describe('the packed package', () => {
  it('holds dist, package.json and the papers, and nothing else', () => {
    const papers = ['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE'];
    assert.deepEqual(
      packed.filter((path) => !path.startsWith('dist/') && !papers.includes(path)),
      [],
    );
    assert.ok(packed.includes('dist/g6-comparison.min.js'));
    assert.deepEqual(
      packed.filter((path) => path.startsWith('dist/cdn/')),
      [],
    );
  });

  it('says the hashes of what it holds', async () => {
    const { version, files } = JSON.parse(await readFile(join(installed, 'dist/sri.json'), 'utf8'));
    assert.equal(version, manifest.version);
    for (const [file, { integrity, bytes }] of Object.entries(files)) {
      const text = await readFile(join(installed, 'dist', file));
      assert.equal(integrity, `sha384-${createHash('sha384').update(text).digest('base64')}`, file);
      assert.equal(bytes, text.length, file);
    }
    const forPages = packed.filter((path) => /\.min\.js$|^dist\/languages\/.*\.js$|\.html$/.test(path));
    assert.deepEqual(
      forPages.filter((path) => !Object.hasOwn(files, path.replace('dist/', ''))),
      [],
    );
  });

  it('names no place of the machine it was built on', async () => {
    for (const [path, text] of await distTexts()) {
      assert.ok(!text.includes(root.replace(/\/$/, '')), `${path} names the folder it was built in`);
      assert.doesNotMatch(text, /file:\/\/|\/(home|tmp|Users)\//, `${path} names an absolute path`);
    }
  });

  it('has only ASCII in what pages load, which may be in any encoding', async () => {
    const scripts = (await distTexts()).filter(([path]) => /\.min\.js$|\/languages\/.*\.js$/.test(path));
    assert.ok(scripts.length > 1);
    for (const [path, text] of scripts) assert.doesNotMatch(text, /\P{ASCII}/u, path);
  });

  it('has a source map for every script, with the sources in it', async () => {
    for (const [path, text] of await distTexts()) {
      if (!path.endsWith('.js')) continue;
      const named = /^\/\/# sourceMappingURL=(.+)$/m.exec(text)?.[1];
      // What pages upload alone names none, though it lies beside it.
      assert.equal(
        named === undefined,
        /\.min\.js$|\/languages\//.test(path),
        `${path} names ${named ?? 'no source map'}`,
      );
      const name = named ?? `${basename(path)}.map`;
      const map = JSON.parse(await readFile(join(installed, dirname(path), name), 'utf8'));
      assert.equal(map.sourcesContent?.length, map.sources.length, `${name} lacks its sources`);
      for (const source of map.sources) assert.match(source, /^\.\.\//, `${name} has the source ${source}`);
    }
  });
});

describe('package.json', () => {
  for (const [name, target] of Object.entries(manifest.exports)) {
    it(`exports ${name}, and the files are there`, () => {
      for (const path of typeof target === 'string' ? [target] : Object.values(target)) {
        assert.ok(packed.includes(path.replace('./', '')), `${path} is not in the package`);
      }
    });
  }

  it('names as sideEffects exactly the files that register elements or words', async () => {
    const programs = Object.values(manifest.bin);
    const scripts = packed.filter(
      (path) => path.endsWith('.js') && !path.endsWith('.min.js') && !programs.includes(path),
    );
    const registering = [];
    for (const path of scripts) {
      const { stdout } = await node(`
        import 'lit';
        let registered = 0;
        const { define } = customElements;
        customElements.define = function (...args) { registered += 1; return define.apply(this, args); };
        await import(${JSON.stringify(pathToFileURL(join(installed, path)))});
        console.log(registered + globalThis[Symbol.for('g6-comparison.languages')]?.size || registered);`);
      if (Number(stdout) > 0) registering.push(`./${path}`);
    }
    // Classic scripts run in pages only.
    registering.push('./dist/g6-comparison.min.js', './dist/embed-host.min.js');
    assert.deepEqual([...manifest.sideEffects].sort(), registering.sort());
  });
});

describe('import', () => {
  it('of g6-comparison registers the elements and gives classes and functions, in Node too', async () => {
    const { stdout, stderr } = await node(`
      import * as all from 'g6-comparison';
      console.log(customElements.get('g6-comparison') === all.G6Comparison, typeof all.readComparison);`);
    assert.equal(stdout, 'true function\n');
    assert.equal(stderr, '');
  });

  it('of g6-comparison gives the version that package.json gives', async () => {
    const { stdout } = await node(`import { version } from 'g6-comparison'; console.log(version);`);
    assert.equal(stdout.trim(), manifest.version);
  });

  it('of g6-comparison gives all that g6-comparison/model gives', async () => {
    const { stdout } = await node(`
      import * as all from 'g6-comparison';
      import * as model from 'g6-comparison/model';
      console.log(JSON.stringify(Object.keys(model).filter((name) => model[name] !== all[name])));`);
    assert.deepEqual(JSON.parse(stdout), []);
  });

  it('of g6-comparison/languages/de gives the elements German words, before or after them', async () => {
    for (const names of [
      ['', '/languages/de'],
      ['/languages/de', ''],
    ]) {
      const { stdout, stderr } = await node(`
        ${names.map((name) => `await import('g6-comparison${name}');`).join('\n')}
        const words = globalThis[Symbol.for('g6-comparison.languages')];
        console.log([...words.keys()].join(), words.get('de').search);`);
      assert.deepEqual([stdout, stderr], ['de Suche\n', '']);
    }
  });

  it('of g6-comparison/model needs neither Lit nor a DOM', async () => {
    const alone = join(temporary, 'alone');
    await cp(installed, join(alone, 'node_modules/g6-comparison'), { recursive: true });
    const { stdout } = await node(
      `
      import { readComparison } from 'g6-comparison/model';
      const { comparison } = readComparison({ products: [{ name: 'One' }] });
      console.log(comparison.products[0].name, typeof HTMLElement, typeof customElements);`,
      alone,
    );
    assert.equal(stdout, 'One undefined undefined\n');
  });

  it('of g6-comparison/comparison.schema.json gives the schema', async () => {
    const { stdout } = await node(`
      import schema from 'g6-comparison/comparison.schema.json' with { type: 'json' };
      console.log(schema.title, Object.keys(schema.properties).includes('products'));`);
    assert.equal(stdout, 'Comparison true\n');
  });

  it('of g6-comparison/package.json and of the classic script resolves', async () => {
    const { stdout } = await node(`
      import manifest from 'g6-comparison/package.json' with { type: 'json' };
      console.log(manifest.name, import.meta.resolve('g6-comparison/g6-comparison.min.js').split('/').at(-1));`);
    assert.equal(stdout, 'g6-comparison g6-comparison.min.js\n');
  });
});

describe('the command', () => {
  const command = () => join(consumer, 'node_modules/.bin/g6-comparison');

  it('runs where the package is installed', async () => {
    const { stdout, stderr } = await run(command(), ['--version'], { cwd: consumer });
    assert.deepEqual([stdout, stderr], [`${manifest.version}\n`, '']);
  });

  it('checks a document there, and exits 1 for what is wrong in it', async () => {
    await write('comparison.json', '{ "products": ["A"],\n"title": [] }');
    const { code, stdout } = await run(command(), ['check', 'comparison.json'], { cwd: consumer }).catch(
      (error) => error,
    );
    assert.equal(code, 1);
    assert.match(stdout, /^comparison\.json:2: error wrong-type: /);
  });
});

describe('types', () => {
  const source = `
    import { G6Comparison, type LoadError, version } from 'g6-comparison';
    import { type Comparison, type Diagnostic, parseQuantity, readComparison } from 'g6-comparison/model';

    // What is any would be both.
    type IsAny<T> = 0 extends 1 & T ? true : false;
    export const known: [IsAny<G6Comparison>, IsAny<LoadError>, IsAny<Comparison>, IsAny<typeof version>] = [false, false, false, false];
    const { comparison, diagnostics } = readComparison({});
    export const title: string | undefined = comparison?.title;
    export const codes: readonly Diagnostic[] = diagnostics;
    export const unit = parseQuantity('5 g')?.unit;
    export const inPage: G6Comparison | null = document.querySelector('g6-comparison');
    // @ts-expect-error: a comparison is frozen.
    if (comparison) comparison.title = '';
  `;
  for (const [module, moduleResolution] of [
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ]) {
    it(`resolve with moduleResolution ${moduleResolution}`, async () => {
      await write('consumer.ts', source);
      const options = { module, moduleResolution, target: 'es2022', lib: ['es2022', 'dom', 'dom.iterable'], types: [] };
      await write(
        'tsconfig.json',
        JSON.stringify({ compilerOptions: { ...options, strict: true, noEmit: true }, files: ['consumer.ts'] }),
      );
      const tsc = resolve(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc');
      const { stdout } = await run(process.execPath, [tsc, '--project', consumer]).catch((error) => error);
      assert.equal(stdout, '');
    });
  }
});

describe('a bundler', () => {
  it('takes one pure function without the elements and without Lit', async () => {
    const text = await bundle(`import { writeSort } from 'g6-comparison/model'; console.log(writeSort([]));`);
    assert.doesNotMatch(text, /lit|HTMLElement/i);
    assert.ok(text.length < 1000, `it is ${text.length} bytes`);
  });

  it('keeps the registration where the package is imported for it alone', async () => {
    const text = await bundle(`import 'g6-comparison';`);
    assert.match(text, /g6-comparison-table/);
    assert.match(text, /\.define\(/);
  });
});

/** Runs a module in the consumer's folder. */
async function node(text, folder = consumer) {
  return run(process.execPath, ['--no-warnings', '--input-type=module', '--eval', text], { cwd: folder });
}

function write(name, text) {
  return writeFile(join(consumer, name), text);
}

async function bundle(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: consumer },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    logLevel: 'silent',
  });
  return outputFiles[0].text;
}

async function distTexts() {
  const names = await readdir(join(installed, 'dist'), { recursive: true, withFileTypes: true });
  const paths = names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return Promise.all(paths.map(async (path) => [path.slice(installed.length + 1), await readFile(path, 'utf8')]));
}
