/**
 * What does the SDK itself cost? Measured is a plan that changes none of 1,000 files of the minimal provider, without
 * an API.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { installPlugin, onlyMirrors } from '../tools/build/install-plugin';
import { applied, type AppliedWorkspace } from './applied-workspace';
import { takeTurns } from './measure';
import type { Measurement } from './report';

const COUNT = 1_000;
const ROUNDS = 5;
const GOAL = 2.5;
const MEGABYTES = 120;

const SOURCE = 'terraform.local/example/minimal';
const HEAD = `terraform {
  required_providers {
    minimal = { source = "${SOURCE}" }
  }
}
`;
const numbers = Array.from({ length: COUNT }, (_, index) => index);
const data = (index: number) => `resource "terraform_data" "f${index}" {\n  input = "${index}"\n}\n`;
const file = (folder: string) => (index: number) =>
  `resource "minimal_file" "f${index}" {\n  path = "${folder}/${index}.txt"\n  text = "${index}"\n}\n`;

interface Usage {
  readonly megabytes: number;
  readonly cpuSeconds: number;
}

export interface MinimalProviderBench {
  readonly measurements: readonly Measurement[];
  /** A text of several lines on where the time of such a plan goes. */
  readonly note: string;
}

export async function benchMinimalProvider(): Promise<MinimalProviderBench> {
  const folder = await mkdtemp(join(tmpdir(), 'minimal-bench-'));
  const [mirror, files, record] = [join(folder, 'mirror'), join(folder, 'files'), join(folder, 'usage')];
  const workspaces: AppliedWorkspace[] = [];
  const prepare = async (hcl: string) => {
    const workspace = await applied(hcl, join(folder, 'terraformrc'), { RECORD_USAGE: record });
    workspaces.push(workspace);
    return workspace;
  };
  try {
    await mkdir(files);
    const nodeArguments = `-r "${resolve(__dirname, 'record-usage.cjs')}"`;
    await installPlugin(mirror, {
      entry: 'examples/minimal-provider/main.ts',
      source: SOURCE,
      version: '1.0.0',
      nodeArguments,
    });
    await writeFile(join(folder, 'terraformrc'), onlyMirrors(mirror));
    const ours = await prepare(HEAD + numbers.map(file(files)).join(''));
    const base = await prepare(HEAD + numbers.map(data).join(''));
    const times = await takeTurns(ROUNDS, { ours: ours.plan, base: base.plan });
    const [a, b] = [times['ours'], times['base']];
    if (a === undefined || b === undefined) throw new Error('nothing was measured');
    const [used, usedByBase] = [await usageOf(ours, record), await usageOf(base, record)];
    const measurements = [
      {
        what: `no-op plan of ${COUNT}, minimal provider (median)`,
        measured: `${a.median.toFixed(0)} / ${b.median.toFixed(0)} ms`,
        figure: a.median / b.median,
        goal: GOAL,
      },
      {
        what: 'memory of the minimal provider, MB',
        measured: `${used.providers.length} processes`,
        figure: Math.max(...used.providers.map(({ megabytes }) => megabytes)),
        goal: MEGABYTES,
      },
    ];
    return { measurements, note: describe(used, usedByBase) };
  } finally {
    for (const workspace of workspaces) await workspace.remove();
    await rm(folder, { recursive: true });
  }
}

interface PlanUsage {
  /** The seconds that terraform kept a processor busy, without the providers. */
  readonly terraform: number;
  readonly providers: readonly Usage[];
}

async function usageOf(workspace: AppliedWorkspace, record: string): Promise<PlanUsage> {
  await rm(record, { force: true });
  const all = await workspace.planForCpu();
  const lines = (await readFile(record, 'utf8')).trim().split('\n');
  const providers = lines.map((line) => JSON.parse(line) as Usage);
  return { terraform: all - sum(providers), providers };
}

function sum(usages: readonly Usage[]): number {
  return usages.reduce((total, { cpuSeconds }) => total + cpuSeconds, 0);
}

function describe(ours: PlanUsage, base: PlanUsage): string {
  const seconds = (value: number) => value.toFixed(2);
  const planning = Math.max(...ours.providers.map(({ cpuSeconds }) => cpuSeconds));
  return [
    `Where the processor is busy in the no-op plan of ${COUNT} files, in seconds (user and system):`,
    `  ${seconds(base.terraform)}  terraform, with as many terraform_data`,
    `  ${seconds(ours.terraform - base.terraform)}  terraform more: gRPC, MessagePack and the checks of what a provider says`,
    `  ${seconds(planning)}  the provider that plans: its start, and an upgrade, a read and a plan for each file`,
    `  ${seconds(sum(ours.providers) - planning)}  the ${ours.providers.length - 1} started before it, to tell their schema and to validate`,
  ].join('\n');
}
