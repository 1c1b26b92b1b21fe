/** The life of one object: plan, apply, read, import, upgrade. Values in, values out; no gRPC, no bytes. */
import { DiagnosticError, error, type Diagnostic, type Path } from '../diagnostics';
import type { Config, Planned, Schema, State } from '../schema/schema';
import { record, type Value, type ValueRecord } from '../values';
import { typeOfAttributes } from '../schema/schema';
import { conform, salvage } from './conform';
import { equalValues } from './equal';
import { handed, RunningOperation, type Environment } from './operation';
import { planAttributes } from './plan';
import type { Resource } from './resource';
import { keepSpelling } from './spelling';

/** What an operation leaves behind. `state` is what Terraform shall store even beside errors; null is nothing. */
export interface Outcome {
  readonly state: ValueRecord | null;
  readonly privateBytes: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}

export interface PlanOutcome extends Outcome {
  readonly requiresReplace: readonly Path[];
}

export async function planResource<C>(
  resource: Resource<C>,
  environment: Environment<C>,
  request: { config: ValueRecord; prior: ValueRecord | null; proposed: ValueRecord | null; privateBytes: Uint8Array },
): Promise<PlanOutcome> {
  const operation = new RunningOperation(environment, request.privateBytes);
  const { proposed, prior, config } = request;
  if (proposed === null) return { ...outcome(operation, null), requiresReplace: [] };
  const { attributes } = resource.schema;
  const requiresReplace: Path[] = [];
  const planned = await operation.attempt(async () => {
    const plan = planAttributes(attributes, { config, prior, proposed });
    requiresReplace.push(...plan.requiresReplace);
    if (resource.modifyPlan === undefined) {
      const asItCame = plan.planned === proposed || plan.planned === prior;
      return asItCame ? plan.planned : conform(attributes, plan.planned, true);
    }
    const request = {
      config: plan.config as Config<Schema>,
      prior,
      plan: plan.planned,
      requireReplace: (path: Path) => void requiresReplace.push(path),
    };
    const modified = await resource.modifyPlan(handed(operation, request));
    if (modified === proposed) return proposed;
    return conform(attributes, modified, true);
  });
  return { ...outcome(operation, planned ?? proposed), requiresReplace: distinct(requiresReplace) };
}

export async function applyResource<C>(
  resource: Resource<C>,
  environment: Environment<C>,
  request: { config: ValueRecord; prior: ValueRecord | null; planned: ValueRecord | null; privateBytes: Uint8Array },
): Promise<Outcome> {
  const operation = new RunningOperation(environment, request.privateBytes);
  const { config, prior, planned } = request;
  const { attributes } = resource.schema;
  if (planned === null) {
    const state = prior as State<Schema>;
    const deleted = await operation.attempt(async () => {
      await resource.delete(handed(operation, { prior: state }));
      return true;
    });
    return outcome(operation, deleted ? null : prior);
  }
  let saved: ValueRecord | null = prior;
  const change = {
    config: config as Config<Schema>,
    planned: planned as Planned<Schema>,
    saveState: (state: State<Schema>) => void (saved = conform(attributes, state, false)),
  };
  const returned = await operation.attempt(async () => ({
    value:
      prior === null
        ? await resource.create(handed(operation, change))
        : await resource.update(handed(operation, { ...change, prior })),
  }));
  if (returned === undefined) return outcome(operation, saved);
  const { state, complaints } = salvage(attributes, returned.value, saved);
  for (const complaint of complaints) operation.fail(complaint);
  // The object exists by now: a bug in here must not lose it.
  const kept = await operation.attempt(() => state && keepSpelling(attributes, state, planned));
  return outcome(operation, kept ?? state);
}

export async function readResource<C>(
  resource: Resource<C>,
  environment: Environment<C>,
  request: { state: ValueRecord; privateBytes: Uint8Array },
): Promise<Outcome> {
  const operation = new RunningOperation(environment, request.privateBytes);
  const { attributes } = resource.schema;
  const read = await operation.attempt(async () => {
    const state = await resource.read(handed(operation, { state: request.state }));
    if (state === null) return { state };
    return { state: keepSpelling(attributes, conform(attributes, state, false), request.state) };
  });
  if (read === undefined) return outcome(operation, request.state);
  // The stored spelling of an equal set stays, so that nothing seems to have changed.
  const unchanged = read.state !== null && equalValues(typeOfAttributes(attributes), read.state, request.state);
  return outcome(operation, unchanged ? request.state : read.state);
}

export async function importResource<C>(
  resource: Resource<C>,
  environment: Environment<C>,
  id: string,
): Promise<Outcome> {
  const operation = new RunningOperation(environment);
  const stub = await operation.attempt(async () => {
    if (resource.importState === undefined) {
      throw new DiagnosticError(
        error('Import not supported', `Resources of type ${resource.name} cannot be imported.`),
      );
    }
    return conform(resource.schema.attributes, await resource.importState(handed(operation, { id })), false);
  });
  return outcome(operation, stub ?? null);
}

/** Brings a stored state to the current schema version. `decode` reads the stored bytes by a schema's attributes. */
export function upgradeState(
  resource: Resource<never>,
  version: number,
  decode: (attributes: Schema['attributes']) => Value,
): { state: ValueRecord } | { diagnostics: Diagnostic[] } {
  const { schema, name, upgrades } = resource;
  if (version === schema.version) return { state: asRecord(decode(schema.attributes)) };
  const upgrade = upgrades?.[version];
  if (upgrade === undefined) {
    const newer = version > schema.version;
    const advice = newer
      ? 'It was written by a newer version of the provider. Use that version, or a later one.'
      : 'This version of the provider no longer reads it. Upgrade with an intermediate version first.';
    const detail = `The stored state has schema version ${version}; ${name} is at ${schema.version}. ${advice}`;
    return { diagnostics: [error('State cannot be upgraded', detail)] };
  }
  const old = asRecord(decode(upgrade.from));
  return { state: conform(schema.attributes, upgrade.upgrade(old as never), false) };
}

function asRecord(value: Value): ValueRecord {
  return (value ?? record()) as ValueRecord;
}

function outcome<C>({ privateState, diagnostics }: RunningOperation<C>, state: ValueRecord | null): Outcome {
  return { state, privateBytes: privateState.bytes(), diagnostics };
}

/** In a fixed order and each once, so that a plan never depends on the order of modifiers. */
function distinct(paths: readonly Path[]): Path[] {
  const byText = new Map(
    paths.map((path) => [JSON.stringify(path.map((step) => Object.values(step).map(String))), path]),
  );
  return [...byText.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, path]) => path);
}
