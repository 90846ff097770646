/** Work that was kept in the browser, by this version of the builder, an earlier and a later one. */
import { expect } from '@open-wc/testing';
import { del, get, set } from 'idb-keyval';
import { historyOf, record, undo } from '../../demo/builder/history.js';
import { Keep } from '../../demo/builder/keep.js';
import type { Settings } from '../../demo/builder/settings.js';
import { emptyWork, type Work } from '../../demo/builder/work.js';

const key = 'g6-comparison builder';
const settings: Settings = {
  width: 360,
  scheme: 'light',
  hasPictures: false,
  form: 'inline',
  base: '',
  src: '',
  hasFallback: false,
  done: [],
};
const document = { products: [{ name: 'Heron' }] };
const history = historyOf<Work>({ ...emptyWork, document });

describe('Keep', () => {
  // Other tests keep something too.
  beforeEach(() => del(key));
  afterEach(() => del(key));

  it('gives back what it kept', async () => {
    expect(await new Keep().save({ history, settings })).to.equal('kept');
    expect(await new Keep().load()).to.deep.include({ history, settings });
  });

  it('gives nothing where nothing was kept', async () => expect(await new Keep().load()).to.equal(undefined));

  it('completes work of an earlier version, in every step of it', async () => {
    const { linkParams: _, priceMaxAge: __, ...showing } = { ...emptyWork.showing, limit: '5' };
    const old = { ...emptyWork, document, showing } as unknown as Work;
    const steps = undo(record(historyOf(old), { ...old, notes: [] }, { label: 'x', at: 0 }));
    await set(key, { version: 1, revision: 'a', history: steps, settings });
    const kept = await new Keep().load();
    const whole = { ...emptyWork.showing, limit: '5' };
    const states =
      kept && kept !== 'later' ? [kept.history.present, ...kept.history.future.map(({ state }) => state)] : [];
    expect(states.map((state) => state.showing)).to.deep.equal([whole, whole]);
    expect(states[0]?.document).to.deep.equal(document);
  });

  it('says so where a later version has kept something, and leaves it until there is something to keep', async () => {
    const later = { version: 99, revision: 'a', history, settings };
    await set(key, later);
    const keep = new Keep();
    expect(await keep.load()).to.equal('later');
    expect(await get(key)).to.deep.equal(later);
    expect(await keep.save({ history, settings })).to.equal('kept');
  });
});
