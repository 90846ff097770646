/** The reader's own weights as readers find them: by keyboard, by voice, and in everything that shares the comparison. */
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define.js';
import type { WeightsChangeDetail } from '../../src/elements/events.js';
import type { G6ComparisonTable } from '../../src/elements/g6-comparison-table.js';
import type { G6ScoreWeights } from '../../src/elements/g6-score-weights.js';
import {
  announced,
  brokenWords,
  byRole,
  byScore,
  choose,
  closePages,
  control,
  enter,
  expectAccessible,
  failed,
  fault,
  hasFocus,
  isVisible,
  leakyGut,
  messagesOf,
  nameOf,
  openPage,
  optionsOf,
  press,
  rowsOf,
  scoresOf,
  seen,
  settled,
  shapeOf,
  shown,
  skipPauses,
  spoken,
  theOnly,
  until,
  watchConsole,
} from '../helpers.js';

const labels = leakyGut.rubric.criteria.map(({ label }) => label);

async function weightsOf(comparison: unknown): Promise<G6ScoreWeights> {
  const element = await fixture<G6ScoreWeights>(html`<g6-score-weights .comparison=${comparison}></g6-score-weights>`);
  await settled(element);
  return element;
}

const slider = (element: Element, label: string): HTMLInputElement => {
  const found = byRole(element, 'slider').find(
    (input) => spoken((input as HTMLInputElement).labels?.[0] as Element) === label,
  );
  if (!found) throw new Error(`There is no slider “${label}”.`);
  return found as HTMLInputElement;
};
const field = (element: Element, label: string): HTMLInputElement =>
  control(element, 'textbox', `${label}, percent`) as HTMLInputElement;
const lock = (element: Element, label: string): HTMLElement => control(element, 'button', `Lock ${label}`);
const presets = (element: Element): HTMLSelectElement => theOnly(element, 'combobox') as HTMLSelectElement;
const reset = (element: Element): HTMLElement => control(element, 'button', 'Reset weights');

/** What the sliders say, which the fields say too. */
function weights(element: Element): string[] {
  const said = byRole(element, 'slider').map((input) => input.getAttribute('aria-valuetext') ?? '');
  const typed = byRole(element, 'textbox').map((input) => `${(input as HTMLInputElement).value}%`);
  const drawn = byRole(element, 'slider').map((input) => `${(input as HTMLInputElement).value}%`);
  expect(typed).to.deep.equal(said);
  expect(drawn).to.deep.equal(said);
  return said;
}

/** What is read of each row of the new order. */
const order = (element: Element): string[][] =>
  byRole(element, 'row')
    .filter((row) => byRole(row, 'rowheader').length)
    .map((row) => [...row.children].map(spoken));

/** Moves a slider as a pointer does. */
async function drag(element: Element, label: string, value: number): Promise<void> {
  const input = slider(element, label);
  input.value = `${value}`;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await settled(element);
}

function changesOf(target: EventTarget): WeightsChangeDetail[] {
  const details: WeightsChangeDetail[] = [];
  target.addEventListener('g6-weights-change', (event) =>
    details.push((event as CustomEvent<WeightsChangeDetail>).detail),
  );
  return details;
}

describe('g6-score-weights', () => {
  watchConsole();
  afterEach(closePages);

  describe('at first', () => {
    it('shows the publisher’s weights, a slider, a number and a lock for each criterion', async () => {
      const element = await weightsOf(leakyGut);
      expect(weights(element)).to.deep.equal(['30%', '25%', '20%', '15%', '10%']);
      for (const label of labels) {
        expect(slider(element, label).disabled).to.equal(false);
        expect(field(element, label).disabled).to.equal(false);
        expect(lock(element, label).getAttribute('aria-pressed')).to.equal('false');
      }
    });

    it('shows the publisher’s order with no change of places, and nothing to reset', async () => {
      const element = await weightsOf(leakyGut);
      expect(order(element)).to.deep.equal([
        ['Rank 1: Thorne L-Glutamine', '9.0 out of 10', '9.0'],
        ['Rank 2: Integrative Therapeutics Zinc-Carnosine', '8.6 out of 10', '8.6'],
        ['Rank 3: Sovereign Colostrum-LD', '8.0 out of 10', '8.0'],
        ['Rank 4: Ora Trust Your Gut', '7.5 out of 10', '7.5'],
      ]);
      expect(byRole(element, 'columnheader').map(spoken)).to.deep.equal(['Product', 'Your score', 'Publisher’s score']);
      expect(reset(element).getAttribute('aria-disabled')).to.equal('true');
      const changes = changesOf(element);
      reset(element).click();
      expect(changes).to.deep.equal([]);
      expect(announced(element)).to.equal('');
    });

    it('shows ten products unless it is asked for more or fewer', async () => {
      const products = Array.from({ length: 12 }, (_, index) => ({
        name: `P${index}`,
        scores: { evidence: index / 2 },
      }));
      const element = await weightsOf({ ...leakyGut, products });
      expect(order(element)).to.have.length(10);
      element.setAttribute('limit', '12');
      await settled(element);
      expect(order(element)).to.have.length(12);
      element.limit = 3;
      await settled(element);
      expect(order(element)).to.have.length(3);
    });

    it('shows weights that no tenths hold so that they sum to 100', async () => {
      const criteria = ['a', 'b', 'c'].map((id) => ({ id, weight: 1 }));
      const element = await weightsOf({
        rubric: { criteria },
        products: [{ name: 'P', scores: { a: 1, b: 2, c: 3 } }],
      });
      expect(weights(element)).to.deep.equal(['33.4%', '33.3%', '33.3%']);
    });
  });

  describe('moved', () => {
    it('lets the others give way in proportion, asks for it by an event, and shows what comes back', async () => {
      const element = await weightsOf(leakyGut);
      const changes = changesOf(document);
      await drag(element, 'Value', 60);
      expect(changes).to.deep.equal([
        {
          weights: { evidence: 15, transparency: 12.5, value: 60, performance: 7.5, verification: 5 },
          source: 'slider',
        },
      ]);
      expect(weights(element)).to.deep.equal(['15%', '12.5%', '60%', '7.5%', '5%']);
      // 60 % × 8 + 15 % × 7 + 12.5 % × 8 + 7.5 % × 7.5 + 5 % × 7.5, and so on, by hand.
      expect(order(element).map(([product]) => product)).to.deep.equal([
        'Rank 1: Thorne L-Glutamine',
        'Rank 2: Integrative Therapeutics Zinc-Carnosine',
        'Rank 3: Ora Trust Your Gut up 1 place',
        'Rank 4: Sovereign Colostrum-LD down 1 place',
      ]);
      expect(seen(byRole(element, 'rowheader')[2] as Element)).to.equal('3 Ora Trust Your Gut ▲1');
      expect(seen(byRole(element, 'rowheader')[3] as Element)).to.equal('4 Sovereign Colostrum-LD ▼1');
    });

    it('keeps the publisher’s scores beside the reader’s', async () => {
      const element = await weightsOf(leakyGut);
      await drag(element, 'Value', 100);
      const own = Object.fromEntries(leakyGut.products.map(({ name, scores }) => [name, scores.value.toFixed(1)]));
      for (const [product = '', score] of order(element)) {
        const name = leakyGut.products.find((each) => product.includes(each.name))?.name ?? '';
        expect(score).to.equal(`${own[name]} out of 10`);
      }
      const published = order(element).map(
        ([product = '', , before]) => `${product.replace(/Rank \d: | (up|down).*/g, '')} ${before}`,
      );
      expect(published.sort()).to.deep.equal([
        'Integrative Therapeutics Zinc-Carnosine 8.6',
        'Ora Trust Your Gut 7.5',
        'Sovereign Colostrum-LD 8.0',
        'Thorne L-Glutamine 9.0',
      ]);
    });

    it('to and fro gives the others their weights back, and the publisher’s weights are none of the reader’s', async () => {
      const element = await weightsOf(leakyGut);
      const changes = changesOf(element);
      await drag(element, 'Value', 100);
      expect(weights(element)).to.deep.equal(['0%', '0%', '100%', '0%', '0%']);
      await drag(element, 'Value', 40);
      expect(weights(element)).to.deep.equal(['22.5%', '18.8%', '40%', '11.2%', '7.5%']);
      await drag(element, 'Value', 20);
      expect(weights(element)).to.deep.equal(['30%', '25%', '20%', '15%', '10%']);
      expect(changes.at(-1)).to.deep.equal({ weights: undefined, source: 'slider' });
      expect(reset(element).getAttribute('aria-disabled')).to.equal('true');
    });

    it('shares equally what a weight of 100 gives back', async () => {
      const element = await weightsOf(leakyGut);
      await drag(element, 'Value', 100);
      await drag(element, 'Evidence Quality', 0);
      await drag(element, 'Value', 60);
      expect(weights(element)).to.deep.equal(['10%', '10%', '60%', '10%', '10%']);
    });

    it('by a number takes tenths, and what can be had of too much', async () => {
      const element = await weightsOf(leakyGut);
      const changes = changesOf(element);
      await enter(element, field(element, 'Value'), '33.33');
      expect(weights(element)[2]).to.equal('33.3%');
      await enter(element, field(element, 'Value'), '250');
      expect(weights(element)[2]).to.equal('100%');
      expect(changes.map(({ source }) => source)).to.deep.equal(['number', 'number']);
    });

    it('by no number stays, and has its number back when the field is left', async () => {
      const element = await weightsOf(leakyGut);
      const changes = changesOf(element);
      await enter(element, field(element, 'Value'), '');
      expect(weights(element)[2]).to.equal('20%');
      expect(changes).to.deep.equal([]);
    });

    it('fires nothing where nothing changes', async () => {
      const element = await weightsOf(leakyGut);
      const changes = changesOf(element);
      await drag(element, 'Value', 20);
      await enter(element, field(element, 'Value'), '20');
      expect(changes).to.deep.equal([]);
    });
  });

  describe('locked', () => {
    it('keeps its weight, and says that it is locked', async () => {
      const element = await weightsOf(leakyGut);
      lock(element, 'Evidence Quality').click();
      await settled(element);
      expect(lock(element, 'Evidence Quality').getAttribute('aria-pressed')).to.equal('true');
      expect(slider(element, 'Evidence Quality').disabled).to.equal(true);
      expect(field(element, 'Evidence Quality').disabled).to.equal(true);
      await drag(element, 'Value', 40);
      expect(weights(element)).to.deep.equal(['30%', '15%', '40%', '9%', '6%']);
      lock(element, 'Evidence Quality').click();
      await settled(element);
      expect(slider(element, 'Evidence Quality').disabled).to.equal(false);
      await drag(element, 'Value', 100);
      expect(weights(element)[0]).to.equal('0%');
    });

    it('bounds what another can take, and says so', async () => {
      const element = await weightsOf(leakyGut);
      lock(element, 'Evidence Quality').click();
      lock(element, 'Ingredient Transparency').click();
      await settled(element);
      await drag(element, 'Value', 80);
      expect(weights(element)).to.deep.equal(['30%', '25%', '45%', '0%', '0%']);
      expect(announced(element)).to.equal('What is locked leaves 45% for Value.');
      await drag(element, 'Value', 90);
      expect(weights(element)[2]).to.equal('45%');
    });

    it('all but one leaves that one no way', async () => {
      const element = await weightsOf(leakyGut);
      for (const label of labels.slice(1)) lock(element, label).click();
      await settled(element);
      const changes = changesOf(element);
      for (const value of [10, 60]) {
        await drag(element, 'Evidence Quality', value);
        expect(weights(element)[0]).to.equal('30%');
      }
      expect(changes).to.deep.equal([]);
    });

    it('all but one says in sight why that one cannot move, until another is free', async () => {
      const element = await weightsOf(leakyGut);
      const said = (): string[] =>
        [...(element.shadowRoot?.querySelectorAll('[part=criterion]') ?? [])]
          .map(seen)
          .filter((text) => /leaves/.test(text));
      for (const label of labels.slice(2)) lock(element, label).click();
      await settled(element);
      expect(said()).to.deep.equal([]);
      lock(element, 'Ingredient Transparency').click();
      await settled(element);
      const input = slider(element, 'Evidence Quality');
      expect([input.disabled, field(element, 'Evidence Quality').disabled]).to.deep.equal([true, true]);
      expect(said()).to.have.length(1);
      const described = element.shadowRoot?.getElementById(input.getAttribute('aria-describedby') ?? '') as Element;
      expect(spoken(described)).to.equal('What is locked leaves 30% for Evidence Quality.');
      expect(isVisible(described)).to.equal(true);
      await expectAccessible(element);
      lock(element, 'Value').click();
      await settled(element);
      expect([input.disabled, field(element, 'Evidence Quality').disabled]).to.deep.equal([false, false]);
      expect(said()).to.deep.equal([]);
    });

    it('all of the weight leaves the others no way either', async () => {
      const element = await weightsOf(leakyGut);
      await drag(element, 'Value', 100);
      lock(element, 'Value').click();
      await settled(element);
      expect(byRole(element, 'slider').map((input) => (input as HTMLInputElement).disabled)).to.not.include(false);
    });
  });

  describe('presets and reset', () => {
    it('offers the publisher’s, equal ones and each criterion first', async () => {
      const element = await weightsOf(leakyGut);
      expect(nameOf(presets(element))).to.match(/^Start from/);
      expect(optionsOf(presets(element))).to.deep.equal([
        'The publisher’s weights',
        'All equal',
        ...labels.map((label) => `${label} first`),
      ]);
      expect(presets(element).value).to.equal('The publisher’s weights');
    });

    it('takes one, says which one it is, and says otherwise once it is changed', async () => {
      const element = await weightsOf(leakyGut);
      const changes = changesOf(element);
      await choose(element, presets(element), 'All equal');
      expect(weights(element)).to.deep.equal(['20%', '20%', '20%', '20%', '20%']);
      expect(presets(element).value).to.equal('All equal');
      await choose(element, presets(element), 'Value first');
      expect(weights(element)).to.deep.equal(['15%', '12.5%', '60%', '7.5%', '5%']);
      expect(presets(element).value).to.equal('Value first');
      await drag(element, 'Value', 50);
      expect(presets(element).value).to.equal('Weights of my own');
      await drag(element, 'Value', 60);
      expect(presets(element).value).to.equal('Value first');
      await choose(element, presets(element), 'The publisher’s weights');
      expect(weights(element)).to.deep.equal(['30%', '25%', '20%', '15%', '10%']);
      expect(changes.map(({ source }) => source)).to.deep.equal(['preset', 'preset', 'slider', 'slider', 'preset']);
      expect(changes.at(-1)?.weights).to.equal(undefined);
    });

    it('goes back to the publisher’s weights, releases the locks and keeps the focus', async () => {
      const element = await weightsOf(leakyGut);
      const changes = changesOf(element);
      lock(element, 'Evidence Quality').click();
      await drag(element, 'Value', 40);
      expect(reset(element).getAttribute('aria-disabled')).to.equal('false');
      reset(element).focus();
      await press(element, 'button', 'Reset weights');
      expect(weights(element)).to.deep.equal(['30%', '25%', '20%', '15%', '10%']);
      expect(lock(element, 'Evidence Quality').getAttribute('aria-pressed')).to.equal('false');
      expect(changes.at(-1)).to.deep.equal({ weights: undefined, source: 'reset' });
      expect(hasFocus(reset(element))).to.equal(true);
      expect(presets(element).value).to.equal('The publisher’s weights');
    });
  });

  describe('by keyboard alone', () => {
    it('reaches everything in order and moves a weight by a percent at each key', async () => {
      const root = await fixture(html`<div><button type="button">before</button>
        <g6-score-weights .comparison=${{ ...leakyGut, rubric: { ...leakyGut.rubric, criteria: leakyGut.rubric.criteria.slice(0, 2) } }}></g6-score-weights></div>`);
      const element = root.querySelector('g6-score-weights') as G6ScoreWeights;
      await settled(element);
      root.querySelector('button')?.focus();
      const stops: string[] = [];
      for (let stop = 0; stop < 8; stop++) {
        await sendKeys({ press: 'Tab' });
        const focused = element.shadowRoot?.activeElement as HTMLInputElement;
        stops.push(focused.labels?.[0] ? spoken(focused.labels[0]).slice(0, 16) : nameOf(focused));
      }
      expect(stops).to.deep.equal([
        'Start from The p',
        'Reset weights',
        'Evidence Quality',
        'Evidence Quality, percent',
        'Lock Evidence Quality',
        'Ingredient Trans',
        'Ingredient Transparency, percent',
        'Lock Ingredient Transparency',
      ]);
    });

    it('moves by arrow keys, up, down, to the end and to the start', async () => {
      const element = await weightsOf(leakyGut);
      slider(element, 'Value').focus();
      const says: string[] = [];
      for (const key of ['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown', 'End', 'Home']) {
        await sendKeys({ press: key });
        await settled(element);
        says.push(weights(element)[2] ?? '');
      }
      expect(says).to.deep.equal(['21%', '22%', '21%', '20%', '100%', '0%']);
      expect(hasFocus(slider(element, 'Value'))).to.equal(true);
    });

    it('steps from a tenth to whole percents', async () => {
      const element = await weightsOf(leakyGut);
      await enter(element, field(element, 'Value'), '21.4');
      slider(element, 'Value').focus();
      await sendKeys({ press: 'ArrowRight' });
      await settled(element);
      expect(weights(element)[2]).to.equal('22%');
    });

    it('takes a number as it is typed, digit by digit', async () => {
      const element = await weightsOf(leakyGut);
      const input = field(element, 'Value');
      input.focus();
      input.select();
      await sendKeys({ type: '45' });
      await settled(element);
      expect(weights(element)).to.deep.equal(['20.6%', '17.2%', '45%', '10.3%', '6.9%']);
      expect(hasFocus(input)).to.equal(true);
    });

    // [language, typed, weight, and how the field has it once it was left]
    const typings: readonly (readonly [language: string, typed: string, weight: string, left: string])[] = [
      ['en', '32.4', '32.4', '32.4'],
      ['en', '32,4', '32.4', '32.4'],
      ['en', '7,25', '7.3', '7.3'],
      ['de', '32,4', '32.4', '32,4'],
      ['de', '32.4', '32.4', '32,4'],
      ['fr', ',5', '0.5', '0,5'],
      ['ar-EG', '٣٢٫٤', '32.4', '٣٢٫٤'],
      ['ar-EG', '32.4', '32.4', '٣٢٫٤'],
      ['fa', '۴۰٫۵', '40.5', '۴۰٫۵'],
    ];
    for (const [language, typed, weight, left] of typings) {
      it(`takes ${typed} in ${language}, and shows ${left}`, async () => {
        const element = await weightsOf({ ...leakyGut, language });
        const [input, range] = [byRole(element, 'textbox'), byRole(element, 'slider')].map((all) => all[2]) as [
          HTMLInputElement,
          HTMLInputElement,
        ];
        input.focus();
        input.select();
        await sendKeys({ type: typed });
        await sendKeys({ press: 'Tab' });
        await settled(element);
        expect(range.value).to.equal(weight);
        expect(input.value).to.equal(left);
      });
    }

    it('locks with a key', async () => {
      const element = await weightsOf(leakyGut);
      lock(element, 'Value').focus();
      await sendKeys({ press: 'Enter' });
      await settled(element);
      expect(lock(element, 'Value').getAttribute('aria-pressed')).to.equal('true');
      expect(hasFocus(lock(element, 'Value'))).to.equal(true);
    });
  });

  describe('to assistive technology', () => {
    it('says of each slider what it is, what it says, and what the publisher has', async () => {
      const element = await weightsOf(leakyGut);
      const input = slider(element, 'Value');
      expect(input.getAttribute('aria-valuetext')).to.equal('20%');
      const described = element.shadowRoot?.getElementById(input.getAttribute('aria-describedby') ?? '') as Element;
      expect(spoken(described)).to.equal('Publisher: 20%');
      await drag(element, 'Value', 40);
      expect(spoken(described)).to.equal('Publisher: 20%');
      expect(input.getAttribute('aria-valuetext')).to.equal('40%');
    });

    it('names the group and hides every picture', async () => {
      const element = await weightsOf(leakyGut);
      const group = element.shadowRoot?.querySelector('[role=group]') as Element;
      expect(
        spoken(element.shadowRoot?.getElementById(group.getAttribute('aria-labelledby') ?? '') as Element),
      ).to.equal('Your weights');
      for (const picture of element.shadowRoot?.querySelectorAll('svg') ?? [])
        expect(picture.getAttribute('aria-hidden')).to.equal('true');
    });

    it('says once the hand rests who is first and how many places change', async () => {
      const delays = skipPauses();
      const element = await weightsOf(leakyGut);
      await drag(element, 'Value', 59);
      await drag(element, 'Value', 60);
      await until(() => announced(element), 'What has changed');
      expect(announced(element)).to.equal(
        'First with your weights: Thorne L-Glutamine. 2 of 4 products change places.',
      );
      expect(delays).to.include(500);
      await press(element, 'button', 'Reset weights');
      await until(() => /publisher/.test(announced(element)), 'The way back');
      expect(announced(element)).to.equal('First with the publisher’s weights: Thorne L-Glutamine.');
    });

    it('is not still said by an element that has heard of other weights since', async () => {
      skipPauses();
      const root = await fixture(html`<g6-comparison .comparison=${leakyGut}>
        <g6-score-weights></g6-score-weights><g6-comparison-table></g6-comparison-table>
      </g6-comparison>`);
      const [weighing, table] = [...root.children] as [HTMLElement, HTMLElement];
      for (const each of [weighing, table]) await shown(each);
      await drag(weighing, 'Value', 60);
      await until(() => announced(weighing) || announced(table), 'What has changed');
      // The other one is the first to hear of the way back.
      weighing.remove();
      await press(table, 'button', 'Reset weights');
      root.append(weighing);
      await until(() => /publisher/.test(announced(table)), 'The way back');
      await settled(weighing, table);
      expect([announced(weighing), announced(table)].filter(Boolean)).to.deep.equal([
        'First with the publisher’s weights: Thorne L-Glutamine.',
      ]);
    });

    it('has no place for what it leaves without a composite, and says so beside the publisher’s score', async () => {
      const two = ['a', 'b'].map((id) => ({ id, label: id.toUpperCase(), weight: 50 }));
      const products = [
        { id: 'x', name: 'Whole', scores: { a: 9, b: 8 } },
        { id: 'y', name: 'Half', scores: { b: 7 } },
      ];
      const root = await fixture(html`<g6-comparison .comparison=${{ rubric: { criteria: two }, products }}>
        <g6-score-weights></g6-score-weights><g6-score-breakdown product="y"></g6-score-breakdown>
      </g6-comparison>`);
      const [weighing, breakdown] = [...root.children] as [HTMLElement, HTMLElement];
      for (const each of [weighing, breakdown]) await shown(each);
      await enter(weighing, field(weighing, 'A'), '99.9');
      await settled(breakdown);
      expect(seen(breakdown.shadowRoot?.firstElementChild as Element)).to.include('rests on 0.1% of the weight');
      await drag(weighing, 'A', 100);
      expect(byRole(weighing, 'rowheader').map((each) => spoken(each))).to.deep.equal(['Rank 1: Whole', 'Half']);
      const text = seen(breakdown.shadowRoot?.firstElementChild as Element);
      expect(text).to.include('“Half” has no composite, because not every criterion was scored.');
      expect(text).to.include('7.0');
    });

    const states: readonly (readonly [state: string, document: unknown])[] = [
      ['whole', leakyGut],
      ['without a rubric', { products: [{ name: 'Heron' }] }],
      [
        'with a partial score',
        { ...leakyGut, products: [...leakyGut.products, { name: 'Half', scores: { value: 9 } }] },
      ],
      ['wrong document', '{'],
      ['no source', undefined],
    ];
    for (const [state, document] of states) {
      it(`has no fault that axe finds: ${state}`, async () => {
        const element = await weightsOf(document);
        await expectAccessible(element);
        if (byRole(element, 'slider').length) {
          lock(element, 'Evidence Quality').click();
          await drag(element, 'Value', 60);
          await expectAccessible(element);
        }
      });
    }
  });

  describe('where there is nothing to weigh', () => {
    const none: readonly (readonly [what: string, document: object])[] = [
      ['without a rubric', { products: [{ name: 'Heron' }] }],
      ['without criteria', { rubric: {}, products: [{ name: 'Heron' }] }],
      [
        'without weights',
        { rubric: { criteria: [{ id: 'a', weight: 0 }] }, products: [{ name: 'Heron', scores: { a: 1 } }] },
      ],
    ];
    for (const [what, document] of none) {
      it(`says so in one sentence: ${what}`, async () => {
        const element = await weightsOf(document);
        expect(messagesOf(element)).to.deep.equal([
          'There is nothing to weigh: this comparison has no criteria with weights.',
        ]);
        expect(byRole(element, 'slider')).to.deep.equal([]);
      });
    }

    it('shows the fallback and what is wrong where the document cannot be had', async () => {
      const element = await fixture<G6ScoreWeights>(
        html`<g6-score-weights src=${fault('status/410')}><p>Fallback</p></g6-score-weights>`,
      );
      await failed(element);
      expect(messagesOf(element)).to.have.length(1);
      expect(isVisible(element.querySelector('p') as Element)).to.equal(true);
    });
  });

  describe('beside others', () => {
    it('shares the weights with all that have the same address', async () => {
      const src = fault('json', { body: leakyGut, key: 'weights' });
      const root = await fixture(html`<div>
        <g6-score-weights src=${src}></g6-score-weights><g6-score-weights src=${src}></g6-score-weights>
        <g6-comparison-table src=${src}></g6-comparison-table>
        <g6-score-breakdown src=${src} product="trust-your-gut"></g6-score-breakdown>
      </div>`);
      const [first, second] = root.querySelectorAll('g6-score-weights') as NodeListOf<G6ScoreWeights>;
      const table = root.querySelector('g6-comparison-table') as G6ComparisonTable;
      const breakdown = root.querySelector('g6-score-breakdown') as HTMLElement;
      for (const each of root.children) await shown(each);
      await drag(first as Element, 'Value', 60);
      await settled(second as Element, table, breakdown);
      expect(weights(second as Element)).to.deep.equal(weights(first as Element));
      expect(rowsOf(table).map((name) => name.replace(/ (up|down).*/, ''))).to.deep.equal([
        byScore[0],
        byScore[1],
        byScore[3],
        byScore[2],
      ]);
      expect(spoken(breakdown.shadowRoot?.querySelector('[part~=root]') as Element)).to.match(
        /Publisher’s score: ?7\.5/,
      );
      await press(table, 'button', 'Reset weights');
      await settled(first as Element, second as Element, breakdown);
      expect(weights(second as Element)).to.deep.equal(['30%', '25%', '20%', '15%', '10%']);
      expect(spoken(breakdown.shadowRoot?.querySelector('[part~=root]') as Element)).to.not.include('Publisher');
    });

    it('shares the weights inside one scope, and one of all says what has changed', async () => {
      skipPauses();
      const root = await fixture(html`<g6-comparison .comparison=${leakyGut}>
        <g6-score-weights></g6-score-weights><g6-comparison-table></g6-comparison-table><g6-comparison-table></g6-comparison-table>
      </g6-comparison>`);
      const all = [...root.children];
      for (const each of all) await shown(each);
      await drag(all[0] as Element, 'Value', 60);
      await until(() => all.some(announced), 'What has changed');
      await settled(...all);
      expect(all.map(announced).filter(Boolean)).to.deep.equal([
        'First with your weights: Thorne L-Glutamine. 2 of 4 products change places.',
      ]);
    });

    it('leaves another comparison alone', async () => {
      const [one, other] = [await weightsOf(leakyGut), await weightsOf({ ...leakyGut })];
      await drag(one, 'Value', 60);
      await settled(other);
      expect(weights(other)).to.deep.equal(['30%', '25%', '20%', '15%', '10%']);
    });

    it('has its weights still when it was taken out and put back', async () => {
      const element = await weightsOf(leakyGut);
      await drag(element, 'Value', 60);
      const place = element.parentElement;
      element.remove();
      place?.append(element);
      await settled(element);
      expect(weights(element)[2]).to.equal('60%');
    });
  });

  describe('in the table', () => {
    async function both(columns?: string): Promise<{ element: G6ScoreWeights; table: G6ComparisonTable }> {
      const root = await fixture(html`<g6-comparison .comparison=${leakyGut}>
        <g6-score-weights></g6-score-weights>
        <div style="width: 1200px"><g6-comparison-table columns=${columns ?? 'name score price'}></g6-comparison-table></div>
      </g6-comparison>`);
      const element = root.querySelector('g6-score-weights') as G6ScoreWeights;
      const table = root.querySelector('g6-comparison-table') as G6ComparisonTable;
      await shown(table);
      await shown(element);
      return { element, table };
    }

    it('says that the scores are the reader’s, names the publisher’s, and shows changes of places in words', async () => {
      const { element, table } = await both();
      expect(scoresOf(table).join()).to.not.include('Publisher');
      await drag(element, 'Value', 60);
      await settled(table);
      expect(
        byRole(table, 'rowheader').map((cell) => spoken(cell.querySelector('[part~=name]') as Element)),
      ).to.deep.equal([
        'Rank 1: Thorne L-Glutamine',
        'Rank 2: Integrative Therapeutics Zinc-Carnosine',
        'Rank 3: Ora Trust Your Gut up 1 place',
        'Rank 4: Sovereign Colostrum-LD down 1 place',
      ]);
      expect(scoresOf(table).map((text) => text.replace(/^[\d.]+/, '…'))).to.deep.equal([
        '… out of 10 Publisher: 9.0',
        '… out of 10 Publisher: 8.6',
        '… out of 10 Publisher: 7.5',
        '… out of 10 Publisher: 8.0',
      ]);
      expect(spoken(table.shadowRoot?.querySelector('[part~=weighed]') as Element)).to.equal(
        'Scores and places are by your weights. Reset weights',
      );
      await expectAccessible(table);
      await press(table, 'button', 'Reset weights');
      await settled(table);
      expect(table.shadowRoot?.querySelector('[part~=weighed]')).to.equal(null);
      expect(rowsOf(table)).to.deep.equal(byScore);
    });

    it('names the publisher’s score in an open breakdown too', async () => {
      const { element, table } = await both();
      await drag(element, 'Value', 60);
      await settled(table);
      byRole(table, 'button')
        .find((button) => /comes about/.test(spoken(button)))
        ?.click();
      await settled(table);
      expect(spoken(table.shadowRoot?.querySelector('.breakdown') as Element)).to.match(/Publisher’s score: ?9\.0/);
    });

    it('orders by the reader’s scores', async () => {
      const { element, table } = await both();
      await drag(element, 'Value', 100);
      await settled(table);
      const numbers = scoresOf(table).map(Number.parseFloat);
      expect(numbers).to.deep.equal([...numbers].sort((a, b) => b - a));
      expect(new Set(numbers)).to.deep.equal(new Set(leakyGut.products.map(({ scores }) => scores.value)));
    });
  });

  it('is data only ever as text', async () => {
    const nasty = '<img src=x onerror=alert(1)>"\'';
    const named = (text: string) => ({
      ...leakyGut,
      rubric: { ...leakyGut.rubric, criteria: leakyGut.rubric.criteria.map((each) => ({ ...each, label: text })) },
      products: leakyGut.products.map((product) => ({ ...product, name: text })),
    });
    const [plain, hostile] = [await weightsOf(named('Plain')), await weightsOf(named(nasty))];
    expect(shapeOf(hostile.shadowRoot as ShadowRoot)).to.equal(shapeOf(plain.shadowRoot as ShadowRoot));
    expect(byRole(hostile, 'rowheader')[0]?.textContent).to.include(nasty);
  });

  for (const width of [320, 280]) {
    it(`fits ${width} pixels, with targets that can be hit`, async () => {
      const page = await openPage(
        `<script src="/dist/g6-comparison.min.js" defer></script><g6-score-weights></g6-score-weights>`,
        { width },
      );
      const element = page.querySelector('g6-score-weights') as G6ScoreWeights;
      element.comparison = leakyGut;
      await shown(element);
      const wide = [...(element.shadowRoot as ShadowRoot).querySelectorAll('*')]
        .filter((part) => part.getBoundingClientRect().right > width + 1)
        .map((part) => `${part.localName} ${part.getAttribute('part') ?? part.className}`);
      expect(wide).to.deep.equal([]);
      expect(page.documentElement.scrollWidth).to.be.at.most(width);
      for (const role of ['slider', 'textbox', 'button', 'combobox'] as const) {
        for (const target of byRole(element, role)) {
          const box = target.getBoundingClientRect();
          expect(Math.min(box.width, box.height), nameOf(target)).to.be.at.least(24);
          expect(box.right, nameOf(target)).to.be.at.most(width + 1);
        }
      }
    });
  }

  it('has a criterion on one line where there is room, and what bounds it below', async () => {
    const root = await fixture(
      html`<div style="width: 700px"><g6-score-weights .comparison=${leakyGut}></g6-score-weights></div>`,
    );
    const element = root.querySelector('g6-score-weights') as G6ScoreWeights;
    await shown(element);
    for (const label of labels.slice(1)) lock(element, label).click();
    await settled(element);
    const [label = '', other = ''] = labels;
    const middle = (node: Element | null | undefined): number => {
      const { top, bottom } = (node as Element).getBoundingClientRect();
      return (top + bottom) / 2;
    };
    const line = middle(lock(element, label));
    expect(middle(slider(element, label))).to.be.closeTo(line, 2);
    expect(middle(field(element, label))).to.be.closeTo(line, 2);
    expect(middle(slider(element, label).labels?.[0])).to.be.closeTo(line, 2);
    const why = element.shadowRoot?.getElementById(slider(element, label).getAttribute('aria-describedby') ?? '');
    const { top, left } = (why as Element).getBoundingClientRect();
    expect(top)
      .to.be.above(line)
      .and.below(middle(lock(element, other)));
    expect(left).to.be.closeTo(slider(element, label).labels?.[0]?.getBoundingClientRect().left ?? 0, 1);
  });

  it('breaks no word of German where there is as much room as on the smallest phone', async () => {
    const page = await openPage(
      `<script src="/dist/g6-comparison.min.js" defer></script><script src="/dist/languages/de.js" defer></script><div style="margin: 0 1rem"><g6-score-weights></g6-score-weights></div>`,
      { width: 320 },
    );
    const element = page.querySelector('g6-score-weights') as G6ScoreWeights;
    const half = { name: 'Halb', scores: { evidence: 9 } };
    element.comparison = { ...leakyGut, language: 'de', products: [...leakyGut.products, half] };
    await shown(element);
    expect(theOnly(element, 'table').textContent).to.include('Ihre Bewertung').and.include('unvollständig');
    expect(brokenWords(theOnly(element, 'table'))).to.deep.equal([]);
  });

  it('begins at the right where the page does', async () => {
    const root = await fixture(
      html`<div dir="rtl"><g6-score-weights .comparison=${leakyGut}></g6-score-weights></div>`,
    );
    const element = root.querySelector('g6-score-weights') as G6ScoreWeights;
    await shown(element);
    const box = (node: Element): DOMRect => node.getBoundingClientRect();
    expect(box(lock(element, 'Value')).x).to.be.below(box(slider(element, 'Value')).x);
    // The filled part of the scale begins where the slider's 0 is.
    const [track, fill] = (slider(element, 'Value').parentElement as Element).querySelectorAll('line');
    expect(box(fill as Element).right).to.be.closeTo(box(track as Element).right, 1);
  });
});
