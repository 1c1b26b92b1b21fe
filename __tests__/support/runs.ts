/** How often a random test runs: with `SOAK=1` in the environment, as `npm run soak:random` sets it, the larger number, and its time. */
export function runs(inTests: number, inSoak: number): number {
  return isSoak ? inSoak : inTests;
}

export const isSoak = process.env['SOAK'] !== undefined;

/** What a soak may take. */
export const SOAK_MS = 3_600_000;
