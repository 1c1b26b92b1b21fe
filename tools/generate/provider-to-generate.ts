/**
 * What of a provider's definition becomes constructs and reference pages. Structural: any provider written with the plugin
 * SDK fits, and so does a made-up one.
 */
import type { Schema } from '../../providers/plugin-sdk/schema';
import type { Type } from '../../providers/plugin-sdk/types';

export interface ProviderToGenerate {
  /** Terraform's local name, the prefix of resources and data sources. */
  readonly name: string;
  /** The version that is described. */
  readonly version: string;
  /** The provider's settings. */
  readonly schema: Schema;
  readonly resources: readonly ResourceToGenerate[];
  readonly dataSources?: readonly DataSourceToGenerate[];
  readonly functions?: readonly FunctionToGenerate[];
  readonly ephemeralResources?: readonly EphemeralResourceToGenerate[];
}

export interface DataSourceToGenerate {
  /** Full name, such as `null_data_source`. */
  readonly name: string;
  readonly schema: Schema;
}

/** Declared as a data source is; the module works with what it gives, and nothing of it is stored. */
export type EphemeralResourceToGenerate = DataSourceToGenerate;

export interface ResourceToGenerate extends DataSourceToGenerate {
  /** Present where the resource can be imported; only its presence counts here. */
  readonly importState?: unknown;
}

export interface FunctionToGenerate {
  /** Name without prefix: `parse_ports` is called as `provider::<local name>::parse_ports`. */
  readonly name: string;
  /** One line, plain text. */
  readonly summary: string;
  /** Markdown. */
  readonly description: string;
  readonly parameters: readonly ParameterToGenerate[];
  /** Any number of further arguments. */
  readonly variadic?: ParameterToGenerate;
  readonly returns: Type;
}

export interface ParameterToGenerate {
  readonly name: string;
  /** Markdown. */
  readonly description: string;
  readonly type: Type;
  /** Whether `null` may be given. */
  readonly allowNull?: boolean;
}

/** `netskopesteering_exception` -> `exception`. What is named like its provider keeps that name. */
export function withoutPrefix(providerName: string, fullName: string): string {
  if (fullName === providerName) return fullName;
  if (!fullName.startsWith(`${providerName}_`)) {
    throw new Error(`${fullName} is not named after its provider: it must begin with ${providerName}_`);
  }
  return fullName.slice(providerName.length + 1);
}
