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
  size: (data) => (isRecord(data) ? Object.keys(data).length : undefined),
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

/** What a double may not hold exactly: many digits, a fraction, an exponent, -0. A false alarm only costs time. */
const DELICATE_NUMBER = /[0-9]{16}|[0-9]\.[0-9]|[0-9][eE][-+0-9]|-0/;

function parseLossless(bytes: Uint8Array | string): unknown {
  const text = typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString();
  try {
    return DELICATE_NUMBER.test(text) ? parse(text, null, parseNumber) : JSON.parse(text);
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
