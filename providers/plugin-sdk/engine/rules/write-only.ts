/**
 * Where write-only attributes have a value. Terraform demands that they have none in the answers of a provider, and
 * tests without terraform check that. For Terraform before 1.11, the provider demands that no configuration sets them.
 */
import { error, type Diagnostic, type Path } from '../../diagnostics';
import { isNested, type Attributes } from '../../schema/attribute';
import { contentOf, isKnown, type Value, type ValueRecord } from '../../values';

/**
 * Refuses write-only values, for a client that does not say that it knows such attributes. Before 1.11, Terraform
 * stores what a configuration sets in clear, whatever the schema says of it.
 * @returns an error for each write-only attribute that is set
 */
export function refuseWriteOnly(attributes: Attributes, config: Value): Diagnostic[] {
  const why = 'It is write-only, which this Terraform does not know: it would store the value.';
  const next = 'Use Terraform 1.11, OpenTofu 1.11, or later, or leave it out.';
  return checkWriteOnly(attributes, config, 'Write-only attribute not supported', `${why} ${next}`);
}

/** Finds write-only attributes that have a value, or an unknown. @param summary the headline of each error */
export function checkWriteOnly(
  attributes: Attributes,
  object: Value,
  summary: string,
  detail = 'a write-only attribute has a value',
  path: Path = [],
): Diagnostic[] {
  if (!isKnown(object)) return [];
  return Object.entries(attributes).flatMap(([name, { shape, options }]) => {
    const value = (object as ValueRecord)[name] ?? null;
    const at: Path = [...path, { kind: 'attribute', name }];
    if (options.writeOnly) return contentOf(value) === null ? [] : [error(summary, detail, at)];
    if (!isNested(shape) || !isKnown(value)) return [];
    if (shape.nesting === 'single') return checkWriteOnly(shape.attributes, value, summary, detail, at);
    return Object.entries(value as ValueRecord).flatMap(([key, part]) => {
      const step =
        shape.nesting === 'map' ? { kind: 'key' as const, key } : { kind: 'index' as const, index: Number(key) };
      return checkWriteOnly(shape.attributes, part, summary, detail, [...at, step]);
    });
  });
}
