/** A plan (`terraform show -json PLAN`) as resources: those that there are before it, and those that there will be after. */
import { isObject, Unresolved, type Attribute, type Attributes, type Resource } from './resources';
import {
  checkPlan,
  type PlanJson,
  type ResourceChange,
  type StateModule,
  type StateResource,
} from './reader/plan-json';
import { referencesOf } from './reader/plan-references';
import type { StackReferences } from './resources-from-stack';

export type { PlanJson } from './reader/plan-json';

export interface PlannedResources {
  readonly before: readonly Resource[];
  readonly after: readonly Resource[];
}

const AFTER_APPLY = 'it is only known after apply';
const OURS = 'netskopesteering_';
const DEFAULT_CONFIGURATION = `${OURS}default_configuration`;
/** Attributes that hold the id of another object, the kinds that it can be, and the place in it. */
const REFERRING = [
  { attribute: 'configuration_id', path: ['configuration_id'], kinds: ['configuration', 'default_configuration'] },
  {
    attribute: 'certificate_pinned_app',
    path: ['certificate_pinned_app', 'app_id'],
    kinds: ['certificate_pinned_app'],
  },
] as const;

/**
 * @param stack what the stack's cdk.tf.json says of references and construct paths, where it stands beside the plan
 * @param tenant all that there is on the tenant, managed by this plan or not
 * @throws UnreadablePlan for what is no plan, or of an unknown format
 */
export function resourcesFromPlan(
  plan: PlanJson,
  stack?: StackReferences,
  tenant: readonly Resource[] = [],
): PlannedResources {
  checkPlan(plan);
  const known = stateResources(plan.prior_state?.values?.root_module, stack);
  const changes = (plan.resource_changes ?? []).filter(
    ({ type, deposed }) => type.startsWith(OURS) && deposed === undefined,
  );
  const gone = new Set(changes.filter(isGone).map(({ change }) => change.before?.['id']));
  const stays = ({ attributes }: Resource) => !gone.has(attributes['id']);
  const lookedUp = [...known.filter(({ mode }) => mode === 'data'), ...tenant].filter(stays);
  const planned = changes.filter(({ change }) => change.after !== null);
  const resolve = new Resolver(plan, planned, lookedUp, stack);
  const after = [
    ...planned.map((change) => plannedResource(change, resolve, stack)),
    ...changes.filter(({ change }) => change.after === null).flatMap((change) => remainder(change, stack)),
    ...lookedUp,
  ];
  return { before: [...known, ...tenant], after };
}

/** Replaced objects too: what comes in their place has an id of its own. */
function isGone({ type, change: { actions } }: ResourceChange): boolean {
  return actions.includes('delete') && type !== DEFAULT_CONFIGURATION;
}

/** What stays on the tenant of a resource that leaves the state. */
function remainder({ address, type, change }: ResourceChange, stack: StackReferences | undefined): Resource[] {
  const attributes = (change.before ?? {}) as Attributes;
  const isLetGo = change.actions.includes('delete');
  if (isLetGo && type !== DEFAULT_CONFIGURATION) return [];
  // Nobody can delete the default configuration: it becomes what it was found to be.
  const found = isLetGo && isObject(attributes['found']) ? (attributes['found'] as Attributes) : {};
  const origin = originOf(address, attributes, stack);
  return [{ type, mode: 'data', key: address, attributes: { ...attributes, ...found }, origin }];
}

function stateResources(module: StateModule | undefined, stack: StackReferences | undefined): Resource[] {
  if (module === undefined) return [];
  const own = (module.resources ?? [])
    .filter(({ type, deposed_key }) => type.startsWith(OURS) && deposed_key === undefined)
    .map((resource) => resourceAt(resource, (resource.values ?? {}) as Attributes, stack));
  return [...own, ...(module.child_modules ?? []).flatMap((one) => stateResources(one, stack))];
}

function plannedResource(change: ResourceChange, resolve: Resolver, stack: StackReferences | undefined): Resource {
  const { actions, before, after, after_unknown } = change.change;
  const merged = mergeUnknown(after, after_unknown) as Attributes;
  const attributes: Record<string, Attribute> = { ...merged };
  for (const { attribute, path, kinds } of REFERRING) {
    const unresolved = resolve.refer(change, attribute, kinds);
    if (attribute in attributes)
      attributes[attribute] = replaceUnresolved(attributes[attribute], path.slice(1), unresolved);
  }
  // An update does not move a configuration [assumed]; its place is computed, so that a plan shows it as unknown.
  const created = actions.includes('create');
  const keepsPriority = !created && attributes['priority'] instanceof Unresolved;
  if (keepsPriority) attributes['priority'] = before?.['priority'] as Attribute;
  return {
    ...resourceAt(change, attributes, stack),
    ...(created && { isNew: true }),
    ...(keepsPriority && { keepsPriority }),
  };
}

/** A resource of a plan, or of the state in it. */
function resourceAt(
  { address, mode, type }: Pick<StateResource, 'address' | 'mode' | 'type'>,
  attributes: Attributes,
  stack: StackReferences | undefined,
): Resource {
  return {
    type,
    mode: mode === 'data' ? 'data' : 'managed',
    key: address,
    attributes,
    origin: originOf(address, attributes, stack),
  };
}

function originOf(address: string, { id }: Attributes, stack: StackReferences | undefined): Resource['origin'] {
  const construct = stack?.constructs.get(address);
  return { address, ...(construct !== undefined && { construct }), ...(typeof id === 'string' && { id }) };
}

/** A value with what is unknown of it in its place. */
function mergeUnknown(value: unknown, unknown: unknown): Attribute {
  if (unknown === true) return new Unresolved(AFTER_APPLY);
  if (Array.isArray(value) || Array.isArray(unknown)) {
    const [values, unknowns] = [listOf(value), listOf(unknown)];
    return Array.from({ length: Math.max(values.length, unknowns.length) }, (_, index) =>
      mergeUnknown(values[index], unknowns[index]),
    );
  }
  if (isObject(unknown) && (isObject(value) || value === undefined || value === null)) {
    const names = new Set([...Object.keys(value ?? {}), ...Object.keys(unknown)]);
    if (!isObject(value) && names.size === 0) return value;
    return Object.fromEntries([...names].map((name) => [name, mergeUnknown(value?.[name as never], unknown[name])]));
  }
  return value as Attribute;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Puts what a reference may mean in the place of an unresolved value. */
function replaceUnresolved(attribute: Attribute, path: readonly string[], by: () => Unresolved): Attribute {
  if (attribute instanceof Unresolved) return path.length === 0 ? by() : attribute;
  const [name, ...rest] = path;
  if (name === undefined || !isObject(attribute)) return attribute;
  return { ...(attribute as Attributes), [name]: replaceUnresolved((attribute as Attributes)[name], rest, by) };
}

/** Finds which objects an unresolved id may be of. */
class Resolver {
  private readonly candidates: readonly { readonly key: string; readonly kind: string; readonly unknownId: boolean }[];
  /** Whether anything but objects of ours may be where an unknown id comes from. */
  private readonly foreign: boolean;

  constructor(
    private readonly plan: PlanJson,
    planned: readonly ResourceChange[],
    lookedUp: readonly Resource[],
    private readonly stack: StackReferences | undefined,
  ) {
    this.candidates = [
      ...planned.map(({ address, type, change }) => ({
        key: address,
        kind: type.slice(OURS.length),
        unknownId: isObject(change.after_unknown) && change.after_unknown['id'] === true,
      })),
      ...lookedUp.map(({ key, type }) => ({ key, kind: type.slice(OURS.length), unknownId: false })),
    ];
    this.foreign = (plan.resource_changes ?? []).some(
      ({ type, change }) => !type.startsWith(OURS) && change.after !== null && hasUnknown(change.after_unknown),
    );
  }

  refer(change: ResourceChange, attribute: string, kinds: readonly string[]): () => Unresolved {
    return () => {
      const exact = this.stack?.references.get(change.address)?.[attribute];
      if (exact !== undefined && this.candidates.some(({ key }) => key === exact))
        return new Unresolved(AFTER_APPLY, [exact]);
      const ofKind = this.candidates.filter(({ kind }) => kinds.includes(kind));
      const { addresses, complete } = referencesOf(this.plan, change, attribute);
      const meant = ofKind.filter(({ key }) => addresses.some((address) => isInstance(key, address)));
      const others = addresses.some((address) => !ofKind.some(({ key }) => isInstance(key, address)));
      // An id that is not known is one of an object that is yet to be made, unless something else decides.
      const narrowed = others ? meant : meant.filter(({ unknownId }) => unknownId);
      if (complete && !others && narrowed.length > 0) return referring(narrowed);
      if (this.foreign) return new Unresolved(`${AFTER_APPLY}, and the plan does not tell which it is`);
      return referring(ofKind.filter(({ key, unknownId }) => unknownId || meant.some((one) => one.key === key)));
    };
  }
}

function referring(candidates: readonly { readonly key: string }[]): Unresolved {
  const reason =
    candidates.length === 1 ? AFTER_APPLY : `${AFTER_APPLY}, and the plan does not tell which of several it is`;
  return candidates.length === 0
    ? new Unresolved(reason)
    : new Unresolved(
        reason,
        candidates.map(({ key }) => key),
      );
}

/** Whether an address is an instance of another, which may leave out indexes. */
function isInstance(address: string, of: string): boolean {
  if (address === of) return true;
  const pattern = stepsOf(of);
  const steps = stepsOf(address);
  return (
    steps.length === pattern.length &&
    pattern.every(
      (step, index) => step === steps[index] || (!step.includes('[') && steps[index]?.startsWith(`${step}[`) === true),
    )
  );
}

/** Its parts at the dots that are not inside an index. */
function stepsOf(address: string): string[] {
  return address.match(/[^.[]+(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?/g) ?? [];
}

function hasUnknown(unknown: unknown): boolean {
  if (unknown === true) return true;
  return typeof unknown === 'object' && unknown !== null && Object.values(unknown).some(hasUnknown);
}
