/**
 * Configurations of any schema in Terraform's JSON syntax, for values that nobody would write by hand.
 * https://developer.hashicorp.com/terraform/language/syntax/json
 */
import { Decimal, Dynamic, isBlock, isNested, record, Unknown } from 'terraform-plugin-sdk-ts';
import type { Attributes, Value, ValueRecord } from 'terraform-plugin-sdk-ts';
import { numberText } from '../../../providers/plugin-sdk/numbers';
import type { Type } from '../../../providers/plugin-sdk/types';
import { typeToJson } from '../../../providers/plugin-sdk/wire/json';

/** One `resource` block: its address, and the text of what stands in it. */
export interface ResourceJson {
  readonly type: string;
  readonly name: string;
  readonly body: string;
}

export function documentOf(resources: readonly ResourceJson[]): string {
  if (resources.length === 0) return '{}';
  const blocks = resources.map(({ type, name, body }) => `${JSON.stringify(type)}: {${JSON.stringify(name)}: ${body}}`);
  return `{"resource": {\n${blocks.join(',\n')}\n}}\n`;
}

/**
 * A resource named `it`, and what it takes values from: attributes that are hidden come from another resource, as JSON, so
 * that not even their type is known in a plan that changes them.
 */
export function resourceOf(
  type: string,
  attributes: Attributes,
  config: ValueRecord,
  hidden: readonly string[],
): readonly ResourceJson[] {
  const from = `jsondecode(terraform_data.${type}.output)`;
  const body = bodyOf(attributes, config, (name) => (hidden.includes(name) ? `${from}.${name}` : undefined));
  const it = { type, name: 'it', body };
  if (hidden.length === 0) return [it];
  const values = record(hidden.map((name) => [name, config[name] ?? null]));
  return [{ type: 'terraform_data', name: type, body: `{"input": ${literal(jsonOf(values))}}` }, it];
}

/**
 * What stands in the block of an object. What the object does not have is not written; null is.
 * @param expression stands in place of a top-level attribute's value, where it gives one
 */
function bodyOf(
  attributes: Attributes,
  config: ValueRecord,
  expression: (name: string) => string | undefined = () => undefined,
): string {
  const parts = Object.entries(attributes).flatMap(([name, { shape }]) => {
    const value = config[name] ?? null;
    const written = expression(name);
    if (written !== undefined) return [`${JSON.stringify(name)}: ${JSON.stringify(`\${${written}}`)}`];
    if (value === null && (isBlock(shape) || !Object.hasOwn(config, name))) return [];
    if (!isNested(shape) || !isBlock(shape)) return [`${JSON.stringify(name)}: ${literal(value)}`];
    if (shape.nesting === 'single')
      return [`${JSON.stringify(name)}: ${bodyOf(shape.attributes, value as ValueRecord)}`];
    const bodies = Object.entries(value as ValueRecord).map(([key, block]) => {
      const body = bodyOf(shape.attributes, block as ValueRecord);
      return shape.nesting === 'map' ? `${JSON.stringify(key)}: ${body}` : body;
    });
    if (bodies.length === 0) return [];
    return [`${JSON.stringify(name)}: ${shape.nesting === 'map' ? `{${bodies.join()}}` : `[${bodies.join()}]`}`];
  });
  return `{${parts.join()}}`;
}

/** The value that the configuration has when this one is written in it: a dynamic one is of the type of its literal then. */
export function asWritten(value: Value): Value {
  if (value instanceof Dynamic)
    return value.value === null ? null : new Dynamic(typeOfLiteral(value.value), value.value);
  if (value === null || typeof value !== 'object' || value instanceof Unknown || value instanceof Decimal) return value;
  if (Array.isArray(value)) return (value as readonly Value[]).map(asWritten);
  return record(Object.entries(value as ValueRecord).map(([key, part]) => [key, asWritten(part)]));
}

function typeOfLiteral(value: Value): Type {
  if (typeof value === 'string') return { kind: 'string' };
  if (typeof value === 'boolean') return { kind: 'bool' };
  if (typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal) return { kind: 'number' };
  if (Array.isArray(value)) return { kind: 'tuple', elements: (value as readonly Value[]).map(typeOfLiteral) };
  if (value === null) return { kind: 'dynamic' };
  const parts = Object.entries(value as ValueRecord).map(([key, part]) => [key.normalize('NFC'), typeOfLiteral(part)]);
  return { kind: 'object', attributes: Object.fromEntries(parts) as Record<string, Type> };
}

/** A value as an expression. Texts are templates there, keys of objects too, so that what begins one is escaped. */
function literal(value: Value): string {
  return jsonOf(value, (text) => text.replace(/[$%](?=\{)/g, '$&$&'));
}

/** A value as the JSON of a state, where a dynamic one stands with its type. */
export function stateJson(value: Value): string {
  return jsonOf(value, undefined, ({ type, value: inner }) => {
    return `{"type": ${JSON.stringify(typeToJson(type))}, "value": ${stateJson(inner)}}`;
  });
}

/** A value as JSON, with all digits of its numbers. */
function jsonOf(value: Value, escape = (text: string): string => text, dynamic?: (value: Dynamic) => string): string {
  const part = (inner: Value): string => jsonOf(inner, escape, dynamic);
  if (value === null) return 'null';
  if (value instanceof Unknown) throw new Error('an unknown cannot be written');
  if (value instanceof Dynamic) return dynamic?.(value) ?? part(value.value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(escape(value));
  if (typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal) return numberText(value);
  if (Array.isArray(value)) return `[${(value as readonly Value[]).map(part).join()}]`;
  const entries = Object.entries(value as ValueRecord);
  return `{${entries.map(([key, inner]) => `${JSON.stringify(escape(key))}:${part(inner)}`).join()}}`;
}
