/** A steering configuration: what the clients of some users steer, and the exceptions from it. */
import type { Construct } from 'constructs';
import { type ISteeringConfiguration, SteeringConfigurationBase } from './plumbing/configuration-base';
import { DefaultConfiguration } from './l1/default-configuration';
import { type KnownModes, type ModeProps, checkModes, knownModes } from './modes';
import { type SteeredTrafficProps, steeredToL1 } from './plumbing/steered-traffic';
import { TrafficMode, expectMode } from './traffic-mode';
import { DataNetskopesteeringConfiguration } from './l1/data-netskopesteering-configuration';
import { escapeText, escapeTexts, refuse, refuseBadNames } from './plumbing/synth';
import { type IResolvable, Token } from 'cdktf';
import { LONGEST_CONFIGURATION_NAME, MOST_DEVICE_TAGS } from '../steering/domain/vocabulary';
import { Configuration } from './l1/configuration';

/** The tenant's default configuration, adopted: imported rather than created, and changed only where props say so. */

/** The default configuration's id on every tenant. [doc] */
const DEFAULT_ID = '0';

/** Use `SteeringConfiguration.adoptDefault`. */
class AdoptedDefault extends SteeringConfigurationBase {
  readonly configurationId: string;
  override readonly modes: KnownModes;
  override readonly expectTrafficMode: TrafficMode | undefined;

  constructor(scope: Construct, id: string, props: SteeredTrafficProps) {
    super(scope, id, DEFAULT_ID);
    // What is not written is left as the tenant has it.
    this.modes = knownModes(props, {});
    this.expectTrafficMode = props.expectTrafficMode;
    checkModes(this, props, this.modes);
    const resource = new DefaultConfiguration(this, 'Resource', steeredToL1(this, props));
    resource.importFrom(DEFAULT_ID);
    this.configurationId = resource.id;
    this.node.addValidation({ validate: () => this.complainAboutSecondAdoption() });
  }

  private complainAboutSecondAdoption(): string[] {
    const others = this.twins().filter((twin) => twin instanceof AdoptedDefault);
    if (others.length === 0) return [];
    const paths = others.map(({ node }) => node.path).join(', ');
    return [`The default configuration is also adopted as ${paths}. Adopt it once, and hand the construct on.`];
  }
}

/** Configurations that are managed elsewhere: referred to by their id, or looked up by their name. */

/** Use `SteeringConfiguration.fromId`. */
class ReferredConfiguration extends SteeringConfigurationBase {
  constructor(
    scope: Construct,
    id: string,
    readonly configurationId: string,
  ) {
    super(scope, id, configurationId);
  }
}

/** Use `SteeringConfiguration.fromName`. */
class NamedConfiguration extends SteeringConfigurationBase {
  readonly configurationId: string;
  override readonly expectTrafficMode: TrafficMode | undefined;

  constructor(scope: Construct, id: string, name: string, props: Pick<ModeProps, 'expectTrafficMode'>) {
    super(scope, id, `name ${name}`);
    const { expectTrafficMode } = props;
    this.expectTrafficMode = expectTrafficMode;
    if (name === '') refuse(this, 'The name to look up is empty. Give the exact name of a configuration.');
    checkModes(this, props, { at: {} });
    const data = new DataNetskopesteeringConfiguration(this, 'Resource', {
      name: escapeText(name),
      ...(expectTrafficMode !== undefined && { lifecycle: expectMode(expectTrafficMode) }),
    });
    this.configurationId = data.id;
  }
}

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
