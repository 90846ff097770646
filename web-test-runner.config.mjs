// Runs the browser tests in every engine that is installed. `npm test` starts it by way of test/run.mjs, which also
// gets the engines; ENGINES="chromium webkit" narrows them.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { engineIds, findEngines, launcherFor } from './test/engines.mjs';
import { pulse } from './test/pulse.mjs';
import { rendered } from './test/rendered.mjs';
import { summaryReporter } from './test/reporter.mjs';
import { built, faults, withoutPolicy } from './test/server.mjs';

// FILES="test/elements/source.test.ts" narrows the tests, as --files does, for both ways in which elements are defined.
const scriptFiles = (process.env.FILES || 'test/elements/!(define).test.ts')
  .split(',')
  .filter((file) => /^test\/elements\/(?!define)/.test(file));
// While files are being changed, the script is not what they are.
const testsScript = scriptFiles.length > 0 && !process.argv.includes('--watch');
if (testsScript && !existsSync('dist/g6-comparison.min.js'))
  throw new Error('There is no dist/g6-comparison.min.js to test: npm run build makes it.');

const { found, missing } = findEngines(process.env.ENGINES?.split(/[\s,]+/).filter(Boolean) ?? engineIds);

// The runner itself minds Ctrl-C only. Ending is enough: the browsers end with this process.
for (const ending of ['SIGTERM', 'SIGHUP', 'disconnect']) process.on(ending, () => process.exit(1));

// A promise of the runner's tools that nobody waits for: said, since what it was for shows in the tests, or not at all.
process.on('unhandledRejection', (error) => {
  console.error('\nA tool of the test runner failed unheard:', error);
});

const { script: pulseScript, middleware: pulseMiddleware, reporter: pulseReporter } = pulse();

export default {
  files: ['test/**/*.test.ts'],
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  nodeResolve: true,
  browsers: await Promise.all(found.map(launcherFor)),
  // One page at a time in each engine, so that focus, visibility and the viewport are the test's own.
  concurrency: 1,
  // Two cores: a third engine at the same time would make all of them late.
  concurrentBrowsers: 2,
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)) }),
  ],
  middleware: [built(), withoutPolicy(), faults(), rendered(), pulseMiddleware],
  reporters: [defaultReporter(), pulseReporter, summaryReporter(missing)],
  // What waits for ever fails after a minute, a page in an endless loop too (see test/pulse.mjs): some properties are
  // checked for seconds at a stretch, and on a busy machine that is many times as long.
  testFramework: { config: { timeout: 60_000 } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 600_000,
  // Lit's development build is used for its warnings; that it is used needs no saying.
  filterBrowserLogs: ({ args }) => !/Lit is in dev mode/.test(String(args[0])),
  testRunnerHtml: (script) => page(script),
  // The same tests on the elements as the script defines them, which comes first then: importing them leaves them be.
  groups: testsScript
    ? [
        {
          name: 'script',
          files: scriptFiles,
          testRunnerHtml: (script) => page(script, '<script src="/dist/g6-comparison.min.js"></script>'),
        },
      ]
    : [],
};

function page(script, before = '') {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tests</title>${pulseScript}${before}</head><body><script type="module" src="${script}"></script></body></html>`;
}
