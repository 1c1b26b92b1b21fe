/** What the page of a local tenant is made of, and what it answers; __tests__/system/tenant-page.test.ts looks at it in Chromium. */
import { createHash } from 'node:crypto';
import { runDecide } from '../../cli/decide';
import { paletteFor } from '../../cli/show';
import { tenantPage } from '../../cli/tenant/page';
import type { ShownContents } from '../../cli/tenant/screens';
import { startTenant, type LocalTenant, type TenantOptions } from '../../tenant/emulator';

const FLOW = { process: 'WhatsApp.exe', platform: 'windows', host: 'g.whatsapp.net', port: 5222, transport: 'tcp' };

let tenant: LocalTenant;
const start = async (options: TenantOptions = {}) => {
  tenant = await startTenant({ trafficMode: 'web', page: async () => tenantPage, ...options });
};
afterEach(() => tenant?.close());

async function send(method: string, path: string, body?: object) {
  const url = path.startsWith('/__local') ? new URL(path, tenant.serverUrl) : `${tenant.serverUrl}/steering${path}`;
  const headers = { 'Netskope-Api-Token': tenant.token, 'Content-Type': 'application/json' };
  const response = await fetch(url, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
  const answer = await response.json();
  if (response.status >= 300) throw new Error(JSON.stringify(answer));
  return answer;
}
const ask = (flow: object) => send('POST', '/__local/page', flow);
const shown = async (): Promise<ShownContents> => (await send('GET', '/__local/page')).contents;

/** The rows of a screen, each cell as its texts. */
const rowsOf = ({ screens }: ShownContents, id: string) =>
  screens
    .find((one) => one.id === id)!
    .rows.map(({ cells }) =>
      cells.map((values) => values.map(({ label, texts }) => [...(label === undefined ? [] : [label]), ...texts])),
    );

/** The exception of the article, and all that it needs. */
async function blockWhatsApp() {
  const processes = ['WhatsApp.exe', 'WhatsAppDesktop.exe'];
  const body = { app_name: 'WhatsApp', platforms: { windows: { match: 'exact', processes } } };
  const { id } = (await send('POST', '/apps/certpinned', body)).data;
  await send('POST', '/configurations/0/nonstandardports', { port: 5222, domains: ['whatsapp.net'] });
  const pinned = { app_id: id, custom_app_domains: ['*'], windows: { action: 'block' } };
  await send('POST', '/configurations/0/exceptions', {
    type: 'certificate_pinned_app',
    certificate_pinned_app: pinned,
    notes: 'since 2026',
  });
}

describe('the page', () => {
  const { html, policy } = tenantPage.document;

  test('allows its own style and script, by their digests, and nobody but its own tenant to be asked', () => {
    for (const [tag, directive] of [
      ['style', 'style-src'],
      ['script', 'script-src'],
    ] as const) {
      const [, ...contents] = html.split(new RegExp(`</?${tag}>`));
      expect(contents).toHaveLength(2);
      const digest = createHash('sha256').update(contents[0]!).digest('base64');
      expect(policy).toContain(`${directive} 'sha256-${digest}';`);
    }
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).toContain("connect-src 'self'; ");
    expect(policy).not.toMatch(/unsafe|\*|http/);
    expect(html).not.toMatch(/ style=| on[a-z]+=|https?:|src=/);
  });

  test('never reads a text as markup', () => {
    expect(html).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function/);
  });
});

describe('the screens', () => {
  test('show what the article sets up, in the words of the console', async () => {
    await start();
    await blockWhatsApp();
    const contents = await shown();
    expect(rowsOf(contents, 'apps').at(-1)).toEqual([
      [['WhatsApp']],
      [['Windows', 'WhatsApp.exe', 'WhatsAppDesktop.exe']],
    ]);
    expect(rowsOf(contents, 'configurations')).toEqual([
      [[['Default tenant config'], ['default'], ['enabled']], [['1']], [['Traffic Mode', 'Web Traffic']]].flat(0),
    ]);
    expect(rowsOf(contents, 'ports')).toEqual([[[['5222']], [['Default tenant config']], [['whatsapp.net']]]]);
    expect(rowsOf(contents, 'exceptions').at(-1)).toEqual([
      [['WhatsApp'], ['Certificate Pinned Application']],
      [['Default tenant config']],
      [
        ['Custom App Domains', '*'],
        ['Windows action', 'Block'],
      ],
      [['since 2026']],
    ]);
    expect(contents.processes.windows).toContain('WhatsAppDesktop.exe');
    expect(contents.configurations).toEqual([{ key: '0', name: 'Default tenant config' }]);
  });

  test('keep a name with a comma, a pattern and a name that is hostile apart and inert', async () => {
    await start();
    await send('POST', '/configurations', {
      config_name: '<b>\u202eevil',
      user_groups: ['Sales, EMEA'],
      enabled: true,
    });
    await send('POST', '/apps/certpinned', {
      app_name: 'x'.repeat(100),
      platforms: { mac: { match: 'regex', processes: ['^a{1,3}$'] } },
    });
    await send('POST', '/networklocations', { name: '\u0007<script>', addresses: ['192.0.2.0/24', '2001:db8::/32'] });
    const contents = await shown();
    expect(rowsOf(contents, 'configurations').at(-1)).toEqual([
      [['<b>\\u202eevil'], ['enabled']],
      [['1']],
      [
        ['User Groups', 'Sales, EMEA'],
        ['Traffic Mode', 'Cloud Apps Only'],
      ],
    ]);
    expect(rowsOf(contents, 'apps').at(-1)![1]).toEqual([['macOS, by pattern', '^a{1,3}$']]);
    expect(rowsOf(contents, 'locations')).toEqual([[[['\\u0007<script>']], [['192.0.2.0/24', '2001:db8::/32']]]]);
  });

  test('cut what is too long, and say so', async () => {
    await start();
    const domains = Array.from({ length: 1_001 }, (_, index) => `${index}.example.com`);
    await send('POST', '/configurations/0/exceptions', { type: 'domains', domains: { domains } });
    const [, , [names] = []] = rowsOf(await shown(), 'exceptions').at(-1)!;
    expect([names!.length, names!.at(-1)]).toEqual([1_001, '… 1 more']);
  });
});

describe('an answer', () => {
  test('is what the command decides on the same tenant, with its steps and assumptions', async () => {
    await start();
    await blockWhatsApp();
    const env = { NETSKOPE_SERVER_URL: tenant.serverUrl, NETSKOPE_API_KEY: tenant.token };
    const surroundings = { env, color: paletteFor({}, false), stdin: async () => '' };
    const flags = { process: ['WhatsApp.exe'], platform: 'windows', host: FLOW.host, port: [5222], transport: 'tcp' };
    const told = await runDecide({ ...flags, json: true } as Parameters<typeof runDecide>[0], surroundings);
    const { outcome, trace } = JSON.parse(told.stdout) as { outcome: string; trace: string[] };
    const answer = await ask(FLOW);
    expect([answer.outcome, answer.title]).toEqual([outcome, 'block']);
    expect(answer.lines.map(({ text, depth }: { text: string; depth: number }) => '  '.repeat(depth) + text)).toEqual(
      trace,
    );
    expect(trace.join('\n')).toContain('[assumed]');
    // The page reads the tenant as any program does.
    expect(tenant.journal.counts).toMatchObject({ listExceptions: 2 });
  });

  test('says what would tell more, by the names of the form', async () => {
    await start();
    await send('POST', '/configurations', { config_name: 'Sales', user_groups: ['Sales'], enabled: true });
    const answer = await ask({ ...FLOW, port: 443 });
    expect(answer).toMatchObject({ outcome: 'unknown', toSay: [{ field: 'userGroups', label: 'User groups' }] });
  });

  test.each([
    [{ process: 'C:\\x.exe' }, 'process'],
    [{ host: 'https://x' }, 'host'],
    [{ port: 'many' }, 'port'],
    [{ platform: 'beos' }, 'platform'],
    [{ location: 3 }, 'location'],
    [{ userGroups: 'x' }, 'userGroups'],
    [{ colour: 'red' }, 'colour'],
  ])('complains about %p at its field, before the tenant is asked', async (wrong, field) => {
    await start();
    const { complaints } = await ask({ ...FLOW, ...wrong });
    expect(complaints).toEqual([expect.objectContaining({ field })]);
    expect(tenant.journal.entries).toEqual([]);
  });

  test('says which configuration is gone, and why the API refuses', async () => {
    await start({ deny: { listExceptions: 'The role lacks steering.' } });
    const { complaints } = await ask(FLOW);
    expect(complaints).toEqual([{ detail: expect.stringMatching(/cannot be read.*The role lacks steering/s) }]);
    tenant.conditions.change({ deny: {} });
    expect(await ask({ ...FLOW, configuration: '7' })).toMatchObject({ complaints: [{ field: 'configuration' }] });
  });

  test('waits where the rate limit of the tenant makes programs wait', async () => {
    await start({ rateLimit: { requests: 3, perSeconds: 1, retryAfter: 'seconds' } });
    expect(await ask({ ...FLOW, configuration: '0' })).toMatchObject({ outcome: 'direct', toSay: [] });
  });
});
