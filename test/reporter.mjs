// One line per engine after all tests: `Chromium 156: 812 passed, 0 failed`, then the engines that were not there.
// The failures' details are the default reporter's work; the run's last line is test/run.mjs's, which is sent the counts.

/** A reporter for the test runner; `missing` are the engines that are not installed, as `findEngines` gives them. */
export function summaryReporter(missing) {
  let browsers = [];
  return {
    start(args) {
      browsers = args.browsers;
    },
    stop({ sessions }) {
      const engines = browsers.map((browser) => ({
        ...browser.engine,
        ...count(sessions.filter((session) => session.browser === browser)),
      }));
      if (process.send) process.send({ engines, missing });
      else for (const line of engineLines({ engines, missing })) console.log(line);
    },
  };
}

/** What there is to say about the engines, a line each. */
export function engineLines({ engines, missing }) {
  return [
    ...engines.map(({ name, version, passed, failed, skipped }) => {
      const counts = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
      return `${version === undefined ? name : `${name} ${version.replace(/\.0$/, '')}`}: ${counts}`;
    }),
    ...missing.map(({ name }) => `${name}: skipped, not installed`),
  ];
}

/** A file that could not be run counts as one failed test; an engine that ran nothing, too. */
function count(sessions) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const session of sessions) {
    const before = counts.failed;
    add(session.testResults, counts);
    if (!session.passed && counts.failed === before) counts.failed += 1;
  }
  if (counts.passed + counts.failed === 0) counts.failed = 1;
  return counts;
}

function add(suite, counts) {
  for (const test of suite?.tests ?? []) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
  for (const inner of suite?.suites ?? []) add(inner, counts);
}
