/** What Terraform demands of write-only attributes: in no answer of a provider do they have a value. For tests without terraform. */
import { error, type Diagnostic, type Path } from '../../diagnostics';
import { isNested, type Attributes } from '../../schema/attribute';
import { isKnown, type Value, type ValueRecord } from '../../values';

/** @param summary what Terraform says where one has a value, or an unknown */
export function checkWriteOnly(
  attributes: Attributes,
  object: Value,
  summary: 'Provider produced invalid plan' | 'Provider produced invalid object',
  path: Path = [],
): Diagnostic[] {
  if (!isKnown(object)) return [];
  return Object.entries(attributes).flatMap(([name, { shape, options }]) => {
    const value = (object as ValueRecord)[name] ?? null;
    const at: Path = [...path, { kind: 'attribute', name }];
    if (options.writeOnly) return value === null ? [] : [error(summary, 'a write-only attribute has a value', at)];
    if (!isNested(shape) || !isKnown(value)) return [];
    if (shape.nesting === 'single') return checkWriteOnly(shape.attributes, value, summary, at);
    return Object.entries(value as ValueRecord).flatMap(([key, part]) => {
      const step =
        shape.nesting === 'map' ? { kind: 'key' as const, key } : { kind: 'index' as const, index: Number(key) };
      return checkWriteOnly(shape.attributes, part, summary, [...at, step]);
    });
  });
}
