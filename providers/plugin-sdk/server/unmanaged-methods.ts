/**
 * How the calls about what Terraform does not manage are answered: data sources, which it reads, and ephemeral resources,
 * which it opens and closes.
 */
import { readDataSource, type DataSource } from '../engine/data-source';
import { closeEphemeral, openEphemeral, renewEphemeral } from '../engine/ephemeral-operations';
import type { EphemeralResource } from '../engine/ephemeral-resource';
import { validateConfiguration } from '../engine/validate';
import { record } from '../values';
import * as proto from '../wire/gen/tfplugin6';
import type { Methods } from '../wire/grpc-server';
import { call } from './call';
import { decodeObject, encodeObject } from './objects';
import { finder, type Session } from './session';

export function dataSourceMethods<C>(dataSources: readonly DataSource<C>[], session: Session<C>): Methods {
  const dataSourceOf = finder(dataSources);
  return {
    ValidateDataResourceConfig: call(
      proto.ValidateDataResourceConfig_Request,
      proto.ValidateDataResourceConfig_Response,
      ({ typeName, config }) => {
        const source = dataSourceOf(typeName);
        const diagnostics = validateConfiguration(source, decodeObject(source.schema, config) ?? record());
        return { diagnostics: session.told(source.schema, diagnostics) };
      },
    ),

    ReadDataSource: call(
      proto.ReadDataSource_Request,
      proto.ReadDataSource_Response,
      async ({ typeName, config, providerMeta }, context) => {
        const source = dataSourceOf(typeName);
        const query = decodeObject(source.schema, config) ?? record();
        const { state, diagnostics } = await readDataSource(source, session.environment(context, providerMeta), query);
        return { state: encodeObject(source.schema, state), diagnostics: session.told(source.schema, diagnostics) };
      },
    ),
  };
}

export function ephemeralMethods<C>(resources: readonly EphemeralResource<C>[], session: Session<C>): Methods {
  const resourceOf = finder(resources);
  return {
    ValidateEphemeralResourceConfig: call(
      proto.ValidateEphemeralResourceConfig_Request,
      proto.ValidateEphemeralResourceConfig_Response,
      ({ typeName, config }) => {
        const resource = resourceOf(typeName);
        const diagnostics = validateConfiguration(resource, decodeObject(resource.schema, config) ?? record());
        return { diagnostics: session.told(resource.schema, diagnostics) };
      },
    ),

    OpenEphemeralResource: call(
      proto.OpenEphemeralResource_Request,
      proto.OpenEphemeralResource_Response,
      async ({ typeName, config }, context) => {
        const resource = resourceOf(typeName);
        const query = decodeObject(resource.schema, config) ?? record();
        const opened = await openEphemeral(resource, session.environment(context), query);
        return {
          result: encodeObject(resource.schema, opened.result),
          renewAt: opened.renewAt,
          private: opened.privateBytes,
          diagnostics: session.told(resource.schema, opened.diagnostics),
        };
      },
    ),

    RenewEphemeralResource: call(
      proto.RenewEphemeralResource_Request,
      proto.RenewEphemeralResource_Response,
      async ({ typeName, private: privateBytes = new Uint8Array() }, context) => {
        const resource = resourceOf(typeName);
        const renewed = await renewEphemeral(resource, session.environment(context), privateBytes);
        return {
          renewAt: renewed.renewAt,
          private: renewed.privateBytes,
          diagnostics: session.told(resource.schema, renewed.diagnostics),
        };
      },
    ),

    CloseEphemeralResource: call(
      proto.CloseEphemeralResource_Request,
      proto.CloseEphemeralResource_Response,
      async ({ typeName, private: privateBytes = new Uint8Array() }, context) => {
        const resource = resourceOf(typeName);
        const diagnostics = await closeEphemeral(resource, session.environment(context), privateBytes);
        return { diagnostics: session.told(resource.schema, diagnostics) };
      },
    ),
  };
}
