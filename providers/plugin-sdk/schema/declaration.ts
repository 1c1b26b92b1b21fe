/** Which declarations are refused: those that contradict themselves, or that Terraform or the engine could not keep. */
import type { Type } from '../types';
import { isBlock, isNested, type Attribute, type Attributes, type Shape } from './attribute';
import { complaintAboutRoot } from './reserved';
import type { Name, Rule } from './rules';

/** Checks a schema when it is declared. @throws Error that names the attribute, and says what to declare instead */
export function checkDeclaration(schema: { readonly attributes: Attributes; readonly rules?: readonly Rule[] }): void {
  checkAttributes(schema.attributes, { prefix: '' });
  checkRules(schema.rules, schema.attributes, 'the schema');
}

interface DeclaredPlace {
  /** The path to this place, with a dot at its end. */
  readonly prefix: string;
  // The next four fields say what is around the attribute, since other rules hold there.
  readonly inSet?: boolean;
  readonly inSetOfSet?: boolean;
  readonly inAttribute?: boolean;
  readonly inCollection?: boolean;
  /** The path of the outer object, or collection of objects, that a configuration may leave to the provider. */
  readonly left?: string | undefined;
  /** The attribute stands in something that only the provider sets, so no configuration can write it. */
  readonly readOnly?: boolean;
}

function checkAttributes(attributes: Attributes, place: DeclaredPlace): void {
  for (const [name, attribute] of Object.entries(attributes)) {
    const { shape, options } = attribute;
    const at = `${place.prefix}${name}`;
    const complaint =
      complaintAbout(name, attribute) ??
      (place.prefix === '' ? complaintAboutRoot(name) : undefined) ??
      complaintAboutPlace(attribute, place) ??
      complaintAboutKeeping(attribute, place);
    if (complaint !== undefined) throw new Error(`attribute ${at} ${complaint}`);
    if (!isNested(shape)) continue;
    checkRules(options.rules, shape.attributes, `attribute ${at}`);
    checkAttributes(shape.attributes, {
      prefix: `${at}.`,
      inSet: place.inSet === true || shape.nesting === 'set',
      inSetOfSet: place.inSetOfSet === true || (place.inSet === true && shape.nesting === 'set'),
      left: place.left ?? (isLeft(attribute) ? at : undefined),
      readOnly: place.readOnly === true || (options.computed === true && !options.optional),
      inAttribute: place.inAttribute === true || !isBlock(shape),
      inCollection: place.inCollection === true || shape.nesting !== 'single',
    });
  }
}

function complaintAbout(name: string, { shape, options }: Attribute): string | undefined {
  const { required, optional, computed, writeOnly } = options;
  if (!/^[a-z_][a-z0-9_]*$/.test(name)) return 'must be named in snake_case';
  if (required && (optional || computed)) return 'is required, so it can be neither optional nor computed';
  if (!required && !optional && !computed) return 'must be required, optional or computed';
  if (options.default !== undefined && !(optional && computed))
    return 'has a default, so it must be optional and computed';
  if (writeOnly && computed) return 'is write-only, so it cannot be computed';
  if (options.normalize !== undefined) {
    if (writeOnly) return 'is write-only, so there is no stored value that normalize could compare with';
    if (isNested(shape)) return 'holds attributes, so normalize belongs to those';
  }
  if (options.rules !== undefined && !isNested(shape)) return 'has no attributes that rules could be about';
  if (name === 'dynamic' && isBlock(shape)) return 'is a block by the name of that which Terraform makes others with';
  return complaintAboutCount(shape);
}

function complaintAboutCount(shape: Shape): string | undefined {
  if (!isBlock(shape)) return undefined;
  const { min = 0, max = Infinity } = shape.block;
  return min >= 0 && max >= Math.max(min, 1) ? undefined : `cannot have from ${min} to ${max} blocks`;
}

function complaintAboutPlace({ shape, options }: Attribute, place: DeclaredPlace): string | undefined {
  // Terraform knows an element of a set by its values, so none of them may be missing from the state.
  if (place.inSet && options.writeOnly) return 'stands in a set, so it cannot be write-only';
  if (place.inAttribute && isBlock(shape)) return 'is written as blocks, so it cannot stand in an attribute';
  // Terraform sends such a collection as a tuple or object of another type in each call.
  if (!isNested(shape) && holdsDynamic(shape.type, place.inCollection)) {
    return 'is of a dynamic type inside a list, set or map, whose elements must be of one type';
  }
  return undefined;
}

/** Whether the provider may make the value. A default counts as the configuration's, since it is always planned. */
function isLeft({ options }: Attribute): boolean {
  return options.optional === true && options.computed === true && options.default === undefined;
}

/**
 * Says what is wrong with an attribute that no provider can keep, because Terraform proposes it anew, or without its
 * values, in each plan. Where only the provider sets what is around the attribute, Terraform keeps all of that as it is
 * stored.
 */
function complaintAboutKeeping(attribute: Attribute, place: DeclaredPlace): string | undefined {
  const { shape, options } = attribute;
  if (place.readOnly && place.left === undefined) return undefined;
  if (place.left !== undefined && !options.computed && !options.writeOnly) {
    return `stands in ${place.left}, which the provider may make. Terraform takes what only a configuration can set for once configured, and would remove it in each plan. Declare it optional and computed`;
  }
  if (place.inSet && isNested(shape) && isLeft(attribute)) {
    return 'stands in a set, whose elements Terraform does not find again where the provider made an object in them. Declare it optional, or computed, not both';
  }
  if (place.inSetOfSet && options.computed && options.default === undefined) {
    return 'stands in a set inside a set, whose elements Terraform does not find again where the provider made something in them. Declare it optional or required, or give it a default';
  }
  return undefined;
}

function holdsDynamic(type: Type, inCollection = false): boolean {
  switch (type.kind) {
    case 'dynamic':
      return inCollection;
    case 'list':
    case 'set':
    case 'map':
      return holdsDynamic(type.element, true);
    case 'object':
      return Object.values(type.attributes).some((part) => holdsDynamic(part, inCollection));
    case 'tuple':
      return type.elements.some((part) => holdsDynamic(part, inCollection));
    default:
      return false;
  }
}

function checkRules(rules: readonly Rule[] = [], attributes: Attributes, where: string): void {
  for (const { names } of rules) {
    if (names.length < 2) throw new Error(`a rule of ${where} must name two attributes or more`);
    const missing = names.find((name) => !leadsSomewhere(attributes, name));
    if (missing === undefined) continue;
    const text = [missing].flat().join('.');
    throw new Error(`a rule of ${where} names ${text}, which is no attribute of it, nor of a single object in it`);
  }
}

function leadsSomewhere(attributes: Attributes, name: Name): boolean {
  const [first = '', ...rest] = [name].flat();
  const found = Object.hasOwn(attributes, first) ? attributes[first]?.shape : undefined;
  if (found === undefined || rest.length === 0) return found !== undefined;
  return isNested(found) && found.nesting === 'single' && leadsSomewhere(found.attributes, rest);
}
