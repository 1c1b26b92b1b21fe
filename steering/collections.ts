/** These helpers group and remember values; every room uses them. */

/**
 * Makes a function that computes a value from an object only once, and remembers the value as long as the object
 * exists. The value must follow from the object alone, and the object must not change.
 */
export function remembered<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    let found = known.get(key);
    if (found === undefined) known.set(key, (found = { value: compute(key) }));
    return found.value;
  };
}

/** Tries the names with the numbers 1, 2, 3 and so on, and returns the first that is not used. */
export function firstUnused(nameOf: (number: number) => string, isUsed: (name: string) => boolean): string {
  for (let number = 1; ; number++) {
    const name = nameOf(number);
    if (!isUsed(name)) return name;
  }
}

/** Returns the value under a key. Where there is none yet, the value is computed and kept. */
export function computed<K, V>(map: Map<K, V>, key: K, compute: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = compute()));
  return value;
}

/** Adds a value to the list under a key. */
export function append<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}

/** Groups values by a key; the groups stand in the order in which their keys are first met. */
export function groupBy<K, V>(list: Iterable<V>, keyOf: (one: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const one of list) append(groups, keyOf(one), one);
  return groups;
}
