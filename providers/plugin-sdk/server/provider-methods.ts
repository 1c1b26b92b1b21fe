/** How the calls about the provider itself are answered: what it has, and its settings. */
import { emptyObject } from '../engine/empty';
import { RunningOperation } from '../engine/operation';
import { assertPromises } from '../engine/promises';
import type { Provider } from '../engine/provider';
import { validateConfiguration } from '../engine/validate';
import type { Config, Schema } from '../schema/schema';
import { record } from '../values';
import * as proto from '../wire/gen/tfplugin6';
import type { Methods } from '../wire/grpc-server';
import { schemaToProto } from '../wire/to-proto';
import { call, logBug } from './call';
import { functionsToProto } from './function-methods';
import { decodeObject } from './objects';
import type { Session } from './session';

export function providerMethods<C>(provider: Provider<C>, session: Session<C>): Methods {
  const { dataSources = [], functions = [], ephemeralResources = [], resources, describe } = provider;
  const schemasOf = (items: readonly Named[]) =>
    Object.fromEntries(items.map(({ name, schema }) => [name, schemaToProto(schema, describe)]));
  // The capabilities ask Terraform to plan destroys with the provider, and not to ask for the schema in every process.
  const serverCapabilities: proto.ServerCapabilities = {
    planDestroy: true,
    getProviderSchemaOptional: true,
    moveResourceState: resources.some(({ moves = [] }) => moves.length > 0),
  };
  return {
    GetMetadata: call(proto.GetMetadata_Request, proto.GetMetadata_Response, () => ({
      serverCapabilities,
      resources: resources.map(typeNameOf),
      dataSources: dataSources.map(typeNameOf),
      functions: functions.map(({ name }) => ({ name })),
      ephemeralResources: ephemeralResources.map(typeNameOf),
    })),

    GetProviderSchema: call(proto.GetProviderSchema_Request, proto.GetProviderSchema_Response, () => ({
      serverCapabilities,
      provider: schemaToProto(provider.schema, describe),
      resourceSchemas: schemasOf(resources),
      dataSourceSchemas: schemasOf(dataSources),
      functions: functionsToProto(functions, describe),
      ephemeralResourceSchemas: schemasOf(ephemeralResources),
      providerMeta: provider.meta && schemaToProto(provider.meta, describe),
    })),

    ValidateProviderConfig: call(
      proto.ValidateProviderConfig_Request,
      proto.ValidateProviderConfig_Response,
      ({ config }) => {
        const diagnostics = validateConfiguration(provider, decodeObject(provider.schema, config) ?? record());
        return { diagnostics: session.told(provider.schema, diagnostics) };
      },
    ),

    ConfigureProvider: call(
      proto.ConfigureProvider_Request,
      proto.ConfigureProvider_Response,
      async ({ config, terraformVersion }, context) => {
        const operation = new RunningOperation({ client: undefined, signal: context.signal, onBug: logBug });
        const { warn, signal } = operation;
        const settings = decodeObject(provider.schema, config) ?? emptyObject(provider.schema.attributes);
        const configured = await operation.attempt(async () => {
          assertPromises(provider.schema, settings);
          return { client: await provider.configure(settings as Config<Schema>, { terraformVersion, warn, signal }) };
        });
        if (configured !== undefined) session.configure(configured.client);
        return { diagnostics: session.told(provider.schema, operation.diagnostics) };
      },
    ),
  };
}

interface Named {
  readonly name: string;
  readonly schema: Schema;
}

function typeNameOf({ name }: Named): { typeName: string } {
  return { typeName: name };
}
