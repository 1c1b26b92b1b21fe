/** Objects as Terraform has them, and their bytes. */
import { DiagnosticError, hasErrors, type Diagnostic } from '../diagnostics';
import { conform } from '../engine/conform';
import { typeOfAttributes, type Schema } from '../schema/schema';
import type { ValueRecord } from '../values';
import type * as proto from '../wire/gen/tfplugin6';
import { decodeJsonValue } from '../wire/json';
import { decodeValue, encodeValue } from '../wire/msgpack';

/** What a configuration sets; everything else is null. Unknowns may stand anywhere. */
export type Configuration = Readonly<Record<string, unknown>>;

export const NOTHING = new Uint8Array();

export function complete({ attributes }: Pick<Schema, 'attributes'>, configuration: Configuration): ValueRecord {
  return conform(attributes, configuration, true);
}

export function encode({ attributes }: Pick<Schema, 'attributes'>, value: ValueRecord | null): proto.DynamicValue {
  return { msgpack: encodeValue(value, typeOfAttributes(attributes)), json: NOTHING };
}

/** Terraform reads JSON too; of a state it leaves out beforehand what the schema does not have. */
export function decode(
  { attributes }: Pick<Schema, 'attributes'>,
  value: proto.DynamicValue | undefined,
): ValueRecord | null {
  if (value === undefined) return null;
  const { msgpack, json } = value;
  const type = typeOfAttributes(attributes);
  if (msgpack.length > 0) return decodeValue(msgpack, type) as ValueRecord | null;
  return json.length > 0 ? (decodeJsonValue(json, type) as ValueRecord | null) : null;
}

/** Stored JSON; given as text where digits matter. */
export function rawState(stored: object | string): proto.RawState {
  return { json: Buffer.from(typeof stored === 'string' ? stored : JSON.stringify(stored)), flatmap: {} };
}

export function throwErrors(diagnostics: readonly Diagnostic[]): void {
  if (hasErrors(diagnostics)) throw new DiagnosticError(...diagnostics);
}
