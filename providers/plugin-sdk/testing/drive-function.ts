/** What Terraform does with a function: it checks the number of arguments and the nulls, and calls it. */
import { conformArgument } from '../engine/conform';
import type { Signature } from '../schema/function';
import { contentOf, isWhollyKnown, UNKNOWN, type Value } from '../values';
import { decodeValue, encodeValue } from '../wire/msgpack';
import { NOTHING } from './objects';
import type { ProviderClient } from './provider-client';

/** The exception of a call that failed. `argument` is the position of the argument to blame, counted from 0. */
export class FunctionError extends Error {
  constructor(
    message: string,
    readonly argument?: number,
  ) {
    super(message);
    this.name = 'FunctionError';
  }
}

/** Calls a function. @throws FunctionError for what Terraform, or the provider, says of the arguments */
export async function callFunction(
  client: ProviderClient,
  signature: Signature,
  args: readonly unknown[],
): Promise<Value> {
  const { name, parameters, variadic, returns } = signature;
  if (args.length < parameters.length) throw new FunctionError(`Not enough arguments for ${name}.`);
  if (variadic === undefined && args.length > parameters.length) {
    throw new FunctionError(`Too many arguments for ${name}.`);
  }
  const given = args.flatMap((arg, index) => {
    const parameter = parameters[index] ?? variadic;
    return parameter === undefined ? [] : [{ parameter, value: conformArgument(parameter.type, arg) }];
  });
  // Null is looked for first, since it is refused even beside an argument that is not known yet.
  for (const [index, { parameter, value }] of given.entries()) {
    if (!parameter.allowNull && contentOf(value) === null)
      throw new FunctionError(`${parameter.name} cannot be null.`, index);
  }
  if (given.some(({ parameter, value }) => !parameter.allowUnknown && !isWhollyKnown(value))) return UNKNOWN;
  const answer = await client.call('CallFunction', {
    name,
    arguments: given.map(({ parameter, value }) => ({ msgpack: encodeValue(value, parameter.type), json: NOTHING })),
  });
  const { error, result } = answer;
  // Terraform quotes the text in a sentence of its own, which ends with this dot.
  if (error !== undefined) throw new FunctionError(`${error.text}.`, error.functionArgument);
  if (result === undefined) throw new FunctionError(`${name} returned neither a result nor an error.`);
  return decodeValue(result.msgpack, returns);
}
