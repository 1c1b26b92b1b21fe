// Generated from the schema of the provider; `npm run generate` writes it anew.

import type { Construct } from 'constructs';
import * as cdktf from 'cdktf';

/**
 * Configuration of a DestinationLocationException.
 */
export interface DestinationLocationExceptionConfig extends cdktf.TerraformMetaArguments {
  /**
   * The configuration the exception belongs to; `0` is the default one.
   */
  readonly configurationId: string;
  /**
   * Where the clients are that the exception is for, where the configuration has dynamic steering: `on_premises`
   * or `off_premises`. Not every type is offered at both.
   */
  readonly location?: string | undefined;
  /**
   * Free text for other administrators, of any number of lines. White space at its ends makes no difference.
   */
  readonly notes?: string | undefined;
  /**
   * Names of network locations, such as `netskopesteering_network_location.office.name`, or of those that the
   * vendor ships; at least one.
   */
  readonly networkLocations: string[];
  /**
   * `bypass`, or `bypass_except_dns`, which still steers DNS. Default `bypass`.
   *
   * @default "bypass"
   */
  readonly action?: string | undefined;
  /**
   * Treat the addresses like local ones. Default `false`.
   *
   * @default false
   */
  readonly treatLikeLocalIp?: (boolean | cdktf.IResolvable) | undefined;
}

/**
 * A steering exception for network locations of destinations: traffic to them is bypassed instead of steered. In
 * a custom configuration it is void for traffic that is not web traffic.
 */
export class DestinationLocationException extends cdktf.TerraformResource {
  public static readonly tfResourceType = 'netskopesteering_destination_location_exception';

  /**
   * Generates CDKTF code for importing a DestinationLocationException resource upon running "cdktf plan
   * <stack-name>".
   * @param scope The scope in which to define this construct
   * @param importToId The construct id used in the generated config for the resource to import
   * @param importFromId The id of the existing DestinationLocationException that should be imported
   * @param provider Optional instance of the provider where the resource to import is found
   */
  public static generateConfigForImport(
    scope: Construct,
    importToId: string,
    importFromId: string,
    provider?: cdktf.TerraformProvider,
  ): cdktf.ImportableResource {
    const config = { terraformResourceType: DestinationLocationException.tfResourceType, importId: importFromId };
    return new cdktf.ImportableResource(scope, importToId, provider === undefined ? config : { ...config, provider });
  }

  /**
   * @param scope The scope in which to define this construct
   * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
   * @param config Attributes and meta-arguments
   */
  public constructor(scope: Construct, id: string, config: DestinationLocationExceptionConfig) {
    super(scope, id, {
      ...config,
      terraformResourceType: DestinationLocationException.tfResourceType,
      terraformGeneratorMetadata: { providerName: 'netskopesteering' },
    });
    this._configurationId = config.configurationId;
    this._location = config.location;
    this._notes = config.notes;
    this._networkLocations = config.networkLocations;
    this._action = config.action;
    this._treatLikeLocalIp = config.treatLikeLocalIp;
  }

  /**
   * `<configuration>/<exception>`; also its import id, such as `0/345`.
   */
  public get id() {
    return this.getStringAttribute('id');
  }

  private _configurationId: string | undefined;
  public get configurationId() {
    return this.getStringAttribute('configuration_id');
  }
  public set configurationId(value: string) {
    this._configurationId = value;
  }

  public get configurationIdInput(): string | undefined {
    return this._configurationId;
  }

  private _location: string | undefined;
  public get location() {
    return this.getStringAttribute('location');
  }
  public set location(value: string) {
    this._location = value;
  }
  public resetLocation(): void {
    this._location = undefined;
  }
  public get locationInput(): string | undefined {
    return this._location;
  }

  private _notes: string | undefined;
  public get notes() {
    return this.getStringAttribute('notes');
  }
  public set notes(value: string) {
    this._notes = value;
  }
  public resetNotes(): void {
    this._notes = undefined;
  }
  public get notesInput(): string | undefined {
    return this._notes;
  }

  private _networkLocations: string[] | undefined;
  public get networkLocations() {
    return cdktf.Fn.tolist(this.getListAttribute('network_locations'));
  }
  public set networkLocations(value: string[]) {
    this._networkLocations = value;
  }

  public get networkLocationsInput(): string[] | undefined {
    return this._networkLocations;
  }

  private _action: string | undefined;
  public get action() {
    return this.getStringAttribute('action');
  }
  public set action(value: string) {
    this._action = value;
  }
  public resetAction(): void {
    this._action = undefined;
  }
  public get actionInput(): string | undefined {
    return this._action;
  }

  private _treatLikeLocalIp: (boolean | cdktf.IResolvable) | undefined;
  public get treatLikeLocalIp() {
    return this.getBooleanAttribute('treat_like_local_ip');
  }
  public set treatLikeLocalIp(value: boolean | cdktf.IResolvable) {
    this._treatLikeLocalIp = value;
  }
  public resetTreatLikeLocalIp(): void {
    this._treatLikeLocalIp = undefined;
  }
  public get treatLikeLocalIpInput(): (boolean | cdktf.IResolvable) | undefined {
    return this._treatLikeLocalIp;
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
      configuration_id: cdktf.stringToTerraform(this.configurationIdInput),
      location: cdktf.stringToTerraform(this.locationInput),
      notes: cdktf.stringToTerraform(this.notesInput),
      network_locations: cdktf.listMapper(cdktf.stringToTerraform, false)(this.networkLocationsInput),
      action: cdktf.stringToTerraform(this.actionInput),
      treat_like_local_ip: cdktf.booleanToTerraform(this.treatLikeLocalIpInput),
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
