/** Steps back and forth, on numbers. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { type History, historyOf, maximumSteps, pause, record, redo, undo } from '../../demo/builder/history.js';

const steps = (...labels: string[]): History<number> =>
  labels.reduce((history, label, index) => record(history, index + 1, { label, at: index * 10 * pause }), historyOf(0));

describe('the history', () => {
  it('goes back and forth, and knows what each step was', () => {
    let history = steps('one', 'two');
    expect([history.present, history.past.at(-1)?.label, history.future.length]).to.deep.equal([2, 'two', 0]);
    history = undo(history);
    expect([history.present, history.past.at(-1)?.label, history.future[0]?.label]).to.deep.equal([1, 'one', 'two']);
    history = undo(history);
    expect([history.present, history.past.length, history.future[0]?.label]).to.deep.equal([0, 0, 'one']);
    expect(undo(history)).to.equal(history);
    history = redo(redo(history));
    expect([history.present, history.future.length]).to.deep.equal([2, 0]);
    expect(redo(history)).to.equal(history);
  });

  it('forgets what was undone once something else is done', () => {
    const history = record(undo(steps('one', 'two')), 9, { label: 'nine', at: 0 });
    expect([history.present, history.future, undo(history).present]).to.deep.equal([9, [], 1]);
  });

  it('makes one step of what is typed into one field without a pause', () => {
    let history = historyOf(0);
    for (const [at, state] of [0, pause - 1, 2 * pause - 3].map((time, index) => [time, index + 1] as const)) {
      history = record(history, state, { label: 'type', key: 'title', at });
    }
    expect([history.past.length, undo(history).present]).to.deep.equal([1, 0]);
  });

  for (const [name, key, at] of [
    ['after a pause', 'title', pause],
    ['in another field', 'name', 1],
  ] as const) {
    it(`makes a step of its own of what is typed ${name}`, () => {
      const first = record(historyOf(0), 1, { label: 'type', key: 'title', at: 0 });
      expect(record(first, 2, { label: 'type', key, at }).past.length).to.equal(2);
    });
  }

  it('never adds to the step before one that was undone', () => {
    const typed = record(historyOf(0), 1, { label: 'type', key: 'a', at: 0 });
    const undone = undo(record(typed, 2, { label: 'other', key: 'b', at: 10 }));
    expect(undo(record(undone, 3, { label: 'type', key: 'a', at: 20 })).present).to.equal(1);
  });

  it('never adds to a step that was undone and done again', () => {
    const typed = record(historyOf(0), 1, { label: 'type', key: 'title', at: 0 });
    expect(record(redo(undo(typed)), 2, { label: 'type', key: 'title', at: 1 }).past.length).to.equal(2);
  });

  it('is the same history where nothing changed', () => {
    const history = steps('one');
    expect(record(history, 1, { label: 'nothing', at: 0 })).to.equal(history);
  });

  it('keeps the latest steps where there are too many', () => {
    const history = steps(...Array.from({ length: maximumSteps + 5 }, (_, index) => `${index}`));
    expect([history.past.length, history.past[0]?.label]).to.deep.equal([maximumSteps, '5']);
  });

  it('brings every state back, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('do', 'undo', 'redo'), { maxLength: 60 }), (acts) => {
        // Against the plainest history there is: all states, and where one is among them.
        const states = [0];
        let at = 0;
        let history = historyOf(0);
        for (const [index, act] of acts.entries()) {
          if (act === 'do') {
            states.splice(at + 1, states.length, index + 1);
            at += 1;
            history = record(history, index + 1, { label: '', at: index });
          } else if (act === 'undo') {
            at = Math.max(0, at - 1);
            history = undo(history);
          } else {
            at = Math.min(states.length - 1, at + 1);
            history = redo(history);
          }
          expect(history.present).to.equal(states[at]);
          expect(history.past.length).to.equal(at);
          expect(history.future.length).to.equal(states.length - 1 - at);
        }
      }),
      { seed: 1 },
    );
  });
});
