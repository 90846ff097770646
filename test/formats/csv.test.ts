/** Files of spreadsheets: their cells, against another reader of CSV, and the comparisons that they make. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readCsv, readRows } from '../../src/formats/csv.js';
import type { Comparison } from '../../src/model/comparison.js';
import { orderProducts, parseSort } from '../../src/model/order.js';
import { scoreProducts } from '../../src/model/rank.js';

// The same cases in every run: what fails here fails for everybody.
fc.configureGlobal({ seed: 42 });

const texts = (text: string): string[][] => readRows(text).rows.map((row) => row.map((cell) => cell.lines.join('\n')));

describe('readRows', () => {
  const files: readonly (readonly [what: string, text: string, rows: readonly (readonly string[])[]])[] = [
    [
      'commas',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'semicolons',
      'a;b\r\n1,5;2\r\n',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'old line ends',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a byte order mark',
      '\ufeffa,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a named separator',
      'sep=|\r\na|b\r\n1,2|3',
      [
        ['a', 'b'],
        ['1,2', '3'],
      ],
    ],
    [
      'a quoted separator',
      '"a,b",c\n1,2',
      [
        ['a,b', 'c'],
        ['1', '2'],
      ],
    ],
    [
      'a quoted line end',
      'a,"b\r\nc"\n1,2',
      [
        ['a', 'b\nc'],
        ['1', '2'],
      ],
    ],
    ['doubled quotes', '"a ""b""",c', [['a "b"', 'c']]],
    ['text behind a quote', '"a"b,c', [['ab', 'c']]],
    ['an open quote', 'a,"b\nc', [['a', 'b\nc']]],
    [
      'empty rows',
      'a,b\n\n,\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a separator at the end', 'a,b,', [['a', 'b', '']]],
    ['apostrophes before formulas', "'=1+1,'+a,''=b,'c,'-5 °C", [['=1+1', '+a', "'=b", "'c", '-5 °C']]],
    ['negative numbers', '-5,-1.5', [['-5', '-1.5']]],
    ['marks of direction and soft hyphens', '\u202aa\u202c,b\u00adc\n\u202a,\ufeff', [['a', 'bc']]],
    ['nothing', '', []],
  ];
  for (const [what, text, rows] of files) it(`reads ${what}`, () => expect(texts(text)).to.deep.equal(rows));

  const separated: readonly (readonly [text: string, separator: string])[] = [
    ['a;b\n1,5;2,5\n3,5;4,5', ';'],
    ['Vergleich, Stand 2026\n\nName;Preis\nA;1,5\nB;2', ';'],
    ['a,b\n"1;2","3;4"\n5;6,7', ','],
    ['Name,Ports\nA,USB; HDMI\nB,USB; VGA', ','],
    ['Produkt;Preis, Euro\nA;1,5\nB;2,5', ';'],
    ['a\tb\n1,5\t2;5', '\t'],
    ['Name,Size\nA,5" tall\nB,6" tall', ','],
    ['one column\nonly', ','],
    ['sep=^\na^b', '^'],
    ['sep=]\na]b', ']'],
    ['a,b;c,d\n1,2;3,4', ','],
  ];
  for (const [text, separator] of separated) {
    it(`parts ${JSON.stringify(text)} by ${JSON.stringify(separator)}`, () => {
      const { rows, separator: found } = readRows(text);
      expect(found).to.equal(separator);
      if (text.length > 20) expect(rows.at(-1)).to.have.length(2);
    });
  }

  it('knows the line that each cell begins on', () => {
    const { rows } = readRows('a,"b\nc",d\n\ne,f\r\n"g\n\nh",i\n');
    expect(rows.map((row) => row.map(({ line }) => line))).to.deep.equal([
      [1, 1, 2],
      [4, 4],
      [5, 7],
    ]);
  });

  it('gives back whatever cells were written by RFC 4180', () => {
    // What cells leave out on purpose has cases of its own.
    const cell = fc.string({ unit: 'binary', maxLength: 8 }).map((text) =>
      text
        .replace(/[\p{Cf}\s]+/gu, ' ')
        .trim()
        .replace(/^'+/, ''),
    );
    const row = fc.array(cell, { minLength: 2, maxLength: 4 }).filter((cells) => cells.some(Boolean));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const text = rows.map((cells) => cells.map((value) => `"${value.replace(/"/g, '""')}"`).join(',')).join('\r\n');
        expect(texts(text)).to.deep.equal(rows);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('readCsv', () => {
  it('reads weights in the header, decimal commas and a headline', () => {
    const { document, diagnostics } = readCsv(
      '\ufeffsep=;\r\nProdukt;Preis;Klang (60 %);Komfort (40 %);Gesamtnote\r\nAmsel;"1.234,50 €";8,5;7,0;7,9\r\nMeise;99 €;9;8;8,0\r\n',
    );
    expect(document).to.deep.equal({
      version: 1,
      rubric: {
        criteria: [
          { id: 'klang', label: 'Klang', weight: 60 },
          { id: 'komfort', label: 'Komfort', weight: 40 },
        ],
      },
      columns: [{ id: 'preis', label: 'Preis' }],
      products: [
        { name: 'Amsel', specs: { preis: '1.234,50 €' }, scores: { klang: 8.5, komfort: 7 }, statedScore: 7.9 },
        { name: 'Meise', specs: { preis: '99 €' }, scores: { klang: 9, komfort: 8 }, statedScore: '8.0' },
      ],
    });
    expect(diagnostics.map(({ line, code, path }) => [line, code, path])).to.deep.equal([
      [3, 'scale-assumed', '/rubric/scale'],
      [4, 'score-mismatch', '/products/1/statedScore'],
    ]);
  });

  it('reads weights in a row of their own', () => {
    const { document } = readCsv(
      'Model\tEvidence\tValue\tPrice\nWeight\t70%\t30%\t\nHeron\t9/10\t8/10\t$3\nPlover\t7/10\t–\t$4\n',
    );
    expect(document).to.deep.equal({
      version: 1,
      rubric: {
        criteria: [
          { id: 'evidence', label: 'Evidence', weight: 70 },
          { id: 'value', label: 'Value', weight: 30 },
        ],
      },
      columns: [{ id: 'price', label: 'Price' }],
      products: [
        { name: 'Heron', specs: { price: '$3' }, scores: { evidence: 9, value: 8 } },
        { name: 'Plover', specs: { price: '$4' }, scores: { evidence: 7 } },
      ],
    });
  });

  it('reads products that are columns', () => {
    const { document } = readCsv(',Heron,Plover\nPrice,$1,$2\nWeight,3 kg,4 kg\n');
    expect(document?.products).to.deep.equal([
      { name: 'Heron', specs: { price: '$1', weight: '3 kg' } },
      { name: 'Plover', specs: { price: '$2', weight: '4 kg' } },
    ]);
  });

  it('reads a title above the table, and the lines of a cell as a list', () => {
    const { document } = readCsv('My lamps,,\n\nName,Price,Ports\nHeron,$1,"USB-C\nMains"\nPlover,$2,USB-C\n');
    expect(document?.title).to.equal('My lamps');
    expect(document?.products).to.deep.equal([
      { name: 'Heron', specs: { price: '$1', ports: ['USB-C', 'Mains'] } },
      { name: 'Plover', specs: { price: '$2', ports: 'USB-C' } },
    ]);
  });

  const sheets: readonly (readonly [what: string, text: string, products: readonly object[], codes: string[]])[] = [
    [
      'ranks, booleans, dates and addresses as a German spreadsheet saves them',
      '#;Modell;USB-C;Getestet am;Bild;Link\n1;A;WAHR;30.04.2026;https://a.example/a.jpg;https://a.example/\n2;B;FALSCH;01.03.2026;;\n',
      [
        {
          name: 'A',
          url: 'https://a.example/',
          image: { src: 'https://a.example/a.jpg' },
          specs: { 'usb-c': true, 'getestet-am': '2026-04-30' },
        },
        { name: 'B', specs: { 'usb-c': false, 'getestet-am': '2026-03-01' } },
      ],
      [],
    ],
    [
      'dates whose order another one shows',
      'Name,Tested\nA,4/5/2026\nB,4/30/2026\n',
      [
        { name: 'A', specs: { tested: '2026-04-05' } },
        { name: 'B', specs: { tested: '2026-04-30' } },
      ],
      [],
    ],
    [
      'dates whose order nothing shows, as they are',
      'Name,Tested\nA,4/5/2026\nB,4/6/2026\n',
      [
        { name: 'A', specs: { tested: '4/5/2026' } },
        { name: 'B', specs: { tested: '4/6/2026' } },
      ],
      ['2 date-ambiguous'],
    ],
    [
      'labels in two rows',
      'Product,Torque,,Price\n,Low,High,\nA,60 Nm,25 Nm,$99\nB,55 Nm,22 Nm,$89\n',
      [
        { name: 'A', specs: { 'torque-low': '60 Nm', 'torque-high': '25 Nm', price: '$99' } },
        { name: 'B', specs: { 'torque-low': '55 Nm', 'torque-high': '22 Nm', price: '$89' } },
      ],
      [],
    ],
    ['no labels at all', 'A,$10\nB,$12\n', [{ name: 'A' }, { name: 'B' }], ['1 cell-unreadable']],
    [
      'labels that are amounts',
      'Runner,100 m,200 m\nA,9.8 s,20 s\nB,9.9 s,21 s\n',
      [
        { name: 'A', specs: { '100-m': '9.8 s', '200-m': '20 s' } },
        { name: 'B', specs: { '100-m': '9.9 s', '200-m': '21 s' } },
      ],
      [],
    ],
    [
      'what a spreadsheet could not calculate',
      'Name,Price,Noise\nA,#DIV/0!,3 dB\nB,$9,#NV\n',
      [
        { name: 'A', specs: { noise: '3 dB' } },
        { name: 'B', specs: { price: '$9' } },
      ],
      ['2 cell-unreadable', '3 cell-unreadable'],
    ],
    [
      'sums and remarks below the products',
      'Name,Price,Noise\nA,$8,3 dB\nB,$9,4 dB\nTotal,$17,\n',
      [
        { name: 'A', specs: { price: '$8', noise: '3 dB' } },
        { name: 'B', specs: { price: '$9', noise: '4 dB' } },
      ],
      ['4 cell-unreadable'],
    ],
    [
      'a remark below the products, and a row without a name',
      'Name,Price,Noise\nA,$8,3 dB\n,$9,4 dB\nSource: our own scales,,\n',
      [{ name: 'A', specs: { price: '$8', noise: '3 dB' } }],
      ['3 cell-unreadable', '4 cell-unreadable'],
    ],
    [
      'scores that are no numbers under a criterion, where most are',
      'Name,Speed (60%),Care (40%)\nA,twelve,3/10\nB,4/10,5/10\n',
      [
        { name: 'A', scores: { care: 3 } },
        { name: 'B', scores: { speed: 4, care: 5 } },
      ],
      ['2 score-unreadable', '2 score-missing'],
    ],
    [
      'what no price can be read in',
      'Name,Price per box,Code\nA,RM 20,RM 20\nB,RM 30,RM 30\nC,on request,\n',
      [
        { name: 'A', specs: { 'price-per-box': 'RM 20', code: 'RM 20' } },
        { name: 'B', specs: { 'price-per-box': 'RM 30', code: 'RM 30' } },
        { name: 'C', specs: { 'price-per-box': 'on request' } },
      ],
      ['2 value-unreadable', '3 value-unreadable'],
    ],
    [
      'a product that is called Total',
      'Name,Price\nTotal,$8\nShell,$9\n',
      [
        { name: 'Total', specs: { price: '$8' } },
        { name: 'Shell', specs: { price: '$9' } },
      ],
      [],
    ],
  ];
  for (const [what, text, products, codes] of sheets) {
    it(`reads ${what}`, () => {
      const { document, diagnostics } = readCsv(text);
      expect(document?.products).to.deep.equal(products);
      expect(diagnostics.map(({ line, code }) => `${line} ${code}`)).to.deep.equal(codes);
    });
  }

  it('leaves words for yes and no as they are, in a column that is one of booleans', () => {
    const { document, comparison } = readCsv('Produkt;Wasserdicht;Garantie\nA;Ja;ja\nB;nein;2 Jahre\nC;;\n');
    expect(document?.products).to.deep.equal([
      { name: 'A', specs: { wasserdicht: 'Ja', garantie: 'ja' } },
      { name: 'B', specs: { wasserdicht: 'nein', garantie: '2 Jahre' } },
      { name: 'C' },
    ]);
    expect(comparison?.columns.map(({ type }) => type)).to.deep.equal(['boolean', 'text']);
    expect(comparison?.products.map(({ cells }) => cells.wasserdicht?.checked)).to.deep.equal([true, false, undefined]);
  });

  const nothing: readonly (readonly [what: string, text: string, begins: string])[] = [
    ['an empty file', '', 'The file is empty: '],
    ['a file of blank lines', '\ufeff\r\n,,\r\n', 'The file is empty: '],
    ['a file with labels only', 'Product,Price\n', 'There is no comparison here: '],
  ];
  for (const [what, text, begins] of nothing) {
    it(`says of ${what} what belongs there`, () => {
      expect(readCsv(text).diagnostics).to.deep.equal([
        {
          code: 'no-products',
          severity: 'error',
          path: '',
          message: `${begins}a row that names the columns, and one for each product, belong here.`,
        },
      ]);
    });
  }

  it('reads the order of dates from the language', () => {
    const text = 'Name,Tested\nA,4/5/2026\nB,4/6/2026\n';
    const tested = (language: string) => readCsv(text, { language }).comparison?.products[0]?.specs?.tested;
    expect([tested('en-GB'), tested('en-US'), tested('fr')]).to.deep.equal(['2026-05-04', '2026-04-05', '2026-05-04']);
  });

  const weights = (...cells: string[]): string => `Name\tPreis\tGewicht\nA\t${cells.join('\t')}\nB\t5 €\t3 g\n`;
  const decimals: readonly (readonly [text: string, language: string | undefined, first: string[], codes: string[]])[] =
    [
      // Other numbers tell.
      ['Name;Preis;Gewicht\nA;8,5 €;1.250 g\nB;9 €;300 g\n', undefined, ['8,5 €', '1250 g'], ['2 separators-assumed']],
      [weights('8,5 €', '1.250–1.500 g'), undefined, ['8,5 €', '1250–1500 g'], ['2 separators-assumed']],
      [weights('1.234,50 €', '1,250 g'), undefined, ['1.234,50 €', '1,25 g'], ['2 separators-assumed']],
      [weights('1.234.567', '1.000 g'), undefined, ['1.234.567', '1000 g'], ['2 separators-assumed']],
      [weights('$8.50', '1,250 g'), undefined, ['$8.50', '1,250 g'], []],
      [weights('$8.50', '1.250 g'), undefined, ['$8.50', '1.250 g'], []],
      [weights('1 250,50 €', '1.250 g'), undefined, ['1 250,50 €', '1250 g'], ['2 separators-assumed']],
      [weights("CHF 1'250.50", '1.250 g'), undefined, ["CHF 1'250.50", '1.250 g'], []],
      [weights('0,500 €', '1.250 g'), undefined, ['0,500 €', '1250 g'], ['2 separators-assumed']],
      // A price has no thousandths.
      [weights('1.299 €', '1.250 g'), undefined, ['1299 €', '1250 g'], ['2 separators-assumed']],
      [weights('$1,299', '1,250 g'), undefined, ['$1,299', '1,250 g'], []],
      // Dates, versions in words and the like are no amounts.
      [weights('30.04.2026', '1,250 g'), undefined, ['30.04.2026', '1,250 g'], ['2 number-ambiguous']],
      [weights('USB 3.2', '1.250 g'), undefined, ['USB 3.2', '1.250 g'], ['2 number-ambiguous']],
      // Nothing tells, or the numbers contradict one another.
      [weights('8 €', '1.250 g'), undefined, ['8 €', '1.250 g'], ['2 number-ambiguous']],
      [weights('8,5 €', '1.5 g').replace('3 g', '1.250 g'), undefined, ['8,5 €', '1.5 g'], ['3 number-ambiguous']],
      // Only the form of the file does.
      [weights('8 €', '1.250 g').replaceAll('\t', ';'), undefined, ['8 €', '1250 g'], ['2 separators-assumed']],
      // A language that is named tells, and is contradicted.
      [weights('8 €', '1.250 g'), 'de', ['8 €', '1.250 g'], []],
      [weights('8 €', '1.250 g'), 'de-CH', ['8 €', '1.250 g'], []],
      [weights('8,5 €', '1.250 g'), 'en', ['8,5 €', '1.250 g'], ['2 separators-differ']],
      [weights('$8.50', '1,250 g'), 'de', ['$8.50', '1,250 g'], ['2 separators-differ']],
      [weights('8 €', '1.250 g'), 'no language', ['8 €', '1.250 g'], ['2 number-ambiguous']],
    ];
  for (const [text, language, first, codes] of decimals) {
    it(`reads the decimals of ${JSON.stringify(text)}${language ? ` in ${language}` : ''}`, () => {
      const { document, comparison, diagnostics } = readCsv(text, { language });
      const [product] = comparison?.products ?? [];
      expect(['preis', 'gewicht'].map((id) => product?.cells[id]?.text)).to.deep.equal(first);
      const wanted = ['number-ambiguous', 'separators-assumed', 'separators-differ'];
      const said = diagnostics.filter(({ code }) => wanted.includes(code));
      expect(said.map(({ line, code }) => `${line} ${code}`)).to.deep.equal(codes);
      expect(document?.language).to.equal(language?.startsWith('d') || language === 'en' ? language : undefined);
    });
  }

  it('orders what a German file without a language says as the file means it', () => {
    const { comparison } = readCsv('Modell;Gewicht\nA;1.250 g\nB;0,9 kg\nC;1.100 g\n');
    const ranking = scoreProducts(comparison as Comparison);
    const sorted = orderProducts(comparison as Comparison, ranking, parseSort('gewicht'));
    expect(sorted.map(({ name }) => name)).to.deep.equal(['B', 'C', 'A']);
  });

  it('takes a second row with amounts for a product without a name, not for labels', () => {
    const { document, diagnostics } = readCsv('Product,Torque,\n,60 Nm,25 Nm\nA,55 Nm,22 Nm\n');
    expect(document?.products).to.deep.equal([{ name: 'A', specs: { torque: '55 Nm' } }]);
    expect(diagnostics.map(({ line, code }) => `${line} ${code}`)).to.include('2 cell-unreadable');
  });

  it('takes no column for a criterion that is not one of scores, whatever percentage its label has', () => {
    const { document } = readCsv('Name,Cashback (5%)\nA,in shops\nB,on fuel\nC,3\n');
    expect(document).to.not.have.property('rubric');
    expect(document?.products).to.have.deep.members([
      { name: 'A', specs: { 'cashback-5': 'in shops' } },
      { name: 'B', specs: { 'cashback-5': 'on fuel' } },
      { name: 'C', specs: { 'cashback-5': '3' } },
    ]);
  });

  it('says where a quote begins that is never closed', () => {
    const { diagnostics } = readCsv('Name,Price,Size\nA,$8,5 g\nB,"$9,6 g\nC,$7,4 g\n');
    expect(diagnostics.map(({ line, code }) => `${line} ${code}`)).to.deep.equal(['3 cell-unreadable']);
  });

  it('reads so many columns and no more', () => {
    expect(readRows('a,'.repeat(300)).rows[0]?.length).to.be.within(200, 201);
  });

  it('refuses a file that is far too long', () => {
    const { document, diagnostics } = readCsv('x'.repeat(600_000));
    expect([document, ...diagnostics.map(({ code }) => code)]).to.deep.equal([undefined, 'too-large']);
  });

  it('says what it leaves out of a file that is too long', () => {
    const { document, diagnostics } = readCsv(`Name,Price\n${'Heron,$1\n'.repeat(2000)}`);
    expect(document?.products).to.have.length(1000);
    expect(diagnostics.map(({ code }) => code)).to.include('too-large');
  });
});
