/** How objects of a schema, and identities of resources, stand in the protocol's messages. */
import type { Resource } from '../engine/resource';
import { type Schema, typeOfAttributes } from '../schema/schema';
import type { ValueRecord } from '../values';
import type { DynamicValue, ResourceIdentityData } from '../wire/gen/tfplugin6';
import { decodeJsonValue } from '../wire/json';
import { decodeValue, encodeValue } from '../wire/msgpack';

/** Reads an object; null where Terraform sends null, or nothing. */
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

/**
 * Reads the identity of an object; undefined where there is none. Terraform before 1.12 sends none, and ignores ours.
 */
export function decodeIdentity({ identity }: Resource<never>, data?: ResourceIdentityData): ValueRecord | undefined {
  if (identity === undefined || data?.identityData === undefined) return undefined;
  return decodeObject(identity, data.identityData) ?? undefined;
}

export function encodeIdentity({ identity }: Resource<never>, value?: ValueRecord): ResourceIdentityData | undefined {
  if (identity === undefined || value === undefined) return undefined;
  return { identityData: encodeObject(identity, value) };
}
