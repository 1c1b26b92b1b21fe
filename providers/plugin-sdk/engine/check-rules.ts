/** Applies rules across attributes to an object of a configuration. */
import type { Diagnostic, Path } from '../diagnostics';
import { isBlock, isNested, type Attribute, type Attributes } from '../schema/attribute';
import type { Presence, Rule } from '../schema/rules';
import { contentOf, isKnown, Unknown, type Value } from '../values';
import { child } from './child';

/** @param path to the object */
export function checkRules(
  rules: readonly Rule[] | undefined,
  attributes: Attributes,
  object: Value,
  path: Path,
): Diagnostic[] {
  return (rules ?? []).flatMap((rule) => [
    ...rule.check((name) => presenceOf(attributes, object, [name].flat()), path),
  ]);
}

/** A default is not set by the configuration. */
function presenceOf(attributes: Attributes, object: Value, [name = '', ...rest]: readonly string[]): Presence {
  const attribute = attributes[name];
  const value = contentOf(child(object, { kind: 'attribute', name }));
  if (attribute === undefined) return 'unset';
  if (rest.length === 0 || !isKnown(value)) return presenceOfValue(attribute, value, rest.length > 0);
  return isNested(attribute.shape) ? presenceOf(attribute.shape.attributes, value, rest) : 'unset';
}

/** @param around whether the value is not asked for itself, but for what is in it */
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
