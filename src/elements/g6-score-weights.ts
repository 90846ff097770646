/** The reader's own weights. Leaves what they are to `weighting.ts`, and what they change to the owner of the comparison. */
import { html, LitElement, noChange, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Comparison, Criterion, Rubric } from '../model/comparison.js';
import { scoresByProduct } from '../model/rank.js';
import type { ProductScore, Weights } from '../model/score.js';
import { equalWeights, isSameWeights, moveWeight, percentagesOf, weightsWithFirst } from '../model/weighting.js';
import { sheet } from './css.js';
import { defineElement } from './define-element.js';
import { Drag } from './drag.js';
import { fire, type WeightsChangeDetail } from './events.js';
import { Glide } from './glide.js';
import { remember } from './remember.js';
import { ComparisonSource, sourceProperties } from './source.js';
import type { Locale } from './strings.js';
import { sharedStyles } from './styles.js';
import { isolate, movedMark, numeral, placeMark, shareOf, standIn } from './templates.js';
import { typedNumber } from './typed-number.js';
import { WeightNews } from './weight-news.js';
import { weightsStyles } from './weights-styles.js';

const padlock = (isLocked: boolean): TemplateResult =>
  html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4.5 8V5a3.5 3.5 0 0 1 7 0V${isLocked ? '8' : '5.5'}"></path><rect x="3" y="8" width="10" height="6.5" rx="1.5"></rect></svg>`;

/** What readers can start from; `undefined` is the publisher's weights. */
const presetsOf = (
  rubric: Rubric,
  locale: Locale,
): readonly { readonly label: string; readonly weights?: Weights | undefined }[] => [
  { label: locale.publishersWeights },
  { label: locale.equalWeights, weights: equalWeights(rubric) },
  ...rubric.criteria.map(({ id, label }) => ({
    label: locale.weighedFirst(label),
    weights: weightsWithFirst(rubric, id),
  })),
];

/** A composite in the list; a partial one says so. */
function scoreCell(score: ProductScore | undefined, rubric: Rubric, locale: Locale, isReaders: boolean): unknown {
  const { composite, partial } = score ?? {};
  if (!composite) return html`<td role="cell" class="muted">&mdash;</td>`;
  const text = locale.number(composite);
  return html`<td role="cell">${isReaders ? numeral(text, rubric, locale, !!partial) : html`<span class="muted">${text}</span>`}${
    partial ? html` <span class="small" part="partial">${locale.partial(shareOf(partial, locale))}</span>` : nothing
  }</td>`;
}

/**
 * Lets readers weigh the criteria themselves, and shows the order that this makes: a slider and a number for each
 * criterion, the others giving way in proportion.
 *
 * ```html
 * <g6-score-weights src="comparison.json"></g6-score-weights>
 * ```
 *
 * @customElement g6-score-weights
 * @slot - What is shown until the comparison is there, and again if it cannot be had.
 * @fires {CustomEvent<ReadyDetail>} g6-ready - The comparison was read and is shown.
 * @fires {CustomEvent<ErrorDetail>} g6-error - The comparison cannot be had.
 * @fires {CustomEvent<WeightsChangeDetail>} g6-weights-change - A reader weighs the criteria anew.
 * @csspart root - Everything.
 * @csspart title - What it is called.
 * @csspart presets - The list of weights to start from.
 * @csspart reset - The button that brings the publisher's weights back.
 * @csspart criterion - The line of a criterion.
 * @csspart slider - Its slider.
 * @csspart number - Its number.
 * @csspart lock - The button that locks it.
 * @csspart table - The order that the weights make.
 * @csspart caption - What that is called.
 * @csspart row - A product's row.
 * @csspart rank - Its place.
 * @csspart moved - How far that is from where the publisher has it.
 * @csspart score - The numeral of its score by the reader's weights.
 * @csspart partial - The mark of a partial composite.
 * @csspart message - What is wrong, in one sentence.
 * @csspart retry - The button that tries again.
 * @cssprop [--g6-accent=#0f8068] - The one accent: sliders, locks and what has gained places.
 * @cssprop [--g6-muted] - The colour of secondary text; by default the text's own, softened.
 * @cssprop [--g6-line] - The colour of the hairlines; by default a tint of the text's own.
 * @cssprop [--g6-track] - The colour of the full scale behind a slider; by default a tint of the text's own.
 */
export class G6ScoreWeights extends LitElement {
  static define(tag = 'g6-score-weights', registry = customElements): void {
    defineElement(G6ScoreWeights, tag, registry);
  }

  static override styles = sheet(sharedStyles + weightsStyles);

  static override properties = {
    ...sourceProperties,
    limit: {},
    locked: { attribute: false },
    announcement: { attribute: false },
  };

  declare comparison: unknown;
  declare data: string | null | undefined;
  declare src: string | null | undefined;
  /** How many products the new order shows at most; 10 by default. */
  declare limit: number | string | null | undefined;

  /** The ids of the criteria that keep their weight. */
  declare protected locked: readonly string[] | undefined;
  declare protected announcement: string | undefined;

  readonly #drag = new Drag(this, 'halfway');
  readonly #source = new ComparisonSource(this, {
    // Only the list does.
    waits: (snapshot) => this.#drag.follow(snapshot) && false,
  });
  readonly #glide = new Glide(this, () => [...(this.renderRoot?.querySelectorAll<HTMLElement>('tr[data-key]') ?? [])]);
  readonly #presetsOf = remember(presetsOf);
  readonly #publishersOf = remember((rubric: Rubric) => percentagesOf(rubric));
  #rows: readonly ProductScore[] = [];
  // While one weight is moved to and fro, the others go by what they were before.
  #move: { readonly id: string; readonly from: Weights; readonly made: Weights | undefined } | undefined;

  constructor() {
    super();
    new WeightNews(this, this.#source, (news) => {
      this.announcement = news;
    });
  }

  protected override willUpdate(): void {
    this.#source.update();
    if (this.#drag.waits) return;
    const limit = Number.parseInt(String(this.limit), 10);
    const { ranking, published } = this.#source.snapshot;
    const before = scoresByProduct(published);
    this.#rows = ranking
      .filter(({ rank, product }) => rank || before.get(product)?.rank)
      .slice(0, limit > 0 ? limit : 10);
    this.#glide.prepare(
      this.#rows.map(({ product }) => product.id),
      this.#drag.isUnderWay,
    );
  }

  protected override render(): unknown {
    const { snapshot, locale } = this.#source;
    const { comparison } = snapshot;
    if (!comparison) return standIn(this, snapshot, locale);
    const { rubric } = comparison;
    const percentages = rubric && this.#percentages(rubric);
    return html`<div class="root" part="root" lang=${locale.language ?? nothing}>
      <p class="hidden" role="status">${this.announcement}</p>
      ${
        percentages
          ? html`<div class="sides">
              <div role="group" aria-labelledby="title">${this.#controls(rubric, percentages, locale)}</div>
              <div>${this.#drag.waits ? noChange : this.#order(comparison, rubric, locale)}</div>
            </div>`
          : html`<p part="message">${locale.noWeights}</p>`
      }
    </div>`;
  }

  #percentages(rubric: Rubric): Weights | undefined {
    return percentagesOf(rubric, this.#source.snapshot.view.weights);
  }

  #controls(rubric: Rubric, percentages: Weights, locale: Locale): TemplateResult {
    const publishers = this.#publishersOf(rubric);
    return html`<p class="title" id="title" part="title">${locale.yourWeights}</p>
      <div class="tools">${this.#presets(rubric, percentages, locale)}
        <button type="button" part="reset" aria-disabled=${!this.#source.snapshot.view.weights} @click=${this.#onReset}>${locale.resetWeights}</button>
      </div>
      ${rubric.criteria.map((criterion, index) => this.#line(criterion, index, rubric, percentages, publishers ?? {}, locale))}
      <p class="small legend"><svg aria-hidden="true"><line x1="1" x2="1" y2="100%"></line></svg> ${locale.publishersWeights}</p>
      <p class="small">${locale.weightsHint}</p>`;
  }

  #line(
    { id, label }: Criterion,
    index: number,
    rubric: Rubric,
    percentages: Weights,
    publishers: Weights,
    locale: Locale,
  ): TemplateResult {
    const { [id]: weight = 0 } = percentages;
    const { [id]: published = 0 } = publishers;
    const isLocked = !!this.locked?.includes(id);
    const [least, most] = [0, 100].map((wanted) => moveWeight(percentages, id, wanted, this.locked).weights[id]);
    const isFixed = isLocked || least === most;
    const isBound = !isLocked && isFixed && this.locked?.length;
    const move = (source: 'slider' | 'number') => (event: Event) =>
      this.#set(rubric, id, event.target as HTMLInputElement, source);
    const toggle = () => {
      this.#move = undefined;
      this.locked = isLocked ? this.locked?.filter((other) => other !== id) : [...(this.locked ?? []), id];
    };
    return html`<div class="criterion" part="criterion">
      <label for="slider-${index}">${isolate(label)}</label>
      <div class="slide"><svg class="scale" aria-hidden="true">
          <line x2="100%" y1="50%" y2="50%"></line><line x2="${weight}%" y1="50%" y2="50%"></line><line class="tick" x1="${published}%" x2="${published}%" y2="100%"></line>
        </svg><input id="slider-${index}" part="slider" type="range" min="0" max="100" step="any" .value=${`${weight}`} aria-valuetext=${locale.percent(`${weight}`)} aria-describedby="published-${index}" ?disabled=${isFixed} @input=${move('slider')}></div>
      <span class="amount"><input part="number" inputmode="decimal" .value=${locale.number(weight)} aria-label=${locale.percentOf(label)} ?disabled=${isFixed} @input=${move('number')} @change=${this.#onLeave(id)}><span aria-hidden="true">%</span></span>
      <button class="lock" part="lock" type="button" aria-label=${locale.lock(label)} aria-pressed=${isLocked} @click=${toggle}>${padlock(isLocked)}</button>
      <span class=${isBound ? 'small' : 'hidden'} id="published-${index}">${isBound ? locale.bound(label, locale.percent(`${weight}`)) : locale.byPublisher(locale.percent(`${published}`))}</span>
    </div>`;
  }

  #presets(rubric: Rubric, percentages: Weights, locale: Locale): TemplateResult {
    const presets = this.#presetsOf(rubric, locale);
    const present = this.#source.snapshot.view.weights
      ? presets.findIndex(({ weights }) => weights && isSameWeights(weights, percentages))
      : 0;
    const onChange = ({ target }: Event) => {
      const { weights } = presets[(target as HTMLSelectElement).selectedIndex] ?? {};
      this.#ask(weights, 'preset');
    };
    return html`<label>${locale.startFrom} <select part="presets" @change=${onChange}>${presets.map(
      ({ label }, index) => html`<option .selected=${index === present}>${label}</option>`,
    )}${present < 0 ? html`<option .selected=${true}>${locale.ownWeights}</option>` : nothing}</select></label>`;
  }

  #order({ products }: Comparison, rubric: Rubric, locale: Locale): unknown {
    const before = scoresByProduct(this.#source.snapshot.published);
    if (!this.#rows.length || !products.length) return nothing;
    const row = (score: ProductScore) => {
      const { product, rank } = score;
      return html`<tr part="row" role="row" data-key=${product.id}>
        <th scope="row" role="rowheader"><div class="place">
          <span class="rank muted" part="rank">${rank ? placeMark(rank, locale) : nothing}</span> <span class="name">${isolate(product.name)}</span> <span>${movedMark(score, before.get(product), locale)}</span>
        </div></th>
        ${scoreCell(score, rubric, locale, true)}${scoreCell(before.get(product), rubric, locale, false)}
      </tr>`;
    };
    return html`<table part="table" role="table">
      <caption part="caption">${locale.yourOrder}</caption>
      <thead role="rowgroup"><tr class="small" role="row">${[
        locale.product,
        locale.yourScore,
        locale.publishersScore,
      ].map((label) => html`<th scope="col" role="columnheader">${label}</th>`)}</tr></thead>
      <tbody role="rowgroup">${repeat(this.#rows, ({ product }) => product, row)}</tbody>
    </table>`;
  }

  /** Asks for another weight of one criterion, and leaves in the field what can be had of it. */
  #set(rubric: Rubric, id: string, input: HTMLInputElement, source: 'slider' | 'number'): void {
    const { view } = this.#source.snapshot;
    const isNumber = source === 'number';
    const { locale } = this.#source;
    const typed = isNumber ? typedNumber(input.value, locale) : input.valueAsNumber;
    const percentages = this.#percentages(rubric);
    if (!percentages || Number.isNaN(typed)) return;
    const wanted = isNumber ? typed : Math.round(typed);
    if (this.#move?.id !== id || this.#move.made !== view.weights) {
      this.#move = { id, from: percentages, made: view.weights };
    }
    const { from } = this.#move;
    const { weights, isBound } = moveWeight(from, id, wanted, this.locked);
    const { [id]: weight = 0 } = weights;
    if (weight !== typed) input.value = isNumber ? locale.number(weight) : `${weight}`;
    const label = rubric.criteria.find((criterion) => criterion.id === id)?.label ?? id;
    if (isBound) this.announcement = locale.bound(label, locale.percent(`${weight}`));
    if (isSameWeights(weights, percentages)) return;
    const made = isSameWeights(weights, this.#publishersOf(rubric)) ? undefined : weights;
    this.#move = { id, from, made };
    this.#fire(made, source);
  }

  /** Puts the present weight back into a number field that was left without one. */
  #onLeave(id: string): (event: Event) => void {
    return ({ target }) => {
      const { locale, snapshot } = this.#source;
      const { rubric } = snapshot.comparison ?? {};
      (target as HTMLInputElement).value = locale.number((rubric && this.#percentages(rubric))?.[id] ?? 0);
    };
  }

  /** Asks for weights that take no heed of what was locked. */
  #ask(weights: Weights | undefined, source: WeightsChangeDetail['source']): void {
    this.locked = [];
    this.#move = undefined;
    this.#fire(weights, source);
  }

  #fire(weights: Weights | undefined, source: WeightsChangeDetail['source']): void {
    fire(this, 'g6-weights-change', { weights, source });
  }

  readonly #onReset = (): void => {
    if (this.#source.snapshot.view.weights) this.#ask(undefined, 'reset');
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'g6-score-weights': G6ScoreWeights;
  }
}
