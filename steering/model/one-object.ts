/**
 * This file makes one object of all resources with the same id. Several resources can tell of one object of a tenant:
 * two that manage it, one that manages it beside a lookup that finds it, and the tenant itself. What each of them says
 * is put together, so that nothing is dropped.
 */
import { EXCEPTION, isException } from '../domain/exceptions';
import { Unresolved, type SourceAttribute, type SourceAttributes, type SourceResource } from './resources';

const OURS = 'netskopesteering_';

/** Returns the type of a resource without the name of the provider. */
export function nameOf({ type }: Pick<SourceResource, 'type'>): string {
  return type.slice(OURS.length);
}

/**
 * Returns the kind of object that a resource stands for. The default configuration is a configuration, and exceptions
 * of all types share their ids.
 */
export function kindOf(resource: Pick<SourceResource, 'type'>): string {
  const name = nameOf(resource);
  return isException(name) ? EXCEPTION : name.replace('default_', '');
}

/** Returns the name of an object among all of one tenant; undefined where its id is not known. */
export function identityOf(resource: Pick<SourceResource, 'type' | 'attributes'>): string | undefined {
  if (isDefaultConfiguration(resource)) return 'configuration 0';
  const { id } = resource.attributes;
  return typeof id === 'string' ? `${kindOf(resource)} ${id}` : undefined;
}

/** Whether the object is the default configuration, `config_id` 0, whichever resource stands for it. [doc] */
export function isDefaultConfiguration({ type, attributes }: Pick<SourceResource, 'type' | 'attributes'>): boolean {
  return type === `${OURS}default_configuration` || (type === `${OURS}configuration` && attributes['id'] === '0');
}

/**
 * Returns each object once, at the place of the first resource that tells of it. What manages an object counts before
 * what looks it up.
 */
export function onceEach(resources: readonly SourceResource[]): SourceResource[] {
  const groups = new Map<string, SourceResource[]>();
  resources.forEach((resource, index) => {
    const identity = identityOf(resource) ?? `#${index}`;
    const group = groups.get(identity);
    if (group === undefined) groups.set(identity, [resource]);
    else group.push(resource);
  });
  return [...groups.values()].map(merged);
}

function merged(group: readonly SourceResource[]): SourceResource {
  const [only] = group;
  if (only !== undefined && group.length === 1) return only;
  const owners = group.filter(({ mode }) => mode === 'managed');
  const lookups = group.filter(({ mode }) => mode !== 'managed');
  const [first] = [...owners, ...lookups];
  if (first === undefined) throw new Error('no resource tells of the object');
  const names = new Set(group.flatMap(({ attributes }) => Object.keys(attributes)));
  const doubt = group.every((one) => one.doubt !== undefined) ? first.doubt : undefined;
  return {
    type: first.type,
    mode: first.mode,
    key: first.key,
    attributes: Object.fromEntries([...names].map((name) => [name, told(name, owners, lookups)])),
    origin: first.origin,
    otherKeys: group.flatMap(({ key, otherKeys = [] }) => [key, ...otherKeys]).filter((key) => key !== first.key),
    ...(owners.length > 1 && { otherOwners: owners.slice(1).map(({ origin }) => origin) }),
    ...(group.every((one) => one.isNew === true) && { isNew: true }),
    ...(first.keepsPriority === true && { keepsPriority: true }),
    ...(first.dependsOn !== undefined && { dependsOn: first.dependsOn }),
    ...(doubt !== undefined && { doubt }),
  };
}

/**
 * Returns the value of an attribute: as the tenant itself tells it; else as those that manage the object do, as far as
 * they agree; else as lookups do.
 */
function told(name: string, owners: readonly SourceResource[], lookups: readonly SourceResource[]): SourceAttribute {
  const of = (all: readonly SourceResource[]): SourceAttribute[] =>
    all.map(({ attributes }) => attributes[name]).filter((value) => value !== undefined);
  const tenant = of(lookups.filter(({ origin }) => origin.address === undefined)).filter(isKnown);
  if (tenant[0] !== undefined) return tenant[0];
  const owned = of(owners).filter((value) => value !== null);
  if (owned.length > 0) return agreed(owned, owners);
  const found = of(lookups);
  return found.find((value) => isKnown(value) && value !== null) ?? of(owners)[0] ?? found[0];
}

/** Returns the value that several resources give; unresolved where they give different ones. */
export function agreed(
  values: readonly SourceAttribute[],
  owners: readonly Pick<SourceResource, 'key'>[],
): SourceAttribute {
  const [first, ...others] = values;
  if (others.every((value) => isSame(value, first))) return first;
  return new Unresolved(`several resources own it and do not agree: ${owners.map(({ key }) => key).join(', ')}`);
}

/**
 * Whether two values are the same. Terraform always writes attributes in one order, so that their texts can be
 * compared.
 */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function isKnown(value: SourceAttribute): boolean {
  if (value instanceof Unresolved) return false;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return true;
  return Object.values(value as SourceAttributes).every(isKnown);
}

/** Whether a lookup asks for the object, by its id or by its name. */
export function looksUp(lookup: SourceResource, object: SourceResource): boolean {
  if (kindOf(lookup) !== kindOf(object)) return false;
  return ['id', 'name'].some((attribute) => {
    const asked = lookup.attributes[attribute];
    return typeof asked === 'string' && asked === object.attributes[attribute];
  });
}
