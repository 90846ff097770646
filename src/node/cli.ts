#!/usr/bin/env node
/** The command line: finds the command, its options and the help for it. Leaves the work to the command's own file. */
import { existsSync, readFileSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { check } from './check.js';
import type { Command, ExitCode, Options, Values } from './command.js';
import { importDocument } from './import.js';
import { nearest } from './nearest.js';
import { render } from './render.js';
import { snippet } from './snippet.js';
import { openTerminal, type Terminal } from './terminal.js';
import { WrongUse } from './wrong-use.js';

const commands: { readonly [name: string]: Command } = { import: importDocument, check, snippet, render };

const general: Options = {
  help: { type: 'boolean', short: 'h', about: 'Shows this.' },
  version: { type: 'boolean', short: 'v', about: 'Shows the version.' },
};
const { help } = general as { help: Options[string] };

async function run([first, ...others]: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (first === undefined) {
    terminal.say(generalHelp());
    return 2;
  }
  const command = Object.hasOwn(commands, first) ? commands[first] : undefined;
  if (command) {
    const { values, positionals } = parse(others, { ...command.options, help });
    if (!values.help) return command.run(positionals, values, terminal);
    terminal.print(commandHelp(first, command));
    return 0;
  }
  if (!first.startsWith('-')) throw new WrongUse(`${first} is no command.${suggest(first)}`);
  const { values } = parse([first, ...others], general);
  terminal.print(values.version ? version() : generalHelp());
  return 0;
}

function parse(args: readonly string[], options: Options): { values: Values; positionals: readonly string[] } {
  try {
    const config = { args: [...args], options, allowPositionals: true } as ParseArgsConfig;
    return parseArgs(config) as { values: Values; positionals: string[] };
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (!code.startsWith('ERR_PARSE_ARGS')) throw error;
    const [sentence = ''] = message.split(/\.?\s*\n|\. /);
    const unknown = /^Unknown option '(-.+)'/.exec(sentence)?.[1];
    const near =
      unknown &&
      nearest(
        unknown,
        Object.keys(options).map((name) => `--${name}`),
      );
    throw new WrongUse(`${sentence}.${near ? ` Did you mean ${near}?` : ''}`);
  }
}

function suggest(first: string): string {
  const near = nearest(first, Object.keys(commands));
  if (near) return ` Did you mean ${near}?`;
  return existsSync(first) || /^https?:/.test(first) ? ` Did you mean check ${first}?` : '';
}

const version = (): string =>
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version as string;

/** Lines of two columns. */
function columns(rows: readonly (readonly [left: string, right: string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}

const optionLines = (options: Options): string =>
  columns(
    Object.entries(options).map(([name, { short, value, about }]) => [
      `${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}`,
      about,
    ]),
  );

const generalHelp = (): string => `Usage: g6-comparison COMMAND [OPTION…]

Commands:
${columns(Object.entries(commands).map(([name, { takes, about }]) => [`${name} ${takes}`, about]))}

Options:
${optionLines(general)}

g6-comparison COMMAND --help says more about a command.
Exit codes: 0 fine, 1 errors or warnings in the data, 2 wrong use.`;

const commandHelp = (
  name: string,
  { takes, about, notes, options }: Command,
): string => `Usage: g6-comparison ${name} [OPTION…] ${takes}

${about}
${notes}

Options:
${optionLines({ ...options, help })}`;

const terminal = openTerminal();
try {
  process.exitCode = await run(process.argv.slice(2), terminal);
} catch (error) {
  process.exitCode = 2;
  if (error instanceof WrongUse) terminal.complain(`${error.message} See g6-comparison --help.`);
  else terminal.say(`${(error as Error).stack}`);
}
