/**
 * Is a flow more open on a tenant that is half changed than both before and after all changes? The order of changes is
 * made so that it is not; where several changes do both, narrow and open, that is looked up here, flow by flow.
 */
import {
  SIDES,
  fatesOf,
  possibilitiesFor,
  type Configuration,
  type Fate,
  type Flow,
  type Model,
  type PinnedApp,
  type PlatformName,
  type SteeringException,
} from '../../steering';
import { isPlaceholder } from '../match';
import { BY_DONE } from '../wanted';
import type { TenantChange } from './order';

const RANKS: Readonly<Record<Fate, number>> = { block: 0, steer: 1, bypass_tunnel: 2, bypass_direct: 3, direct: 3 };

const MOST_OPEN = 3;

/** How open a flow is at most: 0 where it is blocked, 3 where the tenant may see nothing of it. */
export function opennessOf(model: Model, flow: Flow): number {
  return Math.max(...fatesOf(possibilitiesFor(model, flow)).map((fate) => RANKS[fate]));
}

/** A state in between in which a flow is more open than before and after. */
export interface Gap {
  /** The number of changes that are made in it. */
  readonly changes: number;
  readonly flow: Flow;
}

/**
 * Finds the first state in which one of the flows is more open than on the tenant before and after.
 * @param made the change that leads to each state but the first and the last two; the flows that it does not touch are as open as before it
 */
export function gapIn(
  states: readonly Model[],
  flows: readonly Flow[],
  made: readonly TenantChange[] = [],
): Gap | undefined {
  const [before, after] = [states[0], states.at(-1)];
  if (before === undefined || after === undefined) return undefined;
  // What the tenant sees nothing of before or after cannot be more open in between.
  const judged = flows
    .map((flow) => ({ flow, limit: Math.max(opennessOf(before, flow), opennessOf(after, flow)) }))
    .filter(({ limit }) => limit < MOST_OPEN);
  const ofProcess = new Map<string, typeof judged>();
  for (const one of judged) {
    const process = one.flow.process.toLowerCase();
    ofProcess.set(process, [...(ofProcess.get(process) ?? []), one]);
  }
  for (const [changes, state] of states.slice(0, -1).entries()) {
    if (changes === 0) continue;
    const change = changes > 1 ? made[changes - 1] : undefined;
    const processes = change === undefined ? undefined : processesOf(change, state);
    const touched = processes === undefined ? judged : processes.flatMap((one) => ofProcess.get(one) ?? []);
    const found = touched.find(({ flow, limit }) => opennessOf(state, flow) > limit);
    if (found !== undefined) return { changes, flow: found.flow };
  }
  return undefined;
}

/** The processes that a change touches, in lower case; undefined where it may touch any. */
function processesOf({ kind, before, after }: TenantChange, { apps }: Model): string[] | undefined {
  const one = after ?? before;
  if (one === undefined || (kind !== 'app' && kind !== 'exception')) return undefined;
  const touched: (PinnedApp | undefined)[] = [];
  for (const object of [before, after]) {
    if (object === undefined) continue;
    if (!('data' in object)) {
      if (!('platforms' in object)) return undefined;
      touched.push(object);
    } else {
      const { data } = object;
      if (data.type !== 'certificate_pinned_app' || !data.app.known) return undefined;
      const { value } = data.app;
      touched.push(apps.find(({ key }) => key === value));
    }
  }
  const names = touched.map((app) => (app === undefined ? undefined : namesIn(app)));
  return names.includes(undefined) ? undefined : [...new Set(names.flatMap((all) => all ?? []))];
}

function namesIn({ platforms }: PinnedApp): string[] | undefined {
  const all: string[] = [];
  for (const definition of Object.values(platforms)) {
    if (!definition.known) return undefined;
    const { match, processes } = definition.value;
    if (processes.open !== undefined || (match.known && match.value !== 'exact')) return undefined;
    all.push(...processes.items.map((name) => name.toLowerCase()));
  }
  return all;
}

/**
 * Returns the tenant without what is only said not to be observed: a port entry, an exception, an action that may be there.
 * With them every flow might be open before any change, and no change could open it.
 */
export function asObserved(model: Model): Model {
  const certain = <T extends { readonly doubt?: string }>(list: readonly T[]): T[] =>
    list.filter(({ doubt }) => doubt === undefined || doubt === BY_DONE).map(({ doubt: _, ...one }) => one as T);
  return {
    ...model,
    apps: certain(model.apps).map(withExactMatch),
    ports: certain(model.ports),
    exceptions: certain(model.exceptions.filter((one) => !isPlaceholder(one))).map((one) => {
      if (one.data.type !== 'certificate_pinned_app') return one;
      const platforms = Object.entries(one.data.platforms).filter(
        ([, action]) => action.known || action.candidates?.includes(null) !== true,
      );
      return { ...one, data: { ...one.data, platforms: Object.fromEntries(platforms) } };
    }),
  };
}

/** Names are names where it is not observed that they are patterns. */
function withExactMatch(app: PinnedApp): PinnedApp {
  const platforms = Object.entries(app.platforms).map(([name, definition]): [string, typeof definition] => {
    if (!definition.known || definition.value.match.known) return [name, definition];
    return [name, { ...definition, value: { ...definition.value, match: { known: true, value: 'exact' } } }];
  });
  return { ...app, platforms: Object.fromEntries(platforms) };
}

const LISTS = { configuration: 'configurations', app: 'apps', port_entry: 'ports', exception: 'exceptions' } as const;

/** Returns the tenant with one change. Dynamic steering that is turned on or off may lose exceptions: here it loses all. */
export function applied(model: Model, change: TenantChange): Model {
  const { kind, before, after } = change;
  const list = LISTS[kind];
  const key = before?.key;
  const others = model[list].filter((one) => one.key !== key && one.key !== after?.key);
  if (kind === 'app' && change.platform !== undefined && after !== undefined) {
    return {
      ...model,
      apps: model.apps.map((one) => (one.key === after.key ? withPlatform(one, after, change.platform) : one)),
    };
  }
  const next: Model = { ...model, [list]: after === undefined ? others : [...others, after] };
  if (kind !== 'configuration') return next;
  const isIn = ({ configuration }: { configuration: SteeringException['configuration'] }) =>
    configuration.known && configuration.value === key;
  if (after === undefined) {
    return {
      ...next,
      ports: next.ports.filter((one) => !isIn(one)),
      exceptions: next.exceptions.filter((one) => !isIn(one)),
    };
  }
  return isToggled(change.before, change.after)
    ? { ...next, exceptions: next.exceptions.filter((one) => !isIn(one)) }
    : next;
}

function withPlatform(app: PinnedApp, from: PinnedApp, platform: PlatformName | undefined): PinnedApp {
  const { [platform as PlatformName]: _, ...others } = app.platforms;
  const definition = platform === undefined ? undefined : from.platforms[platform];
  return {
    ...app,
    platforms: { ...others, ...(definition !== undefined && platform !== undefined && { [platform]: definition }) },
  };
}

/** Whether a change of a configuration turns dynamic steering on or off. */
export function isToggled(before: Configuration | undefined, after: Configuration | undefined): boolean {
  const [was, is] = [before?.dynamicSteering.enabled, after?.dynamicSteering.enabled];
  return was?.known === true && is?.known === true && was.value !== is.value;
}

const WELL_KNOWN_PORTS = [80, 443];
const OTHER_HOST = 'other.example.org';

/** Flows of what the models name: their processes, hosts and ports, for each group of users and each kind of device. */
export function flowsOf(models: readonly Model[], most: number): Flow[] {
  const processes = new Map<string, { platform: PlatformName; process: string }>();
  const add = (platform: PlatformName, process: string) =>
    processes.set(`${platform} ${process.toLowerCase()}`, { platform, process });
  const hosts = new Set([OTHER_HOST]);
  const ports = new Set(WELL_KNOWN_PORTS);
  const clients = new Map<string, Pick<Flow, 'userGroups' | 'organizationUnit' | 'deviceTags'>>();
  const addClient = (groups: readonly string[], unit: string | null, tags: readonly string[]) =>
    clients.set(JSON.stringify([groups, unit, tags]), { userGroups: groups, organizationUnit: unit, deviceTags: tags });
  addClient([], null, []);
  for (const model of models) {
    for (const { platforms } of model.apps) {
      for (const [platform, definition] of Object.entries(platforms)) {
        if (definition.known)
          definition.value.processes.items.slice(0, 3).forEach((one) => add(platform as PlatformName, one));
      }
    }
    for (const { port, domains } of model.ports) {
      if (port.known && port.value !== null) ports.add(port.value);
      domains.items.slice(0, 2).forEach((one) => hosts.add(one));
    }
    for (const { data } of model.exceptions) {
      const items =
        data.type === 'certificate_pinned_app'
          ? data.customAppDomains.items
          : data.type === 'domains'
            ? data.names.items
            : [];
      items
        .filter((one) => one !== '*')
        .slice(0, 2)
        .forEach((one) => hosts.add(one.replace(/^\*\./, 'www.')));
    }
    for (const { userGroups, organizationUnits, deviceTags } of model.configurations) {
      addClient(userGroups.items, organizationUnits.items[0] ?? null, deviceTags.items);
    }
  }
  add('windows', 'other.exe');
  const asksForDevices = models.some(({ exceptions }) =>
    exceptions.some(
      ({ data }) =>
        data.type === 'certificate_pinned_app' &&
        Object.values(data.platforms).some((one) => !one.known || one.value?.includes('managed') === true),
    ),
  );
  const isDynamic = models.some(({ configurations }) =>
    configurations.some(({ dynamicSteering: { enabled } }) => !enabled.known || enabled.value),
  );
  const [who, what] = [[...clients.values()], [...processes.values()]];
  const [where, at] = [[...hosts], [...ports]];
  const devices = asksForDevices ? [true, false] : [false];
  const locations = isDynamic ? SIDES : SIDES.slice(0, 1);
  const sizes = [locations.length, devices.length, at.length, where.length, what.length, who.length];
  const count = sizes.reduce((product, size) => product * size, 1);
  // A sample of many is spread over all of them; an odd step does not always meet the same device.
  const stride = Math.ceil(count / most) | 1;
  return Array.from({ length: Math.ceil(count / stride) }, (_, index): Flow => {
    let left = index * stride;
    const take = <T>(list: readonly T[]): T => {
      const one = list[left % list.length];
      left = Math.floor(left / list.length);
      return one as T;
    };
    const [location, managed, port, host, one, client] = [
      take(locations),
      take(devices),
      take(at),
      take(where),
      take(what),
      take(who),
    ];
    return { ...one, ...client, host, port, managed, location, transport: 'tcp' };
  });
}
