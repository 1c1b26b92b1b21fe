/**
 * Walks the planned object beside the configuration and the prior state it came from, and maps its attributes.
 * Lists align by index, maps by key, sets by content: a planned element belongs to the first unused element that it could
 * have been derived from, as Terraform correlates them.
 */
import type { Path, PathStep } from '../diagnostics';
import { isNested, type Attribute, type Attributes, type NestedShape } from '../schema/attribute';
import { typeOfAttribute } from '../schema/schema';
import { isKnown, record, Unknown, type Value, type ValueRecord } from '../values';
import { equalValues } from './equal';

export interface Aligned {
  readonly path: Path;
  /** The object that holds the attribute did not exist before: it is being created, or added to a collection. */
  readonly absent: boolean;
  readonly config: Value;
  readonly prior: Value;
  readonly planned: Value;
}

/** Gives the attribute's new planned value. Its attributes, if it has any, are visited afterwards. */
export type Visit = (attribute: Attribute, aligned: Aligned) => Value;

/** Maps the planned value of every attribute, outer ones first. */
export function mapPlanned(attributes: Attributes, aligned: Aligned, visit: Visit): ValueRecord {
  return record(
    Object.entries(attributes).map(([name, attribute]) => {
      const own = step(aligned, { kind: 'attribute', name });
      const planned = visit(attribute, own);
      return [name, descend(attribute, { ...own, planned }, visit)];
    }),
  );
}

function descend({ shape }: Attribute, aligned: Aligned, visit: Visit): Value {
  const { planned } = aligned;
  if (!isNested(shape) || !isKnown(planned)) return planned;
  if (shape.nesting === 'single') return mapPlanned(shape.attributes, aligned, visit);
  if (shape.nesting === 'map') {
    return record(
      Object.keys(planned as ValueRecord).map((key) => [
        key,
        mapElement(shape, step(aligned, { kind: 'key', key }), visit),
      ]),
    );
  }
  const elements = planned as readonly Value[];
  if (shape.nesting === 'list') {
    return elements.map((_, index) => mapElement(shape, step(aligned, { kind: 'index', index }), visit));
  }
  const matchConfig = matcher(shape.attributes, aligned.config);
  const matchPrior = matcher(shape.attributes, aligned.prior);
  return elements.map((element) => {
    const config = matchConfig(element);
    const path: Path = [...aligned.path, { kind: 'element', value: element }];
    return mapElement(shape, { path, absent: false, config, prior: matchPrior(config), planned: element }, visit);
  });
}

function mapElement(shape: NestedShape, aligned: Aligned, visit: Visit): Value {
  return isKnown(aligned.planned) ? mapPlanned(shape.attributes, aligned, visit) : aligned.planned;
}

function step({ path, config, prior, planned }: Aligned, by: Exclude<PathStep, { kind: 'element' }>): Aligned {
  return {
    path: [...path, by],
    absent: prior === null,
    config: child(config, by),
    prior: child(prior, by),
    planned: child(planned, by),
  };
}

/** What stands below a step; below an unknown everything is unknown, below null nothing is. */
export function child(value: Value, by: Exclude<PathStep, { kind: 'element' }>): Value {
  if (value instanceof Unknown) return value;
  if (value === null) return null;
  if (by.kind === 'index') return (value as readonly Value[])[by.index] ?? null;
  return (value as ValueRecord)[by.kind === 'key' ? by.key : by.name] ?? null;
}

/** Finds, for elements of a set, the element of another set that each could have been derived from; every one is used once. */
function matcher(attributes: Attributes, candidates: Value): (element: Value) => Value {
  const unused = isKnown(candidates) ? [...(candidates as readonly Value[])] : [];
  return (element) => {
    const index = unused.findIndex((candidate) => couldDerive(attributes, element, candidate));
    return index < 0 ? null : (unused.splice(index, 1)[0] ?? null);
  };
}

/** Whether one object may be another plus computed values: they agree wherever neither side left the value to the provider. */
export function couldDerive(attributes: Attributes, a: Value, b: Value): boolean {
  if (!isKnown(a) || !isKnown(b)) return a === b || (a instanceof Unknown && b instanceof Unknown);
  return Object.entries(attributes).every(([name, attribute]) => {
    const by = { kind: 'attribute', name } as const;
    const [left, right] = [child(a, by), child(b, by)];
    if (equalValues(typeOfAttribute(attribute), left, right)) return true;
    if (attribute.options.computed && (left === null || right === null)) return true;
    const { shape } = attribute;
    return isNested(shape) && shape.nesting === 'single' && couldDerive(shape.attributes, left, right);
  });
}
