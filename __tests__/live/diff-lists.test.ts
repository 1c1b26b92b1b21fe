/** What is only on the tenant; and exceptions that are lists of names, whose entries a console may merge. */
import { diffOf } from '../../live/diff';
import { group, pinned, shown, windows, type Json } from '../steering/model/support/rest-v1';
import {
  DEFAULT,
  chat,
  domains,
  entries,
  lines,
  on,
  other,
  port,
  stackOf,
  tenantOf,
  wantedOf,
  withApps,
  withExceptions,
  type DiffCase,
} from './support/stacks';

const netlocs = (key: string, ...names: string[]) => ({ [key]: group({ notes: '', [key]: names }) });
function group2(key: string, ...names: string[]): Json {
  return { [key]: group({ notes: '', [key]: names }) };
}

const CASES: DiffCase[] = [
  ['only on the tenant', stackOf(), withApps(chat()), ['not_in_code app Chat', 'not_in_code exception Chat']],
  [
    'bypasses of predefined apps',
    stackOf(),
    withApps(pinned('Zoom', { custom: false, windows: windows('Zoom.exe') })),
    ['not_counted exception Zoom'],
  ],
  [
    'blocks of predefined apps',
    stackOf(),
    withApps(pinned('Zoom', { custom: false, windows: on('3') })),
    ['not_in_code exception Zoom'],
  ],
  [
    'unknown codes of predefined apps',
    stackOf(),
    withApps(pinned('Zoom', { custom: false, windows: on('0') })),
    ['not_counted exception Zoom'],
  ],
  [
    'apps that may be custom ones',
    stackOf(),
    withApps(pinned('Zoom', { custom: null, windows: windows('Zoom.exe') })),
    ['not_counted exception Zoom'],
  ],
  [
    'the local range',
    stackOf(),
    withExceptions(netlocs('dst_netloc', 'Local IP address range')),
    ['not_counted exception destination locations: Local IP address range'],
  ],
  [
    'the local range and more',
    stackOf(),
    withExceptions(netlocs('dst_netloc', 'Local IP address range', 'HQ')),
    ['not_in_code exception destination locations: Local IP address range, HQ'],
  ],
  ['a configuration', stackOf(), tenantOf(shown(), [other('Sales')]), ['not_in_code configuration Sales']],

  [
    'domains in another order and case',
    stackOf(domains('d', ['a.example', '*.B.example'])),
    withExceptions(entries(['*.b.example', 'A.EXAMPLE'])),
    ['as_wanted exception domains: a.example, *.B.example'],
  ],
  [
    'two entries of the code in one of the tenant',
    stackOf(domains('d', ['a.example']), domains('e', ['b.example'])),
    withExceptions(entries(['a.example', 'b.example'])),
    ['as_wanted exception domains: a.example', 'as_wanted exception domains: b.example'],
  ],
  [
    'one entry of the code in two of the tenant',
    stackOf(domains('d', ['a.example', 'b.example'])),
    withExceptions(entries(['a.example'], ['b.example'])),
    ['as_wanted exception domains: a.example, b.example'],
  ],
  [
    'merged with what is not in the code',
    stackOf(domains('d', ['a.example']), domains('e', ['b.example'])),
    withExceptions(entries(['a.example', 'b.example', 'c.example'])),
    [
      'differs exception domains: a.example domains: a.example, b.example, c.example → a.example',
      'as_wanted exception domains: b.example',
    ],
  ],
  [
    'a domain less',
    stackOf(domains('d', ['a.example', 'b.example'])),
    withExceptions(entries(['a.example'])),
    ['differs exception domains: a.example, b.example domains: a.example → a.example, b.example'],
  ],
  [
    'no domain alike',
    stackOf(domains('d', ['a.example'])),
    withExceptions(entries(['b.example'])),
    ['missing exception domains: a.example', 'not_in_code exception domains: b.example'],
  ],
  [
    'the same entry twice',
    stackOf(domains('d', ['a.example'])),
    withExceptions(entries(['a.example'], ['a.example'])),
    ['as_wanted exception domains: a.example'],
  ],
  [
    'countries by name',
    stackOf(['source_country_exception', 'x', { configuration_id: '0', countries: ['DE', 'FR'] }]),
    withExceptions(group2('countries', 'France', 'Germany')),
    ['as_wanted exception source countries: DE, FR'],
  ],
  [
    'a country without a code',
    stackOf(['source_country_exception', 'x', { configuration_id: '0', countries: ['DE'] }]),
    withExceptions(group2('countries', 'Germany', 'Atlantis')),
    ['as_wanted exception source countries: DE'],
  ],
  [
    'categories that are not shown',
    stackOf(['category_exception', 'x', { configuration_id: '0', categories: ['Health'] }]),
    withExceptions({ categories: undefined }),
    ['missing exception categories: Health'],
  ],
  [
    'a list that is cut off',
    stackOf(domains('d', ['a.example'])),
    withExceptions({ domains: { data: [], count: 1 } }),
    ['not_observed exception domains: a.example'],
  ],
  [
    'ports and DNS',
    stackOf(DEFAULT, port(5222, ['a.example']), [
      'dns_exception',
      'x',
      { configuration_id: '0', questions: [{ domain: 'a.example', record_type: 'A' }] },
    ]),
    tenantOf(),
    ['not_observed port_entry port 5222 of a.example', 'not_observed exception DNS: a.example'],
  ],
  [
    'a source location',
    stackOf(['source_location_exception', 'x', { configuration_id: '0', network_locations: ['HQ'] }]),
    withExceptions(netlocs('src_netloc', 'HQ')),
    ['as_wanted exception source locations: HQ'],
  ],
];

test.each(CASES)('%s', (_, stack, tenant, expected) => {
  const diff = diffOf(wantedOf(stack), tenant);
  expect(lines(diff)).toEqual(expected);
  expect(diff.differs).toBe(expected.some((one) => /^(differs|missing|not_in_code)/.test(one)));
});
