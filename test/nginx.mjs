// The web server that demo/nginx.conf is for: where it is, how to get it, and how to run it with that file.
import { spawn } from 'node:child_process';
import { hasApt, install, installCommand, isRoot, locate } from './programs.mjs';

const program = {
  variable: 'NGINX_PATH',
  names: ['nginx'],
  places: ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx', '/usr/local/bin/nginx'],
};

/** Its path, where it is installed. */
export const findNginx = () => locate(program);

/** Gets it where it is missing, as root where there is apt-get; elsewhere gives one sentence with what to type. */
export function getNginx() {
  if (findNginx()) return undefined;
  if (hasApt()) {
    if (!isRoot) return `To test with nginx too: ${installCommand(['nginx'])}`;
    console.error('Installing nginx …');
    install(['nginx']);
    if (findNginx()) return undefined;
  }
  if (process.platform === 'darwin') return 'To test with nginx too: brew install nginx';
  return `nginx could not be installed; install it and, where it is not on the PATH, set ${program.variable}.`;
}

/** Runs it with options until it ends by itself; gives its exit code and what it said. */
export function runNginx(...args) {
  const child = spawn(findNginx(), args, { stdio: ['ignore', 'ignore', 'pipe'] });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (data) => {
      said += data;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}

/** Starts it with a folder as its prefix; gives what stops it, and tells whether it said anything. */
export async function startNginx(prefix, config, port) {
  const args = ['-p', prefix, '-c', config, '-e', 'stderr'];
  // As root it would hand its work to a user who may not read what root has put there.
  const child = spawn(findNginx(), [...args, ...(isRoot ? ['-g', 'user root;'] : [])], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const end = () => child.kill('SIGTERM');
  process.once('exit', end);
  for (const late = Date.now() + 10_000; ; ) {
    const isThere = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (isThere) break;
    if (Date.now() > late || child.exitCode !== null) throw new Error(`nginx did not start: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    stop: async () => {
      end();
      await ended;
      process.off('exit', end);
      return said;
    },
  };
}
