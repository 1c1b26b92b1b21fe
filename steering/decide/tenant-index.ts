/** This index prepares a model once, so that any number of flows can be decided on it. */
import { computed, remembered } from '../collections';
import { type Place, TRAFFIC_MODES, type TrafficModeName } from '../domain/exceptions';
import type { CommaReading } from '../domain/processes';
import type { PlatformName } from '../domain/vocabulary';
import { type Flow, SIDES, type Side } from '../model/flow';
import {
  type Configuration,
  type Model,
  type PinnedApp,
  type SteeringException,
  type Value,
  known,
  possibilitiesOf,
} from '../model/model';
import { exceptionBelongs, portBelongs, refersTo } from './belonging';
import { type Note, YES, assuming, certaintyOf, notesOf } from './certainty';
import { type BelongingException, OtherIndex } from './other-exceptions';
import { pinnedRules } from './pinned';
import { PinnedIndex } from './pinned-index';
import { PortIndex, indexedPort } from './ports';
import { type Choice, Selection } from './selection';
import type { Subject } from './trace';

/** The exceptions of a place in a configuration. */
interface PlaceIndex {
  /**
   * Returns the rules of a platform.
   * @param reading the reading of elements with a comma; `kept` where it is left out, and where there are none
   */
  readonly pinned: (platform: PlatformName, reading?: CommaReading) => PinnedIndex;
  readonly others: OtherIndex;
}

/** A configuration that is ready for questions about flows. */
export interface IndexedConfiguration {
  readonly configuration: Configuration;
  readonly subject: Subject;
  readonly ports: PortIndex;
  readonly at: (place: Place) => PlaceIndex;
}

/**
 * What may hold of a client in a configuration: a place and a traffic mode. There is a single scenario where both are
 * known.
 */
export interface Scenario {
  /** The name of the scenario within the configuration. It is the same in another model of the tenant. */
  readonly key: string;
  readonly index: IndexedConfiguration;
  readonly place: Place;
  readonly mode: TrafficModeName;
  /** How elements with a comma are read; left out where they are read in both ways. */
  readonly commas?: CommaReading;
  /** The notes that say on what this scenario rests, and why another one may hold instead. */
  readonly because: readonly Note[];
  /** Whether there is no other scenario. */
  readonly certain: boolean;
}

/**
 * Returns the scenarios of a client in a configuration.
 * @param location undefined where the flow does not say it
 */
function scenariosOf(
  index: IndexedConfiguration,
  exceptions: readonly SteeringException[],
  location: Side | undefined,
): Scenario[] {
  const { configuration } = index;
  const { dynamicSteering, trafficMode } = configuration;
  const dynamic = dynamicOf(configuration, exceptions);
  const found: Omit<Scenario, 'certain'>[] = [];
  const add = (place: Place, modes: Value<TrafficModeName>, because: readonly Note[]) => {
    for (const mode of possibilitiesOf(modes, TRAFFIC_MODES)) {
      found.push({ key: `${place} ${mode}`, index, place, mode, because: [...because, ...notesOf(modes)] });
    }
  };
  const possible = possibilitiesOf(dynamic.value, [false, true]);
  const why = [...dynamic.because, ...notesOf(dynamic.value)];
  if (possible.includes(false)) add('everywhere', trafficMode, why);
  if (possible.includes(true)) {
    const notSaid: readonly Note[] = location === undefined ? [{ notSaid: 'location' }] : [];
    for (const side of SIDES) {
      if (location !== undefined && location !== side) continue;
      add(side, dynamicSteering.trafficMode[side], [...why, assuming('modes-of-locations-count'), ...notSaid]);
    }
  }
  return found.map((scenario) => ({ ...scenario, certain: found.length === 1 }));
}

/** Whether there is dynamic steering. Exceptions that are written tell it where the configuration does not. [doc] */
function dynamicOf(
  { key, dynamicSteering: { enabled } }: Configuration,
  exceptions: readonly SteeringException[],
): { value: Value<boolean>; because: readonly Note[] } {
  if (enabled.known) return { value: enabled, because: [] };
  const written = new Set(
    exceptions
      .filter(({ configuration, doubt }) => doubt === undefined && refersTo(configuration, key).verdict === 'yes')
      .flatMap(({ location }) => (location.known ? [location.value !== null] : [])),
  );
  const [only] = written;
  const isTold = only !== undefined && written.size === 1 && possibilitiesOf(enabled, [true, false]).includes(only);
  if (!isTold) return { value: enabled, because: [] };
  return { value: known(only), because: [assuming('dynamic-steering-follows-exceptions')] };
}

export class ConfigurationIndex implements IndexedConfiguration {
  readonly subject: Subject;
  readonly ports: PortIndex;
  private readonly places = new Map<Place, PlaceIndex>();
  private readonly scenarios = new Map<Side | undefined, readonly Scenario[]>();

  constructor(
    readonly configuration: Configuration,
    private readonly model: Model,
    private readonly apps: ReadonlyMap<string, PinnedApp>,
  ) {
    this.subject = subjectOf(configuration);
    this.ports = new PortIndex(
      model.ports
        .map((port) => indexedPort(port, portBelongs(port, configuration)))
        .filter(({ stands }) => stands.verdict !== 'no'),
    );
  }

  at(place: Place): PlaceIndex {
    return computed(this.places, place, () => this.indexPlace(place));
  }

  /** Returns the scenarios of a client at this location: several while the place or its mode is not known. */
  scenariosAt(location: Side | undefined): readonly Scenario[] {
    return computed(this.scenarios, location, () => scenariosOf(this, this.model.exceptions, location));
  }

  private indexPlace(place: Place): PlaceIndex {
    const belonging = this.model.exceptions
      .map((exception): BelongingException => ({
        exception,
        stands: exceptionBelongs(exception, this.configuration, place),
      }))
      .filter(({ stands }) => stands.verdict !== 'no');
    const kept = new Map<PlatformName, PinnedIndex>();
    const split = new Map<PlatformName, PinnedIndex>();
    const rulesOn = (platform: PlatformName) =>
      belonging.flatMap(({ exception, stands }) => pinnedRules(exception, stands, platform, this.apps));
    return {
      pinned: (platform, reading = 'kept') => {
        const index = computed(kept, platform, () => new PinnedIndex(rulesOn(platform), platform));
        if (reading === 'kept' || !index.hasCommas) return index;
        return computed(split, platform, () => new PinnedIndex(index.rules, platform, 'split'));
      },
      others: new OtherIndex(belonging.filter(({ exception: { data } }) => data.type !== 'certificate_pinned_app')),
    };
  }
}

export class TenantIndex {
  private readonly selection: Selection;
  private readonly configurations = new Map<Configuration, ConfigurationIndex>();
  private readonly apps: ReadonlyMap<string, PinnedApp>;

  constructor(readonly model: Model) {
    this.apps = new Map(model.apps.map((app) => [app.key, app]));
    this.selection = new Selection(model.configurations);
  }

  of(configuration: Configuration): ConfigurationIndex {
    return computed(
      this.configurations,
      configuration,
      () => new ConfigurationIndex(configuration, this.model, this.apps),
    );
  }

  /** Returns the configurations that may apply to the client. */
  choose(flow: Pick<Flow, 'platform' | 'userGroups' | 'organizationUnit' | 'deviceTags' | 'configuration'>): Choice[] {
    if (flow.configuration === undefined) return this.selection.choose(flow);
    const given = this.model.configurations.find(({ key }) => key === flow.configuration);
    if (given !== undefined) return [{ configuration: given, certainty: YES }];
    const reason = `the flow names the configuration ${flow.configuration}, which is not there`;
    return this.selection
      .choose(flow)
      .map(({ configuration }) => ({ configuration, certainty: certaintyOf('unknown', { notKnown: reason }) }));
  }
}

/** Returns the index of a model, which is made on first use. A model never changes. */
export const indexOf = remembered((model: Model) => new TenantIndex(model));

/** Returns an object of the model as the subject of a step. */
export function subjectOf({
  key,
  origin,
  name,
}: {
  key: string;
  origin: Subject['origin'];
  name?: Configuration['name'];
}): Subject {
  return name?.known === true ? { key, origin, name: name.value } : { key, origin };
}
