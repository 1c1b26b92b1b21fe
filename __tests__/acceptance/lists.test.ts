/** Who reads lists through a gateway that spoils paging reads them whole or says why not: the program, plans, data sources. */
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { run } from '../cli/support/run';
import { Workspace, unwrap } from '../support/workspace';

// Many runs of terraform, on a machine that may be busy.
jest.setTimeout(180_000);

type Body = { data: unknown[]; total?: number };
interface Way {
  /** What it makes of a query, and of the answer. */
  ask?(query: URLSearchParams): void;
  tell?(body: Body, query: URLSearchParams): void;
}

const WAYS = {
  'passes all on': {},
  'ignores offset': { ask: (query) => query.delete('offset') },
  'ignores offset and gives no total': { ask: (query) => query.delete('offset'), tell: (body) => delete body.total },
  'caps pages at 50 and gives no total': {
    ask: (query) => query.set('limit', '50'),
    tell: (body) => delete body.total,
  },
  'caps pages at 7': { ask: (query) => query.set('limit', '7') },
  'gives no total': { tell: (body) => delete body.total },
  'ends a list early': { tell: (body, query) => (Number(query.get('offset')) > 0 ? (body.data = []) : undefined) },
  'doubles rows': { tell: (body) => (body.data = body.data.map((_, n) => body.data[n - (n % 2)])) },
  'never ends': {
    ask: (query) => query.set('offset', '0'),
    tell(body, query) {
      delete body.total;
      body.data = body.data.map((row, n) => ({
        ...(row as object),
        id: `row-${Math.random()}-${n}-${query.get('offset')}`,
      }));
    },
  },
} satisfies Record<string, Way>;
type WayName = keyof typeof WAYS;

let tenant: LocalTenant;
let gateway: http.Server;
let environment: NodeJS.ProcessEnv;
let way: WayName = 'passes all on';
let asked = 0;

async function passOn({ method = '', url: path, headers }: IncomingMessage, response: ServerResponse): Promise<void> {
  asked += 1;
  const url = new URL(path ?? '/', tenant.serverUrl);
  const { ask, tell } = WAYS[way] as Way;
  const original = new URLSearchParams(url.search);
  if (url.searchParams.has('limit')) ask?.(url.searchParams);
  const answer = await fetch(url, { method, headers: { 'Netskope-Api-Token': String(headers['netskope-api-token']) } });
  const body = (await answer.json()) as Body;
  if (url.searchParams.has('limit')) tell?.(body, original);
  response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

beforeAll(async () => {
  tenant = await startTenant({ trafficMode: 'web' });
  for (let n = 1; n <= 130; n += 1) {
    const id = `exc-of-${n}`;
    const domains = { domains: [`d${n}.example`] };
    tenant.store.exceptions.put(id, {
      id,
      config_id: 0,
      type: 'domains',
      notes: '',
      location: null,
      domains,
      etag: 'e',
    });
  }
  gateway = http.createServer((request, response) => {
    passOn(request, response).catch(() => response.destroy());
  });
  gateway.listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  const serverUrl = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/api/v2`;
  environment = { NETSKOPE_SERVER_URL: serverUrl, NETSKOPE_API_KEY: tenant.token };
});
afterAll(async () => {
  gateway?.closeAllConnections();
  gateway?.close();
  await tenant?.close();
});
beforeEach(() => (asked = 0));

const FLOW = ['--process', 'chrome.exe', '--host', 'd130.example', '--port', '443', '--json'];
const WHOLE: WayName[] = ['passes all on', 'caps pages at 50 and gives no total', 'caps pages at 7', 'gives no total'];
const BROKEN = (Object.keys(WAYS) as WayName[]).filter((name) => !WHOLE.includes(name));

it.each(WHOLE)('decide tells what becomes of a flow through a gateway that %s', async (name) => {
  way = name;
  const { code, stdout, stderr } = await run('decide', FLOW, environment);
  expect([code, stderr]).toEqual([0, '']);
  expect((JSON.parse(stdout) as { outcome: string }).outcome).toBe('bypass');
});

it.each(BROKEN)('nothing is decided or checked through a gateway that %s', async (name) => {
  way = name;
  // At four requests a second, 10,000 objects take 25 s.
  const bounded = { ...environment, NETSKOPE_MAX_LIST_OBJECTS: '1000' };
  for (const told of [await run('decide', FLOW, bounded), await run('check', ['--json'], bounded)]) {
    expect(told.code).toBe(4);
    expect(told.stdout).toBe('');
    expect(told.stderr).toMatch(/does not give its whole list|is larger than 1000 objects/);
  }
  expect(asked).toBeLessThan(35);
});

it('the environment bounds what the program reads', async () => {
  way = 'passes all on';
  const told = await run('decide', FLOW, { ...environment, NETSKOPE_MAX_LIST_OBJECTS: '133' });
  expect(told.stderr).toMatch(/larger than 133 objects.*max_list_objects/);
  const outcome = await run('decide', FLOW, { ...environment, NETSKOPE_MAX_LIST_OBJECTS: '134' });
  expect(outcome).toMatchObject({ code: 0, stderr: '' });
});

describe('the real terraform', () => {
  const HCL = `
provider "netskopesteering" {
  requests_per_second = 100
}
data "netskopesteering_exceptions" "all" {
  configuration_id = "0"
}
output "count" {
  value = length(data.netskopesteering_exceptions.all.ids)
}
`;
  let workspace: Workspace;
  beforeAll(async () => {
    const { NETSKOPE_SERVER_URL: serverUrl = '' } = environment;
    workspace = await Workspace.create({ serverUrl, apiKey: tenant.token }, HCL);
  });
  afterAll(() => workspace?.remove());

  it.each(WHOLE)('reads all through a gateway that %s', async (name) => {
    way = name;
    expect(await workspace.mustRun('plan')).toMatch(/count = 134/);
    expect(asked).toBe(
      { 'passes all on': 2, 'caps pages at 7': 20 }[name as string] ?? 3 + Number(name.includes('caps')),
    );
  });

  it.each(BROKEN)('says at the data source what is wrong with a gateway that %s', async (name) => {
    way = name;
    const said = unwrap(await workspace.failure('plan'));
    expect(said).toMatch(
      /does not give its whole list of steering exceptions|larger than 10000 objects.*max_list_objects/,
    );
    expect(said).not.toContain('bug of the provider');
  });
});

it('a plan reads within the bounds that the provider sets, and says at once which is passed', async () => {
  way = 'passes all on';
  const { NETSKOPE_SERVER_URL: serverUrl = '' } = environment;
  const hcl = `
provider "netskopesteering" {
  max_list_objects = 133
}
data "netskopesteering_exceptions" "all" {
  configuration_id = "0"
}
`;
  const workspace = await Workspace.create({ serverUrl, apiKey: tenant.token }, hcl);
  try {
    const said = unwrap(await workspace.failure('plan'));
    expect(said).toMatch(/larger than 133 objects.*raise max_list_objects/);
    expect(asked).toBe(1);
    await workspace.write(hcl.replace('133', '134'));
    await workspace.mustRun('plan');
    await workspace.write(hcl.replace('133', '0'));
    expect(unwrap(await workspace.failure('validate'))).toMatch(
      /max_list_objects cannot be used: it must be a whole number/,
    );
  } finally {
    await workspace.remove();
  }
});
