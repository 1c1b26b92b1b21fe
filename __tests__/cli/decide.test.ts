import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { run } from './support/run';
import { PLAN, STACK, stackFolders, STEERING } from './support/stack';

const folders = stackFolders();
afterAll(() => folders.remove());

const FLOW = ['--process', 'WhatsApp.exe', '--platform', 'windows', '--host', 'g.whatsapp.net', '--port', '5222'];
const decide = (...args: string[]) => run('decide', [...FLOW, ...args]);
const json = async (...args: string[]) =>
  JSON.parse((await decide(...args, '--json')).stdout) as Readonly<Record<string, unknown>>;

let tenant: LocalTenant;
beforeAll(async () => {
  tenant = await startTenant({ trafficMode: 'web' });
});
afterAll(() => tenant.close());
const environment = () => ({ NETSKOPE_SERVER_URL: tenant.serverUrl, NETSKOPE_API_KEY: tenant.token });

describe('a plan', () => {
  it('is decided as it will be after it, with the trace and what that rests on', async () => {
    const plan = join(folders.make({ plan: PLAN }), 'plan.json');
    const { code, stdout, stderr } = await decide('--plan', plan);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')).toEqual([
      `Decided on what there will be after the plan ${plan}.`,
      '',
      '"WhatsApp.exe" on Windows to "g.whatsapp.net", TCP port 5222: block. The client drops it.',
      '  The default configuration "Default tenant config" (netskopesteering_default_configuration.default) applies.',
      '  Its traffic mode is web.',
      '  The client intercepts it: port 5222 is a non-standard port (netskopesteering_non_standard_port.port).',
      '  The exception for the certificate pinned app "WhatsApp" (netskopesteering_certificate_pinned_app_exception.block) matches by the process "WhatsApp.exe": block. [not-a-windows-service]',
      '  It rests on:',
      expect.stringMatching(/^ {4}only-what-the-source-names \[assumed\]: /),
      expect.stringMatching(/^ {4}client-is-not-dormant \[assumed\]: /),
      expect.stringMatching(/^ {4}not-a-windows-service \[assumed\]: /),
      '',
    ]);
  });

  it('is decided as it was before it on request', async () => {
    const plan = join(folders.make({ plan: PLAN }), 'plan.json');
    const { stdout } = await decide('--plan', plan, '--before');
    expect(stdout).toMatch(/^Decided on what there is before the plan /);
    expect(stdout).toContain('TCP port 5222: direct. The client never touches it.');
  });

  it('takes constructs from the stack in its folder, or in another', async () => {
    const beside = folders.make({ plan: PLAN, stack: STACK });
    const elsewhere = folders.make({ stack: STACK });
    const alone = folders.make({ plan: PLAN });
    const runs = [
      ['--plan', join(beside, 'plan.json')],
      ['--stack', beside],
      ['--plan', join(alone, 'plan.json'), '--stack', elsewhere],
    ];
    for (const args of runs) expect((await decide(...args)).stdout).toContain('"WhatsApp" (tenant/WhatsApp/Exception)');
  });

  it.each([
    ['errored', { errored: true }, 'ended in an error'],
    ['incomplete', { complete: false }, 'is not complete'],
  ])('that is %s is decided with a note', async (_, more, note) => {
    const { code, stderr } = await decide('--stack', folders.make({ plan: { ...PLAN, ...more }, stack: STACK }));
    expect(code).toBe(0);
    expect(stderr).toMatch(new RegExp(`^netskope-steering decide: Note: .*${note}`));
  });

  it('that is older than its stack is decided with a note', async () => {
    const stack = folders.make({ plan: PLAN, stack: STACK });
    utimesSync(join(stack, 'plan.json'), 1000, 1000);
    expect((await decide('--stack', stack)).stderr).toContain('plan.json is older than the stack beside it');
  });
});

describe('a stack', () => {
  it('without a plan is decided as far as it says what there is', async () => {
    const stack = folders.make({ stack: STACK });
    const { code, stdout } = await decide('--stack', stack);
    expect(code).toBe(0);
    expect(stdout).toContain(`Decided on the stack ${stack}.`);
    expect(stdout).toContain('TCP port 5222: unknown: block or direct.');
    expect(stdout).toContain('\n    traffic mode none        direct\n');
  });

  it('is decided under its premises, which the answer names', async () => {
    const premise = { configuration: '0', construct: 'tenant/Default', trafficModes: ['web', 'all'] };
    const steering = { ...STEERING, premises: { trafficModes: [premise], apps: [] } };
    expect(await json('--stack', folders.make({ stack: STACK, steering }))).toMatchObject({
      outcome: 'block',
      assumptions: expect.arrayContaining(['expected-traffic-mode']) as unknown,
    });
  });
});

it('decides on the tenant that the environment names', async () => {
  const { code, stdout } = await run('decide', FLOW, environment());
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^Decided on the tenant at http:\S+, as it is now\.\n\n.*: direct\. The client never touches it\.\n/,
  );
  expect(stdout).not.toContain(tenant.token);
});

it('prints JSON for programs', async () => {
  const stack = folders.make({ plan: PLAN, stack: STACK });
  expect(await json('--stack', stack, '--managed', 'true', '--group', 'A', '--group', 'B', '--no-category')).toEqual({
    outcome: 'block',
    via: null,
    possible: ['block'],
    flow: {
      platform: 'windows',
      process: 'WhatsApp.exe',
      host: 'g.whatsapp.net',
      port: 5222,
      transport: 'tcp',
      managed: true,
      user_groups: ['A', 'B'],
      categories: [],
    },
    unsaid: [],
    scenarios: [
      {
        configuration: 'Default tenant config',
        place: 'everywhere',
        traffic_mode: 'web',
        outcome: 'block',
        via: null,
        possible: ['block'],
      },
    ],
    assumptions: ['only-what-the-source-names', 'client-is-not-dormant', 'not-a-windows-service'],
    trace: expect.arrayContaining(['  Its traffic mode is web.']) as unknown,
    source: { kind: 'plan', path: join(stack, 'plan.json'), state: 'after' },
  });
});

it('takes every fact that a flow may say, or that there is none of it', async () => {
  const stack = folders.make({ stack: STACK });
  const said = ['--location', 'on_premises', '--organization-unit', 'U', '--device-tag', 'T', '--application', 'A'];
  const more = ['--category', 'C', '--destination-location', 'D', '--source-location', 'S', '--source-country', 'CH'];
  expect(
    (await json('--stack', stack, ...said, ...more, '--transport', 'udp', '--managed', 'false', '--service', 'false'))[
      'flow'
    ],
  ).toEqual({
    platform: 'windows',
    process: 'WhatsApp.exe',
    host: 'g.whatsapp.net',
    port: 5222,
    transport: 'udp',
    managed: false,
    service: false,
    location: 'on_premises',
    organization_unit: 'U',
    device_tags: ['T'],
    applications: ['A'],
    categories: ['C'],
    destination_locations: ['D'],
    source_locations: ['S'],
    source_country: 'CH',
  });
  const none = ['--no-organization-unit', '--no-source-country', '--no-group', '--no-device-tag', '--no-application'];
  expect((await json('--stack', stack, ...none))['flow']).toMatchObject({
    organization_unit: null,
    source_country: null,
    user_groups: [],
    device_tags: [],
    applications: [],
  });
});

it('says which options would tell more', async () => {
  const plan = structuredClone(PLAN) as {
    resource_changes: { change: { after: Record<string, unknown> } }[];
  };
  plan.resource_changes[3]!.change.after['windows'] = 'bypass_managed_direct';
  const stack = folders.make({ plan, stack: STACK });
  expect((await decide('--stack', stack)).stdout).toContain('\n  To know more, add --managed.\n');
  expect((await decide('--stack', stack, '--managed', 'false')).stdout).not.toContain('To know more');
  expect((await json('--stack', stack))['unsaid']).toEqual(['managed']);
});

it('asks whether a known service is one, and is told', async () => {
  const plan = JSON.stringify(PLAN).replaceAll('"WhatsApp.exe"', '"TeamViewer_Service.exe"');
  const flow = FLOW.map((text) => (text === 'WhatsApp.exe' ? 'TeamViewer_Service.exe' : text));
  const stack = ['--stack', folders.make({ plan, stack: STACK })];
  const ask = async (...more: string[]) =>
    JSON.parse((await run('decide', [...flow, ...stack, ...more, '--json'])).stdout) as Readonly<
      Record<string, unknown>
    >;
  expect((await run('decide', [...flow, ...stack])).stdout).toContain('\n  To know more, add --service.\n');
  expect(await ask()).toMatchObject({
    outcome: 'unknown',
    possible: ['block', 'bypass_direct', 'bypass_tunnel'],
    unsaid: ['service'],
  });
  expect(await ask('--service', 'false')).toMatchObject({ outcome: 'block', flow: { service: false } });
  const { assumptions, ...answer } = await ask('--service', 'true');
  expect(answer).toMatchObject({ outcome: 'bypass', via: 'unknown', flow: { service: true } });
  expect(assumptions).toEqual(expect.arrayContaining(['block-spares-windows-services', 'way-of-windows-services']));
});

it.each(['Sales', 'tenant/Sales', 'netskopesteering_configuration.sales'])(
  'takes the configuration that is known to apply, as %s',
  async (which) => {
    const sales = { '//': { metadata: { path: 'tenant/Sales/Resource' } }, name: 'Sales', traffic_mode: 'none' };
    const stack = folders.make({ stack: { resource: { netskopesteering_configuration: { sales } } } });
    expect(await json('--stack', stack, '--configuration', which)).toMatchObject({
      outcome: 'direct',
      flow: { configuration: 'netskopesteering_configuration.sales' },
    });
    const { code, stderr } = await decide('--stack', stack, '--configuration', 'Support');
    expect([code, stderr]).toEqual([
      2,
      'netskope-steering decide: There is no configuration "Support". Those that are known: "Sales", "0".\n',
    ]);
  },
);

it('ends with code 1 where the outcome is not the expected one', async () => {
  const stack = folders.make({ plan: PLAN, stack: STACK });
  expect(await decide('--stack', stack, '--expect', 'block')).toMatchObject({ code: 0, stderr: '' });
  const { code, stdout, stderr } = await decide('--stack', stack, '--expect', 'steer');
  expect([code, stderr]).toEqual([1, 'netskope-steering decide: It is block, and not steer as --expect says.\n']);
  expect(stdout).toContain(': block. The client drops it.');
});

it('does nothing that a hostile plan has in mind', async () => {
  const evil = '\u001b[2J\u202e\n::set-output x';
  const plan = JSON.stringify(PLAN).replaceAll('"WhatsApp"', JSON.stringify(evil));
  const { stdout } = await decide('--plan', join(folders.make({ plan }), 'plan.json'));
  expect(stdout).toContain('"\\u001b[2J\\u202e\\n::set-output x"');
  expect(stdout).not.toMatch(/[\u001b\u202e]|^::/m);
});

it('explains itself, its JSON and its exit codes', async () => {
  const { code, stdout } = await run('decide', ['--help']);
  expect(code).toBe(0);
  for (const text of ['--process <name>', '--no-group', 'Exit codes:', '  3  the plan or', '"trace", "source"}']) {
    expect(stdout).toContain(text);
  }
});

it('reads a plan from a file whose name is anything, and that begins with a byte order mark', async () => {
  const path = join(folders.make({}), 'it’s a plan');
  writeFileSync(path, `\uFEFF${JSON.stringify(PLAN)}`);
  expect((await decide('--plan', path)).code).toBe(0);
});
