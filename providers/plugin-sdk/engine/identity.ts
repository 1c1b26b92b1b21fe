/**
 * The identity of an object, which follows from its state, and is the same for as long as the object lives. These are
 * rules of terraform-plugin-framework. Terraform itself only checks that an identity is known and is of its schema.
 */
import { DiagnosticError, error } from '../diagnostics';
import type { IdentitySchema } from '../schema/identity';
import { typeOfAttribute } from '../schema/schema';
import { isWhollyKnown, type ValueRecord } from '../values';
import { conform } from './conform';
import { equalValues } from './equal';
import type { RunningOperation } from './operation';
import type { Resource } from './resource';
import { validateAttributes } from './validate';

/**
 * Gives the identity that the object has now, or undefined where its resource has none. Where the identity cannot be
 * told, or is not the one from before, the operation fails, but the object is kept.
 * @param mayDiffer whether the identity may be another one than before
 */
export function identify<C>(
  operation: RunningOperation<C>,
  resource: Resource<C>,
  state: ValueRecord | null,
  before: ValueRecord | undefined,
  mayDiffer = false,
): ValueRecord | undefined {
  let after = before;
  try {
    after = identityOf(resource, state);
    if (before === undefined || after === undefined || resource.identity === undefined) return after;
    const changed = changedParts(resource.identity, before, after);
    if (changed.length === 0) return before;
    if (!mayDiffer) throw new Error(`the identity of an object has changed, in ${changed.join(' and ')}`);
  } catch (cause) {
    operation.fail(cause);
  }
  return after;
}

/**
 * Gives the identity that the object has now, or the one from before where it cannot be told. It is for operations that
 * report a failure already, so it reports none of its own.
 */
export function identifyIfPossible(
  resource: Resource<never>,
  state: ValueRecord | null,
  before: ValueRecord | undefined,
): ValueRecord | undefined {
  try {
    return identityOf(resource, state);
  } catch {
    return before;
  }
}

/** Gives the identity of a state. @throws Error for an identity that is not of its schema, or says nothing */
function identityOf(resource: Resource<never>, state: ValueRecord | null): ValueRecord | undefined {
  const { identity: declared, name } = resource;
  if (declared === undefined || resource.identityOf === undefined || state === null) return undefined;
  const identity = conform(declared.attributes, resource.identityOf(state), false, `identityOf of ${name}`);
  const empty = Object.keys(declared.attributes).filter((key) => identity[key] === null);
  const missing = empty.filter((key) => declared.attributes[key]?.options.required);
  if (missing.length > 0) throw new Error(`identityOf of ${name} leaves ${missing.join(' and ')} null`);
  if (empty.length === Object.keys(identity).length) throw new Error(`identityOf of ${name} leaves everything null`);
  return identity;
}

function changedParts({ attributes }: IdentitySchema, before: ValueRecord, after: ValueRecord): string[] {
  const changed = Object.entries(attributes).filter(
    ([name, attribute]) => !equalValues(typeOfAttribute(attribute), before[name] ?? null, after[name] ?? null),
  );
  return changed.map(([name]) => name);
}

/** Checks the identity that an import names. @throws DiagnosticError for one by which nothing can be imported */
export function assertImportable({ attributes }: IdentitySchema, identity: ValueRecord): void {
  const found = validateAttributes(attributes, identity);
  if (!isWhollyKnown(identity))
    found.push(error('Identity not known yet', 'What is imported must be known in the plan.'));
  if (found.length > 0) throw new DiagnosticError(...found);
}
