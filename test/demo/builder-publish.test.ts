/** What the builder shows and hands out. Needs the build. */
import { expect } from '@open-wc/testing';
import { closePages, seen, until, watchConsole } from '../helpers.js';
import { forget, opened } from './builder-page.js';

describe('what is taken along from the builder', () => {
  watchConsole();
  beforeEach(forget);
  afterEach(closePages);

  it('follows the elements, switches and colours that are chosen, as the preview does', async () => {
    const builder = await opened();
    for (const label of ['The reader’s own weights', 'Search', 'Filters']) builder.field(label).click();
    builder.button('Newspaper').click();
    const inside = () => builder.preview.querySelector('g6-comparison');
    await until(
      () => inside()?.querySelector('g6-comparison-table[search][filters] + g6-score-weights'),
      'The preview',
    );
    await until(
      () => builder.preview.body.style.getPropertyValue('--g6-accent') === 'light-dark(#9b1c1c, #f0857a)',
      'The colours',
    );
    const snippet = await builder.copied('Copy the snippet');
    expect(snippet).to.match(/<style>g6-comparison \{ --g6-accent: light-dark\(#9b1c1c, #f0857a\);/);
    expect(snippet).to.match(
      /<g6-comparison-table search filters><\/g6-comparison-table>\n<g6-score-weights><\/g6-score-weights>/,
    );
  });

  it('says one number of what is still to be checked', async () => {
    const builder = await opened();
    const [, listed] = /To check (\d+)/.exec(seen(builder.find('section', 'To check'))) ?? [];
    expect(Number(listed)).to.be.above(1);
    expect(seen(builder.page.body)).to.include(`${listed} things are still to be checked.`);
  });

  it('warns of colours that readers could not tell apart', async () => {
    const builder = await opened();
    const field = builder.find('input[type=color]', 'Accent, light') as HTMLInputElement;
    field.value = '#ffee88';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await until(
      () =>
        /The accent is too weak on light pages: its contrast is 1\.\d, at least 3 is needed/.test(
          seen(builder.page.body),
        ),
      'The warning',
    );
  });

  for (const [form, sign] of [
    ['With a file', /<g6-comparison-table src="https:\/\/example\.com\/c\.json">/],
    ['In an attribute', /<g6-comparison-table data="\{&quot;version&quot;:1/],
    ['WordPress', /^<!-- wp:html -->/],
    ['Frame', /^<iframe src="[^"]+\/dist\/embed\.html\?src=https%3A%2F%2Fexample\.com%2Fc\.json"/],
    ['Plain HTML', /<th scope="row"[^>]*>1\. Thorne L-Glutamine<br>.*<b>9\.0<\/b>/s],
    ['Markdown', /^\| 1\. Thorne L-Glutamine · .*\| \*\*9\.0\*\* \|/m],
  ] as const) {
    it(`may be of the form: ${form}`, async () => {
      const builder = await opened();
      builder.field(form).click();
      if (form === 'With a file' || form === 'Frame') {
        await until(() => /write its address above/.test(builder.alerts), 'What is missing');
        builder.enter('Address of the document', 'https://example.com/c.json');
      }
      await until(() => builder.has('pre', 'Snippet'), 'The snippet');
      const snippet = await builder.copied('Copy the snippet');
      expect(snippet).to.match(sign);
    });
  }
});
