/** Sources as they are cited: what a DOI, a PubMed number and an address become, and where their links lead. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { cite } from '../../src/model/citation.js';
import { readComparison } from '../../src/model/comparison.js';
import type { Source } from '../../src/model/document.js';

fc.configureGlobal({ seed: 42 });

/** The source as it is read. */
const read = (source: object): Source =>
  readComparison({ products: [{ name: 'A', sources: [source] }] }).comparison?.products[0]?.sources?.[0] ?? {};

describe('a source', () => {
  const cases: readonly (readonly [source: object, title: string | undefined, links: object, facts: string[]])[] = [
    [
      { doi: '10.1136/gut.2006.102863', title: 'Zinc carnosine', year: 2007, kind: 'RCT' },
      'Zinc carnosine',
      { 'https://doi.org/10.1136/gut.2006.102863': 'https://doi.org/10.1136/gut.2006.102863' },
      ['RCT', '2007'],
    ],
    [{ pmid: 19627751 }, undefined, { 'PMID 19627751': 'https://pubmed.ncbi.nlm.nih.gov/19627751/' }, []],
    [
      { doi: '10.1/2', pmid: '7', url: 'https://example.com/a', title: 'T' },
      'T',
      { 'PMID 7': 'https://pubmed.ncbi.nlm.nih.gov/7/', 'https://example.com/a': 'https://example.com/a' },
      [],
    ],
    [{ url: 'https://example.com/a', title: 'T' }, undefined, { T: 'https://example.com/a' }, []],
    [{ url: 'https://example.com/a' }, undefined, { 'https://example.com/a': 'https://example.com/a' }, []],
    [{ title: 'A leaflet', kind: 'manufacturer' }, 'A leaflet', {}, ['manufacturer']],
    [{ url: 'javascript:alert(1)', title: 'T' }, 'T', {}, []],
    [{}, undefined, {}, []],
    // What an address cannot hold stands in percent notation, and only there.
    [
      { doi: '10.1002/(SICI)1096<1::AID-X#3>3.0.CO;2-#?%' },
      undefined,
      {
        'https://doi.org/10.1002/(SICI)1096<1::AID-X#3>3.0.CO;2-#?%':
          'https://doi.org/10.1002/(SICI)1096%3C1::AID-X%233%3E3.0.CO;2-%23%3F%25',
      },
      [],
    ],
  ];
  for (const [source, title, links, facts] of cases) {
    it(`${JSON.stringify(source)} is cited as ${[title, ...Object.keys(links), ...facts].filter(Boolean).join(', ') || 'nothing'}`, () => {
      const citation = cite(read(source));
      expect(citation.title).to.equal(title);
      expect(citation.facts).to.deep.equal(facts);
      expect(Object.fromEntries(citation.links.map(({ text, url }) => [text, url]))).to.deep.equal(links);
    });
  }

  const forms: readonly (readonly [member: 'doi' | 'pmid', text: string | number, core: string | undefined])[] = [
    ['doi', '10.1136/gut.2006.102863', '10.1136/gut.2006.102863'],
    ['doi', 'doi:10.1136/gut.2006.102863', '10.1136/gut.2006.102863'],
    ['doi', 'DOI: 10.1136/gut.2006.102863', '10.1136/gut.2006.102863'],
    ['doi', 'https://doi.org/10.1136/gut.2006.102863', '10.1136/gut.2006.102863'],
    ['doi', 'http://dx.doi.org/10.1136/10.5', '10.1136/10.5'],
    ['doi', ' doi.org/10.1000.10/123 ', '10.1000.10/123'],
    [
      'doi',
      '10.1002/(SICI)1521-3951(199911)216:1<135::AID-PSSB135>3.0.CO;2-#',
      '10.1002/(SICI)1521-3951(199911)216:1<135::AID-PSSB135>3.0.CO;2-#',
    ],
    ['doi', '10.136/x', undefined],
    ['doi', '10.1136', undefined],
    ['doi', '10.1136/', undefined],
    ['doi', '11.1136/x', undefined],
    ['doi', '10.1136/a b', undefined],
    ['doi', 'https://evil.example/10.1136/x', undefined],
    ['doi', 'javascript:10.1136/x', undefined],
    ['pmid', 1, '1'],
    ['pmid', '19627751', '19627751'],
    ['pmid', 'PMID: 19627751', '19627751'],
    ['pmid', 'pmid:19627751', '19627751'],
    ['pmid', 'PMID 19627751', '19627751'],
    ['pmid', '019627751', undefined],
    ['pmid', '196277510', undefined],
    ['pmid', 0, undefined],
    ['pmid', 'PMC2742000', undefined],
    ['pmid', '7.5', undefined],
  ];
  for (const [member, text, core] of forms) {
    it(`of the ${member} ${JSON.stringify(text)} is ${core ?? 'malformed'}`, () => {
      const { comparison, diagnostics } = readComparison({ products: [{ name: 'A', sources: [{ [member]: text }] }] });
      expect(comparison?.products[0]?.sources?.[0]?.[member]).to.equal(core);
      expect(diagnostics.map(({ code }) => code)).to.deep.equal(core ? [] : [`${member}-malformed`]);
    });
  }

  it('of any DOI leads to the resolver and nowhere else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (suffix) => {
        for (const { url } of cite(read({ doi: `10.1136/${suffix}` })).links) {
          expect(new URL(url).origin).to.equal('https://doi.org');
          expect([new URL(url).hash, new URL(url).search]).to.deep.equal(['', '']);
        }
      }),
    );
  });
});
