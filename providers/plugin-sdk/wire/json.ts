/** Values in JSON: the form in which Terraform keeps state. Nothing in it is unknown. */
import { parse } from 'lossless-json';
import { parseNumber } from '../numbers';
import type { Type } from '../types';
import { Decimal, type TfNumber, type Value } from '../values';
import { readValue, type Format } from './read-value';
import { typeFromJson } from './type-json';
import { WireError } from './wire-error';

export { typeFromJson, typeToJson } from './type-json';

const JSON_FORMAT: Format = {
  number: (data) => (isNumber(data) ? data : undefined),
  dynamic: (data) =>
    isRecord(data) ? { type: typeFromJson(own(data, 'type')), value: own(data, 'value') } : undefined,
  keys: (data) => (isRecord(data) ? Object.keys(data) : undefined),
  get: (data, key) => (isRecord(data) ? own(data, key) : undefined),
  exactObjects: false,
};

/**
 * Reads a state as some version of a provider wrote it: an attribute that it lacks is null, one that the type does not have
 * is left out, and numbers keep every digit.
 * @throws WireError
 */
export function decodeJsonValue(text: Uint8Array | string, type: Type): Value {
  return readValue(JSON_FORMAT, parseLossless(text), type);
}

function parseLossless(text: Uint8Array | string): unknown {
  try {
    return parse(typeof text === 'string' ? text : Buffer.from(text).toString(), null, parseNumber);
  } catch {
    throw new WireError('The state is not valid JSON.');
  }
}

function isNumber(data: unknown): data is TfNumber {
  return typeof data === 'number' || typeof data === 'bigint' || data instanceof Decimal;
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data) && !(data instanceof Decimal);
}

function own(data: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(data, key) ? data[key] : undefined;
}
