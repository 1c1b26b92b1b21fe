/** The words of a declaration: `attribute.string({...})`, `attribute.set(t.string, {...})`, `attribute.single({...}, {...})`. */
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

/** Options of an attribute of a known shape: default and validators see its own type. */
export type OptionsOf<S extends Shape> = Omit<Options, 'default' | 'validators' | 'normalize' | 'timeouts'> & {
  readonly default?: ShapeOf<S, 'state'>;
  readonly validators?: readonly Validator<ShapeOf<S, 'config'>>[];
};

/** Values of a plain type may have a normal form. That of an object is in the attributes it is made of. */
export type PlainOptions<T extends Type> = Omit<OptionsOf<TypeShape<T>>, 'rules'> & {
  readonly normalize?: (value: Normal<T>) => Normal<T>;
};
type NestedOptions<S extends NestedShape> = OptionsOf<S> & { readonly normalize?: undefined };

/** What a custom type says of its values; as the options of an attribute do. */
export interface CustomOptions<T extends Type> {
  /** For reference pages, such as `CIDR block`. */
  readonly name: string;
  /** Two values of equal forms are one value, and the way it is stored or planned stays. */
  readonly normalize?: (value: Normal<T>) => Normal<T>;
  /** Run on values that the configuration sets; never on null or on an unknown. */
  readonly validators?: readonly Validator<ShapeOf<TypeShape<T>, 'config'>>[];
}

type Normal<T extends Type> = ShapeOf<TypeShape<T>, 'state'>;

/** Plain types, for the elements of collections and the fields of objects. */
export const t = {
  /** Text, NFC. */
  string: { kind: 'string' },
  /** True or false. */
  bool: { kind: 'bool' },
  /** Any number, lossless: see `TfNumber`. */
  number: { kind: 'number' },
  /** Whole numbers up to 2^53, as plain JavaScript numbers. */
  integer: { kind: 'number', whole: true },
  /** A value whose type the configuration decides: see `Dynamic`. */
  dynamic: { kind: 'dynamic' },
  /** Elements of one type, in order. */
  list: <const E extends Type>(element: E) => ({ kind: 'list', element }) as const,
  /** Elements of one type, each once, without order. */
  set: <const E extends Type>(element: E) => ({ kind: 'set', element }) as const,
  /** Elements of one type, by key. */
  map: <const E extends Type>(element: E) => ({ kind: 'map', element }) as const,
  /** Fields of a type each; any of them may be null. */
  object: <const A extends Readonly<Record<string, Type>>>(attributes: A) => ({ kind: 'object', attributes }) as const,
  /** A fixed number of elements of a type each; any of them may be null. */
  tuple: <const E extends readonly Type[]>(elements: E) => ({ kind: 'tuple', elements }) as const,
  /**
   * A type of your own: the form of another one, with a name, with rules for its values and a normal form. They hold
   * wherever it stands: as an attribute, as an element, as a field, as the argument of a function.
   */
  custom: <const T extends Type>(form: T, custom: CustomOptions<T>): T & { readonly custom: Custom } => ({
    ...form,
    custom,
  }),
} as const;

/** The words for attributes. */
export const attribute = {
  /** Text. */
  string: plain(t.string),
  /** True or false. */
  bool: plain(t.bool),
  /** Any number, lossless: `number | bigint | Decimal`. */
  number: plain(t.number),
  /** A whole number, as a plain `number`; anything else is refused at its path. */
  integer: plain(t.integer),
  /** A value whose type the configuration decides: see `Dynamic`. Not inside lists, sets and maps. */
  dynamic: plain(t.dynamic),
  /** Elements of one type, in order: `attribute.list(t.string, { … })`. */
  list: collection('list'),
  /** Elements of one type, each once, without order. */
  set: collection('set'),
  /** Elements of one type, by key. */
  map: collection('map'),
  /** A value of any plain type, objects and tuples among them. */
  of<const T extends Type, const O extends PlainOptions<T>>(type: T, options: O): Attribute<TypeShape<T>, O & Options> {
    return { shape: { type }, options: options as O & Options };
  },
  /** One object with attributes of its own. */
  single: nested('single'),
  /** Objects in order. */
  listOf: nested('list'),
  /** Objects without order. */
  setOf: nested('set'),
  /** Objects by name. */
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
