// Generated from the schema of the provider; `npm run generate` writes it anew.

import type { Construct } from 'constructs';
import * as cdktf from 'cdktf';

/**
 * Configuration of a CertificatePinnedAppException.
 */
export interface CertificatePinnedAppExceptionConfig extends cdktf.TerraformMetaArguments {
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
   * Id of the certificate pinned app.
   */
  readonly appId: string;
  /**
   * Destinations a bypass is limited to, compared by suffix: `example.com` covers `mail.example.com`; `*` is every
   * host; `*.example.com` is not supported. Block and the managed-device actions ignore them (reported by third
   * parties). Case makes no difference, and a name of other letters than ASCII is the one that clients see, which
   * is sent: `bücher.example` is `xn--bcher-kva.example` (assumed).
   */
  readonly customAppDomains?: string[] | undefined;
  /**
   * What happens to the app's traffic on Windows: `block`, `bypass`, or a bypass with its mode: `bypass_direct`,
   * `bypass_tunnel`; `bypass_managed_direct` and `bypass_managed_tunnel` bypass managed devices only and **block
   * all others**; `steer_and_decrypt` steers and inspects it like any other traffic (release 122.1 and later). If
   * you leave it out, the exception does nothing on Windows.
   */
  readonly windows?: string | undefined;
  /**
   * Names of the device classifications that count as managed on Windows, only with an action for managed devices
   * there (release 126 and later). If you leave it out, every managed device counts.
   */
  readonly windowsDeviceClassifications?: string[] | undefined;
  /**
   * What happens to the app's traffic on macOS: `block`, `bypass`, or a bypass with its mode: `bypass_direct`,
   * `bypass_tunnel`; `bypass_managed_direct` and `bypass_managed_tunnel` bypass managed devices only and **block
   * all others**; `steer_and_decrypt` steers and inspects it like any other traffic (release 122.1 and later). If
   * you leave it out, the exception does nothing on macOS.
   */
  readonly macOs?: string | undefined;
  /**
   * Names of the device classifications that count as managed on macOS, only with an action for managed devices
   * there (release 126 and later). If you leave it out, every managed device counts.
   */
  readonly macOsDeviceClassifications?: string[] | undefined;
  /**
   * What happens to the app's traffic on Linux: `block` or `bypass`. If you leave it out, the exception does
   * nothing on Linux.
   */
  readonly linux?: string | undefined;
  /**
   * What happens to the app's traffic on iOS: `block` or `bypass`. If you leave it out, the exception does nothing
   * on iOS.
   */
  readonly ios?: string | undefined;
  /**
   * What happens to the app's traffic on Android: `block` or `bypass`. If you leave it out, the exception does
   * nothing on Android.
   */
  readonly android?: string | undefined;
  /**
   * What happens to the app's traffic on Chrome OS: `block` or `bypass`. If you leave it out, the exception does
   * nothing on Chrome OS.
   */
  readonly chromeOs?: string | undefined;
}

/**
 * A steering exception for a certificate pinned app, with an action for each platform that it names, at least
 * one. It is step 4 of blocking a native app.
 */
export class CertificatePinnedAppException extends cdktf.TerraformResource {
  public static readonly tfResourceType = 'netskopesteering_certificate_pinned_app_exception';

  /**
   * Generates CDKTF code for importing a CertificatePinnedAppException resource upon running "cdktf plan
   * <stack-name>".
   * @param scope The scope in which to define this construct
   * @param importToId The construct id used in the generated config for the resource to import
   * @param importFromId The id of the existing CertificatePinnedAppException that should be imported
   * @param provider Optional instance of the provider where the resource to import is found
   */
  public static generateConfigForImport(
    scope: Construct,
    importToId: string,
    importFromId: string,
    provider?: cdktf.TerraformProvider,
  ): cdktf.ImportableResource {
    const config = { terraformResourceType: CertificatePinnedAppException.tfResourceType, importId: importFromId };
    return new cdktf.ImportableResource(scope, importToId, provider === undefined ? config : { ...config, provider });
  }

  /**
   * @param scope The scope in which to define this construct
   * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
   * @param config Attributes and meta-arguments
   */
  public constructor(scope: Construct, id: string, config: CertificatePinnedAppExceptionConfig) {
    super(scope, id, {
      ...config,
      terraformResourceType: CertificatePinnedAppException.tfResourceType,
      terraformGeneratorMetadata: { providerName: 'netskopesteering' },
    });
    this._configurationId = config.configurationId;
    this._location = config.location;
    this._notes = config.notes;
    this._appId = config.appId;
    this._customAppDomains = config.customAppDomains;
    this._windows = config.windows;
    this._windowsDeviceClassifications = config.windowsDeviceClassifications;
    this._macOs = config.macOs;
    this._macOsDeviceClassifications = config.macOsDeviceClassifications;
    this._linux = config.linux;
    this._ios = config.ios;
    this._android = config.android;
    this._chromeOs = config.chromeOs;
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

  private _appId: string | undefined;
  public get appId() {
    return this.getStringAttribute('app_id');
  }
  public set appId(value: string) {
    this._appId = value;
  }

  public get appIdInput(): string | undefined {
    return this._appId;
  }

  private _customAppDomains: string[] | undefined;
  public get customAppDomains() {
    return cdktf.Fn.tolist(this.getListAttribute('custom_app_domains'));
  }
  public set customAppDomains(value: string[]) {
    this._customAppDomains = value;
  }
  public resetCustomAppDomains(): void {
    this._customAppDomains = undefined;
  }
  public get customAppDomainsInput(): string[] | undefined {
    return this._customAppDomains;
  }

  private _windows: string | undefined;
  public get windows() {
    return this.getStringAttribute('windows');
  }
  public set windows(value: string) {
    this._windows = value;
  }
  public resetWindows(): void {
    this._windows = undefined;
  }
  public get windowsInput(): string | undefined {
    return this._windows;
  }

  private _windowsDeviceClassifications: string[] | undefined;
  public get windowsDeviceClassifications() {
    return cdktf.Fn.tolist(this.getListAttribute('windows_device_classifications'));
  }
  public set windowsDeviceClassifications(value: string[]) {
    this._windowsDeviceClassifications = value;
  }
  public resetWindowsDeviceClassifications(): void {
    this._windowsDeviceClassifications = undefined;
  }
  public get windowsDeviceClassificationsInput(): string[] | undefined {
    return this._windowsDeviceClassifications;
  }

  private _macOs: string | undefined;
  public get macOs() {
    return this.getStringAttribute('mac_os');
  }
  public set macOs(value: string) {
    this._macOs = value;
  }
  public resetMacOs(): void {
    this._macOs = undefined;
  }
  public get macOsInput(): string | undefined {
    return this._macOs;
  }

  private _macOsDeviceClassifications: string[] | undefined;
  public get macOsDeviceClassifications() {
    return cdktf.Fn.tolist(this.getListAttribute('mac_os_device_classifications'));
  }
  public set macOsDeviceClassifications(value: string[]) {
    this._macOsDeviceClassifications = value;
  }
  public resetMacOsDeviceClassifications(): void {
    this._macOsDeviceClassifications = undefined;
  }
  public get macOsDeviceClassificationsInput(): string[] | undefined {
    return this._macOsDeviceClassifications;
  }

  private _linux: string | undefined;
  public get linux() {
    return this.getStringAttribute('linux');
  }
  public set linux(value: string) {
    this._linux = value;
  }
  public resetLinux(): void {
    this._linux = undefined;
  }
  public get linuxInput(): string | undefined {
    return this._linux;
  }

  private _ios: string | undefined;
  public get ios() {
    return this.getStringAttribute('ios');
  }
  public set ios(value: string) {
    this._ios = value;
  }
  public resetIos(): void {
    this._ios = undefined;
  }
  public get iosInput(): string | undefined {
    return this._ios;
  }

  private _android: string | undefined;
  public get android() {
    return this.getStringAttribute('android');
  }
  public set android(value: string) {
    this._android = value;
  }
  public resetAndroid(): void {
    this._android = undefined;
  }
  public get androidInput(): string | undefined {
    return this._android;
  }

  private _chromeOs: string | undefined;
  public get chromeOs() {
    return this.getStringAttribute('chrome_os');
  }
  public set chromeOs(value: string) {
    this._chromeOs = value;
  }
  public resetChromeOs(): void {
    this._chromeOs = undefined;
  }
  public get chromeOsInput(): string | undefined {
    return this._chromeOs;
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
      app_id: cdktf.stringToTerraform(this.appIdInput),
      custom_app_domains: cdktf.listMapper(cdktf.stringToTerraform, false)(this.customAppDomainsInput),
      windows: cdktf.stringToTerraform(this.windowsInput),
      windows_device_classifications: cdktf.listMapper(
        cdktf.stringToTerraform,
        false,
      )(this.windowsDeviceClassificationsInput),
      mac_os: cdktf.stringToTerraform(this.macOsInput),
      mac_os_device_classifications: cdktf.listMapper(
        cdktf.stringToTerraform,
        false,
      )(this.macOsDeviceClassificationsInput),
      linux: cdktf.stringToTerraform(this.linuxInput),
      ios: cdktf.stringToTerraform(this.iosInput),
      android: cdktf.stringToTerraform(this.androidInput),
      chrome_os: cdktf.stringToTerraform(this.chromeOsInput),
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
