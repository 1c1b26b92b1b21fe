/** `netskope-steering live export`: what it takes, what it refuses, and that it writes all files or none. */
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createColors } from 'picocolors';
import { EXIT, UserError } from '../../cli/complaint';
import { exportCommand, runExport, type ExportFlags } from '../../cli/live/export';
import { snapshotText } from '../../live/snapshot';
import { startTenant } from '../../tenant/emulator';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-command-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const SNAPSHOT = {
  tenant: 'https://acme.goskope.com',
  observedAt: '2026-11-30T08:00:00Z',
  configurations: [
    {
      id: 0,
      name: 'Default tenant config',
      shown: { enabled: true, traffic_type: 'mystery', location_based_steering: false },
    },
  ],
};

async function snapshot(text = snapshotText(SNAPSHOT)): Promise<string> {
  const path = join(folder, 'snapshot.json');
  await writeFile(path, text);
  return path;
}

const run = (flags: Partial<ExportFlags>, env: NodeJS.ProcessEnv = {}) =>
  runExport(
    { format: 'hcl', out: join(folder, 'out'), name: 'tenant', ...flags },
    { env, color: createColors(false), stdin: () => Promise.resolve('') },
  );

/** The exit code and the words of a complaint. */
async function complaint(flags: Partial<ExportFlags>, env: NodeJS.ProcessEnv = {}): Promise<[number, string]> {
  const cause: unknown = await run(flags, env).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(cause instanceof UserError)) throw new Error(`not a complaint: ${String(cause)}`);
  return [cause.exitCode, cause.message];
}

it('writes a snapshot as code, with what is not known as comments', async () => {
  const { exitCode, stdout, notes } = await run({ snapshot: await snapshot() });
  expect([exitCode, notes]).toEqual([EXIT.done, []]);
  expect(stdout).toContain('Wrote 1 object to ');
  expect((await readdir(join(folder, 'out'))).sort()).toEqual(['.gitignore', 'imports.tf', 'main.tf', 'tenant.tf']);
  expect((await stat(join(folder, 'out', 'tenant.tf'))).mode & 0o077).toBe(0);
});

it('reads codes by a dialect', async () => {
  const dialect = join(folder, 'dialect.json');
  await writeFile(dialect, JSON.stringify({ action: {}, traffic_type: { mystery: 'all' } }));
  await run({ snapshot: await snapshot(), dialect, format: 'cdktf' });
  expect(await readdir(join(folder, 'out'))).toContain('main.ts');
});

it('writes over nothing, neither files nor a file in the place of the folder', async () => {
  const out = join(folder, 'out');
  await mkdir(out);
  await run({ out, snapshot: await snapshot() });
  const before = await readdir(out);
  expect(await complaint({ out, snapshot: await snapshot() })).toEqual([
    EXIT.usage,
    expect.stringMatching(/is not empty \(it has .*\), and nothing is written over\. Name a new folder/),
  ]);
  expect(await readdir(out)).toEqual(before);
  const [code, words] = await complaint({ out: join(out, 'main.tf'), snapshot: await snapshot() });
  expect([code, words]).toEqual([EXIT.unreadable, expect.stringContaining('it is a file, or below one')]);
});

it.each([
  [
    'no tenant and no snapshot',
    {},
    EXIT.usage,
    /NETSKOPE_TENANT_URL and NETSKOPE_REST_V1_TOKEN are not set.* --snapshot/,
  ],
  ['no such file', { snapshot: '/nowhere/snapshot.json' }, EXIT.unreadable, /there is no such file/],
])('%s leaves nothing behind', async (_what, flags, exitCode, words) => {
  expect(await complaint(flags)).toEqual([exitCode, expect.stringMatching(words)]);
  expect(await readdir(folder)).toEqual([]);
});

it.each(['', '{', '[]', '{}', '{"configurations":{}}'])('refuses the snapshot %j', async (text) => {
  const [exitCode] = await complaint({ snapshot: await snapshot(text) });
  expect(exitCode).toBe(EXIT.unreadable);
  expect(await readdir(folder)).toEqual(['snapshot.json']);
});

it('says what a tenant refuses, and writes nothing', async () => {
  const tenant = await startTenant();
  try {
    const env = { NETSKOPE_SERVER_URL: tenant.serverUrl, NETSKOPE_API_KEY: 'wrong-token' };
    const [exitCode, words] = await complaint({}, env);
    expect(exitCode).toBe(EXIT.tenant);
    expect(words).not.toContain('wrong-token');
    expect(await readdir(folder)).toEqual([]);
  } finally {
    await tenant.close();
  }
});

it.each(['', '7', 'a b', '../x', "x'", 'a'.repeat(41)])('refuses the name %j', (name) => {
  const option = exportCommand().options.find(({ long }) => long === '--name');
  expect(() => option?.parseArg?.(name, undefined as never)).toThrow('A name begins with a letter');
});
