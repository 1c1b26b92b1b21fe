/** What the author of a provider writes: its settings, and everything that it has. */
import type { Diagnostic } from '../diagnostics';
import { checkRoot } from '../schema/reserved';
import type { IdentitySchema } from '../schema/identity';
import type { Config, Schema } from '../schema/schema';
import { dataSource, type DataSource, type DataSourceDefinition } from './data-source';
import { ephemeralResource, type EphemeralResource, type EphemeralResourceDefinition } from './ephemeral-resource';
import type { ProviderFunction } from './function';
import { resource, type Resource, type ResourceDefinition } from './resource';

/** The definition of a provider; `provider` declares it. `C` is the client with which operations work. */
export interface ProviderDefinition<S extends Schema, C> {
  /** The type of the provider, such as `null`, with which the names of its resources begin. */
  readonly name: string;
  /**
   * The release, such as `1.0.0`, for reference pages and generated code. Terraform learns it from the installed
   * package.
   */
  readonly version: string;
  /**
   * How Terraform and editors show a description, of anything that the provider has. The default is as it is written. A
   * provider whose descriptions hold signs for its reference pages takes them out here.
   */
  readonly describe?: (description: string) => string;
  /** The schema of the settings, which stand in the provider's block. */
  readonly schema: S;
  /** The resources, each made by `resource`. */
  readonly resources: readonly Resource<C>[];
  /** The data sources, each made by `dataSource`. */
  readonly dataSources?: readonly DataSource<C>[];
  /** The functions, each made by `providerFunction`. Terraform 1.8 and later call them. */
  readonly functions?: readonly ProviderFunction[];
  /** The ephemeral resources, each made by `ephemeralResource`. Terraform 1.10 and later open them. */
  readonly ephemeralResources?: readonly EphemeralResource<C>[];
  /**
   * The schema of what a module may say in `provider_meta`, for providers that count their users. Operations get it as
   * `providerMeta`.
   */
  readonly meta?: Schema;
  /** Says what is wrong with the settings, across attributes. Their values may be unknown. */
  validate?(config: Config<S>): readonly Diagnostic[];
  /**
   * Makes the client with which operations work. Settings may be unknown while Terraform plans; the client should then
   * say so where it is used. Terraform does not call it in every process: validation runs in a process of its own.
   */
  configure(
    config: Config<S>,
    context: {
      /** The version of Terraform, such as `1.11.4`. */
      readonly terraformVersion: string;
      /** Tells the user something without failing. */
      warn(diagnostic: Diagnostic): void;
      /** The signal that aborts when Terraform asks the provider to stop. */
      readonly signal: AbortSignal;
    },
  ): Promise<C>;
}

/** A provider as the engine handles it, without the author's types. */
export type Provider<C = unknown> = ProviderDefinition<Schema, C>;

/**
 * Declares a provider.
 * @throws Error where two things of a kind share a name, a name lacks the provider's prefix, or a setting has a
 * reserved name
 */
export function provider<S extends Schema, C>(definition: ProviderDefinition<S, C>): Provider<C> {
  const { name, resources, dataSources = [], functions = [], ephemeralResources = [] } = definition;
  const kinds: Readonly<Record<string, readonly { readonly name: string }[]>> = {
    resource: resources,
    'data source': dataSources,
    function: functions,
    'ephemeral resource': ephemeralResources,
  };
  checkRoot('provider', definition);
  for (const [kind, items] of Object.entries(kinds)) {
    const names = items.map((item) => item.name);
    const twice = names.find((one, index) => names.indexOf(one) !== index);
    if (twice !== undefined) throw new Error(`two ${kind}s are named ${twice}`);
    const stranger = names.find((one) => items !== functions && one !== name && !one.startsWith(`${name}_`));
    if (stranger !== undefined) throw new Error(`${kind} ${stranger} must be named ${name}_...`);
  }
  return definition;
}

/**
 * Gives `resource`, `dataSource` and `ephemeralResource` for one type of client, so that authors need not name it each
 * time. All other types follow from the schemas:
 *
 *     const { resource } = forClient<Client>();
 *     const note = resource({ name: 'x_note', schema: noteSchema, … });
 */
export function forClient<C>() {
  return {
    resource: <S extends Schema, I extends IdentitySchema = IdentitySchema>(definition: ResourceDefinition<S, C, I>) =>
      resource(definition),
    dataSource: <S extends Schema>(definition: DataSourceDefinition<S, C>) => dataSource(definition),
    ephemeralResource: <S extends Schema>(definition: EphemeralResourceDefinition<S, C>) =>
      ephemeralResource(definition),
  };
}
