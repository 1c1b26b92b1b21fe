/** Small models in which much contends, and flows that meet it: nothing is open in them but orders that nobody published. */
import {
  known,
  names,
  type Configuration,
  type ExceptionData,
  type Model,
  type NonStandardPort,
  type PinnedApp,
  type SteeringException,
  type WholeFlow,
} from '../../../../steering';
import type { Dice } from '../../random/dice';

const APPS: Readonly<Record<string, readonly string[]>> = { chat: ['Chat.exe'], both: ['Chat.exe', 'Drive.exe'] };
const PROCESSES = ['Chat.exe', 'Drive.exe', 'other.exe'];
const HOSTS = ['example.com', 'a.example.com', 'example.org'];
const APPLICATIONS = ['Box', 'Miro'];
const GROUPS = ['staff', 'guests'];
const TYPES = ['certificate_pinned_app', 'domains', 'application', 'source_location'] as const;
type Type = (typeof TYPES)[number];
const ACTIONS = [
  'block',
  'block',
  'bypass_direct',
  'bypass_tunnel',
  'bypass_managed_direct',
  'bypass_managed_tunnel',
  'steer_and_decrypt',
] as const;
const CLASSIFICATIONS = ['Corporate', 'Kiosk'];

export function contendedModel(dice: Dice): Model {
  const custom = GROUPS.filter(() => dice.chance(0.5));
  const keys = ['0', ...custom];
  return {
    covers: 'tenant',
    configurations: ordered(
      dice,
      keys.map((key) => configuration(dice, key)),
    ),
    apps: Object.entries(APPS).map(([key, processes]) => app(key, processes)),
    exceptions: Array.from({ length: 2 + dice.below(4) }, (_, index) => exception(dice, index, keys)),
    ports: dice.chance(0.5) ? [port(dice, keys)] : [],
  };
}

/** Sometimes both custom configurations are new, and one may be made after the other. */
function ordered(dice: Dice, all: readonly Configuration[]): readonly Configuration[] {
  const [fallback, ...custom] = all;
  if (fallback === undefined || custom.length < 2 || dice.chance(0.75)) return all;
  const later = dice.below(custom.length + 1);
  const priority = { known: false, reason: 'it is new', isNew: true } as const;
  const after = (index: number) => custom.filter((_, other) => other !== index).map(({ key }) => key);
  return [
    fallback,
    ...custom.map((one, index) => ({ ...one, priority, ...(index === later && { after: after(index) }) })),
  ];
}

/** The model with objects that come, go, and change places in all but their names. */
export function shuffled(dice: Dice, model: Model): Model {
  const keys = model.configurations.map(({ key }) => key);
  // An exception of another type is another exception.
  const exceptions = TYPES.flatMap((type) => {
    const own = model.exceptions.filter(({ data }) => data.type === type);
    return dice.chance(0.7) ? swapped(dice, own) : own;
  });
  if (dice.chance(0.3)) exceptions.splice(dice.below(exceptions.length), 1);
  if (dice.chance(0.3)) exceptions.push(exception(dice, 8, keys));
  if (dice.chance(0.2)) exceptions.push(exception(dice, 0, keys));
  const [first, ...custom] = model.configurations;
  return {
    ...model,
    configurations:
      first === undefined || dice.chance(0.5) ? model.configurations : [first, ...reordered(dice, custom)],
    exceptions: [...new Map(exceptions.map((one) => [one.key, one])).values()],
  };
}

/** Two that change places are made after others than themselves. */
function reordered(dice: Dice, custom: readonly Configuration[]): readonly Configuration[] {
  const others = (key: string) => custom.filter((one) => one.key !== key).map((one) => one.key);
  return swapped(dice, custom).map((one) => (one.after === undefined ? one : { ...one, after: others(one.key) }));
}

function swapped<T extends { readonly key: string }>(dice: Dice, list: readonly T[]): T[] {
  const [first, second] = [dice.below(list.length), dice.below(list.length)];
  const [a, b] = [list[first], list[second]];
  if (a === undefined || b === undefined) return [...list];
  return list.map((one, index) =>
    index === first ? { ...b, key: a.key } : index === second ? { ...a, key: b.key } : one,
  );
}

export function contendedFlow(dice: Dice): WholeFlow {
  return {
    platform: 'windows',
    process: dice.oneOf(PROCESSES),
    host: dice.oneOf(HOSTS),
    port: dice.oneOf([443, 443, 5222]),
    transport: 'tcp',
    managed: dice.chance(0.5),
    location: 'on_premises',
    userGroups: dice.some(GROUPS, 0.5),
    organizationUnit: null,
    deviceTags: [],
    applications: dice.some(APPLICATIONS, 0.4),
    categories: [],
    destinationLocations: [],
    sourceLocations: dice.some(['Home'], 0.3),
    sourceCountry: null,
  };
}

function configuration(dice: Dice, key: string): Configuration {
  const isDefault = key === '0';
  return {
    key,
    origin: {},
    name: known(key),
    isDefault,
    enabled: known(true),
    // Most come at the same place.
    priority: known(isDefault ? 99 : dice.chance(0.8) ? 1 : 2),
    userGroups: isDefault ? names() : names(key),
    organizationUnits: names(),
    osFamilies: names(),
    deviceTags: names(),
    trafficMode: known(dice.oneOf(['web', 'web', 'all', 'none'] as const)),
    dynamicSteering: { enabled: known(false), trafficMode: { on_premises: known('web'), off_premises: known('web') } },
    steerPrivateApps: known('none'),
    privateApps: names(),
    steerDns: known(false),
    bypassExceptionTrafficAt: known(dice.oneOf(['client', 'cloud'] as const)),
  };
}

function app(key: string, processes: readonly string[]): PinnedApp {
  const windows = known({ match: known('exact' as const), processes: names(...processes), domains: names() });
  return { key, origin: {}, name: known(key), custom: known(true), platforms: { windows } };
}

function exception(dice: Dice, index: number, configurations: readonly string[]): SteeringException {
  const owner = dice.chance(0.6) ? '0' : dice.oneOf(configurations);
  const place = { configuration: known(owner), location: known(null), notes: known(null) };
  const type = dice.chance(0.5) ? 'certificate_pinned_app' : dice.oneOf(TYPES);
  return { key: `${type} ${index}`, origin: {}, ...place, data: dataOf(dice, type) };
}

function dataOf(dice: Dice, type: Type): ExceptionData {
  switch (type) {
    case 'certificate_pinned_app': {
      const app = known(dice.oneOf(Object.keys(APPS)));
      const customAppDomains = names(...dice.oneOf([['*'], ['*'], ['example.com'], ['example.org']]));
      const platforms = { windows: known(dice.oneOf(ACTIONS)) };
      // Two lists at most, so that all answers can be looked at.
      const windows = names(...dice.oneOf([[], CLASSIFICATIONS, CLASSIFICATIONS.slice(1)]));
      return { type, app, customAppDomains, platforms, deviceClassifications: { windows } };
    }
    case 'domains':
      return { type, names: names(...dice.oneOf([['*.example.com', 'example.com'], ['example.org']])) };
    case 'application':
      return { type, names: names(...dice.some(APPLICATIONS, 0.6)), action: known('bypass') };
    case 'source_location':
      return { type, names: names('Home') };
  }
}

function port(dice: Dice, configurations: readonly string[]): NonStandardPort {
  return {
    key: 'p',
    origin: {},
    configuration: known(dice.oneOf(configurations)),
    port: known(5222),
    domains: names(),
  };
}
