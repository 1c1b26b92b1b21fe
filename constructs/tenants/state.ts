/**
 * Where a stack keeps its state: one line of configuration, a place of its own for each tenant, and locks. Credentials come from
 * the environment: what a backend is given ends in clear in .terraform and in plan files.
 */
import {
  CloudBackend,
  HttpBackend,
  LocalBackend,
  NamedCloudWorkspace,
  PgBackend,
  S3Backend,
  type TerraformStack,
} from 'cdktf';
import { oneOf, oneOfTypes, text, type Read } from '../../steering/demands/shape';

/** Stands for the name of the tenant in an address. */
const TENANT = '{tenant}';

export const state = oneOfTypes({
  /** A file beside cdktf.json, locked by the file system; for one person on one machine. */
  local: [{}, {}],
  /** A bucket; credentials as AWS tools find them (`AWS_ROLE_ARN`, `AWS_ACCESS_KEY_ID`, …). Locked by a file beside the state. */
  s3: [
    { bucket: text(complainAboutWord) },
    {
      /** @default the environment's AWS_REGION */
      region: text(complainAboutWord),
      /** What the key of each state begins with. @default 'netskope-steering' */
      prefix: text(complainAboutPrefix),
    },
  ],
  /** A server, such as GitLab; credentials from `TF_HTTP_USERNAME` and `TF_HTTP_PASSWORD`. */
  http: [
    { address: text(complainAboutAddress) },
    {
      /** @default the address with /lock, as GitLab has it */
      lockAddress: text(complainAboutAddress),
      /** @default 'POST', as GitLab has it */
      lockMethod: oneOf(['POST', 'PUT', 'LOCK']),
      /** @default 'DELETE', as GitLab has it */
      unlockMethod: oneOf(['DELETE', 'POST', 'PUT', 'UNLOCK']),
    },
  ],
  /** PostgreSQL; connection and credentials from `PG_CONN_STR`, or `PGHOST`, `PGUSER`, `PGPASSWORD` and the like. */
  pg: [
    {},
    {
      /** What the schema of each tenant begins with. @default 'netskope_steering' */
      schemaPrefix: text(complainAboutSchemaPrefix),
    },
  ],
  /** HCP Terraform; token from `TF_TOKEN_app_terraform_io`. The provider is in a mirror: let the workspace execute locally. */
  cloud: [
    { organization: text(complainAboutWord) },
    {
      /** @default app.terraform.io */
      hostname: text(complainAboutWord),
      /** @default the organization's own */
      project: text(complainAboutWord),
    },
  ],
});

/** Where stacks keep their state. */
export type State = NonNullable<Read<typeof state>>;

type Backends = { readonly [T in State['type']]: (stack: TerraformStack, state: Extract<State, { type: T }>) => void };

const BACKENDS: Backends = {
  // Relative to cdktf.out/stacks/NAME, where terraform runs: no path of a machine is written down, and cleaning cdktf.out
  // loses nothing.
  local: (stack) => void new LocalBackend(stack, { path: `../../../terraform.${stack.node.id}.tfstate` }),
  s3: (stack, { bucket, region, prefix = 'netskope-steering' }) => {
    const key = `${prefix}/${stack.node.id}.tfstate`;
    const backend = new S3Backend(stack, { bucket, key, encrypt: true, ...(region !== undefined && { region }) });
    // Younger than cdktf's own type.
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
    // cdktf insists on it; what is not written comes from the environment.
    backend.addOverride('conn_str', undefined);
  },
  cloud: (stack, { organization, hostname, project }) => {
    const workspaces = new NamedCloudWorkspace(`netskope-steering-${stack.node.id}`, project);
    new CloudBackend(stack, { organization, workspaces, ...(hostname !== undefined && { hostname }) });
  },
};

/** Makes a stack keep its state there, under its own name. */
export function keepState(stack: TerraformStack, where: State): void {
  const keep = BACKENDS[where.type] as (stack: TerraformStack, where: State) => void;
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

/** A backend takes no expression, and says so in a way that nobody understands. */
function complainAboutWord(word: string): string | undefined {
  return /^\w[\w .:-]*$/.test(word) ? undefined : 'must be letters, digits, " ", ".", ":", "_" and "-".';
}

function complainAboutPrefix(prefix: string): string | undefined {
  if (/^[\w.-]+(\/[\w.-]+)*$/.test(prefix)) return undefined;
  return 'must be letters, digits, ".", "_" and "-", in parts between single "/".';
}

function complainAboutSchemaPrefix(prefix: string): string | undefined {
  return /^[a-z][a-z0-9_]{0,19}$/.test(prefix) ? undefined : 'must be 1 to 20 of a-z, 0-9 and "_", a letter first.';
}
