/** Makes an object of one resource type one of another, for a `moved` block. */
import { error, type Diagnostic } from '../diagnostics';
import type { Attributes } from '../schema/attribute';
import { record, type Value, type ValueRecord } from '../values';
import { conform, inStep } from './conform';
import { fillBlocks } from './empty';
import { identifyIfPossible } from './identity';
import type { MoveSource, Resource } from './resource';

/** The object to be moved, as Terraform describes it. */
export interface MovedFrom {
  readonly providerAddress: string;
  readonly typeName: string;
  readonly version: number;
  /** Reads the stored object by a schema's attributes. */
  readonly decode: (attributes: Attributes) => Value;
}

export type MoveOutcome =
  | { readonly state: ValueRecord; readonly identity: ValueRecord | undefined }
  | { readonly diagnostics: readonly Diagnostic[] };

export function moveResource(resource: Resource<never>, source: MovedFrom): MoveOutcome {
  const found = resource.moves?.find(({ from }) => fits(from, source));
  if (found === undefined) return { diagnostics: [cannotMove(resource, source)] };
  const old = (source.decode(found.attributes) ?? record()) as ValueRecord;
  const moved = found.move(fillBlocks(found.attributes, old) as never);
  const step = `move of ${source.typeName} to ${resource.name}`;
  const state = inStep(step, () => conform(resource.schema.attributes, moved, false));
  return { state, identity: identifyIfPossible(resource, state, undefined) };
}

function fits({ type, provider, version }: MoveSource, source: MovedFrom): boolean {
  const { typeName, providerAddress } = source;
  if (type !== typeName || (version ?? source.version) !== source.version) return false;
  return provider === undefined || providerAddress === provider || providerAddress.endsWith(`/${provider}`);
}

function cannotMove(
  { name, moves = [] }: Resource<never>,
  { typeName, providerAddress, version }: MovedFrom,
): Diagnostic {
  const from = moves.map((move) => move.from.type).join(', ');
  const what = `A ${typeName} of ${providerAddress}, stored at schema version ${version}, cannot become a ${name}.`;
  const next = from === '' ? 'Nothing can.' : `These can: ${from}.`;
  return error('Resource cannot be moved', `${what} ${next} Remove the moved block; import the object, if it is one.`);
}
