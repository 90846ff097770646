/**
 * From what a command was given, a file, `-` or an address, to its text. Leaves what the text is to `read-document.ts`.
 */
import { createReadStream } from 'node:fs';
import { loadText } from '../load/load.js';
import { LoadError, type LoadErrorKind } from '../load/load-error.js';
import type { Terminal } from './terminal.js';
import { WrongUse } from './wrong-use.js';

export interface Input {
  /** As it was given; `<stdin>` for standard input. */
  readonly name: string;
  readonly text: string;
  /** What relative addresses in it are relative to, if it came from an address. */
  readonly baseUrl?: string;
}

/** More than any article has, in bytes: what is larger was not meant. */
const maximumLength = 2 ** 24;

const failures: Record<LoadErrorKind, string> = {
  network: 'could not be fetched: check the address and the connection',
  timeout: 'did not answer within ten seconds: try again in a moment',
  status: 'answered with an error',
  'too-large': 'is larger than 1 MiB: split it or shorten its texts',
};

const reasons: { readonly [code: string]: string } = {
  ENOENT: 'does not exist',
  EISDIR: 'is a directory: name a file in it',
  EACCES: 'may not be read',
};

/** The text of a file, of standard input (`-`) or of an http or https address; a `WrongUse` if it cannot be had. */
export async function readInput(given: string, terminal: Terminal): Promise<Input> {
  if (/^https?:\/\//i.test(given)) {
    terminal.progress(`Loading ${given}`);
    return { name: given, text: await load(given), baseUrl: given };
  }
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(given)) throw new WrongUse(`${given} is no http or https address.`);
  const name = given === '-' ? '<stdin>' : given;
  const stream = given === '-' ? process.stdin : createReadStream(given);
  return { name, text: decode(await readBytes(stream, name), name) };
}

async function load(url: string): Promise<string> {
  try {
    return await loadText(url, new AbortController().signal);
  } catch (error) {
    if (!(error instanceof LoadError)) throw error;
    throw new WrongUse(`${url} ${failures[error.kind]}${error.status ? ` (${error.status})` : ''}.`);
  }
}

async function readBytes(stream: NodeJS.ReadableStream, name: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(Buffer.from(chunk));
      length += chunk.length;
      if (length > maximumLength) throw new WrongUse(`${name} is larger than ${maximumLength / 2 ** 20} MiB.`);
    }
  } catch (error) {
    if (error instanceof WrongUse) throw error;
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new WrongUse(`${name} ${reasons[code] ?? `cannot be read (${message})`}.`);
  }
  return Buffer.concat(chunks);
}

/** The text of bytes, without a byte order mark: UTF-16 where that says so, as spreadsheets write it, else UTF-8. */
function decode(bytes: Uint8Array, name: string): string {
  const mark = `${bytes[0]} ${bytes[1]}`;
  const encoding = mark === '255 254' ? 'utf-16le' : mark === '254 255' ? 'utf-16be' : 'utf-8';
  let text: string | undefined;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  if (text === undefined || text.includes('\0')) {
    throw new WrongUse(`${name} is no text in UTF-8: save it as that, or name another file.`);
  }
  return text;
}
