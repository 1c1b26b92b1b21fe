/** What an object says, apart from who it is: equal texts for equal contents, whatever the order of lists and fields. */
const WHO = ['id', 'etag'];

export function sayingOf(object: unknown): string {
  return JSON.stringify(object, (name, value: unknown) => {
    if (WHO.includes(name)) return undefined;
    // Lists have no order on a tenant. [vendor]
    if (Array.isArray(value)) return value.map(sayingOf).sort();
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
