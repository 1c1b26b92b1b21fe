/**
 * The words of a declaration: `attribute.string({ … })`, `attribute.set(t.string, { … })`,
 * `attribute.single({ … }, { … })`.
 */
import type { Collection, Custom, Type } from '../types';
import type {
  Attribute,
  Attributes,
  NestedShape,
  NestingMode,
  Options,
  Shape,
  TypeShape,
  Validator,
} from './attribute';
import type { ShapeOf } from './infer';

/** The options of an attribute whose form is known. `default` and `validators` have the type of its values. */
export type OptionsOf<S extends Shape> = Omit<Options, 'default' | 'validators' | 'normalize' | 'timeouts'> & {
  readonly default?: ShapeOf<S, 'state'>;
  readonly validators?: readonly Validator<ShapeOf<S, 'config'>>[];
};

/**
 * The options of an attribute of a plain type, whose values may have a normal form. The normal form of an object
 * follows from those of its attributes.
 */
export type PlainOptions<T extends Type> = Omit<OptionsOf<TypeShape<T>>, 'rules'> & {
  readonly normalize?: (value: Normal<T>) => Normal<T>;
};
type NestedOptions<S extends NestedShape> = OptionsOf<S> & { readonly normalize?: undefined };

/** What a custom type declares of its values, as the options of an attribute do. */
export interface CustomOptions<T extends Type> {
  /** The name of the type on reference pages, such as `CIDR block`. */
  readonly name: string;
  /**
   * Gives the normal form of a value. Two values with equal normal forms count as one value, and the spelling that is
   * stored or planned already is kept.
   */
  readonly normalize?: (value: Normal<T>) => Normal<T>;
  /** The checks of values that the configuration sets; they never get null or an unknown. */
  readonly validators?: readonly Validator<ShapeOf<TypeShape<T>, 'config'>>[];
}

type Normal<T extends Type> = ShapeOf<TypeShape<T>, 'state'>;

/**
 * The plain types, for the elements of collections, the fields of objects, and the parameters and results of functions.
 */
export const t = {
  /** Text, in Unicode's normal form NFC. */
  string: { kind: 'string' },
  /** True or false. */
  bool: { kind: 'bool' },
  /** Any number, without loss of digits: see `TfNumber`. */
  number: { kind: 'number' },
  /** Whole numbers up to 2^53, as plain JavaScript numbers. */
  integer: { kind: 'number', whole: true },
  /** A value whose type the configuration decides: see `Dynamic`. */
  dynamic: { kind: 'dynamic' },
  /** A list: elements of one type, in order. */
  list: <const E extends Type>(element: E) => ({ kind: 'list', element }) as const,
  /** A set: elements of one type, each once, without order. */
  set: <const E extends Type>(element: E) => ({ kind: 'set', element }) as const,
  /** A map: elements of one type, by key. */
  map: <const E extends Type>(element: E) => ({ kind: 'map', element }) as const,
  /** An object: fields by name, each of a type of its own. Any of them may be null. */
  object: <const A extends Readonly<Record<string, Type>>>(attributes: A) => ({ kind: 'object', attributes }) as const,
  /** A tuple: a fixed number of elements, each of a type of its own. Any of them may be null. */
  tuple: <const E extends readonly Type[]>(elements: E) => ({ kind: 'tuple', elements }) as const,
  /**
   * A type of your own: the form of another type, with a name, validators and a normal form. They hold wherever the
   * type stands: at an attribute, an element, a field or the argument of a function.
   */
  custom: <const T extends Type>(form: T, custom: CustomOptions<T>): T & { readonly custom: Custom } => ({
    ...form,
    custom,
  }),
} as const;

/** The words that declare attributes. */
export const attribute = {
  /** Declares a text. */
  string: plain(t.string),
  /** Declares a truth value: true or false. */
  bool: plain(t.bool),
  /** Declares a number without loss of digits: `number | bigint | Decimal`. */
  number: plain(t.number),
  /** Declares a whole number up to 2^53, as a plain `number`; any other number is refused at its path. */
  integer: plain(t.integer),
  /**
   * Declares a value whose type the configuration decides: see `Dynamic`. It cannot stand inside lists, sets and maps.
   */
  dynamic: plain(t.dynamic),
  /** Declares a list of elements of one plain type: `attribute.list(t.string, { … })`. */
  list: collection('list'),
  /** Declares a set of elements of one plain type, each once and without order. */
  set: collection('set'),
  /** Declares a map of elements of one plain type, by key. */
  map: collection('map'),
  /** Declares a value of any plain type, objects and tuples among them. */
  of<const T extends Type, const O extends PlainOptions<T>>(type: T, options: O): Attribute<TypeShape<T>, O & Options> {
    return { shape: { type }, options: options as O & Options };
  },
  /** Declares one object with attributes of its own. */
  single: nested('single'),
  /** Declares a list of objects with attributes of their own. */
  listOf: nested('list'),
  /** Declares a set of objects with attributes of their own. */
  setOf: nested('set'),
  /** Declares a map of objects with attributes of their own, by name. */
  mapOf: nested('map'),
} as const;

function plain<T extends Type>(type: T) {
  return <const O extends PlainOptions<T>>(options: O): Attribute<TypeShape<T>, O & Options> => ({
    shape: { type },
    options: options as O & Options,
  });
}

function collection<K extends Collection['kind']>(kind: K) {
  return <const E extends Type, const O extends PlainOptions<CollectionType<K, E>>>(
    element: E,
    options: O,
  ): Attribute<TypeShape<CollectionType<K, E>>, O & Options> => ({
    shape: { type: { kind, element } },
    options: options as O & Options,
  });
}

type CollectionType<K extends Collection['kind'], E extends Type> = { readonly kind: K; readonly element: E };

function nested<M extends NestingMode>(nesting: M) {
  return <const A extends Attributes, const O extends NestedOptions<NestedShape<A, M>>>(
    attributes: A,
    options: O,
  ): Attribute<NestedShape<A, M>, O & Options> => ({
    shape: { nesting, attributes },
    options: options as O & Options,
  });
}
