/** How the calls about functions are answered. They need no configured provider. */
import { callFunction, failureOf, parameterAt, type FunctionFailure } from '../engine/call-function';
import type { ProviderFunction } from '../engine/function';
import { reasonOf } from '../engine/operation';
import type { Value } from '../values';
import * as proto from '../wire/gen/tfplugin6';
import type { Methods } from '../wire/grpc-server';
import { decodeJsonValue } from '../wire/json';
import { decodeValue, encodeValue } from '../wire/msgpack';
import { functionToProto, type Describe } from '../wire/to-proto';
import { call, logBug } from './call';
import { finder } from './session';

export function functionMethods(functions: readonly ProviderFunction[], describe?: Describe): Methods {
  const functionOf = finder(functions);
  return {
    // OpenTofu asks for functions apart from the schema.
    GetFunctions: call(proto.GetFunctions_Request, proto.GetFunctions_Response, () => ({
      functions: functionsToProto(functions, describe),
    })),

    CallFunction: call(proto.CallFunction_Request, proto.CallFunction_Response, async (request) => {
      try {
        const called = functionOf(request.name);
        const args = decodeArguments(called, request.arguments);
        const outcome = 'failure' in args ? args : await callFunction(called, args.values, logBug);
        if ('failure' in outcome) return { error: failureToProto(outcome.failure) };
        return { result: { msgpack: encodeValue(outcome.result, called.returns), json: new Uint8Array() } };
      } catch (cause) {
        logBug(cause);
        return { error: failureToProto(failureOf(cause)) };
      }
    }),
  };
}

export function functionsToProto(
  functions: readonly ProviderFunction[],
  describe?: Describe,
): Record<string, proto.FunctionMessage> {
  return Object.fromEntries(functions.map((signature) => [signature.name, functionToProto(signature, describe)]));
}

/** Reads the arguments. One that is too many is not read, since there is no type for it. */
function decodeArguments(
  called: ProviderFunction,
  args: readonly proto.DynamicValue[],
): { readonly values: readonly Value[] } | { readonly failure: FunctionFailure } {
  const values: Value[] = [];
  for (const [argument, { msgpack, json }] of args.entries()) {
    const type = parameterAt(called, argument)?.type;
    try {
      if (type === undefined) values.push(null);
      else values.push(msgpack.length > 0 ? decodeValue(msgpack, type) : decodeJsonValue(json, type));
    } catch (cause) {
      logBug(cause);
      return { failure: { argument, text: `The argument cannot be read: ${reasonOf(cause)}` } };
    }
  }
  return { values };
}

/** Makes the message of a failure. Terraform quotes its text in a sentence of its own, and ends that with a dot. */
function failureToProto({ text, argument }: FunctionFailure): proto.FunctionError {
  return { text: text.replace(/\.\s*$/, ''), functionArgument: argument };
}
