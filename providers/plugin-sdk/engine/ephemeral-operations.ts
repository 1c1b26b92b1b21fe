/**
 * The operations of ephemeral resources, which are never stored: open, renew, close. Values in, values out; no gRPC, no
 * bytes.
 */
import type { Diagnostic } from '../diagnostics';
import type { Query, Schema } from '../schema/schema';
import type { ValueRecord } from '../values';
import { conform } from './conform';
import type { EphemeralResource } from './ephemeral-resource';
import { type Environment, RunningOperation, deadlineOf, handed, keepTimeouts } from './operation';
import { fillDefaults } from './plan';
import { assertPromises } from './promises';
import { keepSpelling } from './spelling';

export interface Opened {
  /** The object that was opened; null beside errors. */
  readonly result: ValueRecord | null;
  readonly renewAt: Date | undefined;
  readonly privateBytes: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}

/** Opens a resource. @param config the configuration, wholly known: Terraform puts the opening off until it is */
export async function openEphemeral<C>(
  resource: EphemeralResource<C>,
  environment: Environment<C>,
  config: ValueRecord,
): Promise<Opened> {
  const { attributes } = resource.schema;
  const operation = new RunningOperation(environment, undefined, deadlineOf(attributes, 'open', config));
  const alarm = new Alarm();
  const result = await operation.attempt(async () => {
    assertPromises(resource.schema, config);
    const query = fillDefaults(attributes, config);
    const request = { config: query as Query<Schema>, renewAt: alarm.set };
    const opened = await resource.open(handed(operation, request));
    return keepSpelling(
      attributes,
      keepTimeouts(attributes, conform(attributes, opened, false, `open of ${resource.name}`), query),
      query,
    );
  });
  return { result: result ?? null, ...left(operation, alarm) };
}

export async function renewEphemeral<C>(
  resource: EphemeralResource<C>,
  environment: Environment<C>,
  privateBytes: Uint8Array,
): Promise<Omit<Opened, 'result'>> {
  const operation = new RunningOperation(environment, privateBytes);
  const alarm = new Alarm();
  await operation.attempt(() => resource.renew?.(handed(operation, { renewAt: alarm.set })));
  return left(operation, alarm);
}

export async function closeEphemeral<C>(
  resource: EphemeralResource<C>,
  environment: Environment<C>,
  privateBytes: Uint8Array,
): Promise<readonly Diagnostic[]> {
  const operation = new RunningOperation(environment, privateBytes);
  await operation.attempt(() => resource.close?.(handed(operation, {})));
  return operation.diagnostics;
}

/** The time at which the author asks for a renewal. */
class Alarm {
  time: Date | undefined;

  readonly set = (time: Date): void => {
    if (!Number.isFinite(time.getTime())) throw new RangeError('renewAt was given a date that is none');
    this.time = time;
  };
}

function left<C>({ privateState, diagnostics }: RunningOperation<C>, alarm: Alarm): Omit<Opened, 'result'> {
  return { renewAt: alarm.time, privateBytes: privateState.bytes(), diagnostics };
}
