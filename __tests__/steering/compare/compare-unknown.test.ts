/** Kinds of what is not known on both sides of a change, each changed and each as it was. */
import {
  compare,
  known,
  names,
  notKnown,
  type Configuration,
  type ExceptionData,
  type Model,
  type PinnedAction,
  type SteeringException,
} from '../../../steering';
import { article } from '../rules/stacks';
import { modelOf } from '../rules/stack';

const BASE = modelOf(article());
const DEFAULT = BASE.configurations[0]!;

interface Change {
  readonly data?: ExceptionData;
  readonly id?: string;
  readonly more?: Partial<SteeringException>;
}

function exception(key: string, { data, id, more }: Change = {}): SteeringException {
  return {
    key,
    origin: id === undefined ? {} : { id },
    configuration: known(DEFAULT.key),
    location: known(null),
    notes: known(null),
    data: data ?? pinned('block'),
    ...more,
  };
}

function pinned(action: PinnedAction, ...domains: string[]): ExceptionData {
  const customAppDomains = names(...(domains.length === 0 ? ['*'] : domains));
  return {
    type: 'certificate_pinned_app',
    app: known('whatsapp'),
    customAppDomains,
    platforms: { windows: known(action) },
  };
}

const domains = (...items: string[]): ExceptionData => ({ type: 'domains', names: names(...items) });
const dns = (...items: string[]): ExceptionData => ({ type: 'dns', names: names(...items) });
const category = (name: string): ExceptionData => ({ type: 'category', names: names(name) });
const application = (...items: string[]): ExceptionData => ({
  type: 'application',
  names: names(...items),
  action: known('bypass'),
});

const withExceptions = (...exceptions: readonly SteeringException[]): Model => ({ ...BASE, exceptions });
const withDefault = (change: Partial<Configuration>, ...exceptions: readonly SteeringException[]): Model => ({
  ...withExceptions(...exceptions),
  configurations: [{ ...DEFAULT, ...change }],
});
const group = (key: string, change: Partial<Configuration>): Configuration => ({
  ...DEFAULT,
  key,
  name: known(key),
  isDefault: false,
  priority: known(1),
  userGroups: names('staff'),
  ...change,
});
const withGroups = (...configurations: readonly Configuration[]): Model => ({
  ...withExceptions(),
  configurations: configurations.some(({ isDefault }) => isDefault) ? configurations : [...configurations, DEFAULT],
});
const withPattern = (pattern: string): Model => {
  const windows = known({ match: known('regex' as const), processes: names(pattern), domains: names() });
  return { ...withExceptions(exception('e')), apps: [{ ...BASE.apps[0]!, platforms: { windows } }] };
};
const withApps = (...apps: readonly string[]): Model => withExceptions(...apps.map((key) => exception(key, APPS[key])));
const APPS: Readonly<Record<string, Change>> = {
  one: { data: domains('*.a.example') },
  other: { data: domains('*.b.example') },
};

const block = { data: pinned('block') };
const bypass = { data: pinned('bypass_direct') };
const reads = (action: PinnedAction) => ({ data: pinned(action) });

const STEERS_DNS = { trafficMode: known('all' as const), steerDns: known(true) };
const CLOUD_APPS = { trafficMode: known('cloud_apps' as const) };

const CHANGES: readonly (readonly [what: string, before: Model, after: Model])[] = [
  [
    'two actions that are swapped',
    withExceptions(exception('e', block), exception('e2', bypass)),
    withExceptions(exception('e', bypass), exception('e2', block)),
  ],
  [
    'an exception that comes in the place of another',
    withExceptions(exception('e', block), exception('e2', bypass)),
    withExceptions(exception('e', block), exception('e3', bypass)),
  ],
  [
    'an exception that is replaced by one with the same name',
    withExceptions(exception('e', { ...block, id: '0/1' }), exception('e2', { ...bypass, id: '0/2' })),
    withExceptions(exception('e', block), exception('e2', { ...bypass, id: '0/2' })),
  ],
  [
    'one more block beside a block and a bypass',
    withExceptions(exception('e', block), exception('e2', bypass)),
    withExceptions(exception('e', block), exception('e2', bypass), exception('e3', block)),
  ],
  [
    'ways of two bypasses that are swapped',
    withExceptions(exception('e', reads('bypass_tunnel')), exception('e2', bypass)),
    withExceptions(exception('e', bypass), exception('e2', reads('bypass_tunnel'))),
  ],
  [
    'domains that move from a block’s rival to another',
    withExceptions(
      exception('e', block),
      exception('one', { data: domains('a.example') }),
      exception('other', { data: domains('b.example') }),
    ),
    withExceptions(
      exception('e', block),
      exception('one', { data: domains('b.example') }),
      exception('other', { data: domains('a.example') }),
    ),
  ],
  [
    'applications that move from a block’s rival to another',
    withExceptions(
      exception('e', block),
      exception('one', { data: application('Box') }),
      exception('other', { data: application('Miro') }),
    ),
    withExceptions(
      exception('e', block),
      exception('one', { data: application('Miro') }),
      exception('other', { data: application('Box') }),
    ),
  ],
  [
    'the names of DNS exceptions',
    withDefault(STEERS_DNS, exception('d', { data: dns('a.example') })),
    withDefault(STEERS_DNS, exception('d', { data: dns('b.example') })),
  ],
  [
    'the side of an exception where there are no sides',
    withExceptions(exception('e', { ...bypass, more: { location: known('on_premises') } })),
    withExceptions(exception('e', { ...bypass, more: { location: known('off_premises') } })),
  ],
  ['a pattern that nobody can prove', withPattern('a(?!b)'), withPattern('c(?!d)')],
  ['a pattern that no engine compiles', withPattern('(a'), withPattern('(b')],
  ['a pattern that no engine compiles, which is mended', withPattern('a(?!b'), withPattern('a(?!b)')],
  [
    'settings of two configurations in an order that is not known',
    withGroups(group('a', { trafficMode: known('web') }), group('b', { trafficMode: known('none') })),
    withGroups(group('a', { trafficMode: known('none') }), group('b', { trafficMode: known('web') })),
  ],
  [
    'the order of two configurations that may not be there',
    withGroups(
      group('a', { doubt: 'who knows', priority: known(1), trafficMode: known('web') }),
      group('b', { doubt: 'nobody', priority: known(2), trafficMode: known('none') }),
    ),
    withGroups(
      group('a', { doubt: 'who knows', priority: known(2), trafficMode: known('web') }),
      group('b', { doubt: 'nobody', priority: known(1), trafficMode: known('none') }),
    ),
  ],
  [
    'groups that are not known, of which others become known',
    withGroups(group('a', { trafficMode: known('none'), userGroups: { items: [], open: 'it is one thing' } })),
    withGroups(
      group('a', { trafficMode: known('none'), userGroups: { items: [], open: 'it is only known after apply' } }),
    ),
  ],
  [
    'the configuration whose cloud apps are not known',
    withDefault(CLOUD_APPS),
    withGroups({ ...DEFAULT, ...CLOUD_APPS }, group('a', { ...CLOUD_APPS, userGroups: names() })),
  ],
  [
    'private apps of which nobody knows the addresses',
    withDefault({ steerPrivateApps: known('specific'), privateApps: names('one') }),
    withDefault({ steerPrivateApps: known('specific'), privateApps: names('other') }),
  ],
  [
    'where an unknown setting becomes an unknown setting for another reason',
    withDefault({ trafficMode: notKnown('nobody knows', ['web', 'none']) }),
    withDefault({ trafficMode: notKnown('it is only known after apply', ['web', 'none']) }),
  ],
];

const SAME: readonly (readonly [what: string, before: Model, after: Model])[] = [
  [
    'other notes and another order',
    withExceptions(exception('e', block), exception('e2', bypass)),
    withExceptions(exception('e2', { ...bypass, more: { notes: known('x') } }), exception('e', block)),
  ],
  [
    'another address of an exception that is the same on the tenant',
    withExceptions(exception('e', { ...block, id: '0/1' }), exception('e2', { ...bypass, id: '0/2' })),
    withExceptions(exception('moved', { ...block, id: '0/1' }), exception('e2', { ...bypass, id: '0/2' })),
  ],
  [
    'a bypass without a mode that comes in the place of another',
    withExceptions(exception('e', { data: pinned('bypass') })),
    withExceptions(exception('e3', { data: pinned('bypass') })),
  ],
  [
    'a category exception that comes in the place of another',
    withExceptions(exception('e', { data: category('Games') })),
    withExceptions(exception('e3', { data: category('Games') })),
  ],
  [
    'wildcards that come in the place of others',
    withApps('one', 'other'),
    withExceptions(exception('new', APPS['one']), exception('newer', APPS['other'])),
  ],
  [
    'a block beside a block that contends with a bypass on other hosts only',
    withExceptions(exception('e', block)),
    withExceptions(exception('e', block), exception('e2', { data: pinned('block', 'a.example') })),
  ],
  ['a pattern that nobody can prove', withPattern('a(?!b)'), withPattern('a(?!b)')],
  ['a pattern that no engine compiles', withPattern('(a'), withPattern('(a')],
  [
    'two configurations in an order that is not known, of which one is renamed',
    withGroups(group('a', { trafficMode: known('web') }), group('b', { trafficMode: known('none') })),
    withGroups(group('a', { trafficMode: known('web'), name: known('A') }), group('b', { trafficMode: known('none') })),
  ],
  [
    'settings of the tenant that are not known for another reason than before',
    withDefault({ trafficMode: notKnown('it was not read'), privateApps: { items: [], open: 'it was not read' } }),
    withDefault({ trafficMode: notKnown('it is not written'), privateApps: { items: [], open: 'it is not written' } }),
  ],
  [
    'a mode that is not known',
    withDefault({ trafficMode: notKnown('nobody knows') }, exception('e', block)),
    withDefault({ trafficMode: notKnown('nobody knows') }, exception('e', block)),
  ],
];

test.each(CHANGES)('perhaps changes traffic: %s', (_, before, after) => {
  const { changes } = compare(before, after, { platforms: ['windows'] });
  expect(changes).not.toEqual([]);
  expect(changes.every(({ causes }) => causes.length > 0)).toBe(true);
  const open = changes.filter((line) => line.before.possible.join() === line.after.possible.join());
  expect(open).not.toEqual([]);
  expect(open.every(({ turns }) => turns.length > 0)).toBe(true);
});

test.each(SAME)('does not change traffic: %s', (_, before, after) => {
  const comparison = compare(before, after, { platforms: ['windows'] });
  expect(comparison.changes).toEqual([]);
  expect(comparison.changedClasses).toBe(0);
});

test('one more block can only take away, whatever the order', () => {
  const [, before, after] = CHANGES[3]!;
  const turns = compare(before, after, { platforms: ['windows'] }).changes.flatMap((line) => line.turns);
  expect(new Set(turns.map(({ after: fate }) => fate))).toEqual(new Set(['block']));
});
