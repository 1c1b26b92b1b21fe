/** How quirks change a value of JSON at any depth. */

/** Changes every part of a value, the inner ones first. */
export function mapDeep(value: unknown, change: (part: unknown) => unknown): unknown {
  if (Array.isArray(value)) return change(value.map((part) => mapDeep(part, change)));
  if (!isObject(value)) return change(value);
  return change(Object.fromEntries(Object.entries(value).map(([name, part]) => [name, mapDeep(part, change)])));
}

/** Gives a value without the named fields, at any depth. */
export function withoutFields(value: unknown, fields: ReadonlySet<string>): unknown {
  return mapDeep(value, (part) =>
    isObject(part) ? Object.fromEntries(Object.entries(part).filter(([name]) => !fields.has(name))) : part,
  );
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
