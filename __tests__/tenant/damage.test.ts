import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Random } from '../../tenant/emulator/random';
import { isSoak, runs, SOAK_MS } from '../plugin-sdk/support/runs';
import { bundleScript, type BundledScript } from '../support/bundled-tenant';
import { damages } from './support/damage';
import { exceptionBodies } from './support/exception-bodies';
import { openTenant } from './support/tenant-client';
import { temporaryFolder } from './support/temporary-folder';

const TRIES = runs(240, 20_000);
/** Several processes at a time: they wait for the disk most of the time. */
const PROCESSES = 4;
const TRIES_OF_A_PROCESS = 60;

type Files = Readonly<Record<string, Buffer>>;

let folder: { path: string; remove(): void };
let program: BundledScript;
/** A tenant of 120 apps that was closed, and one that was killed: its last changes are in the log beside the database. */
let healthy: Record<'closed' | 'killed', Files>;

beforeAll(async () => {
  folder = temporaryFolder('damage');
  program = bundleScript(join(__dirname, 'support', 'start-all.ts'));
  const dataDir = join(folder.path, 'healthy');
  const { tenant, post } = await openTenant({ dataDir, trafficMode: 'all' });
  for (let index = 0; index < 120; index++) {
    const platforms = { windows: { match: 'exact', processes: [`app${index}.exe`] } };
    await post('/steering/apps/certpinned', { app_name: `App ${index} für alle`, platforms });
  }
  for (const body of Object.values(exceptionBodies)) await post('/steering/configurations/0/exceptions', body);
  await post('/steering/configurations', { config_name: 'Another' });
  await post('/steering/configurations/1/nonstandardports', { port: 5222 });
  const killed = filesOf(dataDir);
  await tenant.close();
  healthy = { closed: filesOf(dataDir), killed };
});
afterAll(() => {
  folder.remove();
  program.remove();
});

function filesOf(path: string): Files {
  return Object.fromEntries(readdirSync(path).map((name) => [name, readFileSync(join(path, name))]));
}

/** For comparisons, in which buffers take very long. */
function textOf(files: Files): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [name, content.toString('latin1')]));
}

function makeFolder(name: string, files: Files): string {
  const path = join(folder.path, name);
  mkdirSync(path);
  for (const [file, content] of Object.entries(files)) writeFileSync(join(path, file), content);
  return path;
}

interface Outcome {
  /** Of each collection, where the tenant started. */
  statuses?: number[];
  name?: string;
  message?: string;
}

/** What becomes of a tenant on each folder. Fails when the process ends otherwise than by itself, as libsql makes it do. */
async function startOn(folders: readonly string[]): Promise<Outcome[]> {
  const args = [program.path, ...folders];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, {
    env: { ...process.env, ...program.env },
  });
  expect(stderr).toBe('');
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Outcome);
}

const usable: Outcome = { statuses: [200, 200, 200, 200] };

function expectRefused(path: string, { name, message }: Outcome): void {
  expect(name).toBe('UnusableData');
  // What is wrong, and what to do.
  expect(message).toMatch(new RegExp(`^the data folder ${path} cannot be used: [^\\n]{10,}\\. [A-Z][^\\n]{10,}\\.$`));
  expect(message).not.toMatch(/another tenant|TypeError|is not a function|undefined/);
}

interface Try {
  what: string;
  path: string;
  damaged: Files;
}

const kinds = Object.entries(damages);

function makeTry(number: number, random: Random): Try {
  const [kind, damage] = kinds[number % kinds.length]!;
  const files = healthy[random.below(2) === 0 ? 'closed' : 'killed'];
  const name = random.pick(Object.keys(files))!;
  const damaged = { ...files, [name]: damage(files[name]!, random) };
  return { what: `try ${number}: ${kind}, in ${name}`, path: makeFolder(`try-${number}`, damaged), damaged };
}

describe('data that was damaged by chance', () => {
  it(
    'is refused and left as it is, or what is readable of it is served',
    async () => {
      const random = new Random(16);
      let refused = 0;
      for (let begun = 0; begun < TRIES; begun += PROCESSES * TRIES_OF_A_PROCESS) {
        const processes = Array.from({ length: PROCESSES }, (_, process) =>
          Array.from({ length: TRIES_OF_A_PROCESS }, (_, index) =>
            makeTry(begun + process * TRIES_OF_A_PROCESS + index, random),
          ),
        );
        const outcomes = await Promise.all(processes.map((tries) => startOn(tries.map(({ path }) => path))));
        for (const [index, { what, path, damaged }] of processes.flat().entries()) {
          const outcome = outcomes.flat()[index]!;
          if (outcome.name === undefined) {
            expect({ what, ...outcome }).toEqual({ what, ...usable });
          } else {
            refused += 1;
            expectRefused(path, outcome);
            expect({ what, files: textOf(filesOf(path)) }).toEqual({ what, files: textOf(damaged) });
          }
          rmSync(path, { recursive: true });
        }
      }
      expect(refused).toBeGreaterThan(TRIES / 3);
    },
    isSoak ? SOAK_MS : 120_000,
  );

  it('is not what a tenant leaves behind, closed or killed', async () => {
    const folders = [makeFolder('closed', healthy.closed), makeFolder('killed', healthy.killed)];
    expect(await startOn(folders)).toEqual([usable, usable]);
  });
});
