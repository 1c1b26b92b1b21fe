/**
 * This file reads a plan (`terraform show -json PLAN`) as resources twice: as they are before it, in the prior state,
 * and as its changes leave them. What the plan does not mention stays as it is.
 */
import { checkPlan } from './check-plan';
import type { StackReferences } from './from-stack';
import { agreed, identityOf, isDefaultConfiguration, isSame, kindOf, onceEach, looksUp } from './one-object';
import {
  type PlanJson,
  type PlannedChange,
  type StateResource,
  acts,
  deposedKeyOf,
  heldIn,
  isAdopted,
  isLetGo,
  isMade,
  isTakenAway,
  isYetToBe,
  keyOf,
  plannedIn,
} from './plan-json';
import { Dependencies, isWritten } from './plan-references';
import { mergeUnknown, Resolver } from './planned-values';
import {
  type SourceAttribute,
  type SourceAttributes,
  type SourceResource,
  Unresolved,
  expandListings,
  isObject,
  referencesIn,
} from './resources';

export interface PlannedResources {
  readonly before: readonly SourceResource[];
  readonly after: readonly SourceResource[];
  /** The keys of the resources that the plan does something with. */
  readonly changed: ReadonlySet<string>;
}

/**
 * Reads the resources before and after a plan.
 * @param stack what the stack's cdk.tf.json says of references and construct paths, where it stands beside the plan
 * @param tenant everything on the tenant, whether this plan manages it or not
 * @throws UnreadablePlan for what is no plan, or of an unknown format
 */
export function resourcesFromPlan(
  plan: PlanJson,
  stack?: StackReferences,
  tenant: readonly SourceResource[] = [],
): PlannedResources {
  checkPlan(plan);
  return new PlannedResource(plan, stack, tenant).resources();
}

/** The attributes that one owner of an object writes. */
interface Write {
  readonly key: string;
  readonly attributes: SourceAttributes;
}

class PlannedResource {
  private readonly changes: ReadonlyMap<string, PlannedChange>;
  /** The resources in the state: managed, deposed and looked up. */
  private readonly held: readonly SourceResource[];
  /** The managed resources among these, by their keys. */
  private readonly managed: ReadonlyMap<string, SourceResource>;
  private readonly resolver: Resolver;
  private readonly dependencies: Dependencies;

  constructor(
    private readonly plan: PlanJson,
    private readonly stack: StackReferences | undefined,
    private readonly tenant: readonly SourceResource[],
  ) {
    this.dependencies = new Dependencies(plan);
    const changes = plannedIn(plan);
    this.changes = new Map(changes.map((change) => [keyOf(change), change]));
    const state = heldIn(plan).map((one) => this.resourceAt(one, (one.values ?? {}) as SourceAttributes));
    const inState = new Set(state.map(({ key }) => key));
    // An object that this plan imports is on the tenant already, and in the state only afterwards.
    const imported = changes
      .filter((change) => change.mode !== 'data' && change.change.before !== null && !inState.has(keyOf(change)))
      .map((change) => this.resourceAt(change, (change.change.before ?? {}) as SourceAttributes));
    this.held = [...state, ...imported].flatMap(expandListings);
    this.managed = new Map(this.held.filter(({ mode }) => mode === 'managed').map((one) => [one.key, one]));
    const staying = this.held.filter(
      ({ key }) => !isMade(this.changes.get(key)) && !isTakenAway(this.changes.get(key)),
    );
    this.resolver = new Resolver(
      plan,
      [
        ...staying.map(({ key, type }) => ({ key, type, unknownId: false })),
        ...changes.filter(isYetToBe).map(({ address, type, change: { after_unknown: unknown } }) => ({
          key: address,
          type,
          unknownId: isObject(unknown) && unknown['id'] === true,
        })),
        ...tenant.map(({ key, type }) => ({ key, type, unknownId: false })),
      ],
      stack,
    );
  }

  resources(): PlannedResources {
    const before = onceEach([...this.held, ...this.tenant]);
    const made = [...this.changes.values()].filter((change) => isMade(change) && !isAdopted(change));
    const kept = before.map((one) => ({ object: one, after: this.afterOf(one) }));
    const adopted = before.some(isDefaultConfiguration) ? [] : this.adoptedUnseen();
    const gone = new Set(kept.flatMap(({ object, after }) => (after === undefined ? identitiesOf(object) : [])));
    const left = kept.flatMap(({ after }) => (after === undefined || isInGone(after, gone) ? [] : after));
    const created = made.map((change) => ({ ...this.planned(change), isNew: true }));
    const lookups = this.deferredLookups([...left, ...adopted, ...created]);
    return {
      before: [...before, ...lookups.apart],
      after: [...lookups.after, ...lookups.apart],
      changed: new Set([
        ...kept.flatMap(({ object }) =>
          this.ownersOf(object).some(({ change }) => change !== undefined && acts(change)) ? object.key : [],
        ),
        ...[...made, ...adopted].map((one) => ('key' in one ? one.key : one.address)),
      ]),
    };
  }

  /** Returns what becomes of an existing object; undefined where it is destroyed. */
  private afterOf(object: SourceResource): SourceResource | undefined {
    const owners = this.ownersOf(object);
    const isDefault = isDefaultConfiguration(object);
    if (!isDefault && owners.some(({ change }) => isTakenAway(change))) return undefined;
    const staying = owners.filter(({ change }) => !isTakenAway(change) && !isLetGo(change));
    const [first, ...others] = staying;
    const writes = owners.flatMap(({ key, change }) => (change === undefined ? [] : this.writeOf(key, change)));
    const keepsPriority = owners.some(({ change }) => change?.change.actions.includes('update'));
    const { otherOwners: _, ...rest } = object;
    return {
      ...rest,
      attributes: applied(object.attributes, writes),
      origin: first?.origin ?? object.origin,
      otherKeys: [...new Set([...(object.otherKeys ?? []), ...owners.map(({ key }) => key)])],
      ...(others.length > 0 && { otherOwners: others.map(({ origin }) => origin) }),
      ...(keepsPriority && { keepsPriority }),
    };
  }

  /**
   * Returns the default configuration that the plan adopts, where nothing told of it so far. Nobody creates it: it is
   * there. [doc]
   */
  private adoptedUnseen(): SourceResource[] {
    const adopting = [...this.changes.values()].filter(isAdopted);
    const owners = adopting.map((change) => this.planned(change));
    const [first] = owners;
    if (first === undefined) return [];
    const unseen = { ...first, attributes: {}, otherKeys: owners.map(({ key }) => key) };
    const after = this.afterOf(unseen);
    return after === undefined ? [] : [after];
  }

  /** Returns the resources that manage an object, before the plan or after it, with what the plan does to each. */
  private ownersOf(
    object: SourceResource,
  ): { key: string; origin: SourceResource['origin']; change: PlannedChange | undefined }[] {
    const before = [object.key, ...(object.otherKeys ?? [])]
      .flatMap((key) => this.managed.get(key) ?? [])
      .map(({ key, origin }) => ({ key, origin, change: this.changes.get(key) }));
    if (!isDefaultConfiguration(object)) return before;
    const adopting = [...this.changes.values()]
      .filter((change) => isAdopted(change) && !before.some(({ key }) => key === keyOf(change)))
      .map((change) => ({ key: keyOf(change), origin: this.planned(change).origin, change }));
    return [...before, ...adopting];
  }

  /** Returns the attributes of an existing object that a change of the plan writes. */
  private writeOf(key: string, change: PlannedChange): Write[] {
    const { actions, before, after } = change.change;
    if (actions.includes('forget')) return [];
    const wanted = after === null ? {} : this.valuesOf(change);
    if (isTakenAway(change) || isAdopted(change)) {
      // The default configuration, when it is destroyed, becomes what it was found to be; what is not written stays.
      const found = isTakenAway(change) && isObject(before?.['found']) ? (before['found'] as SourceAttributes) : {};
      const written = Object.entries(wanted).filter(
        ([name, value]) => value !== null && (!(value instanceof Unresolved) || isWritten(this.plan, change, name)),
      );
      return [{ key, attributes: { ...nonNull(found), ...Object.fromEntries(written) } }];
    }
    const changed = Object.entries(wanted).filter(
      ([name, value]) =>
        // An update does not move a configuration [assumed]; its place is computed, so that a plan shows it as unknown.
        !(name === 'priority' && value instanceof Unresolved) && !isSame(value ?? null, before?.[name] ?? null),
    );
    return [{ key, attributes: Object.fromEntries(changed) }];
  }

  private valuesOf(change: PlannedChange): SourceAttributes {
    const merged = mergeUnknown(change.change.after, change.change.after_unknown) as SourceAttributes;
    return this.resolver.resolve(change, merged);
  }

  private planned(change: PlannedChange): SourceResource {
    return this.resourceAt(change, this.valuesOf(change));
  }

  /**
   * Places the lookups that terraform does only at the apply. One that names an existing object finds it. Any other
   * becomes an object of its own before and after the plan, where something refers to it: a lookup changes nothing.
   */
  private deferredLookups(after: readonly SourceResource[]): {
    after: readonly SourceResource[];
    apart: readonly SourceResource[];
  } {
    const deferred = [...this.changes.values()]
      .filter(({ mode, change }) => mode === 'data' && change.actions.includes('read') && change.after !== null)
      .map((change) => this.planned(change));
    const found = deferred.map((lookup) => ({ lookup, object: after.find((one) => looksUp(lookup, one)) }));
    const known = after.map((one) => {
      const keys = found.filter(({ object }) => object === one).map(({ lookup }) => lookup.key);
      return keys.length === 0 ? one : { ...one, otherKeys: [...(one.otherKeys ?? []), ...keys] };
    });
    const referred = new Set(after.flatMap(({ attributes }) => referencesIn(attributes)));
    const apart = found.flatMap(({ lookup, object }) =>
      object === undefined && referred.has(lookup.key) ? lookup : [],
    );
    return { after: known, apart };
  }

  /** Makes a resource of a change of the plan, or of an object of the state in it. */
  private resourceAt(one: StateResource | PlannedChange, attributes: SourceAttributes): SourceResource {
    const { address, mode, type } = one;
    const deposed = deposedKeyOf(one);
    const construct = this.stack?.constructs.get(address);
    const { id } = attributes;
    const origin = {
      address,
      ...(deposed !== undefined && { deposed }),
      ...(construct !== undefined && { construct }),
      ...(typeof id === 'string' && { id }),
    };
    // The order in which objects are made decides of custom configurations alone.
    const dependsOn = mode !== 'data' && type.endsWith('_configuration') ? this.dependencies.of(address) : undefined;
    const resource: SourceResource = {
      type,
      mode: mode === 'data' ? 'data' : 'managed',
      key: keyOf(one),
      attributes,
      origin,
    };
    return dependsOn === undefined ? resource : { ...resource, dependsOn };
  }
}

/** Returns attributes with what is written to them; one is unresolved where several owners write different things. */
function applied(attributes: SourceAttributes, writes: readonly Write[]): SourceAttributes {
  const names = new Set(writes.flatMap((write) => Object.keys(write.attributes)));
  if (names.size === 0) return attributes;
  const written = [...names].map((name): [string, SourceAttribute] => {
    const writers = writes.filter((write) => Object.hasOwn(write.attributes, name));
    return [
      name,
      agreed(
        writers.map((write) => write.attributes[name]),
        writers,
      ),
    ];
  });
  return { ...attributes, ...Object.fromEntries(written) };
}

function nonNull(attributes: SourceAttributes): SourceAttributes {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null));
}

/** The beginning of the identity of a network location by its name, because exceptions refer to locations by name. */
const LOCATION_NAMED = 'network_location named';

function identitiesOf(object: SourceResource): string[] {
  const { name } = object.attributes;
  const named = kindOf(object) === 'network_location' && typeof name === 'string' ? [`${LOCATION_NAMED} ${name}`] : [];
  return [...named, ...[identityOf(object) ?? []].flat()];
}

/**
 * Whether the plan destroys the configuration of an exception, its app, or a network location that it names: a tenant
 * deletes the exception with them [doc R119 467283 of apps, doc of locations that are uploaded again, assumed of
 * configurations]. The question is what the exception will be: one that turns to another app stays. The provider
 * refuses to delete what is in use, so the apply ends with an error where the plan leaves the exception as it is.
 * But it cannot look and delete in one step: the exception may go, and a review tells what that lets through.
 */
function isInGone({ attributes }: SourceResource, gone: ReadonlySet<string>): boolean {
  const { configuration_id: configuration, app_id: app, network_locations: locations } = attributes;
  return (
    (typeof configuration === 'string' && gone.has(`configuration ${configuration}`)) ||
    (typeof app === 'string' && gone.has(`certificate_pinned_app ${app}`)) ||
    (Array.isArray(locations) && locations.some((name) => gone.has(`${LOCATION_NAMED} ${String(name)}`)))
  );
}
