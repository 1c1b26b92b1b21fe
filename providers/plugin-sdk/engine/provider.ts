/** What the author of a provider writes. */
import type { Diagnostic } from '../diagnostics';
import { checkRoot } from '../schema/reserved';
import type { IdentitySchema } from '../schema/identity';
import type { Config, Schema } from '../schema/schema';
import { dataSource, type DataSource, type DataSourceDefinition } from './data-source';
import { ephemeralResource, type EphemeralResource, type EphemeralResourceDefinition } from './ephemeral-resource';
import type { ProviderFunction } from './function';
import { resource, type Resource, type ResourceDefinition } from './resource';

/** What the author of a provider writes; `provider` declares it. */
export interface ProviderDefinition<S extends Schema, C> {
  /** Provider type, such as `null`: the prefix of its resources. */
  readonly name: string;
  /** Its release, such as `1.0.0`; for pages and constructs, Terraform learns it from the package. */
  readonly version: string;
  /** Its settings: what stands in the provider's block. */
  readonly schema: S;
  /** Made by `resource`. */
  readonly resources: readonly Resource<C>[];
  /** Made by `dataSource`. */
  readonly dataSources?: readonly DataSource<C>[];
  /** Made by `providerFunction`; Terraform 1.8 or later calls them. */
  readonly functions?: readonly ProviderFunction[];
  /** Made by `ephemeralResource`; Terraform 1.10 or later opens them. */
  readonly ephemeralResources?: readonly EphemeralResource<C>[];
  /** What a module may say in `provider_meta`, which operations get as `providerMeta`. For providers that count their users. */
  readonly meta?: Schema;
  /** Rules across settings. Settings may be unknown. */
  validate?(config: Config<S>): readonly Diagnostic[];
  /**
   * Makes what operations work with. Settings may be unknown while planning: return a client that says so where it is used.
   * It may never be called: validation runs in a process of its own.
   */
  configure(
    config: Config<S>,
    context: {
      readonly terraformVersion: string;
      warn(diagnostic: Diagnostic): void;
      /** Aborts when Terraform asks the provider to stop. */
      readonly signal: AbortSignal;
    },
  ): Promise<C>;
}

/** A provider as the engine handles it. */
export type Provider<C = unknown> = ProviderDefinition<Schema, C>;

/** Declares a provider, and throws where two things of a kind share a name, one lacks the provider's prefix, or a setting has a reserved name. */
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
 * Gives `resource`, `dataSource` and `ephemeralResource` for one type of client, so that authors need not name it each time. All
 * other types follow from the schemas:
 * `const { resource } = forClient<Client>(); const note = resource({ name: 'x_note', schema: noteSchema, … })`.
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
