/**
 * What of the code's wishes is there? Each object that the code manages is put beside the object of the tenant that is
 * meant: configurations and apps by their names, exceptions by their place and what they are for, because REST v1 shows
 * no ids. Then attribute by attribute it is said whether the tenant is as wanted, differs, or cannot be seen.
 */
import type { Configuration, Model, Names, NonStandardPort, PinnedApp, SteeringException } from '../steering';
import {
  compareApps,
  compareConfigurations,
  compareExceptions,
  comparePorts,
  lower,
  type ComparedAttribute,
} from './attributes';
import { mayBeMeant, openIdentity } from './open-wishes';
import { BY_DONE, managedIn, referredBy, sameApp, sameConfiguration, textOf, type Wanted } from './wanted';

interface MatchOf<K extends string, T> {
  readonly kind: K;
  /** The object of the code; left out where no code has it. */
  readonly wanted?: T;
  /** The object of the tenant; left out where it is missing, or cannot be seen. */
  readonly observed?: T;
  /** Whether the tenant may have it although it is not observed. */
  readonly isUnseen: boolean;
  readonly attributes: readonly ComparedAttribute[];
  /** Why the code may mean an object that no code is found to have. */
  readonly because?: string;
}

/** An object of the code beside the object of the tenant that is meant. */
export type Match =
  | MatchOf<'configuration', Configuration>
  | MatchOf<'app', PinnedApp>
  | MatchOf<'port_entry', NonStandardPort>
  | MatchOf<'exception', SteeringException>;

/** Puts the code beside a tenant. */
export function matchesOf(wanted: Wanted, observed: Model): Match[] {
  return new PairedTenant(wanted, observed).matches();
}

class PairedTenant {
  /** The key of the tenant's configuration, by that of the code's. */
  private readonly keys: ReadonlyMap<string, string>;

  constructor(
    private readonly wanted: Wanted,
    private readonly observed: Model,
  ) {
    this.keys = new Map(
      wanted.model.configurations.map((one) => [
        one.key,
        sameConfiguration(one, observed.configurations)?.key ?? `wanted ${one.key}`,
      ]),
    );
  }

  matches(): Match[] {
    const because = mayBeMeant(this.wanted, this.observed);
    const all = [...this.configurations(), ...this.apps(), ...this.ports(), ...this.exceptions()];
    return all.map((match): Match => {
      if (match.wanted === undefined) {
        const reason = match.observed === undefined ? undefined : because(match.observed);
        return reason === undefined ? match : { ...match, because: reason };
      }
      if (match.observed !== undefined) return match;
      const open = openIdentity(match.wanted, this.wanted.model);
      return open.length === 0 ? match : { ...match, isUnseen: true, attributes: open };
    });
  }

  private configurations(): Match[] {
    const { wanted, observed } = this;
    const own = wanted.model.configurations.filter(({ isDefault, key }) => isDefault || wanted.managed.has(key));
    const found = own.map((one): Match => {
      const other = sameConfiguration(one, observed.configurations);
      const attributes =
        other === undefined
          ? []
          : [...compareConfigurations(one, other, wanted.managed.has(one.key)), ...this.misplaced(one, other)];
      return { kind: 'configuration', wanted: one, ...(other && { observed: other }), isUnseen: false, attributes };
    });
    const named = new Set(wanted.model.configurations.map(({ key }) => this.keys.get(key)));
    const others = observed.configurations.filter(({ key, isDefault }) => !isDefault && !named.has(key));
    return [
      ...found,
      ...others.map((one): Match => ({ kind: 'configuration', observed: one, isUnseen: false, attributes: [] })),
    ];
  }

  /** The configurations below which the code makes one, and above which the tenant has it. */
  private misplaced({ after = [] }: Configuration, { priority }: Configuration): ComparedAttribute[] {
    const { wanted, observed } = this;
    const upper = after.flatMap((key) => {
      const own = wanted.model.configurations.find((one) => one.key === key);
      const other = own && sameConfiguration(own, observed.configurations);
      return other?.priority.known === true && priority.known && other.priority.value > priority.value
        ? [textOf(other.name) ?? key]
        : [];
    });
    if (upper.length === 0) return [];
    return [
      {
        name: 'priority',
        wanted: `below ${upper.join(', ')}`,
        observed: `above ${upper.join(', ')}`,
        standing: 'differs',
      },
    ];
  }

  private apps(): Match[] {
    const { wanted, observed } = this;
    const found = managedIn(wanted.model.apps, wanted).map((one): Match => {
      const other = sameApp(one, observed.apps);
      const attributes = other === undefined ? [] : compareApps(one, other);
      // Definitions that no exception uses are not shown.
      return { kind: 'app', wanted: one, ...(other && { observed: other }), isUnseen: other === undefined, attributes };
    });
    const others = observed.apps.filter(
      (one) =>
        // An app that may be predefined is left alone.
        one.name.known && one.custom.known && one.custom.value && sameApp(one, wanted.model.apps) === undefined,
    );
    return [...found, ...others.map((one): Match => ({ kind: 'app', observed: one, isUnseen: false, attributes: [] }))];
  }

  private ports(): Match[] {
    const { wanted, observed } = this;
    const keyOf = (one: NonStandardPort) => `${this.placeOf(one)} ${one.port.known ? one.port.value : '?'}`;
    const shown = observed.ports.filter(({ doubt }) => doubt === undefined || doubt === BY_DONE);
    const own = managedIn(wanted.model.ports, wanted);
    const left = new Set(shown);
    const found = own.map((one): Match => {
      const alike = [...left].filter(
        (other) => `${this.seenPlaceOf(other)} ${other.port.known ? other.port.value : '?'}` === keyOf(one),
      );
      const other = alike.find(({ domains }) => sameSet(domains.items, one.domains.items)) ?? alike[0];
      if (other !== undefined) left.delete(other);
      const attributes = other === undefined ? [] : comparePorts(one, other);
      const isUnseen = other === undefined && this.mayHaveMore('ports', one);
      return { kind: 'port_entry', wanted: one, ...(other && { observed: other }), isUnseen, attributes };
    });
    return [
      ...found,
      ...[...left].map((one): Match => ({ kind: 'port_entry', observed: one, isUnseen: false, attributes: [] })),
    ];
  }

  private exceptions(): Match[] {
    const shown = this.observed.exceptions.filter((one) => !isPlaceholder(one));
    const own = managedIn(this.wanted.model.exceptions, this.wanted);
    const groups = new Map<string, { wanted: SteeringException[]; observed: SteeringException[] }>();
    const groupOf = (key: string) => {
      const group = groups.get(key) ?? { wanted: [], observed: [] };
      groups.set(key, group);
      return group;
    };
    for (const one of own) groupOf(this.groupKey(one, this.placeOf(one), this.wanted.model)).wanted.push(one);
    for (const one of shown) groupOf(this.groupKey(one, this.seenPlaceOf(one), this.observed)).observed.push(one);
    return [...groups.values()].flatMap((group) => this.matchGroup(group.wanted, group.observed));
  }

  /** Exceptions for the same app in the same place are alike; so are those of another type in the same place. */
  private groupKey({ data, location }: SteeringException, place: string, model: Model): string {
    const side = location.known ? location.value : '?';
    const app = data.type === 'certificate_pinned_app' ? textOf(referredBy(model.apps, data.app)?.name) : '';
    return JSON.stringify([place, side, data.type, app ?? '?']);
  }

  private matchGroup(wanted: readonly SteeringException[], observed: readonly SteeringException[]): Match[] {
    const left = new Set(observed);
    const namesIn = (list: readonly SteeringException[]) =>
      new Set(list.flatMap((one) => membersOf(one).items.map(lower)));
    const allWanted = namesIn(wanted);
    const take = (one: SteeringException): SteeringException | undefined => {
      const other =
        [...left].find((candidate) =>
          sameSet(membersOf(one).items.map(lower), membersOf(candidate).items.map(lower)),
        ) ?? mostAlike(one, [...left]);
      if (other !== undefined) left.delete(other);
      return other;
    };
    // What is exactly alike is matched first, so that nothing else takes it.
    const order = [...wanted].sort((a, b) => Number(isExact(b, observed)) - Number(isExact(a, observed)));
    const taken = new Map(order.map((one) => [one, take(one)]));
    const others = [...left].filter((one) => {
      const members = membersOf(one).items;
      return (
        one.data.type === 'certificate_pinned_app' ||
        members.length === 0 ||
        members.some((name) => !allWanted.has(lower(name)))
      );
    });
    // What stands in an entry that no code has goes with it.
    const allObserved = namesIn(observed.filter((one) => !others.includes(one)));
    const found = wanted.map((one): Match => {
      const other = taken.get(one);
      if (other === undefined) {
        // An entry whose names all stand in other entries is there: the console may merge entries. [doc R135 849841]
        const members = membersOf(one).items.map(lower);
        const isMerged = members.length > 0 && members.every((name) => allObserved.has(name));
        const merged = isMerged
          ? observed.find((entry) => membersOf(entry).items.some((name) => members.includes(lower(name))))
          : undefined;
        if (merged !== undefined)
          return { kind: 'exception', wanted: one, observed: merged, isUnseen: false, attributes: [] };
        return { kind: 'exception', wanted: one, isUnseen: this.mayHaveMore('exceptions', one), attributes: [] };
      }
      return {
        kind: 'exception',
        wanted: one,
        observed: other,
        isUnseen: false,
        attributes: compareExceptions(one, other, { wanted: allWanted, observed: allObserved }),
      };
    });
    return [
      ...found,
      ...others.map((one): Match => ({ kind: 'exception', observed: one, isUnseen: false, attributes: [] })),
    ];
  }

  /** Whether the tenant may have more objects of a kind in the same configuration than it shows. */
  private mayHaveMore(kind: 'ports' | 'exceptions', one: NonStandardPort | SteeringException): boolean {
    const place = this.placeOf(one);
    const type = 'data' in one ? one.data.type : undefined;
    return this.observed[kind].some(
      (other) =>
        other.doubt !== undefined &&
        other.doubt !== BY_DONE &&
        this.seenPlaceOf(other) === place &&
        (!('data' in other) || (isPlaceholder(other) && other.data.type === type)),
    );
  }

  private placeOf({ configuration }: NonStandardPort | SteeringException): string {
    return configuration.known ? (this.keys.get(configuration.value) ?? configuration.value) : '?';
  }

  private seenPlaceOf({ configuration }: NonStandardPort | SteeringException): string {
    return configuration.known ? configuration.value : '?';
  }
}

/** Whether an exception only says that there may be one that is not shown. */
export function isPlaceholder({ doubt, data }: SteeringException): boolean {
  return doubt !== undefined && doubt !== BY_DONE && (data.type === 'unknown' || membersOf({ data }).open === doubt);
}

/** The names of an exception; of one for an app, its custom app domains do not count. */
function membersOf({ data }: Pick<SteeringException, 'data'>): Names {
  if (data.type === 'unknown') return { items: [], open: data.reason };
  if (data.type !== 'certificate_pinned_app') return data.names;
  return data.app.known ? { items: [] } : { items: [], open: data.app.reason };
}

function isExact(one: SteeringException, observed: readonly SteeringException[]): boolean {
  return observed.some((other) => sameSet(membersOf(one).items.map(lower), membersOf(other).items.map(lower)));
}

function mostAlike(one: SteeringException, others: readonly SteeringException[]): SteeringException | undefined {
  if (one.data.type === 'certificate_pinned_app') return others[0];
  const own = new Set(membersOf(one).items.map(lower));
  const shared = (other: SteeringException) => membersOf(other).items.filter((name) => own.has(lower(name))).length;
  return others.filter((other) => shared(other) > 0).sort((a, b) => shared(b) - shared(a))[0];
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && [...one].sort().join('\n') === [...other].sort().join('\n');
}
