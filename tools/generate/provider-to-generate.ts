/**
 * The parts of a provider's definition from which constructs and reference pages are generated. The types are
 * structural: any provider written with the plugin SDK fits, and so does one that a test makes up.
 */
import type { Schema } from '../../providers/plugin-sdk/schema';
import type { Type } from '../../providers/plugin-sdk/types';

export interface ProviderToGenerate {
  /** Terraform's local name of the provider, which is the prefix of its resources and data sources. */
  readonly name: string;
  /** The version of the provider that is described. */
  readonly version: string;
  /** The schema of the provider's own settings. */
  readonly schema: Schema;
  readonly resources: readonly ResourceToGenerate[];
  readonly dataSources?: readonly DataSourceToGenerate[];
  readonly functions?: readonly FunctionToGenerate[];
  readonly ephemeralResources?: readonly EphemeralResourceToGenerate[];
}

export interface DataSourceToGenerate {
  /** The full name, such as `null_data_source`. */
  readonly name: string;
  readonly schema: Schema;
}

/**
 * An ephemeral resource, declared as a data source is. A module works with the values it gives, and none of them is
 * stored.
 */
export type EphemeralResourceToGenerate = DataSourceToGenerate;

export interface ResourceToGenerate extends DataSourceToGenerate {
  /** A value that is present where the resource can be imported. The value itself is not used here. */
  readonly importState?: unknown;
}

export interface FunctionToGenerate {
  /** The name without a prefix: `parse_ports` is called as `provider::<local name>::parse_ports`. */
  readonly name: string;
  /** One line of plain text. */
  readonly summary: string;
  /** A description in Markdown. */
  readonly description: string;
  readonly parameters: readonly ParameterToGenerate[];
  /** The parameter that takes any number of further arguments. The default is none. */
  readonly variadic?: ParameterToGenerate;
  readonly returns: Type;
}

export interface ParameterToGenerate {
  readonly name: string;
  /** A description in Markdown. */
  readonly description: string;
  readonly type: Type;
  /** Whether the argument may be `null`. The default is false. */
  readonly allowNull?: boolean;
}

/**
 * A name without the provider's prefix: `netskopesteering_exception` -> `exception`. A name equal to the provider's
 * stays as it is.
 */
export function withoutPrefix(providerName: string, fullName: string): string {
  if (fullName === providerName) return fullName;
  if (!fullName.startsWith(`${providerName}_`)) {
    throw new Error(`${fullName} is not named after its provider: it must begin with ${providerName}_`);
  }
  return fullName.slice(providerName.length + 1);
}
