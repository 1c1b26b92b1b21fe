// Generated from the schema of the provider; `npm run generate` writes it anew.

import type { Construct } from 'constructs';
import * as cdktf from 'cdktf';

/**
 * Configuration of a DataNetskopesteeringNetworkLocations.
 */
export interface DataNetskopesteeringNetworkLocationsConfig extends cdktf.TerraformMetaArguments {
  /**
   * Only locations in whose name this regular expression (RE2) is found.
   */
  readonly namePattern?: string | undefined;
}

export class DataNetskopesteeringNetworkLocationsNetworkLocationsOutputReference extends cdktf.ComplexObject {
  public constructor(
    terraformResource: cdktf.IInterpolatingParent,
    terraformAttribute: string,
    complexObjectIndex: number,
    complexObjectIsFromSet: boolean,
  ) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  /**
   * Id of the location.
   */
  public get id() {
    return this.getStringAttribute('id');
  }
  /**
   * Name of the location.
   */
  public get name() {
    return this.getStringAttribute('name');
  }
  /**
   * What belongs to it, at least one of: an address, a CIDR range such as `192.0.2.0/24`, or a range such as
   * `192.0.2.1-192.0.2.9` (reported by third parties). That each may be of IPv6 too is assumed. Case makes no
   * difference.
   */
  public get addresses() {
    return cdktf.Fn.tolist(this.getListAttribute('addresses'));
  }
}

export class DataNetskopesteeringNetworkLocationsNetworkLocationsList extends cdktf.ComplexList {
  public get(index: number): DataNetskopesteeringNetworkLocationsNetworkLocationsOutputReference {
    return new DataNetskopesteeringNetworkLocationsNetworkLocationsOutputReference(
      this.terraformResource,
      this.terraformAttribute,
      index,
      this.wrapsSet,
    );
  }
}

/**
 * Network locations of the tenant that pass the filter. Those that the vendor ships are not listed (assumed).
 */
export class DataNetskopesteeringNetworkLocations extends cdktf.TerraformDataSource {
  public static readonly tfResourceType = 'netskopesteering_network_locations';

  /**
   * @param scope The scope in which to define this construct
   * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
   * @param config Attributes and meta-arguments
   */
  public constructor(scope: Construct, id: string, config: DataNetskopesteeringNetworkLocationsConfig = {}) {
    super(scope, id, {
      ...config,
      terraformResourceType: DataNetskopesteeringNetworkLocations.tfResourceType,
      terraformGeneratorMetadata: { providerName: 'netskopesteering' },
    });
    this._namePattern = config.namePattern;
  }

  private _namePattern: string | undefined;
  public get namePattern() {
    return this.getStringAttribute('name_pattern');
  }
  public set namePattern(value: string) {
    this._namePattern = value;
  }
  public resetNamePattern(): void {
    this._namePattern = undefined;
  }
  public get namePatternInput(): string | undefined {
    return this._namePattern;
  }
  /**
   * Their ids, in the order of their names.
   */
  public get ids() {
    return this.getListAttribute('ids');
  }
  private _networkLocationsReference: DataNetskopesteeringNetworkLocationsNetworkLocationsList | undefined;
  /**
   * The locations, in the order of their names.
   */
  public get networkLocations(): DataNetskopesteeringNetworkLocationsNetworkLocationsList {
    return (this._networkLocationsReference ??= new DataNetskopesteeringNetworkLocationsNetworkLocationsList(
      this,
      'network_locations',
      false,
    ));
  }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return onlyWritten({ name_pattern: cdktf.stringToTerraform(this.namePatternInput) });
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
