/** What do the clients of a configuration steer? Every configuration has these settings, the default one too. */
import { Token, type IResolvable, type TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';
import { complainAboutPrivateApps } from '../../steering/domain/configurations';
import type { ConfigurationConfig } from '../l1/configuration';
import type { TrafficModeProps } from '../modes';
import { escapeTexts, refuse, refuseBadNames } from './synth';
import { expectMode } from '../traffic-mode';

/** Which private apps are steered. [doc] */
export const PrivateAppSteering = {
  /** No private app is steered. */
  NONE: 'none',
  /** Every private app is steered. */
  ALL: 'all',
  /** The private apps that are named are steered. */
  SPECIFIC: 'specific',
} as const;
export type PrivateAppSteering = (typeof PrivateAppSteering)[keyof typeof PrivateAppSteering];

/** The place where traffic of bypass exceptions leaves the path. [doc] */
export const BypassPlace = {
  /** The traffic leaves at the client, and goes direct. */
  CLIENT: 'client',
  /** The traffic leaves in the vendor's cloud: it is tunnelled, and no policy is applied. */
  CLOUD: 'cloud',
} as const;
export type BypassPlace = (typeof BypassPlace)[keyof typeof BypassPlace];

/** What a configuration steers. In the adopted default configuration, what is left out here stays as it is found. */
export interface SteeredTrafficProps extends TrafficModeProps {
  /**
   * Which private apps are steered.
   * @default - SPECIFIC where `privateApps` are named, or else none
   */
  readonly steerPrivateApps?: PrivateAppSteering | undefined;
  /**
   * The names of the private apps that are steered; only with `SPECIFIC`.
   * @default - none
   */
  readonly privateApps?: readonly string[] | undefined;
  /**
   * Whether DNS traffic is steered.
   * @default false
   */
  readonly steerDns?: boolean | IResolvable | undefined;
  /**
   * Where traffic of bypass exceptions leaves the path.
   * @default BypassPlace.CLIENT
   */
  readonly bypassExceptionTrafficAt?: BypassPlace | undefined;
  /** The provider of the tenant. @default - the stack's provider without an alias */
  readonly provider?: TerraformProvider | undefined;
}

/** Makes the attributes of the resource; what is left out of the props is left out of them. */
export function steeredToL1(
  construct: Construct,
  { trafficMode, dynamicSteering, expectTrafficMode, privateApps, provider, ...props }: SteeredTrafficProps,
): Omit<ConfigurationConfig, 'name'> {
  const { steerPrivateApps = privateApps && PrivateAppSteering.SPECIFIC, steerDns, bypassExceptionTrafficAt } = props;
  checkPrivateApps(construct, steerPrivateApps, privateApps);
  return {
    trafficMode,
    dynamicSteering: dynamicSteering && {
      enabled: dynamicSteering.enabled ?? true,
      onPremisesTrafficMode: dynamicSteering.onPremises,
      offPremisesTrafficMode: dynamicSteering.offPremises,
    },
    steerPrivateApps,
    privateApps: privateApps && escapeTexts(privateApps),
    steerDns,
    bypassExceptionTrafficAt,
    ...(provider && { provider }),
    ...(expectTrafficMode !== undefined && { lifecycle: expectMode(expectTrafficMode) }),
  };
}

function checkPrivateApps(
  construct: Construct,
  mode: PrivateAppSteering | undefined,
  apps: readonly string[] = [],
): void {
  refuseBadNames(construct, 'privateApps', apps);
  if (mode === undefined || Token.isUnresolved(mode) || Token.isUnresolved(apps)) return;
  const complaint = complainAboutPrivateApps(mode, apps.length > 0);
  if (complaint !== undefined) refuse(construct, `${complaint.summary}. ${complaint.detail}`);
}
