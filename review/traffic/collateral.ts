/**
 * Whom does a change reach besides those that it names?
 *
 *     another process     a pattern matches a process of another app, or an app names one that several apps share
 *     another app         a non-standard port without domains steers everything that no changed app names
 *     unmanaged devices   a bypass of managed devices blocks all others
 *     unclassified ones   a bypass of managed devices of some classifications may block those of others
 */
import {
  asksForManaged,
  decide,
  DESKTOP_PLATFORMS,
  foreignProcessesOf,
  names,
  type ForeignProcess,
  type Model,
  type NonStandardPort,
  type PinnedApp,
  type PlannedModels,
  type PlatformName,
  type SteeringException,
  type Subject,
  type TrafficChange,
} from '../../steering';
import type { Collateral } from '../report';

/** Finds the collateral of changes. The objects of both models are looked up once for all changes. */
export class CollateralFinder {
  private readonly objects: readonly ObjectsOf[];
  private readonly foreign = new Map<string, readonly ForeignProcess[]>();

  /** @param changed the keys of the apps and exceptions that the plan changes */
  constructor(
    private readonly models: PlannedModels,
    changed: ReadonlySet<string>,
  ) {
    this.objects = [new ObjectsOf(models.after, changed), new ObjectsOf(models.before, changed)];
  }

  find(change: TrafficChange): Collateral[] {
    return [...this.otherProcesses(change), ...this.otherApps(change), ...this.otherDevices(change)];
  }

  private *otherProcesses(change: TrafficChange): Iterable<Collateral> {
    const { witness, region } = change;
    const seen = new Set<string>();
    for (const [objects, model] of this.states()) {
      for (const { key } of causesIn(change)) {
        const app = objects.appOf(key);
        if (app === undefined) continue;
        for (const platform of region.platforms ?? [witness.platform]) {
          for (const { process, of } of this.foreignOf(app, platform, model)) {
            if (seen.has(process.toLowerCase()) || !this.changesLike(change, platform, process)) continue;
            seen.add(process.toLowerCase());
            yield { kind: 'another_process', process, ...(of !== undefined && { of }) };
          }
        }
      }
    }
  }

  private *otherApps(change: TrafficChange): Iterable<Collateral> {
    const { region } = change;
    for (const [objects] of this.states()) {
      const entries = causesIn(change).flatMap(({ key }) => objects.ports.get(key) ?? []);
      const open = entries.find(({ domains }) => domains.items.length === 0 && domains.open === undefined);
      if (open === undefined) continue;
      if (region.processes?.every((set) => set.kind !== 'others' && objects.isMeant(set.text)) === true) return;
      yield { kind: 'another_app', port: open.port.known ? String(open.port.value) : 'not known' };
      return;
    }
  }

  private *otherDevices({ causes, region: { managed }, after }: TrafficChange): Iterable<Collateral> {
    if (managed === undefined || !after.possible.includes('block')) return;
    const [objects] = this.objects;
    const spares = causes.some(({ key }) => {
      const data = objects?.exceptions.get(key)?.data;
      if (data?.type !== 'certificate_pinned_app') return false;
      return DESKTOP_PLATFORMS.some((platform) => {
        const action = data.platforms[platform];
        const { items, open } = data.deviceClassifications?.[platform] ?? names();
        const isForAll = items.length === 0 && open === undefined;
        return action?.known && action.value !== null && asksForManaged(action.value) && !(managed && isForAll);
      });
    });
    if (spares) yield { kind: managed ? 'unclassified_devices' : 'unmanaged_devices' };
  }

  /** Says whether another process changes in the same way. */
  private changesLike({ witness, before, after }: TrafficChange, platform: PlatformName, process: string): boolean {
    const flow = { ...witness, platform, process };
    const was = decide(this.models.before, flow).possible.join();
    const will = decide(this.models.after, flow).possible.join();
    return was === before.possible.join() && will === after.possible.join();
  }

  private foreignOf(app: PinnedApp, platform: PlatformName, model: Model): readonly ForeignProcess[] {
    const key = `${platform} ${String(model === this.models.after)} ${app.key}`;
    const found = this.foreign.get(key) ?? foreignProcessesOf(app, platform, model);
    this.foreign.set(key, found);
    return found;
  }

  /** The objects and the model of both states: after the change, and before it. */
  private states(): [ObjectsOf, Model][] {
    const [after, before] = this.objects;
    return after === undefined || before === undefined
      ? []
      : [
          [after, this.models.after],
          [before, this.models.before],
        ];
  }
}

/** Returns everything that causes a change, at all of its destinations or at some. */
function causesIn({ causes, region: { destinations } }: TrafficChange): readonly Subject[] {
  const others = destinations === undefined ? [] : causesAt(destinations);
  return others.length === 0 ? causes : [...causes, ...others];
}

const found = new WeakMap<object, readonly Subject[]>();

/** Returns the causes that destinations name; they are looked up once, because many changes share one list. */
function causesAt(destinations: NonNullable<TrafficChange['region']['destinations']>): readonly Subject[] {
  const known = found.get(destinations) ?? destinations.flatMap(({ causes = [] }) => causes);
  found.set(destinations, known);
  return known;
}

class ObjectsOf {
  readonly exceptions: ReadonlyMap<string, SteeringException>;
  readonly ports: ReadonlyMap<string, NonStandardPort>;
  private readonly apps: ReadonlyMap<string, PinnedApp>;
  /** The processes and patterns of apps that the plan changes, or that a changed exception is for, in lower case. */
  private readonly meant: ReadonlySet<string>;

  constructor({ apps, exceptions, ports }: Model, changed: ReadonlySet<string>) {
    this.apps = new Map(apps.map((one) => [one.key, one]));
    this.exceptions = new Map(exceptions.map((one) => [one.key, one]));
    this.ports = new Map(ports.map((one) => [one.key, one]));
    const own = [...changed].flatMap((key) => this.appOf(key) ?? []);
    this.meant = new Set(own.flatMap(processesOf));
  }

  /** Finds the app behind the key of a cause: the app itself, or the app that an exception is for. */
  appOf(key: string): PinnedApp | undefined {
    const data = this.exceptions.get(key)?.data;
    if (data?.type === 'certificate_pinned_app') return data.app.known ? this.apps.get(data.app.value) : undefined;
    return this.apps.get(key);
  }

  isMeant(process: string): boolean {
    return this.meant.has(process.toLowerCase());
  }
}

function processesOf({ platforms }: PinnedApp): string[] {
  return Object.values(platforms).flatMap((definition) =>
    definition.known ? definition.value.processes.items.map((item) => item.toLowerCase()) : [],
  );
}
