/** How soon does the local tenant answer, and how many reads a second does it serve with 10,000 objects? */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLI } from './paths';
import { takeTurns } from './measure';
import type { Measurement } from './report';

const STARTS = 15;
const READY_WITHIN_MS = 300;
const OBJECTS = 10_000;
const READS_PER_SECOND = 2_000;
const CONNECTIONS = 32;
const WINDOWS = 3;
const WINDOW_MS = 1_000;

const COLLECTION = '/api/v2/steering/configurations/0/exceptions';
const exception = (index: number): object => ({
  type: 'certificate_pinned_app',
  notes: String(index),
  certificate_pinned_app: { app_id: 'app-1', custom_app_domains: ['*'], windows: { action: 'block' } },
});

interface Running {
  child: ChildProcess;
  /** Milliseconds from the tenant's start to the line that says where it answers. */
  readyAfterMs: number;
  port: string;
  token: string;
}

export async function benchTenant(progress: (what: string) => void): Promise<Measurement[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'steering-bench-'));
  try {
    progress('reads of a tenant in memory');
    const inMemory = await benchReads('in memory');
    progress('reads of a tenant with --data');
    const onDisk = await benchReads('--data', '--data', dataDir);
    progress('the start of a tenant');
    return [...(await benchStarts(dataDir)), ...inMemory, ...onDisk];
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/**
 * Measures starts of the tenant.
 * @param dataDir the folder that holds the objects already
 */
async function benchStarts(dataDir: string): Promise<Measurement[]> {
  const start = async (...flags: string[]): Promise<number> => {
    const { child, readyAfterMs } = await startTenant(...flags);
    await stop(child);
    return readyAfterMs;
  };
  const times = await takeTurns(STARTS, {
    'in memory': () => start(),
    [`--data, ${OBJECTS} objects`]: () => start('--data', dataDir),
  });
  return Object.entries(times).map(([what, { median, min }]) => ({
    what: `tenant ready, ms (median; ${what})`,
    measured: `at best ${min.toFixed(0)} ms`,
    figure: median,
    goal: READY_WITHIN_MS,
  }));
}

async function benchReads(name: string, ...flags: string[]): Promise<Measurement[]> {
  const tenant = await startTenant(...flags);
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const call = (method: string, path: string, body?: object) => ask({ ...tenant, agent, method, path }, body);
  try {
    const ids = await fill((body) => call('POST', COLLECTION, body));
    const anyId = () => ids[Math.floor(Math.random() * ids.length)] ?? '';
    const anyPage = () => `?limit=100&offset=${100 * Math.floor((Math.random() * OBJECTS) / 100)}`;
    const single = await perSecond(() => call('GET', `${COLLECTION}/${anyId()}`));
    const pages = await perSecond(() => call('GET', COLLECTION + anyPage()));
    const measurement = (what: string, figure: number, measured: string): Measurement => ({
      what: `${what} (${name}, ${OBJECTS} objects)`,
      measured,
      figure,
      goal: READS_PER_SECOND,
      bound: 'at least',
    });
    return [
      measurement('single reads per second', single, ''),
      measurement('pages of 100 per second', pages, `${(pages * 100).toFixed(0)} objects`),
    ];
  } finally {
    agent.destroy();
    await stop(tenant.child);
  }
}

/** Makes the objects, and returns their ids. */
async function fill(create: (body: object) => Promise<string>): Promise<string[]> {
  const ids: string[] = [];
  let made = 0;
  const work = async (): Promise<void> => {
    while (made < OBJECTS) {
      const answer = JSON.parse(await create(exception(made++))) as { data: { id: string } };
      ids.push(answer.data.id);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  return ids;
}

/**
 * The number of calls a second that are answered over all connections. It is the best of some periods of time, because
 * other work of the machine only makes it smaller.
 */
async function perSecond(run: () => Promise<string>): Promise<number> {
  let best = 0;
  for (let window = 0; window < WINDOWS; window++) {
    const begun = performance.now();
    let answered = 0;
    const work = async (): Promise<void> => {
      while (performance.now() < begun + WINDOW_MS) {
        await run();
        answered += 1;
      }
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, work));
    best = Math.max(best, answered / ((performance.now() - begun) / 1000));
  }
  return best;
}

interface Call {
  port: string;
  token: string;
  agent: Agent;
  method: string;
  path: string;
}

/**
 * Sends a request, and returns the body of the answer. It uses Node's own client, because fetch would be slower than
 * the tenant.
 */
function ask({ port, token, agent, method, path }: Call, body?: object): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      'netskope-api-token': token,
      ...(body && { 'content-type': 'application/json' }),
    };
    const asking = request({ host: '127.0.0.1', port, agent, method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if ((response.statusCode ?? 500) < 300) resolve(text);
        else reject(new Error(`${method} ${path} answered ${response.statusCode}: ${text}`));
      });
      response.on('error', reject);
    });
    asking.on('error', reject);
    asking.end(body && JSON.stringify(body));
  });
}

async function startTenant(...flags: string[]): Promise<Running> {
  const begun = performance.now();
  const child = spawn(process.execPath, [CLI, 'tenant', '--json', ...flags], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const readyAfterMs = performance.now() - begun;
  const { server_url, api_key } = JSON.parse(line.toString()) as { server_url: string; api_key: string };
  return { child, readyAfterMs, port: new URL(server_url).port, token: api_key };
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  await once(child, 'exit');
}
