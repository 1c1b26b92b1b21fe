/** Pinned apps and their exceptions, as the code wants them and as REST v1 shows them. */
import { diffOf } from '../../live/diff';
import { mobile, pinned } from '../steering/model/support/rest-v1';
import {
  AS_WANTED,
  CHAT,
  DEFAULT,
  app,
  blocked,
  chat,
  lines,
  on,
  stackOf,
  tenantOf,
  wantedOf,
  withApps,
  type DiffCase,
} from './support/stacks';

const CASES: DiffCase[] = [
  ['an empty stack and tenant', stackOf(), tenantOf(), []],
  ['as wanted', stackOf(...CHAT), withApps(chat()), AS_WANTED],
  ['nothing is there', stackOf(...CHAT), withApps(), ['missing exception Chat', 'not_observed app Chat']],
  [
    'an action',
    stackOf(...CHAT),
    withApps(chat({ windows: on('1') })),
    ['differs exception Chat windows: bypass → block', 'as_wanted app Chat'],
  ],
  ['the code 0', stackOf(...CHAT), withApps(chat({ windows: on('0') })), AS_WANTED],
  ['a code as a number', stackOf(...CHAT), withApps(chat({ windows: on(3 as unknown as string) })), AS_WANTED],
  [
    'an exception that is not enabled',
    stackOf(...CHAT),
    withApps(chat({}, { enabled: false })),
    ['differs exception Chat enabled: REST v1 shows it as not enabled → enabled', 'as_wanted app Chat'],
  ],
  [
    'a platform more on the tenant',
    stackOf(...CHAT),
    withApps(chat({ mac: on('3') })),
    ['differs app Chat mac_os: defined → not defined', 'differs exception Chat mac_os: block → none'],
  ],
  [
    'a platform more in the code',
    stackOf(
      DEFAULT,
      app('Chat', { windows: { processes: ['Chat.exe'] }, mac_os: { processes: ['Chat'] } }),
      blocked('Chat', { windows: 'block', mac_os: 'block' }),
    ),
    withApps(chat()),
    ['differs app Chat mac_os: not defined → defined', 'differs exception Chat mac_os: none → block'],
  ],
  [
    'processes more and less',
    stackOf(...CHAT),
    withApps(chat({ windows: on('3', { processes: ['chat.EXE', 'Other.exe'] }) })),
    ['differs app Chat windows.processes: chat.EXE, Other.exe → Chat.exe', 'as_wanted exception Chat'],
  ],
  [
    'processes in another case, twice, in another order',
    stackOf(DEFAULT, app('Chat', { windows: { processes: ['Chat.exe', 'b.exe'] } }), blocked('Chat')),
    withApps(chat({ windows: on('3', { processes: ['B.EXE', 'chat.exe', 'chat.exe', ' b.exe '] }) })),
    AS_WANTED,
  ],
  [
    'patterns in another case',
    stackOf(DEFAULT, app('Chat', { windows: { match: 'regex', processes: ['^Chat$'] } }), blocked('Chat')),
    withApps(chat({ windows: on('3', { processes: ['^chat$'] }) })),
    ['differs app Chat windows.processes: ^chat$ → ^Chat$', 'as_wanted exception Chat'],
  ],
  [
    'notes',
    stackOf(DEFAULT, app('Chat'), blocked('Chat', { notes: 'CHG-1' })),
    withApps(chat()),
    ['differs exception Chat notes: none → CHG-1', 'as_wanted app Chat'],
  ],
  ['notes that the code leaves to the tenant', stackOf(...CHAT), withApps(chat({}, { notes: 'by hand' })), AS_WANTED],
  [
    'a direct bypass looks like a plain one',
    stackOf(DEFAULT, app('Chat'), blocked('Chat', { windows: 'bypass_direct' })),
    withApps(chat({ windows: on('1') })),
    AS_WANTED,
  ],
  [
    'a bypass by tunnel',
    stackOf(DEFAULT, app('Chat'), blocked('Chat', { windows: 'bypass_tunnel' })),
    withApps(chat({ windows: on('1') })),
    ['differs exception Chat windows: bypass → bypass_tunnel', 'as_wanted app Chat'],
  ],
  [
    'managed devices',
    stackOf(DEFAULT, app('Chat'), blocked('Chat', { windows: 'bypass_managed_direct' })),
    withApps(chat({ windows: on('1', { managed_device: true }) })),
    AS_WANTED,
  ],
  [
    'managed devices alone',
    stackOf(DEFAULT, app('Chat'), blocked('Chat', { windows: 'bypass' })),
    withApps(chat({ windows: on('1', { managed_device: true }) })),
    ['differs exception Chat windows: bypass_managed_direct → bypass', 'as_wanted app Chat'],
  ],
  [
    'mobile domains',
    stackOf(
      DEFAULT,
      app('Chat', { android: { processes: ['com.chat'], domains: ['Chat.example'] } }),
      blocked('Chat', { android: 'block' }),
    ),
    withApps(
      pinned('Chat', {
        android: mobile({
          enabled: true,
          action: '3',
          processes: ['com.chat'],
          domains: ['chat.example', 'b.example'],
        }),
      }),
    ),
    ['differs app Chat android.domains: chat.example, b.example → Chat.example', 'as_wanted exception Chat'],
  ],
  [
    'custom app domains that are not in the code',
    stackOf(DEFAULT, app('Chat'), blocked('Chat', { windows: 'bypass', custom_app_domains: ['example.com'] })),
    withApps(chat({ windows: on('1', { tunnel_domains: ['other.example'] }) })),
    ['differs exception Chat custom_app_domains: other.example → example.com', 'as_wanted app Chat'],
  ],
  [
    'two exceptions for one app',
    stackOf(...CHAT, blocked('Chat', { as: 'again' })),
    withApps(chat()),
    ['missing exception Chat', ...AS_WANTED],
  ],
  ['an app shown twice', stackOf(...CHAT), withApps(chat(), chat()), ['not_in_code exception Chat', ...AS_WANTED]],
];

test.each(CASES)('%s', (_, stack, tenant, expected) => {
  const diff = diffOf(wantedOf(stack), tenant);
  expect(lines(diff)).toEqual(expected);
  expect(diff.differs).toBe(expected.some((one) => /^(differs|missing|not_in_code)/.test(one)));
});
