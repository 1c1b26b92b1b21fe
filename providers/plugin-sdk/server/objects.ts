/** Objects of a schema in the protocol's `DynamicValue`. */
import { typeOfAttributes, type Schema } from '../schema/schema';
import type { ValueRecord } from '../values';
import type { DynamicValue } from '../wire/gen/tfplugin6';
import { decodeJsonValue } from '../wire/json';
import { decodeValue, encodeValue } from '../wire/msgpack';

/** Null where Terraform sends nothing, or null. */
export function decodeObject({ attributes }: Pick<Schema, 'attributes'>, value?: DynamicValue): ValueRecord | null {
  if (value === undefined) return null;
  const type = typeOfAttributes(attributes);
  const decoded = value.msgpack.length > 0 ? decodeValue(value.msgpack, type) : decodeJsonValue(value.json, type);
  return decoded as ValueRecord | null;
}

export function encodeObject({ attributes }: Pick<Schema, 'attributes'>, value: ValueRecord | null): DynamicValue {
  return { msgpack: encodeValue(value, typeOfAttributes(attributes)), json: new Uint8Array() };
}

export function sameBytes(a: DynamicValue | undefined, b: DynamicValue | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return Buffer.compare(a.msgpack, b.msgpack) === 0 && Buffer.compare(a.json, b.json) === 0;
}
