/** Attributes as values of the model. What is not written is what the resource makes of that: its default, or not known. */
import { isObject, Unresolved, type Attribute, type Attributes, type Resource } from '../resources';
import { known, NO_NAMES, notKnown, type Names, type NotKnown, type Value } from '../value';

/** @param unwritten what it is where nothing is written */
export function readOneOf<T extends string, U = T>(
  attribute: Attribute,
  all: readonly T[],
  unwritten: Value<U>,
): Value<T | U> {
  if (attribute === undefined || attribute === null) return unwritten;
  if (attribute instanceof Unresolved) return asOneOf(attribute, all);
  const found = all.find((one) => one === attribute);
  return found === undefined
    ? notKnown(`${JSON.stringify(attribute)} is a value that is not known here`)
    : known(found);
}

function asOneOf<T extends string>({ reason, candidates }: Unresolved, all: readonly T[]): NotKnown<T> {
  if (candidates === undefined) return notKnown(reason);
  const { among, assumption } = candidates;
  return {
    ...notKnown(
      reason,
      all.filter((one) => among.includes(one)),
    ),
    ...(assumption !== undefined && { assumption }),
  };
}

export function readBoolean(attribute: Attribute, unwritten: Value<boolean>): Value<boolean> {
  if (attribute === undefined || attribute === null) return unwritten;
  if (typeof attribute === 'boolean') return known(attribute);
  return notKnown(reasonFor(attribute));
}

export function readText(attribute: Attribute, unwritten: Value<string>): Value<string> {
  if (attribute === undefined || attribute === null) return unwritten;
  return typeof attribute === 'string' ? known(attribute) : notKnown(reasonFor(attribute));
}

/** @param unwritten what is there where nothing is written */
export function readNames(attribute: Attribute, unwritten: Names = NO_NAMES): Names {
  if (attribute === undefined || attribute === null) return unwritten;
  if (!Array.isArray(attribute)) return { items: [], open: reasonFor(attribute) };
  const elements: readonly Attribute[] = attribute;
  const items = [...new Set(elements.filter((one) => typeof one === 'string'))];
  const other = elements.find((one) => typeof one !== 'string');
  return other === undefined ? { items } : { items, open: reasonFor(other) };
}

/** Attributes of a nested object; each of them unresolved where the whole is. */
export function readObject(attribute: Attribute): Attributes | Unresolved | undefined {
  if (attribute === undefined || attribute === null) return undefined;
  if (attribute instanceof Unresolved) return attribute;
  return isObject(attribute) ? attribute : new Unresolved(reasonFor(attribute));
}

export function reasonFor(attribute: Attribute): string {
  return attribute instanceof Unresolved
    ? attribute.reason
    : `${JSON.stringify(attribute)} is not what is expected there`;
}

/** What every object of a model has of the resource that it is read from. */
export function modelledFrom({ key, origin, otherOwners, doubt }: Resource) {
  return {
    key,
    origin,
    ...(otherOwners !== undefined && { otherOwners }),
    ...(doubt !== undefined && { doubt }),
  };
}
