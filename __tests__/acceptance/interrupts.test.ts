/** What is left when an apply is cut short: by Ctrl-C, by impatience, by kill -9, by a tenant that hangs. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readAll, request, type TenantAddress } from '../../tools/terraform/tenant-reader';
import type { SteeringException } from '../../tenant/contract';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { changeMirror } from '../support/changed-mirror';
import { startProxy, type Proxy } from '../support/proxy';
import { TerraformGroup } from '../support/terraform-group';
import { waitUntil } from '../support/wait-until';
import { Workspace } from '../support/workspace';

// Many runs of terraform, on a machine that may be busy.
jest.setTimeout(180_000);

const COUNT = 20;
const EXIT_WITHIN_MS = 5_000;
const EXCEPTIONS = '/steering/configurations/0/exceptions';

/** At this rate the creations take seconds, so that there is a middle to cut them short in. */
const hcl = (requestsPerSecond: number) => `
provider "netskopesteering" {
  requests_per_second = ${requestsPerSecond}
}
resource "netskopesteering_certificate_pinned_app" "app" {
  name    = "App"
  windows = { processes = ["App.exe"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "it" {
  count                  = ${COUNT}
  configuration_id       = "0"
  notes                  = "number \${count.index}"
  app_id  = netskopesteering_certificate_pinned_app.app.id
  windows = "block"
}
`;

let tenant: LocalTenant;
let address: TenantAddress;
let proxy: Proxy;
let workspace: Workspace;
let group: TerraformGroup | undefined;

beforeEach(async () => {
  tenant = await startTenant({ trafficMode: 'web' });
  address = { serverUrl: tenant.serverUrl, apiKey: tenant.token };
  proxy = await startProxy(tenant.serverUrl);
  workspace = await Workspace.create({ ...address, serverUrl: proxy.serverUrl }, hcl(5));
});
afterEach(async () => {
  group?.end();
  await workspace?.remove();
  await proxy?.close();
  await tenant?.close();
});

/** The ids of our exceptions as the tenant has them, by the second client. */
const onTenant = async () =>
  (await readAll<SteeringException>(address, EXCEPTIONS))
    .filter(({ notes }) => notes.startsWith('number '))
    .map(({ id }) => `0/${id}`)
    .sort();

const inState = async () => {
  const { resources = [] } = JSON.parse(await workspace.mustRun('state', 'pull')) as {
    resources?: { type: string; instances: { status?: string; attributes: { id: string } }[] }[];
  };
  const instances = resources
    .filter(({ type }) => type === 'netskopesteering_certificate_pinned_app_exception')
    .flatMap(({ instances: some }) => some);
  expect(instances.filter(({ status }) => status === 'tainted')).toEqual([]);
  return instances.map(({ attributes: { id } }) => id).sort();
};

/** Of go-plugin: a provider serves only who knows it. */
const COOKIE = 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2';

/** The provider as terraform installed it. */
function providerProgram(): string {
  const providers = join(workspace.folder, '.terraform', 'providers');
  const found = readdirSync(providers, { recursive: true, encoding: 'utf8' }).find((path) =>
    /_amd64$|_arm64$/.test(path),
  );
  const folder = join(providers, found ?? '');
  return join(folder, readdirSync(folder).find((name) => name.startsWith('terraform-provider-')) ?? '');
}

const created = () => tenant.journal.counts['createException'] ?? 0;

/** An apply that has made some of its exceptions, and not yet the others. */
async function startApply(): Promise<TerraformGroup> {
  group = TerraformGroup.start(workspace, 'apply', '-auto-approve');
  await waitUntil('some exceptions are made', () => created() >= 4);
  expect(group.providers()).not.toEqual([]);
  return group;
}

/** Resolves with how long terraform took to end. */
async function timeToEnd({ finished }: TerraformGroup, start = performance.now()) {
  const end = await finished;
  return { ...end, ms: performance.now() - start };
}

const noProviderIsLeft = (run: TerraformGroup) =>
  waitUntil('no provider process is left', () => run.providers().length === 0, EXIT_WITHIN_MS);

async function expectConvergence(): Promise<void> {
  await workspace.apply(hcl(1000));
  const ids = await onTenant();
  expect(ids).toHaveLength(COUNT);
  expect(await inState()).toEqual(ids);
  expect(await workspace.plan()).toEqual([]);
}

it('saves the state on Ctrl-C: what the tenant got and nothing else, and the next apply makes the rest', async () => {
  const run = await startApply();
  run.interrupt();
  const { exitCode, said, ms } = await timeToEnd(run);
  expect(said).toContain('Interrupt received');
  expect(exitCode).toBe(1);
  expect(ms).toBeLessThan(EXIT_WITHIN_MS);
  await noProviderIsLeft(run);

  const ids = await onTenant();
  expect(ids.length).toBeGreaterThanOrEqual(4);
  expect(ids.length).toBeLessThan(COUNT);
  expect(await inState()).toEqual(ids);
  await expectConvergence();
});

it('ends on a second Ctrl-C too, with no provider left', async () => {
  proxy.hang('POST');
  const run = TerraformGroup.start(workspace, 'apply', '-auto-approve');
  group = run;
  await waitUntil('a creation hangs', () => proxy.hanging() > 0);
  run.interrupt();
  await waitUntil('terraform has heard the first', () => run.output().includes('Interrupt received'));
  run.interrupt();
  const { exitCode, said, ms } = await timeToEnd(run);
  expect(exitCode).toBe(1);
  expect(said).toContain('Two interrupts received');
  expect(ms).toBeLessThan(EXIT_WITHIN_MS);
  await noProviderIsLeft(run);
});

it('gives up on Ctrl-C where the tenant hangs, and says that the outcome is not known', async () => {
  const run = await startApply();
  proxy.hang('POST');
  await waitUntil('a creation hangs', () => proxy.hanging() > 0);
  const before = await onTenant();
  run.interrupt();
  const { exitCode, said, ms } = await timeToEnd(run);
  expect(exitCode).toBe(1);
  expect(ms).toBeLessThan(EXIT_WITHIN_MS);
  expect(said).toContain('It is not known whether the steering exception was created');
  await noProviderIsLeft(run);

  expect(await inState()).toEqual(before);
  proxy.resume();
  await expectConvergence();
});

it('leaves no provider behind when terraform is killed in mid-apply', async () => {
  const run = await startApply();
  run.kill();
  expect((await run.finished).signal).toBe('SIGKILL');
  await noProviderIsLeft(run);
});

it('leaves no provider behind when terraform is killed while the tenant hangs', async () => {
  const run = await startApply();
  proxy.hang('POST');
  await waitUntil('a creation hangs', () => proxy.hanging() > 0);
  run.kill();
  await run.finished;
  await noProviderIsLeft(run);
});

it('leaves no provider behind when terraform is killed before the provider is ready', async () => {
  const mirror = await changeMirror(
    (bundle) => `Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1500);\n${bundle}`,
  );
  const slow = await Workspace.create(address, hcl(5), { TF_CLI_CONFIG_FILE: mirror.cliConfigFile });
  try {
    const run = TerraformGroup.start(slow, 'validate');
    group = run;
    await waitUntil('the provider begins', () => run.providers().length > 0);
    run.kill();
    await run.finished;
    await noProviderIsLeft(run);
  } finally {
    await slow.remove();
    await mirror.remove();
  }
});

it('leaves no provider behind when terraform is killed after the handshake, before it connects', async () => {
  const starter = `
    const provider = require('node:child_process').spawn(process.argv[1], { stdio: ['ignore', 'pipe', 'ignore'] });
    provider.stdout.pipe(process.stdout);
  `;
  const env = { TF_PLUGIN_MAGIC_COOKIE: COOKIE, TF_DISABLE_PLUGIN_TLS: '1' };
  const run = TerraformGroup.startProgram(process.execPath, ['-e', starter, providerProgram()], env);
  group = run;
  await waitUntil('the provider is ready', () => run.output().includes('|grpc|'));
  expect(run.providers()).toHaveLength(1);
  run.kill();
  await run.finished;
  await noProviderIsLeft(run);
});

it('stops a plan on Ctrl-C as well', async () => {
  await workspace.apply(hcl(1000));
  proxy.hang('GET');
  await workspace.write(hcl(5));
  const run = TerraformGroup.start(workspace, 'plan');
  group = run;
  await waitUntil('a read hangs', () => proxy.hanging() > 0);
  run.interrupt();
  const { exitCode, ms } = await timeToEnd(run);
  expect(exitCode).toBe(1);
  expect(ms).toBeLessThan(EXIT_WITHIN_MS);
  await noProviderIsLeft(run);
  expect((await request(address, 'GET', EXCEPTIONS)).status).toBe(200);
});
