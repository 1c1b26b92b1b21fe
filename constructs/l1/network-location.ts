// Generated from the schema of the provider; `npm run generate` writes it anew.

import type { Construct } from 'constructs';
import * as cdktf from 'cdktf';

/**
 * Configuration of a NetworkLocation.
 */
export interface NetworkLocationConfig extends cdktf.TerraformMetaArguments {
  /**
   * Name of the location, by which exceptions refer to it; unique on the tenant (reported by third parties).
   * Without white space at its ends, control characters, and characters that are invisible or change the direction
   * of the text; joiners where a script or an emoji has them are fine.
   */
  readonly name: string;
  /**
   * What belongs to it, at least one of: an address, a CIDR range such as `192.0.2.0/24`, or a range such as
   * `192.0.2.1-192.0.2.9` (reported by third parties). That each may be of IPv6 too is assumed. Case makes no
   * difference.
   */
  readonly addresses: string[];
}

/**
 * A network location: named addresses, to which destination location exceptions and source location exceptions
 * refer by the name, as in `network_locations = [netskopesteering_network_location.office.name]`. Those that the
 * vendor ships, such as `Local IP address range`, are named as text. A tenant deletes the exceptions that use a
 * location when it is uploaded again; that it does so too when a location is deleted is assumed. So the provider
 * does not delete a location while an exception of any configuration uses it. It looks first, and deletes then:
 * an exception that others make in between, or that the tenant does not show yet, is deleted with the location.
 * Other addresses are an update in place. That a tenant does not take it for another upload, and deletes no
 * exceptions then, is assumed: where it does, the next plan makes them again. Another name is another location,
 * because exceptions refer by it, and what becomes of them when a location is renamed is not published. Write
 * `lifecycle { create_before_destroy = true }` into each location whose name may change, or whose exceptions may
 * later refer to another one, and apply it: else Terraform deletes a location that leaves before they refer to
 * the other, and each apply fails. To replace a location under the same name (`-replace`), replace its
 * exceptions in the same apply.
 */
export class NetworkLocation extends cdktf.TerraformResource {
  public static readonly tfResourceType = 'netskopesteering_network_location';

  /**
   * Generates CDKTF code for importing a NetworkLocation resource upon running "cdktf plan <stack-name>".
   * @param scope The scope in which to define this construct
   * @param importToId The construct id used in the generated config for the resource to import
   * @param importFromId The id of the existing NetworkLocation that should be imported
   * @param provider Optional instance of the provider where the resource to import is found
   */
  public static generateConfigForImport(
    scope: Construct,
    importToId: string,
    importFromId: string,
    provider?: cdktf.TerraformProvider,
  ): cdktf.ImportableResource {
    const config = { terraformResourceType: NetworkLocation.tfResourceType, importId: importFromId };
    return new cdktf.ImportableResource(scope, importToId, provider === undefined ? config : { ...config, provider });
  }

  /**
   * @param scope The scope in which to define this construct
   * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
   * @param config Attributes and meta-arguments
   */
  public constructor(scope: Construct, id: string, config: NetworkLocationConfig) {
    super(scope, id, {
      ...config,
      terraformResourceType: NetworkLocation.tfResourceType,
      terraformGeneratorMetadata: { providerName: 'netskopesteering' },
    });
    this._name = config.name;
    this._addresses = config.addresses;
  }

  /**
   * The id that the tenant gave the location; also its import id.
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

  private _addresses: string[] | undefined;
  public get addresses() {
    return cdktf.Fn.tolist(this.getListAttribute('addresses'));
  }
  public set addresses(value: string[]) {
    this._addresses = value;
  }

  public get addressesInput(): string[] | undefined {
    return this._addresses;
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
      addresses: cdktf.listMapper(cdktf.stringToTerraform, false)(this.addressesInput),
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
