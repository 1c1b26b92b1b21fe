/** How is a flow that Terraform asks about decided on a tenant's objects, and how does the answer become attributes? */
import { DiagnosticError, error, warning, type Diagnostic } from 'terraform-plugin-sdk-ts';
import {
  complaintsAboutQuestion,
  decide,
  modelFromTenant,
  narrate,
  remarksOnNames,
  unsaidIn,
  type Model,
  type TenantObjects,
} from '../../../steering';
import { ATTRIBUTES, diagnosticOf, flowOf, type DecisionQuery } from './decision-schema';

/**
 * Decides a flow.
 *
 * @param warn is called with everything else that a user should know of the flow
 * @throws DiagnosticError where the flow cannot be decided on this tenant, for example because a name in it is
 * misspelled
 */
export function decideOnTenant(objects: TenantObjects, asked: DecisionQuery, warn: (diagnostic: Diagnostic) => void) {
  const flow = flowOf(asked);
  const model = modelOf(objects);
  const complaints = complaintsAboutQuestion(flow, model);
  if (complaints.length > 0) throw new DiagnosticError(...complaints.map((one) => diagnosticOf(one, error)));
  for (const remark of remarksOnNames(flow, model)) warn(diagnosticOf(remark, warning));
  const decision = decide(model, flow);
  const { outcome, via = null, possible, assumptions } = decision;
  return {
    outcome,
    via,
    possible,
    unsaid: unsaidIn(decision).map((one) => ATTRIBUTES[one]),
    trace: narrate(decision, flow).map(({ text, depth }) => '  '.repeat(depth) + text),
    assumptions,
  };
}

/** The model that was made last. */
let last: { readonly objects: TenantObjects; readonly model: Model } | undefined;

/**
 * The model of objects. Many decisions of one command are about one tenant, so the model is made anew only for other
 * objects.
 */
function modelOf(objects: TenantObjects): Model {
  if (last === undefined || !sameObjects(last.objects, objects)) last = { objects, model: modelFromTenant(objects) };
  return last.model;
}

function sameObjects(a: TenantObjects, b: TenantObjects): boolean {
  const same = (one: readonly unknown[] = [], other: readonly unknown[] = []) =>
    one.length === other.length && one.every((object, index) => object === other[index]);
  return (
    same(a.apps, b.apps) &&
    same(a.configurations, b.configurations) &&
    b.configurations.every(
      ({ config_id: id }) => same(a.ports[id], b.ports[id]) && same(a.exceptions[id], b.exceptions[id]),
    )
  );
}
