// Generated from the schema of the provider; `npm run generate` writes it anew.

import type { Construct } from 'constructs';
import * as cdktf from 'cdktf';

/**
 * Configuration of a DataNetskopesteeringCertificatePinnedApp.
 */
export interface DataNetskopesteeringCertificatePinnedAppConfig extends cdktf.TerraformMetaArguments {
  /**
   * Id of the app. Give this or `name`.
   *
   * @default - set by the provider
   */
  readonly id?: string | undefined;
  /**
   * Name of the app, exactly. Give this or `id`.
   *
   * @default - set by the provider
   */
  readonly name?: string | undefined;
}

export class DataNetskopesteeringCertificatePinnedAppWindowsOutputReference extends cdktf.ComplexObject {
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

export class DataNetskopesteeringCertificatePinnedAppMacOsOutputReference extends cdktf.ComplexObject {
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

export class DataNetskopesteeringCertificatePinnedAppLinuxOutputReference extends cdktf.ComplexObject {
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

export class DataNetskopesteeringCertificatePinnedAppIosOutputReference extends cdktf.ComplexObject {
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

export class DataNetskopesteeringCertificatePinnedAppAndroidOutputReference extends cdktf.ComplexObject {
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

export class DataNetskopesteeringCertificatePinnedAppChromeOsOutputReference extends cdktf.ComplexObject {
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

/**
 * A certificate pinned app of the tenant, custom or predefined, found by its id or its name.
 */
export class DataNetskopesteeringCertificatePinnedApp extends cdktf.TerraformDataSource {
  public static readonly tfResourceType = 'netskopesteering_certificate_pinned_app';

  /**
   * @param scope The scope in which to define this construct
   * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
   * @param config Attributes and meta-arguments
   */
  public constructor(scope: Construct, id: string, config: DataNetskopesteeringCertificatePinnedAppConfig = {}) {
    super(scope, id, {
      ...config,
      terraformResourceType: DataNetskopesteeringCertificatePinnedApp.tfResourceType,
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
   * False for an app that the vendor predefined: it can be neither changed nor deleted.
   */
  public get custom() {
    return this.getBooleanAttribute('custom');
  }
  private _windowsReference: DataNetskopesteeringCertificatePinnedAppWindowsOutputReference | undefined;
  /**
   * The app on Windows.
   */
  public get windows(): DataNetskopesteeringCertificatePinnedAppWindowsOutputReference {
    return (this._windowsReference ??= new DataNetskopesteeringCertificatePinnedAppWindowsOutputReference(
      this,
      'windows',
    ));
  }
  private _macOsReference: DataNetskopesteeringCertificatePinnedAppMacOsOutputReference | undefined;
  /**
   * The app on macOS.
   */
  public get macOs(): DataNetskopesteeringCertificatePinnedAppMacOsOutputReference {
    return (this._macOsReference ??= new DataNetskopesteeringCertificatePinnedAppMacOsOutputReference(this, 'mac_os'));
  }
  private _linuxReference: DataNetskopesteeringCertificatePinnedAppLinuxOutputReference | undefined;
  /**
   * The app on Linux (client 97.1 and later).
   */
  public get linux(): DataNetskopesteeringCertificatePinnedAppLinuxOutputReference {
    return (this._linuxReference ??= new DataNetskopesteeringCertificatePinnedAppLinuxOutputReference(this, 'linux'));
  }
  private _iosReference: DataNetskopesteeringCertificatePinnedAppIosOutputReference | undefined;
  /**
   * The app on iOS.
   */
  public get ios(): DataNetskopesteeringCertificatePinnedAppIosOutputReference {
    return (this._iosReference ??= new DataNetskopesteeringCertificatePinnedAppIosOutputReference(this, 'ios'));
  }
  private _androidReference: DataNetskopesteeringCertificatePinnedAppAndroidOutputReference | undefined;
  /**
   * The app on Android.
   */
  public get android(): DataNetskopesteeringCertificatePinnedAppAndroidOutputReference {
    return (this._androidReference ??= new DataNetskopesteeringCertificatePinnedAppAndroidOutputReference(
      this,
      'android',
    ));
  }
  private _chromeOsReference: DataNetskopesteeringCertificatePinnedAppChromeOsOutputReference | undefined;
  /**
   * The app on Chrome OS.
   */
  public get chromeOs(): DataNetskopesteeringCertificatePinnedAppChromeOsOutputReference {
    return (this._chromeOsReference ??= new DataNetskopesteeringCertificatePinnedAppChromeOsOutputReference(
      this,
      'chrome_os',
    ));
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
