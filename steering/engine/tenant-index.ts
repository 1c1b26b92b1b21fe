/** A model, prepared once so that any number of flows can be decided on it. */
import type { Place } from '../domain/exceptions';
import type { Flow, Side } from '../model/flow';
import { computed, remembered } from '../collections';
import type { Configuration, Model, PinnedApp } from '../model/model';
import type { PlatformName } from '../domain/vocabulary';
import type { Subject } from '../trace';
import { exceptionBelongs, portBelongs } from './belonging';
import { OtherIndex, type Belonging } from './other-index';
import { PinnedIndex } from './pinned-index';
import { pinnedRules } from './pinned-rule';
import { PortIndex, portRow } from './port-index';
import { scenariosOf, type IndexedConfiguration, type PlaceIndex, type Scenario } from './scenario';
import { Selection, type Choice } from './selection';
import { finding, YES } from './finding';

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
        .map((row) => portRow(row, portBelongs(row, configuration)))
        .filter(({ stands }) => stands.verdict !== 'no'),
    );
  }

  at(place: Place): PlaceIndex {
    return computed(this.places, place, () => this.indexPlace(place));
  }

  /** What may hold of a client there; several, while the modes are not known. */
  scenariosAt(location: Side | undefined): readonly Scenario[] {
    return computed(this.scenarios, location, () => scenariosOf(this, this.model.exceptions, location));
  }

  private indexPlace(place: Place): PlaceIndex {
    const belonging = this.model.exceptions
      .map((exception): Belonging => ({ exception, stands: exceptionBelongs(exception, this.configuration, place) }))
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

  /** The configurations that may apply to the client. */
  choose(flow: Pick<Flow, 'platform' | 'userGroups' | 'organizationUnit' | 'deviceTags' | 'configuration'>): Choice[] {
    if (flow.configuration === undefined) return this.selection.choose(flow);
    const given = this.model.configurations.find(({ key }) => key === flow.configuration);
    if (given !== undefined) return [{ configuration: given, finding: YES }];
    const reason = `the flow names the configuration ${flow.configuration}, which is not there`;
    return this.selection
      .choose(flow)
      .map(({ configuration }) => ({ configuration, finding: finding('unknown', { notKnown: reason }) }));
  }
}

/** The index of a model, made on first use. A model never changes. */
export const indexOf = remembered((model: Model) => new TenantIndex(model));

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
