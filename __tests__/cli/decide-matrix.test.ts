import { join } from 'node:path';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { decideMatrix } from '../../cli/decide/matrix';
import { decide } from '../../steering';
import { Dice } from '../steering/random/dice';
import { randomFlow } from '../steering/random/random-flow';
import { RandomModel } from '../steering/random/random-model';
import { run } from './support/run';
import { PLAN, STACK, stackFolders } from './support/stack';

const folders = stackFolders();
afterAll(() => folders.remove());

let tenant: LocalTenant;
beforeAll(async () => {
  tenant = await startTenant({ trafficMode: 'web' });
});
afterAll(() => tenant.close());
const environment = () => ({ NETSKOPE_SERVER_URL: tenant.serverUrl, NETSKOPE_API_KEY: tenant.token });

describe('--matrix', () => {
  const matrix = (...args: string[]) => run('decide', ['--matrix', '--host', 'g.whatsapp.net', ...args]);

  it('draws the processes and ports that are named, with what all rests on', async () => {
    const stack = folders.make({ plan: PLAN, stack: STACK });
    const { code, stdout } = await matrix('--stack', stack);
    expect(code).toBe(0);
    expect(stdout).toBe(`Decided on what there will be after the plan ${join(stack, 'plan.json')}.

On Windows to "g.whatsapp.net", TCP, by process and port:

  process          443     5222
  ──────────────   ─────   ─────
  "WhatsApp.exe"   block   block

  It rests on: only-what-the-source-names, client-is-not-dormant, not-a-windows-service
`);
  });

  it('draws the processes and ports that are asked for', async () => {
    const stack = folders.make({ stack: STACK });
    const args = ['--process', 'chrome.exe', '--process', 'WhatsApp.exe', '--port', '443,5222', '--port', '80'];
    const { stdout } = await matrix('--stack', stack, ...args);
    expect(stdout).toMatch(/ process +443 +5222 +80\n/);
    expect(stdout).toMatch(/ "chrome\.exe" .*\n {2}"WhatsApp\.exe" /);
    expect(stdout).toContain('\n  Open, because nobody published it: cloud-apps-mode, tunnel-in-mode-none\n');
  });

  it('folds neighbouring ports on which the same becomes of everything', async () => {
    const stack = folders.make({ plan: PLAN, stack: STACK });
    const args = ['--stack', stack, '--port', '1-65535', '--process', 'WhatsApp.exe', '--process', 'chrome.exe'];
    const { stdout } = await matrix(...args);
    expect(stdout.split('\n').slice(4, 8)).toEqual([
      '  process          1-52     53                         54-79    80      81-442   443     444-5221   5222    5223-65535',
      '  ──────────────   ──────   ────────────────────────   ──────   ─────   ──────   ─────   ────────   ─────   ──────────',
      '  "WhatsApp.exe"   direct   unknown: block or direct   direct   block   direct   block   direct     block   direct',
      '  "chrome.exe"     direct   unknown: steer or direct   direct   steer   direct   steer   direct     steer   direct',
    ]);
    const json = await matrix(...args, '--json');
    const { cells } = JSON.parse(json.stdout) as { cells: { port: number; to_port?: number; outcome: string }[] };
    expect(cells).toHaveLength(18);
    expect(cells.slice(0, 2)).toEqual([
      { process: 'WhatsApp.exe', port: 1, to_port: 52, outcome: 'direct', via: null, possible: ['direct'] },
      { process: 'WhatsApp.exe', port: 53, outcome: 'unknown', via: null, possible: ['block', 'direct'] },
    ]);
    expect(json.stdout.length).toBeLessThan(5_000);
  });

  it('says of every port what a decision on it alone says, on random models', () => {
    const dice = new Dice(11);
    for (let number = 0; number < 60; number++) {
      const model = new RandomModel(dice, number % 2 === 0 ? 0 : 0.15).model();
      const { process, port: _, ...rest } = randomFlow(dice);
      const ports = Array.from({ length: 9_000 }, (_unused, index) => index + 1);
      const { columns, rows } = decideMatrix(model, [process], ports, rest);
      const marks = [53, 80, 443, 5222, ...columns.flatMap(({ from, to }) => [from, to]), dice.below(9_000) + 1];
      for (const port of marks) {
        const column = columns.findIndex(({ from, to }) => from <= port && port <= to);
        const { outcome, via, possible } = decide(model, { ...rest, process, port });
        expect(rows[0]?.decisions[column]).toMatchObject({ outcome, possible, ...(via !== undefined && { via }) });
      }
      expect(columns.length).toBeLessThan(60);
    }
  });

  it('leaves out names that no process has, and refuses them where they are asked for', async () => {
    const app = `netskopesteering_certificate_pinned_app`;
    const { [app]: _, ...others } = STACK['resource'] as Record<string, unknown>;
    const processes = ['WhatsApp.exe', 'C:\\x\\WhatsApp.exe', '"quoted.exe"'];
    const stack = folders.make({
      stack: { resource: { ...others, [app]: { app: { name: 'WhatsApp', windows: { processes } } } } },
    });
    const { stdout } = await matrix('--stack', stack);
    expect(stdout.match(/\.exe/g)).toHaveLength(1);
    const { code, stderr } = await matrix('--stack', stack, '--process', 'a.exe', '--process', '/bin/x');
    expect([code, stderr]).toEqual([2, expect.stringContaining('"/bin/x" is not the name of a process')]);
  });

  it('prints JSON, a cell for each', async () => {
    const stack = folders.make({ plan: PLAN, stack: STACK });
    const { stdout } = await matrix('--stack', stack, '--json');
    const cell = (port: number) => ({
      process: 'WhatsApp.exe',
      port,
      outcome: 'block',
      via: null,
      possible: ['block'],
    });
    expect(JSON.parse(stdout)).toEqual({
      platform: 'windows',
      host: 'g.whatsapp.net',
      transport: 'tcp',
      cells: [cell(443), cell(5222)],
      assumptions: ['only-what-the-source-names', 'client-is-not-dormant', 'not-a-windows-service'],
      source: { kind: 'plan', path: join(stack, 'plan.json'), state: 'after' },
    });
  });

  it('is in colour where that is asked for, and nowhere else', async () => {
    const args = ['--matrix', '--host', 'zoom.us'];
    const colored = await run('decide', args, { ...environment(), FORCE_COLOR: '1' });
    expect(colored.stdout).toContain('\u001b[33mbypass (direct or tunnel)\u001b[39m');
    const plain = await run('decide', args, environment());
    expect(plain.stdout).not.toContain('\u001b');
    expect(plain.stdout).toBe(colored.stdout.replaceAll(/\u001b\[\d+m/g, ''));
  });

  it('says that there is no process to draw', async () => {
    const { code, stderr } = await matrix('--stack', folders.make({ stack: STACK }), '--platform', 'linux');
    expect([code, stderr]).toEqual([
      2,
      'netskope-steering decide: No process is named on Linux. Name some with --process.\n',
    ]);
  });
});
