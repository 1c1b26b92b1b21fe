/**
 * Which spelling of a value stays. Values of an attribute with equal normal forms count as one value, written in
 * several ways. The spelling that is known already (stored, or planned) stays, so that nothing seems to change.
 * Elements of lists correspond by their index, those of maps by their key, and those of sets as `spelled-sets.ts` says.
 */
import { isNested, type Attribute, type Attributes } from '../schema/attribute';
import { typeOfAttribute, typeOfAttributes } from '../schema/schema';
import { isKnown, isWhollyKnown, record, Unknown, UNKNOWN, type Value, type ValueRecord } from '../values';
import { distinct, equalValues } from './equal';
import { hasForm, normalFormOf, SPELLED, under } from './normal-form';
import { mapParts } from './parts';
import { findTwins, Glossary } from './spelled-sets';

/**
 * Gives the object, in which each value that is only another spelling of the known one takes the known spelling. Where
 * there is no such value, the same object is returned.
 * @throws Error that names the attribute where its `normalize` throws, or returns what is not of its type
 */
export function keepSpelling(attributes: Attributes, value: ValueRecord, known: ValueRecord | null): ValueRecord {
  return keepInObject(attributes, value, known) as ValueRecord;
}

/** Gives the value of one attribute in the known spelling, as {@link keepSpelling} does for an object. */
export function keepSpellingOf(attribute: Attribute, value: Value, known: Value): Value {
  if (value === known || !isKnown(known)) return value;
  const { shape } = attribute;
  if (!isNested(shape)) return keepValue(attribute, value, known);
  if (!isKnown(value)) return value;
  const { attributes, nesting } = shape;
  if (nesting === 'single') return keepInObject(attributes, value, known);
  if (nesting === 'set') return keepInSet(attributes, value as readonly Value[], known as readonly Value[]);
  const knowns = known as ValueRecord;
  return mapParts(value as ValueRecord, (part, key) => keepInObject(attributes, part, knowns[key] ?? null));
}

function keepInObject(attributes: Attributes, value: Value, known: Value): Value {
  if (!isKnown(known)) return value;
  const knowns = known as ValueRecord;
  return mapSpelled(attributes, value, (attribute, own, name) => keepSpellingOf(attribute, own, knowns[name] ?? null));
}

function keepValue(attribute: Attribute, value: Value, known: Value): Value {
  if (!hasForm(attribute)) return value;
  if (value instanceof Unknown) return unrefined(value);
  if (value === null || !isWhollyKnown(value) || !isWhollyKnown(known)) return value;
  const type = typeOfAttribute(attribute);
  if (equalValues(type, value, known)) return value;
  return equalValues(type, normalFormOf(attribute, value), normalFormOf(attribute, known)) ? known : value;
}

/**
 * Removes from an unknown the refinements that the known spelling might contradict, in case the unknown turns out to be
 * that value.
 */
function unrefined(value: Unknown): Unknown {
  const { notNull, ...contradictable } = value.refinements;
  if (Object.keys(contradictable).length === 0) return value;
  return notNull ? new Unknown({ notNull }) : UNKNOWN;
}

function keepInSet(attributes: Attributes, values: readonly Value[], knowns: readonly Value[]): Value {
  const twins = findTwins(attributes, values, knowns);
  const glossary = twins.includes(null) ? new Glossary(attributes, knowns) : undefined;
  return mapElements(attributes, values, (value, index) => {
    const twin = twins[Number(index)] ?? null;
    if (twin === null && glossary !== undefined) return spellObject(attributes, value, glossary, '');
    return keepInObject(attributes, value, twin);
  });
}

function spellObject(attributes: Attributes, object: Value, glossary: Glossary, place: string): Value {
  return mapSpelled(attributes, object, (attribute, value, name) => {
    const { shape } = attribute;
    const at = `${place}.${name}`;
    if (!isNested(shape)) {
      if (value instanceof Unknown) return unrefined(value);
      return value !== null && isWhollyKnown(value) ? glossary.spell(attribute, value, at) : value;
    }
    if (!isKnown(value)) return value;
    const spell = (part: Value): Value => spellObject(shape.attributes, part, glossary, at);
    if (shape.nesting === 'single') return spell(value);
    if (shape.nesting === 'set') return mapElements(shape.attributes, value as readonly Value[], spell);
    return mapParts(value as ValueRecord, spell);
  });
}

/**
 * Maps elements of a set. Where two elements that were written as two would become one, all stay as they are, since
 * Terraform counts them.
 */
function mapElements(
  attributes: Attributes,
  values: readonly Value[],
  map: (value: Value, index: string) => Value,
): Value {
  const mapped = mapParts(values, map) as readonly Value[];
  if (mapped === values) return values;
  const type = typeOfAttributes(attributes);
  return distinct(type, mapped).length < distinct(type, values).length ? values : mapped;
}

/**
 * Maps the attributes that have a normal form, or hold such attributes. Where none changes, the same object is
 * returned.
 */
function mapSpelled(
  attributes: Attributes,
  object: Value,
  map: (attribute: Attribute, value: Value, name: string) => Value,
): Value {
  if (!isKnown(object)) return object;
  const before = object as ValueRecord;
  let after: Record<string, Value> | undefined;
  for (const [name, attribute] of SPELLED(attributes)) {
    const own = before[name] ?? null;
    const mapped = under(name, () => map(attribute, own, name));
    if (mapped !== own) (after ??= record(Object.entries(before)))[name] = mapped;
  }
  return after ?? before;
}
