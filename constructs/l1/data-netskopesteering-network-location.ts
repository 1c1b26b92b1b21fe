// Generated from the schema of the provider; `npm run generate` writes it anew.

import type { Construct } from 'constructs';
import * as cdktf from 'cdktf';

/**
 * Configuration of a DataNetskopesteeringNetworkLocation.
 */
export interface DataNetskopesteeringNetworkLocationConfig extends cdktf.TerraformMetaArguments {
  /**
   * Id of the location. Give this or `name`.
   *
   * @default - set by the provider
   */
  readonly id?: string | undefined;
  /**
   * Name of the location, exactly. Give this or `id`.
   *
   * @default - set by the provider
   */
  readonly name?: string | undefined;
}

/**
 * A network location of the tenant, found by its id or its name. Those that the vendor ships are not listed
 * (assumed).
 */
export class DataNetskopesteeringNetworkLocation extends cdktf.TerraformDataSource {
  public static readonly tfResourceType = 'netskopesteering_network_location';

  /**
   * @param scope The scope in which to define this construct
   * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
   * @param config Attributes and meta-arguments
   */
  public constructor(scope: Construct, id: string, config: DataNetskopesteeringNetworkLocationConfig = {}) {
    super(scope, id, {
      ...config,
      terraformResourceType: DataNetskopesteeringNetworkLocation.tfResourceType,
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
   * What belongs to it, at least one of: an address, a CIDR range such as `192.0.2.0/24`, or a range such as
   * `192.0.2.1-192.0.2.9` (reported by third parties). That each may be of IPv6 too is assumed. Case makes no
   * difference.
   */
  public get addresses() {
    return cdktf.Fn.tolist(this.getListAttribute('addresses'));
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
