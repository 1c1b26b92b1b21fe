/**
 * What does it do to a tenant that a person makes it what the code says? No `terraform plan` can run there, so this makes
 * what a review needs of one: the tenant as it is observed, the tenant after the runbook, and what is created, changed and
 * deleted between the two. What is not observed stays not known, before as after.
 *
 * In both models the objects that the code has are called by the keys of the code and come from its resources, so that its
 * traffic tests, its suppressions and its premises find them.
 */
import {
  asRead,
  isLocalRange,
  isNotObserved,
  meaningOf,
  type Configuration,
  type Model,
  type PinnedApp,
  type PlanJson,
  type PlannedChange,
  type PlannedModels,
} from '../steering';
import { EXCEPTION_TYPES } from '../steering/domain/exceptions';
import { aligned, alignmentOf, type Alignment } from './aligned';
import { attributesOf, objectsByKey, resourceOf, valueIn, type KindedObject } from './attribute-values';
import { nameObject, type ObservedTenant } from './diff';
import { notObservedOf } from './not-observed';
import { afterToggles, carriedOver } from './runbook/after';
import { isToggled } from './runbook/safety';
import { wayTo, type RunbookOptions, type WayThrough } from './runbook/states';
import { sameApp, sameConfiguration, textOf, type Wanted } from './wanted';

/** A plan that a person carries out. */
export interface PlanByHand {
  /** What is created, changed and deleted, in the form of a plan of terraform. */
  readonly plan: PlanJson;
  readonly models: PlannedModels;
  /** The address of the tenant. */
  readonly tenant: string;
  /** When it was observed, ISO 8601. */
  readonly observedAt: string;
  /** What of the tenant is not observed, each as a part of a sentence, the most important first. */
  readonly notObserved: readonly string[];
  /** Sentences on what cannot be judged at all. */
  readonly notJudged: readonly string[];
  /** Sentences on what weakens a verdict. */
  readonly reservations: readonly string[];
}

export function planByHand(wanted: Wanted, tenant: ObservedTenant, options: RunbookOptions = {}): PlanByHand {
  const way = wayTo(wanted, tenant, options);
  const lookedUp = missingLookups(wanted, way.before);
  const alignment = alignmentOf(wanted, way.before);
  const align = (model: Model) => aligned(withLookups(model, lookedUp), alignment);
  const before = withoutCode(align(way.before), alignment, way);
  const after = carriedOver(align(afterToggles(way)), before, wanted);
  const changes = changesBetween(before, after, wanted);
  return {
    plan: { format_version: '1.2', planned_values: {}, resource_changes: changes },
    models: {
      before: asRead(before),
      after: asRead(after),
      changed: new Set(changes.filter(({ change }) => change.actions.join() !== 'no-op').map(({ name }) => name)),
      notJudged: [],
    },
    tenant: tenant.snapshot.tenant,
    observedAt: tenant.snapshot.observedAt,
    notObserved: notObservedOf(way.before),
    notJudged: notJudgedOf(wanted, lookedUp),
    reservations: reservationsOf(way, options),
  };
}

/** What the code looks up and the tenant does not show. */
interface Lookups {
  readonly configurations: readonly Configuration[];
  readonly apps: readonly PinnedApp[];
}

function missingLookups({ model, managed }: Wanted, before: Model): Lookups {
  return {
    configurations: model.configurations.filter(
      (one) => !managed.has(one.key) && sameConfiguration(one, before.configurations) === undefined,
    ),
    apps: model.apps.filter((one) => !managed.has(one.key) && sameApp(one, before.apps) === undefined),
  };
}

function withLookups(model: Model, { configurations, apps }: Lookups): Model {
  return {
    ...model,
    configurations: [...model.configurations, ...configurations],
    apps: [...model.apps, ...apps],
  };
}

/** Gives what no code has, and what is deleted, a name that says so: it has no address in Terraform. */
function withoutCode(before: Model, alignment: Alignment, { after, changes }: WayThrough): Model {
  const gone = new Set(
    changes.flatMap((one) => (one.before !== undefined && one.after === undefined ? one.before.key : [])),
  );
  for (const { key } of before.exceptions) if (!after.exceptions.some((one) => one.key === key)) gone.add(key);
  const own = new Set([...alignment.values()].map(({ key }) => key));
  const titled = <T extends KindedObject['object']>(one: T): T => {
    if (own.has(one.key) || !gone.has(one.key)) return one;
    const address = `not in code: ${titleOf(one, before)}`;
    return { ...one, origin: { ...one.origin, address } };
  };
  return {
    ...before,
    configurations: before.configurations.map(titled),
    apps: before.apps.map(titled),
    ports: before.ports.map(titled),
    exceptions: before.exceptions.map(titled),
  };
}

function titleOf(one: KindedObject['object'], model: Model): string {
  const { name, configuration, location } = nameObject(one, model);
  const place = configuration === undefined ? '' : ` in ${[configuration, location].filter((text) => text).join(', ')}`;
  if ('isDefault' in one) return `the configuration ${name}`;
  if ('platforms' in one) return `the app ${name}`;
  if ('port' in one) return `${name}${place}`;
  const { type } = one.data;
  if (type === 'certificate_pinned_app') return `the exception for ${name}${place}`;
  return `${type === 'unknown' ? 'exception' : EXCEPTION_TYPES[type].title}, ${name}${place}`;
}

/** What is done to each object that the code manages, also where that is nothing, and to what goes. */
function changesBetween(before: Model, after: Model, wanted: Wanted): PlannedChange[] {
  const [was, is] = [objectsByKey(before), objectsByKey(after)];
  const keys = new Set([...was.keys(), ...is.keys()]);
  return [...keys].flatMap((key): PlannedChange[] => {
    const [old, now] = [was.get(key), is.get(key)];
    const one = now ?? old;
    if (one === undefined || (now !== undefined && !wanted.managed.has(key))) return [];
    if (now === undefined && isUntold(one)) return [];
    const change = changeOf(
      old && attributesOf(old, before),
      now && attributesOf(now, after),
      one.kind === 'configuration' && one.object.isDefault,
    );
    const isGone = now === undefined;
    return [
      {
        address: one.object.origin.address ?? key,
        mode: 'managed',
        type: resourceOf(one),
        name: key,
        ...(isGone && { action_reason: 'the tenant has it, and no code does' }),
        change,
      },
    ];
  });
}

/** Whether nobody deletes an object by itself: one that is not shown, or that every configuration has. */
function isUntold({ kind, object }: KindedObject): boolean {
  if (kind === 'app' || kind === 'configuration') return false;
  return object.doubt !== undefined ? isNotObserved(object.doubt) : kind === 'exception' && isLocalRange(object);
}

type ValuedAttributes = ReturnType<typeof attributesOf>;

function changeOf(
  old: ValuedAttributes | undefined,
  now: ValuedAttributes | undefined,
  isAlwaysThere: boolean,
): PlannedChange['change'] {
  const names = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])];
  const isWhole = !isAlwaysThere && (old === undefined || now === undefined);
  const told = names.filter(
    (name) => isWhole || (!isUnwritten(now?.get(name)) && meaningOf(old?.get(name)) !== meaningOf(now?.get(name))),
  );
  const [before, after] = [old, now].map((attributes) => {
    const values = told.map((name) => [name, valueIn(attributes?.get(name))] as const);
    // What is not known of something that comes or goes as a whole says nothing.
    const shown = isWhole ? values.filter(([, { isOpen }]) => !isOpen) : values;
    return {
      values: Object.fromEntries(shown.map(([name, { value }]) => [name, value])),
      open: Object.fromEntries(shown.flatMap(([name, { isOpen }]) => (isOpen ? [[name, true]] : []))),
    };
  });
  const actions =
    old === undefined ? ['create'] : now === undefined ? ['delete'] : told.length === 0 ? ['no-op'] : ['update'];
  return {
    actions,
    before: old === undefined ? null : (before?.values ?? {}),
    after: now === undefined ? null : (after?.values ?? {}),
    before_unknown: before?.open ?? {},
    after_unknown: after?.open ?? {},
  };
}

/** Whether the code does not write an attribute, so that it leaves it as it is. */
function isUnwritten(attribute: ReturnType<ValuedAttributes['get']>): boolean {
  return (
    attribute !== undefined && 'known' in attribute && !attribute.known && attribute.reason === 'it is not written'
  );
}

function notJudgedOf({ model, attributes, managed }: Wanted, { configurations, apps }: Lookups): string[] {
  const nameOf = (one: Configuration | PinnedApp) => textOf(one.name) ?? one.origin.address ?? one.key;
  const missing = [...configurations.map(nameOf), ...apps.map(nameOf)];
  const locations = (model.networkLocations ?? []).filter(({ key }) => managed.has(key) && attributes.has(key));
  return [
    ...(missing.length > 0
      ? [`The code refers to what the tenant does not show: ${missing.join(', ')}. What depends on it is not known.`]
      : []),
    ...(locations.length > 0
      ? [
          `The code has ${locations.length === 1 ? 'a network location' : `${locations.length} network locations`}, and REST v1 shows the addresses of none: which flows belong to it is not compared.`,
        ]
      : []),
  ];
}

function reservationsOf({ changes, before }: WayThrough, { done, baseline }: RunbookOptions): string[] {
  const toggles = changes.flatMap((one) =>
    one.kind === 'configuration' && one.before !== undefined && isToggled(one.before, one.after)
      ? [nameObject(one.before, before).name]
      : [],
  );
  return [
    'A person brings this about, by the runbook of "netskope-steering live runbook"; what else the code has, such as resources of other providers, is not looked at.',
    ...(toggles.length > 0
      ? [
          `Dynamic steering of ${toggles.join(', ')} is turned on or off: what the code does not have there may be lost, or stand at one location only. [doc]`,
        ]
      : []),
    ...(done === undefined
      ? []
      : [`What is not observed is taken to be as ${done.name} says, whose runbook has been carried out.`]),
    ...(baseline === undefined ? [] : ['What the baseline holds stays, though no code has it.']),
  ];
}
