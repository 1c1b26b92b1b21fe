/** The data of a tenant of 120 apps, to be damaged, and what becomes of a tenant that starts on it. */
import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { COLLECTION_NAMES } from '../../../tenant/contract/collections';
import { bundleScript, type BundledScript } from '../../support/bundled-tenant';
import { exceptionBodies } from '../../support/samples';
import { openTenant } from './tenant-client';
import { temporaryFolder } from './temporary-folder';

export type Files = Readonly<Record<string, Buffer>>;

/** What became of a tenant on a folder: the status of the list of each collection, or its refusal. */
export interface Outcome {
  statuses?: number[];
  name?: string;
  message?: string;
}

export const usable: Outcome = { statuses: COLLECTION_NAMES.map(() => 200) };

export interface HealthyData {
  /** As a tenant leaves it that was closed. */
  closed: Files;
  /** As one leaves it that was killed: its last changes are in the log beside the database. */
  killed: Files;
  /** A folder of that name with these files in it. */
  makeFolder(name: string, files: Files): string;
  /** Starts a tenant on each folder, in a process of their own. Fails where that ends otherwise than by itself. */
  startOn(folders: readonly string[], user?: { uid?: number; gid?: number }): Promise<Outcome[]>;
  remove(): void;
}

export async function healthyData(): Promise<HealthyData> {
  const folder = temporaryFolder('damage');
  // A test looks at it as another user.
  chmodSync(folder.path, 0o755);
  const program = bundleScript(join(__dirname, 'start-all.ts'));
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
  return {
    closed: filesOf(dataDir),
    killed,
    makeFolder(name, files) {
      const path = join(folder.path, name);
      mkdirSync(path);
      for (const [file, content] of Object.entries(files)) writeFileSync(join(path, file), content);
      return path;
    },
    startOn: (folders, user) => startAll(program, folders, user),
    remove() {
      folder.remove();
      program.remove();
    },
  };
}

async function startAll({ path, env }: BundledScript, folders: readonly string[], user = {}): Promise<Outcome[]> {
  const options = { env: { ...process.env, ...env }, ...user };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [path, ...folders], options);
  expect(stderr).toBe('');
  const lines = stdout.trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Outcome);
}

/** The files of a folder; what is not a file is left out. */
export function filesOf(path: string): Files {
  const names = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(names.map(({ name }) => [name, readFileSync(join(path, name))]));
}

/** For comparisons, in which buffers take very long. */
export function textOf(files: Files): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [name, content.toString('latin1')]));
}

/** A refusal names the folder, says what is wrong, and after that what to do. */
export function expectRefused(path: string, { name, message }: Outcome): void {
  expect([message, name]).toEqual([message, 'UnusableData']);
  expect(message).toMatch(new RegExp(`^the data folder ${path} cannot be used: [^\\n]{10,}\\. [A-Z][^\\n]{10,}\\.$`));
  expect(message).not.toMatch(/another tenant|TypeError|is not a function|undefined/);
}
