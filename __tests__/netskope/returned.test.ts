/** What a tenant makes of what it was given: keeps it, spells it in another way, drops it, or never says. */
import { domainToASCII, domainToUnicode } from 'node:url';
import fc from 'fast-check';
import type { Configuration } from 'terraform-plugin-sdk-ts/testing';
import type { ApplyError } from 'terraform-plugin-sdk-ts/testing';
import { one, page, startStub, TOKEN } from './client/support/stub-tenant';
import { isSoak, runs, SOAK_MS } from '../support/runs';
import { closeLater, findingsOf, startDriver } from './support/drive';

jest.setTimeout(isSoak ? SOAK_MS : 60_000);

const APP = 'netskopesteering_certificate_pinned_app';
const CONFIGURATION = 'netskopesteering_configuration';
const EXCEPTION = 'netskopesteering_certificate_pinned_app_exception';
const PORT = 'netskopesteering_non_standard_port';

type Wire = Readonly<Record<string, unknown>>;

/** A tenant that stores one object, and shows it as `show` says. */
async function showing(show: (stored: Wire) => Wire) {
  let stored: Wire | undefined;
  const stub = closeLater(
    await startStub((asked) => {
      if (asked.method === 'DELETE') return ((stored = undefined), {});
      if (asked.method !== 'GET') {
        const ids = { id: 'x-1', config_id: 1, priority: '1', custom: true };
        stored = { ...stored, ...(asked.body as Wire), ...ids, etag: `e${asked.method}` };
        return one(show(stored));
      }
      return page(asked, stored === undefined ? [] : [show(stored)]);
    }),
  );
  const start = () => startDriver({ server_url: stub.url, api_key: TOKEN, requests_per_second: 1000 });
  return { driver: await start(), start };
}

const CONFIGS: Readonly<Record<string, Configuration>> = {
  [APP]: {
    name: 'App',
    windows: { processes: ['App.exe', 'Helper.exe'] },
    ios: { domains: ['a.example', 'bücher.example'] },
  },
  [EXCEPTION]: {
    configuration_id: '0',
    notes: 'why',
    app_id: 'app-1',
    custom_app_domains: ['bücher.example', 'b.example', '*'],
    windows: 'bypass_tunnel',
  },
  [PORT]: { configuration_id: '0', port: 5222, domains: ['a.example', 'Straße.bücher.example', '192.0.2.1'] },
};

const OTHERS: typeof CONFIGS = {
  netskopesteering_domain_exception: {
    configuration_id: '0',
    notes: 'why',
    domains: ['*.bücher.example', 'xn--bcher-kva.example', 'a.example'],
  },
  netskopesteering_dns_exception: {
    configuration_id: '0',
    notes: 'why',
    questions: [
      { domain: 'bücher.example', record_type: 'A' },
      { domain: '*.XN--BCHER-KVA.example', record_type: 'A' },
    ],
  },
};
const ALL = Object.entries({ ...CONFIGS, ...OTHERS });

/** How a tenant may spell the hosts that it was given. */
const SPELLINGS = {
  'in capitals': (host: string) => host.toUpperCase(),
  'as clients see them': (host: string) => (/[a-z]/i.test(host) ? domainToASCII(host) : host),
  'in their own letters': (host: string) => (/[a-z]/i.test(host) ? domainToUnicode(host) : host),
};

/** Every list in another order, with repetitions and white space; host names in another spelling. */
function respelled(value: unknown, spell: (host: string) => string, name = ''): unknown {
  if (Array.isArray(value)) {
    const hosts = /domains$/.test(name);
    const spelled = value.map((item: unknown) =>
      typeof item === 'string' ? ` ${hosts ? spell(item) : item} ` : respelled(item, spell),
    );
    return [...spelled, ...spelled].reverse();
  }
  if (typeof value !== 'object' || value === null) {
    if (typeof value !== 'string') return value;
    return name === 'domain' ? ` ${spell(value)} ` : /name$|notes$/.test(name) ? ` ${value}\n` : value;
  }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, respelled(part, spell, key)]));
}

describe.each(ALL)('%s', (type, config) => {
  it.each(Object.entries(SPELLINGS))(
    'plans empty where the tenant spells it in another way, hosts %s',
    async (_, spell) => {
      const { driver, start } = await showing((stored) => respelled(stored, spell) as Wire);
      const made = await driver.apply(type, config);
      const next = await start();
      const read = await next.read(type, made!);
      expect(read?.state).toEqual(made?.state);
      expect((await next.plan(type, config, read)).action).toBe('no-op');
    },
  );

  it.each(Object.entries(SPELLINGS))('plans empty after an import too, hosts %s', async (_, spell) => {
    const { driver, start } = await showing((stored) => respelled(stored, spell) as Wire);
    const made = await driver.apply(type, config);
    const next = await start();
    const imported = await next.importResource(type, made?.state['id'] as string);
    expect((await next.plan(type, config, imported)).action).toBe('no-op');
  });
});

describe.each(Object.entries(CONFIGS))('%s', (type, config) => {
  it('plans empty where the tenant never returns what it may leave out', async () => {
    const unreturned = ['notes', 'domains', 'custom_app_domains'];
    const hide = (value: Wire): Wire =>
      Object.fromEntries(
        Object.entries(value)
          .filter(([name]) => !unreturned.includes(name))
          .map(([name, part]) => [name, name === 'certificate_pinned_app' ? hide(part as Wire) : part]),
      );
    const { driver, start } = await showing(hide);
    const made = await driver.apply(type, config);
    const next = await start();
    const read = await next.read(type, made!);
    expect((await next.plan(type, config, read)).action).toBe('no-op');
  });
});

it.each<[string, string, Configuration, (stored: Wire) => Wire, string]>([
  ['notes', EXCEPTION, CONFIGS[EXCEPTION]!, (stored) => ({ ...stored, notes: '' }), 'notes'],
  ['some domains', PORT, CONFIGS[PORT]!, (stored) => ({ ...stored, domains: ['a.example'] }), 'domains'],
  [
    'a platform',
    EXCEPTION,
    CONFIGS[EXCEPTION]!,
    (stored) => ({
      ...stored,
      certificate_pinned_app: { ...(stored['certificate_pinned_app'] as Wire), windows: undefined },
    }),
    'windows',
  ],
  [
    'device tags',
    CONFIGURATION,
    { name: 'Sales', device_tags: ['lab'] },
    (stored) => ({ ...stored, device_tags: [] }),
    'device_tags',
  ],
])('says so at the attribute where the tenant drops %s, and loses nothing', async (_, type, config, show, at) => {
  const { driver, start } = await showing(show);
  const failed = driver.apply(type, config);
  const findings = await findingsOf(failed);
  expect(findings.map((finding) => finding.at)).toEqual([at]);
  expect(findings[0]?.text).toMatch(/^Not kept by the tenant: The tenant accepted/);
  const kept = ((await failed.catch((cause: unknown) => cause)) as ApplyError).instance;
  expect(kept?.state['id']).toMatch(/1$/);
  // Terraform replaces what a create left with an error.
  expect(findings[0]?.text).toContain(
    `terraform untaint with its address, which terraform state list -id=${kept?.state['id'] as string}`,
  );
  // The next plan shows what the tenant has.
  const next = await start();
  expect((await next.plan(type, config, await next.read(type, kept!))).action).toBe('update');
});

it('sees no change in 1,000 shuffles of lists, repetitions and white space', async () => {
  const config = CONFIGS[EXCEPTION]!;
  const order: number[] = [];
  const shuffle = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      const keyed = value.flatMap((item, index) => [
        [order[index % order.length] ?? 0, item],
        ...((order[index] ?? 0) % 3 === 0
          ? [[order[(index + 1) % order.length] ?? 0, ` ${String(item).toUpperCase()}`]]
          : []),
      ]) as [number, unknown][];
      return keyed.sort(([a], [b]) => a - b).map(([, item]) => item);
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shuffle(part)]));
  };
  const { driver, start } = await showing((stored) => shuffle(stored) as Wire);
  order.push(0);
  const made = await driver.apply(EXCEPTION, config);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 6 }), async (drawn) => {
      order.splice(0, order.length, ...drawn);
      const next = await start();
      const read = await next.read(EXCEPTION, made!);
      expect((await next.plan(EXCEPTION, config, read)).action).toBe('no-op');
      await next.close();
    }),
    { numRuns: runs(250, 2_500) },
  );
});
