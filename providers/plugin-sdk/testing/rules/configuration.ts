/**
 * What Terraform itself says of a configuration before it asks the provider, for tests without terraform: what is
 * required must be written, and there may be only so many blocks. For Terraform, a written null is a value, and it
 * accepts a value for a read-only attribute.
 */
import { error, type Diagnostic, type Path, type PathStep } from '../../diagnostics';
import { isBlock, isNested, type Attribute, type Attributes } from '../../schema/attribute';
import { partType, type Type } from '../../types';
import { Dynamic, isKnown, type Value } from '../../values';

type Written = Readonly<Record<string, unknown>>;

/**
 * Checks a configuration.
 * @param configuration as it is written: what it leaves out, or has as undefined, is not written
 */
export function checkConfiguration(attributes: Attributes, configuration: Written, path: Path = []): Diagnostic[] {
  return Object.entries(attributes).flatMap(([name, attribute]) =>
    checkAttribute(attribute, own(configuration, name), [...path, { kind: 'attribute', name }]),
  );
}

function checkAttribute({ shape, options }: Attribute, value: unknown, path: Path): Diagnostic[] {
  // Null stands for blocks that are not written.
  if (value === undefined || (value === null && isBlock(shape))) {
    if (options.required) return [missing(path)];
    return isBlock(shape) ? checkCount(shape.block, 0, path) : [];
  }
  if (!isNested(shape)) return checkPlain(shape.type, value, path);
  if (!isKnown(value)) return [];
  if (shape.nesting === 'single') return checkConfiguration(shape.attributes, value as Written, path);
  const count = isBlock(shape) ? checkCount(shape.block, Object.keys(value).length, path) : [];
  if (count.length > 0) return count;
  return Object.entries(value as Written).flatMap(([key, object]) =>
    isKnown(object)
      ? checkConfiguration(shape.attributes, object as Written, [...path, step(shape.nesting, key, object)])
      : [],
  );
}

/** Checks a value of a plain type. An object of such a type must be written with all of its parts. */
function checkPlain(type: Type, value: unknown, path: Path): Diagnostic[] {
  if (!isKnown(value) || typeof value !== 'object' || value instanceof Dynamic) return [];
  const names = type.kind === 'object' ? Object.keys(type.attributes) : Object.keys(value as object);
  return names.flatMap((key) => {
    const [part, of] = [own(value as Written, key), partType(type, key)];
    const at: Path = [...path, step(type.kind, key, part)];
    if (of === undefined) return [];
    return part === undefined ? [missing(at)] : checkPlain(of, part, at);
  });
}

/** Gives what is written under a name. What the prototype has, such as `constructor`, is not written. */
function own(written: Written, key: string): unknown {
  return Object.hasOwn(written, key) ? written[key] : undefined;
}

function step(kind: Type['kind'] | 'single', key: string, part: unknown): PathStep {
  if (kind === 'object') return { kind: 'attribute', name: key };
  if (kind === 'map') return { kind: 'key', key };
  return kind === 'set' ? { kind: 'element', value: part as Value } : { kind: 'index', index: Number(key) };
}

function checkCount(
  { min = 0, max = Infinity }: { min?: number | undefined; max?: number | undefined },
  count: number,
  path: Path,
): Diagnostic[] {
  if (count < min) return [error('Insufficient blocks', `At least ${min} must be written.`, path)];
  return count > max ? [error('Too many blocks', `No more than ${max} may be written.`, path)] : [];
}

function missing(path: Path): Diagnostic {
  return error('Missing required argument', 'It must be written.', path);
}
