/** A certificate pinned app: the executables by which the client recognises a native app. */
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { complainAboutDomain } from '../steering/domain/hosts';
import {
  complainAboutProcessName,
  complainAboutProcessPattern,
  remarkOnProcessPatterns,
} from '../steering/domain/processes';
import { CertificatePinnedApp as CertificatePinnedAppResource } from './l1/certificate-pinned-app';
import { DataNetskopesteeringCertificatePinnedApp } from './l1/data-netskopesteering-certificate-pinned-app';
import { perPlatform, PLATFORMS, type Platform } from './platform';
import { escapeText, escapeTexts, refuse, refuseBad, refuseBadHosts, warnOf } from './plumbing/synth';

/** How the processes of an app are compared. [doc] */
export enum ProcessMatch {
  /** Bare names of executables. */
  EXACT = 'exact',
  /**
   * PCRE patterns. Whether they search or must match the whole name is not published; we search [assumed]. What one outside RE2
   * matches, such as one with a lookahead, cannot be proved: synth warns of it, and decisions say that it is unknown.
   */
  REGEX = 'regex',
}

/** An app on a desktop platform. */
export interface AppDefinition {
  /**
   * How `processes` are compared.
   * @default ProcessMatch.EXACT
   */
  readonly match?: ProcessMatch;
  /** Names of executables without path or quotes, or patterns; one element each. [doc] */
  readonly processes: readonly string[];
}

/** An app on a mobile platform; processes, domains or both. */
export interface MobileAppDefinition {
  /**
   * How `processes` are compared.
   * @default ProcessMatch.EXACT
   */
  readonly match?: ProcessMatch;
  /**
   * Names or patterns of processes. Android 10 and higher knows apps by process. [doc]
   * @default - none
   */
  readonly processes?: readonly string[];
  /**
   * Domains of the app, compared by suffix. Android 9 and lower knows apps by domain. [doc]
   * @default - none
   */
  readonly domains?: readonly string[];
}

/** At least one platform is given. */
export interface CertificatePinnedAppProps {
  /** Name of the app, unique on the tenant [assumed]. */
  readonly name: string;
  /** @default - not defined on Windows */
  readonly windows?: AppDefinition;
  /** @default - not defined on macOS */
  readonly macOs?: AppDefinition;
  /** @default - not defined on Linux */
  readonly linux?: AppDefinition;
  /** @default - not defined on iOS */
  readonly ios?: MobileAppDefinition;
  /** @default - not defined on Android */
  readonly android?: MobileAppDefinition;
  /** @default - not defined on Chrome OS */
  readonly chromeOs?: AppDefinition;
}

/** A certificate pinned app, made here or elsewhere. */
export interface ICertificatePinnedApp {
  /** The id that the tenant gave the app. */
  readonly appId: string;
  /** The platforms it is defined for, where that is known. */
  readonly platforms?: readonly Platform[];
}

/**
 * Defines a certificate pinned app on the tenant: steps 1 and 2 of blocking a native app. [seed]
 *
 * Terraform creates before it destroys here, so that exceptions can turn to another app in the apply in which this one leaves; the
 * same then holds of all that the app depends on. A replacement (`-replace`) needs another name for one apply, since names are
 * unique [assumed]; under another construct id the app is another resource, unless that is moved (its `moveFromId`).
 */
export class CertificatePinnedApp extends Construct implements ICertificatePinnedApp {
  /** An app that exists already, custom or predefined, looked up on the tenant by its exact name. */
  static fromName(scope: Construct, id: string, name: string): ICertificatePinnedApp {
    return new ExistingApp(scope, id, 'name', name);
  }

  /** An app that exists already, custom or predefined, looked up on the tenant by its id: a plan stops if it is gone. */
  static fromId(scope: Construct, id: string, appId: string): ICertificatePinnedApp {
    return new ExistingApp(scope, id, 'id', appId);
  }

  /** An app that exists already, such as a predefined one; not looked up. */
  static fromAppId(appId: string): ICertificatePinnedApp {
    return { appId };
  }

  readonly appId: string;
  readonly platforms: readonly Platform[];

  constructor(scope: Construct, id: string, props: CertificatePinnedAppProps) {
    super(scope, id);
    if (props.name === '') refuse(this, 'The app has no name. Give it one that administrators will recognise.');
    const given = PLATFORMS.filter(({ property }) => props[property] !== undefined);
    if (given.length === 0) {
      const names = PLATFORMS.map(({ property }) => property).join(', ');
      refuse(
        this,
        `The app is defined for no platform, so nothing would ever match it. Give at least one of ${names}.`,
      );
    }
    this.platforms = given.map(({ platform }) => platform);
    const definitions = perPlatform<MobileAppDefinition, L1Definition>(props, (definition) => this.toL1(definition));
    const resource = new CertificatePinnedAppResource(this, 'Resource', {
      name: escapeText(props.name),
      // An app that leaves goes after its exceptions have turned to another one: a tenant deletes those that use it with it. [doc]
      lifecycle: { createBeforeDestroy: true },
      ...(definitions as Record<string, L1Definition & { processes: string[] }>),
    });
    this.appId = resource.id;
  }

  private toL1({ match, processes, domains }: MobileAppDefinition): L1Definition {
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

  constructor(scope: Construct, id: string, what: 'id' | 'name', value: string) {
    super(scope, id);
    if (value === '') refuse(this, `The ${what} to look up is empty. Give the exact ${what} of an app.`);
    this.appId = new DataNetskopesteeringCertificatePinnedApp(this, 'Resource', { [what]: escapeText(value) }).id;
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
