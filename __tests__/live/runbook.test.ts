/** A runbook comes about from the code and from what the tenant shows: which steps, in which order, with which values. */
import { diffOf, type ObservedTenant } from '../../live/diff';
import {} from '../../live/runbook/make-runbook';
import type { Runbook } from '../../live/runbook/runbook';
import { NativeApps, Platform, SteeringConfiguration, TrafficMode } from '../../constructs';
import type { StackJson } from '../../steering';
import { synthesize } from '../constructs/synthesize';
import { exceptions, group, pinned, shown, type Json } from '../steering/model/support/rest-v1';
import {
  bookOf,
  fieldsOf,
  titles,
  CHAT,
  DEFAULT,
  app,
  blocked,
  chat,
  custom,
  domains,
  entries,
  idOf,
  lookupsOf,
  on,
  other,
  stackOf,
  tenantOf,
  wantedOf,
  withApps,
  withExceptions,
  type Block,
} from './support/stacks';

const warningsIn = ({ steps }: Runbook) => steps.flatMap(({ warnings }) => warnings).join(' ');

describe('the article', () => {
  const article = synthesize((stack) => {
    const everyone = SteeringConfiguration.adoptDefault(stack, 'DefaultConfiguration', {
      expectTrafficMode: TrafficMode.WEB,
    });
    everyone.blockApp('WhatsApp', {
      app: NativeApps.WHATSAPP,
      platforms: [Platform.WINDOWS, Platform.MAC_OS],
      communityExecutables: false,
    });
  }).config as StackJson;
  const book = bookOf(article);

  test('falls out of the example: its steps, paths and values', () => {
    expect(
      book.steps.map(({ path, title }) => `${path.replace('Settings > Security Cloud Platform > ', '')}: ${title}`),
    ).toEqual(ARTICLE);
    expect(fieldsOf(book, /Define/)).toEqual({ 'Application name': 'WhatsApp' });
    expect(fieldsOf(book, /on Windows/)).toEqual({
      Platform: 'Windows',
      Definition: 'Exact',
      Processes: 'WhatsApp.exe,WhatsAppDesktop.exe',
    });
    expect(fieldsOf(book, /Steer/)).toMatchObject({
      'Steer non-standard ports': 'tick',
      Port: '5222',
      Domains: expect.stringContaining('whatsapp') as string,
    });
    expect(fieldsOf(book, /Block/)).toMatchObject({
      'Exception type': 'Certificate Pinned Application',
      Application: 'WhatsApp',
      'Custom App Domains': '*',
      'Windows action': 'Block',
      'macOS action': 'Block',
    });
    expect(book.hazards).toEqual([]);
  });

  test('says why the domains stay, and to look for pending updates', () => {
    expect(warningsIn(book)).toMatch(
      /^Keep the domains: a non-standard port without domains can steer the traffic of any other/,
    );
    expect(book.verifications.map(({ text }) => text).join(' ')).toMatch(
      /no pending update.*cannot connect, send, receive, upload or download/,
    );
  });

  test('looks first for what is not shown alone', () => {
    expect(book.steps.filter(({ unless }) => unless !== undefined).map(({ object }) => object.kind)).toEqual([
      'app',
      'app',
      'app',
      'port_entry',
    ]);
  });
});

const ARTICLE = [
  'App Definition > New Certificate Pinned App: Define the certificate pinned app WhatsApp.',
  'App Definition > WhatsApp > Edit: Add the executables of WhatsApp on Windows.',
  'App Definition > WhatsApp > Edit: Add the executables of WhatsApp on macOS.',
  'Steering Configuration > Default tenant config > Edit > Steer non-standard ports: Steer port 5222 of whatsapp.com, whatsapp.net in Default tenant config.',
  'Steering Configuration > Default tenant config > Exceptions > New > Certificate Pinned Application: Block the app WhatsApp in Default tenant config.',
];

const SALES = idOf('configuration', 'Sales');
const bypass = (name: string) => pinned(name, { windows: on('1', { processes: [`${name}.exe`] }) });
const block = (name: string, ...processes: string[]) =>
  pinned(name, { windows: on('3', { processes: processes.length > 0 ? processes : [`${name}.exe`] }) });
const salesWith = (more: Json, ...settings: Json[]) =>
  other('Sales', Object.assign({ exceptions: exceptions(more) }, ...settings) as Json);
const location = (name: string, ...addresses: string[]): Block => ['network_location', name, { name, addresses }];
const toHq: Block = [
  'destination_location_exception',
  'hq',
  { configuration_id: '0', network_locations: ['${netskopesteering_network_location.HQ.name}'], action: 'bypass' },
];

/** The titles of the steps, in their order. */
const CASES: [string, StackJson, ObservedTenant, string[]][] = [
  ['nothing for an empty stack', stackOf(), tenantOf(), []],
  ['nothing where all is as wanted', stackOf(...CHAT), withApps(chat()), []],
  [
    'nothing for what the tenant has by itself',
    stackOf(DEFAULT),
    withApps(pinned('Zoom', { custom: false, windows: on('1') })),
    [],
  ],
  [
    'an app renamed in the code: the new one blocks before the old one goes',
    stackOf(DEFAULT, app('New', { windows: { processes: ['Old.exe'] } }), blocked('New')),
    withApps(block('Old')),
    [
      'Define the certificate pinned app New.',
      'Add the executables of New on Windows.',
      'Block the app New in Default tenant config.',
      'Delete the exception for the app Old in Default tenant config.',
      'Delete the certificate pinned app Old.',
    ],
  ],
  [
    'a process moved from one app to another',
    stackOf(
      DEFAULT,
      app('A', { windows: { processes: ['a.exe'] } }),
      blocked('A'),
      app('B', { windows: { processes: ['b.exe', 'x.exe'] } }),
      blocked('B'),
    ),
    withApps(block('A', 'a.exe', 'x.exe'), block('B', 'b.exe')),
    ['Set the executables of B on Windows.', 'Set the executables of A on Windows.'],
  ],
  [
    'processes that change in both ways',
    stackOf(DEFAULT, app('A', { windows: { processes: ['new.exe'] } }), blocked('A')),
    withApps(block('A', 'old.exe')),
    ['Set the executables of A on Windows.'],
  ],
  [
    'a block to a new configuration',
    stackOf(DEFAULT, app('Chat'), custom('Sales', { enabled: true }), blocked('Chat', { configuration_id: SALES })),
    withApps(chat()),
    [
      'Make the steering configuration Sales. It starts disabled.',
      'Block the app Chat in Sales.',
      'Enable the steering configuration Sales.',
      'Delete the exception for the app Chat in Default tenant config.',
    ],
  ],
  [
    'a block back to the default configuration',
    stackOf(...CHAT),
    tenantOf(shown(), [salesWith({ cert_pinned_apps: group(chat()) })]),
    [
      'Block the app Chat in Default tenant config.',
      'Disable the steering configuration Sales.',
      'Delete the steering configuration Sales, with its ports and exceptions.',
    ],
  ],
  [
    'a configuration renamed',
    stackOf(custom('Field', { enabled: true })),
    tenantOf(shown(), [other('Sales')]),
    [
      'Make the steering configuration Field. It starts disabled.',
      'Enable the steering configuration Field.',
      'Disable the steering configuration Sales.',
      'Delete the steering configuration Sales, with its ports and exceptions.',
    ],
  ],
  [
    'a domain moved between entries',
    stackOf(domains('d', ['a.example']), domains('e', ['b.example', 'c.example'])),
    withExceptions(entries(['a.example', 'b.example'], ['c.example'])),
    [],
  ],
  [
    'an action',
    stackOf(...CHAT),
    withApps(bypass('Chat')),
    ['Change the exception for the app Chat in Default tenant config.'],
  ],
  [
    'blocks before bypasses',
    stackOf(DEFAULT, app('A'), blocked('A', { windows: 'bypass' }), app('B'), blocked('B')),
    tenantOf(),
    [
      'Define the certificate pinned app A.',
      'Add the executables of A on Windows.',
      'Define the certificate pinned app B.',
      'Add the executables of B on Windows.',
      'Block the app B in Default tenant config.',
      'Add an exception for the app A in Default tenant config.',
    ],
  ],
  [
    'configurations are enabled from the top, and disabled from the bottom',
    stackOf(custom('A', { enabled: true }), custom('B', { enabled: true }), custom('C'), custom('D')),
    tenantOf(shown(), [
      other('A', { enabled: false, priority: '1' }, 1),
      other('B', { enabled: false, priority: '0' }, 2),
      other('C', { priority: '2' }, 3),
      other('D', { priority: '3' }, 4),
    ]),
    [
      ...['A', 'B', 'C', 'D'].map((name) => `Edit the steering configuration ${name}.`),
      'Enable the steering configuration B.',
      'Enable the steering configuration A.',
      'Disable the steering configuration D.',
      'Disable the steering configuration C.',
    ],
  ],
  [
    'several exceptions for one app',
    stackOf(...CHAT, blocked('Chat', { as: 'again' })),
    withApps(chat()),
    ['Block the app Chat in Default tenant config.'],
  ],
  [
    'values that only Terraform evaluates',
    stackOf(DEFAULT, app('Chat', { name: '${var.x}' }), blocked('Chat')),
    withApps(chat()),
    [],
  ],
  [
    'network locations before the exceptions that name them',
    stackOf(location('HQ', '192.0.2.0/24', '198.51.100.7'), toHq),
    tenantOf(),
    ['Make the network location HQ.', 'Add an exception for destination locations: HQ in Default tenant config.'],
  ],
  [
    'a predefined app that is looked up',
    {
      ...stackOf(DEFAULT, blocked('Zoom', { app_id: '${data.netskopesteering_certificate_pinned_app.Zoom.id}' })),
      ...lookupsOf(['certificate_pinned_app', 'Zoom', { name: 'Zoom' }]),
    },
    withApps(pinned('Zoom', { custom: false, windows: on('1') })),
    ['Change the exception for the app Zoom in Default tenant config.'],
  ],
];

test.each(CASES)('%s', (_, stack, tenant, expected) => {
  const book = bookOf(stack, tenant);
  expect(titles(book)).toEqual(expected);
  expect(book.hazards).toEqual([]);
  expect(book.verifications.length > 0).toBe(expected.length > 0);
  // There are steps exactly where something differs, or is not observed.
  const { differs, entries: all } = diffOf(wantedOf(stack), tenant);
  if (differs) expect(expected.length).toBeGreaterThan(0);
  if (all.length === 0) expect(expected).toEqual([]);
});
