/**
 * What must a JSON document look like? A shape says it once, as data. Whoever reads by it gets the typed value, or
 * complaints, each with the path of what is wrong. A complaint never quotes a value: somebody may have put a secret
 * there.
 */

/** The place in a document at which a reader stands. Complaints about all places of a document end in one list. */
export class JsonPlace {
  constructor(
    readonly path: string,
    private readonly complaints: string[],
  ) {}

  at(key: string | number): JsonPlace {
    if (typeof key === 'number') return new JsonPlace(`${this.path}[${key}]`, this.complaints);
    const shown = /^[\w$-]{1,40}$/.test(key) ? key : quote(key.slice(0, 40));
    return new JsonPlace(this.path === '' ? shown : `${this.path}.${shown}`, this.complaints);
  }

  /** Notes what is wrong here. It returns undefined, as a reader without a value does. */
  complain(what: string): undefined {
    this.complaints.push(`${this.path === '' ? 'the document' : this.path}: ${what}`);
    return undefined;
  }
}

/** A function that reads a value; if it returns undefined, it has complained. */
export type JsonShape<T> = (value: unknown, place: JsonPlace) => T | undefined;
/** The type of the values that a shape reads. */
export type ReadOf<S> = S extends JsonShape<infer T> ? T : never;

type Shapes = Readonly<Record<string, JsonShape<unknown>>>;
type ReadAll<R extends Shapes, O extends Shapes> = { readonly [K in keyof R]: ReadOf<R[K]> } & {
  readonly [K in keyof O]?: ReadOf<O[K]>;
};

/** Returns a shape of texts that are not empty, and of which `complain` has nothing to say. @default - any such text */
export function text(complain: (value: string) => string | undefined = () => undefined): JsonShape<string> {
  return (value, place) => {
    if (typeof value !== 'string' || value === '') return place.complain('must be a text, and not an empty one.');
    const complaint = complain(value);
    return complaint === undefined ? value : place.complain(complaint);
  };
}

/** The shape of any text; it may be empty. */
export const anyText: JsonShape<string> = (value, place) =>
  typeof value === 'string' ? value : place.complain('must be a text.');

/** Returns a shape of whole numbers between two limits, both included. */
export function wholeNumber(least: number, most: number): JsonShape<number> {
  return (value, place) => {
    const fits = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
    return fits ? value : place.complain(`must be a whole number from ${least} to ${most}.`);
  };
}

/** Returns a shape of what another shape reads, and of null. */
export function orNull<T>(shape: JsonShape<T>): JsonShape<T | null> {
  return (value, place) => (value === null ? null : shape(value, place));
}

export const truth: JsonShape<boolean> = (value, place) =>
  typeof value === 'boolean' ? value : place.complain('must be true or false.');

/** Returns a shape of texts that are one of some values. */
export function oneOf<V extends string>(values: readonly V[]): JsonShape<V> {
  return (value, place) =>
    values.find((one) => one === value) ?? place.complain(`must be one of ${values.map(quote).join(', ')}.`);
}

/** Returns a shape of lists with at least one item. */
export function listOf<T>(item: JsonShape<T>): JsonShape<readonly T[]> {
  const any = anyListOf(item);
  return (value, place) =>
    Array.isArray(value) && value.length > 0 ? any(value, place) : place.complain('must be a list of one or more.');
}

/** Returns a shape of lists, which may be empty. */
export function anyListOf<T>(item: JsonShape<T>): JsonShape<readonly T[]> {
  return (value, place) => {
    if (!Array.isArray(value)) return place.complain('must be a list.');
    const items = value.map((one: unknown, index) => item(one, place.at(index)));
    return items.every((one) => one !== undefined) ? items : undefined;
  };
}

/** Returns a shape of objects that have the required keys, perhaps the optional ones, and no other. */
export function object<R extends Shapes, O extends Shapes>(required: R, optional: O): JsonShape<ReadAll<R, O>> {
  const shapes: Shapes = { ...required, ...optional };
  return (value, place) => {
    if (!isRecord(value)) return place.complain('must be an object.');
    const entries = Object.entries(value);
    for (const [key] of entries) {
      if (!Object.hasOwn(shapes, key)) place.at(key).complain(unknownKey(key, Object.keys(shapes)));
    }
    for (const key of Object.keys(required)) if (!Object.hasOwn(value, key)) place.at(key).complain('is missing.');
    const read = entries.map(([key, one]) => [key, Object.hasOwn(shapes, key) && shapes[key]?.(one, place.at(key))]);
    const whole = Object.keys(required).every((key) => Object.hasOwn(value, key));
    return whole ? (Object.fromEntries(read) as ReadAll<R, O>) : undefined;
  };
}

/** Returns a shape of objects whose `type` says which of several shapes counts. */
export function oneOfTypes<C extends Readonly<Record<string, readonly [required: Shapes, optional: Shapes]>>>(
  cases: C,
) {
  const types = Object.keys(cases);
  type Case<K extends keyof C> = { readonly type: K } & ReadAll<C[K][0], C[K][1]>;
  return (value: unknown, place: JsonPlace): { [K in keyof C]: Case<K> }[keyof C] | undefined => {
    if (!isRecord(value)) return place.complain(`must be an object with a type: ${types.map(quote).join(', ')}.`);
    const type = oneOf(types)(value['type'], place.at('type'));
    const [required, optional] = (type !== undefined && cases[type]) || [];
    if (required === undefined || optional === undefined) return undefined;
    return object({ type: text(), ...required }, optional)(value, place) as { [K in keyof C]: Case<K> }[keyof C];
  };
}

/** Names under which somebody would keep a secret. */
const SECRET = /token|secret|passw|pwd|credential|auth|conn(ection)?[-_ ]?str|(api|access|private|client)[-_ ]?key/i;

function unknownKey(key: string, known: readonly string[]): string {
  if (SECRET.test(key)) {
    return 'looks like a secret. None may stand in this file, which is committed and ends in plan files: give it in the environment, such as NETSKOPE_API_KEY, and revoke it if it was committed.';
  }
  return `is not known here. Known are ${known.join(', ')}.`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Quotes a text as JSON does, so that no control character of a hostile name reaches a terminal. */
function quote(text: string): string {
  return JSON.stringify(text);
}
