/**
 * How the tests look at an element: by role, by what is seen and what is spoken, by what it costs the server. Pages
 * within the page give a viewport of any width, a parser at work and a registry without elements in every engine.
 */
import 'axe-core/axe.min.js';
import { expect } from '@open-wc/testing';
import type { AxeResults, RunOptions } from 'axe-core';
import { leakyGut } from './fixtures/leaky-gut.js';

declare const axe: { run(context: Element, options: RunOptions): Promise<AxeResults> };

const { setTimeout: setTimer } = window;
const { timeout: makeTimeout } = AbortSignal;

/** Waits until something is so, as long as a busy machine may take; says what did not happen. */
export async function until(isSo: () => unknown, what = 'What was waited for'): Promise<void> {
  const end = performance.now() + 20_000;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`${what} did not come.`);
    await new Promise((resolve) => setTimer(resolve, 10));
  }
}

/** Lets everything that is due now happen: tasks, and so the renderings behind them. */
export const soon = (): Promise<void> => new Promise((resolve) => setTimer(resolve));

// ————— What a visitor finds

const selectors = {
  alert: '[role=alert]',
  button: 'button',
  caption: 'caption',
  cell: 'td',
  columnheader: 'th[scope=col]',
  link: 'a[href]',
  row: 'tr',
  rowheader: 'th[scope=row]',
  status: '[role=status]',
  table: 'table',
  checkbox: 'input[type=checkbox]',
  combobox: 'select',
  group: 'fieldset',
  region: '[role=region]',
  searchbox: 'input[type=search]',
  slider: 'input[type=range]',
  textbox: 'input:is(:not([type]), [type=text])',
} as const;

/** Everything of a role in an element's shadow tree, or in a part of one, and what it has slots for. */
export function byRole(within: Element, role: keyof typeof selectors): HTMLElement[] {
  const found = [...(within.shadowRoot ?? within).querySelectorAll<HTMLElement>(`${selectors[role]}, slot[name]`)];
  // Some links stand in the page, and have a place in the tree.
  const placed = (slot: HTMLElement) => (slot as HTMLSlotElement).assignedElements() as HTMLElement[];
  return found.flatMap((element) =>
    element.localName === 'slot' ? placed(element).filter((each) => each.matches(selectors[role])) : element,
  );
}

/** The only one of a role. */
export function theOnly(within: Element, role: keyof typeof selectors): HTMLElement {
  const [first, ...more] = byRole(within, role);
  if (!first || more.length) throw new Error(`There is not one ${role}, but ${more.length + (first ? 1 : 0)}.`);
  return first;
}

/** Whether an element has the focus. (Asserting that two elements are equal would, on failure, compare all of the page.) */
export const hasFocus = (element: Element): boolean =>
  (element.getRootNode() as Document | ShadowRoot).activeElement === element;

// Nodes of other pages are of other classes.
const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

function textOf(node: Node, isLeftOut: (element: Element) => boolean, isSpoken = false): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (!isElement(node)) return '';
  const { display } = getComputedStyle(node);
  if (display === 'none' || isLeftOut(node)) return '';
  if (node.localName === 'br') return ' ';
  // What is slotted is read where it is seen.
  const assigned = (node as HTMLSlotElement).assignedNodes?.() ?? [];
  const text =
    (isSpoken && node.localName === 'a' && node.getAttribute('aria-label')) ||
    [...(assigned.length ? assigned : node.childNodes)].map((child) => textOf(child, isLeftOut, isSpoken)).join('');
  return /^(inline|contents)$/.test(display) ? text : ` ${text} `;
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What assistive technology reads of a node. */
export const spoken = (node: Node): string =>
  tidy(textOf(node, (element) => element.getAttribute('aria-hidden') === 'true', true));

/** What the eye reads of a node. */
export const seen = (node: Node): string =>
  tidy(textOf(node, (element) => getComputedStyle(element).clipPath !== 'none'));

/** The words that are broken within, of those that can be seen. */
export function brokenWords(within: Element): string[] {
  const page = within.ownerDocument;
  const texts = page.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  const broken: string[] = [];
  while (texts.nextNode()) {
    const { currentNode } = texts;
    if (getComputedStyle(currentNode.parentElement as Element).clipPath !== 'none') continue;
    for (const { index, 0: word } of currentNode.nodeValue?.matchAll(/\p{L}{4,}/gu) ?? []) {
      const range = page.createRange();
      range.setStart(currentNode, index);
      range.setEnd(currentNode, index + word.length);
      // Behind a hyphen at the end of a line, WebKit has an empty box.
      const lines = [...range.getClientRects()].filter(({ width }) => width).map(({ top }) => Math.round(top));
      if (new Set(lines).size > 1) broken.push(word);
    }
  }
  return broken;
}

/** Whether an element has a box on the page. */
export const isVisible = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1;
};

/** The labels of a table's columns. */
export const columnsOf = (element: Element): string[] => byRole(element, 'columnheader').map(labelOf);

const labelOf = (header: Element): string => spoken(byRole(header, 'button')[0] ?? header);

/** The header cell of a column. */
export function header(element: Element, label: string): HTMLElement {
  const found = byRole(element, 'columnheader').find((cell) => labelOf(cell) === label);
  if (!found) throw new Error(`There is no column “${label}”, but ${columnsOf(element).join(', ')}.`);
  return found;
}

/** The button that sorts by a column. */
export const sortButton = (element: Element, label: string): HTMLElement => theOnly(header(element, label), 'button');

/** The names of the products, from the first row to the last, without their ranks and awards. */
export const rowsOf = (element: Element): string[] =>
  byRole(element, 'rowheader').map((cell) =>
    spoken(cell.querySelector('[part~=name]') ?? cell).replace(/^Rank \d+: /, ''),
  );

/** What is spoken in the cells of a column, from the first row to the last. */
export function cellsOf(element: Element, label: string): string[] {
  const index = columnsOf(element).indexOf(label);
  if (index < 0) throw new Error(`There is no column “${label}”, but ${columnsOf(element).join(', ')}.`);
  return (
    byRole(element, 'row')
      .filter((row) => byRole(row, 'rowheader').length)
      .map((row) => spoken(row.children[index] as Element))
      // Cards have the label in the cell.
      .map((text) => (text.startsWith(`${label} `) ? text.slice(label.length + 1) : text))
  );
}

/** What is spoken of the scores, without what their buttons say besides: what they open. */
export const scoresOf = (element: Element): string[] =>
  cellsOf(element, 'Score').map((text) => text.replace(/ \. How the score of .*? comes about/, ''));

/** Which columns say that they are sorted, and how: `Score descending`. */
export const sortedBy = (element: Element): string[] =>
  byRole(element, 'columnheader')
    .filter((cell) => cell.hasAttribute('aria-sort'))
    .map((cell) => `${labelOf(cell)} ${cell.getAttribute('aria-sort')}`);

/** What a control is called: by itself, or by the label around it. */
export const nameOf = (control: Element): string =>
  control.getAttribute('aria-label') ??
  spoken(control.localName === 'button' ? control : (control.closest('label') ?? control));

/** The visible control of a role with this name. */
export function control(within: Element, role: keyof typeof selectors, name: string | RegExp): HTMLElement {
  const all = byRole(within, role).filter(isVisible);
  const found = all.filter((one) => (typeof name === 'string' ? nameOf(one) === name : name.test(nameOf(one))));
  if (found.length !== 1)
    throw new Error(`There are ${found.length} of the ${role} “${name}”, of ${all.map(nameOf).join('; ')}.`);
  return found[0] as HTMLElement;
}

/** Activates the visible control of a role with this name. */
export async function press(element: Element, role: keyof typeof selectors, name: string | RegExp): Promise<void> {
  control(element, role, name).click();
  await settled(element);
}

/** Gives a field a value, as a reader does who then leaves it. */
export async function enter(element: Element, field: HTMLElement, value: string): Promise<void> {
  (field as HTMLInputElement).value = value;
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
  await settled(element);
}

/** The lists to sort by that can be seen. */
export const sortLists = (element: Element): HTMLSelectElement[] =>
  (byRole(element, 'combobox') as HTMLSelectElement[]).filter(isVisible);

/** What can be chosen from a list. */
export const optionsOf = (list: HTMLSelectElement): string[] => [...list.options].map((option) => option.text);

/** Chooses from a list. */
export async function choose(element: Element, list: HTMLSelectElement, text: string): Promise<void> {
  const index = optionsOf(list).indexOf(text);
  if (index < 0) throw new Error(`There is no “${text}”, but ${optionsOf(list).join('; ')}.`);
  list.selectedIndex = index;
  list.dispatchEvent(new Event('change', { bubbles: true }));
  await settled(element);
}

/** What the table's live region says. */
export const announced = (element: Element): string => spoken(theOnly(element, 'status'));

/** Every sentence that is said in the place of a comparison. */
export const messagesOf = (element: Element): string[] =>
  [...(element.shadowRoot?.querySelectorAll('[part~=message]') ?? [])].map(spoken);

/** Waits for an element, and all that hang on it, to show what it knows. */
export async function settled(...elements: readonly Element[]): Promise<void> {
  await soon();
  for (const element of elements) await (element as Element & { updateComplete: Promise<unknown> }).updateComplete;
}

/** Waits for an element to show its table. */
export const shown = (element: Element): Promise<void> =>
  until(() => byRole(element, 'table').length, `The table of <${element.localName}>`);

/** Whether an element says that it is at work. */
export const isBusy = (element: Element): boolean => element.shadowRoot?.querySelector('[aria-busy=true]') !== null;

/** Waits for an element to say what is wrong. */
export const failed = (element: Element): Promise<void> =>
  until(() => messagesOf(element).length && !isBusy(element), `An error in <${element.localName}>`);

/** Tags and attribute names of a tree: what must not depend on any text in it. */
export function shapeOf(root: ParentNode): string {
  return [...root.children]
    .map((child) => `<${[child.localName, ...child.getAttributeNames().sort()].join(' ')}>${shapeOf(child)}</>`)
    .join('');
}

// ————— Accessibility

/** What axe finds wrong, each with where it is; `[]` for an element without a fault. */
export async function axeFaults(element: Element): Promise<{ fault: string; node: Element }[]> {
  const { violations } = await axe.run(element, { elementRef: true, resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ element: node, failureSummary, html }) => ({
      fault: `${id}: ${html.slice(0, 200)} ${failureSummary}`,
      node: node as unknown as Element,
    })),
  );
}

/** Fails with everything that axe finds wrong in an element. */
export async function expectAccessible(element: Element): Promise<void> {
  expect((await axeFaults(element)).map(({ fault }) => fault)).to.deep.equal([]);
}

// ————— What must not happen

/**
 * Makes every test of a suite fail in which something is said to the console or an error goes uncaught, and puts the
 * timers right after it; gives the function that hands out, and so allows, what was said.
 */
export function watchConsole(): () => string[] {
  let said: string[] = [];
  const { error, warn } = console;
  const hear = (...parts: unknown[]): void => {
    const text = parts.map(String).join(' ');
    if (!text.includes('Lit is in dev mode')) said.push(text);
  };
  const onError = ({ message }: ErrorEvent): void => hear(message);
  const onRejection = ({ reason }: PromiseRejectionEvent): void => hear('unhandled', reason);
  beforeEach(() => {
    said = [];
    Object.assign(console, { error: hear, warn: hear });
    addEventListener('error', onError);
    addEventListener('unhandledrejection', onRejection);
  });
  afterEach(async function () {
    await soon();
    resetTimers();
    Object.assign(console, { error, warn });
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onRejection);
    // A test that has failed already has said enough.
    if (this.currentTest?.state !== 'failed') expect(said, 'said to the console').to.deep.equal([]);
  });
  return () => said.splice(0);
}

// ————— Servers and pages

/** The address of an answer of the test server, see test/server.mjs; `body` is written as JSON. */
export function fault(name: string, { body, ...query }: { readonly [key: string]: unknown } = {}): string {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return `/__faults/${name}?${new URLSearchParams({ ...(query as Record<string, string>), ...(text !== undefined && { body: text }) })}`;
}

/** HTML with its elements rendered ahead, as the built package does it in Node; `documents` are what `src` names. */
export async function renderedAhead(
  html: string,
  documents: { readonly [address: string]: object } = {},
): Promise<string> {
  const texts = Object.fromEntries(
    Object.entries(documents).map(([address, value]) => [address, JSON.stringify(value)]),
  );
  const response = await fetch('/__rendered', { method: 'POST', body: JSON.stringify({ html, documents: texts }) });
  if (!response.ok) throw new Error(`Rendering ahead failed: ${await response.text()}`);
  return response.text();
}

/** How often the addresses with a key were asked for. */
export async function requestsOf(key: string): Promise<number> {
  return Number(await (await fetch(`/__faults/count?key=${key}`)).text());
}

/** A key that no other test has. */
export const newKey = (): string => crypto.randomUUID();

/** Until the end of the test timers up to a second go off at once: nobody waits for the pause before a second attempt. */
export const skipPauses = (): number[] => changeTimers((delay) => (delay <= 1000 ? 0 : delay));

/** Until the end of the test timers of more than a second go off after a tenth of one. */
export const skipTimeLimits = (): number[] => changeTimers((delay) => Math.min(delay, delay > 1000 ? 100 : delay));

/** Until the end of the test a hand rests only after ten times as long: a busy machine makes pauses of its own. */
export const longPauses = (): number[] => changeTimers((delay) => (delay >= 100 ? delay * 10 : delay));

/** Gives the delays that are asked for from now on. */
function changeTimers(change: (delay: number) => number): number[] {
  const delays: number[] = [];
  const changed = (delay = 0): number => {
    delays.push(delay);
    return change(delay);
  };
  Object.assign(window, {
    setTimeout: (handler: () => void, delay?: number, ...rest: unknown[]) => setTimer(handler, changed(delay), ...rest),
  });
  AbortSignal.timeout = (delay) => makeTimeout.call(AbortSignal, changed(delay));
  return delays;
}

function resetTimers(): void {
  Object.assign(window, { setTimeout: setTimer });
  AbortSignal.timeout = makeTimeout;
}

/** A page within the page, with a viewport of its own: what it says to its console counts as said here, whatever policy its head has. */
export async function openPage(content: string, { width = 800, head = '' } = {}): Promise<Document> {
  const frame = document.createElement('iframe');
  frame.title = 'A page';
  frame.width = `${width}`;
  frame.height = '600';
  frame.style.border = '0';
  frame.srcdoc = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
    <script>
      for (const name of ['error', 'warn']) console[name] = (...parts) => parent.console[name](...parts);
      for (const name of ['error', 'unhandledrejection'])
        addEventListener(name, ({ message, reason }) => parent.console.error(message ?? reason));
    </script>
    ${head}<style>body { margin: 0 }</style></head><body>${content}</body></html>`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame.contentDocument as Document;
}

/** Takes away the pages that a test has opened. */
export function closePages(): void {
  for (const frame of document.querySelectorAll('iframe')) frame.remove();
}

// ————— Comparisons

export { leakyGut };

/** The seed's products by their composites, best first. */
export const byScore = [
  'Thorne L-Glutamine',
  'Integrative Therapeutics Zinc-Carnosine',
  'Sovereign Colostrum-LD',
  'Ora Trust Your Gut',
];

/** The seed's products by their prices, lowest first. */
export const byPrice = [
  'Thorne L-Glutamine',
  'Integrative Therapeutics Zinc-Carnosine',
  'Ora Trust Your Gut',
  'Sovereign Colostrum-LD',
];

/** A small comparison without scores, by its title. */
export const lamps = (title: string): object => ({
  title,
  currency: 'USD',
  products: [
    { name: 'Heron', specs: { price: '$20' } },
    { name: 'Plover', specs: { price: '$10' } },
    { name: 'Bittern', specs: { price: '$30' } },
  ],
});
