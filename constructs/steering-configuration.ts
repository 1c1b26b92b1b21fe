/**
 * What do the clients of some users steer? A steering configuration says it. A stack can make one, adopt the tenant's
 * default one, or refer to one that is managed elsewhere, by its id or by its name.
 */
import { checked } from './plumbing/checked';
import { dependable, Lazy, TerraformStack, Token, type IResolvable, type ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import { LONGEST_CONFIGURATION_NAME, MOST_DEVICE_TAGS } from '../steering/domain/vocabulary';
import { groupOf, type ConfigurationGroup } from './configuration-group';
import { Configuration } from './l1/configuration';
import { type KnownModes, checkModes, knownModes } from './modes';
import { type ISteeringConfiguration, SteeringConfigurationBase } from './plumbing/configuration-base';
import { enteredOn, existingOf } from './plumbing/copies';
import { OTHER_STACK } from './plumbing/exception-base';
import {
  AdoptedDefault,
  DEFAULT_ID,
  NamedConfiguration,
  ReferredConfiguration,
  type ConfigurationLookupOptions,
} from './plumbing/existing-configurations';
import { StackSteering } from './plumbing/stack-steering';
import { type SteeredTrafficProps, steeredToL1 } from './plumbing/steered-traffic';
import {
  escapeText,
  escapeTexts,
  isWritten,
  providerIn,
  refuse,
  refuseBadNames,
  refuseOtherStack,
} from './plumbing/synth';
import { TrafficMode } from './traffic-mode';

/** An operating system that a configuration can be limited to. [doc] */
export const ClientOsFamily = {
  /** Windows. */
  WINDOWS: 'windows',
  /** macOS. */
  MAC_OS: 'mac_os',
  /** Linux. */
  LINUX: 'linux',
  /** Android. */
  ANDROID: 'android',
  /** iOS. */
  IOS: 'ios',
} as const;
export type ClientOsFamily = (typeof ClientOsFamily)[keyof typeof ClientOsFamily];

/**
 * What `SteeringConfiguration` takes. The configuration applies to the clients that match all of the given criteria.
 * [doc]
 */
export interface SteeringConfigurationProps extends SteeredTrafficProps {
  /** The name: at most 40 characters [doc], unique on the tenant [assumed]. */
  readonly name: string;
  /** Whether it applies to anybody. @default false, as on the tenant [doc] */
  readonly enabled?: boolean | IResolvable | undefined;
  /**
   * The user groups that it applies to. A tenant uses either groups or `organizationUnits`, for all its configurations.
   * [doc]
   * @default - none
   */
  readonly userGroups?: readonly string[] | undefined;
  /**
   * The organizational units that it applies to.
   * @default - none
   */
  readonly organizationUnits?: readonly string[] | undefined;
  /**
   * The operating systems that it applies to; since release 124. [doc]
   * @default - all
   */
  readonly osFamilies?: readonly ClientOsFamily[] | undefined;
  /**
   * The device tags that it applies to, five at most; since release 134. [doc]
   * @default - none
   */
  readonly deviceTags?: readonly string[] | undefined;
  /**
   * The configurations that must come before this one. A client gets the first enabled configuration that it matches
   * [doc]. New configurations are made in the order in which the stack writes them, and a new one comes last [assumed];
   * here the order is stated, so that `check` and `review` find an error where a tenant has another.
   * @default - only the order in which the stack writes them
   */
  readonly after?: readonly ISteeringConfiguration[] | undefined;
}

/**
 * A steering configuration for some users. **It applies to nobody until it is `enabled`.**
 *
 * A client gets the first enabled configuration that it matches [doc], so order is a statement: the configurations of a
 * stack are created in the order in which the stack writes them. No call of the tenant's changes the order of those that
 * exist; an administrator does, in the console.
 * @example
 * import { SteeringConfiguration, TrafficMode } from 'cdktf-netskope-steering';
 *
 * const everybody = SteeringConfiguration.adoptDefault(stack, 'Everybody', { expectTrafficMode: TrafficMode.WEB });
 * const sales = new SteeringConfiguration(stack, 'Sales', {
 *   name: 'Sales',
 *   enabled: true,
 *   trafficMode: TrafficMode.WEB,
 *   userGroups: ['Sales'],
 * });
 * sales.bypassDomains('Updates', { domains: ['updates.example.com'] });
 * everybody.addNonStandardPort(5222, { domains: ['whatsapp.net'] });
 */
export class SteeringConfiguration extends SteeringConfigurationBase implements ITerraformDependable {
  /**
   * Adopts the tenant's default configuration. It exists already: the stack imports it, changes only what is given
   * here, and puts back what it found when the stack is destroyed. A stack adopts it once.
   */
  static adoptDefault(scope: Construct, id: string, props: SteeredTrafficProps = {}): ISteeringConfiguration {
    [id, props] = checked(scope, 'SteeringConfiguration.adoptDefault', id, props);
    return new AdoptedDefault(scope, id, props);
  }

  /**
   * Refers to a configuration that is managed elsewhere. It is looked up only with `expectTrafficMode`: then a plan
   * stops where it steers less, or is gone.
   */
  static fromId(
    scope: Construct,
    id: string,
    configurationId: string,
    options: ConfigurationLookupOptions = {},
  ): ISteeringConfiguration {
    [id, configurationId, options] = checked(scope, 'SteeringConfiguration.fromId', id, configurationId, options);
    return new ReferredConfiguration(scope, id, configurationId, options);
  }

  /** Looks up a configuration that is managed elsewhere, on the tenant and by its exact name. */
  static fromName(
    scope: Construct,
    id: string,
    name: string,
    props: ConfigurationLookupOptions = {},
  ): ISteeringConfiguration {
    [id, name, props] = checked(scope, 'SteeringConfiguration.fromName', id, name, props);
    return new NamedConfiguration(scope, id, name, props);
  }

  /**
   * Groups configurations, to say something of all of them at once: `SteeringConfiguration.group(sales,
   * support).blockApp('WhatsApp', { app: NativeApps.WHATSAPP })`.
   * @throws Error for a group of none
   */
  static group(...configurations: readonly ISteeringConfiguration[]): ConfigurationGroup {
    configurations = checked(undefined, 'SteeringConfiguration.group', ...configurations);
    if (configurations.length > 0) return groupOf(configurations);
    throw new Error('SteeringConfiguration.group: there is no configuration in the group. Give at least one.');
  }

  readonly configurationId: string;
  override readonly modes: KnownModes;
  override readonly expectTrafficMode: TrafficMode | undefined;
  /** The Terraform resource, for what this construct does not offer, such as `importFrom` and `moveFromId`. */
  readonly resource: Configuration;

  constructor(scope: Construct, id: string, props: SteeringConfigurationProps) {
    [id, props] = checked(scope, 'SteeringConfiguration', id, props);
    super(scope, id, props.provider);
    this.checkName(props.name);
    this.checkCriteria(props);
    // A setting that is not written has the provider's default.
    this.modes = knownModes(props, { dynamic: false, trafficMode: TrafficMode.CLOUD_APPS });
    this.expectTrafficMode = props.expectTrafficMode;
    checkModes(this, props, this.modes);
    const { name, enabled, userGroups, organizationUnits, osFamilies, deviceTags } = props;
    this.resource = new Configuration(this, 'Resource', {
      name: escapeText(name),
      enabled,
      userGroups: userGroups && escapeTexts(userGroups),
      organizationUnits: organizationUnits && escapeTexts(organizationUnits),
      osFamilies: osFamilies && escapeTexts(osFamilies),
      deviceTags: deviceTags && escapeTexts(deviceTags),
      ...steeredToL1(this, props),
    });
    this.configurationId = this.resource.id;
    this.comeAfter(props.after);
  }

  /** The configuration's address in Terraform, so that others can depend on it. */
  get fqn(): string {
    return this.resource.fqn;
  }

  /** Has Terraform create the configuration after those that the stack has written before it. */
  private comeAfter(after: readonly ISteeringConfiguration[] = []): void {
    for (const one of after) {
      refuseOtherStack(this, 'after', one, OTHER_STACK);
      providerIn(this, one.provider, this, 'This configuration');
      if (existingOf(one) === DEFAULT_ID) {
        refuse(
          this,
          'The default configuration is always the last one, so nothing comes after it. Leave it out of after.',
        );
      }
    }
    if (after.length > 0) {
      StackSteering.of(this).demandedOrders.push({ construct: this.node.path, configuration: this, after });
    }
    // In the order of writing, which is not that of the tree.
    const written = enteredOn<SteeringConfiguration>(TerraformStack.of(this), 'configurations');
    const earlier = written.filter(({ provider }) => provider === this.provider);
    // One that is moved to another construct is not written, so the chain goes on with the one before it.
    this.resource.dependsOn = Lazy.listValue(
      {
        produce: () =>
          earlier
            .filter(({ resource }) => isWritten(resource))
            .slice(-1)
            .map(dependable),
      },
      { omitEmpty: true },
    );
    written.push(this);
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
