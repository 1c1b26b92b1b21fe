import { modelFromStack, type TrafficTest } from '../../steering';
import { platformsToVerify } from '../../live/verify/wanted';
import { at, bypassed, dropped, of, prove, test443 } from './support/prove';

describe('a test of traffic', () => {
  const tunnel = (host: string) =>
    at(4, `Tunneling flow from addr: 10.0.0.1:5, process: chrome.exe to host: ${host}, addr: 192.0.2.1:443 to nsProxy`);
  const chrome = { process: 'chrome.exe', host: 'web.whatsapp.com' };

  it.each<[string, TrafficTest, string, string]>([
    ['is proved', test443('block'), at(1, dropped('WhatsApp.exe')), 'proved'],
    ['is about its host', test443('block'), at(1, dropped('WhatsApp.exe', 'other.example')), 'not seen'],
    [
      'is about an empty host, for which the log has an address',
      test443('block', { host: '' }),
      at(1, dropped('WhatsApp.exe', '192.0.2.1')),
      'proved',
    ],
    ['is contradicted', test443('block'), at(1, bypassed('WhatsApp.exe')), 'contradicted'],
    [
      'is about its port, where the log has one',
      test443('block'),
      at(
        1,
        'bypassing flow to exception host: g.whatsapp.net, process: WhatsApp.exe, Dest IP: 192.0.2.1, Dest Port: 80',
      ),
      'not seen',
    ],
    ['of a bypass is proved', test443('bypass', chrome), at(1, bypassed('chrome.exe', 'web.whatsapp.com')), 'proved'],
    ['of steering is never proved', test443('steer', chrome), tunnel('web.whatsapp.com'), 'not seen'],
    [
      'of steering is contradicted',
      test443('steer', chrome),
      at(1, dropped('chrome.exe', 'web.whatsapp.com')),
      'contradicted',
    ],
    [
      'of UDP is proved for an address',
      test443('block', { transport: 'udp', host: '192.0.2.1' }),
      at(1, 'Blocking UDP connection from process: WhatsApp.exe, dest IP:192.0.2.1:443'),
      'proved',
    ],
  ])('%s', (_, test, line, expected) => {
    const found = of(prove({ tests: [test], log: [line] }), 'test');
    expect(found).toMatchObject([
      { name: 'a test', process: test.flow.process, host: test.flow.host, result: expected },
    ]);
  });

  it('is left to the endpoints of other configurations where it only holds there', () => {
    const resources = {
      netskopesteering_configuration: {
        sales: { name: 'Sales', enabled: true, user_groups: ['Sales'], traffic_mode: 'web' },
      },
    };
    const exception = { configuration_id: '${netskopesteering_configuration.sales.id}' };
    const one = {
      resources,
      exception,
      tests: [test443('block', { userGroups: ['Sales'] })],
      log: [at(1, bypassed('WhatsApp.exe'))],
    };
    expect(of(prove(one), 'test')).toEqual([]);
    expect(of(prove({ ...one, name: 'Sales' }), 'test')).toMatchObject([{ result: 'contradicted' }]);
  });

  it('is judged on the platform of the endpoint only', () => {
    const proof = prove({ tests: [test443('block', { platform: 'mac_os' })] });
    expect([of(proof, 'test'), proof.notes.join()]).toEqual([
      [],
      expect.stringContaining('other platforms than Windows'),
    ]);
  });
});

it('says which files are missing, and why they may be', () => {
  const { notes } = prove({ rows: null, name: null });
  expect(notes.join('\n')).toMatch(/no nsbypass\.json, no nssteering\.json, no nsexception\.json\. Since release 131/);
  expect(notes.join('\n')).toMatch(/no output of nsdiag -f/);
});

it('takes the platforms of blocks, and without blocks those of the tests', () => {
  const model = modelFromStack({ resource: {} });
  expect(platformsToVerify(model, [])).toEqual([]);
  expect(platformsToVerify(model, [test443('steer', { platform: 'linux' })])).toEqual(['linux']);
});
