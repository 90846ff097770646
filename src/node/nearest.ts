/** The word that somebody meant who typed another. */

/** The candidate that is the fewest typing slips away from a word; none where those are more than a third of it. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const distances = candidates.map((candidate) => [distance(word, candidate), candidate] as const);
  const [best] = distances.sort(([a], [b]) => a - b);
  return best && best[0] <= Math.max(1, Math.ceil(word.length / 3)) ? best[1] : undefined;
}

/** How many letters were left out, added, mistaken or swapped with the next (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows: number[][] = [];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i <= a.length; i++) {
    const row: number[] = [];
    rows.push(row);
    for (let j = 0; j <= b.length; j++) {
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        i && j ? at(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1]) : i + j,
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        isSwapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return at(a.length, b.length);
}
