/**
 * Watches the frames of a drag, and says how many of its steps there are from one drawing of a table to the next: two where
 * frames come in time, more where they come late, so that what the hand holds goes on with it on any machine.
 */

// So many frames are judged together.
const some = 16;
// Milliseconds from one frame to the next on most screens. On slower ones, that is the shortest time that there is.
const usual = 1000 / 60;
const away = 500;
const [fewest, most] = [2, 8];

let steps: number = fewest;
let frames = 0;
let began = 0;
let last = 0;
let shortest = Number.POSITIVE_INFINITY;
let until = 0;
let isWatching = false;

function look(): void {
  const now = performance.now();
  // A page that was out of sight, or a computer that slept, has no frames to judge.
  if (now - last > away) begin(now);
  else count(now);
  isWatching = now < until;
  if (isWatching) requestAnimationFrame(look);
}

function count(now: number): void {
  shortest = Math.min(shortest, now - last);
  last = now;
  frames++;
  if (frames < some) return;
  const lateness = (now - began) / (some * Math.max(usual, shortest));
  if (lateness > 1.06) steps = Math.min(most, steps * 2);
  else if (lateness < 1.03) steps = Math.max(fewest, steps / 2);
  begin(now);
}

function begin(now: number): void {
  began = last = now;
  frames = 0;
  shortest = Number.POSITIVE_INFINITY;
}

export const pace = {
  /** From how many steps of a drag one is drawn by each of those that take turns: a power of two. */
  get steps(): number {
    return steps;
  },

  /** Whether frames come late, so that there is no time for motion. */
  get isLate(): boolean {
    return steps > fewest;
  },

  /** Watches for so many milliseconds more. */
  watch(time: number): void {
    const now = performance.now();
    until = now + time;
    if (isWatching) return;
    isWatching = true;
    begin(now);
    requestAnimationFrame(look);
  },
};
