/**
 * Whether values fit schemas of the contract. Ajv knows more of JSON Schema and says what is wrong, but takes 100 ms to
 * compile four schemas, and a tenant is to be ready in 300 ms. Here yes or no is enough: what was kept fits, or is
 * damaged.
 */
import { contractDocument, type JsonSchema } from '../../contract/document';

/** Whether a value fits. */
export type Fits = (value: unknown) => boolean;

/**
 * Makes the check of a schema, whose references are relative to the contract's root. Keywords that only describe are
 * ignored.
 */
export function fitsSchema(schema: JsonSchema | boolean): Fits {
  if (typeof schema === 'boolean') return () => schema;
  const parts = Object.entries(schema).flatMap(
    ([keyword, argument]) => keywords[keyword]?.(argument as never, schema) ?? [],
  );
  return all(parts);
}

function all([first, ...others]: readonly Fits[]): Fits {
  if (!first) return () => true;
  const rest = all(others);
  return others.length === 0 ? first : (value) => first(value) && rest(value);
}

/** Makes the check of a keyword from its argument and from the keywords beside it. */
type Keyword = (argument: never, schema: JsonSchema) => Fits;

const keywords: Record<string, Keyword> = {
  $ref: (pointer: string) => fitsSchema(resolve(pointer)),
  allOf: (schemas: JsonSchema[]) => all(schemas.map(fitsSchema)),
  oneOf: (schemas: JsonSchema[]) => {
    const each = schemas.map(fitsSchema);
    return (value) => each.reduce((count, fits) => count + Number(fits(value)), 0) === 1;
  },
  not: (schema: JsonSchema) => {
    const fits = fitsSchema(schema);
    return (value) => !fits(value);
  },
  if: (schema: JsonSchema, { then: thenSchema = {}, else: elseSchema = {} }) => {
    const [fits, then, otherwise] = [schema, thenSchema as JsonSchema, elseSchema as JsonSchema].map(fitsSchema) as [
      Fits,
      Fits,
      Fits,
    ];
    return (value) => (fits(value) ? then(value) : otherwise(value));
  },
  type: (types: string | string[]) => {
    const [only, ...others] = [types].flat().map((type) => typeChecks[type] ?? (() => false)) as [Fits, ...Fits[]];
    return others.length === 0 ? only : (value) => only(value) || others.some((fits) => fits(value));
  },
  const: (expected: unknown) => (value) => value === expected,
  enum: (words: unknown[]) => (value) => words.includes(value),
  minimum: (least: number) => ofNumber((value) => value >= least),
  maximum: (most: number) => ofNumber((value) => value <= most),
  minLength: (least: number) => ofText((value) => value.length >= least),
  maxLength: (most: number) => ofText((value) => [...value].length <= most),
  pattern: (pattern: string) => {
    const regex = new RegExp(pattern, 'u');
    return ofText((value) => regex.test(value));
  },
  items: (schema: JsonSchema) => {
    const fits = fitsSchema(schema);
    return ofList((value) => value.every(fits));
  },
  minItems: (least: number) => ofList((value) => value.length >= least),
  maxItems: (most: number) => ofList((value) => value.length <= most),
  uniqueItems: () => ofList((value) => new Set(value).size === value.length),
  required: (names: string[]) => (value) => {
    if (isObject(value)) for (const name of names) if (value[name] === undefined) return false;
    return true;
  },
  minProperties: (least: number) => (value) => !isObject(value) || Object.keys(value).length >= least,
  properties: (properties: Record<string, JsonSchema>) => {
    const each = Object.entries(properties).map(([name, schema]) => ({ name, fits: fitsSchema(schema) }));
    return (value) => {
      if (isObject(value)) {
        for (const { name, fits } of each) if (value[name] !== undefined && !fits(value[name])) return false;
      }
      return true;
    };
  },
  additionalProperties: (schema: JsonSchema | boolean, { properties = {} }) => {
    const fits = fitsSchema(schema);
    return (value) => {
      if (isObject(value)) {
        for (const name in value) if (!Object.hasOwn(properties as object, name) && !fits(value[name])) return false;
      }
      return true;
    };
  },
};

const typeChecks: Record<string, Fits> = {
  null: (value) => value === null,
  boolean: (value) => typeof value === 'boolean',
  string: (value) => typeof value === 'string',
  integer: Number.isInteger,
  number: Number.isFinite,
  array: Array.isArray,
  object: isObject,
};

/** A keyword about one type of value is fulfilled by values of every other type. */
const ofNumber =
  (fits: (value: number) => boolean): Fits =>
  (value) =>
    typeof value !== 'number' || fits(value);
const ofText =
  (fits: (value: string) => boolean): Fits =>
  (value) =>
    typeof value !== 'string' || fits(value);
const ofList =
  (fits: (value: unknown[]) => boolean): Fits =>
  (value) =>
    !Array.isArray(value) || fits(value);
function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function resolve(pointer: string): JsonSchema {
  const steps = pointer.split('/').slice(1);
  return steps.reduce((node, step) => node[step] as JsonSchema, contractDocument);
}
