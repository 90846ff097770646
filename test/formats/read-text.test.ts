/** The bytes of files as editors and spreadsheets save them, and those that are no text. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readText } from '../../src/formats/read-text.js';

// The same cases in every run: what fails here fails for everybody.
fc.configureGlobal({ seed: 42 });

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, isBig = false): Uint8Array => {
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index++) bytes.setUint16(index * 2, text.charCodeAt(index), !isBig);
  return new Uint8Array(bytes.buffer);
};
const bytes = (...parts: (string | number)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? part : [...utf8(part)])));

const csv = 'Gerät;Preis\r\nÖl – „groß“;5 €\r\n';

describe('readText', () => {
  const read: readonly (readonly [what: string, bytes: Uint8Array, text: string, encoding: string])[] = [
    ['UTF-8', utf8(csv), csv, 'utf-8'],
    ['UTF-8 with a mark', utf8(`\ufeff${csv}`), csv, 'utf-8'],
    ['UTF-16 with a mark', utf16(`\ufeff${csv}`), csv, 'utf-16le'],
    ['UTF-16 with a mark, the other way round', utf16(`\ufeff${csv}`, true), csv, 'utf-16be'],
    ['UTF-16 without a mark', utf16(csv), csv, 'utf-16le'],
    ['UTF-16 without a mark, the other way round', utf16(csv, true), csv, 'utf-16be'],
    ['UTF-16 of Japanese letters', utf16('\ufeff製品\t価格'), '製品\t価格', 'utf-16le'],
    ['nothing', bytes(), '', 'utf-8'],
    [
      'HTML that names its encoding',
      bytes('<meta charset="windows-1251"><p>', 0xc8, 0xec, 0xff),
      '<meta charset="windows-1251"><p>Имя',
      'windows-1251',
    ],
    [
      'HTML that names its encoding as it was done once',
      bytes('<META HTTP-EQUIV=Content-Type CONTENT="text/html; charset=iso-8859-1">', 0xe4),
      '<META HTTP-EQUIV=Content-Type CONTENT="text/html; charset=iso-8859-1">ä',
      'iso-8859-1',
    ],
  ];
  for (const [what, given, text, encoding] of read) {
    it(`reads ${what}, and says nothing`, () => {
      expect(readText(given)).to.deep.equal({ text, encoding, diagnostics: [] });
    });
  }

  it('reads Windows-1252, and says so with the first line that depends on it', () => {
    const { text, encoding, diagnostics } = readText(bytes('Name;Preis\r\nGer', 0xe4, 't;5 ', 0x80, '\r\n'));
    expect([text, encoding]).to.deep.equal(['Name;Preis\r\nGerät;5 €\r\n', 'windows-1252']);
    expect(diagnostics.map(({ code, severity, line, message }) => [code, severity, line, message])).to.deep.equal([
      [
        'encoding-assumed',
        'info',
        2,
        '“Gerät” is read as Windows-1252, since the file is not in UTF-8: if that is wrong, save it as UTF-8 or name its encoding.',
      ],
    ]);
  });

  it('reads the encoding that is named, or says that it is none', () => {
    const given = bytes(0x90, 0xbb, 0x95, 0x69);
    expect(readText(given, 'shift_jis')).to.deep.equal({ text: '製品', encoding: 'shift_jis', diagnostics: [] });
    for (const encoding of ['utf-8', 'no encoding']) {
      const { text, diagnostics } = readText(given, encoding);
      expect([text, diagnostics[0]?.code, diagnostics[0]?.severity]).to.deep.equal([undefined, 'not-text', 'error']);
    }
  });

  const none: readonly (readonly [what: string, bytes: Uint8Array])[] = [
    ['a picture', bytes(0x89, 'PNG\r\n', 0x1a, '\n', 0, 0, 0, 13, 'IHDR')],
    ['a workbook', bytes('PK', 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 33, 0, 0xb5, 0x55)],
    ['a text with a zero in it', bytes('Name;Preis\nA', 0, ';5\n')],
    ['what is cut in UTF-16', bytes(0xff, 0xfe, 0x41)],
  ];
  for (const [what, given] of none) {
    it(`refuses ${what}`, () => {
      const { text, diagnostics } = readText(given);
      expect([text, ...diagnostics.map(({ code }) => code)]).to.deep.equal([undefined, 'not-text']);
    });
  }

  it('gives a text or says why not, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (given) => {
        const { text, diagnostics } = readText(given);
        expect(text === undefined).to.equal(diagnostics.some(({ severity }) => severity === 'error'));
      }),
      { numRuns: 2000 },
    );
  });
});
