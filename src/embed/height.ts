/**
 * What a frame and the page around it say to each other: the page asks, the frame says how high its content is. Leaves
 * sending to `frame.ts` and believing to `host.ts`.
 */

const version = 1;

/** Frames are not made higher than this, in pixels: what is in them scrolls then. */
export const highest = 20_000;

/** How high the content of a frame is, in whole pixels from 1 to `highest`. */
export const writeHeight = (height: number): object => ({ type: 'g6-height', version, height });

/** That the page wants to be told. */
export const question: object = { type: 'g6-height-wanted', version };

const isOurs = (data: unknown, type: string, members: number): data is { readonly [name: string]: unknown } =>
  // What messages carry are copies: plain objects and lists, without accessors or prototypes of anybody's own.
  typeof data === 'object' &&
  data !== null &&
  !Array.isArray(data) &&
  (data as { type?: unknown }).type === type &&
  (data as { version?: unknown }).version === version &&
  Object.keys(data).length === members;

/** The height that a message says; `undefined` for what is anything but exactly such a message. */
export function parseHeight(data: unknown): number | undefined {
  if (!isOurs(data, 'g6-height', 3)) return undefined;
  const { height } = data;
  return Number.isInteger(height) && (height as number) >= 1 && (height as number) <= highest
    ? (height as number)
    : undefined;
}

/** Whether a message asks for the height. */
export const isQuestion = (data: unknown): boolean => isOurs(data, 'g6-height-wanted', 2);
