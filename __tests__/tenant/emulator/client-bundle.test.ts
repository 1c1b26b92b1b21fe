import { clientBundle } from '../../../tenant/emulator/clients/bundle';
import type { DeviceFlow } from '../../../tenant/emulator/clients/flows';
import type { LogOptions } from '../../../tenant/emulator/clients/log';
import { exceptionBodies } from '../../support/samples';
import { readZip } from '../../support/zip';
import { openTenant, type TenantClient } from '../support/tenant-client';

const everybody = { user_groups: [], organization_units: [], os_family: 'windows', device_tags: [] } as const;
const rows = '/steering/configurations/0';

let client: TenantClient;
beforeEach(async () => {
  client = await openTenant({ trafficMode: 'web' });
});
afterEach(() => client.tenant.close());

async function except(name: string, processes: string[], data: object, match = 'exact'): Promise<void> {
  const platform = { match, processes };
  const app = { app_name: name, platforms: { windows: platform, mac: platform } };
  const { id } = (await client.post('/steering/apps/certpinned', app)).body.data;
  const body = { type: 'certificate_pinned_app', certificate_pinned_app: { app_id: id, ...data } };
  expect((await client.post(`${rows}/exceptions`, body)).status).toBe(201);
}

const block = { windows: { action: 'block' }, mac: { action: 'block' } };
const flow = (process: string, host = 'web.example.com', port = 443): DeviceFlow => ({ process, host, port });

/** What the log says of flows, without what stands in front of each line. */
function logOf(flows: readonly DeviceFlow[], options: LogOptions = {}, os: 'windows' | 'mac' = 'windows'): string[] {
  const bundle = clientBundle(client.tenant.store, { ...everybody, os_family: os }, flows, { noise: 0, ...options });
  const log = bundle.get('nsdebuglog.log') ?? '';
  return log
    .split(os === 'windows' ? '\r\n' : '\n')
    .slice(0, -1)
    .map((line) => {
      const [, text] =
        /^20\d\d\/\d\d\/\d\d \d\d:\d\d:\d\d\.\d{3} stAgentSvc p[0-9a-f]+ t[0-9a-f]+ info \w+\.cpp:\d+ (.+)$/.exec(
          line,
        ) ?? [];
      return text ?? `not a line: ${line}`;
    });
}

describe('the log of a client', () => {
  it('says what a block does: connections dropped, also to other hosts, and UDP blocked', async () => {
    await except('WhatsApp', ['WhatsApp.exe'], { custom_app_domains: ['only.example'], ...block });
    const udp = { ...flow('WhatsApp.exe'), transport: 'udp' } as const;
    expect(logOf([flow('whatsapp.EXE'), udp, flow('Other.exe')])).toEqual([
      'BypassAppMgr Dropping connection from process: whatsapp.EXE, host: web.example.com',
      expect.stringMatching(
        /^BypassAppMgr Blocking UDP connection from process: WhatsApp\.exe, dest IP:203\.0\.113\.\d+:443, src IP 10\.0\.2\.140:\d+$/,
      ),
      expect.stringMatching(
        /^nsTunnel .* Tunneling flow from addr: .*, process: Other\.exe to host: web\.example\.com, addr: \S+:443 to nsProxy$/,
      ),
    ]);
    expect(logOf([flow('WhatsApp.exe')], { variant: 'comma' })).toEqual([
      expect.stringMatching(/, host: web\.example\.com, Dest IP: 203\.0\.113\.\d+, Dest Port: 443$/),
    ]);
    expect(logOf([flow('WhatsApp.exe')], {}, 'mac')[0]).toContain('from process: whatsapp.exe, host:');
  });

  it('says what bypasses do: within their domains only, by tunneling, and for managed devices', async () => {
    await except('Direct', ['d.exe'], { custom_app_domains: ['example.com'], windows: { action: 'bypass' } });
    await except('Tunnel', ['t.exe'], { custom_app_domains: ['*'], windows: { action: 'bypass', tunnel: true } });
    const managed = { action: 'bypass', managed_device: true };
    await except('Managed', ['m.exe'], { custom_app_domains: ['other.example'], windows: managed });
    const kinds = (flows: DeviceFlow[], options?: LogOptions) =>
      logOf(flows, options).map((line) =>
        line.replace(/^.*?(BypassAppMgr |Tunneling flow)/, '$1').replace(/,? (addr|host): .*/, ''),
      );
    expect(kinds([flow('d.exe'), flow('d.exe', 'badexample.com')])).toEqual([
      'BypassAppMgr Bypassing connection from process: d.exe',
      'Tunneling flow from',
    ]);
    expect(kinds([flow('t.exe')])).toEqual([
      'BypassAppMgr Bypassing connection by tunneling from process: t.exe',
      'Tunneling flow from',
    ]);
    const found = 'BypassAppMgr Found process: m.exe to be bypassed for managed devices';
    const status = 'BypassAppMgr device classification status:';
    expect([kinds([flow('m.exe')]), kinds([flow('m.exe')], { managed: false })]).toEqual([
      [found, `${status} managed`, 'BypassAppMgr Bypassing connection from process: m.exe'],
      [found, `${status} unmanaged`, 'BypassAppMgr Dropping connection from process: m.exe'],
    ]);
  });

  it('says what domain exceptions do, in both variants, and that private addresses are left alone', async () => {
    await client.post(`${rows}/exceptions`, exceptionBodies.domains);
    const flows = [
      flow('a.exe', 'x.example.com'),
      flow('a.exe', 'example.com'),
      { ...flow('a.exe', ''), address: '10.1.2.3' },
    ];
    const text = logOf(flows);
    expect(text[0]).toMatch(
      /^BypassAppMgr bypassing flow to exception host: x\.example\.com, process: a\.exe, Dest IP: \S+, Dest Port: 443$/,
    );
    expect(text[1]).toContain('to nsProxy');
    expect(text[2]).toBe(
      'BypassAppMgr Bypassing flow from process: a.exe to private ip: 10.1.2.3, Port: 443, host: 10.1.2.3',
    );
    expect(logOf(flows, { variant: 'comma' })[0]).toContain('bypassing flow to host: x.example.com, process: a.exe,');
    await client.patch(rows, { bypass_exception_traffic_at: 'cloud' });
    expect(logOf(flows)[0]).toContain('to nsProxy');
  });

  it('says nothing of a port that is not steered, and lets an address without a name escape', async () => {
    await except('WhatsApp', ['WhatsApp.exe'], block);
    const chat = flow('WhatsApp.exe', 'e1.whatsapp.net', 5222);
    expect(logOf([chat])).toEqual([]);
    await client.post(`${rows}/nonstandardports`, { port: 5222, domains: ['whatsapp.net'] });
    expect(logOf([chat, { ...chat, host: 'e1.example.net' }])).toEqual([
      'BypassAppMgr Dropping connection from process: WhatsApp.exe, host: e1.whatsapp.net',
    ]);
    const byAddress = logOf([{ ...flow('WhatsApp.exe', ''), address: '198.51.100.7' }]);
    expect(byAddress).toEqual([expect.stringContaining('to host: 198.51.100.7, addr: 198.51.100.7:443 to nsProxy')]);
    expect(logOf([{ ...flow('WhatsApp.exe'), service: true }])[0]).toContain('Bypassing connection from process');
    for (const mode of ['cloud_apps', 'none']) {
      await client.patch(rows, { traffic_type: mode });
      expect(logOf([flow('WhatsApp.exe')])).toEqual([]);
    }
    await client.patch(rows, { traffic_type: 'all' });
    expect(logOf([flow('other.exe', 'a.example', 22)])[0]).toContain('to app-fw');
  });

  it('searches for regular expressions, and gives up those that need years', async () => {
    await except('Hostile', ['^(a+)+$', '(', '^what'], block, 'regex');
    expect(logOf([flow('whatsapp.exe')])[0]).toContain('Dropping');
    expect(logOf([flow(`${'a'.repeat(60)}!`)])[0]).toContain('to nsProxy');
  });

  it('has lines of other things, with times that never go back, and is the same for the same seed', async () => {
    await except('WhatsApp', ['WhatsApp.exe'], block);
    const lines = logOf([flow('WhatsApp.exe')], { noise: 50 });
    expect(lines).toHaveLength(101);
    expect(lines[50]).toContain('Dropping connection from process: WhatsApp.exe');
    expect(lines.filter((line) => line.includes('WhatsApp'))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('not a line'))).toEqual([]);
    const log = (seed: number) =>
      clientBundle(client.tenant.store, everybody, [], { noise: 50, seed }).get('nsdebuglog.log') ?? '';
    const times = log(1)
      .split('\r\n')
      .slice(0, -1)
      .map((line) => line.slice(0, 23));
    expect(times).toEqual([...times].sort());
    expect([log(1) === log(1), log(1) === log(2)]).toEqual([true, false]);
  });
});

describe('the bundle of a client', () => {
  const url = (query: string) => new URL(`/__local/clients/bundle.zip?${query}`, client.tenant.serverUrl);
  const headers = () => ({ 'Netskope-Api-Token': client.tenant.token });

  it('has the files, the log and the status that nsdiag prints, which agree on the configuration', async () => {
    await except('WhatsApp', ['WhatsApp.exe'], block);
    await client.post('/steering/configurations', {
      config_name: 'Büro & Außendienst',
      traffic_type: 'web',
      enabled: true,
      user_groups: ['Sales'],
    });
    const answer = await fetch(
      url('os_family=windows&user_group=Sales&flow=WhatsApp.exe,web.whatsapp.com,443&flow=a,b.exe,,443,udp'),
      { headers: headers() },
    );
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('x-strength')]).toEqual([
      200,
      'application/zip',
      'community',
    ]);
    const files = readZip(Buffer.from(await answer.arrayBuffer()));
    expect([...files.keys()]).toEqual([
      'nsbypass.json',
      'nssteering.json',
      'nsexception.json',
      'nsdebuglog.log',
      'nsdiag.txt',
    ]);
    const text = (name: string) => files.get(name)?.toString() ?? '';
    expect(JSON.parse(text('nssteering.json'))).toEqual({
      steering_config_name: 'Büro & Außendienst',
      traffic_mode: 'web',
    });
    const status = text('nsdiag.txt').split('\r\n');
    expect(status).toEqual(
      expect.arrayContaining([
        'Steering Config:: Büro & Außendienst.',
        'Traffic Mode:: All Web Traffic.',
        'Tunnel status:: NSTUNNEL_CONNECTED.',
      ]),
    );
    expect(text('nsdebuglog.log')).toContain('process: WhatsApp.exe to host: web.whatsapp.com');
    expect(text('nsdebuglog.log')).toContain('Blocking UDP connection from process: a,b.exe, dest IP:');
  });

  it.each([
    ['flow=a.exe', 'flow'],
    ['flow=a.exe,b.c,http', 'flow'],
    ['variant=odd', 'variant'],
    ['noise=100000', 'noise'],
    ['start=2026-13-01T00:00:00Z', 'start'],
    ['managed=perhaps', 'managed'],
  ])('refuses the query "%s"', async (query, field) => {
    const answer = await fetch(url(`os_family=mac&${query}`), { headers: headers() });
    const { errors } = (await answer.json()) as { errors: { field: string }[] };
    expect([answer.status, errors[0]?.field.replace(/\[\d+\]/, '')]).toEqual([400, field]);
  });
});
