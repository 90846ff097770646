/** What an author brings to the builder: texts, cells, files, addresses, and what is wrong with them. Needs the build. */
import { expect } from '@open-wc/testing';
import { writeOds, writeXlsx } from 'hucre';
import { closePages, fault, leakyGut, seen, until, watchConsole } from '../helpers.js';
import { Builder, forget, isFirefox } from './builder-page.js';

describe('what is brought to the builder', () => {
  watchConsole();
  beforeEach(forget);
  afterEach(closePages);

  const kettles = 'Kettle\tPrice\tSpeed (60%)\tNoise (40%)\tScore\nHeron\t$64\t9\t7\t8.2\nPlover\t$39\t7\t9\t7.8';

  it('may be the cells of a spreadsheet, without their styles', async () => {
    const builder = await Builder.open();
    const html = '<google-sheets-html-origin><table><tr><td>Kettle</td></tr></table>';
    builder.paste(builder.field('Your article'), kettles, isFirefox ? '' : html);
    await until(() => builder.page.querySelector('[role=grid]'), 'The grid');
    expect(builder.grid).to.deep.equal([
      ['Product', 'Score', 'Headline', 'Speed', 'Noise', 'Price'],
      ['Weight', 'Sum 100', '', '60', '40', ''],
      ['Heron', '8.2', '8.2', '9', '7', '$64'],
      ['Plover', '7.8', '7.8', '7', '9', '$39'],
    ]);
    expect(seen(builder.find('section', 'To check'))).to.match(/To check 1 No score says what it is out of/);
  });

  for (const [name, write] of [
    ['kettles.xlsx', writeXlsx],
    ['kettles.ods', writeOds],
  ] as const) {
    it(`may be a file of a spreadsheet program: ${name}`, async () => {
      const bytes = await write({
        sheets: [
          { name: 'Empty', rows: [] },
          {
            name: 'Kettles',
            rows: [
              ['Kettle', 'Price', 'Share', 'Warm'],
              ['Heron', 64, 0.25, true],
              ['Plover', 39.5, 0.3, false],
            ],
            columns: [{}, { numFmt: '$#,##0.00' }, { numFmt: '0%' }, {}],
          },
        ],
      });
      const builder = await Builder.open();
      builder.openFile(name, bytes as BlobPart);
      await until(() => builder.page.querySelector('[role=grid]'), 'The grid');
      const [header, ...rows] = builder.grid;
      expect(header).to.deep.equal(['Product', 'Price', 'Share', 'Warm']);
      expect(rows.map(([product, , , warm]) => [product, warm])).to.deep.equal([
        ['Heron', 'yes'],
        ['Plover', 'no'],
      ]);
      // The formats of cells are known of one kind of file.
      expect(rows.map((row) => row.slice(1, 3))).to.deep.equal(
        name.endsWith('.xlsx')
          ? [
              ['$64.00', '25%'],
              ['$39.50', '30%'],
            ]
          : [
              ['64', '0.25'],
              ['39.5', '0.3'],
            ],
      );
    });
  }

  it('may be a spreadsheet of several sheets: which one was read is said', async () => {
    const rows = [
      ['Kettle', 'Price'],
      ['Heron', '$64'],
      ['Plover', '$39'],
    ];
    const sheets = ['Kettles', 'Notes'].map((name) => ({ name, rows }));
    const builder = await Builder.open();
    builder.openFile('kettles.xlsx', (await writeXlsx({ sheets })) as BlobPart);
    await until(() => builder.page.querySelector('[role=grid]'), 'The grid');
    expect(seen(builder.find('section', 'To check'))).to.match(/The sheet “Kettles” is read and “Notes” left out/);
  });

  for (const [what, name, content, sentence] of [
    [
      'a picture',
      'photo.md',
      new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 1, 2, 3]),
      /^photo\.md is no text in UTF-8, UTF-16 or Windows-1252: choose another file/,
    ],
    [
      'a file of 200,000 rows',
      'huge.csv',
      `Name,Price\n${'A kettle,$10.00\n'.repeat(200_000)}`,
      /^The file is longer than 512 Ki characters: shorten it\.$/,
    ],
    [
      'an article that is too long',
      'long.md',
      `# A\n${'Words.\n'.repeat(80_000)}`,
      /^The article is longer than 512 Ki characters: shorten it\.$/,
    ],
  ] as const) {
    it(`may be ${what}: a sentence refuses it, and nothing of it is shown`, async () => {
      const builder = await Builder.open();
      builder.openFile(name, content);
      await until(() => builder.alerts, 'A sentence');
      expect(builder.alerts).to.match(sentence);
      expect(builder.field('Your article').value).to.equal('');
    });
  }

  const windows = new Uint8Array([...'Ger\xe4t;Preis\nA;1,50 \x80\nB;2,50 \x80'].map((sign) => sign.charCodeAt(0)));

  it('may be a file in Windows-1252: it is read as that, which is said', async () => {
    const builder = await Builder.open();
    builder.openFile('excel.csv', windows);
    await until(() => builder.page.querySelector('[role=grid]'), 'The grid');
    expect(builder.grid[1]).to.deep.equal(['A', '1,50 €']);
    expect(seen(builder.find('section', 'To check'))).to.match(/“Gerät” is read as Windows-1252/);
  });

  it('may be a file that cannot be opened: a sentence says what to do', async () => {
    const builder = await Builder.open();
    builder.openFile('kettles.xlsx', 'not a spreadsheet');
    await until(() => builder.alerts, 'A sentence');
    expect(builder.alerts).to.match(/could not be opened: save it as CSV/);
  });

  it('may have no comparison in it: a sentence says so, and the text stays', async () => {
    const builder = await Builder.open();
    builder.paste(builder.field('Your article'), 'Dear diary, nothing was compared today.');
    await until(() => builder.alerts, 'A sentence');
    expect(builder.alerts).to.match(/There is no comparison here/);
    expect(builder.field('Your article').value).to.match(/^Dear diary/);
  });

  it('may be broken JSON: a button leads to the line', async () => {
    const builder = await Builder.open();
    builder.paste(builder.field('Your article'), '{\n  "products": [\n    { "name": "Heron" ]\n}');
    await until(() => builder.has('button', 'Line 3'), 'The line');
    builder.button('Line 3').click();
    const field = builder.field('Your article');
    await until(() => builder.focused === field, 'The focus in the text');
    expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).to.equal('    { "name": "Heron" ]');
  });

  it('may come from an address that the author asks for, and from nowhere else', async () => {
    const builder = await Builder.open();
    builder.enter('Or from an address', new URL(fault('json', { body: leakyGut }), location.href).href);
    await until(() => !builder.button('Fetch').disabled, 'The button');
    builder.button('Fetch').click();
    await until(() => builder.page.querySelector('[role=grid]'), 'The grid');
    await until(
      () => builder.preview.querySelector('g6-comparison-table')?.shadowRoot?.querySelector('table'),
      'The preview',
    );
    const { performance: own } = builder.frame.contentWindow as Window;
    const { performance: inner } = builder.preview.defaultView as Window;
    const asked = [...own.getEntriesByType('resource'), ...inner.getEntriesByType('resource')].map(
      ({ name }) => new URL(name),
    );
    expect(
      asked
        .filter(
          ({ origin, pathname }) => origin !== location.origin || !/^\/(?:demo|dist|__web-dev-server)/.test(pathname),
        )
        .map(({ pathname }) => pathname),
    ).to.deep.equal(['/__faults/json']);
  });

  for (const [what, address, sentence] of [
    ['answers with an error', fault('status/404'), /answers 404: check the address, or paste/],
    ['does not let other pages read it', 'http://127.0.0.1:9/', /could not be read from this page: .* paste it here/],
    ['is none', 'ftp://example.com', /no http or https address/],
  ] as const) {
    it(`may be an address that ${what}: a sentence says what to do`, async () => {
      const builder = await Builder.open();
      builder.enter('Or from an address', new URL(address, location.href).href);
      await until(() => !builder.button('Fetch').disabled, 'The button');
      builder.button('Fetch').click();
      await until(() => builder.alerts, 'A sentence');
      expect(builder.alerts).to.match(sentence);
    });
  }

  it('may be tried with a sample, two of whose headlines one click mends', async () => {
    const builder = await Builder.open();
    builder.button('Try the sample article').click();
    await until(() => builder.has('button', 'Use the computed score for both headlines'), 'The findings');
    builder.button('Use the computed score for both headlines').click();
    await until(() => /Nothing contradicts itself/.test(seen(builder.page.body)), 'A calm list');
    expect(builder.focused.id).to.equal('check');
    builder.button('Undo: use 2 computed headlines').click();
    await until(() => builder.has('button', 'Use the computed 8.6'), 'The findings again');
  });
});
