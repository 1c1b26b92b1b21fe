// Generated from the schema of the provider; `npm run generate` writes it anew.

import type { Construct } from 'constructs';
import * as cdktf from 'cdktf';

/**
 * Configuration of a Configuration.
 */
export interface ConfigurationConfig extends cdktf.TerraformMetaArguments {
  /**
   * Name, unique on the tenant [assumed], at most 40 characters. [doc]
   */
  readonly name: string;
  /**
   * Whether the configuration takes part in matching. New ones start disabled [doc], so the default is `false`.
   *
   * @default false
   */
  readonly enabled?: (boolean | cdktf.IResolvable) | undefined;
  /**
   * What the clients steer: `cloud_apps` (hosts of steered cloud apps only), `web` (ports 80, 443 and the
   * non-standard ports), `all` (every port; needs Cloud Firewall) or `none` (no tunnel, exceptions are not
   * processed). [doc] Default `cloud_apps`.
   *
   * @default "cloud_apps"
   */
  readonly trafficMode?: string | undefined;
  /**
   * User groups it applies to. A tenant uses user groups or organizational units, one kind for all configurations.
   * [doc]
   */
  readonly userGroups?: string[] | undefined;
  /**
   * Organizational units it applies to; excludes `user_groups`. [doc]
   */
  readonly organizationUnits?: string[] | undefined;
}

/**
 * A steering configuration for some users: the traffic that their clients steer. Configurations match top-down
 * by priority, the default one last. [doc]
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
    this._userGroups = config.userGroups;
    this._organizationUnits = config.organizationUnits;
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
    return {
      name: cdktf.stringToTerraform(this.nameInput),
      enabled: cdktf.booleanToTerraform(this.enabledInput),
      traffic_mode: cdktf.stringToTerraform(this.trafficModeInput),
      user_groups: cdktf.listMapper(cdktf.stringToTerraform, false)(this.userGroupsInput),
      organization_units: cdktf.listMapper(cdktf.stringToTerraform, false)(this.organizationUnitsInput),
    };
  }

  public override toHclTerraform(): never {
    throw new Error(
      'HCL output is not supported: cdktf would write nested attributes as blocks, which Terraform refuses. Synthesize JSON, the default.',
    );
  }
}
