/**
 * What the types promise the author's code about a configuration: what is required is there, what is read-only is not,
 * no element is null, whole numbers are whole. Validation checks it; values that were not known at that time are
 * checked here.
 */
import { DiagnosticError, type Diagnostic, type Path } from '../diagnostics';
import { isConfigurable, isNested, type Attribute, type Attributes } from '../schema/attribute';
import type { Schema } from '../schema/schema';
import { isKnown, type Value, type ValueRecord } from '../values';
import { mapPlanned, selecting } from './align';
import { elements, roleError, validateForm, wrongRole } from './validate';

const EACH = selecting(() => true);
const READ_ONLY = selecting((attribute) => !isConfigurable(attribute));

/** Checks the promises. @throws DiagnosticError that names every broken one at its path */
export function assertPromises({ attributes }: Pick<Schema, 'attributes'>, config: ValueRecord): void {
  const broken = brokenPromises(attributes, config, []);
  if (broken.length > 0) throw new DiagnosticError(...broken);
}

/**
 * Gives the configuration of an update's plan, with null for what is read-only. Where `ignore_changes` names an object,
 * Terraform plans with the stored object in place of the configured one, and so with its read-only values, which no
 * user has set. Validation, and an apply, always see what the user wrote.
 * @throws DiagnosticError as {@link assertPromises}
 */
export function promisedOfUpdate(schema: Pick<Schema, 'attributes'>, config: ValueRecord): ValueRecord {
  const { attributes } = schema;
  if (brokenPromises(attributes, config, []).length === 0) return config;
  const aligned = { path: [], absent: false, configured: true, config, prior: null, planned: config };
  const settable = mapPlanned(attributes, aligned, {
    select: READ_ONLY,
    visit: (attribute, { planned }) => (isConfigurable(attribute) ? planned : null),
  });
  assertPromises(schema, settable);
  return settable;
}

/** Finds what is broken. It runs in every plan and mostly finds nothing, so it makes nothing before it does. */
function brokenPromises(attributes: Attributes, object: ValueRecord, path: Path): Diagnostic[] {
  const broken: Diagnostic[] = [];
  for (const [name, attribute] of EACH(attributes)) {
    const value = object[name] ?? null;
    const wrong = wrongRole(attribute, value);
    if (wrong !== undefined) broken.push(roleError(wrong, path, name));
    else if (isKnown(value) && mayBreak(attribute))
      broken.push(...brokenInside(attribute, value, [...path, { kind: 'attribute', name }]));
  }
  return broken;
}

/**
 * Whether the types promise something about the value beyond its presence. They promise no more about a text, a truth
 * value or a dynamic value.
 */
function mayBreak({ shape }: Attribute): boolean {
  return isNested(shape) || !['string', 'bool', 'dynamic'].includes(shape.type.kind);
}

function brokenInside(attribute: Attribute, value: Value, path: Path): Diagnostic[] {
  const malformed = validateForm(attribute, value, path);
  const { shape } = attribute;
  if (malformed.length > 0 || !isNested(shape)) return malformed;
  return elements(shape.nesting, value, path).flatMap(([at, element]) =>
    isKnown(element) ? brokenPromises(shape.attributes, element as ValueRecord, at) : [],
  );
}
