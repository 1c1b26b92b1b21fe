// Generated from the schema of the provider; `npm run generate` writes it anew.

import type { Construct } from 'constructs';
import * as cdktf from 'cdktf';

/**
 * Configuration of a DefaultConfiguration.
 */
export interface DefaultConfigurationConfig extends cdktf.TerraformMetaArguments {
  /**
   * What the clients steer: `cloud_apps` (hosts of steered cloud apps only), `web` (ports 80, 443 and the
   * non-standard ports), `all` (every port but 53, which is for DNS, and UDP 5353; of IPv6 only HTTP; needs Cloud
   * Firewall) or `none` (nothing, and exceptions are not processed). If you leave it out, the tenant keeps its
   * value, and the attribute shows it.
   *
   * @default - set by the provider
   */
  readonly trafficMode?: string | undefined;
  /**
   * Dynamic steering: clients that are on-premises and off-premises each have a traffic mode, and exceptions, of
   * their own; `traffic_mode` then applies to nobody (assumed). Needs on-premises detection. **Turning it on or
   * off moves exceptions, and may lose some that are not managed here.** If you leave it out, the tenant keeps its
   * value, and the attribute shows it.
   *
   * @default - set by the provider
   */
  readonly dynamicSteering?: DefaultConfigurationDynamicSteering | cdktf.IResolvable | undefined;
  /**
   * Which private apps are steered: `none`, `all` or `specific`, those of `private_apps`. If you leave it out, the
   * tenant keeps its value, and the attribute shows it.
   *
   * @default - set by the provider
   */
  readonly steerPrivateApps?: string | undefined;
  /**
   * Names of private apps; only with `steer_private_apps = "specific"`. If you leave it out, the tenant keeps its
   * value, and the attribute shows it.
   *
   * @default - set by the provider
   */
  readonly privateApps?: string[] | undefined;
  /**
   * Whether DNS traffic is steered; only in the traffic modes `web` and `all`, and with dynamic steering only
   * off-premises. If you leave it out, the tenant keeps its value, and the attribute shows it.
   *
   * @default - set by the provider
   */
  readonly steerDns?: (boolean | cdktf.IResolvable) | undefined;
  /**
   * Where traffic of bypass exceptions leaves the path: at the `client` (direct) or in the `cloud` (tunnelled,
   * without policy). Traffic of certificate pinned apps goes as its own action says, and TCP that is not HTTP at
   * the client always. If you leave it out, the tenant keeps its value, and the attribute shows it.
   *
   * @default - set by the provider
   */
  readonly bypassExceptionTrafficAt?: string | undefined;
}

/**
 * Dynamic steering: clients that are on-premises and off-premises each have a traffic mode, and exceptions, of
 * their own; `traffic_mode` then applies to nobody (assumed). Needs on-premises detection. **Turning it on or
 * off moves exceptions, and may lose some that are not managed here.** If you leave it out, the tenant keeps its
 * value, and the attribute shows it.
 */
export interface DefaultConfigurationDynamicSteering {
  /**
   * Whether clients on-premises and off-premises are told apart. If you leave it out, the tenant keeps its value,
   * and the attribute shows it.
   *
   * @default - set by the provider
   */
  readonly enabled?: (boolean | cdktf.IResolvable) | undefined;
  /**
   * Traffic mode of clients that are on-premises; only with dynamic steering. If you leave it out, the tenant
   * keeps its value, which is `cloud_apps` at first.
   *
   * @default - set by the provider
   */
  readonly onPremisesTrafficMode?: string | undefined;
  /**
   * Traffic mode of clients that are off-premises; only with dynamic steering. If you leave it out, the tenant
   * keeps its value, which is `web` at first.
   *
   * @default - set by the provider
   */
  readonly offPremisesTrafficMode?: string | undefined;
}

export function defaultConfigurationDynamicSteeringToTerraform(
  struct?: DefaultConfigurationDynamicSteeringOutputReference | DefaultConfigurationDynamicSteering | cdktf.IResolvable,
): unknown {
  if (!cdktf.canInspect(struct) || struct === undefined || cdktf.Tokenization.isResolvable(struct)) return struct;
  if (cdktf.isComplexElement(struct)) {
    throw new Error(
      'A reference to several objects was written where one object belongs. Refer to one of them, or write the object out.',
    );
  }
  return onlyWritten({
    enabled: cdktf.booleanToTerraform(struct.enabled),
    on_premises_traffic_mode: cdktf.stringToTerraform(struct.onPremisesTrafficMode),
    off_premises_traffic_mode: cdktf.stringToTerraform(struct.offPremisesTrafficMode),
  });
}

export class DefaultConfigurationDynamicSteeringOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  private isEmptyObject = false;
  private resolvableValue: cdktf.IResolvable | undefined;

  public get internalValue(): DefaultConfigurationDynamicSteering | cdktf.IResolvable | undefined {
    if (this.resolvableValue !== undefined) return this.resolvableValue;
    const value = {
      enabled: this.enabledInput,
      onPremisesTrafficMode: this.onPremisesTrafficModeInput,
      offPremisesTrafficMode: this.offPremisesTrafficModeInput,
    };
    const given = this.isEmptyObject || Object.values(value).some((item) => item !== undefined);
    return given ? (value as DefaultConfigurationDynamicSteering) : undefined;
  }
  public set internalValue(value: DefaultConfigurationDynamicSteering | cdktf.IResolvable | undefined) {
    const resolvable = cdktf.Tokenization.isResolvable(value);
    const given: DefaultConfigurationDynamicSteering | undefined = resolvable ? undefined : value;
    this.resolvableValue = resolvable ? value : undefined;
    this.isEmptyObject = given !== undefined && Object.keys(given).length === 0;
    this._enabled = given?.enabled;
    this._onPremisesTrafficMode = given?.onPremisesTrafficMode;
    this._offPremisesTrafficMode = given?.offPremisesTrafficMode;
  }

  private _enabled: (boolean | cdktf.IResolvable) | undefined;
  public get enabled() {
    return this.getBooleanAttribute('enabled');
  }
  public set enabled(value: boolean | cdktf.IResolvable) {
    this._enabled = value;
  }
  public resetEnabled(): void {
    this._enabled = undefined;
  }
  public get enabledInput(): (boolean | cdktf.IResolvable) | undefined {
    return this._enabled;
  }

  private _onPremisesTrafficMode: string | undefined;
  public get onPremisesTrafficMode() {
    return this.getStringAttribute('on_premises_traffic_mode');
  }
  public set onPremisesTrafficMode(value: string) {
    this._onPremisesTrafficMode = value;
  }
  public resetOnPremisesTrafficMode(): void {
    this._onPremisesTrafficMode = undefined;
  }
  public get onPremisesTrafficModeInput(): string | undefined {
    return this._onPremisesTrafficMode;
  }

  private _offPremisesTrafficMode: string | undefined;
  public get offPremisesTrafficMode() {
    return this.getStringAttribute('off_premises_traffic_mode');
  }
  public set offPremisesTrafficMode(value: string) {
    this._offPremisesTrafficMode = value;
  }
  public resetOffPremisesTrafficMode(): void {
    this._offPremisesTrafficMode = undefined;
  }
  public get offPremisesTrafficModeInput(): string | undefined {
    return this._offPremisesTrafficMode;
  }
}

export class DefaultConfigurationFoundDynamicSteeringOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  /**
   * Whether clients on-premises and off-premises were told apart before.
   */
  public get enabled() {
    return this.getBooleanAttribute('enabled');
  }
  /**
   * Traffic mode on-premises before.
   */
  public get onPremisesTrafficMode() {
    return this.getStringAttribute('on_premises_traffic_mode');
  }
  /**
   * Traffic mode off-premises before.
   */
  public get offPremisesTrafficMode() {
    return this.getStringAttribute('off_premises_traffic_mode');
  }
}

export class DefaultConfigurationFoundOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  /**
   * Traffic mode before.
   */
  public get trafficMode() {
    return this.getStringAttribute('traffic_mode');
  }
  private _dynamicSteeringReference: DefaultConfigurationFoundDynamicSteeringOutputReference | undefined;
  /**
   * Dynamic steering before.
   */
  public get dynamicSteering(): DefaultConfigurationFoundDynamicSteeringOutputReference {
    return (this._dynamicSteeringReference ??= new DefaultConfigurationFoundDynamicSteeringOutputReference(
      this,
      'dynamic_steering',
    ));
  }
  /**
   * Which private apps were steered before.
   */
  public get steerPrivateApps() {
    return this.getStringAttribute('steer_private_apps');
  }
  /**
   * Private apps before.
   */
  public get privateApps() {
    return cdktf.Fn.tolist(this.getListAttribute('private_apps'));
  }
  /**
   * Whether DNS was steered before.
   */
  public get steerDns() {
    return this.getBooleanAttribute('steer_dns');
  }
  /**
   * Where traffic of bypass exceptions left before.
   */
  public get bypassExceptionTrafficAt() {
    return this.getStringAttribute('bypass_exception_traffic_at');
  }
}

/**
 * The default steering configuration of the tenant (`config_id` 0): always enabled, never deleted, last to
 * match. It exists already, so import it (id `0`). What is not written here is not managed; destroying puts back
 * what was found.
 */
export class DefaultConfiguration extends cdktf.TerraformResource {
  public static readonly tfResourceType = 'netskopesteering_default_configuration';

  /**
   * Generates CDKTF code for importing a DefaultConfiguration resource upon running "cdktf plan <stack-name>".
   * @param scope The scope in which to define this construct
   * @param importToId The construct id used in the generated config for the resource to import
   * @param importFromId The id of the existing DefaultConfiguration that should be imported
   * @param provider Optional instance of the provider where the resource to import is found
   */
  public static generateConfigForImport(
    scope: Construct,
    importToId: string,
    importFromId: string,
    provider?: cdktf.TerraformProvider,
  ): cdktf.ImportableResource {
    const config = { terraformResourceType: DefaultConfiguration.tfResourceType, importId: importFromId };
    return new cdktf.ImportableResource(scope, importToId, provider === undefined ? config : { ...config, provider });
  }

  /**
   * @param scope The scope in which to define this construct
   * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
   * @param config Attributes and meta-arguments
   */
  public constructor(scope: Construct, id: string, config: DefaultConfigurationConfig = {}) {
    super(scope, id, {
      ...config,
      terraformResourceType: DefaultConfiguration.tfResourceType,
      terraformGeneratorMetadata: { providerName: 'netskopesteering' },
    });
    this._trafficMode = config.trafficMode;
    this._dynamicSteering = config.dynamicSteering;
    this._steerPrivateApps = config.steerPrivateApps;
    this._privateApps = config.privateApps;
    this._steerDns = config.steerDns;
    this._bypassExceptionTrafficAt = config.bypassExceptionTrafficAt;
  }

  /**
   * Always `0`.
   */
  public get id() {
    return this.getStringAttribute('id');
  }
  /**
   * Its name on the tenant; not changeable.
   */
  public get name() {
    return this.getStringAttribute('name');
  }
  /**
   * Always true.
   */
  public get enabled() {
    return this.getBooleanAttribute('enabled');
  }
  /**
   * Place in the order of evaluation: the last.
   */
  public get priority() {
    return this.getNumberAttribute('priority');
  }

  private _trafficMode: string | undefined;
  public get trafficMode() {
    return this.getStringAttribute('traffic_mode');
  }
  public set trafficMode(value: string) {
    this._trafficMode = value;
  }
  public resetTrafficMode(): void {
    this._trafficMode = undefined;
  }
  public get trafficModeInput(): string | undefined {
    return this._trafficMode;
  }

  private _dynamicSteering: DefaultConfigurationDynamicSteering | cdktf.IResolvable | undefined;
  private _dynamicSteeringReference: DefaultConfigurationDynamicSteeringOutputReference | undefined;
  public get dynamicSteering(): DefaultConfigurationDynamicSteeringOutputReference {
    if (this._dynamicSteeringReference === undefined) {
      this._dynamicSteeringReference = new DefaultConfigurationDynamicSteeringOutputReference(this, 'dynamic_steering');
      this._dynamicSteeringReference.internalValue = this._dynamicSteering;
    }
    return this._dynamicSteeringReference;
  }
  public putDynamicSteering(value: DefaultConfigurationDynamicSteering | cdktf.IResolvable): void {
    this._dynamicSteering = value;
    if (this._dynamicSteeringReference !== undefined)
      this._dynamicSteeringReference.internalValue = this._dynamicSteering;
  }
  public resetDynamicSteering(): void {
    this._dynamicSteering = undefined;
    if (this._dynamicSteeringReference !== undefined)
      this._dynamicSteeringReference.internalValue = this._dynamicSteering;
  }
  public get dynamicSteeringInput(): DefaultConfigurationDynamicSteering | cdktf.IResolvable | undefined {
    return this._dynamicSteeringReference === undefined
      ? this._dynamicSteering
      : this._dynamicSteeringReference.internalValue;
  }

  private _steerPrivateApps: string | undefined;
  public get steerPrivateApps() {
    return this.getStringAttribute('steer_private_apps');
  }
  public set steerPrivateApps(value: string) {
    this._steerPrivateApps = value;
  }
  public resetSteerPrivateApps(): void {
    this._steerPrivateApps = undefined;
  }
  public get steerPrivateAppsInput(): string | undefined {
    return this._steerPrivateApps;
  }

  private _privateApps: string[] | undefined;
  public get privateApps() {
    return cdktf.Fn.tolist(this.getListAttribute('private_apps'));
  }
  public set privateApps(value: string[]) {
    this._privateApps = value;
  }
  public resetPrivateApps(): void {
    this._privateApps = undefined;
  }
  public get privateAppsInput(): string[] | undefined {
    return this._privateApps;
  }

  private _steerDns: (boolean | cdktf.IResolvable) | undefined;
  public get steerDns() {
    return this.getBooleanAttribute('steer_dns');
  }
  public set steerDns(value: boolean | cdktf.IResolvable) {
    this._steerDns = value;
  }
  public resetSteerDns(): void {
    this._steerDns = undefined;
  }
  public get steerDnsInput(): (boolean | cdktf.IResolvable) | undefined {
    return this._steerDns;
  }

  private _bypassExceptionTrafficAt: string | undefined;
  public get bypassExceptionTrafficAt() {
    return this.getStringAttribute('bypass_exception_traffic_at');
  }
  public set bypassExceptionTrafficAt(value: string) {
    this._bypassExceptionTrafficAt = value;
  }
  public resetBypassExceptionTrafficAt(): void {
    this._bypassExceptionTrafficAt = undefined;
  }
  public get bypassExceptionTrafficAtInput(): string | undefined {
    return this._bypassExceptionTrafficAt;
  }
  private _foundReference: DefaultConfigurationFoundOutputReference | undefined;
  /**
   * What the import (or a bare create) met. Destroying the resource puts back what this resource changed since.
   */
  public get found(): DefaultConfigurationFoundOutputReference {
    return (this._foundReference ??= new DefaultConfigurationFoundOutputReference(this, 'found'));
  }

  private imported: { readonly id: string; readonly provider: cdktf.TerraformProvider | undefined } | undefined;

  /**
   * Adopts an existing object: writes an `import` block for this resource. Needs Terraform 1.5 or later.
   * @param id The import id of the object
   * @param provider Instance of the provider where the object is found
   */
  public override importFrom(id: string, provider?: cdktf.TerraformProvider): void {
    this.imported = { id, provider };
  }

  public override toTerraform(): { [name: string]: unknown } {
    const fragment = super.toTerraform() as { [name: string]: unknown };
    if (this.imported === undefined) return fragment;
    const { id, provider } = this.imported;
    const to = `${this.terraformResourceType}.${this.friendlyUniqueId}`;
    return { ...fragment, import: [{ provider: provider?.fqn, id, to }] };
  }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return onlyWritten({
      traffic_mode: cdktf.stringToTerraform(this.trafficModeInput),
      dynamic_steering: defaultConfigurationDynamicSteeringToTerraform(this.dynamicSteeringInput),
      steer_private_apps: cdktf.stringToTerraform(this.steerPrivateAppsInput),
      private_apps: cdktf.listMapper(cdktf.stringToTerraform, false)(this.privateAppsInput),
      steer_dns: cdktf.booleanToTerraform(this.steerDnsInput),
      bypass_exception_traffic_at: cdktf.stringToTerraform(this.bypassExceptionTrafficAtInput),
    });
  }

  public override toHclTerraform(): never {
    throw new Error(
      'HCL output is not supported: cdktf would write nested attributes as blocks, which Terraform refuses. Synthesize JSON, the default.',
    );
  }
}

function onlyWritten(attributes: { [name: string]: unknown }): { [name: string]: unknown } {
  const written: { [name: string]: unknown } = {};
  for (const name of Object.keys(attributes)) if (attributes[name] !== undefined) written[name] = attributes[name];
  return written;
}
