/**
 * The one holder of what the builder knows: state goes down to its parts, requests come up as calls. Works out once what
 * several parts ask for. Leaves steps to `history.ts`, and keeping to `keep.ts`.
 */
import type { DocumentJson } from 'g6-comparison/import';
import { type ProductScore, type ReadResult, readComparison, scoreProducts } from 'g6-comparison/model';
import { type Finding, findingsOf } from './findings.js';
import { type GridPlan, type Place, planGrid, rowsOfProducts, scoresByRow } from './grid-plan.js';
import { type History, historyOf, record, redo, undo } from './history.js';
import { Keep, type Outcome } from './keep.js';
import type { Settings } from './settings.js';
import { emptyWork, type Work } from './work.js';

/** Whether the work is kept in this browser. */
export type Saving = 'saving' | Outcome;

/** Everything that follows from a document. */
export interface Derived extends ReadResult {
  readonly plan: GridPlan;
  /** Products as they were read, by their position in the document. */
  readonly products: ReturnType<typeof rowsOfProducts>;
  readonly scores: ReadonlyMap<number, ProductScore>;
}

export class Store extends EventTarget {
  #history: History<Work> = historyOf(emptyWork);
  #settings: Settings;
  #saving: Saving = 'kept';
  #message = '';
  #derived: { readonly document: DocumentJson; readonly derived: Derived } | undefined;
  #found: { readonly work: Work; readonly done: readonly string[]; readonly findings: readonly Finding[] } | undefined;
  #place: Place | undefined;
  readonly #keep = new Keep();
  #isSaving = false;
  #isDirty = false;
  // Prices do not grow old while somebody looks at them.
  readonly #now = Date.now();

  constructor(settings: Settings) {
    super();
    this.#settings = settings;
  }

  get work(): Work {
    return this.#history.present;
  }

  get settings(): Settings {
    return this.#settings;
  }

  get saving(): Saving {
    return this.#saving;
  }

  /** What was done last, to be said once. */
  get message(): string {
    return this.#message;
  }

  /** The cell that the author is at. */
  get place(): Place | undefined {
    return this.#place;
  }

  /** What the next undo, and the next redo, is about. */
  get undoable(): string | undefined {
    return this.#history.past.at(-1)?.label;
  }

  get redoable(): string | undefined {
    return this.#history.future[0]?.label;
  }

  /** What follows from the document as it stands; `undefined` where there is none. */
  get derived(): Derived | undefined {
    const { document } = this.work;
    if (!document) return undefined;
    if (this.#derived?.document !== document) {
      const read = readComparison(document, { now: this.#now });
      const ranking = read.comparison ? scoreProducts(read.comparison) : [];
      const derived = {
        ...read,
        plan: planGrid(document, read.comparison),
        products: rowsOfProducts(document, read.comparison),
        scores: scoresByRow(document, read.comparison, ranking),
      };
      this.#derived = { document, derived };
    }
    return this.#derived?.derived;
  }

  /** What there is to look at, without what the author has seen to. */
  get findings(): readonly Finding[] {
    const { work, derived } = this;
    const { done } = this.#settings;
    if (!work.document || !derived) return [];
    if (this.#found?.work !== work || this.#found.done !== done) {
      const all = findingsOf(work.document, derived.diagnostics, work.notes, derived.scores);
      this.#found = { work, done, findings: all.filter(({ id }) => !done.includes(id)) };
    }
    return this.#found.findings;
  }

  /** Brings back what was kept. */
  async load(): Promise<void> {
    const kept = await this.#keep.load();
    if (!kept) return;
    if (kept === 'later') {
      this.say(
        'A later version of this page has kept work in this browser: it is not shown, and your next change replaces it.',
      );
      return;
    }
    this.#history = kept.history;
    this.#settings = { ...this.#settings, ...kept.settings };
    this.#changed();
  }

  /** One step: `label` is what stands after “Undo”; steps of one `key` that follow close are one. */
  change(label: string, next: (work: Work) => Work, key?: string): void {
    const history = record(this.#history, next(this.work), { label, key, at: Date.now() });
    if (history === this.#history) return;
    this.#history = history;
    this.#message = `Done: ${label}.`;
    this.#changed();
    this.#save();
  }

  changeDocument(label: string, next: (document: DocumentJson) => DocumentJson, key?: string): void {
    this.change(label, (work) => (work.document ? withDocument(work, next(work.document)) : work), key);
  }

  choose(settings: Partial<Settings>): void {
    this.#settings = { ...this.#settings, ...settings };
    this.#changed();
    this.#save();
  }

  undo(): void {
    const { undoable } = this;
    if (undoable === undefined) return;
    this.#history = undo(this.#history);
    this.#message = `Undone: ${undoable}.`;
    this.#changed();
    this.#save();
  }

  redo(): void {
    const { redoable } = this;
    if (redoable === undefined) return;
    this.#history = redo(this.#history);
    this.#message = `Done again: ${redoable}.`;
    this.#changed();
    this.#save();
  }

  /** The author has gone to a cell. */
  goTo(place: Place): void {
    const { row, column } = this.#place ?? {};
    if (row === place.row && column?.kind === place.column.kind && column.id === place.column.id) return;
    this.#place = place;
    this.#changed();
  }

  /** Asks for what stands at a JSON Pointer of the document to be shown and focused: whoever has it answers. */
  show(path: string): void {
    this.dispatchEvent(new CustomEvent('show', { detail: path }));
  }

  /** Asks for a line of the source to be shown. */
  showLine(line: number): void {
    this.dispatchEvent(new CustomEvent('show-line', { detail: line }));
  }

  /** Says something to whoever sees or hears the page. */
  say(message: string): void {
    this.#message = message;
    this.#changed();
  }

  /** Shows what another tab has kept, in the place of what is here. */
  async takeOther(): Promise<void> {
    await this.load();
    this.#saving = 'kept';
    this.say('This is the work of the other tab.');
  }

  /** Keeps what is here, in the place of what another tab has kept. */
  keepThis(): void {
    this.#save(true);
  }

  // One after the other, and what changes meanwhile once more.
  async #save(isForced = false): Promise<void> {
    this.#isDirty = true;
    if (this.#isSaving || (this.#saving === 'elsewhere' && !isForced)) return;
    this.#isSaving = true;
    this.#tell('saving');
    let outcome: Outcome = 'kept';
    while (this.#isDirty) {
      this.#isDirty = false;
      outcome = await this.#keep.save({ history: this.#history, settings: this.#settings }, isForced);
    }
    this.#isSaving = false;
    this.#tell(outcome);
  }

  #tell(saving: Saving): void {
    this.#saving = saving;
    this.#changed();
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}

const withDocument = (work: Work, document: DocumentJson): Work =>
  document === work.document ? work : { ...work, document };
