// Generated from the schema of the provider; `npm run generate` writes it anew.

import type { Construct } from 'constructs';
import * as cdktf from 'cdktf';

/**
 * Configuration of a DataNetskopesteeringCertificatePinnedApps.
 */
export interface DataNetskopesteeringCertificatePinnedAppsConfig extends cdktf.TerraformMetaArguments {
  /**
   * Only apps in whose name this regular expression (RE2) is found.
   */
  readonly namePattern?: string | undefined;
  /**
   * Only custom apps, or, with `false`, only predefined ones.
   */
  readonly custom?: (boolean | cdktf.IResolvable) | undefined;
  /**
   * Only apps that are defined on this platform: `windows`, `mac_os`, `linux`, `ios`, `android`, `chrome_os`.
   */
  readonly platform?: string | undefined;
}

export class DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsWindowsOutputReference
  extends cdktf.ComplexObject
{
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  /**
   * How `processes` are compared: `exact` names, or `regex` patterns (PCRE on the tenant). What a pattern outside
   * RE2 matches, such as one with a lookahead, cannot be proved: decisions say that it is unknown, and a plan that
   * writes it warns. A configuration with a pattern that no engine compiles is refused.
   */
  public get match() {
    return this.getStringAttribute('match');
  }
  /**
   * Executables of the app on this platform: bare names without path or quotes, or one pattern an element where
   * `match` is `regex`.
   */
  public get processes() {
    return cdktf.Fn.tolist(this.getListAttribute('processes'));
  }
}

export class DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsMacOsOutputReference
  extends cdktf.ComplexObject
{
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  /**
   * How `processes` are compared: `exact` names, or `regex` patterns (PCRE on the tenant). What a pattern outside
   * RE2 matches, such as one with a lookahead, cannot be proved: decisions say that it is unknown, and a plan that
   * writes it warns. A configuration with a pattern that no engine compiles is refused.
   */
  public get match() {
    return this.getStringAttribute('match');
  }
  /**
   * Executables of the app on this platform: bare names without path or quotes, or one pattern an element where
   * `match` is `regex`.
   */
  public get processes() {
    return cdktf.Fn.tolist(this.getListAttribute('processes'));
  }
}

export class DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsLinuxOutputReference
  extends cdktf.ComplexObject
{
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  /**
   * How `processes` are compared: `exact` names, or `regex` patterns (PCRE on the tenant). What a pattern outside
   * RE2 matches, such as one with a lookahead, cannot be proved: decisions say that it is unknown, and a plan that
   * writes it warns. A configuration with a pattern that no engine compiles is refused.
   */
  public get match() {
    return this.getStringAttribute('match');
  }
  /**
   * Executables of the app on this platform: bare names without path or quotes, or one pattern an element where
   * `match` is `regex`.
   */
  public get processes() {
    return cdktf.Fn.tolist(this.getListAttribute('processes'));
  }
}

export class DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsIosOutputReference
  extends cdktf.ComplexObject
{
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  /**
   * How `processes` are compared: `exact` names, or `regex` patterns (PCRE on the tenant). What a pattern outside
   * RE2 matches, such as one with a lookahead, cannot be proved: decisions say that it is unknown, and a plan that
   * writes it warns. A configuration with a pattern that no engine compiles is refused.
   */
  public get match() {
    return this.getStringAttribute('match');
  }
  /**
   * Executables of the app on this platform: bare names without path or quotes, or one pattern an element where
   * `match` is `regex`.
   */
  public get processes() {
    return cdktf.Fn.tolist(this.getListAttribute('processes'));
  }
  /**
   * Domains of the app, compared by suffix. Android 9 and lower knows apps by domain, Android 10 and higher by
   * process. Case makes no difference, and a name of other letters than ASCII is the one that clients see, which
   * is sent: `bücher.example` is `xn--bcher-kva.example` (assumed).
   */
  public get domains() {
    return cdktf.Fn.tolist(this.getListAttribute('domains'));
  }
}

export class DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsAndroidOutputReference
  extends cdktf.ComplexObject
{
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  /**
   * How `processes` are compared: `exact` names, or `regex` patterns (PCRE on the tenant). What a pattern outside
   * RE2 matches, such as one with a lookahead, cannot be proved: decisions say that it is unknown, and a plan that
   * writes it warns. A configuration with a pattern that no engine compiles is refused.
   */
  public get match() {
    return this.getStringAttribute('match');
  }
  /**
   * Executables of the app on this platform: bare names without path or quotes, or one pattern an element where
   * `match` is `regex`.
   */
  public get processes() {
    return cdktf.Fn.tolist(this.getListAttribute('processes'));
  }
  /**
   * Domains of the app, compared by suffix. Android 9 and lower knows apps by domain, Android 10 and higher by
   * process. Case makes no difference, and a name of other letters than ASCII is the one that clients see, which
   * is sent: `bücher.example` is `xn--bcher-kva.example` (assumed).
   */
  public get domains() {
    return cdktf.Fn.tolist(this.getListAttribute('domains'));
  }
}

export class DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsChromeOsOutputReference
  extends cdktf.ComplexObject
{
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  /**
   * How `processes` are compared: `exact` names, or `regex` patterns (PCRE on the tenant). What a pattern outside
   * RE2 matches, such as one with a lookahead, cannot be proved: decisions say that it is unknown, and a plan that
   * writes it warns. A configuration with a pattern that no engine compiles is refused.
   */
  public get match() {
    return this.getStringAttribute('match');
  }
  /**
   * Executables of the app on this platform: bare names without path or quotes, or one pattern an element where
   * `match` is `regex`.
   */
  public get processes() {
    return cdktf.Fn.tolist(this.getListAttribute('processes'));
  }
}

export class DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsOutputReference extends cdktf.ComplexObject {
  public constructor(
    terraformResource: cdktf.IInterpolatingParent,
    terraformAttribute: string,
    complexObjectIndex: number,
    complexObjectIsFromSet: boolean,
  ) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  /**
   * Id of the app.
   */
  public get id() {
    return this.getStringAttribute('id');
  }
  /**
   * Name of the app.
   */
  public get name() {
    return this.getStringAttribute('name');
  }
  /**
   * False for an app that the vendor predefined: it can be neither changed nor deleted.
   */
  public get custom() {
    return this.getBooleanAttribute('custom');
  }
  private _windowsReference:
    DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsWindowsOutputReference | undefined;
  /**
   * The app on Windows.
   */
  public get windows(): DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsWindowsOutputReference {
    return (this._windowsReference ??=
      new DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsWindowsOutputReference(this, 'windows'));
  }
  private _macOsReference:
    DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsMacOsOutputReference | undefined;
  /**
   * The app on macOS.
   */
  public get macOs(): DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsMacOsOutputReference {
    return (this._macOsReference ??=
      new DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsMacOsOutputReference(this, 'mac_os'));
  }
  private _linuxReference:
    DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsLinuxOutputReference | undefined;
  /**
   * The app on Linux (client 97.1 and later).
   */
  public get linux(): DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsLinuxOutputReference {
    return (this._linuxReference ??=
      new DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsLinuxOutputReference(this, 'linux'));
  }
  private _iosReference: DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsIosOutputReference | undefined;
  /**
   * The app on iOS.
   */
  public get ios(): DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsIosOutputReference {
    return (this._iosReference ??= new DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsIosOutputReference(
      this,
      'ios',
    ));
  }
  private _androidReference:
    DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsAndroidOutputReference | undefined;
  /**
   * The app on Android.
   */
  public get android(): DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsAndroidOutputReference {
    return (this._androidReference ??=
      new DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsAndroidOutputReference(this, 'android'));
  }
  private _chromeOsReference:
    DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsChromeOsOutputReference | undefined;
  /**
   * The app on Chrome OS.
   */
  public get chromeOs(): DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsChromeOsOutputReference {
    return (this._chromeOsReference ??=
      new DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsChromeOsOutputReference(this, 'chrome_os'));
  }
}

export class DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsList extends cdktf.ComplexList {
  public get(index: number): DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsOutputReference {
    return new DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsOutputReference(
      this.terraformResource,
      this.terraformAttribute,
      index,
      this.wrapsSet,
    );
  }
}

/**
 * Certificate pinned apps of the tenant, custom and predefined ones, that pass every given filter.
 */
export class DataNetskopesteeringCertificatePinnedApps extends cdktf.TerraformDataSource {
  public static readonly tfResourceType = 'netskopesteering_certificate_pinned_apps';

  /**
   * @param scope The scope in which to define this construct
   * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
   * @param config Attributes and meta-arguments
   */
  public constructor(scope: Construct, id: string, config: DataNetskopesteeringCertificatePinnedAppsConfig = {}) {
    super(scope, id, {
      ...config,
      terraformResourceType: DataNetskopesteeringCertificatePinnedApps.tfResourceType,
      terraformGeneratorMetadata: { providerName: 'netskopesteering' },
    });
    this._namePattern = config.namePattern;
    this._custom = config.custom;
    this._platform = config.platform;
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

  private _custom: (boolean | cdktf.IResolvable) | undefined;
  public get custom() {
    return this.getBooleanAttribute('custom');
  }
  public set custom(value: boolean | cdktf.IResolvable) {
    this._custom = value;
  }
  public resetCustom(): void {
    this._custom = undefined;
  }
  public get customInput(): (boolean | cdktf.IResolvable) | undefined {
    return this._custom;
  }

  private _platform: string | undefined;
  public get platform() {
    return this.getStringAttribute('platform');
  }
  public set platform(value: string) {
    this._platform = value;
  }
  public resetPlatform(): void {
    this._platform = undefined;
  }
  public get platformInput(): string | undefined {
    return this._platform;
  }
  /**
   * Their ids, in the order of their names.
   */
  public get ids() {
    return this.getListAttribute('ids');
  }
  private _certificatePinnedAppsReference:
    DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsList | undefined;
  /**
   * The apps, in the order of their names.
   */
  public get certificatePinnedApps(): DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsList {
    return (this._certificatePinnedAppsReference ??=
      new DataNetskopesteeringCertificatePinnedAppsCertificatePinnedAppsList(this, 'certificate_pinned_apps', false));
  }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return onlyWritten({
      name_pattern: cdktf.stringToTerraform(this.namePatternInput),
      custom: cdktf.booleanToTerraform(this.customInput),
      platform: cdktf.stringToTerraform(this.platformInput),
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
