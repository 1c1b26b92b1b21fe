/**
 * A source hands its resources to the one reader (`read.ts`) in the form of this file: a type, attributes by their
 * names in the provider, and where the resource comes from. What the source does not know stands in its place as an
 * `Unresolved`. The functions turn attributes into values of the model; an attribute that is not written becomes what
 * the resource makes of that: its default, or a value that is not known.
 */
import type { AssumptionId } from '../domain/assumptions';
import { NO_NAMES, type Names, type NotKnown, type Origin, type Value, known, notKnown } from './model';

/** An attribute, or a part of one, that the source could not resolve. */
export class Unresolved {
  constructor(
    /** Why it is not known, as part of a sentence. */
    readonly reason: string,
    /** The keys of all resources of which it may be the id; left out where it may be the id of any. */
    readonly refersTo?: readonly string[],
    /**
     * The values that it may be, where these are not all of its type, and the assumption on which that rests, if it
     * rests on one.
     */
    readonly candidates?: {
      readonly among: readonly string[];
      readonly assumption?: AssumptionId;
      /** Whether there may be nothing as well. */
      readonly orNothing?: boolean;
    },
  ) {}
}

/** The value of an attribute, of any type; a part that is not known is an `Unresolved`. */
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
  /** The type as Terraform names it, such as `netskopesteering_exception`. */
  readonly type: string;
  readonly mode: 'managed' | 'data';
  /** The name of the resource among all of its source: its Terraform address, where it has one. */
  readonly key: string;
  /** The keys of other resources that tell of the same object. */
  readonly otherKeys?: readonly string[];
  /** The origins of other resources that manage the same object. */
  readonly otherOwners?: readonly Origin[];
  /** An attribute that is not written is left out; null says that there is nothing. */
  readonly attributes: SourceAttributes;
  readonly origin: Origin;
  /** Whether it is yet to be created; `perhaps` where only a stack is known, which does not tell it. */
  readonly isNew?: boolean | 'perhaps';
  /** The addresses, without indexes, of what Terraform makes before it because it says so (`depends_on`). */
  readonly dependsOn?: readonly string[];
  /** Whether its priority is that of before the plan, because the source does not know the one of after. */
  readonly keepsPriority?: boolean;
  /** Why the resource may not be there at all. */
  readonly doubt?: string;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Unresolved);
}

/**
 * Reads one word of several.
 * @param unwritten the value where nothing is written
 */
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

/**
 * Reads a list of texts.
 * @param unwritten the list where nothing is written
 */
export function readNames(attribute: SourceAttribute, unwritten: Names = NO_NAMES): Names {
  if (attribute === undefined || attribute === null) return unwritten;
  if (!Array.isArray(attribute)) return { items: [], open: reasonFor(attribute) };
  const elements: readonly SourceAttribute[] = attribute;
  const items = [...new Set(elements.filter((one) => typeof one === 'string'))];
  const other = elements.find((one) => typeof one !== 'string');
  return other === undefined ? { items } : { items, open: reasonFor(other) };
}

/**
 * Returns the attributes of a nested object; unresolved where the whole is not known, undefined where it is not
 * written.
 */
export function readObject(attribute: SourceAttribute): SourceAttributes | Unresolved | undefined {
  if (attribute === undefined || attribute === null) return undefined;
  if (attribute instanceof Unresolved) return attribute;
  return isObject(attribute) ? attribute : new Unresolved(reasonFor(attribute));
}

/** Returns the keys of the resources to which an attribute refers, in any part of it. */
export function referencesIn(value: SourceAttribute): string[] {
  if (value instanceof Unresolved) return [...(value.refersTo ?? [])];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value as SourceAttributes).flatMap(referencesIn);
}

/** Returns why an attribute has no value of the expected type, as part of a sentence. */
export function reasonFor(attribute: SourceAttribute): string {
  return attribute instanceof Unresolved
    ? attribute.reason
    : `${JSON.stringify(attribute)} is not what is expected there`;
}

/** Returns what every object of a model takes over from the resource that it is read from. */
export function modelledFrom({ key, origin, otherOwners, doubt }: SourceResource) {
  return {
    key,
    origin,
    ...(otherOwners !== undefined && { otherOwners }),
    ...(doubt !== undefined && { doubt }),
  };
}

/** The data sources that list objects: by type, the attribute that holds the elements, and the type of each element. */
const LISTINGS: Readonly<Record<string, readonly [string, string]>> = {
  netskopesteering_certificate_pinned_apps: ['certificate_pinned_apps', 'netskopesteering_certificate_pinned_app'],
  netskopesteering_configurations: ['configurations', 'netskopesteering_configuration'],
  netskopesteering_exceptions: ['exceptions', 'netskopesteering_exception'],
};

/**
 * Returns each element of a data source that lists objects as a resource of its own; any other resource stays as it is.
 */
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
