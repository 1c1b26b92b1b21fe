// Generated from the schema of the provider; `npm run generate` writes it anew.

import type { Construct } from 'constructs';
import * as cdktf from 'cdktf';

/**
 * Configuration of a DefaultConfiguration.
 */
export interface DefaultConfigurationConfig extends cdktf.TerraformMetaArguments {
  /**
   * What the clients steer: `cloud_apps` (hosts of steered cloud apps only), `web` (ports 80, 443 and the
   * non-standard ports), `all` (every port; needs Cloud Firewall) or `none` (no tunnel, exceptions are not
   * processed). [doc] Not written: not managed, and read only.
   *
   * @default - what the provider finds or decides
   */
  readonly trafficMode?: string | undefined;
}

export class DefaultConfigurationFoundOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  /**
   * Traffic mode before this resource managed it.
   */
  public get trafficMode() {
    return this.getStringAttribute('traffic_mode');
  }
}

/**
 * The default steering configuration of the tenant (`config_id` 0): always enabled, never deleted, last to
 * match. [doc] It exists already, so import it (id `0`). What is not written here is not managed; destroying
 * puts back what was found.
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
   * Always true. [doc]
   */
  public get enabled() {
    return this.getBooleanAttribute('enabled');
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
  private _foundReference: DefaultConfigurationFoundOutputReference | undefined;
  /**
   * What the import (or a bare create) met. Destroying the resource puts back what was changed since.
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
    return { traffic_mode: cdktf.stringToTerraform(this.trafficModeInput) };
  }

  public override toHclTerraform(): never {
    throw new Error(
      'HCL output is not supported: cdktf would write nested attributes as blocks, which Terraform refuses. Synthesize JSON, the default.',
    );
  }
}
