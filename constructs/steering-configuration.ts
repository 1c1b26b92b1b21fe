/** A steering configuration: what the clients of some users steer, and the exceptions from it. */
import { Token, type IResolvable } from 'cdktf';
import type { Construct } from 'constructs';
import { LONGEST_CONFIGURATION_NAME, MOST_DEVICE_TAGS } from '../steering/domain/vocabulary';
import { AdoptedDefault } from './adopted-default';
import { SteeringConfigurationBase, type ISteeringConfiguration } from './configuration-base';
import { NamedConfiguration, ReferredConfiguration } from './existing-configuration';
import { Configuration } from './l1/configuration';
import { checkModes, knownModes, type KnownModes, type ModeProps } from './modes';
import { refuse, refuseBadNames } from './refusal';
import { steeredToL1, type SteeredTrafficProps } from './steered-traffic';
import { escapeText, escapeTexts } from './text';
import { TrafficMode } from './traffic-mode';

/** An operating system that a configuration can be limited to. [doc] */
export enum OsFamily {
  WINDOWS = 'windows',
  MAC_OS = 'mac_os',
  LINUX = 'linux',
  ANDROID = 'android',
  IOS = 'ios',
}

/** Clients must match all criteria that are given. [doc] */
export interface SteeringConfigurationProps extends SteeredTrafficProps {
  /** At most 40 characters [doc], unique on the tenant [assumed]. */
  readonly name: string;
  /** @default false, as on the tenant [doc] */
  readonly enabled?: boolean | IResolvable;
  /**
   * User groups it applies to; excludes `organizationUnits`, for the whole tenant. [doc]
   * @default - none
   */
  readonly userGroups?: readonly string[];
  /**
   * Organizational units it applies to.
   * @default - none
   */
  readonly organizationUnits?: readonly string[];
  /**
   * Operating systems it applies to; since release 124. [doc]
   * @default - all
   */
  readonly osFamilies?: readonly OsFamily[];
  /**
   * Device tags it applies to, five at most; since release 134. [doc]
   * @default - none
   */
  readonly deviceTags?: readonly string[];
}

/** A steering configuration for some users. */
export class SteeringConfiguration extends SteeringConfigurationBase {
  /**
   * The tenant's default configuration. It exists already: the stack imports it, changes only what is given here, and puts
   * back what it found when the stack is destroyed. Once a stack.
   */
  static adoptDefault(scope: Construct, id: string, props: SteeredTrafficProps = {}): ISteeringConfiguration {
    return new AdoptedDefault(scope, id, props);
  }

  /** A configuration that is managed elsewhere. */
  static fromId(scope: Construct, id: string, configurationId: string): ISteeringConfiguration {
    return new ReferredConfiguration(scope, id, configurationId);
  }

  /** A configuration that is managed elsewhere, looked up on the tenant by its exact name. */
  static fromName(
    scope: Construct,
    id: string,
    name: string,
    props: Pick<ModeProps, 'expectTrafficMode'> = {},
  ): ISteeringConfiguration {
    return new NamedConfiguration(scope, id, name, props);
  }

  readonly configurationId: string;
  override readonly modes: KnownModes;
  override readonly expectTrafficMode: TrafficMode | undefined;

  constructor(scope: Construct, id: string, props: SteeringConfigurationProps) {
    super(scope, id);
    this.checkName(props.name);
    this.checkCriteria(props);
    // What is not written is the provider's default.
    this.modes = knownModes(props, { dynamic: false, trafficMode: TrafficMode.CLOUD_APPS });
    this.expectTrafficMode = props.expectTrafficMode;
    checkModes(this, props, this.modes);
    const { name, enabled, userGroups, organizationUnits, osFamilies, deviceTags } = props;
    const resource = new Configuration(this, 'Resource', {
      name: escapeText(name),
      enabled,
      userGroups: userGroups && escapeTexts(userGroups),
      organizationUnits: organizationUnits && escapeTexts(organizationUnits),
      osFamilies: osFamilies && escapeTexts(osFamilies),
      deviceTags: deviceTags && escapeTexts(deviceTags),
      ...steeredToL1(this, props),
    });
    this.configurationId = resource.id;
  }

  private checkName(name: string): void {
    const { length } = [...name];
    if (Token.isUnresolved(name) || (length > 0 && length <= LONGEST_CONFIGURATION_NAME)) return;
    refuse(
      this,
      `The name ${JSON.stringify(name)} has ${length} characters; 1 to ${LONGEST_CONFIGURATION_NAME} are allowed.`,
    );
  }

  private checkCriteria({ userGroups, organizationUnits, deviceTags }: SteeringConfigurationProps): void {
    if (userGroups !== undefined && organizationUnits !== undefined) {
      refuse(
        this,
        'Both userGroups and organizationUnits are given, but a tenant uses one kind for all its configurations. Give one.',
      );
    }
    refuseBadNames(this, 'userGroups', userGroups);
    refuseBadNames(this, 'organizationUnits', organizationUnits);
    refuseBadNames(this, 'deviceTags', deviceTags);
    if (deviceTags === undefined || Token.isUnresolved(deviceTags) || deviceTags.length <= MOST_DEVICE_TAGS) return;
    refuse(this, `There are ${deviceTags.length} device tags; a configuration takes ${MOST_DEVICE_TAGS} at most.`);
  }
}
