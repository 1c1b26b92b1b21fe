import { join } from 'node:path';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
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

  It rests on: only-what-the-source-names
`);
  });

  it('draws the processes and ports that are asked for', async () => {
    const stack = folders.make({ stack: STACK });
    const args = ['--process', 'chrome.exe', '--process', 'WhatsApp.exe', '--port', '443,5222', '--port', '80'];
    const { stdout } = await matrix('--stack', stack, ...args);
    expect(stdout).toMatch(/ process +443 +5222 +80\n/);
    expect(stdout).toMatch(/ "chrome\.exe" .*\n {2}"WhatsApp\.exe" /);
    expect(stdout).toContain('\n  Open, because nobody published it: cloud-apps-mode\n');
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
      assumptions: ['only-what-the-source-names'],
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
