/** Configurations, what is looked up, what only Terraform evaluates; premises and baselines. */
import { diffOf } from '../../live/diff';
import { wantedFrom } from '../../live/wanted';
import { modelFromStack, resourcesFromStack, underPremises } from '../../steering';
import { exceptions, group, pinned, shown, windows, withPinned, type Json } from '../steering/model/support/rest-v1';
import {
  AS_WANTED,
  CHAT,
  DEFAULT,
  app,
  blocked,
  chat,
  custom,
  domains,
  entries,
  idOf,
  lines,
  lookupsOf,
  on,
  other,
  port,
  stackOf,
  tenantOf,
  wantedOf,
  withApps,
  withExceptions,
  type Block,
  type DiffCase,
} from './support/stacks';

const dynamic = (on_premises_traffic_mode: string, off_premises_traffic_mode: string) => ({
  dynamic_steering: { enabled: true, on_premises_traffic_mode, off_premises_traffic_mode },
});
const sides = (on_prem: Json, off_prem: Json): Json => {
  const { traffic_type: _, exceptions: __, ...rest } = shown({ location_based_steering: true });
  return {
    ...rest,
    on_prem: { traffic_type: 'web', exceptions: exceptions(on_prem) },
    off_prem: { traffic_type: 'web', exceptions: exceptions(off_prem) },
  };
};
const SALES = idOf('configuration', 'Sales');
const dynamicDefault: Block = ['default_configuration', 'default', dynamic('web', 'web')];

const OPEN = '${var.open}';
const EVALUATED = 'it is an expression that only Terraform evaluates: ${var.open}';

const CASES: DiffCase[] = [
  [
    'a traffic mode',
    stackOf(['default_configuration', 'default', { traffic_mode: 'all' }]),
    tenantOf(),
    ['differs configuration Default tenant config traffic_mode: web → all'],
  ],
  [
    'a traffic mode whose code is not known',
    stackOf(['default_configuration', 'default', { traffic_mode: 'all' }]),
    tenantOf(shown({ traffic_type: '7' })),
    [],
  ],
  [
    'a configuration that is off',
    stackOf(custom('Sales', { enabled: true })),
    tenantOf(shown(), [other('Sales', { enabled: false })]),
    ['differs configuration Sales enabled: false → true'],
  ],
  [
    'a configuration of another name',
    stackOf(custom('Sales')),
    tenantOf(shown(), [other('Marketing')]),
    ['missing configuration Sales', 'not_in_code configuration Marketing'],
  ],
  [
    'an exception in a configuration that is missing',
    stackOf(DEFAULT, app('Chat'), custom('Sales'), blocked('Chat', { configuration_id: SALES })),
    withApps(chat()),
    ['missing configuration Sales', 'missing exception Chat', 'not_in_code exception Chat', 'as_wanted app Chat'],
  ],
  [
    'a port in a configuration that is missing',
    stackOf(custom('Sales'), port(5222, [], { configuration_id: SALES })),
    tenantOf(),
    ['missing configuration Sales', 'missing port_entry port 5222'],
  ],
  [
    'private apps',
    stackOf(custom('Sales', { enabled: true, steer_private_apps: 'all' })),
    tenantOf(shown(), [other('Sales')]),
    ['differs configuration Sales steer_private_apps: none → all'],
  ],

  [
    'dynamic steering in the code alone',
    stackOf(dynamicDefault),
    tenantOf(),
    ['differs configuration Default tenant config dynamic_steering.enabled: false → true'],
  ],
  [
    'dynamic steering as wanted',
    stackOf(dynamicDefault, app('Chat'), blocked('Chat', { location: 'on_premises' })),
    tenantOf(sides({ cert_pinned_apps: group(chat()) }, {})),
    AS_WANTED,
  ],
  [
    'the other side',
    stackOf(dynamicDefault, app('Chat'), blocked('Chat', { location: 'on_premises' })),
    tenantOf(sides({}, { cert_pinned_apps: group(chat()) })),
    ['missing exception Chat', 'not_in_code exception Chat', 'as_wanted app Chat'],
  ],
  [
    'another mode at one side',
    stackOf(['default_configuration', 'default', dynamic('all', 'web')]),
    tenantOf(sides({}, {})),
    ['differs configuration Default tenant config dynamic_steering.on_premises_traffic_mode: web → all'],
  ],

  [
    'an app that is looked up',
    {
      ...stackOf(DEFAULT, blocked('Chat', { app_id: '${data.netskopesteering_certificate_pinned_app.Chat.id}' })),
      ...lookupsOf(['certificate_pinned_app', 'Chat', { name: 'Chat' }]),
    },
    withApps(chat()),
    ['as_wanted exception Chat'],
  ],
  [
    'a predefined app that is looked up',
    {
      ...stackOf(DEFAULT, blocked('Zoom', { app_id: '${data.netskopesteering_certificate_pinned_app.Zoom.id}' })),
      ...lookupsOf(['certificate_pinned_app', 'Zoom', { name: 'Zoom' }]),
    },
    withApps(pinned('Zoom', { custom: false, windows: windows('Zoom.exe') })),
    ['differs exception Zoom windows: bypass → block'],
  ],
  [
    'a configuration that is looked up',
    {
      ...stackOf(app('Chat'), blocked('Chat', { configuration_id: '${data.netskopesteering_configuration.Sales.id}' })),
      ...lookupsOf(['configuration', 'Sales', { name: 'Sales' }]),
    },
    tenantOf(shown(), [other('Sales', { exceptions: exceptions({ cert_pinned_apps: group(chat()) }) })]),
    AS_WANTED,
  ],
  [
    'values that only Terraform evaluates',
    stackOf(DEFAULT, app('Chat', { windows: { processes: OPEN } }), blocked('Chat', { windows: OPEN, notes: OPEN })),
    withApps(chat()),
    [
      `as_wanted app Chat not_known windows.processes: Chat.exe → ${EVALUATED}`,
      `as_wanted exception Chat not_known windows:  → ${EVALUATED}; not_known notes:  → ${EVALUATED}`,
    ],
  ],
  [
    'the name of an app that only Terraform evaluates',
    stackOf(DEFAULT, app('Chat', { name: OPEN, windows: { processes: ['Chat.exe'] } }), blocked('Chat')),
    withApps(chat()),
    [
      `not_observed app netskopesteering_certificate_pinned_app.Chat not_known name:  → ${EVALUATED}`,
      `not_observed exception an app not_known app_id:  → ${EVALUATED}`,
      'not_counted app Chat',
      'not_counted exception Chat',
    ],
  ],
  [
    'a configuration that only Terraform evaluates',
    stackOf(custom('Sales', { name: OPEN }), domains('d', ['a.example'], { configuration_id: SALES })),
    tenantOf(shown({ exceptions: exceptions(entries(['b.example'])) }), [
      other('Marketing', { exceptions: exceptions(entries(['a.example'])) }),
    ]),
    [
      'not_in_code exception domains: b.example',
      `not_observed configuration netskopesteering_configuration.Sales not_known name:  → ${EVALUATED}`,
      `not_observed exception domains: a.example not_known configuration_id:  → ${EVALUATED}`,
      'not_counted configuration Marketing',
      'not_counted exception domains: a.example',
    ],
  ],
  [
    'domains that only Terraform evaluates',
    stackOf(domains('d', OPEN as unknown as string[])),
    withExceptions(entries(['a.example'])),
    [
      `not_observed exception domains: none not_known domains:  → ${EVALUATED}`,
      'not_counted exception domains: a.example',
    ],
  ],
];

test.each(CASES)('%s', (_, stack, tenant, expected) => {
  const diff = diffOf(wantedOf(stack), tenant);
  expect(lines(diff)).toEqual(expected);
  expect(diff.differs).toBe(expected.some((one) => /^(differs|missing|not_in_code)/.test(one)));
});

/** The default configuration is only expected to be in a mode, by a premise of the stack. */
test.each<[string, boolean]>([
  ['web', false],
  ['all', true],
  ['7', false],
])('the expected traffic mode is web, the tenant shows %s', (traffic_type, differs) => {
  const stack = stackOf();
  const premise = { configuration: '0', construct: 'tenant/Everyone', trafficModes: ['web' as const] };
  const model = underPremises(modelFromStack(stack), [premise]);
  const wanted = wantedFrom('tenant', resourcesFromStack(stack), { model });
  expect(diffOf(wanted, tenantOf(shown({ traffic_type }))).differs).toBe(differs);
});

describe('a baseline', () => {
  const before = withPinned(pinned('Old', { windows: on('3') }));
  const tenant = tenantOf(
    {
      ...before,
      exceptions: exceptions({
        ...entries(['a.example', 'b.example']),
        cert_pinned_apps: group(pinned('Old', { windows: on('3') }), pinned('New', { windows: on('3') })),
      }),
    },
    [other('Sales')],
  );
  const baseline = tenantOf(
    {
      ...before,
      exceptions: exceptions({
        ...entries(['b.example', 'a.example']),
        cert_pinned_apps: group(pinned('Old', { windows: on('3') })),
      }),
    },
    [other('Sales')],
  ).snapshot;

  test('keeps what it holds, and only that', () => {
    expect(lines(diffOf(wantedOf(stackOf()), tenant, baseline))).toEqual([
      'not_in_code app New',
      'not_in_code exception New',
      'not_counted configuration Sales',
      'not_counted app Old',
      'not_counted exception Old',
      'not_counted exception domains: a.example, b.example',
    ]);
  });

  test('does not keep another action', () => {
    const bypassed = tenantOf(withPinned(pinned('Old', { windows: on('1') }))).snapshot;
    expect(lines(diffOf(wantedOf(stackOf()), tenantOf(before), bypassed))).toContain('not_in_code exception Old');
  });

  test('excuses nothing that the code has', () => {
    const bypassed = withApps(chat({ windows: on('1') }));
    expect(diffOf(wantedOf(stackOf(...CHAT)), bypassed, bypassed.snapshot).differs).toBe(true);
  });
});
