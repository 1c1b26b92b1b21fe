/** What can be done with any steering configuration, whoever made it? It steers ports, and takes exceptions. */
import { checked } from './checked';
import { Annotations, Token, TerraformStack, type TerraformProvider } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import {
  ApplicationBypass,
  CategoryBypass,
  DestinationLocationBypass,
  DnsBypass,
  DomainBypass,
  SourceCountryBypass,
  SourceLocationBypass,
  type ApplicationBypassOptions,
  type CategoryBypassOptions,
  type DestinationLocationBypassOptions,
  type DnsBypassOptions,
  type DomainBypassOptions,
  type SourceCountryBypassOptions,
  type SourceLocationBypassOptions,
} from '../bypasses';
import { BlockNativeApp, type BlockNativeAppOptions } from '../block-native-app';
import { BypassNativeApp, type BypassNativeAppOptions } from '../bypass-native-app';
import { configurationsIn, existingOf, markConfiguration, type MarkedConfiguration } from './copies';
import type { ConfigurationOfException } from './exception-base';
import type { KnownModes } from '../modes';
import { NonStandardPort, type NonStandardPortOptions } from '../non-standard-port';
import { keyOfApp, platformsOfApp, type NativeApp } from '../native-apps';
import { checkProvider, providerKeyOf } from './providers';
import { StackSteering } from './stack-steering';
import { refuse } from './synth';
import { SteeringException, type SteeringExceptionOptions } from '../steering-exception';
import type { TrafficMode } from '../traffic-mode';

/** What a block of several apps takes: what a block of one takes, for each of them. */
export interface BlockNativeAppsOptions extends Omit<BlockNativeAppOptions, 'app' | 'ports' | 'domains'> {
  /** The apps, such as `NativeApps.ofKind('messenger')`. */
  readonly apps: readonly NativeApp[];
  /**
   * The apps among them that are not blocked.
   * @default - none
   */
  readonly except?: readonly NativeApp[] | undefined;
}

/** A steering configuration, whether the stack makes it, adopts it, or only refers to it. */
export interface ISteeringConfiguration extends IConstruct, ConfigurationOfException {
  /** The id of the configuration on the tenant (`config_id`); `0` is the default one. */
  readonly configurationId: string;
  /**
   * Steers a port other than 80 and 443. All calls for one port make one entry: for all of their domains together, or
   * for every host where one call names no domains.
   */
  addNonStandardPort(port: number, options?: NonStandardPortOptions): NonStandardPort;
  /** Blocks a native app for the users of the configuration: defines it, steers its ports, and adds the exception. */
  blockApp(id: string, options: BlockNativeAppOptions): BlockNativeApp;
  /**
   * Blocks several native apps, each under its key as id. An app that has no known executable on the given platforms is
   * not blocked, and a warning names it.
   */
  blockApps(options: BlockNativeAppsOptions): BlockNativeApp[];
  /** Takes the traffic of a native app out of steering. */
  bypassApp(id: string, options: BypassNativeAppOptions): BypassNativeApp;
  /** Adds an exception for a certificate pinned app. */
  addException(id: string, options: SteeringExceptionOptions): SteeringException;
  /** Adds an exception for applications. */
  bypassApplications(id: string, options: ApplicationBypassOptions): ApplicationBypass;
  /** Adds an exception for categories of destinations. */
  bypassCategories(id: string, options: CategoryBypassOptions): CategoryBypass;
  /** Adds an exception for network locations of destinations. */
  bypassDestinationLocations(id: string, options: DestinationLocationBypassOptions): DestinationLocationBypass;
  /** Adds an exception for questions to DNS servers. */
  bypassDns(id: string, options: DnsBypassOptions): DnsBypass;
  /** Adds an exception for domains. */
  bypassDomains(id: string, options: DomainBypassOptions): DomainBypass;
  /** Adds an exception for countries of clients. */
  bypassSourceCountries(id: string, options: SourceCountryBypassOptions): SourceCountryBypass;
  /** Adds an exception for network locations of clients. */
  bypassSourceLocations(id: string, options: SourceLocationBypassOptions): SourceLocationBypass;
}

export abstract class SteeringConfigurationBase extends Construct implements ISteeringConfiguration {
  abstract readonly configurationId: string;
  /** @internal */
  readonly modes?: KnownModes;
  /** The least that the stack expects clients to steer. */
  readonly expectTrafficMode?: TrafficMode | undefined;

  /**
   * @param provider the provider of the tenant; undefined for the stack's provider without an alias
   * @param existing the id or name by which an existing configuration is found; other constructs may use the same one
   */
  constructor(
    scope: Construct,
    id: string,
    readonly provider: TerraformProvider | undefined,
    existing?: string,
  ) {
    super(scope, id);
    checkProvider(this, provider);
    // With a record of its demands, a stack has its providers checked at synth, whatever made them.
    StackSteering.of(this);
    markConfiguration(this, existing === undefined ? {} : { existing });
    this.node.addValidation({ validate: () => this.complainAboutSharedPorts() });
  }

  addNonStandardPort(port: number, options: NonStandardPortOptions = {}): NonStandardPort {
    [port, options] = checked(this, 'SteeringConfiguration.addNonStandardPort', port, options);
    if (Token.isUnresolved(port)) {
      refuse(
        this,
        'The port is only known at apply, but its entry is named after it. Give a number, or use l1.nonStandardPort.NonStandardPort.',
      );
    }
    const entry = this.node.tryFindChild(portId(port));
    if (!(entry instanceof NonStandardPort)) {
      const { configurationId, provider } = this;
      return new NonStandardPort(this, portId(port), { configurationId, port, provider, ...options });
    }
    entry.steer(options);
    return entry;
  }

  blockApp(id: string, options: BlockNativeAppOptions): BlockNativeApp {
    [id, options] = checked(this, 'SteeringConfiguration.blockApp', id, options);
    return new BlockNativeApp(this, id, { ...options, configuration: this });
  }

  blockApps(given: BlockNativeAppsOptions): BlockNativeApp[] {
    const [{ apps, except = [], platforms, ...options }] = checked(this, 'SteeringConfiguration.blockApps', given);
    const wanted = apps.filter((app) => !except.some((one) => keyOfApp(one) === keyOfApp(app)));
    const blocks: BlockNativeApp[] = [];
    const missing: string[] = [];
    for (const app of wanted) {
      const known = platformsOfApp(app, options).filter((platform) => platforms?.includes(platform) ?? true);
      if (known.length === 0) missing.push(app.name);
      else blocks.push(this.blockApp(keyOfApp(app), { ...options, app, platforms: known }));
    }
    if (blocks.length === 0) refuse(this, 'None of the apps has an executable on these platforms: nothing is blocked.');
    if (missing.length > 0) {
      Annotations.of(this).addWarning(
        `Not blocked, because no executable is known on these platforms: ${missing.join(', ')}. Block them by a description of your own, or list them in except.`,
      );
    }
    return blocks;
  }

  bypassApp(id: string, options: BypassNativeAppOptions): BypassNativeApp {
    [id, options] = checked(this, 'SteeringConfiguration.bypassApp', id, options);
    return new BypassNativeApp(this, id, { ...options, configuration: this });
  }

  addException(id: string, options: SteeringExceptionOptions): SteeringException {
    [id, options] = checked(this, 'SteeringConfiguration.addException', id, options);
    return new SteeringException(this, id, { ...options, configuration: this });
  }

  bypassApplications(id: string, options: ApplicationBypassOptions): ApplicationBypass {
    [id, options] = checked(this, 'SteeringConfiguration.bypassApplications', id, options);
    return new ApplicationBypass(this, id, { ...options, configuration: this });
  }

  bypassCategories(id: string, options: CategoryBypassOptions): CategoryBypass {
    [id, options] = checked(this, 'SteeringConfiguration.bypassCategories', id, options);
    return new CategoryBypass(this, id, { ...options, configuration: this });
  }

  bypassDestinationLocations(id: string, options: DestinationLocationBypassOptions): DestinationLocationBypass {
    [id, options] = checked(this, 'SteeringConfiguration.bypassDestinationLocations', id, options);
    return new DestinationLocationBypass(this, id, { ...options, configuration: this });
  }

  bypassDns(id: string, options: DnsBypassOptions): DnsBypass {
    [id, options] = checked(this, 'SteeringConfiguration.bypassDns', id, options);
    return new DnsBypass(this, id, { ...options, configuration: this });
  }

  bypassDomains(id: string, options: DomainBypassOptions): DomainBypass {
    [id, options] = checked(this, 'SteeringConfiguration.bypassDomains', id, options);
    return new DomainBypass(this, id, { ...options, configuration: this });
  }

  bypassSourceCountries(id: string, options: SourceCountryBypassOptions): SourceCountryBypass {
    [id, options] = checked(this, 'SteeringConfiguration.bypassSourceCountries', id, options);
    return new SourceCountryBypass(this, id, { ...options, configuration: this });
  }

  bypassSourceLocations(id: string, options: SourceLocationBypassOptions): SourceLocationBypass {
    [id, options] = checked(this, 'SteeringConfiguration.bypassSourceLocations', id, options);
    return new SourceLocationBypass(this, id, { ...options, configuration: this });
  }

  /** Finds other constructs of the stack that stand for the same existing configuration of the same provider. */
  protected twins(): MarkedConfiguration[] {
    const all = configurationsIn(TerraformStack.of(this));
    const existing = all.filter(({ node }) => node === this.node).map(existingOf)[0];
    if (existing === undefined || Token.isUnresolved(existing)) return [];
    const provider = providerKeyOf(this);
    return all.filter(
      (twin) => twin.node !== this.node && existingOf(twin) === existing && providerKeyOf(twin) === provider,
    );
  }

  /** Refuses one port in two such constructs: they cannot merge their entries, and Terraform would create both. */
  private complainAboutSharedPorts(): string[] {
    const ports = this.node.children.filter((child): child is NonStandardPort => child instanceof NonStandardPort);
    return ports.flatMap(({ port, node }) => {
      const others = this.twins().filter((twin) => twin.node.tryFindChild(node.id) !== undefined);
      if (others.length === 0) return [];
      return [
        `Port ${port} of this configuration is also added through ${others.map((other) => other.node.path).join(', ')}. ` +
          'Use one construct for the configuration, so that what is wanted of the port ends in one entry.',
      ];
    });
  }
}

/** The id is a contract: the Terraform address of the port entry follows from it. */
function portId(port: number): string {
  return `Port${port}`;
}
