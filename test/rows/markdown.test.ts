/** Rows as Markdown, read back by a parser of others. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { writeMarkdownRows } from '../../src/rows/markdown.js';

/** The cells that Markdown is rendered to. */
function read(markdown: string): { lines: string[]; url: string | null }[][] {
  const page = new DOMParser().parseFromString(new MarkdownIt({ html: true }).render(markdown), 'text/html');
  for (const end of page.querySelectorAll('br')) end.replaceWith('\n');
  return [...page.querySelectorAll('tr')].map((row) =>
    [...row.cells].map((cell) => ({
      lines: (cell.textContent ?? '').split('\n'),
      url: cell.querySelector('a')?.getAttribute('href') ?? null,
    })),
  );
}

// A renderer drops the spaces at the ends, and no text has the character of number zero in Markdown or HTML.
const texts = fc
  .array(fc.oneof(fc.constantFrom(...'|\\`*_[]()<>&~!#-:=+"\'x $'), fc.string({ unit: 'grapheme', maxLength: 2 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map(
    (parts) =>
      parts
        .join('')
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .trim() || 'x',
  );

const cells = fc.record({
  lines: fc.array(texts, { minLength: 1, maxLength: 3 }),
  url: fc.option(fc.constantFrom('https://example.com/a?b=1&c=2', 'https://example.com/%7C(x)')),
});

describe('writeMarkdownRows', () => {
  it('gives an independent parser back every text, list and address', () => {
    const tables = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cells, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
      );
    fc.assert(
      fc.property(tables, (rows) => {
        const given = rows.map((row) => row.map(({ lines, url }) => ({ lines, ...(url && { url }) })));
        expect(read(writeMarkdownRows(given))).to.deep.equal(rows);
      }),
      { numRuns: 300 },
    );
  });

  for (const end of ['\n', '\r\n', '\r']) {
    it(`keeps a text with ${JSON.stringify(end)} in its row`, () =>
      expect(writeMarkdownRows([[{ lines: [`a${end}| b`] }]])).to.equal('| a<br>\\| b |\n| --- |\n'));
  }

  it('keeps an address with a pipe, an angle and a line end in its cell', () => {
    const [row] = read(writeMarkdownRows([[{ lines: ['a'], url: 'https://example.com/|<\n>' }]]));
    expect(row).to.deep.equal([{ lines: ['a'], url: 'https://example.com/%7C%3C%3E' }]);
  });
});
