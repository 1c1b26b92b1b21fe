/** How is a native app blocked? This construct takes the four steps of the article as one. */
import { Annotations, Token } from 'cdktf';
import { Construct } from 'constructs';
import { Location } from './location';
import { CertificatePinnedApp, type AppDefinition } from './certificate-pinned-app';
import type { ISteeringConfiguration } from './plumbing/configuration-base';
import { leftOut, type NativeApp } from './native-apps';
import { STANDARD_PORTS, type NonStandardPort } from './non-standard-port';
import { PLATFORMS, type Platform, type PlatformProperty } from './platform';
import { refuse } from './plumbing/synth';
import { PlatformAction, SteeringException } from './steering-exception';

/** Which traffic on a non-standard port is steered. */
export enum PortScope {
  /** Only traffic to the app's domains is steered, so that no other app is touched. */
  APP_DOMAINS = 'app_domains',
  /**
   * All traffic on the port is steered, as in the article. The article warns that traffic of other pinned apps on the
   * port is steered too. [seed]
   */
  ANY_HOST = 'any_host',
}

/** What `BlockNativeApp` takes. */
export interface BlockNativeAppProps {
  /** The configuration whose users are blocked. */
  readonly configuration: ISteeringConfiguration;
  /** The app to block: a preset of `NativeApps`, or a description of your own. */
  readonly app: NativeApp;
  /**
   * The platforms on which the app is blocked.
   * @default - every platform on which an executable of the app is known
   */
  readonly platforms?: readonly Platform[];
  /**
   * The notes of the exception: free text for other administrators.
   * @default - none
   */
  readonly notes?: string;
  /**
   * The custom app domains of the exception. Block ignores them [community]; a tenant may require them [doc].
   * @default ['*'], as in the article [seed]
   */
  readonly customAppDomains?: readonly string[];
  /**
   * The TCP ports to steer instead of the app's. Ports 80 and 443 are steered anyway and are skipped.
   * @default - the app's ports
   */
  readonly ports?: readonly number[];
  /**
   * Which traffic on these ports is steered.
   * @default PortScope.APP_DOMAINS
   */
  readonly portScope?: PortScope;
  /**
   * The locations in which the app is blocked, where the configuration has dynamic steering.
   * @default - both where the stack itself turns dynamic steering on; otherwise one exception without a location
   */
  readonly locations?: readonly Location[];
  /**
   * Whether executables that a preset leaves out are blocked too. A preset leaves out those that only third parties
   * name.
   * @default false
   */
  readonly communityExecutables?: boolean;
}

const LOCATIONS: readonly Location[] = [Location.ON_PREMISES, Location.OFF_PREMISES];

/** Blocks a native app for the users of a configuration: defines it, steers its ports, and adds the Block exception. */
export class BlockNativeApp extends Construct {
  /** The definition of the app on the tenant. */
  readonly app: CertificatePinnedApp;
  /** The Block exception; with dynamic steering, the first of `exceptions`. */
  readonly exception: SteeringException;
  /** The Block exceptions: one, or with dynamic steering one for each location. */
  readonly exceptions: readonly SteeringException[];
  /** The entries of the app's non-standard ports; other constructs may share them. */
  readonly ports: readonly NonStandardPort[];

  constructor(scope: Construct, id: string, props: BlockNativeAppProps) {
    super(scope, id);
    const { app } = props;
    const properties = this.propertiesOf(props);
    this.app = new CertificatePinnedApp(this, 'App', { name: app.name, ...this.definitions(props, properties) });
    this.ports = this.steerPorts(props);
    const [first, ...others] = this.locationsOf(props);
    this.exception = this.block(props, properties, first);
    this.exceptions = [this.exception, ...others.map((one) => this.block(props, properties, one, this.exception))];
  }

  /** The location of each exception, on-premises first; undefined for an exception that holds everywhere. */
  private locationsOf({ configuration: { modes }, locations }: BlockNativeAppProps): (Location | undefined)[] {
    if (locations === undefined) return modes?.dynamic === true ? [...LOCATIONS] : [undefined];
    if (Token.isUnresolved(locations) || locations.some((one) => !LOCATIONS.includes(one))) {
      refuse(this, 'The locations are only known at apply, but the exceptions are named after them. Write them out.');
    }
    if (locations.length > 0) return LOCATIONS.filter((one) => locations.includes(one));
    return refuse(
      this,
      'The list of locations is empty, so nothing would be blocked. Name a location, or leave it out.',
    );
  }

  /**
   * Adds the exception for one location. When a stack turns dynamic steering on or off, the exception that held
   * everywhere becomes that of the first location, or the other way round. It changes before the second exception is
   * made, or after that is gone: a tenant moves exceptions itself when dynamic steering is turned on or off [doc], and
   * two would be alike.
   * @param before the exception for the other location
   */
  private block(
    { configuration, notes, customAppDomains = ['*'] }: BlockNativeAppProps,
    properties: readonly PlatformProperty[],
    location: Location | undefined,
    before?: SteeringException,
  ): SteeringException {
    return new SteeringException(this, exceptionId(location), {
      configuration,
      app: this.app,
      ...Object.fromEntries(properties.map((property) => [property, PlatformAction.BLOCK])),
      customAppDomains,
      ...(notes !== undefined && { notes }),
      ...(location !== undefined && { location }),
      // An administrator who sees the exception may rely on the block, so the exception is created last and destroyed
      // first.
      dependsOn: before === undefined ? this.ports : [...this.ports, before],
    });
  }

  private propertiesOf({ app, platforms }: BlockNativeAppProps): PlatformProperty[] {
    if (platforms === undefined) return this.knownPlatforms(app);
    if (platforms.length === 0)
      refuse(this, 'No platform to block the app on. Give at least one, such as Platform.WINDOWS.');
    return PLATFORMS.filter(({ platform }) => platforms.includes(platform)).map(({ property }) => property);
  }

  private knownPlatforms(app: NativeApp): PlatformProperty[] {
    const properties = PLATFORMS.map(({ property }) => property).filter((property) => (app[property] ?? []).length > 0);
    if (properties.length > 0) return properties;
    return refuse(this, `No executable of ${app.name} is known on any platform. Give its names in the app.`);
  }

  private definitions(
    props: BlockNativeAppProps,
    properties: readonly PlatformProperty[],
  ): Record<string, AppDefinition> {
    return Object.fromEntries(properties.map((property) => [property, { processes: this.processes(props, property) }]));
  }

  private processes({ app, communityExecutables = false }: BlockNativeAppProps, property: PlatformProperty): string[] {
    const known = [...(app[property] ?? [])];
    const others = leftOut(app, property);
    if (communityExecutables) known.push(...others);
    else if (others.length > 0) {
      Annotations.of(this).addInfo(
        `${app.name} is also known to run as ${others.join(', ')}, by third parties only. It stays unblocked unless you set communityExecutables: true.`,
      );
    }
    if (known.length > 0) return known;
    return refuse(
      this,
      `No executable of ${app.name} is known for "${property}". Give its names in the app, or drop the platform.`,
    );
  }

  private steerPorts({
    configuration,
    app,
    ports = app.ports ?? [],
    portScope,
  }: BlockNativeAppProps): NonStandardPort[] {
    const steered = [...new Set(ports)].filter((port) => !STANDARD_PORTS.includes(port));
    if (portScope === PortScope.ANY_HOST) return steered.map((port) => configuration.addNonStandardPort(port));
    const domains = app.domains ?? [];
    if (steered.length > 0 && domains.length === 0) {
      refuse(
        this,
        `No domains of ${app.name} are known, to steer port ${steered.join(', ')} for. Give them in the app, or set portScope: PortScope.ANY_HOST.`,
      );
    }
    return steered.map((port) => configuration.addNonStandardPort(port, { domains }));
  }
}

/** The id is a contract: the Terraform address of the exception follows from it. */
function exceptionId(location: Location | undefined): string {
  return location === Location.OFF_PREMISES ? 'ExceptionOffPremises' : 'Exception';
}
