/**
 * How a planned object is changed, attribute by attribute, beside the configuration and the prior state that it came
 * from. Elements of lists correspond by their index, those of maps by their key, and those of sets by their content, as
 * they do in Terraform.
 */
import type { Path, PathStep } from '../diagnostics';
import { isNested, type Attribute, type Attributes, type NestedShape } from '../schema/attribute';
import { isKnown, record, type Value, type ValueRecord } from '../values';
import { findDerived, findSources } from './correlate';
import { child, mapParts } from './parts';

/** The planned value of an attribute, beside the configured and the prior one. */
export interface Aligned {
  readonly path: Path;
  /**
   * Whether the object that holds the attribute did not exist before: it is being created, or added to a collection.
   */
  readonly absent: boolean;
  /** Whether the configuration writes the object that holds the attribute; else that object is the provider's alone. */
  readonly configured: boolean;
  readonly config: Value;
  readonly prior: Value;
  readonly planned: Value;
  /** The object, or the collection, that holds the attribute. */
  readonly around?: Aligned;
}

/** One walk over an object: the attributes that it selects, and what is done with them. */
export interface Pass {
  readonly select: Select;
  /** Gives the new planned value of an attribute. The attributes inside that value are visited afterwards. */
  readonly visit: (attribute: Attribute, aligned: Aligned) => Value;
}

/** Gives the attributes that a pass must visit: those that it is about, and those that hold such attributes. */
export type Select = (attributes: Attributes) => readonly (readonly [name: string, attribute: Attribute])[];

/** Makes a selection by a property of the schema. The property is looked for once for each schema. */
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

/**
 * Maps the planned values that the pass selects, outer ones first. An object in which nothing changes stays the same
 * object.
 */
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

/** Goes one step into the configured, the prior and the planned value at once. */
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
