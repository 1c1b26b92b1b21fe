import { chmodSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import { documentedV1, scriptedRestV1 } from '../live/support/scripted-rest-v1';
import { liveScene } from './support/live-scene';
import { run } from './support/run';

const { evidence, token, server, live, leaks } = liveScene();

const section = (stdout: string, title: string) =>
  stdout.slice(stdout.indexOf(title)).split('\n\n').slice(0, 2).join('\n');

describe('observe', () => {
  it('shows configurations in their order, apps, exceptions, and once what cannot be seen', async () => {
    const { code, stdout, stderr } = await live('observe');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).not.toContain('\u001b');
    const configurations = section(stdout, 'Configurations').split('\n');
    expect(configurations.filter((line) => /^ {2}\d/.test(line)).map((line) => line.trim().split(/ {2,}/))).toEqual([
      ['1', 'Sales', '7', 'yes', 'code "odd"', '1 pinned app'],
      [
        '2',
        "Sam's\\u001b[31mlaptops",
        '4',
        'yes',
        expect.stringContaining('dynamic: on-premises'),
        '1 source countries',
      ],
      ['3', 'Default tenant config', '0', 'yes', 'web', '2 pinned apps, 1 domain'],
    ]);
    expect(
      section(stdout, 'Certificate pinned apps')
        .split('\n')
        .slice(3)
        .map((line) => line.trim().split(/ {2,}/)),
    ).toEqual([
      ['WhatsApp (custom)', 'windows', 'code "0"', 'Default tenant config', 'WhatsApp.exe'],
      ['windows', 'bypass_tunnel', 'Sales'],
      ['mac_os', 'code "0"', 'Default tenant config', 'WhatsApp'],
      ['ios', 'bypass', 'Sales', 'not observed'],
      ['Zoom (predefined)', 'windows', 'bypass_tunnel', 'Default tenant config', 'Zoom.exe'],
    ]);
    expect(section(stdout, 'Other exceptions (2)')).toMatch(
      /domain list .* \*\.example\.com, example\.org +for Ann, TICKET-7/,
    );
    const unseen = section(stdout, 'Not observed');
    expect(unseen.match(/user groups/g)).toHaveLength(1);
    expect(unseen).toMatch(/user groups, organization units, os families, device tags +2/);
    expect(unseen).toMatch(/non standard port +whether there is any +3/);
    expect(stdout).toContain('live calibrate --app WhatsApp --platform mac_os --action ACTION');
    expect(stdout).toContain('live calibrate --mode-of Sales --mode MODE');
  });

  it('fits a narrow terminal, but for commands', async () => {
    const columns = Object.getOwnPropertyDescriptor(process.stdout, 'columns');
    const isTTY = Object.getOwnPropertyDescriptor(process.stdout, 'isTTY');
    Object.defineProperty(process.stdout, 'columns', { value: 80, configurable: true });
    Object.defineProperty(process.stdout, 'isTTY', { value: true, configurable: true });
    try {
      const { stdout } = await live('observe');
      const long = stdout.split('\n').filter((line) => line.replace(/\u001b\[\d+m/g, '').length > 80);
      expect(long.filter((line) => !line.includes('netskope-steering live'))).toEqual([]);
    } finally {
      for (const [name, descriptor] of [
        ['columns', columns],
        ['isTTY', isTTY],
      ] as const) {
        if (descriptor) Object.defineProperty(process.stdout, name, descriptor);
        else Reflect.deleteProperty(process.stdout, name);
      }
    }
  });

  it('prints JSON, in which a value that is not known says why', async () => {
    const { code, stdout } = await live('observe', '--json');
    const document = JSON.parse(stdout) as Record<string, unknown>;
    expect([code, Object.keys(document)]).toEqual([
      0,
      ['tenant', 'observed_at', 'configurations', 'apps', 'exceptions', 'not_observed', 'unknown_codes'],
    ]);
    expect(document).toMatchObject({
      tenant: server().url,
      configurations: [
        { id: '7', name: 'Sales', traffic_mode: { not_known: expect.stringContaining('"odd"') } },
        {
          id: '4',
          dynamic_steering: {
            enabled: true,
            on_premises_traffic_mode: { not_known: expect.stringContaining('not observed') },
          },
        },
        {
          id: '0',
          enabled: true,
          priority: 3,
          traffic_mode: 'web',
          exceptions: { certificate_pinned_app: 2, domains: 1, dns: 0 },
        },
      ],
      exceptions: expect.arrayContaining([
        expect.objectContaining({ type: 'source_countries', location: 'on_premises', names: ['DE'], notes: null }),
        expect.objectContaining({ type: 'certificate_pinned_app', app: 'Zoom', location: null }),
      ]),
      not_observed: expect.arrayContaining([{ object: 'non_standard_port', attributes: ['any'], count: 3 }]),
      unknown_codes: expect.arrayContaining([
        { kind: 'action', code: '0', count: 2, learn: expect.stringContaining('--platform mac_os') },
        { kind: 'traffic_type', code: 'odd', count: 2, learn: expect.any(String) },
      ]),
    });
  });

  it('saves a snapshot for this user alone, from which everything is shown as from the tenant', async () => {
    writeFileSync('old.json', 'old');
    chmodSync('old.json', 0o644);
    symlinkSync('old.json', 'tenant.json');
    const { code, stderr, stdout } = await live('observe', '--save', 'tenant.json', '--json');
    expect([code, stderr]).toEqual([0, expect.stringContaining('Bypasses and notes are confidential')]);
    expect(statSync('old.json').mode & 0o777).toBe(0o600);
    expect(readdirSync('.').sort()).toEqual(['old.json', 'tenant.json']);
    const again = await run('live observe', ['--snapshot', 'tenant.json', '--json']);
    expect(again).toMatchObject({ code: 0, stdout });
    const asked = server().asked.length;
    expect((await run('live observe', ['--snapshot', 'tenant.json'])).stdout).toMatch(/as it was observed at 20/);
    expect(server().asked).toHaveLength(asked);
  });

  it('leaves out notes, in the snapshot and on the screen', async () => {
    const { stdout } = await live('observe', '--save', 'tenant.json', '--without-notes');
    expect(stdout + readFileSync('tenant.json', 'utf8')).not.toMatch(/Ann|TICKET/);
    expect(stdout).toMatch(/domains exception +notes +1/);
  });

  test.each<[string, string[], Record<string, string>, number, RegExp]>([
    ['no tenant', [], {}, 2, /NETSKOPE_TENANT_URL and NETSKOPE_REST_V1_TOKEN are not set.*--snapshot/],
    ['no token', [], { NETSKOPE_TENANT_URL: 'https://a.example' }, 2, /NETSKOPE_REST_V1_TOKEN is not set/],
    [
      'plain http',
      [],
      { NETSKOPE_TENANT_URL: 'http://a.example', NETSKOPE_REST_V1_TOKEN: 'abcdefgh' },
      2,
      /plain http/,
    ],
    [
      'no such snapshot',
      ['--snapshot', 'none.json'],
      {},
      3,
      /The snapshot none\.json cannot be read: there is no such file/,
    ],
    ['no such dialect', ['--dialect', 'none.json'], {}, 3, /The dialect none\.json cannot be read/],
    ['a bad snapshot', ['--snapshot', 'bad.json'], {}, 3, /The snapshot bad\.json is no JSON/],
    ['stdout as a snapshot', ['--save', '-'], {}, 2, /--save writes a file/],
    ['another option', ['--jsn'], {}, 2, /unknown option/],
  ])('refuses %s', async (_name, args, env, code, text) => {
    writeFileSync('bad.json', '{');
    const ran = await run('live observe', args, env);
    expect([ran.code, ran.stdout]).toEqual([code, '']);
    expect(ran.stderr).toMatch(text);
  });

  it('writes no snapshot where there is no folder for it', async () => {
    const { code, stderr } = await live('observe', '--save', 'none/tenant.json');
    expect([code, stderr]).toEqual([2, expect.stringContaining('there is no folder none. Make it first')]);
  });

  it('says that the tenant cannot be read, with a code of its own', async () => {
    const wrong = await scriptedRestV1(() => ({ status: 403, body: { errors: [`no ${token}`] } }));
    const ran = await run('live observe', [], { NETSKOPE_TENANT_URL: wrong.url, NETSKOPE_REST_V1_TOKEN: token });
    await wrong.close();
    evidence.add('refused', ran.both);
    expect([ran.code, ran.stdout]).toEqual([4, '']);
    expect(ran.stderr).toMatch(
      /The tenant cannot be read\. The tenant refuses the token.*Settings > Tools > REST API v1/,
    );
  });

  it('goes through the proxy of the environment, which sees no token', async () => {
    const saved = { ...process.env };
    let seen = '';
    const proxy = net.createServer((client) => {
      client.once('data', (data) => {
        seen += data.toString();
        client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      });
    });
    await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
    try {
      for (const name of Object.keys(process.env)) if (/_proxy$/i.test(name)) delete process.env[name];
      const env = { NETSKOPE_TENANT_URL: 'https://tenant.test', NETSKOPE_REST_V1_TOKEN: token };
      process.env['HTTPS_PROXY'] = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
      const refused = await run('live observe', [], env);
      process.env['HTTPS_PROXY'] = 'junk';
      const junk = await run('live observe', [], env);
      evidence.add('proxy', seen + refused.both + junk.both);
      expect(seen).toMatch(/^CONNECT tenant\.test:443 /);
      expect([refused.code, refused.stderr]).toEqual([4, expect.stringContaining('The proxy asks for credentials')]);
      expect([junk.code, junk.stderr]).toEqual([2, expect.stringContaining('HTTPS_PROXY cannot be used')]);
    } finally {
      process.env = saved;
      await new Promise((done) => proxy.close(done));
    }
  });

  it('shows a tenant that has nothing but its default configuration', async () => {
    const empty = await scriptedRestV1(documentedV1([{ config_id: 0, config_name: 'Default tenant config' }]));
    const ran = await run('live observe', [], {
      NETSKOPE_TENANT_URL: `${empty.url}/`,
      NETSKOPE_REST_V1_TOKEN: 'abcdefgh',
    });
    await empty.close();
    expect(ran.stdout).toMatch(/exception uses \(0\)\n\n.*\n.*\n {2}\(none\)/);
    expect(ran.stdout).not.toContain('nobody published');
  });
});

test('the token stood in nothing that was printed or written', () => {
  expect(evidence.textOf('observe')).toContain('WhatsApp');
  expect(evidence.textOf('tenant.json')).toContain('WhatsApp');
  expect(leaks()).toEqual([]);
});
