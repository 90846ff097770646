// The three browser engines the tests run in: where they are, how to get those that are missing, and how to launch them.
// What is run in them is web-test-runner.config.mjs; what is said about them afterwards is test/reporter.mjs.
import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import puppeteer from 'puppeteer-core';
import { freePort } from './free-port.mjs';
import { hasApt, install, installCommand, isRoot, locate, owned } from './programs.mjs';

/**
 * Each engine: `programs` are all needed; for each the first that exists of its variable, its names on the PATH and its
 * usual places is taken. `packages` are Debian's, alternatives in one string, and what the first of them needs.
 */
const engines = [
  {
    id: 'chromium',
    name: 'Chromium',
    programs: {
      browser: {
        variable: 'CHROME_PATH',
        names: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
        places: [
          '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
          '/Applications/Chromium.app/Contents/MacOS/Chromium',
          join(homedir(), 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
        ],
      },
    },
    packages: ['chromium', 'fonts-liberation'],
    launch: ({ browser }) =>
      chromeLauncher({
        launchOptions: {
          executablePath: browser,
          // The pipe ends with this process, however that ends, and Chromium ends with the pipe.
          pipe: true,
          args: [
            '--no-sandbox',
            '--disable-gpu',
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
          ],
        },
      }),
  },
  {
    id: 'firefox',
    name: 'Firefox',
    programs: {
      browser: {
        variable: 'FIREFOX_PATH',
        names: ['firefox', 'firefox-esr'],
        places: [
          '/Applications/Firefox.app/Contents/MacOS/firefox',
          join(homedir(), 'Applications/Firefox.app/Contents/MacOS/firefox'),
        ],
      },
    },
    packages: ['firefox-esr|firefox', 'fonts-liberation'],
    launch: ({ browser }) =>
      chromeLauncher({
        puppeteer,
        launchOptions: {
          browser: 'firefox',
          executablePath: browser,
          defaultViewport: null,
          // As in the other two, a scrollbar takes no room from the page.
          extraPrefsFirefox: { 'ui.useOverlayScrollbars': 1 },
        },
        createBrowserContext: ({ browser: firefox }) => firefox.createBrowserContext(),
        createPage: async ({ context }) => {
          const page = await context.newPage();
          const setViewport = page.setViewport.bind(page);
          // Before version 144 Firefox takes the size, but knows no orientation.
          page.setViewport = (viewport) =>
            setViewport(viewport).catch((error) => {
              if (!/unknown command/.test(error.message)) throw error;
            });
          return page;
        },
      }),
  },
  {
    id: 'webkit',
    name: 'WebKit',
    programs: {
      browser: { variable: 'WEBKIT_PATH', names: [], places: () => owned('*/MiniBrowser') },
      driver: { variable: 'WEBKIT_DRIVER_PATH', names: ['WebKitWebDriver'], places: [] },
      display: { variable: 'XVFB_RUN_PATH', names: ['xvfb-run'], places: [] },
    },
    packages: ['webkit2gtk-driver', 'xvfb', 'xauth', 'fonts-liberation'],
    launch: async ({ browser, driver, display }) => {
      let running = await startWebKitDriver(driver, display);
      const launcher = webdriverLauncher({
        hostname: '127.0.0.1',
        port: running.port,
        path: '/',
        // A page that hangs answers nothing; asking again only makes the run wait longer.
        connectionRetryTimeout: 20_000,
        connectionRetryCount: 0,
        capabilities: {
          'wdio:enforceWebDriverClassic': true,
          browserName: 'MiniBrowser',
          // The runner hears from the page itself; waiting for a page that hangs would end the run.
          pageLoadStrategy: 'none',
          'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
        },
      });
      launcher.restart = async () => {
        await running.stop();
        clearInterval(launcher.pendingHeartbeat);
        launcher.driver = launcher.driverManager = undefined;
        running = await startWebKitDriver(driver, display);
        launcher.options.port = running.port;
      };
      // The launcher's own way waits for no navigation: one that failed was nobody's, and ended the whole run.
      launcher.startSession = async (...session) => {
        try {
          await navigate(launcher, session);
        } catch (error) {
          console.error(`\nWebKit opened no page (${error.message}), and is started again.`);
          await launcher.restart();
          await navigate(launcher, session);
        }
      };
      return after(launcher, 'stop', () => running.stop());
    },
  },
];

async function navigate(launcher, session) {
  await launcher.ensureManagerInitialized();
  await launcher.driverManager.startSession(...session);
}

/** The engines' ids, in the order they are reported in. */
export const engineIds = engines.map((engine) => engine.id);

/** Where the named engines are (all, if none is named): `{ found: [{ id, name, paths }], missing: [{ id, name }] }`. */
export function findEngines(ids = engineIds) {
  const found = [];
  const missing = [];
  for (const { id, name, programs } of engines.filter((engine) => ids.includes(engine.id))) {
    const paths = Object.fromEntries(Object.entries(programs).map(([part, program]) => [part, locate(program)]));
    if (Object.values(paths).includes(undefined)) missing.push({ id, name });
    else found.push({ id, name, paths });
  }
  return { found, missing };
}

/**
 * Gets the missing engines from the system's packages where that needs no question answered: as root where there is
 * apt-get. Elsewhere, and for what the packages do not have, it returns one sentence with what to type.
 */
export function getEngines(missing) {
  if (missing.length === 0) return undefined;
  const packages = engines
    .filter(({ id }) => missing.some((engine) => engine.id === id))
    .flatMap((engine) => engine.packages);
  const names = missing.map(({ name }) => name).join(', ');
  if (!hasApt()) {
    if (process.platform === 'darwin') {
      const casks = { chromium: 'google-chrome', firefox: 'firefox' };
      const known = missing.flatMap(({ id }) => casks[id] ?? []);
      if (known.length > 0) return `To test in ${names} too: brew install --cask ${known.join(' ')}`;
    }
    return `${names} cannot be installed from here; install what is missing and, where it is not on the PATH, set ${missing.flatMap(variables).join(', ')}.`;
  }
  if (!isRoot) return `To test in ${names} too: ${installCommand(packages)}`;

  console.error(`Installing ${names} …`);
  install(packages);
  const { missing: still } = findEngines(missing.map(({ id }) => id));
  if (still.length === 0) return undefined;
  return `${still.map(({ name }) => name).join(', ')} could not be installed; install what is missing and set ${still.flatMap(variables).join(', ')}.`;
}

/** A launcher for the test runner, which says under `engine` what it is: `{ id, name, version }`, once it has started. */
export async function launcherFor({ id, name, paths }) {
  const launcher = await engines.find((engine) => engine.id === id).launch(paths);
  const engine = { id, name, version: undefined };
  after(launcher, 'initialize', () => {
    launcher.name = name;
  });
  after(launcher, 'startSession', async () => {
    engine.version ??= /\d+(\.\d+)?/.exec(
      (await launcher.browser?.version()) ?? launcher.driver?.capabilities.browserVersion ?? '',
    )?.[0];
  });
  const { stopSession } = launcher;
  launcher.stopSession = async (...args) => {
    let timer;
    const late = new Promise((resolve) => {
      timer = setTimeout(resolve, 20_000, 'late');
    });
    const stopped = stopSession.apply(launcher, args);
    stopped.catch(() => {});
    const result = await Promise.race([stopped, late]);
    clearTimeout(timer);
    if (result !== 'late') return result;
    // A page in an endless loop: only a new browser gives the next file its turn.
    await (launcher.restart ?? restartPuppeteer).call(launcher);
    throw new Error(`The page hung, and ${name} was started again.`);
  };
  return Object.assign(launcher, { engine, name });
}

function restartPuppeteer() {
  this.browser?.process()?.kill('SIGKILL');
  this.browser = undefined;
  this.activePages.clear();
  this.inactivePages = [];
}

/**
 * Starts WebKit's driver on a screen of its own and a free port. It ends by `stop`, or when this process ends, however
 * that ends: the shell waits for the end of its input, stops the driver, and xvfb-run clears the screen away.
 */
async function startWebKitDriver(driver, display) {
  const port = await freePort();
  const script = '"$0" --port="$1" </dev/null & driver=$!; cat >/dev/null; kill $driver; wait';
  const child = spawn(display, ['-a', 'sh', '-c', script, driver, String(port)], {
    stdio: ['pipe', 'ignore', 'inherit'],
    // A group of its own: Ctrl-C must not reach it before the test runner has closed its sessions.
    detached: true,
    env: { ...process.env, ...(isRoot && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }) },
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.unref();
  child.stdin.on('error', () => {});
  for (const end = Date.now() + 20_000; ; ) {
    const response = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (response?.ok) break;
    if (Date.now() > end || child.exitCode !== null) throw new Error('WebKitWebDriver did not start.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const stop = async () => {
    child.stdin.end();
    const timer = setTimeout(() => killGroup(child.pid), 3000);
    await ended;
    clearTimeout(timer);
  };
  return { port, stop };
}

function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing of the group is left.
  }
}

/** Lets `then` run after each call of the method. */
function after(object, method, then) {
  const original = object[method];
  object[method] = async (...args) => {
    const result = await original?.apply(object, args);
    await then();
    return result;
  };
  return object;
}

function variables({ id }) {
  return Object.values(engines.find((engine) => engine.id === id).programs).map(({ variable }) => variable);
}
