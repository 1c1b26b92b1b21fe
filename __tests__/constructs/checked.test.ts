/**
 * Every value of a wrong kind, at every depth of what every public call takes, is refused with the construct's path.
 * The shapes say which places there are; which values are wrong in them is said here once more, by itself.
 */
import { inspect } from 'node:util';
import { Fn, Testing, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import * as constructs from '../../constructs';
import * as testing from '../../constructs/testing';
import { CALLS, SHAPES, type CallName } from '../../constructs/gen/shapes';
import type { Kind, Place } from '../../constructs/plumbing/shape';

const { NativeApps, SteeringConfiguration } = constructs;

type Given = readonly unknown[];
type Values = Readonly<Record<string, unknown>>;

const newStack = (): TerraformStack => new TerraformStack(Testing.app(), 'tenant');

function sales(stack: TerraformStack): constructs.ISteeringConfiguration {
  const known = stack.node.tryFindChild('Sales') as constructs.ISteeringConfiguration | undefined;
  return known ?? SteeringConfiguration.fromId(stack, 'Sales', '7');
}

const FLOW = { platform: 'windows', process: 'X.exe', host: 'x.example', port: 443 } as const;
const TENANTS = '{"tenants":[{"name":"a","block":[{"app":"Signal","platforms":["windows"]}]}]}';
const PLACES = { networkLocations: ['X'] };
const BLOCK = { app: { appId: '5' }, windows: 'block' };

/** The valid arguments of each call, after the scope. The configuration that a construct belongs to is added. */
const VALID: Readonly<Record<string, Given>> = {
  ApplicationBypass: ['It', { applications: ['X'] }],
  BlockNativeApp: ['It', { app: NativeApps.WHATSAPP, platforms: ['windows'] }],
  BypassNativeApp: ['It', { app: NativeApps.WHATSAPP, platforms: ['windows'] }],
  CategoryBypass: ['It', { categories: ['X'] }],
  CertificatePinnedApp: ['It', { name: 'X', windows: { processes: ['X.exe'] } }],
  'CertificatePinnedApp.fromAppId': ['5'],
  'CertificatePinnedApp.fromId': ['It', '5', {}],
  'CertificatePinnedApp.fromName': ['It', 'X', {}],
  DestinationLocationBypass: ['It', PLACES],
  DnsBypass: ['It', { questions: [{ domain: 'x.example' }] }],
  DomainBypass: ['It', { domains: ['x.example'] }],
  'FlowExpectation.toBe': ['steer'],
  'Guardrails.suppress': ['steer-dns', 'why'],
  'NativeApps.ofKind': ['messenger', { except: [NativeApps.SIGNAL] }],
  NetskopeSteeringProvider: ['It', { serverUrl: 'https://x.example' }],
  'NonStandardPort.steer': [{ domains: ['x.example'] }],
  RolloutCheckpoint: ['It', {}],
  SourceCountryBypass: ['It', { countries: ['DE'] }],
  SourceLocationBypass: ['It', PLACES],
  SteeringConfiguration: ['It', { name: 'It' }],
  'SteeringConfiguration.addException': ['It', BLOCK],
  'SteeringConfiguration.addNonStandardPort': [5222, { domains: ['x.example'] }],
  'SteeringConfiguration.adoptDefault': ['It', {}],
  'SteeringConfiguration.blockApp': ['It', { app: NativeApps.WHATSAPP, platforms: ['windows'] }],
  'SteeringConfiguration.blockApps': [{ apps: [NativeApps.WHATSAPP], platforms: ['windows'] }],
  'SteeringConfiguration.bypassApp': ['It', { app: NativeApps.WHATSAPP, platforms: ['windows'] }],
  'SteeringConfiguration.bypassApplications': ['It', { applications: ['X'] }],
  'SteeringConfiguration.bypassCategories': ['It', { categories: ['X'] }],
  'SteeringConfiguration.bypassDestinationLocations': ['It', PLACES],
  'SteeringConfiguration.bypassDns': ['It', { questions: [{ domain: 'x.example' }] }],
  'SteeringConfiguration.bypassDomains': ['It', { domains: ['x.example'] }],
  'SteeringConfiguration.bypassSourceCountries': ['It', { countries: ['DE'] }],
  'SteeringConfiguration.bypassSourceLocations': ['It', PLACES],
  'SteeringConfiguration.fromId': ['It', '7', {}],
  'SteeringConfiguration.fromName': ['It', 'X', {}],
  SteeringException: ['It', BLOCK],
  TrafficDecision: ['It', { flow: FLOW, expect: 'steer' }],
  TrafficInvariant: ['It', { never: 'block' }],
  TrafficTest: ['It', { flow: FLOW, expect: 'steer' }],
  expectFlow: [FLOW, {}],
  keepState: [{ type: 's3', bucket: 'x' }],
  parsePorts: ['443'],
  parseTenants: [TENANTS, 'tenants.json'],
  processMatches: ['exact', 'X.exe', 'x'],
};

/** The objects whose methods are called, by the names of their classes. */
const OBJECTS: Readonly<Record<string, (stack: TerraformStack) => object>> = {
  SteeringConfiguration: sales,
  NonStandardPort: (stack) => sales(stack).addNonStandardPort(5222),
  FlowExpectation: (stack) => {
    SteeringConfiguration.adoptDefault(stack, 'D', { expectTrafficMode: constructs.TrafficMode.WEB });
    const expectation = testing.expectFlow(stack, FLOW);
    expectation.toBe('steer');
    return expectation;
  },
};

/**
 * The calls that are no user's (cdktf visits constructs, configurations make ports, and errors are only thrown), that
 * end the process of their caller, or that read a file. The group of configurations is tried by itself.
 */
const NOT_OURS: readonly string[] = [
  'Guardrails.visit',
  'NonStandardPort',
  'SteeringConfiguration.group',
  'TenantsError',
  'explainMistakes',
  'readTenants',
];
const NAMES = (Object.keys(CALLS) as CallName[]).filter((name) => !NOT_OURS.includes(name));

/** Makes a call ready: its valid arguments, and a function that calls with others. */
function prepare(name: CallName, stack = newStack()) {
  const valid = VALID[name];
  if (valid === undefined)
    throw new Error(`No valid call of ${name} is written down here, so its wrong values were not tried.`);
  const { takes, scope: wanted } = CALLS[name];
  const [owner = '', method = ''] = name.split('.');
  const all = { ...constructs, ...testing } as unknown as Record<string, Record<string, (...args: Given) => unknown>>;
  if (name === 'expectFlow') OBJECTS['FlowExpectation']!(stack);
  const object = wanted === 'object' ? OBJECTS[owner]!(stack) : undefined;
  const call = (args: Given, scope: unknown = stack): unknown => {
    if (object !== undefined) return (object as (typeof all)[string])[method]!(...args);
    const given = wanted === undefined ? args : [scope, ...args];
    if (method !== '') return all[owner]![method]!(...given);
    if (name === 'expectFlow') return testing.expectFlow(...(given as [never, never])).toBe('steer');
    if (/^[a-z]/.test(owner)) return (all as unknown as Callable)[owner]!(...given);
    return new (all[owner] as unknown as new (...args: Given) => unknown)(...given);
  };
  const configured = valid.map((one, index) => {
    const { kind } = takes[index]!;
    const place = typeof kind === 'object' && 'object' in kind ? SHAPES[kind.object]!['configuration'] : undefined;
    return place === undefined || place.optional ? one : { ...(one as Values), configuration: sales(stack) };
  });
  const at = object === undefined ? stack : object;
  const path = Construct.isConstruct(at) ? at.node.path : stack.node.path;
  return { valid: configured, call, around: wanted === undefined ? name : path };
}

type Callable = Readonly<Record<string, (...args: Given) => unknown>>;

class SomeClass {}
const ODD = [null, 5, NaN, true, ['x'], { x: 1 }, () => 'x', SomeClass, Promise.resolve('x'), Symbol('x'), new Map()];
const TOKEN = () => Fn.conditional(true, 'a', 'b') as unknown;

/** A value of a kind, for a property that the base leaves out. */
function sample(kind: Kind, stack: TerraformStack): unknown {
  if (typeof kind === 'string')
    return { text: 'x', number: 443, truth: true, id: 'It', method: () => 0, anything: 0 }[kind];
  if ('list' in kind) return [sample(kind.list, stack)];
  if ('words' in kind) return kind.words[0];
  if ('orToken' in kind) return sample(kind.orToken, stack);
  if ('orNull' in kind) return sample(kind.orNull, stack);
  if ('either' in kind) return sample(kind.either[0]!, stack);
  if ('object' in kind) {
    const demanded = Object.entries(SHAPES[kind.object]!).filter(([, { optional }]) => optional !== true);
    return Object.fromEntries(demanded.map(([key, place]) => [key, sample(place.kind, stack)]));
  }
  return REFERENCES[kind.reference]?.(stack) ?? sample({ object: kind.reference }, stack);
}

/** What is given for constructs that somebody made before. */
const REFERENCES: Readonly<Record<string, (stack: TerraformStack) => unknown>> = {
  ISteeringConfiguration: sales,
  IConstruct: (stack) => stack,
  ITerraformDependable: () => ({ fqn: 'x.y' }),
  TerraformProvider: (stack) =>
    stack.node.tryFindChild('netskope') ?? new constructs.NetskopeSteeringProvider(stack, 'netskope', {}),
};

type Wrong = readonly [path: string, value: unknown];

/** All values that are wrong in one way, somewhere in a place that takes a kind. */
function* wrongs({ kind, literal }: Place, valid: unknown, stack: TerraformStack, path: string): Generator<Wrong> {
  const each = function* (values: Given): Generator<Wrong> {
    for (const value of values) yield [path, value];
  };
  if (literal !== undefined) yield* each([Fn.lower('X'), TOKEN(), [Fn.lower('X')]]);
  if (kind === 'method' || kind === 'anything') return;
  if (kind === 'text') yield* each(ODD);
  else if (kind === 'id') yield* each([...ODD, undefined, '', ' ', Fn.lower('X')]);
  else if (kind === 'number') yield* each([...ODD.filter((one) => one !== 5), '443', Infinity, [443]]);
  else if (kind === 'truth') yield* each([...ODD.filter((one) => one !== true), 'true', 0, TOKEN()]);
  else if ('orNull' in kind) {
    for (const wrong of wrongs({ kind: kind.orNull }, valid, stack, path)) if (wrong[1] !== null) yield wrong;
  } else if ('orToken' in kind) {
    for (const wrong of wrongs({ kind: kind.orToken }, valid, stack, path)) if (!isResolvable(wrong[1])) yield wrong;
  } else if ('words' in kind) {
    const cased = kind.words.map((word) =>
      String(word) === String(word).toUpperCase() ? String(word).toLowerCase() : String(word).toUpperCase(),
    );
    yield* each([...ODD, '', 'nothing known', ...cased].filter((one) => !kind.words.includes(one as string)));
  } else if ('list' in kind) {
    const first = (valid as Given | undefined)?.[0] ?? sample(kind.list, stack);
    yield* each(['x', '', 5, null, true, { 0: first, length: 1 }]);
    yield* each([new Set([first]), () => [first], Promise.resolve([first])]);
    yield [`${path}[1]`, [first, undefined]];
    for (const [at, value] of wrongs({ kind: kind.list }, first, stack, `${path}[0]`)) yield [at, [value, first]];
  } else if ('either' in kind) {
    yield* each([null, 5, true, () => 0, Promise.resolve({})]);
    for (const one of kind.either) {
      if (typeof one !== 'object' || !('object' in one)) continue;
      const whole = sample(one, stack) as Values;
      for (const wrong of wrongsInside(one.object, whole, stack, path)) yield wrong;
    }
  } else {
    yield* each([null, 'x', '', 5, true, [], () => 0, SomeClass, Promise.resolve({}), new Map(), new Date(), TOKEN()]);
    const name = 'object' in kind ? kind.object : kind.reference;
    if (
      'reference' in kind &&
      Object.values(SHAPES[name]!).some((one) => ['method', 'anything'].includes(one.kind as string))
    ) {
      return void (yield* each([{}]));
    }
    yield* wrongsInside(name, (valid ?? sample(kind, stack)) as Values, stack, path);
  }
}

function* wrongsInside(name: string, valid: Values, stack: TerraformStack, path: string): Generator<Wrong> {
  const at = (key: string) => (path === '' ? key : `${path}.${key}`);
  if (Object.getPrototypeOf(valid) !== Object.prototype) return;
  yield [at('nonsense'), { ...valid, nonsense: 1 }];
  yield [at('nonsense'), { ...valid, nonsense: undefined }];
  for (const [key, place] of Object.entries(SHAPES[name]!)) {
    if (place.optional !== true) {
      const { [key]: _, ...others } = valid;
      yield [at(key), others];
      yield [at(key), { ...valid, [key]: undefined }];
    }
    for (const [where, value] of wrongs(place, valid[key], stack, at(key))) yield [where, { ...valid, [key]: value }];
  }
}

const isResolvable = (value: unknown) =>
  typeof (value as { resolve?: unknown } | null)?.resolve === 'function' && !(value instanceof Promise);

/** Calls, and says what is wrong with how that was refused; undefined where nothing is. */
function complaint(call: () => unknown, prefix: string, names: string): string | undefined {
  try {
    call();
    return 'was taken';
  } catch (error) {
    const { message, constructor } = error as Error;
    if (constructor.name === 'Refusal' && message.startsWith(prefix) && message.includes(names)) return undefined;
    return `${constructor.name}: ${message}`;
  }
}

describe.each(NAMES)('%s', (name) => {
  const { takes, scope: wanted } = CALLS[name];

  it('refuses every wrong value with the path of the construct, and takes a valid one', () => {
    const stack = newStack();
    const { valid, call, around } = prepare(name, stack);
    const hasId = takes.some(({ kind }) => kind === 'id');
    const failures: string[] = [];
    let tried = 0;
    takes.forEach((place, index) => {
      const isId = place.kind === 'id';
      const prefix = hasId && !isId ? `${around}/It: ` : `${around}: `;
      const attempt = (args: Given, names: string) => {
        tried += 1;
        const wrong = complaint(() => call(args), prefix, isId ? 'the id' : names);
        if (wrong !== undefined) failures.push(`${names} in ${inspect(args).slice(0, 90)}: ${wrong}`);
      };
      const shown = ['props', 'options', 'config'].includes(place.name) ? '' : place.name;
      for (const [path, value] of wrongs(place, valid[index], stack, shown)) {
        attempt(
          valid.map((one, at) => (at === index ? value : one)),
          path,
        );
      }
      if (place.optional !== true) attempt(valid.slice(0, index), `"${place.name}"`);
    });
    expect(failures).toEqual([]);
    expect(tried).toBeGreaterThan(5);
    // Nothing of what was refused is left: the same scope and the same id are free.
    call(valid);
  });

  it('takes optional properties that are undefined', () => {
    const { valid, call } = prepare(name);
    const given = valid.map((one, index) => {
      const { kind } = takes[index]!;
      if (typeof kind !== 'object' || !('object' in kind)) return one;
      const optional = Object.entries(SHAPES[kind.object]!).filter(([, place]) => place.optional === true);
      return { ...Object.fromEntries(optional.map(([key]) => [key, undefined])), ...(one as Values) };
    });
    call(given);
  });

  if (wanted === 'construct' || wanted === 'stack') {
    it('refuses what is no scope', () => {
      const { valid, call } = prepare(name);
      const scopes = [null, 'tenant', {}, TerraformStack, Testing.app(), Promise.resolve(newStack())];
      const taken = scopes.map((scope) => complaint(() => call(valid, scope), `${name}: `, name));
      expect(taken).toEqual(taken.map(() => undefined));
    });
  }
});
