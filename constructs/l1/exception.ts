// Generated from the schema of the provider; `npm run generate` writes it anew.

import type { Construct } from 'constructs';
import * as cdktf from 'cdktf';

/**
 * Configuration of a Exception.
 */
export interface ExceptionConfig extends cdktf.TerraformMetaArguments {
  /**
   * The configuration the exception belongs to; `0` is the default one.
   */
  readonly configurationId: string;
  /**
   * The side that the exception belongs to, where the configuration has dynamic steering: `on_premises` or
   * `off_premises`. [doc] Not every type is offered on both.
   */
  readonly location?: string | undefined;
  /**
   * Free text for other administrators, of any number of lines. [doc] White space at its ends makes no difference.
   */
  readonly notes?: string | undefined;
  /**
   * An exception for applications. [doc]
   */
  readonly application?: ExceptionApplication | cdktf.IResolvable | undefined;
  /**
   * An exception for categories of destinations, by name; always a bypass. [doc]
   */
  readonly category?: string[] | undefined;
  /**
   * An exception for a certificate pinned app, with an action per platform; at least one platform. [doc]
   */
  readonly certificatePinnedApp?: ExceptionCertificatePinnedApp | cdktf.IResolvable | undefined;
  /**
   * An exception for network locations of destinations. [doc]
   */
  readonly destinationLocation?: ExceptionDestinationLocation | cdktf.IResolvable | undefined;
  /**
   * An exception for questions to DNS servers; always a bypass. [doc]
   */
  readonly dns?: ExceptionDns[] | cdktf.IResolvable | undefined;
  /**
   * An exception for domains: host names, and wildcards such as `*.example.com`, which custom app domains do not
   * know; always a bypass. [doc] Whether a wildcard covers `example.com` itself is said in two ways by the vendor.
   * Case makes no difference, and a name of other letters than ASCII is the one that clients see, which is sent:
   * `bücher.example` is `xn--bcher-kva.example`. [assumed]
   */
  readonly domains?: string[] | undefined;
  /**
   * An exception for countries of clients, as ISO 3166-1 codes of two capital letters, such as `DE` [assumed];
   * always a bypass. [doc]
   */
  readonly sourceCountries?: string[] | undefined;
  /**
   * An exception for network locations of clients, by name; always a bypass. [doc]
   */
  readonly sourceLocation?: string[] | undefined;
}

/**
 * An exception for applications. [doc]
 */
export interface ExceptionApplication {
  /**
   * Names of cloud applications, or of firewall apps.
   */
  readonly apps: string[];
  /**
   * `bypass`, or `bypass_except_dns`, which still steers DNS. [doc] Default `bypass`.
   *
   * @default "bypass"
   */
  readonly action?: string | undefined;
}

export function exceptionApplicationToTerraform(
  struct?: ExceptionApplicationOutputReference | ExceptionApplication | cdktf.IResolvable,
): unknown {
  if (!cdktf.canInspect(struct) || struct === undefined || cdktf.Tokenization.isResolvable(struct)) return struct;
  if (cdktf.isComplexElement(struct)) {
    throw new Error(
      'A reference to several objects was written where one object belongs. Refer to one of them, or write the object out.',
    );
  }
  return onlyWritten({
    apps: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.apps),
    action: cdktf.stringToTerraform(struct.action),
  });
}

export class ExceptionApplicationOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  private isEmptyObject = false;
  private resolvableValue: cdktf.IResolvable | undefined;

  public get internalValue(): ExceptionApplication | cdktf.IResolvable | undefined {
    if (this.resolvableValue !== undefined) return this.resolvableValue;
    const value = { apps: this.appsInput, action: this.actionInput };
    const given = this.isEmptyObject || Object.values(value).some((item) => item !== undefined);
    return given ? (value as ExceptionApplication) : undefined;
  }
  public set internalValue(value: ExceptionApplication | cdktf.IResolvable | undefined) {
    const resolvable = cdktf.Tokenization.isResolvable(value);
    const given: ExceptionApplication | undefined = resolvable ? undefined : value;
    this.resolvableValue = resolvable ? value : undefined;
    this.isEmptyObject = given !== undefined && Object.keys(given).length === 0;
    this._apps = given?.apps;
    this._action = given?.action;
  }

  private _apps: string[] | undefined;
  public get apps() {
    return cdktf.Fn.tolist(this.getListAttribute('apps'));
  }
  public set apps(value: string[]) {
    this._apps = value;
  }

  public get appsInput(): string[] | undefined {
    return this._apps;
  }

  private _action: string | undefined;
  public get action() {
    return this.getStringAttribute('action');
  }
  public set action(value: string) {
    this._action = value;
  }
  public resetAction(): void {
    this._action = undefined;
  }
  public get actionInput(): string | undefined {
    return this._action;
  }
}

/**
 * What happens to the app's traffic on Windows.
 */
export interface ExceptionCertificatePinnedAppWindows {
  /**
   * `block`, `bypass`, or a bypass with its mode: `bypass_direct`, `bypass_tunnel`; `bypass_managed_direct`,
   * `bypass_managed_tunnel` bypass managed devices only and **block all others**. [doc]
   */
  readonly action: string;
}

export function exceptionCertificatePinnedAppWindowsToTerraform(
  struct?:
    ExceptionCertificatePinnedAppWindowsOutputReference | ExceptionCertificatePinnedAppWindows | cdktf.IResolvable,
): unknown {
  if (!cdktf.canInspect(struct) || struct === undefined || cdktf.Tokenization.isResolvable(struct)) return struct;
  if (cdktf.isComplexElement(struct)) {
    throw new Error(
      'A reference to several objects was written where one object belongs. Refer to one of them, or write the object out.',
    );
  }
  return onlyWritten({ action: cdktf.stringToTerraform(struct.action) });
}

export class ExceptionCertificatePinnedAppWindowsOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  private isEmptyObject = false;
  private resolvableValue: cdktf.IResolvable | undefined;

  public get internalValue(): ExceptionCertificatePinnedAppWindows | cdktf.IResolvable | undefined {
    if (this.resolvableValue !== undefined) return this.resolvableValue;
    const value = { action: this.actionInput };
    const given = this.isEmptyObject || Object.values(value).some((item) => item !== undefined);
    return given ? (value as ExceptionCertificatePinnedAppWindows) : undefined;
  }
  public set internalValue(value: ExceptionCertificatePinnedAppWindows | cdktf.IResolvable | undefined) {
    const resolvable = cdktf.Tokenization.isResolvable(value);
    const given: ExceptionCertificatePinnedAppWindows | undefined = resolvable ? undefined : value;
    this.resolvableValue = resolvable ? value : undefined;
    this.isEmptyObject = given !== undefined && Object.keys(given).length === 0;
    this._action = given?.action;
  }

  private _action: string | undefined;
  public get action() {
    return this.getStringAttribute('action');
  }
  public set action(value: string) {
    this._action = value;
  }

  public get actionInput(): string | undefined {
    return this._action;
  }
}

/**
 * What happens to the app's traffic on macOS.
 */
export interface ExceptionCertificatePinnedAppMacOs {
  /**
   * `block`, `bypass`, or a bypass with its mode: `bypass_direct`, `bypass_tunnel`; `bypass_managed_direct`,
   * `bypass_managed_tunnel` bypass managed devices only and **block all others**. [doc]
   */
  readonly action: string;
}

export function exceptionCertificatePinnedAppMacOsToTerraform(
  struct?: ExceptionCertificatePinnedAppMacOsOutputReference | ExceptionCertificatePinnedAppMacOs | cdktf.IResolvable,
): unknown {
  if (!cdktf.canInspect(struct) || struct === undefined || cdktf.Tokenization.isResolvable(struct)) return struct;
  if (cdktf.isComplexElement(struct)) {
    throw new Error(
      'A reference to several objects was written where one object belongs. Refer to one of them, or write the object out.',
    );
  }
  return onlyWritten({ action: cdktf.stringToTerraform(struct.action) });
}

export class ExceptionCertificatePinnedAppMacOsOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  private isEmptyObject = false;
  private resolvableValue: cdktf.IResolvable | undefined;

  public get internalValue(): ExceptionCertificatePinnedAppMacOs | cdktf.IResolvable | undefined {
    if (this.resolvableValue !== undefined) return this.resolvableValue;
    const value = { action: this.actionInput };
    const given = this.isEmptyObject || Object.values(value).some((item) => item !== undefined);
    return given ? (value as ExceptionCertificatePinnedAppMacOs) : undefined;
  }
  public set internalValue(value: ExceptionCertificatePinnedAppMacOs | cdktf.IResolvable | undefined) {
    const resolvable = cdktf.Tokenization.isResolvable(value);
    const given: ExceptionCertificatePinnedAppMacOs | undefined = resolvable ? undefined : value;
    this.resolvableValue = resolvable ? value : undefined;
    this.isEmptyObject = given !== undefined && Object.keys(given).length === 0;
    this._action = given?.action;
  }

  private _action: string | undefined;
  public get action() {
    return this.getStringAttribute('action');
  }
  public set action(value: string) {
    this._action = value;
  }

  public get actionInput(): string | undefined {
    return this._action;
  }
}

/**
 * What happens to the app's traffic on Linux.
 */
export interface ExceptionCertificatePinnedAppLinux {
  /**
   * `bypass` or `block`. [doc]
   */
  readonly action: string;
}

export function exceptionCertificatePinnedAppLinuxToTerraform(
  struct?: ExceptionCertificatePinnedAppLinuxOutputReference | ExceptionCertificatePinnedAppLinux | cdktf.IResolvable,
): unknown {
  if (!cdktf.canInspect(struct) || struct === undefined || cdktf.Tokenization.isResolvable(struct)) return struct;
  if (cdktf.isComplexElement(struct)) {
    throw new Error(
      'A reference to several objects was written where one object belongs. Refer to one of them, or write the object out.',
    );
  }
  return onlyWritten({ action: cdktf.stringToTerraform(struct.action) });
}

export class ExceptionCertificatePinnedAppLinuxOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  private isEmptyObject = false;
  private resolvableValue: cdktf.IResolvable | undefined;

  public get internalValue(): ExceptionCertificatePinnedAppLinux | cdktf.IResolvable | undefined {
    if (this.resolvableValue !== undefined) return this.resolvableValue;
    const value = { action: this.actionInput };
    const given = this.isEmptyObject || Object.values(value).some((item) => item !== undefined);
    return given ? (value as ExceptionCertificatePinnedAppLinux) : undefined;
  }
  public set internalValue(value: ExceptionCertificatePinnedAppLinux | cdktf.IResolvable | undefined) {
    const resolvable = cdktf.Tokenization.isResolvable(value);
    const given: ExceptionCertificatePinnedAppLinux | undefined = resolvable ? undefined : value;
    this.resolvableValue = resolvable ? value : undefined;
    this.isEmptyObject = given !== undefined && Object.keys(given).length === 0;
    this._action = given?.action;
  }

  private _action: string | undefined;
  public get action() {
    return this.getStringAttribute('action');
  }
  public set action(value: string) {
    this._action = value;
  }

  public get actionInput(): string | undefined {
    return this._action;
  }
}

/**
 * What happens to the app's traffic on iOS.
 */
export interface ExceptionCertificatePinnedAppIos {
  /**
   * `bypass` or `block`. [doc]
   */
  readonly action: string;
}

export function exceptionCertificatePinnedAppIosToTerraform(
  struct?: ExceptionCertificatePinnedAppIosOutputReference | ExceptionCertificatePinnedAppIos | cdktf.IResolvable,
): unknown {
  if (!cdktf.canInspect(struct) || struct === undefined || cdktf.Tokenization.isResolvable(struct)) return struct;
  if (cdktf.isComplexElement(struct)) {
    throw new Error(
      'A reference to several objects was written where one object belongs. Refer to one of them, or write the object out.',
    );
  }
  return onlyWritten({ action: cdktf.stringToTerraform(struct.action) });
}

export class ExceptionCertificatePinnedAppIosOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  private isEmptyObject = false;
  private resolvableValue: cdktf.IResolvable | undefined;

  public get internalValue(): ExceptionCertificatePinnedAppIos | cdktf.IResolvable | undefined {
    if (this.resolvableValue !== undefined) return this.resolvableValue;
    const value = { action: this.actionInput };
    const given = this.isEmptyObject || Object.values(value).some((item) => item !== undefined);
    return given ? (value as ExceptionCertificatePinnedAppIos) : undefined;
  }
  public set internalValue(value: ExceptionCertificatePinnedAppIos | cdktf.IResolvable | undefined) {
    const resolvable = cdktf.Tokenization.isResolvable(value);
    const given: ExceptionCertificatePinnedAppIos | undefined = resolvable ? undefined : value;
    this.resolvableValue = resolvable ? value : undefined;
    this.isEmptyObject = given !== undefined && Object.keys(given).length === 0;
    this._action = given?.action;
  }

  private _action: string | undefined;
  public get action() {
    return this.getStringAttribute('action');
  }
  public set action(value: string) {
    this._action = value;
  }

  public get actionInput(): string | undefined {
    return this._action;
  }
}

/**
 * What happens to the app's traffic on Android.
 */
export interface ExceptionCertificatePinnedAppAndroid {
  /**
   * `bypass` or `block`. [doc]
   */
  readonly action: string;
}

export function exceptionCertificatePinnedAppAndroidToTerraform(
  struct?:
    ExceptionCertificatePinnedAppAndroidOutputReference | ExceptionCertificatePinnedAppAndroid | cdktf.IResolvable,
): unknown {
  if (!cdktf.canInspect(struct) || struct === undefined || cdktf.Tokenization.isResolvable(struct)) return struct;
  if (cdktf.isComplexElement(struct)) {
    throw new Error(
      'A reference to several objects was written where one object belongs. Refer to one of them, or write the object out.',
    );
  }
  return onlyWritten({ action: cdktf.stringToTerraform(struct.action) });
}

export class ExceptionCertificatePinnedAppAndroidOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  private isEmptyObject = false;
  private resolvableValue: cdktf.IResolvable | undefined;

  public get internalValue(): ExceptionCertificatePinnedAppAndroid | cdktf.IResolvable | undefined {
    if (this.resolvableValue !== undefined) return this.resolvableValue;
    const value = { action: this.actionInput };
    const given = this.isEmptyObject || Object.values(value).some((item) => item !== undefined);
    return given ? (value as ExceptionCertificatePinnedAppAndroid) : undefined;
  }
  public set internalValue(value: ExceptionCertificatePinnedAppAndroid | cdktf.IResolvable | undefined) {
    const resolvable = cdktf.Tokenization.isResolvable(value);
    const given: ExceptionCertificatePinnedAppAndroid | undefined = resolvable ? undefined : value;
    this.resolvableValue = resolvable ? value : undefined;
    this.isEmptyObject = given !== undefined && Object.keys(given).length === 0;
    this._action = given?.action;
  }

  private _action: string | undefined;
  public get action() {
    return this.getStringAttribute('action');
  }
  public set action(value: string) {
    this._action = value;
  }

  public get actionInput(): string | undefined {
    return this._action;
  }
}

/**
 * What happens to the app's traffic on Chrome OS.
 */
export interface ExceptionCertificatePinnedAppChromeOs {
  /**
   * `bypass` or `block`. [doc]
   */
  readonly action: string;
}

export function exceptionCertificatePinnedAppChromeOsToTerraform(
  struct?:
    ExceptionCertificatePinnedAppChromeOsOutputReference | ExceptionCertificatePinnedAppChromeOs | cdktf.IResolvable,
): unknown {
  if (!cdktf.canInspect(struct) || struct === undefined || cdktf.Tokenization.isResolvable(struct)) return struct;
  if (cdktf.isComplexElement(struct)) {
    throw new Error(
      'A reference to several objects was written where one object belongs. Refer to one of them, or write the object out.',
    );
  }
  return onlyWritten({ action: cdktf.stringToTerraform(struct.action) });
}

export class ExceptionCertificatePinnedAppChromeOsOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  private isEmptyObject = false;
  private resolvableValue: cdktf.IResolvable | undefined;

  public get internalValue(): ExceptionCertificatePinnedAppChromeOs | cdktf.IResolvable | undefined {
    if (this.resolvableValue !== undefined) return this.resolvableValue;
    const value = { action: this.actionInput };
    const given = this.isEmptyObject || Object.values(value).some((item) => item !== undefined);
    return given ? (value as ExceptionCertificatePinnedAppChromeOs) : undefined;
  }
  public set internalValue(value: ExceptionCertificatePinnedAppChromeOs | cdktf.IResolvable | undefined) {
    const resolvable = cdktf.Tokenization.isResolvable(value);
    const given: ExceptionCertificatePinnedAppChromeOs | undefined = resolvable ? undefined : value;
    this.resolvableValue = resolvable ? value : undefined;
    this.isEmptyObject = given !== undefined && Object.keys(given).length === 0;
    this._action = given?.action;
  }

  private _action: string | undefined;
  public get action() {
    return this.getStringAttribute('action');
  }
  public set action(value: string) {
    this._action = value;
  }

  public get actionInput(): string | undefined {
    return this._action;
  }
}

/**
 * An exception for a certificate pinned app, with an action per platform; at least one platform. [doc]
 */
export interface ExceptionCertificatePinnedApp {
  /**
   * Id of the certificate pinned app.
   */
  readonly appId: string;
  /**
   * Destinations a bypass is limited to, compared by suffix: `example.com` covers `mail.example.com`; `*` is every
   * host; `*.example.com` is not supported. [doc] Block and the managed-device actions ignore them. [community]
   * Case makes no difference, and a name of other letters than ASCII is the one that clients see, which is sent:
   * `bücher.example` is `xn--bcher-kva.example`. [assumed]
   */
  readonly customAppDomains?: string[] | undefined;
  /**
   * What happens to the app's traffic on Windows.
   */
  readonly windows?: ExceptionCertificatePinnedAppWindows | cdktf.IResolvable | undefined;
  /**
   * What happens to the app's traffic on macOS.
   */
  readonly macOs?: ExceptionCertificatePinnedAppMacOs | cdktf.IResolvable | undefined;
  /**
   * What happens to the app's traffic on Linux.
   */
  readonly linux?: ExceptionCertificatePinnedAppLinux | cdktf.IResolvable | undefined;
  /**
   * What happens to the app's traffic on iOS.
   */
  readonly ios?: ExceptionCertificatePinnedAppIos | cdktf.IResolvable | undefined;
  /**
   * What happens to the app's traffic on Android.
   */
  readonly android?: ExceptionCertificatePinnedAppAndroid | cdktf.IResolvable | undefined;
  /**
   * What happens to the app's traffic on Chrome OS.
   */
  readonly chromeOs?: ExceptionCertificatePinnedAppChromeOs | cdktf.IResolvable | undefined;
}

export function exceptionCertificatePinnedAppToTerraform(
  struct?: ExceptionCertificatePinnedAppOutputReference | ExceptionCertificatePinnedApp | cdktf.IResolvable,
): unknown {
  if (!cdktf.canInspect(struct) || struct === undefined || cdktf.Tokenization.isResolvable(struct)) return struct;
  if (cdktf.isComplexElement(struct)) {
    throw new Error(
      'A reference to several objects was written where one object belongs. Refer to one of them, or write the object out.',
    );
  }
  return onlyWritten({
    app_id: cdktf.stringToTerraform(struct.appId),
    custom_app_domains: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.customAppDomains),
    windows: exceptionCertificatePinnedAppWindowsToTerraform(struct.windows),
    mac_os: exceptionCertificatePinnedAppMacOsToTerraform(struct.macOs),
    linux: exceptionCertificatePinnedAppLinuxToTerraform(struct.linux),
    ios: exceptionCertificatePinnedAppIosToTerraform(struct.ios),
    android: exceptionCertificatePinnedAppAndroidToTerraform(struct.android),
    chrome_os: exceptionCertificatePinnedAppChromeOsToTerraform(struct.chromeOs),
  });
}

export class ExceptionCertificatePinnedAppOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  private isEmptyObject = false;
  private resolvableValue: cdktf.IResolvable | undefined;

  public get internalValue(): ExceptionCertificatePinnedApp | cdktf.IResolvable | undefined {
    if (this.resolvableValue !== undefined) return this.resolvableValue;
    const value = {
      appId: this.appIdInput,
      customAppDomains: this.customAppDomainsInput,
      windows: this.windowsInput,
      macOs: this.macOsInput,
      linux: this.linuxInput,
      ios: this.iosInput,
      android: this.androidInput,
      chromeOs: this.chromeOsInput,
    };
    const given = this.isEmptyObject || Object.values(value).some((item) => item !== undefined);
    return given ? (value as ExceptionCertificatePinnedApp) : undefined;
  }
  public set internalValue(value: ExceptionCertificatePinnedApp | cdktf.IResolvable | undefined) {
    const resolvable = cdktf.Tokenization.isResolvable(value);
    const given: ExceptionCertificatePinnedApp | undefined = resolvable ? undefined : value;
    this.resolvableValue = resolvable ? value : undefined;
    this.isEmptyObject = given !== undefined && Object.keys(given).length === 0;
    this._appId = given?.appId;
    this._customAppDomains = given?.customAppDomains;
    this._windows = given?.windows;
    if (this._windowsReference !== undefined) this._windowsReference.internalValue = this._windows;
    this._macOs = given?.macOs;
    if (this._macOsReference !== undefined) this._macOsReference.internalValue = this._macOs;
    this._linux = given?.linux;
    if (this._linuxReference !== undefined) this._linuxReference.internalValue = this._linux;
    this._ios = given?.ios;
    if (this._iosReference !== undefined) this._iosReference.internalValue = this._ios;
    this._android = given?.android;
    if (this._androidReference !== undefined) this._androidReference.internalValue = this._android;
    this._chromeOs = given?.chromeOs;
    if (this._chromeOsReference !== undefined) this._chromeOsReference.internalValue = this._chromeOs;
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

  private _windows: ExceptionCertificatePinnedAppWindows | cdktf.IResolvable | undefined;
  private _windowsReference: ExceptionCertificatePinnedAppWindowsOutputReference | undefined;
  public get windows(): ExceptionCertificatePinnedAppWindowsOutputReference {
    if (this._windowsReference === undefined) {
      this._windowsReference = new ExceptionCertificatePinnedAppWindowsOutputReference(this, 'windows');
      this._windowsReference.internalValue = this._windows;
    }
    return this._windowsReference;
  }
  public putWindows(value: ExceptionCertificatePinnedAppWindows | cdktf.IResolvable): void {
    this._windows = value;
    if (this._windowsReference !== undefined) this._windowsReference.internalValue = this._windows;
  }
  public resetWindows(): void {
    this._windows = undefined;
    if (this._windowsReference !== undefined) this._windowsReference.internalValue = this._windows;
  }
  public get windowsInput(): ExceptionCertificatePinnedAppWindows | cdktf.IResolvable | undefined {
    return this._windowsReference === undefined ? this._windows : this._windowsReference.internalValue;
  }

  private _macOs: ExceptionCertificatePinnedAppMacOs | cdktf.IResolvable | undefined;
  private _macOsReference: ExceptionCertificatePinnedAppMacOsOutputReference | undefined;
  public get macOs(): ExceptionCertificatePinnedAppMacOsOutputReference {
    if (this._macOsReference === undefined) {
      this._macOsReference = new ExceptionCertificatePinnedAppMacOsOutputReference(this, 'mac_os');
      this._macOsReference.internalValue = this._macOs;
    }
    return this._macOsReference;
  }
  public putMacOs(value: ExceptionCertificatePinnedAppMacOs | cdktf.IResolvable): void {
    this._macOs = value;
    if (this._macOsReference !== undefined) this._macOsReference.internalValue = this._macOs;
  }
  public resetMacOs(): void {
    this._macOs = undefined;
    if (this._macOsReference !== undefined) this._macOsReference.internalValue = this._macOs;
  }
  public get macOsInput(): ExceptionCertificatePinnedAppMacOs | cdktf.IResolvable | undefined {
    return this._macOsReference === undefined ? this._macOs : this._macOsReference.internalValue;
  }

  private _linux: ExceptionCertificatePinnedAppLinux | cdktf.IResolvable | undefined;
  private _linuxReference: ExceptionCertificatePinnedAppLinuxOutputReference | undefined;
  public get linux(): ExceptionCertificatePinnedAppLinuxOutputReference {
    if (this._linuxReference === undefined) {
      this._linuxReference = new ExceptionCertificatePinnedAppLinuxOutputReference(this, 'linux');
      this._linuxReference.internalValue = this._linux;
    }
    return this._linuxReference;
  }
  public putLinux(value: ExceptionCertificatePinnedAppLinux | cdktf.IResolvable): void {
    this._linux = value;
    if (this._linuxReference !== undefined) this._linuxReference.internalValue = this._linux;
  }
  public resetLinux(): void {
    this._linux = undefined;
    if (this._linuxReference !== undefined) this._linuxReference.internalValue = this._linux;
  }
  public get linuxInput(): ExceptionCertificatePinnedAppLinux | cdktf.IResolvable | undefined {
    return this._linuxReference === undefined ? this._linux : this._linuxReference.internalValue;
  }

  private _ios: ExceptionCertificatePinnedAppIos | cdktf.IResolvable | undefined;
  private _iosReference: ExceptionCertificatePinnedAppIosOutputReference | undefined;
  public get ios(): ExceptionCertificatePinnedAppIosOutputReference {
    if (this._iosReference === undefined) {
      this._iosReference = new ExceptionCertificatePinnedAppIosOutputReference(this, 'ios');
      this._iosReference.internalValue = this._ios;
    }
    return this._iosReference;
  }
  public putIos(value: ExceptionCertificatePinnedAppIos | cdktf.IResolvable): void {
    this._ios = value;
    if (this._iosReference !== undefined) this._iosReference.internalValue = this._ios;
  }
  public resetIos(): void {
    this._ios = undefined;
    if (this._iosReference !== undefined) this._iosReference.internalValue = this._ios;
  }
  public get iosInput(): ExceptionCertificatePinnedAppIos | cdktf.IResolvable | undefined {
    return this._iosReference === undefined ? this._ios : this._iosReference.internalValue;
  }

  private _android: ExceptionCertificatePinnedAppAndroid | cdktf.IResolvable | undefined;
  private _androidReference: ExceptionCertificatePinnedAppAndroidOutputReference | undefined;
  public get android(): ExceptionCertificatePinnedAppAndroidOutputReference {
    if (this._androidReference === undefined) {
      this._androidReference = new ExceptionCertificatePinnedAppAndroidOutputReference(this, 'android');
      this._androidReference.internalValue = this._android;
    }
    return this._androidReference;
  }
  public putAndroid(value: ExceptionCertificatePinnedAppAndroid | cdktf.IResolvable): void {
    this._android = value;
    if (this._androidReference !== undefined) this._androidReference.internalValue = this._android;
  }
  public resetAndroid(): void {
    this._android = undefined;
    if (this._androidReference !== undefined) this._androidReference.internalValue = this._android;
  }
  public get androidInput(): ExceptionCertificatePinnedAppAndroid | cdktf.IResolvable | undefined {
    return this._androidReference === undefined ? this._android : this._androidReference.internalValue;
  }

  private _chromeOs: ExceptionCertificatePinnedAppChromeOs | cdktf.IResolvable | undefined;
  private _chromeOsReference: ExceptionCertificatePinnedAppChromeOsOutputReference | undefined;
  public get chromeOs(): ExceptionCertificatePinnedAppChromeOsOutputReference {
    if (this._chromeOsReference === undefined) {
      this._chromeOsReference = new ExceptionCertificatePinnedAppChromeOsOutputReference(this, 'chrome_os');
      this._chromeOsReference.internalValue = this._chromeOs;
    }
    return this._chromeOsReference;
  }
  public putChromeOs(value: ExceptionCertificatePinnedAppChromeOs | cdktf.IResolvable): void {
    this._chromeOs = value;
    if (this._chromeOsReference !== undefined) this._chromeOsReference.internalValue = this._chromeOs;
  }
  public resetChromeOs(): void {
    this._chromeOs = undefined;
    if (this._chromeOsReference !== undefined) this._chromeOsReference.internalValue = this._chromeOs;
  }
  public get chromeOsInput(): ExceptionCertificatePinnedAppChromeOs | cdktf.IResolvable | undefined {
    return this._chromeOsReference === undefined ? this._chromeOs : this._chromeOsReference.internalValue;
  }
}

/**
 * An exception for network locations of destinations. [doc]
 */
export interface ExceptionDestinationLocation {
  /**
   * Names of network locations.
   */
  readonly locations: string[];
  /**
   * `bypass`, or `bypass_except_dns`, which still steers DNS. [doc] Default `bypass`.
   *
   * @default "bypass"
   */
  readonly action?: string | undefined;
  /**
   * Treat the addresses like local ones. [doc] Default `false`.
   *
   * @default false
   */
  readonly treatLikeLocalIp?: (boolean | cdktf.IResolvable) | undefined;
}

export function exceptionDestinationLocationToTerraform(
  struct?: ExceptionDestinationLocationOutputReference | ExceptionDestinationLocation | cdktf.IResolvable,
): unknown {
  if (!cdktf.canInspect(struct) || struct === undefined || cdktf.Tokenization.isResolvable(struct)) return struct;
  if (cdktf.isComplexElement(struct)) {
    throw new Error(
      'A reference to several objects was written where one object belongs. Refer to one of them, or write the object out.',
    );
  }
  return onlyWritten({
    locations: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.locations),
    action: cdktf.stringToTerraform(struct.action),
    treat_like_local_ip: cdktf.booleanToTerraform(struct.treatLikeLocalIp),
  });
}

export class ExceptionDestinationLocationOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  private isEmptyObject = false;
  private resolvableValue: cdktf.IResolvable | undefined;

  public get internalValue(): ExceptionDestinationLocation | cdktf.IResolvable | undefined {
    if (this.resolvableValue !== undefined) return this.resolvableValue;
    const value = {
      locations: this.locationsInput,
      action: this.actionInput,
      treatLikeLocalIp: this.treatLikeLocalIpInput,
    };
    const given = this.isEmptyObject || Object.values(value).some((item) => item !== undefined);
    return given ? (value as ExceptionDestinationLocation) : undefined;
  }
  public set internalValue(value: ExceptionDestinationLocation | cdktf.IResolvable | undefined) {
    const resolvable = cdktf.Tokenization.isResolvable(value);
    const given: ExceptionDestinationLocation | undefined = resolvable ? undefined : value;
    this.resolvableValue = resolvable ? value : undefined;
    this.isEmptyObject = given !== undefined && Object.keys(given).length === 0;
    this._locations = given?.locations;
    this._action = given?.action;
    this._treatLikeLocalIp = given?.treatLikeLocalIp;
  }

  private _locations: string[] | undefined;
  public get locations() {
    return cdktf.Fn.tolist(this.getListAttribute('locations'));
  }
  public set locations(value: string[]) {
    this._locations = value;
  }

  public get locationsInput(): string[] | undefined {
    return this._locations;
  }

  private _action: string | undefined;
  public get action() {
    return this.getStringAttribute('action');
  }
  public set action(value: string) {
    this._action = value;
  }
  public resetAction(): void {
    this._action = undefined;
  }
  public get actionInput(): string | undefined {
    return this._action;
  }

  private _treatLikeLocalIp: (boolean | cdktf.IResolvable) | undefined;
  public get treatLikeLocalIp() {
    return this.getBooleanAttribute('treat_like_local_ip');
  }
  public set treatLikeLocalIp(value: boolean | cdktf.IResolvable) {
    this._treatLikeLocalIp = value;
  }
  public resetTreatLikeLocalIp(): void {
    this._treatLikeLocalIp = undefined;
  }
  public get treatLikeLocalIpInput(): (boolean | cdktf.IResolvable) | undefined {
    return this._treatLikeLocalIp;
  }
}

/**
 * An exception for questions to DNS servers; always a bypass. [doc]
 */
export interface ExceptionDns {
  /**
   * The name that is asked for, or `*.example.com`; with `PTR`, an address. [doc] Case makes no difference, and a
   * name of other letters than ASCII is the one that clients see, which is sent: `bücher.example` is
   * `xn--bcher-kva.example`. [assumed]
   */
  readonly domain: string;
  /**
   * `all`, or one type: A, AAAA, CNAME, HTTPS, MX, NS, PTR, SOA, SRV, SVCB, TXT. [doc] Which types are offered is
   * [assumed].
   */
  readonly recordType: string;
}

export function exceptionDnsToTerraform(struct?: ExceptionDns | cdktf.IResolvable): unknown {
  if (!cdktf.canInspect(struct) || struct === undefined || cdktf.Tokenization.isResolvable(struct)) return struct;
  if (cdktf.isComplexElement(struct)) {
    throw new Error(
      'A reference to several objects was written where one object belongs. Refer to one of them, or write the object out.',
    );
  }
  return onlyWritten({
    domain: cdktf.stringToTerraform(struct.domain),
    record_type: cdktf.stringToTerraform(struct.recordType),
  });
}

export class ExceptionDnsOutputReference extends cdktf.ComplexObject {
  public constructor(
    terraformResource: cdktf.IInterpolatingParent,
    terraformAttribute: string,
    complexObjectIndex: number,
    complexObjectIsFromSet: boolean,
  ) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  private isEmptyObject = false;
  private resolvableValue: cdktf.IResolvable | undefined;

  public get internalValue(): ExceptionDns | cdktf.IResolvable | undefined {
    if (this.resolvableValue !== undefined) return this.resolvableValue;
    const value = { domain: this.domainInput, recordType: this.recordTypeInput };
    const given = this.isEmptyObject || Object.values(value).some((item) => item !== undefined);
    return given ? (value as ExceptionDns) : undefined;
  }
  public set internalValue(value: ExceptionDns | cdktf.IResolvable | undefined) {
    const resolvable = cdktf.Tokenization.isResolvable(value);
    const given: ExceptionDns | undefined = resolvable ? undefined : value;
    this.resolvableValue = resolvable ? value : undefined;
    this.isEmptyObject = given !== undefined && Object.keys(given).length === 0;
    this._domain = given?.domain;
    this._recordType = given?.recordType;
  }

  private _domain: string | undefined;
  public get domain() {
    return this.getStringAttribute('domain');
  }
  public set domain(value: string) {
    this._domain = value;
  }

  public get domainInput(): string | undefined {
    return this._domain;
  }

  private _recordType: string | undefined;
  public get recordType() {
    return this.getStringAttribute('record_type');
  }
  public set recordType(value: string) {
    this._recordType = value;
  }

  public get recordTypeInput(): string | undefined {
    return this._recordType;
  }
}

export class ExceptionDnsList extends cdktf.ComplexList {
  public internalValue: ExceptionDns[] | cdktf.IResolvable | undefined;
  public get(index: number): ExceptionDnsOutputReference {
    return new ExceptionDnsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}

/**
 * A steering exception of a configuration: what happens to traffic that matches it, instead of steering. Exactly
 * one of the eight types is given. Step 4 of blocking a native app. [seed] A misspelt platform, such as `macos`
 * for `mac_os`, is dropped by Terraform and not covered: look in the plan for each platform.
 */
export class Exception extends cdktf.TerraformResource {
  public static readonly tfResourceType = 'netskopesteering_exception';

  /**
   * Generates CDKTF code for importing a Exception resource upon running "cdktf plan <stack-name>".
   * @param scope The scope in which to define this construct
   * @param importToId The construct id used in the generated config for the resource to import
   * @param importFromId The id of the existing Exception that should be imported
   * @param provider Optional instance of the provider where the resource to import is found
   */
  public static generateConfigForImport(
    scope: Construct,
    importToId: string,
    importFromId: string,
    provider?: cdktf.TerraformProvider,
  ): cdktf.ImportableResource {
    const config = { terraformResourceType: Exception.tfResourceType, importId: importFromId };
    return new cdktf.ImportableResource(scope, importToId, provider === undefined ? config : { ...config, provider });
  }

  /**
   * @param scope The scope in which to define this construct
   * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
   * @param config Attributes and meta-arguments
   */
  public constructor(scope: Construct, id: string, config: ExceptionConfig) {
    super(scope, id, {
      ...config,
      terraformResourceType: Exception.tfResourceType,
      terraformGeneratorMetadata: { providerName: 'netskopesteering' },
    });
    this._configurationId = config.configurationId;
    this._location = config.location;
    this._notes = config.notes;
    this._application = config.application;
    this._category = config.category;
    this._certificatePinnedApp = config.certificatePinnedApp;
    this._destinationLocation = config.destinationLocation;
    this._dns = config.dns;
    this._domains = config.domains;
    this._sourceCountries = config.sourceCountries;
    this._sourceLocation = config.sourceLocation;
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

  private _application: ExceptionApplication | cdktf.IResolvable | undefined;
  private _applicationReference: ExceptionApplicationOutputReference | undefined;
  public get application(): ExceptionApplicationOutputReference {
    if (this._applicationReference === undefined) {
      this._applicationReference = new ExceptionApplicationOutputReference(this, 'application');
      this._applicationReference.internalValue = this._application;
    }
    return this._applicationReference;
  }
  public putApplication(value: ExceptionApplication | cdktf.IResolvable): void {
    this._application = value;
    if (this._applicationReference !== undefined) this._applicationReference.internalValue = this._application;
  }
  public resetApplication(): void {
    this._application = undefined;
    if (this._applicationReference !== undefined) this._applicationReference.internalValue = this._application;
  }
  public get applicationInput(): ExceptionApplication | cdktf.IResolvable | undefined {
    return this._applicationReference === undefined ? this._application : this._applicationReference.internalValue;
  }

  private _category: string[] | undefined;
  public get category() {
    return cdktf.Fn.tolist(this.getListAttribute('category'));
  }
  public set category(value: string[]) {
    this._category = value;
  }
  public resetCategory(): void {
    this._category = undefined;
  }
  public get categoryInput(): string[] | undefined {
    return this._category;
  }

  private _certificatePinnedApp: ExceptionCertificatePinnedApp | cdktf.IResolvable | undefined;
  private _certificatePinnedAppReference: ExceptionCertificatePinnedAppOutputReference | undefined;
  public get certificatePinnedApp(): ExceptionCertificatePinnedAppOutputReference {
    if (this._certificatePinnedAppReference === undefined) {
      this._certificatePinnedAppReference = new ExceptionCertificatePinnedAppOutputReference(
        this,
        'certificate_pinned_app',
      );
      this._certificatePinnedAppReference.internalValue = this._certificatePinnedApp;
    }
    return this._certificatePinnedAppReference;
  }
  public putCertificatePinnedApp(value: ExceptionCertificatePinnedApp | cdktf.IResolvable): void {
    this._certificatePinnedApp = value;
    if (this._certificatePinnedAppReference !== undefined)
      this._certificatePinnedAppReference.internalValue = this._certificatePinnedApp;
  }
  public resetCertificatePinnedApp(): void {
    this._certificatePinnedApp = undefined;
    if (this._certificatePinnedAppReference !== undefined)
      this._certificatePinnedAppReference.internalValue = this._certificatePinnedApp;
  }
  public get certificatePinnedAppInput(): ExceptionCertificatePinnedApp | cdktf.IResolvable | undefined {
    return this._certificatePinnedAppReference === undefined
      ? this._certificatePinnedApp
      : this._certificatePinnedAppReference.internalValue;
  }

  private _destinationLocation: ExceptionDestinationLocation | cdktf.IResolvable | undefined;
  private _destinationLocationReference: ExceptionDestinationLocationOutputReference | undefined;
  public get destinationLocation(): ExceptionDestinationLocationOutputReference {
    if (this._destinationLocationReference === undefined) {
      this._destinationLocationReference = new ExceptionDestinationLocationOutputReference(
        this,
        'destination_location',
      );
      this._destinationLocationReference.internalValue = this._destinationLocation;
    }
    return this._destinationLocationReference;
  }
  public putDestinationLocation(value: ExceptionDestinationLocation | cdktf.IResolvable): void {
    this._destinationLocation = value;
    if (this._destinationLocationReference !== undefined)
      this._destinationLocationReference.internalValue = this._destinationLocation;
  }
  public resetDestinationLocation(): void {
    this._destinationLocation = undefined;
    if (this._destinationLocationReference !== undefined)
      this._destinationLocationReference.internalValue = this._destinationLocation;
  }
  public get destinationLocationInput(): ExceptionDestinationLocation | cdktf.IResolvable | undefined {
    return this._destinationLocationReference === undefined
      ? this._destinationLocation
      : this._destinationLocationReference.internalValue;
  }

  private _dns: ExceptionDns[] | cdktf.IResolvable | undefined;
  private _dnsReference: ExceptionDnsList | undefined;
  public get dns(): ExceptionDnsList {
    if (this._dnsReference === undefined) {
      this._dnsReference = new ExceptionDnsList(this, 'dns', true);
      this._dnsReference.internalValue = this._dns;
    }
    return this._dnsReference;
  }
  public putDns(value: ExceptionDns[] | cdktf.IResolvable): void {
    this._dns = value;
    if (this._dnsReference !== undefined) this._dnsReference.internalValue = this._dns;
  }
  public resetDns(): void {
    this._dns = undefined;
    if (this._dnsReference !== undefined) this._dnsReference.internalValue = this._dns;
  }
  public get dnsInput(): ExceptionDns[] | cdktf.IResolvable | undefined {
    return this._dnsReference === undefined ? this._dns : this._dnsReference.internalValue;
  }

  private _domains: string[] | undefined;
  public get domains() {
    return cdktf.Fn.tolist(this.getListAttribute('domains'));
  }
  public set domains(value: string[]) {
    this._domains = value;
  }
  public resetDomains(): void {
    this._domains = undefined;
  }
  public get domainsInput(): string[] | undefined {
    return this._domains;
  }

  private _sourceCountries: string[] | undefined;
  public get sourceCountries() {
    return cdktf.Fn.tolist(this.getListAttribute('source_countries'));
  }
  public set sourceCountries(value: string[]) {
    this._sourceCountries = value;
  }
  public resetSourceCountries(): void {
    this._sourceCountries = undefined;
  }
  public get sourceCountriesInput(): string[] | undefined {
    return this._sourceCountries;
  }

  private _sourceLocation: string[] | undefined;
  public get sourceLocation() {
    return cdktf.Fn.tolist(this.getListAttribute('source_location'));
  }
  public set sourceLocation(value: string[]) {
    this._sourceLocation = value;
  }
  public resetSourceLocation(): void {
    this._sourceLocation = undefined;
  }
  public get sourceLocationInput(): string[] | undefined {
    return this._sourceLocation;
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
      application: exceptionApplicationToTerraform(this.applicationInput),
      category: cdktf.listMapper(cdktf.stringToTerraform, false)(this.categoryInput),
      certificate_pinned_app: exceptionCertificatePinnedAppToTerraform(this.certificatePinnedAppInput),
      destination_location: exceptionDestinationLocationToTerraform(this.destinationLocationInput),
      dns: cdktf.listMapper(exceptionDnsToTerraform, false)(this.dnsInput),
      domains: cdktf.listMapper(cdktf.stringToTerraform, false)(this.domainsInput),
      source_countries: cdktf.listMapper(cdktf.stringToTerraform, false)(this.sourceCountriesInput),
      source_location: cdktf.listMapper(cdktf.stringToTerraform, false)(this.sourceLocationInput),
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
