/** The token is nowhere: not in logs at TRACE, not in state or plan files, not in an error, not in a crash. */
import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { runTerraform } from '../../tools/terraform/terraform';
import { startTenant } from '../../tenant/emulator';
import { changeMirror } from '../support/changed-mirror';
import { Evidence, makeSecret, type Secret } from '../support/evidence';
import { startOddServer } from '../support/odd-server';
import { unwrap, Workspace } from '../support/workspace';

// Many runs of terraform, on a machine that may be busy.
jest.setTimeout(180_000);

const REPOSITORY = resolve(__dirname, '../..');
const LOG_FILE = 'trace.log';

/** Node prints headers with the first, and packages print what they like with the last. */
const TALKATIVE = { NODE_DEBUG: 'http,https,net,tls', NODE_DEBUG_NATIVE: 'all', DEBUG: '*' };

const HCL = `
resource "netskopesteering_certificate_pinned_app" "app" {
  name    = "App"
  windows = { processes = ["App.exe"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "it" {
  configuration_id       = "0"
  app_id  = netskopesteering_certificate_pinned_app.app.id
  windows = "block"
}
`;

/** What a test opened, closed in the reverse order, whatever happened. */
const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function open<T extends { remove(): Promise<void> } | { close(): Promise<void> }>(
  opening: Promise<T>,
): Promise<T> {
  const thing = await opening;
  opened.push(() => ('close' in thing ? thing.close() : thing.remove()));
  return thing;
}

async function newWorkspace(serverUrl: string, { value }: Secret, hcl = HCL, env: NodeJS.ProcessEnv = {}) {
  const workspace = await open(Workspace.create({ serverUrl, apiKey: value }, hcl, { TF_LOG: 'TRACE', ...env }));
  return { workspace, evidence: new Evidence() };
}

/** Runs with the log in a file, and once more with the log on stderr; keeps all that was said. */
async function runTraced({ workspace, evidence }: { workspace: Workspace; evidence: Evidence }, ...args: string[]) {
  const { exitCode, stdout, stderr } = await workspace.run(...args);
  evidence.add('stdout', stdout);
  evidence.add('stderr', stderr);
  return { exitCode, stdout, stderr };
}

/** A log that could show something: at TRACE, of our provider, while it was in use. */
const TRACE = /\[TRACE\].*netskopesteering[^]*provider: plugin process exited/;

describe('of a run that succeeds', () => {
  const life = [
    ['plan', '-out=tfplan'],
    ['show', '-json', 'tfplan'],
    ['apply', 'tfplan'],
    ['plan'],
    ['state', 'pull'],
    ['destroy', '-auto-approve'],
  ];

  it.each([
    ['in a file', { TF_LOG_PATH: LOG_FILE }, LOG_FILE],
    ['on stderr', {}, 'stderr'],
    ['in a file, and Node asked to tell what it does', { TF_LOG_PATH: LOG_FILE, ...TALKATIVE }, LOG_FILE],
  ])('no trace is left with HCL that reads it from the environment, the log %s', async (_where, env, log) => {
    const secret = makeSecret();
    const tenant = await open(startTenant({ token: secret.value }));
    const run = await newWorkspace(tenant.serverUrl, secret, HCL, env);
    for (const args of life) expect(await runTraced(run, ...args)).toMatchObject({ exitCode: 0 });
    expect(tenant.journal.counts).toMatchObject({ createException: 1, deleteException: 1 });

    await run.evidence.addFolder(run.workspace.folder);
    expect(run.evidence.textOf(log)).toMatch(TRACE);
    expect(run.evidence.textOf('tfplan/tfplan')).not.toBe('');
    expect(run.evidence.textOf('terraform.tfstate')).not.toBe('');
    expect(run.evidence.leaksOf(secret)).toEqual([]);
  });

  it('no trace is left with main.ts', async () => {
    const secret = makeSecret();
    const tenant = await open(startTenant({ token: secret.value, trafficMode: 'web' }));
    const { workspace, evidence } = await newWorkspace(tenant.serverUrl, secret, '');
    const out = join(workspace.folder, 'cdktf.out');
    await promisify(execFile)(process.execPath, ['--import', 'tsx', 'main.ts'], {
      cwd: REPOSITORY,
      env: { ...workspace.environment(), CDKTF_OUTDIR: out },
    });
    const options = {
      cwd: join(out, 'stacks', 'tenant'),
      cliConfigFile: join(REPOSITORY, 'dist', 'terraformrc'),
      env: { ...workspace.environment(), TF_LOG_PATH: join(workspace.folder, LOG_FILE) },
    };
    for (const args of [['init'], ...life]) {
      const { exitCode, stdout, stderr } = await runTerraform(args, options);
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
      evidence.add('stdout', stdout);
    }
    expect(tenant.journal.counts).toMatchObject({ createException: 1, deleteException: 1 });

    await evidence.addFolder(workspace.folder);
    expect(evidence.textOf(LOG_FILE)).toMatch(TRACE);
    expect(evidence.textOf('terraform.tenant.tfstate')).not.toBe('');
    expect(evidence.leaksOf(secret)).toEqual([]);
  });
});

describe('of a run that fails', () => {
  const echo = (text: string) =>
    JSON.stringify({ status: 'error', message: text, errors: [{ field: text, message: text }] });
  const tokenOf = (headers: Record<string, unknown>) => String(headers['netskope-api-token']);

  const failures: readonly [string, (secret: Secret) => Promise<string>, string][] = [
    [
      'a wrong token',
      async () => (await open(startTenant({ token: 'another' }))).serverUrl,
      'does not accept the token',
    ],
    [
      'a tenant that is down',
      async () => {
        const { serverUrl, close } = await startOddServer(() => ({ status: 200, body: '' }));
        await close();
        return serverUrl;
      },
      'The tenant cannot be reached',
    ],
    [
      'a role that lacks a route',
      async ({ value }) =>
        (await open(startTenant({ token: value, deny: { createCertificatePinnedApp: 'No permission.' } }))).serverUrl,
      'The token may not do this',
    ],
    [
      'a server that redirects, with the token in the address',
      async () => {
        const elsewhere = await open(startOddServer(() => ({ status: 200, body: '{}' })));
        opened.push(async () => expect(elsewhere.asked).toEqual([]));
        const location = (token: string) => `${elsewhere.serverUrl}/?token=${encodeURIComponent(token)}`;
        const redirecting = startOddServer((headers) => ({
          status: 307,
          headers: { location: location(tokenOf(headers)) },
          body: '',
        }));
        return (await open(redirecting)).serverUrl;
      },
      'The tenant answers with a redirect',
    ],
    ...[400, 401, 403, 409, 422, 500].map(
      (status) =>
        [
          `a server that echoes its request with status ${status}`,
          async () =>
            (
              await open(
                startOddServer((headers) => ({
                  status,
                  headers: { 'x-request-id': tokenOf(headers) },
                  body: echo(`You sent ${JSON.stringify(headers)} and ${encodeURIComponent(tokenOf(headers))}`),
                })),
              )
            ).serverUrl,
          'Cannot create the certificate pinned app',
        ] as [string, () => Promise<string>, string],
    ),
    [
      'a server that echoes its request as a page',
      async () =>
        (
          await open(
            startOddServer((headers) => ({
              status: 200,
              headers: { 'content-type': 'text/html' },
              body: `<pre>${tokenOf(headers)}</pre>`,
            })),
          )
        ).serverUrl,
      'Cannot create the certificate pinned app',
    ],
  ];

  it.each(failures)('no trace is left: %s', async (_what, startServer, expected) => {
    const secret = makeSecret();
    const hcl = `provider "netskopesteering" {\n  max_retry_wait_seconds = 1\n}\n${HCL}`;
    const run = await newWorkspace(await startServer(secret), secret, hcl, { TF_LOG_PATH: LOG_FILE });
    const { exitCode, stdout, stderr } = await runTraced(run, 'apply', '-auto-approve');
    expect(exitCode).toBe(1);
    expect(unwrap(stdout + stderr)).toContain(expected);
    await run.evidence.addFolder(run.workspace.folder);
    expect(run.evidence.textOf(LOG_FILE)).toMatch(TRACE);
    expect(run.evidence.leaksOf(secret)).toEqual([]);
  });

  it('no trace is left: a crash of the provider, with the token within reach of the exception', async () => {
    const secret = makeSecret();
    const tenant = await open(startTenant({ token: secret.value }));
    const crash = `
const { ClientRequest } = require('node:http');
const end = ClientRequest.prototype.end;
ClientRequest.prototype.end = function (...args) {
  setImmediate(() => { throw Object.assign(new TypeError('planted'), { config: { headers: this.getHeaders() } }); });
  return end.apply(this, args);
};
`;
    const mirror = await open(changeMirror((bundle) => crash + bundle));
    const env = { TF_LOG_PATH: LOG_FILE, TF_CLI_CONFIG_FILE: mirror.cliConfigFile };
    const run = await newWorkspace(tenant.serverUrl, secret, HCL, env);
    const { exitCode, stdout, stderr } = await runTraced(run, 'apply', '-auto-approve');
    expect(exitCode).toBe(1);
    expect(stdout + stderr).toContain('panic: TypeError: planted');
    await run.evidence.addFolder(run.workspace.folder);
    expect(run.evidence.leaksOf(secret)).toEqual([]);
  });
});

/**
 * A fact of terraform's, not of this provider's: it stores the values of root variables in every plan file, sensitive or
 * not, because an apply of the plan needs them. So the token belongs in the environment. It is also this file's control:
 * a search that finds nothing here would find nothing anywhere.
 */
it('stands in clear in a plan file where the configuration takes it from a variable, which nothing can prevent', async () => {
  const secret = makeSecret();
  const tenant = await open(startTenant({ token: secret.value }));
  const hcl = `
variable "token" {
  type      = string
  sensitive = true
}
provider "netskopesteering" {
  api_key = var.token
}
${HCL}`;
  const env = { TF_VAR_token: secret.value, NETSKOPE_API_KEY: '', TF_LOG_PATH: LOG_FILE };
  const run = await newWorkspace(tenant.serverUrl, secret, hcl, env);
  expect(await runTraced(run, 'plan', '-out=tfplan')).toMatchObject({ exitCode: 0 });
  expect(await runTraced(run, 'apply', 'tfplan')).toMatchObject({ exitCode: 0 });
  await run.evidence.addFolder(run.workspace.folder);
  const places = run.evidence.leaksOf(secret).map((place) => place.replace(/^\d+: /, ''));
  expect(places).toEqual(['tfplan/tfplan']);
});
