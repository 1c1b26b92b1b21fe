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

export class DataNetskopesteeringExceptionApplicationOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  /**
   * Names of cloud applications, or of firewall apps.
   */
  public get apps() {
    return cdktf.Fn.tolist(this.getListAttribute('apps'));
  }
  /**
   * `bypass`, or `bypass_except_dns`, which still steers DNS. [doc]
   */
  public get action() {
    return this.getStringAttribute('action');
  }
}

export class DataNetskopesteeringExceptionCertificatePinnedAppWindowsOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  /**
   * `block`, `bypass`, or a bypass with its mode: `bypass_direct`, `bypass_tunnel`; `bypass_managed_direct`,
   * `bypass_managed_tunnel` bypass managed devices only and **block all others**. [doc]
   */
  public get action() {
    return this.getStringAttribute('action');
  }
}

export class DataNetskopesteeringExceptionCertificatePinnedAppMacOsOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  /**
   * `block`, `bypass`, or a bypass with its mode: `bypass_direct`, `bypass_tunnel`; `bypass_managed_direct`,
   * `bypass_managed_tunnel` bypass managed devices only and **block all others**. [doc]
   */
  public get action() {
    return this.getStringAttribute('action');
  }
}

export class DataNetskopesteeringExceptionCertificatePinnedAppLinuxOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  /**
   * `bypass` or `block`. [doc]
   */
  public get action() {
    return this.getStringAttribute('action');
  }
}

export class DataNetskopesteeringExceptionCertificatePinnedAppIosOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  /**
   * `bypass` or `block`. [doc]
   */
  public get action() {
    return this.getStringAttribute('action');
  }
}

export class DataNetskopesteeringExceptionCertificatePinnedAppAndroidOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  /**
   * `bypass` or `block`. [doc]
   */
  public get action() {
    return this.getStringAttribute('action');
  }
}

export class DataNetskopesteeringExceptionCertificatePinnedAppChromeOsOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  /**
   * `bypass` or `block`. [doc]
   */
  public get action() {
    return this.getStringAttribute('action');
  }
}

export class DataNetskopesteeringExceptionCertificatePinnedAppOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  /**
   * Id of the certificate pinned app.
   */
  public get appId() {
    return this.getStringAttribute('app_id');
  }
  /**
   * Destinations a bypass is limited to, compared by suffix: `example.com` covers `mail.example.com`; `*` is every
   * host; `*.example.com` is not supported. [doc] Block and the managed-device actions ignore them. [community]
   * Case makes no difference, and a name of other letters than ASCII is the one that clients see, which is sent:
   * `bücher.example` is `xn--bcher-kva.example`. [assumed]
   */
  public get customAppDomains() {
    return cdktf.Fn.tolist(this.getListAttribute('custom_app_domains'));
  }
  private _windowsReference: DataNetskopesteeringExceptionCertificatePinnedAppWindowsOutputReference | undefined;
  /**
   * What happens to the app's traffic on Windows.
   */
  public get windows(): DataNetskopesteeringExceptionCertificatePinnedAppWindowsOutputReference {
    return (this._windowsReference ??= new DataNetskopesteeringExceptionCertificatePinnedAppWindowsOutputReference(
      this,
      'windows',
    ));
  }
  private _macOsReference: DataNetskopesteeringExceptionCertificatePinnedAppMacOsOutputReference | undefined;
  /**
   * What happens to the app's traffic on macOS.
   */
  public get macOs(): DataNetskopesteeringExceptionCertificatePinnedAppMacOsOutputReference {
    return (this._macOsReference ??= new DataNetskopesteeringExceptionCertificatePinnedAppMacOsOutputReference(
      this,
      'mac_os',
    ));
  }
  private _linuxReference: DataNetskopesteeringExceptionCertificatePinnedAppLinuxOutputReference | undefined;
  /**
   * What happens to the app's traffic on Linux.
   */
  public get linux(): DataNetskopesteeringExceptionCertificatePinnedAppLinuxOutputReference {
    return (this._linuxReference ??= new DataNetskopesteeringExceptionCertificatePinnedAppLinuxOutputReference(
      this,
      'linux',
    ));
  }
  private _iosReference: DataNetskopesteeringExceptionCertificatePinnedAppIosOutputReference | undefined;
  /**
   * What happens to the app's traffic on iOS.
   */
  public get ios(): DataNetskopesteeringExceptionCertificatePinnedAppIosOutputReference {
    return (this._iosReference ??= new DataNetskopesteeringExceptionCertificatePinnedAppIosOutputReference(
      this,
      'ios',
    ));
  }
  private _androidReference: DataNetskopesteeringExceptionCertificatePinnedAppAndroidOutputReference | undefined;
  /**
   * What happens to the app's traffic on Android.
   */
  public get android(): DataNetskopesteeringExceptionCertificatePinnedAppAndroidOutputReference {
    return (this._androidReference ??= new DataNetskopesteeringExceptionCertificatePinnedAppAndroidOutputReference(
      this,
      'android',
    ));
  }
  private _chromeOsReference: DataNetskopesteeringExceptionCertificatePinnedAppChromeOsOutputReference | undefined;
  /**
   * What happens to the app's traffic on Chrome OS.
   */
  public get chromeOs(): DataNetskopesteeringExceptionCertificatePinnedAppChromeOsOutputReference {
    return (this._chromeOsReference ??= new DataNetskopesteeringExceptionCertificatePinnedAppChromeOsOutputReference(
      this,
      'chrome_os',
    ));
  }
}

export class DataNetskopesteeringExceptionDestinationLocationOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  /**
   * Names of network locations.
   */
  public get locations() {
    return cdktf.Fn.tolist(this.getListAttribute('locations'));
  }
  /**
   * `bypass`, or `bypass_except_dns`, which still steers DNS. [doc]
   */
  public get action() {
    return this.getStringAttribute('action');
  }
  /**
   * Treat the addresses like local ones. [doc]
   */
  public get treatLikeLocalIp() {
    return this.getBooleanAttribute('treat_like_local_ip');
  }
}

export class DataNetskopesteeringExceptionDnsOutputReference extends cdktf.ComplexObject {
  public constructor(
    terraformResource: cdktf.IInterpolatingParent,
    terraformAttribute: string,
    complexObjectIndex: number,
    complexObjectIsFromSet: boolean,
  ) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  /**
   * The name that is asked for, or `*.example.com`; with `PTR`, an address. [doc] Case makes no difference, and a
   * name of other letters than ASCII is the one that clients see, which is sent: `bücher.example` is
   * `xn--bcher-kva.example`. [assumed]
   */
  public get domain() {
    return this.getStringAttribute('domain');
  }
  /**
   * `all`, or one type: A, AAAA, CNAME, HTTPS, MX, NS, PTR, SOA, SRV, SVCB, TXT. [doc] Which types are offered is
   * [assumed].
   */
  public get recordType() {
    return this.getStringAttribute('record_type');
  }
}

export class DataNetskopesteeringExceptionDnsList extends cdktf.ComplexList {
  public get(index: number): DataNetskopesteeringExceptionDnsOutputReference {
    return new DataNetskopesteeringExceptionDnsOutputReference(
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
   * The type of the exception, which is the name of the one attribute that holds its data.
   */
  public get type() {
    return this.getStringAttribute('type');
  }
  /**
   * The side that the exception belongs to, where the configuration has dynamic steering: `on_premises` or
   * `off_premises`. [doc] Not every type is offered on both.
   */
  public get location() {
    return this.getStringAttribute('location');
  }
  /**
   * Free text for other administrators, of any number of lines. [doc] White space at its ends makes no difference.
   */
  public get notes() {
    return this.getStringAttribute('notes');
  }
  private _applicationReference: DataNetskopesteeringExceptionApplicationOutputReference | undefined;
  /**
   * An exception for applications. [doc]
   */
  public get application(): DataNetskopesteeringExceptionApplicationOutputReference {
    return (this._applicationReference ??= new DataNetskopesteeringExceptionApplicationOutputReference(
      this,
      'application',
    ));
  }
  /**
   * An exception for categories of destinations, by name; always a bypass. [doc]
   */
  public get category() {
    return cdktf.Fn.tolist(this.getListAttribute('category'));
  }
  private _certificatePinnedAppReference: DataNetskopesteeringExceptionCertificatePinnedAppOutputReference | undefined;
  /**
   * An exception for a certificate pinned app, with an action per platform; at least one platform. [doc]
   */
  public get certificatePinnedApp(): DataNetskopesteeringExceptionCertificatePinnedAppOutputReference {
    return (this._certificatePinnedAppReference ??=
      new DataNetskopesteeringExceptionCertificatePinnedAppOutputReference(this, 'certificate_pinned_app'));
  }
  private _destinationLocationReference: DataNetskopesteeringExceptionDestinationLocationOutputReference | undefined;
  /**
   * An exception for network locations of destinations. [doc]
   */
  public get destinationLocation(): DataNetskopesteeringExceptionDestinationLocationOutputReference {
    return (this._destinationLocationReference ??= new DataNetskopesteeringExceptionDestinationLocationOutputReference(
      this,
      'destination_location',
    ));
  }
  private _dnsReference: DataNetskopesteeringExceptionDnsList | undefined;
  /**
   * An exception for questions to DNS servers; always a bypass. [doc]
   */
  public get dns(): DataNetskopesteeringExceptionDnsList {
    return (this._dnsReference ??= new DataNetskopesteeringExceptionDnsList(this, 'dns', true));
  }
  /**
   * An exception for domains: host names, and wildcards such as `*.example.com`, which custom app domains do not
   * know; always a bypass. [doc] Whether a wildcard covers `example.com` itself is said in two ways by the vendor.
   * Case makes no difference, and a name of other letters than ASCII is the one that clients see, which is sent:
   * `bücher.example` is `xn--bcher-kva.example`. [assumed]
   */
  public get domains() {
    return cdktf.Fn.tolist(this.getListAttribute('domains'));
  }
  /**
   * An exception for countries of clients, as ISO 3166-1 codes of two capital letters, such as `DE` [assumed];
   * always a bypass. [doc]
   */
  public get sourceCountries() {
    return cdktf.Fn.tolist(this.getListAttribute('source_countries'));
  }
  /**
   * An exception for network locations of clients, by name; always a bypass. [doc]
   */
  public get sourceLocation() {
    return cdktf.Fn.tolist(this.getListAttribute('source_location'));
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
