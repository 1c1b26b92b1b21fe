// Generated from the schema of the provider; `npm run generate` writes it anew.

import type { Construct } from 'constructs';
import * as cdktf from 'cdktf';

/**
 * Configuration of a CertificatePinnedApp.
 */
export interface CertificatePinnedAppConfig extends cdktf.TerraformMetaArguments {
  /**
   * Name of the app, unique on the tenant (assumed). Without white space at its ends, control characters, and
   * characters that are invisible or change the direction of the text; joiners where a script or an emoji has them
   * are fine.
   */
  readonly name: string;
  /**
   * The app on Windows.
   */
  readonly windows?: CertificatePinnedAppWindows | cdktf.IResolvable | undefined;
  /**
   * The app on macOS.
   */
  readonly macOs?: CertificatePinnedAppMacOs | cdktf.IResolvable | undefined;
  /**
   * The app on Linux (client 97.1 and later).
   */
  readonly linux?: CertificatePinnedAppLinux | cdktf.IResolvable | undefined;
  /**
   * The app on iOS.
   */
  readonly ios?: CertificatePinnedAppIos | cdktf.IResolvable | undefined;
  /**
   * The app on Android.
   */
  readonly android?: CertificatePinnedAppAndroid | cdktf.IResolvable | undefined;
  /**
   * The app on Chrome OS.
   */
  readonly chromeOs?: CertificatePinnedAppChromeOs | cdktf.IResolvable | undefined;
}

/**
 * The app on Windows.
 */
export interface CertificatePinnedAppWindows {
  /**
   * How `processes` are compared: `exact` names, or `regex` patterns (PCRE on the tenant). What a pattern outside
   * RE2 matches, such as one with a lookahead, cannot be proved: decisions say that it is unknown, and a plan that
   * writes it warns. A configuration with a pattern that no engine compiles is refused. Default `exact`.
   *
   * @default "exact"
   */
  readonly match?: string | undefined;
  /**
   * Executables of the app on this platform: bare names without path or quotes, or one pattern an element where
   * `match` is `regex`.
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
  return onlyWritten({
    match: cdktf.stringToTerraform(struct.match),
    processes: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.processes),
  });
}

export class CertificatePinnedAppWindowsOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  private isEmptyObject = false;
  private resolvableValue: cdktf.IResolvable | undefined;

  public get internalValue(): CertificatePinnedAppWindows | cdktf.IResolvable | undefined {
    if (this.resolvableValue !== undefined) return this.resolvableValue;
    const value = { match: this.matchInput, processes: this.processesInput };
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
   * How `processes` are compared: `exact` names, or `regex` patterns (PCRE on the tenant). What a pattern outside
   * RE2 matches, such as one with a lookahead, cannot be proved: decisions say that it is unknown, and a plan that
   * writes it warns. A configuration with a pattern that no engine compiles is refused. Default `exact`.
   *
   * @default "exact"
   */
  readonly match?: string | undefined;
  /**
   * Executables of the app on this platform: bare names without path or quotes, or one pattern an element where
   * `match` is `regex`.
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
  return onlyWritten({
    match: cdktf.stringToTerraform(struct.match),
    processes: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.processes),
  });
}

export class CertificatePinnedAppMacOsOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  private isEmptyObject = false;
  private resolvableValue: cdktf.IResolvable | undefined;

  public get internalValue(): CertificatePinnedAppMacOs | cdktf.IResolvable | undefined {
    if (this.resolvableValue !== undefined) return this.resolvableValue;
    const value = { match: this.matchInput, processes: this.processesInput };
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
 * The app on Linux (client 97.1 and later).
 */
export interface CertificatePinnedAppLinux {
  /**
   * How `processes` are compared: `exact` names, or `regex` patterns (PCRE on the tenant). What a pattern outside
   * RE2 matches, such as one with a lookahead, cannot be proved: decisions say that it is unknown, and a plan that
   * writes it warns. A configuration with a pattern that no engine compiles is refused. Default `exact`.
   *
   * @default "exact"
   */
  readonly match?: string | undefined;
  /**
   * Executables of the app on this platform: bare names without path or quotes, or one pattern an element where
   * `match` is `regex`.
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
  return onlyWritten({
    match: cdktf.stringToTerraform(struct.match),
    processes: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.processes),
  });
}

export class CertificatePinnedAppLinuxOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  private isEmptyObject = false;
  private resolvableValue: cdktf.IResolvable | undefined;

  public get internalValue(): CertificatePinnedAppLinux | cdktf.IResolvable | undefined {
    if (this.resolvableValue !== undefined) return this.resolvableValue;
    const value = { match: this.matchInput, processes: this.processesInput };
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
   * How `processes` are compared: `exact` names, or `regex` patterns (PCRE on the tenant). What a pattern outside
   * RE2 matches, such as one with a lookahead, cannot be proved: decisions say that it is unknown, and a plan that
   * writes it warns. A configuration with a pattern that no engine compiles is refused. Default `exact`.
   *
   * @default "exact"
   */
  readonly match?: string | undefined;
  /**
   * Executables of the app on this platform: bare names without path or quotes, or one pattern an element where
   * `match` is `regex`.
   */
  readonly processes?: string[] | undefined;
  /**
   * Domains of the app, compared by suffix. Android 9 and lower knows apps by domain, Android 10 and higher by
   * process. Case makes no difference, and a name of other letters than ASCII is the one that clients see, which
   * is sent: `bücher.example` is `xn--bcher-kva.example` (assumed).
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
  return onlyWritten({
    match: cdktf.stringToTerraform(struct.match),
    processes: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.processes),
    domains: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.domains),
  });
}

export class CertificatePinnedAppIosOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  private isEmptyObject = false;
  private resolvableValue: cdktf.IResolvable | undefined;

  public get internalValue(): CertificatePinnedAppIos | cdktf.IResolvable | undefined {
    if (this.resolvableValue !== undefined) return this.resolvableValue;
    const value = { match: this.matchInput, processes: this.processesInput, domains: this.domainsInput };
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
   * How `processes` are compared: `exact` names, or `regex` patterns (PCRE on the tenant). What a pattern outside
   * RE2 matches, such as one with a lookahead, cannot be proved: decisions say that it is unknown, and a plan that
   * writes it warns. A configuration with a pattern that no engine compiles is refused. Default `exact`.
   *
   * @default "exact"
   */
  readonly match?: string | undefined;
  /**
   * Executables of the app on this platform: bare names without path or quotes, or one pattern an element where
   * `match` is `regex`.
   */
  readonly processes?: string[] | undefined;
  /**
   * Domains of the app, compared by suffix. Android 9 and lower knows apps by domain, Android 10 and higher by
   * process. Case makes no difference, and a name of other letters than ASCII is the one that clients see, which
   * is sent: `bücher.example` is `xn--bcher-kva.example` (assumed).
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
  return onlyWritten({
    match: cdktf.stringToTerraform(struct.match),
    processes: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.processes),
    domains: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.domains),
  });
}

export class CertificatePinnedAppAndroidOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  private isEmptyObject = false;
  private resolvableValue: cdktf.IResolvable | undefined;

  public get internalValue(): CertificatePinnedAppAndroid | cdktf.IResolvable | undefined {
    if (this.resolvableValue !== undefined) return this.resolvableValue;
    const value = { match: this.matchInput, processes: this.processesInput, domains: this.domainsInput };
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
   * How `processes` are compared: `exact` names, or `regex` patterns (PCRE on the tenant). What a pattern outside
   * RE2 matches, such as one with a lookahead, cannot be proved: decisions say that it is unknown, and a plan that
   * writes it warns. A configuration with a pattern that no engine compiles is refused. Default `exact`.
   *
   * @default "exact"
   */
  readonly match?: string | undefined;
  /**
   * Executables of the app on this platform: bare names without path or quotes, or one pattern an element where
   * `match` is `regex`.
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
  return onlyWritten({
    match: cdktf.stringToTerraform(struct.match),
    processes: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.processes),
  });
}

export class CertificatePinnedAppChromeOsOutputReference extends cdktf.ComplexObject {
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  private isEmptyObject = false;
  private resolvableValue: cdktf.IResolvable | undefined;

  public get internalValue(): CertificatePinnedAppChromeOs | cdktf.IResolvable | undefined {
    if (this.resolvableValue !== undefined) return this.resolvableValue;
    const value = { match: this.matchInput, processes: this.processesInput };
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
 * app; a steering exception then says what happens to its traffic. A tenant deletes an app together with the
 * exceptions that use it. So the provider does not delete an app while an exception of any configuration uses
 * it. It looks first, and deletes then: an exception that others make in between, or that the tenant does not
 * show yet, is deleted with the app. Write `lifecycle { create_before_destroy = true }` into each app whose
 * exceptions may later refer to another one, and apply it: else Terraform deletes an app that leaves before they
 * refer to the other, and each apply fails. It holds for all that the app depends on as well. To replace such an
 * app (`-replace`), give it another name for one apply, because names are unique (assumed); to replace another
 * one, replace its exceptions in the same apply. Where only the address of an app changes, write a `moved`
 * block.
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
    this._windows = config.windows;
    this._macOs = config.macOs;
    this._linux = config.linux;
    this._ios = config.ios;
    this._android = config.android;
    this._chromeOs = config.chromeOs;
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

  private _windows: CertificatePinnedAppWindows | cdktf.IResolvable | undefined;
  private _windowsReference: CertificatePinnedAppWindowsOutputReference | undefined;
  public get windows(): CertificatePinnedAppWindowsOutputReference {
    if (this._windowsReference === undefined) {
      this._windowsReference = new CertificatePinnedAppWindowsOutputReference(this, 'windows');
      this._windowsReference.internalValue = this._windows;
    }
    return this._windowsReference;
  }
  public putWindows(value: CertificatePinnedAppWindows | cdktf.IResolvable): void {
    this._windows = value;
    if (this._windowsReference !== undefined) this._windowsReference.internalValue = this._windows;
  }
  public resetWindows(): void {
    this._windows = undefined;
    if (this._windowsReference !== undefined) this._windowsReference.internalValue = this._windows;
  }
  public get windowsInput(): CertificatePinnedAppWindows | cdktf.IResolvable | undefined {
    return this._windowsReference === undefined ? this._windows : this._windowsReference.internalValue;
  }

  private _macOs: CertificatePinnedAppMacOs | cdktf.IResolvable | undefined;
  private _macOsReference: CertificatePinnedAppMacOsOutputReference | undefined;
  public get macOs(): CertificatePinnedAppMacOsOutputReference {
    if (this._macOsReference === undefined) {
      this._macOsReference = new CertificatePinnedAppMacOsOutputReference(this, 'mac_os');
      this._macOsReference.internalValue = this._macOs;
    }
    return this._macOsReference;
  }
  public putMacOs(value: CertificatePinnedAppMacOs | cdktf.IResolvable): void {
    this._macOs = value;
    if (this._macOsReference !== undefined) this._macOsReference.internalValue = this._macOs;
  }
  public resetMacOs(): void {
    this._macOs = undefined;
    if (this._macOsReference !== undefined) this._macOsReference.internalValue = this._macOs;
  }
  public get macOsInput(): CertificatePinnedAppMacOs | cdktf.IResolvable | undefined {
    return this._macOsReference === undefined ? this._macOs : this._macOsReference.internalValue;
  }

  private _linux: CertificatePinnedAppLinux | cdktf.IResolvable | undefined;
  private _linuxReference: CertificatePinnedAppLinuxOutputReference | undefined;
  public get linux(): CertificatePinnedAppLinuxOutputReference {
    if (this._linuxReference === undefined) {
      this._linuxReference = new CertificatePinnedAppLinuxOutputReference(this, 'linux');
      this._linuxReference.internalValue = this._linux;
    }
    return this._linuxReference;
  }
  public putLinux(value: CertificatePinnedAppLinux | cdktf.IResolvable): void {
    this._linux = value;
    if (this._linuxReference !== undefined) this._linuxReference.internalValue = this._linux;
  }
  public resetLinux(): void {
    this._linux = undefined;
    if (this._linuxReference !== undefined) this._linuxReference.internalValue = this._linux;
  }
  public get linuxInput(): CertificatePinnedAppLinux | cdktf.IResolvable | undefined {
    return this._linuxReference === undefined ? this._linux : this._linuxReference.internalValue;
  }

  private _ios: CertificatePinnedAppIos | cdktf.IResolvable | undefined;
  private _iosReference: CertificatePinnedAppIosOutputReference | undefined;
  public get ios(): CertificatePinnedAppIosOutputReference {
    if (this._iosReference === undefined) {
      this._iosReference = new CertificatePinnedAppIosOutputReference(this, 'ios');
      this._iosReference.internalValue = this._ios;
    }
    return this._iosReference;
  }
  public putIos(value: CertificatePinnedAppIos | cdktf.IResolvable): void {
    this._ios = value;
    if (this._iosReference !== undefined) this._iosReference.internalValue = this._ios;
  }
  public resetIos(): void {
    this._ios = undefined;
    if (this._iosReference !== undefined) this._iosReference.internalValue = this._ios;
  }
  public get iosInput(): CertificatePinnedAppIos | cdktf.IResolvable | undefined {
    return this._iosReference === undefined ? this._ios : this._iosReference.internalValue;
  }

  private _android: CertificatePinnedAppAndroid | cdktf.IResolvable | undefined;
  private _androidReference: CertificatePinnedAppAndroidOutputReference | undefined;
  public get android(): CertificatePinnedAppAndroidOutputReference {
    if (this._androidReference === undefined) {
      this._androidReference = new CertificatePinnedAppAndroidOutputReference(this, 'android');
      this._androidReference.internalValue = this._android;
    }
    return this._androidReference;
  }
  public putAndroid(value: CertificatePinnedAppAndroid | cdktf.IResolvable): void {
    this._android = value;
    if (this._androidReference !== undefined) this._androidReference.internalValue = this._android;
  }
  public resetAndroid(): void {
    this._android = undefined;
    if (this._androidReference !== undefined) this._androidReference.internalValue = this._android;
  }
  public get androidInput(): CertificatePinnedAppAndroid | cdktf.IResolvable | undefined {
    return this._androidReference === undefined ? this._android : this._androidReference.internalValue;
  }

  private _chromeOs: CertificatePinnedAppChromeOs | cdktf.IResolvable | undefined;
  private _chromeOsReference: CertificatePinnedAppChromeOsOutputReference | undefined;
  public get chromeOs(): CertificatePinnedAppChromeOsOutputReference {
    if (this._chromeOsReference === undefined) {
      this._chromeOsReference = new CertificatePinnedAppChromeOsOutputReference(this, 'chrome_os');
      this._chromeOsReference.internalValue = this._chromeOs;
    }
    return this._chromeOsReference;
  }
  public putChromeOs(value: CertificatePinnedAppChromeOs | cdktf.IResolvable): void {
    this._chromeOs = value;
    if (this._chromeOsReference !== undefined) this._chromeOsReference.internalValue = this._chromeOs;
  }
  public resetChromeOs(): void {
    this._chromeOs = undefined;
    if (this._chromeOsReference !== undefined) this._chromeOsReference.internalValue = this._chromeOs;
  }
  public get chromeOsInput(): CertificatePinnedAppChromeOs | cdktf.IResolvable | undefined {
    return this._chromeOsReference === undefined ? this._chromeOs : this._chromeOsReference.internalValue;
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
      name: cdktf.stringToTerraform(this.nameInput),
      windows: certificatePinnedAppWindowsToTerraform(this.windowsInput),
      mac_os: certificatePinnedAppMacOsToTerraform(this.macOsInput),
      linux: certificatePinnedAppLinuxToTerraform(this.linuxInput),
      ios: certificatePinnedAppIosToTerraform(this.iosInput),
      android: certificatePinnedAppAndroidToTerraform(this.androidInput),
      chrome_os: certificatePinnedAppChromeOsToTerraform(this.chromeOsInput),
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
