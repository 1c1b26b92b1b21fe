/**
 * Which spelling the elements of a set take. Elements have no keys, so an element is known by everything that it holds:
 * its partner is an element that is equal, or has an equal normal form, or may turn out to be equal. In an element
 * without a partner, a value takes the spelling that it has in the known elements, if it has only one there. So the
 * plan of the value does not depend on other values of the element that are not known yet.
 */
import { isNested, type Attribute, type Attributes } from '../schema/attribute';
import { typeOfAttribute } from '../schema/schema';
import { isKnown, isWhollyKnown, Unknown, type Value, type ValueRecord } from '../values';
import { bucketsOf, inTurn, plainKey, plainsOf } from './buckets';
import { canonicalText, equalValues } from './equal';
import { normalFormOf, normalFormOfObject, SPELLED } from './normal-form';
import { fits } from './rules/compatible';

/** Finds for each element the known element that is its partner, or null. No known element serves twice. */
export function findTwins(attributes: Attributes, values: readonly Value[], knowns: readonly Value[]): Value[] {
  const twins: Value[] = values.map(() => null);
  const used = new Set<number>();
  const isPlainKnown = (element: Value) => plainsOf(attributes, element).every(isWhollyKnown);
  const pair = (ours: readonly Value[], theirs: readonly Value[], maybe = false): void => {
    // An unknown agrees with anything, so elements are only sorted by their plain values where all of those are known.
    const isTold = theirs.every(isPlainKnown) && (!maybe || ours.every(isPlainKnown));
    const keyOf = (element: Value) => (isTold ? plainKey(attributes, element) : '');
    const buckets = bucketsOf(theirs, keyOf);
    for (const [index, value] of ours.entries()) {
      if (twins[index] !== null) continue;
      const found = inTurn(buckets, keyOf(value), index).find(
        (known) => !used.has(known) && agree(attributes, value, theirs[known] ?? null, maybe),
      );
      if (found === undefined) continue;
      twins[index] = knowns[found] ?? null;
      used.add(found);
    }
  };
  pair(values, knowns);
  if (used.size === Math.min(values.length, knowns.length)) return twins;
  const forms = [values, knowns].map((all) => all.map((element) => normalFormOfObject(attributes, element)));
  const [ours = [], theirs = []] = forms;
  pair(ours, theirs);
  if (!ours.every(isWhollyKnown)) pair(ours, theirs, true);
  return twins;
}

/**
 * Whether two objects are equal, except where the known object has an unknown or the other object leaves a value to the
 * provider.
 * @param maybe whether values of the other object that are not known yet count as equal
 */
function agree(attributes: Attributes, value: Value, known: Value, maybe: boolean): boolean {
  if (!isKnown(value) || !isKnown(known)) return false;
  const [own, other] = [value as ValueRecord, known as ValueRecord];
  return Object.entries(attributes).every(([name, attribute]) =>
    agreeAttribute(attribute, own[name] ?? null, other[name] ?? null, maybe),
  );
}

function agreeAttribute(attribute: Attribute, value: Value, known: Value, maybe: boolean): boolean {
  const { shape, options } = attribute;
  if (known instanceof Unknown || (value === null && options.computed)) return true;
  if (maybe && !isWhollyKnown(value) && !isNested(shape)) {
    // What is known of a value is about its spelling, and not about its normal form.
    return !(value instanceof Unknown) || options.normalize !== undefined || fits(value.refinements, known);
  }
  // Sets inside elements are not looked into once more: they must be equal.
  if (!isNested(shape) || shape.nesting === 'set') return equalValues(typeOfAttribute(attribute), value, known);
  if (!isKnown(value) || !isKnown(known)) return value === known || (maybe && value instanceof Unknown);
  if (shape.nesting === 'single') return agree(shape.attributes, value, known, maybe);
  const [own, other] = [value as ValueRecord, known as ValueRecord];
  const keys = Object.keys(own);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) => agree(shape.attributes, own[key] ?? null, other[key] ?? null, maybe));
}

/** How the values of each attribute, at any depth, are spelled in the elements of a set. */
export class Glossary {
  /** The spellings by attribute and normal form; null where there are several. */
  private readonly spellings = new Map<string, Value>();

  constructor(attributes: Attributes, elements: readonly Value[]) {
    for (const element of elements) this.learn(attributes, element, '');
  }

  /** Gives the spelling of the attribute's value in the set; the value itself where there is none, or more than one. */
  spell(attribute: Attribute, value: Value, place: string): Value {
    return this.spellings.get(keyOf(attribute, value, place)) ?? value;
  }

  private learn(attributes: Attributes, object: Value, place: string): void {
    if (!isKnown(object)) return;
    for (const [name, attribute] of SPELLED(attributes)) {
      const { shape } = attribute;
      const [value, at] = [(object as ValueRecord)[name] ?? null, `${place}.${name}`];
      if (!isKnown(value) || (!isNested(shape) && !isWhollyKnown(value))) continue;
      if (!isNested(shape)) this.note(attribute, value, at);
      else if (shape.nesting === 'single') this.learn(shape.attributes, value, at);
      else for (const part of Object.values(value as ValueRecord)) this.learn(shape.attributes, part, at);
    }
  }

  private note(attribute: Attribute, value: Value, place: string): void {
    const key = keyOf(attribute, value, place);
    const noted = this.spellings.get(key);
    const same = noted === undefined || equalValues(typeOfAttribute(attribute), noted, value);
    this.spellings.set(key, same ? value : null);
  }
}

function keyOf(attribute: Attribute, value: Value, place: string): string {
  return `${place}\n${canonicalText(typeOfAttribute(attribute), normalFormOf(attribute, value))}`;
}
