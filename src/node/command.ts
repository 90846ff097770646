/** What a command is: each is one file that exports one of these, and one line in `cli.ts`. */
import type { ParseArgsConfig } from 'node:util';
import type { Terminal } from './terminal.js';

/** 0: fine; 1: something is wrong in the data, and was said; 2: wrong use. */
export type ExitCode = 0 | 1 | 2;

export type Options = {
  readonly [name: string]: NonNullable<ParseArgsConfig['options']>[string] & {
    /** What its value is called, where it takes one. */
    readonly value?: string;
    readonly about: string;
  };
};

export type Values = { readonly [name: string]: string | boolean | readonly (string | boolean)[] | undefined };

export interface Command {
  /** What it takes, as usage lines write it. */
  readonly takes: string;
  /** What it does, in one sentence. */
  readonly about: string;
  /** What else there is to know, lines of at most 80 characters. */
  readonly notes: string;
  readonly options: Options;
  /** Does it; throws a `WrongUse` where it was asked for in a way that it cannot be done. */
  run(given: readonly string[], values: Values, terminal: Terminal): Promise<ExitCode>;
}
