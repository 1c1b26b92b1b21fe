/**
 * A driver of providers, which does what Terraform does, over a real socket and without terraform. It proposes objects
 * as Terraform does and holds configurations, plans and results to Terraform's own rules, so that most mistakes of a
 * provider show in a unit test.
 *
 *     const driver = await ProviderDriver.start(provider, { endpoint: 'http://127.0.0.1:1' });
 *     const note = await driver.apply('x_note', { text: 'hello' });
 *     expect(note?.state).toEqual({ id: '1', text: 'hello' });
 *     expect((await driver.plan('x_note', { text: 'hello' }, note)).action).toBe('no-op');
 */
import type { Diagnostic } from '../diagnostics';
import type { Provider } from '../engine/provider';
import { methodsOf } from '../server';
import { record, type Value, type ValueRecord } from '../values';
import { diagnosticFromProto } from '../wire/from-proto';
import type { DynamicValue } from '../wire/gen/tfplugin6';
import { readData, validateData } from './drive-data-source';
import { openEphemeral, validateEphemeral, type OpenEphemeral } from './drive-ephemeral';
import { callFunction } from './drive-function';
import { complete, encode, throwErrors, type Configuration } from './objects';
import { ProviderClient } from './provider-client';
import { ResourceDriver, type DrivenPlan, type Instance, type Moved } from './resource-driver';
import { checkConfiguration } from './rules/configuration';

export { FunctionError } from './drive-function';
export type { Configuration } from './objects';
export type { OpenEphemeral } from './drive-ephemeral';
export { ApplyError, type DrivenAction as Action, type DrivenPlan, type Instance, type Moved } from './resource-driver';

/**
 * A provider that is served and configured, with the calls that Terraform makes. Methods throw a `DiagnosticError` for
 * what Terraform would show as errors, unless they say otherwise.
 */
export class ProviderDriver {
  /** The warnings of all calls so far. */
  readonly warnings: Diagnostic[] = [];

  private constructor(
    private readonly provider: Provider<never>,
    private readonly client: ProviderClient,
    private readonly providerMeta?: DynamicValue,
  ) {}

  /**
   * Serves the provider on a socket of its own, and configures it. The driver must be closed when it is done.
   * @param settings what the provider's block sets; default: nothing
   * @param meta what the module says in `provider_meta`; default: nothing
   */
  static async start<C>(
    provider: Provider<C>,
    settings: Configuration = {},
    meta?: Configuration,
  ): Promise<ProviderDriver> {
    return ProviderDriver.over(await ProviderClient.start(provider), provider, settings, meta);
  }

  /**
   * Serves and configures the provider without a socket, for tests with very many calls: messages are written and read,
   * but there is no HTTP/2.
   */
  static async inProcess<C>(
    provider: Provider<C>,
    settings: Configuration = {},
    meta?: Configuration,
  ): Promise<ProviderDriver> {
    return ProviderDriver.over(ProviderClient.inProcess(methodsOf(provider, true)), provider, settings, meta);
  }

  private static async over<C>(
    client: ProviderClient,
    provider: Provider<C>,
    settings: Configuration,
    meta: Configuration | undefined,
  ): Promise<ProviderDriver> {
    const providerMeta = provider.meta && encode(provider.meta, meta ? complete(provider.meta, meta) : null);
    const driver = new ProviderDriver(provider as unknown as Provider<never>, client, providerMeta);
    try {
      await driver.configure(settings);
    } catch (cause) {
      await driver.close();
      throw cause;
    }
    return driver;
  }

  /** Ends the provider, and removes its socket. */
  close(): Promise<void> {
    return this.client.close();
  }

  /**
   * Gives what Terraform, and then the provider, say of a resource's configuration. Errors are returned, not thrown.
   */
  async validate(typeName: string, configuration: Configuration): Promise<readonly Diagnostic[]> {
    return this.resource(typeName).validate(configuration);
  }

  /**
   * Plans a create (without `prior`), an update, or a destroy (`configuration` is null), and checks the plan by
   * Terraform's rules.
   */
  async plan(
    typeName: string,
    configuration: Configuration | null,
    prior: Instance | null = null,
  ): Promise<DrivenPlan> {
    return this.resource(typeName).plan(configuration, prior);
  }

  /**
   * Plans and applies, and checks the result against the plan. A replacement destroys first.
   * @returns the stored object; null where nothing is left
   * @throws ApplyError with what Terraform would store, where the provider reports errors or the result is not what was
   * planned
   */
  async apply(
    typeName: string,
    configuration: Configuration | null,
    prior: Instance | null = null,
  ): Promise<Instance | null> {
    return this.applyPlan(typeName, configuration, prior, await this.plan(typeName, configuration, prior));
  }

  /**
   * Applies a plan that was made before, perhaps when some of the configuration was unknown. As Terraform does, it
   * plans once more with what is known by now, and the second plan must keep what the first one promised.
   * @returns the stored object; null where nothing is left
   * @throws ApplyError as {@link apply}
   */
  async applyPlan(
    typeName: string,
    configuration: Configuration | null,
    prior: Instance | null,
    plan: DrivenPlan,
  ): Promise<Instance | null> {
    return this.resource(typeName).applyPlan(configuration, prior, plan);
  }

  /** Refreshes an object. @returns the object as it is now; null where it is gone */
  async read(typeName: string, instance: Instance): Promise<Instance | null> {
    return this.resource(typeName).read(instance);
  }

  /**
   * Imports an object by its id or its identity, and reads it, as Terraform does.
   * @returns null where there is no such object
   */
  async importResource(typeName: string, by: string | { readonly identity: Configuration }): Promise<Instance | null> {
    return this.resource(typeName).importResource(by);
  }

  /**
   * Upgrades a state that was stored at a schema version to the current one.
   * @param stored the state as an object, or as JSON text where a JavaScript number would lose digits
   */
  async upgrade(typeName: string, version: number, stored: object | string): Promise<ValueRecord | null> {
    return this.resource(typeName).upgrade(version, stored);
  }

  /**
   * Upgrades an identity that was stored at a schema version to the current one.
   * @returns null where `stored` is null or empty
   */
  async upgradeIdentity(typeName: string, version: number, stored: object | string): Promise<ValueRecord | null> {
    return this.resource(typeName).upgradeIdentity(version, stored);
  }

  /** Makes a stored object of another resource type one of `typeName`, as a `moved` block does. */
  async move(typeName: string, from: Moved, stored: object | string): Promise<Instance | null> {
    return this.resource(typeName).move(from, stored);
  }

  /**
   * Gives what Terraform, and then the provider, say of an ephemeral resource's configuration. Errors are returned, not
   * thrown.
   */
  async validateEphemeral(name: string, configuration: Configuration): Promise<readonly Diagnostic[]> {
    return validateEphemeral(this.client, this.ephemeralOf(name), configuration);
  }

  /** Opens an ephemeral resource. The open resource can be renewed, and must be closed. */
  async openEphemeral(name: string, configuration: Configuration = {}): Promise<OpenEphemeral> {
    const resource = this.ephemeralOf(name);
    return openEphemeral(this.client, resource, configuration, (diagnostics) => this.report(diagnostics));
  }

  /**
   * Gives what Terraform, and then the provider, say of a data source's configuration. Errors are returned, not thrown.
   */
  validateData(name: string, configuration: Configuration): Promise<readonly Diagnostic[]> {
    return validateData(this.client, this.dataSourceOf(name), configuration);
  }

  /**
   * Reads a data source. While something in the configuration is unknown, Terraform puts the read off, and the answer
   * is unknown.
   */
  async readData(name: string, configuration: Configuration = {}): Promise<ValueRecord> {
    const { state, diagnostics } = await readData(
      this.client,
      this.dataSourceOf(name),
      configuration,
      this.providerMeta,
    );
    this.report(diagnostics);
    return state ?? record();
  }

  /**
   * Calls a function. An unknown argument makes the result unknown, unless its parameter allows it.
   * @throws FunctionError for what Terraform, or the provider, says of the arguments
   */
  async callFunction(name: string, args: readonly unknown[]): Promise<Value> {
    return callFunction(this.client, named(this.provider.functions, 'function', name), args);
  }

  /** Asks the provider to stop what it is doing, as Terraform does on Ctrl-C. */
  async stop(): Promise<void> {
    await this.client.call('StopProvider', {});
  }

  private async configure(settings: Configuration): Promise<void> {
    const { schema } = this.provider;
    throwErrors(checkConfiguration(schema.attributes, settings));
    const config = complete(schema, settings);
    const checked = await this.client.call('ValidateProviderConfig', { config: encode(schema, config) });
    this.report(checked.diagnostics.map(diagnosticFromProto));
    const request = { terraformVersion: '1.11.4', config: encode(schema, config) };
    const answer = await this.client.call('ConfigureProvider', request);
    this.report(answer.diagnostics.map(diagnosticFromProto));
  }

  /** Keeps warnings, and throws errors. */
  private report(diagnostics: readonly Diagnostic[]): void {
    throwErrors(diagnostics);
    this.warnings.push(...diagnostics);
  }

  private resource(typeName: string): ResourceDriver {
    const resource = named(this.provider.resources, 'resource', typeName);
    return new ResourceDriver(this.client, resource, (diagnostics) => this.report(diagnostics), this.providerMeta);
  }

  private dataSourceOf(name: string) {
    return named(this.provider.dataSources, 'data source', name);
  }

  private ephemeralOf(name: string) {
    return named(this.provider.ephemeralResources, 'ephemeral resource', name);
  }
}

function named<T extends { readonly name: string }>(items: readonly T[] | undefined, kind: string, name: string): T {
  const found = items?.find((item) => item.name === name);
  if (found === undefined) throw new Error(`the provider has no ${kind} ${name}`);
  return found;
}
