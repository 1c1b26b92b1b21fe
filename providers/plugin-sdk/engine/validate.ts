/**
 * Whether a configuration is what its schema demands beyond Terraform's types: what is required is there, what is
 * read-only is not, no element is null, whole numbers are whole. After that come the validators and the rules.
 */
import { type Diagnostic, type Path, type PathStep, error, hasErrors, warning } from '../diagnostics';
import {
  type Attribute,
  type Attributes,
  type Validator,
  isBlock,
  isConfigurable,
  isNested,
} from '../schema/attribute';
import type { Presence, Rule } from '../schema/rules';
import type { Config, Schema } from '../schema/schema';
import { type Collection, type Structure, type Type, partType, someType } from '../types';
import { Dynamic, Unknown, type Value, type ValueRecord, contentOf, isKnown } from '../values';
import { findDuplicates } from './duplicates';
import { child } from './parts';

/**
 * What a configuration does wrong with an attribute: it gives no value to a required one, or a value to a read-only
 * one. Terraform itself lets both pass. It is undefined where nothing is wrong.
 */
type Wrong = 'missing' | 'read-only' | undefined;

/**
 * Checks who gives the attribute its value.
 * @param value the configured value; null where there is none. An unknown counts as a value
 */
export function wrongRole(attribute: Attribute, value: Value): Wrong {
  if (value === null || contentOf(value) === null) return attribute.options.required ? 'missing' : undefined;
  return isConfigurable(attribute) ? undefined : 'read-only';
}

/** Makes the error. @param path the path of the object that has the attribute */
export function roleError(wrong: 'missing' | 'read-only', path: Path, name: string): Diagnostic {
  const at: PathStep[] = [...path, { kind: 'attribute', name }];
  if (wrong === 'missing') {
    const next = 'Give it a value; where that comes from a variable or a condition, it must not turn out null.';
    return error('Missing required argument', `${name} is required, and null does not set it. ${next}`, at);
  }
  const why = 'The provider decides it; a configuration cannot set it.';
  return error('Value for unconfigurable attribute', `${name} is read-only. ${why} Remove it.`, at);
}

/** Applies rules across attributes to an object of a configuration. @param path the path of the object */
function checkRules(
  rules: readonly Rule[] | undefined,
  attributes: Attributes,
  object: Value,
  path: Path,
): Diagnostic[] {
  return (rules ?? []).flatMap((rule) => [
    ...rule.check((name) => presenceOf(attributes, object, [name].flat()), path),
  ]);
}

/** Whether the configuration sets what a name leads to. A default does not count as set. */
function presenceOf(attributes: Attributes, object: Value, [name = '', ...rest]: readonly string[]): Presence {
  const attribute = attributes[name];
  const value = contentOf(child(object, { kind: 'attribute', name }));
  if (attribute === undefined) return 'unset';
  if (rest.length === 0 || !isKnown(value)) return presenceOfValue(attribute, value, rest.length > 0);
  return isNested(attribute.shape) ? presenceOf(attribute.shape.attributes, value, rest) : 'unset';
}

/** Whether the configuration sets the value. @param around whether the question is about a part of the value */
function presenceOfValue({ shape }: Attribute, value: Value, around: boolean): Presence {
  if (value instanceof Unknown) return value.refinements.notNull && !around ? 'set' : 'unknown';
  if (value === null) return 'unset';
  if (!isBlock(shape) || shape.block.kind === 'single') return 'set';
  if (shape.block.kind !== 'group') return Object.keys(value).length > 0 ? 'set' : 'unset';
  const parts = Object.entries(shape.attributes).map(([name, attribute]) =>
    presenceOfValue(attribute, child(value, { kind: 'attribute', name }), false),
  );
  return parts.includes('set') ? 'set' : parts.includes('unknown') ? 'unknown' : 'unset';
}

type KnownOnly = Exclude<Value, null | Unknown>;

/** Anything that has a configuration: the provider itself, a resource, a data source, an ephemeral resource. */
interface Configurable {
  readonly schema: Schema;
  validate?(config: Config<Schema>): readonly Diagnostic[];
}

/**
 * Checks a whole configuration. The author's own `validate` only runs where no attribute and no rule of the schema is
 * broken.
 */
export function validateConfiguration(of: Configurable, config: ValueRecord): Diagnostic[] {
  const { attributes, rules } = of.schema;
  const diagnostics = [...validateAttributes(attributes, config), ...checkRules(rules, attributes, config, [])];
  if (hasErrors(diagnostics)) return diagnostics;
  return [...diagnostics, ...findDuplicates(attributes, config), ...(of.validate?.(config as Config<Schema>) ?? [])];
}

export function validateAttributes(attributes: Attributes, config: Value, path: Path = []): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  // Most attributes of most objects are not set, so nothing is made for those.
  for (const [name, attribute] of Object.entries(attributes)) {
    const by = { kind: 'attribute', name } as const;
    const value = child(config, by);
    const wrong = wrongRole(attribute, value);
    if (wrong !== undefined) diagnostics.push(roleError(wrong, path, name));
    else if (isKnown(contentOf(value)))
      diagnostics.push(...validateAttribute(attribute, value as KnownOnly, [...path, by]));
  }
  return diagnostics;
}

function validateAttribute(attribute: Attribute, value: KnownOnly, path: Path): Diagnostic[] {
  const malformed = validateForm(attribute, value, path);
  if (malformed.length > 0) return malformed;
  const validators = (attribute.options.validators ?? []) as readonly Validator[];
  const { shape } = attribute;
  const custom = isNested(shape) ? [] : checkCustom(shape.type, value, path);
  const { deprecated } = attribute.options;
  return [
    ...(deprecated === undefined ? [] : [warning('Attribute deprecated', deprecated, path)]),
    ...custom,
    ...validators.flatMap((validate) => [...validate(value, path)]),
    ...(isNested(shape) ? elements(shape.nesting, value, path) : []).flatMap(([at, element]) =>
      isNested(shape) && isKnown(element)
        ? [
            ...validateAttributes(shape.attributes, element, at),
            ...checkRules(attribute.options.rules, shape.attributes, element, at),
          ]
        : [],
    ),
  ];
}

/**
 * Finds what makes a value unusable for the author's code, whose types promise whole numbers and elements that are not
 * null.
 */
export function validateForm({ shape }: Attribute, value: Value, path: Path): Diagnostic[] {
  if (!isNested(shape)) return checkForm(shape.type, value, path);
  return elements(shape.nesting, value, path).flatMap(([at, element]) => (element === null ? [nullElement(at)] : []));
}

/** Finds the same for a value of a plain type: whole numbers must be whole, and no element of a collection is null. */
export function checkForm(type: Type, value: Value, path: Path): Diagnostic[] {
  if (!isKnown(value) || value instanceof Dynamic) return [];
  if (type.kind === 'number') return type.whole && !Number.isSafeInteger(value) ? [notWhole(value, path)] : [];
  if (!isCompound(type)) return [];
  const nullable = type.kind === 'object' || type.kind === 'tuple';
  return elements(type.kind, value, path).flatMap(([at, element]) => {
    if (element === null) return nullable ? [] : [nullElement(at)];
    const part = partType(type, keyOf(at));
    return part === undefined ? [] : checkForm(part, element, at);
  });
}

const CUSTOM = new WeakMap<Type, boolean>();

/** Gives what the validators of custom types, anywhere in the type, say about a value that has the form of the type. */
export function checkCustom(type: Type, value: Value, path: Path): Diagnostic[] {
  if (!isKnown(value) || value instanceof Dynamic) return [];
  let isCustom = CUSTOM.get(type);
  if (isCustom === undefined) CUSTOM.set(type, (isCustom = someType(type, ({ custom }) => custom !== undefined)));
  if (!isCustom) return [];
  const own = (type.custom?.validators ?? []) as readonly Validator[];
  const inside = isCompound(type) ? elements(type.kind, value, path) : [];
  return [
    ...inside.flatMap(([at, element]) => {
      const part = partType(type, keyOf(at));
      return part === undefined ? [] : checkCustom(part, element, at);
    }),
    ...own.flatMap((validate) => [...validate(value, path)]),
  ];
}

function isCompound(type: Type): type is Collection | Structure {
  return !['string', 'bool', 'number', 'dynamic'].includes(type.kind);
}

type Nesting = 'single' | 'list' | 'set' | 'map' | 'object' | 'tuple';

/** Gives the parts of a value, each with its path. */
export function elements(nesting: Nesting, value: Value, path: Path): [Path, Value][] {
  if (nesting === 'single') return [[path, value]];
  if (nesting === 'map' || nesting === 'object') {
    return Object.entries(value as ValueRecord).map(([key, element]) => [
      [...path, nesting === 'map' ? { kind: 'key', key } : { kind: 'attribute', name: key }],
      element,
    ]);
  }
  return (value as readonly Value[]).map((element, index): [Path, Value] => {
    const by: PathStep = nesting === 'set' ? { kind: 'element', value: element } : { kind: 'index', index };
    return [[...path, by], element];
  });
}

function keyOf(path: Path): string | number {
  const last = path.at(-1);
  if (last?.kind === 'attribute') return last.name;
  return last?.kind === 'index' ? last.index : ''; // elements of maps and sets are all of one type
}

function nullElement(path: Path): Diagnostic {
  return error('Null element', 'An element is null. Leave it out, or give it a value.', path);
}

function notWhole(value: KnownOnly, path: Path): Diagnostic {
  const shown = typeof value === 'object' ? 'The number' : String(value);
  return error('Not a whole number', `${shown} is not a whole number below 2^53. Write a whole number.`, path);
}
