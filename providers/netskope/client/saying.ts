/** What an object says, apart from who it is: equal texts for equal contents, whatever the order of lists and fields. */
const WHO: readonly string[] = ['id', 'etag'];

/** Of plain JSON. Not JSON.stringify with a replacer: this runs for each object of a plan. */
export function sayingOf(value: unknown): string {
  // Lists have no order on a tenant. [vendor]
  if (Array.isArray(value)) return `[${value.map(sayingOf).sort().join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const fields = Object.keys(value).filter((name) => !WHO.includes(name));
  return `{${fields
    .sort()
    .map((name) => `${JSON.stringify(name)}:${sayingOf((value as Record<string, unknown>)[name])}`)
    .join()}}`;
}
