/** How far is a word that somebody wrote from one that is known? Both those who read files and the constructs ask it. */

/** Removes from a word what does not count: `Mac-OS`, `mac_os` and `macOs` become the same. */
export const bare = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The most slips with which a word is still taken for another, and not for a word of its own. */
export const mostSlipsIn = (word: string): number => Math.max(1, Math.floor(word.length / 3));

/** Counts the letters that must be added, left out or changed; two letters that changed places count twice. */
export function slipsBetween(a: string, b: string): number {
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [row, letter] of [...a].entries()) {
    const next = [row + 1];
    [...b].forEach((other, column) => {
      const kept = (last[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(kept, (last[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    });
    last = next;
  }
  return last.at(-1) ?? 0;
}
