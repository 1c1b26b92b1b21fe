/** Whether a tenant kept what it was given, and what to do where it did not. */
import { DiagnosticError, error, notKept } from '../plugin-sdk';
import type { Planned, Schema, State } from '../plugin-sdk';

/**
 * Refuses a result in which the tenant accepted fields and dropped them [vendor]. Terraform would call it a bug of the
 * provider, without the reason. `after` is what else there is to say.
 *
 * @throws DiagnosticError at each field
 */
export function refuseIfDropped<S extends Schema>(
  { schema, title }: { readonly schema: S; readonly title: string },
  planned: Planned<S>,
  state: State<S>,
  after = '',
): void {
  const dropped = notKept(schema, planned, state).map(({ path, what }) => {
    const name = path.map((step) => ('name' in step ? step.name : '')).join('.');
    return error(
      'Not kept by the tenant',
      `The tenant accepted the ${title} with this ${name}, and then shows another one (it ${what}). ` +
        'It may not support the value, a gateway may drop the field, or somebody changed it at the same moment. ' +
        `Write what the tenant shows, or ask whoever runs it.${after}`,
      path,
    );
  });
  if (dropped.length > 0) throw new DiagnosticError(...dropped);
}

/** Terraform replaces what a create left with an error, and the new object would end like this one. */
export function keepCreated(id: string): string {
  return (
    ` It exists as ${id}, and Terraform marks it as tainted: the next apply would replace it. ` +
    `To keep it, correct the text, then run terraform untaint with its address, which terraform state list -id=${id} names.`
  );
}
