/** What each place of state looks like to terraform. That terraform takes it, and locks it: acceptance/remote-state.test.ts. */
import { App, TerraformStack } from 'cdktf';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { same } from '../plugin-sdk/support/same';
import { keepState, parseTenants, type TenantStateBackend, type SteeringTenant } from '../../constructs';

function synthesized(state: TenantStateBackend): unknown {
  const outdir = mkdtempSync(join(tmpdir(), 'state-'));
  try {
    const app = new App({ outdir, stackTraces: false });
    for (const name of ['emea-1', 'apac']) keepState(new TerraformStack(app, name), state);
    // Not app.synth(): a stack of state alone has nothing to validate.
    return ['emea-1', 'apac'].map((name) => {
      const stack = app.node.findChild(name) as TerraformStack;
      const { backend, cloud } = (stack.toTerraform() as { terraform: { backend?: object; cloud?: object } }).terraform;
      return backend ?? { cloud };
    });
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

const TABLE: readonly [what: string, state: TenantStateBackend, ofFirst: object, ofSecond: object][] = [
  [
    'a local file',
    { type: 'local' },
    { local: { path: '../../../terraform.emea-1.tfstate' } },
    { local: { path: '../../../terraform.apac.tfstate' } },
  ],
  [
    'a bucket, encrypted and locked by a file',
    { type: 's3', bucket: 'states', region: 'eu-central-1' },
    {
      s3: {
        bucket: 'states',
        region: 'eu-central-1',
        key: 'netskope-steering/emea-1.tfstate',
        encrypt: true,
        use_lockfile: true,
      },
    },
    expect.objectContaining({ s3: expect.objectContaining({ key: 'netskope-steering/apac.tfstate' }) }),
  ],
  [
    'a bucket of the region that the environment names',
    { type: 's3', bucket: 'states', prefix: 'net/skope' },
    { s3: { bucket: 'states', key: 'net/skope/emea-1.tfstate', encrypt: true, use_lockfile: true } },
    expect.anything(),
  ],
  [
    'a server that locks as GitLab does',
    { type: 'http', address: 'https://git.example/state/{tenant}' },
    {
      http: {
        address: 'https://git.example/state/emea-1',
        lock_address: 'https://git.example/state/emea-1/lock',
        lock_method: 'POST',
        unlock_address: 'https://git.example/state/emea-1/lock',
        unlock_method: 'DELETE',
      },
    },
    expect.objectContaining({ http: expect.objectContaining({ address: 'https://git.example/state/apac' }) }),
  ],
  [
    'a server that locks by methods of its own',
    {
      type: 'http',
      address: 'https://a.example/{tenant}',
      lockAddress: 'https://a.example/{tenant}',
      lockMethod: 'LOCK',
      unlockMethod: 'UNLOCK',
    },
    {
      http: {
        address: 'https://a.example/emea-1',
        lock_address: 'https://a.example/emea-1',
        lock_method: 'LOCK',
        unlock_address: 'https://a.example/emea-1',
        unlock_method: 'UNLOCK',
      },
    },
    expect.anything(),
  ],
  [
    'a schema of a database that the environment names',
    { type: 'pg' },
    { pg: { schema_name: 'netskope_steering_emea_1' } },
    { pg: { schema_name: 'netskope_steering_apac' } },
  ],
  [
    'a schema of another name',
    { type: 'pg', schemaPrefix: 'state' },
    { pg: { schema_name: 'state_emea_1' } },
    { pg: { schema_name: 'state_apac' } },
  ],
  [
    'a workspace of HCP Terraform',
    { type: 'cloud', organization: 'acme', hostname: 'tf.example', project: 'Net' },
    {
      cloud: {
        organization: 'acme',
        hostname: 'tf.example',
        workspaces: { name: 'netskope-steering-emea-1', project: 'Net' },
      },
    },
    expect.objectContaining({ cloud: expect.objectContaining({ workspaces: expect.anything() }) }),
  ],
];

it.each(TABLE)('gives each tenant a place of its own: %s', (_what, state, ofFirst, ofSecond) => {
  expect(parseTenants(JSON.stringify({ state, tenants: [TENANT] }))[0]?.state).toEqual(state);
  expect(synthesized(state)).toEqual([ofFirst, ofSecond]);
});

const TENANT = { name: 'emea-1', block: [{ app: 'WhatsApp', platforms: ['windows'] }] };

it('has a row for every type', () => {
  const types: Record<TenantStateBackend['type'], true> = { local: true, s3: true, http: true, pg: true, cloud: true };
  expect(new Set(TABLE.map(([, { type }]) => type))).toEqual(new Set(Object.keys(types)));
});

it('infers the types of a state from the table that checks it', () => {
  same<SteeringTenant['state'], TenantStateBackend>();
  same<TenantStateBackend['type'], 'local' | 's3' | 'http' | 'pg' | 'cloud'>();
  const s3 = { type: 's3', bucket: 'b' } satisfies TenantStateBackend;
  // @ts-expect-error a bucket without a name
  const nameless: TenantStateBackend = { type: 's3' };
  // @ts-expect-error a setting of another type
  const foreign: TenantStateBackend = { type: 'pg', bucket: 'b' };
  expect([s3, nameless, foreign]).toHaveLength(3);
});
