/** What Terraform does with an ephemeral resource: it validates, opens, renews and closes it. */
import { DiagnosticError, hasErrors, type Diagnostic } from '../diagnostics';
import { proposedNew } from '../engine/rules/proposed-new';
import type { Schema } from '../schema/schema';
import { isWhollyKnown, record, UNKNOWN, type ValueRecord } from '../values';
import { diagnosticFromProto } from '../wire/from-proto';
import { complete, decode, encode, NOTHING, throwErrors, type Configuration } from './objects';
import type { ProviderClient } from './provider-client';
import { checkConfiguration } from './rules/configuration';
import { checkPlan } from './rules/plan-valid';

interface DrivenEphemeral {
  readonly name: string;
  readonly schema: Schema;
}

/** An ephemeral resource that is open: what it gave, and what Terraform does with it until it is closed. */
export interface OpenEphemeral {
  /** The object that `open` gave. */
  readonly result: ValueRecord;
  /**
   * The time at which the provider wants to renew the resource, by its latest answer; undefined where it does not want
   * to.
   */
  renewAt: Date | undefined;
  /** Renews the resource, as Terraform does at that time. */
  renew(): Promise<void>;
  /** Closes the resource. */
  close(): Promise<void>;
}

/** Gives what Terraform, and then the provider, say of a configuration. */
export async function validateEphemeral(
  client: ProviderClient,
  { name, schema }: DrivenEphemeral,
  configuration: Configuration,
): Promise<readonly Diagnostic[]> {
  const own = checkConfiguration(schema.attributes, configuration);
  if (own.length > 0) return own;
  const config = complete(schema, configuration);
  const request = { typeName: name, config: encode(schema, config) };
  const answer = await client.call('ValidateEphemeralResourceConfig', request);
  return answer.diagnostics.map(diagnosticFromProto);
}

/**
 * Validates and opens. While something in the configuration is unknown, Terraform puts the opening off; the result is
 * then the configuration, with unknowns where the answer will stand.
 */
export async function openEphemeral(
  client: ProviderClient,
  resource: DrivenEphemeral,
  configuration: Configuration,
  report: (diagnostics: readonly Diagnostic[]) => void,
): Promise<OpenEphemeral> {
  const { name: typeName, schema } = resource;
  report(await validateEphemeral(client, resource, configuration));
  const config = complete(schema, configuration);
  if (!isWhollyKnown(config)) return putOff(proposedNew(schema.attributes, UNKNOWN, config));
  const answer = await client.call('OpenEphemeralResource', { typeName, config: encode(schema, config) });
  report(answer.diagnostics.map(diagnosticFromProto));
  const result = decode(schema, answer.result);
  const broken = checkPlan(schema.attributes, null, config, result);
  const summary = 'Provider produced invalid ephemeral resource instance';
  if (hasErrors(broken)) throw new DiagnosticError(...broken.map((found) => ({ ...found, summary })));
  let privateBytes = answer.private ?? NOTHING;
  const opened: OpenEphemeral = {
    result: result ?? record(),
    renewAt: answer.renewAt,
    async renew() {
      const renewed = await client.call('RenewEphemeralResource', { typeName, private: privateBytes });
      report(renewed.diagnostics.map(diagnosticFromProto));
      privateBytes = renewed.private ?? NOTHING;
      opened.renewAt = renewed.renewAt;
    },
    async close() {
      // Private state that a renewal left does not reach the close: Terraform 1.11 forgets it.
      const closed = await client.call('CloseEphemeralResource', { typeName, private: answer.private });
      throwErrors(closed.diagnostics.map(diagnosticFromProto));
    },
  };
  return opened;
}

function putOff(result: ValueRecord): OpenEphemeral {
  const nothing = () => Promise.resolve();
  return { result, renewAt: undefined, renew: nothing, close: nothing };
}
