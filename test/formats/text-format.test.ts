/** What is taken for what, before it is read. */
import { expect } from '@open-wc/testing';
import { formatOf } from '../../src/formats/text-format.js';

describe('a text', () => {
  for (const [format, text, name] of [
    ['json', ' {"products": []}', ''],
    ['json', '[{"name": 1}]', ''],
    ['json', 'anything', 'x.JSON'],
    ['html', '<!doctype html><p>x', ''],
    ['html', 'x', 'https://example.com/a.html?b=c'],
    ['csv', 'Name\tPrice\nHeron\t$64\nPlover\t$39', ''],
    ['csv', 'Name;Price\nHeron;64\nPlover;39', ''],
    ['csv', 'Name,Price\nHeron,64', 'x.txt'],
    ['csv', 'one line', 'x.tsv'],
    ['markdown', '# A review\n\nHeron, our pick, is good.', ''],
    ['markdown', '| A | B |\n|---|---|\n| 1, 2 | 3, 4 |', ''],
    ['markdown', 'First, a word.\nSecond, another.', ''],
    ['html', '<p>x</p>', 'x.md'],
    ['markdown', 'a,b\nc,d', 'x.md'],
    ['markdown', '{{ title }}\n\n# A review', 'x.md'],
    ['markdown', '<p align="center"><img src="a.png"></p>\n\n# A review', 'x.md'],
    ['markdown', '<!-- draft -->\n| A | B |\n|---|---|', ''],
    ['html', '<!doctype html>\n<pre>\n# make\n</pre>', ''],
    ['html', '\ufeff<h1>A review</h1>', ''],
    ['json', '{}', 'https://example.com/a?b=c.html'],
  ] as const) {
    it(`is ${format}: ${name || JSON.stringify(text)}`, () => expect(formatOf(text, name)).to.equal(format));
  }
});
