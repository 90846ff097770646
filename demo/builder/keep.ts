/**
 * Keeps the work in this browser, so that a reload loses nothing: the whole history, in IndexedDB, where states share what
 * they have in common. Tells when another tab has kept something else meanwhile. Leaves saying so to the page.
 */
import { get, update } from 'idb-keyval';
import { type History, mapHistory } from './history.js';
import type { Settings } from './settings.js';
import { emptyWork, type Work } from './work.js';

export interface Kept {
  readonly history: History<Work>;
  readonly settings: Settings;
}

interface Entry extends Kept {
  /** Another one each time something is kept. */
  readonly revision: string;
  /** Of the shape of the work: 1 had fewer choices of what is shown. */
  readonly version: 1 | typeof version;
}

const version = 2;

/** What came of keeping: it is kept; another tab has kept other work; there is no room; the browser keeps nothing. */
export type Outcome = 'kept' | 'elsewhere' | 'full' | 'impossible';

/** Work of an earlier version, with what it has no word of as it is at first. */
const complete = (work: Work): Work => ({ ...work, showing: { ...emptyWork.showing, ...work.showing } });

const key = 'g6-comparison builder';

export class Keep {
  #revision: string | undefined;

  /** What was kept last; `undefined` where there is nothing, `later` where a later version of this page has kept it. */
  async load(): Promise<Kept | 'later' | undefined> {
    try {
      const entry = await get<Entry>(key);
      this.#revision = entry?.revision;
      if (!entry) return undefined;
      return entry.version > version ? 'later' : { ...entry, history: mapHistory(entry.history, complete) };
    } catch {
      // Browsers that keep nothing, as in some private windows, say so again when something is to be kept.
      return undefined;
    }
  }

  /** Keeps the work, unless another tab has kept something since; with `isForced` even then. */
  async save({ history, settings }: Kept, isForced = false): Promise<Outcome> {
    const revision = crypto.randomUUID();
    let isOther = false;
    try {
      await update<Entry>(key, (entry) => {
        isOther = !isForced && entry !== undefined && entry.revision !== this.#revision;
        return isOther ? (entry as Entry) : { version, revision, history, settings };
      });
    } catch (error) {
      return (error as Partial<DOMException> | null)?.name === 'QuotaExceededError' ? 'full' : 'impossible';
    }
    if (isOther) return 'elsewhere';
    this.#revision = revision;
    return 'kept';
  }
}
