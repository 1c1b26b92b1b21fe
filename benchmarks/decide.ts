/**
 * How fast is the decision engine? Measured are decisions a second on a large tenant, and a comparison of two larger
 * ones.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { possibilitiesFor } from '../steering';
import { flowsOn, largeTenant } from './large-tenant';
import { takeTurns } from './measure';
import { DIST } from './paths';
import type { Measurement } from './report';

const EXCEPTIONS = 1_000;
const FLOWS = 100_000;
const FLOWS_PER_SECOND = 100_000;
const ROUNDS = 5;

const COMPARED = 3_000;
const WITHIN_MS = 2_000;
const MEGABYTES = 200;
/** The part of these megabytes that the objects of the program may take. Node.js itself takes the rest. */
const HEAP_MEGABYTES = 140;
const COMPARISONS = 3;

export async function benchDecide(progress: (what: string) => void): Promise<Measurement[]> {
  progress('decisions');
  const model = largeTenant(EXCEPTIONS);
  const flows = flowsOn(EXCEPTIONS, FLOWS);
  const times = await takeTurns(ROUNDS, {
    decide: async () => {
      for (const flow of flows) possibilitiesFor(model, flow);
    },
  });
  const median = times['decide']?.median ?? NaN;
  progress('comparisons of two tenants');
  return [
    {
      what: `decisions a second, ${EXCEPTIONS} exceptions, 10 % of them patterns`,
      measured: `${FLOWS} in ${median.toFixed(0)} ms`,
      figure: FLOWS / (median / 1_000),
      goal: FLOWS_PER_SECOND,
      bound: 'at least',
    },
    ...(await benchCompare()),
  ];
}

/** Runs each comparison in a process of its own, so that the measured memory belongs to that comparison alone. */
async function benchCompare(): Promise<Measurement[]> {
  const folder = await mkdtemp(join(DIST, 'bench-'));
  try {
    const program = join(folder, 'compare.cjs');
    const entryPoints = [join(__dirname, 'compare-once.ts')];
    await build({ entryPoints, bundle: true, platform: 'node', outfile: program, external: ['re2js'] });
    const runs: { ms: number; megabytes: number; complete: boolean }[] = [];
    for (let run = 0; run < COMPARISONS; run++) {
      const flags = [`--max-old-space-size=${HEAP_MEGABYTES}`, program, String(COMPARED)];
      const { stdout } = await promisify(execFile)(process.execPath, flags);
      runs.push(JSON.parse(stdout) as (typeof runs)[number]);
    }
    const fastest = Math.min(...runs.map(({ ms }) => ms));
    const largest = Math.max(...runs.map(({ megabytes }) => megabytes));
    const all = runs.every(({ complete }) => complete) ? 'every flow' : 'not every flow';
    const what = `two tenants of ${COMPARED} exceptions compared`;
    return [
      { what: `${what}, ms`, measured: `${fastest.toFixed(0)} ms, ${all}`, figure: fastest, goal: WITHIN_MS },
      { what: `${what}, MB`, measured: `${largest.toFixed(0)} MB at most`, figure: largest, goal: MEGABYTES },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
