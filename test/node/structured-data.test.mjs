// Every block of structured data of the demo, as a search engine that runs scripts finds it in Chromium: it parses, knows
// its terms, has the editor's score with the ends of its scale, and says nothing that the page does not show. Needs the
// build.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import Fraction from 'fraction.js';
import { demoDocuments, demoPages, openDemo } from '../demo-pages.mjs';
import { vocabularyFaults } from '../vocabulary.mjs';

const documents = await demoDocuments();

/** The composite of a product, worked out from its document without anything of ours: half up. */
function compositeOf({ rubric, products }, name) {
  const { scores = {} } = products.find((product) => product.name === name);
  let [sum, weights] = [new Fraction(0), new Fraction(0)];
  for (const { id, weight } of rubric.criteria) {
    sum = sum.add(new Fraction(weight).mul(scores[id]?.value ?? scores[id]));
    weights = weights.add(weight);
  }
  const units = sum.div(weights).mul(10).add('1/2').floor();
  return `${units.div(10).floor()}.${units.mod(10)}`;
}

/** Every product that a block speaks of. */
const productsOf = (block) =>
  block['@type'] === 'Product' ? [block] : block.itemListElement.map(({ item, name }) => item ?? { name });

/** Every value of a block with its term, but the words of the vocabulary, places in a list and the ends of the scale. */
function valuesOf(value, term = '') {
  if (Array.isArray(value)) return value.flatMap((each) => valuesOf(each, term));
  if (typeof value !== 'object') return [[term, value]];
  const about = /^(@.*|position|bestRating|worstRating|itemListOrder|offerCount|priceCurrency)$/;
  return Object.entries(value).flatMap(([key, member]) => (about.test(key) ? [] : valuesOf(member, key)));
}

/** A value as pages may show it: dates and prices as one of these languages writes them. */
function formsOf(value, term, languages) {
  return [
    String(value),
    ...languages.flatMap((language) => {
      if (term === 'dateModified')
        return new Date(value).toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' });
      return /price/i.test(term) ? new Intl.NumberFormat(language, { minimumFractionDigits: 2 }).format(value) : [];
    }),
  ];
}

/** What a block says that is nowhere on its page. */
const unseen = (block, { text, addresses, language }) =>
  valuesOf(block).filter(
    ([term, value]) =>
      !addresses.includes(value) &&
      !formsOf(value, term, [language, 'en', 'en-GB']).some((form) => text.includes(form)),
  );

/** Runs in the page: all that it shows or says, in shadow trees too, and where its links and pictures lead. */
function lookAt() {
  const texts = [];
  const addresses = [];
  const visit = (node) => {
    if (node.nodeType === Node.TEXT_NODE) texts.push(node.nodeValue);
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (/^(script|style|template|noscript)$/.test(node.localName) || getComputedStyle(node).display === 'none')
        return;
      // What is shown only to show it is no page's content.
      if (node.hasAttribute('data-said')) return;
      if (node.href) addresses.push(node.href);
      if (node.src) addresses.push(node.src);
    }
    for (const child of [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes]) visit(child);
  };
  visit(document.body);
  return {
    text: texts.join(' ').replace(/\s+/g, ' '),
    addresses,
    language: document.documentElement.lang,
    blocks: [...document.querySelectorAll('script[type="application/ld+json"]')].map(({ textContent }) => textContent),
  };
}

let demo;
const seen = new Map();

before(async () => {
  demo = await openDemo();
  for (const name of demoPages) {
    await demo.show(name);
    seen.set(name, await demo.page.evaluate(lookAt));
  }
});

after(() => demo?.close());

const withBlocks = () => [...seen].filter(([, { blocks }]) => blocks.length);

describe('the structured data of the demo', () => {
  it('is on the article, the page about it and the newsletter, and parses', () => {
    const names = withBlocks().map(([name]) => name);
    for (const name of ['article.html', 'structured-data.html', 'newsletter/coffee.html'])
      assert.ok(names.includes(name), names.join());
    for (const [, { blocks }] of withBlocks()) for (const block of blocks) JSON.parse(block);
    assert.equal(seen.get('structured-data.html').blocks.length, 2);
  });

  it('has known terms only, each with what it takes', () => {
    for (const [name, { blocks }] of withBlocks())
      for (const block of blocks) assert.deepEqual(vocabularyFaults(JSON.parse(block)), [], name);
  });

  it('has the editor’s score of each product with the best and worst there can be', () => {
    let count = 0;
    for (const [name, { blocks }] of withBlocks()) {
      for (const product of blocks.flatMap((block) => productsOf(JSON.parse(block)))) {
        if (!product.review?.reviewRating) continue;
        const document = documents.find(({ products }) => products.some((other) => other.name === product.name));
        const { min = 0, max = 10 } = document.rubric.scale ?? {};
        assert.deepEqual(
          product.review.reviewRating,
          { '@type': 'Rating', ratingValue: compositeOf(document, product.name), bestRating: max, worstRating: min },
          `${product.name} in ${name}`,
        );
        assert.ok(product.review.author.name, product.name);
        count += 1;
      }
    }
    assert.ok(count > 8, `${count} ratings`);
  });

  it('says nothing that its page does not show', () => {
    for (const [name, page] of withBlocks())
      for (const block of page.blocks) assert.deepEqual(unseen(JSON.parse(block), page), [], name);
  });

  const article = () => JSON.parse(seen.get('article.html').blocks[0]);
  const faults = {
    'an unknown term': (block) => {
      block.itemListElement[0].item.stars = 5;
    },
    'a term of another type': (block) => {
      block.itemListElement[0].item.reviewRating = block.itemListElement[0].item.review.reviewRating;
    },
    'an unknown type': (block) => {
      block.itemListElement[0].item['@type'] = 'Produce';
    },
    'a node of a type that its term does not take': (block) => {
      block.itemListElement[0].item.review.author['@type'] = 'Rating';
    },
    'a number where there is to be text': (block) => {
      block.name = 5;
    },
    'no context': (block) => {
      delete block['@context'];
    },
  };
  for (const [fault, make] of Object.entries(faults)) {
    it(`would not go through with ${fault}`, () => {
      const block = article();
      make(block);
      assert.equal(vocabularyFaults(block).length, 1);
    });
  }

  const lies = {
    'another score': (block) => {
      block.itemListElement[0].item.review.reviewRating.ratingValue = '9.9';
    },
    'pros that the table does not show': (block) => {
      block.itemListElement[0].item.review.positiveNotes = documents.find(({ title }) =>
        /gut/.test(title),
      ).products[0].pros;
    },
    'another date': (block) => {
      block.itemListElement[0].item.review.dateModified = '2026-05-01';
    },
    'an address that is not linked': (block) => {
      block.itemListElement[0].item.url += '-';
    },
  };
  for (const [lie, tell] of Object.entries(lies)) {
    it(`would be found out with ${lie}`, () => {
      const block = article();
      tell(block);
      assert.notDeepEqual(unseen(block, seen.get('article.html')), []);
    });
  }
});
