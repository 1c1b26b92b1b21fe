/** What may hold of a client in a configuration: a place and a traffic mode. One, where both are known. */
import type { CommaReading } from '../domain/processes';
import { TRAFFIC_MODES, type Place, type TrafficModeName } from '../domain/exceptions';
import { SIDES, type Side } from '../model/flow';
import { type Configuration, type SteeringException, type Value, known, possibilitiesOf } from '../model/model';
import type { PlatformName } from '../domain/vocabulary';
import type { Subject } from '../trace';
import { refersTo } from './belonging';
import { assuming, notesOf, type Note } from './finding';
import type { OtherIndex } from './other-index';
import type { PinnedIndex } from './pinned-index';
import type { PortIndex } from './port-index';

/** The exceptions of a place in a configuration. */
export interface PlaceIndex {
  /** @param reading of elements with a comma; `kept` where it is left out, and where there are none */
  readonly pinned: (platform: PlatformName, reading?: CommaReading) => PinnedIndex;
  readonly others: OtherIndex;
}

/** A configuration, ready to be asked. */
export interface IndexedConfiguration {
  readonly configuration: Configuration;
  readonly subject: Subject;
  readonly ports: PortIndex;
  readonly at: (place: Place) => PlaceIndex;
}

export interface Scenario {
  /** Names it within the configuration; the same in another model of the tenant. */
  readonly key: string;
  readonly index: IndexedConfiguration;
  readonly place: Place;
  readonly mode: TrafficModeName;
  /** How elements with a comma are read; left out: in both ways, where there are two. */
  readonly commas?: CommaReading;
  /** On what it rests that it is this one; and why it may be another. */
  readonly because: readonly Note[];
  /** Whether there is no other. */
  readonly certain: boolean;
}

/** @param location undefined: the flow does not say */
export function scenariosOf(
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
      add(side, dynamicSteering.trafficMode[side], [...why, assuming('modes-of-sides-count'), ...notSaid]);
    }
  }
  return found.map((scenario) => ({ ...scenario, certain: found.length === 1 }));
}

/** Whether the sides are told apart. Exceptions that are written tell it where the configuration does not. [doc] */
function dynamicOf(
  { key, dynamicSteering: { enabled } }: Configuration,
  exceptions: readonly SteeringException[],
): { value: Value<boolean>; because: readonly Note[] } {
  if (enabled.known) return { value: enabled, because: [] };
  const sides = new Set(
    exceptions
      .filter(({ configuration, doubt }) => doubt === undefined && refersTo(configuration, key).verdict === 'yes')
      .flatMap(({ location }) => (location.known ? [location.value !== null] : [])),
  );
  const [only] = sides;
  const isTold = only !== undefined && sides.size === 1 && possibilitiesOf(enabled, [true, false]).includes(only);
  if (!isTold) return { value: enabled, because: [] };
  return { value: known(only), because: [assuming('sides-follow-exceptions')] };
}
