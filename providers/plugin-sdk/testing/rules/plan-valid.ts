/**
 * What Terraform demands of a plan, or it fails with "Provider produced invalid plan":
 *
 * | configured? | computed?  | the planned value must be                       |
 * | ----------- | ---------- | ----------------------------------------------- |
 * | yes         | any        | the configured value, or exactly the prior one  |
 * | no          | yes        | anything                                        |
 * | no          | no         | null                                            |
 *
 * Blocks must be planned as they are configured, whatever is computed inside them.
 *
 * This is the behaviour of Terraform's objchange.AssertPlanValid, for tests without terraform.
 */
import { error, type Diagnostic, type Path, type PathStep } from '../../diagnostics';
import { canonicalText, equalValues } from '../../engine/equal';
import { child } from '../../engine/parts';
import {
  type Attribute,
  type Attributes,
  type BlockShape,
  type NestedShape,
  isBlock,
  isNested,
} from '../../schema/attribute';
import { typeOfAttribute, typeOfAttributes } from '../../schema/schema';
import type { Type } from '../../types';
import { isWhollyKnown, Unknown, type Value, type ValueRecord } from '../../values';

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
  if (isBlock(shape)) return equal(planned, config) ? [] : checkBlocks(shape, prior, config, planned, path);
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
  const { attributes, nesting } = shape;
  if (nesting === 'single') return checkAttributes(attributes, prior, config, planned, path);
  if (nesting === 'set') {
    const element = typeOfAttributes(attributes);
    const [plan, wanted] = [sizeOfSet(element, planned), sizeOfSet(element, config)];
    const disjoint = plan.max < wanted.min || plan.min > wanted.max;
    return disjoint ? [invalid('planned another number of elements than configured', path)] : [];
  }
  if (config instanceof Unknown) return [invalid('planned a value where the configuration is not known yet', path)];
  return checkParts(shape, prior, config as object, planned as object, path);
}

/** Checks elements that correspond by their index or key. */
function checkParts(
  { attributes, nesting }: NestedShape,
  prior: Value,
  config: object,
  planned: object,
  path: Path,
): Diagnostic[] {
  const configKeys = Object.keys(config).sort();
  if (JSON.stringify(Object.keys(planned).sort()) !== JSON.stringify(configKeys)) {
    return [invalid('planned other elements than configured', path)];
  }
  return configKeys.flatMap((key) => {
    const by: Exclude<PathStep, { kind: 'element' }> =
      nesting === 'map' ? { kind: 'key', key } : { kind: 'index', index: Number(key) };
    const [before, wanted, element] = [prior, config as Value, planned as Value].map((whole) => child(whole, by));
    return checkAttributes(attributes, before ?? null, wanted ?? null, element ?? null, [...path, by]);
  });
}

function checkBlocks(shape: BlockShape, prior: Value, config: Value, planned: Value, path: Path): Diagnostic[] {
  if (config instanceof Unknown) return [invalid('planned blocks that the configuration does not know yet', path)];
  if (planned instanceof Unknown) return [invalid('planned unknown blocks', path)];
  if (shape.nesting === 'single') {
    if (planned === null || config === null) return presence(planned, config, path);
    return checkAttributes(shape.attributes, prior, config, planned, path);
  }
  if (planned === null) return [invalid('planned null in place of no blocks', path)];
  const elements = Object.values(planned as object) as readonly Value[];
  if (elements.some((element) => element instanceof Unknown)) return [invalid('planned an unknown block', path)];
  // The elements of a set cannot be compared, so anything else is accepted.
  if (shape.nesting === 'set') return [];
  if (elements.includes(null)) return [invalid('planned null in place of a block', path)];
  return checkParts(shape, prior, (config ?? []) as object, planned as object, path);
}

/** Gives how many elements a set may have. Elements that are not known yet may turn out to be equal. */
function sizeOfSet(element: Type, set: Value): Size {
  if (set instanceof Unknown)
    return { min: set.refinements.lengthMin ?? 0, max: set.refinements.lengthMax ?? Infinity };
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
