/** Parsed data to values, guided by a type: the part of reading that MessagePack and JSON have in common. */
import type { PathStep } from '../diagnostics';
import type { Type } from '../types';
import { Dynamic, record, Unknown, type TfNumber, type Value, type ValueRecord } from '../values';
import { describeKind } from './kinds';
import { MAX_DEPTH } from './type-json';
import { WireError } from './wire-error';

/** What the two formats spell differently. Each function gives undefined for data of another kind. */
export interface Format {
  number(data: unknown): TfNumber | undefined;
  dynamic(data: unknown): { readonly type: Type; readonly value: unknown } | undefined;
  keys(data: unknown): readonly string[] | undefined;
  /** How many keys a record has. */
  size(data: unknown): number | undefined;
  /** What stands at a key of a record; undefined where it has no such key. */
  get(data: unknown, key: string): unknown;
  /** Whether an object has exactly its type's attributes; else a missing one is null and one too many is left out. */
  readonly exactObjects: boolean;
}

/** @throws WireError at the first place where the data is not what the type says */
export function readValue(format: Format, data: unknown, type: Type): Value {
  return new Reader(format).read(data, type);
}

class Reader {
  private readonly path: PathStep[] = [];

  constructor(private readonly format: Format) {}

  read(data: unknown, type: Type): Value {
    if (data === null || data === undefined) return null;
    if (data instanceof Unknown) return data;
    switch (type.kind) {
      case 'string':
        return typeof data === 'string' ? data.normalize('NFC') : this.refuse('a string', data);
      case 'bool':
        return typeof data === 'boolean' ? data : this.refuse('a bool', data);
      case 'number':
        return this.readNumber(data);
      case 'dynamic':
        return this.readDynamic(data);
      case 'list':
      case 'set':
        return this.array(data).map((element, index) => this.at({ kind: 'index', index }, element, type.element));
      case 'tuple':
        return this.readTuple(data, type.elements);
      case 'map':
        return this.readMap(data, type.element);
      case 'object':
        return this.readObject(data, type.attributes);
    }
  }

  private at(step: PathStep, data: unknown, type: Type): Value {
    this.path.push(step);
    if (this.path.length > MAX_DEPTH) throw new WireError(`a value nests deeper than ${MAX_DEPTH} levels`);
    const value = this.read(data, type);
    this.path.pop();
    return value;
  }

  private readNumber(data: unknown): TfNumber {
    try {
      return this.format.number(data) ?? this.refuse('a number', data);
    } catch (error) {
      throw error instanceof RangeError ? new WireError(error.message, this.path) : error;
    }
  }

  private readDynamic(data: unknown): Value {
    const dynamic = this.format.dynamic(data);
    // A type of its own inside adds no step to the path, so that it would escape the limit of depth; it never occurs.
    if (dynamic === undefined || dynamic.type.kind === 'dynamic') return this.refuse('a value with its type', data);
    return new Dynamic(dynamic.type, this.read(dynamic.value, dynamic.type));
  }

  private readTuple(data: unknown, types: readonly Type[]): Value {
    const elements = this.array(data);
    if (elements.length !== types.length) return this.refuse(`${types.length} elements`, data);
    return types.map((type, index) => this.at({ kind: 'index', index }, elements[index], type));
  }

  private readMap(data: unknown, element: Type): ValueRecord {
    const result = record();
    for (const key of this.keys(data)) {
      result[key.normalize('NFC')] = this.at({ kind: 'key', key }, this.format.get(data, key), element);
    }
    return result;
  }

  private readObject(data: unknown, attributes: { readonly [name: string]: Type }): ValueRecord {
    const size = this.format.size(data) ?? this.refuse('a map', data);
    const result = record();
    let found = 0;
    for (const [name, type] of Object.entries(attributes)) {
      const part = this.format.get(data, name);
      if (part !== undefined) found += 1;
      else if (this.format.exactObjects) throw new WireError(`the attribute ${name} is missing`, this.path);
      result[name] = this.at({ kind: 'attribute', name }, part, type);
    }
    if (found < size && this.format.exactObjects) {
      throw new WireError('there is an attribute that the schema does not have', this.path);
    }
    return result;
  }

  private array(data: unknown): readonly unknown[] {
    return Array.isArray(data) ? data : this.refuse('a list', data);
  }

  private keys(data: unknown): readonly string[] {
    return this.format.keys(data) ?? this.refuse('a map', data);
  }

  private refuse(expected: string, data: unknown): never {
    throw new WireError(`expected ${expected}, found ${describeKind(data)}`, this.path);
  }
}
