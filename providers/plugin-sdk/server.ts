/**
 * Joins wire and engine: a call of the protocol becomes values, one engine operation, and a message again.
 * The only room that knows both vocabularies, and the only one that catches what nobody expected.
 */
import { hasErrors, type Diagnostic } from './diagnostics';
import { traceOf } from './engine/cause';
import { diagnosticsOf, type Environment } from './engine/operation';
import type { Provider } from './engine/provider';
import type { Resource } from './engine/resource';
import * as engine from './engine/resource-operations';
import { validateAttributes } from './engine/validate';
import type { Attributes } from './schema/attribute';
import { typeOfAttributes, type Config, type Schema } from './schema/schema';
import type { ValueRecord } from './values';
import { diagnosticToProto, pathToProto } from './wire/diagnostics-to-proto';
import * as proto from './wire/gen/tfplugin6';
import type { CallContext, Method, Methods } from './wire/grpc-server';
import { decodeJsonValue } from './wire/json';
import { log } from './wire/log';
import { decodeValue, encodeValue } from './wire/msgpack';
import { schemaToProto } from './wire/schema-to-proto';

/** Announced to Terraform: plan destroys with us, and do not ask for the schema in every process. */
const CAPABILITIES: proto.ServerCapabilities = {
  planDestroy: true,
  getProviderSchemaOptional: true,
  moveResourceState: false,
};

/** Every call that a provider answers, by its full name; the wire answers "unimplemented" to the rest. */
export function methodsOf<C>(provider: Provider<C>): Methods {
  const resources = new Map(provider.resources.map((resource) => [resource.name, resource]));
  const calls = new RunningCalls();
  let client: { readonly value: C } | undefined;

  const resourceOf = (typeName: string): Resource<C> => {
    const resource = resources.get(typeName);
    if (resource === undefined) throw new Error(`Terraform asked for ${typeName}, which this provider does not have`);
    return resource;
  };
  const environment = (call: CallContext): Environment<C> => {
    if (client === undefined) throw new Error('Terraform used the provider before it configured it');
    const { value } = client;
    // A signal is only made for who asks for it.
    return {
      client: value,
      get signal() {
        return call.signal;
      },
      onBug: logBug,
    };
  };

  const methods: Methods = {
    GetMetadata: call(proto.GetMetadata_Request, proto.GetMetadata_Response, () => ({
      serverCapabilities: CAPABILITIES,
      resources: provider.resources.map(({ name }) => ({ typeName: name })),
    })),

    GetProviderSchema: call(proto.GetProviderSchema_Request, proto.GetProviderSchema_Response, () => ({
      serverCapabilities: CAPABILITIES,
      provider: schemaToProto(provider.schema),
      resourceSchemas: Object.fromEntries(provider.resources.map(({ name, schema }) => [name, schemaToProto(schema)])),
    })),

    // OpenTofu asks for functions apart from the schema; there are none yet.
    GetFunctions: call(proto.GetFunctions_Request, proto.GetFunctions_Response, () => ({})),

    ValidateProviderConfig: call(
      proto.ValidateProviderConfig_Request,
      proto.ValidateProviderConfig_Response,
      (request) => {
        const config = decodeObject(provider.schema, request.config);
        const diagnostics = validateAttributes(provider.schema.attributes, config);
        if (!hasErrors(diagnostics)) diagnostics.push(...(provider.validate?.(config as Config<Schema>) ?? []));
        return { diagnostics: diagnostics.map(diagnosticToProto) };
      },
    ),

    ConfigureProvider: call(proto.ConfigureProvider_Request, proto.ConfigureProvider_Response, async (request) => {
      const warnings: Diagnostic[] = [];
      const config = decodeObject(provider.schema, request.config) as Config<Schema>;
      const context = {
        terraformVersion: request.terraformVersion,
        warn: (diagnostic: Diagnostic) => void warnings.push(diagnostic),
      };
      client = { value: await provider.configure(config, context) };
      return { diagnostics: warnings.map(diagnosticToProto) };
    }),

    ValidateResourceConfig: call(
      proto.ValidateResourceConfig_Request,
      proto.ValidateResourceConfig_Response,
      ({ typeName, config }) => {
        const resource = resourceOf(typeName);
        const diagnostics = engine.validateResource(resource, decodeObject(resource.schema, config) ?? {});
        return { diagnostics: diagnostics.map(diagnosticToProto) };
      },
    ),

    UpgradeResourceState: call(
      proto.UpgradeResourceState_Request,
      proto.UpgradeResourceState_Response,
      ({ typeName, version, rawState }) => {
        const resource = resourceOf(typeName);
        const decode = (attributes: Attributes) =>
          decodeJsonValue(rawState?.json ?? new Uint8Array(), typeOfAttributes(attributes));
        const upgraded = engine.upgradeState(resource, version, decode);
        if ('diagnostics' in upgraded) return { diagnostics: upgraded.diagnostics.map(diagnosticToProto) };
        return { upgradedState: encodeObject(resource.schema, upgraded.state) };
      },
    ),

    ReadResource: call(
      proto.ReadResource_Request,
      proto.ReadResource_Response,
      async ({ typeName, currentState, private: privateBytes }, context) => {
        const resource = resourceOf(typeName);
        const state = decodeObject(resource.schema, currentState) ?? {};
        const outcome = await engine.readResource(resource, environment(context), { state, privateBytes });
        return {
          // What did not change goes back in the bytes it came in.
          newState: outcome.state === state ? currentState : encodeObject(resource.schema, outcome.state),
          private: outcome.privateBytes,
          diagnostics: outcome.diagnostics.map(diagnosticToProto),
        };
      },
      ({ currentState, private: privateBytes }) => ({ newState: currentState, private: privateBytes }),
    ),

    PlanResourceChange: call(
      proto.PlanResourceChange_Request,
      proto.PlanResourceChange_Response,
      async (request, context) => {
        const resource = resourceOf(request.typeName);
        const { schema } = resource;
        const prior = decodeObject(schema, request.priorState);
        const unchanged = sameBytes(request.priorState, request.proposedNewState);
        const proposed = unchanged ? prior : decodeObject(schema, request.proposedNewState);
        const outcome = await engine.planResource(resource, environment(context), {
          config: decodeObject(schema, request.config) ?? {},
          prior,
          proposed,
          privateBytes: request.priorPrivate,
        });
        return {
          plannedState: outcome.state === proposed ? request.proposedNewState : encodeObject(schema, outcome.state),
          plannedPrivate: outcome.privateBytes,
          requiresReplace: outcome.requiresReplace.map(pathToProto),
          diagnostics: outcome.diagnostics.map(diagnosticToProto),
        };
      },
    ),

    ApplyResourceChange: call(
      proto.ApplyResourceChange_Request,
      proto.ApplyResourceChange_Response,
      async (request, context) => {
        const resource = resourceOf(request.typeName);
        const outcome = await engine.applyResource(resource, environment(context), {
          config: decodeObject(resource.schema, request.config) ?? {},
          prior: decodeObject(resource.schema, request.priorState),
          planned: decodeObject(resource.schema, request.plannedState),
          privateBytes: request.plannedPrivate,
        });
        return {
          newState: encodeObject(resource.schema, outcome.state),
          private: outcome.privateBytes,
          diagnostics: outcome.diagnostics.map(diagnosticToProto),
        };
      },
      ({ priorState, plannedPrivate }) => ({ newState: priorState, private: plannedPrivate }),
    ),

    ImportResourceState: call(
      proto.ImportResourceState_Request,
      proto.ImportResourceState_Response,
      async ({ typeName, id }, context) => {
        const resource = resourceOf(typeName);
        const { state, privateBytes, diagnostics } = await engine.importResource(resource, environment(context), id);
        const imported = { typeName, state: encodeObject(resource.schema, state), private: privateBytes };
        return {
          importedResources: state === null ? [] : [imported],
          diagnostics: diagnostics.map(diagnosticToProto),
        };
      },
    ),

    StopProvider: call(proto.StopProvider_Request, proto.StopProvider_Response, () => {
      calls.cancelAll();
      return {};
    }),
  };
  const service = Object.entries(methods).map(([name, method]) => [`/tfplugin6.Provider/${name}`, calls.watch(method)]);
  return Object.fromEntries(service) as Methods;
}

interface Codec<T> {
  decode(bytes: Uint8Array): T;
  encode(message: T): { finish(): Uint8Array };
}

/**
 * A handler of bytes from a handler of messages. Fields that it does not give have protobuf's defaults. An exception is
 * answered as a diagnostic where the response has room for one, beside what `keep` says must not be lost.
 */
function call<Q, A>(
  request: Codec<Q>,
  response: Codec<A>,
  answer: (request: Q, context: CallContext) => Promise<Partial<A>> | Partial<A>,
  keep: (request: Q) => Partial<A> = () => ({}),
): Methods[string] {
  const nothing = response.decode(new Uint8Array());
  return async (bytes, context) => {
    const message = request.decode(bytes);
    const result = await (async () => answer(message, context))().catch((cause: unknown) => {
      logBug(cause);
      return { ...keep(message), diagnostics: diagnosticsOf(cause).map(diagnosticToProto) };
    });
    return response.encode({ ...nothing, ...result }).finish();
  };
}

/** The calls that are under way, to be cancelled when Terraform asks the provider to stop; later ones begin cancelled. */
class RunningCalls {
  private readonly running = new Set<CallContext>();
  private stopped = false;

  cancelAll(): void {
    this.stopped = true;
    for (const call of this.running) call.cancel();
  }

  watch(method: Method): Method {
    return async (bytes, call) => {
      this.running.add(call);
      if (this.stopped) call.cancel();
      try {
        return await method(bytes, call);
      } finally {
        this.running.delete(call);
      }
    };
  }
}

function sameBytes(a: proto.DynamicValue | undefined, b: proto.DynamicValue | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return Buffer.compare(a.msgpack, b.msgpack) === 0 && Buffer.compare(a.json, b.json) === 0;
}

function decodeObject({ attributes }: Schema, value: proto.DynamicValue | undefined): ValueRecord | null {
  if (value === undefined) return null;
  const type = typeOfAttributes(attributes);
  const decoded = value.msgpack.length > 0 ? decodeValue(value.msgpack, type) : decodeJsonValue(value.json, type);
  return decoded as ValueRecord | null;
}

function encodeObject({ attributes }: Schema, value: ValueRecord | null): proto.DynamicValue {
  return { msgpack: encodeValue(value, typeOfAttributes(attributes)), json: new Uint8Array() };
}

function logBug(cause: unknown): void {
  log.debug('a call failed', { cause: traceOf(cause) });
}
