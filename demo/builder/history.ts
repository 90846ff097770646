/**
 * What was done and can be undone, step by step, whatever the steps are about. Leaves what a step changes to whoever
 * records it, and keeping it beyond a reload to `keep.ts`.
 */

/** A step, and the state on its far side: before it in the past, after it in the future. */
export interface Step<T> {
  /** What was done, as it stands after “Undo”: “change the weight of Value”. */
  readonly label: string;
  readonly state: T;
  /** Steps of one key that follow close upon one another are one step. */
  readonly key?: string | undefined;
  /** When, in milliseconds. */
  readonly at: number;
}

export interface History<T> {
  /** The latest last. */
  readonly past: readonly Step<T>[];
  readonly present: T;
  /** The next one first. */
  readonly future: readonly Step<T>[];
}

/** Steps beyond that are forgotten, the oldest first. */
export const maximumSteps = 200;
/** How long a pause makes two steps of what is typed into one field, in milliseconds. */
export const pause = 1500;

export const historyOf = <T>(present: T): History<T> => ({ past: [], present, future: [] });

/** The history with each of its states as `change` makes it. */
export function mapHistory<T>({ past, present, future }: History<T>, change: (state: T) => T): History<T> {
  const mapStep = (step: Step<T>): Step<T> => ({ ...step, state: change(step.state) });
  return { past: past.map(mapStep), present: change(present), future: future.map(mapStep) };
}

/** The history after one more step; the same history where the state is the same. What was undone is gone then. */
export function record<T>(history: History<T>, state: T, { label, key, at }: Omit<Step<T>, 'state'>): History<T> {
  const { past, present, future } = history;
  if (state === present) return history;
  const last = past[past.length - 1];
  const isSameStep = last && key !== undefined && last.key === key && at - last.at < pause && !future.length;
  const steps = isSameStep
    ? [...past.slice(0, -1), { ...last, at }]
    : [...past, { label, state: present, key, at }].slice(-maximumSteps);
  return { past: steps, present: state, future: [] };
}

/** The history one step back; the same where there is none. */
export function undo<T>(history: History<T>): History<T> {
  const { past, present, future } = history;
  const last = past[past.length - 1];
  if (!last) return history;
  // A step that was undone and done again is one by itself.
  const { key: _, ...step } = last;
  return { past: past.slice(0, -1), present: last.state, future: [{ ...step, state: present }, ...future] };
}

/** The history one step on again; the same where there is none. */
export function redo<T>(history: History<T>): History<T> {
  const { past, present, future } = history;
  const [next, ...rest] = future;
  return next ? { past: [...past, { ...next, state: present }], present: next.state, future: rest } : history;
}
