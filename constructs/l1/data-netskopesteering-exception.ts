// Generated from the schema of the provider; `npm run generate` writes it anew.

import type { Construct } from 'constructs';
import * as cdktf from 'cdktf';

/**
 * Configuration of a DataNetskopesteeringException.
 */
export interface DataNetskopesteeringExceptionConfig extends cdktf.TerraformMetaArguments {
  /**
   * `<configuration>/<exception>`, such as `0/345`.
   */
  readonly id: string;
}

export class DataNetskopesteeringExceptionQuestionsOutputReference extends cdktf.ComplexObject {
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

export class DataNetskopesteeringExceptionQuestionsList extends cdktf.ComplexList {
  public get(index: number): DataNetskopesteeringExceptionQuestionsOutputReference {
    return new DataNetskopesteeringExceptionQuestionsOutputReference(
      this.terraformResource,
      this.terraformAttribute,
      index,
      this.wrapsSet,
    );
  }
}

/**
 * A steering exception of the tenant, found by its id.
 */
export class DataNetskopesteeringException extends cdktf.TerraformDataSource {
  public static readonly tfResourceType = 'netskopesteering_exception';

  /**
   * @param scope The scope in which to define this construct
   * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
   * @param config Attributes and meta-arguments
   */
  public constructor(scope: Construct, id: string, config: DataNetskopesteeringExceptionConfig) {
    super(scope, id, {
      ...config,
      terraformResourceType: DataNetskopesteeringException.tfResourceType,
      terraformGeneratorMetadata: { providerName: 'netskopesteering' },
    });
    this._id = config.id;
  }

  private _id: string | undefined;
  public get id() {
    return this.getStringAttribute('id');
  }
  public set id(value: string) {
    this._id = value;
  }

  public get idInput(): string | undefined {
    return this._id;
  }
  /**
   * The configuration that the exception belongs to; `0` is the default one.
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
  private _questionsReference: DataNetskopesteeringExceptionQuestionsList | undefined;
  /**
   * The questions; at least one.
   */
  public get questions(): DataNetskopesteeringExceptionQuestionsList {
    return (this._questionsReference ??= new DataNetskopesteeringExceptionQuestionsList(this, 'questions', true));
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

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return onlyWritten({ id: cdktf.stringToTerraform(this.idInput) });
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
