// Everything `npm test` does, in order, and what is said at the end. The run's very last line is `N passed, N failed`,
// browser and Node tests added up; a step that fails without a test of its own (lint, types, build, size) counts as one
// failed, so that the line and the exit code agree.
//
//   node test/run.mjs                                        everything
//   node test/run.mjs --only [file …] [--browser chromium]   these tests, on the build as it stands
//   node test/run.mjs --watch [file …] [--browser chromium]  again at each change, in Chromium if nothing else is said
import { fork, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { engineIds, findEngines, getEngines } from './engines.mjs';
import { findNginx, getNginx } from './nginx.mjs';
import { engineLines } from './reporter.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const { values, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
    browser: { type: 'string', multiple: true },
  },
});
const wanted = values.browser ?? (values.watch ? ['chromium'] : engineIds);
const strange = wanted.filter((id) => !engineIds.includes(id));
if (strange.length > 0) {
  console.error(`--browser is one of ${engineIds.join(', ')}; it was ${strange.join(', ')}.`);
  process.exit(2);
}

const total = { passed: 0, failed: 0 };
const lastLines = [];
let child;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    // The child cleans up after itself first; Ctrl-C has reached it already.
    if (signal !== 'SIGINT') child?.kill(signal);
    setTimeout(() => process.exit(1), child === undefined ? 0 : 5000).unref();
    child?.once('exit', () => process.exit(1));
  });
}

if (values.watch) {
  process.exitCode = await ended(startBrowserTests(['--watch']));
} else {
  const partial = values.only || files.length > 0;
  if (!partial) {
    await step('lint');
    await step('types');
  }
  const isBuilt = partial ? existsSync('dist') || (await step('build')) : await step('build');

  const nodeFiles = files.length > 0 ? files.filter((file) => file.endsWith('.mjs')) : nodeTests();
  const browserFiles = files.filter((file) => !file.endsWith('.mjs'));
  if (files.length === 0 || browserFiles.length > 0) await testInBrowsers();
  if (!isBuilt) lastLines.push('Node: skipped, nothing was built');
  else await testInNode(nodeFiles.filter(canRun));
  if (!partial && isBuilt) await step('size', '--', '--check-readme');

  console.log(['', ...lastLines, `${total.passed} passed, ${total.failed} failed`].join('\n'));
  process.exitCode = total.failed === 0 ? 0 : 1;
}

/** Runs one of package.json's scripts; whether it went well. */
async function step(script, ...args) {
  console.log(`\n— ${script}`);
  const code = await ended(
    spawn('npm', ['run', '--silent', script, ...args], { stdio: ['ignore', 'inherit', 'inherit'] }),
  );
  if (code === 0) return true;
  total.failed += 1;
  lastLines.push(`${script}: failed`);
  return false;
}

async function testInBrowsers() {
  const advice = getEngines(findEngines(wanted).missing);
  console.log('\n— tests in browsers');
  const { found, missing } = findEngines(wanted);
  if (found.length === 0) {
    total.failed += 1;
    lastLines.push(...engineLines({ engines: [], missing }), ...(advice === undefined ? [] : [advice]));
    return;
  }
  let result;
  const runner = startBrowserTests([]);
  runner.on('message', (message) => {
    result = message;
  });
  const code = await ended(runner);
  if (result === undefined) {
    total.failed += 1;
    lastLines.push(`browsers: the test runner ended without a result, with code ${code}`);
    return;
  }
  for (const engine of result.engines) {
    total.passed += engine.passed;
    total.failed += engine.failed;
  }
  lastLines.push(...engineLines(result));
  if (advice !== undefined) lastLines.push(advice);
  // Where nobody looks, an engine that was not there must not pass for one that was happy.
  if (process.env.CI) total.failed += result.missing.length;
  if (code !== 0 && total.failed === 0) {
    total.failed += 1;
    lastLines.push('browsers: failed');
  }
}

function startBrowserTests(args) {
  const require = createRequire(import.meta.url);
  const names = files.filter((file) => !file.endsWith('.mjs'));
  return fork(
    require.resolve('@web/test-runner').replace(/index\.js$/, 'bin.js'),
    [...args, ...(names.length > 0 ? ['--files', ...names] : [])],
    { env: { ...process.env, ENGINES: wanted.join(), FILES: names.join() } },
  );
}

async function testInNode(names) {
  if (names.length === 0) return;
  console.log('\n— tests in Node');
  const counts = { passed: 0, failed: 0 };
  const tests = run({ files: names, concurrency: true });
  tests.on('test:pass', (event) => {
    if (isTest(event)) counts.passed += 1;
  });
  tests.on('test:fail', (event) => {
    if (isTest(event)) counts.failed += 1;
  });
  const report = tests.compose(spec);
  report.pipe(process.stdout);
  await new Promise((resolve) => report.once('end', resolve));
  if (counts.passed + counts.failed === 0) counts.failed = 1;
  total.passed += counts.passed;
  total.failed += counts.failed;
  lastLines.push(`Node ${process.versions.node.split('.')[0]}: ${counts.passed} passed, ${counts.failed} failed`);
}

/** Whether what a file of tests needs is there; gets it where that needs no question answered. */
function canRun(file) {
  if (!file.endsWith('/nginx.test.mjs')) return true;
  const advice = getNginx();
  if (findNginx()) return true;
  lastLines.push('nginx: not installed, its tests were left out', advice);
  if (process.env.CI) total.failed += 1;
  return false;
}

function isTest({ details, skip, todo }) {
  return details.type !== 'suite' && skip === undefined && todo === undefined;
}

function nodeTests() {
  if (!existsSync('test/node')) return [];
  return readdirSync('test/node')
    .filter((name) => name.endsWith('.test.mjs'))
    .map((name) => `test/node/${name}`);
}

function ended(process) {
  child = process;
  return new Promise((resolve) => {
    process.once('error', () => resolve(1));
    process.once('exit', (code) => {
      child = undefined;
      resolve(code ?? 1);
    });
  });
}
