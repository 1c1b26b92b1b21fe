/** What Terraform does with a data source: it validates and reads it. */
import { error, hasErrors, type Diagnostic } from '../diagnostics';
import { proposedNew } from '../engine/rules/proposed-new';
import type { Schema } from '../schema/schema';
import { isWhollyKnown, UNKNOWN, type ValueRecord } from '../values';
import { diagnosticFromProto } from '../wire/from-proto';
import type { DynamicValue } from '../wire/gen/tfplugin6';
import { complete, decode, encode, type Configuration } from './objects';
import type { ProviderClient } from './provider-client';
import { checkConfiguration } from './rules/configuration';

interface DrivenDataSource {
  readonly name: string;
  readonly schema: Schema;
}

/** Gives what Terraform, and then the provider, say of a configuration. */
export async function validateData(
  client: ProviderClient,
  { name, schema }: DrivenDataSource,
  configuration: Configuration,
): Promise<readonly Diagnostic[]> {
  const own = checkConfiguration(schema.attributes, configuration);
  if (own.length > 0) return own;
  const config = complete(schema, configuration);
  const answer = await client.call('ValidateDataResourceConfig', { typeName: name, config: encode(schema, config) });
  return answer.diagnostics.map(diagnosticFromProto);
}

/**
 * Validates and reads. While something in the configuration is unknown, Terraform puts the read off; the object is then
 * the configuration, with unknowns where the answer will stand.
 */
export async function readData(
  client: ProviderClient,
  source: DrivenDataSource,
  configuration: Configuration,
  providerMeta?: DynamicValue,
): Promise<{ readonly state: ValueRecord | null; readonly diagnostics: readonly Diagnostic[] }> {
  const { name, schema } = source;
  const found = await validateData(client, source, configuration);
  if (hasErrors(found)) return { state: null, diagnostics: found };
  const config = complete(schema, configuration);
  if (!isWhollyKnown(config)) return { state: proposedNew(schema.attributes, UNKNOWN, config), diagnostics: found };
  const request = { typeName: name, config: encode(schema, config), providerMeta };
  const answer = await client.call('ReadDataSource', request);
  const state = decode(schema, answer.state);
  const diagnostics = [...found, ...answer.diagnostics.map(diagnosticFromProto)];
  const broken = hasErrors(diagnostics) ? [] : checkState(state);
  return { state, diagnostics: [...diagnostics, ...broken] };
}

function checkState(state: ValueRecord | null): Diagnostic[] {
  if (state === null) return [error('Provider produced null object', 'a data source returned nothing')];
  return isWhollyKnown(state) ? [] : [error('Provider produced invalid object', 'a value is not known')];
}
