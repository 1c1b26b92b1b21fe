/**
 * Attributes: what a provider's author declares. Vocabulary of this room: shapes, options, validators, plan modifiers;
 * never a message of the protocol, never a value of a running operation.
 */
import type { Path, Diagnostic } from '../diagnostics';
import type { Type } from '../types';
import type { Value } from '../values';
import type { Rule } from './rules';

/** The form of an attribute's value: a plain type, or attributes of its own. */
export type Shape = TypeShape | NestedShape;

/** A value without attributes of its own. */
export interface TypeShape<T extends Type = Type> {
  readonly type: T;
}

/** An object, or a list, set or map of objects, whose attributes are declared like those of the resource itself. */
export interface NestedShape<A extends Attributes = Attributes, M extends NestingMode = NestingMode> {
  readonly nesting: M;
  readonly attributes: A;
  /** Written as blocks: `rule { … }` in place of `rule = { … }`. */
  readonly block?: BlockForm;
}

/** How objects are nested: one, in order, without order, or by name. */
export type NestingMode = 'single' | 'list' | 'set' | 'map';

/** How the blocks of a name are written. All but `single` are never null: where there is no block, they are empty. */
export interface BlockForm<K extends BlockKind = BlockKind> {
  readonly kind: K;
  /** How many there must be at least, and may be at most. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** `group` is one object that is always there, even where no block is written; the label of a `map`'s block is its key. */
export type BlockKind = NestingMode | 'group';

/** The shape of what is written as blocks. */
export interface BlockShape<
  A extends Attributes = Attributes,
  M extends NestingMode = NestingMode,
  K extends BlockKind = BlockKind,
> extends NestedShape<A, M> {
  readonly block: BlockForm<K>;
}

/** One attribute, or the blocks of one name: its form, and what else is declared of it. */
export interface Attribute<S extends Shape = Shape, O extends Options = Options> {
  readonly shape: S;
  readonly options: O;
}

/** What an object consists of, by name. Names of attributes and of blocks are of one kind: no two are alike. */
export interface Attributes {
  readonly [name: string]: Attribute;
}

/** Who writes an attribute, and what else is true of it. */
export interface Options {
  /** Markdown, for the reference page, the construct's doc comment and the editor. */
  readonly description: string;
  /** The configuration must set it; null is refused. */
  readonly required?: true;
  /** The configuration may set it. */
  readonly optional?: true;
  /** The provider sets it; with `optional`, where the configuration does not. Without, a configured value is refused. */
  readonly computed?: true;
  /** A computed attribute that may stay null. */
  readonly nullable?: true;
  /** Hidden in Terraform's output. It still stands in state and plan files. */
  readonly sensitive?: true;
  /** Never stored; only seen in the configuration. Refused for Terraform before 1.11, which would store it. */
  readonly writeOnly?: true;
  /** Why not to use it any more, and what to use. */
  readonly deprecated?: string;
  /** Taken where the configuration sets nothing; the attribute must be optional and computed. */
  readonly default?: Value;
  /**
   * Gives the one form of what can be written in several ways, such as a text in lower case or a list without repetitions:
   * two values of equal forms are one value, and the way it is stored or planned stays. It gets the whole value (of a list,
   * all elements), never null nor anything that holds an unknown, and must return a value of the same type.
   */
  readonly normalize?: (value: never) => unknown;
  /** Run on values that the configuration sets; never on null or on an unknown. */
  readonly validators?: readonly Validator<never>[];
  /** Across the attributes of each object; only where the attribute has attributes of its own. */
  readonly rules?: readonly Rule[];
  /** Marks the attribute as made by `timeouts`: how long operations take by default, in milliseconds. */
  readonly timeouts?: Readonly<Partial<Record<'create' | 'read' | 'update' | 'delete' | 'open', number>>>;
  /** Run in order while a change is planned. */
  readonly planModifiers?: readonly PlanModifier[];
}

/** Says what is wrong with a configured value. It may hold unknowns inside, but is neither null nor unknown itself. */
export type Validator<V = Value> = (value: V, at: Path) => readonly Diagnostic[];

/** What a plan modifier knows of its attribute. */
export interface PlanModifierRequest {
  /** Where the attribute stands. */
  readonly path: Path;
  /** What is configured; null where nothing is. */
  readonly config: Value;
  /** What is stored; null where nothing is. */
  readonly prior: Value;
  /** What is planned so far, by defaults and the modifiers before. */
  readonly planned: Value;
  /** The resource is being created. */
  readonly creating: boolean;
  /** The object that holds the attribute did not exist before: the resource, or an element added to a collection. */
  readonly absent: boolean;
  /** Whether the planned value differs from the prior one. */
  readonly changed: boolean;
  /** The values of another attribute of the same object; planned as it is before plan modifiers. Null where there is none. */
  readonly sibling: (name: string) => PlannedValues;
}

/** What an attribute is configured, stored and planned as; null where it is not. */
export type PlannedValues = Pick<PlanModifierRequest, 'config' | 'prior' | 'planned'>;

/** Overrides a planned value, or makes its change a replacement of the resource. Returns nothing to leave it alone. */
export interface PlanModifier {
  (request: PlanModifierRequest): { readonly planned?: Value; readonly requiresReplace?: boolean } | undefined;
  /** A sentence in Markdown for the reference page, such as "Changing it replaces the resource."; see `described`. */
  readonly description?: string;
}

/** Whether a shape has attributes of its own. */
export function isNested(shape: Shape): shape is NestedShape {
  return 'nesting' in shape;
}

/** Whether a shape is written as blocks. */
export function isBlock(shape: Shape): shape is BlockShape {
  return isNested(shape) && shape.block !== undefined;
}

/** Whether the configuration may set the attribute. */
export function isConfigurable({ options }: Attribute): boolean {
  return options.required === true || options.optional === true;
}
