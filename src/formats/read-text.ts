/**
 * From the bytes of a file to its text: UTF-8 and UTF-16 with a byte order mark or without one, what an HTML page says of
 * itself, and Windows-1252, in which Excel saves CSV on Windows. Leaves what the text is to its readers.
 */
import { quote } from '../model/diagnostic.js';
import type { ArticleDiagnostic } from './diagnostic.js';

// Every runtime of ES2022 modules has TextDecoder, but TypeScript knows it from the DOM library only.
declare const TextDecoder: {
  new (
    encoding: string,
    options: { readonly fatal: boolean },
  ): { decode(bytes: Uint8Array): string; readonly encoding: string };
};

export interface TextResult {
  /** The text without a byte order mark; absent where the bytes are none. */
  readonly text?: string;
  /** What it was read as: a label such as `utf-8`. */
  readonly encoding?: string;
  readonly diagnostics: readonly ArticleDiagnostic[];
}

/** The bytes from 80 to 9F in Windows-1252, as https://encoding.spec.whatwg.org/index-windows-1252.txt has them. */
const signs = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** The text of bytes in an encoding; `undefined` where they are none, and for an encoding that nobody knows. */
function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    const decoded = decoder.decode(bytes);
    // Some versions of Node take these bytes for control characters, and so a euro for nothing.
    const text =
      decoder.encoding === 'windows-1252'
        ? decoded.replace(/[\u0080-\u009f]/g, (sign) => signs[sign.charCodeAt(0) - 0x80] as string)
        : decoded;
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** UTF-16, in which every other byte of Latin letters, digits and separators is zero. */
function utf16Of(bytes: Uint8Array): string | undefined {
  const zeros = [0, 0];
  const start = bytes.subarray(0, 1000);
  for (const [index, byte] of start.entries()) if (!byte) (zeros[index % 2] as number)++;
  const [even = 0, odd = 0] = zeros;
  if (!Math.max(even, odd) || Math.max(even, odd) * 4 < start.length || Math.min(even, odd) * 20 > start.length)
    return undefined;
  return even > odd ? 'utf-16be' : 'utf-16le';
}

/** What the byte order mark says, or the zeros among the bytes. */
const unicodeOf = (bytes: Uint8Array): string => {
  const mark = `${bytes[0]} ${bytes[1]}`;
  return (mark === '255 254' && 'utf-16le') || (mark === '254 255' && 'utf-16be') || utf16Of(bytes) || 'utf-8';
};

/** What a page of HTML or XML says that it is written in. */
const saidBy = (bytes: Uint8Array): string | undefined =>
  /<(?:meta\b[^>]*\bcharset|\?xml\b[^>]*\bencoding)\s*=\s*["']?\s*([\w-]+)/i.exec(
    [...bytes.subarray(0, 2000)].map((byte) => String.fromCharCode(byte)).join(''),
  )?.[1];

const fallback = 'windows-1252';

/**
 * The text of a file's bytes. Never throws. Without an `encoding` the bytes tell it; where they only may be what they are
 * read as, that is said, with the line of the first letter that depends on it.
 */
export function readText(bytes: Uint8Array, encoding?: string): TextResult {
  const refuse = (message: string): TextResult => ({
    diagnostics: [{ code: 'not-text', severity: 'error', path: '', message }],
  });
  if (encoding !== undefined) {
    const text = decode(bytes, encoding);
    return text === undefined
      ? refuse(`This is no text in ${quote(encoding)}: name another encoding.`)
      : { text, encoding, diagnostics: [] };
  }
  const unicode = unicodeOf(bytes);
  const text = decode(bytes, unicode);
  if (text !== undefined) return { text, encoding: unicode, diagnostics: [] };
  const said = saidBy(bytes);
  const named = said === undefined ? said : decode(bytes, said);
  if (named !== undefined) return { text: named, encoding: said as string, diagnostics: [] };
  const guessed = unicode === 'utf-8' ? decode(bytes, fallback) : undefined;
  // Control characters show that the bytes are something else.
  if (guessed === undefined || /\p{Cc}/u.test(guessed.replace(/\s+/g, ''))) {
    return refuse('This is no text in UTF-8, UTF-16 or Windows-1252: name its encoding, or another file.');
  }
  const at = guessed.search(/[^\0-\x7f]/);
  const line = guessed.slice(0, at).split(/\r\n|\r|\n/).length;
  const [word = ''] = /[\p{L}\p{N}]*[^\0-\x7f][\p{L}\p{N}]*/u.exec(guessed) ?? [];
  const message = `${quote(word)} is read as Windows-1252, since the file is not in UTF-8: if that is wrong, save it as UTF-8 or name its encoding.`;
  return {
    text: guessed,
    encoding: fallback,
    diagnostics: [{ code: 'encoding-assumed', severity: 'info', path: '', message, line }],
  };
}
