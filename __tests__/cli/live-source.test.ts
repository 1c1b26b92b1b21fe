import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report, Review } from '../../review';
import { temporaryFolder } from '../tenant/support/temporary-folder';
import { run } from './support/run';
import { PLAN, STACK, stackFolders, STEERING } from './support/stack';

const stacks = stackFolders();
const { path: root, remove } = temporaryFolder('snapshots');
afterAll(() => {
  stacks.remove();
  remove();
});

type Json = Record<string, unknown>;

const off = { action: '1', processes: [], enabled: false, managed_device: false, tunnel: false, tunnel_domains: [] };
const offMobile = { action: '1', processes: [], enabled: false, domains: [] };
const pinned = (name: string, action = '1', custom = true): Json => ({
  notes: '',
  app_name: name,
  enabled: true,
  data: {
    custom,
    appName: name,
    windows: { ...off, action, processes: [`${name}.exe`], enabled: true },
    mac: off,
    android: offMobile,
    ios: offMobile,
  },
});
const group = (...data: Json[]): Json => ({ data, count: data.length });
const exceptions = (...apps: Json[]): Json => ({
  domains: group(),
  src_netloc: group(),
  dst_netloc: group({ notes: '', dst_netloc: ['Local IP address range'] }),
  countries: group(),
  cert_pinned_apps: group(...apps),
});
const shown = (...apps: Json[]): Json => ({
  steering_config: 'Default tenant config',
  enabled: true,
  location_based_steering: false,
  private_apps_enabled: false,
  priority: '1',
  traffic_type: 'web',
  steered_traffic: group(),
  exceptions: exceptions(...apps),
});

let made = 0;
function file(content: unknown): string {
  const path = join(root, `file-${made++}.json`);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

/** A snapshot of the default configuration, and of a custom one where it has a content. */
const snapshot = (content: Json, sales?: Json, more: Json = {}): string =>
  file({
    format: 'netskope-steering-snapshot',
    format_version: '1.0',
    tenant: 'https://acme.goskope.com',
    observed_at: '2026-11-30T06:00:00Z',
    configurations: [
      { config_id: 0, config_name: 'Default tenant config', shown: content },
      ...(sales === undefined ? [] : [{ config_id: 3, config_name: 'Sales', shown: sales }]),
    ],
    ...more,
  });

const ZOOM = pinned('Zoom', '1', false);
const FRESH = snapshot(shown(ZOOM));
const BLOCKED = snapshot(shown(ZOOM, pinned('WhatsApp', '3')));
const DIALECT = file({ action: { '3': 'block' } });

const TEST = {
  name: 'WhatsApp is blocked',
  construct: 'tenant/Test',
  flow: { platform: 'windows', process: 'WhatsApp.exe', host: 'g.whatsapp.net', port: 443 },
  expect: 'block',
};
const steering = { ...STEERING, trafficTests: [TEST] };
const stack = stacks.make({ stack: STACK, steering });

const FLOW = ['--process', 'WhatsApp.exe', '--host', 'g.whatsapp.net'];
const withDialect = (path: string) => ['--snapshot', path, '--dialect', DIALECT];

describe('decide on a snapshot', () => {
  it('answers what is observed, and names how it was read', async () => {
    const { code, stdout, stderr } = await run('decide', [...FLOW, '--port', '443', ...withDialect(BLOCKED)]);
    expect(stdout).toMatch(
      /^Decided on the tenant https:\/\/acme\.goskope\.com, as it was observed at 2026-11-30T06:00:00Z\./,
    );
    expect(stdout).toContain('TCP port 443: block.');
    expect(stdout).toContain('rest-v1-as-read');
    expect(stderr).toMatch(/not observed, and so not known: .*DNS exceptions/);
    expect(code).toBe(0);
  });

  it('is unknown for a code that no dialect names, and at a port that is not observed', async () => {
    const unnamed = await run('decide', [...FLOW, '--port', '443', '--snapshot', BLOCKED, '--expect', 'block']);
    expect(unnamed.stdout).toMatch(
      /unknown: block or bypass[^\n]*\n(.*\n)*.*the code "3" for action, which its dialect does not name/,
    );
    expect(unnamed.stderr).toContain('what 1 code of the tenant means');
    expect(unnamed.code).toBe(1);
    const port = await run('decide', [...FLOW, '--port', '5222', ...withDialect(BLOCKED)]);
    expect(port.stdout).toContain('unknown: block or direct');
    expect(port.stdout).toContain('REST v1 does not show non-standard ports');
  });

  it('says in JSON what was looked at', async () => {
    const { stdout } = await run('decide', [...FLOW, '--port', '443', ...withDialect(BLOCKED), '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'block',
      source: { kind: 'snapshot', tenant: 'https://acme.goskope.com', observed_at: '2026-11-30T06:00:00Z' },
    });
  });

  it.each([
    ['a plan', ['--plan', 'plan.json', '--snapshot', FRESH], 2, /--plan says what a plan leaves behind/],
    ['a before', ['--before', '--snapshot', FRESH], 2, /Only a plan has a before/],
    ['both', ['--live', '--snapshot', FRESH], 2, /Leave one of the two out/],
    ['a provider of no stack', ['--provider', 'x', '--snapshot', FRESH], 2, /Name the stack with --stack/],
    ['a dialect alone', ['--dialect', DIALECT], 2, /--dialect belongs to --live or --snapshot/],
    ['no variables', ['--live'], 2, /NETSKOPE_TENANT_URL and NETSKOPE_REST_V1_TOKEN are not set/],
    ['no file', ['--snapshot', join(root, 'none.json')], 3, /no such file/],
    ['another file', ['--snapshot', DIALECT], 3, /is no snapshot/],
  ])('refuses %s', async (_what, args, expected, message) => {
    const { code, stdout, stderr } = await run('decide', [...FLOW, '--port', '443', ...args]);
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
    expect(stderr).toMatch(message);
  });
});

describe('decide on a live tenant', () => {
  it('reads it by REST v1 now', async () => {
    const server = createServer((request, response) => {
      const isList = request.url?.startsWith('/api/v1/steeringconfiglist') === true;
      const data = isList ? [{ config_id: 0, config_name: 'Default tenant config' }] : [shown(pinned('WhatsApp', '3'))];
      request
        .resume()
        .on('end', () =>
          response
            .setHeader('content-type', 'application/json')
            .end(JSON.stringify({ status: 'success', msg: '', data })),
        );
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    try {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const args = [...FLOW, '--port', '443', '--live', '--dialect', DIALECT, '--json'];
      const { code, stdout } = await run('decide', args, {
        NETSKOPE_TENANT_URL: url,
        NETSKOPE_REST_V1_TOKEN: 'secret',
      });
      expect(JSON.parse(stdout)).toMatchObject({ outcome: 'block', source: { kind: 'live', tenant: url } });
      expect(code).toBe(0);
    } finally {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    }
  });
});

describe('check on a snapshot', () => {
  it('finds the mistakes on the tenant', async () => {
    const { code, stdout } = await run('check', withDialect(BLOCKED));
    expect(stdout).toMatch(/^Checked the tenant https:\/\/acme\.goskope\.com, as it was observed/);
    expect(stdout).toContain('missing-executable');
    expect(stdout).not.toContain('traffic test');
    expect(code).toBe(0);
  });

  it('judges the traffic tests of a stack on it', async () => {
    const done = await run('check', ['--stack', stack, ...withDialect(BLOCKED)]);
    expect(done.stdout).toContain(`by the demands of the stack ${stack}`);
    expect(done.stdout).toContain('1 of 1 traffic test passed');
    // What the tenant has of the code is told by its construct.
    expect(done.stdout).toContain('tenant/WhatsApp/Exception');
    const before = await run('check', ['--stack', stack, ...withDialect(FRESH)]);
    expect(before.stdout).toContain('Expected block, but it is steer.');
    expect(before.code).toBe(1);
    const unnamed = await run('check', ['--stack', stack, '--snapshot', BLOCKED]);
    expect(unnamed.stdout).toContain('nobody can say what becomes of it');
    expect(unnamed.code).toBe(1);
  });
});

const NEVER = ['--fail-on', 'never', '--date', '2026-12-01'];

async function reviewed(code: string, ...args: string[]): Promise<Review> {
  const { stdout, stderr } = await run('review', [code, '--format', 'json', ...NEVER, ...args]);
  if (stdout === '') throw new Error(stderr);
  const [review] = (JSON.parse(stdout) as Report).plans;
  if (review === undefined) throw new Error('no review');
  return review;
}

describe('review on a snapshot', () => {
  it('needs no plan, and says first what is not observed', async () => {
    const { stdout } = await run('review', [stack, ...NEVER, ...withDialect(FRESH)]);
    const [screen = ''] = stdout.split('\nDetails');
    expect(screen).toContain('on https://acme.goskope.com');
    expect(screen).toContain('WhatsApp is blocked on Windows; port entry 5222 is added.');
    expect(screen).toMatch(/As observed at 2026-11-30T06:00:00Z\. Not observed, and so not known: .*DNS exceptions/);
    expect(screen).toContain('Plan: 3 to create');
    expect(screen.indexOf('Not observed')).toBeLessThan(screen.indexOf('who '));
    for (const line of screen.split('\n')) expect([...line].length).toBeLessThanOrEqual(200);
    expect(stdout).toContain('passed  WhatsApp is blocked');
  });

  it('tells addresses, constructs and attributes of the code, and that there is nothing to destroy', async () => {
    const { counts, changes, removals, observed, tests, does } = await reviewed(stack, ...withDialect(FRESH));
    expect(counts).toMatchObject({ create: 3, update: 0, destroy: 0 });
    expect(removals).toEqual([]);
    expect(observed).toMatchObject({ tenant: 'https://acme.goskope.com', at: '2026-11-30T06:00:00Z' });
    expect(tests.map(({ result }) => result)).toEqual(['passed']);
    expect(does.tenant).toBe(true);
    expect(changes).toContainEqual(
      expect.objectContaining({
        at: {
          address: 'netskopesteering_certificate_pinned_app_exception.block',
          construct: 'tenant/WhatsApp/Exception',
        },
        action: 'create',
        changes: expect.arrayContaining([{ attribute: 'windows', after: '"block"' }]) as unknown,
      }),
    );
  });

  it('shows what is not observed before as such', async () => {
    const { changes } = await reviewed(stack, ...withDialect(BLOCKED));
    const app = changes.find(({ at }) => at.address === 'netskopesteering_certificate_pinned_app.app');
    expect(app).toMatchObject({
      action: 'update',
      changes: [{ attribute: 'windows.match', before: '(not observed)', after: '"exact"' }],
    });
  });

  it('does nothing where the runbook has been carried out', async () => {
    const review = await reviewed(stack, ...withDialect(BLOCKED), '--done', stack);
    expect(review).toMatchObject({ verdict: 'no_traffic_change', isComplete: true, traffic: [] });
    expect(Object.values(review.counts).every((count) => count === 0)).toBe(true);
    expect(review.reservations.join()).toContain('is taken to be as');
    const { code } = await run('review', [stack, ...withDialect(BLOCKED), '--done', stack]);
    expect(code).toBe(0);
  });

  it('deletes what no code has, names it so, and leaves bypasses of predefined apps', async () => {
    const tenant = snapshot(shown(ZOOM, pinned('Signal', '3')));
    const { removals, traffic, verdict } = await reviewed(stack, ...withDialect(tenant));
    expect(removals.map(({ at: { address }, action, reason }) => [address, action, reason])).toEqual([
      ['not in code: the app Signal', 'destroy', 'the tenant has it, and no code does'],
      [
        'not in code: the exception for Signal in Default tenant config',
        'destroy',
        'the tenant has it, and no code does',
      ],
    ]);
    const ended = traffic.find(({ witness }) => witness.process === 'Signal.exe' && witness.port === 443);
    expect(ended).toMatchObject({ effect: 'broadening', before: { outcome: 'block' }, after: { outcome: 'steer' } });
    expect(verdict).toBe('collateral');
    const kept = await reviewed(stack, ...withDialect(tenant), '--baseline', tenant);
    expect(kept.removals).toEqual([]);
    expect(kept.traffic.some(({ witness }) => witness.process === 'Signal.exe' && witness.port === 443)).toBe(false);
  });

  it.each([
    ['an exception whose code nobody knows', snapshot(shown(ZOOM, pinned('Signal', '7')))],
    ['a configuration that may be for anybody', snapshot(shown(ZOOM), shown(pinned('Signal', '3')))],
    [
      'an exception of which a configuration may have more',
      snapshot({ ...shown(ZOOM) }, { ...shown(), exceptions: {} }),
    ],
  ])('never says that nothing opens where it deletes %s', async (_what, tenant) => {
    const { resource } = STACK as { resource: Record<string, Json> };
    const { netskopesteering_non_standard_port: _, ...rest } = resource;
    const without = stacks.make({ stack: { resource: rest }, steering });
    const { verdict, traffic } = await reviewed(without, ...withDialect(tenant));
    expect(['broadening', 'collateral']).toContain(verdict);
    expect(traffic.some(({ effect }) => effect === 'broadening')).toBe(true);
    const { code } = await run('review', [without, '--fail-on', 'broadening', ...withDialect(tenant)]);
    expect([10, 11]).toContain(code);
  });

  it('says for whom nothing is observed', async () => {
    const { stdout } = await run('review', [
      stack,
      ...NEVER,
      ...withDialect(snapshot(shown(), shown(pinned('Signal', '3')))),
    ]);
    expect(stdout).toContain('For whom each configuration is, is not observed: it may be any user.');
    expect(stdout).not.toContain('port entry not known');
  });

  it('tells that dynamic steering which is turned on may lose what the code does not have', async () => {
    const { resource } = STACK as { resource: Record<string, Record<string, Json>> };
    const dynamic = { enabled: true, on_premises_traffic_mode: 'web', off_premises_traffic_mode: 'web' };
    const type = 'netskopesteering_default_configuration';
    const toggled = stacks.make({
      stack: {
        resource: { ...resource, [type]: { default: { ...resource[type]?.['default'], dynamic_steering: dynamic } } },
      },
      steering: STEERING,
    });
    const { reservations, traffic, removals } = await reviewed(toggled, ...withDialect(FRESH));
    expect(reservations.join()).toMatch(/Dynamic steering of Default tenant config is turned on or off/);
    // Nobody deletes the bypass of Zoom, but it may be gone.
    expect(removals).toEqual([]);
    expect(traffic.some(({ witness, certain }) => witness.process === 'Zoom.exe' && !certain)).toBe(true);
  });

  it('takes what a plan in the folder wants, and what the snapshot has', async () => {
    const planned = stacks.make({ stack: STACK, plan: PLAN, steering });
    const { counts, changes } = await reviewed(planned, ...withDialect(FRESH));
    expect(counts).toMatchObject({ create: 3, destroy: 0 });
    expect(changes.map(({ at: { construct } }) => construct)).toContain('tenant/WhatsApp/Exception');
  });

  it('is the same for the same stack and tenant, whenever it was observed, and not for another', async () => {
    const path = join(root, 'reviewed.json');
    const args = [stack, ...NEVER, '--dialect', DIALECT];
    await run('review', [...args, '--snapshot', BLOCKED, '--format', 'json', '--output', path]);
    const later = snapshot(shown(pinned('WhatsApp', '3'), ZOOM), undefined, { observed_at: '2026-12-01T06:00:00Z' });
    const same = await run('review', [...args, '--snapshot', later, '--same-as', path]);
    expect([same.code, same.stderr]).toEqual([0, '']);
    const other = await run('review', [...args, '--snapshot', FRESH, '--same-as', path]);
    expect(other.code).toBe(20);
    expect(other.stderr).toContain(
      'It does what was not reviewed: create "netskopesteering_certificate_pinned_app.app".',
    );
    const elsewhere = snapshot(shown(ZOOM, pinned('WhatsApp', '3')), undefined, {
      tenant: 'https://other.goskope.com',
    });
    const moved = await run('review', [...args, '--snapshot', elsewhere, '--same-as', path]);
    expect(moved.stderr).toContain(
      'It was reviewed for https://acme.goskope.com, and now it is for https://other.goskope.com',
    );
    expect(moved.code).toBe(20);
  });

  it('takes approvals for its tenant, and names all options in the advice', async () => {
    const approvals = join(root, 'approvals.json');
    const args = [stack, '--date', '2026-12-01', ...withDialect(FRESH)];
    const stopped = await run('review', args);
    expect(stopped.code).toBe(10);
    expect(stopped.stderr).toContain(`--snapshot ${FRESH} --dialect ${DIALECT}`);
    const written = await run('review', [
      ...args,
      '--write-approvals',
      approvals,
      '--reason',
      'why',
      '--expires',
      '2026-12-31',
    ]);
    expect([written.code, readFileSync(approvals, 'utf8')]).toEqual([
      0,
      expect.stringContaining('https://acme.goskope.com'),
    ]);
    expect((await run('review', [...args, '--approvals', approvals])).code).toBe(0);
    const refused = await run('review', [...args, '--output', FRESH]);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('would overwrite')]);
  });

  it.each(['markdown', 'html', 'sarif'])('says in %s what is not observed', async (format) => {
    const { stdout, code } = await run('review', [stack, ...NEVER, '--format', format, ...withDialect(FRESH)]);
    expect(stdout).toMatch(/not observed/i);
    expect(stdout).toContain('DNS exceptions');
    expect(code).toBe(0);
  });

  it('makes the names of a tenant inert', async () => {
    const hostile = snapshot(shown(pinned('<img src=x>\u001b[31m|@team `x`', '3')));
    for (const format of ['terminal', 'markdown', 'html']) {
      const { stdout } = await run('review', [stack, ...NEVER, '--format', format, ...withDialect(hostile)]);
      expect(stdout).not.toMatch(/\u001b\[31m/);
      if (format === 'html') expect(stdout).not.toContain('<img');
    }
  });

  it.each([
    ['--baseline alone', ['--baseline', FRESH], /--baseline belongs to a review on a live tenant/],
    ['--tenant beside it', ['--tenant', '--snapshot', FRESH], /Leave one out/],
    ['both', ['--live', '--snapshot', FRESH], /Leave one of the two out/],
    ['several stacks', [stack, '--snapshot', FRESH], /one stack is reviewed at a time/],
  ])('refuses %s', async (_what, args, message) => {
    const { code, stderr } = await run('review', [stack, ...args]);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});
