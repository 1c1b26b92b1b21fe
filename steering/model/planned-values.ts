/**
 * This file reads the values of a plan that are not known yet: an `Unresolved` stands in the place of each, with what a
 * reference may mean.
 */
import type { StackReferences } from './from-stack';
import { AFTER_APPLY } from './model';
import type { PlanJson, PlannedChange } from './plan-json';
import { referencesOf } from './plan-references';
import { isObject, Unresolved, type SourceAttribute, type SourceAttributes } from './resources';

const OURS = 'netskopesteering_';
/** The attributes that hold the id of another object, and the kinds of which that object can be. */
const REFERRING = [
  { attribute: 'configuration_id', kinds: ['configuration', 'default_configuration'] },
  { attribute: 'app_id', kinds: ['certificate_pinned_app'] },
] as const;

/** Returns a value with an `Unresolved` in the place of each part that is unknown. */
export function mergeUnknown(value: unknown, unknown: unknown): SourceAttribute {
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
  return value as SourceAttribute;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** An object that a reference may mean. */
export interface Candidate {
  /** The key of the object: its address, where terraform has it. */
  readonly key: string;
  readonly type: string;
  readonly unknownId: boolean;
}

/** Finds the objects that an unresolved id may belong to. */
export class Resolver {
  private readonly candidates: readonly { readonly key: string; readonly kind: string; readonly unknownId: boolean }[];
  /** Whether an unknown id may come from something else than an object of this provider. */
  private readonly foreign: boolean;

  constructor(
    private readonly plan: PlanJson,
    candidates: readonly Candidate[],
    private readonly stack: StackReferences | undefined,
  ) {
    this.candidates = candidates.map(({ key, type, unknownId }) => ({ key, kind: type.slice(OURS.length), unknownId }));
    this.foreign = (plan.resource_changes ?? []).some(
      ({ type, change }) => !type.startsWith(OURS) && change.after !== null && hasUnknown(change.after_unknown),
    );
  }

  /** Returns the attributes of a change, with each reference that is not known yet narrowed to what it may mean. */
  resolve(change: PlannedChange, attributes: SourceAttributes): SourceAttributes {
    const resolved: Record<string, SourceAttribute> = { ...attributes };
    for (const { attribute, kinds } of REFERRING) {
      if (resolved[attribute] instanceof Unresolved) resolved[attribute] = this.refer(change, attribute, kinds);
    }
    return resolved;
  }

  private refer(change: PlannedChange, attribute: string, kinds: readonly string[]): Unresolved {
    const exact = this.stack?.references.get(change.address)?.[attribute];
    if (exact !== undefined && this.candidates.some(({ key }) => key === exact))
      return new Unresolved(AFTER_APPLY, [exact]);
    const ofKind = this.candidates.filter(({ kind }) => kinds.includes(kind));
    const { addresses, complete } = referencesOf(this.plan, change, attribute);
    const meant = ofKind.filter(({ key }) => addresses.some((address) => isInstance(key, address)));
    const others = addresses.some(
      (address) => !ofKind.some(({ key }) => isInstance(key, address)) && !this.isNothing(address, kinds),
    );
    // An id that is not known belongs to an object that is yet to be made, unless something else decides.
    const narrowed = others ? meant : meant.filter(({ unknownId }) => unknownId);
    if (complete && !others && narrowed.length > 0) return referring(narrowed);
    if (this.foreign) return new Unresolved(`${AFTER_APPLY}, and the plan does not tell which it is`);
    return referring(ofKind.filter(({ key, unknownId }) => unknownId || meant.some((one) => one.key === key)));
  }

  /**
   * Whether an address of one of these kinds, for which there is no candidate, has no instance, as where its count is 0. A
   * plan names each instance, also of what is to be looked up; one that is not whole may leave some out.
   */
  private isNothing(address: string, kinds: readonly string[]): boolean {
    const type = stepsOf(address).at(-2) ?? '';
    if (!kinds.some((kind) => type === OURS + kind)) return false;
    if (this.plan.errored === true || this.plan.complete === false) return false;
    return !(this.plan.resource_changes ?? []).some((change) => isInstance(change.address, address));
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

/** Whether an address is that of an instance of what `of` names; `of` may leave out indexes. */
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

/** Splits an address at the dots that are not inside an index. */
function stepsOf(address: string): string[] {
  return address.match(/[^.[]+(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?/g) ?? [];
}

function hasUnknown(unknown: unknown): boolean {
  if (unknown === true) return true;
  return typeof unknown === 'object' && unknown !== null && Object.values(unknown).some(hasUnknown);
}
