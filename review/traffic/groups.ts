/**
 * What did a person do, and which changes of traffic come of it? Each changed object is something that was done: an app
 * blocked, a bypass ended, a traffic mode changed. What is done alike is one group.
 */
import {
  type Configuration,
  type ExceptionData,
  type Model,
  type NonStandardPort,
  type PinnedAction,
  type PinnedApp,
  type PlannedModels,
  type PlatformName,
  type SteeringException,
  type Value,
  asksForManaged,
  groupBy,
  isNotObserved,
  meaningOf,
  PLATFORMS,
  possibilitiesOf,
} from '../../steering';
import { type At, type ChangeGroup, DONE, type Done } from '../report';
import { modeOf, titleOf } from './configuration-names';
import { type ToldChange, at } from './lines';

/** Something that was done to one object. */
interface DoneStep {
  readonly done: Done;
  /** The key of the object in its model. */
  readonly key: string;
  readonly at: At;
  readonly names: readonly string[];
  readonly configurations?: readonly string[];
  readonly platforms?: readonly PlatformName[];
  readonly details?: readonly string[];
}

/** Groups what was done. @param told the changes of traffic that come of it */
export function groupsOf(models: PlannedModels, told: readonly ToldChange[]): ChangeGroup[] {
  const steps = stepsIn(models);
  const groups = [
    ...groupBy(steps, ({ done, configurations, platforms, details }) =>
      JSON.stringify([done, configurations, platforms, details]),
    ).values(),
  ].sort(byImportance);
  const groupsFor = new Map<string, number[]>();
  groups.forEach((group, index) => {
    for (const { key } of group) groupsFor.set(key, [...(groupsFor.get(key) ?? []), index]);
  });
  const changes = groups.map(() => new Set<string>());
  const found = new Map<object, ReadonlySet<number>>();
  for (const { change, line } of told) {
    const { destinations = NOWHERE } = change.region;
    const ofDestinations =
      found.get(destinations) ??
      new Set(destinations.flatMap(({ causes = [] }) => causes.flatMap(({ key }) => groupsFor.get(key) ?? [])));
    found.set(destinations, ofDestinations);
    const own = change.causes.flatMap(({ key }) => groupsFor.get(key) ?? []);
    for (const index of new Set([...own, ...ofDestinations])) changes[index]?.add(line.id);
  }
  return groups.flatMap((group, index): ChangeGroup[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { done, configurations = [], platforms = [], details = [] } = first;
    return [
      {
        done,
        objects: group.map((one) => one.at),
        names: group.flatMap(({ names }) => names),
        configurations,
        platforms,
        details,
        changes: [...(changes[index] ?? [])],
      },
    ];
  });
}

const NOWHERE: NonNullable<ToldChange['change']['region']['destinations']> = [];

function byImportance([a]: readonly DoneStep[], [b]: readonly DoneStep[]): number {
  return a === undefined || b === undefined ? 0 : DONE.indexOf(a.done) - DONE.indexOf(b.done);
}

function stepsIn({ before, after }: PlannedModels): DoneStep[] {
  const names = new Map(
    [...before.configurations, ...after.configurations].map((one) => [one.key, titleOf(one)] as const),
  );
  const inConfiguration = ({ configuration }: { readonly configuration: Value<string> }) => ({
    configurations: configuration.known ? [names.get(configuration.value) ?? configuration.value] : [],
  });
  const apps = new Map([...before.apps, ...after.apps].map((one) => [one.key, one]));
  return [
    ...pairsOf(before.configurations, after.configurations).flatMap(([was, is]) => ofConfiguration(was, is)),
    ...pairsOf(before.exceptions, after.exceptions).flatMap(([was, is]) =>
      ofException(was, is, apps).map((step) => ({
        ...step,
        ...inConfiguration(is ?? was ?? NO_CONFIGURATION),
        ...movedBetween(was && inConfiguration(was), is && inConfiguration(is)),
      })),
    ),
    ...pairsOf(before.apps, after.apps).flatMap(([was, is]) => ofApp(was, is)),
    ...pairsOf(before.ports, after.ports).flatMap(([was, is]) =>
      ofPort(was, is).map((step) => ({ ...step, ...inConfiguration(is ?? was ?? NO_CONFIGURATION) })),
    ),
  ];
}

/** Tells that something is in another configuration than before. */
function movedBetween(
  was: Pick<ChangeGroup, 'configurations'> | undefined,
  is: Pick<ChangeGroup, 'configurations'> | undefined,
): Pick<DoneStep, 'details'> {
  const [from, to] = [was, is].map((one) => one?.configurations.join());
  return from === undefined || to === undefined || from === to ? {} : { details: [`in ${to} instead of ${from}`] };
}

const NO_CONFIGURATION = { configuration: { known: false, reason: '' } } as const;

type BeforeAndAfter<T> = readonly [was: T | undefined, is: T | undefined];

/** Pairs objects before with those after, and leaves out those that mean the same. */
function pairsOf<T extends Model['apps' | 'configurations' | 'exceptions' | 'ports'][number]>(
  before: readonly T[],
  after: readonly T[],
): BeforeAndAfter<T>[] {
  const [old, now] = [before, after].map((list) => new Map(list.map((one) => [one.key, one])));
  const keys = new Set([...before, ...after].map(({ key }) => key));
  const told = (one: T | undefined) =>
    one && meaningOf({ ...one, origin: one.origin.id, otherOwners: undefined, notes: undefined });
  return [...keys].flatMap((key): BeforeAndAfter<T>[] => {
    const [was, is] = [old?.get(key), now?.get(key)];
    return told(was) === told(is) ? [] : [[was, is]];
  });
}

function ofConfiguration(was: Configuration | undefined, is: Configuration | undefined): DoneStep[] {
  const one = is ?? was;
  if (one === undefined) return [];
  const told = { key: one.key, at: at({ origin: one.origin, name: titleOf(one) }), names: [titleOf(one)] };
  const configurations = [titleOf(one)];
  if (was === undefined) return [{ ...told, configurations, done: 'configuration_added', details: [modeOf(one)] }];
  if (is === undefined) return [{ ...told, configurations, done: 'configuration_removed', details: [modeOf(one)] }];
  const details = ASPECTS.flatMap(([title, tell]) => {
    const [old, now] = [tell(was), tell(is)];
    return old === now ? [] : [`${title === '' ? '' : `${title} `}${old} → ${now}`];
  });
  return details.length === 0 ? [] : [{ ...told, configurations, done: 'configuration_changed', details }];
}

const say = (value: Value<unknown>): string => (value.known ? String(value.value).replaceAll('_', ' ') : 'not known');
const list = ({ items, open }: Configuration['userGroups']): string =>
  [...items, ...(open === undefined ? [] : ['others'])].join(', ') || 'none';

/** What a reader wants to know of a changed configuration. */
const ASPECTS: readonly (readonly [title: string, tell: (one: Configuration) => string])[] = [
  ['', modeOf],
  ['enabled', ({ enabled }) => say(enabled)],
  ['place', ({ priority }) => ('isNew' in priority ? 'below all others' : say(priority))],
  ['user groups', ({ userGroups }) => list(userGroups)],
  ['organizational units', ({ organizationUnits }) => list(organizationUnits)],
  ['operating systems', ({ osFamilies }) => list(osFamilies)],
  ['device tags', ({ deviceTags }) => list(deviceTags)],
  ['private apps', ({ steerPrivateApps, privateApps }) => `${say(steerPrivateApps)} ${list(privateApps)}`],
  ['DNS steered', ({ steerDns }) => say(steerDns)],
  ['bypasses at the', ({ bypassExceptionTrafficAt }) => say(bypassExceptionTrafficAt)],
];

function ofException(
  was: SteeringException | undefined,
  is: SteeringException | undefined,
  apps: ReadonlyMap<string, PinnedApp>,
): DoneStep[] {
  const one = is ?? was;
  if (one === undefined) return [];
  if (isUnseen(one)) return [];
  const told = { key: one.key, at: at({ origin: one.origin }) };
  const [old, now] = [was?.data, is?.data];
  if (one.data.type === 'certificate_pinned_app') {
    const { app } = one.data;
    const found = app.known ? apps.get(app.value) : undefined;
    const name = found === undefined ? 'an app that is not known' : found.name.known ? found.name.value : found.key;
    const byDone = groupBy(PLATFORMS, ({ name: platform }) =>
      doneTo(actionsOn(old, platform), actionsOn(now, platform)),
    );
    return [...byDone].flatMap(([done, platforms]): DoneStep[] =>
      done === undefined
        ? []
        : [
            {
              ...told,
              at: { ...told.at, name },
              done,
              names: [name],
              platforms: platforms.map((platform) => platform.name),
            },
          ],
    );
  }
  const [gone, come] = [namesIn(old), namesIn(now)];
  const added = come.filter((name) => !gone.includes(name));
  const removed = gone.filter((name) => !come.includes(name));
  const steps: DoneStep[] = [
    ...(added.length > 0 ? [{ ...told, done: 'bypass_added', names: added } as const] : []),
    ...(removed.length > 0 ? [{ ...told, done: 'bypass_ended', names: removed } as const] : []),
  ];
  return steps.length > 0 ? steps : [{ ...told, done: doneWith(was, is), names: come.length > 0 ? come : gone }];
}

/** Whether an object only says that a tenant may have one that it does not show. */
function isUnseen({ doubt }: SteeringException | NonStandardPort): boolean {
  return doubt !== undefined && isNotObserved(doubt);
}

function doneWith(was: unknown, is: unknown): Done {
  if (was === undefined) return 'bypass_added';
  return is === undefined ? 'bypass_ended' : 'bypass_changed';
}

function namesIn(data: ExceptionData | undefined): readonly string[] {
  return data !== undefined && 'names' in data ? data.names.items : [];
}

type Actions = readonly (PinnedAction | null)[];

/**
 * Returns the actions that an exception may have on a platform; null says that it has none, or that none is observed: what
 * nobody sees is told by no word.
 */
function actionsOn(data: ExceptionData | undefined, platform: PlatformName): Actions {
  const action = data?.type === 'certificate_pinned_app' ? data.platforms[platform] : undefined;
  const isOpen = action?.known === false && isNotObserved(action.reason) && action.candidates?.includes(null) === true;
  return action === undefined || isOpen ? [null] : possibilitiesOf<PinnedAction | null>(action, ['block', 'bypass']);
}

const mayBlock = (actions: Actions): boolean => actions.includes('block');
/** Whether an action still blocks some devices: a bypass of managed devices blocks all others. */
const mayBlockSome = (actions: Actions): boolean =>
  actions.some((action) => action !== null && (action === 'block' || asksForManaged(action)));
const mayBypass = (actions: Actions): boolean => actions.some((action) => action?.startsWith('bypass') === true);

/** Returns what was done to an app on a platform; undefined where it is neither before nor after about the platform. */
function doneTo(was: Actions, is: Actions): Done | undefined {
  if ([...was, ...is].every((action) => action === null)) return undefined;
  if (mayBlock(was) && !mayBlock(is) && mayBlockSome(is)) return 'block_changed';
  if (mayBlock(is) !== mayBlock(was)) return mayBlock(is) ? 'block_added' : 'block_ended';
  if (mayBypass(is) !== mayBypass(was)) return mayBypass(is) ? 'bypass_added' : 'bypass_ended';
  return mayBlock(is) ? 'block_changed' : 'bypass_changed';
}

/** An app that is made or deleted does nothing by itself: its exceptions tell what is done. */
function ofApp(was: PinnedApp | undefined, is: PinnedApp | undefined): DoneStep[] {
  if (was === undefined || is === undefined) return [];
  const platforms = PLATFORMS.map(({ name }) => name).filter(
    (platform) => meaningOf(was.platforms[platform]) !== meaningOf(is.platforms[platform]),
  );
  const name = is.name.known ? is.name.value : is.key;
  return [{ done: 'app_changed', key: is.key, at: at({ origin: is.origin, name }), names: [name], platforms }];
}

function ofPort(was: NonStandardPort | undefined, is: NonStandardPort | undefined): DoneStep[] {
  const one = is ?? was;
  if (one === undefined || isUnseen(one)) return [];
  const done = was === undefined ? 'port_added' : is === undefined ? 'port_removed' : 'port_changed';
  const name = one.port.known && one.port.value === null ? one.domains.items.join(', ') : say(one.port);
  return [{ done, key: one.key, at: at({ origin: one.origin }), names: [name] }];
}
