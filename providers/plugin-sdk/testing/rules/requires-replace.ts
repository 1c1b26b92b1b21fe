/**
 * What Terraform makes of the paths whose change replaces an object, for tests without terraform. Only a path at which
 * something really changes counts; one that leads nowhere in the old and in the new object is a "Provider produced
 * invalid plan".
 */
import { addressable, error, type Diagnostic, type Path } from '../../diagnostics';
import { equalValues } from '../../engine/equal';
import type { Attributes } from '../../schema/attribute';
import { typeOfAttributes } from '../../schema/schema';
import { partType, type Type } from '../../types';
import { isKnown, Unknown, type Value, type ValueRecord } from '../../values';

export interface ReplaceVerdict {
  readonly changed: readonly Path[];
  readonly diagnostics: readonly Diagnostic[];
}

export function checkRequiresReplace(
  attributes: Attributes,
  prior: ValueRecord | null,
  planned: ValueRecord | null,
  paths: readonly Path[],
): ReplaceVerdict {
  if (prior === null || planned === null) return { changed: [], diagnostics: [] };
  const root = typeOfAttributes(attributes);
  const found = paths.map((path) => ({ path, before: find(root, prior, path), after: find(root, planned, path) }));
  return {
    changed: found.flatMap(({ path, before, after }) => {
      const type = (before ?? after)?.type;
      if (type === undefined || equalValues(type, before?.value ?? null, after?.value ?? null)) return [];
      return [path];
    }),
    diagnostics: found.flatMap(({ path, before, after }) =>
      before === undefined && after === undefined
        ? [error('Provider produced invalid plan', 'requires replacement for a path that does not exist', path)]
        : [],
    ),
  };
}

interface FoundPath {
  readonly type: Type;
  readonly value: Value;
}

/** Finds what a path leads to; undefined where it leads through null, or to something that is not there. */
function find(root: Type, value: Value, path: Path): FoundPath | undefined {
  let found: FoundPath = { type: root, value };
  for (const step of addressable(path)) {
    if (step.kind === 'element' || found.value === null) return undefined;
    const key = step.kind === 'attribute' ? step.name : step.kind === 'key' ? step.key : step.index;
    const type = partType(found.type, key);
    if (type === undefined) return undefined;
    if (!isKnown(found.value)) {
      found = { type, value: found.value instanceof Unknown ? found.value : null };
      continue;
    }
    const parts = found.value as { readonly [key: string | number]: Value };
    if (!Object.hasOwn(parts, key)) return undefined;
    found = { type, value: parts[key] ?? null };
  }
  return found;
}
