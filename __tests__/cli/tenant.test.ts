import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleTenant, type BundledTenant } from '../support/bundled-tenant';
import { temporaryFolder } from '../tenant/support/temporary-folder';

let program: BundledTenant;
let children: ChildProcess[] = [];

beforeAll(() => {
  program = bundleTenant();
});
afterAll(() => program.remove());
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
  const child = spawn(process.execPath, [program.path, 'tenant', ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...program.env },
  });
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
      expect(line).toMatch(/^\{"server_url":"[^"]+","api_key":"T","console_token":"[0-9a-f]{32}"\}\n$/);
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
    const address = /in a browser: (\S+)/.exec(text)?.[1] ?? '';
    const page = await fetch(address);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<title>Local tenant</title>')]);
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

  it('takes the token of the environment when none is given, and never that of a real tenant', async () => {
    const { env } = program;
    const tokenOf = async (variables: NodeJS.ProcessEnv, ...flags: string[]) => {
      program.env = { ...env, ...variables };
      const line = await run('--json', ...flags).printed();
      return (JSON.parse(line) as { api_key: string }).api_key;
    };
    const own = { NETSKOPE_STEERING_TENANT_TOKEN: 'of-the-environment' };
    const tokens = [await tokenOf(own), await tokenOf(own, '--token', 'of-the-flag')];
    const other = await tokenOf({ NETSKOPE_API_KEY: 'of-a-real-tenant' });
    program.env = { ...env, NETSKOPE_STEERING_TENANT_TOKEN: 'a b' };
    const refused = await run('--json').ended;
    program.env = env;
    expect(tokens).toEqual(['of-the-environment', 'of-the-flag']);
    expect(other).toMatch(/^[0-9a-f]{32}$/);
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toMatch(/NETSKOPE_STEERING_TENANT_TOKEN.*visible ASCII/s);
  });

  it('has a bad day when it is told to', async () => {
    const quirks = ['--quirk', 'fieldsDropped=notes,tunnel', '--quirk', 'createsCollide', '--quirk', 'listsReordered'];
    quirks.push('--quirk', 'appInUse');
    const others = ['--rate-limit', '24/5', '--retry-after', 'date', '--visibility-lag', '8000', '--seed', '7'];
    const { server_url: serverUrl } = JSON.parse(
      await run(...quirks, ...others, '--token', 'T', '--json').printed(),
    ) as {
      server_url: string;
    };
    const response = await fetch(new URL('/__local/conditions', serverUrl), { headers: { 'Netskope-Api-Token': 'T' } });
    expect(await response.json()).toMatchObject({
      data: {
        quirks: {
          fieldsDropped: ['notes', 'tunnel'],
          createsCollide: 30,
          listsReordered: true,
          appInUse: 'refused',
        },
        rateLimit: { requests: 24, perSeconds: 5, retryAfter: 'date' },
        visibilityLagMs: 8000,
        faults: [],
      },
    });
  });

  it('offers REST v1 alone when it is told to, says how to read it, and takes its console token', async () => {
    const codes = ['--rest-v1-code', 'block=3', '--rest-v1-code', 'all=all_traffic', '--quirk', 'v1Truncated=2'];
    const { printed } = run('--rest-v1-only', ...codes, '--traffic-mode', 'all', '--token', 'T');
    const text = await printed('Ctrl-C');
    const url = /^ {2}export NETSKOPE_TENANT_URL=(http:\S+)$/m.exec(text)?.[1] ?? '';
    expect(text).toContain('  export NETSKOPE_REST_V1_TOKEN=T\n');
    expect(text).not.toContain('NETSKOPE_API_KEY');
    const shown = await fetch(`${url}/api/v1/steeringconfig?token=T`);
    expect(await shown.json()).toMatchObject({ data: [{ traffic_type: 'all_traffic' }] });
    const contract = `${url}/api/v2/steering/configurations/0`;
    expect((await fetch(contract, { headers: { 'Netskope-Api-Token': 'T' } })).status).toBe(404);
    const consoleToken = /with this token: ([0-9a-f]{32})$/m.exec(text)?.[1] ?? '';
    expect((await readConfiguration(`${url}/api/v2`, consoleToken)).data.traffic_type).toBe('all');
  });

  it('keeps its state in a folder, says where, and goes on from there', async () => {
    const folder = temporaryFolder('cli-data');
    const first = run('--data', folder.path, '--traffic-mode', 'all', '--token', 'T');
    const text = await first.printed('Ctrl-C');
    expect(text).toContain(`Its default configuration steers: all. It is kept in ${folder.path}\n`);
    const second = await run('--data', folder.path, '--json').ended;
    first.child.kill('SIGKILL');
    await first.ended;
    const third = run('--data', folder.path, '--token', 'T', '--json');
    const { server_url: serverUrl } = JSON.parse(await third.printed()) as { server_url: string };
    const { data } = await readConfiguration(serverUrl, 'T');
    third.child.kill('SIGTERM');
    await third.ended;
    folder.remove();
    expect([second.code, second.stdout]).toEqual([3, '']);
    expect(second.stderr).toBe(
      `netskope-steering tenant: the data folder ${folder.path} cannot be used: another tenant is using it. Stop that one, or choose another folder.\n`,
    );
    expect(data.traffic_type).toBe('all');
  });

  it('says in one line that the folder is a file', async () => {
    const folder = temporaryFolder('cli-data');
    writeFileSync(join(folder.path, 'file'), '');
    const { code, stdout, stderr } = await run('--data', join(folder.path, 'file')).ended;
    folder.remove();
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(
      /^netskope-steering tenant: the data folder \S+\/file cannot be used: it is not a folder\. Choose another name\.\n$/,
    );
  });

  it.each([
    ['in a place where the system makes none', '/proc/x', 'the system makes no folder in that place.'],
    ['below such a place', '/proc/x/y', 'the system makes no folder in that place.'],
    ['that is a device', '/dev/null', 'it is not a folder.'],
    ['in a device', '/dev/null/x', 'it is not in a folder.'],
    ['of something else', join(__dirname, '..', '..', 'docs'), 'holds other things (architecture.md, '],
    ['of the system', '/proc/self', 'it is not the folder of a tenant'],
  ])('refuses at once a folder %s', async (_, path, says) => {
    const { code, stdout, stderr } = await run('--data', path).ended;
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain(says);
    expect(stderr).toMatch(/^netskope-steering tenant: the data folder [^\n]+ cannot be used: [^\n]+\n$/);
  });

  it('takes a folder that is not there, one that is empty but for what lies in every one, and its own again', async () => {
    const folder = temporaryFolder('cli-data');
    mkdirSync(join(folder.path, 'a', 'lost+found'), { recursive: true });
    writeFileSync(join(folder.path, 'a', '.gitkeep'), '');
    for (const name of ['a', 'b/c/d', 'a']) {
      const { child, printed, ended } = run('--data', join(folder.path, name), '--json');
      expect(await printed()).toContain('server_url');
      writeFileSync(join(folder.path, name, 'notes.txt'), '');
      child.kill('SIGTERM');
      await ended;
    }
    folder.remove();
  });

  it('says in one line that there is no SQLite for this system, and needs none without a folder', async () => {
    const { env } = program;
    program.env = { NODE_PATH: '' };
    const { code, stderr } = await run('--data', join(tmpdir(), 'never-made')).ended;
    const line = await run('--json').printed();
    program.env = env;
    expect(code).toBe(3);
    expect(stderr).toMatch(
      /^netskope-steering tenant: the data folder \S+ cannot be used: SQLite \(the package libsql\) cannot be loaded here: Cannot find module 'libsql'\.\n$/,
    );
    expect(existsSync(join(tmpdir(), 'never-made'))).toBe(false);
    expect(line).toContain('server_url');
  });

  it('says in one line that the port is in use', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    const { code, stdout, stderr } = await run('--port', String(port)).ended;
    holder.close();
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(new RegExp(`^netskope-steering tenant: port ${port} is in use\\. [^\\n]+\\n$`));
  });

  it.each([
    [['--port', '70000'], '0 to 65535'],
    [['--port', '-1'], '0 to 65535'],
    [['--port', '1e3'], '0 to 65535'],
    [['--port', 'http'], '0 to 65535'],
    [['--data', ''], 'Its name is empty. Name one, such as ./tenant'],
    [['--token', ''], 'visible ASCII'],
    [['--token', 'a b'], 'visible ASCII'],
    [['--traffic-mode', 'some'], 'cloud_apps, web, all, none'],
    [['--date', 'x'], 'unknown option'],
    [['--quirk', 'weather'], 'There is no quirk "weather"'],
    [['--quirk', 'errorsAs200=yes'], 'takes no value'],
    [['--quirk', 'fieldsDropped=a,,b'], 'commas between'],
    [['--quirk', 'createsCollide=soon'], 'milliseconds'],
    [['--quirk', 'appInUse=kept'], 'refused or exceptionsStay'],
    [['--quirk', 'locationInUse=kept'], 'refused, exceptionsStay or updateDeletes'],
    [['--quirk', 'v1Answers=never'], 'offLoginPage or offRedirect'],
    [['--quirk', 'v1Truncated=some'], 'whole number'],
    [['--rest-v1-code', 'blocked=3'], 'as in block=3'],
    [['--rest-v1-code', 'block='], 'as in block=3'],
    [['--rate-limit', '24'], 'as in 24/5'],
    [['--rate-limit', '0/5'], 'as in 24/5'],
    [['--retry-after', 'soon'], 'seconds, date, junk, none'],
    [['--visibility-lag', '-1'], 'milliseconds'],
    [['--seed', 'x'], 'whole number'],
  ])('refuses %j', async (flags, message) => {
    const { code, stdout, stderr } = await run(...flags).ended;
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});
