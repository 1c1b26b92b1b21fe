/** A PostgreSQL of a test's own: in a temporary folder, on a socket in it, with a password, gone afterwards. */
import { execFileSync, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitUntil } from '../../support/wait-until';

/** Debian puts the programs of each version into a folder that is on no PATH. */
const DEBIAN = '/usr/lib/postgresql';
const MISSING =
  'PostgreSQL is missing: this test keeps state in a real one. Install it ("apt-get install -y postgresql" on Debian) and run this again.';
const USER = 'steering';

export interface Postgres {
  /** How its clients find it; terraform's too. */
  readonly env: Readonly<Record<'PGHOST' | 'PGUSER' | 'PGPASSWORD' | 'PGDATABASE', string>>;
  readonly password: string;
  /** Lines of the answer to an SQL statement, of the database that clients find or of another, asked by its owner or another. */
  query(sql: string, database?: string, as?: { PGUSER: string }): string[];
  /** Runs a file of SQL in a database, as an administrator would. */
  runFile(path: string, database: string): void;
  stop(): Promise<void>;
}

/** @throws where there is none on this machine: a test that needs it fails, it is never skipped. */
export async function startPostgres(): Promise<Postgres> {
  const programs = findPrograms();
  const folder = mkdtempSync(join(tmpdir(), 'pg-'));
  const data = join(folder, 'data');
  const password = randomBytes(12).toString('hex');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password);
  const account = unprivileged();
  if (account !== undefined) for (const path of [folder, passwordFile]) chownSync(path, account.uid, account.gid);
  const access = ['--auth=scram-sha-256', `--username=${USER}`, `--pwfile=${passwordFile}`];
  const options: SpawnOptions = { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], ...account };
  execFileSync(join(programs, 'initdb'), ['--pgdata', data, '--no-sync', '--encoding=UTF8', ...access], {
    ...options,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  // No TCP: nobody else can meet it, and no port has to be free.
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'fsync=off'];
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...settings.flatMap((one) => ['-c', one])], options);
  let said = '';
  server.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  const stop = async () => {
    await end(server);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await waitUntil('PostgreSQL accepts connections', () => {
      if (server.exitCode !== null) throw new Error(`PostgreSQL ended instead of starting:\n${said}`);
      return said.includes('ready to accept connections');
    });
  } catch (cause) {
    await stop();
    throw cause;
  }
  const env = { PGHOST: folder, PGUSER: USER, PGPASSWORD: password, PGDATABASE: 'postgres' };
  const psql = (args: string[], change: NodeJS.ProcessEnv) =>
    execFileSync(join(programs, 'psql'), ['--no-psqlrc', '--quiet', '--set', 'ON_ERROR_STOP=1', ...args], {
      env: { ...process.env, ...env, ...change },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const query = (sql: string, database = env.PGDATABASE, as = { PGUSER: USER }) =>
    psql(['--tuples-only', '--no-align', '--command', sql], { PGDATABASE: database, ...as })
      .split('\n')
      .filter((line) => line !== '');
  const runFile = (path: string, database: string) => void psql(['--file', path], { PGDATABASE: database });
  return { env, password, query, runFile, stop };
}

/** Smart shutdown waits for clients; this one does not. */
async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = once(server, 'exit');
  server.kill('SIGINT');
  await exited;
}

function findPrograms(): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(DEBIAN, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(':'),
  ];
  const found = folders.find((folder) =>
    ['initdb', 'postgres', 'psql'].every((name) => existsSync(join(folder, name))),
  );
  if (found === undefined) throw new Error(MISSING);
  return found;
}

/** PostgreSQL refuses to run as root; the package has brought a user of its own. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
