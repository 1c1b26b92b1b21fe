import {
  checkInvariant,
  compare,
  decide,
  known,
  names as namesOf,
  type Destination,
  type Model,
  type PinnedAction,
  type TrafficChange,
} from '../../../steering';
import { article, everybody } from '../rules/stacks';
import { modelOf, type Stack } from '../rules/stack';

function changed(make: () => Stack, change: (stack: Stack) => void): Model {
  const stack = make();
  change(stack);
  return modelOf(stack);
}

const bare = (): Model =>
  changed(article, (stack) => {
    stack.apps = {};
    stack.exceptions = {};
    stack.ports = [];
  });

const sentence = ({ before, after, region, causes }: TrafficChange): string =>
  [
    `${before.possible.join(' or ')} -> ${after.possible.join(' or ')}`,
    region.platforms?.length === 1 ? region.platforms[0] : 'platforms',
    region.processes?.map(({ text }) => text).join(' ') ?? 'every process',
    (region.destinations ?? [{}]).map(destination).join(' and '),
    region.transport ?? 'any',
    `by ${causes.map(({ key }) => key).join(' ')}`,
  ].join(', ');

const destination = ({ hosts, ports, causes = [] }: Destination): string =>
  [
    hosts?.map(({ kind, text }) => (kind === 'names' ? 'every name' : text)).join(' ') ?? 'every host',
    ports?.map(({ from, to }) => (from === to ? from : `${from}-${to}`)).join(' ') ?? 'every port',
    ...causes.map(({ key }) => `with ${key}`),
  ].join(', ');

describe('compare', () => {
  test('tells what the article does, in eight lines', () => {
    const { changes, complete } = compare(bare(), modelOf(article()));
    expect(complete).toBe(true);
    expect(changes.filter(({ region }) => region.transport === 'tcp').map(sentence)).toEqual([
      'direct -> block, windows, WhatsApp.exe WhatsAppDesktop.exe, whatsapp.com whatsapp.net, 5222, with port-0, tcp, by whatsapp noWhatsapp',
      'steer -> block, windows, WhatsApp.exe WhatsAppDesktop.exe, every name, 80 443, tcp, by whatsapp noWhatsapp',
      'direct -> steer, platforms, every process, whatsapp.com whatsapp.net, 5222, tcp, by port-0',
      'direct -> steer, windows, another-process.exe, whatsapp.com whatsapp.net, 5222, tcp, by port-0',
    ]);
    expect(changes).toHaveLength(8);
  });

  test('names every pattern that changes something, and whose it is, though patterns bring about the same', () => {
    const before = bare();
    const {
      apps: [app],
      exceptions: [exception],
      ...rest
    } = modelOf(article());
    const names = ['Box', 'Zulip', 'Foo'];
    const after: Model = {
      ...rest,
      ports: [],
      apps: names.map((name) => {
        const patterns = [`(?i)^${name}$`, `(?i)^my${name}.*$`];
        const windows = known({ match: known('regex' as const), processes: namesOf(...patterns), domains: namesOf() });
        return { ...app!, key: name, platforms: { windows } };
      }),
      exceptions: names.map((name) => ({
        ...exception!,
        key: `no${name}`,
        data: { ...exception!.data, app: known(name) } as Model['exceptions'][number]['data'],
      })),
    };
    const tcp = compare(before, after).changes.filter(({ region }) => region.transport === 'tcp');
    expect(
      tcp.map(({ region, causes }) => [region.processes?.map(({ text }) => text), causes.map(({ key }) => key)]),
    ).toEqual(
      names.sort().map((name) => [
        [`(?i)^${name}$`, `(?i)^my${name}.*$`],
        [name, `no${name}`],
      ]),
    );
  });

  test('finds nothing between a tenant and itself, written in another order', () => {
    const { apps, exceptions, ...rest } = modelOf(everybody());
    const other = { ...rest, apps: [...apps].reverse(), exceptions: [...exceptions].reverse() };
    const comparison = compare(modelOf(everybody()), other);
    expect(comparison.changes).toEqual([]);
    expect(comparison.changedClasses).toBe(0);
    expect(comparison.classes).toBeGreaterThan(10);
  });

  test('says the same twice, whatever the order in which the models are written', () => {
    const after = modelOf(article());
    const shuffled = { ...after, exceptions: [...after.exceptions].reverse(), ports: [...after.ports].reverse() };
    expect(compare(bare(), shuffled).changes).toEqual(compare(bare(), after).changes);
  });

  test('tells under which readings a change holds where the mode is not known', () => {
    const open = (stack: Stack) => void (stack.configurations['default']!.mode = undefined);
    const before = changed(article, (stack) => {
      open(stack);
      stack.exceptions = {};
    });
    const [line] = compare(before, changed(article, open), { platforms: ['windows'] }).changes;
    expect(line?.readings?.map(({ mode, after }) => [mode, after.outcome])).toEqual([
      ['cloud_apps', 'unknown'],
      ['all', 'block'],
    ]);
  });

  test('draws rough lines around a change of nearly everything', () => {
    const { changes } = compare(
      modelOf(everybody()),
      changed(everybody, (stack) => void (stack.configurations['default']!.mode = 'none')),
    );
    expect(changes.length).toBeLessThan(40);
    for (const { witness, before } of changes) {
      expect(decide(modelOf(everybody()), witness).possible).toEqual(before.possible);
    }
  });
});

describe('hostile patterns', () => {
  const hostile = (...processes: string[]): Model => {
    const { apps, ...rest } = modelOf(article());
    const [app] = apps;
    const windows = known({ match: known('regex' as const), processes: namesOf(...processes), domains: namesOf() });
    return { ...rest, apps: [{ ...app!, platforms: { windows } }] };
  };

  test('cost nothing, neither in a decision nor in a comparison', () => {
    const after = hostile('^(a+)+$', '(a|aa)+$', '(.*a){12}b', '(x+x+)+y');
    const flow = { platform: 'windows', process: `${'a'.repeat(5_000)}!`, host: 'whatsapp.net', port: 443 } as const;
    const begun = process.cpuUsage();
    expect(decide(after, flow).outcome).toBe('steer');
    expect(compare(hostile('^b$'), after, { platforms: ['windows'] }).changes).not.toEqual([]);
    // A backtracking engine needs longer than the universe is old.
    expect(process.cpuUsage(begun).user).toBeLessThan(20_000_000);
  });
});

describe('an invariant', () => {
  const blocked = modelOf(article());
  const contending = (first: PinnedAction, second: PinnedAction) =>
    changed(article, ({ exceptions }) => {
      exceptions['first'] = { in: 'default', app: 'whatsapp', windows: first };
      exceptions['second'] = { in: 'default', app: 'whatsapp', windows: second };
      delete exceptions['noWhatsapp'];
    });

  test.each([
    ['slack is never blocked', blocked, { never: 'block', processes: ['slack.exe'] }, true],
    ['WhatsApp is never blocked', blocked, { never: 'block', processes: ['whatsapp.EXE'] }, 'certainly'],
    [
      'WhatsApp is never blocked on a Mac',
      blocked,
      { never: 'block', processes: ['WhatsApp.exe'], platforms: ['mac_os'] },
      true,
    ],
    ['nothing is blocked', blocked, { never: 'block' }, 'certainly'],
    ['nothing is bypassed', blocked, { never: 'bypass' }, true],
    [
      'nothing is newly bypassed',
      { models: { before: bare(), after: blocked } },
      { never: 'bypass', newly: true },
      true,
    ],
    [
      'nothing is newly blocked',
      { models: { before: bare(), after: blocked } },
      { never: 'block', newly: true },
      'certainly',
    ],
    [
      'nothing is newly blocked, where two exceptions that contend swap what they do',
      { models: { before: contending('block', 'bypass_direct'), after: contending('bypass_direct', 'block') } },
      { never: 'block', newly: true },
      'perhaps',
    ],
    [
      'nothing is newly blocked, where two exceptions contend as before',
      { models: { before: contending('block', 'bypass_direct'), after: contending('block', 'bypass_direct') } },
      { never: 'block', newly: true },
      true,
    ],
    ['nothing is newly blocked on a model alone', blocked, { never: 'block', newly: true }, true],
    [
      'a pattern matches it in one of its cases',
      changed(everybody, (stack) => void delete stack.exceptions['updates']),
      { never: 'bypass', processes: ['payrollagent.exe'], platforms: ['windows'] },
      'certainly',
    ],
    [
      'nobody knows what cloud apps mode steers',
      changed(article, (stack) => void (stack.configurations['default']!.mode = 'cloud_apps')),
      { never: 'block' },
      'perhaps',
    ],
  ] as const)('%s', (_, model, claim, expected) => {
    const result = checkInvariant(model, claim);
    expect(result.holds ? true : result.fails).toBe(expected);
    if (result.holds || result.counterexample === undefined) return;
    const after = 'models' in model ? model.models.after : model;
    const { possible } = decide(after, result.counterexample);
    expect(possible.some((fate) => fate.startsWith(claim.never))).toBe(true);
  });
});
