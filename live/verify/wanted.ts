/**
 * What shall an endpoint show? The blocks of a model on one platform, process by process, the configurations of which an
 * endpoint has one, and the tests of traffic that a stack demands.
 */
import {
  type Configuration,
  type Definition,
  type Flow,
  type Model,
  type PinnedAction,
  type PlatformName,
  type SteeringException,
  type TrafficTest,
  type Value,
  PLATFORMS,
  capitalized,
  decide,
  possibilitiesOf,
  quote,
} from '../../steering';
import { TRAFFIC_MODES, type TrafficModeName } from '../../steering/domain/exceptions';
import type { MatchKind } from '../../steering/domain/processes';

/** A configuration that an endpoint may have. */
export interface WantedConfiguration {
  readonly key: string;
  /** Its name; left out where the source does not know it. */
  readonly name?: string;
  readonly isDefault: boolean;
  /** The traffic modes in which it may be; left out where the source says nothing of them. */
  readonly trafficModes?: readonly TrafficModeName[];
  /** Whether it is not known that dynamic steering is off. With it, other modes count. */
  readonly mayBeDynamic: boolean;
}

/** A process that a configuration blocks, always or on devices that are not managed. */
export interface WantedProcess {
  readonly app: string;
  readonly match: MatchKind;
  /** The name or the pattern, as the app has it. */
  readonly process: string;
  readonly configuration: string;
  /**
   * `block`, or `unmanaged`, which blocks devices that are not managed and bypasses the others; with classifications,
   * it blocks some managed devices too.
   */
  readonly mode: 'block' | 'unmanaged' | 'unclassified';
  /** Why the block need not reach this endpoint, as a sentence; left out where it does. */
  readonly doubt?: string;
}

/** What an endpoint of one platform shall show. */
export interface WantedEndpoint {
  readonly platform: PlatformName;
  readonly configurations: readonly WantedConfiguration[];
  readonly processes: readonly WantedProcess[];
  readonly tests: readonly TrafficTest[];
  /** Whether a test is about the clients of a configuration: not where it only holds for those of another one. */
  readonly isAbout: (configuration: string, test: TrafficTest) => boolean;
  /** What no endpoint of this platform can be judged by, in sentences. */
  readonly notJudged: readonly string[];
}

const MODES: Readonly<Partial<Record<PinnedAction, 'block' | 'unmanaged'>>> = {
  block: 'block',
  bypass_managed_direct: 'unmanaged',
  bypass_managed_tunnel: 'unmanaged',
};

/** Returns the platforms on which a model blocks something; where it blocks nothing, those of the tests. */
export function platformsToVerify(model: Model, tests: readonly TrafficTest[]): readonly PlatformName[] {
  const names = PLATFORMS.map(({ name }) => name);
  const blocked = names.filter((name) => model.exceptions.some((one) => mayBlock(one, name)));
  return blocked.length > 0 ? blocked : names.filter((name) => tests.some(({ flow }) => flow.platform === name));
}

function mayBlock({ data }: SteeringException, platform: PlatformName): boolean {
  const action = data.type === 'certificate_pinned_app' ? data.platforms[platform] : undefined;
  return action?.known === true && action.value !== null && MODES[action.value] !== undefined;
}

/** Reads what an endpoint of a platform shall show. */
export function wantedOf(model: Model, tests: readonly TrafficTest[], platform: PlatformName): WantedEndpoint {
  const found = model.exceptions.map((exception) => processesOf(model, exception, platform));
  const own = tests.filter(({ flow }) => flow.platform === platform);
  const elsewhere = tests.length - own.length;
  const title = PLATFORMS.find(({ name }) => name === platform)?.title ?? platform;
  return {
    platform,
    configurations: model.configurations.filter((one) => isInSource(model, one)).map(configurationOf),
    processes: found.flatMap(({ processes }) => processes),
    tests: own,
    isAbout: (configuration, { flow, expect }) => {
      const may = (asked: Flow) => [expect, 'unknown'].includes(decide(model, asked).outcome);
      return may({ ...flow, configuration }) || !may(flow);
    },
    notJudged: [
      ...found.flatMap(({ notJudged }) => notJudged),
      ...(elsewhere === 0 ? [] : [`Traffic tests on other platforms than ${title} are not judged: ${elsewhere}.`]),
    ],
  };
}

/** Whether the source has a configuration, beside the default one, which every model has. */
function isInSource({ exceptions, ports }: Model, { key, origin }: Configuration): boolean {
  const isOf = ({ configuration }: { readonly configuration: Value<string> }) =>
    configuration.known && configuration.value === key;
  return origin.address !== undefined || origin.construct !== undefined || exceptions.some(isOf) || ports.some(isOf);
}

function configurationOf({ key, name, isDefault, trafficMode, dynamicSteering }: Configuration): WantedConfiguration {
  const { enabled, trafficMode: modes } = dynamicSteering;
  const isDynamic = enabled.known && enabled.value;
  const may = (isDynamic ? [modes.on_premises, modes.off_premises] : [trafficMode]).flatMap((mode) =>
    possibilitiesOf(mode, TRAFFIC_MODES),
  );
  const trafficModes = TRAFFIC_MODES.filter((mode) => may.includes(mode));
  return {
    key,
    ...(name.known && { name: name.value }),
    isDefault,
    mayBeDynamic: !enabled.known,
    ...(trafficModes.length < TRAFFIC_MODES.length && { trafficModes }),
  };
}

interface FoundProcesses {
  readonly processes: readonly WantedProcess[];
  readonly notJudged: readonly string[];
}

function processesOf(model: Model, exception: SteeringException, platform: PlatformName): FoundProcesses {
  const { data, configuration } = exception;
  const action = data.type === 'certificate_pinned_app' ? data.platforms[platform] : undefined;
  if (data.type !== 'certificate_pinned_app' || action === undefined) return { processes: [], notJudged: [] };
  const app = data.app.known ? model.apps.find(({ key }) => data.app.known && key === data.app.value) : undefined;
  const name = app?.name.known === true ? app.name.value : (exception.origin.address ?? exception.key);
  const not = (why: string) => ({ processes: [], notJudged: [`${quote(name)} is not judged: ${why}.`] });
  if (!action.known) return not(`what shall become of it is not known, because ${action.reason}`);
  const mode = action.value === null ? undefined : MODES[action.value];
  if (mode === undefined) return { processes: [], notJudged: [] };
  if (!configuration.known) return not(`its configuration is not known, because ${configuration.reason}`);
  if (app === undefined) return not('the source does not have the app');
  const definition = app.platforms[platform];
  if (definition === undefined) return not('the app has no processes on this platform');
  if (!definition.known) return not(`its processes are not known, because ${definition.reason}`);
  const doubt = doubtAbout(model, exception, app.doubt);
  const found = {
    app: name,
    configuration: configuration.value,
    mode: mode === 'unmanaged' && hasClassifications(exception, platform) ? 'unclassified' : mode,
    ...(doubt !== undefined && { doubt }),
  } as const;
  return withProcesses(found, definition.value, not);
}

function withProcesses(
  found: Omit<WantedProcess, 'match' | 'process'>,
  { match, processes: { items, open } }: Definition,
  not: (why: string) => FoundProcesses,
): FoundProcesses {
  if (!match.known) return not(`whether its processes are names or patterns is not known, because ${match.reason}`);
  const { notJudged } = open === undefined ? { notJudged: [] } : not(`it may have more processes, because ${open}`);
  if (items.length === 0 && open === undefined) return not('it is known by its domains, and not by processes');
  return { processes: items.map((process) => ({ ...found, match: match.value, process })), notJudged };
}

function hasClassifications({ data }: SteeringException, platform: PlatformName): boolean {
  if (data.type !== 'certificate_pinned_app') return false;
  const named = platform === 'windows' || platform === 'mac_os' ? data.deviceClassifications?.[platform] : undefined;
  return named !== undefined && (named.items.length > 0 || named.open !== undefined);
}

/** Says why a block need not reach the endpoint: it may not be there, or dynamic steering has it on one side only. */
function doubtAbout(
  model: Model,
  { doubt, location, data, configuration }: SteeringException,
  doubtOfApp: string | undefined,
): string | undefined {
  const why = doubt ?? doubtOfApp;
  if (why !== undefined) return `${capitalized(why)}.`;
  if (location.known && location.value === null) return undefined;
  const sides = model.exceptions.filter(
    (one) =>
      sameValue(one.configuration, configuration) &&
      one.data.type === 'certificate_pinned_app' &&
      data.type === 'certificate_pinned_app' &&
      sameValue(one.data.app, data.app) &&
      one.location.known,
  );
  const places = new Set(sides.map((one) => (one.location.known ? one.location.value : null)));
  if (places.has('on_premises') && places.has('off_premises')) return undefined;
  const where = !location.known ? 'at one location' : location.value === 'on_premises' ? 'on-premises' : 'off-premises';
  return `The block is for clients ${where} only, and no file says where this client was.`;
}

function sameValue(one: Value<string>, other: Value<string>): boolean {
  return one.known && other.known && one.value === other.value;
}
