import { join } from 'node:path';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { run } from './support/run';
import { PLAN, STACK, stackFolders } from './support/stack';

const folders = stackFolders();
afterAll(() => folders.remove());

const FLOW = ['--process', 'WhatsApp.exe', '--platform', 'windows', '--host', 'g.whatsapp.net', '--port', '5222'];
const decide = (...args: string[]) => run('decide', [...FLOW, ...args]);

let tenant: LocalTenant;
beforeAll(async () => {
  tenant = await startTenant({ trafficMode: 'web' });
});
afterAll(() => tenant.close());
const environment = () => ({ NETSKOPE_SERVER_URL: tenant.serverUrl, NETSKOPE_API_KEY: tenant.token });

describe('refuses', () => {
  const HOST = ['--host', 'a.example'];

  it.each<[what: string, args: string[], says: string]>([
    ['no host', ['--process', 'a', '--port', '1'], "required option '--host <host>' not specified"],
    ['no process', [...HOST, '--port', '1'], 'A flow needs --process. Give it, or --matrix'],
    ['neither process nor port', HOST, 'A flow needs --process and --port.'],
    ['two ports', [...FLOW, '--port', '443'], 'Several processes or ports are several flows.'],
    ['two processes', [...FLOW, '--process', 'b'], 'Several processes or ports are several flows.'],
    ['a nameless process', [...FLOW, '--process', ' '], 'The process has no name.'],
    ['port 0', [...HOST, '--port', '0'], '"0" is not from 1 to 65535'],
    ['a port that is none', [...HOST, '--port', 'https'], '"https" is no port'],
    [
      'a path',
      [...HOST, '--port', '1', '--process', 'C:\\x\\a.exe'],
      'Write the bare name of one executable, such as "a.exe"',
    ],
    ['a pattern', [...HOST, '--port', '1', '--process', '*.exe'], 'it is a wildcard or a pattern'],
    ['a port in the host', ['--process', 'a', '--port', '1', '--host', 'a.example:1'], 'it has a port'],
    ['a group without a name', [...FLOW, '--group', ''], 'The user group has 0 characters'],
    ['no country', [...FLOW, '--source-country', 'ZZ'], 'is no country of ISO 3166-1'],
    ['a path in a table', [...HOST, '--matrix', '--process', '/bin/x'], 'is not the name of a process'],
    ['a URL for a host', ['--process', 'a', '--port', '1', '--host', 'https://a.example'], 'is not a host'],
    ['another platform', [...FLOW, '--platform', 'Windows'], 'Allowed choices are windows, mac_os, linux'],
    ['another side', [...FLOW, '--location', 'on-prem'], 'Allowed choices are on_premises, off_premises'],
    ['another truth', [...FLOW, '--managed', 'yes'], 'Write true or false.'],
    ['another truth of a service', [...FLOW, '--service', 'yes'], 'Write true or false.'],
    ['another outcome', [...FLOW, '--expect', 'drop'], 'Allowed choices are block, bypass, steer, direct, unknown'],
    ['an unknown option', [...FLOW, '--prot', '1'], "unknown option '--prot'"],
    ['an expectation of a table', [...HOST, '--matrix', '--expect', 'block'], '--expect is about one flow'],
    ['the before of a tenant', [...FLOW, '--before'], 'Only a plan has a before.'],
    [
      'nothing to look at',
      FLOW,
      'neither --plan nor --stack is given, and NETSKOPE_SERVER_URL and NETSKOPE_API_KEY are not set',
    ],
  ])('%s, with code 2', async (_, args, says) => {
    const { code, stdout, stderr } = await run('decide', args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(says);
  });

  const SALES = {
    resource: {
      ...(STACK['resource'] as object),
      netskopesteering_configuration: { sales: { name: 'Sales', enabled: true, user_groups: ['Sales'] } },
    },
  };

  it.each([[], ['--matrix']])(
    'a name that stands in a configuration in another spelling, with code 2 (%j)',
    async (...more) => {
      const { code, stdout, stderr } = await decide(
        '--stack',
        folders.make({ stack: SALES }),
        '--group',
        'SALES',
        ...more,
      );
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('The user group "SALES" is written "Sales" in a configuration.');
    },
  );

  it.each([[], ['--matrix']])('no name that stands nowhere, but notes it (%j)', async (...more) => {
    const { code, stderr } = await decide('--stack', folders.make({ stack: SALES }), '--group', 'Guests', ...more);
    expect([code, stderr]).toEqual([
      0,
      expect.stringMatching(
        /^netskope-steering decide: Note: No configuration names the user group "Guests"\. What is judged/,
      ),
    ]);
  });

  it.each<[what: string, content: unknown, says: string]>([
    ['nothing', undefined, 'there is no such file'],
    ['an empty file', ' ', 'it is empty'],
    ['what is not JSON', '{"format_version": ', 'it is not JSON'],
    ['a list', [], 'it holds no object'],
    ['another JSON', { name: 'x' }, 'This is no plan in JSON.'],
    ['a later format', { ...PLAN, format_version: '2.0' }, 'The plan has the format "2.0"'],
    ['a state', { format_version: '1.0', values: {} }, 'it is a state'],
    ['a broken plan', { ...PLAN, resource_changes: [null] }, 'the form of a plan, but not its content'],
    [
      'a foreign plan',
      { ...PLAN, prior_state: {}, resource_changes: [] },
      'no object of the provider netskopesteering',
    ],
  ])('%s for a plan, with code 3', async (_, plan, says) => {
    const path = join(folders.make(plan === undefined ? {} : { plan }), 'plan.json');
    const { code, stdout, stderr } = await decide('--plan', path);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain(says);
    expect(stderr).toContain(path);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it.each<[what: string, files: Parameters<typeof folders.make>[0], code: number, says: string]>([
    ['a folder without a stack', {}, 3, 'cdk.tf.json cannot be read: there is no such file'],
    ['a stack that is not JSON', { stack: 'x' }, 3, 'it is not JSON. Synthesize it with: cdktf synth'],
    [
      'a stack of others',
      { stack: { resource: { aws_vpc: { a: {} } } } },
      3,
      'no object of the provider netskopesteering',
    ],
    ['demands of another version', { stack: STACK, steering: { version: 9 } }, 3, 'steering.json has version 9'],
    ['demands that are out of order', { stack: STACK, steering: { version: 2 } }, 3, 'premises: is missing'],
  ])('%s, with its code', async (_, files, code, says) => {
    const result = await decide('--stack', folders.make(files));
    expect([result.code, result.stdout]).toEqual([code, '']);
    expect(result.stderr).toContain(says);
  });

  it('the before of a stack without a plan, with code 2', async () => {
    const { code, stderr } = await decide('--stack', folders.make({ stack: STACK }), '--before');
    expect(code).toBe(2);
    expect(stderr).toContain('Only a plan has a before');
  });

  it.each<[what: string, env: () => Record<string, string>, code: number, says: RegExp]>([
    ['half an environment', () => ({ NETSKOPE_SERVER_URL: tenant.serverUrl }), 2, /NETSKOPE_API_KEY is not set/],
    [
      'an address that shows the token',
      () => ({ ...environment(), NETSKOPE_SERVER_URL: 'http://a.example' }),
      2,
      /plain http/,
    ],
    [
      'a wrong token',
      () => ({ ...environment(), NETSKOPE_API_KEY: 'hush' }),
      4,
      /^netskope-steering decide: The tenant cannot be read\. The tenant does not accept the token/,
    ],
    [
      'an address where nobody listens',
      () => ({ ...environment(), NETSKOPE_SERVER_URL: 'http://127.0.0.1:1/api/v2' }),
      4,
      /The tenant cannot be reached \(ECONNREFUSED\)/,
    ],
    [
      'an address without the contract',
      () => ({ ...environment(), NETSKOPE_SERVER_URL: `${tenant.serverUrl}/else` }),
      4,
      /no such route/,
    ],
  ])('%s', async (_, env, code, says) => {
    const { code: ended, stdout, stderr } = await run('decide', FLOW, env());
    expect([ended, stdout]).toEqual([code, '']);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/hush/);
  });
});
