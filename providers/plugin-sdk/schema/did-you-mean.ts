/** The word of a closed list that somebody probably meant: another case, other signs between its parts, its beginning, or a slip. */

/** As an end of a message: ` Did you mean "mac_os"?`; an empty text where no word is near enough. */
export function didYouMean(written: string, words: readonly string[]): string {
  const [nearest] = words
    .map((word) => ({ word, distance: distanceBetween(bare(written), bare(word)) }))
    .filter(({ distance }) => distance !== undefined)
    .sort((a, b) => (a.distance ?? 0) - (b.distance ?? 0));
  return nearest === undefined ? '' : ` Did you mean ${JSON.stringify(nearest.word)}?`;
}

/** `Mac-OS`, `mac_os` and `macos` alike. */
const bare = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Smaller is nearer; undefined where two words have too little in common. Long texts are no slips of the pen. */
function distanceBetween(written: string, word: string): number | undefined {
  if (written === word) return 0;
  if (written.length < 2 || written.length > 2 * word.length + 2) return undefined;
  if (word.startsWith(written)) return 1;
  if (word.length > 2 && written.startsWith(word)) return 2;
  const slips = slipsBetween(written, word);
  return slips <= Math.max(1, Math.floor(word.length / 3)) ? slips + 2 : undefined;
}

/** Letters that must be added, left out or changed, with two that changed places counted once (optimal string alignment). */
function slipsBetween(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const choices = [last[column], next[column - 1], last[column - 1]].map((cost = 0) => cost + 1);
      if (same) choices.push(last[column - 1] ?? 0);
      if (swapped) choices.push((before[column - 2] ?? 0) + 1);
      next.push(Math.min(...choices));
    }
    [before, last] = [last, next];
  }
  return last[b.length] ?? 0;
}
