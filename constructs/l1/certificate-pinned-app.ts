// Generated from the schema of the provider; `npm run generate` writes it anew.

import type { Construct } from 'constructs';
import * as cdktf from 'cdktf';

/**
 * Configuration of a CertificatePinnedApp.
 */
export interface CertificatePinnedAppConfig extends cdktf.TerraformMetaArguments {
  /**
   * Name of the app, unique on the tenant [assumed].
   */
  readonly name: string;
  /**
   * The app on Windows.
   *
   * @default - not set
   */
  readonly windows?: CertificatePinnedAppWindows | cdktf.IResolvable | undefined;
  /**
   * The app on macOS.
   *
   * @default - not set
   */
  readonly macOs?: CertificatePinnedAppMacOs | cdktf.IResolvable | undefined;
  /**
   * The app on Linux (client 97.1 and later [doc]).
   *
   * @default - not set
   */
  readonly linux?: CertificatePinnedAppLinux | cdktf.IResolvable | undefined;
  /**
   * The app on iOS.
   *
   * @default - not set
   */
  readonly ios?: CertificatePinnedAppIos | cdktf.IResolvable | undefined;
  /**
   * The app on Android.
   *
   * @default - not set
   */
  readonly android?: CertificatePinnedAppAndroid | cdktf.IResolvable | undefined;
  /**
   * The app on Chrome OS.
   *
   * @default - not set
   */
  readonly chromeOs?: CertificatePinnedAppChromeOs | cdktf.IResolvable | undefined;
}

/**
 * The app on Windows.
 */
export interface CertificatePinnedAppWindows {
  /**
   * How `processes` are compared: `exact` names, or `regex` patterns (PCRE on the tenant [doc]; only what RE2 can
   * run is accepted, so that every match can be proved). Default `exact`.
   *
   * @default "exact"
   */
  readonly match?: string | undefined;
  /**
   * Executables of the app on this platform: bare names without path or quotes, or one pattern an element where
   * `match` is `regex`. [doc]
   */
  readonly processes: string[];
}

export function certificatePinnedAppWindowsToTerraform(
  struct?: CertificatePinnedAppWindowsOutputReference | CertificatePinnedAppWindows | cdktf.IResolvable,
): unknown {
  if (!cdktf.canInspect(struct) || struct === undefined || cdktf.Tokenization.isResolvable(struct)) return struct;
  if (cdktf.isComplexElement(struct)) {
    throw new Error(
      'A reference to several objects was written where one object belongs. Refer to one of them, or write the object out.',
    );
  }
  return {
    match: cdktf.stringToTerraform(struct.match),
    processes: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.processes),
  };
}

export class CertificatePinnedAppWindowsOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  private isEmptyObject = false;
  private resolvableValue: cdktf.IResolvable | undefined;

  public get internalValue(): CertificatePinnedAppWindows | cdktf.IResolvable | undefined {
    if (this.resolvableValue !== undefined) return this.resolvableValue;
    const value = { match: this._match, processes: this._processes };
    const given = this.isEmptyObject || Object.values(value).some((item) => item !== undefined);
    return given ? (value as CertificatePinnedAppWindows) : undefined;
  }
  public set internalValue(value: CertificatePinnedAppWindows | cdktf.IResolvable | undefined) {
    const resolvable = cdktf.Tokenization.isResolvable(value);
    const given: CertificatePinnedAppWindows | undefined = resolvable ? undefined : value;
    this.resolvableValue = resolvable ? value : undefined;
    this.isEmptyObject = given !== undefined && Object.keys(given).length === 0;
    this._match = given?.match;
    this._processes = given?.processes;
  }

  private _match: string | undefined;
  public get match() {
    return this.getStringAttribute('match');
  }
  public set match(value: string) {
    this._match = value;
  }
  public resetMatch(): void {
    this._match = undefined;
  }
  public get matchInput(): string | undefined {
    return this._match;
  }

  private _processes: string[] | undefined;
  public get processes() {
    return cdktf.Fn.tolist(this.getListAttribute('processes'));
  }
  public set processes(value: string[]) {
    this._processes = value;
  }

  public get processesInput(): string[] | undefined {
    return this._processes;
  }
}

/**
 * The app on macOS.
 */
export interface CertificatePinnedAppMacOs {
  /**
   * How `processes` are compared: `exact` names, or `regex` patterns (PCRE on the tenant [doc]; only what RE2 can
   * run is accepted, so that every match can be proved). Default `exact`.
   *
   * @default "exact"
   */
  readonly match?: string | undefined;
  /**
   * Executables of the app on this platform: bare names without path or quotes, or one pattern an element where
   * `match` is `regex`. [doc]
   */
  readonly processes: string[];
}

export function certificatePinnedAppMacOsToTerraform(
  struct?: CertificatePinnedAppMacOsOutputReference | CertificatePinnedAppMacOs | cdktf.IResolvable,
): unknown {
  if (!cdktf.canInspect(struct) || struct === undefined || cdktf.Tokenization.isResolvable(struct)) return struct;
  if (cdktf.isComplexElement(struct)) {
    throw new Error(
      'A reference to several objects was written where one object belongs. Refer to one of them, or write the object out.',
    );
  }
  return {
    match: cdktf.stringToTerraform(struct.match),
    processes: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.processes),
  };
}

export class CertificatePinnedAppMacOsOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  private isEmptyObject = false;
  private resolvableValue: cdktf.IResolvable | undefined;

  public get internalValue(): CertificatePinnedAppMacOs | cdktf.IResolvable | undefined {
    if (this.resolvableValue !== undefined) return this.resolvableValue;
    const value = { match: this._match, processes: this._processes };
    const given = this.isEmptyObject || Object.values(value).some((item) => item !== undefined);
    return given ? (value as CertificatePinnedAppMacOs) : undefined;
  }
  public set internalValue(value: CertificatePinnedAppMacOs | cdktf.IResolvable | undefined) {
    const resolvable = cdktf.Tokenization.isResolvable(value);
    const given: CertificatePinnedAppMacOs | undefined = resolvable ? undefined : value;
    this.resolvableValue = resolvable ? value : undefined;
    this.isEmptyObject = given !== undefined && Object.keys(given).length === 0;
    this._match = given?.match;
    this._processes = given?.processes;
  }

  private _match: string | undefined;
  public get match() {
    return this.getStringAttribute('match');
  }
  public set match(value: string) {
    this._match = value;
  }
  public resetMatch(): void {
    this._match = undefined;
  }
  public get matchInput(): string | undefined {
    return this._match;
  }

  private _processes: string[] | undefined;
  public get processes() {
    return cdktf.Fn.tolist(this.getListAttribute('processes'));
  }
  public set processes(value: string[]) {
    this._processes = value;
  }

  public get processesInput(): string[] | undefined {
    return this._processes;
  }
}

/**
 * The app on Linux (client 97.1 and later [doc]).
 */
export interface CertificatePinnedAppLinux {
  /**
   * How `processes` are compared: `exact` names, or `regex` patterns (PCRE on the tenant [doc]; only what RE2 can
   * run is accepted, so that every match can be proved). Default `exact`.
   *
   * @default "exact"
   */
  readonly match?: string | undefined;
  /**
   * Executables of the app on this platform: bare names without path or quotes, or one pattern an element where
   * `match` is `regex`. [doc]
   */
  readonly processes: string[];
}

export function certificatePinnedAppLinuxToTerraform(
  struct?: CertificatePinnedAppLinuxOutputReference | CertificatePinnedAppLinux | cdktf.IResolvable,
): unknown {
  if (!cdktf.canInspect(struct) || struct === undefined || cdktf.Tokenization.isResolvable(struct)) return struct;
  if (cdktf.isComplexElement(struct)) {
    throw new Error(
      'A reference to several objects was written where one object belongs. Refer to one of them, or write the object out.',
    );
  }
  return {
    match: cdktf.stringToTerraform(struct.match),
    processes: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.processes),
  };
}

export class CertificatePinnedAppLinuxOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  private isEmptyObject = false;
  private resolvableValue: cdktf.IResolvable | undefined;

  public get internalValue(): CertificatePinnedAppLinux | cdktf.IResolvable | undefined {
    if (this.resolvableValue !== undefined) return this.resolvableValue;
    const value = { match: this._match, processes: this._processes };
    const given = this.isEmptyObject || Object.values(value).some((item) => item !== undefined);
    return given ? (value as CertificatePinnedAppLinux) : undefined;
  }
  public set internalValue(value: CertificatePinnedAppLinux | cdktf.IResolvable | undefined) {
    const resolvable = cdktf.Tokenization.isResolvable(value);
    const given: CertificatePinnedAppLinux | undefined = resolvable ? undefined : value;
    this.resolvableValue = resolvable ? value : undefined;
    this.isEmptyObject = given !== undefined && Object.keys(given).length === 0;
    this._match = given?.match;
    this._processes = given?.processes;
  }

  private _match: string | undefined;
  public get match() {
    return this.getStringAttribute('match');
  }
  public set match(value: string) {
    this._match = value;
  }
  public resetMatch(): void {
    this._match = undefined;
  }
  public get matchInput(): string | undefined {
    return this._match;
  }

  private _processes: string[] | undefined;
  public get processes() {
    return cdktf.Fn.tolist(this.getListAttribute('processes'));
  }
  public set processes(value: string[]) {
    this._processes = value;
  }

  public get processesInput(): string[] | undefined {
    return this._processes;
  }
}

/**
 * The app on iOS.
 */
export interface CertificatePinnedAppIos {
  /**
   * How `processes` are compared: `exact` names, or `regex` patterns (PCRE on the tenant [doc]; only what RE2 can
   * run is accepted, so that every match can be proved). Default `exact`.
   *
   * @default "exact"
   */
  readonly match?: string | undefined;
  /**
   * Executables of the app on this platform: bare names without path or quotes, or one pattern an element where
   * `match` is `regex`. [doc]
   *
   * @default - not set
   */
  readonly processes?: string[] | undefined;
  /**
   * Domains of the app, compared by suffix. Android 9 and lower knows apps by domain, Android 10 and higher by
   * process. [doc]
   *
   * @default - not set
   */
  readonly domains?: string[] | undefined;
}

export function certificatePinnedAppIosToTerraform(
  struct?: CertificatePinnedAppIosOutputReference | CertificatePinnedAppIos | cdktf.IResolvable,
): unknown {
  if (!cdktf.canInspect(struct) || struct === undefined || cdktf.Tokenization.isResolvable(struct)) return struct;
  if (cdktf.isComplexElement(struct)) {
    throw new Error(
      'A reference to several objects was written where one object belongs. Refer to one of them, or write the object out.',
    );
  }
  return {
    match: cdktf.stringToTerraform(struct.match),
    processes: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.processes),
    domains: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.domains),
  };
}

export class CertificatePinnedAppIosOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  private isEmptyObject = false;
  private resolvableValue: cdktf.IResolvable | undefined;

  public get internalValue(): CertificatePinnedAppIos | cdktf.IResolvable | undefined {
    if (this.resolvableValue !== undefined) return this.resolvableValue;
    const value = { match: this._match, processes: this._processes, domains: this._domains };
    const given = this.isEmptyObject || Object.values(value).some((item) => item !== undefined);
    return given ? (value as CertificatePinnedAppIos) : undefined;
  }
  public set internalValue(value: CertificatePinnedAppIos | cdktf.IResolvable | undefined) {
    const resolvable = cdktf.Tokenization.isResolvable(value);
    const given: CertificatePinnedAppIos | undefined = resolvable ? undefined : value;
    this.resolvableValue = resolvable ? value : undefined;
    this.isEmptyObject = given !== undefined && Object.keys(given).length === 0;
    this._match = given?.match;
    this._processes = given?.processes;
    this._domains = given?.domains;
  }

  private _match: string | undefined;
  public get match() {
    return this.getStringAttribute('match');
  }
  public set match(value: string) {
    this._match = value;
  }
  public resetMatch(): void {
    this._match = undefined;
  }
  public get matchInput(): string | undefined {
    return this._match;
  }

  private _processes: string[] | undefined;
  public get processes() {
    return cdktf.Fn.tolist(this.getListAttribute('processes'));
  }
  public set processes(value: string[]) {
    this._processes = value;
  }
  public resetProcesses(): void {
    this._processes = undefined;
  }
  public get processesInput(): string[] | undefined {
    return this._processes;
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
}

/**
 * The app on Android.
 */
export interface CertificatePinnedAppAndroid {
  /**
   * How `processes` are compared: `exact` names, or `regex` patterns (PCRE on the tenant [doc]; only what RE2 can
   * run is accepted, so that every match can be proved). Default `exact`.
   *
   * @default "exact"
   */
  readonly match?: string | undefined;
  /**
   * Executables of the app on this platform: bare names without path or quotes, or one pattern an element where
   * `match` is `regex`. [doc]
   *
   * @default - not set
   */
  readonly processes?: string[] | undefined;
  /**
   * Domains of the app, compared by suffix. Android 9 and lower knows apps by domain, Android 10 and higher by
   * process. [doc]
   *
   * @default - not set
   */
  readonly domains?: string[] | undefined;
}

export function certificatePinnedAppAndroidToTerraform(
  struct?: CertificatePinnedAppAndroidOutputReference | CertificatePinnedAppAndroid | cdktf.IResolvable,
): unknown {
  if (!cdktf.canInspect(struct) || struct === undefined || cdktf.Tokenization.isResolvable(struct)) return struct;
  if (cdktf.isComplexElement(struct)) {
    throw new Error(
      'A reference to several objects was written where one object belongs. Refer to one of them, or write the object out.',
    );
  }
  return {
    match: cdktf.stringToTerraform(struct.match),
    processes: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.processes),
    domains: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.domains),
  };
}

export class CertificatePinnedAppAndroidOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  private isEmptyObject = false;
  private resolvableValue: cdktf.IResolvable | undefined;

  public get internalValue(): CertificatePinnedAppAndroid | cdktf.IResolvable | undefined {
    if (this.resolvableValue !== undefined) return this.resolvableValue;
    const value = { match: this._match, processes: this._processes, domains: this._domains };
    const given = this.isEmptyObject || Object.values(value).some((item) => item !== undefined);
    return given ? (value as CertificatePinnedAppAndroid) : undefined;
  }
  public set internalValue(value: CertificatePinnedAppAndroid | cdktf.IResolvable | undefined) {
    const resolvable = cdktf.Tokenization.isResolvable(value);
    const given: CertificatePinnedAppAndroid | undefined = resolvable ? undefined : value;
    this.resolvableValue = resolvable ? value : undefined;
    this.isEmptyObject = given !== undefined && Object.keys(given).length === 0;
    this._match = given?.match;
    this._processes = given?.processes;
    this._domains = given?.domains;
  }

  private _match: string | undefined;
  public get match() {
    return this.getStringAttribute('match');
  }
  public set match(value: string) {
    this._match = value;
  }
  public resetMatch(): void {
    this._match = undefined;
  }
  public get matchInput(): string | undefined {
    return this._match;
  }

  private _processes: string[] | undefined;
  public get processes() {
    return cdktf.Fn.tolist(this.getListAttribute('processes'));
  }
  public set processes(value: string[]) {
    this._processes = value;
  }
  public resetProcesses(): void {
    this._processes = undefined;
  }
  public get processesInput(): string[] | undefined {
    return this._processes;
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
}

/**
 * The app on Chrome OS.
 */
export interface CertificatePinnedAppChromeOs {
  /**
   * How `processes` are compared: `exact` names, or `regex` patterns (PCRE on the tenant [doc]; only what RE2 can
   * run is accepted, so that every match can be proved). Default `exact`.
   *
   * @default "exact"
   */
  readonly match?: string | undefined;
  /**
   * Executables of the app on this platform: bare names without path or quotes, or one pattern an element where
   * `match` is `regex`. [doc]
   */
  readonly processes: string[];
}

export function certificatePinnedAppChromeOsToTerraform(
  struct?: CertificatePinnedAppChromeOsOutputReference | CertificatePinnedAppChromeOs | cdktf.IResolvable,
): unknown {
  if (!cdktf.canInspect(struct) || struct === undefined || cdktf.Tokenization.isResolvable(struct)) return struct;
  if (cdktf.isComplexElement(struct)) {
    throw new Error(
      'A reference to several objects was written where one object belongs. Refer to one of them, or write the object out.',
    );
  }
  return {
    match: cdktf.stringToTerraform(struct.match),
    processes: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.processes),
  };
}

export class CertificatePinnedAppChromeOsOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  private isEmptyObject = false;
  private resolvableValue: cdktf.IResolvable | undefined;

  public get internalValue(): CertificatePinnedAppChromeOs | cdktf.IResolvable | undefined {
    if (this.resolvableValue !== undefined) return this.resolvableValue;
    const value = { match: this._match, processes: this._processes };
    const given = this.isEmptyObject || Object.values(value).some((item) => item !== undefined);
    return given ? (value as CertificatePinnedAppChromeOs) : undefined;
  }
  public set internalValue(value: CertificatePinnedAppChromeOs | cdktf.IResolvable | undefined) {
    const resolvable = cdktf.Tokenization.isResolvable(value);
    const given: CertificatePinnedAppChromeOs | undefined = resolvable ? undefined : value;
    this.resolvableValue = resolvable ? value : undefined;
    this.isEmptyObject = given !== undefined && Object.keys(given).length === 0;
    this._match = given?.match;
    this._processes = given?.processes;
  }

  private _match: string | undefined;
  public get match() {
    return this.getStringAttribute('match');
  }
  public set match(value: string) {
    this._match = value;
  }
  public resetMatch(): void {
    this._match = undefined;
  }
  public get matchInput(): string | undefined {
    return this._match;
  }

  private _processes: string[] | undefined;
  public get processes() {
    return cdktf.Fn.tolist(this.getListAttribute('processes'));
  }
  public set processes(value: string[]) {
    this._processes = value;
  }

  public get processesInput(): string[] | undefined {
    return this._processes;
  }
}

/**
 * A certificate pinned app: the executables of a native app on each platform. Step 1 and 2 of blocking a native
 * app [seed]; a steering exception then says what happens to its traffic.
 */
export class CertificatePinnedApp extends cdktf.TerraformResource {
  public static readonly tfResourceType = 'netskopesteering_certificate_pinned_app';

  /**
   * Generates CDKTF code for importing a CertificatePinnedApp resource upon running "cdktf plan <stack-name>".
   * @param scope The scope in which to define this construct
   * @param importToId The construct id used in the generated config for the resource to import
   * @param importFromId The id of the existing CertificatePinnedApp that should be imported
   * @param provider Optional instance of the provider where the resource to import is found
   */
  public static generateConfigForImport(
    scope: Construct,
    importToId: string,
    importFromId: string,
    provider?: cdktf.TerraformProvider,
  ): cdktf.ImportableResource {
    const config = { terraformResourceType: CertificatePinnedApp.tfResourceType, importId: importFromId };
    return new cdktf.ImportableResource(scope, importToId, provider === undefined ? config : { ...config, provider });
  }

  /**
   * @param scope The scope in which to define this construct
   * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
   * @param config Attributes and meta-arguments
   */
  public constructor(scope: Construct, id: string, config: CertificatePinnedAppConfig) {
    super(scope, id, {
      ...config,
      terraformResourceType: CertificatePinnedApp.tfResourceType,
      terraformGeneratorMetadata: { providerName: 'netskopesteering' },
    });
    this._name = config.name;
    this._windows.internalValue = config.windows;
    this._macOs.internalValue = config.macOs;
    this._linux.internalValue = config.linux;
    this._ios.internalValue = config.ios;
    this._android.internalValue = config.android;
    this._chromeOs.internalValue = config.chromeOs;
  }

  /**
   * The id that the tenant gave the app; also its import id.
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

  private readonly _windows = new CertificatePinnedAppWindowsOutputReference(this, 'windows');
  public get windows(): CertificatePinnedAppWindowsOutputReference {
    return this._windows;
  }
  public putWindows(value: CertificatePinnedAppWindows | cdktf.IResolvable): void {
    this._windows.internalValue = value;
  }
  public resetWindows(): void {
    this._windows.internalValue = undefined;
  }
  public get windowsInput(): CertificatePinnedAppWindows | cdktf.IResolvable | undefined {
    return this._windows.internalValue;
  }

  private readonly _macOs = new CertificatePinnedAppMacOsOutputReference(this, 'mac_os');
  public get macOs(): CertificatePinnedAppMacOsOutputReference {
    return this._macOs;
  }
  public putMacOs(value: CertificatePinnedAppMacOs | cdktf.IResolvable): void {
    this._macOs.internalValue = value;
  }
  public resetMacOs(): void {
    this._macOs.internalValue = undefined;
  }
  public get macOsInput(): CertificatePinnedAppMacOs | cdktf.IResolvable | undefined {
    return this._macOs.internalValue;
  }

  private readonly _linux = new CertificatePinnedAppLinuxOutputReference(this, 'linux');
  public get linux(): CertificatePinnedAppLinuxOutputReference {
    return this._linux;
  }
  public putLinux(value: CertificatePinnedAppLinux | cdktf.IResolvable): void {
    this._linux.internalValue = value;
  }
  public resetLinux(): void {
    this._linux.internalValue = undefined;
  }
  public get linuxInput(): CertificatePinnedAppLinux | cdktf.IResolvable | undefined {
    return this._linux.internalValue;
  }

  private readonly _ios = new CertificatePinnedAppIosOutputReference(this, 'ios');
  public get ios(): CertificatePinnedAppIosOutputReference {
    return this._ios;
  }
  public putIos(value: CertificatePinnedAppIos | cdktf.IResolvable): void {
    this._ios.internalValue = value;
  }
  public resetIos(): void {
    this._ios.internalValue = undefined;
  }
  public get iosInput(): CertificatePinnedAppIos | cdktf.IResolvable | undefined {
    return this._ios.internalValue;
  }

  private readonly _android = new CertificatePinnedAppAndroidOutputReference(this, 'android');
  public get android(): CertificatePinnedAppAndroidOutputReference {
    return this._android;
  }
  public putAndroid(value: CertificatePinnedAppAndroid | cdktf.IResolvable): void {
    this._android.internalValue = value;
  }
  public resetAndroid(): void {
    this._android.internalValue = undefined;
  }
  public get androidInput(): CertificatePinnedAppAndroid | cdktf.IResolvable | undefined {
    return this._android.internalValue;
  }

  private readonly _chromeOs = new CertificatePinnedAppChromeOsOutputReference(this, 'chrome_os');
  public get chromeOs(): CertificatePinnedAppChromeOsOutputReference {
    return this._chromeOs;
  }
  public putChromeOs(value: CertificatePinnedAppChromeOs | cdktf.IResolvable): void {
    this._chromeOs.internalValue = value;
  }
  public resetChromeOs(): void {
    this._chromeOs.internalValue = undefined;
  }
  public get chromeOsInput(): CertificatePinnedAppChromeOs | cdktf.IResolvable | undefined {
    return this._chromeOs.internalValue;
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
    return {
      name: cdktf.stringToTerraform(this._name),
      windows: certificatePinnedAppWindowsToTerraform(this._windows.internalValue),
      mac_os: certificatePinnedAppMacOsToTerraform(this._macOs.internalValue),
      linux: certificatePinnedAppLinuxToTerraform(this._linux.internalValue),
      ios: certificatePinnedAppIosToTerraform(this._ios.internalValue),
      android: certificatePinnedAppAndroidToTerraform(this._android.internalValue),
      chrome_os: certificatePinnedAppChromeOsToTerraform(this._chromeOs.internalValue),
    };
  }

  public override toHclTerraform(): never {
    throw new Error(
      'HCL output is not supported: cdktf would write nested attributes as blocks, which Terraform refuses. Synthesize JSON, the default.',
    );
  }
}
