/**
 * What do reviews of large plans cost in time and memory? Some plans block apps with ports of their own, one has 3,000
 * exceptions, and one has 200 MB.
 */
import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLI } from './paths';
import type { Measurement } from './report';
import { catalogueApps, madeUpApps, planThatBlocks } from './review-plans';

/** The plans that block apps, each with the seconds that its review may take. */
const BLOCKS: readonly (readonly [what: string, apps: ReturnType<typeof catalogueApps>, seconds: number])[] = [
  ...(
    [
      [25, 1],
      [100, 2],
      [154, 3],
    ] as const
  ).map(([count, seconds]) => [`${count} apps of the catalogue`, catalogueApps(count), seconds] as const),
  ['1,000 apps, a port each', madeUpApps(1_000), 10],
];
const EXCEPTIONS = 3_000;
const SECONDS = 5;
const MEGABYTES = 500;
const LARGE_MEGABYTES = 200;
/** The number of runs. There are several, because other work of the machine makes some of them slower. */
const ROUNDS = 3;

export async function benchReview(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'steering-bench-'));
  try {
    const many = join(folder, 'many.json');
    writeFileSync(many, JSON.stringify(planOf(changes(EXCEPTIONS))));
    const large = join(folder, 'large.json');
    await writeLarge(large);
    const blocks = [];
    for (const [what, apps, goal] of BLOCKS) {
      const path = join(folder, 'blocks.json');
      writeFileSync(path, JSON.stringify(planThatBlocks(apps)));
      blocks.push(...measured(`review of ${what}`, await runs(path), goal));
    }
    const much = await run(large);
    return [
      ...blocks,
      ...measured(`review of ${EXCEPTIONS} new exceptions`, await runs(many), SECONDS),
      {
        what: `review of a plan of ${LARGE_MEGABYTES} MB, exit code`,
        measured: `${much.seconds.toFixed(0)} s, ${much.megabytes.toFixed(0)} MB`,
        figure: much.exitCode,
        goal: 0,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measured(what: string, { seconds, megabytes }: Taken, goal: number): Measurement[] {
  return [
    { what: `${what}, seconds`, measured: `${seconds.toFixed(1)} s`, figure: seconds, goal },
    { what: `${what}, MB`, measured: `${megabytes.toFixed(0)} MB`, figure: megabytes, goal: MEGABYTES },
  ];
}

/** Reviews a plan several times, and returns the least time and the most memory. */
async function runs(plan: string): Promise<Taken> {
  const rounds: Taken[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await run(plan));
  return {
    seconds: Math.min(...rounds.map((one) => one.seconds)),
    megabytes: Math.max(...rounds.map((one) => one.megabytes)),
    exitCode: Math.max(...rounds.map((one) => one.exitCode)),
  };
}

interface Taken {
  readonly seconds: number;
  /** The most memory that the program held at once. */
  readonly megabytes: number;
  readonly exitCode: number;
}

async function run(plan: string): Promise<Taken> {
  const begun = performance.now();
  const program = `process.argv.splice(1, 0, 'node'); process.on('exit', () => process.stderr.write('\\n' + process.resourceUsage().maxRSS)); require(${JSON.stringify(CLI)})`;
  const args = ['review', plan, '--format', 'markdown', '--fail-on', 'never'];
  const child = spawn(process.execPath, ['-e', program, '--', ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [exitCode] = (await once(child, 'close')) as [number | null];
  const kilobytes = Number(said.split('\n').at(-1));
  return { seconds: (performance.now() - begun) / 1000, megabytes: kilobytes / 1024, exitCode: exitCode ?? 1 };
}

interface Change {
  readonly address: string;
  readonly type: string;
  readonly before: object | null;
  readonly after: object;
}

/** Makes ten exceptions for each app; a tenth of the apps are known by a pattern. */
function changes(exceptions: number): Change[] {
  const is = { name: 'Default tenant config', enabled: true, priority: 1, traffic_mode: 'web', id: '0' };
  const type = (name: string) => `netskopesteering_${name}`;
  const all: Change[] = [
    { address: `${type('default_configuration')}.d`, type: type('default_configuration'), before: is, after: is },
  ];
  for (let index = 0; index < exceptions / 10; index++) {
    const windows =
      index % 10 === 0
        ? { match: 'regex', processes: [`^App${index}(Helper)?\\.exe$`] }
        : { match: 'exact', processes: [`App${index}.exe`] };
    const after = { id: `app-${index}`, name: `App ${index}`, windows };
    all.push({
      address: `${type('certificate_pinned_app')}.a${index}`,
      type: type('certificate_pinned_app'),
      before: after,
      after,
    });
  }
  for (let index = 0; index < exceptions; index++) {
    const after = {
      id: `0/${index}`,
      configuration_id: '0',
      app_id: `app-${Math.floor(index / 10)}`,
      custom_app_domains: [`h${index}.example`],
      windows: index % 3 === 0 ? 'block' : 'bypass_direct',
    };
    const kind = type('certificate_pinned_app_exception');
    all.push({ address: `${kind}.e${index}`, type: kind, before: null, after });
  }
  return all;
}

function planOf(all: readonly Change[]): object {
  const { head, tail } = around(all);
  return { ...head, resource_changes: all.map(toPlan), ...tail };
}

function around(all: readonly Change[]) {
  const resources = all
    .filter(({ before }) => before !== null)
    .map(({ address, type, before }) => ({ address, mode: 'managed', type, name: 'x', values: before }));
  return {
    head: { format_version: '1.2', terraform_version: '1.11.4', planned_values: { root_module: {} } },
    tail: {
      prior_state: { format_version: '1.0', values: { root_module: { resources } } },
      configuration: { root_module: {} },
    },
  };
}

function toPlan({ address, type, before, after }: Change): object {
  const actions = [before === null ? 'create' : 'no-op'];
  return { address, mode: 'managed', type, name: 'x', change: { actions, before, after, after_unknown: {} } };
}

/** Makes a plan most of which belongs to another provider, because plans of that size are like that. */
async function writeLarge(path: string): Promise<void> {
  const file = createWriteStream(path);
  const { head, tail } = around(changes(100));
  file.write(
    `${JSON.stringify(head).slice(0, -1)},"resource_changes":[${changes(100)
      .map((one) => JSON.stringify(toPlan(one)))
      .join()}`,
  );
  const text = 'x'.repeat(1_000);
  for (let written = 0, index = 0; written < LARGE_MEGABYTES * 2 ** 20; index++) {
    const after = { id: String(index), tags: Array.from({ length: 10 }, () => text) };
    const chunk = `,${JSON.stringify(toPlan({ address: `other_thing.t${index}`, type: 'other_thing', before: null, after }))}`;
    written += chunk.length;
    if (!file.write(chunk)) await once(file, 'drain');
  }
  file.end(`],${JSON.stringify(tail).slice(1)}`);
  await once(file, 'close');
}
