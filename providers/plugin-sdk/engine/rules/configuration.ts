/** What Terraform itself says of a configuration before it asks the provider, for tests without terraform. */
import { error, type Diagnostic, type Path, type PathStep } from '../../diagnostics';
import { isBlock, isConfigurable, isNested, type Attribute, type Attributes } from '../../schema/attribute';
import { isKnown, type Value } from '../../values';
import { child } from '../child';

export function checkConfiguration(attributes: Attributes, config: Value, path: Path = []): Diagnostic[] {
  return Object.entries(attributes).flatMap(([name, attribute]) => {
    const by = { kind: 'attribute', name } as const;
    return checkAttribute(attribute, child(config, by), [...path, by]);
  });
}

function checkAttribute(attribute: Attribute, value: Value, path: Path): Diagnostic[] {
  const { shape, options } = attribute;
  if (value === null) {
    return options.required ? [error('Missing required argument', 'The attribute is required.', path)] : [];
  }
  if (!isConfigurable(attribute)) {
    const why = 'The provider decides the value of this attribute; a configuration cannot set it.';
    return [error('Value for unconfigurable attribute', why, path)];
  }
  if (!isNested(shape) || !isKnown(value)) return [];
  if (isBlock(shape) && shape.nesting !== 'single') {
    const { min = 0, max = Infinity } = shape.block;
    const count = Object.keys(value).length;
    if (count < min) return [error('Insufficient blocks', `At least ${min} must be written.`, path)];
    if (count > max) return [error('Too many blocks', `No more than ${max} may be written.`, path)];
  }
  if (shape.nesting === 'single') return checkConfiguration(shape.attributes, value, path);
  return Object.entries(value).flatMap(([key, element]: [string, Value]) => {
    const step: PathStep =
      shape.nesting === 'map'
        ? { kind: 'key', key }
        : shape.nesting === 'list'
          ? { kind: 'index', index: Number(key) }
          : { kind: 'element', value: element };
    return isKnown(element) ? checkConfiguration(shape.attributes, element, [...path, step]) : [];
  });
}
