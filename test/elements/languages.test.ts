/** The words of every language: that they are all there, come to the elements, and are the ones that a reader expects. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import { arrival, languages } from '../../src/elements/language-registry.js';
import { localeFor, type Words } from '../../src/elements/strings.js';
import {
  announced,
  byRole,
  closePages,
  columnsOf,
  expectAccessible,
  failed,
  fault,
  leakyGut,
  messagesOf,
  openPage,
  seen,
  settled,
  shown,
  sortButton,
  spoken,
  theOnly,
  until,
  watchConsole,
} from '../helpers.js';

const tags = ['ar', 'de', 'es', 'fr', 'it', 'ja', 'pt'] as const;

// Words that a language has in common with English.
const shared: { readonly [tag: string]: readonly string[] } = {
  de: ['comma'],
  es: ['comma', 'no', 'total'],
  fr: ['comma', 'place', 'sources', 'total'],
  it: ['comma', 'no', 'per'],
  pt: ['comma', 'total'],
};

const english = localeFor('en');
const keys = Object.keys(english).filter(
  (key) =>
    !['language', 'number', 'price', 'scoreNumber', 'signed', 'percent', 'date', 'moment', 'amount', 'unit'].includes(
      key,
    ),
) as (keyof Words)[];

// What is put into a sentence; by default one or two texts, or three.
const put: { readonly [key: string]: readonly unknown[] } = {
  matches: ['⟨1⟩', '⟨2⟩', 5],
  moreColumns: ['⟨1⟩', 5],
  moreSellers: ['⟨1⟩', 5],
  selected: ['⟨1⟩', 5],
  difference: ['⟨1⟩', true, '⟨2⟩'],
  staysFirst: ['⟨1⟩', '⟨2⟩', '⟨3⟩', '⟨4⟩'],
  overtakes: ['⟨1⟩', '⟨2⟩', '⟨3⟩', '⟨4⟩', '⟨5⟩'],
};

/** What a word or a sentence comes to, with a mark for each text that is put into it. */
const written = (words: Words, key: keyof Words): string => {
  const word = words[key];
  return typeof word === 'function'
    ? Reflect.apply(word, undefined, put[key] ?? ['⟨1⟩', '⟨2⟩', '⟨3⟩'])
    : [word].flat().join('|');
};

/** The file of a language, as a page pastes it. */
const load = (tag: string, into: Document = document): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = into.createElement('script');
    script.src = `/dist/languages/${tag}.js`;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${script.src} is not there.`)));
    into.head.append(script);
  });

const kettles = {
  title: 'Heron',
  currency: 'EUR',
  updated: '2026-04-30',
  rubric: { criteria: [{ id: 'taste', label: 'Taste', weight: 1 }] },
  columns: [
    { id: 'price', label: 'Cost', type: 'price', better: 'lower' },
    { id: 'mass', label: 'Mass', type: 'number' },
    { id: 'released', label: 'Since', type: 'date' },
    { id: 'lid', label: 'Lid', type: 'boolean' },
  ],
  products: [
    {
      id: 'a',
      name: 'Alder',
      specs: { price: 1234.5, mass: 1234.5, released: '2026-04-30', lid: true },
      scores: { taste: 9 },
    },
    { id: 'b', name: 'Birch', specs: { price: 12, mass: 0.5, lid: false }, scores: { taste: 7.5 } },
  ],
};

/** A table of the kettles, in a document of a language or on a page of one. */
async function tableIn(language: string | undefined, lang = ''): Promise<HTMLElement> {
  const root = await fixture<HTMLElement>(html`<div lang=${lang || 'en'}>
    <g6-comparison-table layout="table" search filters compare .comparison=${{ ...kettles, language }}></g6-comparison-table>
  </div>`);
  const table = root.querySelector('g6-comparison-table') as HTMLElement;
  await shown(table);
  return table;
}

const rootOf = (element: Element): Element => element.shadowRoot?.querySelector('[part=root]') as Element;

const buttonNamed = (element: Element, name: string): HTMLElement => {
  const found = byRole(element, 'button').find((button) => spoken(button) === name);
  if (!found) throw new Error(`There is no button “${name}”, but ${byRole(element, 'button').map(spoken).join(', ')}.`);
  return found;
};

/** The rows in a table’s body, as they are seen. */
const seenCells = (element: Element): string[] => byRole(element, 'cell').map(seen);

describe('languages', () => {
  watchConsole();

  before(async () => {
    for (const tag of tags) await load(tag);
  });
  afterEach(closePages);

  for (const tag of tags) {
    describe(tag, () => {
      const words = (): Words => languages.get(tag) as Words;

      it('has every word and sentence, and no others', () => {
        expect(Object.keys(words()).sort()).to.deep.equal([...keys].sort());
      });

      it('has none that was left in English', () => {
        const same = keys.filter((key) => written(words(), key) === written(english, key));
        expect(same.sort()).to.deep.equal(shared[tag] ?? []);
        const text = keys.map((key) => written(words(), key)).join(' ');
        expect(text).to.not.match(/\b(the|of|and|then|with|products|score|highest|lowest|first)\b/i);
      });

      it('says in each sentence all that the English one says', () => {
        const marks = (of: Words, key: keyof Words) => [...new Set(written(of, key).match(/⟨.⟩/g))].sort().join();
        for (const key of keys) expect(marks(words(), key), key).to.equal(marks(english, key));
      });

      it('has as many words of a kind, and none that is empty', () => {
        for (const key of keys) {
          const [own, other] = [words()[key], english[key]];
          expect(typeof own, key).to.equal(typeof other);
          expect(Array.isArray(own) && own.length, key).to.equal(Array.isArray(other) && other.length);
          const text = written(words(), key);
          expect(text.trim(), key).to.not.equal('');
          expect(text, key).to.not.match(/undefined|\[object|NaN| {2}/);
        }
      });

      it('is shown by a document of that language, and axe finds no fault', async () => {
        const table = await tableIn(tag);
        expect(columnsOf(table)).to.deep.equal([words().product, words().score, 'Cost', 'Mass', 'Since', 'Lid']);
        expect(spoken(rootOf(table)))
          .to.include(words().search)
          .and.include(words().notStated);
        expect(rootOf(table).getAttribute('lang')).to.equal(tag);
        await expectAccessible(table);
      });
    });
  }

  describe('numbers and dates', () => {
    // [language, score, price, number, day]: as the newspapers of the country print them, spaces told apart.
    const cases = [
      ['en', '9.0', '€1,234.50', '1,234.5', 'April 30, 2026'],
      ['de', '9,0', '1.234,50 €', '1.234,5', '30. April 2026'],
      ['de-CH', '9.0', null, '1’234.5', '30. April 2026'],
      ['es', '9,0', '1234,50 €', '1234,5', '30 de abril de 2026'],
      ['fr', '9,0', '1 234,50 €', '1 234,5', '30 avril 2026'],
      ['pt-BR', '9,0', '€ 1.234,50', '1.234,5', '30 de abril de 2026'],
      ['it', '9,0', '12,00 €', '0,5', '30 aprile 2026'],
      ['ja', '9.0', '€1,234.50', '1,234.5', '2026年4月30日'],
      ['ar-EG', '٩٫٠', null, '١٬٢٣٤٫٥', '٣٠ أبريل ٢٠٢٦'],
    ] as const;
    const plain = (text: string) =>
      text
        .replace(/[\u00a0\u202f]/g, ' ')
        .replace(/[\u200e\u200f\u061c]/g, '')
        .replace(/['’]/g, '’');
    for (const [language, score, price, number, day] of cases) {
      it(`are written as ${language} writes them`, async () => {
        const cells = seenCells(await tableIn(language))
          .map(plain)
          .join(' | ');
        for (const text of [score, price, number, day]) if (text !== null) expect(cells).to.include(text);
      });
    }

    for (const [language, percentage] of [
      ['en', '40%'],
      ['de', '40 %'],
      ['fr', '40 %'],
      ['ja', '40%'],
      ['ar-EG', '٤٠٪'],
    ] as const) {
      it(`have weights such as ${percentage} in ${language}`, () => {
        expect(plain(localeFor(language).percent('40'))).to.equal(percentage);
      });
    }
  });

  describe('words that depend on a number', () => {
    for (const [tag, amount, words] of [
      ['en', 1, '1 more column'],
      ['en', 3, '3 more columns'],
      ['de', 1, '1 weitere Spalte'],
      ['de', 3, '3 weitere Spalten'],
      ['es', 1, '1 columna más'],
      ['fr', 1, '1 colonne de plus'],
      ['fr', 2, '2 colonnes de plus'],
      ['it', 2, '2 altre colonne'],
      ['pt', 1, 'Mais 1 coluna'],
      ['ja', 1, 'さらに1列を表示'],
      ['ar', 1, 'عمود إضافي واحد'],
      ['ar', 2, 'عمودان إضافيان'],
      ['ar', 3, '3 أعمدة إضافية'],
      ['ar', 11, '11 عمودًا إضافيًا'],
      ['ar', 100, '100 عمود إضافي'],
    ] as const) {
      it(`are “${words}” in ${tag}`, () => {
        expect(localeFor(tag).moreColumns(`${amount}`, amount)).to.equal(words);
      });
    }
  });

  describe('an announcement', () => {
    for (const [language, label, sentence] of [
      ['en', 'Cost', 'The table “Heron” is now sorted by Cost, lowest first.'],
      ['de', 'Cost', 'Die Tabelle „Heron“ ist jetzt sortiert nach Cost, niedrigste zuerst.'],
      ['de-AT', 'Produkt', 'Die Tabelle „Heron“ ist jetzt sortiert nach Produkt, A bis Z.'],
      ['ar', 'Cost', 'الجدول «\u2068Heron\u2069» مرتَّب الآن حسب Cost، من الأقل إلى الأعلى.'],
      ['ja', 'Cost', '表「Heron」を並べ替えました。Cost、値の小さい順。'],
    ] as const) {
      it(`after a sort is in ${language}`, async () => {
        const table = await tableIn(language);
        sortButton(table, label).click();
        await settled(table);
        expect(announced(table)).to.equal(sentence);
      });
    }

    it('names a second key in German', async () => {
      const table = await tableIn('de');
      sortButton(table, 'Lid').click();
      await settled(table);
      sortButton(table, 'Mass').dispatchEvent(new MouseEvent('click', { shiftKey: true }));
      await settled(table);
      expect(announced(table)).to.match(/sortiert nach Lid, „.*“ zuerst, dann Mass, (niedrigste|höchste) zuerst\.$/);
    });
  });

  describe('which words there are', () => {
    for (const [tag, word] of [
      ['de', 'Suche'],
      ['de-CH', 'Suche'],
      ['DE-at-1996', 'Suche'],
      ['pt-BR', 'Pesquisar'],
      ['pt-PT', 'Pesquisar'],
      ['ar-EG', 'بحث'],
      ['en-GB', 'Search'],
      ['nl', 'Search'],
      ['deu', 'Search'],
    ] as const) {
      it(`is looked up: ${tag} has “${word}”`, () => {
        expect(localeFor(tag).search).to.equal(word);
      });
    }

    it('is the page’s where the document names no language', async () => {
      expect(columnsOf(await tableIn(undefined, 'it-CH'))[0]).to.equal('Prodotto');
    });

    it('is the document’s where it names one, and says so', async () => {
      const table = await tableIn('de', 'fr');
      expect(columnsOf(table)[0]).to.equal('Produkt');
      expect(rootOf(table).getAttribute('lang')).to.equal('de');
    });

    it('is English for a language that nobody brought, and each text says which language it is in', async () => {
      const table = await tableIn('nl');
      const languageOf = (text: string): string | undefined =>
        [...(table.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])]
          .filter((element) => spoken(element) === text)
          .at(-1)
          ?.closest<HTMLElement>('[lang]')?.lang;
      expect(['Filters', 'Product', 'Score', 'Cost', 'Alder', 'Yes'].map(languageOf)).to.deep.equal([
        'en',
        'en',
        'en',
        'nl',
        'nl',
        'en',
      ]);
      expect(seenCells(table).join()).to.include('1.234,5');
      expect(languageOf('30 april 2026')).to.equal('nl');
    });

    it('is the page’s before there is a comparison, also where that cannot be had', async () => {
      const root = await fixture<HTMLElement>(html`<div lang="de">
        <g6-comparison-table .src=${fault('status/404')}></g6-comparison-table>
      </div>`);
      const table = root.querySelector('g6-comparison-table') as HTMLElement;
      await failed(table);
      expect(messagesOf(table)[0]).to.match(/^Der Vergleich lässt sich nicht anzeigen\. /);
      expect(table.shadowRoot?.querySelector('[lang=de] [lang=en]')?.textContent).to.match(/404/);
    });

    it('is English for a lang attribute that is no language', async () => {
      const root = await fixture<HTMLElement>(
        html`<div lang="de_DE"><g6-comparison-table></g6-comparison-table></div>`,
      );
      const table = root.querySelector('g6-comparison-table') as HTMLElement;
      await settled(table);
      expect(messagesOf(table)[0]).to.match(/^There is nothing to compare yet/);
    });
  });

  describe('a file of words', () => {
    const script = '<script src="/dist/g6-comparison.min.js" defer></script>';
    const german = '<script src="/dist/languages/de.js" defer></script>';
    const content = `<g6-comparison-table layout="table" data='${JSON.stringify({ ...kettles, language: 'de' })}'></g6-comparison-table>
      <g6-score-breakdown product="a" data='${JSON.stringify({ ...kettles, language: 'de' })}'></g6-score-breakdown>`;
    const of = (page: Document, tag: string) => page.querySelector(tag) as HTMLElement;

    for (const [name, head] of [
      ['before the script', german + script],
      ['after the script', script + german],
      ['twice', german + script + german],
      ['as a module', script + german.replace('defer', 'type="module"')],
    ] as const) {
      it(`works ${name}`, async () => {
        const page = await openPage(content, { head });
        const table = of(page, 'g6-comparison-table');
        await until(() => columnsOf(table)[0] === 'Produkt', 'The German words');
        await until(() => columnsOf(of(page, 'g6-score-breakdown'))[0] === 'Kriterium', 'The German breakdown');
      });
    }

    it('that comes late is shown by the elements that are there, which stay as their reader left them', async () => {
      const page = await openPage(content, { head: script });
      const table = of(page, 'g6-comparison-table');
      await shown(table);
      expect(columnsOf(table)[0]).to.equal('Product');
      expect(rootOf(table).getAttribute('lang')).to.equal('en');
      sortButton(table, 'Cost').click();
      await until(() => announced(table), 'An announcement');
      await load('de', page);
      await until(() => columnsOf(table)[0] === 'Produkt', 'The German words');
      expect(rootOf(table).getAttribute('lang')).to.equal('de');
      expect(theOnly(table, 'table').querySelector('[aria-sort]')?.textContent).to.match(/Cost/);
      expect(columnsOf(of(page, 'g6-score-breakdown'))[0]).to.equal('Kriterium');
    });

    it('that knows fewer words leaves the others in English, in elements that were there before it', async () => {
      const table = await tableIn('eo');
      languages.set('eo', { product: 'Produkto' });
      document.dispatchEvent(new Event(arrival));
      await until(() => columnsOf(table)[0] === 'Produkto', 'The words');
      languages.delete('eo');
      expect(columnsOf(table)[1]).to.equal('Score');
    });
  });

  describe('from right to left', () => {
    it('mirrors bars, columns and the row of controls', async () => {
      const root = await fixture<HTMLElement>(html`<div dir="rtl" lang="ar" style="width: 70em">
        <g6-comparison-table layout="table" search filters .comparison=${kettles}></g6-comparison-table>
      </div>`);
      const table = root.querySelector('g6-comparison-table') as HTMLElement;
      await shown(table);
      const [first, second] = byRole(table, 'columnheader').map((cell) => cell.getBoundingClientRect());
      expect(first?.left).to.be.greaterThan(second?.left ?? Number.POSITIVE_INFINITY);
      const [track, filled] = [...(table.shadowRoot?.querySelectorAll('[part=bar] rect') ?? [])].map((rect) =>
        rect.getBoundingClientRect(),
      );
      expect(filled?.right).to.be.closeTo(track?.right ?? 0, 1);
      expect(filled?.left).to.be.greaterThan((track?.left ?? 0) + 1);
      const search = table.shadowRoot?.querySelector('[part=search]') as HTMLElement;
      const filters = buttonNamed(table, 'تصفية');
      expect(search.getBoundingClientRect().left).to.be.greaterThan(filters.getBoundingClientRect().right);
      await expectAccessible(table);
    });

    it('keeps the names of rows at the right edge while the rest scrolls', async () => {
      const root = await fixture<HTMLElement>(html`<div dir="rtl" lang="ar" style="width: 20em">
        <g6-comparison-table layout="matrix" .comparison=${leakyGut}></g6-comparison-table>
      </div>`);
      const table = root.querySelector('g6-comparison-table') as HTMLElement;
      await shown(table);
      const region = table.shadowRoot?.querySelector('[role=region]') as HTMLElement;
      await until(() => region.tabIndex === 0, 'A region that scrolls');
      const name = byRole(table, 'rowheader')[0] as HTMLElement;
      const corner = byRole(table, 'cell')[0] as HTMLElement;
      const right = () => [name, corner].map((cell) => Math.round(cell.getBoundingClientRect().right));
      const before = right();
      region.scrollLeft = -100;
      await until(() => region.scrollLeft < -90, 'The scroll');
      for (const [index, edge] of right().entries()) expect(edge).to.be.closeTo(before[index] as number, 5);
    });
  });
});
