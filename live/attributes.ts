/** Is an object of the tenant as the code wants it? Attribute by attribute, it is as wanted, differs, or cannot be seen. */
import {
  isNotObserved,
  NO_NAMES,
  PLATFORMS,
  type Configuration,
  type Names,
  type NonStandardPort,
  type PinnedApp,
  type SteeringException,
  type Value,
} from '../steering';
import type { ExceptionTypeName } from '../steering/domain/exceptions';
import { BY_DONE } from './wanted';

/** `not_known` says that the code itself does not tell the value before Terraform evaluates it. */
type Standing = 'as_wanted' | 'differs' | 'not_observed' | 'not_known';

/** One attribute of an object, as the code wants it and as the tenant shows it. */
export interface ComparedAttribute {
  /** The name in the provider, such as `windows.processes`. */
  readonly name: string;
  readonly wanted: string;
  readonly observed: string;
  readonly standing: Standing;
}

export function compareConfigurations(
  one: Configuration,
  other: Configuration,
  isManaged: boolean,
): ComparedAttribute[] {
  const isDynamic = one.dynamicSteering.enabled.known ? one.dynamicSteering.enabled : other.dynamicSteering.enabled;
  const modes = isDynamic.known && isDynamic.value;
  const { trafficMode } = one.dynamicSteering;
  const seen = other.dynamicSteering.trafficMode;
  const all = present([
    isManaged && !one.isDefault ? valueOf('name', one.name, other.name) : undefined,
    valueOf('enabled', one.enabled, other.enabled),
    modes ? undefined : valueOf('traffic_mode', one.trafficMode, other.trafficMode),
    valueOf('dynamic_steering.enabled', one.dynamicSteering.enabled, other.dynamicSteering.enabled),
    modes ? valueOf('dynamic_steering.on_premises_traffic_mode', trafficMode.on_premises, seen.on_premises) : undefined,
    modes
      ? valueOf('dynamic_steering.off_premises_traffic_mode', trafficMode.off_premises, seen.off_premises)
      : undefined,
    valueOf('steer_private_apps', one.steerPrivateApps, other.steerPrivateApps),
    namesOf('private_apps', one.privateApps, other.privateApps),
    valueOf('steer_dns', one.steerDns, other.steerDns),
    valueOf('bypass_exception_traffic_at', one.bypassExceptionTrafficAt, other.bypassExceptionTrafficAt),
    ...(one.isDefault
      ? []
      : [
          namesOf('user_groups', one.userGroups, other.userGroups),
          namesOf('organization_units', one.organizationUnits, other.organizationUnits),
          namesOf('os_families', one.osFamilies, other.osFamilies),
          namesOf('device_tags', one.deviceTags, other.deviceTags),
        ]),
  ]);
  // Of a configuration that it does not manage, code knows nothing, and wants nothing but what it expects.
  return isManaged ? all : all.filter(({ standing }) => standing !== 'not_known');
}

export function compareApps(one: PinnedApp, other: PinnedApp): ComparedAttribute[] {
  return present(
    PLATFORMS.flatMap(({ name, hasDomains }) => {
      const [wanted, observed] = [one.platforms[name], other.platforms[name]];
      if (wanted === undefined)
        return observed?.known === true ? [said(name, 'not defined', 'defined', 'differs')] : [];
      if (!wanted.known) return [said(name, wanted.reason, '', 'not_known')];
      if (observed === undefined) return [said(name, 'defined', 'not defined', 'differs')];
      if (!observed.known) return [said(name, 'defined', observed.reason, 'not_observed')];
      const spell = wanted.value.match.known && wanted.value.match.value === 'exact' ? lower : asIs;
      return [
        valueOf(`${name}.match`, wanted.value.match, observed.value.match),
        namesOf(`${name}.processes`, wanted.value.processes, observed.value.processes, spell),
        hasDomains ? namesOf(`${name}.domains`, wanted.value.domains, observed.value.domains, lower) : undefined,
      ];
    }),
  );
}

export function comparePorts(one: NonStandardPort, other: NonStandardPort): ComparedAttribute[] {
  return present([namesOf('domains', one.domains, other.domains, lower)]);
}

/** The attribute of the provider that holds the names of an exception, by its type. */
export const LIST_NAMES: Readonly<Record<Exclude<ExceptionTypeName, 'certificate_pinned_app'>, string>> = {
  application: 'applications',
  category: 'categories',
  destination_location: 'network_locations',
  dns: 'questions',
  domains: 'domains',
  source_countries: 'countries',
  source_location: 'network_locations',
};

/** The names that all exceptions of a group have together, wanted and observed. */
export interface GroupNames {
  readonly wanted: ReadonlySet<string>;
  readonly observed: ReadonlySet<string>;
}

export function compareExceptions(
  one: SteeringException,
  other: SteeringException,
  all: GroupNames,
): ComparedAttribute[] {
  const notes = valueOf('notes', one.notes, other.notes, (text) => text ?? 'none');
  const isOff =
    other.doubt === undefined || other.doubt === BY_DONE
      ? undefined
      : said('enabled', 'enabled', other.doubt, 'differs');
  return present([isOff, ...compareData(one.data, other.data, all), notes]);
}

function compareData(
  one: SteeringException['data'],
  other: SteeringException['data'],
  all: GroupNames,
): (ComparedAttribute | undefined)[] {
  if (one.type === 'certificate_pinned_app' && other.type === 'certificate_pinned_app') {
    return [
      ...PLATFORMS.map(({ name }) =>
        valueOf(
          name,
          plainBypass(one.platforms[name] ?? { known: true, value: null }),
          plainBypass(other.platforms[name] ?? { known: true, value: null }),
          (action) => action ?? 'none',
        ),
      ),
      namesOf('custom_app_domains', one.customAppDomains, other.customAppDomains, lower),
      // Device classifications matter to bypasses of managed devices alone.
      ...(['windows', 'mac_os'] as const).map((name) => {
        const action = one.platforms[name];
        if (action?.known !== true || !String(action.value).startsWith('bypass_managed')) return undefined;
        const [wanted, observed] = [one.deviceClassifications?.[name], other.deviceClassifications?.[name]];
        return namesOf(`${name}_device_classifications`, wanted ?? NO_NAMES, observed ?? NO_NAMES);
      }),
    ];
  }
  if (!('names' in one) || !('names' in other)) return [];
  return [
    namesOf(LIST_NAMES[one.type], one.names, other.names, lower, all),
    'action' in one && 'action' in other ? valueOf('action', one.action, other.action) : undefined,
    'treatLikeLocalIp' in one && 'treatLikeLocalIp' in other
      ? valueOf('treat_like_local_ip', one.treatLikeLocalIp, other.treatLikeLocalIp)
      : undefined,
  ];
}

/** A bypass without a mode is direct, and REST v1 shows both alike. */
function plainBypass<T extends string | null>(value: Value<T>): Value<T> {
  const plain = (action: T) => (action === 'bypass_direct' ? ('bypass' as T) : action);
  if (value.known) return { ...value, value: plain(value.value) };
  if (value.candidates === undefined) return value;
  const candidates = [...new Set(value.candidates.map(plain))];
  const [only] = candidates;
  return only !== undefined && candidates.length === 1 ? { known: true, value: only } : { ...value, candidates };
}

/** Why the code leaves a value to the tenant. */
const LEFT_TO_TENANT = /what the tenant has|^it is not written|only known after apply/;

function valueOf<T>(
  name: string,
  wanted: Value<T>,
  observed: Value<T>,
  show: (value: T) => string = String,
): ComparedAttribute | undefined {
  if (!wanted.known) {
    // A premise of the stack leaves some values, and any other of the tenant breaks it.
    const { candidates, assumption } = wanted;
    if (candidates !== undefined && assumption === 'expected-traffic-mode') {
      const text = candidates.map(show).join(' or ');
      if (!observed.known) return said(name, text, observed.reason, 'not_observed');
      return said(name, text, show(observed.value), candidates.includes(observed.value) ? 'as_wanted' : 'differs');
    }
    return LEFT_TO_TENANT.test(wanted.reason) ? undefined : said(name, wanted.reason, '', 'not_known');
  }
  const text = show(wanted.value);
  if (observed.known)
    return said(name, text, show(observed.value), observed.value === wanted.value ? 'as_wanted' : 'differs');
  const isPossible = observed.candidates === undefined || observed.candidates.includes(wanted.value);
  const others = observed.candidates?.map(show).join(' or ') ?? '';
  return said(name, text, isPossible ? observed.reason : others, isPossible ? 'not_observed' : 'differs');
}

function namesOf(
  name: string,
  wanted: Names,
  observed: Names,
  spell: (text: string) => string = asIs,
  all?: GroupNames,
): ComparedAttribute | undefined {
  if (wanted.open !== undefined && LEFT_TO_TENANT.test(wanted.open)) return undefined;
  const own = new Set(wanted.items.map(spell));
  const seen = new Set(observed.items.map(spell));
  const missing = [...own].filter((item) => !seen.has(item) && all?.observed.has(item) !== true);
  const extra = [...seen].filter((item) => !own.has(item) && all?.wanted.has(item) !== true);
  const show = ({ items }: Names) => items.join(', ') || 'none';
  if (wanted.open !== undefined) return said(name, wanted.open, show(observed), 'not_known');
  const isOpen = observed.open !== undefined;
  if (extra.length > 0 || (missing.length > 0 && !isOpen)) return said(name, show(wanted), show(observed), 'differs');
  if (isOpen) return said(name, show(wanted), observed.open ?? '', 'not_observed');
  return said(name, show(wanted), show(observed), 'as_wanted');
}

function said(name: string, wanted: string, observed: string, standing: Standing): ComparedAttribute {
  return { name, wanted, observed: isNotObserved(observed) ? 'not observed' : observed, standing };
}

function present<T>(list: readonly (T | undefined)[]): T[] {
  return list.filter((one) => one !== undefined);
}

const asIs = (text: string): string => text;
export const lower = (text: string): string => text.toLowerCase();
