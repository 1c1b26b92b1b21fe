// Generated from the schema of the provider; `npm run generate` writes it anew.

import type { Construct } from 'constructs';
import * as cdktf from 'cdktf';

/**
 * Configuration of a NetskopeSteeringProvider.
 */
export interface NetskopeSteeringProviderConfig {
  /**
   * Base URL of the API, with `/api/v2`: `https://TENANT.goskope.com/api/v2`. Plain `http` is accepted to loopback
   * only. Default: the environment variable `NETSKOPE_SERVER_URL`.
   */
  readonly serverUrl?: string | undefined;
  /**
   * REST API v2 token. Use the environment variable `NETSKOPE_API_KEY`, its default. A token that is written here,
   * as text or by a variable that is not ephemeral, stands in plain text in every plan file, and `terraform show
   * -json` of one prints it, though the setting is sensitive.
   */
  readonly apiKey?: string | undefined;
  /**
   * Most requests per second, over all resources. Default 4.
   */
  readonly requestsPerSecond?: number | undefined;
  /**
   * PEM file of certificate authorities to trust beside those of the system.
   */
  readonly caCertificateFile?: string | undefined;
  /**
   * Longest time that one request may spend waiting for retries, in seconds. A tenant that asks for more is
   * reported at once. Default 120.
   */
  readonly maxRetryWaitSeconds?: number | undefined;
  /**
   * Former addresses of this same tenant, each as a `server_url`. What is stored belongs to the address that it
   * was made on, and is refused on another one; what was made on a former address is taken over by the next
   * refresh. Remove them after the apply.
   */
  readonly formerServerUrls?: string[] | undefined;
  /**
   * Most objects that one list of the tenant may have. Of a longer one nothing is concluded: it is an error.
   * Default: the environment variable `NETSKOPE_MAX_LIST_OBJECTS`, else 10000.
   */
  readonly maxListObjects?: number | undefined;
  /**
   * Most that the answers of one list may add up to, in MiB. Default: the environment variable
   * `NETSKOPE_MAX_LIST_MEBIBYTES`, else 64.
   */
  readonly maxListMebibytes?: number | undefined;
  /**
   * What a plan says of guardrails: mistakes that a tenant accepts and that a person rarely means. A plan warns of
   * what an object shows by itself, where the plan creates or changes it.
   */
  readonly guardrails?: NetskopeSteeringProviderGuardrails | cdktf.IResolvable | undefined;
  /**
   * Path of each collection below `server_url`, for a gateway that serves them elsewhere. `{config_id}` stands for
   * the configuration.
   */
  readonly paths?: NetskopeSteeringProviderPaths | cdktf.IResolvable | undefined;
  /**
   * Alias: the name of this instance where a stack has several.
   */
  readonly alias?: string | undefined;
}

/**
 * The guardrails that are accepted, each with a reason.
 */
export interface NetskopeSteeringProviderGuardrailsSuppress {
  /**
   * The guardrail that is accepted, by the name that its warning has.
   */
  readonly rule: string;
  /**
   * Where it is accepted: names or ids of objects, or the values that its warning names. Default: everywhere.
   */
  readonly on?: string[] | undefined;
  /**
   * Why it is accepted, for whoever reads it next.
   */
  readonly reason: string;
}

export function netskopeSteeringProviderGuardrailsSuppressToTerraform(
  struct?: NetskopeSteeringProviderGuardrailsSuppress | cdktf.IResolvable,
): unknown {
  if (!cdktf.canInspect(struct) || struct === undefined || cdktf.Tokenization.isResolvable(struct)) return struct;
  if (cdktf.isComplexElement(struct)) {
    throw new Error(
      'A reference to several objects was written where one object belongs. Refer to one of them, or write the object out.',
    );
  }
  return onlyWritten({
    rule: cdktf.stringToTerraform(struct.rule),
    on: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.on),
    reason: cdktf.stringToTerraform(struct.reason),
  });
}

/**
 * What a plan says of guardrails: mistakes that a tenant accepts and that a person rarely means. A plan warns of
 * what an object shows by itself, where the plan creates or changes it.
 */
export interface NetskopeSteeringProviderGuardrails {
  /**
   * Whether a plan warns of guardrails at all. Default `true`.
   */
  readonly enabled?: (boolean | cdktf.IResolvable) | undefined;
  /**
   * The guardrails that are accepted, each with a reason.
   */
  readonly suppress?: NetskopeSteeringProviderGuardrailsSuppress[] | cdktf.IResolvable | undefined;
}

export function netskopeSteeringProviderGuardrailsToTerraform(
  struct?: NetskopeSteeringProviderGuardrails | cdktf.IResolvable,
): unknown {
  if (!cdktf.canInspect(struct) || struct === undefined || cdktf.Tokenization.isResolvable(struct)) return struct;
  if (cdktf.isComplexElement(struct)) {
    throw new Error(
      'A reference to several objects was written where one object belongs. Refer to one of them, or write the object out.',
    );
  }
  return onlyWritten({
    enabled: cdktf.booleanToTerraform(struct.enabled),
    suppress: cdktf.listMapper(netskopeSteeringProviderGuardrailsSuppressToTerraform, false)(struct.suppress),
  });
}

/**
 * Path of each collection below `server_url`, for a gateway that serves them elsewhere. `{config_id}` stands for
 * the configuration.
 */
export interface NetskopeSteeringProviderPaths {
  /**
   * Default `/steering/apps/certpinned`.
   */
  readonly certificatePinnedApps?: string | undefined;
  /**
   * Default `/steering/networklocations`.
   */
  readonly networkLocations?: string | undefined;
  /**
   * Default `/steering/configurations`.
   */
  readonly configurations?: string | undefined;
  /**
   * Default `/steering/configurations/{config_id}/nonstandardports`.
   */
  readonly nonStandardPorts?: string | undefined;
  /**
   * Default `/steering/configurations/{config_id}/exceptions`.
   */
  readonly exceptions?: string | undefined;
}

export function netskopeSteeringProviderPathsToTerraform(
  struct?: NetskopeSteeringProviderPaths | cdktf.IResolvable,
): unknown {
  if (!cdktf.canInspect(struct) || struct === undefined || cdktf.Tokenization.isResolvable(struct)) return struct;
  if (cdktf.isComplexElement(struct)) {
    throw new Error(
      'A reference to several objects was written where one object belongs. Refer to one of them, or write the object out.',
    );
  }
  return onlyWritten({
    certificate_pinned_apps: cdktf.stringToTerraform(struct.certificatePinnedApps),
    network_locations: cdktf.stringToTerraform(struct.networkLocations),
    configurations: cdktf.stringToTerraform(struct.configurations),
    non_standard_ports: cdktf.stringToTerraform(struct.nonStandardPorts),
    exceptions: cdktf.stringToTerraform(struct.exceptions),
  });
}

/**
 * Governs certificate pinned native apps on a Netskope tenant: pinned apps, network locations, steering
 * configurations, non-standard ports and steering exceptions. **No public API of the vendor writes these
 * objects**; the provider speaks a contract of its own, served by the local tenant or by whatever implements it.
 */
export class NetskopeSteeringProvider extends cdktf.TerraformProvider {
  public static readonly tfResourceType = 'netskopesteering';

  /**
   * @param scope The scope in which to define this construct
   * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
   * @param config Settings of the provider
   */
  public constructor(scope: Construct, id: string, config: NetskopeSteeringProviderConfig = {}) {
    super(scope, id, {
      terraformResourceType: NetskopeSteeringProvider.tfResourceType,
      // The cdktf CLI refuses a stack whose provider has no version.
      terraformGeneratorMetadata: { providerName: 'netskopesteering', providerVersion: '0.1.0' },
      terraformProviderSource: 'terraform.local/community/netskopesteering',
    });
    this._serverUrl = config.serverUrl;
    this._apiKey = config.apiKey;
    this._requestsPerSecond = config.requestsPerSecond;
    this._caCertificateFile = config.caCertificateFile;
    this._maxRetryWaitSeconds = config.maxRetryWaitSeconds;
    this._formerServerUrls = config.formerServerUrls;
    this._maxListObjects = config.maxListObjects;
    this._maxListMebibytes = config.maxListMebibytes;
    this._guardrails = config.guardrails;
    this._paths = config.paths;
    this._alias = config.alias;
    const stack = cdktf.TerraformStack.of(this);
    stack.node.addValidation({ validate: () => askAspectsAbove(stack) });
  }

  private _serverUrl: string | undefined;
  public get serverUrl(): string | undefined {
    return this._serverUrl;
  }
  public set serverUrl(value: string | undefined) {
    this._serverUrl = value;
  }
  public resetServerUrl(): void {
    this._serverUrl = undefined;
  }
  public get serverUrlInput(): string | undefined {
    return this._serverUrl;
  }

  private _apiKey: string | undefined;
  public get apiKey(): string | undefined {
    return this._apiKey;
  }
  public set apiKey(value: string | undefined) {
    this._apiKey = value;
  }
  public resetApiKey(): void {
    this._apiKey = undefined;
  }
  public get apiKeyInput(): string | undefined {
    return this._apiKey;
  }

  private _requestsPerSecond: number | undefined;
  public get requestsPerSecond(): number | undefined {
    return this._requestsPerSecond;
  }
  public set requestsPerSecond(value: number | undefined) {
    this._requestsPerSecond = value;
  }
  public resetRequestsPerSecond(): void {
    this._requestsPerSecond = undefined;
  }
  public get requestsPerSecondInput(): number | undefined {
    return this._requestsPerSecond;
  }

  private _caCertificateFile: string | undefined;
  public get caCertificateFile(): string | undefined {
    return this._caCertificateFile;
  }
  public set caCertificateFile(value: string | undefined) {
    this._caCertificateFile = value;
  }
  public resetCaCertificateFile(): void {
    this._caCertificateFile = undefined;
  }
  public get caCertificateFileInput(): string | undefined {
    return this._caCertificateFile;
  }

  private _maxRetryWaitSeconds: number | undefined;
  public get maxRetryWaitSeconds(): number | undefined {
    return this._maxRetryWaitSeconds;
  }
  public set maxRetryWaitSeconds(value: number | undefined) {
    this._maxRetryWaitSeconds = value;
  }
  public resetMaxRetryWaitSeconds(): void {
    this._maxRetryWaitSeconds = undefined;
  }
  public get maxRetryWaitSecondsInput(): number | undefined {
    return this._maxRetryWaitSeconds;
  }

  private _formerServerUrls: string[] | undefined;
  public get formerServerUrls(): string[] | undefined {
    return this._formerServerUrls;
  }
  public set formerServerUrls(value: string[] | undefined) {
    this._formerServerUrls = value;
  }
  public resetFormerServerUrls(): void {
    this._formerServerUrls = undefined;
  }
  public get formerServerUrlsInput(): string[] | undefined {
    return this._formerServerUrls;
  }

  private _maxListObjects: number | undefined;
  public get maxListObjects(): number | undefined {
    return this._maxListObjects;
  }
  public set maxListObjects(value: number | undefined) {
    this._maxListObjects = value;
  }
  public resetMaxListObjects(): void {
    this._maxListObjects = undefined;
  }
  public get maxListObjectsInput(): number | undefined {
    return this._maxListObjects;
  }

  private _maxListMebibytes: number | undefined;
  public get maxListMebibytes(): number | undefined {
    return this._maxListMebibytes;
  }
  public set maxListMebibytes(value: number | undefined) {
    this._maxListMebibytes = value;
  }
  public resetMaxListMebibytes(): void {
    this._maxListMebibytes = undefined;
  }
  public get maxListMebibytesInput(): number | undefined {
    return this._maxListMebibytes;
  }

  private _guardrails: NetskopeSteeringProviderGuardrails | cdktf.IResolvable | undefined;
  public get guardrails(): NetskopeSteeringProviderGuardrails | cdktf.IResolvable | undefined {
    return this._guardrails;
  }
  public set guardrails(value: NetskopeSteeringProviderGuardrails | cdktf.IResolvable | undefined) {
    this._guardrails = value;
  }
  public resetGuardrails(): void {
    this._guardrails = undefined;
  }
  public get guardrailsInput(): NetskopeSteeringProviderGuardrails | cdktf.IResolvable | undefined {
    return this._guardrails;
  }

  private _paths: NetskopeSteeringProviderPaths | cdktf.IResolvable | undefined;
  public get paths(): NetskopeSteeringProviderPaths | cdktf.IResolvable | undefined {
    return this._paths;
  }
  public set paths(value: NetskopeSteeringProviderPaths | cdktf.IResolvable | undefined) {
    this._paths = value;
  }
  public resetPaths(): void {
    this._paths = undefined;
  }
  public get pathsInput(): NetskopeSteeringProviderPaths | cdktf.IResolvable | undefined {
    return this._paths;
  }

  private _alias: string | undefined;
  public override get alias(): string | undefined {
    return this._alias;
  }
  public override set alias(value: string | undefined) {
    this._alias = value;
  }
  public resetAlias(): void {
    this._alias = undefined;
  }
  public get aliasInput(): string | undefined {
    return this._alias;
  }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return onlyWritten({
      server_url: cdktf.stringToTerraform(this._serverUrl),
      api_key: cdktf.stringToTerraform(this._apiKey),
      requests_per_second: cdktf.numberToTerraform(this._requestsPerSecond),
      ca_certificate_file: cdktf.stringToTerraform(this._caCertificateFile),
      max_retry_wait_seconds: cdktf.numberToTerraform(this._maxRetryWaitSeconds),
      former_server_urls: cdktf.listMapper(cdktf.stringToTerraform, false)(this._formerServerUrls),
      max_list_objects: cdktf.numberToTerraform(this._maxListObjects),
      max_list_mebibytes: cdktf.numberToTerraform(this._maxListMebibytes),
      guardrails: netskopeSteeringProviderGuardrailsToTerraform(this._guardrails),
      paths: netskopeSteeringProviderPathsToTerraform(this._paths),
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

const ABOVE = Symbol.for('cdktf-netskope-steering/aspect-above');

/** Asks the aspects above a stack, such as those of the App, which cdktf does not start, what is wrong with the stack. */
function askAspectsAbove(stack: cdktf.TerraformStack): string[] {
  return stack.node.scopes
    .slice(0, -1)
    .flatMap((scope) => cdktf.Aspects.of(scope).all)
    .flatMap((aspect) => (aspect as { [ABOVE]?: (stack: cdktf.TerraformStack) => string[] })[ABOVE]?.(stack) ?? []);
}
