// Programs that the tests need and npm does not have: where they are, and how Debian's packages bring them. Which ones,
// and what is said about those that are missing, is test/engines.mjs and test/nginx.mjs.
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export const isRoot = process.getuid?.() === 0;

/** Whether this is a system with Debian's packages. */
export const hasApt = () => spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;

/**
 * Where a program is: what its variable says, else the first that exists of its names on the PATH and of its usual
 * places (a list, or a function that gives one); `undefined` where it is not.
 */
export function locate({ variable, names, places }) {
  const set = process.env[variable];
  if (set) return isProgram(set) ? set : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return onPath.find(isProgram) ?? (typeof places === 'function' ? places() : places).find(isProgram);
}

/** The files of installed Debian packages that fit a pattern; none where there is no dpkg. */
export function owned(pattern) {
  const { stdout } = spawnSync('dpkg', ['-S', pattern], { encoding: 'utf8' });
  return (stdout ?? '').split('\n').map((line) => line.slice(line.indexOf(': ') + 2));
}

/** What to type for packages, of which a text such as `firefox-esr|firefox` names alternatives. */
export const installCommand = (packages) =>
  `sudo apt-get install -y ${[...new Set(packages.map((names) => names.split('|')[0]))].join(' ')}`;

let isUpToDate = false;

/** Installs what is offered of such packages; says what went wrong. Only root can. Starts none of their services. */
export function install(packages) {
  // Debian asks this file whether a service may start; where there is one, it has its reasons.
  const policy = '/usr/sbin/policy-rc.d';
  const isOurs = !existsSync(policy);
  try {
    if (isOurs) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
    if (!isUpToDate) apt('update');
    isUpToDate = true;
    const wanted = new Set(packages.map((names) => names.split('|').find(isOffered)).filter(Boolean));
    apt('install', '-y', '--no-install-recommends', ...wanted);
  } finally {
    if (isOurs) rmSync(policy, { force: true });
  }
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function apt(...args) {
  try {
    execFileSync('apt-get', ['-q', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 5 * 60_000,
    });
  } catch (error) {
    console.error(`apt-get ${args[0]} failed: ${error.message}`);
  }
}

function isOffered(name) {
  const { stdout } = spawnSync('apt-cache', ['policy', name], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  return /Candidate: (?!\(none\))/.test(stdout ?? '');
}
