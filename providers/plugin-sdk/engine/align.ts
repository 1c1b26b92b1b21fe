/**
 * Walks the planned object beside the configuration and the prior state it came from, and maps its attributes.
 * Lists align by index, maps by key, sets by content, as Terraform correlates them.
 */
import type { Path, PathStep } from '../diagnostics';
import { isNested, type Attribute, type Attributes, type NestedShape } from '../schema/attribute';
import { isKnown, record, type Value, type ValueRecord } from '../values';
import { child, mapParts } from './parts';
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
  /** The object, or collection, in which it stands. */
  readonly around?: Aligned;
}

/** What is done with the attributes that it selects. */
export interface Pass {
  readonly select: Select;
  /** Gives the attribute's new planned value. Its attributes, if it has any, are visited afterwards. */
  readonly visit: (attribute: Attribute, aligned: Aligned) => Value;
}

/** The attributes that a pass has something to do with: those it concerns, and those that hold such. */
export type Select = (attributes: Attributes) => readonly (readonly [name: string, attribute: Attribute])[];

/** Selects by a property of the schema, which is looked for once. */
export function selecting(concerns: (attribute: Attribute) => boolean): Select {
  const known = new WeakMap<Attributes, ReturnType<Select>>();
  const select: Select = (attributes) => {
    let selected = known.get(attributes);
    if (selected === undefined) {
      const holds = ({ shape }: Attribute) => isNested(shape) && select(shape.attributes).length > 0;
      selected = Object.entries(attributes).filter(([, attribute]) => concerns(attribute) || holds(attribute));
      known.set(attributes, selected);
    }
    return selected;
  };
  return select;
}

/** Maps the planned values of what the pass selects, outer ones first. An object in which nothing changes stays the same one. */
export function mapPlanned(attributes: Attributes, aligned: Aligned, pass: Pass): ValueRecord {
  const before = aligned.planned as ValueRecord;
  let after: Record<string, Value> | undefined;
  for (const [name, attribute] of pass.select(attributes)) {
    const own = step(aligned, { kind: 'attribute', name });
    const planned = pass.visit(attribute, own);
    const value = descend(attribute, planned === own.planned ? own : { ...own, planned }, pass);
    if (value !== before[name]) (after ??= record(Object.entries(before)))[name] = value;
  }
  return after ?? before;
}

function descend({ shape }: Attribute, aligned: Aligned, pass: Pass): Value {
  const { planned } = aligned;
  if (!isNested(shape) || !isKnown(planned) || pass.select(shape.attributes).length === 0) return planned;
  if (shape.nesting === 'single') return mapPlanned(shape.attributes, aligned, pass);
  if (shape.nesting === 'map') {
    return mapParts(planned as ValueRecord, (_, key) => mapElement(shape, step(aligned, { kind: 'key', key }), pass));
  }
  const elements = planned as readonly Value[];
  if (shape.nesting === 'list') {
    return mapParts(elements, (_, index) =>
      mapElement(shape, step(aligned, { kind: 'index', index: Number(index) }), pass),
    );
  }
  const configs = isKnown(aligned.config) ? (aligned.config as readonly Value[]) : [];
  const priors = findDerived(shape.attributes, configs, aligned.prior);
  const sources = findSources(shape.attributes, elements, configs);
  return mapParts(elements, (planned, index) => {
    const source = sources[Number(index)] ?? -1;
    const path: Path = [...aligned.path, { kind: 'element', value: planned }];
    const beside = { config: configs[source] ?? null, prior: priors[source] ?? null };
    return mapElement(shape, { path, absent: false, configured: true, ...beside, planned }, pass);
  });
}

function mapElement(shape: NestedShape, aligned: Aligned, pass: Pass): Value {
  return isKnown(aligned.planned) ? mapPlanned(shape.attributes, aligned, pass) : aligned.planned;
}

/** What stands below, beside each other. */
export function step(around: Aligned, by: Exclude<PathStep, { kind: 'element' }>): Aligned {
  const { path, config, prior, planned } = around;
  return {
    around,
    path: [...path, by],
    absent: prior === null,
    configured: config !== null,
    config: child(config, by),
    prior: child(prior, by),
    planned: child(planned, by),
  };
}
