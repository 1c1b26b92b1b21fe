/**
 * What does a large tenant look like? It has thousands of exceptions, as administrators write them, for measuring
 * decisions.
 */
import type {
  Configuration,
  Definition,
  ExceptionData,
  Flow,
  Model,
  PinnedAction,
  PinnedApp,
  SteeringException,
} from '../steering';
import { known, names } from '../steering';

const NO_NAMES = names();
/**
 * Every ten exceptions have one for an app known by patterns, seven for apps known by exact names, one for domains and
 * one for categories.
 */
const KINDS = 10;
const ACTIONS: readonly PinnedAction[] = ['block', 'bypass_direct', 'block', 'bypass_tunnel', 'bypass_managed_direct'];

/**
 * The shapes of patterns. Most are anchored, as in the vendor's examples; one searches, and one would stall a
 * backtracking engine.
 */
const PATTERNS: readonly ((number: number) => string)[] = [
  (number) => `^Vendor${number}(Helper|Updater)?\\.exe$`,
  (number) => `^(Tool|tool)${number}[-_ ].*\\.exe$`,
  (number) => `^com\\.vendor${number}\\..+`,
  (number) => `^Suite${number}_v\\d+\\.exe$`,
  (number) => `^(?i)daemon${number}[a-z]*$`,
  (number) => `^Client ?${number}( \\(Beta\\))?$`,
  (number) => `^svc-${number}-(agent|sync|update)$`,
  (number) => `^Setup[A-Za-z]{2,8}${number}\\.(exe|msi)$`,
  (number) => `(?i)agent${number}`,
  (number) => `^(a+)+b${number}$`,
];

/**
 * Makes a tenant.
 * @param rolled how many exceptions in each hundred differ from those of the tenant that is made with 0
 */
export function largeTenant(exceptions: number, rolled = 0): Model {
  const apps: PinnedApp[] = [];
  const list: SteeringException[] = [];
  for (let number = 0; number < exceptions; number++) {
    const isRolled = number % 100 < rolled;
    const data = dataOf(number, isRolled, apps);
    list.push({
      key: `x${number}`,
      origin: {},
      configuration: known('0'),
      location: known(null),
      notes: known(null),
      data,
    });
  }
  const ports = Array.from({ length: 20 }, (_, index) => ({
    key: `p${index}`,
    origin: {},
    configuration: known('0'),
    port: known(8_000 + index),
    domains: names(`port${index}.example.com`),
  }));
  return { covers: 'tenant', configurations: [CONFIGURATION], apps, exceptions: list, ports };
}

function dataOf(number: number, isRolled: boolean, apps: PinnedApp[]): ExceptionData {
  const kind = number % KINDS;
  if (kind === 8)
    return {
      type: 'domains',
      names: names(`*.saas${number}.example`, isRolled ? 'rolled.example' : `www${number}.example.net`),
    };
  if (kind === 9) return { type: 'category', names: names(`Category ${number % 70}`) };
  const app = `app${number}`;
  const own: Definition =
    kind === 0
      ? {
          match: known('regex'),
          processes: names((PATTERNS[(number / KINDS) % PATTERNS.length] ?? String)(number)),
          domains: NO_NAMES,
        }
      : { match: known('exact'), processes: names(`App${number}.exe`, `App${number}Helper.exe`), domains: NO_NAMES };
  apps.push({
    key: app,
    origin: {},
    name: known(app),
    custom: known(true),
    platforms: { windows: known(own), mac_os: known(own) },
  });
  const turn = number + Math.floor(number / 50) + Math.floor(number / 10);
  const action = ACTIONS[(turn + (isRolled ? 1 : 0)) % ACTIONS.length] ?? 'block';
  return {
    type: 'certificate_pinned_app',
    app: known(app),
    customAppDomains: names(
      ...(action === 'block' ? ['*'] : [`app${number}.example.com`, `cdn${number % 500}.example.org`]),
    ),
    platforms: { windows: known(action), mac_os: known(action) },
  };
}

const CONFIGURATION: Configuration = {
  key: '0',
  origin: {},
  name: known('Default tenant config'),
  isDefault: true,
  enabled: known(true),
  priority: known(1),
  userGroups: NO_NAMES,
  organizationUnits: NO_NAMES,
  osFamilies: NO_NAMES,
  deviceTags: NO_NAMES,
  trafficMode: known('web'),
  dynamicSteering: { enabled: known(false), trafficMode: { on_premises: known('web'), off_premises: known('all') } },
  steerPrivateApps: known('none'),
  privateApps: NO_NAMES,
  steerDns: known(false),
  bypassExceptionTrafficAt: known('client'),
};

/** Makes flows of many processes to many hosts, some for every exception, and some for none. */
export function flowsOn(exceptions: number, count: number): Flow[] {
  const processes = [
    (number: number) => `App${number}.exe`,
    (number: number) => `Vendor${number}Helper.exe`,
    (number: number) => `my agent${number} service`,
    (number: number) => `unknown-${number}.exe`,
  ];
  const hosts = [
    (number: number) => `api.app${number}.example.com`,
    (number: number) => `a.saas${number}.example`,
    (number: number) => `www.elsewhere${number}.test`,
    () => '198.51.100.7',
  ];
  return Array.from({ length: count }, (_, index): Flow => {
    const number = (index * 7_919) % exceptions;
    return {
      platform: index % 3 === 0 ? 'mac_os' : 'windows',
      process: (processes[index % processes.length] ?? String)(number),
      host: (hosts[(index >> 2) % hosts.length] ?? String)(number),
      port: index % 5 === 0 ? 8_000 + (index % 20) : 443,
      managed: index % 2 === 0,
      categories: [],
    };
  });
}
