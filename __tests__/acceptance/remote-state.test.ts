/** State on a server, with the real terraform: kept there and only there, locked, without credentials in any file. */
import { CertificatePinnedApp, keepState, type TenantStateBackend } from '../../constructs';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { synthesize } from '../constructs/synthesize';
import { Evidence, makeSecret } from '../support/evidence';
import { startBucket, startHttpState, type StateServer } from '../support/state-servers';
import { Workspace } from '../support/workspace';

// Many runs of terraform, on a machine that may be busy.
jest.setTimeout(180_000);

interface Kind {
  readonly start: () => Promise<StateServer>;
  readonly state: (port: number) => TenantStateBackend;
  readonly env: (port: number, secret: string) => NodeJS.ProcessEnv;
  readonly path: string;
  readonly lock: string;
}

/** The environment of the bucket sends all to it but what goes to the tenant; names of `.test` are nobody's. */
const KINDS: Readonly<Record<string, Kind>> = {
  'a bucket': {
    start: startBucket,
    state: () => ({ type: 's3', bucket: 'states', region: 'eu-central-1' }),
    env: (port, secret) => ({
      HTTP_PROXY: `http://127.0.0.1:${port}`,
      NO_PROXY: '127.0.0.1',
      AWS_ENDPOINT_URL_S3: 'http://s3.test',
      AWS_ENDPOINT_URL_STS: 'http://sts.test',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_ACCESS_KEY_ID: 'steering',
      AWS_SECRET_ACCESS_KEY: secret,
    }),
    path: 'states.s3.test/netskope-steering/stack.tfstate',
    lock: 'states.s3.test/netskope-steering/stack.tfstate.tflock',
  },
  'a server over HTTP': {
    start: startHttpState,
    state: (port) => ({ type: 'http', address: `http://127.0.0.1:${port}/states/{tenant}` }),
    env: (_port, secret) => ({ TF_HTTP_USERNAME: 'steering', TF_HTTP_PASSWORD: secret }),
    path: '/states/stack',
    lock: '/states/stack/lock',
  },
};

const SOMEBODY = {
  ID: 'held-by-another',
  Operation: 'OperationTypeApply',
  Who: 'somebody@else',
  Version: '1.11.4',
  Path: 'there',
};

let tenant: LocalTenant;
let server: StateServer;
let workspace: Workspace | undefined;
beforeEach(async () => (tenant = await startTenant()));
afterEach(async () => {
  await workspace?.remove();
  workspace = undefined;
  await server?.close();
  await tenant?.close();
});

it.each(Object.entries(KINDS))('keeps it in %s', async (_what, { start, state, env, path, lock }) => {
  server = await start();
  const secret = makeSecret();
  const { config } = synthesize((stack) => {
    keepState(stack, state(server.port));
    new CertificatePinnedApp(stack, 'App', { name: 'App', windows: { processes: ['App.exe'] } });
  });
  const address = { serverUrl: tenant.serverUrl, apiKey: tenant.token };
  workspace = await Workspace.create(address, config, env(server.port, secret.value));

  await workspace.apply();
  expect(JSON.parse(server.kept.get(path) ?? '{}')).toMatchObject({
    resources: [{ type: 'netskopesteering_certificate_pinned_app' }],
  });
  expect(await workspace.planJson()).toMatchObject({ resource_changes: [{ change: { actions: ['no-op'] } }] });

  server.kept.set(lock, JSON.stringify(SOMEBODY));
  expect(await workspace.failure('apply', '-auto-approve')).toMatch(/Error acquiring the state lock.*held-by-another/);
  server.kept.delete(lock);
  await workspace.destroy();
  expect([...server.kept.keys()]).toEqual([path]);

  const evidence = new Evidence();
  await evidence.addFolder(workspace.folder);
  expect(evidence.textOf('main.tf.json')).toContain('backend');
  expect(evidence.textOf('tfplan/tfplan')).not.toBe('');
  expect(evidence.leaksOf(secret)).toEqual([]);
  await expect(workspace.read('terraform.tfstate')).rejects.toThrow('ENOENT');
});
