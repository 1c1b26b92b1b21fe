/**
 * Terraform resources, as every source fetches them for the one reader (`model-from-resources.ts`): a type, attributes by
 * their names in the provider, and where they come from. What is not known stands in its place as an `Unresolved`.
 */
import type { AssumptionId } from '../domain/assumptions';
import { NO_NAMES, type Names, type NotKnown, type Origin, type Value, known, notKnown } from './model';

/** An attribute, or a part of one, that the source does not know. */
export class Unresolved {
  constructor(
    /** Why, as part of a sentence. */
    readonly reason: string,
    /** Keys of the resources of which it may be the id: all of them, or left out where it may be any. */
    readonly refersTo?: readonly string[],
    /** What it may be, where that is less than anything of its type, and on what that rests, if on anything. */
    readonly candidates?: { readonly among: readonly string[]; readonly assumption?: AssumptionId },
  ) {}
}

export type SourceAttribute =
  | null
  | undefined
  | string
  | number
  | boolean
  | Unresolved
  | readonly SourceAttribute[]
  | { readonly [name: string]: SourceAttribute };

export type SourceAttributes = Readonly<Record<string, SourceAttribute>>;

export interface SourceResource {
  /** As Terraform names it, such as `netskopesteering_exception`. */
  readonly type: string;
  readonly mode: 'managed' | 'data';
  /** Names it among all resources of its source; its Terraform address, where it has one. */
  readonly key: string;
  /** Keys of other resources that tell of the same object. */
  readonly otherKeys?: readonly string[];
  /** Where else it is managed: resources beside this one that own the same object. */
  readonly otherOwners?: readonly Origin[];
  /** Left out is what is not written; null is nothing. */
  readonly attributes: SourceAttributes;
  readonly origin: Origin;
  /** Yet to be created. */
  readonly isNew?: boolean;
  /** Its priority is that of before: the source does not know the one of after. */
  readonly keepsPriority?: boolean;
  /** Why it may not be there at all. */
  readonly doubt?: string;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Unresolved);
}

/** Attributes as values of the model. What is not written is what the resource makes of that: its default, or not known. */

/** @param unwritten what it is where nothing is written */
export function readOneOf<T extends string, U = T>(
  attribute: SourceAttribute,
  all: readonly T[],
  unwritten: Value<U>,
): Value<T | U> {
  if (attribute === undefined || attribute === null) return unwritten;
  if (attribute instanceof Unresolved) return asOneOf(attribute, all);
  const found = all.find((one) => one === attribute);
  return found === undefined
    ? notKnown(`${JSON.stringify(attribute)} is a value that is not known here`)
    : known(found);
}

function asOneOf<T extends string>({ reason, candidates }: Unresolved, all: readonly T[]): NotKnown<T> {
  if (candidates === undefined) return notKnown(reason);
  const { among, assumption } = candidates;
  return {
    ...notKnown(
      reason,
      all.filter((one) => among.includes(one)),
    ),
    ...(assumption !== undefined && { assumption }),
  };
}

export function readBoolean(attribute: SourceAttribute, unwritten: Value<boolean>): Value<boolean> {
  if (attribute === undefined || attribute === null) return unwritten;
  if (typeof attribute === 'boolean') return known(attribute);
  return notKnown(reasonFor(attribute));
}

export function readText(attribute: SourceAttribute, unwritten: Value<string>): Value<string> {
  if (attribute === undefined || attribute === null) return unwritten;
  return typeof attribute === 'string' ? known(attribute) : notKnown(reasonFor(attribute));
}

/** @param unwritten what is there where nothing is written */
export function readNames(attribute: SourceAttribute, unwritten: Names = NO_NAMES): Names {
  if (attribute === undefined || attribute === null) return unwritten;
  if (!Array.isArray(attribute)) return { items: [], open: reasonFor(attribute) };
  const elements: readonly SourceAttribute[] = attribute;
  const items = [...new Set(elements.filter((one) => typeof one === 'string'))];
  const other = elements.find((one) => typeof one !== 'string');
  return other === undefined ? { items } : { items, open: reasonFor(other) };
}

/** Attributes of a nested object; each of them unresolved where the whole is. */
export function readObject(attribute: SourceAttribute): SourceAttributes | Unresolved | undefined {
  if (attribute === undefined || attribute === null) return undefined;
  if (attribute instanceof Unresolved) return attribute;
  return isObject(attribute) ? attribute : new Unresolved(reasonFor(attribute));
}

export function reasonFor(attribute: SourceAttribute): string {
  return attribute instanceof Unresolved
    ? attribute.reason
    : `${JSON.stringify(attribute)} is not what is expected there`;
}

/** What every object of a model has of the resource that it is read from. */
export function modelledFrom({ key, origin, otherOwners, doubt }: SourceResource) {
  return {
    key,
    origin,
    ...(otherOwners !== undefined && { otherOwners }),
    ...(doubt !== undefined && { doubt }),
  };
}

/** Data sources that list objects: each element is read as the object it is. */

/** The attribute that holds the elements, and the type of each. */
const LISTINGS: Readonly<Record<string, readonly [string, string]>> = {
  netskopesteering_certificate_pinned_apps: ['certificate_pinned_apps', 'netskopesteering_certificate_pinned_app'],
  netskopesteering_configurations: ['configurations', 'netskopesteering_configuration'],
  netskopesteering_exceptions: ['exceptions', 'netskopesteering_exception'],
};

export function expandListings(resource: SourceResource): readonly SourceResource[] {
  const listing = resource.mode === 'data' ? LISTINGS[resource.type] : undefined;
  if (listing === undefined) return [resource];
  const [attribute, type] = listing;
  const elements = resource.attributes[attribute];
  if (!Array.isArray(elements)) return [];
  return elements.flatMap((element: unknown, index): SourceResource[] => {
    if (!isObject(element)) return [];
    const attributes = element as SourceAttributes;
    const id = attributes['id'];
    return [
      {
        type,
        mode: 'data',
        key: `${resource.key}.${attribute}[${index}]`,
        attributes,
        origin: { ...resource.origin, ...(typeof id === 'string' && { id }) },
      },
    ];
  });
}
