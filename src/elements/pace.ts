/**
 * Watches the frames of a drag, and says how many of its steps there are from one drawing of a table to the next: two where
 * frames come in time, more where they come late, so that what the hand holds goes on with it on any machine.
 */

// So many frames are judged together; not the first ones, which are dear on any machine.
const some = 16;
const first = 4;
// Milliseconds from one frame to the next on most screens. On slower ones, that is the shortest time that there is.
const usual = 1000 / 60;
// Milliseconds without a frame after which the page was out of sight, or the computer asleep.
const away = 500;
const [fewest, most] = [2, 8];
// So many times at most has all to be well before more is tried, where that was too much.
const patience = 8;

let steps: number = most;
let isLate = false;
let wanted = 1;
let well = 0;
let frames = 0;
let began = 0;
let last = 0;
let shortest = Number.POSITIVE_INFINITY;
let until = 0;
let isWatching = false;

function look(): void {
  const now = performance.now();
  if (now - last > away) begin(now);
  frames++;
  if (frames > 0) shortest = Math.min(shortest, now - last);
  else began = now;
  last = now;
  if (frames === some) {
    judge((now - began) / (some * Math.max(usual, shortest)));
    begin(now);
  }
  isWatching = now < until;
  if (isWatching) requestAnimationFrame(look);
}

/** By how many times too long the last frames took. */
function judge(lateness: number): void {
  isLate = lateness > 1.06;
  well = isLate ? 0 : well + 1;
  if (isLate) {
    steps = Math.min(most, steps * 2);
    wanted = Math.min(patience, wanted * 2);
  } else if (well === wanted) {
    steps = Math.max(fewest, steps / 2);
    well = 0;
  }
}

function begin(now: number, skipped = 0): void {
  began = last = now;
  frames = -skipped;
  shortest = Number.POSITIVE_INFINITY;
}

export const pace = {
  /** From how many steps of a drag one is drawn by each of those that take turns: a power of two. */
  get steps(): number {
    return steps;
  },

  /** Whether frames come late, so that there is no time for motion. */
  get isLate(): boolean {
    return isLate;
  },

  /** Watches for so many milliseconds more. */
  watch(time: number): void {
    const now = performance.now();
    until = now + time;
    if (isWatching) return;
    isWatching = true;
    begin(now, first);
    requestAnimationFrame(look);
  },
};
