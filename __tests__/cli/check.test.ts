import { join } from 'node:path';
import { startTenant } from '../../tenant/emulator';
import { run } from './support/run';
import { PLAN, STACK, stackFolders, STEERING } from './support/stack';

const folders = stackFolders();
afterAll(() => folders.remove());

const check = (...args: string[]) => run('check', args);
const demanding = (demands: object) =>
  folders.make({ stack: STACK, plan: PLAN, steering: { ...STEERING, ...demands } });

const FLOW = { platform: 'windows', process: 'WhatsApp.exe', host: 'g.whatsapp.net', port: 5222 };
const EXCEPTION = 'tenant/WhatsApp/Exception (netskopesteering_certificate_pinned_app_exception.block)';
const REASON = 'Nobody may install from the store.';

/** The stack blocks a process that many apps share. */
const SHARED = JSON.parse(JSON.stringify(PLAN).replaceAll('WhatsApp.exe', 'svchost.exe')) as object;

it('finds what a tenant accepts and a person rarely means, and says where, why and where to read on', async () => {
  const stack = folders.make({ stack: STACK, plan: PLAN });
  const { code, stdout, stderr } = await check('--stack', stack);
  expect([code, stderr]).toEqual([0, '']);
  const blocks = stdout.split('\n\n');
  expect(blocks[0]).toBe(`Checked what there will be after the plan ${join(stack, 'plan.json')}.`);
  expect(blocks.map((block) => block.split('\n')[0])).toEqual([
    expect.any(String),
    'warning port-without-domains: A non-standard port without domains',
    'warning missing-executable: A known executable of the app is missing',
    'info udp-port: A blocked app that also uses UDP',
    '0 errors, 2 warnings, 1 to note.',
  ]);
  expect(blocks[2]!.split('\n')).toEqual([
    expect.any(String),
    `  ${EXCEPTION}`,
    expect.stringMatching(
      /^ {4}"WhatsApp" is blocked on Windows but is also known to run as WhatsAppDesktop\.exe, WhatsApp\.Root\.exe/,
    ),
    expect.stringMatching(/^ {2}Why: A block reaches the processes that the app names/),
    '  docs/guardrails.md#missing-executable',
  ]);
});

it('ends with code 1 where something cannot be meant, errors first', async () => {
  const { code, stdout } = await check('--plan', join(folders.make({ plan: SHARED }), 'plan.json'));
  expect(code).toBe(1);
  expect(stdout.split('\n\n')[1]).toMatch(/^error shared-process: /);
  expect(stdout).toMatch(/^1 error, 2 warnings, 1 to note\.$/m);
});

it('looks at what was there before a plan, and at a stack without a plan', async () => {
  const before = await check('--plan', join(folders.make({ plan: SHARED }), 'plan.json'), '--before');
  expect([before.code, before.stdout.split('\n').at(-2)]).toEqual([0, '0 errors, 0 warnings, 0 to note.']);
  const synthesized = await check('--stack', folders.make({ stack: STACK }));
  expect(synthesized.stdout).toContain(EXCEPTION);
});

it('knows what a plan changes', async () => {
  const toggled = structuredClone(PLAN) as { resource_changes: { change: Record<string, object> }[] };
  const change = toggled.resource_changes[0]!.change;
  change['after'] = { ...change['after'], dynamic_steering: { enabled: true } };
  const { stdout } = await check('--plan', join(folders.make({ plan: toggled }), 'plan.json'));
  expect(stdout).toContain('dynamic-steering-toggle: Toggling dynamic steering');
});

it('prints JSON for programs', async () => {
  const stack = demanding({
    suppressions: [{ rule: 'missing-executable', subject: 'tenant/WhatsApp', reason: REASON }],
  });
  const { code, stdout } = await check('--stack', stack, '--json');
  expect(code).toBe(0);
  const where = {
    address: 'netskopesteering_non_standard_port.port',
    construct: 'tenant/Default/Port5222/Resource',
  };
  expect(JSON.parse(stdout)).toEqual({
    findings: [
      {
        rule: 'port-without-domains',
        severity: 'warning',
        code: 'port-without-domains',
        message: expect.stringMatching(/^Port 5222 is steered without domains/) as unknown,
        id: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown,
        ...where,
        attribute: ['port'],
        at: [{ ...where, id: null }],
        rationale: expect.stringContaining('[seed]') as unknown,
        source: '[seed]',
        page: 'docs/guardrails.md#port-without-domains',
      },
      expect.objectContaining({ rule: 'udp-port', severity: 'info' }),
    ],
    suppressed: [expect.objectContaining({ rule: 'missing-executable', reason: REASON })],
    tests: [],
    invariants: [],
    count: { error: 0, warning: 1, info: 1 },
    source: { kind: 'plan', path: join(stack, 'plan.json'), state: 'after' },
  });
});

describe('what a stack demands', () => {
  it('is what it accepts, with the reason why', async () => {
    const suppressions = [
      { rule: 'missing-executable', reason: REASON },
      { rule: 'port-without-domains', subject: 'tenant/Default', reason: 'A test.' },
    ];
    const { code, stdout } = await check('--stack', demanding({ suppressions }));
    expect(code).toBe(0);
    expect(stdout).toContain(`accepted\n  tenant/Default/Port5222 (`);
    expect(stdout).toContain(`${EXCEPTION}\n    missing-executable: ${REASON}\n`);
    expect(stdout).toMatch(/^0 errors, 0 warnings, 1 to note, 2 findings accepted\.$/m);
  });

  it.each([
    [
      'for nothing',
      { rule: 'unused-app', reason: REASON },
      0,
      'A suppression of "unused-app" suppresses nothing. Remove it.',
    ],
    ['for no rule', { rule: 'no-such', reason: REASON }, 1, 'names the rule "no-such", which does not exist'],
    ['for no reason', { rule: 'missing-executable', reason: ' ' }, 1, 'gives no reason'],
  ])('is itself a finding where it is accepted %s', async (_, suppression, code, says) => {
    const result = await check('--stack', demanding({ suppressions: [suppression] }));
    expect(result.code).toBe(code);
    expect(result.stdout).toContain(says);
  });

  it('is a test of traffic that passes', async () => {
    const trafficTests = [{ name: 'blocked', construct: 'tenant/Blocked', flow: FLOW, expect: 'block' }];
    const { code, stdout } = await check('--stack', demanding({ trafficTests }));
    expect(code).toBe(0);
    expect(stdout).toContain('1 of 1 traffic test passed.');
  });

  it('is a test of traffic that fails, with the trace', async () => {
    const trafficTests = [{ name: 'Not \u001b[1mblocked', construct: 'tenant/Not', flow: FLOW, expect: 'steer' }];
    const stack = demanding({ trafficTests });
    const { code, stdout } = await check('--stack', stack);
    expect(code).toBe(1);
    expect(stdout).toContain(
      'error traffic test: "Not \\u001b[1mblocked"\n  tenant/Not\n    Expected steer, but it is block.\n',
    );
    expect(stdout).toContain('matches by the process "WhatsApp.exe": block.');
    expect(stdout).toMatch(/^1 error, .* 0 of 1 traffic test passed\.$/m);
    expect(JSON.parse((await check('--stack', stack, '--json')).stdout)).toMatchObject({
      tests: [{ name: 'Not \u001b[1mblocked', expect: 'steer', passed: false, outcome: 'block', possible: ['block'] }],
      count: { error: 1 },
    });
    expect((await check('--stack', stack, '--before')).stdout).not.toContain('traffic test');
  });

  it.each<[what: string, invariant: object, code: number, says: string]>([
    ['holds', { never: 'bypass' }, 0, '1 of 1 invariant held.'],
    ['fails of a process', { never: 'steer', processes: ['WhatsApp.exe'] }, 1, 'no flow meets the outcome steer: "'],
    ['fails', { never: 'block', platforms: ['windows'] }, 1, 'Expected that no flow meets the outcome block: "'],
    ['fails of a change', { never: 'block', newly: true }, 1, 'Expected that no flow newly meets the outcome block: "'],
    ['holds of a change', { never: 'bypass', newly: true }, 0, '1 of 1 invariant held.'],
  ])('is an invariant that %s', async (_, invariant, code, says) => {
    const stack = demanding({ invariants: [{ name: 'It', construct: 'tenant/It', ...invariant }] });
    const result = await check('--stack', stack);
    expect(result.code).toBe(code);
    expect(result.stdout).toContain(says);
    const { invariants, count } = JSON.parse((await check('--stack', stack, '--json')).stdout) as {
      invariants: { result: string; counterexample: string | null }[];
      count: { error: number };
    };
    expect([invariants.length, count.error]).toEqual([1, code]);
    expect(invariants[0]?.result === 'holds').toBe(code === 0);
    expect(invariants[0]?.counterexample === null).toBe(code === 0);
  });

  it('is an invariant of changes, which needs a plan', async () => {
    const invariants = [{ name: 'nothing newly bypassed', construct: 'tenant/It', never: 'bypass', newly: true }];
    const { code, stdout } = await check(
      '--stack',
      folders.make({ stack: STACK, steering: { ...STEERING, invariants } }),
    );
    expect(code).toBe(0);
    expect(stdout).toContain('1 invariant of changes needs a plan: "nothing newly bypassed".\n');
  });
});

it('looks at a tenant', async () => {
  const tenant = await startTenant({ trafficMode: 'web' });
  const ran = await run('check', [], { NETSKOPE_SERVER_URL: tenant.serverUrl, NETSKOPE_API_KEY: tenant.token });
  await tenant.close();
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(ran.stdout).toBe(
    `Checked the tenant at ${tenant.serverUrl}, as it is now.\n\n0 errors, 0 warnings, 0 to note.\n`,
  );
});

it('is in colour where that is asked for', async () => {
  const stack = folders.make({ stack: STACK });
  const colored = await run('check', ['--stack', stack], { FORCE_COLOR: '1' });
  expect(colored.stdout).toContain('\u001b[33mwarning\u001b[39m');
  expect(colored.stdout.replaceAll(/\u001b\[\d+m/g, '')).toBe((await check('--stack', stack)).stdout);
});

it.each<[what: string, args: string[], code: number, says: string]>([
  ['nothing to look at', [], 2, 'neither --plan nor --stack is given'],
  ['an option of another command', ['--process', 'a'], 2, "unknown option '--process'"],
  ['a word too many', ['plan.json'], 2, 'too many arguments'],
  ['a plan that is not there', ['--plan', 'no-such.json'], 3, 'there is no such file'],
])('refuses %s', async (_, args, code, says) => {
  const ran = await check(...args);
  expect([ran.code, ran.stdout]).toEqual([code, '']);
  expect(ran.stderr).toContain(says);
});

describe('demands that prove nothing', () => {
  const judged = (flow: object, more: object = {}) =>
    demanding({
      trafficTests: [{ name: 'It', construct: 'tenant/It', flow: { ...FLOW, ...flow }, expect: 'block' }],
      ...more,
    });

  it.each<[what: string, demands: object, says: string]>([
    ['a path', { process: 'C:\\x\\WhatsApp.exe' }, 'trafficTests[0].flow: "C:\\\\x\\\\WhatsApp.exe" is not the name'],
    ['a wildcard for a host', { host: '*.whatsapp.net' }, 'trafficTests[0].flow: "*.whatsapp.net" is not a host'],
    ['a group without a name', { userGroups: [''] }, 'trafficTests[0].flow: The user group has 0 characters'],
    ['no country', { sourceCountry: 'ZZ' }, 'trafficTests[0].flow: "ZZ" is no country'],
  ])('are refused where a test has %s', async (_, flow, says) => {
    const { code, stderr } = await check('--stack', judged(flow));
    expect([code, stderr]).toEqual([3, expect.stringContaining(`\n- ${says}`)]);
  });

  it.each<[what: string, narrows: object, says: string]>([
    ['of no process', { processes: [] }, 'must be a list of one or more'],
    ['on no platform', { platforms: [] }, 'must be a list of one or more'],
    ['of a path', { processes: ['/bin/x'] }, '"/bin/x" is not the name of a process'],
    ['of a nameless process', { processes: [''] }, 'The process has no name.'],
  ])('are refused where an invariant is %s', async (_, narrows, says) => {
    const invariant = { name: 'None', construct: 'tenant/None', never: 'block', ...narrows };
    const { code, stderr } = await check('--stack', demanding({ invariants: [invariant] }));
    expect([code, stderr]).toEqual([3, expect.stringContaining(says)]);
  });

  it('fail where a test has another spelling than the plan, and note what nothing names', async () => {
    const plan = structuredClone(PLAN) as { resource_changes: object[] };
    const after = { name: 'Sales', enabled: true, user_groups: ['Sales'], traffic_mode: 'web', priority: 1 };
    plan.resource_changes.push({
      address: 'netskopesteering_configuration.sales',
      mode: 'managed',
      type: 'netskopesteering_configuration',
      name: 'sales',
      change: { actions: ['create'], before: null, after, after_unknown: { id: true } },
    });
    const test = (userGroups: string[]) => ({
      name: userGroups.join(),
      construct: 'tenant/It',
      flow: { ...FLOW, userGroups },
      expect: 'block',
    });
    const stack = folders.make({
      stack: STACK,
      plan,
      steering: { ...STEERING, trafficTests: [test(['SALES']), test(['Guests'])] },
    });
    const { code, stdout, stderr } = await check('--stack', stack);
    expect(code).toBe(1);
    expect(stdout).toContain('error traffic test: "SALES"');
    expect(stdout).toContain('The user group "SALES" is written "Sales" in a configuration.');
    expect(stdout).toContain('1 of 2 traffic tests passed');
    expect(stderr).toMatch(
      /^netskope-steering check: Note on the traffic test "Guests": No configuration names[^\n]+\n$/,
    );
    const json = JSON.parse((await check('--stack', stack, '--json')).stdout) as { tests: object[] };
    expect(json.tests).toMatchObject([
      { passed: false, complaint: expect.any(String) },
      { passed: true, remarks: [expect.any(String)] },
    ]);
    const reviewed = await run('review', [stack, '--fail-on', 'error']);
    expect(reviewed.code).toBe(12);
    expect(reviewed.stdout).toContain('"SALES" is written "Sales"');
    expect(reviewed.stdout).toContain('No configuration names the user group "Guests".');
  });

  it('are missed where synth wrote them, and they were lost', async () => {
    const stack = folders.make({ plan: PLAN, stack: { ...STACK, '//': { metadata: { stackName: 'tenant' } } } });
    const { code, stderr } = await check('--stack', stack);
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining('so no traffic test and no invariant of the stack is judged.'),
    ]);
    const reviewed = await run('review', [stack, '--fail-on', 'never']);
    expect([reviewed.code, reviewed.stderr]).toEqual([0, expect.stringContaining('keep the two together.')]);
  });

  it('are said not to be judged of what was there before', async () => {
    const { code, stderr } = await check('--stack', judged({}), '--before');
    expect([code, stderr]).toEqual([0, expect.stringContaining('Leave out --before to judge them.')]);
  });
});
