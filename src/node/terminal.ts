/** What the command line says, and how: colours and progress for people, plain text for everything else. */
import { styleText } from 'node:util';

export type Format = Parameters<typeof styleText>[0];

/** Colours text for a stream, or leaves it as it is where nobody would see colours or somebody does not want them. */
export type Paint = (format: Format, text: string) => string;

type Stream = NodeJS.WriteStream | (NodeJS.WritableStream & { readonly isTTY?: false });

export interface Terminal {
  /** Writes a line of what was asked for. */
  print(line: string): void;
  /** Writes lines about it: to people, not to what comes behind a pipe. */
  say(text: string): void;
  /** Says what cannot be done. */
  complain(sentence: string): void;
  /** Shows people at a terminal what takes so long, until the next line or the next progress. */
  progress(text: string): void;
  readonly paint: Paint;
  readonly paintAside: Paint;
}

/** Whether a stream gets colours: FORCE_COLOR has the first word, NO_COLOR the second, the terminal the last. */
function hasColours(stream: Stream, { FORCE_COLOR, NO_COLOR } = process.env): boolean {
  if (FORCE_COLOR !== undefined) return !['0', 'false'].includes(FORCE_COLOR);
  return !NO_COLOR && stream.isTTY === true && stream.hasColors();
}

const painter =
  (isOn: boolean): Paint =>
  (format, text) =>
    isOn ? styleText(format, text, { validateStream: false }) : text;

/** Text of others as it may be written: on one line, without what a terminal would obey. */
export const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');

export function openTerminal(out: Stream = process.stdout, aside: Stream = process.stderr): Terminal {
  // Whoever reads along may stop, as `head` does: what is left unsaid then changes nothing about the exit code.
  for (const stream of [out, aside]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  let isShowing = false;
  const clear = () => {
    if (isShowing) aside.write('\r\u001b[2K');
    isShowing = false;
  };
  const say = (text: string) => {
    clear();
    aside.write(`${text}\n`);
  };
  return {
    print(line) {
      clear();
      out.write(`${line}\n`);
    },
    say,
    complain: (sentence) => say(`g6-comparison: ${oneLine(sentence)}`),
    progress(text) {
      clear();
      if (!aside.isTTY) return;
      aside.write(oneLine(text).slice(0, (aside.columns || 80) - 1));
      isShowing = true;
    },
    paint: painter(hasColours(out)),
    paintAside: painter(hasColours(aside)),
  };
}
