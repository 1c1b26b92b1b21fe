import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const repository = join(__dirname, '..', '..');
let folder: string;
let program: string;
let children: ChildProcess[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenant-cli-'));
  program = join(folder, 'tenant.cjs');
  const entry = join(folder, 'entry.ts');
  const command = JSON.stringify(join(repository, 'cli', 'tenant'));
  writeFileSync(entry, `import { tenantCommand } from ${command};\nvoid tenantCommand().parseAsync(process.argv);\n`);
  buildSync({ entryPoints: [entry], bundle: true, platform: 'node', outfile: program, logLevel: 'error' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children = [];
});

interface Run {
  child: ChildProcess;
  /** What it has printed once the text shows, or at its end. */
  printed(text?: string): Promise<string>;
  ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

function run(...flags: string[]): Run {
  const child = spawn(process.execPath, [program, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, stdout, stderr }));
  const printed = async (text = '\n'): Promise<string> => {
    while (!stdout.includes(text) && child.exitCode === null) {
      await Promise.race([once(child.stdout, 'data'), ended]);
    }
    return stdout;
  };
  return { child, printed, ended };
}

async function readConfiguration(serverUrl: string, token: string): Promise<{ data: { traffic_type: string } }> {
  const headers = { 'Netskope-Api-Token': token };
  const response = await fetch(`${serverUrl}/steering/configurations/0`, { headers });
  expect(response.status).toBe(200);
  return (await response.json()) as { data: { traffic_type: string } };
}

describe('netskope-steering tenant', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'prints one line of JSON, serves, and ends with code 0 on %s though a connection is open',
    async (signal) => {
      const { child, printed, ended } = run('--token', 'T', '--json');
      const line = await printed();
      const { server_url: serverUrl } = JSON.parse(line) as { server_url: string };
      expect(line).toBe(`{"server_url":"${serverUrl}","api_key":"T"}\n`);
      expect(serverUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/v2$/);
      expect((await readConfiguration(serverUrl, 'T')).data.traffic_type).toBe('cloud_apps');
      child.kill(signal);
      expect(await ended).toEqual({ code: 0, stdout: line, stderr: '' });
    },
  );

  it('tells people where it is, how to point the provider at it, and what is assumed', async () => {
    const { printed, child, ended } = run('--traffic-mode', 'web', '--token', "it's");
    const text = await printed('Ctrl-C');
    const url = /^ {2}export NETSKOPE_SERVER_URL=(\S+)$/m.exec(text)?.[1] ?? '';
    expect(text).toContain(`  export NETSKOPE_API_KEY='it'\\''s'\n`);
    expect(text).toContain('No public REST endpoint');
    expect((await readConfiguration(url, "it's")).data.traffic_type).toBe('web');
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  });

  it('makes up a token when none is given', async () => {
    const line = await run('--json').printed();
    const { server_url: serverUrl, api_key: token } = JSON.parse(line) as { server_url: string; api_key: string };
    expect(token.length).toBeGreaterThanOrEqual(32);
    await readConfiguration(serverUrl, token);
  });

  it('says in one line that the port is in use', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    const { code, stdout, stderr } = await run('--port', String(port)).ended;
    holder.close();
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(new RegExp(`^netskope-steering tenant: port ${port} is in use\\. [^\\n]+\\n$`));
  });

  it.each([
    [['--port', '70000'], '0 to 65535'],
    [['--port', '-1'], '0 to 65535'],
    [['--port', '1e3'], '0 to 65535'],
    [['--port', 'http'], '0 to 65535'],
    [['--token', ''], 'visible ASCII'],
    [['--token', 'a b'], 'visible ASCII'],
    [['--traffic-mode', 'some'], 'cloud_apps, web, all, none'],
    [['--data', 'x'], 'unknown option'],
  ])('refuses %j', async (flags, message) => {
    const { code, stdout, stderr } = await run(...flags).ended;
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(message);
  });
});
