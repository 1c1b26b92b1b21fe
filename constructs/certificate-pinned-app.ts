/** What is a certificate pinned app? The executables by which the client recognises a native app. */
import { checked } from './plumbing/checked';
import { Token, type ITerraformDependable, type TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { complainAboutDomain } from '../steering/domain/hosts';
import {
  complainAboutProcessName,
  complainAboutProcessPattern,
  remarkOnProcessPatterns,
} from '../steering/domain/processes';
import { CertificatePinnedApp as CertificatePinnedAppResource } from './l1/certificate-pinned-app';
import { DataNetskopesteeringCertificatePinnedApp } from './l1/data-netskopesteering-certificate-pinned-app';
import { perPlatform, PLATFORMS, type Platform, type PlatformProperty } from './platform';
import { expectApp, statedOf } from './plumbing/known-app';
import { checkProvider } from './plumbing/providers';
import { escapeText, escapeTexts, refuse, refuseBad, refuseBadHosts, warnOf } from './plumbing/synth';

/** How the processes of an app are compared. [doc] */
export const ProcessMatch = {
  /** Processes are bare names of executables. */
  EXACT: 'exact',
  /**
   * Processes are PCRE patterns. Whether a pattern searches or must match the whole name is not published; here it
   * searches [assumed]. Nothing can be proved about a pattern outside RE2, such as one with a lookahead: synth warns of
   * it, and decisions say that its matches are unknown.
   */
  REGEX: 'regex',
} as const;
export type ProcessMatch = (typeof ProcessMatch)[keyof typeof ProcessMatch];

/** How an app is recognised on a desktop platform. */
export interface PinnedAppDefinition {
  /**
   * How `processes` are compared.
   * @default ProcessMatch.EXACT
   */
  readonly match?: ProcessMatch | undefined;
  /** The names of executables without path or quotes, or patterns; one element for each. [doc] */
  readonly processes: readonly string[];
}

/** How an app is recognised on a mobile platform: by processes, by domains or by both. */
export interface MobilePinnedAppDefinition {
  /**
   * How `processes` are compared.
   * @default ProcessMatch.EXACT
   */
  readonly match?: ProcessMatch | undefined;
  /**
   * The names or patterns of processes. Android 10 and higher knows apps by process. [doc]
   * @default - none
   */
  readonly processes?: readonly string[] | undefined;
  /**
   * The domains of the app, which are compared by suffix. Android 9 and lower knows apps by domain. [doc]
   * @default - none
   */
  readonly domains?: readonly string[] | undefined;
}

/** What `CertificatePinnedApp` takes: a name, and a definition for at least one platform. */
export interface CertificatePinnedAppProps {
  /** The name of the app, unique on the tenant [assumed]. */
  readonly name: string;
  /** How it is recognised on Windows. @default - not defined on Windows */
  readonly windows?: PinnedAppDefinition | undefined;
  /** How it is recognised on macOS. @default - not defined on macOS */
  readonly macOs?: PinnedAppDefinition | undefined;
  /** How it is recognised on Linux. @default - not defined on Linux */
  readonly linux?: PinnedAppDefinition | undefined;
  /** How it is recognised on iOS. @default - not defined on iOS */
  readonly ios?: MobilePinnedAppDefinition | undefined;
  /** How it is recognised on Android. @default - not defined on Android */
  readonly android?: MobilePinnedAppDefinition | undefined;
  /** How it is recognised on Chrome OS. @default - not defined on Chrome OS */
  readonly chromeOs?: PinnedAppDefinition | undefined;
  /** The provider of the tenant. @default - the stack's provider without an alias */
  readonly provider?: TerraformProvider | undefined;
}

/** What the lookup of an app that exists on the tenant takes. */
export interface AppLookupOptions {
  /**
   * How the app is recognised on the tenant, as far as it matters to tests and guardrails of the stack: they take it
   * for granted at synth, and a plan stops where the tenant says otherwise.
   * @default - nothing is stated, so that no test of its traffic can be answered before a plan
   */
  readonly known?: Omit<CertificatePinnedAppProps, 'name' | 'provider'> | undefined;
  /** The provider of the tenant. @default - the stack's provider without an alias */
  readonly provider?: TerraformProvider | undefined;
}

/** A certificate pinned app, whether this stack or somebody else makes it. */
export interface ICertificatePinnedApp {
  /** The id that the tenant gave the app. */
  readonly appId: string;
  /**
   * The platforms that the app is defined for; left out where the stack does not know them.
   * @literal The actions of exceptions are compared with them.
   */
  readonly platforms?: readonly Platform[] | undefined;
  /** The provider of the tenant that the app is on; left out for the stack's provider without an alias. */
  readonly provider?: TerraformProvider | undefined;
}

/**
 * Defines a certificate pinned app on the tenant: steps 1 and 2 of blocking a native app. [seed]
 *
 * Terraform creates a new app here before it destroys an old one, and does so with everything that the app depends on.
 * So exceptions can change to another app in the same apply that removes this one. A replacement (`-replace`) needs
 * another name for one apply, because names are unique [assumed]. Under another construct id the app is another
 * resource, unless you move it with its `moveFromId`.
 * @example
 * import { CertificatePinnedApp, PlatformAction } from 'cdktf-netskope-steering';
 *
 * const fieldTool = new CertificatePinnedApp(stack, 'FieldTool', {
 *   name: 'Field tool',
 *   windows: { processes: ['FieldTool.exe'] },
 *   macOs: { processes: ['FieldTool'] },
 * });
 * configuration.addException('FieldTool', { app: fieldTool, windows: PlatformAction.BYPASS, macOs: PlatformAction.BYPASS });
 */
export class CertificatePinnedApp extends Construct implements ICertificatePinnedApp, ITerraformDependable {
  /** Looks up an app that exists on the tenant, custom or predefined, by its exact name. */
  static fromName(scope: Construct, id: string, name: string, options: AppLookupOptions = {}): ICertificatePinnedApp {
    [id, name, options] = checked(scope, 'CertificatePinnedApp.fromName', id, name, options);
    return new ExistingApp(scope, id, 'name', name, options);
  }

  /** Looks up an app that exists on the tenant, custom or predefined, by its id. A plan stops if the app is gone. */
  static fromId(scope: Construct, id: string, appId: string, options: AppLookupOptions = {}): ICertificatePinnedApp {
    [id, appId, options] = checked(scope, 'CertificatePinnedApp.fromId', id, appId, options);
    return new ExistingApp(scope, id, 'id', appId, options);
  }

  /** Refers to an app that exists on the tenant, such as a predefined one, without looking it up. */
  static fromAppId(appId: string): ICertificatePinnedApp {
    [appId] = checked(undefined, 'CertificatePinnedApp.fromAppId', appId);
    return { appId };
  }

  /** The id that the tenant gave the app. */
  readonly appId: string;
  readonly provider: TerraformProvider | undefined;
  /** The Terraform resource, for what this construct does not offer, such as `importFrom` and `moveFromId`. */
  readonly resource: CertificatePinnedAppResource;

  constructor(scope: Construct, id: string, props: CertificatePinnedAppProps) {
    [id, props] = checked(scope, 'CertificatePinnedApp', id, props);
    super(scope, id);
    this.provider = props.provider;
    checkProvider(this, props.provider);
    if (props.name === '') refuse(this, 'The app has no name. Give it one that administrators will recognise.');
    const given = PLATFORMS.filter(({ property }) => props[property] !== undefined);
    if (given.length === 0) {
      const names = PLATFORMS.map(({ property }) => property).join(', ');
      refuse(
        this,
        `The app is defined for no platform, so nothing would ever match it. Give at least one of ${names}.`,
      );
    }
    const definitions = perPlatform<MobilePinnedAppDefinition, L1Definition>(props, (definition) =>
      this.toL1(definition),
    );
    this.resource = new AppResource(this, 'Resource', {
      name: escapeText(props.name),
      // An old app is destroyed only after its exceptions have changed to another app, because a tenant deletes an app
      // together with the exceptions that use it. [doc]
      lifecycle: { createBeforeDestroy: true },
      ...(definitions as Record<string, L1Definition & { processes: string[] }>),
      ...(props.provider && { provider: props.provider }),
    });
    this.appId = this.resource.id;
  }

  /** The platforms that the app is defined for. */
  get platforms(): readonly Platform[] {
    return PLATFORMS.filter(({ property }) => this.resource[`${property}Input`] !== undefined).map(
      ({ platform }) => platform,
    );
  }

  /** The app's address in Terraform, so that others can depend on it. */
  get fqn(): string {
    return this.resource.fqn;
  }

  /** Defines the app on one more platform. */
  protected define(property: PlatformProperty, definition: PinnedAppDefinition): void {
    const put = `put${property.charAt(0).toUpperCase()}${property.slice(1)}` as `put${Capitalize<PlatformProperty>}`;
    this.resource[put](this.toL1(definition) as L1Definition & { processes: string[] });
  }

  private toL1({ match, processes, domains }: MobilePinnedAppDefinition): L1Definition {
    if (isEmpty(processes) && isEmpty(domains)) {
      refuse(this, 'A platform names neither processes nor domains, so nothing would match. Give at least one.');
    }
    refuseBad(this, processes, match === ProcessMatch.REGEX ? complainAboutProcessPattern : complainAboutProcessName);
    if (match === ProcessMatch.REGEX) warnOf(this, processes, remarkOnProcessPatterns);
    refuseBadHosts(this, domains, complainAboutDomain);
    return {
      match,
      processes: processes && escapeTexts(processes),
      ...(domains && { domains: escapeTexts(domains) }),
    };
  }
}

class ExistingApp extends Construct implements ICertificatePinnedApp {
  readonly appId: string;
  readonly provider: TerraformProvider | undefined;
  /** What is stated of the app, by platform; the model of the stack rests on it. */
  readonly statedPlatforms: ReturnType<typeof statedOf> | undefined;

  constructor(scope: Construct, id: string, what: 'id' | 'name', value: string, { known, provider }: AppLookupOptions) {
    super(scope, id);
    this.provider = provider;
    checkProvider(this, provider);
    if (value === '') refuse(this, `The ${what} to look up is empty. Give the exact ${what} of an app.`);
    this.statedPlatforms = known === undefined ? undefined : statedOf(this, known);
    this.appId = new DataNetskopesteeringCertificatePinnedApp(this, 'Resource', {
      [what]: escapeText(value),
      ...(provider && { provider }),
      ...(this.statedPlatforms !== undefined && { lifecycle: expectApp(this, this.statedPlatforms) }),
    }).id;
  }
}

/**
 * The resource of an app. Whoever moves an app from one block to another moves it to itself, because both share its
 * definition: then it stays where it is.
 */
class AppResource extends CertificatePinnedAppResource {
  private readonly targets = new Set<string>();

  override addMoveTarget(target: string): void {
    this.targets.add(target);
    super.addMoveTarget(target);
  }

  override moveTo(target: string, index?: string | number): void {
    if (!this.targets.has(target)) super.moveTo(target, index);
  }
}

interface L1Definition {
  readonly match: string | undefined;
  readonly processes: string[] | undefined;
  readonly domains?: string[];
}

function isEmpty(values: readonly string[] | undefined): boolean {
  return values === undefined || (!Token.isUnresolved(values) && values.length === 0);
}
