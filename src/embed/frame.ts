/**
 * The script of `embed.html`, which shows a comparison in a frame of pages that may run no scripts of others: shows what
 * the frame's address asks for, and tells the page around it how high that is. It stands in the head itself, so that the
 * page has its colours before it is first drawn, and gets the scripts it needs: a policy that allows it and what it gets
 * holds where a sandbox has taken the page's origin too, which `'self'` does not in every browser. Leaves reading the
 * address to `request.ts`.
 */
import { highest, isQuestion, writeHeight } from './height.js';
import { readRequest } from './request.js';

/** The languages that have a file of their own beside the script; the build says which. */
declare const LANGUAGES: readonly string[];

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

const root = document.documentElement;
const { src, tags, attributes, styles, language, target, faults } = readRequest(location.href);

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :root { background: Canvas; color-scheme: light dark; font: 16px/1.45 system-ui, sans-serif; --g6-max-height: none }
  body { margin: 0; overflow-wrap: break-word }
  main { display: flow-root; padding: 4px; position: relative }
  main > * + * { margin-top: 1.5em }`);
document.adoptedStyleSheets = [sheet];
for (const [property, value] of styles) root.style.setProperty(property, value);

// ————— Scripts

const policy = (window as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('g6-embed', {
  createScriptURL: (url) => url,
});
const got = new Set<string>();

/** Gets one of the files of this version, once; they lie beside the page, or where the page says. */
function get(file: string): HTMLScriptElement | undefined {
  if (got.has(file)) return undefined;
  got.add(file);
  const url = new URL((root.dataset.files ?? '') + file, location.href).href;
  const script = document.createElement('script');
  script.src = policy?.createScriptURL(url) ?? url;
  document.head.append(script);
  return script;
}

const elementsScript = get('g6-comparison.min.js');

/** Writes the page in a language, and gets the words of it where there are some. */
function speak(tag: string): void {
  root.lang = tag;
  root.dir = /^(ar|dv|fa|he|ku|ps|sd|ug|ur|yi)\b/.test(tag) ? 'rtl' : 'ltr';
  const name = LANGUAGES.find((known) => `${tag.toLowerCase()}-`.startsWith(`${known}-`));
  if (name) get(`languages/${name}.js`);
}

if (language) speak(language);

document.addEventListener('g6-ready', ({ detail: { comparison } }) => {
  if (comparison.title) document.title = comparison.title;
  if (comparison.language) speak(comparison.language);
});

// ————— What is shown

function complain(sentence: string): void {
  const message = document.createElement('p');
  message.role = 'alert';
  message.textContent = sentence;
  document.querySelector('main')?.replaceChildren(message);
}

for (const base of document.querySelectorAll('base')) base.target = target;
if (faults.length) console.warn(`g6-comparison, in the address of this frame: ${faults.join('; ')}.`);

/** Waits for the body, which comes after this script. */
const parsed = new Promise<void>((resolve) => {
  document.addEventListener('DOMContentLoaded', () => resolve());
});

async function show(sentence?: string): Promise<void> {
  await parsed;
  if (sentence) return complain(sentence);
  if (!src) return complain(`This frame has nothing to show: ${faults.find((fault) => fault.startsWith('src'))}.`);
  const elements = tags.map((tag) => {
    const element = document.createElement(tag);
    for (const [name, value] of [...attributes, ['src', src] as const]) element.setAttribute(name, value);
    return element;
  });
  document.querySelector('main')?.replaceChildren(...elements);
}

elementsScript?.addEventListener('load', () => show());
elementsScript?.addEventListener('error', () =>
  show('This frame has nothing to show it with: g6-comparison.min.js has to lie beside embed.html.'),
);

// ————— Its height

/** So many milliseconds are between two messages at least. */
const pause = 50;
let told = 0;
let last = -pause;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says the height, unless it was the last thing said. To whoever shows the frame: how high it is, is no secret. */
function tell(): void {
  timer = undefined;
  const main = document.querySelector('main');
  // What hangs out below, such as an open menu, counts; without a box, in a frame that is not shown, nothing does.
  const box = Math.ceil(main?.getBoundingClientRect().height ?? 0);
  const height = Math.min(Math.max(box, main?.scrollHeight ?? 0), highest);
  if (!box || height === told) return;
  told = height;
  last = performance.now();
  parent.postMessage(writeHeight(height), '*');
  // Who does not listen leaves the frame too low: it scrolls again.
  setTimeout(fit, 500);
}

// A frame that is out of sight is not drawn, and its sizes are not observed: so there are timers, and events besides.
function soon(): void {
  if (timer === undefined) timer = setTimeout(tell, Math.max(0, last + pause - performance.now()));
}

/** A frame that is high enough needs no scrollbar, not even while its content grows and its page has not yet heard. */
function fit(): void {
  root.style.overflowY = told && innerHeight >= told ? 'hidden' : '';
}

if (parent !== window) {
  parsed.then(() => {
    const main = document.querySelector('main');
    if (main) new ResizeObserver(soon).observe(main);
    soon();
  });
  for (const type of ['load', 'g6-ready', 'g6-error', 'click', 'keyup', 'toggle']) addEventListener(type, soon, true);
  addEventListener('resize', () => {
    fit();
    soon();
  });
  addEventListener('message', ({ data, source }) => {
    if (source !== parent || !isQuestion(data)) return;
    told = 0;
    soon();
  });
}
