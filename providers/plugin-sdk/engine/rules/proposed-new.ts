/**
 * What Terraform proposes as the new object before it asks the provider: the configuration, with prior values where a
 * computed attribute is not configured. This is the behaviour of Terraform's objchange.ProposedNew, for tests without
 * terraform, and for plans in which the engine knows better than Terraform what is the same.
 */
import { isNested, type Attribute, type Attributes, type NestedShape } from '../../schema/attribute';
import { isKnown, record, type Unknown, type Value, type ValueRecord } from '../../values';
import { findDerived, type Sight } from '../correlate';
import { child } from '../parts';

/**
 * Proposes the new object.
 * @param prior null where the object is created; unknown where it is a data source that is not read yet
 * @param sight how prior elements of sets are found again
 */
export function proposedNew(
  attributes: Attributes,
  prior: ValueRecord | Unknown | null,
  config: ValueRecord,
  sight: Sight = 'of terraform',
): ValueRecord {
  return proposeObject(attributes, prior, config, sight);
}

function proposeObject(attributes: Attributes, prior: Value, config: ValueRecord, sight: Sight): ValueRecord {
  return record(
    Object.entries(attributes).map(([name, attribute]) => {
      const by = { kind: 'attribute', name } as const;
      return [name, proposeAttribute(attribute, child(prior, by), child(config, by), sight)];
    }),
  );
}

function proposeAttribute(attribute: Attribute, prior: Value, config: Value, sight: Sight): Value {
  const { options, shape } = attribute;
  if (options.computed && config === null) return wasConfigured(attribute, prior) ? config : prior;
  if (isNested(shape) && isKnown(config)) return proposeNested(shape, prior, config, sight);
  return config;
}

function proposeNested({ nesting, attributes }: NestedShape, prior: Value, config: Value, sight: Sight): Value {
  const propose = (element: Value, priorElement: Value): Value =>
    isKnown(element) ? proposeObject(attributes, priorElement, element as ValueRecord, sight) : element;
  if (nesting === 'single') return propose(config, prior);
  if (nesting === 'map') {
    const entries = Object.entries(config as ValueRecord);
    return record(entries.map(([key, element]) => [key, propose(element, child(prior, { kind: 'key', key }))]));
  }
  const elements = config as readonly Value[];
  if (nesting === 'list') {
    return elements.map((element, index) => propose(element, child(prior, { kind: 'index', index })));
  }
  const priors = findDerived(attributes, elements, prior, sight);
  return elements.map((element, index) => propose(element, priors[index] ?? null));
}

/**
 * Whether an optional computed object was configured before: its prior value holds something that only a configuration
 * can set.
 */
function wasConfigured({ options, shape }: Attribute, prior: Value): boolean {
  if (!options.optional || !isNested(shape) || !isKnown(prior)) return false;
  const objects = shape.nesting === 'single' ? [prior] : Object.values(prior as ValueRecord);
  return objects.some((object) =>
    Object.entries(shape.attributes).some(([name, attribute]) => {
      const value = child(object, { kind: 'attribute', name });
      return value !== null && (!attribute.options.computed || wasConfigured(attribute, value));
    }),
  );
}
