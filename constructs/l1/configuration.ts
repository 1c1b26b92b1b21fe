// Generated from the schema of the provider; `npm run generate` writes it anew.

import type { Construct } from 'constructs';
import * as cdktf from 'cdktf';

/**
 * Configuration of a Configuration.
 */
export interface ConfigurationConfig extends cdktf.TerraformMetaArguments {
  /**
   * Name, unique on the tenant (assumed), at most 40 characters. Without white space at its ends, control
   * characters, and characters that are invisible or change the direction of the text; joiners where a script or
   * an emoji has them are fine.
   */
  readonly name: string;
  /**
   * Whether the configuration takes part in matching. New ones start disabled, so the default is `false`.
   *
   * @default false
   */
  readonly enabled?: (boolean | cdktf.IResolvable) | undefined;
  /**
   * What the clients steer: `cloud_apps` (hosts of steered cloud apps only), `web` (ports 80, 443 and the
   * non-standard ports), `all` (every port but 53, which is for DNS, and UDP 5353; of IPv6 only HTTP; needs Cloud
   * Firewall) or `none` (nothing, and exceptions are not processed). Default `cloud_apps`.
   *
   * @default "cloud_apps"
   */
  readonly trafficMode?: string | undefined;
  /**
   * Dynamic steering: clients that are on-premises and off-premises each have a traffic mode, and exceptions, of
   * their own; `traffic_mode` then applies to nobody (assumed). Needs on-premises detection. **Turning it on or
   * off moves exceptions, and may lose some that are not managed here.** Default off.
   *
   * @default {"enabled":false,"on_premises_traffic_mode":"cloud_apps","off_premises_traffic_mode":"web"}
   */
  readonly dynamicSteering?: ConfigurationDynamicSteering | cdktf.IResolvable | undefined;
  /**
   * Which private apps are steered: `none`, `all` or `specific`, those of `private_apps`. Default `none`.
   *
   * @default "none"
   */
  readonly steerPrivateApps?: string | undefined;
  /**
   * Names of private apps; only with `steer_private_apps = "specific"`.
   */
  readonly privateApps?: string[] | undefined;
  /**
   * Whether DNS traffic is steered; only in the traffic modes `web` and `all`, and with dynamic steering only
   * off-premises. Default `false`.
   *
   * @default false
   */
  readonly steerDns?: (boolean | cdktf.IResolvable) | undefined;
  /**
   * Where traffic of bypass exceptions leaves the path: at the `client` (direct) or in the `cloud` (tunnelled,
   * without policy). Traffic of certificate pinned apps goes as its own action says, and TCP that is not HTTP at
   * the client always. Default `client`.
   *
   * @default "client"
   */
  readonly bypassExceptionTrafficAt?: string | undefined;
  /**
   * User groups it applies to. A tenant uses user groups or organizational units, one kind for all configurations.
   */
  readonly userGroups?: string[] | undefined;
  /**
   * Organizational units it applies to; excludes `user_groups`.
   */
  readonly organizationUnits?: string[] | undefined;
  /**
   * Operating systems it applies to (since release 124): `windows`, `mac_os`, `linux`, `android`, `ios`. If you
   * leave it out, it applies to all of them.
   */
  readonly osFamilies?: string[] | undefined;
  /**
   * Device tags it applies to (since release 134), five at most; a device must have at least one of them.
   */
  readonly deviceTags?: string[] | undefined;
}

/**
 * Dynamic steering: clients that are on-premises and off-premises each have a traffic mode, and exceptions, of
 * their own; `traffic_mode` then applies to nobody (assumed). Needs on-premises detection. **Turning it on or
 * off moves exceptions, and may lose some that are not managed here.** Default off.
 */
export interface ConfigurationDynamicSteering {
  /**
   * Whether clients on-premises and off-premises are told apart.
   */
  readonly enabled: boolean | cdktf.IResolvable;
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

export function configurationDynamicSteeringToTerraform(
  struct?: ConfigurationDynamicSteeringOutputReference | ConfigurationDynamicSteering | cdktf.IResolvable,
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

export class ConfigurationDynamicSteeringOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  private isEmptyObject = false;
  private resolvableValue: cdktf.IResolvable | undefined;

  public get internalValue(): ConfigurationDynamicSteering | cdktf.IResolvable | undefined {
    if (this.resolvableValue !== undefined) return this.resolvableValue;
    const value = {
      enabled: this.enabledInput,
      onPremisesTrafficMode: this.onPremisesTrafficModeInput,
      offPremisesTrafficMode: this.offPremisesTrafficModeInput,
    };
    const given = this.isEmptyObject || Object.values(value).some((item) => item !== undefined);
    return given ? (value as ConfigurationDynamicSteering) : undefined;
  }
  public set internalValue(value: ConfigurationDynamicSteering | cdktf.IResolvable | undefined) {
    const resolvable = cdktf.Tokenization.isResolvable(value);
    const given: ConfigurationDynamicSteering | undefined = resolvable ? undefined : value;
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

/**
 * A steering configuration for some users: the traffic that their clients steer. Configurations match top-down
 * by priority, the default one last; all given criteria must match.
 */
export class Configuration extends cdktf.TerraformResource {
  public static readonly tfResourceType = 'netskopesteering_configuration';

  /**
   * Generates CDKTF code for importing a Configuration resource upon running "cdktf plan <stack-name>".
   * @param scope The scope in which to define this construct
   * @param importToId The construct id used in the generated config for the resource to import
   * @param importFromId The id of the existing Configuration that should be imported
   * @param provider Optional instance of the provider where the resource to import is found
   */
  public static generateConfigForImport(
    scope: Construct,
    importToId: string,
    importFromId: string,
    provider?: cdktf.TerraformProvider,
  ): cdktf.ImportableResource {
    const config = { terraformResourceType: Configuration.tfResourceType, importId: importFromId };
    return new cdktf.ImportableResource(scope, importToId, provider === undefined ? config : { ...config, provider });
  }

  /**
   * @param scope The scope in which to define this construct
   * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
   * @param config Attributes and meta-arguments
   */
  public constructor(scope: Construct, id: string, config: ConfigurationConfig) {
    super(scope, id, {
      ...config,
      terraformResourceType: Configuration.tfResourceType,
      terraformGeneratorMetadata: { providerName: 'netskopesteering' },
    });
    this._name = config.name;
    this._enabled = config.enabled;
    this._trafficMode = config.trafficMode;
    this._dynamicSteering = config.dynamicSteering;
    this._steerPrivateApps = config.steerPrivateApps;
    this._privateApps = config.privateApps;
    this._steerDns = config.steerDns;
    this._bypassExceptionTrafficAt = config.bypassExceptionTrafficAt;
    this._userGroups = config.userGroups;
    this._organizationUnits = config.organizationUnits;
    this._osFamilies = config.osFamilies;
    this._deviceTags = config.deviceTags;
  }

  /**
   * The id that the tenant gave the configuration (`config_id`); also its import id.
   */
  public get id() {
    return this.getStringAttribute('id');
  }

  private _name: string | undefined;
  public get name() {
    return this.getStringAttribute('name');
  }
  public set name(value: string) {
    this._name = value;
  }

  public get nameInput(): string | undefined {
    return this._name;
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
  /**
   * Place in the order of evaluation, 1 first; the default configuration is the last. New configurations come
   * below the custom ones (assumed).
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

  private _dynamicSteering: ConfigurationDynamicSteering | cdktf.IResolvable | undefined;
  private _dynamicSteeringReference: ConfigurationDynamicSteeringOutputReference | undefined;
  public get dynamicSteering(): ConfigurationDynamicSteeringOutputReference {
    if (this._dynamicSteeringReference === undefined) {
      this._dynamicSteeringReference = new ConfigurationDynamicSteeringOutputReference(this, 'dynamic_steering');
      this._dynamicSteeringReference.internalValue = this._dynamicSteering;
    }
    return this._dynamicSteeringReference;
  }
  public putDynamicSteering(value: ConfigurationDynamicSteering | cdktf.IResolvable): void {
    this._dynamicSteering = value;
    if (this._dynamicSteeringReference !== undefined)
      this._dynamicSteeringReference.internalValue = this._dynamicSteering;
  }
  public resetDynamicSteering(): void {
    this._dynamicSteering = undefined;
    if (this._dynamicSteeringReference !== undefined)
      this._dynamicSteeringReference.internalValue = this._dynamicSteering;
  }
  public get dynamicSteeringInput(): ConfigurationDynamicSteering | cdktf.IResolvable | undefined {
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

  private _userGroups: string[] | undefined;
  public get userGroups() {
    return cdktf.Fn.tolist(this.getListAttribute('user_groups'));
  }
  public set userGroups(value: string[]) {
    this._userGroups = value;
  }
  public resetUserGroups(): void {
    this._userGroups = undefined;
  }
  public get userGroupsInput(): string[] | undefined {
    return this._userGroups;
  }

  private _organizationUnits: string[] | undefined;
  public get organizationUnits() {
    return cdktf.Fn.tolist(this.getListAttribute('organization_units'));
  }
  public set organizationUnits(value: string[]) {
    this._organizationUnits = value;
  }
  public resetOrganizationUnits(): void {
    this._organizationUnits = undefined;
  }
  public get organizationUnitsInput(): string[] | undefined {
    return this._organizationUnits;
  }

  private _osFamilies: string[] | undefined;
  public get osFamilies() {
    return cdktf.Fn.tolist(this.getListAttribute('os_families'));
  }
  public set osFamilies(value: string[]) {
    this._osFamilies = value;
  }
  public resetOsFamilies(): void {
    this._osFamilies = undefined;
  }
  public get osFamiliesInput(): string[] | undefined {
    return this._osFamilies;
  }

  private _deviceTags: string[] | undefined;
  public get deviceTags() {
    return cdktf.Fn.tolist(this.getListAttribute('device_tags'));
  }
  public set deviceTags(value: string[]) {
    this._deviceTags = value;
  }
  public resetDeviceTags(): void {
    this._deviceTags = undefined;
  }
  public get deviceTagsInput(): string[] | undefined {
    return this._deviceTags;
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
      name: cdktf.stringToTerraform(this.nameInput),
      enabled: cdktf.booleanToTerraform(this.enabledInput),
      traffic_mode: cdktf.stringToTerraform(this.trafficModeInput),
      dynamic_steering: configurationDynamicSteeringToTerraform(this.dynamicSteeringInput),
      steer_private_apps: cdktf.stringToTerraform(this.steerPrivateAppsInput),
      private_apps: cdktf.listMapper(cdktf.stringToTerraform, false)(this.privateAppsInput),
      steer_dns: cdktf.booleanToTerraform(this.steerDnsInput),
      bypass_exception_traffic_at: cdktf.stringToTerraform(this.bypassExceptionTrafficAtInput),
      user_groups: cdktf.listMapper(cdktf.stringToTerraform, false)(this.userGroupsInput),
      organization_units: cdktf.listMapper(cdktf.stringToTerraform, false)(this.organizationUnitsInput),
      os_families: cdktf.listMapper(cdktf.stringToTerraform, false)(this.osFamiliesInput),
      device_tags: cdktf.listMapper(cdktf.stringToTerraform, false)(this.deviceTagsInput),
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
