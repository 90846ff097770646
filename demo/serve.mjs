// `npm start`: builds the package, serves the demo, and builds and reloads at each change until Ctrl-C.
import { execFile, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startDevServer } from '@web/dev-server';
import { watch } from 'rollup';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const { default: config } = await import('../rollup.config.mjs');

const watcher = watch(config.map((part) => ({ ...part, watch: { clearScreen: false } })));
const built = new Promise((resolve) => {
  let start = 0;
  let failed = false;
  let said;
  watcher.on('event', (event) => {
    if (event.code === 'START') {
      start = Date.now();
      failed = false;
    } else if (event.code === 'BUNDLE_END') {
      event.result.close();
    } else if (event.code === 'ERROR') {
      failed = true;
      const { message, loc, frame } = event.error;
      const place = loc ? ` (${loc.file}:${loc.line}:${loc.column})` : '';
      // The script and the modules fail alike.
      if (message !== said) console.error(`\nThe build failed: ${message}${place}\n${frame ?? ''}`);
      said = message;
      event.result?.close();
      resolve();
    } else if (event.code === 'END' && !failed) {
      said = undefined;
      console.log(`built in ${((Date.now() - start) / 1000).toFixed(1)} s`);
      resolve();
    }
  });
});
await built;

const server = await startDevServer({
  readCliArgs: false,
  readFileConfig: false,
  logStartMessage: false,
  autoExitProcess: false,
  config: {
    rootDir: root,
    // The first free port from 8000 up is the server's default.
    watch: true,
    clearTerminalOnReload: false,
    middleware: [
      async (context, next) => {
        // Frames whose sandbox has taken their origin read the documents too.
        context.set('Access-Control-Allow-Origin', '*');
        // What reloads pages would be written into this one, and its policy would forbid it.
        if (context.path !== '/dist/embed.html') return next();
        context.type = 'html';
        context.body = await readFile('dist/embed.html');
      },
      (context, next) => {
        if (context.path !== '/') return next();
        context.redirect('/demo/');
      },
      async (context, next) => {
        if (context.path !== '/demo/article-ahead.html') return next();
        // By a process of its own, so that it is always the package as it was built last.
        const { stdout } = await promisify(execFile)(process.execPath, ['demo/render-ahead.mjs', 'article.html'], {
          maxBuffer: 2 ** 24,
        });
        context.type = 'text/html';
        context.body = stdout;
      },
    ],
  },
});

const address = `http://localhost:${server.config.port}/demo/`;
console.log(`g6-comparison demo: ${address}`);
console.log(`      the article: ${address}article.html`);
console.log(`  rendered ahead: ${address}article-ahead.html`);
console.log('Ctrl-C ends it.');

const isDesktop =
  process.platform === 'darwin' || process.platform === 'win32' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
if (process.stdout.isTTY && isDesktop && !process.env.CI && !process.env.SSH_CONNECTION) {
  const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', '""'] }[process.platform] ?? [
    'xdg-open',
  ];
  spawn(command, [...args, address], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    await Promise.allSettled([watcher.close(), server.stop()]);
    process.exit(0);
  });
}
