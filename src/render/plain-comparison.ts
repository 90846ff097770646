/**
 * All of a comparison as a plain document, in its own language: the ranking as a table, then each product with its score
 * and the parts it is made of, its facts, offers and sources. Leaves its marks to `plain-html.ts` and
 * `plain-markdown.ts`.
 */
import { writtenValue } from '../elements/cell-text.js';
import { writtenPrice, writtenUnitPrice } from '../elements/offers.js';
import { hrefOf, isPriceShown, offerText } from '../elements/page-links.js';
import { type Locale, localeFor } from '../elements/strings.js';
import { linkedOffers } from '../elements/structured-data.js';
import { type TableColumn, tableColumns } from '../elements/table-columns.js';
import { shareOf } from '../elements/templates.js';
import type { Showing } from '../json-ld/json-ld.js';
import { bestIn } from '../model/best.js';
import { cite } from '../model/citation.js';
import { isAmount } from '../model/column.js';
import type { Comparison, Product, Rubric } from '../model/comparison.js';
import type { Party, Source } from '../model/document.js';
import { hasPaidOffers, offersOf, type PriceDate, type PricedOffer } from '../model/offer.js';
import { scoreProducts } from '../model/rank.js';
import { bandOf, type ProductScore, type Ranking, showContributions, showWeights } from '../model/score.js';
import {
  type Block,
  type Cell,
  data,
  directionOf,
  type Inline,
  isEmpty,
  joined,
  lineBreak,
  type PlainDocument,
} from './plain.js';

/** What a plain document is to have. */
export interface PlainWishes {
  /** When prices are looked at. */
  readonly date: PriceDate;
  /** What is added to the addresses of paid offers, as in the attribute of a table. */
  readonly linkParams?: string | undefined;
  /** The columns of the first table, as in the attribute of a table; else the score and what has the highest priority. */
  readonly columns?: string | undefined;
  /** How many products it has at most, the best ones. */
  readonly limit?: number | undefined;
  /** The level of the title's heading, from 1 to 5; 2 if it is left out. */
  readonly heading?: number | undefined;
}

/** What each part of the document is made from. */
interface Writing extends PlainWishes {
  readonly comparison: Comparison;
  readonly ranking: Ranking;
  readonly locale: Locale;
  readonly heading: number;
}

// As many as a mail on a phone is wide enough for, besides name and score.
const mostFacts = 2;

const dot = ' · ';

/** A label and what it is of. */
const labelled = (label: Inline, content: Inline): Inline => [{ strong: label }, ' ', content];

const linked = (content: Inline, url: string | undefined, rel?: string): Inline =>
  url ? { link: content, url, rel } : content;

const named = ({ name, url }: Party): Inline => linked(data(name), url);

/** What is stated of a product in a column; nothing for what is not. */
function statedIn({ id, kind }: TableColumn, score: ProductScore, { comparison, locale }: Writing): Inline {
  const { product } = score;
  if (kind === 'bestFor') return data(product.bestFor);
  if (kind === 'score') return score.composite ? locale.number(score.composite) : [];
  if (kind === 'criterion') {
    const value = product.scores[id]?.value;
    return value === undefined ? [] : locale.scoreNumber(value);
  }
  const cell = product.cells[id];
  if (!cell || cell.type === 'missing') return [];
  if (cell.type === 'boolean') return cell.checked ? locale.yes : locale.no;
  if (cell.type === 'list') return joined((cell.items ?? []).map(data), locale.comma);
  const text = writtenValue(cell, comparison, locale);
  const { value = 0, outOf } = cell.quantity ?? {};
  // A rating in words: stars are read out one by one.
  const shown = cell.type === 'rating' && outOf ? locale.outOf(locale.number(value), locale.number(outOf)) : data(text);
  return linked(shown, cell.url);
}

/** The same with the word that says that it is the best in its column. */
function markedValue(column: TableColumn, score: ProductScore, writing: Writing): Inline {
  const { comparison, ranking, locale } = writing;
  const value = statedIn(column, score, writing);
  const isBest =
    /criterion|spec/.test(column.kind) &&
    column.type !== 'boolean' &&
    bestIn(comparison, ranking, column.id, column.better).has(score.product);
  return isBest ? [value, ` (${locale.best})`] : value;
}

/** The composite in words, with its band or with what it rests on. */
function scoreText(score: ProductScore, rubric: Rubric, locale: Locale): Inline {
  const { composite, partial } = score;
  if (!composite) return locale.notScored;
  const { number } = locale;
  const words = locale.outOf(number(composite), number(rubric.scale.max));
  if (!partial) return joined([{ strong: words }, data(bandOf(score, rubric)?.label)], dot);
  const [lowest = '', highest = ''] = [partial.lowest, partial.highest].map((end) =>
    number(end.toFixed(rubric.decimals)),
  );
  return joined([words, locale.partialNote(shareOf(partial, locale), lowest, highest)], dot);
}

/** An offer in one line; a paid one says so in its link and beside it. */
function offerLine(offer: PricedOffer, { comparison, locale, linkParams = '' }: Writing, isShort = false): Inline {
  const { seller, size, asOf, age, paid } = offer;
  const text = offerText(offer, locale);
  const href = hrefOf(offer, linkParams);
  const price = [{ strong: data(writtenPrice(offer, comparison, locale)) }, ...(size ? [' ', data(size)] : [])];
  return joined(
    [
      ...(isPriceShown(offer)
        ? [
            price,
            (!isShort && writtenUnitPrice(offer, locale)) || '',
            age === 'undated' ? locale.undated : asOf ? locale.asOf(locale.moment(asOf)) : '',
          ]
        : []),
      href
        ? [linked(text, href, paid ? 'sponsored nofollow noopener' : undefined), paid ? ` (${locale.paidLink})` : '']
        : data(seller),
    ],
    dot,
  );
}

function sourceLine(source: Source): Inline {
  const { title, facts, links } = cite(source);
  return joined([data(title), ...links.map(({ text, url }) => linked(data(text), url)), ...facts.map(data)], dot);
}

/** The columns of the first table: those asked for, else as many as fit. */
function columnsOf({ comparison, locale, date, columns = '' }: Writing): readonly TableColumn[] {
  const all = tableColumns(comparison, columns, locale, date);
  if (columns.trim()) return all;
  const offers = all.filter(({ kind }) => kind === 'offers');
  const specs = all.filter(({ kind }) => kind === 'spec');
  specs.sort(({ priority: a = 1 }, { priority: b = 1 }) => a - b);
  const wanted = new Set([...offers, ...specs].slice(0, mostFacts));
  return all.filter((column) => column.kind === 'name' || column.kind === 'score' || wanted.has(column));
}

const isNumeric = ({ kind, type = 'text' }: TableColumn): boolean =>
  kind === 'score' || kind === 'criterion' || isAmount(type);

/** What a column is called: by the author, or in words of the language. */
const labelOf = ({ kind, label }: TableColumn): Inline =>
  kind === 'spec' || kind === 'criterion' ? data(label) : label;

/** A product's place and name, as headings and rows begin with. */
const placed = ({ rank, product }: ProductScore, locale: Locale, url?: string): Inline => [
  rank ? `${locale.number(rank)}. ` : '',
  linked(data(product.name), url),
];

/** The ranking at a glance. */
function overview(shown: Ranking, writing: Writing, caption: Inline): Block {
  const { comparison, locale, date } = writing;
  const columns = columnsOf(writing);
  const cellOf = (column: TableColumn, score: ProductScore): Cell => {
    const { product } = score;
    if (column.kind === 'name') {
      const award = product.award ? [lineBreak, { small: data(product.award) }] : [];
      return { content: [placed(score, locale, product.url), award] };
    }
    if (column.kind === 'offers') {
      const [first] = offersOf(comparison, product, date);
      return { content: first ? offerLine(first, writing, true) : '—' };
    }
    const value = markedValue(column, score, writing);
    const isNumber = isNumeric(column);
    if (column.kind !== 'score' || !comparison.rubric) return { content: isEmpty(value) ? '—' : value, isNumber };
    const { partial } = score;
    const remark = partial ? locale.partial(shareOf(partial, locale)) : data(bandOf(score, comparison.rubric)?.label);
    return {
      content: score.composite
        ? joined([partial ? value : { strong: value }, isEmpty(remark) ? '' : { small: remark }], lineBreak)
        : '—',
      isNumber,
    };
  };
  return {
    kind: 'table',
    caption,
    head: columns.map((column) => ({
      content: column.mixed ? [labelOf(column), ` (${locale.unitsDiffer})`] : labelOf(column),
      isNumber: isNumeric(column),
    })),
    rows: shown.map((score) => columns.map((column) => cellOf(column, score))),
    foot: [],
  };
}

/** How a composite comes about: the parts add up to the total, which rounds to the composite. */
function breakdown(score: ProductScore, rubric: Rubric, locale: Locale): readonly Block[] {
  const { product, contributions, exact, composite } = score;
  const shown = showContributions(score);
  const weights = showWeights(score);
  if (!shown || !composite) return [];
  const number = (content: string): Cell => ({ content, isNumber: true });
  const reasons = contributions.flatMap(({ criterion: { id, label } }): Inline[] => {
    const { note, sources = [] } = product.scores[id] ?? {};
    return note || sources.length ? [labelled(data(label), joined([data(note), ...sources.map(sourceLine)], dot))] : [];
  });
  return [
    {
      kind: 'table',
      caption: parted(locale.breakdownOf, product.name),
      head: [{ content: locale.criterion }, ...[locale.weight, locale.score, locale.contribution].map(number)],
      rows: contributions.map((part, index) => [
        { content: data(part.criterion.label) },
        number(weights[index] ? locale.percent(weights[index]) : '—'),
        number(part.score === undefined ? locale.notScored : locale.scoreNumber(part.score)),
        number(shown.parts[index] ? locale.number(shown.parts[index]) : '—'),
      ]),
      foot: [
        [
          { content: locale.total },
          number(''),
          number(''),
          number(`${shown.exact || exact?.fits(2) ? '' : '≈ '}${locale.number(shown.total)}`),
        ],
        [
          { content: rubric.name ? data(rubric.name) : locale.score },
          number(''),
          number(''),
          number(locale.number(composite)),
        ],
      ],
    },
    ...(shown.exact ? [] : [{ kind: 'small', content: locale.apportioned } as const]),
    ...(reasons.length
      ? [{ kind: 'text', content: { strong: locale.why } } as const, { kind: 'list', items: reasons } as const]
      : []),
  ];
}

/** A sentence with a text of the author's in it. */
function parted(sentence: (text: string) => string, text: string): Inline {
  // No text holds a character that is none.
  const [before = '', after = ''] = sentence('\0').split('\0');
  return [before, data(text), after];
}

/** All that there is of one product. */
function section(score: ProductScore, writing: Writing, hasBreakdown = true): readonly Block[] {
  const { comparison, locale, heading, date } = writing;
  const { rubric, products } = comparison;
  const { product } = score;
  const { name, brand, award, summary, image, pros = [], cons = [], verdict, sources = [], url } = product;
  const text = (content: Inline): readonly Block[] => (isEmpty(content) ? [] : [{ kind: 'text', content }]);
  const list = (label: string, items: readonly Inline[]): readonly Block[] =>
    items.length
      ? [
          { kind: 'text', content: { strong: label } },
          { kind: 'list', items },
        ]
      : [];
  const facts = tableColumns(comparison, '', locale, date)
    .filter(({ kind }) => kind === 'bestFor' || kind === 'spec')
    .map((column) => {
      const note = column.kind === 'spec' ? product.cells[column.id]?.note : undefined;
      const value = joined([markedValue(column, score, writing), data(note)], dot);
      return { label: labelOf(column), value };
    })
    .filter(({ value }) => !isEmpty(value))
    .map(({ label, value }) => labelled(label, value));
  const isScored = rubric && products.some(({ scores }) => Object.keys(scores).length);
  return [
    { kind: 'heading', level: heading + 1, content: placed(score, locale) },
    ...text(joined([award ? { strong: data(award) } : '', brand && !name.includes(brand) ? data(brand) : ''], dot)),
    ...(image?.src
      ? [{ kind: 'image', src: image.src, alt: image.alt ?? '', width: image.width, height: image.height } as const]
      : []),
    ...(isScored ? text([rubric.name ? data(rubric.name) : locale.score, ' ', scoreText(score, rubric, locale)]) : []),
    ...text(data(summary)),
    ...(facts.length ? [{ kind: 'list', items: facts } as const] : []),
    ...list(locale.pros, pros.map(data)),
    ...list(locale.cons, cons.map(data)),
    ...text(data(verdict)),
    ...(isScored && hasBreakdown ? breakdown(score, rubric, locale) : []),
    ...list(
      locale.offers,
      offersOf(comparison, product, date).map((offer) => offerLine(offer, writing)),
    ),
    ...list(locale.sources, sources.map(sourceLine)),
    ...(url ? text(linked(locale.readReview, url)) : []),
  ];
}

/** Who made the scores, who wrote it, when, and how. */
function footer({ comparison: { author, publisher, updated, rubric }, locale }: Writing): readonly Block[] {
  const makers = [publisher, author].filter(
    (party, index, all): party is Party => !!party?.name && (index === 0 || party.name !== all[0]?.name),
  );
  const content = joined(
    [
      makers.length ? [`${locale.scoresBy} `, joined(makers.map(named), locale.comma)] : '',
      updated ? `${locale.updated} ${locale.date(updated)}` : '',
      rubric?.url ? linked(locale.howScored, rubric.url) : '',
    ],
    dot,
  );
  return isEmpty(content) ? [] : [{ kind: 'small', content }];
}

/** What all of a document is written with, and in. */
function begin(comparison: Comparison, wishes: PlainWishes): readonly [Writing, Omit<PlainDocument, 'blocks'>] {
  const { language } = comparison;
  const locale = localeFor(language);
  const writing = { ...wishes, comparison, ranking: scoreProducts(comparison), locale, heading: wishes.heading ?? 2 };
  const dataLanguage = language === locale.language ? undefined : language;
  return [writing, { language: locale.language, dataLanguage, direction: directionOf(language) }];
}

/** How links are paid: before the first one that earns anything, and never left out while there is one. */
const disclosed = ({ comparison: { disclosure }, locale }: Writing, isPaid: boolean): readonly Block[] =>
  isPaid ? [{ kind: 'small', content: disclosure ? data(disclosure) : locale.disclosure }] : [];

/** A comparison as a plain document: title, disclosure, ranking, each product, and who made it. */
export function plainComparison(comparison: Comparison, wishes: PlainWishes): PlainDocument {
  const { title, description, disclosure } = comparison;
  const [writing, document] = begin(comparison, wishes);
  const shown = writing.ranking.slice(0, wishes.limit);
  return {
    ...document,
    blocks: [
      ...(title ? [{ kind: 'heading', level: writing.heading, content: data(title) } as const] : []),
      ...(description ? [{ kind: 'text', content: data(description) } as const] : []),
      ...disclosed(writing, !!disclosure || hasPaidOffers(comparison)),
      overview(shown, writing, writing.locale.table),
      ...shown.flatMap((score) => section(score, writing)),
      ...footer(writing),
    ],
  };
}

/**
 * The same of what one element shows: the ranking alone, cards of these products, or how their scores come about.
 * Pictures, which a browser would ask for unseen, are not among it.
 */
export function plainPart(
  comparison: Comparison,
  part: 'ranking' | 'cards' | 'breakdowns',
  isShown: (product: Product) => boolean,
  wishes: PlainWishes,
): PlainDocument {
  const [writing, document] = begin(comparison, wishes);
  const { rubric, title } = comparison;
  const { locale } = writing;
  const shown = writing.ranking.filter(({ product }) => isShown(product)).slice(0, wishes.limit);
  const hasOffers = part === 'cards' || columnsOf(writing).some(({ kind }) => kind === 'offers');
  const isPaid = hasOffers && shown.some(({ product }) => product.offers?.some(({ paid }) => paid));
  const blocks: readonly Block[] =
    part === 'breakdowns'
      ? shown.flatMap((score) => (rubric ? breakdown(score, rubric, locale) : []))
      : [
          ...disclosed(writing, isPaid),
          ...(part === 'cards'
            ? shown.flatMap((score) => section(score, writing, false)).filter(({ kind }) => kind !== 'image')
            : [overview(shown, writing, title ? data(title) : locale.table)]),
          ...footer(writing),
        ];
  return { ...document, blocks };
}

/** What a plain document shows of its products, for structured data. */
export function plainShowing(comparison: Comparison, { date, linkParams = '', limit }: PlainWishes): Showing {
  const { title, description, author, publisher, updated, rubric } = comparison;
  const shown = scoreProducts(comparison).slice(0, limit);
  return new Map(
    shown.map(({ product }) => {
      const { brand, url, image, summary, pros, cons } = product;
      const offers = linkedOffers(comparison, product, date, linkParams);
      const signed = rubric ? { author, publisher } : {};
      return [
        product,
        {
          title,
          description,
          ...signed,
          updated,
          brand,
          url,
          image: image?.src,
          summary,
          score: true,
          pros,
          cons,
          offers,
        },
      ];
    }),
  );
}
