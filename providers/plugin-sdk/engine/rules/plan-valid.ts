/**
 * What Terraform demands of a plan, or it fails with "Provider produced invalid plan":
 *
 * | configured? | computed?  | the planned value must be                       |
 * | ----------- | ---------- | ----------------------------------------------- |
 * | yes         | any        | the configured value, or exactly the prior one  |
 * | no          | yes        | anything                                        |
 * | no          | no         | null                                            |
 *
 * Behaviour of Terraform's objchange.AssertPlanValid, for tests without terraform.
 */
import { error, type Diagnostic, type Path, type PathStep } from '../../diagnostics';
import { isNested, type Attribute, type Attributes, type NestedShape } from '../../schema/attribute';
import { typeOfAttribute, typeOfAttributes } from '../../schema/schema';
import type { Type } from '../../types';
import { isWhollyKnown, Unknown, type Value, type ValueRecord } from '../../values';
import { child } from '../child';
import { canonicalText, equalValues } from '../equal';

export function checkPlan(
  attributes: Attributes,
  prior: ValueRecord | null,
  config: ValueRecord | null,
  planned: ValueRecord | null,
): Diagnostic[] {
  if (planned === null || config === null) return presence(planned, config, []);
  return checkAttributes(attributes, prior, config, planned, []);
}

function checkAttributes(
  attributes: Attributes,
  prior: Value,
  config: Value,
  planned: Value,
  path: Path,
): Diagnostic[] {
  return Object.entries(attributes).flatMap(([name, attribute]) => {
    const by = { kind: 'attribute', name } as const;
    return checkAttribute(attribute, child(prior, by), child(config, by), child(planned, by), [...path, by]);
  });
}

function checkAttribute(attribute: Attribute, prior: Value, config: Value, planned: Value, path: Path): Diagnostic[] {
  const { options, shape } = attribute;
  const equal = (a: Value, b: Value) => equalValues(typeOfAttribute(attribute), a, b);
  if (options.writeOnly) return planned === null ? [] : [invalid('planned a write-only attribute', path)];
  if (equal(planned, config)) return [];
  if (prior !== null && config !== null && equal(planned, prior)) return [];
  if (options.computed && (!options.optional || config === null)) return [];
  if (config === null)
    return [invalid('planned a value for an attribute that is neither configured nor computed', path)];
  if (isNested(shape)) return checkNested(shape, prior, config, planned, path);
  return [invalid('planned value is neither the configured nor the prior one', path)];
}

function checkNested(shape: NestedShape, prior: Value, config: Value, planned: Value, path: Path): Diagnostic[] {
  if (planned === null || config === null) return presence(planned, config, path);
  if (planned instanceof Unknown) return [invalid('planned unknown for a configured value', path)];
  if (config instanceof Unknown) return [invalid('planned a value where the configuration is not known yet', path)];
  const { attributes, nesting } = shape;
  if (nesting === 'single') return checkAttributes(attributes, prior, config, planned, path);
  const [plannedKeys, configKeys] = [Object.keys(planned), Object.keys(config)];
  if (nesting === 'set') {
    const element = typeOfAttributes(attributes);
    const [plan, wanted] = [sizeOfSet(element, planned), sizeOfSet(element, config)];
    const disjoint = plan.max < wanted.min || plan.min > wanted.max;
    return disjoint ? [invalid('planned another number of elements than configured', path)] : [];
  }
  if (plannedKeys.sort().join('\0') !== configKeys.sort().join('\0')) {
    return [invalid('planned other elements than configured', path)];
  }
  return configKeys.flatMap((key) => {
    const by: Exclude<PathStep, { kind: 'element' }> =
      nesting === 'map' ? { kind: 'key', key } : { kind: 'index', index: Number(key) };
    return checkAttributes(attributes, child(prior, by), child(config, by), child(planned, by), [...path, by]);
  });
}

/** Elements that are not known yet may turn out to be one and the same. */
function sizeOfSet(element: Type, set: Value): Size {
  const elements = set as readonly Value[];
  const known = new Set(elements.filter(isWhollyKnown).map((value) => canonicalText(element, value))).size;
  const unknown = elements.filter((value) => !isWhollyKnown(value)).length;
  return { min: unknown > 0 ? Math.max(1, known) : known, max: known + unknown };
}

interface Size {
  readonly min: number;
  readonly max: number;
}

function presence(planned: Value, config: Value, path: Path): Diagnostic[] {
  if (planned === null && config !== null)
    return [invalid('planned for absence, but the configuration wants existence', path)];
  if (planned !== null && config === null)
    return [invalid('planned for existence, but the configuration wants absence', path)];
  return [];
}

function invalid(what: string, path: Path): Diagnostic {
  return error('Provider produced invalid plan', what, path);
}
