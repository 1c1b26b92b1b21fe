/**
 * Checks a configuration against what its schema says beyond Terraform's types: what is required is there, what is read-only
 * is not, no element is null, whole numbers are whole; then validators and rules.
 */
import { error, hasErrors, warning, type Diagnostic, type Path, type PathStep } from '../diagnostics';
import { isNested, type Attribute, type Attributes, type Validator } from '../schema/attribute';
import type { Config, Schema } from '../schema/schema';
import { partType, someType, type Collection, type Structure, type Type } from '../types';
import { contentOf, Dynamic, isKnown, type Unknown, type Value, type ValueRecord } from '../values';
import { checkRules } from './check-rules';
import { child } from './child';
import { findDuplicates } from './duplicates';
import { roleError, wrongRole } from './roles';

type Known = Exclude<Value, null | Unknown>;

/** Whatever has a configuration: the provider itself, a resource, a data source. */
interface Configurable {
  readonly schema: Schema;
  validate?(config: Config<Schema>): readonly Diagnostic[];
}

/** The author's own rules run where no attribute, and no rule of the schema, is broken. */
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
      diagnostics.push(...validateAttribute(attribute, value as Known, [...path, by]));
  }
  return diagnostics;
}

function validateAttribute(attribute: Attribute, value: Known, path: Path): Diagnostic[] {
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

/** What makes a value unusable for the author's code, whose types promise whole numbers and elements that are not null. */
export function validateForm({ shape }: Attribute, value: Value, path: Path): Diagnostic[] {
  if (!isNested(shape)) return checkForm(shape.type, value, path);
  return elements(shape.nesting, value, path).flatMap(([at, element]) => (element === null ? [nullElement(at)] : []));
}

/** The same for a value of a plain type: whole numbers are whole, and no element of a collection is null. */
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

/** What the custom types in a type say of a value that is of their form. */
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

/** The parts of a value, each with its path. */
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

function notWhole(value: Known, path: Path): Diagnostic {
  const shown = typeof value === 'object' ? 'The number' : String(value);
  return error('Not a whole number', `${shown} is not a whole number below 2^53. Write a whole number.`, path);
}
