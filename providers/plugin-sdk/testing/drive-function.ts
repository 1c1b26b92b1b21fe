/** What Terraform does with a function. */
import { conformArgument } from '../engine/conform';
import type { Signature } from '../schema/function';
import { isWhollyKnown, UNKNOWN, type Value } from '../values';
import { decodeValue, encodeValue } from '../wire/msgpack';
import { NOTHING } from './objects';
import type { ProviderClient } from './provider-client';

/** A call failed; `argument` is the position of the argument to blame. */
export class FunctionError extends Error {
  constructor(
    message: string,
    readonly argument?: number,
  ) {
    super(message);
    this.name = 'FunctionError';
  }
}

/** @throws FunctionError for what Terraform, or the provider, says of the arguments */
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
  const encoded: Uint8Array[] = [];
  for (const [index, given] of args.entries()) {
    const parameter = parameters[index] ?? variadic;
    if (parameter === undefined) continue;
    const value = conformArgument(parameter.type, given);
    if (!parameter.allowUnknown && !isWhollyKnown(value)) return UNKNOWN;
    if (!parameter.allowNull && value === null) throw new FunctionError(`${parameter.name} cannot be null.`, index);
    encoded.push(encodeValue(value, parameter.type));
  }
  const answer = await client.call('CallFunction', {
    name,
    arguments: encoded.map((msgpack) => ({ msgpack, json: NOTHING })),
  });
  const { error, result } = answer;
  // As Terraform ends the sentence in which it quotes the text.
  if (error !== undefined) throw new FunctionError(`${error.text}.`, error.functionArgument);
  if (result === undefined) throw new FunctionError(`${name} returned neither a result nor an error.`);
  return decodeValue(result.msgpack, returns);
}
