/**
 * Walks the planned object beside the configuration and the prior state it came from, and maps its attributes.
 * Lists align by index, maps by key, sets by content, as Terraform correlates them.
 */
import type { Path, PathStep } from '../diagnostics';
import { isNested, type Attribute, type Attributes, type NestedShape } from '../schema/attribute';
import { isKnown, record, type Value, type ValueRecord } from '../values';
import { child } from './child';
import { findDerived, findSources } from './correlate';

export interface Aligned {
  readonly path: Path;
  /** The object that holds the attribute did not exist before: it is being created, or added to a collection. */
  readonly absent: boolean;
  /** The configuration writes the object that holds the attribute; else that object is the provider's alone. */
  readonly configured: boolean;
  readonly config: Value;
  readonly prior: Value;
  readonly planned: Value;
}

/** Gives the attribute's new planned value. Its attributes, if it has any, are visited afterwards. */
export type Visit = (attribute: Attribute, aligned: Aligned) => Value;

/** Maps the planned value of every attribute, outer ones first. An object in which nothing changes stays the same one. */
export function mapPlanned(attributes: Attributes, aligned: Aligned, visit: Visit): ValueRecord {
  const before = aligned.planned as ValueRecord;
  const after = record();
  let changed = false;
  for (const [name, attribute] of Object.entries(attributes)) {
    const own = step(aligned, { kind: 'attribute', name });
    const planned = visit(attribute, own);
    const value = descend(attribute, planned === own.planned ? own : { ...own, planned }, visit);
    after[name] = value;
    changed ||= value !== before[name];
  }
  return changed ? after : before;
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
  const configs = isKnown(aligned.config) ? (aligned.config as readonly Value[]) : [];
  const priors = findDerived(shape.attributes, configs, aligned.prior);
  return findSources(shape.attributes, elements, configs).map((source, index) => {
    const planned = elements[index] ?? null;
    const path: Path = [...aligned.path, { kind: 'element', value: planned }];
    const beside = { config: configs[source] ?? null, prior: priors[source] ?? null };
    return mapElement(shape, { path, absent: false, configured: true, ...beside, planned }, visit);
  });
}

function mapElement(shape: NestedShape, aligned: Aligned, visit: Visit): Value {
  return isKnown(aligned.planned) ? mapPlanned(shape.attributes, aligned, visit) : aligned.planned;
}

function step({ path, config, prior, planned }: Aligned, by: Exclude<PathStep, { kind: 'element' }>): Aligned {
  return {
    path: [...path, by],
    absent: prior === null,
    configured: config !== null,
    config: child(config, by),
    prior: child(prior, by),
    planned: child(planned, by),
  };
}
