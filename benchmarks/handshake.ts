/**
 * How long does a provider take from its start to its handshake line? No provider on Node can be faster than `node -e
 * 0`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createCertificate } from '../providers/plugin-sdk/wire/certificate';
import { launcherPath } from './paths';
import { takeTurns } from './measure';
import type { Measurement } from './report';

const ROUNDS = 25;

/** go-plugin's cookie for Terraform's providers, which is public in terraform's source. */
const COOKIE = 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2';

/** What is measured against what: the program that terraform starts, and the Node that runs inside it. */
export interface Starts {
  readonly what: string;
  readonly program: string;
  readonly node: string;
  readonly goal: number;
}

const LAUNCHER: Starts = {
  what: 'spawn to handshake',
  program: launcherPath(),
  node: process.execPath,
  goal: 1.6,
};

export async function benchHandshake({ what, program, node, goal }: Starts = LAUNCHER): Promise<Measurement[]> {
  // This variable costs `node -e 0` 35 ms, but not the provider, because of the launcher: it would make our ratio too
  // good.
  const { NODE_EXTRA_CA_CERTS: _, ...plain } = process.env;
  const env = {
    ...plain,
    TF_PLUGIN_MAGIC_COOKIE: COOKIE,
    PLUGIN_PROTOCOL_VERSIONS: '5,6',
    PLUGIN_CLIENT_CERT: createCertificate().pem,
    PLUGIN_MIN_PORT: '10000',
    PLUGIN_MAX_PORT: '25000',
  };
  const times = await takeTurns(ROUNDS, {
    provider: () => toFirstLine(program, env),
    node: async () => void (await once(spawn(node, ['-e', '0'], { env, stdio: 'ignore' }), 'exit')),
  });
  const [ours, base] = [times['provider'], times['node']];
  if (ours === undefined || base === undefined) throw new Error('nothing was measured');
  const show = (a: number, b: number) => `${a.toFixed(0)} / ${b.toFixed(0)} ms`;
  return [
    { what: `${what} (median)`, measured: show(ours.median, base.median), figure: ours.median / base.median, goal },
    { what: `${what} (min)`, measured: show(ours.min, base.min), figure: ours.min / base.min, goal },
  ];
}

/** Measures the milliseconds until the handshake line, and then ends the process. */
async function toFirstLine(command: string, env: NodeJS.ProcessEnv): Promise<number> {
  const begun = performance.now();
  const child = spawn(command, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const taken = performance.now() - begun;
  child.kill('SIGTERM');
  await once(child, 'exit');
  if (!line.toString().startsWith('1|6|')) throw new Error(`not a handshake: ${line.toString()}`);
  return taken;
}
