/**
 * What exceptions and ports belong to, when it leaves: an app that they use, and the configuration that they stand in. A tenant
 * deletes both with what belongs to them [doc for apps], so nothing may leave before its children have gone or turned.
 */
import { readTenant, request, type TenantAddress } from '../../tools/terraform/tenant-reader';
import type { SteeringException } from '../../tenant/contract';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { Workspace } from '../support/workspace';

// Many runs of terraform, on a machine that may be busy.
jest.setTimeout(180_000);

const APP = 'netskopesteering_certificate_pinned_app';
const EXCEPTION = 'netskopesteering_certificate_pinned_app_exception';

let tenant: LocalTenant;
let address: TenantAddress;
let workspace: Workspace;

async function start(configuration: string): Promise<void> {
  tenant = await startTenant({ trafficMode: 'web' });
  address = { serverUrl: tenant.serverUrl, apiKey: tenant.token };
  workspace = await Workspace.create(address, configuration);
}
afterEach(async () => {
  await workspace?.remove();
  await tenant?.close();
});

const apply = (...args: string[]) => workspace.mustRun('apply', '-auto-approve', ...args);
const refusedApply = (...args: string[]) => workspace.failure('apply', '-auto-approve', ...args);
const writes = async (run: () => Promise<unknown>) => {
  tenant.journal.clear();
  await run();
  return tenant.journal.entries
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path }) => `${method} ${path.replace('/api/v2/steering/', '').replace(/\/[a-z]+-\w+$/, '')}`);
};
const appNames = async () =>
  (await readTenant(address)).apps.filter(({ custom }) => custom).map(({ app_name }) => app_name);
/** The names of the apps that are blocked on Windows. */
const blocked = () =>
  tenant.store.exceptions
    .page({ type: 'certificate_pinned_app' }, 0, Infinity)
    .rows.filter(({ certificate_pinned_app: pinned }) => pinned?.windows?.action === 'block')
    .map(({ certificate_pinned_app: pinned }) => tenant.store.apps.get(pinned?.app_id ?? '')?.app_name)
    .sort();

const FIRST = 'lifecycle {\n    create_before_destroy = true\n  }';
const app = (label: string, more = '', name = label) => `
resource "${APP}" "${label}" {
  name    = "${name}"
  windows = { processes = ["${label}.exe"] }
  ${more}
}
`;
const exception = (of: string, configuration = '"0"', label = 'it') => `
resource "${EXCEPTION}" "${label}" {
  configuration_id = ${configuration}
  app_id           = ${APP}.${of}.id
  windows          = "block"
}
`;

describe('an app that leaves while its exception turns to another one', () => {
  it('is kept without create_before_destroy: the error names the exception, and its advice works', async () => {
    await start(app('a') + app('b') + exception('a'));
    await apply();
    const { id } = await workspace.stateOf(`${EXCEPTION}.it`);
    await workspace.write(app('b') + exception('b'));
    for (let again = 0; again < 2; again += 1) {
      const said = await refusedApply();
      expect(said).toMatch(/The app "a" \(app-\d+\) was not deleted: an exception uses it/);
      expect(said).toContain(`- exception ${String(id)}, in configuration 0 ("Default tenant config")`);
      expect(said).toContain('-target=ADDRESS');
    }
    expect(blocked()).toEqual(['a']);
    const [, list = ''] = /The command terraform (state list -id=\S+) names/.exec(await refusedApply()) ?? [];
    const found = (await workspace.mustRun(...list.split(' '))).trim();
    expect(found).toBe(`${EXCEPTION}.it`);
    await apply(`-target=${found}`);
    await apply();
    expect([await workspace.plan(), blocked(), await appNames()]).toEqual([[], ['b'], ['b']]);
  });

  it.each(['cascades', 'refused'] as const)(
    'goes in one apply with create_before_destroy, on a tenant: %s',
    async (how) => {
      await start(app('a') + app('b') + exception('a'));
      if (how === 'refused') tenant.conditions.change({ quirks: { appInUse: how } });
      await apply();
      // Written while the app is still there; nothing else changes.
      await apply();
      await workspace.write(app('a', FIRST) + app('b', FIRST) + exception('a'));
      expect(await writes(apply)).toEqual([]);
      await workspace.write(app('b', FIRST) + exception('b'));
      expect(await writes(apply)).toEqual(['PUT configurations/0/exceptions', 'DELETE apps/certpinned']);
      expect([await workspace.plan(), blocked(), await appNames()]).toEqual([[], ['b'], ['b']]);
    },
  );

  it('goes in one apply where the key of a for_each is another', async () => {
    const each = (key: string) =>
      `
resource "${APP}" "each" {
  for_each = toset(["${key}"])
  name     = each.key
  windows  = { processes = ["a.exe"] }
  ${FIRST}
}
` + exception(`each["${key}"]`);
    await start(each('before'));
    await apply();
    await workspace.write(each('after'));
    await apply();
    expect([await workspace.plan(), blocked(), await appNames()]).toEqual([[], ['after'], ['after']]);
  });
});

describe('an app in use that is replaced', () => {
  const replaced = `-replace=${APP}.a`;

  it('is kept without create_before_destroy; with its exceptions it is replaced', async () => {
    await start(app('a') + exception('a'));
    await apply();
    expect(await refusedApply(replaced)).toMatch(/an exception uses it.* replace both/);
    expect(await writes(() => apply(replaced, `-replace=${EXCEPTION}.it`))).toEqual([
      'DELETE configurations/0/exceptions',
      'DELETE apps/certpinned',
      'POST apps/certpinned',
      'POST configurations/0/exceptions',
    ]);
    expect([await workspace.plan(), blocked()]).toEqual([[], ['a']]);
  });

  it('needs another name with create_before_destroy, and is blocked all the while', async () => {
    await start(app('a', FIRST) + exception('a'));
    await apply();
    expect(await refusedApply(replaced)).toMatch(/they cannot both have the name\. Give the new one another name/);
    await workspace.write(app('a', FIRST, 'Another') + exception('a'));
    expect(await writes(() => apply(replaced))).toEqual([
      'POST apps/certpinned',
      'PUT configurations/0/exceptions',
      'DELETE apps/certpinned',
    ]);
    expect(blocked()).toEqual(['Another']);
    await workspace.write(app('a', FIRST) + exception('a'));
    expect(await writes(apply)).toEqual(['PUT apps/certpinned']);
    expect([await workspace.plan(), blocked()]).toEqual([[], ['a']]);
  });

  it('stays as a deposed object while an exception of somebody else uses it, and goes afterwards', async () => {
    await start(app('a', FIRST));
    await apply();
    const { id } = await workspace.stateOf(`${APP}.a`);
    const path = '/steering/configurations/0/exceptions';
    const body = {
      type: 'certificate_pinned_app',
      certificate_pinned_app: { app_id: id, windows: { action: 'block' } },
    };
    const theirs = (await request<SteeringException>(address, 'POST', path, body)).data;
    await workspace.write(app('a', FIRST, 'Another'));
    expect(await refusedApply(replaced)).toContain(`- exception 0/${theirs.id}, in configuration 0`);
    expect((await appNames()).sort()).toEqual(['Another', 'a']);
    await request(address, 'DELETE', `${path}/${theirs.id}`);
    await apply();
    expect([await workspace.plan(), await appNames()]).toEqual([[], ['Another']]);
  });
});

describe('a destroy', () => {
  const COUNT = 12;
  const many = `
resource "netskopesteering_configuration" "sales" {
  name = "Sales"
}
resource "${APP}" "it" {
  count   = ${COUNT}
  name    = "App \${count.index}"
  windows = { processes = ["a.exe"] }
}
resource "${EXCEPTION}" "it" {
  count                  = ${2 * COUNT}
  configuration_id       = count.index < ${COUNT} ? "0" : netskopesteering_configuration.sales.id
  app_id                 = ${APP}.it[count.index % ${COUNT}].id
  windows                = "block"
}
`;

  it('deletes apps and their exceptions, and lists the exceptions of each configuration once', async () => {
    await start(many);
    await apply();
    await workspace.mustRun('plan', '-destroy', '-out=tfplan');
    tenant.journal.clear();
    await apply('-parallelism=10', 'tfplan');
    const calls = tenant.journal.entries.map(
      ({ method, path }) => `${method} ${path.replace('/api/v2/steering/', '')}`,
    );
    const reads = calls.filter((call) => call.startsWith('GET '));
    expect(calls).toHaveLength(reads.length + 3 * COUNT + 1);
    // The configuration goes as soon as its exceptions have gone: then nobody lists those any more.
    expect(reads.length).toBeLessThanOrEqual(3);
    expect(new Set(reads).size).toBe(reads.length);
    expect([blocked(), await appNames()]).toEqual([[], []]);
  });

  it('with -target of an app takes its exceptions along, and no others', async () => {
    await start(app('a') + app('b') + exception('a') + exception('b', '"0"', 'other'));
    await apply();
    await workspace.mustRun('destroy', '-auto-approve', `-target=${APP}.a`);
    expect([blocked(), await appNames()]).toEqual([['b'], ['b']]);
  });

  it('keeps an app that somebody else uses, and says who', async () => {
    await start(app('a') + exception('a'));
    await apply();
    const { id } = await workspace.stateOf(`${APP}.a`);
    const path = '/steering/configurations/0/exceptions';
    const body = {
      type: 'certificate_pinned_app',
      certificate_pinned_app: { app_id: id, windows: { action: 'block' } },
    };
    const theirs = (await request<SteeringException>(address, 'POST', path, body)).data;
    const said = await workspace.failure('destroy', '-auto-approve');
    expect(said).toContain(`- exception 0/${theirs.id}, in configuration 0 ("Default tenant config")`);
    expect([blocked(), await appNames()]).toEqual([['a'], ['a']]);
    await request(address, 'DELETE', `${path}/${theirs.id}`);
    await workspace.destroy();
    expect(await appNames()).toEqual([]);
  });
});

it('an app that somebody deleted, and its exceptions with it, are made again', async () => {
  await start(app('a') + app('b') + exception('a') + exception('b', '"0"', 'other'));
  await apply();
  const { id } = await workspace.stateOf(`${APP}.a`);
  await request(address, 'DELETE', `/steering/apps/certpinned/${String(id)}`);
  expect(blocked()).toEqual(['b']);
  expect((await workspace.plan()).map(({ address: of, actions }) => [of, ...actions])).toEqual([
    [`${APP}.a`, 'create'],
    [`${EXCEPTION}.it`, 'create'],
  ]);
  await apply();
  expect([await workspace.plan(), blocked()]).toEqual([[], ['a', 'b']]);
});

describe('a configuration that leaves', () => {
  const configuration = (label: string, more = '') => `
resource "netskopesteering_configuration" "${label}" {
  name = "${label}"
  ${more}
}
`;
  const port = (of: string) => `
resource "netskopesteering_non_standard_port" "it" {
  configuration_id = ${of}
  port             = 5222
  domains          = ["a.example"]
}
`;
  const idOf = (label: string) => `netskopesteering_configuration.${label}.id`;
  const children = (label: string) => exception('a', idOf(label)) + port(idOf(label));
  const standing = () => ({
    configurations: tenant.store.configurations.page({}, 0, Infinity).rows.map(({ config_name }) => config_name),
    ports: tenant.store.nonStandardPorts.page({}, 0, Infinity).rows.map(({ config_id }) => config_id),
    blocked: blocked(),
  });

  it.each([
    ['without a lifecycle', ''],
    ['with create_before_destroy', FIRST],
  ])('lets its port and its exception turn to another one in one apply, %s', async (_, more) => {
    await start(app('a') + configuration('old', more) + configuration('new', more) + children('old'));
    await apply();
    await workspace.write(app('a') + configuration('new', more) + children('new'));
    await apply();
    expect(await workspace.plan()).toEqual([]);
    const { config_id } = tenant.store.configurations.page({ config_name: 'new' }, 0, 1).rows[0]!;
    expect(standing()).toEqual({
      configurations: ['Default tenant config', 'new'],
      ports: [config_id],
      blocked: ['a'],
    });
  });

  it('is replaced with all that stands in it', async () => {
    await start(app('a') + configuration('old') + children('old'));
    await apply();
    const before = standing();
    await apply('-replace=netskopesteering_configuration.old');
    expect(await workspace.plan()).toEqual([]);
    const after = standing();
    expect({ ...after, ports: [] }).toEqual({ ...before, ports: [] });
    expect(after.ports).not.toEqual(before.ports);
  });
});
