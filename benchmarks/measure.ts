/** How are times taken? Contenders take turns in one run, so that a noisy machine is noisy to all of them. */
export interface Sample {
  readonly min: number;
  readonly median: number;
}

/**
 * Runs every contender once in each round, and returns its times in milliseconds. A contender may measure and return
 * its own time.
 */
export async function takeTurns(
  rounds: number,
  contenders: Readonly<Record<string, () => Promise<number | void>>>,
): Promise<Readonly<Record<string, Sample>>> {
  const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(contenders)) {
      const begun = performance.now();
      const own = await run();
      times[name]?.push(own ?? performance.now() - begun);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, taken]) => [name, sampleOf(taken)]));
}

function sampleOf(times: readonly number[]): Sample {
  const sorted = [...times].sort((a, b) => a - b);
  return { min: sorted[0] ?? NaN, median: sorted[Math.floor(sorted.length / 2)] ?? NaN };
}
