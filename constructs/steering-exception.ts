/** What happens to the traffic of a certificate pinned app instead of steering? A steering exception says it. */
import { checked } from './plumbing/checked';
import { Token } from 'cdktf';
import type { Construct } from 'constructs';
import { complainAboutCustomAppDomain } from '../steering/domain/hosts';
import { asksForManaged } from '../steering/decide/actions';
import { pinnedActionsOn } from '../steering/model/model';
import type { ICertificatePinnedApp } from './certificate-pinned-app';
import { ExceptionBase, type SteeringExceptionBaseOptions, type InConfiguration } from './plumbing/exception-base';
import { CertificatePinnedAppException } from './l1/certificate-pinned-app-exception';
import { perPlatform, PLATFORMS } from './platform';
import { escapeTexts, providerIn, refuse, refuseBadHosts, refuseBadNames } from './plumbing/synth';

/** What happens to the app's traffic on a platform. [doc] */
export const PlatformAction = {
  /** The client drops the traffic, and ignores custom app domains. [community] */
  BLOCK: 'block',
  /** The traffic is bypassed, where the tenant's settings say. */
  BYPASS: 'bypass',
  /** The traffic is bypassed directly, around the tunnel; on Windows and macOS. */
  BYPASS_DIRECT: 'bypass_direct',
  /** The traffic is tunnelled, without policy; on Windows and macOS. */
  BYPASS_TUNNEL: 'bypass_tunnel',
  /** Managed devices bypass directly; **all others are blocked**; on Windows and macOS. */
  BYPASS_MANAGED_DIRECT: 'bypass_managed_direct',
  /** Managed devices are tunnelled without policy; **all others are blocked**; on Windows and macOS. */
  BYPASS_MANAGED_TUNNEL: 'bypass_managed_tunnel',
  /** The traffic is steered and inspected like any other; on Windows and macOS, release 122.1 and later. */
  STEER_AND_DECRYPT: 'steer_and_decrypt',
} as const;
export type PlatformAction = (typeof PlatformAction)[keyof typeof PlatformAction];

/** What an exception for a certificate pinned app takes: the app, and an action for at least one platform. */
export interface SteeringExceptionOptions extends SteeringExceptionBaseOptions {
  /** The app whose traffic the exception is for. */
  readonly app: ICertificatePinnedApp;
  /** The action on Windows. @default - no exception on Windows */
  readonly windows?: PlatformAction | undefined;
  /** The action on macOS. @default - no exception on macOS */
  readonly macOs?: PlatformAction | undefined;
  /** The action on Linux. @default - no exception on Linux */
  readonly linux?: PlatformAction | undefined;
  /** The action on iOS. @default - no exception on iOS */
  readonly ios?: PlatformAction | undefined;
  /** The action on Android. @default - no exception on Android */
  readonly android?: PlatformAction | undefined;
  /** The action on Chrome OS. @default - no exception on Chrome OS */
  readonly chromeOs?: PlatformAction | undefined;
  /**
   * The destinations that a bypass is limited to, compared by suffix; `*` is every host, `*.example.com` is not
   * supported. [doc]
   * @default - none; a tenant with Enhanced Certificate Pinned App may then ignore a bypass [doc]
   */
  readonly customAppDomains?: readonly string[] | undefined;
  /**
   * The device classifications that count as managed on Windows, by name; only with an action for managed devices
   * there. [doc]
   * @default - any managed device
   */
  readonly windowsDeviceClassifications?: readonly string[] | undefined;
  /**
   * The device classifications that count as managed on macOS, by name; only with an action for managed devices there.
   * [doc]
   * @default - any managed device
   */
  readonly macOsDeviceClassifications?: readonly string[] | undefined;
}

/** What `SteeringException` takes: its options, and the configuration that it belongs to. */
export interface SteeringExceptionProps extends SteeringExceptionOptions, InConfiguration {}

/**
 * An exception of a steering configuration for a certificate pinned app: step 4 of blocking a native app. [seed]
 * @example
 * import { CertificatePinnedApp, PlatformAction, SteeringException } from 'cdktf-netskope-steering';
 *
 * const zoom = CertificatePinnedApp.fromName(stack, 'Zoom', 'Zoom');
 * new SteeringException(stack, 'ZoomIsBlocked', {
 *   configuration, // `configuration.addException` says the same
 *   app: zoom,
 *   windows: PlatformAction.BLOCK,
 *   customAppDomains: ['*'],
 * });
 */
export class SteeringException extends ExceptionBase {
  readonly resource: CertificatePinnedAppException;

  constructor(scope: Construct, id: string, props: SteeringExceptionProps) {
    [id, props] = checked(scope, 'SteeringException', id, props);
    super(scope, id, 'certificate_pinned_app', props);
    const { app, customAppDomains } = props;
    if (app.provider !== undefined) providerIn(this, app.provider, props.configuration, 'The configuration');
    const actions = this.actionsOf(props);
    refuseBadHosts(this, customAppDomains, complainAboutCustomAppDomain);
    this.node.addValidation({ validate: () => complainAboutPlatforms(props) });
    this.resource = this.make(CertificatePinnedAppException, {
      appId: app.appId,
      customAppDomains: customAppDomains && escapeTexts(customAppDomains),
      ...actions,
      windowsDeviceClassifications: this.classifications(props, 'windows'),
      macOsDeviceClassifications: this.classifications(props, 'macOs'),
    });
  }

  private classifications(props: SteeringExceptionProps, on: 'windows' | 'macOs'): string[] | undefined {
    const property = `${on}DeviceClassifications` as const;
    const { [property]: named, [on]: action } = props;
    if (named === undefined || (!Token.isUnresolved(named) && named.length === 0)) return undefined;
    refuseBadNames(this, property, named);
    if (Token.isUnresolved(action) || (action !== undefined && asksForManaged(action))) return escapeTexts(named);
    return refuse(
      this,
      `${property} says which devices count as managed, and the action on ${on} does not ask. ` +
        `Choose PlatformAction.BYPASS_MANAGED_DIRECT or BYPASS_MANAGED_TUNNEL for ${on}, or leave it out.`,
    );
  }

  private actionsOf(props: SteeringExceptionProps): ReturnType<typeof perPlatform<PlatformAction, PlatformAction>> {
    const actions = perPlatform<PlatformAction, PlatformAction>(props, (action, { title, name, hasModes }) => {
      const known = pinnedActionsOn(name);
      if (hasModes || Token.isUnresolved(action) || known.includes(action)) return action;
      return refuse(this, `${title} knows only ${known.join(' and ')}; "${action}" is an option of Windows and macOS.`);
    });
    if (Object.keys(actions).length > 0) return actions;
    const names = PLATFORMS.map(({ property }) => property).join(', ');
    return refuse(this, `The exception names no platform, so it would do nothing. Give at least one of ${names}.`);
  }
}

function complainAboutPlatforms(props: SteeringExceptionProps): string[] {
  const { platforms } = props.app;
  if (platforms === undefined) return [];
  return PLATFORMS.filter(
    ({ platform, property }) => props[property] !== undefined && !platforms.includes(platform),
  ).map(
    ({ title, property }) =>
      `The exception acts on ${title}, but the app is not defined there, so nothing would match. Define the app for ${title}, or drop "${property}".`,
  );
}
