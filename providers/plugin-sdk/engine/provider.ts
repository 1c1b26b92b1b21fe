/** What the author of a provider writes. */
import type { Diagnostic } from '../diagnostics';
import type { Config, Schema } from '../schema/schema';
import type { Resource } from './resource';

export interface ProviderDefinition<S extends Schema, C> {
  /** Provider type, such as `null`: the prefix of its resources. */
  readonly name: string;
  readonly version: string;
  readonly schema: S;
  readonly resources: readonly Resource<C>[];
  /** Rules across settings. Settings may be unknown. */
  validate?(config: Config<S>): readonly Diagnostic[];
  /**
   * Makes what operations work with. Settings may be unknown while planning: return a client that says so where it is used.
   * It may never be called: validation runs in a process of its own.
   */
  configure(
    config: Config<S>,
    context: { readonly terraformVersion: string; warn(diagnostic: Diagnostic): void },
  ): Promise<C>;
}

/** A provider as the engine handles it. */
export type Provider<C = unknown> = ProviderDefinition<Schema, C>;

/** Declares a provider, and throws where two resources share a name or one lacks the provider's prefix. */
export function provider<S extends Schema, C>(definition: ProviderDefinition<S, C>): Provider<C> {
  const seen = new Set<string>();
  for (const { name } of definition.resources) {
    if (seen.has(name)) throw new Error(`two resources are named ${name}`);
    if (name !== definition.name && !name.startsWith(`${definition.name}_`)) {
      throw new Error(`resource ${name} must be named ${definition.name}_...`);
    }
    seen.add(name);
  }
  return definition;
}
