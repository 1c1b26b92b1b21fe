/** How values are read from JSON, the form in which Terraform keeps state. Nothing in it is unknown. */
import { parse } from 'lossless-json';
import type { PathStep } from '../diagnostics';
import { parseNumber } from '../numbers';
import type { Type } from '../types';
import { Decimal, Dynamic, record, type TfNumber, type Value } from '../values';
import { describeKind } from './kinds';
import { MAX_DEPTH, typeFromJson } from './type-json';
import { WireError } from './wire-error';

export { typeFromJson, typeToJson } from './type-json';

/**
 * Reads a state as some version of a provider wrote it: an attribute that the state lacks is null, an attribute that
 * the type does not have is left out, and numbers keep every digit.
 * @throws WireError for what is no JSON, or not of the type
 */
export function decodeJsonValue(text: Uint8Array | string, type: Type): Value {
  return readValue(parseLossless(text), type, 0);
}

/**
 * Finds texts with numbers that a double may not hold exactly: many digits, a fraction, an exponent, -0. A false alarm
 * only costs time.
 */
const DELICATE_NUMBER = /[0-9]{16}|[0-9]\.[0-9]|[0-9][eE][-+0-9]|-0/;

function parseLossless(bytes: Uint8Array | string): unknown {
  const text = typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString();
  try {
    return DELICATE_NUMBER.test(text) ? parse(text, null, parseNumber) : JSON.parse(text);
  } catch {
    throw new WireError('The state is not valid JSON.');
  }
}

function readValue(data: unknown, type: Type, depth: number): Value {
  if (depth > MAX_DEPTH) throw new WireError(`a value nests deeper than ${MAX_DEPTH} levels`);
  if (data === null || data === undefined) return null;
  switch (type.kind) {
    case 'string':
      return typeof data === 'string' ? data.normalize('NFC') : refuse('a string', data);
    case 'bool':
      return typeof data === 'boolean' ? data : refuse('a bool', data);
    case 'number':
      return isNumber(data) ? data : refuse('a number', data);
    case 'dynamic':
      return readDynamic(data, depth);
    case 'list':
    case 'set':
      return readSequence(data, depth, () => type.element);
    case 'tuple':
      if (Array.isArray(data) && data.length !== type.elements.length)
        return refuse(`${type.elements.length} elements`, data);
      return readSequence(data, depth, (index) => type.elements[index]);
    case 'map':
      return readRecord(
        data,
        isRecord(data) ? Object.keys(data) : [],
        () => ({ type: type.element, step: 'key' }),
        depth,
      );
    case 'object': {
      const { attributes } = type;
      const part = (name: string) => ({ type: attributes[name], step: 'attribute' }) as const;
      return readRecord(data, Object.keys(attributes), part, depth);
    }
  }
}

function readDynamic(data: unknown, depth: number): Value {
  const type = isRecord(data) ? typeFromJson(own(data, 'type')) : undefined;
  // A dynamic value whose type is dynamic adds no step, so it would escape the limit of depth.
  // Terraform never sends one.
  if (type === undefined || type.kind === 'dynamic') return refuse('a value with its type', data);
  return new Dynamic(type, readValue(own(data as object, 'value'), type, depth));
}

function readSequence(data: unknown, depth: number, typeAt: (index: number) => Type | undefined): Value {
  if (!Array.isArray(data)) return refuse('a list', data);
  const values: Value[] = [];
  try {
    for (const element of data as unknown[]) {
      const type = typeAt(values.length);
      if (type !== undefined) values.push(readValue(element, type, depth + 1));
    }
  } catch (cause) {
    throw located(cause, { kind: 'index', index: values.length });
  }
  return values;
}

function readRecord(
  data: unknown,
  keys: readonly string[],
  partAt: (key: string) => { readonly type: Type | undefined; readonly step: 'key' | 'attribute' },
  depth: number,
): Value {
  if (!isRecord(data)) return refuse('a map', data);
  const result = record();
  for (const key of keys) {
    const { type, step } = partAt(key);
    if (type === undefined) continue;
    try {
      result[step === 'key' ? key.normalize('NFC') : key] = readValue(own(data, key), type, depth + 1);
    } catch (cause) {
      throw located(cause, step === 'key' ? { kind: 'key', key } : { kind: 'attribute', name: key });
    }
  }
  return result;
}

function located(cause: unknown, step: PathStep): unknown {
  return cause instanceof WireError ? cause.below(step) : cause;
}

function refuse(expected: string, data: unknown): never {
  throw new WireError(`expected ${expected}, found ${describeKind(data)}`);
}

function isNumber(data: unknown): data is TfNumber {
  return typeof data === 'number' || typeof data === 'bigint' || data instanceof Decimal;
}

function isRecord(data: unknown): data is object {
  return typeof data === 'object' && data !== null && !Array.isArray(data) && !(data instanceof Decimal);
}

function own(data: object, key: string): unknown {
  return Object.hasOwn(data, key) ? (data as Record<string, unknown>)[key] : undefined;
}
