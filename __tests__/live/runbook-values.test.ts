/** The values that a runbook has a person type or import, and the limits of the screens. */
import {} from '../../live/runbook/make-runbook';
import type { StackJson } from '../../steering';
import { shown, type Json } from '../steering/model/support/rest-v1';
import {
  DEFAULT,
  app,
  blocked,
  bookOf,
  custom,
  domains,
  fieldsOf,
  other,
  port,
  stackOf,
  tenantOf,
  type Block,
} from './support/stacks';

const exception = (type: string, more: Json): Block => [`${type}_exception`, 'x', { configuration_id: '0', ...more }];
const dynamic: Json = {
  dynamic_steering: { enabled: true, on_premises_traffic_mode: 'web', off_premises_traffic_mode: 'web' },
};

describe('values and limits of the screens', () => {
  const listed = (count: number, name = (index: number) => `d${index}.example`) =>
    domains(
      'd',
      Array.from({ length: count }, (_, index) => name(index)),
    );
  const long = 'x'.repeat(240);
  test.each<[string, StackJson, RegExp]>([
    [
      'a name of 41 characters',
      stackOf(custom('N'.repeat(41))),
      /41 characters, and the screen takes 40 at most\. \[doc\]/,
    ],
    [
      'more than 3,000 domains',
      stackOf(listed(3001)),
      /More than 3000 domain exceptions crashed clients\. \[doc R135\]/,
    ],
    ['a file of more than 8 MB', stackOf(listed(34_000, (index) => `${index}.${long}.example`)), /more than 8 MB/],
    [
      'a port without domains',
      stackOf(DEFAULT, port(5222)),
      /^A non-standard port without domains can steer the traffic of any other/,
    ],
    [
      'a port with domains',
      stackOf(DEFAULT, port(5222, ['a.example'])),
      /^Keep the domains: a non-standard port without domains can steer/,
    ],
    [
      'no location where the configuration steers by location',
      stackOf(['default_configuration', 'default', dynamic], domains('d', ['a.example'])),
      /the code names none for this exception/,
    ],
  ])('%s is warned of', (_, stack, expected) => {
    expect(
      bookOf(stack)
        .steps.flatMap(({ warnings }) => warnings)
        .join(' '),
    ).toMatch(expected);
  });
  test.each<[string, StackJson]>([
    ['a name of 40 characters', stackOf(custom('😀'.repeat(40)))],
    ['3,000 domains', stackOf(listed(3000))],
  ])('%s is not', (_, stack) => {
    expect(bookOf(stack).steps.flatMap(({ warnings }) => warnings)).toEqual([]);
  });

  test.each<[string, StackJson, Json]>([
    [
      'few domains are typed',
      stackOf(domains('d', ['a.example', '*.b.example'])),
      { Domains: 'a.example,*.b.example' },
    ],
    [
      'DNS is imported',
      stackOf(
        exception('dns', {
          questions: [
            { domain: 'a.example', record_type: 'A' },
            { domain: '=cmd()', record_type: 'all' },
            { domain: '*.b', record_type: 'PTR' },
          ],
        }),
      ),
      { 'DNS (CSV)': "domain,record type\na.example,A\n'=cmd(),all\n*.b,PTR\n" },
    ],
    [
      'countries have names',
      stackOf(exception('source_country', { countries: ['DE', 'JP'] })),
      { Countries: 'Germany,Japan' },
    ],
    [
      'locations',
      stackOf(
        exception('destination_location', {
          network_locations: ['HQ', 'Lab'],
          action: 'bypass_except_dns',
          treat_like_local_ip: true,
        }),
      ),
      { 'Network Locations': 'HQ,Lab', Action: 'Bypass except DNS', 'Treat like local IP address': 'tick' },
    ],
    [
      'applications',
      stackOf(exception('application', { applications: ['Zoom', 'Box'], action: 'bypass' })),
      { Applications: 'Zoom,Box', Action: 'Bypass' },
    ],
    ['notes', stackOf(domains('d', ['a.example'], { notes: 'CHG-1' })), { Notes: 'CHG-1' }],
    [
      'device classifications',
      stackOf(
        DEFAULT,
        app('Chat'),
        blocked('Chat', { windows: 'bypass_managed_direct', windows_device_classifications: ['Corporate'] }),
      ),
      { 'Windows action': 'Bypass Managed Devices + Direct', 'Windows device classifications': 'Corporate' },
    ],
    [
      'sides',
      stackOf(['default_configuration', 'default', dynamic], app('Chat'), blocked('Chat', { location: 'on_premises' })),
      { Location: 'On-premises' },
    ],
  ])('%s', (_, stack, expected) => {
    expect(fieldsOf(bookOf(stack), /exception for|^Block/)).toMatchObject(expected);
  });

  test('many domains are imported, and no cell is a formula', () => {
    const names = ['=1+1.example', '+a.example', '-a.example', '@a.example', 'a"b,c.example'];
    const value = String(
      fieldsOf(
        bookOf(stackOf(domains('d', [...names, ...Array.from({ length: 60 }, (_, index) => `d${index}.example`)]))),
        /exception for/,
      )['Domains (CSV)'],
    );
    expect(value.split('\n')).toHaveLength(66);
    expect(value).toMatch(
      /^'=1\+1\.example\n'\+a\.example\n'-a\.example\n'@a\.example\n"a""b,c\.example"\nd0\.example\n/,
    );
    expect(value).not.toMatch(/^[=+\-@]/m);
  });

  test('a configuration shows what it changes, with what stands there', () => {
    const book = bookOf(
      stackOf(custom('Sales', { traffic_mode: 'all', steer_private_apps: 'all' })),
      tenantOf(shown(), [other('Sales', { enabled: false })]),
    );
    expect(book.steps[0]?.fields).toEqual(
      expect.arrayContaining([
        { label: 'Traffic Mode', value: 'All Traffic', how: 'choose', before: 'Web Traffic' },
        { label: 'Steer private apps', value: 'All', how: 'choose', before: 'None' },
      ]),
    );
  });
});
