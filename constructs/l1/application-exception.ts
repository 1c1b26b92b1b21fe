// Generated from the schema of the provider; `npm run generate` writes it anew.

import type { Construct } from 'constructs';
import * as cdktf from 'cdktf';

/**
 * Configuration of a ApplicationException.
 */
export interface ApplicationExceptionConfig extends cdktf.TerraformMetaArguments {
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
   * Names of cloud applications, or of firewall apps; at least one.
   */
  readonly applications: string[];
  /**
   * `bypass`, or `bypass_except_dns`, which still steers DNS. Default `bypass`.
   *
   * @default "bypass"
   */
  readonly action?: string | undefined;
}

/**
 * A steering exception for applications: their traffic is bypassed instead of steered. Off-premises it is
 * offered in all-traffic mode only. In a custom configuration it is void for traffic that is not web traffic.
 */
export class ApplicationException extends cdktf.TerraformResource {
  public static readonly tfResourceType = 'netskopesteering_application_exception';

  /**
   * Generates CDKTF code for importing a ApplicationException resource upon running "cdktf plan <stack-name>".
   * @param scope The scope in which to define this construct
   * @param importToId The construct id used in the generated config for the resource to import
   * @param importFromId The id of the existing ApplicationException that should be imported
   * @param provider Optional instance of the provider where the resource to import is found
   */
  public static generateConfigForImport(
    scope: Construct,
    importToId: string,
    importFromId: string,
    provider?: cdktf.TerraformProvider,
  ): cdktf.ImportableResource {
    const config = { terraformResourceType: ApplicationException.tfResourceType, importId: importFromId };
    return new cdktf.ImportableResource(scope, importToId, provider === undefined ? config : { ...config, provider });
  }

  /**
   * @param scope The scope in which to define this construct
   * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
   * @param config Attributes and meta-arguments
   */
  public constructor(scope: Construct, id: string, config: ApplicationExceptionConfig) {
    super(scope, id, {
      ...config,
      terraformResourceType: ApplicationException.tfResourceType,
      terraformGeneratorMetadata: { providerName: 'netskopesteering' },
    });
    this._configurationId = config.configurationId;
    this._location = config.location;
    this._notes = config.notes;
    this._applications = config.applications;
    this._action = config.action;
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

  private _applications: string[] | undefined;
  public get applications() {
    return cdktf.Fn.tolist(this.getListAttribute('applications'));
  }
  public set applications(value: string[]) {
    this._applications = value;
  }

  public get applicationsInput(): string[] | undefined {
    return this._applications;
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
      applications: cdktf.listMapper(cdktf.stringToTerraform, false)(this.applicationsInput),
      action: cdktf.stringToTerraform(this.actionInput),
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
