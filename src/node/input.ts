/**
 * From what a command was given, a file, `-` or an address, to its text. Leaves what the text is to `read-document.ts`.
 */
import { createReadStream } from 'node:fs';
import { type ArticleDiagnostic, readText } from '../formats/index.js';
import { type Decoder, loadText } from '../load/load.js';
import { LoadError, type LoadErrorKind } from '../load/load-error.js';
import type { Terminal } from './terminal.js';
import { WrongUse } from './wrong-use.js';

export interface Input {
  /** As it was given; `<stdin>` for standard input. */
  readonly name: string;
  readonly text: string;
  /** What it was read as: a label such as `utf-8`. */
  readonly encoding: string;
  /** What there is to say about that. */
  readonly diagnostics: readonly ArticleDiagnostic[];
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

/**
 * The text of a file, of standard input (`-`) or of an http or https address; a `WrongUse` if it cannot be had. `wanted`
 * is the encoding, where it is not to be told by their bytes.
 */
export async function readInput(given: string, terminal: Terminal, wanted?: string): Promise<Input> {
  if (/^https?:\/\//i.test(given)) {
    terminal.progress(`Loading ${given}`);
    return { ...decoded(await load(given), given, wanted), baseUrl: given };
  }
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(given)) throw new WrongUse(`${given} is no http or https address.`);
  const name = given === '-' ? '<stdin>' : given;
  const stream = given === '-' ? process.stdin : createReadStream(given);
  return decoded(await readBytes(stream, name), name, wanted);
}

function decoded(bytes: Uint8Array, name: string, wanted: string | undefined): Input {
  const { text, encoding, diagnostics } = readText(bytes, wanted);
  if (text === undefined || encoding === undefined) {
    throw new WrongUse(
      `${name} is no text in ${wanted ?? 'UTF-8, UTF-16 or Windows-1252'}: name its --encoding, or another file.`,
    );
  }
  return { name, text, encoding, diagnostics };
}

/** The bytes at an address: what they are written in shows once all of them are here. */
async function load(url: string): Promise<Uint8Array> {
  let chunks: Uint8Array[] = [];
  const newCollector = (): Decoder => {
    chunks = [];
    return {
      decode(chunk) {
        if (chunk) chunks.push(chunk);
        return '';
      },
    };
  };
  try {
    await loadText(url, new AbortController().signal, newCollector);
    return Buffer.concat(chunks);
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
