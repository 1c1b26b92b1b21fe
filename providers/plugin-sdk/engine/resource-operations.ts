/**
 * The operations on one object of a resource: plan, apply, read; and whether an API kept what was planned. Values in,
 * values out; no gRPC, no bytes.
 */
import { addressable, pathText, type Path } from '../diagnostics';
import { typeOfAttributes, type Config, type Planned, type Schema, type State } from '../schema/schema';
import type { ValueRecord } from '../values';
import { conform, salvage } from './conform';
import { equalValues } from './equal';
import { identify, identifyIfPossible } from './identity';
import { IMPORTED } from './import-resource';
import {
  type Environment,
  type OperationOutcome,
  RunningOperation,
  deadlineOf,
  handed,
  keepTimeouts,
  outcome,
} from './operation';
import { planAttributes } from './plan';
import { assertPromises, promisedOfUpdate } from './promises';
import type { Resource } from './resource';
import { checkCompatible } from './rules/compatible';
import { keepSpelling } from './spelling';

export interface PlanOutcome extends OperationOutcome {
  readonly requiresReplace: readonly Path[];
}

/** What Terraform keeps beside the state. */
interface Stored {
  readonly privateBytes: Uint8Array;
  /** The identity that the object had last. */
  readonly identity?: ValueRecord | undefined;
}

interface PlanRequest extends Stored {
  readonly config: ValueRecord;
  readonly prior: ValueRecord | null;
  readonly proposed: ValueRecord | null;
}

interface ApplyRequest extends Stored {
  readonly config: ValueRecord;
  readonly prior: ValueRecord | null;
  readonly planned: ValueRecord | null;
}

interface ReadRequestValues extends Stored {
  readonly state: ValueRecord;
}

export async function planResource<C>(
  resource: Resource<C>,
  environment: Environment<C>,
  request: PlanRequest,
): Promise<PlanOutcome> {
  const operation = new RunningOperation(environment, request.privateBytes);
  const { proposed, prior } = request;
  // An object that is being made, also in place of another one, has no identity yet.
  const identity = prior === null ? undefined : request.identity;
  if (proposed === null) {
    await operation.attempt(() => prior && resource.planDelete?.(handed(operation, { prior })));
    return { ...outcome(operation, null, identity), requiresReplace: [] };
  }
  const { attributes } = resource.schema;
  const requiresReplace: Path[] = [];
  const planned = await operation.attempt(async () => {
    if (prior === null) assertPromises(resource.schema, request.config);
    // Where Terraform proposes the stored object itself, the configuration sets nothing else: it breaks no promise.
    const isUpdate = prior !== null && proposed !== prior;
    const config = isUpdate ? promisedOfUpdate(resource.schema, request.config) : request.config;
    const plan = planAttributes(attributes, { config, prior, proposed });
    requiresReplace.push(...plan.requiresReplace);
    if (resource.modifyPlan === undefined) {
      const asItCame = plan.planned === proposed || plan.planned === prior;
      return asItCame ? plan.planned : conform(attributes, plan.planned, true);
    }
    const more = {
      config: plan.config as Config<Schema>,
      prior,
      plan: plan.planned,
      requireReplace: (path: Path) => void requiresReplace.push(path),
    };
    const modified = await resource.modifyPlan(handed(operation, more));
    if (modified === proposed) return proposed;
    return conform(attributes, modified, true, `modifyPlan of ${resource.name}`);
  });
  return { ...outcome(operation, planned ?? proposed, identity), requiresReplace: distinct(requiresReplace) };
}

export async function applyResource<C>(
  resource: Resource<C>,
  environment: Environment<C>,
  request: ApplyRequest,
): Promise<OperationOutcome> {
  const { config, prior, planned } = request;
  const { attributes } = resource.schema;
  const kind = planned === null ? 'delete' : prior === null ? 'create' : 'update';
  const deadline = deadlineOf(attributes, kind, planned ?? prior);
  const operation = new RunningOperation(environment, request.privateBytes, deadline);
  const before = prior === null ? undefined : request.identity;
  if (planned === null) {
    const state = prior as State<Schema>;
    const deleted = await operation.attempt(async () => {
      await resource.delete(handed(operation, { prior: state }));
      return true;
    });
    return deleted ? outcome(operation, null) : outcome(operation, prior, before);
  }
  let saved: ValueRecord | null = prior;
  const change = {
    config: config as Config<Schema>,
    planned: planned as Planned<Schema>,
    saveState: (state: State<Schema>) =>
      void (saved = keepTimeouts(
        attributes,
        conform(attributes, state, false, `saveState of ${resource.name}`),
        planned,
      )),
  };
  const returned = await operation.attempt(async () => {
    assertPromises(resource.schema, config);
    const value =
      prior === null
        ? await resource.create(handed(operation, change))
        : await resource.update(handed(operation, { ...change, prior }));
    return { value };
  });
  if (returned === undefined) {
    return outcome(operation, saved, saved === prior ? before : identifyIfPossible(resource, saved, before));
  }
  const { state: salvaged, complaints } = salvage(attributes, returned.value, saved, `${kind} of ${resource.name}`);
  const state = keepTimeouts(attributes, salvaged, planned);
  for (const complaint of complaints) operation.fail(complaint);
  // The object exists by now, so a bug in this step must not lose it.
  const kept = await operation.attempt(() => state && keepSpelling(attributes, state, planned));
  if (complaints.length > 0)
    return outcome(operation, kept ?? state, identifyIfPossible(resource, kept ?? state, before));
  const mayDiffer = resource.identityMayChange === true;
  return outcome(operation, kept ?? state, identify(operation, resource, kept ?? state, before, mayDiffer));
}

export async function readResource<C>(
  resource: Resource<C>,
  environment: Environment<C>,
  request: ReadRequestValues,
): Promise<OperationOutcome> {
  const { attributes } = resource.schema;
  const deadline = deadlineOf(attributes, 'read', request.state);
  const operation = new RunningOperation(environment, request.privateBytes, deadline);
  const read = await operation.attempt(async () => {
    const state = await resource.read(handed(operation, { state: request.state }));
    if (state === null) return { state };
    const found = keepTimeouts(
      attributes,
      conform(attributes, state, false, `read of ${resource.name}`),
      request.state,
    );
    return { state: keepSpelling(attributes, found, request.state) };
  });
  const { identity: before } = request;
  if (read === undefined) return outcome(operation, request.state, before);
  if (read.state === null) return outcome(operation, null, before);
  // The stored spelling of an equal set stays, so that nothing seems to have changed.
  const unchanged = equalValues(typeOfAttributes(attributes), read.state, request.state);
  const state = unchanged ? request.state : read.state;
  // The identity that an import named may be written in another way than the object's own, or say less.
  const imported = before !== undefined && operation.privateState.take(IMPORTED) === true;
  const mayDiffer = imported || resource.identityMayChange === true;
  return outcome(operation, state, identify(operation, resource, state, before, mayDiffer));
}

/** One value that an API did not keep. */
export interface NotKept {
  /** The place of the value. */
  readonly path: Path;
  /** What is wrong, in a few words that can follow the attribute: `has another value than planned`. */
  readonly what: string;
}

/**
 * Finds where the state is not what was planned. Another spelling of a planned value counts as that value. Authors can
 * ask this before Terraform does, which calls a difference a bug.
 */
export function notKept<S extends Schema>({ attributes }: S, planned: Planned<S>, state: State<S>): NotKept[] {
  const spelled = keepSpelling(attributes, state as ValueRecord, planned as ValueRecord);
  return checkCompatible(attributes, planned as ValueRecord, spelled).map(({ path = [], detail }) => ({
    path,
    what: detail,
  }));
}

/**
 * Gives each path once, in a fixed order, so that no plan depends on the order of modifiers. A path into a set ends at
 * the set.
 */
function distinct(paths: readonly Path[]): Path[] {
  const byText = new Map(paths.map(addressable).map((path) => [pathText(path), path]));
  return [...byText.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, path]) => path);
}
