/**
 * How values are written and read in MessagePack, the form in which they cross the socket. The rules are HashiCorp's
 * object-wire-format.md:
 *
 *     null      nil                                    unknown   an extension (unknown-values.ts)
 *     number    int64, float64 or a decimal string     dynamic   [type in JSON as bin, value]
 *     set       array, in any order                    object    map of exactly all attributes
 */
import { Encoder } from '@msgpack/msgpack';
import type { PathStep } from '../diagnostics';
import { numberText } from '../numbers';
import type { Type } from '../types';
import { Decimal, Dynamic, type TfNumber, Unknown, type Value, type ValueRecord } from '../values';
import { describeKind } from './kinds';
import { readValue } from './msgpack-reader';
import { Tokens } from './msgpack-tokens';
import { MAX_DEPTH, typeToJson } from './type-json';
import { type Codec, encodeUnknown } from './unknown-values';
import { WireError } from './wire-error';

/**
 * Makes plain data of a value, guided by a type; unknown values stay as they are. Whatever a provider returns passes
 * through here, so a mistake is reported with its place.
 * @throws WireError where the value is not of the type
 */
function writeValue(value: Value, type: Type, number: (value: TfNumber) => unknown): unknown {
  return new MsgpackWriter(number).write(value, type);
}

class MsgpackWriter {
  private readonly path: PathStep[] = [];

  constructor(private readonly number: (value: TfNumber) => unknown) {}

  write(value: Value, type: Type): unknown {
    if (value === null || value instanceof Unknown) return value;
    switch (type.kind) {
      case 'string':
        return typeof value === 'string' ? value.normalize('NFC') : this.refuse('a string', value);
      case 'bool':
        return typeof value === 'boolean' ? value : this.refuse('a bool', value);
      case 'number':
        return this.writeNumber(value);
      case 'dynamic':
        return this.writeDynamic(value);
      case 'list':
      case 'set':
        return this.array(value).map((element, index) => this.at({ kind: 'index', index }, element, type.element));
      case 'tuple':
        return this.writeTuple(value, type.elements);
      case 'map':
        return this.writeMap(value, type.element);
      case 'object':
        return this.writeObject(value, type.attributes);
    }
  }

  private at(step: PathStep, value: Value | undefined, type: Type): unknown {
    this.path.push(step);
    if (this.path.length > MAX_DEPTH) throw new WireError(`a value nests deeper than ${MAX_DEPTH} levels`);
    if (value === undefined) return this.refuse('a value or null', value);
    const data = this.write(value, type);
    this.path.pop();
    return data;
  }

  private writeNumber(value: Value): unknown {
    const isNumber =
      typeof value === 'number' ? Number.isFinite(value) : typeof value === 'bigint' || value instanceof Decimal;
    return isNumber ? this.number(value as TfNumber) : this.refuse('a number', value);
  }

  private writeDynamic(value: Value): unknown {
    if (!(value instanceof Dynamic) || value.type.kind === 'dynamic') return this.refuse('a Dynamic', value);
    return [Buffer.from(JSON.stringify(typeToJson(value.type))), this.write(value.value, value.type)];
  }

  private writeTuple(value: Value, types: readonly Type[]): unknown {
    const elements = this.array(value);
    if (elements.length !== types.length) return this.refuse(`${types.length} elements`, value);
    return types.map((type, index) => this.at({ kind: 'index', index }, elements[index], type));
  }

  private writeMap(value: Value, element: Type): unknown {
    const result = Object.create(null) as Record<string, unknown>;
    for (const [key, item] of Object.entries(this.record(value))) {
      result[key.normalize('NFC')] = this.at({ kind: 'key', key }, item, element);
    }
    return result;
  }

  private writeObject(value: Value, attributes: { readonly [name: string]: Type }): unknown {
    const entries = this.record(value);
    const result = Object.create(null) as Record<string, unknown>;
    for (const [name, type] of Object.entries(attributes)) {
      if (!Object.hasOwn(entries, name)) throw new WireError(`the attribute ${name} is missing`, this.path);
      result[name] = this.at({ kind: 'attribute', name }, entries[name], type);
    }
    const extra = Object.keys(entries).find((name) => !Object.hasOwn(attributes, name));
    if (extra !== undefined) throw new WireError(`the schema has no attribute ${extra}`, this.path);
    return result;
  }

  private array(value: Value): readonly Value[] {
    return Array.isArray(value) ? (value as readonly Value[]) : this.refuse('a list', value);
  }

  private record(value: Value): ValueRecord {
    const isRecord =
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      !(value instanceof Decimal) &&
      !(value instanceof Dynamic);
    return isRecord ? (value as ValueRecord) : this.refuse('a map', value);
  }

  private refuse(expected: string, value: unknown): never {
    throw new WireError(`expected ${expected}, found ${describeKind(value)}`, this.path);
  }
}

/** Writes a value. @throws WireError where the value is not of the type */
export function encodeValue(value: Value, type: Type): Uint8Array {
  return encode(writeValue(value, type, encodeNumber));
}

/** Reads a value. @throws WireError for what is no MessagePack, or not of the type */
export function decodeValue(bytes: Uint8Array, type: Type): Value {
  const tokens = new Tokens(bytes);
  const value = readValue(tokens, type);
  tokens.end();
  return value;
}

const INT64 = { min: -(2n ** 63n), max: 2n ** 63n - 1n };

/** Writes a number. A double would be exact for some fractions; a text is exact for all. */
function encodeNumber(number: TfNumber): number | bigint | string {
  if (typeof number === 'number' && Number.isSafeInteger(number)) {
    return Math.abs(number) < 2 ** 31 ? number : BigInt(number); // the library writes larger numbers as doubles
  }
  if (typeof number === 'bigint' && number >= INT64.min && number <= INT64.max) return number;
  return numberText(number);
}

const codec: Codec = { encode, encodeNumber };

const extensionCodec = {
  tryToEncode: (data: unknown) => (data instanceof Unknown ? encodeUnknown(data, codec) : null),
  decode: () => null,
};

/**
 * One encoder serves all, since each begins with a buffer of its own. Where it is called while it is at work, the
 * library makes a second one by itself.
 */
const encoder = new Encoder({ extensionCodec, useBigInt64: true, maxDepth: 3 * MAX_DEPTH });

function encode(data: unknown): Uint8Array {
  return encoder.encode(data);
}
