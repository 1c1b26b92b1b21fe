/**
 * What must a JSON document look like? A shape says it once, as data. Whoever reads by it gets the typed value, or
 * complaints, each with the path of what is wrong. A complaint never quotes a value: somebody may have put a secret
 * there.
 */
import { bare, mostSlipsIn, slipsBetween } from './spelling';

/** The names and indexes that lead to a value from the top of a document. */
export type JsonKeys = readonly (string | number)[];

/** Says where in a text a value stands, or its name, such as `line 3, column 14`. */
export type PlaceOf = (keys: JsonKeys, part: 'name' | 'value') => string;

/** The place in a document at which a reader stands. Complaints about all places of a document end in one list. */
export class JsonPlace {
  constructor(
    readonly path: string,
    private readonly complaints: string[],
    private readonly placeOf?: PlaceOf,
    private readonly keys: JsonKeys = [],
  ) {}

  at(key: string | number): JsonPlace {
    const keys = [...this.keys, key];
    const inside = (path: string) => new JsonPlace(path, this.complaints, this.placeOf, keys);
    if (typeof key === 'number') return inside(`${this.path}[${key}]`);
    const shown = /^[\w$-]{1,40}$/.test(key) ? key : quote(key.slice(0, 40));
    return inside(this.path === '' ? shown : `${this.path}.${shown}`);
  }

  /** Notes what is wrong here. It returns undefined, as a reader without a value does. */
  complain(what: string, part: 'name' | 'value' = 'value'): undefined {
    const where = this.placeOf === undefined ? '' : ` (${this.placeOf(this.keys, part)})`;
    this.complaints.push(`${this.path === '' ? 'the document' : this.path}${where}: ${what}`);
    return undefined;
  }
}

/** What an editor knows of a value: a JSON Schema, draft 7. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A function that reads a value; if it returns undefined, it has complained. */
export interface JsonShape<T> {
  (value: unknown, place: JsonPlace): T | undefined;
  /** The same shape as a schema, as far as a schema can say it; left out where nobody needs it. */
  readonly schema?: () => JsonSchema;
}
/** The type of the values that a shape reads. */
export type ReadOf<S> = S extends JsonShape<infer T> ? T : never;

type Shapes = Readonly<Record<string, JsonShape<unknown>>>;
type ReadAll<R extends Shapes, O extends Shapes> = { readonly [K in keyof R]: ReadOf<R[K]> } & {
  readonly [K in keyof O]?: ReadOf<O[K]>;
};

/** Gives a shape the schema that says the same. */
export function withSchema<T>(read: JsonShape<T>, schema: () => JsonSchema): JsonShape<T> {
  const shape: JsonShape<T> = (value, place) => read(value, place);
  return Object.assign(shape, { schema });
}

/** The schema of a shape. */
export function schemaOf(shape: JsonShape<unknown>): JsonSchema {
  if (shape.schema === undefined) throw new Error('A shape without a schema is part of one that has a schema.');
  return shape.schema();
}

/** Says what a value is for, to whoever reads it in an editor. */
export function described<T>(description: string, shape: JsonShape<T>): JsonShape<T> {
  return withSchema(shape, () => ({ ...schemaOf(shape), description }));
}

/** Returns a shape that makes another value of what a shape reads, or complains. @param more what the schema says beside it */
export function mapped<T, U>(
  shape: JsonShape<T>,
  convert: (read: T, place: JsonPlace) => U | undefined,
  more: JsonSchema = {},
): JsonShape<U> {
  const read = (value: unknown, place: JsonPlace): U | undefined => {
    const found = shape(value, place);
    return found === undefined ? undefined : convert(found, place);
  };
  return withSchema(read, () => ({ ...schemaOf(shape), ...more }));
}

/** Returns a shape of what either of two shapes reads. */
export function either<A, B>(isFirst: (value: unknown) => boolean, first: JsonShape<A>, second: JsonShape<B>) {
  const read = (value: unknown, place: JsonPlace): A | B | undefined => (isFirst(value) ? first : second)(value, place);
  return withSchema(read, () => ({ anyOf: [schemaOf(first), schemaOf(second)] }));
}

/** Returns a shape of texts that are not empty, and of which `complain` has nothing to say. @default - any such text */
export function text(complain: (value: string) => string | undefined = () => undefined): JsonShape<string> {
  const read = (value: unknown, place: JsonPlace): string | undefined => {
    if (typeof value !== 'string' || value === '') return place.complain('must be a text, and not an empty one.');
    const complaint = complain(value);
    return complaint === undefined ? value : place.complain(complaint);
  };
  return withSchema(read, () => ({ type: 'string', minLength: 1 }));
}

/** Returns a shape of texts of a form. @param what the complaint about all others */
export function matching(form: RegExp, what: string): JsonShape<string> {
  const shape = text((value) => (form.test(value) ? undefined : what));
  return withSchema(shape, () => ({ ...schemaOf(shape), pattern: form.source }));
}

/** Returns a shape of texts that are neither empty nor too long. */
export function textUpTo(most: number): JsonShape<string> {
  const shape = text((value) =>
    [...value].length <= most ? undefined : `must be a text of at most ${most} characters.`,
  );
  return withSchema(shape, () => ({ ...schemaOf(shape), maxLength: most }));
}

/** The shape of any text; it may be empty. */
export const anyText: JsonShape<string> = (value, place) =>
  typeof value === 'string' ? value : place.complain('must be a text.');

/** Returns a shape of whole numbers between two limits, both included. */
export function wholeNumber(least: number, most: number): JsonShape<number> {
  const read = (value: unknown, place: JsonPlace): number | undefined => {
    const fits = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
    return fits ? value : place.complain(`must be a whole number from ${least} to ${most}.`);
  };
  return withSchema(read, () => ({ type: 'integer', minimum: least, maximum: most }));
}

/** Returns a shape of what another shape reads, and of null. */
export function orNull<T>(shape: JsonShape<T>): JsonShape<T | null> {
  return (value, place) => (value === null ? null : shape(value, place));
}

export const truth: JsonShape<boolean> = withSchema(
  (value, place) => (typeof value === 'boolean' ? value : place.complain('must be true or false.')),
  () => ({ type: 'boolean' }),
);

/** Returns a shape of one of the two truth values. */
export function constant<V extends boolean>(only: V): JsonShape<V> {
  const read = (value: unknown, place: JsonPlace): V | undefined =>
    value === only ? only : place.complain('must be true or false.');
  return withSchema(read, () => ({ type: 'boolean', const: only }));
}

/** Returns a shape of texts that are one of some values. @param what the complaint about all others, but for what was meant */
export function oneOf<V extends string>(
  values: readonly V[],
  what = `must be one of ${values.map(quote).join(', ')}.`,
): JsonShape<V> {
  const read = (value: unknown, place: JsonPlace): V | undefined =>
    values.find((one) => one === value) ?? place.complain(`${what}${didYouMean(value, values)}`);
  return withSchema(read, () => ({ type: 'string', enum: values }));
}

/** Says what is wrong with the items of a list together. An item that is wrong by itself is undefined, or parts of it are. */
type Together<T> = (items: readonly (T | undefined)[], place: JsonPlace) => void;

/** Returns a shape of lists with at least one item. */
export function listOf<T>(item: JsonShape<T>, together?: Together<T>): JsonShape<readonly T[]> {
  const any = anyListOf(item, together);
  const read = (value: unknown, place: JsonPlace): readonly T[] | undefined =>
    Array.isArray(value) && value.length > 0 ? any(value, place) : place.complain('must be a list of one or more.');
  return withSchema(read, () => ({ ...schemaOf(any), minItems: 1 }));
}

/** Returns a shape of lists, which may be empty. */
export function anyListOf<T>(item: JsonShape<T>, together?: Together<T>): JsonShape<readonly T[]> {
  const read = (value: unknown, place: JsonPlace): readonly T[] | undefined => {
    if (!Array.isArray(value)) return place.complain('must be a list.');
    const items = value.map((one: unknown, index) => item(one, place.at(index)));
    together?.(items, place);
    return items.every((one) => one !== undefined) ? items : undefined;
  };
  return withSchema(read, () => ({ type: 'array', items: schemaOf(item) }));
}

/** Returns a shape of lists with at least one item, none of which stands there twice. */
export function setOf<T extends string | number>(item: JsonShape<T>): JsonShape<readonly T[]> {
  const list = listOf(item, (items, place) => {
    items.forEach((one, index) => {
      const first = items.indexOf(one);
      if (one !== undefined && first < index) place.at(index).complain(`is the same as item [${first}].`);
    });
  });
  return withSchema(list, () => ({ ...schemaOf(list), uniqueItems: true }));
}

/** Returns a shape of objects that have the required keys, perhaps the optional ones, and no other. */
export function object<R extends Shapes, O extends Shapes>(required: R, optional: O): JsonShape<ReadAll<R, O>> {
  const shapes: Shapes = { ...required, ...optional };
  const readObject = (value: unknown, place: JsonPlace): ReadAll<R, O> | undefined => {
    if (!isRecord(value)) return place.complain('must be an object.');
    const entries = Object.entries(value);
    for (const [key] of entries) {
      if (!Object.hasOwn(shapes, key)) place.at(key).complain(unknownKey(key, Object.keys(shapes)), 'name');
    }
    for (const key of Object.keys(required)) if (!Object.hasOwn(value, key)) place.at(key).complain('is missing.');
    const read = entries.map(([key, one]) => [key, Object.hasOwn(shapes, key) && shapes[key]?.(one, place.at(key))]);
    const whole = Object.keys(required).every((key) => Object.hasOwn(value, key));
    return whole ? (Object.fromEntries(read) as ReadAll<R, O>) : undefined;
  };
  return withSchema(readObject, () => ({
    type: 'object',
    properties: Object.fromEntries(Object.entries(shapes).map(([key, shape]) => [key, schemaOf(shape)])),
    required: Object.keys(required),
    additionalProperties: false,
  }));
}

/** Returns a shape of objects whose `type` says which of several shapes counts. */
export function oneOfTypes<C extends Readonly<Record<string, readonly [required: Shapes, optional: Shapes]>>>(
  cases: C,
) {
  const types = Object.keys(cases);
  type Case<K extends keyof C> = { readonly type: K } & ReadAll<C[K][0], C[K][1]>;
  const read = (value: unknown, place: JsonPlace): { [K in keyof C]: Case<K> }[keyof C] | undefined => {
    if (!isRecord(value)) return place.complain(`must be an object with a type: ${types.map(quote).join(', ')}.`);
    const type = oneOf(types)(value['type'], place.at('type'));
    const [required, optional] = (type !== undefined && cases[type]) || [];
    if (required === undefined || optional === undefined) return undefined;
    return object({ type: text(), ...required }, optional)(value, place) as { [K in keyof C]: Case<K> }[keyof C];
  };
  return withSchema(read, () => ({
    anyOf: Object.entries(cases).map(([type, [required, optional]]) =>
      schemaOf(object({ type: oneOf([type]), ...required }, optional)),
    ),
  }));
}

/** Names under which somebody would keep a secret. */
const SECRET = /token|secret|passw|pwd|credential|auth|conn(ection)?[-_ ]?str|(api|access|private|client)[-_ ]?key/i;

/** Whether somebody would keep a secret under a name. */
export function isSecretName(name: string): boolean {
  return SECRET.test(name);
}

function unknownKey(key: string, known: readonly string[]): string {
  if (isSecretName(key)) {
    return 'looks like a secret. None may stand in this file, which is committed and ends in plan files: give it in the environment, such as NETSKOPE_API_KEY, and revoke it if it was committed.';
  }
  return `is not known here. Known are ${known.join(', ')}.${didYouMean(key, known)}`;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Quotes a text as JSON does, so that no control character of a hostile name reaches a terminal. */
function quote(text: string): string {
  return JSON.stringify(text);
}

/**
 * Gives the end of a complaint that names the words which somebody probably meant, the nearest three at most: ` Did you
 * mean "windows"?`. A word is near if it differs in case, in signs, in a few letters, or if a part of it was written.
 */
function didYouMean(written: unknown, words: readonly string[]): string {
  if (typeof written !== 'string' || written.length > 80) return '';
  const near = words
    .map((word) => ({ word, distance: distanceBetween(bare(written), bare(word)) }))
    .filter(({ distance }) => distance < Infinity)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ word }) => quote(word));
  const last = near.pop();
  if (last === undefined) return '';
  return ` Did you mean ${near.length === 0 ? last : `${near.join(', ')} or ${last}`}?`;
}

function distanceBetween(written: string, word: string): number {
  if (written === word) return 0;
  if (written.length > 2 && word.includes(written)) return word.startsWith(written) ? 1 : 2;
  if (word.length > 2 && written.includes(word)) return 2;
  const slips = slipsBetween(written, word);
  return slips <= mostSlipsIn(word) ? slips + 2 : Infinity;
}
