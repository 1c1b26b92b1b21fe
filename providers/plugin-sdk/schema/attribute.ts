/**
 * Attributes: what a provider's author declares. This folder knows shapes, options, validators and plan modifiers. It
 * knows neither the messages of the protocol nor the values of a running operation.
 */
import type { Path, Diagnostic } from '../diagnostics';
import type { Type } from '../types';
import type { Value } from '../values';
import type { Rule } from './rules';

/** The form of an attribute's value: a plain type, or attributes of its own. */
export type Shape = TypeShape | NestedShape;

/** The form of a value that has no attributes of its own. */
export interface TypeShape<T extends Type = Type> {
  readonly type: T;
}

/**
 * The form of an object, or of a list, set or map of objects, whose attributes are declared like those of the resource
 * itself.
 */
export interface NestedShape<A extends Attributes = Attributes, M extends NestingMode = NestingMode> {
  readonly nesting: M;
  readonly attributes: A;
  /** Set where the objects are written as blocks: `rule { … }` in place of `rule = { … }`. */
  readonly block?: BlockForm;
}

/** How objects are nested: one alone (single), in order (list), without order (set), or by name (map). */
export type NestingMode = 'single' | 'list' | 'set' | 'map';

/**
 * How the blocks of one name are written. Where no block is written, the value of the kind `single` is null, and the
 * values of all other kinds are empty.
 */
export interface BlockForm<K extends BlockKind = BlockKind> {
  readonly kind: K;
  /** The fewest blocks that must be written; default 0. */
  readonly min?: number | undefined;
  /** The most blocks that may be written; default: any number. */
  readonly max?: number | undefined;
}

/**
 * The kinds of blocks. A `group` is one object that is there even where no block is written; the label of a block of a
 * `map` is its key.
 */
export type BlockKind = NestingMode | 'group';

/** The form of objects that are written as blocks. */
export interface BlockShape<
  A extends Attributes = Attributes,
  M extends NestingMode = NestingMode,
  K extends BlockKind = BlockKind,
> extends NestedShape<A, M> {
  readonly block: BlockForm<K>;
}

/** One attribute, or the blocks of one name: its form, and everything else that is declared of it. */
export interface Attribute<S extends Shape = Shape, O extends Options = Options> {
  readonly shape: S;
  readonly options: O;
}

/** The attributes and blocks of an object, by name. No attribute has the name of a block. */
export interface Attributes {
  readonly [name: string]: Attribute;
}

/** What is declared of an attribute beside its form: who sets it, and what is true of its values. */
export interface Options {
  /** What the attribute is for, in Markdown: for reference pages and editors. */
  readonly description: string;
  /** The configuration must set the attribute; null is refused. */
  readonly required?: true;
  /** The configuration may set the attribute. */
  readonly optional?: true;
  /**
   * The provider sets the attribute. With `optional` it does so where the configuration does not; without `optional`, a
   * value in the configuration is refused.
   */
  readonly computed?: true;
  /** The provider may leave the computed attribute null. */
  readonly nullable?: true;
  /** Terraform hides the value in its output. State and plan files still hold it. */
  readonly sensitive?: true;
  /**
   * The value is never stored; only the configuration shows it. It is refused for Terraform before 1.11, which would
   * store it.
   */
  readonly writeOnly?: true;
  /**
   * Why the attribute should not be used any more, and what to use instead. A configuration that sets it gets this
   * warning.
   */
  readonly deprecated?: string;
  /** The value that is planned where the configuration sets none. The attribute must be optional and computed. */
  readonly default?: Value;
  /**
   * Gives the normal form of a value that can be written in several ways, such as a text in lower case or a list
   * without repetitions. Two values with equal normal forms count as one value, and the spelling that is stored or
   * planned already is kept. The function gets the whole value (of a list, all elements), never null nor anything that
   * holds an unknown, and must return a value of the same type.
   */
  readonly normalize?: (value: never) => unknown;
  /** The checks of values that the configuration sets; they never get null or an unknown. */
  readonly validators?: readonly Validator<never>[];
  /** The rules across the attributes of each object; only an attribute that has attributes of its own may have them. */
  readonly rules?: readonly Rule[];
  /**
   * How long operations may take by default, in milliseconds. Only `timeouts` sets it, to mark the attribute that it
   * makes.
   */
  readonly timeouts?: Readonly<Partial<Record<'create' | 'read' | 'update' | 'delete' | 'open', number>>>;
  /** The plan modifiers, which run in this order while a change is planned. */
  readonly planModifiers?: readonly PlanModifier[];
}

/**
 * A check of a configured value, which says what is wrong with it. The value may hold unknowns, but is neither null nor
 * unknown itself.
 */
export type Validator<V = Value> = (value: V, at: Path) => readonly Diagnostic[];

/** What a plan modifier knows of its attribute. */
export interface PlanModifierRequest {
  /** The place of the attribute in the object. */
  readonly path: Path;
  /** The configured value; null where there is none. */
  readonly config: Value;
  /** The stored value; null where there is none. */
  readonly prior: Value;
  /** The value that is planned so far, by defaults and by the modifiers before this one. */
  readonly planned: Value;
  /** Whether the resource is being created. */
  readonly creating: boolean;
  /**
   * Whether the object that holds the attribute did not exist before. That object is the resource, or an element that
   * is added to a collection.
   */
  readonly absent: boolean;
  /** Whether the planned value differs from the prior one. */
  readonly changed: boolean;
  /**
   * Gives the values of another attribute of the same object, with null where there is none. The planned value is the
   * one before the plan modifiers of that attribute have run.
   */
  readonly sibling: (name: string) => PlannedValues;
}

/** The configured, the stored and the planned value of an attribute; null where there is none. */
export type PlannedValues = Pick<PlanModifierRequest, 'config' | 'prior' | 'planned'>;

/**
 * A function that overrides a planned value, or makes its change a replacement of the resource. Where it returns
 * undefined, it does neither.
 */
export interface PlanModifier {
  (request: PlanModifierRequest): { readonly planned?: Value; readonly requiresReplace?: boolean } | undefined;
  /** A sentence for the reference page, in Markdown, such as "Changing it replaces the resource."; see `described`. */
  readonly description?: string;
}

/** Whether a value of this form has attributes of its own. */
export function isNested(shape: Shape): shape is NestedShape {
  return 'nesting' in shape;
}

/** Whether values of this form are written as blocks. */
export function isBlock(shape: Shape): shape is BlockShape {
  return isNested(shape) && shape.block !== undefined;
}

/** Whether the configuration may set the attribute. */
export function isConfigurable({ options }: Attribute): boolean {
  return options.required === true || options.optional === true;
}
