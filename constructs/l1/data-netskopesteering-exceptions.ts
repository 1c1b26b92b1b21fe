// Generated from the schema of the provider; `npm run generate` writes it anew.

import type { Construct } from 'constructs';
import * as cdktf from 'cdktf';

/**
 * Configuration of a DataNetskopesteeringExceptions.
 */
export interface DataNetskopesteeringExceptionsConfig extends cdktf.TerraformMetaArguments {
  /**
   * The configuration; `0` is the default one.
   */
  readonly configurationId: string;
  /**
   * Only exceptions of this type: `application`, `category`, `certificate_pinned_app`, `destination_location`,
   * `dns`, `domains`, `source_countries`, `source_location`.
   */
  readonly type?: string | undefined;
  /**
   * Only exceptions for this certificate pinned app.
   */
  readonly appId?: string | undefined;
  /**
   * Only exceptions for clients that are, with dynamic steering, at this location: `on_premises` or
   * `off_premises`.
   */
  readonly location?: string | undefined;
}

export class DataNetskopesteeringExceptionsExceptionsQuestionsOutputReference extends cdktf.ComplexObject {
  public constructor(
    terraformResource: cdktf.IInterpolatingParent,
    terraformAttribute: string,
    complexObjectIndex: number,
    complexObjectIsFromSet: boolean,
  ) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  /**
   * The name that is asked for, or `*.example.com`; with `PTR`, an address. Case makes no difference, and a name
   * of other letters than ASCII is the one that clients see, which is sent: `bücher.example` is
   * `xn--bcher-kva.example` (assumed).
   */
  public get domain() {
    return this.getStringAttribute('domain');
  }
  /**
   * `all`, or one type: A, AAAA, CNAME, HTTPS, MX, NS, PTR, SOA, SRV, SVCB, TXT. Which types are offered is
   * assumed.
   */
  public get recordType() {
    return this.getStringAttribute('record_type');
  }
}

export class DataNetskopesteeringExceptionsExceptionsQuestionsList extends cdktf.ComplexList {
  public get(index: number): DataNetskopesteeringExceptionsExceptionsQuestionsOutputReference {
    return new DataNetskopesteeringExceptionsExceptionsQuestionsOutputReference(
      this.terraformResource,
      this.terraformAttribute,
      index,
      this.wrapsSet,
    );
  }
}

export class DataNetskopesteeringExceptionsExceptionsOutputReference extends cdktf.ComplexObject {
  public constructor(
    terraformResource: cdktf.IInterpolatingParent,
    terraformAttribute: string,
    complexObjectIndex: number,
    complexObjectIsFromSet: boolean,
  ) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  /**
   * `<configuration>/<exception>`.
   */
  public get id() {
    return this.getStringAttribute('id');
  }
  /**
   * The configuration.
   */
  public get configurationId() {
    return this.getStringAttribute('configuration_id');
  }
  /**
   * The type of the exception: `application`, `category`, `certificate_pinned_app`, `destination_location`, `dns`,
   * `domains`, `source_countries`, `source_location`.
   */
  public get type() {
    return this.getStringAttribute('type');
  }
  /**
   * Where the clients are that the exception is for, where the configuration has dynamic steering: `on_premises`
   * or `off_premises`. Not every type is offered at both.
   */
  public get location() {
    return this.getStringAttribute('location');
  }
  /**
   * Free text for other administrators, of any number of lines. White space at its ends makes no difference.
   */
  public get notes() {
    return this.getStringAttribute('notes');
  }
  /**
   * Names of cloud applications, or of firewall apps; at least one.
   */
  public get applications() {
    return cdktf.Fn.tolist(this.getListAttribute('applications'));
  }
  /**
   * `bypass`, or `bypass_except_dns`, which still steers DNS.
   */
  public get action() {
    return this.getStringAttribute('action');
  }
  /**
   * Names of categories; at least one.
   */
  public get categories() {
    return cdktf.Fn.tolist(this.getListAttribute('categories'));
  }
  /**
   * Id of the certificate pinned app.
   */
  public get appId() {
    return this.getStringAttribute('app_id');
  }
  /**
   * Destinations a bypass is limited to, compared by suffix: `example.com` covers `mail.example.com`; `*` is every
   * host; `*.example.com` is not supported. Block and the managed-device actions ignore them (reported by third
   * parties). Case makes no difference, and a name of other letters than ASCII is the one that clients see, which
   * is sent: `bücher.example` is `xn--bcher-kva.example` (assumed).
   */
  public get customAppDomains() {
    return cdktf.Fn.tolist(this.getListAttribute('custom_app_domains'));
  }
  /**
   * What happens to the app's traffic on Windows: `block`, `bypass`, or a bypass with its mode: `bypass_direct`,
   * `bypass_tunnel`; `bypass_managed_direct` and `bypass_managed_tunnel` bypass managed devices only and **block
   * all others**; `steer_and_decrypt` steers and inspects it like any other traffic (release 122.1 and later).
   */
  public get windows() {
    return this.getStringAttribute('windows');
  }
  /**
   * Names of the device classifications that count as managed on Windows, only with an action for managed devices
   * there (release 126 and later).
   */
  public get windowsDeviceClassifications() {
    return cdktf.Fn.tolist(this.getListAttribute('windows_device_classifications'));
  }
  /**
   * What happens to the app's traffic on macOS: `block`, `bypass`, or a bypass with its mode: `bypass_direct`,
   * `bypass_tunnel`; `bypass_managed_direct` and `bypass_managed_tunnel` bypass managed devices only and **block
   * all others**; `steer_and_decrypt` steers and inspects it like any other traffic (release 122.1 and later).
   */
  public get macOs() {
    return this.getStringAttribute('mac_os');
  }
  /**
   * Names of the device classifications that count as managed on macOS, only with an action for managed devices
   * there (release 126 and later).
   */
  public get macOsDeviceClassifications() {
    return cdktf.Fn.tolist(this.getListAttribute('mac_os_device_classifications'));
  }
  /**
   * What happens to the app's traffic on Linux: `block` or `bypass`.
   */
  public get linux() {
    return this.getStringAttribute('linux');
  }
  /**
   * What happens to the app's traffic on iOS: `block` or `bypass`.
   */
  public get ios() {
    return this.getStringAttribute('ios');
  }
  /**
   * What happens to the app's traffic on Android: `block` or `bypass`.
   */
  public get android() {
    return this.getStringAttribute('android');
  }
  /**
   * What happens to the app's traffic on Chrome OS: `block` or `bypass`.
   */
  public get chromeOs() {
    return this.getStringAttribute('chrome_os');
  }
  /**
   * Names of network locations, such as `netskopesteering_network_location.office.name`, or of those that the
   * vendor ships; at least one.
   */
  public get networkLocations() {
    return cdktf.Fn.tolist(this.getListAttribute('network_locations'));
  }
  /**
   * Treat the addresses like local ones.
   */
  public get treatLikeLocalIp() {
    return this.getBooleanAttribute('treat_like_local_ip');
  }
  private _questionsReference: DataNetskopesteeringExceptionsExceptionsQuestionsList | undefined;
  /**
   * The questions; at least one.
   */
  public get questions(): DataNetskopesteeringExceptionsExceptionsQuestionsList {
    return (this._questionsReference ??= new DataNetskopesteeringExceptionsExceptionsQuestionsList(
      this,
      'questions',
      true,
    ));
  }
  /**
   * Host names, and wildcards such as `*.example.com`, which custom app domains do not support; at least one.
   * Whether a wildcard covers `example.com` itself has two answers from the vendor. Case makes no difference, and
   * a name of other letters than ASCII is the one that clients see, which is sent: `bücher.example` is
   * `xn--bcher-kva.example` (assumed).
   */
  public get domains() {
    return cdktf.Fn.tolist(this.getListAttribute('domains'));
  }
  /**
   * Countries as ISO 3166-1 codes of two capital letters, such as `DE` (assumed); at least one.
   */
  public get countries() {
    return cdktf.Fn.tolist(this.getListAttribute('countries'));
  }
}

export class DataNetskopesteeringExceptionsExceptionsList extends cdktf.ComplexList {
  public get(index: number): DataNetskopesteeringExceptionsExceptionsOutputReference {
    return new DataNetskopesteeringExceptionsExceptionsOutputReference(
      this.terraformResource,
      this.terraformAttribute,
      index,
      this.wrapsSet,
    );
  }
}

/**
 * Steering exceptions of a configuration that pass every given filter. Exceptions of a type that this version of
 * the provider does not know are left out.
 */
export class DataNetskopesteeringExceptions extends cdktf.TerraformDataSource {
  public static readonly tfResourceType = 'netskopesteering_exceptions';

  /**
   * @param scope The scope in which to define this construct
   * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
   * @param config Attributes and meta-arguments
   */
  public constructor(scope: Construct, id: string, config: DataNetskopesteeringExceptionsConfig) {
    super(scope, id, {
      ...config,
      terraformResourceType: DataNetskopesteeringExceptions.tfResourceType,
      terraformGeneratorMetadata: { providerName: 'netskopesteering' },
    });
    this._configurationId = config.configurationId;
    this._type = config.type;
    this._appId = config.appId;
    this._location = config.location;
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

  private _type: string | undefined;
  public get type() {
    return this.getStringAttribute('type');
  }
  public set type(value: string) {
    this._type = value;
  }
  public resetType(): void {
    this._type = undefined;
  }
  public get typeInput(): string | undefined {
    return this._type;
  }

  private _appId: string | undefined;
  public get appId() {
    return this.getStringAttribute('app_id');
  }
  public set appId(value: string) {
    this._appId = value;
  }
  public resetAppId(): void {
    this._appId = undefined;
  }
  public get appIdInput(): string | undefined {
    return this._appId;
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
  /**
   * Their ids, in ascending order.
   */
  public get ids() {
    return this.getListAttribute('ids');
  }
  private _exceptionsReference: DataNetskopesteeringExceptionsExceptionsList | undefined;
  /**
   * The exceptions, in the ascending order of their ids.
   */
  public get exceptions(): DataNetskopesteeringExceptionsExceptionsList {
    return (this._exceptionsReference ??= new DataNetskopesteeringExceptionsExceptionsList(this, 'exceptions', false));
  }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return onlyWritten({
      configuration_id: cdktf.stringToTerraform(this.configurationIdInput),
      type: cdktf.stringToTerraform(this.typeInput),
      app_id: cdktf.stringToTerraform(this.appIdInput),
      location: cdktf.stringToTerraform(this.locationInput),
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
