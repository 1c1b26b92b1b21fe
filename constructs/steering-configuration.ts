/**
 * What do the clients of some users steer? A steering configuration says it. A stack can make one, adopt the tenant's
 * default one, or refer to one that is managed elsewhere, by its id or by its name.
 */
import { type IResolvable, Token } from 'cdktf';
import type { Construct } from 'constructs';
import { LONGEST_CONFIGURATION_NAME, MOST_DEVICE_TAGS } from '../steering/domain/vocabulary';
import { Configuration } from './l1/configuration';
import { DataNetskopesteeringConfiguration } from './l1/data-netskopesteering-configuration';
import { DefaultConfiguration } from './l1/default-configuration';
import { type KnownModes, type ModeProps, checkModes, knownModes } from './modes';
import { type ISteeringConfiguration, SteeringConfigurationBase } from './plumbing/configuration-base';
import { type SteeredTrafficProps, steeredToL1 } from './plumbing/steered-traffic';
import { escapeText, escapeTexts, refuse, refuseBadNames } from './plumbing/synth';
import { TrafficMode, expectMode } from './traffic-mode';

/** The default configuration's id on every tenant. [doc] */
const DEFAULT_ID = '0';

/**
 * The tenant's default configuration, adopted: it is imported rather than created, and changed only where props say so.
 * Users get it from `SteeringConfiguration.adoptDefault`.
 */
class AdoptedDefault extends SteeringConfigurationBase {
  readonly configurationId: string;
  override readonly modes: KnownModes;
  override readonly expectTrafficMode: TrafficMode | undefined;

  constructor(scope: Construct, id: string, props: SteeredTrafficProps) {
    super(scope, id, DEFAULT_ID);
    // A setting that is not written stays as the tenant has it.
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

/** A configuration that is managed elsewhere, referred to by its id. Users get it from `SteeringConfiguration.fromId`. */
class ReferredConfiguration extends SteeringConfigurationBase {
  constructor(
    scope: Construct,
    id: string,
    readonly configurationId: string,
  ) {
    super(scope, id, configurationId);
  }
}

/** A configuration that is managed elsewhere, looked up by its name. Users get it from `SteeringConfiguration.fromName`. */
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

/**
 * What `SteeringConfiguration` takes. The configuration applies to the clients that match all of the given criteria.
 * [doc]
 */
export interface SteeringConfigurationProps extends SteeredTrafficProps {
  /** The name: at most 40 characters [doc], unique on the tenant [assumed]. */
  readonly name: string;
  /** Whether it applies to anybody. @default false, as on the tenant [doc] */
  readonly enabled?: boolean | IResolvable;
  /**
   * The user groups that it applies to. A tenant uses either groups or `organizationUnits`, for all its configurations.
   * [doc]
   * @default - none
   */
  readonly userGroups?: readonly string[];
  /**
   * The organizational units that it applies to.
   * @default - none
   */
  readonly organizationUnits?: readonly string[];
  /**
   * The operating systems that it applies to; since release 124. [doc]
   * @default - all
   */
  readonly osFamilies?: readonly OsFamily[];
  /**
   * The device tags that it applies to, five at most; since release 134. [doc]
   * @default - none
   */
  readonly deviceTags?: readonly string[];
}

/** A steering configuration for some users. */
export class SteeringConfiguration extends SteeringConfigurationBase {
  /**
   * Adopts the tenant's default configuration. It exists already: the stack imports it, changes only what is given
   * here, and puts back what it found when the stack is destroyed. A stack adopts it once.
   */
  static adoptDefault(scope: Construct, id: string, props: SteeredTrafficProps = {}): ISteeringConfiguration {
    return new AdoptedDefault(scope, id, props);
  }

  /** Refers to a configuration that is managed elsewhere, without looking it up. */
  static fromId(scope: Construct, id: string, configurationId: string): ISteeringConfiguration {
    return new ReferredConfiguration(scope, id, configurationId);
  }

  /** Looks up a configuration that is managed elsewhere, on the tenant and by its exact name. */
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
    // A setting that is not written has the provider's default.
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
