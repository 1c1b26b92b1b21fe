/**
 * What the types promise the author's code of a configuration: what is required is there, what is read-only is not, no element
 * is null, whole numbers are whole. Validation sees to it, but what was not known then is seen here.
 */
import { DiagnosticError, type Diagnostic, type Path } from '../diagnostics';
import { isConfigurable, isNested, type Attribute, type Attributes } from '../schema/attribute';
import type { Schema } from '../schema/schema';
import { isKnown, type Value, type ValueRecord } from '../values';
import { mapPlanned, selecting } from './align';
import { elements, roleError, validateForm, wrongRole } from './validate';

const EACH = selecting(() => true);
const READ_ONLY = selecting((attribute) => !isConfigurable(attribute));

/** @throws DiagnosticError that names all that is broken, each at its path */
export function assertPromises({ attributes }: Pick<Schema, 'attributes'>, config: ValueRecord): void {
  const broken = brokenPromises(attributes, config, []);
  if (broken.length > 0) throw new DiagnosticError(...broken);
}

/**
 * The configuration of an update's plan, with null for what is read-only. It has a value there where `ignore_changes` names an
 * object: Terraform plans with the stored one in place of the configured one then, though the user set nothing in it that is
 * read-only. Validation, and an apply, always see what the user wrote.
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

/** Runs in every plan, and mostly finds nothing: so nothing is made before. */
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

/** Nothing is promised of what is in a text, a truth or a dynamic value. */
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
