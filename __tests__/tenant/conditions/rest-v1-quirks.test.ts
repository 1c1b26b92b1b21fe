import type { TenantOptions } from '../../../tenant/emulator';
import { exceptionBodies } from '../../support/samples';
import { manualClock } from '../support/manual-clock';
import { openTenant, type TenantClient } from '../support/tenant-client';

const token = 'the-token';
const processes = ['WhatsApp.exe', 'WhatsAppDesktop.exe'];

let client: TenantClient;
afterEach(() => client.tenant.close());

/** A tenant with one app that is blocked on three platforms, in the default configuration and with dynamic steering. */
async function open(options: TenantOptions): Promise<void> {
  client = await openTenant({ token, trafficMode: 'web', ...options });
  const exact = { match: 'exact', processes };
  const ios = { match: 'exact', processes: ['net.whatsapp.WhatsApp'], domains: ['whatsapp.net', 'whatsapp.com'] };
  const app = { app_name: 'WhatsApp', platforms: { windows: exact, mac: exact, ios } };
  const { id } = (await client.post('/steering/apps/certpinned', app)).body.data;
  const sides = { config_name: 'sides', location_based_steering: true };
  const { config_id } = (await client.post('/steering/configurations', sides)).body.data;
  const block = { action: 'block' };
  const pinned = { app_id: id, windows: block, mac: { action: 'steer_and_decrypt' }, ios: block };
  const body = { type: 'certificate_pinned_app', certificate_pinned_app: pinned };
  await client.post('/steering/configurations/0/exceptions', body);
  await client.post('/steering/configurations/0/exceptions', { ...exceptionBodies.domains, notes: 'ours' });
  await client.post(`/steering/configurations/${config_id}/exceptions`, { ...body, location: 'on_prem' });
}

interface Answer {
  status: number;
  type: string | null;
  text: string;
}

/** The answers keep no contract any more, so they are read without the test's client. */
async function read(query = ''): Promise<Answer> {
  const url = new URL(`/api/v1/steeringconfig${query}`, client.tenant.serverUrl);
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, {
    method: 'POST',
    headers,
    body: JSON.stringify({ token }),
    redirect: 'manual',
  });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
async function shown(id: number): Promise<any> {
  return (JSON.parse((await read(`?config_id=${id}`)).text) as { data: unknown[] }).data[0];
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
async function whatsApp(): Promise<any> {
  const entries = (await shown(0)).exceptions.cert_pinned_apps.data;
  return entries.find(({ app_name }: { app_name: string }) => app_name === 'WhatsApp').data;
}

describe('what REST v1 may show', () => {
  it('v1Duplicates: the first process and the first domain come twice', async () => {
    await open({ quirks: { v1Duplicates: true } });
    const { windows, ios, android } = await whatsApp();
    expect(windows.processes).toEqual(['WhatsApp.exe', ...processes]);
    expect(ios.domains).toEqual(['whatsapp.net', 'whatsapp.net', 'whatsapp.com']);
    expect(android.processes).toEqual([]);
    expect((await shown(0)).exceptions.domains.data[0].domains).toEqual([
      '*.example.com',
      '*.example.com',
      'example.org',
    ]);
  });

  it('v1DefaultEntries: predefined apps have notes, and the vendor’s location is there, on each side', async () => {
    await open({ quirks: { v1DefaultEntries: true } });
    const { exceptions } = await shown(0);
    const notes = Object.fromEntries(
      exceptions.cert_pinned_apps.data.map((one: { app_name: string; notes: string }) => [one.app_name, one.notes]),
    );
    expect(notes).toMatchObject({ Zoom: 'default ssl pinned app', WhatsApp: null });
    const own = { notes: 'default destination location', dst_netloc: ['Local IP address range'] };
    expect(exceptions.dst_netloc).toEqual({ data: [own], count: 1 });
    const { on_prem, off_prem } = await shown(1);
    const noted = [on_prem, off_prem].map((side) => side.exceptions.dst_netloc.data[0].notes);
    expect(noted).toEqual(['on-prem: [default destination location]', 'off-prem: [default destination location]']);
  });

  it('v1SideModes: each side shows its traffic mode, in the tenant’s own words', async () => {
    await open({ quirks: { v1SideModes: true }, restV1Codes: { cloud_apps: 'cloud', bypass: 'b' } });
    const { on_prem, off_prem, traffic_type } = await shown(1);
    expect([on_prem.traffic_type, off_prem.traffic_type, traffic_type]).toEqual(['cloud', 'web', undefined]);
    expect(on_prem.exceptions.cert_pinned_apps.count).toBe(1);
  });

  it('v1IosWithoutProcesses: iOS shows domains alone, enabled or not', async () => {
    await open({ quirks: { v1IosWithoutProcesses: 'disabled' } });
    const domains = ['whatsapp.net', 'whatsapp.com'];
    expect((await whatsApp()).ios).toEqual({ action: '0', processes: [], enabled: false, domains });
    client.tenant.conditions.change({ quirks: { v1IosWithoutProcesses: 'asItIs' } });
    expect((await whatsApp()).ios).toEqual({ action: '0', processes: [], enabled: true, domains });
    expect((await whatsApp()).windows.processes).toEqual(processes);
  });

  it('v1KeysMissing, v1Truncated and v1ValuesAsText: keys, entries and types are not what they were', async () => {
    await open({ quirks: { v1KeysMissing: ['priority', 'managed_device'], v1Truncated: 2, v1ValuesAsText: true } });
    const { priority, enabled, exceptions } = await shown(0);
    expect([priority, enabled, exceptions.cert_pinned_apps.count]).toEqual([undefined, 'true', '5']);
    expect(exceptions.cert_pinned_apps.data).toHaveLength(2);
    expect(exceptions.cert_pinned_apps.data[0].data.windows).toMatchObject({ tunnel: 'false', enabled: 'true' });
    expect(exceptions.cert_pinned_apps.data[0].data.windows).not.toHaveProperty('managed_device');
    const list = client.tenant.serverUrl.replace('/api/v2', `/api/v1/steeringconfiglist?token=${token}`);
    expect(await (await fetch(list)).json()).toMatchObject({ data: [{ config_id: '0' }, { config_id: '1' }] });
  });

  it('shows the codes and the words that it is told, also one for steer_and_decrypt', async () => {
    await open({});
    expect((await whatsApp()).mac).not.toHaveProperty('action');
    client.tenant.conditions.change({ restV1Codes: { block: '3', steer_and_decrypt: '5', web: 'all_web' } });
    const { windows, mac, ios, android } = await whatsApp();
    expect([windows.action, mac.action, ios.action, android.action]).toEqual(['3', '5', '3', '1']);
    expect((await shown(0)).traffic_type).toBe('all_web');
  });
});

describe('what REST v1 may answer to everything', () => {
  const json = 'application/json; charset=utf-8';
  const html = 'text/html; charset=utf-8';

  it.each([
    ['tokenExpired', 403, json, 'Authorization Error'],
    ['errorAs200', 200, json, '"status":"error","msg"'],
    ['errorCodeAs200', 200, json, '"status":"error","errorCode"'],
    ['htmlError', 503, html, 'maintenance'],
    ['off', 404, html, 'Not Found'],
    ['offForbidden', 403, json, 'disabled'],
    ['offLoginPage', 200, html, 'type="password"'],
    ['offRedirect', 302, html, ''],
  ] as const)('%s: %d, %s', async (v1Answers, status, type, text) => {
    await open({ quirks: { v1Answers } });
    const answer = await read();
    expect(answer).toMatchObject({ status, type });
    expect(answer.text).toContain(text);
    expect(answer.text).not.toContain(token);
    expect((await client.get('/steering/configurations')).status).toBe(200);
  });

  it('429 beyond 24 requests in 5 s, whichever of its reads they are, in the form of its errors', async () => {
    const clock = manualClock();
    await open({ clock });
    client.tenant.conditions.change({ rateLimit: { requests: 24, perSeconds: 5 } });
    const statuses = [];
    for (let request = 0; request < 25; request++) {
      const path = request % 2 ? 'steeringconfig' : 'steeringconfiglist';
      statuses.push((await client.get(`//api/v1/${path}?token=${token}`, { token: null })).status);
    }
    expect(statuses).toEqual([...Array<number>(24).fill(200), 429]);
    const { status, text } = await read();
    expect([status, JSON.parse(text)]).toEqual([
      429,
      { status: 'error', errorCode: 'Too Many Requests', errors: [expect.stringContaining('rate limit')] },
    ]);
    const asConsole = { token: client.tenant.consoleToken };
    expect((await client.get('/steering/configurations', asConsole)).status).toBe(200);
  });
});

describe('a tenant that offers REST v1 only', () => {
  it('has no other route for its token, while the console goes on, and its journal names both', async () => {
    client = await openTenant({ token, restV1Only: true });
    const console = { token: client.tenant.consoleToken };
    const rows = '/steering/configurations/0/nonstandardports';
    const api = await client.post(rows, { port: 5222 });
    const unknown = await client.get('/steering/nothing');
    expect([api.status, api.body.message]).toEqual([404, `There is no route POST /api/v2${rows}.`]);
    expect(Object.keys(api.body)).toEqual(Object.keys(unknown.body));
    expect((await client.post(rows, { port: 5222 }, console)).status).toBe(201);
    expect((await client.get(`//api/v1/steeringconfiglist?token=${token}`, { token: null })).status).toBe(200);
    const asConsole = await client.get('//api/v1/steeringconfiglist', console);
    expect([asConsole.status, asConsole.body.errorCode]).toEqual([403, 'Authorization Error']);
    expect(
      client.tenant.journal.entries.map(({ caller, operationId, status }) => [caller, operationId, status]),
    ).toEqual([
      ['api', 'createNonStandardPort', 404],
      ['api', undefined, 404],
      ['console', 'createNonStandardPort', 201],
      ['api', 'listConfigurationsV1', 200],
      ['console', 'listConfigurationsV1', 403],
    ]);
    expect((await client.patch('//__local/conditions', { restV1Only: false })).status).toBe(200);
    expect((await client.get(rows)).body.total).toBe(1);
  });
});
