/** What the author of a function writes: its signature, and what it computes. */
import type { ArgumentsOf, Parameter, ResultOf, Signature } from '../schema/function';
import type { Type } from '../types';

/** The definition of a function; `providerFunction` declares it. */
export interface FunctionDefinition<
  P extends readonly Parameter[],
  R extends Type,
  V extends Parameter,
> extends Signature<P, R, V> {
  /**
   * Computes the result from nothing but the arguments: the function runs in a process of its own, without `configure`,
   * and Terraform expects the same result for the same arguments. It should throw an {@link ArgumentError} for what is
   * wrong with one argument, and an `Error` for what is wrong with all of them; anything else that is thrown counts as
   * a bug of the provider.
   */
  readonly run: (...args: ArgumentsOf<P, V>) => ResultOf<P, R, V> | Promise<ResultOf<P, R, V>>;
}

/** A function as the engine handles it, without the author's types. */
export interface ProviderFunction extends Signature {
  readonly run: (...args: never[]) => unknown;
}

/** The exception to throw where one argument of a function is wrong. Terraform shows the message at that argument. */
export class ArgumentError extends Error {
  /**
   * @param argument its position, counted from 0, or the name of its parameter (of a variadic one: the first such
   * argument)
   */
  constructor(
    readonly argument: number | string,
    message: string,
  ) {
    super(message);
    this.name = 'ArgumentError';
  }
}

/** Declares a function. @throws Error where a name is not in snake_case, or two parameters share a name */
export function providerFunction<
  const P extends readonly Parameter[],
  const R extends Type,
  const V extends Parameter = never,
>(definition: FunctionDefinition<P, R, V>): ProviderFunction {
  const { name, parameters, variadic } = definition;
  const names = [...parameters, ...(variadic === undefined ? [] : [variadic])].map((parameter) => parameter.name);
  const odd = [name, ...names].find((one) => !/^[a-z_][a-z0-9_]*$/.test(one));
  if (odd !== undefined) throw new Error(`function ${name}: ${JSON.stringify(odd)} must be a name in snake_case`);
  const twice = names.find((one, index) => names.indexOf(one) !== index);
  if (twice !== undefined) throw new Error(`function ${name} has two parameters named ${twice}`);
  return definition;
}
