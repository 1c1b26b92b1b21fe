/**
 * How is a wrong value refused before it does harm? What users hand to a construct is compared with the shapes that are
 * generated from its types, because JavaScript has none. Each error names the construct and the property.
 */
import { Annotations, TerraformStack, Token, Tokenization } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { quote } from '../../steering';
import { Refusal } from './synth';
import { CALLS, SHAPES, type CallName } from '../gen/shapes';
import {
  belonging,
  copy,
  couldBe,
  describe,
  isObject,
  isPlain,
  likeness,
  nearest,
  PRIMITIVES,
  remedy,
  wordsOf,
  type Kind,
  type Members,
  type Place,
  type Shape,
  type Word,
} from './shape';

/**
 * Returns the arguments of a call, refused where they are not what its types say. A token that is an object becomes a
 * text or a list, and a property that is undefined counts as left out.
 * @param scope the first argument of a constructor or a function that takes a construct; the object of a method
 */
export function checked<A extends unknown[]>(scope: IConstruct | undefined, call: CallName, ...args: A): A {
  const { takes } = CALLS[call];
  const around = placeAround(scope, call);
  const id = takes.findIndex(({ kind }) => kind === 'id');
  const where = id < 0 ? around : checkId(scope, call, args[id], around);
  const refuse: Refuse = (path, what) => {
    throw new Refusal(`${where}: ${path} ${what}`);
  };
  return args.map((value, index) => {
    const place = takes[Math.min(index, takes.length - 1)];
    if (place === undefined || place.kind === 'id') return value;
    const { name, rest, optional } = place;
    if (value === undefined && optional) return value;
    if (value === undefined && !rest) return refuse(`the argument "${name}"`, `is missing. ${argumentsOf(call)}`);
    const path = NAMES_OF_PROPS.includes(name) ? '' : rest ? `${name}[${index - takes.length + 1}]` : name;
    return check(value, place, path, refuse);
  }) as A;
}

/** The names of arguments that are not shown before their properties. */
const NAMES_OF_PROPS = ['props', 'options', 'config'];

const shapeOf = (name: string): Shape => SHAPES[name] ?? {};

type Refuse = (path: string, what: string) => never;

function argumentsOf(call: CallName): string {
  const { scope, takes } = CALLS[call];
  const names = takes.map(({ name, optional }) => (optional ? `${name}?` : name));
  return `The arguments are (${[...(scope === undefined || scope === 'object' ? [] : ['scope']), ...names].join(', ')}).`;
}

/** Checks the first argument. @returns its path, or the name of what is called where it has none */
function placeAround(scope: IConstruct | undefined, call: CallName): string {
  const { scope: wanted } = CALLS[call];
  if (wanted === 'object' && scope === undefined)
    throw new Refusal(`${call} was called without the object it belongs to.`);
  if (wanted === 'construct' || wanted === 'stack') {
    if (!Construct.isConstruct(scope)) {
      throw new Refusal(
        `${call}: the scope is ${describe(scope)}, but a construct belongs there, such as the stack. ${argumentsOf(call)}`,
      );
    }
    if (wanted === 'stack' && !TerraformStack.isStack(scope)) {
      throw new Refusal(`${scope.node.path || call}: ${call} takes a stack, and this construct is none.`);
    }
    if (!scope.node.scopes.some((one) => TerraformStack.isStack(one))) {
      throw new Refusal(
        `${scope.node.path || call}: ${call} takes a stack or a construct in one, and this is in none.`,
      );
    }
  }
  return scope?.node.path || call;
}

/** Checks the id of a new construct. @returns the path that the construct will have */
function checkId(scope: IConstruct | undefined, call: CallName, id: unknown, around: string): string {
  const refuseId = (where: string, what: string): never => {
    throw new Refusal(`${where}: the id ${what}`);
  };
  if (typeof id !== 'string')
    return refuseId(around, `is ${describe(id)}, but a text belongs there. ${argumentsOf(call)}`);
  if (id.trim() === '')
    return refuseId(around, 'of a construct is empty, but its Terraform address follows from it. Give it one.');
  if (Token.isUnresolved(id))
    return refuseId(around, 'of a construct is a token, but addresses are known at synth. Write it out.');
  if (scope === undefined) return around;
  const key = id.replaceAll('/', '--');
  const path = `${around}/${key}`;
  if ('addNonStandardPort' in scope && call !== 'NonStandardPort' && /^Port\d+$/.test(id)) {
    refuseId(
      path,
      `"${id}" is reserved: under it, addNonStandardPort makes the entry of the port. Choose another one.`,
    );
  }
  if (id === 'Resource') refuseId(path, '"Resource" is reserved for what the constructs make. Choose another one.');
  if (scope.node.tryFindChild(key) !== undefined) {
    refuseId(path, `${quote(id)} is taken: ${around} holds a construct with it. Choose another one.`);
  }
  if (id === 'Default' && CALLS[call].scope !== 'object' && !UNADDRESSED.includes(call)) warnOfDefault(scope, path);
  return path;
}

/** What makes no resource, or one that a stack has once, so that nobody needs its address. */
const UNADDRESSED: readonly CallName[] = [
  'NetskopeSteeringProvider',
  'SteeringConfiguration.adoptDefault',
  'SteeringConfiguration.fromId',
  'TrafficInvariant',
  'TrafficTest',
];

/**
 * Warns of an id that cdktf leaves out of addresses. It is no error, because the address is valid, a stack that is
 * applied may have it, and another id is another address.
 */
function warnOfDefault(scope: IConstruct, path: string): void {
  Annotations.of(scope).addWarning(
    `${path}: cdktf leaves the id "Default" out of Terraform addresses, so the address does not say what this is. ` +
      'Choose another id; where the stack is applied already, move the resource with its moveFromId.',
  );
}

function check(value: unknown, { kind, literal }: Place, path: string, refuse: Refuse): unknown {
  if (literal !== undefined && holdsToken(value)) {
    return refuse(path, `is only known at apply, but it decides what is made at synth. ${literal} Write it out.`);
  }
  return checkKind(value, kind, path, refuse);
}

/** Says at once that most values are what belongs there, before a path is put together for them. */
function fits(value: unknown, kind: Kind): boolean {
  if (value === undefined) return false;
  if (typeof kind === 'string') return PRIMITIVES[kind].is(value);
  return 'words' in kind && kind.words.includes(value as Word);
}

function holdsToken(value: unknown): boolean {
  return Token.isUnresolved(value) || (Array.isArray(value) && value.some((one) => Token.isUnresolved(one)));
}

function checkKind(value: unknown, kind: Kind, path: string, refuse: Refuse): unknown {
  if (fits(value, kind)) return value;
  if (typeof kind === 'string') return checkPrimitive(value, kind, path, refuse);
  if ('object' in kind) return checkObject(value, kind.object, path, refuse);
  if ('list' in kind) return checkList(value, kind.list, path, refuse);
  if ('words' in kind) return checkWord(value, kind.words, path, refuse);
  if ('reference' in kind) return checkReference(value, kind.reference, path, refuse);
  if ('orToken' in kind) return Tokenization.isResolvable(value) ? value : checkKind(value, kind.orToken, path, refuse);
  if ('orNull' in kind) return value === null ? value : checkKind(value, kind.orNull, path, refuse);
  return checkEither(value, kind.either, path, refuse);
}

function checkPrimitive(value: unknown, kind: Extract<Kind, string>, path: string, refuse: Refuse): unknown {
  if (kind === 'text' && Tokenization.isResolvable(value)) return Token.asString(value);
  if (kind === 'number' && Tokenization.isResolvable(value)) return Token.asNumber(value);
  return mismatch(value, kind, path, refuse);
}

function checkList(value: unknown, element: Kind, path: string, refuse: Refuse): unknown {
  if (Array.isArray(value)) {
    if (isScalar(element) && Token.isUnresolved(value)) return value;
    let changed: unknown[] | undefined;
    for (let index = 0; index < value.length; index += 1) {
      const one: unknown = value[index];
      if (fits(one, element)) continue;
      const read = checkKind(one, element, `${path}[${index}]`, refuse);
      if (read !== one) (changed ??= [...(value as unknown[])])[index] = read;
    }
    return changed ?? value;
  }
  if (Tokenization.isResolvable(value)) {
    if (element === 'number') return Token.asNumberList(value);
    if (isScalar(element)) return Token.asList(value);
  }
  return mismatch(value, { list: element }, path, refuse);
}

/** Says whether a list of such elements can be a token as a whole. */
function isScalar(element: Kind): boolean {
  if (typeof element === 'string') return element === 'text' || element === 'number';
  return 'words' in element;
}

function checkWord(value: unknown, words: readonly Word[], path: string, refuse: Refuse): unknown {
  if (words.includes(value as Word)) return value;
  const texts = words.filter((word) => typeof word === 'string');
  if (texts.length > 0 && Tokenization.isResolvable(value)) return Token.asString(value);
  if (typeof value !== 'string' || texts.length === 0) return mismatch(value, { words }, path, refuse);
  if (Token.isUnresolved(value)) return value;
  const meant = nearest(value, texts);
  const known = meant !== undefined && texts.length > 20 ? 'known here' : `one of ${texts.map(quote).join(', ')}`;
  const hint = meant === undefined ? '' : ` Did you mean ${quote(meant)}?`;
  return refuse(path, `is ${quote(value.slice(0, 40))}, which is not ${known}.${hint}`);
}

/** The entries of the catalogue that were found right: each has many facts, and blocks of one app share it. */
const entries = new WeakSet<object>();

function checkObject(value: unknown, name: string, path: string, refuse: Refuse): unknown {
  const shape = shapeOf(name);
  if (!isObject(value) || Tokenization.isResolvable(value)) return mismatch(value, { object: name }, path, refuse);
  if (name === 'CatalogueEntry' && entries.has(value)) return value;
  if (isPlain(value)) refuseUnknown(value, shape, path, refuse);
  else if (!couldBe(value, shape)) return mismatch(value, { object: name }, path, refuse);
  let changed: Record<string, unknown> | undefined;
  for (const key in shape) {
    const place = shape[key] as Place;
    const one = value[key];
    if (fits(one, place.kind) && place.literal === undefined) continue;
    const here = path === '' ? key : `${path}.${key}`;
    if (one === undefined) {
      if (!place.optional && key in value) return mismatch(one, place.kind, here, refuse);
      if (!place.optional) return refuse(here, `is missing. Give ${belonging(place.kind, shapeOf)}.`);
      if (key in value) delete (changed ??= copy(value, shape))[key];
      continue;
    }
    const read = check(one, place, here, refuse);
    if (read !== one) (changed ??= copy(value, shape))[key] = read;
  }
  if (name === 'CatalogueEntry' && changed === undefined) entries.add(value);
  return changed ?? value;
}

function refuseUnknown(value: Members, shape: Shape, path: string, refuse: Refuse): void {
  for (const key in value) {
    if (Object.hasOwn(shape, key)) continue;
    const known = Object.keys(shape);
    const meant = nearest(key, known);
    // What is missing says more than what is too much, unless that is the same, misspelled.
    if (meant === undefined && known.some((one) => !shape[one]?.optional && !(one in value))) continue;
    const hint = meant === undefined ? `Known are ${known.join(', ')}.` : `Did you mean "${meant}"?`;
    refuse(
      `${path === '' ? '' : `${path}.`}${/^[\w$]{1,40}$/.test(key) ? key : quote(key.slice(0, 40))}`,
      `is not known here. ${hint}`,
    );
  }
}

/** Checks a construct, or a plain object in the place of one. */
function checkReference(value: unknown, name: string, path: string, refuse: Refuse): unknown {
  if (!isObject(value) || Tokenization.isResolvable(value)) return mismatch(value, { reference: name }, path, refuse);
  const places = Object.entries(shapeOf(name));
  if (isPlain(value) && places.every(([, { kind }]) => kind !== 'method' && kind !== 'anything'))
    return checkObject(value, name, path, refuse);
  if (places.every(([key, { optional }]) => optional === true || key in value)) return value;
  return mismatch(value, { reference: name }, path, refuse);
}

/** Checks a value by the kind that it was probably meant to be of. */
function checkEither(value: unknown, kinds: readonly Kind[], path: string, refuse: Refuse): unknown {
  const shapes = kinds.map((kind) => (typeof kind === 'object' && 'object' in kind ? shapeOf(kind.object) : {}));
  if (isObject(value)) {
    // A word that every shape has says which of them is meant.
    const tag = Object.keys(shapes[0] ?? {}).find((key) => shapes.every((shape) => wordsOf(shape[key]).length > 0));
    if (tag !== undefined) {
      const words = shapes.flatMap((shape) => wordsOf(shape[tag]));
      checkWord(value[tag], words, path === '' ? tag : `${path}.${tag}`, refuse);
    }
  }
  const [best] = kinds
    .map((kind) => ({ kind, score: likeness(value, kind, shapeOf) }))
    .sort((a, b) => b.score - a.score);
  if (best === undefined || best.score === 0) return mismatch(value, { either: kinds }, path, refuse);
  return checkKind(value, best.kind, path, refuse);
}

function mismatch(value: unknown, kind: Kind, path: string, refuse: Refuse): never {
  const what = path === '' ? 'the argument with the properties' : path;
  const wanted = belonging(kind, shapeOf);
  if (Tokenization.isResolvable(value))
    return refuse(what, `is only known at apply. Write it out: ${wanted} belongs there.`);
  return refuse(what, `is ${describe(value)}, but ${wanted} belongs there.${remedy(value, kind)}`);
}
