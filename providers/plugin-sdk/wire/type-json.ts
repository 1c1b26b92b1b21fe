/**
 * How Terraform writes types in JSON: `"string"`, `["list", T]`, `["object", {name: T}, [optional names]]`,
 * `["tuple", [T]]`, `"dynamic"`.
 */
import type { Type } from '../types';
import { WireError } from './wire-error';

/** The most levels of a type or a value. What nests deeper is refused before it can exhaust the stack. */
export const MAX_DEPTH = 256;

export function typeToJson(type: Type): unknown {
  switch (type.kind) {
    case 'string':
    case 'bool':
    case 'number':
    case 'dynamic':
      return type.kind;
    case 'list':
    case 'set':
    case 'map':
      return [type.kind, typeToJson(type.element)];
    case 'tuple':
      return ['tuple', type.elements.map(typeToJson)];
    case 'object':
      return ['object', mapRecord(type.attributes, typeToJson)];
  }
}

/**
 * Reads a type. Which attributes of an object are optional matters for conversions, not for values, and is ignored.
 * @throws WireError for what is no type
 */
export function typeFromJson(json: unknown, depth = 0): Type {
  if (depth > MAX_DEPTH) throw new WireError(`a type nests deeper than ${MAX_DEPTH} levels`);
  const [kind, inner] = Array.isArray(json) ? (json as unknown[]) : [json];
  const read = (part: unknown): Type => typeFromJson(part, depth + 1);
  switch (kind) {
    case 'string':
    case 'bool':
    case 'number':
    case 'dynamic':
      return { kind };
    case 'list':
    case 'set':
    case 'map':
      return { kind, element: read(inner) };
    case 'tuple':
      if (Array.isArray(inner)) return { kind, elements: inner.map(read) };
      break;
    case 'object':
      if (isRecord(inner)) return { kind, attributes: mapRecord(inner, read) };
  }
  throw new WireError('a type is none of those that Terraform has');
}

function isRecord(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function mapRecord<T, U>(entries: { readonly [name: string]: T }, convert: (value: T) => U): Record<string, U> {
  const result = Object.create(null) as Record<string, U>;
  for (const [name, value] of Object.entries(entries)) result[name] = convert(value);
  return result;
}
