/** The drawing of a product's card. Leaves its values to `table-cells.ts` and its looks to `product-card-styles.ts`. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Product, Rubric } from '../model/comparison.js';
import type { Source } from '../model/document.js';
import type { ProductScore } from '../model/score.js';
import { disclosure, offerList } from './offers.js';
import { linkSlot, reviewSlot } from './page-links.js';
import { sourceList } from './sources.js';
import type { Locale } from './strings.js';
import { type CellDrawing, no, valueCell, yes } from './table-cells.js';
import { type TableColumn, tableColumns } from './table-columns.js';
import { bar, byline, compositeText, isolate } from './templates.js';

/** What a card is drawn from. */
export interface CardDrawing extends CellDrawing {
  readonly score: ProductScore;
  /** The publisher's score, where the other one is the reader's. */
  readonly publishers: ProductScore | undefined;
  /** Which facts, in the notation of the table's columns; empty for the usual ones. */
  readonly columns: string;
  /** The level of the name's heading, from 2 to 6. */
  readonly level: number;
  /** Whether an image could not be had, by its address. */
  readonly isLost: (src: string) => boolean;
  readonly onLost: (src: string) => void;
  /** Whether it is said who made the score, and when. */
  readonly isSigned: boolean;
}

// As many as are read at a glance.
const mostFacts = 4;

/** The columns that a card states: those asked for, else whom it suits and what has the highest priority. */
export function factsOf(
  { comparison, columns, locale, date }: Pick<CardDrawing, 'comparison' | 'columns' | 'locale' | 'date'>,
  product: Product,
): readonly TableColumn[] {
  const all = tableColumns(comparison, columns, locale, date).filter(({ kind }) => !/^(name|score|offers)$/.test(kind));
  if (columns.trim()) return all;
  const specs = all.filter(({ kind }) => kind === 'spec');
  specs.sort(({ priority: a = 1 }, { priority: b = 1 }) => a - b);
  const isStated = ({ id }: TableColumn) => product.cells[id]?.type !== 'missing';
  return [
    ...all.filter(({ kind }) => kind === 'bestFor' && product.bestFor),
    ...specs.slice(0, mostFacts).filter(isStated),
  ];
}

function facts(drawing: CardDrawing): unknown {
  const { product } = drawing.score;
  const columns = factsOf(drawing, product);
  return columns.length
    ? html`<dl part="facts">${columns.map((column) => {
        const note = column.kind === 'spec' ? product.cells[column.id]?.note : undefined;
        return html`<div><dt class="small">${isolate(column.label)}</dt><dd>${valueCell(column, product, drawing.score, drawing)}${note ? html` <span class="small">${isolate(note)}</span>` : nothing}</dd></div>`;
      })}</dl>`
    : nothing;
}

/** The image in a place of its own, which stays as it is where the image is late or never comes. */
function picture({ image }: Product, { isLost, onLost }: CardDrawing): unknown {
  const { src, alt = '', width, height } = image ?? {};
  if (!src) return nothing;
  return html`<div class="picture" part="picture">${
    isLost(src)
      ? html`<span class="small">${isolate(alt)}</span>`
      : html`<img part="image" alt=${alt} loading="lazy" decoding="async" width=${width ?? nothing} height=${height ?? nothing} src=${src} @error=${() => onLost(src)}>`
  }</div>`;
}

/** A heading of a level: a page's outline is its author's. */
function heading(level: number, content: TemplateResult): TemplateResult {
  switch (level) {
    case 2:
      return html`<h2 id="name" part="name">${content}</h2>`;
    case 4:
      return html`<h4 id="name" part="name">${content}</h4>`;
    case 5:
      return html`<h5 id="name" part="name">${content}</h5>`;
    case 6:
      return html`<h6 id="name" part="name">${content}</h6>`;
    default:
      return html`<h3 id="name" part="name">${content}</h3>`;
  }
}

/** A composite with its scale and its band, or with what it rests on; in words where there is none. */
const composite = (score: ProductScore, rubric: Rubric, locale: Locale): unknown =>
  score.composite
    ? compositeText(score.composite, score, rubric, locale, false)
    : html`<span class="small">${locale.notScored}</span>`;

/** The score; where that is the reader's it is named so, and the publisher's stands below. */
function rating({ comparison: { rubric, products }, score, publishers: other, locale }: CardDrawing): unknown {
  const published = (score.composite ?? other?.composite) && other;
  // Where nothing has a score, none is missing.
  if (!rubric || !products.some(({ scores }) => Object.keys(scores).length)) return nothing;
  return html`<div class="rating" part="rating">
    <p><span class=${published ? 'small named' : 'hidden'}>${published ? locale.yourScore : locale.score} </span>${composite(score, rubric, locale)}</p>
    ${score.exact ? bar(score.exact.toNumber(), rubric.scale) : nothing}
    ${published ? html`<p class="small" part="published">${locale.publishersScore} ${composite(published, rubric, locale)}</p>` : nothing}
  </div>`;
}

/** What speaks for a product, or against it: a word, a mark of its own shape for each, and a list. */
const points = (part: 'pros' | 'cons', { [part]: items }: Product, mark: TemplateResult, locale: Locale): unknown =>
  items?.length
    ? html`<div part=${part}><p id=${part} class="label">${locale[part]}</p><ul role="list" aria-labelledby=${part}>${items.map(
        (item) => html`<li>${mark}<span>${isolate(item)}</span></li>`,
      )}</ul></div>`
    : nothing;

/** The sources, behind a disclosure that says how many there are. */
const citations = (sources: readonly Source[], locale: Locale): TemplateResult =>
  html`<details part="sources"><summary>${locale.sources} (${locale.number(sources.length)})</summary>${sourceList(sources)}</details>`;

/** The card of one product; parts that there is nothing for are not there. */
export function productCard(drawing: CardDrawing): TemplateResult {
  const { score, locale, level } = drawing;
  const { product, rank, partial } = score;
  const { name, award, summary, verdict, url, sources, offers } = product;
  const pros = points('pros', product, yes, locale);
  const cons = points('cons', product, no, locale);
  return html`<article class="card ${rank === 1 && !partial ? 'leader' : ''}" part="card" aria-labelledby="name">
    ${picture(product, drawing)}
    <div class="body">
      <div class="head">
        <div>${award ? html`<p class="award" part="award">${isolate(award)}</p>` : nothing}${heading(level, isolate(name))}</div>
        ${rating(drawing)}
      </div>
      ${summary ? html`<p part="summary">${isolate(summary)}</p>` : nothing}
      ${facts(drawing)}
      ${pros === nothing && cons === nothing ? nothing : html`<div class="points">${pros}${cons}</div>`}
      ${verdict ? html`<p part="verdict">${isolate(verdict)}</p>` : nothing}
      ${
        sources?.length || url || offers?.length
          ? html`<div class="foot">${sources?.length ? citations(sources, locale) : nothing}${
              offers?.length
                ? html`${offers.some(({ paid }) => paid) ? disclosure(drawing) : nothing}${offerList(product, drawing, false)}`
                : nothing
            }${url ? html`<div class=${offers?.length ? 'link' : 'action'}>${linkSlot(reviewSlot(product), locale.readReview, 'review-link')}</div>` : nothing}</div>`
          : nothing
      }
      ${drawing.isSigned ? byline(drawing.comparison, locale) : nothing}
    </div>
  </article>`;
}
