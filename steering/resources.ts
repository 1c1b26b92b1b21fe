/**
 * Terraform resources, as every source fetches them for the one reader (`model-from-resources.ts`): a type, attributes by
 * their names in the provider, and where they come from. What is not known stands in its place as an `Unresolved`.
 */
import type { AssumptionId } from './domain/assumptions';
import type { Origin } from './model';

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

export type Attribute =
  | null
  | undefined
  | string
  | number
  | boolean
  | Unresolved
  | readonly Attribute[]
  | { readonly [name: string]: Attribute };

export type Attributes = Readonly<Record<string, Attribute>>;

export interface Resource {
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
  readonly attributes: Attributes;
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
