/** What becomes of elements that were rendered ahead, once the script is there. */
import { expect } from '@open-wc/testing';
import '../../src/define.js';
import {
  announced,
  byPrice,
  byRole,
  byScore,
  closePages,
  control,
  enter,
  fault,
  hasFocus,
  leakyGut,
  newKey,
  openPage,
  press,
  renderedAhead,
  requestsOf,
  rowsOf,
  settled,
  shown,
  soon,
  sortButton,
  spoken,
  theOnly,
  until,
  watchConsole,
} from '../helpers.js';

type Parsing = HTMLElement & { setHTMLUnsafe(html: string): void };

const json = `<script type="application/json">${JSON.stringify(leakyGut).replaceAll('<', '\\u003c')}</script>`;

/** Every element of the shadow trees of a part of the page. */
const nodesOf = (box: Element): Element[] =>
  [...box.querySelectorAll('*')].flatMap((host) => [
    ...(host.shadowRoot?.querySelectorAll(':not(style, noscript, noscript *)') ?? []),
  ]);

/** Whether two lists are of the very same nodes. (Comparing unequal nodes themselves would compare all of the page.) */
const areSame = (before: readonly Element[], after: readonly Element[]): boolean =>
  before.length > 0 && before.length === after.length && before.every((node, index) => node === after[index]);

/** The text in an element itself; a parser's new lines and Lit's are one. */
const textOf = (element: Element): string =>
  [...element.childNodes]
    .map((node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue : ''))
    .join('')
    .trim();

const treeOf = (element: Element): ShadowRoot => element.shadowRoot as ShadowRoot;

const one = (within: ParentNode, selector: string): HTMLElement => {
  const found = within.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
};

/** The names of the products of a matrix. */
const namesOf = (table: Element): string[] =>
  byRole(table, 'columnheader').map((cell) => spoken(one(cell, '[part=name] bdi')));

describe('what was rendered ahead', () => {
  watchConsole();
  let box: HTMLElement;
  afterEach(() => box.remove());

  /** A part of a page as a parser makes it, before its elements are defined. */
  async function parse(html: string, documents = {}): Promise<HTMLElement> {
    box = document.createElement('div');
    (box as Parsing).setHTMLUnsafe(await renderedAhead(html, documents));
    return box;
  }

  /** Defines the elements of it; they can do no more than they do before the next frame. */
  async function upgrade(): Promise<void> {
    document.body.append(box);
    for (const element of box.querySelectorAll('*')) if (element.shadowRoot) await settled(element);
  }

  for (const [what, html] of [
    ['a table', `<g6-comparison-table>${json}</g6-comparison-table>`],
    [
      'a table with every control',
      `<g6-comparison-table search filters compare export share stability limit="2">${json}</g6-comparison-table>`,
    ],
    ['cards', `<g6-comparison-table layout="cards">${json}</g6-comparison-table>`],
    ['a matrix', `<g6-comparison-table layout="matrix" compare>${json}</g6-comparison-table>`],
    [
      'single criteria',
      `<g6-comparison-table columns="evidence name value" sort="value">${json}</g6-comparison-table>`,
    ],
    ['a breakdown', `<g6-score-breakdown product="zinc-carnosine">${json}</g6-score-breakdown>`],
    ['a breakdown as bars', `<g6-score-breakdown product="zinc-carnosine" view="bars">${json}</g6-score-breakdown>`],
    ['a breakdown as an area', `<g6-score-breakdown product="zinc-carnosine" view="area">${json}</g6-score-breakdown>`],
    ['a head-to-head', `<g6-score-breakdown product="thorne-l-glutamine zinc-carnosine">${json}</g6-score-breakdown>`],
    ['a breakdown of nothing', `<g6-score-breakdown product="nobody">${json}</g6-score-breakdown>`],
    ['weights', `<g6-score-weights>${json}</g6-score-weights>`],
    ['a card', `<g6-product-card product="thorne-l-glutamine" heading="2">${json}</g6-product-card>`],
    ['an audit', `<g6-comparison-table audit columns="nothing">${json}</g6-comparison-table>`],
    [
      'a scope',
      `<g6-comparison audit>${json}<g6-comparison-table></g6-comparison-table><p>And:</p><div><g6-score-weights></g6-score-weights></div></g6-comparison>`,
    ],
    [
      'two comparisons',
      `<g6-comparison-table>${json}</g6-comparison-table><g6-comparison-table data='{"products":[{"name":"Kettle"}]}'></g6-comparison-table>`,
    ],
    [
      'a German document',
      `<g6-product-card data='{"language":"de","products":[{"name":"Kanne","specs":{"Preis":1.5}}]}'></g6-product-card>`,
    ],
    [
      'hostile texts',
      `<g6-comparison-table data='${JSON.stringify({
        title: '</template><!-- --><script>"&amp;',
        products: [
          {
            name: ' <b>x</b>\u00a0&lt; -->',
            award: '\u2028 "quoted" `x`',
            bestFor: ']]>\n\t two  spaces ',
            specs: { a: '/', b: '<!--/-->' },
          },
        ],
      }).replaceAll('&', '&amp;')}'></g6-comparison-table>`,
    ],
  ] as const) {
    it(`is kept to the last node: ${what}`, async () => {
      await parse(html);
      const before = nodesOf(box);
      const texts = before.map(textOf);
      await upgrade();
      expect(areSame(before, nodesOf(box))).to.equal(true);
      expect(before.map(textOf)).to.deep.equal(texts);
    });
  }

  it('keeps each of very many rows until there is another order, and what is below where it was', async () => {
    const products = Array.from({ length: 400 }, (_, index) => ({
      name: `Lamp ${index}`,
      // Not all are of one height.
      specs: {
        price: `$${index}`,
        colour: index % 7 ? 'red' : 'red, and green where it is seen by day and not by night',
      },
    }));
    await parse(`<g6-comparison-table data='${JSON.stringify({ products })}'></g6-comparison-table><p>Below</p>`);
    const table = one(box, 'g6-comparison-table');
    const rows = [...treeOf(table).querySelectorAll('tbody tr')];
    await upgrade();
    const { top } = one(box, 'p').getBoundingClientRect();
    scrollTo(0, 3000);
    await soon();
    scrollTo(0, 0);
    await soon();
    expect(rows).to.have.length(400);
    expect(areSame(rows, [...treeOf(table).querySelectorAll('tbody tr')])).to.equal(true);
    expect(one(box, 'p').getBoundingClientRect().top).to.equal(top);
    sortButton(table, 'Price').click();
    await until(() => byRole(table, 'rowheader').length < 100, 'A table of few rows');
    expect(rowsOf(table)[0]).to.equal('Lamp 0');
    sortButton(table, 'Price').click();
    await until(() => rowsOf(table)[0] === 'Lamp 399', 'The other order');
  });

  it('is drawn anew where there are more than a thousand rows, which would take long to compare', async () => {
    const products = Array.from({ length: 1001 }, (_, index) => ({ name: `Lamp ${index}` }));
    await parse(`<g6-comparison-table data='${JSON.stringify({ products })}'></g6-comparison-table>`);
    const table = one(box, 'g6-comparison-table');
    expect(byRole(table, 'rowheader')).to.have.length(1001);
    await upgrade();
    expect(byRole(table, 'rowheader')).to.have.length.below(100);
  });

  it('shows nothing that only a script could do once it is clear that none comes, and moves nothing for it', async () => {
    const html = `<g6-comparison>${json}<g6-comparison-table search filters compare></g6-comparison-table>
      <g6-score-weights></g6-score-weights></g6-comparison>`;
    const { body } = await openPage(await renderedAhead(html));
    const [table, weights] = ['g6-comparison-table', 'g6-score-weights'].map((tag) => one(body, tag));
    const trees = [treeOf(table as Element), treeOf(weights as Element)];
    const all = trees.flatMap((tree) => [...tree.querySelectorAll<HTMLElement>('*')]);
    const places = (): string[] => all.map((node) => JSON.stringify(node.getBoundingClientRect()));
    const isShown = (node: Element): boolean => node.checkVisibility({ visibilityProperty: true });
    const controls = all.filter((node) => node.matches('button, select, [type=search], [type=checkbox], [type=range]'));
    expect(controls.length).to.be.greaterThan(20);
    const words = all.filter((node) => node.matches('th bdi, [part=score], [part=name] bdi') && isShown(node));
    const before = places();
    const animations = trees.flatMap((tree) => tree.getAnimations());
    for (const animation of animations) animation.currentTime = 9999;
    expect(controls.filter((node) => node.matches('button') && isShown(node)).length).to.be.greaterThan(10);
    for (const animation of animations) animation.finish();
    expect(controls.filter(isShown).map(({ outerHTML }) => outerHTML)).to.deep.equal([]);
    expect(words.length).to.be.greaterThan(10);
    expect(words.every(isShown)).to.equal(true);
    expect(places()).to.deep.equal(before);
    closePages();
  });

  it('is what the element draws by itself', async () => {
    await parse(`<g6-comparison-table search compare>${json}</g6-comparison-table>`);
    await upgrade();
    const alone = document.createElement('g6-comparison-table');
    for (const name of ['search', 'compare']) alone.setAttribute(name, '');
    alone.comparison = leakyGut;
    box.append(alone);
    await settled(alone);
    const [ahead] = box.children as unknown as [Element];
    expect(spoken(one(treeOf(ahead), '[part=root]'))).to.equal(spoken(one(treeOf(alone), '[part=root]')));
    const styles = (element: Element) => treeOf(element).adoptedStyleSheets.length;
    expect(styles(ahead)).to.equal(styles(alone));
    expect(treeOf(ahead).querySelector('style')).to.equal(null);
  });

  it('listens from then on', async () => {
    await parse(`<g6-comparison-table compare>${json}</g6-comparison-table>`);
    await upgrade();
    const table = one(box, 'g6-comparison-table');
    expect(rowsOf(table)).to.deep.equal(byScore);
    const [row] = byRole(table, 'rowheader');
    sortButton(table, 'Price/Serving').click();
    await settled(table);
    expect(rowsOf(table)).to.deep.equal(byPrice);
    expect(announced(table)).to.include('is now sorted by Price/Serving');
    expect(byRole(table, 'rowheader').includes(row as HTMLElement)).to.equal(true);
    for (const name of ['Thorne L-Glutamine', 'Sovereign Colostrum-LD'])
      await press(table, 'checkbox', `Compare ${name}`);
    await press(table, 'button', 'Side by side');
    expect(namesOf(byRole(table, 'table')[0] as Element)).to.deep.equal([
      'Thorne L-Glutamine',
      'Sovereign Colostrum-LD',
    ]);
    await press(table, 'button', 'Back to the table');
    expect(rowsOf(table)).to.have.length(4);
    await press(table, 'button', /^9\.0/);
    expect(byRole(table, 'table')).to.have.length(2);
  });

  it('keeps the focus', async () => {
    await parse(`<g6-comparison-table layout="table">${json}</g6-comparison-table>`);
    // Nothing can have the focus that is not on the page; the first update is a moment later.
    document.body.append(box);
    const table = one(box, 'g6-comparison-table');
    const button = sortButton(table, 'Dose');
    button.focus();
    await settled(table);
    expect(button.isConnected && hasFocus(button)).to.equal(true);
  });

  it('does what a reader has typed before', async () => {
    await parse(`<g6-comparison-table search>${json}</g6-comparison-table>`);
    const table = one(box, 'g6-comparison-table');
    (one(treeOf(table), 'input') as HTMLInputElement).value = 'zinc';
    await upgrade();
    await settled(table);
    expect(rowsOf(table)).to.deep.equal(['Integrative Therapeutics Zinc-Carnosine']);
    await enter(table, control(table, 'searchbox', 'Search'), '');
    expect(rowsOf(table)).to.deep.equal(byScore);
  });

  it('does what a reader has chosen before', async () => {
    await parse(`<g6-comparison-table layout="matrix">${json}</g6-comparison-table>`);
    const table = one(box, 'g6-comparison-table');
    const [list] = byRole(table, 'combobox') as [HTMLSelectElement];
    list.selectedIndex = [...list.options].findIndex(({ text }) => text === 'Price/Serving, lowest first');
    await upgrade();
    await settled(table);
    expect(namesOf(table)).to.deep.equal(byPrice);
  });

  it('leaves open what a reader has opened', async () => {
    await parse(`<g6-comparison-table stability>${json}</g6-comparison-table>`);
    const table = one(box, 'g6-comparison-table');
    const details = one(treeOf(table), '[part=stability] details') as HTMLDetailsElement;
    details.open = true;
    await upgrade();
    expect(details.isConnected && details.open).to.equal(true);
    await until(() => table.shadowRoot?.querySelector('[part=acceptability]'), 'What it opens');
  });

  it('needs no request where the page has the document in it', async () => {
    const key = newKey();
    const src = fault('json', { key, body: leakyGut });
    await parse(
      `<g6-score-breakdown src="${src}" product="zinc-carnosine"></g6-score-breakdown><g6-comparison-table src="${src}"></g6-comparison-table>`,
      { [src]: leakyGut },
    );
    const before = nodesOf(box);
    await upgrade();
    expect(areSame(before, nodesOf(box))).to.equal(true);
    expect(box.querySelectorAll('script[data-g6-src]')).to.have.length(1);
    expect(await requestsOf(key)).to.equal(0);
  });

  it('stays in sight until the document has come where somebody has taken it out of the page', async () => {
    const key = newKey();
    const src = fault('slow', { key, ms: 200, body: leakyGut });
    await parse(`<g6-comparison-table src="${src}"></g6-comparison-table>`, { [src]: leakyGut });
    one(box, 'script[data-g6-src]').remove();
    const table = one(box, 'g6-comparison-table');
    const ready = new Promise((resolve) => table.addEventListener('g6-ready', resolve, { once: true }));
    await upgrade();
    expect(rowsOf(table)).to.deep.equal(byScore);
    expect(byRole(table, 'table')).to.have.length(1);
    await ready;
    await settled(table);
    expect(rowsOf(table)).to.deep.equal(byScore);
    expect(byRole(table, 'table')).to.have.length(1);
    expect(await requestsOf(key)).to.equal(1);
  });

  for (const [what, change] of [
    ['text of another version', (tree) => (one(tree, 'caption bdi').textContent = 'An older title')],
    ['an attribute of another version', (tree) => one(tree, 'tr').setAttribute('class', 'older')],
    ['an attribute more', (tree) => one(tree, 'td').setAttribute('hidden', '')],
    ['another tag', (tree) => one(tree, 'bdi').replaceWith(document.createElement('b'))],
    ['no comments', (tree) => eachComment(tree, (comment) => comment.remove())],
    ['no style sheet', (tree) => one(tree, 'style').remove()],
    ['nothing but text', (tree) => tree.replaceChildren(tree.textContent ?? '')],
    ['one row less', (tree) => one(tree, 'tbody tr').remove()],
    ['something behind it', (tree) => tree.append('…')],
    ['something between', (tree) => one(tree, 'style').after(document.createElement('hr'))],
  ] as readonly (readonly [what: string, change: (tree: ShadowRoot) => unknown])[]) {
    it(`is drawn afresh at once where there is ${what}`, async () => {
      await parse(`<g6-comparison-table>${json}</g6-comparison-table>`);
      const table = one(box, 'g6-comparison-table');
      change(treeOf(table));
      await upgrade();
      expect(rowsOf(table)).to.deep.equal(byScore);
      expect(byRole(table, 'table')).to.have.length(1);
      expect(spoken(theOnly(table, 'caption'))).to.match(/^Best Leaky Gut Supplements 2026/);
      expect(treeOf(table).children).to.have.length(1);
      sortButton(table, 'Price/Serving').click();
      await settled(table);
      expect(rowsOf(table)).to.deep.equal(byPrice);
    });
  }

  it('is kept where white space and comments were changed on the way', async () => {
    await parse(`<g6-comparison-table>${json}</g6-comparison-table>`);
    const table = one(box, 'g6-comparison-table');
    one(treeOf(table), 'table').before(document.createComment(' from the cache '));
    const walker = document.createTreeWalker(treeOf(table), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) walker.currentNode.nodeValue = walker.currentNode.nodeValue?.replace(/ /g, '\n  ') ?? '';
    const before = nodesOf(box);
    await upgrade();
    expect(areSame(before, nodesOf(box))).to.equal(true);
  });

  it('gives way to an error', async () => {
    const src = fault('status/404', { key: newKey() });
    await parse(`<g6-comparison-table src="${src}"></g6-comparison-table>`, { [src]: leakyGut });
    one(box, 'script[data-g6-src]').remove();
    await upgrade();
    const table = one(box, 'g6-comparison-table');
    await until(() => table.shadowRoot?.querySelector('[part=retry]'), 'The button that tries again');
    expect(byRole(table, 'table')).to.have.length(0);
    expect(treeOf(table).children).to.have.length(1);
  });

  it('is drawn by the element where the browser knows no shadow trees in HTML', async () => {
    const html = await renderedAhead(`<g6-comparison-table>${json}</g6-comparison-table>`);
    box = document.createElement('div');
    box.innerHTML = html;
    document.body.append(box);
    const table = one(box, 'g6-comparison-table');
    await shown(table);
    expect(rowsOf(table)).to.deep.equal(byScore);
  });
});

function eachComment(tree: Node, act: (comment: ChildNode) => void): void {
  const walker = document.createTreeWalker(tree, NodeFilter.SHOW_COMMENT);
  const comments: ChildNode[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode as ChildNode);
  for (const comment of comments) act(comment);
}
