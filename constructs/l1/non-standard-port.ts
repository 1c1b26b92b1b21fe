// Generated from the schema of the provider; `npm run generate` writes it anew.

import type { Construct } from 'constructs';
import * as cdktf from 'cdktf';

/**
 * Configuration of a NonStandardPort.
 */
export interface NonStandardPortConfig extends cdktf.TerraformMetaArguments {
  /**
   * The configuration the entry belongs to; `0` is the default one.
   */
  readonly configurationId: string;
  /**
   * Port, 1 to 65535. Ports 80 and 443 are steered without an entry, and one for them changes nothing.
   */
  readonly port: number;
  /**
   * Domains (or addresses) the entry is limited to. **Without any, it steers this port for every process and
   * host**, other pinned apps included. Case makes no difference, and a name of other letters than ASCII is the
   * one that clients see, which is sent: `bücher.example` is `xn--bcher-kva.example` (assumed).
   */
  readonly domains?: string[] | undefined;
}

/**
 * An entry of the non-standard ports of a steering configuration: web traffic on a port other than 80 and 443
 * that the clients steer too. Step 3 of blocking a native app.
 */
export class NonStandardPort extends cdktf.TerraformResource {
  public static readonly tfResourceType = 'netskopesteering_non_standard_port';

  /**
   * Generates CDKTF code for importing a NonStandardPort resource upon running "cdktf plan <stack-name>".
   * @param scope The scope in which to define this construct
   * @param importToId The construct id used in the generated config for the resource to import
   * @param importFromId The id of the existing NonStandardPort that should be imported
   * @param provider Optional instance of the provider where the resource to import is found
   */
  public static generateConfigForImport(
    scope: Construct,
    importToId: string,
    importFromId: string,
    provider?: cdktf.TerraformProvider,
  ): cdktf.ImportableResource {
    const config = { terraformResourceType: NonStandardPort.tfResourceType, importId: importFromId };
    return new cdktf.ImportableResource(scope, importToId, provider === undefined ? config : { ...config, provider });
  }

  /**
   * @param scope The scope in which to define this construct
   * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
   * @param config Attributes and meta-arguments
   */
  public constructor(scope: Construct, id: string, config: NonStandardPortConfig) {
    super(scope, id, {
      ...config,
      terraformResourceType: NonStandardPort.tfResourceType,
      terraformGeneratorMetadata: { providerName: 'netskopesteering' },
    });
    this._configurationId = config.configurationId;
    this._port = config.port;
    this._domains = config.domains;
  }

  /**
   * `<configuration>/<entry>`; also its import id, such as `0/12`.
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

  private _port: number | undefined;
  public get port() {
    return this.getNumberAttribute('port');
  }
  public set port(value: number) {
    this._port = value;
  }

  public get portInput(): number | undefined {
    return this._port;
  }

  private _domains: string[] | undefined;
  public get domains() {
    return cdktf.Fn.tolist(this.getListAttribute('domains'));
  }
  public set domains(value: string[]) {
    this._domains = value;
  }
  public resetDomains(): void {
    this._domains = undefined;
  }
  public get domainsInput(): string[] | undefined {
    return this._domains;
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
      port: cdktf.numberToTerraform(this.portInput),
      domains: cdktf.listMapper(cdktf.stringToTerraform, false)(this.domainsInput),
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
