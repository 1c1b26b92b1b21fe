/** How values are read from MessagePack, guided by a type, in one pass. */
import { encode } from '@msgpack/msgpack';
import type { PathStep } from '../diagnostics';
import type { Type } from '../types';
import { Dynamic, record, type TfNumber, type Value, type ValueRecord } from '../values';
import { type Tokens, readNumber } from './msgpack-tokens';
import { MAX_DEPTH, typeFromJson } from './type-json';
import { decodeUnknown } from './unknown-values';
import { WireError } from './wire-error';

/** Reads a value. @throws WireError for the first place where the data is not of the type */
export function readValue(tokens: Tokens, type: Type): Value {
  return new Reader(tokens).read(type);
}

interface AttributeTypes {
  readonly [name: string]: Type;
}

class Reader {
  private depth = 0;

  constructor(private readonly tokens: Tokens) {}

  read(type: Type): Value {
    const { tokens } = this;
    if (tokens.nil()) return null;
    const extension = tokens.extension();
    if (extension !== undefined) return decodeUnknown(extension.type, extension.payload);
    switch (type.kind) {
      case 'string':
        return tokens.text() ?? this.refuse('a string');
      case 'bool':
        return tokens.bool() ?? this.refuse('a bool');
      case 'number':
        return this.readNumber();
      case 'dynamic':
        return this.readDynamic();
      case 'list':
      case 'set':
        return this.readList(type.element);
      case 'tuple':
        return this.readTuple(type.elements);
      case 'map':
        return this.readMap(type.element);
      case 'object':
        return this.readObject(type.attributes);
    }
  }

  private part(type: Type): Value {
    if (++this.depth > MAX_DEPTH) throw new WireError(`a value nests deeper than ${MAX_DEPTH} levels`);
    const value = this.read(type);
    this.depth -= 1;
    return value;
  }

  private readNumber(): TfNumber {
    try {
      return readNumber(this.tokens) ?? this.refuse('a number');
    } catch (cause) {
      throw cause instanceof RangeError ? new WireError(cause.message) : cause;
    }
  }

  private readDynamic(): Value {
    const count = this.tokens.array() ?? this.refuse('a value with its type');
    const json = count === 2 ? this.tokens.binary() : undefined;
    const type = json && typeFromJson(parse(json));
    // A dynamic value whose type is dynamic adds no step, so it would escape the limit of depth.
    // Terraform never sends one.
    if (type === undefined || type.kind === 'dynamic') return refuse('a value with its type', `a list of ${count}`);
    return new Dynamic(type, this.read(type));
  }

  private readList(element: Type): Value {
    const count = this.tokens.array() ?? this.refuse('a list');
    const values: Value[] = [];
    try {
      while (values.length < count) values.push(this.part(element));
    } catch (cause) {
      throw located(cause, { kind: 'index', index: values.length });
    }
    return values;
  }

  private readTuple(types: readonly Type[]): Value {
    const count = this.tokens.array() ?? this.refuse('a list');
    if (count !== types.length) return refuse(`${types.length} elements`, `a list of ${count}`);
    const values: Value[] = [];
    try {
      for (const type of types) values.push(this.part(type));
    } catch (cause) {
      throw located(cause, { kind: 'index', index: values.length });
    }
    return values;
  }

  private readMap(element: Type): ValueRecord {
    const count = this.tokens.map() ?? this.refuse('a map');
    const result = record();
    let key: string | undefined;
    try {
      for (let index = 0; index < count; index++) {
        key = undefined;
        key = this.tokens.text() ?? refuse('a map', 'a map');
        result[key] = this.part(element);
      }
    } catch (cause) {
      throw key === undefined ? cause : located(cause, { kind: 'key', key });
    }
    return result;
  }

  private readObject(attributes: AttributeTypes): ValueRecord {
    const count = this.tokens.map() ?? this.refuse('a map');
    const { names, keys } = expected(attributes);
    const result = record();
    let name: string | undefined;
    try {
      for (let index = 0; index < count; index++) {
        name = undefined;
        // Terraform sends attributes in order, so nearly every key is the one that is due.
        const due = keys[index];
        const key = due !== undefined && this.tokens.literal(due) ? names[index] : this.tokens.text();
        const type = key !== undefined && Object.hasOwn(attributes, key) ? attributes[key] : undefined;
        if (key === undefined || type === undefined) {
          throw new WireError(missing(names, result) ?? 'there is an attribute that the schema does not have');
        }
        name = key;
        result[key] = this.part(type);
      }
    } catch (cause) {
      throw name === undefined ? cause : located(cause, { kind: 'attribute', name });
    }
    const problem = missing(names, result);
    if (problem !== undefined) throw new WireError(problem);
    return result;
  }

  private refuse(expected: string): never {
    return refuse(expected, this.tokens.describe());
  }
}

/** The attributes of an object in the order in which Terraform sends them, and their names in MessagePack. */
interface ExpectedAttributes {
  readonly names: readonly string[];
  readonly keys: readonly Uint8Array[];
}

const known = new WeakMap<AttributeTypes, ExpectedAttributes>();

function expected(attributes: AttributeTypes): ExpectedAttributes {
  let found = known.get(attributes);
  if (found === undefined) {
    const names = Object.keys(attributes).sort();
    known.set(attributes, (found = { names, keys: names.map((name) => encode(name)) }));
  }
  return found;
}

function missing(names: readonly string[], result: ValueRecord): string | undefined {
  const name = names.find((one) => !Object.hasOwn(result, one));
  return name === undefined ? undefined : `the attribute ${name} is missing`;
}

function refuse(expected: string, found: string): never {
  throw new WireError(`expected ${expected}, found ${found}`);
}

function located(cause: unknown, step: PathStep): unknown {
  return cause instanceof WireError ? cause.below(step) : cause;
}

function parse(json: Buffer): unknown {
  try {
    return JSON.parse(json.toString()) as unknown;
  } catch {
    throw new WireError('the type of a dynamic value is not valid JSON');
  }
}
