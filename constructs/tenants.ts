/**
 * Which tenants does an app have? One file of JSON says what each tenant is expected to be, what is blocked on it, and
 * where its state is kept. One setting gives each tenant a place of its own for its state, with locks. Credentials come
 * from the environment, because Terraform writes what a backend is given in clear text to .terraform and to plan files.
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
import {
  JsonPlace,
  type ReadOf,
  type JsonShape,
  listOf,
  object,
  oneOf,
  oneOfTypes,
  text,
  truth,
} from '../steering/demands/shape';
import { NativeApps } from './gen/native-apps';
import type { NativeApp } from './native-apps';
import { Platform } from './platform';
import { TrafficMode } from './traffic-mode';

/** The placeholder for the name of the tenant in an address. */
const TENANT = '{tenant}';

const state = oneOfTypes({
  /** A file beside cdktf.json, locked by the file system; for one person on one machine. */
  local: [{}, {}],
  /**
   * A bucket, locked by a file beside the state. AWS tools find the credentials (`AWS_ROLE_ARN`, `AWS_ACCESS_KEY_ID`,
   * …).
   */
  s3: [
    { bucket: text(complainAboutWord) },
    {
      /** @default the environment's AWS_REGION */
      region: text(complainAboutWord),
      /** The beginning of the key of each state. @default 'netskope-steering' */
      prefix: text(complainAboutPrefix),
    },
  ],
  /** An HTTP server, such as GitLab. The credentials come from `TF_HTTP_USERNAME` and `TF_HTTP_PASSWORD`. */
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
  /**
   * PostgreSQL. The connection and credentials come from `PG_CONN_STR`, or from `PGHOST`, `PGUSER`, `PGPASSWORD` and
   * the like.
   */
  pg: [
    {},
    {
      /** The beginning of the name of each tenant's schema. @default 'netskope_steering' */
      schemaPrefix: text(complainAboutSchemaPrefix),
    },
  ],
  /**
   * HCP Terraform. The token comes from `TF_TOKEN_app_terraform_io`. Let the workspace execute locally, because the
   * provider is in a mirror.
   */
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

/** The place where stacks keep their state. */
export type StateBackend = NonNullable<ReadOf<typeof state>>;

type Backends = {
  readonly [T in StateBackend['type']]: (stack: TerraformStack, state: Extract<StateBackend, { type: T }>) => void;
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

/** Makes a stack keep its state in this place, under the name of the stack. */
export function keepState(stack: TerraformStack, where: StateBackend): void {
  const keep = BACKENDS[where.type] as (stack: TerraformStack, where: StateBackend) => void;
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

/** Refuses a text that could be an expression: a backend accepts none, and its error would be hard to understand. */
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

/** The form of a name, which becomes the id of the stack, a folder, and a part of the names of states and environments. */
const NAME = /^[a-z][a-z0-9-]{0,39}$/;

const nativeApp: JsonShape<NativeApp> = (value, place) => {
  const known: readonly NativeApp[] = Object.values(NativeApps);
  const found = known.find(({ name }) => name === value);
  if (found !== undefined) return found;
  const names = known.map(({ name }) => JSON.stringify(name)).join(', ');
  return place.complain(`must be the name of a preset: ${names}. An app of your own is blocked in main.ts.`);
};

const blockedApp = object(
  { app: nativeApp, platforms: listOf(oneOf(Object.values(Platform))) },
  { notes: text(), communityExecutables: truth },
);

const tenant = object(
  { name: text((name) => (NAME.test(name) ? undefined : NAME_IS)), block: listOf(blockedApp) },
  { expectTrafficMode: oneOf([TrafficMode.CLOUD_APPS, TrafficMode.WEB, TrafficMode.ALL]), state },
);
const NAME_IS = 'must be 1 to 40 of a-z, 0-9 and "-", a letter first.';

const file = object({ tenants: listOf(tenant) }, { state });

/** An app to block. `BlockNativeApp` takes it together with a configuration. */
export type BlockedApp = ReadOf<typeof blockedApp>;

/** A tenant, for which there is one stack. Its address and its token come from the environment, never from the file. */
export interface Tenant {
  /** The id of its stack. **It is a contract**: a tenant under another name is another stack, with a state of its own. */
  readonly name: string;
  /** The least that the default configuration must steer: where it steers less, the plan stops. @default - no expectation */
  readonly expectTrafficMode?: TrafficMode;
  /** The apps that are blocked for the users of the default configuration. */
  readonly block: readonly BlockedApp[];
  /** Where the tenant's state is kept: its own setting, or else the setting of the whole file, or else a local file. */
  readonly state: StateBackend;
}

/**
 * Reads the tenants from a file's text, in the order of the file. The function is pure: the caller reads the file.
 * @param fileName the name of the file in complaints
 * @throws Error with every complaint on a line of its own, each with its path
 */
export function parseTenants(json: string, fileName = 'tenants.json'): readonly Tenant[] {
  const complaints: string[] = [];
  const place = new JsonPlace('', complaints);
  const read = file(parseJson(json, fileName), place);
  complainAboutTwins(read?.tenants ?? [], place.at('tenants'));
  if (read === undefined || complaints.length > 0) {
    throw new Error(`${fileName} is not in order:\n${complaints.map((complaint) => `- ${complaint}`).join('\n')}`);
  }
  return read.tenants.map((one) => ({ ...one, state: one.state ?? read.state ?? { type: 'local' } }));
}

function complainAboutTwins(tenants: readonly ReadOf<typeof tenant>[], place: JsonPlace): void {
  tenants.forEach(({ name, block }, index) => {
    const here = place.at(index);
    const twin = tenants.findIndex((other) => other.name === name);
    if (name !== undefined && twin < index) here.at('name').complain(`is also the name of tenants[${twin}].`);
    block?.forEach(({ app }, position) => {
      const first = block.findIndex((other) => other.app === app);
      if (app !== undefined && first < position) {
        here.at('block').at(position).at('app').complain(`is also in block[${first}]. List its platforms together.`);
      }
    });
  });
}

/** Parses the text. The message of JSON.parse is not passed on, because it quotes the text. */
function parseJson(json: string, fileName: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const position = /position (\d+)/.exec(String(cause))?.[1];
    const where = position === undefined ? '' : ` near line ${json.slice(0, Number(position)).split('\n').length}`;
    throw new Error(`${fileName} is not JSON${where}: look for a missing or a trailing comma, a quote, a comment.`);
  }
}
