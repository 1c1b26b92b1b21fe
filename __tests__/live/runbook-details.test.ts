/** What a runbook says besides its steps: hazards, remarks, limits of the screens, files to import; and what stays the same. */
import { makeRunbook } from '../../live/runbook/make-runbook';
import type { Runbook } from '../../live/runbook/runbook';
import { exceptions, group, pinned, shown, withPinned, type Json } from '../steering/model/support/rest-v1';
import {
  CHAT,
  DEFAULT,
  app,
  blocked,
  bookOf,
  chat,
  custom,
  domains,
  entries,
  idOf,
  on,
  other,
  port,
  stackOf,
  tenantOf,
  titles,
  wantedOf,
  withApps,
  type Block,
} from './support/stacks';

const location = (name: string, ...addresses: string[]): Block => ['network_location', name, { name, addresses }];
const exception = (type: string, more: Json): Block => [`${type}_exception`, 'x', { configuration_id: '0', ...more }];
const toHq = exception('destination_location', { network_locations: ['HQ'], action: 'bypass' });
const SALES = idOf('configuration', 'Sales');
const dynamic: Json = {
  dynamic_steering: { enabled: true, on_premises_traffic_mode: 'web', off_premises_traffic_mode: 'web' },
};
const all: Block[] = [
  DEFAULT,
  app('Chat'),
  blocked('Chat'),
  port(5222, ['a.example']),
  location('HQ', '192.0.2.0/24'),
  toHq,
  exception('dns', { questions: [{ domain: 'a.example', record_type: 'A' }] }),
  custom('Sales', { os_families: ['windows'] }),
];

describe('what has been carried out needs no step', () => {
  const tenant = tenantOf(
    shown({
      exceptions: exceptions({ cert_pinned_apps: group(chat()), dst_netloc: group({ notes: '', dst_netloc: ['HQ'] }) }),
    }),
    [other('Sales', { enabled: false })],
  );
  const done = wantedOf(stackOf(...all));
  test('of what the tenant shows and does not show', () => {
    expect(titles(bookOf(stackOf(...all), tenant)).length).toBeGreaterThan(3);
    expect(bookOf(stackOf(...all), tenant, { done })).toMatchObject({ steps: [], hazards: [], verifications: [] });
  });

  const without = (name: RegExp) => all.filter(([type]) => !name.test(type));
  test.each<[string, Block[], string[]]>([
    [
      'a port entry goes',
      without(/port/),
      ['Remove the entry of port 5222 of a.example from the non-standard ports of Default tenant config.'],
    ],
    ['a DNS exception goes', without(/dns/), ['Delete the exception for DNS: a.example in Default tenant config.']],
    [
      'a location gets other addresses',
      [...without(/network/), location('HQ', '192.0.2.0/25')],
      ['Change the addresses of the network location HQ.'],
    ],
    [
      'a location has the same addresses in another order',
      [...without(/network/), location('HQ', '192.0.2.0/24', '192.0.2.0/24')],
      [],
    ],
    [
      'a location goes after the exception that names it',
      without(/location/),
      [
        'Delete the exception for destination locations: HQ in Default tenant config.',
        'Delete the network location HQ.',
      ],
    ],
  ])('%s', (_, blocks, expected) => {
    const book = bookOf(stackOf(...blocks), tenant, { done });
    expect(titles(book)).toEqual(expected);
    expect(book.steps.filter(({ verb }) => verb === 'delete').length > 0).toBe(/--baseline/.test(book.remarks.join()));
  });
});

describe('network locations', () => {
  const book = bookOf(
    stackOf(location('HQ', '192.0.2.0/24', '2001:db8::/32'), toHq, DEFAULT, app('Chat'), blocked('Chat')),
  );
  test('are looked for first, and come before what names them', () => {
    const [first] = book.steps;
    expect(first).toMatchObject({
      screen: 'network_location',
      verb: 'create',
      after: [],
      path: 'Policies > Profiles > Network Location > New Network Location',
      object: { kind: 'network_location', name: 'HQ', address: 'netskopesteering_network_location.HQ' },
      fields: [
        { label: 'Name', value: 'HQ', how: 'paste' },
        { label: 'Addresses', value: '192.0.2.0/24,2001:db8::/32', how: 'paste' },
      ],
    });
    expect(first?.unless).toMatch(/^REST v1 shows no network locations/);
    expect(first?.warnings.join()).toMatch(/deletes the exceptions that use it. \[doc\]/);
    const names = book.steps.filter(({ after }) => after.includes(first?.id ?? '')).map(({ title }) => title);
    expect(names).toContain('Add an exception for destination locations: HQ in Default tenant config.');
  });

  test('with addresses that only Terraform evaluates have a remark', () => {
    const open = bookOf(stackOf(['network_location', 'HQ', { name: 'HQ', addresses: '${var.x}' }]));
    expect(open.steps).toEqual([]);
    expect(open.remarks.join()).toMatch(/no step for them: addresses of HQ\./);
  });
});

describe('ids', () => {
  const idsOf = ({ steps }: Runbook) => steps.map(({ id }) => id);
  const before = idsOf(bookOf(stackOf(...all)));
  test('stay when another object is added, first or last', () => {
    const added = idsOf(bookOf(stackOf(location('A', '192.0.2.1'), app('A'), blocked('A'), ...all)));
    expect(added).toEqual(expect.arrayContaining(before));
    expect(added.length).toBeGreaterThan(before.length);
  });
  test('stay when the resource gets another address, and change with what is typed', () => {
    expect(
      idsOf(
        bookOf(
          stackOf(DEFAULT, ['certificate_pinned_app', 'Other', { name: 'Chat', windows: { processes: ['Chat.exe'] } }]),
        ),
      )[0],
    ).toBe(before.find((id) => id === idsOf(bookOf(stackOf(...CHAT)))[0]));
    const other = idsOf(
      bookOf(stackOf(...all.map((one): Block => (one[0] === 'non_standard_port' ? port(5223, ['a.example']) : one)))),
    );
    expect(other.filter((id) => !before.includes(id))).toHaveLength(1);
  });
  test('of the same steps differ', () => {
    const book = bookOf(stackOf(...CHAT, blocked('Chat', { as: 'again' }), blocked('Chat', { as: 'third' })));
    expect(titles(book).filter((one) => one.startsWith('Block'))).toHaveLength(3);
  });
});

describe('hazards', () => {
  const side = (location: string) => blocked('Chat', { as: location, location });
  test('dynamic steering is turned on: blocks come right after it', () => {
    const stack = stackOf(
      ['default_configuration', 'default', dynamic],
      app('Chat'),
      side('on_premises'),
      side('off_premises'),
    );
    const book = bookOf(stack, withApps(chat()));
    expect(book.hazards).toHaveLength(1);
    expect(book.hazards[0]?.text).toMatch(
      /Dynamic steering of Default tenant config is turned on or off in step 1\..*until step 3, blocks may be missing/,
    );
    expect(book.hazards[0]?.steps).toEqual(book.steps.map(({ id }) => id));
    expect(book.steps.slice(1).every(({ unless }) => /may have copied it/.test(unless ?? ''))).toBe(true);
  });

  test('dynamic steering is turned off', () => {
    const { exceptions: _, traffic_type: __, ...rest } = shown({ location_based_steering: true });
    const place = { traffic_type: 'web', exceptions: exceptions({ cert_pinned_apps: group(chat()) }) };
    const book = bookOf(
      stackOf(
        ['default_configuration', 'default', { traffic_mode: 'web', dynamic_steering: { enabled: false } }],
        app('Chat'),
        blocked('Chat'),
      ),
      tenantOf({ ...rest, on_prem: place, off_prem: place }),
    );
    expect(titles(book)).toEqual([
      'Edit the steering configuration Default tenant config.',
      'Block the app Chat in Default tenant config.',
    ]);
    expect(book.hazards).toHaveLength(1);
  });

  test('processes that change in both ways are divided where another step switches too', () => {
    const blocks = (processes: string[], name: string) => [app(name, { windows: { processes } }), blocked(name)];
    const tenant = withPinned(
      pinned('A', { windows: on('3', { processes: ['a.exe', 'x.exe'] }) }),
      pinned('B', { windows: on('3', { processes: ['b.exe', 'y.exe'] }) }),
    );
    const book = bookOf(
      stackOf(DEFAULT, ...blocks(['a.exe', 'y.exe'], 'A'), ...blocks(['b.exe', 'x.exe'], 'B')),
      tenantOf(tenant),
    );
    expect(book.hazards).toEqual([]);
    expect(titles(book)).toEqual(['A', 'B', 'A', 'B'].map((name) => `Set the executables of ${name} on Windows.`));
    expect(book.steps.map(({ fields }) => fields.find(({ label }) => label === 'Processes')?.value)).toEqual([
      'a.exe,x.exe,y.exe',
      'b.exe,y.exe,x.exe',
      'a.exe,y.exe',
      'b.exe,x.exe',
    ]);
  });
});

describe('what a baseline holds stays', () => {
  const tenant = tenantOf(withPinned(pinned('Old', { windows: on('3') })), [other('Marketing')]);
  test.each<[boolean, string[]]>([
    [true, []],
    [
      false,
      [
        'Disable the steering configuration Marketing.',
        'Delete the exception for the app Old in Default tenant config.',
        'Delete the steering configuration Marketing, with its ports and exceptions.',
        'Delete the certificate pinned app Old.',
      ],
    ],
  ])('%s', (isHeld, expected) => {
    const book = bookOf(stackOf(), tenant, isHeld ? { baseline: tenant.snapshot } : {});
    expect(titles(book)).toEqual(expected);
    expect(book.remarks.join()).toMatch(isHeld ? /^$/ : /Steps 2, 3, 4 delete what the code does not have\./);
    for (const step of book.steps.filter(({ verb }) => verb === 'delete'))
      expect(step.warnings.join()).toMatch(/ask before you delete it/);
  });
});

test('a code that is not known: look first, and learn it', () => {
  const book = makeRunbook(
    wantedOf(stackOf(...CHAT)),
    tenantOf(withPinned(chat()), [], { action: { '1': 'bypass' }, traffic_type: { web: 'web' } }),
  );
  expect(book.steps).toHaveLength(1);
  expect(book.steps[0]?.unless).toBeDefined();
  expect(book.remarks.join()).toMatch(/codes that its dialect does not name, at 1 place.*live calibrate/);
});

test('a tenant that steers otherwise than the code expects is told', () => {
  expect(
    bookOf(
      stackOf(custom('Sales'), domains('d', ['a.example'], { configuration_id: SALES })),
      tenantOf(shown(), [other('Sales', { traffic_type: 'cloud', enabled: false })]),
    ).remarks.join(),
  ).toMatch(/Sales steers cloud_apps, and the code expects web/);
});

test.each([
  ['set up', false],
  ['all changed', true],
])('300 apps, %s, are less than two seconds', (_, isThere) => {
  const names = Array.from({ length: 300 }, (_one, index) => `App ${index}`);
  const stack = stackOf(
    DEFAULT,
    ...names.flatMap((name, index) => [
      app(name, { windows: { processes: [`${name}.exe`, 'new.exe'] } }),
      blocked(name),
      domains(`d${index}`, [`d${index}.example`]),
    ]),
  );
  const there = shown({
    exceptions: exceptions({
      ...entries(['d0.example', 'e.example']),
      cert_pinned_apps: group(
        ...names.map((name) => pinned(name, { windows: on('1', { processes: [`${name}.exe`, 'old.exe'] }) })),
      ),
    }),
  });
  const tenant = isThere ? tenantOf(there) : tenantOf();
  const start = performance.now();
  const { steps } = makeRunbook(wantedOf(stack), tenant);
  expect(performance.now() - start).toBeLessThan(2_000);
  expect(steps.length).toBeGreaterThan(600);
});
