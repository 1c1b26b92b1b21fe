/** Functions: what a provider's author declares of them, and the types that follow from it. */
import type { Type } from '../types';
import type { Unknown } from '../values';
import type { ValueOf } from './infer';

/** One parameter of a function. */
export interface Parameter<T extends Type = Type> {
  /** The name that users see, also in errors. Arguments are given by position. */
  readonly name: string;
  readonly type: T;
  /** What the argument means, in Markdown. */
  readonly description: string;
  /** The argument may be null. Without this option, Terraform refuses null. */
  readonly allowNull?: true;
  /**
   * The argument may be unknown, or hold unknowns. Without this option, Terraform does not call the function then, and
   * its result is unknown.
   */
  readonly allowUnknown?: true;
}

/** Everything that is declared of a function, without what it computes. */
export interface Signature<
  P extends readonly Parameter[] = readonly Parameter[],
  R extends Type = Type,
  V extends Parameter = Parameter,
> {
  /** The name by which users call it: `provider::<provider>::<name>(...)`. */
  readonly name: string;
  /** What the function gives, in one line of plain text. */
  readonly summary: string;
  /** What the function gives, in Markdown. */
  readonly description: string;
  /** The parameters, by position. */
  readonly parameters: P;
  /** The parameter of any number of further arguments. */
  readonly variadic?: V;
  readonly returns: R;
  /** Why the function should not be used any more, and what to use instead. */
  readonly deprecated?: string;
}

/** The type of an argument, by what its parameter allows. */
export type ArgumentOf<P extends Parameter> =
  | ValueOf<P['type'], P extends { allowUnknown: true } ? Unknown : never>
  | (P extends { allowNull: true } ? null : never);

/** The types of all arguments of a function. */
export type ArgumentsOf<P extends readonly Parameter[], V extends Parameter> = [
  ...{ [I in keyof P]: ArgumentOf<P[I]> },
  ...([V] extends [never] ? [] : ArgumentOf<V>[]),
];

/**
 * The type of what a function may return. Null is always allowed; an unknown is allowed only where an argument may be
 * unknown.
 */
export type ResultOf<P extends readonly Parameter[], R extends Type, V extends Parameter> = ValueOf<
  R,
  Extract<P[number] | V, { allowUnknown: true }> extends never ? never : Unknown
> | null;
