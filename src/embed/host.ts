/**
 * The script of a page that shows frames of `embed.html`: gives each frame the height of what is in it. It needs no call
 * and no order; frames may come and go, and a second copy does the same again. Leaves measuring to `frame.ts`.
 */
import { parseHeight, question } from './height.js';

const frames = (): NodeListOf<HTMLIFrameElement> => document.querySelectorAll('iframe[src*="/embed.html?"]');

/** As messages of a frame are to name it: a sandbox without `allow-same-origin` takes the origin from what is in it. */
const originOf = ({ src, sandbox }: HTMLIFrameElement): string =>
  sandbox.length && !sandbox.contains('allow-same-origin') ? 'null' : new URL(src).origin;

addEventListener('message', ({ data, origin, source }) => {
  for (const frame of frames()) {
    // An origin may have many windows, and a window go elsewhere: it takes both to know who speaks.
    if (frame.contentWindow !== source || originOf(frame) !== origin) continue;
    const height = parseHeight(data);
    if (!height) continue;
    // Through the object model, which no policy against inline styles forbids; borders and padding come on top.
    frame.style.boxSizing = 'content-box';
    frame.style.height = `${height}px`;
  }
});

// Frames that were there first have spoken to nobody. What is asked is no secret, nor is it where the frame is by now.
for (const frame of frames()) frame.contentWindow?.postMessage(question, '*');
