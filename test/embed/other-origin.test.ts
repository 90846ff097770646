/** A page that has the script and the document from another origin, as README tells those who show somebody's scores. */
import { expect } from '@open-wc/testing';
import { byRole, closePages, fault, isVisible, openPage, rowsOf, shown, until, watchConsole } from '../helpers.js';

const elsewhere = `http://127.0.0.1:${location.port}`;
const script = `${elsewhere}/dist/g6-comparison.min.js`;
const comparison = `${elsewhere}${fault('json', { file: 'leaky-gut.json', cors: '' })}`;

/** The recipe of README, with the addresses of this test's server in the place of the publisher's. */
async function recipe(): Promise<string> {
  const readme = await (await fetch('/README.md')).text();
  const text = /\*\*A partner\.\*\*[^`]*```html\n(.*?)```/s.exec(readme)?.[1];
  if (!text) throw new Error('README has no such recipe.');
  return text
    .replace('https://publisher.example/g6-comparison.min.js', script)
    .replace('https://publisher.example/comparison.json', comparison.replaceAll('&', '&amp;'));
}

const tableOf = (page: Document): Element => page.querySelector('g6-comparison-table') as Element;

async function sri(): Promise<string> {
  const { files } = await (await fetch('/dist/sri.json')).json();
  return files['g6-comparison.min.js'].integrity;
}

const pinned = (integrity: string): string =>
  `<script src="${script}" integrity="${integrity}" crossorigin="anonymous" defer></script>
  <g6-comparison-table src="${comparison}"><p>The fallback.</p></g6-comparison-table>`;

describe('on a page of another origin', () => {
  watchConsole();
  afterEach(closePages);

  it('the recipe of README shows the table of its document', async () => {
    const page = await openPage(await recipe());
    const table = tableOf(page);
    await shown(table);
    expect(rowsOf(table)).to.have.length(4);
    expect(rowsOf(table)[0]).to.equal('Thorne L-Glutamine');
  });

  it('the recipe of README puts own ids on the links that are paid for, and on no others', async () => {
    const offers = `${elsewhere}${fault('json', { file: 'coffee.json', cors: '' })}`;
    const page = await openPage(
      (await recipe()).replaceAll(comparison.replaceAll('&', '&amp;'), offers.replaceAll('&', '&amp;')),
    );
    await shown(tableOf(page));
    await until(() => page.querySelector('a[rel~=sponsored]'), 'A paid link');
    const links = [...page.querySelectorAll('a')];
    const idsOf = ({ href }: HTMLAnchorElement) =>
      ['tag', 'subid'].map((name) => new URL(href).searchParams.getAll(name));
    for (const link of links) {
      const ids = link.relList.contains('sponsored') ? [['reader-20'], ['review']] : [[], []];
      expect([link.href, idsOf(link)]).to.deep.equal([link.href, ids]);
    }
    expect(links.filter(({ relList }) => relList.contains('sponsored'))).to.have.length.above(1);
    expect(links.filter(({ relList }) => !relList.contains('sponsored'))).to.have.length.above(0);
  });

  it('the script runs with the hash that the build gives', async () => {
    const page = await openPage(pinned(await sri()));
    await shown(tableOf(page));
    expect(isVisible(tableOf(page).querySelector('p') as Element)).to.equal(false);
  });

  it('the script does not run with another hash, and the fallback stays', async () => {
    const right = await sri();
    const wrong = right.replace(/-(.)/, (_, first) => `-${first === 'A' ? 'B' : 'A'}`);
    const page = await openPage('<p>A page.</p>');
    const body = page.createElement('div');
    body.innerHTML = '<g6-comparison-table><p>The fallback.</p></g6-comparison-table>';
    page.body.append(body);
    const refused = page.createElement('script');
    refused.crossOrigin = 'anonymous';
    refused.integrity = wrong;
    refused.src = script;
    const result = new Promise((resolve) => {
      for (const type of ['load', 'error']) refused.addEventListener(type, () => resolve(type));
    });
    page.head.append(refused);
    expect(await result).to.equal('error');
    const table = tableOf(page);
    expect(table.shadowRoot).to.equal(null);
    expect(isVisible(table.querySelector('p') as Element)).to.equal(true);

    // With the right one it does, on the same page.
    const allowed = page.createElement('script');
    allowed.crossOrigin = 'anonymous';
    allowed.integrity = right;
    allowed.src = script;
    page.head.append(allowed);
    await until(() => table.shadowRoot, 'The element');
    expect(byRole(table, 'table')).to.have.length(0);
  });
});
