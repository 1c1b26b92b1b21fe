// Generated from the schema of the provider; `npm run generate` writes it anew.

import type { Construct } from 'constructs';
import * as cdktf from 'cdktf';

/**
 * Configuration of a DataNetskopesteeringConfiguration.
 */
export interface DataNetskopesteeringConfigurationConfig extends cdktf.TerraformMetaArguments {
  /**
   * Id of the configuration; `0` is the default one. Give this or `name`.
   *
   * @default - set by the provider
   */
  readonly id?: string | undefined;
  /**
   * Name of the configuration, exactly. Give this or `id`.
   *
   * @default - set by the provider
   */
  readonly name?: string | undefined;
}

export class DataNetskopesteeringConfigurationDynamicSteeringOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  /**
   * Whether clients on-premises and off-premises are told apart.
   */
  public get enabled() {
    return this.getBooleanAttribute('enabled');
  }
  /**
   * Traffic mode of clients that are on-premises; only with dynamic steering.
   */
  public get onPremisesTrafficMode() {
    return this.getStringAttribute('on_premises_traffic_mode');
  }
  /**
   * Traffic mode of clients that are off-premises; only with dynamic steering.
   */
  public get offPremisesTrafficMode() {
    return this.getStringAttribute('off_premises_traffic_mode');
  }
}

/**
 * A steering configuration of the tenant, the default one too, found by its id or its name.
 */
export class DataNetskopesteeringConfiguration extends cdktf.TerraformDataSource {
  public static readonly tfResourceType = 'netskopesteering_configuration';

  /**
   * @param scope The scope in which to define this construct
   * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
   * @param config Attributes and meta-arguments
   */
  public constructor(scope: Construct, id: string, config: DataNetskopesteeringConfigurationConfig = {}) {
    super(scope, id, {
      ...config,
      terraformResourceType: DataNetskopesteeringConfiguration.tfResourceType,
      terraformGeneratorMetadata: { providerName: 'netskopesteering' },
    });
    this._id = config.id;
    this._name = config.name;
  }

  private _id: string | undefined;
  public get id() {
    return this.getStringAttribute('id');
  }
  public set id(value: string) {
    this._id = value;
  }
  public resetId(): void {
    this._id = undefined;
  }
  public get idInput(): string | undefined {
    return this._id;
  }

  private _name: string | undefined;
  public get name() {
    return this.getStringAttribute('name');
  }
  public set name(value: string) {
    this._name = value;
  }
  public resetName(): void {
    this._name = undefined;
  }
  public get nameInput(): string | undefined {
    return this._name;
  }
  /**
   * Whether the configuration takes part in matching. New ones start disabled, so the default is `false`.
   */
  public get enabled() {
    return this.getBooleanAttribute('enabled');
  }
  /**
   * Place in the order of evaluation, 1 first; the default configuration is the last. New configurations come
   * below the custom ones (assumed).
   */
  public get priority() {
    return this.getNumberAttribute('priority');
  }
  /**
   * What the clients steer: `cloud_apps` (hosts of steered cloud apps only), `web` (ports 80, 443 and the
   * non-standard ports), `all` (every port but 53, which is for DNS, and UDP 5353; of IPv6 only HTTP; needs Cloud
   * Firewall) or `none` (nothing, and exceptions are not processed).
   */
  public get trafficMode() {
    return this.getStringAttribute('traffic_mode');
  }
  private _dynamicSteeringReference: DataNetskopesteeringConfigurationDynamicSteeringOutputReference | undefined;
  /**
   * Dynamic steering: clients that are on-premises and off-premises each have a traffic mode, and exceptions, of
   * their own; `traffic_mode` then applies to nobody (assumed). Needs on-premises detection. **Turning it on or
   * off moves exceptions, and may lose some that are not managed here.**
   */
  public get dynamicSteering(): DataNetskopesteeringConfigurationDynamicSteeringOutputReference {
    return (this._dynamicSteeringReference ??= new DataNetskopesteeringConfigurationDynamicSteeringOutputReference(
      this,
      'dynamic_steering',
    ));
  }
  /**
   * Which private apps are steered: `none`, `all` or `specific`, those of `private_apps`.
   */
  public get steerPrivateApps() {
    return this.getStringAttribute('steer_private_apps');
  }
  /**
   * Names of private apps; only with `steer_private_apps = "specific"`.
   */
  public get privateApps() {
    return cdktf.Fn.tolist(this.getListAttribute('private_apps'));
  }
  /**
   * Whether DNS traffic is steered; only in the traffic modes `web` and `all`, and with dynamic steering only
   * off-premises.
   */
  public get steerDns() {
    return this.getBooleanAttribute('steer_dns');
  }
  /**
   * Where traffic of bypass exceptions leaves the path: at the `client` (direct) or in the `cloud` (tunnelled,
   * without policy). Traffic of certificate pinned apps goes as its own action says, and TCP that is not HTTP at
   * the client always.
   */
  public get bypassExceptionTrafficAt() {
    return this.getStringAttribute('bypass_exception_traffic_at');
  }
  /**
   * User groups it applies to. A tenant uses user groups or organizational units, one kind for all configurations.
   */
  public get userGroups() {
    return cdktf.Fn.tolist(this.getListAttribute('user_groups'));
  }
  /**
   * Organizational units it applies to; excludes `user_groups`.
   */
  public get organizationUnits() {
    return cdktf.Fn.tolist(this.getListAttribute('organization_units'));
  }
  /**
   * Operating systems it applies to (since release 124): `windows`, `mac_os`, `linux`, `android`, `ios`.
   */
  public get osFamilies() {
    return cdktf.Fn.tolist(this.getListAttribute('os_families'));
  }
  /**
   * Device tags it applies to (since release 134), five at most; a device must have at least one of them.
   */
  public get deviceTags() {
    return cdktf.Fn.tolist(this.getListAttribute('device_tags'));
  }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return onlyWritten({ id: cdktf.stringToTerraform(this.idInput), name: cdktf.stringToTerraform(this.nameInput) });
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
