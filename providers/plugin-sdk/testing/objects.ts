/** Objects as Terraform has them, and their bytes. */
import { DiagnosticError, hasErrors, type Diagnostic } from '../diagnostics';
import { conformConfiguration } from '../engine/conform';
import type { Schema } from '../schema/schema';
import { decodeObject } from '../server/objects';
import type { ValueRecord } from '../values';
import type * as proto from '../wire/gen/tfplugin6';

/** What a configuration sets; everything else is null. Unknowns may stand anywhere. */
export type Configuration = Readonly<Record<string, unknown>>;

export const NOTHING = new Uint8Array();

export function complete({ attributes }: Pick<Schema, 'attributes'>, configuration: Configuration): ValueRecord {
  return conformConfiguration(attributes, configuration);
}

export { encodeObject as encode } from '../server/objects';

/** As the server reads what Terraform sends, but that an answer may hold nothing at all. */
export function decode(schema: Pick<Schema, 'attributes'>, value: proto.DynamicValue | undefined): ValueRecord | null {
  if (value === undefined || value.msgpack.length + value.json.length === 0) return null;
  return decodeObject(schema, value);
}

/** Stored JSON; given as text where digits matter. */
export function rawState(stored: object | string): proto.RawState {
  return { json: Buffer.from(typeof stored === 'string' ? stored : JSON.stringify(stored)), flatmap: {} };
}

export function throwErrors(diagnostics: readonly Diagnostic[]): void {
  if (hasErrors(diagnostics)) throw new DiagnosticError(...diagnostics);
}
