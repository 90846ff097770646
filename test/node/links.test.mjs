// Every link of the demo that earns something, as a reader, a tag manager and a crawler find it in Chromium: where it
// stands, what it says of itself, what stands before and beside it, and what a click on it tells. Needs the build.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { demoDocuments, demoPages, openDemo } from '../demo-pages.mjs';

const documents = await demoDocuments();
const offers = documents.flatMap(({ products }) => products.flatMap((product) => product.offers ?? []));
/** The addresses of offers without what partners add to them. */
const addressesOf = (isPaid) =>
  offers.filter(({ paid = false }) => paid === isPaid).map(({ url }) => url.replace(/[?#].*/, ''));
const paid = addressesOf(true);
const disclosures = documents.flatMap(({ disclosure = [] }) => disclosure);

/** Runs in a page: each of our anchors with what is around it and what becomes of a click, and what is wrong besides. */
function lookAt({ paid, disclosures }) {
  const isPaid = ({ href }) => paid.includes(href.replace(/[?#].*/, ''));
  const elements = 'g6-comparison-table, g6-product-card';

  /** What is shown, in its order: texts and anchors, in shadow trees too. */
  const shown = [];
  const visit = (node) => {
    if (node.nodeType === Node.TEXT_NODE) shown.push(node);
    if (node.nodeType !== Node.ELEMENT_NODE || /^(script|style|template|noscript)$/.test(node.localName)) return;
    const { display, visibility } = getComputedStyle(node);
    if (display === 'none' || visibility !== 'visible') return;
    if (node.localName === 'a') shown.push(node);
    const assigned = node.localName === 'slot' ? node.assignedNodes() : [];
    for (const child of assigned.length ? assigned : (node.shadowRoot ?? node).childNodes) visit(child);
  };
  visit(document.body);
  const textOf = (nodes) =>
    nodes
      .map((node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue : ''))
      .join('')
      .replace(/\s+/g, ' ');
  const isIn = (node, host) => !!node && (node === host || isIn(node.parentNode ?? node.host, host));

  const inPage = new Set(document.querySelectorAll('a'));
  const faults = [];
  const links = [];
  for (const [index, anchor] of shown.entries()) {
    if (anchor.nodeType === Node.TEXT_NODE) continue;
    const { href, textContent, rel } = anchor;
    const say = (what) => faults.push(`${textContent.trim()} (${href}) ${what}`);
    if (!isPaid(anchor)) {
      if (/sponsored/.test(rel) && anchor.slot.startsWith('g6-')) say('earns nothing and is sponsored');
      continue;
    }
    if (!inPage.has(anchor)) say('is in a shadow tree');
    if (rel !== 'sponsored nofollow noopener') say(`has rel “${rel}”`);
    if (!textContent.trim()) say('says nothing');
    const behind = textOf(shown.slice(index + 1).filter((node) => !anchor.contains(node)));
    if (!/^ ?\(?Paid link\b/.test(behind)) say(`has “${behind.slice(0, 20)}” beside it`);
    const host = anchor.closest(elements);
    const begin = host ? shown.findIndex((node) => isIn(node, host)) : 0;
    if (!disclosures.some((text) => textOf(shown.slice(begin, index)).includes(text)))
      say('has no disclosure before it');
    const clicks = [];
    const events = [];
    const onClick = (event) => {
      clicks.push(event.target === anchor);
      event.preventDefault();
    };
    const onLink = ({ detail }) => events.push(detail);
    document.addEventListener('click', onClick);
    document.addEventListener('g6-link-click', onLink);
    anchor.click();
    document.removeEventListener('click', onClick);
    document.removeEventListener('g6-link-click', onLink);
    if (clicks.join() !== 'true') say(`is what the page sees clicked: ${clicks}`);
    if (events.length !== (host ? 1 : 0)) say(`tells of a click ${events.length} times`);
    if (host && (events[0]?.url !== href || !events[0]?.seller || !events[0]?.product || !(events[0]?.position > 0)))
      say(`tells ${JSON.stringify(events[0])}`);
    links.push(href);
  }
  return { links, faults };
}

let demo;

/** What is found on the page as it is now, and in its frames. */
async function look() {
  const frames = demo.page.frames();
  const found = await Promise.all(frames.map((frame) => frame.evaluate(lookAt, { paid, disclosures })));
  return { links: found.flatMap(({ links }) => links), faults: found.flatMap(({ faults }) => faults) };
}

before(async () => {
  demo = await openDemo();
});
after(() => demo?.close());

describe('the links of the demo that earn something', () => {
  const counts = new Map();
  for (const name of demoPages) {
    it(`are in order on ${name}`, async () => {
      await demo.show(name);
      const { links, faults } = await look();
      counts.set(name, links.length);
      assert.deepEqual(faults, []);
    });
  }

  it('are there, each offer’s', async () => {
    assert.ok(counts.get('situations/offers.html') > 20, `${counts.get('situations/offers.html')} links`);
    assert.ok(counts.get('newsletter/coffee.html') > 5, `${counts.get('newsletter/coffee.html')} links`);
    await demo.show('situations/offers.html');
    const { links } = await look();
    for (const address of paid)
      assert.ok(
        links.some((href) => href.startsWith(address)),
        address,
      );
  });

  /** Runs in the page. */
  const lies = {
    'without their rel': () => {
      document.querySelector('a[rel]').rel = 'nofollow';
    },
    'with a rel that another has': () => {
      document.querySelector('a[slot^=g6-offer]:not([rel])').rel = 'sponsored';
    },
    'without their text': () => {
      document.querySelector('a[rel]').textContent = ' ';
    },
    'without their words': () => {
      const slot = document.querySelector('a[rel]').assignedSlot;
      slot.nextElementSibling.style.display = 'none';
    },
    'without the disclosure': () => {
      for (const paragraph of document.querySelector('g6-comparison-table').shadowRoot.querySelectorAll('.disclosure'))
        paragraph.style.display = 'none';
    },
    'with the disclosure behind them': () => {
      const root = document.querySelector('g6-comparison-table').shadowRoot.querySelector('[part=root]');
      root.append(root.querySelector('.disclosure'));
    },
    'in a shadow tree': () => {
      const anchor = document.querySelector('a[rel]');
      anchor.assignedSlot.replaceWith(anchor);
    },
    'whose clicks another element is the target of': () => {
      document.querySelector('a[rel]').addEventListener('click', (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        document.body.click();
      });
    },
    'that tell nothing': () => {
      document
        .querySelector('g6-comparison-table')
        .addEventListener('g6-link-click', (event) => event.stopPropagation());
    },
    'that tell twice': () => {
      document
        .querySelector('g6-comparison-table')
        .addEventListener('g6-link-click', ({ target, detail }) =>
          target.parentElement.dispatchEvent(new CustomEvent('g6-link-click', { detail, bubbles: true })),
        );
    },
  };
  for (const [lie, tell] of Object.entries(lies)) {
    it(`would be found out ${lie}`, async () => {
      await demo.show('situations/offers.html');
      await demo.page.evaluate(tell);
      assert.notDeepEqual((await look()).faults, []);
    });
  }
});
