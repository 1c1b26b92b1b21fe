/** Functions: what a provider's author declares of them, and the types that follow. */
import type { Type } from '../types';
import type { Unknown } from '../values';
import type { ValueOf } from './infer';

/** One parameter of a function. */
export interface Parameter<T extends Type = Type> {
  /** Shown to users, and named in errors; arguments go by position. */
  readonly name: string;
  readonly type: T;
  /** Markdown. */
  readonly description: string;
  /** The argument may be null; else Terraform refuses null. */
  readonly allowNull?: true;
  /** The argument may be unknown, or hold unknowns; else Terraform takes the result as unknown, and does not call. */
  readonly allowUnknown?: true;
}

/** What is known of a function without running it. */
export interface Signature<
  P extends readonly Parameter[] = readonly Parameter[],
  R extends Type = Type,
  V extends Parameter = Parameter,
> {
  /** As users call it: `provider::<provider>::<name>(...)`. */
  readonly name: string;
  /** One line, plain text. */
  readonly summary: string;
  /** Markdown. */
  readonly description: string;
  readonly parameters: P;
  /** Any number of further arguments. */
  readonly variadic?: V;
  readonly returns: R;
  /** Why not to use it any more, and what to use. */
  readonly deprecated?: string;
}

/** The value of an argument, by what its parameter allows. */
export type ArgumentOf<P extends Parameter> =
  | ValueOf<P['type'], P extends { allowUnknown: true } ? Unknown : never>
  | (P extends { allowNull: true } ? null : never);

/** What the function is called with. */
export type ArgumentsOf<P extends readonly Parameter[], V extends Parameter> = [
  ...{ [I in keyof P]: ArgumentOf<P[I]> },
  ...([V] extends [never] ? [] : ArgumentOf<V>[]),
];

/** What it may return; unknown only where one of its arguments may be. */
export type ResultOf<P extends readonly Parameter[], R extends Type, V extends Parameter> = ValueOf<
  R,
  Extract<P[number] | V, { allowUnknown: true }> extends never ? never : Unknown
> | null;
