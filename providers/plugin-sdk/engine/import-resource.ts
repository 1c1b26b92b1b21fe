/** The import of an object that Terraform does not know yet, by its id or by its identity. A read follows. */
import { DiagnosticError, error } from '../diagnostics';
import type { ValueRecord } from '../values';
import { conform, inStep } from './conform';
import { assertImportable } from './identity';
import { type Environment, type OperationOutcome, RunningOperation, handed, outcome } from './operation';
import type { Resource } from './resource';

/**
 * The key in private state that says, until the read that follows, that the identity is the one that an import named.
 */
export const IMPORTED = '@imported';

export type ImportBy = { readonly id: string } | { readonly identity: ValueRecord };

export async function importResource<C>(
  resource: Resource<C>,
  environment: Environment<C>,
  by: ImportBy,
): Promise<OperationOutcome> {
  const operation = new RunningOperation(environment);
  const stub = await operation.attempt(async () => {
    const known =
      'id' in by ? await importById(resource, operation, by.id) : await importBy(resource, operation, by.identity);
    const step = `${'id' in by ? 'importState' : 'importIdentity'} of ${resource.name}`;
    return inStep(step, () => conform(resource.schema.attributes, known, false));
  });
  if ('id' in by || stub === undefined) return outcome(operation, stub ?? null);
  operation.privateState.set(IMPORTED, true);
  return outcome(operation, stub, by.identity);
}

function importById<C>(resource: Resource<C>, operation: RunningOperation<C>, id: string): Promise<unknown> {
  if (resource.importState === undefined) {
    throw new DiagnosticError(error('Import not supported', `Resources of type ${resource.name} cannot be imported.`));
  }
  return resource.importState(handed(operation, { id }));
}

function importBy<C>(resource: Resource<C>, operation: RunningOperation<C>, identity: ValueRecord): Promise<unknown> {
  if (resource.identity === undefined || resource.importIdentity === undefined) {
    const instead = resource.importState === undefined ? '' : ' Import them by their id.';
    const detail = `Resources of type ${resource.name} cannot be imported by their identity.${instead}`;
    throw new DiagnosticError(error('Import by identity not supported', detail));
  }
  assertImportable(resource.identity, identity);
  return resource.importIdentity(handed(operation, { identity: identity }));
}
