/** What Terraform does with the objects of a resource, and what it demands of the answers. */
import { DiagnosticError, error, hasErrors, type Diagnostic, type Path } from '../diagnostics';
import { equalValues } from '../engine/equal';
import type { Resource } from '../engine/resource';
import { checkCompatible } from '../engine/rules/compatible';
import { proposedNew } from '../engine/rules/proposed-new';
import { checkWriteOnly } from '../engine/rules/write-only';
import { typeOfAttributes, type Schema } from '../schema/schema';
import { isWhollyKnown, type ValueRecord } from '../values';
import { diagnosticFromProto, pathFromProto } from '../wire/from-proto';
import type * as proto from '../wire/gen/tfplugin6';
import { complete, decode, encode, NOTHING, rawState, throwErrors, type Configuration } from './objects';
import type { ProviderClient } from './provider-client';
import { checkConfiguration } from './rules/configuration';
import { checkPlan } from './rules/plan-valid';
import { checkRequiresReplace } from './rules/requires-replace';

/** An object as Terraform stores it. */
export interface Instance {
  readonly state: ValueRecord;
  /** The private state, as the bytes that Terraform keeps. */
  readonly privateBytes: Uint8Array;
  /** The identity of the object, where its resource has one. */
  readonly identity?: ValueRecord;
}

/** The origin of a moved object. */
export interface Moved {
  /** The address of the object's provider; default: an empty text. */
  readonly provider?: string;
  /** The resource type of the object. */
  readonly type: string;
  /** The schema version that the object was stored with; default 0. */
  readonly version?: number;
}

/** The action of a plan on an object. */
export type DrivenAction = 'create' | 'update' | 'replace' | 'delete' | 'no-op';

/** A plan that keeps Terraform's rules. */
export interface DrivenPlan {
  readonly action: DrivenAction;
  /** The planned object; null where it is destroyed. */
  readonly planned: ValueRecord | null;
  readonly privateBytes: Uint8Array;
  readonly identity?: ValueRecord;
  /** The paths of the values that change and cannot change in place. */
  readonly requiresReplace: readonly Path[];
  readonly warnings: readonly Diagnostic[];
}

/** The exception of an apply that failed: what was reported, and what Terraform would store all the same. */
export class ApplyError extends DiagnosticError {
  constructor(
    diagnostics: readonly Diagnostic[],
    /** The object that Terraform would store; null where there is none. */
    readonly instance: Instance | null,
  ) {
    super(...diagnostics);
    this.name = 'ApplyError';
  }
}

export class ResourceDriver {
  private readonly typeName: string;
  private readonly schema: Schema;

  constructor(
    private readonly client: ProviderClient,
    private readonly resource: Resource<never>,
    /** Keeps warnings, and throws errors. */
    private readonly report: (diagnostics: readonly Diagnostic[]) => void,
    /** What the module says in `provider_meta`. */
    private readonly providerMeta?: proto.DynamicValue,
  ) {
    this.typeName = resource.name;
    this.schema = resource.schema;
  }

  async validate(configuration: Configuration): Promise<readonly Diagnostic[]> {
    const { typeName, schema } = this;
    const own = checkConfiguration(schema.attributes, configuration);
    if (own.length > 0) return own;
    const config = complete(schema, configuration);
    const answer = await this.client.call('ValidateResourceConfig', {
      typeName,
      config: encode(schema, config),
      clientCapabilities: { deferralAllowed: false, writeOnlyAttributesAllowed: true },
    });
    return answer.diagnostics.map(diagnosticFromProto);
  }

  async plan(configuration: Configuration | null, prior: Instance | null): Promise<DrivenPlan> {
    const { typeName, schema, providerMeta } = this;
    const { attributes } = schema;
    const config = configuration === null ? null : complete(schema, configuration);
    if (configuration !== null) this.report(await this.validate(configuration));
    const before = prior?.state ?? null;
    const answer = await this.client.call('PlanResourceChange', {
      typeName,
      priorState: encode(schema, before),
      proposedNewState: encode(schema, config === null ? null : proposedNew(attributes, before, config)),
      config: encode(schema, config),
      priorIdentity: this.encodeIdentity(prior?.identity),
      priorPrivate: prior?.privateBytes ?? NOTHING,
      providerMeta,
    });
    const warnings = answer.diagnostics.map(diagnosticFromProto);
    this.report(warnings);
    const planned = decode(schema, answer.plannedState);
    throwErrors(checkWriteOnly(attributes, planned, 'Provider produced invalid plan'));
    if (!answer.legacyTypeSystem) throwErrors(checkPlan(attributes, before, config, planned));
    const replace = checkRequiresReplace(attributes, before, planned, answer.requiresReplace.map(pathFromProto));
    throwErrors(replace.diagnostics);
    return {
      action: actionOf(schema, before, planned, replace.changed),
      planned,
      privateBytes: answer.plannedPrivate,
      ...this.decodeIdentity(answer.plannedIdentity),
      requiresReplace: replace.changed,
      warnings,
    };
  }

  async applyPlan(
    configuration: Configuration | null,
    prior: Instance | null,
    plan: DrivenPlan,
  ): Promise<Instance | null> {
    if (plan.action === 'no-op') return prior;
    if (plan.action === 'delete') return this.change(null, prior, plan);
    if (plan.action === 'replace') {
      await this.change(null, prior, await this.plan(null, prior));
      return this.applyPlan(configuration, null, await this.plan(configuration, null));
    }
    const final = await this.plan(configuration, prior);
    const broken = checkCompatible(this.schema.attributes, plan.planned, final.planned);
    throwErrors(broken.map((found) => ({ ...found, summary: 'Provider produced inconsistent final plan' })));
    return final.action === 'no-op' ? prior : this.change(configuration, prior, final);
  }

  async read({ state, privateBytes, identity }: Instance): Promise<Instance | null> {
    const { typeName, schema, providerMeta } = this;
    const answer = await this.client.call('ReadResource', {
      typeName,
      currentState: encode(schema, state),
      currentIdentity: this.encodeIdentity(identity),
      private: privateBytes,
      providerMeta,
    });
    this.report(answer.diagnostics.map(diagnosticFromProto));
    const found = decode(schema, answer.newState);
    throwErrors(checkWriteOnly(schema.attributes, found, 'Provider produced invalid object'));
    return this.instanceOf(found, answer.private, answer.newIdentity);
  }

  async importResource(by: string | { readonly identity: Configuration }): Promise<Instance | null> {
    const { typeName, schema } = this;
    const request = typeof by === 'string' ? { id: by } : { identity: this.importIdentity(by.identity) };
    const answer = await this.client.call('ImportResourceState', { typeName, ...request });
    this.report(answer.diagnostics.map(diagnosticFromProto));
    const [imported] = answer.importedResources;
    const stub = decode(schema, imported?.state);
    if (imported === undefined || stub === null) return null;
    const who = this.decodeIdentity(imported.identity);
    if (typeof by !== 'string' && who.identity === undefined) throw new Error(`import of ${typeName} gave no identity`);
    return this.read({ state: stub, privateBytes: imported.private, ...who });
  }

  async upgrade(version: number, stored: object | string): Promise<ValueRecord | null> {
    const { typeName, schema } = this;
    const request = { typeName, version, rawState: rawState(stored) };
    const answer = await this.client.call('UpgradeResourceState', request);
    this.report(answer.diagnostics.map(diagnosticFromProto));
    return decode(schema, answer.upgradedState);
  }

  async upgradeIdentity(version: number, stored: object | string): Promise<ValueRecord | null> {
    const request = { typeName: this.typeName, version, rawIdentity: rawState(stored) };
    const answer = await this.client.call('UpgradeResourceIdentity', request);
    this.report(answer.diagnostics.map(diagnosticFromProto));
    return this.decodeIdentity(answer.upgradedIdentity).identity ?? null;
  }

  /** Makes a stored object of another resource type one of this type, as a `moved` block does. */
  async move({ provider = '', type, version = 0 }: Moved, stored: object | string): Promise<Instance | null> {
    const answer = await this.client.call('MoveResourceState', {
      sourceProviderAddress: provider,
      sourceTypeName: type,
      sourceSchemaVersion: version,
      sourceState: rawState(stored),
      targetTypeName: this.typeName,
    });
    this.report(answer.diagnostics.map(diagnosticFromProto));
    return this.instanceOf(decode(this.schema, answer.targetState), answer.targetPrivate, answer.targetIdentity);
  }

  private async change(
    configuration: Configuration | null,
    prior: Instance | null,
    plan: DrivenPlan,
  ): Promise<Instance | null> {
    const { typeName, schema, providerMeta } = this;
    const answer = await this.client.call('ApplyResourceChange', {
      typeName,
      priorState: encode(schema, prior?.state ?? null),
      plannedState: encode(schema, plan.planned),
      config: encode(schema, configuration === null ? null : complete(schema, configuration)),
      plannedIdentity: this.encodeIdentity(plan.identity),
      plannedPrivate: plan.privateBytes,
      providerMeta,
    });
    const state = decode(schema, answer.newState);
    const writeOnly = checkWriteOnly(schema.attributes, state, 'Provider produced invalid object');
    const unknownLeft = isWhollyKnown(state) ? [] : [UNKNOWN_LEFT];
    const diagnostics = [...answer.diagnostics.map(diagnosticFromProto), ...unknownLeft];
    const instance = this.instanceOf(state, answer.private, answer.newIdentity);
    if (writeOnly.length > 0) throw new ApplyError(writeOnly, instance);
    if (hasErrors(diagnostics)) throw new ApplyError(diagnostics, instance);
    this.report(diagnostics);
    const broken = answer.legacyTypeSystem ? [] : checkCompatible(schema.attributes, plan.planned, state);
    if (broken.length > 0) throw new ApplyError(broken, instance);
    return instance;
  }

  /** Encodes the identity of an import block. Terraform refuses an identity that leaves out a required attribute. */
  private importIdentity(identity: Configuration): proto.ResourceIdentityData | undefined {
    if (this.resource.identity === undefined) throw new Error(`${this.typeName} has no identity`);
    throwErrors(checkConfiguration(this.resource.identity.attributes, identity));
    return this.encodeIdentity(complete(this.resource.identity, identity));
  }

  private encodeIdentity(identity: ValueRecord | undefined): proto.ResourceIdentityData | undefined {
    if (identity === undefined || this.resource.identity === undefined) return undefined;
    return { identityData: encode(this.resource.identity, identity) };
  }

  private decodeIdentity(data: proto.ResourceIdentityData | undefined): { readonly identity?: ValueRecord } {
    if (this.resource.identity === undefined) return {};
    const identity = decode(this.resource.identity, data?.identityData);
    if (identity === null) return {};
    if (!isWhollyKnown(identity))
      throw new DiagnosticError(error('Provider produced invalid identity', 'It is unknown.'));
    return { identity };
  }

  private instanceOf(
    state: ValueRecord | null,
    privateBytes: Uint8Array,
    identity: proto.ResourceIdentityData | undefined,
  ): Instance | null {
    return state === null ? null : { state, privateBytes, ...this.decodeIdentity(identity) };
  }
}

function actionOf(
  { attributes }: Schema,
  before: ValueRecord | null,
  planned: ValueRecord | null,
  replaces: readonly Path[],
): DrivenAction {
  if (planned === null) return before === null ? 'no-op' : 'delete';
  if (before === null) return 'create';
  if (equalValues(typeOfAttributes(attributes), before, planned)) return 'no-op';
  return replaces.length > 0 ? 'replace' : 'update';
}

const UNKNOWN_LEFT = error('Provider returned invalid result object after apply', 'a value is still unknown');
