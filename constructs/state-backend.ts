/**
 * Where do stacks keep their state? One setting gives each tenant a place of its own, with locks. Credentials come from
 * the environment, because Terraform writes what a backend is given in clear text to .terraform and to plan files.
 */
import { checked } from './plumbing/checked';
import {
  CloudBackend,
  HttpBackend,
  LocalBackend,
  NamedCloudWorkspace,
  PgBackend,
  S3Backend,
  type TerraformStack,
} from 'cdktf';
import { described, matching, oneOf, oneOfTypes, text, type ReadOf } from '../steering/demands/shape';

/** The placeholder for the name of the tenant in an address. */
const TENANT = '{tenant}';

/** A text that could be no expression: a backend accepts none, and its error would be hard to understand. */
const word = matching(/^\w[\w .:-]*$/, 'must be letters, digits, " ", ".", ":", "_" and "-".');
const prefix = matching(
  /^[\w.-]+(\/[\w.-]+)*$/,
  'must be letters, digits, ".", "_" and "-", in parts between single "/".',
);
const schemaPrefix = matching(/^[a-z][a-z0-9_]{0,19}$/, 'must be 1 to 20 of a-z, 0-9 and "_", a letter first.');
const address = text(complainAboutAddress);

const type = oneOfTypes({
  /** A file beside cdktf.json, locked by the file system; for one person on one machine. */
  local: [{}, {}],
  /**
   * A bucket, locked by a file beside the state. AWS tools find the credentials (`AWS_ROLE_ARN`, `AWS_ACCESS_KEY_ID`,
   * …).
   */
  s3: [
    { bucket: word },
    {
      region: described("By default the environment's AWS_REGION.", word),
      prefix: described('The beginning of the key of each state; "netskope-steering" by default.', prefix),
    },
  ],
  /** An HTTP server, such as GitLab. The credentials come from `TF_HTTP_USERNAME` and `TF_HTTP_PASSWORD`. */
  http: [
    { address: described('The address of the state, in which {tenant} stands for the name of the tenant.', address) },
    {
      lockAddress: described('By default the address with /lock, as GitLab has it.', address),
      lockMethod: described('"POST" by default, as GitLab has it.', oneOf(['POST', 'PUT', 'LOCK'])),
      unlockMethod: described('"DELETE" by default, as GitLab has it.', oneOf(['DELETE', 'POST', 'PUT', 'UNLOCK'])),
    },
  ],
  /**
   * PostgreSQL. The connection and credentials come from `PG_CONN_STR`, or from `PGHOST`, `PGUSER`, `PGPASSWORD` and
   * the like.
   */
  pg: [
    {},
    {
      schemaPrefix: described(
        'The beginning of the name of each schema; "netskope_steering" by default.',
        schemaPrefix,
      ),
    },
  ],
  /**
   * HCP Terraform. The token comes from `TF_TOKEN_app_terraform_io`. Let the workspace execute locally, because the
   * provider is in a mirror.
   */
  cloud: [
    { organization: word },
    {
      hostname: described('app.terraform.io by default.', word),
      project: described("By default the organization's own.", word),
    },
  ],
});

/** What `tenants.json` says of a place for states. */
export const stateShape = described(
  'The place where Terraform keeps states, one for each tenant. Credentials come from the environment.',
  type,
);

/** The place where stacks keep their state. */
export type TenantStateBackend = NonNullable<ReadOf<typeof stateShape>>;

type Backends = {
  readonly [T in TenantStateBackend['type']]: (
    stack: TerraformStack,
    state: Extract<TenantStateBackend, { type: T }>,
  ) => void;
};

const BACKENDS: Backends = {
  // The path is relative to cdktf.out/stacks/NAME, where terraform runs. So no path of a machine is written down, and
  // cleaning cdktf.out loses nothing.
  local: (stack) => void new LocalBackend(stack, { path: `../../../terraform.${stack.node.id}.tfstate` }),
  s3: (stack, { bucket, region, prefix = 'netskope-steering' }) => {
    const key = `${prefix}/${stack.node.id}.tfstate`;
    const backend = new S3Backend(stack, { bucket, key, encrypt: true, ...(region !== undefined && { region }) });
    // This setting is newer than cdktf's own type.
    backend.addOverride('use_lockfile', true);
  },
  http: (stack, { address, lockAddress = `${address}/lock`, lockMethod = 'POST', unlockMethod = 'DELETE' }) => {
    const lock = ofTenant(lockAddress, stack);
    const methods = { lockMethod, unlockMethod };
    new HttpBackend(stack, { address: ofTenant(address, stack), lockAddress: lock, unlockAddress: lock, ...methods });
  },
  pg: (stack, { schemaPrefix = 'netskope_steering' }) => {
    const schemaName = `${schemaPrefix}_${stack.node.id.replaceAll('-', '_')}`;
    const backend = new PgBackend(stack, { connStr: '', schemaName });
    // cdktf insists on a connection string. Without one in the file, the environment gives it.
    backend.addOverride('conn_str', undefined);
  },
  cloud: (stack, { organization, hostname, project }) => {
    const workspaces = new NamedCloudWorkspace(`netskope-steering-${stack.node.id}`, project);
    new CloudBackend(stack, { organization, workspaces, ...(hostname !== undefined && { hostname }) });
  },
};

/**
 * Makes a stack keep its state in this place, under the name of the stack.
 * @example
 * import { keepState } from 'cdktf-netskope-steering';
 *
 * keepState(stack, { type: 's3', bucket: 'states', region: 'eu-central-1' });
 */
export function keepState(stack: TerraformStack, where: TenantStateBackend): void {
  [where] = checked(stack, 'keepState', where);
  const keep = BACKENDS[where.type] as (stack: TerraformStack, where: TenantStateBackend) => void;
  keep(stack, where);
}

function ofTenant(address: string, stack: TerraformStack): string {
  return address.replaceAll(TENANT, stack.node.id);
}

function complainAboutAddress(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const loopback = url !== undefined && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url === undefined || (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback))) {
    return 'must be an https address (http to loopback only).';
  }
  if (/[$%]\{/.test(address)) return 'may hold no template: only {tenant} stands for something.';
  if (url.username !== '' || url.password !== '' || url.search !== '') {
    return 'may hold neither a user, a password nor a query: give them in TF_HTTP_USERNAME and TF_HTTP_PASSWORD.';
  }
  if (address.includes(TENANT)) return undefined;
  return `must contain ${TENANT}, which stands for the name of the tenant: two tenants in one state would destroy each other.`;
}
