/**
 * Drives a provider as Terraform does, over a real socket and without terraform. It proposes objects as Terraform does and
 * holds plans and results to Terraform's own rules, so that most mistakes of a provider show in a unit test.
 *
 *     const driver = await ProviderDriver.start(provider, { endpoint: 'http://127.0.0.1:1' });
 *     const note = await driver.apply('x_note', { text: 'hello' });
 *     expect(note?.state).toEqual({ id: '1', text: 'hello' });
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DiagnosticError, hasErrors, type Diagnostic, type Path } from './diagnostics';
import { conform } from './engine/conform';
import type { Provider } from './engine/provider';
import { checkCompatible } from './engine/rules/compatible';
import { checkPlan } from './engine/rules/plan-valid';
import { proposedNew } from './engine/rules/proposed-new';
import { typeOfAttributes, type Schema } from './schema/schema';
import { methodsOf } from './server';
import { GrpcClient } from './testing/grpc-client';
import type { ValueRecord } from './values';
import { diagnosticFromProto, pathFromProto } from './wire/diagnostics-from-proto';
import * as proto from './wire/gen/tfplugin6';
import { createGrpcServer, type GrpcServer } from './wire/grpc-server';
import { decodeValue, encodeValue } from './wire/msgpack';

/** An object as Terraform stores it. */
export interface Instance {
  readonly state: ValueRecord;
  readonly privateBytes: Uint8Array;
}

export interface DrivenPlan {
  readonly planned: ValueRecord | null;
  readonly privateBytes: Uint8Array;
  readonly requiresReplace: readonly Path[];
  readonly warnings: readonly Diagnostic[];
}

/** What a configuration sets; everything else is null. Unknowns may stand anywhere. */
export type Configuration = Readonly<Record<string, unknown>>;

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

const NOTHING = new Uint8Array();

export class ProviderDriver {
  private constructor(
    private readonly provider: Provider<never>,
    private readonly folder: string,
    private readonly server: GrpcServer,
    private readonly client: GrpcClient,
  ) {}

  /** Serves the provider on a socket of its own and configures it. Close the driver when done. */
  static async start<C>(provider: Provider<C>, settings: Configuration = {}): Promise<ProviderDriver> {
    const folder = await mkdtemp(join(tmpdir(), 'driver-'));
    const socket = join(folder, 'socket');
    const server = createGrpcServer({ methods: methodsOf(provider) });
    await new Promise<void>((resolve) => server.http2.listen(socket, resolve));
    const client = await GrpcClient.connect(socket);
    const driver = new ProviderDriver(provider as unknown as Provider<never>, folder, server, client);
    try {
      await driver.configure(settings);
    } catch (cause) {
      await driver.close();
      throw cause;
    }
    return driver;
  }

  async close(): Promise<void> {
    await this.client.close();
    await this.server.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** What validation says of a configuration. */
  async validate(typeName: string, configuration: Configuration): Promise<readonly Diagnostic[]> {
    const schema = this.schemaOf(typeName);
    const config = encode(schema, complete(schema, configuration));
    const request = { typeName, config, clientCapabilities: undefined };
    const answer = await this.call(
      'ValidateResourceConfig',
      proto.ValidateResourceConfig_Request,
      request,
      proto.ValidateResourceConfig_Response,
    );
    return answer.diagnostics.map(diagnosticFromProto);
  }

  /** Plans a create (no prior), an update, or a destroy (configuration null), and checks the plan. */
  async plan(
    typeName: string,
    configuration: Configuration | null,
    prior: Instance | null = null,
  ): Promise<DrivenPlan> {
    const schema = this.schemaOf(typeName);
    const config = configuration === null ? null : complete(schema, configuration);
    if (configuration !== null) throwErrors(await this.validate(typeName, configuration));
    const proposed = config === null ? null : proposedNew(schema.attributes, prior?.state ?? null, config);
    const answer = await this.call(
      'PlanResourceChange',
      proto.PlanResourceChange_Request,
      {
        typeName,
        priorState: encode(schema, prior?.state ?? null),
        proposedNewState: encode(schema, proposed),
        config: encode(schema, config),
        priorPrivate: prior?.privateBytes ?? NOTHING,
        providerMeta: undefined,
        clientCapabilities: undefined,
      },
      proto.PlanResourceChange_Response,
    );
    const diagnostics = answer.diagnostics.map(diagnosticFromProto);
    throwErrors(diagnostics);
    const planned = decode(schema, answer.plannedState);
    throwErrors(checkPlan(schema.attributes, prior?.state ?? null, config, planned));
    return {
      planned,
      privateBytes: answer.plannedPrivate,
      requiresReplace: answer.requiresReplace.map(pathFromProto),
      warnings: diagnostics,
    };
  }

  /**
   * Plans and applies; a replacement destroys first. Checks the result against the plan. Null: nothing is left.
   * Throws {@link ApplyError} with what would be stored where the provider reports errors.
   */
  async apply(
    typeName: string,
    configuration: Configuration | null,
    prior: Instance | null = null,
  ): Promise<Instance | null> {
    const plan = await this.plan(typeName, configuration, prior);
    if (prior !== null && plan.requiresReplace.length > 0) {
      await this.applyPlan(typeName, null, prior, await this.plan(typeName, null, prior));
      return this.apply(typeName, configuration, null);
    }
    return this.applyPlan(typeName, configuration, prior, plan);
  }

  /** Applies a plan that was made before, perhaps when some of the configuration was unknown. */
  async applyPlan(
    typeName: string,
    configuration: Configuration | null,
    prior: Instance | null,
    { planned, privateBytes }: DrivenPlan,
  ): Promise<Instance | null> {
    const schema = this.schemaOf(typeName);
    const answer = await this.call(
      'ApplyResourceChange',
      proto.ApplyResourceChange_Request,
      {
        typeName,
        priorState: encode(schema, prior?.state ?? null),
        plannedState: encode(schema, planned),
        config: encode(schema, configuration === null ? null : complete(schema, configuration)),
        plannedPrivate: privateBytes,
        providerMeta: undefined,
      },
      proto.ApplyResourceChange_Response,
    );
    const state = decode(schema, answer.newState);
    const instance = state === null ? null : { state, privateBytes: answer.private };
    const diagnostics = answer.diagnostics.map(diagnosticFromProto);
    if (hasErrors(diagnostics)) throw new ApplyError(diagnostics, instance);
    const broken = checkCompatible(schema.attributes, planned, state);
    if (broken.length > 0) throw new ApplyError(broken, instance);
    return instance;
  }

  /** Refreshes an object. Null: it is gone. */
  async read(typeName: string, { state, privateBytes }: Instance): Promise<Instance | null> {
    const schema = this.schemaOf(typeName);
    const answer = await this.call(
      'ReadResource',
      proto.ReadResource_Request,
      {
        typeName,
        currentState: encode(schema, state),
        private: privateBytes,
        providerMeta: undefined,
        clientCapabilities: undefined,
      },
      proto.ReadResource_Response,
    );
    throwErrors(answer.diagnostics.map(diagnosticFromProto));
    const read = decode(schema, answer.newState);
    return read === null ? null : { state: read, privateBytes: answer.private };
  }

  /** Imports an object by its id and reads it, as Terraform does. */
  async importResource(typeName: string, id: string): Promise<Instance | null> {
    const schema = this.schemaOf(typeName);
    const request = { typeName, id, clientCapabilities: undefined };
    const answer = await this.call(
      'ImportResourceState',
      proto.ImportResourceState_Request,
      request,
      proto.ImportResourceState_Response,
    );
    throwErrors(answer.diagnostics.map(diagnosticFromProto));
    const [imported] = answer.importedResources;
    const state = decode(schema, imported?.state);
    return state === null ? null : this.read(typeName, { state, privateBytes: imported?.private ?? NOTHING });
  }

  /** Reads a stored state, written at a schema version, into the current one. */
  async upgrade(typeName: string, version: number, stored: object | string): Promise<ValueRecord | null> {
    const json = Buffer.from(typeof stored === 'string' ? stored : JSON.stringify(stored));
    const request = { typeName, version, rawState: { json, flatmap: {} } };
    const answer = await this.call(
      'UpgradeResourceState',
      proto.UpgradeResourceState_Request,
      request,
      proto.UpgradeResourceState_Response,
    );
    throwErrors(answer.diagnostics.map(diagnosticFromProto));
    return decode(this.schemaOf(typeName), answer.upgradedState);
  }

  /** Asks the provider to stop what it is doing, as Terraform does on Ctrl-C. */
  async stop(): Promise<void> {
    await this.call('StopProvider', proto.StopProvider_Request, {}, proto.StopProvider_Response);
  }

  private async configure(settings: Configuration): Promise<void> {
    const config = encode(this.provider.schema, complete(this.provider.schema, settings));
    const checked = await this.call(
      'ValidateProviderConfig',
      proto.ValidateProviderConfig_Request,
      { config },
      proto.ValidateProviderConfig_Response,
    );
    throwErrors(checked.diagnostics.map(diagnosticFromProto));
    const request = { terraformVersion: '1.11.4', config, clientCapabilities: undefined };
    const answer = await this.call(
      'ConfigureProvider',
      proto.ConfigureProvider_Request,
      request,
      proto.ConfigureProvider_Response,
    );
    throwErrors(answer.diagnostics.map(diagnosticFromProto));
  }

  private async call<Q, A>(name: string, request: Encoder<Q>, message: Q, response: Decoder<A>): Promise<A> {
    return response.decode(await this.client.call(`/tfplugin6.Provider/${name}`, request.encode(message).finish()));
  }

  private schemaOf(typeName: string): Schema {
    const resource = this.provider.resources.find(({ name }) => name === typeName);
    if (resource === undefined) throw new Error(`the provider has no resource ${typeName}`);
    return resource.schema;
  }
}

interface Encoder<T> {
  encode(message: T): { finish(): Uint8Array };
}

interface Decoder<T> {
  decode(bytes: Uint8Array): T;
}

function complete({ attributes }: Schema, configuration: Configuration): ValueRecord {
  return conform(attributes, configuration, true);
}

function encode({ attributes }: Schema, value: ValueRecord | null): proto.DynamicValue {
  return { msgpack: encodeValue(value, typeOfAttributes(attributes)), json: NOTHING };
}

function decode({ attributes }: Schema, value: proto.DynamicValue | undefined): ValueRecord | null {
  if (value === undefined || value.msgpack.length === 0) return null;
  return decodeValue(value.msgpack, typeOfAttributes(attributes)) as ValueRecord | null;
}

function throwErrors(diagnostics: readonly Diagnostic[]): void {
  if (hasErrors(diagnostics)) throw new DiagnosticError(...diagnostics);
}
