/** How errors name a value without showing it: by its kind. */
import { Decimal, Dynamic, Unknown } from '../values';

/** Says what kind of thing this is, in Terraform's words, for messages that must not show the thing itself. */
export function describeKind(data: unknown): string {
  if (data === null) return 'null';
  if (data instanceof Unknown) return 'an unknown value';
  if (data instanceof Dynamic) return 'a dynamic value';
  if (data instanceof Uint8Array) return 'bytes';
  if (Array.isArray(data)) return `a list of ${data.length}`;
  if (data instanceof Decimal) return 'a number';
  return KINDS[typeof data] ?? 'something else';
}

const KINDS: Readonly<Record<string, string>> = {
  undefined: 'undefined',
  string: 'a string',
  boolean: 'a bool',
  number: 'a number',
  bigint: 'a number',
  object: 'a map',
};
