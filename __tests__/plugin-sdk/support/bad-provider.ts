/** A provider with bugs: each of its resources plans or returns what it should, but for one change. */
import type { Attributes, Provider, ValueRecord } from 'terraform-plugin-sdk-ts';
import { typeOfAttributes } from '../../../providers/plugin-sdk/schema/schema';
import { methodsOf } from '../../../providers/plugin-sdk/server';
import * as proto from '../../../providers/plugin-sdk/wire/gen/tfplugin6';
import type { Methods } from '../../../providers/plugin-sdk/wire/grpc-server';
import { decodeValue, encodeValue } from '../../../providers/plugin-sdk/wire/msgpack';
import { memoryProviderOf } from './memory-provider';
import { mutate, type Mutation } from './mutate-value';

/** What one resource does. */
export interface Misbehaviour {
  readonly attributes: Attributes;
  /** What the object is configured as before, and treated well; null: it misbehaves when it is created. */
  readonly first: ValueRecord | null;
  readonly config: ValueRecord;
  /** Attributes whose values are not known in the first plan of `config`. */
  readonly hidden: readonly string[];
  /** What is wrong with its plans. */
  readonly plan: Mutation | null;
  /** What is wrong with the results of its applies. */
  readonly result: Mutation | null;
  /** It claims to be made with the SDK from before 2019, of which Terraform tolerates much. */
  readonly legacy: boolean;
}

export interface BadProvider {
  readonly provider: Provider<null>;
  /** What it answers, for one client or many. */
  readonly methods: () => Methods;
}

const PLAN = '/tfplugin6.Provider/PlanResourceChange';
const APPLY = '/tfplugin6.Provider/ApplyResourceChange';

/** @param cases by resource type */
export function badProvider(cases: Readonly<Record<string, Misbehaviour>>): BadProvider {
  const types = Object.entries(cases).map(([name, { attributes }]) => [name, attributes] as const);
  const { provider } = memoryProviderOf(Object.fromEntries(types));
  const attributesOf = (name: string) => provider.resources.find((one) => one.name === name)!.schema.attributes;

  const changed = (name: string, value: proto.DynamicValue | undefined, mutation: Mutation | null) => {
    if (mutation === null || value === undefined) return value;
    const type = typeOfAttributes(attributesOf(name));
    const msgpack = encodeValue(mutate(type, decodeValue(value.msgpack, type), mutation), type);
    return { msgpack, json: new Uint8Array() };
  };
  const misbehaves = (name: string, prior: proto.DynamicValue | undefined, next: proto.DynamicValue | undefined) =>
    !isNull(next) && isNull(prior) === (cases[name]!.first === null);

  const methods = (): Methods => {
    const good = methodsOf(provider);
    return {
      ...good,
      [PLAN]: async (bytes, context) => {
        const { typeName, priorState, proposedNewState } = proto.PlanResourceChange_Request.decode(bytes);
        const answer = proto.PlanResourceChange_Response.decode(await good[PLAN]!(bytes, context));
        const { plan, legacy } = cases[typeName]!;
        answer.legacyTypeSystem = legacy;
        if (misbehaves(typeName, priorState, proposedNewState)) {
          answer.plannedState = changed(typeName, answer.plannedState, plan);
        }
        return proto.PlanResourceChange_Response.encode(answer).finish();
      },
      [APPLY]: async (bytes, context) => {
        const { typeName, priorState, plannedState } = proto.ApplyResourceChange_Request.decode(bytes);
        const answer = proto.ApplyResourceChange_Response.decode(await good[APPLY]!(bytes, context));
        const { result, legacy } = cases[typeName]!;
        answer.legacyTypeSystem = legacy;
        if (misbehaves(typeName, priorState, plannedState)) {
          answer.newState = changed(typeName, answer.newState, result);
        }
        return proto.ApplyResourceChange_Response.encode(answer).finish();
      },
    };
  };
  return { provider, methods };
}

function isNull(value: proto.DynamicValue | undefined): boolean {
  return value === undefined || (value.msgpack.length === 1 && value.msgpack[0] === 0xc0);
}
