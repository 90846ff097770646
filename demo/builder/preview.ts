/**
 * The page in the preview's frame: the real elements, as the snippet has them, on a page of the author's colours. Leaves
 * what to show to the page around it, which tells it.
 */
import './languages.js';
import { type HeightMessage, isPreviewMessage, type PreviewMessage } from './preview-message.js';

interface Shown {
  readonly tag: string;
  readonly attributes: { readonly [name: string]: string | true };
}

const scope = document.createElement('g6-comparison');
document.body.append(scope);

addEventListener('message', ({ data, source, origin }) => {
  if (source === parent && origin === location.origin && isPreviewMessage(data)) show(data);
});

// The author is trying their page out: its links lead out of the frame.
addEventListener(
  'click',
  (event) => {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
    if (link && !link.hash && !link.download) {
      link.target = '_blank';
      link.relList.add('noopener');
    }
  },
  { capture: true },
);

new ResizeObserver(tellHeight).observe(document.body);

function tellHeight(): void {
  const message: HeightMessage = { kind: 'g6-builder-height', height: Math.ceil(document.body.scrollHeight) };
  parent.postMessage(message, location.origin);
}

function show(message: PreviewMessage): void {
  const { style } = document.documentElement;
  const { style: page } = document.body;
  style.setProperty('color-scheme', message.scheme);
  page.setProperty('background', message.background);
  page.setProperty('color', message.text);
  page.setProperty('font-family', message.font);
  for (const name of [...page].filter((known) => known.startsWith('--g6-'))) page.removeProperty(name);
  for (const [name, value] of Object.entries(message.properties)) page.setProperty(name, value);
  const { language } = message.document;
  document.documentElement.lang = typeof language === 'string' ? language : 'en';
  document.documentElement.dir = isRightToLeft(document.documentElement.lang) ? 'rtl' : 'ltr';
  arrange(message.elements.flatMap((element) => shownFor(element, message)));
  Object.assign(scope, { comparison: message.document });
  tellHeight();
}

function shownFor(element: PreviewMessage['elements'][number], { products, attributes }: PreviewMessage): Shown[] {
  switch (element) {
    case 'table':
      return [{ tag: 'g6-comparison-table', attributes }];
    case 'weights':
      return [{ tag: 'g6-score-weights', attributes: {} }];
    case 'cards':
      return products.map((product) => ({ tag: 'g6-product-card', attributes: { product } }));
    default:
      return products.map((product) => ({ tag: 'g6-score-breakdown', attributes: { product } }));
  }
}

/** Makes the elements in the scope those; one that is there already stays, with what a reader did to it. */
function arrange(wanted: readonly Shown[]): void {
  const present = [...scope.children];
  if (present.map(({ localName }) => localName).join() !== wanted.map(({ tag }) => tag).join()) {
    scope.replaceChildren(...wanted.map(({ tag }) => document.createElement(tag)));
  }
  for (const [index, { attributes }] of wanted.entries()) {
    const element = scope.children[index] as Element;
    for (const name of element.getAttributeNames()) if (!(name in attributes)) element.removeAttribute(name);
    for (const [name, value] of Object.entries(attributes)) {
      const text = value === true ? '' : value;
      if (element.getAttribute(name) !== text) element.setAttribute(name, text);
    }
  }
}

function isRightToLeft(language: string): boolean {
  return /^(?:ar|arc|ckb|dv|fa|he|ks|ps|sd|ug|ur|yi)(?:-|$)/i.test(language);
}
