/**
 * What Terraform makes of the paths whose change replaces an object: of those, only what really changes counts, and one that
 * stands neither in the old nor in the new object is "Provider produced invalid plan". For tests without terraform.
 */
import { addressable, error, type Diagnostic, type Path } from '../../diagnostics';
import type { Attributes } from '../../schema/attribute';
import { typeOfAttributes } from '../../schema/schema';
import { partType, type Type } from '../../types';
import { isKnown, Unknown, type Value, type ValueRecord } from '../../values';
import { equalValues } from '../../engine/equal';

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
  const sides = paths.map((path) => ({ path, before: find(root, prior, path), after: find(root, planned, path) }));
  return {
    changed: sides.flatMap(({ path, before, after }) => {
      const type = (before ?? after)?.type;
      if (type === undefined || equalValues(type, before?.value ?? null, after?.value ?? null)) return [];
      return [path];
    }),
    diagnostics: sides.flatMap(({ path, before, after }) =>
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

/** Undefined where the path leads through null, or to something that is not there. */
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
