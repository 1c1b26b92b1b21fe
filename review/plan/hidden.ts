/** Values that may be secret, out of a content that has a digest of its own: what is quick to compute could be found by trying. */
import { SENSITIVE } from './sensitive';

/** A value without what is sensitive of it, and that, with its place. */
export interface Parted {
  readonly shown: unknown;
  readonly secrets: readonly (readonly [place: string, value: unknown])[];
}

/** @param shape true, or the shape of the value with true where it is sensitive */
export function partSensitive(value: unknown, shape: unknown, place: string): Parted {
  const secrets: (readonly [string, unknown])[] = [];
  const walk = (part: unknown, of: unknown, at: string): unknown => {
    if (of === true) {
      secrets.push([at, part ?? null]);
      return SENSITIVE;
    }
    if (typeof of !== 'object' || of === null || typeof part !== 'object' || part === null) return part;
    const shapes = of as Readonly<Record<string, unknown>>;
    const shapeOf = (name: string) => (Object.hasOwn(shapes, name) ? shapes[name] : undefined);
    if (Array.isArray(part))
      return part.map((inner: unknown, index) => walk(inner, shapeOf(String(index)), `${at}[${index}]`));
    return Object.fromEntries(
      Object.entries(part).map(([name, inner]) => [name, walk(inner, shapeOf(name), `${at}.${name}`)]),
    );
  };
  return { shown: walk(value, shape, place), secrets };
}
