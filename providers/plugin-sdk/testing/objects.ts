/** How the configurations that tests write become objects and bytes as Terraform has them. */
import { DiagnosticError, hasErrors, type Diagnostic } from '../diagnostics';
import { conformConfiguration } from '../engine/conform';
import type { Schema } from '../schema/schema';
import { decodeObject } from '../server/objects';
import type { ValueRecord } from '../values';
import type * as proto from '../wire/gen/tfplugin6';

/** The attributes that a configuration sets; all others are null. Any value may be `UNKNOWN`. */
export type Configuration = Readonly<Record<string, unknown>>;

export const NOTHING = new Uint8Array();

export function complete({ attributes }: Pick<Schema, 'attributes'>, configuration: Configuration): ValueRecord {
  return conformConfiguration(attributes, configuration);
}

export { encodeObject as encode } from '../server/objects';

/** Reads an object out of an answer; null where the answer holds none. */
export function decode(schema: Pick<Schema, 'attributes'>, value: proto.DynamicValue | undefined): ValueRecord | null {
  if (value === undefined || value.msgpack.length + value.json.length === 0) return null;
  return decodeObject(schema, value);
}

/** Makes a stored state of an object, or of JSON text where a JavaScript number would lose digits. */
export function rawState(stored: object | string): proto.RawState {
  return { json: Buffer.from(typeof stored === 'string' ? stored : JSON.stringify(stored)), flatmap: {} };
}

export function throwErrors(diagnostics: readonly Diagnostic[]): void {
  if (hasErrors(diagnostics)) throw new DiagnosticError(...diagnostics);
}
