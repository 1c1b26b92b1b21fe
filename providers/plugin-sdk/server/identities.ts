/** Who an object is, in the protocol's `ResourceIdentityData`. Terraform before 1.12 sends none, and reads over ours. */
import type { Resource } from '../engine/resource';
import type { ValueRecord } from '../values';
import type { ResourceIdentityData } from '../wire/gen/tfplugin6';
import { decodeObject, encodeObject } from './objects';

export function decodeIdentity({ identity }: Resource<never>, data?: ResourceIdentityData): ValueRecord | undefined {
  if (identity === undefined || data?.identityData === undefined) return undefined;
  return decodeObject(identity, data.identityData) ?? undefined;
}

export function encodeIdentity({ identity }: Resource<never>, value?: ValueRecord): ResourceIdentityData | undefined {
  if (identity === undefined || value === undefined) return undefined;
  return { identityData: encodeObject(identity, value) };
}
