/** What is taken for what, before it is read. */
import { expect } from '@open-wc/testing';
import { countsOf, isSpreadsheet, onLines, readInput, textOfClipboard } from '../../demo/builder/read-input.js';

describe('an input', () => {
  for (const [name, is] of [
    ['a.xlsx', true],
    ['a.XLS', true],
    ['a.ods', true],
    ['a.csv', false],
    ['xlsx', false],
  ] as const) {
    it(`${is ? 'is' : 'is not'} a spreadsheet program’s own: ${name}`, () => expect(isSpreadsheet(name)).to.equal(is));
  }

  const cells = 'Name\tPrice\nHeron\t$64';
  for (const [what, plain, html, text, format] of [
    ['cells of Google Sheets', cells, '<google-sheets-html-origin><table><tr><td>Name', cells, 'csv'],
    ['cells of Excel', cells, '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>', cells, 'csv'],
    ['cells of LibreOffice', cells, '<meta name="generator" content="LibreOffice 24"/><table>', cells, 'csv'],
    ['an article of a web page', 'Heron\nGood.', '<h2>Heron</h2><p>Good.</p>', '<h2>Heron</h2>\n<p>Good.</p>', 'html'],
    [
      'Markdown from an editor with colours',
      '# Heron\n\n- good',
      '<div><ul><li># Heron',
      '# Heron\n\n- good',
      undefined,
    ],
    ['a table of Markdown from an editor', 'x\n| a | b |', '<table><tr><td>| a | b |', 'x\n| a | b |', undefined],
    ['words alone', 'Heron', '<span>Heron</span>', 'Heron', undefined],
    ['nothing but text', 'Heron', '', 'Heron', undefined],
  ] as const) {
    it(`is taken from the clipboard: ${what}`, () => {
      expect(textOfClipboard(plain, html)).to.deep.equal({ text, ...(format && { format }) });
    });
  }

  it('has a line for each block where HTML had none', () => {
    expect(onLines('<!-- x --><table><tr><td>a</td></tr><tr><td>b</td></tr></table><p>c</p>')).to.equal(
      '<table>\n<tr><td>a</td></tr>\n<tr><td>b</td></tr></table>\n<p>c</p>',
    );
  });

  it('is counted', async () => {
    const { document } = await readInput(
      'Kettle\tSpeed (50%)\tNoise (50%)\tPrice\nHeron\t9\t8\t$64\nPlover\t7\t\t$39',
      {
        name: 'x',
      },
    );
    if (!document) throw new Error('There is no document.');
    expect(countsOf(document)).to.equal('2 products, 2 criteria, 3 scores, 1 column');
  });

  it('says where JSON is broken, by line, in every browser', async () => {
    const { document, notes } = await readInput('{\n  "products": [\n    { "name": "Heron" ]\n}', { name: 'x' });
    expect([document, notes.map(({ code, line }) => [code, line])]).to.deep.equal([undefined, [['invalid-json', 3]]]);
  });

  it('keeps a document in JSON as it is, unknown members too', async () => {
    const text = JSON.stringify({ products: [{ name: 'Heron', note: [1] }], own: { member: true } });
    expect((await readInput(text, { name: 'x' })).document).to.deep.equal(JSON.parse(text));
  });
});
