import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import type { Report, Review } from '../../review';
import { run } from './support/run';
import {
  BLOCKED,
  DIALECT,
  FRESH,
  pinned,
  removeSnapshots,
  root,
  shown,
  snapshot,
  steering,
  withDialect,
  ZOOM,
  type Json,
} from './support/snapshots';
import { PLAN, STACK, stackFolders, STEERING } from './support/stack';

const stacks = stackFolders();
afterAll(() => {
  stacks.remove();
  removeSnapshots();
});

const stack = stacks.make({ stack: STACK, steering });

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

  it('prints JSON that the published schema describes', async () => {
    const schema: object = JSON.parse(readFileSync(join(__dirname, '../../docs/review.schema.json'), 'utf8')) as object;
    const validate = new Ajv({ strict: true, allErrors: true }).compile(schema);
    const { stdout } = await run('review', [stack, ...NEVER, '--format', 'json', ...withDialect(FRESH)]);
    expect(validate(JSON.parse(stdout)) ? [] : validate.errors).toEqual([]);
  });

  it('shows what is not observed before as such', async () => {
    const { changes } = await reviewed(stack, ...withDialect(FRESH));
    const port = changes.find(({ at }) => at.address?.startsWith('netskopesteering_non_standard_port.'));
    expect(port).toMatchObject({ action: 'create' });
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
