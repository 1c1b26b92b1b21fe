/**
 * What may be handed to the constructs? The forms of `gen/shapes.ts`, which is generated from the types that users see,
 * and the words in which a value is told.
 */
import { quote } from '../../steering';
import { bare, mostSlipsIn, slipsBetween } from '../../steering/demands/spelling';

/** The kind of a value that a property or an argument takes. */
export type Kind =
  | 'text'
  | 'number'
  | 'truth'
  | 'method'
  | 'anything'
  /** The id of a construct: a text that is not empty, and no token. */
  | 'id'
  | { readonly list: Kind }
  /** One of some values. */
  | { readonly words: readonly Word[] }
  /** An object that holds nothing but the properties of its shape. */
  | { readonly object: string }
  /** A construct, or anything else that has what its shape names; it may have more. */
  | { readonly reference: string }
  /** An object of one of several shapes. */
  | { readonly either: readonly Kind[] }
  | { readonly orNull: Kind }
  /** A value that may be a token instead of being of its kind. */
  | { readonly orToken: Kind };

export type Word = string | number | boolean;

/** A property of an object, or an argument of a call. */
export interface Place {
  readonly kind: Kind;
  readonly optional?: true | undefined;
  /** The reason why the value must be known at synth. @default - a text or a word may be a token */
  readonly literal?: string | undefined;
}

/** The properties of an object, by their names. */
export type Shape = Readonly<Record<string, Place>>;

/** What a constructor, a function or a method takes. */
export interface Call {
  /** What the first argument of a constructor or a function must be; `object` for a method, which has its own. */
  readonly scope?: 'construct' | 'stack' | 'object' | undefined;
  readonly takes: readonly (Place & { readonly name: string; readonly rest?: true })[];
}

/** Says what a value is, in words. The value itself is not shown, because it may be a secret. */
export function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'string':
      return value === '' ? 'an empty text' : 'a text';
    case 'number':
      return Number.isFinite(value) ? 'a number' : String(value);
    case 'function':
      return /^class\b/.test(Function.prototype.toString.call(value)) ? `the class ${quote(value.name)}` : 'a function';
    case 'object':
      return describeObject(value);
    case 'undefined':
    case 'boolean':
      return String(value);
    default:
      return `a ${typeof value}`;
  }
}

function describeObject(value: object): string {
  if (typeof (value as { then?: unknown }).then === 'function') return 'a promise';
  if (isPlain(value)) return 'an object';
  const { name } = (value.constructor ?? {}) as { name?: unknown };
  return typeof name === 'string' && name !== '' ? `an object of the class ${quote(name)}` : 'an object';
}

/** Says what belongs in a place. @param shape the properties of the object that belongs there */
export function belonging(kind: Kind, shape: (name: string) => Shape): string {
  if (typeof kind === 'string') return PRIMITIVES[kind].called;
  if ('list' in kind)
    return typeof kind.list === 'string'
      ? `a list of ${PRIMITIVES[kind.list].called.slice(2)}s`
      : `a list, each element ${belonging(kind.list, shape)},`;
  if ('words' in kind) return `one of ${kind.words.map((word) => JSON.stringify(word)).join(', ')}`;
  if ('orToken' in kind) return belonging(kind.orToken, shape);
  if ('orNull' in kind) return `${belonging(kind.orNull, shape)}, or null,`;
  if ('either' in kind) return kind.either.map((one) => belonging(one, shape)).join(' or ');
  const name = 'object' in kind ? kind.object : kind.reference;
  const properties = Object.entries(shape(name));
  if ('reference' in kind && 'node' in shape(name)) return `a ${name.replace(/^I(?=[A-Z])/, '')}`;
  const demanded = properties.filter(([, { optional, kind: of }]) => optional !== true && of !== 'method');
  const members = (demanded.length > 0 ? demanded : properties).map(([key]) => key).join(', ');
  // The names of types without a name of their own are long.
  return /^\w+$/.test(name) ? `an object with ${members} (${name})` : `an object with ${members}`;
}

/** The kinds that one look at a value tells, and their names. */
export const PRIMITIVES: Readonly<
  Record<Extract<Kind, string>, { readonly called: string; readonly is: (value: unknown) => boolean }>
> = {
  text: { called: 'a text', is: (value) => typeof value === 'string' },
  number: { called: 'a number', is: (value) => typeof value === 'number' && Number.isFinite(value) },
  truth: { called: 'true or false', is: (value) => typeof value === 'boolean' },
  method: { called: 'a function', is: (value) => typeof value === 'function' },
  anything: { called: 'something', is: () => true },
  id: { called: 'a text', is: () => true },
};

/** Says how a value of a wrong kind is mended; empty where that is plain. */
export function remedy(value: unknown, kind: Kind): string {
  const of = typeof kind === 'object' && 'orToken' in kind ? kind.orToken : kind;
  const isList = typeof of === 'object' && 'list' in of;
  const isObjectWanted = typeof of === 'object' && ('object' in of || 'reference' in of);
  if (value === undefined) {
    return ' What it was taken from has no such member: look for a misspelled name, such as that of a preset or of a platform.';
  }
  if (value === null) return ' To say nothing, leave it out.';
  if (Number.isNaN(value)) return ' Something it was computed from is no number.';
  if (Array.isArray(value)) return isList || isObjectWanted ? '' : ' Give one value, without brackets.';
  if (typeof value === 'function') {
    return /^class\b/.test(Function.prototype.toString.call(value))
      ? ' Give an object, made with new.'
      : ' Give what it returns.';
  }
  if (typeof (value as { then?: unknown }).then === 'function') return ' Await it first.';
  if (isList) return ' Put it in brackets, or give the list that was meant.';
  return typeof value === 'string' && (of === 'number' || of === 'truth') ? ' Write it without quotes.' : '';
}

/** Says whether an object is of no class. It may come from another realm, such as that of a test runner. */
export function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Gives the word of a closed list that somebody probably meant; undefined where no word is near enough. */
export function nearest(written: string, words: readonly string[]): string | undefined {
  const form = bare(written);
  const [found] = words
    .map((word) => ({ word, slips: distance(form, bare(word)) }))
    .filter(({ word, slips }) => slips <= mostSlipsIn(bare(word)))
    .sort((a, b) => a.slips - b.slips);
  return found?.word;
}

/** Counts the slips between two words, or says that the one word begins the other. */
function distance(a: string, b: string): number {
  if (a === b) return 0;
  if (a.length < 2 || a.length > 2 * b.length + 2) return Infinity;
  if (b.startsWith(a) || (b.length > 2 && a.startsWith(b))) return 1;
  return slipsBetween(a, b);
}

export type Members = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The words of a property that takes nothing else; empty for any other. */
export function wordsOf(place: Place | undefined): readonly Word[] {
  return typeof place?.kind === 'object' && 'words' in place.kind ? place.kind.words : [];
}

/** Says how much a value looks like one of a kind, from 0 to 1. */
export function likeness(value: unknown, kind: Kind, shapeOf: (name: string) => Shape): number {
  if (typeof kind === 'string') return PRIMITIVES[kind].is(value) ? 0.5 : 0;
  if ('list' in kind) return Array.isArray(value) ? 1 : 0;
  // A text is probably a misspelled word.
  if ('words' in kind) return kind.words.includes(value as Word) ? 1 : typeof value === 'string' ? 0.75 : 0;
  if (!('object' in kind || 'reference' in kind) || !isObject(value)) return 0;
  const places = Object.entries(shapeOf('object' in kind ? kind.object : kind.reference));
  const fits = ([key, place]: [string, Place]) => {
    const words = wordsOf(place);
    return words.length > 0 ? words.includes(value[key] as Word) : key in value;
  };
  const demanded = places.filter(([, { optional }]) => optional !== true);
  const given = places.filter(fits).length / (places.length + 1);
  return demanded.every(fits) ? 0.5 + given / 2 : (1 + given) / 4;
}

/** Says whether an object of a class has what a shape demands, and at least something of it. */
export function couldBe(value: Members, shape: Shape): boolean {
  if ('node' in value && !('node' in shape)) return false;
  const keys = Object.keys(shape);
  return keys.some((key) => key in value) && keys.every((key) => shape[key]?.optional === true || key in value);
}

/** Copies the properties that a shape names. */
export function copy(value: Members, shape: Shape): Record<string, unknown> {
  return Object.fromEntries(Object.keys(shape).flatMap((key) => (key in value ? [[key, value[key]]] : [])));
}
