/** How the calls about data sources are answered. */
import type { DataSource } from '../engine/data-source';
import { readDataSource } from '../engine/data-source-operations';
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
