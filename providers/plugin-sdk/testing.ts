/**
 * Drives a provider as Terraform does, over a real socket and without terraform. It proposes objects as Terraform does and
 * holds configurations, plans and results to Terraform's own rules, so that most mistakes of a provider show in a unit test.
 *
 *     const driver = await ProviderDriver.start(provider, { endpoint: 'http://127.0.0.1:1' });
 *     const note = await driver.apply('x_note', { text: 'hello' });
 *     expect(note?.state).toEqual({ id: '1', text: 'hello' });
 *     expect((await driver.plan('x_note', { text: 'hello' }, note)).action).toBe('no-op');
 */
import { DiagnosticError, error, hasErrors, type Diagnostic, type Path } from './diagnostics';
import { equalValues } from './engine/equal';
import type { Provider } from './engine/provider';
import { checkCompatible } from './engine/rules/compatible';
import { checkConfiguration } from './engine/rules/configuration';
import { checkPlan } from './engine/rules/plan-valid';
import { proposedNew } from './engine/rules/proposed-new';
import { checkRequiresReplace } from './engine/rules/requires-replace';
import { typeOfAttributes, type Schema } from './schema/schema';
import { readData, validateData } from './testing/drive-data-source';
import { callFunction } from './testing/drive-function';
import { complete, decode, encode, NOTHING, throwErrors, type Configuration } from './testing/objects';
import { ProviderClient } from './testing/provider-client';
import { isWhollyKnown, record, type Value, type ValueRecord } from './values';
import { diagnosticFromProto, pathFromProto } from './wire/diagnostics-from-proto';

export { FunctionError } from './testing/drive-function';
export type { Configuration } from './testing/objects';

/** An object as Terraform stores it. */
export interface Instance {
  readonly state: ValueRecord;
  readonly privateBytes: Uint8Array;
}

export type Action = 'create' | 'update' | 'replace' | 'delete' | 'no-op';

export interface DrivenPlan {
  readonly action: Action;
  readonly planned: ValueRecord | null;
  readonly privateBytes: Uint8Array;
  /** What changes and cannot change in place. */
  readonly requiresReplace: readonly Path[];
  readonly warnings: readonly Diagnostic[];
}

/** An apply failed: what was reported, and what Terraform would store all the same. */
export class ApplyError extends DiagnosticError {
  constructor(
    diagnostics: readonly Diagnostic[],
    readonly instance: Instance | null,
  ) {
    super(...diagnostics);
    this.name = 'ApplyError';
  }
}

/** Every method throws {@link DiagnosticError} for what Terraform would show as errors. */
export class ProviderDriver {
  /** Every warning so far, of any call. */
  readonly warnings: Diagnostic[] = [];

  private constructor(
    private readonly provider: Provider<never>,
    private readonly client: ProviderClient,
  ) {}

  /** Serves the provider on a socket of its own and configures it. Close the driver when done. */
  static async start<C>(provider: Provider<C>, settings: Configuration = {}): Promise<ProviderDriver> {
    const client = await ProviderClient.start(provider);
    const driver = new ProviderDriver(provider as unknown as Provider<never>, client);
    try {
      await driver.configure(settings);
    } catch (cause) {
      await driver.close();
      throw cause;
    }
    return driver;
  }

  close(): Promise<void> {
    return this.client.close();
  }

  /** What Terraform, and then the provider, say of a configuration; nothing is thrown. */
  async validate(typeName: string, configuration: Configuration): Promise<readonly Diagnostic[]> {
    const schema = this.schemaOf(typeName);
    const config = complete(schema, configuration);
    const own = checkConfiguration(schema.attributes, config);
    if (own.length > 0) return own;
    const answer = await this.client.call('ValidateResourceConfig', { typeName, config: encode(schema, config) });
    return answer.diagnostics.map(diagnosticFromProto);
  }

  /** Plans a create (no prior), an update, or a destroy (configuration null), and checks the plan. */
  async plan(
    typeName: string,
    configuration: Configuration | null,
    prior: Instance | null = null,
  ): Promise<DrivenPlan> {
    const schema = this.schemaOf(typeName);
    const { attributes } = schema;
    const config = configuration === null ? null : complete(schema, configuration);
    if (configuration !== null) this.report(await this.validate(typeName, configuration));
    const before = prior?.state ?? null;
    const answer = await this.client.call('PlanResourceChange', {
      typeName,
      priorState: encode(schema, before),
      proposedNewState: encode(schema, config === null ? null : proposedNew(attributes, before, config)),
      config: encode(schema, config),
      priorPrivate: prior?.privateBytes ?? NOTHING,
    });
    const warnings = this.report(answer.diagnostics.map(diagnosticFromProto));
    const planned = decode(schema, answer.plannedState);
    throwErrors(checkPlan(attributes, before, config, planned));
    const replace = checkRequiresReplace(attributes, before, planned, answer.requiresReplace.map(pathFromProto));
    throwErrors(replace.diagnostics);
    return {
      action: actionOf(schema, before, planned, replace.changed),
      planned,
      privateBytes: answer.plannedPrivate,
      requiresReplace: replace.changed,
      warnings,
    };
  }

  /**
   * Plans and applies; a replacement destroys first. Checks the result against the plan. Null: nothing is left.
   * @throws ApplyError with what would be stored, where the provider reports errors
   */
  async apply(
    typeName: string,
    configuration: Configuration | null,
    prior: Instance | null = null,
  ): Promise<Instance | null> {
    return this.applyPlan(typeName, configuration, prior, await this.plan(typeName, configuration, prior));
  }

  /**
   * Applies a plan that was made before, perhaps when some of the configuration was unknown. As Terraform does, it plans
   * once more with what is known by now, and the second plan must keep what the first one promised.
   */
  async applyPlan(
    typeName: string,
    configuration: Configuration | null,
    prior: Instance | null,
    plan: DrivenPlan,
  ): Promise<Instance | null> {
    if (plan.action === 'no-op') return prior;
    if (plan.action === 'delete') return this.change(typeName, null, prior, plan);
    if (plan.action === 'replace') {
      await this.change(typeName, null, prior, await this.plan(typeName, null, prior));
      return this.apply(typeName, configuration, null);
    }
    const final = await this.plan(typeName, configuration, prior);
    const broken = checkCompatible(this.schemaOf(typeName).attributes, plan.planned, final.planned);
    throwErrors(broken.map((found) => ({ ...found, summary: 'Provider produced inconsistent final plan' })));
    return final.action === 'no-op' ? prior : this.change(typeName, configuration, prior, final);
  }

  /** Refreshes an object. Null: it is gone. */
  async read(typeName: string, { state, privateBytes }: Instance): Promise<Instance | null> {
    const schema = this.schemaOf(typeName);
    const request = { typeName, currentState: encode(schema, state), private: privateBytes };
    const answer = await this.client.call('ReadResource', request);
    this.report(answer.diagnostics.map(diagnosticFromProto));
    return instanceOf(decode(schema, answer.newState), answer.private);
  }

  /** Imports an object by its id and reads it, as Terraform does. */
  async importResource(typeName: string, id: string): Promise<Instance | null> {
    const answer = await this.client.call('ImportResourceState', { typeName, id });
    this.report(answer.diagnostics.map(diagnosticFromProto));
    const [imported] = answer.importedResources;
    const stub = instanceOf(decode(this.schemaOf(typeName), imported?.state), imported?.private ?? NOTHING);
    return stub === null ? null : this.read(typeName, stub);
  }

  /** Reads a stored state, written at a schema version, into the current one. Give JSON as text where digits matter. */
  async upgrade(typeName: string, version: number, stored: object | string): Promise<ValueRecord | null> {
    const json = Buffer.from(typeof stored === 'string' ? stored : JSON.stringify(stored));
    const answer = await this.client.call('UpgradeResourceState', {
      typeName,
      version,
      rawState: { json, flatmap: {} },
    });
    this.report(answer.diagnostics.map(diagnosticFromProto));
    return decode(this.schemaOf(typeName), answer.upgradedState);
  }

  /** What Terraform, and then the provider, say of a data source's configuration; nothing is thrown. */
  validateData(name: string, configuration: Configuration): Promise<readonly Diagnostic[]> {
    return validateData(this.client, this.dataSourceOf(name), configuration);
  }

  /** Reads a data source. What depends on an unknown in the configuration is unknown: Terraform puts the read off. */
  async readData(name: string, configuration: Configuration = {}): Promise<ValueRecord> {
    const { state, diagnostics } = await readData(this.client, this.dataSourceOf(name), configuration);
    this.report(diagnostics);
    return state ?? record();
  }

  /**
   * Calls a function; an unknown argument makes the result unknown, unless its parameter allows it.
   * @throws FunctionError
   */
  async callFunction(name: string, args: readonly unknown[]): Promise<Value> {
    const called = this.provider.functions?.find((one) => one.name === name);
    if (called === undefined) throw new Error(`the provider has no function ${name}`);
    return callFunction(this.client, called, args);
  }

  /** Asks the provider to stop what it is doing, as Terraform does on Ctrl-C. */
  async stop(): Promise<void> {
    await this.client.call('StopProvider', {});
  }

  private async configure(settings: Configuration): Promise<void> {
    const { schema } = this.provider;
    const config = complete(schema, settings);
    throwErrors(checkConfiguration(schema.attributes, config));
    const checked = await this.client.call('ValidateProviderConfig', { config: encode(schema, config) });
    this.report(checked.diagnostics.map(diagnosticFromProto));
    const request = { terraformVersion: '1.11.4', config: encode(schema, config) };
    const answer = await this.client.call('ConfigureProvider', request);
    this.report(answer.diagnostics.map(diagnosticFromProto));
  }

  private async change(
    typeName: string,
    configuration: Configuration | null,
    prior: Instance | null,
    { planned, privateBytes }: DrivenPlan,
  ): Promise<Instance | null> {
    const schema = this.schemaOf(typeName);
    const answer = await this.client.call('ApplyResourceChange', {
      typeName,
      priorState: encode(schema, prior?.state ?? null),
      plannedState: encode(schema, planned),
      config: encode(schema, configuration === null ? null : complete(schema, configuration)),
      plannedPrivate: privateBytes,
    });
    const state = decode(schema, answer.newState);
    const diagnostics = answer.diagnostics.map(diagnosticFromProto);
    const instance = instanceOf(state, answer.private);
    if (hasErrors(diagnostics)) throw new ApplyError(diagnostics, instance);
    this.report(diagnostics);
    const broken = [
      ...(isWhollyKnown(state) ? [] : [unknownLeft()]),
      ...checkCompatible(schema.attributes, planned, state),
    ];
    if (broken.length > 0) throw new ApplyError(broken, instance);
    return instance;
  }

  /** Keeps warnings, throws errors. */
  private report(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
    throwErrors(diagnostics);
    this.warnings.push(...diagnostics);
    return diagnostics;
  }

  private schemaOf(typeName: string): Schema {
    const resource = this.provider.resources.find(({ name }) => name === typeName);
    if (resource === undefined) throw new Error(`the provider has no resource ${typeName}`);
    return resource.schema;
  }

  private dataSourceOf(name: string) {
    const source = this.provider.dataSources?.find((one) => one.name === name);
    if (source === undefined) throw new Error(`the provider has no data source ${name}`);
    return source;
  }
}

function actionOf(
  { attributes }: Schema,
  before: ValueRecord | null,
  planned: ValueRecord | null,
  replaces: readonly Path[],
): Action {
  if (planned === null) return before === null ? 'no-op' : 'delete';
  if (before === null) return 'create';
  if (equalValues(typeOfAttributes(attributes), before, planned)) return 'no-op';
  return replaces.length > 0 ? 'replace' : 'update';
}

function instanceOf(state: ValueRecord | null, privateBytes: Uint8Array): Instance | null {
  return state === null ? null : { state, privateBytes };
}

function unknownLeft(): Diagnostic {
  return error('Provider returned invalid result object after apply', 'a value is still unknown');
}
